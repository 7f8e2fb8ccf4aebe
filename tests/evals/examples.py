"""`python -m tests.evals.examples` prints docs/examples.md: conversations that the product held while it printed.

Units, persons and figures are invented; the library is the starter library. What is said stands in scripts.py.
"""

import asyncio
import sys
import tempfile
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from bot.domain.submissions.people import Person, Role
from bot.domain.talk.desk import Outgoing
from bot.domain.talk.door import Incoming
from bot.records.library import SqlShelf
from bot.settings import Settings
from bot.wiring import House, open_house
from tests.evals.scripts import SCRIPTS, Press, Script, Turn
from tests.fakes import house as invented

HEAD = """# 十三段对话

下面的对话由 `make examples` 生成：句句是程序当场的回答，没有改过一个字。
单位、人名、数字都是编的；查规定用的是自带资料。方括号里是按钮。
"""


async def held(house: House, script: Script, number: int) -> str:
    """One conversation as Markdown."""
    person = await (_editor(house, script.year) if script.year else _newcomer(house, script.unit, number))
    lines = [f"## {number}. {script.title}", *([script.remark] if script.remark else [])]
    shown: Sequence[Outgoing] = ()
    for at, turn in enumerate(script.turns):
        incoming = _incoming(script, turn, shown, f"example:{number}:{at}", at)
        lines.append(_asked(turn))
        shown = await house.hearing.hear(person, incoming)
        lines += [_answered(reply) for reply in shown]
    return "\n\n".join(lines)


async def _newcomer(house: House, unit: str, number: int) -> Person:
    """A person with an empty desk, let in as everybody is."""
    code = await house.records.people.invite(unit, Role.STAFF)
    person = await house.records.people.redeem(code.replace("-", ""), number, "小周")
    assert person
    return person


async def _editor(house: House, year: invented.Year) -> Person:
    """The editor of the invented bureau, with its year behind them."""
    staff = await invented.move_in(house.records, year)
    await invented.shelve_past(SqlShelf(house.records.store), year)
    return staff[invented.EDITOR]


def _incoming(script: Script, turn: Turn, shown: Sequence[Outgoing], key: str, at: int) -> Incoming:
    when = script.start + timedelta(minutes=at)
    if isinstance(turn, Press):
        buttons = [token for reply in shown for row in reply.buttons for label, token in row if label == turn.label]
        return Incoming(key, "", when, action=buttons[0])
    return Incoming(key, turn.text, when, speaker=turn.speaker)


def _asked(turn: Turn) -> str:
    if isinstance(turn, Press):
        return f"**按** [{turn.label}]"
    return f"**{turn.speaker or '我'}**：" + turn.text.replace("\n", "  \n")


def _answered(reply: Outgoing) -> str:
    lines = f"**实报**：{reply.text}".split("\n")
    lines += [" ".join(f"[{label}]" for label, _ in row) for row in reply.buttons]
    return "\n".join(f"> {line}  " if line.strip() else ">" for line in lines)


async def transcripts(home: Path) -> str:
    """The whole document; the starter library is indexed in `home` first."""
    async with open_house(Settings(home=home)) as house:
        await house.fill_library(lambda done, of, name: None)
        told = [await held(house, script, n) for n, script in enumerate(SCRIPTS, 1) if not script.year]
    for number, script in enumerate(SCRIPTS, 1):
        if script.year:
            async with open_house(Settings(home=home / f"year{number}")) as house:
                told.append(await held(house, script, number))
    return "\n".join([HEAD, "\n\n".join(told), ""])


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        sys.stdout.write(asyncio.run(transcripts(Path(folder))))


if __name__ == "__main__":
    main()
