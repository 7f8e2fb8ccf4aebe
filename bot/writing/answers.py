"""The model as a writer of answers: words from the given passages alone, sentence by sentence with their ids.

Which passages are given, and whether the words may be shown, is decided in flows/answer.py.
"""

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict

from bot import log
from bot.writing.prompts import fence, prompt
from bot.writing.service import ModelService


class CitedSentence(BaseModel):
    """A sentence with the ids of the passages that it rests on."""

    model_config = ConfigDict(extra="forbid")
    text: str
    passages: list[str]


class AnswerReply(BaseModel):
    """What the prompt word_answer asks for."""

    model_config = ConfigDict(extra="forbid")
    sentences: list[CitedSentence]


class ModelAnswerWriter:
    """Implements ports.AnswerWriter. Raises ModelError where the service gives nothing usable."""

    def __init__(self, service: ModelService) -> None:
        self._service = service

    async def word(self, question: str, passages: Sequence[tuple[str, str]]) -> list[tuple[str, tuple[str, ...]]]:
        """Sentences that name at least one of the passages; empty where the model finds no answer in them.

        The model sees P1, P2, … in place of ids, so it cannot name a passage that it was not given.
        """
        known = {f"P{number}": name for number, (name, _) in enumerate(passages, 1)}
        block = "\n\n".join(f"P{number} {text}" for number, (_, text) in enumerate(passages, 1))
        messages = prompt("word_answer").render(
            {"question": fence("提问", question), "passages": fence("条款原文", block)}
        )
        async with self._service.session() as session:
            reply = await session.ask(messages, AnswerReply)
        sentences, dropped = [], 0
        for sentence in reply.sentences:
            ids = tuple(known[name] for name in dict.fromkeys(sentence.passages) if name in known)
            dropped += len(set(sentence.passages) - known.keys()) + (not ids)
            if ids and sentence.text.strip():
                sentences.append((sentence.text.strip(), ids))
        log.event("model.answered", sentences=len(sentences), dropped=dropped)
        return sentences
