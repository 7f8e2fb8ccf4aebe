"""The very thing that a question asks for stands beside its asking word: 退休 in 几岁退休, 押金 in 要押金吗."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.domain.language.grams import pairs, plain
from bot.domain.library.needs import HALF_STRANGE, LIGHT, UNHEARD_PAIR, Need, kind_of, speaks
from bot.domain.library.questions import Question
from bot.domain.library.wants import FIGURES, TIME_UNIT, serves

Forms = tuple[str, ...]

_ENDING = re.compile(r"(?:行吗|行不行|行不|可以吗|可不可以)?[吗么嘛呢啊呀不]*[？?。！!\s]*$")
_MODAL = (
    r"(?:一般|至少|大概|需要|应[该当]|必须|一定|非得|可以|要不要|用不用|能不能"
    r"|[最多少长短高低晚迟早要得能才只是给在到按用定设限会管])*"
)
_FIGURE = (
    rf"(?:(?:几|多少)(?:{TIME_UNIT}|岁|[点号次人名位个元块万倍级份家间平米台辆张层]|钱|费)?"
    r"|多久|多长时间|多[长大高远]|好久)"
)
_MODALS = re.compile(_MODAL + "$")
_BEFORE = re.compile(_MODAL + _FIGURE + "$")
_SIZE = re.compile(_MODAL + "(?:几|多少)(?:米|平米?|平方米?|度|层|岁|厘米|公里|分贝)$")
_BEHIND = re.compile(_FIGURE + "(?:以[上下内])?[才能可要]*(?=[一-龥]{2,4}$)")
_WHAT = re.compile(r"(?:什么|啥|哪种)(?=[一-龥]{2,4}$)")
_HOW = re.compile(r"(?:怎么|咋|如何)(?=[一-龥]{2,4}$)")
_HAD = re.compile(
    "(?:有没有|收不收|交不交|要不要|用不用|(?<!不)[要有收交买装卖带]|享受)[交买收装有办赔付领发报]?(?=[一-龥]{2,6}$)"
)
_WHOSE = (
    re.compile(_MODAL + "[有考办拿]?(?:什么|啥)(?:证|证书|学历|资[格质]|文凭|职称)$"),
    re.compile(_MODAL + "(?:收费|收钱|交[钱费税]|花钱|要钱|付钱)$"),
    re.compile(_MODAL + "(?:能不能|能|可以)?(?:[收带装]|合[法规]|违[法规])$"),
    re.compile(_MODAL + "[在去到]哪[里儿]?[做办交买修领查报]?$"),
    re.compile("(?:一定|必须|非得|是不是|要不要|用不用|要|得)+[买交装]$"),
    re.compile("(?:有什么|有啥|有哪些|的)?(?:要求|标准|条件|规格|程序|流程|手续|材料|规定)[是什么]*$"),
)
"""What is asked of the one who stands before: 经理要什么学历, 停车要收费吗, 保险一定要买吗, 着装要求."""
_FREE = re.compile(r"免费|无偿")
_NO_MATTER = re.compile(
    "手续|条件|材料|比例|面积|距离|金额|数量|东西|内容|后果|责任|好处|讲究|处分|处罚|义务|要求|规定|期限|时间|小时"
    "|限制|国家|收费|收钱|要钱|交钱"
    "|[一二两三四五六七八九十].{1,2}|.*(?:什么|啥|几|多少|不要).*|.+[完齐清明给来]|[被到给].+"
)
"""What any rule has, by whatever name, and what is done to the end: 补齐, 到场."""


@dataclass(frozen=True, slots=True)
class AskedFor:
    """The words asked for: `own` must be named by a text that answers, `counted` beside the figure that it gives.

    `fee` tells that it may be asked whether something is charged: who says that it is free answers.
    """

    own: tuple[Forms, ...] = ()
    counted: tuple[Forms, ...] = ()
    fee: bool = False

    @classmethod
    def by(cls, question: Question, needs: Sequence[Need]) -> "AskedFor":
        """What stands beside the asking word at the end of the question; before a figure, or had, it is a thing.

        A word that the library nowhere holds (外馆, 本钱) may be another one for what is counted; how a follow-up asks
        was said before of another matter.
        """
        if question.stress:
            return cls()
        asking = _ENDING.sub("", re.split(r"[，,；;。]", plain(question.text))[-1])
        said = [n.forms for n in needs if n.weight != HALF_STRANGE and len(n.forms[0]) > 1]
        words = [forms for forms in said if forms[0] not in LIGHT and not _NO_MATTER.fullmatch(forms[0])]
        strange = {n.forms for n in needs if n.weight == UNHEARD_PAIR and len(n.forms) == 1}
        things = [forms for forms in words if not kind_of(forms[0]).startswith("v")]
        if question.wants and question.wants[0].kind in FIGURES:
            found = (
                _ending(asking, _BEFORE, things)
                or _ending(asking, _SIZE, words)
                or _opening(asking, _BEHIND, words)
                or _deed(asking, [n.forms for n in needs if not _NO_MATTER.fullmatch(n.forms[0])], words)
            )
            return cls(counted=tuple(forms for forms in found if forms not in strange))
        had = _opening(asking, _HAD, things)
        whose = [found for pattern in _WHOSE for found in _ending(asking, pattern, words)]
        how = [forms for forms in _opening(asking, _HOW, words) if forms in strange]
        return cls((*_opening(asking, _WHAT, words), *had, *whose, *how), fee=bool(had))

    def unnamed(self, text: str) -> bool:
        """Whether a text that should answer nowhere names what is asked for."""
        return not (self.fee and _FREE.search(text)) and _lacks(self.own, lambda form: bool(speaks(form, text)))

    def uncounted(self, question: Question, sentences: Sequence[str]) -> bool:
        """Whether the sentences with a figure of the kind asked for say nothing of what it is asked of."""
        told = plain("".join(s for s in sentences if serves(question.wants[0], s))) if self.counted else ""
        return bool(told) and _lacks(self.counted, lambda form: _touches(form, told))


def _lacks(words: Sequence[Forms], held: Callable[[str], bool]) -> bool:
    return any(not any(map(held, forms)) for forms in words)


def _touches(form: str, text: str) -> bool:
    return bool(speaks(form, text)) or (len(form) > 2 and any(pair in text for pair in pairs(form)))


def _ending(asking: str, pattern: re.Pattern[str], words: Sequence[Forms]) -> tuple[Forms, ...]:
    """The longest word that ends where the pattern begins."""
    found = [
        forms
        for forms in words
        if any(pattern.fullmatch(asking, at.end()) for at in re.finditer(re.escape(forms[0]), asking))
    ]
    return tuple(sorted(found, key=lambda forms: -len(forms[0]))[:1])


def _deed(asking: str, every: Sequence[Forms], words: Sequence[Forms]) -> tuple[Forms, ...]:
    """What is done before the figure, with what it is done to: of 录像要存多久 either must be told of."""
    done = [forms for forms in _ending(asking, _BEFORE, every) if kind_of(forms[0]).startswith("v")]
    before = asking[: asking.rfind(done[0][0])] if done else ""
    return tuple((*done[0], *forms) for forms in _ending(before, _MODALS, words))


def _opening(asking: str, pattern: re.Pattern[str], words: Sequence[Forms]) -> tuple[Forms, ...]:
    """The word that follows the pattern and ends the question, alone or behind another (空气净化器)."""
    rests = {asking[found.end() :] for found in pattern.finditer(asking)}
    rests |= {rest.removeprefix(forms[0]) for rest in rests for forms in words}
    return tuple(forms for forms in words if forms[0] in rests)[:1]
