"""A database of the first release, made by its own code, opened by this one: nothing is lost, nothing is missing."""

import json
import sqlite3
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, inspect

from bot.domain.submissions.enclosures import Article, Imprint, Paper
from bot.domain.submissions.people import Role
from bot.domain.talk.desk import Waiting
from bot.records import migrate
from bot.records.open import open_records
from bot.records.schema import metadata
from bot.records.verify import verify

FIRST_RELEASE = Path(__file__).with_name("first_release.sql").read_text(encoding="utf-8")
COLLEAGUE, EDITOR = 11, 12


def old_database(home: Path) -> None:
    database = sqlite3.connect(home / "shibao.db")
    database.executescript(FIRST_RELEASE)
    database.close()


async def test_everything_of_the_first_release_is_there_after_the_upgrade(tmp_path: Path) -> None:
    old_database(tmp_path)
    records = await open_records(tmp_path)
    person = await records.people.by_telegram(COLLEAGUE)
    editor = await records.people.by_telegram(EDITOR)
    assert person is not None
    assert editor is not None
    assert (editor.name, editor.unit.name, editor.role) == ("王审核", "县文旅局", Role.EDITOR)
    assert [unit.name for unit in await records.units.all()] == ["县博物馆", "县图书馆", "县文旅局"]
    desk = await records.desks.open(person.id)
    assert [note.text for note in desk.notes] == ["今天上午在城东社区送书320册，6名志愿者参加"]
    assert [(one.report.title, one.report.facts[0].text) for one in desk.drafts] == [("县图书馆送书", "320册")]
    assert desk.waiting == Waiting("gaps", {"asked": "地点"})
    assert desk.last_answer is not None
    assert desk.last_answer.text == "不超过3人。"
    assert [(reply.text, reply.enclosure) for _, reply in await records.desks.unsent()] == [
        ("稿", None), ("不超过3人。", None)
    ]  # fmt: skip
    assert [one.key for one in await records.inbox.undone()] == ["tg:9"]
    assert [one.file_id for one in await records.log.files(desk.drafts[0].id)] == ["photo-1"]
    assert (await verify(records.store)).faults == []
    await records.close()


def shape(path: Path) -> dict[str, Any]:
    """Columns and indexes of every table that this release knows."""
    engine = create_engine(f"sqlite:///{path}")
    looked = inspect(engine)
    found = {
        name: (
            {(one["name"], str(one["type"]), one["nullable"]) for one in looked.get_columns(name)},
            {one["name"] for one in looked.get_indexes(name)},
            {(tuple(one["constrained_columns"]), one["referred_table"]) for one in looked.get_foreign_keys(name)},
        )
        for name in metadata.tables
    }
    engine.dispose()
    return found


@pytest.mark.slow
async def test_the_upgraded_tables_are_those_of_a_new_database(tmp_path: Path) -> None:
    homes = [tmp_path / name for name in ("new", "old")]
    for home in homes:
        home.mkdir()
    old_database(homes[1])
    for home in homes:
        await (await open_records(home)).close()
    new, upgraded = [shape(home / "shibao.db") for home in homes]
    assert upgraded == new
    with sqlite3.connect(homes[1] / "shibao.db") as database:
        assert database.execute("SELECT version_num FROM alembic_version").fetchone() == (migrate.HEAD,)
    database.close()


def upgrade(home: Path, revision: str) -> None:
    engine = create_engine(f"sqlite:///{home / 'shibao.db'}")
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", "bot/records/migrations")
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    engine.dispose()


async def test_a_word_file_that_waited_to_be_sent_before_the_upgrade_is_sent_after_it(tmp_path: Path) -> None:
    old_database(tmp_path)
    upgrade(tmp_path, "0003")
    imprint = {"unit": "县图书馆", "dated": "2026-11-05"}
    paper = {"article": {"title": "送书", "text": "送书320册。"}, "imprint": imprint}
    with sqlite3.connect(tmp_path / "shibao.db") as database:
        database.execute("UPDATE replies SET paper = ? WHERE id = 2", (json.dumps(paper),))
    database.close()
    records = await open_records(tmp_path)
    waiting = [reply.enclosure for _, reply in await records.desks.unsent()]
    assert waiting == [Paper(Article("送书", "送书320册。"), Imprint("县图书馆", date(2026, 11, 5))), None]
    await records.close()
