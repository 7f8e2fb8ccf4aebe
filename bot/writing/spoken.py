"""Turns of speech that put the deed in the wrong place: 曹局敲的锣 → 曹局敲了锣, 冠军是城关队 → 城关队获冠军.

Read before wording.py's rules, clause by clause; like them these only reword.
"""

import re

from bot.domain.language.names import SURNAMES, is_name
from bot.domain.language.needed import Rule
from bot.domain.language.word_edges import words

# 有限空间, 有奖问答: 有 begins a word.
_WITH = "奖限毒害机偿氧色线声关"
_QUOTED = "\ue000-\uf8ff"
# 第三 alone may begin a name: 第三卫生院, 第一小学
_RANK = (
    r"冠军|亚军|季军|第[一二三四五六](?:名|(?!(?:人民|中心|实验|职业)?(?:[小中大高]学|[高初]中|医院|卫生院|幼儿园|[一-龥]{0,2}厂)$))"
    r"|[一二三]等奖|[金银铜]奖"
)
_BODY = re.compile(
    r"(?:队|局|馆|校|[小中大]学|[一-龥][一二三四五六][中小]|一中|村|镇|乡|县|市|院|公司|厂|站|中心|班|所|协会|委|社区|剧团|代表)$"
)


def _ranked(m: re.Match[str]) -> str:
    """冠军机械厂的董长河 → 机械厂董长河获冠军, 第三是个中学生叫贺一鸣才14岁 → 中学生贺一鸣（14岁）获第三名."""
    if not (_BODY.search(m["who"]) or any(is_name(m["who"][-n:]) for n in (2, 3))):
        return m[0]
    rank = m["rank"] + ("名" if re.fullmatch(r"第[一二三四五六]", m["rank"]) else "")
    who = re.sub(rf"(?:名)?叫(?=[{SURNAMES}])|的(?=[{SURNAMES}][一-龥]{{1,2}}$)", "", m["who"])
    age = f"（{m['age']}岁）" if m["age"] else ""
    return f"{who}{age}获{m['group'] or ''}{rank}"


_PERSON = re.compile(r"[长任记师授员家生警]$")
# 看了张桂兰老人, 看了高老师和刘老师: the name ends there; that of 看了农家书屋, 看了马路两边 goes on as a thing.
_PERSON_ENDS = re.compile(r"$|[和与及跟等家]|老[人师]|同志|大[爷妈娘叔婶哥姐]|奶奶|爷爷|师傅|书记|夫妇|两口|[一全]家")
_TAUGHT = {"放": "放映", "讲": "讲", "演": "演出", "唱": "演唱", "学": "学习", "拍": "拍摄"}


def _taught_by(m: re.Match[str]) -> str:
    """王老师讲的 → 由王老师主讲; a guide shows round, and what 李局长讲的 was may be a speech."""
    who = m["who"]
    if not (_PERSON.search(who) or is_name(who[-3:])) or (who[-1] in "长任记" and m[0].endswith(who + "讲的")):
        return m[0]
    return f"由{who}{'讲解' if re.search('导游|讲解员', who) else '主讲'}"


RULES: list[Rule] = [
    (
        re.compile(rf"^(?P<did>[{''.join(_TAUGHT)}])的是(?P<what>(?!约?\d)[^，。是了]{{2,24}})$"),
        lambda m: _TAUGHT[m["did"]] + m["what"],
    ),
    (
        re.compile(r"^来的是(?P<who>[^，。\d]{0,6}[长任席记][一-龥]{2,3})$"),
        r"\g<who>到场",
    ),
    (
        re.compile(r"^(?P<did>带队|主持|主讲|讲课|授课|领学)(?:的)?(?:人)?是(?P<who>[^，。]{2,20})$"),
        lambda m: m["who"] + m["did"] if _PERSON.search(m["who"]) or is_name(m["who"][-3:]) else m[0],
    ),
    (
        re.compile(r"^(?P<who>(?:(?![来的帮派请是都均也换由])[^，。]){2,14})(?:主?讲|讲课|授课)的$"),
        _taught_by,
    ),
    # 录了个像, 碰了个头: one word
    (
        re.compile(r"(?P<v>[一-龥])了个(?P<o>(?!会)[一-龥])$"),
        lambda m: m["v"] + m["o"] if len(words(m["v"] + m["o"])) == 1 else m[0],
    ),
    (re.compile(r"(?P<v>[收出上下])的(?P<o>[车山工船海])$"), r"\g<v>\g<o>"),
    (
        re.compile(
            r"摆摊(?=普法|宣传|咨询|义诊|服务)|(?:^|(?<=[场口街园村区院楼心边]))摆(?:了?个?摊(?:子|位)?的?|的)$"
        ),
        "设点",
    ),
    (
        re.compile(
            # 3家残疾人开的小店: only a time or a place may stand before a deed told so
            r"^(?P<pre>(?![比由被跟把])(?:\d+[月日时分]|[上下中]午|[早晚]上|晚|[在到去][^，。的看查\d]{2,12}?|[一-龥]{2,4}[节日]|[一-龥]{1,6}[局长记任席]|上门|先|又|也|还)*)(?:来)?(?P<did>举办|召开|办|开|搞|剪|敲|发|颁|讲|带|拍|唱|演"
            # 做糖画的叫向荣: the painting is a noun there, and who makes it is named
            r"|(?<![糖年国油版壁漫书图彩组教绘字])画"
            rf"|做|跳|奏|弹|通|拉|鸣)的(?P<o>(?!人|时候|事|那|这|是|叫|姓|来自|有(?![{_WITH}])|都"
            rf"|也|多$)[一-龥{_QUOTED}](?:[^，。的是有了在都也不没]|有(?=[{_WITH}])){{0,14}})$"
        ),
        r"\g<pre>\g<did>了\g<o>",
    ),
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
    (re.compile(r"(?P<how>[涨升增跌降减掉](?:了|到)?\d[\d.]*个)点"), r"\g<how>百分点"),
    (re.compile(r"^过了(?=\d+[人名个件项]$)"), "通过"),
    (re.compile(r"^-(?=\d[\d.]*%$)"), "下降"),
    (
        re.compile(r"(?P<than>[同环]比|[比较](?:上[月周年]|去年)(?:同[期月])?)[ ]?(?P<how>[-－↓+↑])(?=\d)"),
        lambda m: m["than"] + ("增长" if m["how"] in "+↑" else "下降"),
    ),
    (re.compile(r"^(?:我们?)?(?:去|又)?(?:[查看]|检查)了(?:一?[下看圈遍])?(?:就|原来)?是(?=[一-龥]{3})"), "经查看，是"),
    (
        re.compile(
            r"^(?P<how>先|又|再|然后|最后|[上下]午)?看了(?!一|半|\d|像|是|说|觉|电影|戏|演出|书|节目|直播|展览|看|下|场|完)"
            r"(?=(?P<what>[一-龥]{1,3}(?<![园馆院站厂场店库渠棚]))(?P<rest>[一-龥\d]*))"
        ),
        lambda m: (m["how"] or "") + ("看望" if is_name(m["what"]) and _PERSON_ENDS.match(m["rest"]) else "查看"),
    ),
]
