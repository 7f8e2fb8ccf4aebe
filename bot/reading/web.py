"""Web pages to lines: the text of headings, paragraphs, items and table rows; scripts and styles are dropped."""

import re
from html.parser import HTMLParser
from pathlib import Path

from bot.domain.library.clauses import Line
from bot.domain.library.passages import ReadDocument
from bot.errors import UnreadableFile
from bot.reading import limits
from bot.reading.plain import decode, tidy
from bot.reading.sheet import rows_of

BREAKS = frozenset("p div br li h1 h2 h3 h4 h5 h6 section article ul ol caption".split())
DROPPED = frozenset({"script", "style", "noscript", "template", "svg", "nav", "footer"})
HEADINGS = {"h1": "# ", "h2": "## ", "h3": "### "}
SITE = re.compile(r".*(?:网站?|门户|首页|官网|人民政府|委员会|[局厅委馆])")
"""The name of a site is no title of the page."""
LONGEST_CELL = 200
"""Longer cells hold the page itself: the table only places it."""


class _Text(HTMLParser):
    """Collects lines; nothing is fetched and no script is run. A table is a list of rows, a cell a list of lines."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = [""]
        self.title: list[str] = []
        self._dropped = 0
        self._titled = False
        self._tables: list[list[list[list[str]]]] = []
        self._placing: set[int] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._dropped += tag in DROPPED
        self._titled = tag == "title"
        if tag == "table":
            self._placing |= set(range(len(self._tables)))
            self._tables.append([])
        elif tag in {"tr", "td", "th"} and self._tables:
            rows = self._tables[-1]
            if tag == "tr" or not rows:
                rows.append([])
            if tag != "tr":
                rows[-1].append([""])
                if any(name == "rowspan" and value != "1" for name, value in attrs):
                    self._placing.add(len(self._tables) - 1)  # what stands under which name cannot be told
        elif tag in BREAKS:
            self._here().append(HEADINGS.get(tag, ""))

    def handle_endtag(self, tag: str) -> None:
        self._dropped -= tag in DROPPED and self._dropped > 0
        if tag == "table" and self._tables:
            rows = self._tables.pop()
            self._here().extend([*self._told(rows, len(self._tables) in self._placing), ""])
            self._placing.discard(len(self._tables))
        elif tag in BREAKS:
            self._here().append("")

    def handle_data(self, data: str) -> None:
        text = " ".join(data.split())
        if self._titled:
            self.title += re.split(r"[_|—]|\s-\s", text)
            self._titled = False
        elif not self._dropped:
            self._here()[-1] += text

    def close(self) -> None:
        """What a page left open is told as well."""
        super().close()
        while self._tables:
            self.handle_endtag("table")

    def _here(self) -> list[str]:
        """Where text goes: into the innermost cell that is open, else onto the page."""
        return next((table[-1][-1] for table in reversed(self._tables) if table and table[-1]), self.lines)

    def _told(self, rows: list[list[list[str]]], places: bool) -> list[str]:
        """Row by row with the header; of a table that places the page the lines of its cells."""
        cells = [[[line for line in cell if line] for cell in row] for row in rows]
        if not places and len(rows) > 1 and all(len("".join(cell)) <= LONGEST_CELL for row in cells for cell in row):
            return list(rows_of([" ".join(cell) for cell in row] for row in cells))
        told = [[line for cell in row for line in cell] for row in cells]
        return [
            line
            for row, lines in zip(cells, told, strict=True)
            for line in (lines if any(len(cell) > 1 for cell in row) else [" ".join(lines)])
        ]


def read_web(path: Path) -> ReadDocument:
    """One line a block; a row of a table is one line, with the names of its columns."""
    raw = path.read_bytes()
    if len(raw) > limits.TEXT_BYTES:
        raise UnreadableFile(f"网页超过 {limits.TEXT_BYTES // 1_000_000} MB，请另存为文本后再发")
    parser = _Text()
    parser.feed(decode(raw))
    parser.close()
    lines = tidy(Line(line) for line in parser.lines if line.strip("# "))
    if not lines:
        raise UnreadableFile("网页里没有文字")
    heads = [line.text[2:] for line in lines if line.text.startswith("# ")]
    title = next(
        (head.strip() for head in [*heads, *parser.title] if head.strip() and not SITE.fullmatch(head.strip())), ""
    )
    return ReadDocument(lines, {"title": title} if title else {})
