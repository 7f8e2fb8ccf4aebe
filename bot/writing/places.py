"""Where it was: 在文化广场办了书画展 → (文化广场, 办了书画展); clauses that only say where."""

import re
from collections.abc import Sequence

from bot.domain.language.names import PLACE_END, places
from bot.domain.language.word_edges import word_over, words
from bot.domain.notes.utterances import Utterance
from bot.writing.deeds import VERB, verb_first, without_time
from bot.writing.ourselves import strip_self
from bot.writing.rewording.attendance import PEOPLE
from bot.writing.rewording.topics import named_event

_AT = re.compile(
    r"^(?P<pre>(?:又|还|也|都|共|先|再|一起|联合|集中|全体|分别|同时|现场|首次|正式|再次|开始|免费)?)在(?P<place>“[^”]{1,20}”"
    rf"|[^，。；\d“”]{{2,28}}?)(?P<rest>(?=[^，。；]{{2}})(?:{VERB})[^，。；]*)$"
)
_VERB = re.compile(VERB)
ONLY_PLACE = re.compile(
    r"(?!.*(?:住|住宿|休息|避险|就餐|吃饭)$)(?![^，。]*(?:跟|座谈|慰问|检查|开会|谈话))^(?:地点|地方|活动地点"
    r"|位置)?(?:是|：|:|就)?(?:在|设在|安排在)(?P<place>[^，。；\d了各]{2,24}?)(?:举办|举行|召开|开展|进行|办"
    r"|开|搞|弄|做|上|比|拍|演|讲|放|唱|跳|摆|排|练|(?<![小中大文])学|交接|签约|颁奖|授牌)?(?:的)?(?:课|(?<!委)(?<!协)会)?$"
    r"|^(?:活动)?(?:地点|地方)(?:是|：|:|为|在|(?!写|定|改|换|选|不|没|待|还|就)(?=[一-龥]{2,20}(?:馆|院|场|室|厅|楼|园|站|中心|学校|小学|中学|广场|村|社区)$))"
    r"(?P<place2>[^，。；]{2,24})$"
)
# 会展中心的募捐会: where, and what was held there.
_ITS_EVENT = re.compile(
    r"^(?!在)(?P<place>[一-龥]{2,12}?)的(?P<event>[一-龥“”]{0,12}(?:会|赛|比武|展|讲座|培训班?|演练|仪式|典礼|集市|夜市|义诊|演出))$"
)
# 库房做了年度盘点, 烈士陵园描字, 游泳馆查水: a room, a ground or a page does nothing itself.
_ROOM_FIRST = re.compile(
    r"(?P<place>[^，。了的在去到给把将从对向和与跟]{0,8}(?:陵园|公园|广场|(?:[农集]贸|资源|人才|批发|综合|建材|花卉|交易|水产|菜)市场|体育场|文化宫|少年宫|会展中心|会议室|报告厅|库房|[展大餐教]厅|后?厨房?|(?:游泳|体育|健身|训练|球)馆|剧场|影院|网站|食堂|地下室|机房|操场|礼堂|[阅教展画]览?室|排练[厅室]))"
    r"(?P<rest>(?!.*(?:反映|投诉|[说称提]))(?:[做搞办]了?|[演唱放]了|演出|进行了?|开展|举[办行]|描|擦|清[理扫点]|打扫|[查测换修装洗拆刷铺量](?![好完了坏过到着出上]))[^，。]{1,20})"
)
# 在东关小学演的三岔口: where and what.
_TOLD_THERE = re.compile(r"[演唱讲办开摆放跳展卖]的|[加设建装开摆]了?(?:[一两]|\d)?个")
_MEAL = re.compile(r"中午|午饭|晚饭|早饭|吃")
_HERE = re.compile(r"^(?:我们|咱们?|俺们)?(?:这|这儿|这里|这边|馆|局|站|中心|单位)(?:里|儿|边)?$")


def tidy_place(place: str) -> str:
    if _HERE.match(place):
        return ""
    if re.fullmatch(r"[县市省区镇乡村]里", place):
        return place
    place = re.sub(r"^(?:深入|走进|来到|前往|地点在?|地方在?)(?=[一-龥]{2})", "", place)
    place = re.sub(r"(?<=[一-龥])[那这]个(?=[一-龥]{2})", "", place)
    place = re.sub(r"(?:隆重|成功|圆满|精心|顺利|如期|热闹)+$", "", place)
    return re.sub(
        (
            r"^(?:了|我们|咱们|咱|俺们)?(?:(?:馆|局|站|单位|中心)里(?=[一-龥]))?|(?:里边|里面|里|那边|那里|那儿|这边|又|还|都|也|一起|共同|给|就)+$"
        ),
        "",
        place,
    )


