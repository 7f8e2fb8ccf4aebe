"""Whether words ask for a section of a summary, in whatever order people say it: 起草…那一节, …那块写一下, …写三条.

The words are taken apart into the pieces of a request (section_grammar.py); they are one where the pieces suffice and
next to nothing is left over. Words that tell of a day's work leave much over: those are notes.
"""

import re

from bot.domain.summary.section_grammar import Clause, Mark, clauses
from bot.domain.summary.section_reading import matters

SHORTEST, LONGEST, LONGEST_MATTER = 4, 60, 18
MOST_MATTERS = 2

_CLOSING = re.compile(
    r"存在的?问题|问题[和与及]|不足|短板|薄弱|下一?步|下一?阶段|打算|思路|工作(?:计划|安排)|(?:明年|来年).{0,4}(?:计划"
    r"|安排|要[干做])"
)
_CLOSING_PARTS = re.compile(r"存在的?问题[和与及、]下一?步(?:工作)?(?:打算|计划|安排|思路)")
_GENERAL = re.compile(r"情况|进展|成效|成绩|亮点|做法|经验|收获|概述|帽[段子]|开头|引言|内容|工作$|活动$|问题$")
_HAPPENED = re.compile(
    r"召开|举办|举行|查摆|开展(?!情况)|组织(?!领导|建设|生活)|发现|收到|采用|(?<!为)了(?!解)|过(?:几|多少)"
    r"|几[篇份次]|多少|哪"
)
_FIELD = re.compile(r"(?:安全|工作|建设|服务|活动开展|宣传|治理|管理|保护|整治|检查|培训|推广)$")
_ORDERED = re.compile(
    r"(?:请|帮我?|给我|替我|你|把|我|想|要)*(?:起草|写写|写一?下|拟|[^，]{2,14}(?:总结总结|(?:总结|归纳|梳理)一下))"
)
_ONE_SECTION = re.compile(r"一小?节$")
_OF_A_UNIT = re.compile(r"(?:局|馆|站|所|处|队|中心|院|科|股|办|单位|我们)(?:的)?(?:工作|年度|全年)*(?:总结|小结|述职)")
# Who tells of a day, of a paper that is written, or asks what the rules are, asks for no section.
_TOLD = re.compile(
    r"今天|昨天|前天|今早|昨晚|上午|下午|晚上|刚才|刚刚|上周|这周|本周|周[一二三四五六日]|\d月\d+[日号]"
    r"|(?:写|交|报|拟|起草|整理|列|印|发|开|(?:总结|汇总)(?!了[，,]))(?:了(?!多少|几|啥|哪|什么|些|$)|完了|好了|过)"
    r"|参加|会上|学员|学生|选手|孩子|老人们|讲座上|大家|正在写|在写|这[一几]?[段句篇]话|虚不虚|上面|以上"
    r"|这些|这几条|素材|记录|刚发|布置|要求[各每所]|每人|各(?:科|股|单位)|(?:前|下周)[上]?交|交[给到]|报[给到]"
    r"|领导(?:让|要求|说|强调)"
    r"|\d(?:多|余|来)?(?![月年季字条点项句段页篇节号至到份个来多余])[\u4e00-\u9fff]|\d个(?!字|方面|部分|小?节|季度|月)"
)
_TOLD_WHOLE = re.compile(r"^[\u4e00-\u9fff]{2,4}(?:了|(?<![存实现])在)(?=[\u4e00-\u9fff])")
_ASKED = re.compile(
    r"[?？吗么]$|一般|应该|能不能(?:写(?!一|个)|提|不|带)|要不要|需不需要|能不能用|可不可以|规定|格式|字体|几号字"
    r"|有哪些要求|多少页|多少字|谁(?:写|来写|负责)|什么时候|怎么写才|区别|为什么"
)
_OF_A_DRAFT = re.compile(
    r"标题(?!叫|是|为)|结尾|正文|第.{1,3}[句]|第.{1,3}段|全文|(?<![初底草结稿])稿子|这稿|信息(?!化|报送|公开|技术"
    r"|宣传|员)|简报|通知|请示"
    r"|函(?!授)|通讯(?!员)|消息|新闻(?!宣传|发布)|朋友圈|标语|作文|感想|心得|笑话|诗(?!词|歌|经)|发言稿"
    r"|台账(?:小结|清单|报表|$)"
)
_CHANGING = re.compile(
    r"^(?:把|将)?(?:删|改|去掉|加(?!一?[段节块])|补(?!一?[段节块])|换|不要?|别|这[段节块]|那[段节块])|^第.{1,3}[条点]"
    r"|去掉|删[掉去了]|拿掉|别要|不要了?$|[放挪移调换]到[前后第最]|改[成为]"
    # 老周还跟咱吵，这段别往里写: what is only told not to be written
    r"|^(?:(?!写|起草).)*(?:别|不要|不用|甭|不能)(?:再|先|往[^，。 ]{0,5})?写(?:进去?|上|出去|出来)?(?:了|啊|哈)?$"
)


