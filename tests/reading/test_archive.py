"""zip archives and OFD files, as sent and as forged."""

import zipfile
from pathlib import Path

import pytest

from bot.errors import UnreadableFile
from bot.reading.archive import unpack
from bot.reading.reader import FileReader
from tests.flows.library import opened


def packed(path: Path, entries: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return path


def test_files_are_laid_out_under_safe_names(tmp_path: Path) -> None:
    entries = {"文件/甲.txt": b"1", "乙/甲.txt": b"2", "__MACOSX/x": b"", "文件/.DS_Store": b"", "文件/~$甲.docx": b""}
    (tmp_path / "to").mkdir()
    found = unpack(packed(tmp_path / "a.zip", entries), tmp_path / "to")
    assert [(file.name, file.read_bytes()) for file in found] == [("甲.txt", b"1"), ("甲.txt", b"2")]
    assert all(file.is_relative_to(tmp_path / "to") for file in found)


def test_names_written_by_chinese_windows_are_understood(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", {"xxxx.txt": b"1"})
    path.write_bytes(path.read_bytes().replace(b"xxxx.txt", "规定".encode("gbk") + b".txt"))
    (tmp_path / "to").mkdir()
    assert [file.name for file in unpack(path, tmp_path / "to")] == ["规定.txt"]


@pytest.mark.parametrize(
    ("entries", "reason"),
    [
        ({"../../etc/cron.d/x": b"1"}, "外面的路径"),
        ({"/etc/passwd": b"1"}, "外面的路径"),
        ({"..\\x.txt": b"1"}, "外面的路径"),
        ({"C:/x.txt": b"1"}, "外面的路径"),
        ({"a.txt": b"0" * 20_000_000}, "压缩炸弹"),
        ({f"{n}.txt": b"1" for n in range(201)}, "201 个文件"),
        ({}, "空的"),
    ],
)
def test_a_forged_archive_is_refused_unopened(tmp_path: Path, entries: dict[str, bytes], reason: str) -> None:
    (tmp_path / "to").mkdir()
    with pytest.raises(UnreadableFile, match=reason):
        unpack(packed(tmp_path / "a.zip", entries), tmp_path / "to")
    assert list((tmp_path / "to").iterdir()) == []


@pytest.mark.slow
async def test_an_archive_is_indexed_file_by_file_and_follows_what_is_in_it(tmp_path: Path) -> None:
    rules = {"甲办法.txt": "第一条 借书五册。", "乙办法.md": "第一条 还书三十天。", "丙.zip": "PK"}
    path = packed(tmp_path / "规定.zip", {name: text.encode() for name, text in rules.items()})
    async with opened(tmp_path / "home") as library:
        counts = await library.ingesting.index([path])
        assert (counts.added, [name for name, _ in counts.failed]) == (2, ["丙.zip"])
        assert "又有压缩包" in counts.failed[0][1]
        assert (await library.ingesting.index([path])).unchanged == 2
        packed(path, {"甲办法.txt": "第一条 借书六册。".encode()})
        again = await library.ingesting.index([path])
        assert (again.changed, again.removed) == (1, 1)
        path.write_bytes(b"PK\x03\x04 broken")
        assert (await library.ingesting.index([path])).removed == 0


@pytest.mark.slow
async def test_the_text_of_an_ofd_page_comes_in_the_order_of_reading(tmp_path: Path) -> None:
    space = 'xmlns:ofd="http://www.ofdspec.org/2016"'

    def shown(x: float, y: float, text: str) -> str:
        code = f'<ofd:TextCode X="0" Y="4">{text}</ofd:TextCode>'
        return f'<ofd:TextObject Boundary="{x} {y} 100 5">{code}</ofd:TextObject>'

    first = shown(20, 40, "第二条 还书三十天。") + shown(60, 30, "借书五册。") + shown(20, 30, "第一条 ")
    bodies = (first, shown(20, 30, "第三条 逾期停借。"))
    entries = {
        f"Doc_0/Pages/Page_{number}/Content.xml": f"<ofd:Page {space}>{body}</ofd:Page>".encode()
        for number, body in enumerate(bodies)
    }
    read = await FileReader().read(packed(tmp_path / "a.ofd", {"OFD.xml": b"<o/>", **entries}))
    assert [(line.text, line.page) for line in read.lines] == [
        ("第一条 借书五册。", 1),
        ("第二条 还书三十天。", 1),
        ("第三条 逾期停借。", 2),
    ]
