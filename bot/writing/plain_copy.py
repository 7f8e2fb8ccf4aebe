"""A pasted old-style report as a plain one: its own facts in its own words, without what nobody could check.

Corrections and answers that came behind it are worked in; every other note is left to the offline writer.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.editing.retitling import candidates
from bot.domain.editing.shortening import shortened
from bot.domain.language.dates import moments
from bot.domain.language.privacy import private_spans
from bot.domain.language.sentences import clauses
from bot.domain.lock.checks import check
from bot.domain.notes.corrections import apply_corrections
from bot.domain.notes.facts import fact_refs
from bot.domain.notes.gaps import gaps_of
from bot.domain.notes.note import Note
from bot.domain.notes.old_clauses import reason_of
from bot.domain.notes.old_doers import doer_in, doer_of
from bot.domain.notes.old_middle import Cut, Middle, middle
from bot.domain.notes.report import Gap, Report, Unused
from bot.domain.notes.utterances import Kind, Utterance, utterances
from bot.domain.plain.plain_talk import judge_sentence
from bot.domain.plain.verdicts import Verdict
from bot.errors import InputError
from bot.writing.literal import literal
from bot.writing.plans import future
from bot.writing.wording import formal

_PAPER_TITLE = re.compile(r"^关于|(?:情况|报告|总结|汇报|简报|通知|小结|材料)$")
_TITLE_PRAISE = re.compile(r"有声有色$|重拳|有力|隆重|圆满|成功|扎实|精心|积极|深入|全力|大力|切实|全面(?!质)|有序")
# 绷紧安全弦 筑牢安全网——县应急局开展…, 强监管 护民生 县市场监管局整治…
_SLOGANS = re.compile(r"——|(?<=[一-龥])[ 　]+(?=[县市区镇乡我])")
_LONGEST_TITLE = 30


def copied(
    notes: Sequence[Note], at: Sequence[int], answers: Sequence[int], *, unit: str, now: datetime, limit: int
) -> tuple[Report, ...]:
    """The reports of the pasted text that stands in the notes at `at`; those at `answers` answer or mend it."""
    notes = [replace(note, text=_BRACKETED.sub("", note.text)) for note in notes]
    found = apply_corrections(utterances(notes, now), [note.text for note in notes])
    whole = middle("\n".join(_mended(n, notes[n].text, found) for n in at))
    told = [u for u in found if u.message in answers and u.kind is Kind.CONTENT and not u.patches]
    doer = re.sub(".*[我本对在到赴].*", "", doer_in([cut.text for cut in whole.cuts]))
    reports = []
    for number, event in enumerate(whole.events):
        worded = [(sentence, _worded(sentence, now)) for sentence in event]
        # The lock would hold the report up over these.
        held_up = check("", "".join(said for _, said in worded), notes, unit=unit, now=now).empty
        idle = [was for was, said in worded if said in held_up and not re.search(r"[\d《]", was)]
        whole.cuts += [Cut(said, reason_of(said)) for said in idle]
        text = "".join(said for was, said in worded if was not in idle)
        text = _with_unit(text, doer_of(whole.title) or doer or unit)
        if number == len(whole.events) - 1:
            text = _with_answers(text, told, notes)
        reports.append(
            _report(whole if not number else Middle(), text, notes, found, [*at, *answers], unit, now, limit)
        )
    return tuple(reports)


# 老人（身份证号末四位0327，患尿毒症）家中屋顶漏雨: who it was goes, what was found stays.
_BRACKETED = re.compile(r"（[^（）]*(?:身份证|电话|手机|住址|卡号|患[一-龥])[^（）]*）")


def _mended(n: int, text: str, found: Sequence[Utterance]) -> str:
    """The text of note n as corrected later, without orders to the writer and without private data."""
    changes = [(span.start, span.end, "") for span in private_spans(text)]
    for one in (u for u in found if u.message == n):
        if one.kind in (Kind.ORDER, Kind.PRIVATE):
            changes.append((one.start, one.end, ""))
        changes += [(one.start + p.start, one.start + p.end, p.text) for p in one.patches if p.source != n]
    last = len(text)
    for start, end, new in sorted(changes, reverse=True):
        if end <= last:
            text, last = text[:start] + new + text[end:], start
    return re.sub(r"(?<=[，。；])[，；]+|[，；]+(?=。)", "", text)


def _with_answers(text: str, told: Sequence[Utterance], notes: Sequence[Note]) -> str:
    """The text with what was told behind it: a day goes in front, all else to the end, stopped as it was typed."""
    before: Utterance | None = None
    for one in told:
        words = formal(literal(one)).strip("，。 ")
        when = "".join(m.written for m in one.moments() if m.kind in ("day", "part", "clock"))
        only_time = (
            one.moments()
            and len(re.sub(r"[是在了的，。]", "", one.text)) <= sum(m.end - m.start for m in one.moments()) + 1
        )
        if only_time and when:
            text = f"{when}，{text}"
        elif words and words not in text:
            text = (text[:-1] + "，" if before and _goes_on(before, one, notes) else text) + words + "。"
            before = one
    return text


def _goes_on(before: Utterance, one: Utterance, notes: Sequence[Note]) -> bool:
    """Whether no stop was typed between the two."""
    return before.message == one.message and not re.search(
        "[。！；\n]", notes[one.message].text[before.start : one.start]
    )


def _report(
    whole: Middle,
    text: str,
    notes: Sequence[Note],
    found: Sequence[Utterance],
    at: Sequence[int],
    unit: str,
    now: datetime,
    limit: int,
) -> Report:
    if len(text) > limit:
        text = _within(text, limit)
    title = _title(whole.title, text, whole.cuts, unit)
    kept = [u for u in found if u.message in at and literal(u).strip("，。 ") in text]
    deed = re.split(r"(?<=。)", text)[0]
    gaps = gaps_of(deed, "　，" + text, place="", unit=unit, conflicts=())
    dated = any(m.kind in ("day", "month") or m.last for m in moments(text, now)) or re.search(
        r"今年以?来|年初以来|季度|半年", text
    )
    return Report(
        title=title,
        text=text,
        checks=check(title, text, notes, unit=unit, now=now),
        facts=fact_refs(kept, notes),
        missing=gaps if dated else (Gap.TIME.value, *gaps)[:3],
        unused=tuple(Unused(_place(cut, notes, at), cut.text, "格式" if cut.frame else "套话") for cut in whole.cuts),
    )


def _within(text: str, limit: int) -> str:
    try:
        return shortened(text, limit)
    except InputError:
        return text


def _place(cut: Cut, notes: Sequence[Note], at: Sequence[int]) -> int:
    """The note that holds the words, the first of the paste where they were joined anew."""
    first = re.split(r"[，。]", cut.text)[0]
    return next((n for n in at if first in notes[n].text), at[0])


def _worded(sentence: str, now: datetime) -> str:
    """The sentence's clauses in report wording; what is still to come says so."""
    parts = []
    for span in clauses(sentence):
        mark = span.text[len(span.text.rstrip("，、；：,;:。！!")) :]
        bare = span.text[: len(span.text) - len(mark)]
        told = utterances([Note(bare)], now)
        whole = len(told) == 1 and told[0].text == bare and "第" not in bare
        words = literal(told[0]) if whole else bare
        due = whole and told[0].plan and _DUE.search(bare) is not None
        parts.append((future(words) if due else _DONE.sub("", words)) + mark)
    told_to = _BADE.search("".join(parts))
    parts = [re.sub(r"计划(?=\d{1,2}月)", "限", part) for part in parts] if told_to else parts
    text = re.sub(r"一行，(?=来到|深入|先后|走进|前往|到)", "一行", "".join(parts))
    return (
        re.sub(r"(?<=的)(\d+(?:名|位)(?:选手|学员|运动员|队员|演员))(?=[。，]?$)", r"\1参加", text.rstrip("。")) + "。"
    )


