"""Clauses of a report that belong together, joined: 将灭火器更换，更换16具 is said once."""

import re
from collections.abc import Sequence
from itertools import chain, pairwise, zip_longest

from bot.domain.language.names import PLACE_END
from bot.domain.language.needed import Seldom
from bot.domain.language.word_edges import splits, words
from bot.domain.notes.note import Note
from bot.writing.clauses import DAY, HOUR, Line
from bot.writing.figures import carried, counted_as, shared_unit
from bot.writing.titles import Lead

LINK = re.compile(
    r"(?:本次|此次|这次)?活动的(?:开展|举办|举行)|同时|此外|另外|期间|其中|下一步|接下来|随后|然后|最后|目前|(?:刚刚?|才)?(?:接到|收到)(?:上级|市里|省里)?(?:通知|消息|喜讯)"
)
# 打完了, before what it came to
OVER_ALONE = re.compile(r"[打比赛演]完了?|(?:均?已)?结束|(?:计划)?确定")
_ORDERED = Seldom(r"^[^，。\d]{0,10}(?:要求|强调|指出|提出|认为|表示)$")


def ordered(lines: Sequence[Line]) -> list[Line]:
    """会议要求 whose slogans were left out takes up the order behind it (会议要求12月28日前完成整改), or goes."""
    kept: list[Line] = []
    for at, line in enumerate(lines):
        if _ORDERED.match(line.text):
            follows = lines[at + 1] if at + 1 < len(lines) else None
            if follows and follows.utterance.message == line.utterance.message and follows.utterance.plan:
                bound = "限" if re.match(r"(?:计划)?\d{1,2}月\d{0,2}[日底]?前", follows.text) else ""
                follows.text = line.text + bound + follows.text.removeprefix("计划")
        elif not (_DUE_ALONE.fullmatch(line.text) and _alone(line, lines)):
            kept.append(line)
    return kept


# 下周一前, of an order that was left out
_DUE_ALONE = re.compile(r"(?:计划)?(?:\d{1,2}月(?:\d{1,2}日|底)|[年月]底|本周|下周)之?前")


def _alone(line: Line, lines: Sequence[Line]) -> bool:
    return sum(one.utterance.message == line.utterance.message for one in lines) == 1


_TAKEN_UP = re.compile(
    r"^(?P<who>[一-龥]{0,8}?)将(?P<what>[^，。]{1,14}?)(?P<did>更换|修复|拆除|清除|维修|安装|清理|修补|填埋|换|修|拆|清|装|补)$"
)
_COUNTED = re.compile(r"^(?P<did>更换|修复|拆除|清除|维修|安装|清理|修补|填埋|补|换|修)(?P<n>\d[^，。]*)$")
# 消防、医院参加，共120多人参加
_ALL_TOLD = re.compile(r"(共约?\d[\d.]*万?(?:多|余)?人)参加")
# 给农民工讨回工钱，29个人: for whom it was done, not who came.
_FOR_WHOM = re.compile(r"(?:讨|追|要)回|救助|安置|转移|疏散|补助|补贴|退还|兑付|赔付|发[^，。]{0,4}[金款费]$")
_CAME = re.compile(r"^(?P<n>约?\d[\d.]*(?:多|余)?人)参加$")
_BARE = re.compile(r"约?\d[\d.]+万?")
_MONEY = re.compile(r"[钱费款]")
_SHARE = re.compile(r"(?:每[人户家](?:每[月年天])?|人均|一[人户])(?:发放?|补|给|奖|领取?)?\d{2,5}")
_PAY = re.compile(r"补贴|补助|慰问金|奖金|津贴|工资|[钱费款金]")
# 最多的是高血压，12人; 接待一个省外旅行团，78人
_OF_THESE = re.compile(r"的是[^，。]+$|[团拨批]$")
# 接12345派单，称…: a paper speaks, nobody declares.
_COMPLAINT = re.compile(r"(?:举报|投诉|派单|工单|来电|来信|求助|报警|电话|热线)$")
# 老战士叫于长庚，91了
_AGE = re.compile(r"(?:今年)?(?P<n>[6-9]\d|10\d)了?")
_SOMEBODY = re.compile(r"[老奶爷婆]|战士|师傅|传承人|叫[一-龥]{2,3}$")
_LOOKED_AT = re.compile(r"(?P<did>检查|抽查|巡查|走访|慰问|暗访|复查|排查|清理|整治|更换)(?P<what>[一-龥、]{2,14})$")
# 查的网吧, 一共查了六家
_LOOKED_COUNT = re.compile(
    r"共?(?P<did>检查|抽查|巡查|走访|慰问|暗访|复查|排查|清理|整治|更换)(?P<n>约?\d+多?[家处户个所台间辆])"
)
# 共查6家, 查了14户: how many of what the clause before names.
_SO_MANY_OF_IT = re.compile(
    r"(?:共|(?:共|总共)?(?:检查|查|走访|抽查|慰问|巡查)了?)(?P<n>约?\d+(?:多|余)?[家处座所户])$"
)


