"""Learns which later figure takes the place of one told before, from days with the pairs marked.

`python -m tests.evals.learn_pairs` writes bot/domain/notes/learnt_pairs.txt anew; with `--check` it writes nothing and
prints what five-fold cross-fitting over whole days gives, and where it errs. Learnt from: pairs_days.tsv (a day a row,
`who：message｜…`, then the pairs, 14→16；…), and the note sets: what a case asks for stands beside each other, what it
forbids gave way.
"""

import json
import random
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from bot.domain.language.quantities import Quantity
from bot.domain.notes import learnt_pairs
from bot.domain.notes.fragments import joined
from bot.domain.notes.learnt_pairs import compared
from bot.domain.notes.note import Note
from bot.domain.notes.paired import candidates, put_in
from bot.domain.notes.targets import Told
from bot.domain.notes.utterances import Kind, utterances
from tests.evals.softmax import learnt, likely, write

HERE = Path(__file__).parent
FILE = Path(learnt_pairs.__file__).with_suffix(".txt")
KINDS, FOLDS, SELDOM, ROUNDS = 2, 5, 3, 30
DAY = datetime(2026, 5, 7, 16)
SAYS = (Kind.CONTENT, Kind.CORRECTION)


class Pair(NamedTuple):
    """A later figure and one told before; `put` where the later stands for it."""

    day: str
    old: str
    new: str
    said: Sequence[str]
    put: bool


def by_hand() -> Iterator[Pair]:
    for row in (HERE / "pairs_days.tsv").read_text("utf-8").splitlines():
        day, marked = row.split("\t")
        said = [message.split("：", 1) for message in day.split("｜")]
        notes = [Note(text, DAY + timedelta(minutes=2 * n), who) for n, (who, text) in enumerate(said)]
        yield from of_day(day, notes, DAY, marked)


def of_day(day: str, notes: Sequence[Note], now: datetime, marked: str) -> Iterator[Pair]:
    """Every pair of the day; where another figure took the place of the one told before, nothing is known of it."""
    put = [pair.split("→") for pair in marked.split("；") if pair]
    done = list(joined(utterances(notes, now)))
    told = Told(done)
    for i, one in enumerate(done):
        for (_, new), olds in candidates(done, i, told) if one.kind in SAYS and not one.plan else ():
            stood_for = None
            for (at, old), said in list(compared(done, (i, new), olds)):
                stands_for = [_as_written(old), _as_written(new)] in put
                if stands_for or not any(_as_written(old) == gone for gone, _ in put):
                    yield Pair(day, done[at].text, one.text, said, stands_for)
                stood_for = stood_for or ((at, old) if stands_for else None)
            if stood_for:
                put_in(done, (i, new), stood_for)


def _as_written(q: Quantity) -> str:
    return f"{q.value:.5f}".rstrip("0").rstrip(".")


def of_notes() -> Iterator[Pair]:
    marked = dict(row.split("\t") for row in (HERE / "pairs_cases.tsv").read_text("utf-8").splitlines())
    for path in sorted(set(HERE.glob("notes_*.json")) - set(HERE.glob("*_good.json"))):
        for case in json.loads(path.read_text("utf-8")):
            key = f"{path.stem.removeprefix('notes_')}/{case['id']}"
            notes = [Note(m["text"], datetime.fromisoformat(m["time"]), m["from"]) for m in case["messages"]]
            yield from of_day(key, notes, datetime.fromisoformat(case["now"]), marked.get(key, ""))


def main() -> None:
    rows = [*by_hand(), *of_notes()]
    weigh = [row for row in rows for _ in range(2 if "：" in row.day else 1)]
    if "--check" not in sys.argv:
        write(
            learnt([(row.said, int(row.put)) for row in weigh], KINDS, seldom=SELDOM, rounds=ROUNDS),
            FILE,
            "Hundredths of log-odds of stands beside it, takes its place; learnt by tests/evals/learn_pairs.py.",
        )
        return
    print(len(rows), sum(row.put for row in rows))
    days = sorted({row.day for row in rows})
    random.Random(5).shuffle(days)
    fold = {day: n % FOLDS for n, day in enumerate(days)}
    scored = []
    for part in range(FOLDS):
        weights = learnt(
            [(r.said, int(r.put)) for r in weigh if fold[r.day] != part], KINDS, seldom=SELDOM, rounds=ROUNDS
        )
        scored += [(likely(weights, r.said, KINDS)[1], r) for r in rows if fold[r.day] == part]
    for least in (0.3, 0.5, 0.6, 0.7, 0.8, 0.9):
        print(least, *(sum(s >= least and r.put == put for s, r in scored) for put in (True, False)))
    for s, r in sorted(scored, key=lambda x: -x[0]):
        if (s >= 0.5) != r.put and (s > 0.6 or r.put):
            print(f"{s:.2f} {int(r.put)} {r.old} <- {r.new} || {r.day[:60]}")


if __name__ == "__main__":
    main()
