"""Which of the utterances names the event, and what stands before it as its name."""

import re
from itertools import islice

from bot.domain.language.numerals import fold
from bot.domain.notes.events import doubts
from bot.domain.notes.gist import DEED
from bot.domain.notes.plans import SHUT
from bot.domain.notes.utterances import Kind, Utterance
from bot.writing.days import OCCASION, came_out
from bot.writing.deeds import STARTS_VERB, with_verb, without_time
from bot.writing.places import ONLY_PLACE, bare_place
from bot.writing.titles import TOLD
from bot.writing.wording import formal

_ENDS = re.compile(r"结束|开始|启动|开幕|闭幕|收官|完工|竣工|开工|完成|揭晓|落幕")
_DEMANDED = re.compile(r"要|必须|不得|不准|不能|别")
_SEVERAL = re.compile(r"(?:\d|[两几])(?:场|个|项|件)(?:活动|事情?)$")
_ANNOUNCED = re.compile(
    r"^(?:国家|部|省|市|县|上级|局)(?:里|厅|局|上)?(?:正式)?(?:公布|公示|通报|发布|下文|通知|发文"
    r"|(?:发|下)了?(?:通知|文件|文|公告))了?的?$"
    r"|^(?:刚刚?|才)?(?:接到|收到|得到)(?:上级|市里|省里|局里|市局|省厅)?(?:的)?(?:通知|消息|喜讯|喜报)了?$"
)
_HANDLED = re.compile(
    r"(?:把|将)[^，。]{1,14}?(?:[一-龥])了|^[^，。]{0,10}来(?:我们?|咱们?|馆|局|县)?(?:里)?(?:评|查|看|验收"
    r"|学习|调研|考察|指导|交流|采风|拍摄|慰问|检查|督查)"
)
# 请了消防大队的赵刚来讲, 药品备了12种: what is got ready for something to come.
_PREPARED = re.compile(
    r"^[^，。了]{0,6}(?:请|邀请|约|定|备|准备|买|采购|印|打印|联系|协调|布置|搭|通知|借|租|报|订|招募|排练"
    r"|彩排)(?:好)?(?:了|好)|^(?:通知|公告|微信群|群里|短信)[^，。]{0,6}[贴发下]了$"
)


def _preparing(content: list[Utterance]) -> bool:
    """Whether the notes tell of something to come and of nothing but what was got ready for it."""
    first, rest = content[0], content[1:]
    ahead = (
        first.plan
        and (DEED.search(fold(first.text)) or SHUT.search(first.text))
        and any(m.kind == "day" and m.day and m.day > first.said.date() and not m.due for m in first.moments())
    )
    return bool(ahead) and all(
        u.plan
        or _PREPARED.match(u.text)
        or u.text.startswith("这是")
        or (len(u.text) <= 12 and "了" not in u.text and all(m.kind == "month" for m in u.moments()))
        for u in rest
    )


# 自助机坏了3天了, and in another message 厂家今天来人修: what broke names the day.
_BROKE = re.compile(
    r"(?!有人|[^，。]*(?:今天|昨天|上午|下午|发现|查出))[一-龥\d]{3,16}(?:坏|停|断|堵|漏)了(?:\d+天|[一两三四五六几]天)了?"
)


# 今天第4次课: which time of many it was names no event.
_ONLY_NUMBER = re.compile(r"第\d+[次场期届站轮天](?:课|活动|班)?")


# 大院充电桩坏了4个，今天修好了3个
_MENDED_SO_MANY = re.compile(r"[修换装补清拆][好完掉上]?了?\d+[一-龥]{1,2}")
_ENTERED = re.compile(r"(?:[进入][园馆]|接待(?:游客)?|到馆|[谷峡区寨湖镇山]来)(?:了|约)*\d")


# 昨晚那场雨，城隍庙后墙塌了一截: what it did names the event.
_STORM = re.compile(r"[那这]?一?[场阵次][大暴]?[雨雪风]")
_DAMAGE = re.compile(r"[塌倒断掀漏淹冲毁坏堵裂砸]")


def main_of(content: list[Utterance]) -> Utterance:
    """The utterance that names the event: the first that says its day or hour, else the first deed."""
    if _preparing(content):
        return content[0]
    if (
        len(content) > 1
        and _STORM.fullmatch(without_time(content[0]))
        and content[1].message == content[0].message
        and _DAMAGE.search(content[1].text)
    ):
        return content[1]
    if len(content) > 1 and _BROKE.fullmatch(content[0].text) and content[0].kind is Kind.CONTENT:
        return content[0]
    later = filter(_may_name, content)
    able = list(islice(later, 3))
    first = able[0] if able else content[0]
    if _AHEAD_OF.match(first.text) and not first.quantities():
        return first
    for u in able:
        if _RECEIVED.match(first.text) and u.message != first.message and not any(map(_another_day, content)):
            return first
        if (
            u is not first
            and u.message == first.message
            and DEED.search(first.text)
            and not first.quantities()
            and STARTS_VERB.match(re.sub(r"^[^，。]{1,4}前", "", without_time(first)))
        ):
            return first
        if u is not first and u.message == first.message and _MENDED_SO_MANY.fullmatch(without_time(u)):
            return first
        if u.message != first.message and _ENTERED.search(fold(first.text)):
            break
        if u.message != first.message and any(
            m.kind != "year" for c in content if c.message == first.message for m in c.moments()
        ):
            break  # 青龙峡进园8600人, and in another message 上午10点停车场就满了
        dated = any(
            m.kind in ("day", "clock", "part") and not re.search(r"(?:[到至比较]|截至|的)$", u.text[: m.start])
            for m in u.moments()
        )
        by_day = any(m.kind == "day" for m in u.moments())
        if u.message != first.message and not by_day and "了" in first.text and DEED.search(first.text):
            break  # 市局来了3个人检查, and in another message 上午看了文化馆
        if u is not first and u.message == first.message and came_out(u) and DEED.search(fold(first.text)):
            return first
        if dated and (
            DEED.search(fold(u.text))
            or _HANDLED.search(u.text)
            or _ENDS.search(u.text)
            or "了" in u.text
            or u is able[0]
        ):
            return u
    if able and HEADER.match(without_time(able[0])):
        return able[0]
    if able and (
        able[0].quantities()
        or "了" in able[0].text
        or DEED.search(fold(able[0].text))
        or _HANDLED.search(able[0].text)
        or TOLD.search(able[0].text)
    ):
        return able[0]
    able += later
    near = [u for u in able if u.message == first.message]
    if near and len(without_time(near[0])) >= 5:
        return next((u for u in near if DEED.search(fold(u.text))), near[0])
    return next((u for u in able if DEED.search(fold(u.text))), first)


