"""Administration by chat: who comes in, who moves, who is stopped, which unit stands under which.

Every step looks up anew who asks and how things stand; what takes rights away is asked about first.
"""

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace

from bot.domain.language.names import SURNAMES, is_name
from bot.domain.submissions.people import OWNER, Person, Role, Unit, administered, below
from bot.domain.submissions.rights import Eyes, may_administer, may_invite, may_list
from bot.domain.submissions.staff_orders import ME, ROLES, Act, Order, read
from bot.domain.submissions.staffing import AddUnit, Invite, Oversee, PlaceUnit, SetActive, Staffing, Transfer
from bot.domain.talk.desk import Desk
from bot.domain.talk.door import Button, Incoming, Notice, Reply, rows
from bot.errors import InputError
from bot.flows import staff_words as words
from bot.flows.replies import Said, say
from bot.flows.rooms import Room
from bot.ports import People, Units

_REVIEWERS = (Role.ADMIN, Role.EDITOR)
_MOST_CHOICES = 8
_NOBODY_ELSE = "不能对自己这样做，请另一位管理员来办。"


@dataclass(frozen=True, slots=True)
class _House:
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


class Administering(Room):
    """The room of administration. `link` gives the address that a code is redeemed at, empty where it is unknown."""

    def __init__(self, units: Units, people: People, *, link: Callable[[str], str]) -> None:
        self._units = units
        self._people = people
        self._link = link

    async def told(self, desk: Desk, incoming: Incoming) -> Said | None:
        """Serve an order; None for words that only look like one."""
        order = read(incoming.text)
        if order is None:
            return None
        house = await self._house(desk.person)
        draft = "".join(state.report.title + state.report.text for state in desk.drafts)
        if not _is_order(order, house, draft):
            return None
        if not incoming.private:
            return say(words.IN_PRIVATE)
        return await self._serve(house, incoming, order)

    async def pressed(self, desk: Desk, incoming: Incoming, button: Button) -> Said | None:
        """A choice or a confirmation; None for other buttons."""
        if button.verb == "staff-no":
            return say("好，没有动。")
        if button.verb not in ("staff", "staff-yes"):
            return None
        if not incoming.private:
            return say(words.IN_PRIVATE)
        raw = json.loads(button.argument)
        role = Role(raw["role"]) if raw["role"] else None
        order = Order(Act(raw["act"]), raw["person"], raw["unit"], role, raw["under"])
        return await self._serve(await self._house(desk.person), incoming, order, sure=button.verb == "staff-yes")

    async def _house(self, person: Person) -> _House:
        units, everyone = await self._units.all(), await self._people.everyone()
        scope = administered(person, await self._units.scope(person), units, everyone)
        return _House(Eyes(person, scope), units, everyone)

    async def _serve(self, house: _House, incoming: Incoming, order: Order, *, sure: bool = False) -> Said:
        eyes = house.eyes
        match order.act:
            case Act.PEOPLE | Act.UNITS if not may_list(eyes):
                return say(words.EDITORS_ONLY)
            case Act.PEOPLE:
                return await self._listed(house, order)
            case Act.UNITS:
                known = [unit for unit in house.units if unit.id in eyes.scope]
                return say(words.tree(known, house.reached()))
            case Act.INVITE if not may_list(eyes):
                return say(words.admin_only(house.leaders()))
            case Act.INVITE:
                return self._invite(house, incoming, order, sure=sure)
            case _ if eyes.person.role is not Role.ADMIN or not eyes.person.active:
                return say(words.admin_only(house.leaders()))
            case _ if order.person == ME:
                raise InputError(_NOBODY_ELSE)
            case Act.FOUND:
                return _found(house, incoming, order, sure=sure)
            case Act.PLACE:
                return _place(house, order, sure=sure)
            case Act.LOG:
                return await self._log(house, order)
            case _:
                return await self._about_person(house, order, sure=sure)

    async def _log(self, house: _House, order: Order) -> Said:
        """Who changed whose rights, of the units that the administrator reaches."""
        seen = [one for one in await self._people.moves() if house.eyes.scope.intersection(one.units)]
        if not order.person:
            return say(words.moves(seen))
        ids = {one.id for one in house.people(order.person)}
        if not ids:
            raise InputError(f"没有叫“{order.person}”的人，或不归你管。发“人员名单”看看。")
        return say(words.moves([one for one in seen if one.person_id in ids], order.person))

    async def _listed(self, house: _House, order: Order) -> Said:
        reach = [unit for unit in house.units if unit.id in house.eyes.scope]
        chosen = reach if not order.unit else [_reached(house, order.unit)]
        names = {unit.id: unit.name for unit in house.units}
        given: dict[str, list[str]] = {}
        for person_id, unit_id in await self._people.given():
            given.setdefault(person_id, []).append(names[unit_id])
        return say(words.people(chosen, house.reached(), given))

    def _invite(self, house: _House, incoming: Incoming, order: Order, *, sure: bool) -> Said:
        """A code for one person; a unit that does not exist is made only when that was confirmed."""
        role = order.role or Role.STAFF
        if not order.unit:
            known = [unit for unit in house.units if unit.id in house.eyes.scope][:_MOST_CHOICES]
            choices = (_choice(unit.name, replace(order, unit=unit.id)) for unit in known)
            return Said((Reply(words.WHICH_UNIT, rows(choices)),))
        unit = house.unit(order.unit)
        if unit is None:
            own = house.eyes.person
            if own.role is not Role.ADMIN:
                raise InputError(f"没有单位“{order.unit}”，请核对名称。新单位要管理员来建。")
            under = "" if own.id == OWNER else own.unit.id
            where = f"在{own.unit.name}下面" if under else ""
            if not sure:
                return _confirm(f"还没有单位“{order.unit}”。要{where}新建它，并生成邀请码吗？", order, "新建并生成")
            unit = Unit(_unit_id(incoming, order.unit), order.unit, under)
            return self._coded(unit, role, AddUnit(unit.id, unit.name, under))
        if not may_invite(house.eyes, unit.id, role):
            reached = unit.id in house.eyes.scope
            raise InputError("审核员只能邀请材料员和职工，别的请管理员来办。" if reached else _not_yours(unit.name))
        return self._coded(unit, role)

    def _coded(self, unit: Unit, role: Role, *before: Staffing) -> Said:
        code = self._people.new_code()
        text = words.invited(unit.name, ROLES[role], code, self._link(code))
        return say(text, changes=(*before, Invite(code, unit.id, role)))

    async def _about_person(self, house: _House, order: Order, *, sure: bool) -> Said:
        found = house.people(order.person)
        if not found:
            raise InputError(f"没有叫“{order.person}”的人，或不归你管。发“人员名单”看看。")
        if len(found) > 1:
            choices = (_choice(words.called(one), replace(order, person=one.id)) for one in found[:_MOST_CHOICES])
            return Said((Reply("是哪一位？", rows(choices)),))
        person, own = found[0], replace(order, person=found[0].id)
        match order.act:
            case Act.SUSPEND | Act.RESTORE:
                return _activate(house, person, own, sure=sure)
            case Act.MOVE | Act.APPOINT:
                return _move(house, person, own, sure=sure)
            case _:
                given = (person.id, _reached(house, order.unit).id) in await self._people.given()
                return _oversee(house, person, own, given=given, sure=sure)


