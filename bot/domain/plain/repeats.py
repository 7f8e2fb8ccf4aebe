"""Counting inside a text: names used too often or in two spellings, words doubled, lists that fall short."""

import re
from collections import Counter
from collections.abc import Iterator

from bot.domain.language.numerals import whole

_HAN_RUN = re.compile(r"[\u4e00-\u9fff]{8,}")
_NAME_LENGTH = 8
_CORE = 5
_TOO_OFTEN = 3
# Longer texts are searched for worn names up to here: the windows of megabytes would fill the memory.
_REACH = 60_000
_QUOTED = re.compile(r"“([^”]{4,24})”")
# Shorter names are one name only where the same words stand behind them: “书香溢古城”阅读推广活动.
_SHORT_NAME = 6
_SAME_BEHIND = 4
_DOUBLED = re.compile(
    r"(?<![重主需只首纪摘简提必紧机概扼])要要(?!求|素|点)|(?<!目)的的(?!确)|(?<![存现实内潜])在在|(?<![参给授])与与|"
    r"将将|把把(?!手)|([\u4e00-\u9fff]{2})\1"
)
_STAYS = re.compile(r"存在[^，。；]{0,16}(?:问题|现象|情况|不足|困难)存在")
# Verbs that may be said twice, and counted repetitions.
_MAY_DOUBLE = frozenset(
    {"研究", "讨论", "学习", "考虑", "商量", "了解", "交流", "锻炼", "打扫", "整理", "体验", "休息", "活动"}
)
_LABEL = re.compile(
    r"([三四五六七八九十两])([查正看抓促建进提改强减增治清送学比访评亮帮联问创争树补优严])(?=”|"
    r"[一二三四五六七八九十两][\u4e00-\u9fff]{1,2}[”，。、]|活动|专项|要求|[：:])"
)
# Whole phrases of address that come back often and name nothing.
_NO_NAME = re.compile(r"^[以把将为在和与的对按是由]|广大|各级|各基层|各单位|全体|习近平|党中央")
_LISTED = re.compile(r"“([^”]{3,80})”(?:等)?([两三四五六七八九十]|\d{1,2})(?:项|个|种|大|条)")
_BEFORE_LIST = re.compile(
    r"(?:以下|下面|下列|如下)([两三四五六七八九十]|\d{1,2})(?:点|项|个|条|方面)|([两三四五六七八九十]|\d{1,2})(?:点|项|"
    r"个|条)(?:方面|措施|要求|意见|问题|任务|建议|工作)?[^，。；“”]{0,8}[：:。]\s*(?=一是|一要|第一|1[.、])"
    r"|([两三四五六七八九十]|\d{1,2})(?:个方面|[项条][措要意建][施求见议])[^。；“”]{0,30}[：:。]\s*(?=一是|一要|第一)"
)
_ITEM = re.compile(
    r"(?:^|[。；;：:，\n])\s*(?:([一二三四五六七八九十]{1,2})(?:是|要)|"
    r"第([一二三四五六七八九十]{1,2})[，、]|(\d{1,2})[.、])"
)

INNER = str.maketrans("“”", "‘’")


def worn_names(text: str) -> Iterator[str]:
    """Long names that stand three times and more; the longest form that is always used in full is named."""
    text = text[:_REACH]
    windows: Counter[str] = Counter()
    for run in _HAN_RUN.finditer(text):
        piece = run.group()
        windows.update(piece[at : at + _NAME_LENGTH] for at in range(len(piece) - _NAME_LENGTH + 1))
    named: list[str] = []
    for window, count in windows.most_common():
        if count < _TOO_OFTEN or len(named) >= 3:
            return
        name = _grown(text, window, count)
        if not _NO_NAME.search(name) and not any(_overlap(name, other) for other in named):
            named.append(name)
            core, uses = _core(text, name)
            more = f"（其中“{core}”共{uses}次）" if uses > count else ""
            shown = name.translate(INNER)
            yield f"“{shown}”写了{count}次{more}，第一次用全称，后面用简称"


