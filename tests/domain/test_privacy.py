"""Private data is found wherever it stands, and masking takes nothing else away."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.language.privacy import mask, private_spans, secrecy_mark

FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
quick = settings(max_examples=150, deadline=None)


def kinds(text: str) -> list[str]:
    return [p.kind for p in private_spans(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("电话13912345678", "手机号"),
        ("联系人李某139 1234 5678", "手机号"),
        ("手机号是139-1234-5678", "手机号"),
        ("１３９１２３４５６７８", "手机号"),
        ("身份证370921195603128888", "身份证号"),
        ("37092119560312888X", "身份证号"),
        ("370921 19560312 888x", "身份证号"),
        ("他家4组17号", "家庭住址"),
        ("在沙沟村北头第三家", "家庭住址"),
        ("塘头村4组17号", "家庭住址"),
        ("她家2单元302", "家庭住址"),
        ("卡号6222021001112345678", "银行卡号"),
        ("6222 0210 0111 2345 678", "银行卡号"),
        ("座机0538-6221234", "电话号码"),
        ("电话：6221234", "电话号码"),
        ("微信号：wang_168x", "微信号"),
        ("车牌鲁J·8A12B", "车牌号"),
        ("豫B7788挂、豫A·66K28和豫AD12345", "车牌号"),
        ("（电话13900001111，微信zhangli_88）", "手机号"),
        ("邮箱tianjia88@163.com", "邮箱"),
        ("锦绣苑6栋1803", "家庭住址"),
        ("孩子在阳光小区3栋201", "家庭住址"),
        ("门锁密码是123", "密码"),
        ("家住幸福小区3号楼2单元501", "家庭住址"),
        ("住在东关街12号院3室", "家庭住址"),
    ],
)
def test_private_data_is_found(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "2026年11月18日来了370人",
        "12345热线转办5件",
        "预算1386000元",
        "编号20261118001",
        "工单号2026111800123",
        "住在镇上的老人",
        "养老院3号楼120间",
        "行政中心2号楼1205会议室",
        "馆里电话坏了",
        "一共发了13912份",
        "书号9787020002207",
        "车牌有点旧",
        "用了3号楼的会议室",
    ],
)
def test_what_names_nobody_is_left_alone(text: str) -> None:
    assert kinds(text) == []


def test_each_piece_is_replaced_by_what_it_was() -> None:
    said = "王大爷电话13912345678，身份证370921195603128888，人不错"
    assert mask(said) == "王大爷〔手机号已隐去〕，〔身份证号已隐去〕，人不错"


phones = st.builds(lambda a, b: f"1{a}{b:09d}", st.integers(3, 9), st.integers(0, 10**9 - 1))
births = st.dates().filter(lambda d: 1900 < d.year < 2030).map(lambda d: d.strftime("%Y%m%d"))
identities = st.builds(
    lambda a, b, c, d: f"{a:06d}{b}{c:03d}{d}",
    st.integers(110000, 659999),
    births,
    st.integers(0, 999),
    st.sampled_from("0123456789Xx"),
)
around = st.text(st.characters(exclude_categories=("Nd", "Cs", "Lu", "Ll")), max_size=20)


def written(number: str, form: str) -> str:
    """The same number as people type it."""
    if form == "wide":
        return number.translate(FULL_WIDTH)
    if form == "plain":
        return number
    cuts = (3, 7) if len(number) == 11 else (6, 14)
    return form.join((number[: cuts[0]], number[cuts[0] : cuts[1]], number[cuts[1] :]))


@pytest.mark.slow
@quick
@given(around, st.one_of(phones, identities), around, st.sampled_from(["plain", "wide", " ", "-"]))
def test_a_number_of_a_person_is_found_anywhere_and_the_rest_stays(
    before: str, number: str, after: str, form: str
) -> None:
    typed = written(number, form)
    text = before + typed + after
    start, end = len(before), len(before) + len(typed)
    hits = [p for p in private_spans(text) if p.start <= start and end <= p.end]
    assert len(hits) == 1, private_spans(text)
    assert typed not in mask(text)
    assert not re.search(r"\d{7}", mask(text))
    assert mask(text).startswith(text[: hits[0].start][:1] if hits[0].start else "〔")
    assert mask(text).endswith(text[hits[0].end :])


@pytest.mark.parametrize("end", ["\n", "\r", " ", "、", "和", "  "])
def test_a_number_at_the_end_of_a_message_is_found_whatever_hangs_on(end: str) -> None:
    assert [p.kind for p in private_spans(f"电话13812345678{end}")] == ["手机号"]


@quick
@given(
    st.lists(
        st.sampled_from(["办了展", "来了370人", "13912345678", "，", "电话", "6222021001112345678", "3号楼", "住在"]),
        max_size=12,
    )
)
def test_masking_only_replaces_what_was_found(pieces: list[str]) -> None:
    text = "；".join(pieces)
    spans = private_spans(text)
    rest = [text[a.end : b.start] for a, b in zip((None, *spans), (*spans, None), strict=False) if a and b]
    assert re.split(r"〔[^〕]+已隐去〕", mask(text))[1:-1] == rest
    assert not re.search(r"\d{7}", mask(text))


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("机密★ 关于…", "机密★"),
        ("密级：秘密", "密级：秘密"),
        ("【内部资料】通讯录", "【内部资料】"),
        ("（秘密）", "（秘密）"),
        ("材料请勿外传", "请勿外传"),
        ("机密\n某某方案", "机密"),
        ("内部文件，注意保管", "内部文件，注意保管"),
    ],
)
def test_a_secrecy_mark_is_read(text: str, mark: str) -> None:
    assert secrecy_mark(text) == mark


@pytest.mark.parametrize(
    "text", ["讲了保密知识", "内部装修完成", "机密文件管理培训来了30人", "秘密花园绘本借了3本", ""]
)
def test_talk_about_secrets_is_none(text: str) -> None:
    assert secrecy_mark(text) == ""


def test_a_long_text_is_searched_at_once() -> None:
    assert private_spans("住在" * 5_000) == ()
    assert private_spans("1 " * 5_000) == ()


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("后畈村9号胡老太办了社保认证", "后畈村〔家庭住址已隐去〕胡老太办了社保认证"),
        ("给61203部队送了20箱水果", "给〔部队代号已隐去〕部队送了20箱水果"),
        ("后畈村9号井修好了", "后畈村9号井修好了"),
    ],
)
def test_where_a_person_lives_and_serves_is_told_by_no_number(text: str, masked: str) -> None:
    assert mask(text) == masked
