"""What a message brings from elsewhere to be looked at: last year's report, another county's news, a model to follow.

Its figures and days are not this day's: it is kept with the notes and left out of the report.
"""

import re
from collections.abc import Sequence

from bot.domain.language.needed import Seldom

# 去年的稿子发你参考：… : a piece that is not of this day, and words that hand it over to be looked at. Both are needed:
# 上个月的信息：文化馆9条 tells figures of the day's own.
_HEAD = re.compile(r"[^：:\n]{4,40}(?=[：:\n]|$)")
_BODY = re.compile(r"稿|信息|简讯|报告|简报|材料|报道|新闻|总结|汇报|文章|范文|模板|样本|例子|格式|写法")
_NOT_OURS = re.compile(
    r"去年|前年|往年|上年|上次|上回|上一?届|以前|之前|别人|人家|别的?(?:县|局|单位|科室)|隔壁|兄弟|外[县市区地]"
    r"|[一-龥]{2,4}[县市区](?:的|他们|那边)|[老旧](?=稿|材料|信息)|\d{4}年"
)
_HANDED_OVER = re.compile(
    r"(?:发|贴|转)(?:给|到)?(?:你|您|群里)|给(?:你|您)们?(?:参考|看|发|转|贴|照)|参考|借鉴|照着|照抄|照[^，]{2,14}(?:写|套|来)|套用|学习学习|看看人家"
)
# 【转】临泽县：…, 转发邻县文旅局公众号：…
_OTHERS_NEWS = Seldom(
    r"^\s*[（(【\[](?:老|旧|去年|前年|往年|往期|以前)的?[一-龥]{0,3}(?:简报|稿子?|信息|材料|报道|新闻)[）)】\]]"
    r"|^\s*(?:【(?:转|转发|转载|链接|分享|推送)】|[\[（(](?:转|转发|转载)[\]）)]|转发|转载|转)(?:自|一下|一条"
    r"|一个)?[：:\s]*[“「《]?(?P<who>[省市州](?:文旅[局厅委]|文化和旅游[局厅]|融媒体?(?:中心)?|发布|日报|电视台"
    r"|政府)|[一-龥]{2,12}?(?:[县市区州省旗](?<![发景社小园街校灾矿库][区市])(?:文旅局|文化和旅游局|融媒体?(?:中心)?|发布|公众号|日报|电视台|政府)?|日报|晚报|发布|公众号|新闻网|文旅(?:厅|部)?))[”」》]?[：:]"
    # 转发：关于开展网络投票的通知, 温馨提示：请大家关好门窗: a notice to all.
    r"|^\s*(?:转发?|转一?[下个条])[：:\s]*关于[^，。]{2,30}的(?:通知|公告|倡议|提示)|^\s*[【\[]?(?:温馨|友情|特别)(?:提示|提醒)[】\]]?[：:，\s]"
    # 【转发】各乡镇、街道：请…于12月10日前报送, with or without 转发: a notice to those below is nobody's deed
    r"|^\s*(?:[【\[（(]?(?:转(?:发)?|(?:紧急)?通知)[^】\]）)：:\n]{0,10}[】\]）)：:]?\s*)?[@＠]?\s*各(?!位|界)[一-龥、，\s]{1,24}?"
    r"(?:[：:]\s*(?:请|务必|须|需|要|根据|按照|按|为|接|经|现将|兹)|(?:请|务必)于\d)"
    r"|^\s*[【\[]?(?:紧急)?通知[】\]]?[：:]\s*各(?!位|界)[一-龥、，\s]{1,24}于\d"
    r"|^\s*[【\[（(]?转(?:发)?[】\]）)：:\s]+(?:[^，。：:]{0,12}(?:通知|要求)[：:，])?(?:请|望|烦请|要求)各[一-龥、]{1,12}"
    # 转省厅：从6月10日起开展整治, 转 @各景区：请今天17点前报表: an order from above, handed on.
    r"|^\s*[【\[（(]?转(?:发)?[】\]）)]?\s*(?:[@＠]\s*[一-龥]{2,12}(?=[：:]\s*(?:请|务必|需|须|各|按时))"
    r"|[省市县区州](?:[厅局委办府]|[一-龥]{1,6}(?:厅|局|委|办|部|联|会|政府))|上级|部里|厅里|市里|省里|局里|县里)(?:的)?(?:通知|要求)?[：:](?!\s*\d+[件起条宗份个])"
)
# 今年的：…, 咱们今天：… after what was pasted is this day's again.
_OURS_AGAIN = re.compile(
    r"(?:^|[\n。；;！])\s*(?:今年|今天|咱们?|我们|这次|本次|我局|我馆|我县|我单位)(?:的|这边|这次|是|情况)?[^，。：:\n]{0,6}[：:]"
)

_SHORTEST = 25


def _hands_over(head: str) -> bool:
    return all(words.search(head) for words in (_BODY, _NOT_OURS, _HANDED_OVER))


def borrowed(text: str) -> int:
    """How far the message from its beginning was brought from elsewhere; 0 where it tells of this day."""
    head = _HEAD.match(text)
    found = head if head and head.end() < len(text) and _hands_over(head[0]) else _OTHERS_NEWS.match(text)
    if found is None:
        return 0
    again = _OURS_AGAIN.search(text, found.end())
    return again.start() if again else len(text)


def brought(messages: Sequence[tuple[str, str]]) -> set[int]:
    """Which of the messages, each (speaker, text), are pieces brought from elsewhere as a whole.

    去年那篇贴给你照着写 announces that the next message of the same hand is one.
    """
    found: set[int] = set()
    announced = ""
    for n, (speaker, text) in enumerate(messages):
        if 0 < len(text) == borrowed(text) or (announced == f"\0{speaker}" and _may_be_one(text)):
            found.add(n)
        announced = f"\0{speaker}" if len(text) <= _SHORTEST and _hands_over(text) else ""
    return found


def _may_be_one(text: str) -> bool:
    """Long enough, and not begun as this day's."""
    return (
        len(text) >= _SHORTEST
        and _OURS_AGAIN.match(text) is None
        and not text.startswith(("今天", "今年", "我们", "咱"))
    )
