"""What a message to a draft wants where no rule knows its wording: changed where that is sure, else asked."""

import re

import pytest

from bot.domain.editing.wishes import Act
from bot.domain.talk.intent import Kind, Scene
from bot.domain.talk.intents import read
from bot.domain.talk.right_values import corrected

DRAFT = (
    "县农业农村局在柳林乡召开小麦机收现场会\n6月10日，县农业农村局在柳林乡召开小麦机收现场会，85人参加。现场演示收割机3台。"
    "全县已收19.6万亩，占70%。农技站站长褚卫东讲课，市报社记者康玉梅到场。涉及48户137人，送化肥18袋，接受咨询63人次。"
)


@pytest.mark.parametrize(
    ("words", "old", "new"),
    [
        ("48户对的，人数是173", "137人", "173人"),
        ("褚卫东是副站长，别给人家升官了", "站长褚卫东", "副站长褚卫东"),
        ("记者名字写错了 应该是康玉美，美丽的美", "康玉梅", "康玉美"),
        ("记者不是市报社的，是市电视台的", "市报社", "市电视台"),
        ("咨询那里应该是36", "63人次", "36人次"),
        ("化肥少记了两袋", "18袋", "20袋"),
        ("19.6那个数是昨天的，今天最新21.3万亩", "19.6万亩", "21.3万亩"),
        ("康玉梅最后一个字是美丽的美", "康玉梅", "康玉美"),
    ],
)
def test_the_right_value_takes_the_place_of_the_wrong_one(words, old, new):
    body = DRAFT.split("\n", 1)[1]
    changed = body
    for right in corrected(words, DRAFT):
        assert right.sure
        changed = changed.replace(right.old, right.new)
    assert changed == body.replace(old, new)


@pytest.mark.parametrize(
    "words", ["讲课的不是褚站长，是邹站长 邹立勤 副站长", "时间是三分零二秒", "明天再去一趟石桥镇"]
)
def test_what_fits_nothing_of_the_draft_changes_nothing(words):
    assert not [right for right in corrected(words, DRAFT) if right.sure]


@pytest.mark.parametrize(
    ("words", "kind", "act"),
    [
        ("结尾拔高一下，显得有高度", Kind.EDIT, Act.LENGTHEN),
        ("涉及的户数还要不要核一遍啊", Kind.ASKED, None),
        ("送化肥那块要不要写啊", Kind.ASKED, None),
        ("送化肥那块别写了", Kind.EDIT, Act.DELETE_ABOUT),
        ("一共多少字了", Kind.ASKED, None),
        ("85这个人数不对吧 签到的是91", Kind.EDIT, Act.REPLACE),
        ("下午又来了两个乡的干部，看了收割机", Kind.NOTE, None),
        ("导游证丢了到哪补", Kind.QUESTION, None),
        ("收割机是几台来着", Kind.ASKED, None),
        ("差旅住宿一晚多少钱来着", Kind.QUESTION, None),
        ("收割机那块单独成一句", Kind.EDIT, Act.CUT),
        ("收割机和记者拆两处干嘛，凑一句", Kind.EDIT, Act.JOIN),
        ("涉及多少户的写不写，我没想好", Kind.ASKED, None),
        ("最后那句空话删掉", Kind.CHECK, None),
        ("字数控制在150以内", Kind.EDIT, Act.SHORTEN),
        ("短点 三行以内", Kind.EDIT, Act.SHORTEN),
        ("太细了 送化肥那个不要", Kind.EDIT, Act.DELETE_ABOUT),
        ("太长了 记者那个不要", Kind.EDIT, Act.DELETE_ABOUT),
        ("把“当场改正”改成“当场改正，还剩2处”", Kind.EDIT, Act.REPLACE),
        ("收割机那块单独一段", Kind.EDIT, Act.SPLIT),
        ("送化肥那块为什么在最后", Kind.ASKED, None),
        ("记者写进去干嘛", Kind.ASKED, None),
        ("褚卫东是男的女的不用写吧", Kind.WHICH, None),
        ("救援那句太煽了", Kind.WHICH, None),
        ("标题有点官腔", Kind.EDIT, Act.OTHER_TITLE),
        ("送化肥那条还是留着", Kind.ASKED, None),
    ],
)
def test_a_message_to_a_draft_is_taken_for_what_it_wants(words, kind, act):
    found = read(words, Scene(notes=3, draft=DRAFT))
    assert found.kind is kind
    assert (found.edit.act if found.edit else None) is act


def test_a_range_is_put_right_as_a_whole():
    (right,) = corrected("年份说错了，2014到2020", "县档案馆接收档案\n9月19日，县档案馆接收2015到2020年的档案1860件。")
    assert (right.old, right.new) == ("2015到2020", "2014到2020")


