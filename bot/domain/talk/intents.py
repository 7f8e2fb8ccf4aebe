"""What a message wants, read by rules from its words and from what lies on the desk. No model, no effects."""

import re
from dataclasses import replace

from bot.domain.editing import edits
from bot.domain.editing.wishes import Act, Edit
from bot.domain.language.asking import EVENT, FIGURE, WHEN, weigh
from bot.domain.notes.old_reports import asked_to_mend
from bot.domain.summary import section_requests
from bot.domain.talk import (
    commands,
    errands,
    half_said,
    how_to,
    known_forms,
    likely,
    pending,
    pleasantries,
    several_drafts,
    spoken,
    told_or_asked,
    topic,
    wanted,
)
from bot.domain.talk.free_wishes import pointed
from bot.domain.talk.intent import Intent, Kind, Scene
from bot.domain.talk.likely import ORDERED, in_scene
from bot.domain.talk.order_words import Order
from bot.domain.talk.several_drafts import CLAUSE_END

LONGEST_COMMAND = 60

_TAIL = re.compile(r"[。.!！~～…，,\s\U0001F300-\U0001FAFF\u2600-\u27BF\uFE0F\u200D]*")
_HEAD = re.compile(
    r"^(?:(?:小?实报|小报|亲)[，,：: ]*|机器人[，,：: ]+|(?:嗯+|哦+|好的?|行|那个?|对了|诶|哎)[，,。 ]+)+"
)
_NOTING = re.compile(
    r"^(?:请|帮我|麻烦)?(?:接着记|再记|记录|记|补充|另外补充)(?:一?[下条笔]|上)?(?:吧)?[：:，,]\s*(?=.{4})"
)
_EMOJI_ONLY = re.compile(r"^(?:[\U0001F000-\U0001FAFF\u2600-\u27BF\uFE0F\u200D\s]|\[[\u4e00-\u9fff]{1,3}\])+$")
_INJECTED = re.compile(
    r"(?:忽略|无视|忘[掉记]|不要理会|抛开)[^，。\n]{0,8}(?:指令|要求|规则|提示|设定|内容|限制)"
    r"|ignore (?:all |the |any )*(?:previous|above|prior)|disregard .{0,20}instructions|(?:system"
    r"|assistant)\s*(?:prompt|:|：)"
    r"|系统(?:提示|指令|消息)|提示词|(?:从现在起|现在)?你(?:现在)?(?:是|扮演|充当)一[名个位]"
    r"|以后所有(?:信息|回答|回复)|越狱|developer mode",
    re.I,
)


def read(text: str, scene: Scene) -> Intent:
    """What the message wants. UNSURE asks the person; NOTHING holds no words at all."""
    whole = text.strip()
    whole = _NOTING.sub("", whole)
    told = whole[: len(whole) - _tail(whole)]
    words = _HEAD.sub("", told) or told
    words = _stopped(_ARROW.sub("改成", words)) if scene.draft else words
    if not words or _EMOJI_ONLY.match(whole):
        return Intent(Kind.CHAT if whole else Kind.NOTHING)
    if _INJECTED.search(whole):
        return Intent(Kind.NOTE, words=whole, injected=True)
    if errands.word_asked(words) is not None:
        return Intent(Kind.WORD, words=words)
    if follows := pending.read(words, scene) or topic.follows(words, scene):
        return follows
    if scene.draft and _passed_on(words):
        return Intent(Kind.LIKELY, words=Order.SUBMIT)
    gist = spoken.gist(words) if len(words) <= LONGEST_COMMAND else words
    errand = errands.read(words, draft=bool(scene.draft)) or errands.read(gist, draft=bool(scene.draft))
    if errand:
        return Intent(Kind(errand), words=words)
    if told := how_to.read(words):
        return Intent(Kind.HOW_TO, words=told)
    if asked_to_mend(whole):
        return Intent(Kind.MEND, words=whole)
    material = known_forms.on_material(whole)
    if material or len(words) > LONGEST_COMMAND or "\n" in words:
        return material or told_or_asked.read(whole, words, scene)
    if any(pleasantries.OWN_STATE.search(part) for part in CLAUSE_END.split(words)) and pleasantries.is_chat(words):
        return Intent(Kind.CHAT)
    said = (
        _of_one(words, scene)
        or _order(words, gist, scene)
        or _beside_asides(words, scene)
        or _likely(words, scene)
        or told_or_asked.read(whole, words, scene)
    )
    return wanted.read(words, scene, said)


