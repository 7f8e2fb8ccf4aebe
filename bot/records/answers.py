"""Answers as they were given, found again by their buttons, and what people said of them."""

from sqlalchemy import Connection, func, insert, select

from bot.domain.library.feedback import Judged, KeptAnswer, Verdict
from bot.domain.library.passages import Answer
from bot.domain.talk.desk import SaveFeedback, Turn
from bot.errors import InputError
from bot.ports import Answers
from bot.records import schema as t
from bot.records.codec import load_as
from bot.records.store import Store


class SqlAnswers(Answers):
    """The port `Answers` over SQL."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def kept(self, person_id: str, key: str) -> KeptAnswer | None:
        return await self._store.read(lambda connection: _kept(connection, person_id, key))

    async def judged(self, units: frozenset[str], limit: int) -> tuple[Judged, ...]:
        """The newest judgements of people of those units, newest first; of each answer the last one alone."""
        return await self._store.read(lambda connection: _judged(connection, units, limit))


def save_feedback(connection: Connection, turn: Turn, change: SaveFeedback) -> None:
    """Add a row; only who got the answer can judge it."""
    mine = select(t.answers.c.id).where(
        t.answers.c.turn_key == change.answer_key, t.answers.c.person_id == turn.person_id
    )
    if connection.execute(mine).first() is None:
        raise InputError("没有找到那次回答，请重新提问。")
    row = {"answer_key": change.answer_key, "verdict": change.verdict.value, "at": turn.at}
    connection.execute(insert(t.answer_feedback).values(turn_key=turn.key, **row))


def _kept(connection: Connection, person_id: str, key: str) -> KeptAnswer | None:
    a, f = t.answers.c, t.answer_feedback.c
    row = connection.execute(select(a.question, a.answer).where(a.turn_key == key, a.person_id == person_id)).first()
    if row is None:
        return None
    last = select(f.verdict).where(f.answer_key == key).order_by(f.id.desc()).limit(1)
    verdict = connection.execute(last).scalar()
    return KeptAnswer(key, row.question, load_as(Answer, row.answer), Verdict(verdict) if verdict else None)


def _judged(connection: Connection, units: frozenset[str], limit: int) -> tuple[Judged, ...]:
    a, f = t.answers.c, t.answer_feedback.c
    newest = select(func.max(f.id)).group_by(f.answer_key)
    query = (
        select(a.question, a.answer, f.verdict, f.at)
        .join(t.answer_feedback, f.answer_key == a.turn_key)
        .join(t.people, t.people.c.id == a.person_id)
        .where(f.id.in_(newest), t.people.c.unit_id.in_(sorted(units)))
        .order_by(f.id.desc())
        .limit(limit)
    )
    return tuple(
        Judged(row.question, _cited(load_as(Answer, row.answer)), Verdict(row.verdict), row.at)
        for row in connection.execute(query)
    )


def _cited(answer: Answer) -> str:
    """The clause that carried the answer; empty where it was a refusal."""
    return f"《{answer.citations[0].title}》{answer.citations[0].clause}" if answer.citations else ""
