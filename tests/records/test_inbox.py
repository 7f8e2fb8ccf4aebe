"""Deliveries: accepted once, done once, gathered together."""

import asyncio
from datetime import datetime

from bot.domain.submissions.people import Person
from bot.domain.talk.desk import Turn
from bot.domain.talk.door import Attachment, Delivery, Place, Reply
from bot.records.open import Records

AT = datetime(2026, 11, 22, 9, 30)


def delivery(number: int, chat: int | None = 7) -> Delivery:
    return Delivery(f"tg:{number}", f'{{"n": {number}}}', Place(chat, number))


async def test_a_delivery_is_accepted_once(records: Records) -> None:
    assert await records.inbox.put(delivery(1))
    assert not await records.inbox.put(delivery(1))
    accepted = await asyncio.gather(*(records.inbox.put(delivery(2)) for _ in range(20)))
    assert accepted.count(True) == 1
    assert await records.inbox.undone() == (delivery(1), delivery(2))


async def test_a_committed_turn_closes_its_delivery_and_those_gathered_into_it(
    records: Records, person: Person
) -> None:
    for number in range(1, 5):
        await records.inbox.put(delivery(number))
    await records.inbox.gather(["tg:1", "tg:2", "tg:4"])
    await records.desks.commit(Turn("tg:1", person.id, AT))
    assert await records.inbox.undone() == (delivery(3),)
    assert not await records.inbox.put(delivery(2))


async def test_what_was_given_up_keeps_its_text_and_reason(records: Records, person: Person) -> None:
    await records.inbox.put(delivery(1))
    await records.inbox.done(["tg:1"], failure="ValueError")
    await records.desks.commit(Turn("tg:1", person.id, AT, replies=(Reply("没处理成"),)))
    assert await records.inbox.undone() == ()
    async with records.store.reading() as connection:
        rows = (await connection.exec_driver_sql("SELECT body, failure FROM inbox")).all()
    assert [tuple(row) for row in rows] == [('{"n": 1}', "ValueError")]


async def test_a_reply_knows_the_message_that_it_answers(records: Records, person: Person) -> None:
    await records.inbox.put(delivery(1, chat=-100))
    await records.inbox.put(delivery(2, chat=None))
    (answer,) = await records.desks.commit(Turn("tg:1", person.id, AT, replies=(Reply("好"),)))
    (nowhere,) = await records.desks.commit(Turn("tg:2", person.id, AT, replies=(Reply("好"),)))
    (unasked,) = await records.desks.commit(Turn("reminder:1", person.id, AT, replies=(Reply("提醒"),)))
    assert await records.inbox.place_of(answer.id) == Place(-100, 1)
    assert await records.inbox.place_of(nowhere.id) is None
    assert await records.inbox.place_of(unasked.id) is None


async def test_attachments_are_kept_once(records: Records, person: Person) -> None:
    photos = [
        Attachment("tg:7:1", "tg:7:1", "file-a", "photo"),
        Attachment("tg:7:2", "tg:7:1", "file-b", "photo"),
    ]
    for _ in range(2):
        await records.inbox.attach(person.id, photos)
    async with records.store.reading() as connection:
        rows = (await connection.exec_driver_sql("SELECT note_key, file_id FROM attachments")).all()
    assert sorted(tuple(row) for row in rows) == [("tg:7:1", "file-a"), ("tg:7:1", "file-b")]
