"""From one event's utterances to title and body: lead first, people and results next, plans last.

Sentences keep the order in which they were said within each of these; wording.py gives each clause its words.
"""

import re
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.dates import moments
from bot.domain.events import DEED, doubts
from bot.domain.names import PLACE_END, people, places
from bot.domain.numerals import fold
from bot.domain.utterances import Utterance
from bot.writing.wording import formal, literal

_VERB = (
    "举办|召开|开展|组织|举行|进行|启动|完成|检查|慰问|走访|培训|宣传|演练|接待|普查|植树|清理|整治|调研|排查|巡查|维修|修缮|安装|更换|发放|赠送|送去|送出|捐赠|学习|参观|参加|观看|拍摄|采集|征集|"
    "录制|评审|验收|整改|上线|揭牌|签约|邀请|放映|演出|义诊|讲解|登记|整理|集中|联合|会同|协助|帮助|帮|看望|接访|办理|印发|出台|修订|查处|督查|抽查|暗访|约谈|召集|布置|张贴|悬挂|设置|设立|设(?![计备施想法定点])|继续|复查|复核|研究|审议|商定|书写|"
    "搞|弄|写|送|办|开|做|查|种|讲|教|演|画|唱|练|试|搬|拆|建|修|测|评|选|审|听|看|学|谈|问|收|发|给|为|对|向|与|和|带|带队|利用|通过|围绕|就|结合|现场|免费|集体|全员|分组|分批|重新|首次|正式|如期|再次|公开|统一|专题|逐"
)
_STARTS_VERB = re.compile(rf"^(?:{_VERB})")
_SELF = re.compile(
    r"^(?:(?:我们|咱们|俺们|我|咱|本)(?:这边|这里|这儿)?(?:馆|局|科室|科|站|中心|大队|支队|队|所|室|办|镇|社|单位|部门|院|园|校|处|股)(?:里|内|上)?"
    r"|(?:馆|局|科室|科|站|中心|大队|队|所|单位|院|园|社|股|镇)(?:里|里边|内))(?:面|的)?(?:同志们?|人|大家)?(?:都|也|就|又)?(?=[一-龥])(?!长|员|务|史|藏|领导|面)"
    r"|^(?:(?:我们|咱们|俺们|我|咱)(?![县市区省](?:的|里有|[一-龥]{2}))|大家|大伙儿?|全体(?:同志|人员|职工)?)"
)
_AT = re.compile(rf"^(?P<pre>(?:又|还|也|都|共|先|再|一起|联合|集中|全体|分别|同时|现场|首次|正式|再次|开始|免费)?)在(?P<place>“[^”]{{1,20}}”|[^，。；\d“”]{{1,28}}?)(?P<rest>(?=[^，。；]{{2}})(?:{_VERB})[^，。；]*)$")
_ONLY_PLACE = re.compile(r"^(?:地点|地方|活动地点|位置)?(?:是|：|:|就)?(?:在|设在|安排在)(?P<place>[^，。；\d了各]{2,24}?)(?:举办|举行|召开|开展|进行|办|开|搞|弄|做|上|比|拍|演|讲|(?<![小中大文])学)?(?:的)?(?:课|会)?$|^(?:活动)?(?:地点|地方)(?:是|：|:|为|在)(?P<place2>[^，。；]{2,24})$")
_PEOPLE = re.compile(r"^(?:[共约]|大约)?\d[\d.]*[万]?(?:多|余)?(?:人|名|位)[^，。；\d]{0,10}(?:参加|到场|听讲|参与|参会|参训|参演|参赛|报名|观看|参观)$|^(?:观众|参演|参会|参训|参赛|到场|到会|参加|参与)约?\d[\d.]*万?(?:多|余)?(?:人|名|位)$")
_NO_MARK = re.compile(r"要求(?=.{0,4}\d)|建议|申请|希望|请求|需(?=等|花|占|经|通过|\d|三分|[一-龥]{2}\d)|责令|计划|拟|预计|将|打算|准备|答应|承诺|约定|表示|下周|下一步|下步|目标|限|研究|联系")
_WANT = re.compile(r"^(?P<pre>[^，]{0,8}?)(?:还|也|就|再)?(?:打算|想要|想|要|得|准备|争取|力争)(?=[一-龥])(?!求|点|素)")
_ENDS = re.compile(r"结束|开始|启动|开幕|闭幕|收官|完工|竣工|开工|完成|揭晓|落幕")
MAX_TITLE = 30
_ROOMY = 26
# A figure that says what the event came to may stand in its title.
_TELLING = re.compile(r"\d[\d.]*[万亿]?(?:多|余)?(?:户|家|处|场|册|件|棵|株|人次|万人|项|条|幅|亩|吨|元|个村|座)$")
_OCCASION = re.compile(r"^(?P<what>(?:春节|国庆|中秋|五一|清明|端午|元旦|寒假|暑假)[一-龥]{0,2}(?:假期|黄金周|期间|小长假)|(?:世界|国际|全国|中国|国家)?[一-龥“”]{2,12}(?:(?<!党)日|(?<![乐术化食俗])节|周|第[一二三四五六七八]天)|[一-龥]{2,6}(?=\d+天))(?:\d+天)?(?:[（(][^）)]*[）)])?$")
_TOLD = re.compile(
    r"(?:共|联合|集中|现场|对[^，]{2,16})?(?:举办|召开|开展|组织|检查|慰问|看望|走访|培训|宣传|演练|接待|普查|植树|清理|整治|调研|排查|巡查|抽查|督查|维修|修缮|修复|修|安装|更换|发放|赠送|送|捐赠|学习|参观|拍摄|征集|录制|"
    r"评审|验收|整改|上线|揭牌|签约|放映|演出|义诊|登记|整理|办结|答复|获|列入|入选|印发|出台|修订|通过|统计|公布|接收|接到|会商|座谈|讲(?!台|师|义|稿|解员)|教(?!室|师|育|练|材|学楼)|行动|改为|改成|上线|开课|收队|结束|结业|闭营|开班|开幕|闭幕|启动|播出|布展|查看|完成|剔旧|打扫|疏散|立案|查处)"
)
_TAIL = re.compile(r"(?:结业|结束|开展|开幕|开班|闭幕|闭营|启动|举行|举办|落幕|揭幕|开营|开讲|开赛|收官|首映|播出|试营业|获[^，]{2,24}奖|比赛获[^，]{2,20})$")
_HEADER = re.compile(r"^(?P<topic>(?:(?!了|来|去(?!年))[^，。：:]){0,20}?)(?:的)?(?P<what>数据|(?<![到入记转结])账|数字|(?<=的)数|统计|情况|成绩|结果|名单|(?=[：:][一-龥]{2,}[^，]*\d))(?:都|也)?(?:算|统计|汇总|整理|公布)?(?:出来|完成|完|好)?了?(?:(?:发|报|给)?给?我)?(?:[:：](?P<rest>.+))?$")
_STATISTIC = re.compile(r"^(?:(?:巡察|巡视|审计|督查)反馈|(?:五一|国庆|清明|端午|中秋|春节|元旦|假期|节日)[^，。]{0,4}(?:全|接待|旅游)|全[县市区镇乡省]|接待(?:游客|旅客)|游客|景区|各|旅游(?:综合)?收入|外借|借阅|累计|共接待|借出|核销|发放消费券)(?![^，。]*(?:举办|举行|开幕|召开|开展|闭幕|启动))[^，。]{0,20}\d|^(?!出动|共|组织|发动|派出|安排)[一-龥]{2,8}\d[\d.]*万?(?:多|余)?人(?:次)?$")
_DOER = re.compile(r"^(?P<who>[^，。在]{2,24}?)在(?P<place>[^，。；\d]{2,24}?)(?P<rest>(?:主持召开|主持|出席|参加|开展|召开|举办|讲|作|带队|调研|检查|督导|慰问|走访)[^，。；]*)$")
_NOUNS = [
    ("召开", re.compile(r"(?:座谈会|推进会|动员会|部署会|调度会|协调会|工作会|例会|现场会|培训会|总结会|通报会|警示教育会|专题会|碰头会|研讨会|交流会|党员大会|会议|年审会)$")),
    ("举办", re.compile(r"(?:讲座|比赛|大赛|竞赛|展览|画展|书画展|摄影展|图片展|巡展|漆器展|特展|演出|晚会|沙龙|读书会|分享会|音乐会|故事会|展演|汇演|联欢会|招聘会|仪式|培训班|夏令营|文化节|艺术节|集市|灯会|庙会|运动会|知识竞赛|朗诵会|交流赛|邀请赛|联赛|[一-龥](?<![完开参决初复比])赛|论坛|公益课|音乐节|村晚|市集|大集|马拉松|考级|美食节|[一-龥](?<![社学机开例工协])会)$")),
    ("开展", re.compile(r"(?:活动|演练|检查|义诊|普查|宣传|志愿服务|主题党日|大扫除|调研|整治|行动|培训|非遗进校园|进社区|进校园|进企业|进景区|进农村|进军营|进机关)$")),
]
_NO_VERB = re.compile(r"举办|召开|开展|举行|结束|开幕|开班|启动|闭幕|结业|揭晓|完成|开始|获|拿|到|去|检查|参加|组织|开馆|开放|播|讲|送|接|收|查|看|走|做|联合|上线|签|验收|通过|印发|出台|比完|放完|布展|试|慰问|修|整|清|教|发|办")


