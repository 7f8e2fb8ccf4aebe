"""The verdict on single sentences: what counts as a fact, what is worth a question, what says nothing."""

import time

import pytest

from bot.domain.plain.plain_talk import empty_clauses, is_empty_clause, judge, judge_sentence
from bot.domain.plain.verdicts import Verdict

FACTS = [
    "11月6日，县图书馆在东关小学开展亲子共读，42个家庭参加。",
    "累计办理借书证**张，外借图书*.*万册次。",  # masked figures hold a place
    "××村获评全国乡村旅游重点村。",
    "柳林镇文化站入选省级示范站名单。",
    "全馆全年未发生安全责任事故。",
    "节日期间接到投诉0件。",
    "消防通道堵塞问题已整改到位。",
    "由群文科负责，12月20日前完成。",
    "制定《库房管理办法》，明确钥匙由两人分管。",
    "读者王秀英反映，三楼电梯坏了半个月没有人修。",
    "自8月起，每月第一个周六到东关社区服务。",
    "采购灯具二十六盏，全部装好。",
    "石磨村的老戏台屋脊断裂，文物所已用木架撑住，暂不对外开放。",
    "双河镇敬老院护工夜里不在岗，老人摔倒后是同屋老人打的急救电话。",
    "河长办在入河口装了水位标尺，由村民邵玉田每早记录。",
    "《印章管理办法》规定，印章须由主任和文书双人保管。",
]

EMPTY = [
    "局党组高度重视，迅速行动，狠抓落实。",
    "通过此次培训，进一步增强了大家的责任感和使命感。",
    "下一步，我局将继续深化改革，不断推动各项工作迈上新台阶。",
    "作风建设永远在路上，必须常抓不懈、久久为功。",
    "活动受到广大群众的一致好评，现场气氛热烈。",
    "（二）强化责任担当，凝聚工作合力",
    "大家纷纷表示，一定牢记嘱托、不负使命。",
    "以优异成绩向党和人民交上一份满意的答卷。",
    "让党员干部思想得到升华，作风得到锤炼。",
    "干部由被动应付转到主动作为。",
]

VAGUE = [
    "由专人负责信息报送。",
    "组织演员下乡送戏。",
    "建立问题、任务、责任三张清单。",
    "严格落实“三会一课”制度，定期开展谈心谈话。",
    "建立了问题整改台账，实行对账销号。",
    "个别窗口工作人员态度生硬。",
    "志愿者向群众发放了宣传单。",
    "各科室要对照清单认真开展自查。",
]

FRAMES = [
    "Read me first.",
    "现将有关情况报告如下：",
    "一、主要做法",
    "同志们：",
    "（三）存在的问题",
    "下面，我讲三点意见。",
]


@pytest.mark.parametrize("text", FACTS)
def test_a_sentence_that_somebody_could_check_is_substantive(text: str) -> None:
    assert judge_sentence(text).verdict is Verdict.SUBSTANTIVE


@pytest.mark.parametrize("text", EMPTY)
def test_a_sentence_true_of_any_unit_in_any_year_is_empty(text: str) -> None:
    sentence = judge_sentence(text)
    assert sentence.verdict is Verdict.EMPTY
    assert sentence.why
    assert sentence.advice


@pytest.mark.parametrize("text", VAGUE)
def test_an_object_without_its_fact_is_vague_and_asks_one_question(text: str) -> None:
    sentence = judge_sentence(text)
    assert sentence.verdict is Verdict.VAGUE
    assert sentence.ask.endswith("？")
    assert sentence.ask.count("？") == 1


@pytest.mark.parametrize("text", FRAMES)
def test_headings_and_frames_are_structural(text: str) -> None:
    assert judge_sentence(text).verdict is Verdict.STRUCTURAL


@pytest.mark.parametrize(
    ("empty", "fact"),
    [
        ("我馆扎实开展阅读推广活动，取得显著成效。", "我馆10月开展阅读推广18场，参加1240人次。"),
        ("下一步，将持续加大检查力度。", "下一步，12月5日前由执法队复查9家网吧。"),
        ("文物保护水平不断提升。", "新修渡口碑亭1座，花费6.2万元。"),
    ],
)
def test_the_same_topic_turns_on_the_fact_and_not_on_the_words(empty: str, fact: str) -> None:
    assert judge_sentence(empty).verdict is Verdict.EMPTY
    assert judge_sentence(fact).verdict is Verdict.SUBSTANTIVE


def test_empty_words_around_a_fact_do_not_condemn_it() -> None:
    padded = "在局党组的坚强领导下，全馆上下凝心聚力、攻坚克难，9月3日为福利院送书320册，取得良好效果。"
    sentence = judge_sentence(padded)
    assert sentence.verdict is Verdict.SUBSTANTIVE
    assert "套话" in sentence.advice


