"""The fact lock: every figure, day, name, place, quotation and 《title》 of a draft must stand in the notes.

Deterministic code decides here, never a model. What does not hold is listed; callers remove it or block.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.dates import Moment, moments
from bot.domain.names import SURNAMES, Name, people, places, quoted
from bot.domain.notes import Note
from bot.domain.numerals import figure, fold, numerals
from bot.domain.plain_talk import Verdict, judge_sentence
from bot.domain.privacy import private_spans
from bot.domain.quantities import Quantity, quantities, same_unit
from bot.domain.report import Checks
from bot.domain.sentences import split
from bot.domain.slots import read
from bot.domain.utterances import HOLLOW, PRAISE, Kind, Utterance, utterances

PLAN_MARK = re.compile(r"计划|拟|预计|将(?!军)|打算|准备(?!好|了)|答应|承诺|约定|表示|下周|下一步|下步|目标|限|研究|联系|待|月起|日起|起改|有意|争取|力争|届时|要求|责令|明[天年]|下个?月|初定|暂定|安排|考虑")
_GAP = re.compile(r"【待[补核][^】]*】")
_BLANK = re.compile(r"[\s，。、；：！？“”‘’（）()《》〔〕,.;:!?\"'—…·-]")
# Words that may stand before a name without being part of it.
_BEFORE_NAME = re.compile(
    r"(?:在|到|去|赴|来|从|由|向|给|对|与|和|及|跟|为|于|至|往|经|将|被|让|是|有|的|了|并|等|各|该|全|共|以|按|把|同|请|率|带|组织|走进|深入|前往|联合|会同|邀请|参观|慰问|检查|走访|接待|捐赠|捐给|送给|赠给|送至|"
    r"送到|送往|赠予|举办|开展|召开|进行|位于|设在|来自|其中|分别|全部|现场|包括|支持|协助|参加|上午|下午|晚|早上|中午|晚上|剩余|其余|附近|周边|辖区|本|第|名|位|个|家|所|座|处|人|日|时|分|年|月|元|册|场|次|"
    r"清理|维修|修复|更换|整改|巡查|排查|抽查|督查|普查|调研|登记|采集|拍摄|征集|发放|送去|服务|帮助|利用|围绕|依托|通过|改造|建成|新建|打造|启动|完成|覆盖|涉及|惠及|要求|责令|约谈|督促|指导|赴|抵达|返回|途经|借用|占用|使用|取消|原|原有|向|表示|反映|据|镇上|村里|县里|城区|开展|统计|看|搬到|移至|挂在|放在|约)$"
)
_GENERIC_NAME = re.compile(r"^(?:活动|现场|本|该|全|各|中|工作|服务|会议|培训|教学|群众|社会|基层|一线|志愿服务|党员|公共|文化|旅游|活动中|主办|承办|协办|相关|有关|所在|当地|该县|全县|全市|辖区|上级|其他|各个|机关|文化活动|应急|执法|检查|督查|志愿|主题|参观|学习|日常|夜间|重点|周边|室内|户外|城区|乡镇|农村|市场|办公|施工|培训|比赛)+")


@dataclass(frozen=True, slots=True)
class Grounds:
    """Everything that a draft may rest on, read from the notes once."""

    blob: str
    figures: tuple[Quantity, ...]
    values: frozenset[float]
    days: frozenset[date]
    written: frozenset[str]
    names: tuple[str, ...]
    said: tuple[Utterance, ...]


def bare(text: str) -> str:
    """The text without white space and punctuation, half-width."""
    return _BLANK.sub("", fold(text))


def grounds_of(notes: Sequence[Note], *, unit: str, now: datetime) -> Grounds:
    """Read the notes for what they hold: figures with units, days under every reading, names and words."""
    said = utterances(notes, now)
    figures: list[Quantity] = []
    values: set[float] = set()
    days: set[date] = set()
    written: set[str] = set()
    names: list[str] = []
    for note in notes:
        when = note.at or now
        days.add(when.date())
        text = fold(note.text)
        for past, plan in ((True, False), (False, True), (False, False)):
            for m in moments(text, when, past=past, plan=plan):
                written.add(m.written)
                days.update(d for d in (m.day, m.last) if d)
        figures += quantities(text)
        values.update(n.value for n in numerals(text))
        names += [n.text for n in people(text)]
    blob = bare("".join(n.text for n in notes) + unit + "".join(n.speaker for n in notes) + "".join(written))
    return Grounds(blob, tuple(figures), frozenset(values), frozenset(days), frozenset(written), tuple(names), tuple(said))


def check(title: str, text: str, notes: Sequence[Note], *, unit: str, now: datetime) -> Checks:
    """Check a draft against the notes. Passed: nothing ungrounded, nothing empty, no plan told as done."""
    grounds = grounds_of(notes, unit=unit, now=now)
    whole = f"{title}。\n{text}"
    plain = _GAP.sub(lambda m: "　" * len(m[0]), whole)
    atoms = list(_atoms(plain, grounds, now))
    wrong = [said for said, held in atoms if not held]
    wrong += [f"尚未发生：{s}" for s in _told_as_done(plain, grounds)]
    wrong += [p for p in _private(plain)]
    empty = _empty(text)
    length = len(re.sub(r"\s", "", title + text))
    return Checks(
        passed=not wrong and not empty, length=length, empty=tuple(empty), ungrounded=tuple(dict.fromkeys(wrong)),
        grounded=sum(held for _, held in atoms), total=len(atoms),
    )


def _atoms(text: str, grounds: Grounds, now: datetime) -> Iterator[tuple[str, bool]]:
    """(atom, whether the notes hold it) for everything checkable in the draft."""
    times = moments(text, now)
    for m in times:
        if m.kind != "vague" and m.written not in ("上午", "下午"):
            yield text[m.start : m.end], _holds_moment(m, text, grounds)
    for q in quantities(text, [(m.start, m.end) for m in times]):
        yield text[q.start : q.end], _holds_figure(q, text, grounds)
    for name in quoted(text):
        yield name.text, bare(name.text) in grounds.blob
    for name in people(text):
        yield name.text, bare(name.text) in grounds.blob
    for wrong in _near_names(text, grounds):
        yield wrong, False
    for name in places(text):
        held = _holds_place(name, grounds)
        if held is not None:
            yield name.text, held


def _holds_figure(q: Quantity, text: str, grounds: Grounds) -> bool:
    if any(f.value == q.value and same_unit(f.unit, q.unit) and f.percent == q.percent for f in grounds.figures):
        return True
    if q.value in grounds.values and (not q.unit or q.han) and not q.percent:
        return True
    if re.search(r"(?:合计|共计|总计|累计)", text[max(0, q.start - 12) : q.start]):
        return _shown_sum(q, grounds)
    return q.ordinal and q.value in grounds.values


def _shown_sum(q: Quantity, grounds: Grounds) -> bool:
    """合计150人 is allowed where the notes show the arithmetic: a sum of like figures, or 5个班 × 每班30人."""
    like = [f.value for f in grounds.figures if same_unit(f.unit, q.unit) and f.unit]
    if len(like) >= 2 and abs(sum(like) - q.value) < 1e-6:
        return True
    every = [f.value for f in grounds.figures]
    return any(abs(a * b - q.value) < 1e-6 for i, a in enumerate(every) for b in every[i + 1 :])


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
        return any(_same_clock(m.written, w) for w in grounds.written)
    if m.kind == "part":
        return any(m.written[:2] in w or _part_class(m.written) == _part_class(w) for w in grounds.written)
    if m.kind == "month":
        months = {d.month for d in grounds.days} | {int(x) for w in grounds.written for x in re.findall(r"(\d{1,2})月", w)}
        number = re.search(r"(\d{1,2})月", m.written)
        return bool(number) and int(number[1]) in months
    return bare(m.written) in grounds.blob or bool(re.match(r"今年|本年", m.written))


def _part_class(written: str) -> str:
    if re.match(r"早|上午|清晨|凌晨", written):
        return "早"
    if re.match(r"中午|下午|傍晚", written):
        return "午"
    return "晚" if re.search(r"晚|夜", written) else written


def _same_clock(a: str, b: str) -> bool:
    """下午2时 = 14时, 晚7时 = 7时 behind a day's 晚."""
    def hours(w: str) -> tuple[tuple[int, int], ...]:
        late = bool(re.match(r"下午|傍晚|晚|中午", w))
        return tuple(((int(h) + 12 if late and int(h) < 12 and not (w.startswith("中午") and int(h) > 10) else int(h)) % 24, int(n or 0))
                     for h, n in re.findall(r"(\d{1,2})时(?:(\d{1,2})分)?", w))

    first, second = hours(a), hours(b)
    if not first or not second:
        return False
    same = [(x[0] % 12, x[1]) == (y[0] % 12, y[1]) for x, y in zip(first, second, strict=False)]
    return len(first) <= len(second) and all(same)


