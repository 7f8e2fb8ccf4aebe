"""The lead says when, who, where and what; plans are told as plans; the title fits."""

from datetime import datetime

import pytest

from bot.domain.lock.undone import PLAN_MARK
from bot.domain.notes.corrections import apply_corrections
from bot.domain.notes.note import Note
from bot.domain.notes.utterances import Kind, Utterance, utterances
from bot.writing.clauses import line_of
from bot.writing.headlines import title_of
from bot.writing.lead import lead_of
from bot.writing.title_faults import MAX_TITLE
from bot.writing.titles import Lead

NOW = datetime(2026, 11, 18, 18, 0)
UNIT = "县文化馆"


def content(*texts: str) -> list[Utterance]:
    notes = [Note(t, NOW, "周敏") for t in texts]
    found = apply_corrections(utterances(notes, NOW), list(texts))
    return [u for u in found if u.kind is Kind.CONTENT]


def lead(*texts: str, unit: str = UNIT) -> Lead:
    return lead_of(content(*texts), unit, NOW)


@pytest.mark.parametrize(
    ("texts", "sentence"),
    [
        (("今天上午九点在滨河公园办了书画展",), "11月18日上午9时，县文化馆在滨河公园举办书画展"),
        (("昨天搞了消防演练",), "11月17日，县文化馆开展消防演练"),
        (("去双店镇普查",), "11月18日，县文化馆到双店镇开展普查"),
        (("前天下午我们馆在三楼开了个推进会",), "11月16日下午，县文化馆在三楼召开推进会"),
        (("办了书画展", "在滨河公园"), "11月18日，县文化馆在滨河公园举办书画展"),
        (("办了书画展", "地点在滨河公园"), "11月18日，县文化馆在滨河公园举办书画展"),
        (("上周五在东关村放了电影",), "11月13日，县文化馆在东关村放映电影"),
        (("今天校园食堂检查",), "11月18日，县文化馆开展校园食堂检查"),
        (("健康宣传今天进工地，在二标段",), "11月18日，县文化馆在二标段开展健康宣传进工地活动"),
        (("跟派出所的一块去了三家网吧",), "11月18日，县文化馆联合派出所前往3家网吧"),
        (("下午三点石板沟下大雨",), "11月18日下午3时，石板沟下大雨"),
        (("今天办猜灯谜",), "11月18日，县文化馆举办猜灯谜活动"),
        (("禁毒宣传 今天上午城关二中礼堂",), "11月18日上午，县文化馆在城关二中礼堂开展禁毒宣传"),
        # how things stood stands before the doer, a time alone and a place alone open nothing
        (
            ("昨晚下大雨，今早我们分两组去看了文庙、魁星楼",),
            "11月17日晚下大雨，11月18日早上，县文化馆分2组查看文庙、魁星楼",
        ),
        (("快过年了，今早去北关菜市场查秤",), "11月18日早上，临近春节，县文化馆到北关菜市场查秤"),
        (("清明上坟的人多，今天在路口设了27个卡点",), "11月18日，清明上坟的人多，县文化馆在路口设了27个卡点"),
        (
            ("今天读书日，我们在人民广场摆了书摊，八点半开始的",),
            "11月18日（读书日）8时30分，县文化馆在人民广场摆了书摊",
        ),
        (("高考期间查网吧，今晚出动6个人2辆车",), "11月18日晚，县文化馆高考期间检查网吧"),
        (("省厅昨天发文，我馆评上一级馆，全省一共31家",), "11月17日，省厅发文，县文化馆评上一级馆"),
        (("今天进水务公司看账，抽了40本凭证",), "11月18日，县文化馆进水务公司看账"),
        (("连着下了三天雨，今天早上去查了3座水库",), "11月18日早上，连着下了3天雨，县文化馆检查水库3座"),
        (("国庆快到了，今天在馆里排了一天",), "11月18日，临近国庆，县文化馆在馆里排了一天"),
        (("核桃下来了，今天在三个乡设了收购点",), "11月18日，核桃下来，县文化馆在3个乡设了收购点"),
        (("书协的三个老师，今天到社区教写毛笔字",), "11月18日，县文化馆书协的3名老师到社区教写毛笔字"),
        (("客流比昨天少，咨询点接待了310人",), "11月18日，县文化馆咨询点接待310人"),
        (("消防演练做完了，今天把灭火器换了",), "11月18日，县文化馆开展消防演练"),
        # whose it is: the house stands before neither another's man nor what was done for it
        (("盲人协会来了12个人，听了一场电影",), "11月18日，盲人协会12人到县文化馆"),
        (("县作协的刘老师写的长篇出版了",), "11月18日，县作协的刘老师写的长篇出版"),
        (("修魁星楼的施工队进场了",), "11月18日，修魁星楼的施工队进场"),
        (("小区里的独居老人今天走了一遍",), "11月18日，县文化馆走访小区里的独居老人"),
        (("老年大学开学了",), "11月18日，县文化馆老年大学开学"),
        (("元宵节前后防火最紧，今天10个检查站加了人",), "11月18日，元宵节前后防火最紧，县文化馆10个检查站加了人"),
        (("游泳馆换水，停了两天，今天又开了",), "11月18日，县文化馆在游泳馆换水"),
        (("今天七个镇的秧歌队都来县里",), "11月18日，7个镇的秧歌队均来县里"),
        (("今天云台湖的3A复核，市里来了四个专家",), "11月18日，云台湖的3A复核"),
        (("干部档案今天开始查，先查在职的",), "11月18日，县文化馆开始检查干部档案"),
        (("石碑拓片今天接着做",), "11月18日，县文化馆继续做石碑拓片"),
        (("今天窗口来办演出许可的有3家",), "11月18日，县文化馆窗口接待来办演出许可的3家"),
        # a place told of something found, or of no place at all, is not where the day was spent
        (("今天处理一个投诉", "网上写了楼层，字很小，在最底下"), "11月18日，县文化馆处理一个投诉"),
        (("今天和住建局去看3个影院，能不能改成活动室",), "11月18日，县文化馆和住建局去看3个影院"),
        (
            ("这几天清明防火，跟住建、团县委、我们三家在北山口设卡",),
            "近日，清明防火，县文化馆联合住建、团县委在北山口设卡",
        ),
        (("今天盘点固定资产", "走丢一个小孩，五岁，在老街"), "11月18日，县文化馆盘点固定资产"),
        (("展柜玻璃擦了一遍，换了6个灯",), "11月18日，县文化馆擦拭展柜玻璃"),
        (("玉米开始收了",), "11月18日，县文化馆玉米开始收了"),
        (("今天是老年合唱班开课",), "11月18日，县文化馆老年合唱班开课"),
        (("国庆7天全县景区接待游客42.6万人次",), "11月18日，国庆7天全县景区接待游客42.6万人次"),
        (("全县职工乒乓球赛在县体育馆打了2天",), "11月18日，全县职工乒乓球赛在县体育馆打了2天"),
        (("今天清服装箱，38箱都打开晒", "有两箱在村委会放着"), "11月18日，县文化馆清服装箱"),
        (("中秋晚会（昨晚七点半，滨河公园大舞台）情况：",), "11月17日晚7时30分，县文化馆在滨河公园大舞台举办中秋晚会"),
    ],
)
def test_a_lead_has_day_doer_place_and_deed(texts: tuple[str, ...], sentence: str) -> None:
    assert lead(*texts).sentence() == sentence


