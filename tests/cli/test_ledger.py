"""`shibao ledger`: every unit's problems as lines, JSON and a spreadsheet."""

import asyncio
import json
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot import cli
from bot.domain.ledger.items import Entry, Event, Facts, Kind
from bot.domain.submissions.people import Role
from bot.domain.talk.desk import Turn
from bot.records.open import open_records

AT = datetime(2026, 6, 3, 9, 0)
FACTS = Facts("=1+1的窗口排队", "群众反映", "加1个窗口", "王科长", date(2026, 8, 31))


async def fill(home: Path) -> None:
    """A library with one closed, one overdue and one blank item; a museum without any."""
    records = await open_records(home)
    person = await records.people.terminal("县图书馆")
    events = (
        (1, 0, Event(Kind.REGISTERED, AT, person.id, "小李", FACTS)),
        (1, 1, Event(Kind.CLAIMED, AT, person.id, "小李", words="加了1个")),
        (1, 2, Event(Kind.CLOSED, AT, "p2", "王审核")),
        (2, 0, Event(Kind.REGISTERED, AT, person.id, "小李", Facts("空调坏了", deadline=date(2026, 6, 30)))),
        (3, 0, Event(Kind.REGISTERED, AT, person.id, "小李", check="正学风")),
    )
    for number, seq, event in events:
        entry = Entry(f"i{number}", person.unit.id, number, seq, event)
        await records.desks.commit(Turn(f"{number}:{seq}", person.id, AT, (entry,)))
    await records.people.invite("县博物馆", Role.STAFF)
    await records.close()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SHIBAO_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    asyncio.run(fill(tmp_path / "home"))
    return tmp_path


def test_every_count_is_the_number_of_items_that_say_so(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["ledger", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    states = [item["state"] for item in told["items"]]
    assert states == ["closed", "open", "blank"]
    assert told["counts"] == {
        "told": 2,
        "closed": states.count("closed"),
        "claimed": 0,
        "open": states.count("open"),
        "overdue": sum(item["overdue"] for item in told["items"]),
    }
    assert [event["kind"] for event in told["items"][0]["events"]] == ["registered", "claimed", "closed"]


def test_lines_for_people(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["ledger", "--unit", "县图书馆"]) == 0
    told = capsys.readouterr().out
    assert "登记问题2项，完成1项，完成率50%" in told
    assert "待填1项：\n第3项 正学风" in told
    assert cli.run(["ledger", "--unit", "县博物馆"]) == 0
    assert "还没有问题" in capsys.readouterr().out
    assert cli.run(["ledger", "--unit", "县剧团"]) == 1
    assert "没有单位 县剧团" in capsys.readouterr().err


def test_the_spreadsheet_has_a_row_an_item_and_no_formula(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["ledger", "--out", "台账.xlsx"]) == 0
    assert "共 3 项" in capsys.readouterr().err
    rows = list(load_workbook(home / "台账.xlsx").active.values)
    assert [row[1] for row in rows[1:]] == ["1", "2", "3"]
    assert rows[1][3] == "'=1+1的窗口排队"
    assert rows[1][11:13] == ("王审核", "2026年6月3日")
    assert cli.run(["ledger", "--out", "台账.docx"]) == 1
    assert cli.run(["ledger", "--out", "没有/台账.xlsx"]) == 1
    assert "写不了" in capsys.readouterr().err
