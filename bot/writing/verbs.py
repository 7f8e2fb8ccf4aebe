"""One-character verbs of chat and the words a report has for them: 发了 → 发放, 搞了个展览 → 举办展览."""

import re
from functools import partial

from bot.domain.language.word_edges import splits, word_over, words
from bot.writing.rewording.topics import verb_for

# A one-character verb takes its two-character form only before the object it is said of:
# a wrong verb is worse than a plain one.
_SINGLE = [
    ("拍", "拍摄", r"\d+(?:张|段|条|个|部|集|分钟|小时)|视频|短视频|照片|纪录片|电影|专题"),
    (
        "发",
        "发放",
        (
            r"\d+(?:份|本|册|张|套|把|袋|顶|盒|面)[一-龥]|宣传|资料|手册|证书|结业证|奖|单|传单|倡议书"
            r"|补贴|补助|明白纸|(?!短信|微信|信息)[一-龥]{2,8}\d+(?:份|本|册|张|套|条|盒|瓶|袋|箱|件|双|包|支|桶|床|台|斤|公斤|把|顶)"
        ),
    ),
    (
        "查",
        "检查",
        (
            r"\d+(?:家|处|户|个|座|间|所|部)|[一-龥A-Z\d]{0,8}(?:网吧|歌厅|KTV|影院|影城|书店|民宿|景区|场所|单位|企业"
            r"|商户|旅行社|酒店|宾馆|店|文保|[一-龥]{2,6}\d+(?:家|处|户|座|所))"
        ),
    ),
    (
        "换",
        "更换",
        r"(?!\d+(?:束|份|盆|人|名|册|本|个人)$|新|人|一?个地方|[^，。]*(?:主任|老师|专家|医生|[长员师手人])$)[一-龥“《约\d]",
    ),
    (
        "装",
        "安装",
        r"(?![^，]*[钵盆罐坛]$|修|扮|订|好?多|约?\d+[一-龥]{1,2}$|(?:\d+|[一两几半])(?:袋|箱|车|桶|筐|盒|包|瓶|本|册))",
    ),
    ("种", "种植", r"(?!类|树|$)"),
    ("捐", "捐赠", r"(?!血|款)"),
    ("清", "清理", r"(?=[一-龥\d])(?!楚|单|再|才)"),
    ("买", "购买", r""),
    ("贴", "张贴", r"\d+[张份条幅处块]|标|海报|宣传|封条|春联|提示|告示|公告"),
    ("印", "印制", r""),
    ("签", "签订", r"\d*(?:份|个)?[一-龥]{0,6}(?:协议|合同|承诺书|责任书|责任状|意向)"),
    ("请", "邀请", r"(?!假|示|[\d一二两三半]+天|\d+[位名个]$|个)"),
    ("评", "评出", r""),
    ("演", "演出", r"\d|一[场段个]"),
    ("录", "录制", r"\d+(?:段|集|分钟|小时|期|条|个)|视频|音频|节目|片|口述|课"),
    ("挂", "悬挂", r"\d+[面条幅盏块副串]|横幅|标语|灯笼|国旗|条幅|彩旗|展板"),
    ("摆", "摆放", r"(?!\d*个?[一-龥]{0,3}[摊点台]|\d+个?(?:小时|天))"),
    ("捡", "捡拾", r""),
    ("量", "测量", r""),
    ("抽", "抽取", r"\d+批[^，。]*[送检验]"),
    ("抽", "抽查", r"\d+(?:家|户|处|卷|宗|项|批|个单位)|档案|项目"),
    ("改", "整改", r"\d+(?:处|项|个|条)|隐患|问题"),
    ("卖", "售出", r"\d+(?:件|份|个(?!多?小时|月|钟头)|幅|张|套|斤|瓶|盒|本|册|把)"),
    ("卖", "销售", r"\d[\d.]*(?:[万亿元多]|$)"),
    (
        "跑",
        "走访",
        r"[一-龥]{0,8}\d+(?:户|家|个[一-龥]{0,4}(?:村|社区|镇|站|市场|超市|学校|企业|工地))|[一-龥]{2,6}(?:村|镇|社区|户)",
    ),
    ("接", "接待", r"\d+(?:人|批|个团|名|位|万)|(?:一?个)?[一-龥]{0,6}(?:游客|读者|团|考察|来访)"),
    ("接", "接到", r"[一-龥]{0,4}(?:投诉|举报|来电|反映|求助)|[^，\d]{0,8}电话|\d+(?:件|起|个$)"),
    ("退", "退还", r"\d[\d.]*万?元|[一-龥]{0,3}(?:款|费|押金|钱)"),
    ("拆", "拆除", r""),
    ("关", "关闭", r"\d+家"),
    ("罚", "罚款", r"\d"),
    ("铺", "铺设", r""),
    ("定", "确定", r"(?!时|点|级|型|案|\d+(?:度|元|块|桌|间|张|份|盒))"),
    ("选", "选出", r""),
    ("扫", "扫描", r"\d[\d.]*万?多?(?:页|卷|幅|张)|[一-龥]{0,4}(?:档案|古籍|底片|照片|图纸)"),
    ("花", "花费", r""),
    ("放", "放映", r"\d+(?:场|部)(?:[^，。]{0,4}(?:电影|片)|[《\ue000-\uf8ff])|\d+部|电影"),
    ("唱", "演唱", r"《|“|[\ue000-\uf8ff]|\d+首|歌"),
    ("画", "绘制", r"(?!一天|\d+(?:个|多)?(?:天|小时|上午|下午)|一[上下]午)"),
    ("学", "学习", r"(?!校)"),
    ("办", "办理", r"约?\d+多?笔"),
]
_MEASURE = re.compile(r"[个张台条把套只本份箱桶袋块盏辆双副床根](?=[一-龥])")
_SO_LONG = r"约?[一两几半\d]+个?[多半]?个?(?:钟头|小时|分钟|天|[上下]午|晚上|月|星期|礼拜|周|年)"
# 又, 来 and the like stand before any verb.
_FREE = frozenset("又还先再都也已共就来去给将")
# 加装了, 自查了, 代办了: one character before the verb makes another verb of it, be it in no dictionary.
_HALF_VERB = "自互代面"
# A clause that ends in one verb and 了 is broken by dropping 了: 手机都收了 → 手机均已收, 表填了 → 表已填.
# Two characters stand only where they can mean nothing else (改了 may be 整改 or 更改).
_ENDED = {verb: verb for verb in "发收填改修补送盖贴签领锁刷交"} | {
    "看": "查看",
    "换": "更换",
    "拆": "拆除",
    "还": "归还",
    "装": "安装",
    "洗": "清洗",
    "坏": "损坏",
    "丢": "丢失",
}
ENDING = re.compile(rf"(?<=[一-龥])(?P<how>已经|已|都|均|全都|全部|全)?(?P<verb>[{''.join(_ENDED)}])了$")


