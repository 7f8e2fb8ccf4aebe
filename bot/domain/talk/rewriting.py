"""An editor's own changes to a report: what the words ask for, and which clauses rest on no note.

How an edit is carried out stands in revision.py; who may do it and how it is recorded is the flow's business.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.editing import edits
from bot.domain.editing.wishes import Act, Edit
from bot.domain.language.likeness import overlap
from bot.domain.language.numerals import whole
from bot.domain.language.sentences import split
from bot.domain.lock.checks import check
from bot.domain.lock.support import unsupported
from bot.domain.notes.note import Note
from bot.domain.notes.report import Checks
from bot.domain.submissions.submission import Frozen
from bot.domain.talk import several_drafts
from bot.domain.talk.differences import pieces
from bot.domain.talk.intent import Kind, Scene
from bot.domain.talk.intents import read as read_intent
from bot.domain.talk.revision import Words, apply
from bot.errors import InputError

_LONGEST_TITLE = 30
_LONGEST_WISH = 80
_SHORTEST_PASTE = 24
_LONGEST = 3_000
# What is much shorter than the report is more likely a sentence to add.
_LEAST = 0.55
_SAME_REPORT = 0.4
_SAVE = re.compile(r"(?:都)?(?:改[好完]了?|完成|好了|存好|存吧|存一?下|保存|就这样|可以了?|行了?)(?:吧|了)?[。！!]?")
_DROP = re.compile(r"(?:先|还是)?(?:不用?改了?|不用?存了?|取消|算了|放弃)(?:吧|了)?[。！!]?")
# A sentence is named by its place, often with what is wrong with it, and its new words follow.
_REWORD = re.compile(
    r"^(?:请)?(?:把|将)?(?:第(?P<n>[一二两三四五六七八九十\d]{1,2})|倒数第(?P<back>[一二两三四五\d])"
    r"|(?P<last>最后一))句话?(?:[^：:。]{0,15}?[，,])?(?:要|应|还是)?(?:改成|改为|换成|换为|写成|改写成|替换成"
    r"|应为)[：:，,\s“\"]*(?P<new>.{4,}?)[”\"]?$",
    re.S,
)
_WHOLE = re.compile(r"^(?:(?:全文|正文|新稿|整篇|稿子)(?:都)?(?:改成|改为|换成|换为|如下)?)[：:，,\s]+")
_COMMAND = re.compile(r"^(?:请|把|将|第|倒数|标题|题目|删|去掉|加|补|再加)")
_NOT_BUT = re.compile(r"^不是(?P<old>[^，,。]{1,20})[，, ]*(?:而?是|应该?是|应为)(?P<new>[^，,。]{1,20})$")
_ENDS = re.compile(r"[，,；;、：:。！!？?\s]+$")


class Wish(StrEnum):
    """What an editor's words want besides a change: to keep the text, to leave it, or one step back."""

    SAVE = "save"
    DROP = "drop"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Lock:
    """What the fact lock says of an edited text; `added` are its clauses that rest on no note."""

    checks: Checks
    added: tuple[str, ...] = ()


def read(text: str, now: Words) -> Wish | Words | None:
    """The wish, or the text after the change; None where the words are about something else.

    InputError says what cannot be done.
    """
    words = text.strip()
    if _DROP.fullmatch(words):
        return Wish.DROP
    if _SAVE.fullmatch(words):
        return Wish.SAVE
    draft = f"{now.title}\n{now.text}"
    if reworded := _REWORD.match(words):
        return _reworded(reworded, now)
    edit = None if "\n" in words else _edit(words, draft)
    if edit and _COMMAND.match(words):
        return _changed(edit, now)
    if len(words) >= _SHORTEST_PASTE and overlap(words, draft) >= _SAME_REPORT:
        if len(words) < len(now.text) * _LEAST and not _WHOLE.match(words):
            raise InputError("这段比原稿短很多，没有换。要整篇换成它，发“全文改成：…”；要加一句，发“加一句：…”。")
        if len(words) > _LONGEST:
            raise InputError(f"这段太长（{len(words)}字），一篇信息最多{_LONGEST}字，没有换上。")
        return pasted(words, now)
    if edit:
        return _changed(edit, now)
    kind = read_intent(words, Scene(draft=draft)).kind
    if kind in _OF_OTHERS:
        return None
    raise InputError(
        "没听懂要怎么改。可以说：把320改成302、第2句删掉、标题改短、加一句：…，或把整篇新稿粘过来。"
        "改好点“存好”，不改点“不改了”。"
    )


