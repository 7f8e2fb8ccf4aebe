"""Changes to an outline outlive another time or other units as far as they apply; the rest is told."""

from datetime import date, datetime

from bot.domain.summary.carrying import Carried, carried
from bot.domain.summary.outline import changed
from bot.domain.summary.outline_words import read
from bot.domain.summary.parts import Line, Part, Point, Source, Summary
from bot.domain.summary.section_reading import read as wanted

NOW = datetime(2026, 11, 22)


def summary(**counts: int) -> Summary:
    points = tuple(
        Point(name, Line(f"{name}{n}次", (Source("report", name, f"{name}{n}次", ""),))) for name, n in counts.items()
    )
    return Summary(wanted("文化惠民", NOW), "县文旅局", date(2026, 11, 22), (Part("文化惠民", (), points),))


def after(*said: str, fresh: Summary) -> Carried:
    base = edited = summary(送书=18, 演出=39, 展览=10)
    for number, words in enumerate(said):
        wish = read(words)
        assert wish
        edited = changed(edited, wish, key=f"m{number}")
    return carried(edited, base, fresh)


def headings(made: Carried) -> list[str]:
    return [point.heading.text for point in made.summary.parts[0].points]


def test_order_deletion_and_addition_are_kept() -> None:
    made = after("第二条放到前面", "删掉第三条", "加一条：11月8日开通夜间借阅", fresh=summary(送书=7, 演出=23, 展览=9))
    assert headings(made) == ["演出23次", "送书7次", "11月8日开通夜间借阅"]
    assert (made.kept, made.dropped) == (3, ())


def test_a_heading_in_ones_own_words_is_kept_unless_it_holds_figures_of_the_other_time() -> None:
    kept = after("第1条改成把书送到门口", fresh=summary(送书=7, 演出=23, 展览=9))
    assert headings(kept)[0] == "把书送到门口"
    lost = after("第1条改成送书进校18次", fresh=summary(送书=7, 演出=23, 展览=9))
    assert headings(lost)[0] == "送书7次"
    assert lost.dropped == ("改过的标题“送书进校18次”带着原来范围的数，没有沿用",)


def test_a_merger_is_kept_where_both_are_there_and_told_where_not() -> None:
    both = after("合并第一条和第二条", fresh=summary(送书=7, 演出=23, 展览=9))
    assert headings(both) == ["送书7次；演出23次", "展览9次"]
    one = after("合并第一条和第二条", fresh=summary(送书=7, 展览=9))
    assert headings(one) == ["送书7次", "展览9次"]
    assert one.dropped == ("“送书18次”和“演出39次”的合并用不上了",)


def test_new_work_of_the_other_time_is_there_and_nothing_changed_is_nothing_kept() -> None:
    made = after(fresh=summary(送书=7, 讲座=2))
    assert headings(made) == ["送书7次", "讲座2次"]
    assert made.kept == 0
