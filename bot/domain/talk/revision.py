"""Edits carried out on the words of a report: words in, words out. Whether they are still grounded is for
checks.py; what has to be recorded for it is for the flow."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from bot.domain.editing.parts import name_in
from bot.domain.editing.pointing import ANY_FIGURE, ELEMENTS
from bot.domain.editing.reordering import (
    cut,
    in_one,
    in_place_of,
    index_of,
    joined,
    moved,
    paragraphs_of,
    parted,
    sentences_of,
    swapped,
)
from bot.domain.editing.retitling import other_title, shorter_title, title_with, trimmed_title
from bot.domain.editing.shortening import in_sentences, sentence_shortened, shortened, without_topic
from bot.domain.editing.wishes import Act, Edit, Several
from bot.domain.language.sentences import clauses, split
from bot.domain.notes.report import Report
from bot.domain.talk.desk import DraftVersion
from bot.domain.talk.differences import standing
from bot.errors import InputError


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a report. `swapped` holds (old, new) where something was put in the place of something."""

    title: str
    text: str
    swapped: tuple[str, str] | None = None


ALSO = "；"
"""Between the reasons of a change that carried out several wishes."""


def changed_by(edit: Edit, report: Report) -> tuple[list[tuple[str, Words]], list[str]]:
    """(reason, words) after the wish and after each that came with it, and why some of them cannot be carried out;
    InputError where none can, or where one has to be asked about."""
    steps: list[tuple[str, Words]] = []
    failed: list[InputError] = []
    words = Words(report.title, report.text)
    for one in (edit, *edit.then):
        try:
            words = apply(one, Words(words.title, words.text))
        except InputError as error:
            if isinstance(error, Several) or not edit.then:
                raise
            failed.append(error)
            continue
        swap = f" {words.swapped[0]}→{words.swapped[1]}" if words.swapped else ""
        steps.append((one.act.value + swap, words))
    if not steps:
        raise failed[0]
    return steps, [error.user_message for error in failed]


def apply(edit: Edit, words: Words) -> Words:
    """The report's words after the edit; InputError says what cannot be done and what to say instead."""
    match edit.act:
        case Act.RETITLE:
            return _retitled(words, title_with(edit, words.title, words.text) if edit.where else edit.words)
        case Act.SHORTEN_TITLE:
            return _retitled(words, shorter_title(words.title, words.text))
        case Act.OTHER_TITLE:
            return _retitled(words, other_title(words.title, words.text, edit.words))
        case Act.TRIM_TITLE:
            return _retitled(words, trimmed_title(edit.words, words.title, edit.new))
        case Act.DELETE_PARAGRAPH | Act.DELETE_SENTENCE | Act.DELETE_ABOUT:
            return Words(words.title, _without(edit, words.text))
        case Act.DELETE_WORD:
            return _without_word(edit.words, words)
        case Act.DELETE_NAME:
            return _without_word(name_in(words.text, edit.words), words)
        case Act.REPLACE if edit.where:
            count = sum(map(len, sentences_of(words.text)))
            return Words(words.title, in_place_of(words.text, index_of(edit.where, count, "句"), edit.new))
        case Act.REPLACE:
            return _replaced(words, edit.words, edit.new)
        case Act.CHANGE:
            return _changed(words, edit)
        case Act.SHORTEN if edit.places:
            count = sum(map(len, sentences_of(words.text)))
            return Words(words.title, sentence_shortened(words.text, index_of(edit.places[0], count, "句")))
        case Act.SHORTEN:
            fewer = in_sentences(words.text, edit.to) if edit.to else shortened(words.text, edit.where)
            return Words(words.title, fewer)
        case Act.MOVE_PARAGRAPH | Act.MOVE_SENTENCE:
            return _changed_order(words, moved(edit, words.text))
        case Act.SWAP:
            return _changed_order(words, swapped(edit, words.text))
        case Act.MERGE if len(paragraphs_of(words.text)) == 1:
            raise InputError("正文现在就是一段。要并成一句，就说“第1句和第2句合并”。")
        case Act.MERGE:
            return _changed_order(words, "".join(paragraphs_of(words.text)))
        case Act.SPLIT:
            return _changed_order(words, parted(edit, words.text))
        case Act.JOIN:
            return _changed_order(words, in_one(edit, words.text))
        case Act.CUT:
            return _changed_order(words, cut(edit, words.text))
        case Act.LENGTHEN:
            raise InputError("没有新的事实就不往长里写，意义、评价也不写。再发几条具体的：做了什么、多少人、什么结果。")
        case Act.TONE:
            raise InputError(
                "稿里只写记录里的事，口语已换成报送的写法。哪句要换，直接说“把…改成…”；要生动些，再发几条细节。"
            )
        case (
            Act.ADD
            | Act.DELETE_REPORT
            | Act.RESTORE
            | Act.UNDO
            | Act.REDO
            | Act.WHY
            | Act.WHENCE
            | Act.CHANGES
            | Act.ORIGINAL
            | Act.OLD_TITLE
            | Act.GAP
            | Act.APART
        ):
            raise ValueError(f"{edit.act} needs the desk, not the words")
        case _:
            assert_never(edit.act)


