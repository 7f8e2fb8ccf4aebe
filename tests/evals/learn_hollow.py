"""Learns what is empty talk in chatted notes from marked clauses.

`python -m tests.evals.learn_hollow` writes bot/domain/notes/learnt_hollow.txt anew; with `--check` it writes nothing
and prints what five-fold cross-fitting gives and which told clauses would be left out. Learnt from: hollow_clauses.txt
(a message a line, `clause/E` empty, `clause/F` tells something, `clause/C` chat, which is not learnt from), the clauses
of our note sets as the rules read them, plain talk (short_clauses.txt, spoken_runs.txt), and the clauses of the empty
sentences of sentences.jsonl.
"""

import json
import random
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from bot.domain.language.quantities import quantities
from bot.domain.notes import learnt_hollow
from bot.domain.notes.kinds import Kind
from bot.domain.notes.learnt_hollow import features
from bot.domain.notes.note import Note
from bot.domain.notes.utterances import by_rules
from tests.evals.sentences import OWN, load
from tests.evals.softmax import Example, learnt, likely, write

HERE = Path(__file__).parent
FILE = Path(learnt_hollow.__file__).with_suffix(".txt")
KINDS = ("told", "hollow")
FOLDS, SELDOM = 5, 2

Marked = tuple[str, bool]
"""A clause without a figure, and whether it is empty."""


def by_hand() -> Iterator[Marked]:
    for line in (HERE / "hollow_clauses.txt").read_text("utf-8").splitlines():
        for clause, _, label in (part.rpartition("/") for part in line.split("|")):
            if label in "EF":
                yield clause, label == "E"
    for line in (HERE / "short_clauses.txt").read_text("utf-8").splitlines():
        if line.startswith("+"):
            yield line[2:].strip(), False


def of_notes() -> Iterator[Marked]:
    """The clauses of every case; what a case forbids may be anything and is not learnt from."""
    for path in sorted(set(HERE.glob("notes_*.json")) - set(HERE.glob("*_good.json"))):
        for case in json.loads(path.read_text("utf-8")):
            notes = [Note(m["text"], datetime.fromisoformat(m["time"]), m["from"]) for m in case["messages"]]
            for one in by_rules(notes, datetime.fromisoformat(case["now"])):
                told = one.kind is Kind.CONTENT and not any(word in one.text for word in case.get("forbidden", ()))
                if (told or one.kind is Kind.EMPTY) and not (one.quantities() or one.moments()):
                    yield one.text, not told


def spoken() -> Iterator[Marked]:
    """What people tell in plain talk is not empty."""
    for run in (HERE / "spoken_runs.txt").read_text("utf-8").splitlines():
        yield from ((clause, False) for clause in run.split("|"))


def of_sentences() -> Iterator[Marked]:
    for row in load(OWN):
        if row.label == "empty" and not row.unseen:
            yield from ((clause, True) for clause in re.split("[，。；：！？]", row.text) if 3 <= len(clause) <= 24)


def marked() -> list[Marked]:
    every = dict([*of_sentences(), *spoken(), *of_notes(), *by_hand()])  # by hand weighs most
    return [(clause, empty) for clause, empty in every.items() if not list(quantities(clause))]


def held(row: Marked) -> Example:
    return sorted(set(features(row[0]))), int(row[1])


def check(rows: Sequence[Marked]) -> Iterator[str]:
    """Of clauses that were not learnt from: how many empty ones are found, and which told ones are lost."""
    order = random.Random(5).sample(list(rows), len(rows))
    examples = [held(row) for row in order]
    scores: list[tuple[float, Marked]] = []
    for part in range(FOLDS):
        weights = learnt([one for n, one in enumerate(examples) if n % FOLDS != part], len(KINDS), seldom=SELDOM)
        scores += [(likely(weights, examples[n][0], 2)[1], row) for n, row in enumerate(order) if n % FOLDS == part]
    there = sum(empty for _, empty in rows)
    for least in (0.6, 0.7, learnt_hollow.SURE, 0.9, 0.95):
        found = [row for score, row in scores if score >= least]
        right = sum(empty for _, empty in found)
        yield f"from {least}: {right} of {there} empty, {len(found) - right} of {len(rows) - there} told"
    for score, (clause, empty) in sorted(scores, reverse=True):
        if score >= learnt_hollow.SURE and not empty:
            yield f"{score:.2f} {clause}"


def main() -> None:
    rows = marked()
    if "--check" in sys.argv:
        print(*check(rows), sep="\n")
    else:
        head = f"Hundredths of log-odds of {' '.join(KINDS)}; learnt by tests/evals/learn_hollow.py."
        write(learnt([held(row) for row in rows], len(KINDS), seldom=SELDOM), FILE, head)


if __name__ == "__main__":
    main()
