"""What is wanted of the ledger, as a value, and how it is read where an item is named by its number: 第3项完成了：…."""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.language.numerals import whole


class Act(StrEnum):
    """What is wanted of the ledger."""

    REGISTER = "register"
    LIST = "list"
    MINE = "mine"
    OVERDUE = "overdue"
    WAITING = "waiting"
    CLOSED = "closed"
    SUMMARY = "summary"
    EXPORT = "export"
    TEMPLATE = "template"
    SHOW = "show"
    PROGRESS = "progress"
    EXTEND = "extend"
    AMEND = "amend"
    CLAIM = "claim"
    CONFIRM = "confirm"
    REJECT = "reject"
    REOPEN = "reopen"
    VOID = "void"
    MUTE = "mute"
    UNMUTE = "unmute"


@dataclass(frozen=True, slots=True)
class Ask:
    """One wish. `number` is 0 where no item is meant; `unit` is the unit named before the number; `words` is the
    rest: a problem, a progress note, a reason. `field` is the fact that an AMEND is about, empty where unsaid.
    """

    act: Act
    number: int = 0
    unit: str = ""
    words: str = ""
    field: str = ""


_ITEM = re.compile(
    r"^(?:把|将|那|关于)?(?P<unit>[一-龥]{2,14}?)??(?:的|问题"
    r"|整改)?(?:台账(?:里|上|中)?的?)?(?:第\s*(?P<n>\d{1,4}|[一二两三四五六七八九十百]{1,5})\s*(?:项|号问题"
    r"|个问题|条问题)|(?:问题|台账)第?\s*(?P<m>\d{1,4})\s*(?:号|项|条)?"
    r"|(?P<k>\d{1,4})\s*号问题)(?:问题(?=进|延|完|已|怎))?(?:的)?[，,：:\s]*(?P<rest>.*)$",
    re.S,
)
_FRONTED = re.compile(
    r"^(?P<verb>同意销号|同意|退回|作废|删[掉除了]|重新打开|重开|别再?提醒我?|不[用要]提醒我?|恢复提醒"
    r"|延期)(?P<item>第\s*[\d一二两三四五六七八九十]{1,4}\s*项)(?:的?销号|了|的)?(?P<rest>.*)$",
    re.S,
)
"""同意第2项销号 is 第2项同意销号."""
_DENIED = re.compile(r"^不是[^，,]{1,20}[，,]?\s*(?:而?是|应该?是|改成)")
_WHY = re.compile(r"[，,。；;\s]*(?:因为|由于|原因是?|理由是?|是因为)[：:，,]?\s*")
_REST = r"[：:，,。\s]*(?P<rest>.*)"
_VALUE = r"[：:，,\s]*(?P<rest>.+)"
_LATER = r"(?:延期|延长|推迟|顺延|延后|后延)"
# What is wanted, the fact that an AMEND is about, and the words. The first that fits decides.
_TABLE: tuple[tuple[Act, str, str], ...] = (
    (Act.MUTE, "", r"(?:以后|先)?(?:别|不要|不用|不必|停止|取消)再?(?:给我)?发?(?:提醒|催)我?了?"),
    (Act.UNMUTE, "", r"(?:恢复|打开|继续|重新)(?:给我)?发?提醒我?"),
    (Act.EXTEND, "", rf"(?:申请|要|需要|需|想|请)?(?:{_LATER}|延)(?:时限|期限)?(?:到|至|为)?[：:，,\s]*(?P<rest>.*)"),
    (
        Act.EXTEND, "",
        rf"(?:因为?|由于)(?P<why>.+?)[，,\s]*(?:申请|要|需要|需|想)?{_LATER}(?:时限|期限)?(?:到|至|为)?(?P<rest>.*)",
    ),
    (Act.CONFIRM, "", r"同意(?:销号|通过)?|(?:可以|准予|通过|确认)销号"),
    (Act.REJECT, "", rf"(?:不同意(?:销号)?|退回(?:销号|重办|整改)?|不能销号|不予销号){_REST}"),
    (Act.REOPEN, "", rf"(?:重开|重新打开|重新整改|反弹了?|又犯了?|恢复整改|没整改好){_REST}"),
    (Act.VOID, "", rf"(?:作废|登错了|登记错了|删[掉除了]|去掉|不要了)吧?{_REST}"),
    (
        Act.AMEND, "owner",
        r"(?:责任人(?:改|换|变更?|调整)?(?:成|为|是|到)?(?=不是|[^不])|(?:改|换|变更?|调整)责任人(?:成|为|是)?"
        r"|换成|改由|交给|转给|换)[：:，,\s]*(?P<rest>.{1,30}?)(?:负责|来办)?$",
    ),
    (
        Act.AMEND, "deadline",
        r"(?:(?:时限|期限|截止(?:时间|日期)?|整改时限|完成时限)(?:改|定|提前|调整)?(?:在|成|为|是|到)?"
        rf"|改到|提前到|定在|改(?:时限|期限)(?:为|到|成)?){_VALUE}",
    ),
    (Act.AMEND, "measures", rf"(?:(?:整改)?措施(?:改|换|补充)?(?:成|为|是)?|改措施(?:为|成)?){_VALUE}"),
    (Act.AMEND, "source", rf"(?:(?:问题)?来源(?:改|换)?(?:成|为|是)?|来自|改来源(?:为|成)?){_VALUE}"),
    (
        Act.AMEND, "problem",
        rf"(?:问题(?:描述)?(?:改|换)?(?:成|为|是)|问题(?:描述)?[：:]|改问题(?:为|成)?){_VALUE}",
    ),
    (Act.AMEND, "unsaid", rf"(?:改[成为]|更正为|应该是){_VALUE}"),
    (
        Act.CLAIM, "",
        r"(?:(?:已经?|都|全部)*(?:完成|整改|办|弄|做|解决|落实|办结|搞定)(?:完|好|妥|到位|完成|完毕|结)?了?"
        r"(?=[：:，,。；;\s]|$)|(?:申请|可以|要求?|请求|提请|报请)?销号"
        rf"|(?:已经?)(?:整改到位|整改完成|办结|解决)了?){_REST}",
    ),
    (
        Act.CLAIM, "",
        r"(?!.*(?:没|未|不))(?P<rest>.{2,}?)[，,。；;\s]+(?:已经?|都|全部)*"
        r"(?:完成|办完|办好|整改完|整改到位|弄好|解决|搞定)了?",
    ),
    (Act.PROGRESS, "", rf"有?(?:最新|新)?(?:整改)?进[展度](?:情况)?(?:是|为|更新)?{_REST}"),
    (Act.PROGRESS, "", rf"(?:补充?)?(?:佐证|照片|附件|材料|证据)(?:材料)?{_REST}"),
    (
        Act.SHOW, "",
        r"(?:详情|情况|怎么样了?|到哪一?步?了?|办得怎么样了?|什么情况|记录|日志|经过|看看|明细"
        r"|怎么还没[批销办审](?:号|准|完)?|[批销审]号?了[吗没]有?|现在什么情况|)[？?]?",
    ),
)  # fmt: skip
_ON_ITEM = tuple((act, field, re.compile(words, re.S)) for act, field, words in _TABLE)
_LOOSE_PROGRESS = re.compile(r"(?:已经?|正在|目前|现在|今天|昨天).{2,}|.{2,}(?:了|完成|到位|中)", re.S)


