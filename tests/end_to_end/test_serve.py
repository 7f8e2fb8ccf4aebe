"""`shibao serve` as people run it: the real process, its exit status and its words to the console."""

import asyncio
import os
import re
import socket
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from bot.domain.submissions.people import Role
from bot.settings import Settings
from bot.visiting import visit
from tests.fakes.account import TOKEN
from tests.fakes.child import ROOT, real
from tests.fakes.telegram import EDITOR, STAFF, STRANGER, Telegram, buttons, running, until
from tests.reading.test_scan import page

pytestmark = pytest.mark.slow

RULE = """---
title: 样例县图书借阅办法
kind: 要点，非原文
in_force: true
---
# 样例县图书借阅办法

1. 读者每次可以借书五册，借期三十天。（来源：样例；核实：V1）
2. 图书逾期不还的，每册每天收取一角。（来源：样例；核实：V1）
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, lend_model: Callable[[Path], None]) -> Path:
    """A data folder with a small library and one colleague's pairing code beside it."""
    folder = tmp_path_factory.mktemp("bureau")
    (folder / "knowledge").mkdir()
    (folder / "knowledge" / "借阅办法.md").write_text(RULE, encoding="utf-8")
    lend_model(folder / "data")
    shibao(folder / "data", "index")
    return folder / "data"


