"""What later messages make out of date, what takes the unit of a series, and what answers leave as it was."""

from datetime import datetime

import pytest

from bot.domain.notes.corrections import apply_corrections
from bot.domain.notes.note import Note
from bot.domain.notes.patching import as_corrected
from bot.domain.notes.utterances import Kind, Utterance, utterances

NOW = datetime(2026, 9, 18, 18, 0)


def read(*notes: str) -> list[Utterance]:
    """Notes as `18日08:00 何苗：words`."""
    found = []
    for note in notes:
        head, _, text = note.partition("：")
        when, _, who = head.partition(" ")
        day, clock = when.split("日")
        hour, minute = map(int, clock.split(":"))
        found.append(Note(text, datetime(2026, 9, int(day), hour, minute), who))
    return apply_corrections(utterances(found, NOW), [n.text for n in found])


def told(*notes: str) -> str:
    return "，".join(as_corrected(u) for u in read(*notes) if u.kind is Kind.CONTENT)


def test_a_plan_that_came_about_is_told_on_its_own_day_without_what_was_expected() -> None:
    notes = [
        "16日09:00 何苗：明天上午十点在红星小学讲消防，估计150个学生",
        "18日09:00 何苗：前天说的那场讲完了",
        "18日09:01 何苗：实际听的有132个学生",
    ]
    assert not any(u.plan for u in read(*notes) if u.kind is Kind.CONTENT)
    assert "9月17日" in told(*notes)
    assert "150" not in told(*notes)
    assert "132" in told(*notes)
    assert "前天" not in told(*notes)


def test_who_was_expected_gives_way_to_who_came() -> None:
    said = told("18日08:00 何苗：原先函上说15个人，局长带队", "18日16:00 何苗：实际来了11个，带队的是副局长杜鹃")
    assert "15" not in said
    assert "局长带队" not in said
    assert "11个" in said


@pytest.mark.parametrize(
    "notes",
    [
        ["18日08:00 何苗：培训班原计划招50人，实际报了63人"],
        ["18日08:00 何苗：报名120人", "18日16:00 何苗：实到98人"],
        ["18日08:00 何苗：应到45人", "18日16:00 何苗：实到41人，4人请假"],
    ],
)
def test_counts_of_their_own_all_stay(notes: list[str]) -> None:
    figures = [q.value for u in read(*notes) for q in u.quantities()]
    assert [q.value for u in read(*notes) if u.kind is Kind.CONTENT for q in u.quantities()] == figures
    assert not any(u.patches for u in read(*notes))


def test_of_a_thing_called_off_only_stays_that_it_was_to_be() -> None:
    said = told("18日08:00 何苗：今天村超决赛，县体育场，8支队，每队18人", "18日10:00 何苗：雷暴预警，决赛取消了")
    assert "决赛取消了" in said
    assert "今天村超决赛" in said
    assert "18人" not in said


def test_what_had_been_done_before_it_was_called_off_stays() -> None:
    said = told("18日08:00 何苗：上午送戏下乡，演了3场，观众400人", "18日15:00 何苗：下午那场下雨取消了")
    assert "3场" in said
    assert "400人" in said


def test_what_was_put_off_is_told_on_the_day_it_came_about() -> None:
    said = told(
        "16日09:00 何苗：今晚八点广场放电影",
        "16日18:00 何苗：刮大风放不了了，改明晚",
        "17日22:00 何苗：放完了，看的人180",
    )
    assert "9月17日" in said
    assert "改明晚" not in said


@pytest.mark.parametrize(
    ("notes", "unit"),
    [
        (["18日08:00 何苗：第一场来了76个人", "18日09:00 何苗：第二场 58"], "58人"),
        (["18日08:00 何苗：集市卖货9800块，其中豆腐卖得最好，2100"], "2100元"),
        (["18日08:00 何苗：五个村派人：东沟4、西沟3、北坡2，一共9"], "9人"),
        (["18日08:00 何苗：年纪最大的老党员叫常守义，91了"], "91岁"),
    ],
)
def test_a_bare_figure_takes_the_unit_it_goes_on_with(notes: list[str], unit: str) -> None:
    assert unit in told(*notes)


@pytest.mark.parametrize("note", ["18日08:00 何苗：得分最高的是二队，78", "18日08:00 何苗：借出图书86册，编号 1204"])
def test_a_bare_figure_without_such_a_place_stays_bare(note: str) -> None:
    assert not any(u.patches for u in read(note))


@pytest.mark.parametrize(
    ("first", "second", "right"),
    [
        ("东墙裂缝宽1.8公分", "裂缝那个是毫米吧", "1.8毫米"),
        ("补助一共36元", "单位是万元", "36万元"),
        ("入库种子12斤", "种子应该是吨", "12吨"),
    ],
)
def test_a_unit_alone_may_be_put_right(first: str, second: str, right: str) -> None:
    assert right in told(f"18日08:00 何苗：{first}", f"18日08:05 老高：{second}", "18日08:06 何苗：对")


def test_a_question_about_a_figure_is_answered_and_gone() -> None:
    said = told("18日08:00 何苗：来了52个孩子", "18日08:05 老高：不是说只来40个么", "18日08:06 何苗：来了52")
    assert said == "来了52个孩子"


def test_running_counts_end_with_the_last() -> None:
    said = told("18日09:00 何苗：现在全县收了21万亩", "18日18:00 何苗：截止6点 26.5万亩了")
    assert "收了26.5万亩" in said
    assert "21万" not in said