def _so_many(deed: str, behind: str) -> str:
    """检查网吧6家, of 检查网吧 and 共检查6家 behind it; empty where it is counted already or otherwise."""
    found, counted = _LOOKED_AT.search(deed), _SO_MANY_OF_IT.match(behind)
    return deed + counted["n"] if found and counted and "、" not in found["what"] else ""


# 到武警中队换书，更换300册: one deed, and how many
_WITH_OBJECT = re.compile(r"(?P<did>[换送发种捐借印贴装放])(?P<what>[一-龥]{1,2})(?<![完好掉到出满齐了下去往])$")
_COUNTED_SO = re.compile(
    r"共?(?P<did>[一-龥]{1,2}?)了?(?P<n>\d[\d.]*万?多?(?:册|本|棵|株|份|台|盏|袋|套|床|只|张|盒|箱))$"
)


def _again_counted(deed: str, behind: str) -> str:
    found, counted = _WITH_OBJECT.search(deed), _COUNTED_SO.fullmatch(behind)
    if found and splits(deed, found.start(), found.end("did")):  # 办理41张|借书证
        return ""
    return deed + counted["n"] if found and counted and found["did"] in counted["did"] else ""


# 多收了80块，退了: one character, and yet what was done about it.
_DONE_AT_ONCE = re.compile(
    r"(?:就|也|都|全|全都|已经|已)?(?P<did>[退换封修拆赔罚清改关停扣搬撤补还交抓救灭批签销付结删下填])了?"
)


# 李局长强调要, of 李局长强调要高度重视: who spoke, and nothing of what.
_WHO_SPOKE = re.compile(r"[一-龥]{1,8}(?:强调|要求|指出|指示)要?")
_NOTHING = re.compile(r"[完行得算对到来去有是坏糟妥成]了|.?")


def tells_nothing(line: Line, after: Line | None) -> bool:
    """Whether the clause is too short to tell anything: 行了, 全, 局长强调 without words of his behind it."""
    said = after is not None and after.utterance.told and after.utterance.message == line.utterance.message
    return _NOTHING.fullmatch(line.text) is not None or (not said and _WHO_SPOKE.fullmatch(line.text) is not None)


def done_at_once(lines: Sequence[Line]) -> Sequence[Line]:
    """The clauses, 退了, 解释了 and 找出来了 told as 已退, 已解释 and 已找出来."""
    for line in lines:
        if (did := _DONE_AT_ONCE.fullmatch(line.text)) and not line.plan:
            line.text = f"已{did['did']}"
        elif line.utterance.text.endswith("了") and not line.plan and _verb_alone(line.text):
            line.text = f"已{line.text}"
    return lines


# 数出来, 找到: a verb and what it came to. A mishap (停电了, 爆管了) is no deed done.
_CAME_OF_IT = re.compile(r"[一-龥]{1,2}(?:[出过回下上起进][来去]|[到着])")
_BEFELL = "爆停断漏塌坏死倒晕吐堵下着起开结已"


def _verb_alone(text: str) -> bool:
    found = words(text) if 1 < len(text) < 5 and text[0] not in _BEFELL else ()
    alone = found and (len(found) == 1 or _CAME_OF_IT.fullmatch(text))
    return bool(alone) and found[0].kind[0] == "v"


# 我们去了两个人，看了，砍了6棵: what was found is not what those who went did.
_ONLY_LOOKED = {"看了": "经查看", "查了": "经查", "问了": "经询问"}


def looked_into(lines: Sequence[Line]) -> Sequence[Line]:
    """The clauses, a bare 看了 told as what brought out the clause behind it."""
    for one, after in pairwise(lines):
        if one.text in _ONLY_LOOKED and one.utterance.message == after.utterance.message and not after.plan:
            one.text = _ONLY_LOOKED[one.text]
    return lines


# 有1家没核身份证，就是站前路的飞鱼网吧: which one it was.
_ONE = re.compile(r"^(?P<one>有(?:1|一)[家个处所座户])(?=[一-龥]{2})")
_THAT_IS = re.compile(r"^(?:就是)?(?![分到在去来是给送])(?P<which>[一-龥“”]{2,14})$")


