"""Questions to answers: the clause in force, word for word, or an honest no."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from bot.domain.library.passages import Answer
from bot.domain.submissions.people import Person, Role, Unit
from bot.errors import ModelUnavailable, SettingsError
from tests.fakes.regulations import FILES
from tests.flows.library import Opened, opened, write_files

NOW = datetime(2026, 5, 29, 10, 0)
MUSEUM = Person("p1", "小赵", Unit("museum", "县博物馆"), Role.STAFF)
LIBRARY = Person("p2", "小钱", Unit("library", "县图书馆"), Role.STAFF)


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with files and a home in which they are indexed."""
    folder = tmp_path_factory.mktemp("indexed")

    async def index() -> None:
        async with opened(folder / "home") as library:
            await library.ingesting.index([write_files(folder / "files")])

    asyncio.run(index())
    return folder


@pytest.fixture
async def library(indexed: Path) -> AsyncIterator[Opened]:
    """For tests that only read."""
    async with opened(indexed / "home") as library:
        yield library


@pytest.fixture
async def own(indexed: Path, tmp_path: Path) -> AsyncIterator[Opened]:
    """For tests that change the library; the files are not copied, their home is."""
    shutil.copytree(indexed / "home", tmp_path / "home")
    async with opened(tmp_path / "home") as library:
        yield library


def bare(text: str) -> str:
    return "".join(text.split())


async def ask(library: Opened, question: str, previous: str = "") -> Answer:
    return await library.answering.ask(question, now=NOW, previous=previous)


@pytest.mark.parametrize(
    ("question", "clause", "words"),
    [
        ("借文化馆的场地要提前多久申请", "第四条", "五个工作日"),
        ("文化馆能办酒席吗", "第五条", "不得用于婚宴"),
        ("把场地转借他人会怎么处理", "第七条", "一年内不再借用"),
        ("文化志愿者多大年龄可以当", "第二条", "十四周岁"),
        ("志愿服务记录保存几年", "第三条", "五年"),
    ],
)
async def test_an_answer_is_the_clause_in_force_word_for_word(
    library: Opened, question: str, clause: str, words: str
) -> None:
    answer = await ask(library, question)
    assert not answer.refused
    assert answer.citations[0].clause == clause
    assert words in answer.text
    assert clause in next(line for line in answer.text.splitlines() if line.startswith("依据："))
    assert len(answer.text.splitlines()) <= 5
    for citation in answer.citations:
        assert citation.in_force
        assert bare(citation.quote) in bare(FILES[f"{citation.document}.md"])


@pytest.mark.parametrize(
    "question", ["明天谁值班", "WiFi密码是多少", "红烧肉怎么做", "县里房价会涨吗", "今天几点开会", "？"]
)
async def test_what_the_library_does_not_hold_is_refused(library: Opened, question: str) -> None:
    answer = await ask(library, question)
    assert answer.refused
    assert answer.citations == ()
    assert "资料库里没有" in answer.text
    assert "4份文件" in answer.text


@pytest.mark.parametrize(
    ("question", "unheld"),
    [
        ("我们省文化场馆条例对场地借用怎么说", "省文化场馆条例"),
        ("《博物馆条例》对场地借用怎么说", "博物馆条例"),
        ("按未成年人保护法规定几岁能当文化志愿者", "未成年人保护法"),
        ("县里的场馆管理办法对借用场地怎么说", ""),
        ("文化志愿者管理办法谁批", ""),
        ("借用场地有没有省钱的办法", ""),
        ("文化馆违法办酒席怎么罚", ""),
    ],
)
async def test_a_document_that_is_named_and_not_held_is_said_not_to_be_there(
    library: Opened, question: str, unheld: str
) -> None:
    answer = await ask(library, question)
    assert (f"“{unheld}”这份文件" in answer.text) is bool(unheld)
    assert answer.refused or not unheld


