"""What a question over a draft is answered: 写了没 whether it is written, 谁讲的 that nobody said it, 含不含 that it is
not known; then the draft is quoted.

Only the draft and the notes answer. What neither says is asked for, so that what follows may be short (topic.py).
"""

import re
from collections.abc import Iterable, Sequence

from bot.domain.language.names import people
from bot.domain.language.numerals import numerals
from bot.domain.language.quantities import UNIT
from bot.domain.language.sentences import clauses, split
from bot.domain.talk.free_wishes import pieces
from bot.domain.talk.right_values import shared

SEND = "知道就直接发给我，我写进去。"
"""Ends an answer that lacks what was asked for."""
INCLUDES = "知道就说“包括”或“不包括”。"
AS_IT_IS = "不写就不用动"
_WORD = re.compile(
    r"[“\"「](?P<word>[^”\"」]{1,12})[”\"」](?:这[种个类])?的?(?:字眼|字|词|说法|话)?(?:稿[子里]*)?(?:有没有?|有吗|出现)"
)
_OF_TITLE = re.compile(r"(?:标题|题目).*(?:有没有|没有?$|带没带|写没写|[吗么？?]$)")
_DOUBTED = re.compile(
    r"(?P<what>人数|时间|日期|地点|金额|数字?|数目)(?:好像|写得?|可能|都|也|有点|是不是)*(?:不太?(?:对|准)|错了?|有问题)[吧啊了]*"
)
"""人数不对: what stands is shown, and the right one asked for."""
_DOUBTED_KINDS = {
    "人": r"\d[\d.万多余]*[人名位]",
    "时": r"\d{1,2}[月日时]",
    "日": r"\d{1,2}[月日]",
    "地": r"[在到去]",
    "金": "元",
    "数": r"\d",
}
_EITHER = re.compile(r"(?:^|[是，, ]|[一总]共)(?P<a>[^是，, ]{1,6}?)[，, ]*还是(?P<b>[^，, 吗呢？?啊]{1,6})")
_INCLUDED = re.compile(
    r"[包含]不[包含]|包[含括]|(?:里头?|里面|其中)[^，, ]{0,4}[含算]|也算|算不算|算进去?了?[吗没]|算了[吗没？?]"
)
_INCLUDED_SHELL = re.compile("里[头面]|[包含括算]|也|不")
_WRITTEN = re.compile(
    r"写(?:进去|进|上|到)*了?(?:没|吗|么)|[写提]没[写提]|有没有[写提]|漏没漏|没[写有提]?[吧了]|还在[吗不没]|没[？?]?$"
)
_WHETHER = re.compile(
    r"(?P<do>[写列提用要加放说])不(?P=do)|[要该能][^，,吗么不]{0,6}[写列提放说][^，,]{0,4}[吗么不]$"
    r"|[也还][写提报][？?吗啊]*$|[写提放加报](?:进去|上|进来)*(?:干[嘛啥吗]|做什么|干什么|有什么用|有啥用)"
)
_WHERE = re.compile("(?:为什么|为啥|怎么|咋)[放排写]?在?(?:最?[前后]|开头|末尾)")
_PART = re.compile("名字|姓名|名单|名称|全称|总额|总价|职务|电话|地址")
_WHAT = re.compile(
    r"谁|哪|什么|啥|怎么|几[点时号]|多少|几(?P<unit>[个名人场家位次户])|知道|(?![写提加放有])[一-龥]了没"
)
_WHY = re.compile("为什么|为啥|为何|咋(?![样办])|怎么[没不会就还]|什么原因")
_BY_KIND = (
    (re.compile("几[点时](?!间)"), r"\d{1,2}时"),
    (re.compile("几号|哪[一]?天|什么时候|啥时候?|几时|多会儿"), r"\d{1,2}(?:[月日时号天年周]|个月)"),
    (re.compile(r"多少钱|几[块元]"), r"\d[\d.万多余]*(?:元|块)|\d{3,}(?![\d年]|[一-龥])"),
    (re.compile("(?:多少|几)个?[人个名位]"), r"\d[\d.万多余]*[个名位人]"),
    (re.compile(rf"(?:多少|几)(?P<unit>{UNIT})"), r"\d[\d.万多余]*{unit}"),
)
"""What a question asks for, and how a clause that tells it looks."""
_NO_NAME = re.compile(r"(?:人名|名字|姓名).{0,4}(?:没|有没有|吗)|(?:没|有没有).{0,4}(?:人名|名字|姓名)")


