"""A request for a section taken apart: who asks politely, the verb, how much, which part of what document, what time.

Each clause loses its known pieces from both ends, in whatever order they stand; what is left is what it is about.
What the pieces together mean is section_reading.py's and section_requests.py's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Flag, auto
from functools import lru_cache

from bot.domain.summary.section_wants import SPAN


class Mark(Flag):
    """The pieces that a clause held."""

    NONE = 0
    VERB = auto()
    """Somebody is told to write."""
    HOW = auto()
    """How it is to be written is asked: 那块怎么写."""
    WANTS = auto()
    """Somebody wants it: 我要一份, 领导要个."""
    PROSE = auto()
    """A length in characters, sentences or paragraphs."""
    POINTS = auto()
    """A number of points."""
    COPY = auto()
    """一份, 一个, 一节."""
    PART = auto()
    """那一节, 这块, 部分."""
    DOCUMENT = auto()
    """总结, 汇报材料; also where it is to go: 写进总结."""
    DRAFT = auto()
    """初稿, 提纲."""
    SPAN = auto()
    """A time."""
    HOW_MUCH = auto()
    """干了啥, 搞了多少."""
    BEHIND = auto()
    """Behind the part something is said of it that is no piece of a request."""
    TITLED = auto()
    """What is left is how it is to be called: 题目叫…."""
    FREE = auto()
    """How it is to sound, whom it is for: nothing of what it is about."""


@dataclass(frozen=True, slots=True)
class Clause:
    """What a clause is about (nothing, where it only says how), its marks, and the document that it names."""

    core: str
    marks: Mark
    document: str = ""
    said: str = ""


_N = r"[一二两三四五六七八九十\d]"
_LEAD = (
    r"(?:请(?!示|销|假)|麻烦|劳驾|帮忙|帮着|帮(?:我们?|下)?|给(?:我(?!们?局|们?馆)|咱)|替我|你们?(?:来(?!访|信))?"
    r"|那?就(?!业|餐|医"
    r"|近)|给(?:局长|书记|馆长|站长|主任|领导|局里|县里|上面|大会)(?:[报交看]?的)?|单独|只(?:要|写|算|用|看)?(?!是)"
    r"|先(?!进|锋|行)|再(?!生|就业)|也|还|快|赶紧|顺便|我?这边|我(?!们|[县市局馆单])|想(?!象)要?(?:个|一?份)?|需要"
    r"|得|能不能|可以"
    r"|把|将(?!军)|关于|有关|就是|的|另外|然后|最后|是|有(?:哪些|什么|啥)|以(?=“)|一起|一并|工作[上中]的?(?=.{2})"
    r"|讲(?![座解课话述])|说(?!明)|了)"
)
_STRICT = (
    r"(?:起草|草拟|拟写|拟订|撰写|写写|续写|补写|(?<![速书听抄描手])写|拟)"
    r"(?!了|着|过|完|的|作(?!风|品|业)|法|字楼|信|错|明|清|给|在|生)"
)
_LONG = r"(?:归拢|归成|归纳|汇总|概括|提炼|形成|生成|梳理|整理|总结|合成|合并|小结|准备|安排|单独成)"
_SHORT = r"(?:弄|凑|整|搞|编|来|出|做|列|拉|理|加|补|添|缺|差|少|提|说|讲|拿|起|要|分|捋|攒|挑|选|拢|算|写成)"
SIZE = (
    r"(?:(?:大概|大约|约|差不多|不超过|不要超过?|别超过?|控制在|限|总共|一共|共|就|要|最多|至少|分成?|要点|挑|选)*(?:"
    r"(?:\d{2,5}(?:[-—–~到至]\d{2,5})?|[一二两三四五六七八九十百千半]{2,6})(?:来|多|把)?个?字"
    r"|半[页张]纸?|(?<!\d)[一两1-9]页纸?|小段落?|小?段话|小?段文字|(?:[二两三四五六七八九十2-9]|几){1,2}句话?|一句话"
    rf"|(?:{_N}{{1,3}}|几|半)(?:小?条(?!例|件)|小?点(?!钟|\d|半)|项(?!目)|个?方面|小?段(?:话|文字|落)?"
    r"|篇|份|小?节(?!水|约|能)|块|版|个(?![月季人]|方面)(?:小节|部分|段落)?))"
    r"(?:左右|以内|以下|上下|之内|干货)?(?:就行|就够|就好|即可|足?够|行|了|吧|呗|的)*)"
)
_PROSE = re.compile(r"字|页|段|句|节")
_POINTS = re.compile(r"[条点项]|方面")
_AFTER_VERB = (
    r"(?:一?下子?(?!一?步|一?阶段|半年|个|季|周)|一[写列理整编拟凑弄说]|个(?!人)|出来?|起来|成(?:文字|材料)"
    r"|成(?!效|绩|果|立)|上|好|进|个?[草头])"
)
_POLITE = r"(?:(?:你给|给|帮|替|请|麻烦|让)(?:我们?|咱|忙|你)?(?:你|再|先|就|也|来)*)"
_TONE = r"(?:实在|平实|朴实|简单|简短|简洁|简要|详细|具体|正式|短|长|细|实|清楚|明白)(?:一?[点些])?"
_DOCUMENT = (
    r"(?:(?:工作|情况|全面|个人|半年|年终|年中|月度|季度)*"
    r"(?:总结(?!会|大会|性|经验|表彰|一|成)(?:材料|报告|稿)?|小结(?!一)|述职(?:报告|材料)?|工作报告|(?:考核|检查"
    r"|经验|典型)材料|讲话(?:稿|材料)?(?=里|中(?!心))|汇报(?!演出|会)(?:材料|稿)?|月报|季报|年报))"
)
_INSIDE = r"(?:里面?|里头|中间?|当中|上)?"
_PART = r"(?:小节|章节|节(?!日|目|水|约|能)|(?<![阶手时])段落?|(?<!大)部分|板块|块|章)"
_PART_SAID = rf"(?:的)?(?:(?:(?:那|这)一?|一)(?:个|小)?{_PART}|小节|章节|段落|(?<!大)部分|板块)(?:内容|材料|文字|话)?"

_DONE = r"(?:干|做|搞|办|弄|开展|组织|完成|发|查|送|修|建|收)"

_HEAD = (
    (Mark.WANTS, re.compile(
        r"^(?:(?:我|咱|老板|领导|书记|局长|主任|馆长|站长|所长|队长|局里|县里|市里|上面|上级|办公室|单位|年底|明天|下午"
        r"|这边)们?)"
        r"(?:明天|后天|下周.?|周.)?(?:还|又|想|急)*(?:要|催着?要?|需要)(?:交|写|用|报|看|讲)?(?:个|一?份)?(?=.)"
    )),
    (Mark.VERB, re.compile(
        rf"^(?:{_STRICT}|(?:{_LONG}|{_SHORT})(?={_AFTER_VERB}|{SIZE})|{_POLITE}(?:{_LONG}|弄|整|搞|做|出|来|列|拉))"
        rf"{_AFTER_VERB}*+"
    )),
    (Mark.NONE, re.compile(
        r"^(?:照|按|参照|仿照?|跟)着?[^，。]{0,4}(?:去年|往年|上年|之前)的?(?:样子|样式|格式|写法|总结|套路"
        r"|那样)?(?:来)?(?=.)"
    )),
    (Mark.NONE, re.compile(rf"^{_LEAD}+(?=.)")),
    (Mark.SPAN, re.compile(rf"^(?:{SPAN.pattern})(?:的|，)?")),
    (Mark.PART, re.compile(rf"^第{_N}{{1,2}}(?:大|小)?{_PART}(?:的|写|是|讲|叫)?")),
    (Mark.TITLED, re.compile(r"^(?:题目|标题)(?:就)?(?:叫|是|为|用|写|定为)做?(?=.)")),
    (Mark.PART, re.compile(
        rf"^(?:这|那|一)(?:个|小)?{_PART}(?:话)?(?:关于|的)?(?!话|就|即可|左右|以内)(?=[\u4e00-\u9fff“])"
    )),
    (Mark.DOCUMENT, re.compile(
        rf"^(?P<document>(?:(?![里的中写])[\u4e00-\u9fff“”]){{0,14}}?{_DOCUMENT})"
        rf"(?:(?:里面?|里头|中间?|当中)(?:的)?|的|(?=“)|还?[缺差少](?:个|了)?)(?=.{{2}})"
    )),
    (Mark.COPY, re.compile(rf"^{SIZE}(?:的|关于)?(?=.{{2}}|$)")),
)  # fmt: skip
_TAIL = (
    (Mark.NONE, re.compile(r"为题目?$")),
    (Mark.NONE, re.compile(r"(?:出来|看看|瞧瞧|合起来|加起来|合在一起|[吧呗啊呀哦哈嘛]|谢谢|即可|就[行好够])+$")),
    (Mark.DOCUMENT, re.compile(
        rf"(?:放|写|加|补|塞|弄|归|列|用)(?:成一段|成|{SIZE})?(?:(?:到|进|在|入)去?(?:今年"
        rf"|全年)?的?[\u4e00-\u9fff]{{0,4}}?{_DOCUMENT}"
        rf"(?:材料)?{_INSIDE}|{_DOCUMENT}(?:里面?|里头|中|第{_N}(?:大)?部分))的?(?:去)?$"
    )),
    (Mark.VERB | Mark.DOCUMENT, re.compile(
        rf"(?:{_POLITE}?(?:{_STRICT}|{_LONG}|{_SHORT})(?:{_AFTER_VERB}|{SIZE}|的)+)(?P<document>{_DOCUMENT})(?:材料)?$"
    )),
    (Mark.PART, re.compile(rf"(?:的)?(?:那|这)一?(?:个|小)?{_PART}(?:内容|材料|文字|话)?$")),
    (Mark.COPY, re.compile(rf"(?:，)?{SIZE}$")),
    (Mark.HOW, re.compile(r"(?:该|要|准备|打算|想)?(?:怎么|咋|如何)(?:写|总结|讲|说|干|弄|办)(?:的|好)?$")),
    (Mark.HOW_MUCH, re.compile(
        rf"(?:这几个月)?(?:都|总共|一共)?{_DONE}(?:了|过)?些?(?:啥|什么|哪些|多少|几[次场个件回])(?:事儿?|活儿?"
        rf"|工作|活动)?$|{_DONE}(?:的|了些|过的?)(?:事儿?|活儿?|工作|活动)$|(?:怎么样|咋样|如何)$|有(?:哪些|什么|啥)$"
    )),
    (Mark.VERB, re.compile(
        rf"{_POLITE}?(?:你来?|再|先|就|也|单独|一起|一并)*(?:{_STRICT}|{_LONG}|{_SHORT})(?:{_AFTER_VERB}|{SIZE})+$"
        rf"|{_POLITE}?(?:你来?|再|先|一起|一并)*(?:起草|草拟|拟写|写写|撰写|(?<![速书听抄描手])写|拟(?!模)|弄)$"
        rf"|你?给(?:我|咱)?(?:来|出|弄)?个?{SIZE}的?$"
        r"|(?:总结总结|归纳归纳|概括概括|整理整理|梳理梳理|汇总汇总|提炼提炼)$"
        r"|(?:你?给我?)?(?P<again>[\u4e00-\u9fff])一(?P=again)$"
        rf"|{_POLITE}(?:(?:{_LONG}|{_SHORT})|(?:写|弄|整)了)$|(?:写|说)(?:得|的)?(?:再)?{_TONE}$"
    )),
    (Mark.DRAFT, re.compile(r"(?:的)?(?:初稿|底稿|草稿|提纲|底子|大纲|架子|大概)(?:出来|来|给我)?$|(?<=情况)说明$")),
    (Mark.PART, re.compile(rf"{_PART_SAID}$")),
    (Mark.SPAN, re.compile(rf"(?:{SPAN.pattern})(?:的)?$")),
    (Mark.NONE, re.compile(r"(?:的|，|先|再|也|单独|帮我|给我|替我|麻烦你?|请你?|(?<=.)你)+$")),
)  # fmt: skip
_BARE_VERB = re.compile(
    r"(?:归纳|汇总|概括|提炼|形成|生成|梳理|整理|合成|单独成|(?<!演)出|(?<!未)(?<!往)来|(?<!参)(?<!增)加"
    r"|(?<!陈)(?<!系)列|补|凑|(?<!调)整|搞|编|弄|写|拟)(?:成|个|出)?$"
)
_DOCUMENT_ALONE = re.compile(rf"^(?P<document>(?:的|全面|{_DOCUMENT}){{0,3}}{_DOCUMENT})(?:材料)?{_INSIDE}$")
_DOCUMENT_LAST = re.compile(rf"(?:的)?(?P<document>(?:工作)?{_DOCUMENT})(?:材料)?$")
# 写一段进总结, once the verb and its size are taken.
_INTO = re.compile(r"^(?:放|写|加|补)?(?:进|到|入)$")
_OF_PART = re.compile(
    rf"^(?!第)(?P<core>[^那这]{{1,16}}?)(?:的)?(?:(?:那|这)一?(?:个|小)?{_PART}|部分"
    rf"|板块)(?![\u4e00-\u9fff]{{0,2}}(?:时间|落))(?=.)"
)
_FREE = re.compile(
    r"^(?:(?:语气|口气|语言|文字|内容|里面|各|每[条个点]?|要(?!闻)|得|都|尽量|最好|注意|必须|别|不要?|不用|少|多|带|含"
    r"|附|有(?!哪|什么|啥)|突出|(?:写|说|弄)(?:得|的))[^，,]{0,14}"
    rf"|(?:写|说|弄)?(?:太|稍微|尽量|再)?{_TONE}(?:就行|即可|吧)?"
    r"|(?:照|按|参照|仿照?|跟|和)着?[^，。]{0,6}(?:去年|往年|上年|之前|以前|今年)[^，。]{0,8}"
    r"|(?:去年|往年|上年)的?(?:总结)?(?:啥样|什么样|怎么写的?)[^，。]{0,8}"
    r"|照着.{0,8}|我(?:来不及|没时间|先|再|回头|这边)[^，,]{0,10}|(?:归|轮到)我.{0,4}"
    r"|急用?|急着要|谢谢.{0,4}|辛苦.{0,3}|逐条|分条|带个?数|(?:领导|书记|局长|馆长|主任)(?:要|催).{0,4})$"
)
_FOR_WHOM = re.compile(r"^给?[^，,\d]{0,10}(?:要看|看的?|用的?|过目|上会)$")
_NOT_FREE = re.compile(rf"{_DOCUMENT}|问题|不足|打算|计划|(?:那|这)一?{_PART}|{SIZE}|起草|写[个一]")
_ENDS = re.compile(r"^[，,。、的 　]+|[，,。、！!~～ 　]+$")
_QUOTED = re.compile(r"^“([^“”]+)”$")
_HELD = {ord(mark): chr(0xE000 + n) for n, mark in enumerate("，,：:；; ")}
_FREED = {ord(held): chr(mark) for mark, held in _HELD.items()}
"""Marks inside quotes part nothing: they stand as characters of nobody's until the clauses are cut."""


