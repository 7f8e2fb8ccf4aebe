"""What people read about the ledger of problems: items, lists, cards, what is asked. Nothing is decided here."""

from collections.abc import Sequence
from datetime import date

from bot.domain.language.moment import full_day, month_day
from bot.domain.ledger.items import CHECKS, NAMES, UNNAMED, Event, Facts, Item, Kind, Standing
from bot.domain.submissions.enclosures import Album, Attached
from bot.domain.submissions.people import Person
from bot.domain.talk.door import Button, Notice, Reply, rows

BLANK = "【待补】"
ASK_PROBLEM = "请把问题发来，一句话就行，如：窗口排队时间长，8月底前加1个窗口，责任人王科长。发“取消”就不登了。"
ASK_DONE = "第{number}项做成了什么？请写一句，或把照片、文件发来，说明里写“第{number}项完成了”。发“取消”就先不报。"
ASK_WHY = {
    Kind.EXTENDED: "为什么延期？请用一句话说明，我记进台账。发“取消”就不延了。",
    Kind.REJECTED: "还差什么？请用一句话说清，我转给办的人。发“取消”就不退了。",
    Kind.REOPENED: "为什么重新打开？请用一句话说明。发“取消”就不开了。",
    Kind.VOIDED: "为什么作废？请用一句话说明，如“登重了”。发“取消”就留着。",
}
ASK_DAY = "延到哪一天？请连原因一起说，如“第{number}项延期到9月15日，因为设备没到货”。"
NO_DAY = "没看懂是哪一天，请写成“9月15日”这样。"
WHICH_FACT = "改哪一样？请写明，如“第{number}项问题改为…”“第{number}项措施改为…”“第{number}项时限改为…”。"
HOLLOW = "\n措施没说具体做哪件事，销号时不好核对。说得清就发“第{number}项措施改为…”。"
NO_NAME = "没看懂责任人是谁，请写成“责任人改为李明”这样。"
NOTHING = "台账里还没有问题。要登记就说“登记一个问题：窗口排队时间长，8月底前加1个窗口，责任人王科长”。"
NOT_YOURS = "台账里没有这一项，或不归你看。"
NOT_TO_VOID = "只有登记的人和审核员能作废。"
EDITED = "这条我收到时已经办过，改过的不再重办。要改就说“第几项问题改为…”，要补就说“第几项进展：…”。"
PAST = "\n原来的时限已过，请定新的：“第{number}项延期到…，因为…”。"
NOT_EDITOR = "销号和退回由管这个单位的审核员定。"
NO_EDITOR = "现在还没有别的审核员能销号，请管理员安排一位。"
STALE = "这张卡片之后又有变化，请看最新的一张。"
MUTED = "好，不再提醒你。要恢复就发“恢复提醒”。"
UNMUTED = "好，到期和逾期的照常提醒你。单独关过的那几项还关着，发“第3项恢复提醒”打开。"
ITEM_MUTED = "好，第{number}项不再提醒你。要恢复就发“第{number}项恢复提醒”。"
ITEM_UNMUTED = "好，第{number}项照常提醒你。"
_EXAMPLES = {
    "问题": "问题是…",
    "来源": "来源是巡察反馈",
    "措施": "措施是…",
    "责任人": "责任人李明",
    "时限": "9月15日前",
}
_HAPPENED = {
    Kind.REGISTERED: "登记",
    Kind.AMENDED: "改",
    Kind.EXTENDED: "延期",
    Kind.PROGRESSED: "进展",
    Kind.CLAIMED: "申请销号",
    Kind.CLOSED: "同意销号",
    Kind.REJECTED: "退回",
    Kind.REOPENED: "重新打开",
    Kind.VOIDED: "作废",
}


def label(item: Item, person: Person) -> str:
    """How the person calls the item: with its unit where that is not their own."""
    return f"{'' if item.unit_id == person.unit.id else item.unit}第{item.number}项"


def registered(item: Item, person: Person, *, rolled: bool) -> str:
    """What was understood; what was not said stands marked."""
    lines = [f"已登记为{label(item, person)}：", *_facts(item.standing)]
    deadline = item.standing.facts.deadline
    if rolled and deadline:
        lines.append(
            f"（今年的{month_day(deadline)}已过，先按{deadline.year}年记。"
            f"不对就说“第{item.number}项时限改为{deadline.year - 1}年{month_day(deadline)}”。）"
        )
    return "\n".join(lines)