def test_a_slogan_of_a_heading_is_to_become_a_heading_with_a_figure() -> None:
    assert judge_sentence("（一）强化责任担当，凝聚工作合力").advice == "改成带数的小标题"


def test_a_sandwich_names_its_empty_clauses_and_no_other() -> None:
    text = "为进一步丰富群众精神文化生活，10月11日在石桥村演出豫剧2场，观众600人，营造了良好的文化氛围。"
    dropped = empty_clauses(text)
    assert [text[clause.start : clause.end] for clause in dropped] == [
        "为进一步丰富群众精神文化生活，",
        "营造了良好的文化氛围。",
    ]


@pytest.mark.parametrize(
    "clause", ["粽子送给了环卫工人", "孩子们上岗6天", "在文化广场", "其中20件留校展出", "王老师带队"]
)
def test_a_clause_of_plain_words_is_never_dropped(clause: str) -> None:
    assert not is_empty_clause(clause)


def test_words_of_a_named_person_count_only_when_they_say_something() -> None:
    said = "“过去看病要跑四十里，如今村口就有医生”，村民刘桂兰说。"
    sung = "“我们一定不忘初心、牢记使命，奋力谱写新篇章”，村民刘桂兰说。"
    assert judge_sentence(said).verdict is Verdict.SUBSTANTIVE
    assert judge_sentence(sung).verdict is not Verdict.SUBSTANTIVE


@pytest.mark.parametrize(
    "text",
    [
        "凡事多替老百姓想一想，多站在群众的角度看一看。",
        "面对荣誉不骄傲，面对困难不低头，这是我们一贯的品格。",
    ],
)
def test_empty_talk_of_which_no_word_is_listed_says_honestly_what_is_missing(text: str) -> None:
    sentence = judge_sentence(text)
    assert (sentence.verdict, sentence.why) == (Verdict.EMPTY, "看不出哪天、谁、做了什么")


@pytest.mark.parametrize(
    "text",
    [
        "对老旧电梯加密检查，督促维保单位及时更换钢丝绳。",
        "货车不能从学校门口过，更不能在那里卸沙子。",
        "有的摊主把炉子摆到了盲道上。",
    ],
)
def test_an_order_and_a_fault_with_plain_things_are_never_empty(text: str) -> None:
    assert judge_sentence(text).verdict is not Verdict.EMPTY


@pytest.mark.parametrize(
    ("text", "why", "ask"),
    [
        ("下一步，我们将继续推进社保卡应用。", "看不出哪天、谁、做了什么", "谁负责，哪天前办完？"),
        ("抽调骨干组成宣讲小分队，到车间宣讲。", "说到了事，缺数、日期或结果", "发了多少份，多少人看到？"),
        ("人员常被抽调，巡查顾不上。", "点到了问题，没有说清是哪件事、多少", "是哪件事、在哪里、有几次？"),
    ],
)
def test_what_is_missing_is_said_of_the_matter_itself(text: str, why: str, ask: str) -> None:
    sentence = judge_sentence(text)
    assert (sentence.why, sentence.ask) == (why, ask)


def test_a_round_figure_is_asked_for() -> None:
    assert "数千人" in judge_sentence("活动吸引数千人参加。").ask


def test_every_sentence_stands_where_it_says() -> None:
    text = "  一、开头\n“好看。比电视强！”李大爷说；第二句。\r\n\r\n第三句，12：30结束。"
    sentences = judge(text).sentences
    assert all(text[s.start : s.end] == s.text for s in sentences)
    assert "".join(s.text for s in sentences) == "".join(text.split())


def test_the_share_of_empty_talk_leaves_headings_out() -> None:
    judgement = judge("一、主要做法\n11月6日送书320册。\n凝心聚力，久久为功。")
    assert judgement.empty_ratio == pytest.approx(10 / 22, abs=0.01)
    assert not judgement.passed


def test_a_clean_report_passes() -> None:
    text = (
        "县图书馆送书进福利院\n11月6日上午，县图书馆到县福利院送书320册，32名老人参加读报活动。"
        "王敏现场教会7名老人使用听书机。"
    )
    judgement = judge(text, genre="report")
    assert judgement.passed
    assert judgement.findings == ()


@pytest.mark.parametrize("text", ["", "   \n", "😀", "……", "“", "《", "a" * 50])
def test_odd_input_is_judged_without_a_stumble(text: str) -> None:
    assert 0 <= judge(text).empty_ratio <= 1