def read(words: str) -> Ask | None:
    """The wish about an item that the words name by its number; None where they name none or want nothing known."""
    words = _FRONTED.sub(r"\g<item>\g<verb>\g<rest>", words)
    found = _ITEM.match(words)
    if found is None:
        return None
    number = whole(found["n"] or found["m"] or found["k"])
    unit, rest = found["unit"] or "", found["rest"].strip()
    for act, field, pattern in _ON_ITEM:
        if hit := pattern.fullmatch(rest):
            parts = hit.groupdict()
            said = _DENIED.sub("", (parts.get("rest") or "").strip())
            said = f"{said}，因为{parts['why'].strip()}" if parts.get("why") else said
            return Ask(act, number, unit, said, field)
    told = re.match(r".*?[：:]", words)
    if told and rest and _LOOSE_PROGRESS.fullmatch(rest):
        return Ask(Act.PROGRESS, number, unit, rest, "loose")
    return None


def reason(words: str) -> tuple[str, str]:
    """What stands before 因为 and the reason behind it; where there is none, the part after the first comma."""
    if found := _WHY.search(words):
        return words[: found.start()].strip(), words[found.end() :].strip()
    head, _, tail = re.sub(r"[，,；;。]", "\0", words, count=1).partition("\0")
    return head.strip(), tail.strip()
