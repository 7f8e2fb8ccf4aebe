"""Scenes for what is said over them: what lies on the desk, in the queue or in the ledger before a message comes.

A step is (who, words) for words, (who, "按 label") for a button; the scene's last speaker says the message.
"""

from bot.domain.submissions.people import Role
from tests.flows.bureau import HEAD, LIBRARY, Bureau

Steps = tuple[tuple[str, str], ...]

LI, CHEN, EDITOR, ADMIN = "小李", "小陈", "王审核", "局管理员"


def _told(*words: str, who: str = LI) -> Steps:
    return tuple((who, one) for one in words)


def _handed_in(*notes: str, who: str = LI, profile: bool = False) -> Steps:
    skip = ((who, "跳过"),) if profile else ()
    return (*_told(*notes, "写成信息", who=who), (who, "按 提交"), *skip)


DRILL = _told(
    "11月20日上午，县图书馆在龙门峡景区组织应急演练，60人参加",
    "模拟游客落水，救援队8分钟到位",
    "出动冲锋舟2艘，救起模拟落水者3名",
    "演练结束后清点了救生衣120件",
)
BOOKS = _told(
    "11月20日上午，县图书馆在南溪镇开展送书下乡活动，送书320册，覆盖46户",
    "活动中张主任在文化站讲了农技书怎么用，85名群众参加",
    "现场登记读者需求27条",
    "下一步，12月10日前给南溪镇补送农技书60册",
)
FIRE = _told(
    "11月20日上午，县图书馆在馆内组织消防演练，60名职工参加",
    "讲解员示范灭火器用法",
    "8名职工轮流上手灭火",
    "疏散用时3分20秒",
)
TWO_BOOKS = (
    "11月19日下午，县图书馆盘点库房，清点图书8600册，报废120册",
    "11月20日上午，县图书馆送书进厂，给纺织厂送书200册，45名工人办了借书证",
)
PROBLEMS = _told(
    "登记一个问题：窗口排队时间长，加1个窗口，责任人小周，2026年11月27日前，来源：群众反映",
    "登记一个问题：报告厅音响坏了，修功放，责任人小李，2026年11月28日前，来源：自查",
    "登记一个问题：三楼灭火器过期，更换灭火器，责任人小李，2026年11月28日前，来源：自查",
    "登记一个问题：二楼栏杆松动，加固栏杆，责任人小周，2026年11月28日前，来源：自查",
    "登记一个问题：还书机卡书，换配件，责任人小李，2026年11月27日前，来源：群众反映",
    "登记一个问题：一楼厕所漏水，修水管，责任人小周，2026年11月30日前，来源：群众反映",
    "登记一个问题：门口消火栓没水，恢复供水，责任人小李，2026年11月30日前，来源：检查",
)
EXHIBITION = ("11月21日上午，县图书馆在一楼展厅举办摄影展览，展出作品86幅，130人参观开幕式",)
DRILL_AGAIN = ("11月22日上午，县图书馆在馆内组织消防演练，60名职工参加，疏散用时3分20秒",)
READING = ("11月21日下午，县图书馆在城东社区举办读书日，发放图书90册，36名居民参加",)
SCHOOL = ("11月20日上午，县博物馆接待实验小学研学，3个班126名学生参观，讲解2场",)
NET_BARS = ("11月20日晚上，县博物馆市场科夜查网吧6家，出动执法人员8人次，发现未登记上网1起，当场责令改正",)
STUDY = ("11月21日下午，县图书馆办公室在会议室组织学习会，30人参加，学习文件2个",)
VETERANS = ("11月21日上午，县图书馆老干部科在活动室组织座谈会，24名老干部参加，收到建议6条",)
CALLIGRAPHY = ("11月21日上午，县博物馆在展厅举办书法体验，42名居民参加，写春联60副",)
FILM = ("11月20日晚上，县图书馆在文化广场放露天电影1场，260人观看",)

