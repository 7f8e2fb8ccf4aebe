"""Results as plain text pages for people at a terminal: short lines, no frames. No input, no conversation."""

from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING

import typer

from bot.domain.notes.report import Report

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress

    from bot.domain.library.passages import Answer
    from bot.domain.plain.verdicts import Judgement
    from bot.flows.section import Section
    from bot.flows.sources import IndexCounts

SHOWN_SOURCES = 20
VERDICTS = {"substantive": "实", "vague": "虚", "empty": "空", "structural": "—"}


def reports(made: Sequence[Report], messages: Sequence[str]) -> str:
    """Every report with its checks, what is missing, contested and left out."""
    many = len(made) > 1
    return "\n\n".join(_report(one, messages, f"【{n}】" if many else "") for n, one in enumerate(made, 1))


def _report(report: Report, messages: Sequence[str], mark: str) -> str:
    lines = [f"{mark}{report.title}", "", report.text, "", report.checks.line()]
    if report.missing:
        lines.append("缺：" + "、".join(report.missing))
    lines += [f"说法不一：{one.about} " + " / ".join(one.values) for one in report.conflicts]
    lines += [f"没用：{rest.text}（{rest.why}）" for rest in report.unused]
    lines += [remark.line() for remark in report.remarks]
    lines += [f"无据：{text}" for text in report.checks.ungrounded]
    return "\n".join(lines)


def answer(found: "Answer") -> str:
    return found.text


def judgement(judged: "Judgement") -> str:
    """One line a sentence: verdict, the sentence, what to do with it."""
    lines = []
    for sentence in judged.sentences:
        lines.append(f"{VERDICTS[sentence.verdict]}　{sentence.text.strip()}")
        lines += [f"　　{hint}" for hint in (sentence.why, sentence.advice, sentence.ask) if hint]
    lines += [f"注意　{finding.message}" for finding in judged.findings]
    verdict = "通过" if judged.passed else "未通过"
    return "\n".join([*lines, "", f"{verdict}：空话占 {judged.empty_ratio:.0%}"])


def counts(done: "IndexCounts") -> str:
    lines = [
        f"收录 {done.documents} 份：新增 {done.added}，更新 {done.changed}，未变 {done.unchanged}，"
        f"移除 {done.removed}，共 {done.passages} 条。"
    ]
    return "\n".join(lines + [f"没收进：{name}（{reason}）" for name, reason in done.failed])


def section(made: "Section") -> str:
    """The text, what the checks say, and what each part rests on: notes in full, of many records the names."""
    lines = [made.title, "", made.text, "", made.checks.line()]
    lines += [f"无据：{text}" for text in made.checks.ungrounded]
    shown = made.sources[:SHOWN_SOURCES]
    lines += [f"依据：{source.label or source.id}　{source.quote}" for source in shown]
    more = len(made.sources) - len(shown)
    return "\n".join(lines + ([f"依据还有{more}处，加 --json 看全部"] if more > 0 else []))


class Progress:
    """A progress bar on standard error that appears with the first step and leaves one line behind."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._bar: RichProgress | None = None

    def __enter__(self) -> "Progress":
        return self

    def __call__(self, done: int, total: int, name: str) -> None:
        if self._bar is None:
            self._bar = self._start(total)
        self._bar.update(self._bar.task_ids[0], completed=done, total=total, description=self._title)

    def _start(self, total: int) -> "RichProgress":
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        console = Console(stderr=True)
        if not console.is_terminal:
            typer.echo(f"{self._title}…", err=True)
        bar = Progress(
            TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), console=console,
            disable=not console.is_terminal,
        )  # fmt: skip
        bar.add_task(self._title, total=total)
        bar.start()
        return bar

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()
            self._bar = None
