"""Words that administer: 生成邀请码 县图书馆 审核员, 停用 张三, 把张三调到县文化馆, 县图书馆归县文旅局管.

Only the form is read here. Whether such a person or unit exists, and who may say it, is the flow's business.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.language.names import places
from bot.domain.submissions.people import Role


class Act(StrEnum):
    """What is ordered."""

    INVITE = "invite"
    PEOPLE = "people"
    UNITS = "units"
    SUSPEND = "suspend"
    RESTORE = "restore"
    MOVE = "move"
    APPOINT = "appoint"
    PLACE = "place"
    OVERSEE = "oversee"
    RELEASE = "release"
    LOG = "log"
    FOUND = "found"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Order:
    """An order with the names as they were said; `person` is ME where somebody asks for themselves. `plain` where
    the words only tell what the own unit is called, and may be a note as well."""

    act: Act
    person: str = ""
    unit: str = ""
    role: Role | None = None
    under: str = ""
    plain: bool = False


ME = "我"

ROLES = {Role.ADMIN: "管理员", Role.EDITOR: "审核员", Role.WRITER: "材料员", Role.STAFF: "职工"}
"""Roles as people call them."""

_ROLE_WORDS = {
    "管理员": Role.ADMIN, "审核员": Role.EDITOR, "审核": Role.EDITOR, "编辑": Role.EDITOR, "材料员": Role.WRITER,
    "信息员": Role.WRITER, "职工": Role.STAFF, "员工": Role.STAFF, "普通职工": Role.STAFF, "同事": Role.STAFF,
}  # fmt: skip
_ROLE = "(?:" + "|".join(sorted(_ROLE_WORDS, key=len, reverse=True)) + ")"
_NAME = r"(?!了)[\u4e00-\u9fffA-Za-z0-9·_.（）()]{1,20}?"
_UNIT = r"[\u4e00-\u9fffA-Za-z0-9·（）()]{2,30}?"
_S = r"[\s，,：:“”]*"
_PLEASE = r"(?:请|再|麻烦|帮我|帮忙|给我)*"
_BE = r"(?:当|做|任|担任|改成|改为|变成|设为|设成|升为|降为)"
_MAKE = r"(?:再)?(?:生成|新建|做|来|发|开|要|给我?)(?:一)?[个张份]?(?:新的?)?"
# 发改局 begins with a verb that asks for a code: alone it is one only where a count follows.
_FIRST = r"(?:(?:生成|新建)(?:一?[个张份])?|[做来发开要](?:一?[个张份]|\s))"
_CODE = r"(?:邀请码|配对码|邀请链接|码(?=$|[\s，,吧的]))"
_TABLE: tuple[tuple[Act, str], ...] = (
    (
        Act.INVITE,
        rf"{_PLEASE}(?:{_MAKE})?(?P<role>{_ROLE})?的?{_CODE}(?:{_S}(?P<unit>{_UNIT}))?(?:{_S}的?(?P<role2>{_ROLE}))?",
    ),
    (
        Act.INVITE,
        rf"{_PLEASE}(?:给|为){_S}(?P<unit>{_UNIT})的?{_S}(?P<role>{_ROLE})?的?{_S}"
        rf"{_MAKE}(?P<role2>{_ROLE})?的?{_CODE}(?:{_S}(?P<role3>{_ROLE}))?的?",
    ),
    (Act.INVITE, rf"{_CODE}{_PLEASE}{_MAKE}(?:我)?(?:一?个)?{_S}(?P<unit>{_UNIT})的?(?:{_S}(?P<role>{_ROLE})的?)?"),
    (
        Act.INVITE,
        rf"{_PLEASE}(?:{_FIRST})?(?P<unit>{_UNIT})的?{_S}(?P<role>{_ROLE})?的?{_CODE}(?:{_S}(?P<role2>{_ROLE}))?",
    ),
    (
        Act.PEOPLE,
        rf"{_PLEASE}(?:看看?|查看?|列出|列一?下|显示)?{_S}(?P<unit>{_UNIT})?的?(?:所有|全部)?"
        r"(?:人员|用户|成员)(?:名单|列表|清单)(?:发我|给我|看看)?",
    ),
    (
        Act.UNITS,
        rf"{_PLEASE}(?:看看?|查看?|列出|列一?下|显示)?(?:所有|全部)?单位(?:列表|名单|清单|层级|上下级)(?:发我|给我"
        r"|看看)?"
        r"|(?:现在)?(?:都)?有哪些单位",
    ),
    (Act.SUSPEND, rf"{_PLEASE}(?:停用|禁用){_S}(?P<person>{_NAME})(?:的?(?:账号|账户|使用)?(?:权限)?)?(?:吧|了)?"),
    (Act.SUSPEND, rf"(?:把|将)(?P<person>{_NAME})(?:的(?:账号|权限))?(?:停用|禁用)(?:掉|了)?(?:吧)?"),
    (Act.SUSPEND, rf"(?:把|将)(?P<person>{_NAME})的(?:账号|账户|权限)(?:给)?(?:停|关|封|收)(?:掉|回来?|了)*(?:吧)?"),
    (Act.SUSPEND, rf"{_PLEASE}(?:停|关|封)(?:掉|了)?{_S}(?P<person>{_NAME})的(?:账号|账户|权限)(?:吧|了)?"),
    (
        Act.PEOPLE,
        rf"{_PLEASE}(?:拉|列|调|要|出)(?:一?[个份张])?(?P<unit>{_UNIT})?的?(?:人员|用户|成员)(?:名单|列表"
        rf"|清单)(?:出来|给我|看看)*",
    ),
    (Act.PEOPLE, r"(?:现在|目前|我们|这里|机器人)*(?:都)?有(?:哪些人|哪些同事|多少人)(?:在用|能用|在里面)?(?:了)?"),
    (
        Act.RESTORE,
        rf"{_PLEASE}(?:恢复|重新启用|启用|解除停用){_S}(?P<person>{_NAME})(?:的?(?:账号|账户|使用)?(?:权限)?)?"
        rf"(?:吧)?",
    ),
    (Act.RESTORE, rf"(?:把|将)(?P<person>{_NAME})(?:的(?:账号|权限))?(?:恢复|启用)(?:了|吧)?"),
    (
        Act.MOVE,
        rf"{_PLEASE}(?:把|将)?(?P<person>{_NAME})(?:调|转|挪)(?:到|去|至|往|回){_S}(?P<unit>{_UNIT})"
        rf"(?:去|来)?(?:{_S}{_BE}(?P<role>{_ROLE}))?(?:了|吧)?",
    ),
    (Act.APPOINT, rf"{_PLEASE}(?:让|把|将|叫)(?P<person>{_NAME}){_BE}(?P<role>{_ROLE})(?:吧|了)?"),
    (
        Act.RELEASE,
        rf"{_PLEASE}(?:让|叫)?(?P<person>{_NAME})(?:不再|不用再?|别再?|不)(?:管|审核?)(?P<unit>{_UNIT})(?:了|吧)?",
    ),
    (
        Act.OVERSEE,
        rf"{_PLEASE}(?:(?:让|叫|由)(?P<person>{_NAME})(?:(?:也|来|同时|兼)?管|(?:也|来)审核?)"
        rf"|(?P<person2>{_NAME})(?:也|同时|兼)(?:管|审核?))(?P<unit>{_UNIT})(?:的(?:信息|稿子?|报送))?(?:吧)?",
    ),
    (
        Act.PLACE,
        rf"(?:把|将)?(?P<unit>{_UNIT})(?:划)?(?:归|属|归属|归到|由)(?P<under>{_UNIT})(?:管理|管辖|管|领导)(?:了|吧)?"
        rf"|(?:把|将)(?P<unit2>{_UNIT})(?:放|挂|划|归)(?:到|在"
        rf"|给)?(?P<under2>{_UNIT})(?:的?(?:下面|下级|之下|下边|名下))(?:吧)?",
    ),
)
_RULES = tuple((act, re.compile(pattern)) for act, pattern in _TABLE)
_QUESTION = re.compile(r"怎么|如何|什么|为何|为什么|哪里|哪儿|谁|多久|几天|吗|[?？]")

_CHANGED = r"(?:改过?|动过?|调整过?|调动?过?|变更过?|停用过?|恢复过?|提拔过?|任命过?|批过?)"
_RIGHTS = r"(?:的?(?:权限|角色|账号|身份|单位|人员权限))"
_LOG = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:看看|查一?下|查查)?(?:是)?(?:谁|什么人|哪个|哪位)(?:给|把|将"
        rf"|对)?(?P<person>{_NAME})?{_RIGHTS}?(?:给)?{_CHANGED}了?(?:的)?(?P<person2>{_NAME})?{_RIGHTS}?(?:的)?"
        r"(?:记录)?(?:吗|呢)?",
        rf"(?P<person>{_NAME})(?:的)?(?:权限|角色|账号)(?:是)?(?:谁|什么时候|哪天)(?:给)?{_CHANGED}的?",
        rf"(?:看看?|查看?|查一?下|列出)?{_S}(?P<person>{_NAME})?的?(?:权限|人员|人事|授权|管理|单位)(?:变动"
        r"|变更|调整|改动|操作|调动)(?:的)?(?:记录|日志|情况|历史)?(?:给我看看)?",
        rf"(?:看看?|查看?|查一?下|列出)?{_S}(?:权限|人员|管理)(?:日志|操作记录|改动记录)",
        rf"(?:最近|这几天|这个月)?(?:谁|哪些人)(?:被)?{_CHANGED}(?:过|了)?{_RIGHTS}",
    )
)


def _log(words: str) -> Order | None:
    """谁改过张三的权限, 权限变动记录: questions about the log of rights, which end in a question mark or none."""
    bare = words.rstrip("?？")
    for rule in _LOG:
        found = rule.fullmatch(bare)
        if found:
            parts = found.groupdict()
            person = parts.get("person") or parts.get("person2") or ""
            if person or re.search(r"权限|人员|人事|授权|管理|账号|角色", bare):
                return Order(Act.LOG, person=person)
    return None


def read(text: str) -> Order | None:
    """The order that the words are, whole; None for everything else."""
    words = text.strip().rstrip("。.！!")
    if len(words) <= 40 and (asked := _log(words)):
        return asked
    if _WHO_IS_IN.fullmatch(words.rstrip("?？")):
        return Order(Act.PEOPLE)
    if (mine := _MINE.fullmatch(words.rstrip("?？"))) and len(words) > _SHORTEST_WISH:
        return Order(Act.APPOINT, person=ME, role=_ROLE_WORDS.get(mine["role"], Role.EDITOR))
    if not re.search(r"\w", words) or len(words) > 50 or "\n" in words or _QUESTION.search(words):
        return None
    if founded := _FOUNDED.fullmatch(words):
        return Order(Act.FOUND, unit=founded["unit"] or founded["unit2"])
    for act, rule in _RULES:
        found = rule.fullmatch(words)
        if found:
            return _order(act, found.groupdict())
    return _after_a_reason(words) or _talked(words) or _named(words)


def _named(words: str) -> Order | None:
    """What the own unit is called; without a word that changes it, it may be a note or an answer as well."""
    named = _NAMED.fullmatch(words)
    if not named or not (named["sure"] or any(name.text == named["unit"] for name in places(named["unit"]))):
        return None
    return Order(Act.NAME, unit=named["unit"], plain=not named["change"])


def _after_a_reason(words: str) -> Order | None:
    """小陈不干了 停用小陈: the last clause orders, a short one before it says why."""
    reason, _, last = words.rpartition(" ") if " " in words else words.replace(",", "，").rpartition("，")
    order = read(last) if 2 <= len(reason) <= _LONGEST_REASON and last else None
    if order is None or order.act not in (Act.SUSPEND, Act.RESTORE) or re.match(r"[他她]", order.person):
        return None
    return order


_LONGEST_REASON = 8
_SHORTEST_WISH = 4
_WHO_IS_IN = re.compile(
    r"(?:看看|看一?下|查查|查一?下)?(?:现在|目前|这里)?(?:都)?(?:有)?(?:谁|哪些人)(?:都)?(?:在用|有号|能用|开了号)"
)
_PERSON = r"(?P<person>(?![他她这那])[\u4e00-\u9fff]{2,3}?)"
_THEIRS = r"(?:把|给|将)?(?:他|她|这人|这个人|此人)(?:的?那个|的|那)?"
_RIGHT = r"(?:账?号|账户|账号|权限)"
_STOP = (
    r"(?:先|给我|也|就|可以|给)*(?:停用|冻结?|锁|停|关|封|注销|收|禁用)"
    r"(?:一阵子?|一段时间?|几天|掉|了|上|住|回来?)*(?:吧)?"
)
_LEFT = re.compile(
    rf"{_PERSON}(?:已经|都|上周|上个?月|今天|昨天)?(?:退休|离职|辞职|调走|走|借调走?|辞|不干|转岗|去世|休(?:产|病|长|婚)"
    rf"假)(?:了|出去)*"
)
_JOINS = re.compile(
    rf"(?:把|给|让)?(?:新来的|新同事|新人|刚来的)?{_PERSON}(?:也)?(?:加|拉|放|弄)(?:进来|进去|进|上)(?:吧)?"
)
_BELONGS = re.compile(rf"(?:他|她)?(?:在|是|属于|分[在到]|归){_UNIT.replace('{2,30}?', '{2,30}')}")
_SAID_SO: tuple[tuple[Act, re.Pattern[str]], ...] = (
    (Act.SUSPEND, re.compile(rf"(?:把|将)?{_PERSON}(?:的?那个|的|那)?{_RIGHT}{_STOP}")),
    (
        Act.APPOINT,
        re.compile(
            rf"(?:(?:让|给|叫){_PERSON}(?:以后|今后|也|来|可以|能|一起)+"
            rf"|{_PERSON.replace('person', 'one')}(?:以后|今后)(?:也|来|就)*负责)"
            r"(?:审(?:稿|核|批|信息)?|看稿)(?:的?权限)?"
            rf"(?:吧|了)?"
        ),
    ),
)
_RAISED = re.compile(rf"(?:把|让)?{_PERSON}(?:升|提|改|转|调)(?:为|成|到|任)?(?P<role>{_ROLE})(?:了|吧)?")
_NO_MORE = re.compile(rf"{_PERSON}(?:以后|今后|现在|就)*(?:不|别)(?:再|用)?(?:审稿|审核|审信息|当审核员|审)(?:了)?")
_UNIT_END = r"(?<=[馆局站科室办部心队所院校镇乡村社委股团府会])"
_FOUNDED = re.compile(
    rf"{_PLEASE}(?:新设|新建|增设|设|建|加|添|新增|成立|开)(?:立|一下|上|加)?(?:一?个)?(?:新的?)?"
    rf"(?:单位|科室|部门)[，,：: ]*(?:名字)?(?:叫做?|名为|名称是|是)?[：:“]?(?P<unit>{_UNIT}{_UNIT_END})”?(?:吧)?"
    rf"|{_PLEASE}(?:把)?(?P<unit2>{_UNIT}{_UNIT_END})(?:也)?(?:加|建|添|录|设)(?:成|为|进|到|上)*(?:一?个)?"
    rf"(?:新)?(?:单位|科室|部门)(?:列表|名单|里|中)*(?:吧)?"
)
# 单位是县文化馆, 我是县文化馆的, 把单位名改成县文化馆, 县文化馆
_NAMED = re.compile(
    rf"{_PLEASE}(?:(?P<sure>(?:把|将)?(?:我们?|咱们?|本)?的?单位(?:的)?(?:名字|名称|全称|名)?"
    rf"(?:(?P<change>改|换|设)(?:成|为|作|叫)|叫做?|是|为|写成?|(?=[：:]))){_S}|(?:我们?|咱们?)(?:这里)?是|(?=[一-龥]+$))"
    rf"(?P<unit>(?!.*[的了].){_UNIT}{_UNIT_END})(?:的(?:人)?)?(?:吧)?"
)
_MINE = re.compile(
    r"(?:请|麻烦|老师|能不能|可不可以|可以|能|也|再|想|要|帮忙)*(?:(?:给|帮|让|替)我|我)(?:也|能不能|可不可以|可以|能|想|要|再|来)*"
    rf"(?:开|弄|加|给|设|升|提|当|做|办|申请|要|来|成|为|一?个|下|上)*(?P<role>审稿|{_ROLE}|管理)的?(?:权限|资格|账号|身份|号)?"
    r"(?:呗|吧|吗|嘛|行不行|行吗|可以吗|好不好|一下|了)*"
)
_OPENED = re.compile(
    rf"(?:给|帮|为)(?P<unit>{_UNIT})(?:的)?(?:新来的|新同事|新人)?(?:[\u4e00-\u9fff]{{2,3}})?"
    r"(?:开|建|弄|加|注册|办)(?:一?个)?(?:账?号|账户|权限)"
)
_DO_IT = re.compile(
    r"(?:麻烦|帮忙|请|你)?(?:给|帮|替)?(?:他|她)?(?:改|调|弄|办|处理|变更|更新|转)(?:一下|过来|过去|改|了)*"
    r"(?:吧)?|等.{1,8}再.{1,4}|谢谢|(?:他|她|人|已经|都)*(?:退休|离职|辞职|调走|走|借调走?|不干|转岗|休假)(?:了|出去)*"
)


def _talked(words: str) -> Order | None:
    """小赵调到非遗科了，给他改一下; 老周退休了，他那个号停掉: one clause names who, another what, by 他 or 她."""
    clauses = [clause for clause in re.split(r"[，,；;。\s]+", words) if clause]
    head, behind = clauses[0], clauses[1:]
    if (opened := _OPENED.fullmatch(head)) and all(map(_DO_IT.fullmatch, behind)):
        return Order(Act.INVITE, unit=re.sub(r"(?:的|新来的|新同事).*$", "", opened["unit"]))
    if (raised := _RAISED.fullmatch(head)) and all(map(_DO_IT.fullmatch, behind)):
        return Order(Act.APPOINT, person=raised["person"], role=_ROLE_WORDS[raised["role"]])
    if no_more := _NO_MORE.fullmatch(head):
        return Order(Act.APPOINT, person=no_more["person"], role=Role.STAFF)
    for act, rule in _SAID_SO:
        found = rule.fullmatch(head)
        if found and all(map(_DO_IT.fullmatch, behind)):
            role = Role.EDITOR if act is Act.APPOINT else None
            return Order(act, person=next(filter(None, found.groups())), role=role)
    if not behind:
        return None
    left = _LEFT.fullmatch(head)
    if left and all(
        re.fullmatch(rf"{_THEIRS}{_RIGHT}?{_STOP}|{_RIGHT}{_STOP}|{_DO_IT.pattern}", one) for one in behind
    ):
        return Order(Act.SUSPEND, person=left["person"])
    if _JOINS.fullmatch(head) and (unit := _BELONGS.fullmatch(behind[0])):
        return Order(Act.INVITE, unit=re.sub(r"^(?:他|她)?(?:在|是|属于|分[在到]|归)|的$", "", unit[0]))
    order = read(head) if all(map(_DO_IT.fullmatch, behind)) else None
    return order if order and order.act in (Act.MOVE, Act.APPOINT) else None


def _order(act: Act, parts: dict[str, str | None]) -> Order:
    def first(*names: str) -> str:
        return next((value for name in names if (value := parts.get(name))), "")

    role = first("role", "role2", "role3")
    return Order(
        act,
        person=first("person", "person2"),
        unit=first("unit", "unit2"),
        role=_ROLE_WORDS[role] if role else None,
        under=first("under", "under2"),
    )