@pytest.mark.parametrize(
    ("texts", "day"),
    [
        (("办了书画展",), "11月18日"),
        (("昨晚办了书画展",), "11月17日晚"),
        (("办了书画展", "昨天上午办的"), "11月17日上午"),
        (("上周五上午九点半到十一点办了讲座",), "11月13日上午9时30分至11时"),
        (("下周三再办一场", "今天办了书画展"), "11月18日"),
        (("书画展办到了月底前", "昨天办了书画展"), "11月17日"),
    ],
)
def test_the_day_is_that_of_what_was_done(texts: tuple[str, ...], day: str) -> None:
    assert lead(*texts).when == day


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("县医院来馆里义诊，看了86人", "县医院"),
        ("市局调研组来我们馆调研", "市局调研组"),
        ("县消防大队来检查了灭火器36个", "县消防大队"),
    ],
)
def test_another_doer_keeps_his_deed(text: str, doer: str) -> None:
    found = lead(text)
    assert found.foreign
    assert doer in found.sentence()


@pytest.mark.parametrize(
    "texts",
    [
        ("今天上午九点在滨河公园办了书画展",),
        ("在柳河镇中心小学和县书法家协会一起办了“翰墨飘香进校园，传统文化润童心”主题硬笔书法讲座和现场书写活动",),
        ("开会",),
        ("检查了12家网吧、3家书店、5家影院的消防安全和未成年人保护制度落实情况和从业人员证照",),
    ],
)
def test_a_title_has_six_to_thirty_characters(texts: tuple[str, ...]) -> None:
    assert 6 <= len(title_of(lead(*texts), (), "县文化馆")) <= MAX_TITLE


def test_a_title_says_who_did_what() -> None:
    assert title_of(lead("今天上午九点在滨河公园办了书画展"), (), "县文化馆") == "县文化馆在滨河公园举办书画展"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("下周去柳河镇再办一场", "到柳河镇再办一场"),
        ("打算再采购200册图书", "计划再采购200册图书"),
        ("月底前要整改完", "11月底前"),
        ("店主答应12月1日前换好", "店主答应12月1日前"),
        ("争取年底前建成", "年底前"),
        ("还要跑完剩下的5个镇", "5个镇"),
    ],
)
def test_a_plan_is_told_as_a_plan(text: str, told: str) -> None:
    first, *_, plan = content("今天去双店镇普查", text)
    line = line_of(plan, lead_of([first], UNIT, NOW), UNIT)
    assert line.plan
    assert told in line.text
    assert PLAN_MARK.search(line.text)
    assert "计划计划" not in line.text


def test_a_line_does_not_repeat_the_day_of_the_lead() -> None:
    first, second = content("今天上午办了书画展", "今天来了370人")
    assert line_of(second, lead_of([first], UNIT, NOW), UNIT).text == "370人参加"


def test_a_line_of_another_day_names_it() -> None:
    first, second = content("今天上午办了书画展", "昨天布的展")
    assert "11月17日" in line_of(second, lead_of([first], UNIT, NOW), UNIT).text


def test_a_place_of_the_speaker_himself_is_no_place() -> None:
    assert lead("在我们馆里办了讲座").place == ""