async def test_a_slip_by_sound_is_put_right_and_said_so(library: Opened) -> None:
    answer = await ask(library, "文化倌能办酒席吗")
    assert answer.text.splitlines()[0] == "按“文化馆”查的。"
    assert answer.asked == "文化馆能办酒席吗"
    assert answer.citations[0].clause == "第五条"


async def test_what_follows_a_question_takes_over_what_it_asked(library: Opened) -> None:
    answer = await ask(library, "那志愿服务记录呢", previous="文化馆场地申请几个工作日答复")
    assert answer.citations[0].clause == "第三条"


async def test_what_names_no_matter_is_held_to_be_of_what_the_talk_was_of(library: Opened) -> None:
    question = "十五岁的学生家里不知道，这样可以吗"
    assert (await ask(library, question)).refused
    behind = await ask(library, question, previous="文化志愿者多大年龄可以当")
    assert behind.citations[0].clause == "第二条"
    assert behind.asked.startswith("云溪县文化志愿者管理办法")
    assert (await ask(library, "明天谁值班", previous="文化志愿者多大年龄可以当")).refused


async def test_a_figure_that_no_clause_gives_is_refused(library: Opened) -> None:
    assert (await ask(library, "文化馆场地借用一小时多少钱")).refused


async def test_the_old_text_answers_only_who_asks_for_it_and_is_named_as_old(library: Opened) -> None:
    now = await ask(library, "借用场地要交多少押金")
    assert all("2018" not in citation.document for citation in now.citations)
    past = await ask(library, "2018年时借用场地要交多少押金")
    assert past.citations[0].document == "云溪县文化场馆管理办法(2018-05-10)"
    assert past.citations[0].in_force is False
    assert "五百元" in past.text
    assert "旧文本" in past.text
    assert "2023-09-20" in past.text


async def test_a_follow_up_leans_on_the_question_before(library: Opened) -> None:
    before = "借文化馆的场地要提前多久申请"
    paragraph = await ask(library, "第二款说什么", before)
    assert "二个工作日内答复" in paragraph.text
    assert "提前五个工作日" not in paragraph.text
    whole = await ask(library, "原文发我", before)
    assert "提前五个工作日" in whole.text
    assert "说明理由" in whole.text


async def test_which_text_the_shown_clause_is_of_is_told_of_the_text(library: Opened) -> None:
    told = await ask(library, "上面那条是哪年的", "2018年时借用场地要交多少押金")
    assert "2018年5月10日的文本" in told.text
    assert "取代" in told.text
    assert "现行有效" in (await ask(library, "现在还管用吗", "借文化馆的场地要提前多久申请")).text


async def test_what_follows_a_breach_is_sought_in_the_document_of_the_duty(library: Opened) -> None:
    told = await ask(library, "那要是擅自改变用途呢", "单位借用文化场馆场地提前多久申请")
    assert told.citations[0].clause == "第七条"
    assert "一年内不再借用" in told.text


@pytest.mark.parametrize("question", ["咱们馆今年借出去了几次", "我们馆哪家来借的便宜", "那天放假吗", "没时间呢"])
async def test_what_no_clause_of_the_talk_speaks_of_is_refused(library: Opened, question: str) -> None:
    assert (await ask(library, question, "借文化馆的场地要提前多久申请")).refused


@pytest.mark.parametrize("number", ["第四条", "第4条"])
async def test_a_clause_that_is_named_is_given_word_for_word(library: Opened, number: str) -> None:
    answer = await ask(library, f"文化场馆管理办法{number}怎么规定的")
    assert [citation.document for citation in answer.citations] == ["云溪县文化场馆管理办法(2023-09-20)"]
    assert "提前五个工作日" in answer.text
    assert "说明理由" in answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("场馆管理办法第六条", "用电费用按实际支出结算"),  # the end of its title
        ("场馆管理办法第四十条", "没有收第四十条"),
        ("场馆收费办法第四条说什么", "没有“场馆收费办法”这份文件"),
        ("场馆管理办法第四十条里押金多少", "没有收第四十条"),
        ("云政令〔2024〕3号说了什么", "没有“云政令〔2024〕3号”这份文件"),
        ("管理办法第四条", "请写全名"),
    ],
)
async def test_a_reference_gives_the_very_clause_or_tells_that_it_is_not_held(
    library: Opened, question: str, told: str
) -> None:
    answer = await ask(library, question)
    assert told in answer.text
    assert len(answer.citations) < 2


