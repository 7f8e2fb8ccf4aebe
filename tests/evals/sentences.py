"""The empty-talk verdicts against labels by hand, beside a plain list of clichés on the same sentences.

`sentences.jsonl` beside this file was labelled in eleven rounds, each before the rules were run on it. A hash
parts the first two: one half was looked at and learnt from (learn_worth.py), the unseen half was not. Honest figures
of what was learnt from: `python -m tests.evals.learn_worth --check`.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from bot.domain.language.lexicon import Lexicon
from bot.domain.plain import phrases
from bot.domain.plain.plain_talk import judge_sentence
from tests.evals.measures import Absent, Measure, at_least, at_most

OWN = Path(__file__).with_name("sentences.jsonl")
SEED = Path(__file__).parents[3] / "shared/domain/labelled/seed_sentences.jsonl"
_AS_LABEL = {"vague": "borderline", "structural": "borderline"}


class Labelled(NamedTuple):
    text: str
    label: str
    round: int = 1

    @property
    def unseen(self) -> bool:
        """From the third round on all were looked at, after first runs that docs/first-sight.md tells of."""
        return self.round < 3 and hashlib.sha256(self.text.encode()).digest()[-1] % 2 == 1


Judge = Callable[[str], str]


def load(path: Path) -> list[Labelled]:
    if not path.exists():
        raise Absent(f"没有 {path.name}")
    rows = map(json.loads, path.read_text("utf-8").splitlines())
    return [Labelled(row["text"], row["label"], row.get("round", 1)) for row in rows]


def by_rules(text: str) -> str:
    verdict = str(judge_sentence(text).verdict)
    return _AS_LABEL.get(verdict, verdict)


def by_word_list(text: str) -> str:
    """What a list of clichés alone would say: two and more are empty, one is borderline, none is fact."""
    found = len(_CLICHES.find(text))
    return "empty" if found >= 2 else "borderline" if found else "substantive"


_CLICHES = Lexicon({word: group.kind for group in phrases.EMPTY for word in group.words.split()})


class Score(NamedTuple):
    """Precision and recall of the two verdicts that matter, and the worst error: facts called empty."""

    substantive: tuple[float, float]
    empty: tuple[float, float]
    facts_called_empty: float
    right: float


def score(rows: list[Labelled], judge: Judge) -> Score:
    count = Counter((row.label, judge(row.text)) for row in rows)

    def measured(label: str) -> tuple[float, float]:
        said = sum(n for (_, verdict), n in count.items() if verdict == label)
        meant = sum(n for (gold, _), n in count.items() if gold == label)
        hit = count[label, label]
        return hit / max(said, 1), hit / max(meant, 1)

    facts = sum(n for (gold, _), n in count.items() if gold == "substantive")
    right = sum(n for (gold, verdict), n in count.items() if gold == verdict)
    lost = count["substantive", "empty"] / max(facts, 1)
    return Score(measured("substantive"), measured("empty"), lost, right / max(len(rows), 1))


def _bars(name: str, result: Score, slack: float = 0.0) -> Iterator[Measure]:
    yield at_least(f"{name}·实·准确率", result.substantive[0], 0.85 - slack)
    yield at_least(f"{name}·实·召回率", result.substantive[1], 0.85 - slack)
    yield at_least(f"{name}·空·准确率", result.empty[0], 0.90 - slack)
    yield at_least(f"{name}·空·召回率", result.empty[1], 0.80 - slack)
    yield at_most(f"{name}·实判空", result.facts_called_empty, 0.01)


def _shown(name: str, result: Score) -> Measure:
    (p, r), (q, s) = result.substantive, result.empty
    return Measure(name, f"实 {p:.0%}/{r:.0%} 空 {q:.0%}/{s:.0%} 实判空 {result.facts_called_empty:.0%}")


def run() -> list[Measure]:
    own = load(OWN)
    rows: list[Measure] = []
    if SEED.exists():
        seed = load(SEED)
        rows += _bars(f"种子 {len(seed)} 句", score(seed, by_rules))
        rows.append(_shown("种子·只用词表", score(seed, by_word_list)))
    tuned = [row for row in own if not row.unseen]
    rows.append(_shown(f"调参 {len(tuned)} 句", score(tuned, by_rules)))
    unseen = [row for row in own if row.unseen]
    rows += _bars(f"未见 {len(unseen)} 句", score(unseen, by_rules), slack=0.05)
    for number in (1, 2):
        part = [row for row in unseen if row.round == number]
        rows.append(_shown(f"未见·第{number}批 {len(part)} 句", score(part, by_rules)))
    rows.append(_shown("未见·只用词表", score(unseen, by_word_list)))
    return rows
