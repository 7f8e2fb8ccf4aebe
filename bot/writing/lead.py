"""From an event's utterances to its opening: the first thing done, with its day, place and doer."""

import re
from datetime import datetime

from bot.domain.language.names import SURNAMES
from bot.domain.language.needed import Seldom
from bot.domain.language.numerals import fold
from bot.domain.language.word_edges import word_over
from bot.domain.notes.openers import FRAME
from bot.domain.notes.utterances import Utterance
from bot.writing.ahead import told_ahead
from bot.writing.aspect import bare
from bot.writing.beside import by_what_follows, taken_before
from bot.writing.bulletins import bulletin_of
from bot.writing.count_leads import STATISTIC, header_lead, statistic_lead
from bot.writing.days import OCCASION, dates_all, only_time, reopens, told_as, told_besides, when_of
from bot.writing.deeds import STARTS_VERB, enrich, motion, verb_first, with_verb, without_time
from bot.writing.demands import said_ahead
from bot.writing.doers import REPORTED, of_others, own_subject, told_of_others
from bot.writing.first_person import Teller
from bot.writing.learnt_doer import surely_anothers
from bot.writing.literal import literal
from bot.writing.meant import named_so
from bot.writing.naming import HEADER, main_of, named_before
from bot.writing.ourselves import named_doer, named_self, sent_by, strip_self
from bot.writing.places import only_place, placed, told_place
from bot.writing.plans import DAY_FIRST, future
from bot.writing.titles import Lead
from bot.writing.topic_first import done_to, gone_over, verb_to_front
from bot.writing.verbs import whole_verb
from bot.writing.visits import visited
from bot.writing.wording import formal

_FESTIVAL = re.compile(
    r"(?:腊八|小年|除夕|元宵节?|清明节?|端午节?|七夕|中秋节?|重阳节?|冬至|元旦|三八节?|五四|六一|七一|八一|植树节|教师节|国庆节?|劳动节|护士节|助残日|读书日|宪法日|学雷锋(?:纪念)?日"
    r"|(?:世界|国际|全国|中国)[一-龥]{2,6}[日节])(?=[在到去给为发送]|联合|组织)"
)

# 春运头一天汽车站发了312班: which day of what it was.
_DAY_OF = re.compile(
    r"(?P<what>(?:春运|暑运|[长小]?假期|国庆|五一|春节|元旦|清明|端午|中秋|会期|展期|开学|农忙)(?:期间|祭扫|出行|返程)?)"
    r"(?P<nth>头一天|首日|第[一二三四五六七八九十]+天)[，的]?(?=[一-龥]{2})"
)


# 公益培训班总结：开课, 文物安全巡查汇总: what the message is called is no part of what happened.
_LABEL = re.compile(
    r"^(?P<what>[^，。：:]{2,20}?(?:班|会|展|赛|节|活动|巡查|检查|排查|演练|慰问|宣传|走访|普查))的?(?:情况|汇总|总结|小结|结果)(?:[：:](?=[开结启闭])|$)"
)
# 中秋晚会（昨晚七点半，滨河公园大舞台）情况：
_IN_BRACKETS = re.compile(
    r"^(?P<what>[^，。（）]{2,16}[会展赛节班])（(?P<place>[^，。（）\d]{3,16})）的?(?:情况|汇总)?[：:]?$"
)


def _on_a_day(told: str, unit: str) -> str:
    """12月1日，县图书馆在城东小学办读书会 → 12月1日在城东小学举办读书会."""
    found = DAY_FIRST.match(told)
    if not found:
        return told
    deed = strip_self(told[found.end() :], unit)
    place, bare_deed = placed(deed)
    richer = enrich(bare_deed)
    return found["day"] + (f"在{place}{richer}" if place and richer != bare_deed else richer if not place else deed)