# 县医院的专家去了黄沙村: whose they are, and no place
_SOMEBODY = re.compile(rf"[一-龥]{{0,4}}?(?:{PEOPLE}|专家|师生|团队)")


def placed(raw: str) -> tuple[str, str]:
    """(place, the rest) of 在文化广场办了书画展 and 书画展在文化广场开幕了."""
    if raw.startswith("在") and (name := next(iter(places(raw[1:])), None)) and name.start == 0:
        rest = re.match(
            rf"(?P<more>(?:[一二三四五六七八九十\d]+楼|门口|门前|院内|里|内)?)(?P<rest>(?:{VERB})[^，。；]+)$",
            raw[1 + name.end :],
        )
        if rest and not _noun_at(raw, 1 + name.end + rest.start("rest")):
            return tidy_place(name.text + rest["more"]), rest["rest"]
    if (event := _ITS_EVENT.match(raw)) and not (verb_first(raw) or _SOMEBODY.match(event["event"])):  # 开旅行社的例会
        name = next(iter(places(event["place"])), None)
        if re.search(r"[校院宫堂园场馆]$|[一二三四]中$", event["place"]) or (name and name.text == event["place"]):
            return event["place"], event["event"]
    if room := _ROOM_FIRST.fullmatch(raw):
        return room["place"], room["rest"]
    if m := _AT.match(raw):
        at = m.start("rest")
        while (word_over(raw, at) or _noun_at(raw, at)) and (further := _VERB.search(raw, at + 1)):
            at = further.start()  # 三塘镇中心小|学接种疫苗
        if not re.search("[《了]", raw[:at]):
            return tidy_place(raw[m.start("place") : at]), (m["pre"] or "") + raw[at:]
    if m := re.match(
        r"^在(?P<place>[^，。；\d]{2,20}?)(?P<rest>(?:搞|弄|设|拍|巡|抽|暗|摆|举行|开|碰|剪|剔|布)[^，。；]+)$", raw
    ):
        return tidy_place(m["place"]), m["rest"]
    room = re.fullmatch("(?P<what>[^，。在了]{2,20})在(?P<place>(?!.里)[^，。在]{2,12})", raw)
    if room and named_event(room["what"]) and _ROOM.fullmatch(room["place"]):
        return room["place"], room["what"]
    m = re.match(
        (
            r"^(?P<rest>.{2,24}?)[，]?在(?!建)(?P<place>[^，。；\d]{1,24}?)(?P<tail>举行了?|举办了?|进行了?|开展了?"
            r"|办[了的]?|搞[了的]?|开[了的]?|[比赛考弄做][了的]|比完了|开幕了?|开班了?|结业了?|闭幕了?|启动了?|结束了?|摆[的了])?$"
        ),
        raw,
    )
    if m and not m["tail"] and m["place"].endswith("放") and m["rest"].endswith(("电影", "影片")):
        return tidy_place(m["place"][:-1]), f"放映{m['rest']}"  # 广场电影在纺织小区放
    if (
        m
        and (m["tail"] or PLACE_END.search(m["place"].removesuffix("前头")) or _HERE.match(m["place"]))
        and not m["rest"].endswith(("都", "也", "还", "是", *("" if m["tail"] else "停放摆设挂贴立住坐站埋")))
        and not re.search(r"[挖捡抓救拾摔掉溺碰]|发现|查获", m["place"])
    ):
        tail = m["tail"] or ""
        return tidy_place(m["place"]), m["rest"] + (
            "" if re.match(r"举行|举办|进行|开展|办|搞|摆|开[的了]|开$|[比赛考弄做][的了]", tail) else tail
        )
    return "", raw


def only_place(said: str) -> str:
    """文化广场 of 地点在文化广场 and 在文化广场; empty where more is said than where it was."""
    found = ONLY_PLACE.match(said)
    where = (found["place"] or found["place2"]) if found else ""
    return "" if not where or _WHOSE.match(where) or _did_there(said, where) else where


# 在他们那儿: whose place it is says not where
_WHOSE = re.compile(r"[他她它我咱俺你您]|人家|对方|大家|自己|[这那]")