@dataclass(slots=True)
class Line:
    """A clause of the report with the utterance it was made from; its words are final."""

    text: str
    utterance: Utterance
    people: bool = False
    plan: bool = False


@dataclass(slots=True)
class Lead:
    """When, who, where, what."""

    when: str
    actor: str
    place: str
    deed: str
    utterance: Utterance
    used: list[Utterance] = field(default_factory=list)
    foreign: bool = False
    headline: str = ""
    reporter: str = ""

    def __post_init__(self) -> None:
        """机关一支部 + 支部21名党员… says 支部 once."""
        if not self.foreign:
            cut = next((k for k in range(min(4, len(self.actor), len(self.deed)), 1, -1) if self.deed.startswith(self.actor[-k:])), 0)
            self.deed = self.deed[cut:]

    def sentence(self) -> str:
        """9月14日，非遗中心到双店镇开展普查"""
        where = f"在{self.place}" if self.place else ""
        who = "" if self.foreign else self.actor
        if not self.when:
            return f"{who}{self.deed}"
        tail = _TAIL.search(self.deed)
        if where and tail and tail.start() >= 3 and not _STARTS_VERB.match(self.deed):
            return f"{self.when}，{who}{self.deed[: tail.start()]}{where}{tail[0]}"
        return f"{self.when}，{who}{where}{self.deed}"

    def title(self) -> str:
        """At most 30 characters: who did what, with the place where it fits."""
        full = self.headline or re.split(r"[，；。]", self.deed)[0]
        full = full.removeprefix("共")
        deed = full if len(full) + len(self.actor) <= _ROOMY and _TELLING.search(full) else _short(full)
        who = "" if self.foreign and not self.headline else self.actor
        where = f"在{self.place}" if self.place and not self.headline and _STARTS_VERB.match(deed) else ""
        title = next((t for t in (f"{who}{where}{deed}", f"{who}{deed}") if len(t) <= _ROOMY or (not where and len(t) <= MAX_TITLE)), "")
        title = title or _cut(who + deed)
        if len(title) < 6 or (self.foreign and not self.headline and len(title) + len(self.actor) <= _ROOMY and self.actor not in title):
            title = f"{self.actor}：{deed}" if self.foreign and self.actor not in deed else f"{who}{deed}情况"
        if self.reporter and self.reporter not in title and len(title) + len(self.reporter) <= _ROOMY:
            title = f"{self.reporter}：{title}"
        return title


