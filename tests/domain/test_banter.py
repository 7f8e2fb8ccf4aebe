"""What colleagues say to one another beside the day's matter: known by its words, by who says it, by its thing."""

from datetime import datetime, timedelta

import pytest

from bot.domain.notes.note import Note
from bot.domain.notes.utterances import Kind, utterances

NOW = datetime(2026, 9, 18, 9, 0)


def told(*messages: str) -> list[str]:
    """The content of messages written "speaker text", a minute apart."""
    notes = [
        Note(text, NOW + timedelta(minutes=at), speaker)
        for at, (speaker, text) in enumerate(message.split(" ", 1) for message in messages)
    ]
    return [u.text for u in utterances(notes, NOW) if u.kind is Kind.CONTENT]


@pytest.mark.parametrize(
    "text",
    [
        "立秋安康各位",
        "天佑柳林",
        "通宵没合眼",
        "评论区炸了",
        "生日快乐呀",
        "好看好看",
        "我妈寄的柿饼",
        "把我拍胖了",
        "钥匙落车上了",
        "谁有剪刀借我用下",
        "今天食堂有饺子",
        "粽子放茶水间了，自己拿",
        "路上注意安全",
        "太可爱了吧",
        "裙子哪买的",
        "这破雨下得没完",
        "电脑蓝屏了，谁会修",
        "给我留根冰棍",
        "食堂油泼面今天管够",
        "嗓子都冒烟了",
        "坐办公室坐的",
        "今晚都早点歇",
    ],
)
def test_what_is_said_to_colleagues_is_chat(text: str) -> None:
    assert told("小何 " + text) == []


@pytest.mark.parametrize(
    "text",
    [
        "快递点消防栓被遮挡",
        "到期去回头看",
        "蛋糕店没有健康证",
        "奶茶店主当场搬回店里",
        "西瓜卖不出去",
        "粽子送给了环卫工人",
        "绿豆汤免费供应环卫工人",
        "会议室换了新桌椅",
        "学校食堂有留样记录",
        "太阳能路灯装好了",
        "真空包装机到货了",
        "雨停后恢复施工",
        "停电因变压器烧坏",
        "游客头疼送到医务室",
        "家长会上讲了防溺水",
        "村民自己拿出宅基地",
        "老人领到了轮椅",
        "钥匙移交给了物业公司",
        "手机店占道经营",
        "我们县排第三",
        "我局联合公安局检查",
        "平安县创建启动",
        "饺子由志愿者包好",
    ],
)
def test_facts_that_share_their_words_stay(text: str) -> None:
    assert "，".join(told("小何 收了3袋垃圾", "小何 " + text)).endswith(text)


def test_whoever_only_chats_has_told_nothing() -> None:
    day = told(
        "郑鑫 下午看了小麦条锈病，查了21块地",
        "罗丹 你们裤腿上全是泥",
        "罗丹 门口那盆绿萝该浇水了",
        "郑鑫 药是三唑酮",
    )
    assert day == ["下午看了小麦条锈病", "查了21块地", "药是三唑酮"]


def test_a_bystander_who_tells_a_fact_is_heard() -> None:
    day = told("郑鑫 今天查了21块地", "罗丹 你们裤腿上全是泥", "罗丹 村民反映井水发黄", "罗丹 水样已送检")
    assert day == ["今天查了21块地", "村民反映井水发黄", "水样已送检"]


def test_a_few_words_behind_a_chat_answer_it() -> None:
    assert told("阿平 谁有胶带借我用下", "阿平 查了3家店", "小蔡 胶带不用了") == ["查了3家店"]
    assert told("阿平 查了3家店", "小蔡 谁看见我的水杯了", "阿平 蓝色的那个") == ["查了3家店"]


def test_private_figures_make_no_reporter() -> None:
    day = told("袁野 今天古城进来3.4万人", "大鹏 走得脚底板疼，两万八千步", "大鹏 这草莓15一斤，我买了二斤")
    assert day == ["今天古城进来3.4万人"]
    assert told("袁野 查了3家店", "大鹏 我这边查了5家") == ["查了3家店", "我这边查了5家"]


def test_a_word_thrown_back_at_once_is_no_fact_but_a_statement_may_be() -> None:
    talk = ("崔健 查了3家店", "芳芳 我妈生闷气呢")
    assert told(*talk, "崔健 哄哄") == ["查了3家店"]
    assert told(*talk, "崔健 药是三唑酮") == ["查了3家店", "药是三唑酮"]


def test_a_day_of_one_speaker_without_figures_stays() -> None:
    assert told("阿平 火扑灭了", "阿平 人都安全") == ["火扑灭了", "人都安全"]


@pytest.mark.parametrize(
    "chat",
    [
        ("乙 走得脚底板疼，两万八千步", "甲 我三万一"),
        ("乙 这趟车坐得我腰都直不起来", "乙 司机还老急刹"),
        ("乙 单位wifi又断了，重启也不行", "甲 拔了路由器等十秒"),
        ("甲 村口那棵老桃树开花了，真好看，拍了一张",),
    ],
)
def test_what_outdoes_or_answers_chat_is_chat(chat: tuple[str, ...]) -> None:
    assert told("甲 今天走访17户", *chat, "甲 发折页800张") == ["今天走访17户", "发折页800张"]


def test_a_count_and_a_plant_of_the_days_work_stay() -> None:
    assert told("甲 上午排查燃气，12户", "乙 我9户", "乙 住户老不在家")[2:] == ["我9户", "住户老不在家"]
    assert told("甲 上周末油菜花开了，景区来了1.2万人")[0] == "上周末油菜花开了"
    assert "文化墙画完了" in told("甲 下午检查了文化墙", "甲 文化墙画完了，真好看，拍了一张")


def test_an_outing_takes_its_figures_along() -> None:
    assert told("甲 今天看了2个工地", "乙 周末爬山已经报了8个人，你去不", "甲 腰不行") == ["今天看了2个工地"]
    assert told("甲 今天看了2个工地", "乙 中午去吃面不，12点半老地方") == ["今天看了2个工地"]
    assert "明天去开发区看两家企业" in told("甲 今天看了2个工地", "甲 明天去开发区看两家企业，你去不")


def test_a_question_tells_nothing() -> None:
    assert told("甲 今天查了23所学校，隐患41处", "乙 差3处？谁统计的？", "乙 台账上是38处？") == [
        "今天查了23所学校",
        "隐患41处",
        "台账上是38处",
    ]
