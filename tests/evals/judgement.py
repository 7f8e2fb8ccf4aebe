"""What an editor counts in the drafts of a note case. Runs no product code, and no draft is written here."""

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
CHINESE = "零〇一二两三四五六七八九十百千万亿"
NOT_WRITTEN = re.compile(
    r"今天|今晚|今早|昨天|昨晚|昨日|前天|明天|后天|上周|上个?月|刚才|刚刚"
    r"|我们|咱|俺|哈哈|呵呵|(?<![网书酒茶])[吧嘛啊呢哦噢呀啦][，。；！？,;]|搞了|搞完|搞的|来了|去了|挺|不少人|大家都|拉走"
    r"|说错|更正一下|看反了|那个|这个事|我不|收到|辛苦|领完|办完了|，，|。。|👍|😀"
)
PLAN = re.compile("拟|将|计划|准备|预计|答应|承诺|打算|下一步|下周|目标|限|前修好|研究|联系|约定|表示")
DATE = re.compile(r"\d+月(\d+日)?|\d{4}年|季度|上半年|下半年")

Case = dict[str, Any]


@dataclass(slots=True)
class Verdict:
    """What is wrong with the drafts of one case; `lost` of `facts` is the coverage."""

    id: str
    facts: int
    lost: list[str] = field(default_factory=list)
    fabricated: list[float] = field(default_factory=list)
    forbidden: list[str] = field(default_factory=list)
    undone: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    form: list[str] = field(default_factory=list)
    length: int = 0

    @property
    def wrong(self) -> list[str]:
        return [
            *(f"丢了 {x}" for x in self.lost),
            *(f"编了 {x:g}" for x in self.fabricated),
            *(f"混入 {x}" for x in self.forbidden),
            *(f"计划当已办 {x}" for x in self.undone),
            *self.flags,
            *self.form,
        ]


def cases(name: str) -> list[Case]:
    # The long group talks are no notes_*.json: learners take what is told in those for told rightly.
    file = HERE / f"{name if name.startswith('group') else f'notes_{name}'}.json"
    loaded: list[Case] = json.loads(file.read_text("utf-8"))
    return loaded


def good(name: str) -> dict[str, list[Case]]:
    loaded: dict[str, list[Case]] = json.loads((HERE / f"notes_{name}_good.json").read_text("utf-8"))
    return loaded


def normal(text: str) -> str:
    return re.sub(r"(?<=\d),(?=\d{3})", "", unicodedata.normalize("NFKC", text))


def chinese_value(run: str) -> int | None:
    if not any(c in UNITS for c in run):
        return int("".join(str(DIGITS[c]) for c in run))
    total = section = digit = 0
    for c in run:
        unit = UNITS.get(c)
        if unit is None:
            digit = DIGITS[c]
        elif unit >= 10_000:
            total, section, digit = (total + section + digit) * unit, 0, 0
        else:
            section, digit = section + (digit or 1) * unit, 0
    return total + section + digit


def numbers(text: str) -> set[float]:
    """Every value that the text may be said to hold, read generously: 3万 holds 3 and 30000."""
    text, found = normal(text), set[float]()
    for m in re.finditer(r"(\d+(?:\.\d+)?)([万亿千百]?)", text):
        found |= {round(float(m[1]), 6), round(float(m[1]) * UNITS.get(m[2], 1), 6)}
    for m in re.finditer(rf"([\d{CHINESE}]+)块([\d{CHINESE}])(?:毛([\d{CHINESE}])?)?", text):  # 7块8, 1块2毛5
        spelt = [x if x.isdigit() else str(chinese_value(x)) for x in m.groups(default="0")]
        found.add(float(f"{spelt[0]}.{spelt[1]}{spelt[2]}"))
    for m in re.finditer(f"[{CHINESE}]+", text):
        value = chinese_value(m[0])
        if value is not None:
            found.add(float(value))
    return found


def figures(text: str) -> set[float]:
    """What a reader takes as a figure: Arabic numbers, and Chinese ones of 10 and up."""
    text = normal(text)
    arabic = re.finditer(r"(\d+(?:\.\d+)?)([万亿]?)", text)
    found = {round(float(m[1]) * UNITS.get(m[2], 1), 6) for m in arabic}
    values = (chinese_value(m[0]) for m in re.finditer(f"[{CHINESE}]{{2,}}", text))
    return found | {float(v) for v in values if v is not None and v >= 10}


def allowed(case: Case) -> set[float]:
    ok = set[float]()
    for message in case["messages"]:
        ok |= numbers(message["text"])
        day = datetime.fromisoformat(message["time"])
        ok |= {float(day.year), float(day.month), float(day.day)}
    for form in (*(f for forms in case["facts"] for f in forms), *case.get("allowed_extra", [])):
        ok |= numbers(form)
    ok |= {float(12 + h) for h in range(1, 12) if float(h) in ok}  # 下午两点 is 14时
    if any("半" in m["text"] for m in case["messages"]):
        ok |= {30.0, 0.5} | {n + 0.5 for n in ok}
    return ok


def _flags(case: Case, reports: Sequence[Case]) -> Iterator[str]:
    asked = json.dumps([r.get("missing", []) for r in reports], ensure_ascii=False)
    conflicts = json.dumps([r.get("conflicts", []) for r in reports], ensure_ascii=False)
    if "missing_any" in case and not any(w in asked for w in case["missing_any"]):
        yield "缺项没有问"
    for values in case.get("conflict", []):
        if not all(v in conflicts for v in values):
            yield "矛盾没有提：" + "/".join(values)
    if len(reports) < len(case.get("multi", ())):
        yield f"{len(case['multi'])} 件事写成 {len(reports)} 篇"


def _form(case: Case, title: str, body: str) -> Iterator[str]:
    lead = re.split(r"[。！？\n]", body)[0]
    names = (case["unit"], case["unit"][-4:], case["unit"][-3:], *case.get("lead_any", []))
    for part in (title, body):
        yield from (f"口语 {m[0]}" for m in NOT_WRITTEN.finditer(part))
    if not 6 <= len(title) <= 30:
        yield f"标题 {len(title)} 字"
    if not DATE.search(lead) and "missing_any" not in case:
        yield "首句没有时间"
    if not any(name in title + lead for name in names):
        yield "开头没有单位"
    if body and body.rstrip()[-1] not in "。！？】”》）":
        yield "结尾没有句号"
    if any(len(s) > 110 for s in re.split(r"[。！？；\n]", body)):
        yield "有超过 110 字的句子"


def judge(case: Case, reports: Sequence[Case]) -> Verdict:
    """Judge the reports ({title, text, missing, conflicts}) that were written for the case."""
    whole = normal("\n".join(r["title"] + "\n" + r["text"] for r in reports))
    sentences = re.split(r"[。；;！!\n]", whole)
    ok = allowed(case)
    verdict = Verdict(case["id"], len(case["facts"]))
    verdict.lost = [forms[0] for forms in case["facts"] if not any(normal(f) in whole for f in forms)]
    verdict.fabricated = sorted(figures(whole) - ok)
    verdict.forbidden = [p for p in case.get("forbidden", []) if normal(p) in whole]
    verdict.undone = [
        t for t in case.get("must_not_assert_done", []) for s in sentences if t in s and not PLAN.search(s)
    ]
    verdict.flags = list(_flags(case, reports))
    verdict.form = [f for r in reports for f in _form(case, normal(r["title"]), normal(r["text"]))]
    verdict.length = max((len(re.sub(r"\s", "", r["title"] + r["text"])) for r in reports), default=0)
    return verdict
