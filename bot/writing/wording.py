"""Chat wording to report wording, clause by clause: 搞了 → 举办, 来了40个孩子 → 40名儿童参加.

Every rule only rewords what stands there; no rule adds a fact. The tables stand in rewording/, one idea a table, and
are read in the order given here. How clauses become a report is compose.py's business.
"""

from functools import lru_cache

from bot.domain.language.needed import Seldom, Table
from bot.domain.language.word_edges import splits
from bot.writing import spoken
from bot.writing.figures import completed
from bot.writing.literal import KEPT
from bot.writing.rewording import (
    amounts,
    attendance,
    events,
    goods,
    inspections,
    padding,
    persons,
    polish,
    refusals,
    topics,
)
from bot.writing.verbs import INSPECTED, inspected, single

# Who came and who won come first: their rules read whole clauses as typed. Words inside a clause come last.
_TABLES = (topics, spoken, attendance, goods, refusals, padding, events, inspections, amounts, persons)
_REWORD = Table((rule for table in _TABLES for rule in table.RULES), spared=splits)
_POLISH = Table(polish.RULES, spared=splits)
_QUOTED = Seldom(r'"([^"]*)"')
# A clause of this length is no clause of a report; rewording it would only cost time.
_CLAUSE = 300


@lru_cache(maxsize=4096)
def formal(text: str) -> str:
    """Report wording of a clause that `literal` gave; quoted words and 《titles》 stay as they are."""
    if len(text) > _CLAUSE:
        return text
    kept = [m[0] for m in KEPT.finditer(text)]
    text = KEPT.sub(lambda m: chr(0xE000 + kept.index(m[0])), text)
    text = INSPECTED.sub(inspected, single(_REWORD(text)))
    text = completed(_POLISH(text))
    for i, words in enumerate(kept):
        text = text.replace(chr(0xE000 + i), words)
    return _QUOTED.sub(r"“\1”", text.rstrip("。"))
