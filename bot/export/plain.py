"""Reports as plain text for pasting: title, paragraphs, unit and date. No layout but line breaks."""

from collections.abc import Sequence

from bot.domain.submissions.enclosures import Article, Imprint
from bot.export.typeset import blocks, tidy


def write(articles: Sequence[Article], imprint: Imprint) -> str:
    """The reports one after the other, two empty lines between them."""
    return "\n\n\n".join(_one(article, imprint) for article in articles) + "\n"


def _one(article: Article, imprint: Imprint) -> str:
    body = [f"　　{block.head}{block.rest}" for block in blocks(article.text)]
    people = tidy(imprint.people())
    signed = [tidy(article.unit or imprint.unit), imprint.day(), f"（{people}）" if people else ""]
    tail = [line for line in signed if line]
    return "\n".join([tidy(article.title), "", *body, *([""] if tail else []), *tail])
