"""Administration by chat: who comes in, who moves, who is stopped, which unit stands under which.

Every step looks up anew who asks and how things stand; what takes rights away is asked about first.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from bot.domain.language.names import SURNAMES, is_name
from bot.domain.submissions.people import (
    NAMELESS,
    OWNER,
    AddUnit,
    Eyes,
    Invite,
    NameUnit,
    Person,
    Role,
    Staffing,
    Transfer,
    Unit,
    administered,
    may_invite,
    may_list,
)
from bot.domain.submissions.staff_orders import ME, ROLES, Act, Order, read
from bot.domain.talk.desk import Desk, ReviseDraft
from bot.domain.talk.door import Button, Incoming, Reply, rows
from bot.domain.talk.revision import Words
from bot.errors import InputError
from bot.flows import draft_replies
from bot.flows import staff_turns as turns
from bot.flows import staff_words as words
from bot.flows.replies import Room, Said, say
from bot.flows.staff_turns import NOBODY_ELSE, Staffed
from bot.flows.versions import checked
from bot.ports import People, Units

_MOST_CHOICES = 8


class Administering(Room):
    """The room of administration. `link` gives the address that a code is redeemed at, empty where it is unknown;
    `named` where a setting names the unit of this machine."""

    def __init__(self, units: Units, people: People, *, link: Callable[[str], str], named: bool = False) -> None:
        self._units = units
        self._named = named
        self._people = people
        self._link = link

    async def told(self, desk: Desk, incoming: Incoming) -> Said | None:
        """Serve an order; None for words that only look like one."""
        order = read(incoming.text)
        if order is None:
            return None
        house = await self._house(desk.person)
        draft = "".join(state.report.title + state.report.text for state in desk.drafts)
        if not _is_order(order, house, draft) or (order.plain and desk.waiting and incoming.text == order.unit):
            return None
        if not incoming.private:
            return say(words.IN_PRIVATE)
        return _renamed(desk, incoming, order, await self._serve(house, incoming, order))

    async def pressed(self, desk: Desk, incoming: Incoming, button: Button) -> Said | None:
        """A choice or a confirmation; None for other buttons."""
        if button.verb == "staff-no":
            return say("好，没有动。")
        if button.verb not in ("staff", "staff-yes"):
            return None
        if not incoming.private:
            return say(words.IN_PRIVATE)
        order = turns.laid_down(button.argument)
        house = await self._house(desk.person)
        return _renamed(
            desk, incoming, order, await self._serve(house, incoming, order, sure=button.verb == "staff-yes")
        )

    async def _house(self, person: Person) -> Staffed:
        units, everyone = await self._units.all(), await self._people.everyone()
        scope = administered(person, await self._units.scope(person), units, everyone)
        return Staffed(Eyes(person, scope), units, everyone)

    async def _serve(self, house: Staffed, incoming: Incoming, order: Order, *, sure: bool = False) -> Said:
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
                raise InputError(NOBODY_ELSE)
            case Act.FOUND:
                return turns.found(house, incoming, order, sure=sure)
            case Act.PLACE:
                return turns.place(house, order, sure=sure)
            case Act.NAME if self._named:
                raise InputError(words.NAMED_BY_SETTING)
            case Act.NAME:
                return turns.name(house, order, sure=sure)
            case Act.LOG:
                return await self._log(house, order)
            case _:
                return await self._about_person(house, order, sure=sure)

    async def _log(self, house: Staffed, order: Order) -> Said:
        """Who changed whose rights, of the units that the administrator reaches."""
        seen = [one for one in await self._people.moves() if house.eyes.scope.intersection(one.units)]
        if not order.person:
            return say(words.moves(seen))
        ids = {one.id for one in house.people(order.person)}
        if not ids:
            raise InputError(f"没有叫“{order.person}”的人，或不归你管。发“人员名单”看看。")
        return say(words.moves([one for one in seen if one.person_id in ids], order.person))

    async def _listed(self, house: Staffed, order: Order) -> Said:
        reach = [unit for unit in house.units if unit.id in house.eyes.scope]
        chosen = reach if not order.unit else [turns.reached(house, order.unit)]
        names = {unit.id: unit.name for unit in house.units}
        given: dict[str, list[str]] = {}
        for person_id, unit_id in await self._people.given():
            given.setdefault(person_id, []).append(names[unit_id])
        return say(words.people(chosen, house.reached(), given))

    def _invite(self, house: Staffed, incoming: Incoming, order: Order, *, sure: bool) -> Said:
        """A code for one person; a unit that does not exist is made only when that was confirmed."""
        role = order.role or Role.STAFF
        if not order.unit:
            known = [unit for unit in house.units if unit.id in house.eyes.scope][:_MOST_CHOICES]
            choices = (turns.choice(unit.name, replace(order, unit=unit.id)) for unit in known)
            return Said((Reply(words.WHICH_UNIT, rows(choices)),))
        unit = house.unit(order.unit)
        if unit is None:
            own = house.eyes.person
            if own.role is not Role.ADMIN:
                raise InputError(f"没有单位“{order.unit}”，请核对名称。新单位要管理员来建。")
            under = "" if own.id == OWNER else own.unit.id
            where = f"在{own.unit.name}下面" if under else ""
            if not sure:
                return turns.confirm(
                    f"还没有单位“{order.unit}”。要{where}新建它，并生成邀请码吗？", order, "新建并生成"
                )
            unit = Unit(turns.unit_id(incoming, order.unit), order.unit, under)
            return self._coded(unit, role, AddUnit(unit.id, unit.name, under))
        if not may_invite(house.eyes, unit.id, role):
            reached = unit.id in house.eyes.scope
            raise InputError(
                "审核员只能邀请材料员和职工，别的请管理员来办。" if reached else turns.not_yours(unit.name)
            )
        return self._coded(unit, role)

    def _coded(self, unit: Unit, role: Role, *before: Staffing) -> Said:
        code = self._people.new_code()
        text = words.invited(unit.name, ROLES[role], code, self._link(code))
        return say(text, changes=(*before, Invite(code, unit.id, role)))

    async def _about_person(self, house: Staffed, order: Order, *, sure: bool) -> Said:
        found = house.people(order.person)
        if not found:
            raise InputError(f"没有叫“{order.person}”的人，或不归你管。发“人员名单”看看。")
        if len(found) > 1:
            choices = (turns.choice(words.called(one), replace(order, person=one.id)) for one in found[:_MOST_CHOICES])
            return Said((Reply("是哪一位？", rows(choices)),))
        person, own = found[0], replace(order, person=found[0].id)
        match order.act:
            case Act.SUSPEND | Act.RESTORE:
                return turns.activate(house, person, own, sure=sure)
            case Act.MOVE | Act.APPOINT:
                return turns.move(house, person, own, sure=sure)
            case _:
                given = (person.id, turns.reached(house, order.unit).id) in await self._people.given()
                return turns.oversee(house, person, own, given=given, sure=sure)


def _renamed(desk: Desk, incoming: Incoming, order: Order, said: Said) -> Said:
    """The drafts that lie here with the name that their unit got; what was changed in them by hand stays."""
    own = any(
        isinstance(one, NameUnit) or (order.act is Act.NAME and isinstance(one, Transfer)) for one in said.changes
    )
    name = order.unit if own else ""
    old, shown, changes = desk.person.unit.name, list[Reply](), list[ReviseDraft]()
    for state in desk.drafts if name else ():
        words = Words(state.report.title.replace(old, name), state.report.text.replace(old, name))
        if (words.title, words.text) != (state.report.title, state.report.text):
            report = checked(state.report, words, desk.notes, unit=name, now=incoming.at)
            shown.append(draft_replies.draft(report, state.number, len(desk.drafts)))
            changes.append(ReviseDraft(state.id, report, "单位名称"))
    return replace(said, replies=(*said.replies, *shown), changes=(*said.changes, *changes))


_NICKNAME = re.compile(rf"[小老][{SURNAMES}]")


def _is_order(order: Order, house: Staffed, draft: str) -> bool:
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
        case Act.NAME:
            return not order.plain or house.eyes.person.unit.name == NAMELESS
        case Act.PLACE:
            return house.unit(order.unit) is not None and house.unit(order.under) is not None
        case _:
            return somebody and house.unit(order.unit) is not None
