"""What is told over a draft goes into it at once: a fact as a sentence more, a detail to its clause."""

from dataclasses import replace

from bot.domain.editing.wishes import Act
from bot.domain.talk.desk import Desk, ReviseDraft, SaveDrafts
from bot.domain.talk.differences import carried_in
from bot.domain.talk.differences import told as changed
from bot.domain.talk.door import Incoming
from bot.domain.talk.revision import Words
from bot.flows.collect import left_from_before, note_of
from bot.flows.draft import Drafting
from bot.flows.replies import Said
from bot.flows.versions import revised


async def written_in(drafting: Drafting, desk: Desk, incoming: Incoming, words: str) -> Said | None:
    """What was told over the one draft, written into it; None where that changes more than it adds."""
    if len(desk.drafts) != 1 or left_from_before(desk, incoming):
        return None
    unit, notes = desk.person.unit.name, (*desk.notes, note_of(incoming, words).note)
    each = [await drafting.draft(told, unit=unit, now=incoming.at, house=desk.house) for told in (desk.notes, notes)]
    reports = [report for made in each for report in made.reports]
    if [len(made.reports) for made in each] != [1, 1] or reports[1].conflicts:
        return None
    (state,), (before, after) = desk.drafts, reports
    text = carried_in(state.report.text, before.text, after.text)
    if not text:
        return None
    facts = tuple(dict.fromkeys((*state.report.facts, *after.facts)))
    of_all = replace(state, report=replace(state.report, facts=facts))
    added = Words(state.report.title, text)
    said = revised(desk, incoming, of_all, words=added, reason=Act.ADD.value, corrections=[words])
    held = set(state.report.checks.ungrounded)
    made_now = [one.report.checks.ungrounded for one in said.changes if isinstance(one, ReviseDraft)]
    return said if all(held.issuperset(loose) for loose in made_now) else None


def with_lines(desk: Desk, said: Said) -> Said:
    """The new writing with a line that says what of the one draft is new; so it can be spoken of next."""
    reports = [report for one in said.changes if isinstance(one, SaveDrafts) for report in one.reports]
    if len(reports) != 1 or len(desk.drafts) != 1:
        return said
    first, *others = said.replies
    lines = "\n".join(changed(desk.drafts[0].report, reports[0]))
    return replace(said, replies=(replace(first, text=f"{lines}\n\n{first.text}"), *others))


def unchanged(desk: Desk, said: Said) -> bool:
    """Whether the drafts read as before."""
    written = [one.reports for one in said.changes if isinstance(one, SaveDrafts)]
    return [[report.text for report in one] for one in written] == [[state.report.text for state in desk.drafts]]
