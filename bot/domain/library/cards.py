"""What a document says of itself: title, number, issuer, dates, what it repeals.

Whether it is in force is in standing.py.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from bot.domain.language.moment import safe_day
from bot.domain.library.clauses import ARTICLE, NUMBERED, OUTLINE, Line, numeral, parts
from bot.domain.library.passages import Document

DATE = re.compile(r"(\d{4})[年\-/.](\d{1,2})(?:[月\-/.](\d{1,2})日?)?")
FULL_DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
NAME_DATE = re.compile(r"[(（](\d{4}(?:-\d{1,2}(?:-\d{1,2})?)?)年?[)）]")
NUMBER = re.compile(
    r"[一-龥]{1,12}\s*[〔\[［【（(]\s*\d{4}\s*[〕\]］】）)]\s*\d+\s*号|(?:国务院|主席)?令\s*第\s*\d+\s*号"
    r"|第\d+号(?=公布|发布)|^[〔\[［【（(]\s*\d{4}\s*[〕\]］】）)]\s*第?\s*\d+\s*[号期]$"
)
CITED = re.compile(r"(?:根据|按照|依据|依照|贯彻|落实|转发)[^。]*$|\S[（(]$")
"""Before a number, as a bracket behind a title: it is the number of another document."""
ISSUER = re.compile(
    r"(中共中央、国务院|中共中央办公厅、国务院办公厅|(?:中华人民共和国)?国务院|全国人民代表大会(?:常务委员会)?)"
)
ENACTED = re.compile(r"公布|通过|修订|修正|发布|批准|印发")
REPEAL_LIST = re.compile(
    r"[^。；]*(?:同时废止|予以废止|即行废止|停止执行|宣布失效)|废止(?:《[^》]+》(?:[（(][^（）()]*[)）])?[、，和及]?)+"
)
REPEALED_BELOW = re.compile(r"(?=.*(?:废止|失效|停止执行))[^《]*(?:以下|下列|如下|目录|清单|[：:])[^《]*")
KEPT_BELOW = re.compile(r"[^《]*(?:继续有效|保留|修改|修订)[^《]*")
_BEHIND = r"((?:[（(][^（）()]*[〔\[［]\s*\d{4}[^（）()]*[)）])?)"
REPEALED = re.compile(r"《((?:[^《》]|《[^》]*》)+)》" + _BEHIND)
UNMARKED = re.compile(r"([^《》：；。]{4,60}?)" + _BEHIND + "[；;。，,]?")
IN_FORCE_FROM = re.compile(
    r"自(?:(\d{4})年(\d{1,2})月(\d{1,2})日|公布之日|发布之日|印发之日)起(?:[施试]行|实施|执行|生效)"
)
EXPIRES = re.compile(r"(?:有效期|试行期?)(?:至|到)(\d{4})年(\d{1,2})月(\d{1,2})日")
LASTS = re.compile(
    r"(?:(?:起(?:[施试]行|实施|执行|生效)|本[一-龥]{2,4})[，,]?(?:有效期限?|试行期?限?)|起试行)[为是]?"
    r"([一二两三四五六七八九十]{1,2}|\d{1,2})(年|个月)"
)
# The red head of an official document: who issues it, then its number, then its title; who signs and when at the end.
RED_HEAD = re.compile(r"(.{3,40}?)文件")
FURNITURE = re.compile(r"(?:签发人?|份号|密级|紧急程度|特急|加急|平急|缓急|公开方式|主办单位)|[\d—–\- ]+$|★")
NAMED = re.compile(
    r".{3,120}(?:通知|意见|决定|办法|规定|公告|通告|通报|报告|请示|批复|函|纪要|方案|细则|条例|规则|制度|要点)"
    r"(?:[（(].{1,12}[)）])?"
)
GLUED = re.compile(r"(.{0,40}关于[^。：]{2,100}的(?:通知|意见|通报|决定|批复|报告|请示|公告))[^。：]{2,60}：")
"""A title on one line with those to whom it goes, as they come out of pictures and of OFD."""
SIGNED = re.compile(
    r"[一-龥]{2,40}(?:局|委员会|委|办公室|政府|会|院|厅|部|中心|馆|站|所|社|党组|组织|公司|学校)(?<!网站)"
)
TENS = "([一二三四五六七八九十]{1,3})"
IN_WORDS = re.compile(rf"([一二][〇○零一二三四五六七八九]{{3}})年{TENS}月{TENS}日")
SIGNED_ON = re.compile(
    rf"(?:({SIGNED.pattern})[\s　]+|[（(])?(?:\d{{4}}年\d{{1,2}}月\d{{1,2}}日|{IN_WORDS.pattern})[）)]?"
)
MANY = re.compile(
    r"(?:通知|公告|意见|决定|方案|办法|规定|细则|正文|附件\d*)"
    r"|.*(?:纪要|讲话|发言|致辞|通报|报告|总结|请示|批复|[来去复公便]?函|简报|公示|名单)"
)
"""Titles that texts bear which are no versions of each other."""
PRINTED = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日\s*印发")
ISSUED = re.compile(r".*关于(?:印发|公布|发布)(.+?)的(?:通知|公告|决定)")


def card(name: str, *, meta: Mapping[str, object], lines: Sequence[Line], sha256: str) -> Document:
    """The card as parsed. Front matter wins over the text, the text over the file name."""
    head = _head(lines)
    whole = [line.text for label, part in parts(lines) if not label for line in part]
    title = str(meta.get("title") or "").strip() or _title(name, lines)
    dated = _meta_date(meta, "dated") or _name_date(name) or _enacted(head) or _signed_on(whole) or _name_date(title)
    effective = _meta_date(meta, "effective") or _effective(head, whole, dated)
    kind = str(meta.get("kind") or "").strip()
    return Document(
        id="",
        name=name,
        title=title,
        sha256=sha256,
        kind=kind,
        issuer=str(meta.get("issuer") or "").strip() or _issuer(head, whole),
        number=str(meta.get("number") or "").strip() or _number(head),
        dated=dated,
        effective=effective,
        expires=_meta_date(meta, "expires") or _expires("\n".join(whole[-12:]), effective or dated),
        in_force=_flag(meta.get("in_force")),
        replaced_by=str(meta.get("replaced_by") or "").strip(),
        digest=kind.startswith("要点"),
        source=str(meta.get("source") or "").strip(),
        aliases=_aliases(meta.get("aliases")),
        vague=_vague(meta, name),
        repeals=repeals([line.text for line in lines]),
    )


def edition_of(parsed: Document) -> str:
    """Which text a file holds, by what it says of itself; another version of it is another edition."""
    return f"{parsed.title}|{parsed.number}|{parsed.dated or ''}"


def repeals(lines: Sequence[str]) -> tuple[str, ...]:
    """Titles, each with its number if told, that the text puts out of force: …《X》同时废止, or below 废止以下文件."""
    found: list[str] = []
    listing = False
    for text in map(str.strip, lines):
        mark = NUMBERED.match(text)
        item = text[mark.end() if mark else 0 :].strip()
        named = [hit for sentence in REPEAL_LIST.findall(text) for hit in REPEALED.findall(sentence)]
        if REPEALED_BELOW.fullmatch(item):
            listing = not KEPT_BELOW.fullmatch(item)
        elif listing:
            cells = [cell.rpartition("：")[2].strip() for cell in item.split("；")]
            named += [hit for cell in cells if cell.startswith("《") for hit in REPEALED.findall(cell)]
            named += [hit.groups() for cell in cells if (hit := UNMARKED.fullmatch(cell)) and NAMED.fullmatch(hit[1])]
            listing = bool(named or mark or len(cells) > 1) and not KEPT_BELOW.fullmatch(item)
        found += [f"{title}（{number}）" if (number := _number([behind])) else title for title, behind in named]
    return tuple(dict.fromkeys(found))


def repealed(entry: str) -> tuple[str, str]:
    """The bare title and the number, empty where none is told, of an entry of Document.repeals."""
    found = re.search(r"（([^（）]*〔\d{4}〕[^（）]*)）$", entry)
    return bare_title(entry[: found.start()] if found else entry), found[1] if found else ""


def bare_title(title: str) -> str:
    """The name by which versions of one document are known: no 中华人民共和国, date, （修订） or white space, and
    of a notice that issues a document that document's name.
    """
    plain = re.sub(r"[\s　《》]", "", title).removeprefix("中华人民共和国")
    if issued := ISSUED.fullmatch(plain):
        plain = issued[1]
    return re.sub(r"[(（][^()（）]*(?:\d{4}|修订|修正|要点|取代|试行)[^()（）]*[)）]", "", plain)


def has_versions(title: str) -> bool:
    """Whether a newer text of the same bare title takes the older one's place; an office's name is no title."""
    return not MANY.fullmatch(title) and not SIGNED.fullmatch(title)


def _head(lines: Sequence[Line]) -> list[str]:
    """The lines before the first article, at most thirty: where a text names its makers and dates."""
    head: list[str] = []
    for line in lines[:30]:
        if ARTICLE.match(line.text.strip()):
            break
        head.append(line.text.strip())
    return head


def _title(name: str, lines: Sequence[Line]) -> str:
    """The first line that may be one; below a head what is neither its issuer nor its number. No row of a table is."""
    first = [re.sub(r"^#+\s+", "", line.text.strip()) for line in lines[:10]]
    above = len(_letter_head(first))
    red = any(RED_HEAD.fullmatch(re.sub(r"\s+", "", text)) for text in first[:4])
    red = red or any(NUMBER.fullmatch(text) for text in first[above : above + 4 if above else 1])
    for at, text in enumerate(first if red else first[: above + 3]):
        if lines[at].text.startswith("# ") and not red:
            return text
        if at < above or "；" in text or SIGNED_ON.fullmatch(text):
            continue
        if glued := GLUED.fullmatch(text):
            return glued[1]
        numbered = any(pattern.match(text) for pattern in OUTLINE) or ARTICLE.match(text)
        if numbered or text.endswith(("。", "，", "：", "？")) or len(text) < 4:
            continue
        if red:
            if NAMED.fullmatch(text) and not FURNITURE.match(text):
                return text
            joined = text + first[at + 1] if at + 1 < len(first) else text
            if "关于" in text and NAMED.fullmatch(joined):
                return joined
        elif len(text) <= 50 or (text.startswith("关于") and NAMED.fullmatch(text)):
            return text
    return NAME_DATE.sub("", name).strip()


def _red_head(head: Sequence[str]) -> str:
    """Who issues the document, as the lines above everything say; empty where there are none."""
    red = next((found[1] for text in head[:4] if (found := RED_HEAD.fullmatch(re.sub(r"\s+", "", text)))), "")
    return red or "、".join(filter(None, _letter_head(head)))


def _letter_head(head: Sequence[str]) -> list[str]:
    """The first lines that name those who issue the document and no more; empty ones tell how urgent it is."""
    named: list[str] = []
    for text in head[: min(4, len(head) - 1)]:
        offices = text.split() if all(map(SIGNED.fullmatch, text.split())) else ["".join(text.split())]
        if not FURNITURE.match(text) and ("关于" in text or not SIGNED.fullmatch(offices[0])):
            break
        named.append("" if FURNITURE.match(text) else "、".join(offices))
    return named if any(named) else []


def _issuer(head: Sequence[str], lines: Sequence[str]) -> str:
    """The red head, the maker of a law, or who signed above the date."""
    if issuer := _red_head(head) or _first(ISSUER, head):
        return issuer
    for before, text in pairwise(["", *head[:4], *lines[-40:]]):
        signed = SIGNED_ON.fullmatch(text)
        if signed and (signed[1] or SIGNED.fullmatch(before)):
            return str(signed[1] or before)
    return ""


def _number(head: Sequence[str]) -> str:
    """The document's own number, its brackets as they should be; not one that the text refers to."""
    for text in head:
        for found in NUMBER.finditer(text):
            if not CITED.search(text[: found.start()]):
                plain = re.sub(r"\s", "", found[0])
                return re.sub(r"[\[［【（(](\d{4})[\]］】）)]", r"〔\1〕", plain)
    return ""


