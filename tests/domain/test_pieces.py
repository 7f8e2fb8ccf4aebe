"""Voice input is cut before a new clause; names, relative clauses and typed sentences are not."""

import pytest

from bot.domain.notes.pieces import pieces


def cut(text: str) -> str:
    return "|".join(text[a:b] for a, b in pieces(text))


@pytest.mark.parametrize(
    "expected",
    [
        (
            "晚上七点半晚会第六场在铁西广场演完了|一共十一个节目|演员七十二个|都是业余的|观众估计八百来号人"
            "|中间下了十分钟雨|没人走|最后抽了二十份|奖品是门票"
        ),
        (
            "下午两点半在四楼开了座谈会|来了十七个传承人|还有财政局的一个副科长叫闫立群|大家提了十一条意见"
            "|最集中的是没场地|其次是补贴发得晚"
        ),
        "上午查了周家祠堂和观音桥|周家祠堂电线老化|有四处裸露的|已经让村里断电了|观音桥桥面缺了三块石板",
        "下午去了磨盘山摩崖石刻|看了十二处题刻|有三处长了苔藓|一处有新的刻画痕迹|已经报警了|派出所的人四点半到的现场",
        "上午九点半活动室办了小小说书人|来了四十六个孩子|讲了十九个故事|最小的五岁|评了小状元六个|奖品是绘本",
        "今天上午在文化馆三楼办了剪纸课|来了二十个孩子|十五个家长|老师是孙巧云|剪了四十多幅作品|最小的孩子六岁",
        "昨天下午我们去了东关社区|发了三百份手册|收到意见十二条|其中关于停车的五条|居民说路灯坏了两盏|已经报给城管了",
        "晚上查了三家歌厅两家网吧|有一家网吧接纳未成年人两名|当场下了整改通知书|负责人答应三天内改完",
        "上午给文化志愿者开了培训会|请了市馆的李红老师|讲了两个小时|参加的有四十六人|下周还要考试",
        "上午晚会在铁西广场演完了|一共十一个节目|演员七十二个|观众估计八百来号人|最后抽了二十份|奖品是景区门票",
        "我们把县志里的老照片扫描完了|扫了三百六十张|有二十张是民国时候的",
    ],
)
def test_speech_is_cut_where_a_clause_is_told_to_its_end(expected: str) -> None:
    assert cut(expected.replace("|", "")) == expected


@pytest.mark.parametrize(
    "text",
    [
        "会上通报了上个月查出的19条隐患，消防通道堵的有8条",
        "上午支部21名党员去了红石岭烈士陵园，应到23人",
        "往敬老院、看守所、三个工地送了1100册，交了账",
        "收了学生自己交上来的盗版小人书19本，回头销毁",
        "县文化馆在县文化中心活动室办了讲座",
        "抽查了古城步行街五家剧本杀",
        "给社区六十八位老人讲了一个小时防诈骗",
        "三个社区的志愿者去了看守所和敬老院",
        "学校中心组学习了两个小时的新条例",
        "传承人马秀兰老师教了三十个孩子剪纸",
    ],
)
def test_no_clause_is_cut_in_its_middle(text: str) -> None:
    assert cut(text).replace("|", "，") == text


def test_a_smiling_face_parts_clauses() -> None:
    text = "终于放完啦😀今晚在石桥村小广场放的《长津湖》"
    assert [text[a:b] for a, b in pieces(text)] == ["终于放完啦", "今晚在石桥村小广场放的《长津湖》"]
