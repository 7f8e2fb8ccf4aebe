"""Whether words wish something of a draft, or rather tell of something that was done."""

import re

from bot.domain.editing import edits
from bot.domain.editing.pointing import spots
from bot.domain.editing.wishes import Act, Edit
from bot.domain.language.asking import DONE, weigh
from bot.domain.talk.intent import Scene
from bot.domain.talk.order_words import PIECE

_ALSO_TOLD = (Act.SHORTEN, Act.RESTORE, Act.MERGE)
"""Wishes whose verbs (精简、恢复、合并) also tell what was done in a day."""
_OF_SOME_DRAFT = re.compile(
    r"(?:把[^，,。]{1,14}|第.[句段]|标题|题目)[^，,。了]{0,4}(?:改|换|删|去掉|压|缩)[^，,。了]{0,14}$"
)
"""A wish about a part of a draft; nothing is told by it."""
_OF_ALL_OF_IT = re.compile(
    rf"(?:请|把|再|能不能|可以|帮我|写|这|{PIECE}|字数|篇幅|它|得|的)*"
    r"(?:太[长多]|(?:精简|压缩|缩短|简短|短|简洁)一?[点些下]|(?:标题|题目)换一?个"
    r"|(?:换|想|起|取|拟)一?个?(?:标题|题目)(?:[，, ].*)?)[了吧呗嘛]*"
)


_NOT_TO_WRITE = re.compile(
    r"^(?:[^，,。]{1,10}那[条个句]|(?:写|出稿?|成稿)的?(?:时候|时)|稿子?里(?:面|头)?)[，, ]*"
    r"(?:就|都|先)?(?:别|不要|不用|甭|莫)(?:写|提|出现|放)"
    r"|^(?:写|出稿?|成稿)的?(?:时候|时)把[^，,]{2,12}放|^(?:写吧|出稿|可以写了)[，, ]+标题(?:就)?(?:用|叫|写)"
)
"""写的时候别提救生衣: said before there is a draft."""


def of_some_draft(words: str, scene: Scene) -> bool:
    """A wish about a draft where none lies here; beside notes only what could tell nothing of the day."""
    wish = not scene.notes and _OF_SOME_DRAFT.match(words) and edits.read(words)
    return bool(wish or _NOT_TO_WRITE.match(words)) or _OF_ALL_OF_IT.fullmatch(words) is not None


_BY_MATTER = (Act.REPLACE, Act.DELETE_ABOUT, Act.DELETE_WORD)


_JUST_DELETE = re.compile(r"把[^，,\d的]{1,6}(?:删|去掉|不要)了")


def told_of(edit: Edit, words: str, scene: Scene) -> bool:
    """Whether the words rather tell of something done (把旧书架换成新的了), of which the draft says nothing."""
    if edit.act is Act.CHANGE and edit.near and not spots(edit.near, scene.draft):
        return True
    if edit.act in _ALSO_TOLD and weigh(words).note >= 1.8:
        return True
    if edit.act not in _BY_MATTER or not DONE.search(words) or edit.report or _JUST_DELETE.fullmatch(words):
        return False
    return edit.words not in scene.draft and not spots(edit.words, scene.draft)
