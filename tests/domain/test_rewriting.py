"""What an editor's words do to a report, and which clauses of the result rest on no note."""

from datetime import datetime

import pytest

from bot.domain.notes.note import Note
from bot.domain.submissions.submission import Frozen
from bot.domain.talk.revision import Words
from bot.domain.talk.rewriting import Wish, lock, read
from bot.errors import InputError

AT = datetime(2026, 11, 20, 16, 0)
FIRST, SECOND = "11月20日上午，县图书馆在城东社区开展送书下乡活动，送书320册。", "6名志愿者参加，现场办理借书证15张。"
NOW = Words("县图书馆在城东社区送书下乡", FIRST + SECOND)
NOTES = (Note("今天上午在城东社区开展送书下乡活动，送书320册", AT), Note("6名志愿者参加，现场办理借书证15张", AT))
HANDED_IN = Frozen(NOW.title, NOW.text, "县图书馆", "小李", "", "", AT, "")
SHORTER = "11月20日上午，县图书馆到城东社区送书320册。"


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("把320改成302", FIRST.replace("320", "302") + SECOND),
        ("不是320，是302", FIRST.replace("320", "302") + SECOND),
        ("第2句删掉", FIRST),
        (f"第一句改成：{SHORTER}", SHORTER + SECOND),
        (f"第一句话太啰嗦，改成：{SHORTER}", SHORTER + SECOND),
        ("把最后一句换成现场办理借书证15张", FIRST + "现场办理借书证15张。"),
        ("加一句：县文旅局副局长张明到场", FIRST + SECOND + "县文旅局副局长张明到场。"),
        (f"全文改成：{SHORTER}", SHORTER),
        (f"{SHORTER}6名志愿者参加。", f"{SHORTER}6名志愿者参加。"),
    ],
)
def test_words_change_the_text(words: str, text: str) -> None:
    assert read(words, NOW) == Words(NOW.title, text, swapped=("320", "302") if "302" in text else None)


def test_a_pasted_text_may_bring_its_title() -> None:
    assert read(f"标题：城东社区送书\n{FIRST}\n{SECOND}", NOW) == Words("城东社区送书", f"{FIRST}\n{SECOND}")


@pytest.mark.parametrize(
    ("words", "wish"),
    [("存好", Wish.SAVE), ("改完了", Wish.SAVE), ("不改了", Wish.DROP), ("先不改了", Wish.DROP), ("撤销", Wish.UNDO)],
)
def test_words_that_keep_leave_or_step_back(words: str, wish: Wish) -> None:
    assert read(words, NOW) is wish


@pytest.mark.parametrize("words", ["公务接待能上酒吗", "这个月我们报了几条", "谢谢", "待审的"])
def test_other_business_is_left_to_others(words: str) -> None:
    assert read(words, NOW) is None


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("写得不太好", "没听懂"),
        ("第9句改成现场办理借书证15张", "只有2句"),
        ("现场办理借书证15张，还在城东社区发了宣传单和借书指南", "短很多"),
        ("把999改成1", "没有“999”"),
        (FIRST * 120 + SECOND, "太长"),
    ],
)
def test_what_cannot_be_done_is_said(words: str, why: str) -> None:
    with pytest.raises(InputError, match=why):
        read(words, NOW)


@pytest.mark.parametrize(
    ("text", "added"),
    [
        (FIRST, ()),
        ("11月20日，县图书馆到城东社区送书下乡，送书320册，6名志愿者现场办理借书证15张。", ()),
        (FIRST.replace("320", "302"), ("送书302册",)),
        (FIRST + "县文旅局副局长张明到场。", ("县文旅局副局长张明到场",)),
        (FIRST + "志愿者为老年读者讲解手机操作方法。", ("志愿者为老年读者讲解手机操作方法",)),
        (FIRST.replace("20日", "21日"), ("11月21日上午",)),
    ],
)
def test_clauses_that_rest_on_no_note_are_named(text: str, added: tuple[str, ...]) -> None:
    assert lock(Words(NOW.title, text), NOTES, HANDED_IN).added == added