_ARROW = re.compile(r"\s*(?:→|➡|=>|->|＝>)\s*")
_GAP = re.compile(r"(?<=[一-龥\d]) +(?=[一-龥])|(?<=[一-龥]) +(?=\d)")
_ONE_CLAUSE = re.compile(r"(?:^|(?<=，))(?:把|将|第|改成?|换成?|放|写成|到|在|[一-龥\d](?=，|$))")


def _stopped(words: str) -> str:
    """Commas for the blanks that many type instead (200方改成320方 后来量的); blanks within a wish stay."""
    spaced = _GAP.sub("，", words)
    return words if len(words) > LONGEST_COMMAND or (_ONE_CLAUSE.search(spaced) and spaced != words) else spaced


_OF_ONE = {Order.SUBMIT: Kind.SUBMIT, Order.FINAL: Kind.FINAL, Order.WORD: Kind.WORD}


def _of_one(words: str, scene: Scene) -> Intent | None:
    """What is wanted of one of several drafts that is pointed at."""
    meant = several_drafts.read(words, scene.titles, scene.draft)
    if meant and meant.order in _OF_ONE:
        return Intent(_OF_ONE[meant.order], words=str(meant.number or ""))
    if meant and meant.edit and not half_said.told_of(meant.edit, meant.left, scene):
        return Intent(Kind.EDIT, words=meant.left, edit=replace(meant.edit, report=meant.number))
    return None


_LAST = (Order.AS_IT_IS, Order.FINAL, Order.DRAFT, Order.SUBMIT, Order.REWRITE)
"""What the narrower tables of commands.py are asked about first."""


def _order(words: str, gist: str, scene: Scene) -> Intent | None:
    """What the words order, whole: by their parts, else by the tables of known forms."""
    order = in_scene(spoken.read(words), words, scene)
    said = ORDERED[order] if order else None
    said = replace(said, words=words) if said and said.edit else said
    return _command(words, gist, scene) or said if not order or order in _LAST else said


def _likely(words: str, scene: Scene) -> Intent | None:
    """What the words order but for a few that no order knows, in one of their clauses or in all of them."""
    if "verdict" in scene.shown and words.endswith("呢"):
        return None  # 突发的呢, under an answer: asked of that
    parts = [part for part in CLAUSE_END.split(words) if part]
    alone = [part for n, part in enumerate(parts) if all(map(_aside, parts[:n] + parts[n + 1 :]))]
    for said in dict.fromkeys((words, *alone[:_MOST_CLAUSES])):
        found = likely.order_of(said, scene)
        order = in_scene(found[0], words, scene) if found else None
        if not found or not order:
            continue
        if found[1]:
            return ORDERED[order]
        if order in likely.ASKED_ABOUT and weigh(words).question < 2:
            return Intent(Kind.LIKELY, words=order)
    return None


_PASS_IT_ON = re.compile(
    r"(?:那|就|帮我|给我|你|可以|直接|先|嗯+|好的?|行|没问题了?|完事|赶紧|快点?|这样|[，, ])*"
    r"(?:发|送|传|递)(?:一下|出去|走|上去|了)*(?:吧|呗|嘛|哈|啊|[，, ]*(?:谢谢|辛苦)了?)*"
)
"""发一下呗: to whom is not said."""


def _passed_on(words: str) -> bool:
    """Whether the message, or its last clause behind a word of consent, sends the draft on."""
    *before, last = CLAUSE_END.split(words)
    return _PASS_IT_ON.fullmatch(last) is not None and all(map(topic.consents, before))


_SHORTEST_ORDER = 2
_MOST_CLAUSES = 4
_LONGEST_REASON = 7
"""导游在网上接团带客，行不行 asks of what is told before it, not of the draft."""
_BESIDE = (Kind.DRAFT, Kind.CLEAR, Kind.FINAL, Kind.SHOW)
_PUT_FOR = re.compile(r"改成|改为|换成|换为|应为|[改换](?=\d)")


