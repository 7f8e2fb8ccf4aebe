"""People, organisations, places, quoted words and 《titles》 in chat notes and reports, found by their form."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.domain.language.needed import Seldom

SURNAMES = (
    "付宫滕晏竺戚狄宗丰匡蒙尚农桑蔺缪佟蓝闫路仇楚"
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟"
    "汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严"
    "牛温芦季俞章鲁葛韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查"
    "屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边"
)
TITLES = (
    "局长 副局长 书记 副书记 主任 副主任 科长 副科长 股长 副股长 馆长 副馆长 站长 副站长 队长 副队长 大队长 所长 "
    "副所长 院长 副院长 校长 副校长 "
    "园长 镇长 副镇长 乡长 县长 副县长 市长 会长 副会长 理事长 董事长 总经理 经理 厂长 社长 组长 副组长 班长 团长 "
    "支书 村支书 村主任 网格员 老师 教师 教授 讲师 医生 护士 警官 律师 师傅 同志 先生 女士 大爷 大娘 "
    "大妈 奶奶 爷爷 阿姨 叔叔 老人 传承人 讲解员 馆员 导游 教练 主持人 "
    "选手 学员 党员 老党员 村民 居民 读者 志愿者 记者 演员 艺人 手艺人 作者 工匠 专家 研究员 处长 调研员 部长 主席 "
    "秘书长 干事 委员 队员 指导员 "
    "辅导员 老艺人 老战士 老兵 退役军人 店主 业主 负责人 主讲人 主讲 领队 组织委员 宣传委员 纪检委员"
).split()
TITLE = "(?:" + "|".join(sorted(TITLES, key=len, reverse=True)) + ")"
# Characters that given names are mostly made of.
GIVEN = (
    "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂华建国文志海燕立新博丽红梅玲玉萍云霞辉鹏飞宇浩然子轩雨涵欣怡佳俊"
    "峰波斌宁亮健永福顺德祥瑞林森凤琴珍莲香菊春秋冬雪晶莹洁颖慧智信义仁礼忠诚善良"
    "宝贵荣昌盛兴旺富才发财金银铜铁钢锋铭鑫家庆安康泰和顺利成功胜凯彬振东西南北中正清远航帆江河湖山川岩石松柏树栋梁材"
    "根生长久恒远大光耀辰星月阳晨晓旭升龙虎彪豹鹤鹰美媛婷婉嫣倩茜蕾薇蓉芬芝芸苗若诗琪瑶瑾珊珠"
    "学思源泽润雯霖震霆雷电冰霜维维卫民主君政权威武斌全元方圆亚非欧启开基业勤俭继承传启先祖耀宗"
)
_GIVEN = r"[一-龥]{1,2}"
_EDGE = (
    r"(?=[，。；、：:,;！!？?\s（）()“”\d]|$|说|讲|在|带|为|对|和|与|等|作|做|担|任|主|介|表|获|向|到|去|来|从|把"
    r"|被|给|参|负|现|还|也|都|上|共|同|以|用|当|送|请|宣|领|分|家|的|今|手|签|指|陪|发|致|出|一行|率|深入|前往|赶|调研|检查|督|慰问|实地|冒|顶)"
)
_AFTER_TITLE = Seldom(rf"{TITLE}(?P<name>[{SURNAMES}]{_GIVEN}){_EDGE}")
_BEFORE_TITLE = Seldom(rf"(?P<name>[{SURNAMES}](?:{_GIVEN})??)(?P<title>{TITLE})")
_BY_VERB = re.compile(
    rf"(?:由|邀请|请|慰问(?!金|品)|看望|采访|走访|是|叫|找|帮)(?:了|来|到)?(?P<name>[{SURNAMES}]{_GIVEN}){_EDGE}"
)
# Titles that stand behind a surname alone (王科长, 李老师), and what may stand before such a surname.
_ADDRESS = frozenset(t for t in TITLES if t.endswith("长")).union(
    (
        "书记 副书记 主任 副主任 老师 教授 医生 护士 警官 律师 师傅 同志 先生 女士 大爷 大娘 "
        "大妈 奶奶 爷爷 阿姨 叔叔 支书 经理 教练 主席 部长"
    ).split()
)
_MAY_PRECEDE = re.compile(r"(?:^|[^一-龥]|[和与及由请是的了向给对让叫找被有叫馆局院站])$")
# Behind these a verb is likelier than a name: 老人包饺子, 村民马上.
_CROWD = ("老人", "居民", "村民", "读者", "学员", "志愿者", "党员", "选手", "演员", "队员", "群众")
_NOT_NAME = re.compile(
    r"包[饺粽汤]|夏令|安全|文化|文明|文艺|文物|高级|高中|方面|时间|时候|何时|成立|成员|常务|关于|关系|包括|包车|管理|项目"
    r"|向导|向来|路上|路面|游客|边上|单位|"
    r"施工|施救|温馨|万人|段时|毛巾|白酒|白天|金额|石头|牛奶|马上|于是|易燃|强化|解决|解释|解说|华侨|车辆|车上|房屋"
    r"|房子|任何|时期|成果|"
    r"成功|和谐|平安|计划|记录|应急|党员|群众|老年|全体|房管|江边|山路|席上|关心|关爱|甘蔗|景区|景点|方案|方便|向日"
    r"|华人|文书|童话|童谣|康复|"
    r"洪水|洪涝|雷电|水果|周边|周末|周围|周年|周[一二三四五六日]|宁静|史料|管护|卫生|卫健|顾客|查看|查出|查处|查验"
    r"|查漏|单独|单车|左右|司法|成人|常见|常态|温水|项[目]|"
    r"余[人名场次件万元]|万[人元余多名]|段[视]|辛苦|强行|强调|时任|关闭|关停|向上|向下|包装|车间|柏油|解读|解答|解放"
    # 劝学生戴头盔, 孩子常回家: a verb and its thing
    r"|戴[头口帽眼手红校面]|常[回来去联到看]|查[寝岗房体铺违]|安心|安静|安检|成长|何处|花钱|马虎|包书|路过|向前|强化|聚集|易[错懂怒]"
    r"|程序|阳光|阳台|方式|安装|安排|安置|文旅|文创|成都|成绩"
)
_PLACE_SUFFIX = (
    "街道办事处 街道办 街道 社区 小区 广场 公园 风景区 景区 景点 小学 中学 高中 初中 大学 学院 学校 幼儿园 医院 "
    "卫生院 卫生室 敬老院 养老院 福利院 干休所 "
    "文化馆 图书馆 博物馆 美术馆 纪念馆 展览馆 陈列馆 体育馆 科技馆 档案馆 剧院 大剧院 影剧院 剧场 影院 影城 电影院 "
    "文化宫 少年宫 礼堂 会议室 报告厅 阅览室 展厅 大厅 教室 活动室 "
    "排练厅 文化站 服务中心 活动中心 会议中心 文化中心 中心 基地 产业园 工业园 园区 商场 商城 超市 网吧 歌厅 书店 "
    "茶楼 餐厅 酒店 宾馆 饭店 民宿 农家乐 车站 码头 机场 高速口 水库 遗址 古城 古镇 "
    "古村 老街 步行街 书院 故居 夜市 市场 大院 农家书屋 书屋 驿站 书吧 舞台 操场 体育场 游客中心 大棚 码头 支行 公司 "
    "集团 合作社 厂 渡口 村委会 居委会 "
    "村 镇 乡 县城 山 岭 谷 湖 河 江 岛 滩 沟 寨 屯 庄 路 大街 巷 桥 寺 塔 祠堂 祠 庙 塬 湾 坡 井 窑 墓 洞 口袋公园 "
    "陵园 纪念碑 公墓 训练基地"
).split()
_ORG_SUFFIX = (
    "文旅局 教育局 公安局 卫健局 民政局 财政局 应急局 消防救援大队 消防大队 市场监管局 交警大队 派出所 妇联 团县委 "
    "总工会 残联 文联 作协 书协 美协 "
    "县委 县政府 镇政府 乡政府 党委 党支部 支部 党总支 联合党委 协会 商会 学会 剧团 艺术团 合唱团 "
    "志愿服务队 服务队 执法大队 大队 中队 支队 办公室 委员会 局 科 "
    "党校 组织部 宣传部 研学团 旅行团 采风团 考察团 专家组 检查组 督查组 工作组 调研组 旅行社"
).split()
_SUFFIX = re.compile("|".join(sorted({*_PLACE_SUFFIX, *_ORG_SUFFIX}, key=len, reverse=True)))
PLACE_END = re.compile(
    "(?:"
    + "|".join(sorted(set(_PLACE_SUFFIX), key=len, reverse=True))
    + (
        r")(?:[一二三四五六七八九\d]+[楼层号](?:[一-龥]{1,4}(?:厅|室))?|[东西南北]门|门口|门前|院内|内|里|现场|广场"
        r"|附近|一带|沿线)*$"
    )
)
_LEFT_STOP = set(
    "在到去赴来从由向给对与跟请于进访观待送经把将被让是有了的、，。；：:（）()“”‘’《》〔〕 "
    "\t\n0123456789,;!！?？查办往至及驻对帮找个名位条叫"
)
# 局长, 科员, 小学生, 合作协议: with these behind it the ending is part of another word.
WHOLE_ORG = frozenset(
    "文旅局 教育局 公安局 卫健局 民政局 财政局 应急局 消防救援大队 消防大队 市场监管局 交警大队 派出所 妇联 团县委 "
    "总工会 残联 文联 作协 书协 美协 "
    "县委 县政府 镇政府 乡政府 执法大队 党校 组织部 宣传部".split()
)
_NOT_BEHIND = frozenset("长员生议")
# 村民, 乡贤, 镇上: a village, township or town in these names nobody.
_FOLK = frozenset("晚民里口头贤上戏级容")
_LEADING = re.compile(
    r"(?:.{0,3}(?:反映|表示|举报|投诉|称|说)|.{0,3}已?告知|联合|会同|邀请|组织|协助|慰问|参观|检查|走访|举办|开展|清理|维修|接待|配合)"
)
_AND_COUNTY = re.compile(r"[和与跟同][县市区省镇乡]")
_QUOTED = re.compile(r"“([^”]{1,60})”|\"([^\"]{1,60})\"|「([^」]{1,60})」|‘([^’]{1,60})’")
_BOOK = re.compile(r"《[^《》]{1,60}》")


@dataclass(frozen=True, slots=True)
class Name:
    """A name at [start, end): `kind` is person, place, org, quote or title."""

    start: int
    end: int
    kind: str
    text: str


def is_name(word: str) -> bool:
    """Whether the word alone has the form of a person's name and is no common word that begins like one."""
    return re.fullmatch(rf"[{SURNAMES}]{_GIVEN}", word) is not None and _NOT_NAME.match(word) is None


