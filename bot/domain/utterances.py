"""A day's messages as utterances: pieces of a message with their kind, time and corrections.

How a message is cut is in pieces.py, what a piece is in kinds.py. What the content says is facts.py's and events.py's.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import lru_cache

from bot.domain.asides import asides
from bot.domain.borrowed import borrowed, brought
from bot.domain.dates import Moment, moments
from bot.domain.kinds import CALLED_OFF, KEEP_OUT, LEAVE_OUT, MACHINE, TAKEOVER, WHY_LEFT_OUT, Kind, kind_of
from bot.domain.names import SURNAMES, people, places
from bot.domain.notes import Note
from bot.domain.numerals import fold
from bot.domain.personal import personal, unnamed
from bot.domain.pieces import pieces
from bot.domain.plans import PAST, depends, goes_on, is_plan
from bot.domain.privacy import private_spans
from bot.domain.quantities import Quantity, quantities
from bot.domain.tails import idioms_only, tail_of

__all__ = ["Kind", "Patch", "Utterance", "utterances"]


@dataclass(frozen=True, slots=True)
class Patch:
    """A later correction: [start, end) of the utterance's text now reads `text`, said at [source_start, source_end)
    of message `source`."""

    start: int
    end: int
    text: str
    source: int
    source_start: int
    source_end: int


@dataclass(frozen=True, slots=True)
class Utterance:
    """A piece of a message: messages[message].text[start:end] == text. `opens` where it announces another matter."""

    message: int
    start: int
    end: int
    text: str
    said: datetime
    speaker: str
    kind: Kind = Kind.CONTENT
    plan: bool = False
    patches: tuple["Patch", ...] = ()
    opens: bool = False
    # Asked for again and again while a day is read; worked out once.
    _moments: tuple[Moment, ...] | None = field(default=None, init=False, repr=False, compare=False)
    _quantities: tuple[Quantity, ...] | None = field(default=None, init=False, repr=False, compare=False)

    def moments(self) -> tuple[Moment, ...]:
        """Its time expressions, offsets inside `text`."""
        if self._moments is None:
            object.__setattr__(self, "_moments", self._read_moments())
        return self._moments or ()

    def quantities(self) -> tuple[Quantity, ...]:
        """Its figures other than dates and clock times, offsets inside `text`."""
        if self._quantities is None:
            taken = tuple((m.start, m.end) for m in self.moments())
            object.__setattr__(self, "_quantities", quantities(self.text, taken))
        return self._quantities or ()

    def _read_moments(self) -> tuple[Moment, ...]:
        found = moments(self.text, self.said, past=PAST.search(self.text) is not None, plan=self.plan)
        hidden = private_spans(self.text)
        return (
            tuple(m for m in found if not any(p.start < m.end and m.start < p.end for p in hidden)) if hidden else found
        )


_OPENS = re.compile(
    r"另外?一码事|另外(?:一件|还有(?:个|一件)|一个|有个)|还有(?:一?个|一?件)(?:事|活动|会)"
    r"|(?:另|再)(?:一|有)(?:件|个)(?:事|活动)|第[二三四](?:件|个)(?:事|活动|是)|"
    r"(?:再|另外)(?:说|报|记)(?:一|个|下)?(?:件|个)?(?:事|别的)|下面(?:说|是)(?:另|第二)"
    r"|^(?:另一个|另一件|再一个|第二个|第二件)是|同一个?时[候间]"
)
# 今天三件事：一是…二是…: only then does 二是 begin another matter.
_SEVERAL = re.compile(r"(?<![说讲调署求议定排提做抓过]了)(?<![说讲调署求议定排提做抓])[两三四2-4]个?件?(?:事|活动)")
_NEXT = re.compile(r"(?:二|三|四)是")
# 过了三件事：一是预算，二是方案: the numbers belong to the list.
_LISTED = re.compile(r"[：:]\s*一是")
_ITEM = re.compile(r"[二三四五六]是")
# 不是200份，是220份: the two halves of a correction stand on both sides of a comma.
_PAIRED = re.compile(
    (
        r"^(?:[一-龥]{0,6})?不是[^，,。；]{1,14}[，,]\s*(?:而|应该)?是[^，。；]{1,20}$"
        r"|^(?:[一-龥]{0,6})?是[^，,。；]{1,14}[，,]\s*(?:而)?不是[^，。；]{1,14}$"
    ),
    re.M,
)
_HALF = re.compile(r"^(?:[一-龥]{0,6})?(?:不是|而是|应该是|是)")
_FILLER = re.compile(
    r"(?:[「【\[（(](?:转发自|转自|转发[：:])[^」】\]）)]{0,20}[」】\]）)][：:]?"
    r"|(?:-{2,}|—{1,2})?\s*(?:转发自|Forwarded from)\s*[^\s：:，。]{1,14}[：:\s]+|同一个?时[候间]"
    r"|【(?:转发|转|回复|链接|图片|视频)】(?:[^：:，。\s]{0,16}[：:])?"
    r"|(?:转发|转)(?:自)?(?:[@＠][^：:，。\s]{1,12}|[^：:，。\s\d]{0,8}(?:队|局|科|馆|站|群|中心|办))?[：:]"
    r"|补报(?:一下)?|今年的?(?:是|情况|数)?[：:]|加一句[:：]|再加一句"
    r"|(?:今天|昨天)?(?:一共|就)?[两三2-4]个?(?:件)?事儿?(?:[，,:：]|$)"
    r"|(?:一个|一件|一|二|三|四|另一个|另一件|再一个|第二个|第二件)是(?=[一-龥])|[二三四]是(?=\d)"
    r"|(?:今天|这周|本周|昨天|上周)?的?(?:几件|两件)?事情?(?:一起|一块儿?|都)(?:报|说|发)(?:了|一下)?(?:[：:]|$)"
    r"|补一下(?:今天|昨天|这周|上周)?的?(?:[：:]|$)|顺[手便带](?=[一-龥])|然后呢?|接着|后来|再后来|另外"
    r"|还有(?=[，,就一个])|对了|那个|这个(?!月|周|星期|活动|展|月|季)|就是说?|嗯+|哦+|噢|啊|呃|额|其实|反正|总之"
    r"|完了(?=[，,])|补充一下|补充一点|补充|再补充一句|汇报一下|报告一下|"
    r"(?:上个?月|上周|前(?:几|两)天|之前|以前|早先|上次)(?:我们|咱们?)?(?:说|提|讲|报|定|答应)(?:过"
    r"|好)?的(?=[一-龥]{2})|(?:我)?(?:跟|给|向)(?:你|您|大家|领导|主任)(?:说|汇报|报告)(?:一下|下|说)|说一下|记一下"
    r"|记(?=今天|上午|下午|昨天)|是这样的?|情况是这样的?|今天的情况是?|哎|诶|唉|咱说|我说一下|先说|再说|再一个|再就是"
    r"|第[一二三四五六]个?(?:[，,]|是(?!个|名|位|[^，。]{2,12}(?:队|村|县|局|校|班|中学|小学)$))|"
    r"还有个?(?:数|情况|事)?(?:忘了说)?[，,:：]|差点忘了|忘了说|刚忘了说|顺便说(?:一下|一句)?|领导[，,好]|主任[，,好]"
    r"|@\S+\s*)[，,、:：\s]*"
)
# 今天三件事。 in one message, 二是… at the head of a later one by the same hand.
_ANNOUNCED = re.compile(
    r"\s*(?:今天|今日|昨天|上午|下午|这周)?(?:一共|共|就|有|办了|干了)?[两三四五2-5]个?件?(?:事|活动|工作)"
)
_COUNTED_OFF = re.compile(r"\s*(?:二|三|四|五|第[二三四五](?:件|个)?)(?:是|、|，|,)")
_FORWARDED = re.compile(r"\s*(?:【(?:转发|转|回复)】|转发)")
_SENDER = re.compile(rf"[{SURNAMES}][一-龥]{{1,2}}[：:]\s*(?=[一-龥]{{2}})")


def utterances(notes: Sequence[Note], now: datetime) -> list[Utterance]:
    """Every utterance of the notes in order. A note without a time was said at `now`."""
    return list(_of_day(tuple(notes), now))


# The writer asks, and its checks ask again for every event.
@lru_cache(maxsize=16)
def _of_day(notes: tuple[Note, ...], now: datetime) -> tuple[Utterance, ...]:
    found = []
    agenda: set[str] = set()
    elsewhere = brought([(n.speaker, n.text) for n in notes])
    for index, note in enumerate(notes):
        if index in elsewhere:
            found.append(Utterance(index, 0, len(note.text), note.text, note.at or now, note.speaker, Kind.BORROWED))
            continue
        text = _unquoted(note.text, notes[:index]) if note.text[:1] in tuple("「引回>") else note.text
        counted = note.speaker in agenda and _COUNTED_OFF.match(note.text) is not None
        for at, one in enumerate(_of_message(text, note.at or now)):
            opens = one.opens or (counted and at == 0)
            patches = tuple(replace(p, source=index) for p in one.patches)
            found.append(replace(one, message=index, speaker=note.speaker, patches=patches, opens=opens))
        if _ANNOUNCED.match(note.text):
            agenda.add(note.speaker)
    return tuple(found)


# 「丁一凡：…」, 引用 丁一凡：… with or without a line below: a message answered to, not said again.
_QUOTES = re.compile(
    r"^(?:「[^「」：:]{1,12}[：:](?P<a>[^「」]*)」|(?:引用|回复)[ 　]*[^：:\n]{1,12}[：:](?P<b>[^\n]*)\n"
    r"|>[ ]?(?:[^：:\n]{1,12}[：:])?(?P<c>[^\n]*)\n)(?:\s*[-—–_=*]{1,}\s*)*\s*"
)


def _unquoted(text: str, before: Sequence[Note]) -> str:
    """The message with the quotation of an earlier one blanked out, offsets kept."""
    found = _QUOTES.match(text)
    body = next((g.strip() for g in found.groups() if g), "") if found else ""
    if found is None or not body or not any(body in said.text for said in before) or found.end() >= len(text):
        return text
    return " " * found.end() + text[found.end() :]


@lru_cache(maxsize=2048)
def _of_message(message: str, said: datetime) -> tuple[Utterance, ...]:
    """The utterances of one message; a message is read once however often its notes are drafted."""
    found: list[Utterance] = []
    foreign = borrowed(message)
    if foreign:
        found.append(Utterance(0, 0, foreign, message[:foreign], said, "", Kind.BORROWED))
    ordered = MACHINE.search(message) is not None
    several = _SEVERAL.search(message) is not None
    paired = _PAIRED.search(message) is not None
    listed = not several and _LISTED.search(message) is not None
    forwarded = _FORWARDED.match(message) is not None
    intended = _INTENDED.match(message) is not None
    for start, end in pieces(message, private_spans(message)):
        if start < foreign:
            continue
        opens = _OPENS.search(message[start:end]) is not None or (
            several and _NEXT.match(message[start:end]) is not None
        )
        filler = None if listed and _ITEM.match(message, start) else _FILLER.match(message, start, end)
        while filler and start < filler.end() < end:
            start = filler.end()
            filler = _FILLER.match(message, start, end)
        if forwarded and (sender := _SENDER.match(message, start, end)):
            start = sender.end()
        text = message[start:end]
        tail = tail_of(text)
        if tail and not ordered:
            text, rest, end = text[: tail[0]], text[tail[0] :], start + tail[0]
        kind = Kind.ORDER if ordered else Kind.CHAT if filler and filler.end() >= end else kind_of(fold(text), said)
        if paired and kind is Kind.CONTENT and _HALF.match(text):
            kind = Kind.CORRECTION
        ordered = ordered or bool(TAKEOVER.search(text))
        if kind is Kind.CONTENT and idioms_only(text):
            kind = Kind.EMPTY
        if kind in (Kind.CONTENT, Kind.CORRECTION) and _all_private(text):
            kind = Kind.PRIVATE
        if found and found[-1].kind is Kind.ORDER and WHY_LEFT_OUT.match(text):
            kind = Kind.ORDER
        if whole := KEEP_OUT.search(text):
            kind = Kind.ORDER
            if whole.start() < 2:  # 名单千万别往外说 keeps back the list, not what was told before it
                _keep_out(found, text)
        elif left := LEAVE_OUT.search(text):
            kind = Kind.ORDER
            # 龙舟赛取消！别发了: that it was called off is what the report must not lose.
            if found and len(text[: left.start()]) < 2 and not CALLED_OFF.search(found[-1].text):
                found[-1] = replace(found[-1], kind=Kind.ORDER)
        plan = (
            is_plan(fold(text), said)
            or (intended and bool(found) and _FIGURE.search(fold(text)) is not None)
            or (
                bool(found)
                and found[-1].plan
                and (goes_on(text, said, found[-1].text) or depends(text, found[-1].text))
            )
        )
        found.append(Utterance(0, start, end, text, said, "", kind, plan, (), opens))
        if tail and not ordered:
            if tail[1] is Kind.EMPTY and _is_nobody(text):
                found[-1] = replace(found[-1], kind=Kind.EMPTY)
            found.append(Utterance(0, end, end + len(rest), rest, said, "", tail[1]))
    return tuple(_of_the_day(_without_stumps(found, message)))


# 本来在王家坪放，挪到赵家坪礼堂放的: where it was meant to be is not where it was.
_MEANT = re.compile(
    r"(?:本来|原来|原定|原计划|原先|原本)(?:是|要|说好|打算|定)?(?:在|去|到)(?P<old>[^，。\d]{2,12}?)(?=放|演"
    r"|办|搞|开|举|摆|做|进行|讲|拍|比|$)"
)
_MOVED = re.compile(
    r"^(?:后来|临时|就|又|最后|结果|只好)*(?:挪|改|搬|换|转|移)(?:到|在"
    r"|去)了?(?P<new>(?!下|明|后|周|\d)[^，。\d]{2,14}?)(?:去)?(?:放|演|办|搞|开|摆|做|进行|讲|拍|比"
    r"|举行)?(?:的|了)*$"
)


def _of_the_day(found: list[Utterance]) -> list[Utterance]:
    """Content that is said aside or concerns a person alone loses its place; a name that must not stand is cut."""
    clauses = [u.text for u in found]
    for where, kind in ((asides(clauses), Kind.CHAT), (personal(clauses), Kind.PRIVATE)):
        for i in where:
            if found[i].kind is Kind.CONTENT:
                found[i] = replace(found[i], kind=kind)
    for i, u in enumerate(found):
        if u.kind is Kind.CONTENT and i and found[i - 1].kind is Kind.EMPTY and _said_on(found, i):
            found[i] = replace(u, kind=Kind.EMPTY)
    for i, after in enumerate(found[1:], 1):
        if moved := _MOVED.match(after.text):
            _move(found, i, moved["new"])
    for i, (start, end) in unnamed(clauses).items():
        found[i] = replace(found[i], patches=(Patch(start, end, "", 0, found[i].start, found[i].start),))
    return found


# 部长指出要提高站位，把诗会办成品牌: what was stressed goes on without a figure, a day or a name.
_SAYING = re.compile(r"指出|强调|要求|号召|希望|表示|勉励")
_WISHED = re.compile(
    r"^(?:要|把|将|讲好|做好|抓好|办好|打造|办成|推动|坚持|切实|努力|不断|继续|争当?|当好|用好|管好|擦亮|守住"
    r"|扛起|进一步|真正|始终|以|让)"
)


def _said_on(found: Sequence[Utterance], at: int) -> bool:
    one = found[at]
    run = at - 1
    while run >= 0 and found[run].kind is Kind.EMPTY and not _SAYING.search(found[run].text):
        run -= 1
    said = run >= 0 and found[run].kind is Kind.EMPTY
    return (
        said
        and _WISHED.match(one.text) is not None
        and not one.moments()
        and not one.quantities()
        and not places(one.text)
    )


def _move(found: list[Utterance], at: int, place: str) -> None:
    """Write the place it was moved to into the clause, shortly before, that says where it was meant to be."""
    for k in range(at - 1, max(-1, at - 4), -1):
        meant = _MEANT.search(found[k].text) if found[k].kind is Kind.CONTENT else None
        if meant:
            made = Patch(meant.start(), meant.end("old"), "在" + place, 0, found[at].start, found[at].end)
            found[k] = replace(found[k], patches=(*found[k].patches, made))
            found[at] = replace(found[at], kind=Kind.REPLACED)
            return


# 意向：旧林场80亩，一期投1200万: all of it is only meant.
_INTENDED = re.compile(r"(?:初步)?(?:意向|设想|打算|计划)(?:是|为)?[：:]")
_FIGURE = re.compile(r"\d|[一二两三四五六七八九十百千万]")


def _keep_out(found: list[Utterance], order: str) -> None:
    """这话别写 takes the clause before it out of the report, 这段别往外发 all that the message has told so far."""
    told = [i for i, u in enumerate(found) if u.kind is Kind.CONTENT]
    for i in told[-1:] if re.match(r"这[话句数]|这个数|那句", order) else told:
        found[i] = replace(found[i], kind=Kind.ORDER)


def _is_nobody(text: str) -> bool:
    """教师代表, without what they were praised for, is nobody in particular."""
    return len(text) <= 6 and not people(text) and not places(text) and not any(True for _ in quantities(text))


def _without_stumps(found: list[Utterance], message: str) -> list[Utterance]:
    """聂卫东强调, with nothing left of what was stressed, is dropped with it."""
    for i, one in enumerate(found):
        if one.kind is Kind.CONTENT and _SAYS.search(one.text):
            behind = next((u for u in found[i + 1 :] if u.kind is Kind.CONTENT), None)
            said = message[one.end : behind.start] if behind else ""
            if (
                i + 1 < len(found)
                and found[i + 1].kind is not Kind.CONTENT
                and (behind is None or re.search(r"[。；！\n]", said))
            ):
                found[i] = replace(one, kind=Kind.EMPTY)
    return found


_SAYS = re.compile(r"^[一-龥]{2,10}(?:强调|指出|要求|号召|认为|表示|希望)(?:指出)?$")


def _all_private(text: str) -> bool:
    """Whether nothing that tells of the day is left of the utterance once its private data is taken out."""
    spans = private_spans(text)
    rest = "".join("　" if any(p.start <= i < p.end for p in spans) else c for i, c in enumerate(text))
    if not spans:
        return _SPEAKS_OF_DATA.search(text) is not None
    if re.search(r"明细|账户|账号|户名|开户", rest):
        return True
    bare_rest = re.sub(r"[\s，,。:：的是]|手机|电话|联系|住|号", "", rest)
    return len(bare_rest) <= 2 or (not _TELLS.search(rest) and not any(q.unit != "次" for q in quantities(fold(rest))))


_TELLS = re.compile(r"送|发|给|慰问|看望|走访|来了|去了|叫|岁|参加|负责|获|捐|修|办|“|《")
_SPEAKS_OF_DATA = re.compile(
    r"^(?:账户|账号|卡号|收款|打款|汇款)(?:明细|信息)?(?:是|为)?[：:]"
    r"|(?:学籍号|身份证号?码?|银行?卡号|账号|手机号|电话号码|联系方式)[^，。]{0,8}(?:在表[里上]|发你|发群|写错"
    r"|登记过|都有|附后|见表)"
)
