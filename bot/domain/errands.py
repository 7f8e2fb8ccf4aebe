"""Words about submissions: hand it in, how does mine stand, what waits for me, how many were there."""

import re

from bot.domain.asked_counts import asks

_SUBMIT = re.compile(
    r"(?:我要|帮我|现在|直接)?(?:把?(?:这篇|它|稿子|信息)?)?(?:报送|上报|提交|报上去|交上去|交了|投稿|送审|交稿)(?:吧|了|一下)?"
)
_STANDING = re.compile(
    r"(?:看看|查一?下?)?(?:我(?:的|们的)?)?(?:报送|提交)的?(?:情况|记录|进度|状态|怎么样了?|到哪一?步?了?|了哪些)"
    r"|我(?:的|们的)(?:报送|提交)|(?:审[完好]?|采用|通过|批)了?(?:没有?|吗)"
    r"|我(?:报|交|提交|报送)的?(?:稿子?|信息|那篇).{0,6}(?:怎么样了|到哪.{0,3}了|采用了?[没吗].{0,2}|审了?[没吗].{0,2})"
    r"|(?:我的)?(?:稿子?|信息)(?:被?采用了?[没吗]|审[完好]?了[没吗]|通过了?[没吗])有?"
)
_PENDING = re.compile(
    r"(?:看看|查看)?(?:有(?:哪些|什么|没有))?(?:待审|要审|等我审|没审)的?(?:稿子?|信息|列表)?(?:有哪些|吗)?"
)


def read(words: str, *, draft: bool) -> str:
    """The errand by its name: submit (where there is a draft), standing, pending, count; empty for none."""
    if draft and _SUBMIT.fullmatch(words):
        return "submit"
    if len(words) <= 24 and _STANDING.fullmatch(words):
        return "standing"
    if _PENDING.fullmatch(words):
        return "pending"
    return "count" if asks(words) else ""
