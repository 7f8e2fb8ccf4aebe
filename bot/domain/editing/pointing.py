"""What of a draft words point at: 借书证那句, 花钱的, 学生人数, 结果. Sentences are taken as groups of clauses, each
group with its own doer."""

import re
from dataclasses import dataclass

from bot.domain.language.names import people, places
from bot.domain.language.sentences import clauses, split
from bot.domain.language.word_edges import words

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

_TOPICS = (
    (r"多少钱|花了?钱|花费|费用|经费|金额|钱数?|花销|开支|预算", ELEMENTS["金额"]),
    (r"几个人|多少人|人数|来了多少", ELEMENTS["人数"]),
    (r"工资|薪资|薪水|待遇", r"[月年日时底]薪|薪[资酬水]|工资|工钱"),
    (r"领导", r"局长|书记|主任|县长|市长|镇长|馆长|领导"),
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
    """The sentence's clauses in groups, each with its own doer, without the marks at their ends."""
    found: list[str] = []
    for span in clauses(sentence):
        clause = re.sub(r"[，,；;。！!\s]+$", "", span.text)
        if found and not begins(clause):
            found[-1] += "，" + clause
        elif clause:
            found.append(clause)
    return found


def sentence_of(parts: list[str]) -> str:
    """The groups as a sentence again; empty where there are none."""
    return "，".join(parts) + "。" if parts else ""


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
    for named, pattern in (*_TOPICS, *((re.escape(name), pattern) for name, pattern in ELEMENTS.items())):
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
