"""Whether the places, organisations and persons of a draft stand in the notes."""

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.domain.language.names import GIVEN, SURNAMES, TITLES, WHOLE_ORG, Name
from bot.domain.language.quantities import UNIT
from bot.domain.language.word_edges import Word, clause_around, word_over, words
from bot.domain.lock.grounds import Grounds, bare

# Words that may stand before a name without being part of it.
_BEFORE_NAME = re.compile(
    r"(?:在|到|去|赴|来|从|由|向|给|对|与|和|及|跟|为|于|至|往|经|将|被|让|是|有|的|了|并|等|各|该|全|共|以|按|把|同"
    r"|请|率|带|组织|走进|深入|前往|联合|会同|邀请|参观|慰问|检查|走访|接待|会商|捐赠|捐给|送给|赠给|送至|"
    r"送到|送往|赠予|举办|开展|召开|进行|位于|设在|来自|其中|分别|全部|现场|包括|支持|协助|参加|上午|下午|晚|早上"
    r"|中午|晚上|剩余|其余|附近|周边|辖区|本|第|名|位|个|家|所|座|处|人|日|时|分|年|月|元|册|场|次|"
    r"清理|维修|修复|更换|整改|巡查|排查|抽查|督查|普查|调研|登记|采集|拍摄|征集|发放|送去|服务|帮助|利用|围绕|依托"
    r"|通过|改造|建成|新建|打造|启动|完成|覆盖|涉及|惠及|要求|责令|约谈|督促|指导|赴|抵达|返回|途经|借用|占用|使用"
    r"|取消|原|原有|向|收集|提出|增设|签订|修补|置换|座谈|安装|补充|商定|增加|购置|运送|搬运|镇区|城区|辖区|全县|结"
    r"|系|放|捡拾?|铺|架|[掉驶进流送运带迁引投转]入|[馆院局站校厂园场所]内|[使利借占食租启采征享]用|移交|会见|宣讲"
    r"|接|接到|联系|委托|已|方|答应|解决|表示|反映|获|获得|荣获|办结|来自|据|镇上|村里|县里|城区|开展|统计|看|搬到|移至|挂在|放在|约|怕|比|归|问|留)$"
)

_GENERIC_NAME = re.compile(
    r"^(?:活动|现场|本|该|全|各|中|工作|服务|会议|培训|教学|群众|社会|基层|一线|志愿服务|党员|公共|文化|旅游"
    r"|活动中|主办|承办|协办|相关|有关|所在|当地|该县|全县|全市|辖区|上级|其他|各个|机关|文化活动|应急|执法"
    r"|检查|督查|志愿|主题|参观|学习|日常|夜间|重点|周边|室内|户外|城区|乡镇|农村|市场|办公|施工|培训|比赛|镇区"
    r"|城区|县城|村级|社区级|全体|各类|多个|每个|年度|定点|周末|假期|国庆|五一|春节)+"
)

# One-character endings (路, 山, 科) end many words that name no place; those of _TERRAIN mostly do.
_SHORT_END = re.compile(
    r"(?<!口袋)(?<!步行)(?:[路山河湖江岭谷桥塔寺庙井洞墓窑坡湾沟滩岛乡科局厂寨屯庄巷村镇街坪峪崖泉阁]|大街|一线"
    r"|县城|老街|市场|夜市|操场|舞台|大厅|教室|码头)$"
)

_TERRAIN = frozenset("阁山河湖江岭谷桥塔寺庙坡湾沟滩岛乡寨屯庄巷村镇街坪峪崖泉")

_COMMON_PLACE = re.compile(
    r"下乡|家乡|老乡|城乡|返乡|农村|乡村|[进驻全各本该到入逐]村|行政村|自然村|古村|乡镇|城镇|[全各本该古集]镇"
    r"|[上登爬下]山|江山|[过沿大上各]河|[上沿大各]街|[架修过]桥|[上下爬]坡|山沟|水沟|泄洪沟|[全各]乡|温泉|喷泉"
)

_COUNTED = re.compile(rf"(?:{UNIT}|日|月|年|时|分)")

