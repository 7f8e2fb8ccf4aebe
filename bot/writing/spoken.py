"""Turns of speech that put the deed in the wrong place: 曹局敲的锣 → 曹局敲锣, 老师是邓丽娟 → 邓丽娟授课.

Read before wording.py's rules, clause by clause; like them these only reword.
"""

import re
from collections.abc import Callable

from bot.domain.names import SURNAMES, is_name

Rule = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]

_QUOTED = "\ue000-\uf8ff"
_TAUGHT = {"放": "放映", "讲": "讲授", "演": "演出", "唱": "演唱", "学": "学习", "教": "教授", "看": "观看", "读": "诵读", "刻": "刻有", "写": "写有", "画": "绘制", "拍": "拍摄", "做": "制作", "查": "检查"}
_HANDS = {"换": "更换", "修": "维修", "装": "安装", "查": "检查", "看": "查看", "讲": "授课", "教": "授课", "拍": "拍摄", "做": "制作", "清": "清理", "搭": "搭建", "测": "检测"}
_RANK = r"冠军|亚军|季军|第[一二三四五六]名?|[一二三]等奖|[金银铜]奖"
_ROLE = "指挥|评委|裁判长?|教练|主播|领队|司仪|导演|编剧|领唱|总导演|评委会主席"
_BODY = re.compile(r"(?:队|局|馆|校|[小中大]学|[一-龥][一二三四五六]中|一中|村|镇|乡|县|市|院|公司|厂|站|中心|班|所|协会|委|社区|剧团|代表)$")
_GREW = {"涨": "增长", "升": "上升", "增": "增长", "高": "提高", "多": "提高", "跌": "下降", "降": "下降", "低": "下降", "少": "下降", "减": "下降"}
_CHANGED = {"少": "减少", "减": "减少", "降": "减少", "多": "增加", "增": "增加", "涨": "增加"}


def _ranked(m: re.Match[str]) -> str:
    """冠军机械厂的董长河 → 机械厂董长河获冠军, 第三是个中学生叫贺一鸣才14岁 → 中学生贺一鸣（14岁）获第三名."""
    if not (_BODY.search(m["who"]) or any(is_name(m["who"][-n:]) for n in (2, 3))):
        return m[0]
    rank = m["rank"] + ("名" if re.fullmatch(r"第[一二三四五六]", m["rank"]) else "")
    who = re.sub(rf"(?:名)?叫(?=[{SURNAMES}])|的(?=[{SURNAMES}][一-龥]{{1,2}}$)", "", m["who"])
    age = f"（{m['age']}岁）" if m["age"] else ""
    return f"{who}{age}获{m['group'] or ''}{rank}"


