"""Which texts are in force, from what the cards say and how they stand to each other."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.library.card_edits import corrected
from bot.domain.library.cards import bare_title, card
from bot.domain.library.clauses import Line
from bot.domain.library.originals import edition
from bot.domain.library.passages import Document
from bot.domain.library.standing import Successor, behind_originals, settle
from tests.fakes.regulations import FILES

TODAY = date(2026, 5, 29)


def cards() -> dict[str, Document]:
    return {
        name: replace(
            card(name, meta={}, lines=[Line(line) for line in text.split("\n") if line.strip()], sha256=""),
            id=name,
        )
        for name, text in ((name.removesuffix(".md"), text) for name, text in FILES.items())
    }


def settled(today: date = TODAY, **successors: Successor) -> dict[str, Document]:
    return {d.name: d for d in settle(cards().values(), today=today, successors=successors)}


def test_a_card_is_read_from_the_name_and_the_head_of_the_text() -> None:
    found = cards()["云溪县文化场馆管理办法(2023-09-20)"]
    assert found.title == "云溪县文化场馆管理办法"
    assert (found.dated, found.effective) == (date(2023, 9, 20), date(2023, 11, 1))
    assert found.repeals == ("云溪县公共场馆借用规定",)


def test_the_red_head_of_a_document_tells_issuer_number_title_and_date() -> None:
    text = (
        "云溪县文化和旅游局文件\n云文旅发[2025] 17号\n关于印发《云溪县场馆开放办法》的通知\n各单位：\n"
        "根据《开放意见》（国办发〔2015〕3号），制定本办法。\n一、加强值班。\n云溪县文化和旅游局\n二〇二五年六月十二日"
    )
    found = card("扫描件", meta={}, lines=[Line(line) for line in text.split("\n")], sha256="")
    assert (found.issuer, found.number) == ("云溪县文化和旅游局", "云文旅发〔2025〕17号")
    assert (found.title, found.dated) == ("关于印发《云溪县场馆开放办法》的通知", date(2025, 6, 12))
    assert bare_title(found.title) == "云溪县场馆开放办法"
    signed = "关于值班的通知\n各单位：\n一、加强值班（县政办发〔2025〕8号）。\n云溪县文化馆\n2025年6月12日"
    notice = card("通知", meta={}, lines=[Line(line) for line in signed.split("\n")], sha256="")
    assert (notice.issuer, notice.dated) == ("云溪县文化馆", date(2025, 6, 12))


LETTER = "云溪县人民政府办公室\n云政办函〔2026〕{0}号\n{0}号事项的通知\n各单位：\n一、甲。\n2026年{0}月2日"


def drawn(text: str, name: str = "文件") -> Document:
    return replace(card(name, meta={}, lines=[Line(line) for line in text.split("\n")], sha256=""), id=name + text[:30])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (LETTER.format(3), ("3号事项的通知", "云溪县人民政府办公室", "云政办函〔2026〕3号", date(2026, 3, 2))),
        ("云溪县图书馆\n绩效分配办法（试行）\n第一条 甲。", ("绩效分配办法（试行）", "云溪县图书馆", "", None)),
        (
            "局长办公会会议纪要\n〔2026〕第14期\n云溪县文化和旅游局办公室　　2026年10月12日\n一、甲。",
            ("局长办公会会议纪要", "云溪县文化和旅游局办公室", "〔2026〕第14期", date(2026, 10, 12)),
        ),
        ("在工作会议上的讲话\n周国平\n（2026年2月25日）\n同志们：", ("在工作会议上的讲话", "", "", date(2026, 2, 25))),
        (
            "云溪县文化和旅游局办公室文件\n云文旅办发〔2026〕8号\n关于申报的通知\n各站：\n一、甲。",
            ("关于申报的通知", "云溪县文化和旅游局办公室", "云文旅办发〔2026〕8号", None),
        ),
        (
            "云溪县财政局文件\n云财行〔2025〕33号\n云溪县财政局关于培训费标准的通知县直各部门：\n一、甲。",
            ("云溪县财政局关于培训费标准的通知", "云溪县财政局", "云财行〔2025〕33号", None),
        ),
        ("云文办〔2023〕6号\n请休假规定\n第一条 甲。", ("请休假规定", "", "云文办〔2023〕6号", None)),
        ("关于废止文件的通知\n各单位：\n一、《甲办法》（云文〔2018〕5号）", ("关于废止文件的通知", "", "", None)),
        ("姓名：刘明；股室：公共服务股\n姓名：赵倩；股室：市场股", ("文件", "", "", None)),
        ("云溪县图书馆\n开放时间表\n周二至周日", ("开放时间表", "云溪县图书馆", "", None)),
        (
            "特急\n云 溪 县 文 化 馆　\n云文馆明电〔2026〕9号\n关于防汛的紧急通知\n各站：\n一、甲。",
            ("关于防汛的紧急通知", "云溪县文化馆", "云文馆明电〔2026〕9号", None),
        ),
        (
            "云溪县财政局　云溪县文化和旅游局\n关于值班的通知\n一、甲。",
            ("关于值班的通知", "云溪县财政局、云溪县文化和旅游局", "", None),
        ),
    ],
)
def test_an_office_above_the_number_issues_the_document_and_is_no_title(
    text: str, told: tuple[str, str, str, date | None]
) -> None:
    found = drawn(text)
    assert (found.title, found.issuer, found.number, found.dated) == told


def test_years_of_validity_give_the_last_day() -> None:
    text = "甲办法\n第一条 评定有效期三年。\n第二条 本办法自2024年7月1日起施行，有效期五年。\n2024年6月18日"
    assert drawn(text).expires == date(2029, 6, 30)


@pytest.mark.parametrize(
    ("told", "last"),
    [
        ("自2024年7月1日起施行，试行两年", date(2026, 6, 30)),
        ("自2024年7月1日起试行，试行期为1年", date(2025, 6, 30)),
        ("自2024年10月1日起试行六个月", date(2025, 3, 31)),
        ("自2024年7月1日起施行，试行期至2025年12月31日", date(2025, 12, 31)),
        ("自2024年7月1日起试行，试行期满前一个月报告", None),
    ],
)
def test_a_time_of_trial_gives_the_last_day(told: str, last: date | None) -> None:
    assert drawn(f"甲办法\n第一条 甲。\n第二条 本办法{told}。").expires == last


def test_what_is_attached_tells_no_date_of_the_text_and_no_day_is_told_that_stands_nowhere() -> None:
    rows = "\n".join(f"项目：{n}" for n in range(20))
    text = f"甲办法\n第一条 自2024年7月1日起施行，有效期五年。\n县文化馆\n2024年6月18日\n附件1\n{rows}"
    found = drawn(text)
    assert (found.dated, found.effective, found.expires) == (date(2024, 6, 18), date(2024, 7, 1), date(2029, 6, 30))
    assert drawn("关于值班的通知\n一、甲。\n县文化馆\n2024年6月18日").effective is None


@pytest.mark.parametrize(
    ("text", "repealed"),
    [
        (
            "决定废止以下文件：\n一、《甲办法》（云文〔2019〕3号）\n二、《乙办法》（云文[2018]15号）\n自2026年1月1日起施行。\n《丙法》",
            ("甲办法（云文〔2019〕3号）", "乙办法（云文〔2018〕15号）"),
        ),
        (
            "一、下列文件予以废止\n1. 县文化局关于收费的通知（云文〔2017〕2号）。\n二、下列文件继续有效\n2. 《乙办法》",
            ("县文化局关于收费的通知（云文〔2017〕2号）",),
        ),
        ("废止的文件目录\n序号：1；名称：值班管理办法；文号：云文〔2019〕3号\n特此通知。", ("值班管理办法",)),
        ("决定废止《甲办法》（云文〔2019〕3号）和《乙办法》。", ("甲办法（云文〔2019〕3号）", "乙办法")),
        ("有下列情形之一的，许可失效：\n（一）违反《甲办法》的；\n（二）未办通知的", ()),
    ],
)
def test_a_list_of_what_is_repealed_is_read_by_title_and_number(text: str, repealed: tuple[str, ...]) -> None:
    assert drawn(f"关于废止部分文件的通知\n各单位：\n{text}").repeals == repealed


def test_a_listed_text_is_out_of_force_from_the_day_of_the_list_and_a_newer_one_of_its_title_is_not() -> None:
    old = Document("a", "a", "甲办法", "", number="云文〔2019〕3号", dated=date(2019, 2, 1))
    other = Document("b", "b", "关于收费的通知", "", number="云文〔2017〕2号", dated=date(2017, 2, 1))
    new = Document("c", "c", "甲办法", "", number="云文〔2025〕9号", dated=date(2025, 2, 1))
    entries = ("甲办法（云文〔2019〕3号）", "云溪县文化局关于收费的通知（云文〔2017〕2号）")
    notice = Document("n", "n", "废止通知", "", dated=date(2026, 1, 2), effective=date(2026, 3, 1), repeals=entries)
    found = settle([old, other, notice], today=TODAY)
    assert [(one.in_force, one.replaced_by, one.expires) for one in found[:2]] == [
        (False, "废止通知", date(2026, 2, 28))
    ] * 2
    assert settle([new, notice], today=TODAY)[0].in_force is True
    assert settle([old, notice], today=date(2026, 2, 1))[0].in_force is True


def test_texts_without_a_title_of_their_own_and_minutes_put_no_other_out_of_force() -> None:
    named = [Document(str(n), str(n), "云溪县人民政府办公室", "", dated=date(2026, n, 1)) for n in (1, 2)]
    minutes = [Document(f"m{n}", f"m{n}", "局长办公会会议纪要", "", dated=date(2026, n, 1)) for n in (1, 2)]
    speech = Document("s", "s", "在工作会议上的讲话", "", dated=date(2026, 1, 1))
    assert [one.in_force for one in settle([*named, *minutes, speech], today=TODAY)] == [True] * 4 + [None]


def test_a_text_whose_day_lies_ahead_is_pending_and_a_proposal_is_never_in_force() -> None:
    now = Document("a", "a", "接待细则", "", dated=date(2024, 6, 1))
    coming = Document("b", "b", "接待细则", "", dated=date(2026, 5, 1), effective=date(2027, 1, 1))
    proposal = Document("c", "c", "接待细则（征求意见稿）", "", dated=date(2026, 5, 2), repeals=("接待细则",))
    found = settle([now, coming, proposal], today=TODAY)
    assert [(one.in_force, one.pending, one.old, one.draft) for one in found] == [
        (True, False, False, False),
        (False, True, False, False),
        (None, False, False, True),
    ]


def test_a_newer_version_puts_the_older_out_of_force() -> None:
    found = settled()
    old = found["云溪县文化场馆管理办法(2018-05-10)"]
    assert (old.in_force, old.replaced_by) == (False, "云溪县文化场馆管理办法(2023-09-20)")
    assert found["云溪县文化场馆管理办法(2023-09-20)"].in_force is True


def test_until_the_newer_version_is_effective_the_older_stays() -> None:
    found = settled(date(2023, 10, 1))
    assert found["云溪县文化场馆管理办法(2018-05-10)"].in_force is True
    assert found["云溪县文化场馆管理办法(2023-09-20)"].in_force is False


def test_a_text_that_another_repeals_is_out_of_force() -> None:
    old = settled()["云溪县公共场馆借用规定(2012-03-01)"]
    assert (old.in_force, old.replaced_by) == (False, "云溪县文化场馆管理办法")


def test_the_list_of_successors_tells_what_no_document_says() -> None:
    listed = Successor("云溪县志愿服务条例", date(2025, 1, 1))
    old = settled(云溪县文化志愿者管理办法=listed)["云溪县文化志愿者管理办法(2021-03-02)"]
    assert (old.in_force, old.replaced_by) == (False, "云溪县志愿服务条例")
    before = settled(date(2024, 1, 1), 云溪县文化志愿者管理办法=listed)
    assert before["云溪县文化志愿者管理办法(2021-03-02)"].in_force is True


def test_a_text_past_its_last_day_is_out_of_force_and_an_undated_one_is_unknown() -> None:
    ended = Document("a", "a", "甲办法", "", dated=date(2020, 1, 1), expires=date(2025, 1, 1))
    speech = Document("b", "b", "讲话", "")
    assert [d.in_force for d in settle([ended, speech], today=TODAY)] == [False, None]


def test_a_date_is_told_as_far_as_it_stands_somewhere() -> None:
    month = card(
        "甲(2013)", meta={"title": "甲", "effective": "2014-11", "expires": date(2026, 1, 2)}, lines=[], sha256=""
    )
    assert [month.day(name) for name in ("dated", "effective", "expires")] == ["2013年", "2014年11月", "2026年1月2日"]
    assert edition(month) == ["这一版：2013年的文本，2014年11月起施行。"]
    set_right = corrected(month, [("effective", "2014-11-03")])
    assert (set_right.day("dated"), set_right.day("effective")) == ("2013年", "2014年11月3日")
    assert Document("a", "a", "甲", "").day("dated") == ""


def test_what_front_matter_states_wins() -> None:
    stated = card("x", meta={"title": "甲", "in_force": False, "kind": "要点，非原文"}, lines=[], sha256="")
    assert stated.digest
    assert settle([stated], today=TODAY)[0].in_force is False


def test_versions_of_one_document_share_their_bare_title() -> None:
    assert bare_title("中华人民共和国 文物保护法(2024修订)") == bare_title("文物保护法") == "文物保护法"


def law(year: int, *, digest: bool = False, in_force: bool | None = None) -> Document:
    title = f"旅游法（{year}年修正）" if digest else "中华人民共和国旅游法"
    name = f"{title}-{year}"
    return Document(name, name, title, "", dated=date(year, 10, 1), digest=digest, in_force=in_force)


def test_a_digest_gives_way_to_the_text_itself_and_to_what_took_its_place() -> None:
    digest = law(2018, digest=True, in_force=True)
    for original in (law(2018), law(2025)):
        kept = behind_originals(settle([original, digest], today=TODAY))
        assert [document.digest for document in kept] == [False]


def test_a_text_older_than_a_digest_is_out_of_force_and_the_digest_stays() -> None:
    old, digest = behind_originals(settle([law(2013), law(2018, digest=True, in_force=True)], today=TODAY))
    assert (old.in_force, old.replaced_by, digest.in_force) == (False, "旅游法（2018年修正）", True)


def test_until_a_newer_text_is_effective_the_digest_stays() -> None:
    coming = replace(law(2025), effective=date(2027, 1, 1))
    kept = behind_originals(settle([coming, law(2018, digest=True, in_force=True)], today=TODAY))
    assert [(document.digest, document.in_force) for document in kept] == [(False, False), (True, True)]


def test_a_digest_of_an_old_version_gives_way_to_that_version_alone() -> None:
    past = law(2013, digest=True, in_force=False)
    assert past in behind_originals(settle([law(2018), past], today=TODAY))
    assert past not in behind_originals(settle([law(2013), law(2018), past], today=TODAY))
