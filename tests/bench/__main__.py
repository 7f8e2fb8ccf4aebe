"""`python -m tests.bench [name…]` runs the measurements beside this file and prints one table.

A module beside this file takes part when it has `run()`, which gives rows of (name, value[, target[, met]])
or raises `Absent`. Speed depends on the machine: a missed target is shown, the exit status stays 0.
"""

import importlib
import pkgutil
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.evals.measures import Absent, Measure

HERE = Path(__file__).parent
MARKS = {True: "[green]达标[/]", False: "[bold red]未达标[/]", None: ""}


def names() -> list[str]:
    """The modules beside this file that define `run`."""
    found = (module.name for module in pkgutil.iter_modules([str(HERE)]))
    return [name for name in found if "\ndef run(" in (HERE / f"{name}.py").read_text("utf-8")]


def main(wanted: Sequence[str]) -> int:
    console, known = Console(), names()
    unknown = set(wanted) - set(known)
    if unknown:
        console.print(f"没有这项测量：{'、'.join(sorted(unknown))}。可选：{'、'.join(known)}")
        return 2
    table = Table("测量", "指标", "结果", "目标", "")
    for name in wanted or known:
        try:
            rows = [Measure(*row) for row in importlib.import_module(f"tests.bench.{name}").run()]
        except (Absent, ImportError) as error:
            console.print(f"[bold yellow]跳过 {name}[/]：{error}")
            continue
        for row in rows:
            table.add_row(name, row.name, row.value, row.target, MARKS[row.met], end_section=row is rows[-1])
    console.print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
