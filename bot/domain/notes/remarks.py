"""Whether a clause speaks of the notes themselves – what is wrong in them, what is right – or tells what was found.

Every correction rests on this. 名字写反了 may be said of the notes; 底册上有两户名字写反了 and 附件没写、日期不对 are
findings, and nothing told before gives way to their figures.
"""

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.domain.language.names import SURNAMES, people
from bot.domain.language.quantities import Quantity, same_unit
from bot.domain.notes.patching import all_of, mark
from bot.domain.notes.recounts import recount
from bot.domain.notes.slips import OTHERS_SLIP
from bot.domain.notes.utterances import Kind, Utterance

# Words for the notes, for whoever wrote or counted, and for what was wrong or is right: they name no matter of the day.
_OF_NOTES = re.compile(
    r"(?:更|纠|订|修)正|实[到有际]|输入法|乌龙|口误|笔误|手[滑抖误快]|颠倒|花眼|眼花|串行|[错串]位|有误|误差|重复|出入"
    r"|[上前]面|刚才|刚刚|之前|先前|原来|本来|开始|早[上先]|昨天|[这那][边里儿个条句段些样下]?|一?[下遍条]|第\d条"
    r"|登记[册本表簿]|登记|签到[册本表簿机]?|[底名清花][册单稿]|台账|账本|合同|发票|监控|闸机|门禁|刷卡?|扫码|系统|后台|平台|记录本?|统计|报表|表格|群里?|[表册本单账](?:子|[上里])?"
    r"|数[字目据量]?|人[数头]|日[期子]|时间|地[点方址]|场地|位置|名[字称]|姓名|单位|金额|总[数的]|准数|片名|[剧曲]名|字"
    r"|应[该为是当]?|实际上?|其实|具体|准[确的]?|精确|正[好确]|[不没]|别|[而都也又还才只就]是?|对[的头]?|为准|[最终]后|一共|总共|合计|加起来|现在"
    r"|截[至止到]|目前|已经?|最新|全天|累计|确认|更新|重新|再|刚|先|约|大[概约]|差不多|左右|上下|可能|好像|估计|记得|看来|这样|所以|那么"
    r"|[我你您他她它咱]们?|大家|人家|领导|[说写打看记搞弄数听报抄输填敲念拿录登发量核查对翻问点改成变换按照以用听算加漏忘少多重错反混岔串倒早高低给要得]"
    r"|[是有为了的过着把将被在从和跟与里来去出到吧啊呢哈哦噢嗯呀吗么嘛啦嘞诶行好]|[个名位人\W\d_零一二两俩三四五六七八九十百千万亿]"
)
# 小陈, 蒋工, 会计: whoever slipped or counted
_WHO = re.compile(
    rf"[一-龥]{{0,3}}以[^，。]{{1,6}}?为准|(?:听|按|照)[一-龥]{{2,4}}的$|[小老][{SURNAMES}]|[{SURNAMES}](?:[工哥姐叔姨总局处科所馆站]|主任|老师|书记|师傅|会计|队长|站长|局长|科长)"
    r"|(?<![一-龥])(?:会计|司机|支书|村支书|主任|财务|票务|办公室|前台|值班员|护士长)|^[一-龥]?(?:[团队站馆科局处所会]长|书记|老师|经理)$"
)
_WRONG = r"(?:[一-龥](?:得|的)?[错反混串颠岔](?:倒)?了?|有误|不对|错了?)"
# 有5卷文书日期填错了: what stands between the figure and the fault names no part of the notes.
_COUNTED_WRONG = re.compile(rf"^(?P<what>[一-龥、“”]{{0,12}}?)(?:位置)?{_WRONG}(?:[位行页]|了|的)*")
# 填错的有11张, 走时不对的5块, 错了3页, 名字录错3个
_WRONG_ONES = re.compile(rf"(?:{_WRONG}的(?:有|共|一共|总共|是)?|(?:[一-龥](?<![少多漏])错|错)了?)$")
_A_PART = re.compile(r"^(?:个|处)?(?:数(?:字|据|目)?|地方|信息|那|这|的(?=数|人数))")
# 广告牌拆错了, 不是我们录错的, 说地少算了: no slip of whoever tells it
_DID_WRONG = re.compile(
    r"^[都全]是(?!.{0,3}(?:数|我))[^，。\d]{2,}[错反混]了$|^[都还就也]*说(?![错反混漏重多少])[^，。]|(?:^|了)[拆装修贴发送挂改查罚判吹画种印拿接]错了$|^不是(?![^，。]*\d)[^，。]{2,}[错反混漏]的$"
    r"|[错反混漏重坏][^，。\d]{0,2}的[都要得就已经再重新]*[做印换补退拆装贴刻修]"
)
# 是老年大学, 应该是两点半: what is right is no matter of its own, whatever it is called.
_VALUE = re.compile(
    r"(?:(?P<at>在)|是|为|成|叫|写作|更正)(?P<new>(?!不是|因为|准)[^，。；：:，\s]{1,12}?)(?=(?:(?(at)[一-龥]|[办开搞演放做弄摆讲])的)?(?:而?不是[^，。；]{1,12})?(?:吧|啊|哈|呀)*$)"
)
# Behind 是 and the like: a clause with a verb of its own (是孩子拿过去的, 应该是在后年正式推出) is no name.
_TELLS = re.compile(r"[一-龥][了过着](?![一-龥]{2,}[村镇乡])|[拿送给做办搞放推跑来走借买修换发]|的$")
# Characters in which a remark may differ from all that was told: more of them are another matter.
_ODD = 1
# 再更正一下，结业的是63人: behind such words a figure may be called otherwise than before.
_ANNOUNCED = re.compile(r"(?:再|哦|啊|我)*(?:更正|纠正|改|不对|错|[说写打记看数]错)(?:了|一?下|一个)*")
_LABEL = 2
_IS = re.compile(r"[是有](?=\d)")
# 把工作人员3个也算上了 says why the figure was wrong; 3 is not the right one.
COUNTED_IN = re.compile(r"(?:[也都]|[把连][^，。\d]{1,8})算(?:上|进去|进|在内)了|算重了|重复(?:算|计|统计|登记)了|含了")


