"""The sentences and paragraphs of a report put into another order, or into one. Their words stay as they are."""

import re

from bot.domain.edits import Act, Edit
from bot.domain.sentences import split
from bot.errors import InputError


def paragraphs_of(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def sentences_of(text: str) -> list[list[str]]:
    return [[span.text for span in split(paragraph)] for paragraph in paragraphs_of(text)]


def joined(sentences: list[list[str]]) -> str:
    """The text of paragraphs of sentences; InputError where nothing is left."""
    text = "\n".join("".join(paragraph) for paragraph in sentences if paragraph)
    if not text:
        raise InputError("删了就什么都不剩了，没有动。")
    return text


def index_of(where: int, count: int, unit: str) -> int:
    """A place counted from 1, or from -1 at the end, as an index."""
    index = where - 1 if where > 0 else count + where
    if not 0 <= index < count:
        raise InputError(f"稿里只有 {count} {unit}。")
    return index


def moved(edit: Edit, text: str, topic: str) -> str:
    """A paragraph or sentence put first or last; `topic` is the pattern of a sentence that is named by its matter."""
    if edit.act is Act.MOVE_PARAGRAPH:
        paragraphs = paragraphs_of(text)
        taken = paragraphs.pop(index_of(edit.where, len(paragraphs), "段"))
        paragraphs.insert(0 if edit.to > 0 else len(paragraphs), taken)
        return "\n".join(paragraphs)
    sentences = sentences_of(text)
    flat = [(p, s) for p, paragraph in enumerate(sentences) for s in range(len(paragraph))]
    if edit.words:
        holding = [(p, s) for p, s in flat if re.search(topic, sentences[p][s])]
        if not holding:
            raise InputError(f"稿里没找到“{edit.words}”。可以说“第2句放到最前面”。")
        p, s = holding[0]
    else:
        p, s = flat[index_of(edit.where, len(flat), "句")]
    taken = sentences[p].pop(s)
    if edit.to > 0:
        sentences[0].insert(0, taken)
    else:
        sentences[-1].append(taken)
    return joined(sentences)


def swapped(edit: Edit, text: str) -> str:
    """Two sentences in each other's place."""
    sentences, (one, other) = sentences_of(text), _two_places(edit, text)
    (p, s), (q, t) = one, other
    sentences[p][s], sentences[q][t] = sentences[q][t], sentences[p][s]
    return joined(sentences)


def in_one(edit: Edit, text: str) -> str:
    """Two sentences as one: the second follows the first after a comma."""
    sentences = sentences_of(text)
    if not edit.where:
        if sum(map(len, sentences)) != 2:
            raise InputError("请说清是哪两句，如“第1句和第2句合并”。")
        edit = Edit(Act.JOIN, where=1, to=2)
    (p, s), (q, t) = sorted(_two_places(edit, text))
    second = sentences[q].pop(t)
    sentences[p][s] = re.sub(r"[。；！!]+$", "", sentences[p][s].rstrip()) + "，" + second
    return joined(sentences)


def _two_places(edit: Edit, text: str) -> tuple[tuple[int, int], tuple[int, int]]:
    flat = [(p, s) for p, paragraph in enumerate(sentences_of(text)) for s in range(len(paragraph))]
    one, other = (index_of(where, len(flat), "句") for where in (edit.where, edit.to))
    return flat[one], flat[other]
