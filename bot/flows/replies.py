"""What the bot says, with buttons; what a part of the work is to the conversation. Nothing is decided here."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.editing.wishes import Several
from bot.domain.notes.note import DROPPED, Note
from bot.domain.submissions.people import REVIEWERS, Role
from bot.domain.talk.desk import Change, Desk
from bot.domain.talk.door import Button, Incoming, Notice, Reply, rows
from bot.domain.talk.intent import Kind
from bot.domain.talk.likely import ASKED_ABOUT
from bot.domain.talk.order_words import Order

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
    "我帮你做六件事：\n1. 记活动：今天做了什么，一条条发给我，说“出稿”就写成信息。\n"
    "2. 查规定：直接问，如“公务接待能上酒吗”，答案带条款原文；要按自己的文件答，把文件发来，写一句“收进资料库”。\n"
    "3. 看稿子：发“帮我看看这段：…”，逐句指出空话。\n"
    "4. 报送：稿子下面点“提交”送审；发“我的报送情况”看进度，问“这个月我们报了几条”，有数有单。\n"
    "5. 问题台账：发“登记一个问题：…”，到期提醒，办完销号；发“问题台账”看还有哪些。\n"
    "6. 写总结：说“起草全年总结里文化惠民那一节”“写一下存在的问题”，先列提纲，随说随改，每个数有出处。\n"
    "稿子不满意就直说：标题改短、第二句删掉、把86改成92、撤销。要文件就说“导出Word”。"
)
_EDITING = (
    "\n你是审核员，还可以：\n· 发“待审”看等你审的，点采用、退回，或直接说“这篇退回，没写人数”。\n"
    "· 问“谁还没交”“各单位这个月报了多少”，发“各单位的图”。\n"
    "· 定用语规矩：以后别写“圆满成功”；“群众”一律写“读者”。"
)
_ADMINISTERING = "\n· 管人员：发“人员名单”“生成邀请码 县图书馆 审核员”“停用小李”。"
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
BY_THE_RULES = "规定里是这样说的，要换点一下："
NOTHING = "没收到文字，请再发一次。"
NO_NOTES = "还没有记录。先把今天做的事发给我：什么时间、在哪里、谁、做了什么、多少人。"
EDITS = (
    "没听懂要怎么改。可以这样说：标题改成…、标题改短、第2句删掉、把86改成92、短一点、第二段放到前面、加一句…、撤销。"
)
NO_DRAFT = "还没有稿子。先发活动记录，再说“出稿”。"
NOTHING_TO_CHECK = "要看哪段？把那段文字发给我就行。"
UNKNOWN_COMMAND = "没有“{words}”这个命令，没有记。发“帮助”看我能做什么。"
IN_PRIVATE = "手头有在别处记的，群里别人也看得到。请到和我的私聊里说。"
NOTHING_TO_STOP = "现在没有正在写的，不用停。"
STALE_BUTTON = "这个按钮已经失效了，请直接打字告诉我。"
INJECTED = "其中像指令的话不会照办，也不会写进稿子。"
UNWRITABLE = "这些记录里没看出可写的事。请说清：什么时间、在哪里、谁、做了什么。"
TOO_LONG = "这段太长（超过20万字），请分成几次发。"


def help_for(role: Role) -> str:
    """What the bot does for everybody, and what it does besides for those who review and administer."""
    return HELP + (_EDITING if role in REVIEWERS else "") + (_ADMINISTERING if role is Role.ADMIN else "")


SMALL_TALK = {
    Kind.THANKS: THANKS,
    Kind.GREETING: GREETING,
    Kind.WHO: WHO,
    Kind.COMPLAINT: COMPLAINT,
    Kind.FILES: FILES,
    Kind.TIMED: TIMED,
    Kind.NOTHING: NOTHING,
}


def unsure(text: str) -> Said:
    """The two buttons for words that may be either."""
    return say("这句是要记下来，还是在问我？", Button("记成活动", "note", text), Button("这是提问", "question", text))


def which_wish(told: str, text: str) -> Said:
    """A line and the wishes that may be meant, a button each; the words may as well be of the day."""
    line, *wishes = told.split("\n")
    each = [
        Button(cut(re.sub("[“”]", "", wish.removeprefix("把").replace("改成", "→")), 24), "edit", wish)
        for wish in wishes
    ]
    return Said((Reply(line, rows([*each, Button("记成活动", "note", text)])),))


def passed_on(order: str) -> Said:
    """What somebody else said is material: an order in it is carried out where it was pressed."""
    told = f"转发来的“{cut(order, 20)}”没有照办。要照办就点下面。"
    return say(told, Button(cut(order, 20), "say", order), Button("记成活动", "note", order))


def likely(order: str, text: str) -> Said:
    """One line that asks whether the order was meant; the words may as well be of the day."""
    question = ASKED_ABOUT[Order(order)]
    return say(question.asked, Button(question.yes, "say", question.command), Button("记成活动", "note", text))


def chat(notes: int, *, draft: bool, text: str) -> Said:
    """A short word over what lies there; `text` was left out of the notes as chat and can be kept all the same."""
    told = CHAT_OVER_DRAFT if draft else CHAT_OVER_NOTES.format(count=notes) if notes else CHAT
    return say(told, Button("记成活动", "note", text)) if text else say(told)


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
    return say("改哪一篇？", *buttons[:6], Button("合成一篇", "edit", "合成一篇"))


def ask_wish(several: Several, number: int) -> Said:
    """Which of several is meant: a button for each."""
    of = f"第{number}篇" if number else ""
    return Said((Reply(several.user_message, rows(Button(wish, "edit", of + wish) for wish in several.wishes[:8])),))


def ask_clear(kept_notes: Sequence[Note]) -> Said:
    """The button clears these notes and no later ones."""
    text = f"要清空这{len(kept_notes)}条记录和稿子吗？只是收起来，不会真删。"
    return say(text, Button("清空", "clear-yes", kept_notes[-1].id), Button("不清", "clear-no"))


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


class Room:
    """A part of the work with words and buttons of its own: submitting, the ledger, administration."""

    async def told(self, desk: Desk, incoming: Incoming) -> Said | None:
        """Serve a command of the room's own, or words that it waits for; None leaves them to others."""
        return None

    async def pressed(self, desk: Desk, incoming: Incoming, button: Button) -> Said | None:
        """Serve a button of the room's own; None leaves it to others."""
        return None
