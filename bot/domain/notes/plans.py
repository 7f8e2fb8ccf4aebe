"""Whether an utterance speaks of what is to come: 打算, 下周, 还得跑, a day ahead of the message."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from bot.domain.language import lunar
from bot.domain.language.dates import moments
from bot.domain.language.day_patterns import PAST, is_past
from bot.domain.language.needed import Seldom
from bot.domain.language.quantities import quantities
from bot.domain.language.word_edges import words

_FUTURE = Seldom(
    r"明(?:[天日早晚后]|年(?!的))|(?:让|要求|责令)[^，。]{0,6}?[\d一二两三四五六七八九十]+(?:天|日|周|个月|个工作日)之?内"
    r"|(?<![然先最此过年])后天|下(?:个?月|周|个?星期|个?礼拜|半年|季度|一步|步|次|一期|期|一批|批次)|打算"
    r"|准备(?!的$|好|了|会|工作|情况|就绪|充分|得|齐|完|妥)|(?<!西部)计划(?!生育|内|外|书|$|[，。表单])|"
    r"(?<![即大主女模虚])拟(?!定了|写了)|(?<![大即])将(?!近|军)|预计|力争|争取(?!到|了)|答应|承诺(?!书)|约定|约好"
    r"|(?<![也都家人还])说好(?![几多些久长])(?=[了的]?[一-龥\d])|(?<![大相邀签合预制特])约(?:了|的|在)(?=[^，。]{0,10}(?:碰|见|谈"
    r"|看|来|去|上门|商|开|\d{1,2}[月号日点]|下[周个月]|周|明))|争取|目标|待(?=.{0,8}(?:后|再))"
    r"|(?<![不用别没])再(?=跑|去|办|开|报|补|查|来|做|送|请|从[^，。]{1,8}调)|(?:不够|不行|不成|不来|没来)(?:的话)?(?:就|再)|"
    r"(?:(?<!个)月|(?:(?<=\d{4})|(?<![\d一二两三四五六七八九十百几多比]))年|号|(?<=[\d一二三四五六七八九十残书师树法士军医])日"
    r"|周[一二三四五六日])(?:底|末|初)?之?前(?![\d一二三四五])|[一-龥]完(?:就|再)"
    r"|(?<![获取值记觉懂显赢晓])得(?=补|再|重|去|跑|改|换|修|等|验)|^(?:定|约|商量)(?:了(?![级型性案]|[^，。]{0,8}?[\d一二两三四五六七八九十几百]+(?:个|名|人|家|位|批|户|项|篇|条|件)(?!月|小时|星期|礼拜)[一-龥]{0,6}$)|好|好了|的)"
    r"|^(?:这个?)?(?:[月年]底|月末|周末|[中下]旬)(?:半?决赛|开[幕馆业园工学放]|闭[幕馆]|完工|验收|结束|颁奖|公布|出结果|截止|撤展)$"
    r"|^(?:周|星期|礼拜)[一二三四五六日天](?:再|就|来|去)?(?:换|修|装|补|送|交|取|到货|出结果|开工|验收)$"
    r"|(?:定|约|安排|放)[在到](?=[这下]?个?(?:周|星期|礼拜)[一二三四五六日天末])|鉴定结果|以后要"
    r"|要等?到?[^，。]{0,4}(?:月|周|年|[月年][底初末中]|号|日)[^，。]{0,2}才|今后|考虑|(?<![重主必只需不没别最简纲摘就还非硬偏是着])(?:还)?要(?!上(?:大|中|小)?学|上[高初]中|结婚|住院|手术|交学费|求|点|素|件|道|闻|么|好|紧|是|领|各|全县|科室|了|过"
    r"|[一-龥]{0,3}(?:款|工钱|账|工资|补偿|赔偿|说法|债)(?=的|，|$)"
    r"|的|等|花|从[^，。]{1,8}[拿调运买寄]|回来?(?:了|$|[\d一二三四五六七八九]|[，。的])|到了?(?=[\d一二三四五六七八九十])"
    r"|[一-龥]{1,6}的(?:人|老人|大[爷妈娘]|阿姨|群众|村民|居民|顾客|旅客|家长|学生|司机|车)|交?多少|几|\d|[一二两三四五六七八九十]+[万千百十个天名台元块]|[水电钱人车货]"
    r"|[一二三四五六七八九十]分之|[一-龥]{1,2}的(?:有|[\d一二两三四五六七八九十]|共)|[^，。]{0,12}(?:签字|同意|批准|盖章|才能|才行))|"
    r"(?<![理思设梦感最没不])(?<!提了)(?<!(?<![残妇文社])联)想(?!$|获|办法|法|象|起|到|要了解|着)|接下来|尽快|限(?:期|\d|[一二三四五六七八九十]|本|下|月|周)"
    r"|(?:这|本)(?:周|个?月|个?星期)[之以]?[内里]?(?:就|能|先|要)?[^，。了过\d]{0,4}(?:拿|出|交|报|定)(?:出来|上来|上去|下来)?$|整改期限|暂定|初定|过两天|过几天|(?<![下上这那每])回头(?!看|率|客|天)|"
    r"(?<!正)在(?=.{0,4}(?:联系|协调|争取|申请中))|等.{1,12}再|到时候?|前(?:就)?能(?=[一-龥])|(?:晚点|稍后|稍晚)(?=[报交发送补公])"
    r"|回[来去头](?:后|以后|再|就)*(?:找|跟|和|与|向|同)(?=[^，。]*(?:商量|研究|协调|对接|请示|沟通|汇报|反映)(?:一下|下)?$)|回头(?:再|就)?[跟找和与向同](?![^，。]*[核问对说])"
)
# What besides a bare day says of itself that it has not been: 下次, 再去, 还有一天, 等完工, 让厂家来.
OF_ITSELF = re.compile(
    r"下一?[次回期批步轮场]|再|还[有剩要需]|[等待让叫请]|到期|[以往今]后|可以?|能|就|要|不|一直|[改推延拖挪放]|说|接着"
)
# 评委建议明年改到室外: what others wish is nobody's plan.
_SUGGESTED = re.compile(r"^(?:[一-龥]{2,8}?)(?:们)?(?:都|还|也)?(?:建议|提议|希望|盼着?|反映|呼吁|想要)(?!书)")
# 周一照旧闭馆: what is always so is no plan.
_HABIT = re.compile(r"照旧|照常|照例|一向|历来|平时|往常|固定|每(?:天|周|月|年|逢|到)")
# 博物馆年底前少报一个月的数: a slip was made, and nobody plans one.
_SLIP = re.compile(r"(?:少|漏|多|错|误|重)(?:报|算|记|填|录|登|统计)(?!名)")
# 年前查年货，今天跑了3家: the season in which it is done; 年前修好 is to come.
_BEFORE_FEAST = re.compile(r"^(?:年|[一-龥]{1,4}(?:日|节))前(?=[一-龥])")
_TO_FINISH = re.compile(r"[好完齐清成到毕]|[要得再还将拟把]|计划|准备|打算|争取|力争|必须|预计")
# 小年那天还来包饺子, said before that day.
_THAT_DAY = re.compile(
    r"^(?:到)?(?:了)?(?P<festival>除夕|元宵|端午|七夕|中元|中秋|重阳|腊八|小年|春节)(?:节)?(?:那[天日晚]|当[天日晚]|再|还)"
)
# 国庆前打完, 汛期前清完: a day or a season ahead by which something without 了 is to be finished.
_BY_THEN = Seldom(
    r"(?:(?P<feast>元旦|五一|六一|七一|八一|国庆|春节|元宵|端午|中秋|重阳|腊八|小年|除夕)节?|开学|开春|入[春夏秋冬]|汛期|上冻|[麦秋]收|立[春夏秋冬]|惊蛰|谷雨|小满|芒种|夏至|[小大]暑|处暑|白露|寒露|霜降|[小大]雪|冬至|周末|[月年]底)"
    r"(?:之|以)?前(?!的)(?:全部?|都|必须|一定|要|争取)*(?![^，。]*[了过的]$)[^，。了过]{0,10}?"
    r"(?:[修清打做办装换建拆发铺种收查改交付弄搞干拿送到买备配印贴][完好齐清毕]|完成|到位|收尾|竣工|完工|交付|清零|见底)[^，。了过的]{0,6}$"
)
_SOLAR = {"元旦": (1, 1), "五一": (5, 1), "六一": (6, 1), "七一": (7, 1), "八一": (8, 1), "国庆": (10, 1)}


def _by_then(text: str, said: datetime) -> bool:
    found = _BY_THEN.search(text)
    if not found or not (feast := found["feast"]):
        return found is not None
    if feast in _SOLAR:
        return _SOLAR[feast] > (said.month, said.day) or feast == "元旦"
    day = lunar.festival(feast, said.date())
    return day is None or day > said.date() or feast in ("春节", "元宵", "腊八", "小年", "除夕")


# 要是雨量超过50毫米, 经费批下来: what depends on something has not come about.
_CONDITION = Seldom(
    r"^(?:我|你|他|她|们|这|那|也|就)*(?:要是|如果|假如|倘若|若(?!干)|万一|只要|一旦|除非"
    r"|等到?(?=[^，。]{1,12}(?:后|了|再)))|(?:批|钱|款|料|货|方案|手续|指标|名额)(?:下来|到位|批了|批下来"
    r"|到了)(?:了)?(?:就|再|后|以后|之后)?(?=$|[一-龥]?\d)|^(?!.*(?:句|[讲说谈听学]了?)[^，。]{0,8}的话).*的话$"
)
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
_DONE = re.compile(
    r"(?:做|办|开|送|发|查|修|换|装|收|完|好|到|来|去|结束|成)了|[看走跑谈问拍讲见写访]了(?=[\d一两三四五六七八九十]+[个家处户名件份位])|已经?|当场|现场(?!会)|目前.{0,8}了|完成了|刚刚"
    r"|过了|了$"
)


# 今晚继续, sent in the afternoon; 面试今天下午接着考, sent before noon.
_TONIGHT = re.compile(r"今晚|今夜|今天(?:晚上?|夜里)(?![饭餐会])")
_THIS_AFTERNOON = re.compile(r"今[天日](?:下午|傍晚|晚上?)(?:(?:接着|继续|再|还要?|才|要)|[一-龥]$)")
# 今天下午两点恢复开放, sent at nine
_OF_TODAY = re.compile(r"今[天日晚](?![^，。]*的[一-龥]{0,2}$)")
_AFTERNOON = re.compile(r"(?:下午|晚|傍晚)(?P<hour>\d{1,2})时(?![^至]*至)")
_PART_BEFORE = re.compile(r"(?:晚|下午)(?=上?$)")


def _hour(written: str, before: str) -> int:
    """The hour of 下午2时 and of 今晚|7时 from 0 to 24; 0 where the part of the day leaves it open."""
    part = _PART_BEFORE.search(before)
    found = _AFTERNOON.match((part[0] if part else "") + written)
    return int(found["hour"]) % _NOON + _NOON if found else 0


_MORNING, _NOON, _EVENING = 4, 12, 17


def _later_today(text: str, said: datetime) -> bool:
    """今晚继续, 今天下午两点恢复开放: an hour of the day that had not come when it was said."""
    if _MORNING <= said.hour < _NOON and _THIS_AFTERNOON.search(text):
        return True
    if _MORNING <= said.hour < _EVENING and _TONIGHT.match(text):
        return True
    if said.hour < _MORNING and _TONIGHT.match(text):
        return False  # past midnight 今晚 is over
    return _OF_TODAY.search(text) is not None and any(
        m.kind == "clock"
        and _hour(m.written, text[: m.start]) > said.hour
        and text[m.start - 1 : m.start] not in ("到", "至")
        for m in moments(text, said)
    )


# 今年秋季派6名学员来, said in spring.
_SEASON = re.compile(r"今年?(?P<season>[夏秋冬])(?:[天季]|(?=[，。\d]|[一-龥]{2}))(?!粮|收|种|播)")
_SEASONS = {"夏": 6, "秋": 9, "冬": 12}


# 想学编程的有58人, 提前退的2个: how many want a thing is counted, and nobody here plans it.
_WHO_WANT = re.compile(
    r"(?:还|另外|其中|也|有|里面|另)*(?:想|打算|准备|计划|希望|愿意)(?:要)?[^，。\d]{1,14}的(?:[一-龥]{1,5}?)??(?:一?共|还)?(?:只?有|是|占|达)?(?:大概|大约|约|近)?"
    r"(?:\d|[一二两三四五六七八九十百]+(?:多|几)?[个名位人家户])"
)
# 一件是退休职工要补发采暖费: what somebody came for, no plan of ours.
_MATTER = re.compile(r"(?:还有|另)?[一1](?:件|起|条|宗|单)(?:就?是|反映|要求|投诉|咨询)")


# 谈了明年的文物经费, 今天给下个月的版画展卸车: the time is that of a thing, and the deed is done.
_OF_A_THING = Seldom(
    r"(?<![好定妥约成完齐])了[^，。]{0,6}(?:明[天年]|后天|下(?:周|个?月|一?步|半年|学期)|[\d一二三四五六七八九十]月份?(?=的))"
    r"(?=[^，。]*的[一-龥]{1,6}(?:\d+[一-龥])?$|[^，。]*(?:工作|计划|安排|任务|打算|经费|预算|活动|方案|重点|思路|事[项儿]?)$)"
    r"|(?:今[天日早]|[上下]午|刚)[^，。]*(?:明[天年后]|下个?(?:周|月|星期|季度|半年|学期))[一二三四五六日天]?的(?!话|时候)"
)


# 改到礼拜五再放: what is put off is ahead, whatever day it is said.
_PUT_OFF = re.compile(
    r"(?:改|推迟|延期|延|推|顺延|挪|改期|调整)(?:到|至)(?:这|下)?个?(?:周|星期|礼拜)[一二三四五六日天]"
)


# 清明后第一场昨天在柳河镇唱的: what was yesterday, with no word of another day, is over.
_YESTERDAY = Seldom(
    r"(?!.*(?:(?<!清)明[天日年早晚后]|后天|下[周个次]|[月号周要再]|打算|计划)).*(?:昨[天日晚夜]|前天).*[的了]$"
)


# 新老板不知道要来变更: what was not known is no plan
_UNKNOWN = re.compile(r"不(?:知道|晓得|清楚|懂|明白)[^，。]{0,6}(?:要|得)")


def is_plan(text: str, said: datetime) -> bool:
    """Whether the utterance speaks of what is to come; words in brackets do not decide it."""
    text = _BRACKETS.sub("", text)
    if _HABIT.search(text) and not re.search(r"[起始]|打算|计划|准备|拟|将|\d[月日号]", text):
        return False
    if _YESTERDAY.match(text) or _UNKNOWN.search(text):
        return False
    if (that := _THAT_DAY.match(text)) and (day := lunar.festival(that["festival"], said.date())) and day > said.date():
        return True
    if _CONDITION.search(text) and not re.search(
        r"(?:已经?|都|全)(?:[^，。]{0,4})(?:下来|到位)|^(?:[^，。]{0,8})(?:到位|下来)了$", text
    ):
        return True
    if _PUT_OFF.search(text) or _by_then(text, said):
        return True
    season = _SEASON.search(text)
    if (_later_today(text, said) or (season and said.month < _SEASONS[season["season"]])) and not PAST.search(text):
        return True
    if _SLIP.search(text) or (_BEFORE_FEAST.match(text) and not _TO_FINISH.search(text)):
        return False
    named = moments(text, said, past=is_past(text))
    ahead = any(
        (
            m.day
            and m.day > said.date()
            and m.kind == "day"
            and not re.search(r"(?<![补改推延挪拖约定])[到至]$", text[: m.start])
            and not re.match(r"的?(?:预约|预订|报名|订票)", text[m.end :])
        )
        or (m.due and not re.search(r"前.{0,12}[完成]?了", text))
        for m in named
    )
    month = any(
        m.kind == "month" and m.day and m.day > said.date() and text[m.start - 1 : m.start] != "年" for m in named
    )
    if _OF_A_THING.search(text):
        return False
    if ahead or (month and not re.search(r"去年|上年", text)):
        return True
    if _MATTER.match(text) or _WHO_WANT.match(text):
        return False
    future = _FUTURE.search(text)
    if not future or (_SUGGESTED.search(text) and not re.search(r"答应|承诺|同意", text)):
        return False
    if re.search(r"答应|承诺|约|说好|限|定|得", future[0]):
        return True
    if future[0].endswith("要") and re.search(r"每[月年天周季次]|原来|原先|以前|平时", text):
        return False
    return not (
        _DONE.search(text) and not re.search(r"打算|计划|准备|预计|拟|将|明[天日年]|下(?:周|个?月|一步)", future[0])
    )


def with_days_to_come(message: str, said: datetime, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """12月1日，在城东小学办读书会: a day to come is one with what is to be on it; 了 behind it tells another thing."""
    held: tuple[int, int] | None = None
    for start, end in spans:
        if held and not PAST.search(message[start:end]) and not moments(message[start:end], said):
            yield held[0], end
            held = None
            continue
        if held:
            yield held
        held = (start, end) if message[end : end + 1] in ("，", ",") and _to_come(message[start:end], said) else None
        if not held:
            yield start, end
    if held:
        yield held


_SOON = 31


def _to_come(text: str, said: datetime) -> bool:
    """Whether the words name a day soon after the message's and nothing else; 1月6日 in November is a past one."""
    named = moments(text, said)
    day = next((m.day for m in named if m.kind == "day" and m.day), None)
    if day is None or not 0 < (day - said.date()).days <= _SOON:
        return False
    return not "".join(c for at, c in enumerate(text) if not any(m.start <= at < m.end for m in named)).strip()


