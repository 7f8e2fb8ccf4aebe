"""Wishes about a draft as offices say them: revisions.tsv, what each leaves in the draft and takes out of it."""

import re
from pathlib import Path

import pytest

from bot.domain.editing.edits import read
from bot.domain.editing.wishes import Act, Several
from bot.domain.talk.revision import Words, apply

TITLE = "县图书馆在城东社区开展送书下乡活动"
TEXT = (
    "11月20日上午9时，县图书馆在城东社区开展送书下乡活动。128名学生参加，送书320册。"
    "馆长李秀兰讲怎么挑书，6名志愿者帮忙登记，办借书证15张。活动花费1200元。"
)
LATER = (
    "县博物馆在一楼会议室开展消防安全培训",
    "11月12日下午，县博物馆在一楼会议室开展消防安全培训，35名职工参加。消防大队宣传员赵宏讲怎么用灭火器。"
    "演练1次，每人均试。现场查出隐患3处，均整改。花费2400元，更换灭火器16具。",
)


def rows(name: str) -> list[list[str]]:
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return [[*line.split("\t"), "", ""][:3] for line in lines if line and not line.startswith("#")]


def holds(condition: str, words: Words) -> bool:
    """Whether the draft is as one cell of the table says."""
    name, _, value = re.match(r"(title[:=]|len<|sentences<|shorter|)()(.*)", condition).groups()
    match name:
        case "title:":
            return value in words.title
        case "title=":
            return value == words.title
        case "len<":
            return len(words.text) < int(value)
        case "shorter":
            return len(words.text) < len(TEXT)
        case "sentences<":
            return words.text.count("。") < int(value)
    if order := re.fullmatch(r"(.+)<(.+)", value):
        return words.text.index(order[1]) < words.text.index(order[2])
    return value in words.title + words.text


@pytest.mark.parametrize(("said", "has", "lacks"), rows("revisions.tsv"))
def test_a_wish_does_what_it_says(said, has, lacks):
    carried_out(said, has, lacks, TITLE, TEXT)


@pytest.mark.parametrize(("said", "has", "lacks"), rows("revisions_later.tsv"))
def test_a_wish_about_another_draft_does_what_it_says(said, has, lacks):
    carried_out(said, has, lacks, *LATER)


def carried_out(said, has, lacks, title, text):
    edit = read(said, f"{title}\n{text}")
    assert edit is not None, said
    done = apply(edit, Words(title, text))
    assert (done.title, done.text) != (title, text)
    assert [one for one in has.split("|") if one and not holds(one, done)] == []
    assert [one for one in lacks.split("|") if one and holds(one, done)] == []


@pytest.mark.parametrize(
    ("said", "act", "words"),
    [
        ("320册哪来的", Act.WHENCE, "320册"),
        ("哪来的这个数", Act.WHENCE, ""),
        ("这个128谁说的", Act.WHENCE, "128"),
        ("刚才改了什么", Act.CHANGES, ""),
        ("这稿和上一稿差在哪", Act.CHANGES, ""),
        ("回到第一稿", Act.ORIGINAL, ""),
        ("都恢复", Act.ORIGINAL, ""),
        ("标题还用原来的", Act.OLD_TITLE, ""),
        ("刚删的那句加回来", Act.UNDO, ""),
        ("改错了，还原", Act.UNDO, ""),
        ("那个人数加回去", Act.RESTORE, "人数"),
        ("花钱的还是写上吧", Act.RESTORE, "花钱"),
    ],
)
def test_a_wish_about_what_the_draft_was_is_read(said, act, words):
    edit = read(said, f"{TITLE}\n{TEXT}")
    assert (edit.act, edit.words) == (act, words)


@pytest.mark.parametrize(
    "said",
    [
        "删了群里23条广告",
        "不要塑料袋，发了布袋300个",
        "把第二排的桌子撤了",
        "志愿者换成了大学生",
        "撤回了上周发的通知",
        "帮忙的人先走了",
    ],
)
def test_what_is_told_of_the_day_is_no_wish(said):
    assert read(said, f"{TITLE}\n{TEXT}") is None


