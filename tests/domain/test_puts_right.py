"""Whether a correction changes what the notes before it tell: only then is it said to have put something right."""

from datetime import datetime

import pytest

from bot.domain.notes.corrections import puts_right
from bot.domain.notes.note import Note

NOW = datetime(2026, 6, 17, 18)
DAY = ["上午在城关小学办剪纸课，来了45个孩子", "馆里去了3个老师"]


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("更正，不是45个，是54个", True),
        ("上一条不算", True),
        ("不对，研修班改到10月了", False),
        ("你说的不对，应该是八查", False),
    ],
)
def test_only_what_changes_an_earlier_note_puts_right(said, right):
    notes = [Note(text, NOW.replace(hour=9 + n), "王敏") for n, text in enumerate([*DAY, said])]
    assert puts_right(notes, NOW) is right
