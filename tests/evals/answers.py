"""Our own questions over the laws and the starter library: right, first, refused, stale, word for word.

A question of `previous` is a follow-up; `also` names other clauses that answer as well.
"""

import asyncio
import json
import tempfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.domain.library.passages import Answer, Citation
from bot.library import OpenLibrary, open_library
from bot.records.open import open_records
from tests.evals.measures import Absent, Measure, at_least, at_most, none_of

HERE = Path(__file__).parent
ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
NOW = datetime(2026, 5, 29, 10)

STARTER = [
    "questions_starter",
    "questions_later_starter",
    "questions_first_starter",
    "questions_second_starter",
    "questions_third_starter",
    "questions_fourth_starter",
    "questions_seventh_starter",
    "questions_ninth_starter",
]
LAWS = [
    "questions_corpus",
    "questions_versions",
    "questions_later_laws",
    "questions_first_laws",
    "questions_second_laws",
    "questions_third_laws",
    "questions_fourth_laws",
    "questions_fifth_laws",
    "questions_sixth_laws",
    "questions_seventh_laws",
    "questions_eighth_laws",
    "questions_ninth_laws",
    "questions_tenth_laws",
    "questions_eleventh_laws",
    "questions_twelfth_laws",
    "questions_thirteenth_laws",
    "questions_fourteenth_laws",
    "questions_fifteenth_laws",
    "questions_sixteenth_laws",
    "questions_seventeenth_laws",
]
FRESH = {
    "first": "新题一",
    "second": "新题二",
    "third": "新题三",
    "fourth": "新题四",
    "fifth": "新题五",
    "sixth": "新题六",
    "seventh": "新题七",
    "eighth": "新题八",
    "ninth": "新题九",
    "tenth": "新题十",
    "eleventh": "新题十一",
    "twelfth": "新题十二",
    "thirteenth": "新题十三",
    "fourteenth": "新题十四",
    "fifteenth": "新题十五",
    "sixteenth": "新题十六",
    "seventeenth": "新题十七",
}
"""Sets written before anybody had tried them; each is a row of its own, since what was tuned on it flatters it."""

Case = dict[str, Any]


def run() -> Iterable[Measure]:
    yield from asyncio.run(_over("自带资料", [ROOT / "knowledge"], STARTER))
    if not (CORPUS / "policies").is_dir():
        raise Absent("没有 30 部法规的样本，只评了自带资料")
    folders = [CORPUS / "policies", CORPUS / "summaries"]
    yield from asyncio.run(_over("30部法规", folders, LAWS))


async def _over(name: str, folders: Sequence[Path], sets: Sequence[str]) -> list[Measure]:
    cases = [case for s in sets for case in _cases(s)]
    with tempfile.TemporaryDirectory() as home:
        records = await open_records(Path(home))
        try:
            library = open_library(Path(home), records.store, knowledge=ROOT / "knowledge")
            await library.ingesting.index(folders)
            answers = [await _ask(library, case) for case in cases]
        finally:
            await records.close()
    texts = {file.stem: bare(file.read_text("utf-8")) for folder in folders for file in folder.rglob("*.*")}
    splits = [split for split in ("dev", "unseen", *FRESH.values()) if any(c["split"] == split for c in cases)]
    return [row for split in splits for row in _rows(f"{name} {split}", split, cases, answers, texts)]


def _cases(name: str) -> list[Case]:
    cases: list[Case] = json.loads((HERE / f"{name}.json").read_text("utf-8"))
    row = FRESH.get(name.split("_")[1], "")
    return [{"split": row, **case} for case in cases]


async def _ask(library: OpenLibrary, case: Case) -> Answer:
    return await library.answering.ask(case["question"], now=NOW, previous=case.get("previous", ""))


def _rows(
    name: str, split: str, cases: Sequence[Case], answers: Sequence[Answer], texts: dict[str, str]
) -> Iterable[Measure]:
    pairs = [(case, answer) for case, answer in zip(cases, answers, strict=True) if case["split"] == split]
    asked = [(case, answer) for case, answer in pairs if not case.get("unanswerable")]
    idle = [answer for case, answer in pairs if case.get("unanswerable")]
    quotes = [citation for _, answer in pairs for citation in answer.citations]
    yield at_least(f"{name}：答对（{len(asked)} 题）", _share([right(*pair) for pair in asked]), 0.95)
    yield Measure(f"{name}：首条即是", f"{_share([first(*pair) for pair in asked]):.1%}")
    yield at_most(f"{name}：该答没答", _share([answer.refused for _, answer in asked]), 0.03)
    if idle:
        yield at_least(f"{name}：该拒则拒（{len(idle)} 题）", _share([a.refused for a in idle]), 0.95)
    yield none_of(f"{name}：引了失效文本", sum(stale(*pair) for pair in asked))
    yield at_least(f"{name}：引文逐字", _share([bare(q.quote) in texts[q.document] for q in quotes]), 1.0)


def right(case: Case, answer: Answer) -> bool:
    """The clause is cited and the answer holds its words; so are those of `and`, which the question needs too."""
    return all(_found(wanted, answer) for wanted in [case, *case.get("and", ())])


def _found(wanted: Case, answer: Answer) -> bool:
    words = all(any(form in answer.text for form in forms) for forms in wanted["must"])
    return words and any(_hit(wanted, citation) for citation in answer.citations)


def first(case: Case, answer: Answer) -> bool:
    return bool(answer.citations) and _hit(case, answer.citations[0])


def stale(case: Case, answer: Answer) -> bool:
    """An old text is cited though nobody asked for it."""
    old = set(case.get("superseded", ()))
    return any(citation.document in old for citation in answer.citations)


def _hit(case: Case, citation: Citation) -> bool:
    return any(
        wanted["document"] in citation.document and wanted["clause"] in citation.clause
        for wanted in [case, *case.get("also", ())]
    )


def bare(text: str) -> str:
    return "".join(text.split())


def _share(marks: Sequence[bool]) -> float:
    return sum(marks) / len(marks) if marks else 1.0
