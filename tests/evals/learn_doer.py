"""Learns which openings are of somebody or something else than the unit that reports, from doer_clauses.tsv.

`python -m tests.evals.learn_doer` writes bot/writing/learnt_doer.txt anew; with `--check` it writes nothing and prints
what five-fold cross-fitting gives and which openings of the unit's own would lose it. A row of the file: unit,
opening, H (the unit's own) or O (another's).
"""

import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.writing import learnt_doer
from bot.writing.learnt_doer import SURE, features
from tests.evals.softmax import Example, learnt, likely, write

ROWS = Path(__file__).with_name("doer_clauses.tsv")
FILE = Path(learnt_doer.__file__).with_suffix(".txt")
KINDS = "HO"
FOLDS, SELDOM, ROUNDS = 5, 2, 25


def rows() -> list[tuple[str, str, str]]:
    split = (line.split("\t") for line in ROWS.read_text("utf-8").splitlines())
    return [(unit, clause, kind) for unit, clause, kind in split]


def held(row: tuple[str, str, str]) -> Example:
    return sorted(set(features(row[1]))), KINDS.index(row[2])


def check(found: Sequence[tuple[str, str, str]]) -> Iterator[str]:
    """Of openings that were not learnt from: how many of each kind are told without the unit, and which of its own."""
    order = random.Random(5).sample(list(found), len(found))
    examples = [held(row) for row in order]
    scores = []
    for part in range(FOLDS):
        given = [one for n, one in enumerate(examples) if n % FOLDS != part]
        weights = learnt(given, len(KINDS), seldom=SELDOM, rounds=ROUNDS)
        scores += [(likely(weights, examples[n][0], 2)[1], row) for n, row in enumerate(order) if n % FOLDS == part]
    for least in (0.5, 0.7, SURE, 0.9):
        shares = (
            f"{kind} {sum(score >= least for score, row in scores if row[2] == kind)}"
            f" of {sum(row[2] == kind for row in order)}"
            for kind in KINDS
        )
        yield f"from {least}: {', '.join(shares)}"
    for score, (unit, clause, kind) in sorted(scores, reverse=True):
        if score >= SURE and kind == "H":
            yield f"{score:.2f} {unit} {clause}"


def main() -> None:
    found = rows()
    if "--check" in sys.argv:
        print(*check(found), sep="\n")
    else:
        head = f"Hundredths of log-odds of {' '.join(KINDS)}; learnt by tests/evals/learn_doer.py."
        write(learnt([held(row) for row in found], len(KINDS), seldom=SELDOM, rounds=ROUNDS), FILE, head)


if __name__ == "__main__":
    main()
