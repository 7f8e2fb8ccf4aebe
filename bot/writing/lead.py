"""From an event's utterances to its opening: the first thing done, with its day, place and doer."""

import re
from datetime import datetime

from bot.domain.events import DEED, doubts
from bot.domain.names import PLACE_END, people, places
from bot.domain.numerals import fold
from bot.domain.utterances import Utterance
from bot.writing.days import OCCASION, as_of, only_time, told_as, when_of
from bot.writing.deeds import STARTS_VERB, VERB, enrich, motion, strip_self, visited, with_verb, without_time
from bot.writing.literal import literal
from bot.writing.plans import future
from bot.writing.titles import TOLD, Lead
from bot.writing.wording import formal

_AT = re.compile(
    r"^(?P<pre>(?:又|还|也|都|共|先|再|一起|联合|集中|全体|分别|同时|现场|首次|正式|再次|开始"
    r"|免费)?)在(?P<place>“[^”]{1,20}”"
    rf"|[^，。；\d“”]{{1,28}}?)(?P<rest>(?=[^，。；]{{2}})(?:{VERB})[^，。；]*)$"
)
_ONLY_PLACE = re.compile(
    r"(?!.*(?:住|住宿|休息|避险|就餐|吃饭)$)(?![^，。]*(?:跟|座谈|慰问|检查|开会|谈话))^(?:地点|地方|活动地点"
    r"|位置)?(?:是|：|:|就)?(?:在|设在|安排在)(?P<place>[^，。；\d了各]{2,24}?)(?:举办|举行|召开|开展|进行|办"
    r"|开|搞|弄|做|上|比|拍|演|讲|(?<![小中大文])学)?(?:的)?(?:课|会)?$"
    r"|^(?:活动)?(?:地点|地方)(?:是|：|:|为|在)(?P<place2>[^，。；]{2,24})$"
)
_MEAL = re.compile(r"中午|午饭|晚饭|早饭|吃")
_ENDS = re.compile(r"结束|开始|启动|开幕|闭幕|收官|完工|竣工|开工|完成|揭晓|落幕")
_HEADER = re.compile(
    r"^(?P<topic>(?:(?!了|来|去(?!年))[^，。：:]){0,20}?)(?:的)?(?P<what>数据|(?<![到入记转结])账|数字"
    r"|(?<=[的年月度期])数|报表|统计|情况|成绩|结果|名单|(?=[：:][一-龥]{2,}[^，]*\d))(?:都|也)?(?:算|统计|汇总"
    r"|整理|公布)?(?:出来|完成|完|好)?了?(?:(?:发|报|给)?给?我)?(?:[:：](?P<rest>.+))?$"
)
_STATISTIC = re.compile(
    r"^(?:(?:巡察|巡视|审计|督查)反馈|(?:五一|国庆|清明|端午|中秋|春节|元旦|假期|节日)[^，。]{0,4}(?:全|接待"
    r"|旅游)|全[县市区镇乡省]|接待(?:游客|旅客)|游客|景区|各|旅游(?:综合)?收入|外借|借阅|累计|共接待|借出|核销"
    r"|发放消费券)(?![^，。]*(?:举办|举行|开幕|召开|开展|闭幕|启动))[^，。]{0,20}\d"
    r"|^(?!出动|共|组织|发动|派出|安排)[一-龥]{2,8}\d[\d.]*万?(?:多|余)?人(?:次)?$"
)
_DOER = re.compile(
    r"^(?P<who>[^，。在]{2,24}?)在(?P<place>[^，。；\d]{2,24}?)(?P<rest>(?:主持召开|主持|出席|参加|开展|召开"
    r"|举办|讲|作|带队|调研|检查|督导|慰问|走访)[^，。；]*)$"
)
_HERE = re.compile(r"^(?:我们|咱们?|俺们)?(?:这|这儿|这里|这边|馆|局|站|中心|单位)(?:里|儿|边)?$")


