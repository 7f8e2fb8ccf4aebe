"""Anything typed is served: what people and rules are made of, cut and spliced, through writer, checker and talk.

`python -m tests.evals.fuzz [SECONDS [SEED]]` prints each place that fails once, with what was typed. The suite draws
its random texts from letters of all kinds; those seldom look like what a rule waits for (a message of just 这个).
"""

import asyncio
import random
import re
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from bot.domain.notes.note import Note
from bot.domain.plain.plain_talk import judge
from bot.writing.offline import write_reports
from tests.flows.conversation import conversation

ROOT = Path(__file__).parents[2]
_BETWEEN = ["", "", "，", "。", " ", "、", "？", "：", "；", "\n", "3", "12", "5月", "“", "”", "（", "）", "."]
_NOW = datetime(2026, 11, 20, 17, 0)


class Splicer:
    """Texts out of the messages of the sets beside this file and the Chinese words of the rules."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        sets = [
            p for kind in ("notes_*.json", "wants.tsv", "questions_*.json") for p in Path(__file__).parent.glob(kind)
        ]
        told = (p.read_text("utf-8") for p in sets)
        self.said = [m for text in told for m in re.findall(r'"([^"]+)"|\t([^\t]+)\t', text) for m in m if m]
        rules = (p.read_text("utf-8") for p in (ROOT / "bot").rglob("*.py"))
        self.words = sorted({word for text in rules for word in re.findall("[一-龥]{1,8}", text)})

    def text(self) -> str:
        kind = self.chance.random()
        if kind < 0.25:
            return self.chance.choice(self.words)
        if kind < 0.5:
            return self._cut(len(self.said)) or "这个"
        return "".join(self._piece() + self.chance.choice(_BETWEEN) for _ in range(self.chance.randint(1, 5)))

    def texts(self) -> list[str]:
        return [self.text() for _ in range(self.chance.choice([1, 1, 2, 3, 5]))]

    def _piece(self) -> str:
        kind = self.chance.random()
        if kind < 0.4:
            return self.chance.choice(self.words)
        return self.chance.choice(self.said) if kind < 0.5 else self._cut(14)

    def _cut(self, most: int) -> str:
        whole = self.chance.choice(self.said)
        start = self.chance.randint(0, len(whole))
        return whole[start : start + self.chance.randint(1, most)]


class Failures:
    """Each place that failed, told once."""

    def __init__(self) -> None:
        self.seen: set[tuple[str, ...]] = set()

    def note(self, error: Exception, what: str, texts: list[str]) -> None:
        frames = [f for f in traceback.extract_tb(error.__traceback__) if "/bot/" in f.filename][-2:]
        place = (type(error).__name__, *(f"{Path(f.filename).relative_to(ROOT)}:{f.lineno}" for f in frames))
        if place not in self.seen:
            self.seen.add(place)
            print(what, *place, f"{error}"[:80], texts, flush=True)


def alone(splicer: Splicer, failures: Failures) -> Iterator[int]:
    """Writer and checker, a day a step."""
    while True:
        texts = splicer.texts()
        notes = [Note(text, _NOW - timedelta(minutes=9 - i), "周敏") for i, text in enumerate(texts)]
        try:
            write_reports(notes, unit="县文化馆", now=_NOW, limit=400)
            judge("\n".join(texts))
        except Exception as error:  # whatever it is, it is what is looked for
            failures.note(error, "write", texts)
        yield 1


async def talk(splicer: Splicer, failures: Failures) -> int:
    """One conversation: notes, a draft, and whatever comes; also each button that is shown."""
    with tempfile.TemporaryDirectory() as folder:
        async with conversation(Path(folder)) as with_bot:
            said: list[str] = []
            for turn in range(30):
                text = "写成信息" if turn % 10 == 4 else splicer.text()
                labels = with_bot.labels()
                press = bool(labels) and splicer.chance.random() < 0.2
                said.append(f"[{label}]" if press and (label := splicer.chance.choice(labels)) else text)
                try:
                    await (with_bot.press(label) if press else with_bot.say(text))
                except Exception as error:  # as above
                    failures.note(error, "talk", said[-6:])
            return len(said)


def main(seconds: float = 120, seed: int | None = None) -> int:
    seed = random.randrange(10_000) if seed is None else seed
    splicer, failures = Splicer(seed), Failures()
    days, messages, steps = 0, 0, alone(splicer, failures)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        days += sum(next(steps) for _ in range(100))
        messages += asyncio.run(talk(splicer, failures))
    print(f"seed {seed}: {days} days written, {messages} messages heard, {len(failures.seen)} places failed")
    return len(failures.seen)


if __name__ == "__main__":
    sys.exit(bool(main(*(float(a) if i == 0 else int(a) for i, a in enumerate(sys.argv[1:])))))
