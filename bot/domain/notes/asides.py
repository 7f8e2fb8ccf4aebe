"""What is said aside of the day: hearsay, grumbling, judgements of persons, a leader's praise. It is no event.

Complaints that others bring forward (游客反映态度差) and lapses that an inspection found (督查发现3人迟到) are facts.
"""

import re
from collections.abc import Sequence
from datetime import datetime

from bot.domain.language.dates import moments
from bot.domain.language.names import SURNAMES
from bot.domain.language.needed import Seldom
from bot.domain.language.quantities import quantities
from bot.domain.language.word_edges import word_over
from bot.domain.notes.substance import tells

_LEADER = (
    r"(?:[一-龥]{0,3}(?:[县市区镇乡局处科馆站所院校部队]长|书记|主任|主席)|[县市区镇乡局省上]?级?里?领导"
    rf"|[{SURNAMES}](?:局|总|馆|县|处|科|站|市|镇|乡|院|校))"
)
_PERSON = (
    rf"(?:{_LEADER}|[小老][{SURNAMES}](?!人|师)|[{SURNAMES}][姐哥]|他|她|那人|这人|有的人|某些人|有些人"
    r"|那?[个位](?:大[爷妈娘叔姐哥]|老[头太]|男的|女的|家长|顾客|村民))"
)
_ANY_TIME = datetime(2000, 1, 3)
_BROUGHT_FORWARD = re.compile(r"反映|投诉|举报|提出|意见|扣分|评分|测评|差评|问卷")
_HEARSAY = re.compile(
    r"^(?:我|我们|咱|也|还|又|刚)?(?:听说|听人(?:说|讲)|听[一-龥]{1,3}说(?!课|书|法|明)|小道消息|有人传|传言|外面(?:都)?(?:在)?传|风言风语|八卦一下|好像是?听说)"
)
# 听说高速堵了17公里，不知道真假: a figure that nobody stands for.
_UNPROVEN = re.compile(
    r"(?:也|还|但)?(?:不知道?|不晓得|不清楚|没核实|没证实|未经?证实|未经?核实|不一定)(?:是)?(?:真假|真的?假的?|准不准|是真是假|对不对|属不属实|准|真|了)?$"
)
# What an office's things, jobs and colleagues are called in anger. 老人不想搬 and 商户懒得登记 are findings.
_GRUMBLE = Seldom(
    r"太(?:能干|厉害|拼|敬业|负责|给力|懂事|热心|会来事)(?:了|啦)?$|一个人?顶(?:仨|俩|几个|三个|两个)|破(?:活|事|车|电脑|机器|打印机|系统|班|差事|地方|天气|会|表)"
    r"|谁爱[一-龥]{1,3}谁|受不了|真服了|白忙|瞎忙|甩锅|踢皮球|和稀泥|不靠谱|掉链子|磨[磨]?叽|不像话|不讲理|不讲武德|不给力|没人(?:管|理)(?:我们|咱|这事|了)?$|催命|凭(?:什么|啥)"
    r"|(?:吃力|费力)不讨好|(?:真|太|就是|老是|总是|也太|实在)(?:不行|差劲|拉胯|垃圾|抠|烂|坑|懒|笨|磨蹭|过分|气人|烦人?|离谱|难伺候|难缠|能拖|墨迹)(?:了)?$"
    r"|(?:(?<![一-龥])[烦气愁]|(?<=[我真太可都好])[烦气愁]|[烦气愁](?=[死坏透]|人了?$)|恶心|无语|郁闷|崩溃|头大|心累|憋屈|窝火|糟心|闹心|心寒|蛋疼|想哭|要疯|抓狂)(?:死|人"
    r"|坏|透)?(?:了|我了|啊)?$|(?:[局馆站]里|单位|咱们?)的?(?:车|打印机|电脑|空调|网|电梯|系统|复印机)(?:又|老是?|总是?)(?:坏|卡|死机|崩|断|罢工"
    r"|出毛病)[^，。\d]{0,3}$|跟[一-龥]{2,6}似的$|[一-龥]得(?:够呛|要命|要死|不行)$|(?:^|[^认较])真(?:是|的)?(?:倒霉|晦气|背|烦|累|难|气人|丢人|热|冷|远|堵|贵"
    r"|够呛|要命|不容易|没劲|扫兴|尴尬|郁闷|无语|麻烦|折磨|辛苦|费劲|难缠|难搞|抠|行|绝)(?:了|啊)?$|吃饱了?撑|没事找事|别听(?:他|她|你|人家|别人)|下次(?:一定)?再?来(?:了)?$"
    r"|八字(?:还)?没(?:有)?(?:一撇|影)|(?<![一-龥])(?:摆|忙|干|讲|搞|弄|排|等|说)(?:了)?[小大]?半天(?:了|多)?$|好像|(?:^|[^认])觉得"
    r"|^都是(?:今天|昨天|上午|下午|今早|刚才)+的(?:事|活)儿?$|塞(?:了)?(?:红包|钱|烟|酒)"
)
_QUALITY = re.compile(
    r"^(?:[一-龥]{0,6})(?:年轻有为|没(?:有)?架子|平易近人|德高望重|才华横溢|多才多艺|能说会道|风度翩翩"
    r"|一表人才)$|(?:水平|素质|脾气|态度|脸色|人品|口才|酒量|情商|智商|能力|架子|派头|眼光|记性|嘴)(?:真|就是"
    r"|确实|实在|还是|太|很|挺|也|都|特别|非常|有点|可|比较|够)*(?:不)?(?:高|低|差|好|坏|行|大|臭|硬|软|难看|好看|烂|可以|毒|碎|甜)(?:了|呢|的)?$"
    r"|(?:站位|立意|格局)[高深]|接地气(?:了|啊)?$"
)
_TEMPER = Seldom(
    r"骂(?:人|街|娘|骂咧咧|了|保安|我们|工作人员|他|她|[一-龥]{2}员)|发(?:火|脾气|飙|牢骚|酒疯)|甩脸|翻脸|吵(?:架|起来|了一架)|阴阳怪气|迟到|早退|打瞌睡|睡着|打呼噜|玩手机"
    r"|喝[多高醉]|摸鱼|开小差|拍桌子|训(?:人|了一顿)|挨(?:批|训|骂)|(?:被|给)(?:批|训|骂)了"
)
_CHECKED = re.compile(r"督查|抽查|暗访|查岗|考勤|作风|纪律|通报|检查|明察|处分|约谈|整改|监控|演练|接访|信访")
_CAREER = re.compile(
    r"(?:要|想|快|准备|可能|估计|马上|就要|应该要?)(?:被)?(?:调走|调动|提拔|提副|提正|高升|升职|升官|离职|辞职"
    r"|走人|换人|下台|内退|跳槽|转岗|调(?:到|去)[^，。]{2,8})(?:了|吧)?$"
)
_PRAISE = (
    r"(?:[办搞做弄干演讲布写]得?(?:真|很|挺|特别|非常|还)?(?:不错|好|漂亮|到位|可以|像样|成功|用心|精彩|出彩|有水平"
    r"|有特色)|不错|真行|有水平|有特色|有亮点|有想法|有新意|上档次|接地气|像样|出彩|了不起|难得|大气|用心|到位"
    r"|值得(?:推广|学习|肯定)|要推广|推向全[县市省国]|给[^，。]{0,6}(?:长脸|争光|争气|露脸)|长脸|争光|争了?气)"
)
_LEADER_PRAISES = Seldom(
    rf"(?:{_LEADER}|[{SURNAMES}][一-龥]?(?:局|总))?[^，。]{{0,10}}(?:说|讲|夸|夸奖|称赞|表扬|评价|肯定|点赞"
    rf"|竖(?:起)?大拇指)[^，。\d]{{0,8}}{_PRAISE}|(?:{_LEADER})[^，。\d]{{0,6}}(?:很|挺|特别|非常|十分"
    r"|都)?(?:满意|高兴|开心|感动|生气|不高兴|没说什么|夸了|竖(?:起)?大拇指)(?:了|我们|咱们?|一番)?$"
)
_BARE_PRAISE = re.compile(rf"^(?:也|还|又|真|很|挺|特别|非常|都|确实|就是|真是)*{_PRAISE}(?:了|呢|的)?$")
_WISHED_ON = re.compile(
    r"^(?:以后|今后|还|也|就|都)*要(?:推|推广|总结|宣传|继续|好好|再接再厉|坚持|多[办搞做]|搞成|做成|打造|办成|往[大好])"
)
_STROLL = re.compile(rf"^(?:{_PERSON})?(?:转了|逛了|看了|坐了)(?:一)?(?:圈|会儿?|眼)(?:就走)?(?:了)?$")


