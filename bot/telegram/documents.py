"""Files for the library: fetched from Telegram into the uploads folder; photos of one album bound as one document."""

import asyncio
import hashlib
import os
import re
import secrets
import unicodedata
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from telegram import Bot, Document, PhotoSize
from telegram.error import BadRequest, TelegramError

from bot.errors import InputError, ShibaoError, StorageError, TelegramUnavailable
from bot.flows.librarian import Upload

Photo = tuple[bytes, int, int]
"""A JPEG with its width and height in pixels."""


def bound(photos: Sequence[Photo]) -> bytes:
    """A PDF with a page for each photo, in order."""
    first = 3
    kids = " ".join(f"{first + 3 * n} 0 R" for n in range(len(photos)))
    bodies = [b"<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(photos)} >>".encode()]
    for n, (data, width, height) in enumerate(photos):
        page = first + 3 * n
        bodies.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Contents {page + 1} 0 R "
            f"/Resources << /XObject << /I {page + 2} 0 R >> >> >>".encode()
        )
        bodies.append(_stream("", f"{width} 0 0 {height} 0 0 cm /I Do".encode()))
        image = (
            f"/Type /XObject /Subtype /Image /Width {width} /Height {height} "
            "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode "
        )
        bodies.append(_stream(image, data))
    return _file(bodies)


def _stream(entries: str, data: bytes) -> bytes:
    return f"<< {entries}/Length {len(data)} >> stream\n".encode() + data + b"\nendstream"


def _file(bodies: Sequence[bytes]) -> bytes:
    """The objects numbered from one, with the table of where each begins."""
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj ".encode() + body + b" endobj\n"
    size = len(bodies) + 1
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R >>\n"
    return out + f"{end}startxref\n{len(out)}\n%%EOF".encode()


# The Bot API hands out no larger file.
MAX_BYTES = 20 * 1024 * 1024
# File systems allow 255 bytes.
MAX_NAME_BYTES = 200


class Uploads:
    """Fetches files into the uploads folder."""

    def __init__(self, bot: Bot, folder: Path) -> None:
        self._bot = bot
        self._folder = folder

    async def fetch(self, files: Sequence[Document]) -> tuple[Upload, ...]:
        """Each file, or why it could not be had. A file that fails does not keep the others back."""
        fetched = []
        for file in files:
            name = safe_name(file.file_name or "")
            try:
                content = await self._content(file, name)
                fetched.append(Upload(name, await asyncio.to_thread(self._store, content, name)))
            except (StorageError, TelegramUnavailable):
                raise
            except ShibaoError as error:
                fetched.append(Upload(name, problem=error.user_message))
        return tuple(fetched)

    async def bind(self, photos: Sequence[PhotoSize], at: datetime) -> tuple[Upload, ...]:
        """The photos of one message as one document: the pages of it, in the order in which they were sent.

        Photos have no name; the moment tells them apart, and a redelivery gives the same one.
        """
        name = f"照片{at:%Y%m%d-%H%M%S}.pdf"
        pages = [(await self._content(photo, name), photo.width, photo.height) for photo in photos]
        return (Upload(name, await asyncio.to_thread(self._store, bound(pages), name)),)

    async def _content(self, document: Document | PhotoSize, name: str) -> bytes:
        too_large = InputError(f"《{name}》超过20兆，Telegram 不让下载。请压缩或拆分后再发。")
        if (document.file_size or 0) > MAX_BYTES:
            raise too_large
        try:
            file = await self._bot.get_file(document.file_id)
            return bytes(await file.download_as_bytearray())
        except BadRequest as error:
            raise too_large if "too big" in error.message.lower() else _unavailable(name) from error
        except TelegramError as error:
            raise _unavailable(name) from error

    def _store(self, content: bytes, name: str) -> Path:
        """Under the content's hash, so two files of one name are two; never half under its final name."""
        folder = self._folder / hashlib.sha256(content).hexdigest()[:16]
        path = folder / name
        try:
            folder.mkdir(parents=True, exist_ok=True)
            part = folder / f".{secrets.token_hex(4)}"
            part.write_bytes(content)
            os.replace(part, path)
        except OSError as error:
            raise StorageError("文件没有存下来：磁盘满了，或数据目录不能写入。处理后请再发一次。") from error
        return path


def safe_name(name: str) -> str:
    """A name that is safe to store and to show: no path, no control or direction characters, not too long."""
    base = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    base = "".join(char for char in base if unicodedata.category(char)[0] != "C" and char not in '<>:"|?*')
    base = re.sub(r"^[\s.-]+", "", base).strip() or "文件"
    stem, dot, ending = base.rpartition(".")
    if not dot or len(ending) > 8:
        return _clip(base, MAX_NAME_BYTES)
    return f"{_clip(stem, MAX_NAME_BYTES - 40)}.{ending}"


def _clip(text: str, limit: int) -> str:
    return text.encode()[:limit].decode(errors="ignore")


def _unavailable(name: str) -> TelegramUnavailable:
    return TelegramUnavailable(f"《{name}》没有下载成，请稍后再发一次。")
