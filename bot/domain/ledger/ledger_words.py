"""Words about the ledger of problems: register one, list them, count them, no reminders. One item: item_orders.py."""

import re

from bot.domain.ledger import item_orders
from bot.domain.ledger.item_orders import Act, Ask
from bot.domain.ledger.ledger_facts import sourced

LONGEST = 600
"""Nobody types a longer problem; what is longer was pasted and is material."""

_POLITE = r"(?:请|麻烦|帮我|帮忙|给我|我要|我想|再|现在)*"
_TAIL = re.compile(r"[。！!～~，,\s]+$")
_SEP = r"[：:，,。\s]*"
_REGISTER = re.compile(
    rf"^{_POLITE}(?:(?:登记?|新增|录入|立)(?:一下|上)?|记录?(?=一[个条项]))(?:一?[个条项])?(?:整改)?问题(?:到|进"
    rf"|入)?(?:问题|整改)?(?:台账|清单)?(?:里)?{_SEP}(?P<rest>.*)$"
    rf"|^{_POLITE}(?:往|在)?(?:问题|整改)?台账(?:里|上|中)?(?:登记|新增|加|记|录入|添)(?:上"
    rf"|入)?(?:一?[个条项])?(?:问题)?{_SEP}(?P<more>.*)$"
    rf"|^{_POLITE}(?:问题登记|(?:登记|列|记|录)(?:入|到|进)(?:问题|整改)?台账){_SEP}(?P<third>.*)$"
    rf"|^{_POLITE}(?:记|登|加|录)(?:一?[个条笔项]|到|进|入|上)?(?:问题|整改)?台账[：:，,]{_SEP}(?P<noted>.+)$"
    rf"|^{_POLITE}登记(?:一?下|一[个条])?{_SEP}(?P<reported>.+)$"
    r"|^(?:又|还|今天|刚才?|上午|下午)*(?:发现|查出|查到)了?(?:一?个|一处)?(?:新的?)?(?:问题|隐患)[：:，,]\s*"
    r"(?P<found>.+(?:让|由|交给|责任人|安排).{2,8}[^，,。]*(?:前|内|之前).*)$"
    r"|^(?:把|将)?(?P<fourth>.{4,}?)[，,。\s]*(?:请|帮我|这个|这条|也|要|给我)*(?:登记到|登记进|记到|记入|记进"
    r"|列入|录入|登记上|上|加到|加进)(?:问题|整改)?台账(?:里|上|中)?(?:吧|去)?$",
    re.S,
)
_LET = re.compile(
    r"(?:让|由|安排|交给)(?P<who>[^，,]{2,6}?)(?=(?:[本下这]?周[一二三四五六日天末]|\d|[本下]?"
    r"月底|年底|明天|后天|今天|[一二三两]天)[^，,]{0,6}[前内])"
)
"""让老李周五前换掉: who and until when stand together."""
_COUNTED = re.compile(r"(?:\d+|[一二两三四五六七八九十几多]+)\s*[个条项处件]|了")
_HOW = re.compile(r"(?:怎么|如何|咋|怎样)|[？?]$|吗$")
_LIST = re.compile(
    rf"{_POLITE}(?:看看?|查看?|查一下|打开|显示|列出|列一下|发)?(?:一下|下)?(?:我们|本单位|全部|所有)?(?:的)?(?:问题"
    r"|整改)?台账(?:清单|列表|情况|里?有(?:什么|哪些|啥|几项))?(?:看看|看一下)?(?:吧)?"
    rf"|{_POLITE}(?:问题清单|整改清单|(?:还有)?(?:哪些|什么|几个|多少)问题(?:还)?没(?:有)?(?:整改|销号|解决|办)(?:完"
    r"|好|掉)?(?:的)?)[？?]?"
    r"|(?:还有)?(?:哪些|什么|几个|几项|多少)(?:项|个)?(?:问题)?(?:没|未)(?:有)?(?:销号|办[完结好]|整改完?)(?:的)?[？?]?"
    r"|(?:没|未)销号的(?:问题)?(?:有哪些)?[？?]?"
    r"|(?:问题|整改)?台账(?:里|上|中)?(?:面)?(?:现在|目前|还|都|一共)*(?:有|挂着?|剩下?|欠着?|记着?)(?:几|多少"
    r"|什么|啥|哪些|些什么)"
    r"[个项条]?(?:问题)?(?:没|未)?(?:有)?(?:办|销号?|整改|解决|完成|弄)?(?:完|好|掉)?(?:的)?(?:问题)?[？?]?"
    r"|(?:问题|台账)?(?:里)?(?:哪些|什么|有哪些|有没有)?(?:快|马上|就要|这几天|[这本下]周|[这本下]个?月|月底前?|最近|近期)(?:要)?(?:到期|超期"
    r"|逾期)(?:了)?(?:的)?(?:问题)?(?:有)?(?:哪[些几][个项]?|几[个项]|什么|啥|吗|没有?)?[？?]?"
)
_MINE = re.compile(
    rf"{_POLITE}(?:看看?|查看?)?(?:我负责的|我的|该我办的)(?:问题|整改|台账|整改问题|整改项)(?:有哪些)?[？?]?"
    r"|(?P<who>[\u4e00-\u9fff]{1,4}?)(?:负责|名下|手[上里头]|那[里边儿]|该办|该整改|(?=还有))的?(?:问题|整改项|项|事)?(?:还|现在|一共)?"
    r"(?:有|剩下?|挂着|压着|欠着)?(?:几|哪些?|多少|什么)[个项件条]?(?:问题|事)?(?:没|未)?(?:有)?(?:办|整改|销号?|完成)?[完好掉]?的?[？?]?"
)
_OVERDUE = re.compile(
    rf"{_POLITE}(?:看看?|查看?|列出)?(?:有)?(?:哪[些个几]个?|什么|几个)?(?:问题|整改|台账)?(?:是)?(?:逾期|超期|过期"
    r"|到期没?整?改?)的?(?:问题|整改|台账|清单|项)?(?:了)?(?:的)?(?:有哪些|有几个|吗)?[？?]?"
    r"|把?(?:逾期|超期)的?(?:问题|项)?(?:都)?(?:列|看|查|发)(?:一下|出来|给我|我)*"
)
_WAITING = re.compile(
    rf"{_POLITE}(?:看看?|查看?)?(?:有(?:哪些|什么|没有))?(?:待|等我|要我|该我|等着)销号的?(?:问题|申请|项"
    r"|清单)?(?:有哪些|吗)?[？?]?|(?:看看?|查看?)?销号申请(?:有哪些)?[？?]?"
)
_PERIOD = (
    r"(?P<period>今年|本年|去年|(?:今年)?[上下]半年|(?:今年)?第?[一二三四1-4]季度|这个?月|本月|上个?月|\d{1,2}月份?"
    r"|这周|本周|这个?星期|今天|20\d\d年)"
)
_CLOSED = re.compile(
    rf"(?:我们|本单位)?{_PERIOD}?(?:我们|一共|总共|已经?)*(?:销号|销)了?(?:多少|几)(?:项|个|条)?(?:问题)?[？?]?"
    rf"|(?:看看?)?{_PERIOD.replace('period', 'again')}?(?:已经?)?销号了?的?(?:问题|项)?(?:有哪些|清单"
    r"|列表)[？?]?"
)
_SUMMARY = re.compile(
    rf"{_POLITE}(?:写|出|来|生成|给)?(?:一个|一段|个|段)?{_PERIOD}?的?(?:问题|整改)?(?:台账"
    r"|整改)(?:情况)?(?:的)?(?:小结|汇总|统计|总数|完成率)(?:是?多少|一下)?[？?]?"
    r"|(?:我们|本单位)?(?:一共|总共|目前|现在|已经?)*(?:反馈|登记|查摆|发现)了?的?(?:多少"
    r"|几)[项个条]?(?:问题)?[，, ]?(?:已经?)?(?:完成|整改|销号|办结)了?(?:多少|几)[项个条]?(?:问题)?[？?]?"
)
_EXPORT = re.compile(
    rf"{_POLITE}(?:(?:把)?(?:问题|整改)?台账(?:导出|导成|下载|存成|转成|做成|生成)(?:成|为|出来)?(?:表格?|excel|xlsx"
    r"|EXCEL|Excel|文件)?(?:发我|发给我)?(?:一下)?"
    r"|(?:导出|下载|生成|发|要|给)?(?:一下|我?一份|一个)?(?:问题|整改)?台账(?:的)?(?:表格|excel表?|xlsx)(?:给我)?"
    r"|(?:导出|下载|生成|发)(?:一下|一份)?(?:问题|整改)?台账(?:表|文件)?(?:给我)?"
    r"|(?:把)?(?:问题|整改)?台账(?:的)?(?:表格|excel|xlsx)?(?:发我|发给我)"
    r"|(?:把)?(?:这个|问题|整改)?(?:台账|清单|单子)(?:给我)?导(?:一?[个份张]|成|出来?)*(?:表格?|excel)?(?:给我|发我)*"
    r"|(?:问题|整改)?台账(?:的)?(?:表格|excel表?|xlsx))(?:吧)?",
    re.I,
)
_TEMPLATE = re.compile(
    rf"{_POLITE}(?:用|按照?|套用|打开|调出|来|登记)?(?:一下|个"
    r"|照)?[“\"]?六查[“”\"、，]*(?:六正)?[“”\"、，]*(?:两提高)?[”\"]?(?:的)?(?:模板|清单|检查表|自查表|自查"
    r"|登记|来登记)(?:登记|自查|来|吧)*"
)
_MUTE = re.compile(
    r"(?:请|麻烦|你)?(?:以后|今后|先)?(?:每?[周天](?:[一二三四五六日天])?|每个?星期.?|到期)?(?:都)?"
    r"(?:别|不要|不用|不必|停止|关闭|取消|关掉|关了)(?:再)?(?:给我|老|总|跟我)*(?:发|推送?|弹)?(?:台账)?(?:的)?"
    r"(?:提醒|催)(?:我)?(?:消息)?(?:了|啦)?(?:吧)?"
)
_UNMUTE = re.compile(r"(?:请|麻烦|给我|帮我)*(?:恢复|打开|开启|重新|继续|可以|开)(?:给我)?(?:发)?提醒(?:我)?(?:了|吧)?")


