"""What people say of a document of the library: corrections of its card, whose it is, that it should go.

Only words that name a document, or that say 这份文件 after its card was shown, are taken.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bot.domain.library.cards import bare_title, date_in
from bot.domain.library.passages import Document

OURS = "本单位"
"""The value of the field `unit` as people say it; who speaks decides which unit that is."""
ALL = "全体"
NAMES = {
    "文号": "number",
    "发文字号": "number",
    "发文机关": "issuer",
    "发文单位": "issuer",
    "印发单位": "issuer",
    "标题": "title",
    "题目": "title",
    "成文日期": "dated",
    "发文日期": "dated",
    "印发日期": "dated",
    "发布日期": "dated",
    "施行日期": "effective",
    "生效日期": "effective",
    "实施日期": "effective",
    "执行日期": "effective",
    "失效日期": "expires",
    "有效期": "expires",
}
DATES = frozenset({"dated", "effective", "expires"})
TEXTS = frozenset({"title", "issuer", "number", "replaced_by", "unit"})
NONE = frozenset({"没有", "无", "空", "不详"})

_YEAR = r"[（(]\d{4}[^）)]*[)）]"
_NAME = rf"《(?P<title>[^》]{{2,80}})》(?P<year>{_YEAR})?"
_ABOUT = rf"(?:{_NAME}|这[份个]?(?:文件)?|该文件)?(?:的)?[，, ]*(?:现在)?"
_END = r"[。.！!了]*"
_SET = re.compile(
    rf"(?:{_ABOUT}|(?P<bare>[^《》，,。：:\s]{{4,60}}?)的?)(?P<name>{'|'.join(NAMES)})(?:(?:不对|[写弄搞]?错了?|有误)[，,。]?)?"
    rf"(?:应该|应|改)?(?:是|为|成|到|至|：|:|[从自](?=\d{{4}}年))"
    rf"(?P<value>[^。\n]{{1,120}}?)(?:(?<=[日号])(?:起?算|开始算?))?{_END}"
)
_OUT = re.compile(rf"{_ABOUT}(?:已经?|早就?)?(?:废止|失效|作废|停止执行|不再执行){_END}")
_IN = re.compile(
    rf"{_ABOUT}(?:现行有效|(?:还|仍然?|继续)有效|(?:还|仍)?在执行"
    rf"|没有?(?:废止|作废|失效|过期)|已经?(?:正式)?(?:生效|施行|实施))(?:[，,](?:现在)?(?:还|仍然?|是)?(?:现行)?有效)?{_END}"
)
_SINCE = re.compile(
    rf"{_ABOUT}[自从是]?(?P<value>(?:\d{{4}}年)?\d{{1,2}}月\d{{1,2}}[日号])(?:起|才|开始)*(?:正式)?(?:施行|实施|执行|生效){_END}"
)
_UNTIL = re.compile(
    rf"{_ABOUT}(?:(?:试行|有效期?)[^，,。]{{0,8}}[，,])?(?:有效)?[到至在]?(?P<value>\d{{4}}年\d{{1,2}}月\d{{1,2}}[日号])"
    rf"(?:就|起)?(?:为止|失效|到期|过期|截止|废止)(?:失效|废止)?{_END}"
)
_RENAMED = re.compile(rf"{_ABOUT}(?:已经?)?[改更]名(?:为|成|叫)?《?(?P<value>[^》。]{{2,80}})》?{_END}")
_NOT_YET = re.compile(rf"{_ABOUT}(?:还没有?|尚未|还未|未)(?:正式)?(?:生效|施行|实施|执行){_END}")
_BY = re.compile(rf"{_ABOUT}(?:已经?)?(?:被|由)《(?P<value>[^》]{{2,80}})》(?:所)?(?:取代|代替|替代|废止){_END}")
_OURS = re.compile(
    rf"{_ABOUT}(?:只|仅)(?:给|供|限|让)?(?:本|我们?)(?:单位|科室|局|馆|站|所)(?:内部)?(?:的人)?(?:能|可以)?"
    rf"(?:看|可见|使用|用)?{_END}"
)
_ALL = re.compile(
    rf"{_ABOUT}(?:给|让|对)(?:所有人?|全体|大家|全局|各单位)(?:单位|人)?(?:都)?(?:能|可以)?(?:看|公开|可见|使用"
    rf"|用){_END}"
)
_DELETE = r"(?:删掉|删除|删了|移除|撤下)"
_GONE = re.compile(
    rf"(?:把|将)?(?:{_NAME}|这份文件|该文件)[从在]?资料库[里中]?{_DELETE}{_END}"
    rf"|[从在]?资料库[里中]?{_DELETE}《(?P<other>[^》]{{2,80}})》(?P<other_year>{_YEAR})?{_END}"
    rf"|(?:把|将)(?P<loose>[^《》，,。\s第]{{2,24}}?)[那这]份(?:文件)?{_DELETE}{_END}"
)
_SHOW = re.compile(rf"(?:看|查看|看看|看一下){_NAME}的?(?:卡片|文件卡|登记){_END}")
_LIST = re.compile(
    r"(?:看|查看|看看|列出)?(?:一下)?资料库[里中]?(?:现在)?都?"
    r"(?:有(?:哪些|什么)|的?目录|的?清单|的?文件|列表)(?:文件|资料|规定)?[。？?！!]*"
)
_KEEP = re.compile(
    r"[，,。；;\s]*(?:请|麻烦)?(?:帮我)?把?(?:这[份个张些]?(?:文件|图片?|照片|扫描件)?)?"
    r"(?:收|收录|收入|存|存入|放|加|加入|录入|传)(?:到|进|入)?(?:资料库|文件库|知识库)[里中]?"
    r"(?P<ours>[，,。；;\s]*(?:只|仅)?(?:给|供|限)?本(?:单位|科室|局|馆)(?:内部)?(?:看|可见|使用|用)?)?[，,。；;！!\s]*"
)


@dataclass(frozen=True, slots=True)
class CardEdit:
    """`act` is set, forget, show or list; `title` is empty where 这份文件 is meant."""

    act: str
    title: str = ""
    values: tuple[tuple[str, str], ...] = ()


def read(text: str) -> CardEdit | None:
    """The edit that the words certainly are; None for anything else. An unreadable date raises ValueError."""
    words = text.strip()
    if found := _SET.fullmatch(words):
        return _set(found)
    if found := _SINCE.fullmatch(words):
        return CardEdit("set", _title(found), (("effective", _day(found["value"])),))
    if found := _UNTIL.fullmatch(words):
        return CardEdit("set", _title(found), (("expires", _day(found["value"])),))
    if found := _RENAMED.fullmatch(words):
        return CardEdit("set", _title(found), (("title", found["value"]),))
    for pattern, values in (
        (_OUT, (("in_force", "no"),)),
        (_NOT_YET, (("effective", date.max.isoformat()), ("in_force", ""))),
        (_IN, (("in_force", "yes"), ("replaced_by", ""))),
        (_OURS, (("unit", OURS),)),
        (_ALL, (("unit", ALL),)),
    ):
        if found := pattern.fullmatch(words):
            return CardEdit("set", _title(found), values)
    if found := _BY.fullmatch(words):
        return CardEdit("set", _title(found), (("replaced_by", found["value"]), ("in_force", "no")))
    if found := _GONE.fullmatch(words):
        other = f"{found['other']}{found['other_year'] or ''}" if found["other"] else ""
        return CardEdit("forget", _title(found) or other or found["loose"] or "")
    if found := _SHOW.fullmatch(words):
        return CardEdit("show", _title(found))
    return CardEdit("list") if _LIST.fullmatch(words) else None


def _set(found: re.Match[str]) -> CardEdit:
    name, value = NAMES[found["name"]], found["value"].strip(" “”\"'")
    kept = "" if value in NONE else value
    told = _day(kept) if name in DATES and kept else stored(name, kept)
    return CardEdit("set", found["bare"] or _title(found), ((name, told),))


def _day(value: str) -> str:
    """The day as it is kept; without a year it waits for that of the document (see `in_year`)."""
    short = re.fullmatch(r"(\d{1,2})月(\d{1,2})[日号]", value)
    return f"{int(short[1]):02}-{int(short[2]):02}" if short else stored("effective", value)


def in_year(value: str, document: Document, today: date) -> str:
    """5月10日 of the document's own year, of the next one where that would be before its date."""
    since = document.dated or today
    day = f"{since.year}-{value}"
    return day if day >= since.isoformat() else f"{since.year + 1}-{value}"


