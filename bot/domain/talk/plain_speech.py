"""How people really talk to the bot, brought to the plain words that the rules know: slips of the pinyin keyboard,
dialect, particles, and remarks in front of a command. Notes are never changed by it; only commands are read so."""

import re

_SAME = (
    (re.compile(r"信[西希系吸]|新息"), "信息"),
    (re.compile(r"(?:瞅|瞧)(?:瞅|瞧|一[眼下]|下)?"), "看看"),
    (re.compile(r"看一[眼哈]|看哈"), "看看"),
    (re.compile(r"啥子?|么子"), "什么"),
    (re.compile(r"咋个|咋样|咋"), "怎么"),
    (re.compile(r"晓得"), "知道"),
    (re.compile(r"一哈|哈子"), "一下"),
    (re.compile(r"莫(?=[写提要])|甭|不消"), "不用"),
    (re.compile(r"俺们?|咱们?"), "我们"),
    (re.compile(r"[点些]儿"), "点"),
    (re.compile(r"(?<=[\u4e00-\u9fff])个儿"), ""),
)
_PARTICLES = re.compile(r"(?:了?(?:嘛|哈|哇|噻|咯|哒|哟|嘞|呗|啊|呀|喽|吧|哦|喔|撒)+)$")
_LEAD = re.compile(
    r"^(?:(?:行|好|中|可以|没问题|没毛病|不错|就这样?|就这些|就这么多|差不多|(?:素材|材料|内容|事情)?都?(?:齐|全|完|够)"
    r"|没(?:有)?(?:别的|其他的?)?|(?:说|发|记|讲)完)[了的吧啦]*[，,。 ]*)+(?=.{2})"
)
_POLITE = re.compile(r"^(?:请|麻烦你?|帮我|帮忙|给我|替我|劳驾|那就?|你(?![们的]))+(?=.)")


def plain(words: str) -> str:
    """The words in the standard language, without the particles that only soften them."""
    for pattern, standard in _SAME:
        words = pattern.sub(standard, words)
    return _PARTICLES.sub("", words) or words


def gist(words: str) -> str:
    """What is left of a command without "that is all", "please" and softening particles."""
    said = plain(words)
    for pattern in (_LEAD, _POLITE):
        said = pattern.sub("", said)
    return said or words