@pytest.mark.parametrize(
    ("words", "kind"),
    [("分成三段 干了啥 收了多少 下一步", Kind.SECTION), ("讲课那块多写两句 讲了一小时", Kind.SECTION)],
)
def test_words_about_the_draft_ask_for_no_section_of_a_summary(words, kind):
    assert read(words, Scene(notes=3, draft=DRAFT)).kind is not kind


@pytest.mark.parametrize(
    ("words", "old", "new"),
    [
        ("老周写全名 周德顺", "老周", "周德顺"),
        ("老周写大名 周德顺", "老周", "周德顺"),
        ("老周的名字写全是周德顺", "老周", "周德顺"),
        ("拖拉机 不是收割机", "收割机", "拖拉机"),
    ],
)
def test_a_name_is_written_out_and_one_thing_stands_for_another(words, old, new):
    edit = read(words, Scene(notes=3, draft=DRAFT.replace("涉及", "老周带队，涉及"))).edit
    assert (edit.act, edit.words, edit.new) == (Act.REPLACE, old, new)


@pytest.mark.parametrize(
    ("words", "noted"),
    [
        ("去年46次 写上快了8分钟", "去年46次，快了8分钟"),
        ("库房也封了3间 没写", "库房也封了3间"),
        ("下午又送了一趟", "下午又送了一趟"),
    ],
)
def test_what_is_noted_over_a_draft_is_noted_without_the_wish_to_write_it(words, noted):
    told = read(words, Scene(notes=3, draft=DRAFT, told="x"))
    assert (told.kind, told.words) == (Kind.NOTE, noted)


def test_a_figure_of_another_thing_takes_no_place_unasked():
    assert read("137是两个村的 一个村90", Scene(notes=3, draft=DRAFT, told="x")).kind is not Kind.EDIT


@pytest.mark.parametrize("words", ["通知3家商户厨余垃圾不要混放", "站长让他们3个不用写检查了", "下午又来了2个乡的干部"])
def test_what_others_were_told_is_a_note(words):
    assert read(words, Scene(notes=3, draft=DRAFT, told="x")).kind is Kind.NOTE


@pytest.mark.parametrize(
    "words",
    ["好的那3台不用列出来", "两个事别混一块", "老板跑了 这么写不合适", "收割机那块跟化肥那块换个位"],
)
def test_a_wish_about_the_writing_is_no_note(words):
    assert read(words, Scene(notes=3, draft=DRAFT, told="x")).kind is not Kind.NOTE


@pytest.mark.parametrize(
    "words",
    ["褚卫东讲课 这么写不合适", "褚卫东写同志就行", "全县写成整个县行不行", "3台写成暂缓行不行", "下山那个写成近期"],
)
def test_no_wording_is_offered_that_is_talk(words):
    offered = read(words, Scene(notes=3, draft=DRAFT, told="x")).words.split("\n")[1:]
    assert not [one for one in offered if re.search("成不合适|行不行|成同志|会改成近期|3台改成", one)]


@pytest.mark.parametrize(
    ("told", "words", "kind", "old", "new"),
    [
        (
            "“全县已收19.6万亩”要换成怎么说？直接发新的说法就行。",
            "改成收了近20万亩",
            Kind.EDIT,
            "全县已收19.6万亩",
            "收了近20万亩",
        ),
        ("稿里写的是“6月10日”。", "那太赶了 改下周一", Kind.EDIT, "6月10日", "下周一"),
        ("稿里写的是“6月10日”。", "写上6月30号", Kind.EDIT, "6月10日", "6月30日"),
        ("稿里写的是“现场演示收割机3台”。要补要改直接说。", "写上", Kind.HOW_TO, "", ""),
        ("稿里写的是“现场演示收割机3台”。要补要改直接说。", "写了吗", Kind.ASKED, "", ""),
        ("稿里和记录里都没有。知道就直接发给我，我写进去。", "写了吗", Kind.HOW_TO, "", ""),
        ("加了：“现场演示收割机3台”。", "写上", Kind.HOW_TO, "", ""),
        ("要挪哪一句，放到哪里？可以说“第2句放到最前面”。", "算了还是原来那样", Kind.CHAT, "", ""),
        ("要去掉哪一处？", "算了 不用了", Kind.CHAT, "", ""),
    ],
)
def test_the_next_message_answers_the_last_line(told, words, kind, old, new):
    found = read(words, Scene(notes=3, draft=DRAFT, told=told))
    assert found.kind is kind
    assert not old or (found.edit.words, found.edit.new) == (old, new)


def test_a_total_just_asked_for_takes_no_figure_of_a_part():
    told = "稿里没有现成的总数，有关的是“送化肥18袋”。算好了发给我，我写进去。"
    assert read("写三十件", Scene(notes=3, draft=DRAFT, told=told)).kind is not Kind.EDIT
