"""Which words are shown where two writers wrote the same reports: the model's must improve on the rules'."""

from bot.domain.lock.support import held
from bot.domain.notes.report import Report


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
