"""What happens to a person or a unit in one turn of administration: decided here, written with the turn."""

import hashlib
import json
from dataclasses import asdict, dataclass, replace

from bot.domain.submissions.people import (
    NAMELESS,
    OWNER,
    REVIEWERS,
    AddUnit,
    Eyes,
    NameUnit,
    Oversee,
    Person,
    PlaceUnit,
    Role,
    SetActive,
    Transfer,
    Unit,
    below,
    may_administer,
)
from bot.domain.submissions.staff_orders import ROLES, Act, Order
from bot.domain.talk.door import Button, Incoming, Notice, Reply
from bot.errors import InputError
from bot.flows import staff_words as words
from bot.flows.replies import Said, say

NOBODY_ELSE = "不能对自己这样做，请另一位管理员来办。"


@dataclass(frozen=True, slots=True)
class Staffed:
    """Who asks, with the units that they administer, and everything that there is."""

    eyes: Eyes
    units: tuple[Unit, ...]
    everyone: tuple[Person, ...]

    def reached(self) -> tuple[Person, ...]:
        return tuple(one for one in self.everyone if one.unit.id in self.eyes.scope and one.id != OWNER)

    def leaders(self) -> tuple[str, ...]:
        """The administrators whom the asker can turn to: of the own unit and of those above it."""
        above, unit = [], self.unit(self.eyes.person.unit.id)
        while unit and unit.id not in above:
            above.append(unit.id)
            unit = self.unit(unit.parent)
        known = [one for one in self.everyone if one.active and one.role is Role.ADMIN and one.id != OWNER]
        return tuple(f"{one.name}（{one.unit.name}）" for one in known if one.unit.id in above)

    def unit(self, key: str) -> Unit | None:
        """By id or by name."""
        return next((one for one in self.units if key in (one.id, one.name)), None)

    def people(self, key: str) -> list[Person]:
        """Those within reach whom the words may mean: by id, by name, or by a part of it."""
        known = self.reached()
        exact = [one for one in known if key in (one.id, one.name)]
        return exact or [one for one in known if len(key) >= 2 and key in one.name]


def reached(house: Staffed, name: str) -> Unit:
    """The unit of that name, where it lies within reach."""
    unit = house.unit(name)
    if unit is None:
        raise InputError(f"没有单位“{name}”。发“单位列表”看看。")
    if unit.id not in house.eyes.scope:
        raise InputError(not_yours(unit.name))
    return unit


def not_yours(unit: str) -> str:
    """Who is to be asked where a unit lies out of reach."""
    return f"{unit}不归你管。要管它，请上级管理员安排。"


def activate(house: Staffed, person: Person, order: Order, *, sure: bool) -> Said:
    """Stop a person, or let them back in."""
    active = order.act is Act.RESTORE
    if not may_administer(house.eyes, person.unit.id):
        raise InputError(not_yours(person.unit.name))
    if person.id == house.eyes.person.id:
        raise InputError(NOBODY_ELSE)
    if person.active is active:
        return say(f"{words.called(person)}{'没有停用，不用恢复' if active else '已经停用了'}。")
    if not active and not sure:
        return confirm(words.ask_suspend(person), order, "停用")
    changes = (SetActive(person.id, active),)
    if not active:
        return say(f"已停用{words.called(person)}，马上生效。", changes=changes)
    back = Notice(person.id, Reply("你的使用权限恢复了，可以接着用。"))
    return Said((Reply(f"已恢复{words.called(person)}。"),), changes, (back,))


def move(house: Staffed, person: Person, order: Order, *, sure: bool) -> Said:
    """Another unit or role for a person."""
    unit = reached(house, order.unit) if order.unit else person.unit
    role = order.role or person.role
    if not (may_administer(house.eyes, person.unit.id) and may_administer(house.eyes, unit.id)):
        raise InputError(not_yours(unit.name))
    if person.id == house.eyes.person.id:
        raise InputError(NOBODY_ELSE)
    if (unit.id, role) == (person.unit.id, person.role):
        return say(f"{words.called(person)}本来就是这样，没有动。")
    if not sure:
        fixed = replace(order, unit=unit.id, role=role)
        return confirm(words.ask_move(person, unit.name, ROLES[role]), fixed, "确定")
    told = f"{person.name}现在在{unit.name}，是{ROLES[role]}，马上生效。"
    notice = Notice(person.id, Reply(words.moved(unit.name, ROLES[role])))
    return Said((Reply(told),), (Transfer(person.id, unit.id, role),), (notice,))