def depends(text: str, before: str) -> bool:
    """他要是肯来，一个月给补2000: what follows a condition has not come about either."""
    return _CONDITION.search(before) is not None and PAST.search(text) is None


def goes_on(text: str, said: datetime, plan: str) -> bool:
    """计划12月5日再去办一场，展出60幅: a figure right behind a plan, without 了 or day of its own, is planned."""
    if PAST.search(text) or len(text) > 14:
        return False
    if _WE_COME.match(text) or (SHUT.search(plan) and _MENDED.match(text)):
        return True
    if _LASTS.match(text):  # 7号零点起封路，封到12月20号
        return True
    if not _INTENT.search(plan):
        return False
    if _WEEKDAY.search(text):  # 想报县级传承人，名单周四报上去: the Thursday to come
        return True
    return not moments(text, said) and any(True for _ in quantities(text))


# 收上来批，周一发回去; 名单在公示，5号发; 没来的周一到周三医生上门
_WEEKDAYS = r"个?(?:周|星期|礼拜)[一二三四五六日天](?:[至到和、]?(?:周|星期|礼拜)?[一二三四五六日天])?"
_BARE_DAY = re.compile(rf"{_WEEKDAYS}|[\d一二三四五六七八九十]{{1,3}}号")


# 厂家周四来换, said on a Friday
_COMES = re.compile(r"再?[来去送]")
_BEGAN = re.compile(r"开[班始工幕学机业]|报到|启动|进场|动工|入[住院]|接[到的]|收到|发现|立案")
_OVER = re.compile(r"结[业束]|闭幕|[完竣收]工|收官|出院|撤|[一-龥]完")
# 这周下了两次村，周一孙庄，周三李庄
_THESE_DAYS = re.compile(r"[这本]个?(?:周|星期|礼拜)(?![一二三四五六日天])|这[几两]天")


