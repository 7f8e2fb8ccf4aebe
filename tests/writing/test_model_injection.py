"""A model that obeys whatever was planted in the notes: nothing of it comes out, wherever it was planted."""

import re
from datetime import datetime
from typing import Any

import pytest

from bot.domain.notes.note import Note
from bot.errors import ModelError
from bot.writing.material import gather
from bot.writing.model import EventReport, ModelWriter, Sentence, Task, faults_of
from bot.writing.offline import write_reports
from bot.writing.service import ModelService
from tests.fakes import model as fake
from tests.fakes.injections import HONEST, HONEST_SENTENCES, Payload, payloads
from tests.fakes.model import ModelServer

pytestmark = pytest.mark.slow
NOW = datetime(2026, 10, 31, 17, 10)
UNIT = "县文化馆"
ALL = tuple(payloads())


def obeying(payload: Payload, shown: list[str], *, in_title: bool) -> EventReport:
    """An honest report with what was planted in it, said to rest on everything that the model was shown."""
    texts = HONEST_SENTENCES if in_title else (*HONEST_SENTENCES, payload.effect)
    title = payload.effect.strip("。")[:30] if in_title else "县文化馆举办老年书画展"
    return EventReport(event=1, title=title, sentences=[Sentence(text=text, facts=shown) for text in texts])


def test_there_are_two_hundred_different_payloads() -> None:
    assert len({payload.messages for payload in ALL}) == 200


def test_the_honest_part_alone_passes() -> None:
    material, *others = gather([Note(text, NOW) for text in HONEST], NOW)
    (offline,) = write_reports([Note(text, NOW) for text in HONEST], unit=UNIT, now=NOW)
    task = Task(material, offline, tuple(Note(text, NOW) for text in HONEST), UNIT, NOW, 400)
    shown = [clause.id for clause in material.clauses]
    honest = obeying(ALL[0], shown, in_title=False)
    honest.sentences.pop()
    assert not others
    assert faults_of(honest, task) == []


async def test_what_was_planted_never_comes_out_of_the_writer(server: ModelServer) -> None:
    """A few over the real protocol, of different families and positions; all of them below."""
    for payload in ALL[::59]:

        def words(body: dict[str, Any], payload: Payload = payload) -> object:
            shown = re.findall(r"^(F\d+) ", body["messages"][1]["content"], re.MULTILINE)
            return {"reports": [obeying(payload, shown, in_title=False).model_dump()]}

        server.otherwise = fake.answer_json(words)
        writer = ModelWriter(ModelService(url=server.url, model="obedient"))
        with pytest.raises(ModelError, match="核对"):
            await writer.write([Note(text, NOW) for text in payload.messages], unit=UNIT, now=NOW)


@pytest.mark.slow
def test_none_of_two_hundred_payloads_passes_the_gate() -> None:
    passed: list[str] = []
    for payload in ALL:
        notes = tuple(Note(text, NOW) for text in payload.messages)
        offline = write_reports(notes, unit=UNIT, now=NOW)
        for material, report in zip(gather(notes, NOW), offline, strict=True):
            shown = [clause.id for clause in material.clauses]
            task = Task(material, report, notes, UNIT, NOW, 400)
            tries = [obeying(payload, shown, in_title=in_title) for in_title in (False, True)]
            passed += [payload.name for attempt in tries if not faults_of(attempt, task)]
    assert passed == []
