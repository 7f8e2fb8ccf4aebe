"""Questions that lean on the one before, and what they lead to."""

import pytest

from bot.domain.library.followups import Ask, follow, new_matter
from bot.domain.library.named import Named
from bot.domain.library.needs import needs_of
from bot.domain.library.questions import analyse
from bot.domain.library.synonyms import Synonyms
from bot.domain.library.wants import Kind
from bot.retrieval.words import cut_words

SYNONYMS = Synonyms((("KTV", ("歌舞娱乐场所",)), ("网吧", ("互联网上网服务营业场所",))))


@pytest.mark.parametrize(
    ("question", "ask"),
    [
        ("第二款说什么", Ask.PARAGRAPH),
        ("原文发我", Ask.ORIGINAL),
        ("还有哪条提到", Ask.MORE),
        ("还有哪条讲借用馆藏文物的", Ask.MORE),
        ("那KTV呢", Ask.ANEW),
        ("没登记的话罚多少", Ask.ANEW),
        ("上面那条是哪年的", Ask.TEXT),
        ("现在还管用吗", Ask.TEXT),
        ("这是哪个文件里的", Ask.TEXT),
        ("过期了还有效吗", Ask.ANEW),
    ],
)
def test_a_question_that_refers_back_is_a_follow_up(question: str, ask: Ask) -> None:
    found = follow(question, "网吧几点关门", SYNONYMS, cut_words)
    assert found is not None
    assert found.ask is ask


def test_a_follow_up_puts_its_word_in_the_place_of_its_like() -> None:
    found = follow("那KTV呢", "网吧几点关门", SYNONYMS, cut_words)
    assert found is not None
    assert "ktv" in found.question
    assert "网吧" not in found.question


def test_the_present_asked_for_behind_a_question_on_the_past_drops_its_year() -> None:
    found = follow("那现在呢", "2005年的时候网吧几点关门", SYNONYMS, cut_words)
    assert found is not None
    assert not analyse(found.question, cut_words, found.own).past
    assert analyse(found.question, cut_words, found.own).year is None


def test_what_has_a_subject_of_its_own_is_a_follow_up_only_where_asked_for() -> None:
    question, before = "那外出能带着吗", "绝密件能复印一份吗"
    assert follow(question, before, SYNONYMS, cut_words) is None
    assert follow(question, before, SYNONYMS, cut_words, anyhow=True) is not None


def test_another_kind_of_the_same_thing_leaves_doubt_in_a_follow_up() -> None:
    found = follow("那商务接待呢", "公务接待能上酒吗", SYNONYMS, cut_words)
    assert found is not None
    question = analyse(found.question, cut_words, found.own)
    named = Named.by(question, needs_of(question, SYNONYMS, lambda grams: dict.fromkeys(grams, 5.0)))
    assert named.missing("商务接待不上酒。") < named.missing("公务接待不上酒。")


def test_a_fine_asked_behind_a_matter_is_the_fine_for_that_matter() -> None:
    found = follow("那罚多少", "网吧几点关门", SYNONYMS, cut_words)
    assert found is not None
    asked = analyse(found.question, cut_words)
    assert "几点关门" in asked.text
    assert asked.wants[0].kind is Kind.PENALTY
    assert "网吧" in found.own


def test_another_count_takes_the_place_of_the_whole_count_before() -> None:
    found = follow("六千人的呢", "活动一千人要向谁报批", Synonyms((("千人", ("参加人数",)),)), cut_words)
    assert found is not None
    assert found.question.startswith("活动六千人")


def test_a_question_that_stands_alone_is_left_alone() -> None:
    assert follow("借用文化馆场地要提前多久申请", "网吧几点关门", SYNONYMS, cut_words) is None
    assert follow("那KTV呢", "", SYNONYMS, cut_words) is None


@pytest.mark.parametrize(
    ("question", "breach"),
    [
        ("那要是不存呢", "不存"),
        ("那压根没证的呢，罚多少", "压根没证"),
        ("硬盖呢", "硬盖"),
        ("不盖章的呢", ""),
        ("那不是党员呢", ""),
        ("那没定级的老房子呢", ""),
    ],
)
def test_what_is_told_not_to_be_kept_asks_what_follows(question: str, breach: str) -> None:
    found = follow(question, "保证金存多少", SYNONYMS, cut_words)
    assert found is not None
    assert found.breach == breach


@pytest.mark.parametrize(
    ("question", "rest", "new"),
    [
        ("换个问题，烈士纪念日是几月几号", "烈士纪念日是几月几号", True),
        ("另外问下，那省外的呢", "那省外的呢", False),
        ("换个地方，能不能办", "换个地方，能不能办", False),
    ],
)
def test_who_says_that_it_is_another_matter_leaves_the_old_one(question: str, rest: str, new: bool) -> None:
    assert new_matter(question) == (rest, new)


def test_of_several_questions_on_a_matter_the_first_names_it_and_the_last_two_ask() -> None:
    found = follow("收不收钱", "申请公开一份文件几天答复；能不能延长；由谁来批", SYNONYMS, cut_words)
    assert found is not None
    assert found.question == "申请公开一份文件；由谁来批；收不收钱"


def test_what_is_told_not_to_be_done_takes_no_words_out_of_the_question_before() -> None:
    found = follow("没通知呢", "多久通知家属", SYNONYMS, cut_words)
    assert found is not None
    assert found.question.startswith("多久通知家属")


@pytest.mark.parametrize(
    ("question", "previous", "merged"),
    [
        ("那800人呢", "灯会要不要公安批，3000人", "灯会要不要公安批,800人"),
        ("那国庆呢", "放几天假 端午", "放几天假 国庆"),
        ("没休完咋整", "年假几天", "年假几天;没休完咋整"),
    ],
)
def test_a_follow_up_takes_the_place_of_what_it_replaces_and_leaves_the_rest(
    question: str, previous: str, merged: str
) -> None:
    found = follow(question, previous, SYNONYMS, cut_words)
    assert found is not None
    assert found.question.replace("；", ";") == merged


def test_the_counted_are_no_matter_and_weigh_little() -> None:
    question = analyse("死了2个人多久上报", cut_words)
    assert "个人" not in question.core
    weights = {
        need.forms[0]: need.weight for need in needs_of(question, SYNONYMS, lambda grams: dict.fromkeys(grams, 6.0))
    }
    assert weights["2"] < weights["上报"]
