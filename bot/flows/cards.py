"""What authors and editors read about a submission: cards, notices, lists. Nothing is decided here."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.lifecycle import REASONS, Event, Standing, State, told
from bot.domain.people import Person
from bot.domain.submission import Frozen, Profile, Submission, differences
from bot.domain.talk import Button, Notice, Reply

ASK_PROFILE = (
    "第一次提交，先填一次报送信息，以后不再问：拟稿人、联系电话、审核人。\n"
    "一条发来就行，如“{name} 0533-1234567 王科长”；不填就发“跳过”。"
)
ASK_EXCUSE = "请用一句话说明为什么补不上，我随稿一起交。发“取消”就先不交。"
ASK_WORDS = "原因：{reason}。请再发一句话，说清哪里不行、怎么改。发“取消”就不退了。"
ASK_CORRECTION = "请用一句话说清哪里有误，我退给作者更正，更正前不再计数。发“取消”就不退了。"
NOT_YOURS = "没有这篇，或不归你审。"
NO_REVIEWER = "现在还没有审核员，请管理员发邀请码：shibao admin invite --unit 单位 --role editor。"
NOTHING_PENDING = "没有待审的稿子。"
_LONGEST_LIST = 20


def review_key(submission: Submission) -> str:
    """The name of the card on one round of a submission, for every editor the same."""
    return f"review:{submission.id}:{submission.standing.round}"


def _argument(submission: Submission) -> str:
    """What a card's button stands for: this submission, in this very text."""
    return f"{submission.id} {submission.standing.sha256}"


def review(
    submission: Submission,
    *,
    earlier: Frozen | None = None,
    alike: Sequence[Submission] = (),
) -> Reply:
    """The editor's card: everything that is needed to decide, and the buttons."""
    frozen, standing = submission.frozen, submission.standing
    head = f"【待审】{frozen.unit} · {frozen.drafter} · {standing.category} · {_day(standing.submitted_at)}"
    files = f" · 附件 {frozen.files} 个" if frozen.files else ""
    parts = [head, f"{frozen.title}\n\n{frozen.text}", frozen.checked + files]
    if frozen.gaps:
        parts.append(f"还缺{'、'.join(frozen.gaps)}。作者说明：{frozen.excuse}")
    if earlier:
        parts.append(_changes(earlier, frozen, standing.round))
    parts += [_likeness(other) for other in alike[:2]]
    which = _argument(submission)
    first = (Button("采用", "adopt", which), Button("退回", "return", which), Button("看依据", "sources", which))
    merge = tuple(
        (Button(f"并入《{other.frozen.title[:12]}》", "merge", f"{which} {other.id}"),)
        for other in alike[:2]
        if other.standing.state is State.ADOPTED
    )
    return Reply("\n\n".join(parts), (first, *merge), card=review_key(submission))


def _changes(earlier: Frozen, frozen: Frozen, number: int) -> str:
    changed = differences(f"{earlier.title}\n{earlier.text}", f"{frozen.title}\n{frozen.text}")
    lines = [f"· 原：{old or '（无）'}\n  现：{new or '（删去）'}" for old, new in changed]
    return "\n".join([f"第{number}次提交，改动如下：", *lines]) if lines else f"第{number}次提交，文字没有改动。"


def _likeness(other: Submission) -> str:
    frozen, standing = other.frozen, other.standing
    whose = f"{frozen.unit}，{standing.state}，{_day(standing.submitted_at)}提交"
    return f"可能是同一件事（{whose}）：\n《{frozen.title}》\n{frozen.text}"


def decided(submission: Submission, after: Standing) -> Reply:
    """The card once it is decided: how it ended; what was adopted can still be called back."""
    frozen = submission.frozen
    reason = f"\n{after.decided.reason}：{after.decided.words}" if after.decided and after.decided.reason else ""
    recall = ((Button("发现有误，退回更正", "recall", _argument(submission)),),)
    text = f"《{frozen.title}》（{frozen.unit}）\n{told(after)}{reason}"
    return Reply(text, recall if after.state is State.ADOPTED else (), card=review_key(submission))


def reasons(submission: Submission) -> Reply:
    """The codes of a return, two in a row."""
    which = _argument(submission)
    buttons = [Button(reason, "reason", f"{which} {reason}") for reason in REASONS]
    rows = tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))
    return Reply(f"退回《{submission.frozen.title}》，为什么？", rows)


def sources(frozen: Frozen) -> Reply:
    """Each fact with the words that it rests on."""
    lines = [f"· {basis.fact} ← “{basis.words}”" for basis in frozen.basis]
    return Reply("\n".join([f"《{frozen.title}》的依据：", *(lines or ["没有记下依据。"])]))


def handed_in(submission: Submission, reviewers: Sequence[Person]) -> Reply:
    """What the author is told: where it went, and what can still be done."""
    who = "、".join(person.name for person in reviewers[:3])
    told_whom = f"已送{who}{'等' if len(reviewers) > 3 else ''}审核。" if reviewers else NO_REVIEWER
    text = f"已提交《{submission.frozen.title}》，类别：{submission.standing.category}。{told_whom}"
    row = (Button("改类别", "recategory", submission.id), Button("撤回", "withdraw", submission.id))
    return Reply(text, (row,), card=f"mine:{submission.id}:{submission.standing.round}")


def categories(submission: Submission, names: Sequence[str]) -> Reply:
    buttons = [Button(name, "category", f"{submission.id} {name}") for name in names]
    rows = tuple(tuple(buttons[i : i + 3]) for i in range(0, len(buttons), 3))
    return Reply(f"《{submission.frozen.title}》归哪一类？", rows)


def for_author(submission: Submission, event: Event, after: Standing) -> Notice:
    """The author learns the decision, with the reason and the way on."""
    title = submission.frozen.title
    match after.state:
        case State.ADOPTED:
            mark = f"指纹 {event.sha256[:12]}"
            reply = Reply(f"《{title}》已由{event.name}采用。{mark}，内容已定；发现有误请告诉审核员退回更正。")
        case State.MERGED:
            reply = Reply(f"《{title}》和另一篇是同一件事，{event.name}已把它并入，你们都记为报送。")
        case _:
            again = ((Button("去修改", "reopen", submission.id), Button("撤回", "withdraw", submission.id)),)
            words = f"《{title}》被{event.name}退回。\n原因：{event.reason}\n说明：{event.words}"
            reply = Reply(f"{words}\n点“去修改”，直接打字改，改好再点“提交”。", again)
    return Notice(after.author, reply)


def alike(others: Sequence[Submission], number: int) -> Reply:
    """The author sees what was handed in already, and decides."""
    lines = [_likeness(other) for other in others[:2]]
    row = (Button("不是一件事，提交", "submit-anyway", str(number)),)
    return Reply("\n\n".join(["这件事好像已经报过，先没交。", *lines]), (row,))


def profile(saved: Profile) -> str:
    return f"记住了：拟稿人{saved.drafter}，电话{saved.phone or '未填'}，审核人{saved.reviewer or '未填'}。"


def listed(submissions: Sequence[Submission]) -> str:
    """Numbered titles with their day and how they stand, the newest of many."""
    first = max(0, len(submissions) - _LONGEST_LIST)
    lines = [
        f"{n}. 《{one.frozen.title}》{_day(one.standing.submitted_at)} {one.frozen.unit} {one.standing.state}"
        for n, one in enumerate(submissions, 1)
        if n > first
    ]
    return "\n".join([*([f"（只列最近{_LONGEST_LIST}篇）"] if first else []), *lines])


def _day(at: datetime) -> str:
    return f"{at.month}月{at.day}日"
