"""The ledger of problems as lists: what is open, the paragraph of counts with its items, the spreadsheet."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.domain.language.moment import full_day, month_day
from bot.domain.ledger.items import Item, State, Tally, tally
from bot.domain.submissions.enclosures import Table
from bot.domain.submissions.tally import Asked, read
from bot.domain.talk.door import Button, Reply
from bot.flows.ledger_cards import happened, standing_line

_LONGEST_LIST = 40


def _line(item: Item, today: date) -> str:
    facts = item.standing.facts
    what = facts.problem or f"{item.standing.registered.check}（还没填问题）"
    parts = [what, facts.owner or "责任人【待补】", _until(facts.deadline, today), standing_line(item.standing, today)]
    return f"第{item.number}项 {'，'.join(parts if facts.problem else parts[:1])}"


def _until(deadline: date | None, today: date) -> str:
    if deadline is None:
        return "时限【待补】"
    return (full_day(deadline) if deadline.year != today.year else month_day(deadline)) + "前"


def listed(items: Sequence[Item], today: date, *, head: str) -> str:
    """Numbered lines, by unit where there are several; the newest of very many."""
    units = dict.fromkeys(item.unit for item in items)
    lines = [head]
    for unit in units:
        lines += [f"【{unit}】"] if len(units) > 1 else []
        mine = [item for item in items if item.unit == unit]
        lines += [f"（前{len(mine) - _LONGEST_LIST}项没有列出，导出表格看全部）"] if len(mine) > _LONGEST_LIST else []
        lines += [_line(item, today) for item in mine[-_LONGEST_LIST:]]
    return "\n".join(lines)


def open_items(items: Sequence[Item], today: date) -> Reply:
    """What is not signed off yet."""
    counted = tally((item.standing for item in items), today)
    waiting = f"，待销号{counted.claimed}" if counted.claimed else ""
    late = f"，其中逾期{counted.overdue}" if counted.overdue else ""
    head = f"没销号的{len(items)}项（整改中{counted.open}{late}{waiting}）："
    buttons = (Button("台账小结", "ledger-summary"), Button("导出表格", "ledger-export"))
    return Reply(listed(items, today, head=head), (buttons,))


def summary(items: Sequence[Item], today: date) -> str:
    """反馈12项，完成9项: the paragraph, and under it the items that each number counts."""
    real = [item for item in items if item.standing.state not in (State.BLANK, State.VOID)]
    counted = tally((item.standing for item in real), today)
    parts = [paragraph(counted, today) + _by_source(real, today)]
    groups = (
        ("已销号", [one for one in real if one.standing.state is State.CLOSED]),
        ("待销号", [one for one in real if one.standing.state is State.CLAIMED]),
        ("整改中", [one for one in real if one.standing.state is State.OPEN]),
    )
    parts += [listed(group, today, head=f"{name}{len(group)}项：") for name, group in groups if group]
    return "\n\n".join(parts)


def paragraph(counted: Tally, today: date) -> str:
    """The counts in one sentence that may stand in a report. The rate is rounded down: 100% means all."""
    rate = 100 * counted.closed // counted.told if counted.told else 0
    waiting = f"，待销号{counted.claimed}项" if counted.claimed else ""
    going = f"，正在整改{counted.open}项" if counted.open else ""
    late = f"（逾期{counted.overdue}项）" if counted.overdue else ""
    done = f"登记问题{counted.told}项，完成{counted.closed}项，完成率{rate}%"
    return f"截至{full_day(today)}，{done}{waiting}{going}{late}。"


def _by_source(items: Sequence[Item], today: date) -> str:
    """其中巡察反馈12项，完成9项; nothing where all come from one place or none was said."""
    sources = dict.fromkeys(item.standing.facts.source for item in items)
    if len(sources) < 2:
        return ""
    told = []
    for source in sources:
        counted = tally((one.standing for one in items if one.standing.facts.source == source), today)
        told.append(f"{source or '没写来源的'}{counted.told}项，完成{counted.closed}项")
    return f"其中：{'；'.join(told)}。"


def closed(items: Sequence[Item], period: str, now: datetime) -> str:
    """What was signed off in the period, today back to the beginning where none is named."""
    asked = read(period, now) if period else None
    found = [one for one in items if asked is None or _within(asked, one.standing.moved)]
    name = asked.period if asked else "至今"
    return listed(found, now.date(), head=f"{name}销号{len(found)}项：") if found else f"{name}还没有销号的。"


def moved(items: Sequence[Item], period: str, now: datetime) -> str:
    """What was registered and what was signed off in the period."""
    asked = read(period, now)
    new = [one for one in items if _within(asked, one.standing.registered.at)]
    head = f"{asked.period}新登记{len(new)}项" + ("：" if new else "。")
    done = [one for one in items if one.standing.state is State.CLOSED]
    return f"{listed(new, now.date(), head=head)}\n\n{closed(done, period, now)}"


def _within(asked: Asked, at: datetime) -> bool:
    return asked.first <= at.date() <= asked.last


COLUMNS = tuple("单位 编号 检查项 问题 来源 措施 责任人 时限 状态 进展 佐证 销号人 销号日期 登记人 登记日期".split())


def table(items: Sequence[Item], today: date) -> Table:
    """The ledger as a spreadsheet, one row an item."""
    return Table(f"问题台账（{full_day(today)}）", COLUMNS, tuple(_row(item, today) for item in items))


def _row(item: Item, today: date) -> tuple[str, ...]:
    standing, facts = item.standing, item.standing.facts
    progress = "\n".join(happened(one) for one in standing.progress)
    evidence = happened(standing.claim) if standing.claim else ""
    closed = standing.decided if standing.state is State.CLOSED else None
    return (
        item.unit,
        str(item.number),
        standing.registered.check,
        facts.problem,
        facts.source,
        facts.measures,
        facts.owner,
        full_day(facts.deadline) if facts.deadline else "",
        standing_line(standing, today),
        progress,
        evidence,
        closed.name if closed else "",
        full_day(closed.at) if closed else "",
        standing.registered.name,
        full_day(standing.registered.at),
    )


def exported(items: Sequence[Item], today: date) -> Reply:
    return Reply(f"问题台账，共{len(items)}项，截至{full_day(today)}。", enclosure=table(items, today))