_NICKNAME = re.compile(rf"[小老][{SURNAMES}]")


def _is_order(order: Order, house: _House, draft: str) -> bool:
    """Whether words of this form are about people and units that exist, and no note or edit of the draft."""
    if order.person == ME:
        return True
    if order.person and order.person in draft:
        return False
    named = [one for one in house.everyone if order.person and order.person in (one.id, one.name)]
    somebody = bool(named or house.people(order.person) or is_name(order.person) or _NICKNAME.fullmatch(order.person))
    match order.act:
        case Act.INVITE | Act.PEOPLE | Act.UNITS | Act.FOUND:
            return True
        case Act.LOG:
            return not order.person or somebody
        case Act.SUSPEND:
            return somebody
        case Act.RESTORE:
            return bool(named) if draft else somebody
        case Act.APPOINT:
            return somebody
        case Act.PLACE:
            return house.unit(order.unit) is not None and house.unit(order.under) is not None
        case _:
            return somebody and house.unit(order.unit) is not None


def _reached(house: _House, name: str) -> Unit:
    unit = house.unit(name)
    if unit is None:
        raise InputError(f"没有单位“{name}”。发“单位列表”看看。")
    if unit.id not in house.eyes.scope:
        raise InputError(_not_yours(unit.name))
    return unit


def _not_yours(unit: str) -> str:
    return f"{unit}不归你管。要管它，请上级管理员安排。"


def _activate(house: _House, person: Person, order: Order, *, sure: bool) -> Said:
    active = order.act is Act.RESTORE
    if not may_administer(house.eyes, person.unit.id):
        raise InputError(_not_yours(person.unit.name))
    if person.id == house.eyes.person.id:
        raise InputError(_NOBODY_ELSE)
    if person.active is active:
        return say(f"{words.called(person)}{'没有停用，不用恢复' if active else '已经停用了'}。")
    if not active and not sure:
        return _confirm(words.ask_suspend(person), order, "停用")
    changes = (SetActive(person.id, active),)
    if not active:
        return say(f"已停用{words.called(person)}，马上生效。", changes=changes)
    back = Notice(person.id, Reply("你的使用权限恢复了，可以接着用。"))
    return Said((Reply(f"已恢复{words.called(person)}。"),), changes, (back,))


