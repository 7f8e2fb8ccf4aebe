"""What a draft's figures give when they are reckoned together: 占多少, 还剩几家, 加起来多少, 那就是74家对吧.

It is told with the arithmetic and written in only where somebody wants it.
"""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.language.numerals import figure, fold
from bot.domain.language.quantities import UNIT, unit_class
from bot.domain.talk.reckoned_days import days_left, last_day
from bot.domain.talk.right_values import Figure, figures_held, figures_in, shared

_SHARE = re.compile(r"占[^，,]{0,6}(?:多少|几成|比)|几成|百分之几|百分比|比例|(?P<rate>[一-龥]{2})率(?![先领队])")
_LEFT = re.compile(
    r"(?:还剩|剩下|还差|还有|没|未)[^，,]{0,6}(?:多少|几)|(?:多少|几)[^，,]{0,3}(?:没|未)(?![写说提])|(?:其余|余下|后[两几])[^，,]{0,6}(?:多少|几)"
)
_EACH = re.compile(r"(?:平均|合(?!计)|每|一(?!共))+(?P<by>[一-龥])(?:合|平均|有|是)*(?:多少|几)(?P<of>[一-龥]?)")
_TOTAL = re.compile("一共|总共|合计|加起来|加一起|加一块|拢共|合起来|合一下|共(?=多少|几)")
_AGREES = re.compile(r"数.{0,3}(?:对得上|对不对|齐不齐|平不平)|(?:几个|这些)数.{0,2}对")
_SO = re.compile(
    r"^(?:那|所以|这么说|也就是).*(?:就是|就剩|就有|只有|剩|应该是)|(?:对吧|是吧|对吗|对不对|咯|没错吧|对得上吗?)[？?]*$"
    r"|^原来就?是.{1,6}$|(?:一共|总共|合计|还[差剩]).*吧[？?]*$"
)
_DENIED = re.compile("[不没未][合达完整到通改修成]")
_WHOSE = re.compile(r"((?![那这]|.[个家些])[一-龥]{2})的?占")
"""少儿的占了多少 of 办证75个: of whom the draft tells nothing."""
_ELSE = re.compile(r"哪|谁|怎么|咋|啥|为何|什么")
_GIVEN = re.compile(
    r"(?P<a>\d[\d.]*)[一-龥]?[加＋+](?:上)?(?P<b>\d[\d.]*)[一-龥]?(?:就|不|一共|总共)*(?:是|等于|=|＝|得)+(?P<sum>\d[\d.]*)(?P<unit>[一-龥])?"
    r"(?:对吧|是吧|对吗|吧|吗|么|没错吧|嘛)*[？?]*$"
)
"""12加8是20吧: the arithmetic is given."""
_COMPARED = re.compile(r"比|同比|增|减少|涨|平均|每")
_IDLE = frozenset("的了是有多少几还剩没未占共加起来一那就对吧")


@dataclass(frozen=True, slots=True)
class Reckoned:
    """The arithmetic as it is told, and the wish that writes what came out into the draft; empty where it had better
    be put in words first."""

    told: str
    wish: str = ""


def reckoned(asked: str, text: str, notes: Sequence[str] = ()) -> Reckoned | None:
    """What is asked to be reckoned, of the draft's text and of notes that are not in it yet; None where the figures do
    not give it for certain."""
    found = figures_held(text)
    counted, values = [one for one in found if not one.percent and not _apiece(one)], {one.value for one in found}
    more = [one for note in notes for one in figures_held(note) if one.value not in values]
    said = [one for one in figures_in(asked.replace("百分之", "")) if one.unit != "成" and one.written not in _COUPLES]
    if summed := _GIVEN.search(fold(asked)):
        return _of_given(summed)
    if _SO.search(asked) and said:
        return _concluded(said, [*counted, *more])
    if day := last_day(asked, text, found) or days_left(asked, text):
        return Reckoned(*day)
    if part := _share_of(asked, found):
        return part
    if new := [one for one in said if one.value not in values]:
        given = [(whole, one) for whole in new for one in found if alike(whole, one) and whole.value > one.value]
        return _of_a_pair(asked, *given[0]) if len(given) == 1 and _LEFT.search(asked) else None
    if _AGREES.search(asked):
        return _agreeing(counted)
    whose = _WHOSE.search(asked)
    if _ELSE.search(asked) or (whose and whose[1] not in text):
        return None
    if each := _EACH.search(asked):
        return _for_each(found, each["by"], each["of"])
    if (_MONEY.search(asked) or _TOTAL.search(asked)) and (product := _product(asked, found)):
        return product
    if _SHARE.search(asked) or _LEFT.search(asked):
        rate = _SHARE.search(asked)
        pairs = [two for two in _pairs(found) if not rate or (rate["rate"] or "") in two[1].clause + "完成"]
        pair = _best(asked, pairs)
        return _of_a_pair(asked, *pair) if pair and not _of_else(asked, pair) else None
    return _total(asked, counted) if _TOTAL.search(asked) else None


