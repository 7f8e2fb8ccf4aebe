"""Words that ask for a change to a draft, read into an Edit. What it does to a report is revision.py's."""

import re
from dataclasses import replace

from bot.domain.editing import edit_grammar, edit_phrases, title_wishes
from bot.domain.editing.edit_phrases import DROP, NUMBER, PUT, WORD
from bot.domain.editing.looking_back import read as looking_back
from bot.domain.editing.pointing import ANY_FIGURE
from bot.domain.editing.wishes import OF_WORDS, Act, Edit, clean
from bot.domain.language.asking import WHEN
from bot.domain.language.numerals import whole

_REPLACE = re.compile(
    rf"^(?P<said>把|将)?(?P<words>.{{1,24}}?)(?:都|全部?|统一)?(?:{PUT}"
    r"|(?P<bare>[改换](?![成为作到]?了)))(?P<new>.{1,40}?)(?:[，,](?:这样)?(?:更)?(?:正式|顺口?|规范|书面|好听?|通顺)一?[些点]?)?$"
)
_PUT_ALONE = re.compile(r"^(?:改成|改为|换成|换为|改叫|就叫)[：:]?(?P<new>[^，,。；;]{2,30})$")
_REPORT = re.compile(
    rf"^(?:把|将)?第(?P<n>{NUMBER})(?:篇|稿|份|条信息|个稿子?|个信息)(?:信息|稿子?)?(?:的|里|中|，|,|：)?"
)
_NO_REPORT = re.compile(rf"(?:就|先|那)?(?:{DROP}|不[用]?(?:报|交|发|提交))(?:掉|了|吧)*")
_IN_SENTENCE = re.compile(
    rf"^(?:把|将)?(?:第{NUMBER}|最后一?|开头那?|首|[写讲说]?[^，,]{{1,8}}?[那这]一?)句(?:话)?(?:里面?"
    rf"|里头|中间?|那个?)的?(?:把|将)?"
)
_COMPLAINT = re.compile(r"^[^，,]{0,10}(?:不要|不对|不好|不行|不合适|错了|太[长短多少啰罗]嗦?了?|漏了)[，, ]+(?=.{2})")
_POLITE = re.compile(
    r"^(?:算了[，, ]*(?=.{6})|请|麻烦|帮我?|给我|你|那就?|就|(?:能不能|可不可以|能否|可以|能|是不是该?|要不)"
    r"(?:请|帮我|给我|再|先|把(?=.))?|好的?[，,]|嗯[，,])+(?=.{2})"
    r"|(?:谢谢|吧|嘛|哈|噻|咯|[行好成]吗|可以吗|呗|啊|呀|得了|[行成好]不[行成好]?|可不可以|怎么样|中不中?|[？?])+$"
)

_BY_ORDER = re.compile(
    r"^(?:[\u4e00-\u9fff]?(?:领导|局长|馆长|主任|科长|书记|审核员?)|党建办|上面|他们)(?:那边|刚才?)?"
    r"(?:说|让|叫|要求|交代|嫌|觉得|要|的意思是?)+(?:了|是|让|得|我们?|你|[，,：: ])*(?=.{3})"
)
"""领导说标题太长: whose wish it is does not matter."""


def read(text: str, draft: str = "") -> Edit | None:
    """The edit that the words ask for, or None. `draft` is the text on the desk, which may be replaced."""
    words = _POLITE.sub("", re.sub(r"[。.!！～~\s]+$", "", text.strip()))
    words = _BY_ORDER.sub("", words) if draft else words
    found = _REPORT.match(words)
    if found:
        if _NO_REPORT.fullmatch(words, found.end()):
            return Edit(Act.DELETE_REPORT, report=whole(found["n"]))
        inner = read(words[found.end() :], draft)
        return replace(inner, report=whole(found["n"])) if inner else None
    if (found := _IN_SENTENCE.match(words)) and re.search(r"改成|改为|换成|改(?=\d)", words[found.end() :]):
        words = words[found.end() :]
    if len(words) > 80:
        return None
    return (
        edit_grammar.instead(words, draft)
        or title_wishes.read(words)
        or edit_grammar.by_place(words)
        or edit_grammar.in_one(words, draft)
        or looking_back(words, draft)
        or edit_phrases.read(words)
        or edit_grammar.by_matter(words, draft)
        or edit_grammar.by_word(words, draft)
        or _replacement(words, draft)
        or _after_complaint(words, draft)
    )


_CLAUSE_END = re.compile(r"[，,；;。\s]+(?:然后|再|还有|同时|另外|顺便)?")
_TOO_LONG = re.compile(r"(?:还是|有点|稿子|写得|全文)*太?(?:长|多|啰嗦|罗嗦)(?:了|啊)*")
"""The reason of a wish: 太长了，花钱那块别写."""
_LAST = (Act.DELETE_SENTENCE, Act.SWAP, Act.JOIN, Act.MOVE_SENTENCE)


