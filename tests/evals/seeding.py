"""Puts exactly one fault into a report: a wrong figure, date, name or place, a plan as done or unmarked, praise."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tests.evals.judgement import PLAN, Case, allowed, numbers

PLANNED = re.compile(
    r"拟(?:[于在])?|计划(?:于)?|预计|承诺，?|表示，?(?:可)?|约定|将于?|原?定于|暂定|答应|要求|均?须于?"
)
FIGURE = re.compile(r"(?<![\d.:：第])\d+(?:\.\d+)?(?![\d.:：]|[年月日时点分秒]|至\d+日)")
DAY = re.compile(r"(?<!\d)(\d{1,2})月(\d{1,2})日")
SURNAMES, GIVEN = "郑何吴罗程邓曹彭曾萧", ("国强", "志刚", "丽华", "建平", "秀英", "海燕", "文博", "立新")
PLACES = ("东关", "西岔", "柏树坡", "三岔口", "月牙湾", "兴隆", "新民", "长青", "石门", "枣园")
KIND_OF_PLACE = re.compile(
    "(?:会议室|步行街|歌厅|影城|社区|广场|小区|中学|公园|剧院|小学|医院|礼堂|大集|草坪|中心|[村镇乡县寺庙阁谷岭山湖])$"
)
PRAISE = (
    "活动受到群众一致好评。",
    "得到上级领导的充分肯定。",
    "该做法被评为全省先进典型。",
    "现场掌声不断、气氛热烈。",
    "工作成效显著，走在全市前列。",
    "干部群众纷纷点赞，满意度大幅提升。",
    "省级媒体对此作了专题报道。",
    "为全县文旅事业高质量发展注入强劲动力。",
)


@dataclass(frozen=True, slots=True)
class Fault:
    """A report with one fault in it; `was` became `now`."""

    kind: str
    case: Case
    title: str
    text: str
    was: str
    now: str


def _swap(text: str, start: int, end: int, new: str) -> str:
    return text[:start] + new + text[end:]


def _misread(rng: random.Random, figure: str) -> str:
    """One digit typed wrong, two digits changed over, or a zero too many."""
    at = rng.randrange(len(figure))
    while not figure[at].isdigit():
        at = rng.randrange(len(figure))
    digit = rng.choice([d for d in "123456789" if d != figure[at]])
    turned = figure[:at] + figure[at + 1 : at + 2] + figure[at] + figure[at + 2 :]
    return rng.choice([_swap(figure, at, at + 1, digit), turned, figure + "0"])


def figure(rng: random.Random, case: Case, text: str) -> Iterator[tuple[int, int, str]]:
    """A value that no note holds."""
    told = allowed(case)
    for m in FIGURE.finditer(text):
        for _ in range(20):
            new = _misread(rng, m[0])
            good = re.fullmatch(r"(?:0|[1-9]\d*)(?:\.\d+)?", new)
            if good and new != m[0] and not numbers(new + text[m.end() : m.end() + 1]) & told:
                yield m.start(), m.end(), new
                break


def borrowed(rng: random.Random, case: Case, text: str) -> Iterator[tuple[int, int, str]]:
    """A value that the notes hold, told of something that is counted in another unit."""
    found = [(m, text[m.end()]) for m in FIGURE.finditer(text) if m.end() < len(text)]
    said = "".join(m["text"] for m in case["messages"])
    for m, unit in found:
        others = {o[0] for o, u in found if u != unit and f"{o[0]}{unit}" not in said and o[0] != m[0]}
        if others:
            yield m.start(), m.end(), rng.choice(sorted(others))


def date(rng: random.Random, case: Case, text: str) -> Iterator[tuple[int, int, str]]:
    """A day of the month that no note and no message's date gives."""
    told = allowed(case)
    for m in DAY.finditer(text):
        days = [d for d in range(1, 29) if float(d) not in told]
        yield m.start(2), m.end(2), str(rng.choice(days))


def _replaced(text: str, olds: Sequence[str], invent: Callable[[str], str]) -> Iterator[tuple[int, int, str]]:
    for old in olds:
        for m in re.finditer(re.escape(old), text):
            yield m.start(), m.end(), invent(old)


def name(rng: random.Random, case: Case, text: str) -> Iterator[tuple[int, int, str]]:
    """Another person, or the right surname with another given name."""

    def invent(old: str) -> str:
        surname = old[0] if rng.random() < 0.5 else rng.choice(SURNAMES)
        return surname + rng.choice([g for g in GIVEN if g != old[1:]])

    yield from _replaced(text, case.get("people", ()), invent)


def place(rng: random.Random, case: Case, text: str) -> Iterator[tuple[int, int, str]]:
    """Another place of the same kind: 柳河镇 becomes 石门镇."""

    said = "".join(m["text"] for m in case["messages"])
    unheard = [p for p in PLACES if p not in said]

    def invent(old: str) -> str:
        kind = KIND_OF_PLACE.search(old)
        return rng.choice(unheard) + (kind[0] if kind else "村")

    yield from _replaced(text, case.get("places", ()), invent)


def done(rng: random.Random, case: Case, text: str) -> Iterator[tuple[int, int, str]]:
    """A plan of which the report says that it was carried out."""
    for m in PLANNED.finditer(text):
        sentence = re.split(r"[。；]", text[: m.start()])[-1] + re.split(r"[。；]", text[m.end() :])[0]
        terms = case.get("must_not_assert_done", ())
        if any(t in sentence for t in terms) and not PLAN.search(sentence):
            yield m.start(), m.end(), "已"


def unmarked(rng: random.Random, case: Case, text: str) -> Iterator[tuple[int, int, str]]:
    """A plan of which the report no longer says that it is one."""
    for start, end, _ in done(rng, case, text):
        yield start, end, ""


def praise(rng: random.Random, case: Case, text: str) -> Iterator[tuple[int, int, str]]:
    """A sentence of applause that nobody reported."""
    for m in re.finditer("。", text):
        yield m.end(), m.end(), rng.choice(PRAISE)


KINDS: dict[str, tuple[Callable[[random.Random, Case, str], Iterator[tuple[int, int, str]]], int]] = {
    "figure": (figure, 90),
    "borrowed": (borrowed, 30),
    "date": (date, 50),
    "name": (name, 30),
    "place": (place, 40),
    "done": (done, 30),
    "unmarked": (unmarked, 30),
    "praise": (praise, 30),
}


def seeded(cases: Sequence[Case], signed: dict[str, list[Case]], seed: int) -> list[Fault]:
    """330 faults over the signed reports, the same ones for the same seed."""
    chosen: list[Fault] = []
    for kind, (make, count) in KINDS.items():
        rng = random.Random(f"{seed}:{kind}")
        pool = [
            Fault(
                kind,
                case,
                report["title"],
                _swap(report["text"], start, end, new),
                report["text"][start:end],
                new,
            )
            for case in cases
            for report in signed[case["id"]]
            for start, end, new in make(rng, case, report["text"])
        ]
        rng.shuffle(pool)
        chosen += pool[:count]
    return chosen