# 又换了, 加装了, 返修了: a word of its own with what stands before, or no room for 已.
_JOINED = "了去来再又就没不会能可都均全已部替帮加改代自互面续返翻试重新充提转回该要需应得想快待等"


# 当场改了, 第1条马上改了
_AT_ONCE = {"改": "改正", "修": "修复", "补": "补齐"}
_PROMPTLY = re.compile(r"(?:马上|立刻|立即|立马|当场|当天|当即|随即|随后)$")
_WENT = re.compile(r"(?:到|去|赴)[^，。]{1,10}$|来[^，。也]{2,10}$")
# 让兽医看了, 当场改了: what others were made to do, or when it was done, leaves no room for 已.
_NO_ROOM = re.compile(
    r"[让叫请给帮找]|时候$|要求|一起|当场|当时|[马立]上|立[马刻]|随即|(?:开始|接着|继续|开工|动工|动手)$"
)


def ended(m: re.Match[str]) -> str:
    """手机都收了 → 手机均已收, 将漏雨处补了 → 将漏雨处补好."""
    new, before = _ENDED[m["verb"]], m.string[: m.start()]
    if m["verb"] == "看" and _WENT.search(before):
        return "查看"
    if m["verb"] == "改" and before.endswith(("让", "要求")):
        return "改正"
    at = m.start("verb")
    # 补签了, 开工修了: a verb behind another one
    behind_verb = len(new) == 1 and words(before)[-1].kind == "v"
    another = (
        before[-1] in _JOINED
        or behind_verb
        or (_half_verb(m.string, at) if m["verb"] in "坏丢" else word_over(m.string, at))
    )
    if not m["how"] and another:
        return m[0]
    if m["verb"] in _AT_ONCE and not m["how"] and _PROMPTLY.search(before):
        return _AT_ONCE[m["verb"]]
    if _NO_ROOM.search(before):
        return m[0] if len(new) == 1 or m["how"] or "给" in before else new
    how = {"都": "均已", "均": "均已", "全都": "全部", "全部": "全部", "全": "全部"}.get(m["how"] or "", "已")
    if how == "已" and re.search("[将把]", before):
        return new if len(new) > 1 else new + ("了" if m["verb"] in "收发送签领" else "好")
    told = m["verb"] in "丢坏" or before.endswith(("已", "已经"))
    deed = any(word.kind[0] == "v" for word in words(before)) or re.search(r"(..)\1$|[没不无]", before)
    if deed and not told and not m["how"]:
        return m[0]  # 查到有一件回库|修了, 一处一处|看了: behind a deed or how it was done
    return new if told and how == "已" else how + new


