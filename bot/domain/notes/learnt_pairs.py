"""How likely a later figure takes the place of one told before: 灯是16盏, 地下室还有2盏, where 装了灯，14盏 was told.

Seldom is a figure put right by such words as 更正; that it counts the same thing by nearly the same words, who says it,
why it differs and who agrees tell so together. tests/evals/learn_pairs.py learns the weights (learnt_pairs.txt).
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.domain.language.numerals import fold
from bot.domain.language.quantities import Quantity, unit_class
from bot.domain.language.weights import odds, table
from bot.domain.notes.patching import all_of
from bot.domain.notes.remarks import untold
from bot.domain.notes.utterances import Kind, Utterance

Figure = tuple[int, Quantity]
"""Where an utterance stands, and one of its figures."""

_COPULA = re.compile(
    r"(?:一共|总共|应该|其实|实际上?|具体|准确说?|最后|真正|我|那|就|才|只|也|都|全天|全部|写|按|改|算|点|数|量|统计|登记|报|成"
    r"|[是有为到了的共来去]|大概|约|[，：:、 ])+$"
)
_HOW = re.compile(
    r"(?P<ought>应该|应为|其实|实际)|(?P<so>[按写改算成]|就)$|(?P<was>是|为)$|(?P<had>有)$|(?P<did>[了到过])$"
)
_WRONG = re.compile(r"错|不对|更正|纠正|串|岔|[搞记弄说看写听抄]混|反了|不是|口误|手[滑误抖]|不准")
_COUNTED = re.compile(r"[核数点对查看翻量算问清称][了过的实对]|刚才?|又|重新|再|准")
_HOW_FOUND = re.compile(r"[核数点对查看翻量问称][了过的实对]")
_PAPER = re.compile(r"[表单册账本据票]|收据|协议|合同|系统|后台|名单|记录|底|上面?写|库房|会计|财务|统计")
_WHY = re.compile(
    r"重复|多[算数记报写]|少[算数记报写]|漏|算[上进]|没算|不用|[退加补撤取]了|凑|上午的|昨天的|不算|去年的|前面|只|报名的|计划|预"
)
_MORE = re.compile(r"又|再|另外?|还有?|新|后来|加上|其中|剩|下午|晚上|第|每|各|一个是|平均|最")
_YES = re.compile(
    r"(?:(?:好的?|对|嗯+|行|是的?|收到|没错|哦|噢|可以|[Oo][Kk])(?![一-龥]{3})|(?:那[^，。]{0,4})?就(?=[按写报改是\d])|按(?=[^，。]{0,4}(?:\d|$)))"
)
_DENIED, _IS_WRONG = re.compile(r"(?:不是|哪有|没有?)$"), re.compile(r"[^，。]{0,2}(?:不对|错)")
_FOR_WRONG = re.compile(r"重复|多[算数记报写]|少[算数记报写]|漏|算[上进]|没算|不用|凑|不算|前面")
# In how few characters a figure is no more than said again.
_BARE = 6
_LATER, _FAR_OFF = 2, 8
REACH = 30
"""How many utterances back a figure is put right."""


def gives_reason(text: str, *, dated: bool) -> bool:
    """Whether a clause speaks of counting, of papers, or of why a count was wrong."""
    return any(
        pattern.search(text)
        for pattern in ((_WRONG, _FOR_WRONG) if dated else (_WRONG, _FOR_WRONG, _PAPER, _HOW_FOUND))
    )


def context(done: Sequence[Utterance], at: int, q: Quantity) -> str:
    """The words of a figure's clause; of the one before it as well, where that counts nothing: 装了灯，一共14盏."""
    before = done[at - 1] if at and done[at - 1].message == done[at].message else None
    named = before.text if before and not before.quantities() and not label_of(done[at], q) else ""
    return f"{named} {done[at].text}"


def begins_yes(text: str) -> bool:
    """对, and what stands behind it."""
    return _YES.match(text) is not None


@lru_cache(maxsize=2048)
def _label(text: str, start: int) -> str:
    """灯 of 灯是16盏: the words of the clause that name what its figure counts."""
    ahead = re.split(r"\d|[，：:、 ]", fold(text[:start]))[-1]
    return _COPULA.sub("", ahead)


