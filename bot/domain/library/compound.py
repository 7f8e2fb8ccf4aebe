"""Two questions in one message: 网吧几点关门，超时了罚多少. Each is answered by a clause of its own."""

import re

from bot.domain.library.clauses import DIGITS
from bot.domain.library.questions import Words, core
from bot.domain.library.wants import read_wants

MOST = 3
SLIM = 2
"""Characters of content below which a piece asks more of the same: …要给答复，最多再延几天."""
_SEAMS = re.compile(r"[，,；;。？?！!]+\s*|\s+(?=[㐀-鿿])")
_JOINING = re.compile(r"^(?:还有|另外|以及|同时|并且|而且|那么?|再问一?下?|还想问一?下?)[，,]?")
_ASKING = re.compile(r"什么|怎么|如何|哪|呢$")
_CLAUSE = re.compile(rf"第[{DIGITS}\d]+[条款项]")
_SUPPOSING = re.compile(r"^(?:如果|要是|假如|万一|比如)|(?:的话|时|后|以后|的时候)$")


def parts(text: str, words: Words) -> tuple[str, ...]:
    """The questions of a message; one alone where it asks one thing, however many commas it has.

    A piece counts as a question when it asks for a kind of answer and says something of content; a piece that only
    sets the scene (单位有食堂，还能发补助吗) belongs to the question behind it.
    """
    found: list[str] = []
    scene = ""
    for piece in (p for p in _SEAMS.split(text.strip()) if p.strip()):
        told = _JOINING.sub("", piece.strip())
        if not told:
            continue
        if found and _asks(told) and len("".join(core(told, words))) < SLIM:
            return (text,)
        if _asks(told) and core(told, words) and not _SUPPOSING.search(told):
            found.append(f"{scene}，{told}" if scene else told)
            scene = ""
        else:
            scene = f"{scene}，{piece}" if scene else piece
    if not 2 <= len(found) <= MOST or scene:
        return (text,)
    return tuple(found)


def _asks(piece: str) -> bool:
    """Whether the piece asks by a word of its own; one that names a clause is answered by that clause."""
    return bool(read_wants(piece) or _ASKING.search(piece)) and not _CLAUSE.search(piece)
