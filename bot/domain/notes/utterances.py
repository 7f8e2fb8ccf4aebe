"""A day's messages as utterances: pieces of a message with their kind, time and corrections.

How a message is cut is in pieces.py, what a piece is in kinds.py. What the content says is facts.py's and events.py's.
"""

import re
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache

from bot.domain.language.numerals import HAN, fold
from bot.domain.language.privacy import private_spans
from bot.domain.language.quantities import counts_flat_things, quantities
from bot.domain.language.word_edges import opens_with_deed, words
from bot.domain.notes.banter import without_banter
from bot.domain.notes.borrowed import borrowed, brought
from bot.domain.notes.doubts import only_asks
from bot.domain.notes.flourishes import FIRST_OF_ALL
from bot.domain.notes.kept_out import (
    CALLED_OFF,
    KEEP_OUT,
    LEAVE_OUT,
    WHY_LEFT_OUT,
    how_wrong,
    left_out_by_name,
    of_goods,
    without_name,
    without_place,
)
from bot.domain.notes.kinds import Kind, kind_of
from bot.domain.notes.learnt_chat import told_after_all, without_learnt_chat
from bot.domain.notes.note import Note
from bot.domain.notes.openers import (
    ANNOUNCED,
    COUNTED_OFF,
    FIGURE,
    FILLER,
    FORWARDED,
    HALF,
    HANDED_ON,
    INTENDED,
    ITEM,
    LISTED,
    NEXT,
    OPENS,
    PAIRED,
    PERIOD_AHEAD,
    RANK,
    RANKED,
    SENDER,
    SEVERAL,
    SOURCE,
    THEIRS,
    WRONG_GROUP,
    aimed_only,
    unquoted,
)
from bot.domain.notes.orders import MACHINE, TAKEOVER, WHY_ORDERED, planted_from
from bot.domain.notes.personal import OF_PERSON, all_private
from bot.domain.notes.pieces import pieces
from bot.domain.notes.plans import depends, goes_on, is_plan, set_for_a_day, with_days_to_come
from bot.domain.notes.promised import promised
from bot.domain.notes.said import with_said
from bot.domain.notes.same_breath import as_typed, mended, taken_back
from bot.domain.notes.same_day import come_about, in_pieces, on_the_day_told, set_for_days_to_come
from bot.domain.notes.small_talk import OTHERS
from bot.domain.notes.tables import table_in
from bot.domain.notes.tails import idioms_only, tail_of
from bot.domain.notes.unnamed import without_names
from bot.domain.notes.utterance import Patch, Utterance
from bot.domain.notes.whose import with_whose
from bot.domain.notes.within_message import (
    is_ground,
    keep_out,
    leave_out,
    of_the_day,
)

__all__ = ["Kind", "Patch", "Utterance", "utterances"]


def utterances(notes: Sequence[Note], now: datetime) -> list[Utterance]:
    """Every utterance of the notes in order. A note without a time was said at `now`."""
    return list(_of_day(tuple(notes), now))


def all_chat(text: str) -> bool:
    """Whether a report would leave out the whole message as chat among colleagues: no figure, and nobody else in it."""
    if re.search(r"\d", text) or OTHERS.search(text):
        return False
    said = utterances([Note(text=text, at=_ANY_DAY)], _ANY_DAY)
    return bool(said) and all(one.kind is Kind.CHAT for one in said)


_ANY_DAY = datetime(2026, 1, 5, 9)
"""What is chat does not hang on the day."""


# The writer asks, and its checks ask again for every event.
@lru_cache(maxsize=16)
def _of_day(notes: tuple[Note, ...], now: datetime) -> tuple[Utterance, ...]:
    told = without_learnt_chat(told_after_all(by_rules(notes, now), _taken_back(notes)))
    found = come_about(on_the_day_told(set_for_days_to_come(told)))
    return tuple(in_pieces(with_whose(found, [note.text for note in notes])))


