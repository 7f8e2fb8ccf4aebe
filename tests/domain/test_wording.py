"""What an answer from the starter library says besides the words: no list mark, and how sure the point is."""

from dataclasses import replace

import pytest

from bot.domain.library.evidence import Evidence
from bot.domain.library.excerpts import excerpts_of, strip_address
from bot.domain.library.passages import Document, Passage
from bot.domain.library.wording import answered

SURE = "（一）公务接待陪餐：来客10人以内，陪餐不超过3人。（来源：转述；日期：2013-12；核实：V2 转述）"
UNSURE = "（一）伙食补助：通行说法是每天100元。（来源：一般知识；日期：2013-12-31；核实：G 一般知识，用前请核）"


def evidence(text: str) -> Evidence:
    document = Document("d", "要点", "某规定", "0", kind="要点，非原文", digest=True)
    passage = Passage("p", "d", 0, "一、（一）", ("一、吃饭",), text)
    excerpts = excerpts_of(passage)
    return Evidence(passage, document, 0.9, 0.9, 1.0, 1.0, True, 0.9, excerpts, excerpts[0])


@pytest.mark.parametrize(
    ("text", "clause", "said"),
    [
        ("（三）能不能喝酒：不能。", "一、（三）", "能不能喝酒：不能。"),
        ("（三）能不能喝酒：不能。", "第三条", "（三）能不能喝酒：不能。"),
        ("第九条 中学周围200米内不得设立。", "第九条", "中学周围200米内不得设立。"),
        ("（二）建筑物内；", "第七条", "（二）建筑物内；"),
    ],
)
def test_the_address_is_left_to_the_citation(text: str, clause: str, said: str) -> None:
    assert strip_address(text, clause) == said


def test_a_point_that_was_traced_is_said_without_its_source_note() -> None:
    answer = answered([evidence(SURE)])
    assert answer.text.startswith("公务接待陪餐：来客10人以内")
    assert "核实" not in answer.text
    assert "用前请核" not in answer.text
    assert "请以原文和本地细则为准" in answer.text


def test_a_point_that_nobody_could_trace_says_so() -> None:
    assert "没核到出处的一般知识，用前请核" in answered([evidence(UNSURE)]).text


def test_sentences_that_stand_apart_are_marked_and_lines_without_a_stop_kept_apart() -> None:
    whole = evidence("甲为一。乙为二。丙为三。\n每次两小时\n全年四十小时\n县文化馆\n2026年5月1日")
    one, _, three, *lines = whole.excerpts
    told = answered([replace(whole, excerpts=(one, three, *lines))]).text
    assert told.startswith("甲为一。……丙为三。每次两小时　全年四十小时\n")


def test_an_answer_stands_with_its_question() -> None:
    pair = evidence("问：要押金吗？\n答：不用交。凭身份证办理。")
    assert answered([replace(pair, excerpts=pair.excerpts[1:])]).text.startswith("问：要押金吗？……凭身份证办理。")
