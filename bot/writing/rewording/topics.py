"""The topic first and then what was done with it: 设施检查搞了 → 开展设施检查, 资产盘点弄完了 → 完成资产盘点.

Also told from here: which verb an event's name calls for, and which names are of work that is completed.
"""

import re

from bot.domain.language.needed import Rule
from bot.domain.language.word_edges import words

# Work has a result: whoever ends it completes it.
_WORK = (
    "盘点|清点|普查|[三四五]普|初评|审看|清查|核查|统计|汇总|编目|整理|登记|录入|采集|录制|拍摄|维修|检修|修复|修缮|改造|保养|更换|安装"
    "|搬迁|勘探|发掘|勘察|监测|检测|清理|清淤|清运|整治|征集|招募|评选|评审|验收|体检|摸底|摸排|采购|审核|申报|换届"
    "|检查|抽查|抽检|复查|巡查|巡检|抢修|排查|督查|夜查|调查|测绘|压测|调试|除尘|除草|清洗|检定|校准|年检|走访|慰问|回访|消杀|考核|测评|升级|扫描|归档|装修|粉刷|绿化|布置|疏浚|加固"
)
_HELD = (
    "仪式|典礼|宣誓|汇报|测试|考试|笔试|面试|测验|升旗|公祭|祭扫|首演|首映|决赛|初赛|复赛|半决赛|比武|拔河|考级"
    "|选举|彩排|答辩|开班式|结业式|合练|路演|听证"
)
_MET = (
    r"(?:座谈|推进|动员|部署|调度|协调|工作|例|现场|培训|总结|通报|教育|专题|碰头|研讨|交流|听证|恳谈|大|支委|生活|党组"
    r"|党委|表彰|视频|见面|对接|发布|联席|会商|分析|评审|论证|局务|党务|班子|行政|办公|常务|理事|早|周|述职|汇报|反馈"
    r"|观摩|点评|议事|家长|村民|业主|职工|启动|务虚|研判|审议|说明|通气|宣讲|年审|安委)会(?:议)?"
)
_STAGED = (
    "讲座|比赛|大赛|竞赛|展览|画展|影展|巡展|特展|展(?<![开撤布]展)|晚会|音乐会|运动会|联欢会|展销会|招聘会|推介会|庙会|灯会"
    "|读书会|故事会|笔会|茶话会|诗会|歌会|博览会|演出|展演|汇演|巡演|专场|沙龙|论坛|集市|市集|大集|夜市|培训班|夏令营"
    "|冬令营|训练营|相亲会|分享会|听书会|诵读会|朗诵会|票友会|演唱会|交易会|课堂|公开课|公益课|[一-龥](?:节|(?<![完开参])赛)|马拉松|音乐节|村晚|游园|招商|首发|跳蚤市场|(?:开放|体验|活动|接待|参观|服务)日"
)
_CARRIED_OUT = (
    "咨询|评级|演练|演习|培训|轮训|宣传|宣讲|接访|下访|大扫除|展播|义诊|义卖|义剪|采风|研学|体验|献血|植树|调研|督导|座谈"
    "|志愿服务|送戏下乡|送书下乡|直播|推介|巡游|健步走|团建|拉练|值守|执法|扫雪|除雪|换绿植|活动|行动|主题党日"
    "|辅导|巡诊|回头看|宣教|普法|结对|帮扶|救援|搜救|灭蚊|投放|增殖放流|排练"
)
_EVENT = f"{_WORK}|{_HELD}|{_STAGED}|{_CARRIED_OUT}|{_MET}"
# A topic holds none of these: a clause with them tells of somebody doing something.
_NO_PARTICLE = (
    r"(?:(?!举办|举行|开展|召开|组织|进行|参加|完(?!成)"
    r"|[了着过的去来到给向为把将被让由请跟对和与都也还就又再未没不是有在，。；：、])[一-龥A-Z“”（）\d])"
)
_TOPIC = rf"(?P<topic>{_NO_PARTICLE}{{0,22}}?(?:{_EVENT}))"
_SURELY = r"(?:今天|昨天|也|都|已经|已|全|刚|终于|总算)*"
_VERBS = (
    ("完成", re.compile(r"(?:修复|更换|搬迁|采购)$")),
    ("举行", re.compile(rf"(?:{_HELD})$")),
    ("举办", re.compile(rf"(?:{_STAGED})$")),
    ("召开", re.compile(rf"{_MET}$")),
    ("开展", re.compile(rf"(?:{_CARRIED_OUT}|{_WORK})$")),
)
_IS_WORK = re.compile(rf"(?:{_WORK}|复核)$")
_NAME = re.compile(rf"(?!已|查|上路|[^，]*开始|设点|摆摊|上门|上街|下乡|入户|现场|集中|联合|筹备|配合){_TOPIC}")
_OVER = re.compile(
    rf"(?P<topic>(?:{_NO_PARTICLE}|的(?!就?是)){{0,22}}?(?:{_EVENT}|复核))(?P<over>结束|收摊|收工|收官|落幕|闭幕|考?完|完成|结业|结营|闭营|散场|刚?散|告一段落|办妥|[办搞弄打比演干跑做忙]完|下来)$"
)
# 学生测试, 群众宣传: who stands before these may be the doer; 学员培训 cannot be done by the 学员.
_DOER = re.compile(
    r"(?:[者员生家人民师手兵]|群众|领导|记者|干部|职工|班子|[局馆站科办所队委]|老人|孩子|村民|居民)"
    rf"(?:{_CARRIED_OUT}|{_WORK})$"
)
_DONE_TO = re.compile(r"(?:培训|轮训|考核|体检|招募|测评|评选|登记|慰问|走访|回访|大会|班|赛|评审|评定|评级)$")


