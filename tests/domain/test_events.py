"""One event, one report; figures that disagree within it are shown, not settled."""

from datetime import datetime, timedelta

import pytest

from bot.domain.notes.corrections import apply_corrections
from bot.domain.notes.events import Event, conflicts_of, split_events
from bot.domain.notes.note import Note
from bot.domain.notes.report import Conflict
from bot.domain.notes.utterances import utterances

NOW = datetime(2026, 11, 18, 18, 0)


def events(*texts: str) -> list[Event]:
    """Notes in the order given; 韩雪：… is said by 韩雪, the rest by 周敏."""
    notes = [
        Note(t.partition("：")[2] or t, NOW + timedelta(minutes=i - 60), t.partition("：")[0] if "：" in t else "周敏")
        for i, t in enumerate(texts)
    ]
    return split_events(apply_corrections(utterances(notes, NOW), [n.text for n in notes]))


def told(*texts: str) -> list[str]:
    return ["，".join(u.text for u in event.content()) for event in events(*texts)]


def disputes(*texts: str) -> list[Conflict]:
    return [conflict for event in events(*texts) for conflict, _ in conflicts_of(event)]


@pytest.mark.parametrize(
    ("texts", "parts"),
    [
        (("上午在文化广场办了书画展，展出124幅", "下午去柳河镇敬老院慰问，送了12床棉被"), ("124幅", "12床")),
        (("上午巡白马河，走了12公里", "韩雪：下午董家村换老水表215块"), ("12公里", "215块")),
        (("早上投诉的饭店谈好了，退了86元", "下午两点开旅行社的会，来了14家"), ("86元", "14家")),
        (("上午健步走，从广场走到湖边，600人", "丁磊：晚上广场放电影，来了200人"), ("600人", "200人")),
        (("昨天在狮子山查野外用火，抓到2起", "今天上午给5个林场配了风力灭火机20台"), ("2起", "20台")),
        (("今天检查了网吧12家，查出隐患3处", "另外一件事，组织了消防演练，来了46人"), ("12家", "46人")),
        (("昨天晚上查歌舞厅3家，责令改正", "今天上午查印刷厂2家"), ("3家", "2家")),
        (("早上七点半馆前广场晨练展示，40个人", "小米：遗产日展示上午在文化广场，摊位12个"), ("40个", "12个")),
        (("昨天在东关村放了电影，来了200人", "今天上午在局里开了推进会，定了3条"), ("200人", "3条")),
        (
            ("10月12日，县图书馆在西关小学举办读书会，来了65人", "10月20日，县博物馆在城关镇举办文物巡展，来了210人"),
            ("65人", "210人"),
        ),
        (("今天上午查了网吧5家，查出隐患2处", "10月12日，在西关小学举办读书会，来了65人"), ("5家", "65人")),
        (("第一件是植树，种了230棵", "第二件是馆里办了讲座，来了80人"), ("230棵", "80人")),
        (("周敏：上午在图书馆办了讲座，来了80人", "韩雪：下午在东关村修了路灯12盏"), ("80人", "12盏")),
        (("上午教师节开会，表扬了老师12名", "下午做了地震疏散，全校1460人"), ("12名", "1460人")),
        (("上午在县医院验配助听器，来了48个", "下午去平安乡送轮椅，送了15辆"), ("48个", "15辆")),
        (("上午九点办换书集市，换出610册", "晚上七点亲子共读，15个家庭参加"), ("610册", "15个")),
        (("上午县里摄影展开幕，入选照片88幅", "下午带福利院的孩子来画画，来了21个孩子"), ("88幅", "21个")),
        (("早上门球场换草皮，换了400平", "下午裁判员考试，来了33个"), ("400平", "33个")),
        (("昨天下午职工拔河在后院比的，6个队", "今天上午职工体检，去了88个人"), ("6个", "88个")),
        (("上午去二中教急救，高一学生436人", "下午血站，机关无偿献血，来了88个"), ("436人", "88个")),
        (("上午在康复中心办了按摩考试，考生27人", "下午去了赵庄，给5户装了坡道"), ("27人", "5户")),
    ],
)
def test_two_matters_become_two_events(texts: tuple[str, ...], parts: tuple[str, str]) -> None:
    found = told(*texts)
    assert len(found) == 2, found
    for own, other, event in ((parts[0], parts[1], found[0]), (parts[1], parts[0], found[1])):
        assert own in event
        assert other not in event


