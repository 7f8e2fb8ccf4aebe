"""One clause of the report from one utterance."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.domain.language.needed import Seldom
from bot.domain.notes.utterances import Patch, Utterance
from bot.writing.days import patched_moments
from bot.writing.deeds import without_time
from bot.writing.demands import said_ahead
from bot.writing.first_person import Teller
from bot.writing.literal import leant_on, literal
from bot.writing.ourselves import named_self, strip_self
from bot.writing.plans import future
from bot.writing.rewording.attendance import PEOPLE
from bot.writing.titles import Lead
from bot.writing.wording import formal

_PEOPLE = re.compile(
    r"^(?:[共约]|大约)?\d[\d.]*[万]?(?:多|余)?(?:人|名|位)[^，。；\d]{0,10}(?:参加|到场|前往|听讲|参与|参会|参训"
    r"|参演|参赛|报名|观看|参观)$|^(?:观众|参演|参会|参训|参赛|到场|到会|参加|参与)约?\d[\d.]*万?(?:多"
    r"|余)?(?:人|名|位)$"
)


@dataclass(slots=True)
class Line:
    """A clause of the report with the utterance it was made from; its words are final.

    `opens` where the writer ended a sentence before it.
    """

    text: str
    utterance: Utterance
    people: bool = False
    plan: bool = False
    opens: bool = False


DAY = re.compile(r"\d+月\d+日")
HOUR = re.compile(r"[上下中]午|晚|早|凌晨|\d+时")
# 函今天寄: without the day hardly a clause is left.
_THING_THEN = re.compile(r"(?![在于从自到就是都也])[一-龥](?:今天|今早|今晚|上午|下午|昨天)[一-龥][的了]?$")
_ITEM = re.compile(r"[一二三四五六七八](?:是(?=[一-龥\d]{2})|要(?=[一-龥]{2}))")
# 2、图书馆空调坏了: the number of an item in a list.
NUMBERED = re.compile(r"^[（(]?\d{1,2}(?:[、)）]|\.(?!\d))\s*(?=[一-龥])")


# 教体局出的奖状, 村里书记陪着去的: somebody else is the doer of the clause.
_OTHER_DOER = re.compile(
    rf"^(?:(?:由|[一-龥]{{1,3}}天)?(?!我|咱|俺|本)[一-龥]{{0,8}}?(?:{PEOPLE}|他们|她们|对方|人家|[局馆队院校所站委办团社会厂店联]|公司|中心|学校|医院|社区|公安|消防"
    r"|电视台|银行|[村镇乡县市区街](?:里|上|道)?|家里|书记|[局馆站校院村镇乡县]长|主任)(?:们|的人|的|也|都|还|又|就|自己)*"
    r"(?:出|送|给|带|派|捐|借|管|请|做|组织|安排|提供|帮|来|陪|讲|说|发|拿|让|演|唱|教|负责|赞助|支援|搬|拉|开|腾|放|把|将"
    r"|在|到|去|买|准备|写|画|量|修|抬|接|报|引导|维持|答应|打|查|提|清|定|建|立|种|用|配|出动|宣传|问))"
)
# 我们4个他们3个, 我们去了5个人: how many each house sent.
_COUNT = r"(?:[这那]边)?(?:(?:去|来|出|派|出动|到)了?)?(?P<{}>\d+)[个名位]人?"
_SENT = re.compile(
    rf"^(?P<which>[那这][次场回趟])?(?:我们|咱们?|俺们){_COUNT.format('n')}"
    rf"(?:[，、 ]?(?:他们|她们|对方|人家){_COUNT.format('m')})?$"
)


# 节目报上来19个: things, and what is counted behind them is such.
_THINGS_TOLD = re.compile(r"(?P<what>[一-龥]{2,3}?)(?:一共|总共|共)?(?:报名|[报登送交收征申])[一-龥]{0,3}\d+个")
_BARE_CAME = re.compile(r"(?:一共|总共|共|就|只)*[来到]了\d+个")


def named_counts(content: Sequence[Utterance]) -> list[Utterance]:
    """来了16个 as 来了16个节目, where the clause before counts 节目: nobody takes them for persons."""
    named = list(content[:1])
    for before, u in pairwise(content):
        told = before.message == u.message and _BARE_CAME.fullmatch(without_time(u))
        things = _THINGS_TOLD.fullmatch(without_time(before)) if told else None
        if things and not re.search(PEOPLE, things["what"]):
            end = len(u.text)
            u = u.with_patches((*u.patches, Patch(end, end, things["what"], u.message, u.start, u.end)))
        named.append(u)
    return named


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
    opening = opening and not _THING_THEN.match(u.text)
    same = opening and bool(said) and all(_repeats(w, lead.when, said) for _, w in said)
    same = same and not (any(kind == "day" for kind, _ in said) and _SPAN.search(lead.deed))
    text = literal(u, keep_time=not (same and (not u.plan or u.text[:2] in ("今天", "今日"))))
    if re.fullmatch(r"[一-龥]着|没用", text):  # 今晚停着: without its hour a stump; 没用 is no use
        text = literal(u)
    for m in (
        m
        for m in u.moments()
        if u.text[m.start : m.end] in ("今天", "今日")
        and m.start > 1
        and not u.told
        and lead.when.startswith(m.written)
    ):
        text = re.sub(rf"(?<![至到自从]){m.written}(?![前起至上下晚早中]|[一-龥]$)", leant_on(u, m), text, count=1)
    # 4月29日，…，4月29日上午查了4家: the day is said already.
    if (day := DAY.match(lead.when)) and text.startswith(day[0]) and HOUR.match(text, day.end()):
        text = re.sub(r"^晚(?![上饭间会])", "晚上", text[day.end() :])
    if "下午" in lead.when and "下午" not in u.text:
        text = re.sub(r"下午(?=\d时)", "", text)
    text = _on_its_day(text, u, lead)
    typed = text.strip("，, ")
    sent = _SENT.match(typed)
    text = named_self(typed, Teller(unit, u.speaker, apart, u.told, u.plan))
    text = (
        f"{sent['which'] or ''}{unit if apart or sent['m'] or u.message != lead.utterance.message else ''}"
        + (f"{sent['n']}人、对方{sent['m']}人参加" if sent["m"] else f"派出{sent['n']}人")
        if sent
        else text
        if u.plan or u.told or (typed != text and text.startswith((unit, "本", "该")))
        else unit + text[2:]
        if apart and text[1:2] == "里" and text[0] == unit[-1] != "村" and len(text) > (5 if text[-1] == "了" else 3)
        else text
        if apart and text.startswith(unit)  # 县文旅局局长陪同, behind another's visit
        else strip_self(text, unit)
    )
    text = NUMBERED.sub("", text)
    item = _ITEM.match(text)  # 二是2月10日前交: the number goes before whatever the clause becomes
    text = text[item.end() :] if item else text
    demanded = item is not None and item[0].endswith("要")
    text = said_ahead(text) if u.told else future(text, lead) if u.plan and not demanded else formal(text)
    text = item[0] + text if item else text
    text = _in_its_way(text, lead, came=_CAME.search(u.text) is not None)
    if _SO_MANY.fullmatch(u.text) and not _JOINED.search(lead.deed):
        text = text.removesuffix("参加")  # 摄影是请的，三个人
    return Line(text, u, people=bool(_PEOPLE.match(text)) and not (u.plan or lead.named), plan=u.plan and not u.told)


# 三天下来进园4.82万, and behind it 今天人最多1.9万
_SPAN = re.compile(r"(?<!第)(?:[2-9]|\d{2})天(?![内后])[^，。]*\d")
_SO_MANY = re.compile(r"(?:一共|总共|共|约)?[\d一二两三四五六七八九十百千万多来余]+个?人")
# A film is watched; whoever went to a meeting or fair took part in it.
_SHOWN = re.compile(r"放映|电影")
# 馆里照常开门, 查档的人不少: whoever comes then takes part in nothing.
_OPEN = re.compile(r"开[门放馆园]$|延时开|的人(?:很|较|太)?(?:多|不少)$|窗口人多$")
_CAME_IN = re.compile(r"(?P<n>共?约?\d+多?(?:余)?人)(?:参加|到场)")
_CAME = re.compile(r"(?<![一-龥])(?:一共|总共|共)?[来到]了")
_JOINED = re.compile(
    r"举[办行]|召开|开展|组织|培训|活动|植树|义诊|献血|体检|日|(?<!值)[讲课班赛会展种捡教练节集学宣游演唱跳跑读包做捐评选考]"
)
_GATHERED = re.compile(r"(?:参加|举办|召开)[^，。]*[会展赛班]$")
_WENT_TO_IT = Seldom(r"前往(?P<who>\d+[家个名][^，。]*)$")


def _in_its_way(text: str, lead: Lead, *, came: bool) -> str:
    """260人参加, behind 放映电影 → 260人观看; 前往5家旅行社, behind 举办推介会 → 5家旅行社参加.

    来了912人 is 参加 only where there was something to take part in.
    """
    if (visitors := _CAME_IN.fullmatch(text)) and _OPEN.search(lead.deed):
        return f"接待{visitors['n']}"
    if _PEOPLE.match(text) and _SHOWN.search(lead.deed):
        return re.sub("(?:参加|到场)$", "观看", text)
    if came and text.endswith("人参加") and _PEOPLE.match(text) and not _JOINED.search(lead.deed):
        return text.removesuffix("参加") + "到场"
    return _WENT_TO_IT.sub(r"\g<who>参加", text) if _GATHERED.search(lead.deed) else text


def _on_its_day(text: str, u: Utterance, lead: Lead) -> str:
    """早上六点水退了, told the day after what the report opens with: the day is said."""
    first = next(iter(u.moments()), None)
    day = f"{u.said.month}月{u.said.day}日"
    later = u.said.date() > lead.utterance.said.date() and DAY.match(lead.when) and day not in lead.when
    if not later or not first or first.start > 1 or u.plan or any(m.kind not in ("clock", "part") for m in u.moments()):
        return text
    return day + text


def _repeats(written: str, when: str, said: Sequence[tuple[str, str]]) -> bool:
    """Whether the opening says the time; 11月 is more than 11月22日, unless a day stands beside it."""
    days = any(kind == "day" for kind, _ in said)
    return written in when if days else re.search(rf"{re.escape(written)}(?!\d)", when) is not None
