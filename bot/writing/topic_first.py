"""What was done to a thing told first: 轮椅发了45辆 → 发放轮椅45辆, 阅览室的暖气修好了 → 修复阅览室的暖气.

Behind the name of the house such a clause reads as if the house were the thing; with the verb in front nothing is
said that was not told. Only what is surely a thing is moved: people, houses and places do or hold it themselves.
"""

import re

from bot.domain.language.quantities import UNIT
from bot.domain.language.word_edges import splits, word_over, words
from bot.writing.aspect import bare
from bot.writing.deeds import verb_first
from bot.writing.rewording.attendance import PEOPLE
from bot.writing.rewording.events import ONCE, READ
from bot.writing.rewording.topics import named_event, verb_for
from bot.writing.wording import formal

_ONE = "[办修换装拆清收扫洗铺补种栽挖砌刷贴挂摆搬运发放印买卖退抽测采打接送交填签领建搭封改盖埋架铲剪浇喷]"
_TWO = (
    "修复|修缮|更换|安装|拆除|清除|清理|清运|清洗|粉刷|铺设|悬挂|张贴|印制|购置|采购|搬运|搬迁|发放|销毁|回填|疏通|加固|接种"
    "|扫描|回收|整理|清点|盘点|核对|录入|登记|检测|抽查|检查|收割|播种|种植|栽植|收购|归还|封存|封堵|改造|维修|检修|翻新"
)
# Where the thing is known, the verb is: 路灯修了42盏, not 修了2条路.
_OF_THE_THING = {"修": "维修", "发": "发放"}
_OF_WORK = {"评": "评审", "审": "审核", "校": "校对", "排": "排练", "催": "催收", "报": "报送", "谈": "商谈"}
# What is done with it to its end, or once over, has a word of its own in a report: 换完了 is 更换.
_DID = ONCE | {
    **{"修": "修复", "换": "更换", "装": "安装", "拆": "拆除", "铺": "铺设", "刷": "粉刷", "搬": "搬迁", "印": "印制"},
    **{"贴": "张贴", "发": "发放", "测": "检测", "走": "走访", "跑": "走访", "摸": "摸排", "巡": "巡查", "点": "清点"},
    **{"校": "校验", "查": "检查", "核": "核对", "盘": "盘点"},
}
_ON_PAPER = re.compile(r"(?:档案|照片|底片|[志书卷图册版])$")
# 11月18日那家KTV的复查, 第六批县级非遗评: a thing looked at again, things judged.
_AGAIN = re.compile(r"(?P<thing>(?:\d+月\d+日)?那[家个处][^，。的]{2,12})的?(?P<did>复查|复核|回访)")
_JUDGED = re.compile(
    r"(?P<thing>第[一二三四五六七八九十\d]+批[^，。的]{2,14}|[^，。的]{2,10}(?:作品|论文|职称|案卷))(?:评|审)[完的]?"
)
# 民宿评级材料送市里
_SENT_UP = re.compile(
    r"(?P<thing>[^，。给向往把将]{2,14}(?:材料|报告|方案|名单|报表|资料|申请书?|作品|数据))"
    r"(?:(?:报|送|交)(?:到|给)?|[往向](?=[^，]*[报送交]$))(?P<to>[省市县州区](?:里|局|厅|委|馆)?|局里|上级)[报送交]?"
)
# 国庆的数给统计局报了, 妇女节前办茶话会的事商量了
_TO_A_HOUSE = re.compile(
    r"(?P<thing>(?![给向把将])[^，。]{2,14})给(?P<to>[一-龥]{1,6}[局厅委馆办院站校镇乡])(?P<did>报|送|交|寄|发)了?"
)
# 篮球架今天来安装: a thing does not come
_CAME_TO_DO = re.compile("来(?=(?:安装|维修|检修|[修装换])$)")
_TALKED_OVER = re.compile(r"(?P<thing>[^，。]{3,18}的事)(?P<did>商量|研究|讨论|议)(?:好|完)?了?")
# 小区里的独居老人走了一遍: nobody walked off. 五一前将折页补一补, 将栈道上的积雪扫干净
_ROUND = re.compile(
    rf"(?P<when>(?:[一-龥]{{1,3}}[前后](?=[将把]))?)[将把]?(?P<thing>(?![将把给到去在沿从往围绕])[^，。了\d][^，。了]{{1,18}}?)"
    rf"(?P<did>[{''.join(_DID).replace('过', '收补')}]|{_TWO})(?:了?(?:[一1两2][遍圈]|一[下批])|干净了?|一(?P=did))"
)
# 到滨河夜市看了一圈
_WENT_ROUND = re.compile("[到去](?P<where>[^，。了]{2,12}?)(?P<did>[看转走巡查])了?[一1][圈遍]")
_HANDED = {"报": "报送", "送": "送交", "交": "报送", "发": "发送", "寄": "寄送"}
_RESULT = "[完好掉上齐通]"
_NO_PARTICLE = r"(?![了着过去来给向为把将被让由请跟对和与都也还又再没未不是有在到，。；：、])"
_COUNT = rf"约?\d[\d.]*[万多余]?(?:批次|{UNIT})"
# 打了2周, 换了3次: how long and how often count no things.
_NO_COUNT = re.compile(r"(?:天|周|个?小时|分钟|个?月|年|次|遍|圈|轮|趟|岁|%)$")
# 书架重新排了, 老照片开始扫, 展板换新的, behind the thing; 新到的3个恒湿柜 before it
_THING_FIRST = re.compile(
    rf"[将把]?(?P<new>(?:新[到买来进做送]的(?:\d+[台个套组副张把件块])?)?)"
    rf"(?P<thing>(?:{_NO_PARTICLE}[^\d]){{2,18}}?|(?:{_NO_PARTICLE}.){{2,18}}?的[一-龥]{{1,6}}?)(?P<all>全部|均已|已)?"
    rf"(?:(?P<ended>{_ONE}{_RESULT}|换新的?了?)|(?P<how>重新|开始|接着|继续)(?P<again>[排扫查审核盘做写画编录]|{_ONE}|{_TWO})了?|(?P<did>{_ONE}|{_TWO})(?P<count>{_COUNT})|(?P<whole>{_TWO}))"
)
# 绘本故事会讲的是《爷爷一定有办法》: what was held, and what was told at it
# 文化中心的设计评, 宣传册校第二遍, 王庄的香菇棚盖第三个: the verb alone, or which of many it was
_VERB_LAST = re.compile(
    rf"(?P<thing>(?:{_NO_PARTICLE}.|的|借还|去年){{2,24}}?)(?P<did>{_ONE}|[校评审核结查盘对排编画钉催报谈])了?"
    r"(?:(?P<nth>第[一二三四五六七八九十\d]+[遍次轮稿])|(?P<one>第[一二三四五六七八九十\d]+[个座批栋条段块]))?"
)
# 老房子|钉牌子, 古城墙北段|测沉降: what was done to a topic that stands before the day
_DONE_TO = re.compile(
    r"(?:(?P<put>[钉贴挂刷换铺加配编打补装盖涂])|[测查量称])(?![好完了坏过到着出上掉成不课])[一-龥]{1,8}"
    r"|试[水压用]|(?:演练|测试|检修)[一-龥]{0,8}"
)
_AT = re.compile(r"(?:[段楼厅馆站园街路桥口场院库区河塔庙]|中心|广场)$")
_HELD_WHAT = re.compile(r"(?P<topic>[一-龥]{2,12}?)(?P<did>[讲放演唱读])的是?(?P<what>[^，的]{2,})")
# 消防验收过了: what was looked into from above
_PASSED = re.compile(r"(?P<what>[^，。]{2,14}(?:验收|审查|评审|年检|复核|考核|评定|审核))过了?")
# 野外巡查去了东沟乡: the work, and where they went for it
_TOPIC_WENT = re.compile(r"(?P<topic>[一-龥]{2,10}?)(?P<go>到[一-龥]{2,10})")
_ACTS = re.compile(
    rf"(?:{PEOPLE}|[局馆站所队委院校厂村镇乡县市区组员工师手兵民人户家方赛会展]|公司|部门|中心|街道|消防|公安|物业|门口|楼)$"
)


