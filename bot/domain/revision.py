"""Edits carried out on the words of a report: words in, words out. Whether they are still grounded is for
checks.py; what has to be recorded for it is for the flow."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from bot.domain.desk import DraftVersion
from bot.domain.edits import Act, Edit
from bot.domain.reordering import in_one, index_of, joined, moved, paragraphs_of, sentences_of, swapped
from bot.domain.report import Report
from bot.domain.retitling import other_title, shorter_title
from bot.domain.sentences import clauses, split
from bot.errors import InputError

SHORTER = 0.7
_ELEMENTS = {
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
_TOPICS = {
    "金额": _ELEMENTS["金额"],
    "钱": _ELEMENTS["金额"],
    "花了多少钱": _ELEMENTS["金额"],
    "人数": _ELEMENTS["人数"],
    "领导": r"局长|书记|主任|县长|市长|镇长|馆长|领导",
}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a report. `swapped` holds (old, new) where something was put in the place of something."""

    title: str
    text: str
    swapped: tuple[str, str] | None = None


def apply(edit: Edit, words: Words) -> Words:
    """The report's words after the edit; InputError says what cannot be done and what to say instead."""
    match edit.act:
        case Act.RETITLE:
            return _retitled(words, _title_with(edit, words.title) if edit.where else edit.words)
        case Act.SHORTEN_TITLE:
            return _retitled(words, shorter_title(words.title, words.text))
        case Act.OTHER_TITLE:
            return _retitled(words, other_title(words.title, words.text))
        case Act.DELETE_PARAGRAPH | Act.DELETE_SENTENCE | Act.DELETE_ABOUT:
            return Words(words.title, _without(edit, words.text))
        case Act.DELETE_WORD:
            return _without_word(edit.words, words)
        case Act.REPLACE:
            return _replaced(words, edit.words, edit.new)
        case Act.CHANGE:
            return _changed(words, edit)
        case Act.SHORTEN:
            return Words(words.title, shortened(words.text, edit.where))
        case Act.MOVE_PARAGRAPH | Act.MOVE_SENTENCE:
            return _changed_order(words, moved(edit, words.text, _topic(edit.words, words.text)))
        case Act.SWAP:
            return _changed_order(words, swapped(edit, words.text))
        case Act.MERGE:
            return _changed_order(words, "".join(paragraphs_of(words.text)))
        case Act.JOIN:
            return _changed_order(words, in_one(edit, words.text))
        case Act.LENGTHEN:
            raise InputError("没有新的事实就不往长里写。再发几条具体的：做了什么、多少人、什么结果。")
        case Act.ADD | Act.RESTORE | Act.UNDO | Act.WHY:
            raise ValueError(f"{edit.act} needs the desk, not the words")
        case _:
            assert_never(edit.act)


def undone(history: Sequence[DraftVersion]) -> tuple[Report, str] | None:
    """The report before the last change still standing, with that change's reason; None at the beginning.

    Undoing writes a new version, so the versions are played like a stack.
    """
    stack = _standing(history)
    return (stack[-2].report, stack[-1].reason) if len(stack) > 1 else None


def changed_by_hand(history: Sequence[DraftVersion]) -> bool:
    """Whether the draft is other than it was last written from the notes."""
    stack = _standing(history)
    return bool(stack) and bool(stack[-1].reason)


def titled(history: Sequence[DraftVersion]) -> str:
    """The title where a person chose it, else an empty string."""
    stack = _standing(history)
    chosen = any(version.reason in _TITLE_REASONS for version in stack)
    return stack[-1].report.title if chosen else ""


_TITLE_REASONS = {Act.RETITLE.value, Act.SHORTEN_TITLE.value, Act.OTHER_TITLE.value}


def _standing(history: Sequence[DraftVersion]) -> list[DraftVersion]:
    """The versions that were not undone."""
    stack: list[DraftVersion] = []
    for version in history:
        if version.reason == Act.UNDO.value and len(stack) > 1:
            stack.pop()
        else:
            stack.append(version)
    return stack


def _retitled(words: Words, title: str) -> Words:
    if not 4 <= len(title) <= 30:
        raise InputError("标题要 4 到 30 个字，请换一个说法。")
    return Words(title, words.text)






def _title_with(edit: Edit, title: str) -> str:
    if edit.words in title:
        raise InputError(f"标题里已经有“{edit.words}”了。")
    return edit.words + title if edit.where > 0 else title + edit.words


def _without(edit: Edit, text: str) -> str:
    if edit.act is Act.DELETE_PARAGRAPH:
        paragraphs = paragraphs_of(text)
        del paragraphs[index_of(edit.where, len(paragraphs), "段")]
        return joined([paragraphs[i : i + 1] for i in range(len(paragraphs))])
    sentences = sentences_of(text)
    if edit.act is Act.DELETE_SENTENCE:
        flat = [(p, s) for p, paragraph in enumerate(sentences) for s in range(len(paragraph))]
        p, s = flat[index_of(edit.where, len(flat), "句")]
        del sentences[p][s]
        return joined(sentences)
    return _without_topic(edit.words, whole=edit.new == "句", sentences=sentences)


