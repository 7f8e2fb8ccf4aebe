"""What an event is known by: its deeds, places, days, parts of the day, speakers and pairs of characters."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from bot.domain.language.names import places
from bot.domain.language.needed import Seldom
from bot.domain.language.numerals import fold
from bot.domain.language.word_edges import words
from bot.domain.notes.openers import FRAME
from bot.domain.notes.utterances import Kind, Utterance

DEED = Seldom(
    r"面试(?=[一-龥]{2})|调解|来[一-龥]{0,4}查|走进(?!来|去)|查了|查的|修了|跑了|送戏|剪头发|理发|进社区|进校园|进企业|进村|进景区|接访|灯会|活动|演练|检查"
    r"|培训|讲座|比赛|大赛|竞赛|展览|书画展|画展|影展|演出|展演|汇演|慰问|看望|植树|接待|普查|调研|走访|宣传|义诊|清理|整治|学习|党课|主题党日|征集|评审|验收|整改|改造|"
    r"修缮|执法|排查|巡查|巡逻|签约|揭牌|开馆|开放|上线|捐赠|献血|招募|采风|拍摄|上门|下[乡村]|启动|举行|举办|召开|开展|开了|办了|搞了|办|开会|印发|出台|修订|研学|体验|座谈|开班|结业|闭馆|"
    r"试运行|[扫铲清除]雪(?!车|剂|机)|(?:一起|一块儿?|联合)去?查|展示|放[^，。]{0,4}(?:电影|影片)|露天电影|晨练|验收|抽[查检]|督查"
    r"|夜查|夜检|突查|约谈|处罚|查处|救援|值班|维修|安装|更换|搬迁|整理|盘点|借阅|荐书|放映|送戏|送书|送春联|写春联"
    r"|义卖|募捐|采购|招标|评选|表彰|培育|申报|认定|挂牌|复查|接访|回访|答复|办结|志愿服务|大扫除|打扫|卫生|领取|发放"
    r"|查(?!出|到|实|明|看|处|收)[一-龥]{2,8}\d+(?:家|处|个|户|所|辆|批)"
    r"|测评|考试|考核|竞聘|谈话|督导|调度|推介|招商|巡演|比武|观摩|参观|考察|赛|会$|展$|节$|课$|讲了|参加了|去了"
)
_HEAD = Seldom(
    r"送戏|面试(?=[一-龥]{2})|调解|理发|剪头发|灯会|接访|查了|修了|画展|书画展|影展|展览|演练|检查|培训|讲座|比赛|大赛|竞赛|演出|展演|汇演"
    r"|慰问|看望|植树|接待|普查|调研|走访|宣传|义诊|清理|整治|党课|主题党日|学习|征集|评审|验收|整改|修缮|执法|排查|巡查|"
    r"签约|揭牌|捐赠|献血|采风|送书|送戏|放映|维修|座谈|推进会|例会|会议|开会|研学|体验|整理|盘点|接访|观摩|参观|考察"
    r"|推介|比武|巡演|培训班|晚会|读书|打扫|大扫除|卫生|志愿|开会|会$|一行(?=\d|来|到|赴|前)|[一-龥]赛(?=在|开|打|比|结|完|$)"
)
_UMBRELLA = Seldom(
    r"现场会|观摩会|交流会|来了?[\d一二两三四五六七八九十]+(?:个|名|位)?人(?:检查|调研|督查|考察|验收)|(?:检查|督查|调研|督导|考察|验收|采访)[组团]|主题党日|研学|夏令营|冬令营|文化周|一日游|考察|培训班|艺术节|文化节|联合行动|全天|第一站"
    r"|投诉|举报|诉求|反映|12345|信访|来信|留言|转办|(?:跑|去|走)了(?:[两三四五六七八九十]|\d+)个(?:点|站|村|乡镇|社区|地方)"
)


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
    whole: bool = False
    size: int = 0
    latest: datetime | None = None

    def add(self, one: Utterance) -> None:
        text = fold(one.text)
        self.heads |= head_words(text)
        self.places |= place_names(one.text)
        self.grams |= pairs(text)
        self.speakers.add(one.speaker)
        self.incident = self.incident or _INCIDENT.search(text) is not None
        self.umbrella = self.umbrella or _UMBRELLA.search(text) is not None
        day, part = time_named(one)
        tells = DEED.search(text) is not None or bool(one.quantities())
        began = not self.size and any(word.kind == "v" for word in words(text))
        whole = (tells or began) and (not self.told or _ALL_DAY.match(text) is not None)
        self.whole = self.whole or (whole and bool(day) and not part)
        self.told = self.told or tells
        self.size += 1
        self.latest = max(self.latest, one.said) if self.latest else one.said
        if not one.plan:
            self.days |= {day} - {""}
            self.parts |= {part} - {""}


# 今天验收的是柳河三期护岸: what the day was about, though its results were told first
_ALL_DAY = re.compile("今天[一-龥]{0,2}的?是")
# What befell goes on over the night: 昨晚进水了, 凌晨1点发现的, 今天早上风过去了.
_INCIDENT = re.compile(
    r"报(?:了)?警|着(?:了)?火|起火|失火(?!.{0,4}演练)|进(?:了)?水|溺水|落水|被困|受困|走[失丢散]|崴|塌|倒了|暴雨|台风|大风|大雪|洪水|停电|求助|爆管|漏[水雨气]|故障|[器机泵梯灯管缆][都又也]?坏了"
)


@lru_cache(maxsize=4096)
def head_words(text: str) -> frozenset[str]:
    return frozenset(m[0] for m in _HEAD.finditer(text) if not _ON_PAPER.match(text, m.end()))


# 党课记录, 培训台账: what is written of a deed is none
_ON_PAPER = re.compile(r"的?(?:记录|台账|材料|档案|本子?(?!次)|表(?!彰|演))")


_NO_MATTER = re.compile(
    r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})点(?:半|钟|一刻|三刻)?|[^一-龥]|今天|昨天|上午|下午|晚上|我们|馆里|局里|的|了"
)


def pairs(text: str) -> set[str]:
    """Pairs of neighbouring characters, for telling whether two utterances speak of one matter."""
    han = _NO_MATTER.sub("", text)
    return {han[i : i + 2] for i in range(len(han) - 1)}


def time_named(utterance: Utterance) -> tuple[str, str]:
    """(day, part of the day) that the utterance names, empty where it names none."""
    day = part = ""
    for m in utterance.moments():
        if m.kind == "day" and not m.due and not _OF_A_THING.search(utterance.text[: m.start]):
            day = day or m.written.rstrip("早上晚")
        if m.kind in ("part", "clock"):
            part = part or next((name for name, words in _PARTS if m.written.startswith(words)), "")
        if m.kind == "day" and m.written.endswith("晚"):
            part = part or "晚上"
    return day, part


# 写成了2月30日, 值班记录2月4日夜班没签字, 比昨天多: a day of what is told of, on which nothing was done now.
_OF_A_THING = re.compile(r"[比较成缺差少]了?$|(?:记录|台账|档案|日志|账[上目]?|单[子据]|票据?|报表|凭证)[里上]?的?$")
_PARTS = (
    ("上午", ("上午", "早", "清晨", "凌晨")),
    ("中午", ("中午",)),
    ("下午", ("下午", "傍晚")),
    ("晚上", ("晚", "夜")),
)


def place_names(text: str) -> set[str]:
    return {n.text for n in places(text)}


def frames_behind(found: Sequence[Utterance]) -> list[Utterance]:
    """为迎接复审，11月19日下午，30名干部…: what it was done for is heard behind the deed, whose day is its own."""
    ordered: list[Utterance] = []
    frames: list[Utterance] = []
    for one in found:
        if one.kind is Kind.CONTENT and not one.plan and FRAME.fullmatch(one.text):
            frames.append(one)
            continue
        ordered.append(one)
    return [*ordered, *frames]
