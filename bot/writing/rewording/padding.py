"""Words that say nothing the report could miss: 隆重, 那个, 咧, a bracket whose number was private."""

import re

from bot.domain.language.needed import Rule
from bot.domain.language.word_edges import words


def _briefly(m: re.Match[str]) -> str:
    """统计了一下职工体检 → 统计职工体检; 喷了一下 and 跳了一下数 need it."""
    before = words(m.string[: m.start()])
    return "" if before and len(before[-1].text) > 1 and before[-1].kind[0] == "v" else m[0]


RULES: list[Rule] = [
    (re.compile(r"了?(?:咧|喽|嘞|咯|哒|嘎|咗|唻)(?=$|[，。；])"), "了"),
    # 灭火器、喷淋还有燃气管道: 还有 joins two things
    (
        re.compile(
            r"(?<=[一-龥]{2})(?<![里晚夜午后前天间时上下中日月年也都处])(?<!^[一-龥]的)还有(?=(?!人|的|点|些|一|两|几)[一-龥]{2,10}(?:$|[，。]))"
        ),
        lambda m: "、" if re.search("[和跟与][^，]*$", m.string[: m.start()]) else "和",
    ),
    (re.compile(r"咋(?=[一-龥])"), "怎么"),
    (re.compile(r"(?<=[看问查])了下(?=[一-龥]{2})"), "了"),
    (re.compile(r"(?<=[一-龥]{2})了下(?=[一-龥]{2})(?![半面方午])"), _briefly),
    # 从10公里那边拉来, 跟信号那边说了, 灯会那边只有300个 need it
    (re.compile(r"(?<=[一-龥]{2})(?<![跟和与向从给对在到][一-龥]{2})(?<!里)那边(?=[一-龥]{2})(?!只)"), ""),
    (re.compile(r"(?<=[天年月周])下来(?=[一-龥\d])"), ""),
    (re.compile(r"(?:隆重|热烈)(?=举行|举办|召开|开幕|推出|启动|庆祝|纪念)"), ""),
    (
        re.compile(r"^(?:这|那)个(?=(?:[班队村团厂店院站坑桥井厕]|小区|学校|企业|工地|司机|病人|老人|孩子)(?![子长]))"),
        "该",
    ),
    # 就是评乡村旅游重点村的那个: says which one of those named before
    (re.compile(r"^(?:就是)?(?P<what>[^，。]{3,20})的那个$"), r"\g<what>"),
    # 那个 points at nothing in writing, unless it follows a verb that needs an object: 看那个, 就那个.
    (
        re.compile(
            r"(?<![裂坏漏开关老新旧大小])那个(?=[一-龥]|(?<=[一-龥]那个)\d)(?!月|季|年|时|周(?!奶|爷)|\d+[年月日号])"
            r"|(?:^|(?<=[，、的了]))(?:这个|那种|就是)(?=[一-龥]{2})(?!月|季|年|周|人[，。]|问题)"
        ),
        "",
    ),
    (re.compile(r"了?一下(?!午)(?=[一-龥]|$)"), _briefly),
    (re.compile(r"[（(]\s*[)）]"), ""),
    # 发了不少传单: of what was done the thing tells; how many nobody counted
    (
        re.compile(
            r"(?<=[发送讲答修清捞栽种收做借放贴换补拍印写画]了)(?:不少|许多|很多|好多|好些|一些|大量)(?=[一-龥]{2})(?!的)"
        ),
        "",
    ),
    (re.compile(r"(?<![一-龥])好多(?=[一-龥])"), "许多"),
    (re.compile(r"(?:特别|非常|挺|蛮|很|可|超级|好)(?=多|热闹|认真|开心|高兴|积极|满意)"), ""),
]
