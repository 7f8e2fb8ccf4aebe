"""Work that no list of kinds knows is grouped and named by its titles, counted, and never lost."""

from datetime import date

from bot.domain.summary.grouping import grouped
from bot.domain.summary.own_kinds import named_kinds
from bot.domain.summary.points import point_of
from bot.domain.summary.summary_text import lines_of
from bot.domain.summary.works import OTHER, Told, about
from tests.evals import year_water


def told() -> list[Told]:
    return [
        Told(f"w{n}", frame.title, frame.text, frame.unit, frame.day, category=frame.category)
        for n, frame in enumerate(year_water.frames())
    ]


def test_kinds_are_named_by_what_their_titles_share() -> None:
    titles = [("县供水站抢修南关街爆管", "县供水站"),
              ("县供水站抢修东风路爆管", "县供水站"), ("县水务局到城南社区讲节水", "县水务局"),
              ("县水务局到实验小学讲节水", "县水务局"), ("县河道管理所放养鱼苗", "县河道管理所")]  # fmt: skip
    assert named_kinds(titles) == {"抢修爆管": (0, 1), "讲节水": (2, 3)}


def test_every_kind_of_a_strange_trade_is_counted_as_often_as_it_was_reported() -> None:
    frames = year_water.frames()
    groups = grouped(told())
    times = {group.work.name: len(group.reports) for group in groups}
    for work, name in (
        ("管网抢修", "抢修爆管"),
        ("水质检测", "水质检测"),
        ("机井维修", "修复机井"),
        ("采砂查处", "查获非法采砂"),
    ):
        assert times[name] == sum(frame.work == work for frame in frames)
    assert sum(len(group.reports) for group in groups) == len(frames)


def test_a_heading_carries_the_result_that_most_reports_hold() -> None:
    frames = [frame for frame in year_water.frames() if frame.work == "管网抢修"]
    group = next(group for group in grouped(told()) if group.work.name == "抢修爆管")
    metres = sum(frame.figures["米"] for frame in frames)
    assert point_of(group).heading.text == f"抢修爆管{len(frames)}次，更换管道{metres}米"


def test_what_is_like_nothing_else_is_told_or_named() -> None:
    odd = [
        Told(f"o{n}", f"县水务局{what}", f"{n}月{n}日，县水务局{what}{n}0处。", "县水务局", date(2026, n, n))
        for n, what in enumerate(("拆围堰", "放鱼苗", "装路灯", "移电杆", "补草皮", "铺石板", "刷护栏", "栽柳树"), 1)
    ]
    group = next(group for group in grouped(odd) if group.work is OTHER)
    text = "".join(line.text for line in lines_of(point_of(group), 1))
    assert all(one.title.removeprefix("县水务局") in text for one in odd)


def test_a_topic_finds_the_reports_of_the_unit_and_of_last_years_headings() -> None:
    works = {one.title for one in about("河道治理", told(), hints=("清淤", "水面保洁"))}
    assert any("清淤" in title for title in works)
    assert not any("爆管" in title or "党课" in title for title in works)
    assert about("招商引资", told()) == ()
