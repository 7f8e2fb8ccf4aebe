"""What authors and editors read about a submission: cards, notices, lists. Nothing is decided here."""

import json
from collections.abc import Sequence

from bot.domain.language.moment import month_day
from bot.domain.submissions.decisions import Decision
from bot.domain.submissions.lifecycle import REASONS, Event, Kind, Standing, State, told
from bot.domain.submissions.people import Person
from bot.domain.submissions.review_words import Act
from bot.domain.submissions.submission import Frozen, Profile, Submission, Supplement, Version, differences
from bot.domain.talk.desk import Desk
from bot.domain.talk.door import Button, Notice, Reply, rows

ASK_PROFILE = (
    "第一次提交，先填一次报送信息，以后不再问：拟稿人、联系电话、审核人。\n"
    "一条发来就行，如“{name} 0533-1234567 王科长”；不填就发“跳过”。"
)
CHANGE_PROFILE = "报送信息重填：拟稿人、联系电话、审核人，一条发来，如“{name} 0533-1234567 王科长”。发“取消”就不改。"
ASK_EXCUSE = "请用一句话说明为什么补不上，我随稿一起交。发“取消”就先不交。"
ASK_WORDS = "原因：{reason}。请再发一句话，说清哪里不行、怎么改。发“取消”就不退了。"
ASK_CORRECTION = "请用一句话说清哪里有误，我退给作者更正，更正前不再计数。发“取消”就不退了。"
NOT_YOURS = "没有这篇，或不归你审。"
NO_REVIEWER = "现在还没有审核员，请管理员对我说：生成邀请码 {unit} 审核员。"
NOTHING_PENDING = "没有待审的稿子。"
_RECALL = "发现有误，退回更正"
_LONGEST_LIST = 20


def review_key(submission: Submission) -> str:
    """The name of the card on one round of a submission, for every editor the same."""
    return f"review:{submission.id}:{submission.standing.round}"


def argument(submission: Submission) -> str:
    """What a card's button stands for: this submission, in this very text."""
    return f"{submission.id} {submission.standing.sha256}"


def review(submission: Submission, *, history: Sequence[Version] = (), alike: Sequence[Submission] = ()) -> Reply:
    """The editor's card: everything that is needed to decide, and the buttons. `history` ends with this text."""
    frozen, standing = submission.frozen, submission.standing
    head = f"【待审】{frozen.unit} · {frozen.drafter} · {standing.category} · {month_day(standing.submitted_at)}"
    files = f" · 照片和附件 {frozen.files} 个" if frozen.files else ""
    parts = [head, f"{frozen.title}\n\n{frozen.text}", frozen.checked + files]
    if frozen.gaps:
        parts.append(f"还缺{'、'.join(frozen.gaps)}。作者说明：{frozen.excuse}")
    parts += _this_round(history, standing)
    parts += [_likeness(other) for other in alike[:2]]
    which = argument(submission)
    first = (Button("采用", "adopt", which), Button("退回", "return", which), Button("我来改", "rewrite", which))
    look = (Button("看依据", "sources", which), *((Button("看照片", "files", which),) if frozen.files else ()))
    merge = tuple(
        (Button(f"并入《{other.frozen.title[:12]}》", "merge", f"{which} {other.id}"),)
        for other in alike[:2]
        if other.standing.state is State.ADOPTED
    )
    return Reply("\n\n".join(parts), (first, look, *merge), card=review_key(submission))


def _this_round(history: Sequence[Version], standing: Standing) -> list[str]:
    """What was changed since the round before, and by which editor in this one."""
    last = max((at for at, one in enumerate(history) if one.event.kind is Kind.SUBMITTED), default=0)
    shown = [step_of(history, at) for at in range(max(last, 1), len(history))]
    if history and history[-1].frozen.supplements:
        shown.append(supplied(history[-1].frozen, confirmed=not standing.supplied))
    return shown


