"""The sentences and paragraphs of a report put into another order, or into one. Their words stay as they are."""

import re
from itertools import accumulate, pairwise

from bot.domain.editing.parts import in_its_list
from bot.domain.editing.pointing import Spot, goes_on, groups, sentence_of, spots
from bot.domain.editing.retitling import VERBS
from bot.domain.editing.wishes import Act, Edit
from bot.domain.language.sentences import clauses, split
from bot.errors import InputError


def paragraphs_of(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def sentences_of(text: str) -> list[list[str]]:
    return [[span.text for span in split(paragraph)] for paragraph in paragraphs_of(text)]


def joined(sentences: list[list[str]]) -> str:
    """The text of paragraphs of sentences; InputError where nothing is left."""
    text = "\n".join("".join(paragraph) for paragraph in sentences if paragraph)
    if not text:
        raise InputError("删了就什么都不剩了，没有动。")
    return text


def in_place_of(text: str, index: int, sentence: str) -> str:
    """The text with this sentence in the place of the one at the index, counted over all paragraphs."""
    sentences = sentences_of(text)
    flat = [(p, s) for p, paragraph in enumerate(sentences) for s in range(len(paragraph))]
    p, s = flat[index]
    sentences[p][s] = sentence.rstrip("。；，,; ") + "。"
    return joined(sentences)


def index_of(where: int, count: int, unit: str) -> int:
    """A place counted from 1, or from -1 at the end, as an index."""
    index = where - 1 if where > 0 else count + where
    if not 0 <= index < count:
        raise InputError(f"稿里只有 {count} {unit}。")
    return index


def moved(edit: Edit, text: str) -> str:
    """A paragraph put first or last; a sentence put first, last or beside another, named by its place or its matter."""
    if edit.act is Act.MOVE_PARAGRAPH:
        paragraphs = paragraphs_of(text)
        taken = paragraphs.pop(index_of(edit.where, len(paragraphs), "段"))
        paragraphs.insert(0 if edit.to > 0 else len(paragraphs), taken)
        return "\n".join(paragraphs)
    if edit.near == "串":
        return in_its_list(edit.words, text, last=edit.to < 0)
    if edit.words and (alone := _set_free(edit, text)) != text:
        taken = _taken(edit, alone)
        return text if taken == alone else taken
    return _taken(edit, text)


def _taken(edit: Edit, text: str) -> str:
    """What is meant, with the sentences that go on with it, in its new place."""
    flat = [sentence for paragraph in sentences_of(text) for sentence in paragraph]
    source = _meant(edit.words, text) if edit.words else Spot(index_of(edit.where, len(flat), "句"), 0)
    first = last = source.sentence
    while edit.words and first > 1 and goes_on(flat[first], flat[first - 1]):
        first -= 1
    while edit.words and last + 1 < len(flat) and goes_on(flat[last + 1], flat[last]):
        last += 1
    goal = _goal(edit, text, len(flat), first, last - first + 1)
    if edit.words and goal == first:
        turned = _turned_round(edit, text, source)
        return _inserted(text, 1, 1, 0) if turned == text and edit.near == "次" and goal == 1 else turned
    return _inserted(text, first, last - first + 1, goal)


def _set_free(edit: Edit, text: str) -> str:
    """The text with what is meant as a sentence of its own, where it stands behind or before what another did."""
    spot = _meant(edit.words, text)
    sentence = split(text)[spot.sentence]
    parts, ends = groups(sentence.text), [0]
    for part in parts:
        ends.append(ends[-1] + part.count("，") + 1)
    mine = next((n for n, end in enumerate(ends[1:]) if spot.clause < end), 0)
    if (
        len(parts) == 1
        or len(clauses(sentence.text)) != ends[-1]
        or (spot.sentence == 0 and (mine == 0 or edit.to > 0))
    ):
        return text
    pieces = ["，".join(parts[:mine]), parts[mine], _ALSO.sub("", "，".join(parts[mine + 1 :]))]
    freed = "".join(piece + "。" for piece in pieces if piece)
    return text[: sentence.start] + freed + text[sentence.end :]


def _meant(words: str, text: str) -> Spot:
    """The clause that the words point at."""
    found = spots(words, text)
    if not found:
        raise InputError(f"稿里没找到“{words}”。可以说“第2句放到最前面”。")
    return found[0]


def _goal(edit: Edit, text: str, count: int, source: int, many: int) -> int:
    """The index that the sentences shall have when they have been taken out and put in again."""
    if edit.near in ("前", "后") and edit.new:
        anchor = _meant(edit.new, text).sentence
    elif edit.near == "次":
        return min(source, 1)
    elif edit.near:
        anchor = index_of(edit.to, count, "句")
    else:
        return 0 if edit.to > 0 else count - many
    if edit.near == "位" or source <= anchor < source + many:
        return source if source <= anchor < source + many else anchor
    behind = anchor + (edit.near == "后")
    return behind - (many if source < behind else 0)


_ALSO = re.compile(r"^(?:还(?![款本书原有])|另外[，,]?|此外[，,]?|同时[，,]?)(?=[一-龥\d]{3})")
"""What a sentence that is put in front no longer follows."""


def _inserted(text: str, source: int, many: int, goal: int) -> str:
    sentences = sentences_of(text)
    flat = [(p, s) for p, paragraph in enumerate(sentences) for s in range(len(paragraph))]
    taken = [sentences[p][s] for p, s in flat[source : source + many]]
    for p, s in reversed(flat[source : source + many]):
        sentences[p].pop(s)
    taken[0] = _ALSO.sub("", taken[0]) if goal < source else taken[0]
    left = [(q, t) for q, paragraph in enumerate(sentences) for t in range(len(paragraph))]
    if goal < len(left):
        q, t = left[goal]
        sentences[q][t:t] = taken
    else:
        sentences[-1] += taken
    return joined(sentences)


def _turned_round(edit: Edit, text: str, source: Spot) -> str:
    """What is meant stands in the right sentence already: its clauses change places within it. The opening keeps
    its order, for it begins with the day."""
    if source.sentence == 0:
        return text
    sentences = sentences_of(text)
    flat = [(p, s) for p, paragraph in enumerate(sentences) for s in range(len(paragraph))]
    p, s = flat[source.sentence]
    parts = groups(sentences[p][s])
    if len(parts) == 1:
        parts = [re.sub(r"[，,；;。]+$", "", span.text) for span in clauses(sentences[p][s])]
    mine = next((i for i, part in enumerate(parts) if spots(edit.words, part)), 0)
    first, taken = parts[0], parts.pop(mine)
    anchor = next((i for i, part in enumerate(parts) if edit.new and spots(edit.new, part)), None)
    at = anchor + (edit.near == "后") if anchor is not None else 0 if edit.to > 0 else len(parts)
    parts.insert(at, taken)
    if not at and mine:
        parts[:2] = _begun_with(taken, first)[: len(parts)]
    sentences[p][s] = sentence_of(parts)
    return joined(sentences)


_LEANS = re.compile("[到在向从对给将把并还也又]|其中")
_DEED = re.compile(
    rf"(?P<deed>(?:{VERBS}|表彰|发|收|卖|带|备|出动|栽|种|展出|查处|新建|修)[了出]?)(?P<rest>[一-龥]{{2,}}\d.*)"
)
_COUNTED = re.compile(r"[一-龥]{2,8}\d[\d.]*[多余来]?万?[一-龥]{1,3}")


def _begun_with(taken: str, first: str) -> list[str]:
    """A clause that is put before the one that began the sentence, and that one: the deed goes to the front with what
    only counts; InputError where it leans on what was before."""
    if _LEANS.match(taken):
        raise InputError(f"“{taken}”接着前面的话说，单挪到前面就不通了。可以说“把…改成…”。")
    deed = _DEED.fullmatch(first) if _COUNTED.fullmatch(taken) and not _DEED.fullmatch(taken) else None
    return [deed["deed"] + taken, deed["rest"]] if deed else [taken, first]


def swapped(edit: Edit, text: str) -> str:
    """Two sentences in each other's place."""
    sentences, (one, other) = sentences_of(text), _two_places(edit, text)
    (p, s), (q, t) = one, other
    sentences[p][s], sentences[q][t] = sentences[q][t], sentences[p][s]
    return joined(sentences)


_TWO = 2


def parted(edit: Edit, text: str) -> str:
    """The text in two paragraphs: the second begins with what speaks of the matter, else behind the opening. In more
    (`to`) the opening stands first and the other sentences are shared out."""
    flat = [sentence for paragraph in sentences_of(text) for sentence in paragraph]
    if edit.to > len(flat):
        raise InputError(f"正文只有{len(flat)}句，分不成{edit.to}段。")
    if edit.to > _TWO:
        rest, shares = flat[1:], edit.to - 1
        ends = [round(n * len(rest) / shares) for n in range(shares + 1)]
        return "\n".join([flat[0], *("".join(rest[a:b]) for a, b in pairwise(ends))])
    at = _meant(edit.words, text).sentence if edit.words else 1
    if len(flat) < at + 1 or at == 0:
        raise InputError("分不成两段：要另起一段的话就在第一句里。可以先说“第1句和第2句对调”，或补几条记录。")
    if edit.near == "独" and flat[at + 1 :]:
        return "\n".join(["".join(flat[:at]), flat[at], "".join(flat[at + 1 :])])
    return "".join(flat[:at]) + "\n" + "".join(flat[at:])


def in_one(edit: Edit, text: str) -> str:
    """Sentences as one, each after a comma behind the one before; or all in so many, the opening alone in its own."""
    sentences = sentences_of(text)
    count = sum(map(len, sentences))
    if not edit.where and edit.to:
        return _in_so_many(edit.to, sentences)
    if edit.where and edit.where == edit.to and not edit.places:
        raise InputError(f"这两处现在就在第{edit.where}句里，没有动。")
    if not edit.where:
        if count != 2:
            raise InputError("请说清是哪两句，如“第1句和第2句合并”。")
        edit = Edit(Act.JOIN, where=1, to=2)
    flat = [(p, s) for p, paragraph in enumerate(sentences) for s in range(len(paragraph))]
    meant = sorted({index_of(where, count, "句") for where in (edit.places or (edit.where, edit.to))})
    p, s = flat[meant[0]]
    for index in meant[1:]:
        q, t = flat[index]
        sentences[p][s] = re.sub(r"[。；！!]+$", "", sentences[p][s].rstrip()) + "，" + sentences[q][t]
        sentences[q][t] = ""
    return joined([[one for one in paragraph if one] for paragraph in sentences])


def _in_so_many(many: int, sentences: list[list[str]]) -> str:
    flat = [one for paragraph in sentences for one in paragraph]
    if len(flat) <= many:
        raise InputError(f"现在就是{len(flat)}句。")
    rest = flat[1:]
    ends = [round(n * len(rest) / (many - 1)) for n in range(many)]
    shares = [flat[:1], *(rest[a:b] for a, b in pairwise(ends))]
    return "".join("，".join(one.rstrip("。；！!") for one in share) + "。" for share in shares)


# A piece shorter than this is no sentence: 9月14日, 40人.
_OF_ITS_OWN = 8
# 6月16日（安全生产月）, however long, is none either.
_WHEN_ALONE = re.compile(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日[^，（]{0,8}(?:（[^）]*）)?[^，]{0,8}，")


def cut(edit: Edit, text: str) -> str:
    """One sentence as two: before the clause that is named, behind it where it begins the sentence; else at the comma
    nearest to its middle, without a place named the longest."""
    if edit.words:
        return _cut_at(_meant(edit.words, text), text)
    flat = [sentence for paragraph in sentences_of(text) for sentence in paragraph]
    longest = max(range(len(flat)), key=lambda i: len(flat[i]))
    meant = flat[index_of(edit.where, len(flat), "句") if edit.where else longest]
    ends = list(accumulate(len(clause.text) for clause in clauses(meant)))[:-1]
    fit = [end for end in ends if min(end, len(meant) - end) > _OF_ITS_OWN and meant[end - 1] in "，；"]
    fit = [end for end in fit if not _WHEN_ALONE.fullmatch(meant, 0, end)]
    if not fit:
        raise InputError("这一句没有能断开的地方。可以说“把…改成…”。")
    at = min(fit, key=lambda end: abs(2 * end - len(meant)))
    return text.replace(meant, meant[: at - 1] + "。" + meant[at:], 1)


def _cut_at(spot: Spot, text: str) -> str:
    sentence = split(text)[spot.sentence]
    parts = clauses(sentence.text, sentence.start)
    if len(parts) == 1:
        raise InputError("这一处本来就是单独一句。")
    at = parts[spot.clause].start if spot.clause else parts[0].end
    return text[:at].rstrip("，；、") + "。" + text[at:]


def _two_places(edit: Edit, text: str) -> tuple[tuple[int, int], tuple[int, int]]:
    flat = [(p, s) for p, paragraph in enumerate(sentences_of(text)) for s in range(len(paragraph))]
    one, other = (index_of(where, len(flat), "句") for where in (edit.where, edit.to))
    return flat[one], flat[other]
