"""A corrected place, day, hour or person said bare: the one of its kind said before gives way."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.domain.language.names import people, places
from bot.domain.language.needed import Seldom
from bot.domain.notes.other_day import done_then
from bot.domain.notes.patching import all_of, mark, own_of, patch
from bot.domain.notes.targets import REACH, find, find_number, number_of
from bot.domain.notes.utterances import Kind, Utterance

_AT = re.compile(r"在(?P<place>[^，。；]{1,20}?)(?=举办|举行|召开|开展|组织|办|搞|开|做|弄|演|讲|摆|设|$)")
_PLACE = re.compile(r"(?:是|在|应为|改到|改在|改为)(?P<place>[^，。；不错]{2,20}?)(?:[办开演摆]的)?$")


def moved(done: list[Utterance], one: Utterance, before: int) -> bool:
    """地点写错了，是三楼会议室: the place behind 在 gives way to the one said now."""
    new = _PLACE.search(one.text)
    for at in range(before - 1, max(-1, before - REACH), -1) if new else ():
        old = _AT.search(done[at].text)
        if new and old and done[at].kind is Kind.CONTENT:
            name = next((n for n in places(old["place"]) if n.start == 0), None)
            end = old.start("place") + name.end if name else old.end("place")
            patch(done, at, old.start("place"), end, new["place"], one, new.start("place"))
            return True
    return False


# 是前天做的, 时间改到三点; 明天换 tells what is to come.
_ONLY_WHEN = re.compile(r"(?:[一-龥]{0,6}?(?:是|在|为|到|成|更正|错了?))?[，,：: ]?(?:[一-龥]{0,2}的|吧|啊|了)*")


def renamed(done: list[Utterance], one: Utterance, before: int) -> bool:
    times = [m for m in one.moments() if m.kind in ("day", "clock", "part")]
    bare = "".join(c for k, c in enumerate(one.text) if not any(m.start <= k < m.end for m in times))
    times = times if _ONLY_WHEN.fullmatch(bare) else []
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
    for finder in (people, places):
        for found in finder(one.text):
            if one.text.startswith(("个", "那个", "这个"), found.end):
                continue  # 柳河那个错了 names it by half
            if finder is places and not _PUT_RIGHT.fullmatch(one.text[: found.start] + "|" + one.text[found.end :]):
                continue
            for at in range(before - 1, max(-1, before - REACH), -1):
                old = next((n for n in finder(done[at].text) if n.text != found.text and n.kind == found.kind), None)
                if old and done[at].kind is Kind.CONTENT:
                    patch(done, at, old.start, old.end, found.text, one, found.start)
                    return True
    return False


# 是县二小, 在人民公园办的, 村是张庄村: nothing but a place. 刚对了巡河记录 and 问过医院了 name one in passing.
_PUT_RIGHT = re.compile(
    r"(?:[一-龥]{0,8}(?:是|(?P<at>在)|到|去|叫|为|成|改|更正|：)的?)?\|(?:(?(at)[一-龥]|[办开搞演放做弄摆讲唱去])的)?(?:，?不是[^，。]{2,10})?(?:吧|啊|的|了)*"
)
_NOT = re.compile(r"(?P<what>[一-龥]{0,6}?)(?:应该|那|而)?(?:不[是在]|(?P<none>没有))(?P<old>[^，,。；不]{1,8}?)的?")
_BUT = re.compile(r"(?:(?:而|应该|其实)*[是在到])?(?P<new>[^，。；]+?)(?:那[个边家]|的|吧|啊|了)*")
_IS = re.compile(r"(?:还有|另外)?(?P<what>[一-龥]{0,6}?)[是在](?P<new>[^，。；不]{2,8}?)(?:那[个边家]|的|吧|啊)*")
_NO_ANSWER = tuple("吧吗么嘛呢")


def contrasted(done: list[Utterance], said: range) -> bool:
    """不是三点，两点半; 是城东的，不是城西: what is right takes the place of its like."""
    own = own_of(done, said)
    for i, after in pairwise(own):
        pair = _pair(done, i, done[: own[0]]) if after == i + 1 and len(done[after].text) <= _SHORT else None
        found = (find(pair[0], done, own[0]) or find_number(pair[0], done, own[0])) if pair else None
        if pair is None or found is None:
            continue
        (_, source, new), (at, start, end) = pair, found
        words = new[0]
        was, now = number_of(done[at].text[start:end]), number_of(words)
        unit = was.unit if was and now and not now.unit and done[at].text[:end].endswith(was.unit) else ""
        rest = done[at].text[end:]
        end += next((k for k in range(min(len(words), len(rest)), 0, -1) if words.endswith(rest[:k])), 0)
        patch(done, at, start, end, words + unit, done[source], new.start())
        mark(done, [i, after], Kind.CORRECTION)
        return after == own[-1]
    return False


def _pair(done: list[Utterance], i: int, before: Sequence[Utterance]) -> tuple[str, int, re.Match[str]] | None:
    """What utterance `i` and the one behind it deny, and where the right words stand: the utterance and the match."""
    denied, right = _NOT.fullmatch(done[i].text), _BUT.fullmatch(done[i + 1].text)
    if denied and denied["none"] and not (right and _one_character(denied["old"], right["new"])):
        denied = None  # 会议室没有空调，是风扇 tells
    of_it = denied and (not denied["what"] or (_was_told(denied["what"], before) and not number_of(denied["old"])))
    if denied and of_it and right and not denied["old"].endswith(_NO_ANSWER):
        new = re.compile(re.escape(right["new"])).search(done[i + 1].text, right.start("new"))
        return (denied["old"], i + 1, new) if new and _of_a_kind(done[i], denied["old"], done[i + 1], new) else None
    said, denied = _IS.fullmatch(done[i].text), _NOT.fullmatch(done[i + 1].text)
    if said and denied and not denied["what"] and _one_character(denied["old"], said["new"][: len(denied["old"])]):
        new = re.compile(re.escape(said["new"])).search(done[i].text, said.start("new"))
        return (denied["old"], i, new) if new and _was_told(said["what"], before) else None
    return None


def _was_told(words: str, before: Sequence[Utterance]) -> bool:
    return any(words in u.text for u in before)


def _one_character(old: str, new: str) -> bool:
    """城西 and 城东, 文昌社区 and 文汇社区, 初二初三 and 高二高三; 李楼, of 李寨小学, is its beginning alone."""
    return len(old) == len(new) > 1 and 1 <= sum(a != b for a, b in zip(old, new, strict=True)) <= len(old) / 2


# 舞蹈班?你说的是公益培训班吧: another thing was meant, and whoever told it says so.
_MEANT = re.compile(r"(?:你|您)?(?:说|指|写|打|发)的(?:应该|是不是)?是(?P<new>[^，。？]{2,14})吧")
_RIGHT = re.compile(r"对+|嗯+|是的?|没错|对头|哦+")


def meant(done: list[Utterance], said: range) -> bool:
    """舞蹈班?你说的是公益培训班吧, answered with 对对: the name asked about gives way to the other."""
    for i, after in pairwise(said):
        new = _MEANT.fullmatch(done[after].text)
        behind = all_of(done, done[after].message + 1) if new else ()
        agreed = behind and _RIGHT.match(done[behind[0]].text)
        if new and agreed and (found := find(done[i].text, done, said.start)):
            at, start, end = found
            patch(done, at, start, end, new["new"], done[after], new.start("new"))
            mark(done, [k for k in said if k >= i and not done[k].quantities()], Kind.CORRECTION)
            mark(done, [k for k in behind if done[k].text in new["new"]], Kind.CORRECTION)
            return True
    return False


_SHORT = 10


_HOURS = {"part", "clock"}


def _of_a_kind(one: Utterance, old: str, after: Utterance, new: re.Match[str]) -> bool:
    """Two figures, two times, or two names that end in or hold the same word (三楼, 二楼会议室)."""
    a, b = one.moments(), after.moments()
    if a or b:
        alike = a and b and (a[0].kind == b[0].kind or {a[0].kind, b[0].kind} <= _HOURS)
        return bool(alike) and b[-1].end - b[0].start >= len(new[0]) - 1
    figures = after.quantities()
    if number_of(old) and figures:
        return (figures[0].start, figures[0].end) == new.span()
    return not figures and (old[-1] in new[0] or old[:1] == new[0][:1])


_DAY_WRONG = Seldom(
    r"(?:日期|日子|时间|哪天)[^，。]{0,6}(?:错|混|岔|反|串)|(?:更正|改|纠正)(?:一下)?(?:日期|日子|时间)"
)
_DAY_IS = re.compile(r"^(?P<what>[一-龥]{0,6}?)(?:应该|其实)?是(?=[大昨前上今\d一二三])")


def redated(done: list[Utterance], said: range) -> bool:
    """日期弄混了，测试是昨天的, of what was told without a day: of the clause the day alone stays."""
    own = own_of(done, said)
    if not own or not any(_DAY_WRONG.search(done[i].text) or done_then(done[i].text) for i in said):
        return False
    for i in own:
        told = _DAY_IS.match(done[i].text)
        times = [m for m in done[i].moments() if m.kind in ("day", "part", "clock") and told and m.start >= told.end()]
        content = [k for k in range(own[0]) if done[k].kind is Kind.CONTENT and not done[k].plan]
        if not told or not times or times[0].kind != "day" or times[0].start != told.end() or not content:
            continue
        if any(m.kind == "day" for k in content for m in done[k].moments()):
            return False  # there is a day to be put right
        start, end = times[0].start, times[-1].end
        one = done[i]
        done[i] = replace(
            one, kind=Kind.CONTENT, text=one.text[start:end], start=one.start + start, end=one.start + end
        )
        mark(done, [k for k in own if k != i and _DAY_WRONG.search(done[k].text)], Kind.CORRECTION)
        return True
    return False
