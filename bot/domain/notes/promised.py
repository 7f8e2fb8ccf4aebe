"""What the speaker will still tell or check, or has sent aside: 准数明天再报, 名单发你邮箱了. A report tells the day.

What goes to others by a day (名单下周一报市局, 获奖名单下周公示) is a plan like any other.
"""

from bot.domain.language.needed import Seldom

_DAY = r"(?:今[天晚]|明[天早晚]|后天|大后天|下?(?:周|星期|礼拜)[一二三四五六日天]|下周|月底|节后|上班)"
_HOUR = r"(?:早上?|上午|中午|下午|晚上?|晚点|回头|一会儿?|待会儿?|等会儿?|稍后|稍晚|过后|之后|以后|\d{1,2}(?:点半?|[月日号])|[前后]|左右)"
_ONCE = r"(?:等?[^，。\d]{1,10}?(?:完|了|后|齐|好|出来|回来)(?:了|后|之后|以后)?)"
_WHEN = rf"(?:{_DAY}|{_HOUR}|{_ONCE}|问[^，。\d]{{1,6}})+"
# What a note is made of, and what is handed on beside it.
_FIGURES = r"(?:[一-龥]{0,6}?的?(?:人数|数量?|数字|数据|金额|具体情况|准数|总数|场次|票数|营业额|收入)|照片|合影|图片|视频|截图|明细)"
_PAPERS = (
    rf"(?:{_FIGURES}|[一-龥]{{0,5}}?(?:名单|名册|表格?|清单|材料|台账|稿子|花名册|卡号|尾数|账号|号码|截图|原图|文件))"
)
# 老板叫什么: what is not known yet.
_OPEN = r"[^，。\d]{1,8}?(?:叫(?:什么|啥)|是(?:谁|哪[个家])|多少(?:钱|人)?|几个|怎么写)"
_YOU = r"(?:给|跟|向)?(?:你们?|您|我|大家|群里?|微信|邮箱)(?:里|上)?"
_TELL = r"(?:补[报数]|再报|报|补|发|传|说|告诉|给|送)(?:上|齐|过来|过去|一下|下)?"
_SPEAKER = r"(?:我|我们|咱们?)?"
_HOW = r"(?:就|再|先|才|也|都|得|会|要|大概|估计|最[晚迟]|单独|另)*"
_CHECK = r"(?:去|再)*(?:对|核|查|问|数|确认|核[对实查]|落实|打听)(?:一下|下|一遍|清楚?|账|数|一[对问查核])?(?:数|账|人数|这个数)?"

_PROMISED = Seldom(
    (
        rf"^(?:{_FIGURES})?{_SPEAKER}(?:先|提前)(?:给?{_YOU})?报(?:一下|一声|个[大概信数]+|这些|这么多|到这)?"
        rf"(?:{_HOW}{_WHEN}{_HOW}{_SPEAKER}{_HOW}{_TELL}(?:{_FIGURES})?)?$"
    ),
    # 明天早上把数报给我, 分类的数等编目完了报给你
    rf"^(?:{_PAPERS})?{_SPEAKER}{_HOW}{_WHEN}{_SPEAKER}{_HOW}(?:[把将]{_PAPERS})?{_TELL}{_YOU}(?:{_PAPERS})?$",
    # 今天的数明天上午10点后我再报, 明天再补人数
    (
        rf"^(?:{_FIGURES}|{_OPEN}){_SPEAKER}{_HOW}{_WHEN}{_SPEAKER}{_HOW}{_TELL}$"
        rf"|^{_SPEAKER}{_HOW}{_WHEN}{_SPEAKER}{_HOW}{_TELL}{_FIGURES}$"
    ),
    # 我明早去对
    rf"^(?:那|这个)?我{_HOW}{_WHEN}我?{_HOW}{_CHECK}$|^(?:那|这个)?{_WHEN}我{_HOW}{_CHECK}$",
    # 工资卡尾数我发你了, 表我发群里了
    (
        rf"^(?:{_PAPERS}|[一-龥]{{1,6}})(?:我|也|都|已经?|刚|另外|单独|私下)*(?:发|传)(?:给|到|在|进)?(?:你|您)(?:们|邮箱|微信)?(?:里|上)?(?:了|啦)?$"
        rf"|^{_PAPERS}(?:我|我们)(?:也|都|已经?|刚|另外|单独)*(?:发|传|放|存)(?:给|到|在|进)?(?:大家|群|邮箱|微信|共享)[一-龥]{{0,3}}了$"
    ),
    # 23点收队前再补数
    r"^[^，。]{0,10}(?:再|统一|一起)(?:补|报)(?:人|总)?数$",
    # 差在哪不清楚
    (
        r"^(?:到底)?(?:差|错|问题|出入)(?:了|是|出)?在?哪(?:儿|里)?[^，。\d]{0,3}(?:不(?:清楚|知道|晓得)|没(?:查|找|弄|对)[一-龥]{1,3}|说不清)了?$"
        r"|^(?:还)?(?:不(?:清楚|知道|晓得)|说不清)(?:到底)?(?:差|错)[一-龥]{0,2}(?:哪|多少)[儿里]?$"
    ),
)


def promised(text: str) -> bool:
    """Whether the clause speaks of the telling itself: what will be told later, looked up, or was sent aside."""
    return _PROMISED.holds(text)
