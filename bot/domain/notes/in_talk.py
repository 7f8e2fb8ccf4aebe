"""Each message in its place in the talk: it asks, answers what was asked before it, puts that off, or tells.

An answer is told in the words of its question (奖品花了多少 — 960元; 作品留下没有 — 留了40幅), so that a whole clause
stands in the report. What puts an answer off (等村里的表, 具体问小柏) is never told, and what comes behind it still
answers. The forms of questions are in asked_figures.py and topics_asked.py.
"""

import re
from collections.abc import Sequence

from bot.domain.language.asking import ASKED, EITHER_OR, weigh
from bot.domain.language.numerals import HAN, fold
from bot.domain.notes.asked_figures import HOW_MANY, counted, how_many
from bot.domain.notes.patching import mark, messages_of
from bot.domain.notes.topics_asked import Answer, told_in_its_words
from bot.domain.notes.utterances import Kind, Utterance

_REACH = 4
"""Messages between a question and its answer, where those between put it off."""
_LONGEST = 20
_LONGEST_ALONE = 14
_SURE = 3
_MAY_ASK = (Kind.CONTENT, Kind.CHAT, Kind.EMPTY)


def told_in_talk(done: list[Utterance]) -> list[Utterance]:
    """The day's utterances, every answer in the words of what a colleague asked before it."""
    _without_waiting(done)
    asked: range | None = None
    settled: tuple[range, range] | None = None
    near = waited = False
    for said in messages_of(done):
        one = done[said.start]
        if one.kind is Kind.CHAT and len(said) == 2 and _HEARD.fullmatch(done[said.stop - 1].text):
            mark(done, said, Kind.CHAT)
        if asked is not None and one.message - done[asked.start].message > _REACH:
            asked = None
        if settled is not None and _put_right(done, *settled, said):
            settled = None
        asks = len(said) <= _CLAUSES and any(_asks(done[k], alone=len(said) == 1) for k in said)
        if asked is not None and (one.speaker != done[asked.start].speaker or _awaited(done, asked, said)):
            if _answers(done, asked, said, near=near, waited=waited):
                settled, asked = (asked, said), None
            elif near and _puts_off(done, said):
                mark(done, said, Kind.CHAT)
                waited, asks = True, False
            else:
                near = near and all(done[k].kind is Kind.CHAT for k in said)
        if asks:
            asked, near, waited = said, True, False
    return done


# 上台多少学生我等签到表 — 表来了，846名
_I_WAIT = re.compile(r"(?:我|还|得)*(?<![一二三四特几])等(?![级奖于额了过着到])[一-龥]{1,6}$")


def _awaited(done: Sequence[Utterance], asked: range, said: range) -> bool:
    """Whether whoever asked waited for the answer himself, and has it."""
    return _CAME.fullmatch(done[said.start].text) is not None and _I_WAIT.search(done[asked.stop - 1].text) is not None


_WRONG = re.compile(r"(?:哦|啊|噢)?(?:不对|错了|说错了?|不是|更正)")


def _put_right(done: list[Utterance], asked: range, before: range, said: range) -> bool:
    """Let 不对，是教学楼一楼 answer in place of what was answered just before."""
    last = said.stop - 1
    soon = done[last].message - done[before.start].message <= 2 and len(said) > 1
    if not soon or not _WRONG.match(done[said.start].text) or HOW_MANY.fullmatch(fold(done[asked.stop - 1].text)):
        return False
    if not told_in_its_words(fold(done[asked.stop - 1].text), Answer(done, [last], asked.stop - 1)):
        return False
    mark(
        done, (k for k in before if any(p.source == done[asked.start].message for p in done[k].patches)), Kind.REPLACED
    )
    mark(done, (k for k in said if k != last), Kind.CHAT)
    return True


_CLAUSES = 3


# 好，改了: nothing but that it is heard
_HEARD = re.compile(r"(?:我|都|已经?|那就?|就)*(?:改(?:了|过来了|好了)|知道了?|记下了?)(?:吧|哈|啊)?")


def _asks(one: Utterance, *, alone: bool) -> bool:
    asks = _ASKING.search(one.text) is not None or (alone and one.kind is Kind.CHAT and one.text.endswith("了"))
    return asks and one.kind in _MAY_ASK and len(one.text) <= _LONGEST  # alone: 整改到位了？


# What a question holds; its form (FORMS) decides.
_ASKING = re.compile(
    r"(?<![十百千万好])几(?![十百千万])|多[少久长大高远重吗不]|[谁哪啥咋怎]|什么|还是|有没有|(.)[没不]\1|[？?]$|(?:[吗么吧呢没不]|没有)[啊呀]?$"
)

