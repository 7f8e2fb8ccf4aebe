"""What a message wants, read by rules from its words and from what lies on the desk. No model, no effects."""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.domain import edits, errands, word_requests
from bot.domain.asking import weigh
from bot.domain.supplied import fits


class Kind(StrEnum):
    """What a message can be."""

    NOTE = "note"
    QUESTION = "question"
    DRAFT = "draft"
    CORRECTION = "correction"
    EDIT = "edit"
    SHOW = "show"
    CLEAR = "clear"
    THANKS = "thanks"
    CHAT = "chat"
    GREETING = "greeting"
    HELP = "help"
    SECTION = "section"
    CHECK = "check"
    SOURCE = "source"
    GAP = "gap"
    SETTLE = "settle"
    SKIP = "skip"
    FINAL = "final"
    WORD = "word"
    SUBMIT = "submit"
    STANDING = "standing"
    PENDING = "pending"
    COUNT = "count"
    UNSURE = "unsure"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Scene:
    """What the words are heard against: notes on the desk, the draft's text, gaps just asked for, values
    that were said differently and wait for a decision."""

    notes: int = 0
    draft: str = ""
    asked: tuple[str, ...] = ()
    disputed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Intent:
    """What is wanted. `words` is what the command is about (for DRAFT: notes that came with it), `edit` the
    change to a draft (None with EDIT: some change that was not understood); `injected` marks a note that tries
    to command the bot: it is kept, never obeyed."""

    kind: Kind
    words: str = ""
    edit: edits.Edit | None = None
    injected: bool = False


LONGEST_QUESTION = 300
"""Nobody types a longer question; what is longer was pasted and is material."""

