"""What is asked once before the first report is handed in, and changed by saying so: who drafted, who checks, the
telephone."""

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
_SKIP = re.compile(r"跳过|默认|没有|略")


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
        names = {key: hit[1] if hit else "" for key, hit in labelled.items()}
        return Profile(names["drafter"] or own_name, phone, names["reviewer"])
    rest = [part for part in re.split(r"[\s,，、;；/]+", text.replace(phone, " ") if phone else text) if part]
    if not 1 <= len(rest) <= 2 or not all(_NAME.fullmatch(part) for part in rest):
        return Profile(own_name, phone) if phone and not rest else None
    if len(rest) == 1 and not phone and not (is_name(rest[0]) and len(rest[0]) > _SHORT_NAME):
        return None
    return Profile(rest[0], phone, rest[1] if len(rest) > 1 else "")
