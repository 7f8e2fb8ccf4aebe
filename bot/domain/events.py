"""Groups a day's utterances into events (一事一报) and finds figures that contradict each other within one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.domain.names import places
from bot.domain.numerals import fold
from bot.domain.quantities import PERSON_UNITS, Quantity, unit_class
from bot.domain.report import Conflict
from bot.domain.utterances import Kind, Utterance

DEED = re.compile(
    r"来[一-龥]{0,4}查|查了|查的|修了|跑了|送戏|剪头发|理发|进社区|进校园|进企业|进村|进景区|接访|灯会|活动|演练|检查|培训|讲座|比赛|大赛|竞赛|展览|书画展|画展|影展|演出|展演|汇演|慰问|看望|植树|接待|普查|调研|走访|宣传|义诊|清理|整治|学习|党课|主题党日|征集|评审|验收|整改|改造|"
    r"修缮|执法|排查|巡查|巡逻|签约|揭牌|开馆|开放|上线|捐赠|献血|招募|采风|拍摄|上门|下乡|启动|举行|举办|召开|开展|开了|办了|搞了|办|开会|印发|出台|修订|研学|体验|座谈|开班|结业|闭馆|"
    r"试运行|验收|抽查|督查|约谈|处罚|查处|救援|值班|维修|安装|更换|搬迁|整理|盘点|借阅|荐书|放映|送戏|送书|送春联|写春联|义卖|募捐|采购|招标|评选|表彰|培育|申报|认定|挂牌|复查|接访|回访|答复|办结|志愿服务|大扫除|打扫|卫生|领取|发放|测评|考试|考核|竞聘|谈话|督导|调度|推介|招商|巡演|比武|观摩|参观|考察|赛|会$|展$|节$|课$|讲了|参加了|去了"
)
_HEAD = re.compile(
    r"送戏|理发|剪头发|灯会|接访|查了|修了|画展|书画展|影展|展览|演练|检查|培训|讲座|比赛|大赛|竞赛|演出|展演|汇演|慰问|看望|植树|接待|普查|调研|走访|宣传|义诊|清理|整治|党课|主题党日|学习|征集|评审|验收|整改|修缮|执法|排查|巡查|"
    r"签约|揭牌|捐赠|献血|采风|送书|送戏|放映|维修|座谈|推进会|例会|会议|开会|研学|体验|整理|盘点|接访|观摩|参观|考察|推介|比武|巡演|培训班|晚会|读书|打扫|大扫除|卫生|志愿|开会|会$"
)
_UMBRELLA = re.compile(r"主题党日|研学|夏令营|冬令营|文化周|一日游|考察|培训班|艺术节|文化节|联合行动|全天|第一站")
_SAME = re.compile(r"撤展|收摊|散场|布展|撤场|清场|继续|接着|随后|之后|结束后|会后|期间|其间|分组|实操|返回|总结|颁奖|决赛|半决赛|复赛|闭幕|收尾|撤场|统计|汇总|一共|总共|全天|两场|当天|当日|也|还|又|同样|第二场|下半场|答复|反馈|复核|更正")


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
    size: int = 0

    def add(self, one: Utterance) -> None:
        text = fold(one.text)
        self.heads |= _heads(text)
        self.places |= _place_names(one.text)
        self.grams |= _grams(text)
        self.speakers.add(one.speaker)
        self.umbrella = self.umbrella or _UMBRELLA.search(text) is not None
        self.size += 1
        if not one.plan:
            day, part = _when(one)
            self.days |= {day} - {""}
            self.parts |= {part} - {""}


def _heads(text: str) -> set[str]:
    return {m[0] for m in _HEAD.finditer(text)}


def _grams(text: str) -> set[str]:
    """Pairs of neighbouring characters, for telling whether two utterances speak of one matter."""
    han = re.sub(r"[^一-龥]|今天|昨天|上午|下午|晚上|我们|馆里|局里|的|了", "", text)
    return {han[i : i + 2] for i in range(len(han) - 1)}


def _when(utterance: Utterance) -> tuple[str, str]:
    """(day, part of the day) that the utterance names, empty where it names none."""
    day = part = ""
    for m in utterance.moments():
        if m.kind == "day" and not m.due:
            day = day or m.written.rstrip("早上晚")
        if m.kind in ("part", "clock"):
            part = part or ("上午" if re.match(r"上午|早|清晨|凌晨", m.written) else "下午" if re.match(r"下午|中午|傍晚|晚|夜", m.written) else "")
        if m.kind == "day" and m.written.endswith("晚"):
            part = part or "下午"
    return day, part


def _place_names(text: str) -> set[str]:
    return {n.text for n in places(text)}


def _starts_event(one: Utterance, event: Event, message_heads: set[str]) -> bool:
    """Whether an utterance that opens a message begins another event than the one so far."""
    text = fold(one.text)
    if one.opens:
        return True
    gist = event.gist
    if one.plan or not gist.size or not DEED.search(text):
        return False
    heads = _heads(text)
    if _SAME.search(text) and (not heads or heads & gist.heads):
        return False
    day, part = _when(one)
    own = _place_names(text)
    other_time = bool((day and gist.days and day not in gist.days) or (part and gist.parts and part not in gist.parts))
    other_place = bool(own and gist.places and not own & gist.places)
    other_deed = bool(heads and gist.heads and not heads & gist.heads)
    if other_time and not gist.umbrella and (other_deed or other_place or not _grams(text) & gist.grams):
        return True
    other_speaker = bool(one.speaker) and one.speaker not in gist.speakers
    if other_deed and other_place and bool(day or part or other_speaker or re.search(r"^在|^到|^去", text)):
        return True
    return other_speaker and other_deed and bool(day or part) and not message_heads & gist.heads


def split_events(found: Sequence[Utterance]) -> list[Event]:
    """The events of the notes in order of their first words. Leftovers ride with the event they were said in."""
    events = [Event()]
    heads_of: dict[int, set[str]] = {}
    for one in found:
        heads_of.setdefault(one.message, set()).update(_heads(fold(one.text)))
    last_of: dict[str, Event] = {}
    previous = -1
    for one in found:
        event = events[-1]
        if one.kind is Kind.CONTENT:
            opens = one.message != previous or one.opens or any(m.start <= 1 for m in one.moments() if m.kind in ("day", "part", "clock"))
            if len(events) > 1 and one.message != previous:
                event = _best(one, events, last_of.get(one.speaker, events[-1]))
            heads = heads_of[one.message]
            if opens and _starts_event(one, event, heads) and all(_starts_event(one, e, heads) for e in events):
                event = Event()
                events.append(event)
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
    score, index = max((3 * len(words & (e.gist.heads | e.gist.places)) + len(grams & e.gist.grams), i) for i, e in enumerate(events))
    return events[index] if score else fallback


_RECOUNT = re.compile(r"(?:我|咱)(?:这|这边|这里|们)?(?:统计|收到|记|数|算|登记|点)的?(?:了|到)?(?:是|有|为)|(?:票|发票|票据)(?:上|面)?[^，]{0,6}是|(?:单|表|本|册|记录|台账|系统)(?:上|里|子上)?(?:写|记|显示|登记)的?(?:是|有)|花名册|签到[表册]|名单上|点名|清点|实到")
_PART_OF = re.compile(r"上个?月|上季度|上年|上期|往年|其中|每|分别|第|又|再|另|还有|新增|增加|增长|下降|减少|人均|同比|比|较|平均|最|占|剩|原来|原有|去年|上年|计划|目标|应到|各")
_GENERIC = re.compile(r"(?:参加|参与|到场|到会|来了|去了|参会|参训|参演|签到|来参加|报名|人数|一共|总共|共)")
_NOUN_AFTER = re.compile(r"^(?:的)?([一-龥]{2,3})")
_COUNTING = re.compile(r"(?:一共|总共|共计|共|有|是|为|大概|约|差不多|来了|到了|了|们|：|:|\s)+$")
_NOUN_BEFORE = re.compile(r"[一-龥]{2}$")


def _subject(text: str, q: Quantity) -> str:
    """What a figure counts: 孩子 in 孩子一共40个 and in 36个孩子, 参加 where people are counted without a noun."""
    after = _NOUN_AFTER.match(fold(text[q.end :]))
    stem = _COUNTING.sub("", fold(text[: q.start]))
    before = _NOUN_BEFORE.search(stem)
    qualifier = re.sub(r"[^一-龥]", "", stem[-4:-2])
    if q.unit in PERSON_UNITS:
        noun = after[1][:2] if after and not re.match(r"参加|到场|报名|参与|来|去|看|听|观|到", after[1]) else ""
        if not noun and before and not _GENERIC.search(before[0]) and before[0] not in ("来的", "人员"):
            noun = "" if re.search(r"[展会赛课座训动演]$", before[0]) else qualifier + before[0]
        return "人:" + (noun or "参加")
    if after and len(after[1]) >= 2:
        return f"{q.unit}:{after[1][:2]}"
    return f"{q.unit}:{qualifier}{before[0]}" if before else ""


def _compatible(a: Quantity, b: Quantity) -> bool:
    """370多人 and 376人 agree; 40 and 36 do not."""
    if a.value == b.value:
        return True
    for rough, exact in ((a, b), (b, a)):
        if rough.approx and not exact.approx:
            return rough.value <= exact.value < rough.value * 1.5 if rough.low else abs(exact.value - rough.value) <= rough.value * 0.2
    return a.approx and b.approx and abs(a.value - b.value) <= max(a.value, b.value) * 0.25


def conflicts_of(event: Event) -> list[tuple[Conflict, list[tuple[Utterance, Quantity]]]]:
    """Figures of one event that count the same thing and differ, with the utterances that say them."""
    seen: dict[str, list[tuple[Utterance, Quantity]]] = {}
    for u in event.content():
        if u.plan or _PART_OF.search(fold(u.text)) or u.patches:
            continue
        for q in u.quantities():
            subject = _subject(u.text, q)
            if subject and not q.ordinal and q.unit not in ("岁", "分", "秒", "次", "天", "点"):
                seen.setdefault(subject, []).append((u, q))
    found = _recounts(event)
    for subject, said in seen.items():
        if len({u.message for u, _ in said}) < 2 or any(c.about.startswith(subject.split(":")[1]) for c, _ in found):
            continue
        first, rest = said[0], [s for s in said[1:] if s[0].message != said[0][0].message]
        differing = [s for s in rest if not _compatible(first[1], s[1])]
        if differing:
            found.append(_conflict(subject, [first, *differing]))
    return found


Said = tuple[Utterance, Quantity]


def q_unit(every: Sequence[Said]) -> str:
    """The unit that stands for a figure without a noun: 26段 → 段."""
    return every[0][1].unit or "有关"


def _conflict(subject: str, every: list[Said]) -> tuple[Conflict, list[Said]]:
    unit, _, noun = subject.partition(":")
    noun = noun or q_unit(every)
    about = "参加人数" if noun == "参加" else f"{noun}人数" if unit == "人" else f"{noun}数量"
    values = tuple(dict.fromkeys(q.written() for _, q in every))
    return Conflict(about, values, tuple(u.message for u, _ in every)), every


def doubts(text: str) -> bool:
    """Whether an utterance speaks of somebody else's count (我看验收表是8个)."""
    return _RECOUNT.search(text) is not None or _DOUBT.search(text) is not None


