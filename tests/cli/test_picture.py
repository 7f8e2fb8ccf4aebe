"""`shibao admin picture`: the year's adopted reports as a PNG, read from the log of a real data folder."""

from pathlib import Path

import pytest

from bot.admin_commands import picture
from bot.domain.submissions.people import Role
from bot.errors import InputError
from bot.records.open import open_records

PNG = b"\x89PNG\r\n"


@pytest.fixture(autouse=True)
async def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHIBAO_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    records = await open_records(tmp_path / "home")
    await records.people.invite("县图书馆", Role.STAFF)
    await records.close()


@pytest.mark.parametrize("by_unit", [False, True])
async def test_a_year_without_reports_is_drawn_as_such(tmp_path: Path, by_unit: bool) -> None:
    target = tmp_path / "year.png"
    told = await picture(target, year=2026, by_unit=by_unit)
    assert target.read_bytes().startswith(PNG)
    assert "2026年采用 0 篇" in told


async def test_a_path_that_cannot_be_written_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="写不了"):
        await picture(tmp_path / "nowhere" / "year.png", year=2026)
