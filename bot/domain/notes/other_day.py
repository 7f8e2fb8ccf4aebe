"""What was said of today belonged to another day: 7.9是昨天的，今天是8.4万; 马庄是昨天，今晚是前进村啊.

And what was said of somebody belonged to another: 屈涛是二高的，我记岔了, behind 县一高的老师屈涛.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.domain.language.needed import Seldom
from bot.domain.language.numerals import fold
from bot.domain.notes.patching import mark, own_of, patch
from bot.domain.notes.targets import REACH, number_of
from bot.domain.notes.utterances import Kind, Utterance

_THEN = Seldom(
    r"^(?P<old>[^，。；]{1,12}?)(?:那个?)?(?:数|是)*是(?:大?前天|昨[天晚日]|前晚|上周[一二三四五六日天末]?|上次|上回|上个?月|去年|早上|上午)"
    r"(?:晚上)?(?:的(?:数|事)?)?(?:了|啊|吧|呀)?$"
)
# 昨天5300，今天是5800, where 5300 was told of today
_THEN_FIRST = re.compile(
    r"^(?:大?前天|昨[天晚日]|上周|上次|去年)(?:晚上)?(?:的)?(?:是|才)?(?P<old>约?\d[\d.]*[万亿]?[一-龥]?)$"
)
_NOW = re.compile(
    r"^(?:今[天晚日儿]|这次|这回|这周|本周|本月|这个月|今年|现在|下午|晚上)(?:晚上)?的?(?:应该)?(?:是|有)(?P<new>[^，。；]{1,12}?)[啊吧呀哦啦]*$"
)
_AGAIN = re.compile(r"^(?:嗯+|对+|哦|是的?|就|应该|没错)*(?:是|在)?(?P<new>[^，。；]{2,12})$")
_REST_RIGHT = re.compile(r"^[一-龥]{1,4}(?:是)?(?:没错|没说错|没记错|没变|是对的|都对|不变)$")
_TITLE = re.compile(r"^[一-龥]{0,3}(?:团长|队长|站长|馆长|科长|局长|主任|处长|书记|所长|老师|经理|会长|哥|姐|叔|姨)$")
_UPDATE = re.compile(r"^(?:更新|改|修正|纠正)(?:一?下|个数)(?:啊|哈|吧)?$")


def of_other_day(done: list[Utterance], index: int) -> bool:
    """Let today read what message `index` says it had; whether nothing is left in it to correct."""
    own = own_of(done, index)
    for before, after in pairwise(own):
        said = done[before].text
        then, now = _THEN.match(said) or _THEN_FIRST.match(fold(said)), _NOW.match(done[after].text)
        if not then or not now:
            continue
        found = _said(done, own[0], fold(then["old"]))
        new = number_of(now["new"])
        if found is None or not (new if _figure(then["old"]) else _alike(then["old"], now["new"])):
            continue
        at, start, end = found
        written = now["new"]
        if new and not new.unit and (was := number_of(done[at].text[start:end])):
            written += was.unit
        patch(done, at, start, end, written, done[after], now.start("new"))
        mark(done, [before, after], Kind.CORRECTION)
        beside = [k for k in own if _TITLE.match(done[k].text) or _UPDATE.match(done[k].text)]
        mark(done, beside, Kind.CHAT)
        _echoed(done, after + 1, written)
        return len(own) == 2 + len(beside)
    return False


_PLACE = re.compile(r"^[一-龥]{1,7}[村庄镇乡街路院馆站场校园寺庙湾沟寨屯堡岭店坡河营桥楼厅室]$")


def _figure(text: str) -> bool:
    return re.match(r"约?\d", fold(text)) is not None or number_of(text) is not None


def _alike(old: str, new: str) -> bool:
    """马庄 and 前进村 are places, 剪纸课 and 泥塑课 are lessons."""
    return number_of(new) is None and (old[-1] == new[-1] or all(_PLACE.search(name) for name in (old, new)))


def _said(done: Sequence[Utterance], before: int, old: str) -> tuple[int, int, int] | None:
    """(utterance, start, end) of the figure or the name said of the day on which it was told."""
    number = number_of(old)
    for at in range(before - 1, max(-1, before - REACH), -1):
        one = done[at]
        elsewhere = any(m.kind == "day" and m.day and m.day != one.said.date() for m in one.moments())
        if one.kind is not Kind.CONTENT or elsewhere:
            continue
        for q in one.quantities():
            if (number and q.value == number.value) or re.match(rf"{re.escape(old)}[万亿]", fold(one.text[q.start :])):
                return at, q.start, q.end
        start = -1 if _figure(old) else one.text.find(old)
        if start >= 0:
            return at, start, start + len(old)
    return None


def _echoed(done: list[Utterance], since: int, new: str) -> None:
    """对对对，前进村 … 戏没错: that another agrees, and that the rest stands, is no news."""
    told = [i for i in range(since, len(done)) if done[i].kind is Kind.CONTENT]
    for i in told:
        again = _AGAIN.match(done[i].text)
        if again and again["new"] == new:
            rest = [k for k in told if done[k].message == done[i].message and _REST_RIGHT.match(done[k].text)]
            mark(done, [i, *rest], Kind.REPLACED)
            return


_BELONGS = re.compile(r"^(?P<who>[一-龥]{2,3})(?:应该)?是(?P<new>[一-龥]{2,10})的(?:人|老师|学生)?$")
_MIXED_UP = Seldom(r"(?:我|他|她)?(?:记|搞|弄|说|写|打|看|听)(?:混|岔|串|错|反|差)了?$")


def belonged(done: list[Utterance], index: int) -> bool:
    """屈涛是二高的，我记岔了: the house named before 屈涛 is another one of its kind."""
    own = own_of(done, index)
    if not any(_MIXED_UP.search(done[i].text) for i in own):
        return False
    for i in own:
        found = _BELONGS.match(done[i].text)
        if found is None:
            continue
        for at in range(own[0] - 1, -1, -1):
            said = re.search(rf"(?P<old>[一-龥]{{2,10}})的[一-龥]{{0,4}}{found['who']}", done[at].text)
            if said is None or done[at].kind is not Kind.CONTENT or said["old"][-1] != found["new"][-1]:
                continue
            length = min(len(found["new"]), len(re.split(r"是|来自|，", said["old"])[-1]))
            end = said.end("old")
            patch(done, at, end - length, end, found["new"], done[i], found.start("new"))
            mark(done, [k for k in own if k == i or _MIXED_UP.search(done[k].text)], Kind.CORRECTION)
            return True
    return False
