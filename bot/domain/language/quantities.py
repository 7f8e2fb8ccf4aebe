"""Figures with what they count: 320册, 3.5万元, 约100人, 百分之八十七. Dates and clock times are dates.py's."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.domain.language.idioms import IDIOMS
from bot.domain.language.needed import Seldom
from bot.domain.language.numerals import DIGITS, HAN, Numeral, figure, fold, numerals, whole
from bot.domain.language.word_edges import clause_around

_UNITS = (
    "个百分点 个小时 个半小时 个钟头 个半钟头 平方公里 平方米 立方米 公里 千米 厘米 公分 毫米 公斤 千克 万元 亿元 "
    "美元 元钱 块钱 "
    "人次 场次 户次 车次 班次 架次 件套 人天 小时 钟头 分钟 学时 课时 秒钟 个月 个工作日 工作日 个班 个村 个镇 个乡 "
    "个社区 "
    "个多小时 多小时 年 天 周 名 位 人 个 家 户 册 本 幅 件 份 场 次 批 期 节 堂 条 项 篇 张 台 辆 部 套 棵 株 亩 米 "
    "吨 斤 处 座 栋 间 所 只 头 "
    "箱 袋 盒 瓶 桶 双 副 把 块 片 面 支 首 段 组 队 班 届 步 起 宗 例 单 笔 票 桌 床 盏 根 扇 顶 顿 杯 碗 包 捆 车 "
    "趟 遍 轮 种 类 架 "
    "倍 元 角 毛 里 岁 口 号人 来号人 点 门 道 卷 枚 尊 栏 版 字 页 集 档 艘 层 排 行 对 路 岗 克 分 秒 级 卡 通 封 "
    "幢 间次 课 成 代 声 元整 "
    "个人 册次 千伏 方 眼 尾 羽 剂 针 粒 根次 张次 席 款 则 味 垧 顷 公顷 度 千瓦 兆 具 罐 桩 摞 沓 筐 G 平 平米 厘 "
    "码 单元"
).split()
UNIT = "(?!封顶|平均|卷子)(?:" + "|".join(sorted(map(re.escape, _UNITS), key=len, reverse=True)) + ")"
_UNIT = re.compile(rf"(?:%|‰|{UNIT})")
# 检查 12 家
_APART = re.compile(rf"[ ](?=(?:{UNIT}))(?!个人[ ]?\d)")
PERSON_UNITS = frozenset("人 个人 名 位 个 员 号人 来号人".split())
_LETTER = re.compile(r"[A-Za-z]")
# 是演了一场, 对，一场: one is counted where another number had been said; in 走了一趟 nothing is.
_ONLY_ONE = re.compile(r"(?:(?:就|只|才|其实|应该)*是[一-龥]{0,2}了)?一[场个家次名位本册件份台辆户处]")
# 四米二, 1米62, 三块五, 1块2毛5, 两斤半: what stands behind the measure is its fraction, unless it counts itself.
_DIGIT = r"[\d一二两三四五六七八九]"
_FRACTION = re.compile(
    rf"(?:(?P<dimes>(?<=块){_DIGIT})[毛角](?:(?P<cents>{_DIGIT})分?)?(?!\d)|(?:(?P<half>半)|(?P<digits>\d{{1,2}})"
    rf"|(?P<han>[一二三四五六七八九](?=一{UNIT})|[一二三四五六七八九](?!(?:[{HAN}]"
    rf"|{UNIT}))))(?![\d万千百十亿点月号年成分.]|{UNIT}|[一-龥]?点))"
)
_SPLIT_MEASURES = frozenset("米 块 斤 公斤 吨 亩 公里 秒 度".split())
# 没过的俩, 我们仨
_FEW = Seldom(r"俩|仨")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure at [start, end) of the text, its unit ("" where none stands) and what the report counts with it."""

    start: int
    end: int
    value: float
    unit: str
    approx: bool
    low: bool = False
    ordinal: bool = False
    percent: bool = False
    han: bool = False
    pieces: bool = False

    def written(self) -> str:
        """The figure as a report writes it: 206人, 约100人, 370多人, 87%."""
        unit = (
            self.unit
            if self.pieces
            else {"块": "元", "块钱": "元", "元钱": "元", "号人": "人", "来号人": "人"}.get(self.unit, self.unit)
        )
        number = f"{figure(self.value)}%" if self.percent else figure(self.value)
        return f"{number}{unit}"