# What people call an office whose short name is not the beginning of the whole one.
_OFFICES = {
    "市场监管局": ("市监", "市场监管", "工商"),
    "消防救援大队": ("消防",),
    "交警大队": ("交警",),
    "县政府": ("政府",),
}


def _office_told(said: str, grounds: Grounds) -> bool:
    """公安 and 市监 of the notes are 公安局 and 市场监管局."""
    short = said.removesuffix("局").removesuffix("大队")
    return any(word in grounds.blob for word in (*_OFFICES.get(said, ()), *([short] if short != said else [])))


# What a group that came for some work is called; the work is what the notes must tell.
_GROUP = re.compile(r"(?P<work>检查|考察|督查|工作|调研|专家|验收|研学|旅行|采风|参观|交流)[组团]$")


def holds_place(name: Name, text: str, grounds: Grounds) -> bool | None:
    """Whether the notes hold a place or organisation; None where the words are no proper name."""
    said = bare(name.text)
    if text[name.start - 1 : name.start].isdigit() and (counted := _COUNTED.match(said)):
        said = said[counted.end() :]  # 3|日移交档案馆, 5|人检查组
    if said in grounds.blob or _plain(said) in _plain(grounds.blob):
        return True
    if _OURS.fullmatch(said):
        return None
    if said in WHOLE_ORG:
        return _office_told(said, grounds)
    if (both := _SEVERAL.fullmatch(said)) and both["name"] in grounds.blob:
        return True  # 西陵、东坪|两镇
    if _shortened_in_notes(said, grounds):
        return True
    if (
        (group := _GROUP.search(said))
        and group["work"] in grounds.blob
        and _may_precede(said[: group.start()], grounds)
    ):
        return None  # 会见考察团, where the notes say 来考察
    if _SHORT_END.search(said):
        if _of_next_word(name, text, grounds) or all(_tells_a_deed(w) for w in words(said[:-1])):
            return None
        return _near_place(said, grounds)
    ends = [cut for cut in range(1, len(said) - 1) if said[cut:] in grounds.blob]
    if ends:
        return any(_may_precede(said[:cut], grounds) for cut in ends)
    stripped = _GENERIC_NAME.sub("", said)
    return None if len(stripped) <= 2 or stripped != said else False


# 我中心, 我馆: the house that reports
_OURS = re.compile(r"我(?:中心|[局馆站所院队科校镇乡村社]|单位|街道)")
_SEVERAL = re.compile(r"(?P<name>[一-龥]{2,4})(?:等?[两二三四五六七八九十\d]{1,2}个?)(?:乡镇|[镇乡村县市区校馆社])")
_UNIVERSITY = re.compile(r"(?P<name>[一-龥]{2,6})大学")
_NUMBERED = re.compile(r"(?:[县市区])?第(?P<number>[一二三四五六七八九十]{1,2}|\d{1,2})(?:[初高]级)?(?P<kind>[中小])学")


def _shortened_in_notes(said: str, grounds: Grounds) -> bool:
    """北大, 河师大 and 二中 of the notes are 北京大学, 河南师范大学 and 第二中学."""
    if school := _NUMBERED.fullmatch(said):
        return school["number"] + school["kind"] in grounds.blob
    m = _UNIVERSITY.fullmatch(said)
    if m is None:
        return False
    heads = [w.text[0] for w in words(m["name"])]
    return any("".join(heads[: n + 1]) + "大" in grounds.blob for n in range(len(heads)))


# Old buildings that end in one character: the notes must know it with the one before it.
_OLD_BUILDING = re.compile(r"[一-龥]{1,2}([一-龥][阁亭殿宫祠])(?![堂子楼])")


def unknown_buildings(text: str, grounds: Grounds) -> Iterator[str]:
    """新民阁, where the notes know 奎星阁 alone."""
    yield from (m[0] for m in _OLD_BUILDING.finditer(text) if m[1] not in grounds.blob)


@lru_cache(maxsize=256)
def _plain(words: str) -> str:
    """Without the particles that a report drops: 走了图书馆 → 走图书馆, 四星级民宿 → 四星民宿."""
    return re.sub(r"[了过着]|(?<=已)经|(?<=星)级", "", words)