_TAIL = re.compile(r"[。.!！~～…，,\s\U0001F300-\U0001FAFF\u2600-\u27BF\uFE0F\u200D]*")
_HEAD = re.compile(r"^(?:(?:小?实报|机器人|小报|亲)[，,：: ]*|(?:嗯+|哦+|好的?|行|那个?|对了|诶|哎)[，,。 ]+)+")
_NOTING = re.compile(
    r"^(?:请|帮我|麻烦)?(?:接着记|再记|记录|记|补充|另外补充)(?:一?[下条笔]|上)?(?:吧)?[：:，,]\s*(?=.{4})"
)
_EMOJI_ONLY = re.compile(r"^(?:[\U0001F000-\U0001FAFF\u2600-\u27BF\uFE0F\u200D\s]|\[[\u4e00-\u9fff]{1,3}\])+$")
_INJECTED = re.compile(
    r"(?:忽略|无视|忘[掉记]|不要理会|抛开)[^，。\n]{0,8}(?:指令|要求|规则|提示|设定|内容|限制)"
    r"|ignore (?:all |the |any )*(?:previous|above|prior)|disregard .{0,20}instructions|(?:system"
    r"|assistant)\s*(?:prompt|:|：)"
    r"|系统(?:提示|指令|消息)|提示词|(?:从现在起|现在)?你(?:现在)?(?:是|扮演|充当)一[名个位]"
    r"|以后所有(?:信息|回答|回复)|越狱|developer mode",
    re.I,
)
_FINISHED = (
    r"(?:(?:就这些|就这么多|没了|都?齐了?|差不多|好了?|可以|行了?|[说发传记讲]?完了?|够了)"
    r"[了吧]*[，,。 ]*(?:你|就)?[，, ]*)?"
)
_WORK = r"(?:活动|工作)?(?:信息|稿子?|简报|报道|通讯|快讯|消息稿|一[篇稿版])"
_WRITE = (
    r"(?:按.{1,5}的)?(?:重新?|再|直接|开始|现在|马上|都)?(?:写|来(?=[一个])|出|成|生成|整理|整|弄|汇总|编|拟|形成|做)"
)
_DRAFT = re.compile(
    rf"^{_FINISHED}(?:请|麻烦|帮我|帮忙|给我|你|来|替我|能|可以)*(?:把?(?:上面|以上|前面|这些|刚才|记录"
    rf"|它们?)[^，。]{{0,6}})?(?:能|可以)?"
    rf"{_WRITE}(?:一下|下|汇总)*(?:写|整理)?(?:成|好|个|一|篇|条|份|出|上|点|版)*(?:来)?{_WORK}?(?:一下|出来"
    rf"|(?:给?我)?(?:看看|瞧瞧|看下)|发我|稿|吧|了|不|吗|啊|呗|谢谢|遍"
    rf"|版)*[？?]?$"
)
_DRAFT_SHORT = re.compile(
    r"^(?:写吧|写一下|写一写|你写|写呗|开始写|可以写了|能写了|出稿|成稿|重写|重写一遍|再写一遍|重新写"
    r"|重新出稿|写稿|出信息|写信息|起草信息|出一稿|整一篇.*|来一篇|/draft"
    r"|/write)"
    r"(?:吧|了|啊|呗|一下|给我)*$|^(?:xie ?(?:cheng)? ?xin ?xi|chu ?gao)$|(?:就这么多|没了|完了|齐了|够了"
    r"|就这些)[了，, ]*(?:你|就|那就|帮我)?(?:写|出)(?:稿|吧|呗|一下)*$",
    re.I,
)
_DRAFT_OF = re.compile(
    rf"^(?:请|麻烦|帮我|帮忙|给我|把)*{_WRITE}(?:成|一|个|条|篇|份)*(?:活动|工作)?(?:信息|简报|稿子?"
    rf"|通讯)(?:稿)?(?P<mark>[：:，,。\s]+)(?P<rest>.{{10,}})$",
    re.S,
)
_CORRECTION = re.compile(
    r"^(?:更正|纠正|订正|勘误|改正)|(?:更正|订正|改正|纠正)(?:为|成)|(?:说|写|报|记|打|搞|弄|算|看|数|讲|填)(?:错|反|混|岔|串)(?:了|字|行)?"
    r"|^(?:错了|不对|口误)|口误"
    r"|^不是.{1,20}[，,]?(?:而?是|应该是)|(?:上|前|刚才那?)(?:一|面那)?条作废|(?:不准|不对|有误"
    r"|有出入)[，, ].{0,6}(?:是|为)"
    r"|不是(?P<a>[\d一二三四五六七八九十百两]+).{0,4}[，, ]?是[\d一二三四五六七八九十百两]+"
)
# Second chance for short words that tell nothing and ask nothing: the verb and its object in any order.
_LOOSE = (
    (
        re.compile(r"(?:没有?|不|无).{0,3}(?:数据|数|知道|清楚|统计|掌握|记得|记|晓得|了解)"),
        Kind.SKIP,
    ),
    (re.compile(r"原文|条文|原话|出处"), Kind.SOURCE),
    (re.compile(r"就?按这[个版篇稿]?报|报(?:上去|出去)吧?$"), Kind.FINAL),
    (re.compile(r"(?:从头|重新)(?:开始|来|记)|(?:全|都).{0,3}(?:删|清)"), Kind.CLEAR),
    (
        re.compile(
            r"(?:看|列|查|显示|翻).{0,6}(?:记|说|发)(?:过|的|了)|我?(?:记|说|发)[过了的].{0,4}(?:看|列)|^看.{0,4}记上"
        ),
        Kind.SHOW,
    ),
    (
        re.compile(r"(?:写|出|弄|整|生成|起草|汇总|整理).{0,4}(?:信息|稿|简报|一[篇份版稿条])|写(?:吧|呗|啊)$|成稿"),
        Kind.DRAFT,
    ),
    (
        re.compile(
            r"(?:等|明天|回头|晚点|改天|下午).{0,8}(?:再说|再发|再弄|再看|再写)吧?$|^嗯呢$"
            r"|^(?:行|好|嗯|哦)[，, ]?(?:知道|明白|好)"
        ),
        Kind.CHAT,
    ),
)
_OF_THE_DRAFT = re.compile(r"标题|题目|第.{1,3}[段句]|[那这]一?[段句]|开头|结尾|全文|整篇|字数|稿子")
_SHOW = re.compile(
    r"(?:看看|看下|看一下|显示|列出|列一下|查看|给我看).{0,6}(?:记了|记的|记录|已记|笔记|列出来|有哪些"
    r"|有啥)|^(?:到现在|到目前|目前|都|现在|已经|我)*(?:记了|记下)(?:哪些"
    r"|些?什么|啥|几条|多少)"
    r"|(?:记录|我说的|发的).{0,3}列|^(?:现在|目前)?(?:有|记了)(?:哪些|几条|多少条)(?:内容|记录|东西|了)?$|[说发讲](?:过|了)(?:几条|哪些"
    r"|些?什么|啥)|记了(?:几条|多少)|^看看(?:有啥|有什么|都有啥|记录"
    r"|笔记)?$|^/(?:show|notes|list)"
)
_CLEAR = re.compile(
    r"^(?:全部?|都|把?(?:刚才|上面|前面|这些|记录|笔记|所有)?.{0,4})?(?:清空|清掉|清除|清零)(?:吧|了|一下"
    r"|记录|笔记|全部|所有)*$|^(?:重新开始"
    r"|从头(?:再)?来|重来)(?:吧)?$"
    r"|(?:都|全|这些|全部).{0,4}(?:不要了|作废|删了|删掉|删除|扔掉)(?:吧|[，, ].{0,6})?$"
    r"|^(?:都|全)清了?吧?$|^清掉?.{0,4}重新?(?:来|记)|^/(?:clear|new|reset)"
)
_THANKS = re.compile(r"^.{0,6}(?:谢谢|谢了|多谢|感谢|辛苦了?|谢啦|thanks?|thank you|thx|3q|蟹蟹).{0,6}$", re.I)
_GREETING = re.compile(
    r"^(?:你?们?您?好+啊?呀?|在[吗么不]|在不在|有人[吗么不]|早|(?:早上|上午|中午|下午|晚上)好|hello|hi|嗨"
    r"|哈喽|喂+)[呀啊哦~]*$",
    re.I,
)
_HELP = re.compile(
    r"^(?:/start|/help|帮助|帮助?一下|help|\?|？|使用说明|说明书?|菜单|功能)$|^(?:你|您|这个?)?(?:能|会"
    r"|可以)?(?:干|做|帮我做|帮我干)(?:什么"
    r"|啥|些什么|哪些)"
    r"|^你是(?:谁|什么|啥|干啥的|做什么的)|^(?:这个?|你|它)?(?:怎么|咋|如何)(?:用|使用|操作|玩|弄)[啊呀呢的]*$"
    r"|(?:接下来|下一步|现在)(?:我)?(?:该|要)?(?:怎么办"
    r"|干什么|干啥|做什么|咋办|怎么弄)$|^(?:你)?(?:都|都有|有)(?:什么|哪些|啥)功能|教我.{0,4}用|不会用",
    re.I,
)
_CHAT = re.compile(
    r"^(?:(?:等|明天|回头|晚点|改天).{0,8}再(?:说|发|弄|看|写)吧?|嗯呢|(?:好的)+|哈+|呵+|嘿+|嘻+|嗯+|哦+|噢+|啊+|呃+|额+|好+|好[的吧嘞滴呀]|行|可以|ok|okay|收到|明白|了解"
    r"|知道了?|是的?|对|没错|不用了?|算了|稍等.{0,4}"
    r"|等[一会下]{1,2}.{0,6}|等会儿?.{0,6}|再见|拜拜|晚安"
    r"|(?:在|正在|还在)?(?:开会|开车|忙|路上|吃饭|外面).{0,2}(?:晚点|回头|待会儿?|一会儿?|等会儿?)?.{0,4}"
    r"|.{0,4}(?:晚点|回头|待会儿?|过会儿?)(?:再)?(?:发|说|弄|写|聊|补).{0,3}|[嗯好行]+的?[，, ]*先这样"
    r"|[嗯哦噢啊好行]+的?|(?:我)?(?:先)?(?:去)?(?:吃饭|下班|开会|忙|睡觉)(?:去)?了?|.{0,3}今?天(?:好|真|太)[热冷累困忙].{0,2}"
    r"|(?:好|真|太|累|烦"
    r"|困)[热冷累困忙死]+了?.{0,2}|.{0,4}讲个(?:笑话|故事).{0,2}|真?不错|挺好的?|厉害|牛|棒|666+"
    r"|\d{1,2}个?赞)$",
    re.I,
)
_SECTION = re.compile(
    r"(?:起草|写(?!的是|着|了)|拟|草拟|帮我).{0,14}(?:(?:[那这一小章]节|(?<!大)部分|板块|[那这一]块)|总结|小结)"
    r"|(?:总结|报告).{0,10}(?:[那这一小章]节|部分|[那这一]块)"
    r"|^写.{0,4}(?:存在的?问题|下一步|工作打算)"
    r"|(?:起草|写|拟).{0,6}(?:一[节段]).{0,10}(?:打算|问题|情况|作风)"
    r"|^下一步.{0,4}打算.{0,2}[\d一二三四五六七八九十]+条$|(?:总结"
    r"|小结)[，, ]?\d{3,4}字"
)
_CHECK = re.compile(
    r"^(?:请|麻烦|你)?(?:帮我?|帮忙|给我?)?(?:看看|看下|看一下|把把?关|检查一?下?|挑挑|查查|评评|改改|瞧瞧"
    r"|审一?下?)(?:一下)?(?:这段|这篇|这句|下面|以下|毛病|有没有"
    r"|稿子|这个稿)[^：:\n，,]{0,14}?[：:\s]+(?P<rest>.{6,})$"
    r"|^(?:请|你)?(?:帮我?)?(?:看看|检查|挑挑|把把?关)[^：:\n]{0,12}[：:]\s*(?P<more>.{6,})$"
    r"|^这[段句篇]话?.{0,8}(?:行不行|怎么样|好不好"
    r"|有没有|空不空|可以吗)[^：:]{0,4}[：:\s]+(?P<third>.{6,})$",
    re.S,
)
_SOURCE = re.compile(
    r"^(?:请|麻烦)?(?:把|看看?|发我?|给我)*(?:条文)?(?:原文|条文|全文|原话|出处)(?:给我|发我|发来|是什么"
    r"|怎么[写说]的?|发给我|看看|呢|拿来|贴出来|在哪)*$"
    r"|^把?(?:这条|这款|条文|原文).{0,3}发(?:给?我|来|一下)"
)
_SEEK = re.compile(r"^(?:帮我|给我)?(?:搜|查|找)(?:一下|下|搜|找)?(?:原文|条文|原句)[：:，,\s]*(?P<rest>.{2,})$")
_SKIP = re.compile(
    r"^(?:这[个俩些]|那[个些]|具体的?|人数|都|也|还|我|真)*(?:不太?知道|不太?清楚|不晓得|没数|没底|说不[准好清]|没有?了?|不记得|忘了|先?空着|不用[管填写]?了?|跳过|算了|就这样|没统计过?|没记|暂时没有?"
    r"|待补|以后再说|先这样|不填了?|略|没有?(?:结果|统计|记录))(?:吧|了|啊)*$"
)
_FINAL = re.compile(
    r"^(?:(?:可以|行|好|没问题)[了的吧]*[，, ]*)?(?:就(?:用|按)?这[版稿个](?:了|吧)?[，, ]*)?"
    r"(?:就(?:用|按)?这[版稿个](?:了|吧)?|(?:出|要|给我|发我)?(?:终稿|定稿|最终稿|正式稿|成品)(?:吧|了"
    r"|发我)?|定了|可以定稿了?|复制.{0,8}"
    r"|没问题.{0,3}(?:定|交|报)(?:吧|了)?)$"
)


