"""What an editor decides of several reports at once: 网吧那条采用，学习会的打回，没有具体事; 除了老干部科那篇都通过.

Clause by clause: which report is pointed at, what is decided of it, and what is only the reason.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.domain.language import pointed
from bot.domain.language.asking import FIGURE, WHEN, weigh
from bot.domain.language.pointed import By
from bot.domain.submissions.review_words import Act, reason_of

LONGEST = 80
_SOFT = r"(?:先|就|都|一起|一并|一块儿?|我看|我觉得|我|给|可以|同意|直接|行|好|也|要|得|还是|他们?|她|[的了吧呗嘛])*"
_ADOPTED = re.compile(rf"{_SOFT}(?:采用|录用|采纳|采了|用了?|用吧|通过|收下?|收了|要了|留用|留下|过了?)(?:吧|了|掉)*")
_BACK = re.compile(
    rf"{_SOFT}(?:退回去?|打回去?|发回去?|退掉|退了|退稿|驳回?去?|枪毙|毙了?|不予?采用|退)"
    r"(?:重写|重改|重报|修改|改改|给(?:作者|他们?|她))*(?:吧|了|去)*"
)
_FAULT_THEN_BACK = re.compile(
    r"(?P<why>[^，,]*(?:太|不|没|缺|少|空|虚|错|重复|过期)[^，,]*?)(?<![别不没未莫甭被要能会用已])"
    r"(?P<back>(?:退|打|驳)回去?(?:重写|重改|修改|改改)?[吧了]*)"
)
"""标题太长退回: what is wrong with it, and the decision, in one breath."""
_THEIRS = re.compile(
    r"(?:让|叫|请|要)(?:他们?|她|作者|科里|馆里)(?P<do>.{0,8}(?:补|改|核|写|说清|查|重报|再报).{0,8})(?:吧)?"
)
_APPROVED = re.compile(
    rf"{_SOFT}(?:可以|行|不错|没(?:什么)?问题|挺好|还行|看了|写得(?:好|不错|实)|没毛病)(?:的|了|吧)*"
)
_HELD = re.compile(
    r"(?:都|就|我)*(?:先|暂时?|再)(?:放|搁|留|等|不[动急审定用退]|看|想).{0,8}|(?:先)?(?:别|不)(?:动|急着定)"
    r"|我(?:再)?问.{0,8}|(?:先|再)?缓(?:缓|一缓|一下|着)|回头再[说看定]"
)
_MESSAGE = re.compile(
    r"(?:跟|给|告诉|提醒|叫|让|请|转告)(?:一?下|一声)?(?:他们?|她|作者|馆里|科里|站里)(?:说|讲|提)?(?:一?[下声])?(?P<words>.{4,})"
    r"|(?:下[回次]|以后)(?:他们?|记得|要|别|带|写|注意).{2,}"
)
"""跟他们说一声下回带张照片: passed on with what was decided."""
_REASON = re.compile(r"(?:退回?的?|因为|是|这个)*(?:理由|原因)(?:是|：|:)?")
_LOOK = re.compile(
    r"(?:给我|让我|我|先|再|帮我|请|想|要)*(?:打开|点开|调出来?|看看?(?:一?下)?|瞧瞧)(?P<what>.{1,20}?)(?:给我|一?下|吧|呢)*"
    r"|(?:给我|让我|先|再|帮我|请|把)*(?P<first>.{1,20}?)(?:打开|点开|调出来|拿(?:出|过)?来|找出来|发(?:给)?我|给我(?=看|瞧|瞅))(?:给?我)?(?:看看?|瞧瞧|一?下|吧)*"
)
_WHOSE = re.compile(
    r"(?:稿子?|信息)?(?:是)?(?:谁|哪个(?:人|单位|科室?|馆|股|站))(?:写|报|交|发|弄)(?:上来)?的(?:啊|呀|呢)?"
    r"|(?:里面?|都|是|具体)*(?:写|说|讲)(?:的|了)?(?:是|些|点)*(?:什么|啥)(?:内容)?[啊呀呢]?"
)
_SOURCES = re.compile(r"的?(?:原始|原来)?的?(?:消息|记录|依据|出处|来源|素材)(?:是什么|有哪些|呢)?")
_WHOLE = re.compile(r"的?(?:内容|全文|正文|稿子?|信息)?(?:写(?:的|了))?(?:些|点)?(?:什么|啥)?")
_SPLIT = re.compile(r"[，,。；;！!\s]+|(?<=[过回用退掉了])(?=第[一二三四五六七八九\d])")


@dataclass(slots=True)
class Decision:
    """`place` is an index of the list shown; `why` goes to the author, `reason` is its code, both maybe empty."""

    place: int
    act: Act | None = None
    why: list[str] = field(default_factory=list)

    @property
    def reason(self) -> str:
        """The code of the return that the words fall under, else empty."""
        return reason_of("，".join(self.why))


@dataclass(frozen=True, slots=True)
class Decisions:
    """`sweeping` says that some were meant by 都 or 其他: these are asked about first. With nothing decided the words
    only put it off."""

    each: tuple[Decision, ...]
    sweeping: bool = False


def read(text: str, titles: Sequence[str], *, shown: bool, open_: int | None = None) -> Decisions | None:
    """The decisions; None where the words are not certainly such. `shown` says that the list was just shown, `open_`
    is the place of the one that was looked at last."""
    words = re.sub(r"[。.！!~\s]+$", "", text.strip())
    if not titles or len(words) > LONGEST or "\n" in words or re.search(r"[？?]|[吗没]$", words):
        return None
    reading = _Reading(titles, open_)
    for clause in filter(None, _SPLIT.split(reading.swept(words))):
        reading.hear(clause)
    return reading.result(shown=shown, this=re.search("[这那]一?篇", words) is not None)


def to_look_at(text: str, titles: Sequence[str], *, shown: bool) -> tuple[int, bool] | None:
    """The one of the reports that an editor wants to see (打开第2篇), and whether it is its sources; else None. A
    number alone points only at a list just `shown`."""
    bare = re.sub(r"[。.！!？?~\s]+$", "", text.strip())
    if (whose := pointed.read(bare, titles)) and len(whose.places) == 1 and _WHOSE.fullmatch(whose.left):
        return whose.places[0], False
    found = _LOOK.fullmatch(bare)
    if not found:
        return None
    what = (found["what"] or found["first"]).removeprefix("把")
    said = re.sub(r"^(\d{1,2})(?=的|$)", r"第\1篇", what)
    meant = pointed.read(said, titles) or pointed.read(f"{said}那篇", titles)
    if not meant or len(meant.places) != 1 or not (shown or meant.by in (By.MATTER, By.OF)):
        return None
    sources = _SOURCES.fullmatch(meant.left) is not None
    return (meant.places[0], sources) if sources or _WHOLE.fullmatch(meant.left) else None


_FIGURE = re.compile(r"(?<![\d.])\d[\d.]*(?:[一-龥])?")
_DOUBTS = re.compile(
    r"(?:谁|哪儿?里?|怎么|从哪).{0,3}(?:报|来|说|统计|数|算|写)(?:出来|上来|过来)?的|对得?上|对不上|准不准|核(?:对|实)过?|有依据|[对准]吗"
)


def doubted(text: str, drafts: Sequence[str]) -> int | None:
    """The place of the one report whose figure is asked about: 320册是谁报的数, 7家里头2家整改，这数对得上不."""
    figures = _FIGURE.findall(text) if len(text) <= LONGEST and _DOUBTS.search(text) else []
    held = [n for n, draft in enumerate(drafts) if figures and all(figure in draft for figure in figures)]
    return held[0] if len(held) == 1 else None


_IN_ONE = re.compile(
    r"(?:并|合|拼|捏)(?:成|在|到|为|起来)*一[条篇份块个起](?:吧|呗|写|报)?$|合(?:并|起来)(?:吧|一下)?$"
)
_BOTH = re.compile("[这那两三][两三]?[篇条]")


def in_one(text: str, titles: Sequence[str]) -> bool:
    """Whether two of the reports shall be one: 把图书馆和博物馆的并成一条."""
    if not _IN_ONE.search(text.strip()):
        return False
    named = [title for title in titles if any(title[at : at + 3] in text for at in range(len(title) - 2))]
    return len(named) > 1 or _BOTH.search(text) is not None


_OF_REPORTS = re.compile(
    r"[这那]?"
    r"[一两三几第].{0,2}[篇条]|[篇条稿]|采|退|驳|打回|收下|留下|补|重写|核实|核对|标题|空|虚|啰嗦|人数|时间|地点|数据|内容|差点|意思|(?:加上|补上|隐去|去掉|写清楚?|放前[头面]|放后[头面])(?:吧|了)?$"
)


def may_decide(text: str) -> bool:
    """Whether words over a shown queue may mean a decision that was not understood; no note of a day."""
    words = re.sub(r"[这那前后第][一二两三四五\d]{0,2}[篇条个]", "这篇", text.strip())
    told = FIGURE.search(words) or WHEN.search(words)
    asked = weigh(words).question >= _ASKS or re.search(r"(?:几|多少)[篇条次]了?$", words)
    if re.search(r"(?:哈|呵|嘿){2,}", words):
        return False
    return len(words) <= _LONGEST_UNCLEAR and not told and not asked and _OF_REPORTS.search(words) is not None


_LONGEST_UNCLEAR, _ASKS = 40, 2


class _Reading:
    """What has been heard so far: of which reports the clauses are, and what was decided."""

    def __init__(self, titles: Sequence[str], open_: int | None) -> None:
        self._titles = titles
        self._found: dict[int, Decision] = {}
        self._now: tuple[int, ...] = (0,) if len(titles) == 1 else () if open_ is None else (open_,)
        self._spared: tuple[int, ...] = ()
        self._vague = False
        self._held = False
        self._approved = False
        self._by: set[By] = set()
        self._before: list[str] = []

    def swept(self, words: str) -> str:
        """除了…都 reaches over a comma: it is heard first, what is left are the clauses behind."""
        found = pointed.read(words, self._titles)
        if not found or found.by is not By.REST:
            return words
        self._point(found)
        self._spared = tuple(n for n in range(len(self._titles)) if n not in found.places)
        return found.left

    def hear(self, clause: str) -> None:
        """One clause: a report named, a decision, a reason, or several of them."""
        found = pointed.read(clause, self._titles, tuple(self._found))
        if found:
            self._point(found)
            clause = found.left
        if found and (both := _FAULT_THEN_BACK.fullmatch(clause)):
            self._say(both["why"])
            clause = both["back"]
        if not clause or _REASON.fullmatch(clause):
            return
        back = _BACK.match(clause)
        rest = clause[back.end() :] if back else clause
        asked = _THEIRS.fullmatch(rest)
        if _ADOPTED.fullmatch(clause):
            self._decide(Act.ADOPT)
        elif _BACK.fullmatch(clause):
            self._decide(Act.RETURN)
        elif asked:
            self._decide(Act.RETURN, asked["do"])
        elif _HELD.fullmatch(clause):
            apart = found and self._found and not set(found.places) & set(self._found)
            self._held |= not apart  # 第一篇行，第二篇先放放: the first is decided
        elif self._now and all(n in self._found for n in self._now) and (told := _MESSAGE.fullmatch(clause)):
            for n in self._now:
                self._found[n].why.append(told["words"] or clause)
        elif not _APPROVED.fullmatch(clause):
            self._say(clause)
        elif found and found.by is not By.THIS:
            self._decide(Act.ADOPT)
            self._approved = True

    def _point(self, found: pointed.Pointing) -> None:
        self._by.add(found.by)
        if found.by is By.THIS:
            self._now = self._spared or self._now
        else:
            # What was said of one report and not understood is no reason for the next.
            self._vague |= bool(self._before and self._now and self._now != found.places)
            self._now = found.places

    def _decide(self, act: Act, why: str = "") -> None:
        self._vague |= not self._now
        for place in self._now:
            one = self._found.setdefault(place, Decision(place))
            one.act = act
            one.why += [*self._before, *([why] if why else [])]
        self._before = []

    def _say(self, clause: str) -> None:
        """A reason: of what was just sent back, else of what will be."""
        back = [self._found[n] for n in self._now if n in self._found and self._found[n].act is Act.RETURN]
        for one in back:
            one.why.append(clause)
        if not back:
            self._before.append(clause)

    def result(self, *, shown: bool, this: bool) -> Decisions | None:
        """None where something was said that fits no decision, or nothing names a report for certain."""
        certain = shown or bool(self._by & {By.MATTER, By.REST}) or (this and bool(self._now))
        decided = tuple(self._found[n] for n in sorted(self._found))
        if not certain or self._vague or (self._before and decided):
            return None
        if self._held and self._approved and shown:
            return Decisions(())  # 都还行，先放放: nothing is decided
        if not decided:
            return Decisions(()) if self._held and shown else None
        return Decisions(decided, bool(self._by & {By.ALL, By.REST}))