# 讲解了灭火器使用 → 讲解灭火器使用: a report needs no 了; 为了, 除了 and 了解 are other words.
_DONE = re.compile(r"(?<=[一-龥])(?<![为除罢])了(?=[一-龥\d“《])(?![解望得不却结])")
_DUE = re.compile(r"\d日?前|年底前|月底前")
_BADE = re.compile(r"要求|强调|会议决定|协调|责[成令]|督促")


def _with_unit(text: str, unit: str) -> str:
    """The day opens; 我馆 is the unit where its name ends so; a lead without a doer gets the unit behind its day."""
    if unit:
        text = re.sub(
            r"(?<![自本大为由])我(?P<kind>中心|[馆局站科院队镇乡校所办社])(?=[一-龥])", lambda m: _own(m, unit), text
        )
    text = re.sub(rf"^(?P<doer>[^，。\d]{{2,16}})于(?P<when>{_WHEN})，?(?=在|举|召|开|组)", r"\g<when>，\g<doer>", text)
    first = re.match(rf"(?P<when>(?:(?:{_WHEN}|{_PERIOD})，?)?)(?P<rest>[^，。]*)", text)
    others = [doer_of(part) for part in re.split("，", text.split("。")[0][first.end() + 1 :])] if first else []
    somebody = first and first["rest"].startswith("在") and not _STRONG.search(first["rest"]) and any(others)
    if unit and first and _NOBODY.match(first["rest"]) and not somebody:
        when = first["when"].rstrip("，")
        return (when + "，" if when else "") + unit + text[first.end("when") :]
    return re.sub(rf"^(?P<when>{_WHEN})(?=[一-龥])(?![上下中早晚至到傍是为起前后])", r"\g<when>，", text)


