"""Learns weights from marked examples: multinomial logistic regression by stochastic gradient, mean of all steps."""

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np

Example = tuple[Sequence[str], int | tuple[int, ...]]
"""The features of a text, each once, and which kind it is, or which it may be."""
ROUNDS = 14
RATE, SHRINK = 0.12, 4e-3
SMALLEST = 0.12
"""Weights that are all nearer to nothing than this are left out."""


def learnt(rows: Sequence[Example], kinds: int, *, seldom: int, rounds: int = ROUNDS) -> Mapping[str, np.ndarray]:
    """The weights in log-odds: feature → one for each kind; features in fewer than `seldom` texts are left out."""
    seen = Counter(feature for features, _ in rows for feature in features)
    known = {feature: n for n, feature in enumerate(sorted(f for f, count in seen.items() if count >= seldom))}
    weights, sums = np.zeros((len(known), kinds)), np.zeros((len(known), kinds))
    examples = [
        (np.array([known[f] for f in features if f in known], dtype=int), np.atleast_1d(kind))
        for features, kind in rows
    ]
    dice, step = random.Random(3), 0
    total = rounds * len(examples)
    for _ in range(rounds):
        dice.shuffle(examples)
        for at, may in examples:
            step += 1
            odds = weights[at].sum(axis=0)
            odds = np.exp(odds - odds.max())
            odds /= odds.sum()
            wrong = -odds
            wrong[may] += odds[may] / odds[may].sum()
            by = RATE / (1 + 3 * step / total) * (wrong - SHRINK * weights[at])
            weights[at] += by
            sums[at] += by * step
    weights -= sums / (total + 1)
    return {feature: weights[n] for feature, n in known.items()}


def likely(weights: Mapping[str, np.ndarray], features: Iterable[str], kinds: int) -> np.ndarray:
    """How likely each kind is."""
    odds = np.sum([np.zeros(kinds), *(weights[f] for f in features if f in weights)], axis=0)
    odds = np.exp(odds - odds.max())
    return np.asarray(odds / odds.sum())


def write(weights: Mapping[str, np.ndarray], file: Path, head: str) -> None:
    """The table that bot/domain/language/weights.py reads."""
    rows = [
        f"{feature}\t{' '.join(str(round(100 * weight)) for weight in row)}"
        for feature, row in sorted(weights.items())
        if abs(row).max() >= SMALLEST
    ]
    file.write_text("\n".join([f"# {head}", *rows, ""]), "utf-8")
