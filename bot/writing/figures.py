"""What figures need in a report: the unit that talk leaves out, 、 between the items of a list.

职工38游客61 → 职工38人、游客61人; 油画44幅水彩27幅 → 油画44幅、水彩27幅; 票房12360 → 票房12360元.
"""

import re
from collections.abc import Iterable

from bot.domain.language.needed import Seldom, Table
from bot.domain.language.quantities import UNIT
from bot.domain.language.word_edges import Word, words

_FIGURE = r"约?\d[\d.]*[万亿]?(?:多|余)?"
# What may stand between two counted things of one list, as their name: no verb, no particle.
_THING = (
    r"(?:(?!"
    r"[了着过的是有在到共其中又还最每用送发给把被将从和与及均已未仅也则都要让请去来为比占可能会于以并而含变成至清至镇报剩转]"
    r"|新增|增长|下降|减少|增加|上午|下午|晚上|总|合计|达|超)[一-龥A-Z]){1,7}?"
)
_ITEM = rf"{_FIGURE}(?>{UNIT}|人次|册次)"
_DID = re.compile(r"放映|举办|开展|办结|核销|花费|完工|销号|结案|整改|修复|更换|清理|清退|立案|签约|成交|借出|归还")
_TWO_FIGURES = re.compile(r"\d\D+\d")
_NEXT_ITEM = re.compile(
    rf"(?P<item>(?P<name>[一-龥{chr(0xE000)}-{chr(0xF8FF)}]+){_ITEM})(?={_THING}{_ITEM}(?:$"
    rf"|[，。；、共其总和与]|{_THING}{_ITEM}))"
)
_TOTAL = Seldom(rf"(?P<item>\d[\d.]*{UNIT})共(?=\d)")
_HEADS = (
    "职工|游客|学生|观众|学员|队员|党员|老师|教师|家长|群众|演员|选手|志愿者|代表|嘉宾|作者|读者|男生|女生|男|女"
    "|警力|民警|战士|消防员|医生|护士|工人|干部|村民|居民|实到|应到|请假|缺席|到会|到场|报名|签到|参会|参训|参赛|参演|实际参加|录取|结业"
)
_PERSONS = re.compile(rf"(?P<head>{_HEADS})(?P<n>约?\d+(?:多|余)?)(?=$|[，、；（(]|(?:{_HEADS})\d)")
_SUMS = (
    "票房|造价|投资|总投资|花费|支出|收入|总收入|旅游收入|奖金|慰问金|成交额?|交易额|营业额|销售额|经费|预算|补贴"
    "|码洋|(?<![一-龥])值|总值|价值|费用|现金|欠薪|带动消费|补助|津贴|低保|罚款|赔款|欠款|货款|工资|人工费?|材料费?|[租押定订罚佣]金|票价|善款|工程款|产值|营收|贷款|意向金额|签约金额|合同额|投资额"
)
# 压岁钱600, 长寿金500, 生活费每月1950: a small figure behind these may count who paid.
_PAID = (
    r"(?:[一-龥](?<![缴交收付欠免消续退])费|[付汇打赔还垫欠销]款|捐的(?=\d+00(?!\d))|[一-龥](?<!值)钱|(?:长寿|助学|奖学|救助|养老|抚恤|保证|奖励|补助|补偿|赔偿|违约|安置|慰问|滞纳)金"
    r"|(?:销售|资金|核销)(?=[^，]*(?:\d{4}|万)))"
)
_RAISED = r"每[月年人户天次]|一个?[月年]|(?:加|涨|提高?|增加|降|减)到"
_MONEY = re.compile(
    rf"(?P<head>(?:{_SUMS}|{_PAID}(?=[^，]*(?:\d{{3}}|万)))(?:给|发|付|到位?|到账|现在|目前|了|共|约|为|是|达|达到|[特一二三头]等奖?|从\d{{1,2}}月起|{_RAISED})*)"
    rf"(?P<n>约?\d[\d.]*[万亿]?(?:多|余)?)(?=$|[，、；（(]|[打发存汇转]到|[也都]|(?:过|之|随)后|(?:{_SUMS}|冠军|亚军|季军|第?[一二三]等奖)\d)"
)
_AGE = re.compile(
    r"(?P<head>(?:年纪|年龄|岁数)?最[大小](?:的)?(?:[一-龥]{2,3})?|平均年龄|年龄|年纪|岁数)(?:是|有|为|已)?(?P<n>[1-9]\d)(?=$"
    r"|[，、；]|了)"
)
_SQUARE = re.compile(r"(?<=\d)(?:平米?)(?!方|台|均|面|安|等|价)")
_HEAD_COUNT = re.compile(
    r"(?P<who>人员|未成年人|成员|同志|员工|预备党员|党员|团员|老师|教师|演员|志愿者|作者|学徒|戏迷|专家|评委"
    r"|队员|学生|孩子|儿童|老人|居民|村民|家长|选手|嘉宾|讲解员|学员|读者|游客|工人|职工|干部|民警|医生|护士"
    r"|律师|教练|裁判|保安|司机|导游|站长|馆长)(?P<n>约?\d+(?:多|余)?)个(?=$|[，、；一-龥])(?![一-龥]*的|班|组|队|村|点)"
)
_HANDED = re.compile(r"[送给赠][一-龥]{2,8}\d+个$")
# 人14, the label and its count of a list
_MEN = re.compile(r"^人(?P<n>\d+)$")
# 三天进园4.82万
_VISITS = re.compile(r"(?P<n>(?:进园|入园|进馆|入馆|客流|接待游客|人流)[一-龥]{0,2}?约?\d[\d.]*万多?)(?=$|[，；])")
# 节目报名31个 counts programmes; a class or a match is joined by persons.
_JOINED = "(?:^|(?<=[，、员师生人者班训营课赛]))"
_PASSED = re.compile(
    r"(?P<did>(?<=考[试核])通过|(?<=[员师生人者考试])合格|没过的"
    rf"|{_JOINED}(?:报名|实到|结业|补考|录取))(?P<n>\d+)个$"
)


