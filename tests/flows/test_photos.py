"""Photos and documents of the author reach the editors who look after the unit, and nobody else."""

from datetime import timedelta
from itertools import count

import pytest

from bot.domain.submissions.enclosures import Album
from bot.domain.talk.door import Attachment
from bot.records.inbox import SqlInbox
from tests.flows.bureau import NOTES, Bureau
from tests.flows.conversation import START
from tests.flows.forging import forged


@pytest.fixture
async def office(office: Bureau) -> Bureau:
    """A report with a photo on its note, and two files that came without words."""
    author = office.person("小李").id
    moments = count()
    # Half a minute after each of the colleague's messages, which the bureau sends once a minute.
    inbox = SqlInbox(office.records.store, lambda: START + timedelta(days=22, minutes=next(moments) + 0.5))
    attach = inbox.attach
    await attach(author, [Attachment("tg:1:1", "tg:1:1", "before", "photo")])
    await office.say("小李", NOTES[0], message_key="tg:1:2")
    with_words = Attachment("tg:1:2", "tg:1:2", "with", "photo")
    await attach(author, [with_words, Attachment("tg:1:3", "tg:1:3", "wordless", "document", "名单.pdf")])
    await attach(office.person("小周").id, [Attachment("tg:2:1", "tg:2:1", "other", "photo")])
    await office.hand_in("小李", NOTES[1])
    return office


async def test_the_card_counts_the_files_and_the_button_sends_them(office: Bureau) -> None:
    assert "照片和附件 3 个" in await office.told("王审核")
    assert "共3个" in await office.press("王审核", "看照片")
    album = office["王审核"].shown[0].enclosure
    assert isinstance(album, Album)
    assert [one.file_id for one in album.files] == ["before", "with", "wordless"]


async def test_nobody_else_gets_them(office: Bureau) -> None:
    (found,) = await office.records.log.among([office.person("小李").unit.id])
    for name in ("小周", "馆材料员", "小陈", "博审核"):
        said = await forged(office, name, "files", f"{found.id} {found.standing.sha256}")
        assert "不归你审" in said
        assert office[name].shown[0].enclosure is None


async def test_a_report_without_files_has_no_such_button(office: Bureau) -> None:
    await office.hand_in("小陈", "11月21日上午，博物馆在实验小学开展讲座1场", "200名学生参加")
    card = (await office.notices("博审核"))[-1]
    assert "看照片" not in [label for row in card.buttons for label, _ in row]
