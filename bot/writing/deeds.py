"""What was done, in report words: 去双店镇普查 → 到双店镇开展普查; the verb that an event calls for."""

import re
from functools import lru_cache

from bot.domain.language.names import places
from bot.domain.language.word_edges import splits, word_over, words
from bot.domain.notes.utterances import Utterance
from bot.writing.literal import literal
from bot.writing.rewording.topics import named_event, over, verb_for

VERB = (
    "上(?=[一-龥]{1,6}课)|举办|召开|开展|组织|举行|进行|启动|完成|检查|核查|入户|摸排|调解|慰问|走访|培训|宣传|演练|接待|普查|植树|清理|整治|调研|排查|巡查"
    "|维修|检修|抢修|巡检|抽检|修缮|安装|更换|发放|赠送|送去|送出|捐赠|学习|参观|参加|观看|拍摄|采集|征集|"
    "录制|评审|验收|整改|上线|揭牌|签约|邀请|放映|演出|义诊|讲解|登记|整理|集中|联合|会同|协助|帮助|帮|看望|接访|办理"
    "|印发|出台|修订|查处|督查|抽查|暗访|约谈|召集|布置|张贴|悬挂|设置|设立|设点|设(?![计备施想法定点])|继续|彩排|排练"
    "|放(?=[一-龥]{0,6}(?:电影|影片|片子))|复查|复核|研究|审议|商定|书写|"
    "搞|弄|写|送|办|开|做|查|种|讲|教|演|画|唱|练|试|搬|拆|建|修|测|评|选|审|听|看|学|谈|问|收|发|给|为|对|向|与|和"
    "|带|带队|利用|通过|围绕|就|结合|现场|免费|集体|全员|分组|分批|重新|首次|正式|如期|再次|公开|统一|专题|逐"
)
STARTS_VERB = re.compile(rf"^(?:{VERB})")


def verb_first(text: str) -> bool:
    """Whether the text begins with a deed: 开会 does, 开发区 and 办公楼 do not."""
    found = STARTS_VERB.match(text)
    word = word_over(text, found.end()) if found else None
    return found is not None and not (word and word.start == 0 and word.kind[0] == "n")


def by_hand(text: str) -> bool:
    """理农家书屋, 抄水表: a verb of one character that the dictionary takes for a noun, and what it was done to."""
    said = words(text)
    return len(said) > 1 and said[0].text in _HANDWORK and said[-1].kind[:1] in "nl"


_HANDWORK = frozenset("理清量盘抄巡腾扎糊喷刷粘缝磨锯填铲扫拖抹晒晾捆卸抬搭挂贴剪裁编染钉焊割栽浇摘捡喂补拍修查")
# What the lists of topics do not name: an event by its last character.
_SOME_EVENT = re.compile(r"(?:快闪|雅集|展示|考级|美食节|[一-龥](?<![社学机开例工协])会|[一-龥](?<![完开参])赛)$")
_SOME_DEED = re.compile(
    r"(?:中心组学习|集中学习|[一-龥](?<![上讲授开停下补备听评送节门堂])课|非遗进校园|进(?:社区|校园|企业|景区|农村|军营|机关))$"
)


def _event_verb(name: str) -> str:
    """The verb of an event's name; a clause that tells what was done with whom has its own."""
    if re.search("[在给到来请找与和把将为：]|对(?!象)|^(?:设|举办)|[一-龥](?<![公展召])开[一-龥]{1,8}会$", name):
        return ""
    known = verb_for(name).replace("完成", "开展")
    return known or ("举办" if _SOME_EVENT.search(name) else "开展" if _SOME_DEED.search(name) else "")


_NO_VERB = re.compile(
    r"上(?=[一-龥]{1,6}课)|入选|入围|亮相|搞|举办|召开|开展|举行|结束|开幕|开班|开了|启动|闭幕|结业|揭晓|完成|开始|获|拿|到|去|检查|参加"
    r"|组织|研究|开馆|开放|播|讲|送|接|收|查|看|走|做|联合|上线|签|验收|通过|印发|出台|[一-龥]完(?!成)|布展|试|慰问|修|整|清|教|发|办"
)


_MOTION = re.compile(
    r"^(?:去(?![找给帮为替年世掉除向留岁冬秋春夏])|到|上(?!一个?[周月]|[一-龥]{1,6}课|[百千万门山街户线报台网岗路堤坝课级午传架市])|赴|前往|来到)(?P<rest>(?:[一-龥]|\d+[家个所处])[^，。]+)$"
)