def _tidy_place(place: str) -> str:
    if _HERE.match(place):
        return ""
    if re.fullmatch(r"[县市省区镇乡村]里", place):
        return place
    place = re.sub(r"(?<=[一-龥])[那这]个(?=[一-龥]{2})", "", place)
    place = re.sub(r"(?:隆重|成功|圆满|精心|顺利|如期|热闹)+$", "", place)
    return re.sub(
        (
            r"^(?:了|我们|咱们|咱|俺们)?(?:(?:馆|局|站|单位|中心)里(?=[一-龥]))?"
            r"|(?:里边|里面|里|那边|那里|那儿|这边|又|还|都|也|一起|共同|给|就)+$"
        ),
        "",
        place,
    )


_CALLED = "(?:督导|调研|检查|考察|指导|督查|慰问|验收|评估|参观|座谈|巡查|暗访|观摩|采风|交流)"


def _subject_is_other(text: str, unit: str) -> bool:
    """县医院来馆里义诊: the doer is not the unit itself."""
    if re.match(r"^(?:到|去|在|赴|给|为|与|和|跟|同|对(?!口)|向|组织|联合|邀请)", text):
        return False
    for name in [*places(text), *people(text)]:
        before = text[: name.start]
        near = name.start <= 2 and not STARTS_VERB.match(before or "-") and not re.match(r"[跑走]", before)
        own = name.text in unit or (unit in name.text and not text[name.end :].startswith("来"))
        if (near or re.fullmatch(r"[^，。]{2,8}的", before)) and not own:
            rest = text[name.end :]
            if re.match(rf"[^，。]{{0,24}}?(?:来|到)[一-龥]{{0,4}}?{_CALLED}", rest):
                return True
            return bool(re.match(r"(?:的)?[一-龥]{0,6}?(?:来|到|给|为|对|派|与|和|联合|送|向|捐|赠)", rest))
    if re.match(
        (
            r"^[^，。]{0,16}(?:公司|集团|商会|企业|投资商|客商|代表团|考察团|摄制组|剧组|电视台|记者"
            r"|媒体)(?:的)?[^，。\d]{0,8}?来"
        ),
        text,
    ):
        return True
    if re.match(
        (
            r"^(?!.{0,3}(?:给|为|向|帮))[^，。\d]{0,16}(?:干部|老人|居民|市民|收藏家|先生|女士|教授|村民|企业家"
            r"|校友|作家|画家|战士|兵)[一-龥]{0,3}?(?:把|将|捐|赠)"
        ),
        text,
    ):
        return True
    return bool(
        re.match(
            (
                r"^(?:消防|公安|派出所|交警|城管|供电|医院|银行|物业|厂家|街道|社区"
                r"|[县市]?[一二三四][院中小])[一-龥]{0,3}?(?:将|把|来|帮|给|派|捐|赠)"
                r"|^(?:省|市|外县|邻县)[一-龥]{1,8}?(?:所|院|馆|中心|协会|大学|学院|集团|公司|专家|组)(?:来|到)"
                r"|^(?:上级|省|市|县)(?:局|厅|里|委|文旅局|文化和旅游局)[一-龥]{0,6}(?:来|到|检查|督查|调研)"
            ),
            text,
        )
    )


# What a meeting above the unit decided is the meeting's deed.
_DECIDED = re.compile(
    r"^[一-龥]{0,6}(?:局务会|党组会|办公会|常务会|党委会|班子会|行政会|理事会)(?:议)?(?:上)?(?:过了|通过|审议"
    r"|研究通过|审定)"
)
REPORTED = re.compile(
    r"^(?P<who>[^，。]{0,12}?(?:群众|村民|居民|网友|读者|游客|家长|商户|业主|老[一-龥]头?"
    r"|[一-龥]{1,2}(?:大爷|大妈|大姐|大娘|大叔|先生|女士)))(?P<where>在[^，。]{2,10}?)?(?:反映|投诉|说|表示"
    r"|提出|举报|求助|来信|来电)"
)


