"""Pictures of pages to lines of text: PP-OCRv6, as the `rapidocr` wheel ships it, on onnxruntime.

Only the weights of that package are used; finding and cutting the lines is done here with numpy and Pillow, so
that no OpenCV is needed. Runs in the child process. (PP-OCRv5 mobile drops 一, 人, 文 and their like from JPEGs.)
"""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

from bot.errors import UnreadableFile
from bot.reading.areas import components
from bot.reading.seals import without_seals

MISSING = "这是扫描件或图片，这台机器没有装文字识别组件，读不了。请发文字版，或请管理员重新安装后再发"
LONGEST_SIDE = 1280
"""Pixels of the page as lines are looked for; an A4 page keeps 12 pixels for the print of its body."""
SHORTEST_LINE = 8
INK, SURE = 0.3, 0.5
GROWTH = 1.6
"""The net marks the middle of a line; the box around it grows by area over circumference times this."""
LINE_HEIGHT = 48
BATCH_WIDTH = 3000
"""Pixels of lines recognised together; each eighth one costs 18,710 numbers."""
LEGIBLE = 0.55
DOUBTFUL = 0.85
SKEWED = 0.004


@dataclass(frozen=True, slots=True)
class Box:
    """Where a line stands, in pixels of the page; `slope` is its fall to the right."""

    left: int
    top: int
    right: int
    bottom: int
    slope: float = 0.0

    @property
    def height(self) -> int:
        return self.bottom - self.top

    @property
    def width(self) -> int:
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class Recognised:
    """The lines of a page from top to bottom, and how many of them are doubtful."""

    lines: tuple[str, ...]
    doubtful: int = 0


