"""Times of the clock and parts of the day in chat (上午九点半到十一点, 傍晚), and how a report writes them."""

import re

from bot.domain.language.moment import NUMBER, TO, Moment, number
from bot.domain.language.needed import Seldom
from bot.domain.language.numerals import HAN

# A day's parts as dialects call them, and how a report does; 后晌 is the afternoon in most counties.
_SPOKEN_PARTS = {
    said: part
    for part, dialects in {
        "早上": "大清早 一大早 一清早 一早 赶早 早起",
        "上午": "头半晌 上半晌 头晌 前晌 早半天",
        "中午": "晌午头 晌午 晏昼",
        "下午": "后半晌 下半晌 后晌 过晌 下晌",
        "傍晚": "天擦黑 擦黑 傍黑 黄昏",
        "凌晨": "后半夜",
        "夜间": "前半夜 大半夜 半夜 夜头",
        "晚": "夜晚",
    }.items()
    for said in dialects.split()
}
_PART = (
    r"(?:上下午|凌晨|清晨|早上|早晨|上午|中午|午后|下午|傍晚|晚上|晚间(?!新闻)|夜里|夜间|"
    rf"(?:(?!早起床|早起的|半夜[三鸡]|今个){'|'.join(_SPOKEN_PARTS).join(('(?:', ')'))})(?:头儿?|儿)?)"
)
_WRITTEN = {"早晨": "早上", "晚上": "晚", "晚间": "晚", "夜里": "夜间", "午后": "下午"} | _SPOKEN_PARTS
# 四点一车道放行, 九点两批人: one spoken digit without 分 counts what follows.
_MINUTES = (
    rf"[零〇][一二三四五六七八九]分?|{NUMBER}分"
    rf"|(?=\d|[{HAN}]{{2}}){NUMBER}(?!\d|[楼个名位场家层号人%共直]|起(?![飞航跑床身步降运]))"
)
# 早5到10, 下午4到8: behind a part of the day two bare figures that end a clause are hours.
_ENDS = r"(?=$|[，。；、 ])"
_CLOCK = Seldom(
    rf"(?P<part>(?<![昨今明前]){_PART}|(?<![昨今明前])[早晚])?(?<![{HAN}\d.])(?P<h>\d{{1,2}}"
    r"|十[三四五六七八九](?=[点时](?:半|整|钟|一刻|三刻|[零〇][一二三四五六七八九]|[一二三四五]十))|十[一二]?"
    r"|二十[一二三四]?|[一二两三四五六七八九]|零(?=[点时](?:\d|半|整|许|多|左右|前|后|到|[，。]|$|[一二三四五]?十)))"
    rf"(?:(?P<colon>[:：])(?P<min>\d{{2}})|[点时](?P<hmin>半|一刻|三刻|{_MINUTES})?(?:钟"
    rf"|整)?|(?(part)(?={TO}(?:{_PART}|[早晚])?\d{{1,2}}{_ENDS})|(?!)))"
    rf"(?:{TO}(?P<part2>今早|{_PART}|[早晚])?(?P<h2>\d{{1,2}}|十[一二]?|[一二两三四五六七八九])"
    rf"(?:[:：](?P<min2>\d{{2}})|[点时](?P<hmin2>半|一刻|三刻|{_MINUTES})?(?:钟"
    rf"|整)?|(?<=\d){_ENDS}))?(?P<about>左右|多|来钟)?"
)
_PART_RE = Seldom(
    rf"(?<![昨今前整每半])(?<!(?<!清)明)(?<!(?<![周期拜五六七八])一)(?:{_PART})"
    r"|(?:(?<=[昨今明前]天)|(?<=[\d一二三四五六七八九十][日号]))晚(?!会|上|点|间|餐|饭|报|稻|班|霜|\d)"
)


def _clock_text(part: str | None, hour: str, minute: str | None) -> str:
    value = number(hour)
    minutes = {"半": "30", "一刻": "15", "三刻": "45"}.get(minute or "", minute or "").rstrip("分")
    if minutes and not minutes.isdigit():
        minutes = str(number(minutes))
    part = _written(part or "")
    return f"{part}{value}时" + (f"{int(minutes)}分" if minutes and int(minutes) else "")


def _written(part: str) -> str:
    """The part of the day as a report calls it: 晚上 → 晚, 后晌 → 下午."""
    if part == "今早":
        return "早上"
    return _WRITTEN.get(part) or _WRITTEN.get(re.sub(r"头?儿?$", "", part), part)


def in_dialect(part: str) -> bool:
    """Whether a part of the day is called as no report would: 后晌, 晌午头."""
    return re.sub(r"头?儿?$", "", part) in _SPOKEN_PARTS or part in _SPOKEN_PARTS


# 收入八点七亿元, 三点五公里, 1点77亿: spoken decimals.
_LARGE = re.compile(r"\.|[零〇一二三四五六七八九]*(?:个?[万亿]|倍|个百分点|吨|公[里顷]|平方)")
_MEASURE = re.compile(r"个?[万亿]|倍|成(?!立)|个百分|[吨亩米元块斤度]|公[里顷斤]|平方|千米|厘米|毫[米升]")


