"""What a committed turn leaves on the desk."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.library.passages import Answer, Citation
from bot.domain.notes.note import Note
from bot.domain.notes.report import Checks, Conflict, FactRef, Report, Unused
from bot.domain.submissions.people import Person, Role
from bot.domain.talk.desk import (
    AddNote,
    Change,
    CloseNotebook,
    ReviseDraft,
    RewriteNote,
    SaveAnswer,
    SaveDrafts,
    SetWaiting,
    Turn,
    Waiting,
)
from bot.domain.talk.door import Button, Reply
from bot.errors import InputError
from bot.records.open import Records, open_records

AT = datetime(2026, 11, 22, 9, 30)


def report(title: str) -> Report:
    return Report(
        title=title,
        text="11月22日，县图书馆送书320册。\n现场办证15张。",
        checks=Checks(passed=False, length=24, empty=("高度重视。",), ungrounded=("16张",), grounded=3, total=4),
        facts=(FactRef("320册", "quantity", 0, 4, 8),),
        missing=("地点",),
        conflicts=(Conflict("人数", ("64人", "58人"), (0, 1)),),
        unused=(Unused(1, "哈哈", "闲聊"),),
    )


@pytest.fixture
def turn(person: Person) -> Callable[..., Turn]:
    numbers = iter(range(10_000))

    def make(*changes: Change, replies: tuple[Reply, ...] = (), key: str = "") -> Turn:
        return Turn(key or f"test:{next(numbers)}", person.id, AT, changes, replies)

    return make


Make = Callable[..., Turn]


async def test_notes_come_back_in_order_with_time_and_speaker(records: Records, person: Person, turn: Make) -> None:
    await records.desks.commit(turn(AddNote(Note("送书320册", AT, "小李")), AddNote(Note("办证15张", None, ""))))
    notes = (await records.desks.open(person.id)).notes
    assert [(note.text, note.at, note.speaker) for note in notes] == [
        ("送书320册", AT, "小李"),
        ("办证15张", None, ""),
    ]
    assert len({note.id for note in notes}) == 2


async def test_an_edited_message_finds_its_note_and_the_old_text_is_kept(
    records: Records, person: Person, turn: Make
) -> None:
    await records.desks.commit(turn(AddNote(Note("来了236人", AT), "tg:7:1"), AddNote(Note("散场", AT), "tg:7:2")))
    note = await records.desks.note_of(person.id, "tg:7:1")
    assert note is not None
    assert note.text == "来了236人"
    await records.desks.commit(turn(RewriteNote(note.id, "来了238人")))
    assert [item.text for item in (await records.desks.open(person.id)).notes] == ["来了238人", "散场"]
    async with records.store.reading() as connection:
        rows = await connection.exec_driver_sql("SELECT text FROM note_versions ORDER BY version, note_id")
        assert "来了236人" in [row.text for row in rows]


async def test_a_message_that_was_no_note_finds_none(records: Records, person: Person, turn: Make) -> None:
    await records.desks.commit(turn(AddNote(Note("送书", AT))))
    assert await records.desks.note_of(person.id, "tg:7:9") is None
    assert await records.desks.note_of(person.id, "") is None


async def test_the_same_key_twice_has_one_effect_and_the_same_replies(
    records: Records, person: Person, turn: Make
) -> None:
    once = turn(AddNote(Note("送书", AT)), replies=(Reply("已记第1条。", ((Button("出稿", "draft"),),)),), key="tg:1")
    again = turn(AddNote(Note("送书", AT)), replies=(Reply("已记第2条。"),), key="tg:1")
    first = await records.desks.commit(once)
    assert await records.desks.commit(again) == first
    assert len((await records.desks.open(person.id)).notes) == 1
    assert [reply.text for reply in first] == ["已记第1条。"]


async def test_twenty_commits_of_one_key_at_once_have_one_effect(records: Records, person: Person, turn: Make) -> None:
    same = turn(AddNote(Note("送书", AT)), replies=(Reply("已记第1条。"),), key="tg:1")
    answers = await asyncio.gather(*(records.desks.commit(same) for _ in range(20)))
    assert len(set(answers)) == 1
    assert len((await records.desks.open(person.id)).notes) == 1


async def test_a_turn_that_fails_midway_leaves_nothing(records: Records, person: Person, turn: Make) -> None:
    broken = turn(AddNote(Note("送书", AT)), RewriteNote("unknown", "x"), replies=(Reply("好"),), key="tg:1")
    with pytest.raises(InputError, match="没有找到"):
        await records.desks.commit(broken)
    assert (await records.desks.open(person.id)).notes == ()
    assert await records.desks.unsent() == ()
    await records.desks.commit(turn(AddNote(Note("送书", AT)), key="tg:1"))
    assert len((await records.desks.open(person.id)).notes) == 1


async def test_drafts_grow_by_versions_and_all_of_them_can_be_read(
    records: Records, person: Person, turn: Make
) -> None:
    await records.desks.commit(turn(SaveDrafts((report("甲"), report("乙")), "offline", ("n1",))))
    first, second = (await records.desks.open(person.id)).drafts
    assert (first.number, first.version, first.report, first.note_ids) == (1, 1, report("甲"), ("n1",))
    await records.desks.commit(turn(ReviseDraft(second.id, report("乙二"), "标题改短")))
    await records.desks.commit(turn(SaveDrafts((report("甲三"),), "model", ("n1", "n2"))))
    (only,) = (await records.desks.open(person.id)).drafts
    assert (only.id, only.version, only.engine, only.report.title) == (first.id, 2, "model", "甲三")
    assert [item.report.title for item in await records.desks.history(first.id)] == ["甲", "甲三"]
    assert await records.desks.history(second.id) == ()
    await records.desks.commit(turn(SaveDrafts((report("甲四"), report("乙四")), "offline")))
    assert [item.id for item in (await records.desks.open(person.id)).drafts] == [first.id, second.id]
    assert [(item.version, item.reason) for item in await records.desks.history(second.id)] == [
        (1, ""),
        (2, "标题改短"),
        (3, ""),
    ]


async def test_nobody_changes_another_persons_notes_or_drafts(records: Records, person: Person, turn: Make) -> None:
    await records.desks.commit(turn(AddNote(Note("送书", AT)), SaveDrafts((report("甲"),), "offline")))
    mine = await records.desks.open(person.id)
    code = await records.people.invite("文化馆", Role.STAFF)
    other = await records.people.redeem(code.replace("-", ""), 42, "小王")
    assert other is not None
    for change in (RewriteNote(mine.notes[0].id, "x"), ReviseDraft(mine.drafts[0].id, report("x"), "")):
        with pytest.raises(InputError):
            await records.desks.commit(Turn("tg:9", other.id, AT, (change,)))
    assert await records.desks.open(person.id) == mine
    assert (await records.desks.open(other.id)).notes == ()


async def test_closing_the_notebook_clears_the_desk_and_deletes_nothing(
    records: Records, person: Person, turn: Make
) -> None:
    await records.desks.commit(turn(AddNote(Note("送书", AT), "tg:7:1"), SaveDrafts((report("甲"),), "offline")))
    await records.desks.commit(turn(CloseNotebook()))
    desk = await records.desks.open(person.id)
    assert (desk.notes, desk.drafts) == ((), ())
    assert await records.desks.note_of(person.id, "tg:7:1") is None
    await records.desks.commit(turn(AddNote(Note("新的一天", AT))))
    assert [note.text for note in (await records.desks.open(person.id)).notes] == ["新的一天"]
    async with records.store.reading() as connection:
        assert (await connection.exec_driver_sql("SELECT count(*) FROM notes")).scalar() == 2


async def test_what_was_asked_is_remembered_and_forgotten(records: Records, person: Person, turn: Make) -> None:
    await records.desks.commit(turn(SetWaiting(Waiting("gaps", {"缺": "地点"}))))
    assert (await records.desks.open(person.id)).waiting == Waiting("gaps", {"缺": "地点"})
    await records.desks.commit(turn(SetWaiting(Waiting("clear"))))
    assert (await records.desks.open(person.id)).waiting == Waiting("clear")
    await records.desks.commit(turn(SetWaiting(None)))
    assert (await records.desks.open(person.id)).waiting is None


async def test_the_last_answer_keeps_its_citations(records: Records, person: Person, turn: Make) -> None:
    answer = Answer("二十一小时内", False, "offline", (Citation("食品法", "食品法", "第一条", "原文", True, 3, "p1"),))
    await records.desks.commit(turn(SaveAnswer("旧问题", Answer("没有", True, "offline"))))
    await records.desks.commit(turn(SaveAnswer("要多久", answer)))
    desk = await records.desks.open(person.id)
    assert (desk.last_question, desk.last_answer) == ("要多久", answer)


async def test_a_button_works_for_its_person_alone(records: Records, person: Person, turn: Make) -> None:
    rows = ((Button("改短", "shorten", "1"), Button("换标题", "retitle")), (Button("出终稿", "final"),))
    (sent,) = await records.desks.commit(turn(replies=(Reply("稿子", rows),)))
    assert [[label for label, _ in row] for row in sent.buttons] == [["改短", "换标题"], ["出终稿"]]
    tokens = [token for row in sent.buttons for _, token in row]
    assert len(set(tokens)) == 3
    assert max(len(token.encode()) for token in tokens) <= 64
    assert await records.desks.press(person.id, tokens[0]) == Button("改短", "shorten", "1")
    assert await records.desks.press("somebody", tokens[0]) is None
    assert await records.desks.press(person.id, "b:guess") is None


async def test_replies_wait_until_they_are_confirmed(records: Records, person: Person, turn: Make) -> None:
    one, two = await records.desks.commit(turn(replies=(Reply("甲"), Reply("乙"))))
    assert await records.desks.unsent() == ((person.id, one), (person.id, two))
    await records.desks.sent(one.id, "tg:7:3")
    assert await records.desks.unsent() == ((person.id, two),)


async def test_the_desk_survives_a_restart(tmp_path: Path) -> None:
    records = await open_records(tmp_path / "home", clock=lambda: AT + timedelta(hours=1))
    person = await records.people.terminal("县图书馆")
    await records.desks.commit(Turn("k", person.id, AT, (AddNote(Note("送书", AT)),), (Reply("已记"),)))
    before = await records.desks.open(person.id)
    await records.close()
    records = await open_records(tmp_path / "home")
    assert await records.desks.open(person.id) == before
    await records.close()


async def test_an_unknown_person_has_no_desk(records: Records) -> None:
    with pytest.raises(LookupError):
        await records.desks.open("nobody")
