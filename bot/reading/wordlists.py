"""The word lists from their files: those that come with the product, then those of the data folder."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

from bot.domain.standing import Successor
from bot.domain.synonyms import Synonyms, parse
from bot.domain.wordlists import parse_successors


class ListFiles:
    """Read at the first use; a missing file is an empty list."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders

    @cached_property
    def synonyms(self) -> Synonyms:
        """synonyms.tsv."""
        return parse(self._lines("synonyms.tsv"))

    @cached_property
    def successors(self) -> Mapping[str, Successor]:
        """superseded.tsv."""
        return parse_successors(self._lines("superseded.tsv"))

    def _lines(self, name: str) -> list[str]:
        files = [folder / name for folder in self._folders]
        return [line for file in files if file.exists() for line in file.read_text("utf-8").splitlines()]
