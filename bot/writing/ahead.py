"""What stands before the opening's deed and its doer, in the order told: 昨晚下大雨, 临近春节, 省厅发文."""

import re

from bot.domain.notes.utterances import Utterance
from bot.writing.beside import circumstance, stood_so
from bot.writing.days import when_of
from bot.writing.deeds import VERB, without_time
from bot.writing.doers import own_subject
from bot.writing.learnt_doer import surely_anothers
from bot.writing.literal import literal
from bot.writing.naming import BEFORE_WORK, announced, only_names, stands_so
from bot.writing.rewording.attendance import PEOPLE
from bot.writing.titles import Lead
from bot.writing.wording import formal


def told_ahead(lead: Lead, content: list[Utterance]) -> Lead:
    """The opening with how things stood, and with what was only named before the deed."""
    before = [
        u
        for u in content[: content.index(lead.utterance)]
        if u not in lead.used
        and not u.plan
        and (circumstance(u) or (u.message == lead.utterance.message and _only_said(u, lead)))
    ]
    lead.ahead = [_stood(u, lead.when) for u in before]
    lead.used = [*lead.used, *before]
    if lead.ahead and _DOERS.search(lead.ahead[-1]):
        doers = lead.ahead.pop()
        if _GOES_ON.match(lead.deed):
            lead.deed = doers + lead.deed
        else:
            lead.used.remove(before[-1])  # 就是那个欠薪，19个工人，在局里调的
    elif lead.ahead and _NATURE_DID.match(lead.deed) and _befell(lead.ahead[-1], lead.actor):
        lead.foreign = True
        if not _WEATHER.fullmatch(_DAY.sub("", lead.ahead[-1])):
            lead.deed = f"{lead.ahead.pop()}，{lead.deed}"
    return lead


# 书协的三个老师，今天到社区教毛笔字
_DOERS = re.compile(rf"的?\d+[名位](?:{PEOPLE})$")
# 北坡落石，堵了20米路: what the rocks did the house did not.
_NATURE_DID = re.compile(
    r"(?:[把将][^，]{1,10}?)?(?:堵(?!漏|住|[^，]*处)|冲(?!洗|刷|着)|砸|淹|埋(?!管|设)|掀|毁|刮|吹|漫|压(?=[断塌倒坏住垮])|断(?=[了\d]))"
)


def _befell(told: str, unit: str) -> bool:
    """Whether what is told ahead of the deed happened by itself or was done by others."""
    bare = _DAY.sub("", told)
    return _WEATHER.fullmatch(bare) is not None or own_subject(bare, unit) or surely_anothers(bare)


_DAY = re.compile(r"^(?:\d{1,2}月\d{1,2}日)?[早晚上中下午夜间]*")
_WEATHER = re.compile(r"受[^，]{2,}影响")


_GOES_ON = re.compile(rf"[到去在给]|(?!调解|商谈)(?:{VERB})")


def _only_said(u: Utterance, lead: Lead) -> bool:
    """省厅发文, 山塘承包费的事, 盘库: ahead of what was done."""
    state = stands_so(u) and bool(lead.utterance.moments())
    state = state or BEFORE_WORK.search(lead.utterance.text) is not None
    return state or only_names(u) or announced(u) or _STUMP.fullmatch(without_time(u)) is not None


_STUMP = re.compile("[一-龥]{2}(?<![是的呢了完])")


def _stood(u: Utterance, when: str) -> str:
    known = all(m.written in when for m in u.moments())
    if so := stood_so(u, then=known):
        return so
    if circumstance(u) and u.moments():
        return formal(when_of(u, [u], u.said) + without_time(u))
    return formal(without_time(u) if known else literal(u))
