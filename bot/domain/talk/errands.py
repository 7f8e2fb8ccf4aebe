"""Words for the draft's way out: hand it in, how does mine stand, what waits for me, how many; stop; as a Word file."""

import re

from bot.domain.house import house_words
from bot.domain.language.numerals import whole
from bot.domain.ledger import ledger_words
from bot.domain.submissions import staff_orders
from bot.domain.submissions.tally import asks
from bot.domain.talk import known_forms, spoken
from bot.domain.talk.intent import Kind, Scene
from bot.domain.talk.order_words import Order

_DONE_WITH = r"(?:(?:可以|没问题|就这样|就它|就这[个篇版条稿]|就用这[个版]|行|好|定|不改)[了的吧]*[，, ]*)?"
_SUBMIT = re.compile(
    rf"{_DONE_WITH}(?:我要|帮我|给我|现在|直接|那就|就)*(?:把?(?:这[篇个条]|它|稿子?|信息)?)?"
    r"(?:报送|上报|提交|报上去|交上去|交了|投稿|送审|交稿|报(?=$|[吧了给])|(?:报|交)这[篇个条]"
    r"|(?:发|送|传)(?=给(?:党建办|办公室|审核|编辑)))"
    r"(?:上去)?(?:给?(?:党建办|办公室|审核员?|领导|局里|上面|编辑)(?:审核?)?)?(?:吧|了|一下)*"
)
_HOW = (
    r"(?:怎么样了?|[审批走办]?到哪.{0,3}了?|什么(?:情况|进度)|有(?:没有)?(?:结果|消息|动静)了?[没吗]?"
    r"|(?:给?(?:审|批|看|通过|过|采用))[完好]?了?(?:没有?|吗))"
)
_OFFICE = r"党建办|办公室|审核员?|局里|馆里|领导|科里"
_MINE = (
    r"(?:看看|查一?下?)?我?(?:们)?(?:的|那)?(?:(?:昨[天儿]|今[天早]|前[天几]天?|上[次回周]|刚才?|之前)?"
    r"(?:报|交|提交|报送|发)(?:上去)?的?)(?:那[篇条个]?|这[篇条个])?(?:稿子?|信息)?"
)
_STANDING = re.compile(
    r"(?:看看|查一?下?)?(?:我(?:的|们的)?)?(?:报送|提交)的?(?:情况|记录|进度|状态|怎么样了?|到哪一?步?了?|了哪些)"
    r"|我(?:的|那|们的|这)?(?:几)?[篇条个](?:稿子?|信息)?(?:怎么样|审|批|看|采用|通过|退回?)(?:了|完)?(?:没有?|吗)?"
    r"|我(?:的|们的)(?:报送|提交)|(?:审[完好]?|采用|通过|批)了?(?:没有?|吗)"
    rf"|{_MINE}.{{0,2}}{_HOW}|(?:我(?:的|们的|那)?)(?:[篇条个])?(?:稿子?|信息)(?:被?){_HOW}"
    rf"|我(?:们)?(?:昨[天儿]|今[天早]|前[天几]天?|上[次回周]|刚才?)?(?:交|报|提交)(?:上去)?的那[篇条][^，,]{{0,10}}[，,]?"
    rf"(?:{_OFFICE})?(?:那边|的人)?(?:怎么[说看回]|什么意见|{_HOW})的?"
    r"|(?:都|已经)?(?:交|报|送|发)上去了?(?:吗|没有?)|(?:给)?(?:采|录)?用(?:上|了)+(?:吗|没有?)|用(?:到|在)哪(?:里|儿)?了?|谁(?:采用|退回?|审)的"
    r"|(?:他们|领导|审核员?|上面|人家|党建办)?(?:什么时候|啥时候|几时|多久)(?:能|会|才)*(?:看|审|批|出结果|有结果|用)(?:完|上)?"
    r"|(?:我|之前|上次|以前|前几天|的)+[^，,\d]{0,12}(?:稿子?|信息|[那这][篇条])[^，,\d]{0,12}(?:能|可以)?(?:找|查|看|翻)(?:得)?"
    r"(?:到|出来|着)(?:吗|不|没)?|(?:稿子?|信息)被?(?:采用了?[没吗]|审[完好]?了[没吗]|通过了?[没吗])有?"
)
_PENDING = re.compile(
    r"(?:看看|查看|还|现在|都)*(?:有(?:哪些|什么|没有|几[篇条])?)?(?:待审|等我审|没审|(?:需要|要)(?:我)?审)(?:的"
    r"|批)*(?:稿子?|信息|列表)?(?:有(?:哪些|几[篇条]|没有)|吗|给我看看|列出来|看看)?"
    r"|(?:现在|还|今天)?有(?:几|多少|哪)[篇条些](?:稿子?|信息)?(?:在)?(?:等着?我|要我|待我|需要我|该我|归我)(?:看|审"
    r"|批|处理)(?:的|呢)?|(?:现在|今天|还|都)*有(?:没有)?新(?:来|交|报)?的(?:稿子?|信息)?(?:吗|没有?|么)?"
    r"|(?:看看|还|都|有|现在)*(?:哪些|哪几[篇条]|几[篇条]|什么)(?:稿子?|信息)?(?:还)?没(?:看|审|批|处理)过?的?"
)


def read(words: str, *, draft: bool) -> str:
    """The errand by its name: submit (where there is a draft), standing, pending, count; empty for none."""
    if draft and _SUBMIT.fullmatch(words):
        return "submit"
    if len(words) <= 24 and _STANDING.fullmatch(words):
        return "standing"
    if _PENDING.fullmatch(words):
        return "pending"
    return "count" if asks(words) or spoken.read(words) is Order.TALLY else ""


