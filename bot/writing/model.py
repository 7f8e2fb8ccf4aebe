"""The model as a writer of reports: it proposes words, the checks decide, what fails is asked again.

How the service is called lives in service.py, what it is given in material.py, what it is told in prompts/.
"""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from pydantic import BaseModel, ConfigDict

from bot import log
from bot.domain.house.house_style import HouseRule, styled, substituted
from bot.domain.lock.checks import check
from bot.domain.lock.support import held, unsupported
from bot.domain.notes.facts import fact_refs
from bot.domain.notes.note import Note
from bot.domain.notes.report import Report
from bot.errors import ModelError, ModelGarbled, ModelUngrounded
from bot.writing.material import Material, gather
from bot.writing.offline import write_reports
from bot.writing.prompts import fence, prompt
from bot.writing.service import Message, ModelService, Session
from bot.writing.wording import formal

REPAIRS = 2
MOST_FAULTS = 12
_LONGEST_SENTENCE = 110
_CHATTED = re.compile(r"今天|今晚|今早|昨天|昨晚|前天|明天|后天|上周|下周|上个?月|刚才|刚刚|我们|咱们?|俺们?")
_ANY_DAY = re.compile(r"\d+月|\d{4}年|季度|半年")


class Sentence(BaseModel):
    """A sentence with the ids of the clauses that it rests on."""

    model_config = ConfigDict(extra="forbid")
    text: str
    facts: list[str]


class EventReport(BaseModel):
    """The report of one event."""

    model_config = ConfigDict(extra="forbid")
    event: int
    title: str
    sentences: list[Sentence]


class DraftReply(BaseModel):
    """What the prompt draft_report asks for."""

    model_config = ConfigDict(extra="forbid")
    reports: list[EventReport]


@dataclass(frozen=True, slots=True)
class Task:
    """One event with what its report is measured against."""

    material: Material
    offline: Report
    notes: tuple[Note, ...]
    unit: str
    now: datetime
    limit: int
    house: tuple[HouseRule, ...] = ()


class ModelWriter:
    """Implements ports.Writer. Raises ModelError where no report of the model's passes the checks."""

    name = "model"

    def __init__(self, service: ModelService) -> None:
        self._service = service

    async def write(
        self,
        notes: Sequence[Note],
        *,
        unit: str,
        now: datetime,
        limit: int = 400,
        house: Sequence[HouseRule] = (),
    ) -> tuple[Report, ...]:
        """One report per event, the offline text standing in for events whose report did not pass."""
        tasks = await asyncio.to_thread(_tasks, tuple(notes), unit, now, limit, tuple(house))
        if not tasks:
            return ()
        async with self._service.session() as session:
            passed = await _converse(session, tasks)
        if not passed:
            raise ModelUngrounded("模型写的稿子没有通过核对，没有采用。")
        chosen = (passed.get(task.material.number, task.offline) for task in tasks)
        return tuple(styled(report, house) for report in chosen)


def _tasks(notes: tuple[Note, ...], unit: str, now: datetime, limit: int, house: tuple[HouseRule, ...]) -> list[Task]:
    offline = write_reports(notes, unit=unit, now=now, limit=limit)
    materials = gather(notes, now)
    return [Task(m, o, notes, unit, now, limit, house) for m, o in zip(materials, offline, strict=True)]


async def _converse(session: Session, tasks: Sequence[Task]) -> dict[int, Report]:
    """The reports that passed, by event; asks again, naming the faults, at most twice."""
    passed: dict[int, Report] = {}
    messages = _opening(tasks)
    for turn in range(1 + REPAIRS):
        try:
            reply = await session.ask(messages, DraftReply)
            said, faults = reply.model_dump_json(), await asyncio.to_thread(_sift, reply, tasks, passed)
        except ModelGarbled as error:
            said, faults = "（不合格式）", [error.fault]
        except ModelError:
            if not passed:
                raise
            break
        log.event("model.drafted", turn=turn + 1, events=len(tasks), passed=len(passed), faults=len(faults))
        if len(passed) == len(tasks):
            break
        complaint = fence("核对结果", "\n".join(faults[:MOST_FAULTS]))
        repair = prompt("repair_draft").render({"faults": complaint})
        messages = [*_opening(tasks), ("assistant", said), *repair]
    return passed