def headline_of(lead: Lead, lines: list[Line]) -> str:
    """What to call an event whose opening names no deed: the first clause near it that does."""
    first = re.split(r"[，；。]", lead.deed)[0]
    if lead.foreign and not _REPORTED.match(lead.deed):
        return ""
    if not lead.foreign and (_TOLD.search(first) or (_STARTS_VERB.match(first) and len(first) >= 6)):
        return ""
    near = [line for line in lines[:4] if not line.plan and abs(line.utterance.message - lead.utterance.message) <= 1]
    return next((line.text for line in near if _TOLD.match(line.text) and len(line.text) <= 20), "")


def _cut(title: str) -> str:
    """A title that is too long, cut behind a word that can end one."""
    ends = [m.end() for m in re.finditer(r"活动|演练|检查|培训|讲座|比赛|大赛|展览|会议|会|展|行动|工作|服务|项目|》|”", title) if 8 <= m.end() <= MAX_TITLE]
    if ends:
        return title[: ends[-1]]
    cut = title[:MAX_TITLE]
    return re.sub(r"[\d.]+$", "", cut) if title[MAX_TITLE : MAX_TITLE + 1].isdigit() else cut


def _short(deed: str) -> str:
    """The deed without the figure that it ends with."""
    if listed := re.match(r"(?P<head>[^\d、]{4,}?)(?:共|约)*\d[\d.]*[^、\d]{1,4}、", deed):
        return listed["head"]
    short = re.sub(r"(?:共|约)*\d[\d.]*[万亿%]?(?:多|余)?(?:个小时|分钟|小时|人次|个百分点|万元|平方米|[一-龥])?$", "", deed)
    return short if len(short) >= 4 and not short.endswith("吧") else deed


_HERE = re.compile(r"^(?:我们|咱们?|俺们)?(?:这|这儿|这里|这边|馆|局|站|中心|单位)(?:里|儿|边)?$")


def _tidy_place(place: str) -> str:
    if _HERE.match(place):
        return ""
    place = re.sub(r"(?:隆重|成功|圆满|精心|顺利|如期|热闹)+$", "", place)
    return re.sub(r"^(?:了|我们|咱们|咱|俺们)?(?:(?:馆|局|站|单位|中心)里(?=[一-龥]))?|(?:里边|里面|里|那边|那里|那儿|这边|又|还|都|也|一起|共同|给|就)+$", "", place)


