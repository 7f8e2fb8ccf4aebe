"""From the opening and its clauses to the body: people and results next, plans last.

Sentences keep the order in which they were said within each of these.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby

from bot.writing.clauses import Line
from bot.writing.headlines import brightest
from bot.writing.titles import Lead

_SENTENCE = 84
_STUMP, _SHORT = 8, 3
_LEANS = re.compile(r"(?:比(?!赛|武|分|拼)|较|同比|环比)[^，]*\d")
"""比前一个月增加3个班: compared with what was said before it, whoever typed it in a message of its own."""
_TELLING = re.compile(r"\d|《|“")


def by_weight(lines: Sequence[Line]) -> list[Line]:
    """The clauses by how much they would be missed, most first: people, then figures and names, then by time."""
    return sorted(lines, key=lambda line: (not line.people, not _TELLING.search(line.text)))


def body(lead: Lead, lines: Sequence[Line], pending: Sequence[str]) -> str:
    """Lead with who came, behind it an honour; then what was done, message by message; plans last."""
    bright = brightest(lead, lines)
    honours = [line for line in lines if line.utterance.message in bright]
    lines = [line for line in lines if line.utterance.message not in bright]
    opened = _joined([lead.sentence()]) + _joined([line.text for line in honours]) if bright else []
    first = [] if bright else [lead.sentence()]
    ahead = _all_plans(lines)
    same = [line for line in lines if line.utterance.message == lead.utterance.message]
    rest = [line for line in lines if line.utterance.message != lead.utterance.message]
    if lead.named:
        listed = _listed(lead, same, rest)
        same, rest = same + listed, [line for line in rest if line not in listed]
    opening = min((line.utterance.message for line in rest if line.utterance.message not in ahead), default=-1)
    openers = {line.utterance.message: line for line in reversed(rest)}
    alone = Counter(line.utterance.message for line in rest)
    people = [
        line
        for line in rest
        if line.people
        and (line.utterance.message != opening or alone[opening] == 1)
        and openers[line.utterance.message] is line
    ]
    sentences = opened + _joined([*first, *map(_told, [*same, *people]), *pending])
    by_message: dict[int, list[str]] = {}
    row_of: dict[int, int] = {}
    told: dict[int, list[Line]] = {}
    for line in rest:
        told.setdefault(line.utterance.message, []).append(line)
    for line in (one for one in rest if not (one.people and one in people)):
        by_message.setdefault(_row_of(line, told, row_of), []).append(_told(line))
    speakers = {line.utterance.message: line.utterance.speaker for line in rest}
    stump: list[str] = []
    before = -1
    for message in sorted(by_message, key=lambda m: (m in ahead, m)):
        if stump and speakers[message] != speakers[before]:  # what another says of it goes on with nothing of ours
            sentences, stump = [*sentences, *_joined(stump)], []
        before = message
        if stump and message in ahead and sentences and len(sentences[-1]) < _SENTENCE:
            sentences[-1] = sentences[-1].removesuffix("。") + "，" + "".join(_joined(stump))
            stump = []
        texts = [*stump, *by_message[message]]
        texts[0] = texts[0].removeprefix(_END)
        if _LEANS.match(texts[0]) and sentences and len(sentences[-1]) < _SENTENCE and message not in ahead:
            sentences[-1] = sentences[-1].removesuffix("。") + "，" + "".join(_joined(texts))
            stump = []
            continue
        stump = texts if sum(map(len, texts)) < _STUMP and message not in ahead else []
        sentences += [] if stump else _joined(texts)
    if len(stump) == 1 and len(stump[0]) < 6 and len(sentences) > 1 and len(sentences[-1]) < _SENTENCE:
        sentences, stump = [*sentences[:-1], sentences[-1].removesuffix("。"), "，", stump[0], "。"], []
    return _AGAIN.sub("拟", "".join([*sentences, *_joined(stump)]))


# 计划报县级传承人，名单计划9月17日上报: one word twice in a sentence
_AGAIN = re.compile(r"(?<=[，。])计划(?![是下明年月周])(?=[^，。\d]{2,14}，[^，。\d]{0,6}计划\d)")


# 云湖1.8万, 柳林8场、1600人: a row of a list, where each stands in a message of its own.
_ROW = re.compile(
    r"(?![共其另还]|合计|总|目前|现场|上午|下午)[一-龥]{2,8}?约?\d[\d.]*[万亿]?[多余]?[^\d，、]{0,3}(?:、\d[^，]*)?"
)


# 因降温, behind 环比下降12% in a message of its own.
_CAUSE = re.compile(r"(?:主要)?(?:是)?(?:因为?(?!此)|由于)|主要(?=是|原因)")


def _listed(lead: Lead, same: Sequence[Line], rest: Sequence[Line]) -> list[Line]:
    """The rows that go on with the list which the opening of a bulletin begins: 景区游客数：龙山3.2万，云湖1.8万."""
    first = lead.deed.rpartition("：")[2]
    if same or not _ROW.fullmatch(first):
        return []
    found: list[Line] = []
    for _, told in groupby(rest, key=lambda line: line.utterance.message):
        one, *more = told
        if more or not _ROW.fullmatch(one.text) or _unit(one.text) != _unit(first):
            break
        found.append(one)
    return found


def _row_of(line: Line, told: Mapping[int, Sequence[Line]], known: dict[int, int]) -> int:
    """The message that the line is told with: rows of one list, message after message, go on in one sentence."""
    message = line.utterance.message
    if message not in known:
        alone, before = told[message], told.get(message - 1, ())
        same = len(alone) == len(before) == 1 and all(_ROW.fullmatch(one.text) for one in (*alone, *before))
        goes_on = same and _unit(before[0].text) == _unit(alone[0].text)
        goes_on = goes_on or bool(before and alone and _CAUSE.match(alone[0].text))
        known[message] = known.get(message - 1, message - 1) if goes_on else message
    return known[message]


def _unit(row: str) -> str:
    """What a row counts: 场 and 人 of 柳林8场、1600人."""
    return re.sub(r"^[^\d]*|[\d.]", "", row)


def _all_plans(lines: Sequence[Line]) -> set[int]:
    """The messages that speak of nothing but plans: they close the report."""
    return {line.utterance.message for line in lines} - {line.utterance.message for line in lines if not line.plan}


_END = "。"


def _told(line: Line) -> str:
    """The clause; where the writer ended a sentence before it, the end stands before it."""
    return _END * line.opens + line.text


# 还有3块没修，12，806: with a comma between them two figures read as one.
_RUNS_ON = re.compile(r"\d，\d{3}(?!\d)")


def _joined(texts: Sequence[str]) -> list[str]:
    """Clauses to sentences of at most about 80 characters; what was a sentence stays one, unless it is a stump."""
    sentences, current = [], ""
    for told in texts:
        text = told.removeprefix(_END)
        ended = text != told and len(current) >= _STUMP and len(text) > _SHORT and not _LEANS.match(text)
        if text.startswith("计划") and "计划" in current and not ended:
            text = text.removeprefix("计划")
        if current and (ended or len(current) + len(text) + 1 > _SENTENCE):
            sentences.append(current + "。")
            current = text
        else:
            comma = "；" if current and _RUNS_ON.search(f"{current[-1]}，{text[:4]}") else "，"
            current = f"{current}{comma}{text}" if current else text
    if current:
        sentences.append(current + "。")
    return sentences