def verb_to_front(deed: str) -> str:
    """The deed with its verb before the thing it was done to; any other deed stays."""
    deed = _CAME_TO_DO.sub("", deed)
    if went := gone_over(deed):
        return went
    if again := _AGAIN.fullmatch(deed):
        return again["did"] + again["thing"]
    if sent := _SENT_UP.fullmatch(deed):
        return f"向{sent['to']}报送{sent['thing']}"
    if handed := _TO_A_HOUSE.fullmatch(deed):
        thing = re.sub("的数[字据]?$", "数据", handed["thing"])
        return f"向{handed['to']}{_HANDED[handed['did']]}{thing}"
    if talked := _TALKED_OVER.fullmatch(deed):
        return ("研究" if talked["did"] == "议" else talked["did"]) + talked["thing"]
    if judged := _JUDGED.fullmatch(deed):
        return "评审" + judged["thing"]
    if passed := _PASSED.fullmatch(deed):
        return "通过" + passed["what"]
    if (gone := _TOPIC_WENT.fullmatch(deed)) and named_event(gone["topic"]) and verb_for(gone["topic"]) == "开展":
        return f"{gone['go']}开展{gone['topic']}"
    if held := held_what(deed):
        return f"{verb_for(held['topic'])}{held['topic']}，{held['did']}{held['what']}"
    told = _THING_FIRST.fullmatch(deed)
    if told is None or not _is_thing(told["thing"], deed):
        return _behind_its_verb(deed)
    every, thing = "全部" if told["all"] in ("全部", "均已") else "", told["new"] + told["thing"]
    if done := told["ended"] or told["again"]:
        did = "扫描" if done[0] == "扫" and _ON_PAPER.search(thing) else _DID.get(done[0], "")
        if told["again"]:
            return told["how"].replace("接着", "继续") + (_OF_THE_THING.get(done) or did or done) + thing
        return every + (did + thing if did else bare(formal(f"{done}了{thing}")))
    if told["whole"]:
        # 文物修复 is the name of a work, 阅览室的暖气修复 a thing repaired
        return every + told["whole"] + told["thing"] if "的" in told["thing"] else deed
    if _NO_COUNT.search(told["count"]):
        return deed
    did = _OF_THE_THING.get(told["did"], told["did"])
    return every + bare(formal(f"{did}了{told['thing']}{told['count']}"))


