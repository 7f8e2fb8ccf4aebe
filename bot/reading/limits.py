"""What a file may cost before it is refused. The limits are applied in child.py and checked in gate.py."""

from dataclasses import dataclass

FILE_BYTES = 20_000_000
TEXT_BYTES = 5_000_000
PAGES = 500
LINES = 50_000
CHARACTERS = 3_000_000
ZIP_ENTRIES = 2_000
ZIP_ENTRY_BYTES = 50_000_000
ZIP_TOTAL_BYTES = 200_000_000
ZIP_RATIO = 100
ARCHIVE_FILES = 200
ARCHIVE_BYTES = 100_000_000
SCANNED_PAGES = 30
PIXELS = 60_000_000


@dataclass(frozen=True, slots=True)
class Allowance:
    """What one child process may take: seconds of processor time and bytes of address space."""

    seconds: int
    memory: int


READING = Allowance(20, 768 * 1024 * 1024)
RECOGNISING = Allowance(300, 4 * 1024 * 1024 * 1024)
"""Address space is not memory: the nets map three times what they use, which is 0.8 GB."""


def allowance(kind: str) -> Allowance:
    """Reading text is quick; recognising pictures of pages takes seconds a page."""
    return RECOGNISING if kind in ("scan", "picture") else READING
