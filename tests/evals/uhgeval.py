"""The number check on UHGEval: keywords of 1,000 news continuations, labelled by people."""

import gzip
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.domain.lock.amounts import ungrounded_numbers
from tests.evals.judgement import normal
from tests.evals.measures import Absent, Measure, at_least, at_most

SET = Path(__file__).parents[2].parent / "shared" / "evals" / "public" / "uhgeval" / "concise.jsonl.gz"
NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Claim:
    """A keyword with a figure in it, what it must rest on, and whether people found it wrong."""

    text: str
    wrong: bool
    sources: tuple[str, ...]
    sent: str


def claims() -> Iterator[Claim]:
    """Every keyword with an Arabic digit: 773 of them."""
    if not SET.exists():
        raise Absent(f"没有测试集 {SET.name}（UHGEval concise）")
    with gzip.open(SET, "rt", encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)
            sources = (item["headLine"], item["newsBeginning"], item["newsRemainder"])
            for note in item["annotations"]:
                text, _, label = note.partition("<sep>")
                if re.search(r"\d", normal(text)):
                    yield Claim(text, label.startswith("不合理"), sources, item["broadcastDate"])


def plain_rule(claim: Claim) -> bool:
    """The published baseline: a number of the claim that stands nowhere in the sources."""
    told = {n for source in (*claim.sources, claim.sent) for n in NUMBER.findall(normal(source))}
    return not set(NUMBER.findall(normal(claim.text))) <= told


def product_rule(claim: Claim) -> bool:
    day = datetime.fromisoformat(claim.sent)
    return bool(ungrounded_numbers(claim.text, (*claim.sources, f"{day.year}年{day.month}月{day.day}日")))


def rates(rule: Callable[[Claim], bool], among: list[Claim]) -> tuple[float, float, float]:
    """Precision, recall and the share of right claims that are blamed."""
    blamed = [c.wrong for c in among if rule(c)]
    wrong = sum(c.wrong for c in among)
    caught, alarms = sum(blamed), len(blamed) - sum(blamed)
    return caught / max(len(blamed), 1), caught / max(wrong, 1), alarms / max(len(among) - wrong, 1)


def run() -> list[Measure]:
    among = list(claims())
    plain = rates(plain_rule, among)
    precision, recall, alarms = rates(product_rule, among)
    return [
        Measure("朴素规则 查准/查全/误报", " / ".join(f"{v:.3f}" for v in plain), "0.965 / 0.851 / 0.122"),
        Measure("查准率", f"{precision:.1%}"),
        at_least("查全率", recall, 0.90),
        at_most("误报率", alarms, 0.08),
    ]
