"""The child process that opens hostile formats: `python -m bot.reading.child KIND PATH`, JSON on standard
output.

It limits its own memory and processor time before it looks at the file; the parent holds the clock.
"""

import importlib
import json
import sys
from collections.abc import Callable
from pathlib import Path

from bot.domain.library.passages import ReadDocument
from bot.errors import UnreadableFile
from bot.reading import limits
from bot.reading.pdf import NeedsRecognition

READERS = {
    "pdf": ("bot.reading.pdf", "read_pdf"),
    "docx": ("bot.reading.word", "read_word"),
    "xlsx": ("bot.reading.sheet", "read_workbook"),
    "pptx": ("bot.reading.slides", "read_slides"),
    "ofd": ("bot.reading.ofd", "read_ofd"),
    "scan": ("bot.reading.scan", "read_scan"),
    "picture": ("bot.reading.scan", "read_picture"),
}


def _restrain(allowed: limits.Allowance) -> None:
    """Windows has no resource limits; the parent's clock stands alone there."""
    try:
        import resource
    except ImportError:
        return
    for kind, amount in ((resource.RLIMIT_CPU, allowed.seconds), (resource.RLIMIT_AS, allowed.memory)):
        try:
            resource.setrlimit(kind, (amount, amount))
        except (ValueError, OSError):  # macOS refuses RLIMIT_AS
            continue


def _reader(kind: str) -> Callable[[Path], ReadDocument]:
    """Only the library that the kind needs is imported."""
    module, name = READERS[kind]
    reader: Callable[[Path], ReadDocument] = getattr(importlib.import_module(module), name)
    return reader


def main(kind: str, path: str) -> int:
    """Print {"lines": [[text, page]…], "remarks": […], "scanned": …}, {"error": reason} or {"recognise": true}."""
    _restrain(limits.allowance(kind))
    try:
        document = _reader(kind)(Path(path))
        if sum(len(line.text) for line in document.lines) > limits.CHARACTERS:
            raise UnreadableFile("文字太多，请拆开后再发")
        result: dict[str, object] = {
            "lines": [[line.text, line.page] for line in document.lines],
            "remarks": list(document.remarks),
            "scanned": document.scanned,
        }
    except NeedsRecognition:
        result = {"recognise": True}
    except UnreadableFile as error:
        result = {"error": error.user_message}
    except MemoryError:
        result = {"error": "文件展开后太大，没有读取"}
    except Exception:  # the outermost frame of a process that exists to take the blow
        result = {"error": "文件已损坏，打不开"}
    sys.stdout.write(json.dumps(result))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
