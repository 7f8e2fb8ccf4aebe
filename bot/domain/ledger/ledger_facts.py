"""What a problem told in one sentence says of itself: problem, source, measures, owner, deadline. Nothing is added."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.domain.language.asking import weigh
from bot.domain.language.names import SURNAMES, TITLE
from bot.domain.ledger.deadlines import Due, deadlines
from bot.domain.ledger.items import NAMES, Facts
from bot.domain.plain.plain_talk import judge
from bot.domain.plain.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Told:
    """The facts, whether the deadline was taken for next year's, and the unit that was named as responsible."""

    facts: Facts
    rolled: bool = False
    unit: str = ""


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    name: str
    value: str


_EDGE = (
    r"(?=[，。；、,;：:\s]|$|和|与|负责|牵头|落实|跟进|\d|[一二三四五六七八九十]{1,2}月|[本下]个?[月周]|月底|年底"
    r"|年内|明天|后天|措施|时限|期限|来源|限期|完成|整改|责任|要求|在|于|前)"
)
_OF_OFFICE = r"(?:[一-龥]{1,6}?(?:科|股|室|办|队|站|馆|局|部|中心)的?)?"
_NAME = (
    rf"(?:{_OF_OFFICE}(?:[一-龥]{{0,6}}?{TITLE}(?:[{SURNAMES}][一-龥]{{1,2}}?{_EDGE})?|[{SURNAMES}][一-龥·]{{1,3}}?{_EDGE}"
    rf"|[小老][{SURNAMES}]{_EDGE}))"
)
_NAMES = rf"{_NAME}(?:\s*[、和与]\s*{_NAME})*"
_OWNER = re.compile(
    rf"(?:责任人|负责人|牵头人|经办人|承办人|责任领导)\s*(?:是|为|定为|[：:])?\s*(?P<label>{_NAMES})"
    r"|(?:(?:责任人|负责人)(?:是|为|[：:])?|(?:^|(?<=[，。；,;：:\s])))(?P<me>我)(?:自己)?(?:来|牵头)?(?:负责|落实"
    r"|跟进|办|抓)?(?=[，。；,;\s]|$)"
    r"|[由让请](?P<by>[一-龥]{2,10}?)(?:同志)?(?:来|具体|全权)?(?:负责|牵头|落实|跟进|主抓|来办)(?:落实|整改|跟进)?"
    rf"|(?:^|(?<=[，。；,;：:\s]))(?P<verb>{_NAMES})(?:同志)?(?:来|具体|全权)?(?:负责|牵头|落实|跟进|主抓)(?:落实"
    r"|整改|跟进)?"
    rf"|(?:^|(?<=[，。；,;：:\s]))(?P<does>(?:后勤|物业|保洁|总务|财务|网管)?{_OF_OFFICE}(?:[小老][{SURNAMES}]|[{SURNAMES}]?(?:师傅|主任|科长|工)))(?:去|来)?"
    r"(?:修|办|管|弄|换|盯|搞|处理|解决|清理|整改|维修)(?:一下|好|掉)?(?=[，。；,;\s]|$)"
)
_UNIT = re.compile(
    r"(?:责任|牵头|整改)(?:单位|科室|部门)\s*(?:是|为|[：:])?\s*(?P<label>[一-龥]{2,14}?)(?=[，。；,;\s]|$"
    r"|责任人|负责人|措施|时限|期限)"
)
_FOUND = r"(?:反馈|指出|发现|反映|查出|查摆|提出|交办|通报)"
_CHECKED = (
    r"(?:巡视|巡察|审计|督查|督导|民主生活会|组织生活会|主题教育|专项整治|调研|检查|暗访|暗查|回访|考核|评议"
    r"|自查自纠|自查|体检)"
)
_PUBLIC = (
    r"(?:群众|读者|观众|游客|居民|村民|企业|干部|职工|党员|家长|学员|老人)(?:来信|来电|来访|代表)?(?:反映|投诉|反馈"
    r"|提出|举报|意见|提)"
)
_HOTLINE = r"(?:信访件?|12345(?:热线|工单)?|市长热线|政务热线|网上留言)(?:转办|交办|反映|投诉|工单)?"
_SOURCE = re.compile(
    r"(?:问题)?来源(?:是|为|于|[：:])?\s*(?P<label>[^，。；,;\s：:]{2,20}?)(?=[，。；,;\s]|$|责任人|负责人|措施|时限"
    r"|期限)|(?:^|(?<=[，。；,;：:\s]))(?:这?是|根据|按照?)?(?:[昨今前]天|上周|近日|日前|最近"
    rf"|刚才)?(?P<told>[一-龥\d]{{0,8}}?(?:{_CHECKED}(?:组|中|时)?|巡查组?){_FOUND}|{_PUBLIC}|{_HOTLINE})"
    r"(?:说|的是?|出来的?)?[，,：:]?"
)
_LIMIT = re.compile(
    r"(?:(?:整改|完成|办结)?(?:时限|期限|截止(?:时间|日期)?|时间)|限期|限|截止|截至|务必|争取|力争|必须|要|于"
    r"|在|到)\s*(?:是|为|到|在|于|定在|[：:])?\s*$"
)
_DONE = re.compile(
    r"\s*(?:之?前)?(?:全部|都|要|须|必须|务必|能)?(?:完成整改|整改完成|整改到位|整改完|完成|解决|办结|落实到位"
    r"|销号|到位|搞定|弄好)(?=[，。；,;\s]|$)"
)
_LABELS = re.compile(
    r"(?:存在的?)?问题(?:描述|内容)?\s*(?:是|为|有|[：:])\s*[：:]?\s*"
    r"|(?:整改)?(?P<measures>措施|办法|举措)\s*(?:是|为|有)?[：:]?\s*"
)
_ACTS = re.compile(
    r"要(?![求么素点])|需要|准备(?!不)|打算|(?:准备|计划|打算|争取|力争|抓紧|尽快|立即|马上|需要|[拟要需先再将])*"
    r"(?:[加增设购买补配派轮退划约]|安排|制定|修订|完善|开展|组织|培训|更换|维修|清理|建立|公开|公示|延长|调整|抽调"
    r"|招聘|安装|优化"
    r"|落实|召开|印发|出台|整改|实行|推行|取消|合并|简化|通报|追缴|上线|协调|联系|每[天周月季]|明确|规范|强化"
    r"|改[造进用为成]|换[成上])"
)
# 下周五前修好: all that is to be done, told as its end.
_MENDED = re.compile(r"[修换装弄改办清补][好完齐]")
_LONGEST = 60
_EMPTY = re.compile(r"(?:的|了|请|帮我|登记|一下|整改|要求|就这样|谢谢|吧|[\s：:、])*")