def _own(found: re.Match[str], unit: str) -> str:
    kind = next((found["kind"][:n] for n in (2, 1) if unit.endswith(found["kind"][:n])), "")
    return unit + found["kind"][len(kind) :] if kind else found[0]


_WHEN = (
    r"(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:至(?:\d{1,2}月)?\d{1,2}日)?(?:[上中下]午|早上|晚上|晚"
    r"|傍晚)?(?:\d{1,2}时(?:\d{1,2}分)?)?"
)
_PERIOD = (
    r"(?:今年|去年|\d{4}年)?(?:\d{1,2}(?:至|到|-|—)\d{1,2}月|\d{1,2}月|[上下]半年|第?[一二三四]季度|前[一二三]个?季度)"
)
_NOBODY = re.compile(
    r"(?:共|累计|已|先后|集中)*(?:在|到|赴|来到|走进|对|组织|开展|举办|举行|召开|更换|检查|走访|慰问|出动|邀请|接待|发放"
    r"|排查|核[查实发销]|督[查办]|回访|巡[查访]|抽查|复查|新[办增建]|办[理结]|受理|完成|征集|收到|处理|整改|立案|查处|培训|放映|演出|采购|登记|维修|清理)"
)
_STRONG = re.compile(
    r"举办|举行|开展|召开|组织|慰问|走访|检查|培训|整治|更换|演出|开赛|开幕|启动|接待|调研|宣传|设(?=[一-龥])"
    r"|走进|修|送"
)


# 王秀英，女，1978年3月出生，现任大岭镇文化站站长。
_SHEET = re.compile(r"(?P<who>[一-龥]{2,4})，[男女]，(?:[^。]*?，现?任(?P<post>[^，。]{2,20}))?")
# 扎实推进农村厕所改造工作, of an opening that went: what the report is about.
_ABOUT = re.compile(
    r"(?:推进|开展|抓好|做好)了?(?P<what>(?![^，。]*(?:各项|重点|全面|中心|全局))[一-龥]{3,14}(?:工作|活动|行动|整治|改造))。?$"
)


