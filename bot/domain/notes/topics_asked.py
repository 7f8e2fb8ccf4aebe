"""What a question names and its answer leaves out: 证书呢，发了没 — 发了 tells of the certificates."""

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.domain.language.asking import ASKED, weigh
from bot.domain.language.word_edges import opens_with_deed
from bot.domain.notes.patching import all_of, mark
from bot.domain.notes.utterances import Kind, Patch, Utterance

# 晚饭订了没, 快递到了没: talk among colleagues.
_CHAT = r"[一-龥]{0,3}(?:[饭餐]|外卖|快递|[茶咖奶]|红包)"
_CHAT_TOPIC = re.compile(_CHAT)
# 塌的那层书湿没湿, 灯光师傅联系上没, 服装定了没
_WHETHER = re.compile(
    r"(?P<what>[^，。？?]{2,10}?)(?P<did>(?!的)[一-龥]{1,2}?)(?P<end>[上到好完齐成着]?)(?:了?没(?:有|(?P=did))?|了(?:吗|么)?)[啊呀呢]?"
)
_ANSWERED = re.compile(r"(?:都|早|已经?|还)?(?:没(?P<not>[一-龥]{1,2})|(?P<did>[一-龥]{1,2}?)[上到好完齐成]?了)")
_ASKS = r"(?P<what>[^，。？?]{{2,12}}?){did}[上到好完齐成]?(?:了?没(?:有|{did})?|了(?:吗|么)?)[啊呀呢]?"
# 谁倒的查着没 — 没有
_NOT = re.compile(r"(?:还)?没(?:有)?(?:呢)?")
_OF_COLLEAGUES = re.compile(r"[你您我咱]|照片|视频|截图|材料|稿|信息|表|群|吃|喝|到家")
# 防火的那个项目呢, 冷冻柜咱没有吧
_TOPIC = re.compile(
    rf"(?![那你我他她这小老]|怎么|要不)(?!{_CHAT})(?P<what>[^，。？?\d]{{2,12}}?)(?<![长任记姐哥总师傅人他她们])"
    r"(?:那边)?(?:呢|(?:咱们?|我们)?(?:有没有|没有|有)(?:[吧吗么]|没有?)|谁[一-龥]{1,2}|是不是(?!\d)[^，。\d]{2,8}"
    r"|是不是(?:定?在)?(?:[下这]?个?(?:周|星期|礼拜)|明天|后天|\d)[^，。？?]{0,6})[?？]?"
)
# 三楼会议室能不能开
_MAY = re.compile(r"(?P<what>[一-龥\d]{3,12}?)(?:能不能|可不可以|能|可以)(?P<did>[一-龥]{1,2})(?:[吗么不])?[?？]?")
# 这个月第几件了
_WHICH = re.compile(r"(?:这|本)个?(?P<what>[月周年])(?:是)?第几(?P<unit>[一-龥])了?[啊呀]?[?？]?")
# 税收人家承诺啥时候上 — 第二年起每年不少于600万; 文昌宫那边呢 — 下月动工
_WHEN = re.compile(
    r"(?![你您我])(?:(?:[^，。？?\d]{1,8}?[问催])?(?P<what>[^，。？?\d]{2,10}?)(?:要|是|得)?(?:啥时候|什么时候|几时|哪天|几号)[一-龥]{0,4}"
    r"|(?!那|他|咱|这|然后|后来|其他|别的|结果|照片|材料|数据|名单|人家)(?P<thing>[^，。？?\d]{2,8}?)(?:那边|那里|那块)?呢)[?？]?"
)
# 几点能通 — 中午12点前; 啥时候再去 — 下个月12号
_CAN = re.compile(
    r"(?:你们|咱们|我们|那|他们)?(?P<ahead>[^，。？?\d]{0,6}?)(?:几点钟?|啥时候|什么时候|多会儿|几号|哪天)(?P<did>(?![^，。]*(?:下班|回来|有空|到家|集合|走$))[一-龥]{1,8}?)[啊呀呢]?[?？]?"
)
# 在哪开的 — 三楼会议室
_WHERE = re.compile(
    r"(?:你们|咱们|我们|那|他们|是|就)*(?P<at>[在到去])(?:哪[里儿]?|什么地方|啥地方)(?P<did>[一-龥]{1,3}的|了)?[啊呀呢]?[？?]?"
)
_THERE = re.compile(
    r"(?:就|还)?(?:是|在|到|去)*(?P<place>[^，。？?]{1,12}[室馆厅院场园校村镇乡楼心区店局所站口路街房棚库寺庙])里?"
)
# 今天去王岗村的法律服务办得咋样 — 去了律师3人: the question alone says where and what.
_HOW_IT_WENT = re.compile(
    r"[^，。？?]*[去到在][^，。？?]{1,10}[村镇乡区校院园馆场街里](?P<of>的)(?P<what>[一-龥]{2,8}?)(?P<how>[办搞弄做开]得(?:咋|怎么?)样了?)[啊呀]?[？?]?"
)
# 衣服是租的还是自己的 — 自己的
_EITHER = re.compile(r"(?P<what>[^，。？?\d]{2,10}?)是(?P<a>[^，。？?]{1,6})还是(?P<b>[^，。？?]{1,6}?)[啊呀呢]?[？?]?")
# 外地那三张是谁的 — 都是宣传科的
_WHOSE = re.compile(r"(?![你您我这那])(?P<what>[^，。？?]{2,12}?)(?:都)?是(?:谁|哪|什么|啥)[^，。？?]{0,5}[？?]?")
# 报修了没 — 报了
_VERB_ONLY = re.compile(r"(?P<did>(?![吃睡下走到回上起])[一-龥]{2})(?:了没有?|没有?|了吗)[？?]?")
_NTH_YEAR = re.compile(r"第[一二三四五六\d]+(?:年|个?月|季度|学期)")
# 没来的8个什么情况 — 5个在外面带团
_WHY = re.compile(
    r"(?![你您我这]|那(?!\d|[一两三几]))(?P<what>[^，。？?]{2,10}?(?P<many>[\d一两三四五六七八九十]+[个名人户家台处])?)(?:都|又)?(?:是)?(?:(?:什么|啥|咋个)(?:情况|原因)|[怎咋]么?回事)[啊呀呢]?[？?]?"
)
_VERB = 4
_LONGEST_QUESTION = 14
_SURE = 3
_HAS = re.compile(
    r"(?:都|早|已经?|还|刚)*(?:没有?|[发送交办装修换拆贴签印清测报批定买领收寄还退验洗]了|没(?!问题|事|了)[一-龥]{1,2}|在(?!哪|这|那|吃|路|家|忙|开会|上班|休)[一-龥]{1,2}"
    r"|[搬挪移放存寄转送运收]到[一-龥]{1,6}了)"
)
_YES = re.compile(r"(?:可以|能|行|同意|开|好|成|是的?|对的?|嗯|我[一-龥]{1,2})")
_ON = re.compile(r"(?:[明后今下从周\d起当作]|星期|礼拜)")


