"""What the checker finds in a text as a whole, and what it leaves alone."""

import pytest

from bot.domain.plain.plain_talk import judge
from bot.domain.plain.verdicts import Genre, Wordings

LEAD = "11月6日，县图书馆到福利院送书320册，32名老人参加。"


def rules(text: str, genre: Genre = "any", wordings: Wordings | None = None) -> list[str]:
    return [finding.rule for finding in judge(text, genre=genre, wordings=wordings).findings]


def messages(text: str, genre: Genre = "any") -> str:
    return "\n".join(finding.message for finding in judge(text, genre=genre).findings)


@pytest.mark.parametrize("lead", ["县图书馆到福利院送书320册。", "日前，县图书馆到福利院送书320册。"])
def test_a_lead_without_a_date_is_found(lead: str) -> None:
    assert "lead-without-date" in rules(lead + "32名老人参加。", "report")


def test_a_title_is_no_lead() -> None:
    assert "lead-without-date" not in rules("县图书馆送书进福利院\n" + LEAD, "report")


def test_one_sentence_alone_is_not_taken_for_a_report() -> None:
    assert rules("县图书馆送书320册。") == []


def test_two_events_in_one_report_are_found() -> None:
    text = "11月6日，县图书馆举办读书会，26人参加。11月8日，县图书馆组织消防演练，41人参加。"
    assert "two-events" in rules(text, "report")


def test_a_plan_or_a_running_total_is_not_a_second_event() -> None:
    text = LEAD + "11月20日前完成其余3家送书计划。截至11月6日，共开展送书活动18场。"
    assert "two-events" not in rules(text, "report")


def test_a_campaign_named_in_full_again_and_again_is_counted() -> None:
    name = "清廉机关建设暨效能提升年行动"
    text = f"开展{name}。{name}推进会开过2次。{name}查出5件。"
    assert f"“{name}”写了3次" in messages(text, "summary")


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("各科室要要结合实际。", "要要"),
        ("在信息报送方面方面要改进。", "方面方面"),
        ("认识上还存在不到位的问题存在。", "存在不到位的问题存在"),
    ],
)
def test_doubled_words_are_found(text: str, slip: str) -> None:
    assert f"“{slip}”有重复的字" in messages(text)


@pytest.mark.parametrize(
    "text", ["这是重要要求。", "大家研究研究再定。", "目的的确达到。", "一户一户走访。", "存在在线故障。"]
)
def test_natural_repetition_is_left_alone(text: str) -> None:
    assert "doubled-word" not in rules(text)


def test_a_list_that_promises_six_and_gives_five_is_found() -> None:
    text = "开展“六正”活动，即正学风、正政风、正行风、正会风、正家风。"
    assert "“六正”应有6项，只列了5项" in messages(text)


def test_a_list_that_keeps_its_promise_is_left_alone() -> None:
    text = "开展“四查”活动，查思想、查纪律、查作风、查制度。采取“听、看、问、访”四种办法。"
    assert "promised-count" not in rules(text)


def test_a_numbered_list_shorter_than_announced_is_found() -> None:
    assert "promised-count" in rules("提出三点要求：一是周一报数。二是周五碰头。", "summary")


def test_a_repeated_ordinal_is_found_and_a_new_list_is_not() -> None:
    assert "有两个“三是”" in messages("一是送书。二是送戏。三是送展。三是送课。", "summary")
    fresh = "一、文化\n一是送书。二是送戏。\n二、旅游\n一是检查。二是培训。"
    assert "duplicate-ordinal" not in rules(fresh, "summary")


def test_round_figures_are_found_and_exact_ones_are_not() -> None:
    assert "vague-count" in rules("活动吸引数千人参加，解决一批问题。")
    assert "vague-count" not in rules("观展群众370多人，第二批次30人。")


FORMULA = "深刻领悟“两个确立”的决定性意义"


@pytest.mark.parametrize(("genre", "found"), [("report", True), ("summary", False)])
def test_a_formula_may_stand_once_in_a_summary_and_not_in_a_report(genre: Genre, found: bool) -> None:
    assert ("formula" in rules(f"全局干部{FORMULA}。{LEAD}", genre)) is found


def test_a_formula_twice_in_a_summary_is_found() -> None:
    assert "两个确立”用了2次" in messages(f"我们{FORMULA}。干部{FORMULA}。", "summary")


def test_what_was_studied_on_a_day_is_a_fact_and_no_formula() -> None:
    text = "11月6日，局党组传达学习党的二十届三中全会精神，32人参加。会议学习《中央八项规定》原文8条。"
    assert "formula" not in rules(text, "report")


@pytest.mark.parametrize("wrong", ["国家八项规定", "中央8项规定", "习总书记", "经济要发展、疫情要稳住"])
def test_a_changed_fixed_form_is_found(wrong: str) -> None:
    assert "formula" in rules(f"学习{wrong}。", "summary")


