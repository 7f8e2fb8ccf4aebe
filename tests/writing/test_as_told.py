"""Sentences as newspapers print them come out with their figures, names and words as they were told."""

import gzip
import json
import re
import unicodedata
from datetime import datetime

import pytest

from bot.domain.language.word_edges import splits
from bot.domain.notes.note import Note
from bot.writing.offline import write_reports
from tests.evals.uhgeval import SET

_NOW = datetime(2026, 11, 20, 17, 30)

# What was told (| parts messages), what the draft must say, what it must not.
_TOLD = [
    ("强降雨造成直接经济损失达4000余万元，转移群众300余人", "4000多万元 300多人", "4000多元"),
    ("全市签约金额1.5万亿元", "1.5万亿元", ""),
    ("每户每年花两三万元", "两三万元", "20000"),
    ("三季度增速同比提高0.6个百分点，较上季末下降0.18个百分点", "同比提高0.6 末下降0.18", "提提 下下"),
    ("22名公职人员被给予党纪政务处分", "给予党纪", "给予予"),
    ("我县代表队获得了第一名，小李取得了第三名的成绩", "获得第一名 取得第三名", "获获"),
    ("碑廊展出书画碑刻近4000块", "4000块", "4000元"),
    ("免费供餐从一周2天增加到一周5天", "一周2天 一周5天", "至11月"),
    ("他穿10号球衣上场，全场得了21分", "10号球衣", "11月10日"),
    ("篮球赛我队以72：65战胜县医院队", "以72：65战胜", "数据"),
    ("来自全县12个乡镇的120名选手参加了比赛", "来自全县12个乡镇的120名选手", ""),
    ("日前，调查组公布结果，3名责任人被处理", "调查组公布结果 3名责任人被处理", "计划"),
    ("于都县来了20名干部，莲都区来了3人", "于都县 莲都区", "于均 莲均"),
    ("李局长带队去了新加坡招商，脚后跟都走破了", "新加坡 脚后跟", "新增坡"),
    ("由县妇联主办了好家风宣讲活动4场", "主办好家风宣讲活动4场", "主开展"),
    ("严重损坏房屋20户49间|一般损坏房屋19户36间", "49间 36间", "待核"),
    ("福利彩票销售178万元|体育彩票销售129万元", "178万元 129万元", "待核"),
    ("该事故造成6名学生轻伤、30余名学生不同程度受伤", "30多名学生不同程度受伤", ""),
    ("为全县观众奉上超过100个精彩节目", "100个精彩节目", ""),
    ("考古队今年在抚松镇发现一处旧石器时代晚期遗址", "时代晚期遗址", ""),
    ("我国最长的渡槽开工建设，全长12公里", "我国最长的渡槽 12公里", ""),
    ("按规定应为每户补助500元，实际发放450元", "应为每户补助500元 450元", ""),
    ("全县目前共有超标学生6650人，占学生总数的10.6%", "6650人 10.6%", ""),
    ("俱乐部开展足球训练已经有8年的历史，目前已经在19个乡镇开展了培训", "8年 19个乡镇", ""),
    ("3月份，全县共销售彩票308万元，比上年同期减少20万元", "3月 308万元 减少20万元", "截至11月20日"),
    ("根据补贴标准，每户每年可获得3万元补贴", "，根据补贴标准，每户", "县文旅局根据"),
    ("29岁的村民牛思源获得全市摄影大赛金奖", "29岁的村民牛思源获得", "县文旅局29岁"),
    ("县纪委日前曝光9起典型案件", "曝光9起典型案件", "计划"),
    ("去年12月9日，我局获评先进", "2025年12月9日", "去年"),
    ("县宣传部1日发布消息，截至11月30日，民房修复开工154户", "截至11月30日 154户", ""),
    ("交警大队查处、纠正占用应急车道违法行为1200起", "纠正占用应急车道违法行为1200起", ""),
    ("县十八届人大三次会议上午开幕，代表210人参加", "十八届人大三次会议 210", "18届"),
    ("在城关小学开展非遗进校园|校长很满意，说下学期还要请", "校长表示下学期还要请", "满意"),
    ("上午检查了3家网吧|老板态度很好，当场把灭火器换了", "负责人当场将灭火器更换", "态度"),
    ("在广场办了惠民演出|群众反响热烈，要求多演几场", "群众要求多演几场", "热烈"),
    ("今天去企业走访2家|企业负责人特别感谢，希望帮忙招10个工人", "企业负责人希望帮忙招10名工人", "感谢"),
    ("文化广场太吵，居民们很生气，要求9点以后不放音响", "居民很生气，要求9点以后不放音响", ""),
    ("三中的学生来县博物馆参观，42人", "三中的学生到县博物馆参观", "县文旅局县博物馆"),
    ("市局调研组来文化广场看了看", "市局调研组到文化广场查看", "县文旅局文化广场"),
    ("请了古建公司来看，说要换4根柱子，预算6.8万", "预算6.8万元", "6.8万根"),
    ("去邻县看总分馆|他们1200个座位，我们才400", "我局仅400", "座位，才400"),
    ("接待西安研学团，72个学生|有个孩子肚子疼，送医务室看了没大事", "孩子肚子疼，送医务室", ""),
    ("助农直播核桃卖了830单|高林也上播卖蜂蜜了，卖了190瓶|蜂蜜这条作废，不是那场的，别写", "830单", "蜂蜜 190"),
    ("复合肥１２０吨，尿素85 吨|服务电话登了　四十二户", "尿素85吨 登了42户", ""),
    ("男队12支，女队12支，开赛了|女队改10支", "女队10支", "女队12支"),
    ("凌晨4点开始除雪|听说高速那边堵了17公里，不知道真假", "除雪", "17公里"),
    ("全县接待游客一百二十六万人次，收入八点七亿元，增长一点八个百分点", "8.7亿元 1.8个百分点", "8时"),
    ("改造面积一点二万平方米，新修公路三点五公里", "12000平方米 3.5公里", "3时"),
    ("卖出去手工皂173块、布偶64个，收了3885元", "手工皂173块 3885元", "173元"),
    ("南门路面石板换完了，138块，老板子能用的有五十多块翻面又铺回去了", "138块 50多块", "138元 50多元"),
    ("路灯修好了，180块", "180元", "180块"),
    ("停车场上午就满了，开了二号备用", "开了二号备用", "月2日"),
    ("上半年营收3点41亿，住宿占一半多一点1.77亿", "3.41亿元 1.77亿元", "1时"),
    ("上午跟市监、消防一起去古城看了12家民宿", "到古城查看12家民宿", "消防古城"),
    ("轮椅今天发了45辆", "发放轮椅45辆", "局轮椅"),
    ("阅览室的暖气修好了，花了3200", "修复阅览室的暖气", "局阅览室"),
    ("三个组的水表都换了", "更换3个组的水表", "水表都"),
    ("消防队换了45个灭火器", "消防队", "更换消防队"),
    ("物业那个事儿今天开了居民议事会，来了38户", "就物业事召开居民议事会", ""),
    ("乡镇道路项目审计进点会上午开的", "召开乡镇道路项目审计进点会", "会开"),
    ("食堂开放日，来了30个家长代表", "举办食堂开放日 30名家长代表", "参加代表"),
    (
        "下午两点半省厅的张处长一行五人来调研非遗工坊看了剪纸和面塑两个点座谈的时候提了三条建议",
        "张处长一行5人",
        "文旅局5人",
    ),
    ("上午市文旅局李局长一行来我局检查消防安全看了库房和展厅提出两条整改意见", "检查消防安全", "检检查"),
    ("他说：“第一次参加比赛，才15岁，那时候我都不懂。”", "“第一次参加比赛，才15岁，那时候我都不懂。”", ""),
]


