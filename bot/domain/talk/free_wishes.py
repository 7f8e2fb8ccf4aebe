"""What a wish about a draft in free words means, where it is known of what kind it is: which pieces are joined, set
apart, moved or said otherwise (上午一千八下午一千四拆两处干嘛，凑一句).

A piece is found by the words and figures that the message shares with it. What cannot be told for certain is asked,
with the piece quoted.
"""

import re
from typing import NamedTuple

from bot.domain.editing.edit_grammar import in_front
from bot.domain.editing.wishes import Act, Edit
from bot.domain.language.numerals import numerals
from bot.domain.language.quantities import UNIT
from bot.domain.language.sentences import clauses, split
from bot.domain.talk.intent import Intent, Kind
from bot.domain.talk.right_values import shared

MOST = 3
_TOPIC = 18
"""So much of a clause names it."""


_TELLING = re.compile(
    "[一-龥](?<![的了是在有和就都不人我你他她它们这那个一二三四五六七八九十上下来去到说写要把给也还再没好])"
)


class Piece(NamedTuple):
    """A clause of the draft's text, its sentence counted from 0 and how much of it the message speaks of: two for each
    pair of characters that both hold, four for a figure, one for a character that the text holds once."""

    words: str
    sentence: int
    weight: int

    @property
    def named(self) -> str:
        """So much of the clause as names it."""
        return re.split("[，。；：]", self.words)[0][:_TOPIC]


def pieces(words: str, draft: str, *, least: int = 2) -> list[Piece]:
    """The clauses of the draft that the message shares words or figures with, so much at `least`; the most first."""
    text = draft.split("\n", 1)[-1]
    figures, of_days = _values(words), _OF_DAYS.search(words) is not None
    found = []
    for n, sentence in enumerate(split(text)):
        for clause in clauses(sentence.text):
            bare = clause.text.strip("，。；：！\n")
            same = figures & _values(bare if of_days else _DATE.sub("", bare))
            rare = {char for char in set(words) & set(bare) if _TELLING.match(char) and text.count(char) == 1}
            found.append(Piece(bare, n, 2 * (len(shared(words, bare)) + 2 * len(same)) + len(rare)))
    return sorted((one for one in found if one.weight >= least), key=lambda one: -one.weight)


_DATE = re.compile(r"(?:\d{1,2}月)?\d{1,2}[月日时]")
_OF_DAYS = re.compile(r"[月日号点时]|\d[:：]\d")


def _values(words: str) -> set[float]:
    """The figures of the words; 一 of 一点, 一起 is none."""
    return {one.value for one in numerals(words) if not (one.han and one.value == 1)}


def pointed(words: str, draft: str) -> list[Piece]:
    """The pieces that the message shares most with."""
    found = pieces(words, draft)
    return [one for one in found if one.weight == found[0].weight][:MOST]


def asked_about(words: str, draft: str) -> list[Piece]:
    """The pieces that a question is about; where it shares hardly anything with any, the one that it shares that with
    (讲课那块 of 馆长讲了怎么挑书)."""
    hardly = pieces(words, draft, least=1)
    return pointed(words, draft) or (hardly if len(hardly) == 1 else [])


def joined(words: str, draft: str) -> Intent:
    """Two sentences as one."""
    found = pieces(words, draft)
    others = [one for one in found if one.sentence != found[0].sentence]
    if not others and len(found) > 1:
        sentence = split(draft.split("\n", 1)[-1])[found[0].sentence].text
        return _asked(f"现在就是一句：“{sentence.rstrip('。')}”。要换说法直接发新的。")
    if not others:
        return _asked("要把哪两句并成一句？可以说“第1句和第2句合并”。")
    first, second = sorted((found[0].sentence + 1, others[0].sentence + 1))
    return Intent(Kind.EDIT, words=words, edit=Edit(Act.JOIN, where=first, to=second))


APART_WHICH = "要把哪一处分开？可以说“第2句拆成两句”“第2句另起一段”。"


