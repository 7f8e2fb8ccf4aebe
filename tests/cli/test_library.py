"""`shibao index`, `ask`, `section`, `doctor`, `admin` and `chat` as real processes over one small library."""

import fcntl
import shutil
from functools import partial

import pytest

from tests.cli.conftest import start
from tests.fakes.tty import Terminal

pytestmark = pytest.mark.slow

RULES = """云溪县图书借阅办法

第一条 为方便读者借阅，制定本办法。

第二条 读者凭借书证每次最多可以借阅图书五册，借期三十天。

第三条 图书逾期不还的，每册每天收取逾期费一角。
"""


@pytest.fixture(scope="module")
def indexed(tmp_path_factory, lend_model):
    """A folder with one small document, and a home that holds it; made once, for it takes seconds."""
    folder = tmp_path_factory.mktemp("library")
    (folder / "rules").mkdir()
    (folder / "rules" / "云溪县图书借阅办法(2024-03-01).md").write_text(RULES, encoding="utf-8")
    lend_model(folder / "home")
    ran = start("index", "--json", "rules", folder=folder, home=folder / "home")
    assert (ran.status, ran.json["added"]) == (0, 1), ran.err
    return folder


@pytest.fixture
def library(run_in, indexed):
    """Run `shibao …` in this process over the indexed home."""
    return partial(run_in, folder=indexed, home=indexed / "home")


@pytest.fixture
def process(indexed):
    """Run `shibao …` as a child process over the indexed home."""
    return partial(start, folder=indexed, home=indexed / "home")


@pytest.fixture
def own_home(indexed, tmp_path):
    """A copy of the indexed home, so that what one conversation leaves waiting meets no other."""
    return shutil.copytree(indexed / "home", tmp_path / "home", symlinks=True)


def test_unchanged_files_cost_nothing(library):
    again = library("index", "--json", "rules")
    assert (again.status, again.json["unchanged"], again.json["added"]) == (0, 1, 0)


def test_a_card_is_listed_shown_corrected_and_removed(run_in, indexed, own_home):
    shibao = partial(run_in, folder=indexed, home=own_home)
    (listed,) = shibao("library", "list", "--json").json["documents"]
    assert (listed["title"], listed["dated"], listed["in_force"]) == ("云溪县图书借阅办法", "2024-03-01", True)
    changed = shibao("library", "set", "云溪县图书借阅办法", "--number", "云文[2024] 3号", "--in-force", "no")
    assert changed.status == 0, changed.err
    assert "云文〔2024〕3号" in changed.out
    assert shibao("library", "show", listed["id"], "--json").json["in_force"] is False
    assert shibao("library", "set", "云溪县图书借阅办法", "--dated", "昨天").status == 1
    assert "一处也查不到" in shibao("library", "remove", "云溪县图书借阅办法").out
    assert shibao("library", "show", "云溪县图书借阅办法").status == 1


def test_an_answer_holds_the_contract_and_quotes_word_for_word(library):
    ran = library("ask", "--json", "借书证一次最多能借几册书")
    assert (ran.status, ran.err) == (0, "")
    assert set(ran.json) == {"answer", "refused", "engine", "citations"}
    best = ran.json["citations"][0]
    assert set(best) == {"document", "title", "clause", "quote", "in_force", "page"}
    assert best["document"] == "云溪县图书借阅办法(2024-03-01)"
    assert best["clause"] == "第二条"
    assert best["quote"] in RULES


def test_one_question_a_line_gives_one_object_a_line(process):
    odd = "what is the fee\n😀\n" + "长" * 5000
    ran = process("ask", "-", text=f"图书逾期不还怎么收费\n\n王局长的手机号是多少\r\n{odd}\n")
    assert ran.status == 0, ran.err
    assert len(ran.lines) == 5
    assert [line["refused"] for line in ran.lines[:2]] == [False, True]
    assert ran.lines[1]["citations"] == []


def test_a_section_is_drafted_from_notes_with_their_sources(library, indexed):
    (indexed / "notes.txt").write_text("今天上午在文化广场办了书画展，展出86幅", encoding="utf-8")
    ran = library("section", "--json", "--title", "文化惠民", "--notes", "notes.txt")
    assert ran.status == 0, ran.err
    assert set(ran.json) >= {"title", "text", "sources", "gaps", "checks"}
    assert "86幅" in ran.json["text"]
    assert {"kind": "note", "id": "0", "quote": "今天上午在文化广场办了书画展，展出86幅"} in ran.json["sources"]


