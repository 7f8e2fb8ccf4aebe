"""What of a draft words point at: 借书证那句, 花钱的, 学生人数, 结果. Sentences are taken as groups of clauses, each
group with its own doer."""

import re
from dataclasses import dataclass

from bot.domain.language.names import TITLE, people, places
from bot.domain.language.sentences import clauses, split
from bot.domain.language.word_edges import opens_with_deed, words

ANY_FIGURE = "数字"
"""The name of a figure that is only called a number."""

ELEMENTS = {
    ANY_FIGURE: r"(?<![\d.月年])\d[\d.,]*(?:多|余|来)?万?(?![年月日时分号\d])[\u4e00-\u9fff]{1,2}?"
    r"(?=[，。；、\u4e00-\u9fff])",
    "人数": r"\d[\d.,]*(?:多|余|来)?万?(?:人次|人|名|位)",
    "总数": r"\d[\d.,]*(?:多|余|来)?万?(?:人次|人|名|位)",
    "时间": r"(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[上中下]午|早上|晚上|晚)?(?:\d{1,2}时(?:\d{1,2}分)?)?",
    "日期": r"(?:\d{4}年)?\d{1,2}月\d{1,2}日",
    "地点": r"(?<=[在到赴于])[^，。；在到赴于\d]{2,14}?(?=举办|举行|开展|组织|召开|进行|慰问|检查|植树"
    r"|参加|，|。)",
    "金额": r"\d[\d.,]*(?:多|余)?[万亿]?元",
    "场次": r"\d+(?:多|余)?场(?:次)?",
    "件数": r"\d+(?:多|余)?件",
    "册数": r"\d+(?:多|余)?册",
}
"""Kinds of fact by the name that people give them, as patterns of a report's words."""

DEFECT = re.compile(
    r"尚未|还没有?|没有(?:完成|整改|到位|配齐|解决|安装|开放)|未(?:完成|整改|到位|配齐|配备|解决|达到|开放|安装)"
    r"|缺(?:少|乏|口|编|人|配件|零件|资金|经费|设备|场地|水|电)"
    r"|没有?(?:修好|装好|建好|办好|办成|配上|通水|通电|通车|信号|人(?:管|修|接|清)|资金|经费|场地|设备|着落)|修不好"
    r"|用不了|打不开|排不上|没有排上|不足|不够|偏少|[未没不](?:达标|合格)|还在(?:调解|整改|处理|协调)|"
    r"故障|损坏|停用|漏[水雨油气电]|破损|失灵|过期|受潮|坏了|老化|投诉|存在.{0,14}(?:问题|隐患|困难)"
)
"""A fault, as reports name one."""
_TOPICS = (
    (r"问题|隐患|毛病", rf"发现.|查出|{DEFECT.pattern}"),
    (r"多少钱|花了?钱|花费|费用|经费|金额|钱数?|花销|开支|预算", ELEMENTS["金额"]),
    (r"几个人|多少人|人数|来了多少", ELEMENTS["人数"]),
    (r"工资|薪资|薪水|待遇", r"[月年日时底]薪|薪[资酬水]|工资|工钱"),
    (r"领导", rf"{TITLE}|领导"),
    (r"计划|打算|下一步|以后", r"计划|拟于?|将|下一步|打算"),
)
_RESULT = re.compile(r"^(?:活动)?(?:结果|成果|效果|成效|数据|数字|成绩|亮点)$")
_IDLE = re.compile(r"[的那这句个了是有和与跟在把将给关于些点多少怎么数段条件事情内容部分一]")
_ASKS_FIGURE = re.compile(r"多少|几[个册人张份场次]?|数$")
_ENOUGH, _NAMED = 0.5, 3.0
_OWN_DOER = re.compile(
    r"(?:全[馆局县镇村校体]|共|约|近)?\d[\d.]*(?:多|余)?万?(?:余)?(?:名|位|人|个|户|家|支)|其中|现场|会议|会上"
    r"|活动(?!费|花|用)"
)


def groups(sentence: str) -> list[str]:
    """The sentence's clauses in groups, each with its own doer, without the marks at their ends; who led is alone."""
    found: list[str] = []
    last = ""
    for span in clauses(sentence):
        clause = bare(span.text)
        led = (_LED.search(last) and not _STAFF.match(clause)) or (_THERE.match(clause) and people(last))
        if found and (goes_on(clause, last) if led else not begins(clause) or hangs(clause, last)):
            found[-1] += "，" + clause
        elif clause:
            found.append(clause)
        last = clause
    return found


_LED, _STAFF = re.compile("(?:带队|陪同)$"), re.compile(r"[一-龥]{0,4}\d+[人名]")
_THERE = re.compile("设?有(?!关|效|序)")


def sentence_of(parts: list[str]) -> str:
    """The groups as a sentence again; empty where there are none."""
    return "，".join(parts) + "。" if parts else ""


