"""Words that ask for work under way to stop: 停, 停一下, 别写了. Nothing longer, which might tell of something else."""

import re

STOP = "stop"
"""The verb of the button that stops."""

_HALT = (
    r"(?:请|先|快|赶紧|算了|就|哎|你|给我)*"
    r"(?:停(?:下来?|一下|一停|止|手|笔|掉|住)?(?:生成|写|起草|润色)?|打住|/?stop"
    r"|(?:别|不要|不用|甭|莫|不必)(?:再|往下|接着|继续)*(?:写|弄|生成|起草|润色|出|跑|算|编))(?:稿)?(?:下去)?[吧了啊呀]*"
)
_STOP = re.compile(rf"{_HALT}(?:[，,。！!\s]+{_HALT})*[。！!]*", re.I)


def asks(words: str) -> bool:
    """Whether the whole message is such a word."""
    return _STOP.fullmatch(words.strip()) is not None
