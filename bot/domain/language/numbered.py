"""Whether N号 numbers a thing (3号杆, 二号栈道, 7号选手) and is no day of the month (15号县里开会)."""

import re

from bot.domain.language.numerals import HAN
from bot.domain.language.word_edges import Word, words

# 3号楼东侧, 5号井盖: the thing stands right behind the number, and the word may go on.
_RIGHT_BEHIND = re.compile(
    r"楼|线|车(?![队站展祸程流辆管])|店(?![里长主])|厅(?![里长])|馆(?![里长员])|门(?![票球店诊市])|桌|院(?![里长])|机(?!关|构|场|会)|仓"
    r"|会(?=场|议室|客|所)|公(?=路|寓|馆|墓|交|厕|示牌)|文件|桥|井|信(?=箱|访[件单])|台"
    r"|展(?=[厅馆柜区位台板棚架室项品线墙])|窗|教(?=室|学[楼点])|宿舍|坑|柜|出口(?![产额贸商])|入口|通道|库房|安置|避[险难]|备用|集合|点位|标段|点(?![名验货燃亮了评开火清种钱数收灯菜歌赞])"
    r"|地(?![税铁震区方质点图下面委毯产])|[铲清洒撒扫运吊叉压消救翻罐卡货客拖][一-龥]?车(?!队)|车间|泵|闸|坝|炉|棚|池|罐|船(?!员)|岗(?!位)|球[衣员]|种子|塘|摊位|展位|泊位|口(?=[的门闸]|[栏护])|场地|球场|赛道|泳道|跑道|看台"
    r"|(?:提灌|抽水|排[涝灌水]|[泵基]|变电|收费|加油|换热|充电|水电)站|杆|桩|塔(?!吉)|[探龙码]头|摄像头|水?[磨作]坊|看台|监控|锅炉|选手|嘉宾|队员|作品|提案|议题|档案|文物|样[品本]|藏品|单元|图斑|航班|机组"
)
# 8号线上开会, 3号桥头村演出: what it begins as goes on as something else.
_GOES_ON = re.compile(r"线[上下索]|台[风账里长办湾]|(?!.?的)[一-龥]{2}(?:[村乡县]|镇(?!流|静|定|压|痛))")
# What the word behind the number ends in, where the dictionary knows it: 栈道, 变压器, 检票口.
_THING = re.compile(
    r".*[道台口间厅楼线门机泵井桥闸库棚桌椅船艇筏塔杆柱桩梁轴管阀灯窑墓缸锅炉灶架洞屋舱箱柜床梯碑屏板牌窟龛殿亭廊仓田沟渠池坝堤"
    r"器车桶栏轨索缆轮墙峰崖坑罐瓶栓房段区位岗点]"
)
# A house, people or a word of other sense with such an end: 8号街道来人, 8号部门开会.
_NO_THING = re.compile(
    r"街道|频道|[电视]*台|电台|部门|[大门村镇]*口|人口|港口|口岸|[省市]厅|司机|[主城]管|老板|品牌|王牌|单位|各位|岗位|学位|上车|下车|[阶手时]段"
    r"|[景社城地小辖园市全新老郊]区|[全半观试早晚零一二两三四五六七八九十]点|[一有]点|重点|热点|亮点|特点|在线|上线|下线|中间|期间|时间|民间|夜间|午间|晚间|热门|专门"
    r"|出口|进口|仪器|乐器|武器|[货客汽]车|新楼|[住新危]房|通车|堵车|开车|骑车|停车|坐车|登台|平台|后台|开门|上门|出门|油田|亮灯|值班岗|上岗|下岗|到位"
)
# 吊|杆: a thing of two characters that the dictionary does not know; never behind who did it or where.
_NO_PART_OF_NAME = re.compile(
    r"[我你他她咱各县市省局村镇乡区州校队组全去来在到从把被给和与就都也还又才再没不要会能有是上下开请让新老大小这那]"
)

# 开了二号备用: what was opened or repaired is no day; what was fixed or put off is (定了25号).
_OPENED = re.compile(r"(?:[开换修关停封堵拆]|启用|打开|关闭)了[一二三四五六七八九十\d]{1,2}号$")


# 一号仓快满了，明天转三号: what goods are moved to is no day.
_MOVED_TO = re.compile(rf"(?:[转倒装存搬](?:到|入|进|去)?|[进入])[\d{HAN}]{{1,2}}号$")


# 摆渡车2号空调不凉: behind a machine or a room its number, before a part of it.
_OF_A_THING = re.compile(rf"[车船艇机梯泵柜棚库窗][\d{HAN}]{{1,2}}号$")


def numbers_thing(text: str, at: int) -> bool:
    """Whether the number that ends with 号 or 日 before text[at] is the name of a thing, mostly the one behind it."""
    if text[at - 1 : at] != "号" or _GOES_ON.match(text, at):
        return False
    moved = _MOVED_TO.search(text, 0, at) is not None and re.match(r"$|[，。；]|仓|库", text[at:]) is not None
    if moved or _OPENED.search(text, 0, at) or _RIGHT_BEHIND.match(text, at):
        return True
    if _named_again(text, at):
        return True
    found = words(re.split(r"[^一-龥]", text[at : at + 8], maxsplit=1)[0])
    if found and found[0].kind.startswith("n") and _OF_A_THING.search(text, 0, at):
        return True
    return bool(found) and (_is_thing(found[0]) or _is_thing_of_two(found) or _has_something(found))


_NUMBERED = re.compile(rf"(?<![月\d])[\d{HAN}]{{1,2}}号(?P<thing>[一-龥])")


def _named_again(text: str, at: int) -> bool:
    """三号塘起鱼，五号塘下周起: the same noun behind two numbers."""
    like = [m for m in _NUMBERED.finditer(text) if m["thing"] == text[at : at + 1]]
    return len(like) > 1 and words(like[0]["thing"])[0].kind[:1] in "njg"


def _has_something(found: tuple[Word, ...]) -> bool:
    """3号场的网绳: a single noun that owns the next one; nothing that is done on a day stands so."""
    return found[0].kind[:1] in "nq" and len(found[0].text) == 1 and [w.text for w in found[1:2]] == ["的"]


def _is_thing(word: Word) -> bool:
    return word.kind.startswith("n") and _ends_as_thing(word.text)


def _is_thing_of_two(found: tuple[Word, ...]) -> bool:
    if len(found) < 2 or len(found[0].text) > 2 or len(found[1].text) > 2:
        return False
    first, second = found[:2]
    named = first.kind[:1] in "anbvjg" and _NO_PART_OF_NAME.search(first.text) is None
    return named and len(second.text) == 1 and second.kind.startswith(("n", "q")) and _ends_as_thing(second.text)


def _ends_as_thing(text: str) -> bool:
    return _THING.fullmatch(text) is not None and _NO_THING.fullmatch(text) is None
