"""Faults that show in the whole text only: no date in the lead, two events, names repeated, lists that do not add up."""

from bot.domain.verdicts import Finding, Genre, Sentence, Wordings


def find(text: str, sentences: tuple[Sentence, ...], *, genre: Genre, wordings: Wordings) -> tuple[Finding, ...]:
    return ()