def _is_decimal(minute: str | None, rest: str) -> bool:
    if not minute or minute in ("半", "一刻", "三刻") or minute.endswith("分"):
        return False
    if not 0 <= number(minute) <= _LAST_MINUTE or _LARGE.match(rest):
        return True
    return (len(minute) == 1 or minute[0] in "零〇") and _MEASURE.match(rest) is not None


_LAST_MINUTE = 59


# 以24:19获胜, 比分21:15, 打成23:23: who won by how much.
_SCORED = re.compile(r"(?:以|比分(?:是|为)?|[打踢战]成|总分)$")
_WON = re.compile(
    r"(?:[、和]\d{1,2}[:：]\d{2})*(?:的比分|的成绩)?(?:[获取战险大完力]?胜|赢|击败|战平|[惜落]?败|负|拿下|输|领先|落后)"
)


def _is_score(ahead: str, m: re.Match[str], rest: str) -> bool:
    won = _WON.match(rest) is not None
    return won or (_SCORED.search(ahead) is not None and not rest.startswith("为准"))


def clocks(text: str) -> list[Moment]:
    """Every time of the clock (kind "clock") and part of the day (kind "part")."""
    found = []
    for m in _CLOCK.finditer(text):
        if not 0 <= number(m["h"]) <= 24 or (m["h2"] and not 0 <= number(m["h2"]) <= 24):
            continue
        if _is_decimal(m["hmin"], text[m.end() :]) or _is_decimal(m["hmin2"], text[m.end() :]):
            continue
        ahead = text[max(0, m.start() - 12) : m.start()]
        if m["colon"] and not m["part"] and _is_score(ahead, m, text[m.end() :]):
            continue
        if re.search(r"分之[零一二三四五六七八九十百]*$", ahead) or (
            (m["hmin"] or "").startswith(("零", "〇")) and re.search(r"[率分价均值占达度比数][是为]?$", ahead)
        ):
            continue
        if m[0] == "一点" and not re.search(r"(?:^|[，。\s在到从])$", ahead):
            continue
        bare = (
            text[m.start() - 1 : m.start()] != "日"
            and not m["part"]
            and not m["colon"]
            and not m["hmin"]
            and not m["h2"]
        )
        rest = text[m.end() : m.end() + 3]
        # 到今早6点已收, 昨天8时到今天8时降雨; 今天3点建议 are no hour
        bare = bare and not (re.search(r"[今昨明前][早晚晨夜天日]上?$", ahead) and not _POINTS.match(rest))
        counted = re.search(r"(?:讲|提|说|强调|归纳|部署|要求)(?:了|出)?$", ahead) and rest[:1] not in (
            "来",
            "到",
            "开",
        )
        if bare and m[0][-1] == "点" and counted:
            continue  # 曹局讲了4点; 说十二点来 is an hour
        bare = bare and not re.search(r"(?:截至|截止|[改推挪延提]到|提前到|推迟到|延迟到|延到)$", ahead)
        bare = bare and not (m["about"] == "多" and "点" in m[0] and not re.match(r"[个名位条项件分少]", rest))
        if bare and m[0][-1] not in "钟整" and not (text[m.end() - 1] in "点时" and _looks_like_clock(text, m, rest)):
            continue
        written = _clock_text(m["part"], m["h"], m["min"] or m["hmin"])
        if m["h2"]:
            began = (m["part"] or "") + ahead[-2:]
            overnight = _NEXT_DAY.get(m["part2"] or "", _NEVER).search(began)
            written += ("至次日" if overnight else "至") + _clock_text(
                m["part2"] if m["part2"] != m["part"] else None, m["h2"], m["min2"] or m["hmin2"]
            )
        written += {"左右": "左右", "来钟": "左右", "多": "许"}.get(m["about"] or "", "")
        found.append(Moment(m.start(), m.end(), "clock", written))
    taken = {i for f in found for i in range(f.start, f.end)}
    for m in _PART_RE.finditer(text):
        if _NO_PART.search(text[max(0, m.start() - 6) : m.start()]):
            continue
        if m.start() not in taken:
            written = "" if m[0] == "上下午" else _written(m[0])
            found.append(Moment(m.start(), m.end(), "part", written))
    return found


# 昨晚10点到今早6点, 昨天下午4点到今早6点, 晚上10点到凌晨2点: the range ends on the day after it began.
_NEVER = re.compile(r"(?!)")
_NEXT_DAY = {"今早": re.compile(r"[夜晚昨]"), "凌晨": re.compile(r"[夜晚]")}

# 每周三上午, 搬了一上午: how often and how long, no part of this day.
_NO_PART = re.compile(r"每[^，。]{0,4}$|(?<![周期拜十初五六七八])[一]$|[两整]个?$|[几整]个$")
_POINTS = re.compile(r"(?:建议|要求|意见|体会|希望|问题|做法|共识|启示|措施|分)")


def _looks_like_clock(text: str, m: re.Match[str], rest: str) -> bool:
    """三点在文化馆 is a time, 三点建议 is not."""
    if _POINTS.match(rest):
        return False
    return bool(
        re.match(
            (
                r"$|[，,。;；、\s]|在|到|开|集|出|左|多|前|就|，|我|去|给|组|举|召|请|来|参|进|从|由|准|正|起|止|警|抵|散|赶|没有|无|以[后前]|之[后前]"
            ),
            rest,
        )
    )