def shibao(home: Path, *arguments: str) -> str:
    """Run a command of the command line; its output is given back."""
    env = {**os.environ, "SHIBAO_HOME": str(home), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "bot", *arguments]
    done = subprocess.run(command, cwd=home.parent, env=env, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


async def pairing_code(home: Path) -> str:
    async with visit(Settings(home=home)) as records:
        return code_in(await records.people.invite("县图书馆", Role.STAFF))


def code_in(said: str) -> str:
    found = re.search(r"\w{4}-\w{4}", said)
    assert found
    return found[0]


def photographed() -> tuple[bytes, dict[str, int]]:
    """A page as a phone sends it, with its size."""
    sheet = page()
    out = BytesIO()
    sheet.save(out, "JPEG", quality=80)
    return out.getvalue(), {"width": sheet.width, "height": sheet.height}


def megabytes(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text()
    return int(re.findall(r"VmRSS:\s+(\d+)", status)[0]) / 1e3


async def test_a_photographed_rule_is_read_answered_from_and_marked_as_recognised(home: Path) -> None:
    async with running(Telegram()) as telegram, real(home, telegram) as bot:
        await telegram.expect(telegram.say(EDITOR, await pairing_code(home)), within=10)
        photo, size = photographed()
        card = await telegram.expect(
            telegram.send(EDITOR, "photo", photo, file=size, caption="收进资料库，只给本单位看"), within=90
        )
        assert "引用前请核对" in card["text"]
        assert "只有县图书馆" in card["text"]
        assert set(buttons(card)) == {"没问题", "改"}
        changed = await telegram.expect(telegram.say(EDITOR, "这份文件的标题是云溪县免费开放办法"), within=10)
        assert "《云溪县免费开放办法》" in changed["text"]
        answer = await telegram.expect(telegram.say(EDITOR, "免费开放办法里补助每馆每年多少万元"), within=20)
        assert "20万元" in answer["text"]
        assert "扫描识别" in answer["text"]
        assert megabytes(bot.process.pid) < 500


async def test_a_day_with_the_bot_from_pairing_to_report_and_answer_over_a_restart(home: Path) -> None:
    async with running(Telegram()) as telegram, real(home, telegram) as bot:
        # The code is made while the bot runs: an administrator need not stop it.
        code = code_in(await asyncio.to_thread(shibao, home, "admin", "invite", "--unit", "县图书馆"))
        welcome = await telegram.expect(telegram.say(STRANGER, code), within=10)
        assert "县图书馆" in welcome["text"]
        kept = await telegram.expect(telegram.say(STRANGER, "今天上午在城东社区送书320册，6名志愿者参加"))
        assert "第1条" in kept["text"]
        await bot.kill()
        await bot.start()
        kept = await telegram.expect(telegram.say(STRANGER, "现场办理借书证15张"), within=10)
        assert "第2条" in kept["text"]
        draft = await telegram.expect(telegram.say(STRANGER, "写成信息"), within=10)
        assert "320册" in draft["text"]
        assert "15张" in draft["text"]
        assert re.search(r"事实 (\d+)/\1 有据 · 空话 0 · \d+ 字", draft["text"])
        assert "改短" in buttons(draft)
        file = await telegram.expect(telegram.press(STRANGER, draft, "导出Word"), "sendDocument", within=10)
        word = Document(BytesIO(telegram.assets[file["result"]["document"]["file_id"]]["data"]))
        assert any("320册" in paragraph.text for paragraph in word.paragraphs)
        answer = await telegram.expect(telegram.say(STRANGER, "一次能借几本书？"), within=20)
        assert "五册" in answer["text"]
        assert "样例县图书借阅办法" in answer["text"]
        assert await bot.stop() == 0
        assert "Traceback" not in bot.said
    log = (home / "logs" / "shibao.log").read_text(encoding="utf-8")
    assert "serve.started" in log
    for canary in (TOKEN, TOKEN.split(":")[1], "城东社区", "借几本书"):
        assert canary not in log
        assert canary not in bot.said


async def test_a_second_process_on_the_same_folder_is_refused(home: Path) -> None:
    async with running(Telegram()) as telegram, real(home, telegram), real(home, telegram) as second:
        assert second.process.returncode == 1
        assert_one_chinese_line(second.said, "正被另一个实报进程使用")
        reply = await telegram.expect(telegram.say(STAFF, "你好"))
        assert "配对码" in reply["text"]


async def test_a_wrong_token_is_said_in_one_line(home: Path) -> None:
    async with running(Telegram(token="999:another-token")) as telegram, real(home, telegram) as bot:
        assert await bot.stop() == 1
    assert_one_chinese_line(bot.said, "SHIBAO_TELEGRAM_TOKEN")


async def test_no_network_is_said_in_one_line(home: Path) -> None:
    async with real(home, Telegram(), SHIBAO_TELEGRAM_URL="http://127.0.0.1:9") as bot:
        assert await bot.stop() == 1
    assert_one_chinese_line(bot.said, "连不上 Telegram")


async def test_a_webhook_needs_a_free_port(home: Path) -> None:
    async with running(Telegram()) as telegram:
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = str(taken.getsockname()[1])
            hook = {"SHIBAO_WEBHOOK_URL": f"http://127.0.0.1:{port}/tg", "SHIBAO_WEBHOOK_PORT": port}
            async with real(home, telegram, **hook, SHIBAO_WEBHOOK_SECRET="s3cret-canary") as blocked:
                assert await blocked.stop() == 1
            assert_one_chinese_line(blocked.said, port)
            assert "s3cret-canary" not in blocked.said


async def test_sigterm_under_load_ends_calmly_and_the_rest_is_handled_after_the_next_start(
    home: Path,
) -> None:
    async with running(Telegram()) as telegram, real(home, telegram) as bot:
        await telegram.expect(telegram.say(777, await pairing_code(home)), within=10)
        for number in range(30):
            await telegram.say(777, f"上午给第{number + 1}所学校送书{number + 10}册")
        assert await bot.stop() == 0
        await bot.start()
        await until(lambda: any("第30条" in text for text in telegram.sent(777)), 30)
        numbers = [re.search(r"已记第(\d+)条", text) for text in telegram.sent(777)[1:]]
        assert [int(found[1]) for found in numbers if found] == list(range(1, 31))
        assert await bot.stop() == 0


def assert_one_chinese_line(said: str, holds: str) -> None:
    assert holds in said
    assert len(said.strip().splitlines()) == 1, said
    assert re.search(r"[\u4e00-\u9fff]", said)
    assert "Traceback" not in said
    assert TOKEN not in said