def _beside_asides(words: str, scene: Scene) -> Intent | None:
    """An order in one clause where the others only give the reason: 发个docx的，手机上不好改. Whatever tells a figure,
    a time or an event is no aside, but a note that must not be lost."""
    parts = [part for part in CLAUSE_END.split(words) if part]
    if pleasantries.is_chat(words):
        return Intent(Kind.CHAT)
    if len(parts) < _SHORTEST_ORDER:
        return None
    if told := _told_then_write(parts, words, scene):
        return told
    if len(parts) > _MOST_CLAUSES:
        return None
    for n, part in enumerate(parts):
        if len(part) < _SHORTEST_ORDER:
            continue
        beside = parts[:n] + parts[n + 1 :]
        intent = _in_a_clause(part, scene) if all(map(_aside, beside)) else None
        if intent and not (intent.kind is Kind.CHECK and any(len(one) > _LONGEST_REASON for one in beside)):
            return replace(intent, words=words) if intent.edit else intent
    return None


_BARE_FIGURE = re.compile(r"\d[\d.]*[一-龥]{0,2}")


def _told_then_write(parts: list[str], words: str, scene: Scene) -> Intent | None:
    """A note with the order to write at its end: 换了960本，你直接给我成文."""
    last = parts[-1]
    order = Order.DRAFT if spoken.read(last) is Order.DRAFT or commands.DRAFT.search(last) else None
    note = words[: words.rindex(last)].rstrip("，,；;。 ")
    if (
        order
        and FIGURE.search(note)
        and not _BARE_FIGURE.fullmatch(note)
        and weigh(note).note >= weigh(note).question + 1
    ):
        return Intent(Kind.DRAFT, words=note)
    return None


def _in_a_clause(part: str, scene: Scene) -> Intent | None:
    """The order that a clause gives for certain; what only looks like one in a whole message is none."""
    order = in_scene(spoken.read(part), part, scene)
    if order and order is not Order.AS_IT_IS:
        return ORDERED[order]
    edit = _wished(part, scene) if scene.draft else None
    if (
        edit
        and (edit.words or edit.act is not Act.REPLACE or edit.where)
        and not (edit.act is Act.ADD and len(edit.words) < _LEAST_ADDED)
        and not (edit.act is Act.REPLACE and not _PUT_FOR.search(part))
        and not half_said.told_of(edit, part, scene)
    ):
        return Intent(Kind.EDIT, words=part, edit=edit)
    if scene.notes and (dropped := commands.DROP_NOTE.fullmatch(part)):
        return Intent(Kind.DROP, words=dropped["n"])
    if told := how_to.read(part):
        return Intent(Kind.HOW_TO, words=told)
    desk = known_forms.about_the_desk(part, scene)
    return _errand(part, scene) or (desk if desk and desk.kind in _BESIDE else None)


_LEAST_ADDED = 4
"""郑凯是工程师，加上职务: what shall be added is told beside it."""
_WILL_MEND = re.compile(
    r"我?(?:还|再|得|还得|还要|要|想|再想|自己)*(?:再)?(?:改|修改|看|补|核|想)(?:一?下|[一两]遍|点|改|看|补|想)*(?:的)?"
)

_SAME_AGAIN = re.compile(
    r"(?:就|只|光)(?:写|留|说|要|保留).{2,12}|(?:其[他它余]|别的|剩下)的?(?:都|就)?(?:不动|不变|照旧|不改|留着)"
)
"""把张主任去掉，就写讲了农技书: what is left is said again."""

# 第一句太长，拆开: the reason is no wish of its own where the wish behind it is not understood.
_ANOTHER_WISH = re.compile(r"(?:把它?|再|就|给我|最好)*(?:拆|分[开成]|断[开成]|展开|细化|重写|挪|并到?)")


def _aside(part: str) -> bool:
    if _WILL_MEND.fullmatch(part) or _SAME_AGAIN.fullmatch(part):
        return True
    if _ANOTHER_WISH.match(part):
        return False
    told = FIGURE.search(part) or WHEN.search(part) or EVENT.search(part)
    return len(part) <= 14 and not told and weigh(part).note <= 1


