"""One clause of the report from one utterance, and clauses that belong together joined."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from bot.domain.language.names import PLACE_END
from bot.domain.language.needed import Seldom
from bot.domain.notes.utterances import Patch, Utterance
from bot.writing.days import patched_moments
from bot.writing.deeds import named_self, our_name, strip_self, without_time
from bot.writing.figures import carried, shared_unit
from bot.writing.literal import literal
from bot.writing.plans import future, said_ahead
from bot.writing.rewording.attendance import PEOPLE
from bot.writing.titles import Lead
from bot.writing.wording import formal

_PEOPLE = re.compile(
    r"^(?:[共约]|大约)?\d[\d.]*[万]?(?:多|余)?(?:人|名|位)[^，。；\d]{0,10}(?:参加|到场|听讲|参与|参会|参训"
    r"|参演|参赛|报名|观看|参观)$|^(?:观众|参演|参会|参训|参赛|到场|到会|参加|参与)约?\d[\d.]*万?(?:多"
    r"|余)?(?:人|名|位)$"
)


@dataclass(slots=True)
class Line:
    """A clause of the report with the utterance it was made from; its words are final."""

    text: str
    utterance: Utterance
    people: bool = False
    plan: bool = False


_DAY = re.compile(r"\d+月\d+日")
_HOUR = re.compile(r"[上下中]午|晚|早|凌晨|\d+时")
# 2、图书馆空调坏了: the number of an item in a list.
_NUMBERED = re.compile(r"^[（(]?\d{1,2}(?:[、)）]|\.(?!\d))\s*(?=[一-龥])")


# 教体局出的奖状, 村里书记陪着去的: somebody else is the doer of the clause.
_OTHER_DOER = re.compile(
    rf"^(?:(?:由|[一-龥]{{1,3}}天)?(?!我|咱|俺|本)[一-龥]{{0,8}}?(?:{PEOPLE}|他们|她们|对方|人家|[局馆队院校所站委办团社会厂店联]|公司|中心|学校|医院|社区|公安|消防"
    r"|电视台|银行|[村镇乡县市区街](?:里|上|道)?|家里|书记|[局馆站校院村镇乡县]长|主任)(?:们|的人|的|也|都|还|又|就|自己)*"
    r"(?:出|送|给|带|派|捐|借|管|请|做|组织|安排|提供|帮|来|陪|讲|说|发|拿|让|演|唱|教|负责|赞助|支援|搬|拉|开|腾|放|把|将"
    r"|在|到|去|买|准备|写|画|量|修|抬|接|报|引导|维持|答应|打|查|提|清|定|建|立|种|用|配|出动|宣传|问))"
)
_WE_DID = re.compile(
    r"^(?:我们|咱们|俺们|咱(?!们)|俺(?!们))(?:[局馆站队院科](?:里)?)?(?:这边|这里|这儿)?(?=[一-龥]{2})(?![县市区省镇乡村馆局站队院科这那的长])"
)

# 他们1200个座位，我们才400
_WE_ONLY = re.compile(r"^(?:我们|咱们?|俺们?)(?:这边|这里)?(?:也|就|都)?(?:才|只有?|仅有?|就)(?=\d)")
_WE_WILL = re.compile(r"^(?:我们|咱们|咱|我)(?!馆|局|科|站|国|县|市|区|省|镇|乡)")

# 我们4个他们3个, 我们去了5个人: how many each house sent.
_COUNT = r"(?:[这那]边)?(?:(?:去|来|出|派|出动|到)了?)?(?P<{}>\d+)[个名位]人?"
_SENT = re.compile(
    rf"^(?P<which>[那这][次场回趟])?(?:我们|咱们?|俺们){_COUNT.format('n')}"
    rf"(?:[，、 ]?(?:他们|她们|对方|人家){_COUNT.format('m')})?$"
)


def others_did(u: Utterance) -> bool:
    """Whether the clause tells what somebody else did or gave."""
    text = without_time(u)
    return (
        _THERE_WERE.match(text) is not None
        or _OTHER_DOER.match(text) is not None
        or _FROM_OTHERS.search(text) is not None
    )


# 有7个老人腿脚不便
_THERE_WERE = re.compile(
    rf"(?:有|还有)?\d+[个名位](?:{PEOPLE})(?![^，。]{{0,4}}(?:参加|到场|来|听|看|学|报名))[^，。]{{2,}}"
)
_FROM_OTHERS = re.compile(
    r"是(?!我|咱|俺|本)[一-龥]{2,10}(?:捐|出|送|给|装|带|做|赞助|提供|借)的$|一块(?:儿)?干|跟着[一-龥]{2,8}去"
)


def line_of(u: Utterance, lead: Lead, unit: str, *, apart: bool = False) -> Line:
    """One clause in report wording. Time words that only repeat the lead's are left out.

    我们 is named where somebody else did something before (`apart`); else it goes without saying.
    """
    said = patched_moments(u)
    opening = bool(u.moments()) and u.moments()[0].start <= 1 and u.text[0] not in "让叫"
    same = opening and bool(said) and all(_repeats(w, lead.when, said) for _, w in said)
    earlier = _BEFORE_IT.search(u.text) if lead.named else None
    if earlier:
        long = "前一个月" if earlier["what"] == "月" else "前一周"
        u = replace(u, patches=(*u.patches, Patch(*earlier.span(), long, u.message, u.start, u.end)))
    text = literal(u, keep_time=not (same and not u.plan) or earlier is not None)
    for m in (
        m
        for m in u.moments()
        if u.text[m.start : m.end] in ("今天", "今日")
        and m.start > 1
        and not u.told
        and lead.when.startswith(m.written)
    ):
        text = re.sub(rf"(?<![至到自从]){m.written}(?![前起至上下晚早中])", "", text, count=1)
    # 4月29日，…，4月29日上午查了4家: the day is said already.
    if (day := _DAY.match(lead.when)) and text.startswith(day[0]) and _HOUR.match(text, day.end()):
        text = re.sub(r"^晚(?![上饭间会])", "晚上", text[day.end() :])
    if "下午" in lead.when and "下午" not in u.text:
        text = re.sub(r"下午(?=\d时)", "", text)
    text = _on_its_day(text, u, lead)
    text = named_self(text.strip("，, "), unit)
    apart = apart or u.told
    sent = _SENT.match(text)
    text = (
        f"{sent['which'] or ''}{our_name(unit)}"
        + (f"{sent['n']}人、对方{sent['m']}人参加" if sent["m"] else f"派出{sent['n']}人")
        if sent
        else _WE_ONLY.sub(f"{our_name(unit)}仅", text)
        if _WE_ONLY.match(text)
        else _WE_DID.sub(our_name(unit), text)
        if apart and _WE_DID.match(text)
        else our_name(unit) + text[2:]
        if apart and text[1:2] == "里" and text[0] == unit[-1] != "村" and len(text) > 3
        else text
        if apart and text.startswith(unit)  # 县文旅局局长陪同, behind another's visit
        else strip_self(text, unit)
        if not (u.plan or u.told)
        else _WE_WILL.sub(f"{our_name(unit)}计划" if u.plan and len(text) < 7 else "", text)
    )
    text = _NUMBERED.sub("", text)
    text = said_ahead(text) if u.told else future(text, lead) if u.plan else formal(text)
    text = _in_its_way(text, lead)
    return Line(text, u, people=bool(_PEOPLE.match(text)) and not (u.plan or lead.named), plan=u.plan and not u.told)


# A film is watched; whoever went to a meeting or fair took part in it.
_SHOWN = re.compile(r"放映|电影")
_GATHERED = re.compile(r"(?:参加|举办|召开)[^，。]*[会展赛班]$")
_WENT_TO_IT = re.compile(r"前往(?P<who>\d+[家个名][^，。]*)$")


def _in_its_way(text: str, lead: Lead) -> str:
    """260人参加, behind 放映电影 → 260人观看; 前往5家旅行社, behind 举办推介会 → 5家旅行社参加."""
    if _PEOPLE.match(text) and _SHOWN.search(lead.deed):
        return re.sub("(?:参加|到场)$", "观看", text)
    return _WENT_TO_IT.sub(r"\g<who>参加", text) if _GATHERED.search(lead.deed) else text


def _on_its_day(text: str, u: Utterance, lead: Lead) -> str:
    """早上六点水退了, told the day after what the report opens with: the day is said."""
    first = next(iter(u.moments()), None)
    day = f"{u.said.month}月{u.said.day}日"
    later = u.said.date() > lead.utterance.said.date() and _DAY.match(lead.when) and day not in lead.when
    if not later or not first or first.start > 1 or u.plan or any(m.kind not in ("clock", "part") for m in u.moments()):
        return text
    return day + text


def _repeats(written: str, when: str, said: Sequence[tuple[str, str]]) -> bool:
    """Whether the opening says the time; 11月 is more than 11月22日, unless a day stands beside it."""
    days = any(kind == "day" for kind, _ in said)
    return written in when if days else re.search(rf"{re.escape(written)}(?!\d)", when) is not None


# 比上月多3个班, in the figures of a month behind: the month before that one.
_BEFORE_IT = re.compile(r"(?<=[比较])上个?(?P<what>月|周|星期|礼拜)")


LINK = re.compile(
    r"(?:本次|此次|这次)?活动的(?:开展|举办|举行)|同时|此外|另外|期间|其中|下一步|接下来|随后|然后|最后|目前"
    r"|(?:刚刚?|才)?(?:接到|收到)(?:上级|市里|省里)?(?:通知|消息|喜讯)"
)
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
        else:
            kept.append(line)
    return kept


_TAKEN_UP = re.compile(
    r"^(?P<who>[一-龥]{0,8}?)将(?P<what>[^，。]{1,14}?)(?P<did>更换|修复|拆除|清除|维修|安装|清理|修补|填埋|换"
    r"|修|拆|清|装|补)$"
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
# 责令限期整改，3天内; 均让限期改，计划11月27日前
_PUT_RIGHT = re.compile(r"(?:让|要求)?(?:限期|限时)(?:整改|改)$|整改$")
_WITHIN_DAYS = re.compile(r"(?:\d+(?:天|日|周|个月|个工作日)内|(?:\d+月)?\d+[日月]底?前)")
# 接12345派单，称…: a paper speaks, nobody declares.
_COMPLAINT = re.compile(r"(?:举报|投诉|派单|工单|来电|来信|求助|报警|电话|热线)$")
_THAN = re.compile(r"[比较](?:前|上|去年|\d)")
_LOOKED_AT = re.compile(r"(?P<did>检查|抽查|巡查|走访|慰问|暗访|复查|排查|清理|整治|更换)(?P<what>[一-龥、]{2,14})$")


# 查的网吧, 一共查了六家
_LOOKED_COUNT = re.compile(
    r"共?(?P<did>检查|抽查|巡查|走访|慰问|暗访|复查|排查|清理|整治|更换)(?P<n>约?\d+多?[家处户个所台间辆])"
)
_FIGURE_NEAR = re.compile(r"[^，。]*\d")


def _counts_up(deed: str, behind: str) -> bool:
    """检查网吧和歌厅, and behind it 共检查网吧7家、歌厅4家: the same deed, counted."""
    found = _LOOKED_AT.match(deed)
    counted = behind.removeprefix("共")
    if not found or not counted.startswith(found["did"]) or not _FIGURE_NEAR.match(counted, len(found["did"])):
        return False
    return all(what in counted for what in re.split(r"、|和|及|与", found["what"]))


# 共查6家, 查了14户: how many of what the clause before names.
_SO_MANY_OF_IT = re.compile(
    r"(?:共|(?:共|总共)?(?:检查|查|走访|抽查|慰问|巡查)了?)(?P<n>约?\d+(?:多|余)?[家处座所户])$"
)


def _so_many(deed: str, behind: str) -> str:
    """检查网吧6家, of 检查网吧 and 共检查6家 behind it; empty where it is counted already or otherwise."""
    found, counted = _LOOKED_AT.search(deed), _SO_MANY_OF_IT.match(behind)
    return deed + counted["n"] if found and counted and "、" not in found["what"] else ""


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
    if lines and (looked := _LOOKED_AT.match(lead.deed)) and (count := _LOOKED_COUNT.fullmatch(lines[0].text)):
        if looked["did"] == count["did"]:
            lead.deed, lead.used = lead.deed + count["n"], [*lead.used, lines[0].utterance]
            lines = lines[1:]
    elif lines and _counts_up(lead.deed, lines[0].text):
        lead.deed, lead.used = lines[0].text.removeprefix("共"), [*lead.used, lines[0].utterance]
        lines = lines[1:]
    for line in lines:
        before = kept[-1].text if kept else lead.deed
        near = (kept[-1].utterance if kept else lead.utterance).message == line.utterance.message
        taken, counted = _TAKEN_UP.match(before), _COUNTED.match(line.text)
        joined = f"{taken['who']}{counted['did']}{taken['what']}{counted['n']}" if taken and counted else ""
        joined = joined or _so_many(before, line.text) or _that_is(before, line)
        if near and joined:
            if kept:
                kept[-1].text = joined
            else:
                lead.deed, lead.used = joined, [*lead.used, line.utterance]
            continue
        day = _DAY.match(line.text)
        if near and kept and day and before.startswith(day[0]) and _HOUR.match(line.text, day.end()):
            line.text = line.text[day.end() :]
        limit = _WITHIN_DAYS.fullmatch(line.text.removeprefix("计划"))
        if near and limit and (ordered := _PUT_RIGHT.search(before)) and kept:
            kept[-1].text = before[: ordered.start()] + ("" if before.startswith("责令") else "限") + limit[0] + "整改"
            continue
        bare = _BARE.fullmatch(line.text) and _MONEY.search(before)
        share = _SHARE.fullmatch(line.text) and _PAY.search(before + lead.deed)
        if bare or share:
            line.text += "元"
        if "义诊" in lead.deed:
            line.text = re.sub("^观看(?=\\d)", "看诊", line.text)
        if line.utterance.message - lead.utterance.message < 2 and _FOR_WHOM.search(lead.deed):
            line.text = _CAME.sub(r"共\g<n>", line.text)
        if near and _OF_THESE.search(before):
            line.text = re.sub(r"^(共?约?\d+多?人)参加$", r"\1", line.text)
        if near and before.endswith("参加") and (all_told := _ALL_TOLD.fullmatch(line.text)):
            line.text = all_told[1]
        if line.text.startswith("表示") and _COMPLAINT.search(before):
            line.text = "称" + line.text[2:]
        if near or _THAN.match(line.text):
            line.text = carried(line.text, before)
        line.text = shared_unit(line.text, chain((one.text for one in reversed(kept)), (lead.deed,)))
        kept.append(line)
    return kept


def once(lines: Sequence[Line], lead: Lead) -> tuple[list[Line], list[Line]]:
    """(the clauses, those that say word for word what the lead or one before them said)."""
    said = {lead.deed, f"在{lead.place}{lead.deed}"}
    kept: list[Line] = []
    again: list[Line] = []
    for line in lines:
        (again if line.text in said else kept).append(line)
        said.add(line.text)
    return kept, again