INSPECTED = re.compile(
    r"(?P<verb>检查|抽查|巡查|复查|排查|走访|暗访)了?(?P<where>[一-龥]{1,6}(?:上|里|内|周边"
    r"|辖区))?(?P<list>(?:\d+[家处座所间户](?!入户|上门)(?:(?![有没被是的])[一-龥A-Z]){2,7}?[、，和]?)+)$"
)


def inspected(m: re.Match[str]) -> str:
    """检查6家网吧2家歌厅 → 检查网吧6家、歌厅2家: the kind first, as a list of figures is read."""
    pairs = re.findall(r"(\d+[家处座所间户])([一-龥A-Z]{2,7}?)[、，和]?(?=\d|$)", m["list"])
    return m["verb"] + (m["where"] or "") + "、".join(what + count for count, what in pairs)


# 办了新证27张
_PAPERS = re.compile(r"(?:证|卡|手续|业务|贷款|执照|低保|医保|社保|保险|户口|公证|过户)(?:\d+[张件个笔份本])?$")


# 做了宣传 is a deed to carry out; 做了香包 and 做了碗面 are not.
_CARRIED_OUT = re.compile(
    r"(?:活动|演练|检查|抽查|培训|宣传|宣讲|讲解|普查|调查|调研|统计|服务|登记|辅导|整治|整改|体验|测试|评估|实验|研究"
    r"|义诊|体检|监测|维护|保养|清理|消毒|消杀|慰问|采访|直播|座谈|交流|训练|指导|咨询|问卷|工作|对接|回访|排查|检修|维修|除虫|认证|课)$"
)


_OPENED = re.compile("[班课营展赛节]开[班课营展赛幕]$")
# 青年夜校班, 元宵灯谜节: no name that the topics list, and an event by its end.
_SHOWN = re.compile(r"(?:班|展|节|赛|集|仪式)$")


def event(m: re.Match[str]) -> str:
    """搞了个老年书画展 → 举办老年书画展; the verb follows the kind of event. Who wrote 举行了 chose the word."""
    thing, count = m["thing"], m["count"] or ""
    if m[0].startswith(("举办", "举行", "开展", "组织", "进行")):
        return m[0][:2] + count + thing if not count or m[0].startswith("组织") else m[0][:2] + _once(count) + thing
    longer = word_over(m.string, m.start() + 1) if not count else None
    if (
        re.match(r"\d+道|多|得|好|完|成|到|起|出来|[上下]午|整?天$|晚上?$|会儿?$", thing)
        or len(thing) < 2
        or thing == "工作"  # 做了工作，同意了: talked into it
        or (longer and longer.end < m.end())
    ):
        return m[0]  # 办事大厅…, 做饭阿姨参加…: the first character begins a word
    if _OPENED.search(thing):
        return thing  # 办了公益课开班: it opened
    if m[0][0] == "办" and _PAPERS.search(thing):
        return f"办理{count}{thing}"
    held = verb_for(thing) or ("举办" if _SHOWN.search(thing) else "召开" if thing.endswith("会") else "")
    if re.search("(?<!电视)剧$", thing):
        held = "演出"
    if not held and (m[0][0] == "搞" or _CARRIED_OUT.search(thing)):
        held = "开展"
    if not held or ((m[0][0] == "做" or (held == "开展" and m[0][0] == "办")) and not _CARRIED_OUT.search(thing)):
        return m[0] if m[0][0] != "做" or verb_for(thing) != "开展" else "开展" + _once(count) + thing
    return held + _once(count) + ("会议" if thing in ("会", "个会") else thing)


def _once(count: str) -> str:
    return "" if re.fullmatch(r"(?:一|1)?(?:个|场|次|期|届|堂|节|轮|项)?", count) else count


def opened(m: re.Match[str]) -> str:
    """开了座谈会 → 召开座谈会, 开了运动会 → 举办运动会; 去县里开了工作会 took part in it."""
    thing = m["thing"]
    if m["there"]:
        return f"{m['there']}参加{thing}"
    verb = verb_for(thing)
    thing = re.sub("(?<=[一-龥]{2})的会$", "会议", thing)
    return "召开会议" if thing == "会" else (verb if verb in ("举办", "举行") else "召开") + thing


