"""What somebody said or demanded: 李处长说民宿要抓质量, 一是讲解员要培训, 别拖到最后一天. It is no plan of the office.

The clause that names who spoke opens the words; what goes on with them in the same message belongs to them.
"""

import re
from collections.abc import Sequence

from bot.domain.language.names import SURNAMES
from bot.domain.language.needed import Seldom
from bot.domain.notes.kinds import Kind
from bot.domain.notes.utterance import Utterance

# Who can speak: a person by office or trade, a body, those who came. 下午, 明天 and 我们 are nobody of these.
_WHO = (
    r"(?!(?:[今明后昨]天|[上下]午|晚上|下周[一二三四五六日]?)?(?:再|就|先)*在[^，。]{0,4}[里上])(?!(?:[这本下]?个?月|[今明]?年|\d{1,2}月)?(?:底|初|末|\d{1,2}[日号])之?前)(?:[一-龥]{0,6}\d+[个户名位家](?:人|里)?|(?:(?!去(?!年))[一-龥]){0,12}?(?:长|书记|主任|主席|经理|老总|[局处科股馆站所院校园县市区省镇乡队团厂总]|部门|[老小][一-龥]|[一-龥]工"
    r"|师|家|授|员|人|民|者|生|众|客|组|委|方|里|会|友|户|领导|同志|大[爷妈娘姐哥叔嫂婶伯]|板娘|司|公司|中心|班子|[张李王刘陈杨赵黄周吴]导|女士|先生|他|她|们|们?代表))"
)
_SPEAK = (
    r"(?:(?<![小演解劝传据听再胡少])说(?![唱书法]|服(?![装务])|明(?![年天日早晚后])|[要]?的(?=[一-龥]{2}))|强调|指出|要求|表示|认为|提出|提醒|叮嘱|嘱咐|交代|交待|建议|提议|希望|呼吁|答应"
    r"|承诺|回复|答复|解释|反映|通知|宣布|告诉|点评|问|询问|咨询|讲(?=[^，。]*(?:[要得别]|必须|不能|应该)))"
)
_WHEN = (
    r"(?:当场|现场|最后|会上|[上下]午|晚上|[今昨]天|还|也|又|再|就|都|特别|专门|反复|主要|一再|接着|随后|听完|看完"
    r"|讲完|后){0,3}"
)
# 馆长让办公室先询价: with a day in it the writer says by when.
_TOLD_TO = re.compile(
    r"责令(?=[^，。]{3})|[一-龥]{0,10}(?:长|书记|主任|主席|经理|[局馆站所]里)(?:当场|当即|又|还)?让(?=[一-龥]{3})"
)
_OPENS = Seldom(
    rf"{_WHEN}(?:{_WHO}{_WHEN}{_SPEAK}|[{SURNAMES}][一-龥]{{1,2}}{_WHEN}(?:强调|指出|要求|提出|表示|认为)|(?:会议|会上)?(?:要求|强调|指出|提出|建议)|会上说"
    r"|(?:答复|回复|解释)(?:说|称|了)?(?=[^，。]{2})|讲了(?=[^，。]*(?:要(?!求|点)|不能|必须))|(?:跟|和|向|给)[^，。我]{1,8}(?:都)?(?:说|讲|交代)(?:了|过|好)+$"
    r"|我们(?:说|答复|回复|告诉)|说(?!好|服(?![装务])|明(?![年天日早晚后]))|表示|认为"
    r"|(?!我|咱|俺)[一-龥\d]{0,10}?(?:老师|师傅|老板|经理|村民|群众|居民|学生|老兵|读者|游客|店主|商户|[长主员人个名位户家])"
    r"(?:们|都|也|还)*想(?![法象起到着了])"
    r"|[^，。]{0,8}(?:的?时候|时)(?:说|强调|要求|指出)|[一-龥]{2,8}说(?=[他她]们|想|要|先|得|可以|希望|不[能会行]|没)"
    r"|[^，。]{0,12}?(?:提|讲|说|强调|提出|反馈)了?[\d一二两三四五六七八九十几]+(?:条|点|项|个)[一-龥]{0,4}?[：:]一是)"
)
# 他们有2栋空房子想弄: what others have in mind.
_OTHERS_WISH = Seldom(
    r"(?:他们|她们|人家|对方|[一-龥]{2,6}那[边头])(?![^，。]*(?:我们|咱))[^，。]{0,12}"
    r"(?:想(?![法象起到着了])|打算|准备|计划)|(?:[省市县镇]里|上级|上面)(?:也|还)?要|[^，。]{0,6}\d+个?[人户名][要想]"
    r"|[一-龥]{0,6}(?:[局县镇馆院校]长|书记|主任)(?:还|也|说)?要(?=[^，。]{0,6}[看听用]$)"
    r"|(?:哥哥?|弟弟?|姐姐?|妹妹?|[兄父母]亲?|儿子|女儿|业主|户主|对方|[男女甲乙]方|他|她|房东|租户|村民|老板|店主)[^，。]{0,2}要(?!求|是|不)"
    # 有3家老字号想留着原来的, 另一起女方想离婚
    r"|(?!(?:我|咱|俺|们|[局馆站所镇村乡科队][里上]?|[还也就都又再下明后今年周月旬日号天半\d一二三四五六七八九十底初前个步次期])+想|[^，。]{0,8}(?:我们|咱))"
    r"[^，。]{1,12}?(?<![思理感梦设联没不是最])想(?![法象起到着了必])"
)
# 提了几条意见 opens as well, where the items follow behind a comma.
_COUNTS = Seldom(
    r"[^，。]{0,14}?(?:提|讲|说|强调|提出|反馈)了?(?:[\d一二两三四五六七八九十几]+(?:条|点|项|个)(?:意见|建议|要求|问题)?"
    r"|[个条]?(?:意见|建议|要求))$"
)
_ITEM = re.compile(r"(?:[一二三四五六七八九十]是|第[一二三四五六]|[一二三四五六]、|再一个|还有一条)")
_OWN = re.compile(r"(?:我们|咱们?|我|馆里|局里)(?!要|得|必须|应)|(?:上午|下午|晚上|中午|会后|随后|现场|当天|今天|昨天)")
# How words go on: with a demand, a wish, what may be and may not; with the day by which something is due.
_DEMANDS = re.compile(
    r"(?:也|还|都|就|先|再|但|但是|不过|尤其|特别是|同时|另外|以后|今后|下次|回去|平时)*(?:要(?!求了)|得|别|不要|不能|不得"
    r"|不准|不许|必须|应|须|想|最好|可以|希望|建议|争取|尽量|让|谁)"
    r"|(?:一定|务必|千万|尽快|抓紧|严格|能[一-龥]{0,3}就)|等[^，。]{1,12}(?:再|后|出来|下来)"
    r"|[^，。]{1,10}?(?:要(?!求)|必须|不能|不要|不准|不得|别|得(?=[想抓先多再去修换改补装清])|(?<!理)想(?!法|象|起|到))"
)
_DUE = re.compile(
    r"从?[^，。]{2,6}(?:起|开始)$|(?:最晚|最迟)?(?:明天|后天|[这下]?个?(?:周|星期)[一二三四五六日天]?|下?个?月底?|年底|年前|节前"
    r"|[\d一二三四五六七八九十]{1,3}月?(?:[\d一二三四五六七八九十]{1,3})?[号日底])之?前?(?:把?[^，。]{0,8}?)?"
    r"(?:上?报(?:上来|过来|齐)?|给|[改弄补清拆修搬换][好完齐走掉上]|送[来到过]来?|交(?:上来|齐)?|提交|完成|到位|弄完|办完|拿(?:出)?[一-龥]{0,4}方案|[报交][一-龥]{2,8})$"
)
# Who advises or promises leaves it to us or himself to do it: a clause behind it with a day is a plan.
_LEAVES_OPEN = re.compile(r"[^，。]*(?:(?<![个条点项])建议|提议|答应|承诺|告诉|通知)")
# 今天发了通知，各景区要24小时值班: the sending is our deed, what the paper demands is its words.
_NOTICE = Seldom(
    r"[^，。]{0,10}(?:发|下|下发|印发|发出|出)了?(?:一?[个份封])?(?:紧急|书面)?(?:通知|文件|文|函|倡议书?|通告|公告|提醒)$"
    r"|[^，。]{0,10}[接收]到[^，。]{0,8}(?:通知|文件|要求)了?$"
)
_DEMANDED = re.compile(r"[^，。]{0,10}?(?:让|叫|要求|责令|通知)(?!我|咱)(?:[他她]们?|其|[一-龥]{2,6}?)[^，。了]{2,}$")
_STOP = re.compile(r"[。；！\n]")
_OVER = re.compile(r"了$|已经|(?:当场|现场|马上|立马)[^，。]{0,4}了")


