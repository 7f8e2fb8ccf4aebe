"""Whether words ask for a section of a summary, in whatever order people say it: 起草…那一节, …那块写一下, …写三条.

What is asked for is read in section_wants.py. Words that tell of a day's work ask for nothing: those are notes.
"""

import re

_N = r"[一二两三四五六七八九十\d]{1,3}"
_VERB = r"(?:起草|草拟|拟写|拟|写写|写|弄|凑|整理|整|搞|编|来|出|做)"
_LEAD = r"^(?:请|麻烦|帮忙|帮我?|给我?|你|先|再|替我|就)*"
_DOCUMENT = r"(?:总结|小结|述职报告|述职|工作报告|汇报材料)"
_PART = r"(?:[那这][一个]?|一个?|个|小)?(?:小?节|小?段(?!时间|落)|部分|板块|块|章)"
_MATTER = (
    r"(?:存在的?问题|问题和?不足|问题与不足|不足之处|短板|下一?步|打算|工作(?:计划|安排)|情况|进展|成效|成绩|亮点"
    r"|做法|经验|收获)"
)
_SHORT = (
    rf"(?:一小?段话?|[几两三]段话?|[几两三四五六]句话?|{_N}[条点](?!记录|信息)|{_N}个方面"
    r"|[\d一二两三四五六七八九十百千]{2,5}字(?:左右|以内)?|一小?节|个?底子|个大概)"
)
_MANNER = r"(?:[，, ]+[^，,。]{2,16}){0,2}"
_SPAN = (
    r"(?:20\d\d年?|今年|本年度?|去年|明年|全年|年度|年终|年底|[上下]?半年|前三季度|第?[一二三四]季度|本季度|这个?月"
    r"|本月|上个?月|"
    r"\d{1,2}月?(?:至|到|-|—|–)\d{1,2}月(?:份)?|\d{1,2}月份?)"
)

