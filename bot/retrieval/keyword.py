"""The keyword index: BM25 over characters and pairs, by tantivy.

A projection of the shelf, thrown away at will.
"""

import math
import shutil
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from bot.domain.language.grams import grams
from bot.errors import IndexUnavailable
from bot.retrieval.progress import Progress

LAYOUT = 1
"""Change it when the schema or the splitting changes; the index is then made anew."""
HEAP = 64_000_000
UNIT = "u:"
"""Before the ids of units, so that the empty one is a term too."""


class KeywordIndex:
    """One tantivy index; a passage is found only under its own unit."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / f"keyword-{LAYOUT}"
        self.progress = Progress(self._folder.with_suffix(".json"))
        self._opened: Any = None

    def _index(self) -> Any:
        if self._opened is None:
            try:
                self._opened = self._open()
            except ValueError:  # tantivy's word for a broken or foreign folder
                self.clear()
                self._opened = self._open()
        return self._opened

    def _open(self) -> Any:
        import tantivy

        schema = tantivy.SchemaBuilder()
        schema.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
        schema.add_text_field("document", tokenizer_name="raw", index_option="basic")
        schema.add_text_field("unit", tokenizer_name="raw", index_option="basic")
        schema.add_text_field("grams", tokenizer_name="whitespace", index_option="freq")
        self._folder.mkdir(parents=True, exist_ok=True)
        index = tantivy.Index(schema.build(), path=str(self._folder))
        if index.searcher().num_docs == 0:
            self.progress.clear()
        return index

    def clear(self) -> None:
        """Forget everything."""
        self._opened = None
        shutil.rmtree(self._folder, ignore_errors=True)
        self.progress.clear()

    def write(self, passages: Iterable[tuple[str, str, str, str]], gone: Iterable[str]) -> None:
        """Add (passage id, document id, unit, text); whatever stood under those and the gone documents
        goes first.

        Raises IndexUnavailable where the folder takes no more: a commit that was killed leaves a file under the name
        that the next one wants.
        """
        try:
            self._write(list(passages), gone)
        except ValueError as error:
            raise IndexUnavailable("关键词索引暂时不能用，正在重建") from error

    def _write(self, passages: Sequence[tuple[str, str, str, str]], gone: Iterable[str]) -> None:
        import tantivy

        writer = self._index().writer(HEAP, 1)
        for document in {document for _, document, _, _ in passages} | set(gone):
            writer.delete_documents_by_term("document", document)
        for key, document, unit, text in passages:
            entry = tantivy.Document()
            entry.add_text("id", key)
            entry.add_text("document", document)
            entry.add_text("unit", _unit(unit))
            entry.add_text("grams", " ".join(grams(text)))
            writer.add_document(entry)
        writer.commit()
        writer.wait_merging_threads()
        self._index().reload()

    def search(self, words: Sequence[tuple[str, float]], units: frozenset[str], limit: int) -> list[tuple[str, float]]:
        """(passage id, BM25) best first. `words` are texts with their weights."""
        weights: dict[str, float] = {}
        for text, weight in words:
            for gram in grams(text):
                weights[gram] = max(weight, weights.get(gram, 0.0))
        if not units or not weights:
            return []
        index = self._index()
        searcher = index.searcher()
        hidden = {term for term, _ in searcher.terms_with_prefix("unit", UNIT)} - {_unit(unit) for unit in units}
        query = _query(index.schema, weights, units if hidden else None)
        hits = searcher.search(query, limit, count=False).hits
        return [(searcher.doc(address).get_first("id"), score) for score, address in hits]

    def rarity(self, words: Iterable[str]) -> dict[str, float]:
        """Inverse document frequency of each gram: how much finding it says; 0 where no passage holds it."""
        searcher = self._index().searcher()
        total = searcher.num_docs
        counts = {word: searcher.doc_freq("grams", word) for word in words}
        return {word: math.log(1 + (total + 1) / (count + 0.5)) if count else 0.0 for word, count in counts.items()}


def _query(schema: Any, weights: Mapping[str, float], units: frozenset[str] | None) -> Any:
    """Any of the grams, scored by their weights, within the units, which do not score.

    None where the index holds no other unit's: to look at each passage's unit takes as long again.
    """
    from tantivy import Occur, Query

    should = [
        (Occur.Should, Query.boost_query(Query.term_query(schema, "grams", gram, "freq"), weight))
        for gram, weight in weights.items()
    ]
    said = Query.boolean_query(should)
    if units is None:
        return said
    visible = Query.term_set_query(schema, "unit", [_unit(unit) for unit in units])
    return Query.boolean_query([(Occur.Must, Query.boost_query(visible, 0.0)), (Occur.Must, said)])


def _unit(unit: str) -> str:
    return f"{UNIT}{unit}"
