"""Later corrections win, where they belong and nowhere else."""

from datetime import datetime, timedelta

import pytest

from bot.domain.notes.corrections import apply_corrections
from bot.domain.notes.note import Note
from bot.domain.notes.utterances import Kind, Utterance, utterances

NOW = datetime(2026, 11, 18, 18, 0)


def corrected(*texts: str) -> list[Utterance]:
    notes = [
        Note(t.partition("：")[2] or t, NOW + timedelta(minutes=i - 60), t.partition("：")[0] if "：" in t else "周敏")
        for i, t in enumerate(texts)
    ]
    return apply_corrections(utterances(notes, NOW), [n.text for n in notes])


def told(*texts: str) -> str:
    """What the notes say once they are corrected."""
    said = []
    for u in corrected(*texts):
        if u.kind is not Kind.CONTENT:
            continue
        text = u.text
        for p in sorted(u.patches, key=lambda p: -p.start):
            text = text[: p.start] + p.text + text[p.end :]
        said.append(text)
    return "，".join(said)


@pytest.mark.parametrize(
    ("first", "correction", "right", "wrong"),
    [
        ("来了45人", "更正一下，是54人", "54人", "45"),
        ("来了45人", "不是45是54", "54人", "45"),
        ("来了45人", "说错了，应该是54人", "54人", "45"),
        ("来了45人", "刚才人数说错了，是54", "54人", "45"),
        ("参加的一共45人", "45改成54", "54人", "45"),
        ("来了四十五人", "更正，来了五十四人", "五十四人", "四十五"),
        ("在县文化馆办了讲座", "更正一下，地点是县图书馆", "县图书馆", "县文化馆"),
        ("在文化馆办了讲座", "更正一下，地点是图书馆", "图书馆", "文化馆"),
        ("昨天办了讲座", "更正，是前天办的", "前天", "昨天"),
        ("上午九点开始办讲座", "时间说错了，是上午十点", "十点", "九点"),
        ("请张晓明老师讲课", "名字写错了，是张晓鸣老师", "张晓鸣", "张晓明"),
        ("在东苑社区宣传", "不是东苑，是东湖社区", "东湖社区", "东苑"),
        ("筹了4680元", "看错了，是4860元", "4860元", "4680"),
        ("机扫组头名郭大勇", "郝大勇，不是郭", "郝大勇", "郭"),
        ("书车到了李楼小学", "学校名字我写错了，是李寨小学，不是李楼", "李寨小学", "李楼"),
        ("来了40人，其中家属12人", "哦不，是42人", "来了42人", "40人"),
        ("初二初三的学生620人听", "没有初二初三，是高二高三", "高二高三的学生620人", "初二"),
        ("今天发车210班，送旅客5300人", "昨天5300，今天是5800，看错行了", "送旅客5800人", "5300"),
    ],
)
def test_a_correction_replaces_what_it_corrects(first: str, correction: str, right: str, wrong: str) -> None:
    text = told(first, correction)
    assert right in text
    assert wrong not in text