def changed_by_hand(history: Sequence[DraftVersion]) -> bool:
    """Whether the draft is other than it was last written from the notes."""
    stack = standing(history)
    return bool(stack) and bool(stack[-1].reason)


def titled(history: Sequence[DraftVersion]) -> str:
    """The title where a person chose it, else an empty string."""
    stack = standing(history)
    chosen = any(
        _TITLE_REASONS & set(after.reason.split(ALSO))
        or (after.reason == Act.DELETE_NAME.value and before.report.title != after.report.title)
        for before, after in itertools.pairwise(stack)
    )
    return stack[-1].report.title if chosen else ""


def changed_title(history: Sequence[DraftVersion]) -> bool:
    """Whether the last change was one of the title."""
    return bool(history) and bool(_TITLE_REASONS & set(history[-1].reason.split(ALSO)))


_TITLE_REASONS = {one.value for one in (Act.RETITLE, Act.SHORTEN_TITLE, Act.OTHER_TITLE, Act.TRIM_TITLE)}


def _retitled(words: Words, title: str) -> Words:
    if not 4 <= len(title) <= 30:
        raise InputError("标题要 4 到 30 个字，请换一个说法。")
    return Words(title, words.text)


def _without(edit: Edit, text: str) -> str:
    if edit.act is Act.DELETE_PARAGRAPH:
        paragraphs = paragraphs_of(text)
        del paragraphs[index_of(edit.where, len(paragraphs), "段")]
        return joined([paragraphs[i : i + 1] for i in range(len(paragraphs))])
    sentences = sentences_of(text)
    if edit.act is Act.DELETE_SENTENCE:
        flat = [(p, s) for p, paragraph in enumerate(sentences) for s in range(len(paragraph))]
        meant = {flat[index_of(where, len(flat), "句")] for where in (edit.places or (edit.where,))}
        return joined([[one for s, one in enumerate(line) if (p, s) not in meant] for p, line in enumerate(sentences)])
    return without_topic(edit.words, text, whole=edit.new == "句")


def _replaced(words: Words, old: str, new: str) -> Words:
    if len(old) == 1 and (beside := re.search(rf"(?:[\d.]+|[一-龥]{{2}})(?={re.escape(old)})", words.text)):
        # What is kept of the change must not hit the same character elsewhere.
        old, new = beside[0] + old, beside[0] + new
    bounded = re.escape(old)
    if re.match(r"\d", old):
        bounded = r"(?<![\d.])" + bounded
    if re.search(r"\d$", old):
        bounded += r"(?![\d.])"
    if not old or not re.search(bounded, words.title + words.text):
        raise InputError(f"稿里没有“{old}”，没有改。")
    of_old = re.search(r"(?<=\d)[\u4e00-\u9fff]{1,2}$", old)
    if of_old and re.fullmatch(r"[\d.]+", new):
        new += of_old[0].lstrip("多余来几")  # 把46户改成64 keeps its 户, 把400多人改成420 its 人
    if (unit := re.search(r"(?<=[\d千百万])[多余来]?([\u4e00-\u9fff]{0,2})$", new)) and re.search(r"\d[多余来]?$", old):
        # 把86改成92幅, where 86幅 stands; 500余人 for 500, where 约500人 does: how exact it is goes with the figure.
        vague = "约?" if re.search("[约近余多]", new) else ""
        bounded = f"{vague}{bounded}[多余来]?" + (f"(?:{unit[1]})?" if unit[1] else "")
    bounded += "(?:多(?=[，。；]))?" if re.search(r"\d[一-龥]{1,2}$", old) else ""  # 测量3米多
    # 审计组组长 for 老郝, where 组长 stands before it; 身体不适 for 3个中暑 keeps the 3个.
    named = re.match(r"[^\d“《]{2,}(?=\d)", old)  # 意向740 for 742 keeps 意向
    new = named[0] + new if named and re.match(r"\d", new) else new
    if (counted := re.search(rf"\d[\d.]*[一-龥]{{1,2}}(?={re.escape(old)})", words.text)) and counted[0] in new:
        bounded = re.escape(counted[0]) + bounded  # 领导带班、24小时值守 for 值班, where 24小时 stands before it
    if new[0] in "约近共" and f"{new[0]}{old}" in words.text:
        new = new[1:]
    ends = (part for n in range(len(new) - 1, 0, -1) for part in (new[-n:], new[:n]) if n > 1 or f"{part}{old}" in new)
    if before := next((part for part in ends if f"{part}{old}" in words.text), ""):
        bounded = f"(?:{re.escape(before)})?{bounded}"
    counted = re.match(r"\d[\d.]*[个名位人户家起例次](?=[一-龥])", old)
    new = counted[0] + new if counted and not re.search(r"[\d一二两三四五六七八九十几数]", new) else new
    # 废弃车辆 for 长期停放, where 车辆 stands behind it already.
    least = 0 if new[-2:-1] == old[-1:] else 1  # 4个组 for 3个, where 组 stands behind it
    held = next((n for n in range(len(new) - 1, least, -1) if f"{old}{new[-n:]}" in words.text), 0)
    bounded += f"(?:{re.escape(new[-held:])})?" if held and not old.endswith(new[-held:]) else ""
    title, text = (re.sub(bounded, lambda _: new, part) for part in (words.title, words.text))
    title = words.title if new.startswith(f"{old}（") else title
    if new.strip("“”") == old:  # quotation marks alone are no other word
        return Words(title, text.replace("““", "“").replace("””", "”"))
    return Words(title, text, swapped=(old, new))


