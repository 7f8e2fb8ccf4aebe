"""Somebody else's count of what was counted before: 后台刷出来是9120人次, 竣工图上量的是2.4公里, 公安那边估的是1500人.

Such a clause names where its figure comes from and no matter of its own, at most the words of what it speaks of.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from bot.domain.language.needed import Seldom
from bot.domain.language.numerals import fold
from bot.domain.language.quantities import PERSON_UNITS, Quantity, quantities
from bot.domain.notes.other_places import Said, span
from bot.domain.notes.targets import counts_people
from bot.domain.notes.utterance import Utterance

# How a figure was got: counted, measured, written down, read off.
_COUNTED = (
    r"(?:(?:登记|统计|显示|记录|点名|领(?=[出用])|称重|盘点|推送|接龙|清点|汇总|核对|扫码|打卡|检票|结账|上报|填报|收到|签[到字名收]|过[数秤磅]|[刷估量测对数记登报给查点核写开标称掐算结扫飞走拍导拉调印打录收签])"
    r"(?:出来|出去|下来|上来|上去|过来|[出到过了])*(?:我们?|咱们?)?)"
)
# Verbs that only count: 报到处登记的上台演员 tells of a count, 学校给的书 of a gift.
_BOOKED = r"(?:统计|登记|汇总|清点|核对|[上填]?报|记录?|算)(?:出来|上来)?"
_PAPER = (
    r"(?:卡片|名单|清单|台账|(?<![传菜简])单(?!据)|图纸?|表|册|簿子?|[收借欠回]条|本子?|(?<![发小])票根?|(?<![收单])据|海报|通知|函|公示|文件|协议|报告|底稿|记录仪?|系统|后台|平台|闸机|监控|门禁|芯片|大屏|[地汽]磅|手环"
    r"|(?:检票|验票|[售取][号票]|打卡|刷卡|考勤|签到|计[数步]|扫码|收银|过磅)[机器]|无人机|轨迹|导航|尺|秒表|手表|[桩标号]牌|地图|软件|程序|公众号|官网|口径|回执|存根|流水|群|照片|视频|录像|仪器?|机器)"
)
# 打印机账上 is the book of the printers, 矿泉水发票 the bill for water; 采购清单 is a list of whatever was bought.
_LEDGER = r"(?:(?:财务|会计|仓库|库房)?(?<![进入到转])账户?|发票|小票|收据|单据|凭证|合同)"
_OFFICE = r"[村镇馆]?(?:财务|会计|出纳|票务|前台|门卫|收银台?|仓库|库房|保管)(?:那边|这边)?"
_FLOW = r"(?:[到进入]账|收[入款]|支[出付]|付款|实[收付])"
_INSIDE = r"(?:上面?|里面?|里头|[那这][边儿里])"
_OF = r"[^，。我你咱俺\W\d]"
_PERSON = rf"{_OF}{{1,8}}?"
_SO = r"(?:是|有|才|就|只|也|为)"
_NUMBER = r"(?:数|人数|数字|结果|数据)"
# 学校报给我的看展学生是, 村里说观众有: what is counted may stand between the source and its figure.
_MATTER = rf"[^的\W\d]{{2,6}}?{_SO}$"
_SOURCE = Seldom(
    rf"(?:{_OF}{{0,10}}?{_PAPER}|{_LEDGER})(?:{_INSIDE}{_COUNTED}?|{_COUNTED}|(?={_SO}|[今昨前当]天|{_FLOW}$|{_MATTER}))(?:的{_NUMBER}?)?"
    rf"|^{_OFFICE}(?=[^，。\\d]{{0,4}}的?是$)|^(?:现场|食堂|[一-龥]{{1,3}}[台口门处端])?{_COUNTED}{{1,2}}的?(?=是$)"
    rf"|(?:{_PERSON}[那这][边儿里]|[我咱俺]们?[那这][边儿里]?)(?:{_COUNTED}{{1,2}}|[支拨领付]的)?(?:的{_NUMBER}?)?(?={_SO}|[按约]|$)"
    rf"|{_PERSON}[那这]边{_COUNTED}的(?=[一-龥]{{2,4}}$)|{_PERSON}{_COUNTED}(?:给[我咱]们?)?的{_NUMBER}?(?={_SO})"
    rf"|{_PERSON}(?:{_BOOKED}给?[我咱]?们?的(?=[一-龥]{{2,6}}$|{_MATTER})|{_BOOKED}(?={_MATTER})|给的(?=[一-龥]{{0,4}}(?:数|名单)))"
    rf"|[我咱俺]们?{_COUNTED}(?:的{_NUMBER}?$|的(?=[一-龥]{{2,4}}?{_SO}?$)|的?{_NUMBER}?(?={_SO}))|{_PERSON}(?:报上来|交上来|报过来)(?:的)?"
    rf"|{_PERSON}(?:统计|清点|汇总)(?=[一-龥]{{2,6}}$)|{_PERSON}[上里]面?(?:显示|记录?|登记|写|标|填|统计|导出)的?(?={_SO}|$)"
    rf"|{_PERSON}说(?:的)?(?={_SO}|{_MATTER})|{_PERSON}[那这]边说|{_PERSON}说(?=[来到去有]了?$)|(?:顶多|最多也?就?|撑死|哪有|怎么才|好像[是才就]|也就|(?:应该|其实|实际)(?=[是有]))"
)
_TALK = re.compile(
    rf"{_COUNTED}(?=[的了是有我]|$)|{_PAPER}|{_LEDGER}|[上里]面|里头|[那这][边儿里]|不对吧?|不是吧?|加起来|合起来|拢共|一共|总共|顶多|最多|大概|大约|差不多|好像|记得|面积|里程|长度|重量|金额|总额|数量"
    r"|[今昨前当]天|[今昨]晚|[上下中]午|[这那][次回]|应该|怎么|自己|手动|现场|你那个?|[那这]个|[我咱俺你他们的是有为才就只也都约按共了过数人说呀吧啊哎咦，,：:\s]|[上里](?![一-龥])"
)
_BEHIND = re.compile(r"^(?:[算结记报写登来看]的?|统计的?|的)?(?:数|样子)?(?:左右|上下|[吧啊呀哦呢哈嘛了])*$")
# Twice as many are no slip of counting.
_APART = 2
_NAMED = 2
# Who came, by whatever word.
_TOOK_PART = re.compile(r"参[加与演会训赛]|到[场会](?!的?[一-龥])|来|去")


# 景区闸机的数我查了，进园7350人: the clause before the figure says where it is from.
_LOOKED_UP = Seldom(
    rf"^[^，。\d]{{0,8}}?(?:的(?:数|人数|数据)|数据|记录|{_PAPER})(?:{_INSIDE})?[我咱俺]们?(?:又|刚|都|也|再|去|专门|特意|刚才)*"
    r"(?:查|看|问|调|核|翻|对|数|导|要)(?:[出过]?来)?[了过]?(?:一下|一遍|下)?$"
)


# 进账是13200元: what came in, told by another than who sold
_MONEY_IN = re.compile(rf"(?:总的?|实际|最后|一共)?(?:[进到入]账|实收|收入|营业额|销售额|善款)(?:总共|一共)?{_SO}")


def looked_up(clause: str) -> bool:
    """Whether the clause says that the speaker looked a figure up, and where."""
    return _LOOKED_UP.match(clause) is not None


@lru_cache(maxsize=4096)
def recount(text: str, start: int, end: int, sourced: bool = False) -> str | None:
    """The words of a matter that a recount names besides where its figure at [start, end) is from; None: no recount.

    `sourced`: the clause before says where the figure is from.
    """
    said = fold(text)
    before = said[:start]
    if not (sourced or _SOURCE.search(before) or _MONEY_IN.fullmatch(before) or said.endswith("吧")):
        return None
    return _TALK.sub("", _SOURCE.sub("", before)) + _BEHIND.sub("", said[end:])


def may_count(rest: str, message: Sequence[Utterance], a: Quantity, b: Quantity) -> bool:
    """Whether a recount with `rest` besides its source may speak of figure `a` of the message: 走丢那个 names it, so
    does 看展学生 the 学生; what names nothing only lies near. Of several figures it must name the one."""
    words = "".join(u.text for u in message)
    far = max(a.value, b.value) / max(min(a.value, b.value), 0.01)
    if set(rest) <= set(words):
        return far < (_APART if len(rest) < _NAMED else 2 * _APART)
    pairs = {rest[k : k + _NAMED] for k in range(len(rest) - 1)}
    told = any(pair in words for pair in pairs) and len(rest) <= 2 * _NAMED
    told = told or (a.unit == b.unit not in _ANYTHING and len(rest) == _NAMED and not set(rest).isdisjoint(words))
    alone = sum(o.unit == b.unit for u in message for o in u.quantities()) <= 1
    own = "".join(u.text for u in message if a in u.quantities())
    told = told or (alone and any(flow.search(rest) and flow.search(own) for flow in _FLOWS))
    return told and far < _NEAR


# 队伍应该是9支 speaks of 舞龙队8支: a unit of its own kind; these count whatever there is.
_ANYTHING = PERSON_UNITS | {"", "个", "件", "份", "次", "家", "元", "天"}
# What came in, what was paid, who was there: another may tell of it by another verb (卖了, 进账).
_FLOWS = (
    re.compile(r"卖|销售|营业|成交|实收|善款|收[入款了到]|[进入到]账|^[进入收到]$|募|筹|捐"),
    re.compile(r"付|支[出付了]|花[费了去]|打款|发[了放给出]|拨[了付款]"),
    re.compile(r"参[加与]|[到进入来离][场馆园会]|[来走跑]了|[走跑完]完|完赛|观众|游客|听众|读者|检票|签到"),
)


# Who signed up is not who came.
EXPECTED = re.compile(r"报名(?![^，]{0,2}[走跑完])|预约|预订|本来|原定|预计")
_CAME = re.compile(r"签到|检票|[来到]了|实[到来]|进[场馆园]|[到入]场|闸机|票根")


def differing_from(recount: str, told: Utterance) -> list[Quantity]:
    """The figures of `told` that a recount may speak of: of who came (签到是49人), none of those who signed up."""
    came = _CAME.search(recount) and not EXPECTED.search(recount)
    figures = (q for q in told.quantities() if not q.ordinal)
    return [q for q in figures if not (came and EXPECTED.search(told.text[: q.start]))]


_DOUBT = re.compile(
    r"不对吧|我(?:这|这边|这里)?(?:记|数|写|看(?![了完过])|登|统计|听)|不是.{1,12}[吗嘛么]|(?:签到|点名)(?:的|[表本册簿])|我们?这?边?(?:的)?[一-龥]{1,4}[册表本单账簿]子?[上里]|记得是"
)


@lru_cache(maxsize=4096)
def doubts(text: str) -> bool:
    """Whether an utterance speaks of somebody else's count (我看验收表是8个)."""
    if _DOUBT.search(fold(text)):
        return True
    figures = quantities(text)
    return len(figures) == 1 and recount(text, figures[0].start, figures[0].end) == ""