@pytest.mark.parametrize(
    ("told_first", "asked", "answer", "right"),
    [
        ("上午查了8个房间的插座，有2个发烫", "哪两个房间发烫", "305和307，下午电工来换", "有2个发烫，305和307"),
        ("书架塌了一层", "塌的那层书湿没湿", "没湿，都收到箱子里了", "塌的那层书没湿"),
        ("专场发票300张", "灯光师傅联系上没", "联系上了", "灯光师傅联系上了"),
        ("藏品入库27件", "证书呢，给人家发了没", "发了，馆长送上门的", "证书发了"),
        ("水库做了放水演练", "开了几孔闸", "3孔，最大每秒42方", "开了3孔闸"),
        ("展柜玻璃换好了，4块", "保修多久", "两年", "保修两年"),
        ("办了剪纸课", "来了多少个孩子", "36个，都带走了", "来了36个孩子"),
        ("到杨湾村修路灯", "还剩几盏没修", "2盏，缺配件", "还剩2盏没修"),
        ("开了消防会", "在哪开的", "三楼会议室，来了9家", "在三楼会议室开的"),
        ("图书车去了小学", "啥时候再去", "下个月12号", "下个月12号再去"),
        ("避雷装好了", "防火的那个项目呢", "在招标，争取6月进场", "防火的那个项目在招标"),
        ("演练疏散了47人", "救护站的氧气瓶是不是快过期了？", "是，8月到期", "救护站的氧气瓶8月到期"),
        ("手机课结业，来了31个", "下期报满没", "满了，40个", "下期报满了"),
        ("除湿机坏了一台", "报修了没", "报了，厂家周四来", "已报修"),
        ("旗袍秀演完了，78个人", "衣服是租的还是自己的", "自己的，旗袍协会的", "衣服是自己的"),
        ("座位不够", "三楼会议室能不能开？", "开。明天起当自习室", "三楼会议室明天起当自习室"),
        ("老电线换完了", "文昌宫那边呢", "下月动工", "文昌宫下月动工"),
        ("今天签了", "税收人家承诺啥时候上", "第二年起每年不少于600万", "税收人家承诺第二年起每年不少于600万"),
        ("建筑垃圾清了，拉了14车", "谁倒的查着没", "没有", "谁倒的没查着"),
        ("主管爆了，停水6个小区", "几点能通", "中午12点前", "中午12点前能通"),
        ("烧烤摊挪走了", "油烟机装了吗", "装了", "油烟机装了"),
        ("水质出来了", "上游养殖场整改到位了？", "到位了", "上游养殖场整改已到位"),
        ("办了象棋赛，32人下", "奖品花了多少", "960元，发票在我这", "奖品花了960元"),
        ("义诊看了158人", "安置点在哪", "村小学操场", "安置点在村小学操场"),
        ("办了剪纸班", "作品留下没有", "留了40幅，挂走廊了", "作品留了40幅"),
        ("教了起垄", "有没有发资料", "发了，一人一张明白纸", "发了资料"),
        ("验收护岸", "村里来人了没有", "来了，支书艾成林来的", "村里来了人"),
        ("疏散了1742人", "消防来人了吗", "来了3个，还带了灭火器", "消防来了3人"),
        ("树修了", "谈了几回", "连今天是四回", "至今谈了四回"),
        ("展板挂好了", "来了多少人", "上午97，下午64", "上午来了97人，下午来了64人"),
        ("发了轮椅26辆", "一共多少人领", "签字的73人", "签字领的73人"),
        ("查校车", "一共多少辆", "全县53，今天来了50", "全县53辆，今天来了50辆"),
        ("查校车", "轮胎呢", "3辆磨平了", "轮胎3辆磨平了"),
        ("合唱比赛一等奖是实验小学", "中学组谁第一", "县二中", "中学组县二中第一"),
        ("签了213人", "工资最高的是哪家", "恒丰电子，调机师傅8500", "工资最高的是恒丰电子"),
        ("到村里录口述，最大的96岁", "那位叫啥", "申有田", "那位叫申有田"),
        ("秋防走了两个村", "打的啥", "口蹄疫，羊还有小反刍", "打的是口蹄疫"),
        ("单边通了", "全通几点", "争取六点", "全通争取六点"),
        ("沉船拖上来了", "是白马河还是支河", "支河", "在支河"),
        ("走错了楼梯，停了几秒", "哪个楼梯", "西楼梯，二楼拐角", "走错了西楼梯（二楼拐角）"),
        ("最老的一张契约是道光年间的", "道光几年", "道光十九年，1839年", "契约是道光十九年（1839年）的"),
        ("下架了18公斤", "老板怎么说", "他说料是新师傅放的", "老板说料是新师傅放的"),
        ("应到52人，来了46人", "没来的6个补课", "嗯 定在5月9号", "没来的6个补课定在5月9号"),
    ],
)
def test_question_and_answer_are_one_clause(told_first: str, asked: str, answer: str, right: str) -> None:
    text = told(f"甲：{told_first}", f"乙：{asked}", f"甲：{answer}")
    assert right in text
    assert f"，{asked}，" not in text


