"""What others demand, wish for and promise of things to come: told as theirs, with the day by which it is due."""

import re

from bot.writing.rewording.persons import NO_SPEECH, WORD_GIVEN, given_word
from bot.writing.wording import formal

DUE = r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|[底初中]|[上中下]旬)?"
_IN_CHARGE = re.compile(r"(?:长|书记|主任|主席|[局科股队委组])$")
OTHERS_DUE = re.compile(
    rf"^(?P<due>{DUE}之?前)(?P<who>各[一-龥]{{0,5}}?(?:科室|[家科室站馆队点户县乡镇村]|单位|企业|商户|部门"
    r"|支部))(?:要|得|须|需|必须|都|均)?(?P<what>[一-龥].*)$"
)


# Who can have a wish or give a word: 学校, 镇上; what 单子上说 nobody declares.
_SPEAKER = "长记任席师傅员者人们方家局馆站院校村镇乡厂业司户他她友客委科队办里上区县控防导板剧演练生士匠姐叔娘婶爷政"
_AHEAD = r"感谢|满意|可以|不能|要(?![是的])|(?<!不)会(?![议计场展员])|再|来$|\d{1,2}月"
_SAYS = re.compile(
    rf"(?<=[{_SPEAKER}])(?<![会单表书群网信号册帖志文簿本]上)说{NO_SPEECH}(?![^，。]*(?:去年|前年|以前|原来|上次))|(?:^|(?<=^[老小][一-龥])(?<![话声]))说{NO_SPEECH}(?=[^，。]*(?:{_AHEAD}))"
)
_WISH = (
    r"(?P<all>都|还|也)?(?<![理思设联梦感预猜不没要是最就只光才])想(?:让|请(?!人))?(?=[一-龥])"
    r"(?![法象起到着了要]|的$|办法|[^，。]{1,6}的[一-龥]{0,6}?(?:[没都已也缺]|不够|[卖借]完|[很太]|\d))"
)
_WISHES = re.compile(rf"(?:(?<=[{_SPEAKER}])(?:那边)?|(?P<said>说)){_WISH}")
_ANY_WISH = re.compile(rf"(?P<said>说)?{_WISH}")
# 表示下学期还想来 says it, 明年想扩大, 有2栋空房子想弄: nobody is named who said it.
_NOBODY = re.compile(rf"表示|有\d|{DUE}(?:之?前)?$|[明今后]年$|下(?:次|周|个?月|半年|学期)$")


def _wish(m: re.Match[str]) -> str:
    before = m.string[: m.start()]
    if not m["said"] and (not before or _NOBODY.search(before)):
        return m[0]
    heard = not m["said"] and re.search("[说讲问提]", before)
    return (m["all"] or "") + ("希望" if heard else "表示希望")


def declared(text: str) -> str:
    """厂家说周末来 → 厂家表示周末来, 学校想请我们去 → 学校表示希望我们去; 跟村里说 tells them."""
    return _WISHES.sub(_wish, _SAYS.sub(given_word, WORD_GIVEN.sub(given_word, text)))


def demands(text: str) -> str:
    """What others are told to do by a day: 让店主3天内改好 → 限3天内."""
    text = re.sub(
        r"^(?P<who>[^，。]{0,8}?)让(?P<whom>(?![他她我]|其)[一-龥]{2,8}?)(?=\d{1,2}月(?:底|\d*日?之?前(?!来|往)))",
        r"\g<who>要求\g<whom>限",
        text,
    )
    text = re.sub(
        r"(?<![一-龥]我)让(?P<whom>(?!我|他|其|大家)[一-龥]{2,4}?)(?=\d{1,2}月\d{1,2}日[来去上到交报拿])",
        r"要求\g<whom>",
        text,
    )
    text = re.sub(
        r"^(?P<who>[^，。]{0,8}?)(?:让|要求)(?:他们|其)?(?=[\d一二两三四五六七八九十]+(?:天|日|周|个月|个工作日)之?内)",
        lambda m: m["who"] + ("要求限" if _IN_CHARGE.search(m["who"]) else "限"),
        text,
    )
    # 钱副县长让自然资源局2周内给答复
    text = re.sub(
        r"^(?P<who>[^，。]{1,8}[长记任席理]|)让(?P<whom>(?!我们|他们|其)[一-龥]{2,8}?)(?=\d+(?:天|日|周|个月|个工作日)之?内)",
        r"\g<who>要求\g<whom>",
        text,
    )
    text = re.sub(
        (
            rf"要求(?P<due>{DUE}(?:上午|下午|晚)?(?:\d{{1,2}}时)?(?:\d{{1,2}}分)?之?前)(?P<who>各[一-龥])"
            r"(?P<what>[一-龥]{2,8}?)(?:交上来|报上来|交过来|报过来)$"
        ),
        r"要求\g<who>限\g<due>上报\g<what>",
        text,
    )
    text = re.sub(
        rf"(?<![长记任席们方司里])(?:要求|[让叫](?=[他她其对]))(?:他们|她们|对方|他|她|其)?(?={DUE}之?前)", "限", text
    )
    return re.sub(r"^(?P<who>.{0,8})让(?:我们|咱们?|他们|我|他|其)?(?=\d|把)", r"\g<who>要求", text)


def due(text: str) -> str:
    text = re.sub(
        rf"要求(?P<who>(?!其|在|大家|每|全体|党员|参)[^，。]{{1,12}}?)(?<![\d限])(?={DUE}之?前)",
        r"要求\g<who>限",
        text,
    )
    return re.sub(
        r"把(?P<what>[^，。]{1,12}?)(?:报过去|报上去|报上来|交过来|交上来|送过去|报来)", r"上报\g<what>", text
    )


# Words of demand and wish as they are said, and as they are written.
# 跟物业说好了下周来; not 说好几年没看
AGREED = re.compile(
    r"(?:说好|(?<=[一-龥])(?:约|商量|谈)好|(?<=[一-龥])讲好(?=\d|[今明后下早晚每周月以先]))了?(?=[一-龥]?\d|[一-龥]{2})(?![几多些久长像话])"
)
_SAID = (
    (re.compile(r"(?<![区分差级告类个识特性辨比跟和])(?:千万)?别(?=[一-龥])(?![的人处墅针家国校县乡])"), "不要"),
    (re.compile(r"估计(?:得|要)?"), "预计"),
    (AGREED, "约定"),
)


def said_ahead(text: str) -> str:
    """What somebody said of things to come, in report words, and no plan of ours: 说民宿要抓质量 → 表示民宿要抓质量."""
    text = _ANY_WISH.sub(_wish, declared(due(demands(text)).replace("限限", "限")))
    text = re.sub(rf"(?<=[长记任席])要求限?(?P<due>{DUE}之?前)(?:要|得|必须)?(?=[一-龥])", r"要求限\g<due>", text)
    for pattern, new in _SAID:
        text = pattern.sub(new, text)
    return formal(text)
