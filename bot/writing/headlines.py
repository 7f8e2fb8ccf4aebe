"""A report's title: what could head it, from its opening and its clauses, and the one with the fewest faults.

The opening comes first; it gives way only to words with fewer faults. Nothing is put together that was not told.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.language.needed import Seldom
from bot.domain.language.word_edges import word_over, words
from bot.writing.aspect import bare
from bot.writing.clauses import Line
from bot.writing.count_leads import first_count
from bot.writing.days import HOLIDAYS
from bot.writing.deeds import motion
from bot.writing.doers import REPORTED
from bot.writing.rewording.topics import named_event, over, verb_for
from bot.writing.title_faults import (
    BEFELL,
    DID,
    GRAVE,
    MAX_TITLE,
    RECEIVED,
    SLIGHT,
    WENT,
    cut,
    faults,
    fitted,
    only_went,
    shortened,
    tells_a_deed,
)
from bot.writing.titles import TOLD, Lead
from bot.writing.verbs import whole_verb


@dataclass(frozen=True, slots=True)
class _Heading:
    """Words that could head the report; `who` is empty where they tell of a doer of their own.

    `late`: how much less they are wanted than the opening.
    """

    deed: str
    who: str
    place: str = ""
    late: int = 0


def title_of(lead: Lead, lines: Sequence[Line], unit: str) -> str:
    """At most 30 characters: who did what, with the place where it fits."""
    if lead.named:
        return lead.named
    told = [line for line in lines if not line.plan]
    found = (*_honours(lead, told), *_put_off(lead, lines), *_of_opening(lead, told), *_of_clauses(lead, told))
    best = min(found, key=lambda one: one.late + faults(one.deed, one.who))
    if best.who:
        return _reported(fitted(best.who, best.place, best.deed), lead, unit)
    named = best.deed if lead.actor in best.deed else f"{lead.actor}：{best.deed}"
    return _reported(named if len(named) <= MAX_TITLE else cut(best.deed), lead, unit)


# 妇联办插花活动, told by the 文旅局: the title says who reports it.
_OTHER_HOUSE = re.compile(r"[省市]|全国|中国|国家|.*(?:妇联|残联|工会|文联|科协|团县委|党校)$")
_OFFICE = re.compile(r"[科股室办]$")


def _reported(title: str, lead: Lead, unit: str) -> str:
    """The title under the name of who reports, where it tells of another house's deed."""
    office = _OFFICE.search(unit) and unit[-3:] not in title + lead.sentence()
    named = f"{unit}：{title}"
    return (
        named if unit not in title and (_OTHER_HOUSE.match(lead.actor) or office) and len(named) <= MAX_TITLE else title
    )


_ENDED = re.compile(r"(?P<verb>举办|开展|召开|举行|组织)的(?P<what>[^，]+?)(?:结束|(?P<end>[结闭][业营幕]))$")
_CARRIED_OUT = re.compile(
    r"(?:将(?P<what>[^，]{4,}?)|(?P<task>[^，]{2,}(?:任务|工作)))(?:演出|全部|均已)?(?:结束|完成?|完毕|办妥)$"
)
# 全县非遗家底核对完 → 完成全县非遗家底核对
_DONE_WITH = re.compile(
    r"[把将]?(?P<what>(?!.*该)[^，：到在]{3,}?)(?P<did>统计|整理|清点|核对|登记|录入|编目|盘点|归档|布展|核查|普查|采集|点)(?:完毕?|好|妥)$"
)
# 医保缴费到11月6日完成26.8万人
_UP_TO = re.compile(r"(?<=[一-龥])(?:到|截至)\d+月\d+日(?=完成)|^\d+月\d+日(?:至\d+日)?(?=[一-龥]{4})")
_NEEDLESS = re.compile(
    "^[共是]|^先(?=[把将])|(?<=[请办])个(?=[一-龥]{4})|(?<=^(?:调解|处理))一[起个件]|这一[段块片]$"
    r"|(?<=[一-龥])[那这][座条块间栋片段口处](?=[一-龥]{2})"
)
_LEFT = re.compile(
    "(?<=[开撤收]展)了$|(?<=[班课展营赛])(?:进入)?最后一[节天场期次]$|(?<=[来到][一-龥]{2})的$|(?<=开始)的$"
)