@lru_cache(maxsize=64)
def clauses(words: str) -> tuple[Clause, ...]:
    """The request clause by clause; marks of punctuation inside quotes part nothing."""
    whole = re.sub(r"“[^”]*”", lambda quoted: quoted[0].translate(_HELD), words.strip())
    parts = re.split(r"[，,；;。：:！!\n（）()]|(?<=[\u4e00-\u9fff”]) +(?=\S)", whole)
    return tuple(_taken_apart(part.strip().translate(_FREED)) for part in parts if part.strip())


def _taken_apart(said: str) -> Clause:
    """What is left of a clause without its pieces; each kind of verb and document is taken once."""
    if _FOR_WHOM.match(said) or (_FREE.match(said) and not _NOT_FREE.search(said)):
        return Clause("", Mark.FREE | _time(said), said=said)
    core, marks, document = said, Mark.NONE, ""
    if found := _OF_PART.match(core):
        # What stands behind 那一节 says who writes it or why: 安全生产部分我来不及了.
        rest = core[found.end() :]
        behind = _taken_apart(rest) if rest.strip() else Clause("", Mark.NONE)
        marks |= Mark.PART | behind.marks | (Mark.BEHIND if behind.core else Mark.NONE)
        core = found["core"]
    before = ""
    while core and core != before:
        before = core
        for mark, piece in _pieces(marks):
            taken = piece.search(core)
            if not taken or taken[0] == "":
                continue
            if mark is Mark.DOCUMENT and "document" in taken.groupdict():
                document = document or taken["document"]
            marks |= _kind(mark, taken[0])
            core = _clean(core[taken.end() :] if taken.start() == 0 else core[: taken.start()])
            break
    return _without_document(Clause(_clean(SPAN.sub("", core)), marks | _time(said), document, said))


