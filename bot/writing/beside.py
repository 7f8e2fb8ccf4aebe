"""What the clauses beside the opening add to it: its matter, its cause, what was shown, what was done to a thing."""

import re

from bot.domain.notes.utterances import Utterance
from bot.writing.deeds import without_time
from bot.writing.literal import literal
from bot.writing.places import tidy_place
from bot.writing.titles import Lead
from bot.writing.wording import formal

_DONE_TO = re.compile(
    r"(?:开展)?(?P<did>验收|检修|维修|清理|清点|盘点|整理|评审|拆除|更换|安装|检查|巡查|排查|核对|测|巡|查)了?(?:[一1]?[遍次下])?"
)
# 村晚选节目，今天看了第一轮
_NTH = re.compile(r"(?P<did>看|查看|评审?|审|选|比|排)了?(?P<nth>第[一二三四五六七八九\d]+[轮批场次])")
_THING = re.compile(r"(?!.*[了着过在去到给把被将说])[一-龥A-Za-z“”《》\d]{3,20}")
# 三合村的百亩方，今天测产
_SAMPLED = re.compile("(?:开展)?(?:测产|抽样|采样|测绘|定损)")
# 文昌阁修缮方案，今天开的评审会
_MET = re.compile("(?P<held>召开|举[行办])(?P<what>(?:评审|论证|听证|征求意见|座谈|协调|推进)会)")
_PAPER = re.compile("[一-龥“”]{2,14}(?:方案|规划|工程|项目|办法|设计|预案|改造|修缮)")
# 在城北工地放的，《志愿军》
_SHOWN = re.compile(r"(?:在(?P<place>[^，。]{2,16}))?(?P<did>[放演唱讲])的?")
_TITLE = re.compile(r"《[^》]+》[一-龥]{0,6}")
# 下乡义诊，去了柳树镇: what was done, and where they went for it
_WORK = re.compile(
    r"(?:开展)?(?P<what>[一-龥]{2,12}(?:[普抽检巡排夜督核调][查访研]|采风|野外|义诊|宣讲|采集|监测|慰问|走访|培训|宣传|执法|服务))"
)
_GONE_TO = re.compile(r"[到去](?P<where>[一-龥]{2,8}(?:[村镇乡]|社区|街道|[小中]学))")
# 接到电话，光明小区5号楼暖气不热: what the call was about
_CALL = re.compile(r"(?:接到)?(?P<what>(?:电话|来电|举报|投诉|求助|报警|反映)|接警)")
_MATTER = re.compile(
    r"(?![让要到去赶马立就我他对派和请]|当场|现场|经|共|有\d|\d)(?!.*(?:[说称问]|反映|表示))[^，。了]{5,18}(?<![的件个起次])"
)


# 轮椅26辆，拐杖33副，都发完了 / 是在长岭乡发的，上午
_COUNTED = re.compile(r"[一-龥]{2,8}\d[\d.]*[一-龥]{1,2}")
_ALL_DONE = re.compile("(?:都|全部?|均)(?P<did>[发送装换修种栽拆收运贴])(?:完|好|出去|下去)了?")


def _done_with_all(lead: Lead, content: list[Utterance]) -> Lead:
    """The verb of a list that is told behind it, and where and when that was."""
    behind = content[content.index(lead.utterance) + 1 :]
    same = [u for u in behind if u.message == lead.utterance.message]
    done = next(((u, m) for u in same if (m := _ALL_DONE.fullmatch(u.text))), None)
    if done is None or not _COUNTED.fullmatch(lead.deed):
        return lead
    did = done[1]["did"]
    lead.deed = formal({"发": "发放", "装": "安装", "换": "更换"}.get(did, f"{did}了") + lead.deed)
    lead.used.append(done[0])
    for at, u in enumerate(behind):
        if not lead.place and (there := re.fullmatch(f"是?在(?P<place>[^，。]{{2,10}}?){did}的", u.text)):
            lead.place = tidy_place(there["place"])
            lead.used.append(u)
            if behind[at + 1 : at + 2] and not without_time(behind[at + 1]) and lead.when.endswith("日"):
                lead.when += "".join(m.written for m in behind[at + 1].moments() if m.kind == "part")
                lead.used.append(behind[at + 1])
    return lead


def by_what_follows(lead: Lead, content: list[Utterance]) -> Lead:
    """在城关卫生院做的，筛查听力93人: a bare verb is told by what was done with it."""
    lead = _done_with_all(lead, content)
    at = content.index(lead.utterance) + 1
    after = content[at] if at < len(content) else None
    shown = _SHOWN.fullmatch(lead.deed)
    if shown and after and after.message == lead.utterance.message and _TITLE.fullmatch(after.text):
        lead.place = lead.place or tidy_place(shown["place"] or "")
        lead.deed = formal(f"{shown['did']}了{literal(after)}")
        lead.used.append(after)
    elif (
        lead.deed.removesuffix("的") in ("做", "办", "搞", "弄")
        and after
        and after.message == lead.utterance.message
        and not after.plan
    ):
        lead.deed = formal(without_time(after))
        lead.used.append(after)
    elif after and (work := _WORK.fullmatch(lead.deed)) and (to := _GONE_TO.fullmatch(formal(without_time(after)))):
        if after.message == lead.utterance.message and not after.plan:
            lead.deed = f"到{to['where']}开展{work['what']}"
            lead.used.append(after)
    elif (call := _CALL.fullmatch(lead.deed)) and after and after.message == lead.utterance.message:
        said = formal(without_time(after))
        if not (after.plan or after.moments()) and _MATTER.fullmatch(said):
            lead.deed = f"接到{said}的{call['what'].replace('接警', '报警')}"
            lead.used.append(after)
    return lead