def _opening(tasks: Sequence[Task]) -> list[Message]:
    return prompt("draft_report").render(
        {
            "limit": str(tasks[0].limit),
            "unit": fence("单位名称", tasks[0].unit),
            "house": fence("用语规矩", "；".join(rule.told() for rule in tasks[0].house) or "没有"),
            "facts": fence("活动记录", "\n\n".join(task.material.lines() for task in tasks)),
        }
    )


def _sift(reply: DraftReply, tasks: Sequence[Task], passed: dict[int, Report]) -> list[str]:
    """Put the reports that pass into `passed`; what is wrong with the others, in words for the model."""
    faults = []
    for task in tasks:
        number = task.material.number
        if number in passed:
            continue
        written = [report for report in reply.reports if report.event == number]
        if len(written) != 1:
            faults.append(f"事件{number}应有一篇，写了{len(written)}篇")
            continue
        wrong = faults_of(written[0], task)
        if not wrong:
            passed[number] = _report(written[0], task)
        faults += wrong
    return faults


def faults_of(written: EventReport, task: Task) -> list[str]:
    """Everything for which the report may not be shown."""
    title, text = written.title.strip(), _body(written)
    sources = [clause.text for clause in task.material.clauses]
    sources += [formal(source) for source in sources]
    sources += [substituted(source, task.house) for source in sources] if task.house else []
    judged = check(title, text, task.material.notes, unit=task.unit, now=task.now)
    faults = [f"记录里没有“{words}”" for words in judged.ungrounded]
    faults += [f"空话，删去：“{words}”" for words in judged.empty]
    invented = unsupported(f"{title}。{text}", sources, unit=task.unit)
    faults += [f"记录里没有这回事：“{clause}”" for clause in invented]
    for sentence in written.sentences:
        faults += _uncited(sentence, task, named=judged.ungrounded)
    return faults + _form(title, text, task)


def _uncited(sentence: Sentence, task: Task, *, named: Sequence[str]) -> list[str]:
    """What of a sentence does not stand in the clauses it cites, `named` apart. Unknown ids are dropped."""
    cited = [clause for clause in task.material.clauses if clause.id in sentence.facts]
    if not cited:
        return [f"没有注明事实编号：“{sentence.text}”"]
    judged = check("", sentence.text, [clause.note for clause in cited], unit=task.unit, now=task.now)
    wrong = [words for words in judged.ungrounded if words not in named]
    return [f"所注的编号里没有“{words}”：“{sentence.text}”" for words in wrong]


def _form(title: str, text: str, task: Task) -> list[str]:
    first = re.split(r"[。！？\n]", text)[0]
    start = f"{task.offline.title}{task.offline.text.partition('。')[0]}"
    faults = []
    if not 6 <= len(title) <= 30 or re.search(r"[。！？\n]", title):
        faults.append(f"标题要6到30字、不用标点：“{title}”")
    if len(text) > task.limit:
        faults.append(f"正文超过{task.limit}字")
    if not _ANY_DAY.search(first):
        faults.append("第一句没有日期")
    if task.unit and task.unit in start and task.unit not in title + first:
        faults.append("标题和第一句没有写信息的单位")
    faults += [f"不要写“{word}”" for word in sorted(set(_CHATTED.findall(title + text)))]
    long = (s for s in re.split(r"[。！？；\n]", text) if len(s) > _LONGEST_SENTENCE)
    return faults + [f"句子太长：“{s[:20]}…”" for s in long]


def _body(written: EventReport) -> str:
    sentences = (sentence.text.strip() for sentence in written.sentences)
    ends = ("。", "！", "？", "。”")
    return "".join(text if text.endswith(ends) else f"{text}。" for text in sentences if text)


def _report(written: EventReport, task: Task) -> Report:
    """What the rules found (missing, conflicts, unused) stays; title, body and facts used are the model's."""
    title, text = written.title.strip(), _body(written)
    named = {name for sentence in written.sentences for name in sentence.facts}
    refs = fact_refs([c.utterance for c in task.material.clauses if c.id in named], task.notes)
    stated = held(refs, f"{title}\n{text}")
    return replace(
        task.offline,
        title=title,
        text=text,
        checks=check(title, text, task.material.notes, unit=task.unit, now=task.now),
        facts=tuple(ref for ref in refs if ref in stated or ref.kind in ("date", "time")),
    )
