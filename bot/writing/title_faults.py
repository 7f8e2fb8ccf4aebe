"""What is wrong with words as a title, and how they are made to fit one."""

import re

from bot.domain.language.word_edges import opens_with_deed, splits, words
from bot.writing.aspect import ends_in_verb
from bot.writing.deeds import STARTS_VERB, by_hand
from bot.writing.doers import FELL, REPORTED
from bot.writing.rewording.topics import verb_for
from bot.writing.titles import TOLD

MAX_TITLE, ROOMY, _SHORTEST = 30, 26, 6
GRAVE, _HALF, SLIGHT = 9, 6, 3

# The weather, the season and what befell, before what was done in them.
BEFELL = re.compile(
    rf"{FELL.pattern}|"
    r"(?:[那这]?一?[场阵])?(?:又|遭)?(?:下|刮|降|有)(?:着|起)?[大暴小中阵雷]?到?[大暴小中]?[雨雪风]$"
    r"|(?:快|临近|马上)(?:要)?(?:过|到)|[^，]{0,10}人(?:(?:很|太|较)?多|不少)$"
    r"|[^，]*高峰期?$|[^，]*比[^，]*[多少]$|受[^，]*影响|下[雨雪]|[^，]{0,8}(?:水位|气温|天气|[雨雪风雾](?:很|太|较)?[大小急停]$)"
)
RECEIVED = re.compile(r"(?P<got>接到?)[^，]{0,8}?(?P<what>(?:举报|投诉)?电话|举报|投诉|诉求|派单|反映|通知|报告|报警)$")
_NO_DEED = re.compile(
    "|".join(
        (
            r"^.?$",
            # what is pointed at, what goes on from something told before
            r"^(?:让|叫|该|有\d|另|其中|其余|剩)|[他她它]们?(?!人)|其(?![他它中实])|自己|大家|参加人员|这(?![次天一])",
            r"^(?:[比较](?![赛武])|先(?!进|锋|行|烈)|还(?![款书贷])|[又再也都均才像](?![查次生业])|\d+(?![\d名人位])|[与和跟][^，]{1,3}$)",
            # a clause cut off, a list
            r"[就才]满$|还是[有没不]|[换修装拆补]了?[一两][一-龥]$|"
            r"(?:[的了着在把将给从和与跟为是]|(?<![报达遇签找])到|(?<!棉)被|(?<![通经超路])过|[^以向历装接换补盖挂种用贴安]上|[^公]里|[：、][^，]{0,3})$|：(?:[^，]*\d[^，]*、){2}",
            # 戏曲进社区在北关社区|唱: what is done so is told by what was sung
            r"(?<![试夜抽督巡普核检复自排清调审筹主承协合独汇展义首公初评来长慢晨夜赛开筛彻稽搜勘])(?<!健步)[打演唱看量办做讲查走跑弄搞教拍核验写抽审撤停]$",
        )
    )
)
# Whom one called up, which time of many it was: not what was done.
_ASIDE = re.compile(
    r"(?:组织|出动|安排|抽调|派出)[^，。]{1,10}(?:人员|队员|干部|\d[\d.]*多?[名人位])$|举[办行]第[一二三四五六七八九十\d]+[场期次批讲站届]$"
)
_LOOSE_START = re.compile(
    r"(?:推进|推动|落实|加强|做好|抓好|深化|认真)|(?:继续|接着)?跑|打(?!造|扫|击|捞|井)|弄|搞|过(?!程|节)|走(?!访|进|近|廊)|看(?!望)|改[为成]|送(?:到|往|去|[省市县][里局])"
    r"|统计(?![^，]*(?:数据|情况|结果|\d[\d.]*万?[^天\d]{1,3}$))"
)
_LOOSE_END = re.compile(
    r"(?:[统整点修换装拍].?[好完]|[打弄做演跑放办布考].?完|(?:(?:[一半几两](?:天|趟|下|遍|圈)|(?<!第)[一半几两][场次])|\d+(?:天|个?小时|分钟))完?|的\d+|[^，]{3,}在[^，]{0,8}(?:[街园庙场厂馆站楼院](?:门口|前头?|里|外)?|社区|小学|[一二三四]中|师范)"
    r"|坏|[^查补堵]漏|漏水|渗水|断|堵|停[电水机止]|故障|不动|出来|尚差|[开做办搞]到[^，]{2,10}|(?:首日|第.天)活动|节开会|(?:到场|参加)\d[^，]*|\d[名人个].{0,6}到场)$"
)
_COUNT = re.compile(r"(?:\d[\d.]*万?(?:多|余)?[一-龥]{1,2})+$")
_BARE_DEED = 4


def faults(deed: str, who: str) -> int:
    """Grave: no deed is told. Half: one is, and not what was done. Slight: it is told loosely or without its matter."""
    grave = _NO_DEED.search(deed) or BEFELL.match(deed) or only_went(deed)
    half = _ASIDE.match(deed) or (REPORTED.match(deed) and not TOLD.match(deed)) or not tells_a_deed(deed)
    slight = (
        RECEIVED.search(deed),
        _LOOSE_START.match(deed),
        _LOOSE_END.search(deed),
        (len(deed) <= _BARE_DEED or _COUNT.search(deed)) and not _names_a_matter(_COUNT.sub("", deed)),
        len(who + deed) > ROOMY,
    )
    return GRAVE * bool(grave) + _HALF * bool(half) + SLIGHT * sum(map(bool, slight))


