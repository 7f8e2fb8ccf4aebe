"""Other titles for a report, cut from its own first sentence and figures, so that nothing new comes in."""

import re
from collections.abc import Sequence

from bot.domain.editing.pointing import ANY_FIGURE, bare, hangs, spots
from bot.domain.editing.wishes import Edit
from bot.domain.language.names import places
from bot.domain.language.numerals import fold
from bot.domain.language.sentences import clauses, split
from bot.domain.language.word_edges import word_over, words
from bot.errors import InputError

LONGEST = 30
_DATE = re.compile(
    r"^(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|[上中下]旬|底)?(?:[上中下]午|早上|晚上|晚"
    r"|凌晨)?(?:\d{1,2}时(?:\d{1,2}分)?)?[，,]?"
)
VERBS = (
    "举办|举行|开展|组织|召开|进行|慰问|检查|接待|参加|送书|送戏|送|讲|教|办|完成|开放|清理|植树|演出|培训|巡查|整改"
    "|发放|走访|排查|宣传|普查"
)
_PLACE = re.compile(rf"[在于到赴][^，。\d]{{2,14}}?(?=(?:{VERBS}))")
_FIGURE = re.compile(r"\d")
_COUNT = re.compile(r"\d[\d.]*(?:多|余|来)?万?[\u4e00-\u9fff]{1,2}$")
_NO_TITLE = re.compile(r"(?:\d{4}年)?\d{1,2}月|[用历耗]时|时长|计划|拟|其中|另")


_UNIT = re.compile(r"^[^，：:\d]{2,20}?(?:局|馆|科|站|所|院|中心|委|办|队|会|处|室|社)(?=[一-龥：:])")
_HOUSE = re.compile(rf"^[^，：:\d]{{2,20}}?[局馆科站所院心委办队会处室社](?=[到在赴：:]|{VERBS})")
_LEAST = 6
"""A title is no shorter than this."""


def candidates(text: str, title: str) -> tuple[str, ...]:
    """Titles that the title there is and the sentences carry, the shortest first: without the place, with a figure, or
    the house with another deed."""
    sentences = [span.text for span in split(text)]
    house = _UNIT.match(title)
    deed = _deed(sentences[0]) if sentences else ""
    heads = [re.split(r"[，,]", title)[0], *([deed] if house and deed.startswith(house[0]) else [])]
    bare = _PLACE.sub("", heads[0])
    told = _figures(sentences)
    found = [*heads, bare, *(_joined([*heads, bare], one) for one in told if one not in bare)]
    if house:
        found += [house[0] + one for one in told if re.match(VERBS, one)]
    fitting = [one for one in dict.fromkeys(found) if _LEAST <= len(one) <= LONGEST and one != title]
    return tuple(sorted(fitting, key=len))


def _deed(sentence: str) -> str:
    """Who did what, without the date: the first clause with a doer in front; empty where the sentence has none."""
    parts = [_DATE.sub("", part.text).strip("，。；,; ") for part in clauses(sentence)]
    told = [part for part in parts if not re.match(r"\d", part)]
    return next((part for part in told if re.search(VERBS, part)), next(iter(told), ""))


def _figures(sentences: list[str], most: int = 3) -> list[str]:
    """The first short clauses with a figure."""
    parts = [part.text.strip("，。；,; ") for sentence in sentences for part in clauses(sentence)]
    return [part for part in parts if _FIGURE.search(part) and not _NO_TITLE.match(part) and len(part) <= 14][:most]


def shorter_title(title: str, text: str) -> str:
    """A title shorter than this one; InputError where there is none to find."""
    head = re.split(r"[，, ]", title)[0]
    own = [_PLACE.sub("", title), head, _PLACE.sub("", head)]
    shorter = [one for one in own if _LEAST <= len(one) < len(title)]
    shorter = shorter or [one for one in candidates(text, title) if len(one) < len(title)]
    if not shorter:
        raise InputError("标题已经够短了。想要别的，直接说“标题改成…”。")
    return max(shorter, key=len)


_SAME_DEED = ("举办", "开展", "组织")


def other_title(title: str, text: str, without: str = "") -> str:
    """The next title in the circle of candidates, without the word that is not wanted; InputError where there is
    no other."""
    tried = candidates(text, title)
    if without in _SAME_DEED and not any(without not in one for one in tried):
        other = next(deed for deed in _SAME_DEED if deed != without)
        tried = tuple(one.replace(without, other) for one in (title, *tried))
    circle = [one for one in tried if one != title and not (without and without in one)]
    if not circle:
        raise InputError("想不出更好的标题，请直接说“标题改成…”。")
    longer = [one for one in circle if len(one) > len(title)]
    return (longer or circle)[0]


# 题目里加上片名: what is named by its kind is looked for in the text.
_WHAT_KIND = {
    r"(?:影?片|电影|书|剧|节目|作品|文件)(?:的)?名[字称]?": r"《[^》]{1,20}》",
    r"(?:活动|会议?|比赛|主题|展览)(?:的)?(?:名[字称]?|主题)|主题": r"“[^”]{2,20}”|《[^》]{1,20}》",
}


