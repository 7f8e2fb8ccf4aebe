"""Keeping what a colleague tells: notes, corrections, edits of a message, showing and putting away."""

import hashlib
import json
import re

from bot.domain.language import privacy
from bot.domain.language.numerals import whole
from bot.domain.language.pointed import named
from bot.domain.notes.corrections import puts_right
from bot.domain.notes.note import DROPPED, Note
from bot.domain.plain.plain_talk import judge
from bot.domain.talk.desk import AddNote, Change, CloseNotebook, Desk, ReopenNotebook, RewriteNote, SetWaiting
from bot.domain.talk.door import Button, Incoming
from bot.errors import InputError
from bot.flows import replies
from bot.flows.replies import Said, say

PASTE = 150
HOLLOW = 0.3


def note_of(incoming: Incoming, text: str) -> AddNote:
    """The change that keeps the text as said in this message."""
    note_id = hashlib.sha256(f"{incoming.key}\n{text}".encode()).hexdigest()[:16]
    return AddNote(Note(text=text, at=incoming.at, speaker=incoming.speaker, id=note_id), incoming.message_key)


def keep(desk: Desk, incoming: Incoming, text: str, *, injected: bool = False) -> Said:
    """Keep a note and say its number, with at most a small hint."""
    number = len(desk.notes) + 1
    said = replies.kept(number, hints=_hints(desk, text, injected=injected))
    again = "重新出稿" if desk.drafts else "出稿"
    buttons = (Button(again, "draft"),) if number >= 2 or desk.drafts else ()
    if earlier := left_from_before(desk, incoming):
        said += f"\n{earlier}的稿子还在手头，会一起出稿。报完了就收起来。"
        buttons = (*buttons, Button(f"收起{earlier}的", "earlier-away"))
    return say(said, *buttons, changes=(note_of(incoming, text),))


def left_from_before(desk: Desk, incoming: Incoming) -> str:
    """The day of the drafts that lie here when the first note of another day comes, else an empty string."""
    days = [note.at.date() for note in desk.notes if note.at]
    left = bool(desk.drafts and days) and max(days) < incoming.at.date()
    return f"{max(days).month}月{max(days).day}日" if left else ""


def put_earlier_away(desk: Desk) -> Said:
    """Close what was told before the latest day; its notes alone stay."""
    days = {note.id: note.at.date() for note in desk.notes if note.at}
    kept = tuple(note.id for note in desk.notes if days.get(note.id) == max(days.values()))
    if len(kept) == len(desk.notes):
        return say("没有更早的记录了。")
    done = f"收起来了，{len(desk.notes) - len(kept)}条记录都留着底。手头是后来的{len(kept)}条。"
    return say(done, Button("出稿", "draft"), changes=(CloseNotebook(keep=kept), SetWaiting(None)))


def _hints(desk: Desk, text: str, *, injected: bool) -> list[str]:
    hints = []
    private = privacy.private_spans(text)
    if private:
        hints.append(replies.private([span.kind for span in private]))
    if injected:
        hints.append(replies.INJECTED)
    if not hints and len(text) >= PASTE and judge(text[:5000]).empty_ratio >= HOLLOW:
        hints.append("里面有不少空话，出稿时会去掉，只留事实。")
    if not hints and desk.drafts:
        hints.append("点“重新出稿”写进稿里。")
    if not hints and not desk.notes:
        hints.append("接着发，说完了发“出稿”。")
    return hints


def correct(desk: Desk, incoming: Incoming, text: str) -> Said:
    """Keep a correction; the newer word wins when the report is written. What puts nothing right is a note, and under
    an answer it may be said of that."""
    added = note_of(incoming, text)
    if not puts_right((*desk.notes, added.note), incoming.at):
        under_answer = any(button.verb == "verdict" for button in desk.under)
        return replies.unsure(text) if under_answer else keep(desk, incoming, text)
    return say(f"已更正，记为第{len(desk.notes) + 1}条。", Button("出稿", "draft"), changes=(added,))


def rewrite(desk: Desk, note: Note, text: str) -> Said:
    """A message was edited: its note follows, the old words stay in the record."""
    number = next((n for n, one in enumerate(desk.notes, 1) if one.id == note.id), len(desk.notes))
    changes: tuple[Change, ...] = (RewriteNote(note.id, text),)
    again = (Button("重新出稿", "draft"),) if desk.drafts else ()
    return say(f"第{number}条已按修改后的更新。", *again, changes=changes)


