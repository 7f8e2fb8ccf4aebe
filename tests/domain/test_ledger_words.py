"""Words about the ledger as people say them, typed and spoken, and words that only sound alike."""

from datetime import date, datetime

import pytest

from bot.domain.ledger.deadlines import deadlines, longer
from bot.domain.ledger.item_orders import Act, reason
from bot.domain.ledger.items import CHECKS, Facts, named
from bot.domain.ledger.ledger_facts import missing, owner, read
from bot.domain.ledger.ledger_words import read as wish

SAID = datetime(2026, 6, 3, 9, 0)  # a Wednesday


@pytest.mark.parametrize(
    ("words", "facts"),
    [
        (
            "窗口排队时间长，8月底前加1个窗口，责任人王科长",
            Facts("窗口排队时间长", "", "加1个窗口", "王科长", date(2026, 8, 31)),
        ),
        (
            "窗口排队时间长八月底前加一个窗口责任人王科长",
            Facts("窗口排队时间长", "", "加一个窗口", "王科长", date(2026, 8, 31)),
        ),
        ("群众反映窗口排队时间长，由王科长负责", Facts("窗口排队时间长", "群众反映", "", "王科长")),
        (
            "县委巡察组反馈的固定资产账实不符，责任人办公室主任王强，年底前整改到位",
            Facts("固定资产账实不符", "县委巡察组反馈", "", "办公室主任王强", date(2026, 12, 31)),
        ),
        (
            "问题：投影仪坏了；措施：更换投影仪，每月检修一次；责任人：李明；时限：2026年7月15日；来源：自查",
            Facts("投影仪坏了", "自查", "更换投影仪，每月检修一次", "李明", date(2026, 7, 15)),
        ),
        (
            "档案室潮湿，买两台除湿机，10天内，李明牵头",
            Facts("档案室潮湿", "", "买两台除湿机", "李明", date(2026, 6, 13)),
        ),
        ("责任人王科长窗口排队太长八月底前解决", Facts("窗口排队太长", "", "", "王科长", date(2026, 8, 31))),
        (
            "6月1日检查发现灭火器过期12个，本周内换新，责任人保卫科周师傅",
            Facts("灭火器过期12个", "6月1日检查发现", "换新", "保卫科周师傅", date(2026, 6, 7)),
        ),
        ("阅览室空调坏了三台", Facts("阅览室空调坏了三台")),
        (
            "群众反映 图书馆三楼厕所漏水 让后勤老赵负责 这个月底之前修好",
            Facts("图书馆三楼厕所漏水", "群众反映", "修好", "后勤老赵", date(2026, 6, 30)),
        ),
        (
            "昨天督查组指出大厅指示牌坏了两处，下周三前换新，我来负责",
            Facts("大厅指示牌坏了两处", "督查组指出", "换新", "我", date(2026, 6, 10)),
        ),
        ("工作要求不严，纪律松散", Facts("工作要求不严，纪律松散")),
    ],
)
def test_a_problem_in_one_sentence_says_this_and_nothing_more(words: str, facts: Facts) -> None:
    assert read(words, SAID).facts == facts


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("8月底前", date(2026, 8, 31)),
        ("8月前", date(2026, 7, 31)),
        ("7月中旬", date(2026, 7, 20)),
        ("月底前", date(2026, 6, 30)),
        ("下周五前", date(2026, 6, 12)),
        ("本周内", date(2026, 6, 7)),
        ("三个工作日内", date(2026, 6, 8)),
        ("两周内", date(2026, 6, 17)),
        ("一个月内", date(2026, 7, 3)),
        ("年底前", date(2026, 12, 31)),
        ("三季度末", date(2026, 9, 30)),
        ("2027年2月底前", date(2027, 2, 28)),
        ("明年3月15日前", date(2027, 3, 15)),
    ],
)
def test_deadlines_as_people_name_them(words: str, day: date) -> None:
    assert [due.day for due in deadlines(words, SAID)] == [day]


def test_a_day_that_is_past_this_year_is_taken_for_next_years_and_marked() -> None:
    (due,) = deadlines("3月底前", SAID)
    assert (due.day, due.rolled) == (date(2027, 3, 31), True)
    (due,) = deadlines("2026年3月31日前", SAID)
    assert (due.day, due.rolled) == (date(2026, 3, 31), False)


