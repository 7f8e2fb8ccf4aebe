"""What the clauses of one message make of each other: asides, what concerns a person, what was moved or kept out."""

import re
from collections.abc import Sequence

from bot.domain.language.names import places
from bot.domain.language.needed import Seldom
from bot.domain.language.numerals import fold
from bot.domain.language.word_edges import words
from bot.domain.notes.asides import asides
from bot.domain.notes.chatter import goes_on
from bot.domain.notes.dressing_up import declines, exhorts
from bot.domain.notes.flourishes import AMID
from bot.domain.notes.kept_out import kept_back
from bot.domain.notes.kinds import Kind
from bot.domain.notes.personal import personal, unnamed
from bot.domain.notes.substance import upset
from bot.domain.notes.utterance import Patch, Utterance

# 本来在王家坪放，挪到赵家坪礼堂放的: where it was meant to be is not where it was.
_MEANT = re.compile(
    r"(?:本来|原来|原定|原计划|原先|原本)(?:是|要|说好|打算|定)?(?:在|去|到)(?P<old>[^，。\d]{2,12}?)(?=放|演|办|搞|开|举|摆|做|进行|讲|拍|比|$)"
)


_MOVED = re.compile(
    r"^(?:后来|临时|就|又|最后|结果|只好)*(?:挪|改|搬|换|转|移)(?:到|在"
    r"|去)了?(?P<new>(?!下|明|后|周|\d)[^，。\d]{2,14}?)(?:去)?(?:放|演|办|搞|开|摆|做|进行|讲|拍|比|举行)?(?:的|了)*$"
)


def of_the_day(found: list[Utterance], message: str) -> list[Utterance]:
    """Content that is said aside or concerns a person alone loses its place; a name that must not stand is cut."""
    clauses = [u.text for u in found]
    _talked(found, message)
    for where, kind in ((asides(clauses), Kind.CHAT), (personal(clauses), Kind.PRIVATE)):
        for i in where:
            if found[i].kind is Kind.CONTENT:
                found[i] = found[i].as_kind(kind)
    for i, u in enumerate(found[1:], 1):
        if found[i - 1].kind is Kind.PRIVATE and u.kind is Kind.CONTENT and _OF_HIM.match(u.text):
            found[i] = u.as_kind(Kind.PRIVATE)
        if u.kind is Kind.EMPTY and _items_of(found[i - 1], u.text):
            found[i] = u.as_kind(Kind.CONTENT)
        if u.kind is Kind.CHAT and found[i - 1].kind is Kind.CONTENT:
            tried = _SOUND.fullmatch(u.text) and any(map(_TRIED.search, clauses[:i]))
            left = found[i - 1].text
            rest = _THE_REST.fullmatch(u.text) and not _SAYS_RIGHT.match(left)
            fetched = _FETCHES.fullmatch(u.text) and _SHORT_OF.search(left)
            if tried or answers(left, u.text) or rest or fetched or _NOTED.fullmatch(u.text):
                found[i] = u.as_kind(Kind.CONTENT)
    for i, u in enumerate(found):
        around = [one.text for one in (*found[:i][-1:], *found[i + 1 : i + 2]) if one.kind is Kind.CONTENT]
        if u.kind is Kind.CHAT and upset(u.text, around) and not any(map(_MOVED.match, around)):
            found[i] = u.as_kind(Kind.CONTENT)
        grumbled = i and u.kind is Kind.CONTENT and found[i - 1].kind is Kind.CHAT
        shared = grumbled and _SHARED.match(u.text) and _TOGETHER.search(found[i - 1].text)
        if shared or (grumbled and not u.quantities() and goes_on(u.text, found[i - 1].text)):
            found[i] = u.as_kind(Kind.CHAT)
        between = i and [found[k].kind for k in (i - 1, i + 1) if k < len(found)] == [Kind.EMPTY] * 2
        if between and u.kind is Kind.CONTENT and len(u.text) <= _SLOGAN and not (u.quantities() or places(u.text)):
            found[i] = u.as_kind(Kind.EMPTY)  # 要高度重视，广泛发动，确保有声有色
        if u.kind is Kind.CONTENT and i and found[i - 1].kind is Kind.EMPTY and _said_on(found, i):
            found[i] = u.as_kind(Kind.EMPTY)
    kept_back(found)
    _later_hour(found)
    for i, after in enumerate(found[1:], 1):
        if moved := _MOVED.match(after.text):
            _move(found, i, moved["new"])
    _evening_hours(found)
    for i, u in enumerate(found):
        put = [(*m.span(), "") for m in AMID.finditer(u.text)]
        put += [(*m.span(), m["meant"]) for m in _MEANT_SO.finditer(u.text) if _misspelt(m["typed"], m["meant"])]
        if put:
            made = tuple(Patch(a, b, new, 0, u.start + a, u.start + b) for a, b, new in put)
            found[i] = u.with_patches((*u.patches, *made))
    for i, spans in unnamed(clauses).items():
        cut = (Patch(start, end, "", 0, found[i].start, found[i].start, private=True) for start, end in spans)
        found[i] = found[i].with_patches((*found[i].patches, *cut))
    return found


