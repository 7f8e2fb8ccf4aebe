"""What was not there or not done: 没发现 → 未发现, 没证 → 无证, 没伤着人 → 无人员受伤."""

import re

from bot.domain.language.needed import Rule
from bot.domain.language.word_edges import words

_LACKING = (
    r"没有?(?![一-龥]{1,3}了$)(?=护栏|灯|证|路|水|电|标识|钱|名额|条件|经验|逃生|隐患|问题|人员|未成年|配套|空调|监控|保险|损失|消防"
    r"|异常|场地|身份证|毛病)"
)
# 没看清, 没说, 没用, 没想到: what is said so has no other words in a report.
_AS_SAID = frozenset("看说听问想敢用有法反会能让错事")
# The dictionary does not mark these as verbs.
_DEEDS = frozenset("标 过 给 收费 到 着".split())
_MEANT = frozenset("反应 想到 办法 意见 关系 准备 意思 回音".split())


_PAPERS = re.compile(
    r"(?!.?[办签订填写交报制定建做送带出贴发挂看见提准编录])[一-龥]{2,4}(?:台账|记录|执照|许可证?|预案|制度|报告|手续|合同|名单|标识|证明)"
)


def _not_so(m: re.Match[str]) -> str:
    """没谈成 is 未谈成; what is no verb stays."""
    behind = m.string[m.end() :]
    if "有" in m[0] and _PAPERS.fullmatch(behind):
        return m[0]  # 没有进货台账: what is lacking is a paper, nothing was left undone
    after = words(behind)[0]
    if "有" in m[0] and (behind.endswith("的") or len(after.text) < 2 or after.end == len(behind)):
        return m[0]  # 没有送医的: none was; 没有|漏保, 没有|广播: what is not there may be a thing
    if (after.kind[0] != "v" and after.text not in _DEEDS) or after.text[0] in _AS_SAID or after.text in _MEANT:
        return m[0]
    return "尚未" if m[0][0] == "还" else "未"


RULES: list[Rule] = [
    (re.compile(r"(?<!没[一-龥])没人伤着?(?=$|，)|没伤着人|没伤(?:到)?人(?!没)|没人受伤|没有人受伤"), "无人员受伤"),
    (re.compile(r"(?<!得)不够(?=$|[，、；]|差\d)"), "不足"),
    (re.compile(r"(?:没收|没要|不收|未收)(?:一分钱|钱)|分文(?:未取|不收)"), "未收取费用"),
    (re.compile(r"^没有?问题$|没(?:有)?(?:什么|啥)问题"), "未发现问题"),
    (re.compile(r"(?<!没[一-龥])没人(?=[一-龥])"), "无人"),
    (re.compile(r"(?<![电水气货车料款钱件药苗书机品材])没来成?(?!得及)"), "未到场"),
    (re.compile(_LACKING), "无"),
    (re.compile(r"(?:还|(?<![淹沉埋吞出]))没(?:有(?=[一-龥]{2}))?(?=[一-龥])(?![一-龥]了|[一-龥]没)"), _not_so),
]