_PERSONS, _SAME = "人名位个", frozenset("人 元 千米 千克 厘米 平方米 棵 本 户".split())
_PERSON = re.compile("[人兵员民者众属警童]|[学考新医师]生|老师|教师|职工|民工|家长|干部|同志|大夫|孩子")
_EVERY = re.compile(r"每([一-龥])[一-龥]{0,5}$|([一-龥])均$")


def alike(one: Figure, other: Figure) -> bool:
    """Whether two figures may count the same kind of thing, as far as their units tell."""
    same = _unit(one) == _unit(other) or not (one.unit and other.unit)
    return not (one.percent or other.percent) and (same or {one.unit, other.unit} <= set(_PERSONS))


def _word(unit: str) -> str:
    """One word for the units that are the same: 名 and 位 are 人; 起 and 盒, both counted as 件 elsewhere, are not."""
    return same if (same := unit_class(unit)) in _SAME else unit


def _unit(one: Figure) -> str:
    """What a figure is counted in: 21个 in persons where it is 老兵 that are counted, 320万 alone in money."""
    ahead, behind = _beside(one)
    if one.measure == "个" and _PERSON.search(behind or ahead[-3:]):
        return "人"
    return _word(one.measure) or one.unit or "元" * one.written.endswith(("万", "亿"))


def _beside(one: Figure) -> tuple[str, str]:
    """The words of its clause right in front of a figure and those right behind its unit."""
    found = re.search(rf"(?<![\d.]){re.escape(one.written)}[多余来几]?{one.measure}([一-龥]{{0,3}})", one.clause)
    return (re.split(r"[、：（\d]", one.clause[: found.start()])[-1], found[1]) if found else ("", "")


def _apiece(one: Figure) -> str:
    """The unit of which each has so much: 每户500元, 人均3亩, 4人一组; empty where the figure counts the whole."""
    ahead, behind = _beside(one)
    found = _EVERY.search(ahead) or re.match("一([组队班车桌箱袋户人批])$", behind)
    return next(filter(None, found.groups()), "") if found else ""


_OF_WHAT = re.compile("还剩|剩下|还差|还有|占|[没未的了有那这是]|(?:多少|几|百分|比例).*")


def _of_else(asked: str, pair: Sequence[Figure]) -> bool:
    """Whether the question names what the two figures do not speak of: 没收的还有多少, where 850台 and 54台 stand."""
    named = _OF_WHAT.sub("", asked) if _LEFT.search(asked) else ""
    return named != "" and not any(shared(named, one.sentence) for one in pair)


