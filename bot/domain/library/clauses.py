"""Cuts the lines of a document into clauses with the address that people cite.

How lines come to be lives in reading/.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

LONGEST = 380
"""Characters of one passage: longer ones slow the embedder and blur what they say."""

DIGITS = "〇零一二三四五六七八九十百千"
ARTICLE = re.compile(rf"第([{DIGITS}\d]+)条(之[{DIGITS}]+)?(?!规定|第|、|至|和|或|所|的|，|款)")
CHAPTER = re.compile(rf"第[{DIGITS}\d]+(编|分编|章|节)(?=\s|$|[^{DIGITS}、，。和至的规])")
CHAPTER_RANK = {"编": 1, "分编": 2, "章": 3, "节": 4}
HEADING = re.compile(r"(#{1,6})\s+(.+)")
OUTLINE = (
    re.compile(rf"[{DIGITS}]+、"),
    re.compile(rf"[（(][{DIGITS}]+[)）]"),
    re.compile(r"\d{1,2}(?:[.．、](?!\d)|\s*[)）])"),
    re.compile(r"[（(]\d{1,2}[)）]"),
)
NUMBERED = re.compile("|".join(pattern.pattern for pattern in OUTLINE))
"""An item of any of these."""
QUESTION = re.compile(rf"(?:提问|问题?|Q)\s*[{DIGITS}\d]{{0,3}}\s*[：:．.、]\s*\S.*")
ANSWER = re.compile(r"(?<=\S)\s*(?=(?:回?答|答复|A)\s*\d{0,3}\s*[：:])")
ANNEX = re.compile(rf"附[件表录]\s*[{DIGITS}\d]{{0,2}}\s*[：:]?")
ANNEXED = re.compile(r"附[件表]\s*\d{0,2}\s*[：:]\s*\S.*")
"""What is attached: the label alone heads the thing itself, with words behind it it lists what there is."""
FEWEST_ASKED = 3
"""So many lines that ask, each with another below it, are questions and answers though no 问 stands before them."""
FIRST_NUMBERED = 10
"""Numbered levels rank below markdown's six."""
SENTENCE = re.compile(r"[^。！？；]*[。！？；]+[”’）)]*|[^。！？；]+$")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a document as read; `page` is 1-based where the format has pages."""

    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of a document: its address, the headings above it, its exact words.

    `lead` is the sentence that opens the list of which this piece is a part (有下列行为之一的，…：), empty
    where the piece holds it itself.
    """

    address: str
    path: tuple[str, ...]
    text: str
    page: int | None = None
    lead: str = ""


def split(lines: Sequence[Line]) -> tuple[Clause, ...]:
    """The clauses of a document, in order; those of what is attached are named by it (附件1)."""
    found: list[Clause] = []
    for label, part in parts(lines):
        title = (part[0].text.strip(),) if label and part else ()
        for clause in _cut(part):
            address = label + ("" if label and clause.address == "题注" else clause.address)
            found.append(replace(clause, address=address, path=(*title, *clause.path)))
    return tuple(found)


def parts(lines: Sequence[Line]) -> list[tuple[str, list[Line]]]:
    """The text, its label empty, and what is attached to it; an attachment to a bare cover is the text itself."""
    found: list[tuple[str, list[Line]]] = [("", [])]
    for line in lines:
        if ANNEX.fullmatch(line.text.strip()):
            text = [_bare(old.text) for label, part in found if not label for old in part]
            own = any(NUMBERED.match(old) or ARTICLE.match(old) for old in text)
            found.append((re.sub(r"[\s：:]", "", line.text) if own else "", []))
        elif line.text.strip():
            found[-1][1].append(line)
    return found


def _cut(clean: Sequence[Line]) -> tuple[Clause, ...]:
    """A law is cut by article, questions by their answers, else by outline."""
    articles = [article_number(_bare(line.text)) for line in clean if ARTICLE.match(_bare(line.text))]
    if len(articles) >= 3 or articles == [1, 2]:
        return tuple(_split_law(clean))
    asked = _asked(clean)
    return tuple(_split_asked(clean, asked) if asked else _split_outline(clean))


def _asked(lines: Sequence[Line]) -> list[int]:
    """Where a question stands with its answer; empty where the text is no list of them."""
    marked = [at for at, line in enumerate(lines) if QUESTION.fullmatch(line.text.strip())]
    if len(marked) > 1:
        return marked
    asks = [line.text.strip().endswith(("？", "?")) for line in lines]
    bare = [at for at in range(len(lines) - 1) if asks[at] and not asks[at + 1] and not NUMBERED.match(lines[at].text)]
    return bare if len(bare) >= FEWEST_ASKED and sum(asks) == len(bare) and len(lines) <= 4 * len(bare) else []


def _split_asked(lines: Sequence[Line], asked: Sequence[int]) -> Iterator[Clause]:
    """A clause for each question with its answer; a short heading just above a question opens a part."""
    part: tuple[str, ...] = ()
    yield from _split_outline(lines[: asked[0]])
    for number, (start, end) in enumerate(pairwise([*asked, len(lines)]), 1):
        body = list(lines[start:end])
        below = body.pop() if end < len(lines) and len(body) > 1 and _outline_mark(body[-1].text)[0] else None
        if below and below.text.rstrip().endswith(("。", "；")):
            body, below = [*body, below], None
        told = (Line(text, line.page) for line in body for text in ANSWER.split(line.text.strip()) if text)
        yield from _pieces(f"第{number}问", part, list(told))
        part = (_outline_mark(below.text)[2],) if below else part


def _bare(text: str) -> str:
    """Without the marks of markdown and the white space around a line."""
    return re.sub(r"^[#>*\s　]+(?=第)|^[\s　]+", "", text).strip().strip("　")