def findings_told(done: list[Utterance], said: range) -> None:
    """Let what the message `said` says to have been found wrong stand as it was typed; it corrects nothing."""
    found = [i for i in said if done[i].kind is Kind.CORRECTION and not is_remark(done, i)]
    mark(done, found, Kind.CONTENT)


# 学校名字我写错了: whoever tells it slipped, whatever it was about
_I_SLIPPED = re.compile(r"我(?:刚才?|前面|上面|给)*[写记说打报看弄搞听输填](?:错|反|混|串|漏)了?$")


def is_remark(done: Sequence[Utterance], at: int) -> bool:
    """Whether the utterance speaks of what was told before it, and of nothing else."""
    if _I_SLIPPED.search(done[at].text):
        return True
    own = all_of(done, done[at].message)
    announced = _IS.search(done[at].text) and any(_ANNOUNCED.fullmatch(done[k].text) for k in own if k < at)
    most = _LABEL if announced else _ODD
    if (
        _theirs_beside_ours(done, own)
        or counts_faults(done, at)
        or _DID_WRONG.search(done[at].text)
        or _in_a_matter(done, at, own)
    ):
        return False
    return len(of_its_own(done, at)) <= most or _of_a_source(done[at]) or _counted_in(done, at, own)


_OURS = re.compile("[量数查核称点清测]出来|[量数查核称点清测](?:下来|了|得)是?$")
THEIRS = re.compile("(?:他们|她们|人家|对方|村里|单位|厂里|公司)(?:自己)?[报说写登填]的(?:是|数是)?(?=约?[0-9])")


def _theirs_beside_ours(done: Sequence[Utterance], own: Sequence[int]) -> bool:
    """周楼量出来是560平方米，他们报的是800: two counts of one thing, both of them told, of which neither is new."""
    for k in own:
        theirs = [q for q in done[k].quantities() if THEIRS.search(done[k].text[: q.start] + "0")]
        new = [q for q in theirs if not _told(done, k, q)]
        if new and any(_OURS.search(done[n].text[: q.start]) for n in own if n < k for q in done[n].quantities()):
            return True
    return False


def _in_a_matter(done: Sequence[Utterance], at: int, own: Sequence[int]) -> bool:
    """登记簿第3页编号错了，应该是15号: what is right of a thing that its own message tells to be wrong."""
    if any(OTHERS_SLIP.search(done[k].text) for k in own if k <= at) or _what_ought_to_be(done, at, own):
        return True
    wrong = (k for k in own if k < at and _AT_FAULT.search(done[k].text) and not _SAID_WRONG.search(done[k].text))
    return any(len(of_its_own(done, k)) > _ODD for k in wrong)


def _what_ought_to_be(done: Sequence[Utterance], at: int, own: Sequence[int]) -> bool:
    """收回来5把，应该是6把，少一把: what there ought to be, and what is short of it."""
    found = _OUGHT.match(done[at].text) and next(iter(done[at].quantities()), None)
    if not found:
        return False
    counted = any(same_unit(q.unit, found.unit) for k in own if k < at for q in done[k].quantities())
    return counted and any(_SHORT_OF.match(done[k].text) for k in own if k > at)


