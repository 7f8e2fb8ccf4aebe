"""`shibao export`: from what draft prints to files, and one Chinese line where it cannot."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

NOTES = "10月31日上午九点县文化馆在文化广场办了老年书画展，展出作品124幅，来了370多人\n"


@pytest.fixture
def drafted(shibao, tmp_path) -> Path:
    ran = shibao("draft", "--json", "--unit", "县文化馆", "--now", "2026-10-31T18:00", "-", text=NOTES)
    (tmp_path / "稿.json").write_text(ran.out, encoding="utf-8")
    return tmp_path / "稿.json"


def test_a_draft_becomes_a_signed_word_file(shibao, drafted, tmp_path):
    report = json.loads(drafted.read_text(encoding="utf-8"))["reports"][0]
    ran = shibao("export", "稿.json", "信息.docx", "--unit", "县文化馆", "--date", "2026-11-05", "--drafter", "陈建")
    assert (ran.status, ran.out) == (0, "")
    assert "已存为 信息.docx" in ran.err
    texts = [each.text for each in Document(str(tmp_path / "信息.docx")).paragraphs]
    assert texts[0].replace("\n", "") == report["title"]
    assert report["text"].splitlines()[0] in texts
    assert texts[-3:] == ["县文化馆", "2026年11月5日", "（拟稿：陈建）"]


def test_a_draft_becomes_an_issue_a_text_and_a_list(shibao, drafted, tmp_path):
    report = json.loads(drafted.read_text(encoding="utf-8"))["reports"][0]
    assert shibao("export", "稿.json", "简报.docx", "--issue", "12", "--name", "文旅简报").status == 0
    assert "第12期" in [each.text for each in Document(str(tmp_path / "简报.docx")).paragraphs]
    assert shibao("export", "稿.json", "稿.txt").status == 0
    assert (tmp_path / "稿.txt").read_text(encoding="utf-8").startswith(report["title"] + "\n")
    assert shibao("export", "稿.json", "清单.xlsx").status == 0
    rows = list(load_workbook(BytesIO((tmp_path / "清单.xlsx").read_bytes())).active.values)
    assert rows[1][2] == report["title"]


def test_a_text_with_a_title_and_a_section_are_taken_and_gaps_are_named(shibao, tmp_path):
    ran = shibao("export", "-", "节.docx", text="作风情况\n全年讲党课【待补：全年讲党课次数】次。")
    assert (ran.status, "还缺：全年讲党课次数" in ran.err) == (0, True)
    section = json.dumps({"title": "作风情况", "text": "一、会议\n全年开会12次。"}, ensure_ascii=False)
    assert shibao("export", "-", "节.docx", text=section).status == 0
    assert [each.text for each in Document(str(tmp_path / "节.docx")).paragraphs][2] == "一、会议"


@pytest.mark.parametrize(
    ("text", "target", "said"),
    [
        ("", "a.docx", "没有内容"),
        ("只有一行", "a.docx", "第一行写标题"),
        ("长" * 80 + "\n正文", "a.docx", "第一行写标题"),
        ('{"reports": [', "a.docx", "JSON 看不懂"),
        ('{"reports": []}', "a.docx", "没有稿子"),
        ('{"reports": [{"title": "", "text": "x"}]}', "a.docx", "JSON 看不懂"),
        ('{"reports": [{"title": "t", "text": 3}]}', "a.docx", "JSON 看不懂"),
        ('{"title": "t", "text": "x", "missing": 3}', "a.docx", "JSON 看不懂"),
        ("{" * 200_000, "a.docx", "JSON 看不懂"),
        ("标题\n正文", "a.png", ".docx"),
        ("标题\n正文", "nowhere/a.docx", "写不了"),
        ("标题\n正文", "folder.docx", "写不了"),
    ],
)
def test_what_cannot_be_served_is_said_in_one_line_and_leaves_no_file(shibao, tmp_path, text, target, said):
    (tmp_path / "folder.docx").mkdir()
    ran = shibao("export", "-", target, text=text)
    assert (ran.status, ran.out) == (1, "")
    assert len(ran.err.strip().splitlines()) == 1
    assert said in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["folder.docx"]


def test_wrong_options_and_the_source_as_target_are_refused(shibao, tmp_path):
    (tmp_path / "稿.txt").write_text("标题\n正文。", encoding="utf-8")
    assert "--date" in shibao("export", "稿.txt", "a.docx", "--date", "昨天").err
    assert shibao("export", "稿.txt", "a.docx", "--issue", "0").status == 2
    assert shibao("export", "稿.txt").status == 2
    assert shibao("export", "稿.txt", "./稿.txt").status == 1
    assert (tmp_path / "稿.txt").read_text(encoding="utf-8") == "标题\n正文。"


def test_pdf_without_libreoffice_says_what_to_do(shibao, tmp_path):
    ran = shibao("export", "-", "a.pdf", text="标题\n正文。", PATH=str(tmp_path))
    assert (ran.status, "LibreOffice" in ran.err) == (1, True)