def answer(asked: str, draft: str, quoted: Sequence[str], notes: Sequence[str]) -> str:
    """The answer in a line; `quoted` are the clauses of the draft (title and text) that the question speaks of."""
    title, text = (*draft.split("\n", 1), "")[:2]
    if word := _WORD.search(asked):
        return f"稿里{'有' if word['word'] in draft else '没有'}“{word['word']}”。"
    if _OF_TITLE.search(asked):
        return f"标题现在是“{title}”。"
    if doubted := _DOUBTED.fullmatch(asked):
        held = [one for parts in _parts(text) for one in parts if re.search(_DOUBTED_KINDS[doubted["what"][0]], one)]
        return f"{f'稿里写的是{_quoted(held[:3])}。' if held else '哪一处不对？'}对的直接发给我，我来改。"
    if _INCLUDED.search(asked) and (both := pieces(_INCLUDED_SHELL.sub(" ", asked), draft, least=1)[:2]):
        return f"记录里没说含不含。稿里写的是{_quoted(sorted((one.words for one in both), key=text.index))}。{INCLUDES}"
    named, quoted = bool(quoted), _of_its_kind(asked, text, quoted)
    if _NO_NAME.search(asked) and not people(text):
        return "稿里没写人名。"
    why = _WHY.search(asked) is not None
    stands = _quoted(_with_figure(one, text, all_=why) for one in quoted)
    if (either := _EITHER.search(asked)) and (
        line := _one_of(either["a"], either["b"], "".join(quoted) or text, stands)
    ):
        return line
    if stands and "引号" in asked:
        return f"{'打了引号' if '“' in ''.join(quoted) else '没打引号'}，稿里写的是{stands}。"
    if _WHETHER.search(asked):
        return _to_decide(asked, text, stands)
    if _WHERE.search(asked):
        return "次序是照记录排的。要挪就说“把…放到最前面”。"
    if named and _WHOLE.search(asked):
        near, kind = any(shared(asked, one) for one in quoted), _kind(asked)
        if not near or sum(re.search(kind, one) is not None for parts in _parts(text) for one in parts) != 1:
            return f"稿里没有现成的总数{f'，有关的是{stands}' if near else ''}。算好了发给我，我写进去。"
    what = _WHAT.search(asked)
    if (what or not stands) and (left := _left_out(asked, text, notes)):
        return left
    if not stands:
        return f"稿里和记录里都没有。{SEND}"
    if what and not _tells(asked, what, "".join(quoted)) and not (why and "，" in stands):
        spoken_of = {one.words for one in pieces(asked, draft)}.intersection(quoted)
        return f"稿里写的是{stands}，再细的记录里没说。{SEND if spoken_of else ''}"
    if _WRITTEN.search(asked) and not what:
        return f"写了：{stands}。要改直接说，不要就说“删掉”。"
    return f"稿里写的是{stands}。要补要改直接说，不要就说“删掉”。"


def answers(asked: str, draft: str) -> bool:
    """Whether the question is one of the words of the draft: which of two it uses, whether one is in it."""
    either = _EITHER.search(asked)
    return _WORD.search(asked) is not None or bool(either and sum(_says(one, draft) for one in either.groups()) == 1)


def _quoted(parts: Iterable[str]) -> str:
    return "、".join(f"“{one}”" for one in dict.fromkeys(parts))


def _parts(text: str) -> list[list[str]]:
    """The clauses of each sentence."""
    return [[span.text.rstrip("，。；：！\n") for span in clauses(sentence.text)] for sentence in split(text)]


def _of_its_kind(asked: str, text: str, quoted: Sequence[str]) -> list[str]:
    """The clauses quoted, or in their place those that hold what is asked for (a clock, a day, a figure of the unit, a
    person) and share most with the question; else with them the one of their sentence that does, a day before them."""
    kind, told = _kind(asked), [one for parts in _parts(text) for one in parts]
    if "谁" in asked:
        held = [one for one in told if people(one) or _OF_PERSONS.search(one)]
    else:
        held = [one for one in told if kind and re.search(kind, one)]
    if not held or any(one in held for one in quoted):
        return list(quoted)
    rest = set(_ASKING.sub("", asked))
    weights = [len(rest & set(re.findall("[一-龥]", one))) for one in held]
    if max(weights):
        return [one for one, weight in zip(held, weights, strict=True) if weight == max(weights)][:_MOST]
    if not quoted:
        return [] if re.search("[一-龥]", _SHELL_OF_ASKING.sub("", asked)) else held[: 1 if _WHOLE.search(asked) else 2]
    for parts in _parts(text) if kind and quoted[0] in told else ():
        at = parts.index(quoted[0]) if quoted[0] in parts else 0
        if _BY_KIND[1][0].search(asked) and (ahead := [one for one in parts[:at] if one in held]):
            return [ahead[-1], *quoted]
        if quoted[0] in parts and (behind := [one for one in parts[at + 1 :] if one in held]):
            return [*quoted, behind[0]]
    return list(quoted)