# 讲了1小时50, 挖了2小时20才找到: what is short of a unit behind an hour is its minutes.
_HOURS = re.compile(r"(?:小时|钟头)$")
_MINUTES = re.compile(r"$|[，。；、 才就便又还]")
_HALVED = frozenset("分 分钟 公里 里 米 斤 公斤 亩 吨 小时 个小时 天 年 个月".split())

_OLDEST = re.compile(r"最[大小老]的?(?:今年)?$|年[龄纪]是?$")
_TOLD = re.compile(r"(?:说|报|记|数|算)(?:的)?(?:是|有)?$")
_HEADS = re.compile(r"(?:的人|人数|观众|游客|客流)(?:有|得有|是|大概|差不多|约)*$")
_RATED = re.compile(
    r"(?:率|价|平均|得分|最高分|最低分|总分|人工费?|材料费?|工资|奖金|补助|补贴)(?:是|为|达|达到|约|了)?$"
)


def _is_rate(text: str, number: Numeral, end: int) -> bool:
    """好评率九十六点二, 均价三百二十八一晚: spelled out and without a unit, and yet a figure."""
    before = text[max(0, number.start - 4) : number.start]
    if _OLDEST.search(before):
        return 3 <= number.value <= 115
    if _HEADS.search(before):
        return number.value >= 100 and re.match(r"左右|上下|[，。；]|$", text[end:]) is not None
    if _TOLD.search(before):
        return number.value >= 10 and not text[end:].strip()
    return number.value >= 2 and _RATED.search(before) is not None


def _masked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    if not spans:
        return text
    chars = list(text)
    for start, end in spans:
        chars[start:end] = "\0" * (end - start)
    return "".join(chars)


def quantities(text: str, taken: Sequence[tuple[int, int]] = ()) -> tuple[Quantity, ...]:
    """Every figure of the text outside the `taken` spans (those of dates), left to right."""
    return _read(text, tuple(taken))


@lru_cache(maxsize=4096)
def _read(text: str, taken: tuple[tuple[int, int], ...]) -> tuple[Quantity, ...]:
    # Kind, plan, checks and corrections ask for the figures of one clause a dozen times.
    return tuple(_figures(text, taken))


