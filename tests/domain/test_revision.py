"""Edits by words: what is read, what it does to a report's words, and what it refuses."""

import pytest

from bot.domain.editing.edits import read
from bot.domain.editing.reordering import cut
from bot.domain.editing.shortening import shortened, without_topic
from bot.domain.editing.wishes import Act, Edit
from bot.domain.notes.report import Checks, Report
from bot.domain.talk.desk import DraftVersion
from bot.domain.talk.differences import standing
from bot.domain.talk.revision import Words, apply, titled
from bot.errors import InputError

TITLE = "县文化馆在文化广场举办老年书画展"
TEXT = (
    "10月31日9时，县文化馆在文化广场举办老年书画展，展出作品86幅，观展群众370多人。"
    "现场写春联义卖筹得4860元，全部捐给镇敬老院。\n副局长王强到场。"
)


def edited(words: str, title: str = TITLE, text: str = TEXT) -> Words:
    edit = read(words, f"{title}\n{text}")
    assert edit is not None, words
    return apply(edit, Words(title, text))


def test_a_title_is_shortened_from_its_own_words():
    assert edited("标题改短").title == "县文化馆举办老年书画展"


def test_another_title_differs_and_stays_within_thirty_characters():
    other = edited("换个标题").title
    assert other != TITLE
    assert 6 <= len(other) <= 30


@pytest.mark.parametrize(
    "words", ["标题改成县文化馆书画展开展", "题目叫《县文化馆书画展开展》", "标题：县文化馆书画展开展"]
)
def test_a_given_title_is_taken_as_it_is(words):
    assert edited(words).title == "县文化馆书画展开展"


@pytest.mark.parametrize("words", ["第二段删掉", "删掉第2段", "最后一段不要了"])
def test_a_paragraph_is_deleted(words):
    assert edited(words).text == TEXT.split("\n")[0]


@pytest.mark.parametrize("words", ["第二句删掉", "倒数第二句去掉", "义卖那句不要了", "把关于春联的那句删了"])
def test_a_sentence_is_deleted_by_place_or_by_words(words):
    assert "4860" not in edited(words).text
    assert "86幅" in edited(words).text


def test_a_clause_is_dropped_and_its_sentence_stays():
    assert "捐给镇敬老院" not in (text := edited("别写敬老院").text)
    assert "筹得4860元。" in text


@pytest.mark.parametrize(
    ("words", "old", "new"),
    [
        ("把86改成92", "86", "92"),
        ("86改为92", "86", "92"),
        ("把老年书画展换成老年书法展", "老年书画展", "老年书法展"),
    ],
)
def test_words_are_replaced_everywhere_and_reported(words, old, new):
    done = edited(words)
    assert done.swapped == (old, new)
    assert new in done.text


def test_a_figure_inside_another_figure_is_left_alone():
    assert "4860元" in edited("把86改成92").text


def test_an_element_is_changed_with_its_unit():
    assert "观展群众92人" in edited("人数改成92").text
    assert "10月30日，" in edited("时间改成10月30日").text
    assert "在老年大学举办" in edited("地点改为老年大学").text


def test_shortening_keeps_the_first_sentence_and_the_limit():
    assert edited("压缩到60字").text.startswith("10月31日9时，县文化馆")
    assert len(edited("压缩到60字").text) <= 60
    assert len(edited("短一点").text) < len(TEXT)


def test_sentences_and_paragraphs_move():
    assert edited("第二段放到最前面").text.startswith("副局长王强到场。")
    assert edited("把第二句提到前面").text.startswith("现场写春联")
    assert "\n" not in edited("合成一段").text


@pytest.mark.parametrize(
    "words", ["把777改成1", "第九段删掉", "消防那句删掉", "标题改成好", "长一点", "件数改成3", "金额改成"]
)
def test_what_cannot_be_done_is_refused_with_a_reason(words):
    edit = read(words, TITLE + TEXT)
    if edit is None:
        return
    with pytest.raises(InputError):
        apply(edit, Words(TITLE, TEXT))


