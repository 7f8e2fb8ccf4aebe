"""我 and 我们 are told by the unit's name, the speaker's, or not at all, by where they stand."""

import pytest

from bot.writing.first_person import Teller, in_third_person


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        # the doer goes without saying
        ("我们拍了照片", "拍了照片"),
        ("后来我们调了监控", "后来调了监控"),
        ("错号的我当场改了", "错号的当场改了"),
        ("树的事我联系了园林所", "树的事已联系了园林所"),
        ("换新电瓶的单子我报上去了", "换新电瓶的单子已报上去了"),
        ("我跟厂家说了", "跟厂家说了"),
        # but not where somebody else could be taken for it, nor without a verb
        ("投诉的那位我回了电话", "投诉的那位县图书馆回了电话"),
        ("年卡用户我都群发了短信", "年卡用户县图书馆都群发了短信"),
        ("我们第四", "县图书馆第四"),
        ("案子我来立", "案子由县图书馆来立"),
        ("我们答应下周给", "县图书馆答应下周给"),
        # whom it was done to, whose it is
        ("给我们送锦旗", "给县图书馆送锦旗"),
        ("是咱们立的案", "是县图书馆立的案"),
        ("比我们带的高十几", "比县图书馆带的高十几"),
        ("工人留了我们电话", "工人留了县图书馆电话"),
        ("学校报给我的", "学校报给县图书馆的"),
        ("捐给咱馆了", "捐给县图书馆了"),
        ("册子上是咱们县的", "册子上是本县的"),
        ("我们馆长介绍了", "馆长介绍了"),
        # the speaker beside others
        ("断线的我和小苗重新装", "断线的范磊和小苗重新装"),
        ("参加的有我、小齐", "参加的有范磊、小齐"),
        ("我这组9处", "范磊这组9处"),
        # words of others, quotations, and characters of other words
        ("店主说我们刚换的", "店主说刚换的"),
        ("他说“我十三岁学的”", "他说“我十三岁学的”"),
        ("放了《我和我的父辈》", "放了《我和我的父辈》"),
        ("做自我介绍", "做自我介绍"),
        ("学我国宪法", "学我国宪法"),
    ],
)
def test_first_person(typed: str, told: str) -> None:
    assert in_third_person(typed, Teller("县图书馆", "范磊")) == told


def test_named_where_another_did_something_before() -> None:
    assert in_third_person("我们调了监控", Teller("县图书馆", "范磊", named=True)) == "县图书馆调了监控"


@pytest.mark.parametrize(("speaker", "name"), [("简文", "简文"), ("小曹", "小曹"), ("信息员", "工作人员")])
def test_speaker_is_told_by_a_name(speaker: str, name: str) -> None:
    assert in_third_person("我和小苗去的", Teller("县图书馆", speaker)) == f"{name}和小苗去的"