def lead_of(content: list[Utterance], unit: str, now: datetime) -> Lead:
    """The event's opening, with what the message that tells it says it was done for."""
    others = [u for u in content if not FRAME.fullmatch(u.text)]
    if not others:
        return _opening(content, unit, now)
    lead = told_ahead(_opening(others, unit, now), others)
    told = lead.utterance
    same = (u for u in content if u.message == told.message and u.start < told.start)
    frame = next((u for u in same if FRAME.fullmatch(u.text)), None)
    if frame:
        lead.when, lead.used = "，".join(filter(None, (lead.when, formal(frame.text)))), [*lead.used, frame]
    return lead


def _opening(content: list[Utterance], unit: str, now: datetime) -> Lead:
    """The first thing done, with day, place and doer from wherever they were said."""
    if bulletin := bulletin_of(content, unit):
        return bulletin
    if course := _day_of_course(content, unit, now):
        return course
    main, reporter = main_of(content), unit
    said, meant = named_so(main, content)
    said = said if told_of_others(said, unit) else _OUR_COMMON.sub("", said)
    raw = _HELD_WITH.sub(r"\g<who>举办", _WITH_US.sub(r"联合\g<who>", said))
    raw = named_self(raw, Teller(unit, main.speaker))
    if raw.startswith(at_home := f"在{_LOCAL.sub('', unit)}"):
        raw = f"在{unit}{raw[len(at_home) :]}"
    raw = re.sub(rf"(?<=在){unit}(?={_PART_OF_HOUSE})|在{unit}(?!{_PART_OF_HOUSE})|{unit}(?=[在到去])", "", raw)
    raw = _LABEL.sub(r"\g<what>", strip_self(raw, unit))
    raw = raw if word_over(raw, 1) else raw.removeprefix("就")  # 就业
    raw = _SAID_TO_BE.sub("", raw)
    when = when_of(main, content, now)
    from_then = next((m for m in main.moments() if m.kind == "day" and _FROM_THEN.match(main.text, m.end)), None)
    if from_then and "起" not in when and "至" not in when:
        before = main.text[: from_then.start]  # 12路昨天起通到新村
        raw = before + raw.removeprefix(f"{before}起") if raw.startswith(f"{before}起") else raw
        raw, when = raw.replace(f"从{when}起", ""), f"{when}起"
    if begun := re.fullmatch(rf"(?P<what>[^，\d]{{2,12}})从{when}开始的?", raw):
        raw = f"开始{begun['what']}"
    raw = strip_self(raw.removeprefix(when).strip("，, ").removeprefix("的"), unit)
    if main.plan:
        told = strip_self(literal(main), unit)
        return Lead("", unit, "", said_ahead(told) if main.told else future(_on_a_day(told, unit)), main)
    within = _IN_BRACKETS.match(raw)
    if within:
        raw = f"在{within['place']}举办{within['what']}"
    if header := HEADER.match(raw):
        return header_lead(header, main, when, unit)
    sender = sent_by(main, raw, unit)
    if not sender and not _DEED_FIRST.match(raw) and (name := named_doer(raw, unit)):
        unit, raw = name, raw[len(name) :]
    if lesson := _LESSON.match(raw):
        when, raw = when + lesson[0], raw[lesson.end() :]
    if occasion := _DAY_OF.match(raw):
        when, raw = told_as(when, occasion["what"] + occasion["nth"].replace("头一天", "首日")), raw[occasion.end() :]
    place, raw = placed(raw)
    raw = gone_over(raw) or raw
    foreign = bool(sender) or told_of_others(raw, unit)
    deed = formal(strip_self(raw, unit))
    if foreign:
        deed = deed if REPORTED.match(raw) else visited(deed, unit)
    elif STATISTIC.match(bare(deed)):
        return statistic_lead(bare(deed), main, content, when, unit)
    elif own_subject(bare(deed), unit):
        foreign = True
    else:
        deed = motion(deed)
        headed = _WITH_HEAD.match(deed)
        ours = headed is not None and headed["of"] == unit[-1:]
        if headed and ours:
            deed = f"{headed['head']}一行{deed[headed.end() :]}"
        richer = enrich(bare(deed))
        richer = verb_to_front(richer) if richer == bare(deed) else richer
        if richer == bare(deed) and (day := next((m for m in main.moments() if m.start > 1), None)):
            topic = main.text[: day.start]
            richer = (richer.startswith(topic) and done_to(topic, richer[len(topic) :])) or richer
        richer = _CAME_FOR.sub(r"\g<at>接待\g<why>\g<n>", whole_verb(richer))
        foreign = (
            not ours
            and richer == bare(deed)
            and (
                of_others(richer, unit)
                or richer.startswith(main.speaker or " ")
                or (not verb_first(richer) and surely_anothers(richer))
            )
        )
        deed = _WHO_CAME.sub(r"\g<where>接待\g<who>", deed if richer == bare(deed) else richer)
    if festival := _FESTIVAL.match(deed):
        deed = deed[festival.end() :]
        when = told_as(when, festival[0])
        if not place:
            place, deed = placed(deed)
            deed = enrich(motion(deed))
    lead = _completed(Lead(when, unit, place, deed, main, meant, foreign), content)
    return lead if lead.foreign or lead.actor not in reporter else _held_by_others(lead, content)


