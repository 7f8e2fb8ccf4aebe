"""What a reader would ask for and the notes do not say. At most three gaps are asked at once.

A gap holds a submission up until it is filled or explained, so only what such a deed cannot do without is asked for.
"""

import re
from collections.abc import Sequence

from bot.domain.language.names import people, places
from bot.domain.notes.report import Conflict, Gap

_GATHERING = re.compile(
    r"活动|讲座|比赛|大赛|竞赛|赛|排练|展(?!厅|板|柜|位|牌|馆)|演出|晚会|培训|演练|座谈|会议|会$|会，|体验|沙龙|读书会|义诊|联欢"
    r"|汇演|研学|课|仪式|会(?=结束|开|办|闭|举)|票友会|集市|主题党日|开班|慰问演出|宣传|学习|送戏|放映|植树|志愿|[灯庙诗歌]会|游园"
)
# Deeds for others: where they were done, or for whom, is part of them.
_OUTREACH = re.compile(r"走访|志愿|服务|义诊|宣传|发放|送|慰问|看望|接访|清扫|打扫")
_DESK_WORK = re.compile(
    r"报表|台账|制度|文件|办法|方案|印发|出台|修订|采购|验收|统计|数据|数字化|申报|评选|入选|获|上线|通过|公示"
    r"|预算|借阅|整改|预约|线上|流程|系统|投诉|诉求|反映|修复|检修|维修|安装|更换|名单|普查|监测|清点|盘点|整理"
)
_INDOORS = re.compile(r"接待|借阅|整理|馆藏|上线|开放|统计|获|小小图书管理员|夏令营|培训班|上岗|演练|开课|互换")
_HOME = re.compile(r"(?:馆|站|中心|院|书屋|剧场|影院|景区|园|学校|[小中]学)$")
_PEOPLE = re.compile(
    r"\d[\d.]*万?(?:多|余)?(?:人次|人|名|位|户|个家庭|对)|人数待核|待核|[一二两三四五六七八九十]+[人名位]|\d+(?:家|支队|个队|所|批|个单位|个村|个社区)"
    r"|\d+个(?=[，。]|[一-龥]{0,6}(?:学生|孩子|儿童|村民|群众|居民|老人|读者|学员|观众|选手|职工|干部|家长|队员))"
    r"|\d+个[一-龥]{0,4}[员长手农工师生民]|全[体校馆局镇村][一-龥]{0,4}(?:人员|职工|师生|干部|学生|党员)|观众约?\d|各[^，。]{1,8}(?:负责人|站长|代表)"
)
_FIGURE = re.compile(r"\d")
_TIMES = re.compile(r"\d+[年月日时分]")
# 合唱团比赛获二等奖: somebody went and performed; 作品获奖 is paper.
_PERFORMED = re.compile(r"(?:队|团|选手|演员|馆员|职工|学生|孩子)[^，。]{0,8}(?:比赛|参赛|展演)[^，。]{0,4}(?:获|拿)")
# 在体育馆打, 进了杏花村, 送到三中: a place by the word that it ends with, proper name or not.
_WHERE = re.compile(
    r"(?:在|到|去|赴|进了?|来|沿|位于|地点[是为]?|走了?|[查访问修]了?)[^，。；]{0,16}?"
    r"(?:[馆场厅室院园校镇乡县市街路库站店司厂局寺祠庙桥楼村湾沟寨台门河湖山][里上前内东西南北]?|小学|[一-三]中|社区|中心|景区|基地|大棚|教室|礼堂|党校|单位|门口|舞台|线上|现场|家里?|户)"
)
# 网吧6家, 城区, 走了4个企业: what was gone round, or how wide it went.
_ROUND = re.compile(
    r"\d+(?:家|处|个?点|个?村|个?站|个?小区|个?乡?镇|个?社区|个?企业|所|座|户|条路)|城区|全[县市镇乡村区]|[东西南北]片"
)
# 局务会, 周例会: held where the house sits by those who sit there; where 安全会 was held, nobody asks either.
_OWN_MEETING = re.compile(r"(?:局务|馆务|院务|党组|支委|班子|办公|例|调度|碰头|联席)会")
_MEETING = re.compile(r"召开|开会|会议|座谈")
_CONTEST = re.compile(r"比赛|大赛|竞赛|[球跑棋]赛|联赛|邀请赛|决赛")
_PLACED = re.compile(
    r"第[一二三123]|[冠亚季]军|奖|获|胜|晋级|出线|名次|成绩|[\d比]+比\d|开[赛打幕]|启动|报名|初赛|预赛|明天|明日|明年|计划|进入第|取消|改期"
)
_HARDLY_A_WORD = 20
MOST = 3


