"""Plain text for pasting."""

from bot.domain.submissions.enclosures import Article, Imprint
from bot.export import plain
from tests.export.conftest import IMPRINT


def test_a_report_reads_from_title_to_signature():
    text = plain.write([Article("办展", "展出124幅.\n观众370人。")], IMPRINT)
    assert text == (
        "办展\n\n　　展出124幅。\n　　观众370人。\n\n云溪县文化和旅游局\n2026年11月5日\n（拟稿：陈建　审核：李萍）\n"
    )


def test_reports_stand_apart_and_unsigned_ones_end_with_their_text():
    two = [Article("甲", "甲文。"), Article("乙", "乙文。")]
    assert plain.write(two, Imprint()) == "甲\n\n　　甲文。\n\n\n乙\n\n　　乙文。\n"
