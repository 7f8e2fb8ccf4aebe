"""A unit's own wordings: words that it does not want, and words that it wants in the place of others.

They change how a thing is said and never a fact: what stands inside a name, a figure, a day or somebody's own
words is left alone and only pointed out.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.language.dates import moments
from bot.domain.language.names import people, places, quoted
from bot.domain.language.quantities import quantities
from bot.domain.language.word_edges import words
from bot.domain.notes.report import Remark, Report
from bot.domain.plain.verdicts import Wordings
from bot.domain.submissions.people import Unit
from bot.errors import InputError

LONGEST_WORD = 16
# Behind these words stands the deed itself: 隆重举办 tells no less as 举办.
_DEED = re.compile(
    r"地?(?=举办|举行|召开|开展|组织|完成|推进|落实|实施|落幕|结束|启动|开幕|闭幕|开馆|参加|参与|投入|整改|检查|学习"
    r"|慰问|走访|宣传|服务|开放|发放|解决|配合|协助|报名)"
)
# What makes another word of it: 群众性, 人民群众, 观众席.
_LONGER_BEFORE = re.compile(r"(?:人民|干部|党员|社会)$")
_LONGER_BEHIND = re.compile(r"[性化型式界席团证]")
_HOUSE = re.compile(r"[馆院局站社团所校]$|中心$")
_NAME_REACH = 8


@dataclass(frozen=True, slots=True)
class HouseRule:
    """One rule: `word` is not written; `instead`, where there is one, is. `unit` says whose rule it is."""

    id: str
    word: str
    instead: str
    unit: Unit

    def told(self) -> str:
        """The rule as a reader sees it."""
        return f"“{self.word}”写成“{self.instead}”" if self.instead else f"不写“{self.word}”"


@dataclass(frozen=True, slots=True)
class SetWording:
    """A change: a unit's rule about a word is made, or (`drop`) taken back."""

    unit_id: str
    word: str
    instead: str = ""
    drop: bool = False


def in_force(rules: Sequence[HouseRule], line: Sequence[str]) -> tuple[HouseRule, ...]:
    """The rules of a unit and of those above it (`line`, ids from the unit upwards); the nearest one decides on
    a word."""
    nearest: dict[str, HouseRule] = {}
    for rule in sorted((r for r in rules if r.unit.id in line), key=lambda r: line.index(r.unit.id)):
        nearest.setdefault(rule.word, rule)
    return tuple(sorted(nearest.values(), key=lambda r: r.word))


def checked(word: str, instead: str = "") -> tuple[str, str]:
    """The two words of a new rule, trimmed; InputError says why they cannot be one."""
    word, instead = (re.sub(r"^[\s“\"「]+|[\s”\"」。.]+$", "", part) for part in (word, instead))
    if not 2 <= len(word) <= LONGEST_WORD or len(instead) > LONGEST_WORD:
        raise InputError(f"用语要 2 到 {LONGEST_WORD} 个字。")
    if word == instead:
        raise InputError("两个词一样，不用定。")
    for part in (word, instead):
        if re.search(r"[\d０-９“”\"《》\n，。；：]", part) or _facts(part):
            raise InputError(f"“{part}”里有数字、名称或标点：用语规矩只管说法，不改事实。")
    return word, instead


def wordings(rules: Sequence[HouseRule]) -> Wordings:
    """The rules as the empty-talk check takes them."""
    banned = tuple((r.word, "") for r in rules if not r.instead)
    return Wordings(banned, tuple((r.word, r.instead) for r in rules if r.instead))


def styled(report: Report, rules: Sequence[HouseRule]) -> Report:
    """The report in the house's words, with a remark for each rule that changed it or that it still breaks."""
    if not rules:
        return report
    title, text = (_applied(part, rules) for part in (report.title, report.text))
    if len(title) < 4 or len(re.sub(r"\s", "", text)) < 4:
        title, text = report.title, report.text
    changed = [Remark(r.told(), r.unit.name) for r in rules if _less(r, report, title + text)]
    broken = [Remark(r.told(), r.unit.name, kept=True) for r in rules if _breaks(r, title + text)]
    length = len(re.sub(r"\s", "", title + text))
    checks = replace(report.checks, length=length)
    return replace(report, title=title, text=text, checks=checks, remarks=(*changed, *broken))


