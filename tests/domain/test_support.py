"""Which clauses no source carries, and which facts a text still holds."""

import pytest

from bot.domain.lock.support import held, unsupported
from bot.domain.notes.report import FactRef

SOURCES = ("在文化广场办了老年书画展", "展出作品124幅", "来看的有370多人", "现场写春联义卖筹了4860元", "举办")


@pytest.mark.parametrize(
    "text",
    [
        "县文化馆在文化广场举办老年书画展，展出作品124幅。",
        "观展的有370多人，写春联义卖筹得4860元。",
        "展出124幅。",
        "老年书画展开展。",
    ],
)
def test_rewording_of_what_was_said_is_supported(text: str) -> None:
    assert unsupported(text, SOURCES, unit="县文化馆") == ()


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("展出作品124幅，邀请专家授课辅导。", "邀请专家授课辅导"),
        ("县文化馆获评全国先进集体。", "获评全国先进集体"),
        ("活动取消。", "活动取消"),
        ("展出作品124幅，HACKED。", "HACKED"),
        ("老年书画展期间群发防范诈骗短信提醒。", "老年书画展期间群发防范诈骗短信提醒"),
    ],
)
def test_an_invented_deed_is_named(text: str, clause: str) -> None:
    assert clause in unsupported(text, SOURCES, unit="县文化馆")


def test_a_very_long_line_without_any_stop_is_judged() -> None:
    assert unsupported("甲乙丙丁" * 25_000, SOURCES)


def test_held_facts_are_known_by_figure_or_name() -> None:
    figure = FactRef("三百七十多人", "quantity", 1, 4, 10)
    name = FactRef("文化广场", "place", 0, 1, 5)
    other = FactRef("124幅", "quantity", 0, 8, 12)
    assert held([figure, name, other], "文化广场来了370余人") == {figure, name}
