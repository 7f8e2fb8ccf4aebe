"""Which of the utterances names the event, and what stands before it as its name."""

import re
from collections.abc import Iterable

from bot.domain.language.numerals import fold
from bot.domain.language.word_edges import words
from bot.domain.notes.events import doubts
from bot.domain.notes.gist import DEED
from bot.domain.notes.plans import SHUT
from bot.domain.notes.utterances import Utterance
from bot.writing.beside import circumstance, lacks_thing
from bot.writing.days import HOLIDAYS, OCCASION, only_time
from bot.writing.deeds import by_hand, verb_first, with_verb, without_time
from bot.writing.learnt_deed import opens_day, told_later
from bot.writing.meant import did_to_it, did_what, pointed_at
from bot.writing.places import bare_place, only_place
from bot.writing.titles import TOLD
from bot.writing.topic_first import held_what
from bot.writing.wording import formal

_ENDS = re.compile(r"结束|开始|启动|开幕|闭幕|收官|完工|竣工|开工|完成|揭晓|落幕")
_ANNOUNCED = re.compile(
    r"^(?:国家|部|省|市|县|上级|局)(?:里|厅|局|上)?(?:正式)?(?:公布|公示|通报|发布|下文|通知|发文|(?:发|下)了?(?:通知|文件|文|公告))了?的?$"
    r"|^(?:刚刚?|才)?(?:接到|收到|得到)(?:上级|市里|省里|局里|市局|省厅)?(?:的)?(?:通知|消息|喜讯|喜报)了?$"
)
# 请了消防大队的赵刚来讲, 药品备了12种: what is got ready for something to come.
_PREPARED = re.compile(
    r"^[^，。了]{0,6}(?:请|邀请|约|定|备|准备|买|采购|印|打印|联系|协调|布置|搭|通知|借|租|报|订|招募|排练"
    r"|彩排|试|拉|搬|挂|摆|架|调)(?:好|过去)?(?:了|好)|^(?:通知|公告|微信群|群里|短信)[^，。]{0,6}[贴发下]了$"
)


def _preparing(content: list[Utterance]) -> bool:
    """Whether the notes tell of something to come and of nothing but what was got ready for it."""
    first, rest = content[0], content[1:]
    ahead = (
        first.plan
        and (DEED.search(fold(first.text)) or SHUT.search(first.text))
        and any(
            not m.due and (m.kind in ("clock", "part") or (m.day and m.day > first.said.date()))
            for m in first.moments()
        )
    )
    return bool(ahead) and all(
        u.plan
        or _PREPARED.match(u.text)
        or u.text.startswith("这是")
        or (len(u.text) <= 12 and "了" not in u.text and all(m.kind == "month" for m in u.moments()))
        for u in rest
    )


def main_of(content: list[Utterance]) -> Utterance:
    """The utterance that names the event, though its results were told first; what was counted the day before gives
    way to what was counted since."""
    named = _naming(content)
    same = [u for u in content if u.message == named.message]
    if any(map(pointed_at, same)):
        named = next(filter(did_to_it, same), named)
    if named.plan or any(OCCASION.match(without_time(u)) for u in same):
        later = None
    else:
        later = told_later(named, content, list(filter(_may_tell, content)))
    return later or _counted_today(named, content) or named


def _may_tell(u: Utterance) -> bool:
    """今天查的是民宿: what leans on nothing but what was meant may name the event behind its results."""
    return not (u.plan or pointed_at(u)) and _may_name(u)


def _naming(content: list[Utterance]) -> Utterance:
    """The first, in the order told, of a deed or of something that happened."""
    if _preparing(content):
        return content[0]
    first, rest = _first_of(content)
    if first.message != content[0].message and _NTH_OF_IT.search(without_time(content[0])):
        return content[0]  # 新戏坐排第一天，剧本是第五稿: what the first message names is what the day was about
    near: list[Utterance] = []
    telling: Utterance | None = None
    for u in (u for u in rest if not circumstance(u) and not only_names(u)):
        telling = telling or u
        if u.message != first.message:
            break  # what a long day goes on with names it no more
        near.append(u)
    if _BEFORE_NOW.match(first.text) and (now := next((u for u in near if u.moments()), None)):
        return now  # 上次测的断面淤了，今天重新测了
    if circumstance(first):
        return telling or first
    if near and BEFORE_WORK.search(near[0].text) and not verb_first(without_time(first)):
        return near[0]
    if telling and lacks_thing(first, telling):
        return telling
    if stands_so(first) and near and near[0].moments() and near[0].moments()[0].start <= 1:
        return near[0]
    return next(filter(_told_then, near), first) if only_names(first) else first


