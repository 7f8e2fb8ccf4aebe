"""Whether a person, place or organisation of a draft stands in the notes."""

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.domain.grounds import Grounds, bare
from bot.domain.names import GIVEN, SURNAMES, TITLES, WHOLE_ORG, Name

# Words that may stand before a name without being part of it.
_BEFORE_NAME = re.compile(
    r"(?:在|到|去|赴|来|从|由|向|给|对|与|和|及|跟|为|于|至|往|经|将|被|让|是|有|的|了|并|等|各|该|全|共|以|按|把|同"
    r"|请|率|带|组织|走进|深入|前往|联合|会同|邀请|参观|慰问|检查|走访|接待|捐赠|捐给|送给|赠给|送至|"
    r"送到|送往|赠予|举办|开展|召开|进行|位于|设在|来自|其中|分别|全部|现场|包括|支持|协助|参加|上午|下午|晚|早上"
    r"|中午|晚上|剩余|其余|附近|周边|辖区|本|第|名|位|个|家|所|座|处|人|日|时|分|年|月|元|册|场|次|"
    r"清理|维修|修复|更换|整改|巡查|排查|抽查|督查|普查|调研|登记|采集|拍摄|征集|发放|送去|服务|帮助|利用|围绕|依托"
    r"|通过|改造|建成|新建|打造|启动|完成|覆盖|涉及|惠及|要求|责令|约谈|督促|指导|赴|抵达|返回|途经|借用|占用|使用"
    r"|取消|原|原有|向|收集|提出|增设|签订|修补|置换|座谈|安装|补充|商定|增加|购置|运送|搬运|镇区|城区|辖区|全县|结"
    r"|联系|已|解决|表示|反映|获|获得|荣获|办结|来自|据|镇上|村里|县里|城区|开展|统计|看|搬到|移至|挂在|放在|约)$"
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


_FULL_NAME = re.compile(rf"(?=([{SURNAMES}][{GIVEN}]{{2}})(?![一-龥]?[市县区镇乡村路局馆院校]))")


_GIVEN_WORDS = frozenset(
    [
        "文明",
        "安全",
        "方正",
        "江山",
        "平安",
        "长江",
        "黄河",
        "万元",
        "成立",
        "成功",
        "文化",
        "文学",
        "金银",
        "建成",
        "开展",
        "全国",
        "中国",
        "全民",
        "民主",
        "方圆",
        "和平",
        "高大",
        "高清",
        "安康",
        "元宵",
        "春秋",
        "大学",
        "山河",
        "江河",
        "东西",
        "南北",
        "开启",
        "正大",
        "江南",
        "华南",
        "西北",
        "东北",
        "全元",
        "广大",
        "文星",
        "光明",
        "光荣",
        "长久",
        "永久",
        "明亮",
        "万民",
        "万家",
        "东山",
        "西山",
        "南山",
        "金山",
        "石山",
        "马山",
        "山东",
        "河南",
        "河北",
        "海南",
        "云南",
        "湖南",
        "湖北",
        "江西",
        "山西",
        "陕西",
        "广东",
        "广西",
        "生长",
        "学生",
        "先生",
        "民生",
        "新生",
        "成长",
        "宁静",
        "和谐",
        "雷电",
        "冰雪",
        "水利",
        "利民",
        "便利",
        "顺利",
        "正月",
        "信义",
        "信息",
        "家庭",
        "国家",
        "大家",
        "金属",
        "武术",
        "武林",
        "华东",
        "中华",
        "主业",
        "开业",
        "学业",
        "文艺",
        "文玩",
        "经典",
        "古典",
        "方言",
        "单元",
        "全元",
        "公元",
        "车辆",
        "温泉",
        "康养",
    ]
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
    for m in _FULL_NAME.finditer(text):
        if m[1][:2] not in grounds.blob and m[1][1:] not in grounds.blob and not any(w in m[1] for w in _GIVEN_WORDS):
            yield m[1]


def holds_place(name: Name, grounds: Grounds) -> bool | None:
    """Whether the notes hold a place or organisation; None where the words are no proper name."""
    text = bare(name.text)
    if text in grounds.blob or _plain(text) in _plain(grounds.blob):
        return True
    if text in WHOLE_ORG:
        return False
    if _SHORT_END.search(text):
        return _near_place(text, grounds)
    for cut in range(1, len(text) - 1):
        rest = text[cut:]
        if len(rest) >= 2 and rest in grounds.blob:
            return _may_precede(text[:cut], grounds)
    stripped = _GENERIC_NAME.sub("", text)
    return None if len(stripped) <= 2 or stripped != text else False


@lru_cache(maxsize=256)
def _plain(words: str) -> str:
    """Without the particles that a report drops: 走了图书馆 → 走图书馆, 已经报警 → 已报警."""
    return re.sub(r"[了过着]|(?<=已)经", "", words)


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


def _may_precede(words: str, grounds: Grounds) -> bool:
    """Whether the words in front of a known name are words of the notes or such as may stand there."""
    if words in "村乡镇县市省区校馆局" or _BEFORE_NAME.search(words) or not re.search(r"[一-龥]", words):
        return True
    for cut in range(1, len(words) - 1):  # 统计|五一 before 全县景区: a verb, then words that stand in the notes
        if words[cut:] in grounds.blob and _BEFORE_NAME.fullmatch(words[:cut]):
            return True
    return len(words) >= 2 and all(words[i : i + 2] in grounds.blob for i in range(len(words) - 1))
