"""Questions that point at a document by its number or a short title, and at its clause: 接待实施细则第七条."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.domain.language.grams import plain
from bot.domain.library.cards import CITED, bare_title
from bot.domain.library.clauses import DIGITS, article_number
from bot.domain.library.excerpts import opening
from bot.domain.library.originals import of_which_text
from bot.domain.library.passages import Answer, Document, Passage
from bot.domain.library.wording import BRIEF, NEAR, cite, name_of, original, refused, warning

_OPENS, _SHUTS = r"[〔\[［【（(]", r"[〕\]］】）)]"
_NUMBER = re.compile(rf"([一-龥]{{2,12}}){_OPENS}?((?:19|20)\d\d){_SHUTS}?年?第?(\d{{1,4}})号(?:文件?)?")
_CLAUSE = re.compile(rf"第[{DIGITS}\d]+条")
_KINDS = r"(?:管理|实施|暂行|试行|工作)*(?:法典?|条例|办法|规定|细则|规则|准则|意见|通知|方案|制度|守则|章程)"
_TITLE = re.compile(rf"《?([一-龥（）()]{{1,40}}?{_KINDS})》?(?:[（(]?\d{{4}}年?[一-龥]{{0,3}}[）)]?)?[的里中]*$")
_ASKING = re.compile(
    r"[的里中是，,]*(?:都|主要|具体|到底)?(?:怎么|如何)?(?:说|讲|写|规定|要求)?[了的]?些?(?:什么|啥|内容|原文)?[呢啊吗？?。]*"
)
_SPOKEN = re.compile(r"^(?:请问|麻烦|帮我|给我|看一?[看下]?|查一?[查下]?|找一?下?|我想[看知]道?|按照?|依照|根据)+")
_HOLDS = re.compile(
    r"[的，,]*(?:现在|目前|今年)?(?:还|是否|是不是|已经?)?(?:在?有效|能不?能?用|管用|在?执行|到期|过期|失效|作废|废止)了?(?:没有?|吗|么|不)?[？?。]*$"
)
FEW, MOST_LISTED = 3, 9
_KIND = re.compile(_KINDS + "$")


@dataclass(frozen=True, slots=True)
class Reference:
    """What a question points at: `named` as it says it, the documents that may be meant, the clause if it names one.

    `alone` tells that it asks for nothing but the words that stand there, `holds` that it asks whether they hold.
    """

    named: str
    documents: tuple[Document, ...]
    clause: str
    alone: bool
    holds: bool = False


def reference(question: str, cards: Collection[Document]) -> Reference | None:
    """The reference that the question is or holds; None where it names neither a number nor a titled clause."""
    text = re.sub(r"\s", "", _SPOKEN.sub("", plain(question)))
    clause = _CLAUSE.search(text)
    if number := _NUMBER.search(text):
        said, year, own = number.groups()
        rest = text[number.end() :]
        holds = _HOLDS.fullmatch(rest) is not None
        found = [card for card in cards if _is_numbered(card, said, year, own)]
        if holds and not found:
            return _gone(number[0], cards)
        if not found and (number.start() or CITED.search(said)):
            return None  # named beside what is asked
        return Reference(number[0], tuple(found), clause[0] if clause else "", _asks_alone(rest), holds)
    if not clause and (asked := _HOLDS.search(text)) and (named := _TITLE.search(text[: asked.start()])):
        held = _called(named[1], cards)
        return Reference(named[1], held, "", False, True) if held else _gone(named[1], cards)
    titled = _TITLE.search(text[: clause.start()]) if clause else None
    if not clause or not titled:
        return None
    return Reference(titled[1], _called(titled[1], cards), clause[0], _asks_alone(text[clause.start() :]))


def _gone(said: str, cards: Collection[Document]) -> Reference | None:
    """What another document puts out of force and the library does not hold itself."""
    told = ((entry, card) for card in cards for entry in card.repeals)
    named = ((e, card) for e, card in told if said in plain(e) or short_for(said, bare_title(e)))
    return next((Reference(entry, (card,), "", False, True) for entry, card in named), None)


def _asks_alone(rest: str) -> bool:
    return _ASKING.fullmatch(_CLAUSE.sub("", rest, count=1)) is not None


def _is_numbered(card: Document, said: str, year: str, own: str) -> bool:
    found = _NUMBER.search(plain(card.number))
    if found is None or found.groups()[1:] != (year, own):
        return False
    return said.endswith(found[1]) or found[1].endswith(said)


def _called(name: str, cards: Collection[Document]) -> tuple[Document, ...]:
    """The documents that bear the name, or the longest end of it, as their own or as a part of it; where none does,
    all that it may be short for."""
    titles = [(card, title) for card in cards for title in (bare_title(card.title), *card.aliases)]
    bare = bare_title(name)
    own = len(_KIND.sub("", bare))
    for start in range(max(1, own - 1)):
        exact = [card for card, title in titles if title == bare[start:]]
        if held := exact or [card for card, title in titles if own - start > 1 and bare[start:] in title]:
            return tuple(held)
    return tuple(card for card, title in titles if short_for(bare, title))


def short_for(name: str, title: str) -> bool:
    """Whether the name's characters stand in the title in their order."""
    rest = iter(title)
    return all(char in rest for char in name)