def noticed(report: Report, rules: Sequence[HouseRule]) -> Report:
    """The report after somebody changed it by hand: their words stay, what breaks a rule is pointed out."""
    text = report.title + report.text
    told = {rule.told(): rule for rule in rules}
    changed = [r for r in report.remarks if not r.kept and r.rule in told and not _breaks(told[r.rule], text)]
    broken = [Remark(rule.told(), rule.unit.name, kept=True) for rule in rules if _breaks(rule, text)]
    return replace(report, remarks=(*changed, *broken))


def substituted(text: str, rules: Sequence[HouseRule]) -> str:
    """The words with every preferred wording put in; for comparing what a model made of them."""
    return _applied(text, rules)


def _less(rule: HouseRule, report: Report, now: str) -> bool:
    return now.count(rule.word) < (report.title + report.text).count(rule.word) or (
        bool(rule.instead) and now.count(rule.instead) > (report.title + report.text).count(rule.instead)
    )


def _breaks(rule: HouseRule, text: str) -> bool:
    return rule.word in (text.replace(rule.instead, "") if rule.instead else text)


def _applied(text: str, rules: Sequence[HouseRule]) -> str:
    """The text after the rules; the text itself where a fact in it would not be the same afterwards."""
    by_word = {rule.word: rule for rule in rules if rule.word in text}
    if not by_word:
        return text
    guarded = _guarded(text)
    pattern = re.compile("|".join(map(re.escape, sorted(by_word, key=len, reverse=True))))

    def put(found: re.Match[str]) -> str:
        rule = by_word[found[0]]
        longer = _LONGER_BEFORE.search(text[: found.start()]) or _LONGER_BEHIND.match(text, found.end())
        held = any(a < found.end() and found.start() < b for a, b in guarded)
        if held or longer or _begins_name(text, found) or _inside(rule, text, found.start()):
            return found[0]
        if rule.instead:
            return rule.instead
        return "" if _DEED.match(text, found.end()) else found[0]

    changed = pattern.sub(put, text)
    changed = re.sub(r"(?<=[，。、；\n])地(?=[\u4e00-\u9fff])", "", changed) if changed != text else text
    return changed if _facts(changed) == _facts(text) else text


def _begins_name(text: str, found: re.Match[str]) -> bool:
    """Whether, behind a noun, the next word is a kind of house, so that both are its name: 群众|艺术馆."""
    behind = words(re.split(r"[^一-龥]", text[found.end() : found.end() + _NAME_REACH], maxsplit=1)[0])
    noun = words(found[0])[-1].kind[0] == "n"
    return noun and bool(behind) and len(behind[0].text) > 1 and _HOUSE.search(behind[0].text) is not None


def _inside(rule: HouseRule, text: str, at: int) -> bool:
    """Whether the word is part of the preferred one already: 文旅局 in 县文旅局."""
    inner = rule.instead.find(rule.word) if rule.instead else -1
    return inner >= 0 and text[max(0, at - inner) :].startswith(rule.instead)


def _guarded(text: str) -> list[tuple[int, int]]:
    """Where a fact stands."""
    when = [(m.start, m.end) for m in moments(text, datetime(2026, 1, 1))]
    figures = [(q.start, q.end) for q in quantities(text, when)]
    named = [(n.start, n.end) for found in (people(text), places(text), tuple(quoted(text))) for n in found]
    return [*when, *figures, *named]


def _facts(text: str) -> list[str]:
    """The words of every fact, in order."""
    return [text[a:b] for a, b in sorted(_guarded(text))]
