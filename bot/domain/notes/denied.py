"""Who was told to have come and did not: 省台也来拍了, later 省台没来. What was told of them goes, and the denial."""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.domain.language.needed import Seldom
from bot.domain.notes.patching import mark, own_of, patch
from bot.domain.notes.utterances import Kind, Utterance

_ABSENT = Seldom(
    r"^(?:其实|今天|后来)?(?P<who>(?!有|还|我|他|谁|都|人)[一-龥]{2,8}?)(?:其实|最后|根本|并|今天|都|也)*没有?(?:来|到|去|参加|出席|到场)(?:成|的)?$"
)
_CAME = r"(?:今天|也|都|还|全程|亲自|特意|专门)*(?:来|到|去|参加|出席|到场|陪同|带队)"
# 那句删了 says no more than the denial does.
_LEFT_OUT = re.compile(
    r"^(?:那|这|上面|刚才)?[那这]?[句条段个]?[就先都]?(?:别|不用|不要)?(?:写|提|报|删|去)(?:了|掉)*(?:吧|啊|哈)?$"
)
_INSTEAD = re.compile(r"^(?:来的|到的|去的)?(?:其实|应该)?是(?P<who>[一-龥]{2,8})(?:来的|去的|参加的|到的)?$")


# 广播没播, where the broadcast was told or meant
_NOT_DONE = re.compile(
    r"^(?:其实|结果|后来)?(?P<what>[一-龥]{2,4}?)(?:其实|根本|并|今天|都|也|最后)*没(?P<did>(?![来去到有])[一-龥])成?$"
)


# 下周再查消防 stands, though 消防没查 today
_LATER = re.compile(r"明[天日早晚年]|后天|下(?:周|个?月|次|回|一?步|半年|季度)|\d[月号日]|周[一二三四五六日]")


def _undone(done: list[Utterance], own: Sequence[int]) -> None:
    """What was planned, or told in error, goes where a message says that it was not done; that it was not stays."""
    wrong = any(done[k].kind is Kind.CORRECTION for k in own)
    for k, found in ((k, found) for k in own if (found := _NOT_DONE.match(done[k].text))):
        for at in range(own[0]):
            one = done[at]
            meant = one.plan and not _LATER.search(one.text)
            told = not one.plan and (wrong or not (one.quantities() or done[k].moments()))
            if one.kind is Kind.CONTENT and (meant or told) and found["what"] in one.text and found["did"] in one.text:
                same = range(at + 1, own[0])
                again = [n for n in same if done[n].message == one.message and done[n].text.startswith(found["did"])]
                mark(done, [at, *again], Kind.REPLACED)
                done[k] = done[k].as_kind(Kind.CONTENT)


# 没有发购物卡，发的是体检券; 不是县医院，请的是中医院的
_NOT_THAT = re.compile(
    r"(?:其实|今天|并|根本)*(?:没有?|不是)(?P<old>[一-龥]{2,9}?)[，,、 ]*(?:而|但)?是?"
    r"(?P<same>[一-龥]放?)的是(?P<new>[一-龥]{2,10}?)的?[。！!]?"
)
_VOIDED = re.compile(r"作废|不算|不对|错|删|更正")
_WORTH = re.compile(r"[\d一两二三四五六七八九十百]+(?:多|余)?[元块个箱盒条袋份张本件包桶](?:钱)?的?$")


def _other_thing(done: list[Utterance], said: range) -> bool:
    """Let the thing told before read the one that was given, sent or asked for; whether the message says no more."""
    own = own_of(done, said)
    for a, b in pairwise(own):
        found = _NOT_THAT.fullmatch(f"{done[a].text}，{done[b].text}")
        if not found:
            continue
        old = found["old"].removeprefix(found["same"]).removeprefix("的")
        did = re.compile(rf"{found['same']}[^，。]*{old}")
        told = [
            k for k in range(said.start) if did.search(done[k].text) and done[k].kind in (Kind.CONTENT, Kind.REPLACED)
        ]
        if not told:
            continue
        at, new = told[-1], found["new"]
        voided = [k for k in said if k < a and _VOIDED.search(done[k].text)]
        start = done[at].text.rindex(old)
        patch(done, at, start, start + len(old), new, done[b], done[b].text.index(new))
        if worth := _WORTH.search(done[at].text, 0, start):  # 200元购物卡: the worth went with it
            patch(done, at, worth.start(), start, "", done[b], 0)
        mark(done, [*voided, a, b], Kind.CORRECTION)
        return all(k in (*voided, a, b) for k in own)
    return False


def denied(done: list[Utterance], said: range) -> bool:
    """Take back what the message `said` says did not happen; never the whole answer, the message may hold more."""
    _undone(done, said)
    if _other_thing(done, said):
        return True
    for i in said:
        found = _ABSENT.match(done[i].text) if done[i].kind is not Kind.CHAT else None
        at = _told(found["who"], done, said.start) if found else None
        if not found or at is None:
            continue
        instead = next((k for k in said if k > i and _INSTEAD.match(done[k].text)), None)
        if instead is None:
            mark(done, [at, i], Kind.REPLACED)
            mark(done, [k for k in said if _LEFT_OUT.match(done[k].text)], Kind.ORDER)
            continue
        new = _INSTEAD.match(done[instead].text)["who"]  # type: ignore[index]
        start = done[at].text.index(found["who"])
        patch(done, at, start, start + len(found["who"]), new, done[instead], done[instead].text.index(new))
        mark(done, [i, instead], Kind.CORRECTION)
    return False


def _told(who: str, done: Sequence[Utterance], before: int) -> int | None:
    """The latest clause that told `who` to have come, and nothing that was counted."""
    came = re.compile(rf"{re.escape(who)}(?:们)?(?=[^，。]*[也都了]){_CAME}")
    return next(
        (
            at
            for at in range(before - 1, -1, -1)
            if done[at].kind is Kind.CONTENT and came.search(done[at].text) and not done[at].quantities()
        ),
        None,
    )
