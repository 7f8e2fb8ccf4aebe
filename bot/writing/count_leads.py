"""Openings that tell a figure of a time and no deed of a day: 国庆假期，接待游客3.2万人次; 上半年数据出来了."""

import re
from collections.abc import Sequence

from bot.domain.notes.utterances import Utterance
from bot.writing.clauses import NUMBERED, Line
from bot.writing.days import HOLIDAYS, OCCASION, told_as
from bot.writing.deeds import STARTS_VERB, without_time
from bot.writing.naming import HEADER, named_before
from bot.writing.title_faults import MAX_TITLE
from bot.writing.titles import Lead
from bot.writing.wording import formal

STATISTIC = re.compile(
    r"^(?![一-龥]{2,8}?(?:[部室科组队股处厅台]|中心|大厅)(?!长))(?:(?:巡察|巡视|审计|督查)反馈|(?:五一|国庆|清明|端午|中秋|春节|元旦|假期|节日)[^，。]{0,4}(?:全|接待"
    r"|旅游)|全[县市区镇乡省](?!首[家个批座]|最|第|唯一)|接待(?:游客|旅客)|游客|景区|各|旅游(?:综合)?收入|外借|借阅|累计|共接待|借出|核销"
    r"|发放消费券)(?![^，。]*(?:[赛展演]|举办|举行|开幕|召开|开展|闭幕|启动))[^，。]{0,20}\d"
    r"|^(?!新来)(?![一-龥]{2,8}?(?:[部室科组队股处厅台]|中心|大厅)[一-龥])(?!出动|共|组织|发动|派出|安排|接访|慰问|走访|救助|安置|转移|疏散|邀请|接待(?!游客|旅客|读者|观众))[一-龥]{2,8}\d[\d.]*万?(?:多|余)?人(?:次)?$"
)
_HOLIDAY = re.compile(rf"{HOLIDAYS}[一-龥]{{0,2}}(?:假期|黄金周|小长假)|(?:假期|小长假)$")
# 8月窗口办件数, 春节票房: what is counted is named, 数据 would say it twice.
_COUNTED_MATTER = re.compile(r"(?:(?<![年月度])[数量率额]|票房|收入|客流|成绩|名单|[情状]况)$")


def _only_announced(u: Utterance) -> bool:
    """国庆假期数据出来了: that there are figures, and none of them."""
    header = HEADER.match(without_time(u))
    return header is not None and not header["rest"] and not u.quantities() and bool(header["what"])


# 全县接待游客3.2万人次: whose figure it is stands before it.
_WHOSE = re.compile(
    r"全[县市区镇乡省]|各|(?:五一|国庆|清明|端午|中秋|春节|元旦|假期|节日)[^，。]{0,4}全|巡[察视]|审计|督查|景区|游客|[省市]|古城"
)


def statistic_lead(deed: str, main: Utterance, content: list[Utterance], when: str, unit: str) -> Lead:
    """国庆假期，全县接待游客3.2万人次: a figure of a time, not a deed of a day."""
    ahead = next((u for u in content if u.message == main.message and u.end <= main.start and _only_announced(u)), None)
    holiday = _HOLIDAY.search(ahead.text) if ahead else None
    if ahead is None and (named := named_before(main, content)) and (holiday := OCCASION.match(without_time(named))):
        ahead = named
    if holiday:
        when = told_as(when, holiday["what"] if "what" in holiday.groupdict() else holiday[0])
    return Lead(when, unit, "", deed, main, [ahead] if ahead else [], foreign=_WHOSE.match(deed) is not None)


# 全年数据, told when the year ends
_WHOLE_YEAR = re.compile(r"^(?:今年)?(?:全年|年度)(?=$|[一-龥])")
_YEAR_END = 11


def header_lead(header: re.Match[str], main: Utterance, when: str, unit: str) -> Lead:
    """上半年数据出来了：接待游客… → 产业科统计上半年数据，接待游客…"""
    period = "".join(m.written for m in main.moments() if m.kind in ("month", "year"))
    rest = NUMBERED.sub("", header["rest"] or "")  # the items behind the first lose their numbers too
    topic = header["topic"].removeprefix("统计")
    topic = topic if period in topic else period + topic
    if main.said.month >= _YEAR_END:
        topic = _WHOLE_YEAR.sub(f"{main.said.year}年", topic)
    if not header["what"] and re.search(
        r"(?:整改|慰问|检查|演练|培训|走访|宣传|执法|巡查|排查|维修|值守)[^，。]{0,4}$", header["topic"]
    ):
        verb = "" if STARTS_VERB.match(header["topic"]) or re.search(r"慰问|走访", header["topic"]) else "开展"
        return Lead(when, unit, "", f"{verb}{header['topic']}，{formal(rest)}", main)
    what = {"账": "情况", "数字": "数据", "数": "数据", "报表": "数据", "统计": "数据"}.get(
        header["what"], header["what"] or ("" if _COUNTED_MATTER.search(topic) else "数据")
    )
    said = main.said
    when = when if not period else f"{said.month}月{said.day}日"
    if re.match(r"[省市部]里|上级|国家|全国|[省市部]级", topic) and what in ("结果", "名单", "成绩"):
        told = f"{topic}{what}公布" + (f"，{formal(rest)}" if rest else "")
        return Lead(when, unit, "", told, main, foreign=True)  # who stands above made it known
    deed = f"统计{topic}{what}" if what in ("", "情况", "数据", "进度") else f"公布{topic}{what}"
    return Lead(when, unit, "", deed + (f"，{formal(rest)}" if rest else ""), main)


# 其中单位8000元: a part names no whole.
_COUNTED = re.compile(
    r"(?!约|数据|截至|其中|另|其余|.*(?:任务|计划|走访|检查)|[^\d]*\d+[年月日时])[一-龥]{2}[^，。\d]*\d[\d.]*[万亿]?(?:多|余)?[一-龥%]{1,3}$"
)
_WHOLE = re.compile(r"全|总|[^，]{0,4}[共累]")


def first_count(first: str, rest: Sequence[str], lead: Lead, lines: Sequence[Line]) -> str:
    """统计五一假期数据, 全县接待游客26.8万人次 → 统计五一假期全县接待游客26.8万人次."""
    if lead.foreign or not re.match(r"统计[^\d]{2}", first) or first.endswith("情况"):
        return ""
    told = [*rest, *(line.text for line in lines if _WHOLE.match(line.text))]
    count = next(filter(_COUNTED.fullmatch, told), "")
    whole = re.sub(r"(?:\d+天)?(?:数据|情况)$", "", first)
    if re.search("的[^的]*(?:季度|半年|[月年度])$", whole):
        return ""  # 统计企业的二季度报表，县里共23家: how many there are is not what was reckoned
    fitting = (one for one in (whole + count, f"统计{count}") if count and len(lead.actor + one) <= MAX_TITLE)
    return next(fitting, "")