def _split_law(lines: Sequence[Line]) -> Iterator[Clause]:
    path: dict[int, str] = {}
    body: list[Line] = []
    address, last = "题注", 0
    for line in lines:
        text = _bare(line.text)
        article, chapter = ARTICLE.match(text), CHAPTER.match(text)
        number = numeral(article[1]) if article else 0
        if article and (number > last or article[2] or number == 1):
            yield from _pieces(address, tuple(path.values()), body)
            address, body, last = article[0], [Line(text, line.page)], number
        elif chapter and len(text) <= 40:
            yield from _pieces(address, tuple(path.values()), body)
            rank = CHAPTER_RANK[chapter[1]]
            path = {key: value for key, value in path.items() if key < rank} | {rank: _tidy(text)}
            address, body = "", []
        elif HEADING.match(line.text) and address == "题注":
            continue
        else:
            body.append(Line(text, line.page))
    yield from _pieces(address, tuple(path.values()), body)


def _tidy(heading: str) -> str:
    """第一章 总 则 → 第一章 总则."""
    mark, _, name = re.sub(r"[\s　]+", " ", heading).partition(" ")
    return f"{mark} {name.replace(' ', '')}".strip()


def _split_outline(lines: Sequence[Line]) -> Iterator[Clause]:
    """A heading goes into the path of what stands below it; one with nothing below it is a clause itself."""
    path: dict[int, tuple[str, str]] = {}
    body: list[Line] = []
    heading: tuple[int, Line] | None = None
    listing = False
    for line in (Line(line.text.strip(), line.page) for line in lines):
        rank, mark, title = _outline_mark(line.text)
        # What is attached is listed by its own numbers, which open no clause.
        listing = bool(ANNEXED.fullmatch(line.text)) or (listing and rank is not None)
        if rank is None or listing:
            body.append(line)
            continue
        if heading and not body and rank <= heading[0]:
            body = [heading[1]]
        yield from _pieces(_address(path), _titles(path), body)
        path = {key: value for key, value in path.items() if key < rank} | {rank: (mark, title)}
        marked = HEADING.match(line.text)
        text = Line(marked[2] if marked else line.text, line.page)
        heading = (rank, text) if marked or text.text == title else None
        body = [] if heading else [text]
    if heading and not body:
        body = [heading[1]]
    yield from _pieces(_address(path), _titles(path), body)


def _outline_mark(text: str) -> tuple[int | None, str, str]:
    """(rank, address mark, title) of a line that opens a level; rank None for running text."""
    heading = HEADING.match(text)
    inner = heading[2] if heading else text
    for rank, pattern in enumerate(OUTLINE, start=FIRST_NUMBERED):
        if found := pattern.match(inner):
            title = re.split(r"[。；：！？]", inner, maxsplit=1)[0][:40]
            return rank, found[0].rstrip(".．"), title
    if heading:
        return len(heading[1]), heading[2][:30] if len(heading[1]) > 1 else "", heading[2][:40]
    return None, "", ""


def _address(path: dict[int, tuple[str, str]]) -> str:
    """The numbers of the levels joined (二、（一）); where nothing is numbered, the headings themselves."""
    numbered = "".join(mark for rank, (mark, _) in sorted(path.items()) if rank >= FIRST_NUMBERED)
    return numbered or "·".join(mark for _, (mark, _) in sorted(path.items()) if mark)


def _titles(path: dict[int, tuple[str, str]]) -> tuple[str, ...]:
    return tuple(title for _, (_, title) in sorted(path.items()))


def _pieces(address: str, path: tuple[str, ...], body: Sequence[Line]) -> Iterator[Clause]:
    """One clause, or several of at most LONGEST characters cut between paragraphs, then between sentences."""
    group: list[Line] = []
    asked = body[0].text if body and body[0].text.endswith(("？", "?")) else ""
    lead = carried = ""
    for line in (part for whole in body for part in _sentences(whole)):
        if group and sum(len(old.text) + 1 for old in group) + len(line.text) > LONGEST:
            yield _clause(address, path, group, carried)
            group, carried = [], lead
        if line.text.endswith(("：", ":")):
            lead = line.text
        elif not NUMBERED.match(line.text):
            lead = asked
        group.append(line)
    if group:
        yield _clause(address, path, group, carried)


def _clause(address: str, path: tuple[str, ...], group: Sequence[Line], lead: str) -> Clause:
    return Clause(address, path, "\n".join(line.text for line in group), group[0].page, lead[-160:])


def _sentences(line: Line) -> Iterator[Line]:
    """The line itself, or its parts where it is too long; a part without any stop is cut hard."""
    if len(line.text) <= LONGEST:
        yield line
        return
    held = ""
    for sentence in (found[0] for found in SENTENCE.finditer(line.text)):
        while len(sentence) > LONGEST:
            if held:
                yield Line(held, line.page)
                held = ""
            yield Line(sentence[:LONGEST], line.page)
            sentence = sentence[LONGEST:]
        if held and len(held) + len(sentence) > LONGEST:
            yield Line(held, line.page)
            held = ""
        held += sentence
    if held.strip():
        yield Line(held, line.page)


def article_number(address: str) -> int:
    """46 of 第四十六条 and of 第46条; 0 where the address is no article's."""
    found = ARTICLE.match(address)
    return numeral(found[1]) if found and not found[2] else 0


def numeral(text: str) -> int:
    """第二十五条's 二十五 as a number; 0 where it is none."""
    if text.isdigit():
        return int(text)
    total, digit = 0, 0
    units = {"十": 10, "百": 100, "千": 1000}
    for char in text:
        if char in units:
            total += (digit or 1) * units[char]
            digit = 0
        else:
            digit = "零一二三四五六七八九".find(char.replace("〇", "零"))
            if digit < 0:
                return 0
    return total + digit
