"""An utterance in report figures and resolved days, its words as typed: what wording.py then rewords."""

import re
from dataclasses import replace
from functools import lru_cache

from bot.domain.language.clocks import in_dialect
from bot.domain.language.dates import moments
from bot.domain.language.moment import Moment
from bot.domain.language.needed import Seldom
from bot.domain.language.numerals import figure, fold
from bot.domain.language.privacy import private_spans
from bot.domain.language.quantities import UNIT, Quantity, counts_one, quantities
from bot.domain.language.word_edges import words
from bot.domain.notes.gist import DEED
from bot.domain.notes.utterances import Patch, Utterance

KEPT = Seldom(
    r"(?:首|头一?|第[一二三四]|最后一)个(?:周|星期)[一二三四五六日天]|每周[一二三四五六日天](?:[、和至到]?周?[一二三四五六日天])*|《[^《》]*》|“[^”]*(?:”|$)|^[^“”]*”|\"[^\"]*\"|「[^」]*」"
)


_GROUPED = Seldom(r"(?<=\d)[,， ](?=\d{3})")
_PLAIN = re.compile(r"\d[\d.]*(?:万亿|[万亿wW])?(?![\d.成])")
# 4000余万元: the power stands behind the word that makes it rough.
_ROUGH_POWER = re.compile(r"(?P<n>\d[\d.]*)[多余几](?P<power>万亿|[万亿])")
# 两三万, 七八十: neighbours in Chinese digits stay as they were said.
_SPREAD = re.compile(r"[几]|[一二两三四五六七八九][一二三四五六七八九][十百千万]*")
_POWER = re.compile(r"\d[千百kK]")
_MIXED = re.compile(r"\d+[万亿wW]\d")


_WE = re.compile(r"[你我他她咱]们?$")
_NOUN_BEHIND = re.compile(r"[^，。；、都全也就\W\d]")
_RATHER_DIGITS = re.compile(r"[就剩的仅这那有余]$")


# 8点开始10点结束
_HOUR_OF = re.compile(r"[一-龥]的(?:$|[一-龥])|结束|开始|散|收|关|闭|出发|送|回|走|到(?!位)|开(?!展)")


# 10万 is written shorter.
_LARGE = 100_000


