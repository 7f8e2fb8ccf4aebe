"""A fault that was found is told; it corrects nothing that was said."""

from datetime import datetime

import pytest

from bot.domain.notes.note import Note
from bot.writing.offline import write_reports

NOW = datetime(2026, 11, 22, 17)


def _text(*messages: str) -> str:
    notes = [Note(text, NOW.replace(minute=n), "周敏") for n, text in enumerate(messages)]
    return " ".join(report.text for report in write_reports(notes, unit="县档案馆", now=NOW))


@pytest.mark.parametrize(
    ("messages", "kept"),
    [
        (("今天扫描做完了，一共1.2万页", "验收抽了500页，错了3页"), ("500页", "错了3页")),
        (("今天核对了200册古籍目录，错了12处，当场改了",), ("200册", "错了12处")),
        (("今天抽查台账30本，有2本填错了，退回去重填",), ("30本", "2本填错")),
        (("评了38卷，评出优秀11卷，有5卷文书日期填错了，退回去重做",), ("优秀11卷", "5卷文书日期填错")),
        (("抽查出租车26辆，合格20辆，4辆计价器装错了，2辆没带证",), ("合格20辆", "4辆计价器装错", "2辆未带证")),
        (("今天修表12块", "走时不对的5块，返工了"), ("修表12块", "走时不对的5块")),
        (("今天种树230棵，来了60人", "60人里有5人登记错了，改过来了"), ("60人参加", "5人登记错")),
        (
            ("今天给乡镇文化站长发补贴，18个站每站600块", "石桥站的账号错了没发出去，明天重新弄"),
            ("乡镇", "石桥站的账号错了"),
        ),
        (("陶瓷器312件，和账对得上的309件", "剩下3件是老账上号写错了，先登记下来"), ("309件", "3件")),
        (("上午领了141户，一共178户", "底册上有两户名字写反了，当面换过来了"), ("141户", "2户名字写反")),
        (
            ("给八个科室讲了公文写法", "拿16份退回来的文件当例子，最多的毛病是附件没写、日期不对"),
            ("8个科室", "日期不对"),
        ),
        (("来了19所大学", "本子里第14页有个分数印错了，印了张更正的条子夹进去"), ("分数印错", "更正的条子")),
        (("今天点了3120册", "又找到9册，是夹在少儿部的架子上，应该是孩子拿过去的"), ("3120册", "应该是孩子拿")),
        (("找出来5处和老文件对不上，比如开馆的日子", "以文件为准，我把文件号都抄上"), ("5处",)),
        (("第一场在东关演，来了200人", "第二场", "来了180人"), ("第一场", "第二场")),
        (("中午送到现在，送了12户", "最后给20户送了被子"), ("12户", "20户")),
        (("上午换出去旧书236本", "收摊了，全天一共换书410本"), ("410本",)),
        (("今天查直播间15家", "有1家价格标错，责令改", "退款7单，一共退了70块"), ("1家价格标错", "70")),
        (("今天接收档案，清单上写的1260卷", "实际1248卷，少的12卷说是搬家时弄混了"), ("1260卷", "1248卷")),
        (("下午去量了四户", "有七户来问，说地少算了，量了五户"), ("7户",)),
        (("查了23个喷头", "没水的11个，漏水的7个，被车压住的4个"), ("漏水的7个",)),
    ],
)
def test_what_was_wrong_is_a_finding(messages: tuple[str, ...], kept: tuple[str, ...]) -> None:
    text = _text(*messages)
    assert all(words in text for words in kept), text
    assert text.startswith("11月22日")


def test_a_wrong_figure_with_the_right_one_is_still_a_correction() -> None:
    text = _text("今天扫描做完了，一共1200页", "页数错了，是1300页")
    assert "1300页" in text
    assert "1200" not in text


@pytest.mark.parametrize(
    ("messages", "right", "wrong"),
    [
        (("今天来了48人，发资料60份", "有两个数写错了，来了46人，资料66份"), ("46人", "66份"), ("48", "60")),
        (("来了35个孩子", "35个孩子记错了，53个"), ("53名",), ("35",)),
    ],
)
def test_what_the_notes_got_wrong_is_put_right(
    messages: tuple[str, ...], right: tuple[str, ...], wrong: tuple[str, ...]
) -> None:
    text = _text(*messages)
    assert all(words in text for words in right), text
    assert not any(words in text for words in wrong), text


@pytest.mark.parametrize("words", ["不是26个 是28个", "不是26个，是28个", "人数不是26个，是28个"])
def test_what_it_is_not_gives_way_to_what_it_is(words: str) -> None:
    text = _text("今天下午在平安社区办了剪纸课，来了26个居民", "教了4种花样", words)
    assert "28名" in text
    assert "26" not in text
