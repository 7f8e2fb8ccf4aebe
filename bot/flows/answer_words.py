"""How answers are shown: their buttons, 换个问法, and what people said of them. Nothing is decided here."""

from collections.abc import Sequence

from bot.domain.library.feedback import Judged, Verdict
from bot.domain.library.passages import Answer
from bot.domain.library.rephrasing import OtherWays
from bot.domain.talk.door import Button, Reply
from bot.flows.replies import cut

MOST_CLAUSES = 3
LABEL = 30

LOST = "没有找到那次回答，请重新提问。"
NOT_YOURS = "反馈记录只有审核员和管理员能看。"
NO_FEEDBACK = "还没有人点过“有用”或“不对”。"
NO_OTHER_WAY = "没想到别的问法。请说清是哪件事、问什么，比如“网吧晚上几点必须关门”。也可以把相关文件发来收进资料库。"


def answer(found: Answer, key: str) -> Reply:
    """An answer with its buttons. `key` is that of the turn that gives it, by which the buttons find it again."""
    first: dict[tuple[str, str], int] = {}
    for number, citation in enumerate(found.citations):
        if citation.passage_id:
            first.setdefault((citation.document, citation.clause), number)
    clauses = [clause for _, clause in first]
    rows = [
        (Button(_label(found, number, clauses), "original", f"{key} {number}"),)
        for number in list(first.values())[:MOST_CLAUSES]
    ]
    return Reply(found.text, (*rows, (Button("换个问法", "rephrase", key), *_verdicts(key))))


def _label(found: Answer, number: int, clauses: Sequence[str]) -> str:
    citation = found.citations[number]
    if len(clauses) == 1:
        return "看原文"
    if clauses.count(citation.clause) > 1:
        return f"看原文：《{citation.title.partition('（')[0][:14]}》{citation.clause}"
    return f"看原文：{citation.clause}"


def _verdicts(key: str) -> tuple[Button, ...]:
    return tuple(Button(verdict.value, "verdict", f"{verdict.value} {key}") for verdict in Verdict)


def other_ways(ways: OtherWays) -> Reply:
    """The rephrasings and the nearest clauses, each with a button."""
    if not ways.questions and not ways.near:
        return Reply(NO_OTHER_WAY)
    lines = ["换个问法，点一个试试；也可以自己再打一遍。"]
    if ways.near:
        lines += ["相近的条款：", *(f"· {near.name}：{near.opening}" for near in ways.near)]
    clauses = [near.name.rpartition("》")[2].removesuffix("（要点）") for near in ways.near]
    asks = [(Button(cut(question, LABEL), "ask", question),) for question in ways.questions]
    looks = [
        (Button(cut(f"看{clause if clauses.count(clause) == 1 else near.name}", LABEL), "clause", near.passage_id),)
        for near, clause in zip(ways.near, clauses, strict=True)
    ]
    return Reply("\n".join(lines), (*asks, *looks))


def judged(key: str, verdict: Verdict, before: Verdict | None) -> Reply:
    """That the judgement was kept, and how to change it; one message an answer."""
    other = Verdict.WRONG if verdict is Verdict.USEFUL else Verdict.USEFUL
    told = f"已经记过“{verdict}”" if before is verdict else f"改成“{verdict}”了" if before else f"记下了：{verdict}"
    buttons = [Button(f"改成{other}", "verdict", f"{other.value} {key}")]
    if verdict is Verdict.WRONG:
        buttons.append(Button("换个问法", "rephrase", key))
    return Reply(f"{told}。", (tuple(buttons),), card=f"verdict {key}"[:64])


def listed(found: Sequence[Judged]) -> str:
    """The newest judgements, the wrong ones first."""
    if not found:
        return NO_FEEDBACK
    wrong = [one for one in found if one.verdict is Verdict.WRONG]
    useful = [one for one in found if one.verdict is not Verdict.WRONG]
    head = f"最近{len(found)}条反馈：不对{len(wrong)}条，有用{len(useful)}条。"
    lines = [
        f"· {one.verdict}｜{one.at:%m-%d}｜{cut(one.question, LABEL)}｜{one.cited or '没答上来'}"
        for one in (*wrong, *useful)
    ]
    return "\n".join([head, *lines])