def _core(text: str, name: str) -> tuple[str, int]:
    """The part of a long name, five characters and more, that stands in the text most often."""
    pieces = [name[start : start + _CORE] for start in range(len(name) - _CORE + 1)]
    piece = max(pieces, key=text.count)
    count = text.count(piece)
    return _grown(text, piece, count), count


def _overlap(name: str, other: str) -> bool:
    pieces = {other[at : at + 4] for at in range(len(other) - 3)}
    return any(name[at : at + 4] in pieces for at in range(len(name) - 3))


def _grown(text: str, name: str, count: int) -> str:
    """The name with the neighbours that stand beside it every time."""
    places = [match.start() for match in re.finditer(re.escape(name), text)]
    start, end = 0, len(name)
    while start > -20 and (sign := _shared(text, places, start - 1)):
        start, name = start - 1, sign + name
    while end < 40 and (sign := _shared(text, places, end)):
        end, name = end + 1, name + sign
    return re.sub(r"^[”》·]+|[“《·]+$", "", name)


def _shared(text: str, places: list[int], offset: int) -> str:
    signs = {text[at + offset : at + offset + 1] if at + offset >= 0 else "" for at in places}
    sign = signs.pop() if len(signs) == 1 else ""
    return sign if re.fullmatch(r"[\u4e00-\u9fff\d“”《》·•]", sign) else ""


def varied_names(text: str) -> Iterator[str]:
    """One quoted name in two spellings, such as a brand with one character changed."""
    names = list(dict.fromkeys(re.sub(r"[，、, ]", "、", name) for name in _QUOTED.findall(text)))[:60]
    for position, name in enumerate(names):
        for other in names[position + 1 :]:
            if _differ_slightly(name, other) and (
                len(name) >= _SHORT_NAME or _behind(text, name) == _behind(text, other)
            ):
                yield f"名称前后不一：“{name}”和“{other}”，统一成一种"


def _behind(text: str, name: str) -> str | None:
    """The words right behind a quoted name; None where they are too few to tell anything by."""
    m = re.search(rf"“{re.escape(name)}”([一-龥]{{{_SAME_BEHIND}}})", text)
    return m[1] if m else None


def _differ_slightly(name: str, other: str) -> bool:
    if len(name) != len(other):
        return False
    return 0 < sum(a != b for a, b in zip(name, other, strict=True)) <= 1 + (len(name) > 15)


def doubled_words(text: str) -> Iterator[str]:
    """Slips such as 要要 and 方面方面, and 存在…存在."""
    seen: list[str] = []
    for match in _DOUBLED.finditer(text):
        word = match.group()
        half = match.group(1)
        if half and (half in _MAY_DOUBLE or half[0] == half[1] or half[0] in "一很几两好"):
            continue
        seen.append(word)
    seen += [match.group() for match in _STAYS.finditer(text)]
    for word in dict.fromkeys(seen):
        yield f"“{word}”有重复的字，删去多余的"


def broken_promises(text: str) -> Iterator[str]:
    """Lists with fewer or more items than announced."""
    for label in _LABEL.finditer(text):
        yield from _label_kept(text, label)
    for match in _LISTED.finditer(text):
        items = len(re.split(r"[、，；]", match.group(1)))
        if items > 1 and items != whole(match.group(2)) and "等" not in match.group():
            yield f"说是{match.group(2)}项，引号里列了{items}项"
    for match in _BEFORE_LIST.finditer(text):
        said = match.group(1) or match.group(2) or match.group(3)
        items = _items_after(text[match.end() - 1 : match.end() + 3000])
        if items >= 2 and items != whole(said):
            yield f"说是{said}项，下面列了{items}项"