def read(text: str, scene: Scene) -> Intent:
    """What the message wants. UNSURE asks the person; NOTHING holds no words at all."""
    whole = text.strip()
    whole = _NOTING.sub("", whole)
    told = whole[: len(whole) - _tail(whole)]
    words = _HEAD.sub("", told) or told
    if not words or _EMOJI_ONLY.match(whole):
        return Intent(Kind.CHAT if whole else Kind.NOTHING)
    if _INJECTED.search(whole):
        return Intent(Kind.NOTE, words=whole, injected=True)
    if word_requests.asked(words) is not None:
        return Intent(Kind.WORD, words=words)
    errand = errands.read(words, draft=bool(scene.draft))
    if errand:
        return Intent(Kind(errand), words=words)
    return _on_material(whole) or _command(words, scene) or _told_or_asked(whole, words, scene)


def _tail(text: str) -> int:
    """How many marks and emoji stand at the end; read backwards, for a search would be quadratic."""
    found = _TAIL.match(text[::-1])
    return found.end() if found else 0


def _on_material(whole: str) -> Intent | None:
    """A command with the text that it is about behind it; such messages may be long."""
    for pattern, kind in ((_CHECK, Kind.CHECK), (_SEEK, Kind.SOURCE), (_DRAFT_OF, Kind.DRAFT)):
        found = pattern.match(whole)
        if found:
            rest = next(part for name, part in found.groupdict().items() if name != "mark" and part)
            return Intent(kind, words=rest.strip())
    return None


