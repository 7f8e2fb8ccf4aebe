"""What a document says of itself: title, number, issuer, dates, what it repeals.

Whether it is in force is in standing.py.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from bot.domain.clauses import ARTICLE, OUTLINE, Line
from bot.domain.passages import Document

DATE = re.compile(r"(\d{4})[年\-/.](\d{1,2})(?:[月\-/.](\d{1,2})日?)?")
FULL_DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
NAME_DATE = re.compile(r"[(（](\d{4}(?:-\d{1,2}(?:-\d{1,2})?)?)[)）]")
NUMBER = re.compile(r"[一-龥]{1,10}〔\d{4}〕\d+号|(?:国务院|主席)?令\s*第\s*\d+\s*号|第\d+号(?=公布|发布)")
ISSUER = re.compile(
    r"(中共中央、国务院|中共中央办公厅、国务院办公厅|(?:中华人民共和国)?国务院|全国人民代表大会(?:常务委员会)?)"
)
ENACTED = re.compile(r"公布|通过|修订|修正|发布|批准|印发")
REPEAL = re.compile(r"《([^》]{2,60})》[^。；《]{0,30}(?:同时废止|予以废止|即行废止|停止执行)")
REPEAL_LIST = re.compile(r"[^。；]*(?:同时废止|予以废止|即行废止)")
IN_FORCE_FROM = re.compile(
    r"自(?:(\d{4})年(\d{1,2})月(\d{1,2})日|公布之日|发布之日|印发之日)起(?:施行|实施|执行|生效)"
)
EXPIRES = re.compile(r"有效期(?:至|到)(\d{4})年(\d{1,2})月(\d{1,2})日")
DIGEST = "要点，非原文"


def card(name: str, *, meta: Mapping[str, object], lines: Sequence[Line], sha256: str) -> Document:
    """The card as parsed. Front matter wins over the text, the text over the file name."""
    head = _head(lines)
    whole = [line.text for line in lines]
    dated = _meta_date(meta, "dated") or _name_date(name) or _enacted(head)
    title = str(meta.get("title") or "").strip() or _title(name, lines)
    kind = str(meta.get("kind") or "").strip()
    return Document(
        id="",
        name=name,
        title=title,
        sha256=sha256,
        kind=kind,
        issuer=str(meta.get("issuer") or "").strip() or _first(ISSUER, head),
        number=str(meta.get("number") or "").strip() or _first(NUMBER, head),
        dated=dated,
        effective=_meta_date(meta, "effective") or _effective(head, whole, dated),
        expires=_meta_date(meta, "expires") or _date(next(EXPIRES.finditer("\n".join(whole[-12:])), None)),
        in_force=_flag(meta.get("in_force")),
        replaced_by=str(meta.get("replaced_by") or "").strip(),
        digest=kind.startswith("要点"),
        source=str(meta.get("source") or "").strip(),
        aliases=_aliases(meta.get("aliases")),
        repeals=repeals(whole),
    )


def repeals(lines: Sequence[str]) -> tuple[str, ...]:
    """Titles that the text puts out of force: …《X》同时废止."""
    found: dict[str, None] = {}
    for text in lines:
        if "废止" in text:
            for sentence in REPEAL_LIST.findall(text):
                found.update(dict.fromkeys(re.findall(r"《([^》]{2,60})》", sentence)))
    return tuple(found)


def bare_title(title: str) -> str:
    """The name by which versions of one document are known: no 中华人民共和国, date, （修订） or white
    space.
    """
    plain = re.sub(r"[\s　《》]", "", title).removeprefix("中华人民共和国")
    return re.sub(r"[(（][^()（）]*(?:\d{4}|修订|修正|要点|取代|试行)[^()（）]*[)）]", "", plain)


def _head(lines: Sequence[Line]) -> list[str]:
    """The lines before the first article, at most thirty: where a text names its makers and dates."""
    head: list[str] = []
    for line in lines[:30]:
        if ARTICLE.match(line.text.strip()):
            break
        head.append(line.text.strip())
    return head


def _title(name: str, lines: Sequence[Line]) -> str:
    for line in lines[:3]:
        text = line.text.strip()
        if text.startswith("# "):
            return text[2:].strip()
        numbered = any(pattern.match(text) for pattern in OUTLINE) or ARTICLE.match(text)
        if 4 <= len(text) <= 50 and not numbered and not text.endswith(("。", "，", "：")):
            return text
    return NAME_DATE.sub("", name).strip()


def _name_date(name: str) -> date | None:
    found = NAME_DATE.search(name)
    return _date(DATE.match(found[1] + "-1-1")) if found else None


def _enacted(head: Sequence[str]) -> date | None:
    dates = [_date(found) for text in head if ENACTED.search(text) for found in FULL_DATE.finditer(text)]
    return max((day for day in dates if day), default=None)


def _effective(head: Sequence[str], lines: Sequence[str], dated: date | None) -> date | None:
    """The day the text itself gives.

    A revised text often keeps the first day of all, which is right: it is past.
    """
    for text in [*head, *lines[-12:]]:
        found = IN_FORCE_FROM.search(text)
        if found:
            return _date(found) if found[1] else dated
        if re.fullmatch(r"\d{4}年\d{1,2}月\d{1,2}日\s*[施实]行", text):
            return _date(FULL_DATE.match(text))
    return dated


def _date(found: re.Match[str] | None) -> date | None:
    if found is None:
        return None
    year, month, day = ((int(part) if part else 1) for part in found.groups()[:3])
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _meta_date(meta: Mapping[str, object], key: str) -> date | None:
    value = meta.get(key)
    if isinstance(value, date):
        return value
    return _date(DATE.match(f"{value}-1-1")) if value else None


def _flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _aliases(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(part.strip() for part in re.split(r"[，,、]", value) if part.strip())
    return tuple(str(part).strip() for part in value if part) if isinstance(value, list) else ()


def _first(pattern: re.Pattern[str], texts: Sequence[str]) -> str:
    found = next((hit for text in texts if (hit := pattern.search(text))), None)
    return re.sub(r"\s", "", found[0]) if found else ""
