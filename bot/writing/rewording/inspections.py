"""Looking at places and putting right: 去看了 → 查看, 当场下了通知 → 当场下达通知, 改完 → 整改到位."""

import re

from bot.domain.language.needed import Rule
from bot.domain.language.word_edges import words
from bot.writing.rewording.attendance import PEOPLE

# 病人, not 病险水库
_PEOPLE_SEEN = "老兵|军人|家属|病[人号友]|住院|烈属|孤[寡儿]|艺人|师傅|队员|英模|战士"


def _done_away(m: re.Match[str]) -> str:
    return "清理" if m["v"] == "清" else m["v"] + "除"


def _gone_to(m: re.Match[str]) -> str:
    """去图书馆 → 到图书馆; 去检修区域站 goes to do it."""
    return m[0] if words(m.string[m.end() :])[0].kind[0] == "v" else "到"


_MACHINES = "[机门窗灯车泵锁表]"

RULES: list[Rule] = [
    (re.compile(r"^让(?=先|当[天场日]|限期)"), "要求"),
    (
        re.compile(
            r"^(?:接到)?(?P<who>12345|市长热线|热线|信访局|网格|上级|市局)(?:热线)?转(?:来|过来|办)的?了?(?:一件|一起"
            r"|一个|1[件起个])?(?P<of>投诉|诉求|工单|举报|求助)?(?:件)?$"
        ),
        lambda m: f"接到{m['who']}转办{m['of'] or '诉求'}",
    ),
    (re.compile(r"^还真是$"), "情况属实"),
    (
        re.compile(r"(?P<what>(?:限|要求|责令|整改|隐患|问题|剩|其余)[^，。]*[内前])改(?:好|完|到位)了?$"),
        r"\g<what>整改到位",
    ),
    (re.compile(r"(?<=[会议])过了(?=[^，。]*(?:制度|办法|方案|规定|规程|细则|[《\ue000-\uf8ff]|\d))"), "通过"),
    (
        re.compile(r"(?:(?<![一-龥])|(?<=当场))(?:下|开)了?(?=(?:责令|整改|告知|限期)[^，。]{0,6}(?:书|单|通知))"),
        "下达",
    ),
    (
        re.compile(r"(?<![说讲算查问付还结看分不记认数水账])(?<!了就)(?P<v>[删拆清])(?:掉|了)$"),
        _done_away,
    ),
    (re.compile(r"(?<![一-龥]去)看了(?=\d+(?:处|件|间|家|座|个点))"), "查看"),
    (
        re.compile(
            r"去(?:了一?趟|[了的])?(?!年|趟|了|看[望了]|[接送拍教讲办修换清查装取拿搬领问测听])(?=[一-龥]{2,8}(?:社区|村|镇|学校|小学|中学|广场|公园|敬老院|陵园|景区|现场|院|馆|站))"
        ),
        _gone_to,
    ),
    (
        re.compile(
            r"^(?:让|叫|要求)(?:他们|他|她们|她|其)(?=(?:[去到尽快再]+[^，。了]{0,6})?(?:复[查诊]|就[医诊]|看医生|住院|手术|治疗))"
        ),
        "建议其",
    ),
    (re.compile(r"(?<=带队)查(?=[一-龥]{2})(?![看询找处明清获封])"), "检查"),
    (re.compile(r"(?<=[镇乡村县])看(?=(?:水库|河道|工地|书屋|企业|项目|现场|基地|大棚|苗圃)$)"), "查看"),
    # 周楼让他们回去商量: who stands before may be the ones that are told; 让他搬出去了 tells that it was done
    (
        re.compile(
            r"(?:^|(?<=[场先也就都又再局长队]))(?:让|叫|要求)(?:他们|他|她们|她|其|对方|店家|老板|业主|店主|商户|负责人)(?=[一-龥\d])(?![俩仨]|[同儿女父母爱家妻丈亲]|[^，。]*了)"
        ),
        "要求其",
    ),
    (re.compile(rf"去看(?!望)了?(?=[^，。]{{0,12}}(?:{_PEOPLE_SEEN}|{PEOPLE})[一-龥]{{0,3}}$)"), "看望"),
    (re.compile(rf"(?<![进上下出过回])去看了(?!看|\d+户|[^，。]*(?:{_PEOPLE_SEEN}|{PEOPLE}))"), "查看"),
    (
        re.compile(
            r"(?<![劝运带搬拉拿赶送接取领挪开抱牵偷])走了(?=[^，。]{0,6}\d+(?:户|家|个村|个点|个社区)|[一-龥、]{2,}(?:馆|村|社区|乡|镇|站|敬老院|中心)、)"
        ),
        "走访",
    ),
    (re.compile(r"提了(?=[^，。]{0,8}(?:意见|建议|问题|要求))"), "提出"),
    (re.compile(r"修好了?$"), "修复"),
    # 把发电机弄好: a thing is not 完成
    (re.compile(rf"^(?![^，]*[把将][^，]{{1,5}}{_MACHINES}[弄搞]好)(?P<what>.*)[弄搞]好了?$"), r"\g<what>完成"),
]
