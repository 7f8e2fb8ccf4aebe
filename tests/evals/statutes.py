"""Public retrieval sets: STARD over 60,894 articles of law, RGB-zh over 10,469 web passages.

Embedding STARD's articles takes twenty minutes on two cores, so vectors are kept beside the data folder.
"""

import gzip
import json
import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bot.retrieval.embed import E5
from bot.retrieval.fuse import fuse
from bot.retrieval.keyword import KeywordIndex
from tests.evals.measures import Absent, Measure

ROOT = Path(__file__).parents[2]
PUBLIC = ROOT.parent / "shared" / "evals" / "public"
KEPT = ROOT / "data" / "evals"
TOP = 100
BATCH = 2048
EVERYONE = frozenset({""})

Ranked = list[tuple[str, float]]


@dataclass(frozen=True, slots=True)
class PublicSet:
    """Passages, queries (with their split) and the passages that answer each."""

    name: str
    passages: dict[str, str]
    queries: dict[str, tuple[str, str]]
    gold: dict[str, set[str]]


def run() -> Iterable[Measure]:
    if not PUBLIC.is_dir():
        raise Absent("没有公开检索集")
    for name, bars in (("rgb_zh", {"all": (0.560, 0.758)}), ("stard", {"all": (0.552, 0.466), "dev": (0.523, 0.0)})):
        yield from _measure(read(name), bars)


def read(name: str) -> PublicSet:
    folder = PUBLIC / name
    passages = {row["id"]: _text(row) for row in _rows(folder / "corpus.jsonl.gz")}
    queries = {row["id"]: (row["text"], row.get("split", "all")) for row in _rows(folder / "queries.jsonl.gz")}
    gold: dict[str, set[str]] = {}
    with gzip.open(folder / "qrels.tsv.gz", "rt", encoding="utf-8") as file:
        for line in file:
            query, passage, *_ = line.rstrip("\n").split("\t")
            gold.setdefault(query, set()).add(passage)
    return PublicSet(name, passages, queries, gold)


def _text(row: dict[str, str]) -> str:
    head = f"{row.get('title', '')}{row.get('art', '')}"
    return f"{head}\n{row['text']}" if head else row["text"]


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            yield {key: str(value) for key, value in row.items()}


def _measure(given: PublicSet, bars: dict[str, tuple[float, float]]) -> Iterable[Measure]:
    embedder = E5(ROOT / "data" / "models")
    ids = list(given.passages)
    matrix = _vectors(given, embedder)
    with tempfile.TemporaryDirectory() as folder:
        keyword = KeywordIndex(Path(folder))
        keyword.write([(key, key, "", text) for key, text in given.passages.items()], [])
        asked = {key: text for key, (text, _) in given.queries.items() if key in given.gold}
        ranked = {key: _rank(text, keyword, matrix, ids, embedder) for key, text in asked.items()}
    for split, (recall_bar, mrr_bar) in bars.items():
        keys = [key for key in ranked if split in ("all", given.queries[key][1])]
        yield from _figures(f"{given.name} {split}", keys, ranked, given.gold, recall_bar, mrr_bar)


def _vectors(given: PublicSet, embedder: E5) -> np.ndarray:
    file = KEPT / f"{given.name}-{embedder.name}-{len(given.passages)}.npy"
    if not file.exists():
        texts = list(given.passages.values())
        made = [v for start in range(0, len(texts), BATCH) for v in embedder.passages(texts[start : start + BATCH])]
        KEPT.mkdir(parents=True, exist_ok=True)
        draft = file.with_suffix(f".{os.getpid()}.npy")
        np.save(draft, np.frombuffer(b"".join(made), np.float32).reshape(len(texts), -1))
        draft.replace(file)
    return np.load(file, mmap_mode="r")


def _rank(text: str, keyword: KeywordIndex, matrix: np.ndarray, ids: Sequence[str], embedder: E5) -> list[str]:
    cosines = matrix @ np.frombuffer(embedder.query(text), np.float32)
    best = np.argpartition(-cosines, TOP)[:TOP]
    vector: Ranked = sorted(((ids[i], float(cosines[i])) for i in best), key=lambda hit: -hit[1])
    return [key for key, _ in fuse(keyword.search([(text, 1.0)], EVERYONE, TOP), vector, TOP)]


def _figures(
    name: str,
    keys: Sequence[str],
    ranked: dict[str, list[str]],
    gold: dict[str, set[str]],
    recall_bar: float,
    mrr_bar: float,
) -> Iterable[Measure]:
    recall = np.array([len(gold[key] & set(ranked[key][:10])) / len(gold[key]) for key in keys])
    places = [next((i for i, hit in enumerate(ranked[key][:10], 1) if hit in gold[key]), 0) for key in keys]
    mrr = np.array([1 / place if place else 0.0 for place in places])
    low, high = _interval(recall)
    hits = " / ".join(f"{np.mean([0 < place <= k for place in places]):.3f}" for k in (1, 5, 10))
    yield Measure(f"{name}：hit@1/5/10（{len(keys)} 题）", hits)
    told = f"{recall.mean():.3f} [{low:.3f}, {high:.3f}]"
    yield Measure(f"{name}：R@10", told, f"≥ {recall_bar:.3f}", bool(recall.mean() >= recall_bar))
    yield Measure(f"{name}：MRR@10", f"{mrr.mean():.3f}", f"≥ {mrr_bar:.3f}", bool(mrr.mean() >= mrr_bar))


def _interval(values: np.ndarray) -> tuple[float, float]:
    """95 % by bootstrap, always with the same seed."""
    chance = np.random.default_rng(7)
    means = [chance.choice(values, len(values)).mean() for _ in range(1000)]
    return float(np.quantile(means, 0.025)), float(np.quantile(means, 0.975))