def label_of(one: Utterance, q: Quantity) -> str:
    """The words of the clause that name what its figure counts."""
    return _label(one.text, q.start)


def _ratio(a: float, b: float) -> str:
    low, high = sorted((a, b))
    return next((name for name, most in (("a", 1.12), ("b", 1.35), ("c", 2), ("d", 4)) if high <= most * low), "e")


def _digits(value: float) -> list[str]:
    return sorted(f"{value:g}".replace(".", ""))


def answers(done: Sequence[Utterance], new: Figure, old: Quantity) -> set[str]:
    """What others say of it in the messages behind: yes, or one of the two figures again."""
    last, found = done[new[0]].message, set[str]()
    for k in range(new[0] + 1, len(done)):
        one = done[k]
        if one.message > last + _LATER:
            break
        if one.message == last or one.speaker == done[new[0]].speaker:
            continue
        if _YES.match(one.text):
            found.add("yes" if one.message == last + 1 else "yes later")
        to_it = begins_yes(done[all_of(done, one.message)[0]].text) or len(one.text) <= _BARE
        again = {q.value for q in one.quantities()} & {new[1].value, old.value} if to_it else ()
        found |= {"new again" if value == new[1].value else "old again" for value in again}
    return found


def compared(done: Sequence[Utterance], new: Figure, olds: Sequence[Figure]) -> Iterator[tuple[Figure, list[str]]]:
    """Each figure told before with what it and the later one say of each other, by themselves and beside the rest."""
    i, q = new
    own = _pairs_of(_topic(done, i, q))
    shared = [len(own & _pairs_of(context(done, *old))) for old in olds]
    apart = [abs(q.value - was.value) / max(q.value, was.value) for _, was in olds]
    first = min((at for at, _ in olds), default=i)
    last = {p.value: k for k in range(first, i) if done[k].kind is Kind.CONTENT for p in done[k].quantities()}
    again = any(p.source == done[i].message for u in done[max(0, i - REACH) : i] for p in u.patches)
    for n, old in enumerate(olds):
        said = [*features(done, new, old), *(["told twice"] if last.get(old[1].value, 0) > old[0] else ())]
        said += [f"after one put right {'也' in done[i].text[: q.start]}"] if again else []
        said += [f"shares {min(shared[n], 3)}", f"of {min(len(olds), 4)}"]
        most = "most" if shared[n] == max(shared) else "fewer"
        most += " alone" if most == "most" and shared.count(shared[n]) == 1 else ""
        near = "near" if apart[n] == min(apart) else "far"
        said += [f"words {most}", near, f"words {most} {near}", "latest" if old[0] == olds[0][0] else "before"]
        yield old, said


def _topic(done: Sequence[Utterance], i: int, q: Quantity) -> str:
    """转诊的我又看了一遍，是8个: what stands before the figure in its clause, or in the one before it."""
    ahead = done[i].text[: q.start] + " " + done[i].text[q.end :]
    before = done[i - 1] if i and done[i - 1].message == done[i].message and not done[i - 1].quantities() else None
    return ahead if _label(done[i].text, q.start) or before is None else f"{before.text} {ahead}"


@lru_cache(maxsize=2048)
def _pairs_of(text: str) -> frozenset[str]:
    han = re.sub(r"[^一-龥]|[是有为了到的共我]|应该|其实|实际", " ", fold(text))
    pairs = (han[k : k + 2] for k in range(len(han) - 1) if " " not in han[k : k + 2])
    return frozenset((*pairs, *(f" {c}" for c in han if c != " ")))


