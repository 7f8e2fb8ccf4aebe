"""Slips by sound are put right where the library knows the word that was meant, and only there."""

from collections.abc import Sequence

import pytest

from bot.domain.library.homophones import Speller
from bot.retrieval.words import cut_words, sounds

RULES = "网吧 公务接待 陪餐 产假 博物馆 展览 备案 施工 文物保护法 事件 试用期 公务员 内饰 无法 个人认罚 清楚"
TERMS = ["网吧", "买保险", "公务接待", "三公经费", "试用期", "罚多少", "上访", "说情"]


def rarity(grams: Sequence[str]) -> dict[str, float]:
    return {gram: 3.0 if gram in RULES else 0.0 for gram in grams}


@pytest.mark.parametrize(
    ("typed", "meant", "word"),
    [
        ("网巴几点关门", "网吧几点关门", "网吧"),
        ("公物接待陪餐几个人", "公务接待陪餐几个人", "公务接待"),
        ("三工经费怎么压", "三公经费怎么压", "三公经费"),
        ("女同事产价多少天", "女同事产假多少天", "产假"),
        ("博物官的展览要备案吗", "博物馆的展览要备案吗", "博物馆"),
        ("公务员式用期多久", "公务员试用期多久", "试用期"),
        ("一群人来局里上坊派几个代表", "一群人来局里上访派几个代表", "上访"),
    ],
)
def test_a_slip_is_put_right(typed: str, meant: str, word: str) -> None:
    assert Speller.of(sounds(), TERMS).respell(typed, cut_words, rarity) == (meant, (word,))


@pytest.mark.parametrize(
    "question",
    [
        "公务接待陪餐几个人",
        "在保护范围内施工罚多少",
        "按2017年的文物法，谁批准",
        "同一件事监委管不管",
        "旅行社能卖保险吗",
        "会议室租一天多少钱",
        "个人罚多少",
        "养狗要办证吗",
        "在网上方便找到吗",
        "要不要说清有什么风险",
    ],
)
def test_what_is_no_slip_stays(question: str) -> None:
    assert Speller.of(sounds(), TERMS).respell(question, cut_words, rarity) == (question, ())


def test_two_terms_of_one_sound_are_neither_certain() -> None:
    speller = Speller.of(sounds(), ["试用期", "使用期"])

    assert speller.respell("公务员式用期多久", cut_words, rarity) == ("公务员式用期多久", ())