_OTHER_COUNT = re.compile(r"其中|另外|还有|又|去年|上[个半]|同期|比|每|分别|第|下[个周]|新增|增加")
_COUNTING = re.compile(r"[^一-龥]|应该|吧|是|有")


def objects(one: Utterance, before: Sequence[Utterance]) -> bool:
    """Another speaker who says little but a figure (我这边记的85, 不是24吗) objects to one said before."""
    figures = one.quantities()
    if not before or not one.speaker or len(figures) != 1 or _OTHER_COUNT.search(one.text) or one.altered:
        return False
    if before[-1].message == one.message and not _DOUBT.search(one.text):
        return False  # 石桥村 1520册: the message has a topic of its own
    rest = _COUNTING.sub("", one.text[: figures[0].start] + one.text[figures[0].end :])
    said_by_others = any(u.speaker != one.speaker for u in before[-6:])
    return said_by_others and (not rest or _DOUBT.search(one.text) is not None)


_COPULA = re.compile(r"(?:好像|应该|不?[是有]|才|就|只)+$")


def of_one_label(one: Utterance, q: Quantity, other: Utterance, o: Quantity) -> bool:
    """Whether the words before both figures are the same: 产业科是7条吧, of 办公室8条、产业科6条."""
    label = _COPULA.sub("", fold(one.text)[: q.start])
    return len(label) >= _NAMED and fold(other.text)[: o.start].endswith(label)


