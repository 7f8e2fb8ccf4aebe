"""The note cases through the offline drafting, in process; how the drafts are judged is in judgement.py."""

import asyncio
import sys
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict
from datetime import datetime

from bot.domain.notes.note import Note
from tests.evals.judgement import Case, Verdict, cases, judge
from tests.evals.measures import Absent, Measure, at_least, none_of


async def written(among: Sequence[Case]) -> list[list[Case]]:
    """The reports that the product writes for each case, offline."""
    try:
        from bot.flows.draft import Drafting
        from bot.writing.offline import OfflineWriter
    except ImportError as error:
        raise Absent(f"还不能写稿：{error.name} 没有") from error
    drafting = Drafting(OfflineWriter())
    drafts = []
    for case in among:
        notes = [Note(m["text"], datetime.fromisoformat(m["time"]), m["from"]) for m in case["messages"]]
        now = datetime.fromisoformat(case["now"])
        result = await drafting.draft(notes, unit=case["unit"], now=now, engine="offline")
        drafts.append([asdict(report) for report in result.reports])
    return drafts


def rows(label: str, verdicts: Sequence[Verdict]) -> Iterable[Measure]:
    facts = sum(v.facts for v in verdicts)
    lost = sum(len(v.lost) for v in verdicts)
    clean = sum(not v.wrong for v in verdicts)
    yield Measure(f"{label}：无可挑剔", f"{clean}/{len(verdicts)}")
    yield at_least(f"{label}：事实写全（{facts} 条）", 1 - lost / facts, 0.98)
    yield none_of(f"{label}：编造的数字", sum(len(v.fabricated) for v in verdicts))
    yield none_of(f"{label}：不该写的", sum(len(v.forbidden) for v in verdicts))
    yield none_of(f"{label}：计划当已办", sum(len(v.undone) for v in verdicts))
    yield none_of(f"{label}：该提未提", sum(len(v.flags) for v in verdicts))
    yield none_of(f"{label}：行文毛病", sum(len(v.form) for v in verdicts))
    yield Measure(f"{label}：最长（字）", str(max(v.length for v in verdicts)))


# How each did at first sight: docs/first-sight.md.
SETS = {
    "dev": "开发",
    "unseen": "未见",
    "fresh": "新写",
    "traps": "陷阱",
    "snares": "陷阱二",
    "new": "白话",
    "new2": "白话二",
    "new3": "白话三",
    "talk": "群聊",
    "talk2": "群聊二",
    "blind": "盲写",
    "blind2": "盲写二",
    "blind3": "盲写三",
    "blind4": "盲写四",
    "blind5": "盲写五",
    "blind6": "盲写六",
    "blind7": "盲写七",
    "blind8": "盲写八",
    "blind9": "盲写九",
    "blind10": "盲写十",
    "blind11": "盲写十一",
    "blind12": "盲写十二",
    "blind13": "盲写十三",
    "blind14": "盲写十四",
    "blind15": "盲写十五",
    "blind16": "盲写十六",
    "blind17": "盲写十七",
    "blind18": "盲写十八",
    "blind19": "盲写十九",
    "clipped": "短句",
    "clipped_held": "短句留出",
    "voice": "短句和语音",
    "voice_held": "短句和语音留出",
    "office": "办公室",
    "plain1": "平常日子一",
    "plain2": "平常日子二",
    "plain3": "平常日子三",
    "plain4": "平常日子四",
    "plain5": "平常日子五",
    "plain6": "平常日子六",
    "plain7": "平常日子七",
    "plain8": "平常日子八",
    "plain9": "平常日子九",
    "plain10": "平常日子十",
    "plain11": "平常日子十一",
    "plain12": "平常日子十二",
    "plain13": "平常日子十三",
    "plain14": "平常日子十四",
    "calm": "平静日子",
    "group_talk": "群聊长日",
    "group_talk_held": "群聊长日留出",
}


def run() -> list[Measure]:
    table: list[Measure] = []
    for name, label in SETS.items():
        among = cases(name)
        drafts = asyncio.run(written(among))
        table += rows(label, [judge(case, reports) for case, reports in zip(among, drafts, strict=True)])
    return table


def show(wanted: Collection[str]) -> None:
    """Print drafts of development cases with what is wrong with them; the unseen ones are never shown."""
    from tests.evals.style import marks

    among = [c for c in cases("dev") if not wanted or c["id"] in wanted]
    for case, reports in zip(among, asyncio.run(written(among)), strict=True):
        verdict = judge(case, reports)
        print(f"\n{case['id']}  {'；'.join(verdict.wrong) or '无可挑剔'}")
        for report in reports:
            print(f"  改：{'、'.join(marks(case['unit'], report['title'], report['text'])) or '无'}")
            print(f"  【{report['title']}】\n  " + report["text"].replace("\n", "\n  "))


if __name__ == "__main__":
    show(sys.argv[1:])
