"""Which documents are in force on a day, seen from all cards together.

What a text says of itself is read in cards.py.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.domain.library.cards import bare_title, has_versions, repealed
from bot.domain.library.passages import Document

SPEECH = re.compile(r"(?:讲话|发言|致辞)$")
"""No rule, whatever date it bears."""


@dataclass(frozen=True, slots=True)
class Successor:
    """A replacement that no card tells: `title` took the place of the old title on `since`."""

    title: str
    since: date


def settle(
    documents: Iterable[Document], *, today: date, successors: Mapping[str, Successor] | None = None
) -> tuple[Document, ...]:
    """The cards with `in_force` and `replaced_by` filled in; what a card states itself is kept.

    A newer version of the same title, or a digest of one, puts the older out of force once it is effective; a text
    named in another's 同时废止 is out of force where it is the older of the two. Until its day a text is pending, a
    proposal is never in force.
    """
    documents = tuple(documents)
    versions: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        versions[_family(document)].append(document)
    repealing = _repealing(documents, today)
    settled: list[Document] = []
    for document in documents:
        if document.in_force is not None:
            settled.append(document)
            continue
        newer = _newer(document, versions[_family(document)], today)
        ended = None if newer else _repealer(document, repealing)
        by = newer or (ended.title if ended else _by_list(document, successors or {}, today))
        since = ended and (ended.effective or ended.dated)
        if since and not (document.expires and document.expires < since):
            document = replace(document, expires=since - timedelta(days=1))
        pending = not by and not _started(document, today)
        force = _in_force(document, by, today)
        settled.append(replace(document, in_force=force, replaced_by=by or "", pending=pending and force is False))
    return tuple(settled)


def behind_originals(documents: Iterable[Document]) -> tuple[Document, ...]:
    """The cards without the digests of which the library holds the text itself, in that version or a newer one."""
    documents = tuple(documents)
    held: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        if not document.digest:
            held[bare_title(document.title)].append(document)
    return tuple(d for d in documents if not (d.digest and any(_tells(o, d) for o in held[bare_title(d.title)])))


def _tells(original: Document, digest: Document) -> bool:
    """Whether the original says what the digest retells, or what took its place."""
    if original.in_force is False or digest.in_force is False:
        return original.in_force is digest.in_force and original.dated == digest.dated
    return original.dated is None or digest.dated is None or original.dated >= digest.dated


def _family(document: Document) -> str:
    """Versions of one text. Titles that many texts bear (an office, 通知, minutes) make no family."""
    title = bare_title(document.title)
    return f"{document.unit}|{title if has_versions(title) else document.id}"


def _started(document: Document, today: date) -> bool:
    return (document.effective or document.dated or today) <= today


def _newer(document: Document, family: Iterable[Document], today: date) -> str:
    if document.dated is None:
        return ""
    later = [
        other
        for other in family
        if other.dated
        and other.dated > document.dated
        and _started(other, today)
        and other.in_force is not False
        and not other.draft
    ]
    return _called(max(later, key=lambda other: other.dated or today)) if later else ""


def _called(document: Document) -> str:
    """The name of the file where it tells the document, else its title with its year: 附件1 tells nobody anything."""
    if document.digest:
        return document.title
    if bare_title(document.title) in bare_title(document.name):
        return document.name
    return f"{document.title}（{document.dated.year}年）" if document.dated else document.title


def _repealing(documents: Iterable[Document], today: date) -> dict[str, list[tuple[str, Document]]]:
    """Old title, and number where it is told → that number and the document that repeals what bears it."""
    found: dict[str, list[tuple[str, Document]]] = defaultdict(list)
    for document in documents:
        if _started(document, today) and not document.digest and not document.draft:
            for title, number in map(repealed, document.repeals):
                for name in filter(None, (title, number)):
                    found[name].append((number, document))
    return found


def _repealer(document: Document, repealing: Mapping[str, list[tuple[str, Document]]]) -> Document | None:
    """What puts the document out of force by number, else by title; no text does so to itself or to a newer one."""
    title = bare_title(document.title)
    for number, by in [*repealing.get(document.number, []), *repealing.get(title, [])]:
        same = number == document.number if number and document.number else bare_title(by.title) != title
        if same and by.id != document.id and not (document.dated and by.dated and document.dated > by.dated):
            return by
    return None


def _by_list(document: Document, successors: Mapping[str, Successor], today: date) -> str:
    successor = successors.get(bare_title(document.title))
    if successor is None or successor.since > today:
        return ""
    return successor.title if document.dated is None or document.dated < successor.since else ""


def _in_force(document: Document, replaced_by: str, today: date) -> bool | None:
    if replaced_by or (document.expires is not None and document.expires < today):
        return False
    if document.draft or SPEECH.search(document.title):
        return None
    if not _started(document, today):
        return False
    return True if document.dated else None
