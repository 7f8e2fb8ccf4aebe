"""What a reader would ask for and the notes do not say. At most three gaps are asked at once."""

import re
from collections.abc import Sequence

from bot.domain.language.names import people, places
from bot.domain.notes.report import Conflict, Gap

_GATHERING = re.compile(
    r"活动|讲座|比赛|大赛|竞赛|赛|排练|展|演出|晚会|培训|演练|座谈|会议|会$|会，|体验|沙龙|读书会|义诊|联欢"
    r"|汇演|研学|课|仪式|会(?=结束|开|办|闭|举)|票友会|集市|主题党日|开班|慰问演出|宣传|学习|送戏|放映|植树"
    r"|志愿|[灯庙诗歌]会|游园"
)
_SERVICE = re.compile(
    r"慰问|看望|走访|志愿|服务|义诊|宣传|发放|送|检查|巡查|排查|抽查|普查|调研|接访|维修|清理|清除|清扫|清运"
    r"|整治|执法|打扫|修|种"
)
_DESK_WORK = re.compile(
    r"报表|台账|制度|文件|办法|方案|印发|出台|修订|采购|验收|统计|数据|数字化|申报|评选|入选|获|上线|通过|公示"
    r"|预算|借阅|整改|预约|线上|流程|系统"
)
_INDOORS = re.compile(r"接待|借阅|整理|馆藏|上线|开放|统计|获|小小图书管理员|夏令营|培训班|上岗")
_HOME = re.compile(r"(?:馆|站|中心|院|书屋|剧场|影院|景区|园)$")
_PEOPLE = re.compile(
    r"\d[\d.]*万?(?:多|余)?(?:人次|人|名|位|户|个家庭|对)|人数待核|待核|[一二两三四五六七八九十]+[人名位]"
    r"|\d+(?:家|支队)"
    r"|\d+个[一-龥]{0,6}(?:学生|孩子|儿童|村民|群众|居民|老人|读者|学员|观众|选手|职工|干部|家长|队员)"
)
_RESULT = re.compile(r"\d")
# 合唱团比赛获二等奖: somebody went and performed; 作品获奖 is paper.
_PERFORMED = re.compile(r"(?:队|团|选手|演员|馆员|职工|学生|孩子)[^，。]{0,8}(?:比赛|参赛|展演)[^，。]{0,4}(?:获|拿)")
_ROOM = re.compile(
    r"(?:在|到|地点[是为]?)[^，。；\d]{0,12}?(?:会议室|报告厅|教室|活动室|礼堂|操场|大厅|展厅|阅览室|食堂|院内"
    r"|院子|门口|楼|舞台|党校|单位|线上|现场)"
)
MOST = 3


def gaps_of(deed: str, text: str, *, place: str, unit: str, conflicts: Sequence[Conflict]) -> tuple[str, ...]:
    """Names of what is missing (地点, 人数, 结果 …) in the order in which it is asked, at most three."""
    found = [Gap.TIME.value] if text.startswith("近日，") else []
    desk = bool(_DESK_WORK.search(deed)) and not _PERFORMED.search(deed)
    gathering = bool(_GATHERING.search(deed)) and not desk
    service = bool(_SERVICE.search(deed)) and not desk
    planned = text.startswith(f"{unit}计划")
    body = text if planned else re.sub(r"^[^，]*，", "", text, count=1)
    at_home = bool(_HOME.search(unit)) and bool(_INDOORS.search(text))
    # 图书漂流弄完了: of a day told without one figure anybody would ask where it was and how many came.
    gathering = gathering or (not desk and not _RESULT.search(re.sub(r"\d+[年月日时分]", "", body)))
    visited = re.search(r"慰问|看望", deed) is not None
    if (gathering or service) and not visited and not place and not at_home and not _somewhere(body, unit):
        found.append(Gap.PLACE.value)
    named = visited and any(True for _ in people(text))
    if (
        (gathering or service)
        and not planned
        and not named
        and not _PEOPLE.search(body)
        and not any("人数" in c.about for c in conflicts)
    ):
        found.append(Gap.PEOPLE.value)
    figures = _RESULT.findall(re.sub(r"\d[\d.]*万?(?:多|余)?[人名位]", "", re.sub(r"\d+[年月日时分]", "", body)))
    if (
        not figures
        and not planned
        and not re.search(r"获|评为|入选|未发现|完成|修复|解决|整改|结束后|通过|表示|答复", body)
    ):
        found.append(Gap.RESULT.value)
    if _UNNAMED.search(body) and not _NAMED_GOODS.search(body):
        found.insert(0, Gap.CONTENT.value)
    return tuple(found[:MOST])


# 共发放800份: of what?
_UNNAMED = re.compile(
    r"(?:^|[，。；])(?:共|现场|集中|上门|累计|又|均)*(?:发放|发|分发|送出|派发)\d[\d.]*万?(?:多|余)?(?:份|张|册"
    r"|本|个|件|袋)(?=[，。；]|$)"
)
_NAMED_GOODS = re.compile(
    r"手册|[传宣]单|单[子页]|资料|折页|倡议书|明白纸|图书|新书|绘本|证|卡|券|票|礼|奖|春联|福字|用品|物资|慰问|《"
)


def _somewhere(text: str, unit: str) -> bool:
    """Whether the text says where: a place behind 在, 到, 进 and the like, or one that the deed names."""
    plain = text.replace(unit, "　")
    lead = min(30, plain.find("。") if "。" in plain else 30)
    if _ROOM.search(plain):
        return True
    return any(
        re.search(r"(?:在|到|赴|去|走进|进|来|设在|位于|深入|检查|走访|慰问|修|巡查)[一-龥]{0,6}$", text[: n.start])
        or (n.kind == "place" and n.start < lead)
        for n in places(plain)
    )