def _of_next_word(name: Name, text: str, grounds: Grounds) -> bool:
    """谷|野公司: the last character belongs to what follows, and the notes begin a name with it (做露营的谷野公司)."""
    pair = text[name.end - 1 : name.end + 1]
    return (
        re.fullmatch(r"[一-龥]{2}", pair) is not None
        and re.search(f"[的了在和去到由与叫]{pair}", grounds.blob) is not None
    )


def _near_place(text: str, grounds: Grounds) -> bool | None:
    """A name with a one-character ending is unknown where the notes hold no pair of its last characters."""
    tail = text[-3:]
    if (
        len(tail) == 3
        and text[-1] in "村镇乡"
        and not _COMMON_PLACE.search(tail)
        and not _BEFORE_NAME.search(text[:-1])
    ):
        whole = tail in grounds.blob or (text[-2:] in grounds.blob and _BEFORE_NAME.search(text[:-2]) is not None)
        return None if whole else False
    if (
        len(tail) < 3
        or _BEFORE_NAME.search(text[:-1])
        or _COMMON_PLACE.search(tail)
        or tail[:2] in grounds.blob
        or tail[1:] in grounds.blob
    ):
        return None
    return False if text[-1] in _TERRAIN else None


def _may_precede(said: str, grounds: Grounds) -> bool:
    """Whether the words in front of a known name are words of the notes or such as may stand there."""
    if said in "我村乡镇县市省区校馆局" or _BEFORE_NAME.search(said) or not re.search(r"[一-龥]", said):
        return True
    for cut in range(1, len(said) - 1):  # 统计|五一 before 全县景区: a verb, then words that stand in the notes
        if said[cut:] in grounds.blob and _BEFORE_NAME.fullmatch(said[:cut]):
            return True
    if len(said) >= 2 and all(said[i : i + 2] in grounds.blob for i in range(len(said) - 1)):
        return True
    left = list(words(said))
    while left and (_tells_a_deed(left[-1]) or _BEFORE_NAME.fullmatch(left[-1].text)):
        left.pop()
    rest = said[: left[-1].end] if left else ""
    return not rest or (len(rest) > 1 and rest in grounds.blob)  # 说明牌|已安排 before 广告公司


# Deeds and virtues that villages, schools and roads are named by: 团结村, 胜利小学.
_NAMING = frozenset(
    (
        "团结 胜利 建设 解放 前进 跃进 奋斗 兴隆 复兴 振兴 发展 和谐 创业 创新 学习 光明 友谊 "
        "合作 进步 自强 互助 向阳 繁荣 富强 联合 联盟 爱国 拥军 惠民 便民 利民 安居 康复 希望 "
        "保障 展览 体育 服务 培训 救助 指挥 调度 接待 管理 交易 批发 采购 运输 养护 保护 研究 "
        "信用 投资 开发 旅游 生产 加工 养殖 种植 试验 实验 示范 实践 教育 新建 长青 迎宾 凤鸣 "
        "飞跃 腾飞 起航 启航 永定 永兴 兴旺 兴业 崇文 尚武 怀远 望江 临江 跨河 环城 "
    ).split()
)


def _tells_a_deed(word: Word) -> bool:
    return len(word.text) > 1 and word.kind.startswith("v") and word.text not in _NAMING


_FULL_NAME = re.compile(rf"(?=([{SURNAMES}][{GIVEN}]{{2}})(?![一-龥]?[市县区镇乡村路局馆院校]))")

_GIVEN_WORDS = frozenset(
    (
        "文明 安全 方正 江山 平安 长江 黄河 万元 成立 成功 文化 文学 金银 建成 开展 全国 中国 "
        "全民 民主 方圆 和平 高大 高清 安康 元宵 春秋 大学 山河 江河 东西 南北 开启 正大 江南 "
        "华南 西北 东北 全元 广大 文星 光明 光荣 长久 永久 明亮 万民 万家 东山 西山 南山 金山 "
        "石山 马山 山东 河南 河北 海南 云南 湖南 湖北 江西 山西 陕西 广东 广西 生长 学生 先生 "
        "民生 新生 成长 宁静 和谐 雷电 冰雪 水利 利民 便利 顺利 正月 信义 信息 家庭 国家 大家 "
        "金属 武术 武林 华东 中华 主业 开业 学业 文艺 文玩 经典 古典 方言 单元 公元 车辆 温泉 康养 "
    ).split()
)