def _heading(deed: str, who: str, place: str = "", late: int = 0) -> _Heading:
    """应急广播汛前检查全部完成 → 完成应急广播汛前检查, 举办的书画展结束 → 举办书画展."""
    if who:
        deed = over(deed) or deed
        if ended := _ENDED.fullmatch(deed):
            deed = ended["what"] + ended["end"] if ended["end"] else ended["verb"] + ended["what"]
        deed = _CARRIED_OUT.sub(lambda m: f"完成{m['what'] or m['task']}", deed)
        deed = re.sub("^([^，]{3,}的[一-龥]{2,6}活动)(?:完成|结束)$", r"开展\1", deed)
        deed = _DONE_WITH.sub(lambda m: f"完成{m['what']}{m['did'].replace('点', '清点')[-2:]}", deed)
    if (named := _LEFT.sub("", deed)) != deed:
        deed = (verb_for(named) or "举办" * named.endswith(("班", "营"))) * bool(who) + named
    deed = _NEEDLESS.sub("", deed)
    return _Heading(shortened(whole_verb(_UP_TO.sub("", deed)), who), who, place, late)


_TIME = re.compile(
    r"(?:\d+月\d+日)?(?:(?:今天|当天)?(?:早上|上午|中午|下午|晚上?|夜里)|[一-龥]{1,2}[前后](?=[看查]))?"
    r"(?:\d+时(?:\d+分|许)?)?(?:分\d+个?[组路])?"
)
_ONE_SAID = re.compile(
    r"(?:说|称|反映|表示|(?:投诉|举报)(?!人))(?:是|有(?!人))?(?P<what>(?!\d)[^，他她我其]{4,16}?)的?$"
)
_SAID_AT_ONCE = re.compile(
    r"(?P<got>接到?)(?P<what>举报|投诉|反映|报警|求助|电话)[，]?[称说]是?(?P<said>[^，他她我]{4,16})"
)
_OF_DAY = re.compile(r"（(?P<what>[一-龥]{2,14}?)(?P<nth>(?:第[一二三四五六七八九十\d]+|最后一|头一)[天节期]|首日)?）")
# 飞防第一天 is of work that goes on; the second day of a holiday or of school is of none.
_NO_WORK = re.compile(rf"{HOLIDAYS}|.*(?:[开放]学|放假|假期?|[高中]考|上班|年[前后]|[日节周月])$")


def _day_verb(day: re.Match[str]) -> str:
    named = day["nth"] or (len(day["what"]) > _FEAST and not _OF_A_TRADE.search(day["what"]))
    verb = verb_for(day["what"]) if named else ""
    return verb or ("开展" if day["nth"] and not _NO_WORK.match(day["what"]) else "")


_FEAST = 3  # 植树节
_OF_A_TRADE = re.compile("[人师者士员民警]节$")  # 环卫工人节


def _of_opening(lead: Lead, lines: Sequence[Line]) -> Iterator[_Heading]:
    """The first clause of the opening, with what was done where somebody went and what a call was about."""
    own = lead.deed.removeprefix(lead.actor) if lead.foreign else lead.deed
    first, *rest = (bare(one) for one in re.split(r"[，；。]", own))
    theirs = lead.foreign and own == lead.deed and not _DONE_WITH.match(first)
    who = "" if theirs else lead.actor
    near = [*rest, *(bare(line.text) for line in lines[:2])]
    if counted := first_count(first, rest, lead, lines):
        yield _heading(counted, who)
    if (got := RECEIVED.fullmatch(first)) and (said := next(filter(None, map(_ONE_SAID.search, near[:2])), None)):
        yield _heading(f"{got['got']}{said['what']}的{got['what']}", who, late=-SLIGHT)
    elif told := _SAID_AT_ONCE.fullmatch(first):
        yield _heading(f"{told['got']}{told['said']}的{told['what']}", who, late=-SLIGHT)
    if near and (one := _ONE_OF_THEM.fullmatch(first)):
        yield _heading(one["did"].replace("调成", "调解") + near[0], who, lead.place, late=-SLIGHT)
    yield _heading(first, who, lead.place)
    went = WENT.match(first) if only_went(first) and near else None
    if went and DID.match(deed := _TIME.sub("", near[0])):
        yield _heading(f"{first}{deed}", who)
    if went and (did := next(filter(None, (_DID_A_THING.fullmatch(line.text) for line in lines[:_NEAR])), None)):
        yield _heading(f"{first}{did['did']}{did['what']}", who)
    if theirs and near and words(first)[-1:] and words(first)[-1].text == "来":  # 县检察院来，问盗墓的现场
        yield _heading(first + near[0], "", late=-SLIGHT)
    if theirs and REPORTED.match(first) and (said := _ONE_SAID.search(first)):
        kind = next((kind for kind in ("投诉", "举报", "求助") if kind in first), "反映")
        yield _heading(f"接到{said['what']}的{kind}", lead.actor, late=SLIGHT)
    yield from _beside_opening(lead, lines, first, who)


