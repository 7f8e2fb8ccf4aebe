"""Groups a day's utterances into events (一事一报)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.domain.language.names import places
from bot.domain.language.needed import Seldom
from bot.domain.language.numerals import fold
from bot.domain.language.quantities import Quantity
from bot.domain.notes.conflicts import disputes
from bot.domain.notes.openers import FRAME
from bot.domain.notes.recounts import doubts
from bot.domain.notes.report import Conflict
from bot.domain.notes.utterances import Kind, Utterance

__all__ = ["DEED", "Event", "Gist", "conflicts_of", "doubts", "split_events"]

DEED = re.compile(
    r"面试(?=[一-龥]{2})|调解|来[一-龥]{0,4}查|走进(?!来|去)|查了|查的|修了|跑了|送戏|剪头发|理发|进社区|进校园|进企业|进村|进景区|接访|灯会|活动|演练|检查"
    r"|培训|讲座|比赛|大赛|竞赛|展览|书画展|画展|影展|演出|展演|汇演|慰问|看望|植树|接待|普查|调研|走访|宣传|义诊"
    r"|清理|整治|学习|党课|主题党日|征集|评审|验收|整改|改造|"
    r"修缮|执法|排查|巡查|巡逻|签约|揭牌|开馆|开放|上线|捐赠|献血|招募|采风|拍摄|上门|下[乡村]|启动|举行|举办|召开|开展"
    r"|开了|办了|搞了|办|开会|印发|出台|修订|研学|体验|座谈|开班|结业|闭馆|"
    r"试运行|[扫铲清除]雪(?!车|剂|机)|(?:一起|一块儿?|联合)去?查|展示|放[^，。]{0,4}(?:电影|影片)|露天电影|晨练|验收|抽查|督查"
    r"|夜查|夜检|突查|约谈|处罚|查处|救援|值班|维修|安装|更换|搬迁|整理|盘点|借阅|荐书|放映|送戏|送书|送春联|写春联"
    r"|义卖|募捐|采购|招标|评选|表彰|培育|申报|认定|挂牌|复查|接访|回访|答复|办结|志愿服务|大扫除|打扫|卫生|领取|发放"
    r"|查(?!出|到|实|明|看|处|收)[一-龥]{2,8}\d+(?:家|处|个|户|所|辆|批)"
    r"|测评|考试|考核|竞聘|谈话|督导|调度|推介|招商|巡演|比武|观摩|参观|考察|赛|会$|展$|节$|课$|讲了|参加了|去了"
)
_HEAD = re.compile(
    r"送戏|面试(?=[一-龥]{2})|调解|理发|剪头发|灯会|接访|查了|修了|画展|书画展|影展|展览|演练|检查|培训|讲座|比赛|大赛|竞赛|演出|展演|汇演"
    r"|慰问|看望|植树|接待|普查|调研|走访|宣传|义诊|清理|整治|党课|主题党日|学习|征集|评审|验收|整改|修缮|执法|排查"
    r"|巡查|"
    r"签约|揭牌|捐赠|献血|采风|送书|送戏|放映|维修|座谈|推进会|例会|会议|开会|研学|体验|整理|盘点|接访|观摩|参观|考察"
    r"|推介|比武|巡演|培训班|晚会|读书|打扫|大扫除|卫生|志愿|开会|会$|一行(?=\d|来|到|赴|前)|[一-龥]赛(?=在|开|打|比|结|完|$)"
)
_UMBRELLA = Seldom(
    r"现场会|观摩会|交流会|来了?[\d一二两三四五六七八九十]+(?:个|名|位)?人(?:检查|调研|督查|考察|验收)|(?:检查|督查|调研|督导|考察|验收|采访)[组团]|主题党日|研学|夏令营|冬令营|文化周|一日游|考察|培训班|艺术节|文化节|联合行动|全天|第一站"
    r"|投诉|举报|诉求|反映|12345|信访|来信|留言|转办"
    r"|(?:跑|去|走)了(?:[两三四五六七八九十]|\d+)个(?:点|站|村|乡镇|社区|地方)"
)
_SAME = re.compile(
    r"撤(?:的|了|完)?展|收(?:的|了|完)?摊|散(?:的|了)?场|布展|撤场|清场|继续|接着|随后|之后|结束后|会后|期间"
    r"|其间|分组|实操|返回|总结|颁奖|决赛|半决赛|复赛|闭幕|收尾|撤场|统计|汇总|一共|总共|全天|两场|当天|当日|也"
    r"|还|又|同样|第二场|下半场|答复|反馈|复核|更正"
    r"|现场考核|结业考|考核|考试|测试|补考|笔试|面试|讨论|互动|提问"
)


@dataclass(slots=True)
class Event:
    """One event: its utterances in order, and where its figures disagree."""

    utterances: list[Utterance] = field(default_factory=list)
    gist: "Gist" = field(default_factory=lambda: Gist())

    def add(self, one: Utterance) -> None:
        """Take an utterance in; content adds to what the event is known by."""
        self.utterances.append(one)
        if one.kind is Kind.CONTENT:
            self.gist.add(one)

    def content(self) -> list[Utterance]:
        """What may enter the report."""
        return [u for u in self.utterances if u.kind is Kind.CONTENT]


@dataclass(slots=True)
class Gist:
    """What an event is known by so far: its deeds, places, days, parts of the day, speakers and pairs of characters."""

    heads: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    days: set[str] = field(default_factory=set)
    parts: set[str] = field(default_factory=set)
    speakers: set[str] = field(default_factory=set)
    grams: set[str] = field(default_factory=set)
    umbrella: bool = False
    incident: bool = False
    told: bool = False
    size: int = 0
    latest: datetime | None = None

    def add(self, one: Utterance) -> None:
        text = fold(one.text)
        self.heads |= _heads(text)
        self.places |= _place_names(one.text)
        self.grams |= _grams(text)
        self.speakers.add(one.speaker)
        self.incident = self.incident or _INCIDENT.search(text) is not None
        self.umbrella = self.umbrella or _UMBRELLA.search(text) is not None
        self.told = self.told or DEED.search(text) is not None or bool(one.quantities())
        self.size += 1
        self.latest = max(self.latest, one.said) if self.latest else one.said
        if not one.plan:
            day, part = _when(one)
            self.days |= {day} - {""}
            self.parts |= {part} - {""}


# What befell goes on over the night: 昨晚进水了, 凌晨1点发现的, 今天早上风过去了.
_INCIDENT = re.compile(
    r"报(?:了)?警|着(?:了)?火|起火|失火(?!.{0,4}演练)|进(?:了)?水|溺水|落水|被困|受困|走[失丢散]|崴|塌|倒了|暴雨|台风|大风|大雪|洪水|停电|求助|爆管|漏[水雨气]|故障|[器机泵梯灯管缆][都又也]?坏了"
)


def _heads(text: str) -> set[str]:
    return {m[0] for m in _HEAD.finditer(text)}


_NO_MATTER = re.compile(
    r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})点(?:半|钟|一刻|三刻)?|[^一-龥]|今天|昨天|上午|下午|晚上"
    r"|我们|馆里|局里|的|了"
)


def _grams(text: str) -> set[str]:
    """Pairs of neighbouring characters, for telling whether two utterances speak of one matter."""
    han = _NO_MATTER.sub("", text)
    return {han[i : i + 2] for i in range(len(han) - 1)}


def _when(utterance: Utterance) -> tuple[str, str]:
    """(day, part of the day) that the utterance names, empty where it names none."""
    day = part = ""
    for m in utterance.moments():
        if m.kind == "day" and not m.due and not utterance.text[: m.start].endswith(("比", "较")):
            day = day or m.written.rstrip("早上晚")
        if m.kind in ("part", "clock"):
            part = part or next((name for name, words in _PARTS if m.written.startswith(words)), "")
        if m.kind == "day" and m.written.endswith("晚"):
            part = part or "晚上"
    return day, part


_PARTS = (
    ("上午", ("上午", "早", "清晨", "凌晨")),
    ("中午", ("中午",)),
    ("下午", ("下午", "傍晚")),
    ("晚上", ("晚", "夜")),
)
# 把戏台的漏雨处补了, 跟幼儿园签了合作: a deed of its own where the clause names its own time or doer.
_FRESH = re.compile(
    r"把[^，。]{2,20}[一-龥]了|[送补拆签装换修立种演放拍教讲写画印编借收发搬运清刷铺买建挂剪煮包测来]了"
    r"|教[一-龥]{2}|(?:陪|带|到|去)[^，。]{2,16}(?:收|看|拍|修|学|教|查|采|量|取|接|谈|签|录)[一-龥]"
    r"|(?:给|为|在)[^，。]{2,12}(?:发|送|配|装|换|贴)(?:了|[一-龥]{2})"
)


def _place_names(text: str) -> set[str]:
    return {n.text for n in places(text)}


# 学员28人，昨天来了30个: yesterday's number beside today's.
_COMPARED = re.compile(r"(?:昨天|前天|上次|头一天)(?:是|来了|到了|有|才)?\d+(?:个|人|名)?(?:人)?$")
# 下午就整理归架了460本, 晚上他们…: the same people go on.
_GOES_ON = re.compile(
    r"^(?:上午|中午|下午|晚上|傍晚)(?:就|继续|接着|他们|她们|大家伙?|孩子们|学员们?|开会(?:研究|商量|讨论)了?$)"
)


def _starts_event(one: Utterance, event: Event, message_heads: set[str]) -> bool:
    """Whether an utterance that opens a message begins another event than the one so far."""
    text = fold(one.text)
    if one.opens:
        return True
    if _GOES_ON.match(text) or _COMPARED.match(text):
        return False
    gist = event.gist
    heads = _heads(text)
    day, part = _when(one)
    if gist.umbrella and part in ("下午", "晚上") and not day and _ran_on(one, event):
        return False
    other_part = bool(part and gist.parts and part not in gist.parts)
    other_speaker = bool(one.speaker) and one.speaker not in gist.speakers
    # 下午董家村换老水表, by another than who told of the morning: nothing need be known of the deed
    at_head = any(m.start == 0 for m in one.moments() if m.kind in ("part", "clock"))
    others = other_speaker and other_part and at_head and not _grams(text) & gist.grams
    next_day = _next_day(gist, one) and not day and not one.start and not _OF_BEFORE.search(text)
    named = day or part or next_day or _MEANWHILE.match(text)
    fresh = others or DEED.search(text) or (named and _FRESH.search(text))
    if one.plan or not gist.size or not fresh:
        return False
    if not gist.told and one.message == event.utterances[-1].message:  # 昨晚大雨，今早去了14个人: only what led to it
        return False
    if _MEANWHILE.match(text) and not one.start:
        return not heads & gist.heads and len(_grams(text) & gist.grams) < 2
    if _SAME.search(text) and (not heads or heads & gist.heads):
        return False
    if gist.incident and not heads and part not in ("下午", "傍晚", "晚上"):
        return False
    own = _place_names(text)
    other_time = other_part or bool(day and gist.days and day not in gist.days)
    other_time = other_time or next_day or (part in ("下午", "晚上") and _told_before_noon(gist, one))
    other_place = bool(own and gist.places and not own & gist.places)
    other_deed = bool(heads and gist.heads and not heads & gist.heads)
    if other_time and not gist.umbrella and (other_deed or other_place or not _grams(text) & gist.grams):
        return True
    if other_deed and other_place and bool(day or part or other_speaker or re.search(r"^在|^到|^去", text)):
        return True
    if not other_speaker or message_heads & gist.heads:
        return False
    elsewhere = other_place and bool(day or part) and len(_grams(text) & gist.grams) <= _BY_CHANCE
    return elsewhere or (other_deed and bool(day or part or _OPENED.search(text)))


# 展示 and 广场 may stand in two events of one day.
_BY_CHANCE = 2
# 老年门球赛在体育场开赛: told as something that begins.
_OPENED = re.compile(r"开[赛幕班课讲馆打演]|举[行办]|召开")


def _ran_on(one: Utterance, event: Event) -> bool:
    """上午讲了政策，下午观摩了王庄村, of a course: one day's programme in one message."""
    before = next((u for u in reversed(event.utterances) if u.kind is Kind.CONTENT), None)
    return before is not None and before.message == one.message and _when(before)[1] in ("上午", "下午")


