"""The model as a writer of sections: sentences under headings that are given, each with the facts it rests on.

Which facts are given, and whether the words may stand, is decided in flows/polish.py.
"""

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict

from bot import log
from bot.writing.prompts import fence, prompt
from bot.writing.service import ModelService


class FactSentence(BaseModel):
    """A sentence with the ids of the facts that it rests on."""

    model_config = ConfigDict(extra="forbid")
    text: str
    facts: list[str]


class PointReply(BaseModel):
    """What stands under one heading."""

    model_config = ConfigDict(extra="forbid")
    point: int
    sentences: list[FactSentence]


class SectionReply(BaseModel):
    """What the prompt draft_section asks for."""

    model_config = ConfigDict(extra="forbid")
    points: list[PointReply]


class ModelSectionWriter:
    """Implements ports.SectionWriter. Raises ModelError where the service gives nothing usable."""

    def __init__(self, service: ModelService) -> None:
        self._service = service

    async def word(
        self, title: str, points: Sequence[tuple[str, Sequence[str]]]
    ) -> dict[int, list[tuple[str, tuple[int, ...]]]]:
        """By the place of a point: sentences with the places of its lines; what names no line of its own is dropped."""
        known: dict[str, tuple[int, int]] = {}
        block = []
        for place, (heading, lines) in enumerate(points):
            block.append(f"第{place + 1}条 {heading}")
            for number, line in enumerate(lines):
                known[f"F{len(known) + 1}"] = (place, number)
                block.append(f"F{len(known)} {line}")
        messages = prompt("draft_section").render(
            {"title": fence("题目", title), "points": fence("各条事实", "\n".join(block))}
        )
        async with self._service.session() as session:
            reply = await session.ask(messages, SectionReply)
        worded = {
            one.point - 1: [(sentence.text.strip(), _own(sentence, one.point - 1, known)) for sentence in one.sentences]
            for one in reply.points
            if 0 < one.point <= len(points)
        }
        log.event("model.worded", points=len(worded), given=len(points))
        return worded


def _own(sentence: FactSentence, place: int, known: dict[str, tuple[int, int]]) -> tuple[int, ...]:
    """The lines of this point that the sentence names."""
    named = (known[name] for name in dict.fromkeys(sentence.facts) if name in known)
    return tuple(number for point, number in named if point == place)
