"""An old-style report without its frame and its empty talk.

Its own words stay; only clauses without a fact go, each with its reason. A clause with a figure, a name, a day or a
quoted title is never dropped.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.domain.language.names import places
from bot.domain.language.praise import PRAISING, SWEEPING
from bot.domain.language.sentences import clauses, split
from bot.domain.notes.old_clauses import (
    DEED,
    HANGING,
    ORDINAL,
    QUIET_SPEECH,
    firm,
    is_gone,
    names_a_deed,
    quotes,
    reason_of,
    surely_idle,
    without_tail,
)
from bot.domain.notes.old_doers import DAY, NO_NAME, doer_of, lacks_doer, with_doer
from bot.domain.notes.old_reports import FORWARDED, MARKS, SALUTE, SIGNED, asked_to_mend, is_title
from bot.domain.plain.plain_talk import empty_clauses, judge_sentence
from bot.domain.plain.verdicts import Verdict

_NEWS = re.compile(
    r"^【[^】，。\d]{2,6}】\s*|^(?:本报讯|本台讯|讯)?\s*[（(](?:通讯员|记者|特约)[^）)]{0,30}[）)]\s*|^本报讯\s*"
)
_CLOSING = re.compile(
    r"^(?:特此(?:报告|汇报|说明)|以上(?:报告|情况)?[，,]?(?:请审阅|如有不妥|特此)?.{0,10}|专此报告|此致|敬礼)[。！]?$"
)
_BIDDEN = re.compile(r"^\s*(?:第?[一二三四五六七八]要|[一二三四五六]是要|要)")
_SPEAKER = re.compile(r"^(?P<who>[^，。]{2,12}?)(?:在讲话中|在会上)?(?:强调|要求|指出|提出)(?:指出)?[，,：:]")
_ADVERB = re.compile(
    rf"(?:{PRAISING}|如火如荼)地?"
    r"(?=举办|举行|开展|召开|开赛|开幕|组织|进行|做好|推进|完成|启动|落实|宣传|开班|学习|研读|听取|收看)"
    r"|(?:如期|如约|热闹|火热|盛大)(?=举办|举行|开展|召开|开场|开赛|开幕|启幕)|踊跃(?:地)?(?=参加|参与|报名|提问|发言)"
)
_MANNER = re.compile(
    r"以[^，。\d]{2,12}(?:之势|手段|态势|姿态|作风|精神|责任感|决心|干劲|热情)(?=[对在向开抓])"
    r"|以[^，。\d]{2,12}的(?:热情|激情|情怀|态度|语言|语调|姿态|精神)(?:、[^，。\d]{2,8}的(?:热情|激情|语言|态度|精神))*，"
    rf"|{SWEEPING}(?:、{SWEEPING})*的?"
    r"|(?:怀着|满怀|带着)[^，。\d]{0,8}(?:敬意|心情|情谊|感情|之情|之心|期待|期盼)，?|(?:亲切|热烈|深入|坦诚|友好|热情)(?=座谈|交谈|交流|接待|慰问)"
    r"|(?:看|听|玩|学|聊)得(?:如痴如醉|津津有味|聚精会神|目不转睛|入了?迷|不亦乐乎|连连叫好|意犹未尽)|(?:特别|高兴|激动|动情|深情|自豪)地(?=说|表示|讲)"
    r"|用[^，。\d]{2,8}的(?:语言|方式|话语|语调)(?=[为向给对])|第一时间(?=启动|组织|赶|派|开展|响应)|(?:洋溢|充满|弥漫|沉浸)[着在]?[^，。\d]{2,8}的(?=[一-龥]{2})"
    r"|(?:深入浅出|绘声绘色|耐心细致|饶有兴致|详细认真|认真细致)地"
)
_ADJECTIVE = re.compile(
    r"(?:一场|一次|一堂)?(?:精彩(?:绝伦)?|丰富多彩|形式多样|别开生面|生动(?:有趣|活泼)?|精彩纷呈|喜闻乐见|内容丰富|绚丽多彩"
    r"|全面细致|全面深入|认真细致|深入浅出|热情洋溢|声情并茂|慷慨激昂|语重心长|富有感染力)的|(?:热烈|深入|广泛|充分|认真)(?:而(?:深入|热烈|广泛))?的(?=讨论|交流|研讨)"
    r"|(?:顶|冒)着[^，。\d]{0,4}(?:严寒|酷暑|烈日|骄阳|寒风|高温|风雪|[细大风]雨)，?"
)
# 为2000多名观众献上文化盛宴, 《…》等18个节目轮番上演: what is a fact in the flourish.
_FEASTS = (
    (
        re.compile(
            r"为(?P<who>[^，。]{0,6}\d[^，。]{0,8}(?:观众|群众|居民|师生|市民|村民))们?(?:献上|奉上|带来|送上|呈现)了?(?:一[场道顿])?"
            r"[^，。\d]{0,12}(?:盛宴|大餐)"
        ),
        r"\g<who>观看",
    ),
    (
        re.compile(
            r"^(?P<what>(?:[一-龥]{2,6}《[^》]+》、?)+等\d+个(?:精彩)?节目)(?:精彩纷呈|异彩纷呈|轮番上演|依次上演|轮番登场|各具特色)?"
        ),
        r"演出\g<what>",
    ),
    (
        re.compile(
            r"(?P<what>^(?:[一-龥]{2,6}《[^》]+》、?)+)?(?:赢得|博得|获得|引来)了?(?:现场|在场)?"
            r"(?P<who>\d+[余多]?[名位]?(?:观众|群众|居民|师生|市民|村民))们?的?"
            r"(?:阵阵|热烈|一致|连连|的|和|(?:掌声|喝彩|叫好|好评|称赞)声?)+"
        ),
        lambda m: f"演出{m['what']}，{m['who']}观看" if m["what"] else f"{m['who']}观看",
    ),
    (re.compile(r"(?:作|发表)了?重要讲话(?!精神)"), "讲话"),
    (re.compile(r"(?<=人)(?:欢聚|齐聚|济济)一堂"), "参加"),
)
_NEEDS = re.compile(r"强调|要求|指出|表示|认为|提出")
_SAYS = re.compile(r"[^，。]{1,20}(?:强调|要求|指出|表示|认为|提出)[，,：:]?")


@dataclass(frozen=True, slots=True)
class Cut:
    """What was taken out: its words, and why in a few words a reader understands; `ask` is what would make it worth
    keeping, `frame` marks salutations and the like."""

    text: str
    why: str
    ask: str = ""
    frame: bool = False


@dataclass
class Middle:
    """What is left: the title as pasted, the sentences of each event, and what was cut."""

    title: str = ""
    events: list[list[str]] = field(default_factory=list)
    cuts: list[Cut] = field(default_factory=list)
    day: str = ""
    """A day whose own clause went; the next sentence takes it."""


def middle(text: str) -> Middle:
    """The report without its frame and its empty talk."""
    done = Middle()
    body = asked_to_mend(text) or text
    lines = [line for raw in body.split("\n") if (line := MARKS.sub("", raw.strip()).strip())]
    if lines:
        lines[0] = FORWARDED.sub("", lines[0])
    while len(lines) > 1 and _MASTHEAD.fullmatch(lines[0]):
        done.cuts.append(Cut(lines.pop(0), "报头", frame=True))
    if len(lines) > 1 and is_title(lines[0]):
        done.title = lines.pop(0).strip("【】 ")
        if len(lines) > 1 and lines[0].startswith("——"):
            done.title += lines.pop(0)
    elif lines and (label := _LABEL.match(lines[0])):
        done.title, lines[0] = label["title"], lines[0][label.end() :]
    lines = _unframed(lines, done.cuts)
    if lines and (ahead := _AS_FOLLOWS.fullmatch(lines[0])):
        done.cuts.append(Cut(lines.pop(0), "公文套语", frame=True))
        time = _TIME.search(ahead["what"])
        done.title, done.day = done.title or ahead["what"], time[0] if time else ""
    for line in lines:
        _cut_line(line, done)
    return done


# 工作简报, （第17期）, 县文旅局办公室　　2026年9月30日
_MASTHEAD = re.compile(
    r"[^，。；：\d]{2,16}(?:简报|动态|专报|快报|通讯|信息)|[（(]?(?:总?第|\d{4}年第)\d+期[）)]?(?:[（(]总第\d+期[）)])?"
    r"|[^，。；：\d]{2,24}[ 　]+\d{4}年\d{1,2}月\d{1,2}日"
)
# 工作总结：第三季度，县供销社…
_LABEL = re.compile(r"(?P<title>[^，。：；\d]{2,10}(?:总结|小结|汇报|报告|情况|简报))[：:]\s*(?=[^：:]{20})")
# 现将我馆2026年1—10月免费开放工作情况汇报如下：
_AS_FOLLOWS = re.compile(r"现[将就](?P<what>[^，。]+?)(?:汇报|报告|通报|总结)如下[：:。]?")
_TIME = re.compile(r"(?:\d{4}年)?\d{1,2}(?:至|到|-|—)\d{1,2}月|(?:\d{4}年)?[上下]半年|\d{4}年度?")


def _unframed(lines: list[str], cuts: list[Cut]) -> list[str]:
    """The lines between salutation and signature."""
    if lines and SALUTE.match(lines[0]):
        cuts.append(Cut(lines.pop(0), "称呼", frame=True))
    while len(lines) > 1 and (SIGNED.match(lines[-1]) or _CLOSING.match(lines[-1])):
        cuts.append(Cut(lines.pop(), "落款", frame=True))
    return lines


def _cut_line(line: str, done: Middle) -> None:
    news = _NEWS.match(line)
    if news and news[0]:
        done.cuts.append(Cut(news[0].strip(), "报头", frame=True))
        line = line[news.end() :]
    speaker = ""
    for span in split(line):
        said = _SPEAKER.match(span.text)
        speaker = said["who"] if said else speaker
        kept = _sentence(span.text, speaker, done.cuts)
        if kept:
            _keep(kept, done)


def _keep(sentence: str, done: Middle) -> None:
    """A sentence that begins with another day than the event so far begins another event."""
    day = _day(sentence)
    if re.fullmatch(_DAY_ALONE, sentence):
        done.day = sentence.rstrip("。")
        return
    sentence, done.day = (f"{done.day}，{sentence}" if done.day else sentence), ""
    if not done.events:
        cut, frame = ([one.text for one in done.cuts if one.frame is framed] for framed in (False, True))
        sentence = with_doer(sentence, cut, frame)
    if not done.events or (day and (first := _day(done.events[-1][0])) and day != first and DEED.search(sentence)):
        done.events.append([])
    before = done.events[-1][-1:]
    if (said := _DEMANDED.match(sentence)) and before and before[0].startswith(said[0]):
        done.events[-1][-1] = f"{before[0].rstrip('。')}；{sentence[said.end() :]}"
        return
    done.events[-1].append(sentence)


_DAY_ALONE = re.compile(rf"(?:{DAY}|\d{{4}}年)。")
_DEMANDED = re.compile(r"[^，。]{2,12}要求，")


_WENT = re.compile(r"来到|走进|深入|前往|赴|设在|举办|举行|召开|开展")

# What anybody who was there can tell, without a figure: part of the day's course.
_RITE = re.compile(
    r"重温[^，。]{0,4}誓词|敬献花[篮圈]|默哀|参观了?[^，。]{2,}|为[^，。]{2,8}(?:讲解|介绍|示范)了"
    r"|观看了?[^，。]{0,8}(?:影片|电影|纪录片|[专宣警][题传示][教育]*片)|听取了?[^，。]{2,10}汇报|现场(?:观摩|教学|解答|演示)"
    r"|受[^，。]{2,14}影响|重点(?:检查|查看|排查|核查|讲解|宣传)了?[^，。]*、"
)


def _day(sentence: str) -> str:
    found = re.match(r"(?:\d{4}年)?(\d{1,2}月\d{1,2}日)(?!之?前|以前|起)", sentence)
    return found[1] if found else ""


def _sentence(text: str, speaker: str, cuts: list[Cut]) -> str:
    """What is left of a sentence; what goes is added to the cuts."""
    verdict = judge_sentence(text)
    if QUIET_SPEECH.search(re.sub(r"[。！；]+$", "", text)):
        cuts.append(Cut(text, reason_of(text + "感受"), verdict.ask))
        return ""
    if _CLOSING.match(text) or SALUTE.match(text):
        cuts.append(Cut(text, "公文套语", frame=True))
        return ""
    solid = firm(text) or (quotes(text) and not surely_idle(re.sub(r"[。！；]$", "", text)))
    named = not empty_clauses(text) and names_a_deed(text)
    went = _RITE.search(text) or (
        verdict.verdict is Verdict.VAGUE and _WENT.search(text) and any(True for _ in places(text))
    )
    if verdict.verdict in (Verdict.EMPTY, Verdict.STRUCTURAL, Verdict.VAGUE) and not (solid or named or went):
        cuts.append(Cut(text, reason_of(text, vague=verdict.verdict is Verdict.VAGUE), verdict.ask))
        return ""
    bidden = _BIDDEN.match(text) is not None
    parts = [span.text for span in clauses(ORDINAL.sub("", text, count=1))]
    kept = _kept(parts, cuts)
    body = _unadorned("".join(kept))
    told: str | Callable[[re.Match[str]], str]
    for feast, told in _FEASTS:
        body = feast.sub(told, body)
    body = re.sub(r"[，、；：,;:。！!\s]+$", "", re.sub(r"^[，、；：\s]+", "", body))
    if not body:
        return ""
    if bidden and speaker and not _NEEDS.search(body[:16]):
        body = f"{speaker}要求，{body}"
    return body + "。"


def _unadorned(text: str) -> str:
    return _ADJECTIVE.sub("", _ADVERB.sub("", _MANNER.sub("", text)))


# 参会的45名妇女干部纷纷表示，…: how many were there; what they felt is no fact.
_FELT = re.compile(
    r"^(?P<came>参会|参加|参训|参赛|与会|在场|到场)?的?(?P<who>[^，。]*?)(?:们)?(?:都|均|纷纷|一致)+(?:表示|认为|感慨|称赞)$"
)
_FIGURE = re.compile(r"[\d《]")
_VERB = 2


def _kept(parts: list[str], cuts: list[Cut]) -> list[str]:
    """The clauses that stay; who says a thing stays only with what is said."""
    kept: list[str] = []
    gone: list[str] = []
    bares = [re.sub(r"[，、；：,;:。！!\s]+$", "", part) for part in parts]
    felt = next((n for n, bare in enumerate(bares) if _FELT.match(bare)), None)
    if felt is not None and (who := _FELT.match(bares[felt])) and not _FIGURE.search("".join(bares[felt + 1 :])):
        gone = bares[felt + 1 :]
        counted = f"{who['who']}{who['came'] or '参加'}。" if _FIGURE.search(who["who"]) else ""
        gone = gone if counted else bares[felt:]
        parts = [*parts[:felt], *([counted] if counted else [])]
    doer = ""
    for part in parts:
        bare = re.sub(r"[，、；：,;:。！!\s]+$", "", part)
        head, tail = without_tail(bare)
        plain = _unadorned(bare)
        # 精心|组织: a verb of which nothing but the manner was told
        if not _SAYS.fullmatch(bare) and (is_gone(plain) or (plain != bare and len(plain) <= _VERB)):
            gone.append(bare)
            doer = doer or doer_of(bare)
            continue
        if doer and (lacks_doer(_unadorned(head)) or NO_NAME.match(head)):
            head, doer = doer + head, ""
        gone += [tail] if tail else []
        kept.append(head + part[len(bare) :])
    while kept and _SAYS.fullmatch(kept[-1]):
        gone.append(re.sub(r"[，,：:]$", "", kept.pop()))
    told = "，".join(one for one in gone if not HANGING.match(one) and not _SAYS.fullmatch(one))
    if told:
        cuts.append(Cut(told, reason_of(told)))
    return kept
