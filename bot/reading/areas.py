"""Connected areas of a picture, found with numpy alone."""

from typing import Any


def components(mask: Any) -> list[tuple[Any, Any]]:
    """(rows, columns) of the pixels of each connected area, found by joining the runs of neighbouring rows."""
    import numpy as np

    padded = np.pad(mask, ((0, 0), (1, 1))).astype(np.int8)
    change = np.diff(padded, axis=1)
    rows, starts = np.nonzero(change == 1)
    ends = np.nonzero(change == -1)[1]
    parent = list(range(len(rows)))

    def root(run: int) -> int:
        while parent[run] != run:
            parent[run] = parent[parent[run]]
            run = parent[run]
        return run

    first_of_row = np.searchsorted(rows, np.arange(mask.shape[0] + 1)).tolist()
    begin, end = starts.tolist(), ends.tolist()
    for row in range(1, mask.shape[0]):
        above, below = first_of_row[row - 1], first_of_row[row]
        while above < first_of_row[row] and below < first_of_row[row + 1]:
            if begin[above] < end[below] and begin[below] < end[above]:
                parent[root(below)] = root(above)
            if end[above] < end[below]:
                above += 1
            else:
                below += 1
    areas: dict[int, list[int]] = {}
    for run in range(len(parent)):
        areas.setdefault(root(run), []).append(run)
    return [_pixels(rows[runs], starts[runs], ends[runs]) for runs in areas.values()]


def _pixels(rows: Any, starts: Any, ends: Any) -> tuple[Any, Any]:
    import numpy as np

    columns = [np.arange(start, end) for start, end in zip(starts, ends, strict=True)]
    return np.repeat(rows, ends - starts), np.concatenate(columns)