def step_of(history: Sequence[Version], at: int) -> str:
    """What one version changed in the one before it, and who did."""
    version, before = history[at], history[at - 1].frozen
    number = sum(one.event.kind is Kind.SUBMITTED for one in history[: at + 1])
    handed_in = version.event.kind is Kind.SUBMITTED
    who = f"第{number}次提交" if handed_in else f"{version.event.name} {month_day(version.event.at)}修改"
    lines = changed(before, version.frozen)
    return "\n".join([f"{who}，改动如下：", *lines]) if lines else f"{who}，文字没有改动。"


def changed(before: Frozen, after: Frozen) -> list[str]:
    """Each sentence that differs, as it was and as it is."""
    found = differences(f"{before.title}\n{before.text}", f"{after.title}\n{after.text}")
    return [f"· 原：{old or '（无）'}\n  现：{new or '（删去）'}" for old, new in found]


def added_by(supplements: Sequence[Supplement]) -> list[str]:
    """What each editor added, one line an editor."""
    names = dict.fromkeys(one.name for one in supplements)
    return [
        f"编辑补充（{name}）：" + "".join(f"“{one.words}”" for one in supplements if one.name == name) for name in names
    ]


def supplied(frozen: Frozen, *, confirmed: bool) -> str:
    """What editors added that no note holds, with their names."""
    lines = added_by(frozen.supplements)
    tail = "作者已确认属实。" if confirmed else "记录里没有，作者还没确认；补充的人不能自己采用。"
    return "\n".join([*lines, tail])


def _likeness(other: Submission) -> str:
    frozen, standing = other.frozen, other.standing
    whose = f"{frozen.unit}，{standing.state}，{month_day(standing.submitted_at)}提交"
    return f"可能是同一件事（{whose}）：\n《{frozen.title}》\n{frozen.text}"


def decided(submission: Submission) -> Reply:
    """The card once it is decided: how it ended; what was adopted can still be called back."""
    frozen, after = submission.frozen, submission.standing
    reason = f"\n{after.decided.reason}：{after.decided.words}" if after.decided and after.decided.reason else ""
    which = argument(submission)
    after_all = ((Button("导出Word", "paper", which), *_look_back(submission)), (Button(_RECALL, "recall", which),))
    edited = f"\n采用的是{after.edited_by}改过的稿。" if after.edited_by and after.state is State.ADOPTED else ""
    text = f"《{frozen.title}》（{frozen.unit}）\n{told(after)}{reason}{edited}"
    return Reply(text, after_all if after.state is State.ADOPTED else (), card=review_key(submission))


def _look_back(submission: Submission) -> tuple[Button, ...]:
    changed = submission.standing.edited_by or submission.standing.round > 1
    return (Button("看改动", "changes", argument(submission)),) if changed else ()


NOT_IN_ONE = "各单位各报各的，不能合成一篇。说的是同一件事，就先采用一篇，另一篇点“并入”。"


def queue_shown(desk: Desk) -> bool:
    """Whether what was shown last are reports that wait to be decided."""
    return any(button.verb == "adopt" for button in desk.under)


def named(submission: Submission) -> str:
    """All that an editor may call a report by."""
    return f"{submission.frozen.unit} {submission.standing.author_name} {submission.frozen.title}"


def which(submissions: Sequence[Submission], verb: str) -> Reply:
    """Several may be meant: a button for each."""
    done = "采用" if verb == "adopt" else "退回"
    buttons = (Button(f"{done}《{one.frozen.title[:18]}》", verb, argument(one)) for one in submissions[-6:])
    return Reply(f"{done}哪一篇？", rows(buttons))


def unsure(waiting: Sequence[Submission], words: str) -> Reply:
    """Words over the queue that were not understood: what can be decided, or a note."""
    pairs = [
        (Button(f"采用《{one.frozen.title[:10]}》", "adopt", which), Button("退回这篇", "return", which))
        for one in waiting[:4]
        for which in (argument(one),)
    ]
    asked = "没听明白是采用还是退回，点一下；要改就说“第2篇把…改成…”："
    return Reply(asked, (*pairs, (Button("都不是，记成活动", "note", words),)))