def motion(text: str) -> str:
    """去双店镇普查 → 到双店镇开展普查."""
    m = _MOTION.match(text)
    if not m or splits(text, 0, m.start("rest")):
        return text
    rest = m["rest"]
    if m[0][0] in "去上" and (verb_first(rest) or rest[1:2] == "了"):
        return rest
    found = next(iter(places(rest)), None)
    if found and found.start == 0 and found.end < len(rest):
        deed = rest[found.end :]
        if re.fullmatch(
            (
                r"(?:普查|调研|走访|检查|宣传|义诊|巡查|排查|督查|慰问演出|志愿服务|清理|采风|培训|摸底|核查|回访|暗访|抽查)"
            ),
            deed,
        ):
            deed = "开展" + deed
        return f"到{found.text}{deed}"
    return "到" + rest


# 办借书证, 办手续, 办结: no event. 办猜灯谜: what people do there.
_SETTLED = re.compile(r"^(?:理|结|成|完|妥|好|公|案|报|事)|(?:证|卡|手续|业务|事|件|户|费|会|展|赛|节|班)$")
_DONE_THERE = re.compile(r"猜|打|包|写|剪|拔|踢|唱|跳|读|诵|听|品|赏|放")


# 开局务会: the dictionary's 开局 is two words here.
_COUNCIL = re.compile(r"开[馆局院所队]务会")


def _is_cut(deed: str) -> bool:
    """Whether the first character begins a longer word: 办公室整理…, 开发区分馆…, 做饭阿姨…."""
    return word_over(deed, 1) is not None and not _COUNCIL.match(deed)


def _short_verb_lengthened(deed: str) -> str:
    """办讲座 → 举办讲座, 开例会 → 召开例会, 查网吧 → 检查网吧."""
    deed = re.sub(r"^查(?:的)?(?=[一-龥]{2})(?![看阅询出处找明清])", "检查", deed)
    deed = re.sub(r"^开(?:了)?(?:个|一个|一次)?(?=[一-龥]{0,14}会(?:议)?$)", "召开", deed)
    plain = re.match(r"^(?:搞|做|弄|办|开(?![展办设放馆班幕营赛始]))(?P<thing>[^，。]{2,24})$", deed)
    if plain and (verb := _event_verb(plain["thing"])):
        deed = verb + plain["thing"]
    return re.sub(
        r"^办(?P<thing>[一-龥“”]{3,10})$",
        lambda m: (
            m[0]
            if _SETTLED.search(m["thing"])
            else f"举办{m['thing']}{'活动' if _DONE_THERE.match(m['thing']) else ''}"
        ),
        deed,
    )


# “春蕾”助学金今天发的
_HANDED_OUT = re.compile(
    r"^(?P<what>[^，。\d给]{2,16}(?:[金款券票粮]|补贴|补助|物资|证书|奖品|奖状|礼包|种子|化肥|教材|课本|书包))(?:都|全部|均已|已)?发"
    r"(?:的|了|完|完了|下去了?|放完?了?|到位)?$"
)


# 乡镇道路项目审计进点会上午开的; 物业那个事儿开了居民议事会; 把跳蚤市场办了
_MEETING_HELD = re.compile(r"^(?P<meeting>(?![到去在给为向和与])[一-龥]{1,18}会)(?:议)?开(?:的)?$")
_OVER_A_MATTER = re.compile(
    r"^(?!就|为|因|把|将|开|召)(?P<matter>[一-龥]{2,10}?(?:事宜|事项|问题|事(?!处|业)))儿?(?:专门)?(?P<met>召开[一-龥]{0,12}会)"
)
# 对2025年的贷款台账, with no verb behind: 对 is what was done
_CHECKED_OVER = re.compile(
    r"(?:^|(?<=^[与和跟同][一-龥]{3})|(?<=^[与和跟同][一-龥]{2}))对(?=[^，]{2,}(?:账目?|资产|[资经]费|资金|名册|名单|底册|图斑|档案|日志|凭证|库存|清单)$)"
)
_FOR_WHOM = re.compile(
    r"(?!.*(?:开展|组织|进行|举[行办]))(?P<whom>[给为对向][^，]+?[^，办做搞的])(?P<what>(?<![一-龥](?:安全|手语|技能|业务))培训|宣传|宣讲|普法|义诊|辅导)$"
)
_MADE = re.compile(r"(?P<what>[一-龥]{2,10})(?:做|搞|进行)(?P<did>年检|检修|检测|保养|体检|演练|培训|检查|测试)$")
# 今天是公众考古体验日
_DAY_HELD = re.compile(r"^(?:[是搞办]|举办|开展)?(?P<day>[一-龥]{0,10}?(?:开放|体验|活动|接待|参观|服务)日)$")


