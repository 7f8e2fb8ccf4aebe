"""了 of a clause: it goes where the verb stands without it (发放了60份), it stays where only a stump would be left.

Nobody writes 谈2个小时 for 谈了2个小时, nor 电话回 for 电话回了; a headline has no 了 at all.
"""

import re
from collections.abc import Sequence

from bot.domain.language.needed import Rule, Table
from bot.domain.language.word_edges import Word, word_over, words
from bot.writing.rewording.attendance import PEOPLE

_CLAUSE = re.compile(r"[^，。；]+")
_LE = re.compile(r"(?<![除为罢得不受])了(?!解|却|如|结(?![果束业合对构])|[^《》]*》|[^“”]*”)")
# What a verb came to: 办好, 送到, 谈妥, 搬走. With it the deed is told whole.
_RESULT = frozenset("好完到走掉妥成齐满清通开住着出下上进来去")
# 把两起事故通报了: what is taken up with 把 calls for more than the bare verb.
_TAKEN = re.compile(
    r"[把将](?![^，。]*[送捐交给到运存放])[^，。]*[一-龥](?<![好完到走掉妥成齐满清通开住着回出下上进来去复毕位除净空结])$"
)
# 已转市监了, 改到晚9时了: 已 or an hour says it.
_ALREADY = re.compile(
    r"已[^，。让找请叫会]{3,}[一-龥](?<![上做换修办查装好说讲问谈看])$|[改延推提]到[^，。]{0,4}\d[时日]$"
)
_THAN = re.compile(r"[比较].")
_ALL = re.compile(r"(?P<all>全都|全部|都|均|(?<![安健齐完])全(?![员体程]))(?P<did>(?![被给让叫])[一-龥]{2,4})$")
# 都上手按了: no word of two characters stands at the end.
_BARE = frozenset("按看试练做写画学查问听读唱跳走说讲谈")
# 开到北河村了
_REACHED = re.compile(r"[开送搬办延修铺]到[一-龥]{2,8}$")
# 陶老93了
_AGE = re.compile(r"(?:老|爷子|太太|[爷奶婆叔伯妈娘]|老人|大爷|老师)(?:今年|都|快)?\d{2,3}$")
# 名单给校医了: without 了 it seems to go on.
_GIVEN = re.compile(r"(?<![发送交转借留捐分报移补退还寄卖让])给[一-龥]{1,3}[^来去好完到上下]$")
# 去年都2600了: nothing was done.
_STRESSED = re.compile(r"都约?\d[\d.]*[万亿多]*[一-龥]?$")
_CAME = frozenset(("参加", "到场", "到会", "出席", "发言", "观看", "在场"))
# 数就不用了, 找不到了, 快过年了: what is otherwise now is told with 了.
_OTHERWISE = re.compile(
    r"[就说让叫]|不[用再要让当能]|不[一-龥]{2}$|好[多些点]$|^快|^有数|[他她]|(?:联系|通知|明白|说明)$"
)
# 41户测完了|23户是管子堵: 了 ends a clause of its own.
# 走累了|坐着, 报废了|没下账: what came behind
_GOES_ON = re.compile(r"[一-龥]{1,2}着$|[没未就还才也不说]|[一两三几\d]+[回遍趟下圈]")
_NEXT_CLAUSE = re.compile(r"\d+[一-龥]{1,3}[是有]")
# 都出去了, 刘书记也来看了: without 了 nobody sees that they are gone or were here.
_NOT_BARE = re.compile(r"(?:出去|回去|过去|进去|离开)$|[来去][看查修问拿取办学]$")
# 送过去了, 运回来了: what is moved needs no 去 behind it; 比赛回来了 does.
_MOVED = "铺装放摆挂送拿带捐运买退叫请接取找领收搬抬拉借寄调追讨抢救召传转"
_NOT_ALONE = "(?<![多少过回上下出进起派送拿带运寄调搬领买请接失新找])"
# 来了记者采访, 4个师傅免费剪了39个头: who came, and what they did there.
_WHO = (
    rf"(?:{PEOPLE}|师傅|电工|司机|队员?|单位|企业|代表|家|家庭|户|组|班|人|人次|[局馆站校院所委办]长?|旅行社|支部|书记"
    r"|主任|经理|会计|[县市区镇乡]长|领导|[一-龥][员手师生友])"
)
_CAME_TO_DO = re.compile(
    rf"(?P<who>[^，。]*?(?:{PEOPLE}|师傅|\d人(?!次)|\d个?[班队组批](?=研学|参观|学习|体验|观摩|考察)))(?=[^\d，。、的和及与人们加了代长\s])"
)
_PLACES = (
    "所|处|座|家|户|[个家]?(?:[村乡镇县站点]|社区|小区|单位|学校|景区|企业|门店|超市|市场|商场|网吧|工地|地方|大户)"
)