def _that_is(before: str, line: Line) -> str:
    one, that = _ONE.match(before), _THAT_IS.match(line.utterance.text)
    known = one and that and PLACE_END.search(that["which"])
    return f"{one['one']}（{that['which']}）{before[one.end() :]}" if one and that and known else ""


def rejoined(lead: Lead, lines: Sequence[Line]) -> list[Line]:
    """将灭火器更换，更换16具 → 更换灭火器16具: a thing taken up first and counted behind is said once.

    Figures without a unit get the one that was said before them.
    """
    kept: list[Line] = []
    looked = _LOOKED_AT.match(lead.deed)
    count = _LOOKED_COUNT.fullmatch(lines[0].text) if lines else None
    if looked and count and looked["did"] == count["did"]:
        lead.deed, lead.used = lead.deed + count["n"], [*lead.used, lines[0].utterance]
        lines = lines[1:]
    for line in lines:
        before = kept[-1].text if kept else lead.deed
        since = line.utterance.message - (kept[-1].utterance if kept else lead.utterance).message
        near = since == 0
        taken, counted = _TAKEN_UP.match(before), _COUNTED.match(line.text)
        joined = f"{taken['who']}{counted['did']}{taken['what']}{counted['n']}" if taken and counted else ""
        joined = joined or _so_many(before, line.text) or _that_is(before, line) or _again_counted(before, line.text)
        if near and joined:
            if kept:
                kept[-1].text = joined
            else:
                lead.deed, lead.used = joined, [*lead.used, line.utterance]
            continue
        day = DAY.match(line.text)
        if near and kept and day and before.startswith(day[0]) and HOUR.match(line.text, day.end()):
            line.text = line.text[day.end() :]
        bare = _BARE.fullmatch(line.text) and _MONEY.search(before)
        share = _SHARE.fullmatch(line.text) and _PAY.search(before + lead.deed)
        if bare or share:
            line.text += "元"
        if near and (age := _AGE.fullmatch(line.text)) and _SOMEBODY.search(before):
            line.text = age["n"] + "岁"
        if line.utterance.message - lead.utterance.message < 2 and _FOR_WHOM.search(lead.deed):
            line.text = _CAME.sub(r"共\g<n>", line.text)
        if near and _OF_THESE.search(before):
            line.text = re.sub(r"^(共?约?\d+多?人)参加$", r"\1", line.text)
        if near and before.endswith("参加") and (all_told := _ALL_TOLD.fullmatch(line.text)):
            line.text = all_told[1]
        if _COMPLAINT.search(before):
            line.text = re.sub("^(?:表示|说)", "称", line.text)
        if near:
            line.text = carried(line.text, before, lead.deed)
        elif since == 1:
            line.text += counted_as(line.text, before)
        line.text = shared_unit(line.text, chain((one.text for one in reversed(kept)), (lead.deed,)))
        kept.append(line)
    return kept


_END_TYPED = re.compile("[。！!]")
# 财务那边下周一来取，装订机针用完了: nobody is to read this as planned too.
_BY_NOW = re.compile(r"(?![已也均都就才])[^，。]{3,}了")

_COMPARED = ("去年", "上年", "前年", "同期")


def ended(lines: Sequence[Line], lead: Lead, notes: Sequence[Note]) -> Sequence[Line]:
    """The clauses, each marked that opens a sentence: its writer ended one before it, or only a plan stands before."""
    known = {u.message: u.end for u in (lead.utterance, *lead.used)}
    plan: dict[int, bool] = {}
    for line in lines:
        u = line.utterance
        since = notes[u.message].text[known.get(u.message, u.start) : u.start]
        done = plan.get(u.message) and not (line.plan or u.told) and _BY_NOW.fullmatch(u.text)
        line.opens = bool(done) or (_END_TYPED.search(since) is not None and not u.text.startswith(_COMPARED))
        known[u.message], plan[u.message] = u.end, line.plan
    return lines


_PARTS_OF = ("一个", "一家", "一户", "一处", "一件", "一台", "其中", "都", "均", "有", "是")


def once(lines: Sequence[Line], lead: Lead) -> tuple[list[Line], list[Line]]:
    """(the clauses, those that say word for word what the lead or one before them said).

    正在改的两个, of which one thing and another is told behind it, is said again.
    """
    said = {lead.deed, f"在{lead.place}{lead.deed}"}
    kept: list[Line] = []
    again: list[Line] = []
    for line, after in zip_longest(lines, lines[1:]):
        same = after is not None and after.utterance.message == line.utterance.message
        spoken_of = same and after.text.startswith(_PARTS_OF)
        (again if line.text in said and not spoken_of else kept).append(line)
        said.add(line.text)
    return kept, again