def _behind_its_verb(deed: str) -> str:
    """评审文化中心的设计, 校对宣传册第二遍, 盖王庄的第三个香菇棚."""
    told = None if verb_first(deed) else _VERB_LAST.fullmatch(deed)
    if told is None or word_over(deed, told.start("did")) or word_over(deed, told.end("did")):
        return deed
    thing, did = told["thing"], told["did"]
    if "的" not in thing and [word.kind[0] for word in words(deed)][:2] == ["v", "n"]:
        return deed  # 拨付产业奖补
    if not (_is_thing(thing, deed) or (told["nth"] and named_event(thing))):
        return deed
    if told["one"]:
        owner, of, what = thing.rpartition("的")
        return did + owner + of + told["one"] + what
    return (_DID | _OF_THE_THING | _OF_WORK).get(did, did) + thing + (told["nth"] or "")


def done_to(topic: str, rest: str) -> str:
    """给老房子钉牌子, 在古城墙北段测沉降, of a topic and what stands behind the day; empty of anything else."""
    did = _DONE_TO.fullmatch(rest)
    at = _AT.search(topic)
    if did is None or verb_first(topic) or not (at or _is_thing(topic, topic + rest)):
        return ""
    return f"{'在' if at else '给' if did['put'] else '对'}{topic}{rest}"


def held_what(deed: str) -> re.Match[str] | None:
    held = _HELD_WHAT.fullmatch(deed)
    return held if held and named_event(held["topic"]) else None


def gone_over(deed: str) -> str:
    """走访小区里的独居老人 of 小区里的独居老人走了一遍; empty of any other clause."""
    if there := _WENT_ROUND.fullmatch(deed):
        return ({"看": "查看", "转": "巡查"}.get(there["did"]) or _DID[there["did"]]) + there["where"]
    went = None if verb_first(deed) else _ROUND.fullmatch(deed)
    cut = word_over(deed, went.start("did")) if went else None
    if went is None or (cut and cut.text[0] != "全"):  # 秤全校一遍
        return ""
    if went["did"] == "翻" and not READ.search(went["thing"]):
        return ""
    thing = re.sub("(?:全部?|都|挨个|逐个|又|再)$", "", went["thing"])  # 灭火器全看了一遍
    did = {"收": "整理", "补": "补充"}.get(went["did"]) or _DID.get(went["did"], went["did"])
    return went["when"] + did + ("全部" if thing != went["thing"] else "") + thing


def _is_thing(text: str, deed: str) -> bool:
    at = deed.index(text)
    if _ACTS.search(text) or splits(deed, at, at + len(text)):
        return False
    last = words(text)[-1]
    if last.kind == "v" and text[: last.start].endswith("的"):
        return True  # 去年的决算
    return last.kind in ("n", "nz", "vn", "l", "i") or _ON_PAPER.search(text) is not None