def _near_names(text: str, grounds: Grounds) -> Iterator[str]:
    """A person of the notes whose name the draft has with another character in it."""
    for name in set(grounds.names):
        pure = re.match(rf"[{SURNAMES}][一-龥]{{1,2}}", name)
        if not pure or name in text or len(pure[0]) < 3:
            continue
        known = pure[0]
        for i in range(len(text) - len(known) + 1):
            window = text[i : i + len(known)]
            if window != known and window not in grounds.blob and re.fullmatch(r"[一-龥]+", window) and sum(a == b for a, b in zip(window, known, strict=True)) == len(known) - 1:
                yield window


def _holds_place(name: Name, grounds: Grounds) -> bool | None:
    """Whether the notes hold a place or organisation; None where the words are no proper name."""
    text = bare(name.text)
    if text in grounds.blob:
        return True
    for cut in range(1, len(text) - 1):
        rest = text[cut:]
        if len(rest) >= 2 and rest in grounds.blob:
            return _may_precede(text[:cut], grounds)
    stripped = _GENERIC_NAME.sub("", text)
    return None if len(stripped) <= 2 or stripped != text else False


def _may_precede(words: str, grounds: Grounds) -> bool:
    """Whether the words in front of a known name are words of the notes or such as may stand there."""
    if _BEFORE_NAME.search(words) or not re.search(r"[一-龥]", words):
        return True
    return len(words) >= 2 and all(words[i : i + 2] in grounds.blob for i in range(len(words) - 1))