_OTHER_COUNT = re.compile(r"其中|另外|还有|又|去年|上[个半]|同期|比|每|分别|第|下[个周]|新增|增加")


def _objects(one: Utterance, before: Sequence[Utterance]) -> bool:
    """Another speaker who says little but a figure (我这边记的85, 不是24吗) objects to one said before."""
    figures = one.quantities()
    if not before or not one.speaker or len(figures) != 1 or _OTHER_COUNT.search(one.text) or one.patches:
        return False
    rest = re.sub(r"[^一-龥]|一共|总共|应该|吧|是|有|共", "", one.text[: figures[0].start] + one.text[figures[0].end :])
    said_by_others = any(u.speaker != one.speaker for u in before[-6:])
    return said_by_others and (not rest or _DOUBT.search(one.text) is not None)


_DOUBT = re.compile(r"不对吧|签到的|我看|我(?:这|这边|这里)?(?:记|数|写|看|登|统计|听)|不是.{1,12}[吗嘛么]|登记表|记录本|名册|台账上|表上|单子上|记得是")


def _recounts(event: Event) -> list[tuple[Conflict, list[Said]]]:
    """花名册我数了是85个, 我记的是24段: a recount speaks of the latest like figure that somebody else gave."""
    found = []
    content = event.content()
    for at, one in enumerate(content):
        if one.patches or not (_RECOUNT.search(one.text) or _objects(one, content[:at])):
            continue
        for q in one.quantities()[:1]:
            for other in reversed(content[:at]):
                like = [(_subject(other.text, o), o) for o in other.quantities() if other.message != one.message
                        and (unit_class(o.unit) == unit_class(q.unit) or not o.unit or {o.unit, q.unit} <= PERSON_UNITS)]
                if like:
                    subject, old = like[0]
                    if not _compatible(old, q) and not other.patches:
                        found.append(_conflict(subject, [(other, old), (one, q)]))
                    break
    return found