# 曹玉莲身份证370…，正在补医保: without the name it would be told of those named before.
_OF_HIM = re.compile(r"(?:正在|还在)(?!进|举)[^，。\d]{2,8}$")
# 试了两个小时水，没问题; 去看了，还真是: how it stood when it was tried
_SOUND = re.compile(
    r"(?:都|全)?(?:还真是|确实是?|果然是?|没(?:啥|什么)?问题|正常|好了|没事了?)|结果(?:还|尚)?(?:没|未)出(?:来)?"
)
# 想装光伏问能不能补，回去查一下: what others asked for is answered, or will be.
_ASKS_FOR = re.compile(r"(?![我俺咱你您谁])[^，。]*(?:问|想(?!起|到)|希望|反映|提出|能不能|要不要|可不可以)")
_ANSWERS = re.compile(
    r"(?:我们?|咱们?)?(?:[今明后]天|下?周[一二三四五]?|回[去来头]|当场|[先再就去来])*"
    r"(?:(?:答应|告诉|解释)[^，。]|(?:说|回[他她])[^，。]{2}|问(?![问下一])[^，。]{2}|(?:查|报|看|商量|汇报|打听)一?下)"
)


def answers(asked: str, text: str) -> bool:
    """Whether the clause says what others were told, or will be, who asked for something in the clause before it."""
    return _ASKS_FOR.match(asked) is not None and _ANSWERS.match(text) is not None


# 搬走了，其他的没问题, no figure put right; 墨汁也不多了，我去买
_THE_REST = re.compile(r"(?:其[他它余]|别|剩下|另外)的?(?:都|全|也)*(?:没(?:啥|什么)?(?:大)?问题|正常|合格)")
_SAYS_RIGHT = re.compile(r"(?:应该|实际|其实|改)?[是成]|不[是对]|[^，。]*[错改漏]")
_SHORT_OF = re.compile(r"不(?:够|多|足)|没(?!来|到)|缺|少|坏|断|丢|漏|差|完了|只[剩有]")
_FETCHES = re.compile(
    r"我们?(?:[今明后]天|下?周[一二三四五六日天]?|[上下]午|晚上|再|就|先|回头)*[去来](?:[^，。\d]{1,4}[里上])?(?:买|领|取|借|修|换|补|配|装)"
)
_TRIED = re.compile(r"[试查检测探修换看量验送吐晕摔磕烫伤崴调]|取样|采样")
# 有一户想要助听器，记下了: no answer to a colleague
_NOTED = re.compile(r"[都也]?记(?:下来?|上)了")
_SLOGAN = 6


def _misspelt(typed: str, meant: str) -> bool:
    """民缩（民宿）: the dictionary knows only the word in brackets, which has a character of the other."""
    alike = len(typed) == len(meant) and any(a == b for a, b in zip(typed, meant, strict=True))
    return alike and typed != meant and len(words(meant)) == 1 < len(words(typed))


_MEANT_SO = Seldom(r"(?P<typed>[一-龥]{2})[（(](?P<meant>[一-龥]{2})[）)]")