_OF_WHICH = re.compile(r"共(?:计|有)?(?P<all>\d+)(?P<unit>[人名个件家户册])[^，。；]{0,8}，其中(?P<parts>[^。；]+)")
# 其中党员12人、女30人: one person may be both.
_OVERLAPS = re.compile(r"党员|团员|男|女|岁|老|青年|族|首次|新|曾|本科|学历")
_EXACT_AND_MORE = re.compile(r"(?<![\d.])\d*[1-9][余多](?=[人名个册件场次家户份])")


def contradicted_counts(text: str) -> Iterator[str]:
    """Parts that are more than their whole, and a figure that is exact and rough at once (32余人)."""
    for m in _OF_WHICH.finditer(text):
        parts = [int(n) for n in re.findall(rf"(\d+){m['unit']}", m["parts"])]
        if len(parts) > 1 and sum(parts) > int(m["all"]) and not _OVERLAPS.search(m["parts"]):
            yield f"“其中”各数加起来是{sum(parts)}，比总数{m['all']}多，核对"
    for found in _EXACT_AND_MORE.finditer(text):
        yield f"“{found[0]}”有零头又带“{found[0][-1]}”，写准数"


# 大河镇、柳泉镇、石桥乡5个乡镇: places and offices of one kind, then how many; 等 says that there are more.
_NAMED_LISTS = tuple(
    re.compile(
        rf"(?P<all>(?:[一-龥]{{1,12}}(?:{ends})[、和及与])+[一-龥]{{1,12}}(?:{ends}))(?P<said>[两三四五六七八九十]|\d{{1,2}})"
        rf"个?家?所?(?:{kinds})"
    )
    for ends, kinds in (
        ("[镇乡]|街道", "乡镇|镇|乡|地(?![块方点])"),
        ("村|社区", "行政村|村(?![民里口])|社区"),
        ("小学|中学|学校|小|中", "学校|校|小学|中学"),
        ("[局委办部会科室处股馆站院]|中心|大队", "单位|部门|科室|家"),
        ("景区", "景区"),
    )
)


def miscounted_names(text: str) -> Iterator[str]:
    """Lists of named places and offices that are fewer or more than is said right behind them."""
    for pattern in _NAMED_LISTS:
        for m in pattern.finditer(text):
            listed, said = len(re.split(r"[、和及与]", m["all"])), whole(m["said"])
            if listed != said and text[m.start() - 1 : m.start()] not in ("、", "和", "及", "与"):
                names = re.sub(r"^(?:为|在|到|赴|由|对|向|给|会同|联合|组织|与|和)", "", m["all"])
                yield f"写的是{said}个，前面列了{listed}个（{names}），核对"


def _label_kept(text: str, label: re.Match[str]) -> Iterator[str]:
    """六正 promises six items that begin with 正; they are sought in the rest of the sentence."""
    verb, promised = label.group(2), whole(label.group(1))
    tail = re.split(r"[。！？\n]", text[label.end() : label.end() + 400], maxsplit=1)[0]
    word = rf"{verb}(?:“[^”]{{1,8}}”)?[^，、；。“”{verb}]{{1,10}}(?:“[^”]{{1,8}}”[^，、；。]{{0,6}})?"
    item = rf"(?:[一二三四五六七八九十](?:是)?)?{word}"
    run = re.search(rf"{item}(?:[、，；](?:以及|和)?{item})+", tail)
    items = len(re.findall(item, run.group())) if run else 0
    if items >= 2 and items != promised:
        yield (
            f"“{label.group(1)}{verb}”应有{promised}项，只列了{items}项"
            if items < promised
            else (f"“{label.group(1)}{verb}”应有{promised}项，却列了{items}项")
        )


def _items_after(text: str) -> int:
    """How far a numbered list that starts here counts; a return to one ends it."""
    reached = 0
    for match in _ITEM.finditer(text):
        value = whole(next(group for group in match.groups() if group))
        if value != reached + 1:
            break
        reached = value
    return reached