_OUGHT = re.compile(r"(?:原来|本来|一共)?应该?(?:是|有)(?=约?[\d一二两三四五六七八九十])")
_SHORT_OF = re.compile(r"(?:还|就|正好|现在)?[少差缺短](?:了|的)?[\d一二两三四五六七八九十]")
_AT_FAULT = re.compile("[错重漏反混岔串]了|编重|有[^，]{0,4}错|对不上|不一致|不符")
_SAID_WRONG = re.compile("我|刚[才刚]|前面|上面|之前|昨天|[说报打记数]错|打字|手滑|口误|笔误|稿|信息|记录")


def _of_a_source(one: Utterance) -> bool:
    """评估公司给的是2.38万: whence the figure is, and no matter of its own."""
    return any(recount(one.text, q.start, q.end) == "" for q in one.quantities()[:1])


def _counted_in(done: Sequence[Utterance], at: int, own: Sequence[int]) -> bool:
    """画家那个数把工作人员3个也算上了, beside 实际19位 where 22位 was told: why the figure was wrong."""
    beside = {q.value for k in own if k != at for q in done[k].quantities()}
    told = {q.value for u in done[: own[0]] for q in u.quantities()}
    apart = {abs(a - b) for a in told for b in beside}
    figures = {q.value for q in done[at].quantities()}
    return bool(beside) and COUNTED_IN.search(done[at].text) is not None and figures <= told | apart


def counts_faults(done: Sequence[Utterance], at: int) -> bool:
    """Whether a figure at the word for the fault counts those that were found: none that was told before."""
    text = done[at].text
    for q in done[at].quantities():
        if q.ordinal or not q.unit:
            continue
        wrong = _COUNTED_WRONG.match(text[q.end :])
        listed = at and done[at - 1].message == done[at].message and _counts_alike(done[at - 1], q)
        at_fault = (wrong and (listed or not _A_PART.match(wrong["what"]))) or _WRONG_ONES.search(text[: q.start])
        if at_fault and not _told(done, at, q):
            return True
    return False


def _counts_alike(one: Utterance, q: Quantity) -> bool:
    """Whether the clause before counts others of the same things: 3个正常，1个数据不对."""
    return any(o.unit == q.unit and not o.ordinal for o in one.quantities())


def _told(done: Sequence[Utterance], at: int, q: Quantity) -> bool:
    earlier = (u for u in done[:at] if u.message < done[at].message and u.kind is not Kind.CHAT)
    return any(o.value == q.value and same_unit(o.unit, q.unit) for u in earlier for o in u.quantities())


def of_its_own(done: Sequence[Utterance], at: int, known: str = "") -> str:
    """The characters of the utterance that neither speak of the notes nor repeat what was told (`known` with it)."""
    return _beyond(done[at], _Told(done, at, known), done)


def beyond(one: Utterance, told: str) -> str:
    """The characters of the utterance that neither speak of counting and correcting nor repeat the words told."""
    return _beyond(one, told, ())


def _beyond(one: Utterance, told: Container[str], done: Iterable[Utterance]) -> str:
    times, figures = ((m.start, m.end) for m in one.moments()), ((q.start, q.end) for q in one.quantities())
    text = _matter(one.text, (*times, *figures))
    if not (own := _untold_of(text, told)):
        return own
    for speaker in {u.speaker for u in done}:
        text = text.replace(speaker, "　") if len(speaker) > 1 else text
    return _untold_of(text, told)


# Asked of a clause by one rule after the other.
@lru_cache(maxsize=1024)
def _matter(text: str, read: tuple[tuple[int, int], ...]) -> str:
    """The text with a blank for its times, figures and names, for what is right, and for what speaks of the notes."""
    spans = [*read, *((n.start, n.end) for n in people(text))]
    if (value := _VALUE.search(text)) and not _TELLS.search(value["new"]):
        spans.append(value.span("new"))
    for start, end in spans:
        text = text[:start] + "　" * (end - start) + text[end:]
    return _OF_NOTES.sub("　", _WHO.sub("　", re.sub(r"《[^》]*》|“[^”]*”", "　", text)))


def _untold_of(text: str, told: Container[str]) -> str:
    return "".join(untold(run, told) for run in text.split("　"))


@dataclass(frozen=True, slots=True)
class _Told:
    """The words told before an utterance, latest first: what is repeated was mostly said just before."""

    done: Sequence[Utterance]
    at: int
    known: str

    def __contains__(self, words: object) -> bool:
        assert isinstance(words, str)
        if words in self.known:
            return True
        for k in range(self.at - 1, -1, -1):
            one = self.done[k]
            if words in one.text or (one.patches and any(words in p.text for p in one.patches)):
                return True
        return False


def untold(run: str, told: Container[str]) -> str:
    """The characters that stand in no pair of neighbours which was told; a single one that was not told."""
    pairs = [run[k : k + 2] in told for k in range(len(run) - 1)]
    known = [a or b for a, b in zip([False, *pairs], [*pairs, False], strict=True)] if pairs else [run in told]
    return "".join(c for c, is_known in zip(run, known, strict=bool(run)) if not is_known)