def asides(clauses: Sequence[str]) -> set[int]:
    """Which clauses of one message are said aside. Hearsay and praise run on until a clause gives a figure or a day."""
    message = "，".join(clauses)
    checked = _CHECKED.search(message) is not None
    found: set[int] = set()
    running = ""
    for at, text in enumerate(clauses):
        bare = text.strip(" 。！!~，,")
        unproven = any(_UNPROVEN.match(one) for one in clauses[at + 1 : at + 3])
        plain = not _has_figure(bare) or (unproven and _HEARSAY.match(bare) is not None)
        if plain and _HEARSAY.search(bare):
            running = "hearsay"
        elif plain and _LEADER_PRAISES.search(bare):
            running = "praise"
        elif not plain or (running == "praise" and not _BARE_PRAISE.match(bare) and not _WISHED_ON.match(bare)):
            running = ""
        if running or _alone(bare, plain=plain, checked=checked or _CALMED.search(message) is not None):
            found.add(at)
        elif _DENIED.fullmatch(bare) and at and _SAID.search(clauses[at - 1]) and not _PUT_STRAIGHT.search(message):
            found |= {at - 1, at}
    return found


# 有人发朋友圈说停了一天，瞎说: what is said and denied in one breath; 已辟谣 is a deed.
_DENIED = re.compile(
    r"(?:那|都|这|纯属|纯粹|完全)*是?(?:瞎说|胡说|胡扯|乱说|瞎传|乱传|没影的?事|没有的事)(?:八道)?的?|[还也]?[没未]有?(?:证实|核实)"
)
_SAID = re.compile(r"[有人网据][^，。]{0,6}[说传讲]")
_PUT_STRAIGHT = re.compile(r"辟谣|澄清|报警|训诫|回应")


# 老关骂人，村支书劝了半天，按了手印
_CALMED = re.compile(r"劝|调解|制止")


def _alone(text: str, *, plain: bool, checked: bool) -> bool:
    """Whether a clause is an aside whatever stands around it."""
    if _BROUGHT_FORWARD.search(text) or tells(text):
        return False
    if not checked and _TEMPER.search(text) and re.search(_PERSON, text) and not re.search(r"劝|调解|制止|报警", text):
        return True
    if not plain:
        return False
    if _GRUMBLE.search(text) and not re.search(r"拒收|上交|退还|举报|查实", text):
        return True
    if (
        not checked
        and _TEMPER.search(text)
        and (len(text) <= 8 or re.search(r"有个|有人|老板|店主|对方", text))
        and not re.search(r"制止|劝|调解|学生|乘客|司机", text)
    ):
        return True
    found = filter(None, (p.search(text) for p in (_QUALITY, _CAREER, _BARE_PRAISE, _STROLL)))
    return any(not word_over(text, m.start()) for m in found)  # 换了个接|口才好


def _has_figure(text: str) -> bool:
    taken = [(m.start, m.end) for m in moments(text, _ANY_TIME) if m.kind != "vague"]
    return bool(taken) or any(True for _ in quantities(text))