async def test_a_documents_number_tells_what_it_holds(own: Opened, tmp_path: Path) -> None:
    letter = "云溪县文化馆\n云文馆函〔2025〕8号\n关于值班的通知\n各部：\n一、双人双岗。\n二、每天报一次。"
    (tmp_path / "函.txt").write_text(letter, "utf-8")
    await own.ingesting.index([tmp_path / "函.txt"])
    told = (await ask(own, "云文馆函2025年8号说了什么")).text
    assert ("双人双岗" in told, "每天报一次" in told, "关于值班的通知" in told) == (True, True, True)


async def test_the_original_is_shown_with_its_neighbours_until_it_is_gone(own: Opened, tmp_path: Path) -> None:
    answer = await ask(own, "文化馆能办酒席吗")
    cited = answer.citations[0]
    shown = await own.answering.original(cited, now=NOW)
    assert all(article in shown for article in ("第四条", "▶ 第五条", "第六条"))
    renewed = tmp_path / "云溪县文化场馆管理办法(2023-09-20).md"
    renewed.write_text(FILES[renewed.name].replace("不得用于婚宴", "一律不得用于婚宴"), "utf-8")
    await own.ingesting.index([renewed])
    shown = await own.answering.original(cited, now=NOW)
    assert "【原文已更新】" in shown
    assert cited.quote in shown.split("现在的条文")[0]
    assert "一律不得用于婚宴" in shown.split("现在的条文")[1]
    await own.shelf.remove([document.id for document in await own.shelf.documents()])
    await own.search.follow()
    shown = await own.answering.original(cited, now=NOW)
    assert shown.startswith("【原文已删除】")
    assert cited.quote in shown
    assert "已删除" in await own.answering.clause(cited.passage_id, now=NOW)


NATIONAL = """# 公共场馆使用办法

2020年3月1日 国务院令第700号公布

第一条 为了方便群众使用公共场馆，制定本办法。

第二条 单位借用文化场馆场地的，应当提前十日申请。

第三条 文化场馆可以用于公益讲座。
"""


async def test_a_local_rule_goes_before_the_nations_and_both_are_shown(own: Opened, tmp_path: Path) -> None:
    file = tmp_path / "公共场馆使用办法(2020-03-01).md"
    file.write_text(NATIONAL, "utf-8")
    await own.ingesting.index([file])
    answer = await ask(own, "单位借用文化场馆场地提前多久申请")
    assert "提前五个工作日申请" in answer.text.splitlines()[0]
    assert "提前十日申请" in answer.text
    assert "两份文件说法不同" in answer.text
    assert "先按本地的《云溪县文化场馆管理办法》办" in answer.text
    assert {"第四条", "第二条"} <= {citation.clause for citation in answer.citations}


FAQ = """读者办证问答

问：办借书证要交押金吗？

答：不用交，凭身份证直接办理。

问：书弄丢了怎么赔？

答：按书价的1.5倍赔偿。1990年以前出版的按3倍赔偿。
"""
COMING = """# 云溪县文化场馆管理办法

2025年12月20日 云溪县人民政府令第21号公布

第一条 为了加强文化场馆管理，制定本办法。

第四条 单位借用文化场馆场地的，应当提前九个工作日申请。

第八条 本办法自2027年1月1日起施行。
"""


async def test_a_question_of_a_list_is_told_with_its_own_answer_alone(own: Opened, tmp_path: Path) -> None:
    (tmp_path / "问答.txt").write_text(FAQ, "utf-8")
    await own.ingesting.index([tmp_path / "问答.txt"])
    told = (await ask(own, "借书证要押金吗")).text.splitlines()[0]
    assert ("不用交" in told, "赔" in told) == (True, False)


