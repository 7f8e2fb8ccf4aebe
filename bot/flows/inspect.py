"""What lies behind a card: the author's photos, who changed what, the adopted report as a Word file."""

from bot.domain.submissions.enclosures import Album, Article, Imprint, Paper
from bot.domain.submissions.lifecycle import State
from bot.domain.submissions.people import may_review
from bot.domain.submissions.submission import Submission
from bot.domain.talk import spoken
from bot.domain.talk.desk import Desk
from bot.domain.talk.door import Button, Incoming, Reply, rows
from bot.domain.talk.order_words import Order
from bot.errors import InputError
from bot.flows import cards
from bot.flows.papers import Papers
from bot.flows.replies import Room, Said, say


class Inspecting(Room):
    """The room of looking closer; nothing changes here."""

    def __init__(self, papers: Papers) -> None:
        self._papers = papers

    async def told(self, desk: Desk, incoming: Incoming) -> Said | None:
        """哪里改了, where nothing is being written: the changes in the report that waits, or a button for each."""
        if desk.drafts or not incoming.private or spoken.read(incoming.text.strip()) is not Order.CHANGES:
            return None
        waiting = await self._papers.waiting(desk.person)
        if len(waiting) == 1:
            return await self._changes(desk, cards.argument(waiting[0]))
        look = (Button(f"看改动《{one.frozen.title[:16]}》", "changes", cards.argument(one)) for one in waiting[-6:])
        return Said((Reply("看哪一篇的改动？", rows(look)),)) if waiting else None

    async def pressed(self, desk: Desk, incoming: Incoming, button: Button) -> Said | None:
        """Serve a look; None for other buttons."""
        match button.verb:
            case "files":
                return await self._files(desk, button.argument)
            case "changes":
                return await self._changes(desk, button.argument)
            case "paper":
                return await self._paper(desk, button.argument)
        return None

    async def _files(self, desk: Desk, argument: str) -> Said:
        """For editors alone: the author has the files."""
        submission, _ = await self._papers.opened(desk, argument, own=True)
        files = await self._papers.log.files(submission.draft_id)
        if not files:
            return say("这篇没有照片和附件。")
        told = f"《{submission.frozen.title}》的照片和附件，共{len(files)}个："
        return Said((Reply(told, enclosure=Album(files)),))

    async def _changes(self, desk: Desk, argument: str) -> Said:
        """Every version against the one before it, with whoever changed it."""
        submission = await self._known(desk, argument)
        history = await self._papers.log.history(submission.id)
        frozen = submission.frozen
        lines = [cards.step_of(history, at) for at in range(1, len(history))] or ["没有改动过。"]
        if frozen.supplements:
            lines.append(cards.supplied(frozen, confirmed=not submission.standing.supplied))
        return say("\n\n".join([f"《{frozen.title}》的改动：", *lines]))

    async def _paper(self, desk: Desk, argument: str) -> Said:
        """The text that was adopted, with those who sign for it."""
        submission = await self._known(desk, argument)
        frozen, standing = submission.frozen, submission.standing
        if standing.state is not State.ADOPTED or standing.sha256 != argument.split(" ")[1]:
            raise InputError("这一版不是现在采用的稿，不能导出。")
        imprint = Imprint(frozen.unit, standing.submitted_at.date(), frozen.drafter, frozen.reviewer, frozen.phone)
        paper = Paper(Article(frozen.title, frozen.text), imprint)
        return Said((Reply(f"《{frozen.title}》的采用稿，按公文格式排好。", enclosure=paper),))

    async def _known(self, desk: Desk, argument: str) -> Submission:
        """For its author and its editors; nobody else learns that it exists."""
        submission = await self._papers.log.find(argument.split(" ")[0])
        eyes = await self._papers.eyes(desk.person)
        own = submission is not None and desk.person.active and submission.standing.author == desk.person.id
        if submission is None or not (own or may_review(eyes, submission.unit_id)):
            raise InputError(cards.NOT_YOURS)
        return submission
