"""Turns of speech that put the deed in the wrong place: 曹局敲的锣 → 曹局敲锣, 老师是邓丽娟 → 邓丽娟授课.

Read before wording.py's rules, clause by clause; like them these only reword.
"""

import re

from bot.domain.language.names import SURNAMES, is_name
from bot.domain.language.needed import Rule
from bot.writing.rewording.attendance import PEOPLE

# 有限空间, 有奖问答: 有 begins a word.
_WITH = "奖限毒害机偿氧色线声关"
_QUOTED = "\ue000-\uf8ff"
_TAUGHT = {
    "放": "放映",
    "讲": "讲",
    "演": "演出",
    "唱": "演唱",
    "学": "学习",
    "教": "教授",
    "看": "观看",
    "读": "诵读",
    "刻": "刻有",
    "写": "写有",
    "画": "绘制",
    "拍": "拍摄",
    "做": "制作",
    "查": "检查",
}
_RANK = r"冠军|亚军|季军|第[一二三四五六]名?|[一二三]等奖|[金银铜]奖"
_ROLE = "指挥|评委|裁判长?|教练|主播|领队|司仪|导演|编剧|领唱|总导演|评委会主席"
_BODY = re.compile(
    r"(?:队|局|馆|校|[小中大]学|[一-龥][一二三四五六][中小]|一中|村|镇|乡|县|市|院|公司|厂|站|中心|班|所|协会|委|社区|剧团|代表)$"
)
_GREW = {
    "涨": "增长",
    "升": "上升",
    "增": "增长",
    "高": "提高",
    "多": "提高",
    "跌": "下降",
    "降": "下降",
    "低": "下降",
    "少": "下降",
    "减": "下降",
}
_CHANGED = {"少": "减少", "多": "增加"}


def _ranked(m: re.Match[str]) -> str:
    """冠军机械厂的董长河 → 机械厂董长河获冠军, 第三是个中学生叫贺一鸣才14岁 → 中学生贺一鸣（14岁）获第三名."""
    if not (_BODY.search(m["who"]) or any(is_name(m["who"][-n:]) for n in (2, 3))):
        return m[0]
    rank = m["rank"] + ("名" if re.fullmatch(r"第[一二三四五六]", m["rank"]) else "")
    who = re.sub(rf"(?:名)?叫(?=[{SURNAMES}])|的(?=[{SURNAMES}][一-龥]{{1,2}}$)", "", m["who"])
    age = f"（{m['age']}岁）" if m["age"] else ""
    return f"{who}{age}获{m['group'] or ''}{rank}"