def set_apart(words: str, draft: str) -> Intent:
    """A piece as a sentence or a paragraph of its own."""
    found, text = pointed(words, draft), draft.split("\n", 1)[-1]
    begin = [one for one in found if re.search(rf"(?:^|[。！\n]){re.escape(one.words)}", text)]
    found = begin if len(begin) == 1 else found  # 发电机那块单独一段: the sentence that begins with it
    if len(found) != 1:
        return _asked(APART_WHICH)
    act = Act.SPLIT if re.search("段|另起|行", words) else Act.CUT
    alone = "独" if act is Act.SPLIT and re.search("单独|独立|自己", words) else ""
    return Intent(Kind.EDIT, words=words, edit=Edit(act, words=found[0].named, near=alone))


_SIDE = re.compile(
    r"(?P<anchor>[^，,。放到在挪移提接排落写]{2,10}?)(?:那[句个块里]?)?的?(?P<side>前|后)(?:面|头|边)?(?=$|[，,。吧讲说写放去])"
)
_FRONT, _BACK = re.compile(r"前|开头|开篇|第一|打头|先|首|头一"), re.compile(r"后|末|尾|压轴|垫底|收")


def moved(words: str, draft: str, held: str = "") -> Intent:
    """A piece put first, last or beside another; the one talked of last (`held`) where only its neighbour is named."""
    for said in _SIDE.finditer(words):
        anchor = pointed(said["anchor"], draft)
        rest = words.replace(said[0], "", 1)
        mine = [
            one for one in pointed(rest, draft) or pointed(held, draft) if anchor and one.sentence != anchor[0].sentence
        ]
        if len(anchor) == 1 and mine:
            edit = Edit(Act.MOVE_SENTENCE, words=mine[0].named, new=anchor[0].named, near=said["side"])
            return Intent(Kind.EDIT, words=words, edit=edit)
    if len(parts := [part for part in _LAST.split(words) if pointed(part, draft)]) > 1 and _FRONT.search(parts[0]):
        words = parts[0]  # 就业顶到前面，发东西靠后
    found = pointed(words, draft)
    front, back = bool(_FRONT.search(words)), bool(_BACK.search(words))
    if len({one.sentence for one in found}) == 1 and front != back:
        return Intent(Kind.EDIT, words=words, edit=in_front("前" if front else "后", words=found[0].named))
    where = f"“{found[0].words}”放到哪里？" if len(found) == 1 else "要挪哪一句，放到哪里？"
    return _asked(where + "可以说“第2句放到最前面”。")


_WORDED = re.compile(
    r"(?:换成|改成|写成|说成|改为|换为|改叫|写|叫|用|说|换|作)(?P<mark>[“\"「]?)"
    r"(?P<new>[一-龥A-Za-z\d]{2,20}?)[”\"」]?(?:就行|就好|更好|好[听点些]|准确?|正式|规范|得体|吧|才对|才像话"
    r"|行不行|行吗|好不好|好吗|可以吗|合适吗)?[。！]?$"
)
_OF_A_WORD = re.compile(
    r"[“\"]?(?P<word>[一-龥]{1,8}?)[”\"]?(?:这?[种类]?(?:[一两三四俩仨]个?)?个?(?:字|词)|这个?说法|一词)"
)
_IN_QUOTES = re.compile('[“‘"「](?P<word>[^”’"」]{2,12})[”’"」]')
_NO_WORD = re.compile(
    r"^(?:个|不[合妥好行对太]|[这那]一?[句条段处])|一[个下点些]|别的|说法|词|正式|书面|规范|清楚|好[听看]|委婉|简[单洁]|通顺|具体|准确|细|[得的]|上去|进去|完整|全"
)
_IDLE = re.compile("这个|那个|这句|那句|里面|今天|上午|下午|有点|不要|不是|什么|怎么|大家|我们|他们")


_PAIRED = re.compile(r"(?P<old>[一-龥]{2,6})[，, ：:]+(?P<new>[一-龥]{2,8})")
"""袋子，环保袋"""