def test_a_congress_before_its_year_is_found() -> None:
    assert "核对年份" in messages("2020年，局党组学习党的二十大精神3次。", "summary")


def test_a_brand_in_two_spellings_is_found() -> None:
    text = "打造“红心向党、文润乡里”品牌。“红心向党，文润乡邻”品牌活动12场。"
    assert "varied-name" in rules(text, "summary")


def test_a_long_report_is_found() -> None:
    assert "too-long" in rules(LEAD * 16, "report")


def test_the_words_of_the_house_are_kept() -> None:
    wordings = Wordings(banned=(("赋能", "写措施"),), preferred=(("文旅局", "县文旅局"), ("老百姓", "群众")))
    text = "文旅局为老百姓赋能，11月6日送书20册。"
    found = judge(text, wordings=wordings).findings
    assert [f.message for f in found if f.rule == "wording"] == [
        "本单位不用“赋能”：写措施",
        "“文旅局”改为“县文旅局”",
        "“老百姓”改为“群众”",
    ]
    assert rules("县文旅局送书20册。", wordings=wordings) == []


@pytest.mark.parametrize(
    ("text", "idle"),
    [
        ("11月20日，县图书馆举办读书会，120名读者参加，活动取得圆满成功。", "活动取得圆满成功"),
        ("4月23日，36名选手参加朗诵，为全民阅读奠定了坚实基础。", "为全民阅读奠定了坚实基础"),
    ],
)
def test_a_clause_without_a_fact_beside_facts_is_named(text: str, idle: str) -> None:
    assert [idle in f.message for f in judge(text).findings if f.rule == "empty-clause"] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "7月19日，西山墙塌了一角，面积2.5平方米，已加装支撑。",
        "12月5日，合唱团排练3首歌，包括《黄河大合唱》选段。",
        "11月20日，县图书馆在城关小学举办读书会，120名读者参加，捐书320册。",
    ],
)
def test_a_deed_or_a_title_beside_facts_is_no_padding(text: str) -> None:
    assert not [f for f in judge(text).findings if f.rule == "empty-clause"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("9月4日，县图书馆给大河镇、柳泉镇、石桥乡4个乡镇送书300册。共2车。", "promised-count"),
        ("10月起推行“三减一优”，减会议、减文件。印发文件9份。", "promised-count"),
        ("4月23日办“书香溢古城”阅读推广活动。“书香益古城”阅读推广活动办证312张。", "varied-name"),
        ("5月4日，为深入学习贯彻党的二十大精神，17名党员到陵园扫墓。共1小时。", "formula"),
    ],
)
def test_miscounted_lists_short_names_and_formulas_of_purpose_are_found(text: str, rule: str) -> None:
    assert rule in rules(text)


@pytest.mark.parametrize(
    "text",
    [
        "9月4日，县图书馆给大河镇、柳泉镇、石桥乡3个乡镇送书300册。共2车。",
        "9月4日，公安、办公室、市场科、文物科4个科室会商。共2小时。",
        "“送戏下乡”活动演了3场，6月2日开始。“送书下乡”活动送了40册。",
        "腊八当天，支部看望老人12名。送米12袋。",
        "7月2日，剧团在广场演出2场。2日晚，剧团到柳河镇演出1场。",
        "12月2日，监督科通报检查情况：\n1. 检查场所23家，改13处。\n2. 检查景区8家。",
    ],
)
def test_what_adds_up_or_is_dated_elsewhere_is_left_alone(text: str) -> None:
    assert rules(text) == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("参训人员共计45人，其中乡镇文化站16人、村级管理员30人。", "加起来是46"),
        ("全县的文化站长32余人参加培训。", "32余"),
        ("县博物馆从三个方面着手，推动学习走深走实。一是领导带头学2次。二是集中学9次。", "说是三项，下面列了2项"),
        ("县文化馆高度重视，送书320册，32名老人参加。" + LEAD, "“高度重视”没有事实"),
    ],
)
def test_what_cannot_be_right_together_is_found(text: str, says: str) -> None:
    assert says in messages(text)


@pytest.mark.parametrize(
    "text", ["参训人员共计45人，其中党员30人、女20人。", "共320余人参加。", "收到捐款共计45万元，其中书画3万余元。"]
)
def test_parts_that_overlap_and_round_figures_are_left_alone(text: str) -> None:
    assert "contradicted-count" not in rules(text)


def test_title_subtitle_and_masthead_are_no_lead() -> None:
    head = "工作简报\n（第17期）\n凝心聚力促发展 党建引领谱新篇\n——县图书馆送书进福利院\n"
    found = judge(head + LEAD + "书架换了3个。", genre="report")
    assert "lead-without-date" not in [one.rule for one in found.findings]
    assert not [one.ask for one in found.sentences[:4] if one.ask]