def topics_told(done: list[Utterance]) -> list[Utterance]:
    """Every bare answer with what the question of another just before it was about."""
    for at, one in enumerate(done[1:], start=1):
        if done[at - 1].message == one.message or one.kind not in (Kind.CONTENT, Kind.CHAT):
            continue
        asked = [k for k in all_of(done, one.message - 1) if done[k].speaker != one.speaker]
        if asked and _went(done, asked[-1], one):
            continue
        if asked and one.kind is Kind.CONTENT and (why := _WHY.fullmatch(done[asked[-1]].text)):
            among = "中" if why["many"] and one.text[0] in "0123456789一二两三四五六七八九十" else ""
            source = done[asked[-1]]
            made = Patch(0, 0, why["what"] + among, source.message, source.start, source.end)
            done[at] = one.with_patches((made, *one.patches))
            mark(done, [asked[-1]], Kind.CHAT)
        elif asked and not (_whether_answered(done, at, asked[-1]) or _told_when(done, at, asked[-1])):
            _completed(done, at, asked)
        if len(asked) == 1 and done[asked[0]].kind is Kind.CONTENT and _only_asks(done[asked[0]].text):
            mark(done, asked, Kind.CHAT)
    return done


def _only_asks(text: str) -> bool:
    """哪两个房间发烫, which the next message answers: asked in one clause, and nothing told by it."""
    return len(text) < _LONGEST_QUESTION and ASKED.search(text) is not None and weigh(text).question >= _SURE


def _went(done: list[Utterance], before: int, one: Utterance) -> bool:
    """Whether a colleague asked how a thing went somewhere, and is told: the question itself then tells of it."""
    source = done[before]
    asked = _HOW_IT_WENT.fullmatch(source.text)
    if not asked or source.kind is not Kind.CHAT or one.kind is not Kind.CONTENT:
        return False
    held = "举办" if asked["what"][-1] in "会赛展节班" else "开展"
    words = ((asked.span("of"), held), ((asked.start("how"), len(source.text)), ""))
    made = tuple(Patch(*span, told, source.message, source.start, source.end) for span, told in words)
    done[before] = source.with_patches(made).as_kind(Kind.CONTENT)
    return True


def _whether_answered(done: list[Utterance], at: int, before: int) -> bool:
    """Whether something is so, answered with its verb alone: question and answer are one clause."""
    one, source = done[at], done[before]
    asked = _WHETHER.fullmatch(source.text)
    if not asked or not {one.kind, source.kind} <= {Kind.CONTENT, Kind.CHAT}:
        return False
    if _NOT.fullmatch(one.text) and source.text.endswith("没") and not _OF_COLLEAGUES.search(source.text):
        told = f"{asked['what']}没{asked['did']}{asked['end']}"
        made = Patch(0, len(one.text), told, source.message, source.start, source.end)
        done[at] = one.with_patches((made,)).as_kind(Kind.CONTENT)
        mark(done, [before], Kind.REPLACED)
        return True
    said = _ANSWERED.fullmatch(one.text)
    did = (said["not"] or said["did"]) if said else None
    asked = re.fullmatch(_ASKS.format(did=did), source.text) if did else None
    if not asked or _CHAT_TOPIC.match(asked["what"]):
        return False
    if re.match(r"[给帮跟让]|人家", asked["what"]):
        return False  # 证书呢，给人家发了没: what was given stands before it
    _put(done, at, asked["what"], source)
    mark(done, [before], Kind.REPLACED)
    return True


