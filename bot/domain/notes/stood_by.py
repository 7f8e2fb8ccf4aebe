"""A figure that somebody contradicted and its teller stands by: 那是六点的，八点读的97.9; 有一支弃权了."""

import re
from collections.abc import Sequence

from bot.domain.language.quantities import Quantity
from bot.domain.notes.agreement import alike, objects
from bot.domain.notes.patching import mark, own_of
from bot.domain.notes.recounts import recount
from bot.domain.notes.remarks import counts_faults
from bot.domain.notes.restated import earlier, only
from bot.domain.notes.utterances import Kind, Utterance

# How many utterances back an objection is looked up.
_REACH = 10
# Why there were fewer or more than somebody says.
_ACCOUNTS = re.compile(r"弃权|退[了出赛]|没[来到参上算]|缺[了席勤]|请假|不算|取消|[砍撤删减]了|多[了的]|重复|备用|报废")
_ONE = re.compile(r"(?:^|有|了|那)一(?![共起些直般样半])(?=[一-龥])|一(?=[个支位名家件户台场辆])")
_OF_THAT = re.compile(r"^(?:那|你|他|她)(?:个|数|那)?(?:是|的|听|看|记|数)")


# 我听他们队长说的12，明天问清楚再改: said again, and yet open.
OPEN = re.compile(r"问清楚|[再去]核|核实|不确定|对不上|说不准|再[改对问查]|待核")


def stood_by(done: list[Utterance], said: range) -> bool:
    """Let the figure stand that the message `said` says again or accounts for; whether nothing is left to correct."""
    own = own_of(done, said)
    if any(OPEN.search(done[i].text) for i in said):
        return False
    for k in range(own[0] - 1, max(-1, own[0] - _REACH), -1) if own else ():
        claims = _claims(done, k) if done[k].speaker != done[own[0]].speaker else ()
        for claim in claims:
            if (told := _contradicted(done, k, claim, done[own[0]].speaker)) and _settles(done, own, told, claim):
                mark(done, [k] if done[k].kind is Kind.CONTENT else [], Kind.REPLACED)
                return True
    return False


def _claims(done: list[Utterance], k: int) -> Sequence[Quantity]:
    """The figures that an objection or a wish for another figure puts in place of one told before."""
    one = done[k]
    if one.kind is Kind.ORDER:
        return one.quantities()
    q = only(one)
    if one.kind is not Kind.CONTENT or q is None or one.plan:
        return ()
    named = recount(one.text, q.start, q.end)
    return (q,) if (named is not None and not counts_faults(done, k)) or objects(done, k) else ()


def _contradicted(done: Sequence[Utterance], k: int, claim: Quantity, speaker: str) -> Quantity | None:
    """The figure of the speaker that the claim comes nearest to."""
    told = [q for at, q in earlier(done, k) if done[at].speaker == speaker and alike(q, claim)]
    if done[k].kind is Kind.ORDER:  # 把4.6写成6.4 names the one
        told = [q for q in told if any(q.value == named.value for named in done[k].quantities())]
    nearest = min(told, key=lambda q: abs(q.value - claim.value), default=None)
    return nearest if nearest and nearest.value != claim.value else None


def _settles(done: list[Utterance], own: Sequence[int], told: Quantity, claim: Quantity) -> bool:
    """Whether the message says the figure again, or why the other differs; what only does so goes."""
    known = {told.value, claim.value}
    again = [i for i in own if _says(done[i], told)]
    about = [i for i in own if done[i].quantities() and {q.value for q in done[i].quantities()} <= known]
    if again:
        mark(done, {*about, *again, *(i for i in own if _OF_THAT.match(done[i].text))}, Kind.CORRECTION)
        return True
    differs = abs(told.value - claim.value)
    return any(
        _ACCOUNTS.search(done[i].text)
        and (any(q.value == differs for q in done[i].quantities()) or (differs == 1 and _ONE.search(done[i].text)))
        for i in own
    )


def _says(one: Utterance, told: Quantity) -> bool:
    figures = [q for q in one.quantities() if q.unit != "点"]
    return len(figures) == 1 and figures[0].value == told.value and figures[0].unit in ("", "个", told.unit)