def by_rules(notes: Sequence[Note], now: datetime) -> list[Utterance]:
    """The utterances clause by clause, before the day is looked over for chat (learnt_chat)."""
    found: list[Utterance] = []
    agenda: set[str] = set()
    elsewhere = brought([(n.speaker, n.text) for n in notes])
    speakers = {n.speaker for n in notes}
    for index, note in enumerate(notes):
        if index in elsewhere:
            found.append(Utterance(index, 0, len(note.text), note.text, note.at or now, note.speaker, Kind.BORROWED))
            continue
        text = unquoted(note.text, notes[:index]) if note.text[:1] in tuple("「引回>") else note.text
        counted = note.speaker in agenda and COUNTED_OFF.match(note.text) is not None
        for at, one in enumerate(_of_message(text, note.at or now)):
            one = one.as_kind(Kind.CHAT) if one.text in speakers else one  # 蒋涛，不合格的是9台
            found.append(one.in_message(index, one.speaker or note.speaker, opens=one.opens or (counted and at == 0)))
        if WRONG_GROUP.search(note.text):
            _take_back(found, index, note.speaker, Kind.CHAT)
        elif HANDED_ON.search(note.text):
            _take_back(found, index, note.speaker, Kind.BORROWED)
        left_out_by_name(found, index)
        if ANNOUNCED.match(note.text):
            agenda.add(note.speaker)
    return without_banter(without_names(without_name(without_place(found))), [n.text for n in notes])


def _taken_back(notes: Sequence[Note]) -> set[int]:
    """The messages that were meant for others, and those that say so."""
    wrong = [index for index, note in enumerate(notes) if WRONG_GROUP.search(note.text)]
    return {
        message
        for index in wrong
        for message in (index, *[i for i in range(index) if notes[i].speaker == notes[index].speaker][-1:])
    }


def _take_back(found: list[Utterance], index: int, speaker: str, as_kind: Kind) -> None:
    """上面那条发错群了: the message that the speaker sent before was meant for others, and so is what explains it;
    上面是转的: only the message before is not the speaker's own."""
    before = max((u.message for u in found if u.message < index and u.speaker == speaker), default=-1)
    for i, one in enumerate(found):
        meant = one.message == before or (one.message == index and as_kind is Kind.CHAT)
        if meant and one.kind is Kind.CONTENT:
            found[i] = one.as_kind(as_kind)


@lru_cache(maxsize=2048)
def _of_message(message: str, said: datetime) -> tuple[Utterance, ...]:
    """The utterances of one message; a message is read once however often its notes are drafted."""
    if not (edits := taken_back(message)):
        return _cut(message, said)
    text, places = mended(message, edits)
    return tuple(as_typed(one, message, places, edits) for one in _cut(text, said))


