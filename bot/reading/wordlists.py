"""The word lists from their files: those that come with the product, then those of the data folder."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Generic, TypeVar

from bot.domain.library.kinds import Kinds
from bot.domain.library.kinds import parse as parse_kinds
from bot.domain.library.standing import Successor
from bot.domain.library.synonyms import Synonyms, parse
from bot.domain.library.wordlists import parse_successors

Value = TypeVar("Value")


class ListFiles:
    """Read at the first use and again when a file has changed; a missing file is an empty list."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._synonyms = _Kept([folder / "synonyms.tsv" for folder in folders], parse)
        self._successors = _Kept([folder / "superseded.tsv" for folder in folders], parse_successors)
        self._kinds = _Kept([folder / "kinds.tsv" for folder in folders], parse_kinds)

    @property
    def synonyms(self) -> Synonyms:
        """synonyms.tsv."""
        return self._synonyms.value()

    @property
    def successors(self) -> Mapping[str, Successor]:
        """superseded.tsv."""
        return self._successors.value()

    @property
    def kinds(self) -> Kinds:
        """kinds.tsv."""
        return self._kinds.value()


class _Kept(Generic[Value]):
    """What was parsed from some files, until one of them is written again."""

    def __init__(self, files: Sequence[Path], parse: Callable[[Sequence[str]], Value]) -> None:
        self._files = files
        self._parse = parse
        self._held: tuple[tuple[int, ...], Value] | None = None

    def value(self) -> Value:
        stamp = tuple(_written(file) for file in self._files)
        if self._held is None or self._held[0] != stamp:
            lines = [line for file in self._files if file.exists() for line in _text(file).splitlines()]
            self._held = (stamp, self._parse(lines))
        return self._held[1]


def _written(file: Path) -> int:
    """When the file was written last, in nanoseconds; 0 where there is none."""
    try:
        return file.stat().st_mtime_ns
    except FileNotFoundError:
        return 0


def _text(file: Path) -> str:
    """Office machines save lists as UTF-8 with a mark, or in the old national encoding."""
    data = file.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030", "replace")
