"""What those who administer are told: lists, and questions before a right is taken. Nothing is decided here."""

from collections.abc import Mapping, Sequence

from bot.domain.submissions.people import Moved, Person, Unit
from bot.domain.submissions.staff_orders import ROLES

EDITORS_ONLY = "人员和单位名单只有管理员和审核员能看。"
IN_PRIVATE = "这类事请到和我的私聊里说，群里别人也看得到。"
WHICH_UNIT = "给哪个单位？可以这样说：生成邀请码 县图书馆 审核员。"
NAMED_BY_SETTING = "单位名写在设置 SHIBAO_UNIT 里：改那里，重新打开就生效。"
_MOST_LINES = 80
_MOST_MOVES = 20


def admin_only(leaders: Sequence[str]) -> str:
    """Who can do it, for somebody who may not."""
    return f"这要管理员来办，请找{'或'.join(leaders[:3])}。" if leaders else "这要管理员来办。"


def ask_name(old: str, new: str) -> str:
    """Before a unit is renamed for everyone in it."""
    return f"{old}改名为{new}？全单位的人都按新名称写，已提交的稿子不变。"


def called(person: Person) -> str:
    """Who is meant, so that two of one name are told apart."""
    return f"{person.name}（{person.unit.name}，{ROLES[person.role]}）"


def people(units: Sequence[Unit], everyone: Sequence[Person], given: Mapping[str, Sequence[str]]) -> str:
    """Everyone by unit, with what editors look after besides."""
    lines = []
    for unit in units:
        here = [one for one in everyone if one.unit.id == unit.id]
        if here:
            lines += [f"{unit.name}（{len(here)}人）", *(f"· {_entry(one, given.get(one.id, ()))}" for one in here)]
    more = f"\n（只列前{_MOST_LINES}行；要看一个单位，发“县图书馆人员名单”）" if len(lines) > _MOST_LINES else ""
    return "\n".join(lines[:_MOST_LINES]) + more if lines else "还没有人。"


def moves(seen: Sequence[Moved], about: str = "") -> str:
    """The log of rights, newest first, a line each."""
    if not seen:
        return f"没有{about}的权限变动记录。" if about else "还没有权限变动记录。"
    lines = [f"· {move_line(one)}" for one in seen[:_MOST_MOVES]]
    more = [f"…共{len(seen)}条，全部用 shibao admin log 看。"] if len(seen) > _MOST_MOVES else []
    return "\n".join([f"{about}权限变动记录，新的在前：" if about else "权限变动记录，新的在前：", *lines, *more])


def move_line(one: Moved) -> str:
    """When, who, what."""
    return f"{one.at:%Y-%m-%d %H:%M} {one.by}：{one.told}"


def _entry(person: Person, given: Sequence[str]) -> str:
    besides = f"，另管{'、'.join(given)}" if given else ""
    return f"{person.name}　{ROLES[person.role]}{besides}{'' if person.active else '（已停用）'}"


def tree(units: Sequence[Unit], everyone: Sequence[Person]) -> str:
    """The units, each under the one above it, with how many people it has."""
    known = {unit.id for unit in units}
    heads = {unit.id: sum(one.unit.id == unit.id and one.active for one in everyone) for unit in units}

    def below(parent: str, depth: int) -> list[str]:
        lines = []
        for unit in units:
            if unit.parent == parent or (depth == 0 and unit.parent not in known):
                lines += [f"{'　' * depth}{unit.name}　{heads[unit.id]}人", *below(unit.id, depth + 1)]
        return lines

    return "\n".join(below("", 0)) or "还没有单位。"


def invited(unit: str, role: str, code: str, link: str) -> str:
    """The code with how it is used; the link where the bot's name is known."""
    told = f"邀请码 {code}（{unit}，{role}；7天内有效，只能用一次）。转给对方，发给我就能加入。"
    return f"{told}\n也可以让对方直接点：{link}" if link else told


def ask_suspend(person: Person) -> str:
    return f"停用{called(person)}？停用后立刻不能用，手里的按钮也失效；记录都留着，以后可以恢复。"


def ask_move(person: Person, unit: str, role: str) -> str:
    if unit == person.unit.name:
        return f"让{called(person)}做{role}？马上生效。"
    return f"把{called(person)}调到{unit}，做{role}？马上生效；原单位的稿子和按钮不再能用，另管的单位也收回。"


def ask_place(unit: str, under: str) -> str:
    return f"{unit}归{under}管？以后{under}的审核员看得到、审得了{unit}的稿子；原来管它的上级就看不到了。"


def ask_release(person: Person, unit: str) -> str:
    return f"{called(person)}不再管{unit}？马上生效。"


def moved(unit: str, role: str) -> str:
    """What the person themselves are told."""
    return f"你现在在{unit}，是{role}。"
