"""The fact lock: every figure, day, name, place, quotation and 《title》 of a draft must stand in the notes.

Deterministic code decides here, never a model. What does not hold is listed; callers remove it or block.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.domain.attached import borrowed
from bot.domain.dates import moments
from bot.domain.grounded_names import holds_place, unknown_names
from bot.domain.grounds import Grounds, bare, grounds_of
from bot.domain.kinds import HOLLOW, PRAISE
from bot.domain.moment import Moment
from bot.domain.names import people, places, quoted
from bot.domain.notes import Note
from bot.domain.plain_talk import Verdict, judge_sentence
from bot.domain.privacy import private_spans
from bot.domain.quantities import Quantity, quantities, same_unit, unit_class
from bot.domain.report import Checks
from bot.domain.sentences import split
from bot.domain.slots import read
from bot.domain.undone import told_as_done

_GAP = re.compile(r"【待[补核][^】]*】")


# Words of recognition and effect: a draft may use them only where a note does.
_RECOGNITION = re.compile(
    r"先进典型|典型|报道|批示|表扬|肯定|好评|赞誉|推广|示范|标杆|样板|表彰|嘉奖|点赞|锦旗|热议|轰动|赢得|首创"
    r"|第一个|领先|显著|明显提升|大幅"
)


def check(title: str, text: str, notes: Sequence[Note], *, unit: str, now: datetime) -> Checks:
    """Check a draft against the notes. Passed: nothing ungrounded, nothing empty, no plan told as done."""
    grounds = grounds_of(notes, unit=unit, now=now)
    whole = f"{title}。\n{text}"
    plain = _GAP.sub(lambda m: "　" * len(m[0]), whole)
    atoms = list(_atoms(plain, grounds, now))
    wrong = [said for said, held in atoms if not held and not _straddles(said, plain, unit)]
    times = [(m.start, m.end) for m in moments(plain, now)]
    wrong += [f"与记录对不上：{s}" for s in borrowed(plain, grounds.said, [n.text for n in notes], times)]
    wrong += [f"尚未发生：{s}" for s in told_as_done(plain, grounds)]
    wrong += list(_private(plain))
    empty = _empty(text)
    length = len(re.sub(r"\s", "", title + text))
    return Checks(
        passed=not wrong and not empty,
        length=length,
        empty=tuple(empty),
        ungrounded=tuple(dict.fromkeys(wrong)),
        grounded=sum(held for _, held in atoms),
        total=len(atoms),
    )


def _straddles(said: str, text: str, unit: str) -> bool:
    """体育中心|村BA总决赛: a name that was read over the end of the unit's own and one character of what follows."""
    return len(said) > 1 and unit.endswith(said[:-1]) and unit + said[-1] in text


def _atoms(text: str, grounds: Grounds, now: datetime) -> Iterator[tuple[str, bool]]:
    """(atom, whether the notes hold it) for everything checkable in the draft."""
    times = moments(text, now)
    for m in times:
        if m.kind != "vague" and m.written:
            yield text[m.start : m.end], _holds_moment(m, text, grounds)
    for q in quantities(text, [(m.start, m.end) for m in times]):
        yield text[q.start : q.end], _holds_figure(q, text, grounds)
    for name in quoted(text):
        yield name.text, bare(name.text) in grounds.blob
    for name in people(text):
        yield name.text, bare(name.text) in grounds.blob
    for word in {m[0] for m in _RECOGNITION.finditer(text)}:
        if word not in grounds.blob:
            yield word, False
    for wrong in unknown_names(text, grounds):
        yield wrong, False
    for name in places(text):
        held = holds_place(name, grounds)
        if held is not None:
            yield name.text, held


