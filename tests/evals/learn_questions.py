"""Learns how questions lie beside the articles that answer them, from STARD's train split alone.

`python -m tests.evals.learn_questions` writes bot/retrieval/questions.npy anew; with `--check` it writes nothing and
prints what cross-fitting gives: five matrices, each judged on the fifth of the train split that it has not seen.
Both need the public set and its cached vectors (tests/evals/statutes.py), numpy alone, and minutes on one core.
"""

import sys
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.retrieval.embed import E5
from bot.retrieval.questions import FILE, turned
from tests.evals.statutes import MODELS, PublicSet, figures_of_turned, kept_vectors, read

Floats = npt.NDArray[np.float32]

ROUNDS = 6
AT_ONCE = 128
STEP = 3e-4
SHARPNESS = 60.0
"""Cosines of the embedder lie between .75 and .95: multiplied by this the softmax tells them apart."""
SHARE = 0.5
"""Of what was learnt, what is kept. Measured on questions held out of the train split (R@10, .531 without) and on our
own 429 questions (first hit over the laws, .706 without): .35 gives .616 and .696, .5 .624 and .709, .65 .638 and
.699, 1 .660 and .687. The whole matrix serves statutes better, and the bureau's rules worse."""
FOLDS = 5


class _Adam:
    """The usual step sizes, one a number."""

    def __init__(self, size: int) -> None:
        self._mean, self._square = np.zeros((size, size), np.float32), np.zeros((size, size), np.float32)
        self._steps = 0

    def step(self, gradient: Floats) -> Floats:
        self._steps += 1
        self._mean += 0.1 * (gradient - self._mean)
        self._square += 0.001 * (gradient**2 - self._square)
        mean = self._mean / (1 - 0.9**self._steps)
        step: Floats = STEP * mean / (np.sqrt(self._square / (1 - 0.999**self._steps)) + 1e-8)
        return step


def learn(questions: Floats, gold: Sequence[Sequence[int]], articles: Floats, seed: int = 7) -> Floats:
    """The matrix that, added to the identity, turns questions towards their articles among all articles."""
    size = articles.shape[1]
    matrix, adam, chance = np.zeros((size, size), np.float32), _Adam(size), np.random.default_rng(seed)
    for done in range(ROUNDS):
        order = chance.permutation(len(questions))
        for start in range(0, len(order), AT_ONCE):
            batch = order[start : start + AT_ONCE]
            matrix -= adam.step(_gradient(matrix, questions[batch], [gold[i] for i in batch], articles))
        print(f"第 {done + 1}/{ROUNDS} 遍", file=sys.stderr, flush=True)
    return SHARE * matrix


def _gradient(matrix: Floats, questions: Floats, gold: Sequence[Sequence[int]], articles: Floats) -> Floats:
    """Of the mean cross-entropy of the gold articles under a softmax over all of them."""
    moved = questions + questions @ matrix.T
    length = np.linalg.norm(moved, axis=1, keepdims=True)
    unit = moved / length
    chances = SHARPNESS * (unit @ articles.T)
    chances -= chances.max(axis=1, keepdims=True)
    np.exp(chances, out=chances)
    chances /= chances.sum(axis=1, keepdims=True)
    for row, wanted in enumerate(gold):
        chances[row, list(wanted)] -= 1 / len(wanted)
    pull = SHARPNESS * (chances @ articles) / len(questions)
    across = (pull - (pull * unit).sum(axis=1, keepdims=True) * unit) / length
    gradient: Floats = across.T @ questions
    return gradient


def _material() -> tuple[PublicSet, list[str], Floats, list[list[int]], Floats]:
    """The set, its train questions by id, their vectors, the rows of their articles, the articles' vectors."""
    given, embedder = read("stard"), E5(MODELS)
    rows = {key: row for row, key in enumerate(given.passages)}
    keys = [key for key, (_, split) in given.queries.items() if split == "train" and key in given.gold]
    questions = np.stack([np.frombuffer(embedder.query(given.queries[key][0]), np.float32) for key in keys])
    gold = [sorted(rows[passage] for passage in given.gold[key]) for key in keys]
    return given, keys, questions, gold, np.ascontiguousarray(kept_vectors(given, embedder))


def cross_fitted() -> Iterator[tuple[str, Any]]:
    """(question id, vector turned by a matrix that has not seen it)."""
    _, keys, questions, gold, articles = _material()
    fold = np.random.default_rng(7).integers(0, FOLDS, len(keys))
    for number in range(FOLDS):
        seen = np.flatnonzero(fold != number)
        matrix = learn(questions[seen], [gold[i] for i in seen], articles)
        for i in np.flatnonzero(fold == number):
            yield keys[i], turned(questions[i], matrix)


def main(arguments: Sequence[str]) -> None:
    if "--check" in arguments:
        for row in figures_of_turned(dict(cross_fitted())):
            print(*row[:2])
        return
    _, _, questions, gold, articles = _material()
    np.save(FILE, learn(questions, gold, articles).astype(np.float16))


if __name__ == "__main__":
    main(sys.argv[1:])
