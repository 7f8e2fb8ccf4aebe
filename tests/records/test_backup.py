"""A backup made while people write, put back elsewhere, proved; and what is refused."""

import asyncio
import io
import json
import shutil
import sqlite3
import tarfile
from datetime import datetime
from pathlib import Path

import pytest

from bot.domain.notes.note import Note
from bot.domain.talk.desk import AddNote, Turn
from bot.errors import HomeInUse, InputError, StorageError
from bot.records.backup import back_up, restore
from bot.records.open import Records, open_records
from bot.records.verify import verify
from tests.records.test_log import handed_in

AT = datetime(2026, 11, 22, 9, 30)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


async def say(records: Records, person: str, number: int) -> None:
    await records.desks.commit(Turn(f"k{number}", person, AT, (AddNote(Note(f"第{number}句", AT)),)))


async def test_a_backup_made_while_people_write_holds_all_that_was_said_before_it(home: Path, tmp_path: Path) -> None:
    records = await open_records(home)
    person = await records.people.terminal("县图书馆")
    await handed_in(records, person)
    before = (await records.desks.open(person.id)).notes
    (home / "uploads" / "ab12").mkdir(parents=True)
    (home / "uploads" / "ab12" / "通知.txt").write_text("附件", encoding="utf-8")
    (home / "uploads" / "ab12" / ".half").write_text("半个", encoding="utf-8")
    stopping = asyncio.Event()

    async def write() -> int:
        number = 0
        while not stopping.is_set() or number < 20:
            await say(records, person.id, number)
            number += 1
        return number

    writing = asyncio.create_task(write())
    await asyncio.sleep(0.05)
    said = len((await records.desks.open(person.id)).notes)
    kept = await asyncio.to_thread(back_up, home, tmp_path / "b.tar", now=AT)
    stopping.set()
    written = await writing
    await records.close()
    assert kept.files == 2
    assert (tmp_path / "b.tar").stat().st_mode & 0o777 == 0o600

    again = tmp_path / "again"
    assert restore(again, tmp_path / "b.tar").at == AT
    restored = await open_records(again)
    notes = [note.text for note in (await restored.desks.open(person.id)).notes]
    assert notes[: len(before)] == [note.text for note in before]
    assert notes[len(before) :] == [f"第{number}句" for number in range(len(notes) - len(before))]
    assert said <= len(notes) <= written + len(before)
    assert (await verify(restored.store)).faults == []
    assert (again / "uploads" / "ab12" / "通知.txt").read_text(encoding="utf-8") == "附件"
    assert not (again / "uploads" / "ab12" / ".half").exists()
    await say(restored, person.id, 10_000)
    await restored.close()


@pytest.fixture
def archive(home: Path, tmp_path: Path) -> Path:
    async def begin() -> None:
        records = await open_records(home)
        await records.people.terminal("县图书馆")
        await records.close()

    asyncio.run(begin())
    back_up(home, tmp_path / "b.tar.gz", now=AT)
    return tmp_path / "b.tar.gz"


def test_records_that_are_there_are_never_covered(home: Path, archive: Path) -> None:
    before = (home / "shibao.db").read_bytes()
    with pytest.raises(InputError, match="不会盖掉"):
        restore(home, archive)
    assert (home / "shibao.db").read_bytes() == before


async def test_a_folder_in_use_is_left_alone(archive: Path, tmp_path: Path) -> None:
    records = await open_records(tmp_path / "busy")
    with pytest.raises(HomeInUse):
        restore(tmp_path / "busy", archive)
    await records.close()


def repacked(archive: Path, **changes: bytes) -> Path:
    """The archive with some of its files exchanged or added."""
    made = archive.with_name("changed.tar")
    with tarfile.open(archive) as old, tarfile.open(made, "w") as new:
        for member in old:
            data = old.extractfile(member)
            assert data
            if member.name not in changes:
                new.addfile(member, data)
        for name, body in changes.items():
            member = tarfile.TarInfo(name)
            member.size = len(body)
            new.addfile(member, io.BytesIO(body))
    return made


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"shibao.db": b"SQLite format 3\0broken"}, "指纹不符"),
        ({"manifest.json": json.dumps({"format": 2}).encode()}, "更新版本"),
        ({"manifest.json": json.dumps({"format": 1, "files": {"../x": ""}}).encode()}, "不该有的文件"),
        ({"manifest.json": json.dumps({"format": 1, "files": {"/etc/x": ""}}).encode()}, "不该有的文件"),
        ({"manifest.json": json.dumps({"format": 1, "files": {"uploads/no": ""}}).encode()}, "不是完整的"),
        ({"manifest.json": b"{"}, "不是完整的"),
    ],
)
def test_a_backup_that_was_tampered_with_puts_nothing_there(
    archive: Path, tmp_path: Path, changes: dict[str, bytes], why: str
) -> None:
    with pytest.raises(InputError, match=why):
        restore(tmp_path / "new", repacked(archive, **changes))
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["lock"]


def test_half_a_backup_and_a_broken_database_are_told(home: Path, archive: Path, tmp_path: Path) -> None:
    half = tmp_path / "half.tar.gz"
    half.write_bytes(archive.read_bytes()[:2_000])
    with pytest.raises(InputError, match="不是完整的"):
        restore(tmp_path / "new", half)
    with sqlite3.connect(home / "shibao.db") as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    with (home / "shibao.db").open("r+b") as opened:
        opened.seek(8_192)
        opened.write(b"\xff" * 40_000)
    with pytest.raises(StorageError):
        back_up(home, tmp_path / "c.tar", now=AT)
    assert not (tmp_path / "c.tar").exists()


def test_a_backup_replaces_the_one_before_whole(home: Path, archive: Path) -> None:
    first = archive.read_bytes()
    shutil.copy(home / "shibao.db", home / "own.tsv")
    assert back_up(home, archive, now=AT).files == 2
    assert archive.read_bytes() != first
    assert not [path for path in archive.parent.iterdir() if path.name.startswith(".")]
