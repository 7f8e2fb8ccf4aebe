"""A report made shorter: sentences and clauses taken out whole, so that what stays says what it said."""

import re
from collections.abc import Mapping
from itertools import pairwise

from bot.domain.editing.parts import without_figure
from bot.domain.editing.pointing import DEFECT, about_it, bare, begins, goes_on, groups, hangs, spots
from bot.domain.editing.reordering import cut, joined, sentences_of
from bot.domain.editing.wishes import Act, Edit, Several
from bot.domain.language.names import people, places
from bot.domain.language.sentences import clauses, split
from bot.domain.language.word_edges import opens_with_deed
from bot.errors import InputError

SHORTER, SHORTEST = 0.7, 0.8
"""How much of a text is left where it shall be shorter, and where that costs what has a figure or a name."""
_DAY = re.compile(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日")
_ONLY_DAY = re.compile(rf"{_DAY.pattern}(?:[上中下]午|早上|晚上|晚|凌晨)?(?:\d{{1,2}}时(?:\d{{1,2}}分)?)?")


def shortened(text: str, limit: int = 0) -> str:
    """The text at no more than `limit` characters, or clearly shorter: sentences without figures go first,
    from the end, then clause by clause the others, what was found or came of it last; the sentence that holds day and
    deed stays."""
    if limit and len(text) <= limit:
        raise InputError(f"正文现在{len(text)}字，没有超过{limit}字。还要短就说“短一点”。")
    target = limit or int(len(text) * SHORTER)
    sentences = sentences_of(text)
    while len(joined(sentences)) > target:
        flat = [(p, s) for p, paragraph in enumerate(sentences) for s in range(len(paragraph))]
        held = {a for a, b in pairwise(flat) if goes_on(sentences[b[0]][b[1]], sentences[a[0]][a[1]])}
        flat = [at for at in flat if at not in held and at != _lead(sentences)]
        if not flat:
            break
        p, s = min(reversed(flat), key=lambda at: _weight(sentences[at[0]][at[1]]))
        weight = _weight(sentences[p][s])
        rest = "".join(_last_matter(sentences[p][s])[0]) if weight else ""
        if rest and _ONLY_DAY.fullmatch(bare(rest)):
            if not limit and joined(sentences) != text:
                break  # nor to lose what was done on another day
            rest = ""
        dear = weight >= _FOUND or (weight and len(joined(sentences)) < len(text) * SHORTEST)
        if not limit and dear and joined(sentences) != text:
            break  # 短一点 is no wish to lose the figures or what was found
        sentences[p][s : s + 1] = [bare(rest) + "。"] if rest else []
    result = joined(sentences)
    if len(result) > target and (limit or result == text):
        result = _first_clauses(result, target, figure=not limit)
    if result == text:
        raise InputError("已经没有可省的了。可以说“第2句删掉”，或“把…改成…”。")
    return result


# 查出隐患12处, 246人到场: what a short report is written for
_CAME_OF_IT = re.compile(
    r"发现|查[出到]|隐患|问题|不合格|超标|整改|获|解决|办结|签[了订下]|伤|亡|\d人[^，。\d]{0,3}(?:参加|到场|观看|参观|受益)|参加[^，。\d]{0,6}\d"
    rf"|结果|修[复好]|恢复|付清|赔偿|日前|{DEFECT.pattern}"
)
_FOUND = 2


def _weight(sentence: str) -> int:
    """How much would be lost with the last matter of a sentence: 0 for one that holds no figure and no name at all."""
    told = re.search(r"\d", sentence) or people(sentence) or places(sentence)
    return bool(told) + _FOUND * (_CAME_OF_IT.search("".join(_last_matter(sentence)[1])) is not None)


def _last_matter(sentence: str) -> tuple[list[str], list[str]]:
    """The clauses of a sentence before its last one and those that this hangs on, and these: a fault goes with its
    remedy, a count with what it counts."""
    parts = [span.text for span in clauses(sentence)]
    at = len(parts) - 1
    while at and (hangs(parts[at], parts[at - 1]) or (at == 1 and about_it(parts[0]))):
        at -= 1
    return parts[:at], parts[at:]


def _lead(sentences: list[list[str]]) -> tuple[int, int]:
    """Where the first sentence that begins with a day stands; the first of all where none does."""
    places = [(p, s) for p, paragraph in enumerate(sentences) for s in range(len(paragraph))]
    return next((at for at in places if _DAY.match(sentences[at[0]][at[1]])), places[0])


def sentence_shortened(text: str, index: int) -> str:
    """The text with one of its sentences without what is easiest to miss there, its last clause without a figure; one
    that holds figures alone is made two. The first clause stays, for it says who did what."""
    sentences = sentences_of(text)
    flat = [(p, s) for p, paragraph in enumerate(sentences) for s in range(len(paragraph))]
    p, s = flat[index]
    parts = [span.text for span in clauses(sentences[p][s])]
    opening = 2 if index == 0 and re.match(r"(?:\d{4}年)?\d{1,2}月", parts[0]) else 1
    if len(parts) <= opening:
        raise InputError("这句没有可省的了。可以直接说“把…改成…”，或“这句删掉”。")
    plain = [n for n in range(opening, len(parts)) if not re.search(r"\d", parts[n])]
    if not plain:
        return cut(Edit(Act.CUT, where=index + 1), text)
    del parts[plain[-1]]
    sentences[p][s] = bare("".join(parts)) + "。"
    return joined(sentences)


def _first_clauses(sentence: str, target: int, *, figure: bool) -> str:
    """A sentence cut after its last clause that fits; at least two clauses stay (date and deed), and the last
    `figure` where that is wanted more than the length."""
    parts = [span.text for span in clauses(sentence)]
    while len(parts) > 2 and len("".join(parts)) > target:
        if figure and re.search(r"\d", parts[-1]) and not re.search(r"\d", "".join(parts[1:-1])):
            break
        parts.pop()
    return re.sub(r"[，、；：,;:。]+$", "", "".join(parts)) + "。"


def in_sentences(text: str, count: int) -> str:
    """The text in so many sentences: the one with day and deed, and of the others those that hold the most figures."""
    sentences = sentences_of(text)
    flat = [(p, s) for p, paragraph in enumerate(sentences) for s in range(len(paragraph))]
    if len(flat) <= count:
        raise InputError(f"现在就是{len(flat)}句。还要短就说“短一点”或“压到80字”。")
    lead = _lead(sentences)
    flat.remove(lead)
    by_weight = sorted(flat, key=lambda at: -len(re.findall(r"\d+", sentences[at[0]][at[1]])))
    kept = {lead, *by_weight[: count - 1]}
    return joined([[one for s, one in enumerate(line) if (p, s) in kept] for p, line in enumerate(sentences)])


def without_topic(topic: str, text: str, *, whole: bool) -> str:
    """The text without the clauses that speak of the topic and what hangs on them; Several where it may be one of some
    or where one (`whole`) is meant of those that are named."""
    if fewer := "" if whole else without_figure(topic, text):
        return fewer
    if not whole and (fewer := _without_member(topic, text)) != text:
        return fewer
    found = spots(topic, text)
    if not found:
        raise InputError(f"稿里没找到“{topic or '这句'}”。可以说“第2句删掉”。")
    sentences = sentences_of(text)
    flat = [one for paragraph in sentences for one in paragraph]
    if len(found) > 1 and (whole or not found[0].named):
        told = [bare(clauses(flat[spot.sentence])[spot.clause].text) for spot in found]
        raise Several(f"“{topic}”对得上好几处，去掉哪一处？", tuple(f"把{one[:_NAMES]}删掉" for one in told))
    gone: dict[int, set[int]] = {}
    for spot in found:
        gone.setdefault(spot.sentence, set()).add(spot.clause)
    _reach_on(gone, flat)
    number = 0
    for paragraph in sentences:
        for s, sentence in enumerate(paragraph):
            if number in gone:
                paragraph[s] = _left(sentence, gone[number], whole=whole)
            number += 1
    left = joined([[one for one in paragraph if one] for paragraph in sentences])
    return _BARE_FIGURE.sub(r"，\g<figure>。", left)


_NAMES = 18
"""So much of a clause names it."""
_BARE_FIGURE = re.compile(r"(?<![\d日])。(?P<figure>\d[\d.]*[多余]?万?[一-龥]{1,2})。")
"""9家, of which all else of its sentence went, belongs to the sentence before."""


def _without_member(topic: str, text: str) -> str:
    """热水 alone, where 热水和药箱 are named; a list that is counted stays as it is."""
    member = re.compile(rf"[、和及与]{re.escape(topic)}(?=[，。；]|$)|{re.escape(topic)}[、和及与](?=[一-龥])")
    for sentence in split(text):
        for clause in clauses(sentence.text, sentence.start):
            found = member.search(clause.text) if len(topic) > 1 and not re.search(r"\d", clause.text) else None
            if found:
                return text[: clause.start + found.start()] + text[clause.start + found.end() :]
    return text


def without_pieces(out: Mapping[str, str], text: str) -> str:
    """The text with what is left of these very clauses; as it was where nothing would be."""
    sentences = sentences_of(text)
    for paragraph in sentences:
        for s, sentence in enumerate(paragraph):
            parts = [span.text for span in clauses(sentence)]
            kept = [out[said] + part[len(said) :] if (said := bare(part)) in out else part for part in parts]
            kept = [part for part in kept if bare(part)]
            if kept != parts:
                paragraph[s] = bare("".join(kept)) + "。" if kept else ""
    return _BARE_FIGURE.sub(r"，\g<figure>。", joined([[one for one in paragraph if one] for paragraph in sentences]))


def left_hanging(before: str, after: str) -> str:
    """The clause that followed one that went, in its sentence, and neither counts nor begins with a doer of its own:
    it may have been about that; empty where none did."""
    for sentence in split(before):
        parts = [bare(span.text) for span in clauses(sentence.text)]
        begin = {group.split("，")[0] for group in groups(sentence.text)}
        for gone, part in pairwise(parts):
            if gone not in after and part in after and part not in begin and not re.search(r"\d", part):
                return part
    return ""


def _reach_on(gone: dict[int, set[int]], sentences: list[str]) -> None:
    """What only goes on with what the sentence before says (其中儿童读物20本) goes with its last clause."""
    for number, sentence in enumerate(sentences[1:], 1):
        before = gone.get(number - 1, set())
        if len(clauses(sentences[number - 1])) - 1 in before and goes_on(sentence, sentences[number - 1]):
            gone.setdefault(number, set()).update(range(groups(sentence)[0].count("，") + 1))


def _left(sentence: str, gone: set[int], *, whole: bool) -> str:
    """What is left of a sentence without those of its clauses and what hangs on them; what its doer did besides goes
    with a clause that is `whole`."""
    parts = [span.text for span in clauses(sentence)]
    if _DAY.match(sentence) and gone & set(range(_deed(parts) + 1)):
        raise InputError("这一处是开头，去掉就没有日期和事由了。整句不要就说“第1句删掉”，要改就说“把…改成…”。")
    kept, led = [], False
    for n, part in enumerate(parts):
        led = whole and begins(bare(part)) if n in gone else led and not begins(bare(part)) and opens_with_deed(part)
        if n in gone or led or (n - 1 in gone and hangs(part, parts[n - 1])):
            gone = gone | {n}
        else:
            kept.append(part)
    return bare("".join(kept)) + "。" if kept else ""


def _deed(parts: list[str]) -> int:
    """The place of the clause that says what was done on the day that a sentence begins with."""
    return next((n for n, part in enumerate(parts) if not _ONLY_DAY.fullmatch(bare(part))), 0)