# 剩的是150瓶, of 剩140瓶 by another
_LABEL_IS = re.compile(r"(?P<label>[一-龥]{1,4}?)的是$")
_NEAR = 1.5


def like_label(one: Utterance, q: Quantity, before: Sequence[Utterance]) -> tuple[Utterance, Quantity, str] | None:
    """The figure near this one that another told by the same word, where the clause says no more than that word."""
    said = _LABEL_IS.fullmatch(fold(one.text)[: q.start])
    label = said["label"] if said else ""
    for other in reversed(before) if label else ():
        for o in other.quantities():
            named = re.search(rf"{label}了?$", fold(other.text)[: o.start])
            near = max(o.value, q.value) <= _NEAR * min(o.value, q.value)
            if named and near and other.speaker != one.speaker and o.unit == q.unit and not other.altered:
                return other, o, label
    return None


_THE_REST = Seldom(r"剩|其余|还差|[没未][来到去查办走领]|缺|请假|临时|有事")


def missing_told(one: Utterance, expected: Quantity, q: Quantity, content: Sequence[Utterance]) -> bool:
    """实到28个，缺的4个, of 32 expected; 台账上是36家，剩下的明天查: the message itself accounts for the difference."""
    behind = [u for u in content if u.message == one.message and u.start > one.start]
    if q.value > expected.value:
        return any(_THE_REST.search(u.text) for u in behind)
    return "实到" in one.text and any(r.value == expected.value - q.value for u in behind for r in u.quantities())