def read(text: str, said: datetime) -> Told:
    """The facts that the words tell. `said` is when they were said: it decides what 8月底 means."""
    # In chat a space stands for a comma.
    text = re.sub(r"(?<=[一-龥\d])[ \u3000]+(?=[一-龥\d])", "，", text)
    due = _due(text, said)
    spans = sorted(_spans(text, due), key=lambda span: span.start)
    problem, measures = _rest(text, spans)
    told = {name: _first(spans, name) for name in ("source", "owner", "unit")}
    facts = Facts(problem, told["source"], measures, told["owner"], due.day if due else None)
    return Told(facts, bool(due and due.rolled), told["unit"])


def sourced(text: str) -> bool:
    """Whether the words begin with where a problem comes from: 群众反映…, 巡察反馈…"""
    found = _SOURCE.match(text)
    return bool(found and found["told"])


def hollow(measures: str) -> bool:
    """Whether a measure would be true of any unit in any year, so that nobody could tell when it is done."""
    return any(one.verdict is Verdict.EMPTY and "“" in one.why for one in judge(measures).sentences)


def limit(text: str, said: datetime) -> Due | None:
    """The deadline where nothing but one is expected: any day will do."""
    found = deadlines(text, said)
    return found[-1] if found else None


def owner(text: str) -> str:
    """The name where nothing but one is expected: 李明, 王科长, 换成李明."""
    found = re.fullmatch(
        rf"\s*(?:就|是|为|一下[，,]?|换成|改成|改为|由|让|给)*(?P<name>{_NAMES})(?:同志)?(?:负责|来办)?[。！!\s]*", text
    )
    return found["name"].strip() if found else ""


