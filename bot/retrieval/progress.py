"""How far a projection has followed the shelf: which documents it holds, at which revision."""

import json
from collections.abc import Mapping
from pathlib import Path


class Progress:
    """A small file beside the index, written after the index itself: at worst work is done twice."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> dict[str, int]:
        """Document id → revision; empty where the file is missing or broken."""
        try:
            value = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return value if isinstance(value, dict) else {}

    def write(self, documents: Mapping[str, int]) -> None:
        """Replace the file in one step."""
        draft = self._path.with_suffix(".new")
        draft.write_text(json.dumps(documents), "utf-8")
        draft.replace(self._path)

    def clear(self) -> None:
        """Forget it."""
        self._path.unlink(missing_ok=True)