# 又来了3个, 昨天漏了一条: it goes on with what was told the day before.
_OF_BEFORE = re.compile(r"昨|前天|那[天次边场]|上次|刚才|补[充报记]|更正|[还又再也]|接着|继续|后来|一共|总共|累计|漏")


def _next_day(gist: Gist, one: Utterance) -> bool:
    """Told on another day than all that was told so far."""
    return gist.latest is not None and gist.latest.date() < one.said.date()


def _told_before_noon(gist: Gist, one: Utterance) -> bool:
    """What was told before noon of the same day did not happen in its afternoon."""
    noon = one.said.replace(hour=12, minute=0)
    return gist.latest is not None and gist.latest.date() == one.said.date() and gist.latest <= noon < one.said


def _without_meanwhile(one: Utterance) -> Utterance:
    """同时馆里来了孩子, told as an event of its own, is no longer at the same time as anything."""
    found = None if one.patches else _MEANWHILE.match(one.text)
    return replace(one, text=one.text[found.end() :], start=one.start + found.end()) if found else one


# 同时馆里来了39个孩子, at the beginning of a message; 同时还送了米 goes on with what was told.
_MEANWHILE = re.compile(r"(?:与此)?同时(?!期|段|还|也|又)")


_PAUSES = re.compile(r"[，,\s]*")


