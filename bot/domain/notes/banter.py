"""Talk beside the matter, known from the day as a whole: whoever only chats, answers to a chat, a thing chatted about.

A message that tells of the day's work is never touched: one with a figure, an hour, a place, a deed or others' doings.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from itertools import pairwise

from bot.domain.language.names import places
from bot.domain.language.needed import Seldom, headed
from bot.domain.language.numerals import fold
from bot.domain.notes.kinds import Kind
from bot.domain.notes.small_talk import OTHERS, small_talk
from bot.domain.notes.substance import tells
from bot.domain.notes.utterance import Utterance

# What an office does and looks after; wide on purpose, for what holds it stays.
_WORK = headed(
    r"[检抽督巡排普复调审]查|回头看|取消|收官|研学|送戏|[演赛]|整[改治]|修[缮复补好]|维修|抢修|安装|装[好上完]|发放|发[完给到]|登记|验收"
    r"|施工|清[理运除扫淤]|签|拆[除迁违掉了]|强拆|建|监?测|采[样购集]|培训|展[出览]|[开散到参]会|会[议上]|讲[课座解]|报[送名告修警]"
    r"|通[知报过水电车]|审[批核]|办[理结好完]|受理|[抢营施]救|救[援助治]|送(?!一)|捐|慰问|走访|宣[传讲]|服务|公示|公告|招标|中标"
    r"|[开完竣停复]工|[停开]业|停产|合格|达标|达到|不到位|隐患|问题|故障|漏[水雨电]|断电|停[水气]|[起着]火|扑灭|受伤|中暑|溺水"
    r"|事故|损失|赔|罚|没收|查[处封扣]|已|协助|联系|设[了置立]|没有?[装设挂配]|占道|拉[到走]|退回|换[了成]新|递交|优先"
    r"|有[一两几][家个户台处块辆扇盏][^，。]*(?:坏|裂|断|漏|堵|松|歪|缺)|[让叫][他她]们?(?:今|明|先|马上|当场)[^，。]*[换修改补停拆清搬关装]|[^睡吃玩够]不够$|用完了"
    r"|[做铺装建修种挖画刷搭砌印]完|[挂贴摆]上|立起|粉刷|由|因|按|警|消防|城管|公安|法院|医院|学校|村|镇|乡|社区|街道|小区|县|市里|省(?![事心力得])|局|所|中心|景区|展厅|场馆|仓库|工地|现场"
    r"|路[灯面段]|桥|河|渠|水库|堤|闸|管[道网]|水井|机井|井盖|泵|大棚|田[里地]|大田|[育树秧]苗|苗[圃木]|[种栽植倒]树|羊|猪"
    r"|牛棚|鸡舍|疫|[农配]药|药[品店房]|打药|种子|化肥|设备|机器|系统|平台|窗口|台账|档案|文件|方案|合同|协议|承诺书|通知书"
    r"|借[出阅还]|新证|表彰|[获颁领评]奖|奖[品状金]|名单|资金|补贴|工资|[拨捐罚付]款|款项|[收缴付]费|费用|书记|主任|局长|站长|[组队科处]长"
    r"|领导|上级|专班|小组|队伍|岗位|上岗|下岗|[取发领]证|证[书照件]|健康证|[门车机发购]票|票[务房价]|开[始幕展机]|结束|完成|正常|恢复|转移|撤离|安置|值守|上报|[亮通]了|全[亮部好通]"
)
# What is asked of colleagues; what stands beside it in a message without business goes on about it.
_ASKED = Seldom(
    r"^(?:[今明后][天早晚]|周末|晚上|中午|[上下]午)?谁(?![主管说]|[^，。]*都)|在谁|谁家|谁的|谁(?:抢|要|去|来|吃|有|借|会)|[吗呗]$|来着$|有[没木]有|有人[^，。]{1,5}[不没]$"
)
# 已经报了8个人，你去不; 去吃面不，12点半老地方: colleagues ask one another along, and the figures are of that.
_INVITES = Seldom(
    r"^(?:(?:今天|明天|今晚|明晚|[中下上]午|晚上|周末|周[一二三四五六日]|下班后?|那|一起|一块儿?)*)"
    r"(?:你们?|您|大家|谁|有人)?(?:也|还|要|想|一起|一块儿?)*(?:[去来吃喝打玩拼凑搭]|参加|[吃喝撸嗦爬打约][一-龥]{1,3}[去约])[^，。\d]{0,5}(?:不|不去|不来)$"
    r"|^[一-龥]{0,3}(?:今天|明天|今晚|明晚|晚上|中午|周末|下班后?)[^，。\d]{1,5}[去来约](?:不|吗|不去|不来)$"
    # 老邹你怎么不接电话: asked of a colleague about himself
    r"|^[一-龥]{0,3}?[你您恁](?:咋|怎么|为啥|为什么|干嘛|干啥)|^(?:谁|有人)(?:也|还|要|想|一起)*(?:去|来|吃|拼|搭)$|算[你您]一个|^约[不吗起]"
)
_AUXILIARY = re.compile(r"已经?|由|因|按|局|[爬登]山")
# Said to somebody or of oneself, or a smile.
_ADDRESSED = re.compile(
    r"[我你您咱俺](?!们?[县局市镇乡村馆校院中区省国厂所站队科社])|谁|啥|哪[里儿]|[吗嘛呗哈吧啦哟]$|[没不]$|来着$|哈哈|嘻嘻"
    r"|嘿嘿|呵呵|呜呜|总算|终于|[\U0001F300-\U0001FAFF☀-➿]|^\[[一-龥]{1,3}\]"
)
_FELT = Seldom(
    r"(?:脑仁?|腰|腿|眼睛?|牙|胃|头|脚(?:底板?|后跟)?|胳膊|嗓子|嘴|后背|脖子|肩膀?|手腕?)(?:都|快|好|真|也|全)?(?:疼(?!爱)|酸了?$|断了?$|[冒]烟|[喊说讲叫]?哑|起泡"
    r"|湿|抬不起|直不起|磨破)|^(?:快|都)?(?:困|累|饿|渴|冻|热|吓|笑)(?:死|醒|晕|哭|瘫)|梦见|做梦"
)
_ONE_OR_TWO = re.compile(r"^[一两俩]")
_MANY_WORDS = 16
_ANSWER = 9
_SOON = timedelta(minutes=10)
_AT_ONCE = timedelta(minutes=2)
# The head of a clause that names what it speaks of.
_HEAD = re.compile(r"^(?:那个?|这个?|今天|刚才|我的?|你的?)*(?P<thing>[一-龥]{2,3})")
_NO_THING = re.compile(
    r"今天|明天|昨天|上午|下午|晚上|中午|大家|我们|你们|谁有|食堂|办公|各位|辛苦|收到|谢谢|老师|主任"
)


class _Tells(IntEnum):
    """How much of the day's work a message tells."""

    NOTHING = 0
    MAYBE = 1  # it speaks of things that the office deals with
    FACTS = 2  # a figure, an hour, a title; a correction, an order