def _title(pasted: str, text: str, cuts: Sequence[Cut], unit: str) -> str:
    """The title as pasted where it names the deed and does not praise it; else one out of the first sentence, or the
    matter that the opening named."""
    bare = _TITLE_PRAISE.sub("", _SLOGANS.split(pasted)[-1])
    named = 6 <= len(bare) <= _LONGEST_TITLE and not _PAPER_TITLE.search(bare) and not re.search(r"[一-龥][ 　]", bare)
    if named and judge_sentence(bare + "。").verdict is not Verdict.EMPTY:
        return bare
    if sheet := _SHEET.match(text):
        return (sheet["post"] or "") + sheet["who"]
    parts = [re.sub(rf"^{_WHEN}", "", part) for part in re.split(r"[，。；]", text)]
    parts = [
        part
        for part in parts[:8]
        if len(part) >= 4 and not re.fullmatch(rf"今年以来|年初以来|近日|连日来|{_PERIOD}|受.*影响|是第\d+个.*", part)
    ]
    if not parts:
        return text[:_LONGEST_TITLE]
    doer = _doer(parts[0])
    first = re.split(r"[，。：]", cuts[0].text) if doer and cuts and not cuts[0].frame else []
    about = next((found for part in first if (found := _ABOUT.search(part))), None)
    period = re.match(rf"(?:{_PERIOD}|今年以来)(?=，)", text)
    if doer and period and _PAPER_TITLE.search(pasted):
        return f"{doer}{period[0]}工作情况"
    if re.search(r"[年月季度]", pasted) and pasted.endswith("情况") and len(pasted) <= _LONGEST_TITLE:
        return re.sub(r"^(?:关于)?(?:[我本](?:[馆局站院所校镇乡队]|中心|单位))?", doer_of(text) or unit, pasted)
    if about and not re.match(_WHEN, text):
        return f"{doer}{_TITLE_PRAISE.sub('', about[0]).rstrip('。')}"
    told = [part for part in parts[:4] if not _ROUTINE.search(part)] or parts[:4]
    deed = next((part for part in told if _STRONG.search(part)), told[0])
    doer = doer or next(filter(None, map(_doer, parts[1:3])), "") if _NOBODY.match(deed) else doer
    on = _ON.search(deed) if doer else None
    held = f"{doer}开展{on['how']}" if on else ""
    for said in (doer + deed if doer and not deed.startswith(doer) else deed, held, deed):
        bare = _AT.sub("", re.sub(rf"于{_WHEN}(?:，)?", "", said))
        said, bare = _LED.sub("", _BY.sub("", said)), _LED.sub("", _BY.sub("", bare))
        for short in (said, bare, _TOGETHER.sub("", bare), re.sub(r"\d+(?:名|人|位|个)", "", bare)):
            if 6 <= len(short) <= _LONGEST_TITLE:
                return short
    cut = candidates(text, "")
    if cut and len(cut[-1].lstrip("，")) >= 4:
        return cut[-1].lstrip("，")
    whole = re.match(rf".{{6,{_LONGEST_TITLE}}}(?=[、，]|$)", deed)
    return whole[0] if whole else deed


# 联合消防、公安对12家场所进行安全生产大检查, too long for a title.
_ON = re.compile(r"(?:对|深入|走进|[到赴在])[^，]{2,40}(?:进行|开展)了?(?P<how>[^，]{4,16})$")


_AT = re.compile(r"在[^，。“”]{2,14}?(?=主持召开|举办|举行|开展|召开|开赛|设|组织|启动)")
# 县民政局党组成员、副局长夏志勇一行深入…: who led it stands in the text.
_LED = re.compile(
    r"(?:党[组委支部]+(?:成员|书记|委员)?、)*(?:副?(?:局|馆|站|院|校|镇|乡|县|部|会|科|主|书|所|队)[长任记])[一-龥]{2,3}(?:同志)?"
    r"(?:带领[^，。]{0,12})?一行(?:\d+人)?"
)
# 县文旅局联合公安局、交通局开展…
_TOGETHER = re.compile(r"联合[^，“《]{2,40}?(?=举办|举行|开展|召开|组织|启动|走进)")
# 先后召开5次会议研究部署, 成立领导小组: how the work was led is not the work.
_ROUTINE = re.compile(r"(?:召开|开).{0,8}会议?(?:研究|部署|安排)|领导小组|工作专班|专题会议?\d+次|应急预案")
# 由县文旅局主办、县文化馆承办的“书香满城”活动启动, too long for a title.
_BY = re.compile(r"^由[^“《]{2,40}?的(?=[“《全县市第首])")


def _doer(clause: str) -> str:
    """The office that the opening names first."""
    verb = _STRONG.search(clause)
    before = clause[: verb.start()] if verb else ""
    if before and len(before) <= 14 and re.search(r"(?:局|馆|站|院|中心|办|队|镇|乡|社|团|校|所|科|委|会)$", before):
        return before
    return doer_of(clause)
