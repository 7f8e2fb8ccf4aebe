"""The database under stress: full disk, wrong folder, many writers, a second owner, a newer version."""

import asyncio
import sqlite3
from datetime import datetime
from pathlib import Path

import pytest

from bot.domain.notes.note import Note
from bot.domain.submissions.people import Person
from bot.domain.talk.desk import AddNote, Turn
from bot.errors import HomeInUse, StorageError
from bot.records.migrate import HEAD
from bot.records.open import Records, open_records
from bot.records.schema import metadata
from tests.fakes.disk import full_disk

AT = datetime(2026, 11, 22, 9, 30)


async def test_a_full_disk_is_one_chinese_line_and_leaves_nothing_half_written(
    records: Records, person: Person
) -> None:
    await records.desks.commit(Turn("k0", person.id, AT, (AddNote(Note("送书", AT)),)))
    long = tuple(AddNote(Note("字" * 4_000, AT)) for _ in range(40))
    with full_disk(records), pytest.raises(StorageError, match="磁盘满了") as caught:
        await records.desks.commit(Turn("k1", person.id, AT, long))
    assert "\n" not in caught.value.user_message
    assert [note.text for note in (await records.desks.open(person.id)).notes] == ["送书"]
    await records.desks.commit(Turn("k1", person.id, AT, long))
    assert len((await records.desks.open(person.id)).notes) == 41


async def test_errors_of_the_database_show_no_words_of_people(records: Records, person: Person) -> None:
    secret = "张三的电话" * 20_000
    with full_disk(records), pytest.raises(StorageError) as caught:
        await records.desks.commit(Turn("k1", person.id, AT, (AddNote(Note(secret, AT)),)))
    assert "张三" not in str(caught.value.__cause__)


async def test_a_folder_that_cannot_be_made_is_one_chinese_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StorageError, match="不能写入"):
        await open_records(tmp_path / "file" / "home")


async def test_a_broken_database_is_one_chinese_line_and_is_left_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "shibao.db").write_bytes(b"not a database" * 1_000)
    with pytest.raises(StorageError, match="已损坏"):
        await open_records(tmp_path)
    assert (tmp_path / "shibao.db").read_bytes() == b"not a database" * 1_000


async def test_every_connection_waits_syncs_and_checks_foreign_keys(records: Records) -> None:
    wanted = {"journal_mode": "wal", "synchronous": 2, "busy_timeout": 10_000, "foreign_keys": 1}
    for name, value in wanted.items():
        found = await records.store.read(
            lambda connection, name=name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
        )
        assert found == value
        async with records.store.reading() as connection:
            assert (await connection.exec_driver_sql(f"PRAGMA {name}")).scalar() == value


@pytest.mark.slow
async def test_twenty_people_write_and_read_at_once_without_a_locked_database(records: Records) -> None:
    person = await records.people.terminal("县图书馆")

    async def day(number: int) -> None:
        for hour in range(3):
            change = AddNote(Note(f"{number}-{hour}", AT))
            await records.desks.commit(Turn(f"{number}-{hour}", person.id, AT, (change,)))
            await records.desks.open(person.id)

    async with records.store.writing() as connection:
        await connection.exec_driver_sql("CREATE TABLE visitor (n INTEGER)")
    await asyncio.gather(*(day(number) for number in range(20)))
    texts = [note.text for note in (await records.desks.open(person.id)).notes]
    assert len(set(texts)) == len(texts) == 60
    for number in range(20):
        assert [text for text in texts if text.startswith(f"{number}-")] == [f"{number}-{h}" for h in range(3)]


async def test_a_second_owner_is_refused_until_the_first_has_left(tmp_path: Path) -> None:
    first = await open_records(tmp_path)
    with pytest.raises(HomeInUse, match="正被另一个实报进程使用"):
        await open_records(tmp_path)
    await first.close()
    await (await open_records(tmp_path)).close()


async def test_a_visitor_makes_a_pairing_code_while_the_owner_runs(tmp_path: Path) -> None:
    from bot.domain.submissions.people import Role

    owner = await open_records(tmp_path)
    visitor = await open_records(tmp_path, own=False)
    code = await visitor.people.invite("县图书馆", Role.STAFF)
    await visitor.close()
    assert await owner.people.redeem(code.replace("-", ""), 7, "小李")
    await owner.close()


async def test_a_new_database_has_every_table_and_the_newest_revision(records: Records) -> None:
    async with records.store.reading() as connection:
        names = await connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
        assert {row.name for row in names} >= set(metadata.tables) | {"alembic_version"}
        stored = await connection.exec_driver_sql("SELECT version_num FROM alembic_version")
        assert [row.version_num for row in stored] == [HEAD]


async def test_a_database_of_a_newer_program_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    await (await open_records(tmp_path)).close()
    with sqlite3.connect(tmp_path / "shibao.db") as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.close()
    with pytest.raises(StorageError, match="更新版本"):
        await open_records(tmp_path)
    with sqlite3.connect(tmp_path / "shibao.db") as database:
        assert database.execute("SELECT version_num FROM alembic_version").fetchone() == ("9999",)
    database.close()


def test_the_newest_revision_is_the_head_of_the_scripts() -> None:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", "bot/records/migrations")
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]