def each(text: str, draft: str) -> Edit | None:
    """Several wishes of one message (把35改成38，标题短点) as one edit with what follows it; None where any clause is
    none. What counts sentences is done last, from the end, so that each number means what lies there."""
    found = [read(clause, draft) for clause in _CLAUSE_END.split(text) if clause and not _TOO_LONG.fullmatch(clause)]
    wishes = list(dict.fromkeys(one for one in found if one))
    alone = Edit(Act.SHORTEN)
    rest = [one for one in wishes if one != alone]
    if len(rest) == 1 and None not in found and _TOO_MUCH.match(text) and rest[0].act in _TAKES_OUT:
        return rest[0]  # 太细了，油那个不要: the complaint is the reason
    if len(found) > 1 and wishes == found[:1] and wishes[0].near == "串":
        return wishes[0]  # 校车放前面，先写校车
    if len(wishes) < _SEVERAL or None in found or alone in wishes[1:]:
        return None
    if not all(one.act in OF_WORDS for one in wishes[1:]) or wishes[0].act not in (*OF_WORDS, Act.MERGE):
        return None
    if any(one.act is Act.OTHER_TITLE for one in wishes) and any(one.act is Act.MOVE_SENTENCE for one in wishes):
        return Edit(Act.OTHER_TITLE, to=_TITLES)  # 改个题目，突出疫苗
    wishes.sort(key=lambda one: (one.act in _LAST, -one.where if one.act in _LAST else 0))
    return replace(wishes[0], then=tuple(wishes[1:]))


_SEVERAL, _TITLES = 2, 3
_TOO_MUCH = re.compile("(?:写得|这|有点|还是|也)*(?:太|有点)(?:细|长|多|啰嗦|碎|详细)")
_TAKES_OUT = (Act.DELETE_ABOUT, Act.DELETE_SENTENCE, Act.DELETE_WORD)


def _after_complaint(words: str, draft: str) -> Edit | None:
    """第二句不好，去掉: what is wrong stands first, the wish behind it speaks for itself."""
    found = _COMPLAINT.match(words)
    return read(words[found.end() :], draft) if found else None


_NOT_SAID = re.compile(r"(?:[一两]个|个|别的|其他的?|另一[个种])(?:词|说法|字|叫法|写法|表述)?")
_MEASURE = re.compile(r"每?(?:公?斤|克|吨|千克|[千平公]?[方]?米|亩|公顷|公?里|元|万元|人次?|小时|分钟|千瓦时)")


def _replacement(words: str, draft: str) -> Edit | None:
    if told := re.fullmatch("把“([^”]+)”改成“([^”]+)”", words):
        return Edit(Act.REPLACE, words=told[1], new=told[2])  # as buttons say it, whatever stands between
    alone = _PUT_ALONE.match(words)
    if alone and draft:
        return Edit(Act.REPLACE, new=clean(alone["new"]))  # of what, the talk before it tells
    found = _REPLACE.match(words)
    if not found:
        return None
    old = re.sub(WORD + "$", "", clean(found["words"]).rstrip("，, "))
    new = clean(found["new"])
    if found["words"].endswith(("，", ",")):  # 裂了，说成开裂好听点
        new = re.sub(r"(?<=..)(?:更好|(?:更|好听|顺[眼口]|准确|正式|规范|得体)+一?[些点]?)$", "", new)
    if re.match("个[^体人别性税案]|得(?!到|以|出|知)", new):
        return None  # 换个雅的, 改得书面些
    if old not in draft and old.removesuffix("了") in draft:
        old, new = old.removesuffix("了"), new.removesuffix("了")
    if not found["said"] and re.search("[吧吗呢啊][我你]|记得|好像", new):
        return None  # 应该是201吧我记得
    if _NOT_SAID.fullmatch(new) or (_MEASURE.fullmatch(new) and not re.search(rf"\d|^{_MEASURE.pattern}$", old)):
        return None  # 换成公斤 of 大米 is to be reckoned
    if not found["said"] and ((WHEN.search(new) and not WHEN.search(old)) or re.search(r"[，,]", found["new"])):
        return None  # 培训改到周五上午，地点不变 tells of a plan
    if (
        len(old) > 1
        and old in draft
        and not re.search(r"\d", old)
        and re.fullmatch(r"\d[\d.]*[\u4e00-\u9fff]{0,2}", new)
    ):
        return Edit(Act.CHANGE, words=ANY_FIGURE, new=new, near=old)
    quoted = re.match(r"[“\"「]", found["words"]) is not None
    once = draft.split("\n", 1)[-1].count(old) == 1 and not found["bare"]
    if ((found["said"] or quoted) and not found["bare"]) or (old in draft and (len(old) > 1 or once)):
        return Edit(Act.REPLACE, words=old, new=new)
    figure, other = (re.fullmatch(r"(?P<n>\d[\d.]*)(?P<unit>[^\d]{0,2})", part) for part in (old, new))
    same = figure and other and figure["unit"] and figure["unit"] == other["unit"]  # 3处改成4处 tells of nothing else
    held = figure and re.search(rf"(?<![\d.]){re.escape(figure['n'])}(?![\d.])", draft)
    if figure and other and (same or held):
        return Edit(
            Act.REPLACE, words=figure["n"] if held else old, new=other["n"]
        )  # 2400块改2460, where 2400元 stands
    return None