def _title(found: re.Match[str]) -> str:
    return f"{found['title'] or ''}{found['year'] or ''}"


def stored(name: str, value: str) -> str:
    """A value as it is kept: dates as ISO; ValueError where it is none."""
    if name in DATES and value:
        day = date_in(value)
        if day is None:
            raise ValueError("日期没看懂，请写成2025年7月1日这样")
        return day.isoformat()
    if name == "number":
        return re.sub(r"[\[［【（(](\d{4})[\]］】）)]", r"〔\1〕", re.sub(r"\s", "", value))
    return value.strip("《》") if name in ("title", "replaced_by") else value


def corrected(document: Document, said: Iterable[tuple[str, str]]) -> Document:
    """The card with what people said of it, the last word on each field. `in_force` is yes, no or empty."""
    changes: dict[str, Any] = {}
    for name, value in said:
        if name in DATES:
            changes[name] = date.fromisoformat(value) if value else None
            changes["vague"] = re.sub(rf"{name}:\S+ ?", "", changes.get("vague", document.vague))
        elif name == "in_force":
            changes[name] = {"yes": True, "no": False}.get(value)
        elif name in TEXTS:
            changes[name] = value
    return replace(document, **changes)


def keeping(text: str) -> tuple[bool, bool, str]:
    """Of a caption: whether the file goes into the library, whether for the own unit alone, and the other words."""
    found = _KEEP.search(text)
    if found is None:
        return False, False, text
    return True, found["ours"] is not None, (text[: found.start()] + text[found.end() :]).strip()


_FILE = re.compile(
    r"(?:请|帮我|把|将)*\s*[“\"']?(?:[/~]\S*/\S+|\S+\.(?:docx?|wps|pdf|xlsx?|txt|md|html?|zip|jpe?g|png))[”\"']?", re.I
)


def meant_file(text: str) -> str:
    """The name or path that the words give in the place of a file, alone or to be kept; else an empty string."""
    _, _, rest = keeping(text)
    return rest if _FILE.fullmatch(rest) else ""


def named(title: str, documents: Sequence[Document]) -> list[Document]:
    """The documents that go by the name; a year in brackets chooses among versions."""
    year = next(iter(re.findall(r"[（(](\d{4})", title)), "")
    wanted = bare_title(title)
    found = [one for one in documents if wanted in (bare_title(one.title), bare_title(one.name)) or one.name == title]
    found = found or [one for one in documents if wanted in one.aliases or wanted in bare_title(one.title)]
    return [one for one in found if not year or year in (str(one.dated)[:4], *re.findall(r"\d{4}", one.name))]