# 到刘家大院征的老契约
_WENT_AND = re.compile("^(?P<at>(?:到|与)[^，。的]{2,10})(?P<did>[征谈收拉买取])的(?=[^，。]{2,})")
# 塌的方, 开的庭
_ONE_WORD = re.compile("^(?P<did>[塌抽采开剪测验搬放收停复])的(?P<what>[方样庭彩产收家水网业课])$")


def enrich(deed: str) -> str:
    """义诊 alone → 开展义诊; 开会 → 召开会议."""
    deed = re.sub(
        r"^(?P<where>(?![到在去])[一-龥]{2,10}[院村场校园区馆厅地站])放映(?=[一-龥]{0,3}《)", r"在\g<where>放映", deed
    )
    deed = re.sub("^[搞做]疏散$", "开展疏散演练", _CHECKED_OVER.sub("核对", deed))
    deed = _DAY_HELD.sub(r"举办\g<day>", deed)
    deed = _HANDED_OUT.sub(r"发放\g<what>", deed)
    deed = re.sub(
        r"^(?P<who>(?![给为对])[一-龥]{2,12}(?:负责人|代表|人员|干部|[长员]))开了?会$", r"召开\g<who>会议", deed
    )
    deed = re.sub(
        r"^(?:一起|共同)?(?:去|来)(?=[一-龥]{2})(?!年|信|电|访|自|源|宾|函|[一-龥]{1,6}的(?!\d))",
        "到" if next((n for n in places(deed[1:]) if n.start == 0), None) else "",
        deed,
    )
    deed = re.sub(
        r"^(?:和|跟|与|同)(?P<who>[^，。]{2,14}?)的?(?:一起|共同|一块儿?)(?P<go>[去来])?",
        lambda m: f"联合{m['who']}{'到' if m['go'] and not verb_first(m.string[m.end() :]) else ''}",
        deed,
    )
    deed = re.sub(
        (
            r"^(?:和|跟|与|同)(?P<who>(?:[^，。]{1,8}?(?:局|所|队|委|办|站|院|会|消防|公安|卫健|应急|住建|城管|教体|环保|网安|市监"
            r"|市场监管)、?)+)(?=检查|开展|举办|清理|排查|巡查|慰问|宣传|走访|查看|前往)"
        ),
        r"联合\g<who>",
        deed,
    )
    deed = re.sub(r"^和(?=[^，。]{2,12}(?:到|对|共同|联合|检查|测量|查看))", "与", deed)
    deed = re.sub(r"^(?:开始)?(?P<did>[查看讲演放修测拍])的(?P<what>[一-龥]{2,8})$", r"\g<did>\g<what>", deed)
    deed = _ONE_WORD.sub(r"\g<did>\g<what>", deed)
    deed = _WENT_AND.sub(r"\g<at>\g<did>了", deed)
    deed = re.sub(
        r"^(?P<to>(?:[一-龥]{2,6}[科股室])?到(?:[一-龥]{2,8}[村镇乡街区站馆校院局厂场店]|\d+[个家处所][一-龥]{2,10}(?=看$)))(?P<did>[看查])(?![看询出处找明清望戏病]|资料|档案|史料|文献|手续|电影|演出|比赛)(?=$|[一-龥]{2,})"
        r"(?!.*(?:老人|孩子|儿童|学生|党员|职工|家属|战士|匠人?|传承人|艺人|[爷奶爹娘妈])[一-龥]{0,3}$)",
        lambda m: m["to"] + ("查看" if m["did"] == "看" else "检查"),
        deed,
    )
    deed = re.sub(
        r"^跑(?![步道腿车题操酷旱])(?=[^，]{2,})", "检查" if re.search(r"安全|隐患|检查", deed) else "走访", deed
    )
    deed = re.sub(r"^巡(?=\d)", "巡查", deed)
    deed = re.sub(r"^(?P<who>[一-龥]{0,6}(?:支部|工会|协会|商会))开(?=[^，。]{1,10}会$)", r"\g<who>召开", deed)
    deed = _MEETING_HELD.sub(r"召开\g<meeting>", deed)
    deed = _OVER_A_MATTER.sub(r"就\g<matter>\g<met>", deed)
    if not _is_cut(deed):
        deed = _short_verb_lengthened(deed)
    deed = re.sub(
        r"^搞(?=[一-龥“《][^，。\d]+$)(?!好|定|活|清|笑)",
        lambda m: "举办" if re.search(r"专场|[会展赛节]$|演出$", deed) else "开展",
        deed,
    )
    deed = re.sub(
        (
            r"^将(?P<what>[^，。]{1,14}?)(?P<all>均已|全部|均|已)?(?P<how>统一|重新|集中|逐一|彻底)?(?P<did>更换|修复|拆除|清除|清理|维修|安装|整改|整理|修缮|清运|更新|翻新"
            r"|粉刷|统计|清点|核对|登记|[备修装补拆运搬洗][好足齐])(?:完毕|完成)?$"
        ),
        lambda m: ("全部" if m["all"] in ("均已", "全部", "均") else "") + (m["how"] or "") + m["did"] + m["what"],
        deed,
    )
    deed = re.sub(r"^(?P<what>[^，。]{2,14}?)(?P<how>现场|实地)(?:看|已?查看)$", r"\g<how>查看\g<what>", deed)
    deed = "召开会议" if deed in ("召开会", "开会") else deed
    return deed


