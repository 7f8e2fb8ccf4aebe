"""Public retrieval sets: STARD over 60,894 articles of law, RGB-zh over 10,469 web passages.

Questions are asked as the product asks them: both indexes, the question's vector turned (bot/retrieval/questions.py).
The turning was learnt on STARD's train split, so its figures are judged on the dev split, and over all questions
the untouched hybrid is judged. Embedding STARD's articles takes twenty minutes on two cores, so vectors are kept in
data/evals.
"""

import gzip
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bot.retrieval.embed import E5
from bot.retrieval.keyword import KeywordIndex
from bot.retrieval.questions import Turning
from bot.retrieval.search import fuse
from tests.evals.measures import Absent, Measure

ROOT = Path(__file__).parents[2]
PUBLIC = ROOT.parent / "shared" / "evals" / "public"
KEPT = ROOT / "data" / "evals"
MODELS = ROOT / "data" / "models"
TOP = 100
BATCH = 512
EVERYONE = frozenset({""})

Floats = npt.NDArray[np.float32]
Ranked = list[tuple[str, float]]


@dataclass(frozen=True, slots=True)
class PublicSet:
    """Passages, queries (with their split) and the passages that answer each."""

    name: str
    passages: dict[str, str]
    queries: dict[str, tuple[str, str]]
    gold: dict[str, set[str]]

    def asked(self, split: str = "") -> list[str]:
        """Ids of the queries of a split, or of all, that have an answer."""
        return [key for key, (_, own) in self.queries.items() if key in self.gold and split in ("", own)]


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one way to rank: for each query the share of its passages among the first ten, and the place of the first."""

    recall: npt.NDArray[np.float64]
    places: npt.NDArray[np.int64]

    @property
    def mrr(self) -> float:
        """Mean of one over the place, 0 beyond the tenth."""
        return float(np.mean([1 / place if place else 0.0 for place in self.places]))

    def rows(self, name: str, recall_bar: float = 0.0, mrr_bar: float = 0.0) -> Iterator[Measure]:
        """Hits, recall with its interval and MRR; a bar of 0 is none."""
        hits = " / ".join(f"{np.mean((self.places > 0) & (self.places <= k)):.3f}" for k in (1, 5, 10))
        yield Measure(f"{name}：hit@1/5/10（{len(self.places)} 题）", hits)
        low, high = _interval(self.recall)
        yield _judged(f"{name}：R@10", self.recall.mean(), recall_bar, f" [{low:.3f}, {high:.3f}]")
        yield _judged(f"{name}：MRR@10", self.mrr, mrr_bar)


def run() -> Iterable[Measure]:
    if not PUBLIC.is_dir():
        raise Absent("没有公开检索集")
    embedder = E5(MODELS)
    yield from _news(read("rgb_zh"), embedder)
    yield from _statutes(read("stard"), embedder)


def _news(given: PublicSet, embedder: E5) -> Iterator[Measure]:
    """The hybrid must be better than each of its halves."""
    with _Ranking(given, embedder) as ranking:
        halves = [ranking.figures(how, given.asked()) for how in (ranking.keyword, ranking.vector)]
        hybrid = ranking.figures(ranking.hybrid, given.asked())
    yield from halves[0].rows("rgb_zh 只按关键词")
    yield from halves[1].rows("rgb_zh 只按向量")
    bar = max(half.recall.mean() for half in halves)
    yield from hybrid.rows("rgb_zh 混合", max(bar, 0.560), max(0.0, *(half.mrr for half in halves)))


def _statutes(given: PublicSet, embedder: E5) -> Iterator[Measure]:
    with _Ranking(given, embedder) as ranking:
        yield from ranking.figures(ranking.unturned, given.asked()).rows("stard 全部，问题向量不转", 0.552, 0.466)
        yield from ranking.figures(ranking.hybrid, given.asked("dev")).rows("stard dev", 0.600, 0.466)
        yield from ranking.figures(ranking.hybrid, given.asked("train")).rows("stard train（学自这一半）")


def figures_of_turned(vectors: Mapping[str, Floats]) -> Iterable[Measure]:
    """The figures on STARD of the queries whose turned vectors are given."""
    with _Ranking(read("stard"), E5(MODELS)) as ranking:
        figures = ranking.figures(lambda key: ranking.fused(key, vectors[key]), list(vectors))
        return list(figures.rows("stard train 交叉"))


def read(name: str) -> PublicSet:
    """One set, all in memory."""
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


def kept_vectors(given: PublicSet, embedder: E5) -> Floats:
    """The passages' vectors, one a row, made once; what was made before a break is kept."""
    file = KEPT / f"{given.name}-{embedder.name}-{len(given.passages)}.npy"
    if not file.exists():
        texts, begun = list(given.passages.values()), file.with_suffix(".part")
        KEPT.mkdir(parents=True, exist_ok=True)
        size = len(embedder.passages(texts[:1])[0])
        done = begun.stat().st_size // size if begun.exists() else 0
        begin, before = time.perf_counter(), done
        with begun.open("ab") as out:
            out.truncate(done * size)
            while done < len(texts):
                out.write(b"".join(embedder.passages(texts[done : done + BATCH])))
                out.flush()
                done = min(done + BATCH, len(texts))
                left = (time.perf_counter() - begin) / (done - before) * (len(texts) - done)
                _tell(f"{given.name}：向量 {done}/{len(texts)}，还要约 {left / 60:.0f} 分钟（中断后接着算）")
        draft = file.with_suffix(f".{os.getpid()}.npy")
        np.save(draft, np.fromfile(begun, np.float32).reshape(len(texts), -1))
        draft.replace(file)
        begun.unlink()
    loaded: Floats = np.load(file, mmap_mode="r")
    return loaded