def lead_of(content: list[Utterance], unit: str, now: datetime) -> Lead:
    """The event's opening: the first thing done, with day, place and doer from wherever they were said."""
    main = _main(content)
    raw = strip_self(without_time(main).strip("，, "), unit)
    when = when_of(main, content, now)
    if main.plan:
        return Lead("", unit, "", future(strip_self(literal(main), unit)), main)
    if header := _HEADER.match(raw):
        return _header_lead(header, main, when, unit)
    if (doer := _DOER.match(raw)) and next(iter(people(doer["who"])), None):
        deed = formal(doer["who"] + "在" + _tidy_place(doer["place"]) + doer["rest"])
        return Lead(when, unit, "", deed, main, [], foreign=True)
    used: list[Utterance] = []
    if named_doer := _named_doer(raw, unit):
        unit, raw = named_doer, raw[len(named_doer) :]
    place, raw = _placed(raw)
    foreign = (
        _subject_is_other(raw, unit)
        or REPORTED.match(raw) is not None
        or raw.startswith(("我县", "我市", "我区", "我省"))
        or _DECIDED.match(raw) is not None
    )
    deed = formal(strip_self(raw, unit))
    if foreign and not REPORTED.match(raw):
        deed = visited(deed, unit)
    elif foreign:
        pass
    elif _STATISTIC.match(deed):
        named = _named_before(main, content)
        occasion = OCCASION.match(without_time(named)) if named else None
        if named and occasion:
            when, used = told_as(when, occasion["what"]), [named]
        return Lead(as_of(main, when), unit, "", f"{unit}统计{deed}", main, used, foreign=True)
    elif _own_subject(deed, unit):
        foreign = True
    else:
        deed = enrich(motion(deed))
    if festival := _FESTIVAL.match(deed):
        deed = deed[festival.end() :]
        when = told_as(when, festival[0])
        if not place:
            place, deed = _placed(deed)
            deed = enrich(motion(deed))
    named = _named_before(main, content)
    if named and not foreign:
        occasion = OCCASION.match(without_time(named))
        if occasion:
            when = told_as(when, occasion["what"])
            used.append(named)
            if deed in ("开始", "进行", "举行", ""):
                deed = f"开展{re.sub('[日节]$', '', occasion['what'])}活动"
        elif verb := with_verb(formal(without_time(named))):
            name = verb if verb.endswith(("活动", "会", "赛", "展", "班", "仪式")) else verb + "活动"
            return Lead(when, unit, place, f"{name}，{deed}", main, [named])
    if not place:
        for u in content:
            if (
                u is not main
                and u.plan == main.plan
                and not _another_day(u, when)
                and not _MEAL.search(u.text)
                and (m := _ONLY_PLACE.match(strip_self(without_time(u), unit)))
            ):
                place = _tidy_place(m["place"] or m["place2"])
                used.append(u)
                break
    used += [u for u in content if u.message == main.message and only_time(u)]
    deed, counted = _counted_by_next(deed, main, content)
    deed = (
        re.sub(r"(?<=[员师手者生长家])(?=(?:结束|开始|启动|开班)$)", "活动", deed)
        if not STARTS_VERB.match(deed)
        else deed
    )
    return Lead(when, unit, place, deed if foreign else with_verb(deed), main, used + counted, foreign)


# What happens by itself or is done by those above needs no doer: 望江镇文化站改造完工, 第六批名录公布, 台风来袭.
_ITSELF = re.compile(
    r"^(?:全[县市区省镇](?![^，。]{0,14}(?:赛|展|会|活动|培训|演出|行动|[普检]查|调度)(?:结束|开|举|在|启|闭"
    r"|$))|第[一二三四五六七八九十\d]+(?:批|届)[^，。]{2,20}(?:公布|公示|揭晓|发布|下达)"
    r"|(?:下|降)(?:\d|[大暴小中]?[雨雪])|(?:台风|暴雨|大雨|大雪|冰雹)(?!后|天|过后)|我[县市区])"
)
_HAPPENED = re.compile(r"完工|竣工|封顶|开工|交付|投用|停电|停水|进水|漏水|坏|倒塌|脱落|着火|起火|受损|被淹")


