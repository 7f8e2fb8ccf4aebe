"""Learns what is told, empty talk or chat in chatted notes from marked clauses.

`python -m tests.evals.learn_beside` writes bot/domain/notes/learnt_beside.txt anew; with `--check` it writes nothing
and prints what five-fold cross-fitting gives and which told clauses would be left out. Learnt from: beside_clauses.txt
(a message a line, `clause/F` tells something, `clause/E` is empty, `clause/C` is chat), what is told in our note sets,
plain talk (short_clauses.txt, where `-` is chat, and spoken_runs.txt), good drafts, and the empty sentences of
sentences.jsonl.
"""

import json
import random
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from bot.domain.language.quantities import quantities
from bot.domain.notes import learnt_beside
from bot.domain.notes.kinds import Kind
from bot.domain.notes.learnt_beside import SURE, features
from bot.domain.notes.note import Note
from bot.domain.notes.utterances import by_rules
from tests.evals.sentences import OWN, load
from tests.evals.softmax import Example, learnt, likely, write

HERE = Path(__file__).parent
FILE = Path(learnt_beside.__file__).with_suffix(".txt")
KINDS = "FEC"
"""Told, empty, chat."""
FOLDS, SELDOM, ROUNDS = 5, 2, 40

Marked = tuple[str, str]
"""A clause without a figure, and its kind."""


def by_hand() -> Iterator[Marked]:
    for line in (HERE / "beside_clauses.txt").read_text("utf-8").splitlines():
        for clause, _, kind in (part.rpartition("/") for part in line.split("|")):
            yield clause, kind
    for line in (HERE / "short_clauses.txt").read_text("utf-8").splitlines():
        yield line[2:].strip(), "C" if line.startswith("-") else "F"


def of_notes() -> Iterator[Marked]:
    """What is told in every case; what a case forbids may be anything and is not learnt from."""
    for path in sorted(set(HERE.glob("notes_*.json")) - set(HERE.glob("*_good.json")) - set(HERE.glob("*_held.json"))):
        for case in json.loads(path.read_text("utf-8")):
            notes = [Note(m["text"], datetime.fromisoformat(m["time"]), m["from"]) for m in case["messages"]]
            for one in by_rules(notes, datetime.fromisoformat(case["now"])):
                if one.kind is Kind.CONTENT and not any(word in one.text for word in case.get("forbidden", ())):
                    yield one.text, "F"


def spoken() -> Iterator[Marked]:
    for run in (HERE / "spoken_runs.txt").read_text("utf-8").splitlines():
        yield from ((clause, "F") for clause in run.split("|"))


def written() -> Iterator[Marked]:
    """Good drafts tell facts in written words; of the labelled sentences the empty ones are empty in all clauses."""
    good = [one["text"] for one in json.loads((HERE / "good_drafts.json").read_text("utf-8"))]
    for name in ("notes_dev_good.json", "notes_unseen_good.json"):
        good += [one["text"] for reports in json.loads((HERE / name).read_text("utf-8")).values() for one in reports]
    texts = [(text, "F") for text in good]
    texts += [(row.text, "E") for row in load(OWN) if row.label == "empty" and not row.unseen]
    for text, kind in texts:
        yield from ((clause, kind) for clause in re.split("[，。；：！？\n]", text) if 3 <= len(clause) <= 24)


def marked() -> list[Marked]:
    every = dict([*written(), *spoken(), *of_notes(), *by_hand()])  # by hand weighs most
    return [(clause, kind) for clause, kind in every.items() if not list(quantities(clause))]


def held(row: Marked) -> Example:
    return sorted(set(features(row[0]))), KINDS.index(row[1])


def check(rows: Sequence[Marked]) -> Iterator[str]:
    """Of clauses that were not learnt from: how many of each kind are left out, and which told ones."""
    order = random.Random(5).sample(list(rows), len(rows))
    examples = [held(row) for row in order]
    scores: list[tuple[float, Marked]] = []
    for part in range(FOLDS):
        weights = learnt(
            [one for n, one in enumerate(examples) if n % FOLDS != part], len(KINDS), seldom=SELDOM, rounds=ROUNDS
        )
        scores += [(1 - likely(weights, examples[n][0], 3)[0], row) for n, row in enumerate(order) if n % FOLDS == part]
    for least in (0.6, 0.7, SURE, 0.9, 0.95):
        shares = (
            f"{sum(score >= least for score, row in scores if row[1] == kind)} of {sum(row[1] == kind for row in rows)}"
            for kind in KINDS
        )
        yield f"from {least}: " + ", ".join(f"{kind} {share}" for kind, share in zip(KINDS, shares, strict=True))
    for score, (clause, kind) in sorted(scores, reverse=True):
        if score >= SURE and kind == "F":
            yield f"{score:.2f} {clause}"


def main() -> None:
    rows = marked()
    if "--check" in sys.argv:
        print(*check(rows), sep="\n")
    else:
        head = f"Hundredths of log-odds of {' '.join(KINDS)}; learnt by tests/evals/learn_beside.py."
        write(learnt([held(row) for row in rows], len(KINDS), seldom=SELDOM, rounds=ROUNDS), FILE, head)


if __name__ == "__main__":
    main()
