"""Groups a day's utterances into events (一事一报)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from bot.domain.language.numerals import HAN, fold
from bot.domain.language.quantities import Quantity
from bot.domain.notes.conflicts import disputes
from bot.domain.notes.gist import DEED, Gist, frames_behind, head_words, pairs, place_names, time_named
from bot.domain.notes.recounts import doubts
from bot.domain.notes.report import Conflict
from bot.domain.notes.utterances import Kind, Patch, Utterance

__all__ = ["Event", "conflicts_of", "doubts", "split_events"]

_SAME = re.compile(
    r"撤(?:的|了|完)?展|收(?:的|了|完)?摊|散(?:的|了)?场|布展|撤场|清场|继续|接着|随后|之后|结束后|会后|期间"
    r"|其间|分组|实操|返回|总结|颁奖|决赛|半决赛|复赛|闭幕|收尾|撤场|统计|汇总|一共|总共|全天|两场|当天|当日|也|还|又|同样|第二场|下半场|答复|反馈|复核|更正"
    r"|现场(?!会)|那[边里儿家处户]|[他她]们?|对方"
)
# What a course ends with, and is of its own elsewhere.
_EXAM = re.compile(r"现场考核|结业考|考核|考试|测试|补考|笔试|面试|讨论|互动|提问|手把手|实操|上手|动手|练了?|现场教")
_TAUGHT = frozenset(("培训", "培训班", "讲座", "学习", "党课", "比赛", "大赛", "竞赛", "会议", "研学", "体验"))


@dataclass(slots=True)
class Event:
    """One event: its utterances in order, and where its figures disagree."""

    utterances: list[Utterance] = field(default_factory=list)
    gist: Gist = field(default_factory=Gist)

    def add(self, one: Utterance) -> None:
        """Take an utterance in; content adds to what the event is known by."""
        self.utterances.append(one)
        if one.kind is Kind.CONTENT:
            self.gist.add(one)

    def content(self) -> list[Utterance]:
        """What may enter the report."""
        return [u for u in self.utterances if u.kind is Kind.CONTENT]


# 把戏台的漏雨处补了, 跟幼儿园签了合作: a deed of its own where the clause names its own time or doer.
_FRESH = re.compile(
    r"把[^，。]{2,20}[一-龥]了|[送补拆签装换修立种演放拍教讲写画印编借收发搬运清刷铺买建挂剪煮包测来]了"
    r"|教[一-龥]{2}|(?:陪|带|到|去)[^，。]{2,16}(?:收|看|拍|修|学|教|查|采|量|取|接|谈|签|录)[一-龥]"
    r"|(?:给|为|在)[^，。]{2,12}(?:发|送|配|装|换|贴)(?:了|[一-龥]{2})"
)


# 学员28人，昨天来了30个: yesterday's number beside today's.
_COMPARED = re.compile(
    r"(?:去年|前年|往年|上年)[^，。]*\d|(?:昨天|前天|上次|头一天)(?:是|来了|到了|有|才)?\d+(?:个|人|名)?(?:人)?$"
)
# 下午去平安乡送轮椅, 晚上七点亲子共读: a message begins with another part of the day and its own matter.
_MATTER_OF_ITS_OWN = re.compile(
    r"(?:今天)?(?:早上|上午|中午|下午|傍晚|晚上?)(?:[\d一二两三四五六七八九十]{1,3}[点时][半多钟]?)?(?:(?:我们?|咱们?)?(?:[馆局站队所院]|中心)里)?(?:又|再)?"
    r"(?:(?:[去到给为请在教]|[带陪领](?!着|队|头|大家|人|学员|队员|代表|专家|嘉宾|[他她]们)|组织|收到|接待)[^，。了]{5,}|[做办搞开]了(?:一[场次个])?[一-龥]{4,}|(?![^，。]*[都人他她没不雨风停到回来了的恢点束])[一-龥]{4,10}$)"
)
# 今天抽检桶装水15批次, told by another
_TODAY_DID = re.compile(
    r"(?:今天|今日)(?:[上下]午)?(?:[给到去在对][^，。了]{3,}|[抽检查修清巡发送收拆换办开][一-龥]{3,}\d)"
)
_NO_DEED = re.compile(r"今天|上午|中午|下午|晚上|已经?|全部?|都|又|还|了|[^一-龥A-Za-z]")
_A_MATTER = 4
# 下午就整理归架了460本, 晚上他们…: the same people go on.
_GOES_ON = re.compile(
    r"^(?:我们?|咱们?)?(?:[上下中]午|晚上)又|^(?:现场|当场|会上|台下|场外|场内|期间)|^(?:上午|中午|下午|晚上|傍晚)(?:就|继续|接着|他们|她们|大家伙?|孩子们|学员们?|开会(?:研究|商量|讨论)了?$|开了一?个?会$)"
)


# 下午窗口办了92个: of what, was told before
_OF_IT = re.compile(rf"[一-龥]了[\d{HAN}]+多?个$")


def _starts_event(one: Utterance, event: Event, message_heads: set[str]) -> bool:
    """Whether an utterance that opens a message begins another event than the one so far."""
    text = fold(one.text)
    if _COMPARED.match(text):
        return False
    if one.opens:
        return True
    if _GOES_ON.match(text) or _OF_IT.search(text):
        return False
    gist = event.gist
    if _NEXT_ROUND.match(text) and any("赛" in u.text for u in event.content()):
        return False
    heads = head_words(text)
    if not heads and len(_NO_DEED.sub("", text)) < _A_MATTER:  # 下午已经换了, 下午剪出来了
        return False
    day, part = time_named(one)
    other_part = bool(part and gist.parts and part not in gist.parts)
    other_speaker = bool(one.speaker) and one.speaker not in gist.speakers
    # 下午董家村换老水表, by another than who told of the morning: nothing need be known of the deed
    at_head = any(m.start == 0 for m in one.moments() if m.kind in ("part", "clock"))
    apart = other_speaker and not pairs(_without(text, place_names(one.text))) & gist.grams
    others = apart and ((other_part and at_head) or _TODAY_DID.match(text) is not None)
    next_day = _next_day(gist, one) and not day and not one.start and not _OF_BEFORE.search(text)
    named = day or part or next_day or _MEANWHILE.match(text)
    whole = gist.whole or bool(gist.days and not gist.parts and not gist.told)  # 今天元宵，在老街拍火龙
    own_matter = _MATTER_OF_ITS_OWN.match(text) and not (one.start or whole)
    fresh = others or own_matter or DEED.search(text) or (named and _FRESH.search(text))
    if one.plan or not gist.size or not fresh:
        return False
    if not gist.told and one.message == event.utterances[-1].message:  # 昨晚大雨，今早去了14个人: only what led to it
        return False
    if _MEANWHILE.match(text) and not one.start:
        return not heads & gist.heads and len(pairs(text) & gist.grams) < 2
    if (_SAME.search(text) or (_EXAM.search(text) and gist.heads & _TAUGHT)) and (not heads or heads & gist.heads):
        return False
    if gist.incident and not heads and part not in ("下午", "傍晚", "晚上"):
        return False
    own = place_names(text)
    if not gist.heads and heads & _SHOWS and any(_PREPARES.search(u.text) for u in event.content()):
        return bool(own and gist.places and not own & gist.places)
    if whole and part and not (day or next_day):  # 今天去采风, 上午看了梯田, 下午和老人座谈
        return bool(own and gist.places and not own & gist.places and heads and not heads & gist.heads)
    other_time = other_part or bool(day and gist.days and day not in gist.days)
    other_time = other_time or next_day or (part in ("下午", "晚上") and _told_before_noon(gist, one))
    other_place = bool(own and gist.places and not own & gist.places)
    other_deed = bool(heads and gist.heads and not heads & gist.heads)
    shared = heads & gist.heads or pairs(_WHO.sub("，", text)) & gist.grams
    if other_time and not shared and (not gist.umbrella or _COMPLAINED.search(event.utterances[0].text)):
        return True
    if other_time and not gist.umbrella and (other_deed or other_place):
        return True
    if others and not heads & gist.heads:
        return True  # 晚上广场放电影, behind a walk that set out from the square in the morning
    if other_deed and other_place and bool(day or part or other_speaker or re.search(r"^在|^到|^去", text)):
        return True
    if not other_speaker or message_heads & gist.heads:
        return False
    elsewhere = other_place and bool(day or part) and len(pairs(text) & gist.grams) <= _BY_CHANCE
    return elsewhere or (other_deed and bool(day or part or _OPENED.search(text)))


# 上午篮球赛第一轮, 下午半决赛, 晚上决赛: one contest; 上午搭台, 晚上演出: one show
_NEXT_ROUND = re.compile(
    r"(?:今天|[上下]午|晚上|中午)*(?:又|接着|就|是|打|比)*(?:半?决赛|复赛|预赛|第[二三四五][轮局场]|加赛)"
)
# 职工拔河, the next day 职工体检: for whom it is makes no one matter of two
_WHO = re.compile("职工|干部|党员|学生|学员|孩子|老人|群众|居民|村民|家长|教师|老师|青年|妇女|志愿者")
_SHOWS = frozenset(("演出", "展演", "汇演", "晚会", "比赛", "大赛", "灯会", "开幕"))
_PREPARES = re.compile(r"搭台|布[置展]|走台|舞台板|摆(?:好|了)?[桌椅]|试(?:灯|音|麦)")
# A complaint settled in the morning says nothing of what the afternoon brings, if that shares no word with it.
_COMPLAINED = re.compile(r"投诉|举报|诉求|信访|来信|留言")


def _without(text: str, names: Iterable[str]) -> str:
    for name in names:
        text = text.replace(name, "，")
    return text


# 展示 and 广场 may stand in two events of one day.
_BY_CHANCE = 2
# 老年门球赛在体育场开赛: told as something that begins.
_OPENED = re.compile(r"开[赛幕班课讲馆打演]|举[行办]|召开")


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
    """同时馆里来了孩子, 下午还是在馆里: an event of its own is no longer at the same time or place as anything."""
    if one.patches:
        return one
    if still := _STILL.search(one.text):
        return one.with_patches((Patch(*still.span("still"), "", one.message, one.start, one.start),))
    found = _MEANWHILE.match(one.text)
    return replace(one, text=one.text[found.end() :], start=one.start + found.end()) if found else one


# 同时馆里来了39个孩子, at the beginning of a message; 同时还送了米 goes on with what was told.
_MEANWHILE = re.compile(r"(?:与此)?同时(?!期|段|还|也|又)")


_PAUSES = re.compile(r"[，,\s]*")


def _with_its_matter(one: Utterance, following: Sequence[Utterance]) -> Utterance:
    """A day alone (10月30日，县博物馆办展), or 下午还是在馆里, is weighed together with what happened then."""
    rest = one.text
    for moment in sorted(one.moments(), key=lambda m: -m.start):
        rest = rest[: moment.start] + rest[moment.end :]
    told = following and following[0].message == one.message and following[0].kind is Kind.CONTENT
    if not told or one.patches or one.plan:
        return one
    if still := _STILL.search(one.text):
        return replace(one, text=one.text[: still.start()] + following[0].text)
    return replace(one, text=f"{one.text}，{following[0].text}") if _PAUSES.fullmatch(rest) else one


def _gone_on_with(one: Utterance, following: Sequence[Utterance], event: Event) -> list[Utterance]:
    """下午血站，机关献血; 下午去了赵庄，给5户装了坡道: what the place brings is told by the next clause."""
    told = [u for u in following if u.message == one.message and u.kind is Kind.CONTENT and not one.patches]
    there = _ELSEWHERE.fullmatch(one.text) if not one.start else None
    deeds = (
        u
        for u in told
        if there and not _COUNT_ALONE.fullmatch(u.text) and (DEED.search(u.text) or _FRESH.search(u.text))
    )
    return [
        replace(one, text=f"{one.text}，{u.text}") for u in deeds if not head_words(fold(u.text)) & event.gist.heads
    ]


_COUNT_ALONE = re.compile(r"[一-龥]{1,2}了\d+[一-龥]{1,2}")  # 查了4家: of what, was told before
_ELSEWHERE = re.compile(
    r"(?:今天)?(?:上午|下午|晚上)(?:[去到在]了?)?(?![还又也都已就接继])[一-龥]{2,4}(?<![了的过完着])"
)
# 下午还是在古城戏楼，开了传承人座谈会: the place is the same, and the matter another
_STILL = re.compile(r"(?<=[午晚上])(?P<still>(?:还|仍然?|又|也|依然)是?回?)[在到去][^，。\d了]{2,12}$")


def split_events(found: Sequence[Utterance]) -> list[Event]:
    """The events of the notes in order of their first words. Leftovers ride with the event they were said in."""
    events = [Event()]
    heads_of: dict[int, set[str]] = {}
    for one in found:
        heads_of.setdefault(one.message, set()).update(head_words(fold(one.text)))
    last_of: dict[str, Event] = {}
    previous = -1
    found = frames_behind(found)
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
                event = _best(probe, events, last_of.get(one.speaker, events[-1]))
            heads = heads_of[one.message]
            probes = [probe, *_gone_on_with(one, found[at + 1 : at + 2], event)] if opens else []
            if any(all(_starts_event(p, e, heads) for e in (event, *events)) for p in probes):
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
    words, grams = head_words(text) | place_names(one.text), pairs(text)
    among = _AMONG.match(text)
    past = {m.day for m in one.moments() if m.kind == "day"} - {one.said.date()}  # 昨天的活动还发了60本书

    def there(event: Event) -> bool:
        counted = among and any(q.written() == among["all"] for u in event.content() for q in u.quantities())
        met = _AT_MEETING.match(text) and any(head.endswith(("会", "会议", "座谈")) for head in event.gist.heads)
        return bool(counted or met) or (event.gist.latest is not None and event.gist.latest.date() in past)

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
# 会上提了7条意见: of the meeting, whatever was told since.
_AT_MEETING = re.compile(r"会[上后](?!门|任)|参会|与会")


def conflicts_of(event: Event) -> list[tuple[Conflict, list[tuple[Utterance, Quantity]]]]:
    """Figures of one event that count the same thing and differ, with the utterances that say them."""
    return disputes(event.content())
