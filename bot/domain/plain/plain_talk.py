"""The empty-talk rule: what each sentence is worth, why, and what one fact would make it worth keeping.

It flags and advises and deletes nothing. A sentence is empty when it would stay true of any unit in any year:
it holds no slot that somebody could check (slots.py) and its words promise none. What is said about the whole
text lives in findings.py.
"""

import re
from dataclasses import replace

from bot.domain.language.names import places
from bot.domain.language.sentences import Span, clauses, split
from bot.domain.language.word_edges import words
from bot.domain.plain import findings, signs, vocabulary
from bot.domain.plain.advice import explain, settled, whom
from bot.domain.plain.learnt_worth import Odds, worth
from bot.domain.plain.slots import Slots, read
from bot.domain.plain.verdicts import Finding, Genre, Judgement, Sentence, Verdict, Wordings

_ORDINAL = re.compile(
    r"^\s*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|[\d０-９]{1,2}[、.．](?!\d)|"
    r"第[一二三四五六七八九十]{1,2}[，、]|[一二三四五六七八九十]{1,2}(?:是|要)|[①-⑩])\s*"
)
_PASSAGE = re.compile(
    r"如下[：:。]?$|^(?:下面|现在|今天)?，?(?:我|就).{0,20}(?:讲|谈).{0,8}(?:意见|要求|体会|问题|几点|方面)|"
    r"^同志们[：:，]?$|^各位.{0,12}[：:]$|(?:主要|这次).{0,4}(?:任务|目的|议题)?是.{0,60}(?:总结|通报|安排|部署)|"
    r"^附件?[：:\d]|^(?:此致|敬礼|谢谢大家|谢谢)|^[^，。；]{2,12}方面。?$|^(?:以上|特此).{0,6}(?:报告|通知|函复|请审阅)"
)
_HEADING = re.compile(
    r"(?:情况|问题|打算|要求|建议|安排|措施|做法|成效|成绩|计划|不足|总结|报告|通报|通知|方案|意见|体会|"
    r"要点|材料|信息|简报|清单|背景|概况|形势|部署|工作|思考|经验|亮点|进展|困难|难点|目标|结果|过程|名单|经过|分工|步骤)$"
)
# Tuned on the shared labels and on the tuning half of tests/evals/sentences.jsonl.
_LEAST = 0.5
_PER_HOLLOW = 1.8
_UNKNOWN_WORDS = 0.12
_HOLLOW_CLAUSE = 0.3
_MOVED_HOLLOW = 0.2
_IDLE = 0.5
_MOST_PADDING, _LEAST_PADDING = 5, 4
# Learnt odds that overrule the rules: few labelled sentences were as long as those of speeches.
_NEVER, _SUREST_EMPTY, _SURELY_EMPTY, _LIKELY_EMPTY, _HARDLY_EMPTY = 2.0, 0.9, 0.75, 0.5, 0.3
_LIKELY_FACT, _FACT, _MAYBE_FACT, _IDLE_COUNTED = 0.8, 0.65, 0.5, 0.6
_TITLE, _SHORT, _LONG = 40, 60, 100
_FIRM, _FIRMEST, _MOST_HOLLOW = 0.2, 0.4, 0.5
# No sentence is longer; a pasted line of megabytes without a full stop is judged by its beginning.
_LONGEST = 2000


def judge(text: str, *, genre: Genre = "any", wordings: Wordings | None = None) -> Judgement:
    """Judge every sentence and the whole text."""
    sentences = _with_title(tuple(_judged(span) for span in split(text)))
    counted = [s for s in sentences if s.verdict is not Verdict.STRUCTURAL]
    empty = sum(len(s.text) for s in counted if s.verdict is Verdict.EMPTY)
    found = (*_padding(sentences), *findings.find(text, sentences, genre=genre, wordings=wordings or Wordings()))
    ratio = empty / sum(len(s.text) for s in counted) if counted else 0.0
    return Judgement(not empty and not found, ratio, sentences, found)


