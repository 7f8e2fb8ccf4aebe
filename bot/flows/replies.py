"""What the bot says: wording and buttons for every turn of the conversation. Nothing is decided here."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.domain.editing.pointing import spots
from bot.domain.editing.wishes import Edit
from bot.domain.notes.note import DROPPED, Note
from bot.domain.notes.old_middle import Cut
from bot.domain.notes.report import Conflict, Report
from bot.domain.plain.plain_talk import Judgement, Wordings, judge
from bot.domain.submissions.imprint import Article, Imprint, Paper
from bot.domain.talk.desk import Change
from bot.domain.talk.differences import pieces
from bot.domain.talk.door import Button, Notice, Reply, rows
from bot.domain.talk.likely import ASKED_ABOUT
from bot.domain.talk.order_words import Order
from bot.domain.talk.revision import Several

MOST_ASKED = 3
SHOWN_NOTES = 30
APART = "又分开了："
NOT_APART = "一篇我拆不成两篇。先说“看看记了什么”，把那件事的记录删掉再出稿；那件事另外发一遍，单独出一篇。"


@dataclass(frozen=True, slots=True)
class Said:
    """What a turn answers and changes, and what others are told of it."""

    replies: tuple[Reply, ...]
    changes: tuple[Change, ...] = ()
    notices: tuple[Notice, ...] = ()


def say(text: str, *buttons: Button, changes: Sequence[Change] = (), notices: Sequence[Notice] = ()) -> Said:
    """One message with at most one row of buttons."""
    return Said((Reply(text, (buttons,) if buttons else ()),), tuple(changes), tuple(notices))


def together(done: Sequence[Said]) -> Said:
    """Several things done in one turn."""
    return Said(
        tuple(reply for one in done for reply in one.replies),
        tuple(change for one in done for change in one.changes),
        tuple(notice for one in done for notice in one.notices),
    )


HELP = (
    "我帮你做六件事：\n"
    "1. 记活动：今天做了什么，一条条发给我，说“出稿”就写成信息。\n"
    "2. 查规定：直接问，如“公务接待能上酒吗”，答案带条款原文。\n"
    "3. 看稿子：发“帮我看看这段：…”，逐句指出空话。\n"
    "4. 报送：稿子下面点“提交”送审；发“我的报送情况”看进度，问“这个月我们报了几条”，有数有单。\n"
    "5. 问题台账：发“登记一个问题：…”，到期提醒，办完销号；发“问题台账”看还有哪些。\n"
    "6. 写总结：说“起草全年总结里文化惠民那一节”“写一下存在的问题”，先列提纲，随说随改，每个数有出处。\n"
    "稿子不满意就直说：标题改短、第二句删掉、把86改成92、撤销。要文件就说“导出Word”。"
)
WHO = "我是机器人，叫实报：把你发的记录写成信息稿，查规定，管问题台账。直接跟我说就行，发“帮助”看用法。"
COMPLAINT = "哪里不合适？直接说就行：太长了、哪个数不对、哪句不要、标题不好。稿子先没动。"
GREETING = "你好。今天做了什么，一条条发给我就行；说“出稿”我来写。想查规定也可以直接问。"
THANKS = "不客气。"
CHAT = "好的。有活动就发给我，想查规定直接问。"
CHAT_OVER_NOTES = "好的，已记的{count}条都在。接着发就行，发完说“出稿”。"
FILES = (
    "能。照片直接发给我，写一句说明，会跟着记录和稿子走。"
    "要让我查的文件，发来写一句“收进资料库”：Word、Excel、PDF、图片都行。语音请先转成文字。"
)
TIMED = "到点自动写还不会。到时候对我说一句“出稿”或“写一下这个月的工作小结”，我当场写。"
CHAT_OVER_DRAFT = "好的，稿子就在这儿。要送审说“提交”，要文件说“导出Word”，要改直接说。"
NOTHING = "没收到文字，请再发一次。"
NO_NOTES = "还没有记录。先把今天做的事发给我：什么时间、在哪里、谁、做了什么、多少人。"
EDITS = (
    "没听懂要怎么改。可以这样说：标题改成…、标题改短、第2句删掉、把86改成92、短一点、第二段放到前面、加一句…、撤销。"
)
NO_DRAFT = "还没有稿子。先发活动记录，再说“出稿”。"
NOTHING_TO_CHECK = "要看哪段？把文字接在后面一起发，如“帮我看看这段：……”。"
NOTHING_TO_STOP = "现在没有正在写的，不用停。"
STALE_BUTTON = "这个按钮已经失效了，请直接打字告诉我。"
INJECTED = "其中像指令的话不会照办，也不会写进稿子。"
UNWRITABLE = "这些记录里没看出可写的事。请说清：什么时间、在哪里、谁、做了什么。"
TOO_LONG = "这段太长（超过20万字），请分成几次发。"


def unsure(text: str) -> Said:
    """The two buttons for words that may be either."""
    return say("这句是要记下来，还是在问我？", Button("记成活动", "note", text), Button("这是提问", "question", text))


def likely(order: str, text: str) -> Said:
    """One line that asks whether the order was meant; the words may as well be of the day."""
    question = ASKED_ABOUT[Order(order)]
    return say(question.asked, Button(question.yes, "say", question.command), Button("记成活动", "note", text))


def chat(notes: int, *, draft: bool, text: str) -> Said:
    """A short word over what lies there; `text` was left out of the notes as chat and can be kept all the same."""
    told = CHAT_OVER_DRAFT if draft else CHAT_OVER_NOTES.format(count=notes) if notes else CHAT
    return say(told, Button("记成活动", "note", text)) if text else say(told)


def doubted(reports: Sequence[Report], words: str, edit: Edit | None) -> Said:
    """Somebody is not sure of a change (参演应该是40吧): what stands there now, and a button that makes it."""
    new, near = (edit.new, edit.near or edit.words) if edit else ("", "")
    clauses = [piece for report in reports for piece in pieces(report.text) if near and near in piece]
    stands = f"稿里现在是“{cut(clauses[0], 30)}”，出自记录。" if clauses else ""
    return say(f"{stands}要改成{new}吗？", Button(f"改成{cut(new, 12)}", "edit", words), Button("不改", "clear-no"))


def secret(mark: str) -> Said:
    return say(f"这段带有“{mark}”，不能在这里处理，没有保存。涉密内容请走涉密渠道。")


def kept(number: int, *, hints: Sequence[str] = ()) -> str:
    return "".join([f"已记第{number}条。", *hints])


def private(kinds: Sequence[str]) -> str:
    return f"{'、'.join(dict.fromkeys(kinds))}属个人信息，不会写进稿子。"


def notes(kept_notes: Sequence[Note]) -> Said:
    """The notes as a numbered list, the newest at the end."""
    if not kept_notes:
        return say(NO_NOTES)
    first = max(0, len(kept_notes) - SHOWN_NOTES)
    shown = ["（已删）" if note.text == DROPPED else cut(note.text, 60) for note in kept_notes]
    lines = [f"{n}. {line}" for n, line in enumerate(shown, 1) if n > first]
    head = f"记了{len(kept_notes)}条" + (f"，最近{SHOWN_NOTES}条：" if first else "：")
    return say("\n".join([head, *lines]), Button("出稿", "draft"), Button("清空", "clear"))


def cut(text: str, length: int) -> str:
    """The text on one line, shortened with … where it is longer."""
    line = re.sub(r"\s+", " ", text.strip())
    return line if len(line) <= length else line[: length - 1] + "…"


def ask_which(count: int, told: str) -> Said:
    """Several drafts lie here: the same words again, with the number in front."""
    if not told:
        return say(f"有{count}篇稿子，请说明第几篇，如“第1篇标题改短”。")
    buttons = [Button(f"第{n}篇", "edit", f"第{n}篇{told}") for n in range(1, count + 1)]
    return say("改哪一篇？", *buttons[:6])


def ask_wish(several: Several, number: int) -> Said:
    """Which of several is meant: a button for each."""
    of = f"第{number}篇" if number else ""
    return Said((Reply(several.user_message, rows(Button(wish, "edit", of + wish) for wish in several.wishes[:8])),))


def ask_clear(count: int) -> Said:
    text = f"要清空这{count}条记录和稿子吗？只是收起来，不会真删。"
    return say(text, Button("清空", "clear-yes"), Button("不清", "clear-no"))


BETTER_LATER = Button("稍后再要更好的一版", "better")


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
    hand_in = ((Button("提交", "submit", which),),) if report.checks.passed and not report.conflicts else ()
    return Reply(
        "\n\n".join(part for part in parts if part),
        (
            (Button("改短", "shorten", which), Button("换标题", "title", which)),
            (Button("看依据", "basis", which), Button("出终稿", "final", which), Button("导出Word", "word", which)),
            *hand_in,
        ),
    )


def _check_line(report: Report) -> str:
    lines = [report.checks.line()]
    if report.checks.ungrounded:
        lines.append("记录里没有：" + "、".join(report.checks.ungrounded[:5]))
    lines += [remark.line() for remark in report.remarks[:4]]
    return "\n".join(lines)


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
    return say("\n".join([f"第{number}篇的依据，出自{len(kept_notes)}条记录：", *lines]))


def no_draft_to_edit(words: str, *, notes: bool) -> Said:
    """A wish about a draft, and none lies on the desk; it may yet be something that was done."""
    note = Button("记成活动", "note", words)
    if notes:
        return say("还没有稿子。先出稿，写好了再改。", Button("出稿", "draft"), note)
    return say("手头没有稿子。交上去的要改，先说“撤回”；要写新的，先发活动记录。", note)


def ask_what_to_replace(new: str) -> Said:
    """The colleague said what shall stand there, but not in whose place."""
    text = f"把哪一处改成“{cut(new, 20)}”？改标题就点下面，改别的说“把…改成{cut(new, 20)}”。"
    return say(text, Button("改标题", "edit", f"标题改成{new}"), Button("记成活动", "note", f"改成{new}"))


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
    lines = [f"· “{cut(one.text.translate(_INNER), 26)}”：{one.why}" for one in cuts if not one.frame]
    more = [f"· 另有{len(lines) - _MOST_CUTS}处，也是这类话"] if len(lines) > _MOST_CUTS else []
    frames = "、".join(dict.fromkeys(one.why for one in cuts if one.frame))
    framed = [f"· {frames}：信息里不用"] if frames else []
    return "\n".join(["去掉了这些：", *lines[:_MOST_CUTS], *more, *framed])


_MOST_CUTS = 6
_INNER = str.maketrans("“”", "‘’")
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


def judged(judgement: Judgement) -> Said:
    """The sentences that say too little, each with the reason, what to do and what to ask; then the whole text."""
    poor = [sentence for sentence in judgement.sentences if sentence.verdict in VERDICTS]
    if not poor and not judgement.findings:
        return say(f"{len(judgement.sentences)}句都有实在内容，没看出空话。")
    lines = [f"共{len(judgement.sentences)}句，空话占{judgement.empty_ratio:.0%}。"] if poor else []
    for number, sentence in enumerate(poor[:_MOST_JUDGED], 1):
        lines.append(f"{number}. {VERDICTS[sentence.verdict]}：“{cut(sentence.text.translate(_INNER), 36)}”")
        told = (("", sentence.why), ("改法：", sentence.advice), ("想知道：", sentence.ask))
        lines += [f"　{head}{words}" for head, words in told if words]
    if len(poor) > _MOST_JUDGED:
        lines.append(f"还有{len(poor) - _MOST_JUDGED}句类似。")
    if judgement.findings:
        lines += ["整篇看：", *(f"· {finding.message}" for finding in judgement.findings[:4])]
    return say("\n".join(lines))


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
        shown.append(Reply("\n".join(lines)))
    return Said(tuple(shown) or (Reply(NOTHING_TO_CHECK),))


_NOTHING_FOUND = 2
