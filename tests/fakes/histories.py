"""Random histories for a state machine over events: an account kept by hand must agree with the fold at every step."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from random import Random
from typing import Any

from bot.errors import IllegalStep

History = Sequence[tuple[int, Any]]


def live(
    history: History, machine: Any, holds: Callable[..., None], recounts: Callable[[Counter, dict[int, Any]], None]
) -> None:
    """Several things take random events, those that may happen. `machine` is the module with step and fold.

    `holds` says what is true of a legal step (before, event, after), `recounts` what is true of all together.
    """
    standings: dict[int, Any] = {}
    logs: dict[int, list[Any]] = {}
    account: Counter = Counter()
    for number, happening in history:
        before = standings.get(number)
        try:
            after = machine.step(before, happening)
        except IllegalStep:
            continue
        logs.setdefault(number, []).append(happening)
        standings[number] = after
        if before:
            account[before.state] -= 1
        account[after.state] += 1
        holds(before, happening, after)
        recounts(account, standings)
    assert {number: machine.fold(log) for number, log in logs.items()} == standings


def drawn(seed: int, steps: Sequence[tuple[int, Any]], longest: int) -> Iterable[History]:
    """Ten histories a draw: drawn step by step, so many take a minute."""
    chance = Random(seed)
    return [chance.choices(steps, k=chance.randint(0, longest)) for _ in range(10)]