# 调成一个, before whose matter it was
_ONE_OF_THEM = re.compile("(?P<did>(?![来有到])[一-龥]{1,2}[成好结完])了?一[个起件宗]")
# 擦了墓碑, behind 到烈士陵园
_DID_A_THING = re.compile("(?P<did>(?![来到有])[一-龥])了(?P<what>(?!.*了)[一-龥]{2,8})")
_NEAR = 5
# 献血车停在县政府门口: what it came for
_VAN_AT = re.compile("(?P<what>献血|采血|体检|义诊|筛查)车(?:停[在到]|开[到进])(?P<where>[^，]{2,12})$")


def _beside_opening(lead: Lead, lines: Sequence[Line], first: str, who: str) -> Iterator[_Heading]:
    """The event that the opening or its day names, and what was told before it."""
    if (day := _OF_DAY.search(lead.when)) and (verb := _day_verb(day)):
        yield _heading(re.sub("^开展(?=.*开.$)", "", verb + day["what"]), lead.actor, late=1)
    if who and (van := _VAN_AT.match(first)):
        yield _heading(f"开展{van['what']}", who, van["where"], late=-SLIGHT - 1)
    if who and (event := _event_in(first)):
        yield _heading(event, who, lead.place, late=1)
    elif first.startswith("全") and (event := _event_in(first)):
        # 全县职工乒乓球赛: who tells of it may have taken part in it only
        yield _heading(event[2:] + "举行", "", late=1)
    if who:
        yield from (
            _heading(told, who, late=1)
            for told in lead.ahead
            if "的" not in told and _TIME.sub("", told, count=1) == told
        )


# 在体育馆打, 打2天结束, 鸣枪, 进入第一天: how an event goes on; what was put off, taken down or got ready is none held.
_GOES_ON = re.compile(
    r"(?!.*(?:[不没未撤布筹推延改]|准备|取消|报名))(?:[打比赛唱演跑走办搞弄讲考做在从到]|进入|鸣枪|第[一二三四五六七八九十])"
)
_NTH = re.compile(r"第[一二三四五六七八九十\d]+[场期次轮届站]")


def _event_in(first: str) -> str:
    """全县职工乒乓球赛在体育馆打 → 举办全县职工乒乓球赛; a count of what an event brought stays one."""
    if TOLD.match(first):
        return ""
    names = (first[: word.end] for word in reversed(words(first)[:-1]) if word.end > 2)
    name = next((name for name in names if named_event(name) or name.endswith("课")), "")
    verb = verb_for(name) or "开展"  # work that somebody was asked for is not completed
    if not name or name[0].isdigit() or verb == "完成" or not _GOES_ON.match(first, len(name)):
        return ""
    nth = _NTH.match(first, len(name))
    return verb + name + (nth[0] if nth else "")


# 原定的赏花节开幕式
_MEANT = re.compile(r"原定(?:于?今天|今晚|上午|下午)?的?(?P<what>[一-龥“”]{4,16})$|(?P<named>[^，]{4,16})原定$")
_PUT_OFF = re.compile(r"(?:改|推迟|延期|顺延|调整|挪)至")


def _put_off(lead: Lead, lines: Sequence[Line]) -> Iterator[_Heading]:
    if meant := _MEANT.match(re.split("[，；。]", lead.deed)[0]):
        told = lead.deed + "".join(line.text for line in lines[:4])
        if off := "改期" if _PUT_OFF.search(told) else "取消" if "取消" in told else "":
            yield _heading((meant["what"] or meant["named"]) + off, lead.actor)


_BEGINS = re.compile(r"(?!到\d)(?:[对到给为向]|联合|在)[^，]{2,}")
_MOVED = re.compile(r"(?:转移|安置|疏散|撤离|救出)[^，]*\d[^，]*$")
_DONE = re.compile(rf"(?:{TOLD.pattern}|被评|表扬|表彰|[看查测](?![到出见过得完])(?=[一-龥]{{2}}))(?![处表本率组队员])")
_WHO_CAME = re.compile("的(?:人|师傅)?(?:也|又|都)?[来到]")
# 换年俗展, behind 闭馆一天
_DID_IT = re.compile("[换修装搬布]了?(?![了过着到在好完出上下的])[一-龥]{2,8}$")
# 4个市里来的督导, who looked at what is told next
_GUESTS = re.compile(r"\d+[个名位][^，]*(?:督导|专家|领导|人员|干部|老师|记者)")
_FURTHEST, _LONGEST = 6, 20


