"""Plans say that they are plans: 还要跑完剩下的5个镇 → 计划完成剩余5个镇."""

import re

from bot.domain.language.needed import Table
from bot.domain.language.word_edges import words
from bot.domain.notes.plans import OF_ITSELF
from bot.writing.demands import AGREED, DUE, OTHERS_DUE, declared, demands, due
from bot.writing.titles import Lead
from bot.writing.wording import formal

# What says by itself that it is to come, is asked of others or hangs on something needs no 计划 beside it.
_NO_MARK = re.compile(
    r"最[快早晚迟]|保证|[到过]期(?=$|，)|要求|建议|申请|希望|请求|责令|需(?!求)|(?:[展播演办开续延推]|展出|开放)[到至]\d|(?<!已)确定|商定"
    r"|通知|预报|预警|计划|拟|预计|将|打算|准备|答应|承诺|约定|表示|下周|下一步|下步|目标|限|研究|联系|方可|才能|别|不[要得能]"
)
_ANNOUNCES = re.compile(r"(?:去|再|先)?(?:通知|预报|预警)")
# 明天通知两家店主来做笔录: the notice itself is to come.
_WILL_CALL = re.compile(
    r"^(?P<day>(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[上中下]午|早上|晚上?)?)(?=(?:去|再|先)?(?:通知|联系|答复))"
)
_MUST = (
    r"(?<![重主必只需不没别最着正人户名])(?!(?<=\d[个台家])要[^，。]*的$)要(?!上(?:大|中|小)?学|上[高初]中|结婚|住院|手术|交学费)"
    r"|(?<![获取值记觉懂显赢晓讲说来做写跑走])得(?![好快多最很不挺真满稳准齐到了])"
)
_WANT = re.compile(
    r"^(?P<pre>[^，]{0,12}?)(?P<more>还|也|就|再)?(?:(?P<meant>打算(?!盘)|想要|(?<![理思设梦感最没不])(?<!提了)(?<!(?<![残妇文社])联)想(?!$|获|办法|[一-龥]{1,2}的)"
    r"|准备(?!得|着|了|好|情况|工作|个|一个|[一-龥]{0,2}节目|材料)|争取|力争)|(?P<must>"
    + _MUST
    + r"))(?=[一-龥])(?!求|点|素|是|[看见学买吃水电钱人车货])"
)
# 今年要开5家, 还要查东关, 县里要换: who does it or when makes it a plan; 4个要换杆子, 要修补: what a thing calls for.
_WE_OR_WHEN = re.compile(
    r"(?:(?:我们?|咱们?|[局馆镇县市区乡村院校站所队科]里|年|季|月|周|日|底|初|中旬|下旬|次|步|期|前|后|起|开始|接下来|[上中下]午|晚上?|到时候?|本来|原本)(?:（[^（）]*）)?(?:就|都|也|还|再|先|一?共)*)$"
)
# 要去看看, 要上报省队: done by whoever reports; 要修补 is what a thing calls for
_OUR_MOVE = re.compile(
    r"(?:去|到|办|开|搞|请|举办|召开|组织|开展)(?!价)|(?:上报|上交|立案|处罚|复查|检查|核实|移交|报(?!名)|送|商量)(?![^，。]*的)"
)


_OTHERS_HOUSE = re.compile(r"(?:[村镇乡县市省厂校园]里|社区|单位|公司)(?:也|还|都)?$")
_FOR_A_DAY = re.compile(r"在?\d{1,2}月")


def _wanted(m: re.Match[str]) -> str:
    """打算 is a plan; 要 and 得 are one of ours with a time or a doer of the office before them, else as typed."""
    if m["meant"] == "想" and _OTHERS_HOUSE.search(m["pre"]):  # 村里想加一个大喇叭
        return m[0]
    ours = m["meant"] or _WE_OR_WHEN.search(m["pre"]) or _FOR_A_DAY.match(m.string, m.end())
    ours = ours or (not m["pre"] and (m["more"] in ("还", "再") or _OUR_MOVE.match(m.string, m.end())))
    if not ours:
        return m[0].removesuffix("得") + "需" * (m["must"] == "得")
    return m["pre"] + "还" * (m["more"] == "还" and not (m["pre"] or "再" in m.string)) + "计划"