def single(text: str) -> str:
    """拍了视频 → 拍摄视频; 普查了 (a word of two characters) and 抽了会儿 (another object) stay."""
    for verb, new, thing in _SINGLE if "了" in text else ():
        if verb + "了" in text:
            told = (
                rf"(?P<before>[一-龥]?){verb}了(?!{verb}|[没不无]|{_SO_LONG}|[一-龥]$)(?={thing or '[一-龥“《约0-9]'})"
            )
            text = re.sub(told, partial(_in_full, verb, new), text)
    return text


def _half_verb(text: str, at: int) -> bool:
    """Whether the verb at that place ends another one: 整|改了, 加|装了, 拽|坏了."""
    before = words(text[:at])[-1:]
    half = bool(before) and len(before[0].text) == 1 and (before[0].kind[0] in "va" or before[0].text in _HALF_VERB)
    return (half and before[0].text not in _FREE) or word_over(text, at) is not None


# 换了|线还是有, 定了|再签: without 了 nobody sees that one came behind the other
_WHAT_CAME_OF_IT = re.compile(r"[^，]{0,6}(?:还是|仍|才|再|就)|[一大多]半$")


# 换了手机计时, 换了电视接着讲
_INSTEAD = re.compile(r"[^，]*(?:[没不无]|接着|继续|计时|代替|[讲演用放播]$)")


def _in_full(verb: str, new: str, m: re.Match[str]) -> str:
    """`new` for `verb`, unless the character before makes another word of it."""
    at = m.start() + len(m["before"] or "")
    instead = verb == "换" and _INSTEAD.match(m.string, m.end())
    if instead or _half_verb(m.string, at) or _WHAT_CAME_OF_IT.match(m.string, m.end()):
        return m[0]
    # 换了台电脑: one of them
    one = _MEASURE.match(m.string, m.end())
    if one and len(words(m.string[m.end() :])[0].text) > 1:
        return m[0]  # 换了根线: the dictionary takes the measure into another word
    return f"{m['before']}{new}{'一' if one else ''}"


# 看小吃摊 → 查看小吃摊, 年前查秤 stays; persons, films and matches are looked at otherwise.
_WHOLE_VERB = {
    "看": "查看",
    "换": "更换",
    "装": "安装",
    "发": "发放",
    "摆": "摆放",
    "核": "核对",
    "查": "检查",
    "拆": "拆除",
}
_PLAIN_VERB = re.compile(
    r"^(?P<how>联合[^，]{2,10}?|[到给][^，]{2,14}?|(?![到去在对给把将为])[一-龥]{1,4}(?:[前后]|期间)|[一-龥]{0,2}期|)(?<![教理印出分批颁下签转])"
    r"(?P<did>[看换装发摆核拆]|(?<=[前后期间村镇乡街馆校院局厂场店园峡山寺区站])查(?!资料|档案))(?=[一-龥\d]{2})(?!.?[《第]|[一半两][天遍圈趟下]|\d+个?[班趟列])"
    r"(?![看查望到见完病着出上好成起回下给了过在短通文信函预个书戏加除迁封卸]|(?<=看)[^，]*(?:[人师员爷奶儿童生兵友户]|孩子|家属|演出|电影|比赛))"
)


# 调了一起地界的事, 修自动站, 扫老照片: told in full only of such things; a road that is repaired may be built
_OF_THE_THING = (
    ("调", "调解", re.compile(r"调(?:[一两\d]+[起个件桩])?(?=[^，]*(?:纠纷|矛盾|官司|的事)$)")),
    (
        "修",
        "维修",
        re.compile(r"修(?=[^，\d]*(?:[站机器灯管门窗锁车泵柜架电井椅床]|空调|设备|系统|自来水|广播|喇叭|地板|屋顶)$)"),
    ),
    ("扫", "扫描", re.compile(r"扫(?=[^，\d]*(?:档案|照片|底片|图纸|古籍|[^一-龥]志)$)")),
)


def whole_verb(deed: str) -> str:
    """看小吃摊 → 查看小吃摊, 汛期查小水库 → 汛期检查小水库, 修自动站 → 维修自动站."""
    for did, told, thing in _OF_THE_THING:
        if deed.startswith(did) and (found := thing.match(deed)) and not word_over(deed, 1):
            return told + deed[found.end() :]
    plain = _PLAIN_VERB.match(deed)
    if not plain or splits(deed, *plain.span("did")) or plain["how"].endswith("教"):
        return deed
    return plain["how"] + _WHOLE_VERB[plain["did"]] + deed[plain.end("did") :]