def _items_of(before: Utterance, text: str) -> bool:
    """走了4家，宏达纺织、金麦面粉、远大机械、绿源乳业: as many names as were counted, however they are built; 来了6个
    医生，心内、骨科、眼科: things and no manners, of those that were counted."""
    counted = list(before.quantities()) if before.kind is Kind.CONTENT else []
    items = text.split("、")
    if not counted or len(items) < 2:
        return False
    things = all(len(item) < 4 and all(w.kind[0] in "nsf" for w in words(item)) for item in items)
    return len(items) == counted[-1].value or (things and len(items) < counted[-1].value)


# 裁判误判了，大家骂得厉害，别提: the clause before goes on about the matter, and the matter goes with it.
_OF_BEFORE = re.compile(
    r"^(?:大家|观众|群众|家长|他们?|她们?|对方|人家|都|也|就|还|闹|弄|搞|结果|被|把|已经?|挂在|放在|摆在|送到|没(?:啥|什么|大)?事|照片|视频)"
)
# 起因都猜小孩放炮，没定论，甭写: why nobody stands for it, whatever figure it holds.
_UNSURE = re.compile(
    r"^[还也都又]*(?:没(?:有)?(?:定论?|影|谱|准|核|批|证实|落实|公布|算完|结论|[^，。\d]{1,4}的事$)|不(?:确定|准|一定)|未[定核批])"
)
# 讲解员中暑1人，已经好了这个不写: words of its own in the order that only go on about what is left out.
_GROUND = re.compile(
    r"^(?:人)?(?:现在|后来)?(?:都|也|已经?|早就?)*(?:好|没事|处理|解决|回来|回去|送走|赔|道歉|说[开通]|谈拢|私了|和解)[一-龥]{0,3}$"
)


def is_ground(words: str) -> bool:
    """Whether the words in front of 这个不写 only say how the matter ended."""
    return _GROUND.match(words) is not None


def leave_out(found: list[Utterance]) -> None:
    """别写: the clause before it goes, and the one before that where it is its ground."""
    last = found[-1]
    found[-1] = last.as_kind(Kind.ORDER)
    told = len(found) > 1 and found[-2].kind in (Kind.CONTENT, Kind.CORRECTION)
    if told and (_UNSURE.match(last.text) or (_OF_BEFORE.match(last.text) and _loose(found[-2]))):
        found[-2] = found[-2].as_kind(Kind.ORDER)


def _loose(one: Utterance) -> bool:
    """Without a figure but how often something went wrong."""
    return all(q.unit in ("次", "回", "遍", "圈", "句") for q in one.quantities())


_EVENING = re.compile(r"今晚|晚上|夜里|夜间")
_OF_TWELVE = re.compile(r"(?P<h>[6-9]|1[01])时")


def _evening_hours(found: list[Utterance]) -> None:
    """晚上雨太大，九点多水位到了台基, told at half past ten: the hour is of the evening."""
    for i, one in enumerate(found[1:], 1):
        hour = next((m for m in one.moments() if m.kind == "clock"), None)
        at = _OF_TWELVE.match(hour.written) if hour else None
        if not hour or not at or any(m.kind in ("part", "day") for m in one.moments()):
            continue
        if one.said.hour >= int(at["h"]) + 12 and _EVENING.match(found[i - 1].text):
            made = Patch(hour.start, hour.end, "晚上" + one.text[hour.start : hour.end], 0, one.start, one.end)
            found[i] = one.with_patches((*one.patches, made))


_PUT_OFF = re.compile(r"(?:临时)?(?:改|挪|推|延|推迟|提前|延迟)(?:到|成|为|至)(?:了)?$")


