"""Stale lore that goes round on the web: old figures and old wording never come back as what holds today."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest

from tests.flows.library import Opened, opened

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
NOW = datetime(2026, 5, 29, 10, 0)

# Question, what is often answered, and why it is wrong.
LORE = [
    ("公务接待能喝普通白酒吗", "高档酒水", "2013年的说法；2025年起工作餐不上酒"),
    ("工作餐可以上酒吗", "高档酒水", "同上"),
    ("县级正职办公室多少平方米", "20平方米", "1999年的面积表"),
    ("信息采用能不能排名", "采用一条计", "计分排名是旧做法"),
    ("文件最长多少页", "10页", "2019年通知对中央文件的要求"),
    ("接待能不能上茅台", "高档酒水", "2013年的说法；不分高档低档"),
    ("县级副职办公室多大", "12平方米", "1999年的面积表"),
    ("科员的办公室一个人多大", "6平方米", "1999年的面积表"),
    ("办公用房面积按哪年的标准", "1999年的标准执行", "2014年起另有标准"),
    ("陪餐能去几个人", "不超过5人", "网上常见的错数；来客10人以内不超过3人"),
    ("没有公函能不能接待", "可以接待", "没有公函一律不接待"),
    ("公务用车办法现在用哪一版", "2011年的办法执行", "2011年的旧办法2017年废止"),
    ("机要通信公车能买多贵的", "18万元", "18万元是2011年前轿车和新能源车的数"),
    ("信息被采用一条给几分", "5、10、30分", "计分是2014年的旧做法"),
    ("厉行节约条例现在用哪一版", "用2013年", "2025年已经修订"),
    ("文件会议要减多少", "30%到50%", "2019年的要求"),
    ("成文日期用汉字写吗", "用汉字", "2012年国标起用阿拉伯数字"),
    ("八项规定的实施细则全文能直接引用吗", "可以直接引用", "网上三版内容一样，都是早期版本"),
]


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("starter") / "home"

    async def index() -> None:
        async with opened(home) as library:
            await library.ingesting.index([KNOWLEDGE])

    asyncio.run(index())
    return home


@pytest.fixture
async def library(starter: Path) -> AsyncIterator[Opened]:
    async with opened(starter) as library:
        yield library


@pytest.mark.parametrize(("question", "lore", "why"), LORE)
async def test_stale_lore_is_not_answered(library: Opened, question: str, lore: str, why: str) -> None:
    answer = await library.answering.ask(question, now=NOW)
    assert lore not in answer.text.split("依据：")[0] or "旧" in answer.text, why
    assert all(citation.in_force is not False for citation in answer.citations), why


async def test_a_digest_is_named_as_one_and_points_to_the_original_and_local_rules(library: Opened) -> None:
    answer = await library.answering.ask("公务接待能不能喝酒", now=NOW)
    assert not answer.refused
    assert answer.citations[0].digest
    assert "（要点）" in answer.text
    assert "以原文和本地细则为准" in answer.text
    assert "来源：" not in answer.text
    assert len(answer.text.splitlines()) <= 5


@pytest.mark.parametrize(
    ("previous", "question", "words"),
    [
        ("开会能不能发纪念品", "收了礼品会咋处分", "收礼品"),
        ("我们局长办公室多大算超标", "超了咋整", "办公室超标怎么办"),
        ("会议费一天多少", "县里呢", "县里按本省市县办法"),
        ("灯会要不要公安批，3000人", "那800人呢", "1000人以上"),
    ],
)
async def test_what_is_asked_now_leads_and_not_what_was_asked_before(
    library: Opened, previous: str, question: str, words: str
) -> None:
    answer = await library.answering.ask(question, now=NOW, previous=previous)
    assert words in answer.text.splitlines()[0]


async def test_a_figure_asked_for_before_is_asked_of_the_next_thing_too(library: Opened) -> None:
    assert (await library.answering.ask("产假呢", now=NOW, previous="婚假几天")).refused


async def test_the_half_of_a_question_is_of_the_place_that_the_other_names(library: Opened) -> None:
    answer = await library.answering.ask("图书馆要不要收费，押金能不能收", now=NOW)
    assert "旅行社" not in answer.text
    assert "免费" in answer.text