_CONDITION = re.compile(
    r"^(?=(?:他|她|其)?(?:要是|如果|假如|倘若|万一))(?:他|她|其)?(?:要是|如果|假如|倘若|若|万一|一旦)"
)
_DAY = (
    rf"(?:(?:[一-龥]{{2}}节?[以之]?[后前](?=\d))?{DUE}(?:至\d{{1,2}}日)?|年底|明年|下半年|今年[夏秋冬][季天]?|[下本](?:周|月)|(?:过年|国庆|元旦|中秋|端午|(?<!小)[年节]|[一-龥]{{1,3}}[节日]|[雨旱]季|汛期|开学|入[冬夏])(?=前(?!后))"
    r"|(?:下午|晚上?)(?=\d)|\d{1,2}时(?=前)|[一-龥]{1,3}那[天日晚](?=再))"
    r"(?:之?前|以[前后]|起|开始(?=[一-龥])|左右)?(?:[上中下]午|早上|晚上?)?(?:\d{1,2}时(?:\d{1,2}分|半)?)?"
)
_ON_A_DAY = re.compile(rf"(?P<of>[^，。]*?)(?P<day>{_DAY})(?P<deed>.*)$")
# 不耽误4月初放水, 让产业科9月18日再翻, 天好就9月3日晾: what stands before the day is no thing that the plan is about.
_NO_TOPIC = re.compile(
    r"^(?>(?:[^，。]*的)?)[^，。]*?(?:不|没|让|叫|要求|并|了(?!解)|说是?(?!明)|说好|[要就则于至到是有因若如]$|(?<!改)在$)"
)
_BY_THE_WAY = re.compile(r"(?:与|和|跟|同|向|给|为|请|在|把|从|趁|等|待|由|先|[补送跑报]到(?=\d))")
# 11月20日还有半天, 8月28日能交工: how it is on that day is nobody's plan.
_STATE = re.compile(r"(?:还|都|也|就)*(?:没?有|剩|是|可|不|原来|休)(?!序)|的?$|的(?!话)")
_ARRIVES = re.compile(r"(?:就|才)?能|(?:就|才)?(?:到|到货|到账|[寄送运捎发拿]到|[寄送运捎发]来|出结果|结果?出来|出来)$")


def _marked(text: str) -> str:
    """A plan for a day gets 计划 before the day, if a thing or nothing stands before it and a deed behind it.

    Whatever else speaks of what is to come says so in its own words.
    """
    found = _ON_A_DAY.match(re.sub(r"^(?P<what>[^，。说]{1,6})是(?=\d)", r"\g<what>", text))
    if not found:
        first = next((word for word in words(text) if word.kind[0] not in "mqt"), words(text)[0])
        own = text.startswith("每个") or (first.kind == "v" and first.text[0] not in "没有无是")
        return "计划" + text if own and not OF_ITSELF.search(text) else text
    if _STATE.match(found["deed"]) and (found["deed"] or not (found["of"] or found["day"][-1] == "起")):
        return text
    if found["of"] and _BY_THE_WAY.match(text) and not _NO_TOPIC.match(found["of"][1:].removesuffix("到")):
        return "计划" + text
    if _NO_TOPIC.match(found["of"]):
        return text
    return f"{found['of']}{'预计' if _ARRIVES.match(found['deed']) else '计划'}{found['day']}{found['deed']}"


# 下次赶集是28号: nobody of the office decides when that is.
_OF_ITSELF = re.compile(r"下(?:一)?[次回场个](?:赶集|大集|逢集|集市?|庙会|开庭|开考|月食|满月)")
_WHEN = re.compile(r"\d{1,2}月(?:[底初中]|[上中下]旬)?")
_ENDS = re.compile(rf"截[止至](?:时间|日期)?[到至是为]?(?P<day>{DUE})")
DAY_FIRST = re.compile(
    r"^(?P<day>(?:计划)?(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[上中下]午|早上|晚上?)?(?:\d{1,2}时(?:\d{1,2}分|半)?)?)(?:[，,]\s*)?"
)