@pytest.mark.parametrize(
    ("words", "act", "number", "rest"),
    [
        ("登记一个问题：窗口排队时间长", Act.REGISTER, 0, "窗口排队时间长"),
        ("登记一个问题窗口排队时间长责任人王科长", Act.REGISTER, 0, "窗口排队时间长责任人王科长"),
        ("帮我记一个问题，灯坏了", Act.REGISTER, 0, "灯坏了"),
        ("往台账里加一条：电梯年检过期", Act.REGISTER, 0, "电梯年检过期"),
        ("窗口排队时间长，列入问题台账", Act.REGISTER, 0, "窗口排队时间长"),
        ("登记问题", Act.REGISTER, 0, ""),
        ("帮我登记下 群众反映厕所漏水", Act.REGISTER, 0, "群众反映厕所漏水"),
        ("把第3项删了，登重了", Act.VOID, 3, "登重了"),
        ("台账里第3项删掉吧，登错了", Act.VOID, 3, "登错了"),
        ("记到台账：图书角没人管", Act.REGISTER, 0, "图书角没人管"),
        ("第1项，指示牌已换新2处，完成了", Act.CLAIM, 1, "指示牌已换新2处"),
        ("第二个问题搞定了", Act.CLAIM, 2, ""),
        ("同意第2项销号", Act.CONFIRM, 2, ""),
        ("退回第2项，照片看不清", Act.REJECT, 2, "照片看不清"),
        ("别再提醒我第1项了", Act.MUTE, 1, ""),
        ("第2项怎么还没批", Act.SHOW, 2, ""),
        ("第1项延期一周，因为厂家放假", Act.EXTEND, 1, "一周，因为厂家放假"),
        ("待销号的有哪些", Act.WAITING, 0, ""),
        ("这个月销号了几项", Act.CLOSED, 0, "这个月"),
        ("已销号的有哪些", Act.CLOSED, 0, ""),
        ("上个月的台账小结", Act.SUMMARY, 0, "上个月"),
        ("三季度整改小结", Act.SUMMARY, 0, "三季度"),
        ("整改完成率多少", Act.SUMMARY, 0, ""),
        ("我们一共反馈多少问题完成多少", Act.SUMMARY, 0, ""),
        ("把逾期的列一下", Act.OVERDUE, 0, ""),
        ("给我一份台账表格", Act.EXPORT, 0, ""),
        ("第3项责任人不是王科长，是李科长", Act.AMEND, 3, "李科长"),
        ("台账", Act.LIST, 0, ""),
        ("看看问题台账", Act.LIST, 0, ""),
        ("还有哪些问题没销号？", Act.LIST, 0, ""),
        ("哪些逾期了", Act.OVERDUE, 0, ""),
        ("我负责的问题有哪些", Act.MINE, 0, ""),
        ("台账小结", Act.SUMMARY, 0, ""),
        ("反馈了多少项，完成了多少项", Act.SUMMARY, 0, ""),
        ("把台账导出成表格发我", Act.EXPORT, 0, ""),
        ("用六查六正两提高模板", Act.TEMPLATE, 0, ""),
        ("第3项进展：已增设1个窗口", Act.PROGRESS, 3, "已增设1个窗口"),
        ("第三项进展，窗口已装好", Act.PROGRESS, 3, "窗口已装好"),
        ("第3项：已增设1个窗口", Act.PROGRESS, 3, "已增设1个窗口"),
        ("第3项延期到9月15日，因为设备没到货", Act.EXTEND, 3, "9月15日，因为设备没到货"),
        ("第3项因为设备没到货，延期到9月15日", Act.EXTEND, 3, "9月15日，因为设备没到货"),
        ("第3项改责任人李明", Act.AMEND, 3, "李明"),
        ("第3项时限改为9月15日", Act.AMEND, 3, "9月15日"),
        ("第3项完成了：窗口已增设，附照片", Act.CLAIM, 3, "窗口已增设，附照片"),
        ("第3项整改完了", Act.CLAIM, 3, ""),
        ("3号问题申请销号", Act.CLAIM, 3, ""),
        ("第3项同意销号", Act.CONFIRM, 3, ""),
        ("第3项退回，照片看不清", Act.REJECT, 3, "照片看不清"),
        ("第3项重开，又排长队了", Act.REOPEN, 3, "又排长队了"),
        ("第3项作废，登重了", Act.VOID, 3, "登重了"),
        ("第3项不用提醒", Act.MUTE, 3, ""),
        ("第3项怎么样了", Act.SHOW, 3, ""),
        ("别提醒我了", Act.MUTE, 0, ""),
        ("恢复提醒", Act.UNMUTE, 0, ""),
    ],
)
def test_wishes(words: str, act: Act, number: int, rest: str) -> None:
    found = wish(words)
    assert found is not None
    assert (found.act, found.number, found.words) == (act, number, rest)