# 省锦标赛结束: who reports it took part at most, so nothing says that they held it.
_HELD_ABOVE = re.compile(r"(?:全[国省市]|国家|国际|中国|世界|亚洲|省|市(?![民场区政直])|县里)")


def verb_for(name: str) -> str:
    """举行 for a ceremony, 召开 for a meeting, 举办 for a show, 开展 for other deeds; empty for no event."""
    return next((verb for verb, kind in _VERBS if kind.search(name)), "")


def named_event(text: str) -> bool:
    """Whether the text is an event's name and nothing else: 冬季文化站设施抽查."""
    return (
        _NAME.fullmatch(text) is not None
        and not _HELD_ABOVE.match(text)
        and (_DOER.search(text) is None or _DONE_TO.search(text) is not None)
    )


def over(deed: str) -> str:
    """资产盘点结束 → 完成资产盘点, 文创市集收摊 → 举办的文创市集结束; empty where the deed tells no such thing."""
    told = _OVER.fullmatch(deed)
    if not told or _HELD_ABOVE.match(deed) or (_DOER.search(told["topic"]) and not _DONE_TO.search(told["topic"])):
        return ""
    topic, verb = told["topic"], verb_for(told["topic"])
    if _IS_WORK.search(topic):
        return f"完成{topic}"
    if "的" in topic:
        return ""
    ends = told["over"] if told["over"] in ("落幕", "闭幕", "结业", "结营", "闭营") else "结束"
    return f"{verb}的{topic}{ends}"


def _did(m: re.Match[str]) -> str:
    topic, verb = m["topic"], verb_for(m["topic"])
    if topic[1:2] == "里" and _HELD_ABOVE.match(topic):  # 省里非遗展开展
        return m[0]
    if m["how"] and _IS_WORK.search(topic):
        verb = "完成"
    return f"{m['when'] or ''}{verb}{topic}"


_WHEN = r"(?P<when>(?:\d{1,2}月\d{1,2}日)?(?:上午|下午|中午|晚上?|早上)?(?:\d{1,2}时(?:\d{1,2}分)?)?)"


_EVENT_BEFORE = re.compile(rf"(?P<event>{_EVENT}|[赛展课班])(?:在[^，。]{{2,12}}|全部?|都|也|已经?|终于|\d天)*$")


def ended_event(m: re.Match[str]) -> str:
    """小组赛全部|打完 → 结束, 登记|弄完了 → 完成; what is no event stays as it was said."""
    before = m.string[: m.start()]
    if m[0] == "完了":  # 高考首日完了
        return "结束"
    found = _EVENT_BEFORE.search(before)
    if m[0][0] == "跑" and not found and re.search(_WORK, before):
        return "完成"
    if not found or re.search("[将把]", before):
        return "完成" if m[0][0] in "搞弄" else m[0]
    return "完成" if _IS_WORK.search(found["event"]) else "结束"


# 集中学习谁记了, 除雪的事我说下: that somebody is asked about it or told of it is no part of it.
_ASKED = re.compile(r"(?<=[一-龥]{3})(?:是)?谁(?:记|写|统计|拍|知道|有)(?:的|了|过|记录|照片)?$")
_TELLING = re.compile(r"(?:的事儿?|(?<=情况))(?:我|我们)?(?:说|汇报|报告|通报|讲)(?:一)?下(?:吧|哈|啊)?$")
# 编织班的事: a clause that only names the matter
_MATTER = re.compile(r"^(?P<x>[一-龥]{3,10})(?:的|这个|这件)事儿?[啊哈]?$")


def _named(m: re.Match[str]) -> str:
    return m["x"] if all(word.kind[0] not in "vprcd" for word in words(m["x"])) else m[0]


RULES: list[Rule] = [
    (_ASKED, ""),
    (_TELLING, ""),
    (_MATTER, _named),
    (
        re.compile(
            rf"^{_TOPIC}{_SURELY}{_WHEN}{_SURELY}(?:搞|弄|办|做|开(?=[了的完过]|$)|举行|举办|进行|开展|组织)"
            r"(?P<how>完|好|妥|成|结束|完成)?(?:了|啦|的|咯|过了)?$"
        ),
        _did,
    ),
]
