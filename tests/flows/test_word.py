"""The draft as a Word file, asked for by a button or by words."""

from datetime import date

from bot.domain.submissions.enclosures import Imprint
from tests.flows.conversation import conversation

NOTE = "今天上午九点在文化广场办了老年书画展，展出作品124幅，来了370多人"


async def test_the_button_gives_the_draft_signed_with_the_unit_and_the_day(tmp_path):
    async with conversation(tmp_path) as talk:
        await talk.say(NOTE)
        await talk.say("出稿")
        said = await talk.press("导出Word")
        report = (await talk.desk()).drafts[0].report
        (sent,) = talk.shown
        assert report.title in said
        assert (sent.enclosure.article.title, sent.enclosure.article.text) == (report.title, report.text)
        assert sent.enclosure.imprint == Imprint("县文化馆", date(2026, 10, 31))


async def test_words_do_the_same_and_the_draft_stays_as_it_is(tmp_path):
    async with conversation(tmp_path) as talk:
        await talk.say(NOTE)
        await talk.say("出稿")
        before = await talk.desk()
        await talk.say("发我Word")
        assert talk.shown[0].enclosure is not None
        after = await talk.desk()
        assert (after.drafts, after.notes) == (before.drafts, before.notes)


async def test_a_gap_stands_marked_in_the_file_and_is_named(tmp_path):
    async with conversation(tmp_path) as talk:
        await talk.say("今天在文化广场办了老年书画展，展出作品124幅")
        await talk.say("出稿")
        missing = (await talk.desk()).drafts[0].report.missing
        assert missing
        assert "【待补】" in await talk.say("导出Word")
        assert all(f"【待补：{gap}】" in talk.shown[0].enclosure.article.text for gap in missing)


async def test_without_a_draft_there_is_no_file(tmp_path):
    async with conversation(tmp_path) as talk:
        assert "还没有稿子" in await talk.say("导出Word")
        assert talk.shown[0].enclosure is None
        await talk.say(NOTE)
        await talk.say("出稿")
        assert "没有第3篇" in await talk.say("第3篇导出Word")


async def test_a_contested_value_is_settled_before_there_is_a_file(tmp_path):
    async with conversation(tmp_path) as talk:
        await talk.say("暑期小小图书管理员今天结束，孩子一共40个，上了6天岗")
        await talk.say("签到表是36个孩子，整理图书5200册", speaker="韩雪")
        await talk.say("出稿")
        assert (await talk.desk()).drafts[0].report.conflicts
        assert "先定下来" in await talk.say("导出Word")
        assert all(reply.enclosure is None for reply in talk.shown)