def _strip_self(text: str, unit: str) -> str:
    text = re.sub(r"^(?:咱们?|俺们?|我们)(?=[县市区省](?:的|[一-龥]{2}))", "我", text)
    if text.startswith(unit):
        return text[len(unit) :].lstrip("的")
    m = _SELF.match(text)
    return text[m.end() :] if m and m.end() < len(text) - 1 else text


def _subject_is_other(text: str, unit: str) -> bool:
    """县医院来馆里义诊: the doer is not the unit itself."""
    if re.match(r"^(?:到|去|在|赴|给|为|与|和|跟|同|对(?!口)|向|组织|联合|邀请)", text):
        return False
    for name in [*places(text), *people(text)]:
        before = text[: name.start]
        near = name.start <= 2 and not _STARTS_VERB.match(before or "-")
        own = name.text in unit or (unit in name.text and not text[name.end :].startswith("来"))
        if (near or re.fullmatch(r"[^，。]{2,8}的", before)) and not own:
            rest = text[name.end :]
            return bool(re.match(r"(?:的)?[一-龥]{0,6}?(?:来|到|给|为|对|派|与|和|联合|送|向)", rest))
    return bool(re.match(r"^(?:消防|公安|派出所|交警|城管|供电|医院|银行|物业|厂家|街道|社区)[一-龥]{0,3}?(?:将|把|来|帮|给|派)|^(?:上级|省|市|县)(?:局|厅|里|委|文旅局|文化和旅游局)[一-龥]{0,6}(?:来|到|检查|督查|调研)", text))


def _motion(text: str) -> str:
    """去双店镇普查 → 到双店镇开展普查."""
    m = re.match(r"^(?:去|到|上(?![门山街户线报台网岗课级午传架市])|赴|前往|来到)(?P<rest>[一-龥].+)$", text)
    if not m:
        return text
    rest = m["rest"]
    if m[0][0] in "去上" and re.match(_VERB, rest):
        return rest
    found = next(iter(places(rest)), None)
    if found and found.start == 0 and found.end < len(rest):
        deed = re.sub(r"^(?:去|来|里|搞|做|进行)", "", rest[found.end :])
        if re.fullmatch(r"(?:普查|调研|走访|检查|宣传|义诊|巡查|排查|督查|慰问演出|志愿服务|清理|采风|培训|摸底|核查|回访|暗访|抽查)", deed):
            deed = "开展" + deed
        return f"到{found.text}{deed}"
    return "到" + rest


def _enrich(deed: str) -> str:
    """义诊 alone → 开展义诊; 开会 → 召开会议."""
    deed = re.sub(r"^(?:一起|共同)?(?:去|来)(?=[一-龥]{2})(?!年|信|电|访)", "到" if next((n for n in places(deed[1:]) if n.start == 0), None) else "", deed)
    deed = re.sub(r"^(?:和|跟|与|同)(?P<who>[^，。]{2,14}?)(?:一起|共同|一块儿?)(?:去|来)?", r"联合\g<who>", deed)
    deed = re.sub(r"^(?:和|跟|与|同)(?P<who>(?:[^，。]{1,8}?(?:局|所|队|委|办|站|院|会|消防|公安|卫健|市场监管)、?)+)(?=检查|开展|举办|清理|排查|巡查|慰问|宣传|走访)", r"联合\g<who>", deed)
    deed = re.sub(r"^跑(?=[^，]{2,})", "检查" if re.search(r"安全|隐患|检查", deed) else "走访", deed)
    deed = re.sub(r"^巡(?=\d)", "巡查", deed)
    deed = re.sub(r"^(?:搞|做|弄|办|进行)(?=[一-龥]{2,}(?:活动|检查|演练|培训|宣传|义诊|服务))", "开展", deed)
    deed = re.sub(r"^开(?:了)?(?:个|一个|一次)?(?=[一-龥]{0,14}会(?:议)?$)", "召开", deed)
    plain = re.match(r"^(?:搞|做|弄|办|开(?![展办设放馆班幕营赛始]))(?P<thing>[^，。]{2,24})$", deed)
    if plain and (verb := next((verb for verb, noun in _NOUNS if noun.search(plain["thing"])), "")):
        deed = verb + plain["thing"]
    deed = re.sub(r"^将(?P<what>[^，。]{1,14}?)(?P<did>更换|修复|拆除|清除|清理|维修|安装|整改|整理|修缮|清运|更新|翻新|粉刷)(?:完毕|完成)?$", r"\g<did>\g<what>", deed)
    deed = re.sub(r"^(?P<what>[^，。]{2,14}?)(?P<how>现场|实地)(?:看|已?查看)$", r"\g<how>查看\g<what>", deed)
    deed = "召开会议" if deed in ("召开会", "开会") else deed
    if re.fullmatch(r"(?:义诊|大扫除|志愿服务|消防演练|应急演练|安全检查|普查|植树|培训|宣传|走访|调研|巡查|排查|督查|采风|研学|座谈|文艺演出|演出|讲座|比赛)(?:活动)?", deed) and deed != "植树":
        deed = ("举办" if re.search(r"演出|讲座|比赛", deed) else "开展") + deed
    return deed