@lru_cache(maxsize=4096)
def people(text: str) -> tuple[Name, ...]:
    """Names of persons: beside a title (讲解员陈晓, 王科长) or behind 由, 邀请, 慰问."""
    return tuple(_people(text))


def _people(text: str) -> Iterator[Name]:
    seen: list[tuple[int, int]] = []
    for pattern in (_BEFORE_TITLE, _AFTER_TITLE, _BY_VERB):
        for m in pattern.finditer(text):
            start, end = m.span("name")
            if pattern is _AFTER_TITLE and m[0].startswith(_CROWD) and text[end - 1] not in GIVEN:
                continue
            if "title" in m.groupdict() and m["title"]:
                if end - start == 1 and (m["title"] not in _ADDRESS or not _MAY_PRECEDE.search(text[:start])):
                    continue
                end = m.end("title") if end - start == 1 else end
            counted = text[start] == "位" and text[start - 1 : start] in tuple(
                "一两二三四五六七八九十几这那各多0123456789"
            )
            if counted or _NOT_NAME.match(text[start : start + 2]) or any(a < end and start < b for a, b in seen):
                continue
            seen.append((start, end))
            yield Name(start, end, "person", text[start:end])


def _left_edge(text: str, end: int, floor: int) -> int:
    start = end
    while start > floor and end - start < 12 and text[start - 1] not in _LEFT_STOP:
        if text[start - 1] == "家" and start >= 2 and text[start - 2] in "0123456789两几一二三四五六七八九十":
            break
        start -= 1
    return start


