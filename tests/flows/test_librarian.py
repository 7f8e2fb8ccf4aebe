"""Files that colleagues send into the library, and what they say of the cards afterwards."""

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest

from bot import wiring
from bot.flows.draft import Drafting
from bot.flows.librarian import Librarian, Upload
from bot.settings import Settings
from bot.writing.offline import OfflineWriter
from tests.flows.bureau import Bureau, bureau
from tests.flows.conversation import START, Conversation
from tests.flows.library import LISTS, over

RED = """云溪县文化和旅游局文件
云文旅发〔2025〕17号
关于印发《云溪县场馆免费开放办法》的通知
各乡镇人民政府，县直有关单位：
为规范免费开放工作，制定本办法。
第一条 县图书馆、文化馆每周开放时间不少于{hours}小时。
第二条 免费开放补助每馆每年20万元，不得用于发放津贴补贴。
第三条 本办法自{year}年7月1日起施行。
云溪县文化和旅游局
{year}年6月12日
"""


class Desk:
    """The bureau with a real library; files are handed in as if Telegram had fetched them."""

    def __init__(self, office: Bureau, home: Path) -> None:
        self.office, self.home = office, home
        records = office.records
        self.library = library = over(records, home)
        self.librarian = Librarian(
            library.ingesting, library.shelf, library.search, lists=LISTS, desks=records.desks, uploads=home
        )
        _, hearing = wiring.conversation(
            Settings(home=home),
            records,
            Drafting(OfflineWriter()),
            library.answering,
            more=(self.librarian,),
            after=self.librarian.committed,
        )
        for name in ("小李", "小陈", "馆审核", "王审核"):
            office._talks[name] = Conversation(records, hearing, library.answering, office.person(name))
        self.count = 0

    async def send(self, name: str, text: str, file: str = "附件.txt", *, ours: bool = False) -> str:
        self.count += 1
        folder = self.home / f"sent{self.count}"
        folder.mkdir()
        (folder / file).write_text(text, "utf-8")
        talk = self.office[name]
        talk.shown = await self.librarian.receive(
            talk.person, [Upload(file, folder / file)], key=f"file:{self.count}", at=START, ours=ours
        )
        return "\n".join(reply.text for reply in talk.shown)

    async def cards(self) -> dict[str, object]:
        return {one.name: one for one in await self.library.shelf.documents()}


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with bureau(tmp_path) as office:
        yield Desk(office, tmp_path)


def red(year: int = 2025, hours: int = 56) -> str:
    return RED.format(year=year, hours=hours)


async def test_a_file_shows_its_card_and_is_put_right_by_talking(desk: Desk) -> None:
    said = await desk.send("王审核", red())
    for part in ("云溪县文化和旅游局", "云文旅发〔2025〕17号", "成文：2025年6月12日", "现行有效", "所有单位"):
        assert part in said
    assert desk.office["王审核"].labels() == ["没问题", "改"]
    assert "文号是" in await desk.office.press("王审核", "改")
    assert "云文旅发〔2025〕18号" in await desk.office.say("王审核", "文号是云文旅发[2025]18号")
    assert "施行：2025年8月1日" in await desk.office.say("王审核", "施行日期改成2025年8月1日")
    assert "已失效" in await desk.office.say("王审核", "《云溪县场馆免费开放办法》被《云溪县场馆开放条例》取代了")
    (card,) = (await desk.cards()).values()
    assert (card.number, card.effective, card.in_force) == ("云文旅发〔2025〕18号", date(2025, 8, 1), False)
    assert "旧文本" in await desk.office.say("小李", "以前图书馆每周开放多少小时")


async def test_a_card_is_put_right_in_the_words_of_the_day(desk: Desk) -> None:
    office = desk.office
    await desk.send("王审核", red())
    assert "云文旅发〔2025〕18号" in await office.say("王审核", "文号不对，应该是云文旅发〔2025〕18号")
    assert "尚未施行" in await office.say("王审核", "《云溪县场馆免费开放办法》还没生效")
    assert "施行：2026年3月10日" in await office.say("王审核", "3月10日起施行")
    assert "已失效" in await office.say("王审核", "作废了")
    assert "现行有效" in await office.say("王审核", "没有作废，还有效")
    said = await office.say("王审核", "《云溪县场馆免费开放办法》改名为《云溪县场馆免费开放细则》")
    assert "《云溪县场馆免费开放细则》" in said
    assert "县文广局" in await office.say("王审核", "云溪县场馆免费开放细则发文机关是县文广局")


async def test_a_title_put_right_judges_anew_which_text_is_old(desk: Desk) -> None:
    old, new = (f"文化馆开放\n第一条 周{n}开放。\n第二条 甲。\n云溪县文化馆\n202{n}年5月1日" for n in (1, 5))
    await desk.send("王审核", old, "旧.txt")
    assert "（2021年）不再作为现行依据" in await desk.send("王审核", new, "新.txt")
    said = await desk.office.say("王审核", "标题是文化馆开放办法")
    assert "还有1份也叫《文化馆开放》" in said
    assert "这份按旧文件收着" in await desk.office.say("王审核", "《文化馆开放》改名为《文化馆开放办法》")