@lru_cache(maxsize=1024)
def _one_other(name: str) -> re.Pattern[str]:
    """Finds the name with any one character in the place of one of its own."""
    ways = (f"{name[:i]}[一-龥]{name[i + 1 :]}" for i in range(len(name)))
    return re.compile(f"(?=({'|'.join(ways)}))")


def unknown_names(text: str, grounds: Grounds) -> Iterator[str]:
    """Persons whom no note names: a known name with another character in it, or a name-like word nobody said."""
    for known in dict.fromkeys(grounds.names):
        if not re.fullmatch(rf"[{SURNAMES}][一-龥]{{2}}", known) or known.endswith(tuple(TITLES)):
            continue
        for m in _one_other(known).finditer(text):
            window = m[1]
            if (
                window != known
                and not (window[:2] == known[:2] and window[-1] not in GIVEN)
                and window not in grounds.blob
            ):
                yield window
    yield from (m[1] for m in _OTHER_HEADS.finditer(text) if m[1][:2] not in grounds.blob)
    for m in _FULL_NAME.finditer(text):
        if _HOUR_ABOUT.search(text[: m.start() + 1]):
            continue
        if (m[1] not in grounds.blob and _other_given_name(m[1], grounds)) or (
            m[1][:2] not in grounds.blob
            and m[1][1:] not in grounds.blob
            and not any(w in m[1] for w in _GIVEN_WORDS)
            and not _of_other_words(m.start(), m.start() + len(m[1]), text, grounds)
        ):
            yield m[1]


# First characters of names that begin with no Han surname, looked for behind a title: 馆长阿米尔.
_OTHER_HEADS = re.compile(
    "(?:" + "|".join(sorted(TITLES, key=len, reverse=True)) + ")([阿艾买努热吐帕扎茹祖萨库卓旺索][一-龥]{2})"
)
_HOUR_ABOUT = re.compile(r"[时分日]许$")


def _other_given_name(name: str, grounds: Grounds) -> bool:
    """滕文博, where the notes know 滕文 as the beginning of 滕文远 and nothing else; 胡志|和 is who wrote them."""
    if name[2] in "和与跟" and any(u.speaker == name[:2] for u in grounds.said):
        return False
    known = re.findall(rf"{name[:2]}(?=([一-龥]))", grounds.blob)
    return bool(known) and all(c in GIVEN for c in known) and not any(w in name for w in _GIVEN_WORDS)


_TITLE_BEFORE = re.compile("(?:" + "|".join(sorted(TITLES, key=len, reverse=True)) + ")$")
_COUNTED_PEOPLE = re.compile(UNIT)


def holds_person(name: Name, text: str, grounds: Grounds) -> bool:
    """Whether the notes hold the person, or what reads like a name is pieces of other words."""
    said = bare(name.text)
    if said in grounds.blob or (said.endswith("长") and len(said) > 2 and said[:-1] in grounds.blob):  # 曹局敲的锣
        return True
    if text[name.start - 1 : name.start].isdigit() and _COUNTED_PEOPLE.match(name.text):  # 58位住院老人
        return True
    return _of_other_words(name.start, name.end, text, grounds)


def _of_other_words(start: int, end: int, text: str, grounds: Grounds) -> bool:
    """重|阳节为 begins in the middle of a word; 宗平宣|讲 ends in one, and what is left of it is known."""
    clause, first, last = clause_around(start, end, text)
    if word_over(clause, first) and not _TITLE_BEFORE.search(text[:start]):
        return True
    over = word_over(clause, last)
    return over is not None and over.start - first >= 2 and clause[first : over.start] in grounds.blob
