"""Clauses of a draft that tell as done what the notes only plan."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime

from bot.domain.language.dates import moments
from bot.domain.language.moment import Moment
from bot.domain.language.numerals import figure
from bot.domain.language.sentences import split
from bot.domain.lock.grounds import Grounds, bare
from bot.domain.lock.typed import SAYS_DONE, as_typed
from bot.domain.notes.utterances import Kind, Utterance

PLAN_MARK = re.compile(
    r"提出|意向|(?<![思理设])想|需求|建议|需(?!求)|希望|愿意|申请|计划|拟|预计|将(?!军)|打算|准备(?!好|了)|答应|承诺|约定|表示|称(?![号为])|下周"
    r"|下一步|下步|目标|限|研究|联系|待|月起|日起|起改|有意|争取|力争|届时|要求|责令|明[天年]|下个?月|初定|暂定"
    r"|安排|考虑|定[于在]|原定|预定|确定|决定|商定|议定|拟定|部署|明确|推迟|延期|[延排][至到]|顺延|结转|改[至到期]|即将|有望"
    r"|能不能|是否|未定|另行|再行|方可|应[于当]|期限|截止时间|(?<!经)过[两几\d]天|须|预约|预订|报名|(?<![小演解劝传据听])说(?![明服])"
)

# 通知其7月20日前修复, 预报6月28日有大雨: what was announced for a day is to come, in its own clause alone.
_ANNOUNCED = re.compile(
    r"(?P<did>已)?(?P<what>通知|预报|预警)(?![^，。]{0,16}[了过已])[^，。]{0,10}(?:\d{1,2}月\d{1,2}日|\d[天日]内|前(?=[一-龥]))"
)
_TO_ANNOUNCE = re.compile(
    r"(?:准备|打算|计划|拟|将|想|要|得|待|等|再|[明后]天|下周|没|未)[^，。]{0,6}(?:通知|预报|预警)"
)

# Words after which all that follows in the sentence is to come; 待 and 联系 speak of their own clause alone.
_GOVERNS = re.compile(
    r"计划|拟|预计|将(?!军)|打算|准备(?!好|了)|答应|承诺|约定|表示|要求|责令|意向|(?<![思理设])想|[商议拟决确初暂]定|定[于在]|明确|部署|安排"
    r"|推迟|延期|顺延|改[至到期]|下一?步|提出|建议|^\s*(?:如|若|一旦)|期限|目标|报名|考虑|争取|力争|(?<![小演解劝传据听])说(?![明服])"
)

# What a meeting settled is told in sentences of their own behind it.
_SETTLED = re.compile(r"(?:会议|会上)[^，。]{0,6}(?:确定|决定|研究|议定|明确|部署|要求|同意|通过|安排)")
_CLAUSE_ENDS = re.compile(r"[，。；\n]")
_SAYS_PLAN = re.compile(r"计划|拟|预计|将|承诺|答应|表示|[约预商议]定|说[好定]|约好|谈妥|预[约订]")

# 因未通电，定于8月22日安装: why or when it is to be, before the word that says so.
_LEADS = re.compile(
    rf"^(?:[^，]{{0,10}}因|[^，]{{0,14}}(?:后|时|前)，|[^，]{{0,6}}未)[^，]*，?[^，]{{0,8}}(?:{PLAN_MARK.pattern})"
)


def told_as_done(text: str, grounds: Grounds) -> Iterator[str]:
    """Clauses that tell what a note only plans, without a word that says so."""
    told = [u for u in grounds.said if not _intended(u)]
    done = bare("".join(u.text for u in told))
    done += "".join(f" {figure(q.value)}{q.unit}" for u in told for q in u.quantities() if q.han)
    last = max((u.said for u in grounds.said), default=None)
    plans = [
        keys
        for u in grounds.said
        if _intended(u) and u.kind is Kind.CONTENT and not _come_about(u, last) and (keys := _keys(u, done))
    ]
    planned = _days(u for u in grounds.said if _intended(u)) - _days(u for u in grounds.said if not _intended(u))
    settled = behind_semicolon = False
    for span in split(text):
        carried, settled = settled, _settles(span.text, settled, last)
        marked = governed = carried and behind_semicolon
        behind_semicolon = span.text.endswith("；")
        clauses = _CLAUSE_ENDS.split(span.text)
        for clause, behind in zip(clauses, [*clauses[1:], ""], strict=True):
            own = PLAN_MARK.search(clause) is not None or _IF.match(clause) is not None
            marked = marked or own
            announced = _announces(clause, grounds)
            own = own or announced
            led = marked or announced or _LEADS.search(clause + "，" + behind) is not None
            said_done = "已" in clause and SAYS_DONE.search(clause) and not _SAYS_PLAN.search(clause)
            said_done = said_done and not announced
            if not clause.strip() or _WHEN_ALONE.fullmatch(clause.strip()):
                continue
            if not as_typed(clause, grounds) and (
                (_only_planned(clause, grounds) and not announced)
                or _NOT_YET.search(clause)
                or (last and said_done and _ahead(clause, last))
                or (last and not (own or governed) and _comes_later(clause, last, planned))
                or (not (own or governed) and _at_a_later_time(clause, grounds))
                or (
                    (not led or said_done)
                    and not _said_done(clause, grounds)
                    and _retells(clause, [p for p in plans if not carried or _by_figures(p)], done)
                )
            ):
                yield clause.strip()
            governed = governed or _GOVERNS.search(clause) is not None


# 助残日前, 11月3日: when alone tells nothing done.
_WHEN_ALONE = re.compile(r"[一-龥]{1,5}[日节]前|(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[上下]午|早上|晚)?")


def _announces(clause: str, grounds: Grounds) -> bool:
    """Whether the clause tells what was announced, and a note says that it was: no 准备通知, and 已 where it has 已."""
    said = _ANNOUNCED.search(clause)
    return said is not None and any(
        said["what"] in u.text and not _TO_ANNOUNCE.search(u.text) and (not said["did"] or "已" in u.text)
        for u in grounds.said
    )


def _come_about(plan: Utterance, last: datetime | None) -> bool:
    """明天专列到, of which notes of that day or later speak: no plan any more, like a booking that is made."""
    if _BOOKINGS.search(plan.text):
        return True
    days = [m.day for m in plan.moments() if m.day]
    return last is not None and bool(days) and max(days) <= last.date() and plan.said.date() < last.date()


def _settles(sentence: str, before: bool, last: datetime | None) -> bool:
    """Whether the sentence tells what a meeting settled: it says so, or follows one that does and names no day past."""
    if _SETTLED.search(sentence):
        return True
    return (
        before
        and last is not None
        and not any(m.kind == "day" and not _is_ahead(m, last) for m in moments(sentence, last))
    )


def _retells(clause: str, plans: Sequence[list[str]], done: str) -> bool:
    """Whether the clause holds most of what a plan is known by, and speaks of nothing else that was done."""
    flat = bare(clause)
    need = 0.34 if "已" in clause else 0.6
    for keys in plans:
        held = sum(key in flat for key in keys)
        if held < max(1, round(len(keys) * need)):
            continue
        told = {flat[i : i + 2] for i in range(len(flat) - 1)} - set(keys)
        if not (
            not _by_figures(keys)
            and held < len(keys)
            and "已" not in clause
            and sum(gram in done for gram in told) >= _OWN_DEED
        ):
            return True
    return False


def _said_done(clause: str, grounds: Grounds) -> bool:
    """7块牌已委托广告公司制作: the notes say so in a clause of their own (已经找广告公司做了)."""
    if "已" not in clause:
        return False
    flat = bare(clause)
    told = {flat[i : i + 2] for i in range(len(flat) - 1)}
    return any(
        sum(u.text[i : i + 2] in told for i in range(len(u.text) - 1)) >= _SAME_DEED
        for u in grounds.said
        if "已" in u.text and not _intended(u)
    )


# So many pairs of characters, beside 已, make two clauses tell of one deed.
_SAME_DEED = 3


def _by_figures(keys: Sequence[str]) -> bool:
    return any(re.search(r"\d", key) for key in keys)


# So many pairs of characters of things done make a clause one that tells of them: 召开|动员会.
_OWN_DEED = 2

# 如馆里同意 tells of nothing done; 已下周 and 已愿意 tell nothing that can be.
_IF = re.compile(r"\s*(?:如果?(?![期实约下常数上愿何此今同])|若(?!干)|一旦)")

_NOT_YET = re.compile(
    r"已(?:于)?(?:[一-龥]{0,2})(?:下[回次周月学半]|明[天年]|后天|愿意|有意|希望|得先|想要|打算|年后|节前|国庆节?前|春节前|[五十]一前|节后|周末|尽量|尽快|争取|力争|随后|稍后|届时)"
)

_BY_NOW = re.compile(
    r"已(?!知|经?有|达|是)(?:经|全部|均|统一|进一步|当场|现场|陆续|基本|正式|完成)*(?P<deed>[一-龥]{2,4})"
)

# Times to come that no calendar fixes.
_LATER = re.compile(
    r"节[后前]|年[后前]|(?:国庆|春节|中秋|五一|元旦)节?前|周末|(?<!年)下半年|下学期|下一?[次回期批场季]|[明来]年"
)
# 罗主席说给她申请救助, 校长说下学期每月来: what somebody said is to be done.
_PROMISED = re.compile(
    rf"[一-龥]{{0,6}}(?:说|讲|表示)(?:会|要|给|让|再|可以|争取|尽量|先|[一-龥]{{0,2}}(?:{_LATER.pattern}))"
)

# 另外五家没问题: a finding behind a plan that nobody plans.
_FOUND_NOTHING = re.compile(r"(?:没有?|未|无)(?:发现|问题|异常|毛病|隐患)|正常$|合格$|完好$")


def _intended(u: Utterance) -> bool:
    return (u.plan and _FOUND_NOTHING.search(u.text) is None) or _PROMISED.match(u.text) is not None


def _only_planned(clause: str, grounds: Grounds) -> bool:
    """已统一销毁, where the notes speak of 销毁 in a plan and nowhere else."""
    found = _BY_NOW.search(clause)
    if found is None or _SAYS_PLAN.search(clause):
        return False
    deed = found["deed"][:2]
    ahead = [_intended(u) for u in grounds.said]
    told = "".join(u.text for u, plan in zip(grounds.said, ahead, strict=True) if not plan)
    planned = "".join(
        u.text for u, plan in zip(grounds.said, ahead, strict=True) if plan and u.kind in (Kind.CONTENT, Kind.CHAT)
    )
    return deed not in told and (deed in planned or (deed[0] in planned and deed[0] not in told))


def _ahead(clause: str, said: datetime) -> bool:
    """Whether the clause names a day that had not come when the notes were written; a booking for it may be made."""
    return any(_is_ahead(m, said) and not _BOOKED.match(clause, m.end) for m in moments(clause, said))


_BOOKED = re.compile(r"的?(?:预约|预订|报名|订票|购票|门票)")
_BOOKINGS = re.compile(r"(?:预约|预订|报名|订票)的?(?:人数)?(?:已经?|有|都|达)")
_UNTIL = re.compile(r"[至到]$|[至到](?=\d{1,2}日)")


def _is_ahead(m: Moment, said: datetime) -> bool:
    if m.day is None:
        return False
    later = m.kind in ("day", "month") and m.day > said.date()
    return later or (m.due and m.kind == "month" and (m.day.year, m.day.month) >= (said.year, said.month))


def _days(said: Iterable[Utterance]) -> set[tuple[int, int]]:
    """Month and day of every time for which the utterances tell something."""
    return {
        (m.day.month, m.day.day) for u in said for m in u.moments() if m.day and len(bare(u.text)) > m.end - m.start + 1
    }


def _comes_later(clause: str, said: datetime, planned: Collection[tuple[int, int]]) -> bool:
    """8月8日在人民公园展演, without 拟 or 将: a day to come for which the notes only plan, and no end of a span."""
    return any(
        (m.kind == "month" or "继续" not in clause)
        and _is_ahead(m, said)
        and m.day is not None
        and (m.day.month, m.day.day) in planned
        and not _UNTIL.search(clause[: m.start])
        and not _BOOKED.match(clause, m.end)
        for m in moments(_BRACKETS.sub(lambda m: "　" * len(m[0]), clause), said)
    )


def _at_a_later_time(clause: str, grounds: Grounds) -> bool:
    """节后更换风速仪, without 拟 or 将, where only a plan of the notes speaks of 节后."""
    found = _LATER.search(clause)
    if found is None or "已" in clause:
        return False
    word = found[0].replace("节前", "前")
    holding = [_intended(u) for u in grounds.said if word in u.text.replace("节前", "前")]
    return bool(holding) and all(holding)


_BRACKETS = re.compile(r"（[^（）]*）")


def _keys(plan: Utterance, done: str) -> list[str]:
    """Figures and words by which a planned matter is known again; words that the done part has too tell nothing."""
    keys = [bare(plan.text[q.start : q.end]) if not q.han else figure(q.value) + q.unit for q in plan.quantities()]
    keys = [k for k in keys if k not in done]
    if keys:
        return keys
    taken = [(m.start, m.end) for m in plan.moments()]
    words = "".join(" " if any(a <= i < b for a, b in taken) else c for i, c in enumerate(plan.text))
    words = re.sub(
        r"计划|打算|准备|争取|力争|预计|还要|想要|要|想|将|拟|再|还|了|的|我们|大家|尽快|下一步|接下来", " ", words
    )
    grams = [w[i : i + 2] for w in re.findall(r"[一-龥]{2,}", words) for i in range(len(w) - 1)]
    grams = [g for g in grams if g not in done]
    return grams if len(grams) >= 2 else []
