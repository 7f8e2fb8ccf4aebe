"""Titles have a verb and an object, an honour comes first, and nobody is said to have held what those above held."""

from datetime import datetime

import pytest

from bot.domain.notes.note import Note
from bot.writing.offline import write_reports

NOW = datetime(2026, 11, 18, 18, 0)


def written(unit: str, *texts: str) -> tuple[str, str]:
    (report,) = write_reports([Note(text, NOW, "小周") for text in texts], unit=unit, now=NOW)
    return report.title, report.text


@pytest.mark.parametrize(
    ("unit", "told", "title"),
    [
        ("广电科", "接收设施检查今天搞了，宾馆9家", "广电科开展接收设施检查"),
        ("党建办", "新党员宣誓弄完了，14个人", "党建办举行新党员宣誓"),
        ("县体育中心", "游泳馆的循环泵修好了，换了个电机", "县体育中心修复游泳馆的循环泵"),
        ("非遗中心", "第六批县级非遗今早评的，报上来28个，过了17个", "非遗中心评审第六批县级非遗"),
        ("古城管委会", "南门那段石板换完了，老板子翻面又铺回去了", "古城管委会更换南门那段石板"),
        ("县体校", "打完了 市运会摔跤 咱们4金2银5铜", "县体校参加市运会摔跤"),
        ("财务科", "资产盘点今天结束，盘了1286件", "财务科完成资产盘点"),
        ("产业科", "文创市集今天收摊了，摆了48个摊位", "产业科举办文创市集"),
        ("县体校", "省青少年摔跤锦标赛今天收官，去了9人", "县体校省青少年摔跤锦标赛收官"),
        ("县融媒体中心", "视频号粉丝过10万了", "县融媒体中心视频号粉丝过10万"),
        ("县交通运输局", "老鹰岩昨晚十一点掉石头", "县交通运输局：老鹰岩掉石头"),
        ("青沟乡", "今天镇级的……不是 乡里的防汛演练搞了", "青沟乡开展防汛演练"),
        ("县气象局", "昨晚那场雨，最大的是龙潭乡，86毫米", "县气象局：那场雨"),
        ("县第一中学", "高考头一天完了，缺考9个", "县第一中学高考首日结束"),
        ("县供销社", "化肥到了，200吨", "县供销社化肥到货"),
        ("县应急管理局", "城东那三家加油站今天都去了", "县应急管理局到城东那3家加油站"),
        ("公共服务科", "文化站设施抽查：①新集站 空调不制热 ②白塔站 灭火器过期4具", "公共服务科开展文化站设施抽查"),
        ("县水利局", "汛期查小水库，今天查东片三座", "县水利局汛期检查小水库"),
        ("财政所", "今天对去年的固定资产，抽了三家单位", "财政所核对去年的固定资产"),
        ("县体育中心", "今天给游泳教练培训，报名80人", "县体育中心给游泳教练开展培训"),
        ("消防站", "今天高喷车做检修，换了两根管", "消防站开展高喷车检修"),
        ("县人社局", "今年就业的数，截至11月底新增就业6820人", "县人社局统计今年就业数据"),
        ("县民宗局", "今天看清真寺的用电，换了一个插座", "县民宗局查看清真寺的用电"),
        ("水务科", "前天大风把马岭村的广播杆刮倒2根，今天修好了", "水务科：大风将马岭村的广播杆刮倒2根"),
        ("县博物馆", "今天和市里的两个老师去青石寨看复核的准备情况", "县博物馆和市里的2名老师去青石寨看复核的准备情况"),
    ],
)
def test_what_was_done_with_a_topic_stands_before_it(unit: str, told: str, title: str) -> None:
    assert written(unit, told)[0] == title


