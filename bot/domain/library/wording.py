"""Evidence into words for a phone: one to three sentences, then what they rest on.

Choosing the evidence is in evidence.py.
"""

import re
from collections.abc import Sequence

from bot.domain.library.cards import bare_title
from bot.domain.library.clauses import NUMBERED, OUTLINE
from bot.domain.library.evidence import Evidence
from bot.domain.library.excerpts import Excerpt, opening, strip_address
from bot.domain.library.passages import Answer, Citation, Document, Passage

LONGEST_SENTENCE = 170
LONGEST_QUOTE = 400
BRIEF = 100
"""Characters that a further clause may take; the opening of a list gives way to the item that answers."""
NEAR = 20
NOT_FOUND = "“{question}”：资料库里没有查到。"

UNVERIFIED = re.compile(r"核实：G[^（）]*）\s*$")
"""How a digest marks a point that nobody could trace to a source."""


def answered(evidence: Sequence[Evidence], *, note: str = "") -> Answer:
    """The extractive answer: the first piece of evidence carries it, each other is named and quoted in brief.

    `note` is what must be said of the sources together.
    """
    lines = [_said(evidence[0])]
    at_hand = evidence[0].document
    for other in evidence[1:]:
        near = other.document == at_hand and other.passage.clause.startswith("第")
        # The other part of the clause that answers is half of the answer.
        room = LONGEST_SENTENCE if near and other.passage.clause == evidence[0].passage.clause else BRIEF
        lines.append(f"另见{other.passage.clause if near else _name(other)}：{_brief(other, room)}")
    lines.append(sources(evidence))
    return Answer("\n".join([*lines, note] if note else lines), False, "offline", _all_citations(evidence))


def answered_in_parts(parts: Sequence[tuple[str, Evidence | None]]) -> Answer:
    """The answer to several questions in one message: a numbered line and a clause for each; None was not found."""
    found = [piece for _, piece in parts if piece]
    lines = [
        f"{number}. {_said(piece)}（{_name(piece)}）" if piece else f"{number}. {NOT_FOUND.format(question=question)}"
        for number, (question, piece) in enumerate(parts, 1)
    ]
    return Answer("\n".join([*lines, sources(found)]), False, "offline", _all_citations(found))


def _all_citations(evidence: Sequence[Evidence]) -> tuple[Citation, ...]:
    return tuple(citation for piece in evidence for citation in _citations(piece))


def sources(evidence: Sequence[Evidence]) -> str:
    """依据：… with what the reader must know of the sources."""
    used = [(piece.document, piece.passage) for piece in evidence]
    clauses: dict[Document, dict[str, None]] = {}
    for document, passage in used:
        clauses.setdefault(document, {})[passage.clause] = None
    # 一、（一） holds the stop that parts the clauses elsewhere.
    named = (name_of(document, "，".join(own).replace("，第", "、第")) for document, own in clauses.items())
    return "依据：" + "、".join(named) + warning(used)


def _said(piece: Evidence, longest: int = LONGEST_SENTENCE * 2) -> str:
    told = lead = ""
    text, end = piece.passage.text, 0
    for unit in piece.excerpts:
        opens = bool(unit.lead) and unit.lead != lead
        if opens:
            at = text.find(unit.lead, end)
            told += _joint(told, text[end : max(at, end)]) + strip_address(unit.lead, piece.passage.clause)
            lead, end = unit.lead, max(end, at + len(unit.lead) * (at >= 0))
        at = max(end, text.find(unit.text, end))
        # An item's number tells which ones stand between it and the opening.
        between = "" if opens and NUMBERED.match(unit.text) else text[end:at]
        told += _joint(told, between) + strip_address(unit.text, piece.passage.clause)
        end = at + len(unit.text)
    return shorten(told, longest)


def _joint(told: str, between: str) -> str:
    """What stands between two quoted pieces: a mark where something was left out, a space where a line ends bare."""
    if not told:
        return ""
    if between.strip():
        return "" if told.endswith("……") else "……"
    return "　" if between and told[-1] not in "。！？；，：、”）" else ""


def _brief(piece: Evidence, longest: int) -> str:
    """What a further clause says to the question: its words where they are few, else the best excerpt alone."""
    whole = _said(piece)
    if len(whole) <= longest:
        return whole
    lead, text = (strip_address(part, piece.passage.clause) for part in (piece.best.lead, piece.best.text))
    room = longest - len(text)
    if not lead or len(lead) <= room:
        return shorten(lead + text, longest)
    return (shorten(lead, room) if room >= NEAR else "……") + shorten(text, longest)