WENT = re.compile(r"(?P<how>(?:联合[^，]{2,12}?)?)(?:到(?![馆场位会货期])|前往|赴)(?P<where>[^，]+)$")
DID = re.compile(rf"{TOLD.pattern}|[查讲教给送换录]|看(?!守)")


def only_went(deed: str) -> bool:
    """Whether nothing is told but where somebody went."""
    went = WENT.match(deed)
    if went is None or DID.search(went["where"]):
        return False
    return not any(w.kind[0] == "v" for w in words(went["where"]))


def tells_a_deed(text: str) -> bool:
    found = (
        TOLD.search(text)
        or STARTS_VERB.match(re.sub("^[对就]", "", text))
        or re.search("[换查看施签]|[盘清]点|年检|收尾|亮灯|上岗|报到", text)
    )
    return found is not None or by_hand(text) or any(w.kind[0] == "v" for w in words(text))


_TELLS_ALONE = re.compile(r"[“《A-Z]|接[访警诊待种]|放映|演出|讲解|义诊|咨询|开课|理发|施粥|转移|安置|疏散")


def _names_a_matter(text: str) -> bool:
    """Whether something is named besides verbs, places and counts."""
    return _TELLS_ALONE.search(text) is not None or any(
        w.kind == "vn" or (w.kind[0] in "nlij" and w.kind != "ns") for w in words(text)
    )


# A figure that says what the event came to may stand in its title.
_TELLING = re.compile(
    r"\d[\d.]*[万亿]?(?:多|余)?(?:户|家|处|场|册|件|棵|株|人次|辆|台|名|盏|公里|万人|项|条|幅|亩|吨|元|个村|座|班次?|起|本|份|方|根|套)$"
)
_WHERE = re.compile(
    r"[到在赴](?![^，。]*[说愿想])[^，。]{2,14}?(?=[给为对](?=[一-龥]{2})|开展|举办|召开|检查|查看|慰问|走访|看望)"
)
# 讲|11拨, 开展第|20期: without the figure there is no object.
_STUMPS = (*"吧的到达为了第来去讲得比送给发出派共加抬走分获收晚早", "完成")
_FIGURE = re.compile(
    r"(?<![A-Za-z\d.月])(?:共|约)*\d[\d.]*[万亿%]?(?:多|余)?(?:个小时|分钟|小时|人次|个百分点|万元|平方米|[一-龥])?$"
)
# 乒乓球赛报名46人, 问题共26个: what is told is the number.
_ALL = re.compile(r"共\d[^，]*$|\d人$")
_LISTED = re.compile(r"(?P<head>.*?[^\d、]{4,}?)(?:共|约)*\d[\d.]*[^、\d]{1,4}、[^\d]+\d")


def shortened(deed: str, who: str) -> str:
    """The deed without a place that makes it long, and without a figure at its end that tells little."""
    if len(who + deed) > ROOMY:
        deed = _WHERE.sub("", deed.partition("：")[0], count=1)
    if len(who + deed) <= ROOMY and (_TELLING.search(deed) or deed.startswith("统计")):
        return deed
    if (listed := _LISTED.match(deed)) and not re.match("[将把]", listed["head"]):  # 将古筝8台、二胡15把送到村小
        return listed["head"]
    short = _FIGURE.sub("", deed)
    if len(who + deed) <= ROOMY and _ALL.search(deed) and not verb_for(short):
        return deed
    return short if len(short) >= _BARE_DEED and not short.endswith(_STUMPS) and not ends_in_verb(short) else deed


_ROOM = re.compile(r"(?:[一二三四五六七八九十\d]楼|[^\d]室|[报展大会]厅)$")
_ENDS = re.compile(r"活动|演练|检查|培训|讲座|比赛|大赛|展览|会议(?!室)|会(?!议|场)|展|行动|工作|服务|项目|》|”")


def fitted(who: str, place: str, deed: str) -> str:
    """The title of at most 30 characters, with the place where that fits."""
    where = f"在{place}" if place and not _ROOM.search(place) and (STARTS_VERB.match(deed) or _acts(deed)) else ""
    title = f"{who}{where}{deed}" if len(who + where + deed) <= ROOMY else who + deed
    return f"{title}情况" if len(title) < _SHORTEST else cut(title)


def _acts(deed: str) -> bool:
    """描字, 抽检蔬菜; 留守儿童夏令营 only looks so."""
    return opens_with_deed(deed) and not re.search("[班营会展赛课节]", deed)


def cut(title: str) -> str:
    """A title that is too long, cut behind a word that can end one."""
    if len(title) <= MAX_TITLE:
        return title
    if ends := [m.end() for m in _ENDS.finditer(title) if 8 <= m.end() <= MAX_TITLE]:
        return title[: ends[-1]]
    whole = next((n for n in range(MAX_TITLE, MAX_TITLE - 3, -1) if not splits(title, 0, n)), MAX_TITLE)
    # a figure cut from its unit is another figure
    return re.sub(r"(?:开展|举办|召开|组织|进行|举行|[\d.]+|《[^》]*|“[^”]*)$", "", title[:whole])
