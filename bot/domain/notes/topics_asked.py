"""What a question names and its answer leaves out: 证书呢，发了没 — 发了 tells of the certificates.

Every form is one pattern over the question and the first clause of its answer (`question|answer`), and behind ⇒ the
words that stand in the report: ~ is the answer, or what `keep` keeps of it. in_talk.py asks them in turn.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.domain.language.word_edges import opens_with_deed
from bot.domain.notes.patching import mark
from bot.domain.notes.utterances import Kind, Patch, Utterance


@dataclass(slots=True)
class Answer:
    """Where the clauses of an answer stand in the day, and where the question."""

    done: list[Utterance]
    own: list[int]
    asked: int

    @property
    def first(self) -> Utterance:
        """The first clause of the answer."""
        return self.done[self.own[0]]

    def fill(self, at: int, *written: tuple[int, int, str]) -> bool:
        """Write words of the question into the clause at `at` of the day, which is then told."""
        one, source = self.done[at], self.done[self.asked]
        made = (
            Patch(a, b, words, source.message, source.start, source.end) for a, b, words in written if words or a < b
        )
        told = one.with_patches((*one.patches, *made)).as_kind(Kind.CONTENT)
        self.done[at] = replace(told, plan=told.plan and bool(one.moments()))
        return True

    def into(self, at: int, *written: tuple[int, int, str], last: int) -> bool:
        """Write words of the answer, up to its clause at `last`, into the clause at `at`; they are told there."""
        one, old = self.first, self.done[at]
        end = max(one.end, self.done[last].end if last in self.own else 0)
        made = (Patch(a, b, words, one.message, one.start, end) for a, b, words in written if words or a < b)
        mark(self.done, (k for k in self.own if k <= last), Kind.REPLACED)
        self.done[at] = old.as_kind(Kind.CONTENT).with_patches((*old.patches, *made))
        return True


_X = "[^，。？?|]"
_Q = r"[啊呀呢]?[？?]?\|"
# 晚饭订了没, 快递到了没: talk among colleagues.
_CHAT = r"[一-龥]{0,3}(?:[饭餐]|外卖|快递|[茶咖奶]|红包)"
_NOT_OURS = rf"(?!{_CHAT})(?![^|]*(?:[你您我咱]|照片|视频|截图|材料|稿|信息|表|群|吃|喝|到家|[加下]班))"
# What was given stands before it: 证书呢，给人家发了没
_DONE = rf"{_NOT_OURS}(?![给帮跟让]|人家)"
_END = "[上到好完齐成着下]"
_ASKS = rf"{_END}?(?P<thing>(?:(?!了){_X}{{1,4}}?)?)(?:了?没有?|了?[吗么]|了){_Q}"
_ALREADY = "(?:都|早|已经?|还|刚|才)*"
_ROOM = "[室馆厅院场园校村镇乡楼心区店局所站口路街房棚库寺庙厂桥河沟滩坝]"
_WHEN = "(?:啥时候|什么时候|几时|哪天|几号)"
_WHY = "(?:(?:什么|啥|咋个)(?:情况|原因)|[怎咋]么?回事)"
_RANK = "(?:[冠亚季]军|[一二三特]等奖|第[一二三四五六]名?)"
_NAME = r"(?!.*[了着过的吗不没])[一-龥]{2,10}"
_COUNTED = "[0-9一二两三四五六七八九十百千几半]"
# 防火的那个项目呢, 冷冻柜咱没有吧, 三楼会议室能不能开
_TOPIC = (
    rf"(?![那你我他她这小老]|怎么|要不|[今明后]天|{_CHAT})(?P<what>[^，。？?|]{{2,12}}?)(?<![长任记姐哥总师傅人他她们])(?:那边)?"
    r"(?:呢|(?:咱们?|我们)?(?:有没有|没有|有)(?:[吧吗么]|没有?)|谁[一-龥]{1,2}|是不是[^，。？?|]{1,10}"
    r"|(?:能不能|可不可以|能|可以)[一-龥]{1,2}[吗么不]?)"
)
_HAS = (
    r"(?:都|早|已经?|还|刚)*(?:没有?|[发送交办装修换拆贴签印清测报批定买领收寄还退验洗]了|没(?!问题|事|了)[一-龥]{1,2}"
    r"|在(?!哪|这|那|吃|路|家|忙|开会|上班|休)[一-龥]{1,2}|[搬挪移放存寄转送运收]到[一-龥]{1,6}了)"
)


def _day_alone(_asks: re.Match[str], one: Utterance) -> bool:
    days = one.moments() if one.kind is Kind.CONTENT else ()
    return bool(days) and one.text[days[-1].end :] in ("", "前", "之前", "左右")


_NTH_YEAR = re.compile(r"第[一二三四五六\d]+(?:年|个?月|季度|学期)")


def _day_first(asks: re.Match[str], one: Utterance) -> bool:
    """Whether the answer opens with its day and a verb, or with its year alone."""
    nth = _NTH_YEAR.match(one.text)
    day = next((m.end for m in one.moments() if m.start == 0), nth.end() if nth else 0)
    rest, short = one.text[day:], 4
    return (
        one.kind is Kind.CONTENT
        and day > 0
        and asks["what"] not in one.text
        and ("呢" not in asks[0] or opens_with_deed(rest) or len(rest) <= short)
    )


def _place(_asks: re.Match[str], one: Utterance) -> bool:
    return all(q.unit in ("楼", "号", "层", "米") for q in one.quantities())


_FORMS = (
    # 没来的8个什么情况 — 5个在外面带团
    rf"(?![你您我这]|那(?!\d|[一两三几]))(?P<what>{_X}{{2,10}}?[\d一两三四五六七八九十]+[个名人户家台处])(?:都|又)?(?:是)?{_WHY}{_Q}(?={_COUNTED}).*⇒\g<what>中~",
    rf"(?![你您我那这])(?P<what>{_X}{{2,10}}?)(?:都|又)?(?:是)?{_WHY}{_Q}.*⇒\g<what>~",
    # 报修了没 — 报了; 有没有发资料 — 发了; 有没有人来 — 来了
    rf"{_DONE}(?P<what>{_X}{{0,8}}?)(?P<did>(?P<v>[一-龥])(?![人了]|{_END})[一-龥])(?:了没有?|没有?|了吗){_Q}(?P=v)了⇒\g<what>已\g<did>",
    rf"{_DONE}(?P<what>{_X}{{0,8}}?)有没有(?P<v>[一-龥]{{1,2}})(?P<thing>[一-龥]{{0,6}}?){_Q}(?P=v)了⇒\g<what>~\g<thing>",
    rf"{_DONE}(?P<what>{_X}{{0,8}}?)有没有(?P<who>[一-龥]{{1,4}})(?P<v>[一-龥]{{1,2}}){_Q}(?P=v)了.*⇒\g<what>有\g<who>~",
    # 消防来人了吗 — 来了3个; 作品留下没有 — 留了40幅; 修的人联系了没 — 联系了; 村里来人了没有 — 来了; 书湿没湿 — 没湿
    rf"{_DONE}(?P<what>{_X}{{1,10}}?)(?P<v>[一-龥]{{1,2}}?)人(?:了?没有?|了?[吗么]){_Q}(?P<keep>(?P=v)了)(?P<many>{_COUNTED}+)个⇒\g<what>~\g<many>人",
    rf"{_DONE}(?P<what>{_X}{{1,10}}?)(?P<v>[一-龥]{{1,2}}?){_ASKS}(?P=v){_END}?了{_COUNTED}.*⇒\g<what>~",
    rf"{_DONE}(?P<what>{_X}{{1,10}}?)(?P<v>[一-龥]{{2}})(?:了?没有?|了?[吗么]|了){_Q}(?P<keep>(?P=v))了⇒\g<what>已~",
    rf"{_DONE}(?P<what>{_X}{{1,10}}?)(?P<v>[一-龥]{{1,2}}?){_ASKS}{_ALREADY}(?:(?P=v){_END}?了|(?:没有?|未)(?P=v){_END}?)⇒\g<what>~\g<thing>",
    rf"{_DONE}(?P<what>{_X}{{1,10}}?)(?P<v>[一-龥]{{1,2}})没(?P=v)(?P<thing>{_X}{{0,6}}?){_Q}{_ALREADY}(?:(?P=v)了|没(?P=v))⇒\g<what>~\g<thing>",
    # 谁倒的查着没 — 没有
    rf"{_NOT_OURS}(?P<what>{_X}{{2,10}}?)(?P<did>(?!的)[一-龥]{{1,2}}?)(?P<end>[上到好完齐成着]?)没{_Q}(?:还)?没有?呢?⇒\g<what>没\g<did>\g<end>",
    # 几点能通 — 中午12点前; 那家在哪 — 老城街的福满香; 在哪开的 — 三楼会议室; 安置点在哪 — 村小学操场
    rf"{_NOT_OURS}(?:他们|那)?(?P<what>[^，。？?|\d]{{0,6}}?)(?:几点钟?|多会儿|{_WHEN})(?P<did>(?![^|]*(?:下班|回来|有空|到家|集合|走\|))[一-龥]{{1,8}}?){_Q}.*⇒\g<what>~\g<did>⇒day",
    rf"(?P<what>那{_X}{{1,4}})[在到]哪[里儿块]?{_Q}(?:就|是|在)*(?P<keep>(?!.*[了着过我你])[^，。|]{{2,8}}的[一-龥]{{2,6}}(?<!{_ROOM}))⇒\g<what>是~⇒place",
    rf"(?:你们|咱们|我们|就)*(?P<what>[^，。？?你您我咱|]{{0,8}}?)(?:是|都|设|放|摆)?(?P<at>[在到去])(?:哪[里儿块]?|什么地方|啥地方)(?P<did>(?:[一-龥]{{1,3}}的|了)?){_Q}(?:就|还)?(?:是|在|到|去)*(?P<keep>(?!.*[了着过我你])[^，。|]{{1,15}}{_ROOM}里?)⇒\g<what>\g<at>~\g<did>⇒place",
    # 税收人家承诺啥时候上 — 第二年起每年不少于600万; 文昌宫那边呢 — 下月动工
    rf"(?![你您我])(?:[^，。？?\d|]{{1,8}}?[问催])?(?P<what>[^，。？?\d|]{{2,10}}?)(?:要|是|得)?{_WHEN}[一-龥]{{0,4}}{_Q}.*⇒\g<what>~⇒first",
    r"(?!那|他|咱|这|[你您我]|然后|后来|其他|别的|结果|照片|材料|数据|名单|人家)(?P<what>[^，。？?\d|]{2,8}?)(?:那边|那里|那块)?呢[？?]?\|.*⇒\g<what>~⇒first",
    # 中学组谁第一 — 县二中; 女子冠军呢 — 教育一队
    rf"(?![^|]*[你您我咱])(?P<what>{_X}{{0,8}}?)(?:是)?谁(?P<did>(?:得的?|拿的?)?[一-龥]{{0,3}}{_RANK}|主讲|带队)的?{_Q}{_NAME}⇒\g<what>~\g<did>",
    rf"(?P<what>{_X}{{0,8}}(?:{_RANK}|主讲人?|领队|带队的?))呢{_Q}{_NAME}⇒\g<what>是~",
    # 工资最高的是哪家 — 恒丰电子; 那位叫啥 — 申有田; 打的啥 — 口蹄疫; 全通几点 — 争取六点
    rf"(?![^|]*[你您我咱])(?P<what>{_X}{{2,10}}的)是?(?:哪一?[家个位村户]|谁){_Q}{_NAME}⇒\g<what>是~",
    rf"(?![^|]*[你您我咱])(?P<what>{_X}{{0,10}}?)叫(?:啥|什么)(?:名字?)?{_Q}{_NAME}⇒\g<what>叫~",
    rf"(?P<what>[一-龥]{{1,2}}的)(?:是)?(?:啥|什么){_Q}{_NAME}⇒\g<what>是~",
    rf"(?P<what>{_X}{{2,8}}?)(?:要|得|大概)?(?:几点|{_WHEN}){_Q}(?:争取|大概|得|要)?(?=[\d一二三四五六七八九十下明后上中早晚]).*⇒\g<what>~⇒day",
    # 4条是什么 — 一是…; 外地那三张是谁的 — 都是宣传科的
    rf"(?![你您我这那])(?P<what>{_X}{{1,12}}?)(?:都|分别)?是(?:什么|啥|哪){_X}{{0,5}}?{_Q}一是.*⇒\g<what>：~",
    rf"(?![你您我这那])(?P<what>{_X}{{2,12}}?)(?:都)?是(?:谁|哪|什么|啥){_X}{{0,5}}?{_Q}[都全]?是.*⇒\g<what>~",
    # 卧床的呢 — 推到屋里做; 防火的那个项目呢 — 在招标; 冷冻柜咱没有吧 — 没有; 三楼会议室能不能开 — 没修好
    rf"(?![那你我他她这小老])(?P<what>{_X}{{1,6}}的)呢{_Q}.*⇒\g<what>~⇒deed",
    rf"{_TOPIC}{_Q}{_HAS}⇒\g<what>~",
    # 是白马河还是支河 — 支河; 衣服是租的还是自己的 — 自己的
    rf"是(?P<a>{_X}{{1,6}})还是(?P<b>{_X}{{1,6}}?){_Q}(?:(?P=a)|(?P=b))(?<=[河湖江沟村镇乡路街桥库渠山])⇒在~",
    rf"(?P<what>[^，。？?\d|]{{1,10}}?)是(?P<a>{_X}{{1,6}})还是(?P<b>{_X}{{1,6}}?){_Q}(?:(?P=a)|(?P=b))⇒\g<what>是~",
    # 这个月第几件了 — 第3件; 老板怎么说 — 他说料是新来的师傅放的
    rf"(?:这|本)个?(?P<what>[月周年])(?:是)?第几(?P<unit>[一-龥])了?{_Q}第\d+(?P=unit).*⇒本\g<what>~",
    rf"(?P<what>(?![你您我大])[一-龥]{{2,8}}?)(?:怎么|咋)(?:说|讲|解释)的?{_Q}[他她](?P<keep>[说讲].*)⇒\g<what>~",
)
_HOLDS: dict[str, Callable[[re.Match[str], Utterance], bool]] = {
    "day": _day_alone,
    "first": _day_first,
    "place": _place,
    "deed": lambda _, one: opens_with_deed(one.text),
    "": lambda _, one: True,
}
_READ = [(re.compile(form), words, _HOLDS[holds]) for form, words, holds in (f"{f}⇒".split("⇒")[:3] for f in _FORMS)]
_YES = re.compile(r"(?:可以|能|行|同意|开|好|成|是的?|对的?|嗯|我[一-龥]{1,2})")
_ON = re.compile(r"(?:[明后今下从周\d起当作]|星期|礼拜)")
_NAMED = re.compile(_TOPIC + "[?？]?")
# 没登记的是公安处理吗 — 是，派出所做了笔录
_IS_IT = re.compile(rf"{_NOT_OURS}(?P<what>{_X}{{2,10}}是(?!不是){_X}{{2,10}}?)[吗吧么][?？]?")
# 晚上加班吗 — 不加，材料明早写
_AMONG_US = re.compile(
    r"(?:[今明后]天|[今明]?晚上?|中午|周末|你们?|大家|还|都|要|用|得)*(?:[加下值上]班|回[来去]|过来|吃饭?|睡)了?(?:[吗不么]|没有?)[啊呀呢]?[?？]?"
)
_FEW = 4


def told_in_its_words(question: str, answer: Answer) -> bool:
    """Write the words of the question around the answer, if it is one; whether it was."""
    if any((asks := form.fullmatch(question)) and told(asks, answer) for form, told in _FIRST):
        return True
    one, begins = answer.first, len(question) + 1
    for form, words, holds in _READ:
        said = form.fullmatch(f"{question}|{one.text}")
        if said and holds(said, one):
            start, end = said.span("keep") if "keep" in form.groupindex else (begins, begins + len(one.text))
            ahead, kept, behind = words.partition("~")
            if not kept:
                return answer.fill(answer.own[0], (0, len(one.text), said.expand(ahead)))
            before, after = said.expand(ahead), said.expand(behind)
            around = (0, start - begins, before), (end - begins, len(one.text), after)
            return answer.fill(answer.own[0], *around)
    return any((asks := form.fullmatch(question)) and told(asks, answer) for form, told in _OTHERS)


def _yes(asks: re.Match[str], answer: Answer) -> bool:
    """What a bare yes goes on with is told of what was asked about."""
    goes_on = answer.own[1:2] if _YES.fullmatch(answer.first.text) else []
    on = bool(goes_on) and goes_on[0] == answer.own[0] + 1 and _ON.match(answer.done[goes_on[0]].text) is not None
    return on and answer.fill(goes_on[0], (0, 0, asks["what"]))


def _is_it(asks: re.Match[str], answer: Answer) -> bool:
    """Let a yes that goes on tell what was asked."""
    yes = re.fullmatch("是的?|对的?|嗯", answer.first.text) is not None and len(answer.own) > 1
    return yes and answer.fill(answer.own[0], (0, len(answer.first.text), asks["what"]))


def _among_us(_asks: re.Match[str], answer: Answer) -> bool:
    """What is asked of colleagues themselves is answered beside the matter."""
    ours = len(answer.first.text) <= _FEW and not any(answer.done[k].quantities() for k in answer.own)
    if ours:
        mark(answer.done, answer.own, Kind.CHAT)
    return ours


# 哪个楼梯 — 西楼梯，二楼拐角, of 走错了楼梯; 道光几年 — 道光十九年，1839年, of 契约是道光年间的
_WHICH = re.compile(r"(?:是)?哪一?[个家座条段栋户处层间](?P<what>[一-龥]{1,4}?)[啊呀呢]?[？?]?")
_YEAR = re.compile(r"(?P<what>[一-龥]{1,6})几(?P<unit>[年月号日])(?:的)?[？?]?")
_BACK = 10


def _put_where_told(asks: re.Match[str], answer: Answer) -> bool:
    """Write which one or which year it was where the thing was told."""
    said, what, unit = answer.first.text, asks["what"], asks.groupdict().get("unit", "")
    rest = [answer.done[k].text for k in answer.own[1:]]
    if unit:
        told, fits = rf"{what}(?:{unit}间?|[初末中]{unit}?)", said.startswith(what) and said.endswith(unit)
        rest = [text for text in rest[:1] if re.fullmatch(rf"[\d一-龥]{{2,8}}{unit}", text)]
    else:
        told, fits = rf"(?<=[了过个的]){what}(?![一-龥])", said.endswith(what) and said != what
        fits = fits and not re.search("[了着过是]", "".join((said, *rest))) and not answer.first.quantities()
    for k in range(answer.asked - 1, max(-1, answer.asked - _BACK), -1) if fits else ():
        found = re.search(told, answer.done[k].text)
        if found and answer.done[k].kind in (Kind.CONTENT, Kind.CORRECTION):
            words = said + (f"（{'，'.join(rest)}）" if rest else "")
            return answer.into(k, (*found.span(), words), last=answer.own[len(rest)])
    return False


# 今天去王岗村的法律服务办得咋样 — 去了律师3人: the question alone says where and what.
_HOW_IT_WENT = re.compile(
    r"[^，。？?]*[去到在][^，。？?]{1,10}[村镇乡区校院园馆场街里](?P<of>的)(?P<what>[一-龥]{2,8}?)(?P<how>[办搞弄做开]得(?:咋|怎么?)样了?)[啊呀]?[？?]?"
)
# 昨天的科技市集摆在哪, 暑期班开课了没: before anything was told, what is asked about is the day's matter.
_WHERE_IT_WAS = re.compile(
    r"(?:[小老][一-龥]|你们?)?(?P<what>[^，。？?]{4,20}?)(?P<asks>[去到](?:的|了)?哪[里儿]?了?|(?:摆|办|开|搞|设|放|演|举办|举行)?(?:在|是在)(?:哪[里儿]?|啥地方|什么地方)(?:办|搞|开|摆|弄|举行|举办|演)?的?)[啊呀呢]?[?？]?"
)
_BEGUN = re.compile(
    r"(?P<what>[^，。？?]{2,18}?(?:开[课班展幕讲业馆赛]|[办搞开弄做]完?|结束|启动|上线))(?P<asks>了(?:没有?|吗|么|不))[啊呀呢]?[?？]?"
)
_HELD = re.compile(r"(?:对|嗯|是的?|已经|都|就|刚)*(?:开|办|搞|弄|做|结束|启动|上线)[完好课班了]*的?$")
_PLACE = 14


def _went(asks: re.Match[str], answer: Answer) -> bool:
    """Let the question how a thing went somewhere tell of it."""
    if answer.done[answer.asked].kind is not Kind.CHAT or answer.first.kind is not Kind.CONTENT:
        return False
    held = "举办" if asks["what"][-1] in "会赛展节班" else "开展"
    return answer.into(answer.asked, (*asks.span("of"), held), (*asks.span("how"), ""), last=-1)


def _opening(asks: re.Match[str], answer: Answer) -> bool:
    """Let the question that names the day's matter tell it, with the place or the deed of the answer."""
    one = answer.first
    told = any(u.kind is Kind.CONTENT for u in answer.done[: answer.asked])
    if told or answer.done[answer.asked].kind is not Kind.CHAT or one.kind is Kind.CHAT:
        return False
    asked, begins = asks.span("asks"), (0, asks.start("what"), "")
    if asks.re is _BEGUN:
        bare = "".join(c for at, c in enumerate(one.text) if not any(m.start <= at < m.end for m in one.moments()))
        return _HELD.match(bare) is not None and answer.into(answer.asked, (*asked, "了"), last=-1)
    place = re.sub(r"^(?:就)?在|[办搞开摆弄演]的$", "", one.text)
    named = 2 <= len(place) <= _PLACE and not one.quantities() and not one.moments()
    return named and answer.into(answer.asked, begins, (*asked, f"在{place}举办"), last=answer.own[0])


_FIRST = ((_HOW_IT_WENT, _went), (_WHERE_IT_WAS, _opening), (_BEGUN, _opening), (_AMONG_US, _among_us))
_OTHERS = ((_IS_IT, _is_it), (_NAMED, _yes), (_WHICH, _put_where_told), (_YEAR, _put_where_told))
