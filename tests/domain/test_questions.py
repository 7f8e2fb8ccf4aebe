"""What a question asks for."""

from datetime import date

import pytest

from bot.domain.library.asked import AskedFor
from bot.domain.library.evidence import Evidence, Found
from bot.domain.library.excerpts import Excerpt, choose
from bot.domain.library.named import Named
from bot.domain.library.needs import Listening, needs_of
from bot.domain.library.passages import Document, Passage
from bot.domain.library.questions import analyse
from bot.domain.library.synonyms import Synonyms, parse
from bot.domain.library.trust import accept, eligible
from bot.domain.library.wants import Kind, Want, read_wants, serves, serves_well
from bot.retrieval.words import cut_words

SYNONYMS = Synonyms((("KTV", ("歌舞娱乐场所",)), ("网吧", ("互联网上网服务营业场所",))))


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("场地要提前多久申请", Kind.DURATION),
        ("押金交多少钱", Kind.MONEY),
        ("晚上几点关门", Kind.CLOCK),
        ("办证找谁批", Kind.WHO),
        ("场馆能办婚宴吗", Kind.MAY),
        ("擅自转借怎么处罚", Kind.PENALTY),
        ("借场地要哪些材料", Kind.LIST),
        ("办法哪天施行的", Kind.DAY),
        ("至少要几名工作人员", Kind.COUNT),
        ("什么是文化场馆", Kind.MEANING),
        ("海报上印几个字可以么", Kind.MAY),
        ("多收的钱，罚款最高能到多少", Kind.PENALTY),
        ("保密期限到了还要不要再办手续", Kind.MAY),
        ("硬派职工值班合不合规", Kind.MAY),
        ("公车能买多贵的", Kind.MONEY),
        ("信息稿由哪几部分组成", Kind.LIST),
        ("登记记录最少要留好久才准删", Kind.DURATION),
        ("等了好久都没批，找谁", Kind.WHO),
        ("超期一天罚几毛钱", Kind.MONEY),
        ("下乡一天补几十块钱", Kind.MONEY),
    ],
)
def test_the_kind_of_answer_is_read_from_the_question(question: str, kind: Kind) -> None:
    assert read_wants(question)[0].kind is kind


@pytest.mark.parametrize(
    ("want", "yes", "no"),
    [
        (Want(Kind.DURATION), "应当提前五个工作日申请", "应当提出申请，见第五条"),
        (Want(Kind.MONEY, "罚"), "处5万元以上罚款", "处以罚款"),
        (Want(Kind.MONEY), "押金五百元", "没有许可的，处五百元罚款"),
        (Want(Kind.CLOCK), "每日凌晨2时至上午8时不得营业", "公示开放时间"),
        (Want(Kind.COUNT, "名"), "至少有三名专职人员", "第三条所列人员"),
        (Want(Kind.COUNT, "本"), "每次可以借书五册", "可以借书三十天"),
        (Want(Kind.DAY), "自2023年11月1日起施行", "自行决定"),
        (Want(Kind.DAY, "历"), "报名从3月1日开始", "公示五个工作日"),
        (Want(Kind.MAY), "不得用于婚宴", "婚宴场所"),
        (Want(Kind.DURATION, "数"), "没有统一年数，问档案馆", "定期移交，问档案馆"),
        (Want(Kind.COUNT), "每年办2个展览", "在陈列展览开始之日10个工作日前备案，分为一级、二级"),
        (Want(Kind.DURATION, "时"), "会议开三小时", "材料应当于听证会7日前送达"),
        (Want(Kind.COUNT, "次"), "没有统一次数", "没有统一规定"),
    ],
)
def test_a_text_serves_only_where_it_holds_that_kind(want: Want, yes: str, no: str) -> None:
    assert serves(want, yes)
    assert not serves(want, no)


