"""Who came, in the words of a report: 来了40个孩子 → 40名孩子参加, 看的人206个 → 观众206人."""

import re

from bot.domain.language.needed import Rule
from bot.domain.language.word_edges import words

PEOPLE = (
    "孩子|小朋友|儿童|学生|同学|中学生|小学生|大学生|幼儿|老人|老年人|家长|志愿者|党员|老党员|干部|同志|队员|村民"
    "|群众|市民|居民|游客|观众|读者|选手|老师|教师|学员|讲解员|演员|"
    "手艺人|传承人|导游|工人|环卫工人|职工|员工|工作人员|干事|代表|负责人|经营者|业主|店主|医生|护士|专家|民警|消防员"
    "|执法人员|讲师|辅导员|裁判|评委|爱好者|作者|艺人|青年|妇女|残疾人|退役军人|"
    "机手|姐妹|大夫|困难群众|困难党员|馆员|文化干部|文化专干|网格员|骨干|农?民工|农民|考生|获奖者|参赛者|参训人员|书法家|画家|作家"
    "|艺术家"
    "|摄影家|收藏家|票友|戏迷|团员|预备党员|技术员|绣娘|匠人|徒弟|学徒|嘉宾|客商|记者|摄影师|未成年人|老战士|老兵"
    "|司机|乘客|商户|摊主|新党员|入党积极分子|积极分子|委员|班子成员"
)
COUNT = r"(?:约|近|超|超过|至少|不到)?\d[\d.,]*[万亿]?(?:多|余|来)?"


# 路政去了4个人: a house sends, an event or children do not.
_SENDS = re.compile(r"(?<!我)(?:[局站队所院馆厂社]|路政|交警|消防|公安|中心|公司)(?:那边)?$")
_SENT = re.compile(r"人员|干部|民警|医生|护士|专家|[技队]")


def _attend(m: re.Match[str]) -> str:
    """来了40个孩子 → 40名孩子参加, 来了3个人看库房 → 3人来看库房."""
    who = m.groupdict().get("who") or ""
    if m.start() and re.fullmatch("老师|教师|专家|记者|医生|评委|教练|师傅|讲师", who):
        return f"{m['n']}位{who}到场"
    sent = _SENDS.search(m.string[: m.start()]) if m.start() else _SENT.search(who)
    if sent and "去了" in m[0] and m.end() == len(m.string):
        return f"派出{_counted(m['n'], m['u'], who)}"
    verb = m.groupdict().get("verb") or "参加"
    behind = m.string[m.end() :]
    if behind[:1].isdigit():  # 去了4个医生1个护士
        return f"{'派出' if '去' in m[0][:6] else '到场'}{_counted(m['n'], m['u'], who)}、"
    if behind and verb == "参加":
        told = _goes_on(m[0][:6], behind)
        return m[0] if told is None else f"{_counted(m['n'], m['u'], who)}{told}"
    return f"{_counted(m['n'], m['u'], who)}{verb}"


def _goes_on(came: str, behind: str) -> str | None:
    """What joins the persons to what they did: 6人|前来|抢修; None where no deed follows (来了2个|市里的老师)."""
    if behind in ("观看", "参观", "旁听") or len(behind) == 1:
        return ""
    if re.match(r"(?:[看查评学修装拍](?!的)|考察|调研|检查|指导|参观|采风|帮着)", behind):
        return "来"
    if "来" in came and re.match(r"[一-龥]{2}了", behind):
        return ""
    did = words(behind)[0]
    if did.kind[0] not in "vl" or behind.startswith("的", did.end):
        return None
    return "" if did.end == 1 else "前往" if "去" in came else "前来" if "来" in came else None


def _counted(number: str, unit: str, who: str) -> str:
    """40 + 个 + 孩子 → 40名孩子; without a noun → 40人."""
    if not who or who == "人":
        return f"{number}人"
    return f"{number}{'位' if unit == '位' else '名'}{who}"


def _came(m: re.Match[str]) -> str:
    """各单位来了76个通讯员 → 各单位76名通讯员参加, 来了25个家庭 → 25个家庭参加."""
    unit = "个" if re.search(r"家庭|企业|单位", m["who"]) else "名"
    return f"{m['from']}{m['n']}{unit}{m['who']}参加"


