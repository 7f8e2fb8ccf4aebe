"""A reader's first questions are asked where the notes leave them open, and only there."""

import pytest

from bot.domain.notes.gaps import MOST, gaps_of
from bot.domain.notes.report import Conflict

UNIT = "县文化馆"


def gaps(
    deed: str, text: str, place: str = "", unit: str = UNIT, conflicts: tuple[Conflict, ...] = ()
) -> tuple[str, ...]:
    return gaps_of(deed, f"11月18日，{unit}{text}", place=place, unit=unit, conflicts=conflicts)


def test_a_gathering_without_place_people_and_result_asks_for_them_in_order() -> None:
    assert gaps("举办书画展", "举办书画展。") == ("地点", "人数", "结果")


@pytest.mark.parametrize(
    ("deed", "text", "place", "missing"),
    [
        ("举办书画展", "在滨河公园举办书画展，展出124幅，观众370人。", "滨河公园", ()),
        ("举办书画展", "在滨河公园举办书画展，展出124幅。", "滨河公园", ("人数",)),
        ("举办书画展", "举办书画展，展出124幅，观众370人。", "", ("地点",)),
        ("到柳河镇敬老院慰问", "到柳河镇敬老院慰问，慰问老人12名，送棉被12床。", "", ()),
        ("开展消防演练", "在滨河公园开展消防演练，46人参加。", "滨河公园", ()),
        ("举办篮球赛", "在体育馆举办篮球赛，46人参加。", "体育馆", ("结果",)),
        ("开展跳绳比赛", "在体育馆开展跳绳比赛，46人参加，裁判说明规则。", "体育馆", ("结果",)),
        ("举办篮球赛", "在体育馆举办篮球赛，12支队参加，县医院队获第一。", "体育馆", ()),
        ("全县职工乒乓球赛打", "全县职工乒乓球赛在体育馆打，26个单位报名，县医院队第一。", "", ()),
        ("巡查书屋", "巡查16个村的书屋，3个未开门。", "", ()),
        ("召开局务会", "召开局务会，定了2件事。", "", ()),
        ("修订值班制度", "修订值班制度，删除重复条款5条。", "", ()),
        ("印发通知", "印发通知3份。", "", ()),
        ("整改隐患", "整改隐患3处，全部完成。", "", ()),
    ],
)
def test_only_what_is_not_said_is_asked(deed: str, text: str, place: str, missing: tuple[str, ...]) -> None:
    assert gaps(deed, text, place) == missing


def test_the_place_is_seen_where_the_unit_has_no_name() -> None:
    text = "11月18日，县文化馆在城南社区举办文艺演出，观众400人。"
    assert gaps_of("举办文艺演出", text, place="", unit="", conflicts=()) == ()


def test_people_in_dispute_are_not_asked_for_again() -> None:
    conflict = Conflict("参加人数", ("64人", "58人"), (0, 1))
    assert "人数" not in gaps("举办培训班", "在滨河公园举办培训班，教材80册。", "滨河公园", conflicts=(conflict,))


def test_never_more_than_three_are_asked() -> None:
    assert len(gaps("举办活动", "举办活动。")) <= MOST == 3