# 与李局到溪口镇: our own head, who was not with us but one of us
_WITH_HEAD = re.compile(rf"^[与和](?P<head>[{SURNAMES}][一-龥]{{0,2}}(?P<of>[局馆站所院校队])长?)(?=[到赴]|前往)")
# 在县博物馆门前, 在文化馆排练厅
_PART_OF_HOUSE = (
    r"(?:[门院楼前后旁一二三四五六七八九十\d]|(?![开办搞召举做演组进])[一-龥]{1,4}?(?:[厅室楼库场院]|门[口前]))"
)
_LOCAL = re.compile(r"^[一-龥]{0,3}[县市区镇乡](?=[一-龥]{3})")
# 拍咱们的火龙, told of what the house itself did
_OUR_COMMON = Seldom(r"(?<=[一-龥])咱们?的(?=[一-龥]{2})")
# 今天是老年合唱班开课, 于今天上午在康复中心举行
_SAID_TO_BE = re.compile(
    r"^(?:主要(?:就?是|在)(?=[一-龥]{4})|是(?=[一-龥]{3})(?![否由因为我咱按从]|[^，]*的$)|于(?=在))"
)
# 今天起馆里夏令时开放
_FROM_THEN = re.compile(r"起(?![草火诉动床步居重运吊降飞伏源名获垄苗])")
_LESSON = re.compile(r"第[一二三四五六七八\d]节课(?=[一-龥]{2})")
# 举行|惠农服务中心揭牌仪式
_DEED_FIRST = re.compile(r"举[行办]|召开|开展|组织|启动|完成|检查|走访|慰问|参[加观]|建[成设]")
# 下午来了个老华侨: whoever comes is received.
_WHO_CAME = re.compile(
    r"^(?P<where>[一-龥]{0,8}馆)?(?:来了?一?个(?=[一-龥]{1,8}团)|到场(?=一名)|(?P<who>(?:[^，。\d]{2,6}的)?[\d一两](?:[批拨]|[名位个](?!家长|评委|专家|老师)|人)[^，。]*(?=到场$)|\d[\d.]*万多?人(?=参加$))(?:到场|参加)$)"
)
# 窗口来办演出许可的有3家
_CAME_FOR = re.compile(
    r"^(?P<at>窗口|[一-龥]{0,4}大厅)?(?P<why>来[办问查领交借][^，。]{2,14}的)有?(?P<n>\d+[家人位个名户])$"
)
# 消防、应急、我们三家到影剧院查了
_WITH_US = re.compile(
    r"^[跟和与同]?(?P<who>[一-龥]{2,8}(?:、[一-龥]{2,8})*)(?:、|和|跟|与)(?:我们|咱们?|俺们?|我[馆局站院所队](?=合[办作]))(?:[两三四五2-5]家|几家)?(?:一起|一块儿?|联合|共同)?(?=[到去在来对给检查开搞办]|合[办作])"
)
# 残联和我们合办的盲人听电影
_HELD_WITH = re.compile(r"^(?P<who>联合[^，。]{2,10}?)合[办作](?:的|了)?(?=[一-龥“《]{2})")
# 商户协会组织的, behind 老城区步行街失火演练: whose event it was.
_HELD_BY = Seldom(
    r"^(?:是|由)?(?!我|咱|俺|本|自己|大家|在|到|去|会|让|叫|请|给|等|要|想|可以|明确|[决确商议]定)(?P<who>(?:(?!归|由)[一-龥]){2,12}?(?<![协承主牵]))(?:给)?(?:组织|主办|牵头办?|举办|办|搞)的?$"
)
_EVENT_HELD = re.compile(r"^(?:举办|开展|召开|举行|组织)")