def _own_subject(deed: str, unit: str) -> bool:
    """Whether the clause has a subject other than the unit that reports, so that the unit cannot stand before it."""
    if _ITSELF.match(deed):
        return True
    name = next((n for n in places(deed) if n.start == 0), None)
    rest = deed[name.end :] if name else re.sub(r"^(?:图书馆|文化馆|博物馆|美术馆|体育馆)", "", deed)
    elsewhere = (name is not None and name.text not in unit and unit not in name.text) or (
        rest != deed and deed[:3] not in unit
    )
    return elsewhere and not STARTS_VERB.match(rest) and _HAPPENED.search(rest) is not None


_FESTIVAL = re.compile(
    r"(?:腊八|小年|除夕|元宵节?|清明节?|端午节?|七夕|中秋节?|重阳节?|冬至|元旦|三八节?|五四|六一|七一|八一"
    r"|植树节|教师节|国庆节?|劳动节|护士节|助残日|读书日|宪法日|学雷锋(?:纪念)?日"
    r"|(?:世界|国际|全国|中国)[一-龥]{2,6}[日节])(?=[在到去给为]|联合|组织)"
)


def _another_day(u: Utterance, when: str) -> bool:
    """昨晚在广场演的: where something else was, a day before."""
    return any(m.kind == "day" and re.sub(r"(?:早上|晚|夜间)$", "", m.written) not in when for m in u.moments())


_SEVERAL = re.compile(r"(?:\d|[两几])(?:场|个|项|件)(?:活动|事情?)$")


def _named_before(main: Utterance, content: list[Utterance]) -> Utterance | None:
    """七一主题党日，上午支部党员去了陵园: the noun in front of the deed names the event or its day."""
    for u in content:
        text = without_time(u)
        if _SEVERAL.search(text):
            continue
        before = u.message == main.message and u.end <= main.start
        noun = not re.search(r"[了的在]", text) and (
            OCCASION.match(text) or (with_verb(text) != text and len(text) <= 14)
        )
        if before and noun:
            return u
    return None


def _counted_by_next(deed: str, main: Utterance, content: list[Utterance]) -> tuple[str, list[Utterance]]:
    """慰问困难职工跑完了，4户 → 慰问困难职工4户."""
    after = next((u for u in content if u.message == main.message and u.start >= main.end), None)
    bare = re.sub(r"^(?:一共|总共|共)", "", after.text) if after else ""
    if (
        after
        and re.fullmatch(r"[\d一二两三四五六七八九十百千万]+(?:多)?(?:册|本|件|幅|份|场|次|棵|台|盏|袋|套)", bare)
        and not re.search(r"\d", deed)
        and re.search(r"(?:捐|赠|送|捡|收|发|清|放|演|办|种|修|换|印)[一-龥]{1,8}$", deed)
    ):
        return deed + formal(literal(after)).removeprefix("共"), [after]
    stem = re.sub(r"(?:完成|结束|完毕)$", "", deed)
    if (
        after
        and stem != deed
        and re.fullmatch(r"(?:一共|总共|共)?[\d一二两三四五六七八九十百]+(?:户|家|处|所|人|名|位)", after.text)
    ):
        return stem + re.sub(r"(?<=[人名位])参加$", "", formal(literal(after))).removeprefix("共"), [after]
    return deed, []


_BODY = re.compile(r"(?:馆|站|中心|科|局|院|队|社|支部|党委|镇|街道|协会|剧团|合唱团|艺术团|乐团|办公室|大队)$")