def asks(words: str) -> bool:
    """Whether the words certainly ask for a section or a summary to be drafted."""
    said = words.strip().rstrip("。.!！~～ 吧呗啊呀")
    if not SHORTEST <= len(said) <= LONGEST or "\n" in said:
        return False
    if any(signs.search(said) for signs in (_TOLD, _TOLD_WHOLE, _ASKED, _OF_A_DRAFT, _CHANGING)):
        return False
    parts = clauses(said)
    told, marks = matters(parts), _marks(parts)
    about = next(iter(told), "")
    if len(about) > LONGEST_MATTER or len(told) > MOST_MATTERS:
        return False
    if marks & (Mark.VERB | Mark.HOW | Mark.WANTS):
        return _told_to_write(said, about, marks)
    return len(told) <= 1 + bool(marks & Mark.DOCUMENT) and _named_alone(said, about, marks)


def beyond_a_draft(words: str) -> bool:
    """Whether they ask for one and name its summary or its time: no words about a draft on the desk do."""
    return asks(words) and bool(_marks(clauses(words)) & (Mark.DOCUMENT | Mark.SPAN))


def _marks(parts: tuple[Clause, ...]) -> Mark:
    marks = Mark.NONE
    for one in parts:
        marks |= one.marks
    return marks


def _told_to_write(said: str, about: str, marks: Mark) -> bool:
    """Somebody is to write: what it is must be a part of a summary."""
    if marks & Mark.DOCUMENT or _CLOSING.search(said):
        return True
    if not about:
        return bool(marks & Mark.SPAN and marks & (Mark.HOW_MUCH | Mark.HOW)) or _ONE_SECTION.search(said) is not None
    if marks & (Mark.PART | Mark.DRAFT | Mark.PROSE | Mark.HOW_MUCH):
        return True
    general, timed = bool(_GENERAL.search(about)), bool(marks & Mark.SPAN)
    if (marks & Mark.POINTS or general) and (general or timed):
        return timed or bool(marks & Mark.POINTS) or _ORDERED.match(said) is not None
    return _ORDERED.match(said) is not None and bool(timed or _FIELD.search(about) or "写写" in said)


def _named_alone(said: str, about: str, marks: Mark) -> bool:
    """Nobody says that it is to be written: the words name a section, or a summary and how long."""
    if _HAPPENED.search(said) or marks & Mark.BEHIND:
        return False
    sized = bool(marks & (Mark.PROSE | Mark.POINTS))
    if marks & Mark.DOCUMENT:
        return sized or bool(marks & (Mark.SPAN | Mark.PART | Mark.DRAFT | Mark.COPY)) or bool(_OF_A_UNIT.search(said))
    if _CLOSING_PARTS.fullmatch(said):
        return True
    if _CLOSING.search(said) or _GENERAL.search(about):
        return sized or bool(marks & (Mark.COPY | Mark.PART | Mark.DRAFT))
    return bool(about) and bool(marks & Mark.PART or (marks & Mark.PROSE and marks & Mark.SPAN))