N = rf"(?P<n>{COUNT})"
_U = r"(?P<u>人|名|位|个|号人)"
_WHO = rf"(?P<who>(?:业余|文艺|民间|基层|青年|本地|外地|返乡|退休)?(?:{PEOPLE})(?:代表|骨干)?|人)"
# 上千人, 好几百人: nobody counted, so the words stay, and the number is asked for.
_VAGUE = r"(?P<n>上[百千万]|好?几[十百千万]|数[十百千万]|成百上千|近[百千万]|[一两]三[百千])"
RULES: list[Rule] = [
    # 他们8个人, beside 我们5个
    (re.compile(r"^估摸着?(?:有)?(?P<n>[一二三四五六七八九]?百)来号$"), r"现场约\g<n>人"),
    (re.compile(r"^(?:一共|总共|共|实际)?来了(?P<n>约?\d{2,}(?:多|余)?)$"), r"\g<n>人参加"),
    (re.compile(r"^来了?(?P<n>\d+)个(?P<who>旅行团|旅游团|研学团|考察团|参观团|团队)$"), r"接待\g<who>\g<n>个"),
    (re.compile(rf"^来?听(?:课|讲)?的?(?:有)?(?P<n>{COUNT})户$"), r"\g<n>户参加"),
    (re.compile(rf"(?P<what>高血压|糖尿病|高血糖|脂肪肝|白内障|近视)(?P<n>{COUNT})个$"), r"\g<what>\g<n>人"),
    (
        re.compile(
            r"^(?P<verb>参加|参训|参演|到场|参会"
            r"|参赛)的有(?P<who>[^，。、\d]{1,12}\d+[人名位](?:[、和][^，。、\d]{1,12}\d+[人名位])*)$"
        ),
        r"\g<who>\g<verb>",
    ),
    (re.compile(rf"^看(?:戏|演出|展览?|电影|比赛)的(?P<who>{PEOPLE}){N}{_U}$"), r"\g<n>名\g<who>观看"),
    (
        re.compile(rf"(?P<who>[^，。\d]{{2,}}(?:{PEOPLE})|(?<!\d)[^，。\d]+[一-龥]员)[来去]了{N}{_U}$"),
        r"\g<who>\g<n>人参加",
    ),
    (re.compile(r"(?<=[团队局馆站院里])去了(?=[一-龥]{2,6}\d+[人名位个]?$)"), "派出"),
    (re.compile(rf"^(?:一天|全天|当天|一整天)(?:一共|共)?(?:来|接待|进)了?{N}(?P<u>人次|人)$"), r"当天接待\g<n>\g<u>"),
    (re.compile(rf"(?P<pre>直播[一-龥]{{0,6}}?)观?看的?(?:人)?(?:有)?{N}(?P<u>人次)$"), r"\g<pre>观看\g<n>\g<u>"),
    (re.compile(rf"(?P<pre>直播[一-龥]{{0,6}}?)观?看的?(?:人)?(?:有)?{N}(?:人|个)?$"), r"\g<pre>观看\g<n>人"),
    (re.compile(rf"(?P<pre>直播[一-龥]{{0,6}}?){N}(?P<u>人次|人)(?:在|来)?看$"), r"\g<pre>观看\g<n>\g<u>"),
    (re.compile(r"(?<=[人次])看$"), "观看"),
    (
        re.compile(
            r"^来了?(?P<list>(?:[一-龥]{1,8}、)+[一-龥]{1,8}\d+个(?:项目|品种|摊位|剧目|单位|团队|队|乡镇|村|社区))$"
        ),
        r"\g<list>参加",
    ),
    (
        re.compile(rf"(?P<what>血[压糖脂](?:偏|过|特别)?高|超重|近视|视力不良|及格|达标|过关)的(?:有)?{N}[个名人]"),
        r"\g<what>\g<n>人",
    ),
    (re.compile(rf"^(?P<what>[量测查]血[压糖脂])的?(?:有)?{N}[个名人]$"), r"\g<what>\g<n>人"),
    (re.compile(rf"^有{N}个(?=血[压糖脂])"), r"\g<n>人"),
    (re.compile(rf"^有{N}[个名](?=(?:老人|孩子|学生|工人|游客)[一-龥])"), r"\g<n>名"),
    (
        re.compile(
            r"^(?:(?:来看|来观看|看|观看|围观|台下|现场)的?(?:人|群众|观众|游客)?(?:坐了|站了|来了|得有"
            rf"|有)?|[坐站]了){_VAGUE}(?:个|号)?人?$"
        ),
        r"观众\g<n>人",
    ),
    (
        re.compile(rf"^(?:一共|总共|共|大概)?(?:来|到|去|参加)(?:了|的)(?:人)?(?:有|得有)?{_VAGUE}(?:个|号)?人?$"),
        r"\g<n>人参加",
    ),
    (re.compile(rf"^(?P<who>{PEOPLE})们?(?:来了|到了|有|得有)?{_VAGUE}(?:个|名|号)?人?$"), r"\g<who>\g<n>人"),
    (
        re.compile(rf"^看热闹的?(?:人)?(?:少说(?:也)?|起码|至少)?(?:也)?(?:有|得有)?{_VAGUE}(?:个|号)?人?$"),
        r"观众\g<n>人",
    ),
    (re.compile(rf"^坐了{N}[个名](?P<who>{PEOPLE})$"), r"\g<n>名\g<who>到场"),
    (re.compile(r"(?<=个班){0}个$".replace("{0}", N)), r"\g<n>人"),
    (re.compile(r"没来成|没能来|没(?:赶)?过来$"), "未能到场"),
    (
        re.compile(
            rf"加上(?:他们|她们|对方|其)?(?P<who>[一-龥]{{0,4}}?){N}{_U}?(?:一共|总共|共|就)(?:是"
            r"|有)?(?P<all>\d+)(?:个|人|名)?$"
        ),
        r"加上其\g<who>\g<n>人共\g<all>人",
    ),
    (
        re.compile(rf"^{N}{_U}?是(?P<what>报名|报到|签到|应到|实到|登记|线上|线下)(?:的)?(?:人数|数|人)?$"),
        r"\g<what>\g<n>人",
    ),
    (
        re.compile(rf"(?P<who>(?:{PEOPLE}|军人|战士|官兵|僧人|工友))(?:一共|共)?有(?P<n>约?\d+多?)个$"),
        r"\g<who>\g<n>人",
    ),
    (re.compile(r"^(?P<what>[一-龥]{1,5}[伤脚倒暑病晕烫])的(?:有)?(?:一|1)个$"), r"1人\g<what>"),
    (
        re.compile(r"(?<=[县市局省])领导(?:也|还)?来了$|^(?P<who>[县市区镇乡局馆]长|书记)(?:也|还)?来了$"),
        lambda m: f"{m['who'] or '领导'}到场",
    ),
    (
        re.compile(
            r"^(?:来看|来观看|看|来看展|看展|观展|来参观|参观|来逛)的(?:人|群众|观众|游客)?(?:一共|总共|共"
            rf"|大概|差不多)?(?:有|是|来了)?{N}{_U}(?:人)?$"
        ),
        r"观众\g<n>人",
    ),
    (
        re.compile(rf"^(?:来听|听课|听讲|来听课)的(?:人|群众)?(?:一共|总共|共)?(?:有|是)?{N}{_U}(?:{PEOPLE})?$"),
        r"\g<n>人听讲",
    ),
    (
        re.compile(
            r"^(?:来|到场|到|来参加|参加|参与|去|参会|参训|参赛|参演|到会)的(?:人|人数|群众"
            rf"|同志)?(?:一共|总共|共|大概|差不多)?(?:有|是|来了)?{N}{_U}(?:个|来)?{_WHO}?$"
        ),
        _attend,
    ),
    (
        re.compile(
            r"^(?P<verb>参加|参与|参会|参训|参赛|参演|到场|报名|到会|签到)(?:的)?人数(?:一共|总共)?(?:有|是|为"
            rf"|：|:)?{N}(?P<u>人|名|个)?$"
        ),
        _attend,
    ),
    (re.compile(rf"^(?:一共|总共|共)?来了(?P<who>(?:{PEOPLE})(?:代表)?){N}{_U}$"), r"\g<who>\g<n>人参加"),
    (re.compile(rf"(?:一共|总共|共)?来了(?P<n>{COUNT})(?P<u>支|个)(?P<who>队伍|代表队|队)"), r"共\g<n>\g<u>\g<who>"),
    (re.compile(rf"(?<![\d也又还新])(?:一共|总共|共|总的)?(?:来|去|到)了(?:有)?{N}{_U}{_WHO}(?!次)"), _attend),
    (
        re.compile(rf"(?<![\d也又还新])(?:一共|总共|共|总的)?(?:来|去|到)了(?:有)?{N}(?P<u>人|名|位|号人)(?!次)"),
        _attend,
    ),
    (re.compile(rf"^(?:一共|总共|共)?(?:来|去|到)了?{N}个$"), r"\g<n>人参加"),
    (re.compile(rf"^{N}{_U}{_WHO}?(?:来|去|到)的$"), _attend),
    (
        re.compile(
            rf"^(?P<from>(?:各[一-龥]{{1,4}})?)(?:一共|总共|共)?来了?{N}(?P<u>个|名|位)"
            r"(?P<who>(?![一-龥]{1,4}的)[一-龥]{0,4}?(?:家庭|企业|单位|[一-龥](?:员|户|家|手|师|友|生|长|骨干)))$"
        ),
        _came,
    ),
    (re.compile(rf"^(?:一共|总共|共)(?:有|是)?{N}(?P<u>人|名|位|号人)$"), r"共\g<n>人参加"),
    (re.compile(rf"^听(?:讲|课|众)?的(?:有|是|人|大概|一共)*{N}人$"), r"\g<n>人听讲"),
    (re.compile(rf"^听(?:讲|课)?的(?P<who>{PEOPLE})(?:有)?{N}{_U}$"), r"\g<n>名\g<who>听讲"),
    (re.compile(rf"^看的(?P<who>{PEOPLE})(?:有)?{N}{_U}$"), r"\g<n>名\g<who>观看"),
    (re.compile(rf"^学的(?:有|是|人|一共)*{N}人$"), r"\g<n>人学习"),
    (re.compile(rf"^(?:实际|现场)?(?:打|比|跑|踢|下)的(?:有|是)?{N}人$"), r"\g<n>人参赛"),
    (
        re.compile(
            r"(?<![一-龥])(?P<did>进场|入场|应聘|体检|接种|陪餐|请假|迟到|缺席|完赛|获奖|受伤|缓审|合格|离休|退休|出差|带队|值班|入选"
            r"|结业|毕业|报名|参展|旁听|补考|带班|值守|献血|捐款|咨询|办证|续借)的(?:有"
            r"|是)?(?P<n>约?\d[\d.]*(?:多|余)?(?:人|名|位|户|家|个)(?:次)?)$"
        ),
        r"\g<did>\g<n>",
    ),
    (re.compile(r"^(?P<did>咨询|进场|应聘|体检|接种|献血|请假|缺席|听课)(?P<n>约?\d+多?)个$"), r"\g<did>\g<n>人"),
    (re.compile(rf"^(?P<who>{PEOPLE})们?(?:一共|总共|共)(?:有|来了|是)?{N}{_U}$"), _attend),
    (re.compile(rf"^{N}{_U}{_WHO}(?:来)?(?P<verb>参加|参与|到场|报名|观看|参观)了?$"), _attend),
    (re.compile(r"(?<=[一-龥])(?<![电水气货车料款钱雨雪风库店站厂])(?:都|也|全|全都)[来去]了$"), "参加"),
    (
        re.compile(rf"^(?P<all>\d+[个名位](?:{PEOPLE}))[来去到]了(?P<n>\d+)[个名位人]$"),
        r"\g<all>中\g<n>人参加",
    ),
    # 24户来了19户
    (re.compile(r"^(?P<all>\d+)(?P<u>[户家人个名])[来到]了(?P<n>\d+)(?P=u)$"), r"\g<all>\g<u>中\g<n>\g<u>参加"),
    # 给老人剪头发的剪了31个
    (
        re.compile(
            rf"^[给为](?P<who>{PEOPLE})们?(?P<v>[一-龥])(?P<o>[一-龥]{{1,3}}?)的?(?P=v)了(?P<n>\d+)[个名位]人?$"
        ),
        r"为\g<n>名\g<who>\g<v>\g<o>",
    ),
    (re.compile(r"都(?:来|到)(?:了人|人了)"), "均派人参加"),
    (re.compile(r"^(?P<what>评委|教练|裁判|老师|讲师|演员|律师|志愿者)(?P<n>\d+)个$"), r"\g<what>\g<n>名"),
    (re.compile(r"^(?P<n>\d+)支队$"), r"\g<n>支队伍参赛"),
    (re.compile(r"(?P<who>[一-龥、]{2,20}(?:负责人|代表|商户|单位|企业))到(?P<n>\d+家)$"), r"\g<n>\g<who>参加"),
    (re.compile(rf"^来的(?P<who>[一-龥]{{2,6}})(?:有|是|一共|共)?{N}{_U}$"), r"\g<who>\g<n>人参加"),
    (re.compile(r"^看(?:戏|演出|电影|展)的(?:有|是|人|大概)*(?P<n>约?\d[\d.]*万?(?:多|余)?)人"), r"观众\g<n>人"),
    (re.compile(r"^看的人(?=约?\d[\d.]*万)"), "观众"),
    # 看的人有400多, 来听的有60多: nobody says 人, and nothing else is counted
    (re.compile(rf"^(?:来看|看戏|看|围观)的(?:人)?(?:有|得有)?(?P<n>{COUNT})$"), r"观众\g<n>人"),
    (re.compile(rf"^(?:来听|听讲|听课|听)的(?:人)?(?:有|得有)?(?P<n>{COUNT})$"), r"\g<n>人听讲"),
    (re.compile(r"^看(?:戏|演出|电影|展)?的人?(?:加起来|一共|总共|共)*(?P<n>约?\d+多?)[人个]?$"), r"观众\g<n>人"),
    (re.compile(rf"(?P<who>{PEOPLE})们?(?P<n>约?\d+(?:多|余)?)$"), r"\g<who>\g<n>人"),
    (re.compile(r"(?P<n>\d+个(?:乡镇|镇|乡|村|单位|科室|部门|县区|街道))来人[：:]"), r"\g<n>派人参加："),
]