class Recogniser:
    """Loads the three nets: half a second, 120 MB."""

    def __init__(self, threads: int = 2) -> None:
        spec = find_spec("rapidocr")
        if spec is None or not spec.origin:
            raise UnreadableFile(MISSING)
        folder = Path(spec.origin).parent / "models"
        try:
            self._find, self._read, self._turn = (
                _session(next(folder.glob(f"*_{name}_*.onnx")), threads) for name in ("det", "rec", "cls")
            )
        except (ImportError, OSError, StopIteration) as error:
            raise UnreadableFile(MISSING) from error
        names = self._read.get_modelmeta().custom_metadata_map["character"].split("\n")
        self._characters = ["", *names, " "]

    def recognise(self, picture: Any) -> Recognised:
        """Read a Pillow picture: seals are taken off it, then it is turned upright and straightened."""
        page, boxes = self._upright(without_seals(picture.convert("RGB")))
        told = self._texts([_cut(page, box) for box in boxes])
        kept = [
            (box, text, sure) for box, (text, sure) in zip(boxes, told, strict=True) if sure >= LEGIBLE and text.strip()
        ]
        lines = rows_of([(box, text) for box, text, _ in kept])
        return Recognised(tuple(lines), sum(sure < DOUBTFUL for _, _, sure in kept))

    def _upright(self, page: Any) -> tuple[Any, list[Box]]:
        boxes = self._boxes(page)
        standing = sum(box.height > 1.5 * box.width for box in boxes)
        if standing > len(boxes) / 2:
            page = page.rotate(90, expand=True)
            boxes = self._boxes(page)
        if self._upside_down([_cut(page, box) for box in _widest(boxes, 9)]):
            page = page.rotate(180)
            boxes = self._boxes(page)
        slopes = sorted(box.slope for box in _widest(boxes, 15))
        slope = slopes[len(slopes) // 2] if slopes else 0.0
        if abs(slope) > SKEWED:
            import math

            page = page.rotate(math.degrees(math.atan(slope)), expand=True, fillcolor="white", resample=2)
            boxes = self._boxes(page)
        return page, boxes

    def _boxes(self, page: Any) -> list[Box]:
        import numpy as np

        scale = min(1.0, LONGEST_SIDE / max(page.size))
        width, height = (max(32, round(side * scale / 32) * 32) for side in page.size)
        pixels = np.asarray(page.resize((width, height), 2), np.float32)[:, :, ::-1] / 255
        pixels = (pixels - np.array([0.485, 0.456, 0.406], np.float32)) / np.array([0.229, 0.224, 0.225], np.float32)
        marked = self._find.run(None, {"x": np.ascontiguousarray(pixels.transpose(2, 0, 1)[None])})[0][0, 0]
        across, down = page.width / width, page.height / height
        boxes = []
        for rows, columns in components(marked > INK):
            if marked[rows, columns].mean() < SURE or len(rows) < 10:
                continue
            found = _box_of(rows, columns, across, down, page.size)
            if min(found.height, found.width) >= SHORTEST_LINE:
                boxes.append(found)
        return boxes

    def _upside_down(self, lines: Sequence[Any]) -> bool:
        votes = 0
        for line in lines:
            width = min(192, max(16, round(line.width * LINE_HEIGHT / line.height)))
            (scores,) = self._turn.run(None, {"x": _normal(line, width, 192)[None]})[0]
            votes += 1 if scores[1] > 0.9 else -1
        return votes > 0

    def _texts(self, lines: Sequence[Any]) -> list[tuple[str, float]]:
        """(text, how sure) of each line; lines of like width go together."""
        import numpy as np

        widths = [max(16, round(line.width * LINE_HEIGHT / line.height)) for line in lines]
        order = sorted(range(len(lines)), key=lambda i: widths[i])
        told: list[tuple[str, float]] = [("", 0.0)] * len(lines)
        while order:
            batch = order[-max(1, BATCH_WIDTH // widths[order[-1]]) :]
            del order[-len(batch) :]
            broad = max(LINE_HEIGHT * 2, max(widths[i] for i in batch))
            stacked = np.stack([_normal(lines[i], widths[i], broad) for i in batch])
            for i, scores in zip(batch, self._read.run(None, {"x": stacked})[0], strict=True):
                told[i] = self._decode(scores)
        return told

    def _decode(self, scores: Any) -> tuple[str, float]:
        """The likeliest character of each column; repeated ones are one, the first of all means none."""
        best = scores.argmax(axis=1)
        sure = scores.max(axis=1)
        kept = [n for n, (before, now) in enumerate(pairwise([-1, *best.tolist()])) if now and now != before]
        text = "".join(self._characters[best[n]] for n in kept)
        return text, float(sure[kept].mean()) if kept else 0.0


def _session(path: Path, threads: int) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _normal(line: Any, width: int, padded: int) -> Any:
    """A line as the nets want it: 48 pixels high, from -1 to 1, blue first, filled up to the right."""
    import numpy as np

    values = np.asarray(line.resize((width, LINE_HEIGHT), 2), np.float32)[:, :, ::-1] / 127.5 - 1
    full = np.zeros((3, LINE_HEIGHT, padded), np.float32)
    full[:, :, :width] = values.transpose(2, 0, 1)
    return full


def _cut(page: Any, box: Box) -> Any:
    return page.crop((box.left, box.top, box.right, box.bottom))


def _widest(boxes: Sequence[Box], count: int) -> list[Box]:
    return sorted(boxes, key=lambda box: -box.width)[:count]


def _box_of(rows: Any, columns: Any, across: float, down: float, size: tuple[int, int]) -> Box:
    import numpy as np

    top, bottom, left, right = rows.min(), rows.max() + 1, columns.min(), columns.max() + 1
    height, width = bottom - top, right - left
    grown = height * width * GROWTH / (2 * (height + width))
    slope = 0.0
    if width > 6 * height:
        middle = columns - columns.mean()
        slope = float((middle * rows).sum() / np.square(middle).sum()) * down / across
    return Box(
        max(0, int((left - grown) * across)),
        max(0, int((top - grown) * down)),
        min(size[0], int((right + grown) * across) + 1),
        min(size[1], int((bottom + grown) * down) + 1),
        slope,
    )


def rows_of(found: Sequence[tuple[Box, str]]) -> list[str]:
    """Pieces that stand beside each other make one line, from left to right."""
    rows: list[list[tuple[Box, str]]] = []
    for box, text in sorted(found, key=lambda piece: piece[0].top + piece[0].bottom):
        middle = (box.top + box.bottom) / 2
        if rows and rows[-1][0][0].top <= middle <= rows[-1][0][0].bottom:
            rows[-1].append((box, text))
        else:
            rows.append([(box, text)])
    return [" ".join(text.strip() for _, text in sorted(row, key=lambda piece: piece[0].left)) for row in rows]