_PARTS = re.compile(r"(?P<name>[一-龥]{1,6}?)(?P<n>\d+)(?=$|[，、；一-龥])(?!\d)")
_MONEY_MATTER = re.compile(
    r"签约|投资|预算|拨款|中标|合同|成交|销售额|收入|票房|工资|钱|欠|元$|花[了费]|卖|善款|捐|[学奖助]金$|元一[一-龥]$"
)


def shared_unit(text: str, told: Iterable[str]) -> str:
    """声乐9、器乐7、舞蹈11 behind 27场: parts that add up to a whole told before are counted as the whole is.

    `told` begins with what was told last.
    """
    parts = [int(m["n"]) for m in _PARTS.finditer(text)]
    if len(parts) < 2 or re.sub(r"[、，；]", "", _PARTS.sub("", text)):
        return text
    for before in told:
        for whole in re.finditer(rf"(?<![\d.])(?P<n>\d+)(?P<unit>{UNIT})", before):
            if int(whole["n"]) == sum(parts):
                named = rf"\g<name>\g<n>{whole['unit']}、"
                return re.sub("[、，；]?$", "", _PARTS.sub(named, re.sub(r"[、，；]", "", text)))
    return text


# A clause that may lack its unit ends with its figure.
_BARE_FIGURE = re.compile(r"[\d.][万亿个]?$")
_DONE_OF_IT = re.compile(
    r"(?:其中|已|共|均)?(?:总长|全长|总计|余下|剩下|全部是?|到位|到货|入库|出库|恢复|成活|活了|过期(?:未检)?|[领拿]证"
    r"|[一-龥]{0,5}(?:[未没不](?:检|通|亮|响|过|验)|[修查]好)|办结|销号|完成|整改|化解|回复|答复|立案|结案|通过|采纳"
    r"|解决|调解|办理|受理|转办|退回|剩余|验收|整改完成|合格|不合格|达标|未达标|中标|录用)(?P<n>\d+)"
)
_THINGS = re.compile(
    r"(?P<n>\d+)(件|条|项|起|处|户|家|份|册|场|本|宗|米|公里|亩|平方米|吨|批次|批|台|辆|支|套|瓶|样|人|名|个|所|座|棵|株|盏|栋|头|只)"
    r"[一-龥]{0,2}$"
)
# 应查14座|实到11人, 应查33家|查了29: what should be and what was are counted alike.
_SHOULD_BE = re.compile(rf"应(?P<did>[一-龥])\d+((?!个$){UNIT})$")
_FEWER = re.compile(r"比[^，。\d]{1,12}(?:多|少|增加|减少|增|减)\d+$")
_LAST_UNIT = re.compile(rf"\d({UNIT})$")
_NAMED = re.compile(r"[一-龥]{2,6}\d+")
_OF_THEM_WITH_UNIT = re.compile(rf"其中[^\d]{{2,8}}\d+({UNIT})$")
# 投诉6, behind 22个问门票; 去年这天是1870, behind 2316人次
_SO_MANY_DID = re.compile(r"\d+([个件起人])[问咨反投求]")
_THE_YEAR_BEFORE = re.compile(r"(?:去年|上年|上届|前年)[一-龥]{0,6}[是为]?\d+")
_RAISED_TO = re.compile(r"(?:加|涨|提高?|增加?|降|减|调)到\d[\d.]*$")
_SO_MANY = re.compile(r"共?\d+个")
_OF_PERSONS = re.compile(r"(?:员|师|者|队员|老师|学生|党员)[一-龥]{0,3}$")
# 慰问金，二等功5000，三等功各1000
_PRIZE = re.compile(r"[特一二三头]等(?:奖|功)?(?:的|各)?\d{3,}")
_SUM_TOLD = re.compile(rf"(?:{_SUMS}|{_PAID})$|元$")
_AVERAGE = re.compile(r"平均\d{2}(?:\.\d)?")
_OF_AGE = re.compile(r"岁|老年|老人|年龄")
_LARGE = re.compile(r"\d[\d.]*[万亿]$")
_ALONE = re.compile(rf"(?:{_RAISED})*约?\d[\d.]{{2,}}")


