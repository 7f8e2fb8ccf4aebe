"""What an editor would still mark when the clause is in report words: 了, 都, 还, the 的 at its end."""

import re

from bot.domain.language.needed import Rule
from bot.domain.language.praise import PRAISING, SWEEPING
from bot.domain.language.word_edges import words
from bot.writing.aspect import settled
from bot.writing.verbs import ENDING, ended


def _dated(m: re.Match[str]) -> str:
    """9月23日开班的 drops its 的; behind a verb of one character or a noun it stands for something."""
    last = words(m["said"])[-1]
    return m["said"] if len(last.text) > 1 and last.kind[0] == "v" else m[0]


# 水带老化6条，换了: a verb alone, of what was told before it.
_OF_IT = (
    dict(zip("换修改拆清洗封", "更换 维修 改正 拆除 清理 清洗 封存".split(), strict=True))
    | {
        did: did
        for did in (
            "登记 备案 上报 整改 更换 维修 报修 送修 报警 回复 答复 处理 移交 归档 清理 下架 没收 封存 销号 记录 拍照"
            " 通知 立案 批评 警告 联系"
        ).split()
    }
    | {"记下": "记录"}
)


def _of_it(m: re.Match[str]) -> str:
    return ("均已" if m["all"] else "已") + _OF_IT[m["did"]]


def _each(m: re.Match[str]) -> str:
    """试了3次水都正常 → 均正常; 都准, 都满了, 都是水表冻了 are said as they are."""
    behind = m.string[m.end() :]
    first = words(behind)[0]
    bare = (first.kind == "a" or first.text in "去准满干") and len(first.text) == 1 and behind[1:] in ("", "了")
    spoken = bare or _SPOKEN.match(behind) or _EVEN.search(m.string[: m.start()])
    return m[0] if spoken else "均"


_SPOKEN = re.compile(r"[一-龥][不得]|是[^，。]*了$")
# 一度电都用不了, 自己都不知道, 连书记都来了: even these
_EVEN = re.compile(r"(?:[谁啥哪半]|什么|自己|一[一-龥]{1,2}|连[^，。]{1,8})$")
RULES: list[Rule] = [
    (re.compile(rf"^(?P<all>[都全])?(?:已经?)?(?P<did>{'|'.join(_OF_IT)})了$"), _of_it),
    (ENDING, ended),
    (re.compile(r"^.*了.*$"), lambda m: settled(m[0])),
    (re.compile(r"已经"), "已"),
    (re.compile(rf"(?:{SWEEPING}(?:、|的|地)?)+(?=[一-龥]{{2}})"), ""),
    (
        re.compile(
            rf"{PRAISING}地?(?=开展|组织|举办|召开|举行|推进|学习|进行|讲解|宣传|检查|排查|整治|解答|完成|参与"
            r"|参加|传达)"
        ),
        "",
    ),
    (re.compile(r"^(?P<n>约?\d[\d.]*(?:多|余)?)(?:个)?人$"), r"\g<n>人参加"),
    (
        re.compile(
            r"(?<![首成京古故帝丰昌花宜])(?<![天年直候])都(?=[一-龥])(?![市会城]|[黑亮白哑晚]了|别|快|早点|赶紧|[这那]么|[一-龥]得)"
        ),
        _each,
    ),
    (re.compile(r"(?:来着|的呢|(?<![网酒贴书水氧话])吧|嘛|啊|呢|呀|啦|哈|哟|喔|呗|咯)(?=$|[，。；、])"), ""),
    (re.compile(r"^(?P<said>(?=[^，。]*\d[月日时分])[^，。了有是]*)的$"), _dated),
    (re.compile(r"(?<![又再])[来去]了(?=[\d一两几好](?![遍次趟回]))"), "到了"),
    (re.compile(r"\s+"), ""),
    (re.compile(r"^[，。、；：:,]+|[，、；：:,]+$"), ""),
    (re.compile(r"(?<=[一-龥]):(?=[一-龥])"), "："),
]