@dataclass(slots=True)
class _Message:
    utterances: list[Utterance]
    asks: bool
    tells: _Tells
    beside: bool = False

    @property
    def speaker(self) -> str:
        return self.utterances[0].speaker

    @property
    def said(self) -> datetime:
        return self.utterances[0].said

    def speaks_to(self) -> bool:
        """Whether it speaks to somebody or of the speaker, or is chat from beginning to end."""
        return (
            self.asks
            or self.utterances[0].kind is Kind.CHAT
            or any(_ADDRESSED.search(u.text) or _private(u) for u in self.utterances)
            or all(u.kind is Kind.CHAT for u in self.utterances)
        )


def without_banter(found: Sequence[Utterance], texts: Sequence[str]) -> list[Utterance]:
    """The day's utterances with what is said beside the matter taken for chat; `texts` are the messages."""
    day = [_message(one, texts[one[0].message]) for one in _by_message(found)]
    if any(m.tells is _Tells.NOTHING for m in day):
        bystanders = _bystanders(day)
        told = _pairs(m for m in day if m.tells is _Tells.FACTS)
        for message in day:
            message.beside = (
                message.tells is _Tells.NOTHING
                and (
                    _chatted(message.utterances)
                    or message.speaker in bystanders
                    or all(_private(u) for u in message.utterances)
                )
                and not _puts_right(message, told)
            )
        _go_on(day)
    for message in day:
        message.beside = message.beside or (message.tells is _Tells.MAYBE and _sight(message.utterances))
    return [
        u.as_kind(Kind.CHAT) if message.beside and u.kind is Kind.CONTENT else u
        for message in day
        for u in message.utterances
    ]