# 看了张桂兰老人, 看了高老师和刘老师: the name ends there; that of 看了农家书屋, 看了马路两边 goes on as a thing.
_PERSON_ENDS = re.compile(r"$|[和与及跟等家]|老[人师]|同志|大[爷妈娘叔婶哥姐]|奶奶|爷爷|师傅|书记|夫妇|两口|[一全]家")
RULES: list[Rule] = [
    (
        re.compile(
            r"^(?P<pre>[^，。是有的了不没比]{0,24}?)(?:来)?(?P<v>举办|召开|办|开|搞|剪|敲|发|颁|讲|带|拍|唱|演"
            # 做糖画的叫向荣: the painting is a noun there, and who makes it is named
            r"|(?<![糖年国油版壁漫书图彩组教绘字])画"
            rf"|做|跳|奏|弹|通|拉|鸣)的(?P<o>(?!人|时候|事|那|这|是|叫|姓|来自|有(?![{_WITH}])|都"
            rf"|也)[一-龥{_QUOTED}](?:[^，。的是有了在都也]|有(?=[{_WITH}])){{0,14}})$"
        ),
        r"\g<pre>\g<v>了\g<o>",
    ),
    # who taught, judged, led
    (
        re.compile(
            r"^(?:授课|主讲|教课|上课|讲课)?(?:的)?(?:老师|讲师)(?:是|叫|请的是)(?P<who>(?!个|一)[^，。\d]{2,20})$"
        ),
        r"\g<who>授课",
    ),
    (re.compile(rf"^(?P<role>{_ROLE})(?:是|由)(?P<who>[^，。\d]{{2,24}}?)(?:担任)?$"), r"\g<who>担任\g<role>"),
    (
        re.compile(
            r"摆摊(?=普法|宣传|咨询|义诊|服务)|(?:^|(?<=[场口街园村区院楼心边]))摆(?:了?个?摊(?:子|位)?的?|的)$"
        ),
        "设点",
    ),
    (re.compile(r"(?<=\d)个(?:都)?过了$"), "人通过"),
    (re.compile(r"^过了(?=\d+[人名个件项]$)"), "通过"),
    (
        re.compile(
            rf"^[教讲带]课?的(?:老师)?是(?P<who>[^，。]{{2,16}}?(?:{PEOPLE}|师傅|教练|志愿者|传承人|民警|医生))$"
        ),
        r"由\g<who>授课",
    ),
    (
        re.compile(rf"^(?P<did>[{''.join(_TAUGHT)}])的(?:是|有(?![{_WITH}]))(?P<what>(?!约?\d)[^，。是了]{{2,24}})$"),
        lambda m: _TAUGHT[m["did"]] + m["what"],
    ),
    # 我和小曹3个人干的, 和小宋一起去的, 急救是请冯医生来讲的
    (
        re.compile(rf"^(?P<who>[^，。的是]{{2,20}}?(?:\d+个?人|[{SURNAMES}][一-龥]{{0,2}}))(?:干|弄|做|搞|完成)的$"),
        r"由\g<who>完成",
    ),
    (re.compile(r"^[和跟与同](?P<who>[^，。]{2,16}?)(?:一起|一块儿?|一道|一同)去的$"), r"与\g<who>一同前往"),
    (
        re.compile(r"^(?P<what>[^，。]{0,8}?)是?请(?P<who>[^，。]{2,16}?)来(?P<how>[讲教])的$"),
        lambda m: f"{m['what']}由{m['who']}{'讲' if m['how'] == '讲' else '教'}授",
    ),
    (
        re.compile(r"^(?P<how>[看查问])了一?下(?=[^，。]{0,8}是)"),
        lambda m: {"看": "经查看", "查": "经查", "问": "经询问"}[m["how"]],
    ),
    # 换了根线就好了: whatever was wrong; 要是有空调就好了 is a wish
    (
        re.compile(r"^(?P<did>(?!要|如|再|能)[^，。要能会希]{1,11}[^，。要能会希的])(?:就|又)(?:好|正常)了$"),
        r"\g<did>后恢复正常",
    ),
    # who won
    (re.compile(r"(?<=[获取赢夺博]得)了"), ""),
    (
        re.compile(
            rf"^(?P<group>[一-龥]{{1,4}}组)?(?P<rank>{_RANK})(?:(?:是|为|：|:)个?)?(?P<who>(?!名|的|是|奖|由|给"
            r"|站|波|批|次|周|季|月|年|号|场|天|期|轮|步|项|条|类|组|个|位|届|季|阶|时间|件|课"
            rf"|节)[一-龥{_QUOTED}][^，。\d、分奖了]{{1,15}}?)(?:才|今年)?(?:(?P<age>\d+)岁)?$"
        ),
        _ranked,
    ),
    (
        re.compile(
            r"^(?P<w>[一-龥]{0,6}(?:奖|[冠亚季]军|第[一二三]名|球员|射手|称号|标兵))给了(?P<who>[^，。]{2,30}?)的?$"
        ),
        r"\g<who>获\g<w>",
    ),
    (
        re.compile(
            r"(?<![获取赢夺博值])(?:拿|得)(?:了|下|到)(?:一个|个)?(?=[^，。]{0,20}(?:[一二三四优特]等?奖|[金银铜]奖|第[一二三四五六七八九十\d]+名?(?![\d批次期笔轮天届])|[冠亚季]军|奖$))"
        ),
        "获",
    ),
    (
        re.compile(
            r"(?<![上下提升降增减回])(?P<how>[涨升增高多跌降低少减])(?:了|加|长|高|低)?(?P<n>\d[\d.]*)个(?:百分)?点"
        ),
        lambda m: f"{_GREW[m['how']]}{m['n']}个百分点",
    ),
    (
        re.compile(
            r"[比较跟与和](?P<then>(?:去年|上年|上[月周]|前一个?[月周]|前年|\d{1,2}月(?:\d{1,2}日)?|计划)(?:同期|同月)?)"
            r"(?:相?比(?:较|起来)?，?)?(?P<how>少|多)了?(?=\d)"
        ),
        lambda m: f"比{m['then']}{_CHANGED[m['how']]}",
    ),
    (re.compile(r"(?P<than>[同环]比|[比较](?:上[月周年]|去年)(?:同[期月])?)[ ]?[+↑](?=\d)"), r"\g<than>增长"),
    (re.compile(r"(?P<than>[同环]比|[比较](?:上[月周年]|去年)(?:同[期月])?)[ ]?[-－↓](?=\d)"), r"\g<than>下降"),
    (re.compile(r"^-(?=\d[\d.]*%$)"), "下降"),
    (
        re.compile(r"(?P<than>同比|环比)(?P<how>[增升涨多降减跌少])(?![长加幅低少])了?"),
        lambda m: m["than"] + ("增长" if m["how"] in "增升涨多" else "下降"),
    ),
    # deeds that talk names by their sound
    (re.compile(r"^过了(?P<n>\d+)(?:件|个|项)(?:事情?|议题|事项|议案)(?=$|[：:])"), r"通过\g<n>个事项"),
    (re.compile(r"(?P<v>[收入开出上下])的(?P<o>[队库馆工车山门班])$"), r"\g<v>\g<o>"),
    (re.compile(r"(?P<v>[一-龥])了个(?P<o>[一-龥])$"), r"\g<v>\g<o>"),
    (re.compile(r"(?<=\d[时分])到(?:的|了|达)?(?:现场)?$"), "到场"),
    (re.compile(r"^(?:我们?)?(?:去|又)?(?:[查看]|检查)了(?:一?[下看圈遍])?(?:就|原来)?是(?=[一-龥]{3})"), "经查看，是"),
    (
        re.compile(
            r"^(?P<how>先|又|再|然后|最后|[上下]午)?看了(?!一|半|\d|像|是|说|觉|电影|戏|演出|书|节目|直播|展览|看|下|场|完)"
            r"(?=(?P<what>[一-龥]{1,3}(?<![园馆院站厂场店库渠棚]))(?P<rest>[一-龥\d]*))"
        ),
        lambda m: (m["how"] or "") + ("看望" if is_name(m["what"]) and _PERSON_ENDS.match(m["rest"]) else "查看"),
    ),
]
