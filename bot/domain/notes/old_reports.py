"""Old-style reports that were pasted, known for what they are: solemn and hollow in part, without chat."""

import re
from collections.abc import Sequence

from bot.domain.language.sentences import split
from bot.domain.notes.borrowed import brought
from bot.domain.notes.note import Note
from bot.domain.notes.old_clauses import firm
from bot.domain.plain.plain_talk import empty_clauses

SHORTEST = 60
_CHATTY = re.compile(
    r"(?:[吧呢哈啊嘛哦]|的呀)[，。！\s]|[吧呢哈啊嘛哦]$|咱|俺|哈哈|今[天早晚儿]|昨[天晚儿]|前天|明天|刚才|刚刚|上周|这周|下周|跟你说|记一下|我们今天|那个|然后(?!，)"
)
_QUOTED = re.compile(r"“[^”]*”|(?:纷纷|一致|都|均)表示[^。]*|[说讲]道?[：:][^。]*")
_OPENING = re.compile(
    r"^(?:为(?:了)?(?:进一步|深入|切实|更好|有效|不断|全面|扎实|充分|认真|贯彻|落实|丰富|传承|弘扬|营造|推动|推进|提升|提高|增强|加强|响应)"
    r"|近日|日前|近年来|今年以来|年初以来|本报讯|又是一年|金秋|初[春夏秋冬]|在.{2,20}(?:之际|指引下|领导下|指导下))"
)
_SOLEMN = re.compile(
    r"(?:会议|活动)(?:指出|强调|要求|认为)|下一步，|通过此次|此次(?:活动|会议|培训)|特此报告|以此(?:次)?[^，。]{0,8}为契机|高度重视|[（(][一二三四五六][）)]|[一二三四]是"
    r"|受到|取得了|营造了|进一步(?:增强|提升|提高)|一致(?:认为|好评)|纷纷表示"
)
_DATED = re.compile(r"^(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:至\d{1,2}日)?(?:[上下中]午|晚)?，[^，。]{4,}")
MARKS = re.compile(r"^(?:[-*•·●■◆▪]+\s*|#{1,4}\s*|>\s*)|\*\*|__")
FORWARDED = re.compile(
    r"^(?:(?:【(?:转发|转)】|转发?[:：])\s*(?:[@＠]?[^：:，。\s]{1,14}[：:])?|[@＠][^：:，。\s]{1,12}[：:])?\s*"
)
_ASKED = re.compile(
    r"^(?:请|麻烦)?(?:你)?(?:帮我?|给我?|帮忙)?(?:把)?(?:这[段篇个份]|下面(?:的|这段)?|以下)?(?:稿子?|信息|报告|材料|话)?(?:的)?"
    r"(?:改改|改一?下|改好|改成(?:实的|大白话|信息)|润色(?:一下)?|修改(?:一下)?|精简(?:一下)?|去(?:一?下|掉)?套话|挤挤?水分|弄实一?点|写实一?点|改实一?点)"
    r"(?:这[段篇个份]|下面(?:这段)?)?(?:稿子?|信息|报告|材料|话)?[：:，,\s]+"
)
SALUTE = re.compile(r"^(?:尊敬的|各位|同志们)?[^，。；\d]{0,20}[：:]$")
SIGNED = re.compile(
    r"^(?:[（(]?(?:供稿|撰稿|作者|通讯员|记者|编辑|审核|审签|责编|来源|联系人|联系电话|电话|拟稿人?|签发人?|报送(?:单位|时间))[：:\s].{0,40}"
    r"|(?:\d{4}|二[〇○零]..)年.{1,3}月.{1,3}日[）)]?|[^，。；：\d]{2,18}(?:局|馆|站|院|中心|办|委|会|镇|乡|队|校|所|社|室|科|办公室|政府|党支部))$"
)


def asked_to_mend(text: str) -> str:
    """The report behind 帮我改改：, else an empty string."""
    found = _ASKED.match(text)
    return text[found.end() :].strip() if found and len(text) - found.end() >= 30 else ""


def is_report(text: str) -> bool:
    """Whether the text was written to be handed in, not typed to tell: long, without chat, solemn, hollow in part."""
    bare = asked_to_mend(text) or text
    if len(bare) < SHORTEST or _chatty(bare):
        return False
    lines = [line for line in bare.split("\n") if line.strip()]
    if len(bare) <= 500 and _hollow(bare) >= 3 and not any(firm(span.text) for span in split(bare)):
        return True
    signs = sum(
        (
            bool(_OPENING.match(FORWARDED.sub("", lines[-1 if len(lines) == 1 else 0])))
            or any(_OPENING.match(line) for line in lines),
            len(_SOLEMN.findall(bare)) >= 2,
            any(SALUTE.match(line) for line in lines[:2])
            or (SIGNED.match(lines[-1].strip()) is not None and len(lines) > 2),
            len(lines) >= 3 and is_title(lines[0]),
            _hollow(bare) >= 2,
            _hollow(bare) >= 1 and bare.count("。") >= 2,
            _DATED.match(lines[0]) is not None and bare.rstrip()[-1] in "。！”",
            len(bare) >= 100 and bare.count("。") >= 3,
        )
    )
    return signs >= 2


def is_part(text: str) -> bool:
    """Whether a message reads on in a report that was pasted in several: a solemn paragraph, not chat."""
    return _is_paragraph(text) and bool(
        _SOLEMN.search(text)
        or _OPENING.match(text)
        or _hollow(text)
        or re.match(r"(?:活动中|会上|(?:会议|活动)期间|活动现场|下一步)，", text)
    )


def _is_paragraph(text: str) -> bool:
    return len(text) >= 20 and not _chatty(text) and re.search(r"[。！：”）)]$", text.strip()) is not None


def _chatty(text: str) -> bool:
    """Whether there is chat outside the words and feelings that the report itself quotes."""
    return _CHATTY.search(_QUOTED.sub("", text)) is not None


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
                ahead = n > 0 and is_title(notes[n - 1].text) and not (found and found[-1][-1] == n - 1)
                found.append([n - 1, n] if ahead else [n])
        elif found and found[-1][-1] == n - 1 and is_part(note.text):
            found[-1].append(n)
        elif (
            n > 0 and len(note.text) >= 40 and is_part(note.text) and _hollow(note.text) and is_title(notes[n - 1].text)
        ):
            found.append([n - 1, n])
    return found


def _is_whole(text: str) -> bool:
    """Whether a message begins a report of its own rather than goes on with one."""
    first = text.strip().split("\n")[0]
    begins = asked_to_mend(text) or _OPENING.match(first) or _DATED.match(first)
    return (is_title(first) and "\n" in text.strip()) or bool(begins)


def is_title(line: str) -> bool:
    bare = MARKS.sub("", line.strip()).strip()
    return 5 <= len(bare) <= 40 and not re.search(
        r"[。；！？：，,]$|[。；\n]|^\d|[吧吗呢了]|\d[多余]?(?:人|名|个|册|份|场|岁|元|次)", bare
    )
