"""Who did it, in an old-style report: the office that opens a clause, also where its own clause went."""

import re
from collections.abc import Sequence

from bot.domain.language.names import SURNAMES, places


def with_doer(sentence: str, cut: Sequence[str], frame: Sequence[str]) -> str:
    """The first sentence with who did it and since when, where that stood only in the words that were `cut` before it
    or, for the doer, in the `frame` (a signature)."""
    sentence = re.sub(rf"^于({DAY})(?=在)", r"\1，", sentence)
    day = re.match(rf"(?:(?:{DAY}|\d{{4}}年)，|{_SINCE}，?)?", sentence)
    at = day.end() if day else 0
    opened = [found for text in cut if (found := _OPENED.match(text))]
    if not (lacks_doer(sentence[at:]) or _OF_NO_HOUSE.match(sentence, at)):
        begun = next((f["when"] for f in opened if f["when"] and not at and not _PERIOD.match(sentence)), "")
        return f"{begun}，{sentence}" if begun else sentence
    since = next((f"{found['when']}，" for found in opened if found["when"] and not at), "")
    if doer := doer_in(cut):
        return since + sentence[:at] + doer + sentence[at:].removeprefix("大家").removeprefix("齐心协力")
    signed = next((text for text in frame if doer_of(text) == text), "")
    return (since if signed else "") + sentence[:at] + signed + sentence[at:]


def lacks_doer(text: str) -> bool:
    """Whether a clause begins with a deed or a means, behind a period at most, so that who did it must be named."""
    bare = re.sub(rf"^{_SINCE}，?", "", text)
    return DOERLESS.match(bare) is not None or re.match(r"通过[“《一-龥]|于\d", bare) is not None


def doer_in(cut: Sequence[str]) -> str:
    """The first office that opens a clause of what was cut."""
    opened = (found["rest"] for text in cut if (found := _OPENED.match(text)))
    return next((doer for rest in opened for part in rest.split("，") if (doer := doer_of(part))), "")


def doer_of(text: str) -> str:
    """The office that the text begins with, an empty string where it begins with none."""
    if NO_NAME.match(text):
        return ""
    names = [one.text for one in places(text) if one.start == 0]
    return max([*names, *(one[0] for one in [_OURS.match(text) or _ORGAN.match(text)] if one)], key=len, default="")


DAY = r"(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:至(?:\d{1,2}月)?\d{1,2}日)?(?:[上中下]午|晚上?|早上)?"
_OPENED = re.compile(
    r"^(?:(?:(?:[为在以]|按照?|根据|依照|遵照|围绕|结合)[^，]{2,40}|连日来|近日|近期|日前)，)*(?P<when>今年以来|年初以来|上半年|下半年|第[一二三四]季度"
    r"|\d{1,2}月份?以来)?，?(?:(?:按照?|根据|在)[^，]{2,40}，)*(?P<rest>.+)"
)
_PERIOD = re.compile(r"[^，。]{0,3}[\d一二三四][^，。]{0,5}[月季年]|[今去上下前全本目截现]")
# 馆长赵国强带头讲党课, 大家齐心协力: of which house, only the words that went told.
_OF_NO_HOUSE = re.compile(rf"大家|[馆局站院校队所党副支部委组、]*(?:书记|[馆局站院校队所]长)[{SURNAMES}][一-龥]")
_SINCE = "(?:今年以?来|年初以来|去年以来|上半年|下半年)"
NO_NAME = re.compile(r"紧紧|围绕|以|在|为|按|坚持|通过|结合|全面|立足|聚焦|服务")
_OURS = re.compile(r"[我本](?:局|馆|站|院|中心|单位|镇|乡|街道|学?校|社区|村|公司|所)")
_ORGAN = re.compile(
    r"[^，。、]{2,16}?(?:局|馆|站|院|中心|办公室|委员会|镇|乡|街道|大队|支队|学校|小学|中学|剧团|协会|村|社区)"
    r"|[^，。、]{1,12}?(?:供销社|合作社|旅行社|公司|妇联|残联|文联|工商联|科协|团[县市区]?委|工会|红十字会|组织部|宣传部)"
)
DOERLESS = re.compile(
    r"^由[^，]{2,20}(?:带队|牵头)|^联合[^，]{2,40}(?:对|开展|检查|举办|举行|召开)|^对[^，]{2,30}(?:进行|开展)|^[将把][^，]{2,30}[到给]"
    r"|^(?:在[^，。]{2,14}?)?(?:共|累计|先后|已|组织|全年)?(?:成立|启动|出动|举办|开展|召开|组织|检查|发放|走访|慰问|完成|建成|投入|印发|制定"
    r"|设立|邀请|接待|立案|新建|改造|清理|排查|培训|整改|修订|落实|安排|办理|受理|查处|深入|开通|推行|实现|收到|接听|回访|处置|化解|救助|帮扶|监测|接种|筛查|培育|抢修|更换|征集|采购|修缮"
    r"|储备|销售|供应|拨付|争取|引进|签订|签约|播放|播种|栽植|植树|调解|审结|审核|巡护|巡查|消除|补贴|兑付|收购|出借)"
)
