"""One line of the evaluation's table; measuring lives in the sibling modules, printing in __main__."""

from typing import NamedTuple


class Measure(NamedTuple):
    """A figure beside its bar. `met` is None where there is no bar to meet."""

    name: str
    value: str
    target: str = ""
    met: bool | None = None


class Absent(Exception):
    """What is to be measured, or the set to measure with, is not here; the text says which."""


def at_least(name: str, value: float, bar: float) -> Measure:
    return Measure(name, f"{value:.1%}", f"≥ {bar:.0%}", value >= bar)


def at_most(name: str, value: float, bar: float) -> Measure:
    return Measure(name, f"{value:.1%}", f"≤ {bar:.0%}", value <= bar)


def none_of(name: str, count: int) -> Measure:
    return Measure(name, str(count), "0", count == 0)