def _of_clauses(lead: Lead, lines: Sequence[Line]) -> Iterator[_Heading]:
    """Clauses that begin with what the house did; none where the opening tells of a plan or of what others did."""
    theirs = (lead.foreign and not lead.deed.startswith(lead.actor)) or _GUESTS.match(lead.deed)
    if lead.utterance.plan or (theirs and not (REPORTED.match(lead.deed) or BEFELL.match(lead.deed))):
        return
    first, *rest = (bare(one) for one in re.split("[，；。]", lead.deed))
    if matter := _matter_of(first, lead):
        counts = [
            *([first] if matter not in first else rest),
            *(_TIME.sub("", bare(x.text), count=1) for x in lines[:2]),
        ]
        told = (one for one in counts if _BARE_COUNT.fullmatch(one) and one[0] not in matter)
        yield from (_heading(matter + one, lead.actor, late=1) for one in told if matter != first or _DONE.match(one))
    for k, line in enumerate(lines[:_FURTHEST]):
        if line.utterance.told or _WHO_CAME.search(line.text):
            continue  # what somebody said or came for is none of ours
        deed = _TIME.sub("", bare(line.text), count=1)
        deed = moved[0] if (moved := _MOVED.search(deed)) else deed
        deed = re.sub("(?<=[一-龥]{2})均(?=[发送])", "", deed)
        deed = whole_verb(went) if (went := motion(deed)) != deed else deed
        begins = _BEGINS.match(deed) and DID.search(deed) and not word_over(deed, 1)  # 对讲机
        near = line.utterance.message == lead.utterance.message and _DID_IT.match(deed)
        if 4 <= len(deed) <= _LONGEST and (_DONE.match(deed) or moved or begins or near):
            yield _heading(deed, lead.actor, late=2 + k // 2)


# 登记结婚的多, 窗口人多
_MANY = re.compile(r"\d*(?P<what>(?!来)[^，]{2,12}?)的?[人车]?(?:很|太|较|也)?多$")
_BARE_COUNT = re.compile(r"(?!有|约|共|到|.*的)[一-龥]{1,3}\d[\d.]*万?(?:多|余)?[一-龥]{1,2}$")


def _matter_of(first: str, lead: Lead) -> str:
    """What a bare count was counted of: 春运客流, 送走3120人; 登记结婚的多, 领64对."""
    before = (_TIME.sub("", told, count=1) for told in (first, *lead.ahead))
    if crowd := next(filter(None, map(_MANY.match, before)), None):
        return crowd["what"]
    named = not lead.foreign and re.fullmatch("[一-龥]{4,8}", first) and not tells_a_deed(first)
    return first if named and not BEFELL.match(first) else ""


_PRIZE = (
    r"(?:[特一二三]等奖|[金银铜]奖|优秀奖|冠军|亚军|季军|第[一二三]名?|最佳[一-龥]{2,4}|名录|称号|先进[一-龥]{0,4}"
    r"|示范[一-龥]{1,6}|重点村|历史新高|历史最高|纪录)"
)
_WON = Seldom(
    rf"(?P<who>该[一-龥]|[一-龥]{{0,4}}?(?:《[^》]{{1,12}}》)?)(?:刚|又|首次|已)?(?P<won>(?:获(?:得|评)?|荣获|入选|入围|列入|被评为|评为|夺得|摘得"
    rf"|刷新|创下?)[^，。]{{0,18}}{_PRIZE}[^，。]{{0,6}})$"
)
_ABOVE = re.compile(r"全国|国家|全省|全市|[省市](?:级|里|局|厅)?[^场民区]|历史|纪录|首次")
_CONTEST = re.compile(r"赛|评选|比武|评比|竞技")


def _honour_in(text: str, lead: Lead) -> re.Match[str] | None:
    """The clause of an honour that is ours: one given from above, not a prize of the contest that is told of."""
    won = _WON.match(text)
    if won and (_ABOVE.search(won["won"]) or (won["who"].startswith("该") and not _CONTEST.search(lead.deed))):
        return won
    return None


def brightest(lead: Lead, lines: Sequence[Line]) -> set[int]:
    """The messages that tell of an honour: what they say follows the opening."""
    return {
        line.utterance.message
        for line in lines
        if not line.plan and line.utterance.message != lead.utterance.message and _honour_in(line.text, lead)
    }


def _honours(lead: Lead, lines: Sequence[Line]) -> Iterator[_Heading]:
    """Honours before all else; 该班 is the class that the opening names."""
    for won in filter(None, (_honour_in(line.text, lead) for line in lines)):
        named = re.search(rf"[一-龥]{{2}}{won['who'][1:]}", lead.deed) if won["who"].startswith("该") else None
        whose = named[0] if named else won["who"]
        if not whose.startswith(("该", "的")) and (whose or not lead.foreign):
            yield _heading(whose + won["won"], lead.actor, late=-GRAVE)
