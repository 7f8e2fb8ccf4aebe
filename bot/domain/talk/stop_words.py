"""Words that ask for work under way to stop: 停, 停一下, 别写了. Nothing longer, which might tell of something else."""

import re

STOP = "stop"
"""The verb of the button that stops."""

_STOP = re.compile(
    r"(?:请|先|快|赶紧|算了)?[，,]?(?:停下来?|停一下|停止|停手|停笔|停|别写了|不用写了|别弄了|/?stop)[吧了啊]*[。！!]*",
    re.I,
)


def asks(words: str) -> bool:
    """Whether the whole message is such a word."""
    return _STOP.fullmatch(words.strip()) is not None
