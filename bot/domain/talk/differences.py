"""What was changed between two wordings of a report, told in a line or two."""

import itertools
import re
from collections.abc import Sequence

from bot.domain.editing.pointing import spots
from bot.domain.editing.wishes import Act
from bot.domain.language.sentences import clauses, split
from bot.domain.notes.report import Report
from bot.domain.talk.desk import DraftVersion
from bot.domain.talk.right_values import shared

_MOST = 4


def pieces(text: str) -> list[str]:
    """The clauses of a text, without the marks at their ends."""
    parts = [span.text for sentence in split(text) for span in clauses(sentence.text)]
    return [bare for part in parts if (bare := re.sub(r"[，,；;：:。！!\s]+$", "", part))]


def told(old: Report, new: Report, about: str = "") -> list[str]:
    """Lines that tell what the new wording lacks and has; none where the two read the same."""
    lines = [f"标题由“{old.title}”改为“{new.title}”。"] if old.title != new.title else []
    before, after = pieces(old.text), pieces(new.text)
    gone = [one for one in before if one not in after]
    come = [one for one in after if one not in before]
    if gone and len(gone) == len(come) <= _MOST:
        lines += [f"“{a}”改为“{b}”。" for a, b in zip(gone, come, strict=True)]
    else:
        lines += [f"去掉了：{_list(gone)}。"] if gone else []
        lines += [f"加了：{_list(come)}。"] if come else []
    if not gone and not come and old.text != new.text:
        moved = _moved_run(before, after, about)
        only = f"挪了“{'，'.join(moved)}”" if moved else "动了断句分段" if before == after else "调了次序"
        lines.append(f"字句没改，只{only}。")
    return lines


def _moved_run(before: Sequence[str], after: Sequence[str], about: str) -> Sequence[str]:
    """The clauses that stand elsewhere while all others keep their order: those that hold what it was about, else the
    fewest, else those that came forward; none where more was changed than that."""
    found: list[tuple[bool, int, bool, Sequence[str]]] = []
    for size, at in ((n, start) for n in range(1, len(before)) for start in range(len(before) - n + 1)):
        run, rest = before[at : at + size], [*before[:at], *before[at + size :]]
        to = next((n for n in range(len(rest) + 1) if [*rest[:n], *run, *rest[n:]] == after), at)
        if to != at:
            found.append((not (about and spots(about, "，".join(run))), size, to > at, run))
    return min(found, default=(False, 0, False, ()))[-1]


def _list(parts: Sequence[str]) -> str:
    more = f"等{len(parts)}处" if len(parts) > _MOST else ""
    return "、".join(f"“{part}”" for part in parts[:_MOST]) + more


def standing(history: Sequence[DraftVersion]) -> list[DraftVersion]:
    """The versions that were not undone, oldest first."""
    stack: list[DraftVersion] = []
    for version in history:
        if version.reason == Act.UNDO.value and len(stack) > 1:
            stack.pop()
        else:
            stack.append(version)
    return stack


def undone(history: Sequence[DraftVersion]) -> DraftVersion | None:
    """The version that the last change, an undoing, took back; None where the last change was none."""
    if len(history) < 2 or history[-1].reason != Act.UNDO.value:
        return None
    before = standing(history[:-1])
    return before[-1] if len(before) > 1 else None


def written(stack: Sequence[DraftVersion]) -> int:
    """The place of the version that was last written from the notes."""
    return max((n for n, version in enumerate(stack) if not version.reason), default=0)


def lost(stack: Sequence[DraftVersion]) -> list[tuple[str, str]]:
    """(piece, reason of the change) for all that was taken out or changed and the newest version lacks."""
    if not stack:
        return []
    now = pieces(stack[-1].report.text)
    found: dict[str, str] = {}
    first = written(stack)
    for n, (before, after) in enumerate(itertools.pairwise(stack), 1):
        if n <= first and not takes_out(after):
            continue  # what was written anew since is no loss, but what was taken out stayed out
        still = pieces(after.report.text)
        for piece in pieces(before.report.text):
            if piece not in still and piece not in now:
                found[piece] = after.reason
    return list(found.items())


TAKEN_OUT = ("删", Act.SHORTEN.value)
"""How the reasons of changes begin that only take something out."""


def takes_out(version: DraftVersion) -> bool:
    """Whether the change took something out and did nothing else."""
    return all(reason.startswith(TAKEN_OUT) for reason in version.reason.split("；"))


