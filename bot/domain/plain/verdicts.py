"""The values of the empty-talk check, shaped like the JSON of `shibao check`; the rules: plain_talk.py."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Genre = Literal["report", "summary", "any"]


class Verdict(StrEnum):
    """What a sentence is worth; CONTRACT.md defines the four."""

    SUBSTANTIVE = "substantive"
    VAGUE = "vague"
    EMPTY = "empty"
    STRUCTURAL = "structural"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence judged: text[start:end] of the whole is `text`."""

    text: str
    start: int
    end: int
    verdict: Verdict
    why: str
    advice: str = ""
    ask: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault of the whole text; `rule` is a stable name, `message` is for the reader."""

    rule: str
    message: str


@dataclass(frozen=True, slots=True)
class Wordings:
    """The house style of a unit: words not to use with advice, and words to use in the place of others."""

    banned: tuple[tuple[str, str], ...] = ()
    preferred: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """`empty_ratio` is the share of characters in empty sentences, headings and frames not counted.

    Passed: no sentence is empty and nothing is found amiss with the whole.
    """

    passed: bool
    empty_ratio: float
    sentences: tuple[Sentence, ...]
    findings: tuple[Finding, ...] = ()
