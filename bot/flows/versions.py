"""A draft in new words, back to what it was or forth again, and what is asked of its earlier versions."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.editing.pointing import spots
from bot.domain.editing.wishes import Act
from bot.domain.house.house_style import noticed
from bot.domain.language.numerals import fold
from bot.domain.language.sentences import clauses, split
from bot.domain.lock.checks import check
from bot.domain.notes.note import Note
from bot.domain.notes.report import FactRef, Report
from bot.domain.talk.desk import Change, Desk, DraftState, DraftVersion, ReviseDraft, SetOnDesk, SetWaiting
from bot.domain.talk.differences import TAKEN_OUT, lost, put_back, standing, told, undone, written
from bot.domain.talk.door import Button, Incoming
from bot.domain.talk.likely import ASKED_ABOUT
from bot.domain.talk.order_words import Order
from bot.domain.talk.revision import ALSO, Words
from bot.domain.talk.right_values import shared
from bot.errors import InputError
from bot.flows import draft_replies, replies
from bot.flows.collect import note_of
from bot.flows.note_words import correction, taken_back
from bot.flows.replies import Said, say
from bot.flows.which import focused, numbered

_MOST = 4
WHICH_BACK = "要加回哪一处？"


def swaps(reasons: Sequence[str]) -> list[tuple[str, str]]:
    """The replacements among the reasons of changes, newest first, each as (new, old): so they are taken back."""
    each = [one for reason in reversed(reasons) for one in reversed(reason.split(ALSO))]
    found = [re.search(r" (?P<old>.+)→(?P<new>.+)$", one) for one in each]
    return [(one["new"], one["old"]) for one in found if one]


def made(reason: str) -> list[tuple[str, str]]:
    """The replacement of a change as (old, new): so it is made again."""
    return [(old, new) for new, old in swaps([reason])]


def original(stack: Sequence[DraftVersion]) -> tuple[Report, list[str]]:
    """The report as last written from the notes, and the reasons of the changes since; InputError where it is that."""
    at = written(stack)
    if at == len(stack) - 1:
        raise InputError("现在就是最初那一稿，没有改过。")
    return stack[at].report, [version.reason for version in stack[at + 1 :]]


def old_title(stack: Sequence[DraftVersion]) -> str:
    """The title before the last change of it; InputError where it was never changed."""
    titles = [version.report.title for version in stack]
    before = [title for title in titles if title != titles[-1]]
    if not before:
        raise InputError("标题没有改过。")
    return before[-1]


def dropped_piece(stack: Sequence[DraftVersion], about: str) -> str:
    """What earlier versions said of the matter and the newest does not; empty where nothing."""
    gone = [piece for piece, _ in lost(stack)]
    found = [piece for piece in gone if spots(about, piece)]
    exact = [piece for piece in found if about in piece]
    return (exact or found or [_nearest(about, gone)])[-1]


def _nearest(about: str, parts: Sequence[str]) -> str:
    """The one that shares most words with what was said (封门那段领导又说要了); empty where none or several do."""
    weights = [len(shared(about, part)) for part in parts]
    most = max(weights, default=0)
    return parts[weights.index(most)] if most and weights.count(most) == 1 else ""


def why(state: DraftState, history: Sequence[DraftVersion], words: str, others: Sequence[Report]) -> Said:
    """Why something is not in the draft: changes since it was written first, then what was left out of the notes."""
    gone = lost(standing(history))
    about = [(piece, reason) for piece, reason in gone if words and spots(words, piece)]
    named = _NAME.search(words) is None or words in state.report.text
    if words and not about and named and spots(words, state.report.text):
        return say(f"没有删，稿里有：{_clause(words, state.report.text)}。")
    if words and not about:
        return draft_replies.why_left_out(others, words)
    chosen = about or gone
    if not chosen:
        return draft_replies.why_left_out(others, words)
    by_reason: dict[str, list[str]] = {}
    for piece, reason in chosen:
        by_reason.setdefault(_reason(reason), []).append(f"“{piece}”")
    lines = [f"· {'、'.join(parts[:_MOST])}：{reason}" for reason, parts in by_reason.items()]
    return say("\n".join(["按你说的改动去掉的：", *lines, "要加回去就说“把…加回来”，或“撤销”。"]))


# 为什么没写村名: the villages are told, and not by their names.
_NAME = re.compile(r"(?:名字?|名称|全称)$")


def _reason(reason: str) -> str:
    if reason.startswith("改短"):
        return "因为要改短，先省没有数字的句子，再从后往前省"
    return "你让删的" if reason.startswith("删") else f"因为改动：{reason}"


def _clause(words: str, text: str) -> str:
    at = spots(words, text)[0]
    return f"“{clauses(split(text)[at.sentence].text)[at.clause].text.rstrip('，,；;。')}”"


def changes(history: Sequence[DraftVersion]) -> Said:
    """What the last change did, and what was left out since the draft was written."""
    stack = standing(history)
    if len(stack) < 2:
        return say("这是第一稿，还没有改过。")
    last = told(stack[-2].report, stack[-1].report) or ["和上一稿一样。"]
    lines = ["和上一稿比：", *(f"· {line}" for line in last)]
    first = written(stack)
    if first < len(stack) - 2:
        lines += ["和最初那稿比：", *(f"· {line}" for line in told(stack[first].report, stack[-1].report))]
    return say("\n".join([*lines, "不要这些改动就说“撤销”或“回到第一稿”。"]))


def whence(state: DraftState, notes: Sequence[Note], words: str) -> Said:
    """The notes that something of the draft rests on, in their own words; all of them where nothing is named."""
    report = state.report
    if not words:
        return draft_replies.basis(report, notes, state.number)
    figure = re.search(r"\d[\d.]*", fold(words))
    digits = figure[0] if figure else ""
    facts = [fact for fact in report.facts if _same(fact.text, words, digits)]
    found = {fact.message for fact in facts if fact.message < len(notes)}
    if not found:
        found = {n for n, note in enumerate(notes) if _same(note.text, words, digits)}
    if not found:
        stands = words in report.title + report.text
        return say(f"“{words}”在记录里没有找到。" if stands else f"稿里和记录里都没有“{words}”。")
    lines = [f"· 第{n + 1}条：“{replies.cut(notes[n].text, 50)}”{_speaker(notes[n])}" for n in sorted(found)[:_MOST]]
    return say("\n".join([f"“{words}”出自：", *lines]))


def _speaker(note: Note) -> str:
    return f"（{note.speaker}）" if note.speaker else ""


def _same(said: str, words: str, digits: str) -> bool:
    text = fold(said)
    return bool(re.search(rf"(?<![\d.]){re.escape(digits)}(?![\d.])", text)) if digits else words in text


def together(desk: Desk, reports: Sequence[Report], incoming: Incoming) -> Report:
    """One report of the words of several, under the first one's title."""
    first = reports[0]
    whole = replace(
        first,
        facts=tuple(dict.fromkeys(fact for one in reports for fact in one.facts)),
        missing=tuple(dict.fromkeys(gap for one in reports for gap in one.missing)),
        conflicts=tuple(dict.fromkeys(conflict for one in reports for conflict in one.conflicts)),
        unused=tuple(dict.fromkeys(rest for one in reports for rest in one.unused)),
    )
    words = Words(first.title, "\n".join(one.text for one in reports))
    return checked(whole, words, desk.notes, unit=desk.person.unit.name, now=incoming.at)