def title_with(edit: Edit, title: str, text: str) -> str:
    """The title with what the words name, as the text tells it: a name in its place, a figure with its clause. What the
    text does not hold comes in only where it was said on which side it shall stand."""
    wanted = fold(edit.words) if edit.words not in text else edit.words
    if named := next((form for kind, form in _WHAT_KIND.items() if re.fullmatch(kind, wanted)), None):
        told = next((m[0] for m in re.finditer(named, text) if m[0] not in title), "")
        if not told:
            raise InputError(f"稿里没找到{edit.words}，请直接说“标题改成…”。")
        return title + told
    if wanted in title:
        raise InputError(f"标题里已经有“{edit.words}”了。")
    if edit.where > 0:
        return edit.words + title
    if of := _NAME_OF.fullmatch(wanted):
        wanted = next((one.text for one in places(text) if one.text.endswith(of[1]) and one.text != of[1]), wanted)
    head = _deed(split(text)[0].text)
    if wanted in head and len(head) <= LONGEST and set(title) <= set(head):
        return head
    house = _HOUSE.match(title) or _UNIT.match(title)
    place = re.search(rf"[到在赴]{re.escape(wanted)}[一-龥]{{0,2}}?(?=[，。]|{VERBS})", text)
    if place and house and not _PLACE.search(title):
        return title[: house.end()] + place[0] + title[house.end() :]
    lines = _telling(wanted, title, text)
    if not lines and edit.near == "后":
        return title + edit.words
    if not lines:
        held = "标题里已经有" if spots(wanted, title) else "稿里没找到"
        raise InputError(f"{held}“{edit.words}”，标题没改。要换就直接说“标题改成…”。")
    tried = [head if one == head else _joined([title, _PLACE.sub("", title)], one) for one in lines]
    fitting = next((one for one in tried if len(one) <= LONGEST), "")
    if not fitting:
        raise InputError(f"标题加上“{lines[0]}”就超过{LONGEST}字了，请直接说“标题改成…”。")
    return fitting


_NAME_OF = re.compile("(.{1,6}?)的?(?:名字|名称|名)")


def _joined(heads: Sequence[str], clause: str) -> str:
    """The first head that leaves room for the clause, with it."""
    return next((whole for head in heads if len(whole := f"{head}，{clause}") <= LONGEST), f"{heads[-1]}，{clause}")


def _telling(wanted: str, title: str, text: str) -> list[str]:
    """The clauses that tell what is wanted, each with the one that it hangs on, and not in the title: of figures the
    first, else the one with the largest. What is said not to be there (无问题) tells nothing."""
    figure = re.fullmatch("有?数[字据]?|具体数[字据]?", wanted)
    shown = re.sub(rf"([无没未]有?){re.escape(wanted)}", lambda m: m[1] + "　" * len(wanted), text)
    found = {(spot.sentence, spot.clause) for spot in spots(ANY_FIGURE if figure else wanted, shown)}
    told = []
    for at, span in enumerate(split(text)):
        parts = [_DATE.sub("", bare(part.text)) for part in clauses(span.text)]
        for n, part in enumerate(parts):
            if (at, n) in found and part and part not in title and not (figure and (_NO_TITLE.match(part) or at == 0)):
                told += [f"{parts[n - 1]}，{part}"] if n and at and hangs(part, parts[n - 1]) else []
                told.append(part)
    sizes = {one: max(map(float, re.findall(r"\d+(?:\.\d+)?", one)), default=0.0) for one in told}
    return told if figure else sorted(told, key=lambda one: (-sizes[one], -len(one)))


def trimmed_title(named: str, title: str, new: str = "") -> str:
    """The title without the words or with `new` in their place, or without its place where that is named by its kind;
    InputError where it has neither, or would be no sentence."""
    if (place := _PLACE.search(title)) and named in place[0] and not new:
        return title.replace(place[0], "")
    if named in title:
        at = title.index(named)
        word = (word_over(title, at) or word_over(title, at + 1)) if len(named) == 1 else None
        if word:
            raise InputError(f"“{named}”在标题里是“{word.text}”的一部分。请直接说“标题改成…”。")
        if named in _SAME_DEED and not new:
            new = next(deed for deed in _SAME_DEED if deed != named)
        cut = re.sub(rf"[在于到赴]{re.escape(named)}", "", title) if not new else title
        cut = cut if cut != title else title.replace(named, new)
        alone = title[:at] in _houses(title) or [one.kind for one in words(named)] == ["v"]
        if not new and alone and not re.match(VERBS, title[at + len(named) :]):
            raise InputError(f"去掉“{named}”标题就不成句了。请直接说“标题改成…”。")
        return cut
    if re.search(r"[镇乡村县区街]名|地点|地名|地方|场地|社区名|村名|在哪", named) and (found := _PLACE.search(title)):
        return title.replace(found[0], "")
    if re.search(r"数[字据]?$", named):
        first, *rest = re.split("[，,]", title)
        bare = "，".join([_COUNT.sub("", first), *(part for part in rest if not _FIGURE.search(part))])
        if bare == title:
            raise InputError("标题里没有数字，不用改。")
        return bare
    if re.search(r"标点|逗号|引号|括号|书名号", named):
        return re.sub(r"[，,、“”《》（）()]", "", title)
    raise InputError(f"标题里没有“{named}”，没有改。")


def _houses(title: str) -> set[str]:
    """How the title may name whose it is."""
    return {one.text for one in places(title)} | {one[0] for one in (_HOUSE.match(title), _UNIT.match(title)) if one}
