"""Whether words that order nothing tell of the day, ask about rules, answer what was asked, or are small talk."""

import re
from collections.abc import Callable, Sequence

from bot.domain.language.asking import ASKED, EITHER_OR, FIGURE, NOT_KNOWN, OF_WHAT_KIND, WHEN, weigh
from bot.domain.language.numerals import numerals
from bot.domain.notes.report import Gap
from bot.domain.notes.utterances import all_chat
from bot.domain.talk.free_wishes import pointed
from bot.domain.talk.intent import Intent, Kind, Scene
from bot.domain.talk.learnt_wants import Want, guess

_PLACE_END = re.compile(
    r"(?:广场|馆|中心|社区|学校|大学|村|镇|站|室|公园|礼堂|剧院|剧场|院|厅|街|路|楼|景区|小学|中学|操场|店|园|寺"
    r"|山|集|市场|大集)(?:里|上|门口|旁边|内|外|前)?$"
)
_AT = re.compile(r"^(?:就?在|到|于|地点)")
_DEED = re.compile(r"[把将给了过被发送请带交去来说]|组织|通知|联系")


def _is_place(words: str) -> bool:
    """A bare place; words that tell a deed (把名单发给社区) only end in one."""
    return bool(_PLACE_END.search(words)) and not _DEED.search(words) and len(words) <= 14


_COUNT = re.compile(r"[\d零一二两三四五六七八九十百千万]+(?:多|来|余|几)?(?:个?人|名|位|人次)?(?:左右|上下)?")
_ACTOR = re.compile(
    r"(?:馆|局|科|中心|站|队|办|室|会|所|院|公司|镇|村|社区|学校)(?:办的|搞的|组织的|牵头的?|主办的?)?$"
)

_GIVEN = re.compile(
    r"^(?:是|发的是|都是|就是)[^，。]{2,24}$|(?:手册|单页?|资料|折页|传单|倡议书|明白纸|书|卡|袋|扇|日历)$"
)


def _is_time(words: str) -> bool:
    return WHEN.search(words) is not None and not _NO_TIME.search(WHEN.sub("", words))


_TESTS: dict[str, Callable[[str], bool]] = {
    Gap.TIME.value: lambda words: WHEN.search(words) is not None,
    Gap.PLACE.value: lambda words: bool(_AT.search(words) or _is_place(words)),
    Gap.PEOPLE.value: lambda words: _COUNT.search(words) is not None,
    Gap.ACTOR.value: lambda words: _ACTOR.search(words) is not None,
    Gap.RESULT.value: lambda words: weigh(words).note >= 0.8 and not _is_time(words),
    Gap.CONTENT.value: lambda words: _GIVEN.search(words) is not None or weigh(words).note >= 0.8,
}


def fits(words: str, asked: Sequence[str]) -> bool:
    """Whether the words may answer one of the questions; a bare day always may."""
    if asked and _is_time(words) and re.search("[年月日号天周午早晚昨今前]", words):
        return True
    return any(gap in asked and test(words) for gap, test in _TESTS.items())


_OF_ONE = re.compile(r"^第[一二三四五六七八九\d][篇条]的?[，,：: ]*")
_NO_TIME = re.compile(
    r"(?![点时分半日号月周星期礼拜上中下午早晚左右大概约是在那天的整前后一二三四五六七八九十])[一-龥]"
)
"""A character that no bare time has."""
_COUNTED = re.compile(r"(?:参加)?总?人数(?:大概|一共|[是为有：: ])*(?P<n>\d+)(?:个?人|名|位|个)?(?![\d\u4e00-\u9fff])")
"""人数24: how many came, as a clause."""


def as_note(words: str, asked: Sequence[str]) -> str:
    """A bare place, count or time with what it is; other words as they are."""
    if Gap.PEOPLE.value in asked and _COUNT.fullmatch(words):
        return f"来了{words}" if re.search(r"[人名位次右下]$", words) else f"来了{words}人"
    words = _OF_ONE.sub("", words)
    words = _COUNTED.sub(r"来了\g<n>人", words)
    if Gap.PLACE.value in asked and _is_place(words) and not _AT.search(words):
        return f"地点在{words}"
    return words


LONGEST_QUESTION = 300
"""Nobody types a longer question; what is longer was pasted and is material."""
LONGEST_CHAT = 40

# Said to the bot, not of the day: better asked about than noted down.
_ADDRESSED = re.compile(
    r"^(?:请?你(?![们的])|麻烦|帮[我忙]|给我)|(?:给我|你)(?:看看|弄|整|写|改|算).{0,4}$|(?:一下|[弄写改看])[吧嘛呗]$|再[说发念讲]一[遍次]$"
)


def read(whole: str, words: str, scene: Scene) -> Intent:
    """A note, a question or an answer to what was asked; what the writer would leave out as chat is none of them."""
    intent = _by_weight(whole, words, scene)
    heard = intent.kind
    if not scene.draft and heard in (Kind.NOTE, Kind.QUESTION) and len(words) <= LONGEST_QUESTION:
        intent = Intent(_second_opinion(heard, words, scene), words=whole)
    aside = heard in (Kind.NOTE, Kind.UNSURE) and intent.kind is not Kind.QUESTION
    aside = aside and len(words) <= LONGEST_CHAT and all_chat(words)
    aside = aside and not (scene.draft and numerals(words) and pointed(words, scene.draft))
    aside = aside and not (scene.notes and _OF_NOTES.search(words))
    return Intent(Kind.CHAT, words=whole) if aside else intent