def _cut(message: str, said: datetime) -> tuple[Utterance, ...]:
    found: list[Utterance] = []
    foreign = borrowed(message)
    if foreign:
        found.append(Utterance(0, 0, foreign, message[:foreign], said, "", Kind.BORROWED))
    ordered = MACHINE.search(message) is not None
    several = SEVERAL.search(message) is not None
    paired = PAIRED.search(message) is not None
    listed = not several and LISTED.search(message) is not None
    forwarded = FORWARDED.match(message) is not None
    intended = INTENDED.match(message) is not None
    speaker = ""
    private = private_spans(message)
    table = table_in(message)
    if table and any(p.start < table.rows[-1].end and table.start < p.end for p in private):
        table = None  # a row is told whole, and a telephone number must not be
    rows = {row.start: row for row in table.rows} if table else {}
    planted = planted_from(message)
    for start, end in with_days_to_come(message, said, pieces(message, private)):
        if start < foreign or start >= planted:
            continue
        end = min(end, planted)
        if table and table.start <= start < table.rows[-1].end:
            if row := rows.get(start):
                between = tuple(Patch(a, b, words, 0, row.start + a, row.start + b) for a, b, words in row.between)
                found.append(Utterance(0, row.start, row.end, row.text, said, "", Kind.CONTENT, False, between))
            continue
        opens = OPENS.search(message[start:end]) is not None or (several and NEXT.match(message[start:end]) is not None)
        start, only_filler = _behind_filler(message, start, end, several=several, listed=listed)
        if forwarded and (sender := SENDER.match(message, start, end)):
            start, speaker = sender.end(), sender["who"]
        text = message[start:end]
        tail = None if promised(fold(text)) else tail_of(text)
        if tail and not ordered:
            text, rest, end = text[: tail[0]], text[tail[0] :], start + tail[0]
        kind = Kind.ORDER if ordered else Kind.CHAT if only_filler else kind_of(fold(text), said)
        if forwarded and kind is Kind.CONTENT and _COURTESY.match(text) and not quantities(text):
            kind = Kind.CHAT
        if paired and kind is Kind.CONTENT and HALF.match(text):
            kind = Kind.CORRECTION
        ordered = ordered or bool(TAKEOVER.search(text))
        if kind is Kind.CONTENT and message[end : end + 1] in ("?", "？") and only_asks(fold(text), said):
            kind = Kind.CHAT
        kind = Kind.ORDER if _kept_back(text, found) else _beside(kind, text, found)
        plan = is_plan(fold(text), said) or _ahead_as_before(text, said, found, intended=intended)
        if kind is Kind.EMPTY and (period := PERIOD_AHEAD.match(text)):  # 今年上半年我局坚持…: when it was is no talk
            found.append(Utterance(0, start, start + period.end(), period[0], said, "", Kind.CONTENT))
            start, text = start + period.end(), text[period.end() :]
        found.append(Utterance(0, start, end, text, said, speaker, kind, plan, (), opens))
        if tail and not ordered:
            found.append(Utterance(0, end, end + len(rest), rest, said, "", tail[1]))
    if planted < len(message):
        found.append(Utterance(0, planted, len(message), message[planted:], said, "", Kind.ORDER))
    found = [
        one.counting_pieces() if _BARE_PIECES.fullmatch(one.text) and counts_flat_things(message[: one.start]) else one
        for one in found
    ]
    if source := SOURCE.match(message):
        found = _their_deed([_of_their_own(one, source) for one in found], source)
    return tuple(with_said(of_the_day(aimed_only(found), message), message))


# 【转】三小刘主任：感谢图书馆送书进校园，欢迎常来: thanks that were handed on
_COURTESY = re.compile("(?:衷心|非常|十分|特别|真诚)*(?:感谢|谢谢|多谢)|欢迎(?:常|再|多)来|辛苦")


def _behind_filler(message: str, start: int, end: int, *, several: bool, listed: bool) -> tuple[int, bool]:
    """Where the words begin behind 另外 and the like, and whether nothing stands behind."""
    filler = None if listed and ITEM.match(message, start) else FILLER.match(message, start, end)
    if filler and filler[0].startswith("一个是") and (start or message.count("一个是") > 1) and not several:
        filler = None  # 投诉的一个是…，一个是…: the second of two, no opening
    if filler and filler[0] == "这个" and [w.kind[0] for w in words(message[filler.end() : end])[:1]] == ["n"]:
        filler = None  # 这个考生他没打分: which one
    if filler and filler[0].startswith("其实") and start:
        filler = None  # 普查表说石碑在庙前，其实在凉亭后面: against what was said
    if filler and RANK.match(filler[0]) and RANKED.search(message):
        filler = None  # 冠军是一中，第三是职教中心
    while filler and start < filler.end() < end:
        start = filler.end()
        filler = FILLER.match(message, start, end)
    return start, filler is not None and filler.end() >= end