def test_a_span_of_time_serves_better_than_at_once() -> None:
    want = Want(Kind.DURATION)
    assert serves_well(want, "三日内答复") > serves_well(want, "及时答复") > serves_well(want, "予以答复")


def test_the_past_is_asked_about_by_word_or_by_year() -> None:
    assert analyse("旧的规定押金多少", cut_words).past
    assert analyse("2018年时押金多少", cut_words).year == 2018
    assert not analyse("现在还按旧的规定吗", cut_words).past
    assert not analyse("旧的涉密电脑能卖吗", cut_words).past


@pytest.mark.parametrize(
    ("asked", "year", "version"),
    [
        ("17年的文物法，乱盖房子罚多少", 2017, "文物法"),
        ("18年版的监察法，留置了多久告诉家里", 2018, "监察法"),
        ("05年的老信访条例里，几天回", 2005, "信访条例"),
        ("一七年那部文物法咋罚", 2017, "文物法"),
        ("二〇一八年的监察法咋定的", 2018, "监察法"),
        ("99年那会儿导游怎么考", 1999, None),
        ("老法里罚多少", None, None),
        ("工作满10年的公务员法定假几天", None, None),
        ("10年的保密期限到了怎么办", None, None),
    ],
)
def test_a_year_is_read_however_it_is_said_and_the_text_it_names(
    asked: str, year: int | None, version: str | None
) -> None:
    question = analyse(asked, cut_words)
    assert (question.year, question.version, question.past) == (year, version, bool(year) or "老" in asked)


def test_the_text_of_a_year_is_meant_under_whatever_title_it_then_had() -> None:
    old = Document(
        "1", "信访条例", "信访条例", "a", dated=date(2005, 1, 10), in_force=False, replaced_by="信访工作条例"
    )
    new = Document("2", "信访工作条例", "信访工作条例", "b", dated=date(2022, 2, 25), in_force=True)
    other = Document("3", "保密法", "保密法", "c", dated=date(2010, 4, 29), in_force=False, replaced_by="保密法(2024)")
    found = [Found(Passage(d.id, d.id, 1, "第一条", (), "多少天办完"), d, 1.0, 0.0) for d in (old, new, other)]

    def meant(asked: str) -> list[str]:
        return [hit.document.name for hit in eligible(analyse(asked, cut_words), found, (old, new, other))]

    assert meant("10年的信访工作条例，多少天办完") == ["信访条例"]
    assert meant("2023年的信访条例，多少天办完") == ["信访工作条例"]
    assert "信访条例" in meant("老信访条例里多少天办完")
    assert meant("多少天办完") == ["信访工作条例"]


def test_what_the_office_knows_and_no_rule_does_is_marked() -> None:
    assert analyse("明天谁值班", cut_words).elsewhere
    assert analyse("老王的退休手续办完没得", cut_words).elsewhere
    assert analyse("县文化馆在哪条街上", cut_words).elsewhere == analyse("中午谁去食堂", cut_words).elsewhere == 1
    assert not analyse("值守人员可以换班吗", cut_words).elsewhere


def test_leave_and_time_ahead_are_kinds_of_their_own() -> None:
    leave, ahead = read_wants("绝密件能复印吗")[0], read_wants("要提前几天申请")[0]
    assert serves_well(leave, "不得复制。") > serves_well(leave, "复制应当登记。")
    assert serves(ahead, "应当在活动举办日的20日前申请。")
    assert not serves(ahead, "自受理之日起7日内审查。")


def test_a_rule_for_our_office_is_asked_of_the_library_but_not_what_our_office_has() -> None:
    assert analyse("教师节那天我们单位的人放假吗", cut_words).elsewhere == 0
    assert analyse("我们单位有食堂吗", cut_words).elsewhere > 0
    assert analyse("推荐一个好吃的店", cut_words).elsewhere > 0
    assert analyse("张科长手机号多少", cut_words).elsewhere == 1
    assert analyse("换了手机号几天内要报", cut_words).elsewhere == 0
    assert analyse("推荐列入名录要交哪些材料", cut_words).elsewhere == 0