def _noun_at(raw: str, at: int) -> bool:
    """Whether a longer noun begins where a verb would (南山|发射台)."""
    return any(w.start == at and len(w.text) > _SHORTEST_VERB and w.kind == "n" for w in words(raw))


_SHORTEST_VERB = 2


def bare_place(u: Utterance) -> bool:
    """今早在白马小学: where and when, and nothing of what."""
    where = without_time(u).removeprefix("在")
    if where.endswith(("下村", "下乡")) or re.match(r"[我咱巡查看走跑守清能]|.*开[窑馆园]$", where):
        return False  # 我馆评上一级图书馆, 巡白马河
    return any(n.start == 0 and where[n.end :] in ("", "里", "内") for n in places(where))


_SHORTEST_PLACE = 3
# 党校二楼, 桥头镇卫生院院子里
_ROOM = re.compile(
    r"(?![在到去停从把]|.*在)[一-龥]{0,10}(?:[一二三四五六七八九十\d]+楼|大厅|礼堂|门口|院(?:子)?里|[前后]院|会议室|体育[馆场]|剧院|操场|球场|党校|村部|报告厅|活动室)"
)


def _another_day(u: Utterance, when: str) -> bool:
    """昨晚在广场演的: where something else was, a day before."""
    return any(m.kind == "day" and re.sub(r"(?:早上|晚|夜间)$", "", m.written) not in when for m in u.moments())


def _later(u: Utterance, main: Utterance) -> bool:
    """下午在柳林中学, in another message: where the next thing was."""
    return u.message != main.message and any(m.kind in ("part", "clock") for m in u.moments())


# 走丢一个小孩，五岁，在老街; 差3件，在仓库里
_BELOW = re.compile("在?最[上下底里外前后]")
_FOUND = re.compile(r"[找丢捡掉挖救缺差抓]|发现|看见|还有")


def _of_a_find(u: Utterance, before: Sequence[Utterance]) -> bool:
    """Whether the place is of something found or missed, told before it in its message."""
    return any(one.message == u.message and _FOUND.search(one.text) for one in before)


# 去的大湾村, behind 下乡教广场舞
_WENT_THERE = re.compile(
    r"[去到]的(?:是)?(?P<place>[一-龥\d]{2,10}(?:[村镇乡屯寨街]|社区|小区|[小中]学|学校|广场|景区|敬老院|公园))$"
)


_ENDS_AS_PLACE = re.compile(
    r"(?:[厅馆室院场站楼园校村镇乡区库街路店厂家桥口门边里内上下旁前外所局堂台河湖山岭沟坡湾寺庙祠塔亭景点部府县市组层号屋房院团营段]|委会|中心|学校|[一二三四五六七八九]中)$"
)
_SHORT = 4


def _did_there(said: str, where: str) -> bool:
    """在镇上补的, 在东关小学演的三岔口: what was done there is told as well."""
    if re.search("举[办行]|[召展]开|开展|(?:车|柜子?|箱子?|包|架子?|抽屉|袋子?|盒子?)[里上内]?$", where):
        return True
    if not _ENDS_AS_PLACE.search(where) and (len(where) > _SHORT or words(where)[-1].kind.startswith(("v", "u"))):
        return True  # 在招标, 在村委会放着, 在城南农贸市场抽检蔬菜
    return _TOLD_THERE.search(where) is not None or (said.endswith("的") and words(where)[-1].kind.startswith("v"))


def told_place(
    main: Utterance, content: Sequence[Utterance], when: str, unit: str, *, alone: bool
) -> tuple[str, Utterance] | None:
    """The place that a clause of its own gives (地点在一楼报告厅), and that clause.

    `alone` takes the bare name of a place behind the deed (，城关二中礼堂) too.
    """
    for at, u in enumerate(content):
        behind = at and content[at - 1].plan and content[at - 1].message == u.message
        if (
            u is main
            or behind
            or u.plan != main.plan
            or _another_day(u, when)
            or _later(u, main)
            or _MEAL.search(u.text)
        ):
            continue
        said = strip_self(without_time(u), unit)
        if u.message != main.message and (_of_a_find(u, content[:at]) or _BELOW.match(said)):
            continue
        if where := only_place(said):
            return tidy_place(where), u
        if there := _WENT_THERE.match(said):
            return there["place"], u
        beside = alone and u.message == main.message and u.start > main.end and len(said) >= _SHORTEST_PLACE
        if beside and (bare_place(u) or (_ROOM.fullmatch(said) and not any(w.kind[0] == "v" for w in words(said)))):
            return tidy_place(said), u
    return None
