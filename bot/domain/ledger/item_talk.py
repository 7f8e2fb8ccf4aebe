"""What is said of items that are pointed at by number or matter: 音响那件修好了, 5号的期限往后挪一周, 2号和4号都弄完了.

The clause behind the pointing says what became of the item; the clauses behind that are the evidence or the reason.
"""

import re
from collections.abc import Mapping, Sequence

from bot.domain.language import pointed
from bot.domain.language.asking import DONE, FIGURE, WHEN
from bot.domain.language.pointed import By
from bot.domain.ledger import ledger_words
from bot.domain.ledger.item_orders import Act, Ask
from bot.domain.submissions.tally import asks as asks_counts

LONGEST = 80
UNSURE, BOTH = "unsure", "both"
"""The field of an Ask where an item is pointed at and what is said of it was not understood; where who is responsible
and until when are said in one."""
_WORKED = (
    r"(?:整改|处理|解决|落实|加固|更换|维修|修理|清理|安装|疏通|检修|弄|办|做|修|换|装|补|改|搞|通|配|清|封|挂|加)"
)
_DEEDS: tuple[tuple[Act, str, str], ...] = (
    (
        Act.SHOW,
        "",
        r"(?:是|现在|目前)*(?:谁(?:提|登记|发现|反映|报|查)(?:出来|上来|到)?的|谁(?:在|来)?(?:管|负责|办|弄|跟|盯)(?:着|的)?|归谁管?|责任人是谁|哪天到期|什么时候到期"
        r"|.{0,6}(?:怎么样|什么情况|到哪一?步|什么进度|有进展)(?:了)?(?:没有?|吗)?"
        rf"|{_WORKED}?(?:完|好|妥)了?(?:没有?|吗))(?:呢|啊|了)*[？?]?",
    ),
    (Act.MUTE, "", r"(?:以后|先)?(?:别|不要|不用)再?(?:给我)?(?:老)?(?:催|提醒|推)(?:我)?了?"),
    (
        Act.REOPEN,
        "",
        r"(?:又|还是)(?:坏|漏|松|堵|犯|反弹|出问题|不行)[^，]{0,3}|(?:关|销)(?:号)?(?:早|错)了|(?:给我|再|要)?"
        r"(?:重新打开|重开)"
        rf"|(?:其实|还)?没(?:有)?{_WORKED}(?:完|好)?(?:呢)?",
    ),
    (Act.VOID, "", r"(?:登|登记|记)(?:错|重)了|作废(?:吧|了)?|(?:给我)?(?:删掉|删了|撤了|不要了)(?:吧)?"),
    (
        Act.EXTEND,
        "",
        r"(?:的)?(?:整改|办理)?(?:期限|时限|日子|时间|截止)?(?:再|先|要|得|给|想|申请|我|他们?|往后|向后|多)*"
        r"(?:挪|推|放|延|缓|宽限|宽|放宽|拖|顺延|推迟|延长|延期|晚|给(?=.{0,3}[天周月年])|加(?=.{0,3}[天周月年])"
        r")(?:到|至|个)?(?P<rest>[^，]{0,8}[天周月日号底年期][^，]{0,4}?)(?:吧|行不行)?",
    ),
    (
        Act.AMEND,
        "owner",
        r"(?:(?:转|交)给|给(?=[^，]{2,8}?(?:干|办|修|管|弄|负责|做|跟|盯)$)|(?:改|换|转|交)(?:给|成|由|到)?(?=[^，]{2,8}?(?:管|办|负责|弄|跟|盯)))"
        r"(?P<rest>[^，]{2,8}?)(?:来|去)?(?:管|办|负责|弄|跟|盯|干|修|做)?(?:了|吧)?",
    ),
    (
        Act.CONFIRM,
        "",
        r"(?:我)?(?:看了)?同意(?:销号)?(?:了|吧)?|(?:给(?:他|她)们?)?销(?:号|掉|了)(?:吧|了)?|可以销号?(?:了)?",
    ),
    (
        Act.CLAIM,
        "",
        rf"(?:已经?|都|全部?|总算|终于|今天|昨天|刚刚?|我们?)*(?:(?:给|把)"
        rf".{{1,6}})?{_WORKED}(?:完|好|妥|掉|定|结|上|到位|完成|完毕|齐)+了?(?:新的)?"
        rf"|(?:已经?|都|全部?|总算|终于)*(?:好|完|齐|搞定|没问题|完事|完成|解决|办结|到位|{_WORKED})了(?:新的)?",
    ),
    (
        Act.PROGRESS,
        "",
        r"[^，]*(?:办不了|弄不了|修不了|没法|卡住|卡在|还差|正在|还在|在等|等着|联系|下单|报价|报了|进场|到货|没到|缺)"
        r"[^，]*",
    ),
)
_RULES = tuple((act, field, re.compile(pattern)) for act, field, pattern in _DEEDS)
_TOLD = (Act.CLAIM, Act.PROGRESS, Act.REOPEN)
"""What a day's note tells as well: of an item that only a number names, sure only where the ledger was just shown."""


def may_point(text: str) -> bool:
    """Whether it is worth looking the items up."""
    return len(text) <= LONGEST and _POINTING.search(text) is not None


