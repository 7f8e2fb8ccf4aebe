"""How a message and its clauses begin: words of filling, another matter, items that are counted off."""

import re
from collections.abc import Sequence

from bot.domain.language.names import SURNAMES
from bot.domain.notes.note import Note

OPENS = re.compile(
    r"另外?一码事|另外(?:一件|还有(?:个|一件)|一个|有个)|还有(?:一?个|一?件)(?:事|活动|会)"
    r"|(?:另|再)(?:一|有)(?:件|个)(?:事|活动)|第[二三四](?:件|个)(?:事|活动|是)|"
    r"(?:再|另外)(?:说|报|记)(?:一|个|下)?(?:件|个)?(?:事|别的)|下面(?:说|是)(?:另|第二)"
    r"|^(?:另一个|另一件|再一个|第二个|第二件)是|同一个?时[候间]"
)


# 今天三件事：一是…二是…: only then does 二是 begin another matter.
SEVERAL = re.compile(r"(?<![说讲调署求议定排提做抓过]了)(?<![说讲调署求议定排提做抓])[两三四2-4]个?件?(?:事|活动)")


NEXT = re.compile(r"(?:二|三|四)是")


# 过了三件事：一是预算，二是方案: the numbers belong to the list.
LISTED = re.compile(r"[：:]\s*一是")


ITEM = re.compile(r"[二三四五六]是")


# 不是200份，是220份: the two halves of a correction stand on both sides of a comma.
PAIRED = re.compile(
    (
        r"^(?:[一-龥]{0,6})?不是[^，,。；]{1,14}[，,]\s*(?:而|应该)?是[^，。；]{1,20}$"
        r"|^(?:[一-龥]{0,6})?是[^，,。；]{1,14}[，,]\s*(?:而)?不是[^，。；]{1,14}$"
    ),
    re.M,
)


HALF = re.compile(r"^(?:[一-龥]{0,6})?(?:不是|而是|应该是|是)")


FILLER = re.compile(
    r"(?:这|这些|上面|以上)?(?:都|全)?是(?=(?:[今昨前]天|[今昨]晚|\d{1,2}[号日]|上周[一二三四五六日]?|[上下]午|早上|晚上?)+的事)"
    r"|(?:(?:有个)?最(?:要紧|重要|关键|主要)的(?:事)?(?:是|差点忘了?|(?:给)?忘了?说了?|没说|还没说)|哎呀|喂(?=[，,！!\s]|我|口|你)|(?:我)?(?:口述|语音)(?:一下)?[，,]?(?:你|您)?(?:帮)?(?:我)?(?:记|听"
    r"|写)(?:一下|着|好)?(?:啊|哈)?"
    r"|问题是(?:啥|什么)呢|[「【\[（(](?:转发自|转自|转发[：:])[^」】\]）)]{0,20}[」】\]）)][：:]?"
    r"|(?:-{2,}|—{1,2})?\s*(?:转发自|Forwarded from)\s*[^\s：:，。]{1,14}[：:\s]+|同一个?时[候间]"
    r"|【(?:转发|转|回复|链接|图片|视频)】(?:[^：:，。\s]{0,16}[：:])?"
    r"|(?:转发|转)(?:自)?(?:[@＠][^：:，。\s]{1,12}|[^：:，。\s\d]{0,8}(?:队|局|科|馆|站|群|中心|办))?[：:]"
    r"|(?:我)?(?:补[报记发]|漏[报记发])(?:了)?(?:一?下|[一两]?[个条件则次])?(?:[，,：:]|(?=[上前昨今])|$)"
    r"|补报(?:一下)?|今年的?(?:是|情况|数)?[：:]|加一句[:：]|再加一句"
    r"|(?:今天|昨天)?(?:一共|就)?[两三2-4]个?(?:件)?事儿?(?:[，,:：]|$)"
    r"|不过(?![期关审夜线问户磅硬敏滤度])(?=[一-龥]{2})|(?<=事[，,：:])一件是|(?:一个|一|二|三|四|另一个|另一件|再一个|第二个|第二件)是(?=[一-龥])|[二三四]是(?=\d)"
    r"|(?:今天|这周|本周|昨天|上周)?的?(?:几件|两件)?事情?(?:一起|一块儿?|都)(?:报|说|发)(?:了|一下)?(?:[：:]|$)"
    r"|补一下(?:今天|昨天|这周|上周)?的?(?:[：:]|$)|顺[手便带](?=[一-龥])|然后呢?|接着|后来|再后来|另外(?!\d|[一两几三四五六七八九十][个家处条件户])"
    r"|还有(?=[，,就一个])|对了|那个|这个(?!月|周|星期|活动|展|月|季|班|队|村|团)|就是说?|嗯+|哦+|噢|啊|呃|额|其实|反正|总之"
    r"|完了(?=[，,])|补充一下|补充一点|补充|再补充一句|汇报一?下|报告一?下|通报一?下|"
    r"(?:上个?月|上周|前(?:几|两)天|之前|以前|早先|上次)(?:我们|咱们?)?(?:说|提|讲|报|定|答应)(?:过"
    r"|好)?的(?=[一-龥]{2})|(?:我)?(?:跟|给|向)(?:你|您|大家|领导|主任)(?:说|汇报|报告)(?:一下|下|说)|说一下|记一下"
    r"|记(?=今天|上午|下午|昨天)|是这样的?|情况是这样的?|今天的情况是?|哎|诶|唉|咱说|我说一下|先说|再说|再一个|再就是"
    r"|第[一二三四五六]个?(?:[，,]|是(?!个|名|位|[^，。]{2,12}(?:队|村|县|局|校|班|中学|小学)$))|"
    r"还有个?(?:数|情况|事)?(?:忘了说)?[，,:：]|差点忘了|忘了说|刚忘了说|顺便说(?:一下|一句)?|领导[，,好]|主任[，,好]"
    r"|@\S+\s*)[，,、:：\s]*"
)