# Words that no note of a day holds in this order, however long the message is.
_SURE = re.compile(
    r"(?:起草|写(?!的是|着|了)|拟|草拟|帮我).{0,14}(?:(?:[那这一小章]节|(?<!大)部分|板块|[那这一]块)|总结|小结)"
    r"|(?:总结|报告).{0,10}(?:[那这一小章]节|部分|[那这一]块)"
    r"|^(?:写|拟|起草|弄|来)[一个段份的上半下年季度明今全]{0,8}(?:存在的?问题|下一步|工作打算)"
    r"|(?:起草|写|拟|弄|来|做|整)(?:个|上|出)?.{0,6}(?:[一这那][节段]).{0,10}(?:打算|问题|情况|作风|计划|安排)"
    r"|^下一步.{0,4}打算.{0,2}[\d一二三四五六七八九十]+条$|(?:总结"
    r"|小结)[，, ]?\d{3,4}字"
)
_FORMS = tuple(
    re.compile(pattern)
    for pattern in (
        # 起草全年总结里转变作风那一节, 写一下重点工程进展, 写一段党建工作
        rf"{_LEAD}{_VERB}(?:一?下|一写|个|[一上出])?(?:[^，。]{{0,20}}(?:{_PART}|{_DOCUMENT}|{_MATTER})){_MANNER}$",
        rf"{_LEAD}{_VERB}(?:一?下|个)?{_SHORT}[^，。]{{2,16}}{_MANNER}$",
        rf"{_LEAD}写写[^，。]{{2,12}}$",
        (
            rf"{_LEAD}(?:写|拟|弄|来|起草)(?:一?下|个)(?!信息|稿|简报)[\u4e00-\u9fff]{{2,8}}(?:安全|工作|建设|服务"
            r"|活动开展)$"
        ),
        # 全年总结，志愿服务部分写两三百字
        (
            rf"{_LEAD}[^，。]{{0,10}}{_DOCUMENT}[里中]?(?:面|头)?(?:的)?[，, ]?[^，。]{{2,14}}(?:{_PART}|怎么写"
            rf"|{_SHORT}){_MANNER}$"
        ),
        # 文化惠民那节, 整改这块写一下
        (
            rf"{_LEAD}[^，。\d]{{2,14}}[那这]一?(?:节|段|部分|板块|块)(?:内容)?(?:怎么写"
            rf"|{_VERB}(?:一?下|一写|{_SHORT})?)?{_MANNER}$"
        ),
        # 三季度的培训情况弄一段, 主要成绩写三条, 送戏下乡搞了多少，写成一段话
        rf"^[^。]{{2,24}}?[，, ]?(?:给我|帮我|你|先|再)*{_VERB}(?:成|出|上|个)?{_SHORT}{_MANNER}$",
        rf"^[^，。]{{2,16}}(?:{_DOCUMENT}|{_MATTER})(?:给我|帮我|你|先)*{_VERB}(?:一?下|一写|出来){_MANNER}$",
        r"^[^，。]{2,16}(?:情况|工作|进展|成效)[，, ](?:一小?段话?|[几两三]句话)$",
        # 上半年工作小结，800字; 水政大队的总结
        (
            rf"^(?:{_SPAN}|[\u4e00-\u9fff]{{2,10}}(?:局|馆|站|所|处|队|中心|院|科|股|办)|我们?(?:单位|局|馆)"
            rf"|的)*(?:工作|个人|全面)?{_DOCUMENT}(?:初稿|底稿)?(?:来一份|弄一份"
            rf"|出一份)?(?:[，, ]*{_SHORT})?{_MANNER}$"
        ),
        # 明年工作计划，五条，每条都要有人负责
        rf"^(?:{_SPAN}|的)*(?:工作|下一?步)*(?:存在的?问题|工作(?:计划|打算|安排)|打算)(?:[，, ]*{_SHORT}){_MANNER}$",
        # 照去年的样子写个开头
        (
            r"^(?:照|按|参照|仿照?)(?:着)?[^，。]{0,6}(?:去年|往年|上年"
            rf"|之前)[^，。]{{0,8}}{_VERB}[^，。]{{0,4}}(?:开头|概述|帽段|引言|总结|{_PART})$"
        ),
        rf"{_LEAD}{_VERB}(?:一?下|个)?(?:{_SPAN}|的|工作|总结|小结)*(?:开头|概述|帽段|引言|总体情况)$",
    )
)
# Somebody is asked to write, and it is a part of a summary that is to be written: in whatever order.
_WRITE = re.compile(
    r"(?:起草|草拟|拟写|拟|写写|写|弄|凑|列|整理)(?=一?下|一写|个|[几一两三二四五六七八九十\d]|成|进|出"
    r"|[^了着过的作字法信])|来(?=一[份节段篇])|起个?[草头]|怎么写|怎么干"
)
_OF_A_SUMMARY = re.compile(
    rf"{_DOCUMENT}|[那这一](?:小?节|小?段|部分|板块|块)|小段|段落|存在的?问题|问题和|短板|不足|下一?步"
    rf"|工作(?:打算|计划|安排|措施)|(?:情况|进展|成效|成绩|亮点)[^，。]{{0,8}}(?:{_SHORT}|{_VERB})|"
    rf"{_VERB}[^，。]{{0,12}}(?:情况|进展|成效|成绩|亮点)|(?:写|列|拟|凑){_SHORT}$"
)
_ALONE = re.compile(
    rf"^(?:{_SPAN})(?:的)?[\u4e00-\u9fff]{{0,10}}(?:总结|小结)(?:[，, ]*{_SHORT})?$"
    rf"|^[\u4e00-\u9fff]{{2,10}}一(?:小?节|部分)(?:[，, ]*{_SHORT})?$"
)
# Who tells of a day, of a paper that is written, or asks what the rules are, asks for no section.
_TOLD = re.compile(
    r"今天|昨天|前天|今早|昨晚|上午|下午|晚上|刚才|刚刚|上周|这周|本周|周[一二三四五六日]|\d月\d+[日号]"
    r"|(?:写|交|报|起草|开)(?:了(?!多少|几|啥)|完了|好了|过)|"
    r"参加|会上|学员|学生|选手|孩子|老人们|讲座|领导(?:让|要)|大家|正在写|在写|这[一几]?[段句篇]话|虚不虚|上面|以上"
    r"|这些|这几条|素材|记录|刚发"
)
_ASKED = re.compile(r"[?？吗么]$|一般|应该|要不要|需不需要|规定|格式|字体|几号字|有哪些要求|多少页|谁写|什么时候")
_OF_A_DRAFT = re.compile(
    r"标题|题目|结尾|正文|第.{1,3}[段句]|全文|整篇|(?<![初底])稿子?|信息|简报|通知|请示|函|通讯|消息|新闻"
    r"|朋友圈|标语|作文|感想|心得|笑话|诗"
)
_CHANGING = re.compile(r"^(?:把|将)?(?:删|改|第|去掉|加|补|换|不要?|别|这[段节块]|那[段节块])")


def asks(words: str) -> bool:
    """Whether the words certainly ask for a section or a summary to be drafted."""
    if _SURE.search(words):
        return True
    said = words.strip().rstrip("。.!！~～ 吧呗啊呀")
    if not 4 <= len(said) <= 48 or "\n" in said:
        return False
    if _TOLD.search(said) or _ASKED.search(said) or _OF_A_DRAFT.search(said) or _CHANGING.search(said):
        return False
    if _ALONE.search(said) or (_WRITE.search(said) and _OF_A_SUMMARY.search(said)):
        return True
    return any(form.search(said) for form in _FORMS)