def _kind(asked: str) -> str:
    """The look of a clause that tells what is asked for; empty where any may."""
    for question, look in _BY_KIND:
        if found := question.search(asked):
            return look.format(unit=found["unit"]) if "{unit}" in look else look
    return ""


def _with_figure(clause: str, text: str, *, all_: bool = False) -> str:
    """The clause, with the next of its sentence where only that has a figure: 育秧盘不足，差6000个; with `all_` that
    follow, which may tell why."""
    for parts in _parts(text):
        after = parts[parts.index(clause) + 1 :] if clause in parts else []
        if after and all_:
            return "，".join([clause, *after])
        if after and not re.search(r"\d", clause) and re.match(r"[一-龥]{0,3}\d", after[0]):
            return f"{clause}，{after[0]}"
    return clause


def _one_of(a: str, b: str, text: str, stands: str) -> str:
    """Which of two the draft says; that neither is told where it says none; empty where it says both."""
    a, b = (re.sub("^(?:总共|一共|现在|稿里)|(?:没写|没说|没有).*$|(?<=.)[的了]$", "", one) for one in (a, b))
    there = [one for one in (a, b) if _says(one, text)]
    if len(there) == 1:
        plain = f"稿里写的是{stands or there[0]}。"
        return (
            plain if re.search(r"\d", there[0]) else f"稿里写的是“{there[0]}”。{f'原句：{stands}。' if stands else ''}"
        )
    return "" if there or not stands else f"记录里没说是{a}还是{b}，稿里写的是{stands}。{SEND}"


def _says(word: str, text: str) -> bool:
    """Whether the text holds the word; a unit alone behind a figure."""
    if counted := re.fullmatch(r"(\d+)(?:个人?|人|名|位)?", word):
        return re.search(rf"(?<!\d){counted[1]}[个人名位]", text) is not None
    alone = rf"(?<!\d){re.escape(word)}" if len(word) > 1 else rf"\d{re.escape(word)}|{re.escape(word)}[了过着]"
    return re.search(alone, text) is not None


def _to_decide(asked: str, text: str, stands: str) -> str:
    part = next((found[0] for found in _PART.finditer(asked) if found[0] not in text), "")
    if stands and not part:
        return f"现在写着{stands}。要留就不用动，不要就说“删掉”。"
    return f"稿里没写{part}{f'，写的是{stands}' if stands else ''}。要写就发给我，{AS_IT_IS}。"


def _tells(asked: str, what: re.Match[str], quoted: str) -> bool:
    """Whether the clauses hold what is asked for: a person, a figure of the unit, a day."""
    if what[0] == "谁":
        return bool(people(quoted) or _OF_PERSONS.search(quoted))
    kind = _kind(asked)
    return bool(re.search(kind or r"\d", quoted)) if kind or re.match("多少|几", what[0]) else False


_UNTOLD, _TELLING = 0.4, 4
_MOST = 2
_OF_PERSONS = re.compile(r"(?:带队|陪同|参加|在场|主持|\d+[人名位])$")
_WHOLE = re.compile("一共|总共|合计|加起来|加一[起块]")
_ASKING = re.compile(
    r"多少|几.|什么时候|啥时候?|哪[一]?[天个家]?|谁|一共|总共|加起来|[的了是有在没吗呢啊呀吧来着那这个还]"
)
_SHELL_OF_ASKING = re.compile(rf"{_ASKING.pattern}|[去来讲说写带做参加]")


def _left_out(asked: str, text: str, notes: Sequence[str]) -> str:
    """What a note says of it and the draft does not; empty where nothing."""
    text = re.sub(r"(?<=\d)时", "点", text)
    for n, note in enumerate(notes, 1):
        for clause in re.split(r"[，,。；; \n]", note):
            own = {clause[at : at + 2] for at in range(len(clause) - 1)}
            values = {one.value for one in numerals(clause)}
            same = any(
                values and values <= {one.value for one in numerals(part)} and shared(clause, part)
                for part in re.split("[，。]", text)
            )
            untold = not same and sum(pair in text for pair in own) < _UNTOLD * len(own)
            if len(clause) >= _TELLING and shared(asked, clause) and untold:
                return f"稿里没写。记录第{n}条有“{clause}”，要写就说“加一句：{clause}”。"
    return ""