# What a meeting above the unit decided is the meeting's deed.
_DECIDED = re.compile(r"^[一-龥]{0,6}(?:局务会|党组会|办公会|常务会|党委会|班子会|行政会|理事会)(?:议)?(?:上)?(?:过了|通过|审议|研究通过|审定)")
_REPORTED = re.compile(
    r"^(?P<who>[^，。]{0,12}?(?:群众|村民|居民|网友|读者|游客|家长|商户|业主|老[一-龥]头?|[一-龥]{1,2}(?:大爷|大妈|大姐|大娘|大叔|先生|女士)))(?P<where>在[^，。]{2,10}?)?(?:反映|投诉|说|表示|提出|举报|求助|来信|来电)"
)


def lead_of(content: list[Utterance], unit: str, now: datetime) -> Lead:
    """The event's opening: the first thing done, with day, place and doer from wherever they were said."""
    main = _main(content)
    raw = _strip_self(_without_time(main).strip("，, "), unit)
    when = _when(main, content, now)
    if main.plan:
        return Lead("", unit, "", _future(_strip_self(literal(main), unit)), main)
    if header := _HEADER.match(raw):
        return _header_lead(header, main, when, unit)
    if (doer := _DOER.match(raw)) and next(iter(people(doer["who"])), None):
        deed = formal(doer["who"] + "在" + _tidy_place(doer["place"]) + doer["rest"])
        return Lead(when, unit, "", deed, main, [], foreign=True)
    used: list[Utterance] = []
    if named_doer := _named_doer(raw, unit):
        unit, raw = named_doer, raw[len(named_doer) :]
    place, raw = _placed(raw)
    foreign = _subject_is_other(raw, unit) or _REPORTED.match(raw) is not None or raw.startswith(("我县", "我市", "我区", "我省")) or _DECIDED.match(raw) is not None
    deed = formal(_strip_self(raw, unit))
    if foreign and not _REPORTED.match(raw):
        deed = _visited(deed, unit)
    elif foreign:
        pass
    elif _STATISTIC.match(deed):
        named = _named_before(main, content)
        occasion = _OCCASION.match(_without_time(named)) if named else None
        if named and occasion:
            when, used = _told_as(when, occasion["what"]), [named]
        return Lead(_as_of(main, when), unit, "", f"{unit}统计{deed}", main, used, foreign=True)
    else:
        deed = _enrich(_motion(deed))
    if festival := _FESTIVAL.match(deed):
        deed = deed[festival.end() :]
        when = _told_as(when, festival[0])
        if not place:
            place, deed = _placed(deed)
            deed = _enrich(_motion(deed))
    named = _named_before(main, content)
    if named and not foreign:
        occasion = _OCCASION.match(_without_time(named))
        if occasion:
            when = _told_as(when, occasion["what"])
            used.append(named)
            if deed in ("开始", "进行", "举行"):
                deed = f"开展{re.sub('[日节]$', '', occasion['what'])}活动"
        elif verb := _with_verb(formal(_without_time(named))):
            name = verb if verb.endswith(("活动", "会", "赛", "展", "班", "仪式")) else verb + "活动"
            return Lead(when, unit, place, f"{name}，{deed}", main, [named])
    if not place:
        for u in content:
            if u is not main and (m := _ONLY_PLACE.match(_strip_self(_without_time(u), unit))):
                place = _tidy_place(m["place"] or m["place2"])
                used.append(u)
                break
    used += [u for u in content if u.message == main.message and _only_time(u)]
    deed, counted = _counted_by_next(deed, main, content)
    deed = re.sub(r"(?<=[员师手者生长家])(?=(?:结束|开始|启动|开班)$)", "活动", deed) if not _STARTS_VERB.match(deed) else deed
    return Lead(when, unit, place, deed if foreign else _with_verb(deed), main, used + counted, foreign)


_FESTIVAL = re.compile(r"(?:腊八|小年|除夕|元宵节?|清明节?|端午节?|七夕|中秋节?|重阳节?|冬至|元旦|三八节?|五四|六一|七一|八一)(?=[在到去给为]|联合|组织)")