def of_its_file(caption: str) -> bool:
    """Whether what a file is sent with only points at the file (住宿标准，以后问这个), and neither tells nor asks."""
    weights = weigh(caption)
    return re.search("[这收存]|以后", caption) is not None and weights.note < 1 and weights.question < _MUCH


_DEED_TOLD = re.compile(
    r"(?:今[天早晨晚]|昨[天晚儿]|前天|上午|下午|早上|中午|晚上|[给到跟和带陪为向]|去(?!年|世))(?!谁|哪|几)"
    r"(?![^，,]*[能该要得][^，,]{0,6}(?:多少|几|什么|啥|谁|哪))(?!.*(?:[?？吗没不]$|请问))"
)
_LOOKED_AT = re.compile(r"(?:怎么样|咋样|如何|好不好|顺不顺利)$|([一-龥])了\1")
"""No rule is asked for so: 上午督查垃圾分类怎么样, 算了算收入多少 tell what was looked at."""
_HALF, _LIKELY, _SURELY = 0.4, 0.5, 0.8
_MUCH = 1.5


def _second_opinion(kind: Kind, words: str, scene: Scene) -> Kind:
    """What learnt weights make of it where form alone may err: words that open with a deed of the day and seem to ask,
    words that hold an interrogative and seem to tell. Where both are as likely, the person says."""
    odds = guess(OF_WHAT_KIND.sub("", words), "")
    note = weigh(words).note
    asked, noted = odds.of(Want.POLICY) + odds.of(Want.ASK), odds.of(Want.NOTE)
    if kind is Kind.QUESTION:
        if not _DEED_TOLD.match(words):
            return kind
        if noted >= _LIKELY and noted > 2 * asked:
            return Kind.NOTE
        return Kind.UNSURE if _LOOKED_AT.search(words) or (note >= 1 and noted > max(asked, _HALF)) else kind
    if "verdict" in scene.shown and note < _MUCH and not _DEED_TOLD.match(words):
        return Kind.UNSURE  # 我们县是80, right under an answer
    asks = ASKED.search(words) or EITHER_OR.search(words)
    if not asks or any(form.search(words) for form in NOT_KNOWN) or note >= 2 or asked < _LIKELY:
        return kind
    return Kind.QUESTION if asked >= _SURELY else Kind.UNSURE


_OF_THE_BOT = re.compile(
    r"你(?:会不会|能不能|是不是|有没有|会|能|叫|几岁|多大|喜欢|觉得|听得?懂|懂|累|困|吃|睡|认识|知道我|在哪|也|平时|到底)"
    r"(?!查|找|帮|给|看|写|改|出|审|交|报|[那这第])[^，,。\d]{0,8}$"
)
"""你会不会说方言: asked of nobody's rules."""
_OF_NOTES = re.compile(
    r"[上前]面|上边|刚才|那[条行句个段]|不算|发错|作废|数|也是|[一二三四五六七八九十百]{2,}|统计|预约|重复|一样"
)
"""What may be said of another note: 上面那条发错群了, 我数的也是四十六."""


_ASKS_ON = re.compile(r"(?<![着正都才还可])[^着正都才还可，,]{2,}呢$")
"""Under an answer 饭店老是劝人多点菜，剩一大桌呢 asks what holds then; 正排着队呢 tells."""


_MAY = re.compile(
    r"(?:能|可以|算|该|要)(?![^，。]*[了过])[^，。说问]{1,8}吗[?？]?$"
    r"|^(?:(?!说|提|反映|建议|问|称|希望|\d)[^。])+[，, ]"
    r"(?:能不能|可不可以)(?![^，。]*[了过])[^，。说问]{2,12}(?:[，, ][^，。]{2,10})?$"
)
"""有人来打听读者借过啥书，馆里能给他看吗; 走不开，能不能换人去，旅行社说不行: asked, whatever was told before."""


def _by_weight(whole: str, words: str, scene: Scene) -> Intent:
    if len(words) > LONGEST_QUESTION:
        return Intent(Kind.NOTE, words=whole)
    if _MAY.search(words) and not scene.draft:
        return Intent(Kind.QUESTION, words=whole)
    weights = weigh(words if len(words) > 1 else whole)
    if weights.question >= 2 and (weights.question > weights.note or words.endswith(("?", "？", "吗"))):
        return Intent(Kind.WHO if _OF_THE_BOT.match(words) else Kind.QUESTION, words=whole)
    if len(words) <= 40 and weights.note <= 3 and fits(words, scene.asked):
        return Intent(Kind.GAP, words=words)
    if _ADDRESSED.search(words) and weights.note < 2 and len(words) <= 24 and not FIGURE.search(words):
        return Intent(Kind.UNSURE, words=whole)
    if "verdict" in scene.shown and weights.note < 1 and _ASKS_ON.search(words):
        return Intent(Kind.QUESTION, words=whole)
    if weights.note >= 1 and weights.note > weights.question and (len(words) >= 5 or scene.notes):
        return Intent(Kind.NOTE, words=whole)
    vague = scene.draft and len(words) <= 20 and weights.note < 0.8
    if vague or weights.question >= 2 or len(words) < (4 if scene.notes else 10):
        return Intent(Kind.UNSURE, words=whole)
    return Intent(Kind.NOTE, words=whole)