def oversee(house: Staffed, person: Person, order: Order, *, given: bool, sure: bool) -> Said:
    """Only units within reach can be given or taken, and only to and from people within reach."""
    unit = reached(house, order.unit)
    if not (may_administer(house.eyes, person.unit.id) and may_administer(house.eyes, unit.id)):
        raise InputError(not_yours(unit.name))
    if order.act is Act.OVERSEE:
        if person.role not in REVIEWERS:
            raise InputError(f"{words.called(person)}不审稿。先说“让{person.name}当审核员”。")
        told = Notice(person.id, Reply(f"你现在也管{unit.name}，发“待审”看有没有要审的。"))
        changes = (Oversee(person.id, unit.id),)
        return Said((Reply(f"{words.called(person)}现在也管{unit.name}。"),), changes, (told,))
    if not given:
        raise InputError(f"没有单独让{person.name}管{unit.name}；本单位和下级单位是跟着单位走的，要改请调动。")
    if not sure:
        return confirm(words.ask_release(person, unit.name), replace(order, unit=unit.id), "确定")
    told = Notice(person.id, Reply(f"{unit.name}不再由你管。"))
    return Said((Reply(f"{person.name}不再管{unit.name}。"),), (Oversee(person.id, unit.id, given=False),), (told,))


def found(house: Staffed, incoming: Incoming, order: Order, *, sure: bool) -> Said:
    """A new unit, below the administrator's own."""
    if known := house.unit(order.unit):
        return say(f"已经有{known.name}了，没有动。")
    own = house.eyes.person
    under = "" if own.id == OWNER else own.unit.id
    where = f"在{own.unit.name}下面" if under else ""
    if not sure:
        return confirm(f"要{where}新建单位“{order.unit}”吗？", order, "新建")
    code = Button("生成邀请码", "staff", _dump(Order(Act.INVITE, unit=order.unit)))
    return say(
        f"已{where}新建{order.unit}。", code, changes=(AddUnit(unit_id(incoming, order.unit), order.unit, under),)
    )


def unit_id(incoming: Incoming, name: str) -> str:
    """The same delivery makes the same unit."""
    return hashlib.sha256(f"{incoming.key}\n{name}".encode()).hexdigest()[:16]


def place(house: Staffed, order: Order, *, sure: bool) -> Said:
    """A unit goes below another."""
    unit, under = reached(house, order.unit), reached(house, order.under)
    if not (may_administer(house.eyes, unit.id) and may_administer(house.eyes, under.id)):
        raise InputError(not_yours(unit.name))
    if under.id in below(house.units, unit.id):
        same = unit.id == under.id
        raise InputError("不能归自己管。" if same else f"{under.name}在{unit.name}下面，不能反过来放。")
    if unit.parent == under.id:
        return say(f"{unit.name}本来就归{under.name}管，没有动。")
    if not sure:
        return confirm(words.ask_place(unit.name, under.name), replace(order, unit=unit.id, under=under.id), "确定")
    return say(f"{unit.name}现在归{under.name}管，马上生效。", changes=(PlaceUnit(unit.id, under.id),))


def name(house: Staffed, order: Order, *, sure: bool) -> Said:
    """What the own unit is called. The nameless one takes its name at once; another is renamed when confirmed."""
    own, known = house.eyes.person, house.unit(order.unit)
    if known and known.id == own.unit.id:
        return say(f"本来就叫{known.name}，没有动。")
    if own.unit.name != NAMELESS:
        if known:
            raise InputError(f"已经有{known.name}了，换个名称，或请管理员把人调过去。")
        if not sure:
            return confirm(words.ask_name(own.unit.name, order.unit), order, "改名")
        change: NameUnit | Transfer = NameUnit(own.unit.id, order.unit)
    else:
        change = Transfer(own.id, known.id, own.role) if known else NameUnit(own.unit.id, order.unit)
    return say(f"好，以后都写“{order.unit}”。", changes=(change,))


def confirm(question: str, order: Order, label: str) -> Said:
    """What takes rights away is asked about first."""
    return say(question, Button(label, "staff-yes", _dump(order)), Button("不了", "staff-no"))


def choice(label: str, order: Order) -> Button:
    """A button that gives the order."""
    return Button(label, "staff", _dump(order))


def _dump(order: Order) -> str:
    return json.dumps(asdict(order), ensure_ascii=False)


def laid_down(argument: str) -> Order:
    """The order that a button gives."""
    raw = json.loads(argument)
    role = Role(raw["role"]) if raw["role"] else None
    return Order(Act(raw["act"]), raw["person"], raw["unit"], role, raw["under"])
