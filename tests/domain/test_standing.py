"""Which texts are in force, from what the cards say and how they stand to each other."""

from dataclasses import replace
from datetime import date

from bot.domain.library.cards import bare_title, card
from bot.domain.library.clauses import Line
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