def test_a_section_tells_the_day_on_which_each_note_was_sent(library, indexed):
    rows = (
        '{"time": "2026-03-05T16:00:00", "text": "上午召开机关作风建设会，参会42人，局长要求每周一抽查"}',
        '{"time": "2026-08-14T16:00:00", "text": "昨天窗口作风暗访2次，发现空岗1次，已经改了"}',
    )
    (indexed / "rows.txt").write_text("\n".join(rows), encoding="utf-8")
    made = library("section", "--json", "--title", "作风转变", "--period", "2026年", "--notes", "rows.txt").json
    assert "3月5日，召开机关作风建设会" in made["text"]
    assert "8月13日" in made["text"]
    assert "本单位" not in made["text"]
    assert made["checks"]["passed"]


def test_a_section_without_notes_is_marked_as_a_gap(library):
    ran = library("section", "--json", "--title", "存在的问题", "--period", "2026年上半年")
    assert ran.status == 0, ran.err
    assert ran.json["gaps"]
    assert ran.json["gaps"][0] in ran.json["text"]


def test_a_document_that_cannot_be_read_is_named(library, indexed):
    (indexed / "坏.docx").write_bytes(b"PK\x03\x04 not a document")
    ran = library("index", "坏.docx")
    assert ran.status == 1
    assert "坏.docx" in ran.out
    assert "Traceback" not in ran.out + ran.err


def test_the_conversation_in_a_pipe_survives_a_restart(indexed, own_home):
    process = partial(start, folder=indexed, home=own_home)
    told = "今天上午在文化广场办了书画展，展出86幅\n借书证一次最多能借几册书\n"
    first = process("chat", text=told, SHIBAO_UNIT="县文化馆")
    assert (first.status, first.err) == (0, "")
    assert "已记第1条" in first.out
    assert "五册" in first.out
    second = process("chat", text="出稿\n1\n", SHIBAO_UNIT="县文化馆")
    assert second.status == 0
    assert "县文化馆" in second.out
    assert "86幅" in second.out


def test_invitations_and_people(library):
    invited = library("admin", "invite", "--unit", "县图书馆", "--role", "staff")
    assert invited.status == 0
    assert "县图书馆" in invited.out
    assert library("admin", "invite", "--unit", "县图书馆", "--role", "king").status == 1
    assert library("admin", "suspend", "nobody").status == 1
    assert library("admin", "people").status == 0


def test_the_examination_names_what_fails_and_shows_no_secret(library):
    token = "123456:AA-secret"
    ran = library("doctor", SHIBAO_TELEGRAM_TOKEN=token, SHIBAO_TELEGRAM_URL="http://127.0.0.1:9")
    assert ran.status == 1
    assert "资料库：1 份" in ran.out
    assert "✗ Telegram" in ran.out
    assert token not in ran.out + ran.err
    assert library("doctor").status == 0


def test_a_folder_in_use_gets_one_line(shibao, home):
    home.mkdir()
    with (home / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        ran = shibao("ask", "借书证一次最多能借几册书")
    assert (ran.status, ran.out) == (1, "")
    assert "正被另一个" in ran.err


def test_serving_without_a_token_names_the_setting(shibao):
    ran = shibao("serve")
    assert (ran.status, ran.out) == (1, "")
    assert "SHIBAO_TELEGRAM_TOKEN" in ran.err


def test_at_a_terminal_the_prompt_comes_first_and_the_rest_loads_behind_it(own_home):
    with Terminal("chat", home=own_home, SHIBAO_UNIT="县文化馆") as terminal:
        prompt = terminal.until("› ")
        terminal.type("今天下午在文化广场发放宣传单120份\n")
        assert terminal.until("已记第") > prompt
        terminal.type("看看记了什么\n")
        terminal.until("[1] 出稿")
        terminal.until("› ")
        terminal.type("1\n")
        terminal.until("120份")
        terminal.until("› ")
        assert terminal.end() == 0
        assert "下次接着用" in terminal.shown
        assert "Traceback" not in terminal.shown


@pytest.mark.parametrize("typed", ["", "今天下午发放宣传单120份\n"], ids=["waiting", "typed already"])
def test_at_a_terminal_a_folder_in_use_ends_the_waiting_prompt(home, typed):
    home.mkdir()
    (home / "shibao.db").touch()  # a first run would prepare the library before it prompts
    with (home / "lock").open("w") as lock, Terminal("chat", home=home) as terminal:
        fcntl.flock(lock, fcntl.LOCK_EX)
        terminal.until("› ")
        terminal.type(typed)
        terminal.until("正被另一个")
        assert terminal.process.wait(30) == 1
        assert "Traceback" not in terminal.shown