def reworded(words: str, draft: str) -> Intent:
    """A piece said otherwise: the word that is given for the one that both the message and the draft hold."""
    text = draft.split("\n", 1)[-1]
    if (
        (pair := _PAIRED.fullmatch(words))
        and text.count(pair["old"]) == 1
        and pair["new"] not in text
        and set(pair["old"]) & set(pair["new"])
    ):
        return Intent(Kind.WHICH, words=f"像是要换个说法。\n把{pair['old']}改成{pair['new']}")
    given = _WORDED.search(words)
    new = given["new"] if given and (given["mark"] or not _NO_WORD.search(given["new"])) else ""
    before = words[: given.start()] if given else ""
    old = common(before, text)
    named = re.sub(r"(?:[那这][个句条处段]|的)?[ ，,]*$", "", before)
    loosely = not re.search(r"\d", old) and len(old) < _SHARE_OF_OLD * len(_LAST.split(named)[-1])
    whole = [one for one in pointed(before, draft) if one.weight >= _POINTS] if new and loosely else []
    if _ADDRESS.fullmatch(new) and old:
        new = old + new
    elif len(whole) == 1:
        old = whole[0].named
        if re.search(r"\d", old) and not re.search(r"\d", new):
            return _asked(f"“{whole[0].words}”要换成怎么说？直接发新的说法就行。")  # its figure would be lost
        old, new = _figure_alike(old, new)
    elif whole or loosely:
        old = ""
    if re.fullmatch(rf"\d[\d.]*{UNIT}?", old) and not re.fullmatch(rf"\d[\d.]*{UNIT}", new):
        old = ""  # 3个→暂缓
    if len(new) > 2 and new in text and not old:
        return _asked(f"稿里写的就是“{new}”，没有动。")
    if new and old and new != old and text.count(old) == 1 and new not in old:
        return Intent(Kind.WHICH, words=f"像是要换个说法。\n把{old}改成{new}")
    said = _IN_QUOTES.search(words) or _OF_A_WORD.search(words)
    if said and said["word"] not in text and re.search("[两俩]个?字", words):
        return _asked(f"稿里没有“{said['word']}”这个词，没有动。")
    if said and said["word"] in text:
        return _asked(f"“{said['word']}”要换成什么？直接发新的说法就行。")
    found = pointed(words, draft)
    if not (found or given):
        return Intent(Kind.EDIT, words=words, edit=Edit(Act.TONE))
    if len(found) != 1:
        return _asked("直接说“把…改成…”，我照着换，不替你编。")
    if word := _blamed(words, text):
        return _asked(f"“{word}”要换成什么？直接发新的说法就行。")
    return _asked(f"“{found[0].words}”要换成怎么说？直接发新的说法就行。")


_ADDRESS = re.compile("同志|老师|师傅|先生|女士|医生")
_POINTS = 3


def _figure_alike(old: str, new: str) -> tuple[str, str]:
    """200余人 for 约200人 of 约200人观看: of a clause with one figure as much as a new one in its unit replaces."""
    figures, unit = (
        re.findall(r"(?:约|近|共)?\d[\d.]*[多余]?[一-龥]", old),
        re.fullmatch(r"\d[\d.]*[多余来]?([一-龥])", new),
    )
    return (figures[0], new) if unit and len(figures) == 1 and figures[0].endswith(unit[1]) else (old, new)


_OF_IT = re.compile(r"^(?:的|里|上|有|.{0,3}[那这句段条])")
"""湿度那条, 灭火器那儿: what follows the word makes it point at a clause."""


def _blamed(words: str, text: str) -> str:
    """The word of the draft that is found fault with: what both hold, where it stands once and points at no more."""
    old = common(words, text)
    after = words.split(old, 1)[-1] if old else ""
    plain = (
        old
        and words.lstrip('“"').startswith(old)
        and text.count(old) == 1
        and not re.search(r"\d|第", old)
        and not _OF_IT.match(after)
    )
    return old if plain and after and max(len(old), len(words) - len(old) - _SHORT) <= _SHORT else ""


_SHORT, _SHARE_OF_OLD = 6, 0.6
_LAST = re.compile("[，,]")


def common(words: str, text: str) -> str:
    """The longest run of characters that both hold."""
    for size in range(min(len(words), 20), 1, -1):
        for at in range(len(words) - size + 1):
            run = words[at : at + size]
            if run in text and re.fullmatch(r"[一-龥\d]+", run) and not _IDLE.fullmatch(run):
                return run
    return ""


def _asked(line: str) -> Intent:
    """A line that asks; the words may as well be of the day."""
    return Intent(Kind.WHICH, words=line)