def sweeping(meant: Sequence[tuple[Submission, Decision]]) -> Reply:
    """What would be decided of each, asked about as a whole."""
    lines, orders = [], []
    for one, decision in meant:
        why = "，".join(decision.why)
        done = "采用" if decision.act is Act.ADOPT else "退回"
        lines.append(f"{done}《{one.frozen.title}》" + (f"：{why}" if why else ""))
        orders.append((decision.act, argument(one), why))
    order = Button("就这样办", "as-listed", json.dumps(orders, ensure_ascii=False))
    return Reply("\n".join(["照你说的：", *lines]), ((order, Button("先不动", "not-listed")),))


def reasons(submission: Submission, why: str = "", *, typed: bool = False) -> Reply:
    """The codes of a return, two in a row; `why` was said already, and may be none where it was but `typed`."""
    which = argument(submission)
    buttons = (Button(reason, "reason", f"{which} {reason} {why}".rstrip()) for reason in REASONS)
    head = f"退回《{submission.frozen.title}》"
    if not why:
        return Reply(f"{head}，为什么？", rows(buttons, 2))
    if not typed:
        return Reply(f"{head}，说明：“{why}”。是哪种原因？点一下就退回作者。", rows(buttons, 2))
    asked = f"{head}，说明：“{why}”。是哪种原因？点一下就退回作者；不是说明就点最后一个。"
    return Reply(asked, (*rows(buttons, 2), (Button("不是，记成活动", "note", why),)))


STILL_ASKED = {
    "reason": "《{title}》还没退回：点一个原因，或直接发说明；不退了发“取消”。",
    "return": "《{title}》还没退回：说明直接发给我；不退了发“取消”。",
    "recall": "《{title}》还没退回更正：哪里有误直接发给我；不退了发“取消”。",
    "excuse": "稿子还没交：为什么补不上，直接发给我；先不交发“取消”。",
    "ledger-why": "台账那一项还没动：原因直接发给我；不改了发“取消”。",
    "ledger-done": "台账那一项还没报完成：做成了什么直接发给我；先不报发“取消”。",
    "ledger-problem": "问题还没登记：直接发给我；不登了发“取消”。",
}
"""What is said behind an order that came while a remark was waited for."""
DROPPED_QUESTION = "刚才要的那句说明先不等了，什么都没动。"
MAY_BE_REMARK = "要把“{words}”作为说明发出去吗？不是就另发一句；发“取消”就不退、不交了。"


def sources(submission: Submission, *, waiting: bool) -> Reply:
    """The facts with the words that they rest on; to be decided from here where it is `waiting` for whoever looks."""
    frozen, which = submission.frozen, argument(submission)
    by_words: dict[str, list[str]] = {}
    for basis in frozen.basis:
        by_words.setdefault(basis.words, []).append(basis.fact)
    lines = [f"· {'、'.join(facts)} ← “{words}”" for words, facts in by_words.items()]
    row = (Button("采用", "adopt", which), Button("退回", "return", which))
    text = "\n".join([f"《{frozen.title}》的依据：", *(lines or ["没有记下依据。"])])
    return Reply(text, (row,) if waiting else ())


def handed_in(submission: Submission, reviewers: Sequence[Person]) -> Reply:
    """What the author is told: where it went, and what can still be done."""
    who = "、".join(person.name for person in reviewers[:3])
    nobody = NO_REVIEWER.format(unit=submission.frozen.unit)
    told_whom = f"已送{who}{'等' if len(reviewers) > 3 else ''}审核。" if reviewers else nobody
    text = f"已提交《{submission.frozen.title}》，类别：{submission.standing.category}。{told_whom}"
    row = (Button("改类别", "recategory", submission.id), Button("撤回", "withdraw", submission.id))
    return Reply(text, (row,), card=f"mine:{submission.id}:{submission.standing.round}")


def categories(submission: Submission, names: Sequence[str]) -> Reply:
    buttons = (Button(name, "category", f"{submission.id} {name}") for name in names)
    return Reply(f"《{submission.frozen.title}》归哪一类？", rows(buttons, 3))


