"""What a question over a draft is answered: a clause that holds what was asked for, never one that does not."""

from datetime import datetime

import pytest

from bot.domain.notes.note import Note
from bot.domain.talk.answered import answer
from bot.domain.talk.free_wishes import asked_about
from bot.domain.talk.reckoned_days import in_figures, weekday

WATER = (
    "局检查桶装水店12家\n8月11日，局检查桶装水店12家，4家没有进货台账，1家水是过期的，7月30日到期。过期的当场封了18桶。"
    "3家大店都好，恒源，清泉，碧波。计划8月19日再来看一次。"
)
FILM = "县融媒体中心拍推普周\n9月24日早上，县融媒体中心拍推普周，拍了2小时。下午剪片，计划晚上8时发，公众号和抖音。"
ROAD = "309线塌方\n6月17日晚下雨，309线塌方，堵了单边，早上6时开始清，8时40分通了。清走150方土，1台铲车6人。"
AGED = "民政办认证高龄津贴\n6月9日，民政办认证高龄津贴。走访7个村，认证63人，还有5人未见到，3个在外地儿女家，2个住院。"
POLICE = "大队劝导骑电动车不戴头盔的\n10月20日，大队在东关桥劝导骑电动车不戴头盔的。共劝了87个，罚款6个，均是20块。"
ICE = "局到卫生院检查疫苗冷链\n4月15日，局到卫生院检查疫苗冷链，疾控的于敏和本股室2人。备用发电机打不着火，油是去年的。"


@pytest.mark.parametrize(
    ("draft", "asked", "told"),
    [
        (WATER, "一共几家", "“局检查桶装水店12家”。"),
        (WATER, "人数不对", "哪一处不对？"),
        (AGED, "人数好像不太对", "“认证63人”、“还有5人未见到”。"),
        (WATER, "封的那个写清楚 多少桶", "“过期的当场封了18桶”。"),
        (FILM, "几点发的", "“计划晚上8时发”。"),
        (ROAD, "什么时候塌的", "“6月17日晚下雨”、“309线塌方”。"),
        (ROAD, "几点通的", "“8时40分通了”。"),
        (AGED, "没见到那几个为啥没见到", "“还有5人未见到，3个在外地儿女家，2个住院”。"),
        (POLICE, "87是劝的还是罚的", "“劝”。"),
        (POLICE, "是不是87里头包括6", "没说含不含"),
        (POLICE, "罚的是多少钱", "“罚款6个”、“均是20块”。"),
        (POLICE, "人名没写进去吧", "没写人名"),
        (ICE, "谁去的写了没", "“疾控的于敏和本股室2人”。"),
        (ICE, "局长是谁", "没说"),
        (AGED, "一共花多少钱", "没有"),
        (AGED, "一共走访几个村", "“走访7个村”。"),
        (ICE, "发电机一共几台", "没有现成的总数"),
        (WATER, "水那块为什么放在最后", "次序"),
        (ROAD, "装网几号", "没有"),
        (ROAD, "是哪天", "“6月17日晚下雨”"),
    ],
)
def test_an_answer_holds_what_was_asked_for(draft, asked, told):
    said = answer(asked, draft, [one.words for one in asked_about(asked, draft)], ["今晚8点发 公众号和抖音"])
    assert told in said


def test_a_weekday_is_told_by_its_date():
    told = weekday("下周三几号", WATER.split("\n")[1], [Note("下周三再来看一次", datetime(2026, 8, 11, 16))])
    assert weekday("今天来了几号人", WATER, [Note("来了12人", datetime(2026, 8, 11, 16))]) == ""
    assert told == "下周三是8月19日。稿里写的是“计划8月19日再来看一次”。"
    assert in_figures("下周一", datetime(2026, 9, 3, 16)) == "9月7日"
    assert in_figures("下一批", datetime(2026, 9, 3, 16)) == ""