class _Ranking:
    """Both indexes over one set, and the ways to ask them; each query is embedded once."""

    def __init__(self, given: PublicSet, embedder: E5) -> None:
        self._given, self._embedder = given, embedder
        self._ids = list(given.passages)
        self._matrix = kept_vectors(given, embedder)
        self._turning = Turning()
        self._vectors: dict[str, bytes] = {}
        self._folder = tempfile.TemporaryDirectory()

    def __enter__(self) -> "_Ranking":
        _tell(f"{self._given.name}：建关键词索引，{len(self._ids)} 条")
        self._keyword = KeywordIndex(Path(self._folder.name))
        self._keyword.write([(key, key, "", text) for key, text in self._given.passages.items()], [])
        return self

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()

    def figures(self, how: Callable[[str], Ranked], keys: Sequence[str]) -> Figures:
        """Rank for each of the queries."""
        recall, places = [], []
        for done, key in enumerate(keys):
            if done % 500 == 0:
                _tell(f"{self._given.name}：第 {done}/{len(keys)} 题")
            gold, first = self._given.gold[key], [hit for hit, _ in how(key)[:10]]
            recall.append(len(gold & set(first)) / len(gold))
            places.append(next((i for i, hit in enumerate(first, 1) if hit in gold), 0))
        return Figures(np.array(recall), np.array(places))

    def keyword(self, key: str) -> Ranked:
        return self._keyword.search([(self._given.queries[key][0], 1.0)], EVERYONE, TOP)

    def vector(self, key: str) -> Ranked:
        return self._nearest(np.frombuffer(self._turning.turn(self._plain(key)), np.float32))

    def hybrid(self, key: str) -> Ranked:
        return self.fused(key, np.frombuffer(self._turning.turn(self._plain(key)), np.float32))

    def unturned(self, key: str) -> Ranked:
        return self.fused(key, np.frombuffer(self._plain(key), np.float32))

    def fused(self, key: str, vector: Floats) -> Ranked:
        return fuse(self.keyword(key), self._nearest(vector), TOP)

    def _plain(self, key: str) -> bytes:
        if key not in self._vectors:
            self._vectors[key] = self._embedder.query(self._given.queries[key][0])
        return self._vectors[key]

    def _nearest(self, vector: Floats) -> Ranked:
        cosines = self._matrix @ vector
        best = np.argpartition(-cosines, TOP)[:TOP]
        return sorted(((self._ids[i], float(cosines[i])) for i in best), key=lambda hit: -hit[1])


def _judged(name: str, value: float, bar: float, more: str = "") -> Measure:
    if not bar:
        return Measure(name, f"{value:.3f}{more}")
    return Measure(name, f"{value:.3f}{more}", f"≥ {bar:.3f}", bool(value >= bar))


def _interval(values: npt.NDArray[np.float64]) -> tuple[float, float]:
    """95 % by bootstrap, always with the same seed."""
    chance = np.random.default_rng(7)
    means = [chance.choice(values, len(values)).mean() for _ in range(1000)]
    return float(np.quantile(means, 0.025)), float(np.quantile(means, 0.975))


def _tell(words: str) -> None:
    print(words, file=sys.stderr, flush=True)