def _told_when(done: list[Utterance], at: int, before: int) -> bool:
    """Name what a colleague asked about where the answer opens with its day and a verb, or with its year alone."""
    one, source = done[at], done[before]
    can = None if _OF_COLLEAGUES.search(source.text) else _CAN.fullmatch(source.text)
    days = one.moments() if can and one.kind is Kind.CONTENT else ()
    if can and days and one.text[days[-1].end :] in ("", "前", "之前", "左右"):
        end = len(one.text)
        words = ((0, can["ahead"]), (end, can["did"]))
        around = (Patch(to, to, told, source.message, source.start, source.end) for to, told in words if told)
        done[at] = one.with_patches((*one.patches, *around))
        mark(done, [before], Kind.CHAT)
        return True
    where, there = _WHERE.fullmatch(source.text), _THERE.fullmatch(one.text)
    if where and there and one.kind is Kind.CONTENT and not one.quantities():
        place = f"{where['at']}{there['place']}{where['did'] or ''}"
        made = Patch(0, len(one.text), place, source.message, source.start, source.end)
        done[at] = one.with_patches((made,))
        mark(done, [before], Kind.CHAT)
        return True
    asked = _WHEN.fullmatch(source.text) if source.kind in (Kind.CONTENT, Kind.CHAT) else None
    if not asked or one.kind is not Kind.CONTENT or one.patches:
        return False
    nth = _NTH_YEAR.match(one.text)
    day = next((m.end for m in one.moments() if m.start == 0), nth.end() if nth else 0)
    rest = one.text[day:]
    what = asked["what"] or asked["thing"]
    if not day or what in one.text or not (asked["what"] or opens_with_deed(rest) or len(rest) <= _VERB):
        return False
    made = Patch(0, 0, what, source.message, source.start, source.end)
    done[at] = one.with_patches((made,))
    done[before] = source.as_kind(Kind.CHAT)
    return True


def _completed(done: list[Utterance], at: int, asked: list[int]) -> None:
    """The bare answer, or what a bare yes goes on with, behind what was asked about."""
    one = done[at]
    if (whose := _WHOSE.fullmatch(done[asked[-1]].text) if asked else None) and re.match("[都全]?是", one.text):
        _put(done, at, whose["what"], done[asked[-1]])
        mark(done, [asked[-1]], Kind.REPLACED)
        return
    for k, what in _named(done, asked):
        goes_on = at + 1 if _YES.fullmatch(one.text) else at
        if goes_on > at and (
            goes_on == len(done) or done[goes_on].message != one.message or not _ON.match(done[goes_on].text)
        ):
            return
        if goes_on == at and not _HAS.fullmatch(one.text):
            return
        _put(done, goes_on, what, done[k])
        mark(done, [k], Kind.REPLACED)
        return
    source = done[asked[-1]]
    if (either := _EITHER.fullmatch(source.text)) and one.text in (either["a"], either["b"]):
        _put(done, at, f"{either['what']}是", source)
        mark(done, [asked[-1]], Kind.REPLACED)
    elif (verb := _VERB_ONLY.fullmatch(source.text)) and one.text == f"{verb['did'][0]}了":
        made = Patch(0, len(one.text), f"已{verb['did']}", source.message, source.start, source.end)
        done[at] = replace(one.with_patches((*one.patches, made)), kind=Kind.CONTENT)
        mark(done, [asked[-1]], Kind.REPLACED)
    elif (which := _WHICH.fullmatch(source.text)) and re.match(rf"第\d+{which['unit']}", one.text):
        _put(done, at, f"本{which['what']}", source)
        mark(done, [asked[-1]], Kind.REPLACED)


def _named(done: list[Utterance], asked: list[int]) -> Iterator[tuple[int, str]]:
    for k in asked:
        found = _TOPIC.fullmatch(done[k].text) or _MAY.fullmatch(done[k].text)
        if found and done[k].kind in (Kind.CONTENT, Kind.CHAT):
            yield k, found["what"]


def _put(done: list[Utterance], at: int, what: str, source: Utterance) -> None:
    one = done[at]
    ended = len(one.text) if re.fullmatch(r"[一-龥]{2}了", one.text) and one.text[0] not in "都早已" else 0
    made = [Patch(0, 0, what + "已" * bool(ended), source.message, source.start, source.end)]
    if ended:  # 修的人联系了没 — 联系了
        made.append(Patch(ended - 1, ended, "", source.message, source.start, source.start))
    one = replace(one.with_patches((*one.patches, *made)), kind=Kind.CONTENT)
    done[at] = replace(one, plan=one.plan and bool(one.moments()))
