"""What an editor would still mark when the clause is in report words: 了, 都, 还, 没, 他, the 的 at its end."""

import re
from itertools import pairwise

from bot.domain.language.needed import Rule
from bot.domain.language.praise import PRAISING, SWEEPING
from bot.domain.language.word_edges import words
from bot.writing.aspect import settled
from bot.writing.verbs import ENDING, ended


def _nominal(m: re.Match[str]) -> str:
    """9月23日开班的 drops its 的; 考官是外县抽的, 用的自己的, 还有要公示的, 交警围的 would be a stump."""
    said = m["said"]
    found = words(said)
    if said[-1] == "、":  # 住建的、咱的, with 咱 gone
        return said
    if len(found) > 2 and found[-1].text == "来" and _COMER.search(said):
        return said[:-1] + "到场"
    named = _NAMES.search(said) or any(v.kind[0] == "v" and of.text == "的" for v, of in pairwise(found))
    stump = found[-1].kind[0] == "v" and len(found[-1].text) == 1 and len(found) > 1 and not _PLACED.search(said)
    return m[0] if named or stump else said


# Where the clause names somebody or something (有…的, 叫上…的, 给了…的) its 的 stands for the noun.
_NAMES = re.compile(
    r"(?<![还但只于总不])是[^，。]|(?<![没只])有|了|[\d一两]个[一-龥]{2,4}$|^要(?!求)|^(?:计划|先|再|临时)?(?:\d+月\d+日)?[叫请带用换催收给借找买][^，。]*[一-龥]{2}$"
    r"|希望|[新旧男女]$|\d[块个件张幅本把]好$|做成|自己[一-龥]{1,3}$|上下来$|(?P<one>[一-龥])(?P=one)$"
)
# 对方董事长来的
_COMER = re.compile(r"^[^，。\d的是从坐带自跟和骑开跑走]{1,12}来$")
# 在三楼开的, 下午4时收队的
_PLACED = re.compile(r"在|从哪|\d[月日时分]|^\d+[人名]")


def _not_so(m: re.Match[str]) -> str:
    """没谈成 is 未谈成, 没护栏 is 无护栏; what is neither for sure stays."""
    after = words(m.string[m.end() :])[0]
    if m.string[m.end() :].startswith(after.text + "的") and len(after.text) == 1:
        return m[0]
    if after.kind in ("v", "ad", "d") or (len(after.text) == 1 and after.kind[0] == "n"):
        return "未" if after.kind != "d" else m[0]
    if after.kind == "vn":
        return "未"
    return "无" if after.kind[0] in "nsi" and not after.text.endswith(("户", "案")) else m[0]


def _so_many(m: re.Match[str]) -> str:
    """居民排队的有200人 → 居民200人排队, 第一次献血的有58人 → 58人第一次献血."""
    who = words(m["what"])[0]
    if "的" in m["what"] or (who.kind[0] == "n" and who.end == len(m["what"]) - 1):
        return m[0]
    return f"{who.text}{m['n']}{m['what'][who.end :]}" if who.kind[0] == "n" and who.end > 1 else m["n"] + m["what"]


# 水带老化6条，换了: a verb alone, of what was told before it.
_OF_IT = {
    "换": "更换",
    "修": "维修",
    "改": "整改",
    "拆": "拆除",
    "清": "清理",
    "洗": "清洗",
    "封": "封存",
    "扣": "暂扣",
    "记下": "记录",
} | {
    did: did
    for did in (
        "登记 备案 上报 整改 更换 维修 报修 送修 报警 回复 答复 处理 移交 归档 清理 下架 没收 封存 销号 记录 拍照 通知"
    ).split()
}


def _of_it(m: re.Match[str]) -> str:
    return ("均已" if m["all"] else "已") + _OF_IT[m["did"]]