def set_for_a_day(text: str, said: datetime, earlier: Sequence[str]) -> bool:
    """Whether a bare day behind what was told of today is the one to come: it has a deed of its own, no 了 or 的."""
    today = said.date()
    ahead = {m.start for m in moments(text, said, plan=True) if m.day and m.day > today}
    behind = (m for m in moments(text, said) if m.start in ahead and (m.day or today) <= today)
    day = next((m for m in behind if _BARE_DAY.fullmatch(text[m.start : m.end])), None)
    if day is None or (day.day is None and not _COMES.match(text, day.end)):
        return False
    who, what = text[: day.start], text[day.end :]  # 通过的周一发证: who they are is no deed of the day
    if PAST.search(what if who.endswith("的") else text) or "的" in what or any(True for _ in quantities(what)):
        return False
    if all(word.kind[0] in "tmqrf" for word in words(what)):  # 5号中午
        return False
    if _BEGAN.match(text, day.end) and any(_OVER.search(one) for one in earlier):  # 今天结业，周一开班
        return False
    # 昨天评了14户，结果周一公示: what was told is later than the Monday behind
    return not any(
        _THESE_DAYS.search(one) or any(m.day and m.day <= (day.day or today) for m in moments(one, said))
        for one in earlier
    )


# 下周五之前要换好管子，我们去验; 明天城东停水，换阀门
_WE_COME = re.compile(r"(?:我们|咱们?)(?:再|就)?[去来][一-龥]{1,6}$")
SHUT = re.compile(r"停[水电气暖]|封[路闭]|闭馆|停运|停业|暂停")
_MENDED = re.compile(r"(?:要|为了)?(?:更?换|维?修|检修|清洗|改造|施工|装|铺|改|保养)[一-龥]{1,8}$")
_WEEKDAY = re.compile(r"(?<![上每])(?:周|星期|礼拜)[一二三四五六日天]")
_LASTS = re.compile(r"(?:一直)?(?:[封停关闭展摆延放开]|持续|截)(?:到|至)(?=[\d一二三四五六七八九十下明年月])")
_SET_FOR = re.compile(r"定[在于到]|(?:安排|放|改)[在到](?=\d|[一二三四五六七八九十下明周])")
_INTENT = re.compile(
    rf"{_SET_FOR.pattern}|^定了?(?=[^，。]*(?:安排|计划|任务|方案)$)|"
    r"^意向[：:是]|(?<![理思])想(?=[一-龥])|计划|打算|准备|拟|预计|明[天年]|下(?:周|个?月)|再(?=去|办|开|跑)"
)
