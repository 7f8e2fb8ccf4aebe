"""Kinds of work that reports of a year fall into, and which of them a section is about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bot.domain.language.moment import month_day
from bot.domain.language.quantities import PERSON_UNITS, quantities
from bot.domain.summary.own_kinds import named_kinds
from bot.domain.summary.parts import Source

_OPENING = 40
LONGEST_HINT = 8
_SPAN = re.compile(r"\d{1,2}月?(?:至|到|-|—|–)\d{1,2}月|[上下]半年|全年|季度|今年以来|年初以来|截至|累计")
DAY = re.compile(r"\d{1,2}月\d{1,2}日")


@dataclass(frozen=True, slots=True)
class Told:
    """An adopted report as a summary uses it: what it tells, of which day, who wrote it, what it lacked.

    One that was only now written from notes names them, and is no report yet.
    """

    id: str
    title: str
    text: str
    unit: str
    day: date
    drafter: str = ""
    category: str = ""
    gaps: tuple[str, ...] = ()
    notes: tuple[Source, ...] = ()

    @property
    def label(self) -> str:
        """How people call it."""
        return f"《{self.title}》（{self.unit}，{month_day(self.day)}）"

    @property
    def stated(self) -> bool:
        """Whether it tells of a span of time (1至11月借出图书…) rather than of one occasion (三季度学习，12人)."""
        figures = quantities(self.text) if states(self.text) else []
        return any(not one.ordinal and one.unit not in PERSON_UNITS - {"个"} for one in figures)

    def sources(self, quote: str) -> tuple[Source, ...]:
        """What a sentence of it rests on: the sentence, or the notes that it was just written from."""
        return self.notes or (Source("report", self.id, quote, self.label),)


@dataclass(frozen=True, slots=True)
class Work:
    """A kind of work: its name, what it is counted in, who takes part, which words of a title tell it.

    A `broad` one gives way to a kind of the reports' own (检查水厂 before 检查); `own` is made of their titles.
    Where those who act are counted, `heads` is what they are called, not those for whom they act.
    """

    name: str
    signs: re.Pattern[str]
    unit: str = "次"
    people: str = "参与"
    topics: str = ""
    broad: bool = False
    own: bool = False
    heads: str = ""


def _work(
    name: str, signs: str, topics: str, *, unit: str = "次", people: str = "参与", broad: bool = False, heads: str = ""
) -> Work:
    return Work(name, re.compile(signs), unit, people, topics, broad, heads=heads)


_LOOKING = r"(?:检查|执法|巡查|抽查|排查|巡检|督查)"
# With whom it was done is not what was done: 联合公安、消防检查网吧.
_PARTNERS = re.compile(r"(?:联合|会同|配合)[^，。]{2,16}?(?=检查|开展|对|到|赴)")
_MARKET = r"(?:市场|经营|网吧|娱乐|旅行社|民宿|书店|景区|场所|商户|门店|店铺|KTV|酒吧|饭店|宾馆|旅馆|影院)"
# The order decides: a special kind stands before the general one whose words it holds. A kind is named only where a
# report's own words bear the name out; what no kind names is named by what its titles share (own_kinds.py).
WORKS = (
    _work("中心组学习", r"中心组", "党建 学习 学习教育 思想"),
    _work("讲党课", r"党课", "党建 学习 学习教育 思想", people="听课"),
    _work("主题党日", r"主题党日", "党建 学习 学习教育", people="参加"),
    _work("支部会议", r"党员大会|支委会|党小组会|支部[^，。]{0,6}(?:会|学习)", "党建 学习 学习教育", people="参加"),
    _work("问题整改", r"整改|销号|问题清单|查摆|回头看", "整改 作风 问题整改"),
    _work("安全检查", (
        rf"(?:安全|消防|隐患)[^，。]{{0,10}}{_LOOKING}|排查[^，。]{{0,6}}隐患"
        rf"|{_LOOKING}[^，。]{{0,4}}(?:消防|燃气|安全|隐患)"
    ), "检查 安全 监管"),
    _work("文物巡查", rf"文物[^，。]{{0,10}}{_LOOKING}|{_LOOKING}[^，。]{{0,10}}文物", "文物 文化遗产"),
    _work("市场检查", rf"{_MARKET}[^，。]{{0,10}}{_LOOKING}|{_LOOKING}[^，。]{{0,10}}{_MARKET}", "检查 市场 执法 监管"),
    _work("作风改进事项", r"作风|八项规定|廉政|廉洁|纪律|暗访|减负|窗口|首问|接待日|会风|文风|延时", "作风 廉政 效能",
          unit="件"),
    # What is permitted or handled as a case is no deed of the trade that it is about: 办理演出审批 is no 演出.
    _work("行政审批", r"审批|许可|备案|核发", "审批 许可 政务", unit="批", broad=True),
    _work("志愿服务", r"志愿|义务劳动|双报到", "志愿 服务群众 双报到 慰问 帮扶", people="志愿者",
          heads="志愿者"),
    _work("慰问帮扶", r"慰问|帮扶|结对|看望", "志愿 服务群众 慰问 帮扶"),
    _work("技能比武", r"比武|练兵|技能(?:竞赛|大赛|比赛)", "技能 比武 队伍建设", people="参赛"),
    _work("送戏下乡", r"送戏|送文艺|戏曲进", "文化 惠民 演出", unit="场", people="观众"),
    _work("演出", r"演出|戏曲|村晚|专场|晚会|文艺汇演", "文化 惠民 演出", unit="场", people="观众"),
    _work("电影放映", r"电影|放映|影片", "文化 惠民 电影", unit="场", people="观众"),
    _work("送书", r"送书|赠书|捐书|送图书", "文化 惠民 阅读", people="参加"),
    _work("阅读活动", r"读书|阅读|图书|借阅|书香|朗诵|绘本", "文化 惠民 阅读", people="参加"),
    _work("展览", r"展览|[书画影纸报品献]展(?!示|开)|(?<![开发进扩拓伸施])展(?=$|[，。])|展出|巡展|布展",
          "文化 惠民 展览", people="参观"),
    _work("非遗传承", r"非遗|非物质文化|皮影|剪纸", "文化 惠民 非遗 文化遗产"),
    _work("文物保护", r"文物|遗址|考古|古建|古墓|碑刻|石碑", "文物 文化遗产", broad=True),
    _work("培训和讲座", r"培训|讲座|授课|课堂|研学|辅导|实训|开班|结业|公益课|舞蹈班|书法班", "教育 培训 惠民 队伍建设",
          people="参训"),
    _work("旅游服务", r"旅游|游客|景区|民宿|文旅推介|导游", "旅游 产业 文旅融合", broad=True),
    _work("群众文化活动", r"广场舞|群众文化|文艺|元宵|端午|重阳|春联|庙会|文化站|文化活动", "文化 惠民 群众"),
    _work("比赛", r"比赛|竞赛|大赛", "比赛 竞赛", people="参赛"),
    _work("检查", _LOOKING, "检查 监管", broad=True),
    _work("调研", r"调研|座谈", "调研 作风", broad=True),
    _work("会议部署", r"会议|部署|推进会|动员", "会议 部署 组织领导", broad=True),
)  # fmt: skip
_UNIT_NAME = re.compile(
    r"[县市区]?(?:图书馆|文化馆|博物馆|美术馆|档案馆|纪念馆|文旅局|[\u4e00-\u9fff]{0,4}执法[大支]?队)"
)
OTHER = Work("其他工作", re.compile(r"$^"), "件")

# What a section's title speaks of, and the categories of reports that belong to it.
_CATEGORY_WORDS = (
    ("文化惠民", r"文化|惠民|演出|阅读|群众文化|公共文化|服务型"),
    ("教育培训", r"培训|教育培训|队伍建设"),
    ("技能比武", r"技能|比武|练兵|队伍建设"),
    ("志愿服务", r"志愿|双报到|服务群众|服务型|慰问|帮扶"),
    ("作风改进", r"作风|效能|廉政|纪律|减负|八项规定"),
    ("党建学习", r"党建|党课|学习教育|理论学习|支部|政治学习|主题教育"),
    ("整改", r"整改|销号"),
)
_LOOSE = frozenset(
    "工作 情况 开展 推进 加强 深入 全面 建设 提升 方面 做好 落实 进展 成效 重点 主要 打造 机关 创建 管理 治理 保障 "
    "服务 安全 宣传 打击 活动 项目 "
    "改造 维护 保护 发展 强化 优化 持续 有效 扎实 完善 落地 任务 能力 水平 质量 体系 机制 全年 今年 本年 年度".split()
)


def states(text: str) -> bool:
    """Whether the words open with a span of time and name no day."""
    opening = text[:_OPENING]
    return bool(_SPAN.search(opening)) and not DAY.search(opening)


def work_of(report: Told) -> Work:
    """The kind of work that the report tells of: by its title, else by its first sentence."""
    return _by_title(report) or _work_in(re.split(r"[。\n]", report.text, maxsplit=1)[0], report.unit) or OTHER


def _by_title(report: Told) -> Work | None:
    return _work_in(report.title, report.unit)


@lru_cache(maxsize=8192)
def _work_in(text: str, unit: str) -> Work | None:
    """Names of units hold words of works (图书馆, 执法队) and tell nothing."""
    plain = _PARTNERS.sub("", _UNIT_NAME.sub("", text.replace(unit, "") if unit else text))
    return next((work for work in WORKS if work.signs.search(plain)), None)


def kinds_of(reports: Sequence[Told]) -> dict[str, Work]:
    """The kind of each report by its id: the listed one of its title, else what titles share, else what its first
    sentence tells, else OTHER.
    """
    found = {one.id: work_of(one) for one in reports}
    titled = {one.id: _by_title(one) for one in reports}
    loose = [one for one in reports if not (kind := titled[one.id]) or kind.broad]
    for name, places in named_kinds(tuple((one.title, one.unit) for one in loose)).items():
        own = Work(name, re.compile(re.escape(name)), people="参加", own=True)
        found |= {loose[place].id: own for place in places}
    return found


def about(topic: str, reports: Sequence[Told], *, hints: Sequence[str] = ()) -> tuple[Told, ...]:
    """The reports that a section of this title is about: by category, by kind of work, else by its very words.

    `hints` are the headings that stood under such a title before: what they name belongs to it as well.
    """
    categories = {name for name, signs in _CATEGORY_WORDS if re.search(signs, topic)}
    named = [work for work in WORKS if _names(topic, work)]
    exact = [work for work in named if work.signs.search(topic) or work.name in topic]
    found: tuple[Told, ...] = ()
    if exact and not any(name in topic for name, _ in _CATEGORY_WORDS):
        found = _narrowed(topic, exact, tuple(one for one in reports if work_of(one) in exact))
    if categories and not found:
        found = tuple(one for one in reports if one.category in categories or work_of(one) in exact)
    if named and not categories and not found:
        found = tuple(one for one in reports if work_of(one) in named)
    # What stood under such a title before belongs to it as well: 送戏下乡 under 群众文化.
    below = [hint for hint in hints if len(hint) <= LONGEST_HINT]
    under = [work for work in named if not work.broad and any(work.signs.search(hint) for hint in below)]
    if found and exact and not any(work.name in topic or work.broad for work in exact):
        found = tuple(one for one in reports if one in found or work_of(one) in under)
    return found or _by_words(topic, reports, hints)


def _narrowed(topic: str, kinds: Sequence[Work], reports: tuple[Told, ...]) -> tuple[Told, ...]:
    """Of a broad kind those whose titles hold what the topic says beside it: 普查 of 文物普查."""
    if any(kind.name in topic for kind in kinds) or not all(kind.broad for kind in kinds):
        return reports
    rest = {word for kind in kinds for word in _words(kind.signs.sub(" ", topic))}
    return tuple(one for one in reports if any(word in one.title for word in rest)) or reports


def _by_words(topic: str, reports: Sequence[Told], hints: Sequence[str]) -> tuple[Told, ...]:
    """Reports that speak of the topic's own words, or that come from the unit which it names.

    Rare words weigh more, those of a title double; what weighs less than a third of the best is beside the point.
    """
    words = _words(topic) or _pairs(topic)
    held = [(one, _aside(one.title, one.unit), _aside(one.text, one.unit)) for one in reports]
    rare = {word: 1 / (1 + sum(word in title + text for _, title, text in held)) ** 0.5 for word in words}
    weights = {
        one.id: sum(rare[word] * (2 if word in title else 1) for word in words if word in title + text)
        + sum(rare[word] for word in words if word in one.unit)
        for one, title, text in held
    }
    least = max(weights.values(), default=0.0) / 3
    by_words = {id for id, weight in weights.items() if weight and weight >= least}
    # A heading that is a sentence holds words of many matters.
    hinted = {word for hint in hints if len(hint) <= LONGEST_HINT for word in _words(hint)}
    by_words |= {one.id for one, title, _ in held if any(word in title for word in hinted)}
    return tuple(one for one in reports if one.id in by_words)


def _aside(text: str, unit: str) -> str:
    """The text without the unit's name, whose words tell nothing of the matter."""
    return text.replace(unit, "") if unit else text


def _names(topic: str, work: Work) -> bool:
    return bool(work.signs.search(topic)) or any(word in topic for word in work.topics.split())


def _words(topic: str) -> set[str]:
    """Pairs of characters that say something about the matter."""
    return {pair for pair in _pairs(topic) if pair not in _LOOSE}


def _pairs(topic: str) -> set[str]:
    runs = re.findall(r"[\u4e00-\u9fff]{2,}", topic)
    return {run[i : i + 2] for run in runs for i in range(len(run) - 1)}
