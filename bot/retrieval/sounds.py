"""How characters are read: a table beside this file, read when it is first needed."""

from functools import cache
from pathlib import Path

from bot.domain.library.homophones import Sounds

FILE = Path(__file__).with_name("sounds.txt")


@cache
def sounds() -> Sounds:
    """The readings of the 6,763 characters of GB 2312, each by its commonest."""
    alike = dict(line.split(" ") for line in FILE.read_text("utf-8").splitlines() if not line.startswith("#"))
    return Sounds({char: reading for reading, chars in alike.items() for char in chars}, alike)
