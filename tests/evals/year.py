"""An invented bureau's year, made by script from event frames, so that every total is known beforehand.

120 adopted reports of 2026 in five units, 30 ledger items, eight returns, two earlier summaries, and what must
never enter: reports of 2025, reports of another bureau, reports that nobody adopted. Their figures are marked:
each has four digits and begins with 7, which no figure and no total of the year does.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import count

HEAD, LIBRARY, CULTURE, MUSEUM, MARKET = "县文旅局", "县图书馆", "县文化馆", "县博物馆", "县文旅执法队"
UNITS = (HEAD, LIBRARY, CULTURE, MUSEUM, MARKET)
OUTSIDE = "县体育中心"
YEAR, LAST = 2026, date(2026, 11, 20)
TOWNS = "溪口镇 大岭镇 双河镇 白塔镇 石桥镇 青山镇 沙坪镇 河湾镇 东坪镇 松林镇".split()
VILLAGES = "柳树村 杨家村 王家湾村 高桥村 桃园村 石门村 南坡村 水磨村".split()
COMMUNITIES = "城东社区 城南社区 北关社区 西街社区 文昌社区".split()
SCHOOLS = "城关小学 实验小学 县第三中学 溪口中学".split()
WRITERS = {HEAD: "周敏", LIBRARY: "李静", CULTURE: "何苗", MUSEUM: "陈晨", MARKET: "吴强", OUTSIDE: "马超"}


@dataclass(frozen=True)
class Frame:
    """One event with its figures by name; `text` is the report that was written of it."""

    work: str
    category: str
    unit: str
    day: date
    title: str
    text: str
    figures: dict[str, int] = field(default_factory=dict)
    people: int = 0


@dataclass(frozen=True)
class Item:
    """A ledger item as it was registered."""

    unit: str
    problem: str
    measures: str
    owner: str
    registered: date
    deadline: date | None
    closed: date | None


def _when(day: date) -> str:
    return f"{day.month}月{day.day}日"


def frames(seed: int = 7) -> list[Frame]:
    """The year's 120 adopted reports, by day."""
    r = random.Random(seed)
    days = _days(r)
    made = [make(r, next(days)) for make, many in PLAN for _ in range(many)]
    return sorted(made, key=lambda frame: (frame.day, frame.title))


def _days(r: random.Random) -> Iterator[date]:
    span = (LAST - date(YEAR, 1, 5)).days
    while True:
        yield date(YEAR, 1, 5) + timedelta(days=r.randrange(span))


def _opera(r: random.Random, day: date) -> Frame:
    town, shows, people = r.choice(TOWNS), r.randint(1, 3), r.randint(120, 520)
    text = f"{_when(day)}，县文化馆在{town}送戏下乡。演出{shows}场，观众{people}人。"
    text += r.choice(
        ["", f"演出前发放文化活动安排表{r.randint(60, 160)}份。", "流动舞台车发电机故障，演出中断20分钟。"]
    )
    return Frame("送戏下乡", "文化惠民", CULTURE, day, f"县文化馆在{town}送戏下乡", text, {"场": shows}, people)


def _film(r: random.Random, day: date) -> Frame:
    village, shows, people = r.choice(VILLAGES), r.randint(1, 2), r.randint(25, 90)
    text = f"{_when(day)}晚上7时30分，县文化馆在{village}放映电影{shows}场，观众{people}人。片目由村里点选。"
    return Frame("电影放映", "文化惠民", CULTURE, day, f"县文化馆在{village}放映电影", text, {"场": shows}, people)


def _books(r: random.Random, day: date) -> Frame:
    place, books, cards, people = (
        r.choice(COMMUNITIES + SCHOOLS),
        r.randint(80, 620),
        r.randint(5, 46),
        r.randint(40, 190),
    )
    text = f"{_when(day)}上午9时，县图书馆到{place}送书{books}册，{people}人参加。现场办理借书证{cards}张。"
    text += r.choice(["", "馆员讲了怎么用手机续借。", f"读者提出建议{r.randint(2, 6)}条，当场答复。"])
    return Frame("送书", "文化惠民", LIBRARY, day, f"县图书馆到{place}送书", text, {"册": books, "张": cards}, people)