def test_an_element_that_stands_twice_asks_which():
    with pytest.raises(InputError, match="几处人数"):
        edited("人数改成92", text="来了370多人，其中党员17名。")


def test_the_only_sentence_is_not_deleted():
    with pytest.raises(InputError):
        edited("第一句删掉", text="10月31日，县文化馆举办书画展。")


@pytest.mark.parametrize(
    ("words", "report"),
    [("第二篇标题改短", 2), ("第1篇最后一句不要", 1), ("把第三篇的第二段删掉", 3), ("标题改短", 0)],
)
def test_the_report_meant_is_read(words, report):
    assert read(words, TEXT) == Edit(read(words, TEXT).act, report=report, where=read(words, TEXT).where)


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("撤销", Act.UNDO),
        ("恢复", Act.UNDO),
        ("还是用上一版吧", Act.UNDO),
        ("为什么删了这句", Act.WHY),
        ("加一句：现场发放宣传单200份", Act.ADD),
        ("把义卖那句加回来", Act.RESTORE),
    ],
)
def test_wishes_about_the_desk_are_read(words, act):
    assert read(words, TEXT).act is act


@pytest.mark.parametrize(
    "words", ["今天上午又来了30人", "公务接待能上酒吗", "出稿", "谢谢", "下午把报表从31张减到14张"]
)
def test_other_words_are_no_edit(words):
    assert read(words, TEXT) is None


def version(number: int, title: str, reason: str = "") -> DraftVersion:
    return DraftVersion(number, Report(title, "正文。", Checks(True, 3)), reason)


def test_undoing_plays_the_versions_like_a_stack():
    history = [version(1, "一"), version(2, "二", Act.RETITLE), version(3, "三", Act.SHORTEN)]
    assert [one.report.title for one in standing(history)] == ["一", "二", "三"]
    history.append(version(4, "二", Act.UNDO))
    assert [one.report.title for one in standing(history)] == ["一", "二"]
    history.append(version(5, "一", Act.UNDO))
    assert [one.report.title for one in standing(history)] == ["一"]


def test_a_title_counts_as_chosen_until_it_is_undone():
    history = [version(1, "一"), version(2, "二", Act.RETITLE)]
    assert titled(history) == "二"
    assert titled([*history, version(3, "一", Act.UNDO)]) == ""


@pytest.mark.parametrize(
    ("words", "kept", "gone"),
    [
        ("义卖的钱数改成4680", "义卖筹得4680元", "4860"),
        ("4860应该改成4680元", "义卖筹得4680元，", "元元"),
        ("作品件数不对，改92幅", "展出作品92幅", "86幅"),
        ("把86改成92，数错了", "展出作品92幅", "数错"),
        ("日期写成10月30号", "10月30日", "30号"),
        ("时间改到上午10点", "10月31日上午10时，县文化馆", "9时"),
        ("把义卖放前头", "现场写春联义卖筹得4860元，全部捐给镇敬老院。10月31日9时", "镇敬老院。\n"),
        ("第二句跟第一句调个个儿", "镇敬老院。10月31日9时", "镇敬老院。\n"),
        ("第一句和第二句合并", "370多人，现场写春联", "多人。"),
        ("第一句太长，拆开", "书画展。展出作品86幅，观展", "书画展，"),
        ("第一句太长了", "书画展。展出作品86幅，观展", "书画展，"),
        ("分成两段", "多人。\n现场", "多人。现场"),
        ("第1句拆成两句吧", "书画展。展出", "书画展，"),
        ("太长了，断成两句", "书画展。展出", "书画展，"),
        ("把老年两个字去掉", "举办书画展", "老年"),
        ("不要“观展”这个词", "，群众370多人", "观展"),
        ("把敬老院那句抹掉", "370多人。", "敬老院"),
        ("第二句不好，去掉", "370多人。", "义卖"),
    ],
)
def test_a_wish_said_in_other_words_is_carried_out(words, kept, gone):
    text = edited(words).text
    assert kept in text
    assert gone not in text


