"""Files as colleagues send them, whole, broken and hostile."""

import os
import shutil
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest

from bot.domain.library.clauses import Line
from bot.errors import UnreadableFile
from bot.reading.gate import admit
from bot.reading.pdf import join_wrapped, undouble
from bot.reading.plain import read_plain
from bot.reading.reader import FileReader
from tests.fakes.pdf import pdf_of


async def test_text_is_read_in_the_encodings_of_chinese_windows(tmp_path: Path) -> None:
    for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16"):
        (tmp_path / "a.txt").write_bytes("第一条 借书。\r\n\r\n第二条 还书。".encode(encoding))
        read = await FileReader().read(tmp_path / "a.txt")
        assert [line.text for line in read.lines] == ["第一条 借书。", "第二条 还书。"]


def test_front_matter_is_taken_off_and_hidden_characters_are_dropped(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: 甲\nin_force: false\n---\n正\u200b文\u202e。<!-- 藏 -->\n", "utf-8")
    read = read_plain(tmp_path / "a.md")
    assert read.meta == {"title": "甲", "in_force": False}
    assert [line.text for line in read.lines] == ["正文。"]


@pytest.mark.slow
async def test_a_word_file_gives_paragraphs_headings_and_table_rows(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("借阅", 1)
    document.add_paragraph("一、每人限借五册。")
    table = document.add_table(2, 2)
    for cell, text in zip([c for row in table.rows for c in row.cells], ["馆", "电话", "县图书馆", "无"], strict=True):
        cell.text = text
    document.save(str(tmp_path / "a.docx"))
    read = await FileReader().read(tmp_path / "a.docx")
    assert [line.text for line in read.lines] == ["## 借阅", "一、每人限借五册。", "馆：县图书馆；电话：无"]


@pytest.mark.slow
async def test_a_pdf_gives_its_text_with_page_numbers(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf_of([["第一条 每人限借五册，借期三十日。"], ["第二条 逾期不还的，暂停借阅。"]]))
    read = await FileReader().read(tmp_path / "a.pdf")
    assert [(line.text, line.page) for line in read.lines] == [
        ("第一条 每人限借五册，借期三十日。", 1),
        ("第二条 逾期不还的，暂停借阅。", 2),
    ]


def test_wrapped_lines_are_joined_and_fake_bold_is_halved() -> None:
    wrapped = (
        Line("第一条 每人限借五册，借期三十"),
        Line("日。"),
        Line("第二条 逾期不还的，暂停"),
        Line("借阅。"),
    )
    assert [line.text for line in join_wrapped(wrapped)] == [
        "第一条 每人限借五册，借期三十日。",
        "第二条 逾期不还的，暂停借阅。",
    ]
    last = (Line("各单位："), Line("为规范免费开放工作，制定本办法。"))
    title = (Line("关于印发《云溪县"), Line("场馆办法》的通知"), *last)
    assert [line.text for line in join_wrapped(title)][:2] == ["关于印发《云溪县场馆办法》的通知", "各单位："]
    assert undouble("通通知知事事项项") == "通知事项"
    assert undouble("天天向上好好学习") == "天天向上好好学习"
    assert undouble("（（一一））加加强强领领导导。各单位要落实") == "（一）加强领导。各单位要落实"
    assert undouble("电话1122334455667788") == "电话1122334455667788"


def refused(path: Path) -> str:
    with pytest.raises(UnreadableFile) as caught:
        admit(path)
    return caught.value.user_message


def test_what_a_file_is_is_decided_by_its_content(tmp_path: Path) -> None:
    cases = {
        "a.pdf": (b"<html></html>", "不是 PDF"),
        "a.txt": (b"PK\x03\x04abc", "不是文本"),
        "a.docx": (b"%PDF-1.4", "已损坏"),
        "b.docx": (b"\xd0\xcf\x11\xe0aaaa", "密码"),
        "d.exe": (b"MZ", "不认识"),
        "e.md": (b"", "空的"),
    }
    for name, (content, reason) in cases.items():
        (tmp_path / name).write_bytes(content)
        assert reason in refused(tmp_path / name), name


def test_a_word_file_with_macros_or_of_absurd_size_is_refused_unopened(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "macro.docx", "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
        archive.writestr("word/vbaProject.bin", b"x")
    with zipfile.ZipFile(tmp_path / "bomb.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 49_000_000)
    assert "宏" in refused(tmp_path / "macro.docx")
    assert "压缩" in refused(tmp_path / "bomb.docx")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_rights_is_a_clear_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("甲")
    (tmp_path / "a.txt").chmod(0)
    assert "权限" in refused(tmp_path / "a.txt")


@pytest.mark.slow
async def test_broken_and_encrypted_files_are_clear_lines_and_the_parent_lives(tmp_path: Path) -> None:
    whole = pdf_of([["第一条 每人限借五册，借期三十日。"]])
    (tmp_path / "cut.pdf").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "scan.pdf").write_bytes(pdf_of([[]]))
    document = docx.Document()
    document.add_paragraph("甲")
    document.save(str(tmp_path / "a.docx"))
    content = (tmp_path / "a.docx").read_bytes()
    with zipfile.ZipFile(tmp_path / "xml.docx", "w") as archive:
        for entry in zipfile.ZipFile(tmp_path / "a.docx").infolist():
            body = zipfile.ZipFile(tmp_path / "a.docx").read(entry)
            archive.writestr(entry, b"<broken" if entry.filename == "word/document.xml" else body)
    (tmp_path / "cut.docx").write_bytes(content[: len(content) - 200])
    for name in ("cut.pdf", "scan.pdf", "xml.docx", "cut.docx"):
        with pytest.raises(UnreadableFile) as caught:
            await FileReader().read(tmp_path / name)
        assert any("㐀" <= char <= "鿿" for char in caught.value.user_message)
        assert "Traceback" not in caught.value.user_message


async def test_a_web_page_gives_its_text_without_scripts(tmp_path: Path) -> None:
    page = "<html><script>alert(1)</script><h2>借阅</h2><p>每人限借<b>五册</b>。</p><li>一个月内归还</li></html>"
    (tmp_path / "a.html").write_text(page, "utf-8")
    read = await FileReader().read(tmp_path / "a.html")
    assert [line.text for line in read.lines] == ["## 借阅", "每人限借五册。", "一个月内归还"]


async def test_a_table_of_a_page_keeps_its_header_and_the_page_its_own_title(tmp_path: Path) -> None:
    table = "<table><tr><th>景区</th><th>承载量</th></tr><tr><td>青龙峡</td><td>12000</td></tr></table>"
    placing = f"<table><tr><td><p>甲。</p><p>乙。</p>{table}</td><td>丙</td></tr></table>"
    spanned = (
        "<table><tr><td>级</td><td>元</td></tr><tr><td rowspan=2>甲</td><td>3</td></tr><tr><td>5</td></tr></table>"
    )
    head = "<title>某县人民政府门户网站</title><h1>关于安全的通知</h1>"
    (tmp_path / "a.html").write_text(head + table + placing + spanned, "utf-8")
    (tmp_path / "b.html").write_text("<title>关于值班的通知_某县人民政府</title><p>甲。</p>", "utf-8")
    read = await FileReader().read(tmp_path / "a.html")
    row = "景区：青龙峡；承载量：12000"
    told = ["# 关于安全的通知", row, "甲。", "乙。", row, "丙", "级 元", "甲 3", "5"]
    assert (read.meta, [line.text for line in read.lines]) == ({"title": "关于安全的通知"}, told)
    assert (await FileReader().read(tmp_path / "b.html")).meta == {"title": "关于值班的通知"}


async def test_a_table_is_told_row_by_row_with_its_columns(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("馆,开放时间\n县图书馆,9:00-17:00\n文化馆,\n", "gb18030")
    read = await FileReader().read(tmp_path / "a.csv")
    assert [line.text for line in read.lines] == ["馆：县图书馆；开放时间：9:00-17:00", "馆：文化馆"]


@pytest.mark.slow
async def test_a_stray_cell_far_away_and_one_beyond_the_header_are_read_too(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (("馆名", "开放时间"), ("县图书馆", "9:00—17:00", "周一闭馆")):
        book.active.append(row)
    book.active["XFD1048576"] = "完"
    book.save(tmp_path / "a.xlsx")
    read = await FileReader().read(tmp_path / "a.xlsx")
    assert [line.text for line in read.lines[-2:]] == ["馆名：县图书馆；开放时间：9:00—17:00；周一闭馆", "完"]


@pytest.mark.slow
async def test_workbooks_and_slides_are_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "补助"
    for row in (["项目", "标准"], ["伙食", 100.0], ["交通", 80]):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    read = await FileReader().read(tmp_path / "a.xlsx")
    assert [line.text for line in read.lines] == ["## 补助", "项目：伙食；标准：100", "项目：交通；标准：80"]
    assert read.meta == {"title": "a"}
    book.active.insert_rows(1)
    book.active["A1"] = "2025年补助标准表"
    book.save(tmp_path / "b.xlsx")
    shutil.move(tmp_path / "b.xlsx", tmp_path / "b.xls")  # under an old ending it is read all the same
    assert (await FileReader().read(tmp_path / "b.xls")).meta == {"title": "2025年补助标准表"}

    space = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    with zipfile.ZipFile(tmp_path / "a.pptx", "w") as archive:
        archive.writestr("ppt/presentation.xml", "<p/>")
        for number, text in ((2, "第二页"), (1, "第一页"), (10, "第十页")):
            archive.writestr(f"ppt/slides/slide{number}.xml", f"<s {space}><a:p><a:t>{text}</a:t></a:p></s>")
    slides = await FileReader().read(tmp_path / "a.pptx")
    assert [(line.text, line.page) for line in slides.lines] == [("第一页", 1), ("第二页", 2), ("第十页", 10)]


@pytest.mark.slow
async def test_a_document_that_names_foreign_files_reads_none_of_them(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("绝不能读到")
    space = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    evil = f'<!DOCTYPE s [<!ENTITY x SYSTEM "file://{tmp_path}/secret.txt">]><s {space}><a:p><a:t>甲&x;</a:t></a:p></s>'
    with zipfile.ZipFile(tmp_path / "a.pptx", "w") as archive:
        archive.writestr("ppt/presentation.xml", "<p/>")
        archive.writestr("ppt/slides/slide1.xml", evil)
    read = await FileReader().read(tmp_path / "a.pptx")
    assert [line.text for line in read.lines] == ["甲"]


async def test_what_is_not_an_old_office_file_is_not_given_to_libreoffice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.reading.legacy.shutil.which", lambda name: "/bin/true")
    contents = {"a.doc": b"MZ" + b"x" * 99, "b.wps": b"\xd0\xcf\x11\xe0xxxx", "c.doc": b"", "d.rtf": b"{\\rtf1 x}"}
    reasons = {"a.doc": "不是 .doc", "b.wps": "不是 .wps", "c.doc": "空的", "d.rtf": "转换失败"}
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(UnreadableFile, match=reasons[name]):
            await FileReader().read(tmp_path / name)


@pytest.mark.skipif(shutil.which("soffice") is not None, reason="LibreOffice would convert it")
async def test_an_old_format_is_a_clear_line_without_libreoffice(tmp_path: Path) -> None:
    (tmp_path / "a.wps").write_bytes(b"\xd0\xcf\x11\xe0")
    with pytest.raises(UnreadableFile, match="另存为"):
        await FileReader().read(tmp_path / "a.wps")


async def test_the_parts_of_a_column_are_named_with_it_and_a_note_is_no_row(tmp_path: Path) -> None:
    over = "馆,平日,,周末,\n,成人,学生,成人,学生\n县图书馆,3,1,5,2\n文化馆,4,,,\n注：节日免费,,,,\n"
    merged = over.replace("平日,,周末,\n,", "平日,平日,周末,周末\n馆,")
    for table in (over, merged):
        (tmp_path / "a.csv").write_text(table, "utf-8")
        assert [line.text for line in (await FileReader().read(tmp_path / "a.csv")).lines] == [
            "馆：县图书馆；平日成人：3；平日学生：1；周末成人：5；周末学生：2",
            "馆：文化馆；平日成人：4",
            "注：节日免费",
        ]
