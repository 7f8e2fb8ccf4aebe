"""Opening a submission for an editor: rights first, and who may not know of it learns nothing."""

from bot.domain.submissions.rights import Eyes, may_decide, may_review
from bot.domain.submissions.submission import Submission
from bot.domain.talk.desk import Desk
from bot.errors import InputError
from bot.flows import cards
from bot.ports import Log, Units


async def opened(desk: Desk, argument: str, *, log: Log, units: Units, own: bool = False) -> tuple[Submission, str]:
    """The submission and the text that the button stood under; with `own` an editor may look at their own too."""
    submission_id, sha256 = argument.split(" ")[:2]
    submission = await log.find(submission_id)
    eyes = Eyes(desk.person, await units.scope(desk.person))
    if submission is None or not may_review(eyes, submission.unit_id):
        raise InputError(cards.NOT_YOURS)
    if not own and not may_decide(eyes, author=submission.standing.author, unit_id=submission.unit_id):
        raise InputError("自己的稿子不能自己审，请等别的审核员处理。")
    return submission, sha256