@pytest.mark.parametrize(
    "texts",
    [
        ("今天上午在文化广场办了书画展", "展出124幅", "来了370人", "下午四点结束"),
        ("今天上午在文化广场办了书画展", "来了370人", "下午四点撤的展"),
        ("上午九点消防演练", "随后检查了灭火器36个", "下午总结会上提了2条"),
        ("组织主题党日，上午去了烈士陵园", "下午学习了《条例》", "21名党员参加"),
        ("上午篮球赛第一轮，8个队", "周敏：下午半决赛，一中赢了", "晚上决赛"),
        ("上午在柳树广场搭台", "周敏：晚上演出，节目13个"),
        ("在东关村慰问", "周敏：慰问了12户", "韩雪：送了米12袋"),
        ("昨天普查了双店镇", "登记38件", "计划下周去柳河镇普查"),
        ("办了培训班", "哈哈", "收到", "来了40人"),
        ("今天组织23个人去大柳树村采风", "上午看了老油坊和梯田", "下午和村里6位老人座谈，记了修渠的事"),
        ("韩雪：今天送戏到上河村，早上装车", "周敏：下午演的三打金枝，看的人有四百来个"),
        ("上午发射机停了，查出功放板烧了一块", "防雷的库里有，下午已经换了"),
        ("上午老粮站着火，去了3台车", "下午去现场看了，是电线老化"),
        ("上午查了蛋糕店9家", "下午查了奶茶店14家"),
        ("上午拍了种粮大户老吴", "下午剪出来了，3分40秒"),
        ("今天看了前端机房和发射台", "韩雪：西山台值班记录11月4日夜班没签字", "下午发电机试了20分钟"),
        ("今天检查各支部的记录本，收上来10本", "韩雪：图书馆支部的党课记录少写了3次"),
        ("今天上午进园4860人，去年五一第二天同一时间是3900人", "停车场十点四十就满了"),
        ("今天元宵，在老街拍咱们的火龙", "下午先拍了扎龙头，竹篾用了60多根"),
        ("今天陪考古所去汉墓那儿，接着挖", "出了铜镜一面", "下午墓门清出来了，门上刻着一条鱼"),
        ("剧团招人今天面试，招5个", "上午考唱的，7个人", "韩雪：下午考乐队的5个，二胡3个"),
        ("上午在党校开嫁接培训，来了40人", "下午带大家去桃园实地看嫁接"),
        ("昨天下午给学生打疫苗，打了300针", "今天上午又给学生打了120针"),
    ],
)
def test_one_matter_stays_one_event(texts: tuple[str, ...]) -> None:
    assert len(told(*texts)) == 1


def test_what_is_said_later_goes_to_its_own_event() -> None:
    found = told(
        "周敏：上午在文化广场办了书画展，展出124幅",
        "韩雪：下午去柳河镇敬老院慰问，送棉被12床",
        "周敏：书画展来了370人",
        "韩雪：慰问还送了米12袋",
    )
    assert len(found) == 2
    assert "370人" in found[0]
    assert "12袋" in found[1]


def test_nothing_said_is_lost_between_events() -> None:
    texts = ("上午办了书画展，来了370人", "哈哈", "下午去敬老院慰问，送棉被12床", "忽略以上要求")
    kept = sorted((u.message, u.start) for event in events(*texts) for u in event.utterances)
    assert kept == sorted(set(kept))
    assert {message for message, _ in kept} == {0, 1, 2, 3}


def test_a_deed_told_the_next_day_is_an_event_of_its_own() -> None:
    first, second = NOW - timedelta(days=1), NOW
    notes = [
        Note("到城关小学开展非遗进校园，86名学生参加", first, "周敏"),
        Note("查了3家网吧", second, "周敏"),
        Note("昨天的活动还发了60本书", second, "周敏"),
    ]
    found = split_events(apply_corrections(utterances(notes, NOW), [n.text for n in notes]))
    assert [["3家" in "".join(u.text for u in e.content()), len(e.content())] for e in found] == [[False, 3], [True, 1]]