def test_counts_of_two_places_are_no_running_count() -> None:
    said = told("18日09:00 何苗：云岭全天入园1.2万", "18日18:00 何苗：桃花谷全天8300")
    assert "1.2万" in said
    assert "8300" in said


def test_one_more_came_in_the_end() -> None:
    said = told("18日20:00 何苗：接警7起", "18日23:00 何苗：刚又来一起，草垛着火，那就是8起")
    assert "接警8起" in said
    assert "7起" not in said


def test_the_figure_of_whom_one_is_told_to_follow_stands() -> None:
    said = told("18日08:00 何苗：停电影响2460户", "18日08:05 老高：调度那边给的是2406", "18日08:06 何苗：按调度的")
    assert "2406户" in said
    assert "2460" not in said


def test_a_digit_mixed_up_belongs_to_the_figure_it_resembles() -> None:
    said = told(
        "18日08:00 何苗：来了剪纸、面塑3个项目",
        "18日08:01 何苗：其中面塑卖得最多 4200",
        "18日08:05 何苗：面塑那个更正：是2400，我敲反了",
    )
    assert "3个项目" in said
    assert "2400" in said
    assert "4200" not in said


def test_a_correction_taken_back_leaves_day_and_figure_alone() -> None:
    said = told(
        "18日08:00 何苗：今天办证87张",
        "18日08:05 何苗：写错了，办证是78张不是87",
        "18日08:09 何苗：又核了一遍，登记表上就是87张，78是昨天的，以87为准",
    )
    assert said == "今天办证87张"


def test_an_hour_put_off_within_a_clause() -> None:
    assert "下午四点的合唱排练" in told("18日08:00 何苗：下午三点的合唱排练改到四点了")


def test_bare_figures_that_add_up_to_a_whole_are_counted_as_it_is() -> None:
    assert "补了500只，剩140只" in told("18日09:00 何苗：没打疫苗的羊640只，今天补了500，剩140后天去打")
    assert "500只" not in told("18日09:00 何苗：没打疫苗的羊640只，今天补了500，剩下的后天去打")
    assert "6女3男" in told("18日09:00 何苗：新招的9名专干办了入职，6女3男")


def test_a_figure_of_another_time_has_the_unit_of_the_one_beside_it_of_its_size() -> None:
    assert "5月3105件" in told("18日09:00 何苗：6月工单2847件，5月3105")
    assert "去年同期95.1%" in told("18日09:00 何苗：参保率95.8%，去年同期95.1，高0.7个点")
    assert "白石乡91.2%" in told("18日09:00 何苗：参保率95.8%，去年同期95.1", "18日09:02 何苗：最低白石乡91.2")


def test_a_rate_is_told_in_hundredths() -> None:
    assert "办结率98.2%" in told("18日09:00 何苗：按时办结率98.2")
    assert "汇率7.1%" not in told("18日09:00 何苗：今天汇率7.1")


def test_a_count_without_its_unit_is_of_what_alone_is_counted() -> None:
    assert "当场答了8条" in told("18日09:00 何苗：提意见11条，当场答了8")
    assert "发了45" in told("18日09:00 何苗：来了120人，发了45")
    assert "45人" not in told("18日09:00 何苗：来了120人，发了45")
    assert "黄土梁8.6毫米" in told("18日09:00 何苗：西山11.3毫米，黄土梁8.6")
    assert "谈成296人" in told("18日09:00 何苗：谈成318人", "18日09:02 何苗：去年58家，谈成296")
    assert "95场" not in told("18日09:00 何苗：张湾3场，李湾2场", "18日09:02 何苗：看的人张湾210，李湾95")


def test_figures_of_the_next_message_that_add_up_are_counted_as_the_whole() -> None:
    words = told("18日09:00 何苗：原先灭了42盏", "18日09:02 何苗：换好38，剩4等配件")
    assert "换好38盏" in words
    assert "剩4盏等配件" in words


def test_a_name_or_a_sum_says_what_a_bare_figure_counts() -> None:
    assert "共61家" in told("18日09:00 何苗：昨天28家，今天33，共61")
    assert "能上1755册" in told("18日09:00 何苗：收一车书1832册", "18日09:02 何苗：破的77册不上架，能上1755")
    assert "0.1起" not in told("18日09:00 何苗：标准0.3起", "18日09:02 何苗：碧浪0.1")
    assert "户数38户" in told("18日09:00 何苗：户数38")
    assert "校长园长52人" in told("18日09:00 何苗：校长园长52")
    assert "发了200人" not in told("18日09:00 何苗：41位老人，给每个老人发了200")


def test_a_name_or_a_product_says_what_a_bare_figure_counts() -> None:
    assert "来问的83人" in told("18日09:00 何苗：小册子发了650", "18日09:02 何苗：来问的83，里面问退税的39")
    assert "签字的83册" not in told("18日09:00 何苗：小册子发了650册", "18日09:02 何苗：签字的83")
    assert "总共27人" in told("18日09:00 何苗：9个所，一个所3人，总共27")
    assert "收走3台" in told("18日09:00 何苗：5台里头收走3，另外2台叫去校准")


def test_small_figures_of_other_messages_add_up_by_chance() -> None:
    notes = ("18日09:00 何苗：巡河11公里", "18日09:02 何苗：垃圾堆6，排污口1", "18日09:04 何苗：垃圾清了4")
    assert told(*notes).count("公里") == 1
