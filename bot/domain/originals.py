"""The words behind a citation: the clause among its neighbours, or the stored quote where the clause is gone."""

from collections.abc import Sequence

from bot.domain.passages import Citation, Document, Passage
from bot.domain.wording import name_of

GONE = "原文已删除或已更新，请重新提问。"
MARK = "▶ "
"""Before the clause that was asked for, among its neighbours."""


def with_neighbours(document: Document, passage: Passage, whole: Sequence[Passage]) -> str:
    """The clause of a passage with the one before and the one after. `whole` is the document."""
    order = list(dict.fromkeys((part.clause, part.path) for part in whole))
    own = (passage.clause, passage.path)
    at = order.index(own)
    texts: list[str] = []
    for key in order[max(0, at - 1) : at + 2]:
        heading = [key[1][-1]] if key[1] and key[1] != own[1] else []
        body = "\n".join([*heading, *(part.text for part in whole if (part.clause, part.path) == key)])
        texts.append(f"{MARK}{body}" if key == own else body)
    return "\n\n".join([f"{name_of(document, passage.clause)}及前后条款：", *texts])


def told(citation: Citation, shown: str, *, changed: bool) -> str:
    """What 看原文 says. `shown` is the clause as it stands now, empty where there is none any more."""
    if shown and not changed:
        return shown
    source = f"《{citation.title}》{citation.clause}"
    quote = f"回答时引用的{source}：\n“{citation.quote}”"
    if shown:
        return f"【原文已更新】{quote}\n\n现在的条文，{shown}"
    return f"【原文已删除】资料库里现在没有这份文件。{quote}"