def _message(said: list[Utterance], text: str) -> _Message:
    asks = text.rstrip().endswith(("?", "？")) or any(_ASKED.search(u.text) or _INVITES.match(u.text) for u in said)
    return _Message(said, asks, _telling(said))


def _by_message(found: Sequence[Utterance]) -> Iterable[list[Utterance]]:
    run: list[Utterance] = []
    for one in found:
        if run and run[-1].message != one.message:
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _telling(message: Sequence[Utterance]) -> _Tells:
    told = [u for u in message if u.kind not in (Kind.CHAT, Kind.EMPTY)]
    if any(_INVITES.match(u.text) for u in message) and not any(_of_office(u.text) for u in told):
        return _Tells.NOTHING
    at_work = any(of_work(u) for u in told)
    private = [u for u in message if not at_work and _private(u)]
    if any(u.kind is not Kind.CONTENT or (_has_facts(u) and not _beside(u, private)) for u in told):
        return _Tells.FACTS
    return _Tells.MAYBE if at_work else _Tells.NOTHING


def _of_office(text: str) -> bool:
    """Whether a clause beside an invitation speaks of work, so that it is no pastime."""
    bare = _AUXILIARY.sub("", "" if _INVITES.match(text) else text)
    return OTHERS.search(bare) is not None or _WORK.search(bare) is not None or any(True for _ in places(bare))


def _beside(one: Utterance, private: Sequence[Utterance]) -> bool:
    return one in private or (bool(private) and len(one.text) <= _ANSWER - 1)


def _private(one: Utterance) -> bool:
    """走得脚底板疼，两万八千步; 草莓15一斤，我买了二斤: the figures beside it are nobody's business."""
    text = fold(one.text)
    return small_talk(text) or (_FELT.search(text) is not None and not OTHERS.search(text))


def _has_facts(one: Utterance) -> bool:
    text = fold(one.text)
    aside = _ADDRESSED.search(text) is not None or len(text) <= _ANSWER
    return (
        "《" in text
        or any(not (aside and _ONE_OR_TWO.match(one.text[q.start :])) for q in one.quantities())
        or any(m.kind == "clock" or re.search(r"\d", text[m.start : m.end]) for m in one.moments())
    )


def of_work(one: Utterance) -> bool:
    text = fold(one.text)
    return (
        len(text) > _MANY_WORDS
        or (one.plan and not _ADDRESSED.search(text))
        or OTHERS.search(text) is not None
        or tells(text)
        or _WORK.search(text) is not None
        or any(True for _ in places(text))
    )


def _chatted(message: Sequence[Utterance]) -> bool:
    """Whether a clause is certainly talk among colleagues."""
    return any(
        _INVITES.match(u.text)
        or (u.kind is Kind.CHAT and not OTHERS.search(u.text) and (small_talk(fold(u.text)) or _ASKED.search(u.text)))
        for u in message
    )


def _bystanders(day: Sequence[_Message]) -> set[str]:
    """Whoever told no fact all day, beside others who did, and spoke to colleagues or of himself."""
    reporters = {m.speaker for m in day if m.tells is _Tells.FACTS}
    idle = {m.speaker for m in day if m.tells is _Tells.NOTHING and m.speaks_to()} - reporters
    return idle - {""} if reporters else set()


