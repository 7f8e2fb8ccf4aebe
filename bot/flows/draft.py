"""Notes to reports: the offline writer always, a model's words where one is configured and they are better."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain.house_style import HouseRule
from bot.domain.notes import Note
from bot.domain.old_reports import pasted
from bot.domain.report import Report
from bot.errors import ModelError, SettingsError
from bot.flows.choose import better
from bot.ports import Engine, Writer

Slow = Callable[[], Awaitable[None]]
A_MOMENT_S = 1.0


@dataclass(frozen=True, slots=True)
class DraftResult:
    """Reports and the engine that gave the words: "offline" or "model".

    `later`: a model is configured and failed in a way that need not last.
    """

    engine: str
    reports: tuple[Report, ...]
    later: bool = False


class Drafting:
    """Writes reports. `model` is None where no service is configured."""

    def __init__(self, offline: Writer, model: Writer | None = None, *, limit: int = 400) -> None:
        self._offline = offline
        self._model = model
        self._limit = limit

    async def draft(
        self,
        notes: Sequence[Note],
        *,
        unit: str,
        now: datetime,
        engine: Engine = "auto",
        house: Sequence[HouseRule] = (),
        slow: Slow | None = None,
    ) -> DraftResult:
        """Reports of the notes, one per event.

        Raises ModelError with engine "model" where the service fails, SettingsError where none is configured;
        with "auto" the offline reports are given instead. `slow` is called where a model takes more than a moment.
        """
        if engine == "model" and self._model is None:
            raise SettingsError("没有配置模型：请设置 SHIBAO_MODEL_URL 和 SHIBAO_MODEL，或改用 --engine offline。")
        offline = await self._offline.write(notes, unit=unit, now=now, limit=self._limit, house=house)
        if engine == "offline" or self._model is None or not offline:
            return DraftResult("offline", offline)
        if engine == "auto" and pasted(notes):  # it keeps its own words: no model words it anew
            return DraftResult("offline", offline)
        try:
            worded = await _patiently(
                self._model.write(notes, unit=unit, now=now, limit=self._limit, house=house), slow
            )
        except ModelError as error:
            if engine == "model":
                raise
            return DraftResult("offline", offline, later=error.retryable)
        chosen = better(offline, worded)
        return DraftResult("offline" if chosen is offline else "model", chosen)


async def _patiently(work: Coroutine[Any, Any, tuple[Report, ...]], slow: Slow | None) -> tuple[Report, ...]:
    """What the work gives; after a moment without it somebody is told."""
    if slow is None:
        return await work
    task = asyncio.ensure_future(work)
    try:
        await asyncio.wait({task}, timeout=A_MOMENT_S)
        if not task.done():
            await slow()
        return await task
    finally:
        task.cancel()