def _with_its_matter(one: Utterance, following: Sequence[Utterance]) -> Utterance:
    """A day alone (10月30日，县博物馆办展) is weighed together with what happened on it."""
    rest = one.text
    for moment in sorted(one.moments(), key=lambda m: -m.start):
        rest = rest[: moment.start] + rest[moment.end :]
    told = following and following[0].message == one.message and following[0].kind is Kind.CONTENT
    if not told or one.patches or one.plan or not _PAUSES.fullmatch(rest):
        return one
    return replace(one, text=f"{one.text}，{following[0].text}")


# 编织班那边再补一句: what the rest of the message is about.
_MORE_OF = re.compile(r"^(?P<what>[一-龥]{2,6})[那这][边块][^，。]{0,4}[句条点个]$")


def _of_named(one: Utterance, before: Utterance) -> Utterance:
    """The clause together with what the words before it in its message say that it is about."""
    named = _MORE_OF.match(before.text) if before.message == one.message else None
    return replace(one, text=f"{named['what']}{one.text}") if named and not one.patches else one


def _frames_behind(found: Sequence[Utterance]) -> list[Utterance]:
    """为迎接复审，11月19日下午，30名干部…: what it was done for is heard behind the deed, whose day is its own."""
    ordered: list[Utterance] = []
    frames: list[Utterance] = []
    for one in found:
        if frames and one.message != frames[0].message:
            ordered, frames = [*ordered, *frames], []
        if one.kind is Kind.CONTENT and not one.plan and FRAME.fullmatch(one.text):
            frames.append(one)
            continue
        ordered.append(one)
        if frames and (DEED.search(one.text) or one.quantities()):
            ordered, frames = [*ordered, *frames], []
    return [*ordered, *frames]


