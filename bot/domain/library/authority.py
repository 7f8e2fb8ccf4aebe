"""Whose rule a document is: a unit's own, a county's, a city's, a province's or the nation's."""

import re
from collections.abc import Iterable
from enum import IntEnum

from bot.domain.library.cards import bare_title
from bot.domain.library.passages import Document


class Level(IntEnum):
    """The nearer to the reader, the higher."""

    NATION = 0
    PROVINCE = 1
    CITY = 2
    COUNTY = 3
    UNIT = 4


_PLACE = re.compile(
    r"^(?:关于)?(?:印发|转发|公布|修订)?《?"
    r"(?P<name>[㐀-鿿]{1,6}?(?:自治区|自治州|自治县|特别行政区|省|市|县|区|旗|盟|州|镇|乡|街道))(?P<next>.?)"
)
# 市 of 城市 and 区 of 社区 are no places of their own; 省级 and 县以上 name a rank, not a place.
_NO_PLACE = re.compile(
    r"^(?:都|超|上|股|集|门|夜|楼|菜|入)市$|(?:城|该|各|本|全|直辖|设区的)市$|"
    r"(?:社|景|地|园|校|小|辖|灾|山|林|矿|库|牧|市|保护|开发|风景|名胜|功能|行政|试验|示范|自贸|特|军|战|禁|城|各|本"
    r"|全|该)区$|"
    r"(?:各|本|全|该|跨)[省县州乡镇]$|(?:城|乡|村|古|集)[镇乡]$"
    r"|^(?:国家|中央|全国|农村|基层|一|两|多|哪|每|县|市|加强|做好|规范|进一步)"
)
_LEVELS = {
    "省": Level.PROVINCE,
    "自治区": Level.PROVINCE,
    "市": Level.CITY,
    "自治州": Level.CITY,
    "州": Level.CITY,
    "盟": Level.CITY,
}
_PROVINCIAL = frozenset({"北京市", "上海市", "天津市", "重庆市"})
_NATIONAL = re.compile(r"^(?:中华人民共和国|国务院|中共中央|中央|全国|国家)")
MANY_PLACES = 3
"""A library with local rules of more places is a collection: none of them is the reader's by itself."""


def place_of(document: Document) -> str:
    """The place whose rule it is, by its issuer, else by its title; empty for the nation's and where none is named."""
    if _NATIONAL.match(document.issuer):
        return ""
    return place_in(document.issuer.removeprefix("中共")) or place_in(bare_title(document.title))


def place_in(name: str) -> str:
    """The place with which a name begins: 云溪县 of 云溪县文化局; empty for 城市供水条例."""
    found = _PLACE.match(name)
    if not found or len(found["name"]) < 2 or (found["next"] and found["next"] in "级场以"):
        return ""
    return "" if _NO_PLACE.search(found["name"]) else found["name"]


def level_of(document: Document) -> Level:
    """How near the rule is to the reader."""
    if document.unit:
        return Level.UNIT
    place = place_of(document)
    if not place:
        return Level.NATION
    if place in _PROVINCIAL:
        return Level.PROVINCE
    return next((level for end, level in _LEVELS.items() if place.endswith(end)), Level.COUNTY)


def home_places(unit_name: str, documents: Iterable[Document]) -> frozenset[str]:
    """The places whose rules are the reader's own: that of the unit's name, else those of a library of few places."""
    own = place_in(unit_name)
    places = frozenset(place for document in documents if (place := place_of(document)))
    if own and own in places:
        return frozenset({own, *(place for place in places if place.endswith(("省", "自治区")))})
    return places if len(places) <= MANY_PLACES else frozenset()
