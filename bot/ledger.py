"""What `shibao ledger` does: the ledger of problems of every unit, as lines, as JSON or as a spreadsheet."""

from datetime import date
from pathlib import Path
from typing import Any

from bot.domain.ledger.items import Event, Item, State, tally
from bot.errors import InputError
from bot.settings import Settings
from bot.visiting import visit


async def items(settings: Settings, *, unit: str = "") -> tuple[Item, ...]:
    """Every item by unit and number, or those of one unit."""
    async with visit(settings) as records:
        units = await records.units.all()
        chosen = [one.id for one in units if unit in ("", one.name)]
        if unit and not chosen:
            raise InputError(f"没有单位 {unit}：用 shibao admin units 查看。")
        return await records.ledger.among(chosen)


def lines(found: tuple[Item, ...], today: date) -> str:
    """The paragraph of counts and the items behind each number."""
    from bot.flows import ledger_lists as lists

    if not found:
        return "台账里还没有问题。"
    blank = [item for item in found if item.standing.state is State.BLANK]
    parts = [lists.summary(found, today)] if len(blank) < len(found) else []
    parts += [lists.listed(blank, today, head=f"待填{len(blank)}项：")] if blank else []
    return "\n\n".join(parts)


def as_json(found: tuple[Item, ...], today: date) -> dict[str, Any]:
    """Counts and items; every count is the number of items that say so of themselves."""
    counted = tally((item.standing for item in found), today)
    return {
        "as_of": today.isoformat(),
        "counts": {
            "told": counted.told,
            "closed": counted.closed,
            "claimed": counted.claimed,
            "open": counted.open,
            "overdue": counted.overdue,
        },
        "items": [_item(item, today) for item in found],
    }


def _item(item: Item, today: date) -> dict[str, Any]:
    standing, facts = item.standing, item.standing.facts
    return {
        "unit": item.unit,
        "number": item.number,
        "state": standing.state.name.lower(),
        "overdue": standing.overdue(today),
        "check": standing.registered.check,
        "problem": facts.problem,
        "source": facts.source,
        "measures": facts.measures,
        "owner": facts.owner,
        "deadline": facts.deadline.isoformat() if facts.deadline else None,
        "events": [_event(event) for event in item.events],
    }


def _event(event: Event) -> dict[str, Any]:
    told = {"kind": event.kind.value, "at": event.at.isoformat(), "by": event.name}
    return {**told, "words": event.words, "files": event.files}


def save(found: tuple[Item, ...], target: Path, today: date) -> None:
    """Write the spreadsheet whole or not at all."""
    from bot.export.paper import printed
    from bot.exporting import put
    from bot.flows import ledger_lists as lists

    if target.suffix.lower() != ".xlsx":
        raise InputError(f"台账只导出表格：输出文件请以 .xlsx 结尾，不是 {target.name}。")
    _, data = printed(lists.table(found, today))
    put(target, data)
