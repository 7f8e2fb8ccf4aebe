"""Which passage answers a question, and which sentences of it: scores that can be explained, no model."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.clauses import ARTICLE, OUTLINE
from bot.domain.grams import pairs, plain
from bot.domain.passages import Document, Passage, context
from bot.domain.questions import Question, Wants, core, serves
from bot.domain.synonyms import Synonyms

Rarity = Callable[[Sequence[str]], Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Need:
    """Something the answer must speak of: a term with the rules' words for it, or a pair of characters."""

    forms: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of a passage that can be quoted: a sentence, or the item of a list under its opening."""

    text: str
    lead: str = ""

    @property
    def whole(self) -> str:
        return self.lead + self.text


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage judged as an answer. `coverage` is the share of the question's content that it speaks of."""

    passage: Passage
    document: Document
    score: float
    coverage: float
    served: bool
    similarity: float
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What search gave: passage, document, fused score, cosine (0 where vectors were not asked)."""

    passage: Passage
    document: Document
    score: float
    similarity: float


def needs_of(question: Question, synonyms: Synonyms, rarity: Rarity) -> tuple[Need, ...]:
    """The question's content, each part weighed by how rare it is in the library."""
    runs = list(question.core)
    terms = synonyms.spoken(question.text)
    masked = [run for run in runs]
    for term, _ in terms:
        masked = [piece for run in masked for piece in run.split(plain(term))]
    wanted = sorted({pair for run in masked for pair in pairs(run)} | {run for run in masked if len(run) == 1})
    forms = {term: pairs(plain(term)) | {plain(word) for word in words} for term, words in terms}
    weights = rarity([*wanted, *(pair for words in forms.values() for pair in words)])
    found = [Need((pair,), weights[pair] * (1.0 if len(pair) > 1 else 0.4)) for pair in wanted]
    for term, words in terms:
        known = [weights[pair] for pair in pairs(plain(term)) if pair in weights]
        weight = min(sum(known) / max(len(known), 1), 6.0) * (1.6 if len(term) > 1 else 0.8)
        found.append(Need((plain(term), *(plain(word) for word in words)), weight))
    return tuple(need for need in found if need.weight > 0)


def covered(needs: Sequence[Need], text: str) -> float:
    """The weighted share of the needs that the text speaks of, between 0 and 1."""
    total = sum(need.weight for need in needs)
    if not total:
        return 0.0
    spoken = plain(text)
    return sum(need.weight * max(_speaks(form, spoken) for form in need.forms) for need in needs) / total


def _speaks(form: str, text: str) -> float:
    """1 where the form stands in the text; a long form counts in part when most of its pairs do."""
    if form in text:
        return 1.0
    if len(form) < 4:
        return 0.0
    parts = pairs(form)
    share = sum(pair in text for pair in parts) / max(len(parts), 1)
    return 0.7 * share if share > 0.5 else 0.0


def judge(question: Question, needs: Sequence[Need], found: Found, best: float) -> Evidence:
    """Judge one passage. `best` is the highest cosine of the search, by which the others are measured."""
    passage, document = found.passage, found.document
    whole = context(document, passage) + "".join(passage.path)
    coverage = covered(needs, whole)
    body = passage.lead + passage.text
    units = choose(question, needs, passage)
    chosen = "".join(unit.whole for unit in units)
    served = all(serves(want, chosen) for want in _firm(question.wants))
    in_unit = covered(needs, chosen)
    closeness = max(0.0, 1.0 - 8.0 * (best - found.similarity)) if found.similarity else 0.0
    score = (
        0.34 * found.score
        + 0.26 * coverage
        + 0.20 * in_unit
        + 0.14 * closeness
        + 0.10 * (served and bool(question.wants))
        + 0.06 * _speaks_first(needs, passage)
        - 0.20 * _is_frame(passage, body)
    )
    return Evidence(passage, document, score, coverage, served, found.similarity, units)


def _firm(wants: Sequence[Wants]) -> tuple[Wants, ...]:
    """The wants that must be served: the most telling one."""
    return tuple(wants[:1])


def _speaks_first(needs: Sequence[Need], passage: Passage) -> float:
    """A clause that opens with what is asked is about it; one that mentions it late is not."""
    return covered(needs, re.split(r"[。；]", passage.text, maxsplit=1)[0][:60])


def _is_frame(passage: Passage, body: str) -> float:
    """Clauses about the document itself answer little: 题注, 施行日期, 为了…制定本法."""
    if passage.clause == "题注":
        return 1.0
    if re.search(r"为了?.{4,120}制定本(?:法|条例|规定|办法)", body[:160]):
        return 0.7
    return 0.5 if len(body) < 60 and re.search(r"起施行。$", body) else 0.0


def choose(question: Question, needs: Sequence[Need], passage: Passage) -> tuple[Unit, ...]:
    """The one or two stretches of the passage that answer best, in the order in which they stand."""
    stretches = units_of(passage)
    if len(stretches) == 1:
        return stretches
    wants = _firm(question.wants)

    def value(unit: Unit) -> float:
        served = sum(serves(want, unit.text) + 0.5 * serves(want, unit.whole) for want in wants)
        return covered(needs, unit.text) + 0.6 * covered(needs, unit.whole) + 0.3 * served

    ranked = sorted(range(len(stretches)), key=lambda i: -value(stretches[i]))
    picked = [ranked[0]]
    if len(ranked) > 1 and value(stretches[ranked[1]]) > 0.8 * value(stretches[ranked[0]]):
        picked.append(ranked[1])
    return tuple(stretches[i] for i in sorted(picked))


def units_of(passage: Passage) -> tuple[Unit, ...]:
    """The passage in quotable stretches; items carry the opening of their list."""
    units: list[Unit] = []
    lead = passage.lead
    for paragraph in passage.text.split("\n"):
        item = any(pattern.match(paragraph) for pattern in OUTLINE)
        if paragraph.endswith(("：", ":")):
            lead = paragraph
            continue
        if item:
            units.append(Unit(paragraph, lead))
            continue
        lead = ""
        units += [Unit(sentence) for sentence in re.findall(r"[^。！？]+[。！？]?[”’）]*", paragraph) if sentence.strip()]
    if not units:
        units = [Unit(passage.text)]
    return tuple(units)


def strip_address(text: str, clause: str) -> str:
    """The words without the 第X条 before them, which the citation names anyway."""
    found = ARTICLE.match(text)
    return text[found.end() :].strip("　 ") if found and found[0] == clause else text


def topic(text: str) -> str:
    """The content runs of a text as one string: what a follow-up question inherits."""
    return "".join(core(text))
