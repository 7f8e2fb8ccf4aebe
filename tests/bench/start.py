"""How long a person waits: for the prompt, for the first reply, for a command that needs no library."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from tests.evals.measures import Measure
from tests.fakes.tty import ROOT, Terminal

NOTE = "今天上午九点在文化广场办了老年书画展，展出作品124幅\n"


def run() -> Iterable[Measure]:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        first = Terminal("chat", home=home)
        yield Measure("第一次 chat 到提示符（含收录自带资料）", f"{first.until('› ', within=300):.1f} 秒")
        first.end()
        prompts, replies = zip(*(_second_start(home) for _ in range(3)), strict=True)
        yield _seconds("再次 chat 到提示符", min(prompts), 2.0)
        yield Measure("提示符到第一条回复", f"{min(replies) - min(prompts):.2f} 秒")
        for name in ("draft", "check"):
            yield _seconds(f"shibao {name} 整个命令", min(_command(name, home) for _ in range(3)), 0.5)


def _second_start(home: Path) -> tuple[float, float]:
    terminal = Terminal("chat", home=home)
    prompt = terminal.until("› ")
    terminal.type(NOTE)
    reply = terminal.until("已记第")
    terminal.end()
    return prompt, reply


def _command(name: str, home: Path) -> float:
    begin = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "bot", name, "-"],
        input=NOTE.encode(), capture_output=True, check=True, cwd=ROOT, env={"SHIBAO_HOME": str(home)},
    )  # fmt: skip
    return time.perf_counter() - begin


def _seconds(name: str, value: float, target: float) -> Measure:
    return Measure(name, f"{value:.2f} 秒", f"≤ {target} 秒", value <= target)