def for_author(submission: Submission, event: Event) -> Notice:
    """The author learns the decision, with the reason and the way on."""
    title, after = submission.frozen.title, submission.standing
    match after.state:
        case State.ADOPTED:
            mark = f"指纹 {event.sha256[:12]}"
            edited = f"采用的是{after.edited_by}改过的稿。" if after.edited_by else ""
            words = f"《{title}》已由{event.name}采用。{edited}{mark}，内容已定；发现有误请告诉审核员退回更正。"
            words += f"\n{event.name}说：{event.words}" if event.words else ""
            word = Button("导出Word", "paper", argument(submission))
            reply = Reply(words, ((word, *_look_back(submission)),))
        case State.MERGED:
            reply = Reply(f"《{title}》和另一篇是同一件事，{event.name}已把它并入，你们都记为报送。")
        case _:
            again = ((Button("去修改", "reopen", submission.id), Button("撤回", "withdraw", submission.id)),)
            words = f"《{title}》被{event.name}退回。\n原因：{event.reason}\n说明：{event.words}"
            reply = Reply(f"{words}\n点“去修改”，直接打字改，改好再点“提交”。", again)
    return Notice(after.author, reply)


def edited(submission: Submission, before: Frozen) -> Notice:
    """The author learns what an editor changed, and can confirm what was added or take the report back."""
    frozen, after = submission.frozen, submission.standing
    lines = [f"{after.edited_by}改了你报送的《{before.title}》：", *changed(before, frozen)]
    confirm: tuple[Button, ...] = ()
    if after.supplied:
        lines += added_by(frozen.supplements)
        lines.append("补充的内容你的记录里没有，属实请点“属实”。")
        confirm = (Button("属实", "confirm", argument(submission)),)
    lines.append("不同意就点“撤回”，改好再交。")
    return Notice(after.author, Reply("\n".join(lines), ((*confirm, Button("撤回", "withdraw", submission.id)),)))


def confirmed(submission: Submission, editor_id: str) -> Notice:
    """Whoever added something learns that the author stands by it; the card alone changes without a sound."""
    words = f"{submission.standing.author_name}确认：《{submission.frozen.title}》里你补充的内容属实，可以采用了。"
    return Notice(editor_id, Reply(words, ((Button("采用", "adopt", argument(submission)),),)))


def alike(others: Sequence[Submission], number: int) -> Reply:
    """The author sees what was handed in already, and decides."""
    lines = [_likeness(other) for other in others[:2]]
    row = (Button("不是一件事，提交", "submit-anyway", str(number)),)
    return Reply("\n\n".join(["这件事好像已经报过，先没交。", *lines]), (row,))


def profile(saved: Profile) -> str:
    phone, reviewer = saved.phone or "未填", saved.reviewer or "未填"
    return f"记住了：拟稿人{saved.drafter}，电话{phone}，审核人{reviewer}。要改就说“改报送信息”。"


def listed(submissions: Sequence[Submission]) -> str:
    """Numbered titles with their day and how they stand, the newest of many."""
    first = max(0, len(submissions) - _LONGEST_LIST)
    lines = [
        f"{n}. 《{one.frozen.title}》{month_day(one.standing.submitted_at)} {one.frozen.unit} {_told(one.standing)}"
        + _why_returned(one.standing)
        for n, one in enumerate(submissions, 1)
        if n > first
    ]
    return "\n".join([*([f"（只列最近{_LONGEST_LIST}篇）"] if first else []), *lines])


def _why_returned(standing: Standing) -> str:
    """The editor's reason, on a line of its own."""
    decided = standing.decided
    if not decided or standing.state is not State.RETURNED or not decided.reason:
        return ""
    return f"\n   退回原因：{decided.reason}" + (f"，{decided.words}" if decided.words else "")


def _told(standing: Standing) -> str:
    """How it stands, and who decided where somebody did."""
    decided = standing.decided
    settled = decided and standing.state in (State.ADOPTED, State.RETURNED, State.MERGED)
    return f"{standing.state}（{decided.name}）" if decided and settled else str(standing.state)
