"""What is said aside of the day, and what only looks like it."""

import pytest

from bot.domain.notes.asides import asides


def aside(message: str) -> list[str]:
    clauses = message.split("，")
    return [clauses[i] for i in sorted(asides(clauses))]


@pytest.mark.parametrize(
    ("message", "left_out"),
    [
        ("听说老郝要调走，组织部来人了", ["听说老郝要调走", "组织部来人了"]),
        ("王副局长迟到了20分钟，脸色不好看", ["王副局长迟到了20分钟", "脸色不好看"]),
        ("查了9家歌厅，老板还骂人，素质真低，这破活谁爱干谁干", ["老板还骂人", "素质真低", "这破活谁爱干谁干"]),
        ("县长来了，转了一圈说办得好，有水平，要推向全省", ["转了一圈说办得好", "有水平", "要推向全省"]),
        ("局里车又坏了，后勤真不行，今天走访了6户", ["局里车又坏了", "后勤真不行"]),
    ],
)
def test_gossip_grumbling_and_praise_are_left_out(message: str, left_out: list[str]) -> None:
    assert aside(message) == left_out


@pytest.mark.parametrize(
    "message",
    [
        "督查发现3人迟到，2人玩手机",
        "游客反映服务态度差，已经约谈店家",
        "书法水平高的学员挑了12个，参加市赛",
        "退还红包2个，登记上交",
        "县长要求年底前把画册印出来",
        "劝解两户邻居吵架，当场和好",
    ],
)
def test_complaints_of_others_and_lapses_that_were_found_are_facts(message: str) -> None:
    assert aside(message) == []
