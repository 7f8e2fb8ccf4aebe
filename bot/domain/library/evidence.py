"""How well a passage answers a question, by scores that can be explained.

Which words of it are said: excerpts.py.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from bot.domain.language.grams import plain
from bot.domain.library.asked import AskedFor
from bot.domain.library.excerpts import ROW, Excerpt, choose, strip_address
from bot.domain.library.kinds import Asked
from bot.domain.library.named import Named
from bot.domain.library.needs import Listening, Need
from bot.domain.library.passages import Document, Passage, context
from bot.domain.library.questions import Question
from bot.domain.library.wants import FIGURES, Kind, Want, punishes, serves_well

# Fitted on the development half of tests/evals/questions_*.json; each may move by a third without harm.
FUSED, COVERED, EXCERPT, CLOSE, OPENING = 0.36, 0.22, 0.30, 3.2, 0.04
FAR = 0.125
"""How much less alike than the best counts as far: vectors say little beyond."""
FIGURE, SERVED = 0.12, 0.03
WRONG_PART, SUBJECT, FOREIGN = 0.11, 0.06, 0.12

OUTSIDE = re.compile(r"外国|国外|境外|出境|入境|外商|香港|澳门|台湾|华侨|海外")
OPENS = 20
"""Characters of a passage that tell of whom it speaks: a clause on foreign troupes answers only who asks of them."""

BREACH = re.compile(r"有人管|有没有人管|管不管|管[吗不么]$|违[法规反][吗不么了]|犯法|违法不")
"""Asks whether something is forbidden, as a clause on penalties tells too."""
_PUNISHED = re.compile(r"违[法规反]|犯法|罚|处[分理置]|后果|责任|追究|吊销")
_RULES = re.compile(r"不得|不能|不准|不可以|禁止|可以|应当|不用|必须")
UNASKED = 0.1
"""The doubt that what follows a breach leaves where nobody asked for that: 买卖证件 is no answer to 能不能卖泡面."""
OTHER_MATTER = 0.48
"""The doubt that a text leaves that nowhere names the very thing asked for."""
OTHER_KIND = 1.0
"""The doubt that a text leaves that speaks of another of the same kind."""
_STOPS = re.compile(r"[。；]")


@dataclass(frozen=True, slots=True)
class Found:
    """What search gave: passage, document, fused score, cosine (0 where vectors were not asked)."""

    passage: Passage
    document: Document
    score: float
    similarity: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage judged as an answer. `coverage` is the share of the question's content that it speaks of.

    `said` is the same share for its excerpts alone, `served` how well they hold the kind of answer asked for; `best` is
    the excerpt that answers by itself; `heard` is the weight of what it speaks of: the share alone is unfair to a
    question that tells a long story. `doubting` weighs the doubt; only the few best passages are asked for it.
    """

    passage: Passage
    document: Document
    score: float
    fused: float
    coverage: float
    said: float
    served: float
    similarity: float
    excerpts: tuple[Excerpt, ...]
    best: Excerpt
    heard: float = 0.0
    doubting: Callable[[], float] = field(default=float, compare=False, repr=False)

    @property
    def doubt(self) -> float:
        """For what the question asks for by name and the passage never names."""
        return self.doubting()


