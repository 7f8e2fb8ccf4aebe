"""Time expressions of chat (今天, 上周五, 15号, 月底前, 上午九点半到十一点) and the days they name.

A day is resolved from the moment at which the message was said, never from a clock. N号 that numbers a thing (3号杆,
二号栈道) is no day of the month.
"""

import re
from datetime import date, datetime, timedelta
from functools import lru_cache

from bot.domain.language.clocks import clocks
from bot.domain.language.day_patterns import DAY_WORDS
from bot.domain.language.day_words import resolved
from bot.domain.language.moment import Moment, written_span
from bot.domain.language.numerals import HAN, fold
from bot.domain.language.word_edges import Word, words

# 3号楼东侧, 5号井盖: the thing stands right behind the number, and the word may go on.
_RIGHT_BEHIND = re.compile(
    r"楼|线|车(?![队站展祸程流辆管])|店(?![里长主])|厅(?![里长])|馆(?![里长员])|门(?![票球店诊市])|桌|院(?![里长])|机(?!关|构|场|会)|仓"
    r"|会(?=场|议室|客|所)|公(?=路|寓|馆|墓|交|厕|示牌)|文件|桥|井|信(?=箱|访[件单])|台"
    r"|展(?=[厅馆柜区位台板棚架室项品线墙])|窗|教(?=室|学[楼点])|宿舍|坑|柜|出口(?![产额贸商])|入口|通道|库房|安置|避[险难]|备用|集合|点位|标段|点(?![名验货燃亮了评开火清种钱数收灯菜歌赞])"
    r"|停车[场点区位]|[考赛货料井]场|服务[台点区]|地(?![税铁震区方质点图下面委毯产])|[铲清洒撒扫运吊叉压消救翻罐卡货客拖][一-龥]?车(?!队)|车间|泵|闸|坝|炉|棚|池|罐|船(?!员)|岗(?!位)|球[衣员]|种子|塘|摊位|展位|泊位|口(?=[的门闸]|[栏护])|场地|球场|赛道|泳道|跑道|看台"
    r"|(?:提灌|抽水|排[涝灌水]|[泵基]|变电|收费|加油|换热|充电|水电)站|杆|桩|塔(?!吉)|[探龙码]头|摄像头|水?[磨作]坊|看台|监控|锅炉|选手|嘉宾|队员|作品|提案|议题|档案|文物|样[品本]|藏品|单元|图斑|航班|机组"
)
# 8号线上开会, 3号桥头村演出: what it begins as goes on as something else.
_GOES_ON = re.compile(r"线[上下索]|台[风账里长办湾]|(?!.?的)[一-龥]{2}(?:[村乡县]|镇(?!流|静|定|压|痛))")
# What the word behind the number ends in, where the dictionary knows it: 栈道, 变压器, 检票口.
_THING = re.compile(
    r".*[道台口间厅楼线门机泵井桥闸库棚桌椅船艇筏塔杆柱桩梁轴管阀灯窑墓缸锅炉灶架洞屋舱箱柜床梯碑屏板牌窟龛殿亭廊仓田沟渠池坝堤器车桶栏轨索缆轮墙峰崖坑罐瓶栓房段区位岗点]"
)
# A house, people or a word of other sense with such an end: 8号街道来人, 8号部门开会.
_NO_THING = re.compile(
    r"街道|频道|[电视]*台|电台|部门|[大门村镇]*口|人口|港口|口岸|[省市]厅|司机|[主城]管|老板|品牌|王牌|单位|各位|岗位|学位|上车|下车|[阶手时]段"
    r"|[景社城地小辖园市全新老郊]区|[全半观试早晚零一二两三四五六七八九十]点|[一有]点|重点|热点|亮点|特点|在线|上线|下线|中间|期间|时间|民间|夜间|午间|晚间|热门|专门"
    r"|出口|进口|仪器|乐器|武器|[货客汽]车|新楼|[住新危]房|通车|堵车|开车|骑车|停车|坐车|登台|平台|后台|开门|上门|出门|油田|亮灯|值班岗|上岗|下岗|到位"
)
# 吊|杆: a thing of two characters that the dictionary does not know; never behind who did it or where.
_NO_PART_OF_NAME = re.compile(
    r"[我你他她咱各县市省局村镇乡区州校队组全去来在到从把被给和与就都也还又才再没不要会能有是上下开请让新老大小这那]"
)

# 开了二号备用: what was opened or repaired is no day; what was fixed or put off is (定了25号).
_OPENED = re.compile(r"(?:[开换修关停封堵拆]|启用|打开|关闭)了[一二三四五六七八九十\d]{1,2}号$")

# 一号仓快满了，明天转三号: what goods are moved to is no day.
_MOVED_TO = re.compile(rf"(?:[转倒装存搬](?:到|入|进|去)?|[进入])[\d{HAN}]{{1,2}}号$")

