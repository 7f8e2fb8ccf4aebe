"""A model's words stand in a section where they hold, point by point; else ours stay."""

import asyncio
from datetime import datetime
from pathlib import Path

import pytest

from bot.domain.summary.drawing_up import Records, drawn_up
from bot.domain.summary.parts import Summary
from bot.domain.summary.section_reading import read
from bot.domain.summary.summary_text import written_out
from bot.domain.summary.works import Told
from bot.domain.talk.desk import Outgoing
from bot.domain.talk.door import Incoming
from bot.flows.polish import Polishing
from tests.flows.conversation import conversation

NOW = datetime(2026, 11, 22, 10)
REPORTS = (
    Told("r1", "县图书馆到城东社区送书", "1月12日，县图书馆到城东社区送书210册，46人参加。", "县图书馆",
         datetime(2026, 1, 12).date(), category="文化惠民"),
    Told("r2", "县图书馆到大岭小学送书", "6月18日，县图书馆到大岭小学送书600册，80人参加。", "县图书馆",
         datetime(2026, 6, 18).date(), category="文化惠民"),
)  # fmt: skip
GOOD = ["全年送书810册。", "其中6月18日到大岭小学送书600册，80人参加；1月12日到城东社区送书210册，46人参加。"]


class Scripted:
    """Says what it is told to say of every point, resting on all its lines."""

    def __init__(self, *sentences: str) -> None:
        self.sentences = sentences
        self.given: list[tuple[str, list[str]]] = []

    async def word(self, title, points):
        self.given = list(points)
        return {
            place: [(text, tuple(range(len(lines)))) for text in self.sentences]
            for place, (_, lines) in enumerate(points)
        }


def summary() -> Summary:
    return drawn_up(read("文化惠民", NOW), Records(REPORTS), unit="县文旅局", today=NOW.date())


async def polished(*sentences: str) -> Summary:
    return await Polishing(Scripted(*sentences)).polish(summary(), NOW)


async def test_words_that_hold_take_the_place_of_ours_with_the_sources() -> None:
    made = written_out(await polished(*GOOD))
    assert "全年送书810册。其中6月18日到大岭小学" in made.text
    assert made.text.startswith("2026年（截至11月22日），送书2次，参加126人次。")
    assert {source.id for line in made.lines for source in line.sources} == {"r1", "r2"}


@pytest.mark.parametrize(
    "sentences",
    [
        ["全年送书811册。"],
        [*GOOD, "7月2日到石门中学送书90册。"],
        [GOOD[1]],
        [*GOOD, "营造了浓厚的书香氛围。"],
        [*GOOD, "馆长李秀兰作了讲解。"],
    ],
    ids=["wrong sum", "deed of nowhere", "lost total", "empty talk", "person of nowhere"],
)
async def test_words_that_do_not_hold_leave_ours(sentences: list[str]) -> None:
    made = await polished(*sentences)
    assert made.worded == ()
    assert written_out(made) == written_out(summary())


class Slow(Scripted):
    """Takes its time, and says so when it is told to stop."""

    async def word(self, title, points):
        await asyncio.sleep(30)


@pytest.mark.slow
async def test_its_progress_is_told_and_it_can_be_stopped_with_ours_left(tmp_path: Path) -> None:
    async with conversation(tmp_path, polishing=Polishing(Slow(*GOOD))) as talk:
        await talk.say("3月1日，县图书馆到城东社区送书210册，46人参加", at=NOW)
        await talk.say("6月18日，县图书馆到大岭小学送书600册，80人参加", at=NOW)
        await talk.say("起草送书一节", at=NOW)
        ours = await talk.say("成稿", at=NOW)
        lines: list[str] = []

        async def show(replies: tuple[Outgoing, ...]) -> None:
            lines.extend(reply.text for reply in replies)
            talk.hearing.stops.ask(talk.person.id, "stop")

        buttons = {name: token for reply in talk.shown for row in reply.buttons for name, token in row}
        [said] = await talk.hearing.hear(talk.person, Incoming("p", "", NOW, action=buttons["让大模型润色"]), show)
        assert lines == ["正在润色：已写0条，共1条。不想等就点“停”，原来的稿子不变。"]
        assert said.text == "停下了，原来的没有动。"
        assert await talk.hearing.hear(talk.person, Incoming("stop", "停", NOW)) == ()
        assert await talk.say("成稿", at=NOW) == ours


async def test_the_model_is_given_headings_and_lines_and_nothing_else() -> None:
    writer = Scripted(*GOOD)
    await Polishing(writer).polish(summary(), NOW)
    ((heading, lines),) = writer.given
    assert heading == "2026年（截至11月22日），送书2次，参加126人次"
    assert lines[0] == "共送书810册。"