def _first_of(content: list[Utterance]) -> tuple[Utterance, Iterable[Utterance]]:
    """The first utterance that may name the event, and those behind it that may; whichever there are if none may."""
    at = next((i for i, u in enumerate(content) if _may_name(u)), None)
    if at is not None:
        return content[at], filter(_may_name, content[at + 1 :])
    able = [u for u in content if not (u.plan or _leans(u))] or content
    return able[0], able[1:]


def _counted_today(first: Utterance, content: list[Utterance]) -> Utterance | None:
    """今天进馆1410人次, behind 昨天进馆1260人次: what was counted the day before opens no day."""
    days = [m.day for m in first.moments() if m.kind == "day" and m.day]
    if not (first.quantities() and days and days[0] < first.said.date()):
        return None
    of_it = _FIGURE.sub("", without_time(first))
    return next((u for u in content if u is not first and _FIGURE.sub("", without_time(u)) == of_it), None)


_FIGURE = re.compile(r"[\d.]+")
_NTH_OF_IT = re.compile(rf"^(?!{HOLIDAYS})[^，\d]{{3,}}(?:第[一二三四五六七八九十]+|最后一)[天场期节]$")


def stands_so(u: Utterance) -> bool:
    """核桃下来了, before what was done that day: a few words of how a thing stands; 演练结束了 is an event."""
    bare = without_time(u)
    short = len(bare) <= _FEW and bare.endswith("了") and not (u.moments() or u.quantities() or verb_first(bare))
    return short and not any(one.search(fold(bare)) for one in (DEED, _ENDS, TOLD, _DONE))


# 老旧小区改造，开工前跟居民碰头: what has not begun is not what was done
BEFORE_WORK = re.compile(r"(?:开工|动工|施工)之?前(?:今天)?[^，天]{4,}")
_FEW = 7
_DONE = re.compile(r"[完好成定过齐上掉]了")


def _leans(u: Utterance) -> bool:
    bare = without_time(u)
    compared = u.start > 0 and _BEFORE_NOW.match(u.text)
    return bool(compared or _LEANS.match(bare))


def announced(u: Utterance) -> bool:
    """省厅发文, ahead of what it says; 刚接到通知 says nothing by itself."""
    bare = without_time(u)
    return _ANNOUNCED.match(bare) is not None and re.match(r"刚|才|接到|收到|得到", bare) is None


def only_names(u: Utterance) -> bool:
    """县城8个电子阅报屏, 山塘承包费的事, 国庆假期数据出来了: a thing, and nothing of what was done with it."""
    bare = without_time(u)
    if (header := HEADER.match(bare)) and not (header["rest"] or u.quantities()):
        return header["what"] not in ("结果", "成绩", "名单")
    timed = any(not u.text.startswith("的", m.end) for m in u.moments())  # 这周的督办件
    if timed or bare_place(u) or only_place(fold(u.text)) or "了" in bare or TOLD.search(bare):
        return False
    if _COUNTED.search(bare) or by_hand(bare):
        return False
    thing = (
        _THE_THING.search(u.text)
        and not _CAME_TO.search(bare)
        and any(w.kind.startswith(("n", "q", "z")) for w in words(bare)[-1:])
        and "合办" not in bare
    )
    if not thing and _ACTS.search(bare[-3:]):
        return False
    ends = bool(thing) or re.search("[差剩欠缺]的$", bare) is not None
    return ends or not (DEED.search(bare) or _does(bare))


