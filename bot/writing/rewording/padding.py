"""Words that say nothing the report could miss: 隆重, 那个, 咧, a bracket whose number was private."""

import re

from bot.domain.language.needed import Rule
from bot.domain.language.word_edges import words


def _briefly(m: re.Match[str]) -> str:
    """统计了一下职工体检 → 统计职工体检; 喷了一下 and 跳了一下数 need it."""
    before = words(m.string[: m.start()])
    if "了" in m.string[: m.start()]:
        return m[0]  # 收了2根，教育了一下: a deed beside another
    return "" if before and len(before[-1].text) > 1 and before[-1].kind[0] == "v" else m[0]


RULES: list[Rule] = [
    # 发了不少传单, 装了好多袋: how many nobody counted, and what was done the thing tells
    (
        re.compile(
            r"(?<=[发送讲答修清捞栽种收做借放贴换补拍印写画]了)(?:不少|许多|很多|好多|好些|一些|大量)(?=[一-龥]{2})(?!的)"
        ),
        "",
    ),
    (re.compile(r"(?<=了)好多(?=[袋箱件本册次场个张份户家处车批台])"), "多"),
    (re.compile(r"了?(?:咧|喽|嘞|咯|哒|嘎|咗|唻)(?=$|[，。；])"), "了"),
    (re.compile(r"(?:隆重|热烈)(?=举行|举办|召开|开幕|推出|启动|庆祝|纪念)"), ""),
    (
        re.compile(r"^(?:这|那)个(?=(?:[班队村团厂店院站坑桥井厕]|小区|学校|企业|工地|司机|病人|老人|孩子)(?![子长]))"),
        "该",
    ),
    (re.compile(r"(?<=的)那个$|^那个(?=[一-龥]{2})|[嗯呃]+(?=.)"), ""),
    (re.compile(r"咋(?=[一-龥])"), "怎么"),
    # 从10公里那边拉来, 跟信号那边说了, 灯会那边只有300个 need it
    (re.compile(r"(?<=[一-龥]{2})(?<![跟和与向从给对在到][一-龥]{2})(?<!里)那边(?=[一-龥]{2})(?!只)"), ""),
    # 15公里那个补给站: of what is named already
    (
        re.compile(
            r"(?<=[一-龥\d])(?<![裂坏漏开关老新旧大小])那个(?=[一-龥]|(?<=[一-龥]那个)\d)(?!月|季|年|时|周(?!奶|爷)|\d+[年月日号])"
        ),
        "",
    ),
    (re.compile(r"(?<=[看问查])了一?下(?=[一-龥]{2})(?!午)"), "了"),
    (re.compile(r"(?<=[一-龥]{2})(?:了一?|一)下(?=[一-龥]{2}|$)(?![半面方午])"), _briefly),
    (re.compile(r"[（(]\s*[)）]"), ""),
    (re.compile(r"(?:挺|蛮)(?=多|热闹|认真|开心|高兴|积极|满意)"), "很"),
]