def _move(house: _House, person: Person, order: Order, *, sure: bool) -> Said:
    unit = _reached(house, order.unit) if order.unit else person.unit
    role = order.role or person.role
    if not (may_administer(house.eyes, person.unit.id) and may_administer(house.eyes, unit.id)):
        raise InputError(_not_yours(unit.name))
    if person.id == house.eyes.person.id:
        raise InputError(_NOBODY_ELSE)
    if (unit.id, role) == (person.unit.id, person.role):
        return say(f"{words.called(person)}本来就是这样，没有动。")
    if not sure:
        fixed = replace(order, unit=unit.id, role=role)
        return _confirm(words.ask_move(person, unit.name, ROLES[role]), fixed, "确定")
    told = f"{person.name}现在在{unit.name}，是{ROLES[role]}，马上生效。"
    notice = Notice(person.id, Reply(words.moved(unit.name, ROLES[role])))
    return Said((Reply(told),), (Transfer(person.id, unit.id, role),), (notice,))


def _oversee(house: _House, person: Person, order: Order, *, given: bool, sure: bool) -> Said:
    """Only units within reach can be given or taken, and only to and from people within reach."""
    unit = _reached(house, order.unit)
    if not (may_administer(house.eyes, person.unit.id) and may_administer(house.eyes, unit.id)):
        raise InputError(_not_yours(unit.name))
    if order.act is Act.OVERSEE:
        if person.role not in _REVIEWERS:
            raise InputError(f"{words.called(person)}不审稿。先说“让{person.name}当审核员”。")
        told = Notice(person.id, Reply(f"你现在也管{unit.name}，发“待审”看有没有要审的。"))
        changes = (Oversee(person.id, unit.id),)
        return Said((Reply(f"{words.called(person)}现在也管{unit.name}。"),), changes, (told,))
    if not given:
        raise InputError(f"没有单独让{person.name}管{unit.name}；本单位和下级单位是跟着单位走的，要改请调动。")
    if not sure:
        return _confirm(words.ask_release(person, unit.name), replace(order, unit=unit.id), "确定")
    told = Notice(person.id, Reply(f"{unit.name}不再由你管。"))
    return Said((Reply(f"{person.name}不再管{unit.name}。"),), (Oversee(person.id, unit.id, given=False),), (told,))


def _found(house: _House, incoming: Incoming, order: Order, *, sure: bool) -> Said:
    """A new unit, below the administrator's own."""
    if known := house.unit(order.unit):
        return say(f"已经有{known.name}了，没有动。")
    own = house.eyes.person
    under = "" if own.id == OWNER else own.unit.id
    where = f"在{own.unit.name}下面" if under else ""
    if not sure:
        return _confirm(f"要{where}新建单位“{order.unit}”吗？", order, "新建")
    code = Button("生成邀请码", "staff", _dump(Order(Act.INVITE, unit=order.unit)))
    return say(
        f"已{where}新建{order.unit}。", code, changes=(AddUnit(_unit_id(incoming, order.unit), order.unit, under),)
    )


def _unit_id(incoming: Incoming, name: str) -> str:
    return hashlib.sha256(f"{incoming.key}\n{name}".encode()).hexdigest()[:16]


def _place(house: _House, order: Order, *, sure: bool) -> Said:
    unit, under = _reached(house, order.unit), _reached(house, order.under)
    if not (may_administer(house.eyes, unit.id) and may_administer(house.eyes, under.id)):
        raise InputError(_not_yours(unit.name))
    if under.id in below(house.units, unit.id):
        same = unit.id == under.id
        raise InputError("不能归自己管。" if same else f"{under.name}在{unit.name}下面，不能反过来放。")
    if unit.parent == under.id:
        return say(f"{unit.name}本来就归{under.name}管，没有动。")
    if not sure:
        return _confirm(words.ask_place(unit.name, under.name), replace(order, unit=unit.id, under=under.id), "确定")
    return say(f"{unit.name}现在归{under.name}管，马上生效。", changes=(PlaceUnit(unit.id, under.id),))


def _confirm(question: str, order: Order, label: str) -> Said:
    return say(question, Button(label, "staff-yes", _dump(order)), Button("不了", "staff-no"))


def _choice(label: str, order: Order) -> Button:
    return Button(label, "staff", _dump(order))


def _dump(order: Order) -> str:
    return json.dumps(asdict(order), ensure_ascii=False)