def _errand(words: str, scene: Scene) -> Intent | None:
    if errands.word_asked(words) is not None:
        return Intent(Kind.WORD, words=words)
    name = errands.read(words, draft=bool(scene.draft))
    return Intent(Kind(name), words=words) if name else None


def _wished(words: str, scene: Scene) -> Edit | None:
    """The edit that the words ask for; 换一个 is about a title only where titles are talked of."""
    edit = edits.each(words, scene.draft) or edits.read(words, scene.draft)
    titles = re.search("题", words) or not scene.told or topic.topic(scene.told, scene.draft).title
    return edit if titles or not edit or edit.act is not Act.OTHER_TITLE else None


def _tail(text: str) -> int:
    """How many marks and emoji stand at the end; read backwards, for a search would be quadratic."""
    found = _TAIL.match(text[::-1])
    return found.end() if found else 0


def _command(words: str, gist: str, scene: Scene) -> Intent | None:
    """Short words that are about the desk rather than about the day."""
    settled = known_forms.settled(words, scene.disputed)
    if settled:
        return Intent(Kind.SETTLE, words=settled)
    amended = commands.AMEND_NOTE.fullmatch(words)
    meant = amended and (amended["old"] or re.match(r"[把将]|[^，,]*[：:]", words))
    if amended and meant and scene.notes and len(scene.titles) <= 1:
        said = f"{amended['old']}→{amended['text']}" if amended["old"] else amended["text"]
        return Intent(Kind.AMEND, words=f"{amended['n']} {said}")
    if scene.notes and not scene.draft and (about := commands.DROP_ABOUT.fullmatch(words)):
        return Intent(Kind.DROP, words=f"{about['what']} {'part' if about['part'] else ''}")
    dropped = commands.DROP_NOTE.fullmatch(words)
    if dropped and scene.notes:
        return Intent(Kind.DROP, words=dropped["n"])
    if scene.draft and section_requests.beyond_a_draft(words):
        return Intent(Kind.SECTION, words=words)
    if scene.draft:
        if unsaid := half_said.unsaid(words):
            return Intent(Kind.HOW_TO, words=unsaid)
        if half_said.apart(words):
            return Intent(Kind.EDIT, words=words, edit=Edit(Act.APART))
        if slip := half_said.slip(words, scene.draft):
            wish, sure = slip
            return Intent(Kind.EDIT if sure else Kind.DOUBT, words=f"把{wish.words}改成{wish.new}", edit=wish)
        if unsure := half_said.doubted(words, scene.draft):
            return Intent(Kind.DOUBT, words=unsure[0], edit=unsure[1])
        edit = _wished(words, scene)
        if edit and (edit.then or not half_said.told_of(edit, words, scene)):
            return Intent(Kind.EDIT, words=words, edit=edit)
    if not scene.draft and half_said.of_some_draft(words, scene):
        return Intent(Kind.EDIT, words=words)
    said = known_forms.about_the_desk(words, scene) or (
        None if FIGURE.search(gist) else known_forms.about_the_desk(gist, scene)
    )
    if said:
        return said
    if commands.CORRECTION.search(words) and (scene.notes or scene.draft):
        return Intent(Kind.CORRECTION, words=words)
    weights = weigh(words)
    if len(gist) <= 16 and weights.note < 1 and weights.question < 2:
        for pattern, name in commands.LOOSE:
            kind = Kind(name)
            skips = kind is Kind.SKIP
            if not (skips and (not scene.asked or pointed(words, scene.draft))) and pattern.search(gist):
                return Intent(kind)
    if scene.notes and not scene.draft and commands.ALL_TOLD.fullmatch(words):
        return Intent(Kind.DRAFT)
    asked = known_forms.short(words, gist, scene) if weights.note < 1 else None
    if asked:
        return asked
    told = commands.OF_THE_DAY.search(words) or max(weights.note, weights.question) >= 2
    of_the_draft = commands.OF_A_PIECE.match(words) or (not told and commands.OF_THE_DRAFT.search(words))
    if scene.draft and len(words) <= 24 and of_the_draft:
        return _beside_asides(words, scene) or Intent(Kind.EDIT, words=words)
    return None