def _told_as(when: str, occasion: str) -> str:
    """1月26日上午 → 1月26日（腊八）上午."""
    return re.sub(r"^((?:\d{4}年)?\d{1,2}月\d{1,2}日(?:至(?:\d{1,2}月)?\d{1,2}日)?)", rf"\1（{occasion}）", when)


_SEVERAL = re.compile(r"(?:\d|[两几])(?:场|个|项|件)(?:活动|事情?)$")


def _named_before(main: Utterance, content: list[Utterance]) -> Utterance | None:
    """七一主题党日，上午支部党员去了陵园: the noun in front of the deed names the event or its day."""
    for u in content:
        text = _without_time(u)
        if _SEVERAL.search(text):
            continue
        before = u.message == main.message and u.end <= main.start
        noun = not re.search(r"[了的在]", text) and (_OCCASION.match(text) or (_with_verb(text) != text and len(text) <= 14))
        if before and noun:
            return u
    return None


def _only_time(u: Utterance) -> bool:
    return bool(u.moments()) and not re.sub(r"[从到至，。\s]|(?:转来|接到|收到|报来|送来)的?", "", _without_time(u))


def _counted_by_next(deed: str, main: Utterance, content: list[Utterance]) -> tuple[str, list[Utterance]]:
    """慰问困难职工跑完了，4户 → 慰问困难职工4户."""
    after = next((u for u in content if u.message == main.message and u.start >= main.end), None)
    stem = re.sub(r"(?:完成|结束|完毕)$", "", deed)
    if after and stem != deed and re.fullmatch(r"(?:一共|总共|共)?[\d一二两三四五六七八九十百]+(?:户|家|处|所|人|名|位)", after.text):
        return stem + formal(literal(after)).removeprefix("共"), [after]
    return deed, []


def _as_of(main: Utterance, when: str) -> str:
    """A figure without a day of its own stands as of the day of the message."""
    return when if "至" in when or any(k in ("day", "month") for k, _ in _patched_moments(main)) else f"截至{when}"


_BODY = re.compile(r"(?:馆|站|中心|科|局|院|队|社|支部|党委|镇|街道|协会|剧团|办公室|大队)$")


def _named_doer(raw: str, unit: str) -> str:
    """县图书馆在广场办了…: who the note itself names as the doer, where that is not the unit that reports."""
    bare = re.match(r"(?:图书馆|文化馆|博物馆|美术馆|体育馆|档案馆|纪念馆|文化站|执法大队|文旅局)", raw)
    if bare and bare[0] not in unit and re.match(rf"(?:在|组织|联合|给|{_VERB})", raw[bare.end() :]):
        return bare[0]
    name = next(iter(places(raw)), None)
    if name is None or name.start or not _BODY.search(name.text) or name.text in unit or unit in name.text:
        return ""
    rest = raw[name.end :]
    return name.text if re.match(rf"(?:今天|上午|下午|晚上)?(?:在|组织|联合|{_VERB})", rest) and not re.match(r"来|到[^，]{0,6}(?:我|咱|馆|局|科)|给", rest) else ""


def _header_lead(header: re.Match[str], main: Utterance, when: str, unit: str) -> Lead:
    """上半年数据出来了：接待游客… → 产业科统计上半年数据，接待游客…"""
    period = "".join(m.written for m in main.moments() if m.kind in ("month", "year"))
    topic = header["topic"] if period in header["topic"] else period + header["topic"]
    what = {"账": "情况", "数字": "数据", "数": "数据", "统计": "数据"}.get(header["what"], header["what"] or "数据")
    said = main.said
    when = when if not period else f"{said.month}月{said.day}日"
    deed = f"统计{topic}{what}" if what in ("情况", "数据") else f"公布{topic}{what}"
    return Lead(when, unit, "", deed + (f"，{formal(header['rest'])}" if header["rest"] else ""), main)


def _placed(raw: str) -> tuple[str, str]:
    """(place, the rest) of 在文化广场办了书画展 and 书画展在文化广场开幕了."""
    if raw.startswith("在") and (name := next(iter(places(raw[1:])), None)) and name.start == 0:
        rest = re.match(rf"(?P<more>(?:[一二三四五六七八九十\d]+楼|门口|门前|院内|里|内)?)(?P<rest>(?:{_VERB})[^，。；]+)$", raw[1 + name.end :])
        if rest:
            return _tidy_place(name.text + rest["more"]), rest["rest"]
    if m := _AT.match(raw):
        return _tidy_place(m["place"]), (m["pre"] or "") + m["rest"]
    if m := re.match(r"^在(?P<place>[^，。；\d]{2,20}?)(?P<rest>(?:搞|弄|设|巡|抽|暗|摆|举行|开|碰|剪|剔|布)[^，。；]+)$", raw):
        return _tidy_place(m["place"]), m["rest"]
    m = re.match(r"^(?P<rest>.{2,24}?)[，]?在(?P<place>[^，。；\d]{1,24}?)(?P<tail>举行了?|举办了?|进行了?|开展了?|办[了的]?|搞[了的]?|开[了的]?|比完了|开幕了?|开班了?|结业了?|闭幕了?|启动了?|结束了?)?$", raw)
    if m and (m["tail"] or PLACE_END.search(m["place"]) or _HERE.match(m["place"])) and not m["rest"].endswith(("都", "也", "还", "是")):
        tail = m["tail"] or ""
        return _tidy_place(m["place"]), m["rest"] + ("" if re.match(r"举行|举办|进行|开展|办|搞|开[的了]|开$", tail) else tail)
    return "", raw


