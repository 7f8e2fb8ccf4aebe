"""Says in plain Chinese why a sentence got its verdict, what to do about it and the one fact to ask for."""

import re

from bot.domain.language.word_edges import words
from bot.domain.plain import phrases, vocabulary
from bot.domain.plain.slots import CONCRETE, Slots
from bot.domain.plain.verdicts import Verdict

_GROUPS = {group.kind: group for group in phrases.EMPTY}
_SLOT_NAMES = (
    ("figures", "数量"),
    ("zero", "核查结果"),
    ("day", "日期"),
    ("deadline", "时限"),
    ("recurrence", "频次"),
    ("owner", "责任人"),
    ("delivery", "报送对象"),
    ("speech", "原话"),
    ("title", "文件名"),
    ("named", "专名"),
    ("person", "人名"),
    ("place", "地点"),
    ("moved", "实情"),
    ("month", "时间"),
)
_TOO_HOLLOW = 0.3

_SOME = re.compile(r"(?:个别|少数|部分|有些|有的|一些|某些)(?=[一-龥]{2})")
_LONGEST_NAME = 8
_LEADERS = re.compile(r"(?:强调|要求|指出)[，：]")


def whom(text: str) -> str:
    """Asks who is meant by 个别网吧, 部分景区的标识牌; empty where nobody is hidden so."""
    found = _SOME.search(text)
    name = _noun(text[found.end() :]) if found else ""
    return f"“{found[0]}{name}”是哪些，有多少？" if found and name else ""


def _noun(text: str) -> str:
    """The nouns that the words begin with."""
    clause, end = re.split(r"[，。；：、！？]", text, maxsplit=1)[0], 0
    for word in words(clause):
        if not word.kind.startswith("n") and word.text != "的":
            break
        end = word.end
    return clause[:end].removesuffix("的") if 1 < end <= _LONGEST_NAME else ""


def settled(text: str) -> str:
    """Asks what a meeting settled, where a sentence gives a leader's words without any; empty for all other."""
    return "会上定了哪件事，谁办，哪天前办完？" if _LEADERS.search(text) else ""


def explain(verdict: Verdict, slots: Slots, *, heading: bool = False) -> tuple[str, str, str]:
    """(why, advice, ask) for a sentence that was read as `slots`; a slogan of a heading is to be reworded."""
    if heading and verdict is Verdict.EMPTY:
        return "口号式标题，换个单位、换一年也成立", "改成带数的小标题", "这一部分最要紧的数是什么？"
    if verdict is Verdict.STRUCTURAL:
        return "标题或过渡语，不计入", "", ""
    if verdict is Verdict.SUBSTANTIVE:
        return _for_fact(slots)
    if verdict is Verdict.VAGUE:
        return _for_vague(slots)
    return _for_empty(slots)


def _for_fact(slots: Slots) -> tuple[str, str, str]:
    held = [name for slot, name in _SLOT_NAMES if getattr(slots, slot)]
    if slots.day and "时间" in held:
        held.remove("时间")
    if slots.count("result"):
        held.append("结果")
    why = f"有{'、'.join(held[:4])}，可以核对" if held else "写明了谁做了什么，可以核对"
    advice = "前后的套话可删，只留事实" if slots.hollow >= _TOO_HOLLOW else ""
    ask = f"“{slots.loose_figure}”准确是多少？" if slots.loose_figure else ""
    return why, advice, ask


def _for_vague(slots: Slots) -> tuple[str, str, str]:
    topic, question = _question(slots)
    if slots.defect:
        why = "点到了问题，没有说清是哪件事、多少"
    elif slots.intent:
        why = "有要做的事，没有责任人和期限"
    else:
        named = topic and topic not in vocabulary.LOOSE_ACTS
        why = f"说到了{topic if named else '事'}，缺数、日期或结果"
    padding = "" if slots.defect else "".join(f"“{w}”" for w in dict.fromkeys(slots.words.get("程度词", [])[:2]))
    advice = f"去掉{padding}，补上事实" if padding else "补上事实；补不上就删"
    return why, advice, question


def _for_empty(slots: Slots) -> tuple[str, str, str]:
    kind = slots.framed or ("口号" if slots.couplet or slots.saying else _main_kind(slots))
    group = _GROUPS.get(kind)
    if slots.saying:
        return "讲的是道理，没说哪件事，谁都能这么说", "删去", "具体做了哪件事？"
    if group is None:
        ask = "谁负责，哪天前办完？" if slots.intent else "哪天、谁、做了哪件事？"
        return "看不出哪天、谁、做了什么", "删去，或写清这件事", ask
    shown = _padding(slots)
    return "换个单位、换一年也成立" + (f"：{shown}" if shown else ""), group.advice, group.ask


def _question(slots: Slots) -> tuple[str, str]:
    if slots.intent:
        return "", "谁负责，哪天前办完？"
    if slots.loose_figure:
        return "", f"“{slots.loose_figure}”准确是多少？"
    if slots.defect:
        return "", "是哪件事、在哪里、有几次？"
    said = [word for tag in ("mechanism", "act", "thing") for word in slots.words.get(tag, ())]
    for word in said:
        for ending, question in phrases.QUESTIONS:
            if any(part in word for part in ending.split()):
                return word, question
    return (said[0] if said else ""), "哪天、在哪、多少？"


def _padding(slots: Slots) -> str:
    """Up to two of the empty words, quoted."""
    words = [word for tag, listed in slots.words.items() if tag not in CONCRETE and tag != "formula" for word in listed]
    return "".join(f"“{word}”" for word in dict.fromkeys(words[:2]))


def _main_kind(slots: Slots) -> str:
    sizes = {tag: sum(map(len, words)) for tag, words in slots.words.items() if tag in _GROUPS}
    return max(sizes, key=lambda tag: sizes[tag]) if sizes else ""
