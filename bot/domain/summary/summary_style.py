"""A summary in the words of its house: the rules of house_style.py on every line that was written for it.

What a person added in their own words stays as it is; what breaks a rule there is pointed out.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.house.house_style import HouseRule, substituted
from bot.domain.notes.report import Remark
from bot.domain.summary.outline import OWN_WORDS
from bot.domain.summary.parts import Line, Part, Point, Summary, Worded, lines_of


def styled(summary: Summary, rules: Sequence[HouseRule]) -> Summary:
    """The summary after the rules. Facts and quotations are not touched."""
    if not rules:
        return summary
    parts = tuple(_part(part, rules) for part in summary.parts)
    worded = tuple(Worded(one.id, tuple(_line(line, rules) for line in one.lines)) for one in summary.worded)
    made = replace(summary, parts=parts, worded=worded)
    before, after = _text(summary), _text(made)
    fresh = [
        Remark(rule.told(), rule.unit.name, kept=rule.word in _without(after, rule))
        for rule in rules
        if after.count(rule.word) < before.count(rule.word) or rule.word in _without(after, rule)
    ]
    told = {remark.rule for remark in fresh}
    return replace(made, remarks=(*(one for one in summary.remarks if one.rule not in told), *fresh))


def _without(text: str, rule: HouseRule) -> str:
    return text.replace(rule.instead, "") if rule.instead else text


def _text(summary: Summary) -> str:
    lines = [line.text for part in summary.parts for line in lines_of(part)]
    return "\n".join([*lines, *(line.text for one in summary.worded for line in one.lines)])


def _part(part: Part, rules: Sequence[HouseRule]) -> Part:
    opening = tuple(_line(line, rules) for line in part.opening)
    return replace(part, opening=opening, points=tuple(_point(point, rules) for point in part.points))


def _point(point: Point, rules: Sequence[HouseRule]) -> Point:
    lines, examples = (tuple(_line(line, rules) for line in many) for many in (point.lines, point.examples))
    return replace(point, heading=_line(point.heading, rules), lines=lines, examples=examples)


def _line(line: Line, rules: Sequence[HouseRule]) -> Line:
    if any(source.label == OWN_WORDS for source in line.sources):
        return line
    return replace(line, text=substituted(line.text, rules), brief=substituted(line.brief, rules))
