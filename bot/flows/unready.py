"""What stands in the way of handing a draft in: faults, gaps, what is on its way already, notes it does not hold; and
how what was handed in can still be changed."""

import re
from collections.abc import Collection, Sequence

from bot.domain.language import privacy
from bot.domain.notes.note import DROPPED, Note
from bot.domain.notes.report import Report
from bot.domain.notes.utterances import all_chat
from bot.domain.submissions.lifecycle import State, told
from bot.domain.submissions.submission import Submission
from bot.domain.talk.desk import Desk, DraftState
from bot.domain.talk.door import Button, Reply, rows
from bot.flows.replies import Said, cut, say

AS_IS = "submit-as-is"
"""What the button does that hands a draft in though it is older than its notes."""
ON_ITS_WAY = (State.PENDING, State.ADOPTED, State.MERGED)
IN_HAND = (State.RETURNED, State.WITHDRAWN)


def unfit(report: Report) -> Said | None:
    """What must be put right before anyone else sees the report."""
    text = f"{report.title}\n{report.text}"
    if report.conflicts:
        about = "、".join(one.about for one in report.conflicts)
        return say(f"先没交：{about}有几种说法，请先定用哪个。")
    if privacy.secrecy_mark(text) or privacy.private_spans(text):
        return say("先没交：稿里有涉密标志或个人信息，请删掉再交。")
    if report.checks.ungrounded:
        return say(f"先没交：{'、'.join(report.checks.ungrounded[:5])}在记录里没有依据，请改掉或补一条记录。")
    if report.checks.empty:
        return say(f"先没交：有{len(report.checks.empty)}句空话，如“{report.checks.empty[0][:30]}”，请删改。")
    if not report.checks.passed:
        return say(f"先没交：检查没通过（{report.checks.line()}），请改好再交。")
    return None


def on_its_way(known: Submission | None, report: Report) -> Said | None:
    """What was handed in already is not handed in again, unless it was returned, withdrawn or changed since."""
    if known is None or known.standing.state not in ON_ITS_WAY:
        return None
    if (known.frozen.title, known.frozen.text) == (report.title, report.text):
        return say(told(known.standing) + "不用再交。")
    if known.standing.state is State.PENDING:
        return say("前一版正在待审。要换成这一版，先撤回再提交。", Button("撤回", "withdraw", known.id))
    return None


def gaps(report: Report) -> tuple[str, ...]:
    """What the report lacks: what was asked for, and what stands as 【待补】."""
    marked = re.findall(r"【待补：([^】]{1,20})】", report.text)
    return tuple(dict.fromkeys((*report.missing, *marked)))


def lacking(state: DraftState) -> Said:
    """The draft waits until the gaps are filled or explained."""
    return say(
        f"还缺{'、'.join(gaps(state.report))}，先存着没交。知道就直接发给我；确实补不上，点下面说明原因。",
        Button("说明原因再交", "excuse", str(state.number)),
    )


def behind(desk: Desk, state: DraftState) -> Said | None:
    """The notes that came, were changed or deleted since the draft was written: it does not tell them as they are.

    Whoever says 提交 once more below this hands in what stands there.
    """
    read = {key for one in desk.drafts for key in one.note_ids}
    lines = [
        f"第{number}条{since}：{cut(note.text, 40)}" if note.text != DROPPED else f"第{number}条：已删"
        for number, note in enumerate(desk.notes, 1)
        if (since := _since(state, number - 1, note, read)) is not None
    ]
    if not lines:
        return None
    told = "\n".join(["先没交，稿子写好以后记录又变了，稿里还没有：", *lines])
    return say(told, Button("重新出稿", "draft"), Button("照样提交", AS_IS, str(state.number)))


def _since(state: DraftState, place: int, note: Note, read: Collection[str]) -> str | None:
    """What became of the note behind the draft's back; None where the draft tells it as it is."""
    if note.id not in read:
        return None if note.text == DROPPED or all_chat(note.text) else ""
    own = (fact for fact in state.report.facts if fact.message == place)
    return "改成" if any(note.text[fact.start : fact.end] != fact.text for fact in own) else None


def to_mend(submission: Submission) -> Said:
    """How a report that was handed in can still be changed."""
    title, state = f"《{submission.frozen.title}》", submission.standing.state
    if state is State.PENDING:
        return say(f"{title}还在待审。先撤回，改好再交：", Button("撤回", "withdraw", submission.id))
    if state in IN_HAND:
        return say(f"{title}在你手里，点下面去改，改好再交：", Button("去修改", "reopen", submission.id))
    return say(f"{title}已采用，不能直接改。请审核员点“退回更正”，再改了重交。")


def newest(some: Sequence[Submission]) -> Submission:
    """What was handed in last; a second round counts as well."""
    return max(some, key=lambda one: one.standing.submitted_at)


def again(mine: Sequence[Submission]) -> Said:
    """提交 where nothing lies here: how what was handed in last stands, and what came back before it."""
    last, back = newest(mine), [one for one in mine if one.standing.state in IN_HAND]
    if last in back:
        return to_mend(last)
    waits = last.standing.state is State.PENDING
    buttons = [Button("撤回", "withdraw", last.id)] if waits else []
    how = (
        "已提交，在待审，不用再交。"
        if waits
        else f"{last.standing.state}，不用再交。要报新的，先发活动记录，再说“出稿”。"
    )
    told = f"《{last.frozen.title}》{how}"
    if back:
        told += f"《{back[-1].frozen.title}》还在你手里，要交先点“去修改”。"
        buttons.append(Button("去修改", "reopen", back[-1].id))
    return say(told, *buttons)


def which_back(some: Sequence[Submission], asked: str = "撤回哪一篇？") -> Said:
    buttons = (Button(f"撤回《{one.frozen.title[:18]}》", "withdraw", one.id) for one in some[-6:])
    return Said((Reply(asked, rows(buttons)),))