_WEATHER = re.compile(
    rf"^(?:计划)?(?P<day>{DUE}(?:至\d{{1,2}}日)?(?:[上中下]午|早上|晚上?|夜间|白天)?)(?:计划)?(?=[还会又]?有?(?:一?[个次](?:降雨|降水|天气)?过程|[大暴中小阵雷]{{0,2}}[风雨雪雾雹]|[东南西北]{{1,2}}风|降温|高温|寒潮|台风|霜冻|气温|强对流|冷空气|雨夹雪|晴|阴))"
)
# 明天下雨就不起了: it hangs on the sky.
_IF_WEATHER = re.compile(
    rf"^(?:计划)?(?P<day>{DUE}(?:[上中下]午|早上|晚上?)?)(?=[要还不]?(?:下[雨雪]|天[晴好]|[刮起]风|放晴)[^，。]{{0,4}}就)"
)
# 9月1日能不能开学还没定: nobody plans what is open.
_OPEN = re.compile(r"能不能|是否|要不要|[还尚]?[没未]定$")


# What was settled of things to come, and when they are to be.
_SETTLED = Table(
    [
        (
            re.compile(
                r"打算(?!盘)(?=[一-龥\d])|(?:争取|力争)(?=\d)|(?<![下上这那每])回头(?!天)(?=[一-龥]{2})|回[来去](?=[找跟与和])"
            ),
            "计划",
        ),
        (
            re.compile(
                r"约(?:了|好了?|的)(?=\d{1,2}[月时]|[早晚上下明后])"
                r"|(?<![一-龥])约(?=\d{1,2}月\d{1,2}日(?:[上下]午|早上|晚上?)?(?:\d{1,2}时)?(?:再|来(?!货)|去|上门|见|谈))"
            ),
            "约定",
        ),
        (re.compile(r"(?:^定|(?<![拟确决商约])定(?:[在于]|了|好了?))(?=\d{1,2}月(?!的)|明年|年底)"), "拟定于"),
        (re.compile(r"估计(?:得|要)?"), "预计"),
        (re.compile(r"[要得](?:再)?(?:商量|讨论|合计)$"), "需研究"),
        (re.compile(r"(?<!计划)安排(?=[在到]\d{1,2}月)"), "计划安排"),
        (re.compile(r"(?P<what>^|\d[一-龥]{1,2}|坏了?)(?:要|得|需要?)更?换$"), r"\g<what>计划更换"),
        (re.compile(r"(?P<what>^|\d[一-龥]{1,2}|坏了?)(?:要|得|需要?)维?修$"), r"\g<what>计划维修"),
    ]
)


# 7月底前还有9家歌厅需查
_LEFT_TO_DO = re.compile(
    rf"^(?P<due>{DUE}之?前)(?:还|另)(?:有|剩余?)(?P<what>\d+[^，。]{{1,10}}?)[需要](?P<did>[一-龥]{{1,4}})$"
)
# 下次再去, 秋后再验收, 不够再从乡里调: to come by what stands before 再, and by no word besides.
_AGAIN = re.compile(r"^(?P<when>[^，。]{0,6}?(?:下[次回]|到期|(?<!然)[后前]|不够|结束))(?=再[一-龥])")
_ONCE = re.compile(r"^(?=待[^，。]{2,}再)")
_IF_SO = re.compile(r"^(?P<when>如[^，。]{2,}?)就(?=[去来请改调停取推换延开办再])")
_SAYS_SO = re.compile(r"[拟将]|计划|准备|[预估]计|答应|承诺|打算|下一步|下周|目标|限|约定|表示|希望|申请|建议|要求|需")


# 要11月底才能改好
_NOT_BEFORE = re.compile(rf"要(?:等到?|到)?(?P<when>{DUE}|下周[一二三四五六日]?)才(?:能|可以)?(?=[一-龥]{{2}})")


def future(text: str, lead: Lead | None = None) -> str:
    """What is to come, so worded that nobody takes it for done."""
    told = _LEFT_TO_DO.sub(r"另有\g<what>计划\g<due>\g<did>", _planned(text, lead))
    told = _IF_SO.sub(r"\g<when>，将", told)
    return told if _SAYS_SO.search(told) else _ONCE.sub("计划", _AGAIN.sub(r"\g<when>将", told))


