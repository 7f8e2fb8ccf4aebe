"""What the title tells where the opening does not: an honour, the first figure of a count, the first deed."""

import re
from collections.abc import Sequence

from bot.domain.language.needed import Seldom
from bot.writing.clauses import Line
from bot.writing.deeds import STARTS_VERB
from bot.writing.doers import REPORTED
from bot.writing.titles import MAX_TITLE, TOLD, Lead

# 原定的赏花节开幕式
_MEANT = re.compile(r"原定(?:于?今天|今晚|上午|下午)?的?(?P<what>[一-龥“”]{4,16})$")
_PRIZE = (
    r"(?:[特一二三]等奖|[金银铜]奖|优秀奖|冠军|亚军|季军|第[一二三]名?|最佳[一-龥]{2,4}|名录|称号|先进[一-龥]{0,4}"
    r"|示范[一-龥]{1,6}|重点村|历史新高|历史最高|纪录)"
)
_WON = Seldom(
    rf"(?P<who>该[一-龥]|[一-龥]{{0,4}}?)(?:刚|又|首次|已)?(?P<won>(?:获(?:得|评)?|荣获|入选|入围|列入|被评为|评为|夺得|摘得"
    rf"|刷新|创下?)[^，。]{{0,18}}{_PRIZE}[^，。]{{0,6}})$"
)
_ABOVE = re.compile(r"全国|国家|全省|全市|[省市](?:级|里|局|厅)?[^场民区]|历史|纪录|首次")
_CONTEST = re.compile(r"赛|评选|比武|评比|竞技")
_COUNTED = re.compile(
    r"(?!共|约|数据|截至|[^\d]*\d+[年月日时])[一-龥]{2}[^，。\d]*\d[\d.]*[万亿]?(?:多|余)?[一-龥%]{1,3}$"
)
# 更换10组, 发放800份, 完成更换: a verb, at most a number, and nothing that was done with.
_NO_OBJECT = re.compile(
    r"(?:完成|均?已)(?:[一-龥]{2}|\d[\d.]*%)$|共?[一-龥]{1,2}约?\d[\d.]*万?(?:多|余)?[份组个张套袋条块只碗把]$"
)


def honour_in(text: str, lead: Lead) -> re.Match[str] | None:
    """The clause of an honour that is ours: one given from above, not a prize of the contest that is told of."""
    won = _WON.match(text)
    if won and (_ABOVE.search(won["won"]) or (won["who"].startswith("该") and not _CONTEST.search(lead.deed))):
        return won
    return None


def brightest(lead: Lead, lines: Sequence[Line]) -> set[int]:
    """The messages that tell of an honour: what they say follows the opening."""
    return {
        line.utterance.message
        for line in lines
        if not line.plan and line.utterance.message != lead.utterance.message and honour_in(line.text, lead)
    }


# 举办第一场, of 组织开展家庭教育讲座进社区活动 told beside it.
_NTH_ONLY = re.compile(r"举[办行](?P<nth>第[一二三四五六七八九十\d]+[场期次批讲站届])")
_SERIES = re.compile(r"^(?:组织)?(?:开展|举办|举行|实施)(?P<what>[^，。\d]{3,18})$")
# 组织执法人员12人: who was called up, and nothing of what for.
_MUSTERED = re.compile(r"(?:组织|出动|安排|抽调|派出)[^，。]{1,16}\d[\d.]*多?[名人位]$")
_FOR_WHAT = re.compile(r"[对到在赴][^，。]{2,24}$")


def headline_of(lead: Lead, lines: Sequence[Line]) -> str:
    """What to call the event in the title, empty where the opening says it."""
    first = re.split(r"[，；。]", lead.deed)[0]
    if honour := next((won for line in lines if not line.plan and (won := honour_in(line.text, lead))), None):
        whose = _whose(honour["who"], lead)
        if (whose or not honour["who"]) and not whose.startswith("的"):
            return whose + honour["won"]
    if meant := _MEANT.match(first):
        told = "".join(line.text for line in lines[:4])
        put_off = re.search(r"(?:改|推迟|延期|顺延|调整|挪)至", told)
        return meant["what"] + ("改期" if put_off else "取消") if put_off or "取消" in told else ""
    if re.match(r"统计[^\d]{2,}", first) and not lead.foreign:
        return _first_count(lead, first, lines)
    if nth := _NTH_ONLY.fullmatch(first):
        what = next((m["what"] for line in lines[:3] if (m := _SERIES.search(line.text))), "")
        return f"举办{what}{nth['nth']}" if what else ""
    if _MUSTERED.match(first):
        clauses = [*re.split(r"[，；。]", lead.deed)[1:], *(line.text for line in lines[:3] if not line.plan)]
        return next((text for text in clauses if _FOR_WHAT.match(text) and TOLD.search(text)), "")
    if lead.foreign and not REPORTED.match(lead.deed):
        return ""
    if not lead.foreign and _tells(first):
        return ""
    near = [
        line
        for line in lines[:4]
        if not line.utterance.plan and abs(line.utterance.message - lead.utterance.message) <= 1
    ]
    able = (line.text for line in near if TOLD.match(line.text) and 4 <= len(line.text) <= 20)
    return next((text for text in able if not _NO_OBJECT.fullmatch(text)), "")


# 到石桥镇看小麦苗情
_WENT_TO = re.compile(r"到[一-龥]{2,12}[看查讲给为教送修测收巡]了?(?:[一-龥]|$)")


def _tells(first: str) -> bool:
    """Whether the opening names a deed with what it was done to."""
    return not _NO_OBJECT.fullmatch(first) and (
        TOLD.search(first) is not None
        or _WENT_TO.match(first) is not None
        or (STARTS_VERB.match(first) is not None and len(first) >= 6)
    )


def _whose(who: str, lead: Lead) -> str:
    """该班 → the class that the opening names; a clause of its own keeps its subject."""
    if not who.startswith("该"):
        return who
    named = re.search(rf"[一-龥]{{2}}{who[1]}", lead.deed)
    return named[0] if named else ""


# 其中单位8000元: a part names no whole.
_PART = re.compile(r"其中|另|其余")


def _first_count(lead: Lead, first: str, lines: Sequence[Line]) -> str:
    """统计五一假期数据, 全县接待游客26.8万人次 → 统计五一假期全县接待游客26.8万人次."""
    if first.endswith("情况"):
        return ""
    told = [*re.split(r"[，；。]", lead.deed)[1:], *(line.text for line in lines if not line.plan)]
    count = next((text for text in told if _COUNTED.match(text) and "，" not in text and not _PART.match(text)), "")
    whole = re.sub(r"(?:\d+天)?(?:数据|情况)$", "", first)
    fitting = (one for one in (whole + count, f"统计{count}") if count and len(lead.actor + one) <= MAX_TITLE)
    return next(fitting, "")