def split_events(found: Sequence[Utterance]) -> list[Event]:
    """The events of the notes in order of their first words. Leftovers ride with the event they were said in."""
    events = [Event()]
    heads_of: dict[int, set[str]] = {}
    for one in found:
        heads_of.setdefault(one.message, set()).update(_heads(fold(one.text)))
    last_of: dict[str, Event] = {}
    previous = -1
    found = _frames_behind(found)
    for at, one in enumerate(found):
        event = events[-1]
        if one.kind is Kind.CONTENT:
            probe = _with_its_matter(one, found[at + 1 : at + 2])
            opens = (
                one.message != previous
                or one.opens
                or any(m.start <= 1 for m in one.moments() if m.kind in ("day", "part", "clock"))
            )
            if len(events) > 1 and one.message != previous:
                event = _best(_of_named(probe, found[at - 1]), events, last_of.get(one.speaker, events[-1]))
            heads = heads_of[one.message]
            if opens and _starts_event(probe, event, heads) and all(_starts_event(probe, e, heads) for e in events):
                event = Event()
                events.append(event)
                one = _without_meanwhile(one)
            elif one.message == previous and last_of.get("\0message") is not None:
                event = last_of["\0message"]
            last_of[one.speaker] = event
            last_of["\0message"] = event
            previous = one.message
        event.add(one)
    return [e for e in events if e.content()] or events[:1]


def _best(one: Utterance, events: Sequence[Event], fallback: Event) -> Event:
    """The event whose words and places the utterance shares most; the speaker's last one where none stands out."""
    text = fold(one.text)
    words, grams = _heads(text) | _place_names(one.text), _grams(text)
    among = _AMONG.match(text)
    past = {m.day for m in one.moments() if m.kind == "day"} - {one.said.date()}  # 昨天的活动还发了60本书

    def there(event: Event) -> bool:
        counted = among and any(q.written() == among["all"] for u in event.content() for q in u.quantities())
        return bool(counted) or (event.gist.latest is not None and event.gist.latest.date() in past)

    score, index = max(
        (
            3 * len(words & (e.gist.heads | e.gist.places)) + len(grams & e.gist.grams) + _TOLD_THERE * there(e),
            i,
        )
        for i, e in enumerate(events)
    )
    return events[index] if score else fallback


# 9个里头有1个: of those that an event counted.
_AMONG = re.compile(r"(?:这|那)?(?P<all>\d+[个户家人名处件份])(?:里[头面边]?|当中|之中)(?=有|的|，|\d)")
_TOLD_THERE = 9


def conflicts_of(event: Event) -> list[tuple[Conflict, list[tuple[Utterance, Quantity]]]]:
    """Figures of one event that count the same thing and differ, with the utterances that say them."""
    return disputes(event.content())