def _visited(deed: str, unit: str) -> str:
    """市局调研组来馆里 → 市局调研组到县博物馆调研."""
    deed = re.sub(r"[来到](?:我们|咱们?|俺们)?(?:馆|局|科|站|中心|队|单位|镇|社)(?:里|内)?|来(?:我们|咱们?|俺们)?(?:这边|这里|这儿)?(?=[一-龥])", f"到{unit}", deed, count=1)
    purpose = re.search(r"(调研|检查|督查|考察|巡查|采风|指导)(?:组|团)", deed)
    return deed + purpose[1] if purpose and deed.endswith(unit) else deed


def _with_verb(deed: str) -> str:
    """元宵节灯会 → 举办元宵节灯会; what has a verb stays."""
    if _NO_VERB.search(deed) or re.search(r"[，。；]", deed):
        return deed
    verb = next((verb for verb, noun in _NOUNS if noun.search(deed)), "")
    return verb + deed


_ANNOUNCED = re.compile(r"^(?:国家|部|省|市|县|上级|局)(?:里|厅|局|上)?(?:正式)?(?:公布|公示|通报|发布|下文|通知|发文)了?的?$")
_HANDLED = re.compile(r"(?:把|将)[^，。]{1,14}?(?:[一-龥])了|^[^，。]{0,10}来(?:我们?|咱们?|馆|局|县)?(?:里)?(?:评|查|看|验收|学习|调研|考察|指导|交流|采风|拍摄|慰问|检查|督查)")


def _bare_place(u: Utterance) -> bool:
    """今早在白马小学: where and when, and nothing of what."""
    where = _without_time(u).removeprefix("在")
    return any(n.start == 0 and n.end == len(where) for n in places(where))


def _main(content: list[Utterance]) -> Utterance:
    """The utterance that names the event: the first that says its day or hour, else the first deed."""
    able = [u for u in content if not u.plan and not _ANNOUNCED.match(_without_time(u)) and not _ONLY_PLACE.match(fold(u.text)) and not _bare_place(u) and (len(_without_time(u)) >= 3 or DEED.search(u.text)) and not _SEVERAL.search(_without_time(u))
            and not doubts(u.text) and not _OCCASION.match(_without_time(u))]
    first = able[0] if able else content[0]
    for u in able[:3]:
        if u is not first and u.message == first.message and DEED.search(first.text) and not first.quantities() and _STARTS_VERB.match(re.sub(r"^[^，。]{1,4}前", "", _without_time(first))):
            return first
        dated = any(m.kind in ("day", "clock", "part") and not re.search(r"(?:[到至]|截至|的)$", u.text[: m.start]) for m in u.moments())
        if dated and (DEED.search(fold(u.text)) or _HANDLED.search(u.text) or _ENDS.search(u.text) or "了" in u.text or u is able[0]):
            return u
    if able and _HEADER.match(_without_time(able[0])):
        return able[0]
    if able and (able[0].quantities() or DEED.search(fold(able[0].text)) or _HANDLED.search(able[0].text) or _TOLD.search(able[0].text)):
        return able[0]
    return next((u for u in able if DEED.search(fold(u.text))), able[0] if able else content[0])


def _without_time(u: Utterance) -> str:
    """The utterance in report figures without its (past) time words."""
    return re.sub(r"^[，,、的\s]+", "", literal(u, keep_time=False))


def _when(main: Utterance, content: list[Utterance], now: datetime) -> str:
    """Day and hour of the event; the message's own day where no past day is named."""
    day = clock = ""
    for u in [main, *(c for c in content if c is not main)]:
        if u.plan and u is not main:
            continue
        near = u is main or (u.message == main.message and (u.start < main.start or _only_time(u))) or re.match(r"时间|开始", u.text)
        for kind, written in _patched_moments(u):
            if not day and (near or len(_without_time(u)) <= 4) and (kind == "day" or (kind == "month" and u is main)):
                day = written
            elif kind in ("clock", "part") and not clock and near:
                clock = written
    if not day:
        said = main.said or now
        day = f"{said.month}月{said.day}日"
    if clock and day.endswith(("晚", "早上")):
        clock = re.sub(r"^(?:晚|早上)", "", clock)
        clock = "" if clock in ("晚", "早上") else clock
    return day + clock