# 今天三件事。 in one message, 二是… at the head of a later one by the same hand.
ANNOUNCED = re.compile(
    r"\s*(?:今天|今日|昨天|上午|下午|这周)?(?:一共|共|就|有|办了|干了)?[两三四五2-5]个?件?(?:事|活动|工作)"
)


COUNTED_OFF = re.compile(r"\s*(?:二|三|四|五|第[二三四五](?:件|个)?)(?:是|、|，|,)")


FORWARDED = re.compile(r"\s*(?:【(?:转发|转|回复)】|转发)")


SENDER = re.compile(rf"[{SURNAMES}][一-龥]{{1,2}}[：:]\s*(?=[一-龥]{{2}})")


# 「丁一凡：…」, 引用 丁一凡：… with or without a line below: a message answered to, not said again.
_QUOTES = re.compile(
    r"^(?:「[^「」：:]{1,12}[：:](?P<a>[^「」]*)」|(?:引用|回复)[ 　]*[^：:\n]{1,12}[：:](?P<b>[^\n]*)\n"
    r"|>[ ]?(?:[^：:\n]{1,12}[：:])?(?P<c>[^\n]*)\n)(?:\s*[-—–_=*]{1,}\s*)*\s*"
)


def unquoted(text: str, before: Sequence[Note]) -> str:
    """The message with the quotation of an earlier one blanked out, offsets kept."""
    found = _QUOTES.match(text)
    body = next((g.strip() for g in found.groups() if g), "") if found else ""
    if found is None or not body or not any(body in said.text for said in before) or found.end() >= len(text):
        return text
    return " " * found.end() + text[found.end() :]


# 意向：旧林场80亩，一期投1200万: all of it is only meant.
INTENDED = re.compile(r"(?:初步)?(?:意向|设想|打算|计划)(?:是|为)?[：:]")


FIGURE = re.compile(r"\d|[一二两三四五六七八九十百千万]")


# 今年上半年我局坚持…: the period that an empty opening speaks of is that of the figures behind it.
PERIOD_AHEAD = re.compile(r"(?:今年|去年|\d{4}年)?(?:[上下]半年|第?[一二三四]季度|前[一二三]个?季度)(?=，|[一-龥])")


# 上面那条发错群了, 不好意思发串了: what was sent before was meant for others.
WRONG_GROUP = re.compile(
    r"^(?:不好意思|抱歉|哎呀?)?[，,\s]*(?:我)?(?:上面|前面|刚才|刚刚)?(?:那|这)?(?:一)?[条个]?(?:消息|信息)?"
    r"(?:我)?(?:发|转)(?:错|串)(?:群|人|地方|窗口)?了"
)
# 上面是转的，不用写: what stands before it is from elsewhere, what follows is the speaker's own.
HANDED_ON = re.compile(
    r"^(?:上面|前面|刚才|上一?条|那条)(?:那|这)?(?:一)?[条个]?(?:消息|通知)?(?:的)?(?:都)?是(?:我)?(?:转(?:发)?|抄)(?:来)?的"
)
