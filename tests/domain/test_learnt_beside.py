"""What the learnt weights take for chat or empty talk, and what they must never take."""

from datetime import datetime

import pytest

from bot.domain.notes.kinds import Kind
from bot.domain.notes.note import Note
from bot.domain.notes.utterances import utterances
from bot.writing.offline import write_reports

NOW = datetime(2026, 6, 11, 17)
DAY = "今天上午在滨河小区办了反诈宣传，发资料300份"


def _read(*messages: tuple[str, str]) -> list[tuple[str, Kind]]:
    notes = [Note(text, NOW.replace(minute=n), speaker) for n, (speaker, text) in enumerate(messages)]
    return [(one.text, one.kind) for one in utterances(notes, NOW)]


@pytest.mark.parametrize("beside", ["写简短点啊", "抓紧发出来", "一身的油漆味儿", "腿都跑细了", "开头别写虚的"])
def test_what_is_said_beside_the_matter_stays_out_but_is_listed(beside: str) -> None:
    notes = [Note(DAY, NOW, "周敏"), Note(beside, NOW.replace(minute=5), "周敏")]
    report = write_reports(notes, unit="县公安局", now=NOW)[0]
    assert beside.rstrip("啊") not in report.text
    assert any(one.text == beside or beside.startswith(one.text) for one in report.unused)


@pytest.mark.parametrize(
    "fact",
    [
        "没有人员受伤",
        "社区民警现场解答",
        "居民当场下载了反诈软件",
        "有位老人差点转账被劝住",
        "物业的人帮着搬桌子",
        "讲了刷单返利的骗法",
        "资料全部发完",
        "消防通道堵着一辆车",
        "并被追究刑事责任",
        "并设有小吃摊位",
        "获得铜牌",
        "结果显示",
        "为了扩大规模",
        "村支书表示",
        "对油品质量把关不严",
    ],
)
def test_a_deed_without_a_figure_stays_a_deed(fact: str) -> None:
    assert _read(("周敏", DAY), ("周敏", fact))[-1] == (fact, Kind.CONTENT)


def test_the_only_thing_told_is_never_chat() -> None:
    assert _read(("周敏", "抓紧发"))[0][1] is Kind.CONTENT