def _named_doer(raw: str, unit: str) -> str:
    """县图书馆在广场办了…: who the note itself names as the doer, where that is not the unit that reports."""
    bare = re.match(r"(?:图书馆|文化馆|博物馆|美术馆|体育馆|档案馆|纪念馆|文化站|执法大队|文旅局)", raw)
    if bare and bare[0] not in unit and re.match(rf"(?:在|组织|联合|给|{VERB})", raw[bare.end() :]):
        return bare[0]
    name = next(iter(places(raw)), None)
    if (
        name is None
        or name.start
        or raw[0] in "和跟与同"
        or not _BODY.search(name.text)
        or name.text in unit
        or unit in name.text
    ):
        return ""
    rest = raw[name.end :]
    return (
        name.text
        if re.match(rf"(?:今天|上午|下午|晚上)?(?:在|组织|联合|{VERB})", rest)
        and not re.match(r"来|到[^，]{0,6}(?:我|咱|馆|局|科)|给", rest)
        else ""
    )


def _header_lead(header: re.Match[str], main: Utterance, when: str, unit: str) -> Lead:
    """上半年数据出来了：接待游客… → 产业科统计上半年数据，接待游客…"""
    period = "".join(m.written for m in main.moments() if m.kind in ("month", "year"))
    topic = header["topic"] if period in header["topic"] else period + header["topic"]
    if not header["what"] and re.search(
        r"(?:整改|慰问|检查|演练|培训|走访|宣传|执法|巡查|排查|维修|值守)[^，。]{0,4}$", header["topic"]
    ):
        verb = "" if STARTS_VERB.match(header["topic"]) or re.search(r"慰问|走访", header["topic"]) else "开展"
        return Lead(when, unit, "", f"{verb}{header['topic']}，{formal(header['rest'])}", main)
    what = {"账": "情况", "数字": "数据", "数": "数据", "报表": "数据", "统计": "数据"}.get(
        header["what"], header["what"] or "数据"
    )
    said = main.said
    when = when if not period else f"{said.month}月{said.day}日"
    deed = f"统计{topic}{what}" if what in ("情况", "数据") else f"公布{topic}{what}"
    return Lead(when, unit, "", deed + (f"，{formal(header['rest'])}" if header["rest"] else ""), main)


def _placed(raw: str) -> tuple[str, str]:
    """(place, the rest) of 在文化广场办了书画展 and 书画展在文化广场开幕了."""
    if raw.startswith("在") and (name := next(iter(places(raw[1:])), None)) and name.start == 0:
        rest = re.match(
            rf"(?P<more>(?:[一二三四五六七八九十\d]+楼|门口|门前|院内|里|内)?)(?P<rest>(?:{VERB})[^，。；]+)$",
            raw[1 + name.end :],
        )
        if rest:
            return _tidy_place(name.text + rest["more"]), rest["rest"]
    if m := _AT.match(raw):
        return _tidy_place(m["place"]), (m["pre"] or "") + m["rest"]
    if m := re.match(
        r"^在(?P<place>[^，。；\d]{2,20}?)(?P<rest>(?:搞|弄|设|巡|抽|暗|摆|举行|开|碰|剪|剔|布)[^，。；]+)$", raw
    ):
        return _tidy_place(m["place"]), m["rest"]
    m = re.match(
        (
            r"^(?P<rest>.{2,24}?)[，]?在(?P<place>[^，。；\d]{1,24}?)(?P<tail>举行了?|举办了?|进行了?|开展了?"
            r"|办[了的]?|搞[了的]?|开[了的]?|比完了|开幕了?|开班了?|结业了?|闭幕了?|启动了?|结束了?)?$"
        ),
        raw,
    )
    if (
        m
        and (m["tail"] or PLACE_END.search(m["place"]) or _HERE.match(m["place"]))
        and not m["rest"].endswith(("都", "也", "还", "是"))
    ):
        tail = m["tail"] or ""
        return _tidy_place(m["place"]), m["rest"] + (
            "" if re.match(r"举行|举办|进行|开展|办|搞|开[的了]|开$", tail) else tail
        )
    return "", raw


