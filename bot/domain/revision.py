"""Edits carried out on the words of a report: words in, words out. Whether they are still grounded is for
checks.py; what has to be recorded for it is for the flow."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from bot.domain.desk import DraftVersion
from bot.domain.edits import Act, Edit
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
            return _retitled(words, edit.words)
        case Act.SHORTEN_TITLE:
            return _retitled(words, shorter_title(words.title, words.text))
        case Act.OTHER_TITLE:
            return _retitled(words, other_title(words.title, words.text))
        case Act.DELETE_PARAGRAPH | Act.DELETE_SENTENCE | Act.DELETE_ABOUT:
            return Words(words.title, _without(edit, words.text))
        case Act.REPLACE:
            return _replaced(words, edit.words, edit.new)
        case Act.CHANGE:
            return _changed(words, edit.words, edit.new)
        case Act.SHORTEN:
            return Words(words.title, shortened(words.text, edit.where))
        case Act.MOVE_PARAGRAPH | Act.MOVE_SENTENCE:
            return Words(words.title, _moved(edit, words.text))
        case Act.MERGE:
            return Words(words.title, "".join(_paragraphs(words.text)))
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


def _paragraphs(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def _sentences(text: str) -> list[list[str]]:
    return [[span.text for span in split(paragraph)] for paragraph in _paragraphs(text)]


def _joined(sentences: list[list[str]]) -> str:
    text = "\n".join("".join(paragraph) for paragraph in sentences if paragraph)
    if not text:
        raise InputError("删了就什么都不剩了，没有动。")
    return text


def _index(where: int, count: int, unit: str) -> int:
    """A place counted from 1, or from -1 at the end, as an index."""
    index = where - 1 if where > 0 else count + where
    if not 0 <= index < count:
        raise InputError(f"稿里只有 {count} {unit}。")
    return index


def _without(edit: Edit, text: str) -> str:
    if edit.act is Act.DELETE_PARAGRAPH:
        paragraphs = _paragraphs(text)
        del paragraphs[_index(edit.where, len(paragraphs), "段")]
        return _joined([paragraphs[i : i + 1] for i in range(len(paragraphs))])
    sentences = _sentences(text)
    if edit.act is Act.DELETE_SENTENCE:
        flat = [(p, s) for p, paragraph in enumerate(sentences) for s in range(len(paragraph))]
        p, s = flat[_index(edit.where, len(flat), "句")]
        del sentences[p][s]
        return _joined(sentences)
    return _without_topic(edit.words, whole=edit.new == "句", sentences=sentences)


def _without_topic(topic: str, *, whole: bool, sentences: list[list[str]]) -> str:
    pattern = re.compile(_TOPICS.get(topic) or re.escape(topic))
    if not topic or not any(pattern.search(s) for paragraph in sentences for s in paragraph):
        raise InputError(f"稿里没找到“{topic or '这句'}”。可以说“第2句删掉”。")
    kept = [[_stripped(s, pattern, whole=whole) for s in paragraph] for paragraph in sentences]
    return _joined([[s for s in paragraph if s] for paragraph in kept])


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
    title, text = (re.sub(bounded, lambda _: new, part) for part in (words.title, words.text))
    return Words(title, text, swapped=(old, new))


def _changed(words: Words, about: str, new: str) -> Words:
    pattern = _ELEMENTS.get(about)
    found = list(dict.fromkeys(re.findall(pattern, words.text))) if pattern else []
    if not found:
        raise InputError(f"稿里没找到{about}。请说“把…改成…”。")
    if len(found) > 1:
        raise InputError(f"稿里有几处{about}：{'、'.join(found)}。请说清改哪个，如“把{found[0]}改成{new}”。")
    unit = re.search(r"[^\d.,]+$", found[0])
    if re.fullmatch(r"[\d.]+", new) and unit:
        new += re.sub(r"^[多余来]", "", unit[0])
    return _replaced(words, found[0], new)


def shortened(text: str, limit: int = 0) -> str:
    """The text at no more than `limit` characters, or clearly shorter: sentences without figures go first,
    from the end; the first sentence stays."""
    target = limit or int(len(text) * SHORTER)
    sentences = _sentences(text)
    while len(_joined(sentences)) > target:
        flat = [(p, s) for p, paragraph in enumerate(sentences) for s in range(len(paragraph))][1:]
        if not flat:
            break
        plain = [at for at in flat if not re.search(r"\d", sentences[at[0]][at[1]])]
        p, s = (plain or flat)[-1]
        del sentences[p][s]
    result = _joined(sentences)
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


def _moved(edit: Edit, text: str) -> str:
    if edit.act is Act.MOVE_PARAGRAPH:
        paragraphs = _paragraphs(text)
        moved = paragraphs.pop(_index(edit.where, len(paragraphs), "段"))
        paragraphs.insert(0 if edit.to > 0 else len(paragraphs), moved)
        return "\n".join(paragraphs)
    sentences = _sentences(text)
    flat = [(p, s) for p, paragraph in enumerate(sentences) for s in range(len(paragraph))]
    if edit.words:
        holding = [(p, s) for p, s in flat if edit.words in sentences[p][s]]
        if not holding:
            raise InputError(f"稿里没找到“{edit.words}”。可以说“第2句放到最前面”。")
        p, s = holding[0]
    else:
        p, s = flat[_index(edit.where, len(flat), "句")]
    moved = sentences[p].pop(s)
    if edit.to > 0:
        sentences[0].insert(0, moved)
    else:
        sentences[-1].append(moved)
    return _joined(sentences)
