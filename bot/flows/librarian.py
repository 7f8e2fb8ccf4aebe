"""Documents that people send into the library, and what they say of them afterwards: cards, corrections, removal."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from bot.domain.library import card_edits
from bot.domain.library.card_edits import ALL, DATES, OURS, CardEdit, corrected, in_year, named
from bot.domain.library.cards import bare_title, has_versions
from bot.domain.library.passages import Document
from bot.domain.library.standing import settle
from bot.domain.library.wordlists import WordLists
from bot.domain.submissions.people import Person, may_keep, readable_units
from bot.domain.talk.desk import Change, CorrectCard, Desk, ForgetDocument, Outgoing, SetWaiting, Turn, wait_for
from bot.domain.talk.door import Button, Incoming, Reply
from bot.flows import library_words as words
from bot.flows.ingest import Ingesting
from bot.flows.replies import Room, Said, say
from bot.flows.sources import Taken
from bot.ports import Desks, Library, Shelf

CARD = "card"
Values = tuple[tuple[str, str], ...]
MOST_CARDS = 3


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that a person sent; `problem` says why it could not be fetched."""

    name: str
    path: Path | None = None
    problem: str = ""


class Librarian(Room):
    """A room of the conversation, and the door for files."""

    def __init__(
        self, ingesting: Ingesting, shelf: Shelf, library: Library, *, lists: WordLists, desks: Desks, uploads: Path
    ) -> None:
        self._ingesting = ingesting
        self._shelf = shelf
        self._library = library
        self._lists = lists
        self._desks = desks
        self._uploads = uploads.absolute()

    async def text(self, path: Path) -> str:
        """The words of a file that is to be looked at and not kept."""
        return await self._ingesting.text(path)

    async def receive(
        self, person: Person, uploads: Sequence[Upload], *, key: str, at: datetime, ours: bool = False
    ) -> tuple[Outgoing, ...]:
        """Put files into the library: for all where the person may, else for their unit; then show the cards."""
        unit = person.unit.id if ours or not may_keep(person, "") else ""
        replies: list[Reply] = []
        ids: list[str] = []
        for upload in uploads:
            if upload.path is None or not may_keep(person, unit):
                replies.append(Reply(upload.problem or words.FOR_ALL))
                continue
            taken = await self._ingesting.take(upload.path, unit=unit)
            told, shown = await self._told(person, upload, taken, at.date())
            replies += told
            ids += shown
        desk = await self._desks.open(person.id)
        free = desk.waiting is None or desk.awaits(CARD)
        changes = (wait_for(CARD, document=ids[-1]),) if ids and free else ()
        return await self._desks.commit(Turn(key, person.id, at, changes, tuple(replies)))

    async def _told(self, person: Person, upload: Upload, taken: Taken, today: date) -> tuple[list[Reply], list[str]]:
        cards = [one for one in await self._cards(person, today) if one.id in taken.ids]
        if not cards:
            if upload.path and taken.counts.failed:
                upload.path.unlink(missing_ok=True)
            return [Reply("\n".join(words.failures(taken)) or f"《{upload.name}》没收进，请再发一次。")], []
        if len(cards) > MOST_CARDS:
            return [Reply(words.received(cards, taken))], []
        fresh = taken.counts.added + taken.counts.changed
        note = (
            f"《{upload.name}》已收进资料库，共 {taken.counts.passages} 条，可以直接问了。请核对："
            if fresh
            else (f"《{upload.name}》资料库里已经有了，没有变化。登记是：")
        )
        replies = [words.card(one, person.unit, note="" if at else note) for at, one in enumerate(cards)]
        more = [*words.failures(taken), *(f"《{upload.name}》{remark}，请对照原件。" for remark in taken.remarks)]
        more += [told for one in cards if (told := await self._versions(person, one, today))]
        return [*replies, *([Reply("\n".join(more))] if more else [])], [one.id for one in cards]

    async def _versions(self, person: Person, document: Document, today: date) -> str:
        """How the document stands to others of its title."""
        family = [
            one
            for one in await self._cards(person, today)
            if bare_title(one.title) == bare_title(document.title) and one.id != document.id and not one.digest
        ]
        if not family or not has_versions(bare_title(document.title)):
            return ""
        if document.dated is None or any(one.dated is None for one in family):
            return f"资料库里另有{len(family)}份{words.name_of(document)}，看不出哪份新。请说“成文日期是…年…月…日”。"
        if document.pending:
            return f"这份{words.standing(document)}，到那天为止还按资料库里旧的{words.name_of(document)}。"
        if document.draft:
            return ""
        if document.in_force is False:
            return f"资料库里有更新的{words.name_of(document)}，这份按旧文件收着，问到以前的规定才用。"
        year = max(one.dated.year for one in family if one.dated)
        return f"资料库里旧的{words.name_of(document)}（{year}年）不再作为现行依据，仍可查。"

    async def _cards(self, person: Person, today: date) -> list[Document]:
        """The cards that the person may see, as they stand today."""
        return await self._with(person, today, "", ())

    async def _with(self, person: Person, today: date, key: str, values: Values) -> list[Document]:
        """The same, with what is said of one of them."""
        units = readable_units(person)
        visible = [
            corrected(one, values) if one.id == key else one
            for one in await self._shelf.documents()
            if one.unit in units
        ]
        return list(settle(visible, today=today, successors=self._lists.successors))

    async def told(self, desk: Desk, incoming: Incoming) -> Said | None:
        """Serve words about a document that they name, or about the one whose card was shown last."""
        try:
            edit = card_edits.read(incoming.text)
        except ValueError as error:
            return say(f"{error}。") if desk.awaits(CARD) else None
        if edit is None:
            wanted, _, rest = card_edits.keeping(incoming.text)
            if card_edits.meant_file(incoming.text):
                return say(words.SEND_THE_FILE)
            return say(words.SEND_IT) if wanted and not rest else None
        cards = await self._cards(desk.person, incoming.at.date())
        if edit.act == "list":
            return say(words.listing(cards))
        found = named(edit.title, cards) if edit.title else self._shown(desk, cards)
        if not found and "《" in incoming.text and edit.act in ("forget", "show"):
            return say(words.NOT_HELD.format(title=edit.title))
        if not found or (not edit.title and desk.drafts and edit.values[:1] and edit.values[0][0] == "title"):
            return None
        if len(found) > 1:
            return say(words.which(found))
        return await self._serve(desk, edit, found[0], incoming.at.date())

    def _shown(self, desk: Desk, cards: Sequence[Document]) -> list[Document]:
        waiting = desk.awaits(CARD)
        return [one for one in cards if waiting and one.id == waiting.data.get("document")]

    async def _serve(self, desk: Desk, edit: CardEdit, document: Document, today: date) -> Said:
        person = desk.person
        if edit.act == "show":
            return self._card(desk, document)
        if not may_keep(person, document.unit):
            return say(words.NOT_YOURS)
        if edit.act == "forget":
            year = f"（{document.dated.year}年）" if document.dated else ""
            text = f"要把{words.name_of(document)}{year}从资料库删掉吗？删掉以后查不到，以前的答案会标明原文已删除。"
            return say(text, Button("删掉", "card-forget", document.id), Button("不删", "card-keep"))
        values = []
        for name, value in edit.values:
            value = {OURS: person.unit.id, ALL: ""}[value] if name == "unit" else value
            if name in DATES and len(value) == len("05-10"):
                value = in_year(value, document, today)
            if name == "unit" and not may_keep(person, value):
                return say(words.FOR_ALL)
            values.append((name, value))
        cards = await self._with(person, today, document.id, tuple(values))
        shown = next(one for one in cards if one.id == document.id)
        note = "改好了："
        if shown.title != document.title:
            note = f"{self._alike(document, cards)}{note}"
        if {"title", "dated", "effective"} & {name for name, _ in values}:
            note = f"{await self._versions(person, shown, today)}\n{note}".lstrip()
        return self._card(desk, shown, note=note, changes=(CorrectCard(document.id, tuple(values)),))

    def _alike(self, document: Document, cards: Sequence[Document]) -> str:
        """Others that bear the title which was wrong."""
        others = sum(one.id != document.id and bare_title(one.title) == bare_title(document.title) for one in cards)
        return f"资料库里还有{others}份也叫{words.name_of(document)}，标题要改的也请说一声。\n" if others else ""

    def _card(self, desk: Desk, document: Document, *, note: str = "", changes: tuple[Change, ...] = ()) -> Said:
        mine = may_keep(desk.person, document.unit)
        reply = words.card(document, desk.person.unit, note=note, mine=mine)
        return Said((reply,), (*changes, wait_for(CARD, document=document.id)))

    async def pressed(self, desk: Desk, incoming: Incoming, button: Button) -> Said | None:
        """Serve the buttons of a card."""
        if not button.verb.startswith("card-"):
            return None
        put_aside = (SetWaiting(None),) if desk.awaits(CARD) else ()
        if button.verb == "card-good":
            return say(words.CONFIRMED, changes=put_aside)
        if button.verb == "card-keep":
            return say("好，留着。")
        cards = await self._cards(desk.person, incoming.at.date())
        document = next((one for one in cards if one.id == button.argument), None)
        if document is None:
            return say("这份文件已经不在资料库里了。")
        if not may_keep(desk.person, document.unit):
            return say(words.NOT_YOURS)
        if button.verb == "card-forget":
            sent = Path(document.origin).is_relative_to(self._uploads)
            # An archive may hold other documents; it stays.
            file = document.origin if sent and "!" not in document.origin else ""
            gone = (ForgetDocument(document.id, file), *put_aside)
            more = "" if sent else "原文件还在文件夹里，下次收录会再收进来；不想要就把它移走。"
            return say(f"{words.name_of(document)}已从资料库删掉。{more}", changes=gone)
        return say(words.HOW, changes=(wait_for(CARD, document=document.id),))

    async def committed(self, turn: Turn) -> None:
        """Let search follow what the turn changed in the library; of what was removed no copy stays."""
        touched = [change for change in turn.changes if isinstance(change, CorrectCard | ForgetDocument)]
        for change in touched:
            if isinstance(change, ForgetDocument) and change.file:
                await asyncio.to_thread(Path(change.file).unlink, missing_ok=True)
        if touched:
            await self._library.follow()