def _padding(sentences: tuple[Sentence, ...]) -> tuple[Finding, ...]:
    """Clauses without a fact beside facts: 120人参加，活动取得圆满成功."""
    told = [s for s in sentences if s.verdict is Verdict.SUBSTANTIVE]
    idle = [_predicate(c.text.strip("，。；！")) for s in told for c in empty_clauses(s.text) if _surely_idle(c.text)]
    return tuple(Finding("empty-clause", f"“{clause}”没有事实，删去不影响意思") for clause in idle[:_MOST_PADDING])


def _predicate(clause: str) -> str:
    """The clause without the house that opens it: whoever takes the praise out must leave who did it."""
    end = 0
    for name in places(clause):
        end = name.end if name.start == end else end
    return clause[end:] if len(clause) - end >= _LEAST_PADDING else clause


def _surely_idle(clause: str) -> bool:
    """Stricter again than what a writer may drop: a title or a quotation may be what the clause is about."""
    slots = read(clause[:_LONGEST])
    return not re.search("[《“]", clause) and (bool(slots.framed) or slots.couplet or slots.hollow >= _IDLE)


def _with_title(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """Lines without a stop ahead of the text are title and masthead: they need hold no date and no figures."""
    ahead = next((n for n, s in enumerate(sentences) if s.text[-1] in "。！？；，：" or len(s.text) > _TITLE), 0)
    return (*(_as_title(one) for one in sentences[:ahead]), *sentences[ahead:])


def _as_title(one: Sentence) -> Sentence:
    if one.verdict is Verdict.VAGUE or not one.text.strip("（()）").strip("第期0123456789"):
        return replace(one, verdict=Verdict.STRUCTURAL, why="标题，不计入", advice="", ask="")
    if one.verdict is Verdict.EMPTY:
        return replace(one, why="口号式标题，换个单位、换一年也成立", advice="改成写明谁做了什么的标题", ask="")
    return one


def judge_sentence(text: str) -> Sentence:
    """The verdict on one sentence, offsets from its own start."""
    return _judged(Span(0, len(text), text))


def empty_clauses(sentence: str) -> tuple[Span, ...]:
    """The clauses that say nothing; a writer may drop them around the facts.

    Stricter than the verdict on a sentence: a clause leans on its neighbours, so only one that is full of
    empty words, or shaped like a claim, is named.
    """
    return tuple(clause for clause in clauses(sentence) if is_empty_clause(clause.text))


def is_empty_clause(text: str) -> bool:
    """Whether a clause may be dropped beside its neighbours."""
    slots = read(without_number(text)[:_LONGEST])
    shaped = bool(slots.framed) or slots.couplet
    return _worth(slots) is Verdict.EMPTY and (shaped or slots.hollow >= _HOLLOW_CLAUSE)


def without_number(text: str) -> str:
    """A sentence or heading without the number that it opens with."""
    return _ORDINAL.sub("", text, count=1)


def _judged(span: Span) -> Sentence:
    body = without_number(span.text)
    slots = read(body[:_LONGEST])
    if _is_structural(span.text, body, slots):
        verdict = Verdict.STRUCTURAL
    else:
        verdict = _weighed(_worth(slots), body, slots, numbered=body != span.text)
    heading = body != span.text and len(body) <= 30 and body.rstrip()[-1:] not in "。！？；，"
    why, advice, ask = explain(verdict, slots, heading=heading)
    if verdict is Verdict.VAGUE:
        idle = [_predicate(c.text.strip("，。；！")) for c in empty_clauses(span.text) if _surely_idle(c.text)][:2]
        advice = f"删去{''.join(f'“{clause}”' for clause in idle)}，补上事实" if idle else advice
        ask = whom(span.text) or ask
    elif verdict is Verdict.EMPTY:
        ask = settled(span.text) or ask
    return Sentence(span.text, span.start, span.end, verdict, why, advice, ask)


def _is_structural(text: str, body: str, slots: Slots) -> bool:
    bare = body.strip().rstrip("。：:；;，, ")
    if not slots.length or not bare or _PASSAGE.search(body.strip()):
        return True
    if len(bare) > 30 or slots.figures or text.rstrip()[-1:] in "。；！？" or "，" in bare:
        return False
    return _HEADING.search(bare) is not None and (slots.density > 0.5 or len(bare) <= 8)


def _weighed(verdict: Verdict, body: str, slots: Slots, *, numbered: bool) -> Verdict:
    """The verdict of the rules, or that of the learnt weights where the rules go by little."""
    if len(body) > _LONG:
        return verdict
    if verdict is Verdict.SUBSTANTIVE:
        return Verdict.EMPTY if _only_counted(slots) and _is_idle_uncounted(body) else verdict
    odds, behind = worth(body, numbered=numbered), _told_behind(body)
    slogan = slots.couplet and (slots.hollow or odds.fact < _LIKELY_FACT)
    if not slogan and (behind >= _LIKELY_FACT or (verdict is Verdict.VAGUE and _tells(odds, slots))):
        return Verdict.SUBSTANTIVE
    if verdict is Verdict.VAGUE:
        least = _least_empty(slots, short=len(body) <= _SHORT)
        return Verdict.EMPTY if odds.empty >= least else verdict
    if len(body) <= _SHORT:
        firm = slots.saying or slots.hollow >= _FIRM
        fact = behind >= _MAYBE_FACT or (odds.fact >= _LIKELY_FACT and slots.hollow < _FIRMEST)
        return Verdict.VAGUE if fact or (odds.empty < _HARDLY_EMPTY and not firm) else verdict
    return verdict


def _tells(odds: Odds, slots: Slots) -> bool:
    """What was done, ordered, settled or found, told without a figure: no list holds all the deeds there are."""
    return odds.fact >= _FACT and slots.hollow < _MOST_HOLLOW and not (slots.defect or slots.some or slots.loose_figure)


def _told_behind(body: str) -> float:
    """How likely a fact stands behind an aim or a praise (在全局共同努力下，拖了三年的产权证办下来了)."""
    parts = clauses(body)
    told = next((n for n, part in enumerate(parts) if not _is_preamble(part.text)), len(parts))
    rest = "".join(part.text for part in parts[told:])
    if not told or not rest:
        return 0.0
    slots = read(rest)
    idle = slots.exhorts or slots.saying or slots.hollow >= _FIRM
    return 0.0 if idle else worth(rest, numbered=False).fact


def _is_preamble(clause: str) -> bool:
    return signs.PREAMBLE.search(clause) is not None or is_empty_clause(clause)


def _only_counted(slots: Slots) -> bool:
    """Whether a count is all that can be checked."""
    named = slots.title or slots.named or slots.deadline or slots.owner or slots.speech or slots.zero
    return bool(slots.figures) and not (named or slots.day or slots.person or slots.count("result"))


def _is_idle_uncounted(body: str) -> bool:
    """How many show an attitude makes it no deed (36名党员冲锋在前): what is said without the count is weighed."""
    parts = clauses(body)
    first = next((n for n, part in enumerate(parts) if signs.HEADS.search(part.text)), 0)
    told = "".join(part.text for part in parts[first:])
    bare = signs.HEADS.sub(lambda heads: heads[0] if _is_object(told[: heads.start()]) else "", told)
    slots = read(bare)
    least = _HARDLY_EMPTY if _worth(slots) is Verdict.EMPTY else _IDLE_COUNTED
    return not slots.figures and worth(bare, numbered=False).empty >= least


def _is_object(before: str) -> bool:
    """Whether what follows is what a deed was done to: 覆盖|9个乡镇, 讲了|37名烈士的事迹."""
    last = words(signs.BREAK.split(before)[-1])[-1:]
    return bool(last) and (last[0].kind.startswith("v") or last[0].text in "了过")


def _least_empty(slots: Slots, *, short: bool) -> float:
    """How sure the weights must be of a sentence without a fact: surer the more it holds that could be asked about."""
    if slots.day or slots.person or slots.figures or slots.deadline or slots.owner:
        return _NEVER
    if slots.count("result") or slots.count("mechanism"):
        return _SUREST_EMPTY if short else _NEVER
    return _LIKELY_EMPTY if slots.hollow else _SURELY_EMPTY


def _worth(slots: Slots) -> Verdict:
    if _is_substantive(slots):
        return Verdict.SUBSTANTIVE
    concreteness = _concreteness(slots)
    if slots.loose_figure and slots.deeds and not slots.framed and not slots.exhorts:
        return Verdict.VAGUE
    if (slots.framed and concreteness < 3) or (slots.couplet and concreteness < 1):
        return Verdict.EMPTY
    if slots.saying and not (slots.person or slots.place or slots.title or slots.defect):
        return Verdict.EMPTY
    limit = _LEAST + _PER_HOLLOW * slots.hollow
    if concreteness > limit:
        return Verdict.VAGUE
    # Words that no list knows may be a fact, unless they only exhort.
    return Verdict.VAGUE if slots.hollow < _UNKNOWN_WORDS and not slots.exhorts else Verdict.EMPTY


def _is_substantive(slots: Slots) -> bool:
    """Does the sentence hold enough that somebody could check?"""
    if slots.figures or slots.zero or slots.speech or _is_told(slots):
        return True
    if slots.owner and (slots.deadline or slots.day or not slots.intent):
        return True
    if slots.deadline and (slots.deeds or slots.count("mechanism") or not slots.hollow):
        return True
    if slots.day or slots.recurrence or slots.delivery:
        return slots.density > 0.4 or slots.deeds > 0
    if slots.intent or slots.framed:
        return False
    if slots.count("result") and slots.hollow < 0.6 and not slots.loose_figure and not slots.some:
        return True
    return slots.hollow < 0.5 and _evidence(slots) >= 2


def _is_told(slots: Slots) -> bool:
    """A change, a decision, a thing that broke or what a house did that is named, told without a figure."""
    if slots.some or slots.exhorts or slots.couplet or slots.saying:
        return False
    if slots.defect and (slots.person or (slots.place and not slots.hollow)):
        return True
    named = slots.by_name and not (slots.hollow or slots.intent or slots.anybody)
    return named or (slots.moved and slots.hollow < _MOVED_HOLLOW)


def _evidence(slots: Slots) -> float:
    """Deeds and names that prove little each and enough together: who or what by name, and what was done."""
    names = slots.named + slots.title + slots.person + 0.7 * slots.place + 0.5 * slots.going
    deed = min(1.5, _firm_deeds(slots)) + min(0.8, 0.5 * _loose_deeds(slots))
    if not deed or names < 0.7:
        return 0.0
    rest = min(0.6, 0.3 * slots.count("mechanism")) + (0.3 if slots.loose_figure else 0.0)
    return deed + names + rest - slots.anybody


def _loose_deeds(slots: Slots) -> int:
    return sum(word in vocabulary.LOOSE_ACTS for word in slots.words.get("act", ()))


def _firm_deeds(slots: Slots) -> int:
    return slots.count("act") - _loose_deeds(slots)


def _concreteness(slots: Slots) -> float:
    """How much there is to ask about: mechanisms and named defects weigh most, things least."""
    named = slots.title + slots.named + slots.person + slots.going
    deeds = _firm_deeds(slots) + 0.3 * _loose_deeds(slots) + slots.count("result")
    objects = 1.8 * slots.count("mechanism") + 0.7 * slots.count("thing")
    return objects + deeds + 2.4 * slots.defect + 0.8 * named
