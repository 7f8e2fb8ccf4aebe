"""What can be asked of a draft, as values. How words are read into them is edits.py's and what it asks."""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.errors import InputError


class Act(StrEnum):
    """What is to be done to a draft."""

    RETITLE = "改标题"
    SHORTEN_TITLE = "标题改短"
    OTHER_TITLE = "换标题"
    DELETE_PARAGRAPH = "删段"
    DELETE_SENTENCE = "删句"
    DELETE_ABOUT = "删内容"
    APART = "分开"
    DELETE_WORD = "删词"
    DELETE_REPORT = "去掉一篇"
    DELETE_NAME = "删人名"
    REPLACE = "替换"
    CHANGE = "改要素"
    SHORTEN = "改短"
    LENGTHEN = "改长"
    MOVE_PARAGRAPH = "移段"
    MOVE_SENTENCE = "移句"
    SWAP = "对调"
    MERGE = "并段"
    SPLIT = "分段"
    JOIN = "并句"
    CUT = "拆句"
    ADD = "补充"
    RESTORE = "加回"
    UNDO = "撤销"
    REDO = "重做"
    WHY = "问缘由"
    WHENCE = "问来处"
    CHANGES = "问改动"
    ORIGINAL = "退回初稿"
    OLD_TITLE = "原标题"
    TRIM_TITLE = "标题删词"
    GAP = "问待补"
    TONE = "改口气"


@dataclass(frozen=True, slots=True)
class Edit:
    """A wish. `report` is the number of the report meant (0: not said), `where` a place counted from 1 (from
    -1 at the end), `to` where it goes or a second place, `words` what is meant, `new` what is to stand there."""

    act: Act
    words: str = ""
    new: str = ""
    where: int = 0
    to: int = 0
    report: int = 0
    near: str = ""
    """Which of several places is meant: words that stand beside it, such as 义卖 in 义卖的钱数; with a move the
    side of what it goes to: 前, 后, or 位 for its very place; 次 is behind the lead, 串 within its list."""
    places: tuple[int, ...] = ()
    """Several sentences meant at once, counted as `where` is; with SHORTEN the one to be made shorter."""
    then: tuple["Edit", ...] = ()
    """What was wished besides in the same message, each of them about the words alone."""


class Several(InputError):
    """Several places may be meant; `wishes` say it for each."""

    def __init__(self, line: str, wishes: tuple[str, ...]) -> None:
        super().__init__(line)
        self.wishes = wishes


OF_WORDS = frozenset(
    {
        Act.RETITLE, Act.SHORTEN_TITLE, Act.OTHER_TITLE, Act.TRIM_TITLE, Act.DELETE_PARAGRAPH, Act.DELETE_SENTENCE,
        Act.DELETE_ABOUT, Act.DELETE_WORD, Act.DELETE_NAME, Act.REPLACE, Act.CHANGE, Act.SHORTEN, Act.MOVE_PARAGRAPH,
        Act.MOVE_SENTENCE, Act.SWAP, Act.SPLIT, Act.JOIN, Act.CUT,
    }
)  # fmt: skip
"""What is done to the words of one report."""


def clean(text: str) -> str:
    """Words as they were named, without quotes, stops and asides at either end."""
    text = re.sub(r"[，,]\s*(?:刚才|之前|我)*(?:[数写说记打搞弄报]错了?|不对|谢谢)[了的]?$", "", text.strip())
    return re.sub(r"^[：:，,\s“\"‘《「]+|[。.！!\s”\"’》」]+$|(?:吧|了吧|就行|就好|哈|呀)$", "", text.strip()).strip(
        '“”"‘’《》「」：: '
    )
