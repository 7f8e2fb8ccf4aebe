"""A second invented bureau's year, of quite other work: pipes, rivers, dams. For what year.py's word lists do not know.

66 adopted reports of 2026 in five units, 14 ledger items, three returns, one earlier summary. Figures are spelled as
offices spell them (一百二十米, 1200余户, 2.5万元). What must never enter carries four-digit figures that begin with 7.
"""

import random
from datetime import date, datetime, timedelta
from itertools import count

from tests.evals.year import Frame, Item

HEAD, SUPPLY, RIVER, DAM, LAW = "县水务局", "县供水站", "县河道管理所", "县水库管理处", "县水政监察大队"
UNITS = (HEAD, SUPPLY, RIVER, DAM, LAW)
OUTSIDE = "县气象局"
YEAR, LAST = 2026, date(2026, 11, 18)
WRITERS = {HEAD: "邓洁", SUPPLY: "罗旭", RIVER: "贺军", DAM: "秦岚", LAW: "石磊", OUTSIDE: "方青"}
NOW = datetime(YEAR, 11, 22, 10, 0)
STREETS = "南关街 东风路 车站巷 老城十字 河滨路 工业园二路".split()
RIVERS = "清水河 沙河 柳溪 石板河".split()
DAMS = "红旗水库 龙潭水库 青石水库 幸福水库".split()
VILLAGES = "马家沟村 上湾村 枣林村 寨子村 泉水村".split()
_HAN = "零一二三四五六七八九"