def _exhibition(r: random.Random, day: date) -> Frame:
    what = r.choice("剪纸 老照片 青铜器拓片 书画 乡土农具 红色文献".split())
    pieces, people = r.randint(30, 160), r.randint(200, 690)
    text = f"{_when(day)}，县博物馆举办{what}展览，展出{pieces}件，当天参观{people}人，观众留言{r.randint(8, 40)}条。"
    text = text.replace("参观", "到场参观")
    return Frame("展览", "文化惠民", MUSEUM, day, f"县博物馆举办{what}展览", text, {"件": pieces}, people)


def _training(r: random.Random, day: date) -> Frame:
    unit = r.choice([CULTURE, LIBRARY])
    what, people, hours = r.choice("合唱 书法 摄影 智能手机 古琴 古籍修补".split()), r.randint(18, 64), r.randint(4, 16)
    text = f"{_when(day)}，{unit}举办{what}培训，{people}人参加，授课{hours}学时。"
    text += r.choice(["", "报名人数超过教室座位，12人没有排上。", "学员结业作品在馆内展示。"])
    return Frame("培训和讲座", "教育培训", unit, day, f"{unit}举办{what}培训", text, {}, people)


def _volunteers(r: random.Random, day: date) -> Frame:
    unit = r.choice(UNITS[:4])
    place, people, homes = r.choice(COMMUNITIES), r.randint(6, 28), r.randint(5, 30)
    text = (
        f"{_when(day)}，{unit}{people}名志愿者参加{place}志愿服务，慰问困难家庭{homes}户，"
        f"清理楼道{r.randint(2, 12)}处。"
    )
    return Frame("志愿服务", "志愿服务", unit, day, f"{unit}到{place}开展志愿服务", text, {"户": homes}, people)


def _inspection(r: random.Random, day: date) -> Frame:
    shops, found = r.randint(12, 48), r.randint(2, 9)
    mended = r.randint(1, found)
    what = r.choice("网吧 歌舞娱乐场所 旅行社 书店 民宿 景区".split())
    text = (
        f"{_when(day)}，县文旅执法队开展{what}安全检查，检查经营场所{shops}家，发现问题{found}处，现场整改{mended}处。"
    )
    left = found - mended
    text += f"其余{left}处限期10天改完。" if left else ""
    text += r.choice(["", "石桥镇1家民宿的灭火器过期，尚未更换。", ""])
    figures = {"家": shops, "发现": found, "整改": mended}
    return Frame("市场检查", "其他", MARKET, day, f"县文旅执法队检查{what}", text, figures)


def _lecture(r: random.Random, day: date) -> Frame:
    who, people = r.choice(["党组书记刘建国", "副局长陈立新", "副局长孙梅"]), r.randint(22, 41)
    text = f"{_when(day)}下午，县文旅局{who}讲党课1次，{people}人参加。党课讲了公务接待的5个具体规定。"
    return Frame("讲党课", "党建学习", HEAD, day, f"县文旅局{who}讲党课", text, {}, people)


def _study(r: random.Random, day: date) -> Frame:
    people = r.randint(9, 14)
    text = (
        f"{_when(day)}，县文旅局党组理论学习中心组学习研讨1次，{people}人参加，学习文件{r.randint(2, 5)}份，4人发言。"
    )
    return Frame("中心组学习", "党建学习", HEAD, day, "县文旅局开展中心组学习", text, {}, people)


def _party_day(r: random.Random, day: date) -> Frame:
    unit, people = r.choice(UNITS[:4]), r.randint(11, 32)
    text = (
        f"{_when(day)}，{unit}党支部开展主题党日，{people}名党员参加，"
        f"到{r.choice(COMMUNITIES)}清理小广告{r.randint(20, 90)}处。"
    )
    return Frame("主题党日", "党建学习", unit, day, f"{unit}开展主题党日", text, {}, people)


def _mending(r: random.Random, day: date) -> Frame:
    unit, items = r.choice(UNITS), r.randint(3, 9)
    text = f"{_when(day)}，{unit}对照问题清单逐项整改，{items}项问题全部整改到位，更换灭火器{r.randint(4, 20)}具。"
    return Frame("问题整改", "整改", unit, day, f"{unit}完成{items}项问题整改", text, {})