def _later_hour(found: list[Utterance]) -> None:
    """下午三点的培训改到四点了 is told at four; a day that was changed stays told as it was."""
    for i, one in enumerate(found):
        hours = [m for m in one.moments() if m.kind == "clock"] if one.kind is Kind.CONTENT else []
        put_off = _PUT_OFF.search(one.text[: hours[1].start]) if len(hours) == 2 else None
        if not put_off or any(m.kind == "day" and m.start > hours[0].start for m in one.moments()):
            continue
        if one.text[: hours[0].start].endswith("从"):
            continue  # 闭馆时间从5点半延到8点: the change itself is told
        part = re.match(r"上午|中午|下午|晚上|早上|傍晚", one.text[hours[0].start :])
        new = one.text[hours[1].start : hours[1].end]
        if part and re.match(r"[\d一二三四五六七八九十两]", new):
            new = part[0] + new
        rest = re.match(r"了", one.text[hours[1].end :])
        end = hours[1].end + (rest.end() if rest else 0)
        at = one.start + hours[1].start
        made = (
            Patch(hours[0].start, hours[0].end, new, 0, at, one.start + hours[1].end),
            Patch(put_off.start(), end, "", 0, at, at),
        )
        found[i] = one.with_patches((*one.patches, *made))


# 晚上聚餐AA，每人60: what colleagues pay for themselves.
_TOGETHER = re.compile(r"聚餐|AA")
_SHARED = re.compile(r"^(?:每[个人位]|一?人|人均)(?:一?个?人)?[\d一二两三四五六七八九十百]+(?:块钱?|元)?$")


def _talked(found: list[Utterance], message: str) -> None:
    """What only spurs colleagues on, and what says why a figure is not dressed up, is no content."""
    told = [i for i, u in enumerate(found) if u.kind is Kind.CONTENT]
    bare = [i for i in told if not (found[i].moments() or found[i].quantities() or "《" in found[i].text)]
    empty = sum(u.kind is Kind.EMPTY for u in found)
    if told and len(bare) == len(told) and exhorts(message, [found[i].text for i in told], empty):
        for i in told:
            found[i] = found[i].as_kind(Kind.EMPTY)
    elif any(declines(fold(u.text)) for u in found):
        for i in (i for i in bare if not places(found[i].text)):
            found[i] = found[i].as_kind(Kind.CHAT)


# 部长指出要提高站位，把诗会办成品牌: what was stressed goes on without a figure, a day or a name.
_SAYING = re.compile(r"指出|强调|要求|号召|希望|表示|勉励")


_WISHED = re.compile(
    r"^(?:要|把|将|讲好|做好|抓好|办好|打造|办成|推动|坚持|切实|努力|不断|继续|争当?|当好|用好|管好|擦亮|守住|扛起|进一步|真正|始终|以|让)"
)


def _said_on(found: Sequence[Utterance], at: int) -> bool:
    one = found[at]
    run = at - 1
    while run >= 0 and found[run].kind is Kind.EMPTY and not _SAYING.search(found[run].text):
        run -= 1
    said = run >= 0 and found[run].kind is Kind.EMPTY
    return (
        said
        and _WISHED.match(one.text) is not None
        and not one.moments()
        and not one.quantities()
        and not places(one.text)
    )


def _move(found: list[Utterance], at: int, place: str) -> None:
    """Write the place it was moved to into the clause, shortly before, that says where it was meant to be."""
    for k in range(at - 1, max(-1, at - 4), -1):
        meant = _MEANT.search(found[k].text) if found[k].kind is Kind.CONTENT else None
        if meant:
            made = Patch(meant.start(), meant.end("old"), "在" + place, 0, found[at].start, found[at].end)
            found[k] = found[k].with_patches((*found[k].patches, made))
            found[at] = found[at].as_kind(Kind.REPLACED)
            return


def keep_out(found: list[Utterance], order: str) -> None:
    """这话别写 takes the clause before it out of the report, 这段别往外发 all that the message has told so far.

    Behind a private figure 这个别往外写 means the figure, which is out already.
    """
    if found and found[-1].kind is Kind.PRIVATE and not re.match("[这那上前][段块条事些面话]", order):
        return
    told = [i for i, u in enumerate(found) if u.kind is Kind.CONTENT]
    for i in told[-1:] if re.match(r"这[话句数]|这个(?!事)|那句", order) else told:
        found[i] = found[i].as_kind(Kind.ORDER)