STOP = "stop"
"""The verb of the button that stops."""

_HALT = (
    r"(?:请|先|快|赶紧|算了|就|哎|你|给我)*(?:停(?:下来?|一下|一停|止|手|笔|掉|住)?(?:生成|写|起草|润色)?|打住|/?stop"
    r"|(?:别|不要|不用|甭|莫|不必)(?:再|往下|接着|继续)*(?:写|弄|生成|起草|润色|出|跑|算|编))(?:稿)?(?:下去)?[吧了啊呀]*"
)
_STOP = re.compile(rf"{_HALT}(?:[，,。！!\s]+{_HALT})*[。！!]*", re.I)


def asks_to_stop(words: str) -> bool:
    """Whether the whole message is such a word."""
    return _STOP.fullmatch(words.strip()) is not None


_ASK = r"(?:导出|导成|输出|下载|发给?我|给我|来|要|生成|存|转|保存|做|出)(?:一下)?(?:[一个份篇]{0,2})(?:成|为|出来)?"
_WHAT = r"(?:一?[个份])?(?:(?:公文)?(?:格式)?的?)(?:word|docx?|文档|文件)(?:版本?|文档|文件|格式|稿)?(?:的)?(?:稿子?)?"
_WHICH = r"(?:第(?P<n>[\d一二三四五六七八九十]{1,2})[篇个])"
_REQUEST = re.compile(
    rf"(?:请|麻烦|帮我|帮忙)*(?:把)?{_WHICH}?(?:的)?(?:这[篇个版]|稿子?|信息|它)?{_ASK}{_WHAT}(?:吧|了|给?我|一下"
    r"|发我|看看)*"
    r"|(?:请|麻烦)?(?:发|给|导|出|来|做)(?:我)?(?:一?[个份])?(?:word|docx?|文档|文件|公文)(?:版|格式)?(?:的)?(?:给?我"
    r"|发我|过来|看看)?"
    r"|(?:好的?|行|可以|嗯+|那|把|这个?|[，,])*(?:文件|文档|word)(?:再)?[发给传](?:我|给我|过?来)?(?:吧|一下|看看)*"
    r"|(?:好的?|行|可以|嗯+|那|[，,])+[发给]我?(?:一?[个份])?(?:文件|文档|word)(?:吧|了)*"
    r"|/word",
    re.I,
)


def word_asked(words: str) -> int | None:
    """The number of the draft, 0 where none is named; None where no Word file is asked for."""
    found = _REQUEST.fullmatch(re.sub(r"\s+", "", words)) if len(words) <= 30 else None
    if found is None:
        return None
    return whole(found["n"] or "0")


_AWAY = r"(?:清空|清掉|清了|收起来)"
_OF_IT = r"(?:刚刚?才?|之前|上次|不小心|误|被|我|那些?|那几条|记录|稿子|东西|内容|的|掉|了|都)*"
_ASKED = r"(?:请|帮我|给我|把|将|能不能|可以|可不可以|还能|能|再|想|要|[，, ])*"
_FETCH = re.compile(
    rf"{_ASKED}{_OF_IT}{_AWAY}{_OF_IT}{_ASKED}(?:[找拿捡取弄要]得?回来?|恢复|还原)(?:吗|不|一下|[吧了])*"
    rf"|{_ASKED}(?:恢复|找回|还原|取消|撤销|撤回){_OF_IT}{_AWAY}{_OF_IT}|{_OF_IT}(?:手滑)?清空?错了"
)


def fetches(text: str) -> bool:
    """Whether what was put away is wanted back: 把刚才清空的找回来."""
    words = text.strip().rstrip("。！!~？?")
    return len(words) <= _LONGEST and _FETCH.fullmatch(words) is not None


_LONGEST = 24


_ORDERS = (
    Order.DRAFT, Order.WORD, Order.FINAL, Order.SUBMIT, Order.WITHDRAW, Order.STANDING, Order.PENDING, Order.SHOW,
    Order.SHOW_DRAFT, Order.NEW, Order.HELP, Order.ITEMS,
)  # fmt: skip
_FORMS = (Kind.DRAFT, Kind.CLEAR, Kind.SHOW, Kind.FINAL, Kind.SOURCE, Kind.HELP, Kind.SECTION)
_SLASH = re.compile(r"/(?!(?:help|start)\b)[A-Za-z]\w*(?:@\w+)?")


def slash(words: str) -> bool:
    """Whether the whole message is a command of a messenger that is none of ours: /x."""
    return _SLASH.fullmatch(words.strip()) is not None


def ordered(text: str) -> bool:
    """Whether the whole message is an order of the house, whatever was asked before it: no wording, and no remark."""
    words = re.sub(r"[。.！!~\s]+$", "", text.strip())
    form, order = known_forms.about_the_desk(words, Scene()), spoken.read(words)
    own = order in _ORDERS or (form and form.kind in _FORMS and order is not Order.REWRITE)
    staff, house, items = staff_orders.read(words), house_words.read(words), ledger_words.read(words)
    # 台账登记缺漏 may be a wording: of the ledger only what looks into it is sure.
    rooms = (staff and not staff.plain) or (house and house.sure) or (items and not items.words and not items.number)
    return bool(own or rooms or read(words, draft=True)) or slash(words) or word_asked(words) is not None


def of_a_room(words: str) -> bool:
    """Whether the words may be an order about people, wordings or the ledger."""
    return any(room.read(words) for room in (staff_orders, house_words, ledger_words))
