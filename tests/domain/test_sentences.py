"""Sentences and clauses with exact offsets."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.language.sentences import clauses, split


def test_quotes_stay_whole_and_line_breaks_end_a_sentence() -> None:
    said = "李大爷说“好看。真好！”，走了。"
    assert [s.text for s in split(f"{said}\n二、问题")] == [said, "二、问题"]


def test_a_speech_after_a_colon_ends_its_sentence() -> None:
    assert [s.text for s in split("他说：“够了。”10月1日开工。")] == ["他说：“够了。”", "10月1日开工。"]


def test_an_unclosed_quote_swallows_nothing() -> None:
    assert [s.text for s in split("开展“清风行动。10月1日开工。")] == ["开展“清风行动。", "10月1日开工。"]


def test_a_comma_in_a_figure_or_a_title_parts_nothing() -> None:
    assert [c.text for c in clauses("投入3,200元，印发《会风、文风规定，试行》，9:30开会。")] == [
        "投入3,200元，",
        "印发《会风、文风规定，试行》，",
        "9:30开会。",
    ]


@given(st.text(alphabet="甲乙1，。；！？“”《》（）\n 、：…", max_size=60))
def test_pieces_stand_where_they_say_and_lose_nothing(text: str) -> None:
    for pieces in (split(text), clauses(text)):
        assert all(text[p.start : p.end] == p.text for p in pieces)
        assert "".join("".join(p.text.split()) for p in pieces) == "".join(text.split())
        assert all(a.end <= b.start for a, b in pairwise(pieces))
