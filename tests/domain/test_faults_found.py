"""A fault that was found is told; it corrects nothing that was said."""

from datetime import datetime

import pytest

from bot.domain.notes.note import Note
from bot.writing.offline import write_reports

NOW = datetime(2026, 11, 22, 17)


def _text(*messages: str) -> str:
    notes = [Note(text, NOW.replace(minute=n), "周敏") for n, text in enumerate(messages)]
    return " ".join(report.text for report in write_reports(notes, unit="县档案馆", now=NOW))


@pytest.mark.parametrize(
    ("messages", "kept"),
    [
        (("今天扫描做完了，一共1.2万页", "验收抽了500页，错了3页"), ("500页", "错了3页")),
        (("今天核对了200册古籍目录，错了12处，当场改了",), ("200册", "错了12处")),
        (("今天抽查台账30本，有2本填错了，退回去重填",), ("30本", "2本填错")),
        (
            ("今天给乡镇文化站长发补贴，18个站每站600块", "石桥站的账号错了没发出去，明天重新弄"),
            ("乡镇", "石桥站的账号错了"),
        ),
    ],
)
def test_what_was_wrong_is_a_finding(messages: tuple[str, ...], kept: tuple[str, ...]) -> None:
    text = _text(*messages)
    assert all(words in text for words in kept), text
    assert text.startswith("11月22日")


def test_a_wrong_figure_with_the_right_one_is_still_a_correction() -> None:
    text = _text("今天扫描做完了，一共1200页", "页数错了，是1300页")
    assert "1300页" in text
    assert "1200" not in text


@pytest.mark.parametrize("words", ["不是26个 是28个", "不是26个，是28个", "人数不是26个，是28个"])
def test_what_it_is_not_gives_way_to_what_it_is(words: str) -> None:
    text = _text("今天下午在平安社区办了剪纸课，来了26个居民", "教了4种花样", words)
    assert "28名" in text
    assert "26" not in text