async def test_a_text_whose_day_lies_ahead_is_told_to_who_asks_of_it_and_a_proposal_is_named_one(
    own: Opened, tmp_path: Path
) -> None:
    (tmp_path / "新办法.md").write_text(COMING, "utf-8")
    proposal = "# 云溪县文旅红黑榜办法（征求意见稿）\n\n第一条 年度被投诉五次以上的，列入黑榜。\n\n第二条 由县局解释。"
    (tmp_path / "稿.md").write_text(proposal, "utf-8")
    await own.ingesting.index([tmp_path / "新办法.md", tmp_path / "稿.md"])
    now = await ask(own, "借文化馆的场地要提前多久申请")
    assert ("五个工作日" in now.text, "九个工作日" in now.text) == (True, False)
    coming = await ask(own, "明年借文化馆的场地要提前多久申请")
    assert "五个工作日" in coming.text.splitlines()[0]
    assert "九个工作日" in coming.text
    assert "2027年1月1日起施行" in coming.text
    assert "草案，还没生效" in (await ask(own, "投诉几次列入黑榜")).text


async def test_a_condition_is_met_by_every_row_that_is_told(own: Opened, tmp_path: Path) -> None:
    table = "旅行社,质保金（万元）,负责人\n云溪假期,20,王磊\n青山分社,5,何芳\n溪口旅行社,20,李强\n"
    (tmp_path / "旅行社名录.csv").write_text(table, "utf-8")
    await own.ingesting.index([tmp_path / "旅行社名录.csv"])
    assert (await ask(own, "质保金超过20万的有哪些")).refused
    least = (await ask(own, "质保金20万以上的旅行社有哪些")).text
    assert ("云溪假期" in least, "溪口旅行社" in least, "青山分社" in least) == (True, True, False)


async def test_the_past_before_any_text_is_told_with_a_remark(library: Opened) -> None:
    told = await ask(library, "2015年的时候借用场地要交多少押金")
    assert "没有2015年的文本，这是2018年的" in told.text
    named = await ask(library, "15年版的文化志愿者管理办法，服务记录保存几年")
    assert "没有2015年的文本，这是2021年的" in named.text
    before = await ask(library, "那15年的呢", "文化志愿者服务记录保存几年")
    assert "没有2015年的文本，这是2021年的" in before.text
    still = await ask(library, "2018年的时候申请的场地还要交押金吗")
    assert all(citation.in_force is not False for citation in still.citations)


async def test_two_questions_in_one_message_get_a_clause_each(library: Opened) -> None:
    answer = await ask(library, "借文化馆的场地要提前多久申请，文化志愿者服务记录保存几年")
    first, second, source, *_ = answer.text.splitlines()
    assert "五个工作日" in first
    assert "第四条" in first
    assert "保存五年" in second
    assert "第三条" in second
    assert source.startswith("依据：")
    assert {"第四条", "第三条"} <= {citation.clause for citation in answer.citations}


async def test_of_two_questions_the_one_that_is_held_is_answered_and_the_other_told_not_to_be(library: Opened) -> None:
    answer = await ask(library, "文化志愿者服务记录保存几年，体检要花多少钱")
    first, second, *_ = answer.text.splitlines()
    assert "保存五年" in first
    assert "没有查到" in second
    assert {citation.clause for citation in answer.citations} == {"第三条"}


async def test_behind_a_refusal_the_talk_goes_on_from_what_was_answered(library: Opened) -> None:
    before = "文化志愿者服务记录保存几年"
    refused = await ask(library, "那打印机的呢", before)
    assert refused.refused
    assert refused.asked == before
    shown = await library.answering.ask("原文发我", now=NOW, previous=refused.asked, shown=refused)
    assert "保存五年" in shown.text


async def test_a_year_that_opens_a_question_is_that_of_the_rule(library: Opened) -> None:
    told = await ask(library, "2015年借用场地要交多少押金")
    assert "没有2015年的文本，这是2018年的" in told.text
    young = await ask(library, "2022年文化志愿者多大年龄可以当")
    assert "十四周岁" in young.text  # a text in force now that held then


