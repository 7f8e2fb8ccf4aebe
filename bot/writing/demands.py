"""What others demand, wish for and promise of things to come: told as theirs, with the day by which it is due."""

import re

from bot.writing.wording import formal

DUE = r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|[底初中]|[上中下]旬)?"
_IN_CHARGE = re.compile(r"(?:长|书记|主任|主席|[局科股队委组])$")
OTHERS_DUE = re.compile(
    rf"^(?P<due>{DUE}之?前)(?P<who>各[一-龥]{{0,5}}?(?:科室|[家科室站馆队点户县乡镇村]|单位|企业|商户|部门"
    r"|支部))(?:要|得|须|需|必须|都|均)?(?P<what>[一-龥].*)$"
)


# 学校想请我们每学期来一次: what others would like is no plan of ours.
THEIR_WISH = re.compile(
    r"^(?P<who>[一-龥]{0,6}(?:学校|校长|老师|家长|村里|社区|镇里|老板|负责人|群众|居民|游客|读者|学员|院长|商户|企业|医院|他们|对方|人家))"
    r"(?:那边)?(?:都|还|也)?想(?=[请让要再把办来去多借拍买租捐学])"
)


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
    return re.sub(r"^(?P<who>.{0,8})让(?:我们|咱们?|他们|我|他|其)?(?=\d|把)", r"\g<who>要求", text)


def due(text: str) -> str:
    text = re.sub(
        rf"要求(?P<who>(?!其|在|大家|每|全体|党员|参)[^，。]{{1,12}}?)(?<![\d限])(?={DUE}之?前)",
        r"要求\g<who>限",
        text,
    )
    text = re.sub(
        r"把(?P<what>[^，。]{1,12}?)(?:报过去|报上去|报上来|交过来|交上来|送过去|报来)", r"上报\g<what>", text
    )
    return re.sub(r"(?<=[前日底])交$", "提交", text)


# Words of demand and wish as they are said, and as they are written.
# 跟物业说好了下周来; not 说好几年没看
AGREED = re.compile(r"说好了?(?=\d|[一-龥]{2})(?![几多些久长像话])")
_WHEN_ALONE = re.compile(
    r"(?:[明后今]年|下(?:次|回|个?月|周|半年|学期)|[以今往]后|平时|周末|\d{1,2}月(?:\d{1,2}日)?|[年节]前)?(?:就|也|再)?"
)
_SAID = (
    (
        re.compile(
            r"^(?P<who>(?!他们|她们|人家|对方)[^，。]*?)(?<![理思设联梦感不没还要是最就只光才])(?:都|也)?想(?:让|请)?(?=[一-龥])(?![法象起到着了要]|办法|[^，。]{1,6}的[一-龥]{0,6}?(?:[没都已也缺]|不够|[卖借]完|[很太]|\d))"
        ),
        lambda m: (
            f"希望{m['who']}"
            if _WHEN_ALONE.fullmatch(m["who"])
            else m["who"] + ("希望" if re.search("[说讲示提问]", m["who"]) else "表示希望")
        ),
    ),
    (
        re.compile(
            r"(?<![获取值记觉懂显赢晓省难使舍])得(?=想|抓|先|多[跑问看想办派搞查找宣检走]|再|补|重|跑|改|换|修|等|验|加|办|把|有人|尽快|提前|注意|留|盯)"
        ),
        "要",
    ),
    (re.compile(r"(?<![区分差级告类个识特性辨])(?:千万)?别(?=[一-龥])(?![的人处墅针])"), "不要"),
    (
        re.compile(r"(?:讲|提|强调|说)了?(?P<n>\d+|[一两二三四五六])(?P<u>条|点|项|个)(?:要求)?(?=[：:])"),
        r"提出\g<n>\g<u>要求",
    ),
    (
        re.compile(
            r"(?<=[长记任席总师授家])(?<!大家)讲了?(?=[^，。]*(?:要(?!点|求|[^，。]{1,4}的[一-龥]{2,})|得|不要|必须|不能))"
        ),
        "表示",
    ),
    (re.compile(r"(?<=会上)(?:说|讲)了?"), "提出"),
    (re.compile(r"(?<=[一-龥]{2})他们(?=[发出管做办给写送印])"), "由其"),
    (re.compile(r"估计(?:得|要)?"), "预计"),
    (AGREED, "约定"),
)


def said_ahead(text: str) -> str:
    """What somebody said of things to come, in report words, and no plan of ours: 说民宿要抓质量 → 表示民宿要抓质量."""
    text = due(demands(text)).replace("限限", "限")
    text = re.sub(rf"(?<=[长记任席])要求(?P<due>{DUE}之?前)(?:要|得|必须)?(?=[一-龥])", r"要求限\g<due>", text)
    for pattern, new in _SAID:
        text = pattern.sub(new, text)
    return formal(text)
