"""When the event was: the day and hour of its opening, festivals beside the day."""

import re
from datetime import datetime, timedelta
from itertools import pairwise

from bot.domain.language.dates import moments
from bot.domain.notes.utterances import Utterance
from bot.writing.deeds import without_time
from bot.writing.literal import as_of as up_to
from bot.writing.literal import belongs, habitual
from bot.writing.places import bare_place

HOLIDAYS = r"(?:春节|国庆|中秋|五一|清明|端午|元旦|寒假|暑[假期])"
OCCASION = re.compile(
    rf"^(?P<what>{HOLIDAYS}[一-龥]{{0,2}}(?:假期|黄金周|期间|小长假)"
    r"|(?:世界|国际|全国|中国|国家)?(?:(?![给过去在到把为])[一-龥“”]){2,12}(?:(?<!党)(?<!开放|体验|活动|接待|参观|服务)日|(?<![乐术化食俗])节|周|(?:生产|宣传|质量|服务|读书)月|第(?:[一二三四五六七八九十]+|\d+)天|头一天|首日)"
    r"|119|12[·.]4|3[·.]?15|龙抬头|腊八|小年|除夕|元宵|清明|端午|七夕|中元|中秋|重阳|冬至|元旦|三八|五四|[五六七八十]一"
    r"|[一-龥]{2,6}(?<!第)(?=\d+天))(?:\d+天)?(?:[（(][^）)]*[）)])?$"
)


def told_as(when: str, occasion: str) -> str:
    """1月26日上午 → 1月26日（腊八）上午."""
    return re.sub(
        r"^((?:\d{4}年)?\d{1,2}月\d{1,2}日(?:至(?:\d{1,2}月)?\d{1,2}日)?)(?:（[^）]*）)?", rf"\1（{occasion}）", when
    )


def only_time(u: Utterance) -> bool:
    return bool(u.moments()) and not re.sub(
        r"[从到至，。\s]|(?:转来|接到|收到|报来|送来)的?|(?<=^)(?:(?:开|开始|举行)的?|开会的)$", "", without_time(u)
    )


def dates_all(u: Utterance, content: list[Utterance]) -> bool:
    """Whether the notes close with a day and its part, and nothing else: 都是今天上午的事."""
    alone = u is content[-1] and u.start > 0 and all(c is u or c.message != u.message for c in content)
    return alone and only_time(u) and {"part"} <= {m.kind for m in u.moments()} <= {"day", "part"}


_UNTIL = re.compile(r"[至到]$")
SOME_DAY = "近日"


def told_besides(u: Utterance, when: str) -> bool:
    """从26号查到今天, 去年10月: a time that the opening does not tell."""
    spans = any(
        m.written not in when and (m.last or _UNTIL.search(u.text[: m.start])) and m.kind in ("day", "month")
        for m in u.moments()
    )
    return spans or any(re.sub("（.*", "", written) not in when for _, written in patched_moments(u))


def as_of(main: Utterance, when: str) -> str:
    """A figure without a day of its own stands as of the day of the message."""
    return (
        when
        if "至" in when or when.startswith("截至") or any(k in ("day", "month") for k, _ in patched_moments(main))
        else f"截至{when}"
    )


def _some_days_ago(u: Utterance) -> bool:
    """前几天去了水泥厂: which day it was nobody said."""
    return not u.plan and any(m.kind == "vague" and m.written == SOME_DAY and m.start <= 2 for m in u.moments())


_CAME_OUT = re.compile(r"(?:正式)?(?:上线|发布|公布|投用|启用|开通|播出|首播|见报|刊发|推出|亮相)了?")


def came_out(u: Utterance) -> bool:
    """拍摄短视频6条，11月20日上线: the day on which it came out is not the day on which it was made."""
    return not u.plan and any(m.kind == "day" for m in u.moments()) and bool(_CAME_OUT.fullmatch(without_time(u)))


_PART = re.compile("凌晨|早上|上午|中午|下午|傍晚|晚上?")


