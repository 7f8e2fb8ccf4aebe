"""Clauses of a draft that tell as done what the notes only plan."""

import re
from collections.abc import Iterator
from datetime import datetime

from bot.domain.dates import moments
from bot.domain.grounds import Grounds, bare
from bot.domain.numerals import figure
from bot.domain.sentences import split
from bot.domain.utterances import Kind, Utterance

PLAN_MARK = re.compile(
    r"提出|需求|建议|需(?!求)|希望|愿意|申请|计划|拟|预计|将(?!军)|打算|准备(?!好|了)|答应|承诺|约定|表示|下周"
    r"|下一步|下步|目标|限|研究|联系|待|月起|日起|起改|有意|争取|力争|届时|要求|责令|明[天年]|下个?月|初定|暂定"
    r"|安排|考虑"
)


def told_as_done(text: str, grounds: Grounds) -> Iterator[str]:
    """Clauses that tell what a note only plans, without a word that says so."""
    done = bare("".join(u.text for u in grounds.said if not u.plan))
    plans = [keys for u in grounds.said if u.plan and u.kind is Kind.CONTENT and (keys := _keys(u, done))]
    last = max((u.said for u in grounds.said), default=None)
    for span in split(text):
        marked = False
        for clause in re.split(r"[，。；\n]", span.text):
            marked = marked or PLAN_MARK.search(clause) is not None or _IF.match(clause) is not None
            finished = re.search(r"已(?!知)|完成|了$", clause) is not None
            if _only_planned(clause, grounds) or _NOT_YET.search(clause):
                yield clause.strip()
            elif (
                last
                and finished
                and "已" in clause
                and not re.search(r"计划|拟|预计|将|承诺|答应|表示", clause)
                and _ahead(clause, last)
            ):
                yield clause
            elif not marked or (
                finished and "已" in clause and not re.search(r"计划|拟|预计|将|承诺|答应|表示", clause)
            ):
                flat = bare(clause)
                need = 0.34 if "已" in clause else 0.6
                if (
                    any(sum(key in flat for key in keys) >= max(1, round(len(keys) * need)) for keys in plans)
                    and clause.strip()
                ):
                    yield clause.strip()


# 如馆里同意 tells of nothing done; 已下周 and 已愿意 tell nothing that can be.
_IF = re.compile(r"\s*(?:如果?(?![期实约下常数上愿何此今同])|若(?!干)|一旦)")


_NOT_YET = re.compile(
    r"已(?:于)?(?:[一-龥]{0,2})(?:下[回次周月]|明[天年]|后天|愿意|有意|得先|想要|打算|年后|节前|国庆节?前"
    r"|春节前|[五十]一前)"
)


_BY_NOW = re.compile(r"已(?!知|经?有|达|是)(?:经|全部|均|统一|进一步|当场|现场|陆续|基本|正式)*(?P<deed>[一-龥]{2,4})")


def _only_planned(clause: str, grounds: Grounds) -> bool:
    """已统一销毁, where the notes speak of 销毁 in a plan and nowhere else."""
    found = _BY_NOW.search(clause)
    if found is None or re.search(r"计划|拟|预计|将|承诺|答应|表示", clause):
        return False
    deed = found["deed"][:2]
    told = "".join(u.text for u in grounds.said if not u.plan)
    planned = "".join(u.text for u in grounds.said if u.plan and u.kind in (Kind.CONTENT, Kind.CHAT))
    return deed not in told and (deed in planned or (deed[0] in planned and deed[0] not in told))


def _ahead(clause: str, said: datetime) -> bool:
    """Whether the clause names a day that had not come when the notes were written."""
    return any(
        m.day
        and (
            (m.kind in ("day", "month") and m.day > said.date())
            or (m.due and (m.day.year, m.day.month) >= (said.year, said.month) and m.kind == "month")
        )
        for m in moments(clause, said)
    )


def _keys(plan: Utterance, done: str) -> list[str]:
    """Figures and words by which a planned matter is known again; words that the done part has too tell nothing."""
    keys = [bare(plan.text[q.start : q.end]) if not q.han else figure(q.value) + q.unit for q in plan.quantities()]
    keys = [k for k in keys if k not in done]
    if keys:
        return keys
    taken = [(m.start, m.end) for m in plan.moments()]
    words = "".join(" " if any(a <= i < b for a, b in taken) else c for i, c in enumerate(plan.text))
    words = re.sub(
        r"计划|打算|准备|争取|力争|预计|还要|想要|要|想|将|拟|再|还|了|的|我们|大家|尽快|下一步|接下来", " ", words
    )
    grams = [w[i : i + 2] for w in re.findall(r"[一-龥]{2,}", words) for i in range(len(w) - 1)]
    grams = [g for g in grams if g not in done]
    return grams if len(grams) >= 2 else []