def _beside(kind: Kind, text: str, found: Sequence[Utterance]) -> Kind:
    """What the words are by themselves and beside those before: nothing but idioms, private, why an order was given."""
    if kind is Kind.CONTENT and idioms_only(text):
        kind = Kind.EMPTY
    if kind in (Kind.CONTENT, Kind.CORRECTION) and all_private(text):
        kind = Kind.PRIVATE
    kind = Kind.CONTENT if kind is Kind.ORDER and how_wrong(text, found) else kind
    before = found[-1].kind if found else None
    if kind is Kind.CONTENT and before is Kind.PRIVATE and OF_PERSON.fullmatch(text):
        kind = Kind.PRIVATE
    if kind is Kind.CONTENT and before is Kind.CHAT and FIRST_OF_ALL.fullmatch(text):
        kind = Kind.CHAT
    return Kind.ORDER if before is Kind.ORDER and (WHY_LEFT_OUT.match(text) or WHY_ORDERED.match(text)) else kind


def _kept_back(text: str, found: list[Utterance]) -> bool:
    """Whether the words ask to leave something out; what they mean of the words before is left out."""
    if whole := KEEP_OUT.search(text):
        if whole.start() < 2:  # 名单千万别往外说 keeps back the list, not what was told before it
            keep_out(found, text)
        return True
    left = LEAVE_OUT.search(text)
    if left is None or of_goods(fold(text), found):
        return False
    # 龙舟赛取消！别发了: that it was called off is what the report must not lose.
    before = text[: left.start()]
    if found and (len(before) < 2 or is_ground(before)) and not CALLED_OFF.search(found[-1].text):
        leave_out(found)
    return True


_WHERE_ALONE = 4


def _ahead_as_before(text: str, said: datetime, found: Sequence[Utterance], *, intended: bool) -> bool:
    """Whether the words go on with what is to come: a figure of what is intended, more of the plan before."""
    if not found or _STILL_UNDONE.search(text):
        return False
    before = found[-1]
    if not before.plan and len(before.text) <= _WHERE_ALONE and len(found) > 1:  # 推介会定在4月8号，省城，带18家企业去
        before = found[-2]
    if intended and FIGURE.search(fold(text)) is not None:
        return True
    along = before.plan and (goes_on(text, said, before.text) or depends(text, before.text))
    return along or set_for_a_day(text, said, [one.text for one in found if not one.plan])


# 剩下的还有两个架没翻: how it stands now
_STILL_UNDONE = re.compile(r"还有?[^，。]{0,10}[没未][一-龥]{1,3}$")
# 石板换完了，138块
_BARE_PIECES = re.compile(
    rf"(?:(?:计划|打算|准备|[想要该])?[换修补铺用装借选挑]了?|[一-龥\d]{{0,7}}(?:一共|总共|共)|约|大概|[一-龥]{{0,5}}(?:能用|可用|剩下?|坏了?|掉了?))?[\d.{HAN}]+万?(?:多|来)?块"
)


def _their_deed(found: list[Utterance], source: re.Match[str]) -> list[Utterance]:
    """A deed or a finding that a message handed on tells of nobody is that of the house that wrote it."""
    at = next((k for k, one in enumerate(found) if one.kind is Kind.CONTENT), None)
    if at is None or found[at].patches or source["house"] in found[at].text:
        return found
    one = found[at]
    ahead = 0
    for moment in one.moments():
        ahead = moment.end if moment.start <= ahead else ahead
    if not opens_with_deed(one.text[ahead:]):
        return found
    named = Patch(ahead, ahead, source["house"], 0, *source.span("house"))
    return [*found[:at], one.with_patches((named,)), *found[at + 1 :]]


def _of_their_own(one: Utterance, source: re.Match[str]) -> Utterance:
    """我站 of a message handed on is the house that wrote it."""
    ours = THEIRS.match(one.text)
    if not ours:
        return one
    # 我镇 of 青石镇应急办 is 青石镇
    house = source["house"]
    house = house[: house.rfind(ours["kind"]) + len(ours["kind"])] if ours["kind"] else house
    if len(house) < 2 or (ours["kind"] or "") not in house:
        return one
    start = source.start("house")
    return one.with_patches((*one.patches, Patch(*ours.span(), house, 0, start, start + len(house))))
