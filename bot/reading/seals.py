"""Red round seals are taken off a page before it is read: their ink hides the date and the name below it.

Only what lies inside a red ring is changed; red headings, red words and red lines stay as they are.
"""

from collections.abc import Iterator
from typing import Any

from bot.reading.areas import components

REDDER = 40
"""How much more red than green and blue a pixel of the ink has, of 255, beyond what warm light gives the paper."""
GRAIN = 400
"""Grains along the longest side of a page, in which rings are looked for: gaps in the print are closed."""
SMALLEST, LARGEST = 0.07, 0.45
"""A ring's diameter beside the longest side of the page: of A4 it takes 0.14, of a photo of half a page more."""
ROUND = 1.12
"""Beyond this distance from its middle, its radius being one, a ring has next to nothing; a frame has its corners."""
HOLLOW = 0.5
"""The least share of a ring that lies near its edge; of a round sign that is filled it is 0.36."""
THIN = 0.2
"""The share of the ink that is darker than what is taken for white."""


def without_seals(page: Any) -> Any:
    """An RGB picture in which the red ink inside each ring is as light as the paper; what it covers is left."""
    import numpy as np

    pixels = np.asarray(page).astype(np.int16)
    redder = pixels[:, :, 0] - pixels[:, :, 1:].max(axis=2)
    red = redder - np.median(redder[::7, ::7]) > REDDER
    found = list(_rings(red))
    if not found:
        return page
    for top, left, bottom, right in found:
        part, ink = pixels[top:bottom, left:right], red[top:bottom, left:right]
        light = part[:, :, 0]
        # Ink alone becomes as white as paper, thin strokes of it too, which pictures keep darker; print stays dark.
        level = max(1.0, float(np.quantile(light[ink], THIN)))
        part[:] = np.minimum(255, light * (255 / level))[:, :, None]
    from PIL import Image

    return Image.fromarray(pixels.astype(np.uint8))


def _rings(red: Any) -> Iterator[tuple[int, int, int, int]]:
    """(top, left, bottom, right) of what is round, hollow and of a seal's size."""
    import numpy as np

    grain = max(1, max(red.shape) // GRAIN)
    height, width = (side // grain for side in red.shape)
    blocks = red[: height * grain, : width * grain].reshape(height, grain, width, grain)
    for rows, columns in components(_grown(blocks.any(axis=(1, 3)))):
        top, bottom, left, right = rows.min(), rows.max() + 1, columns.min(), columns.max() + 1
        tall, wide = bottom - top, right - left
        if not all(SMALLEST < side / max(height, width) < LARGEST for side in (tall, wide)):
            continue
        from_middle = np.hypot(
            (rows - (top + bottom - 1) / 2) * 2 / tall, (columns - (left + right - 1) / 2) * 2 / wide
        )
        if (from_middle > ROUND).mean() < 0.02 and (from_middle > 0.8).mean() > HOLLOW:
            yield top * grain, left * grain, bottom * grain, right * grain


def _grown(mask: Any) -> Any:
    """One grain larger all round: print that crosses a ring cuts it into pieces."""
    import numpy as np

    grown = np.pad(mask, 1)
    for axis in (0, 1):
        grown = grown | np.roll(grown, 1, axis) | np.roll(grown, -1, axis)
    return grown[1:-1, 1:-1]