def _held_by_others(lead: Lead, content: list[Utterance]) -> Lead:
    """The opening told of the house that held the event, where the notes name another than the one that reports."""
    if not _EVENT_HELD.match(lead.deed):
        return lead
    for u in content:
        held = None if u.plan or u is lead.utterance else _HELD_BY.match(without_time(u))
        if held and held["who"] not in lead.actor and lead.actor not in held["who"]:
            lead.deed = held["who"] + (f"在{lead.place}" if lead.place else "") + lead.deed
            lead.place, lead.foreign, lead.used = "", True, [*lead.used, u]
            break
    return lead


# 在市里的文创展会第二天: theirs, where we were too
_THERE = re.compile(r"在(?P<what>(?:[省市州]里?|全[省市国])的?[^，]{2,16})")
_NTH_DAY = re.compile(
    r"(?P<what>[^，。\d]{2,20}(?:班|培训|研修|课程?|营|会|赛|展))(?:今天)?(?:是|的)?(?P<nth>(?:第[一二三四五六七八九十\d]+|最后一)[天节次])"
)


def _day_of_course(content: list[Utterance], unit: str, now: datetime) -> Lead | None:
    """乡镇文化站长培训班第三天, ahead of what was done on it."""
    first = content[0]
    named = None if first.plan else _NTH_DAY.fullmatch(strip_self(without_time(first).strip("，, "), unit))
    if named is None:
        return None
    when, what = when_of(first, content, now), named["what"]
    if there := _THERE.fullmatch(what):
        return Lead(told_as(when, named["nth"]), unit, "", f"参加{there['what']}", first)
    lead = _completed(Lead(when, unit, "", f"{what}进入{named['nth']}", first), content)
    lead.deed = f"{what}进入{named['nth']}"
    return lead


def _completed(lead: Lead, content: list[Utterance]) -> Lead:
    """The opening with its name, place and count from the utterances beside the one that it was read from."""
    main, used = lead.utterance, lead.used
    named = named_before(main, content)
    if named and _OPENS.fullmatch(lead.deed) and _SEASON.fullmatch(title := formal(without_time(named))):
        used.append(named)
        lead.deed, named = title + lead.deed, None
    if named and (occasion := OCCASION.match(formal(without_time(named)))):
        lead.when = told_as(lead.when, occasion["what"])
        used.append(named)
        if not lead.foreign and lead.deed in ("开始", "进行", "举行", ""):
            lead.deed = f"开展{re.sub('[日节]$', '', occasion['what'])}活动"
    elif named and (verb := with_verb(bare(formal(without_time(named))))):
        name = verb if verb.endswith(("活动", "会", "赛", "展", "班", "仪式", "结束", "幕")) else verb + "活动"
        return Lead(lead.when, lead.actor, lead.place, f"{name}，{lead.deed}", main, [named])
    lead = _in_full(by_what_follows(taken_before(lead, content), content), content)
    if not (
        lead.place or _SETTLED.search(lead.deed) or (_GONE_TO.match(lead.deed) and not _DOWN.search(lead.deed))
    ) and (
        told := told_place(
            main,
            content,
            lead.when,
            lead.actor,
            alone=(not lead.foreign and STARTS_VERB.match(with_verb(lead.deed)) is not None)
            or _DOWN.search(lead.deed) is not None,
        )
    ):
        lead.place, where = told
        used.append(where)
        if lead.deed.startswith(f"到{lead.place}"):
            lead.place = ""
        if _DOWN.search(lead.deed) and re.search("[村镇乡屯寨学校区]$", lead.place):
            lead.deed, lead.place = _DOWN.sub(f"到{lead.place}", lead.deed, count=1), ""
    used += [
        u
        for u in content
        if (
            (u.message == main.message and only_time(u) and not (_to_come(u, main) or reopens(u, content)))
            or dates_all(u, content)
        )
        and not told_besides(u, lead.when)
    ]
    if lead.place and _VAN.fullmatch(lead.deed):
        lead.deed, lead.place = f"{lead.deed}到{lead.place}", ""
    if lead.place and (moved := _MOVED_TO.search(lead.deed)):
        lead.deed, lead.place = f"{lead.deed[: moved.end()]}{lead.place}的{lead.deed[moved.end() :]}", ""
    deed, counted = _counted_by_next(lead.deed, main, content)
    if lead.foreign:
        return Lead(lead.when, lead.actor, lead.place, deed, main, used + counted, True)
    deed = f"参加{deed}" if _HELD_ABOVE.fullmatch(deed) else _BY_A_HOUSE.sub(r"\g<house>\g<verb>", with_verb(deed))
    deed = _CLIPPED.sub(r"\g<what>\g<did>\g<of>", deed)
    return Lead(lead.when, lead.actor, lead.place, deed, main, used + counted)


