"""Learns where long speech pauses from the notes of our own sets, which were typed with commas.

`python -m tests.evals.learn_pauses` writes bot/domain/language/pauses.txt anew; with `--check` it writes nothing and
prints what five-fold cross-fitting gives. Both take minutes on one core. The messages of a case are run together
without their commas, as a phone writes down speech; spoken_runs.txt adds runs that were spoken, with `|` where a
reader would pause. An averaged perceptron over whole divisions: what the right one holds gains, what the found one
holds loses.
"""

import json
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bot.domain.language import pauses
from bot.domain.language.pauses import Run, clause_features, divided

HERE = Path(__file__).parent
FILE = Path(pauses.__file__).with_name("pauses.txt")
ROUNDS = 15
MARGIN = 5.0
"""By so much the right division shall be worth more than any other, for each place where they differ."""
FOLDS = 5
SPOKEN_AGAIN = 3
SELDOM = 3
"""A feature seen less often than this says nothing of other texts."""
SCALE, LEAST = 10, 10
RULES_COUNT = 8.0
"""More weight to speech.py's rules than typed notes teach: they were made for speech. Of the first 203 spoken
runs, held out, it gives precision .764 and recall .736 with 0, .774 and .758 with 8, .771 and .758 with 12."""
_STOP = re.compile(r"[，,。；！？!?;…~～\n]+|(?<=[一-龥0-9])[ 　]+(?=[一-龥0-9])")
_NOT_SPOKEN = re.compile(r"[《》“”\"：:（()）「#【\[{}]|[a-zA-Z]{4}")
_RUN = 100

Lesson = tuple[Run, list[int]]


def typed() -> Iterator[list[str]]:
    """The clauses of every case, in runs of about a hundred characters."""
    for path in sorted(set(HERE.glob("notes_*.json")) - set(HERE.glob("*_good.json"))):
        for case in json.loads(path.read_text("utf-8")):
            clauses: list[str] = []
            for message in case["messages"]:
                said = message["text"].strip(" 。！!~")
                parts = [part.strip() for part in _STOP.split(said) if part.strip()]
                if not _NOT_SPOKEN.search(said) and all(2 <= len(part) <= 30 for part in parts):
                    clauses += parts
            yield from _runs(clauses)


def _runs(clauses: Sequence[str]) -> Iterator[list[str]]:
    run: list[str] = []
    for clause in clauses:
        if sum(map(len, run)) + len(clause) > _RUN:
            yield run
            run = []
        run.append(clause)
    if len(run) > 1:
        yield run


def spoken() -> list[list[str]]:
    return [line.split("|") for line in (HERE / "spoken_runs.txt").read_text("utf-8").splitlines() if line]


def lesson(clauses: Sequence[str]) -> Lesson:
    """A run with the places where it pauses, as far as a pause can be there."""
    run = Run("".join(clauses))
    ends = [sum(map(len, clauses[:n])) for n in range(1, len(clauses))]
    return run, [at for at in ends if run.spots[at] is not None]


def _held(run: Run, places: Sequence[int]) -> Iterator[str]:
    before = 0
    for at in (*places, len(run.spots)):
        if at < len(run.spots):
            yield "bias"
            yield from run.spots[at] or ()
        yield from clause_features(*run.shape(before, at))
        before = at


def _without_seldom(lessons: Sequence[Lesson]) -> None:
    seen = Counter(one for run, _ in lessons for spot in run.spots if spot for one in spot)
    for run, _ in lessons:
        run.spots = [spot and [one for one in spot if seen[one] >= SELDOM] for spot in run.spots]


def learnt(lessons: Sequence[Lesson]) -> Mapping[str, float]:
    """The weights, each the mean of what it was at every step."""
    lessons = list(lessons)
    weights: defaultdict[str, float] = defaultdict(float)
    sums: defaultdict[str, float] = defaultdict(float)
    step = 0
    dice = random.Random(3)
    for _ in range(ROUNDS):
        dice.shuffle(lessons)
        for run, right in lessons:
            step += 1
            found = divided(run, weights, {at: -MARGIN if at in right else MARGIN for at in range(len(run.spots))})
            if found != right:
                for places, by in ((right, 1.0), (found, -1.0)):
                    for feature in _held(run, places):
                        weights[feature] += by
                        sums[feature] += by * step
    means = {feature: weight - sums[feature] / step for feature, weight in weights.items()}
    return {**means, "ruled": means["ruled"] + RULES_COUNT}


def write(weights: Mapping[str, float]) -> None:
    of: defaultdict[int, list[str]] = defaultdict(list)
    for feature, weight in weights.items():
        if abs(round(weight * SCALE)) >= LEAST and " " not in feature:
            of[round(weight * SCALE)].append(feature)
    head = "# What speaks for a pause, each weight with its features; learnt by tests/evals/learn_pauses.py."
    rows = [f"{weight}\t{' '.join(sorted(names))}" for weight, names in sorted(of.items(), reverse=True)]
    FILE.write_text("\n".join([head, *rows, ""]), "utf-8")


def check(lessons: Sequence[Lesson], more: Sequence[Lesson] = ()) -> str:
    """Precision and recall of the pauses of runs that were not learnt from; `more` are learnt from every time."""
    right = found = there = 0
    for fold in range(FOLDS):
        weights = learnt([*(one for n, one in enumerate(lessons) if n % FOLDS != fold), *more])
        for run, places in lessons[fold::FOLDS]:
            got = divided(run, weights)
            right += len(set(got) & set(places))
            found += len(got)
            there += len(places)
    return f"precision {right / found:.3f} recall {right / there:.3f} of {there} pauses"


def main() -> None:
    written = [lesson(run) for run in typed()]
    said = [lesson(run) for run in spoken()]
    _without_seldom([*written, *said])
    if "--check" in sys.argv:
        print("typed:", check(written, said))
        print("spoken:", check(said, written))
    else:
        write(learnt([*written, *(said * SPOKEN_AGAIN)]))


if __name__ == "__main__":
    main()