def _han(number: int) -> str:
    """A number below a thousand as it is spoken: 一百二十."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = f"{_HAN[hundreds]}百" if hundreds else ""
    words += f"{_HAN[tens]}十" if tens else ("零" if hundreds and ones else "")
    return words + (_HAN[ones] if ones else "")


def _when(day: date) -> str:
    return f"{day.month}月{day.day}日"


def _burst(r: random.Random, day: date) -> Frame:
    street, metres, homes = r.choice(STREETS), r.randint(11, 38) * 10, r.randint(2, 12) * 100
    text = (
        f"{_when(day)}凌晨2点，{street}供水管爆裂。县供水站12名抢修人员到场，更换管道{_han(metres)}米，"
        f"6小时恢复供水，涉及用户{homes}余户。"
    )
    return Frame("管网抢修", "其他", SUPPLY, day, f"县供水站抢修{street}爆管", text, {"米": metres})


def _water(r: random.Random, day: date) -> Frame:
    samples, bad = r.randint(24, 60), r.randint(0, 3)
    text = f"{_when(day)}，县供水站对城区和乡镇水厂采集水样{samples}份，"
    text += f"检出余氯偏低{bad}份，当天加氯后复检合格。" if bad else "检测结果全部合格。"
    return Frame("水质检测", "其他", SUPPLY, day, "县供水站开展月度水质检测", text, {"份": samples})


def _meters(r: random.Random, day: date) -> Frame:
    street, meters = r.choice(STREETS), r.randint(60, 420)
    text = f"{_when(day)}，县供水站在{street}更换智能水表{meters}块，旧表全部回收。"
    text += r.choice(["", "7户家中无人，尚未更换。"])
    return Frame("水表更换", "其他", SUPPLY, day, f"县供水站更换{street}智能水表", text, {"块": meters})


def _dredge(r: random.Random, day: date) -> Frame:
    river, length, mud = r.choice(RIVERS), r.randint(4, 26) / 10, r.randint(6, 38) * 100
    text = f"{_when(day)}，县河道管理所在{river}清淤{length}公里，清运淤泥{mud}立方米，投入挖掘机3台。"
    return Frame("河道清淤", "其他", RIVER, day, f"县河道管理所清淤{river}", text, {"立方米": mud})


def _floating(r: random.Random, day: date) -> Frame:
    river, tons = r.choice(RIVERS), r.randint(3, 24)
    text = f"{_when(day)}，县河道管理所在{river}打捞水面漂浮物{tons}吨，出动保洁船2艘、保洁员18名。"
    return Frame("水面保洁", "其他", RIVER, day, f"县河道管理所打捞{river}漂浮物", text, {"吨": tons})


def _dams(r: random.Random, day: date) -> Frame:
    dam, seats, holes = r.choice(DAMS), r.randint(4, 14), r.randint(0, 4)
    text = f"{_when(day)}，县水库管理处巡坝，走遍{dam}等{seats}座小型水库，"
    text += f"发现坝坡蚁穴{holes}处，当场灌浆封堵。" if holes else "没有发现渗漏和裂缝。"
    return Frame("水库巡坝", "其他", DAM, day, f"县水库管理处巡坝{seats}座", text, {"座": seats})


def _storm(r: random.Random, day: date) -> Frame:
    rain, homes, people = r.randint(41, 118), r.randint(8, 46), r.randint(60, 140)
    village = r.choice(VILLAGES)
    text = (
        f"{_when(day)}，12小时降雨{rain}毫米，县水务局启动防汛四级响应，转移{village}低洼户{homes}户{people}人，"
        "无人员伤亡。"
    )
    return Frame("防汛应急", "其他", HEAD, day, f"县水务局转移{village}低洼住户", text, {"户": homes})


def _saving(r: random.Random, day: date) -> Frame:
    place, books, people = (
        r.choice("实验小学 城南社区 县第二中学 工业园区".split()),
        r.randint(12, 60) * 10,
        r.randint(60, 240),
    )
    text = f"{_when(day)}上午，县水务局到{place}讲节水，发放节水手册{books}本，{people}人参加。"
    text += r.choice(["", "现场装节水龙头20个。"])
    return Frame("节水宣传", "其他", HEAD, day, f"县水务局到{place}讲节水", text, {"本": books}, people)


def _sand(r: random.Random, day: date) -> Frame:
    river, cubes, fine = r.choice(RIVERS), r.randint(20, 96) * 10, r.randint(2, 9) / 2
    text = (
        f"{_when(day)}夜间，县水政监察大队在{river}查获非法采砂船1艘，扣押砂石{cubes}立方米，立案1起，罚款{fine}万元。"
    )
    return Frame("采砂查处", "其他", LAW, day, f"县水政监察大队查获{river}非法采砂", text, {"立方米": cubes})


def _wells(r: random.Random, day: date) -> Frame:
    village, wells, land = r.choice(VILLAGES), r.randint(2, 9), r.randint(3, 16) * 100
    text = f"{_when(day)}，县水务局在{village}修复机井{_han(wells)}眼，恢复灌溉{land}亩。"
    text += r.choice(["", "还有2眼井缺配件，没有修好。"])
    return Frame("机井维修", "其他", HEAD, day, f"县水务局修复{village}机井", text, {"亩": land})


def _permits(r: random.Random, day: date) -> Frame:
    many = r.randint(3, 11)
    text = f"{_when(day)}，县水务局当月办理取水许可{many}件，平均用时4个工作日，比规定少16个工作日。"
    return Frame("取水许可", "其他", HEAD, day, "县水务局办理取水许可", text, {"件": many})


def _calls(r: random.Random, day: date) -> Frame:
    homes, solved = r.randint(90, 260), r.randint(3, 14)
    text = f"{_when(day)}，县供水站电话回访用户{homes}户，解决水压低、水表慢走等问题{solved}件，2件要等管网改造。"
    return Frame("用户回访", "作风改进", SUPPLY, day, "县供水站回访用水户", text, {"户": homes})


def _drill(r: random.Random, day: date) -> Frame:
    dam, people = r.choice(DAMS), r.randint(38, 92)
    text = (
        f"{_when(day)}下午，县水库管理处在{dam}组织防汛演练，{people}人参加，28分钟完成转移，演练中1台对讲机没有信号。"
    )
    return Frame("防汛演练", "其他", DAM, day, f"县水库管理处在{dam}演练", text, {}, people)


def _lecture(r: random.Random, day: date) -> Frame:
    people = r.randint(24, 46)
    text = f"{_when(day)}，县水务局党组书记高远讲党课1次，{people}人参加，讲了3起招投标违纪案例。"
    return Frame("讲党课", "党建学习", HEAD, day, "县水务局党组书记高远讲党课", text, {}, people)


def _single(day: date, unit: str, title: str, text: str, work: str) -> Frame:
    return Frame(work, "其他", unit, day, title, text)


PLAN = (
    (_burst, 8), (_water, 7), (_meters, 6), (_dredge, 6), (_floating, 5), (_dams, 6), (_storm, 3), (_saving, 5),
    (_sand, 4), (_wells, 5), (_permits, 3), (_calls, 3), (_drill, 2),  (_lecture, 3),
)  # fmt: skip
SINGLES = (
    _single(date(2026, 5, 12), HEAD, "县水务局水厂扩建工程开工",
            "5月12日，县第二水厂扩建工程开工，日供水能力由1.5万吨增到3万吨，总投资4600万元，工期14个月。", "水厂扩建"),
    _single(date(2026, 8, 6), RIVER,
            "县河道管理所放养鱼苗", "8月6日，县河道管理所在清水河放养草鱼苗3.2万尾。", "鱼苗放养"),
    _single(date(2026, 9, 3), LAW, "县水政监察大队拆除沙河阻水围堰",
            "9月3日，县水政监察大队在沙河拆除阻水围堰2道，清理网箱16口，当事人3日内自行搬离。", "拆除围堰"),
)  # fmt: skip


def frames(seed: int = 5) -> list[Frame]:
    """The year's 69 adopted reports, by day."""
    r = random.Random(seed)
    span = (LAST - date(YEAR, 1, 6)).days
    made = [make(r, date(YEAR, 1, 6) + timedelta(days=r.randrange(span))) for make, many in PLAN for _ in range(many)]
    return sorted([*made, *SINGLES], key=lambda frame: (frame.day, frame.title))


