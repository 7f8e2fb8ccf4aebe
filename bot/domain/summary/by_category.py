"""Which parts the work of a whole summary has: reports by category, what is of none by last year's headings."""

from collections import Counter
from collections.abc import Sequence

from bot.domain.submissions.categories import OTHER
from bot.domain.summary.next_steps import only_plans
from bot.domain.summary.past import PastPart, headings
from bot.domain.summary.works import OTHER as NO_KIND
from bot.domain.summary.works import Told, about, kinds_of

LEAST_IN_PART = 3
TITLES = {
    "文化惠民": "文化惠民",
    "教育培训": "教育培训",
    "技能比武": "技能比武",
    "志愿服务": "志愿服务",
    "作风改进": "转变作风",
    "党建学习": "党建学习",
    "整改": "问题整改",
    OTHER: "其他工作",
}


def parted(reports: Sequence[Told], past: Sequence[PastPart]) -> dict[str, list[Told]]:
    """Reports by the name of their part, in the order of the summary: last year's where it is known."""
    found = _by_past_heading(_by_category(reports), past)
    tops = tuple(dict.fromkeys(part.path[0] for part in past if part.path))
    names = sorted(found, key=lambda name: (name == OTHER, _place(name, tops), -len(found[name])))
    return {name: found[name] for name in names}


def _by_past_heading(by_category: dict[str, list[Told]], past: Sequence[PastPart]) -> dict[str, list[Told]]:
    """What is of no category goes where last year's summary told such work: under its own top headings."""
    rest = by_category.pop(OTHER, [])
    tops = dict.fromkeys(part.path[0] for part in past if len(part.path) > 1)
    for top in tops:
        under = [part for part in past if part.path and part.path[0] == top]
        own = set(about(top, rest, hints=headings(under)))
        if len(own) >= LEAST_IN_PART and not any(_place(name, (top,)) == 0 for name in by_category):
            by_category[top] = [one for one in rest if one in own]
            rest = [one for one in rest if one not in own]
    return by_category | ({OTHER: rest} if rest else {})


def title_of(category: str, categories: Sequence[str]) -> str:
    """What is of no category is the rest, unless there is nothing else."""
    return "主要工作" if list(categories) == [OTHER] else TITLES.get(category, category)


def _by_category(reports: Sequence[Told]) -> dict[str, list[Told]]:
    """Reports by category, each kind of work in one alone: where most of its reports are. Small ones go to 其他."""
    votes: dict[str, Counter[str]] = {}
    reports = [one for one in reports if not only_plans(one)]
    # What is of no kind goes by its own category.
    kinds = {id: one.name if one is not NO_KIND else id for id, one in kinds_of(reports).items()}
    for one in reports:
        votes.setdefault(kinds[one.id], Counter())[one.category or OTHER] += 1
    found: dict[str, list[Told]] = {}
    for one in reports:
        found.setdefault(votes[kinds[one.id]].most_common(1)[0][0], []).append(one)
    small = [name for name, many in found.items() if len(many) < LEAST_IN_PART and name != OTHER]
    if small and 2 * sum(len(found.get(name, ())) for name in (*small, OTHER)) >= len(reports):
        # A month has few of each: they make no parts, and what is not small is no part beside them.
        small = [name for name in found if name != OTHER]
    for name in small:
        found.setdefault(OTHER, []).extend(found.pop(name))
    return found


def _place(category: str, headings: Sequence[str]) -> int:
    title = TITLES.get(category, category)
    pairs = {title[i : i + 2] for i in range(len(title) - 1)}
    return next((n for n, heading in enumerate(headings) if any(pair in heading for pair in pairs)), len(headings))
