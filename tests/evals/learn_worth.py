"""Learns what a sentence is worth from the sentences that were labelled by hand (sentences.jsonl).

`python -m tests.evals.learn_worth` writes bot/domain/plain/learnt_worth.txt anew; with `--check` it writes nothing and
prints what five-fold cross-fitting over the rounds and texts gives, the weights alone and with the rules. Reports have
longer sentences than the labelled ones: some are joined, and worth what the best of them is worth. What people tell in
plain talk (short_clauses.txt, spoken_runs.txt) is never empty: a fact where a figure stands in it.
"""

import json
import random
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bot.domain.plain import learnt_worth, plain_talk
from bot.domain.plain.learnt_worth import Odds, features
from bot.domain.plain.plain_talk import without_number
from tests.evals.sentences import OWN, Labelled, by_rules, load, score
from tests.evals.softmax import Example, learnt, likely, write

HERE = Path(__file__).parent
FILE = Path(learnt_worth.__file__).with_suffix(".txt")
LABELS = ("substantive", "borderline", "empty")
FOLDS, SELDOM = 5, 2
JOINED, SPOKEN = 900, 600
_SHORT = 60
_FIGURE = re.compile(r"\d|[一二两三四五六七八九十百][个名位次场家件本户张只台]")


class Marked(NamedTuple):
    text: str
    label: str
    group: str = ""


def marked() -> list[Marked]:
    """What may be learnt from; the sentences of one text, or twenty of a round that has none, go together."""
    rows = [(n, json.loads(line)) for n, line in enumerate(OWN.read_text("utf-8").splitlines())]
    seen = {row.text for row in load(OWN) if not row.unseen}
    return [
        Marked(row["text"], row["label"], row.get("file") or f"{row['round']}-{n // 20}")
        for n, row in rows
        if row["text"] in seen
    ]


def joined(rows: Sequence[Marked]) -> Iterator[Marked]:
    """As many sentences of each label, made of two to four."""
    whole = [
        row
        for row in rows
        if len(row.text) < _SHORT and row.text.strip()[-1:] in ("。", "；") and without_number(row.text) == row.text
    ]
    dice, wanted = random.Random(11), dict.fromkeys(LABELS, JOINED // len(LABELS))
    while any(wanted.values()):
        parts = dice.sample(whole, dice.choice((2, 2, 3, 4)))
        label = min((part.label for part in parts), key=LABELS.index)
        if wanted[label]:
            wanted[label] -= 1
            yield Marked("，".join(part.text.strip()[:-1] for part in parts) + "。", label)


def spoken() -> Iterator[Marked]:
    """Clauses of notes, alone or two and three together."""
    clauses = (HERE / "short_clauses.txt").read_text("utf-8").splitlines()
    yield from (Marked(f"{clause[2:]}。", "borderline") for clause in clauses if clause.startswith("+"))
    runs, dice = (HERE / "spoken_runs.txt").read_text("utf-8").splitlines(), random.Random(13)
    for run in dice.sample(runs, SPOKEN):
        told = run.split("|")
        at, size = dice.randrange(len(told)), dice.choice((1, 2, 3))
        text = "，".join(told[at : at + size]) + "。"
        yield Marked(text, "substantive" if _FIGURE.search(text) else "borderline")


def held(row: Marked) -> Example:
    body = without_number(row.text)
    return sorted(set(features(body, numbered=body != row.text))), LABELS.index(row.label)


def taught(rows: Sequence[Marked]) -> list[Example]:
    return [held(row) for row in (*rows, *joined(rows), *spoken())]


def check(rows: Sequence[Marked]) -> Iterator[str]:
    """What the weights alone and the whole check say of sentences that they were not learnt from."""
    groups = sorted({row.group for row in rows})
    random.Random(5).shuffle(groups)
    fold = {group: n % FOLDS for n, group in enumerate(groups)}
    odds: dict[str, Odds] = {}
    for part in range(FOLDS):
        weights = learnt(taught([row for row in rows if fold[row.group] != part]), len(LABELS), seldom=SELDOM)
        for row in rows:
            if fold[row.group] == part:
                odds[row.text] = Odds(*likely(weights, held(row)[0], len(LABELS)))
    known = {without_number(text): found for text, found in odds.items()}
    plain_talk.worth = lambda body, *, numbered: known[body]  # type: ignore[assignment]
    for name, judge in (("weights", lambda text: LABELS[odds[text].index(max(odds[text]))]), ("both", by_rules)):
        yield f"{name} {score([Labelled(row.text, row.label) for row in rows], judge)}"
        yield from (
            f"{name} {row.label} -> {judge(row.text)} {row.text}" for row in rows if judge(row.text) != row.label
        )


def main() -> None:
    rows = marked()
    if "--check" in sys.argv:
        print(*check(rows), sep="\n")
    else:
        head = f"Hundredths of log-odds of {' '.join(LABELS)}; learnt by tests/evals/learn_worth.py."
        write(learnt(taught(rows), len(LABELS), seldom=SELDOM), FILE, head)


if __name__ == "__main__":
    main()
