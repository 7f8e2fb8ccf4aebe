"""Which clauses of an old-style report can be checked, and in a few words why the others go."""

import re
from datetime import datetime

from bot.domain.language.dates import moments
from bot.domain.language.names import people, places, quoted
from bot.domain.notes.note import Note
from bot.domain.notes.old_doers import doer_of
from bot.domain.notes.tails import idioms_only
from bot.domain.notes.utterances import Kind, utterances
from bot.domain.plain.plain_talk import is_empty_clause, judge_sentence
from bot.domain.plain.verdicts import Verdict

_PURPOSE = re.compile(
    r"^为(?:了)?(?!民|期|主|他|其|她|[一-龥]{1,4}(?:送|发|办|讲|演|提供|捐|[上授作做]了)).{2,40}$"
    r"|^(?:[一-龥]{2,6}(?=本着|秉着))?(?:坚持|秉持|秉承|牢固树立|始终坚持|本着|秉着|抱着|怀着)[^，。\d]{2,24}$"
    r"|^(?:以|按照|根据|围绕|紧扣).{2,40}(?:为(?:指导|抓手|契机|主线|统领|引领|载体|目标)|(?:要求|精神|部署|安排|主线|目标))$"
)
_UNDER = re.compile(
    r"^在.{2,30}(?:之际|佳节|节日里?|日子里?|时节|季节|时刻|领导下|指导下|指引下|带领下|关心下|支持下|关怀下|努力下|氛围中|歌声中|掌声中)$"
)
_CLAIM = re.compile(
    r"^(?:不断|持续|进一步|有效|切实|极大|充分|大力|着力|全面|深入(?![^，。]*(?:、|进行|开展|检查|走访|宣讲))|努力|奋力|坚决|更加)[一-龥]{2,4}了?[^，。]*$"
    r"|^(?:又|更|也|既|还)(?:是|能|让|使)?(?:弘扬|增进|提升|增强|锻炼|丰富|展现|传承|满足|激发|营造|推动|拉近|凝聚)"
    r"|^(?:不仅|不但).{2,20}(?:更|还|而且|也)?|^(?:让|使|令).{2,20}(?:绽放|焕发|深入人心|落地生根|蔚然成风|浓厚)"
    r"|^并?结合[^，。\d]{0,6}实际[^，。\d《]*(?:讨论|交流|研讨|发言)$"
    r"|^[^，。\d《]{2,12}(?:有|见|显|出)(?:了|新)?(?:保障|突破|亮点|力度|成效|实效|提升|特色|温度|作为|气象|秩序|进展)$"
    r"|^(?:[一-龥]{2,3})?(?:你来我往|互不相让|你追我赶|奋勇争先|顽强拼搏|迈着[^，。]{2,10}步伐)(?:、[一-龥]{4})*$"
    r"|^[^，。\d]{0,8}(?:(?:看|听|玩|学|聊|讲)得[一-龥]{2,8}|娓娓道来|侃侃而谈|如数家珍)$|闻[“‘]?[一-龥]{1,2}[”’]?而动|严阵以待|枕戈待旦"
    r"|[摆放]上?[在到]?(?:了)?(?:重要|突出)(?:议事日程|位置)$|拉开(?:了)?(?:序幕|帷幕)|^(?:经过|历经)[^，。\d]{0,10}(?:角逐|比拼|较量|竞争|努力|筹备)$"
    r"|^(?:并?送[去上]|带去)了?[^，。\d]{0,10}(?:问候|祝福)$|^学习借鉴[^，。\d]*(?:经验|做法)$|再上(?:一个)?(?:新)?台阶|迈上新|开创.{0,12}新局面|谱写.{0,16}新篇章|^但?(?:挡不住|阻挡不了|丝毫不减|浇不灭)"
    r"|(?:热情|积极性|氛围|影响力|凝聚力|获得感|幸福感)(?:空前)?(?:高涨|浓厚|提升|增强)$"
    r"|(?:人头攒动|人山人海|热火朝天|生机勃勃|欢声笑语|座无虚席|亮点纷呈|精彩纷呈|如火如荼|有声有色|圆满落幕|异彩纷呈)(?:的景象)?$"
)
_EFFECT = re.compile(
    r"^(?:增强|提升|激发|丰富|弘扬|传承|展示|展现|营造|促进|推动|凝聚|坚定|厚植|拓宽|夯实|筑牢|传递|拉近|架起"
    r"|点燃|鼓舞|又弘扬|更传递|更激发|更增强|更拉近)了?[^，。\d《]*(?:自信|意识|素养|热情|魅力|氛围|情怀|力量"
    r"|精神|生活|凝聚力|能力|水平|视野|基础|防线|根基|声音|距离|桥梁|信心|斗志|士气|干劲)$"
)
_STUB = re.compile(
    r"^(?:通过)?[^，。\d]{0,40}的(?:成功|顺利)?(?:开展|举办|举行|召开|实施)$|^(?:通过)?(?:此次|本次|这次)(?:活动|会议|培训|比赛|演练)$"
    r"|^(?:此次|这次|本次)?[^，。\d《]{0,6}(?:不仅|不但)[^，。\d《]*$"
    r"|^[^，。\d]*(?:意义|影响|作用|使命|任务)(?:十分|非常|极为|特别)?(?:重大|深远|重要|光荣|艰巨)(?:[、而][一-龥]{4})*$"
    r"|^以[^，。\d《]{2,40}为(?:契机|抓手|载体|主线|目标|引领)$"
)
HANGING = re.compile(
    r"^(?:活动中|活动现场|现场|会上|会议期间|活动期间|期间|随后|同时|近日|日前|下一步|其中|此外|据悉|据了解)$"
)
_PLEDGE = re.compile(r"下一步|将(?:以|继续|持续|不断|再接再厉)|再接再厉|奋力|为契机|继续|力争|谱写|新局面")
_FEELING = re.compile(r"纷纷|表示|感受|收获|好评|称赞|欢迎|热烈|笑容|喜悦|高兴|激动|点赞|掌声|受益|印象|认为")
_SCENE = re.compile(
    r"金秋|寒意|寒风|凛冽|烈日|酷暑|骄阳|暖阳|春寒|丹桂|飘香|送爽|又是一年|阳光|春风|初[春夏秋冬]|之际|歌声|拉开帷幕|景象|一([个幅张件句声段阵曲首])\1"
)
_SOME_DAY = datetime(2026, 1, 1)
_AIM = re.compile(r"^(?:为|按照|根据|以|围绕)|指导|精神|统领|思想")
# 高兴地说：“……。”: a feeling in somebody's mouth.
QUIET_SPEECH = re.compile(
    r"(?:说|表示|感慨|感叹|讲)(?:道)?[：:，]?“[^”\d]*”$|^“[^”\d]*”[^，。\d]{0,24}(?:说|表示|感慨|感叹)(?:道)?$"
)
DEED = re.compile(r"举办|举行|开展|召开|组织|走访|慰问|检查|培训|演出")
ORDINAL = re.compile(
    r"^\s*(?:[（(][一二三四五六七八九十\d]{1,2}[）)]|[一二三四五六七八九十]{1,2}、|\d{1,2}[、.．](?!\d)"
    r"|(?:第?[一二三四五六七八]|首先|其次)(?:是(?!否)|要|方面)?(?=[，、])[，、]?|[一二三四五六七八](?:是|要)|[①-⑩])\s*"
)


