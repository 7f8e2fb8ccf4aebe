"""What was done, counted: 送书320册, 检查经营场所36家. Like figures of several reports may be added, others not.

A figure counts under the words that stand with it; stocks (现有, 共有) and plans are no deeds. People who took
part are tally.py's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.domain.language.quantities import Quantity, quantities
from bot.domain.language.sentences import split
from bot.domain.plain.vocabulary import ACTS
from bot.domain.submissions.tally import COMPARED

_VERBS = (
    "送书 赠书 捐书 送春联 写春联 发放 派发 免费发放 办理 新办 补办 检查 排查 巡查 抽查 复查 出动车辆 发现 整改 "
    "督促整改 责令整改 现场整改 "
    "更换 维修 修复 修缮 加固 安装 演出 放映 播放 展出 展示 征集 收集 登记 普查 清理 清运 拆除 解答 受理 办结 答复 "
    "接待 接受 调解 慰问 走访 "
    "种植 栽种 新建 建成 配备 配送 配发 添置 采购 捐赠 捐款 捐 募集 义卖 筹集 追回 退还 查处 立案 罚款 收缴 没收 "
    "下架 印发 制定 修订 出台 录制 拍摄 推送 发布 讲解 借出 外借 剔旧 上架 整理 修补 编目 献血 服务 精简 压减 送 赠 换"
).split()
_OTHER_TRADES = (
    "扣押 打捞 转移 疏浚 清淤 硬化 绿化 抢修 抽检 检测 检出 恢复 改良 嫁接 接种 免疫 抽样 划定 确权 盘活 流转 化解 "
    "侦破 破获 抓获 查封 追缴 减免 "
    "兑付 推广 改建 浇筑 回填 开挖 架设 敷设 更新 投放 放养 饲养 回访 上门 接诊 救助 资助 帮扶 培育 引进 签约 落地 "
    "争取 盘点 核减 压缩 腾退 补栽 造林"
).split()
# What an office sets up or who comes is no figure of a deed.
_NO_DEEDS = frozenset(
    "参加 参与 参观 观看 观摩 出席 到会 报名 组织 开展 开展了 举办 举行 召开 开放 延长 控制在 改为 改成 说 看到 出动 "
    "安排 提出 反映 反映了 建议 介绍 "
    "介绍了 明确 确定 分为 实行 实施 执行 启动 成立 形成 走进 前往 赶赴 到场 授课 讲课 讲述 主持 传达 部署 宣布 结束 "
    "开班 结业 开馆 闭馆 排除 承诺 答应 派出 抽调".split()
)
_ACTS = frozenset(ACTS.split()) - _NO_DEEDS
_VERB = re.compile("|".join(sorted(map(re.escape, {*_VERBS, *_OTHER_TRADES, *_ACTS}), key=len, reverse=True)))
_NOT_DONE = re.compile(
    r"下一步|拟(?:于|在|定)|计划|将(?:于|在|继续|组织|开展|举办)|预计|打算|准备(?:在|于)|累计|今年以来|年初以来|截至"
    r"|至今|上半年|全年|去年|上年|同期|现有|共有|馆藏|总数|20\d\d年"
)
_UNITS = frozenset(
    (
        "册 本 场 家 处 件 份 张 套 幅 条 项 个 户 次 万元 元 亩 棵 株 米 平方米 吨 公斤 箱 袋 台 辆 篇 部 盏 盆 "
        "副 间 座 起 批 班 期 块 公里 立方米 平方公里 方 公顷 眼 口 道 尾 羽 头 只 艘 具 桶 辆次 架次 盒 瓶 本次 "
        "单 笔 例 支 剂 针 根 床 片 面 册次 层"
    ).split()
)
_FILLERS = re.compile(r"(?:共计?|约|近|超过|达到?|了|各类|各种|各|总计|合计|等)+$")
# 演练中 tells when, not what; where it was tells nothing of what was counted.
_WHEN = re.compile(r"(?:中|时|后|前|的|了|期间|以来|对象|人员)$")
_PLACE = re.compile(r"(?<=[\u4e00-\u9fff]{2})[\u4e00-\u9fff]{2}(?:镇|乡|村|社区|街道)(?=[\u4e00-\u9fff]{2})")
_GENERIC = {
    "现场整改": "整改",
    "整改问题": "整改",
    "整改隐患": "整改",
    "发现": "发现问题",
    "展出作品": "展出",
    "送书下乡": "送书",
    "送图书": "送书",
    "赠送图书": "送书",
    "捐赠图书": "送书",
    "赠书": "送书",
    "捐书": "捐书",
}
_RECEIVED = re.compile(r"(?:接待(?:游客|旅客)|接受[^，。]{0,4}咨询)(?:约|近|超过?|共计?|达)*$")
_WHOLLY = re.compile(r"，(?:均|都|全部)(?:已经?|当场|现场)*(?P<verb>整改|销号|办结|修复|答复)(?=[，。；到完]|$)")
_LONGEST = 10


@dataclass(frozen=True, slots=True)
class Deed:
    """A figure under the words it counts, with the sentence that holds it."""

    label: str
    value: float
    unit: str
    quote: str
    approx: bool = False


@lru_cache(maxsize=4096)
def deeds(text: str, unit: str = "") -> tuple[Deed, ...]:
    """What the text tells as done in figures, each label once, the largest; sums over longer times are left out.

    The name of the `unit` may hold verbs (供水站) and is no deed.
    """
    found: dict[tuple[str, str], Deed] = {}
    for span in split(text):
        told = COMPARED.sub("", span.text)
        if _NOT_DONE.search(told):
            continue
        for deed in _of_sentence(told, unit):
            deed = replace(deed, quote=span.text)
            key = (deed.label, deed.unit)
            if key not in found or deed.value > found[key].value:
                found[key] = deed
    return tuple(found.values())


def _of_sentence(sentence: str, unit: str) -> Iterator[Deed]:
    for figure in quantities(sentence):
        received = figure.unit == "人次" and _RECEIVED.search(sentence[: figure.start])
        if figure.ordinal or figure.percent or not (figure.unit in _UNITS or received):
            continue
        label = _before(sentence, figure, unit) or _after(sentence, figure)
        if label:
            value, counted = (figure.value * 10_000, "元") if figure.unit == "万元" else (figure.value, figure.unit)
            # 检查网吧13家次 may be fewer houses: visits and houses are not added.
            counted += "次" if counted in ("家", "户", "处") and sentence.startswith("次", figure.end) else ""
            yield Deed(label, value, counted, sentence, figure.approx or figure.low)
            if whole := _WHOLLY.match(sentence, figure.end):
                yield Deed(whole["verb"], value, counted, sentence, figure.approx or figure.low)


def _before(sentence: str, figure: Quantity, unit: str) -> str:
    """检查经营场所36家: the verb and what stands between it and the figure."""
    said = sentence[max(0, figure.start - 24) : figure.start]
    clause = re.split(r"[，。；：、（）\s]", said.replace(unit, "，") if unit else said)[-1][-16:]
    clause = _PLACE.sub("", _FILLERS.sub("", clause))
    found = list(_VERB.finditer(clause))
    if not found:
        return ""
    first = next((one for one in found if len(clause) - one.start() <= _LONGEST), None)
    if first is None or re.search(r"\d", clause[first.end() :]):
        return ""
    if re.search(r"责令|限期|督促|要求", clause) and clause.endswith("整改"):
        return "责令整改"
    if _WHEN.search(clause):
        return ""
    noun = _following(sentence, figure) if first.end() == len(clause) else ""
    return _plain(clause[first.start() :] + noun)


def _after(sentence: str, figure: Quantity) -> str:
    """320册图书送到: a figure in front of its verb counts where the noun between them is short."""
    rest = sentence[figure.end : figure.end + 10]
    found = re.match(r"(?P<noun>[\u4e00-\u9fff]{2,6})(?P<verb>巡查|检查|抽查)(?=[，。；]|$)", rest) or re.match(
        r"(?P<noun>[\u4e00-\u9fff]{0,4}?)(?:均|都|全部|已|现场|当场|立即)*(?P<verb>整改|销号|办结|修复|答复)", rest
    )
    return _plain(f"{found['verb']}{found['noun']}") if found else ""


def _following(sentence: str, figure: Quantity) -> str:
    """The noun behind a figure that stands right behind its verb: 发放500份宣传资料."""
    found = re.match(r"[\u4e00-\u9fff]{2,4}(?=[，。；、（]|$)", sentence[figure.end : figure.end + 6])
    return found[0] if found else ""


def _plain(label: str) -> str:
    return _GENERIC.get(label, label)