def drop(desk: Desk, incoming: Incoming, asked: str) -> Said:
    """One note, or the one clause of it that is meant (`asked` ends with "part"), is set aside; its words stay in the
    record and behind the button. What names nothing that was noted may be a note itself."""
    what, _, part = asked.partition(" ")
    if _NUMBER.fullmatch(what):
        place, note = _numbered(desk, what)
    elif found := _about(desk, what):
        place, note = found
    elif part:
        return keep(desk, incoming, incoming.text)
    else:
        raise InputError(f"记录里没有“{what}”，没有删。可以说“第2条删掉”。")
    if note.text == DROPPED:
        raise InputError(f"第{place}条已经删了。")
    again = (Button("重新出稿", "draft"),) if desk.drafts else ()
    left, gone = _without(note.text, what) if part else ("", note.text)
    said = f"第{place}条{'去掉了' if left else '已删：'}{replies.cut(gone, 40)}"
    return say(said, _back(note), *again, changes=(RewriteNote(note.id, left or DROPPED),))


def _without(text: str, what: str) -> tuple[str, str]:
    """The text without the one clause that the words name, and that clause; "" and the text where they name it all."""
    parts = re.split(r"([，,；;。\n])", text)
    clauses = parts[::2]
    meant = named(what, clauses)
    if len(meant) != 1 or sum(map(bool, clauses)) < _SEVERAL:
        return "", text
    at = meant[0] * 2
    rest = parts[: at - 1] + parts[at + 1 :] if at else parts[2:]
    return "".join(rest), f"“{parts[at]}”"


_SEVERAL = 2


def amend(desk: Desk, number: str, text: str) -> Said:
    """One note says something else from now on: the clause that differs by its figures alone, else all of it. Its old
    words stay in the record and behind the button."""
    place, note = _numbered(desk, number)
    old, swapped, text = text.rpartition("→")
    if swapped and old not in note.text:
        raise InputError(f"第{place}条里没有“{old}”，没有改。")
    parts = re.split(r"([，,；;。])", note.text)
    same = [n for n, part in enumerate(parts) if _FIGURE.sub("#", part) == _FIGURE.sub("#", text)]
    new = "".join([*parts[: same[0]], text, *parts[same[0] + 1 :]]) if len(same) == 1 else text
    new = note.text.replace(old, text) if swapped else new
    again = (Button("重新出稿", "draft"),) if desk.drafts else ()
    said = f"第{place}条改成：{replies.cut(new, 60)}"
    return say(said, _back(note), *again, changes=(RewriteNote(note.id, new),))


_NUMBER = re.compile(r"[一二三四五六七八九十\d]+")
_FIGURE = re.compile(r"\d[\d.]*")


def _back(note: Note) -> Button:
    return Button("恢复这条", "note-back", json.dumps({"note_id": note.id, "text": note.text}, ensure_ascii=False))


def _numbered(desk: Desk, number: str) -> tuple[int, Note]:
    place = whole(number)
    if not 1 <= place <= len(desk.notes):
        raise InputError(f"没有第{number}条，现在记了{len(desk.notes)}条。")
    return place, desk.notes[place - 1]


def _about(desk: Desk, matter: str) -> tuple[int, Note] | None:
    """The one note that speaks of the matter: by the words it shares, else by its characters; None for no note."""
    texts = ["" if note.text == DROPPED else note.text for note in desk.notes]
    chars = set(re.sub(r"[的那这了]", "", matter))
    found = named(matter, texts) or tuple(n for n, text in enumerate(texts) if chars and chars <= set(text))
    if len(found) > 1:
        raise InputError(f"有{len(found)}条说到“{matter}”，没有删。可以说“第2条删掉”。")
    return (found[0] + 1, desk.notes[found[0]]) if found else None


def lay_back(desk: Desk, note_id: str, text: str) -> Said:
    """The note that was set aside says again what it said."""
    return rewrite(desk, next(note for note in desk.notes if note.id == note_id), text)


def put_away(desk: Desk, last: str) -> Said:
    """Close the notebook, as long as it ends with the note that was shown; nothing is deleted."""
    if not desk.notes or desk.notes[-1].id != last:
        return replies.ask_clear(desk.notes) if desk.notes else say("已经清空过了，手头没有记录。")
    told = f"已清空，{len(desk.notes)}条记录收起来了，要找回就说“恢复刚才清空的”。可以记新的了。"
    return say(told, changes=(CloseNotebook(), SetWaiting(None)))


def fetch_back(desk: Desk, note_id: str) -> Said:
    """Lay on the desk again what was put away last, in the place of what lies there."""
    if not note_id:
        return say("没有收起来的记录。")
    aside = f"原来手头的{len(desk.notes)}条收起来了，再说一次就换回来。" if desk.notes else ""
    changes = (ReopenNotebook(note_id=note_id), SetWaiting(None))
    return say(f"找回来了，记录和稿子都在手头。{aside}", Button("看看记了什么", "say", "看看记了什么"), changes=changes)
