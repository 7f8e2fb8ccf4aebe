"""Scanned pages and photographs, whose words are recognised."""

import io
from pathlib import Path

import manimgx_fonts_cjk
import numpy as np
import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont

from bot.errors import UnreadableFile
from bot.reading.areas import components
from bot.reading.ocr import Box, rows_of
from bot.reading.reader import FileReader
from bot.reading.scan import full_width
from bot.reading.seals import without_seals
from bot.telegram.documents import bound
from tests.fakes.pdf import pdf_of

FONT = next(Path(manimgx_fonts_cjk.__file__).parent.rglob("*.[ot]t[fc]"))
WORDS = (
    "云文旅发〔2025〕17号",
    "第一条 县图书馆每周开放时间不少于56小时，周末和节",
    "假日应当开放。",
    "第二条 补助每馆每年20万元，专款专用。",
)


def page(size: int = 36) -> Image.Image:
    """A sheet as a scanner sees it."""
    sheet = Image.new("RGB", (1100, 500), "white")
    draw = ImageDraw.Draw(sheet)
    for number, line in enumerate(WORDS):
        draw.text((80, 60 + number * 80), line, fill=(30, 30, 30), font=ImageFont.truetype(str(FONT), size))
    return sheet


RED = (215, 35, 35)


def under_seal(sheet: Image.Image, middle: tuple[int, int], size: int) -> Image.Image:
    """The sheet with a red ring and a star over what is printed there."""
    ink = Image.new("RGB", sheet.size, "white")
    draw = ImageDraw.Draw(ink)
    x, y, radius = *middle, size // 2
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), outline=RED, width=9)
    draw.regular_polygon((x, y, radius // 4), 5, rotation=36, fill=RED)
    draw.text((x - radius // 2, y - radius // 2), "云溪县图书馆", fill=RED, font=ImageFont.truetype(str(FONT), 30))
    return ImageChops.multiply(sheet, ink)


@pytest.mark.slow
async def test_a_scan_lying_on_its_side_is_read_and_says_that_it_was_recognised(tmp_path: Path) -> None:
    page().rotate(90, expand=True).save(tmp_path / "a.pdf", resolution=150)
    read = await FileReader().read(tmp_path / "a.pdf")
    assert [line.text.replace(" ", "") for line in read.lines] == [
        "云文旅发〔2025〕17号",
        "第一条县图书馆每周开放时间不少于56小时，周末和节假日应当开放。",
        "第二条补助每馆每年20万元，专款专用。",
    ]
    assert {line.page for line in read.lines} == {1}
    assert read.scanned


@pytest.mark.slow
async def test_a_crooked_photo_on_grey_paper_is_straightened_and_read(tmp_path: Path) -> None:
    crooked = np.asarray(page().rotate(3, expand=True, fillcolor="white", resample=2), np.float32)
    shade = np.linspace(0.45, 0.75, crooked.shape[1])[None, :, None]
    grain = np.random.default_rng(7).normal(0, 16, crooked.shape)
    photo = np.clip(crooked * shade + grain, 0, 255).astype(np.uint8)
    Image.fromarray(photo).save(tmp_path / "a.jpg", quality=45)
    read = await FileReader().read(tmp_path / "a.jpg")
    told = "".join(line.text for line in read.lines).replace(" ", "")
    assert "不少于56小时，周末和节假日应当开放。" in told
    assert "补助每馆每年20万元" in told


@pytest.mark.slow
async def test_a_date_below_a_seal_is_read_and_the_seal_is_not(tmp_path: Path) -> None:
    sealed = under_seal(page(), (220, 330), 300)
    draw = ImageDraw.Draw(sealed)
    draw.text((80, 8), "云溪县文化和旅游局文件", fill=RED, font=ImageFont.truetype(str(FONT), 44))
    sealed.save(tmp_path / "a.jpg", quality=70)
    read = await FileReader().read(tmp_path / "a.jpg")
    told = [line.text.replace(" ", "") for line in read.lines]
    assert told[0] == "云溪县文化和旅游局文件"
    assert told[-1] == "第二条补助每馆每年20万元，专款专用。"
    assert len(told) == 4


def test_ink_inside_a_ring_is_taken_off_and_all_else_red_stays() -> None:
    sheet = Image.new("RGB", (1240, 1100), "white")
    draw = ImageDraw.Draw(sheet)
    draw.rectangle((100, 60, 1100, 64), fill=RED)
    draw.rectangle((100, 100, 450, 400), outline=RED, width=6)
    draw.ellipse((700, 100, 960, 360), fill=RED)
    assert without_seals(sheet) is sheet
    draw.line((500, 760, 900, 760), fill=(30, 30, 30), width=6)
    before, after = np.asarray(sheet).astype(int), np.asarray(without_seals(under_seal(sheet, (700, 760), 320)))
    assert np.abs(after.astype(int) - before).max() <= 6


@pytest.mark.slow
async def test_the_photos_of_a_message_are_the_pages_of_one_document(tmp_path: Path) -> None:
    photos = []
    for cut in (page().crop((0, 0, 1100, 200)), page().crop((0, 190, 1100, 500))):
        out = io.BytesIO()
        cut.save(out, "JPEG", quality=80)
        photos.append((out.getvalue(), *cut.size))
    (tmp_path / "a.pdf").write_bytes(bound(photos))
    read = await FileReader().read(tmp_path / "a.pdf")
    assert [line.page for line in read.lines] == [1, 1, 2]
    assert "节假日应当开放" in read.lines[1].text


@pytest.mark.slow
async def test_a_page_of_noise_in_the_text_layer_is_looked_at(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf_of([["\ue001\ue002\ue003\ue004\ue005\ue006\ue007" * 3]]))
    with pytest.raises(UnreadableFile, match="没认出文字"):
        await FileReader().read(tmp_path / "a.pdf")


async def test_without_the_package_there_is_a_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.reading.ocr.find_spec", lambda name: None)
    from bot.reading.ocr import Recogniser

    with pytest.raises(UnreadableFile, match="文字识别组件"):
        Recogniser()


def test_areas_that_touch_are_one() -> None:
    drawn = ("##..#", "..#.#", ".##.#", "#....", "#.###")
    mask = np.array([[char == "#" for char in row] for row in drawn])
    sizes = sorted(len(rows) for rows, _ in components(mask))
    assert sizes == [2, 2, 3, 3, 3]


def test_pieces_beside_each_other_are_one_line() -> None:
    found = [(Box(300, 12, 400, 40), "右"), (Box(0, 10, 200, 42), "左"), (Box(0, 60, 200, 90), "下")]
    assert rows_of(found) == ["左 右", "下"]


def test_narrow_stops_between_chinese_are_widened() -> None:
    assert full_width("各单位:开放9:00-17:00,周末(含假日)") == "各单位：开放9:00-17:00，周末（含假日）"
