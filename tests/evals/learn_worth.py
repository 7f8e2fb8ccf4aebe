"""Learns what a sentence is worth from the sentences that were labelled by hand (sentences.jsonl).

`python -m tests.evals.learn_worth` writes bot/domain/plain/learnt_worth.txt anew; with `--check` it writes nothing and
prints what five-fold cross-fitting over the rounds and texts gives, the weights alone and with the rules. Reports have
longer sentences than the labelled ones: some are joined, and worth what the best of them is worth. What people tell in
plain talk (short_clauses.txt, spoken_runs.txt) is never empty: a fact where a figure stands in it, or nearly one.
"""

import json
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from bot.domain.plain import learnt_worth, plain_talk
from bot.domain.plain.learnt_worth import Odds, features
from bot.domain.plain.plain_talk import without_number
from bot.domain.plain.signs import HOUSE
from tests.evals.sentences import OWN, Labelled, by_rules, load, score
from tests.evals.softmax import Example, learnt, likely, write

HERE = Path(__file__).parent
FILE = Path(learnt_worth.__file__).with_suffix(".txt")
LABELS = ("substantive", "borderline", "empty")
FACT, TOLD = (0,), (0, 1)
FOLDS, SELDOM, DRAWS = 5, 2, 6
JOINED, SPOKEN, NAMED = 900, 600, 300
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


def joined(rows: Sequence[Marked], dice: random.Random) -> Iterator[Marked]:
    """As many sentences of each label, made of two to four."""
    whole = [
        row
        for row in rows
        if len(row.text) < _SHORT and row.text.strip()[-1:] in ("。", "；") and without_number(row.text) == row.text
    ]
    wanted = dict.fromkeys(LABELS, JOINED // len(LABELS))
    while any(wanted.values()):
        parts = dice.sample(whole, dice.choice((2, 2, 3, 4)))
        label = min((part.label for part in parts), key=LABELS.index)
        if wanted[label]:
            wanted[label] -= 1
            yield Marked("，".join(part.text.strip()[:-1] for part in parts) + "。", label)


def named(rows: Sequence[Marked], dice: random.Random) -> Iterator[Marked]:
    """Empty sentences behind the houses that facts are told of: who is named has not yet done anything."""
    houses = [found[0] for row in rows if row.label == "substantive" and (found := HOUSE.match(row.text))]
    hollow = [row for row in rows if row.label == "empty" and len(row.text) < _SHORT]
    for row in dice.sample(hollow, min(NAMED, len(hollow))):
        yield Marked(dice.choice(houses) + without_number(row.text), row.label)


def spoken(dice: random.Random) -> Iterator[Example]:
    """Clauses of notes, alone or two and three together."""
    clauses = (HERE / "short_clauses.txt").read_text("utf-8").splitlines()
    yield from ((seen_in(f"{clause[2:]}。"), TOLD) for clause in clauses if clause.startswith("+"))
    runs = (HERE / "spoken_runs.txt").read_text("utf-8").splitlines()
    for run in dice.sample(runs, SPOKEN):
        told = run.split("|")
        at, size = dice.randrange(len(told)), dice.choice((1, 2, 3))
        text = "，".join(told[at : at + size]) + "。"
        yield seen_in(text), FACT if _FIGURE.search(text) else TOLD


def seen_in(text: str) -> list[str]:
    body = without_number(text)
    return sorted(set(features(body, numbered=body != text)))


def taught(rows: Sequence[Marked], dice: random.Random) -> list[Example]:
    marks = (*rows, *joined(rows, dice), *named(rows, dice))
    return [*((seen_in(row.text), LABELS.index(row.label)) for row in marks), *spoken(dice)]


def weighed(rows: Sequence[Marked]) -> dict[str, np.ndarray]:
    """The mean of weights learnt several times: what one draw of joined sentences teaches by chance goes out."""
    total: defaultdict[str, np.ndarray] = defaultdict(lambda: np.zeros(len(LABELS)))
    for seed in range(DRAWS):
        for feature, row in learnt(taught(rows, random.Random(seed)), len(LABELS), seldom=SELDOM).items():
            total[feature] += row / DRAWS
    return dict(total)


def check(rows: Sequence[Marked]) -> Iterator[str]:
    """What the weights alone and the whole check say of sentences that they were not learnt from."""
    groups = sorted({row.group for row in rows})
    random.Random(5).shuffle(groups)
    fold = {group: n % FOLDS for n, group in enumerate(groups)}
    said: dict[str, dict[str, str]] = {"weights": {}, "both": {}}
    for part in range(FOLDS):
        weights = weighed([row for row in rows if fold[row.group] != part])

        def worth(body: str, *, numbered: bool, known: Mapping[str, np.ndarray] = weights) -> Odds:
            return Odds(*likely(known, set(features(body, numbered=numbered)), len(LABELS)))

        plain_talk.worth = worth
        for text in (row.text for row in rows if fold[row.group] == part):
            said["weights"][text] = LABELS[likely(weights, seen_in(text), len(LABELS)).argmax()]
            said["both"][text] = by_rules(text)
    for name, verdicts in said.items():
        yield f"{name} {score([Labelled(row.text, row.label) for row in rows], verdicts.__getitem__)}"
        yield from (
            f"{name} {row.label} -> {verdicts[row.text]} {row.text}" for row in rows if verdicts[row.text] != row.label
        )


def main() -> None:
    rows = marked()
    if "--check" in sys.argv:
        print(*check(rows), sep="\n")
    else:
        head = f"Hundredths of log-odds of {' '.join(LABELS)}; learnt by tests/evals/learn_worth.py."
        write(weighed(rows), FILE, head)


if __name__ == "__main__":
    main()