_POINTING = re.compile(r"[那这].{0,2}[件个项条]|\d号|第.{1,3}[项件个条]|的(?:事|问题)")


def read(text: str, problems: Sequence[str], *, shown: bool, last: int = 0) -> tuple[Ask, ...]:
    """The wishes, one for each item meant; none where the words are not certainly about items.

    `problems` stand by their numbers (the first is number 1; empty where there is none that the person may see),
    `shown` says that the ledger was just before the person's eyes, `last` is the item touched last (0: none).
    """
    words = re.sub(r"[。.！!～~\s]+$", "", text.strip())
    if asks_counts(words):
        return ()
    found = pointed.read(words, problems) if len(words) <= LONGEST and "\n" not in words else None
    if shown and not found and (number := _began_with(words, problems)):
        return (Ask(Act.PROGRESS, number, "", words, UNSURE),)
    if not found or not found.left or found.by in (By.ALL, By.REST, By.OF):
        return ()
    numbers = tuple(place + 1 for place in found.places if problems[place])
    if found.by is By.THIS:
        numbers = (last,) if last and shown else ()
    parts = [part for part in re.split(r"[，,；;：:\s]+", found.left) if part]
    for at, (act, field, pattern) in ((at, rule) for at in range(min(len(parts), 3)) for rule in _RULES):
        hit = pattern.fullmatch(parts[at])
        if hit and not (found.by is By.NUMBER and act in _TOLD and not shown):
            said = hit.groupdict().get("rest") or ""
            others = parts[:at] + parts[at + 1 :]
            whole = _words(act, said, found.left, "，".join(others))
            until = next((part for part in others if act is Act.AMEND and _UNTIL.fullmatch(part)), "")
            whole, field = (f"{whole}，{until}", BOTH) if until else (whole, field)
            return tuple(Ask(act, number, "", whole, field) for number in numbers)
    if found.by is By.NUMBER and not shown:
        return ()
    known = [ledger_words.read(f"第{number}项{found.left}") for number in numbers]
    if any(known):
        return tuple(ask for ask in known if ask)
    told = any(sign.search(words) for sign in ((FIGURE,) if shown else (FIGURE, WHEN, DONE)))
    certain = found.by is not By.THIS and not told
    return tuple(Ask(Act.PROGRESS, number, "", words, UNSURE) for number in numbers[:1] if certain)


def _began_with(words: str, problems: Sequence[str]) -> int:
    """音响修好了, where the ledger was just shown: the number of the one problem that the words begin with, 0 for none;
    a note of the day may begin so as well."""
    clause = re.split(r"[，,；;：:\s]+", words)[0]
    for end in range(min(len(clause), _LONGEST_NAME), 1, -1):
        meant = [n for n, problem in enumerate(problems, 1) if clause[:end] in problem]
        if len(meant) == 1 and any(act in _TOLD and rule.fullmatch(clause[end:]) for act, _, rule in _RULES):
            return meant[0]
    return 0


_LONGEST_NAME = 6
_UNTIL = re.compile(
    r"[^，]{0,8}(?:月底|年底|周[一二三四五六日]|星期.|\d[号日]|天|节)(?:以)?(?:之?前|内|为止)(?:完成|弄好|办完)?"
)
_ONE_MORE = re.compile(
    r"(?:再|又|还|另外)?(?:加|添|新增|增加|补|登|记)(?:上)?一?[条项个]新?的?(?:问题)?[：:，, ]+(?P<rest>.{4,})", re.S
)
_SIGNED_OFF = re.compile(r"(?:可以|能|给|把|它|就|都|该)*(?:消|销)(?:号|掉|了)+(?:吧|了|吗)*")


def one_more(text: str) -> str:
    """The problem in 加一条，公示栏玻璃碎了, said over the ledger; empty where there is none."""
    found = _ONE_MORE.fullmatch(text.strip())
    return found["rest"] if found else ""


def done_with(text: str, items: Mapping[int, tuple[str, str]]) -> tuple[str, tuple[int, ...]] | None:
    """What was done, and the numbers of the items it may be, where the words end in 消了吧 and point at none; `items`
    are the problem and who is responsible by number."""
    parts = [part for part in re.split(r"[，,；;。！!\s]+", text) if part]
    if len(parts) < 2 or len(text) > LONGEST or not _SIGNED_OFF.fullmatch(parts[-1]):
        return None
    told = "，".join(parts[:-1])
    by_owner = tuple(n for n, (_, owner) in items.items() if owner and owner in told)
    by_matter = tuple(
        n for n, (problem, _) in items.items() if any(problem[i : i + 2] in told for i in range(len(problem)))
    )
    both = tuple(n for n in by_owner if n in by_matter)
    return told, both or by_owner or by_matter or tuple(items)


def _words(act: Act, said: str, whole: str, others: str) -> str:
    """What goes with the deed: what it names itself, the other clauses as evidence or reason, or all of it."""
    match act:
        case Act.PROGRESS:
            return whole
        case Act.AMEND:
            return said
        case Act.EXTEND if others:
            return f"{said}，因为{others}"
        case _:
            return "，".join(filter(None, (said, others)))
