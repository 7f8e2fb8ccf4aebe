"""Who won and what was won or listed: 一等奖给了王芳 → 王芳获一等奖."""

import re

from bot.domain.language.needed import Rule

RULES: list[Rule] = [
    (
        re.compile(r"^(?P<w>一等奖|二等奖|三等奖|金奖|银奖|铜奖|冠军|第一名)给了(?P<who>[^，。]{2,30})$"),
        r"\g<who>获\g<w>",
    ),
    (
        re.compile(r"^(?P<g>[一-龥]{0,6}组)?第一(?:名)?是(?P<who>[^，。]{2,20})$"),
        lambda m: f"{m['who']}获{m['g'] or ''}第一名",
    ),
    (re.compile(r"(?P<a>[一-龥]{1,3}组\d+支)(?=[一-龥]{1,3}组)"), r"\g<a>、"),
    (re.compile(r"进了(?=(?:国家|省|市)级?[^，。]{0,8}(?:名录|名单|库))"), "列入"),
    (re.compile(r"报了名"), "报名"),
    (re.compile(r"(?P<v>[获取赢夺博])得了"), r"\g<v>得"),
    (re.compile(r"得了(?=[^，。]{0,20}(?:[一二三]等奖|第[一二三\d]|冠军|亚军|季军|[金银铜]奖|优秀奖|奖$))"), "获"),
    (re.compile(r"(?:拿|得|获)了?个(?P<n>第[一二三四五六七八九十\d]+)(?:名)?"), r"获\g<n>名"),
    (re.compile(r"(?<![一-龥])?拿(?:了|下|到)(?=[^，。]{0,20}(?:奖|第|名|冠军|亚军))"), "获"),
]
