"""Who came, in the words of a report: 来了40个孩子 → 40名孩子参加, 看的人206个 → 观众206人."""

import re

from bot.domain.language.needed import Rule
from bot.domain.language.word_edges import words

PEOPLE = (
    "孩子|小朋友|儿童|学生|同学|中学生|小学生|大学生|幼儿|老人|老年人|家长|志愿者|党员|老党员|干部|同志|队员|村民|群众|市民|居民|游客|观众|读者|选手|老师|教师|学员|讲解员|演员|"
    "手艺人|传承人|导游|工人|环卫工人|职工|员工|工作人员|干事|代表|负责人|经营者|业主|店主|医生|护士|专家|民警|消防员|执法人员|讲师|辅导员|裁判|评委|爱好者|作者|艺人|青年|妇女|残疾人|退役军人|"
    "机手|姐妹|大夫|困难群众|困难党员|馆员|文化干部|文化专干|网格员|骨干|农?民工|农民|[茶果菜花药烟棉瓜桑牧]农|会计|校长|村医|护林员|考生|获奖者|参赛者|参训人员|书法家|画家|作家|艺术家"
    "|摄影家|收藏家|票友|戏迷|团员|预备党员|技术员|绣娘|匠人|徒弟|学徒|嘉宾|客商|记者|摄影师|未成年人|老战士|老兵|司机|乘客|商户|摊主|新党员|入党积极分子|积极分子|委员|班子成员"
)
COUNT = r"(?:约|近|超|超过|至少|不到)?\d[\d.,]*[万亿]?(?:多|余|来)?"


# 路政去了4个人: a house sends, an event or children do not.
_SENDS = re.compile(r"(?<!我)(?:[局站队所院馆厂社]|路政|交警|消防|公安|中心|公司)(?:那边)?$")
_SENT = re.compile(r"人员|干部|民警|医生|护士|专家|[技队]")
# 快递来了3个 and 20个镇来了18个 count no people, 11月18日来了30个 and 城管来了15个 do.
_PEOPLE_BEFORE = re.compile(
    rf"(?<!\d个)(?<!\d个[一-龥])(?:{PEOPLE}|[里的日午晚早天际共员管团部会班组局馆站所村镇乡校队])$"
)


def _attend(m: re.Match[str]) -> str:
    """来了40个孩子 → 40名孩子参加, 中午来了74个老人 → 中午74名老人到场, 来了3个人看库房 → 3人来看库房."""
    who, went = m["who"] or "", "去了" in m[0]
    before, behind = m.string[: m.start()], m.string[m.end() :]
    if not who and m["u"] == "个" and (behind or (before and not _PEOPLE_BEFORE.search(before))):
        return m[0]
    counted = _counted(m["n"], m["u"], who)
    if behind[:1].isdigit():  # 去了4个医生1个护士
        return f"{'派出' if went else '到场'}{counted}、"
    if behind and behind[0] not in "，。、；":
        did = words(behind)[0]
        if (did.kind[0] != "v" and len(behind) > 1) or behind.startswith("的", did.end):
            return m[0]  # 来了2个|市里的老师
        if behind in ("观看", "参观", "旁听") or behind[did.end :].startswith("了"):
            return counted
        return counted + ("前往" if went else "前来" if len(did.text) > 1 else "来")
    if went:
        sent = _SENDS.search(before) if before else _SENT.search(who)
        return f"派出{counted}" if sent else f"{counted}前往"
    at_once = "共" if before.endswith(("时", "分", "点")) else ""  # 到5时，1430人
    return at_once + counted + ("到场" if before.strip("共") else "参加")


def _counted(number: str, unit: str, who: str) -> str:
    """40 + 个 + 孩子 → 40名孩子; without a noun → 40人."""
    if not who or who == "人":
        return f"{number}人"
    return f"{number}{'位' if unit == '位' else '名'}{who}"


def _of_all(m: re.Match[str]) -> str:
    """23个党员去了21个 → 23个党员中21人参加, 24户来了19户 → 24户中19户参加, 20个镇来了18个 → 20个镇中18个参加."""
    if int(m["n"]) > int(m["all"]):
        return m[0]
    alone = m["of"] in ("个", "人") and m["who"] in ("", "人")
    people = alone or m["of"] in ("人", "名", "位") or re.search(f"(?:{PEOPLE}|[长员师生友])$", m["who"])
    unit = "人" if people else m["of"]
    return f"{m['all']}{'人' if alone else m['of'] + m['who']}中{m['n']}{unit}参加"


