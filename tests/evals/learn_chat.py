"""Learns what is said beside the matter from the clauses of our own note sets and from short clauses marked by hand.

`python -m tests.evals.learn_chat` writes bot/domain/notes/learnt_chat.txt anew; with `--check` it writes nothing and
prints what five-fold cross-fitting gives. A clause of a case is beside the matter where the rules take it for chat,
an order or empty talk, or where it holds a word that the case forbids; in short_clauses.txt `-` marks what is beside
the matter and `+` what is not. Clauses as newspapers print them (the public set, where it is at hand) are not beside
it: without them whatever is not worded as our cases are would pass for chat. Logistic regression by stochastic
gradient, the mean of all steps.
"""

import gzip
import json
import math
import random
import re
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from bot.domain.language.quantities import quantities
from bot.domain.notes import learnt_chat
from bot.domain.notes.kinds import Kind
from bot.domain.notes.learnt_chat import CERTAIN, features, setting, teller_of
from bot.domain.notes.note import Note
from bot.domain.notes.utterances import by_rules
from tests.evals.uhgeval import SET

HERE = Path(__file__).parent
FILE = Path(learnt_chat.__file__).with_suffix(".txt")
ROUNDS = 12
FOLDS = 5
RATE, SHRINK = 0.2, 1e-2
PRINTED = 2000
MOST = 0.8
"""No feature alone decides: 真 is not only said of what one feels."""
SELDOM = 2
"""A feature seen in fewer cases than this says nothing of other texts."""
_BESIDE = {Kind.CHAT, Kind.ORDER, Kind.EMPTY}


class Clause(NamedTuple):
    text: str
    beside: bool
    measured: bool
    held: tuple[str, ...]
    case: str


def told() -> Iterator[Clause]:
    """The clauses of every case, with what is known of them."""
    for path in sorted(set(HERE.glob("notes_*.json")) - set(HERE.glob("*_good.json"))):
        for case in json.loads(path.read_text("utf-8")):
            notes = [Note(m["text"], datetime.fromisoformat(m["time"]), m["from"]) for m in case["messages"]]
            found = by_rules(notes, datetime.fromisoformat(case["now"]))
            teller, latest, forbidden = teller_of(found), len(notes) - 2, case.get("forbidden", ())
            for one in found:
                if one.kind is Kind.CONTENT or one.kind in _BESIDE:
                    measured = bool(one.quantities() or one.moments())
                    beside = one.kind in _BESIDE or (not measured and any(f in one.text for f in forbidden))
                    around = setting(one.speaker == teller, one.message >= latest, measured)
                    yield Clause(one.text, beside, measured, tuple({*features(one.text), *around}), case["id"])


def marked() -> Iterator[Clause]:
    for line in (HERE / "short_clauses.txt").read_text("utf-8").splitlines():
        held = tuple({*features(line[2:]), *setting(True, False, False)})
        yield Clause(line[2:], line.startswith("-"), False, held, line)


def printed() -> Iterator[Clause]:
    """Short clauses of printed news: what is worded otherwise than our cases are is not for that reason chat."""
    if not SET.exists():
        raise SystemExit("The printed news are not at hand: weights learnt without them take written clauses for chat.")
    able: dict[str, None] = {}
    with gzip.open(SET, "rt", encoding="utf-8") as lines:
        for line in lines:
            one = json.loads(line)
            if not zlib.crc32(one["id"].encode()) % 2:  # the other half is there to try the weights on
                for clause in re.split(r"[，。；！？：\s]", one["newsRemainder"]):
                    if re.fullmatch(r"[一-龥、]{4,14}", clause) and not quantities(clause):
                        able[clause] = None
    dice = random.Random(1)
    for clause in dice.sample(list(able), min(PRINTED, len(able))):
        around = setting(dice.random() < 0.7, dice.random() < 0.3, False)  # as often as in the cases
        yield Clause(clause, False, False, tuple({*features(clause), *around}), clause)


def learnt(clauses: Sequence[Clause]) -> Mapping[str, float]:
    """The weights in log-odds."""
    seen = Counter(feature for feature, _ in {(feature, one.case) for one in clauses for feature in one.held})
    weights: defaultdict[str, float] = defaultdict(float)
    sums: defaultdict[str, float] = defaultdict(float)
    dice, step = random.Random(3), 0
    order = list(clauses)
    total = ROUNDS * len(order)
    for _ in range(ROUNDS):
        dice.shuffle(order)
        for one in order:
            step += 1
            held = [feature for feature in one.held if seen[feature] >= SELDOM]
            wrong = one.beside - 1 / (1 + math.exp(-sum(weights[f] for f in held)))
            rate = RATE / (1 + 3 * step / total)
            for feature in held:
                now = weights[feature]
                by = max(-MOST, min(MOST, now + rate * (wrong - SHRINK * now))) - now
                weights[feature] += by
                sums[feature] += by * step
    return {feature: weight - sums[feature] / (total + 1) for feature, weight in weights.items()}


def write(weights: Mapping[str, float]) -> None:
    of: defaultdict[int, list[str]] = defaultdict(list)
    for feature, weight in weights.items():
        if abs(weight) >= 0.05 and " " not in feature:
            of[round(weight * 100)].append(feature)
    head = "# What speaks for chat, each weight in hundredths with its features; learnt by tests/evals/learn_chat.py."
    rows = [f"{weight}\t{' '.join(sorted(names))}" for weight, names in sorted(of.items(), reverse=True)]
    FILE.write_text("\n".join([head, *rows, ""]), "utf-8")


def check(clauses: Sequence[Clause]) -> Iterator[str]:
    """Precision and recall over clauses without a figure in cases that were not learnt from, and the wrong ones."""
    cases = sorted({one.case for one in clauses})
    random.Random(5).shuffle(cases)
    fold = {case: n % FOLDS for n, case in enumerate(cases)}
    scores: list[tuple[float, Clause]] = []
    for part in range(FOLDS):
        weights = learnt([one for one in clauses if fold[one.case] != part])
        scores += [
            (100 * sum(weights.get(f, 0.0) for f in one.held), one)
            for one in clauses
            if fold[one.case] == part and not one.measured
        ]
    there = sum(one.beside for _, one in scores)
    for least in (0, 50, CERTAIN, 150, 200, 300):
        found = [one for score, one in scores if score >= least]
        right = sum(one.beside for one in found)
        yield f"from {least}: precision {right / len(found):.3f} recall {right / there:.3f} of {there}"
    for score, one in sorted(scores, key=lambda pair: -pair[0]):
        if score >= 0 and not one.beside:
            yield f"{score:.0f} {one.case[:12]} {one.text}"


def main() -> None:
    clauses = [*told(), *marked(), *printed()]
    if "--check" in sys.argv:
        print(*check(clauses), sep="\n")
    else:
        write(learnt(clauses))


if __name__ == "__main__":
    main()
