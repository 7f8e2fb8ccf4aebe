"""Words of the countryside in report words: 出水咧 → 出水, 落大雨 → 下大雨. Parts of the day are clocks.py's."""

import re

from bot.domain.language.needed import Rule

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
    (re.compile(r"屋头|屋里头"), "家中"),
    (re.compile(r"没得"), "没有"),
    (re.compile(r"(?:一|两)哈(?:哈|儿|子)?就?"), ""),
    (re.compile(r"(?P<v>[帮看跟陪拿送守])到起?(?=收|挖|割|搬|修|种|插|打|抬|背|栽|掰|扫|清|走|去|一起)"), r"\g<v>着"),
    (re.compile(r"了?(?:咧|喽|嘞|咯|哒|嘎|咗|唻)(?=$|[，。；])"), "了"),
    (re.compile(r"(?<=[一-龥])(?:哩|噻|撒|啵|嗦|咪)(?=$|[，。；])"), ""),
    (re.compile("|".join(c if c != "棒子" else "(?<=[掰收种浇打])棒子" for c in _CROPS)), lambda m: _CROPS[m[0]]),
    # 灭火器、喷淋还有燃气管道: 还有 joins two things
    (re.compile(r"(?<=[一-龥]{2})还有(?=(?!人|的|点|些|一|两|几)[一-龥]{2,10}(?:$|[，。]))"), "和"),
    (re.compile(r"^跑了?(?=\d+个?(?:农贸|集贸|超市|市场|学校|加油站|企业|工地|门店|村|社区|乡镇))"), "走访"),
    (re.compile(r"落(?=[大暴小中]?[雨雪](?!点))"), "下"),
    (re.compile(r"(?<=[\d多来])(?:来)?(?:口子|号子)人?(?=$|[，。；、])"), "人"),
    (re.compile(r"(?<=[村镇乡厂屋地田沟院城街社校局馆区园店站])里头"), "里"),
    (re.compile(r"头名(?=是|系|$)"), "第一名"),
    (re.compile(r"(?P<ba>把|将)(?P<what>[^，。]{2,10})(?:弄|搞|整)到(?=[一-龥]{2})"), r"将\g<what>运至"),
    (re.compile(r"(?:机子|家伙什儿?)(?=$|[，。；])"), "机器"),
]