def strangers() -> list[Frame]:
    """What must not be counted: last year's reports of the same units, and this year's of another bureau."""
    canary = count(7003, 7)
    made = []
    for n in range(6):
        day, metres = date(YEAR - 1, 3 + n, 5 + n), next(canary)
        text = f"{_when(day)}，县供水站在{STREETS[n]}抢修爆管1处，更换管道{metres}米。"
        made.append(Frame("管网抢修", "其他", SUPPLY, day, f"县供水站抢修{STREETS[n]}爆管", text))
        day, rain = date(YEAR, 4 + n, 8 + n), next(canary)
        text = f"{_when(day)}，县气象局发布暴雨预警，覆盖用户{rain}户。"
        made.append(Frame("预警", "其他", OUTSIDE, day, "县气象局发布暴雨预警", text))
    return made


def unadopted() -> list[Frame]:
    """Handed in, never adopted."""
    day = date(YEAR, 6, 9)
    text = f"{_when(day)}，县供水站更换智能水表7801块。"
    return [Frame("水表更换", "其他", SUPPLY, day, "县供水站更换水表", text)]


RETURNS = (("要素不全", "没有写清停水多长时间"), ("事实不准", "清淤方量和施工单不一致"), ("空话套话", "最后一句删掉"))

_PROBLEMS = (
    (SUPPLY, "南关街老管网去年以来反复爆管", "换球墨铸铁管1.1公里", "罗旭", date(2026, 10, 31), None),
    (SUPPLY, "乡镇水厂只有1名化验员", "县站派人每周驻点两天", "罗旭", date(2026, 12, 20), None),
    (SUPPLY, "抄表员上门不出示证件", "统一配工作证", "罗旭", date(2026, 5, 30), date(2026, 5, 22)),
    (RIVER, "沙河右岸生活垃圾没人清", "和镇里划定段面", "贺军", date(2026, 9, 15), None),
    (RIVER, "挖掘机油料台账缺2个月", "补登并每月核对", "贺军", date(2026, 6, 30), date(2026, 6, 28)),
    (DAM, "龙潭水库放空管闸阀锈死", "更换闸阀", "", date(2026, 11, 30), None),
    (DAM, "3座水库没有视频监控", "接入县监控平台", "秦岚", None, None),
    (LAW, "夜间巡河只有1辆车", "向局里申请调剂1辆", "石磊", date(2026, 12, 31), None),
    (HEAD, "水费可以网上交但老人不会用", "窗口保留现金收费", "邓洁", date(2026, 4, 30), date(2026, 4, 12)),
    (HEAD, "取水许可材料清单没有上墙", "大厅公示清单", "邓洁", date(2026, 3, 31), date(2026, 3, 20)),
)  # fmt: skip


def ledger() -> list[Item]:
    """Ten items: four closed, six open, two of them past their deadline, one without owner, one without a date."""
    return [
        Item(unit, problem, measures, owner, date(YEAR, 2 + n % 3, 4 + n), deadline, closed)
        for n, (unit, problem, measures, owner, deadline, closed) in enumerate(_PROBLEMS)
    ]


PAST_2025 = """县水务局2025年工作总结

一、供水保障
（一）水质检测。全年采集水样7212份，每个乡镇水厂门口贴出当月检测单，居民可以扫码看每一项指标。
（二）管网改造。把建成三十年以上的铸铁管列成清单，先换爆管最多的三条街，换完的路段当月恢复路面。
（三）水价听证。请18位用户代表坐下来算水账，听证记录在门户网站登了一个月。
二、河道治理
（一）清淤。对城区段清淤7004公里，淤泥运到北坡荒沟填埋，覆土后种上紫穗槐。
（二）水面保洁。保洁员按河段包干，每人每天下河两趟，漂浮物当天运走不过夜。
三、存在的问题
（一）山区村子季节性缺水。枯水期靠拉水，去年拉水7036车，新水源论证还没有批下来。
（二）乡镇水厂缺人。多数水厂只有一名看护员，停电停泵以后没有人会处理。
四、下一步打算
（一）6月底前完成马家沟村新水源打井，由供水站负责，通水以后撤掉拉水点。
"""
PAST = {"县水务局2025年工作总结.txt": PAST_2025}
