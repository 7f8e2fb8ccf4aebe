"""The log of submissions: appended to once, folded, proved; every kind of tampering is found."""

import asyncio
import sqlite3
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from bot.domain.notes.note import Note
from bot.domain.notes.report import Checks, Report
from bot.domain.submissions.lifecycle import Event, Kind, State
from bot.domain.submissions.people import Person, Role
from bot.domain.submissions.submission import Append, Frozen, Profile
from bot.domain.talk.desk import AddNote, SaveDrafts, Turn
from bot.domain.talk.door import Notice, Reply
from bot.errors import Overtaken
from bot.records.open import Records
from bot.records.verify import verify

AT = datetime(2026, 11, 22, 9, 30)
FROZEN = Frozen("送书下乡", "11月20日，送书320册。", "县图书馆", "小李", "0533-1234567", "王科长", AT, "事实 2/2 有据")


async def handed_in(records: Records, person: Person, submission: str = "s1", frozen: Frozen = FROZEN) -> str:
    """A draft on the desk and its submission; the hash of what was frozen."""
    report = Report(frozen.title, frozen.text, Checks(True, 20))
    changes = (AddNote(Note("送书320册", AT)), SaveDrafts((report,), "offline"))
    await records.desks.commit(Turn(f"draft:{submission}", person.id, AT, changes))
    draft = (await records.desks.open(person.id)).drafts[0].id
    sha = records.log.seal(frozen)
    event = Event(Kind.SUBMITTED, AT, person.id, person.name, sha, "文化惠民")
    append = Append(submission, 0, event, frozen, draft, person.unit.id)
    await records.desks.commit(Turn(f"submit:{submission}", person.id, AT, (append,)))
    return sha


async def editor(records: Records, account: int = 7, name: str = "王审核") -> Person:
    code = await records.people.invite("县图书馆", Role.EDITOR)
    person = await records.people.redeem(code.replace("-", ""), account, name)
    assert person is not None
    return person


def adoption(person: Person, sha: str, seq: int = 1) -> Append:
    return Append("s1", seq, Event(Kind.ADOPTED, AT, person.id, person.name, sha))


async def test_what_was_handed_in_is_read_back_as_it_was_and_its_state_is_folded(
    records: Records, person: Person
) -> None:
    sha = await handed_in(records, person)
    found = await records.log.find("s1")
    assert found is not None
    assert found.frozen == FROZEN
    assert (found.standing.state, found.standing.sha256) == (State.PENDING, sha)
    assert await records.log.of_draft(found.draft_id) == found
    assert await records.log.among([person.unit.id]) == (found,)
    assert await records.log.among([], "someone else") == ()


async def test_of_twenty_decisions_on_the_same_state_one_is_written_and_the_others_leave_nothing(
    records: Records, person: Person
) -> None:
    sha = await handed_in(records, person)
    judges = [await editor(records, account, f"审核{account}") for account in range(100, 120)]

    async def press(judge: Person) -> bool:
        notice = Notice(person.id, Reply("采用"))
        turn = Turn(f"adopt:{judge.id}", judge.id, AT, (adoption(judge, sha),), (Reply("好"),), (notice,))
        try:
            await records.desks.commit(turn)
        except Overtaken:
            return False
        return True

    assert sum(await asyncio.gather(*map(press, judges))) == 1
    assert len(await records.desks.unsent()) == 2
    found = await records.log.find("s1")
    assert found is not None
    assert (found.standing.state, found.standing.seq) == (State.ADOPTED, 2)


async def test_a_notice_goes_to_its_person_and_not_into_the_chat_where_it_was_caused(
    records: Records, person: Person
) -> None:
    judge = await editor(records)
    notice = Notice(judge.id, Reply("待审", card="review:s1:1"))
    own, other = await records.desks.commit(Turn("k1", person.id, AT, (), (Reply("交了"),), (notice,)))
    assert (own.notice, other.notice) == (False, True)
    assert [owner for owner, _ in await records.desks.unsent()] == [person.id, judge.id]
    await records.desks.sent(other.id, "tg:7:55")
    later = Notice(judge.id, Reply("已采用", card="review:s1:1"))
    (card,) = await records.desks.commit(Turn("k2", person.id, AT, (), (), (later,)))
    assert card.edits == "tg:7:55"


