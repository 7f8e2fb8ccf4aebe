"""Asks a model which of two things short words are, where the rules cannot tell. It chooses; it commands nothing."""

import asyncio
from typing import Literal

from pydantic import BaseModel, ConfigDict

from bot import log
from bot.errors import ModelError
from bot.writing.prompts import fence, prompt
from bot.writing.service import ModelService

LONGEST_WAIT_S = 5.0


class SortReply(BaseModel):
    """What the prompt sort_message asks for."""

    model_config = ConfigDict(extra="forbid")
    kind: Literal["note", "question", "unsure"]


class ModelSorter:
    """Implements ports.Sorter. Never raises for the model's sake: undecided is an answer."""

    def __init__(self, service: ModelService, *, wait: float = LONGEST_WAIT_S) -> None:
        self._service = service
        self._wait = wait

    async def sort(self, words: str) -> str:
        """Either "note" or "question"; empty where the model is away, slow, undecided or answers something else."""
        try:
            async with asyncio.timeout(self._wait), self._service.session() as session:
                asked = prompt("sort_message").render({"words": fence("原话", words)})
                reply = await session.ask(asked, SortReply)
        except (ModelError, TimeoutError) as error:
            log.event("model.unsorted", error=type(error).__name__)
            return ""
        return "" if reply.kind == "unsure" else reply.kind