def ask_facts(item: Item) -> str:
    """One question for everything that is missing; empty where nothing is."""
    lacking = item.standing.facts.lacking()
    if not lacking:
        return f"有不对的就直说，如“第{item.number}项责任人改为李明”。"
    told = "，".join(_EXAMPLES[name] for name in lacking)
    return f"还缺{'、'.join(lacking)}。知道就直接发我，如“{told}”；不知道就发“跳过”，台账里标{BLANK}。"


def changed(item: Item, person: Person, names: Sequence[str]) -> str:
    """The facts that were set, as they stand now."""
    facts = _facts(item.standing)
    return "\n".join([f"{label(item, person)}已改：", *(line for line in facts if line.split("：")[0] in names)])


def _facts(standing: Standing) -> list[str]:
    lines = [f"{name}：{_value(standing.facts, key)}" for key, name in NAMES.items()]
    return [*lines[:-1], lines[-1] + (f"（延期{standing.extended}次）" if standing.extended else "")]


def _value(facts: Facts, key: str) -> str:
    value = getattr(facts, key)
    return BLANK if not value else full_day(value) if isinstance(value, date) else str(value)


def shown(item: Item, today: date) -> Reply:
    """One item with all that happened to it."""
    standing = item.standing
    head = f"{item.unit}第{item.number}项（{standing_line(standing, today)}）"
    check = [f"检查项：{standing.registered.check}"] if standing.registered.check else []
    log = [f"· {happened(event)}" for event in item.events]
    row = (Button("看附件", "ledger-files", item.id),) if evidence(item) else ()
    words = "\n".join([head, *check, *_facts(standing), "", "经过：", *log])
    return Reply(words, (row,) if row else ())


def happened(event: Event) -> str:
    told = [f"{NAMES[key]}{_value(event.facts, key)}" for key in NAMES if getattr(event.facts, key)]
    parts = [] if event.kind is Kind.REGISTERED else told
    parts += [event.words] if event.words else []
    parts += [f"附件{event.files}个"] if event.files else []
    more = "：" + "，".join(parts) if parts else ""
    return f"{month_day(event.at)} {event.name}{_HAPPENED[event.kind]}{more}"


def standing_line(standing: Standing, today: date) -> str:
    """整改中，逾期3天."""
    deadline = standing.facts.deadline
    if not standing.overdue(today) or deadline is None:
        return standing.state
    return f"{standing.state}，逾期{(today - deadline).days}天"


def card_key(item: Item) -> str:
    """The name of the card on one claim, for every editor the same."""
    return f"ledger:{item.id}:{item.standing.claims}"


def claimed(item: Item) -> Reply:
    """The editor's card: what was promised, what was done, and the buttons."""
    standing, claim = item.standing, item.standing.claim
    head = f"【待销号】{item.unit}第{item.number}项"
    done = happened(claim) if claim else ""
    since = [f"· {happened(one)}" for one in standing.progress]
    progress = ["进展：", *since] if since else []
    which = f"{item.id} {standing.claims}"
    row = (
        Button("同意销号", "ledger-close", which),
        Button("退回", "ledger-reject", which),
        Button("看经过", "ledger-show", item.id),
        *((Button("看附件", "ledger-files", item.id),) if evidence(item) else ()),
    )
    return Reply("\n".join([head, *_facts(standing), *progress, f"完成：{done}"]), (row,), card=card_key(item))


def evidence(item: Item) -> tuple[str, ...]:
    """The keys of the messages that brought photos and documents."""
    return tuple(event.message for event in item.events if event.files)


def files(item: Item, attached: Sequence[Attached]) -> Reply:
    return Reply(f"{item.unit}第{item.number}项的照片和附件，共{len(attached)}个：", enclosure=Album(tuple(attached)))