def test_a_year_told_of_is_not_the_year_asked_about() -> None:
    assert analyse("2019年要等批文，现在改成什么了", cut_words).year is None


def test_done_without_leave_is_heard_though_words_stand_between_and_a_part_of_a_word_is_no_term() -> None:
    terms = Synonyms((("卖", ("出售",)),))
    every = needs_of(analyse("没跟公安报批就拍卖", cut_words), terms, lambda grams: dict.fromkeys(grams, 1.0))
    assert any("未经" in need.forms for need in every)
    assert not any("出售" in need.forms for need in every)


def test_what_a_term_leaves_of_a_longer_word_is_a_word_of_its_own_and_plain_acts_weigh_little() -> None:
    terms = Synonyms((("老板", ("经营者",)), ("千人", ("参加人数",))))
    needs = needs_of(analyse("罚旅馆老板多少", cut_words), terms, lambda grams: dict.fromkeys(grams, 1.0))
    assert any(need.forms[0] == "旅馆" for need in needs)
    weights = {
        n.forms[0]: n.weight
        for n in needs_of(analyse("撵走狗", cut_words), terms, lambda grams: dict.fromkeys(grams, 0.0))
    }
    assert weights["撵"] < weights["狗"]


def test_synonyms_are_read_one_way_and_the_longest_term_counts() -> None:
    words = parse(["# 说明", "网吧\t互联网上网服务营业场所\t注", "黑网吧\t无证经营", "坏行"])
    assert words.formal("黑网吧怎么罚") == ("无证经营",)
    assert words.formal("互联网上网服务营业场所") == ()


def test_what_is_told_before_the_last_comma_is_the_scene_and_not_what_is_asked_for() -> None:
    assert analyse("我们局上周组了个团，几天内能退货", cut_words).elsewhere == 0
    assert analyse("按规定的办，上周是谁登记的", cut_words).elsewhere == 1
    assert 0 < analyse("上周他们请了几天假", cut_words).elsewhere < 1
    assert 0 < analyse("县博物馆周一开门吗", cut_words).elsewhere < 1
    assert analyse("局里的信息公开年报几号前交", cut_words).elsewhere == 0
    assert analyse("咱们局今年准备招几个人", cut_words).elsewhere > 0
    assert analyse("老王的处分什么时候到期", cut_words).elsewhere == 1
    assert analyse("游客投诉的事不归我们局管怎么转", cut_words).elsewhere == 0


@pytest.mark.parametrize(
    ("question", "text", "doubted"),
    [
        ("剧本杀店要不要备案", "电影剧本梗概应当备案", True),
        ("文物店要不要备案", "文物销售单位应当备案", False),
        ("二胡班还招人吗", "公共文化设施向公众开放", True),
        ("领导班子怎么考核", "领导成员的考核", False),
        ("电影票退改扣多少手续费", "放映许可应当自受理之日起三十日内办理手续", True),
        ("食堂阿姨健康证多久一换", "按照健康、经济、规范的原则提供饮食", True),
        ("导游证丢了", "导游证遗失的，申请补发", False),
        ("文化馆收费办班要谁批", "收取费用的，应当报经批准", False),
        ("日本的国宝出境归谁批", "文物出境展览，应当报国务院文物行政部门批准", True),
        ("韩国歌手来演出归谁批", "外国的文艺表演团体参加的演出，应当报文化主管部门批准", False),
    ],
)
def test_a_trade_that_no_rule_names_leaves_doubt(question: str, text: str, doubted: bool) -> None:
    terms = Synonyms((("剧本", ("电影剧本梗概",)), ("文物店", ("文物销售单位",)), ("手续", ("申请",))))
    asked = analyse(question, cut_words)
    needs = needs_of(asked, terms, lambda grams: dict.fromkeys(grams, 1.0))
    assert bool(Named.by(asked, needs).missing(text)) is doubted


