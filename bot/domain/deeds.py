"""What was done, counted: 送书320册, 检查经营场所36家. Like figures of several reports may be added, others not.

A figure counts under the words that stand with it; stocks (现有, 共有) and plans are no deeds. People who took
part are tally.py's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.domain.quantities import PERSON_UNITS, Quantity, quantities
from bot.domain.sentences import split

_VERBS = (
    "送书 赠书 捐书 送春联 写春联 发放 派发 免费发放 办理 新办 补办 检查 排查 巡查 抽查 复查 出动车辆 发现 整改 督促整改 责令整改 现场整改 "
    "更换 维修 修复 修缮 加固 安装 演出 放映 播放 展出 展示 征集 收集 登记 普查 清理 清运 拆除 解答 受理 办结 答复 调解 慰问 走访 "
    "种植 栽种 新建 建成 配备 配送 配发 添置 采购 捐赠 捐款 捐 募集 义卖 筹集 追回 退还 查处 立案 罚款 收缴 没收 下架 印发 制定 修订 出台 "
    "录制 拍摄 推送 发布 讲解 借出 外借 剔旧 上架 整理 修补 编目 献血 服务 精简 压减 送 赠 换"
).split()
_VERB = re.compile("|".join(sorted(map(re.escape, _VERBS), key=len, reverse=True)))
_NOT_DONE = re.compile(
    r"下一步|拟(?:于|在|定)|计划|将(?:于|在|继续|组织|开展|举办)|预计|打算|准备(?:在|于)|累计|今年以来|年初以来|截至|至今|"
    r"上半年|全年|去年|上年|同期|现有|共有|馆藏|总数|20\d\d年"
)
_UNITS = frozenset(
    "册 本 场 家 处 件 份 张 套 幅 条 项 个 户 次 万元 元 亩 棵 株 米 平方米 吨 公斤 箱 袋 台 辆 篇 部 盏 盆 副 间 座 起 批 班 期 块".split()
)
_FILLERS = re.compile(r"(?:共计?|约|近|超过|达到?|了|各类|各种|各|总计|合计|等)+$")
_GENERIC = {"现场整改": "整改", "整改问题": "整改", "整改隐患": "整改", "发现": "发现问题", "展出作品": "展出", "送书下乡": "送书", "送图书": "送书", "赠送图书": "送书", "捐赠图书": "送书", "赠书": "送书", "捐书": "捐书"}
_LONGEST = 8


@dataclass(frozen=True, slots=True)
class Deed:
    """A figure under the words it counts, with the sentence that holds it."""

    label: str
    value: float
    unit: str
    quote: str
    approx: bool = False


@lru_cache(maxsize=4096)
def deeds(text: str) -> tuple[Deed, ...]:
    """What the text tells as done in figures, each label once, the largest; sums over longer times are left out."""
    found: dict[tuple[str, str], Deed] = {}
    for span in split(text):
        if _NOT_DONE.search(span.text):
            continue
        for deed in _of_sentence(span.text):
            key = (deed.label, deed.unit)
            if key not in found or deed.value > found[key].value:
                found[key] = deed
    return tuple(found.values())


def _of_sentence(sentence: str) -> Iterator[Deed]:
    for figure in quantities(sentence):
        if figure.ordinal or figure.percent or figure.unit not in _UNITS or figure.unit in PERSON_UNITS - {"个"}:
            continue
        label = _before(sentence, figure) or _after(sentence, figure)
        if label:
            value, unit = (figure.value * 10_000, "元") if figure.unit == "万元" else (figure.value, figure.unit)
            yield Deed(label, value, unit, sentence, figure.approx or figure.low)


def _before(sentence: str, figure: Quantity) -> str:
    """检查经营场所36家: the verb and what stands between it and the figure."""
    clause = re.split(r"[，。；：、（）\s]", sentence[max(0, figure.start - 16) : figure.start])[-1]
    clause = _FILLERS.sub("", clause)
    found = list(_VERB.finditer(clause))
    if not found:
        return ""
    first = next((one for one in found if len(clause) - one.start() <= _LONGEST), None)
    if first is None or re.search(r"\d", clause[first.end() :]):
        return ""
    if re.search(r"责令|限期|督促|要求", clause) and clause.endswith("整改"):
        return "责令整改"
    noun = _following(sentence, figure) if first.end() == len(clause) else ""
    return _plain(clause[first.start() :] + noun)


def _after(sentence: str, figure: Quantity) -> str:
    """320册图书送到: a figure in front of its verb counts where the noun between them is short."""
    rest = sentence[figure.end : figure.end + 10]
    found = re.match(r"(?P<noun>[\u4e00-\u9fff]{0,4}?)(?:均|都|全部|已|现场|当场|立即)*(?P<verb>整改|销号|办结|修复|答复)", rest)
    return _plain(f"{found['verb']}{found['noun']}") if found else ""


def _following(sentence: str, figure: Quantity) -> str:
    """The noun behind a figure that stands right behind its verb: 发放500份宣传资料."""
    found = re.match(r"[\u4e00-\u9fff]{2,4}(?=[，。；、（]|$)", sentence[figure.end : figure.end + 6])
    return found[0] if found else ""


def _plain(label: str) -> str:
    return _GENERIC.get(label, label)