async def test_the_profile_is_kept_and_replaced(records: Records, person: Person) -> None:
    from bot.domain.talk.desk import SaveProfile

    assert await records.log.profile(person.id) is None
    for number, drafter in enumerate(("小李", "小周")):
        change = SaveProfile(Profile(drafter, "0533-1234567"))
        await records.desks.commit(Turn(f"p{number}", person.id, AT, (change,)))
    assert await records.log.profile(person.id) == Profile("小周", "0533-1234567")


TAMPERING = {
    "a changed report": ("UPDATE frozen_reports SET body = replace(body, '320', '820')", "指纹不符"),
    "a lost report": ("DELETE FROM frozen_reports", "不见了"),
    "a changed event": ("UPDATE submission_events SET event = replace(event, '王审核', '李审核')", "被改动"),
    "a dropped event": ("DELETE FROM submission_events WHERE seq = 1", "被改动或缺失"),
    "a dropped end": ("DELETE FROM submission_events WHERE seq = 2", "与日志不符"),
    "a changed state": ("UPDATE submissions SET state = '待审'", "与日志不符"),
}


@pytest.mark.parametrize(("statement", "fault"), TAMPERING.values(), ids=TAMPERING)
async def test_verify_finds(records: Records, person: Person, tmp_path: Path, statement: str, fault: str) -> None:
    sha = await handed_in(records, person)
    judge = await editor(records)
    await records.desks.commit(Turn("adopt", judge.id, AT, (adoption(judge, sha),)))
    sound = await verify(records.store)
    assert (sound.faults, sound.reports, sound.events) == ([], 1, 2)
    assert sound.tally[State.ADOPTED] == 1
    with sqlite3.connect(tmp_path / "shibao.db") as database:
        database.execute(statement)
    database.close()
    assert any(fault in found for found in (await verify(records.store)).faults)


async def test_an_editor_looks_after_the_tree_below_and_what_was_given_and_nothing_else(
    records: Records, person: Person
) -> None:
    judge = await editor(records)
    for unit in ("县文旅局", "县博物馆", "县剧团", "博物馆东馆"):
        await records.people.invite(unit, Role.STAFF)
    units = {unit.name: unit.id for unit in await records.units.all()}
    assert await records.units.scope(judge) == {units["县图书馆"]}
    await records.units.place("博物馆东馆", "县博物馆")
    await records.units.oversee(judge.id, "县博物馆")
    assert await records.units.scope(judge) == {units[n] for n in ("县图书馆", "县博物馆", "博物馆东馆")}
    assert await records.units.reviewers(units["博物馆东馆"]) == (judge,)
    assert await records.units.reviewers(units["县剧团"]) == ()
    await records.people.suspend(judge.id)
    assert await records.units.reviewers(units["博物馆东馆"]) == ()
    assert await records.people.telegram_of(judge.id) is None


async def test_a_unit_cannot_be_put_under_itself_or_what_is_below_it(records: Records) -> None:
    for unit in ("县文旅局", "县博物馆"):
        await records.people.invite(unit, Role.STAFF)
    await records.units.place("县博物馆", "县文旅局")
    for under in ("县博物馆", "县文旅局"):
        with pytest.raises(Exception, match="不能反过来放"):
            await records.units.place("县文旅局", under)


async def test_two_reports_with_the_same_words_at_two_times_are_two(records: Records, person: Person) -> None:
    again = replace(FROZEN, at=datetime(2026, 11, 23))
    assert await handed_in(records, person) != await handed_in(records, person, "s2", again)
    assert (await verify(records.store)).reports == 2
