"""What is shown and said of drafts: their text with its checks, what it rests on, what was left out."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.domain.editing.pointing import spots
from bot.domain.editing.retitling import candidates
from bot.domain.editing.wishes import Edit
from bot.domain.language.numerals import whole
from bot.domain.notes.note import Note
from bot.domain.notes.old_middle import Cut
from bot.domain.notes.old_reports import asked_to_mend
from bot.domain.notes.report import Conflict, Report
from bot.domain.plain.plain_talk import judge
from bot.domain.plain.repeats import INNER
from bot.domain.plain.verdicts import Judgement, Wordings
from bot.domain.submissions.enclosures import Article, Imprint, Paper
from bot.domain.talk.answered import answer
from bot.domain.talk.desk import DraftState, SetWaiting
from bot.domain.talk.differences import pieces
from bot.domain.talk.door import Button, Reply, rows
from bot.domain.talk.reckoned import reckoned
from bot.domain.talk.reckoned_days import weekday
from bot.errors import InputError
from bot.flows.replies import Said, cut, say

MOST_ASKED = 3
BETTER_LATER = Button("稍后再要更好的一版", "better")

UNNAMED = "稿里写的是“本单位”。发“单位是…”告诉我名称（如“单位是县文化馆”），以后都用它。"


def drafts(reports: Sequence[Report], *, note: str = "", later: bool = False) -> tuple[Reply, ...]:
    """Every report as a message with its line of checks, then contested values, then what is missing.

    `later`: the model failed for now, so its version can be asked for under the last report.
    """
    shown = [draft(report, n, len(reports), note=note if n == 1 else "") for n, report in enumerate(reports, 1)]
    if later:
        shown[-1] = replace(shown[-1], buttons=(*shown[-1].buttons, (BETTER_LATER,)))
    disputes = [dispute(one) for report in reports for one in report.conflicts]
    missing = missing_line(reports)
    return (*shown, *disputes, *((Reply(missing),) if missing else ()))


def draft(report: Report, number: int, of: int, *, note: str = "") -> Reply:
    """One report: title, body, line of checks and what can be done with it."""
    mark = f"【{number}】" if of > 1 else ""
    parts = [note, f"{mark}{report.title}\n\n{report.text}", _check_line(report)]
    which = str(number)
    return Reply(
        "\n\n".join(part for part in parts if part),
        (
            (Button("改短", "shorten", which), Button("换标题", "title", which)),
            (Button("看依据", "basis", which), Button("出终稿", "final", which), Button("导出Word", "word", which)),
            *_hand_in(report, which),
        ),
    )


def _hand_in(report: Report, which: str) -> tuple[tuple[Button, ...], ...]:
    return ((Button("提交", "submit", which),),) if report.checks.passed and not report.conflicts else ()


def _check_line(report: Report) -> str:
    lines = [report.checks.line()]
    if report.checks.ungrounded:
        lines.append("记录里没有：" + "、".join(report.checks.ungrounded[:5]))
    lines += [remark.line() for remark in report.remarks[:4]]
    return "\n".join(lines)


def titles(report: Report, number: int, most: int) -> Said:
    """Some titles to choose from, a button for each."""
    found = candidates(report.text, report.title)[-most:]
    if not found:
        raise InputError("想不出更好的标题，请直接说“标题改成…”。")
    each = (Button(title, "edit", f"第{number}篇标题改成{title}") for title in found)
    return Said((Reply("可以换成这几个，点一下就换；都不合适就说“标题改成…”。", rows(each)),))


def asked(reports: Sequence[Report]) -> tuple[str, ...]:
    """What is asked for: at most three things over all reports, in the order a reader misses them."""
    return tuple(dict.fromkeys(gap for report in reports for gap in report.missing))[:MOST_ASKED]


def missing_line(reports: Sequence[Report]) -> str:
    gaps = asked(reports)
    if not gaps:
        return ""
    if len(reports) == 1:
        what = "还缺" + "、".join(gaps)
    else:
        each = [(n, [g for g in report.missing if g in gaps]) for n, report in enumerate(reports, 1)]
        what = "；".join(f"第{n}篇还缺{'、'.join(short)}" for n, short in each if short)
    return f"{what}。知道就直接发给我，不知道就说“跳过”，稿里会标【待补】。"


def gaps_mean(reports: Sequence[Report]) -> Said:
    """What 【待补】 stands for, and what to do about it."""
    marked = [gap for report in reports for gap in (*report.missing, *re.findall("【待补：([^】]+)】", report.text))]
    gaps = "、".join(dict.fromkeys(marked))
    if not gaps:
        return say("【待补】是说这里还缺一样没人说过的内容。现在的稿子里没有。")
    return say(f"记录里没说{gaps}，所以标【待补】，不替你编。知道就直接发给我，补上就没了；确实没有也可以留着。")


def dispute(conflict: Conflict) -> Reply:
    """A contested value with a button for each that was said."""
    told = "、".join(
        f"{value}（第{message + 1}条）" for value, message in zip(conflict.values, conflict.messages, strict=False)
    )
    buttons = tuple(
        Button(f"用{value}", "settle", json.dumps({"about": conflict.about, "value": value}, ensure_ascii=False))
        for value in conflict.values
    )
    return Reply(f"{conflict.about}有几种说法：{told}。用哪个？", (buttons,))


def basis(report: Report, kept_notes: Sequence[Note], number: int) -> Said:
    """Where each fact of the report comes from, and what was left out and why."""
    lines = [f"· {fact.text} ← 第{fact.message + 1}条" for fact in dict.fromkeys(report.facts)]
    if report.checks.ungrounded:
        lines.append("没有依据：" + "、".join(report.checks.ungrounded))
    left = [f"· {cut(rest.text, 40)}（{rest.why}）" for rest in report.unused]
    if left:
        lines += ["没有写进去的：", *left]
    which = f"第{number}篇的依据" if number > 1 else "这篇的依据"
    return say("\n".join([f"{which}，出自{len(kept_notes)}条记录：", *lines]))


def why_left_out(reports: Sequence[Report], words: str) -> Said:
    """Why pieces of the notes are not in the reports."""
    unused = list(dict.fromkeys(rest for report in reports for rest in report.unused))
    if not unused:
        more = f"“{cut(words, 20)}”要是没记过" if words else "要加内容"
        return say(f"没有删过：记录里的事都写进去了。{more}，就直接发给我。")
    about = [rest for rest in unused if words and (spots(words, rest.text) or rest.text in words)]
    head = f"记录里没有“{cut(words, 20)}”。没写进去的是：" if words and not about else "没写进去的和原因："
    chosen = about or unused
    lines = [f"· “{cut(rest.text, 40)}”：{REASONS.get(rest.why, rest.why)}" for rest in chosen[:6]]
    return say("\n".join([head, *lines, "想加回去就说“把…加回来”。"]))


REASONS = {
    "套话": "换成哪个单位都成立，没有具体事实",
    "闲聊": "是闲话，不是事情本身",
    "隐私": "属个人信息，信息里不出现",
    "指令": "像是给我的指令，不当作事实",
    "被更正": "后来更正过，以更正的为准",
    "转来的": "是转来的、往年的材料，不是这次的事",
    "篇幅": "超过字数，先写要紧的",
    "格式": "称呼、落款这类，信息里不用",
}


def removed(cuts: Sequence[Cut]) -> str:
    """What was taken out of a pasted report, each with its reason; salutation and signature on one line."""
    lines = [f"· “{cut(one.text.translate(INNER), 26)}”：{one.why}" for one in cuts if not one.frame]
    more = [f"· 另有{len(lines) - _MOST_CUTS}处，也是这类话"] if len(lines) > _MOST_CUTS else []
    frames = "、".join(dict.fromkeys(one.why for one in cuts if one.frame))
    framed = [f"· {frames}：信息里不用"] if frames else []
    return "\n".join(["去掉了这些：", *lines[:_MOST_CUTS], *more, *framed])


_MOST_CUTS = 6
KEEP_BY_FACT = "想留哪句，就告诉我它背后的事实：哪天、谁、做了什么、多少。"


def hollow(cuts: Sequence[Cut]) -> Said:
    """Nothing of a pasted report can be checked: what it was, and what is needed."""
    return say(
        "这段里没有查得出的事实，写不成信息，没有记下来。\n"
        + removed(cuts)
        + "\n要写成信息，请告诉我：哪天、在哪里、谁、做了什么、多少人参加、有什么结果。"
    )


def final(report: Report, number: int, of: int, unanswered: Sequence[str]) -> tuple[Reply, ...]:
    """The text alone, ready to copy; what nobody answered stands marked in it."""
    marks = "".join(f"【待补：{gap}】" for gap in unanswered)
    head = f"第{number}篇" if of > 1 else "终稿"
    warning = "（有数字或名称在记录里找不到，报送前请核实）" if report.checks.ungrounded else ""
    return (Reply(f"{head}如下，可直接复制{warning}："), Reply(f"{report.title}\n\n{report.text}{marks}"))


def word(report: Report, unit: str, dated: date) -> Reply:
    """The Word file with a line that says what to look at before it is handed in."""
    marks = "".join(f"【待补：{gap}】" for gap in report.missing)
    faults = ["还有【待补】没填"] if "【待补" in report.text + marks else []
    faults += ["有数字或名称在记录里找不到"] if report.checks.ungrounded else []
    told = f"《{report.title}》的 Word 稿，按公文格式排好。" + (f"注意：{'，'.join(faults)}。" if faults else "")
    return Reply(told, enclosure=Paper(Article(report.title, report.text + marks), Imprint(unit, dated)))


VERDICTS = {"vague": "偏虚", "empty": "空话"}
_MOST_JUDGED = 6


def told_already(drafts: Sequence[DraftState], words: str) -> str:
    """Where a draft says already what shall be added; empty where none does."""
    for state in drafts:
        held = [one for one in pieces(state.report.text) if any(part in one for part in pieces(words))]
        if held and all(any(part in one for one in held) for part in pieces(words)):
            return f"稿里已经有：“{'，'.join(held)}”。"
    return ""


def not_added(words: str, said: Said) -> Said:
    """A sentence that was to be added, and says nothing that the draft could tell."""
    told = f"“{cut(words, 30)}”没写进稿：里面没有查得出的事。是哪天、谁、做了什么、多少，说了就能写。"
    return Said((Reply(told),), said.changes)


def offering(said: Said, piece: str) -> Said:
    """A changed draft with a button that takes out also what may be about what went."""
    first, *others = said.replies
    also = (Button(f"“{cut(piece, 16)}”也删掉", "edit", f"把{piece}删掉"),)
    return replace(said, replies=(replace(first, buttons=(*first.buttons, also)), *others))


def judged(judgement: Judgement, text: str, *, sent: bool = False) -> Said:
    """The sentences that say too little, each with the reason, what to do and what to ask; then the whole text.

    `sent` says that the text came by itself behind 帮我看看这段, so that it may have been meant as a note.
    """
    buttons = [Button("记成活动", "note", text)] if sent else []
    forget = (SetWaiting(None),) if sent else ()
    poor = [sentence for sentence in judgement.sentences if sentence.verdict in VERDICTS]
    if not poor and not judgement.findings:
        return say(f"{len(judgement.sentences)}句都有实在内容，没看出空话。", *buttons, changes=forget)
    lines = [f"共{len(judgement.sentences)}句，空话占{judgement.empty_ratio:.0%}。"] if poor else []
    for number, sentence in enumerate(poor[:_MOST_JUDGED], 1):
        lines.append(f"{number}. {VERDICTS[sentence.verdict]}：“{cut(sentence.text.translate(INNER), 36)}”")
        told = (("", sentence.why), ("改法：", sentence.advice), ("想知道：", sentence.ask))
        lines += [f"　{head}{words}" for head, words in told if words]
    if len(poor) > _MOST_JUDGED:
        lines.append(f"还有{len(poor) - _MOST_JUDGED}句类似。")
    if judgement.findings:
        lines += ["整篇看：", *(f"· {finding.message}" for finding in judgement.findings[:_MOST_FOUND])]
        more = len(judgement.findings) - _MOST_FOUND
        lines += [f"还有{more}处没列，改完再看一遍。"] if more > 0 else []
    plain = f"{_PLAIN}{text}"
    buttons = [Button("改成实的", "say", plain), *buttons] if asked_to_mend(plain) else buttons
    return say("\n".join(lines), *buttons, changes=forget)


_OF_SENTENCE = re.compile(r"第(?P<n>[一二三四五六七八九十]|\d{1,2})(?:句|条|处)(?:那?句|话)?(?P<rest>.*)")
_WHY = re.compile(r"为什么|为啥|哪里|哪儿|怎么|咋|空|虚|凭什么")
_TAKE_OUT = re.compile(r"(?:都|就|也|把|给我)*(?:去掉|删掉?|删了|去了|拿掉|不要)了?吧?[。！]?$")
_KEEP = re.compile(r"(?:我要|要|想|得|还是|先)*(?:留着?|保留|别删|不删)[吧的了。！]*$")
_PUT = re.compile(
    r"^把?[“\"]?(?P<old>[^，。“”]{2,20}?)[”\"]?(?:改成|改为|换成)[“\"]?(?P<new>[^“”。]{1,30}?)[”\"]?[。！]?$"
)


def of_a_check(words: str, under: Sequence[Button], wordings: Wordings) -> Said | None:
    """What is said of the text that was checked last: why a sentence is empty, that it goes or stays, a word put in.

    The text is the one under the button that would make it plain; without that button nothing was checked last.
    """
    text = next((b.argument[len(_PLAIN) :] for b in under if b.verb == "say" and b.argument.startswith(_PLAIN)), "")
    judgement = judge(text, wordings=wordings)
    poor = [one for one in judgement.sentences if one.verdict in VERDICTS]
    if not text or not poor:
        return None
    again = Button("改成实的", "say", _PLAIN + text)
    put = _PUT.match(words)
    if put and text.count(put["old"]) == 1:
        changed = text.replace(put["old"], put["new"])
        return _after(f"“{put['old']}”改成了“{put['new']}”。", judge(changed, wordings=wordings), changed)
    named = _OF_SENTENCE.search(words)
    rest = named["rest"] if named else words
    number = whole(named["n"]) if named else 0
    # The numbers are those of the list that was shown.
    chosen = poor[number - 1 : number] if number else poor[: 1 if len(poor) == 1 else 0]
    if named and not chosen:
        return say(f"上面只列了{len(poor)}句，没有第{number}句。", again)
    if chosen and _TAKE_OUT.search(rest):
        changed = text[: chosen[0].start] + text[chosen[0].end :]
        gone = f"去掉了“{cut(chosen[0].text.translate(INNER), 30)}”。"
        return _after(gone, judge(changed, wordings=wordings), changed)
    if _TAKE_OUT.fullmatch(rest.removeprefix("那")):
        return say(f"去掉哪句？上面列了{len(poor)}句，说“第几句去掉”。", again)
    if _KEEP.search(rest) and (named or rest.startswith("这句")):
        return say("好，留着。原文没有动；改成实的以后要是没了，说“加回来”。", again)
    if chosen and named and _WHY.search(rest):
        one = chosen[0]
        told = [f"第{number}句“{cut(one.text.translate(INNER), 60)}”：{one.why}。"]
        told += [f"改法：{one.advice}。"] if one.advice else []
        return say("".join(told) + (f"想知道：{one.ask}" if one.ask else ""), again)
    return None


def _after(told: str, judgement: Judgement, text: str) -> Said:
    said = judged(judgement, text)
    first = said.replies[0]
    return replace(said, replies=(replace(first, text=f"{told}现在是：\n{text}\n\n{first.text}"),))


_PLAIN = "改成实的："
_MOST_FOUND = 12


def examined(reports: Sequence[Report], wordings: Wordings) -> Said:
    """The drafts on the desk under the checker's eyes."""
    shown = []
    for number, report in enumerate(reports, 1):
        judgement = judge(report.text, genre="report", wordings=wordings)
        lines = [f"第{number}篇：" if len(reports) > 1 else "这篇：", _check_line(report)]
        lines += [f"· 空话：“{cut(one, 36)}”" for one in report.checks.empty]
        lines += [f"· {finding.message}" for finding in judgement.findings[:4]]
        lines += [f"· 还缺{'、'.join(report.missing)}"] if report.missing else []
        lines += ["没看出别的问题。错别字我认不全，请再过一遍眼。"] if len(lines) == _NOTHING_FOUND else []
        shown.append(Reply("\n".join(lines), _hand_in(report, str(number))))
    return Said(tuple(shown))