def _conduct(r: random.Random, day: date) -> Frame:
    unit = r.choice(UNITS)
    done = r.choice(
        [
            f"把窗口办结时限由7个工作日减到{r.randint(3, 5)}个工作日，当月办结许可{r.randint(8, 30)}件",
            f"清理微信工作群{r.randint(2, 9)}个，停报重复表格{r.randint(2, 7)}张",
            f"暗访窗口{r.randint(2, 6)}个，发现空岗{r.randint(1, 3)}人次，当天约谈",
        ]
    )
    text = f"{_when(day)}，{unit}改进作风，{done}。"
    return Frame("作风改进事项", "作风改进", unit, day, f"{unit}改进窗口作风", text, {})


PLAN = (
    (_opera, 16), (_film, 10), (_books, 18), (_exhibition, 10), (_training, 12), (_volunteers, 12),
    (_inspection, 18), (_lecture, 4), (_study, 4), (_party_day, 6), (_mending, 4), (_conduct, 6),
)  # fmt: skip


def strangers() -> list[Frame]:
    """What must not be counted: last year's reports of the same units, and this year's of another bureau."""
    canary = count(7003, 7)
    made = []
    for n in range(12):
        day, town, people = date(YEAR - 1, 3 + n % 9, 5 + n), TOWNS[n % 10], next(canary)
        text = f"{_when(day)}，县文化馆在{town}送戏下乡。演出2场，观众{people}人。"
        made.append(Frame("送戏下乡", "文化惠民", CULTURE, day, f"县文化馆在{town}送戏下乡", text, {}, people))
    for n in range(10):
        day, people, books = date(YEAR, 2 + n % 9, 3 + n), next(canary), next(canary)
        text = f"{_when(day)}，县体育中心到{COMMUNITIES[n % 5]}送书{books}册，{people}人参加志愿服务。"
        made.append(Frame("志愿服务", "志愿服务", OUTSIDE, day, "县体育中心送书", text, {}, people))
    return made


def unadopted() -> list[Frame]:
    """This year's, handed in by the same units, returned or still waiting."""
    made = []
    for n in range(6):
        day, people = date(YEAR, 4 + n, 9), 7801 + n
        text = f"{_when(day)}，县图书馆到{COMMUNITIES[n % 5]}送书7{n}33册，{people}人参加。"
        made.append(Frame("送书", "文化惠民", LIBRARY, day, "县图书馆送书", text, {}, people))
    return made


RETURNS = (
    ("要素不全", "没有写地点和人数"), ("要素不全", "缺参加人数，请补"), ("空话套话", "第二句没有事实，删去"),
    ("事实不准", "送书数和上次对不上，请核实"), ("要素不全", "没有写哪天"), ("超时效", "活动过去12天才报"),
    ("空话套话", "结尾两句换哪家都成立"), ("要素不全", "没有写结果"),
)  # fmt: skip
"""Reasons with which eight reports came back before they were handed in again and adopted."""

_PROBLEMS = (
    ("三楼消防通道堆放旧书架", "清运旧书架，划出通道标线"), ("阅览室2盏应急灯不亮", "更换应急灯"),
    ("借书证退押金要跑两趟", "改为窗口一次办结"), ("文化站全年开放不到40周", "每季度核对一次开放记录"),
    ("展厅恒湿机故障", "联系厂家维修"),
    ("库房门禁记录缺3个月", "补录并每月抽查"), ("舞蹈室地板松动", "重铺地板60平方米"),
    ("投诉电话下班后无人接", "值班手机转接"),
    ("执法记录仪存储不足", "增配存储卡10张"), ("2家旅行社合同没有备案", "督促补办备案"),
)  # fmt: skip
_OWNERS = ("王强", "赵海燕", "郑涛", "冯丽", "")


def ledger(seed: int = 11) -> list[Item]:
    """30 items: 17 closed, 13 open of which five are past their deadline, two without an owner or a date."""
    r = random.Random(seed)
    items = []
    for n in range(30):
        problem, measures = _PROBLEMS[n % len(_PROBLEMS)]
        unit = UNITS[n % len(UNITS)]
        registered = date(YEAR, 1 + n % 9, 3 + n % 20)
        closed = registered + timedelta(days=r.randint(12, 40)) if n < 17 else None
        deadline: date | None = registered + timedelta(days=50)
        if closed is None:
            deadline = date(YEAR, 9, 5 + n) if n < 22 else date(YEAR, 12, n - 10)
        deadline = None if n == 28 else deadline
        owner = "" if n == 29 else _OWNERS[n % 4]
        where = f"{VILLAGES[n % 8]}文化室" if n >= 10 else ""
        items.append(Item(unit, where + problem, measures, owner, registered, deadline, closed))
    return items


