"""Chat wording to report wording, clause by clause: 搞了 → 举办, 来了40个孩子 → 40名儿童参加.

Every rule only rewords what stands there; no rule adds a fact. How clauses become a report is compose.py's business.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from bot.domain.dates import Moment, moments
from bot.domain.numerals import figure, fold
from bot.domain.privacy import private_spans
from bot.domain.quantities import Quantity, quantities
from bot.domain.utterances import Patch, Utterance

PEOPLE = (
    "孩子|小朋友|儿童|学生|同学|中学生|小学生|大学生|幼儿|老人|老年人|家长|志愿者|党员|老党员|干部|同志|队员|村民|群众|市民|居民|游客|观众|读者|选手|老师|教师|学员|讲解员|演员|"
    "手艺人|传承人|导游|工人|环卫工人|职工|员工|工作人员|干事|代表|负责人|经营者|业主|店主|医生|护士|专家|民警|消防员|执法人员|讲师|辅导员|裁判|评委|爱好者|作者|艺人|青年|妇女|残疾人|退役军人|"
    "困难群众|困难党员|馆员|文化干部|文化专干|网格员|骨干|农民|考生|获奖者|参赛者|参训人员|司机|乘客|商户|摊主|新党员|入党积极分子|积极分子|委员|班子成员"
)
_COUNT = r"(?:约|近|超|超过|至少|不到)?\d[\d.,]*[万亿]?(?:多|余|来)?"
_HEADS = [
    ("举办", r"(?:讲座|比赛|大赛|竞赛|展览|展|画展|书画展|摄影展|图片展|巡展|演出|晚会|沙龙|读书会|分享会|音乐会|故事会|展演|汇演|联欢|联欢会|读书会|展销会|运动会|灯会|庙会|游园会|演唱会|票友会|茶话会|故事会|音乐会|朗诵会|招聘会|交易会|推介会|招聘会|仪式|文艺演出|广场舞大赛|培训班|训练营|夏令营|节|集市|市集|大集|灯会|庙会|运动会|知识竞赛|演讲比赛|朗诵会|诵读会|赛|班|论坛|首发式|启动仪式|开幕式|颁奖|赶集|村晚|专场|公益课|公开课|课堂|大讲堂)$"),
    ("召开", r"(?:座谈会|推进会|动员会|部署会|调度会|协调会|工作会|工作会议|例会|现场会|培训会|总结会|通报会|警示教育会|专题会|碰头会|研讨会|交流会|听证会|恳谈会|党员大会|大会|会议|支委会|组织生活会|民主生活会|党组会|党课会|表彰会|视频会|见面会|对接会|发布会|联席会|会商会|分析会|评审会|论证会|会)$"),
    ("开展", r""),
]
# A one-character verb takes its two-character form only before the object it is said of: a wrong verb is worse than a plain one.
_SINGLE = [
    ("拍", "拍摄", r"\d+(?:张|段|条|个|部|集|分钟|小时)|视频|短视频|照片|纪录片|片|电影|专题"),
    ("发", "发放", r"\d+(?:份|本|册|张|个|套|把|袋|顶|块|件|条|盒|只|面|万)|宣传|资料|手册|证书|结业证|奖|单|传单|倡议书|补贴|补助|全民|明白纸|[一-龥]{2,8}\d+(?:份|本|册|张|个|套|条)"),
    ("查", "检查", r"\d+(?:家|处|户|个|座|间|所|部)|[一-龥]{0,8}(?:网吧|歌厅|KTV|影院|影城|书店|民宿|景区|场所|单位|企业|商户|旅行社|酒店|宾馆|店|文保|[一-龥]{2,6}\d+(?:家|处|户|座|所))"),
    ("换", "更换", r""), ("装", "安装", r"(?!修|扮|订)"), ("种", "种植", r"(?!类)"), ("捐", "捐赠", r"(?!血|款)"), ("清", "清理", r"(?!楚|单)"),
    ("买", "购买", r""), ("贴", "张贴", r"\d|标|海报|宣传|封条|春联|提示|告示|公告"), ("写", "书写", r"\d*(?:幅|副|张|个)?(?:春联|福字|对联|书法)"), ("印", "印制", r""),
    ("签", "签订", r"\d*(?:份|个)?[一-龥]{0,6}(?:协议|合同|承诺书|责任书|责任状|意向)"), ("请", "邀请", r"(?!假|示)"), ("评", "评出", r""), ("演", "演出", r"\d|一[场段个]"),
    ("录", "录制", r"\d+(?:段|集|分钟|小时|期|条|个)|视频|音频|节目|片|口述|课"), ("搬", "搬运", r"\d"), ("挂", "悬挂", r"\d|横幅|标语|灯笼|国旗|条幅|彩旗|展板"), ("摆", "摆放", r""),
    ("捡", "捡拾", r""), ("铲", "铲除", r""), ("测", "检测", r""), ("量", "测量", r""), ("抽", "抽查", r"\d+(?:家|户|处|卷|宗|项|批|个单位)|档案|项目"), ("抽", "抽出", r"\d+(?:份|个|名|位)?[一-龥]{0,3}奖"),
    ("改", "整改", r"\d+(?:处|项|个|条)|隐患|问题"), ("收", "收集", r"[一-龥]{0,8}(?:意见|建议|线索|问题|诉求)|\d+(?:条|件|份|个)[一-龥]{0,4}(?:意见|建议|线索|作品|稿|老物件)|意见|作品|稿件|老物件"),
    ("卖", "售出", r"\d+(?:件|份|个|幅|张|套|斤|瓶|盒|本|册|把)"), ("卖", "销售", r"\d"), ("筹", "筹得", r""), ("募", "募集", r""), ("跑", "走访", r"[一-龥]{0,8}\d+(?:户|家|个村|个点|个社区|个镇|个站)|[一-龥]{2,6}(?:村|镇|社区|户)"),
    ("接", "接待", r"\d+(?:人|批|个团|名|位|万)|[一-龥]{0,4}(?:游客|读者|团|考察|来访)"), ("接", "接到", r"[一-龥]{0,4}(?:投诉|举报|来电|反映|求助)|\d+(?:件|起)"), ("退", "退还", r"\d|[一-龥]{0,3}(?:款|费|押金|钱)"),
    ("拆", "拆除", r""), ("关", "关闭", r"\d+家"), ("罚", "罚款", r"\d"), ("铺", "铺设", r""), ("搭", "搭建", r""), ("定", "确定", r"(?!时|点)"), ("选", "选出", r""), ("扫", "清扫", r""),
    ("花", "花费", r""), ("放", "放映", r"\d+(?:场|部)|电影"), ("编", "编印", r"\d+(?:本|册|期)"), ("唱", "演唱", r""), ("画", "绘制", r""), ("做", "制作", r"\d+(?:个|件|幅|块|面|期|条|本)"), ("交", "提交", r"材料|报告|清单|方案"),
    ("帮", "帮助", r""), ("讲", "讲授", r"\d+(?:个)?(?:课时|节)"), ("学", "学习", r"(?!校)"), ("补", "补种", r"\d+(?:棵|株)"), ("建", "建成", r"\d"), ("压", "压减", r"\d|到"), ("报", "上报", r"\d+(?:条|篇|份)"),
]
_COMPOUND = re.compile(
    r"(?:加|重|开|颁|印|转|分|配|下|签|研|引|激|派|散|批|核|抽|巡|排|普|调|检|审|复|清|自|倒|督|暗|走|装|抢|整|置|替|兑|轮|安|组|征|回|吸|验|接|招|没|培|栽|补|耕|宣|演|主|自|参|观|浏|查|采|购|租|粘|编|书|撰|打|影|"
    r"新|组|搭|修|创|询|访|慰|会|邀|申|评|表|出|召|打|敞|公|搬|整|录|修|制|约|座|商|帮|补|登|领|使|悬|摆|摆|解|汇|通|预|提|移|测|处|办|管|代|受|指|请|教|学|播|开|投|设|绘|训|操|刻|拼|张|改|完|更|合|减|撤|取|销|运|护|赠|输|寄|报|遣|配|呈|转|移|上|呈|成|推|聘|竞|遴|挑|精|设|确|议|商|裁|鉴|约)$"
)
# A clause that ends in one verb and 了 is broken by dropping 了: 手机都收了 → 手机均已收取.
_ENDED = {
    # the verb alone: (what it becomes, characters before it that make another verb of it)
    "看": ("查看", "查观参试收"), "收": ("收取", "接回征没招验吸签查丰"), "换": ("更换", "更兑轮替调交"), "修": ("修复", "维检翻装整编"),
    "填": ("填埋", "回"), "交": ("提交", "提移上递转成"), "发": ("发放", "下印分派颁散开配转出触"), "改": ("整改", "整修更批"),
    "装": ("安装", "安组加包改重试"), "拆": ("拆除", ""), "清": ("清理", "澄结还"), "补": ("修补", "修增填弥递"), "还": ("归还", "归退送偿"),
    "送": ("送达", "赠递运发护转输报"), "赔": ("赔付", "理"), "退": ("退还", "清辞撤倒腾"), "洗": ("清洗", "清冲"), "盖": ("加盖", "覆遮加"),
    "关": ("关闭", "相"), "堵": ("封堵", "封"), "贴": ("张贴", "张粘补"), "刷": ("粉刷", "粉冲"), "扫": ("清扫", "清打"), "锁": ("上锁", "封"),
    "领": ("领取", "申认招"), "签": ("签订", "续会面"), "丢": ("丢失", "走"), "坏": ("损坏", "损破毁"),
}
_ENDING = re.compile(rf"(?<=[一-龥])(?P<how>已经|已|都|均|全都|全部|全)?(?P<verb>[{''.join(_ENDED)}])了$")


def _ended(m: re.Match[str]) -> str:
    new, others = _ENDED[m["verb"]]
    before = m.string[: m.start()]
    if not m["how"] and (before[-1] in others or before[-1] in "了去来再又就没不会能可都均全已部"):
        return m[0]
    how = {"都": "均已", "均": "均已", "全都": "全部", "全部": "全部", "全": "全部"}.get(m["how"] or "", "已")
    if how == "已" and (m["verb"] in "丢坏" or re.search("[将把]", before)):
        how = ""
    return how + new


def _nominal(m: re.Match[str]) -> str:
    """考官是外县抽的 keeps its 的, 9月23日开班的 drops it."""
    return m[0] if re.search(r"(?<![还但只于总不])是[^，。]{1,}", m["said"]) else m["said"]


_INSPECTED = re.compile(r"(?P<verb>检查|抽查|巡查|复查|排查|走访|暗访)(?P<where>[一-龥]{2,6}(?:上|里|内|周边|辖区))?(?P<list>(?:\d+[家处座所间户][一-龥A-Z]{2,7}?[、，和]?)+)$")


def _inspected(m: re.Match[str]) -> str:
    """检查6家网吧2家歌厅 → 检查网吧6家、歌厅2家: the kind first, as a list of figures is read."""
    pairs = re.findall(r"(\d+[家处座所间户])([一-龥A-Z]{2,7}?)[、，和]?(?=\d|$)", m["list"])
    return m["verb"] + (m["where"] or "") + "、".join(what + count for count, what in pairs)


# 大王庄小学了: the verb's character ends a noun.
_NOUNS = frozenset("小学 中学 大学 文学 科学 数学 同学 车站 邮编".split())
Rule = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]


def _event(m: re.Match[str]) -> str:
    """搞了个老年书画展 → 举办老年书画展; the verb follows the kind of event. Who wrote 举行了 chose the word."""
    thing = m["thing"]
    if m[0].startswith(("举办", "举行", "开展", "组织", "进行")) and not m["count"]:
        return m[0][:2] + thing
    if re.match(r"得|好|完|成|到|起|出来", thing) or len(thing) < 2:
        return m[0]
    verb = next(verb for verb, head in _HEADS if re.search(head, thing))
    count = m["count"] or ""
    count = "" if re.fullmatch(r"(?:一|1)?(?:个|场|次|期|届|堂|节|轮|项)?", count) else count
    if thing in ("会", "个会"):
        thing = "会议"
    return verb + count + thing


def _opened(thing: str) -> str:
    """开了座谈会 → 召开座谈会, 开了运动会 → 举办运动会."""
    verb = next(verb for verb, head in _HEADS if re.search(head, thing))
    return "召开会议" if thing == "会" else verb + thing


def _attend(m: re.Match[str]) -> str:
    who = m.groupdict().get("who") or ""
    verb = m.groupdict().get("verb") or "参加"
    return f"{_counted(m['n'], m['u'], who)}{verb}"


def _counted(number: str, unit: str, who: str) -> str:
    """40 + 个 + 孩子 → 40名孩子; without a noun → 40人."""
    if not who or who == "人":
        return f"{number}人"
    return f"{number}{'位' if unit == '位' else '名'}{who}"


def _single(text: str) -> str:
    """拍了视频 → 拍摄视频; 普查了 (a word of two characters) and 抽了会儿 (another object) stay."""
    for verb, new, thing in _SINGLE:
        if verb + "了" in text:
            text = re.sub(rf"(?P<before>[一-龥]?){verb}了(?={thing or '[一-龥“《约0-9]'})",
                          lambda m, v=verb, n=new: m["before"] + (v if m["before"] and (_COMPOUND.search(m["before"]) or m["before"] + v in _NOUNS) else n), text)  # type: ignore[misc]
    return text


_N = rf"(?P<n>{_COUNT})"
_U = r"(?P<u>人|名|位|个|号人)"
_WHO = rf"(?P<who>{PEOPLE}|人)"
RULES: list[Rule] = [
    # who came
    (re.compile(rf"^(?:来看|来观看|看|来看展|看展|观展|来参观|参观|来逛)的(?:人|群众|观众|游客)?(?:一共|总共|共|大概|差不多)?(?:有|是|来了)?{_N}{_U}(?:人)?$"), r"观众\g<n>人"),
    (re.compile(rf"^(?:来听|听课|听讲|来听课)的(?:人|群众)?(?:一共|总共|共)?(?:有|是)?{_N}{_U}(?:{PEOPLE})?$"), r"\g<n>人听讲"),
    (re.compile(rf"^(?:来|到场|到|来参加|参加|参与|去|参会|参训|参赛|参演|报名|到会|签到)的(?:人|人数|群众|同志)?(?:一共|总共|共|大概|差不多)?(?:有|是|来了)?{_N}{_U}(?:个|来)?{_WHO}?$"), _attend),
    (re.compile(rf"^(?P<verb>参加|参与|参会|参训|参赛|参演|到场|报名|到会|签到)(?:的)?人数(?:一共|总共)?(?:有|是|为|：|:)?{_N}(?P<u>人|名|个)?$"), _attend),
    (re.compile(rf"^(?:一共|总共|共)?来了(?P<who>(?:{PEOPLE})(?:代表)?){_N}{_U}$"), r"\g<who>\g<n>人参加"),
    (re.compile(rf"(?:一共|总共|共)?来了(?P<n>{_COUNT})(?P<u>支|个)(?P<who>队伍|代表队|队)"), r"共\g<n>\g<u>\g<who>"),
    (re.compile(rf"(?<!\d)(?:一共|总共|共|总的)?(?:来|去|到)了(?:有)?{_N}{_U}{_WHO}(?!次)"), _attend),
    (re.compile(rf"(?<!\d)(?:一共|总共|共|总的)?(?:来|去|到)了(?:有)?{_N}(?P<u>人|名|位|号人)(?!次)"), _attend),
    (re.compile(rf"^(?:一共|总共|共)?(?:来|去|到)了?{_N}个$"), r"\g<n>人参加"),
    (re.compile(rf"^(?:一共|总共|共)(?:有|是)?{_N}(?P<u>人|名|位|号人)$"), r"共\g<n>人参加"),
    (re.compile(rf"^听(?:讲|课|众)?的(?:有|是|人|大概|一共)*{_N}人$"), r"\g<n>人听讲"),
    (re.compile(rf"^听(?:讲|课)?的(?P<who>{PEOPLE})(?:有)?{_N}{_U}$"), r"\g<n>名\g<who>听讲"),
    (re.compile(rf"^看的(?P<who>{PEOPLE})(?:有)?{_N}{_U}$"), r"\g<n>名\g<who>观看"),
    (re.compile(rf"^学的(?:有|是|人|一共)*{_N}人$"), r"\g<n>人学习"),
    (re.compile(rf"^(?:实际|现场)?(?:打|比|跑|踢|下)的(?:有|是)?{_N}人$"), r"\g<n>人参赛"),
    (re.compile(r"(?<![一-龥])(?P<did>陪餐|请假|迟到|缺席|完赛|获奖|受伤|缓审|合格|离休|退休|出差|带队|值班|入选|结业|毕业|报名|参展|旁听|补考|带班|值守|献血|捐款|咨询|办证|续借)的(?:有|是)?(?P<n>约?\d[\d.]*(?:多|余)?(?:人|名|位|户|家|个)(?:次)?)$"), r"\g<did>\g<n>"),
    (re.compile(rf"^(?P<who>{PEOPLE})们?(?:一共|总共|共)(?:有|来了|是)?{_N}{_U}$"), _attend),
    (re.compile(rf"^{_N}{_U}{_WHO}(?:来)?(?P<verb>参加|参与|到场|报名|观看|参观)了?$"), _attend),
    (re.compile(r"(?<=[一-龥])(?:都|也|全|全都)来了$"), "参加"),
    (re.compile(r"都(?:来|到)了人"), "参加"),
    (re.compile(r"都给了(?=[^，。]{0,8}(?:单|证|书|卡|票|表|册|袋|包)$)"), "均发放"),
    (re.compile(r"(?:都|全|全都|全部)(?:给|送给|捐给)了(?=[一-龥])"), "全部送给"),
    (re.compile(r"^(?P<w>一等奖|二等奖|三等奖|金奖|银奖|铜奖|冠军|第一名)给了(?P<who>[^，。]{2,30})$"), r"\g<who>获\g<w>"),
    (re.compile(r"^(?P<g>[一-龥]{0,6}组)?第一(?:名)?是(?P<who>[^，。]{2,20})$"), lambda m: f"{m['who']}获{m['g'] or ''}第一名"),
    (re.compile(r"^(?P<what>评委|教练|裁判|老师|讲师|演员|律师|志愿者)(?P<n>\d+)个$"), r"\g<what>\g<n>名"),
    (re.compile(r"^(?P<n>\d+)支队$"), r"\g<n>支队伍参赛"),
    (re.compile(r"(?P<who>[一-龥、]{2,20}(?:负责人|代表|商户|单位|企业))到(?P<n>\d+家)$"), r"\g<n>\g<who>参加"),
    (re.compile(r"(?<![丢走])丢(?:了)?(?=\d)"), "丢失"),
    (re.compile(r"剩(?=的?\d|的?那)"), "剩余"),
    (re.compile(r"剩余的?那(?P<u>[件个家条项])"), r"剩余1\g<u>"),
    (re.compile(r"(?P<a>\d+[一-龥]{1,2}班)(?=[一-龥]{2}\d+个班)"), r"\g<a>、"),
    (re.compile(r"(?P<a>[一-龥]{2}\d+个班)(?=[一-龥]{2}\d+个班)"), r"\g<a>、"),
    (re.compile(r"(?P<a>[一-龥]{1,4}等奖\d+[个名])(?=[一-龥]{1,2}等奖)"), r"\g<a>、"),
    (re.compile(r"(?P<a>[一-龥]{1,3}组\d+支)(?=[一-龥]{1,3}组)"), r"\g<a>、"),
    (re.compile(r"^快(?=\d|两|[三四五六七八九]年)"), "近"),
    (re.compile(r"^(?P<what>带队|主持|主讲|讲课|授课|领学|负责|教[一-龥]{1,6}|讲[一-龥]{1,6}|请)(?:的)?(?:人)?是(?P<who>[^，。]{2,20})$"), lambda m: f"邀请{m['who']}" if m["what"] == "请" else f"{m['who']}{m['what']}"),
    (re.compile(r"^(?P<who>[^，。]{2,12})(?:给|提供|报)的数(?:据|字)?$"), r"据\g<who>提供的数据"),
    (re.compile(r"(?:没收|没要|不收|未收)(?:一分钱|钱)|分文(?:未取|不收)"), "未收取费用"),
    (re.compile(r"没(?:有)?(?:什么|啥)问题"), "未发现问题"),
    (re.compile(r"没伤(?:到)?人|没人受伤|没有人受伤"), "无人员受伤"),
    (re.compile(r"没(?:有)?大碍"), "无大碍"),
    (re.compile(r"没人(?=[一-龥])"), "无人"),
    (re.compile(r"没(?:来得及|有来|来)(?=领|取|交|参加|办)"), "未前来"),
    (re.compile(r"没批(?:下来|复)?"), "未批复"),
    (re.compile(r"没(?=登记|喝|接电|张贴|贴|做隔断|办证|交费|领取|装|收费|超过?\d|开门|检测|达标|过关|整改|带证|持证|公示|录入|归档|验收|落实|配备|领证)"), "未"),
    (re.compile(r"^(?:根据|按照|依据|遵照)[^《\d]{2,24}(?:部署|要求|安排|精神|通知)$"), ""),
    (re.compile(r"(?:省|花|掏|卖|筹|捐|收入|挣|赚|补|付|赔|赔偿|退|退还|垫|垫付|罚|罚款|奖励|募|欠)(?:了|出|下|得)?(?:[一-龥]{0,6})?(?P<n>\d{3,})$"), lambda m: m[0] + "元"),
    (re.compile(r"隆重(?=举行|举办|召开|开幕|推出|启动)"), ""),
    (re.compile(r"(?:经过|经)(?:激烈|紧张|精彩)(?:的)?(?:角逐|比拼|较量|竞争)$"), ""),
    (re.compile(r"(?:最终|最后)(?=评出|评选|决出)"), ""),
    (re.compile(r"当场下(?:了)?(?=[^，。]{0,4}(?:责令|整改|通知))"), "当场下达"),
    (re.compile(r"(?<![一-龥])(?:下|开)了?(?=(?:责令|整改|告知|限期)[^，。]{0,6}(?:书|单|通知))"), "下达"),
    (re.compile(r"(?:换掉|换了新的?)$"), "更换"),
    (re.compile(r"(?:删|拆|清|停|取消|废)(?:掉|了)$"), lambda m: {"删": "删除", "拆": "拆除", "清": "清除", "停": "停止", "取": "取消", "废": "废止"}[m[0][0]]),
    (re.compile(r"^打(?:了)?(?=\d+场)"), "进行"),
    (re.compile(r"^开(?:了)?(?=\d+天)"), "历时"),
    (re.compile(r"比完了?$|赛完了?$|演完了?$|放完了?$|上完了?$|跑完了?$|发完了?$"), lambda m: {"比": "结束", "赛": "结束", "演": "演出结束", "放": "放映完毕", "上": "授课结束", "跑": "完成", "发": "发放完毕"}[m[0][0]]),
    (re.compile(r"布(?:展)?完了?$"), "布展完毕"),
    (re.compile(r"^定了?[：:]"), "会议确定，"),
    (re.compile(r"(?:科|馆|局|站|队|中心)里(?=开始|组织|安排|再|会|派|请|已)"), ""),
    (re.compile(rf"^来的(?P<who>[一-龥]{{2,6}})(?:有|是|一共|共)?{_N}{_U}$"), r"\g<who>\g<n>人参加"),
    (re.compile(r"^看(?:戏|演出|电影|展)的(?:有|是|人|大概)*(?P<n>约?\d[\d.]*万?(?:多|余)?)人"), r"观众\g<n>人"),
    (re.compile(r"^看的人(?=约?\d)"), "观众"),
    (re.compile(r"(?<!收)接(?=\d+件)"), "接到"),
    (re.compile(r"^发(?=(?:结业证|证书|奖状|资料|宣传|手册)[^，。]*\d)"), "发放"),
    (re.compile(r"^看了(?=[^，。]*(?:室|库房|馆|展|厅|现场|项目|工地|车间|基地))"), "查看"),
    (re.compile(r"(?<![一-龥]去)看了(?=\d+(?:处|件|间|家|座|个点))"), "查看"),
    (re.compile(r"^问了(?P<what>[^，。]+?)的(?:事|情况)$"), r"了解\g<what>情况"),
    (re.compile(r"^问了"), "询问"),
    (re.compile(r"去(?:了)?(?=[一-龥]{2,8}(?:社区|村|镇|学校|小学|中学|广场|公园|敬老院|陵园|景区|现场|院|馆|站))"), "到"),
    (re.compile(r"一共|总共"), "共"),
    # 那个 points at nothing in writing, unless it follows a verb that needs an object: 看那个, 就那个.
    (re.compile(r"那个(?=[一-龥])(?!月|季|年|周|时)|(?:^|(?<=[，、的了]))(?:这个|那种|就是)(?=[一-龥]{2})(?!月|季|年|周|人[，。]|问题)"), ""),
    (re.compile(r"(?<=分)(?P<n>\d+[批组场路])(?:轮流)?(?P<v>讲|练|学|看|考|教)的?(?P<what>讲解|练习|学习|参观|考试|教学)"), r"\g<n>\g<what>"),
    (re.compile(r"^完了?(?=座谈|讨论|参观|合影|交流|测试|开会|又|再)"), "随后"),
    (re.compile(r"(?<=开幕|开班|举行|启动|开营)(?=为期\d)"), "，"),
    (re.compile(r"(?<=每月\d)号|(?<=每月\d\d)号"), "日"),
    (re.compile(r"(?:咋|怎么)(?:个)?(?:弄|办|搞)(?=$|，)"), "如何办理"),
    (re.compile(r"讲讲(?=[一-龥])"), "讲解"),
    (re.compile(r"开个(?:小)?会(?=[一-龥])"), "召开会议"),
    (re.compile(r"没(?P<v>[附接装贴挂交报签办备留开设写])(?P<o>[一-龥]{0,6}?)的(?P<n>\d+[一-龥]{1,2})$"), r"未\g<v>\g<o>\g<n>"),
    (re.compile(r"原来(?=要|有|定|计划|是|只|每)"), "原"),
    (re.compile(r"里[头面]有"), "内有"),
    (re.compile(r"里头|里面(?=[一-龥])"), "其中"),
    (re.compile(r"(?<=\d)个?钟头"), "小时"),
    (re.compile(r"(?<=[会议])过了(?=[^，。]*(?:制度|办法|方案|规定|规程|细则|[《\ue000-\uf8ff]|\d))"), "通过"),
    (re.compile(r"^让(?=\d|当[天场日]|限期)"), "要求"),
    (re.compile(r"^让(?P<who>[一-龥]{2,6}(?:科|办公室|局|馆|站|大队|中心))(?:去|来)?(?=[一-龥]{2})"), r"由\g<who>"),
    # a nickname is no name for a report: the role says who spoke
    (re.compile(r"(?<=保安|保洁|司机|师傅|村民|居民|读者|馆员|职工|老师|群众|护工)老[一-龥](?=提出|反映|说|建议|来)"), ""),
    (re.compile(r"(?:(?<![一-龥])|(?<=[会场]上))(?:老[一-龥]头?|[一-龥](?:大爷|大妈|大娘|大姐|大叔|大婶))(?=(?:在[^，。]{2,10})?(?:反映|投诉|说|提出|举报))"), "群众"),
    (re.compile(r"(?:让|叫|要求)(?:他们|他|她们|她|其|对方|店家|老板|业主|店主|商户|负责人)(?=[一-龥\d])"), "要求其"),
    (re.compile(r"当场让(?=[一-龥])"), "当场要求"),
    (re.compile(r"不着了?$"), "不到"),
    (re.compile(r"(?<!时间)就(?=\d)(?!\d+(?:月|日|时|年))"), "仅"),
    (re.compile(r"(?P<v>跟|与|和|同)(?P<who>[^，。]{2,12}?)碰(?:过|了|头|了个头|过头)*$"), r"与\g<who>会商"),
    (re.compile(r"(?P<who>12345|热线|信访局|网格|上级|市局)(?:热线)?转(?:来|过来|办)的?(?:了|件)?$"), r"接到\g<who>转办诉求"),
    (re.compile(r"(?<![送交发赠献捐分寄递转留带拿教让腾租借卖拨批换])给了?(?=(?:[一-龥]{1,6})?(?:警告|批评|处分|处罚|表扬|表彰|奖励|通报))"), "给予"),
    (re.compile(r"(?<![送交发赠献捐分寄递转留带拿教让腾租借卖拨批换])给了(?=[^，。]{0,8}(?:证书|奖状|奖牌|奖杯|聘书)$)"), "颁发"),
    (re.compile(r"(?<![送交发赠献捐分寄递转留带拿教让腾租借卖拨批换])给了(?=[一-龥])"), "送给"),
    (re.compile(r"(?:我|我们|咱们?|现场)(?:掐|数|记|算|查|统计|量|测)(?:到|出来?)?的?(?:是|有|，)(?=\d|约)"), ""),
    (re.compile(r"^(?P<who>[一-龥]{2,8})给的(?P<what>客流|人数|数据|数字|数)(?:量)?[，：:]?$"), r"据\g<who>提供的数据"),
    (re.compile(r"^(?P<did>放|讲|演|唱|学|教|看|读)的(?:是|有)(?=[《“])"), lambda m: {"放": "放映", "讲": "讲授", "演": "演出", "唱": "演唱", "学": "学习", "教": "教授", "看": "观看", "读": "诵读"}[m["did"]]),
    (re.compile(r"^讲了?(?P<long>\d+(?:个)?(?:分钟|小时))的课"), r"授课\g<long>"),
    (re.compile(r"^打(?:了)?(?=\d+天)"), "历时"),
    (re.compile(rf"(?P<who>{PEOPLE})们?(?P<n>约?\d+(?:多|余)?)$"), r"\g<who>\g<n>人"),
    (re.compile(r"(?:给|帮)办了$"), "办结"),
    (re.compile(r"少了(?=[一-龥])"), "缺少"),
    (re.compile(r"录下来了?"), "录制"),
    (re.compile(r"(?<=[一-龥])了?一下(?=[一-龥]|$)"), ""),
    # deeds
    (re.compile(r"(?:搞|办|弄|做|组织|举办|开展|进行|举行)(?:了|完了|过)(?P<count>(?:一|两|\d+(?!\d))?(?:个|场|次|期|届|堂|节|轮|项)?)(?P<thing>(?!\d)[^，。；]{2,30})$"), _event),
    (re.compile(r"(?<![举开承协主督包查])(?:搞|办|弄|做)(?P<count>(?:一|两|\d+(?!\d))?(?:个|场|次|期|届|堂|轮)?)(?P<thing>(?!\d)[^，。；了]{2,20}(?:活动|演练|培训|检查|讲座|比赛|展览|宣传|义诊|普查|调研|座谈|展|赛|体验))$"), _event),
    (re.compile(r"^(?:一共|总共|共)?(?:搞|办|弄|做)了(?=\d+(?:场|期|次|届|堂)$)"), "举办"),
    (re.compile(r"开了(?:一?个|一?次|一?场)?(?P<thing>[^，。；]{0,20}会(?:议)?)$"), lambda m: _opened(m["thing"])),
    (re.compile(r"(?:搞|办|弄|做|开)完了?$"), "结束"),
    (re.compile(r"(?:搞|办|弄)完了"), "完成"),
    (re.compile(r"去看了?(?=[^，。]*(?:户|老人|党员|职工|干部|家属|病|烈属|孤寡))"), "看望"),
    (re.compile(r"去看了"), "查看"),
    (re.compile(r"走了(?=[^，。]{0,6}\d+(?:户|家|个村|个点|个社区)|[一-龥、]{2,}(?:馆|村|社区|乡|镇|站|敬老院|中心)、)"), "走访"),
    (re.compile(r"(?:咱们?|俺们?|我们)(?=[县市局馆镇乡区](?![里委]))"), "我"),
    (re.compile(r"(?:他|她)们(?=村|单位|学校|公司|社区|家)"), "该"),
    (re.compile(r"(?<=[教送给帮为请带])(?:他|她)们"), "其"),
    (re.compile(r"(?<![其对])(?:他|她)们"), "对方"),
    (re.compile(r"[（(]\s*[)）]"), ""),
    (re.compile(r"进了(?=(?:国家|省|市)级?[^，。]{0,8}(?:名录|名单|库))"), "列入"),
    (re.compile(r"拍了?(?=视频|照片|短视频|片子)"), "拍摄"),
    (re.compile(r"(?:发|送)了(?=(?:一批)?(?:通知|文件|方案|倡议书|通报))"), "印发"),
    (re.compile(r"收(?:到|集)?了?(?=[^，。]{0,10}(?:意见|建议|问题|线索))"), "收集"),
    (re.compile(r"收到了?(?=[^，。]{0,10}(?:投诉|来电|反映|举报|求助|报警))"), "接到"),
    (re.compile(r"收到了?(?=[^，。]{0,14}(?:捐|赠|善款|物资|作品|稿件|锦旗|\d(?:册|件|套|台|面|幅|箱|批|本|元|万)))"), "接收"),
    (re.compile(r"收到了?"), "接到"),
    (re.compile(r"提了(?=[^，。]{0,8}(?:意见|建议|问题|要求))"), "提出"),
    (re.compile(r"用了(?=[^，。]{0,4}\d+[^，。]{0,4}(?:分|秒|小时|天))"), "用时"),
    (re.compile(r"花了(?=\d+[^，。]{0,3}(?:分钟|小时|天))"), "用时"),
    (re.compile(r"报了名"), "报名"),
    (re.compile(r"报上去|报上来"), "上报"),
    (re.compile(r"(?:拉走|运走)了?"), "清运"),
    (re.compile(r"领完了?"), "领取完毕"),
    (re.compile(r"(?:弄|搞|整|修|换|装|补|清|洗|擦)好了?$"), lambda m: {"弄": "完成", "搞": "完成", "整": "整理完毕", "修": "修复", "换": "完成更换", "装": "安装完毕", "补": "补齐", "清": "清理完毕", "洗": "清洗完毕", "擦": "擦拭完毕"}[m[0][0]]),
    (re.compile(r"砍掉了?"), "取消"),
    (re.compile(r"得了(?=[^，。]{0,20}(?:[一二三]等奖|第[一二三\d]|冠军|亚军|季军|[金银铜]奖|优秀奖|奖$))"), "获"),
    (re.compile(r"(?:拿|得|获)了?个(?P<n>第[一二三四五六七八九十\d]+)(?:名)?"), r"获\g<n>名"),
    (re.compile(r"(?<![一-龥])?拿(?:了|下|到)(?=[^，。]{0,20}(?:奖|第|名|冠军|亚军))"), "获"),
    (re.compile(r"(?:没有|没)(?=发现|出现|发生|收到|接到|完成|到位|解决|参加|报名|整改|通过|安装|配备|按(?:时|规定|要求)|达到|办理|办结)"), "未"),
    (re.compile(r"(?<=[一-龥])没(?=\d)"), "无"),
    (re.compile(r"剩下的?"), "剩余"),
    (re.compile(r"(?<![一-龥\d])把(?=[一-龥])"), "将"),
    (re.compile(r"(?<=[一-龥])把(?=[一-龥]{1,12}(?:修|换|装|清|改|搬|送|交|整|收|摆|挂|发|分|搬|录|编|做|列|纳|建|移|填|补|拆|堵|刷|洗|盖|锁|关|贴|铺|埋))"), "将"),
    (re.compile(r"(?<!也)跟(?=[一-龥])(?!着|进|踪|前|随|上)"), "与"),
    (re.compile(r"(?:大伙儿?|大家伙儿?|大家)(?=提|反映|学|讨论|交流|表示|签|参|现场|一起|都)"), "参加人员"),
    (re.compile(r"(?:小朋友|娃娃|娃)们?"), "儿童"),
    (re.compile(r"(?:老头老太太|老头老太|老人家|老年朋友)们?"), "老年人"),
    (re.compile(r"(?<=[一-龥])(?<![我咱俺他她它])们(?=[一-龥]|$)(?<!人们)"), ""),
    (re.compile(r"老百姓"), "群众"),
    (re.compile(r"(?:管事的|头儿|老板)"), "负责人"),
    (re.compile(r"(?<![小演解劝传据听虽再先瞎胡])说(?=[^，。]{2,})(?![起明法话好服唱书教课是不了到的实真])"), "表示"),
    (re.compile(r"(?<=\d)(?:个人|号人|来号人|口人)"), "人"),
    (re.compile(rf"(?P<n>{_COUNT})个(?P<who>(?:{PEOPLE})|[一-龥]{{1,3}}(?:[队学职馆社会成演官专技保网干人]员|选手|票友|营员|骨干))(?![队团处会组])"), lambda m: f"{m['n']}名{m['who']}"),
    (re.compile(r"(?<=\d[多余])个人"), "人"),
    (re.compile(r"(?:大概|大约|差不多|估计|约莫|大致)(?:有|是|来)?(?=约)"), ""),
    (re.compile(r"(?:大概|大约|差不多|估计|约莫|大致)(?:有|是|来)?(?=\d)"), "约"),
    (re.compile(r"(?:讲解|讲座|活动|比赛|培训|检查)是(分\d+[批组场次个路][^，。]{0,6}?)[一-龥]的$"), r"讲解\1进行"),
    (re.compile(r"(?P<v>[上开讲学值放])了(?P<n>\d+(?:个)?(?:天|小时|节|场|次|周|堂))(?P<o>岗|课|会|班|假)"), r"\g<v>\g<o>\g<n>"),
    (re.compile(r"改成"), "改为"),
    (re.compile(r"(?<=[一-龥])(?:一共|总共|加起来|合起来)(?:是|有)?(?=\d|约)"), "共"),
    (re.compile(r"^(?:一共|总共)(?:是|有)?(?=\d|约)"), "共"),
    (re.compile(r"^(?:一共|总共)"), "共"),
    (re.compile(r"(?:现在|目前)(?:都)?(?=已)"), "目前"),
    (re.compile(r"(?:有的|有些)(?=[一-龥])"), "部分"),
    (re.compile(r"(?:特别|非常|挺|蛮|很|可|超级|好)(?=多|热闹|认真|开心|高兴|积极|满意)"), ""),
    (re.compile(r"(?:我们|咱们|俺们|咱)(?=这|单位|科|队|站|中心|所|室|办)(?:这里|这边|这儿|这)?"), ""),
    (re.compile(r"(?:我们|咱们|俺们|俺|咱)"), ""),
]
_CLEAN: list[Rule] = [
    (_ENDING, _ended),
    (re.compile(r"(?<![除为罢得不受])了(?!解|却|如|结(?![果束业合对构]))"), ""),
    (re.compile(r"已经"), "已"),
    (re.compile(r"以?[一-龥]{2}之势、?(?:[一-龥]{2}手段)?"), ""),
    (re.compile(r"(?:(?:地毯式|拉网式|全方位|全覆盖|多层次|立体式|零容忍|无死角)(?:、|的|地)?)+(?=[一-龥]{2})"), ""),
    (re.compile(r"(?:深入|扎实|认真|积极|切实|精心|隆重|圆满|成功|顺利|广泛|大力|全面|有序|高效|耐心|细致|热情|踊跃)(?:地)?(?=开展|组织|举办|召开|举行|推进|学习|进行|讲解|宣传|检查|排查|整治|解答|完成|参与|参加|传达)"), ""),
    (re.compile(r"^(?P<n>约?\d[\d.]*(?:多|余)?)(?:个)?人$"), r"\g<n>人参加"),
    (re.compile(r"^(?P<who>[^，。]{0,10}(?:老师|教授|传承人|律师|医生|专家|民警|讲师|研究员)[一-龥]{0,4})(?:讲|讲课|授课)的?$"), r"由\g<who>主讲"),
    (re.compile(r"要求其?(?=\d{1,2}月(?:\d{1,2}日|底)前)"), "限"),
    # what an editor would still mark: 都, 还, 没, 把, 他, 的有
    (re.compile(r"(?<![首])都(?=[一-龥])(?![市会城])"), "均"),
    (re.compile(r"^还有(?=[一-龥\d])"), "另有"),
    (re.compile(r"还(?=在[一-龥])"), "仍"),
    (re.compile(r"还(?=差\d|差[一-龥])"), "尚"),
    (re.compile(r"还(?:没有|没|未)(?=[一-龥])"), "尚未"),
    (re.compile(r"^还(?=[一-龥]{2})(?!款|原|是)"), "另"),
    (re.compile(r"(?<=[一-龥])还(?=[一-龥]{2})(?!款|原|书|钱|车)"), ""),
    (re.compile(r"没来(?:得及)?"), "未到场"),
    (re.compile(r"没有?(?=护栏|灯|证|路|水|电|标识|字|钱|名额|结果|条件|经验|地方|逃生|隐患|问题|人员|未成年|配套|空调|监控|消防)"), "无"),
    (re.compile(r"(?<![淹沉埋吞出])没(?=[发出收完到解参报整通装配按达办登喝接张贴做证交领过开检录归验落还修换改查批去住签送拆清拿打上下带给写选评演播放拍停撤搬动碰砸伤超定变关断受附进丢来][一-龥]{0,3}(?:$|，|。))(?!有|事|错|落|想|啥|什|电|证|动静)"), "未"),
    (re.compile(r"(?<=[一-龥])(?<![淹沉埋吞出])没(?=[一-龥]{2,5}(?:$|，|。))(?!有|收|想|啥|什|说|敢|人|看|听|问|事)"), "无"),
    (re.compile(r"(?<![其吉维])[他她](?=认可|同意|表示|答应|承诺)"), "对方"),
    (re.compile(r"(?<![其吉维])[他她](?![们人乡国])"), "其"),
    (re.compile(r"^(?P<what>[一-龥]{3,12})的(?:有|是)(?P<n>约?\d[\d.]*(?:多|余)?人)$"), r"\g<n>\g<what>"),
    (re.compile(r"^(?P<what>[一-龥]{3,12})的(?:有|是)(?P<n>约?\d[\d.]*(?:多|余)?[条处个家件户册项])$"), r"\g<what>\g<n>"),
    (re.compile(r"(?<![一-龥]过)去(?=抽查|检查|巡查|走访|慰问|看望|调研|参加|普查|回访|检测|回头看)"), ""),
    (re.compile(r"^(?:共)?走(?=\d[\d.]*公里)"), "行程"),
    (re.compile(r"^讲(?=\d+分钟|\d*(?:一|两)?个?半?(?:个)?小时)"), "时长"),
    (re.compile(r"(?<=[长记任授师])讲(?=\d+分钟)"), "讲话"),
    (re.compile(r"(?:来着|的呢|(?<![网酒贴书水氧话])吧|嘛|啊|呢|呀|啦|哈|哟|喔|呗|咯)(?=$|[，。；、])"), ""),
    (re.compile(r"(?<=[一-龥\d])(?:儿)(?=[一-龥，。]|$)(?<![幼女婴少孤育托弃胎]儿)(?!童|科|子|媳|女|歌|戏|孙)"), ""),
    (re.compile(r"(?P<said>.*[^是])的$"), _nominal),
    (re.compile(r"(?<=整改|维修|修缮|改造|设备|安装|更换)要(?=花|用)"), "需"),
    (re.compile(r"(?<![需重主必首只])要(?=(?:等|花|占|经过|通过|报)(?!奖)|\d|三分之|[改修补换拆]的\d)"), "需"),
    (re.compile(r"(?<=需)(?P<v>[改修补换拆])的(?=\d)"), lambda m: {"改": "整改", "修": "维修", "补": "补办", "换": "更换", "拆": "拆除"}[m["v"]]),
    (re.compile(r"(?P<s>[一-龥])(?:大姐|姐|哥|叔|婶|大爷|大妈|大娘)(?=(?P=s)[一-龥]{1,2}(?:$|，|、))"), ""),
    (re.compile(r"\s+"), ""),
    (re.compile(r"^[，。、；：:,]+|[，、；：:,]+$"), ""),
    (re.compile(r"\?|？"), ""),
]


_KEPT = re.compile(r"每周[一二三四五六日天](?:[、和至到]?周?[一二三四五六日天])*|《[^《》]*》|“[^”]*”|\"[^\"]*\"|「[^」]*」")


def _figure(quantity: Quantity, text: str, after: str) -> str:
    """A figure in report style; approximations stay approximations."""
    raw = fold(text[quantity.start : quantity.end])
    unit = {"块": "元", "块钱": "元", "元钱": "元", "号人": "人", "来号人": "人"}.get(quantity.unit, quantity.unit)
    if quantity.unit == "块" and (re.search(r"展板|石板|屏|砖|牌|匾|玻璃|电池$", text[max(0, quantity.start - 3) : quantity.start]) or re.match(r"展板|牌|屏|地|石|砖|玻璃|宣传|警示|黑板|电子|展牌|匾|奖|区域|场地|农田|菜", after)):
        unit = "块"
    if quantity.han and (quantity.value < 2 or quantity.ordinal) and not quantity.percent:
        return raw
    if quantity.unit == "分钟" and "秒" in raw:
        return raw
    if quantity.approx and re.search(r"[几]|[一二三四五六七八九][一二三四五六七八九][十百千万]", raw):
        return raw.replace(quantity.unit, unit) if quantity.unit else raw
    raw = re.sub(r"(?<=\d)[,， ](?=\d{3})", "", raw)
    number = re.match(r"\d[\d.]*[万亿wW]?", raw)
    if number and not re.search(r"\d[千百kK]", raw):
        written = number[0].replace("w", "万").replace("W", "万")
        if re.match(r"\d+万\d", raw):
            written = figure(quantity.value)
    else:
        written = figure(quantity.value)
        if quantity.value >= 100_000 and quantity.value % 1000 == 0:
            written = figure(quantity.value / 10_000) + "万"
    tail = "多" if quantity.low else ""
    if quantity.approx and not quantity.low and "来" in raw:
        written = "约" + written
    percent = "%" if quantity.percent else ""
    return f"{written}{percent}{tail}{unit}"


def _written(patch: Patch, text: str) -> str:
    """A correcting figure in report style, read where it will stand: 块 before 展板 is no money."""
    whole = text[: patch.start] + patch.text + text[patch.end :]
    new = patch.text
    for q in reversed(list(quantities(new))):
        there = replace(q, start=q.start + patch.start, end=q.end + patch.start)
        new = new[: q.start] + _figure(there, whole, whole[there.end : there.end + 3]) + new[q.end :]
    return new


def _lasting(moment: Moment) -> bool:
    """Years and periods (前三季度, 2019年) belong to the matter; 今年 goes without saying."""
    return moment.kind == "year" and moment.written != "今年"


def _patched(patch: Patch, utterance: Utterance, keep_time: bool) -> str:
    """What a correction reads in its place; a corrected day or hour is resolved like any other."""
    if not any(patch.start < m.end and m.start < patch.end for m in utterance.moments() if not m.due):
        return _written(patch, utterance.text)
    again = moments(patch.text, utterance.said, past=True)
    return "".join(m.written for m in again) if keep_time else ""


def _ranged(text: str) -> str:
    """200人左右 → 约200人, 300出头 → 300多."""
    text = re.sub(r"(?<!约)(\d[\d.,]*[万亿]?(?:个人|[一-龥]{1,2})?)(?:左右|上下)", r"约\1", text)
    return re.sub(r"(\d+)出头", r"\1多", text)


@lru_cache(maxsize=4096)
def literal(utterance: Utterance, *, keep_time: bool = True) -> str:
    """The utterance with private data taken out, days resolved and figures in report style, words as typed."""
    text = utterance.text
    edits = [(p.start, p.end, _patched(p, utterance, keep_time)) for p in utterance.patches]
    edits += [(p.start, p.end, "") for p in private_spans(text)]
    edits += [(m.start(), m.end(), m[0]) for m in _KEPT.finditer(text)]
    days = {m.end for m in utterance.moments() if m.kind == "day"}
    for moment in utterance.moments():
        if moment.kind == "part" and moment.start not in days and keep_time:
            continue
        edits.append((moment.start, moment.end, moment.written if keep_time or moment.due or _lasting(moment) else ""))
    for q in utterance.quantities():
        edits.append((q.start, q.end, _figure(q, text, text[q.end : q.end + 3])))
    out, at = [], 0
    patched = [(p.start, p.end) for p in utterance.patches]
    for start, end, new in sorted(edits, key=lambda e: (e[0], e[:2] not in patched)):
        if start < at:
            continue
        out += [text[at:start], new]
        at = end
    return _ranged(fold("".join(out) + text[at:]))


# A clause of this length is no clause of a report; rewording it would only cost time.
_CLAUSE = 300


@lru_cache(maxsize=4096)
def formal(text: str) -> str:
    """Report wording of a clause that `literal` gave; quoted words and 《titles》 stay as they are."""
    if len(text) > _CLAUSE:
        return text
    kept = _KEPT.findall(text)
    text = _KEPT.sub(lambda m: chr(0xE000 + kept.index(m[0])), text)
    for pattern, new in RULES:
        text = pattern.sub(new, text)
    text = _INSPECTED.sub(_inspected, _single(text))
    for pattern, new in _CLEAN:
        text = pattern.sub(new, text)
    for i, words in enumerate(kept):
        text = text.replace(chr(0xE000 + i), words)
    return re.sub(r'"([^"]*)"', r"“\1”", text)