# 等村里的表, 具体问小柏, 资料上有, 门口的本子还没拿上来
_RECORD = r"(?:表|册|本子?|单子?|簿|资料|材料|台账|名单|系统|手机|照片|记录|数)"
_PUTS_OFF = re.compile(
    r"(?:再|还[得要]?|得|先|我|这个|那个|具体的?|细的|数)*(?:等(?!级|于|[了过着到])|[问找](?!题|了|到|过))[一-龥]{1,8}"
    rf"|[一-龥]{{0,6}}{_RECORD}[一-龥]{{0,2}}(?:上|里)?(?:都|应该)?(?:有|写着|记着)(?:呢|的)?"
    r"|[一-龥]{0,8}还没(?:有)?(?:[拿报送交发传收统数算汇]|出来|到)[一-龥]{0,4}"
    r"|(?:我|这个|那个|具体|那|你)*(?:不(?:太|大)?(?:清楚|知道|晓得|记得)|没(?:细|有)?[数问看记统留]|记不[清得]|说不[准好清])[一-龥]{0,5}"
    r"|(?:我|那|让|叫|回头|先|马上|这就|稍等|等会儿?|[小老][一-龥])*(?:去|再|来)?[翻查问看数核找算对]一?(?:下|[翻查问看数核找算])(?:吧|哈|啊|去|再说)?"
    r"|[一-龥]{0,3}(?:看着|估摸着?|感觉)[一-龥]{1,4}|(?:稍等|马上)[一-龥]{0,4}|[一-龥]{1,3}(?:知道|清楚|管着?|记的?|数的?|那有|手里有)"
)
# 表来了, 拿来了, 户数出来了: what was waited for
_CAME = re.compile(r"[一-龥]{0,6}?(?:来|到|有|出来|上来|完|清楚|着|好|收|齐|汇总)了")
# 牛等老马报, 具体户数等营业厅, 签到还没收
_WAITS = re.compile(
    r"(?P<what>[一-龥]{0,10}?)(?:这个|[我得要还都再])*(?:(?<![一二三四特几])等(?![级奖于额了过着到车])(?!.*的人)[一-龥]{1,8}|(?:还|都)没[收报交送出拿统算汇导][一-龥]{0,3})"
)
_WAITED = 10
_LITTLE = frozenset("等了来的有出上到都还没好一个在我")


def _without_waiting(done: list[Utterance]) -> None:
    """石岭的数等乡里, once 乡里的来了，石岭53 is told: that it was waited for and came is no news."""
    for at, one in enumerate(done):
        waits = _WAITS.fullmatch(one.text) if one.kind is Kind.CONTENT and not one.quantities() else None
        if waits is None:
            continue
        known = {one.text[k : k + 2] for k in range(len(one.text) - 1)} - {"还没", "都没"} | {waits["what"]} - {""}
        for k in range(at + 1, len(done)):
            later = done[k]
            if later.message - one.message > _WAITED:
                break
            figures = bool(later.quantities())
            came = not figures and _CAME.fullmatch(later.text) and set(later.text) & set(one.text) - _LITTLE
            told = came and any(u.quantities() for u in done[k + 1 : k + 3] if u.message == later.message)
            if later.message > one.message and (told or (figures and any(word in later.text for word in known))):
                mark(done, [at] * (ASKED.search(one.text) is None) + [k] * bool(came), Kind.CHAT)
                break


def _puts_off(done: Sequence[Utterance], said: range) -> bool:
    """Whether a message behind a question only says where the answer will come from."""
    told = [one for one in (done[k] for k in said) if one.kind is not Kind.CHAT or _PUTS_OFF.fullmatch(one.text)]
    return bool(told) and all(not one.quantities() and _PUTS_OFF.fullmatch(one.text) for one in told)


def _answers(done: list[Utterance], asked: range, said: range, *, near: bool, waited: bool) -> bool:
    """Tell the answer that the message `said` gives to the question at `asked` in its words; whether it was one."""
    own = [k for k in said if done[k].kind in (Kind.CONTENT, Kind.CORRECTION, Kind.CHAT, Kind.EMPTY)]
    if not near and (not own or not _BARE.match(done[own[0]].text)):
        return False
    while own and waited and not done[own[0]].quantities() and _CAME.fullmatch(done[own[0]].text):
        mark(done, own[:1], Kind.CHAT)
        own = own[1:]
    asking = [k for k in asked if _asks(done[k], alone=len(asked) == 1)] if own else []
    at = next((k for k in reversed(asking) if _told(Answer(done, own, k), near=near)), None)
    words = "，".join(fold(done[k].text) for k in own)
    gone = [k for k in asked if k == at or ((near or at is not None) and _only_asks(done[k], words))]
    whole = all(k in gone or done[k].kind is Kind.CHAT for k in asked)
    mark(done, (k for k in gone if (whole or k == at) and not done[k].patches), Kind.CHAT)
    return at is not None


# 不是说只来40个么, 旅行社不是5家吗: who doubts a figure asks for none, and is answered by a correction
_DOUBTS = re.compile(r"不是[^，。]*[吗么]")


def _told(answer: Answer, *, near: bool) -> bool:
    question = _I_WAIT.sub("", fold(answer.done[answer.asked].text))
    if _DOUBTS.search(question):
        return False
    many = HOW_MANY.fullmatch(question)
    return (many is not None and how_many(many, answer)) or (near and told_in_its_words(question, answer))


# 学生多少 — 36个班都下来了 — 1742人: behind another message only the bare figure answers
_BARE = re.compile(rf"[\d{HAN}]+[一-龥]$")


def _only_asks(one: Utterance, answer: str) -> bool:
    """哪两个房间发烫, 改了几户, which the next message answers: nothing is told by it."""
    if len(one.text) >= _LONGEST_ALONE:
        return False
    many = HOW_MANY.fullmatch(fold(one.text))
    if many and many["whom"] is None:
        return counted(many, answer)
    asks = ASKED.search(one.text) or EITHER_OR.search(one.text)
    return asks is not None and weigh(one.text).question >= _SURE
