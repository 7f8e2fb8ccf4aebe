"""Names of files that people send are safe to store and to show."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.documents import MAX_NAME_BYTES, safe_name


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("接待规定.docx", "接待规定.docx"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\windows\\规定.pdf", "规定.pdf"),
        ("/abs/规定.pdf", "规定.pdf"),
        ("规\u202e定fdp.exe", "规定fdp.exe"),
        ("a\x00b\nc.txt", "abc.txt"),
        ("-rf.txt", "rf.txt"),
        (".hidden", "hidden"),
        ("...", "文件"),
        ("", "文件"),
        ("甲" * 300 + ".pdf", "甲" * 53 + ".pdf"),
    ],
)
def test_a_name_is_made_safe(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@given(st.text(st.sampled_from('甲aZ./\\:*?"<>|\x00\n\u202e\u200b- 😀'), max_size=90))
def test_no_name_leaves_the_folder_or_hides_its_direction(name: str) -> None:
    safe = safe_name(name)
    assert 0 < len(safe.encode()) <= MAX_NAME_BYTES
    assert safe not in (".", "..")
    assert not set(safe) & set('/\\<>:"|?*')
    assert not safe.startswith((".", "-"))
    assert all(unicodedata.category(char)[0] != "C" for char in safe)