@lru_cache(maxsize=4096)
def places(text: str) -> tuple[Name, ...]:
    """Places and organisations, by their last word; the left edge is the nearest word that cannot belong to a name."""
    return tuple(_places(text))


def _inside_word(m: re.Match[str], text: str) -> bool:
    """局 of 局长, 村 of 村民, 广场 of 广场舞, 商会 of 会商会: the ending is part of another word."""
    if text.startswith("广场舞", m.start()) or text.startswith("会商会", m.start() - 1):
        return True
    if text.startswith("博物馆日", m.start()) and text[m.start() + 4 : m.start() + 5] not in ("均", "常", "间", "前"):
        return True  # 国际博物馆日 is a day
    after = text[m.end() : m.end() + 1]
    return bool(after) and (
        after in _NOT_BEHIND or (len(m[0]) == 1 and after in _FOLK and not text.startswith("戏台", m.end()))
    )


# 12间教室, 4所小学: how many, and no name
_COUNTED = re.compile(r"[\d一二两三四五六七八九十几][间所个家座处]")


def _places(text: str) -> Iterator[Name]:
    floor = 0
    for m in _SUFFIX.finditer(text):
        if m.start() < floor or _inside_word(m, text):
            continue
        start = _left_edge(text, m.start(), floor)
        if (m.start() - start < 1 and m[0] not in WHOLE_ORG) or _COUNTED.match(text, start - 1):
            continue
        end, kind = m.end(), "org" if m[0] in _ORG_SUFFIX else "place"
        while (more := _SUFFIX.match(text, end)) and not _inside_word(more, text):
            end, kind = more.end(), "org" if more[0] in _ORG_SUFFIX else kind
        lead = _LEADING.match(text, start, end)
        if lead and end - lead.end() > 2:
            start = lead.end()
        elif lead and lead[0].endswith("告知"):  # 已告知村|主任
            continue
        if _AND_COUNTY.match(text, start, end):  # 和县书法家协会一起
            start += 1
        floor = end
        yield Name(start, end, kind, text[start:end])


def quoted(text: str) -> Iterator[Name]:
    """Quoted words and 《titles》."""
    for m in _BOOK.finditer(text):
        yield Name(m.start(), m.end(), "title", m[0])
    for m in _QUOTED.finditer(text):
        inner = next(g for g in m.groups() if g)
        yield Name(m.start(), m.end(), "quote", inner)
