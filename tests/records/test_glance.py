"""The glance into the records says what the usual way would find."""

from pathlib import Path

from bot.domain.submissions.people import Role
from bot.records.home import has_house_rules
from bot.records.open import Records


async def test_a_wording_is_seen_while_it_stands(records: Records, tmp_path: Path) -> None:
    await records.people.invite("县图书馆", Role.STAFF)
    assert not has_house_rules(tmp_path)
    await records.house.change("县图书馆", word="圆满成功")
    assert has_house_rules(tmp_path)
    await records.house.change("县图书馆", word="圆满成功", drop=True)
    assert not has_house_rules(tmp_path)


def test_where_it_cannot_be_told_the_usual_way_is_taken(tmp_path: Path) -> None:
    assert has_house_rules(tmp_path)
    (tmp_path / "shibao.db").write_bytes(b"no database at all, and longer than a page header" * 9)
    assert has_house_rules(tmp_path)