PART_OF = r"其中|包括|说(?![明服唱课法理书])|另(?![外行])"
"""How a clause begins that only divides or goes on with what the one before has said, and names nobody."""
_GOES_ON = (
    rf"{PART_OF}|结果|当场|当即|立即|随即|责令|现场(?![^，。]*\d)|已?(?:要求|处罚|处理|解决|安排|整改)"
    r"|限[期\d]|[一-龥]{0,4}(?:\d{1,2}月)?\d{1,2}日前"
)
_HANGS_ON = re.compile(
    rf"^(?:{_GOES_ON}|[一-龥]{{0,3}}(?:要求|责令|督促|提醒|通知|让)(?:其|他|她)"
    r"|并|且|并且|同时|还|也|又|均|全部|为(?!\d[\d.]*[户人名家个位])|让|使|对方|他|她|其|最[一-龥]{1,2}(?:[。，；]|$)|居[首第前]|位列|排[名第在]|占|同比|环比|(?:去年|上年|往年|上月)?同[期时]|(?:去年|上年|往年|上月|原来|先前)[是为才约]{0,2}\d|较|比|已"
    r"|\d[\d.]*[万余多]*人次?[一-龥]{1,4}(?:[，。；]|$))"
)
_BARE_COUNT = re.compile(r"^(?:[一-龥]{1,3}了|[一-龥])\d[\d.]*(?P<unit>[个只台件块张条本辆套棵处])$")
"""坏了1个, of what the clause before has counted."""
_COUNT_ALONE = re.compile(r"(?:[共约近])?\d[\d.]*[多余]?万?[一-龥]{1,5}")
_WHEN = re.compile(r"(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:[上中下]午)?|\d{1,2}时(?:\d{1,2}分)?")


def about_it(first: str) -> bool:
    """Whether a clause only names what the next ones tell about: 仁和药店, 过期药5盒."""
    return not re.search(r"\d", first) and not _kinds(first) & {"v", "d"}


def hangs(part: str, before: str) -> bool:
    """Whether the clause tells nothing without the one before: it names nobody, or what it counts is named there."""
    count = _BARE_COUNT.match(bare(part))
    return bool(
        _HANGS_ON.match(part)
        or _names_nothing(part)
        or (count and re.search(rf"\d{count['unit']}", before) and ("了" in part or opens_with_deed(part)))
        or (_COUNT_ALONE.fullmatch(bare(part)) and not re.search(r"\d", before) and not _kinds(part) & {"v"})
    )


def goes_on(sentence: str, before: str) -> bool:
    """Whether the sentence only goes on with what the one before tells: what was done about it, by when, what came."""
    first = clauses(sentence)[0].text if before else ""
    return bool(re.match(_GOES_ON, first)) or (before != "" and _names_nothing(first))


def _names_nothing(clause: str) -> bool:
    """Whether a clause holds a verb and no name, thing or count: 次日修好, 停工整改."""
    left = _WHEN.sub("", bare(clause))
    return 0 < len(left) <= _BRIEF and "v" in _kinds(left) <= set("vdtpuf")


def _kinds(clause: str) -> set[str]:
    return {word.kind[0] for word in words(clause)}


_BRIEF = 6


def bare(clause: str) -> str:
    return re.sub(r"[，、；：,;:。！!\s]+$", "", clause)


def begins(clause: str) -> bool:
    """Whether the clause says who does it."""
    if _OWN_DOER.match(clause):
        return True
    named = [*people(clause), *places(clause)]
    return any(name.start <= 6 and name.end <= len(clause) - 2 for name in named)


@dataclass(frozen=True, slots=True)
class Spot:
    """The n-th sentence and, in it, the n-th clause, both counted from 0; `named` where it holds the topic's very words
    or its kind of fact."""

    sentence: int
    clause: int
    named: bool = False


def spots(topic: str, text: str) -> list[Spot]:
    """Where the text speaks of the topic: the clauses that fit best, in order; empty where none does well enough."""
    weighed = []
    for s, span in enumerate(split(text)):
        for c, clause in enumerate(clauses(span.text)):
            weight = _fit(topic, clause.text, lead=s == 0 and c < 2)
            if weight >= _ENOUGH:
                weighed.append((weight, Spot(s, c, weight >= _NAMED)))
    best = max((weight for weight, _ in weighed), default=0.0)
    return [spot for weight, spot in weighed if weight == best]


def _fit(topic: str, clause: str, *, lead: bool) -> float:
    """How well the clause fits the topic: its very words, a kind of fact it names, or most of its characters."""
    if not topic.strip():
        return 0.0
    if topic in clause:
        return 10.0
    figure = re.search(r"\d[\d.]*", topic)
    if figure and not re.search(rf"(?<![\d.]){re.escape(figure[0])}(?![\d.])", clause):
        return 0.0
    rest = topic
    kind = 0.0
    unit = re.search(r"(?<!人)[一-龥]数", topic)  # 家数 and 岗位数 are counts of 家 and 岗位
    counted = [(unit[0], rf"\d[\d.,]*[多余]?万?[一-龥]{{0,2}}{unit[0][0]}")] if unit else []
    for named, pattern in (*_TOPICS, *((re.escape(name), pattern) for name, pattern in ELEMENTS.items()), *counted):
        word = re.search(named, topic)
        if word and re.search(pattern, clause):
            kind = 3.0
            rest = topic.replace(word[0], "")
            break
    if _RESULT.match(topic) and re.search(r"\d", clause) and not lead:
        return 3.0
    telling = list(_IDLE.sub("", rest))
    held = [char for char in telling if char in clause]
    verbs = [word.text for word in words(clause) if re.match("v|zg", word.kind)]
    alone = len(held) == 1 < len(telling) and held[0] not in verbs
    share = 0.0 if alone else len(held) / max(len(telling), 1)  # 讲 is the verb of 讲课; 普工 is not 工资
    if share and _ASKS_FIGURE.search(topic) and re.search(r"\d", clause) and not lead:
        share += 1.0
    if kind:
        return kind + share
    return share if len(telling) >= 2 or re.sub("[的那这了是]", "", topic) == "".join(telling) else 0.0
