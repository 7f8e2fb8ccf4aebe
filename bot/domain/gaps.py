"""What a reader would ask for and the notes do not say. At most three gaps are asked at once."""

import re
from collections.abc import Sequence

from bot.domain.names import places
from bot.domain.report import Conflict, Gap

_GATHERING = re.compile(r"活动|讲座|比赛|大赛|竞赛|展|演出|晚会|培训|演练|座谈|会议|会$|会，|体验|沙龙|读书会|义诊|联欢|汇演|研学|课|仪式|会(?=结束|开|办|闭|举)|票友会|集市|主题党日|开班|慰问演出|宣传|学习|送戏|放映|植树|志愿")
_NO_PEOPLE = re.compile(r"报表|台账|制度|文件|整改|维修|修缮|安装|更换|上线|印发|出台|修订|检查|巡查|排查|普查|慰问|执法|采购|验收|清理|统计|登记|数字化|征集|申报|督查|抽查|约谈|接访|办理|评选|入选|获|走访")
_HOME = re.compile(r"(?:馆|站|中心|院|书屋|剧场|影院|景区|园)$")
_PEOPLE = re.compile(r"\d[\d.]*万?(?:多|余)?(?:人次|人|名|位|户|个家庭|对)|人数待核|待核|[一二两三四五六七八九十]+[人名位]|\d+(?:家|支队)")
_RESULT = re.compile(r"\d")
MOST = 3


def gaps_of(deed: str, text: str, *, place: str, unit: str, conflicts: Sequence[Conflict]) -> tuple[str, ...]:
    """Names of what is missing (地点, 人数, 结果 …) in the order in which it is asked, at most three."""
    found = []
    gathering = bool(_GATHERING.search(deed)) and not _NO_PEOPLE.search(deed)
    body = re.sub(r"^[^，]*，", "", text, count=1)
    if gathering and not place and not _HOME.search(unit) and not _somewhere(body):
        found.append(Gap.PLACE.value)
    if gathering and not _PEOPLE.search(body) and not any("人数" in c.about for c in conflicts):
        found.append(Gap.PEOPLE.value)
    figures = _RESULT.findall(re.sub(r"\d[\d.]*万?(?:多|余)?[人名位]", "", re.sub(r"\d+[年月日时分]", "", body)))
    if not figures and not re.search(r"获|评为|入选|未发现|完成|修复|解决|整改|结束后|通过|表示|答复", body):
        found.append(Gap.RESULT.value)
    return tuple(found[:MOST])


def _somewhere(text: str) -> bool:
    """Whether the text says where: a place behind 在, 到, 进 and the like."""
    return any(re.search(r"(?:在|到|赴|去|走进|进|来|设在|位于|深入)[一-龥]{0,4}$", text[: n.start]) for n in places(text))
