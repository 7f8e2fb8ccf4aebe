"""Kinds of work that reports of a year fall into, and which of them a section is about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bot.domain.summary import Source

_OPENING = 40
_SPAN = re.compile(r"\d{1,2}月?(?:至|到|-|—|–)\d{1,2}月|[上下]半年|全年|季度|今年以来|年初以来|截至|累计")
_DAY = re.compile(r"\d{1,2}月\d{1,2}日")


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
        return f"《{self.title}》（{self.unit}，{self.day.month}月{self.day.day}日）"

    @property
    def stated(self) -> bool:
        """Whether it tells of a span of time (1至11月借出图书…) rather than of one occasion."""
        return states(self.text)

    def sources(self, quote: str) -> tuple[Source, ...]:
        """What a sentence of it rests on: the sentence, or the notes that it was just written from."""
        return self.notes or (Source("report", self.id, quote, self.label),)


@dataclass(frozen=True, slots=True)
class Work:
    """A kind of work: its name, what it is counted in, who takes part, which words of a title tell it."""

    name: str
    signs: re.Pattern[str]
    unit: str = "次"
    people: str = "参与"
    topics: str = ""


def _work(name: str, signs: str, topics: str, *, unit: str = "次", people: str = "参与") -> Work:
    return Work(name, re.compile(signs), unit, people, topics)


# The order decides: a special kind stands before the general one whose words it holds.
WORKS = (
    _work("中心组学习", r"中心组", "党建 学习 学习教育 思想"),
    _work("讲党课", r"党课", "党建 学习 学习教育 思想", people="听课"),
    _work("主题党日", r"主题党日", "党建 学习 学习教育", people="参加"),
    _work("支部会议", r"党员大会|支委会|党小组|支部", "党建 学习 学习教育", people="参加"),
    _work("问题整改", r"整改|销号|问题清单|查摆|回头看", "整改 作风 问题整改"),
    _work("安全检查", r"(?:安全|消防|隐患)[^，。]{0,10}(?:检查|巡查|抽查|排查|督查)|排查[^，。]{0,6}隐患", "检查 安全 监管"),
    _work("市场检查", r"检查|执法|巡查|抽查|排查|巡检|督查", "检查 市场 执法 监管"),
    _work("作风改进事项", r"作风|八项规定|廉政|廉洁|纪律|暗访|减负|窗口|首问|接待日|会风|文风|值班|延时", "作风 廉政 效能",
          unit="件"),
    _work("志愿服务", r"志愿|义务|双报到|慰问|帮扶|结对|看望|走访", "志愿 服务群众 双报到 慰问 帮扶"),
    _work("技能比武", r"比武|竞赛|大赛|比赛|练兵", "技能 比武 队伍建设", people="参赛"),
    _work("送戏下乡", r"送戏|戏曲|惠民演出|演出|村晚|专场|晚会|文艺汇演", "文化 惠民 演出", unit="场", people="观众"),
    _work("电影放映", r"电影|放映|影片", "文化 惠民 电影", unit="场", people="观众"),
    _work("送书", r"送书|赠书|捐书|送图书", "文化 惠民 阅读", people="参加"),
    _work("阅读活动", r"读书|阅读|图书|借阅|书香|朗诵|绘本", "文化 惠民 阅读", people="参加"),
    _work("展览", r"展览|[书画影纸报报品献]展(?!示|开)|展出|巡展|布展", "文化 惠民 展览", people="参观"),
    _work("非遗传承", r"非遗|传承|民俗|手艺|剪纸|皮影", "文化 惠民 非遗 文化遗产"),
    _work("文物保护", r"文物|遗址|普查|考古|古建|碑", "文物 文化遗产"),
    _work("培训和讲座", r"培训|讲座|授课|课堂|研学|辅导|实训|开班|结业|公益课|舞蹈班|书法班", "教育 培训 惠民 队伍建设",
          people="参训"),
    _work("旅游服务", r"旅游|游客|景区|民宿|文旅推介|导游|星级", "旅游 产业 文旅融合"),
    _work("群众文化活动", r"广场舞|群众文化|文艺|比赛|节目|元宵|端午|重阳|春联|庙会|文化站|文化活动", "文化 惠民 群众"),
    _work("调研", r"调研|座谈|走访企业", "调研 作风"),
    _work("会议部署", r"会议|部署|推进会|动员", "会议 部署 组织领导"),
)  # fmt: skip
_UNIT_NAME = re.compile(r"[县市区]?(?:图书馆|文化馆|博物馆|美术馆|档案馆|纪念馆|文旅局|[\u4e00-\u9fff]{0,4}执法[大支]?队)")
OTHER = Work("其他工作", re.compile(r"$^"), "件")

# What a section's title speaks of, and the categories of reports that belong to it.
_CATEGORY_WORDS = (
    ("文化惠民", r"文化|惠民|演出|阅读|群众文化|公共文化"),
    ("教育培训", r"培训|教育培训|队伍建设"),
    ("技能比武", r"技能|比武|练兵|队伍建设"),
    ("志愿服务", r"志愿|双报到|服务群众|慰问|帮扶"),
    ("作风改进", r"作风|效能|廉政|纪律|减负|八项规定"),
    ("党建学习", r"党建|党课|学习教育|理论学习|支部|政治学习|主题教育"),
    ("整改", r"整改|销号"),
)
_LOOSE = frozenset("工作 情况 开展 推进 加强 深入 全面 建设 提升 方面 做好 落实 进展 成效 重点 主要 打造 机关 创建".split())


def states(text: str) -> bool:
    """Whether the words open with a span of time and name no day."""
    opening = text[:_OPENING]
    return bool(_SPAN.search(opening)) and not _DAY.search(opening)


def work_of(report: Told) -> Work:
    """The kind of work that the report tells of: by its title, else by its first sentence."""
    return _work_of(report.title, re.split(r"[。\n]", report.text, maxsplit=1)[0], report.unit)


@lru_cache(maxsize=4096)
def _work_of(title: str, opening: str, unit: str) -> Work:
    """Names of units hold words of works (图书馆, 执法队) and tell nothing."""
    for text in (title, opening):
        plain = _UNIT_NAME.sub("", text.replace(unit, "") if unit else text)
        for work in WORKS:
            if work.signs.search(plain):
                return work
    return OTHER


def about(topic: str, reports: Sequence[Told]) -> tuple[Told, ...]:
    """The reports that a section of this title is about: by category, by kind of work, else by its very words."""
    categories = {name for name, signs in _CATEGORY_WORDS if re.search(signs, topic)}
    named = [work for work in WORKS if _names(topic, work)]
    exact = [work for work in named if work.signs.search(topic) or work.name in topic]
    if exact and not any(name in topic for name, _ in _CATEGORY_WORDS):
        return tuple(one for one in reports if work_of(one) in exact)
    if categories:
        return tuple(one for one in reports if one.category in categories)
    if named:
        return tuple(one for one in reports if work_of(one) in named)
    words = _words(topic)
    return tuple(one for one in reports if any(word in one.title + one.text for word in words)) if words else ()


def _names(topic: str, work: Work) -> bool:
    return bool(work.signs.search(topic)) or any(word in topic for word in work.topics.split())


def _words(topic: str) -> set[str]:
    """Pairs of characters that say something about the matter."""
    runs = re.findall(r"[\u4e00-\u9fff]{2,}", topic)
    pairs = {run[i : i + 2] for run in runs for i in range(len(run) - 1)}
    return {pair for pair in pairs if pair not in _LOOSE}