def when_of(main: Utterance, content: list[Utterance], now: datetime) -> str:
    """Day and hour of the event; the message's own day where no past day is named."""
    if told := _up_to_told(main, content):
        return told
    if period := period_of(main, content):
        return period
    day = clock = ""
    by_the_clock = any(m.kind == "clock" for m in main.moments())
    at_an_hour = any(m.kind in ("part", "clock") for m in main.moments())
    for u in [*([] if _of_day_before(main, content) else [main]), *(c for c in content if c is not main)]:
        if (u.plan and u is not main) or not u.moments() or (u is not main and (came_out(u) or reopens(u, content))):
            continue
        if u is not main and at_an_hour and u.message != main.message and any(m.last for m in u.moments()):
            continue  # 上午开了进点会 … 时间是今天到12月25号: the meeting did not last so long
        if u is not main and by_the_clock and {"day", "clock"} <= {m.kind for m in u.moments()}:
            continue  # 水七点二十来的 … 昨晚九点半爆的管: that hour was on another day
        near, goes_on = _beside(u, main, content), _goes_on(u, main, content)
        alone = _opens(u) and not _of_the_most(u, content) and not _of_what_came(u, main, content)
        for kind, written in patched_moments(u):
            if not day and (kind == "day" or (kind == "month" and (u is main or (near and only_time(u))))):
                day = written if near or goes_on or alone else ""
                near = near or (alone and _HELD_THEN.fullmatch(without_time(u)) is not None)
            elif kind in ("clock", "part") and not clock and (near or (goes_on and kind == "part")):
                clock = written
            elif kind == "clock" and _PART.fullmatch(clock) and u.message == main.message and only_time(u) and near:
                clock += written.removeprefix(clock)  # 今天下午演练，两点半开始
    if not day and any(_some_days_ago(u) for u in content if u.message == main.message and u.start <= main.start):
        return SOME_DAY
    if not day and any(came_out(u) for u in content if u.message == main.message and u.start > main.start):
        return ""
    if not day:
        said = main.said or now
        day = f"{said.month}月{said.day}日"
    feasts = (w for u in content if only_time(u) for _, w in patched_moments(u) if "（" in w)
    if feast := next((w for w in feasts if day.startswith(w[: w.index("（")]) and "（" not in day), ""):
        day = feast + day[feast.index("（") :]  # 正月初二，今晚放了电影
    if clock.startswith(("凌晨", "早上", "上午", "中午", "下午")) and day.endswith(("晚", "夜间")):
        return _day_after(day, main.said) + clock  # 昨夜雨大，早上去看了文昌阁
    if clock and (night := re.fullmatch(r"[^至]*晚至(?P<morrow>[^至]*)早上", day)):
        day = night["morrow"]  # 昨晚到今早暴雨，零点20分塌了
    if clock and day.endswith(("晚", "早上")):
        clock = re.sub(r"^(?:晚|早上)", "", clock)
        clock = "" if clock in ("晚", "早上") else clock
    return day + clock


def _of_day_before(main: Utterance, content: list[Utterance]) -> bool:
    """昨天的徒步大会收尾，今天把东西点一点: the first day is that of the thing, the deed is of today."""
    first = next((m for m in main.moments() if m.kind == "day" and m.day), None)
    if first is None or first.start > 1 or not main.text.startswith("的", first.end):
        return False
    behind = (m for c in content if c.message == main.message and c.start > main.start for m in c.moments())
    return any(m.kind == "day" and m.day == main.said.date() != first.day for m in behind)


# 昨天上午办的
_HELD_THEN = re.compile(r"(?:[办开搞做弄去放演]|举[行办]|召开|开始)[的了]?")


def _beside(u: Utterance, main: Utterance, content: list[Utterance]) -> bool:
    """Whether the time of the clause is that of the opening: said before it, or alone, or of everything."""
    ahead = u.message == main.message and (u.start < main.start or only_time(u) or bare_place(u))
    return u is main or ahead or dates_all(u, content) or re.match(r"时间|开始", u.text) is not None


# 刚接到电话，昨天下午进沟的没下来; 活动结束了，上午听了故事
_NO_LABEL = re.compile(r"了|接到|收到|电话|反映|投诉|举报|求助|报警|说|结束|完|启动|幕")


def _goes_on(u: Utterance, main: Utterance, content: list[Utterance]) -> bool:
    """高考期间查网吧，今晚出动6个人: the clause behind an opening without a time says when that was."""
    at = content.index(main) + 1
    behind = content[at : at + 1] == [u] and u.message == main.message and u.moments()[0].start <= 1
    return behind and not main.moments() and _NO_LABEL.search(main.text) is None


def _day_after(evening: str, said: datetime) -> str:
    """昨晚下雪，凌晨4点上的山: what is told of the small hours after an evening is of the next day."""
    found = re.match(r"(\d{1,2})月(\d{1,2})日", evening)
    if not found:
        return evening
    after = datetime(said.year, int(found[1]), int(found[2])) + timedelta(days=1)
    return f"{after.month}月{after.day}日"