_NOTHING_FOUND = 2


_LENGTH = re.compile(r"多少字|几个?字|字数|百来?字")
_HANDLING = re.compile(r"谁[来在]?[审批管]|谁[来在]看|给谁|审核|什么时候能?[发报登]|多久能?[发报登]")


def stands(reports: Sequence[Report], asked: str, clauses: str, notes: Sequence[Note] = ()) -> Said:
    """What the drafts say of what is asked about, a clause a line; what their figures give together; their length, or
    who sees them next."""
    latest = tuple(note.text for note in notes[-1:])
    if found := next((sum_ for one in reports if (sum_ := reckoned(asked, one.text, latest))), None):
        put_in = (Button("写进去", "edit", found.wish),) if found.wish else ()
        return say(f"{found.told}稿子没动。{'要写进去点下面。' if put_in else '要写就说“加一句：…”。'}", *put_in)
    if _LENGTH.search(asked):
        each = [f"第{n}篇" if len(reports) > 1 else "" for n in range(1, len(reports) + 1)]
        return say("，".join(f"{which}正文{len(one.text)}字" for which, one in zip(each, reports, strict=True)) + "。")
    if _HANDLING.search(asked):
        return say("提交以后由本单位的审核人看，审完会告诉你；现在还没提交。要交就说“提交”。")
    text, quoted = "".join(one.text for one in reports), clauses.split("\n") if clauses else []
    if asked_day := weekday(asked, text, notes):
        return say(asked_day)
    told = answer(asked, f"{reports[0].title}\n{text}", quoted, [note.text for note in notes])
    return say(told, Button("记成活动", "note", asked))


def doubted(reports: Sequence[Report], words: str, edit: Edit | None) -> Said:
    """Somebody is not sure of a change (参演应该是40吧): what stands there now, and a button that makes it."""
    new, near = (edit.new, edit.near or edit.words) if edit else ("", "")
    clauses = [piece for report in reports for piece in pieces(report.text) if near and near in piece]
    stands = f"稿里现在是“{cut(clauses[0], 30)}”，出自记录。" if clauses else ""
    return say(f"{stands}要改成{new}吗？", Button(f"改成{cut(new, 12)}", "edit", words), Button("不改", "clear-no"))