def read(text: str) -> Ask | None:
    """What the words want of the ledger; None where they are not certainly about it."""
    words = _TAIL.sub("", text.strip())
    if not words or len(words) > LONGEST:
        return None
    for act, pattern in (
        (Act.TEMPLATE, _TEMPLATE),
        (Act.EXPORT, _EXPORT),
        (Act.SUMMARY, _SUMMARY),
        (Act.MINE, _MINE),
        (Act.LIST, _LIST),
        (Act.OVERDUE, _OVERDUE),
        (Act.WAITING, _WAITING),
        (Act.CLOSED, _CLOSED),
        (Act.MUTE, _MUTE),
        (Act.UNMUTE, _UNMUTE),
    ):
        found = pattern.fullmatch(words) if len(words) <= 40 else None
        if found:
            named = found.groupdict()
            return Ask(act, words=named.get("period") or named.get("again") or named.get("who") or "")
    return item_orders.read(words) or _registered(words)


def _registered(words: str) -> Ask | None:
    found = _REGISTER.match(words)
    if found is None:
        return None
    rest = _LET.sub(r"由\g<who>负责，", next((part for part in found.groups() if part), "").strip())
    if found["reported"] and not sourced(rest):
        return None
    if _COUNTED.match(rest) or (len(rest) <= 12 and _HOW.search(rest)) or _HOW.search(words[: found.end() - len(rest)]):
        return None
    return Ask(Act.REGISTER, words=rest)