_ANNOUNCED = re.compile(
    r"^(?:国家|部|省|市|县|上级|局)(?:里|厅|局|上)?(?:正式)?(?:公布|公示|通报|发布|下文|通知|发文"
    r"|(?:发|下)了?(?:通知|文件|文|公告))了?的?$"
    r"|^(?:刚刚?|才)?(?:接到|收到|得到)(?:上级|市里|省里|局里|市局|省厅)?(?:的)?(?:通知|消息|喜讯|喜报)了?$"
)
_HANDLED = re.compile(
    r"(?:把|将)[^，。]{1,14}?(?:[一-龥])了|^[^，。]{0,10}来(?:我们?|咱们?|馆|局|县)?(?:里)?(?:评|查|看|验收"
    r"|学习|调研|考察|指导|交流|采风|拍摄|慰问|检查|督查)"
)


def _bare_place(u: Utterance) -> bool:
    """今早在白马小学: where and when, and nothing of what."""
    where = without_time(u).removeprefix("在")
    return any(n.start == 0 and n.end == len(where) for n in places(where))


# 请了消防大队的赵刚来讲, 药品备了12种: what is got ready for something to come.
_PREPARED = re.compile(
    r"^[^，。了]{0,6}(?:请|邀请|约|定|备|准备|买|采购|印|打印|联系|协调|布置|搭|通知|借|租|报|订|招募|排练"
    r"|彩排)(?:好)?(?:了|好)"
)


def _preparing(content: list[Utterance]) -> bool:
    """Whether the notes tell of something to come and of nothing but what was got ready for it."""
    first, rest = content[0], content[1:]
    ahead = (
        first.plan
        and DEED.search(fold(first.text))
        and any(m.kind == "day" and m.day and m.day > first.said.date() and not m.due for m in first.moments())
    )
    return bool(ahead) and all(
        u.plan or _PREPARED.match(u.text) or (len(u.text) <= 12 and "了" not in u.text and not u.moments())
        for u in rest
    )


# 今天第4次课: which time of many it was names no event.
_ONLY_NUMBER = re.compile(r"第\d+[次场期届站轮天](?:课|活动|班)?")


def _main(content: list[Utterance]) -> Utterance:
    """The utterance that names the event: the first that says its day or hour, else the first deed."""
    if _preparing(content):
        return content[0]
    able = [
        u
        for u in content
        if not u.plan
        and not _ONLY_NUMBER.fullmatch(without_time(u))
        and not _ANNOUNCED.match(without_time(u))
        and not _ONLY_PLACE.match(fold(u.text))
        and not _bare_place(u)
        and (len(without_time(u)) >= 3 or DEED.search(u.text))
        and not _SEVERAL.search(without_time(u))
        and not doubts(u.text)
        and not OCCASION.match(without_time(u))
    ]
    first = able[0] if able else content[0]
    for u in able[:3]:
        if (
            u is not first
            and u.message == first.message
            and DEED.search(first.text)
            and not first.quantities()
            and STARTS_VERB.match(re.sub(r"^[^，。]{1,4}前", "", without_time(first)))
        ):
            return first
        dated = any(
            m.kind in ("day", "clock", "part") and not re.search(r"(?:[到至]|截至|的)$", u.text[: m.start])
            for m in u.moments()
        )
        if dated and (
            DEED.search(fold(u.text))
            or _HANDLED.search(u.text)
            or _ENDS.search(u.text)
            or "了" in u.text
            or u is able[0]
        ):
            return u
    if able and _HEADER.match(without_time(able[0])):
        return able[0]
    if able and (
        able[0].quantities()
        or "了" in able[0].text
        or DEED.search(fold(able[0].text))
        or _HANDLED.search(able[0].text)
        or TOLD.search(able[0].text)
    ):
        return able[0]
    near = [u for u in able if u.message == able[0].message] if able else []
    if near and len(without_time(near[0])) >= 5:
        return next((u for u in near if DEED.search(fold(u.text))), near[0])
    return next((u for u in able if DEED.search(fold(u.text))), able[0] if able else content[0])
