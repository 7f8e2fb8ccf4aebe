"""The unit that reports, whatever its notes call it (我们馆, 局里), and the house that a note itself names."""

import re

from bot.domain.language.names import SURNAMES, places
from bot.domain.language.needed import Seldom
from bot.domain.notes.utterances import Utterance
from bot.writing.deeds import VERB
from bot.writing.first_person import Teller, in_third_person

_SELF = re.compile(
    r"^(?:(?>我们|咱们|俺们|我|咱|本)(?:这边|这里|这儿)?(?:馆|局|科室|科|站|中心|大队|支队|队|所|室|办公室|办(?!公)|镇|社|单位"
    r"|部门|院|园|校|处|股|团(?![员队支委]))(?:里|内|上)?"
    r"|(?P<inside>馆|局|科室|科|站|中心|大队|队|所|单位|院|园|社|股|镇|村|乡)(?:里(?!有)|里边|内|头(?=组织|安排|派|喊|开))|(?P<here>[镇乡村])上(?!的))(?:面|的)?(?:同志们?|人|大家)?(?:都|也"
    r"|就|又)?(?=[一-龥《])(?!长|员|务|史|藏|领导|面)"
    r"|^(?:(?>我们|咱们|俺们|我|咱)(?:几个人?)?(?![国军党州]|[县市区省](?:的|里有|\d|[一-龥][一-龥\d]))|(?:大家|大伙儿?)(?![都全]?[没不挤跑走站坐挪退散涌绕]|反映|提|说|表示|希望|建议|觉得)|全体(?:同志|人员|职工)?)"
)
_INSIDE = re.compile(r"(?P<body>科|馆|局|站|队|中心)里(?=开始|组织|安排|再|会|派|请|已)")

# 网信办的打电话说, 陪市局的去看: whoever came from a house is told by its name.
_FROM_A_HOUSE = Seldom(
    r"(?P<house>[一-龥]{0,5}(?:局|委|办|厅|院|所|站|(?<![排插站])队|馆|中心|公司|消防|公安|卫健|应急|住建|市监|城管|交警|环保|供电|电信|民政|教育"
    r"|水利|交通|农业|林业|气象))的(?:(?P<who>人|同志|工作人员)(?!员)|(?=(?:(?:都|也|又|已|今天|上午|下午|刚)*)(?:去(?![年向处留])"
    r"|来(?![访源信电宾往自])|到(?![课位岗期账])|过[来去]|说(?!明)|打(?:来)?电话|提(?![案议升供])|借(?![阅书还])|催|送来|问(?!题)|查(?![询处]))))"
)


def _by_house(m: re.Match[str]) -> str:
    people = m["who"] and m["house"][-1:] not in tuple("局委办厅院所站队馆心司")
    return m["house"] + "人员" * bool(m.start() or people or m["house"][:1] in tuple("陪跟和与请让叫给向由"))


def named_self(text: str, teller: Teller) -> str:
    """The words without their first person; 8月20日起科里开始复查 needs no 科里."""
    text = _FROM_A_HOUSE.sub(_by_house, text)
    text = "派人到场" if _OUR_PEOPLE.match(text) else WITH_COLLEAGUE.sub(teller.unit if teller.named else "", text)
    text = in_third_person(text, teller)
    inside = _INSIDE.search(text) if "里" in text else None
    return text[: inside.start()] + text[inside.end() :] if inside and inside["body"] in teller.unit else text


