"""What must not leave the process: private data of persons and text that carries a secrecy mark.

Caught before any report, embedding, model call or log line. Finding only; what to say is the flows' business.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.domain.language.names import SURNAMES
from bot.domain.language.needed import Seldom
from bot.domain.language.numerals import fold

_HOME = (
    r"(?:家庭?(?:的)?(?:地址|住址)(?:在|是|：|:)?|(?<!入)(?:家住|住址?)(?![率房院宿户建宅])(?:在|是|：|:)?|家在|住在|家庭住址(?:是|："
    r"|:)?)[^，。；,;\n]{0,20}?(?<![月\d])\d+\s*(?:号楼|栋|幢|单元|室|号院|弄|号)[\d\-单元室层楼栋号幢东西户]*"
)
# 北头第三家, 村东头老槐树西边第二户: where somebody lives, told as a neighbour would
_BY_WAY = (
    r"(?:[东西南北村][头边口]|胡同|巷子?)[^，。；\d]{0,8}?(?:往?[东西南北里左右]边?)?"
    r"(?:数|第)+(?:[一二三四五六七八九十]|\d{1,2})(?:家|户|个(?:大?门|院子?))(?=$|[，,。；;、\s）)]|就是|住)"
)
# 他家4组17号, 塘头村4组17号; 3组8号选手 is another number.
_IN_VILLAGE = r"(?:[他她其人]?家(?:就|是|在)*|(?<=[村屯寨社区]))\d+组\d+号"
# 后畈村9号胡老太
_OF_WHOM = (
    rf"(?<=[村屯寨庄湾组])\d+号(?=的?(?:[{SURNAMES}](?:老[太汉伯]|大[爷娘妈伯叔婶姐哥]|奶奶|爷爷|某|家)|[他她]家))"
)
# 部队代号72156, 72156部队: of which unit somebody serves is told by no number.
_UNIT = r"(?:部队|军)(?:代[号码]|番号)?(?:是|为|：|:)?\d{5}(?!\d)|(?<!\d)\d{5}(?=部队)"
_IN_HOUSE = r"[他她]家(?:就|是|在)*\d+(?:栋|单元|号楼)\d[\d单元栋]*室?"
_PATTERNS = {
    "身份证号": Seldom(
        r"(?:身份证号?码?\s*(?:是|为|：|:)?\s*)?(?<!\d)\d{6}[ -]?(?:18|19|20)\d{6}[ -]?\d{3}[\dXx](?!\d)"
    ),
    "银行卡号": Seldom(
        r"(?:(?:银行)?卡号(?:是|为|：|:)?\s*|尾号(?:是|为)?\s*)?(?<!\d)(?:62|4\d"
        r"|5[1-5])\d{2}(?:[ -]?\d{4}){2,3}[ -]?\d{1,4}(?!\d)"
    ),
    "手机号": Seldom(
        r"(?:手机|电话)?尾号(?:是|为)?\s*\d{3,4}(?!\d)的?"
        r"|(?:(?:联系)?(?:手机|电话)号?码?\s*(?:是|为|：|:)?\s*)?(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)"
    ),
    "电话号码": Seldom(
        r"(?:(?:座机|电话)号?码?\s*(?:是|为|：|:)?\s*)(?<!\d)(?:0\d{2,3}[ -]?)?\d{7,8}(?!\d)"
        r"|(?<!\d)0\d{2,3}[ -]\d{7,8}(?!\d)"
    ),
    "家庭住址": Seldom(
        _HOME,
        r"[一-龥]{2,8}(?<!单元[和与及])\d+(?:号楼|栋|幢)\d+单元\d*(?:室|号|户)?",
        # 锦绣苑6栋1803; 行政中心2号楼1205会议室 is nobody's home
        r"[一-龥]{1,8}(?:小区|公寓|[苑园城里府庭湾郡院村])\d+(?:号楼|栋|幢)\d{3,4}(?:室|房|号)?(?=$|[^一-龥\d]|的|住)",
        _BY_WAY,
        _IN_VILLAGE,
        _IN_HOUSE,
        _OF_WHOM,
    ),
    "部队代号": Seldom(_UNIT),
    "邮箱": Seldom(r"(?:(?:电子)?邮箱|邮件|[Ee]-?mail)?(?:是|为|：|:)?\s*[A-Za-z\d][\w.+-]*@[\w-]+(?:\.[A-Za-z\d-]+)+"),
    "微信号": Seldom(r"(?:微信|[Qq]{2})号?(?:是|为|：|:)?\s*(?=[A-Za-z]|\d{5})[\w-]{5,}"),
    "证件编号": Seldom(
        r"(?:住院|病历|病案|就诊|门诊|医保|社保|学籍|准考证|护照|驾驶?证|残疾证|低保证|存折)(?:卡"
        r"|证)?(?:编)?号?码?\s*(?:是|为|：|:)?\s*(?=[A-Za-z]{0,3}\d)[A-Za-z]{0,3}\d[\dA-Za-z-]{3,}"
    ),
    "密码": Seldom(
        r"(?:门锁?|门口|大门|家门口?|单元门|开机|登录|账号|WiFi|wifi|的)?密码(?:锁)?(?:是|为|：|:)?\s*(?=[A-Za-z]*\d)[\dA-Za-z]{3,}"
    ),
    "车牌号": Seldom(
        r"(?:车牌号?(?:是|为|："
        r"|:)?\s*)?[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Za-hj-np-z][·\s]?"
        r"(?:[A-HJ-NP-Za-hj-np-z0-9]{5,6}(?![A-Za-z0-9])|[A-Z0-9a-z]{4}[挂学警领港澳])"
        r"|车牌号?(?:尾号)?(?:是|为|：|:)?\s*[A-Z\d]{3,7}(?![A-Za-z\d])"
    ),
}
# Most clauses hold none of them.
_ANY = Seldom(*(pattern.pattern for pattern in _PATTERNS.values()))
_SECRET = re.compile(
    r"(?:绝密|机密|秘密)\s*[★☆]|密级\s*[:：]\s*(?:绝密|机密|秘密|内部)"
    r"|[【\[（(](?:绝密|机密|秘密|内部资料|内部)[】\]）)]"
    r"|^\s*(?:绝密|机密|秘密)\s*$|(?:内部资料|内部文件)[，,、\s]*(?:注意保管|请勿外传|不得外传|严禁外传)"
    r"|(?:请勿|不得|严禁)外传",
    re.M,
)


@dataclass(frozen=True, slots=True)
class Private:
    """Private data at [start, end): `kind` is 手机号, 身份证号, 银行卡号, 家庭住址, …"""

    start: int
    end: int
    kind: str


@lru_cache(maxsize=4096)
def private_spans(text: str) -> tuple[Private, ...]:
    """Where private data stands, left to right, without overlaps."""
    text = fold(text)
    if not _ANY.holds(text):
        return ()
    found: list[Private] = []
    for kind, pattern in _PATTERNS.items():
        for m in pattern.finditer(text):
            if m.end() > m.start() and not any(p.start < m.end() and m.start() < p.end for p in found):
                found.append(Private(_behind_label(text, m), m.end(), kind))
    return tuple(_joined(text, sorted(found, key=lambda p: p.start)))


# 廖长青卡号6217…写错了一位: what is told of the number is told of its kind.
_LABEL = re.compile(r"(?P<kind>(?:银行)?卡号|身份证号?码?|电话号?码?|手机号码?|车牌号?|账号)(?:是|为|：|:)?\s*")
_TOLD_OF = re.compile(r"(?:[也都又]?(?:写|登|填|录|抄|输)[错漏反串]|退回|不对|有误|变更|换了|重复|对不上)")
_APART = re.compile(r"[、和及与跟或\s]{1,2}")
_BRACKET = tuple("（(")


def _behind_label(text: str, m: re.Match[str]) -> int:
    label = _LABEL.match(text, m.start(), m.end())
    owned = m.start() > 1 and re.match(r"[一-龥]{2}", text[m.start() - 2 : m.start()])
    return label.end("kind") if label and owned and _TOLD_OF.match(text, m.end()) else m.start()


def _joined(text: str, found: list[Private]) -> Iterator[Private]:
    """What stands in a row or fills a bracket is one: （电话…，微信…）, 豫A…和豫B…."""
    rest = iter([*found, Private(len(text) + 1, len(text) + 1, "")])
    p = next(rest)
    for after in rest:
        inside = text[p.start - 1 : p.start] in _BRACKET and text[p.end : after.start] in ("，", ",")
        if after.kind and (inside or _APART.fullmatch(text, p.end, after.start)):
            p = Private(p.start, after.end, p.kind)
            continue
        bracketed = text[p.start - 1 : p.start] in _BRACKET and text[p.end : p.end + 1] in tuple("）)")
        of = not p.start and text.startswith("的", p.end)  # 家住南关街18号的秦大娘
        yield Private(p.start - bracketed, p.end + (bracketed or of), p.kind)
        p = after


def mask(text: str) -> str:
    """The text with each piece of private data replaced by 〔手机号已隐去〕 and the like."""
    for private in reversed(private_spans(text)):
        text = f"{text[: private.start]}〔{private.kind}已隐去〕{text[private.end :]}"
    return text


def secrecy_mark(text: str) -> str:
    """The secrecy mark that the text carries (机密★, 密级：秘密, 不得外传 …), or an empty string."""
    m = _SECRET.search(text)
    return m[0].strip() if m else ""
