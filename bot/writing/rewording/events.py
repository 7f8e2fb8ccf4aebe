"""What was held and how it went: 搞了个展览 → 举办展览, 开了会 → 召开会议, 球赛打完了 → 球赛结束."""

import re

from bot.domain.language.needed import Rule
from bot.writing.rewording.topics import ended_event
from bot.writing.verbs import event, opened

ONCE = {
    "盘": "盘点",
    "查": "检查",
    "翻": "查阅",
    "核": "核对",
    "清": "清理",
    "扫": "清扫",
    "洗": "清洗",
    "擦": "擦拭",
    "理": "整理",
    "过": "核对",
    "看": "查看",
}
READ = re.compile(r"[书账簿册志谱报本卷表单]|档案|资料|记录|材料|文件|图纸|台账|老照片")
_SITES = re.compile(r"[寺庙塔窟墓]|遗址|文保|古建|景区|景点|村|站|所|工地")


def _once(m: re.Match[str]) -> str:
    """把书架盘了一遍 → 盘点书架."""
    if m["did"] == "翻" and not READ.search(m["what"]):
        return m[0]  # 把服装库翻了一遍: nothing to read
    looked = m["did"] == "过" and _SITES.search(m["what"])
    return m["who"] + ("巡查" if looked else ONCE.get(m["did"], m["did"])) + m["what"]


RULES: list[Rule] = [
    # 馆长带队去的柳村
    (
        re.compile(r"(?<=带队|一起|一块)去的(?=[一-龥]{1,7}(?:[村镇乡屯寨街]|社区|小区|学校|[小中]学|敬老院|景区)$)"),
        "到",
    ),
    (re.compile(r"[把将](?P<what>[^，。把将]{2,18}(?:任务|工作|指标))(?:全部?|都)?[一-龥]完了?$"), r"完成\g<what>"),
    (
        re.compile(
            r"^(?P<who>[^，。把将]{0,8}?)[把将](?P<what>[^，。]{1,20}?)(?:又|再|都|也|重新|全部?|挨个|逐个)?(?P<did>盘|翻|查|核|清|扫|洗|擦|理|过|看|检查|清点|整理|清理)"
            r"了?(?:一|两|1|2)[遍下]$"
        ),
        _once,
    ),
    (
        re.compile(
            r"^请的是?(?=[^，。]{2,16}(?:老师|教授|专家|研究员|医生|教练|律师|师傅|站长|团|剧社|[一-龥]队)(?:$|[讲教做指]))"
        ),
        "邀请",
    ),
    # 放的《守岛人》, whose title stands as one private character here
    (
        re.compile(
            r"(?<![一-龥])放(?:的是?|了)?(?P<film>(?:露天|公益|坝坝|老|科教|红色)?(?:电影|影片)(?!院|票|周|节)|[\ue000-\uf8ff])"
        ),
        r"放映\g<film>",
    ),
    (re.compile(r"(?:^|(?<=[院村场校园区馆厅地站]))放的(?=[一-龥]{0,3}[\ue000-\uf8ff])"), "放映"),
    (re.compile(r"头一回"), "首次"),
    (
        re.compile(
            r"(?P<what>[一-龥]{2,6}(?:进(?:校园|社区|企业|农村|乡村|军营|机关|景区|工地|集市|万家)|下乡))[去到]的(?=[一-龥]{3})"
        ),
        r"\g<what>活动走进",
    ),
    (re.compile(r"(?<=[稿品名])截了$"), "截止"),
    (re.compile(r"(?<!召)开了(?=[^，。]*\d个班$)"), "开设"),
    (
        re.compile(
            r"(?:搞|办|弄|做|组织|举办|开展|进行|举行)(?:了|完了|过)(?P<count>(?:一|两|\d+(?!\d))?(?:个|场|次|期|届|堂|节|轮"
            r"|项)?)(?P<thing>(?![\d.])[^，。；]{2,30})$"
        ),
        event,
    ),
    (
        re.compile(
            r"(?<![举开承协主督包查])(?:搞|办|弄|做)(?P<count>(?:一|两|\d+(?!\d))?(?:个|场|次|期|届|堂"
            r"|轮)?)(?P<thing>(?!\d|[跟和与同]|联合)[^，。；了]{2,20}(?:活动|演练|培训|检查|讲座|比赛|展览|宣传|义诊|普查|调研|座谈|展|赛|体验|党日|党课))$"
        ),
        event,
    ),
    (
        re.compile(
            r"(?P<there>[到去上赴][^，。]{1,6}?)?(?<!召)开了(?:一?个|一?次|一?场)?(?P<thing>(?!半天|一?整?天|\d)[^，。；]{0,20}会(?:议)?)$"
        ),
        opened,
    ),
    (
        re.compile(r"(?:[搞办弄做开比赛演打跑放上干忙]完了?|(?<=[演映播展])下来了|(?<=[天日场轮])完了|收工)$"),
        ended_event,
    ),
    (re.compile(r"报上去|报上来"), "上报"),
]