async def test_other_ways_lead_to_other_clauses_and_name_the_nearest(library: Opened) -> None:
    ways = await library.answering.other_ways("办酒席能借文化馆吗", now=NOW)
    known = (await ask(library, "办酒席能借文化馆吗")).citations[0]
    assert 1 <= len(ways.questions) + len(ways.near) <= 6
    for question in ways.questions:
        answer = await ask(library, question)
        assert not answer.refused
        assert (answer.citations[0].document, answer.citations[0].clause) != (known.document, known.clause)
    for near in ways.near:
        assert near.opening.rstrip("…") in await library.answering.clause(near.passage_id, now=NOW)


async def test_a_second_follow_up_still_knows_the_matter(library: Opened) -> None:
    first = await ask(library, "第一款呢", "借文化馆的场地要提前多久申请")
    assert first.asked == "借文化馆的场地要提前多久申请"
    assert "二个工作日内答复" in (await ask(library, "第二款说什么", first.asked)).text


async def test_a_units_document_is_seen_by_that_unit_alone(own: Opened, tmp_path: Path) -> None:
    file = tmp_path / "库房管理办法.md"
    file.write_text("# 库房管理办法\n第一条 甲。\n第二条 库房每日巡查两次，由保管员登记。\n第三条 乙。", "utf-8")
    await own.ingesting.index([file], unit="museum")
    question = "库房每天巡查几次"
    visible = await own.answering.ask(question, now=NOW, person=MUSEUM)
    assert "巡查两次" in visible.text
    passage = visible.citations[0].passage_id
    for person in (None, LIBRARY, replace(MUSEUM, active=False)):
        hidden = await own.answering.ask(question, now=NOW, person=person)
        assert hidden.refused
        assert "库房" not in hidden.text
        assert "两次" not in await own.answering.clause(passage, now=NOW, person=person)


async def test_a_marked_question_is_not_looked_up(library: Opened) -> None:
    answer = await ask(library, "机密★ 某文件里的借用场地怎么办")
    assert answer.refused
    assert "涉密" in answer.text


class Scripted:
    """An AnswerWriter that says what it is told to."""

    def __init__(self, text: str, cite: bool = True) -> None:
        self.text, self.cite = text, cite
        self.fails = False

    async def word(self, question: str, passages: list[tuple[str, str]]) -> list[tuple[str, tuple[str, ...]]]:
        if self.fails:
            raise ModelUnavailable("模型服务连不上。")
        return [(self.text, (passages[0][0],) if self.cite else ("p-unknown",))]


@pytest.mark.parametrize(
    ("text", "cite", "engine"),
    [
        ("借场地要提前五个工作日申请。", True, "model"),
        ("借场地要提前5个工作日申请。", True, "model"),
        ("借场地要提前三个工作日申请。", True, "offline"),
        ("按《云溪县场地收费办法》办。", True, "offline"),
        ("借场地要提前五个工作日申请。", False, "offline"),
        ("", True, "offline"),
    ],
)
async def test_a_models_words_stand_only_on_their_clauses(indexed: Path, text: str, cite: bool, engine: str) -> None:
    async with opened(indexed / "home", writer=Scripted(text, cite)) as library:
        answer = await ask(library, "借文化馆的场地要提前多久申请")
        assert answer.engine == engine
        assert answer.citations[0].clause == "第四条"
        assert "依据" in answer.text


async def test_a_failing_model_is_an_error_only_where_it_was_demanded(indexed: Path) -> None:
    writer = Scripted("甲。")
    writer.fails = True
    question = "借文化馆的场地要提前多久申请"
    async with opened(indexed / "home", writer=writer) as library:
        assert (await ask(library, question)).engine == "offline"
        with pytest.raises(ModelUnavailable):
            await library.answering.ask(question, now=NOW, engine="model")
    async with opened(indexed / "home") as library:
        with pytest.raises(SettingsError):
            await library.answering.ask(question, now=NOW, engine="model")