def _signed_on(lines: Sequence[str]) -> date | None:
    """The date below the text or its title, or that of printing."""
    for text in (*lines[-40:], *lines[:4]):
        if SIGNED_ON.fullmatch(text):
            return date_in(text)
    return next((_date(found) for text in lines[-8:] if (found := PRINTED.search(text))), None)


def date_in(text: str) -> date | None:
    """The first whole date of the text: 2025年6月12日, 2025-6-12, 二〇二五年六月十二日; 2025年6月 is its first day."""
    if found := IN_WORDS.search(text):
        year = "".join(str("〇一二三四五六七八九".index(char)) for char in re.sub("[○零]", "〇", found[1]))
        text = f"{year}年{numeral(found[2])}月{numeral(found[3])}日"
    return _date(DATE.search(text))


def _name_date(name: str) -> date | None:
    found = NAME_DATE.search(name)
    return _date(DATE.match(found[1] + "-1-1")) if found else None


def _enacted(head: Sequence[str]) -> date | None:
    dates = [_date(found) for text in head if ENACTED.search(text) for found in FULL_DATE.finditer(text)]
    return max((day for day in dates if day), default=None)


def _effective(head: Sequence[str], lines: Sequence[str], dated: date | None) -> date | None:
    """The day the text itself gives, None where it gives none.

    A revised text often keeps the first day of all, which is right: it is past.
    """
    for text in [*head, *lines[-12:]]:
        found = IN_FORCE_FROM.search(text)
        if found:
            return _date(found) if found[1] else dated
        if re.fullmatch(r"\d{4}年\d{1,2}月\d{1,2}日\s*[施实]行", text):
            return _date(FULL_DATE.match(text))
    return None


