"""The words behind a citation: the clause among its neighbours, or the stored quote where the clause is gone."""

from collections.abc import Sequence

from bot.domain.library.excerpts import strip_address
from bot.domain.library.passages import Answer, Citation, Document, Passage
from bot.domain.library.wording import name_of

GONE = "原文已删除或已更新，请重新提问。"
NOT_YOURS = "这份文件现在不给你所在的单位看，打不开原文。确实要用，请找审核员。"
NO_SUCH_CLAUSE = "现在的文本里没有这一条了。"
UNDATED = "这份文件没写日期，看不出是否有效。"
MARK = "▶ "
"""Before the clause that was asked for, among its neighbours."""


def held(citation: Citation, documents: Sequence[Document]) -> Document | None:
    """The cited document as it stands now: by its id, or in answers that were kept without one by its name."""
    if citation.document_id:
        return next((one for one in documents if one.id == citation.document_id), None)
    return next((one for one in documents if one.name == citation.document), None)


def standing(citation: Citation, whole: Sequence[Passage]) -> Passage | None:
    """The passage of the document that still says what was quoted, whatever its clause is numbered now.

    First the very one, then one of the same clause.
    """
    quote = _bare(strip_address(citation.quote, citation.clause))
    saying = [one for one in whole if one.id == citation.passage_id or quote in _bare(one.text)]
    saying.sort(key=lambda one: (one.id != citation.passage_id, one.clause != citation.clause))
    return next(iter(saying), None)


def _bare(text: str) -> str:
    return "".join(text.split())


def with_neighbours(document: Document, passage: Passage, whole: Sequence[Passage]) -> str:
    """The clause of a passage with the one before and the one after. `whole` is the document."""
    order = list(dict.fromkeys((part.clause, part.path) for part in whole))
    own = (passage.clause, passage.path)
    at = order.index(own)
    texts: list[str] = []
    for key in order[max(0, at - 1) : at + 2]:
        parts = [part.text for part in whole if (part.clause, part.path) == key]
        headed = key[1] and key[1] != own[1] and not parts[0].startswith(key[1][-1])
        body = "\n".join([key[1][-1], *parts] if headed else parts)
        texts.append(f"{MARK}{body}" if key == own else body)
    return "\n\n".join([f"{name_of(document, passage.clause)}及前后条款：", *texts, *edition(document)])


def edition(document: Document) -> list[str]:
    """Which text this is and whether it holds, in a line; none where nothing is known of it."""
    dated, effective = document.dated, document.effective
    made = document.day("dated") + ("修订" if dated and effective and dated > effective else "的文本")
    made = made if dated and document.day("dated") != document.day("effective") else ""
    since = f"{document.day('effective')}起施行" if document.day("effective") else ""
    now = "现行有效" if document.in_force else "还没施行" if document.pending else ""
    told = "，".join(part for part in (made, since, document.fate if document.old else now) if part)
    return [f"这一版：{told}。"] if told else []


def of_which_text(shown: Sequence[tuple[Document, Citation]]) -> Answer:
    """Which texts the clauses that were shown are of, since when they hold and whether they do."""
    clauses: dict[Document, dict[str, Citation]] = {}
    for document, cited in shown:
        clauses.setdefault(document, {}).setdefault(cited.clause, cited)
    lines = [
        "，".join(part for part in (name_of(one, "、".join(own)), one.issuer, one.number) if part)
        + "。"
        + "".join(edition(one) or [UNDATED])
        for one, own in clauses.items()
    ]
    return Answer("\n".join(lines), False, "offline", tuple(c for own in clauses.values() for c in own.values()))


def told(citation: Citation, document: Document | None, whole: Sequence[Passage]) -> str:
    """What 看原文 says. `document` is None where the library holds it no more, `whole` are its passages of now."""
    quote = f"回答时引用的《{citation.title}》{citation.clause}：\n“{citation.quote}”"
    if document is None:
        return f"【原文已删除】资料库里现在没有这份文件。{quote}"
    if same := standing(citation, whole):
        return with_neighbours(document, same, whole)
    if now := next((one for one in whole if one.clause == citation.clause), None):
        return f"【原文已更新】{quote}\n\n现在的条文，{with_neighbours(document, now, whole)}"
    return f"【原文已更新】{quote}\n\n{NO_SUCH_CLAUSE}"