def gaps_of(deed: str, text: str, *, place: str, unit: str, conflicts: Sequence[Conflict]) -> tuple[str, ...]:
    """Names of what is missing (地点, 人数, 结果 …) in the order in which it is asked, at most three."""
    found = [Gap.TIME.value] if text.startswith("近日，") else []
    planned = text.startswith(f"{unit}计划")
    body = text if planned else re.sub(r"^[^，]*，", "", text, count=1)
    desk = bool(_DESK_WORK.search(deed)) and not _PERFORMED.search(deed)
    # 图书漂流弄完了: of a day told without one figure anybody would ask where it was and how many came.
    bare = not desk and (len(body.replace(unit, "")) < _HARDLY_A_WORD or not _FIGURE.search(_TIMES.sub("", body)))
    desk = desk or _OWN_MEETING.search(deed) is not None
    gathering = not desk and (bare or _GATHERING.search(deed) is not None)
    outreach = not desk and _OUTREACH.search(deed) is not None
    visited = re.search(r"慰问|看望", deed) is not None
    at_home = _HOME.search(unit) is not None and _INDOORS.search(text) is not None
    where = place or visited or at_home or (_MEETING.search(deed) and not bare) or _somewhere(body, unit)
    if (gathering or outreach) and not where:
        found.append(Gap.PLACE.value)
    named = visited and any(True for _ in people(text))
    counted = _PEOPLE.search(body) or any("人数" in c.about for c in conflicts)
    if (gathering or (outreach and bare)) and not planned and not named and not counted:
        found.append(Gap.PEOPLE.value)
    if not planned and _without_result(deed, body, bare=bare):
        found.append(Gap.RESULT.value)
    if _UNNAMED.search(body) and not _NAMED_GOODS.search(body):
        found.insert(0, Gap.CONTENT.value)
    return tuple(found[:MOST])


def _without_result(deed: str, body: str, *, bare: bool) -> bool:
    """Whether nobody learns how it ended: who won a contest that is over, or anything behind the opening at all."""
    if _CONTEST.search(deed):
        return not _PLACED.search(body)
    return bare and "，" not in body and body.count("。") < 2


# 共发放800份: of what?
_UNNAMED = re.compile(
    r"(?:^|[，。；])(?:共|现场|集中|上门|累计|又|均)*(?:(?:发放|发|分发|派发)了?|送出了?)\d[\d.]*万?(?:多|余)?(?:份|张|册|本|个|件|袋)(?=[，。；]|$)"
)
_NAMED_GOODS = re.compile(
    r"手册|[传宣]单|单[子页]|资料|折页|倡议书|明白纸|图书|新书|绘本|证|卡|券|票|礼|奖|春联|福字|用品|物资|慰问|《"
)


def _somewhere(text: str, unit: str) -> bool:
    """Whether the text says where: a place behind 在, 到, 进 and the like, one that the deed names, or a round."""
    plain = text.replace(unit, "　") if unit else text
    lead = min(40, plain.find("。") if "。" in plain else 40)
    return (
        _WHERE.search(plain) is not None
        or _ROUND.search(plain) is not None
        or any(n.kind == "place" and n.start < lead for n in places(plain))
    )
