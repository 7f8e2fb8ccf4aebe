"""Faults of the text as a whole: no date in the lead, two events, worn names, lists that do not add up.

Each rule is one function from the text to messages. Of fixed political wording it is judged how often it may stand and
which forms may not be changed, not its meaning.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.domain.language.numerals import han_value
from bot.domain.plain import repeats
from bot.domain.plain.signs import VAGUE_COUNT, normalise
from bot.domain.plain.verdicts import Finding, Genre, Sentence, Verdict, Wordings

# Wording that may stand once in a summary or a speech and not at all in an information report.
_TOGETHER = re.compile(r"“?四个意识”?|“?四个自信”?|“?两个维护”?")
_ONCE = (
    re.compile(r"以?习近平新时代中国特色社会主义思想(?:为指导)?"),
    re.compile(r"“?两个确立”?"),
    _TOGETHER,
    re.compile(r"党的(?:十九大|二十大|二十届[一二三四五六七]中全会)(?:、二十大)?精神"),
    re.compile(r"(?:严格)?(?:执行|落实|贯彻|遵守)(?:落实)?中央八项规定(?:及其实施细则)?(?:精神)?"),
    re.compile(r"疫情要防住、经济要稳住、发展要安全"),
)
# The three that are merged into one sentence count as one use.
_MERGED = re.compile(r"“?四个意识”?[^。；]{0,12}“?四个自信”?[^。；]{0,12}“?两个维护”?")
_WRONG = (
    (re.compile(r"习总书记"), "“习总书记”应写“习近平总书记”"),
    (re.compile(r"国家八项规定|国务院八项规定|党的八项规定"), "应写“中央八项规定”"),
    (re.compile(r"中央“?8项”?规定|八项规定8条"), "“八项规定”用汉字，应写“中央八项规定”"),
    (re.compile(r"八项规定(?:的)?实施细则精神"), "固定写法是“中央八项规定及其实施细则精神”"),
    (
        re.compile(r"经济要发展、疫情要(?:稳住|防住)|经济要稳住、疫情要防住|疫情要稳住"),
        "固定写法是“疫情要防住、经济要稳住、发展要安全”",
    ),
    (re.compile(r"让党放心、(?:让)?人民(?:群众)?满意的?模范机关"), "全称是“让党中央放心、让人民群众满意的模范机关”"),
    (re.compile(r"国务院、(?:和)?党中央"), "先写党中央：“党中央、国务院”"),
    (re.compile(r"县委、市委|市委、省委|县委、省委"), "上级机关从上到下写：省委、市委、县委"),
    (re.compile(r"树牢“四个意识”"), "核对动词：常用“增强‘四个意识’”"),
    (re.compile(r"(?:坚决)?(?:践行|落实)“两个维护”"), "核对动词：常用“做到‘两个维护’”"),
    (re.compile(r"(?:树牢|增强)“四个自信”"), "核对动词：常用“坚定‘四个自信’”"),
    (re.compile(r"(?:领会|领悟)“两个确立”(?!的?决定性意义)"), "“两个确立”与“决定性意义”连用，一字不改"),
    (
        re.compile(r"习近平新时代(?:中国)?特色(?:的)?社会主义(?:理论|思想理论)|习近平新时代社会主义思想"),
        "全称是“习近平新时代中国特色社会主义思想”",
    ),
)
_STUDIED = re.compile(r"(?:学习|传达|宣讲|研讨|领学|辅导)[^，。；]{0,16}$")
# 为深入学习贯彻…精神: the purpose of whatever follows, not what was studied.
_PURPOSE = re.compile(r"(?:^|[，。；\n])\s*为了?[^，。；]{0,16}$")
_YEAR = re.compile(r"(20[12]\d)年")
_CONGRESS = ((re.compile(r"二十大|二十届"), 2022), (re.compile(r"十九大|十九届"), 2017))


def faults(text: str, sentences: tuple[Sentence, ...], genre: Genre) -> Iterator[str]:
    """One message for each kind of fault."""
    for pattern, message in _WRONG:
        if pattern.search(text):
            yield message
    yield from _too_often(text, sentences, genre)
    yield from _too_early(text)


def _too_often(text: str, sentences: tuple[Sentence, ...], genre: Genre) -> Iterator[str]:
    allowed = 0 if genre == "report" else 1
    facts = [(s.start, s.end) for s in sentences if s.verdict is Verdict.SUBSTANTIVE]
    for pattern in _ONCE:
        used = [match[0] for match in pattern.finditer(text) if not _is_topic(text, match, facts)]
        uses = len(used)
        if pattern is _TOGETHER:
            uses -= 2 * sum(1 for _ in _MERGED.finditer(text))
        if uses > allowed:
            yield f"规范表述“{used[0].strip('“”')}”用了{uses}次，" + ("信息稿不写" if not allowed else "全文写一次就够")


def _is_topic(text: str, match: re.Match[str], facts: list[tuple[int, int]]) -> bool:
    """What was studied on a day that is named, and whatever stands in a title, is a fact."""
    before = text[max(0, match.start() - 24) : match.start()]
    if before.rfind("《") > before.rfind("》"):
        return True
    return (
        bool(_STUDIED.search(before))
        and not _PURPOSE.search(before)
        and any(start <= match.start() < end for start, end in facts)
    )


def _too_early(text: str) -> Iterator[str]:
    """A congress cannot be quoted before it met."""
    years = [int(year) for year in _YEAR.findall(text)]
    for pattern, since in _CONGRESS:
        found = pattern.search(text)
        if years and found and max(years) < since:
            yield f"文中年份最晚是{max(years)}年，却写了“{found.group()}”，核对年份"
            return


_REPORT_LENGTH = 400
_LONG_SENTENCE = 150
# A text of this size or with this many headings is a summary or a speech, whatever the caller knows of it.
_LONG_TEXT = 800
_MANY_HEADINGS = 3
_DAY = re.compile(
    r"[\d*]{1,2}月[\d*]{1,3}[日号]?|[一二三四五六七八九十]+月[一二三四五六七八九十]+[日号]|^(?:今|"
    r"昨)[天日]|[\d*]{1,2}[日号]"
)
# A report on figures opens with its period.
_PERIOD = re.compile(
    r"\d{1,2}月|季度|上半年|下半年|[\d*]{4}年|今年|去年|全年|截至|期间|假期|[正冬腊]月"
    r"|(?:春节|元宵|清明|五一|端午|七夕|中秋|国庆|重阳|腊八|小年|除夕|元旦)”?(?:节|当|前|后|假|长|小)"
)
_LOOSE_DAY = re.compile(r"日前|近日|近期|连日来|最近|前不久")
_OPENING_DAY = re.compile(
    r"^(?:[\d*]{4}年)?([\d*]{1,2}月[\d*]{1,3}[日号]?|[\d*]{1,2}[日号]|当天|同日)?(上午|下午|晚上?|早上|"
    r"中午)?[\d:：时点分]*[，,]?"
)
_EVENT = re.compile(r"召开|举办|举行|开展|组织|走进|慰问|检查|接待|演出|培训|参观|植树|调研|启动|座谈|赴|到")
_LATER = re.compile(r"截至|之?前完成|日前|计划|将于|拟于|起，|共|累计")
_ORDINAL = re.compile(
    r"(?:^|[。；;：:，\n])\s*(?:([一二三四五六七八九十]{1,2})(是|要)|"
    r"第([一二三四五六七八九十]{1,2})([，、]))|^\s*(?:（([一二三四五六七八九十]{1,2})(）)|"
    r"([一二三四五六七八九十]{1,2})(、)|(\d{1,2})([.、．]))(?!\d)",
    re.M,
)


@dataclass(frozen=True, slots=True)
class Page:
    """The text under judgement as the rules see it; `text` has half-width digits and full-width commas."""

    text: str
    sentences: tuple[Sentence, ...]
    genre: Genre

    @property
    def counted(self) -> list[Sentence]:
        return [s for s in self.sentences if s.verdict is not Verdict.STRUCTURAL]


Rule = Callable[[Page], Iterator[str]]


def find(text: str, sentences: tuple[Sentence, ...], *, genre: Genre, wordings: Wordings) -> tuple[Finding, ...]:
    """All that is amiss with the whole, rule by rule."""
    page = Page(normalise(text), sentences, _genre(text, sentences) if genre == "any" else genre)
    found = [Finding(name, message) for name, rule in _RULES for message in rule(page)]
    found += [Finding("wording", message) for message in _wordings(text, wordings)]
    return tuple(found)


def _genre(text: str, sentences: tuple[Sentence, ...]) -> Genre:
    """A few sentences are taken for a report; one sentence alone is judged as a sentence only."""
    headings = sum(s.verdict is Verdict.STRUCTURAL for s in sentences)
    if len(text) > _LONG_TEXT or headings >= _MANY_HEADINGS:
        return "summary"
    return "report" if len(sentences) - headings >= 2 else "any"


def _lead(page: Page) -> Sentence | None:
    """The first sentence of the body; a title is a first line without a full stop, followed by others."""
    counted = page.counted
    while len(counted) > 1 and counted[0].text[-1] not in "。！？；":
        counted = counted[1:]
    return counted[0] if counted else None


def _lead_without_date(page: Page) -> Iterator[str]:
    lead = _lead(page) if page.genre == "report" else None
    if lead is None:
        return
    opening = max(
        (s.end for s in page.sentences if s.start < lead.start and s.text[-1] not in "：:。！？；"), default=0
    )
    text = page.text[opening : lead.end].strip()
    if _DAY.search(text) or _PERIOD.search(text):
        return
    loose = _LOOSE_DAY.search(lead.text)
    yield f"导语只写“{loose.group()}”，写明几月几日" if loose else "导语没有日期，写明几月几日"


def _two_events(page: Page) -> Iterator[str]:
    if page.genre != "report":
        return
    openings: list[str] = []
    for sentence in page.counted:
        text = normalise(sentence.text)
        opening = _OPENING_DAY.match(text)
        opens = sentence.start == 0 or page.text[sentence.start - 1].isspace()
        when = _moment(opening, opens) if opening else ""
        rest = text[opening.end() : opening.end() + 40] if opening else ""
        told = sentence.verdict is Verdict.SUBSTANTIVE and not _LATER.search(text)
        again = "月" not in when and any(other.endswith(when) for other in openings)  # 7月2日, then 2日晚
        if when and not again and told and _EVENT.search(rest):
            openings.append(when)
    events = list(dict.fromkeys(openings))
    if len(events) >= 2:
        yield f"写了{len(events)}件事（{'、'.join(events[:3])}），一事一报，分开写"


def _moment(opening: re.Match[str], opens_paragraph: bool) -> str:
    """The day; morning and afternoon of one day are two events only where each has a paragraph."""
    day, part = opening.group(1) or "", opening.group(2) or ""
    return day + part if opens_paragraph else day


def _too_long(page: Page) -> Iterator[str]:
    length = len("".join(page.text.split()))
    if page.genre == "report" and length > _REPORT_LENGTH:
        yield f"全文{length}字，信息稿一般不超过{_REPORT_LENGTH}字"


def _long_sentences(page: Page) -> Iterator[str]:
    long = [s for s in page.sentences if len(s.text) > _LONG_SENTENCE]
    if long:
        yield f"有{len(long)}句超过{_LONG_SENTENCE}字，如“{long[0].text[:12]}…”，拆成几句"


def _vague_counts(page: Page) -> Iterator[str]:
    found = list(dict.fromkeys(match.group() for match in VAGUE_COUNT.finditer(page.text)))
    if found:
        yield f"{'、'.join(f'“{word}”' for word in found[:5])}是虚数，写准数或“约××”"


def _ordinals(page: Page) -> Iterator[str]:
    last: dict[str, int] = {}
    for match in _ORDINAL.finditer(page.text):
        said, kind = (group for group in match.groups() if group)
        value = int(said) if said.isdigit() else int(han_value(said) or 0)
        before = last.get(kind, 0)
        shown = match.group().strip("。；;：:，\n ")
        if value == before and value > 1:
            yield f"有两个“{shown}”，序号重复"
        elif value > before + 1 and before:
            yield f"“{shown}”前面缺了第{before + 1}项，序号不连"
        last[kind] = value
        if kind in "、":
            last = {kind: value}


def _wordings(text: str, wordings: Wordings) -> Iterator[str]:
    for word, advice in wordings.banned:
        if word and word in text:
            yield f"本单位不用“{word}”" + (f"：{advice}" if advice else "")
    for word, better in wordings.preferred:
        # A preferred form may hold the old one: 文旅局 → 县文旅局.
        if word and word in (text.replace(better, "") if better else text):
            yield f"“{word}”改为“{better}”"


def _formulas(page: Page) -> Iterator[str]:
    yield from faults(page.text, page.sentences, page.genre)


_RULES: tuple[tuple[str, Rule], ...] = (
    ("lead-without-date", _lead_without_date),
    ("two-events", _two_events),
    ("too-long", _too_long),
    ("long-sentence", _long_sentences),
    ("vague-count", _vague_counts),
    ("duplicate-ordinal", _ordinals),
    ("promised-count", lambda page: repeats.broken_promises(page.text)),
    ("promised-count", lambda page: repeats.miscounted_names(page.text)),
    ("contradicted-count", lambda page: repeats.contradicted_counts(page.text)),
    ("repeated-name", lambda page: repeats.worn_names(page.text)),
    ("varied-name", lambda page: repeats.varied_names(page.text)),
    ("doubled-word", lambda page: repeats.doubled_words(page.text)),
    ("formula", _formulas),
)
