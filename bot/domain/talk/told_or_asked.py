"""Whether words that order nothing tell of the day, ask about rules, answer what was asked, or are small talk."""

import re

from bot.domain.language.asking import FIGURE, weigh
from bot.domain.notes.utterances import all_chat
from bot.domain.talk.intent import Intent, Kind, Scene
from bot.domain.talk.supplied import fits

LONGEST_QUESTION = 300
"""Nobody types a longer question; what is longer was pasted and is material."""
LONGEST_CHAT = 40

# Said to the bot, not of the day: better asked about than noted down.
_ADDRESSED = re.compile(
    r"^(?:请?你(?![们的])|麻烦|帮[我忙]|给我)|(?:给我|你)(?:看看|弄|整|写|改|算).{0,4}$|(?:一下|[弄写改看])[吧嘛呗]$"
)


def read(whole: str, words: str, scene: Scene) -> Intent:
    """A note, a question or an answer to what was asked; what the writer would leave out as chat is none of them."""
    intent = _by_weight(whole, words, scene)
    aside = intent.kind in (Kind.NOTE, Kind.UNSURE) and len(words) <= LONGEST_CHAT and all_chat(words)
    aside = aside and not (scene.notes and _OF_NOTES.search(words))
    return Intent(Kind.CHAT, words=whole) if aside else intent


_OF_THE_BOT = re.compile(
    r"你(?:会不会|能不能|是不是|有没有|会|能|叫|几岁|多大|喜欢|觉得|听得?懂|懂|累|困|吃|睡|认识|知道我|在哪|也|平时|到底)"
    r"(?!查|找|帮|给|看|写|改|出|审|交|报|[那这第])[^，,。\d]{0,8}$"
)
"""你会不会说方言: asked of nobody's rules."""
_OF_NOTES = re.compile(
    r"[上前]面|上边|刚才|那[条行句个段]|不算|发错|作废|数|也是|[一二三四五六七八九十百]{2,}|统计|预约|重复|一样"
)
"""What may be said of another note: 上面那条发错群了, 我数的也是四十六."""


def _by_weight(whole: str, words: str, scene: Scene) -> Intent:
    if len(words) > LONGEST_QUESTION:
        return Intent(Kind.NOTE, words=whole)
    weights = weigh(words if len(words) > 1 else whole)
    if weights.question >= 2 and (weights.question > weights.note or words.endswith(("?", "？", "吗"))):
        return Intent(Kind.WHO if _OF_THE_BOT.match(words) else Kind.QUESTION, words=whole)
    if len(words) <= 40 and weights.note <= 3 and fits(words, scene.asked):
        return Intent(Kind.GAP, words=words)
    if _ADDRESSED.search(words) and weights.note < 2 and len(words) <= 24 and not FIGURE.search(words):
        return Intent(Kind.UNSURE, words=whole)
    if weights.note >= 1 and weights.note > weights.question and (len(words) >= 5 or scene.notes):
        return Intent(Kind.NOTE, words=whole)
    vague = scene.draft and len(words) <= 20 and weights.note < 0.8
    if vague or weights.question >= 2 or len(words) < (4 if scene.notes else 10):
        return Intent(Kind.UNSURE, words=whole)
    return Intent(Kind.NOTE, words=whole)
