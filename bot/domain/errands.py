"""Words about submissions: hand it in, how does mine stand, what waits for me, how many were there."""

import re

from bot.domain.asked_counts import asks

_DONE_WITH = r"(?:(?:可以|没问题|就这样|行|好|定|不改)[了的吧]*[，, ]*)?"
_SUBMIT = re.compile(
    rf"{_DONE_WITH}(?:我要|帮我|给我|现在|直接|那就|就)*(?:把?(?:这[篇个条]|它|稿子?|信息)?)?"
    r"(?:报送|上报|提交|报上去|交上去|交了|投稿|送审|交稿|报(?=$|[吧了给])|(?:报|交)这[篇个条]|(?:发|送|传)(?=给(?:党建办|办公室|审核|编辑)))"
    r"(?:上去)?(?:给?(?:党建办|办公室|审核员?|领导|局里|上面|编辑)(?:审核?)?)?(?:吧|了|一下)*"
)
_HOW = (
    r"(?:怎么样了?|[审批走办]?到哪.{0,3}了?|什么(?:情况|进度)|有(?:没有)?(?:结果|消息|动静)了?[没吗]?"
    r"|(?:给?(?:审|批|看|通过|过|采用))[完好]?了?(?:没有?|吗))"
)
_MINE = (
    r"(?:看看|查一?下?)?我?(?:们)?(?:的|那)?(?:(?:昨[天儿]|今[天早]|前[天几]天?|上[次回周]|刚才?|之前)?"
    r"(?:报|交|提交|报送|发)(?:上去)?的?)(?:那[篇条个]?|这[篇条个])?(?:稿子?|信息)?"
)
_STANDING = re.compile(
    r"(?:看看|查一?下?)?(?:我(?:的|们的)?)?(?:报送|提交)的?(?:情况|记录|进度|状态|怎么样了?|到哪一?步?了?|了哪些)"
    r"|我(?:的|们的)(?:报送|提交)|(?:审[完好]?|采用|通过|批)了?(?:没有?|吗)"
    rf"|{_MINE}.{{0,2}}{_HOW}"
    rf"|(?:我(?:的|们的|那)?)(?:[篇条个])?(?:稿子?|信息)(?:被?){_HOW}|(?:稿子?|信息)被?(?:采用了?[没吗]|审[完好]?了[没吗]|通过了?[没吗])有?"
)
_PENDING = re.compile(
    r"(?:看看|查看|还|现在|都)*(?:有(?:哪些|什么|没有|几[篇条])?)?(?:待审|等我审|没审|(?:需要|要)(?:我)?审)(?:的|批)*(?:稿子?|信息|列表)?"
    r"(?:有(?:哪些|几[篇条]|没有)|吗|给我看看|列出来|看看)?"
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