def _told_as_done(text: str, grounds: Grounds) -> Iterator[str]:
    """Sentences that tell what a note only plans, without a word that says so."""
    done = bare("".join(u.text for u in grounds.said if not u.plan))
    for plan in (u for u in grounds.said if u.plan and u.kind is Kind.CONTENT):
        keys = _keys(plan, done)
        if not keys:
            continue
        for span in split(text):
            for clause in re.split(r"[。；\n]", span.text):
                flat = bare(clause)
                hit = sum(key in flat for key in keys)
                if hit >= max(1, round(len(keys) * 0.6)) and not PLAN_MARK.search(clause) and clause.strip():
                    yield clause.strip("。 ")


def _keys(plan: Utterance, done: str) -> list[str]:
    """Figures and words by which a planned matter is known again; words that the done part has too tell nothing."""
    keys = [bare(plan.text[q.start : q.end]) if not q.han else figure(q.value) + q.unit for q in plan.quantities()]
    keys = [k for k in keys if k not in done]
    if keys:
        return keys
    taken = [(m.start, m.end) for m in plan.moments()]
    words = "".join(" " if any(a <= i < b for a, b in taken) else c for i, c in enumerate(plan.text))
    words = re.sub(r"计划|打算|准备|争取|力争|预计|还要|想要|要|想|将|拟|再|还|了|的|我们|大家|尽快|下一步|接下来", " ", words)
    grams = [w[i : i + 2] for w in re.findall(r"[一-龥]{2,}", words) for i in range(len(w) - 1)]
    grams = [g for g in grams if g not in done]
    return grams if len(grams) >= 2 else []


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
        found += [c.strip("，。；") for c in re.split(r"(?<=[，；。])", body) if PRAISE.search(c.strip("，。；")) and not re.search(r"\d", c)]
    return found


def ungrounded_numbers(claim: str, sources: Iterable[str]) -> tuple[str, ...]:
    """Figures of a claim that no source holds, after normalisation (三十人 = 30人, 3.5万 = 35000)."""
    known: list[tuple[float, str]] = []
    for source in sources:
        text = fold(source)
        known += [(n.value, text[n.end : n.end + 2]) for n in numerals(text)]
    values = {v for v, _ in known}
    wrong = []
    text = fold(claim)
    for n in numerals(text):
        if n.value not in values and not (n.han and n.value <= 1):
            wrong.append(text[n.start : n.end])
    return tuple(wrong)