def _changed(words: Words, edit: Edit) -> Words:
    about, new = edit.words, edit.new
    found = _candidates(words.text, edit)
    if not found:
        raise InputError(f"稿里没找到{about}。请说“把…改成…”。")
    if len(found) > 1:
        hours = about == "时间" and words.text.startswith(found[0]) and not re.search("[月日号]", new)
        found = found[:1] if hours else _slip_of(found, new) or found
    if len(found) > 1:
        line = f"稿里有几处{about}：{'、'.join(found)}。哪个改成{new}？"
        raise Several(line, tuple(f"把{one}改成{new}" for one in found))
    if about in ("时间", "日期"):
        new = _new_time(found[0], new)
    unit = re.search(r"[^\d.,]+$", found[0])
    if re.fullmatch(r"[\d.]+", new) and unit:
        new += re.sub(r"^[多余来]", "", unit[0])
    return _replaced(words, found[0], new)


def _slip_of(found: list[str], new: str) -> list[str]:
    """The one figure that is nearly the new one, where the others are far from it: a slip is small."""
    said = re.search(r"\d[\d.]*", new)
    figures = [(one, float(digits[0])) for one in found if (digits := re.search(r"\d[\d.]*", one))]
    if not said or float(said[0]) <= 0:
        return []
    near = [one for one, value in figures if value and 0.7 <= value / float(said[0]) <= 1.43]
    close = [one for one, value in figures if value and 0.33 <= value / float(said[0]) <= 3]
    return near if len(near) == 1 and close == near else []


def _new_time(old: str, new: str) -> str:
    """The new time in the words of a report; the day stays where only the hour was said."""
    said = re.sub(r"(?<=\d)号", "日", re.sub(r"(?<=\d)点(?!钟)", "时", new)).replace("时半", "时30分")
    said = re.sub(r"(?<=[时分])到(?=\d)", "至", said)
    day = re.match(r"(?P<month>(?:\d{4}年)?\d{1,2}月)\d{1,2}日(?P<part>[上中下]午|早上|晚上|晚)?", old)
    if not day or "月" in said:
        return re.sub(r"(?<=月)(\d{1,2})(?![\d日])", r"\1日", said)
    part = "" if re.match("[上中下早晚凌]", said) else day["part"] or ""
    return day["month"] + said if "日" in said else day[0].removesuffix(day["part"] or "") + part + said


def _candidates(text: str, edit: Edit) -> list[str]:
    """What in the text may be meant: figures of the kind named, else of the new figure's unit; those in the
    clause that holds `near` before all others."""
    unit = re.fullmatch(r"\d[\d.,]*(?P<unit>[\u4e00-\u9fff]{1,2})", edit.new)
    of_unit = r"\d[\d.,]*(?:多|余|来)?万?" + unit["unit"] if unit else ""
    kinds = (of_unit, ELEMENTS.get(edit.words)) if edit.words == ANY_FIGURE else (ELEMENTS.get(edit.words), of_unit)
    for pattern in filter(None, kinds):
        beside = [span.text for sentence in split(text) for span in clauses(sentence.text) if edit.near in span.text]
        for part in ("".join(beside) if edit.near else "", text):
            found = list(dict.fromkeys(re.findall(pattern, part)))
            if found:
                return found
    return []


def _without_word(word: str, words: Words) -> Words:
    if not word or word not in words.title + words.text:
        raise InputError(f"稿里没有“{word}”，没有改。")
    if len(word) == 1 and words.text.count(word) != 1:
        raise InputError(f"稿里有几处“{word}”。连着前后的字说，如“把…改成…”。")
    title, text = (part.replace(word, "") for part in (words.title, words.text))
    return Words(title if len(title) >= 4 else words.title, text)


def _changed_order(words: Words, text: str) -> Words:
    if text == words.text:
        raise InputError("照这样改，稿子没有变化。")
    return Words(words.title, text)