@pytest.mark.parametrize(
    ("question", "best", "worse"),
    [
        ("无证开业罚多少", "处5万元以上10万元以下罚款", "责令改正，给予警告"),
        ("干部赌博给什么处分", "予以撤职或者开除", "责令改正"),
    ],
)
def test_the_sum_of_a_fine_and_the_name_of_a_measure_serve_better_than_a_reproof(
    question: str, best: str, worse: str
) -> None:
    want = read_wants(question)[0]
    assert serves_well(want, best) > serves_well(want, worse) > 0


def test_a_prize_is_asked_for_in_money_and_a_single_one_is_no_count_of_it() -> None:
    want = read_wants("年终考核优秀奖金发多少")[0]
    assert want.kind is Kind.MONEY
    assert not serves(want, "给予一次性奖金")
    assert not serves(Want(Kind.COUNT), "给予一次性奖金")


def test_a_number_in_the_scene_is_not_asked_for() -> None:
    assert analyse("局里几个科室的面积超了，多出来的怎么弄", cut_words).wants == ()
    assert analyse("几个人一起来，最多能去几天", cut_words).wants[0].kind is Kind.DURATION
    assert read_wants("笔试几月几号考")[0].kind is Kind.DAY


def test_a_measure_of_pay_is_no_matter() -> None:
    asked = analyse("导游一天多少钱", cut_words)
    needs = needs_of(asked, Synonyms(), lambda grams: dict.fromkeys(grams, 5.0))
    assert Listening.to(needs, "会议费一天760元").whole < Listening.to(needs, "导游持证上岗").whole


def test_a_price_to_rent_is_answered_by_no_other_price() -> None:
    asked = analyse("会议室租一天多少钱", cut_words)
    needs = needs_of(asked, Synonyms(), lambda grams: dict.fromkeys(grams, 3.0))
    assert Named.by(asked, needs).missing("会议费一天760元") > Named.by(asked, needs).missing("会议室租金一天300元")


@pytest.mark.parametrize(
    ("question", "text", "doubted"),
    [
        ("公务员几岁退休", "公务员应当年满十八周岁", True),
        ("公务员几岁退休", "年满六十周岁的，应当退休", False),
        ("灯会要请几个保安", "参加人数达到1000人以上的", True),
        ("涉密人员脱密期要几年", "遵守脱密期管理规定。离职三年内不得任职", True),
        ("项目公示期要几天", "予以公示。公示时间不少于二十日", False),
        ("旅行社经理要什么学历", "领队应当具有相应的学历", True),
        ("老房子能装空调吗", "不得改变房子的原状", True),
        ("县博物馆停车要收费吗", "博物馆免费开放，门票由其公布", True),
        ("烈士陵园收不收门票", "烈士纪念设施免费开放", False),
        ("演出保险一定要买吗", "不得买卖演出许可证", True),
        ("公务员考试面试着装要求", "考试采取笔试和面试", True),
        ("申请办演出要什么材料", "申请应当提交下列文件", False),
        ("质保金几天要补齐", "应当在五日内补足", False),
        ("公车年检去哪做", "公车维修保养实行定点", True),
        ("歌厅能卖香烟吗", "出售商品应当明码标价", True),
        ("网吧座位间隔多少米", "学校周围200米内不得设立", True),
        ("公务员辞职要赔违约金吗", "公务员辞职前应当办理交接手续", True),
        ("交了辞职信多久给批", "自接到申请之日起三十日内予以审批", False),
        ("接访的录像要存多久", "收到信访事项的，在15日内转送", True),
        ("场所的录像要存几天", "监控录像应当留存30日备查", False),
    ],
)
def test_the_very_thing_asked_for_is_named_by_what_answers(question: str, text: str, doubted: bool) -> None:
    asked = analyse(question, cut_words)
    terms = Synonyms((("脱密期", ("脱密期管理",)),))
    words = AskedFor.by(asked, needs_of(asked, terms, lambda grams: dict.fromkeys(grams, 4.0)))
    assert (words.unnamed(text) or words.uncounted(asked, text.split("。"))) is doubted


