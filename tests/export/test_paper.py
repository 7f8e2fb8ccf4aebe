"""The attachment's name is safe on every system."""

import pytest

from bot.domain.submissions.enclosures import Article, Imprint, Paper
from bot.export.paper import printed


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("县图书馆送书320册", "县图书馆送书320册.docx"),
        ("../../etc/passwd", "etcpasswd.docx"),
        ('送书\u202e"进/校:园"?\n', "送书“进校：园”？.docx"),
        ("...", "信息.docx"),
        ("长" * 90, "长" * 40 + ".docx"),
    ],
)
def test_a_title_becomes_a_file_name(title, name):
    assert printed(Paper(Article(title, "正文。"), Imprint()))[0] == name