@pytest.mark.parametrize("unit", ["“", "1", "x", "通过活动提升了", "“甲”"])
def test_a_long_line_costs_time_in_proportion(unit: str) -> None:
    def cost(length: int) -> float:
        text = unit * (length // len(unit))
        begin = time.process_time()
        judge(text)
        return time.process_time() - begin

    assert cost(24_000) < 9 * cost(6_000) + 0.05


@pytest.mark.parametrize(
    "text",
    [
        "只要大家心往一处使，就没有爬不过的坡。",
        "旅游搞得好不好，谁都看得见。",
        "全体人员要拿出百分之百的努力。",
        "多看一眼，多想一层，多跑一趟。",
        "服务不在于说得多，而在于做得实。",
        "干部多一分担当，群众就少一分忧愁。",
        "不能光喊口号、不见行动，更不能做表面文章。",
        "让“土特产”变成“金名片”，让好山好水生出“金疙瘩”。",
    ],
)
def test_a_saying_is_empty_though_no_word_of_it_is_listed(text: str) -> None:
    assert judge_sentence(text).verdict is Verdict.EMPTY


@pytest.mark.parametrize(
    ("mind", "thing"),
    [
        ("有的干部精神懈怠，习惯于当“传声筒”“二传手”。", "有的干部下村不带工作证，村民不开门。"),
        ("担当的勇气有所减弱，遇到矛盾绕道走。", "下水管网有所淤塞，雨天积水。"),
        ("要大兴学习之风，争做学习型干部，建设学习型机关。", "要完善村务公开制度，规范公开内容和程序。"),
        ("个别同志政绩观存在偏差，重显绩、轻潜绩。", "个别门店灭火器存在过期，换药记录少。"),
    ],
)
def test_a_fault_of_the_mind_alone_is_empty_and_a_fault_of_a_thing_asks_for_more(mind: str, thing: str) -> None:
    assert judge_sentence(mind).verdict is Verdict.EMPTY
    assert judge_sentence(thing).verdict is Verdict.VAGUE


@pytest.mark.parametrize(
    "text",
    [
        "楼上不能住人，更不能堆东西。",
        "路灯点亮了整条街。",
        "思想工作做通了，都同意搬。",
        "人没到齐，会没开成。",
        "“红”字写成了“黑”字。",
    ],
)
def test_plain_talk_of_what_happened_is_never_empty(text: str) -> None:
    assert judge_sentence(text).verdict is not Verdict.EMPTY


@pytest.mark.parametrize(
    "text",
    [
        "开馆时间由上午改到下午。",
        "城关派出所户籍窗口午间不打烊。",
        "办理公积金提取不再要求提供纸质收入证明。",
        "驾驶证遗失可在手机上补办，证件邮寄到家。",
        "龙湾所上半年只开过一次支部党员大会。",
        "局党组成员刘建国未按规定报告子女出国情况。",
        "下周四晚8点在老码头加演一场。",
        "退役军人柏长林把立功证书捐给了县档案馆。",
        "女声合唱捧回全市群星奖金奖。",
    ],
)
def test_a_change_an_hour_and_a_prize_can_be_checked(text: str) -> None:
    assert judge_sentence(text).verdict is Verdict.SUBSTANTIVE


@pytest.mark.parametrize(
    ("text", "advice", "ask"),
    [
        ("个别网吧登记不认真。", "补上事实；补不上就删", "“个别网吧”是哪些，有多少？"),
        ("会议强调，要进一步提高认识、压实责任。", "", "会上定了哪件事，谁办，哪天前办完？"),
        ("为深入贯彻落实上级部署，支部组织党员到社区打扫卫生。", "删去“为深入贯彻落实上级部署”，补上事实", ""),
    ],
)
def test_the_advice_names_what_to_strike_out_and_asks_one_useful_thing(text: str, advice: str, ask: str) -> None:
    found = judge_sentence(text)
    assert found.advice == advice or not advice
    assert found.ask == ask or not ask


@pytest.mark.parametrize(
    ("idle", "told"),
    [
        ("7名班子成员以身作则，30名党员奋勇当先。", "7名班子成员分头入户，30名党员搬走了沙袋。"),
        ("85%以上的学员表示很受启发、很受鼓舞。", "85%以上的学员通过了上机考试。"),
        ("6个股室齐心协力、主动担当，形成了工作合力。", "6个股室的门牌换成了带照片的。"),
    ],
)
def test_how_many_show_an_attitude_is_no_fact(idle: str, told: str) -> None:
    assert judge_sentence(idle).verdict is Verdict.EMPTY
    assert judge_sentence(told).verdict is Verdict.SUBSTANTIVE


@pytest.mark.parametrize(
    "text",
    [
        "因停电，原定在剧场的讲座改到图书室。",
        "从本周起，来访登记不再抄身份证号。",
        "会议由副局长裘世安主持，各所所长参加。",
        "在全院上下共同努力下，搁置多年的老楼电梯装好了。",
        "外单位的车一律停到院外，不得占用消防通道。",
        "上午走访张家，下午走访李家。",
    ],
)
def test_a_deed_an_order_or_a_change_is_a_fact_without_a_figure(text: str) -> None:
    assert judge_sentence(text).verdict is Verdict.SUBSTANTIVE