def test_what_puts_an_answer_off_is_not_told_and_the_answer_still_is_one() -> None:
    text = told("甲：演练转移", "乙：转了多少人", "甲：等村里的表", "丙：表来了，67户193人")
    assert "转了67户193人" in text
    assert "表" not in text
    text = told("甲：抽样开始入户", "甲：石岭的数等乡里", "丙：乡里的来了，石岭53户")
    assert "等乡里" not in text
    assert "石岭53户" in text
    # What is only waited for, and what is told of those who wait, stays.
    assert "结果等县里批" in told("甲：方案报上去了，结果等县里批", "乙：路修好了，3公里")
    assert "等车的人站在路边上" in told("甲：站牌倒了，等车的人站在路边上", "乙：站牌扶起来了，换了2块玻璃")
    assert "846" in told("甲：合唱比赛", "乙：上台多少学生我等签到表", "乙：表来了，846名")
    assert "操场" not in told("甲：开始转人", "乙：安置点在哪", "甲：村小学操场", "甲：不对，是教学楼一楼")
    assert "改了" not in told("甲：下架了18公斤", "乙：好，改了")
    assert "材料" not in told("甲：讲防诈骗，63人来听", "乙：晚上加班吗", "甲：不加，材料明早写")
    # What is told after a question and does not answer it stays.
    assert "36个班都下来了" in told("甲：疏散", "乙：学生多少", "甲：36个班都下来了", "丙：1742人，请假的31个没算")


def test_another_thing_was_meant() -> None:
    text = told("舞蹈班报完名了，收了214人", "舞蹈班?你说的是公益培训班吧", "对对，公益培训，打快了")
    assert "公益培训班报完名了" in text
    assert "舞蹈班" not in text
    assert "舞蹈班报完名了" in told("舞蹈班报完名了，收了214人", "舞蹈班?你说的是公益培训班吧", "不是，就是舞蹈班")


def test_a_figure_called_wrong_that_nobody_told_changes_no_other() -> None:
    assert told("送书300册到城关小学", "254不对，应该是286") == "送书300册到城关小学"
    assert "56人" in told("来了45人", "54不对，应该是56")


def test_a_correction_of_a_correction_wins() -> None:
    text = told("来了45人", "更正一下，是54人", "又核对了一遍，应该是53人")
    assert "53人" in text
    assert "45" not in text
    assert "54" not in text


def test_only_the_figure_of_the_same_kind_is_replaced() -> None:
    assert told("来了45人，发手册45份，种树45棵", "更正，手册是54份") == "来了45人，发手册54份，种树45棵"
    assert told("展出124幅，来了370人", "更正一下，展出的是126幅") == "展出126幅，来了370人"


@pytest.mark.parametrize(
    ("first", "correction", "right"),
    [
        ("苍鹭46只，白鹭88只", "白鹭不是46只，白鹭是120只", "苍鹭46只，白鹭120只"),
        ("来了58个学生，12名家长", "家长不是58人，是16人", "来了58个学生，16名家长"),
    ],
)
def test_a_thing_that_is_named_is_the_thing_put_right(first: str, correction: str, right: str) -> None:
    assert told(first, correction) == right


def test_figures_with_other_units_stay() -> None:
    assert told("来了45人，花了300元", "说错了，是54人") == "来了54人，花了300元"


def test_a_correction_that_fits_nothing_said_before_is_kept_as_news() -> None:
    assert "12人" in told("办了书画展", "更正一下，来了12人")


def test_what_a_correction_says_besides_is_not_lost() -> None:
    text = told("来了45人", "更正一下，是54人，另外发了手册80份")
    assert "54人" in text
    assert "80份" in text


def test_the_side_that_is_named_counts() -> None:
    text = told("周敏：来了45人", "韩雪：来了54人", "周敏：以韩雪的为准")
    assert "54人" in text
    assert "45" not in text


def test_of_running_counts_the_last_stands() -> None:
    text = told("现在入场3100人", "截至下午五点入场4260人")
    assert "4260" in text
    assert "3100" not in text


def test_a_patch_says_where_it_was_said() -> None:
    texts = ("来了45人", "更正一下，是54人")
    patches = [p for u in corrected(*texts) for p in u.patches]
    assert len(patches) == 1
    assert texts[patches[0].source][patches[0].source_start : patches[0].source_end] == "54人"


def test_notes_without_corrections_stay_as_they_are() -> None:
    notes = [Note("来了45人，发手册45份", NOW), Note("种树45棵", NOW)]
    found = utterances(notes, NOW)
    assert apply_corrections(found, [n.text for n in notes]) == found
