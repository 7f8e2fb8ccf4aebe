"""Notes to reports: the offline writer always, a model's words where one is configured and they improve on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.house.house_style import HouseRule
from bot.domain.lock.support import held
from bot.domain.notes.note import Note
from bot.domain.notes.old_reports import pasted
from bot.domain.notes.report import Report
from bot.errors import ModelError, SettingsError
from bot.flows.patience import patiently
from bot.ports import Engine, Writer


def better(offline: tuple[Report, ...], model: tuple[Report, ...]) -> tuple[Report, ...]:
    """Report by report the better one; `offline` itself where the model improves none.

    The model's report is shown where it passes the checks and
    1. the offline one does not, or
    2. it holds every fact that the offline one holds, and more, or
    3. it holds the same facts in fewer characters.
    """
    if len(offline) != len(model):
        return offline
    chosen = tuple(two if _improves(one, two) else one for one, two in zip(offline, model, strict=True))
    return offline if chosen == offline else chosen


def _improves(offline: Report, model: Report) -> bool:
    if not model.checks.passed:
        return False
    if not offline.checks.passed:
        return True
    refs = {*offline.facts, *model.facts}
    kept, offered = (held(refs, f"{report.title}\n{report.text}") for report in (offline, model))
    if kept - offered:
        return False
    return bool(offered - kept) or model.checks.length < offline.checks.length


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
    ) -> DraftResult:
        """Reports of the notes, one per event.

        Raises ModelError with engine "model" where the service fails, SettingsError where none is configured;
        with "auto" the offline reports are given instead, also where the person stops the model.
        """
        if engine == "model" and self._model is None:
            raise SettingsError("没有配置模型：请设置 SHIBAO_MODEL_URL 和 SHIBAO_MODEL，或改用 --engine offline。")
        offline = await self._offline.write(notes, unit=unit, now=now, limit=self._limit, house=house)
        if engine == "offline" or self._model is None or not offline:
            return DraftResult("offline", offline)
        if engine == "auto" and pasted(notes):  # it keeps its own words: no model words it anew
            return DraftResult("offline", offline)
        try:
            worded = await patiently(self._model.write(notes, unit=unit, now=now, limit=self._limit, house=house))
        except ModelError as error:
            if engine == "model":
                raise
            return DraftResult("offline", offline, later=error.retryable)
        chosen = better(offline, worded)
        return DraftResult("offline" if chosen is offline else "model", chosen)
