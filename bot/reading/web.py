"""Web pages to lines: the text of headings, paragraphs, items and table rows; scripts and styles are dropped."""

from html.parser import HTMLParser
from pathlib import Path

from bot.domain.library.clauses import Line
from bot.domain.library.passages import ReadDocument
from bot.errors import UnreadableFile
from bot.reading import limits
from bot.reading.plain import decode, tidy

BREAKS = frozenset("p div br li tr h1 h2 h3 h4 h5 h6 section article table ul ol title td th".split())
DROPPED = frozenset({"script", "style", "noscript", "template", "svg", "nav", "footer"})
HEADINGS = {"h1": "# ", "h2": "## ", "h3": "### "}


class _Text(HTMLParser):
    """Collects lines; nothing is fetched and no script is run."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = [""]
        self._dropped = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._dropped += tag in DROPPED
        if tag in {"td", "th"} and self.lines[-1]:
            self.lines[-1] += " "
        elif tag in BREAKS:
            self.lines.append(HEADINGS.get(tag, ""))

    def handle_endtag(self, tag: str) -> None:
        self._dropped -= tag in DROPPED and self._dropped > 0
        if tag in BREAKS and tag not in {"td", "th"}:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        if not self._dropped:
            self.lines[-1] += " ".join(data.split())


def read_web(path: Path) -> ReadDocument:
    """One line a block; a row of a table is one line."""
    raw = path.read_bytes()
    if len(raw) > limits.TEXT_BYTES:
        raise UnreadableFile(f"网页超过 {limits.TEXT_BYTES // 1_000_000} MB，请另存为文本后再发")
    parser = _Text()
    parser.feed(decode(raw))
    lines = tidy(Line(line) for line in parser.lines if line.strip("# "))
    if not lines:
        raise UnreadableFile("网页里没有文字")
    return ReadDocument(lines)
