"""A corrected place, day, hour or person said bare: the one of its kind said before gives way."""

import re

from bot.domain.language.names import people, places
from bot.domain.notes.patching import patch
from bot.domain.notes.targets import REACH
from bot.domain.notes.utterances import Kind, Utterance

_AT = re.compile(r"在(?P<place>[^，。；]{1,20}?)(?=举办|举行|召开|开展|组织|办|搞|开|做|弄|演|讲|摆|设|$)")


def moved(done: list[Utterance], one: Utterance, before: int) -> bool:
    """地点写错了，是三楼会议室: the place behind 在 gives way to the one said now."""
    new = re.search(r"(?:是|在|应为|改到|改在|改为)(?P<place>[^，。；不错]{2,20})$", one.text)
    for at in range(before - 1, max(-1, before - REACH), -1):
        old = _AT.search(done[at].text)
        if new and old and done[at].kind is Kind.CONTENT:
            name = next((n for n in places(old["place"]) if n.start == 0), None)
            end = old.start("place") + name.end if name else old.end("place")
            patch(done, at, old.start("place"), end, new["place"], one, new.start("place"))
            return True
    return False


def _near(name: str, text: str) -> tuple[int, str] | None:
    """(offset, words) of a name in the text that differs from `name` in one character behind the surname."""
    for i in range(len(text) - len(name) + 1):
        window = text[i : i + len(name)]
        same = sum(a == b for a, b in zip(window, name, strict=True))
        if len(name) >= 2 and window[0] == name[0] and same == len(name) - 1 and re.fullmatch(r"[一-龥]+", window):
            return i, window
    return None


def renamed(done: list[Utterance], one: Utterance, before: int) -> bool:
    times = [m for m in one.moments() if m.kind in ("day", "clock", "part")]
    for moment in times:
        for at in range(before):
            was = next((m for m in done[at].moments() if m.kind == moment.kind and m.written != moment.written), None)
            if was and done[at].kind is Kind.CONTENT and not done[at].plan:
                part = re.match(r"上午|下午|晚上|中午|早上|傍晚", done[at].text[was.start : was.end])
                new = one.text[moment.start : moment.end]
                start = was.start + (
                    len(part[0])
                    if part and moment.kind == "clock" and re.match(r"\d|[一二两三四五六七八九十]", new)
                    else 0
                )
                patch(done, at, start, was.end, new, one, moment.start)
                return True
    known = {n.text: at for at in range(before) for n in people(done[at].text)}
    for name, at in known.items():
        near = _near(name, one.text)
        current = next((p.text for p in done[at].patches if p.text and _near(name, p.text)), name)
        start = done[at].text.find(name)
        if near is not None and near[1] != current and start >= 0:
            patch(done, at, start, start + len(name), near[1], one, near[0])
            return True
    for finder in (people, places):
        for found in finder(one.text):
            for at in range(before - 1, max(-1, before - REACH), -1):
                old = next((n for n in finder(done[at].text) if n.text != found.text and n.kind == found.kind), None)
                if old and done[at].kind is Kind.CONTENT:
                    patch(done, at, old.start, old.end, found.text, one, found.start)
                    return True
    return False