def _planned(text: str, lead: Lead | None) -> str:
    """Plans say that they are plans: 还要跑完剩下的5个镇 → 计划完成剩余5个镇普查."""
    if _OPEN.search(text):
        return formal(text)
    if ends := _ENDS.fullmatch(text):
        return f"截止时间为{ends['day']}"
    if _WHEN.fullmatch(text):
        return "预计" + text
    text = _WILL_CALL.sub(r"计划\g<day>", DAY_FIRST.sub(r"\g<day>", text))
    head = re.search(r"普查|检查|走访|调研|排查|巡查|培训|征集|宣传|整改|清理|登记", lead.deed) if lead else None
    if head:
        text = re.sub(r"(?:跑|搞|弄|走)完(?P<what>[^，。]{2,10})$", rf"完成\g<what>{head[0]}", text)
    text = re.sub(r"跑完|搞完|弄完|走完", f"{head[0]}完" if head else "完成", text)
    text = re.sub(rf"^(?P<what>(?:先|再)?(?!.*计划)[一-龥]{{4,14}})(?P<due>{DUE}之?前)$", r"计划\g<due>\g<what>", text)
    text = demands(text)
    text = re.sub(
        rf"^(?P<what>[一-龥]{{2,6}}?)(?:大概|大约|估计|预计|约)(?:是|在)?(?P<due>{DUE})$", r"预计\g<due>\g<what>", text
    )
    text = declared(_NOT_BEFORE.sub(r"预计\g<when>", text))
    text = AGREED.sub("约定", text)
    text = text.replace("限限", "限")
    text = due(_SETTLED(text))
    text = OTHERS_DUE.sub(r"限\g<who>\g<due>\g<what>", text)
    wanted = _WANT.search(text)
    # 准备通知他们: the notice itself is to come.
    marked = not (wanted and _ANNOUNCES.match(text, wanted.end())) and _NO_MARK.search(
        _WANT.sub(lambda m: m["pre"], text, count=1)
    )
    text = _WANT.sub(lambda m: (m[0] if m["must"] else m["pre"]) if marked else _wanted(m), text, count=1)
    text = re.sub(r"^(?:还|再|先|也)?等(?=[^，。]{2,}(?:再|后))", "待", text)
    text = re.sub(r"^想(?=\d{1,2}月|年[底前]|明年)", "计划", text)
    text = re.sub(r"^不行(?:的话)?就(?=[一-龥]{2})", "如不行则", text)
    taken = "把" in text and "将" not in text  # 把借的音响还回去: formal words write 将 for it, which is no plan
    text = formal(_CONDITION.sub("如", text))
    if text.startswith("如") and not re.search(r"\d{1,2}月|明年|下周", text):
        return text
    needed = wanted and wanted["must"] and wanted["must"] in text
    if not needed and not _NO_MARK.search(text.replace("将", "把") if taken else text) and not _OF_ITSELF.match(text):
        text = _marked(text)
    # 趁计划5月8日晴补上, 计划5月9日风大: the sky has no plans
    text = re.sub(r"(?P<by>从|趁|等|赶在|待)计划(?=\d)", r"计划\g<by>", text)
    text = _IF_WEATHER.sub(r"如\g<day>", _WEATHER.sub(r"预计\g<day>", text))
    text = re.sub(
        r"放(?:[到在至]|(?=计划))(?:计划)?(?=\d{1,2}月)", "放至" if "计划" in text.split("放")[0] else "计划放至", text
    )
    text = re.sub(
        r"(?P<did>改|推迟|延期|调整|挪|移|顺延|延|推|放(?![到在]\d)|拖|[封停关](?=[到至]))(?:(?:到|至|在|为)?计划(?=\d)|[到至](?=\d{1,2}月))",
        r"\g<did>至",
        text,
    )
    text = text.replace("共计划", "计划共").replace("安排计划", "安排")
    text = re.sub(r"计划(?P<when>[^，。]{0,4})(?:还|再|接着|继续)(?:整|搞|办|弄)$", r"计划\g<when>继续开展", text)
    # 9月底前计划完成 is how people talk; a report says 计划9月底前完成.
    return re.sub(
        r"^(?P<due>(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|[底初中]|[上中下]旬)?(?:之?前|起|开始)?(?:（[^（）]*）)?)计划",
        r"计划\g<due>",
        text,
    )