def revised(
    desk: Desk,
    incoming: Incoming,
    state: DraftState,
    *,
    words: Words,
    reason: str,
    about: str = "",
    corrections: Sequence[str] = (),
    failed: Sequence[str] = (),
) -> Said:
    """The draft's new version, shown with what was changed (`about` was named in the wish); `corrections` are kept as
    notes that it rests on, `failed` says which wishes could not be carried out."""
    added = [note_of(incoming, text) for text in corrections]
    notes = (*desk.notes, *(one.note for one in added))
    report = checked(state.report, words, notes, unit=desk.person.unit.name, now=incoming.at)
    report = noticed(report, desk.house)
    done = told(numbered(desk, state.number).report, report, about)
    numbers = [str(n + 1) for n in range(len(desk.notes), len(notes))]
    done += [f"改动已记为第{'、'.join(numbers)}条。"] if added else []
    done += failed
    if _begins_with_day(numbered(desk, state.number).report.text) and not _begins_with_day(report.text):
        done.append("日期不在开头了，信息一般先写日期。不合适就说“撤销”。")
    shown = draft_replies.draft(report, state.number, len(desk.drafts), note="\n".join(done))
    waiting = SetWaiting(focused(desk, state.number))
    changes: tuple[Change, ...] = (
        *added,
        ReviseDraft(state.id, report, reason, tuple(one.note.id for one in added)),
        waiting,
    )
    return Said((shown,), changes)


def _begins_with_day(text: str) -> bool:
    return re.match(r"(?:\d{4}年)?\d{1,2}月", text) is not None


def checked(report: Report, words: Words, notes: Sequence[Note], *, unit: str, now: datetime) -> Report:
    """The report in these words, held against the notes; facts that the words no longer hold go."""
    checks = check(words.title, words.text, notes, unit=unit, now=now)
    kept = tuple(fact for fact in report.facts if _figure(fact.text) in words.title + words.text)
    if words.swapped:
        places = [(n, note.text.rfind(words.swapped[1])) for n, note in enumerate(notes)]
        for last, start in [place for place in places if place[1] >= 0][-1:]:
            kept += (FactRef(words.swapped[1], "correction", last, start, start + len(words.swapped[1])),)
    return replace(report, title=words.title, text=words.text, checks=checks, facts=kept)


def _figure(text: str) -> str:
    """What of a fact must still stand in a text: its digits where it has some, else itself."""
    digits = re.search(r"\d[\d.]*", text)
    return digits[0] if digits else text