_SKY = r"(?:雨夹雪|冰雹|冻雨|洪水|沙尘暴?|霜冻|寒潮|台风|雷[雨电暴击]?|[雨雪风霜雾雹])"
_WEATHER = (
    rf"(?:[这那]?一?[场阵次])?(?:连着|一连|[又一直都接续])*[下降刮起打遇有来]?[了的着]?(?:[\d一两三几]+[天夜个]|好几天)?[的个]?"
    rf"(?:特大|很大|大到暴|[暴大小中阵雷强狂浓]){{0,2}}{_SKY}(?:[挺很特太]?[大急猛]|不[小停]|没停|停|来|化|过境|登陆|散|[刮下]?[完过])?"
    rf"|[天气]+[很太挺特别有点还又]*[冷热凉阴晴好差干旱]|[高低降升]温|(?:气温|最[低高]|只有|降到)*(?:零下|零上)\d+多?度|[天上边]*有(?:[大小乌厚]?[云雾]|冷空气)[过要来]*|干旱|看不[清见][^，]{{0,4}}|(?:[路桥水]面|路上)(?:都|又|也)?(?:结了?薄?冰|有薄?[冰霜雪]|积雪|湿滑)|{_SKY}(?:灾|后)|[下刮][大暴]?[雨雪风](?!衣|伞)[^，]{{1,5}}"
)
_FEAST = (
    r"(?:春节|过?年|元宵|清明|五一|端午|[六七八]一|中秋|国庆|元旦|重阳|冬至|腊八|小年|除夕|[寒暑]?假|放假|开学|[高中]考|期末|汛期"
    r"|入[冬夏]|[秋麦夏]收|[春三][夏秋耕种]|双抢|年[底关]|周末|[停供]暖|换届)"
)
_NEAR_FEAST = re.compile(
    rf"(?:(?:快|临近|马上|眼看|就|要|到){{1,3}}(?P<feast>{_FEAST})到?|(?P<first>{_FEAST})(?:快|马上|就|要|临)+[到近来])了?"
)
_CIRCUMSTANCE = re.compile(
    rf"(?:{_WEATHER}|{_FEAST}(?:前夕?|期间|到|来|防[火汛台]|抗旱)|[节假]后(?:头|第)一天(?:上班|上课)?"
    r"|(?![查找接送给])(?:[一-龥]{1,10}?[人车客童子]|来[一-龥]{2,4}的)(?:[很特别挺比较又也太越来真]*多(?:起来)?|不少)|[一-龥]{2,10}[最正][紧忙旺])了?"
)


def circumstance(u: Utterance) -> bool:
    """昨晚下大雨, 快过年了, 清明上坟的人多: how things stood, which nobody did."""
    said = without_time(u)
    return _CIRCUMSTANCE.fullmatch(said) is not None or _NEAR_FEAST.fullmatch(said) is not None


_FELL = re.compile(rf"(?:[这那]?一?[场阵次])?(?P<what>(?:[大暴]?[雨雪风])|{_SKY}|[高低降]温|干旱)")


def stood_so(u: Utterance, *, then: bool) -> str:
    """临近春节 of 快过年了, 受降雨影响 of 那场雨 where the opening is of that time; empty of any other clause."""
    said = without_time(u)
    if found := _NEAR_FEAST.fullmatch(said):
        near = found["feast"] or found["first"]
        return "临近" + ("春节" if near in ("年", "过年") else near)
    fell = _FELL.fullmatch(said) if then else None
    return f"受{({'雨': '降雨', '雪': '降雪', '风': '大风'}).get(fell['what'], fell['what'])}影响" if fell else ""


def lacks_thing(before: Utterance, u: Utterance) -> bool:
    """县城8个电子阅报屏，今天巡了一遍: what was done is told behind what it was done to."""
    thing = _THING.fullmatch(before.text) and not before.moments()
    return bool(thing) and _DONE_TO.fullmatch(formal(without_time(u))) is not None


def taken_before(lead: Lead, content: list[Utterance]) -> Lead:
    """县城改造的文化墙，今天验收: what was done is told behind what it was done to."""
    at = content.index(lead.utterance)
    before = content[at - 1] if at else None
    did = _DONE_TO.fullmatch(lead.deed)
    if before and did and not lead.foreign and not before.moments() and _THING.fullmatch(before.text):
        lead.deed = {"巡": "巡查", "查": "检查"}.get(did["did"], did["did"]) + formal(without_time(before))
        lead.used.append(before)
    met = _MET.fullmatch(lead.deed)
    if before and met and before.message == lead.utterance.message and _PAPER.fullmatch(before.text):
        lead.deed = f"{met['held']}{formal(before.text)}{met['what']}"
        lead.used.append(before)
    if before and before.message == lead.utterance.message and _SAMPLED.fullmatch(lead.deed):
        found = _THING.fullmatch(before.text) if not before.moments() else None
        lead.deed = f"对{formal(before.text)}{lead.deed}" if found else lead.deed
        lead.used += [before] if found else []
    nth = _NTH.fullmatch(lead.deed)
    if before and nth and not lead.foreign and before.message == lead.utterance.message and not before.moments():
        judged = {"审": "评审", "评": "评审"}.get(nth["did"], "进行")
        lead.deed = f"{judged}{formal(before.text)}{nth['nth']}"
        lead.used.append(before)
    return lead
