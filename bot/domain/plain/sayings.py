"""Sayings: what would be true of anybody. Opinions, proverbs and calls are known by their shape, not by their words.

A fact has somebody who did something, once. A saying sets a condition for all (只要…就), weighs two things against
each other (不是…而是), says a thing twice with one word changed, or tells what "we" know, need and never forget.
"""

import re
from itertools import pairwise

from bot.domain.language.needed import Seldom

_IN = r"[^，。；：！？]"
_LAW = Seldom(
    # A condition and what always comes of it.
    rf"只[要有]{_IN}{{1,16}}，?{_IN}{{0,8}}(?:[就才都]|没有)|没有{_IN}{{1,10}}(?:就|什么都|一切都)|有(?:多|什么样的?)大?{_IN}{{1,8}}，?才"
    rf"|{_IN}{{2,12}}，{_IN}{{0,10}}(?:才会|才能|自然就?会?|就知道|就有|就不会)(?!在|于)"
    # One thing weighed against another.
    rf"|不(?:是|在于){_IN}{{1,16}}，而(?:是|在于)|与其{_IN}{{2,12}}，不如|没有最{_IN}，只有更|{_IN}{{1,10}}才是最{_IN}{{1,8}}"
    rf"|是最(?:好|美|大|亮|真|暖){_IN}{{0,2}}的{_IN}{{1,6}}(?=[，。！]|$)"
    r"|没有(?:小事|捷径|旁观者|局外人|终点|完成时|特殊|例外|退路|借口)|总比[^，。；]{1,6}[多强好]"
    r"|更[^，。；]{1,4}了，[^，。；]{1,6}更|呈现[^，。；]{0,14}(?:局面|态势|景象|势头)"
    rf"|{_IN}{{2,8}}(?:胜过|赛过|强过|不如){_IN}{{2,8}}，|最能{_IN}{{2,8}}(?=[，。])"
    # What always holds, and what may never be done.
    r"|(?:什么时候|任何时候|无论何时|哪里|谁)[都也]|永远(?:不|在|是|没)|从来(?:都是|不是|没有)|一刻(?:也|都)不"
    r"|[急慢马虎少松懈含糊]{1,2}不得|容不得|来不得|开不得|是第一[条位]|就是(?:大事|硬道理|不简单|不平凡|根本)"
    # What the speaker thinks.
    r"|^(?:说到底|归根到底|说白了|说一千道一万|俗话说|常言道|古人云|毫无疑问|我们深知|要知道|事实证明|实践证明)"
    rf"|(?:说明|证明|可见)(?:了)?(?:我们|大家|这条|我局){_IN}{{0,8}}(?:路子?|方向|思路|做法|选择|探索){_IN}{{0,6}}[对准好]"
    rf"|关键(?:还是?|就|还要)?[在靠看]|还(?:是)?(?:要|得)靠{_IN}{{1,6}}(?=[，。]|$)"
    # Pictures.
    rf"|(?:就|好)像{_IN}{{1,8}}，|(?:种子|火种|果实|根须?){_IN}{{0,12}}(?:生根|发芽|开花|结果)|心里(?:有杆秤|装着|亮堂)"
    rf"|(?:极?不平凡|硕果累累|承前启后|继往开来){_IN}{{0,4}}的?一年|站在新的{_IN}{{0,6}}(?:起点|历史)"
    rf"|(?:精气神|干劲|步子|底气|信心|劲头|面貌|精神头){_IN}{{0,4}}(?:更|越来越|焕然|百倍|十足)"
)
# Something that was done or is the case somewhere: a saying has none of it.
_HAPPENED = re.compile(r"了(?!的)(?=[一-龥《“\d])|已[经]?(?=[一-龥])|正在|昨|今[天早晚]|截至")
_MOST = 60
# 十二分的热情, 百分之百的干劲, 一分部署九分落实: nothing is counted.
BOASTS = re.compile(
    r"(?:十[一二]?分|[一二三四五六七八九]分|[十百千万]+倍|百分之百|百分之一?百二十|1[02]0%|[百千万]分)的?"
    r"(?:热情|干劲|努力|信心|精力|决心|力气|耐心|责任心|劲头|用心|真心|把握|满意|投入|诚意|部署|落实|汗水|天赋|小心|警惕)"
    r"|(?:信心|勇气|精神)[十百千万]倍"
)


def is_saying(text: str) -> bool:
    """Whether the sentence has the shape of a saying and tells of nothing that happened."""
    return len(text) <= _MOST and (_LAW.search(text) is not None or _echoes(text)) and _HAPPENED.search(text) is None


def _echoes(text: str) -> bool:
    """多想一点，多走一步，多问一句; 路要一步一步走，饭要一口一口吃: clauses built alike around the same words."""
    clauses = [c for c in re.split(r"[，、；：。！]", text) if c]
    return any(
        4 <= len(a) <= 14
        and abs(len(a) - len(b)) <= 1
        and (sum(x == y for x, y in zip(a, b, strict=False)) * 2 >= min(len(a), len(b)) or _old_style(a, b))
        and not re.search(r"\d", a + b)
        for a, b in pairwise(clauses)
    )


def _old_style(a: str, b: str) -> bool:
    """千里之行始于足下，万丈高楼起于垒土: as long, with the same particle in the same place."""
    return len(a) == len(b) >= _VERSE and any(x == y and x in "于之者则必皆亦" for x, y in zip(a, b, strict=True))


_VERSE = 6