def carried(text: str, before: str, deed: str = "") -> str:
    """The clause with the unit that the one before it has said: 总数143件，办结136 → 办结136件."""
    if should := _SHOULD_BE.search(before):
        text = re.sub(rf"^((?:实到|实际|{should['did']}了)\d+)人?$", rf"\g<1>{should[2]}", text)
    if not _BARE_FIGURE.search(text):
        return text
    if of_them := counted_as(text, before):
        return text + of_them
    if _FEWER.search(text) and (unit := _LAST_UNIT.search(before)):
        return text + re.sub("^[万亿](?=元)", "", unit[1])  # 比预算少4000, behind 11.6万元
    if _NAMED.fullmatch(text) and (unit := _OF_THEM_WITH_UNIT.match(before) or _SO_MANY_DID.match(before)):
        return text + unit[1]
    if (_THE_YEAR_BEFORE.fullmatch(text) or _RAISED_TO.search(text)) and (unit := _LAST_UNIT.search(before)):
        return text + unit[1]
    if _SO_MANY.fullmatch(text) and _OF_PERSONS.search(before):
        return text.removesuffix("个") + "人"
    if _PRIZE.fullmatch(text) and _SUM_TOLD.search(before):
        return text + "元"
    if _AVERAGE.fullmatch(text) and _OF_AGE.search(before):
        return text + "岁"
    matter = before + deed if text.startswith("共") and _COUNTED.search(before) else before
    money = _LARGE.search(text) and _MONEY_MATTER.search(matter) and not re.search(r"人|票|次", text + before[-3:])
    alone = _ALONE.fullmatch(text) and re.search(r"[钱费款]|[寿学助老租]金|工资|补贴", before)
    heads = re.fullmatch(r"共\d{3,}", text) and before.endswith("元")  # 补助一人600元|共14400
    return text + "元" if money or alone or heads else text