def taken_out(history: Sequence[DraftVersion]) -> dict[str, str]:
    """The pieces that a colleague took out, or undid the adding of, and that no later version brought back, each with
    what was left of it: nothing, or the piece without a figure or a name."""
    stack, out = list(history[:1]), dict[str, str]()
    for version in history[1:]:
        undoes = version.reason == Act.UNDO.value and len(stack) > 1
        before = stack.pop() if undoes else stack[-1]
        stack += [] if undoes else [version]
        old, now = pieces(before.report.text), pieces(stack[-1].report.text)
        if before.reason.startswith(Act.ADD.value) if undoes else takes_out(version):
            gone, left = ([one for one in a if one not in b] for a, b in ((old, now), (now, old)))
            out |= dict(zip(gone, left if len(left) == len(gone) else [""] * len(gone), strict=True))
        out = {piece: rest for piece, rest in out.items() if piece not in now}
    return out


def in_their_order(text: str, history: Sequence[DraftVersion]) -> str:
    """The sentences of a new writing in the order into which a colleague once put those before; what is new follows
    what it was written behind, or stays at the end."""
    stack = standing(history)
    now = stack[-1].report.text
    if "\n" in text + now or not any(_moved(a, b) for a, b in itertools.pairwise(stack) if b.reason):
        return text
    sentences = [span.text for span in split(text)]
    keys: list[int] = []
    places = _places(text, now)
    for n, place in enumerate(places):
        at_the_end = not any(later is not None for later in places[n:])
        before = keys[-1] if keys else -1
        keys.append(len(places) if at_the_end else before if place is None else place)
    return "".join(sentences[n] for n in sorted(range(len(sentences)), key=keys.__getitem__))


_SWAPPED = re.compile(rf"{Act.REPLACE.value} (?P<old>[^→]+)→(?P<new>[^；]+)")


def in_their_words(text: str, history: Sequence[DraftVersion]) -> str:
    """A new writing with the wordings that a colleague put in the place of others: a word or clause without a figure,
    which corrections of the notes need not carry over."""
    for found in (found for version in standing(history) for found in _SWAPPED.finditer(version.reason)):
        old, new = found["old"], found["new"]
        if not re.search(r"\d", old) and new not in text and text.count(old) == 1:
            text = text.replace(old, new)
    return text


def _moved(before: DraftVersion, after: DraftVersion) -> bool:
    places = [place for place in _places(before.report.text, after.report.text) if place is not None]
    return places != sorted(places)


def _places(text: str, other: str) -> list[int | None]:
    """For each sentence of the text the place of the one of the other text that shares most of its pieces."""
    others = [set(pieces(span.text)) for span in split(other)]
    found: list[int | None] = []
    for span in split(text):
        shared = [len(one.intersection(pieces(span.text))) for one in others]
        found.append(shared.index(max(shared)) if any(shared) else None)
    return found


def carried_in(text: str, shorter: str, longer: str) -> str:
    """The text with what a longer writing tells beyond a shorter one, behind the sentence that it speaks of; empty
    where the longer one tells nothing more or something else."""
    old, known = pieces(text), pieces(shorter)
    come = [one for one in pieces(longer) if one not in known and one not in old]
    if not come or any(one not in pieces(longer) for one in known):
        return ""
    sentences = [span.text for span in split(text)]
    told = "，".join([one for one in come if one not in text] or come) + "。"
    speaks = [len(shared(told, one)) for one in sentences]
    at = len(speaks) - speaks[::-1].index(max(speaks)) if max(speaks) > 1 else len(sentences)
    return "".join([*sentences[:at], told, *sentences[at:]])


def put_back(text: str, stack: Sequence[DraftVersion], piece: str) -> str:
    """The text with the piece where it stood: behind what stood before it, as its own sentence, with what was taken
    out of its sentence at the same time."""
    source = next((v.report.text for v in reversed(stack) if piece in pieces(v.report.text)), "")
    now, before = pieces(text), pieces(source)
    sentence = next((own for span in split(source) if piece in (own := pieces(span.text))), [piece])
    gone = [one for one in sentence if one not in now]
    told = "，".join(gone) + "。"
    anchors = [one for one in before[: before.index(gone[0])] if one in now] if gone[0] in before else []
    if not anchors:
        return text + told
    end = text.index(anchors[-1]) + len(anchors[-1])
    stop = re.compile(r"[。；！]").search(text, end)
    at = stop.end() if stop else len(text)
    return text[:at] + told + text[at:]