def _came(m: re.Match[str]) -> str:
    """来了28家 → 28家到场, 来了记者采访 → 记者前来采访: 到场 takes nobody behind it, and things do not arrive so."""
    who = m["who"]
    if re.fullmatch(r"约?\d+多?", who):
        who += "人"
    if re.search(r"\d个(?:[一-龥]{0,4}(?:项目|节目|剧目|品种|摊位))$", who):
        return f"{m['too']}{who}参加"
    did = _CAME_TO_DO.match(who)
    if not did and not re.search(rf"(?:{_WHO}|\d[名位个]|的|不少|大?半)$", who):
        return m[0]
    told = f"{did[0]}前来{who[did.end() :]}" if did else f"{who}到场"
    return f"{m['too']}有{told}" if m["too"] else told


_WAYS: tuple[Rule, ...] = (
    (re.compile(rf"(?P<who>{_WHO})(?:均|都|全)到了$"), r"\g<who>均到场"),
    (
        re.compile(
            r"^(?P<where>(?![到去在从给为向跟和把都])[^，。]{2,18}?(?:仓库|库房|厂|[商书饭药]?店|门市部?|超市|市场|[农养牧林]场|工地|企业|公司|网吧|宾馆|酒店|加油站|小区|养老院|敬老院))(?:都|全)?去(?:过|看)?了$"
        ),
        r"前往\g<where>",
    ),
    (re.compile(rf"(?<=[{_MOVED}])回[来去]了$"), "回"),
    (re.compile(r"(?:搞|办)了(?=\d+(?:场|期|次|届|堂))"), "举办"),
    (re.compile(r"^(?P<who>[^，。是]*)(?:来了?人了?|去了人)$"), r"\g<who>派人到场"),
    (re.compile(rf"(?P<who>{_WHO}[也还又]?)来了(?=$|[先就再])"), r"\g<who>到场"),
    (
        re.compile(
            rf"{_NOT_ALONE}(?<!\d)(?P<too>[也又还]?)来了(?!一?个)(?P<who>(?:共|约|不少|一|两|几|\d)[^，。]*|[一-龥]{{0,4}}(?:{PEOPLE})[^，。]*|[一-龥、]{{1,20}}\d+(?:[名位人户家对]|个[一-龥]{{0,3}}))$"
        ),
        _came,
    ),
    (re.compile(rf"{_NOT_ALONE}来了一?个(?P<who>(?:[一-龥]{{1,5}}的)?(?:{PEOPLE}|教官|师傅))$"), r"一名\g<who>到场"),
    (
        re.compile(rf"{_NOT_ALONE}来了一?个(?P<who>{PEOPLE}|教官|师傅)(?=帮|给|为|讲|教|反映|咨询|投诉)"),
        r"一名\g<who>前来",
    ),
    (re.compile(r"(?P<of>对[^，。]{2,20})来了(?=一[次场])"), r"\g<of>进行"),
    (re.compile(r"(?P<to>到[^，。]{1,8}?)去了$"), r"\g<to>"),
    (re.compile(rf"{_NOT_ALONE}去了(?P<who>[^，。]*?(?:{PEOPLE}|\d+[人名位]|(?:{PEOPLE})\d+个))$"), r"\g<who>前往"),
    (re.compile(rf"{_NOT_ALONE}去了(?=\d+(?:{_PLACES})|[一两][趟次])(?![^，。]*(?:{PEOPLE}))"), "前往"),
    (
        re.compile(
            rf"{_NOT_ALONE}去了(?:一?趟)?(?=[一-龥])(?![一两几趟次回]|[^，。]*(?:{PEOPLE}|\d[人名位]|\d个(?![村乡镇班点站社小工企单景学街])))"
        ),
        "到",
    ),
)
_GONE = Table(_WAYS)