def _go_on(day: Sequence[_Message]) -> None:
    """在会议室, 胶带不用了: a few words right behind a question."""
    for before, one in pairwise(day):
        one.beside = one.beside or (before.beside and one.said - before.said <= _AT_ONCE and _caps(before, one))
    for before, one in pairwise(day):
        if one.tells is not _Tells.NOTHING or one.beside:
            continue
        few = sum(len(u.text) for u in one.utterances) <= _ANSWER and one.said - before.said <= _SOON
        at_once = one.said - before.said <= _AT_ONCE and one.speaker != before.speaker and not _states(one)
        answers = before.asks or one.speaks_to() or at_once
        one.beside = few and before.beside and answers


# 我三万一, behind 两万八千步; 司机还老急刹, behind a complaint of one's own; 拔了路由器等十秒, behind wifi又断了
_MINE_TOO = re.compile(r"[我俺咱](?:也|才|就|都|这|有|走了?|是)*[\d一二两三四五六七八九十百千万.]+(?:多)?")
_GRUMBLE = re.compile(
    r"[^，。\d]{1,5}(?:还|又|也|都)*(?:老是?|总是?|净|一个劲儿?)(?![人板师乡旧化龄干百年城街区汉太])[一-龥]{1,3}"
)
_GADGET = re.compile(r"(?i:wi-?fi)|网[速线络]|路由器?|打印机|电脑|鼠标|键盘|插[座头]|微信|充电器|投影仪?")
_TRY = re.compile(r"^(?:你|要不|可以|那|先)*(?:拔|插|重启|关|重新|换个|试试|等|断|按|点)")


def _caps(before: _Message, one: _Message) -> bool:
    """Whether a message that might be a fact only outdoes, goes on with or answers the chat right before it."""
    told = [u for u in one.utterances if u.kind is Kind.CONTENT]
    text = "，".join(u.text for u in told)
    if one.speaker == before.speaker:
        return one.tells is _Tells.MAYBE and _GRUMBLE.fullmatch(text) is not None and not _WORK.search(text)
    advised = _TRY.match(text) and _GADGET.search(text) and any(_GADGET.search(u.text) for u in before.utterances)
    return _MINE_TOO.fullmatch(text) is not None or bool(advised)


# 村口那棵老桃树开花了，真好看，拍了一张
_BLOOM = re.compile(
    r"(?:树|花|云|霞|彩虹|月亮|月色|雪|雾|叶子?|草|荷|桃|杏|梨|樱|银杏|猫|狗|鸟|夕阳|日[出落])[一-龥]{0,4}?(?:开|红|黄|绿|落|下|出|飘|飞|升|结|圆)[一-龥]{0,3}$"
)
_ADMIRED = re.compile(r"^(?:真|太|好|可|超|特别|挺|巨|那叫一个|美得?)[一-龥]{0,3}(?:看|美|漂亮|爱|香|壮观|绝)?了?$")
_SHOWN = re.compile(r"^(?:我)?(?:拍|录|晒|发)了?[一-龥]{0,2}(?:张|照|照片|视频|段|朋友圈|群里|给?你们看看?)?$")


def _sight(message: Sequence[Utterance]) -> bool:
    """Whether a message shows a tree in bloom and how fine it looks, and tells nothing besides."""
    told = [u.text for u in message if u.kind is Kind.CONTENT]
    admired = any(u.kind is Kind.CHAT and _ADMIRED.match(u.text) for u in message)
    return admired and all(_BLOOM.search(text) or _SHOWN.match(text) for text in told)


def _puts_right(message: _Message, told: set[str]) -> bool:
    """裂缝那个是毫米吧: what somebody says that a thing told with its figure is."""
    heads = [_HEAD.match(u.text) for u in message.utterances if "是" in u.text]
    return any(head and head["thing"][:2] in told and not _NO_THING.match(head["thing"]) for head in heads)


def _states(message: _Message) -> bool:
    """药是三唑酮, 火灭了: a short clause that says something of a thing may be a fact."""
    return any(re.search(r"[一-龥](?:是|为|有|叫)|^[一-龥]{1,5}了$", u.text) for u in message.utterances)


def _pairs(messages: Iterable[_Message]) -> set[str]:
    """The pairs of neighbouring characters in the messages."""
    return {u.text[i : i + 2] for m in messages for u in m.utterances for i in range(len(u.text) - 1)}
