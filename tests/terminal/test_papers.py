"""In the terminal a file is kept in the data folder, and the reply says where."""

from datetime import datetime

from docx import Document

from bot import doors, log, settings
from bot.domain.talk.door import Incoming

NOTE = "今天上午九点在文化广场办了老年书画展，展出作品124幅，来了370多人"


async def test_an_exported_draft_lies_where_the_reply_says(tmp_path, monkeypatch):
    monkeypatch.setenv("SHIBAO_HOME", str(tmp_path / "home"))
    async with doors.open_terminal(settings.load()) as brain:
        person = await brain.person()
        for n, text in enumerate((NOTE, "出稿", "导出Word")):
            replies = await brain.hear(person, Incoming(f"t:{n}", text, datetime(2026, 10, 31, 18)))
    log.stop()
    path = replies[0].text.rpartition("已存到 ")[2]
    assert path.startswith(str(tmp_path / "home" / "exports"))
    assert "124幅" in "".join(each.text for each in Document(path).paragraphs)
