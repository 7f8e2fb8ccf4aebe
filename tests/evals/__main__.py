"""`python -m tests.evals [name…]` runs the evaluations beside this file and prints one table.

A module beside this file takes part when it has `run()`, which gives rows of (name, value[, target[, met]])
or raises `Absent`. Exit status 1 when a bar is missed.
"""

import importlib
import importlib.util
import pkgutil
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.evals.measures import Absent, Measure

HERE = Path(__file__).parent
MARKS = {True: "[green]达标[/]", False: "[bold red]未达标[/]", None: ""}


def names() -> list[str]:
    """The modules beside this file that define `run`, read without importing the others."""
    found = (m.name for m in pkgutil.iter_modules([str(HERE)]))
    return [n for n in found if "\ndef run(" in (HERE / f"{n}.py").read_text("utf-8")]


def rows_of(name: str) -> list[Measure]:
    module = importlib.import_module(f"tests.evals.{name}")
    return [Measure(*row) for row in module.run()]


def main(wanted: Iterable[str]) -> int:
    console, known, missed = Console(), names(), 0
    wanted = list(wanted) or known
    if unknown := set(wanted) - set(known):
        console.print(f"没有这项评测：{'、'.join(sorted(unknown))}。可选：{'、'.join(known)}")
        return 2
    table = Table()
    for heading in ("评测", "指标", "结果", "要求", ""):
        table.add_column(heading, overflow="fold")
    for name in wanted:
        begin = time.perf_counter()
        try:
            rows = rows_of(name)
        except (Absent, ImportError) as error:
            console.print(f"[bold yellow]跳过 {name}[/]：{error}")
            continue
        for row in rows:
            missed += row.met is False
            table.add_row(name, row.name, row.value, row.target, MARKS[row.met])
        table.add_row(name, "用时", f"{time.perf_counter() - begin:.1f} 秒", "", "", end_section=True)
    console.print(table)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