CRAFTS = "学习剪纸、泥塑、皮影。送教1000元课时费，家住明珠和东关。"
PRAISED = "今天开会。表彰家庭20户，标兵30名。9家，有4家门锁着。"

SUPPORT = (
    "今天开会。最抢手的是电子厂普工，月薪5000到6500。设了个零工专区。带了假人10个，坏了1个。抓了1人，线索是群众举报的。"
    "居民嫌车位少。说现在规划45个。一家让路，另一家补3500元。"
)

AIDED = "今天开会。发补贴款3000元，500元慰问金送到8户。截到下午4时发了1.8万单，去年同时段1.3万。"


@pytest.mark.parametrize(
    ("text", "said", "left"),
    [
        (CRAFTS, "皮影放第一个", "学习皮影、剪纸、泥塑。送教1000元课时费，家住明珠和东关。"),
        (CRAFTS, "剪纸放最后", "学习泥塑、皮影、剪纸。送教1000元课时费，家住明珠和东关。"),
        (CRAFTS, "课时费的钱数不写", "学习剪纸、泥塑、皮影。送教课时费，家住明珠和东关。"),
        (PRAISED, "标兵放家庭前面", "今天开会。表彰标兵30名，家庭20户。9家，有4家门锁着。"),
        (PRAISED, "不写门锁着", "今天开会。表彰家庭20户，标兵30名，9家。"),
        (AIDED, "钱不写", "今天开会。发补贴款，慰问金送到8户。截到下午4时发了1.8万单，去年同时段1.3万。"),
        (AIDED, "下午那个不要了", "今天开会。发补贴款3000元，500元慰问金送到8户。"),
        (SUPPORT, "工资不写", SUPPORT.replace("，月薪5000到6500", "")),
        (SUPPORT, "坏的那个删了", SUPPORT.replace("，坏了1个", "")),
        (SUPPORT, "假人那句删了", SUPPORT.replace("带了假人10个，坏了1个。", "")),
        (SUPPORT, "举报那句删了", SUPPORT.replace("，线索是群众举报的", "")),
        (SUPPORT, "抓人那句删了", SUPPORT.replace("抓了1人，", "")),
        (SUPPORT, "车位那个先不提", SUPPORT.replace("居民嫌车位少。说现在规划45个。", "")),
        (SUPPORT, "钱不写", SUPPORT.replace("，另一家补3500元", "")),
    ],
)
def test_what_is_less_than_a_clause_moves_or_goes_alone_and_the_rest_reads_on(text, said, left):
    edit = read(said, f"{TITLE}\n{text}")
    assert edit is not None
    assert apply(edit, Words(TITLE, text)).text == left


def test_one_is_asked_for_where_two_are_named():
    edit = read("血压那句删了", f"{TITLE}\n今天义诊。量血压216人，查出血压偏高41人。")
    with pytest.raises(Several) as asked:
        apply(edit, Words(TITLE, "今天义诊。量血压216人，查出血压偏高41人。"))
    assert asked.value.wishes == ("把量血压216人删掉", "把查出血压偏高41人删掉")


@pytest.mark.parametrize("words", ["对 没变 标题短些报上去", "标题有点长", "标题短一点"])
def test_a_shorter_title_is_no_wish_for_the_text(words):
    assert read(words, f"{TITLE}\n{TEXT}").act is Act.SHORTEN_TITLE


def test_a_name_told_by_its_post_goes_and_the_post_stays():
    text = "局长谭卫国到了两个村。送米面油63份，慰问金12.6万元。"
    for said, left in (
        ("局长名字别出现", "局长到了两个村。送米面油63份，慰问金12.6万元。"),
        ("慰问金数字隐去", "局长谭卫国到了两个村。送米面油63份，慰问金。"),
    ):
        edit = read(said, f"{TITLE}\n{text}")
        assert edit is not None
        assert apply(edit, Words(TITLE, text)).text == left