def _pieces(marks: Mark) -> Iterator[tuple[Mark, re.Pattern[str]]]:
    """The pieces that may still be taken; a bare verb at the end only where a size was taken from behind it."""
    once = Mark.DOCUMENT
    yield from ((mark, piece) for mark, piece in (*_HEAD, *_TAIL) if not (mark & once and marks & once))
    if marks & (Mark.PROSE | Mark.POINTS | Mark.COPY | Mark.DRAFT) and not marks & Mark.VERB:
        yield Mark.VERB, _BARE_VERB


def _kind(mark: Mark, taken: str) -> Mark:
    """A size is one of characters, of points, or of copies; a verb may bring its size."""
    if mark is Mark.COPY or mark is Mark.VERB:
        sizes = [found[0] for found in re.finditer(SIZE, taken)]
        for size in sizes:
            mark |= Mark.PROSE if _PROSE.search(size) else Mark.POINTS if _POINTS.search(size) else Mark.COPY
        return mark & ~Mark.COPY if mark & (Mark.PROSE | Mark.POINTS) else mark
    return mark


def _time(said: str) -> Mark:
    return Mark.SPAN if SPAN.search(said) else Mark.NONE


def _without_document(clause: Clause) -> Clause:
    """上半年机井维修小结 is about 机井维修; 年度总结 is about nothing but itself."""
    bare = clause.core
    alone = _DOCUMENT_ALONE.match(bare)
    if alone:
        return Clause("", clause.marks | Mark.DOCUMENT, alone["document"] or clause.document, clause.said)
    last = _DOCUMENT_LAST.search(bare)
    if last and last.start():
        core = _INTO.sub("", _clean(bare[: last.start()]))
        return Clause(core, clause.marks | Mark.DOCUMENT, clause.document or last["document"], clause.said)
    return clause


def _clean(text: str) -> str:
    before = None
    while before != text:
        before, text = text, _QUOTED.sub(r"\1", _ENDS.sub("", text))
    return text
