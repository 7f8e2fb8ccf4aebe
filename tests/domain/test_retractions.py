"""Corrections told by their place: broken off, quoted, ranked, settled, denied, or a name spelled anew."""

import pytest

from tests.domain.test_corrections import told


@pytest.mark.parametrize(
    ("said", "right", "wrong"),
    [
        ("上架图书4500册，哦少打了，4850册", "4850册", "4500"),
        ("发了300份，哎打错了，是330份", "330份", "300"),
        ("来了45人，不对，54人", "54人", "45"),
        ("花了3200块 说错了 2300块", "2300块", "3200"),
        (
            "上午在烈士陵园办的，哦不对，是在人民公园，朗诵了14首，少说了一首，15首",
            "在人民公园办的，朗诵了15首",
            "陵园",
        ),
        ("完成率87%，看错了，是78%", "78%", "87"),
        ("今天上午在滨河广场，不对，是人民广场，搞了宣传", "人民广场", "滨河"),
        ("昨天办的讲座，说错了，是前天", "前天", "昨天"),
        ("宗教场所安全日 不对是扫黄打非进基层宣传，在白马小学", "扫黄打非进基层宣传", "宗教"),
        ("消防演练，不对，是防汛演练，在水库", "防汛演练", "消防"),
    ],
)
def test_what_is_broken_off_gives_way_to_what_follows(said: str, right: str, wrong: str) -> None:
    text = told(said)
    assert right in text
    assert wrong not in text


def test_breaking_off_touches_no_other_figure() -> None:
    text = told("书架12组，首批3200册", "发了300份手册，哦打错了，330份，来了45人")
    assert text == "书架12组，首批3200册，发了330份手册，来了45人"


@pytest.mark.parametrize(
    "correction",
    [
        "上面说的北坡借242次是去年到现在，今年的是198次，我看错本了",
        "北坡那个242次不对，是198次",
        "242次是去年的，看错了，今年198次",
    ],
)
def test_a_quoted_figure_tells_which_one_is_wrong(correction: str) -> None:
    text = told("北坡村书屋 借了242次", "南塘村 借了376次", correction)
    assert text == "北坡村书屋，借了198次，南塘村，借了376次"


@pytest.mark.parametrize(
    ("first", "correction", "right", "wrong"),
    [
        ("请了馆长黄丽萍讲课", "黄丽萍的萍是平安的平，黄丽平", "黄丽平", "黄丽萍"),
        ("请了馆长黄丽萍讲课", "黄丽萍的萍应该是平安的平", "黄丽平", "黄丽萍"),
        ("带头的是收藏家苏明诚", "写错了 苏名诚", "苏名诚", "苏明诚"),
        ("带头的是收藏家苏明诚", "名字打错了，是苏铭诚，金字旁的铭字", "苏铭诚", "苏明诚"),
        ("传承人是贺秋莲", "更正，叫贺秋连", "贺秋连", "贺秋莲"),
        ("讲课的是李志强老师", "李志强的强写成墙壁的墙，看我这手", "李志墙", "李志强"),
    ],
)
def test_a_name_is_spelled_anew_everywhere(first: str, correction: str, right: str, wrong: str) -> None:
    text = told(first, "来了45人", correction)
    assert right in text
    assert wrong not in text
    assert "45人" in text


def test_a_spelling_is_mended_twice() -> None:
    text = told("带头的是收藏家苏明诚", "苏明诚捐了12张照片", "写错了 苏名诚", "再改 是苏铭诚，身份证上的铭字")
    assert text == "带头的是收藏家苏铭诚，苏铭诚捐了12张照片"


@pytest.mark.parametrize("answer", ["对，第八个", "对对", "是的，第八个"])
def test_a_rank_that_is_confirmed_replaces_the_one_before(answer: str) -> None:
    text = told(
        "曹颖：挂了分馆牌子，这是第七个分馆", "小许：是第八个吧，碧泉村那个也算", f"曹颖：{answer}", "曹颖：配书12组"
    )
    assert "第八个分馆" in text
    assert "第七" not in text
    assert "12组" in text


def test_a_rank_only_asked_about_replaces_nothing() -> None:
    assert "第七个分馆" in told("曹颖：这是第七个分馆", "小许：是第八个吧")


@pytest.mark.parametrize(
    "mend", ["教练的钢是刚强的刚", "刘志钢的钢是刚强的刚", "钢应该是刚强的刚", "教练的钢字写成刚强的刚"]
)
def test_a_character_alone_finds_the_name_it_stands_in(mend: str) -> None:
    text = told("在西关广场教太极拳，教练是刘志钢", f"董欣：{mend}", "对 刘志刚", "地方也写错了，是西门广场")
    assert text.replace("，对", "") == "在西门广场教太极拳，教练是刘志刚"