# 摆渡车2号空调不凉: behind a machine or a room its number, before a part of it.
# 云文旅规〔2025〕8号: the number of a document.
_NUMBERED = re.compile(r"[〔\[［【（(]\s*(?:19|20)\d\d\s*[〕\]］】）)]\s*第?\d{1,4}[号日]$")
_OF_A_THING = re.compile(rf"[车船艇机梯泵柜棚库窗架塔杆柱桩墩][\d{HAN}]{{1,2}}号$")


def numbers_thing(text: str, at: int) -> bool:
    """Whether the number that ends with 号 or 日 before text[at] is the name of a thing, mostly the one behind it."""
    if _NUMBERED.search(text, 0, at):
        return True
    if text[at - 1 : at] != "号" or _GOES_ON.match(text, at):
        return False
    moved = _MOVED_TO.search(text, 0, at) is not None and re.match(r"$|[，。；]|仓|库", text[at:]) is not None
    if moved or _OPENED.search(text, 0, at) or _RIGHT_BEHIND.match(text, at):
        return True
    found = words(re.split(r"[^一-龥]", text[at : at + 8].removeprefix("的"), maxsplit=1)[0])
    if found and found[0].kind.startswith("n") and _OF_A_THING.search(text, 0, at):
        return True
    return bool(found) and (_is_thing(found[0]) or _is_thing_of_two(found) or _has_something(found))


def _has_something(found: tuple[Word, ...]) -> bool:
    """3号场的网绳: a single noun that owns the next one; nothing that is done on a day stands so."""
    return found[0].kind[:1] in "nq" and len(found[0].text) == 1 and [w.text for w in found[1:2]] == ["的"]


def _is_thing(word: Word) -> bool:
    return word.kind.startswith("n") and _ends_as_thing(word.text)


def _is_thing_of_two(found: tuple[Word, ...]) -> bool:
    if len(found) < 2 or len(found[0].text) > 2 or len(found[1].text) > 2:
        return False
    first, second = found[:2]
    named = first.kind[:1] in "anbvjg" and _NO_PART_OF_NAME.search(first.text) is None
    return named and len(second.text) == 1 and second.kind.startswith(("n", "q")) and _ends_as_thing(second.text)


def _ends_as_thing(text: str) -> bool:
    return _THING.fullmatch(text) is not None and _NO_THING.fullmatch(text) is None


# 每周三周六, 每月5号、20号: the second is a habit like the first, no day of its own.
_HABIT = re.compile(
    r"[每逢]个?$|(?:[每逢]个?(?:周|星期|礼拜|月)[^，。；\s]{0,5}[、和及与]?|平常|往常|平时|普通|一般)的?$|(?:球员|队员|前锋|后卫|中锋|门将|号码)[^，。]{0,6}$"
)

# 一人一月300, 房租一月一交: how often, and not January.
_BY_THE_MONTH = re.compile(r"一月(?:(?=[补发给奖交付]?\d{2,}(?![日号\d]))|一[交付结发缴给换收次])")


@lru_cache(maxsize=8192)
def _found(text: str) -> tuple[tuple[Moment, ...], tuple[re.Match[str], ...]]:
    """Clock times, and the words that name a day; what day they mean depends on when and how they were said."""
    times = clocks(text)
    taken = {i for c in times if c.kind == "clock" for i in range(c.start, c.end)}
    days = [
        m
        for m in DAY_WORDS.finditer(text)
        if taken.isdisjoint(range(m.start(), m.end()))
        and not _HABIT.search(text[max(0, m.start() - 14) : m.start()])
        and not (m.lastgroup == "dayno" and numbers_thing(text, m.end()))
        and not _BY_THE_MONTH.match(text, m.start())
    ]
    return tuple(times), tuple(days)


# 今晚, said past midnight, is the evening that is over.
_SMALL_HOURS = 4


def moments(text: str, said: datetime, *, past: bool = False, plan: bool = False) -> tuple[Moment, ...]:
    """Every time expression of the text, left to right.

    `said` is when the message was said. `past` and `plan` tell whether the clause speaks of something done or
    intended: they decide whether 15号 and 周五 look back or ahead.
    """
    return _resolved(text, said, past, plan) if timed(text) else ()


def timed(text: str) -> bool:
    """Whether the text has a time expression at all."""
    return any(_found(fold(text)))


@lru_cache(maxsize=4096)
def _resolved(text: str, said: datetime, past: bool, plan: bool) -> tuple[Moment, ...]:
    times, days = _found(fold(text))
    found = [_in_office_hours(one, text, said) for one in times]
    for m in days:
        base = said.date()
        if said.hour < _SMALL_HOURS and m["relday"] and m["rel"] == "今晚":
            base -= timedelta(days=1)
        moment = resolved(m, base, past, plan)
        if moment and moment.written is not None:
            found.append(moment)
    return tuple(_merged(sorted(found, key=lambda f: (f.start, -f.end)), text, said.date()))


