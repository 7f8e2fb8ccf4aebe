"""Sections from an invented bureau's year: understood, outlined, changed by talking, written, sourced."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.submissions.enclosures import Paper
from bot.flows.draft import Drafting
from bot.flows.gather import Gathering
from bot.flows.section import Sections
from bot.records.library import SqlShelf
from bot.writing.offline import OfflineWriter
from tests.evals import year
from tests.fakes import house
from tests.flows.conversation import Conversation, conversation

_moved_in: dict[str, bytes] = {}


@asynccontextmanager
async def bureau(home: Path, name: str = house.EDITOR) -> AsyncIterator[Conversation]:
    """The year is put into a database once; each test gets a copy."""
    if not _moved_in:
        async with conversation(home) as first:
            await house.move_in(first.records)
            await house.shelve_past(SqlShelf(first.records.store))
        _moved_in["db"] = (home / "shibao.db").read_bytes()
    (home / "shibao.db").write_bytes(_moved_in["db"])
    async with conversation(home) as talk:
        everyone = await talk.records.people.everyone()
        talk.person = next(person for person in everyone if person.name == name)
        yield talk


@pytest.fixture
async def talk(tmp_path):
    async with bureau(tmp_path) as opened:
        yield opened


async def say(talk: Conversation, text: str) -> str:
    return await talk.say(text, at=year.NOW)


async def press(talk: Conversation, label: str) -> str:
    tokens = [token for reply in talk.shown for row in reply.buttons for name, token in row if name == label]
    return await talk.say("", action=tokens[0], at=year.NOW)


async def test_what_was_understood_and_what_will_be_used_is_said_in_two_lines(talk) -> None:
    said = await say(talk, "起草全年总结里文化惠民那一节")
    assert said == "要写：文化惠民（2026年，截至11月22日，5个单位）。\n可用：54份已采用信息、2份往年总结。"
    assert talk.labels() == ["列提纲", "成稿", "换成上半年", "换成去年", "只用本单位"]


async def test_notes_at_hand_that_are_about_something_else_are_named_as_not_used(talk) -> None:
    await say(talk, "今天上午检查网吧12家，整改隐患3处")
    said = await say(talk, "起草全年总结里文化惠民那一节")
    assert said.endswith("\n手头的1条记录看不出跟“文化惠民”有关，或不是这段时间、这个单位的，没有用。")


async def test_a_correction_of_what_is_not_at_hand_is_no_deed(talk) -> None:
    await say(talk, "到城南社区送书那篇人数报错了，应该是2128人")
    await say(talk, "起草全年总结里文化惠民那一节")
    text = await press(talk, "成稿")
    assert "应该是2128人”（只是更正" in text
    assert text.count("2128") == 1


@pytest.mark.parametrize("words", ["起草去年文化惠民一节", "起草县博物馆全年文化惠民一节"])
async def test_a_note_of_another_time_or_unit_is_left_out(talk, words) -> None:
    await say(talk, "今天下午在河湾镇送戏下乡，演出3场，观众4321人")
    await say(talk, words)
    assert "4321" not in await press(talk, "成稿")


async def test_a_doubted_total_stays_and_shows_of_what_it_is(talk) -> None:
    await say(talk, "起草全年总结里文化惠民那一节")
    text = await press(talk, "成稿")
    people = year.totals(year.frames())["送书"].people
    said = await say(talk, f"{people}这个数不对，应该是99")
    assert said.startswith(f"“{people}”没有改")
    assert "退回更正" in said
    assert await say(talk, "成稿") == text


async def test_a_figure_is_traced_alone_in_any_order_of_words(talk) -> None:
    await say(talk, "起草全年总结里文化惠民那一节")
    await press(talk, "成稿")
    people = year.totals(year.frames())["送书"].people
    for words in (f"哪来的{people}", f"{people}哪来的"):
        said = await say(talk, words)
        assert f"送书参加人次：18份信息合计{people}人次" in said
        assert "电影" not in said
    assert await say(talk, "哪来的98765") == "这份稿里没有“98765”。"


async def test_the_outline_is_changed_by_talking_and_the_totals_follow(talk) -> None:
    await say(talk, "起草全年总结里文化惠民那一节")
    outline = await press(talk, "列提纲")
    shows = year.totals(year.frames())["送戏下乡"]
    assert f"送戏下乡{shows.times}场，观众{shows.people}人次（16份信息）" in outline
    moved = await say(talk, "第二条放到前面")
    assert outline.index("送戏下乡") < outline.index("送书")  # as last year's summary has it
    assert moved.index("送书") < moved.index("送戏下乡")
    gone = await say(talk, "删掉第三条")
    assert "展览" not in gone
    text = await say(talk, "成稿")
    assert "展览" not in text
    people = sum(year.totals(year.frames())[name].people for name in ("送戏下乡", "送书", "电影放映"))
    assert f"共{people}人次参与" in text
    assert "展览10次" in await say(talk, "撤销")


async def test_words_added_by_talking_stand_in_the_text_and_name_their_speaker(talk) -> None:
    await say(talk, "写县图书馆全年志愿服务一节")
    await say(talk, "加一条：11月8日县图书馆开通夜间借阅，每周开放3晚")
    assert "11月8日县图书馆开通夜间借阅，每周开放3晚" in await say(talk, "成稿")
    assert "本人补充" in await say(talk, "最后一条的出处")


@pytest.mark.slow
async def test_time_and_units_are_changed_by_button_and_by_words(talk) -> None:
    await say(talk, "起草文化惠民一节")
    assert "2026年上半年，5个单位" in await press(talk, "换成上半年")
    assert "县图书馆" in await say(talk, "只算县图书馆")
    assert "没有“县档案馆”这个单位" in await say(talk, "只算县档案馆")


async def test_problems_name_the_ledger_the_returns_and_what_reports_say(talk) -> None:
    await say(talk, "写一下存在的问题")
    text = await press(talk, "成稿")
    items = year.ledger()
    left = [item for item in items if not item.closed]
    late = [item for item in left if item.deadline and item.deadline < year.NOW.date()]
    summed = f"问题台账登记{len(items)}项，已销号{len(items) - len(left)}项，未销号{len(left)}项"
    assert f"{summed}，其中超过时限{len(late)}项。" in text
    assert "杨家村文化室投诉电话下班后无人接（县文化馆，责任人赵海燕，时限9月22日，已超61天）" in text
    assert "要素不全4次" in text
    assert "流动舞台车发电机故障，演出中断20分钟（县文化馆5次，最近一次" in text


async def test_where_no_record_names_a_problem_it_says_so_and_asks(tmp_path) -> None:
    async with conversation(tmp_path) as talk:
        await say(talk, "今天上午到城关小学送书30册，40名学生参加")
        await say(talk, "写一下存在的问题")
        text = await press(talk, "成稿")
    assert "2026年的记录里没有退回、超期和未销号的事项，也没有信息写到具体问题。" in text
    assert "【待补：存在的问题，请各科室各报一条，没有也要说明】" in text


async def test_where_there_are_no_records_it_does_not_claim_that_there_are_no_problems(tmp_path) -> None:
    async with conversation(tmp_path) as talk:
        await say(talk, "存在的问题和下一步打算一起写")
        text = await press(talk, "成稿")
    assert "2026年没有已采用的信息，也没有台账和退回记录，看不出问题。" in text
    assert "2026年没有台账事项，也没有信息。\n【待补：下一步要做的事、责任人和完成时限，问各科室】" in text


async def test_a_unit_that_nobody_knows_is_said_and_not_passed_over(talk) -> None:
    said = await say(talk, "市场股和文化馆的展览写一节")
    assert "没有叫“市场股”的单位，没有按它缩小范围。能用的有：县博物馆、" in said


async def test_words_like_last_years_are_shown_side_by_side(talk) -> None:
    await say(talk, "起草展览情况一节")
    await say(talk, "加一条：博物馆全年办临时展览12个，每个展览都留出一面墙收集观众写下的老物件线索")
    await say(talk, "成稿")
    warning = talk.shown[-1].text
    assert "这次：博物馆全年办临时展览12个" in warning
    assert "往年（县文旅局2025年工作总结）：博物馆全年办临时展览7096个" in warning


async def test_what_last_year_had_and_this_year_has_not_is_asked_for_and_never_filled_in(talk) -> None:
    await say(talk, "起草党建学习一节")
    text = await press(talk, "成稿")
    assert "【待补：往年总结有、今年记录里没有的数：支部集中学习多少次，问承办科室】" in text
    assert "7048" not in text


async def test_each_next_step_has_matter_owner_and_date_or_a_gap(talk) -> None:
    await say(talk, "下一步打算三条")
    text = await press(talk, "成稿")
    points = [line for line in text.split("\n") if line.startswith("（")]
    assert len(points) == 3
    assert all("由" in point and "负责" in point for point in points)
    assert all("原定" in point and "【待补：新的完成时限" in point for point in points)


async def test_the_word_file_brings_the_table_of_sources(talk) -> None:
    await say(talk, "写县图书馆全年志愿服务一节")
    await press(talk, "成稿")
    await press(talk, "导出Word")
    paper = talk.shown[0].enclosure
    assert isinstance(paper, Paper)
    sentences, sources = paper.article.appendix
    assert sentences[0] == ("序号", "文中的话", "怎么算的", "来源编号")
    assert len(sources) > 1
    assert all(row[2] for row in sources)


async def test_a_colleague_sees_their_own_unit_alone(tmp_path) -> None:
    async with bureau(tmp_path, "李静") as talk:
        said = await say(talk, "起草全年工作总结")
        assert "县图书馆" in said
        text = await press(talk, "成稿")
    assert "送戏下乡" not in text
    assert "县图书馆" in text


async def test_the_day_after_its_words_are_anybodys_until_the_outline_is_asked_for(talk) -> None:
    await say(talk, "起草文化惠民一节")
    tomorrow = year.NOW + timedelta(days=1)
    assert "改好了" not in await talk.say("删掉第三条", at=tomorrow)
    assert "提纲" in await talk.say("看提纲", at=tomorrow)
    assert "改好了" in await talk.say("删掉第三条", at=tomorrow)


@pytest.mark.slow
async def test_without_a_section_on_the_table_its_words_are_left_alone(talk) -> None:
    assert "已记第1条" in await say(talk, "第一批图书320册送到城东社区，15人参加")
    await say(talk, "删掉第三条")
    assert (await talk.desk()).waiting is None


async def test_the_command_line_reads_everything_under_its_unit_and_no_other_bureau(talk) -> None:
    records = talk.records
    gathering = Gathering(records.log, records.units, SqlShelf(records.store), records.ledger)
    sections = Sections(Drafting(OfflineWriter()), talk.answers, gathering)
    made = await sections.write("志愿服务", notes=(), unit=year.HEAD, now=year.NOW, period="2026年")
    people = year.totals([frame for frame in year.frames() if frame.work == "志愿服务"])["志愿服务"].people
    assert f"志愿者{people}人次" in made.text
    assert year.OUTSIDE not in made.text
    assert {source.kind for source in made.sources} == {"report"}
    every = await sections.write("志愿服务", notes=(), unit="", now=year.NOW, period="2026年")
    assert year.OUTSIDE in every.text
    lone = await sections.write("志愿服务", notes=(), unit=year.LIBRARY, now=year.NOW, period="2026年三季度")
    assert "县图书馆16名志愿者参加北关社区志愿服务" in lone.text