def shorten(text: str, longest: int) -> str:
    """Cut at a comma or stop where the text is too long; … says that it was cut."""
    if len(text) <= longest:
        return text
    cut = max(text.rfind(stop, longest // 2, longest) for stop in "，；。、：")
    return text[: cut if cut > 0 else longest] + "……"


def _name(piece: Evidence) -> str:
    return name_of(piece.document, piece.passage.clause)


def name_of(document: Document, clause: str) -> str:
    """《标题》第N条, with what must be known of the document."""
    title = document.title.replace("（要点，非原文）", "")
    old = "（旧文本，已不适用）" if document.old else "（还没施行）" if document.pending else ""
    scanned = "（扫描识别）" if document.scanned else ""
    address = re.sub(r"、(?=，|$)", "", clause)
    return f"《{title}》{address}{'（要点）' if document.digest else ''}{scanned}{old}"


def warning(used: Sequence[tuple[Document, Passage]]) -> str:
    """What the reader must know of the source: an old text and what replaced it, a digest and local rules."""
    told = ""
    old = next((document for document, _ in used if document.old), None)
    if old is not None:
        told += f"\n这是旧文本，{old.fate}。"
    coming = next((document for document, _ in used if document.pending), None)
    if coming is not None:
        told += f"\n《{bare_title(coming.title)}》{since(coming)}，现在还不能按它办。"
    if any(document.draft for document, _ in used):
        told += "\n征求意见稿是草案，还没生效，不能当依据。"
    if any(UNVERIFIED.search(passage.text) for _, passage in used):
        told += "\n其中有没核到出处的一般知识，用前请核。"
    if any(document.scanned for document, _ in used):
        told += "\n原件是扫描件，文字由机器识别，引用前请核对。"
    if any(document.digest for document, _ in used):
        told += "\n以上是要点，请以原文和本地细则为准。"
    return told


def since(document: Document) -> str:
    """From when a text holds whose day lies ahead."""
    return f"{document.day('effective')}起施行" if document.day("effective") else "还没施行"


def _citations(piece: Evidence) -> list[Citation]:
    quotes = [_span(piece.passage, unit) for unit in piece.excerpts]
    return [cite(piece.document, piece.passage, quote) for quote in dict.fromkeys(quotes)]


def _span(passage: Passage, unit: Excerpt) -> str:
    """The unit's words; with the opening of its list where both stand together in the passage and are short."""
    if not unit.lead or unit.lead not in passage.text:
        return unit.text
    start = passage.text.index(unit.lead)
    span = passage.text[start : passage.text.index(unit.text, start) + len(unit.text)]
    return span if len(span) <= LONGEST_QUOTE else unit.text


def cite(document: Document, passage: Passage, quote: str) -> Citation:
    """A citation of exact words."""
    return Citation(
        document=document.name,
        title=document.title,
        clause=passage.clause,
        quote=quote,
        in_force=document.in_force,
        page=passage.page,
        passage_id=passage.id,
        digest=document.digest,
        document_id=document.id,
        unit=document.unit,
    )


def refused(near: Sequence[Evidence], looked_in: int, unheld: str = "", note: str = "") -> Answer:
    """An honest no: what was looked in, and the nearest clauses that speak of anything that was asked."""
    lacking = f"“{unheld}”这份文件" if unheld else "能回答这个问题的条款"
    lines = [f"资料库里没有{lacking}（查了{looked_in}份文件），不作推测。", *([note] if note else [])]
    named = {_name(piece): opening(piece.passage, NEAR) for piece in near if piece.coverage}
    if named:
        lines += ["相近的条款：", *(f"· {name}：{words}" for name, words in list(named.items())[:3])]
    lines.append("可以换个问法，或把相关文件发来收进资料库。")
    return Answer("\n".join(lines), True, "offline")


def original(document: Document, parts: Sequence[Passage], number: int = 0) -> Answer:
    """A clause word for word, or its `number`-th paragraph (款); the citation quotes the same words."""
    clause = parts[0].clause
    name = name_of(document, clause)
    paragraphs: list[str] = []
    for line in (line for part in parts for line in part.text.split("\n")):
        if paragraphs and any(pattern.match(line) for pattern in OUTLINE):
            paragraphs[-1] += "\n" + line
        else:
            paragraphs.append(line)
    if number > len(paragraphs):
        told = f"{name}只有{len(paragraphs)}款。"
        return Answer(told, False, "offline", (cite(document, parts[0], parts[0].text),))
    text = paragraphs[number - 1] if number else "\n".join(paragraphs)
    source = f"依据：{name}" + (f"第{number}款" if number else "") + warning([(document, part) for part in parts])
    told = strip_address(text, clause)
    return Answer(f"{told}\n{source}", False, "offline", (cite(document, parts[0], text),))
