"""Text made ready for print: levels, punctuation, and where titles break."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.export.titles import broken
from bot.export.typeset import Block, blocks, half_widths, tidy


@pytest.mark.parametrize(
    ("line", "block"),
    [
        ("一、办展情况", Block(1, "一、办展情况", "")),
        ("十二. 办展情况", Block(1, "十二、办展情况", "")),
        ("(三)、现场", Block(2, "（三）现场", "")),
        ("2、布展", Block(3, "2.布展", "")),
        ("(4)展板36块", Block(4, "（4）展板36块", "")),
        ("一、二年级学生参加。", Block(0, "", "一、二年级学生参加。")),
        ("1.5万元已到位。", Block(0, "", "1.5万元已到位。")),
        ("2026年展出。", Block(0, "", "2026年展出。")),
        ("一、办展。展出124幅。", Block(1, "一、办展。", "展出124幅。")),
    ],
)
def test_a_paragraph_has_the_level_of_its_ordinal(line, block):
    assert blocks(line) == (block,)


def test_a_numbered_sentence_too_long_for_a_heading_is_plain_text():
    line = "一、" + "今年以来办展十二场，" * 6 + "效果清楚。"
    assert blocks(line) == (Block(0, "", line),)


def test_empty_lines_make_no_paragraphs():
    assert [block.rest for block in blocks("甲。\n\n  \r\n\u2028乙。\n")] == ["甲。", "乙。"]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("展出作品124幅,观众370人;反响:好.", "展出作品124幅，观众370人；反响：好。"),
        ("现场 办展 124 幅", "现场办展 124 幅"),
        ('他说"好",就走了', "他说“好”，就走了"),
        ('尺寸"大', '尺寸"大'),
        ("(县文化馆)供稿(A4)", "（县文化馆）供稿(A4)"),
        ("比分3:2,金额1,200元", "比分3:2,金额1,200元"),
        ("网址http://a.cn/b,c", "网址http://a.cn/b,c"),
    ],
)
def test_punctuation_after_chinese_is_chinese_and_figures_stay(typed, printed):
    assert tidy(typed) == printed


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_tidying_twice_changes_nothing_more_and_no_letter_or_figure_is_lost(text):
    line = text.replace("\n", " ")
    once = tidy(line)
    assert tidy(once) == once
    kept = [char for char in line if char.isalnum()]
    assert [char for char in once if char.isalnum()] == kept


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("县文化馆举办老年书画展", 1),
        ("云溪县文化和旅游局在文化广场举办2026年老年书画展并为镇敬老院筹款", 2),
        ("县图书馆联合第二小学开展“书香进校园”主题读书活动并捐赠图书320册", 2),
    ],
)
def test_a_long_title_breaks_into_even_lines_that_fit(title, lines):
    made = broken(title, 20)
    assert len(made) == lines
    assert "".join(made) == title
    widths = [half_widths(line) for line in made]
    assert max(widths) <= 40
    assert max(widths) - min(widths) <= 12


def test_no_break_stands_inside_a_name_in_brackets_or_a_figure():
    title = "县图书馆组织干部学习《关于进一步精简文件改进会风的若干规定》并清理报表31张"
    assert all(line.count("《") == line.count("》") for line in broken(title, 28))
    assert all(not line.startswith(("1", "张")) for line in broken(title, 28))