@pytest.mark.slow
async def test_what_was_corrected_holds_until_the_file_is_another_edition(desk: Desk) -> None:
    await desk.send("王审核", red())
    await desk.office.say("王审核", "文号是云文旅发〔2025〕18号")
    await desk.send("王审核", red(hours=60))
    (card,) = await desk.library.shelf.documents()
    assert card.number == "云文旅发〔2025〕18号"
    assert "（2025年）不再作为现行依据" in await desk.send("王审核", red(year=2026, hours=70))
    numbers = {one.dated: one.number for one in await desk.library.shelf.documents()}
    assert numbers == {date(2025, 6, 12): "云文旅发〔2025〕18号", date(2026, 6, 12): "云文旅发〔2025〕17号"}


async def test_a_newer_version_puts_the_older_out_of_force_and_both_stay(desk: Desk) -> None:
    await desk.send("王审核", red(2022, 40), "旧.txt")
    said = await desk.send("王审核", red(2025, 56), "新.txt")
    assert "（2022年）不再作为现行依据" in said
    assert "56小时" in await desk.office.say("小李", "图书馆每周开放时间不少于多少小时")
    assert "年份" in await desk.office.say("王审核", "《云溪县场馆免费开放办法》已废止")
    assert "已失效" in await desk.office.say("小李", "看《云溪县场馆免费开放办法》（2022）的卡片")
    listed = await desk.office.say("小李", "资料库有哪些文件")
    assert listed.count("场馆免费开放办法") == 2


async def test_staff_keep_files_for_their_unit_and_change_nothing_else(desk: Desk) -> None:
    said = await desk.send("小李", red().replace("免费开放办法", "内部排班办法"), "排班.txt")
    assert "只有县图书馆" in said
    assert "审核员或管理员" in await desk.office.say("小李", "这份文件给所有单位看")
    assert "内部排班" not in await desk.office.say("小陈", "资料库有哪些文件")
    await desk.send("王审核", red(), "办法.txt")
    assert "不归你管" in await desk.office.say("小李", "《云溪县场馆免费开放办法》已废止")
    assert (await desk.cards())["办法"].in_force is None


@pytest.mark.slow
async def test_a_document_kept_to_a_unit_is_neither_seen_nor_replaced_by_another(desk: Desk) -> None:
    await desk.send("馆审核", red(), "办法.txt")
    assert "只有县图书馆" in await desk.office.say("馆审核", "这份只给本单位看")
    assert "没有能回答" in await desk.office.say("小陈", "图书馆每周开放时间不少于多少小时")
    assert "56小时" in await desk.office.say("小李", "图书馆每周开放时间不少于多少小时")
    await desk.send("王审核", red(hours=70), "办法.txt")
    assert len(await desk.library.shelf.documents()) == 2
    assert "56小时" in await desk.office.say("小李", "《云溪县场馆免费开放办法》第一条")


async def test_a_document_is_removed_after_asking_and_found_no_more(desk: Desk) -> None:
    await desk.send("王审核", red())
    assert "要把" in await desk.office.say("王审核", "从资料库删除《云溪县场馆免费开放办法》")
    assert "已从资料库删掉" in await desk.office.press("王审核", "删掉")
    assert await desk.library.shelf.documents() == ()
    assert list(desk.home.glob("sent*/*")) == []
    assert await desk.library.search.search("免费开放补助每馆每年20万元", person=None) == ()


async def test_a_secret_file_is_refused_and_not_kept(desk: Desk) -> None:
    assert "涉密" in await desk.send("王审核", "机密★一年\n" + red())
    assert not (desk.home / "sent1" / "附件.txt").exists()


async def test_words_about_nothing_in_the_library_are_left_to_the_conversation(desk: Desk) -> None:
    assert "已记第1条" in await desk.office.say("小李", "今天上午宣传《云溪县场馆免费开放办法》，发放320份")
    assert "发的时候写上" in await desk.office.say("小李", "收进资料库")
    assert "改好了" not in await desk.office.say("小李", "《某某办法》已废止")


@pytest.mark.slow
async def test_an_attachment_never_takes_the_place_of_another_documents_attachment(desk: Desk) -> None:
    await desk.send("王审核", red(), "附件1.txt")
    await desk.send("王审核", red().replace("场馆免费开放办法", "场馆安全办法"), "附件1.txt")
    assert len(await desk.library.shelf.documents()) == 2
    await desk.send("王审核", red(hours=60), "附件1.txt")
    assert len(await desk.library.shelf.documents()) == 2


async def test_an_order_to_the_library_is_never_kept_as_a_note(desk: Desk) -> None:
    office = desk.office
    assert "没有《机关会议管理办法》" in await office.say("小李", "从资料库删除《机关会议管理办法》")
    assert "没有《机关会议管理办法》" in await office.say("小李", "看看《机关会议管理办法》的卡片")
    for named in ("把 /srv/接待细则.docx 收进资料库", "/srv/接待细则.docx", "接待细则.pdf"):
        assert "shibao index" in await office.say("小李", named)
    assert "收进资料库" in await office.say("小李", "怎么收文件")
    assert await office["小李"].notes() == []
    await office.say("小李", "上午把12份文件收进资料库")
    assert len(await office["小李"].notes()) == 1


async def test_a_card_is_told_until_and_from_when_and_which_file_goes(desk: Desk) -> None:
    office = desk.office
    await desk.send("王审核", red())
    assert "失效：2027年4月30日" in await office.say("王审核", "这个试行两年，到2027年4月30日失效")
    assert "施行：2025年9月1日" in await office.say("王审核", "施行日期从2025年9月1号算")
    assert "从资料库删掉吗" in await office.say("王审核", "把免费开放办法那份删了")
    assert "删掉" in office["王审核"].labels()
    assert "已从资料库删掉" in await office.say("王审核", "删掉")
    assert await desk.cards() == {}