# 三点开始, told at five: nobody in an office means the small hours.
_AFTERNOON = re.compile(r"[1-5]时")
_BY_NIGHT = re.compile(
    r"凌晨|清[晨早]|早|夜|晚|天[亮没不]|[上中下]午|报警|接警|着火|起火|雨|雪|水位|涨水|值守|值班|巡|睡|震"
)
_NOON = 12


def _in_office_hours(one: Moment, text: str, said: datetime) -> Moment:
    """The hour as one of the afternoon, where it is told without a part of the day by whoever has it behind him."""
    bare = one.kind == "clock" and _AFTERNOON.match(one.written)
    if not bare or said.hour < int(one.written[0]) + _NOON or _BY_NIGHT.search(text):
        return one
    return Moment(one.start, one.end, one.kind, f"下午{one.written}")


def readings(text: str, said: datetime) -> list[Moment]:
    """Every time expression under every reading: told as done, as intended, and neither."""
    if not _found(fold(text))[1]:
        return list(moments(text, said))
    ways = ((True, False), (False, True), (False, False))
    return [m for past, plan in ways for m in moments(text, said, past=past, plan=plan)]


def _merged(found: list[Moment], text: str, base: date) -> list[Moment]:
    """26号27号, 周六周日: days that follow each other, said one behind the other, are one time."""
    joined: list[Moment] = []
    for one in found:
        last = joined[-1] if joined else None
        if (
            last and last.kind == one.kind == "day" and not (last.due or one.due or last.last or one.last)
            and last.day and one.day == last.day + timedelta(days=1) and text[last.end : one.start] in ("", "、", "和")
        ):  # fmt: skip
            joined[-1] = Moment(last.start, one.end, "day", written_span(last.day, one.day, base), last.day, one.day)
        elif last and last.kind == one.kind == "day" and last.written == one.written and last.end == one.start:
            joined[-1] = Moment(last.start, one.end, "day", one.written, one.day, one.last)  # 今儿个初四
        elif last and (span := _worked(last, one, text, base)):
            joined[-1] = span
        else:
            joined.append(one)
        if _hours_apart(joined[-4:], text):
            first, hour, day, until = joined[-4:]
            same = day.day == first.day
            written = f"{first.written}{hour.written}至{'' if same else day.written}{until.written}"
            joined[-4:] = [Moment(first.start, until.end, "day", written, first.day, day.day)]
    return joined


# 从3月2号干到今天: what was done is said elsewhere.
_FROM = re.compile(r"(?:打?从|自)$")
_UP_TO = re.compile(r"[一-龥]{0,3}?[到至]")
# 从9点讲到11点; in 从2点断到8点 the word between tells what happened
_WENT_ON = re.compile(
    r"(?:一直|就|又|都)*(?:持续|进行|[干忙讲办开演练做搞弄跑查走唱赛比打学教考拍录写摆守熬剪修发])?了?[到至]"
)
_BEGUN_AND_OVER = re.compile(r"(?:就)?(?:开始|起)(?:的)?[，,]?")
_OVER = re.compile(r"(?:刚|才|全部|就|算|已)*(?:收尾|收工|收官|[一-龥]?完|结束|为止|止)")


def _worked(first: Moment, last: Moment, text: str, base: date) -> Moment | None:
    """3月2日至5月30日 of 从3月2号干到今天; None where the two days make no span."""
    begun = _FROM.search(text[: first.start])
    days = first.kind == last.kind == "day" and not (first.due or last.due or first.last or last.last)
    if begun and first.kind == last.kind == "clock" and "至" not in first.written + last.written:
        if not _WENT_ON.fullmatch(text[first.end : last.start]):
            return None
        return Moment(begun.start(), last.end, "clock", f"{first.written}至{last.written}")
    if not days or not first.day or not last.day or first.day >= last.day:
        return None
    if not begun:
        if text[first.end : last.start] not in ("到", "至"):
            return None
        whole = f"{first.written}{last.written}".isalnum() and not re.search("[晚上]", first.written + last.written)
        span = written_span(first.day, last.day, base) if whole else f"{first.written}至{last.written}"
        return Moment(first.start, last.end, "day", span, first.day, last.day)
    between = text[first.end : last.start]
    over = _BEGUN_AND_OVER.fullmatch(between) and _OVER.match(text, last.end)  # 从13号开始今天收尾
    if not over and (not _UP_TO.fullmatch(between) or text.startswith("结束", last.end)):
        return None
    return Moment(begun.start(), last.end, "day", written_span(first.day, last.day, base), first.day, last.day)


def _hours_apart(last: list[Moment], text: str) -> bool:
    """昨天8时到今天8时: from an hour of one day to an hour of another."""
    kinds = [m.kind for m in last]
    if kinds not in (["day", "clock", "day", "clock"], ["day", "part", "day", "part"]) or any(
        m.due or m.last for m in last
    ):
        return False
    first, hour, day, until = last
    close = first.end == hour.start and day.end == until.start and "至" not in hour.written + until.written
    return close and text[hour.end : day.start] in ("到", "至", "-", "—", "~")
