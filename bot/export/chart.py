"""Counts as a picture (PNG): reports by category and month, units as a plain list. Counting is the caller's matter.

Units stand in alphabetical order with what was adopted and returned, and no bars: nobody is ranked here.
"""

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFont

WIDTH, MARGIN = 1080, 56
PLOT_HEIGHT, ROW = 440, 46
TITLE_PX, TEXT_PX = 34, 22
INK, PALE, PAPER = "#222222", "#dddddd", "#ffffff"
COLOURS = ("#4c78a8", "#f58518", "#54a24b", "#b279a2", "#e45756", "#72b7b2", "#eeca3b", "#9d755d", "#7f7f7f")
SIMPLIFIED, REGULAR = 2, 400
"""Of the font collection: the face for simplified Chinese, and its weight."""


def by_month(title: str, months: Sequence[str], counts: Mapping[str, Sequence[int]]) -> bytes:
    """Columns of one month each, a colour a category; `counts` holds a figure a month for every category."""
    legend = [category for category in counts if any(counts[category])]
    picture, draw = _sheet(title, MARGIN * 3 + PLOT_HEIGHT + ROW * (-(-len(legend) // 4) + 1))
    foot = MARGIN * 2 + PLOT_HEIGHT
    if not legend:
        _text(draw, (WIDTH / 2, foot / 2), "这段时间没有记录", anchor="mm")
        return _png(picture)
    unit = _scale(draw, foot, max(sum(counts[one][at] for one in legend) for at in range(len(months))))
    step = (WIDTH - 2 * MARGIN) / max(len(months), 1)
    for at, month in enumerate(months):
        middle = MARGIN + step * (at + 0.5)
        stack = [(COLOURS[n % len(COLOURS)], counts[one][at]) for n, one in enumerate(legend)]
        _column(draw, middle, foot, min(step * 0.6, 90), [(colour, count, count * unit) for colour, count in stack])
        _text(draw, (middle, foot + 8), month, anchor="ma")
    _legend(draw, foot + ROW + 10, legend)
    return _png(picture)


def by_unit(title: str, counts: Mapping[str, tuple[int, int]]) -> bytes:
    """Units in alphabetical order with how many reports were adopted and how many returned."""
    # GBK holds the common characters in the order of their pinyin.
    units = sorted(counts, key=lambda unit: unit.encode("gb18030"))
    rows = [("单位", "采用", "退回"), *((unit, str(counts[unit][0]), str(counts[unit][1])) for unit in units)]
    picture, draw = _sheet(title, MARGIN * 3 + ROW * len(rows))
    for at, row in enumerate(rows):
        y = MARGIN * 2 + ROW * at
        for x, words, anchor in zip((MARGIN, WIDTH - 240, WIDTH - MARGIN), row, ("lm", "rm", "rm"), strict=True):
            _text(draw, (x, y + ROW / 2), _fit(draw, words, WIDTH - 400), anchor=anchor)
        draw.line((MARGIN, y + ROW, WIDTH - MARGIN, y + ROW), fill=INK if at == 0 else PALE)
    return _png(picture)


def _sheet(title: str, height: float) -> tuple[Any, Any]:
    picture = Image.new("RGB", (WIDTH, int(height)), PAPER)
    draw = ImageDraw.Draw(picture)
    _text(draw, (WIDTH / 2, MARGIN), _fit(draw, title, WIDTH - 2 * MARGIN, TITLE_PX), size=TITLE_PX, anchor="mm")
    return picture, draw


def _scale(draw: Any, foot: float, most: int) -> float:
    """Lines across at round figures; gives the pixels of one."""
    step: int = next(size * 10**power for power in range(12) for size in (1, 2, 5) if size * 10**power * 5 >= most)
    top = -(-most // step) * step
    unit = (PLOT_HEIGHT - ROW) / top
    for figure in range(0, top + 1, step):
        y = foot - figure * unit
        draw.line((MARGIN, y, WIDTH - MARGIN, y), fill=INK if figure == 0 else PALE)
        _text(draw, (MARGIN - 8, y), str(figure), anchor="rm")
    return unit


def _column(draw: Any, middle: float, foot: float, wide: float, stack: Sequence[tuple[str, int, float]]) -> None:
    y = foot
    total = sum(count for _, count, _ in stack)
    for colour, count, height in stack:
        if not count:
            continue
        draw.rectangle((middle - wide / 2, y - height, middle + wide / 2, y - 1), fill=colour)
        if height > TEXT_PX and count != total:
            _text(draw, (middle, y - height / 2), str(count), anchor="mm", fill=PAPER)
        y -= height
    if total:
        _text(draw, (middle, y - 4), str(total), anchor="mb")


def _legend(draw: Any, top: float, names: Sequence[str]) -> None:
    room = (WIDTH - 2 * MARGIN) / 4
    for n, name in enumerate(names):
        x, y = MARGIN + room * (n % 4), top + ROW * (n // 4)
        draw.rectangle((x, y, x + TEXT_PX, y + TEXT_PX), fill=COLOURS[n % len(COLOURS)])
        _text(draw, (x + TEXT_PX + 10, y + TEXT_PX / 2), _fit(draw, name, room - 50), anchor="lm")


def _fit(draw: Any, words: str, room: float, size: int = TEXT_PX) -> str:
    """The words, cut to the room."""
    if draw.textlength(words, font=_font(size)) <= room:
        return words
    while words and draw.textlength(words + "…", font=_font(size)) > room:
        words = words[:-1]
    return words + "…"


def _text(draw: Any, at: tuple[float, float], words: str, *, anchor: str, size: int = TEXT_PX, fill: str = INK) -> None:
    draw.text(at, words, font=_font(size), fill=fill, anchor=anchor)


def _font(size: int) -> Any:
    import manimgx_fonts_cjk

    folder = Path(str(manimgx_fonts_cjk.__file__)).parent
    font = ImageFont.truetype(str(folder / "NotoSansCJK-VF.otf.ttc"), size, index=SIMPLIFIED)
    font.set_variation_by_axes([REGULAR])
    return font


def _png(picture: Any) -> bytes:
    buffer = BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()
