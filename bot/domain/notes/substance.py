"""What a clause tells of the day's matter: no word list and no weight may take it for chat.

A clause can end like a question, hold a word of grumbling or speak of the speaker and still tell what somebody said,
what was taught, what is missing, what was done to a thing. Such clauses are known here by their shape.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from bot.domain.language.names import SURNAMES
from bot.domain.language.needed import Seldom
from bot.domain.notes.small_talk import OTHERS

# Somebody who is spoken of: a person by office or trade, a house, one of those who came.
_WHO = (
    r"(?![你您我俺咱听据]|可以|也|都|还|就|这|那|说)(?:[一-龥]{0,9}?(?:[长员主人个位户家师众民者生客方司校院厂队里上]|大家|书记|主任"
    rf"|经理|老板|会计|监理|物业|大[爷娘妈叔婶姐哥]|[他她]们?)|(?:老[{SURNAMES}]|[{SURNAMES}][一-龥]{{1,2}}))"
)
# 老板说换了会计没人管: praise and how somebody felt stay with the rules of praise.
_SAID = Seldom(
    rf"^{_WHO}(?:们|也|都|还|就|又|先|当场|后来|刚才|自己){{0,2}}(?<!一个劲)(?:说(?!实|好$|得|的(?!是))|反映|提出|问(?![题的])|答应|要求|解释|告诉|觉得|担心|不想)(?:了|过|是)?"
    r"(?![^，。]*(?:很(?!多|少|久)|真(?!的)|太(?=[好棒美])|挺|特别|非常|不错|没话|精彩|[懂热]|满意|高兴|感谢|好[吃看玩听喝]|方便|实惠|下次|改天|[办做干弄讲搞演唱]得?好$))"
    r"[^，。]{2,}$"
)
# 讲的孩子玩手机, 问得最多的是补贴给多少
_ABOUT = Seldom(
    r"^(?:[今昨]天|[上下]午|晚上|主要|先|又|这次|今年|重点|专门)*(?:讲|教|学|练|演|放|唱|展)的(?:都|就)?是?(?![真很挺太好也都特还怎咋可老人时]|不错|啥|什么|谁"
    r"|比)[^，。]{2,}(?<![好棒错])$|^(?:[一-龥]{0,3}(?:问|咨询|提|反映)得?)?(?:最多|主要)的?(?:问题)?(?:是|问)[^，。]{2,}$"
    r"|^[^，。你您谁我]{0,10}(?:问|咨询|打听)了[^，。]{3,}$|^(?:还|又|也|一直)+问(?![题你您我])[^，。]{3,}$"
    # 竹编那家做得好, 文化馆的记得最细: one of several, and how it does
    r"|^(?![我你您咱今这那])[一-龥]{2,6}?(?:那[家户个组队边]|的)[一-龥]{1,2}得(?:最|还)?[一-龥]$|^(?![你您我俺咱也都还到是他])[^，。]{2,8}?(?:不知道|不清楚|分不清"
    r"|搞不懂)[^，。]{2,}$"
)
# 化工企业没有, 图上没有, 慰问金没有: what is missing, and where.
_MISSING = Seldom(
    r"^(?![你您我俺咱今现目最]|一[^，。]{1,2}没有$|别的|其他)[^，。]{2,10}(?<![了还都也过完好成来到就是有钱])没有$"
)
# 值班的睡着了, 窗口有人玩手机: what was found of those on duty
_LAPSE = Seldom(
    r"(?:值班|当班|在岗|值守|保安|门卫|司机|窗口|[安管检护驾操救保]理?员|医生|护士)[^，。]{0,6}(?:迟到|早退|打瞌睡|睡着|睡觉|玩手机|脱岗|离岗|喝酒|打牌|不在岗?)"
)
# Whom one turns to beyond the office.
_HOUSE = (
    r"(?:[局办科所站院厂行馆队校村镇社会店家户]|公司|中心|物业|民宿|[一二三四五六七八九十][小中]|[师医]生|师傅|支书)"
)
# 我重新包了线, 我把文件号都抄上, 我明天上门去看账本: what hands do or will do to a thing or for others.
_OWN_DEED = Seldom(
    r"^我们?(?:(?:[今明后]天|下?周[一二三四五六日天]?|[上下]午|晚上|当场|马上|这就|已经?|又|再|先|都|去|来)*)"
    r"(?:把(?!你|我|数|日期|这个|那个|[^，。]*(?:给[你您]|照着|贴)|[^，。]*[数算记][进重错混漏])[^，。]{2,}"
    r"|(?:登记|记录|抄)了(?!一下$)[^，。]{2,}|[查看问]了(?:一?[下看圈])?(?:就|原来)?是[^，。]{3,}|(?:给|跟|和|向)[^，。你您我]{1,8}(?:打了?电话|联系|反映|汇报|说)了?$"
    r"|重新(?!数|核|点|算|报|发|写|看|查|对|量|统)[一-龥]{1,4}了?|上门[^，。]{2,}|答应了|打了?电话[^，。]+|加了?[^，。]{0,4}(?:微信|电话)[^，。]*"
    r"|让[他她]们?(?:先|马上|当场|赶紧)[^，。]{3,}|[拧绑拴扎擦扶调补关锁](?:紧|好|住|上|正|稳|净)了"
    rf"|[问找]了?[^，。]{{1,8}}{_HOUSE}|(?:[找问跟和与]|联系|约)(?![你您])[^，。]{{0,8}}?{_HOUSE}[再也又去]?(?:说|谈|问|讲|商量|对接|协调|要|借|看|定|改|修)[^，。]{{0,6}}"
    rf"|[给替跟帮](?:{OTHERS.pattern})[^，。]{{2,}}"
    r"|[给替跟帮](?![你您])[^，。]{1,6}?[修换装拆补送办包贴联通借印][^，。]*"
    r"|(?:改(?=[路方线门])|喊(?=[广喇村群])|[修换装拆焊缝搬拉印借催贴挂](?!了?[用一两俩下])|联系|通知|约)[^，。]{2,})$"
)
# 手语舞、盲人二胡 of a show, 一起吵架的 of three complaints, 保安维持秩序: parts and small deeds, told of a doer.
_PARTS = Seldom(
    r"^一[起件例桩](?!去|来|吃|喝|走|看|搞|做|弄)[一-龥]{2,8}的$"
    r"|谁的?(?!爱)[^，。？]{1,8}谁[一-龥]{0,3}$|^[一-龥]{2,10}(?:帮着?|负责|来|去)?维持(?:现场)?秩序(?:的)?$|[一-龥]{2}救(?:上|出|起|下)来(?:的|了)?$"
    r"|^(?:我们|咱们)(?:发|送|提供)(?:了)?(?!愁|呆|现|火|烧|消息|红包|朋友圈|照片|群|走|行)[一-龥]{2,5}$"
)
_LISTED = re.compile(r"^有(?!没有)[一-龥]{2,8}(?:、(?!有)[一-龥]{2,8})+$")
_PRAISED = re.compile(
    r"特色|亮点|内涵|温度|高度|深度|力度|激情|热情|[笑歌掌]声|气氛|氛围|意义|活力|魅力|精神|风采|色|味"
)


# Asked of a clause from several sides.
@lru_cache(maxsize=2048)
def tells(text: str) -> bool:
    """Whether the clause tells something of the matter, whatever words of chat stand in it."""
    return tells_a_part(text) or any(p.holds(text) for p in (_SAID, _ABOUT, _MISSING, _LAPSE, _OWN_DEED))


@lru_cache(maxsize=2048)
def tells_a_part(text: str) -> bool:
    """Whether the clause names a part of the matter or a small deed beside it, so that it is no empty talk either."""
    return _PARTS.holds(text) or (_LISTED.match(text) is not None and not _PRAISED.search(text))


# 无人机最后一处没飞成，风太大: why it came otherwise than meant
_WEATHER = re.compile(r"(?:晚上|早上)?[风雨雪雾天](?:太|很|特别)?[大热冷晒毒浓]了?|太阳[太很]?[大毒晒]了?")
_UPSET = re.compile(r"歪|吹|没[^，。有]|差点|未|停|取消|改|挪|推迟|延|断|塌|倒|涨|漏|进水|淹|疏散|水位")


def upset(text: str, around: Iterable[str]) -> bool:
    """Whether the clause blames the weather for what the clauses right before and behind tell."""
    return _WEATHER.fullmatch(text) is not None and any(map(_UPSET.search, around))
