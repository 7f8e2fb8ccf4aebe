"""What was meant, told on its own: 今天查的是民宿, 说的是柴家湾的红薯苗，今天去看了, 树修了 / 就是宿舍那两棵梧桐."""

import re
from collections.abc import Sequence

from bot.domain.language.word_edges import words
from bot.domain.notes.utterances import Utterance
from bot.writing.deeds import without_time

_OF_WHAT = re.compile(r"(?!(?:说|就|讲|指|为|有|要|多|少)的)(?P<did>[一-龥]{1,2})的是(?P<what>[^，。是]{2,}?(?<!的))")
_MEANT = re.compile("^[说指]的是(?![不没])")
_POINTS = re.compile(r"(?!.*[了是])[^，。]{2,14}那(?:[两\d]+[棵栋座台口条段户家间]|[个件批些])[一-龥]{0,6}")
_DOES_ANY = re.compile("[弄搞做办干忙]")
# 入冬前查漏: the work that was done on what was meant
_WORK = re.compile(r"(?:[一-龥]{1,4}[前后])?(?!现场|当场|一起)[一-龥]{2,6}")
# 去看了, 抽的样, 在局里调的
_DID = re.compile(
    r"(?:去|到)?(?:在(?P<place>[^，。\d]{2,8}?))?(?P<did>看|查看|测|抽|采|调解?|谈|验收?|审|评|修|[挖栽种拆换装办])(?:的|了|过)?(?:(?<=[抽采]的)样|(?<=测)产)?"
)
_TOPIC = 3
_THAT_ONE = re.compile("那[个件批些]$")
_SAID_OF = {
    "抽": "抽检",
    "采": "采样",
    "调": "调解",
    "测": "测量",
    "谈": "商谈",
    "验": "验收",
    "审": "审核",
    "评": "评审",
}


def did_what(u: Utterance) -> re.Match[str] | None:
    """今天查的是民宿: what was done that day, and to what."""
    said = _OF_WHAT.fullmatch(without_time(u)) if "的是" in u.text and u.moments() else None
    return said if said and words(said["did"])[0].kind.startswith("v") else None


def did_to_it(u: Utterance) -> bool:
    """今天去看了, 在局里调的: what was done with what stands beside it."""
    return not u.plan and bool(u.moments()) and _DID.fullmatch(without_time(u)) is not None


def named_so(main: Utterance, content: Sequence[Utterance]) -> tuple[str, list[Utterance]]:
    """What the clause says with what it was done to, and the clauses which tell that."""
    said = without_time(main).strip("，, ")
    beside = [u for u in content if u.message == main.message and u is not main and not u.plan]
    if did := did_what(main):
        what = did["what"]
        if not _DOES_ANY.fullmatch(did["did"]):
            return f"{did['did']}了{what}", []
        work = next((u for u in beside if u.start > main.start and _is_work(without_time(u))), None)
        return (f"对{what}开展{without_time(work)}", [work]) if work else (f"{did['did']}了{what}", [])
    if done := _DID.fullmatch(said):
        for u in beside:
            if what := pointed_at(u):
                where = f"在{done['place']}" if done["place"] else ""
                return f"{where}{_SAID_OF.get(done['did'], done['did'])}{what}", [u]
        return said, []
    return _told_behind(said, main, content)


def _is_work(said: str) -> bool:
    return _WORK.fullmatch(said) is not None and any(word.kind in ("v", "vn") for word in words(said)[-2:])


def pointed_at(u: Utterance) -> str:
    """云岭小区工地欠薪 of 云岭小区工地那个欠薪; empty of a clause that points at nothing."""
    said = without_time(u)
    named = _MEANT.sub("", said)
    if named == said and not _POINTS.fullmatch(said):
        return ""
    return re.sub(r"那[个件](?=[一-龥]{2})", "", re.sub(r"的?那(?=\d)", "的", named))


def _told_behind(said: str, main: Utterance, content: Sequence[Utterance]) -> tuple[str, list[Utterance]]:
    """砖厂的工钱发到手了 of 钱今天发到手了 / 就是上个月集体来的那个，砖厂的工钱."""
    day = next(iter(main.moments()), None)
    topic = main.text[: day.start] if day else ""
    told = [u for u in content if u.message == main.message + 1 and u.speaker == main.speaker and not u.plan]
    what = pointed_at(told[0]) if 0 < len(topic) <= _TOPIC and said.startswith(topic) and told else ""
    if not what:
        return said, []
    used = told[:1]
    if len(told) > 1 and (named := without_time(told[1])).endswith(topic):
        what, used = named, told[1:2]
    elif elliptic := _THAT_ONE.search(what):
        what = f"{what[: elliptic.start()]}的{topic}"
    return what + said[len(topic) :], used
