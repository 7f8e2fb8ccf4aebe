"""Whose rule a document is, read from its issuer or its title."""

import pytest

from bot.domain.library.authority import Level, home_places, level_of, place_in
from bot.domain.library.passages import Document


def rule(title: str, issuer: str = "", unit: str = "") -> Document:
    return Document(title, title, title, "0", issuer=issuer, unit=unit)


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("云溪县文化场馆管理办法", "云溪县"),
        ("四川省公共文化服务条例", "四川省"),
        ("关于印发云溪县接待细则的通知", "云溪县"),
        ("内蒙古自治区旅游条例", "内蒙古自治区"),
        ("凉山彝族自治州非遗条例", "凉山彝族自治州"),
        ("城市供水条例", ""),
        ("社区矫正法", ""),
        ("风景名胜区条例", ""),
        ("全市公务接待管理办法", ""),
        ("省级机关差旅费办法", ""),
        ("县以上地方机关办公用房标准", ""),
        ("市场监督管理规定", ""),
        ("党政机关国内公务接待管理规定", ""),
        ("县图书馆", ""),
    ],
)
def test_the_place_with_which_a_name_begins(name: str, place: str) -> None:
    assert place_in(name) == place


@pytest.mark.parametrize(
    ("document", "level"),
    [
        (rule("接待细则", unit="museum"), Level.UNIT),
        (rule("接待细则", issuer="云溪县人民政府办公室"), Level.COUNTY),
        (rule("接待细则", issuer="中共云溪县委办公室"), Level.COUNTY),
        (rule("成都市接待细则"), Level.CITY),
        (rule("四川省接待细则"), Level.PROVINCE),
        (rule("云溪县接待细则", issuer="国务院"), Level.NATION),
        (rule("旅游法"), Level.NATION),
    ],
)
def test_the_nearer_the_rule_the_higher_its_level(document: Document, level: Level) -> None:
    assert level_of(document) is level


def test_home_is_the_readers_place_or_that_of_a_library_of_few_places() -> None:
    few = [rule("云溪县接待细则"), rule("旅游法")]
    many = [rule(f"{name}接待细则") for name in ("云溪县", "青山县", "白水县", "四川省", "云南省")]
    assert home_places("", few) == {"云溪县"}
    assert home_places("", many) == frozenset()
    assert home_places("青山县文旅局", many) == {"青山县", "四川省", "云南省"}