_OF_OTHERS = (
    Kind.QUESTION, Kind.HELP, Kind.GREETING, Kind.THANKS, Kind.STANDING, Kind.PENDING, Kind.COUNT, Kind.SOURCE,
    Kind.CHECK, Kind.SHOW, Kind.CHAT, Kind.NOTHING,
)  # fmt: skip


def to_change(text: str, names: Sequence[str], drafts: Sequence[str]) -> tuple[int, str] | None:
    """The report that shall read otherwise, and the wish alone: pointed at (图书馆那篇标题短点), or the only one that
    holds the words to be put right."""
    words = re.sub(r"[。.！!~\s]+$", "", text.strip())
    if len(words) > _LONGEST_WISH or "\n" in words:
        return None
    meant = several_drafts.read(words, names, several_drafts.BETWEEN.join(drafts))
    if meant and meant.edit:
        return meant.number - 1, meant.left
    held = [n for n, draft in enumerate(drafts) if (edit := edits.read(words, draft)) and _held(edit, draft)]
    return (held[0], words) if len(held) == 1 else None


def _held(edit: Edit, draft: str) -> bool:
    """Whether the draft says what the wish is about."""
    return edit.act in (Act.REPLACE, Act.DELETE_ABOUT, Act.DELETE_WORD) and edit.words in draft


def _edit(words: str, draft: str) -> Edit | None:
    found = _NOT_BUT.match(words.rstrip("。！!"))
    if found and found["old"] in draft:
        return Edit(Act.REPLACE, words=found["old"], new=found["new"])
    return edits.read(words, draft)


def _changed(edit: Edit, now: Words) -> Wish | Words:
    match edit.act:
        case Act.UNDO:
            return Wish.UNDO
        case Act.ADD:
            return Words(now.title, f"{now.text.rstrip()}{_ENDS.sub('', edit.words)}。")
        case Act.RESTORE | Act.WHY:
            raise InputError("作者的记录里没写进稿子的内容，这里看不到。要加就说“加一句：…”。")
        case _:
            return apply(edit, now)


def _reworded(found: re.Match[str], now: Words) -> Words:
    """The sentence at that place with other words."""
    sentences = split(now.text)
    number = whole(found["n"] or found["back"] or "1")
    at = number - 1 if found["n"] else len(sentences) - number
    if not 0 <= at < len(sentences):
        raise InputError(f"稿里只有{len(sentences)}句。")
    old, new = sentences[at], _ENDS.sub("", found["new"]) + "。"
    return Words(now.title, now.text[: old.start] + new + now.text[old.end :])


def pasted(text: str, now: Words) -> Words:
    """A whole new text: a short first line without a full stop is its title, else the title stays."""
    lines = [line.strip() for line in _WHOLE.sub("", text.strip()).splitlines() if line.strip()]
    head = re.sub(r"^(?:标题|题目)[:：]\s*", "", lines[0])
    if len(lines) > 1 and 4 <= len(head) <= _LONGEST_TITLE and not re.search(r"[。！？!?；;]$", head):
        return Words(head, "\n".join(lines[1:]))
    return Words(now.title, "\n".join(lines))


def lock(words: Words, notes: Sequence[Note], handed_in: Frozen) -> Lock:
    """Hold the text against the author's notes and the text that they handed in."""
    checks = check(words.title, words.text, notes, unit=handed_in.unit, now=handed_in.at)
    sources = [*(note.text for note in notes), handed_in.title, handed_in.text]
    loose = [atom.removeprefix("尚未发生：") for atom in checks.ungrounded]
    added, found = [], set()
    for said in pieces(f"{words.title}\n{words.text}"):
        here = {atom for atom in loose if atom in said}
        found |= here
        if here or unsupported(said, sources, unit=handed_in.unit):
            added.append(said)
    # What stands in no clause alone, such as a name with a comma in it, is named by itself.
    return Lock(checks, tuple(dict.fromkeys((*added, *(atom for atom in loose if atom not in found)))))
