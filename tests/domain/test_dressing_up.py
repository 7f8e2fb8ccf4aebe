"""What colleagues say to make a report look better, and what leaders say to spur them on, tells nothing of the day."""

from datetime import datetime

import pytest

from bot.domain.notes.note import Note
from bot.domain.notes.utterances import Kind, utterances

SAID = datetime(2026, 6, 11, 17, 0)


def content(text: str) -> list[str]:
    return [u.text for u in utterances([Note(text, SAID, "石")], SAID) if u.kind is Kind.CONTENT]


@pytest.mark.parametrize(
    "text",
    [
        "写30支队吧，显得热闹，再写上职工热情高涨",
        "要不写成20支？好看",
        "凑个整写50人100袋，领导爱看",
        "满意度写99%吧，领导喜欢",
        "不行，照实写",
        "别，人家村里都看着的",
        "省里没来人，不能瞎写",
        "别改，12支就12支",
    ],
)
def test_talk_of_dressing_up_is_no_content(text: str) -> None:
    assert content(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "各科室注意，防汛工作责任重于泰山，要严阵以待、靠前指挥，让群众安心度汛",
        "大家要把校园安全抓在手上、扛在肩上，做到守土有责，不能有丝毫松懈",
        "同志们，秸秆禁烧是硬任务，要层层传导压力，谁的田谁负责，把好事办实",
        "创文到了冲刺阶段，请大家咬紧牙关、一鼓作气，打赢这场硬仗",
    ],
)
def test_a_message_that_only_spurs_on_is_no_content(text: str) -> None:
    assert content(text) == []


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("现场写了120副春联，送给村民", ["现场写了120副春联", "送给村民"]),
        ("写60副春联", ["写60副春联"]),
        ("各村要在6月20日前报名单", ["各村要在6月20日前报名单"]),
        ("大家要求修路，当场答复8条", ["大家要求修路", "当场答复8条"]),
        ("不行的设备换了3台", ["不行的设备换了3台"]),
    ],
)
def test_deeds_and_orders_with_a_figure_stay(text: str, kept: list[str]) -> None:
    assert content(text) == kept