@pytest.mark.parametrize(("told", "says", "never"), _TOLD)
def test_told_as_it_was_said(told: str, says: str, never: str) -> None:
    notes = [Note(text, _NOW, "小王") for text in told.split("|")]
    drafts = "\n".join(f"{r.title}\n{r.text}" for r in write_reports(notes, unit="县文旅局", now=_NOW))
    assert [one for one in says.split() if one not in drafts] == []
    assert [one for one in never.split() if one in drafts] == []


@pytest.mark.parametrize(
    ("text", "word"), [("丽水市莲都区教育局", "都"), ("去了新加坡", "新加"), ("县妇联主办了活动", "办了")]
)
def test_a_part_of_a_word_is_no_word(text: str, word: str) -> None:
    start = text.index(word)
    assert splits(text, start, start + len(word))


@pytest.mark.parametrize(("text", "word"), [("昨天搞了个展览", "搞了"), ("人都来了", "都"), ("另外还有3家", "还")])
def test_words_of_talk_are_whole(text: str, word: str) -> None:
    start = text.index(word)
    assert not splits(text, start, start + len(word))


_FIGURE = re.compile(
    r"(?<![\d.])\d+(?:\.\d+)?(?:余|多)?(?P<unit>万亿|[万亿])?(?:元|人次|人|名|户|亩|公里|家|辆|吨|岁|%)"
)


def _sentences() -> list[str]:
    found = []
    with gzip.open(SET, "rt", encoding="utf-8") as lines:
        for n, line in enumerate(lines):
            news = json.loads(line)["newsRemainder"] if n % 3 == 0 else ""
            able = (s for s in re.findall(r"[^。！？\s“”]{16,110}。", news) if len(_FIGURE.findall(s)) > 1)
            found += list(able)[:1]
    return found


def _figures(text: str) -> set[str]:
    text = re.sub(r"(?<=\d),(?=\d{3})", "", unicodedata.normalize("NFKC", text))
    return {m[0].replace("余", "多") for m in _FIGURE.finditer(text)}


@pytest.mark.slow
@pytest.mark.skipif(not SET.exists(), reason="the public news are not at hand")
def test_figures_of_news_keep_their_power_and_unit() -> None:
    lost = {}
    sentences = _sentences()
    for text in sentences:
        reports = write_reports([Note(text, _NOW, "小王")], unit="县文旅局", now=_NOW)
        kept = "\n".join([r.text + "\n".join(u.text for u in r.unused) for r in reports])
        if missing := _figures(text) - _figures(kept):
            lost[text] = missing
    assert len(sentences) > 90
    assert len(lost) <= len(sentences) // 50, lost
