"""How much and since when: 一共 → 共, 大概 → 约, 两个钟头 → 两小时, 剩下3家 → 剩余3家."""

import re

from bot.domain.language.names import SURNAMES
from bot.domain.language.needed import Rule

RULES: list[Rule] = [
    (re.compile(r"少说(?:也|得)?有?(?=\d|好?几[十百千万])(?!\d+句)"), "至少"),
    (re.compile(r"(?P<n>\d+|一|两|半)个?(?:礼拜|星期)(?![一二三四五六日天])"), r"\g<n>周"),
    (re.compile(r"一共|总共"), "共"),
    # of how many: 6座里头完工了4座, 27盏里坏了19盏; 里头 of a place is plain 里
    (re.compile(r"(?<=\d[个人名家户件盏台辆份张处条只支把座场栋])里[头面]?(?=[^，。]*\d)"), "中"),
    (re.compile(r"^里头(?=有?\d|[^，。是]*\d+[一-龥]{1,2}$)"), "其中"),
    (re.compile(r"(?<=\d)个?钟头"), "小时"),
    (re.compile(r"用了(?=[^，。]{0,4}\d+[^，。]{0,4}(?:分|秒|小时|天))"), "用时"),
    (
        re.compile(r"剩下的(?=[一-龥]|\d{1,2}月\d)(?![一二三四五六七八九十两几半]|[人钱事活路书菜饭料货]|部分|任务)"),
        "其余",
    ),
    (re.compile(r"剩下的?(?![人活路事游])"), "剩余"),
    (re.compile(r"(?<=\d)(?:个人|号人|来号人|口人)|(?<=\d[多余])个人"), "人"),
    (re.compile(r"(?:大概|大约|差不多|估计|约莫|大致)(?:有|是|来)?(?=约)"), ""),
    # of somebody: 今年76 of buses is a count
    (
        re.compile(
            rf"(?P<of>(?:[老爷奶婆叔伯妈娘傅他她]|传承人|[{SURNAMES}][一-龥]{{1,2}}|叫[一-龥]{{2,3}})今年)(?P<age>[4-9]\d|1[01]\d)(?:了)?$"
        ),
        r"\g<of>\g<age>岁",
    ),
    (re.compile(r"改成了?"), "改为"),
    (re.compile(r"(?<=[一-龥])(?:加起来|合起来)(?:是|有)?(?=\d|约)"), "共"),
]