class Judging:
    """One question, held against many passages: what depends on the question alone is made once."""

    def __init__(self, question: Question, needs: Sequence[Need], of_a_kind: Asked) -> None:
        self._of_a_kind = of_a_kind
        self._question = question
        self._needs = needs
        self._want = question.wants[0] if question.wants else None
        self._named = Named.by(question, needs)
        self._asked = AskedFor.by(question, needs)
        self._subject = _subject(question)
        self._breach = bool(BREACH.search(question.text))
        asked = self._want is not None and self._want.kind in (Kind.PENALTY, Kind.MONEY)
        self._punished = asked or self._breach or bool(_PUNISHED.search(question.text))
        self._outside = any(OUTSIDE.search(word) for need in needs for word in (question.text, *need.forms))
        self._by_title: dict[str, tuple[Need, ...]] = {}
        self._doubts: dict[str, float] = {}

    def judge(self, found: Found, best: float) -> Evidence:
        """Judge one passage. `best` is the highest cosine of the search, by which the others are measured."""
        passage, document = found.passage, found.document
        around = _around(passage, document)
        ear = Listening.to(self._needs, around)
        inner = self._beside_title(document.title)
        chosen_by = Listening.to(inner, around) if 0 < len(inner) < len(self._needs) else ear
        excerpts, answering = choose(self._question, chosen_by, passage)
        words = "".join(excerpt.whole for excerpt in excerpts)
        said = ear.share(words)
        served = serves_well(self._want, words) if self._want else 1.0
        worth = (
            COVERED * ear.whole
            + EXCERPT * said
            + OPENING * ear.share(_STOPS.split(passage.text, maxsplit=1)[0][:60])
            + _kind_bonus(self._want, served, words, breach=self._breach)
            + SUBJECT * _opens_with(self._subject, passage, excerpts)
            - FOREIGN * (not self._outside and bool(OUTSIDE.search(passage.text[:OPENS])))
        )
        distance = min(FAR, best - found.similarity) if found.similarity else FAR
        score = FUSED * found.score + CLOSE * (FAR - distance) + worth
        return Evidence(
            passage, document, score, found.score, ear.whole, said, served, found.similarity, excerpts, answering,
            ear.whole * ear.total, partial(self._doubt, passage, document, excerpts),
        )  # fmt: skip

    def _doubt(self, passage: Passage, document: Document, excerpts: Sequence[Excerpt]) -> float:
        if passage.id not in self._doubts:
            self._doubts[passage.id] = self._doubt_of(passage, document, excerpts)
        return self._doubts[passage.id]

    def _doubt_of(self, passage: Passage, document: Document, excerpts: Sequence[Excerpt]) -> float:
        called = _called(passage, document)
        above = document.title + "".join(passage.path)
        sentences = [above * bool(ROW.search(excerpt.text)) + excerpt.whole for excerpt in excerpts]
        words = "".join(sentences)
        doubt = self._named.missing(called)
        doubt += OTHER_KIND * (not self._of_a_kind.answered_by(called))
        doubt += OTHER_MATTER * (self._asked.unnamed(plain(called)) or self._asked.uncounted(self._question, sentences))
        return doubt + UNASKED * (not self._punished and punishes(words) and not _RULES.search(words))

    def _beside_title(self, title: str) -> tuple[Need, ...]:
        """Words of the title say which document is meant, not which of its sentences."""
        if title not in self._by_title:
            outside = (need for need in self._needs if not any(form in title for form in need.forms))
            self._by_title[title] = tuple(outside)
        return self._by_title[title]


def _around(passage: Passage, document: Document) -> str:
    """The passage with all that it stands under."""
    return context(document, passage) + "".join(passage.path)


def _called(passage: Passage, document: Document) -> str:
    return _around(passage, document) + "".join(document.aliases)


def named_in(piece: Evidence) -> str:
    """All that the passage stands under and goes by, where what it is of may be named."""
    return _called(piece.passage, piece.document)


def _kind_bonus(want: Want | None, served: float, said: str, *, breach: bool) -> float:
    """The right kind of answer counts for much; what follows a breach answers only who asks for that, or whether
    it is one.
    """
    if want is None:
        return 0.0
    bonus = (FIGURE if want.kind in FIGURES else SERVED) * served
    if want.kind is Kind.PENALTY:
        return bonus + (WRONG_PART if punishes(said) else -WRONG_PART)
    return bonus - (WRONG_PART if want.kind is not Kind.MONEY and punishes(said) and not breach else 0.0)


def _subject(question: Question) -> str:
    """The words with which the question opens; empty where they are too few to tell a subject."""
    subject = ""
    for word in question.core:
        if subject + word not in question.text:
            break
        subject += word
    return subject if len(subject) >= 3 else ""


def _opens_with(subject: str, passage: Passage, excerpts: Sequence[Excerpt]) -> bool:
    """Whether a sentence opens with the subject of the question: 文物销售单位…不得…."""
    return bool(subject) and any(
        strip_address(excerpt.text, passage.clause).startswith(subject) for excerpt in excerpts
    )
