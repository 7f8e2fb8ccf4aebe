"""How documents are cut into clauses with the addresses that people cite."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.library.clauses import LONGEST, Line, numeral, split
from tests.fakes.regulations import VENUES_2023


def lines(text: str) -> list[Line]:
    return [Line(line) for line in text.split("\n") if line.strip()]


def test_a_law_is_cut_by_article_and_keeps_its_chapter() -> None:
    clauses = split(lines(VENUES_2023))
    assert [clause.address for clause in clauses] == ["题注", *(f"第{n}条" for n in "一二三四五六七八")]
    fourth = clauses[4]
    assert fourth.path == ("第二章 使用",)
    assert fourth.text.startswith("第四条 单位借用")
    assert fourth.text.endswith("不同意的，说明理由。")


def test_an_article_named_at_the_start_of_a_line_opens_no_clause() -> None:
    text = "第一条 违反本办法\n第三条规定的，责令改正。\n第二条 甲。\n第三条 乙。"
    assert [clause.address for clause in split(lines(text))] == ["第一条", "第二条", "第三条"]


def test_a_long_article_is_cut_between_its_items_and_each_part_keeps_the_opening() -> None:
    items = [f"（{mark}）{'违反规定使用场馆设施造成损坏并且拒不赔偿' * 4}的；" for mark in "一二三四五六七八"]
    law = ["第一条 甲。", "第二条 有下列行为之一的，责令改正：", *items, "第三条 乙。"]
    parts = [clause for clause in split([Line(text) for text in law]) if clause.address == "第二条"]
    assert len(parts) > 1
    assert all(len(part.text) <= LONGEST for part in parts)
    assert all(part.lead == "第二条 有下列行为之一的，责令改正：" for part in parts[1:])
    assert "\n".join(part.text for part in parts) == "\n".join(law[1:-1])


def test_an_outline_is_cut_by_its_numbers_with_the_headings_above() -> None:
    body = "一、主要工作\n（一）送戏下乡。全年送戏86场。\n（二）图书借阅。借出320册。\n二、问题\n1.人手不足。"
    clauses = split(lines("某局总结\n" + body))
    assert ("一、（二）", "（二）图书借阅。借出320册。") in [(c.address, c.text) for c in clauses]
    assert clauses[-1].address == "二、1"
    assert clauses[-1].path == ("二、问题", "1.人手不足")


def test_markdown_headings_make_addresses_where_nothing_is_numbered() -> None:
    clauses = split(lines("# 手册\n## 借书\n每人限借五册。\n## 还书\n一个月内归还。"))
    assert [(c.address, c.text) for c in clauses] == [("借书", "每人限借五册。"), ("还书", "一个月内归还。")]


def test_questions_are_cut_with_their_answers() -> None:
    marked = "办证问答\n问：要押金吗？\n答：不用交。\n凭身份证办理。\nQ2：丢了怎么赔？A2：按书价赔。"
    bare = "办证问答\n要押金吗？\n不用交。\n能续借吗？\n可以一次。\n丢了怎么赔？\n按书价赔。"
    for text, asked in ((marked, ["第1问", "第2问"]), (bare, ["第1问", "第2问", "第3问"])):
        _, *pairs = split(lines(text))
        assert [pair.address for pair in pairs] == asked
        assert ("押金" in pairs[0].text, "不用交" in pairs[0].text, "丢了" in pairs[0].text) == (True, True, False)
    speech = "讲话\n我们靠什么？靠群众。\n怎么办？\n一是抓项目。\n二是抓活动。\n三是抓队伍。"
    assert not any("问" in clause.address for clause in split(lines(speech)))
    assert [clause.address for clause in split(lines("第一条 甲。\n第二条 乙。"))] == ["第一条", "第二条"]


def test_article_numerals_are_read() -> None:
    assert [numeral(text) for text in ("二十五", "一百零三", "十", "一千二百六十", "12", "甲")] == [
        25,
        103,
        10,
        1260,
        12,
        0,
    ]


@given(st.lists(st.text("甲乙丙第一条（二）1.、。；：\n #", min_size=1, max_size=900), max_size=6))
def test_no_passage_is_too_long_and_no_word_of_the_body_is_lost(texts: list[str]) -> None:
    given_lines = [Line(text.replace("\n", " ").strip()) for text in texts if text.strip()]
    clauses = split(given_lines)
    assert all(0 < len(clause.text) <= LONGEST for clause in clauses)
    told = "".join("".join(clause.text.split()) + "".join("".join(clause.path).split()) for clause in clauses)
    for line in given_lines:
        assert set("".join(line.text.strip("#").split())) <= set(told) | set("# ")


def test_what_is_attached_is_cited_by_its_own_name_and_a_bare_cover_has_none() -> None:
    law = "收费办法\n第一条 甲。\n第二条 按附件1执行。\n第三条 乙。\n县文化馆\n附件1\n夜场标准\n项目：游泳；元：5"
    *_, last, table = split(lines(law))
    assert (last.address, "游泳" in last.text) == ("第三条", False)
    assert (table.address, table.path, "游泳" in table.text) == ("附件1", ("夜场标准",), True)
    notice = "一、抓好落实。\n附件2：\n一、乙。\n（一）丙。"
    assert [clause.address for clause in split(lines(notice))] == ["一、", "附件2一、", "附件2一、（一）"]
    cover = "关于印发办法的通知\n各单位：\n附件\n办法\n第一条 甲。\n第二条 乙。"
    assert [clause.address for clause in split(lines(cover))][-2:] == ["第一条", "第二条"]


def test_a_list_of_attachments_and_who_signs_open_no_clause() -> None:
    text = "一、公示5天。\n附件：1. 申报表\n2. 承诺书\n县文化馆\n2026年2月9日"
    only = split(lines(text))
    assert [clause.address for clause in only] == ["一、"]
    assert all(line in only[0].text for line in text.split("\n"))
