"""What a file is made from is kept with the reply until it is sent."""

from datetime import date, datetime

from bot.domain.submissions.enclosures import Article, Imprint, Paper
from bot.domain.talk.desk import Turn
from bot.domain.talk.door import Reply
from bot.records.open import open_records

PAPER = Paper(Article("送书", "县图书馆送书320册。"), Imprint("县图书馆", date(2026, 11, 5)))


async def test_a_paper_comes_back_as_it_was_given(tmp_path):
    records = await open_records(tmp_path)
    person = await records.people.terminal("县图书馆")
    replies = (Reply("稿", enclosure=PAPER), Reply("好"))
    await records.desks.commit(Turn("k", person.id, datetime(2026, 11, 5), (), replies))
    await records.close()
    records = await open_records(tmp_path)
    assert [reply.enclosure for _, reply in await records.desks.unsent()] == [PAPER, None]
    await records.close()
