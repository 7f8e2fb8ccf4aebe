"""A real, small and bad model over the real protocol: it writes, and nothing that it invents comes out.

Service and weights come from packages that `make test` installs; without them these tests are skipped.
"""

import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import httpx
import pytest

from bot.domain.lock.checks import check
from bot.domain.notes.note import Note
from bot.domain.talk.desk import Outgoing
from bot.domain.talk.door import Incoming
from bot.flows.draft import Drafting
from bot.flows.polish import Polishing
from bot.writing.material import gather
from bot.writing.model import EventReport, ModelWriter, Sentence, Task, faults_of
from bot.writing.offline import OfflineWriter, write_reports
from bot.writing.sections import ModelSectionWriter
from bot.writing.service import ModelService
from tests.fakes.real_model import missing
from tests.flows.conversation import conversation

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(missing()), reason=f"not installed: {', '.join(missing())}"),
]

NOW = datetime(2026, 10, 31, 17, 10)
UNIT = "县文化馆"
NOTES = (
    Note("今天上午九点在文化广场办了老年书画展，展出作品124幅", NOW),
    Note("来看的有370多人，最大的作者91岁", NOW),
)
TITLE = "县文化馆举办老年书画展"
FIRST = "10月31日上午9时，县文化馆在文化广场举办老年书画展，展出作品124幅，观众370多人，最大的作者91岁。"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    port_file = tmp_path_factory.mktemp("model") / "port"
    command = [sys.executable, "-m", "tests.fakes.real_model", str(port_file)]
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as child:
        try:
            waiting = time.monotonic() + 60
            while not (port_file.exists() and port_file.read_text()):
                assert child.poll() is None, "the model service ended"
                assert time.monotonic() < waiting, "the model service did not come up"
                time.sleep(0.1)
            yield f"http://127.0.0.1:{port_file.read_text()}/v1"
        finally:
            child.kill()


def task() -> Task:
    (material,) = gather(NOTES, NOW)
    (offline,) = write_reports(NOTES, unit=UNIT, now=NOW)
    return Task(material, offline, NOTES, UNIT, NOW, 400)


def spoken(address: str, words: str, seed: int) -> str:
    """What the model says freely, without the grammar that our own calls put on it."""
    messages = [{"role": "user", "content": words}]
    wish = {"model": "smollm2", "messages": messages, "max_tokens": 50, "temperature": 0.9, "seed": seed}
    reply = httpx.post(f"{address}/chat/completions", json=wish, timeout=100)
    return str(reply.json()["choices"][0]["message"]["content"])


def test_what_a_real_model_makes_up_does_not_pass_the_gate(address: str) -> None:
    """Whatever passes is made of the notes' own characters; and not everything may pass."""
    shown = [clause.id for clause in task().material.clauses]
    asked = ("续写：10月31日，县文化馆在文化广场举办老年书画展，", "续写：观众370多人，最大的作者91岁。现场")
    stopped = 0
    for words in asked:
        for seed in (1, 2):
            said = spoken(address, words, seed)
            sentences = [Sentence(text=text, facts=shown) for text in (FIRST, said)]
            if faults_of(EventReport(event=1, title=TITLE, sentences=sentences), task()):
                stopped += 1
            else:
                given = "".join((FIRST, TITLE, *asked, *(note.text for note in NOTES)))
                assert set(said) <= set(given + "。！\n")
    assert stopped


async def test_a_draft_with_a_real_model_holds_only_what_the_notes_hold(
    address: str, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One call without repairs: a busy machine reads the prompt at 60 tokens a second."""
    monkeypatch.setattr("bot.writing.model.REPAIRS", 0)
    caplog.set_level("INFO", "shibao")
    model = ModelWriter(ModelService(url=address, model="smollm2", deadline=120))
    result = await Drafting(OfflineWriter(), model).draft(NOTES, unit=UNIT, now=NOW)
    (report,) = result.reports
    assert "model.drafted" in caplog.text, "the model wrote, and was judged"
    assert "124幅" in report.text
    assert check(report.title, report.text, NOTES, unit=UNIT, now=NOW).passed


async def test_polishing_with_a_real_model_says_how_far_it_is_and_stops(address: str, tmp_path: Path) -> None:
    service = ModelService(url=address, model="smollm2", deadline=120)
    async with conversation(tmp_path, polishing=Polishing(ModelSectionWriter(service))) as talk:
        await talk.say("3月1日，县图书馆到城东社区送书210册，46人参加", at=NOW)
        await talk.say("6月18日，县图书馆到大岭小学送书600册，80人参加", at=NOW)
        await talk.say("起草送书一节", at=NOW)
        ours = await talk.say("成稿", at=NOW)
        buttons = {name: token for reply in talk.shown for row in reply.buttons for name, token in row}
        lines: list[str] = []

        async def show(replies: tuple[Outgoing, ...]) -> None:
            lines.extend(reply.text for reply in replies)
            talk.hearing.stops.ask(talk.person.id, "stop")

        press = Incoming("p1", "", NOW, action=buttons["让大模型润色"])
        [said] = await talk.hearing.hear(talk.person, press, show)
        assert lines == ["正在润色：已写0条，共1条。不想等就点“停”，原来的稿子不变。"]
        assert said.text == "停下了，原来的没有动。"
        await talk.hearing.hear(talk.person, Incoming("stop", "停", NOW))
        assert await talk.say("成稿", at=NOW) == ours