def _in_full(lead: Lead, content: list[Utterance]) -> Lead:
    """到幸福院看望老人, and 在河东街道幸福院 in a clause of its own: where it was is told once, in full."""
    for u in content:
        where = only_place(fold(u.text))
        ahead = next((n for n in range(1, len(where) - 1) if lead.deed.startswith(f"到{where[n:]}")), 0)
        if ahead:
            lead.deed = f"到{where[:ahead]}{lead.deed[1:]}"
            lead.used = [*lead.used, u]
            break
    return lead


def _to_come(u: Utterance, main: Utterance) -> bool:
    """明天开, 下期读《活着》，11月7号, behind what was done: no time of it."""
    return u.plan and not main.plan and (bool(without_time(u)) or u.start > main.end)


# 文物所下乡巡查，今天看了6处
_BY_A_HOUSE = re.compile(r"^(?P<verb>开展|举办)(?P<house>[一-龥]{1,6}(?:[馆所站队局]|中心))(?=下[乡村]|上门|入户|进村)")
# 非遗年货节，上午在步行街开街: what opened, and no day of the calendar
_OPENS = re.compile("(?:开[街幕市园集馆]|启动|闭幕|结束|收官)")
_SEASON = re.compile("(?!世界|国际|全国|中国)[一-龥]{3,10}[节周月]")
# 托管班开了, 画展撤了
_CLIPPED = re.compile("^(?![把将])(?P<what>.*(?P<of>[班营展]))(?P<did>[开撤])了?$")
# 市里文旅推介会，我们带了5样东西去
_HELD_ABOVE = re.compile(
    r"(?:[省市]里|全[国省市])的?[^，。了]{2,14}[会展赛节]|(?:[省市州]|全[国省市])运会[^，。了\d]{0,10}"
)
# 推介会的方案定了: where it is to be is no place of the deciding.
_SETTLED = re.compile(r"(?:方案|时间|地点|事项?|日程)[^，。]{0,3}(?:确定|敲定|商定|定)了?$")
# 到乡下送书, 下乡教广场舞: a village named beside it is where they went.
_DOWN = re.compile(r"[到去](?:乡下|村里|镇上|乡里|社区|学校)(?=[一-龥]{2})|(?<![戏书影化技医法科])下乡(?=[一-龥]{2})")
# 流动车今天在杏花村
_VAN = re.compile("(?:流动|宣传|体检|采血|献血|服务|大篷)[一-龥]{0,4}车")
# 搬到新大厅，在市民中心一楼
_MOVED_TO = re.compile("[搬迁][到至](?=新?[一-龥]{1,4}$)")
# 到连云港: where it was is told by the deed.
_GONE_TO = re.compile(r"(?:到|赴|前往|抵达)[一-龥]{2,8}$")


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
