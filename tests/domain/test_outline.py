"""An outline is changed by talking: what the words ask for, and what becomes of the outline."""

from datetime import date, datetime

import pytest

from bot.domain.summary.outline import changed
from bot.domain.summary.outline_words import Act, read
from bot.domain.summary.parts import Line, Part, Point, Source, Sum, Summary
from bot.domain.summary.section_reading import read as wanted
from bot.errors import InputError

SOURCE = Source("report", "r1", "送书20册", "《送书》")


def summary(*names: str, parts: int = 1) -> Summary:
    points = tuple(Point(name, Line(name, (SOURCE,), sums=(Sum(name, 2.0, "次", (1.0, 1.0)),))) for name in names)
    every = tuple(Part(f"部分{n}", (), points) for n in range(1, parts + 1))
    return Summary(wanted("文化惠民", datetime(2026, 11, 22)), "县文旅局", date(2026, 11, 22), every)


def after(words: str, *names: str, parts: int = 1) -> Summary:
    wish = read(words)
    assert wish is not None
    return changed(summary(*(names or ("送书", "演出", "展览", "培训")), parts=parts), wish, key="m1")


def headings(made: Summary, part: int = 0) -> list[str]:
    return [point.heading.text for point in made.parts[part].points]


@pytest.mark.parametrize(
    ("words", "order"),
    [
        ("第二条放到前面", ["演出", "送书", "展览", "培训"]),
        ("把第一条放到最后", ["演出", "展览", "培训", "送书"]),
        ("第四条挪到第二条前面", ["送书", "培训", "演出", "展览"]),
        ("第一条放到第三条后面", ["演出", "展览", "送书", "培训"]),
        ("删掉第三条", ["送书", "演出", "培训"]),
        ("最后一条不要了", ["送书", "演出", "展览"]),
        ("第1条改成送书到校2次", ["送书到校2次", "演出", "展览", "培训"]),
        ("合并第二条和第三条", ["送书", "演出；展览", "培训"]),
        ("加一条：11月8日开通夜间借阅", ["送书", "演出", "展览", "培训", "11月8日开通夜间借阅"]),
    ],
)
def test_points_are_moved_dropped_reworded_joined_and_added(words: str, order: list[str]) -> None:
    assert headings(after(words)) == order


def test_what_a_person_adds_has_them_as_its_source_and_asks_for_facts_where_there_are_none() -> None:
    added = after("加一条：加强队伍建设").parts[0].points[-1]
    assert [(source.kind, source.quote) for source in added.heading.sources] == [("note", "加强队伍建设")]
    assert added.gaps == ("【待补：“加强队伍建设”的时间、数字或责任人】",)
    assert after("加一条：县图书馆新建图书点8个").parts[0].points[-1].gaps == ()


def test_a_reworded_heading_keeps_its_sources() -> None:
    heading = after("第1条改成送书到校2次").parts[0].points[0].heading
    assert SOURCE in heading.sources
    assert heading.sums


def test_of_several_parts_it_is_asked_which_one_is_meant() -> None:
    with pytest.raises(InputError, match="第二部分"):
        after("删掉第三条", parts=2)
    made = after("第二部分第三条删掉", parts=2)
    assert headings(made, 1) == ["送书", "演出", "培训"]
    assert len(headings(made, 0)) == 4
    assert [part.title for part in after("第二部分放到前面", parts=2).parts] == ["部分2", "部分1"]


def test_what_is_not_there_is_said() -> None:
    with pytest.raises(InputError, match="没有第9条，现在一共4条"):
        after("删掉第九条")


@pytest.mark.parametrize("words", ["今天上午送书320册", "公务接待能上酒吗", "出稿", "第一季度送书320册", "好的"])
def test_other_words_are_left_to_others(words: str) -> None:
    assert read(words) is None


@pytest.mark.parametrize(
    ("words", "act"),
    [("看提纲", Act.OUTLINE), ("成稿", Act.WRITE), ("第二条的出处", Act.SOURCES), ("导出Word", Act.WORD),
     ("控制在800字", Act.LENGTH), ("换成上半年", Act.RESPAN), ("只算县图书馆", Act.RESPAN), ("撤销", Act.UNDO)],
)  # fmt: skip
def test_what_is_wanted_with_the_summary_is_read(words: str, act: Act) -> None:
    wish = read(words)
    assert wish is not None
    assert wish.act is act


@pytest.mark.parametrize(
    ("words", "act", "figure"),
    [
        ("哪来的254", Act.SOURCES, "254"),
        ("演出2场是哪来的", Act.SOURCES, "演出2场"),
        ("254这个数不对，应该是286", Act.DOUBT, "254"),
        ("送戏下乡跟去年比多了几场", Act.COMPARE, ""),
        ("和去年相比", Act.COMPARE, ""),
        ("再短点，300字", Act.LENGTH, ""),
        ("换个顺序，把旅游放前面", Act.MOVE, "旅游"),
        ("第六条放第二", Act.MOVE, ""),
        ("参加人数比去年多", None, ""),
        ("今天来了300人，不对是320", None, ""),
    ],
)
def test_short_words_about_an_open_section(words, act, figure):
    wish = read(words)
    assert (wish.act if wish else None, wish.about if wish else "") == (act, figure)