def test_a_verb_behind_how_that_the_library_nowhere_holds_must_be_told_of() -> None:
    for verb, doubted in (("报名", True), ("收费", False)):
        asked = analyse(f"舞蹈班怎么{verb}", cut_words)
        needs = needs_of(asked, Synonyms(), lambda grams: dict.fromkeys(grams, 4.0) | {"报名": 0.0})
        assert AskedFor.by(asked, needs).unnamed("提供培训服务应当报经批准") is doubted


def test_the_sum_of_a_fine_may_stand_in_the_other_part_of_the_clause() -> None:
    def piece(clause: str, text: str, score: float, served: float) -> Evidence:
        passage = Passage(text, "d", 1, clause, (), text)
        document = Document("d", "演出条例", "演出条例", "", in_force=True)
        return Evidence(passage, document, score, 1.0, 0.8, 0.8, served, 0.9, (Excerpt(text),), Excerpt(text))

    named, sum_of, near = (
        piece("第四十七条", "以假唱欺骗观众的，向社会公布", 1.2, 0.0),
        piece("第四十七条", "有前款行为的，处5万元罚款", 0.7, 1.0),
        piece("第四十四条", "变更演员的，处3万元罚款", 1.1, 1.0),
    )
    judged = [named, near, sum_of]

    def one_place(other):
        return lambda piece: True

    fine, punished = analyse("歌手假唱罚多少钱", cut_words), analyse("歌手假唱给什么处分", cut_words)
    assert accept(fine, judged, frozenset(), one_place).evidence[:2] == (named, sum_of)
    assert accept(fine, [named], frozenset(), one_place).evidence == ()
    assert accept(punished, [named, near], frozenset(), one_place).evidence[0] == near
    assert accept(punished, judged, frozenset(), one_place).evidence[0] == named


def test_of_a_list_of_breaches_the_item_asked_about_is_said_with_what_follows() -> None:
    text = "第四条 有下列行为之一的，予以警告：\n（一）参与赌博的；\n（二）迷信的。\n" + "组织赌博的，予以开除。" * 9
    asked = analyse("干部赌博给什么处分", cut_words)
    needs = needs_of(asked, Synonyms(), lambda grams: dict.fromkeys(grams, 4.0))
    said, _ = choose(asked, Listening.to(needs, text), Passage("p", "d", 1, "第四条", (), text))
    assert any("参与赌博" in excerpt.text for excerpt in said)


@pytest.mark.parametrize(
    ("question", "text", "worth"),
    [
        ("消防设施多久查一次", "每年至少全面检测一次", 1.0),
        ("消防设施多久查一次", "受理后10个工作日内检查", 0.5),
        ("中奖后多少天内去兑", "自开奖之日起60个自然日内", 1.0),
        ("投标保证金最多收百分之几", "不得超过预算金额的2%", 1.0),
        ("票不能少于百分之几", "不得倒卖门票", 0.0),
        ("协会最少要多少会员", "有50个以上的个人会员", 1.0),
    ],
)
def test_a_figure_serves_as_it_is_asked_for(question: str, text: str, worth: float) -> None:
    assert serves_well(read_wants(question)[0], text) == worth


def test_a_grade_is_a_name_and_a_bare_figure_is_none() -> None:
    asked = analyse("4A景区和25平的办公室百分之几超了没", cut_words)
    needs = needs_of(asked, Synonyms(), lambda grams: dict.fromkeys(grams, 0.0))
    weights = {need.forms[0]: need.weight for need in needs}
    assert weights["4a"] > weights["25"]
    assert not any("百分" in word for word in asked.core)
    assert asked.elsewhere == 0.0