def missing(text: str, said: datetime, asked: tuple[str, ...]) -> Facts | None:
    """The facts among those asked for; None where anything in the words is something else."""
    told = read(text, said).facts
    found = {key: value for key, name in NAMES.items() if name in asked and (value := getattr(told, key))}
    found.pop("problem", None)
    if "责任人" in asked and not told.owner and (name := owner(text)):
        return Facts(owner=name)
    if "时限" in asked and not told.deadline and len(text) <= 16 and (due := limit(text, said)):
        return Facts(deadline=due.day)
    extra = told.problem
    doing = _ACTS.match(extra) or _MENDED.match(extra)
    if extra and "来源" in asked and "source" not in found and not doing and _may_be_source(extra):
        found["source"], extra = extra, ""
    elif doing and "措施" in asked and "measures" not in found and len(extra) <= _LONGEST:
        found["measures"], extra = extra, ""
    return Facts(**found) if found and not extra else None


def _may_be_source(words: str) -> bool:
    """A few words that tell of no event and ask nothing."""
    weights = weigh(words)
    return len(words) <= 14 and weights.note < 1 and weights.question < 2


def _due(text: str, said: datetime) -> Due | None:
    """The first that is surely a deadline; a plain day counts where the words around it say so."""
    for due in deadlines(text, said):
        if not due.plain or _LIMIT.search(text[: due.start]) or _DONE.match(text, due.end):
            return due
    return None


def _spans(text: str, due: Due | None) -> Iterator[_Span]:
    """Pieces that are neither problem nor measure; the first of each kind counts."""
    if due:
        before, after = _LIMIT.search(text[: due.start]), _DONE.match(text, due.end)
        yield _Span(before.start() if before else due.start, after.end() if after else due.end, "deadline", "")
    for name, pattern in (("owner", _OWNER), ("unit", _UNIT), ("source", _SOURCE)):
        found = next(
            (m for m in pattern.finditer(text) if not due or m.end() <= due.start or due.end <= m.start()), None
        )
        if found:
            value = next(part for part in found.groupdict().values() if part)
            yield _Span(found.start(), found.end(), name, value.strip())


def _first(spans: list[_Span], name: str) -> str:
    return next((span.value for span in spans if span.name == name), "")


def _rest(text: str, spans: list[_Span]) -> tuple[str, str]:
    """What is left, told apart: the problem first, then what is to be done about it."""
    problem: list[str] = []
    measures: list[str] = []
    for piece, dated in _pieces(text, spans):
        label = _LABELS.match(piece)
        words = piece[label.end() :] if label else piece
        if _EMPTY.fullmatch(words):
            continue
        doing = bool(label and label["measures"]) or (not label and bool(measures or dated or _ACTS.match(words)))
        (measures if doing and (problem or label) else problem).append(words.strip())
    return "，".join(problem), "，".join(measures)


def _pieces(text: str, spans: list[_Span]) -> Iterator[tuple[str, bool]]:
    """Clauses outside the spans, with whether the deadline stands right before them."""
    at, dated = 0, False
    for span in (*spans, _Span(len(text), len(text), "", "")):
        for number, clause in enumerate(re.split(r"[，。；,;\n]+", text[at : max(at, span.start)])):
            yield clause.strip(), dated and number == 0
        at, dated = max(at, span.end), span.name == "deadline"