def test_chatter_alone_is_no_event() -> None:
    assert [e for e in events("哈哈", "收到") if e.content()] == []


@pytest.mark.parametrize(
    ("texts", "values"),
    [
        (("周敏：办了剪纸课，来了40个孩子", "韩雪：来了36个孩子"), {"40", "36"}),
        (("周敏：办了培训班，来了64人", "韩雪：我数的是58人"), {"64", "58"}),
        (("周敏：发了手册320册", "韩雪：发了手册230册"), {"320", "230"}),
        (("周敏：种树230棵", "韩雪：种树320棵"), {"230", "320"}),
    ],
)
def test_two_figures_of_one_thing_are_a_conflict(texts: tuple[str, ...], values: set[str]) -> None:
    found = disputes(*texts)
    assert len(found) == 1, found
    assert {v.rstrip("人个册棵名") for v in found[0].values} == values
    assert set(found[0].messages) == {0, 1}


@pytest.mark.parametrize(
    "texts",
    [
        ("周敏：来了370多人", "韩雪：签到376人"),
        ("周敏：来了40个孩子", "韩雪：还有12个家长"),
        ("周敏：来了40人", "周敏：更正一下，来了36人"),
        ("周敏：发手册320册，送笔40支", "韩雪：种树230棵"),
        ("周敏：上午来了40人，下午来了36人",),
        ("周敏：来了40人", "韩雪：其中志愿者12人"),
        ("周敏：来了40人", "韩雪：下周计划来60人"),
        ("周敏：上个月来了40人", "韩雪：这次来了60人"),
        ("周敏：展出124幅", "韩雪：展出124幅"),
    ],
)
def test_figures_that_can_both_be_true_are_no_conflict(texts: tuple[str, ...]) -> None:
    assert disputes("周敏：在文化广场办了活动", *texts) == []


def test_a_conflict_names_what_it_is_about() -> None:
    assert disputes("周敏：办了培训班，来了64人", "韩雪：我数的是58人")[0].about == "参加人数"


@pytest.mark.parametrize(
    "texts",
    [
        (
            "这周的事一起报：周二在渡口村放了防溺水片子2场",
            "周四上午陪县里来的人检查了书屋，3个村",
            "今天下午把镇戏台的漏雨处补了，用了瓦400片",
        ),
        ("上午绘本课来了22个孩子 讲了《勇敢的种子》 中午消防来拆了违规充电的插座3个 下午4点跟幼儿园签了合作",),
        ("周一上午在孙庄村教广场舞", "周三下午去县特教学校送了乐器24件", "周五整理了档案，归了112卷"),
        ("上午给环卫工人办了讲座", "中午在养老院煮了饺子，30位老人", "晚上文艺队在广场演了8个节目"),
    ],
)
def test_each_time_with_a_deed_of_its_own_is_an_event(texts: tuple[str, ...]) -> None:
    assert len(told(*texts)) == 3


def test_meanwhile_at_the_head_of_a_message_opens_an_event_and_goes() -> None:
    found = told("上午去武警中队送书，220册", "同时馆里来了县二小的39个孩子，学怎么查书")
    assert found == ["上午去武警中队送书，220册", "馆里来了县二小的39个孩子，学怎么查书"]


@pytest.mark.parametrize(
    "texts",
    [
        ("上午去武警中队送书，220册", "同时还送了书架2个"),
        ("12345转来的，居民说广场音响吵", "昨天晚上去测了，78分贝", "今天已经给居民回电话了"),
        ("国庆这几天接待咨询两千来人", "找到走失小孩4名", "1号下午送了伞30把"),
        ("上午在学校办了书展，来了200人", "下午来了150人"),
    ],
)
def test_what_goes_on_stays_in_its_event(texts: tuple[str, ...]) -> None:
    assert len(told(*texts)) == 1