def _holds_figure(q: Quantity, text: str, grounds: Grounds) -> bool:
    if any(f.value == q.value and same_unit(f.unit, q.unit) and f.percent == q.percent for f in grounds.figures):
        return True
    if q.value in grounds.values and (not q.unit or q.han) and not q.percent:
        return True
    if q.value in grounds.bare and not q.percent and (q.value >= 10 or q.value == 1):
        return True
    if re.search(r"合计|共|总计|累计", text[max(0, q.start - 12) : q.start]):
        return _shown_sum(q, grounds)
    if re.search(r"剩余|其余|尚有|剩|余", text[max(0, q.start - 6) : q.start]) and _shown_rest(q, grounds):
        return True
    return q.ordinal and q.value in grounds.values


def _shown_rest(q: Quantity, grounds: Grounds) -> bool:
    """剩余1件 is allowed where the notes give the whole and the part, 17件 and 16件."""
    like = [f.value for f in grounds.figures if same_unit(f.unit, q.unit)]
    return any(abs(a - b - q.value) < 1e-6 for a in like for b in like)


def _shown_sum(q: Quantity, grounds: Grounds) -> bool:
    """合计150人 is allowed where the notes show the arithmetic: a list of like figures, or 5个班 × 每班30人."""
    by_message: dict[int, list[Quantity]] = {}
    for one in grounds.said:
        by_message.setdefault(one.message, []).extend(one.quantities())
    for figures in by_message.values():
        like = [f.value for f in figures if f.unit and unit_class(f.unit) == unit_class(q.unit)]
        if len(like) >= 2 and abs(sum(like) - q.value) < 1e-6:
            return True
    each = [f.value for u in grounds.said for f in u.quantities() if "每" in u.text[max(0, f.start - 6) : f.start]]
    return any(abs(a * f.value - q.value) < 1e-6 for a in each for f in grounds.figures)


def _holds_moment(m: Moment, text: str, grounds: Grounds) -> bool:
    if m.written in grounds.written:
        return True
    if m.kind == "day":
        if m.day is None:
            return False
        known = {(d.month, d.day) for d in grounds.days}
        last_ok = m.last is None or (m.last.month, m.last.day) in known
        return (m.day.month, m.day.day) in known and last_ok
    if m.kind == "clock":
        known = {hour for w in grounds.written for hour in _hours(w)}
        return all(hour in known for hour in _hours(m.written))
    if m.kind == "part":
        return any(
            m.written[:2] in w or _part_class(m.written) == _part_class(w) or re.match(r"\d{1,2}时", w)
            for w in grounds.written
        )
    if m.kind == "month":
        months = {d.month for d in grounds.days} | {
            int(x) for w in grounds.written for x in re.findall(r"(\d{1,2})月", w)
        }
        number = re.search(r"(\d{1,2})月", m.written)
        return number is not None and int(number[1]) in months
    return bare(m.written) in grounds.blob or bool(re.match(r"今年|本年", m.written))


def _part_class(written: str) -> str:
    if re.match(r"早|上午|清晨|凌晨", written):
        return "早"
    if re.match(r"中午|下午|傍晚", written):
        return "午"
    return "晚" if re.search(r"晚|夜", written) else written


def _hours(written: str) -> list[tuple[int, int]]:
    """(hour of twelve, minute) of every clock time: 下午2时 and 14时 are one."""
    return [(int(h) % 12, int(n or 0)) for h, n in re.findall(r"(\d{1,2})时(?:(\d{1,2})分)?", written)]


def _private(text: str) -> Iterator[str]:
    for p in private_spans(text):
        yield f"{p.kind}不应写入"


def _empty(text: str) -> list[str]:
    """Sentences, and clauses of praise, that would stay true of any unit in any year."""
    found = []
    for span in split(_GAP.sub("", text)):
        body = span.text.strip()
        if read(body).hollow > HOLLOW and judge_sentence(body).verdict is Verdict.EMPTY:
            found.append(body)
            continue
        found += [
            c.strip("，。；")
            for c in re.split(r"(?<=[，；。])", body)
            if PRAISE.search(c.strip("，。；")) and not re.search(r"\d", c)
        ]
    return found