# 我们的人去了: whose people they were
_OUR_PEOPLE = re.compile(r"^(?:我们|咱们?|俺们)的人(?:也|就|马上|赶紧|都)*(?:赶|过)?[去到]了?$")
_SHORT_NAME = re.compile(r"(?:街道|社区|派出所|司法所|供销社|妇联|残联|(?<=[县市区])[一-龥]{2,6}局)$")
# 街道开居民议事会, told by 红旗街道: the end of the own name, where a deed follows.
_GOES_ON = re.compile(rf"(?:{VERB}|[到在去把将请让组派])(?!面|于)[一-龥\d]")
# 我和小赵去了城关镇: both are of the office
WITH_COLLEAGUE = re.compile(
    r"^(?:我[和跟与](?:[老小][一-龥]|[一-龥]{1,2}[哥姐])|[和跟与][老小][一-龥])(?:[两2]个?人|俩)?(?=(?:\d{1,2}月\d{1,2}日)?[早晚上中下午夜间]{0,2}(?:\d{1,2}时(?:\d{1,2}分|许)?)?[去到在给查走])"
)


def strip_self(text: str, unit: str) -> str:
    """The text without the unit that reports, whatever it calls itself."""
    if text.startswith(unit):
        return text[len(unit) :].lstrip("的")
    own = _SHORT_NAME.search(unit)
    if own and text.startswith(own[0]) and _GOES_ON.match(text, own.end() - own.start()):
        return text[own.end() - own.start() :]
    m = _SELF.match(text)
    if m and m["here"] not in (None, unit[-1:]):
        return text
    if (
        not m
        or m.end() >= len(text) - 1
        or (
            m["inside"] not in (None, "局", "单位")
            and m["inside"] not in (unit[-1:] if m["inside"] in "村乡" else unit)
        )
    ):
        return text  # 镇里的文化站, told by a bureau of the county, is another's
    return text[m.end() :].removeprefix("的")


_BODY = re.compile(
    r"(?:公司|妇联|残联|文联|科协|工会|团县委|党校|馆|站|中心|科|局|院|队|社|支部|党委|镇|街道|协会|剧团|合唱团|艺术团|乐团|办公室|大队)$"
)


# 消防大队查出来的7个问题今天复查: who found them does not do it.
_FOUND_BY = re.compile(r"[一-龥]{1,2}(?:出来?|到|过|上来|下来|转来)?的(?=\d|那|这)")
# 春运头一天汽车站: when it was stands before the house.
_OCCASION = re.compile(r"[一-龥]{2,3}(?:第?[一二三四五六七头][一二两]?天|首日|期间)")


def sent_by(main: Utterance, raw: str, unit: str) -> str:
    """The house that sent the message, where its deed is told under its name and it is no office of the unit's own."""
    names = (p.text for p in main.patches if p.text and p.start == p.end and raw.startswith(p.text))
    return next((name for name in names if name not in unit and not _OFFICE_OF_OURS.search(name)), "")


_OFFICE_OF_OURS = re.compile(r"[科股室办]$")


# 刘局: a person, and no house
HEAD_IN_SHORT = re.compile(rf"[{SURNAMES}][局馆站所院校队]")


def named_doer(raw: str, unit: str) -> str:
    """县图书馆在广场办了…: who the note itself names as the doer, where that is not the unit that reports."""
    bare = re.match(r"(?:图书馆|文化馆|博物馆|美术馆|体育馆|档案馆|纪念馆|文化站|执法大队|文旅局)", raw)
    if bare and bare[0] not in unit and re.match(rf"(?:在|组织|联合|给|{VERB})", raw[bare.end() :]):
        return bare[0]
    name = next(iter(places(raw)), None)
    if (
        name is None
        or name.start
        or raw.startswith(("和", "跟", "与", "同", "联合", "会同"))
        or not _BODY.search(name.text)
        or HEAD_IN_SHORT.fullmatch(name.text)
        or _OCCASION.match(name.text)
        or name.text in unit
        or unit in name.text
    ):
        return ""
    rest = raw[name.end :]
    if _FOUND_BY.match(rest):
        return ""
    return (
        name.text
        if re.match(rf"(?:今天|上午|下午|晚上)?(?:在|组织|联合|{VERB})", rest)
        and not re.match(r"来|到[^，]{0,6}(?:我|咱|馆|局|科)|给", rest)
        else ""
    )
