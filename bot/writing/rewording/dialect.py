"""Words of the countryside in report words: 出水咧 → 出水, 落大雨 → 下大雨. Parts of the day are clocks.py's."""

import re

from bot.domain.needed import Rule

_CROPS = {
    "苞谷": "玉米",
    "苞米": "玉米",
    "棒子": "玉米",
    "洋芋": "土豆",
    "山药蛋": "土豆",
    "红苕": "红薯",
    "地瓜": "红薯",
}

RULES: list[Rule] = [
    (re.compile(r"了?(?:咧|喽|嘞|咯|哒|嘎|咗|唻)(?=$|[，。；])"), "了"),
    (re.compile(r"(?<=[一-龥])咗"), "了"),
    (re.compile(r"(?<=[一-龥])(?:哩|噻|撒|啵|嗦|咪)(?=$|[，。；])"), ""),
    (re.compile("|".join(c if c != "棒子" else "(?<=[掰收种浇打])棒子" for c in _CROPS)), lambda m: _CROPS[m[0]]),
    (re.compile(r"^下的(?=[大暴小中]?[雨雪]$)"), "下"),
    (re.compile(r"落(?=[大暴小中]?[雨雪](?!点))"), "下"),
    (re.compile(r"垮(?:脱|掉)了?"), "垮塌"),
    (re.compile(r"(?<=来)瞧(?=的|戏|热闹)"), "看"),
    (re.compile(r"(?<=[\d多来])(?:来)?(?:口子|号子)人?(?=$|[，。；、])"), "人"),
    (re.compile(r"(?<=[村镇乡厂屋地田沟院城街社校局馆])里头"), "里"),
    (re.compile(r"(?<=[村镇乡])里(?=组织|安排|派|出动|开始|请)"), ""),
    (re.compile(r"头名(?=是|系|$)"), "第一名"),
    (re.compile(r"(?<=[名军奖])系(?=[一-龥]{2})"), "是"),
    (re.compile(r"^喊了?(?=\d+[个名位])"), "组织"),
    (re.compile(r"(?P<v>[堵补盖围捆])起了?(?=$|[，。；])"), r"\g<v>好"),
    (re.compile(r"守到起?(?=$|[，。；])"), "值守"),
    (re.compile(r"(?P<ba>把|将)(?P<what>[^，。]{2,10})(?:弄|搞|整)到(?=[一-龥]{2})"), r"将\g<what>运至"),
    (re.compile(r"(?:机子|家伙什儿?)(?=$|[，。；])"), "机器"),
]