@pytest.mark.parametrize(
    ("unit", "told", "title"),
    [
        # a clause that tells the deed, where the opening tells a journey, the weather, a chat verb or a call
        ("县残联", ("今天去了河西村", "给12户残疾人家庭送了轮椅8辆"), "县残联到河西村给12户残疾人家庭送轮椅8辆"),
        ("柳河镇", ("柳河水位今天下午到了41.2米", "河边两个村转移了63户171人"), "柳河镇转移63户171人"),
        ("县体育中心", ("职工乒乓球赛今天在体育馆打，26个单位报名",), "县体育中心举办职工乒乓球赛"),
        # who tells of it may have taken part in it only
        ("县体育中心", ("全县职工乒乓球赛今天在体育馆打，26个单位报名",), "县体育中心：全县职工乒乓球赛举行"),
        ("体育科", ("篮球联赛第三轮今晚打完，一中队赢了供电队",), "体育科举办篮球联赛第三轮"),
        ("县住建局", ("今天接到路灯不亮的电话32个，修好了29处",), "县住建局修复路灯29处"),
        ("综合执法队", ("前天接到举报，说向阳网吧让未成年人上网",), "综合执法队接到向阳网吧让未成年人上网的举报"),
        # what was a year before, or how far a thing is, is no deed of the day
        ("白石崖景区", ("今天上午进园4860人，去年同一天是3900人", "停车场十点就满了"), "白石崖景区进园4860人"),
        ("县水文站", ("上次测的断面淤了半米，今天重新测了3个断面",), "县水文站重新测3个断面"),
        ("县人社局", ("招聘会今天在体育馆前头，来了47家厂子",), "县人社局在体育馆前头举办招聘会"),
        ("县文化馆", ("今晚广场电影在纺织小区放",), "县文化馆在纺织小区放映广场电影"),
        ("县美术馆", ("暑假儿童画班今天最后一节，一共办了10节", "报名32个"), "县美术馆举办暑假儿童画班"),
        ("县剧团", ("今天新戏坐排第一天，剧本是第五稿", "乐队12个人来了10个"), "县剧团新戏坐排第一天"),
        ("县残联", ("助残日前发辅具，今天在康复中心，轮椅30辆", "轮椅领走27辆"), "县残联助残日前发放辅具"),
        ("县气象局", ("昨天市局年度会上，我局被评为2025年度优秀单位",), "县气象局被评为2025年度优秀单位"),
        # what was to be done, put off, got ready or taken down is never told as done or held
        ("县图书馆", ("阅读推广人培训原定今天，老师飞机晚点，改到后天了",), "县图书馆阅读推广人培训改期"),
        ("县博物馆", ("丝绸展今天撤了，52件都装了箱",), "县博物馆丝绸展撤展"),
        ("县美术馆", ("女画家作品展布完了，明天上午十点开幕",), "县美术馆女画家作品展布完"),
        ("办公室", ("今天该把41份合同归档完，实际弄了28份",), "办公室该完成41份合同归档"),
        # work at its end is completed, a show at its end was held; a room needs no place in a title
        ("公共服务科", ("今天把全年送戏下乡任务演完了",), "公共服务科完成全年送戏下乡任务"),
        ("产业科", ("下午在局二楼开了民宿座谈会，来了15家民宿老板",), "产业科召开民宿座谈会"),
        ("县教育局", ("今天看了学校食堂，留样都有",), "县教育局查看学校食堂"),
    ],
)
def test_a_title_tells_a_deed_with_its_matter(unit: str, told: tuple[str, ...], title: str) -> None:
    assert written(unit, *told)[0] == title


def test_a_title_made_shorter_still_says_that_somebody_only_offered_it() -> None:
    title, _ = written("县图书馆", "今天有个企业负责人来馆里说愿意捐5万元给少儿馆买绘本")
    assert "愿意" in title


def test_an_honour_told_last_is_told_first() -> None:
    title, text = written(
        "县文化馆", "今天上午合唱班结课汇报，在小剧场", "学员52个", "对了最要紧的忘说了，这个班刚拿了全市合唱赛一等奖"
    )
    assert title == "县文化馆合唱班获全市合唱赛一等奖"
    assert text.index("一等奖") < text.index("52")


def test_a_prize_of_the_contest_that_is_told_of_is_no_honour_of_ours() -> None:
    title, _ = written("体育中心", "今天办了象棋赛，86人参加", "机械厂董长河获一等奖")
    assert title == "体育中心举办象棋赛"


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("门机皮带断了，换新的明天到，今晚停着", "晚上停着"),
        ("水质10月的出来了，是二类，上月三类", "三类"),
        ("开展缴费提醒，从今天起各村打电话", "从11月18日起"),
        ("发现路上有个坑，已经填了", "，已填"),
        ("三中报了17个发热的，奥司他韦还有40盒", "奥司他韦"),
        ("上门办残疾证9个，老人家属也教了流程", "老人家属"),
    ],
)
def test_words_stay_whole(told: str, kept: str) -> None:
    assert kept in written("新民社区", told)[1]


def test_who_went_is_told_by_name_and_a_car_is_no_place_of_an_event() -> None:
    notes = [
        Note(told, NOW, "沈刚") for told in ("上午去了城关三家网吧，我和小田还有老罗", "对讲机找到了，在志愿者车里")
    ]
    (report,) = write_reports(notes, unit="执法大队", now=NOW)
    assert report.title == "执法大队到城关3家网吧"
    assert "到城关3家网吧，沈刚和小田、老罗参加。对讲机找到，在志愿者车里" in report.text