def _command(words: str, scene: Scene) -> Intent | None:
    """Short words that are about the desk rather than about the day."""
    if len(words) > 60 or "\n" in words:
        return None
    short = len(words) <= 24
    settled = _settled(words, scene.disputed)
    if settled:
        return Intent(Kind.SETTLE, words=settled)
    if scene.draft:
        edit = edits.read(words, scene.draft)
        if edit and not (edit.act is edits.Act.SHORTEN and _note_like(words)):
            return Intent(Kind.EDIT, words=words, edit=edit)
    for pattern, kind in (
        (_HELP, Kind.HELP),
        (_GREETING, Kind.GREETING),
        (_SKIP, Kind.SKIP if scene.asked else Kind.CHAT),
        (_CLEAR, Kind.CLEAR),
        (_SHOW, Kind.SHOW),
        (_FINAL, Kind.FINAL if scene.draft else Kind.DRAFT),
        (_SOURCE, Kind.SOURCE),
        (_SECTION, Kind.SECTION),
        (_DRAFT, Kind.DRAFT),
        (_DRAFT_SHORT, Kind.DRAFT),
        (_CHAT, Kind.CHAT),
        (_THANKS, Kind.THANKS),
    ):
        if (short or kind is Kind.SECTION) and pattern.search(words):
            return Intent(kind, words="" if kind in (Kind.SOURCE, Kind.DRAFT) else words)
    if _CORRECTION.search(words) and (scene.notes or scene.draft):
        return Intent(Kind.CORRECTION, words=words)
    weights = weigh(words)
    if len(words) <= 16 and weights.note < 1 and weights.question < 2:
        for pattern, kind in _LOOSE:
            if (kind is not Kind.SKIP or scene.asked) and pattern.search(words):
                return Intent(kind)
    if scene.draft and short and _OF_THE_DRAFT.search(words) and max(weights.note, weights.question) < 2:
        return Intent(Kind.EDIT, words=words)
    return None