def test_words_are_added_to_a_title_where_it_was_said():
    assert edited("标题前面加上“县直单位”").title == "县直单位" + TITLE
    assert edited("标题后面带上“活动”").title == TITLE + "活动"
    with pytest.raises(InputError, match="已经有"):
        edited("标题里带上“老年”两个字")


@pytest.mark.parametrize("words", ["把观众人数提前", "第5句和第6句合并", "不要“表演”这个词"])
def test_a_change_that_changes_nothing_is_refused(words):
    with pytest.raises(InputError):
        edited(words)


@pytest.mark.parametrize(
    ("words", "about"), [("咋把义卖漏了", "义卖"), ("怎么没有写敬老院", "敬老院"), ("敬老院的事怎么没提", "敬老院")]
)
def test_what_is_asked_about_is_the_matter_alone(words, about):
    assert read(words) == Edit(Act.WHY, words=about)


def test_what_was_told_of_the_day_is_no_edit():
    assert read("三个科室的周报合成一张表", TEXT) is None


def test_a_limit_takes_clauses_before_it_takes_the_figures_sentence_whole() -> None:
    text = "11月22日上午9时，县图书馆在城关小学举办读书分享会。128名学生参加，捐书320册。馆长李秀兰讲怎么挑书。"
    assert shortened(text, 40) == "11月22日上午9时，县图书馆在城关小学举办读书分享会。128名学生参加。"


MOVED = "22人参加，主要讲值班安排。11月22日，县图书馆在三楼会议室召开会议。另发值班表8份，其中本馆2份。"


def test_the_sentence_with_the_day_stays_wherever_it_stands() -> None:
    found = "11月22日，县局召开旅游安全会议。查出隐患12处。布置除夕值班4个组。"
    assert shortened(found) == "11月22日，县局召开旅游安全会议。查出隐患12处。"
    assert shortened(MOVED) == "22人参加，主要讲值班安排。11月22日，县图书馆在三楼会议室召开会议。"
    assert shortened(MOVED, 25) == "11月22日，县图书馆在三楼会议室召开会议。"


def test_a_part_goes_with_its_whole() -> None:
    text = "11月22日，县图书馆送书下乡。向村里捐书50本。其中儿童读物20本。"
    assert without_topic("捐书", text, whole=False) == "11月22日，县图书馆送书下乡。"
    assert without_topic("儿童读物", text, whole=False) == "11月22日，县图书馆送书下乡。向村里捐书50本。"


@pytest.mark.parametrize("wish", ["把400多改成420", "把400多人改成420人", "把400多人改成420"])
def test_an_exact_figure_takes_the_place_of_a_rough_one_whole(wish: str) -> None:
    text = "11月23日下午，县剧团到大岭乡送戏，演出2场，400多人参加。"
    assert "，420人参加" in edited(wish, "县剧团到大岭乡送戏", text).text


def test_what_a_title_shall_hold_is_taken_from_the_text():
    title, text = "县科技局开展科技活动", "5月28日，县科技局开展科技活动，到红旗小学。带了机器人，老师郑凯讲课。"
    for words, wanted in (
        ("题目能不能带上红旗小学", "县科技局到红旗小学开展科技活动"),
        ("郑凯放标题里", "县科技局开展科技活动，老师郑凯讲课"),
    ):
        edit = read(words, f"{title}\n{text}")
        assert edit is not None
        assert apply(edit, Words(title, text)).title == wanted


def test_a_day_with_its_occasion_is_no_sentence_of_its_own():
    text = "6月16日（安全生产月），县应急局在宏达纸厂开展演练，参加86人，模拟浆池有人中毒。"
    assert cut(Edit(Act.CUT, where=1), text).startswith("6月16日（安全生产月），县应急局在宏达纸厂开展演练。")


def test_a_number_in_both_scripts_names_no_paragraph():
    with pytest.raises(InputError, match="稿里只有"):
        edited("第2两段删掉")
