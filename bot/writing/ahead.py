"""What stands before the opening's deed and its doer, in the order told: 昨晚下大雨, 临近春节, 省厅发文."""

import re

from bot.domain.notes.utterances import Utterance
from bot.writing.beside import circumstance, stood_so
from bot.writing.days import when_of
from bot.writing.deeds import VERB, without_time
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
    if lead.ahead and _DOERS.search(lead.ahead[-1]) and _GOES_ON.match(lead.deed):
        lead.deed = lead.ahead.pop() + lead.deed
    return lead


# 书协的三个老师，今天到社区教毛笔字
_DOERS = re.compile(rf"的?\d+[名位](?:{PEOPLE})$")
_GOES_ON = re.compile(rf"[到去在给]|{VERB}")


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