def told(pointed: Reference, document: Document, whole: Sequence[Passage]) -> Answer | None:
    """What stands where the reference points; another clause is no answer. `whole` are the document's passages.

    None where it asks for more, which other clauses may tell.
    """
    if pointed.holds:
        return _standing(pointed.named, document, whole)
    if not pointed.clause:
        return _contents(document, whole) if pointed.alone else None
    number = article_number(pointed.clause)
    if parts := [passage for passage in whole if article_number(passage.clause) == number]:
        return original(document, parts)
    # A digest names the article behind its words.
    if of_it := [p for p in whole if document.digest and number in map(article_number, _CLAUSE.findall(p.text))]:
        return _contents(document, of_it)
    if document.digest and not pointed.alone:
        return None
    lacking = f"资料库里的{name_of(document, '')}没有收{pointed.clause}，不作推测。"
    return Answer(lacking + "\n要看全文，请把原文发来收进资料库。" * document.digest, True, "offline")


def _standing(named: str, document: Document, whole: Sequence[Passage]) -> Answer:
    """Whether the document holds; of what it puts out of force itself, that this holds no more."""
    gone = bare_title(named) if named in document.repeals else ""
    telling = next((p for p in whole if re.search(re.escape(gone) or "起[施试]行|起执行|有效期", p.text)), whole[0])
    cited = cite(document, telling, telling.text)
    if not gone:
        return of_which_text([(document, cited)])
    since = document.day("effective") or document.day("dated")
    told = f"《{named}》不能用了，已被《{document.title}》{document.number}废止" + f"（{since}起）" * bool(since)
    return Answer(f"{told}。", False, "offline", (cited,))


def not_told(pointed: Reference, looked_in: int) -> Answer:
    """The document is not held, or several go by the name."""
    titles = list(dict.fromkeys(name_of(document, "") for document in pointed.documents))
    several = f"叫“{pointed.named}”的可能是{'、'.join(titles[:MOST_LISTED])}，请写全名再问。"
    return Answer(several, True, "offline") if titles else refused((), looked_in, pointed.named)


def _contents(document: Document, parts: Sequence[Passage]) -> Answer:
    """What a document says, or the given parts of it, clause by clause in brief; each words of its own."""
    clauses: dict[str, Passage] = {}
    for part in parts:
        if part.clause not in ("", "题注"):
            clauses.setdefault(part.clause, part)
    shown = list(clauses.items())[:MOST_LISTED] or [("", parts[0])]
    brief = BRIEF if len(shown) <= FEW else 2 * NEAR
    lines = [f"{clause}：{opening(part, brief)}".removeprefix("：").replace("\n", "　") for clause, part in shown]
    more = [f"……共{len(clauses)}条，要看哪条说第几条。"] if len(clauses) > MOST_LISTED else []
    source = f"依据：{name_of(document, '')}{document.number}{warning([(document, part) for _, part in shown])}"
    cited = tuple(cite(document, part, part.text) for _, part in shown)
    return Answer("\n".join([*lines, *more, source]), False, "offline", cited)
