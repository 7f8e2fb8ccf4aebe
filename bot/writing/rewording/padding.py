"""Words that say nothing the report could miss: 隆重, 那个, 亲切, a basis without a name."""

import re

from bot.domain.language.needed import Rule

RULES: list[Rule] = [
    (re.compile(r"(?P<v>[换买领配])(?:了?个|了一?[台块根把辆套盏条])(?=[新旧]的$)"), r"\g<v>了"),
    (re.compile(r"(?<=看)了下(?=[一-龥]{2})"), "了"),
    (re.compile(r"咋(?=[一-龥])"), "怎么"),
    (re.compile(r"^那个(?=[班队村团店厂院站坑桥井厕]|小区|学校|企业|工地|司机|病人|老人|孩子)"), "该"),
    (re.compile(r"^这个(?=[班队村团](?:刚|又|今年|去年|还|已|获|拿|得|有|是|共|一共|要))"), "该"),
    (re.compile(r"(?<=[天年月周])下来(?=[一-龥\d])"), ""),
    (re.compile(r"(?<=[一-龥]{2})那边(?=[一-龥]{2})"), ""),
    (re.compile(r"(?<=[一-龥]{2})(?:这个|那个|这家|那家)(?=\d{1,2}月|计划|限|明年|下周)"), ""),
    (re.compile(r"(?<=[一-龥]{2})这(?=[条项处件](?:计划|限|\d|要|需|得))"), "一"),
    (re.compile(r"(?:隆重|热烈)(?=举行|举办|召开|开幕|推出|启动|庆祝|纪念)"), ""),
    # 就是评乡村旅游重点村的那个: says which one of those named before
    (re.compile(r"^(?:就是)?(?P<what>[^，。]{3,20})的(?:那|这)(?:个|家|处|里)$"), r"\g<what>"),
    (re.compile(r"(?:经过|经)(?:激烈|紧张|精彩)(?:的)?(?:角逐|比拼|较量|竞争)$"), ""),
    (re.compile(r"(?:最终|最后)(?=评出|评选|决出)"), ""),
    # 那个 points at nothing in writing, unless it follows a verb that needs an object: 看那个, 就那个.
    (
        re.compile(
            r"(?<![裂坏漏开关老新旧大小])那个(?=[一-龥])(?!月|季|年|周|时)|(?:^|(?<=[，、的了]))(?:这个|那种|就是)(?=[一-龥]{2})(?!月|季"
            r"|年|周|人[，。]|问题)"
        ),
        "",
    ),
    (re.compile(r"(?<=[一-龥])(?<![翻量试])了?一下(?!午)(?=[一-龥]|$)"), ""),
    (re.compile(r"[（(]\s*[)）]"), ""),
    (re.compile(r"亲切(?=座谈|交谈|慰问|看望|会见|交流)"), ""),
    (re.compile(r"(?:特别|非常|挺|蛮|很|可|超级|好)(?=多|热闹|认真|开心|高兴|积极|满意)"), ""),
]
