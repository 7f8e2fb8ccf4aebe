"""Words of a kind exclude each other, as the product's own table has them; it agrees with the word list."""

from pathlib import Path

import pytest

from bot.domain.library import kinds, synonyms

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"


def lines(name: str) -> list[str]:
    return (KNOWLEDGE / name).read_text("utf-8").splitlines()


KINDS = kinds.parse(lines("kinds.tsv"))
SYNONYMS = synonyms.parse(lines("synonyms.tsv"))


@pytest.mark.parametrize(
    ("question", "another", "own"),
    [
        ("工作秘密最长保密多少年", "国家秘密的保密期限，绝密级不超过三十年", "工作秘密的管理办法另行规定"),
        ("事业单位新招的人试用期多久", "公务员法 新录用的公务员试用期为一年", "事业单位人员试用期三个月"),
        ("地铁票倒卖罚多少", "倒卖营业性演出门票的", "倒卖车票的"),
        ("养老院周围能开网吧吗", "学校周围200米范围内不得设立互联网上网服务营业场所", "养老院周围不得设立网吧"),
        ("收到罚款决定几天内能申请行政复议", "收到处理决定之日起一个月内申请复审", "六十日内申请行政复议"),
        ("受了党内警告多久不能提拔", "公务员受警告处分的期间为六个月", "受到党内警告的，一年内不得提升"),
        ("婚假能休几天", "年休假五天", "婚假三天"),
        ("请病假工资怎么扣", "工资应当按时足额发放", "病假工资不低于八成"),
        ("饭馆办卫生许可证找谁", "颁发娱乐经营许可证", "向县级卫生部门申请卫生许可证"),
        ("电竞酒店能接待小孩吗", "互联网上网服务营业场所不得接纳未成年人", "旅馆接待未成年人应当询问"),
        ("酒店门口能办演出吗", "网吧不得办演出", "演出应当经批准"),
        ("文化馆能改成超市吗", "图书馆不得挪用", "不得改变公共文化设施的用途"),
        ("县级文保单位由谁公布", "省级文物保护单位，由省人民政府公布", "各级文物保护单位由人民政府公布"),
        ("歌厅几点关门", "网吧每日营业时间限于8时至24时", "凌晨2时至8时，娱乐场所不得营业"),
        ("公务员能到企业兼职吗", "事业单位人员不得兼职", "公务员在机关外兼职，应当经批准"),
    ],
)
def test_another_of_the_kind_is_no_answer_but_its_own_or_the_whole_is(question: str, another: str, own: str) -> None:
    asked = KINDS.asked(question, SYNONYMS.spoken(question))
    assert not asked.answered_by(another)
    assert asked.answered_by(own)


def test_what_the_word_list_makes_of_a_word_always_answers_for_it() -> None:
    refused = [
        (term, word)
        for term, formal in SYNONYMS.words
        for word in formal
        if not KINDS.asked(term, [(term, formal)]).answered_by("".join(formal))
    ]
    assert refused == []


def test_every_row_of_the_table_has_a_name_two_words_and_at_most_what_is_general() -> None:
    rows = [line.split("\t") for line in lines("kinds.tsv") if line and not line.startswith("#")]
    assert [row for row in rows if len(row) not in (2, 3)] == []
    assert len({row[0] for row in rows}) == len(rows) >= 40


def test_a_list_of_ones_own_adds_to_a_kind() -> None:
    own = kinds.parse(["假\t年休假、病假", "假\t看护假", "# 说明\t无"])
    assert not own.asked("看护假几天").answered_by("病假三天")
    assert own.asked("看护假几天").answered_by("看护假三天")
