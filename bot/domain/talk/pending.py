"""The answer to what the bot's last line asked or told: the wording it asked for, 算了, 写了吗, 改下周一, 写上, and
what of the note just kept shall not be written."""

import re

from bot.domain.editing.wishes import Act, Edit
from bot.domain.talk.answered import SEND
from bot.domain.talk.intent import Intent, Kind, Scene
from bot.domain.talk.reckoned_days import RELATIVE
from bot.domain.talk.topic import AS_BEFORE, Topic, orders, topic, worded

_ASKED = re.compile(r"[？]\s*(?:可以说|直接|点一下|连着|$)|[？](?=\n|$)|没听懂要怎么改|没拿准是要怎么改|直接说“把")
"""A line of ours that asks what is meant."""
_LET_BE = re.compile(r"^(?:那就?|还是|唉|嗯|哎|[，, ])*(?:算了|不[用改动挪换]了?)(?:[吧啊了，, ]|先这样|就这样|不改)*$")
_GIVEN = re.compile(
    r"^(?:那|就|也|还是|[，, ])*(?:改成|换成|写成|说成|改为|换为)"
    r"(?P<new>(?!信息|稿|简报|报告)[一-龥\dA-Za-z、]{2,30}?)(?:吧|就[行好]|好了|呗|[，, ]*(?:行不?行?|可以|好)吗?)*$"
)
_IS_IN = re.compile(r"^(?:那|这个?|那个?|稿里|里面|都|也)*(?:写|加|放|提)(?:上|进去|到)?了?(?:没有?|吗|么|没写)$")
_DATE = rf"(?P<day>{RELATIVE}|(?:\d{{1,2}}月)?\d{{1,2}}[日号]前?)"
_DAY_GIVEN = re.compile(
    rf"^(?:那|就|还是|给我|[，, ])*(?:写上?|改成?|换成?|定在?|推到?|放到?)(?:到|成|为)?{_DATE}(?:吧|好了|就行|为好)*$"
)
_DAY_HELD = re.compile(r"\d{1,2}月(?:\d{1,2}日|底|初|中旬|上旬|下旬)")
_REASON = re.compile(r"^[^\d，]{1,8}$")
_PUT_IN = re.compile(r"^(?:那|就|也|都|给我|[，, ])*[写加补](?:上|明|进去)(?:日期|时间|名字|数字?|一下|去)?[吧了呗]*$")
_TOLD = re.compile(r"(?:稿里写的是|现在写着)“[^”]+”(?:、“[^”]+”)*。")
_NOT_TO_WRITE = re.compile(
    r"^(?P<what>[^，,。]{1,8}?)的?(?:[那这]?(?:个|句|条|人))?(?:就|也|都)?(?:不用写|不要写|别写|不写|不提|别提|不用提)(?:了|吧)*$"
)


def read(words: str, scene: Scene) -> Intent | None:
    """What a message wants that answers the last line; None where it is about something else."""
    if not scene.draft or not scene.told:
        return None
    about, words = topic(scene.told, scene.draft), re.sub("[ 　]+", "，", words)
    head = scene.told.split(scene.draft.replace("\n", "\n\n", 1))[0]
    if _ASKED.search(head) and not about.change and (_LET_BE.match(words) or AS_BEFORE.match(words)):
        return Intent(Kind.CHAT)
    given = None if orders(words, scene.draft) else _GIVEN.match(words)
    if about.word and given and 3 * len(given["new"]) >= len(about.word):
        return worded(words, about.word, given["new"])
    if _IS_IN.match(words):
        return _is_in(about, head)
    if day := _other_day(words, about, scene.draft):
        return day
    if _PUT_IN.match(words) and "加了：" in head and "去掉了：" not in head:
        return Intent(Kind.HOW_TO, words="已经写上了。不要就说“撤销”。")
    if _PUT_IN.match(words) and _TOLD.search(head) and "再细的记录里没说" not in head:
        return Intent(Kind.HOW_TO, words=f"稿里已经写着“{about.held[0]}”。要换说法直接发新的。") if about.held else None
    return _not_of_note(words, about, scene)


def _is_in(about: Topic, head: str) -> Intent | None:
    """写了吗, of what was just talked of."""
    if "没说" in head or "都没有" in head or "稿里没写" in head:
        return Intent(Kind.HOW_TO, words=f"没写。{SEND}")
    return Intent(Kind.ASKED, words="\n".join(about.held)) if about.held and not about.change else None


def _other_day(words: str, about: Topic, draft: str) -> Intent | None:
    """Another day in the place of the one that the clause talked of names; a reason may stand before it."""
    *before, last = re.split("[，,]", words)
    found = _DAY_GIVEN.match(last)
    days = {one for held in about.held for one in _DAY_HELD.findall(held)}
    if not found or len(days) != 1 or not all(map(_REASON.match, before)):
        return None
    old, new = days.pop(), found["day"].replace("号", "日")
    month = re.match(r"\d{1,2}月", old)
    new = f"{month[0]}{new}" if month and re.match(r"\d{1,2}日", new) else new
    if re.search(rf"{old}(?:[一-龥]{{0,3}})前", draft) and new.endswith("前"):
        new = new[:-1]
    return Intent(Kind.EDIT, words=words, edit=Edit(Act.REPLACE, words=old, new=new)) if draft.count(old) == 1 else None


def _not_of_note(words: str, about: Topic, scene: Scene) -> Intent | None:
    """A clause of the note just kept that shall not be written: 病的那个不用写, behind 4个请假，1个病了."""
    found = _NOT_TO_WRITE.match(words)
    if not about.note or not found:
        return None
    own = set(re.findall("[一-龥]", found["what"])) - set("的那这个了人")
    parts = [part for part in re.split("[，,。；]", scene.noted) if own & set(part)]
    return Intent(Kind.DROP, words=f"{parts[0]} part") if len(parts) == 1 and parts[0] != scene.noted else None