def counted_as(text: str, before: str) -> str:
    """The unit of the things told before of which the clause tells what became of so many: no more than there were."""
    part, whole = _DONE_OF_IT.fullmatch(text), _THINGS.search(before)
    if part is None or whole is None:
        return ""
    fits = int(part["n"]) <= int(whole["n"]) or text.startswith(("全部", "总")) or _DONE_OF_IT.match(before)
    return whole[2] if fits else ""


# 发放助学金|21所学校1347名学生|共86.25万: whom it went to is counted, so this is the sum
_COUNTED = re.compile(r"\d[名人户]")

# 5台电脑坏3台, 6个景区关4个, 元旦3天进馆4862人: the second figure tells of the first, it is no other item.
_OF_IT = re.compile(
    r"(?:累计|合计|共计|总计)|[一-龥]{0,4}(?:坏|关|缺|少|漏|丢|停|倒|塌|差|换|修)\d|(?:进馆|入馆|入园|进园|接待)\d"
)


# 清明头2天|设卡27个: for how long, and no item.
_LASTED = re.compile(r"\d(?:天|日|个?小时|分钟|个?月|周|年)$")


# 4个|考点3126人: what is counted stands behind 个, and has no count of its own.
_HOUSE = re.compile(r"(?:考|网|站|布|库|景|观|监测)点|[村镇乡街]|社区|学校|单位|部门|小区|企业|场馆")


_BOTH = re.compile(r"[、和与及][一-龥]{1,4}\d+个$")  # 苍山、兴隆2个|林场路口
_DIGIT = re.compile(r"\d")


def _set_apart(m: re.Match[str]) -> str:
    """油画44幅| gets its 、; 接待4所|学校 does not, for what stands before the figure is no thing."""
    if (
        _OF_IT.match(m.string, m.end())
        or (m["item"].endswith("个") and (_HOUSE.match(m.string, m.end()) or _BOTH.search(m.string[: m.end()])))
        or _LASTED.search(m["item"])
        or words(m["name"])[-1].kind[0] == "t"  # 上午2所|检查教室12间
    ):
        return m["item"]
    if _DID.match(m.string, m.end()):
        return m["item"] + "，"
    after = words(_DIGIT.split(m.string[m.end() :], maxsplit=1)[0])
    if after and after[0].end > 1 and not _is_thing(after[0]) and not m["name"].endswith("的"):
        return m["item"] + "，"  # 喇叭车2辆，走访9个村
    if any(not _is_thing(word) for word in after):
        return m["item"]  # 4个|景区接待18万人次: a deed, and no second item
    if not _is_thing(words(m["name"][-4:])[-1]) and not (after and after[-1].end >= 4):
        return m["item"]
    return m["item"] + "、"


def _is_thing(word: Word) -> bool:
    return word.kind[0] not in "vpduc" or word.kind == "vn" or word.text in "高宽长厚深重"


def _heads(m: re.Match[str]) -> str:
    """送环卫工人30个 counts what was handed out."""
    return m[0] if _HANDED.search(m.string) else m.expand(r"\g<who>\g<n>名")


_CALLED_FOR = Table(
    (
        (_SQUARE, "平方米"),
        (re.compile("公分"), "厘米"),
        (_AGE, r"\g<head>\g<n>岁"),
        (_VISITS, r"\g<n>人次"),
        (_PERSONS, r"\g<head>\g<n>人"),
        (_MEN, r"\g<n>人"),
        (_MONEY, r"\g<head>\g<n>元"),
        (_HEAD_COUNT, _heads),
        (_PASSED, r"\g<did>\g<n>人"),
    )
)


def completed(text: str) -> str:
    """The clause with the units that its own words call for, its lists told apart."""
    text = _CALLED_FOR(text)
    if _TWO_FIGURES.search(text):
        text = _NEXT_ITEM.sub(_set_apart, text)
    return _TOTAL.sub(r"\g<item>，共", text)
