"""What a message that settles a figure says around it: why the first was wrong, what gave way, what was told before."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.language.dates import moments
from bot.domain.language.names import places
from bot.domain.notes.patching import all_of, mark, own_of, stands
from bot.domain.notes.remarks import COUNTED_IN, is_remark, of_its_own
from bot.domain.notes.restated import MORE, earlier, only, rest_of
from bot.domain.notes.soundness import may_go
from bot.domain.notes.utterances import Kind, Utterance

_PUT = (Kind.CORRECTION, Kind.REPLACED)


def explained(done: list[Utterance]) -> list[Utterance]:
    """The utterances without what only says why a figure changed, or repeats one that gave way."""
    for index in sorted({u.message for u in done}):
        said = all_of(done, index)
        settled = [i for i in said if done[i].kind in _PUT and done[i].quantities()]
        if settled:
            before = [
                i for i in said if i not in settled and (_is_reason(done, i, settled) or _accounts(done, i, settled))
            ]
            mark(done, before, Kind.CORRECTION)
        if any(done[i].kind in _PUT for i in said):
            of_it = (_agrees, _today_instead, _of_the_wrong)
            mark(done, [i for i in said if any(rule(done, i) for rule in of_it)], Kind.CORRECTION)
        mark(done, [i for i in said if _says_nothing(done, i)], Kind.CORRECTION)
        for i in _replaced_first(done, said):
            done[i] = _time_of(done[i])
    return done


# 人数没错, 刚才又对了登记本, 57是把工作人员算进去了
_SETTLES = re.compile(r"没错|没问题|[没不]变|照旧|不是|为准|[核查对问数翻点][了过实对准]|算(?:进去|上|重|在内)")


def _agrees(done: Sequence[Utterance], i: int) -> bool:
    """Beside what was put right: that the rest holds, how it was found, or the right words once more."""
    one = done[i]
    if one.kind is not Kind.CONTENT or one.patches:
        return False
    again = any(p.text and p.source == one.message and p.text in one.text for u in done for p in u.patches)
    if not (again or _SETTLES.search(one.text)) or not _known(done, i):
        return False
    return not of_its_own(done, i) or (is_remark(done, i) and COUNTED_IN.search(one.text) is not None)


def _known(done: Sequence[Utterance], i: int) -> bool:
    """Whether every figure of the utterance was told before it."""
    values = {q.value for q in done[i].quantities()}
    return not values or values <= {q.value for u in done[:i] for q in u.quantities()}


# 是昨天去的，今天是写材料, 今天才把照片整理好: what today is explains why the day was wrong
_TODAY = re.compile(
    r"我?今[天日儿](?:[上下]午|早上|晚上)?(?:我们?|咱们?)?(?:(?:[才只就]?是|在)(?!.*[了过])[^，。\d]{1,8}"
    r"|才(?:有[空工时]|得空|腾出|顾[得上]|想起|知道)[^，。\d]{0,8}|才[一-龥]{1,2}到[^，。\d]{0,4}(?:表|册|单|名单|材料|照片|数|消息|通知)"
    r"|才(?:把?(?:照片|材料|稿子?|信息|[一-龥]{0,3}[表册单]|数字?|数据))?(?:[给往]我?)?(?:整理|补|写|统计|汇总|报(?!销|名)|传|发(?=出来|上来|过来|群|$))(?!助|贴|种|栽)[^，。\d]{0,4})"
)


def _today_instead(done: Sequence[Utterance], i: int) -> bool:
    one = done[i]
    if one.kind is not Kind.CONTENT or one.quantities() or not _TODAY.fullmatch(one.text) or any(places(one.text)):
        return False
    put_right = [p.text for u in done for p in u.patches if p.source == one.message and u.message < one.message]
    return any(moments(text, one.said) for text in put_right)


# 人民广场是去年的, 那个是彩排的, 刚才说的是上一场的: what the words that gave way belong to
_ONCE = r"去年|往年|以前|上[一次回届期场个年周月讲季批]|昨[天晚]|前[天年]|旧|计划|报名|彩排|预[演报计]"
_TOLD_AS = re.compile(
    rf"我?(?:刚才|前面|上面)?(?:我?[说报记填念抄](?:的|成)(?:那?个)?|那(?:个|条|次|场|数)?)(?:数|人数|数字|日期)?(?:其实)?[才就]?是[^，。]{{1,10}}的(?:数|日子|时间|地方)?"
    rf"|我?(?:刚才|前面|上面)?我?[写打发看拿用算](?:的|成)(?:那?个)?(?:[才就]?是|了)?[^，。]{{0,4}}(?:(?:{_ONCE})[^，。]{{0,4}}(?:[的数表单册本稿]了?|那[场次])|[表单册本稿])了?"
)
_WAS_THEN = re.compile(rf"(?:那[个次场]?)?(?:其实|应该)?[才就]?是[^，。]{{0,4}}(?:{_ONCE})[^，。]{{0,6}}")


def _of_the_wrong(done: Sequence[Utterance], i: int) -> bool:
    """Behind what was put right: of what other time or list the wrong words were, and nothing else."""
    one = done[i]
    if one.kind is not Kind.CONTENT or one.patches:
        return False
    if not any(done[k].kind in _PUT for k in all_of(done, one.message) if k < i) or not _known(done, i):
        return False
    gone = (u.text[p.start : p.end] for u in done for p in u.patches if p.source == one.message and p.text)
    was = (old for old in gone if old and one.text.startswith(old))
    return _TOLD_AS.fullmatch(one.text) is not None or any(_WAS_THEN.fullmatch(one.text, len(old)) for old in was)


def _replaced_first(done: Sequence[Utterance], said: range) -> list[int]:
    """Where 下午考古夏令营 gives way to 冬训营开营 in one message: when it was holds of both."""
    return [
        i
        for i in said
        if done[i].kind is Kind.REPLACED
        and i + 1 in said
        and done[i + 1].kind is Kind.CONTENT
        and not done[i + 1].moments()
        and any(m.start == 0 and m.end < len(done[i].text) for m in done[i].moments())
    ]


def _time_of(one: Utterance) -> Utterance:
    end = max(m.end for m in one.moments() if m.start == 0)
    return replace(one, kind=Kind.CONTENT, text=one.text[:end], end=one.start + end)


# 昨天说的42有俩没来: what was said elsewhere of a figure that stands otherwise here
_SAID_ELSEWHERE = re.compile(
    r"^(?:[今昨前]天|昨晚|刚才|之前|早上|上午|前面|上次)[我你他]?(?:说|报|写|发)的(?:那?个?)?是?\d"
)


def _says_nothing(done: Sequence[Utterance], i: int) -> bool:
    """实打实3.2, where 3.2公里 was told: a bare figure told again; or one said elsewhere, beside the one that holds."""
    one, q = done[i], only(done[i])
    if one.kind is not Kind.CONTENT or one.patches:
        return False
    if _SAID_ELSEWHERE.match(one.text):
        return any(k != i and done[k].kind is Kind.CONTENT and done[k].quantities() for k in all_of(done, one.message))
    if q and _STILL.search(one.text):  # 醉驾还是2起
        return any(
            (old.value, old.unit) == (q.value, q.unit) and one.text[:_LABEL] in done[at].text
            for at, old in earlier(done, i)
        )
    if q is None or q.unit or rest_of(one, q) or q.value < _TELLING:
        return False
    return any(old.value == q.value for _, old in earlier(done, i))


_STILL = re.compile(r"(?:还|仍|仍然)是?(?=\d)|仍有(?=\d)|没变|不变|照旧")
_LABEL = 2


def confirmed(done: list[Utterance], said: range) -> None:
    """超时的还是1家, beside a figure put right: it stands, and is no quotation of the wrong one."""
    own = own_of(done, said)
    if any(done[i].kind is Kind.CORRECTION for i in own):
        still = (i for i in own if (q := only(done[i])) and _STILL.search(done[i].text) and stands(done[: own[0]], q))
        mark(done, still, Kind.REPLACED)


# 3 may be another three.
_TELLING = 3.1


_THE_REST = re.compile(
    r"(?:有|多的|多出|那|差的|少的)[^，。]{0,4}?\d|(?:有|多的|多出|那|差的|少的)[一二两三四五六七八九十百]"
)


def _accounts(done: Sequence[Utterance], i: int, settled: Sequence[int]) -> bool:
    """有10张是昨天城里柜台办的, where 68张 gives way to 58张: what the figure that was said too high held besides."""
    one, q = done[i], only(done[i])
    if one.kind is not Kind.CONTENT or q is None or i > settled[-1] or not _THE_REST.match(one.text):
        return False
    known = {t.value for u in done[:i] for t in u.quantities()}
    held = {t.value for k in settled for t in done[k].quantities()} & known
    return any(abs(value - stands) == q.value for value in known - held for stands in held)


# 最大的是95岁，身份证看差了
_SLIPPED = re.compile(
    r"漏(?:[了算登记数报]|$)|忘[了记加算写报]|(?:[少多没]|重复)[算登记数]|[看听记写数量抄算登打按](?:差|岔|串|混|错|反|重|漏|快)了?"
    r"|^[^，。\d]{0,4}(?:[表册单字屏]|本子|手机)上?(?:的?字)?(?:[太不]|有点)(?:小|密|清|糊|淡|乱)|算(?:上|进去)|[记写]在|^我?(?:刚才)?[数算记写抄录填](?:的时候|那会儿?)|^[一-龥]{1,4}(?:说|报|给|统计)的$"
)


def _is_reason(done: Sequence[Utterance], i: int, settled: Sequence[int]) -> bool:
    """对，忘了加演的，7场 stands before a bare settled figure; 登记本漏记3个 behind it tells the difference."""
    one = done[i]
    if one.kind is not Kind.CONTENT or one.patches or "《" in one.text or one.moments() or any(places(one.text)):
        return False
    if len(of_its_own(done, i)) > _BRIEF:
        return False
    if _SOURCE.fullmatch(one.text) and i + 1 in settled:
        return True
    if i > settled[0] and done[i - 1].kind in _PUT and _SLIPPED.search(one.text) and may_go(done, i):
        return True
    behind = [k for k in settled if k > i][:1] or list(settled[-1:])
    around = [*behind, *(k for k in settled if k == i - 1 and MORE.match(one.text))]
    q = next((q for k in around if (q := only(done[k])) and not rest_of(done[k], q)), None)
    if q is None:
        return False
    known = {t.value for u in done[:i] for t in u.quantities()}
    differs = {abs(value - q.value) for value in known}
    figures = {t.value for t in one.quantities()}
    if i > settled[-1]:
        return bool(figures) and figures <= differs and _MISCOUNTED.search(one.text) is not None
    return MORE.match(one.text) is not None or figures <= known | differs


# 保安刚报，刷门禁进来的287个
_SOURCE = re.compile(r"[一-龥]{2,5}?(?:刚才?|又|才)+(?:给我)?[报说数发给传](?:过?来|上来)?[的了]?")
_MISCOUNTED = re.compile(r"漏|少|多|重|差")


# 开场前加了个锣鼓: a reason is told in no more words of its own.
_BRIEF = 6
