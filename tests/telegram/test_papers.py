"""A reply with a file goes out as a document, once, and waits where it cannot be sent."""

import asyncio
from io import BytesIO

from docx import Document

from tests.fakes.telegram import STAFF, Telegram, until


async def test_the_file_arrives_with_its_words_and_is_a_word_file(bot: Telegram) -> None:
    call = await bot.expect(bot.say(STAFF, "文件"), "sendDocument")
    assert call["caption"] == "Word 稿。"
    sent = bot.assets[call["result"]["document"]["file_id"]]
    assert sent["filename"] == "送书320册.docx"
    texts = [each.text for each in Document(BytesIO(sent["data"])).paragraphs]
    assert texts[0] == "送书320册"
    assert "县图书馆送书320册。" in texts


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
