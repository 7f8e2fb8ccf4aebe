"""Questions over an office's own documents: the local rule, what lapsed, what held in a year, tables."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest

from tests.flows.library import Opened, opened

NOW = datetime(2026, 11, 24, 10, 0)
DIGEST = """---
title: 党政机关国内公务接待管理规定
issuer: 中共中央办公厅、国务院办公厅
dated: 2013-12
in_force: true
kind: 要点，非原文
---

# 党政机关国内公务接待管理规定（要点，非原文）

## 一、用餐

（一）公务接待陪餐能去几个人：来客10人以内，陪餐不超过3人；超过10人，不超过来客的三分之一。

（二）公务接待能不能发烟：不能，接待不提供香烟。

（三）女职工产假期间能不能辞退：不能。
"""
FILES = {
    "接待规定.md": DIGEST,
    "接待细则.md": """# 清河县公务接待细则

第一条 为规范公务接待，制定本细则。

第二条 接待对象在10人以内的，陪餐人数不得超过2人；超过10人的，不得超过四分之一。

第三条 接待清单由办公室保管。

第四条 本细则自2025年7月1日起施行。
""",
    "请假规定.md": """清河县文化馆干部请假规定

第一条 产假。女职工生育享受98天产假，另增加60天。

第二条 请假3天以内的，由馆长批准。

第三条 本规定自2023年5月1日起施行。

清河县文化馆

2023年4月20日
""",
    "夜市办法.md": """清河县夜市经营管理暂行办法

第一条 夜市摊位每晚18点出摊，24点前收摊。

第二条 夜市摊主应当向街道办事处登记。

第三条 本办法自2024年5月1日起施行，有效期1年。

清河县人民政府

2024年4月11日
""",
    "公租房2018.md": """清河县公租房管理办法

清政发〔2018〕12号

第一条 为管好公租房，制定本办法。

第二条 公租房租金每平方米每月3元。

第三条 本办法自2018年7月1日起施行。

清河县人民政府

2018年6月1日
""",
    "公租房2024.md": """清河县公租房管理办法

清政发〔2024〕20号

第一条 为管好公租房，制定本办法。

第二条 公租房租金每平方米每月4.5元。

第三条 本办法自2024年10月1日起施行。

清河县人民政府

2024年9月1日
""",
    "废止通知.md": """清河县文化局关于废止部分文件的通知

各股室：

决定废止以下文件：

一、《清河县文化局信息报送考核办法》（清文〔2018〕15号）

二、《清河县文化局用车制度》（清文〔2017〕3号）

本通知自2025年12月1日起施行。

清河县文化局

2025年11月28日
""",
    "护林员补助.csv": "乡镇,防火期,,非防火期,\n,专职,兼职,专职,兼职\n石桥乡,1700,850,1400,650\n",
}


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("own")
    (folder / "files").mkdir()
    for name, text in FILES.items():
        (folder / "files" / name).write_text(text, "utf-8")

    async def index() -> None:
        async with opened(folder / "home") as library:
            await library.ingesting.index([folder / "files"])

    asyncio.run(index())
    return folder / "home"


@pytest.fixture
async def library(indexed: Path) -> AsyncIterator[Opened]:
    async with opened(indexed) as library:
        yield library


async def ask(library: Opened, question: str) -> str:
    return (await library.answering.ask(question, now=NOW)).text


async def test_a_local_rule_goes_before_the_nations_however_the_question_words_it(library: Opened) -> None:
    told = await ask(library, "公务接待来客8个人，我们陪餐能去几个人")
    assert "不得超过2人" in told.splitlines()[0]
    assert "不超过3人" in told
    assert "先按本地的《清河县公务接待细则》办" in told
    smoking = await ask(library, "公务接待能不能发烟")
    assert ("不提供香烟" in smoking.splitlines()[0], "清单" in smoking) == (True, False)


async def test_rules_of_two_matters_are_neither_above_nor_against_each_other(library: Opened) -> None:
    told = await ask(library, "女职工产假")
    assert "98天" in told
    assert ("上级规定" in told, "说法不同" in told) == (False, False)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("夜市办法到期没", "2025年4月30日到期"),
        ("清河县夜市经营管理暂行办法还有效吗", "2025年4月30日到期"),
        ("清政发〔2018〕12号还能用吗", "取代"),
        ("公租房管理办法现在还有效吗", "现行有效"),
        ("信息报送考核办法还有效吗", "已被《清河县文化局关于废止部分文件的通知》废止（2025年12月1日起）"),
        ("清文〔2017〕3号作废了吗", "已被《清河县文化局关于废止部分文件的通知》废止"),
    ],
)
async def test_a_document_asked_for_by_name_is_told_to_hold_or_not(library: Opened, question: str, told: str) -> None:
    assert told in await ask(library, question)


async def test_what_lapsed_is_named_and_is_no_answer(library: Opened) -> None:
    answer = await library.answering.ask("夜市摊位几点收摊", now=NOW)
    assert (answer.refused, answer.citations) == (True, ())
    assert "《清河县夜市经营管理暂行办法》第一条" in answer.text
    assert "2025年4月30日到期，不能当依据" in answer.text


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        ("2020年公租房租金每平方米多少钱", "3元", "4.5元"),
        ("公租房租金每平方米多少钱", "4.5元", "3元"),
        ("2026年公租房租金每平方米多少钱", "4.5元", "没有2026年"),
        ("2015年公租房租金每平方米多少钱", "没有2015年的文本", "4.5元"),
        ("2020年租的公租房现在租金每平方米多少钱", "4.5元", "3元"),
    ],
)
async def test_a_year_is_answered_by_what_held_in_it(library: Opened, question: str, told: str, not_told: str) -> None:
    answer = await ask(library, question)
    assert (told in answer, not_told in answer) == (True, False)


async def test_a_bare_figure_of_a_table_answers(library: Opened) -> None:
    told = await ask(library, "石桥乡护林员防火期补助多少")
    assert "防火期专职：1700；防火期兼职：850；非防火期专职：1400；非防火期兼职：650" in told