def test_a_count_mended_twice_and_asked_about_stands_once() -> None:
    text = told(
        "沈蕾：培训结束，培了56人",
        "小蔡：签到表是65吧",
        "沈蕾：哦对写反了，65人",
        "沈蕾：再更正一下，结业的是63人",
        "小蔡：讲了9门课",
    )
    assert text == "培训结束，培了63人，讲了9门课"


def test_of_running_counts_the_last_stands() -> None:
    text = told("林涛：云岭景区8点开园，已经进了900人", "林涛：云岭全天进园最后数1.46万")
    assert "900" not in text
    assert "1.46万" in text


@pytest.mark.parametrize("word", ["好，就按64万左右", "那就按64万报吧", "行，就按64万算"])
def test_a_figure_that_is_settled_stands_alone(word: str) -> None:
    text = told("小孟：营业额加起来差不多61万", "小孟：又收到3个摊位的 64万", f"高峰：{word}")
    assert "64万" in text
    assert "61万" not in text
    assert "3个摊位" not in text


@pytest.mark.parametrize("said", ["座谈地点是县文化馆四楼不是三楼", "带队的是张局长不是李局长", "发的是手册不是单页"])
def test_what_nobody_had_said_is_not_denied(said: str) -> None:
    assert told("跟乡贤座谈，12个人", said).endswith(said.split("不是")[0])


@pytest.mark.parametrize("how", ["又核了一遍监控", "重新数了一下", "刚又翻了签到表", "我再去问了一下"])
def test_how_the_figure_was_found_is_no_fact(how: str) -> None:
    assert told("疏散186人", f"{how}，是178人，以这个为准") == "疏散178人"


def test_a_corrected_time_brings_its_own_unit() -> None:
    assert told("演练用时3分钟", "不对 用时2分50秒") == "演练用时2分50秒"


def test_what_was_not_done_takes_back_what_was_told_of_it_and_no_plan_of_another_day() -> None:
    text = told("今天下午放电影，在广场", "其实电影没放，下雨了")
    assert "放电影" not in text
    assert "电影没放" in text
    text = told("上午查了5家网吧，下周再查消防", "消防没查")
    assert "下周再查消防" in text
    assert "消防没查" in text


@pytest.mark.parametrize(
    ("said", "right", "scrap"),
    [
        (
            ("上午半马跑完了，起点在市民广场", "说错了，起点是体育场东门，不是市民广场"),
            "起点在体育场东门",
            "东门，起点",
        ),
        (
            ("上午普法，来问的52人", "更正，来问的是57人", "刚又对了登记本，还是52人，57是把工作人员算进去了"),
            "52人",
            "登记本",
        ),
        (
            ("送书到城西光荣院，期刊35种", "光荣院是城东的，不是城西，老人要大字版，列了12种"),
            "城东光荣院，期刊35种",
            "城西",
        ),
        (("去光荣院慰问，光荣院在城西", "光荣院不在城西，是城东那个"), "光荣院在城东", "那个"),
        (("来了12个乡镇的65人", "说错了，是13个乡镇，人数没错"), "13个乡镇的65人", "没错"),
    ],
)
def test_nothing_is_left_of_what_put_right(said: tuple[str, ...], right: str, scrap: str) -> None:
    text = told(*said)
    assert right in text
    assert scrap not in text


@pytest.mark.parametrize(
    ("corrections", "right", "wrong"),
    [
        (("更正，是302册", "再改，312"), "送书312册", "302"),
        (("86改92",), "来了92个学生", "86"),
        (("更正：孙丽改为孙莉，86人改为92人",), "老师是孙莉", "86"),
        (("送书那个数多打了个0",), "送书32册", "320"),
        (("多打了个0，是32册",), "送书32册", "3册"),
    ],
)
def test_what_is_said_plainly_is_carried_out(corrections: tuple[str, ...], right: str, wrong: str) -> None:
    text = told("今天上午送书320册，来了86个学生，老师是孙丽", *corrections)
    assert right in text
    assert wrong not in text


def test_what_is_changed_in_the_world_is_no_correction() -> None:
    assert (
        told("今天换了旧灯12盏", "巡查改为每周两次，路口改成单行") == "今天换了旧灯12盏，巡查改为每周两次，路口改成单行"
    )
