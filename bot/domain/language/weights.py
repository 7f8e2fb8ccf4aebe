"""Weights learnt from marked texts, and how likely each kind is by them: a table holds one weight for each kind."""

import math
from array import array
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files


@cache
def table(package: str, name: str) -> dict[str, "array[int]"]:
    """Feature → hundredths of log-odds for each kind, two bytes each; the first line of a table tells the kinds."""
    lines = files(package).joinpath(name).read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("# "))
    return {feature: array("h", map(int, held.split(" "))) for feature, held in rows}


def odds(weights: Mapping[str, "array[int]"], features: Iterable[str], kinds: int) -> tuple[float, ...]:
    """How likely each of the kinds is, all together 1."""
    sums = [0] * kinds
    for feature in set(features):
        if row := weights.get(feature):
            for n, weight in enumerate(row):
                sums[n] += weight
    most = max(sums)
    shares = [math.exp((one - most) / 100) for one in sums]
    total = sum(shares)
    return tuple(share / total for share in shares)
