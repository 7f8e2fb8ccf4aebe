"""An old-style report that was pasted: known for what it is, taken apart, and cut down to what can be checked.

Its own words stay; only clauses without a fact go, each with its reason. A clause with a figure, a name, a day or a
quoted title is never dropped.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.borrowed import brought
from bot.domain.dates import moments
from bot.domain.names import people, places, quoted
from bot.domain.notes import Note
from bot.domain.plain_talk import empty_clauses, is_empty_clause, judge_sentence
from bot.domain.sentences import clauses, split
from bot.domain.tails import idioms_only
from bot.domain.utterances import Kind, utterances
from bot.domain.verdicts import Verdict

SHORTEST = 60
_CHATTY = re.compile(
    r"(?:[吧呢哈啊嘛哦]|的呀)[，。！\s]|[吧呢哈啊嘛哦]$|咱|俺|哈哈|今[天早晚儿]|昨[天晚儿]|前天|明天|刚才|刚刚"
    r"|上周|这周|下周|跟你说|记一下|我们今天|那个|然后(?!，)"
)
_OPENING = re.compile(
    r"^(?:为(?:了)?(?:进一步|深入|切实|更好|有效|不断|全面|扎实|充分|认真|贯彻|落实|丰富|传承|弘扬|营造|推动|推进"
    r"|提升|提高|增强|加强|响应)"
    r"|近日|日前|近年来|今年以来|年初以来|本报讯|又是一年|金秋|初[春夏秋冬]|在.{2,20}(?:之际|指引下|领导下|指导下))"
)
_SOLEMN = re.compile(
    r"(?:会议|活动)(?:指出|强调|要求|认为)|下一步，|通过此次|此次(?:活动|会议|培训)|特此报告"
    r"|以此(?:次)?[^，。]{0,8}为契机|高度重视|[（(][一二三四五六][）)]|[一二三四]是"
    r"|受到|取得了|营造了|进一步(?:增强|提升|提高)|一致(?:认为|好评)|纷纷表示"
)
_DATED = re.compile(r"^(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:至\d{1,2}日)?(?:[上下中]午|晚)?，[^，。]{4,}")
_MARKS = re.compile(r"^(?:[-*•·●■◆▪]+\s*|#{1,4}\s*|>\s*)|\*\*|__")
_FORWARDED = re.compile(
    r"^(?:(?:【(?:转发|转)】|转发?[:：])\s*(?:[@＠]?[^：:，。\s]{1,14}[：:])?|[@＠][^：:，。\s]{1,12}[：:])?\s*"
)
_ASKED = re.compile(
    r"^(?:请|麻烦)?(?:你)?(?:帮我?|给我?|帮忙)?(?:把)?(?:这[段篇个份]|下面(?:的|这段)?|以下)?(?:稿子?|信息|报告|材料"
    r"|话)?(?:的)?"
    r"(?:改改|改一?下|改好|改成(?:实的|大白话|信息)|润色(?:一下)?|修改(?:一下)?|精简(?:一下)?|去(?:一?下|掉)?套话"
    r"|挤挤?水分|弄实一?点|写实一?点|改实一?点)"
    r"(?:这[段篇个份]|下面(?:这段)?)?(?:稿子?|信息|报告|材料|话)?[：:，,\s]+"
)
_NEWS = re.compile(r"^(?:本报讯|本台讯|讯)?\s*[（(](?:通讯员|记者|特约)[^）)]{0,30}[）)]\s*|^本报讯\s*")
_SALUTE = re.compile(r"^(?:尊敬的|各位|同志们)?[^，。；\d]{0,20}[：:]$")
_CLOSING = re.compile(
    r"^(?:特此(?:报告|汇报|说明)|以上(?:报告|情况)?[，,]?(?:请审阅|如有不妥|特此)?.{0,10}|专此报告|此致|敬礼)[。！]?$"
)
_SIGNED = re.compile(
    r"^(?:[（(]?(?:供稿|撰稿|作者|通讯员|记者|编辑|审核|审签|责编|来源|联系人|联系电话|电话|拟稿人?|签发人?"
    r"|报送(?:单位|时间))[：:\s].{0,40}"
    r"|(?:\d{4}|二[〇○零]..)年.{1,3}月.{1,3}日[）)]?"
    r"|[^，。；：\d]{2,18}(?:局|馆|站|院|中心|办|委|会|镇|乡|队|校|所|社|室|科|办公室|政府|党支部))$"
)
_ORDINAL = re.compile(
    r"^\s*(?:[（(][一二三四五六七八九十\d]{1,2}[）)]|[一二三四五六七八九十]{1,2}、|\d{1,2}[、.．](?!\d)"
    r"|(?:第?[一二三四五六七八]|首先|其次)(?:是(?!否)|要|方面)?(?=[，、])[，、]?|[一二三四五六七八](?:是|要)"
    r"|[①-⑩])\s*"
)
_BIDDEN = re.compile(r"^\s*(?:第?[一二三四五六七八]要|[一二三四五六]是要|要)")
_SPEAKER = re.compile(r"^(?P<who>[^，。]{2,12}?)(?:在讲话中|在会上)?(?:强调|要求|指出|提出)(?:指出)?[，,：:]")
_ADVERB = re.compile(
    r"(?:隆重|成功|圆满|精心|扎实|激情|热烈|认真|积极|广泛|深入|大力|切实|全力|如火如荼地?|有序|顺利|火热)(?:地)?"
    r"(?=举办|举行|开展|召开|开赛|开幕|组织|进行|做好|推进|完成|启动|落实|宣传|开班)"
)
_MANNER = re.compile(
    r"以[^，。\d]{2,12}(?:之势|手段|态势|姿态|作风|精神|责任感|决心|干劲|热情)(?=[对在向开抓])"
    r"|(?:地毯式|拉网式|全方位|全覆盖|零容忍|无死角|多角度|多层次"
    r"|全链条)(?:、(?:地毯式|拉网式|全方位|全覆盖|零容忍|无死角|多角度|多层次))*的?"
    r"|怀着[^，。\d]{0,8}(?:敬意|心情|情谊|感情)，?|(?:亲切|热烈|深入|坦诚|友好|热情)(?=座谈|交谈|交流|接待|慰问)"
    r"|(?:特别|高兴|激动|动情|深情|自豪)地(?=说|表示|讲)"
    r"|(?:看|听|玩|学|聊)得(?:如痴如醉|津津有味|聚精会神|目不转睛|入了?迷|不亦乐乎|连连叫好|意犹未尽)"
)
_ADJECTIVE = re.compile(
    r"(?:一场|一次|一堂)?(?:精彩|丰富多彩|形式多样|别开生面|生动|精彩纷呈|喜闻乐见|内容丰富|绚丽多彩)的"
)
_PURPOSE = re.compile(
    r"^为(?:了)?(?!民|期|主|他|其|她|[一-龥]{1,4}(?:送|发|办|讲|演|提供|捐)).{2,40}$"
    r"|^(?:坚持|秉持|秉承|牢固树立|始终坚持)[^，。\d]{2,24}$"
    r"|^(?:以|按照|根据|围绕|紧扣).{2,40}(?:为(?:指导|抓手|契机|主线|统领|引领|载体|目标)"
    r"|(?:要求|精神|部署|安排|主线|目标))$"
)
_UNDER = re.compile(r"^在.{2,30}(?:之际|领导下|指导下|指引下|带领下|关心下|支持下|关怀下|努力下|氛围中|歌声中|掌声中)$")
_CLAIM = re.compile(
    r"^(?:不断|持续|进一步|有效|切实|极大|充分|大力|着力|全面|深入|努力|奋力|坚决|更加)[一-龥]{2,4}了?[^，。]*$"
    r"|^(?:又|更|也|既|还)(?:是|能|让|使)?(?:弘扬|增进|提升|增强|锻炼|丰富|展现|传承|满足|激发|营造|推动|拉近|凝聚)"
    r"|^(?:不仅|不但).{2,20}(?:更|还|而且|也)?|^(?:让|使|令).{2,20}(?:绽放|焕发|深入人心|落地生根|蔚然成风|浓厚)"
    r"|拉开(?:了)?(?:序幕|帷幕)|^(?:经过|历经)[^，。\d]{0,10}(?:角逐|比拼|较量|竞争|努力|筹备)$"
    r"|再上(?:一个)?(?:新)?台阶|迈上新|开创.{0,12}新局面|谱写.{0,16}新篇章"
    r"|^但?(?:挡不住|阻挡不了|丝毫不减|浇不灭)"
    r"|(?:热情|积极性|氛围|影响力|凝聚力|获得感|幸福感)(?:空前)?(?:高涨|浓厚|提升|增强)$"
    r"|(?:热火朝天|生机勃勃|欢声笑语|座无虚席|亮点纷呈|精彩纷呈|如火如荼|有声有色|圆满落幕)(?:的景象)?$"
)
_EFFECT = re.compile(
    r"^(?:增强|提升|激发|丰富|弘扬|传承|展示|展现|营造|促进|推动|凝聚|坚定|厚植|拓宽|夯实|筑牢|传递|拉近|架起"
    r"|点燃|鼓舞|又弘扬|更传递|更激发|更增强|更拉近)了?[^，。\d《]*(?:自信|意识|素养|热情|魅力|氛围|情怀|力量"
    r"|精神|生活|凝聚力|能力|水平|视野|基础|防线|根基|声音|距离|桥梁|信心|斗志|士气|干劲)$"
)
_STUB = re.compile(
    r"^(?:通过)?[^，。\d]{0,40}的(?:成功|顺利)?(?:开展|举办|举行|召开|实施)$"
    r"|^(?:通过)?(?:此次|本次|这次)(?:活动|会议|培训|比赛|演练)$"
    r"|^(?:此次|这次|本次)?[^，。\d《]{0,6}(?:不仅|不但)[^，。\d《]*$"
)
_HANGING = re.compile(
    r"^(?:活动中|活动现场|现场|会上|会议期间|活动期间|期间|随后|同时|近日|日前|下一步|其中|此外|据悉|据了解)$"
)
_NEEDS = re.compile(r"强调|要求|指出|表示|认为|提出")
_SAYS = re.compile(r"[^，。]{2,10}(?:强调|要求|指出|表示|认为|提出)[，,：:]?")
_PLEDGE = re.compile(r"下一步|将(?:以|继续|持续|不断|再接再厉)|再接再厉|奋力|为契机|继续|力争|谱写|新局面")
_FEELING = re.compile(r"纷纷|表示|感受|收获|好评|称赞|欢迎|热烈|笑容|喜悦|高兴|激动|点赞|掌声|受益|印象|认为")
_SCENE = re.compile(
    r"金秋|寒意|寒风|凛冽|烈日|酷暑|骄阳|暖阳|春寒|丹桂|飘香|送爽|又是一年|阳光|春风|初[春夏秋冬]|之际|歌声"
    r"|拉开帷幕|景象"
)
_SOME_DAY = datetime(2026, 1, 1)
_AIM = re.compile(r"^(?:为|按照|根据|以|围绕)|指导|精神|统领|思想")


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


def asked_to_mend(text: str) -> str:
    """The report behind 帮我改改：, else an empty string."""
    found = _ASKED.match(text)
    return text[found.end() :].strip() if found and len(text) - found.end() >= 30 else ""


def is_report(text: str) -> bool:
    """Whether the text was written to be handed in, not typed to tell: long, without chat, solemn, hollow in part."""
    bare = asked_to_mend(text) or text
    if len(bare) < SHORTEST or _CHATTY.search(bare):
        return False
    lines = [line for line in bare.split("\n") if line.strip()]
    if len(bare) <= 500 and _hollow(bare) >= 3 and not any(_firm(span.text) for span in split(bare)):
        return True
    signs = sum(
        (
            bool(_OPENING.match(_FORWARDED.sub("", lines[-1 if len(lines) == 1 else 0])))
            or any(_OPENING.match(line) for line in lines),
            len(_SOLEMN.findall(bare)) >= 2,
            any(_SALUTE.match(line) for line in lines[:2])
            or (_SIGNED.match(lines[-1].strip()) is not None and len(lines) > 2),
            len(lines) >= 3 and _is_title(lines[0]),
            _hollow(bare) >= 2,
            _hollow(bare) >= 1 and bare.count("。") >= 2,
            _DATED.match(lines[0]) is not None and bare.rstrip()[-1] in "。！”",
            len(bare) >= 100 and bare.count("。") >= 3,
        )
    )
    return signs >= 2


def is_part(text: str) -> bool:
    """Whether a message reads on in a report that was pasted in several: a solemn paragraph, not chat."""
    if _CHATTY.search(text) or len(text) < 20 or not re.search(r"[。！：”）)]$", text.strip()):
        return False
    return bool(
        _SOLEMN.search(text)
        or _OPENING.match(text)
        or _hollow(text)
        or re.match(r"(?:活动中|会上|会议期间|活动现场|下一步)，", text)
    )


def _hollow(text: str) -> int:
    return sum(len(empty_clauses(span.text)) for span in split(text[:5000]))


def pasted(notes: Sequence[Note]) -> list[list[int]]:
    """The places of notes that together are one pasted report; a title sent ahead belongs to it."""
    found: list[list[int]] = []
    elsewhere = brought([(n.speaker, n.text) for n in notes])
    for n, note in enumerate(notes):
        if n in elsewhere:
            continue
        if is_report(note.text):
            after = found and found[-1][-1] == n - 1 and not _is_whole(note.text)
            if after:
                found[-1].append(n)
            else:
                ahead = n > 0 and _is_title(notes[n - 1].text) and not (found and found[-1][-1] == n - 1)
                found.append([n - 1, n] if ahead else [n])
        elif found and found[-1][-1] == n - 1 and is_part(note.text):
            found[-1].append(n)
        elif (
            n > 0
            and len(note.text) >= 40
            and is_part(note.text)
            and _hollow(note.text)
            and _is_title(notes[n - 1].text)
        ):
            found.append([n - 1, n])
    return found


def _is_whole(text: str) -> bool:
    """Whether a message begins a report of its own rather than goes on with one."""
    first = text.strip().split("\n")[0]
    return (_is_title(first) and "\n" in text.strip()) or bool(_OPENING.match(first))


def _is_title(line: str) -> bool:
    bare = _MARKS.sub("", line.strip()).strip()
    if re.fullmatch(r"【[^】]{4,40}】", bare):
        return True
    return 5 <= len(bare) <= 40 and not re.search(
        r"[。；！？：，,]$|[。；\n]|^\d|[吧吗呢了]|\d[多余]?(?:人|名|个|册|份|场|岁|元|次)", bare
    )


def middle(text: str) -> Middle:
    """The report without its frame and its empty talk."""
    done = Middle()
    body = asked_to_mend(text) or text
    lines = [line for raw in body.split("\n") if (line := _MARKS.sub("", raw.strip()).strip())]
    if lines:
        lines[0] = _FORWARDED.sub("", lines[0])
    if len(lines) > 1 and _is_title(lines[0]):
        done.title = lines.pop(0).strip("【】 ")
    lines = _unframed(lines, done.cuts)
    for line in lines:
        _cut_line(line, done)
    return done


def _unframed(lines: list[str], cuts: list[Cut]) -> list[str]:
    """The lines between salutation and signature."""
    if lines and _SALUTE.match(lines[0]):
        cuts.append(Cut(lines.pop(0), "称呼", frame=True))
    while len(lines) > 1 and (_SIGNED.match(lines[-1]) or _CLOSING.match(lines[-1])):
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
    if re.search(r"在(?:这里|此)", sentence):
        where = next((name.text for cut in reversed(done.cuts) for name in places(cut.text)), "").lstrip("但而在")
        sentence = re.sub(r"在(?:这里|此)(?!期间)", f"在{where}", sentence, count=1) if where else sentence
    day = _day(sentence)
    if re.fullmatch(_DAY_ALONE, sentence):
        done.day = sentence.rstrip("。")
        return
    sentence, done.day = (f"{done.day}，{sentence}" if done.day else sentence), ""
    if not done.events:
        sentence = _with_doer(sentence, done.cuts)
    if not done.events or (day and (first := _day(done.events[-1][0])) and day != first and _DEED.search(sentence)):
        done.events.append([])
    done.events[-1].append(sentence)


def _with_doer(sentence: str, cuts: Sequence[Cut]) -> str:
    """The first sentence with who did it, where that stood only in the opening that went: the doer and since when."""
    day = re.match(rf"(?:{_DAY}，)?", sentence)
    at = day.end() if day else 0
    if not _DOERLESS.match(sentence[at:]):
        return sentence
    for cut in cuts:
        found = _OPENED.match(cut.text)
        if found is None or cut.frame:
            continue
        if doer := doer_of(found["rest"]):
            since = found["when"] + "，" if found["when"] and not at else ""
            return since + sentence[:at] + doer + sentence[at:]
    signed = next((cut.text for cut in cuts if cut.frame and doer_of(cut.text) == cut.text), "")
    return sentence[:at] + signed + sentence[at:]


def doer_of(text: str) -> str:
    """The office that the text begins with, an empty string where it begins with none."""
    names = [one.text for one in places(text) if one.start == 0]
    return max([*names, *(one[0] for one in [_ORGAN.match(text)] if one)], key=len, default="")


_DAY = r"(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:至(?:\d{1,2}月)?\d{1,2}日)?(?:[上中下]午|晚上?|早上)?"
_DAY_ALONE = re.compile(rf"{_DAY}。")
_OPENED = re.compile(
    r"^(?:(?:为[^，]{2,40}|连日来|近日|近期|日前)，)*(?P<when>今年以来|年初以来|上半年|下半年|第[一二三四]季度"
    r"|\d{1,2}月份?以来)?，?(?P<rest>.+)"
)
_ORGAN = re.compile(
    r"[^，。、]{2,16}?(?:局|馆|站|院|中心|办公室|委员会|镇|乡|街道|大队|支队|学校|小学|中学|剧团|协会|村|社区)"
)
_DOERLESS = re.compile(
    r"^(?:共|累计|先后|已|组织)?(?:成立|出动|举办|开展|召开|组织|检查|发放|走访|慰问|完成|建成|投入|印发|制定"
    r"|设立|邀请|接待|立案|新建|改造|清理|排查|培训|整改|修订|落实|安排)"
)
_WENT = re.compile(r"来到|走进|深入|前往|赴|设在|举办|举行|召开|开展")
_DEED = re.compile(r"举办|举行|开展|召开|组织|走访|慰问|检查|培训|演出")


def _day(sentence: str) -> str:
    found = re.match(r"(?:\d{4}年)?(\d{1,2}月\d{1,2}日)", sentence)
    return found[1] if found else ""


def _sentence(text: str, speaker: str, cuts: list[Cut]) -> str:
    """What is left of a sentence; what goes is added to the cuts."""
    verdict = judge_sentence(text)
    if _QUIET_SPEECH.search(re.sub(r"[。！；]+$", "", text)):
        cuts.append(Cut(text, reason_of(text + "感受"), verdict.ask))
        return ""
    if _CLOSING.match(text) or _SALUTE.match(text):
        cuts.append(Cut(text, "公文套语", frame=True))
        return ""
    firm = _firm(text) or (_quotes(text) and not _surely_idle(re.sub(r"[。！；]$", "", text)))
    named = not empty_clauses(text) and _names(text)
    went = verdict.verdict is Verdict.VAGUE and _WENT.search(text) and any(True for _ in places(text))
    if verdict.verdict in (Verdict.EMPTY, Verdict.STRUCTURAL, Verdict.VAGUE) and not (firm or named or went):
        cuts.append(Cut(text, reason_of(text, vague=verdict.verdict is Verdict.VAGUE), verdict.ask))
        return ""
    bidden = _BIDDEN.match(text) is not None
    parts = [span.text for span in clauses(_ORDINAL.sub("", text, count=1))]
    kept = _kept(parts, cuts)
    body = _ADJECTIVE.sub("", _ADVERB.sub("", _MANNER.sub("", "".join(kept))))
    body = re.sub(r"[，、；：,;:。！!\s]+$", "", re.sub(r"^[，、；：\s]+", "", body))
    if not body:
        return ""
    if bidden and speaker and not _NEEDS.search(body[:16]):
        body = f"{speaker}要求，{body}"
    return body + "。"


def _kept(parts: list[str], cuts: list[Cut]) -> list[str]:
    """The clauses that stay; who says a thing stays only with what is said."""
    kept: list[str] = []
    gone: list[str] = []
    for part in parts:
        bare = re.sub(r"[，、；：,;:。！!\s]+$", "", part)
        head, tail = _without_tail(bare)
        if _is_gone(bare, behind_gone=bool(gone)):
            gone.append(bare)
        elif tail:
            gone.append(tail)
            kept.append(head + part[len(bare) :])
        else:
            kept.append(part)
    while kept and _SAYS.fullmatch(kept[-1]):
        gone.append(re.sub(r"[，,：:]$", "", kept.pop()))
    told = "，".join(one for one in gone if not _HANGING.match(one) and not _SAYS.fullmatch(one))
    if told:
        cuts.append(Cut(told, reason_of(told)))
    return kept


def _is_gone(clause: str, *, behind_gone: bool) -> bool:
    if _STUB.match(clause) or _EFFECT.match(clause) or _QUIET_SPEECH.search(clause):
        return True
    if _firm(clause):
        return False
    if _surely_idle(clause):
        return True
    return not _quotes(clause) and (_idle(clause) or (behind_gone and clause.startswith(("又", "也", "更"))))


# 高兴地说：“……。”: a feeling in somebody's mouth.
_QUIET_SPEECH = re.compile(
    r"(?:说|表示|感慨|感叹|讲)(?:道)?[：:，]?“[^”\d]*”$|^“[^”\d]*”[^，。\d]{0,24}(?:说|表示|感慨|感叹)(?:道)?$"
)


def _without_tail(clause: str) -> tuple[str, str]:
    """(what tells, the idioms or the manner that hang on behind it)."""
    told = utterances([Note(clause)], _SOME_DAY)
    if (
        len(told) == 2
        and told[0].kind is Kind.CONTENT
        and told[1].kind is Kind.EMPTY
        and clause.startswith(told[0].text)
    ):
        return told[0].text, told[1].text
    return clause, ""


def _surely_idle(clause: str) -> bool:
    """Praise, aims and slogans by every rule there is; a quotation in them is a slogan too."""
    if _PURPOSE.match(clause) or _UNDER.match(clause) or is_empty_clause(clause):
        return True
    told = utterances([Note(clause)], _SOME_DAY)
    return bool(told) and all(one.kind is Kind.EMPTY for one in told)


def _quotes(text: str) -> bool:
    return any(len(name.text) > 2 for name in quoted(text)) and "说" not in text[-6:]


def _idle(clause: str) -> bool:
    if _HANGING.match(clause) or _CLAIM.search(clause) or _SCENE.search(clause) or idioms_only(clause):
        return True
    return len(clause) <= 10 and idioms_only(clause[-4:]) and not _DEED.search(clause)


def _firm(text: str) -> bool:
    """Whether the words hold what must not be lost: a figure, a person, a day, a 《document》."""
    bare = re.sub(
        r"第[\d一二三四五六七八九十]{1,3}[个届次](?=[一-龥]{1,8}(?:来临|之际|到来))",
        "",
        _ORDINAL.sub("", text, count=1),
    )
    if re.search(r"[\d《]", bare) or any(True for _ in people(bare)):
        return True
    return any(m.kind in ("day", "clock") for m in moments(bare, _SOME_DAY))


def _names(text: str) -> bool:
    return _DEED.search(text) is not None and (any(True for _ in places(text)) or any(True for _ in quoted(text)))


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