def settled(text: str) -> str:
    """The text with its 了 dropped where nothing is lost by it, clause by clause."""
    return _CLAUSE.sub(lambda m: _clause(_GONE(m[0])), text) if "了" in text else text


def bare(text: str) -> str:
    """The text as a headline has it, without 了."""
    told = _LE.sub("", text)
    result = told[-1:] in _RESULT and told[-1:] != "到"  # 化肥到了 is none
    stump = text.endswith("了") and not result and _alone(found := words(told)) and found[-1].kind[0] == "v"
    return told + "了" if stump else told


def _clause(said: str) -> str:
    for at in reversed([m.start() for m in _LE.finditer(said)]):
        if at == len(said) - 1:
            said = _ended(said[:at])
        elif not _needed(said[:at], said[at + 1 :]):
            said = said[:at] + said[at + 1 :]
    return said


def ends_in_verb(text: str) -> bool:
    """Whether the text ends in a verb of one character that calls for more: 粉丝过, 监控坏."""
    return _alone(words(text))


def _needed(before: str, behind: str) -> bool:
    """Whether 了 stays: behind a verb of one character (谈了2个小时) or none (渠里|长了草), before 的 (收了的玉米)."""
    if behind.startswith("的") or _GOES_ON.match(behind) or before.endswith("长") or _NEXT_CLAUSE.match(behind):
        return True
    return ends_in_verb(before) and not _THAN.search(before)


def _alone(found: Sequence[Word]) -> bool:
    """Whether the words end in a verb of one character that tells no result of another: 进, but not 捞进."""
    if not found or len(found[-1].text) > 1:
        return False
    return found[-1].text not in _RESULT or len(found) < 2 or len(found[-2].text) > 1 or found[-2].kind[0] != "v"


def _ended(before: str) -> str:
    """The clause that ended in 了, without it or with it."""
    found = words(before)
    all_of = _ALL.search(before)
    if all_of and word_over(before, all_of.start()):
        all_of = None  # 从成都回来了: the character ends a name
    if all_of and (all_of["did"] in _CAME or re.search("^[是有在]|[不没]|[^出进回过上下]去$", all_of["did"])):
        return before + "了" * (all_of["did"] not in _CAME)  # 都挤东边去了, 字都看不清了
    if all_of:
        if len(all_of["did"]) > 2 and all_of["did"][-1] in _BARE:
            return before + "了"  # 都上手按了
        return before[: all_of.start()] + ("全部" if all_of["all"].startswith("全") else "均已") + all_of["did"]
    if _ALREADY.search(before):
        return before
    if before[:1] in tuple("给为向帮") and before[-1] == "去" and found[-1].text == "去" and found[-2].kind[0] in "na":
        return before[:-1]  # 给外卖小哥送清凉|去了
    last = found[-1].text if found else ""
    taken = bool(found) and _TAKEN.search(before) is not None
    if _AGE.search(before):
        return before + "岁"
    if _GIVEN.search(before) or _STRESSED.search(before) or (_OTHERWISE.search(before) and before[-1] not in "来去"):
        return before + "了"
    stump = (len(last) < 2 and not _REACHED.search(before)) or taken or _NOT_BARE.search(before) is not None
    return before + "了" if stump else _come_back(before, found)


_DIRECTION = frozenset("下来 回来 过来 起来 上来 出来".split())
# 已, or what takes none before the verb
_HOW = re.compile(r"[从把将被给向在用拿打说问叫让请到去来了才就又也都没不刚还已全能会要慢再先后]|^[^，]?$")


def _come_back(before: str, found: Sequence[Word]) -> str:
    """风扇拆下来了 → 风扇已拆下来: without 了 nobody sees that it is done."""
    if not found or found[-1].text[-2:] not in _DIRECTION:
        return before
    apart = found[-1].text in _DIRECTION
    if apart and (len(found) < 2 or found[-2].kind[0] != "v" or len(found[-2].text) > 1):
        return before  # 核桃下来了
    at = found[-2 if apart else -1].start
    ahead = words(before[:at])
    thing = bool(ahead) and ahead[0].kind[0] != "v" and (ahead[-1].kind[0] == "n" or ahead[-1].text == "的")
    return f"{before[:at]}已{before[at:]}" if thing and not _HOW.search(before[:at]) else before