@pytest.mark.parametrize(
    "words",
    [
        "今天检查登记问题3个",
        "登记了3个问题，当场整改2个",
        "怎么登记问题",
        "登记读者126人",
        "登记一下，今天来了126人",
        "登记一个问题怎么弄？",
        "今天检查了问题台账，销号5个",
        "整改台账要不要公开",
        "问题台账怎么建",
        "局里建立了问题台账，登记问题12个",
        "第3条作废",
        "第3项：歌曲联唱",
        "第3项比赛，2名选手没完成",
        "这个月销号管理制度印发",
        "退回第2稿",
        "第3项比赛跳绳，12人参加",
        "今天上午开展问题整改工作会，12人参加",
        "提醒大家明天带身份证",
        "",
    ],
)
def test_words_that_only_sound_alike_are_left_to_others(words: str) -> None:
    assert wish(words) is None


@pytest.mark.parametrize(
    ("words", "asked", "facts"),
    [
        ("巡察反馈", ("来源",), Facts(source="巡察反馈")),
        (
            "来源群众反映，措施每季度盘点，小周负责",
            ("来源", "措施", "责任人"),
            Facts("", "群众反映", "每季度盘点", "小周"),
        ),
        ("李明", ("责任人", "时限"), Facts(owner="李明")),
        ("9月15日", ("时限",), Facts(deadline=date(2026, 9, 15))),
        ("加装两盏灯，月底前", ("措施", "时限"), Facts(measures="加装两盏灯", deadline=date(2026, 6, 30))),
        ("今天上午在城东社区送书320册，6名志愿者参加", ("来源", "措施"), None),
        ("供应商没开票", ("措施", "责任人"), None),
        ("公务接待能上酒吗", ("来源",), None),
    ],
)
def test_what_was_asked_for_is_taken_and_nothing_else(words: str, asked: tuple[str, ...], facts: Facts | None) -> None:
    assert missing(words, SAID, asked) == facts


def test_an_owner_stands_with_his_office() -> None:
    told = read("图书馆三楼漏水，后勤科老李负责，月底前修好", SAID).facts
    assert (told.problem, told.owner) == ("图书馆三楼漏水", "后勤科老李")
    assert read("三楼漏水，责任人：后勤科李明", SAID).facts.owner == "后勤科李明"


@pytest.mark.parametrize("words", ["还有几个没办完", "哪些没整改完", "几项未办结"])
def test_what_is_left_is_asked_in_many_words(words: str) -> None:
    asked = wish(words)
    assert asked is not None
    assert asked.act is Act.LIST


def test_a_spell_is_counted_from_the_day_before_it() -> None:
    day = date(2026, 8, 31)
    assert longer("一周，因为厂家放假", day) == (date(2026, 9, 7), 2)
    assert longer("半个月", day) == (date(2026, 9, 15), 3)
    assert longer("1个月", day) == (date(2026, 9, 30), 3)
    assert longer("9月15日", day) is longer("", day) is None


def test_names_and_reasons() -> None:
    assert [owner(words) for words in ("李明", "换成王科长负责", "小周", "下周再说")] == ["李明", "王科长", "小周", ""]
    assert reason("9月15日，因为设备没到货") == ("9月15日", "设备没到货")
    assert reason("9月15日，设备没到货，要等") == ("9月15日", "设备没到货，要等")
    assert reason("9月15日") == ("9月15日", "")


def test_the_checklist_has_the_points_of_its_source_and_names_no_sixth() -> None:
    assert len(CHECKS) == 6 + 5 + 2
    assert named("四查管理是否科学") == "查管理是否科学"
    assert named("查“四风”是否反弹") == named("六查四风是否反弹") == "查“四风”是否反弹"
    assert named("窗口排队时间长") == ""