# 接到举报，说仁和医院挂床住院: what was gone into afterwards began with it.
_RECEIVED = re.compile(r"(?:接到?|收到)[^，。]{0,8}(?:举报|反映|投诉|派单|工单|报警|求助|电话)")


# 冬至前给困难户送煤，今天送了46户: what is done every year before the feast names the day's part of it.
_AHEAD_OF = re.compile(
    r"(?:[一-龥]{1,3}节|冬至|中秋|国庆|元旦|五一|八一|七一|端午|清明|春节|年|汛|节|开学|入冬|中秋国庆)前(?=[查给送走慰检访])"
)


def _another_day(u: Utterance) -> bool:
    return any(m.kind == "day" and m.day and m.day != u.said.date() for m in u.moments())


# 晚上7点去看了, 下午已经换好了: behind what was complained of or broke
_ONLY_LOOKED = re.compile(
    r"(?:就|都|也|全|又|已经?|马上|当场|给)*(?:[换修补改清装拆接通焊]|处理|解决|恢复|更换|维修|修复)[好完掉上通]?了|"
    r"(?:[和跟与同][^，。]{2,24}?)?(?:一起|一块儿?|共同|马上|赶紧|就|都|又|派[了出]?人)*[去来到]?(?:了)?(?:现场|实地)?"
    r"(?:看|查看|核实|处理|检查)了(?:一下|看)?"
    # 晚上加了一场, behind what it was added to
    r"|(?:又|再|还)?(?:加|添|补)(?:演|映|开)?了(?:一|两|\d+)[场班次个]"
    # 今早验收的, behind what was
    r"|(?:刚|才)?(?:验收|完工|交付|竣工)的"
)


# 打完了, before what it was
_OVER_ALONE = re.compile(r"[一-龥](?:完|好|成|定)了")
# 请了理发店的3个师傅, behind what they were asked in for
_ASKED_IN = re.compile(r"(?:还|专门)?请的?了?(?:是)?[^，。]{2,14}(?:师傅|老师|医生|护士|教练|专家)")


# 天冷的话可能延到年底: what may be names nothing.
_IN_CASE = re.compile(r"的话|可能(?:要|会|得|还|再|延|推|改|提)")


def _may_name(u: Utterance) -> bool:
    """Whether the utterance tells enough to name an event: no plan, number, place, announcement or doubt alone."""
    bare = without_time(u)
    return not (
        u.plan
        or (u.told and _DEMANDED.search(u.text))
        or _ONLY_NUMBER.fullmatch(bare)
        or _ANNOUNCED.match(bare)
        or ONLY_PLACE.match(fold(u.text))
        or bare_place(u)
        or (len(bare) < 3 and bare != "接警" and not DEED.search(u.text))
        or _OVER_ALONE.fullmatch(bare)
        or _SEVERAL.search(bare)
        or doubts(u.text)
        or _ONLY_LOOKED.fullmatch(bare)
        or _ASKED_IN.fullmatch(bare)
        or _IN_CASE.search(bare)
        or OCCASION.match(bare)
    )


def named_before(main: Utterance, content: list[Utterance]) -> Utterance | None:
    """七一主题党日，上午支部党员去了陵园: the noun in front of the deed names the event or its day."""
    for u in (u for u in content if u.message == main.message and u.end <= main.start):
        text = formal(without_time(u))
        if u.plan or _SEVERAL.search(text) or re.search(r"[了的在]", text):
            continue
        if OCCASION.match(text) or (with_verb(text) != text and len(text) <= 14):
            return u
    return None


HEADER = re.compile(
    r"^(?P<topic>(?:(?!了|来|去(?!年))[^，。：:]){0,20}?)(?:的)?(?P<what>(?<![核对查交报填做送看改])(?:数据|报表|统计)|(?<![到入记转结])账|数字"
    r"|(?<=[的年月度期])数|情况|成绩|结果|名单|(?<![\d说道称写])(?=(?:出来了?)?[：:][一-龥]{0,9}[^，]*\d))(?:都|也)?(?:算|统计|汇总"
    r"|整理|公布|报送?)?(?:出来|完成|完|好)?了?(?:(?:发|报|给)?给?我)?(?:[:：](?P<rest>.+))?$"
)
