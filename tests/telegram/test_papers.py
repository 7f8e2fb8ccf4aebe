"""A reply with a file goes out as a document, once, and waits where it cannot be sent."""

import asyncio
import json
from io import BytesIO

import pytest
from docx import Document

from tests.fakes.telegram import STAFF, Telegram, buttons, until


async def test_the_file_arrives_with_its_words_and_is_a_word_file(bot: Telegram) -> None:
    call = await bot.expect(bot.say(STAFF, "文件"), "sendDocument")
    assert call["caption"] == "Word 稿。"
    sent = bot.assets[call["result"]["document"]["file_id"]]
    assert sent["filename"] == "送书320册.docx"
    texts = [each.text for each in Document(BytesIO(sent["data"])).paragraphs]
    assert texts[0] == "送书320册"
    assert "县图书馆送书320册。" in texts


@pytest.mark.slow
async def test_a_file_that_could_not_be_sent_is_sent_later_and_once(bot: Telegram, records) -> None:
    bot.flood("sendDocument")
    await bot.say(STAFF, "文件")
    await until(lambda: any(call["method"] == "sendDocument" for call in bot.calls), 8)
    await until(lambda: bot.pending() == 0)
    for _ in range(200):
        if not await records.desks.unsent():
            break
        await asyncio.sleep(0.01)
    assert await records.desks.unsent() == ()
    assert len([call for call in bot.calls if call["method"] == "sendDocument"]) == 1


async def test_a_picture_arrives_with_its_words_and_buttons(bot: Telegram) -> None:
    call = await bot.expect(bot.say(STAFF, "图片"), "sendPhoto")
    assert call["caption"] == "采用1篇。"
    assert "收到" in buttons(call)
    sent = bot.assets[call["result"]["photo"][-1]["file_id"]]
    assert sent["data"].startswith(b"\x89PNG\r\n")


async def test_files_of_a_colleague_are_shown_again_ten_to_an_album_documents_apart(bot: Telegram) -> None:
    await bot.send(STAFF, "photo", caption="照片")
    await bot.send(STAFF, "document", caption="名单")
    await until(lambda: len(bot.sent(STAFF)) == 2)
    photo, document = [next(name for name in bot.assets if name.startswith(kind)) for kind in ("photo", "document")]
    seen = len(bot.calls)
    await bot.say(STAFF, " ".join(["相册", *[photo] * 12, document]))
    await until(lambda: any(call["method"] == "sendDocument" for call in bot.calls[seen:]))
    methods = [call["method"] for call in bot.calls[seen:] if call["method"].startswith("send")]
    assert methods == ["sendMessage", "sendMediaGroup", "sendMediaGroup", "sendDocument"]
    groups = [json.loads(c["media"]) for c in bot.calls[seen:] if c["method"] == "sendMediaGroup"]
    assert [len(group) for group in groups] == [10, 2]
    assert {one["media"] for group in groups for one in group} == {photo}


async def test_a_file_that_telegram_no_longer_has_keeps_the_others_from_nobody(bot: Telegram, records) -> None:
    await bot.send(STAFF, "photo", caption="照片")
    await until(lambda: len(bot.sent(STAFF)) == 1)
    photo = next(name for name in bot.assets if name.startswith("photo"))
    for method in ("sendMediaGroup", "sendPhoto"):
        bot.refuse_next(method, "Bad Request: wrong file identifier/HTTP URL specified")
    await bot.say(STAFF, f"相册 {photo} {photo}")
    await until(lambda: any("取不到" in text for text in bot.sent(STAFF)))
    assert [call["method"] for call in bot.calls if call["method"] == "sendPhoto"] == ["sendPhoto"]
    assert "有1个文件" in bot.sent(STAFF)[-1]