# 昨晚上七点开到九点一刻
_UNTIL_HOUR = re.compile(r"(?<=[开演放办播])到[晚中上下凌]*[午晨]?\d{1,2}时(?:\d{1,2}分)?(?:许|左右)?$")
_CLOSED = re.compile(r"[干忙熬守]到|塌|倒|断|坏|堵|漏|起火|工|完|止|起|放|[付结还交办处修焊]清?了|[修装换补焊办]好")


def _opens(u: Utterance) -> bool:
    """昨天开的, 3月5日: a day with hardly a word beside it."""
    rest = _UNTIL_HOUR.sub("", without_time(u))
    return len(rest) <= 4 and not u.quantities() and not _CLOSED.search(rest)


_FAILED = re.compile(r"[断停缺坏漏关]了?\d+天")
_MOST = re.compile(r"最[^，。近后终新]|[那有][一]?[天晚]|其中")


def _of_the_most(u: Utterance, content: list[Utterance]) -> bool:
    """最晚一天23:40才清园，正月初五; 记录断了3天，4月6到8号: the days of what was told just before."""
    before = next((c for c in reversed(content) if c.message == u.message and c.end <= u.start), None)
    if before is None:
        return False
    failed = _FAILED.search(before.text) is not None and any(m.last for m in u.moments())
    return failed or _MOST.search(before.text) is not None


def reopens(u: Utterance, content: list[Utterance]) -> bool:
    """上午停半天，下午两点开: when it opens again."""
    before = next((c for c in reversed(content) if c.message == u.message and c.end <= u.start), None)
    return before is not None and without_time(u) in ("开", "开门", "恢复") and _SHUT.search(before.text) is not None


_SHUT = re.compile("[停关闭封]")
_ARRIVED = re.compile(r"(?:到|送来|运来|拉来|寄来|借来|送到|运到)的?$")


def _of_what_came(u: Utterance, main: Utterance, content: list[Utterance]) -> bool:
    """文物借了省馆11件，昨晚到的: when the things told of just before came, and not when the event was."""
    before = next((c for c in reversed(content) if c.message == u.message and c.end <= u.start), None)
    return before is not None and before is not main and _ARRIVED.search(u.text) is not None


_PERIOD = re.compile(r"(?:今年|去年|\d{4}年)?(?:[上下]半年|第?[一二三四]季度|前[一二三]个?季度)")


def period_of(main: Utterance, content: list[Utterance]) -> str:
    """今年上半年, where figures of a whole period are told and no day is; empty else."""
    ahead = [c for c in content if c.message == main.message and c.start < main.start]
    found = [m for u in (*ahead, main) for m in u.moments()]
    if not found or main.plan or any(m.kind in ("day", "month", "clock", "part") for m in found):
        return ""
    first = found[0]
    if any(m.written == first.written for u in content if u not in (main, *ahead) for m in u.moments()):
        return ""  # 上半年发文自查，上半年发文143份: what was looked into is of that time
    return first.written if first.start <= 1 and not first.due and _PERIOD.fullmatch(first.written) else ""


def _up_to_told(main: Utterance, content: list[Utterance]) -> str:
    """截至4月9日, where the opening or a time alone before it says up to when its figures were counted."""
    for u in [main, *(c for c in content if c.message == main.message and c.start < main.start and only_time(c))]:
        found = [m for m in u.moments() if m.kind in ("day", "month", "clock")]
        if found and up_to(u.text, found[0]) and not u.plan and not any(p.start < found[0].end for p in u.patches):
            rest = [m.written for a, m in pairwise(found) if m.kind == "clock" and m.start - a.end <= 1]
            return "截至" + found[0].written + "".join(rest)
    return ""


def patched_moments(u: Utterance) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    every = u.moments()
    for at, m in enumerate(every):
        if m.kind == "day" and any(
            n.kind == "day" and "的" in u.text[m.end : n.start] and "，" not in u.text[m.end : n.start]
            for n in every[at + 1 :]
        ):
            continue  # 前天工地发现的古井今天清完了: the first day is of what was found
        if (
            m.due
            or m.kind in ("vague", "year")
            or (m.kind == "month" and (u.plan or "起" in m.written or "周" in m.written))
        ):
            continue
        if re.search(r"(?:[到至比较起]|截至)$", u.text[: m.start]) or belongs(u.text, m) or habitual(u.text, m):
            continue
        patch = next((p for p in u.patches if p.start < m.end and m.start < p.end), None)
        if patch:
            again = moments(u.text[m.start : patch.start] + patch.text, u.said, past=True)
            found += [(a.kind, a.written) for a in again]
        elif not (m.day and m.day > u.said.date()):
            found.append((m.kind, m.written))
    return found