ENDED = re.compile(r"[，,；;。\s]+$")
NOTHING_DONE = "刚才只是问你，稿子没有动。要撤销再前面的改动，点下面。"
_QUESTION = re.compile(r"？|要换成怎么说|要换成什么|没拿准|没听懂")


def _only_asked(desk: Desk, state: DraftState) -> bool:
    """Whether the newest reply asked what a wish meant: what it did not do cannot be undone."""
    head = desk.told.split("\n")[0]
    offered = any(button.argument == ASKED_ABOUT[Order.UNDO].command for button in desk.under)
    return _QUESTION.search(head) is not None and not offered and state.report.text not in desk.told


def back(desk: Desk, incoming: Incoming, state: DraftState, history: Sequence[DraftVersion], act: Act) -> Said:
    """To the version before, or to the one that was written from the notes; figures changed since go back too."""
    stack = standing(history)
    if act is Act.UNDO and _only_asked(desk, state):
        return say(NOTHING_DONE, Button("撤销再前面的改动", "say", ASKED_ABOUT[Order.UNDO].command))
    if act is Act.ORIGINAL:
        report, reasons = original(stack)
    elif len(stack) > 1:
        report, reasons = stack[-2].report, [stack[-1].reason]
    elif undone(history):
        forth = Button("再做一遍", "say", ASKED_ABOUT[Order.REDO].command)
        return say("没有更早的版本了。要把刚撤销的改动再做一遍，点下面。", forth)
    else:
        return say("没有更早的版本了。")
    desk, changed = taken_back(desk, swaps(reasons))
    corrections = [] if changed else [correction(state.report.text, swap) for swap in swaps(reasons)]
    words, then = Words(report.title, report.text), replace(state, report=report)
    said = revised(desk, incoming, then, words=words, reason=act.value, corrections=corrections)
    return replace(said, changes=(changed, *said.changes)) if changed else said


def again(desk: Desk, incoming: Incoming, state: DraftState, history: Sequence[DraftVersion]) -> Said:
    """The change that was just undone, made again."""
    change = undone(history)
    if change is None:
        return say("上一步没有撤销过，稿子就是改后的样子。")
    corrections = [correction(state.report.text, swap) for swap in made(change.reason)]
    words, then = Words(change.report.title, change.report.text), replace(state, report=change.report)
    return revised(desk, incoming, then, words=words, reason=change.reason, corrections=corrections)


def apart(state: DraftState, stack: Sequence[DraftVersion], in_one: str) -> Said | None:
    """The reports lie there again as they were before they were made one; None where that one was changed since."""
    count = stack[-1].reason.removeprefix(in_one)
    if len(stack) < 2 or not count.isdigit():
        return None
    others = [SetOnDesk(number, on_desk=True) for number in range(2, int(count) + 1)]
    back = ReviseDraft(state.id, stack[-2].report, Act.UNDO.value)
    look = Button("看稿子", "edit", "再看一遍稿子")
    return say(f"又分开了，{count}篇都在，之前的改动没丢。", look, changes=(back, *others, SetWaiting(None)))


def restored(desk: Desk, incoming: Incoming, state: DraftState, history: Sequence[DraftVersion], about: str) -> Said:
    """Put back what an earlier version said, else a piece of the notes that the report left out."""
    stack = standing(history)
    if not about and stack[-1].reason and not stack[-1].reason.startswith(Act.ADD.value):
        return back(desk, incoming, state, history, Act.UNDO)
    piece = dropped_piece(stack, about)
    if piece:
        words = Words(state.report.title, put_back(state.report.text, stack, piece))
        return revised(desk, incoming, state, words=words, reason=Act.RESTORE.value)
    near = _nearest(about, [rest.text for rest in state.report.unused])
    left = [rest for rest in state.report.unused if about in rest.text or rest.text == near]
    if not about and len(left) != 1:
        return draft_replies.why_left_out([state.report], about)
    if not left and spots(about, state.report.text):
        raise InputError(f"稿里已经有“{about}”了，没有动。")
    if not left:
        gone = list(
            dict.fromkeys(
                [piece for piece, why in lost(stack) if why.startswith(TAKEN_OUT)]
                + [one.text for one in state.report.unused]
            )
        )
        if gone:
            wishes = [f"把“{ENDED.sub('', one)}”加回来" for one in gone[-_MOST:]]
            return replies.which_wish("\n".join([WHICH_BACK, *wishes]), incoming.text)
        raise InputError(
            f"没写进去的内容里没找到“{replies.cut(about, 20)}”。发“看看记了什么”核对，或“撤销”退回上一版。"
        )
    if left[0].why in ("隐私", "指令", "被更正"):
        return say(f"“{left[0].text}”不能加：{draft_replies.REASONS[left[0].why]}。")
    sentence = ENDED.sub("", left[0].text) + "。"
    words = Words(state.report.title, state.report.text + sentence)
    return revised(desk, incoming, state, words=words, reason=Act.RESTORE.value)