def with_said(found: Sequence[Utterance], message: str) -> list[Utterance]:
    """The utterances of one message, those marked that tell what somebody said and not what was done."""
    kept = list(found)
    speaking = listed = leaves = False
    for at, one in enumerate(kept):
        if one.kind is not Kind.CONTENT:
            continue
        if _OTHERS_WISH.match(one.text) or ((one.text[0] == "责" or not one.plan) and _TOLD_TO.match(one.text)):
            kept[at] = one.as_told()
        elif _OPENS.match(one.text) or _COUNTS.match(one.text):
            speaking, listed = True, _COUNTS.match(one.text) is not None or "一是" in one.text
            leaves = _LEAVES_OPEN.match(one.text) is not None
            kept[at] = one.as_told()
            continue
        if _NOTICE.match(one.text):
            speaking, listed, leaves = True, False, False
            continue
        if at and _DUE.match(one.text) and _DEMANDED.match(kept[at - 1].text) and kept[at - 1].message == one.message:
            kept[at] = one.as_told()  # 让他们写个说明，周五前给
            continue
        item = listed and _ITEM.match(one.text) is not None
        speaking = speaking and (
            item
            or (one.text[0] == "再" and "先" in kept[at - 1].text)
            or (not leaves and _goes_on(one, message[kept[at - 1].end : one.start], listed))
        )
        if speaking:
            kept[at] = one.as_told()
    return kept


def _goes_on(one: Utterance, between: str, listed: bool) -> bool:
    """Whether the clause goes on with the words before it: a full stop ends them, unless they are a list."""
    return (
        not (_OWN.match(one.text) or _OVER.search(one.text))
        and (listed or _STOP.search(between) is None)
        and (not one.plan or _DEMANDS.match(one.text) is not None or _DUE.match(one.text) is not None)
    )
