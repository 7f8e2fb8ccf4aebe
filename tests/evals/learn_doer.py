"""Learns what a clause is to an opening: whose it is (doer_clauses.tsv), and if it names the deed (deed_clauses.tsv).

`python -m tests.evals.learn_doer doer` (or `deed`) writes bot/writing/learnt_doer.txt (learnt_deed.txt) anew; with
`--check` it writes nothing and prints what five-fold cross-fitting gives and which clauses it surely takes wrongly. A
row of a file: unit, clause, kind; H is the unit's own and O another's, D names the deed and R tells of its results.
"""

import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bot.writing import learnt_doer
from bot.writing.learnt_doer import SURE, features
from tests.evals.softmax import Example, learnt, likely, write

FOLDS = 5


@dataclass(frozen=True)
class Task:
    kinds: str
    seldom: int
    rounds: int


TASKS = {"doer": Task("HO", 2, 25), "deed": Task("RD", 3, 12)}


def rows(name: str) -> list[tuple[str, str, str]]:
    split = (
        line.split("\t") for line in Path(__file__).with_name(f"{name}_clauses.tsv").read_text("utf-8").splitlines()
    )
    return [(unit, clause, kind) for unit, clause, kind in split]


def held(row: tuple[str, str, str], task: Task) -> Example:
    return sorted(set(features(row[1]))), task.kinds.index(row[2])


def weights_of(given: Sequence[Example], task: Task) -> Mapping[str, np.ndarray]:
    return learnt(given, len(task.kinds), seldom=task.seldom, rounds=task.rounds)


def check(found: Sequence[tuple[str, str, str]], task: Task) -> Iterator[str]:
    """Of clauses that were not learnt from: how many of each kind are taken for the second, and which wrongly."""
    order = random.Random(5).sample(list(found), len(found))
    examples = [held(row, task) for row in order]
    scores = []
    for part in range(FOLDS):
        weights = weights_of([one for n, one in enumerate(examples) if n % FOLDS != part], task)
        scores += [(likely(weights, examples[n][0], 2)[1], row) for n, row in enumerate(order) if n % FOLDS == part]
    for least in (0.5, 0.7, SURE, 0.9):
        shares = (
            f"{kind} {sum(score >= least for score, row in scores if row[2] == kind)}"
            f" of {sum(row[2] == kind for row in order)}"
            for kind in task.kinds
        )
        yield f"from {least}: {', '.join(shares)}"
    for score, (unit, clause, kind) in sorted(scores, reverse=True):
        if score >= SURE and kind == task.kinds[0]:
            yield f"{score:.2f} {unit} {clause}"


def main() -> None:
    name = next((one for one in sys.argv[1:] if one in TASKS), "doer")
    task, found = TASKS[name], rows(name)
    if "--check" in sys.argv:
        print(*check(found, task), sep="\n")
    else:
        file = Path(learnt_doer.__file__).with_name(f"learnt_{name}.txt")
        head = f"Hundredths of log-odds of {' '.join(task.kinds)}; learnt by tests/evals/learn_doer.py."
        write(weights_of([held(row, task) for row in found], task), file, head)


if __name__ == "__main__":
    main()
