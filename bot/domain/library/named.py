"""What a question asks for by name, which a text that answers must name as well."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.language.grams import plain
from bot.domain.library.followups import STEPS
from bot.domain.library.needs import STRANGE, STRESSED, UNHEARD, UNHEARD_PAIR, Need, speaks
from bot.domain.library.questions import Question
from bot.domain.library.wants import FIGURES

NAMED = re.compile(
    r"[一-龥]{1,3}?(?:费|金|假(?!唱|冒|票|证|货)|薪|工资|补贴|补助|津贴|(?<![评代])价|佣金|利息|学历|职称|电话|地址|余额|折扣)"
    r"(?=[一-龥]{0,8}?(?:多少|几|怎么算|什么|$))(?![一-龥]*(?:[能可](?![一-龥]*[几多])|[应要]|行不|[吗么]$))"
    r"|(?:增值|印花|契|所得|房产|营业|消费|关|个)税|(?<=[少么啥])税|[一-龥]?专票"
    r"|[一-龥]{2}(?=(?:怎么|咋|如何)收费|收费标准|收多少钱|能不能收|[放选挂](?:什么|啥)$)"
    r"|[租雇](?=[^，]{0,6}(?:多少钱|几块))"
)
"""What is asked for by its own name: who asks for 培训费 is not answered by 会议费, nor a rent by another price."""
LAND = re.compile(
    r"^(?:日本|韩国|朝鲜|美国|英国|法国|德国|意大利|西班牙|荷兰|瑞士|俄罗斯|印度|泰国|越南|新加坡|加拿大|澳大利亚|埃及)"
    r"(?!的?[^，的]{0,2}[人客员籍团队手星导片影剧])(?!.*(?:来|请|引进|进境|入境|中国|我国|国内|跟我们))"
)
"""How it is in another country, our law does not tell; who comes from there is asked of as a foreigner."""
PAPER = re.compile(r"([一-龥]{2})证(?=怎么|咋|多久|[要得]?[交办考换补拿找]|过期|丢了|[吗呢么]?$)")
"""A certificate by its name: 健康证 is not spoken of where 健康 is."""
TRADE = re.compile(
    r"[一-龥]{1,3}(?:(?<![饭酒书商开个到进家的间入在这那购物老小查])店|(?<!网)吧(?=[一-龥])"
    r"|(?<![上下加值接领交办开])班(?![子组委次车])|(?<![舞歌展餐大客])厅(?!长)|[屋铺](?!子)|会所|俱乐部|工作室|公寓|无人机)"
)
"""A trade or a course that the rules may not know: 剧本杀店, 二胡班."""
ABROAD = re.compile(r"出国|国外|境外|出境|海外|港澳|[（(]境[)）]")
"""What holds at home is no answer to who asks of abroad."""
ALL_NAME, LONG_NAME, SHORT_NAME, NO_TRADE = 0.6, 0.2, 0.26, 0.6
OTHER_PAPER = 0.3
STRESSED_NAME = 0.4
LONG, RARE = 3, 4.0
"""From how many characters a word is a name, from what weight one of a follow-up says what is asked about."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a question asks for by name, held against texts: things with a name of their own, trades that the word list
    does not know, names of three characters and more in a question for a figure, and single characters that no rule of
    the library holds (酒, 狗).

    `abroad` marks a question for a figure abroad, `rare` and `alone` are what tells of whom or what it asks.
    """

    own: tuple[str, ...]
    trades: tuple[str, ...]
    papers: tuple[str, ...]
    long: tuple[str, ...]
    single: tuple[str, ...]
    abroad: bool
    stressed: tuple[str, ...]

    @classmethod
    def by(cls, question: Question, needs: Sequence[Need]) -> "Named":
        """What must be named by a text that answers the question."""
        known = [form for need in needs if len(need.forms) > 1 for form in need.forms[:1]]
        text = plain(question.text)
        figure = bool(question.wants) and question.wants[0].kind in FIGURES
        lone = (need for need in needs if len(need.forms) == 1 and need.weight >= STRANGE)
        return cls(
            (*LAND.findall(text), *(n for n in NAMED.findall(text) if not any(n in k or n.endswith(k) for k in known))),
            tuple(word for word in TRADE.findall(text) if not _ends_known(word, known)),
            tuple(name for name in PAPER.findall(text) if not any(name in k or k.endswith("证") for k in known)),
            tuple(need.forms[0] for need in lone if len(need.forms[0]) >= LONG) if figure else (),
            tuple(need.forms[0] for need in needs if len(need.forms[0]) == 1 and need.weight == UNHEARD),
            figure and bool(ABROAD.search(question.text)),
            tuple(need.forms[0] for need in needs if len(need.forms) == 1 and _stressed(need, question.stress)),
        )

    def missing(self, text: str) -> float:
        """The doubt that a text leaves because it nowhere names what it must, 0 where it does."""
        spoken = plain(text)
        own = any(not any(name[-size:] in spoken for size in (3, 2)) for name in self.own)
        trade = any(not (word[-2:] in spoken or (len(word) > 2 and word[-3:-1] in spoken)) for word in self.trades)
        paper = any(not re.search(f"{name}[^，。；]{{0,6}}证", spoken) for name in self.papers)
        abroad = self.abroad and not ABROAD.search(spoken)
        long = any(not speaks(name, spoken) for name in self.long)
        single = any(char not in spoken for char in self.single)
        doubt = NO_TRADE * trade + ALL_NAME * (own or abroad) + LONG_NAME * long + SHORT_NAME * single
        doubt += STRESSED_NAME * any(not speaks(word, spoken) for word in self.stressed)
        return doubt + OTHER_PAPER * paper


def _stressed(need: Need, stress: str) -> bool:
    """Whether a follow-up names it as its own matter: 商务 in 那商务接待呢 is not what 公务接待 is."""
    telling = need.weight >= STRESSED * RARE or need.weight == STRESSED * UNHEARD_PAIR
    word = need.forms[0]
    return telling and len(word) > 1 and word in stress and not STEPS.fullmatch(word)


def _ends_known(word: str, known: Sequence[str]) -> bool:
    """Whether the word list knows the trade itself (文物店), not only what stands before it (剧本 in 剧本杀店)."""
    return any(word in term or word.endswith(term) for term in known)
