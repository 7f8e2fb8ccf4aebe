"""Sending what goes with a reply: a file, a picture, or the files of a colleague, by their Telegram ids."""

import asyncio
from collections.abc import Callable, Sequence
from itertools import groupby

from telegram import (
    Bot,
    InlineKeyboardMarkup,
    InputFile,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
    Message,
    ReplyParameters,
)
from telegram.error import BadRequest

from bot.domain.submissions.enclosures import Album, Attached, Chart, Enclosure, Paper, Printable, Roll, Table
from bot.log import event

LONGEST_CAPTION = 1024
# Telegram's limit for one album, which holds at least two.
MOST_IN_ALBUM = 10

Printing = Callable[[Printable], tuple[str, bytes]]
"""Makes a file from what is to be printed: its name and its bytes. Blocks; used in a thread."""

_LOST = "有{count}个文件在 Telegram 里取不到了，请向作者要原件。"


class Enclosing:
    """Sends enclosures with the words and the buttons of their reply."""

    def __init__(self, bot: Bot, printing: Printing) -> None:
        self._bot = bot
        self._print = printing

    async def send(
        self,
        chat_id: int,
        text: str,
        enclosure: Enclosure,
        *,
        keyboard: InlineKeyboardMarkup | None,
        quoting: ReplyParameters | None,
    ) -> int:
        """Send it; gives the id of the message that carries the words."""
        match enclosure:
            case Album():
                message = await self._bot.send_message(chat_id, text, reply_markup=keyboard, reply_parameters=quoting)
                await self._album(chat_id, enclosure.files)
            case Paper() | Table():
                name, data = await asyncio.to_thread(self._print, enclosure)
                message = await self._bot.send_document(
                    chat_id, InputFile(data, name), caption=text[:LONGEST_CAPTION],
                    reply_markup=keyboard, reply_parameters=quoting,
                )  # fmt: skip
            case Chart() | Roll():
                name, data = await asyncio.to_thread(self._print, enclosure)
                message = await self._bot.send_photo(
                    chat_id, InputFile(data, name), caption=text[:LONGEST_CAPTION],
                    reply_markup=keyboard, reply_parameters=quoting,
                )  # fmt: skip
        return message.message_id

    async def _album(self, chat_id: int, files: Sequence[Attached]) -> None:
        """All files in order, up to ten at a time; documents and pictures do not share an album."""
        lost = 0
        for _, alike in groupby(files, key=lambda one: one.kind == "document"):
            group = list(alike)
            for at in range(0, len(group), MOST_IN_ALBUM):
                lost += await self._some(chat_id, group[at : at + MOST_IN_ALBUM])
        if lost:
            await self._bot.send_message(chat_id, _LOST.format(count=lost))

    async def _some(self, chat_id: int, files: Sequence[Attached]) -> int:
        """Send one album, or each file by itself where Telegram refuses it; gives how many it no longer has."""
        if len(files) > 1:
            try:
                await self._bot.send_media_group(chat_id, [_media(one) for one in files])
                return 0
            except BadRequest as error:
                event("album.refused", files=len(files), error=type(error).__name__)
        lost = 0
        for one in files:
            try:
                await self._one(chat_id, one)
            except BadRequest as error:
                event("file.gone", kind=one.kind, error=type(error).__name__)
                lost += 1
        return lost

    async def _one(self, chat_id: int, file: Attached) -> Message:
        match file.kind:
            case "photo":
                return await self._bot.send_photo(chat_id, file.file_id)
            case "video":
                return await self._bot.send_video(chat_id, file.file_id)
            case _:
                return await self._bot.send_document(chat_id, file.file_id)


def _media(file: Attached) -> InputMediaDocument | InputMediaPhoto | InputMediaVideo:
    match file.kind:
        case "photo":
            return InputMediaPhoto(file.file_id)
        case "video":
            return InputMediaVideo(file.file_id)
        case _:
            return InputMediaDocument(file.file_id)
