"""What is said of the telling itself stays out; what goes to others by a day is a plan."""

import pytest

from bot.domain.notes.promised import promised


@pytest.mark.parametrize(
    "text",
    [
        "我提前报一下明天再补人数",
        "人数先报这些",
        "准数明天再报",
        "观众人数明天问了村里再补",
        "具体名单明天上午发你",
        "分类的数等编目完了报给你",
        "明天早上把数报给我",
        "今天的数明天上午10点后我再报",
        "表我发群里了",
        "工资卡尾数我发你了",
        "我明早去对",
        "差在哪不清楚",
    ],
)
def test_what_is_said_of_the_telling(text: str) -> None:
    assert promised(text)


@pytest.mark.parametrize(
    "text",
    [
        "名单下周一报市局",
        "名单周五前报上来",
        "获奖名单下周公示",
        "成绩周五公布",
        "方案下周报县政府",
        "资料明天发到各村",
        "通知发各村群里了",
        "台账发镇里了",
        "照片送报社了",
        "后天给每户发50元",
        "水位数据每天上午8点报县防办",
        "我们明天去查水库",
        "技术员说明天给我们送种子",
        "明天报名截止",
        "村医说明天把名册送来",
        "提前报备了3场活动",
    ],
)
def test_what_goes_to_others(text: str) -> None:
    assert not promised(text)