RULES: list[Rule] = [
    (re.compile(r"^(?P<did>批评|警告|教育|表扬|处罚|制止)了$"), r"予以\g<did>"),
    (re.compile(r"(?<=[都全])给(?=[换修装补清拆]了$)"), ""),
    (re.compile(r"^(?P<who>[^，。\d的]{1,8}(?:局长|镇长|乡长|县长|主任|书记))讲的$"), r"\g<who>讲话"),
    (
        re.compile(r"^(?P<who>[^，。\d的由请了]{2,12}?(?:[老小][一-龥]|师傅|站长|工程师|干部|同志))(?P<did>[讲教])的$"),
        lambda m: f"由{m['who']}{'主讲' if m['did'] == '讲' else '授课'}",
    ),
    (re.compile(rf"^(?P<all>[都全])?(?:已经?)?(?P<did>{'|'.join(_OF_IT)})了$"), _of_it),
    (ENDING, ended),
    (re.compile(r"^.*了.*$"), lambda m: settled(m[0])),
    (re.compile(r"已经"), "已"),
    (re.compile(r"(?<!按)照旧(?=[一-龥]{2})"), "仍"),
    (re.compile(r"(?<!按)照旧$"), "不变"),
    (re.compile(r"以?[一-龥]{2}之势、?(?:[一-龥]{2}手段)?"), ""),
    (re.compile(rf"(?:{SWEEPING}(?:、|的|地)?)+(?=[一-龥]{{2}})"), ""),
    (
        re.compile(
            rf"{PRAISING}地?(?=开展|组织|举办|召开|举行|推进|学习|进行|讲解|宣传|检查|排查|整治|解答|完成|参与"
            r"|参加|传达)"
        ),
        "",
    ),
    (re.compile(r"^(?P<n>约?\d[\d.]*(?:多|余)?)(?:个)?人$"), r"\g<n>人参加"),
    (
        re.compile(
            r"^(?P<who>(?!由|邀请|请)(?:(?!来|帮|派|请)[^，。]){0,10}(?:老师|教授|传承人|律师|医生|专家|民警|讲师"
            r"|研究员)[一-龥]{0,4}?)(?:主?讲|讲课"
            r"|授课)的?$"
        ),
        r"由\g<who>主讲",
    ),
    (re.compile(r"(?<![长记任席])要求其?(?=\d{1,2}月(?:\d{1,2}日|底)前)"), "限"),
    # what an editor would still mark: 都, 还, 没, 把, 他, 的有
    (
        re.compile(
            r"(?<![首成京古故帝丰昌花宜])(?<![天年直候])都(?=[一-龥])(?![市会城]|[黑亮白哑晚]了|别|快|早点|赶紧|[这那]么|[一-龥]得)"
        ),
        "均",
    ),
    (re.compile(r"^还有个(?=[一-龥]{2})"), "另有一个"),
    (re.compile(r"^还有(?=[一-龥\d])"), "另有"),
    (re.compile(r"还(?=在[一-龥])"), "仍"),
    (re.compile(r"还(?=差\d|差[一-龥])"), "尚"),
    (re.compile(r"还(?:没有|没|未)(?=[一-龥])"), "尚未"),
    (re.compile(r"没证实"), "未经证实"),
    (re.compile(r"没来(?:得及)?"), "未到场"),
    (
        re.compile(
            r"没有?(?=护栏|灯|证|路|水|电|标识|字|钱|名额|结果|条件|经验|地方|逃生|隐患|问题|人员|未成年|配套"
            r"|空调|监控|保险|工作|担保|损失|消防|异常|场地|身份证)"
        ),
        "无",
    ),
    (
        re.compile(
            r"(?<![淹沉埋吞出])没"
            r"(?="
            r"[发出收完到解参报整通装配按达办登喝接张贴做证交领过开检录归验落还修换改查批去住签送拆清拿打上下带给写选评演播放拍停撤搬动碰砸伤超定变关断受附进丢来转汇走退缴存取摔漏塌垮]"
            r"[一-龥]{0,3}(?:$|，|。))(?!有|事|错|落|想|啥|什|电|证|动静)"
        ),
        "未",
    ),
    (
        re.compile(r"(?<=[一-龥\d])(?<![淹沉埋吞出])没(?=[一-龥]{2,5}(?:$|，|。))(?!有|想|啥|什|说|敢|人|看|听|问|事)"),
        _not_so,
    ),
    (re.compile(r"(?<![其吉维])[他她](?=认可|同意|表示|答应|承诺)"), "对方"),
    # 奥司他韦 and 他汀 are drugs
    (re.compile(r"(?<![其吉维司])[他她]的?(?![们人乡国汀韦克莫])"), "其"),
    (
        re.compile(r"^(?P<what>[一-龥]{3,12})(?<![估计报记说数])的(?:有|是)(?P<n>约?\d[\d.]*(?:多|余)?人)$"),
        _so_many,
    ),
    (
        re.compile(
            r"^(?P<what>(?!.*[是有])[一-龥]{1,9}(?<![里上下内中外我他馆局队县市省镇村岁边])[一-龥]?"
            r"(?<![里上下内中外我他馆局队县市省镇村岁边]))的(?P<n>约?\d[\d.]*万?(?:多|余)?(?:人次|人|名))$"
        ),
        r"\g<what>\g<n>",
    ),
    (
        re.compile(r"^(?P<what>[一-龥]{2,12})的(?:有|是)(?P<n>约?\d[\d.]*(?:多|余)?[条处个家件户册项])$"),
        r"\g<what>\g<n>",
    ),
    (
        re.compile(r"(?<![一-龥]过)(?<![拿带送派])去(?=抽查|检查|巡查|走访|慰问|看望|调研|参加|普查|回访|检测|回头看)"),
        "",
    ),
    (re.compile(r"^(?:共)?走(?=\d[\d.]*公里)"), "行程"),
    (re.compile(r"^讲(?=\d+分钟|\d*(?:一|两)?个?半?(?:个)?小时)"), "时长"),
    (re.compile(r"(?<=[长记任授师])讲(?=\d+分钟)"), "讲话"),
    (re.compile(r"(?:来着|的呢|(?<![网酒贴书水氧话])吧|嘛|啊|呢|呀|啦|哈|哟|喔|呗|咯)(?=$|[，。；、])"), ""),
    (
        re.compile(
            r"(?<=[一-龥\d])(?:儿)(?=[一-龥，。]|$)(?<![幼女婴少孤育托弃胎聋哑患病健]儿)(?<!新生儿)(?<!早产儿)(?!童|科|子|媳|女|歌|戏|孙)"
        ),
        "",
    ),
    (re.compile(r"(?P<said>.*[^是])的$"), _nominal),
    (
        re.compile(
            r"(?<![需重主必首只业方户家民主人馆局队])要(?=(?:等|花|占|经过|通过|报)(?!奖)|\d(?!\d?[月号日])|三分之|[改修补换拆]的\d)"
        ),
        "需",
    ),
    (re.compile(r"(?<=整改|维修|修缮|改造|设备|安装|更换)要(?=花|用)"), "需"),
    (
        re.compile(r"(?<=需)(?P<v>[改修补换拆])的(?=\d)"),
        lambda m: {"改": "整改", "修": "维修", "补": "补办", "换": "更换", "拆": "拆除"}[m["v"]],
    ),
    (
        re.compile(
            r"(?P<s>[一-龥])(?:大姐|姐|哥|叔|婶|大爷|大妈|大娘)(?=(?P=s)[一-龥]{1,2}(?:$|，|、|授课|主讲|担任|主持))"
        ),
        "",
    ),
    (re.compile(r"均是(?=[一-龥《“])(?!否)"), "均为"),
    (re.compile(r"(?<=累计)看(?=约?\d)"), "观看"),
    (re.compile(r"也可以(?=[一-龥])"), "也可"),
    (re.compile(r"(?<=[张人家户名])可以(?=改|退|换|免|申|办|预|领)"), "可"),
    (re.compile(r"(?<![一-龥])因为(?=[一-龥]{2})"), "因"),
    (re.compile(r"(?<=因)下(?=[大暴小][雨雪])"), ""),
    (re.compile(r"(?<=合格|通过|验收|批准|审批|完毕)才能(?=[一-龥])"), "后方可"),
    (re.compile(r"才能(?=[一-龥])"), "方可"),
    (re.compile(r"(?<=其)赔$"), "赔偿"),
    (re.compile(r"(?<![一-龥])给其(?=[一-龥]{2})"), "为其"),
    (re.compile(r"(?<=[节汛年考学一]前)的(?=[一-龥]{2,10}(?:检查|巡查|排查))"), ""),
    # a bracket whose other half stands in another clause
    (re.compile(r"（(?=[^）]*$)"), ""),
    (re.compile(r"^(?P<before>[^（）]*)）"), r"\g<before>"),
    (re.compile(r"\s+"), ""),
    (re.compile(r"^[，。、；：:,]+|[，、；：:,]+$"), ""),
    (re.compile(r"\?|？"), ""),
    (re.compile(r"(?<=[一-龥]):(?=[一-龥])"), "："),
]