NOW = datetime(YEAR, 11, 22, 10, 0)

PAST_2025 = """县文旅局2025年工作总结

一、党建学习
（一）中心组学习。党组理论学习中心组学习7021次，支部集中学习7048次，参加人员覆盖在职党员和退休党员代表。
（二）讲党课。局党组书记带头讲党课7002次，副局长结合分管工作讲党课7003次，听课人员会后提出意见建议7026条。
（三）主题党日。每月固定一天到结对社区报到，把楼道照明、井盖缺失、路面积水这类小事列成清单当月办完。
二、文化惠民
（一）送戏下乡。全年送戏下乡7168场，观众7235人次，演出队伍吃住都在镇上，往返车辆由局里统一安排。
（二）送书下乡。县图书馆送书7413册，把上架慢、找书难的村级书屋重新分类编目，借阅手续从三步减到一步。
（三）展览。博物馆全年办临时展览7096个，每个展览都留出一面墙收集观众写下的老物件线索。
（四）公益电影。由村里点片、镇里排期、馆里放映，片目每季度在公示栏贴出，观众少的点位当月调整。
（五）培训。合唱、书法、二胡三个班轮流到镇上开课，每期结业前请学员在赶集日给乡亲演一场。
（六）旅游服务。在翠屏山、白石滩两个景区设游客歇脚点7012个，配热水和急救箱，节假日有人值守。
三、转变作风
（一）少开会。能合并的会议合并开，能用电话说清的事情不再发通知，局长办公会议题提前两天送到股室。
（二）办事快。窗口实行一次性告知，材料不齐的由受理人写明缺什么、到哪里补，不让办事人多跑一趟。
（三）下基层。局领导每月到联系乡镇住一晚，听文化站长讲三件难办的事，回来一周内给答复。
（四）管接待。公务接待一律凭公函，工作餐在机关食堂安排，接待清单每季度在局务公开栏张贴一次。
四、存在的问题
（一）乡镇文化站开放时间不够。部分文化站只有兼职人员，赶集日和周末经常锁门，群众意见集中。
（二）文物消防器材没有配齐。位置偏远的文物点没有水源，消防方案改了两次还没有定下来。
（三）老馆舍漏雨。文化馆排练厅屋面防水层老化，去年夏天停课7011天，维修资金没有落实。
五、下一步打算
（一）4月底前定下文物消防方案，9月底前装完器材，由文物股负责，股长每月到现场看一次进度。
（二）给没有专职人员的文化站各配一名公益岗，先在大岭、双河两个镇试行半年再铺开。
"""
PAST_2024 = """县文旅局2024年工作总结

一、文化惠民
（一）送戏下乡。全年送戏下乡***场，观众*.*万人次，送电影下乡****场。
（二）阅读服务。全年外借图书**.*万册次，办理借书证****张，在车站和医院各设一个自助借书柜。
（三）民间文艺。把散在各村的锣鼓队、秧歌队登记造册，正月里排出巡演路线，一村一天不重样。
二、存在的问题
（一）老年学员多、老师少。书法班和二胡班报名的人多，能长期上课的老师少，排队的学员要等半年以上。
（二）档案移交慢。撤并单位的老档案堆在库房一角没有编目，借阅一次要翻半天。
"""
PAST = {"县文旅局2025年工作总结.txt": PAST_2025, "县文旅局2024年工作总结.txt": PAST_2024}


@dataclass(frozen=True)
class Total:
    """What one kind of work adds up to over frames: how often, how many people, and figures by unit."""

    times: int
    people: int
    figures: dict[str, int]


def totals(chosen: list[Frame]) -> dict[str, Total]:
    """The recount, from the frames alone."""
    made = {}
    for work in dict.fromkeys(frame.work for frame in chosen):
        own = [frame for frame in chosen if frame.work == work]
        figures: dict[str, int] = {}
        for frame in own:
            for name, value in frame.figures.items():
                figures[name] = figures.get(name, 0) + value
        times = figures.get("场", len(own))
        made[work] = Total(times, sum(frame.people for frame in own), figures)
    return made