def bare_like(said: Quantity, bare: Quantity) -> bool:
    """发票开的是56800, after 合同价58800元: a bare figure near one that was said."""
    return (
        not bare.unit
        and not bare.percent
        and not said.percent
        and bare.value >= 10
        and abs(said.value - bare.value) <= 0.35 * max(said.value, bare.value)
    )


_HEADCOUNT = PERSON_UNITS | {"人次"}


def both_heads(told: Utterance, q: Quantity, again: Quantity) -> bool:
    """Whether both figures count people: 36个孩子 does, 7个 of 查了工地 is told again by no 12人."""
    people = q.unit != "个" or again.unit == "个" or counts_people(q, told.text) or _TOOK_PART.search(told.text)
    return bool(people) and {q.unit, again.unit} <= _HEADCOUNT


def pairs_of(text: str) -> set[str]:
    """Pairs of neighbouring characters that may name what is counted, without the words of counting."""
    counting = r"[^一-龥]|一共|总共|系统|统计|登记|签到|名单|上报|后台|表[里上]|[我咱你][们这]?|那边|这边|的|是|有"
    han = re.sub(counting, " ", text)
    return {han[i : i + 2] for i in range(len(han) - 1) if " " not in han[i : i + 2]}


def counts_of(unit: str) -> str:
    """What figures of a unit count, where the notes do not name it."""
    return "金额" if unit == "元" else f"{unit or '有关'}数"


def about_label(label: str) -> str:
    """What to call a contested figure told by a label; a place is no label."""
    return "" if label.startswith("在") else f"{label}的数"


def source_of(content: Sequence[Utterance], at: int) -> Utterance | None:
    """闸机的数我查了, the clause before 进园7350人 in its message."""
    before = content[at - 1] if at and content[at - 1].message == content[at].message else None
    return before if before and looked_up(before.text) else None


def sources_of(said: Sequence[Said], content: Sequence[Utterance]) -> list[Said]:
    """The clauses that only say where a contested figure is from, or tell it again: they go with it."""
    contested = {id(u): q.value for u, q in said}
    sources = [source_of(content, at) for at, u in enumerate(content) if id(u) in contested]
    sources += [
        again
        for u, again in pairwise(content)
        if contested.get(id(u)) in {q.value for q in again.quantities()}
        and u.message == again.message
        and doubts(again.text)
    ]
    return [(u, span(0, len(u.text))) for u in sources if u]