def _expires(end: str, effective: date | None) -> date | None:
    """The last day, told itself or by how many years from the first one it lasts."""
    if (years := LASTS.search(end)) and effective:
        months = numeral(years[1].replace("两", "二")) * (12 if years[2] == "年" else 1) + effective.month - 1
        after = safe_day(effective.year + months // 12, months % 12 + 1, effective.day)
        return after - timedelta(days=1) if after else None
    return _date(EXPIRES.search(end))


def _date(found: re.Match[str] | None) -> date | None:
    if found is None:
        return None
    year, month, day = ((int(part) if part else 1) for part in found.groups()[:3])
    return safe_day(year, month, day)


def _meta_date(meta: Mapping[str, object], key: str) -> date | None:
    value = meta.get(key)
    if isinstance(value, date):
        return value
    return _date(DATE.match(f"{value}-1-1")) if value else None


def _vague(meta: Mapping[str, object], name: str) -> str:
    """The dates of the front matter, or of the file's name, that are no whole days."""
    told = {key: str(meta.get(key) or "") for key in ("dated", "effective", "expires")}
    told["dated"] = told["dated"] or next(iter(NAME_DATE.findall(name)), "")
    part = {key: re.fullmatch(r"(\d{4})(?:[年\-/.](\d{1,2})月?)?年?", value) for key, value in told.items()}
    return " ".join(f"{key}:{at[1]}年" + (f"{int(at[2])}月" if at[2] else "") for key, at in part.items() if at)


def _flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _aliases(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(part.strip() for part in re.split(r"[，,、]", value) if part.strip())
    return tuple(str(part).strip() for part in value if part) if isinstance(value, list) else ()


def _first(pattern: re.Pattern[str], texts: Sequence[str]) -> str:
    found = next((hit for text in texts if (hit := pattern.search(text))), None)
    return re.sub(r"\s", "", found[0]) if found else ""
