"""Fixed political wording: how often it may stand and the forms that may not be changed, not its meaning."""

import re
from collections.abc import Iterator

from bot.domain.plain.verdicts import Genre, Sentence, Verdict

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