# 上千人, 好几百人: nobody counted, so the words stay, and the number is asked for.
_VAGUE = r"上[百千万]|好?几[十百千万]|数[十百千万]|成百上千|近[百千万]|[一两]三[百千]"
N = rf"(?P<n>{COUNT}|{_VAGUE})"
_U = r"(?P<u>人|名|位|个|号人)"
_WHO = rf"(?P<who>(?:业余|文艺|民间|基层|青年|本地|外地|返乡|退休)?(?:{PEOPLE})(?:代表|骨干)?|人)"
_ALL_TOLD = r"(?:一共|总共|共|加起来|也)*"
_SEE, _HEAR = r"(?:来|现场)?(?:观看|参观|围观|看热闹|观展|看|逛)(?:戏|演出|展览?|电影|比赛)?", r"来?听(?:讲|课|众)?"
RULES: list[Rule] = [
    (
        re.compile(rf"^(?P<did>看|听)(?:戏|演出|展览?|电影|比赛|课|讲)?的(?P<who>{PEOPLE})(?:有)?{N}{_U}$"),
        lambda m: f"{m['n']}名{m['who']}{'观看' if m['did'] == '看' else '听讲'}",
    ),
    # 看的人有400多: nobody says 人, and nothing else is counted
    (
        re.compile(
            rf"^{_SEE}的(?:人|群众|观众|游客)?(?P<least>少说|起码|至少)?{_ALL_TOLD}(?:有|是|来了|得有)?{N}(?:人|个|名|号人)?$"
        ),
        lambda m: f"观众{'至少' if m['least'] else ''}{m['n']}人",
    ),
    (re.compile(rf"^{_HEAR}的(?:人|群众)?{_ALL_TOLD}(?:有|是)?{N}(?:人|个|名|户)?$"), r"\g<n>人听讲"),
    (
        re.compile(
            r"^(?:来参加|参加|参与|参会|参训|参赛|参演|到会|到场|来|去|到)的(?:人数?|群众|同志)?"
            rf"{_ALL_TOLD}(?:有|是|来了)?{N}{_U}(?:个|来)?{_WHO}?$"
        ),
        lambda m: _counted(m["n"], m["u"], m["who"] or "") + "参加",
    ),
    (
        re.compile(rf"^{_ALL_TOLD}(?P<go>[来去])了(?P<who>(?:{PEOPLE})(?:代表)?){N}{_U}$"),
        lambda m: f"{m['who']}{m['n']}人{'参加' if m['go'] == '来' else '前往'}",
    ),
    (re.compile(rf"{_ALL_TOLD}来了(?P<n>{COUNT})(?P<u>支|个)(?P<of>队伍|代表队|队)"), r"共\g<n>\g<u>\g<of>"),
    (
        re.compile(rf"(?:来|进)了(?={COUNT}人次)"),
        "接待",
    ),
    (
        re.compile(
            r"(?<!要)(?P<all>\d+)(?P<of>[户家人个名位支])(?P<who>[一-龥]{0,4}?)[来去到]了(?P<n>\d+)[户家人个名位支]$"
        ),
        _of_all,
    ),
    (re.compile(rf"(?<![\d也又还新回起过]){_ALL_TOLD}(?:来|去|到)了(?:有)?{N}{_U}(?:{_WHO})?(?!次)"), _attend),
    (re.compile(rf"^(?:一共|总共|共)(?:有|是)?{N}(?P<u>人|名|位|号人)$"), r"共\g<n>人参加"),
    (
        re.compile(r"(?<=[一-龥])(?<![电水气货车料款钱雨雪风库店站厂])(?P<all>都|也|全|全都)(?P<go>[来去])了$"),
        lambda m: ("也" if m["all"] == "也" else "均") + ("到场" if m["go"] == "来" else "前往"),
    ),
    (re.compile(r"都(?:来|到)(?:了人|人了)"), "均派人参加"),
    (
        re.compile(rf"^{N}{_U}?是(?P<what>报名|报到|签到|应到|实到|登记)的?(?:人数|人)?$"),
        lambda m: f"{m['what']}{m['n']}人",
    ),
    (re.compile(r"(?<=\d)[个名位]老乡(?![情会])"), "名群众"),
    (re.compile(rf"(?P<who>{PEOPLE})们?(?P<n>约?\d+(?:多|余)?|{_VAGUE})$"), r"\g<who>\g<n>人"),
]
