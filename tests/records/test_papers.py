"""What a file is made from is kept with the reply until it is sent, in old databases too."""

from datetime import date, datetime

from sqlalchemy import text

from bot.domain.desk import Turn
from bot.domain.imprint import Article, Imprint, Paper
from bot.domain.talk import Reply
from bot.records.open import open_records

PAPER = Paper(Article("送书", "县图书馆送书320册。"), Imprint("县图书馆", date(2026, 11, 5)))


async def test_a_paper_comes_back_as_it_was_given(tmp_path):
    records = await open_records(tmp_path)
    person = await records.people.terminal("县图书馆")
    await records.desks.commit(Turn("k", person.id, datetime(2026, 11, 5), (), (Reply("稿", paper=PAPER), Reply("好"))))
    await records.close()
    records = await open_records(tmp_path)
    assert [reply.paper for _, reply in await records.desks.unsent()] == [PAPER, None]
    await records.close()


async def test_a_database_from_before_gets_the_column_and_keeps_its_replies(tmp_path):
    records = await open_records(tmp_path)
    person = await records.people.terminal("县图书馆")
    await records.desks.commit(Turn("k", person.id, datetime(2026, 11, 5), (), (Reply("已记"),)))
    for statement in ("ALTER TABLE replies DROP COLUMN paper", "UPDATE alembic_version SET version_num = '0002'"):
        await records.store.write(lambda connection, statement=statement: connection.execute(text(statement)))
    await records.close()
    records = await open_records(tmp_path)
    assert [(reply.text, reply.paper) for _, reply in await records.desks.unsent()] == [("已记", None)]
    await records.close()