def features(done: Sequence[Utterance], new: Figure, old: Figure) -> Iterator[str]:
    """What the place, the words and the figures of the two say of each other."""
    (i, q), (at, was) = new, old
    one, other = done[i], done[at]
    words, label, its = context(done, at, was), _label(one.text, q.start), _label(other.text, was.start)
    behind, its_behind = one.text[q.end :], other.text[was.end :]
    unknown = untold(label, words)
    known = "none" if not label else str(min(len(unknown), 3))
    same = (
        "same"
        if label == its
        else "tail"
        if label and (its.endswith(label) or label.endswith(its))
        else "char"
        if set(label) & set(its)
        else "apart"
    )
    same = "behind" if same != "same" and label and its_behind.startswith(label[-2:]) else same
    how = next((m.lastgroup for m in _HOW.finditer(one.text[max(0, q.start - 3) : q.start])), "") or "bare"
    unit = "same" if unit_class(q.unit) == unit_class(was.unit) else "none" if not q.unit else "else"
    unit += "" if q.unit not in ("", "个") else "个"
    speaker = "own" if one.speaker == other.speaker else "other"
    yield f"known {known}"
    yield f"same {same}"
    yield f"how {how}"
    yield f"unit {unit}"
    yield f"speaker {speaker}"
    yield f"known {known} how {how}"
    yield f"same {same} how {how}"
    yield f"same {same} unit {unit}"
    yield f"known {known} speaker {speaker}"
    yield f"how {how} speaker {speaker}"
    yield f"ratio {_ratio(q.value, was.value)}"
    yield f"ratio {_ratio(q.value, was.value)} how {how}"
    if _digits(q.value) == _digits(was.value):
        yield "digits"
    apart = one.message - other.message
    yield f"apart {apart if apart < 3 else '3' if apart < _FAR_OFF else '8'}"
    left = behind if not its_behind[:2] or not behind.startswith(its_behind[:2]) else ""
    yield f"behind {min(len(untold(left, words)), 3)}"
    yield f"its behind {bool(its_behind)}"
    if left != behind:
        yield "behind same"
    if other.plan:
        yield "old plan"
    yield from _said_besides(done, new, old)
    answered = answers(done, new, was)
    yield from answered
    yield f"{speaker} answered {'new again' in answered or 'yes' in answered}"


def _said_besides(done: Sequence[Utterance], new: Figure, old: Figure) -> Iterator[str]:
    (i, q), (at, was) = new, old
    said = all_of(done, done[i].message)
    rest = "，".join(done[k].text for k in said if k != i)
    values = {p.value for k in said for p in done[k].quantities() if k != i or p is not q}
    for name, pattern in (("wrong", _WRONG), ("counted", _COUNTED), ("paper", _PAPER), ("why", _WHY), ("more", _MORE)):
        if pattern.search(rest):
            yield f"beside {name}"
        if pattern.search(done[i].text):
            yield f"clause {name}"
        if name == "more" and pattern.search(done[at].text):
            yield "old more"
    if was.value in values:
        denied = any(
            _DENIED.search(done[k].text[: p.start]) or _IS_WRONG.match(done[k].text, p.end)
            for k in said
            for p in done[k].quantities()
            if p.value == was.value
        )
        yield f"names old {denied}"
    if abs(q.value - was.value) in values:
        yield f"difference {q.value > was.value}"
    if any(p.source == done[i].message for k in all_of(done, done[at].message) for p in done[k].patches):
        yield "beside one put right"
        yield f"beside one put right {_label(done[i].text, q.start) == _label(done[at].text, was.start)}"
    if (was.approx, q.approx) != (False, False):
        yield f"approx {was.approx} {q.approx}"
    if begins_yes(done[said[0]].text):
        yield "begins yes"
    yield f"figures {min(len(done[at].quantities()), 3)} {min(len(values), 3)}"
    if {m.kind for m in done[i].moments()} - {m.kind for m in done[at].moments()}:
        yield "another time"
    if done[i].speaker != done[at].speaker and re.search("我们|我这|咱|俺", done[i].text[: q.start]):
        yield "ours"


def likeliest(done: Sequence[Utterance], new: Figure, olds: Sequence[Figure]) -> tuple[float, Figure]:
    """The figure told before that the later one most likely stands for, and how likely."""
    weights = table("bot.domain.notes", "learnt_pairs.txt")
    return max(
        ((odds(weights, said, 2)[1], old) for old, said in compared(done, new, olds)), key=lambda found: found[0]
    )
