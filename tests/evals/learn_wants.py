"""Learns what a message to a draft wants from messages that people who had not seen the program wrote to drafts.

`python -m tests.evals.learn_wants` writes bot/domain/talk/learnt_wants.txt anew; with `--check` it writes nothing and
prints what five-fold cross-fitting over the drafts gives. `wants.tsv` holds the messages: the draft's id, the want, the
message, the piece of the draft that it is about and what shall stand there; `wants_drafts.json` the drafts.
"""

import json
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from bot.domain.talk import learnt_wants
from bot.domain.talk.learnt_wants import WANTS, Want, features
from tests.evals.softmax import Example, learnt, likely, write

HERE = Path(__file__).parent
FILE = Path(learnt_wants.__file__).with_suffix(".txt")
FOLDS, SELDOM = 5, 3
QUESTIONS, NOTES = 500, 900


class Said(NamedTuple):
    """One message to a draft. `about` and `new` are `-` where nothing is pointed at or given."""

    draft: str
    want: Want
    words: str
    about: str
    new: str


def drafts() -> Mapping[str, str]:
    """Title and text by id."""
    found: dict[str, str] = json.loads((HERE / "wants_drafts.json").read_text("utf-8"))
    return found


def told() -> Iterator[Said]:
    """The messages of the set."""
    for line in (HERE / "wants.tsv").read_text("utf-8").splitlines():
        draft, want, words, about, new = line.split("\t")
        yield Said(draft, Want(want), words, about, new)


def asked() -> Iterator[Said]:
    """Some questions of the sets as messages to any draft: they want the library."""
    dice, ids = random.Random(7), sorted(drafts())
    cases = [case for path in sorted(HERE.glob("questions_*.json")) for case in json.loads(path.read_text("utf-8"))]
    texts = sorted({case[key] for case in cases for key in ("q", "question") if key in case})
    for text in dice.sample(texts, QUESTIONS):
        yield Said(dice.choice(ids), Want.POLICY, text, "-", "-")


def of_the_day() -> Iterator[Said]:
    """Some messages of the note sets to any draft: they tell of a day, of which the draft need not speak."""
    dice, ids = random.Random(9), sorted(drafts())
    paths = sorted(path for path in HERE.glob("notes_*.json") if path.stem not in _KEPT and "good" not in path.stem)
    cases = [case for path in paths for case in json.loads(path.read_text("utf-8"))]
    texts = sorted({one["text"] for case in cases for one in case["messages"] if not _PUT_RIGHT.search(one["text"])})
    for text in dice.sample(texts, NOTES):
        yield Said(dice.choice(ids), Want.NOTE, text, "-", "-")


_KEPT = ("notes_dev", "notes_unseen")
_PUT_RIGHT = re.compile("更正|不是|改|错|应该|不对|作废|算了|才是|吗|呢|？|删|别写|说成")


class Held(NamedTuple):
    features: tuple[str, ...]
    want: int
    draft: str
    words: str


def held(said: Sequence[Said]) -> list[Held]:
    texts = drafts()
    return [
        Held(tuple(sorted(set(features(one.words, texts[one.draft])))), WANTS.index(one.want), one.draft, one.words)
        for one in said
    ]


def taught(rows: Sequence[Held]) -> list[Example]:
    return [(one.features, one.want) for one in rows]


def check(rows: Sequence[Held]) -> Iterator[str]:
    """How often the want is found in drafts that were not learnt from, by want, and the wrong ones."""
    ids = sorted({one.draft for one in rows})
    random.Random(5).shuffle(ids)
    fold = {draft: n % FOLDS for n, draft in enumerate(ids)}
    found: list[tuple[Held, int, float]] = []
    for part in range(FOLDS):
        weights = learnt(taught([one for one in rows if fold[one.draft] != part]), len(WANTS), seldom=SELDOM)
        for one in rows:
            if fold[one.draft] == part:
                odds = likely(weights, one.features, len(WANTS))
                found.append((one, int(odds.argmax()), float(odds.max())))
    for least in (0.0, 0.5, 0.7, 0.9):
        sure = [(one, guess) for one, guess, odds in found if odds >= least]
        right = sum(one.want == guess for one, guess in sure)
        yield f"from {least}: {right / len(sure):.3f} of {len(sure)} / {len(found)}"
    by: defaultdict[Want, list[int]] = defaultdict(lambda: [0, 0, 0])
    for one, guess, _ in found:
        by[WANTS[one.want]][0] += 1
        by[WANTS[guess]][1] += 1
        by[WANTS[one.want]][2] += one.want == guess
    for want, (there, guessed, right) in by.items():
        yield f"{want}: recall {right / max(there, 1):.2f} precision {right / max(guessed, 1):.2f} of {there}"
    for one, guess, odds in sorted(found, key=lambda row: -row[2]):
        if one.want != guess:
            yield f"{odds:.2f} {WANTS[one.want]} -> {WANTS[guess]} | {one.words}"


def main() -> None:
    rows = held([*told(), *asked(), *of_the_day()])
    if "--check" in sys.argv:
        print(*check(rows), sep="\n")
    else:
        head = f"Hundredths of log-odds of {' '.join(WANTS)}; learnt by tests/evals/learn_wants.py."
        write(learnt(taught(rows), len(WANTS), seldom=SELDOM), FILE, head)


if __name__ == "__main__":
    main()