# 一是专业人员不足, 小于庄村位列末位: a fault or a rank that is named.
_PROBLEM = re.compile(
    r"(?:位|排|名)列[^，。]{1,6}|(?:不足|短缺|缺[少乏][^，。]*|老化|破损|漏[水雨电]|滞后|不到位|不规范|不够|不[全齐])$"
)


def is_gone(clause: str) -> bool:
    clause = re.sub(r"^要(?=以)", "", clause)
    if _STUB.match(clause) or _EFFECT.match(clause) or QUIET_SPEECH.search(clause):
        return True
    if firm(clause) or _PROBLEM.search(clause):
        return False
    did = clause[len(doer_of(clause)) :]
    if surely_idle(clause):
        return True
    if did != clause and not DEED.search(did.replace("组织、", "")):
        return is_gone(did) or judge_sentence(clause + "。").verdict is Verdict.EMPTY
    return not quotes(clause) and _idle(clause)


def without_tail(clause: str) -> tuple[str, str]:
    """(what tells, the idioms or the manner that hang on behind it)."""
    told = utterances([Note(clause)], _SOME_DAY)
    if (
        len(told) == 2
        and told[0].kind is Kind.CONTENT
        and told[1].kind is Kind.EMPTY
        and not firm(told[1].text)
        and clause.startswith(told[0].text)
    ):
        return told[0].text, told[1].text
    return clause, ""


def surely_idle(clause: str) -> bool:
    """Praise, aims and slogans by every rule there is; a quotation in them is a slogan too."""
    if _PURPOSE.match(clause) or _UNDER.match(clause) or is_empty_clause(clause):
        return True
    told = utterances([Note(clause)], _SOME_DAY)
    return bool(told) and all(one.kind is Kind.EMPTY for one in told)


def quotes(text: str) -> bool:
    return any(len(name.text) > 2 for name in quoted(text)) and "说" not in text[-6:]


def _idle(clause: str) -> bool:
    if HANGING.match(clause) or _CLAIM.search(clause) or _SCENE.search(clause) or idioms_only(clause):
        return True
    return len(clause) <= 10 and idioms_only(clause[-4:]) and not DEED.search(clause)


def firm(text: str) -> bool:
    """Whether the words hold what must not be lost: a figure, a person, a day, a 《document》."""
    bare = re.sub(
        r"第[\d一二三四五六七八九十]{1,3}[个届次](?=[一-龥]{1,8}(?:来临|之际|到来))",
        "",
        ORDINAL.sub("", text, count=1),
    )
    if re.search(r"[\d《]", bare) or any(True for _ in people(bare)) or _EVENT.search(bare):
        return True
    return any(m.kind in ("day", "clock") for m in moments(bare, _SOME_DAY))


# 举办了“唱响新时代 奋进新征程”群众文艺汇演: a slogan in quotes is the name of what took place.
_EVENT = re.compile(
    r"(?:举办|举行|开展|召开|组织|启动)了?(?:以)?[“《][^”》]{2,40}[”》](?:为主题的?)?"
    r"[一-龥]{0,12}(?:活动|汇演|演出|晚会|[赛展会课节日]|培训班?|讲座|行动|仪式|演练|巡演|展演)"
)


def names_a_deed(text: str) -> bool:
    return DEED.search(text) is not None and (any(True for _ in places(text)) or any(True for _ in quoted(text)))


def reason_of(text: str, *, vague: bool = False) -> str:
    """The reason in a few words."""
    if _FEELING.search(text):
        return "评价和感受，查不出来"
    if _SCENE.search(text):
        return "写景和场面，不是事实"
    if _PLEDGE.search(text):
        return "表态，没有具体事项和时限"
    if _AIM.search(text):
        return "讲目的、讲意义，没说做了什么"
    return "说得笼统，缺具体事实" if vague else "换个单位、换一年也成立"