def _figure(quantity: Quantity, text: str, after: str) -> str:
    """A figure in report style; approximations stay approximations."""
    raw = re.sub("个(?=多?亿)", "", fold(text[quantity.start : quantity.end]))
    unit = {"块": "元", "块钱": "元", "元钱": "元", "号人": "人", "来号人": "人"}.get(quantity.unit, quantity.unit)
    if quantity.unit == "点" and _HOUR_OF.match(after) and quantity.value <= 24:
        unit = "时"
    if quantity.unit in ("毛", "角", "分") and text[: quantity.start].endswith(("块", "毛", "角")):
        return raw
    if quantity.pieces or (
        quantity.unit == "块"
        and re.match(r"展板|牌|屏|地|石|砖|玻璃|宣传|警示|黑板|电子|展牌|匾|奖(?!励|金)|区域|场地|农田|菜", after)
    ):
        unit = "块"
    if raw == f"{figure(quantity.value)}{unit}" and quantity.value < _LARGE and not quantity.approx:
        return raw
    if (
        quantity.value != int(quantity.value)
        and quantity.unit
        and not raw.endswith(quantity.unit)
        and re.match(r"[\d一二三四五六七八九十两]+(?:米|块|斤|公斤|吨|亩|公里|秒|度)", raw)
    ):
        return figure(quantity.value) + unit
    before = text[: quantity.start]
    bare = (
        unit == "分"
        and re.match(r"[一二三四五六七八九十]+(?![一二三四五六七八九十秒])", text[quantity.end :]) is not None
    )
    couple = quantity.unit == "口" and before.endswith(("老", "小"))
    if re.match("二[层道班组路排]|[百千万]把", raw) or couple or bare or (unit == "秒" and before.endswith("一分")):
        return raw  # 北面二层, 千把尾, 老两口, 三分二十, 一分四十秒
    one = counts_one(text, quantity.end)
    spelt = (quantity.value <= 1 and not one) or quantity.ordinal  # 一个 and 半天 stay; 一点八吨 does not
    unit = "小时" if one and unit == "个小时" else unit
    if quantity.han and (spelt or unit == "类") and not quantity.percent:  # 水质二类
        return raw
    if quantity.unit == "分钟" and re.search(r"秒|分钟?零?\d{1,2}$", raw):
        return raw if "秒" in raw else raw + "秒"
    if raw.startswith(("百十", "百八十")):
        return f"约{figure(quantity.value)}{unit}"
    if raw.endswith("半"):
        halved = unit in ("分", "分钟")  # 11分半 is no 11.5分
        return figure(quantity.value // 1) + unit + "半" if halved else figure(quantity.value) + unit
    if quantity.approx and quantity.low and re.match(r"[二三四五六七八九]?十几", raw):
        return f"{figure(quantity.value)}多{'人' if unit == '个人' else unit}"
    if rough := _ROUGH_POWER.match(raw):
        return f"{rough['n']}多{rough['power']}{unit}"
    if quantity.approx and _SPREAD.search(raw):
        return raw.replace(quantity.unit, unit) if quantity.unit else raw
    if raw[:1] in ("俩", "仨"):
        few = {"俩": "两", "仨": "三"}[raw[0]]
        if _WE.search(before):
            return raw  # 给他俩发卡
        many = _NOUN_BEHIND.match(after) and not _RATHER_DIGITS.search(before)
        if raw == raw[0] and (before.endswith(("这", "那")) or many):
            return few + "个"  # 缺席的这俩, 东坪俩镇
        return figure(quantity.value) + ("个" if unit == "点" else "") + unit
    raw = _GROUPED.sub("", raw)
    number = _PLAIN.match(raw)
    if number and not _POWER.search(raw) and not _MIXED.match(raw) and "点" not in raw[: -len(quantity.unit) or None]:
        written = number[0].replace("w", "万").replace("W", "万")
    else:
        written = figure(quantity.value)
        short = _MIXED.match(raw) is not None
        if quantity.value >= 100_000_000 and quantity.value % 10_000 == 0:
            written = figure(quantity.value / 100_000_000) + "亿"
        elif quantity.value >= (20_000 if short else 100_000) and quantity.value % (100 if quantity.han else 1000) == 0:
            written = figure(quantity.value / 10_000) + "万"
    tail = "多" if quantity.low else ""
    if quantity.approx and not quantity.low and "来" in raw:
        written = "约" + written
    if tail and written[-1] in "万亿" and re.search(r"(?<!个)[多余几][万亿]", text[quantity.start : quantity.end]):
        written, tail = written[:-1], tail + written[-1]
    percent = "%" if quantity.percent else ""
    return f"{written}{percent}{tail}{unit}"


def _written(patch: Patch, text: str) -> str:
    """A correcting figure in report style, read where it will stand: 块 before 展板 is no money."""
    whole = text[: patch.start] + patch.text + text[patch.end :]
    new = patch.text
    for q in reversed(list(quantities(new))):
        there = replace(q, start=q.start + patch.start, end=q.end + patch.start)
        new = new[: q.start] + _figure(there, whole, whole[there.end : there.end + 3]) + new[q.end :]
    return new


def _lasting(moment: Moment) -> bool:
    """Years and periods (前三季度, 2019年) belong to the matter; 今年 goes without saying."""
    return moment.kind == "year" and moment.written != "今年"


_WEEKDAY = re.compile(r"(?:周|星期|礼拜)[一二三四五六日天]")


def _kept(text: str, moment: Moment) -> bool:
    """Whether a time stays where the time of the deed is told elsewhere."""
    typed = moment.kind == "month" and _WEEKDAY.match(moment.written)  # no day was made of it
    return bool(moment.due or typed) or _lasting(moment) or of_a_thing(text, moment) or habitual(text, moment)


def of_a_thing(text: str, moment: Moment) -> bool:
    """把上个月的报表报了: the time tells which report it was, not when this was done."""
    return moment.kind in ("month", "day") and belongs(text, moment)


_HELD = re.compile(r"(?:召开|开展|举行|举办|组织|参加|开了?|过了?|办了?|发放|报送|上报|完成|核发)(?:了)?$")
_MONTHLY = re.compile(
    r"份?(?:[一-龥]{0,6}?(?:党日|例会|党员大会|学习|支部|会议|工作会|调度会|读书会|活动|工资|补贴|报表|数据|台账|简报))"
)


# 前天那家KTV的复查了
_THAT_ONE = re.compile(r"(?:[一-龥]{1,3}的)?那(?:一)?[家个起件处宗位批](?!月|时|候)")


# 记录2月4日夜班没签字: what is missing of a day was found later.
_LACKED = re.compile(
    r"(?:有[一-龥\d]{1,3}人)?[^，。了的]{0,4}?(?:没(?=[签写填交记打登盖报])|[未漏缺](?=[签写填交记打登盖报了])|写成)"
)


# 10月份的发票核完了: the thing is of that month.
_FINISHED = re.compile(r"的[^，。数]{2,8}[完好齐]了?$")


# 看了上个月修的八幅画
_OF_IT = re.compile(r"[一-龥]{1,3}(?<![是有])的(?=[\d一二两三四五六七八九十那几])")


# 上周消防提的5个隐患, 3月查出来的8个问题: when they came up is not when they were dealt with.
_CAME_UP = re.compile("查出|转来|[^，。了的]{0,8}[查提转定批来收借买报映现办派接留欠拨][^，。了的]{0,2}的(?!时候|是)")


def belongs(text: str, moment: Moment) -> bool:
    """Whether a thing of that time is named: 把上个月的报表, 欠6月的款, 召开11月份主题党日."""
    inside = moment.start > 1 or text[:1] in ("把", "将")
    behind = text[moment.end :]
    done = _FINISHED.match(behind) and not (moment.kind == "day" and DEED.search(behind))  # 315那天的宣传弄完了
    if moment.kind in ("day", "month") and (_THAT_ONE.match(behind) or _LACKED.match(behind) or done):
        return True
    held = moment.kind == "month" and _HELD.search(text[: moment.start]) and _MONTHLY.match(behind)
    held = held or (moment.kind == "month" and _CAME_UP.match(behind))
    held = held or (inside and moment.kind == "month" and _OF_IT.match(behind))
    return (inside and re.match(r"的(?!时候)", behind) is not None) or behind[:3] in ("那天的", "当天的") or bool(held)


_COMPLAINED = re.compile(r"(?:反映|投诉|举报|(?:有人|群众|家长|居民|村民|热线|12345)[上里]?说)[^，。]{2,}$")


def habitual(text: str, moment: Moment) -> bool:
    """每天8点开门: an hour of every day; 投诉网吧晚上放学生进去: one of what was complained of."""
    before = text[: moment.start]
    return (moment.kind == "clock" and re.search(r"每(?:天|日|晚|早|周|个?月)[^，。]{0,4}$", before) is not None) or (
        moment.kind == "part" and _COMPLAINED.search(before) is not None
    )


# 延到晚上10点, 演到9点
_UNTIL_HOUR = re.compile(r"[一-龥](?<![接收看听遇碰赶来回直找拿送运遭迟号日])到$")
# 清淤到今天完成一半, 从今天起各村打电话
_AS_WRITTEN = re.compile(r"[写印标填记登描][成作为]$")
_WRITTEN_AS = re.compile(r"[写印标填记登描][成作为]")
_REACHES = re.compile(r"[到至从]$")
_UP_TO = re.compile(r"(?:截至|截止|到|至)(?:了|到)?$")
_ENDS_THEN = re.compile(r"就?(?:结束|截止|收官|闭幕|完工)|[撤拆关停收完][掉完好]?$")  # 到这周五结束, 到正月十六撤
_UNTIL = re.compile(r"(?:底|末)?(?:为止|止)(?!血|痛|咳|步|损)")


# 让他们今天补人 tells by when; 一顿4块，今天是土豆烧鸡 would be a stump without the day.
_BY_TODAY = re.compile(r"(?:[让叫]|(?<![照按着])要求|必须|务必|限)[^，。]*$")
# 漏贴了，今天补上 goes on as well
_IS = re.compile(r"(?:[一-龥]{1,2}的是|是[^，。]{2})[^，。]{2}|[就都全再]*[补换改交退修搬拆清送][上齐去]?$")


_AGO = re.compile(r"上(?:一?个)?(?P<what>月|周|星期|礼拜)")


def _ago(text: str, moment: Moment) -> str:
    """上一个月 for 上月, 上一周 for 上周: what is told in passing needs no month or days that nobody typed."""
    said = _AGO.fullmatch(text, moment.start, moment.end)
    first = "前" if text[: moment.start].endswith(("比", "较")) else "上"
    return f"{first}一个月" if said and said["what"] == "月" else f"{first}一周" if said else ""


def leant_on(utterance: Utterance, moment: Moment) -> str:
    """What stands for a day that goes without saying, where the words around it call for one."""
    text, before = utterance.text, utterance.text[: moment.start]
    if moment.kind != "day" or text[moment.start] != "今":
        return ""
    if before.endswith(("去年", "前年", "上年")):
        return "同日"
    begins = utterance.start and not before
    deed = text.startswith("是在", moment.end)  # 今天是在柳沟清淤: the deed itself
    return "当天" if _BY_TODAY.search(before) or (begins and not deed and _IS.match(text, moment.end)) else ""


# 消费券到今天中午核销68万
_SO_FAR = re.compile(
    r"(?:[上中下]午|晚上?|\d+点半?)?(?:已经?|一?共|累计)*(?:核销|完成|接待|发放|办理|受理|销售|售出|征集|报名)"
)


def as_of(text: str, moment: Moment) -> tuple[int, int] | None:
    """Where 截至昨天 and 到昨天为止 stand; 到 alone counts only where the clause begins with it or
    how much came of a thing stands behind."""
    before = _UP_TO.search(text[: moment.start])
    if before is None or moment.due or moment.kind not in ("day", "month", "clock", "part"):
        return None
    behind = _UNTIL.match(text[moment.end :])
    if _ENDS_THEN.match(text, moment.end) and not before[0].startswith("截"):
        return None
    inside = before.start() and not (_SO_FAR.match(text, moment.end) and words(text[: before.start()])[-1].kind == "n")
    if not behind and not before[0].startswith("截") and (inside or moment.kind not in ("day", "month")):
        return None
    return before.start(), moment.end + (behind.end() if behind else 0)


def _patched(patch: Patch, utterance: Utterance, keep_time: bool) -> str:
    """What a correction reads in its place; a corrected day or hour is resolved like any other."""
    if not any(patch.start < m.end and m.start < patch.end for m in utterance.moments() if not m.due):
        return _written(patch, utterance.text)
    again = moments(patch.text, utterance.said, past=True)
    return ("".join(m.written for m in again) or patch.text) if keep_time else ""


_ROUGHLY = Seldom(
    r"(?:大概|大约|差不多|约莫|估计)(?P<did>(?:(?:一共|总共|共|能|得|也|[来到去查送发卖收花用走办修清看种捐救运]|参加|参观|观看|参与|接待)了?)*(?:有|是)?)"
    r"(?=\d)(?!\d+(?:[点时月日号]|[:：]\d))"
)


_MORE = re.compile(r"\d+[万千百]?[多余来]")


def _about(m: re.Match[str]) -> str:
    did = "" if m["did"] == "有" else m["did"]
    return did + ("" if _MORE.match(m.string, m.end()) else "约")


def _ranged(text: str) -> str:
    """200人左右 → 约200人, 大概来了200人 → 来了约200人, 300出头, 300挂零 → 300多."""
    text = _ROUGHLY.sub(_about, text)
    if "左右" in text or "上下" in text:
        text = re.sub(r"(?<![约月\d.,])(\d[\d.,]*[万亿]?(?:个人|[一-龥]{1,2})?)(?:左右|上下)", r"约\1", text)
    return re.sub(r"(\d+)(?:出头|挂零)", r"\1多", text)


# 城关 12场 3500人, 进馆：1.23万人次: spaces and colons between a label and its values are no words.
_NEXT_VALUE = re.compile(
    rf"(?<=\d)(?P<unit>[万亿多余]*(?:%|晚|{UNIT})?(?:乡?镇|村|社区)?)[ \t　]+(?=[约近+-]?\d(?!\d?[月日号点年]))"
)
_AFTER_LABEL = re.compile(r"^(?P<label>[^\d，。：:]{2,12})[：:](?=[约近共+-]?\d[\d.]*[万亿]?[^\d，。：:]{0,4}$)")
_GAP = re.compile(
    r"(?<=[一-龥])[ 　]+(?=[一-龥]{2,6}[ ]?\d)|(?<=[一-龥）)”》])[ 　]+(?=[约近共+-]?\d)|(?<=\d)[ 　]+(?=[一-龥])"
)


_BESIDE = re.compile(r"(?P<with>[和跟与同][一-龥]{2,5})[ 　]+(?=[一-龥]{2,6}?(?:一起|一块|共同|联合))")


# 126+84.5+59.5=270吨, 71×400+29×300=37100毫升: how a figure was worked out.
_WORKING = Seldom(
    rf"(?P<all>共计?|合计|总计|一共)?(?<![A-Za-z\d.])\d[\d.]*(?:{UNIT})?"
    rf"(?:[ ]?[-+×xX*÷/][ ]?\d[\d.]*(?:{UNIT})?)+[ ]?=[ ]?(?=\d)"
)


def _worked_out(m: re.Match[str]) -> str:
    """The result is told, not the working; a sum is all there is."""
    return m["all"] or ("" if re.search("[-÷/]", m[0]) else "共")


_APART = re.compile(r"[ \t　：:]")


def _run_on(text: str) -> str:
    """A label and its values as one reads them aloud: 城关12场、3500人."""
    if not _APART.search(text):
        return text
    text = _BESIDE.sub(r"\g<with>、", text)
    return _GAP.sub("", _AFTER_LABEL.sub(r"\g<label>", _NEXT_VALUE.sub(r"\g<unit>、", text)))


@lru_cache(maxsize=4096)
def literal(utterance: Utterance, *, keep_time: bool = True) -> str:
    """The utterance with private data taken out, days resolved and figures in report style, words as typed."""
    text = utterance.text
    edits = [(p.start, p.end, _patched(p, utterance, keep_time)) for p in utterance.patches]
    edits += [(p.start, p.end, "") for p in private_spans(text)]
    edits += [(m.start(), m.end(), m[0]) for m in KEPT.finditer(text)]
    days = {m.end for m in utterance.moments() if m.kind == "day"}
    for moment in utterance.moments():
        if moment.kind == "vague" and text[: moment.start].endswith("的"):
            continue  # 停的这几天
        if text[moment.start] in "周星" and (
            _AS_WRITTEN.search(text[: moment.start]) or _WRITTEN_AS.match(text[moment.end :])
        ):
            continue  # 周三写成周四
        if moment.kind == "part" and moment.start not in days and keep_time:
            if in_dialect(text[moment.start : moment.end]):
                edits.append((moment.start, moment.end, moment.written))
            continue
        if up_to := as_of(text, moment):
            edits.append((*up_to, f"截至{moment.written}" if keep_time else ""))
            continue
        than = text[: moment.start].endswith(("比", "较", "比去年"))
        kept = keep_time or _kept(text, moment) or than
        kept = kept or (moment.kind == "clock" and _UNTIL_HOUR.search(text[: moment.start]) is not None)
        kept = kept or (moment.kind == "day" and _REACHES.search(text[: moment.start]) is not None)
        kept = kept or (moment.kind == "clock" and text.startswith("从", moment.start - 1))
        kept = kept or (moment.kind == "part" and text.endswith("起", 0, moment.start))  # 从今天起中午不关门
        typed = moment.kind == "part" and habitual(text, moment)
        written = text[moment.start : moment.end] if typed else _ago(text, moment) or moment.written
        edits.append((moment.start, moment.end, written if kept else leant_on(utterance, moment)))
    for q in utterance.quantities():
        run_on = q.han and text[max(0, q.start - 1) : q.start].isdigit()  # 7、8两个月 is no 82
        edits.append((q.start, q.end, text[q.start : q.end] if run_on else _figure(q, text, text[q.end : q.end + 3])))
    out: list[str] = []
    at = 0
    patched = [(p.start, p.end) for p in utterance.patches]
    for start, end, new in sorted(edits, key=lambda e: (e[0], e[:2] not in patched)):
        if start < at:
            continue
        if start > 0 and new[:1].isdigit() and (text[at:start] or "".join(out))[-1:].isdigit():
            new = text[start:end]  # 80三档: a figure never runs into the one before it
        out += [text[at:start], new]
        at = end
    return _run_on(_ranged(_WORKING.sub(_worked_out, fold("".join(out) + text[at:]))))
