"""The fact lock: every figure, day, name, place, quotation and 《title》 of a draft must stand in the notes.

Deterministic code decides here, never a model. What does not hold is listed; callers remove it or block.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from bot.domain.language.dates import moments
from bot.domain.language.names import Name, people, places, quoted
from bot.domain.language.privacy import private_spans
from bot.domain.language.quantities import quantities
from bot.domain.language.sentences import split
from bot.domain.lock.adjoining import misplaced
from bot.domain.lock.attached import borrowed
from bot.domain.lock.grounded_days import holds_moment
from bot.domain.lock.grounded_figures import holds_figure, reckoned
from bot.domain.lock.grounded_names import holds_person, holds_place, unknown_buildings, unknown_names
from bot.domain.lock.grounds import Grounds, bare, grounds_of
from bot.domain.lock.undone import told_as_done
from bot.domain.notes.flourishes import PRAISE
from bot.domain.notes.kinds import HOLLOW
from bot.domain.notes.learnt_beside import surely_told
from bot.domain.notes.note import Note
from bot.domain.notes.report import Checks
from bot.domain.plain.plain_talk import judge_sentence
from bot.domain.plain.slots import read
from bot.domain.plain.verdicts import Verdict

# 5·18国际博物馆日: a day of the year by its figures.
_POINTED_DAY = re.compile(r"(?<!\d)(\d{1,2})·(\d{1,2})(?!\d)")
_GAP = re.compile(r"【待[补核][^】]*】")

_CLAUSES = re.compile(r"(?<=[，；。])")
_FIGURE = re.compile(r"\d")
# 3A, 4K: a figure grown together with letters counts nothing, and must stand so in the notes.
_GRADE = re.compile(r"(?<![A-Za-z\d.])\d+[A-Za-z]+(?![A-Za-z])")
# Words of recognition and effect: a draft may use them only where a note does.
_RECOGNITION = re.compile(
    r"先进典型|典型|报道|批示|表扬|肯定|好评|赞誉|推广|示范|标杆|样板|表彰|嘉奖|点赞|锦旗|热议|轰动|赢得|首创|第一个|领先|显著|明显提升|大幅"
)


def check(
    title: str, text: str, notes: Sequence[Note], *, unit: str, now: datetime, drawn: Collection[int] = ()
) -> Checks:
    """Check a draft against the notes. Passed: nothing ungrounded, nothing empty, no plan told as done.

    `drawn`: the notes that the draft was made of. They mostly hold all of it; only where they do not, the figures,
    days and names of all the others are read.
    """
    found = _checked(title, text, notes, grounds_of(notes, unit=unit, now=now, only=drawn), unit)
    if drawn and found.ungrounded:
        return check(title, text, notes, unit=unit, now=now)
    return found


def _checked(title: str, text: str, notes: Sequence[Note], grounds: Grounds, unit: str) -> Checks:
    whole, now = f"{title}。\n{text}", grounds.now
    plain = _GAP.sub(lambda m: "　" * len(m[0]), whole)
    atoms = list(_atoms(plain, grounds, unit, now))
    wrong = [said for said, held in atoms if not held]
    times = [(m.start, m.end) for m in moments(plain, now)]
    wrong += [f"与记录对不上：{s}" for s in _borrowed(plain, grounds, notes, times)]
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


def _borrowed(plain: str, grounds: Grounds, notes: Sequence[Note], times: Sequence[tuple[int, int]]) -> Iterator[str]:
    messages = [n.text for n in notes]
    for wrong in (borrowed, misplaced):
        yield from wrong(plain, grounds.said, messages, times, lambda q: reckoned(q, plain, grounds))


def _behind_unit(name: Name, text: str, unit: str) -> Name | None:
    """What is left of a name that was read over the end of the unit's own: 体育中心|村BA, 热线办理专班|处理城西公园.

    The name itself where it was not; None where hardly anything is left.
    """
    for cut in range(len(name.text) - 1, 0, -1):
        whole = unit.endswith(name.text[:cut]) and text.endswith(unit, 0, name.start + cut)
        if whole and len(name.text) - cut < 2:
            return None
        if whole:
            return Name(name.start + cut, name.end, name.kind, name.text[cut:])
    return name


def _atoms(text: str, grounds: Grounds, unit: str, now: datetime) -> Iterator[tuple[str, bool]]:
    """(atom, whether the notes hold it) for everything checkable in the draft."""
    times = moments(text, now)
    pointed = [p for p in _POINTED_DAY.finditer(text) if 1 <= int(p[1]) <= 12 and 1 <= int(p[2]) <= 31]
    for p in pointed:
        day = any((d.month, d.day) == (int(p[1]), int(p[2])) for d in grounds.days)
        yield p[0], day or any(p[0] in one.text for one in grounds.said)
    for m in times:
        if m.kind != "vague" and m.written:
            yield text[m.start : m.end], holds_moment(m, text, grounds)
    for q in quantities(text, [*((m.start, m.end) for m in times), *(p.span() for p in pointed)]):
        yield text[q.start : q.end], holds_figure(q, text, grounds)
    for grade in _GRADE.findall(text):
        yield grade, grade.upper() in grounds.blob.upper()
    for name in quoted(text):
        yield name.text, bare(name.text) in grounds.blob
    for name in people(text):
        yield name.text, holds_person(name, text, grounds)
    for word in {m[0] for m in _RECOGNITION.finditer(text)}:
        if word not in grounds.blob:
            yield word, False
    for wrong in (*unknown_names(text, grounds), *unknown_buildings(text, grounds)):
        yield wrong, False
    for name in places(text):
        rest = _behind_unit(name, text, unit)
        held = holds_place(rest, text, grounds) if rest else None
        if held is not None:
            yield name.text, held


def _private(text: str) -> Iterator[str]:
    for p in private_spans(text):
        yield f"{p.kind}不应写入"


def _empty(text: str) -> list[str]:
    """Sentences, and clauses of praise, that would stay true of any unit in any year."""
    found = []
    for span in split(_GAP.sub("", text)):
        body = span.text.strip()
        clauses = [c.strip("，。；") for c in _CLAUSES.split(body)]
        hollow = read(body).hollow > HOLLOW and judge_sentence(body).verdict is Verdict.EMPTY
        if hollow and not any(map(surely_told, clauses)):
            found.append(body)
            continue
        found += [clause for clause in clauses if PRAISE.search(clause) and not _FIGURE.search(clause)]
    return found