def for_owner(item: Item, owner: Person, by: Person) -> Notice:
    """Whoever is named responsible learns it."""
    facts = item.standing.facts
    until = f"，时限{full_day(facts.deadline)}" if facts.deadline else ""
    words = (
        f"{by.name}在问题台账里写你负责第{item.number}项：{facts.problem}{until}。\n"
        f"办了什么就说“第{item.number}项进展：…”，办好了说“第{item.number}项完成了：…”。"
    )
    return Notice(owner.id, Reply(words))


def handed_over(item: Item, person: Person, editors: Sequence[Person], *, promised: bool) -> str:
    """What the person who said that it is done is told."""
    who = "、".join(one.name for one in editors[:3])
    told = f"已送{who}{'等' if len(editors) > 3 else ''}确认销号。" if editors else NO_EDITOR
    missing = f"\n说到的照片、文件我没收到：请发来，说明里写“第{item.number}项佐证”。" if promised else ""
    return f"{label(item, person)}已记为待销号。{told}{missing}"


def decided(item: Item) -> Reply:
    """The card once it is decided."""
    event = item.standing.decided
    return Reply(
        f"{item.unit}第{item.number}项 {item.standing.facts.problem}\n{happened(event) if event else ''}",
        card=card_key(item),
    )


def for_claimant(item: Item, person_id: str, event: Event) -> Notice:
    """The person who said that it is done learns the decision."""
    if event.kind is Kind.CLOSED:
        words = f"第{item.number}项（{item.standing.facts.problem}）{event.name}已同意销号。"
    else:
        words = (
            f"第{item.number}项（{item.standing.facts.problem}）被{event.name}退回：{event.words}\n"
            f"办好再说“第{item.number}项完成了：…”。"
        )
    return Notice(person_id, Reply(words))


def reopened(item: Item, event: Event) -> Reply:
    return Reply(f"{item.unit}第{item.number}项（{item.standing.facts.problem}）被{event.name}重新打开：{event.words}")


def template() -> Reply:
    """The points of the checklist; pressing one puts it into the ledger as a blank."""
    points = rows(Button(check, "ledger-check", check) for check in CHECKS)
    everything = (Button(f"{len(CHECKS)}项都列上", "ledger-checks"),)
    words = f"六查六正两提高，点一项就在台账里列一个空项，查到问题再填。\n{UNNAMED}"
    return Reply(words, (*points, everything))


def blank(item: Item) -> str:
    number = item.number
    return (
        f"已列第{number}项：{item.standing.registered.check}。查到问题就说“第{number}项问题：…”；"
        f"没查到就说“第{number}项作废，自查未发现问题”。"
    )


def blanks(items: Sequence[Item]) -> str:
    first, last = items[0].number, items[-1].number
    lines = [f"第{item.number}项 {item.standing.registered.check}" for item in items]
    told = f"查到问题就说“第{first}项问题：…”；没查到就说“第{first}项作废，自查未发现问题”。"
    return "\n".join([f"已列第{first}至第{last}项，都是空项：", *lines, told])


def which(number: int, items: Sequence[Item], words: str) -> Reply:
    """The same number in several units: the words again, with the unit in front."""
    units = (Button(f"{item.unit}第{number}项", "ledger-say", f"{item.unit}{words}") for item in items[:8])
    return Reply(f"好几个单位都有第{number}项，说的是哪个？", rows(units))


def which_done(items: Sequence[Item], words: str) -> Reply:
    """Something was done, and not said which item it was: a button for each."""
    each = [
        Button(f"第{one.number}项 {one.standing.facts.problem[:14]}", "ledger-say", f"第{one.number}项完成了：{words}")
        for one in items[:8]
    ]
    return Reply("是哪一项办完了？", rows([*each, Button("都不是，记成活动", "note", words)]))


def unsure(item: Item, words: str) -> Reply:
    """An item is pointed at, and what is said of it was not understood."""
    which = f"第{item.number}项"
    first = (
        Button("记进展", "ledger-say", f"{which}进展：{words}"),
        Button("整改完了", "ledger-say", f"{which}完成了：{words}"),
    )
    second = (Button("看这一项", "ledger-say", f"{which}详情"), Button("记成活动", "note", words))
    return Reply(f"{which}（{item.standing.facts.problem[:20]}）：这句怎么记？", (first, second))