RULES: list[Rule] = [
    # the deed told by what was done of it: 办的捐赠仪式, 敲的锣, 来剪的彩, 给发的证书
    (re.compile(r"(?:来)?(?P<who>给)(?P<v>发|颁)的(?=[一-龥]{1,4}$)"), "颁发"),
    (re.compile(rf"^(?P<pre>[^，。是有的了]{{0,24}}?)(?:来)?(?P<v>举办|召开|办|开|搞|剪|敲|发|颁|讲|带|拍|唱|演|画|做|跳|奏|弹)的(?P<o>(?!人|时候|事|那|这|是|有|都|也)[一-龥{_QUOTED}][^，。的是有了在都也]{{0,14}})$"), r"\g<pre>\g<v>了\g<o>"),
    (re.compile(r"^(?P<who>[^，。\d的了]{2,12}?)来(?P<v>换|修|装|查|看|讲|教|拍|做|清|搭|测)的$"), lambda m: f"由{m['who']}{_HANDS[m['v']]}"),
    (re.compile(r"陪(?:着|同)?的?$"), "陪同"),
    (re.compile(r"^(?P<from>[^，。\d的了是]{2,12}?)(?:来|派)的(?P<n>\d+)(?:个|名|位)(?P<who>[一-龥]{2,6})$"), r"\g<from>\g<n>名\g<who>到场"),
    (re.compile(r"^(?:和|跟|与|同)(?P<who>[^，。]{2,20}?)(?:一块儿?|一起|共同)(?:去|来|查|干|做|搞|弄|办)的$"), r"\g<who>参与"),
    # who taught, judged, led
    (re.compile(r"(?<=[是由请])(?:我们|咱们?)?(?P<body>馆|局|站|中心|科|院|队)里的(?=[一-龥]{2})"), r"本\g<body>"),
    (re.compile(r"^(?:授课|主讲|教课|上课|讲课)?(?:的)?老师(?:是|叫|请的是)(?P<who>(?!个|一)[^，。\d]{2,20})$"), r"\g<who>授课"),
    (re.compile(rf"^(?P<role>{_ROLE})(?:是|由)(?P<who>[^，。\d]{{2,24}}?)(?:担任)?$"), r"\g<who>担任\g<role>"),
    (re.compile(r"^主持人(?:是|由)(?P<who>[^，。\d]{2,16})$"), r"\g<who>主持"),
    (re.compile(rf"^(?P<did>[{''.join(_TAUGHT)}])的(?:是|有)(?P<what>(?!约?\d)[^，。是了]{{2,24}})$"), lambda m: _TAUGHT[m["did"]] + m["what"]),
    # who won
    (re.compile(rf"^(?P<group>[一-龥]{{1,4}}组)?(?P<rank>{_RANK})(?:是|为|：|:)?(?:个)?(?P<who>(?!名|的|是|奖|由|给|站|波|批|次|场|天|期|轮|步|项|条|类|组|个|位|届|季|阶|时间|件|课|节)[一-龥{_QUOTED}][^，。\d、分奖]{{1,15}}?)(?:才|今年)?(?:(?P<age>\d+)岁)?$"), _ranked),
    (re.compile(rf"(?P<who>学生|孩子|老人|选手|村民|居民|游客|读者|工人|老师|老艺人)(?:名)?叫(?=[{SURNAMES}][一-龥]{{1,2}})"), r"\g<who>"),
    # more and less
    (re.compile(r"(?:跟|与|和)(?P<then>去年|上年|上个?月|\d{4}年|\d{1,2}月|前年)(?P<same>同期|同月)?(?:相)?比(?:较|起来)?(?:，)?(?P<how>少|多|增|减|降|涨)(?:加|少)?了?"), lambda m: f"比{m['then']}{m['same'] or ''}{_CHANGED[m['how']]}"),
    (re.compile(r"(?P<how>[涨升增高多跌降低少减])(?:了|加|长|高|低)?(?P<n>\d[\d.]*)个(?:百分)?点"), lambda m: f"{_GREW[m['how']]}{m['n']}个百分点"),
    (re.compile(r"(?P<than>(?:比|较)(?:去年|上年|上月|前年|上个?月|\d{1,2}月)(?:同期)?)(?P<how>少|多)了?(?=\d)"), lambda m: m["than"] + _CHANGED[m["how"]]),
    (re.compile(r"同比(?:增|升|涨)(?!长|加|幅)了?"), "同比增长"),
    (re.compile(r"同比(?:降|减|跌|少)(?!低|少|幅)了?"), "同比下降"),
    (re.compile(r"(?:少说|起码|最少)(?:也)?(?:有|来了)?(?=\d)"), "至少"),
    (re.compile(r"(?:看|听|来)的人里三层外三层$|里三层外三层"), ""),
    # deeds that talk names by their sound
    (re.compile(r"^过了(?P<n>\d+)(?:件|个|项)(?:事情?|议题|事项|议案)(?=$|[：:])"), r"通过\g<n>个事项"),
    (re.compile(r"发了(?=\d+(?:班|趟))"), "发车"),
    (re.compile(r"拉了(?=\d[\d.]*万?(?:多|余)?(?:人|名|位|游客))"), "运送"),
    (re.compile(r"撕(?:掉)?了(?=\d)"), "清除"),
    (re.compile(r"(?<!贡)献(?:了)?(?=\d+毫升)"), "献血"),
    (re.compile(r"干了(?=[\d半][^，。]{0,4}(?:小时|分钟|天))"), "用时"),
    (re.compile(r"干了(?=\d+多?年)"), "工作"),
    (re.compile(r"录了?个像"), "录像"),
    (re.compile(r"拍了?个照"), "拍照"),
    (re.compile(r"(?P<v>[一-龥])了个(?P<o>[一-龥])$"), r"\g<v>\g<o>"),
    (re.compile(r"送了个(?=[一-龥]{2})"), "送去一个"),
    (re.compile(r"(?<=[买装建设立添搭做留贴])了个(?=[一-龥]{2})"), "一个"),
    (re.compile(r"新加了?(?=[一-龥\d])"), "新增"),
    (re.compile(r"扩到(?=\d)"), "扩大到"),
    (re.compile(r"^(?P<what>[一-龥]{2,4})的清掉了?(?=\d)"), r"清除\g<what>"),
    (re.compile(r"全(?:都|部)?关了$"), "全部关闭"),
    (re.compile(r"^(?P<which>[^，。\d]{2,6}?)的?那[家个处位]叫(?=[一-龥])"), r"\g<which>的是"),
    (re.compile(r"(?:我|我们|咱们?)(?:这边|这里|这儿)(?:数|统计|算|看)?(?:了|的|到|出来)?(?:是|有)?(?=\d|约)"), ""),
    (re.compile(r"(?<=[一-龥\d])还有(?=(?:一|两|\d+)[个套件份张本只箱袋])"), "和"),
    (re.compile(r"才(?=\d+岁)"), "仅"),
    (re.compile(r"^看了(?!望|见|一|\d|电影|戏|演出|书|节目|直播|展览|看|下|场|完)(?=[一-龥])"), "查看"),
    (re.compile(rf"跟(?=[{_QUOTED}])"), "和"),
]