def _without_topic(topic: str, *, whole: bool, sentences: list[list[str]]) -> str:
    pattern = re.compile(_topic(topic, "".join(s for paragraph in sentences for s in paragraph)))
    if not topic or not any(pattern.search(s) for paragraph in sentences for s in paragraph):
        raise InputError(f"稿里没找到“{topic or '这句'}”。可以说“第2句删掉”。")
    kept = [[_stripped(s, pattern, whole=whole) for s in paragraph] for paragraph in sentences]
    return joined([[s for s in paragraph if s] for paragraph in kept])


def _stripped(sentence: str, pattern: re.Pattern[str], *, whole: bool) -> str:
    """The sentence without the clauses that speak of the topic; gone where they open it."""
    if not pattern.search(sentence):
        return sentence
    parts = [span.text for span in clauses(sentence)]
    if whole or len(parts) == 1 or pattern.search(parts[0]):
        return ""
    kept = "".join(part for part in parts if not pattern.search(part))
    return re.sub(r"[，、；：,;:]+$", "", kept.rstrip("。")) + "。"


def _replaced(words: Words, old: str, new: str) -> Words:
    bounded = re.escape(old)
    if re.match(r"\d", old):
        bounded = r"(?<![\d.])" + bounded
    if re.search(r"\d$", old):
        bounded += r"(?![\d.])"
    if not old or not re.search(bounded, words.title + words.text):
        raise InputError(f"稿里没有“{old}”，没有改。")
    unit = re.search(r"(?<=\d)[\u4e00-\u9fff]{1,2}$", new)
    if unit and re.search(r"\d$", old):
        bounded += f"(?:{unit[0]})?"  # 把86改成92幅, where 86幅 stands
    title, text = (re.sub(bounded, lambda _: new, part) for part in (words.title, words.text))
    return Words(title, text, swapped=(old, new))


def _changed(words: Words, edit: Edit) -> Words:
    about, new = edit.words, edit.new
    found = _candidates(words.text, edit)
    if not found:
        raise InputError(f"稿里没找到{about}。请说“把…改成…”。")
    if len(found) > 1:
        raise InputError(f"稿里有几处{about}：{'、'.join(found)}。请说清改哪个，如“把{found[0]}改成{new}”。")
    if about in ("时间", "日期"):
        new = _new_time(found[0], new)
    unit = re.search(r"[^\d.,]+$", found[0])
    if re.fullmatch(r"[\d.]+", new) and unit:
        new += re.sub(r"^[多余来]", "", unit[0])
    return _replaced(words, found[0], new)


def _new_time(old: str, new: str) -> str:
    """The new time in the words of a report; the day stays where only the hour was said."""
    said = re.sub(r"(?<=\d)号", "日", re.sub(r"(?<=\d)点(?!钟)", "时", new))
    day = re.match(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日", old)
    return said if not day or re.search(r"[日月]", said) else day[0] + said


def _candidates(text: str, edit: Edit) -> list[str]:
    """What in the text may be meant: figures of the kind named, else of the new figure's unit; those in the
    clause that holds `near` before all others."""
    unit = re.fullmatch(r"\d[\d.,]*(?P<unit>[\u4e00-\u9fff]{1,2})", edit.new)
    of_unit = r"\d[\d.,]*(?:多|余|来)?万?" + unit["unit"] if unit else ""
    for pattern in filter(None, (_ELEMENTS.get(edit.words), of_unit)):
        beside = [span.text for sentence in split(text) for span in clauses(sentence.text) if edit.near in span.text]
        for part in ("".join(beside) if edit.near else "", text):
            found = list(dict.fromkeys(re.findall(pattern, part)))
            if found:
                return found
    return []


def shortened(text: str, limit: int = 0) -> str:
    """The text at no more than `limit` characters, or clearly shorter: sentences without figures go first,
    from the end; the first sentence stays."""
    target = limit or int(len(text) * SHORTER)
    sentences = sentences_of(text)
    while len(joined(sentences)) > target:
        flat = [(p, s) for p, paragraph in enumerate(sentences) for s in range(len(paragraph))][1:]
        if not flat:
            break
        plain = [at for at in flat if not re.search(r"\d", sentences[at[0]][at[1]])]
        p, s = (plain or flat)[-1]
        del sentences[p][s]
    result = joined(sentences)
    if len(result) > target:
        result = _first_clauses(result, target)
    if result == text:
        raise InputError("已经没有可省的了。可以说“第2句删掉”，或“把…改成…”。")
    return result


def _first_clauses(sentence: str, target: int) -> str:
    """A sentence cut after its last clause that fits; at least two clauses stay (date and deed)."""
    parts = [span.text for span in clauses(sentence)]
    while len(parts) > 2 and len("".join(parts)) > target:
        parts.pop()
    return re.sub(r"[，、；：,;:。]+$", "", "".join(parts)) + "。"


def _without_word(word: str, words: Words) -> Words:
    if not word or word not in words.title + words.text:
        raise InputError(f"稿里没有“{word}”，没有改。")
    title, text = (part.replace(word, "") for part in (words.title, words.text))
    return Words(title if len(title) >= 4 else words.title, text)


def _changed_order(words: Words, text: str) -> Words:
    if text == words.text:
        raise InputError("照这样改，稿子没有变化。")
    return Words(words.title, text)





def _topic(named: str, text: str) -> str:
    """A pattern for what is named: the words where the text has them, else a known kind of fact such as 人数."""
    kinds = {**_ELEMENTS, **_TOPICS}
    known = next((pattern for kind, pattern in kinds.items() if kind in named), "")
    return re.escape(named) if named in text or not known else known
