"""The editor's pencil marks speech and stumps, and next to nothing in the reports that were signed."""

import pytest

from tests.evals.judgement import cases, good
from tests.evals.style import marks, per_hundred

UNIT = "县图书馆"


@pytest.mark.parametrize("name", ["dev", "unseen"])
def test_signed_reports_carry_next_to_no_marks(name: str) -> None:
    among, signed = cases(name), good(name)
    rate, _ = per_hundred(among, [signed[c["id"]] for c in among])
    assert rate <= 0.05


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("9月2日，县图书馆去测噪声，他认可处理结果。", "人称"),
        ("9月2日，县图书馆把旧书送给敬老院。", "口头虚词"),
        ("9月2日，县图书馆剩1件投诉尚未办结。", "口头动词"),
        ("9月2日，县图书馆门口的灯没装好。", "没字"),
        ("9月2日，县图书馆接待学生39个。", "名作个"),
        ("9月2日，县图书馆老张捐书20册。", "绰号"),
        ("9月2日，县图书馆接到投诉，是停车费的。", "的字尾"),
        ("9月2日，县图书馆开展是阅读宣传活动。", "残词"),
        ("9月2日，县图书馆开展阅读宣传。第一站。", "断句"),
    ],
)
def test_what_an_editor_would_strike_is_marked(text: str, kind: str) -> None:
    assert list(marks(UNIT, "县图书馆开展阅读宣传", text)) == [kind]


def test_a_title_must_tell_a_deed() -> None:
    assert list(marks(UNIT, "县图书馆2台车", "9月2日，县图书馆开展阅读宣传。")) == ["标题无事"]


def test_words_of_others_are_left_alone() -> None:
    text = "9月2日，县图书馆讲读《我和你》，读者说“把书还给他”。"
    assert not list(marks(UNIT, "县图书馆开展阅读宣传", text))