def _figures(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[Quantity]:
    plain = _masked(fold(text), taken)
    idioms = [m.span() for m in IDIOMS.finditer(plain)]
    done = 0
    found = numerals(plain)
    for at, number in enumerate(found):
        if number.start < done or any(a <= number.start < b for a, b in idioms):
            continue
        quantity = _measured(plain, number) or _from(plain, number, found[at + 1 : at + 2])
        if quantity:
            quantity = _with_fraction(plain, quantity)
            done = quantity.end
            yield quantity
    yield from (Quantity(m.start(), m.end(), 2.0 if m[0] == "俩" else 3.0, "个", False) for m in _FEW.finditer(plain))


_UP_TO = re.compile(r"[到至]")


def _from(text: str, number: Numeral, following: Sequence[Numeral]) -> Quantity | None:
    """三千五 of 三千五到六千, 二十二 of 二十二到二十九度: the first figure of a span is one where the second is."""
    until = next((n for n in following if _UP_TO.fullmatch(text[number.end : n.start])), None)
    if until is None or not number.han or number.spread or number.fraction or not 1 < number.value < until.value:
        return None
    measured = _measured(text, until)
    return Quantity(number.start, number.end, number.value, "", False, han=True) if measured else None


_FIGURE_ENDS = re.compile(r"(?:挂零|出头|左右|上下)?(?:$|[，。；、 ])")


def _measured(text: str, number: Numeral) -> Quantity | None:
    end = number.end
    if number.fraction:
        return None
    percent = number.percent
    unit = ""
    apart = _APART.match(text, end)
    m = _UNIT.match(text, apart.end() if apart else end)
    if percent and text[end : end + 1] in ("%", "‰"):
        end += 1
    elif m and not percent:
        unit, end = m[0], m.end()
        if unit == "分" and (seconds := re.match(r"钟?零?(\d{1,2})(?:秒钟?|(?=[是，。]|$))", text[end:])):
            seconds_value = float(seconds[1]) / 60
            return Quantity(number.start, end + seconds.end(), number.value + seconds_value, "分钟", number.approx)
        if (
            unit in _HALVED and re.match(r"半(?![天年个场价])", text[end:]) and number.value == int(number.value)
        ):  # 六公里半
            return Quantity(number.start, end + 1, number.value + 0.5, unit, number.approx, han=number.han)
    elif number.value < 60 and _HOURS.search(text[: number.start]) and _MINUTES.match(text, end):
        unit = "分"
    elif text[number.start : end] in ("俩", "仨"):
        unit = "个"
    elif (
        number.han
        and not percent
        and not _is_rate(text, number, end)
        and not (number.spread and _FIGURE_ENDS.match(text, end))  # 旁听的老乡五六十
        and (number.value < 100 or (number.value < 10_000 and not _FIGURE_ENDS.match(text, end)))
    ):
        return None
    ordinal = text.endswith("第", 0, number.start)
    if (
        number.han
        and number.value == 1
        and not ordinal
        and not (unit in _SPLIT_MEASURES and _FRACTION.match(text, end))
        and not counts_one(text, end)
        and not _ONLY_ONE.fullmatch(text)
    ):
        return None
    if not unit and _LETTER.match(text, end):
        return None
    pieces = (
        unit == "块"
        and _FRACTION.match(text, end) is None
        and (
            _is_piece(text, number.start, end)
            or (number.han and number.value < 10 and _of_matters(text, number.start, end))
        )
    )
    return Quantity(
        number.start, end, number.value, unit, number.approx, number.low, ordinal, percent, number.han, pieces
    )


_FINER, _A_THOUSAND = {"公里": ("米",), "吨": ("公斤", "千克")}, 1000
# 一个小时五十分, 一块钱: one of what goes on in a finer measure, or of money, is counted.
_ONE_MEASURED = re.compile(
    rf"(?<=小时)[\d{HAN}]{{1,3}}(?:分|$|(?=[，。；]))|(?<=公里)[\d{HAN}]{{1,3}}米|(?<=吨)[\d{HAN}]{{1,3}}公斤|(?<=[块元]钱)"
)


def _with_fraction(text: str, found: Quantity) -> Quantity:
    """四米二 → 4.2米, 两公里三百米 → 2.3公里; what has no fraction behind it stays."""
    if (finer := _FINER.get(found.unit)) and (rest := next(iter(numerals(text[found.end :])), None)) and not rest.start:
        end = found.end + rest.end
        if text.startswith(finer, end) and rest.value < _A_THOUSAND:
            value = round(found.value + rest.value / _A_THOUSAND, 3)
            return replace(found, end=end + len(finer[0]), value=value)
    m = _FRACTION.match(text, found.end) if found.unit in _SPLIT_MEASURES and not found.pieces else None
    rough = found.value >= 1000 and found.unit != "块"  # 2874块5, but no 1200米5
    if m is None or found.value != int(found.value) or rough:
        return found
    if m["dimes"]:
        part = whole(m["dimes"]) / 10 + whole(m["cents"] or "0") / 100
    else:
        part = 0.5 if m["half"] else float(f"0.{m['digits']}") if m["digits"] else DIGITS[m["han"]] / 10
    return replace(found, end=m.end(), value=round(found.value + part, 2))


# 讲了图书分类上架、借阅系统登记两块, 讲了三块: parts of a matter, where nothing is paid.
_PAID = re.compile(r"[卖收花付赚捐补罚退赔省价费票奖元钱租]|便宜|一[斤份个张次]")


def _of_matters(text: str, start: int, end: int) -> bool:
    listed = "、" in text[:start] and re.match(r"$|[，。；]|内容|工作|业务|知识", text[end:]) is not None
    spoken_of = re.match(r"[：:]|[，。；]?$", text[end:]) and re.search(r"[讲说谈分](?:了|成|为)$", text[:start])
    return (listed and not _PAID.search(text)) or (spoken_of is not None and not _PAID.search(text[:start]))


# 展板12块, 老版子134块, 3块石板: flat or lumpy things are counted by 块; any other 块 is money.
_FLAT = (
    r"[板版牌匾屏砖碑瓦布璃幕镜墙田皮]|石头|青石|石刻|碑刻|石碑|残片|瓷片|陶片|木头|电池|月饼|蛋糕|毛巾|皂|[手水电气煤换装修拆老旧新]表"
    r"|豆腐|奖状|地砖|区域|场地|菜地"
)
_BEFORE_PIECES = re.compile(
    rf"(?:{_FLAT})(?:子|头)?(?:一共|总共|共|有|约|近|达|超过?|大概|修复|清点|更换|换了|摆了|挂了|装了|做了|发了|发出|领了"
    r"|[掉碎坏裂缺少]了?|脱落|[ ]|送了|用了|铺了|砌了|补了)*$"
    r"|[刻铺垒砌挂摆切装安竖立贴钉拆卸搬运擦刷洗埋换]了?(?:上|好|完|掉|回|出|出去)?了?$"
)
# 换了智能表530块: so many of what was put up
_PUT_UP = re.compile(r"[换装铺垒砌挂摆竖贴钉拆卸搬擦洗埋]了[一-龥]{1,6}$")
_MONEY = re.compile(
    # 发病的有5块, 补种了3块: of fields; 开花, 涨水, 买来 cost nothing that is told here
    r"赞助|[多少乱]收|收(?:费|[他她我]|人家)|退(?:[了款还他她]|给)|(?<![开棉葵油菜扬麦谢])花(?![生椒卉木草菜苗田期芽叶])|[费钱元付捐奖卖价票资筹款罚赔扣借押充账租省贵掏买销]"
    r"|发(?![病现生芽黄霉黑展苗热酵])|补(?![种栽苗播植水])|给(?![排水])|涨(?![水势])|存(?![水在活])|收入|每[人户月天张顿餐份晚次斤亩吨棵只头平]"
    r"|一[人个餐顿份晚次斤张户家间套桶瓶车股]|报销|经费|红包|营业|利润|门票|便宜|挣|赚"
)
_OF_FLAT = Seldom(_FLAT)
_BEHIND_PIECES = re.compile(rf"[好坏旧新大小破]的|的?[一-龥]{{0,2}}?(?:{_FLAT}|屏|地|石)|\d[\d.]*元")


def _is_piece(text: str, start: int, end: int) -> bool:
    if _BEFORE_PIECES.search(text[max(0, start - 10) : start]) or _BEHIND_PIECES.match(text, end):
        return True
    clause, at, _ = clause_around(start, end, text)
    if _PUT_UP.search(clause[:at]) and not _MONEY.search(clause):
        return True
    flat = _OF_FLAT.search(clause[:at])
    if flat and not _MONEY.search(clause[flat.end() : at]):
        return True  # 奖牌还差4块
    if end - start <= 3:
        return _MONEY.search(clause) is None
    # 其中清末的27块, 老板子能用的有50多块
    return _OF_FLAT.search(text[:start]) is not None and _MONEY.search(text) is None


def is_paid(text: str) -> bool:
    """Whether a clause tells of money given or taken, so that its 块 are no pieces."""
    return _MONEY.search(text) is not None


def counts_flat_things(ahead: str) -> bool:
    """Whether a bare 138块 behind these words counts what they name or count so: 石板换完了, and nothing is paid."""
    counted = _OF_FLAT.search(ahead) or any(q.pieces for q in quantities(ahead))
    return bool(counted) and _MONEY.search(ahead) is None


def counts_one(text: str, end: int) -> bool:
    """Whether one of a measure that ends there is counted: 一块钱, 一个小时|五十分."""
    return _ONE_MEASURED.match(text, end) is not None


def unit_class(unit: str) -> str:
    """The name of what a unit counts: 名 and 位 count 人, 9个乡镇 counts 个."""
    return _UNIT_CLASS.get(unit, unit)


def same_unit(a: str, b: str) -> bool:
    """Whether two units may count the same thing (人 and 名, 块 and 元); 个 and an absent unit fit every other."""
    a, b = _UNIT_CLASS.get(a, a), _UNIT_CLASS.get(b, b)
    return a == b or a in ("", "个") or b in ("", "个")


_SAME_UNIT = {
    "元": "块 块钱 元钱 元整",
    "小时": "钟头 个小时 多小时 个多小时 个半小时",
    "秒": "秒钟",
    "分钟": "分",
    "本": "册",
    "千米": "公里",
    "平方米": "平 平米",
    "千克": "公斤",
    "个工作日": "工作日",
    "件": "起 宗 例 单 件套 套 份 盒",
    "场": "场次",
    "项": "条 款",
    "节": "堂 课时 学时",
    "棵": "株",
    "个": "个村 个镇 个乡 个班 个社区 个月 点 通",
    "条": "根 则",
    "厘米": "公分",
    "户": "户次",
    "车": "车次",
    "栋": "幢",
    "幅": "副 张",
}
_UNIT_CLASS = dict.fromkeys(PERSON_UNITS - {"个"}, "人") | {
    said: unit for unit, others in _SAME_UNIT.items() for said in others.split()
}
