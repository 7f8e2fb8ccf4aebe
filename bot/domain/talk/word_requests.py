"""Words that ask for the draft as a Word file, and which draft they mean. Nothing else about files."""

import re

from bot.domain.language.numerals import whole

_ASK = r"(?:导出|导成|输出|下载|发给?我|给我|来|要|生成|存|转|保存|做|出)(?:一下)?(?:[一个份篇]{0,2})(?:成|为|出来)?"
_WHAT = r"(?:一?[个份])?(?:(?:公文)?(?:格式)?的?)(?:word|docx?|文档|文件)(?:版本?|文档|文件|格式|稿)?(?:的)?(?:稿子?)?"
_WHICH = r"(?:第(?P<n>[\d一二三四五六七八九十]{1,2})[篇个])"
_REQUEST = re.compile(
    rf"(?:请|麻烦|帮我|帮忙)*(?:把)?{_WHICH}?(?:的)?(?:这[篇个版]|稿子?|信息|它)?{_ASK}{_WHAT}(?:吧|了|给?我|一下"
    r"|发我|看看)*"
    r"|(?:请|麻烦)?(?:发|给|导|出|来|做)(?:我)?(?:一?[个份])?(?:word|docx?|文档|文件|公文)(?:版|格式)?(?:的)?(?:给?我"
    r"|发我|过来|看看)?"
    r"|/word",
    re.I,
)


def asked(words: str) -> int | None:
    """The number of the draft, 0 where none is named; None where no Word file is asked for."""
    found = _REQUEST.fullmatch(re.sub(r"\s+", "", words)) if len(words) <= 30 else None
    if found is None:
        return None
    return whole(found["n"] or "0")
