"""Colleagues and the bot through the emulator: what is answered, kept, gathered and left alone."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from bot.domain.submissions.people import Role
from bot.doorplate import Doorplate
from bot.flows.admission import WRONG_CODE
from bot.records.open import Records
from bot.telegram.handling import FILES_KEPT, NO_VOICE, NOT_UNDERSTOOD, NOT_YOURS
from tests.fakes.account import USERNAME
from tests.fakes.door import listening
from tests.fakes.telegram import EDITOR, GROUP, STAFF, STRANGER, Telegram, buttons, until


async def notes(records: Records, account: int = STAFF) -> list[str]:
    person = await records.people.by_telegram(account)
    assert person is not None
    return [note.text for note in (await records.desks.open(person.id)).notes]


async def rows(records: Records, query: str) -> list[tuple[Any, ...]]:
    async with records.store.reading() as connection:
        return [tuple(row) for row in await connection.exec_driver_sql(query)]


async def eventually(records: Records, query: str, count: int) -> None:
    for _ in range(400):
        if await rows(records, query) == [(count,)]:
            return
        await asyncio.sleep(0.01)
    raise AssertionError(query)


async def test_a_note_is_kept_answered_and_its_raw_delivery_emptied(bot: Telegram, records: Records) -> None:
    reply = await bot.expect(bot.say(STAFF, "今天送书320册"))
    assert reply["text"] == "记下：今天送书320册"
    assert await notes(records) == ["今天送书320册"]
    await until(lambda: bot.pending() == 0)
    assert await rows(records, "SELECT body, done_at IS NULL, failure FROM inbox") == [("", 0, None)]


async def test_what_people_write_is_shown_literally(bot: Telegram) -> None:
    for text in ("<b>好</b> & *星* _底_ [链](http://a.b)", "`代码` </pre>", "1 < 2 && 3 > 2"):
        reply = await bot.expect(bot.say(STAFF, text))
        assert reply["text"] == f"记下：{text[:20]}"
        assert "parse_mode" not in reply


async def test_an_edited_message_changes_its_note(bot: Telegram, records: Records) -> None:
    message = bot.message(STAFF, text="来了236人")
    await bot.expect(bot.push(message=message))
    await bot.expect(bot.say(STAFF, "散场"))
    reply = await bot.expect(bot.edit(message, "来了238人"))
    assert reply["text"] == "改为：来了238人"
    assert await notes(records) == ["来了238人", "散场"]


async def test_a_forwarded_message_keeps_its_speaker_and_time(bot: Telegram, records: Records) -> None:
    origin = {"type": "hidden_user", "sender_user_name": "老周", "date": 1_764_000_000}
    await bot.expect(bot.say(STAFF, "昨天修了两台机器", forward_origin=origin))
    assert await rows(records, "SELECT speaker, said_at FROM notes") == [("老周", "2025-11-25 00:00:00.000000")]


@pytest.mark.slow
async def test_an_album_becomes_one_note_with_all_its_photos(bot: Telegram, records: Records) -> None:
    await bot.send(STAFF, "photo", media_group_id="g1")
    await bot.send(STAFF, "photo", media_group_id="g1", caption="张家村送书")
    await bot.expect(bot.send(STAFF, "photo", media_group_id="g1"))
    assert await notes(records) == ["张家村送书"]
    kept = await rows(records, "SELECT note_key, count(*) FROM attachments GROUP BY note_key")
    assert [number for _, number in kept] == [3]
    assert await rows(records, "SELECT note_key FROM attachments LIMIT 1") == await rows(
        records, "SELECT message_key FROM notes"
    )
    assert await rows(records, "SELECT count(*) FROM inbox WHERE done_at IS NULL") == [(0,)]


async def test_photos_without_words_are_kept_and_asked_about(bot: Telegram, records: Records) -> None:
    reply = await bot.expect(bot.send(STAFF, "photo"))
    assert reply["text"].startswith("收到1个附件")
    assert await notes(records) == []
    assert await rows(records, "SELECT count(*) FROM attachments") == [(1,)]


async def test_a_long_paste_that_was_cut_up_is_one_note(bot: Telegram, records: Records) -> None:
    parts = ("甲" * 4_095 + "。", "乙" * 4_096, "丙" * 100)
    for part in parts[:-1]:
        await bot.say(STAFF, part)
    await bot.expect(bot.say(STAFF, parts[-1]))
    assert await notes(records) == [parts[0] + "\n" + parts[1] + parts[2]]


async def test_a_command_after_a_long_text_is_not_glued_to_it(bot: Telegram, records: Records) -> None:
    await bot.say(STAFF, "甲" * 4_000)
    await bot.expect(bot.say(STAFF, "/start"))
    await until(lambda: len(bot.sent()) == 2)
    assert await notes(records) == ["甲" * 4_000]


async def test_a_long_reply_arrives_whole_in_parts_with_the_buttons_below_the_last(bot: Telegram) -> None:
    await bot.expect(bot.say(STAFF, "长文"))
    await until(lambda: len(bot.sent()) == 3)
    assert "\n".join(bot.sent()) == ("这一段有十个字。\n" * 1_200).strip()
    assert [list(buttons(call)) for call in bot.calls[-3:]] == [[], [], ["收到"]]


async def test_a_button_is_acknowledged_first_and_then_answered(bot: Telegram) -> None:
    card = await bot.expect(bot.say(STAFF, "送书"))
    answer = await bot.expect(bot.press(STAFF, card, "收到"), "answerCallbackQuery")
    assert answer["show_alert"] == "false"
    await until(lambda: "按了：收到" in bot.sent())
    methods = [call["method"] for call in bot.calls[-3:]]
    assert methods == ["sendMessage", "answerCallbackQuery", "sendMessage"]


async def test_another_persons_button_does_nothing_and_says_why(bot: Telegram) -> None:
    card = await bot.expect(bot.say(STAFF, "送书"))
    for account in (EDITOR, STRANGER):
        answer = await bot.expect(bot.press(account, card, "收到"), "answerCallbackQuery")
        assert answer["text"] == NOT_YOURS
    assert bot.sent() == ["记下：送书"]


async def test_a_query_that_is_too_old_to_acknowledge_is_answered_still(bot: Telegram) -> None:
    card = await bot.expect(bot.say(STAFF, "送书"))
    reply = await bot.expect(bot.press(STAFF, card, "收到", old=True))
    assert reply["text"] == "按了：收到"


async def test_a_redelivered_update_has_one_effect_and_one_reply(bot: Telegram, records: Records) -> None:
    for number in range(5):
        await bot.push_twice(message=bot.message(STAFF, text=f"第{number}件"))
    await until(lambda: len(bot.sent()) == 5)
    await bot.expect(bot.say(STAFF, "完"))
    assert bot.sent() == [*(f"记下：第{number}件" for number in range(5)), "记下：完"]
    assert len(await notes(records)) == 6


@pytest.mark.slow
async def test_in_a_group_only_what_is_addressed_to_the_bot_is_heard(bot: Telegram, records: Records) -> None:
    await bot.expect_nothing(bot.say(STAFF, "中午吃什么", chat=GROUP))
    reply = await bot.expect(bot.say(STAFF, f"@{USERNAME} 今天送书", chat=GROUP))
    assert (int(reply["chat_id"]), reply["text"]) == (GROUP, "记下：今天送书")
    reference = reply["reply_parameters"]
    reference = json.loads(reference) if isinstance(reference, str) else reference
    assert reference["message_id"]
    own = {"message_id": 5, "date": 1, "chat": {"id": GROUP, "type": "supergroup"}}
    own["from"] = {"id": 123456, "is_bot": True, "first_name": "实报"}
    await bot.expect(bot.say(STAFF, "补一句：办证15张", chat=GROUP, reply_to_message=own))
    await bot.expect_nothing(bot.say(STAFF, "/start@other_bot", chat=GROUP))
    assert await notes(records) == ["今天送书", "补一句：办证15张"]


async def test_a_stranger_gets_one_line_a_day_and_nothing_else(bot: Telegram, records: Records) -> None:
    reply = await bot.expect(bot.say(STRANGER, "你好"))
    assert "配对码" in reply["text"]
    for act in (
        bot.say(STRANGER, "在吗"),
        bot.say(STRANGER, "/start"),
        bot.say(STRANGER, f"@{USERNAME} 在吗", chat=GROUP),
        bot.send(STRANGER, "document", file={"file_name": "a.txt"}),
        bot.send(STRANGER, "voice"),
        bot.edit(bot.message(STRANGER, text="x"), "改了"),
    ):
        await bot.expect_nothing(act, for_s=0.05)
    assert await rows(records, "SELECT count(*) FROM turns") == [(0,)]
    assert [call["method"] for call in bot.calls] == ["deleteWebhook", "sendMessage"]


async def test_an_invitation_is_a_link_once_the_bot_knows_its_name(
    bot: Telegram, records: Records, tmp_path: Path
) -> None:
    code = await records.people.invite("县图书馆", Role.STAFF)
    link = Doorplate(tmp_path).link(code)
    assert link == f"https://t.me/{USERNAME}?start={code.replace('-', '')}"
    welcome = await bot.expect(bot.say(STRANGER, f"/start {link.split('start=')[1]}"))
    assert "你已加入“县图书馆”" in welcome["text"]


async def test_a_pairing_code_lets_in_once(bot: Telegram, records: Records) -> None:
    code = await records.people.invite("县文化馆", Role.WRITER)
    welcome = await bot.expect(bot.say(STRANGER, f"/start {code.lower()}"))
    assert "县文化馆" in welcome["text"]
    assert len(welcome["text"].splitlines()) == 5
    person = await records.people.by_telegram(STRANGER)
    assert person is not None
    assert (person.name, person.unit.name, person.role) == ("用户900", "县文化馆", Role.WRITER)
    assert (await bot.expect(bot.say(STRANGER, "送书")))["text"] == "记下：送书"
    refused = await bot.expect(bot.say(STRANGER + 1, code))
    assert refused["text"] == WRONG_CODE
    assert await records.people.by_telegram(STRANGER + 1) is None


async def test_a_code_said_in_a_group_lets_nobody_in(bot: Telegram, records: Records) -> None:
    code = await records.people.invite("县文化馆", Role.ADMIN)
    await bot.expect(bot.say(STRANGER, f"@{USERNAME} {code}", chat=GROUP))
    assert await records.people.by_telegram(STRANGER) is None


async def test_a_suspended_person_is_out_with_the_next_message(bot: Telegram, records: Records) -> None:
    card = await bot.expect(bot.say(STAFF, "送书"))
    person = await records.people.by_telegram(STAFF)
    assert person is not None
    await records.people.suspend(person.id)
    assert "停用" in (await bot.expect(bot.say(STAFF, "再记一条")))["text"]
    assert (await bot.expect(bot.press(STAFF, card, "收到"), "answerCallbackQuery"))["text"] == NOT_YOURS
    assert await notes(records) == ["送书"]


async def test_a_document_of_an_editor_goes_to_the_library(bot: Telegram, tmp_path: Path) -> None:
    name = "../..\\接待\u202e规定.txt"
    reply = await bot.expect(bot.send(EDITOR, "document", "第一条".encode(), file={"file_name": name}))
    assert reply["text"] == "收录 接待规定.txt：9 字节，同事200"
    (stored,) = (tmp_path / "uploads").rglob("*.txt")
    assert stored.read_text(encoding="utf-8") == "第一条"


async def test_a_caption_that_only_points_at_its_document_is_no_note(bot: Telegram, records: Records) -> None:
    for caption in ("住宿标准，以后问这个", "上午到武汉办了展"):
        await bot.expect(bot.send(EDITOR, "document", b"12", file={"file_name": "标准.txt"}, caption=caption))
    await until(lambda: bot.pending() == 0 and len(bot.sent()) == 3)
    assert await notes(records, EDITOR) == ["上午到武汉办了展"]


async def test_a_document_of_staff_is_an_attachment(bot: Telegram, records: Records) -> None:
    reply = await bot.expect(bot.send(STAFF, "document", file={"file_name": "签到表.xlsx"}))
    assert reply["text"] == FILES_KEPT
    await bot.expect(bot.send(STAFF, "document", file={"file_name": "签到表.xlsx"}, caption="送书签到表"))
    assert await notes(records) == ["送书签到表"]
    assert await rows(records, "SELECT kind, name FROM attachments") == [("document", "签到表.xlsx")] * 2


async def test_a_file_sent_to_be_looked_at_is_read_and_not_kept(bot: Telegram, records: Records) -> None:
    text = "县图书馆高度重视，精心组织，11月6日到福利院送书320册，32名老人参加。"
    await bot.expect(
        bot.send(STAFF, "document", text.encode(), file={"file_name": "稿子.txt"}, caption="帮我看看这个稿子有没有空话")
    )
    assert await notes(records) == [f"帮我看看这段：{text}"]
    assert await rows(records, "SELECT kind FROM attachments") == []
    reply = await bot.expect(bot.send(STAFF, "document", b"1", file={"file_name": "空.txt"}, caption="帮我改改"))
    assert "没有读出稿子" in reply["text"]


async def test_staff_put_files_and_photos_into_the_library_by_saying_so(bot: Telegram, records: Records) -> None:
    file = {"file_name": "值班办法.txt"}
    reply = await bot.expect(bot.send(STAFF, "document", b"12", file=file, caption="收进资料库，只给本单位看"))
    assert reply["text"] == "收录 值班办法.txt：2 字节，同事100，本单位"
    reply = await bot.expect(bot.send(STAFF, "photo", b"jpeg", caption="请把这张照片收进资料库"))
    assert reply["text"].startswith("收录 照片")
    assert await notes(records) == []
    assert await rows(records, "SELECT kind FROM attachments") == []


async def test_a_document_over_the_limit_is_refused_kindly(bot: Telegram) -> None:
    large = {"file_name": "年鉴.pdf", "file_size": 21 * 1024 * 1024}
    reply = await bot.expect(bot.send(EDITOR, "document", file=large))
    assert "《年鉴.pdf》超过20兆" in reply["text"]
    assert "getFile" not in [call["method"] for call in bot.calls]


@pytest.mark.parametrize(("kind", "line"), [("voice", NO_VOICE), ("video_note", NO_VOICE), ("sticker", NOT_UNDERSTOOD)])
async def test_what_is_not_understood_is_said_in_one_line(bot: Telegram, kind: str, line: str) -> None:
    file = {"width": 9, "height": 9, "is_animated": False, "is_video": False, "type": "regular"}
    reply = await bot.expect(bot.send(STAFF, kind, file=file if kind == "sticker" else {}))
    assert reply["text"] == line


async def test_start_introduces_the_bot_in_four_lines(bot: Telegram) -> None:
    reply = await bot.expect(bot.say(STAFF, "/start"))
    assert len(reply["text"].splitlines()) == 4


@pytest.mark.slow
async def test_a_message_that_always_fails_is_given_up_and_holds_nobody_up(bot: Telegram, records: Records) -> None:
    await bot.say(STAFF, "出错")
    await bot.expect(bot.say(EDITOR, "别的聊天照常"), within=1)
    await until(lambda: any("没处理成" in text for text in bot.sent(STAFF)))
    assert (await bot.expect(bot.say(STAFF, "送书")))["text"] == "记下：送书"
    kept = await rows(records, "SELECT failure, length(body) > 50 FROM inbox WHERE failure IS NOT NULL")
    assert kept == [("ValueError", 1)]


@pytest.mark.slow
async def test_flood_control_delays_a_reply_and_loses_nothing(bot: Telegram) -> None:
    bot.flood("sendMessage", 1)
    await bot.expect(bot.say(STAFF, "送书"))
    assert bot.sent() == ["记下：送书"]


async def test_a_reply_that_could_not_be_sent_comes_after_a_restart(
    telegram: Telegram, records: Records, tmp_path: Path
) -> None:
    async with listening(telegram, records, tmp_path):
        telegram.refuse_next("sendMessage", "Bad Gateway", 502)
        await telegram.say(STAFF, "送书")
        await until(lambda: telegram.pending() == 0)
    assert telegram.sent() == []
    async with listening(telegram, records, tmp_path):
        assert telegram.sent() == ["记下：送书"]
    assert await records.desks.unsent() == ()


async def test_whoever_blocked_the_bot_is_not_written_to_for_ever(bot: Telegram, records: Records) -> None:
    bot.blocked.add(STAFF)
    await bot.say(STAFF, "送书")
    await eventually(records, "SELECT count(*) FROM replies WHERE sent_at IS NOT NULL", 1)
    assert await records.desks.unsent() == ()
    assert await notes(records) == ["送书"]


@pytest.mark.slow
async def test_order_is_kept_within_a_chat_and_chats_do_not_wait_for_each_other(
    bot: Telegram, records: Records
) -> None:
    for number in range(20):
        await bot.say(STAFF, f"甲{number}")
        await bot.say(EDITOR, f"乙{number}")
    await until(lambda: len(bot.sent()) == 40)
    assert bot.sent(STAFF) == [f"记下：甲{number}" for number in range(20)]
    assert bot.sent(EDITOR) == [f"记下：乙{number}" for number in range(20)]
    assert await notes(records) == [f"甲{number}" for number in range(20)]