def _settled(words: str, disputed: tuple[str, ...]) -> str:
    """The disputed value that 用36人, 36 or 36的对 decides for; an empty string where none is named alone."""
    found = re.fullmatch(
        r"(?:就|应该|还是)?(?:用|按|以|选|是|算)?(?P<n>\d[\d.]*)[\u4e00-\u9fff]{0,2}?(?:的|那个|为准|对|吧|准)*", words
    )
    named = [value for value in disputed if found and re.search(rf"(?<![\d.]){re.escape(found['n'])}(?![\d.])", value)]
    return named[0] if len(named) == 1 else ""


def _note_like(words: str) -> bool:
    return weigh(words).note >= 2


def _told_or_asked(whole: str, words: str, scene: Scene) -> Intent:
    if len(words) > LONGEST_QUESTION:
        return Intent(Kind.NOTE, words=whole)
    weights = weigh(words if len(words) > 1 else whole)
    if weights.question >= 2 and (weights.question > weights.note or words.endswith(("?", "？", "吗"))):
        return Intent(Kind.QUESTION, words=whole)
    if len(words) <= 40 and weights.note <= 3 and fits(words, scene.asked):
        return Intent(Kind.GAP, words=words)
    if weights.note >= 1 and weights.note > weights.question and (len(words) >= 5 or scene.notes):
        return Intent(Kind.NOTE, words=whole)
    vague = scene.draft and len(words) <= 20 and weights.note < 0.8
    if vague or weights.question >= 2 or len(words) < (4 if scene.notes else 10):
        return Intent(Kind.UNSURE, words=whole)
    return Intent(Kind.NOTE, words=whole)
