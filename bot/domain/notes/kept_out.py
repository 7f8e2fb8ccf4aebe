"""What colleagues say shall stay out of the report, and what was called off: 这段别往外发, 姓名不写, 取消了."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from bot.domain.language.names import SURNAMES, places
from bot.domain.language.needed import Seldom
from bot.domain.language.numerals import fold
from bot.domain.language.word_edges import words
from bot.domain.notes.kinds import Kind
from bot.domain.notes.personal import CHILD
from bot.domain.notes.unnamed import AT_WORK, hidden_by, names_in
from bot.domain.notes.utterance import Utterance

LEAVE_OUT = Seldom(
    r"(?<![手住])(?P<what>[这那](?:[个句条事些段话块种]+|[个种些]?[一-龥]{2,4}的)|刚才那?[个句条]|上面(?:那?[个句条])?|前面(?:那?[个句条])?|上一条)?(?:就|先|暂时"
    r"|可|也|都|全|一个|一律|千万|咱们?)*(?:(?:不|不用|别|不要|不必|甭)(?:写|提|报|放|登|发|往外说|公开|公布)|不方?便(?:写|提|报|说|公开)"
    r"|(?:别|甭|不要|不用|不能|不许)(?:写|提|登|抄|录|出(?=$|现)|预告|外传|声张))(?:了|进去|上|出去|现)?(?:具体)?(?:数字?)?(?:啊|哈|吧)?$"
    # 这个略, 司机夸新车好开就免了, 我看算了, 稿子里那句口号咱不要
    r"|[这那][段句条块]话?(?:就|都)*(?:不[用要]了|不要)(?:吧)?$|^删(?:掉|了|除)?(?:吧)?$|(?:就|也)不(?:记|抄|录|写|提)了(?:吧)?$|^[这那][句段条]话?(?:要|得)[有留](?:着|吧)?$|(?:[这那][个段句条块些]|^)(?:就|都)*(?:省?略|略过|跳过|免)(?:了|去)?(?:吧|哈)?$|就(?:免|略过?|省)了(?:吧|哈)?$"
    r"|^(?:我看|我觉得|还是|那就)+算了(?:吧)?$|(?<=[词稿话句号”])(?:咱们?|我们|就|都|可)+不要了?$"
)
# What was to be and was not, or not then.
CALLED_OFF = re.compile(r"没(?:去|办|搞|开|弄|演|放|查|做)成|取消|叫停|停办|推迟|延期|改期|改到|不(?:办|搞|开|去)了")
# 这段别往外发, 别往咱头上写, 我们不写: what the message told so far is kept out with it.
KEEP_OUT = Seldom(
    r"(?:这[话句段块条个事数]+|那[句段条])?(?:就|先|都|也|千万|可)*(?:别|不要|不能|不用|甭)(?:往外|对外|往上|往咱们?头上|往我们头上|往里|给外面|在外面)(?:说|发|写|报|传|讲|登|算"
    r"|放)(?:了|出去|上)?(?:啊|哈|吧)?$|这[话句数](?:就|先|都|也|千万|可)*(?:别|不要|不用|不能)(?:写|报|提|记|登)(?:了|进去|上)?(?:啊|哈|吧)?$"
    r"|^(?:这[块段个事条]*)?(?:我们|咱们?)(?:就|先|都)?(?:不|别|不用)(?:写|报|发|登|提)(?:了)?(?:啊|哈|吧)?$"
    r"|^(?:这[个事条些段]*|名字)(?:和这个|跟这个)?(?:就|都|也|先)*(?:咱们?|我们|大家|你们?)?(?:知道|有数|清楚|了解)(?:就|即)(?:行|好|可以?)(?:了)?$"
    r"|^(?:这[个事条些段]*)?(?:就|都|也|先)*(?:咱们?|我们|大家|你们?)?(?:内部|自己|心里|私下|群里)(?:知道|有数|清楚|了解|说说|看看)(?:就|即)(?:行|好|可以?)(?:了)?$"
    r"|^(?:这[个事条些段]*)?(?:就|都|也|先|只|仅|限)+(?:在|限于?)?内部(?:通报|掌握|传阅|知道|了解|看看?|使用)(?:就?[行好])?$"
    r"|^(?:名字|姓名|人名)?(?:和|跟|连同)这[个事些]+(?:都|也|全)?(?:别|不要|不能|不用)(?:写|报|提|登|发)(?:进去|上去|上|了)?$"
)
# Why it is left out goes with it.
WHY_LEFT_OUT = re.compile(
    r"^各?[一两二三四\d][条篇份段](?:信息|简报)?$|^(?:数|这|还|结果|金额|名单)?(?:还)?没(?:有)?(?:定|批|核|公布|确定|下来|落实)(?:下来|呢)?$"
    r"|^(?:还)?不(?:确定|一定|准|好说)$|^(?:就)?怕(?!热|冷)[^，。\d]{1,8}$|^保密$|^还在走(?:程序|流程)$"
    r"|^(?:上面|上级|上头|局里|县里)?有(?:这个)?(?:规定|要求|纪律)$"
)

# 有个分数印错了，写成去年的; 有9件年代写错了，把清晚期写成民国
_WRITTEN_SO = re.compile(r"(?:[把将][^，。\d]{1,12})?[写记填印标登][成作为][^，。\d]{1,12}")
_FAULTY = re.compile(
    r"有[^，。]*(?:[错反混串漏]|不对|不一样|不一致)|(?:[^，。]{8,}|[一-龥][上里][^，。]{2,})[错反混串漏]了"
)
# 剩下的500份地图先不发; 先不发, where 22台 were handed out
_HELD_BACK = re.compile(r"[^，。]*\d[\d.]*[^，。\d]+(?:先|暂时)+不[发放]")
_OF_NOTES = re.compile(r"名单|照片|信息|消息|稿|通报|数据|[这那][两\d]?[个条句段件篇]")
_NOT_YET = re.compile(r"[也就都]?(?:先|暂时)+不[发放]")
_HANDED_OUT = re.compile(r"发了?[^，。\d]{0,6}\d")


def how_wrong(text: str, found: Sequence[Utterance]) -> bool:
    """Whether the words say how something was wrong that the clause before found so."""
    return bool(found) and _WRITTEN_SO.match(text) is not None and _FAULTY.search(found[-1].text) is not None


# 跟3个舞队约好晚上八点半以后不放, 音响九点以后不放
_AGREED = re.compile(
    r"(?![这那])[^，。]*(?:[约说讲谈定]好|[约商议说]定|答应|承诺|保证|同意|以后|\d[点时](?:半|钟)?)[^，。]*(?<![别甭])不[放发报登]了?"
)


def of_goods(text: str, found: Sequence[Utterance]) -> bool:
    """Whether 先不发 speaks of goods that are not handed out yet, or 不放 of what was agreed, and of no report."""
    if _AGREED.fullmatch(text) and not _OF_NOTES.search(text):
        return True
    handed_out = any(_HANDED_OUT.search(fold(one.text)) for one in found) and _NOT_YET.fullmatch(text)
    remitted = _REMITTED.search(text) is not None
    return remitted or bool(handed_out) or (_HELD_BACK.fullmatch(text) is not None and not _OF_NOTES.search(text))


# 停车费就免了: what need not be paid
_REMITTED = re.compile(r"[费税租金款息钱票罚].*[免省]了?")


_WHERE_WITHHELD = Seldom(
    r"(?:地点|地址|位置|地名|在哪儿?|(?:什么|啥)地方)(?:就|先|也|都|可|千万|暂时)*(?:别|不要|不能|不用|不|甭)(?:写|报|提|说|发|登|公开)"
    r"|(?:地点|地址|位置)(?:要|先|得|必须)?保密"
)
_WHERE = re.compile(r"[^，。\d]{0,8}?(?:就)?在[^，。\d了着过]{2,12}")


def without_place(found: Sequence[Utterance]) -> list[Utterance]:
    """The utterances of a day, the place left out wherever it is told where anybody asked for that: 地点先别写."""
    if not any(_WHERE_WITHHELD.holds(one.text) for one in found if one.kind is not Kind.BORROWED):
        return list(found)
    return [
        one.as_kind(Kind.ORDER) if one.kind is Kind.CONTENT and _WHERE.fullmatch(one.text) else one for one in found
    ]


# 张德海的名字不要写, 名字魏子涵别写, 场名先别写, 姓名籍贯都别登; 摊主一个别提
_NAME_WITHHELD = Seldom(
    r"(?P<said>[一-龥、]*?)的?(?P<what>(?:名字|姓名|大名|姓啥|姓什么|籍贯|[厂店场校村病]名|品?牌子?|(?:单位|企业)名称?)+)(?P<more>[一-龥、]{0,8}?)(?:就|先|也|都|可|千万|暂时|一律)*"
    r"(?:别|不要|不能|不用|不|甭)(?:往[^，。]{1,3}[里上外])?(?:写|报|提|登|公开|出|(?<!不)上(?![班学来去台])|(?<=不)上$)"
    r"|^[^，。\d有]{0,4}?不(?:让|愿意?|想|肯|许)(?:写|提|登|报|留|透露|公开)(?:真?名|姓名|名字)"
    r"|^(?:谁|谁家|哪[一1]?[家户个位])(?:就|先|也|都|可|千万)*(?:别|不要|不能|不用|甭|不)(?:写|报|提|登|点名?|出)"
    r"|^(?P<bare>名字|姓名|大名)(?:就|先|也|都)*(?:空着|保密|回避|隐去)|^(?:就|先|也|可|千万)*(?:别|不要|甭|不用)(?:写|提|报|登)(?:姓名?|名字|人名|真名)"
    r"|^(?P<who>[一-龥]{1,3}[主户人家员工长])(?P<none>一个)(?:都|也)*(?:别|不要|不|甭)(?:写|报|提|登|出)"
)
_TITLED = re.compile(
    rf"(?:{CHILD}|书记|主任|支书|领导|副?[局馆村站队镇乡所院校厂县市区科处股会]长|老师|师傅|传承人|教练|医生|经理|会计|干事|队员|同志|大[妈爷娘伯]|[老男女]人|阿姨|奶奶|爷爷|[主户人员者的]|[个位])$"
)
# 姓白的一个大爷, 住着的有个山西的: nothing but who it is; 都在秦家沟那个合作社: nothing but whose.
_ONLY_WHO = re.compile(
    r"(?:[有是一]*[个位名])叫[一-龥]{2,3}|(?:[有是一]*个|[一-龥]{0,3})?姓[一-龥](?:的[^，。\d]{0,6})?|[^，。\d]{0,6}[有是][一1]?个?[^，。\d]{1,6}的"
)
_ONLY_WHOSE = re.compile(r"[^，。\d]{0,4}(?:是|在|来自)[^，。\d了着过]{2,14}")


def without_name(found: Sequence[Utterance]) -> list[Utterance]:
    """The utterances of a day; a name is left out wherever it is told if anybody asked for that, by itself or of
    what was told right before."""
    kept = list(found)
    for k, u in enumerate(found):
        asked = None if u.kind is Kind.BORROWED else _NAME_WITHHELD.search(u.text)
        if not asked:
            if u.kind in (Kind.CONTENT, Kind.ORDER) and (initials := _INITIALS.fullmatch(u.text)):
                kept[k] = u.as_kind(Kind.ORDER)
                _by_surname(kept, k, initials["as"][::2])
            continue
        own_words = (_SAID_INSTEAD.fullmatch(v.text) for v in found if v.message == u.message and v.kind is Kind.ORDER)
        as_said = next((m["as"] for m in own_words if m), "")
        kept[k] = kept[k].as_kind(Kind.ORDER)
        names = {name for _, name in names_in((asked["said"] or "") + (asked["more"] or ""))}
        if not names:
            own = [n for n in range(k) if found[n].message == u.message and kept[n].kind is Kind.CONTENT]
            near = own or [
                n for n in range(k) if 0 < u.message - found[n].message <= 1 and kept[n].kind is Kind.CONTENT
            ]
            for n in near[-1:]:
                houses = "" if asked["none"] or asked["what"] in (None, "名字", "姓名", "大名") else found[n].text
                if _ONLY_WHO.fullmatch(found[n].text) or _ONLY_WHOSE.fullmatch(houses):
                    kept[n] = found[n].as_kind(Kind.ORDER)
                elif houses and asked["what"].endswith("名"):
                    for place in places(houses):
                        kept[n] = _without(kept[n], place.start, place.end, "某" + place.text[-2:])
            names = _meant_by(found, k, near)
        for n, one in enumerate(kept):
            for start, name in names_in(one.text, names) if names and one.kind is Kind.CONTENT else ():
                if asked["none"] and not any(q.unit not in _TIMES for q in one.quantities()):
                    kept[n] = one.as_kind(Kind.ORDER)
                    break
                called = _CALLED_SO.search(one.text, 0, start)
                titled = _TITLED.search(one.text, 0, start)
                twice = bool(as_said) and (one.text[:start].endswith(as_said) or (called and not called["one"]))
                instead = "" if twice else as_said or ("" if called or titled else "相关人员")
                before = (called or titled) if as_said and not twice else None
                cut = before.start() if before else called.start("called") if called else start
                end = start + len(name)
                end += called is not None and one.text.startswith("的", end)
                kept[n] = _without(kept[n], cut, end, instead)
    return kept


def _meant_by(found: Sequence[Utterance], at: int, near: Sequence[int]) -> set[str]:
    """The names that 名字别写 at `at` means: those told right before, or where these are of who was at work, the last
    before them that is not."""
    told = [
        (n, name, found[n].text[:start])
        for n in range(at)
        if 0 <= found[at].message - found[n].message <= _NAMED_LATELY and found[n].kind is Kind.CONTENT
        for start, name in names_in(found[n].text)
    ]
    of_near = {name for n, name, _ in told if n in near}
    others = [
        (n, name)
        for n, name, before in told
        # 刷单和冒充: what is no name for sure is none where it was not told right before.
        if _PUBLIC.search(before) or (not AT_WORK.search(before) and (n in near or _CALLED_SO.search(before)))
    ]
    if of_near & {name for _, name in others} or not others:
        return of_near
    return {name for n, name in others if found[n].message == found[others[-1][0]].message}


_NAMED_LATELY = 3
_PUBLIC = re.compile("(?:大[妈爷娘伯姐哥叔婶]|[老男女]人|阿姨|奶奶|爷爷|群众|村民|居民)$")


# 对外写周某孟某; 名字别写，就说八旬老人
_INITIALS = Seldom(
    rf"(?:对外|往外|稿里|报告里?)?(?:就|都|统一|一律|只)*(?:写|说|称|叫|用)(?:成|作|为)?(?P<as>(?:[{SURNAMES}]某)+)(?:就行|就好|吧)?"
)
_SAID_INSTEAD = re.compile(r"(?:就|都|统一|只)*(?:写|说|称|叫)(?:是|成|个)?(?P<as>[一-龥]{2,8}?)(?:就[行好]|即可|吧)?")


def _by_surname(kept: list[Utterance], before: int, surnames: str) -> None:
    """周某 is told wherever a name of that surname was."""
    for n, one in enumerate(kept[:before]):
        for start, name in names_in(one.text) if one.kind is Kind.CONTENT else ():
            if name[0] in surnames:
                kept[n] = _without(kept[n], start, start + len(name), name[0] + "某")


_CALLED_SO = re.compile(r"(?P<one>[有是]?[一1]?[个名位])?(?P<called>名?叫)$")
_TIMES = ("次", "回", "遍", "圈", "句")


def _without(one: Utterance, start: int, end: int, instead: str) -> Utterance:
    return one.with_patches((*one.patches, hidden_by(one, start, end, instead)))


_NOT_THAT = re.compile(r"^(?:也|就|都|先|千万|可)*(?:别|不要|不用|不能)(?:往里|往上|给我)?(?:写|提|报|说)[一-龥]{3,}")


def kept_back(found: list[Utterance]) -> None:
    """别写有个学生举报他表哥的事，公安已经在查: what goes on about the matter is kept back with it."""
    for i, one in enumerate(found):
        if one.kind is Kind.ORDER and _NOT_THAT.match(one.text):
            for k in range(i + 1, len(found)):
                if found[k].kind is not Kind.CONTENT or found[k].moments() or found[k].quantities():
                    break
                found[k] = found[k].as_kind(Kind.ORDER)
    if len(found) > 1 and found[-1].kind is Kind.CONTENT and found[-2].kind is Kind.ORDER:
        order, last = found[-2].text, found[-1]
        why = (LEAVE_OUT.search(order) or KEEP_OUT.search(order)) and _REASON.fullmatch(last.text)
        if why and not (last.moments() or last.quantities() or any(places(last.text))):
            found[-1] = last.as_kind(Kind.ORDER)


# 小伙子晕针那个别写，人家脸皮薄; 不写，得罪人: short words that end the message and tell of nothing done are why.
_REASON = re.compile(r"(?![^，。]*(?:已|[了过完好到]$))[一-龥]{2,8}")


# 别写砸车的事; 折扣就不往外写了; 满意率哪来的，删掉
_NAMED_OUT = Seldom(
    r"(?:这|那|就|先|可|也|千万|最好)*(?:别|不要|不用|不能|甭|少)(?:写|提|报|说)(?P<what>[一-龥]{2,8}?)(?:的)?(?:那|这)?(?:个|件)?(?:事儿?|情况|段|条|一段|一条)"
    r"|(?!(?:可|千万|就|先|也|都|一律|最好|暂时)+[别不])(?P<head>[一-龥]{2,6}?)的?(?:[那这]个?|[那这]?[块句条段点]|事儿?)?(?:我|咱们?|我们)?(?:就|先|也|都|可|千万|暂时|一律)*"
    r"(?:别|不要|不用|不能|甭|就不|也不)(?:往[里外上]|对外)?(?:写|报|发|登|提|说|点)(?:名|了|出去|进去|上去|啊|哈|吧)*"
)
# 全县第一没依据，不写: what is said against it names it, too.
_UNFOUNDED = Seldom(
    r"(?P<what>[一-龥]{3,10}?)(?:这个?|那个?|[这那]?[句条])?(?:都|也|就|又)?(?:没(?:有)?(?:根据|依据|出处|来源|核实?过?|比过|查过|统计过?)|(?:是)?哪来的|从哪(?:儿|里)?来的|没人(?:说|统计|算|核)过|(?:是|属于)?内部的|不公开|不对外|不实)"
)
_LATELY = 12


def left_out_by_name(found: list[Utterance], index: int) -> None:
    """Leave out what message `index` names: the clause said before that holds its words, and the stub behind it.

    An order that opens the message and names nothing means the clause right before.
    """
    first = bisect_left(found, index, key=attrgetter("message"))
    if first == len(found):
        return
    opening = found[first]
    bare = opening.kind is Kind.ORDER and (LEAVE_OUT.match(opening.text) or KEEP_OUT.match(opening.text))
    for k in range(first - 1, -1, -1) if bare else ():
        one, plain = found[k], all(q.unit in _TIMES for q in found[k].quantities())
        its = plain or (one.speaker == opening.speaker and k == first - 1)
        if not its or one.kind not in (Kind.CONTENT, Kind.CHAT) or one.message < index - 1:
            break
        found[k] = one.as_kind(Kind.ORDER)
        if not _THE_MATTER.match(opening.text):
            break
    own = found[first:]
    ordered = any(u.kind is Kind.ORDER for u in own)
    for at, one in enumerate(own, first):
        if "先" in one.text and any(u.quantities() for u in own[at - first + 1 :]):
            continue  # 收入先别发，定的是1.31亿: it is put right
        named = _NAMED_OUT.fullmatch(one.text) or (_UNFOUNDED.fullmatch(one.text) if ordered else None)
        if named and one.kind in (Kind.ORDER, Kind.CONTENT, Kind.CHAT):
            _named_out(found, at, named["what"] or named["head"])


def _named_out(found: list[Utterance], at: int, what: str) -> None:
    """Leave out the last clause before `at` that holds the words, and with it the words that ask for it."""
    before = [k for k, u in enumerate(found[:at]) if u.kind is Kind.CONTENT][-_LATELY:]
    meant = [k for k in before if _holds(found[k].text, what)]
    for k in meant[-1:]:
        behind = [n for n in before if n == k + 1 and found[n].message == found[k].message]
        for n in (k, at, *(n for n in behind if len(found[n].text) <= _STUB)):
            found[n] = found[n].as_kind(Kind.ORDER)


def _holds(text: str, what: str) -> bool:
    """Whether a clause tells of what is named: by the words themselves, or by all their characters."""
    named = [w.text for w in words(what) if len(w.text) > 1 and w.kind[0] in "nvf"]
    if re.fullmatch(r"[去今前明]年|上[次回月周]|[今昨前]天", what):  # 去年的不用写
        return False
    counted = re.search(rf"\d(?![万亿])[{what}]", fold(text))  # 折扣 is told by 7.2折
    return counted is not None or set(what) <= set(text) or any(word in text for word in named)


_STUB = 6
# 这事不要往外说: all of it, not its last clause
_THE_MATTER = re.compile("[这那上]件?[事段]")