# 游泳馆换水, 头伏贴三伏贴: a verb of one character, which the dictionary may not know as one
_ACTS = re.compile("[换修装拆试测清洗打开收放送搬改建种查检验评贴补浇喷]")
# 戏曲进校园的剧目, 这周的督办件; not 给高温作业的送清凉
_THE_THING = re.compile(r"的(?![送发看查办做搞开放讲演唱教修换是])[\d一-龥“”]{1,6}$")
# 局志办来查1978年的县委文件: not the papers, what was done with them
_CAME_TO = re.compile("[一-龥]{2}来[查看拍学问取借]")
_COUNTED = re.compile(r"\d(?:[^，]{0,2}|万?[多余]?(?:人次|公里|平方米))$")


def _does(text: str) -> bool:
    return any(word.kind.startswith("v") for word in words(text))


def _told_then(u: Utterance) -> bool:
    timed = bool(u.moments()) and u.moments()[0].start <= 1
    return "了" in u.text or (timed and (_does(u.text) or DEED.search(u.text) is not None))


# 打完了, before what it was
_OVER_ALONE = re.compile(r"[一-龥](?:完|好|成|定)了")
# 比今年多4门, 其中女生20人, 去年拍的那版太暗, 剧本是第五稿, 轮椅30辆: what leans on another clause names nothing.
_LEANS = re.compile(
    r"(?:后来|随后)(?=[一-龥]{2})|比(?!赛|武|拼)[^，]*\d|(?:较|同比|环比|其中|平均|人均)[^，]*\d|[一-龥]{1,4}比(?!赛|武|拼)[^，]*[少多高低长短好差快慢]了?$|最[高低大小多少远近长短早晚老重轻快慢好差]|[一-龥]{1,4}的是"
    r"|[约共]*\d[\d.]*[万亿]?[多余]?[^\d，]{1,2}$|[^，是]{2,6}(?<![就还都])是第"
)
_BEFORE_NOW = re.compile(r"去年(?!底)|前年|往年|上[次回]")
# 各村书记9点前到岗: when it must be.
_BY_THEN = re.compile(r"[点时]半?前(?!后)")


_SURELY = 0.8  # 今天巡河, 接警


def _may_name(u: Utterance) -> bool:
    """Whether the utterance tells enough to name an event: no plan, number, place, announcement or doubt alone."""
    bare = without_time(u)
    return not (
        u.plan
        or _ANNOUNCED.match(bare)
        or only_place(fold(u.text))
        or (bare_place(u) and not by_hand(bare))
        or (len(bare) < 3 and not (DEED.search(u.text) or opens_day(u.text) > _SURELY))
        or _OVER_ALONE.fullmatch(bare)
        or doubts(u.text)
        or OCCASION.match(bare)
        or only_time(u)
        or (_leans(u) and not (did_what(u) or held_what(bare)))
        or _BY_THEN.search(u.text)
    )


def named_before(main: Utterance, content: list[Utterance]) -> Utterance | None:
    """七一主题党日，上午支部党员去了陵园: the noun in front of the deed names the event or its day."""
    for u in (u for u in content if u.message == main.message and u.end <= main.start):
        text = formal(without_time(u))
        if u.plan or re.search(r"[了的在]", text):
            continue
        held = with_verb(text) != text and len(text) <= 14 and not BEFORE_WORK.search(main.text)
        if OCCASION.match(text) or held:
            return u
    return None


HEADER = re.compile(
    r"^(?![到进下赴]|去(?!年)|[在对给跟和与把向])(?P<topic>(?:(?!了|来|去(?!年))[^，。：:]){0,20}?)(?:的)?(?P<what>(?<![核对查交报填做送看改])(?:数据|报表|统计|(?<![赶抓催查问看加快按工])进度)"
    r"|(?<![到入记转结对查看算翻])账|数字|(?:(?<=[的年月度期])|^)数|数(?=[出下]来了?$)|(?<![看摸问说讲解查])(?:情况|成绩|结果|名单)|(?<![\d说道称写])(?=(?:出来了?)?[：:][一-龥]{0,9}[^，]*\d))(?:都|也)?(?:算|统计|汇总"
    r"|整理|公布|报送?)?(?:一?下(?=$|[：:])|出来|(?<=数)下来|完成|完|好)?了?(?:(?:发|报|给)?给?我)?(?:[:：](?P<rest>.+))?$"
)
