"""Who goes on behind what is left out: 校长很满意，说下学期还要请 is still told of the headmaster."""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.domain.language.word_edges import words
from bot.domain.notes.kinds import Kind
from bot.domain.notes.utterance import Patch, Utterance

# How somebody felt or received us, behind who it was.
_GLAD = (
    "反响|态度[一-龥]?(?:好|不错|端正|诚恳|积极)|情绪高|兴致|热情|高兴|开心|满意|感动|激动|感谢|感激|欢迎|欢喜|支持|配合|认真|积极|踊跃|重视|客气"
    "|认可|喜欢|热心|投入|兴奋|惊喜|佩服|点赞|竖大拇指|反映好"
)
_FELT = re.compile(
    r"(?P<who>(?!我|咱|大家|大伙|同志|同事|今天|这|那|都|也|还|真|特别|非常|现场|活动|节目|整个|气氛|效果|反响|总体|对)"
    r"[^，。\d的]{1,10}?[^，。\d的们很非特十都也])(?:们)?(?:[看听吃玩学聊谈]得|一直|都|也|对[^，。]{2,8})*(?:很|特别|非常|挺|十分|相当|可|真|高度)*"
    rf"(?:(?P<glad>{_GLAD})|着急|不满|生气|有意见|想不通|态度)[^，。\d]{{0,6}}"
)
# What only somebody who is named can go on with: words of his, or what he did there and then.
_SAYS = re.compile(
    r"(?:还|也|都|并|又|一再|直|纷纷|当即|现场|当场)*(?:说(?!明)|表示|提出|提议|要求|希望|反映|建议|答应|承诺|保证|盼|夸|问(?!卷|题|答)|想(?![法象]))"
)
_ACTS = re.compile(
    r"(?:还|也|都)*(?:当场|当即|主动|马上|立马|立即|立刻|自己|自发|自掏腰包|送来?了(?!每|各|给)|捐了|赠了|端[来了]|塞[给了]|拿出)"
)
_PAUSE = re.compile(r"[，,\s]*")


def with_whose(found: Sequence[Utterance], texts: Sequence[str]) -> list[Utterance]:
    """The day's utterances, where what goes on behind a feeling that is left out names who goes on.

    `texts` are the messages that the utterances are pieces of.
    """
    kept = list(found)
    for at, (felt, one) in enumerate(pairwise(found), 1):
        if one.kind is not Kind.CONTENT or felt.kind not in _LEFT_OUT or felt.message != one.message:
            continue
        between = texts[one.message][felt.end : one.start]
        goes_on = _PAUSE.fullmatch(between) and (_SAYS.match(one.text) or _ACTS.match(one.text))
        who = _FELT.fullmatch(felt.text) if goes_on else _one_of_them(felt, one)
        if not who or any(p.start == 0 for p in one.patches) or (felt.kind is Kind.CONTENT and not _bare(felt, who)):
            continue
        kept[at - 1] = felt.as_kind(Kind.EMPTY) if felt.kind is Kind.CONTENT else felt
        end = felt.start + who.end("who")
        named = Patch(0, 0, who["who"], one.message, felt.start, end)
        said = one.as_told() if _SAYS.match(one.text) else one
        kept[at] = said.with_patches((named, *one.patches))
    return kept


_LEFT_OUT = (Kind.CONTENT, Kind.CHAT, Kind.EMPTY)


# 竹编那家做得好，一季度卖了46万: the praise goes, and whose figure it is stays.
_ONE_OF_THEM = re.compile(r"(?P<who>[一-龥]{1,6}?(?<![就在是])[那这][一两几]?[家户边队组班村批台间所块])")


def _one_of_them(felt: Utterance, one: Utterance) -> re.Match[str] | None:
    """What a clause left out spoke of, where the clause behind it names nothing itself."""
    nameless = felt.kind is not Kind.CONTENT and not one.plan and words(one.text)[0].kind[0] not in "nrj"
    return _ONE_OF_THEM.match(felt.text) if nameless else None


def _bare(felt: Utterance, who: re.Match[str]) -> bool:
    """王局长很重视: no figure, no day, nothing but that somebody was glad."""
    return who["glad"] is not None and not (felt.patches or felt.quantities() or felt.moments())
