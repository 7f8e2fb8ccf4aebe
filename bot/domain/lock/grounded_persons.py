"""Whether a person of a draft stands in the notes, and name-like words of which no note says anything."""

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.domain.language.names import GIVEN, SURNAMES, TITLES, Name
from bot.domain.language.quantities import UNIT
from bot.domain.language.word_edges import clause_around, word_over
from bot.domain.lock.grounds import Grounds, bare

_FULL_NAME = re.compile(rf"(?=([{SURNAMES}][{GIVEN}]{{2}})(?![一-龥]?[市县区镇乡村路局馆院校]))")


_GIVEN_WORDS = frozenset(
    (
        "文明 安全 方正 江山 平安 长江 黄河 万元 成立 成功 文化 文学 金银 建成 开展 全国 中国 "
        "全民 民主 方圆 和平 高大 高清 安康 元宵 春秋 大学 山河 江河 东西 南北 开启 正大 江南 "
        "华南 西北 东北 全元 广大 文星 光明 光荣 长久 永久 明亮 万民 万家 东山 西山 南山 金山 "
        "石山 马山 山东 河南 河北 海南 云南 湖南 湖北 江西 山西 陕西 广东 广西 生长 学生 先生 "
        "民生 新生 成长 宁静 和谐 雷电 冰雪 水利 利民 便利 顺利 正月 信义 信息 家庭 国家 大家 "
        "金属 武术 武林 华东 中华 主业 开业 学业 文艺 文玩 经典 古典 方言 单元 公元 车辆 温泉 "
        "康养 "
    ).split()
)


@lru_cache(maxsize=1024)
def _one_other(name: str) -> re.Pattern[str]:
    """Finds the name with any one character in the place of one of its own."""
    ways = (f"{name[:i]}[一-龥]{name[i + 1 :]}" for i in range(len(name)))
    return re.compile(f"(?=({'|'.join(ways)}))")


def unknown_names(text: str, grounds: Grounds) -> Iterator[str]:
    """Persons whom no note names: a known name with another character in it, or a name-like word nobody said."""
    for known in dict.fromkeys(grounds.names):
        if not re.fullmatch(rf"[{SURNAMES}][一-龥]{{2}}", known) or known.endswith(tuple(TITLES)):
            continue
        for m in _one_other(known).finditer(text):
            window = m[1]
            if (
                window != known
                and not (window[:2] == known[:2] and window[-1] not in GIVEN)
                and window not in grounds.blob
            ):
                yield window
    yield from (m[1] for m in _OTHER_HEADS.finditer(text) if m[1][:2] not in grounds.blob)
    for m in _FULL_NAME.finditer(text):
        if _HOUR_ABOUT.search(text[: m.start() + 1]):
            continue
        if (m[1] not in grounds.blob and _other_given_name(m[1], grounds)) or (
            m[1][:2] not in grounds.blob
            and m[1][1:] not in grounds.blob
            and not any(w in m[1] for w in _GIVEN_WORDS)
            and not _of_other_words(m.start(), m.start() + len(m[1]), text, grounds)
        ):
            yield m[1]


# First characters of names that begin with no Han surname, looked for behind a title: 馆长阿米尔.
_OTHER_HEADS = re.compile(
    "(?:" + "|".join(sorted(TITLES, key=len, reverse=True)) + ")([阿艾买努热吐帕扎茹祖萨库卓旺索][一-龥]{2})"
)
_HOUR_ABOUT = re.compile(r"[时分日]许$")


def _other_given_name(name: str, grounds: Grounds) -> bool:
    """滕文博, where the notes know 滕文 as the beginning of 滕文远 and nothing else."""
    known = re.findall(rf"{name[:2]}(?=([一-龥]))", grounds.blob)
    return bool(known) and all(c in GIVEN for c in known) and not any(w in name for w in _GIVEN_WORDS)


_TITLE_BEFORE = re.compile("(?:" + "|".join(sorted(TITLES, key=len, reverse=True)) + ")$")
_COUNTED = re.compile(UNIT)


def holds_person(name: Name, text: str, grounds: Grounds) -> bool:
    """Whether the notes hold the person, or what reads like a name is pieces of other words."""
    said = bare(name.text)
    if said in grounds.blob or (said.endswith("长") and len(said) > 2 and said[:-1] in grounds.blob):  # 曹局敲的锣
        return True
    if text[name.start - 1 : name.start].isdigit() and _COUNTED.match(name.text):  # 58位住院老人
        return True
    return _of_other_words(name.start, name.end, text, grounds)


def _of_other_words(start: int, end: int, text: str, grounds: Grounds) -> bool:
    """重|阳节为 begins in the middle of a word; 宗平宣|讲 ends in one, and what is left of it is known."""
    clause, first, last = clause_around(start, end, text)
    if word_over(clause, first) and not _TITLE_BEFORE.search(text[:start]):
        return True
    over = word_over(clause, last)
    return over is not None and over.start - first >= 2 and clause[first : over.start] in grounds.blob