SCENES: dict[str, Steps] = {
    "nothing": (),
    "notes": DRILL,
    "stack notes": _told("11月20日上午，县图书馆整理书库，上架新书600册", "6名馆员参加"),
    "one note": _told("今晚夜市在滨河路搭了舞台1个"),
    "drum notes": _told("11月20日县图书馆举办花鼓赛，9支队伍参赛", "评出一等奖1个", "280名观众到场"),
    "cinema notes": _told("11月20日上午，我们去新华影城走访，看了3个放映厅", "影城今年放映4200场"),
    "draft": (*DRILL, (LI, "写成信息")),
    "books": (*BOOKS, (LI, "写成信息")),
    "fire": (*FIRE, (LI, "写成信息")),
    "parents": (*_told("11月21日上午，县图书馆举办亲子阅读活动，35组家庭参加，共读绘本12册"), (LI, "写成信息")),
    "patrol": (
        *_told("11月20日晚，县图书馆在夜游码头开展安全巡查，检查游船12艘，发现救生圈缺2个，当场补齐"),
        (LI, "写成信息"),
    ),
    "trainings": (
        *_told(
            "11月20日上午，县图书馆在报告厅举办图书分类培训，45人参加",
            "11月21日下午，县图书馆在城东分馆举办图书分类培训，38人参加，发教材38册",
        ),
        (LI, "写成信息"),
    ),
    "two": (*_told(*TWO_BOOKS), (LI, "写成信息")),
    "camp": (
        *_told(
            "11月19日上午，县图书馆请植保员给农户讲座，52人参加",
            "11月20日下午，县图书馆巡查露营地，营地老板陈大勇陪同，检查帐篷30顶",
        ),
        (LI, "写成信息"),
    ),
    "shortened": (*BOOKS, (LI, "写成信息"), (LI, "短一点")),
    "changed twice": (*BOOKS, (LI, "写成信息"), (LI, "短一点"), (LI, "第2句删掉")),
    "cut": (*BOOKS, (LI, "写成信息"), (LI, "最后一句删掉")),
    "handed in": _handed_in(*FILM, profile=True),
    "two handed in": (*_handed_in(*EXHIBITION, profile=True), *_handed_in(*DRILL_AGAIN)),
    "three handed in": (
        *_handed_in(*EXHIBITION, profile=True),
        *_handed_in(*DRILL_AGAIN),
        *_handed_in(*READING),
        (EDITOR, "按 采用"),
        (LI, ""),
    ),
    "queue of one": (*_handed_in(*SCHOOL, who=CHEN, profile=True), (EDITOR, "待审")),
    "queue of two": (
        *_handed_in(*NET_BARS, who=CHEN, profile=True),
        *_handed_in(*STUDY, profile=True),
        (EDITOR, "待审"),
    ),
    "queue of four": (
        *_handed_in(*SCHOOL, who=CHEN, profile=True),
        *_handed_in(*EXHIBITION, profile=True),
        *_handed_in(*READING, who="小周", profile=True),
        *_handed_in(*VETERANS),
        (EDITOR, "待审"),
    ),
    "problems": (*PROBLEMS, (LI, "问题台账")),
    "closed": (*PROBLEMS, (LI, "第2项整改完成，功放换了新的"), ("馆审核", "第2项同意销号"), ("馆审核", "问题台账")),
    "section": (
        *_handed_in(*READING, profile=True),
        (EDITOR, "按 采用"),
        (LI, "起草今年总结里文化惠民那一节"),
        (LI, "按 成稿"),
    ),
    "administrator": ((ADMIN, ""),),
    "answer": ((LI, "娱乐场所营业时间有什么规定"),),
}


async def lay(office: Bureau, scene: str) -> str:
    """Say all that comes before; the name of who speaks next."""
    who = LI
    if scene == "administrator":
        await _more_colleagues(office)
    for who, words in SCENES[scene]:
        if words.startswith("按 "):
            await office.press(who, words[2:])
        elif words:
            await office.say(who, words)
    return who


async def _more_colleagues(office: Bureau) -> None:
    for number, name in enumerate(("老周", "小赵", "王芳", "李强"), 50):
        code = await office.records.people.invite(LIBRARY, Role.STAFF)
        assert await office.records.people.redeem(code.replace("-", ""), number, name)
    for unit in ("市场管理科", "非遗科"):
        await office.records.people.invite(unit, Role.STAFF)
        await office.records.units.place(unit, HEAD)
