"""A plain day of chat through the offline writer: corrections land where they belong, the named doer stands alone."""

from datetime import datetime

import pytest

from bot.domain.notes.note import Note
from bot.writing.offline import OfflineWriter

NOW = datetime(2026, 11, 22, 18, 0)
DAY = ("今天上午9点，县图书馆在城关小学办读书分享会", "来了126个学生，捐书320册", "馆长李秀兰讲了怎么挑书")


async def written(correction: str) -> str:
    notes = [Note(text) for text in (*DAY, correction)]
    (report,) = await OfflineWriter().write(notes, unit="县图书馆", now=NOW, limit=400)
    for fact in report.facts:
        assert notes[fact.message].text[fact.start : fact.end] == fact.text
    assert report.checks.passed
    return report.text


@pytest.mark.parametrize(
    ("correction", "right", "wrong"),
    [
        ("刚才人数说错了，是238", "238名学生", "126"),
        ("刚才人数说错了，是128人", "128名学生", "126"),
        ("不对，人数是238名", "238名学生", "126"),
        ("说错了，是238人", "238名学生", "126"),
        ("人数是128人，刚才写错了", "128名学生", "126"),
        ("捐书写错了，是330册", "捐书330册", "320"),
        ("捐书数说错了，是330", "捐书330册", "320"),
        ("不是126是136", "136名学生", "126"),
    ],
)
async def test_a_correction_lands_on_the_figure_it_names(correction: str, right: str, wrong: str) -> None:
    text = await written(correction)
    assert right in text
    assert wrong not in text
    assert "是" + right[:3] not in text


@pytest.mark.parametrize("unit", ["云溪县文化和旅游局", "本单位", "县图书馆"])
async def test_the_doer_that_a_note_names_stands_alone(unit: str) -> None:
    (report,) = await OfflineWriter().write([Note(DAY[0])], unit=unit, now=NOW, limit=400)
    assert report.title == "县图书馆在城关小学举办读书分享会"
    assert report.text.startswith("11月22日上午9时，县图书馆在城关小学")