def _patched_moments(u: Utterance) -> list[tuple[str, str]]:
    found = []
    for m in u.moments():
        if m.due or m.kind in ("vague", "year") or (m.kind == "month" and (u.plan or "起" in m.written or "周" in m.written)):
            continue
        if re.search(r"(?:[到至]|截至)$", u.text[: m.start]) or (m.start > 1 and re.match(r"的(?!时候)", u.text[m.end :])) or (m.kind == "month" and re.match(r"查出|转来", u.text[m.end :])):
            continue
        patch = next((p for p in u.patches if p.start < m.end and m.start < p.end), None)
        if patch:
            again = moments(u.text[m.start : patch.start] + patch.text, u.said, past=True)
            found += [(a.kind, a.written) for a in again]
        elif not (m.day and m.day > u.said.date()):
            found.append((m.kind, m.written))
    return found


def line_of(u: Utterance, lead: Lead, unit: str) -> Line:
    """One clause in report wording. Time words that only repeat the lead's are left out."""
    said = _patched_moments(u)
    opening = bool(u.moments()) and u.moments()[0].start <= 1
    same = opening and bool(said) and all(w in lead.when for _, w in said)
    text = literal(u, keep_time=not (same and not u.plan))
    text = _strip_self(text.strip("，, "), unit) if not u.plan else re.sub(r"^(?:我们|咱们|咱|我)(?!馆|局|科|站)", "", text)
    text = _future(text, lead) if u.plan else formal(text)
    return Line(text, u, people=bool(_PEOPLE.match(text)) and not u.plan, plan=u.plan)


_DUE = r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|[底初中]|[上中下]旬)?"
_OTHERS_DUE = re.compile(rf"^(?P<due>{_DUE}之?前)(?P<who>各[一-龥]{{1,5}}?(?:[家科室站馆队点户县乡镇村]|单位|企业|商户|部门|支部))(?:要|得|须|需|必须|都|均)?(?P<what>[一-龥].*)$")


def _marked(text: str) -> str:
    """A plan without a word that says so gets one; what others must do by a day is 限 for them."""
    if others := _OTHERS_DUE.match(text):
        return f"限{others['who']}{others['due']}{others['what']}"
    m = re.search(rf"{_DUE}|年底|明年|下(?:周|月)", text)
    return text[: m.start()] + "计划" + text[m.start() :] if m and m.start() <= 8 else "计划" + text


def _future(text: str, lead: Lead | None = None) -> str:
    """Plans say that they are plans: 还要跑完剩下的5个镇 → 计划完成剩余5个镇."""
    head = re.search(r"普查|检查|走访|调研|排查|巡查|培训|征集|宣传|整改|清理|登记", lead.deed) if lead else None
    text = re.sub(r"跑完|搞完|弄完|走完", f"{head[0]}完" if head else "完成", text)
    text = re.sub(r"想报(?=[一-龥])", "拟申报", text)
    text = re.sub(r"^(?:会上)?定了?[：:]", "会议确定，", text)
    text = re.sub(r"^(?:定|约|商量)(?:了|好了|好|的)(?=.{2,})", "约定", text)
    text = re.sub(r"(?<=[一-龥])约(?:了|好)?(?=\d{1,2}月\d)", "约定", text)
    text = re.sub(r"^定(?:在|于)?(?=\d{1,2}月|明年|下|年底)", "计划", text)
    text = re.sub(r"估计(?:得|要)?", "预计", text)
    text = re.sub(r"^(?P<who>.{0,8})让(?:我们|他们|我|他|其)?(?=\d|把)", r"\g<who>要求", text)
    text = re.sub(r"把(?P<what>[^，。]{1,12}?)(?:报过去|报上去|报上来|交过来|交上来|送过去|报来)", r"上报\g<what>", text)
    text = re.sub(r"(?<=前)交$|(?<=日)交$", "提交", text)
    marked = _NO_MARK.search(text)
    text = _WANT.sub(lambda m: m["pre"] + ("" if marked else "计划"), text, count=1)
    text = re.sub(r"(?<=[前日月内底])(?:还)?(?:要|得|争取|力争)(?=[一-龥])", "", text)
    text = formal(text)
    if not _NO_MARK.search(text):
        text = _marked(text)
    text = re.sub(r"计划(?:计划)+", "计划", text)
    # 9月底前计划完成 is how people talk; a report says 计划9月底前完成.
    return re.sub(r"^(?P<due>(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|[底初中]|[上中下]旬)?(?:之?前|起|开始)?)计划", r"计划\g<due>", text)