def _pairs(found: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Each figure with the nearest larger one of its kind before it, or a total behind it: it may be a part of that."""
    for n, part in enumerate(found):
        wholes = (*reversed(found[:n]), *(one for one in found[n:] if re.match("[全共总]", one.clause)))
        near = (one for one in wholes if alike(one, part) and one.value > part.value > 0)
        whole = next(near, None)
        if whole and not part.percent and not _COMPARED.search(part.clause):
            yield whole, part


def _best(asked: str, pairs: Sequence[tuple[Figure, Figure]]) -> tuple[Figure, Figure] | None:
    """The pair that the question speaks of; where it names a unit, one of that."""
    units = {part.unit for _, part in pairs if part.unit and re.search(f"[多少几]{part.unit}", asked)}
    fitting = [pair for pair in pairs if not units or pair[1].unit in units]
    weights = [2 * _speaks(asked, part) + _speaks(asked, whole) for whole, part in fitting]
    if not fitting or weights.count(max(weights)) > 1 or (len(fitting) > 1 and not max(weights)):
        return None
    return fitting[weights.index(max(weights))]


def _speaks(asked: str, one: Figure) -> int:
    """How much of a figure's clause the question holds."""
    chars = {char for char in set(asked) & set(one.clause) - _IDLE if re.match("[一-龥]", char)}
    same = any(other.value == one.value for other in figures_in(asked))
    return len(chars) + len(shared(asked, one.clause)) + 4 * same


def _of_a_pair(asked: str, whole: Figure, part: Figure) -> Reckoned | None:
    clause = part.clause.rstrip("，。；")
    rate = _SHARE.search(asked)
    if rate and _DENIED.search(asked) and not _DENIED.search(clause):
        return None
    if rate:
        share = f"{100 * part.value / whole.value:.1f}".removesuffix(".0") + "%"
        name = f"{rate['rate']}率" if rate["rate"] else "约占"
        return Reckoned(f"{_named(part)}÷{_named(whole)}≈{share}。", f"把“{clause}”改成“{clause}，{name}{share}”")
    rest = _like(whole.value - part.value, part)
    wish = f"把“{clause}”改成“{clause}，还{word[0]}{rest}”" if (word := re.search("[剩差]", asked)) else ""
    return Reckoned(f"{_named(whole)}－{_named(part)}＝{rest}。", wish)


_HOW_MANY = re.compile("(?:是|合|有)(?:多少|几)(?P<unit>[一-龥])")


def _share_of(asked: str, found: Sequence[Figure]) -> Reckoned | None:
    """六成是几个摊位: a share of the only figure that may be its whole."""
    wanted, shares = _HOW_MANY.search(asked), [one for one in found if one.percent]
    wholes = [one for one in found if wanted and one.unit == wanted["unit"] and one.value >= _WHOLE]
    if not wanted or len(shares) != 1 or len(wholes) != 1:
        return None
    part = f"{round(wholes[0].value * shares[0].value / 100)}{wholes[0].unit}"
    return Reckoned(f"{_named(wholes[0])}×{figure(shares[0].value)}%≈{part}，记录里没有确数。")


_WHOLE = 10
_MONEY = re.compile("[花省值发补](?:出|给|放)?了?(?:多少|几)|(?:多少|几).?钱|总额|总价")
_ASKED_UNIT = re.compile(rf"(?:多少|几)(?P<unit>钱|{UNIT})")


def _in_asked_unit(asked: str, one: Figure) -> bool:
    unit = found["unit"].replace("钱", "元") if (found := _ASKED_UNIT.search(asked)) else ""
    return not unit or _unit(one) == _word(unit) or (unit == "个" and one.unit in _PERSONS)


def _product(asked: str, found: Sequence[Figure]) -> Reckoned | None:
    """So much for each (每户500元) times how many there are (84户); where several may be meant, that is said."""
    each = [one for one in found if _in_asked_unit(asked, one) and _apiece(one)]
    if len(each) != 1 or not (_ASKED_UNIT.search(asked) or _MONEY.search(asked)):
        return None
    one, by = each[0], _apiece(each[0])
    many = [other for other in found if not _apiece(other) and _unit(other) == _word(by)]
    if len(many) > 1:
        held = "、".join(f"“{other.clause.rstrip('，。；')}”" for other in many)
        return Reckoned(f"每{by}{_named(one)}，该乘哪个数稿里没写明：{held}。")
    if not many or sum(_unit(other) == _unit(one) for other in found) > 1:
        return None  # 另送2户各2000元 is no part of the product, and so it is not the total
    total, clause = _like(one.value * many[0].value, one), one.clause.rstrip("，。；")
    wish = f"把“{clause}”改成“{clause}，共{total}”" if len(figures_in(clause)) == 1 else ""
    return Reckoned(f"{_named(many[0])}×{_named(one)}＝{total}。", wish)


def _for_each(found: Sequence[Figure], by: str, of: str) -> Reckoned | None:
    """How many of one kind come to each of another, where both are told once."""
    of, by = "元" if of in "钱" else of, "名人位" if by in "名人位" else by
    parts = [one for one in found if one.unit == of]
    shares = [one for one in found if one.unit and (one.unit in by or (by == "队" and one.unit == "支"))]
    if len(parts) != 1 or len(shares) != 1 or shares[0].value < _LEAST:
        return None
    each = figure(round(parts[0].value / shares[0].value, 1))
    return Reckoned(f"{_named(parts[0])}÷{_named(shares[0])}≈{each}{of}。")


_PART = re.compile("其中|占|含|其余|剩|[已未没不]|整改|完成|解决|合格|达标")
_OF_TOTAL = re.compile(rf"{_TOTAL.pattern}|(?:多少|几)(?:钱|{UNIT})?|现在|[和与跟及共有是了的呢啊吗]")


def _total(asked: str, found: Sequence[Figure]) -> Reckoned | None:
    """The sum of the figures that the question names: each for itself (猪牛羊), or all of one kind (多报的)."""
    things, part = _OF_TOTAL.sub(" ", asked), set(_PART.findall(asked))
    names = {one: shared(things, "".join(_beside(one))) for one in found}
    if not any(names.values()):
        names = {one: set(things) & set("".join(_beside(one))) - {" "} for one in found}
    names = {one: said for one, said in names.items() if said and part >= set(_PART.findall(one.clause))}
    meant = list(names)
    if not 1 < len(meant) < _MANY or not _each_or_all(names, things):
        return None
    beasts = all(one.unit in _BEASTS for one in meant)
    if not beasts and not all(_in_asked_unit(asked, one) for one in meant):
        return None
    if len({*map(_unit, meant)}) > 1 and not beasts:
        return Reckoned(f"{'、'.join(map(_named, meant))}数的不是一样东西，不宜相加。")
    total = _like(sum(one.value for one in meant), max(meant, key=lambda one: one.value))
    others = "".join(dict.fromkeys(f"（{one.unit}）" for one in meant if beasts and not total.endswith(one.unit)))
    return Reckoned("＋".join(map(_named, meant)) + f"＝{total}{others}。")


def _each_or_all(names: Mapping[Figure, set[str]], things: str) -> bool:
    """Whether every thing that the question names is one figure's, or what all of them count is the one thing named."""
    said = set().union(*names.values())
    length, sides = max(map(len, said)), [_beside(one) for one in names]
    one_kind = length > 1 and any(all(a.rstrip("了").endswith(w) or b.startswith(w) for a, b in sides) for w in said)
    apart = sum(map(len, names.values())) == len(said)
    return (one_kind or apart) and not re.search(f"[一-龥]{{{length}}}", re.sub("|".join(said), " ", things))


_BEASTS = "头只匹羽尾"
_COUPLES = ("", "俩", "仨")
_MANY, _LEAST = 5, 2


def _ways(value: float, found: Sequence[Figure]) -> Iterator[str]:
    """The sums and differences of two figures in one unit that give a value, as they are told."""
    for a, b in itertools.combinations(found, 2):
        less, more = sorted((a, b), key=lambda one: one.value)
        alone = _unit(a) == _unit(b) and less.value >= _LEAST
        if alone and more.value - less.value == value:
            yield f"{_named(more)}－{_named(less)}＝{_like(value, more)}"
        if alone and a.value + b.value == value:
            yield f"{_named(a)}＋{_named(b)}＝{_like(value, more)}"


def _concluded(said: Sequence[Figure], found: Sequence[Figure]) -> Reckoned | None:
    """How the figure that was concluded comes out; where it may in several ways, none is taken for what was meant."""
    new = [one for one in said if one.value not in {other.value for other in found}] or said
    fitting = [one for one in found if not new[0].measure or alike(one, new[0])]
    ways = list(dict.fromkeys(_ways(new[0].value, fitting))) if len(new) == 1 else []
    if len(ways) > 1:
        return Reckoned(f"不止一种算法：{'，'.join(ways)}。说的是哪个？")
    return Reckoned(f"对，{ways[0]}。") if ways else None


def _of_given(given: re.Match[str]) -> Reckoned:
    """The sum that was given; whether what it adds is the same thing twice the figures do not tell."""
    total = figure(round(float(given["a"]) + float(given["b"]), 4))
    wrong = "" if float(total) == float(given["sum"]) else f"，不是{given['sum']}"
    return Reckoned(f"{given['a']}＋{given['b']}＝{total}{wrong}。两个数里有没有重的，记录里没说。")


def _agreeing(found: Sequence[Figure]) -> Reckoned | None:
    """The figures of a kind that are the sum of two others."""
    ways = (way for one in found for way in _ways(one.value, [o for o in found if _unit(o) == _unit(one)]))
    sums = dict.fromkeys(way for way in ways if "＋" in way)
    return Reckoned(f"{'，'.join(sums)}，对得上。") if sums else None


def _named(one: Figure) -> str:
    return one.written + (one.measure or one.unit)


def _like(value: float, one: Figure) -> str:
    """A number with the unit, and in the 万, of a figure that was told."""
    power = 10_000 if one.written.endswith("万") else 100_000_000 if one.written.endswith("亿") else 1
    return figure(round(value / power, 4)) + (one.written[-1] if power > 1 else "") + (one.measure or one.unit)