# 夜查 and the like end in a verb and are events for all that.
_EVENT_WORDS = re.compile(
    r"(?:夜查|巡查|抽查|督查|(?<=前)检查|大检查|专项检查|审计整改|问题整改|作风整改)$|(?<=赛)决赛$"
)
# 清明诗会: the name of a feast holds no verb.
_FEASTS = re.compile(r"讲解员|社会组织|麦收|秋收|夏收|丰收节|清明|元旦|端午|重阳|中秋|收官|开学|讲台|送教|看点")


# 健康宣传进工地, 非遗进集市
_GOES_INTO = re.compile(
    r"(?!.*[去来到对给向为把将在被了，。；])[一-龥“”]{2,8}进(?:校园|社区|企业|农村|乡村|军营|机关|景区|工地|集市|大集|万家|课堂|广场|小区|商圈|车间|楼宇|宿舍)"
)


# 拔河赛12个队
_TEAMS = re.compile(r"(?P<what>[^，。\d]{2,14})(?P<n>\d+[个支](?:代表)?队伍?)")


def with_verb(deed: str) -> str:
    """元宵节灯会 → 举办元宵节灯会; what has a verb stays."""
    ended, comma, behind = deed.partition("，历时")
    if told := over(ended):
        return told + comma + behind
    if (teams := _TEAMS.fullmatch(deed)) and named_event(teams["what"]):
        return f"{verb_for(teams['what'])}{teams['what']}，{teams['n']}参加"
    if whom := _FOR_WHOM.fullmatch(deed):
        return f"{whom['whom']}开展{whom['what']}"
    if (made := _MADE.fullmatch(deed)) and not verb_first(deed):
        return f"开展{made['what']}{made['did']}"
    if re.match(r"彩排|排练|筹备|布置|录制|直播|统计|清点|盘点|核对|汇总", deed):
        return deed
    named = re.sub(r"第[\d一二三四五六七八九十]+[场期届次站轮季]$", "", deed)
    if not verb_first(deed):
        if _GOES_INTO.fullmatch(deed):
            return f"开展{deed}活动"
        if named_event(deed):
            return verb_for(deed) + deed
    if _NO_VERB.search(_FEASTS.sub("", _EVENT_WORDS.sub("", named))) or re.search(r"[，。；]", deed):
        return deed
    return _event_verb(named) + deed


# Lead, doer and line ask for it one after the other.
@lru_cache(maxsize=1024)
def without_time(u: Utterance) -> str:
    """The utterance in report figures without its (past) time words."""
    timeless = not u.moments() and not u.patches
    return _EMPTY_BRACKET.sub("", _BEFORE_IT.sub("", literal(u, keep_time=timeless)).replace("（，", "（"))


_EMPTY_BRACKET = re.compile(r"（\s*）")
_BEFORE_IT = re.compile(
    r"^[，,、的\s]+(?:起(?=全|所有|各|景区|停|关))?|^起(?=[一-龥]{2})(?![草火诉动床步居重运吊降飞伏源名获垄苗])|^到(?=全[县市区镇乡])"
)
