"""What authors say: who drafted, who checks, the telephone, asked once; that something handed in is to be mended."""

import re
from dataclasses import replace

from bot.domain.language.names import is_name
from bot.domain.submissions.submission import Profile

_LABELS = {"drafter": "拟稿人", "reviewer": "审核人", "phone": "(?:联系)?电话"}
_PART = "|".join(rf"(?P<{key}>{label})" for key, label in _LABELS.items())
_CHANGE = r"(?:重新|再)?(?:改|修改|更改|换|填|更新)(?:改|一下|下|个|填)*"
_ASKED = re.compile(
    rf"(?:我(?:想|要)?|请|把|的|报送)*(?:{_CHANGE}(?:我?的?报送信息|{'|'.join(_LABELS.values())})"
    rf"|(?:报送信息|{'|'.join(_LABELS.values())}){_CHANGE})[了吧。！]*"
)
_TOLD = re.compile(
    rf"(?:我|的|把|报送|以后)*(?:{_PART})(?:号码?)?(?:改|换|写|填|变)(?:成|为|到)了?[：: ]*"
    r"(?P<to>[^，,。；;\n]{2,20})[。！]?"
)


def asks_to_change(text: str) -> bool:
    """Whether what was answered once shall be asked again: 改一下拟稿人."""
    return _ASKED.fullmatch(text.strip()) is not None


def changed(text: str, saved: Profile) -> Profile | None:
    """The profile with what is said in one go: 审核人换成李科长; None where the words are no such change."""
    found = _TOLD.fullmatch(text.strip())
    if not found:
        return None
    key = next(key for key in _LABELS if found[key])
    told = found["to"].strip()
    fits = _PHONE.fullmatch(told) if key == "phone" else _NAME.fullmatch(told)
    return replace(saved, **{key: told}) if fits else None


_PHONE = re.compile(
    r"(?<!\d)(?:1[3-9]\d[ -]?\d{4}[ -]?\d{4}|(?:0\d{2,3}[ -]?)?\d{7,8}(?:[ -]?(?:转|分机)\d{2,5})?"
    r"|(?:转|分机|短号|内线)[:： ]?\d{3,6}|(?<![^\s,，、;；/])\d{4,6}(?![^\s,，、;；/]))(?!\d)"
)
_NAME = re.compile(r"[\u4e00-\u9fff·]{2,6}")
_SHORT_NAME = 2
"""A name as short is often a word as well: 成稿, 许可."""
_NONE = re.compile(r"(?:暂时?|先)?(?:没有?|无|空|略)(?:人|填)?|[-—/]+")
_SKIP = re.compile(rf"跳过|默认|{_NONE.pattern}")


def read_profile(text: str, own_name: str) -> Profile | None:
    """The answer to 拟稿人、联系电话、审核人, labelled or in that order; None where the words are no such answer."""
    text = text.strip()
    if _SKIP.fullmatch(text.rstrip("。！ ")):
        return Profile(own_name)
    if text == own_name:
        return Profile(own_name)
    if len(text) > 60:
        return None
    found = _PHONE.search(text)
    phone = found[0] if found else ""
    labelled = {
        key: re.search(rf"{label}\s*[:：是为]?\s*([\u4e00-\u9fff·]{{2,6}})", text)
        for key, label in _LABELS.items()
        if key != "phone"
    }
    if any(labelled.values()):
        names = {key: hit[1] if hit and not _NONE.fullmatch(hit[1]) else "" for key, hit in labelled.items()}
        return Profile(names["drafter"] or own_name, phone, names["reviewer"])
    rest = [part for part in re.split(r"[\s,，、;；/]+", text.replace(phone, " ") if phone else text) if part]
    rest = [part for part in rest if not _NONE.fullmatch(part)]
    if not 1 <= len(rest) <= 2 or not all(_NAME.fullmatch(part) for part in rest):
        return Profile(own_name, phone) if phone and not rest else None
    if len(rest) == 1 and not phone and not (is_name(rest[0]) and len(rest[0]) > _SHORT_NAME):
        return None
    return Profile(rest[0], phone, rest[1] if len(rest) > 1 else "")


SLIP = re.compile(
    r"(?:我|刚刚?才?|昨天|今天|上午|下午|那个?)*(?:交|报|提交|送|发)(?:上去|过去|出去|走)?的(?:那|这)?(?:一?[个篇条])?(?:稿子?|信息)?"
    r"[^，,。]{0,8}(?:错了|不对|漏了|写反|要改|得改|有误)"
    r"|(?:刚刚?才?|昨天|今天|上午|下午|上次)(?:交|报)?的?那[篇条](?:稿子?|信息)?里?的?"
    r"[一-龥]{0,4}\d[\d.]*[一-龥]{0,2}?(?:应该|得|要|写错|不对)"
    r"|(?:刚刚?才?|昨天|今天|上午|下午|上次)那[篇条](?:稿子?|信息)?里?的?(?:标题|人数|数字?|日期|时间|地点|名字|单位|字)"
    r"(?:[打写报弄填记]错|不对|写反|有误)"
)
WRONG = re.compile(
    r"(?:(?:那|这|里面?|里头|稿里|上面?|有[一个]*|刚才?|的)*(?:参加|到场|观众)?"
    r"(?:人数|时间|日期|地点|地方|数字?|标题|名字|姓名|单位|金额|名称)(?:好像|也|都|是|还)*)"
    r"(?:[写报填打记弄说交搞]?(?:错|反|漏)|[写报填打]?得?不(?:太|大)?对|有误)(?:了|啦)?[。！!]?"
)
"""人数不对, 时间写错了: where nothing lies here, of what was handed in."""
LAST = re.compile("刚刚?才?|最后|最近|上一?篇")
STILL = re.compile(
    r"(?:[^，,\d]{1,10}[，, ])?(?:还|现在|那)*"
    r"(?:(?:能不能|可不可以|能|可以)再?(?:改|撤)(?:回来?|一下|个字|个数)?(?:吗|不|么)?"
    r"|(?:改|撤)不了了?(?:吗|么)?)[？?]?"
)
"""领导让改个字，能改不: of what was handed in, where no draft lies here."""
THEY_SAY = re.compile(
    r"(?:他们|审核员?|党建办|办公室|编辑|领导|上面)[^，,\d]{0,3}(?:说|嫌|讲|问)[^，,\d]{0,3}(?:没写|没有|没说|缺|少|漏|要补|得补)"
)
"""他们说没写学校: why a report came back."""
PUT_IN = re.compile(
    r"[^\n]{4,40}[，,。 ](?:帮我|给我|你|请)*(?:补|加|添|写|改)(?:进去|上去?|进稿里?|到稿里)(?:吧|一下)*[。！]?"
)
"""主办单位是县文联，补进去: said when a report came back and nothing else lies here."""
