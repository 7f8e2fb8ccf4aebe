"""A day's messages cut into utterances, and what each one is: content, chat, an order to the bot, empty talk,
a correction. What the content says is facts.py's and events.py's business."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import lru_cache

from bot.domain.dates import Moment, moments
from bot.domain.names import places
from bot.domain.notes import Note
from bot.domain.numerals import fold
from bot.domain.orders import is_order
from bot.domain.plain_talk import Verdict, judge_sentence
from bot.domain.privacy import Private, private_spans
from bot.domain.quantities import Quantity, quantities
from bot.domain.slots import read


class Kind(StrEnum):
    """What an utterance is; the value is the reason shown where it is left out of a report."""

    CONTENT = "内容"
    CHAT = "闲聊"
    ORDER = "指令"
    EMPTY = "套话"
    PRIVATE = "隐私"
    CORRECTION = "更正"
    REPLACED = "被更正"


@dataclass(frozen=True, slots=True)
class Patch:
    """A later correction: [start, end) of the utterance's text now reads `text`, said at [source_start, source_end)
    of message `source`."""

    start: int
    end: int
    text: str
    source: int
    source_start: int
    source_end: int


@dataclass(frozen=True, slots=True)
class Utterance:
    """A piece of a message: messages[message].text[start:end] == text. `opens` where it announces another matter."""

    message: int
    start: int
    end: int
    text: str
    said: datetime
    speaker: str
    kind: Kind = Kind.CONTENT
    plan: bool = False
    patches: tuple["Patch", ...] = ()
    opens: bool = False

    def moments(self) -> tuple[Moment, ...]:
        """Its time expressions, offsets inside `text`."""
        found = moments(self.text, self.said, past=_PAST.search(self.text) is not None, plan=self.plan)
        hidden = private_spans(self.text)
        return tuple(m for m in found if not any(p.start < m.end and m.start < p.end for p in hidden)) if hidden else found

    def quantities(self) -> tuple[Quantity, ...]:
        """Its figures other than dates and clock times, offsets inside `text`."""
        return _figures(self.text, tuple((m.start, m.end) for m in self.moments()))


@lru_cache(maxsize=4096)
def _figures(text: str, taken: tuple[tuple[int, int], ...]) -> tuple[Quantity, ...]:
    return tuple(quantities(text, taken))


_PAST = re.compile(r"了|已经?|过(?!去的|程|渡|年|节)|刚|完成")
_FUTURE = re.compile(
    r"明[天日早晚年]|后天|下(?:个?月|周|个?星期|个?礼拜|半年|季度|一步|步|次|一期|期|一批|批次)|打算|准备(?!好|了|会|工作|就绪|充分)|计划(?!生育|内|外|书)|"
    r"(?<![即大主女])拟(?!定了|写了)|(?<![大即])将(?!近|军)|预计|力争|争取(?!到|了)|答应|承诺|约定|约好|说好|争取|目标|待(?=.{0,8}(?:后|再))|再(?=跑|去|办|开|报|补|查|来|做|送)|"
    r"(?:月|年|号|日|周[一二三四五六日])(?:底|末|初)?之?前(?![一二三四五])|[一-龥]完(?:就|再)|(?<![获取值记觉懂显赢晓])得(?=补|再|重|去|跑|改|换|修|等|验)|^(?:定|约|商量)(?:了|好|好了|的)|鉴定结果|以后要|今后|考虑|(?<![重主必只需不简纲摘就还])(?:还)?要(?!求|点|素|件|道|闻|么|好|紧|是|领|各|全县|科室)|"
    r"(?<![理思设联梦感])想(?!法|象|起|到|要了解|着)|接下来|尽快|限(?:期|\d|[一二三四五六七八九十]|本|下|月|周)|整改期限|暂定|初定|过两天|过几天|回头|"
    r"(?<!正)在(?=.{0,4}(?:联系|协调|争取|申请中))|等.{1,12}再|到时候?"
)
_DONE = re.compile(r"(?:做|办|开|送|发|查|修|换|装|收|完|好|到|来|去|结束|成)了|已经?|当场|现场(?!会)|目前.{0,8}了|完成了|刚刚|过了|了$")
_CHAT = re.compile(
    r"^回复$|^(?:今天|今儿|最近)?(?:也)?没(?:啥|什么)(?:大)?事|^前面(?:没|未)(?:有)?说|^不对[吧吗]$|^(?:风|雨|雪|太阳|天)(?:也|又)?(?:太|真|很|特别|好|挺)?(?:大|热|冷|晒|毒)(?:了|啊)?$|真晒|湿透|热得|冻得|吹翻|晒得|说实话|^好看(?:一)?点$|外卖|盒饭|接孩子|接娃|堵车|打车|早饭|午饭|晚饭|夜宵|下馆子|自己掏|累[瘫惨坏死趴]|睡一天|困死|饿死|[哈呵嘿]{2,}|^(?:刚|才)?(?:出发|到了?|收工|回去|回来|开始|散了|撤了|下班)(?:了|回去|回家)?$|^(?:没|还没)(?:吃|到|来|呢)呢?$|"
    r"(?:了没|没有|有没有|吗|多少|几个|几点|谁|哪儿?|怎么样|咋样|呢)[?？]*$|^.{0,6}(?:谁|哪个)(?:吃|来|去|有|在|写|拍).{0,6}$|各就各位|^好消息$|(?:没|真没|都没)想到$|(?:演|唱|讲|办|搞|做|开|弄|表现|效果)得(?:还|挺|很|真|非常|特别|蛮)?(?:不错|好|精彩|可以|成功|顺利)"
    r"|^.{1,8}(?:很|都|特别|挺|可|非常)(?:喜欢|爱看|开心|高兴|满意|配合|支持|热情|感动|认可|欢迎)$|^.{0,6}(?:不错|挺好|很好|真好)$|^[^\\d]{0,6}(?:能说|好笑|有趣|逗)了?$|开得(?:很|非常)?(?:及时|必要|成功|好)|很(?:及时|必要|有意义|有必要)"
    r"|^(?:[哈呵嘿嘻]{2,}|好的?|收到|行|可以|嗯+|哦+|噢|ok|OK|在吗|在不在|你好|您好|早|早上好|晚上好|大家好|各位好|谢谢|感谢|多谢|辛苦了?|不客气|没事|没问题|再见|拜拜|加油|"
    r"赞|厉害|太好了|不错|真好|挺好|棒|666|笑死|累死.{0,6}|累坏.{0,6}|忙死.{0,4}|忙了?一天|终于.{0,6}完.{0,3}|热死.{0,4}|冷死.{0,4}|今天?.{0,2}(?:好|真|太)(?:累|热|冷|忙).{0,3}|"
    r"先(?:这样|说这些|去吃饭|去忙|下了|撤了?).{0,6}|就这些.{0,4}|就这样.{0,3}|没了|完毕|以上|晚点.{0,10}|回头.{0,12}|一会儿?.{0,10}发.{0,4}|吃饭.{0,6}|下班.{0,6})[了啊吧呢哦呀啦~～!！。.\s😀-🙏👍🌹]*$"
    r"|辛苦(?:大家|各位|了|啦)|(?:大家|大伙|同志们|孩子们|老人们|群众|同事们|小朋友们?|家长们?|观众们?|村民们?)(?:们)?(?:都)?(?:挺|很|特别|非常|可|超|都)(?:.{0,2})?(?:开心|高兴|满意|激动|热情|喜欢|感动|兴奋|欢迎|积极|认真|精彩|好)"
    r"|(?:照片|图片|视频|截图|材料)(?:我)?(?:都)?(?:发|传|放|在)(?:在|到)?(?:群|你|微信|邮箱|相册|了|你了|过去)|(?:拍了)?(?:好多|很多|不少|一堆)照片|照片(?:我)?(?:晚点|回头|一会儿?|待会儿?|稍后)"
    r"|(?:你|您)(?:看着|帮(?:忙|我)|先|给我|再)?(?:写|改|弄|整理|润色|看看|排个?版|发我)|麻烦(?:你|您|帮)|帮(?:我|忙)(?:写|改|弄|整理|润色|出)|(?:天气|太阳|雨)(?:真|也|挺|很|太|特别|下得|不错|可|好).{0,6}$"
    r"|(?:中午|晚上|午饭|晚饭|盒饭).{0,4}(?:吃|请客|聚|喝).{0,8}$|(?:领导|局长|书记|主任|馆长).{0,6}(?:夸|表扬|说(?:很|挺|不错|好)|很满意|挺满意|点赞)|点个?赞|(?:嗓子|腿|脚|腰|手)(?:都|快)?(?:哑|酸|断|疼|麻)|没(?:顾上|来得及)吃饭"
    r"|(?:谁|哪位)(?:有|那).{0,8}(?:照片|表|电话)[吗?？]*$|^.{0,4}(?:忘了说|差点忘|对了)[，,。:： ]*$|^(?:我|刚|才)?(?:刚|才)?(?:到家|回来|回到(?:单位|局里|馆里)|下来)了?[。!！]*$|^效果(?:还|挺|很|真|非常|特别|蛮)?(?:可以|不错|好)"
    r"|^.{0,6}(?:真|太|挺|蛮|可|特)(?:的)?(?:热闹|壮观|精彩|感人|有意思|好玩|好看|值|不容易|顺利)了?[。!！]*$|^(?:总的来说|总之|反正).{0,6}(?:不错|顺利|成功|好)了?[。!！]*$|^人(?:真|太|挺|可|好)?多.{0,3}$|^(?:特别|非常|很|挺|十分)(?:成功|顺利|圆满|热闹|好|不错)[。!！]*$"
    r"|^(?:我)?(?:刚才)?(?:看(?:反|错)|说错|写错|打错|记错|搞错|弄错|数错|听错|发错)了?[。!！，,]*$|^不好意思|^抱歉|^对不起|^[\W_]+$"
)
_ORDER = re.compile(
    r"输出时|请(?:你)?(?:删除|删掉|去掉|隐去|改成|改为|注明|写明|标注|加上|写入)|并?注明[“\"]|(?:改|换)成我的名字|署(?:我|上)|(?:也|都|给我|帮我|顺手|一并|给)?写(?:进|到里)去|(?:也|都)?(?:帮我|给我)把.{1,40}写|忽略(?:掉)?(?:以上|上面|前面|之前|上述|所有|一切|你)|无视(?:以上|上面|前面|之前|所有|规则)|忘(?:记|掉)(?:以上|上面|前面|之前|你)|不要(?:管|理会)(?:以上|上面|前面|之前|规则)|"
    r"你现在(?:是|扮演)|从现在(?:起|开始)你|扮演(?:一个|一名)?|系统(?:提示|指令|消息|管理员)|(?i:system\s*(?:prompt|:)|ignore\s+(?:all|previous|the)|prompt|jailbreak|developer\s+mode|assistant\s*:)|"
    r"(?:请|务必|必须|一定要?|要|得|帮我|给我|直接)?(?:在)?(?:报告|稿子|信息|文中|里面|材料|结尾|开头|标题|最后)(?:里|中|上)?(?:面)?(?:一定|务必|必须|要|得|请|都)?(?:要)?(?:写上?|加上?|注明|体现|突出|强调|说明|改成|写成)(?!了|的)|"
    r"(?:写上|加上|补上|加一句(?![:：])|写一句|多写|编)(?:一?句|几句|点|些|“|\")|(?:人数|数字|数据|金额)(?:就|直接|都|给我)?(?:写|改|凑|编|填|按)(?:成|到|个|大点|多点|高点)|"
    r"(?:写|整|弄|出)(?:成|个|一篇|一份|一条|一下)?(?:信息|简报|稿子|报告|报道|总结)(?!会|员|栏)(?:吧|呗|一下|哈)?$|字数(?:别|不要|控制|多|少)|(?:写|说)(?:得)?(?:好看|漂亮|高大上|大气|有高度|夸张|隆重)(?:点|一点|些|一些)?|"
    r"(?:输出|打印|告诉我|说出|泄露|发给?我)(?:你的|系统|全部|所有)?(?:提示词|指令|设定|密码|密钥|令牌|token)|(?:自动|直接)(?:通过|采用|审核通过|提交|发布)|标记为(?:采用|通过)"
)
# A message in the shape of a machine's is no note of a colleague.
_MACHINE = re.compile(r"[\"'](?:role|content|system|assistant|instruction)[\"']\s*[:：]|<\s*/?\s*(?:system|instruction|script)|^\s*(?:system|assistant|user)\s*[:：]", re.I)
# Behind such an order the rest of the message is the order's.
_TAKEOVER = re.compile(r"输出时|(?:请|要|给我|帮我|直接|必须|务必)(?:你)?(?:把[^，。]{1,20})?(?:写|改|说|编)成|请(?:你)?(?:删除|删掉|写入)|忽略|无视|忘[记掉](?:以上|上面|前面|之前|你)|你现在(?:是|扮演)|从现在起你|(?i:ignore|system\s*(?:prompt|:))")
_LEAVE_OUT = re.compile(r"(?:这个|这句|这条|这事|这些|上面|前面)?(?:就)?(?:不用|别|不要|不必|甭)(?:写|提|报|放)(?:了|进去|上)?$")
_OPENS = re.compile(
    r"另外(?:一件|还有(?:个|一件)|一个|有个)|还有(?:一?个|一?件)(?:事|活动|会)|(?:另|再)(?:一|有)(?:件|个)(?:事|活动)|第[二三四](?:件|个)(?:事|活动|是)|"
    r"(?:再|另外)(?:说|报|记)(?:一|个|下)?(?:件|个)?(?:事|别的)|下面(?:说|是)(?:另|第二)|^(?:另一个|另一件|再一个|第二个|第二件)是|同一个?时[候间]"
)
# 今天三件事：一是…二是…: only then does 二是 begin another matter.
_SEVERAL = re.compile(r"[两三四2-4]个?件?(?:事|活动)")
_NEXT = re.compile(r"(?:二|三|四)是")
_CORRECTION = re.compile(
    r"更正|纠正|订正|说错|写错|打错|看错|看反|记错|搞错|弄错|数错|算错|听错|少写|多写|漏写|口误|不对(?!吧|吗)|有误|错了|^再改|改回|应该是|应为|应是|其实是|实际是|准确(?:的)?(?:是|说)|不是.{1,12}[，,]?\s*(?:是|而是|应该是)|"
    r"是.{1,14}[，,]\s*不是|^是[^，。]{2,14}不是[^，。]{2,14}$|少打|多打|打少|打多|打漏|以.{1,12}为准|重新(?:数|核)|核(?:对|实)(?:了|过|后)?.{0,6}(?:是|为)|改一下|修正|也?跟着(?:变|改)|以.{1,6}为准|前面(?:说|发|写)的.{0,8}(?:改|错|是)"
)
PRAISE = re.compile(
    r"(?:干劲|热情|信心|士气|氛围|气氛|现场|场面|反响|掌声|笑声|欢声笑语|积极性|参与度|兴致|情绪|人气|秩序)(?:非常|十分|特别|也|都|很|更|更加|一片|异常)?(?:倍增|高涨|热烈|浓厚|十足|满满|井然|火爆|空前|踊跃|不断|饱满|爆棚|良好|很好|旺盛|阵阵|很足|高)|"
    r"(?:收到|取得|达到|受到|赢得|得到)了?.{0,10}(?:好评|效果|成效|欢迎|称赞|肯定|认可|赞誉|点赞|成功)$|圆满(?:成功|结束|完成|落幕|收官)|(?:受益匪浅|收获满满|纷纷(?:驻足|点赞|参与|称赞|拍照|加入|响应|竖起)|驻足(?:观看|欣赏|观赏)|意义重大|意义深远|深受(?:教育|鼓舞|启发)|倍感(?:温暖|亲切))"
)
# 不是200份，是220份: the two halves of a correction stand on both sides of a comma.
_PAIRED = re.compile(r"^(?:[一-龥]{0,6})?不是[^，,。；]{1,14}[，,]\s*(?:而|应该)?是[^，。；]{1,20}$|^(?:[一-龥]{0,6})?是[^，,。；]{1,14}[，,]\s*(?:而)?不是[^，。；]{1,14}$", re.M)
_HALF = re.compile(r"^(?:[一-龥]{0,6})?(?:不是|而是|应该是|是)")
_FILLER = re.compile(
    r"(?:同一个?时[候间]|【(?:转发|转|回复|链接|图片|视频)】[^：:，。]{0,16}[：:]|(?:转发|转)[：:]|补报(?:一下)?|加一句[:：]|再加一句|(?:今天|昨天)?(?:一共|就)?[两三2-4]个?(?:件)?事儿?(?:[，,:：]|$)|(?:一个|一件|一|二|三|四|另一个|另一件|再一个|第二个|第二件)是(?=[一-龥])|(?:今天|这周|本周|昨天|上周)?的?(?:几件|两件)?事情?(?:一起|一块儿?|都)(?:报|说|发)(?:了|一下)?(?:[：:]|$)|补一下(?:今天|昨天|这周|上周)?的?(?:[：:]|$)|顺[手便带](?=[一-龥])|然后呢?|接着|后来|再后来|另外|还有(?=[，,就一个])|对了|那个|这个(?!月|周|星期|活动|展|月|季)|就是说?|嗯+|哦+|噢|啊|呃|额|其实|反正|总之|完了(?=[，,])|补充一下|补充一点|补充|再补充一句|汇报一下|报告一下|"
    r"跟(?:你|您|大家)(?:说|汇报)一下|说一下|记一下|记(?=今天|上午|下午|昨天)|是这样的?|情况是这样的?|今天的情况是?|哎|诶|唉|咱说|我说一下|先说|再说|再一个|再就是|第[一二三四五六]个?[，,是]|"
    r"还有个?(?:数|情况|事)?(?:忘了说)?[，,:：]|差点忘了|忘了说|刚忘了说|顺便说(?:一下|一句)?|领导[，,好]|主任[，,好]|@\S+\s*)[，,、:：\s]*"
)
_SEPARATOR = re.compile(
    r"[，,。；！？!?;\n\r…~～]+|(?<=[一-龥）)”》0-9a-zA-Z%])[ \t　]+(?=[一-龥（(“《0-9])|(?<=[一-龥])\.(?=[一-龥]|$)"
)
_PAIRS = {"“": "”", "《": "》", "（": "）", "(": ")", "「": "」"}
_STARTERS = re.compile(
    r"(?:有(?=[一两二三四五六七八九十\\d]{1,3}[家个名人处条户位])|其他|其余|下(?:个)?(?:礼拜|星期)|请的是|讲的是|演了|评了|看的人|装(?=国家|了)|然后|接着|后来|另外|其中|现场(?!会)|最后|同时|一共|总共|来看的|来的|参加的|参与的|来参加|展出|发放|发了|送了|下一步|下个月|下周|明天|截至|目前|查出|发现了?|已经|准备|计划|打算|"
    r"还(?=有|给|发|做|讲|查|拍|送|请|现场|组织)|又(?=给|发|做|讲|查|拍|送)|并且|结束后|期间|收了|收到|请了|邀请了?|讲了|(?<![出过回起下上到进送])来了|去了|当场|责令|主要(?=是|讲|查)|大家提|提了|征求|征集|拍了|登记了?|整理了?|筹了?|捐了?|大概(?=有|来|\d)|都给|全部(?=送|给|捐))"
)
_STRONG = re.compile(r"请的是|其他|其余|来了|下个?(?:礼拜|星期)|有")
_VOICE = 14
# Nobody says so much without a pause: what is longer is cut, so that no pattern has to read it whole.
_LONGEST = 160


def _outside(text: str, at: int) -> bool:
    """Whether the position lies outside quotes, titles and brackets."""
    depth: list[str] = []
    for c in text[max(0, at - 80) : at]:
        if depth and c == depth[-1]:
            depth.pop()
        elif c in _PAIRS:
            depth.append(_PAIRS[c])
    return not depth


def _pieces(text: str, hidden: Sequence[Private] = ()) -> list[tuple[int, int]]:
    """Spans between separators; long runs without any (voice input) are cut before words that open a clause."""
    cuts, start = [], 0
    for m in _SEPARATOR.finditer(text):
        inside = any(p.start < m.start() < p.end for p in hidden)
        if not inside and not _digit_group(text, m) and _outside(text, m.start()):
            cuts.append((start, m.start()))
            start = m.end()
    cuts.append((start, len(text)))
    spans = []
    for a, b in cuts:
        while a < b and text[a] in " \t　、，:：-—·*•":
            a += 1
        while a < b and text[b - 1] in " \t　、，":
            b -= 1
        for at in range(a, b, _LONGEST):
            spans.extend(_voice(text, at, min(b, at + _LONGEST)))
    return spans


def _digit_group(text: str, m: re.Match[str]) -> bool:
    """Whether the separator only groups digits: 4 812, １，２６０."""
    before, after = fold(text[max(0, m.start() - 1) : m.start()]), fold(text[m.end() : m.end() + 4])
    return m[0] in "，, 　" and before.isdigit() and bool(re.match(r"\d{3}(?!\d)", after))


def _voice(text: str, a: int, b: int) -> list[tuple[int, int]]:
    if b - a <= _VOICE:
        return [(a, b)]
    spans, start = [], a
    for m in _STARTERS.finditer(text, a, b):
        piece = text[start : m.start()]
        if m.start() - start >= 6 and (_STRONG.match(m[0]) or re.search(r"\d|[一二两三四五六七八九十百千万]{1,}来?多?[个名位人场次册件项条家支户处]|了", piece)) and _outside(text, m.start()) \
                and text[m.start() - 1] not in "的、和与在由把将被":
            spans.append((start, m.start()))
            start = m.start()
    spans.append((start, b))
    return spans


def _plan(text: str, said: datetime) -> bool:
    """Whether the utterance speaks of what is to come; words in brackets do not decide it."""
    text = re.sub(r"[（(][^（）()]*[）)]", "", text)
    ahead = any((m.day and m.day > said.date() and m.kind == "day" and not re.search(r"[到至]$", text[: m.start]))
                or (m.due and not re.search(r"前.{0,12}[完成]?了", text)) for m in moments(text, said))
    month = any(m.kind == "month" and m.day and m.day > said.date() for m in moments(text, said))
    if ahead or (month and not re.search(r"去年|上年", text)):
        return True
    future = _FUTURE.search(text)
    if not future:
        return False
    if re.search(r"答应|承诺|约|说好|限|定|得", future[0]):
        return True
    if future[0].endswith("要") and re.search(r"每[月年天周季次]|原来|原先|以前|平时", text):
        return False
    return not (_DONE.search(text) and not re.search(r"打算|计划|准备|预计|拟|将|明[天日年]|下(?:周|个?月|一步)", future[0]))


def _kind(text: str, said: datetime) -> Kind:
    bare = text.strip(" 。！!~")
    if _ORDER.search(text) or is_order(text):
        return Kind.ORDER
    if _CORRECTION.search(text):
        return Kind.CORRECTION
    factual = bool(list(quantities(text, [(m.start, m.end) for m in moments(text, said)])))
    if _CHAT.search(bare) and not (factual and len(bare) > 10):
        return Kind.CHAT
    if not factual and _SPEAKER.match(bare) and not _DEED.search(bare) and not list(places(bare)) and not moments(text, said):
        return Kind.CHAT
    if not factual and _PAIRS_OF_FOUR.match(bare) and judge_sentence(text).verdict is not Verdict.SUBSTANTIVE:
        return Kind.EMPTY
    if not factual and _FRAME.search(bare):
        return Kind.EMPTY
    if not factual and PRAISE.search(bare) and not _DEED.search(bare):
        return Kind.EMPTY
    if not factual and "《" not in bare and len(bare) >= 4 and read(text).hollow > HOLLOW and judge_sentence(text).verdict is Verdict.EMPTY:
        return Kind.EMPTY
    return Kind.CONTENT


# A short plain clause (在凤凰岭) holds no slot and yet is no empty talk: that needs empty words.
HOLLOW = 0.25
# 不辞辛劳、连续作战: phrases of four in a row tell no deed.
_PAIRS_OF_FOUR = re.compile(r"^(?:[一-龥]{2,6})?[一-龥]{4}(?:、[一-龥]{4})+$|^[一-龥]{2,5}[一-龥]{4}、[一-龥]{5}[一-龥]{2}$")
# What a speaker says of himself or another chatter, without figure, place or deed, is chat.
_SPEAKER = re.compile(r"^(?:我|你|您|咱|俺|谁)(?![们馆局站县市镇乡科单])")
# Frames that announce a saying or close a deed: empty themselves, they go where nothing follows.
_FRAME = re.compile(
    r"^通过(?:此次|本次|这次)?(?:活动|会议|培训|学习|检查|演练)$|^在.{2,36}(?:领导|重视|支持|关心|关怀|指导|帮助|努力|配合|部署)下$|^(?:此次|本次|这次|通过|通过此次|通过本次|随着)?(?:活动|检查|培训|演练|比赛|整治|排查|慰问|走访|讲座)(?:中|过程中|期间|现场|当天)$|^(?:此次|本次|这次)?(?:活动|会议|培训|演练|比赛|检查|学习)的?(?:成功|顺利|圆满)?(?:开展|举办|召开|举行)$|^(?:会议|领导|会上|与会人员|大家|参会人员|同志们)?(?:一致|纷纷|还|强调)?(?:强调|指出|认为|表示|要求|号召|强调指出)$|^(?:根据|按照|依据|遵照)[^《\d]{2,24}(?:部署|要求|安排|精神)$"
)
_DEED = re.compile(r"《|“|活动圆满(?:结束|落幕)|举办|召开|检查|培训|发放|参加|完成|负责|讲|捐|送|获")


def utterances(notes: Sequence[Note], now: datetime) -> list[Utterance]:
    """Every utterance of the notes in order. A note without a time was said at `now`."""
    return [
        Utterance(index, one.start, one.end, one.text, one.said, note.speaker, one.kind, one.plan, (), one.opens)
        for index, note in enumerate(notes)
        for one in _of_message(note.text, note.at or now)
    ]


@lru_cache(maxsize=2048)
def _of_message(message: str, said: datetime) -> tuple[Utterance, ...]:
    """The utterances of one message; a message is read once however often its notes are drafted."""
    found: list[Utterance] = []
    ordered = _MACHINE.search(message) is not None
    several = _SEVERAL.search(message) is not None
    paired = _PAIRED.search(message) is not None
    for start, end in _pieces(message, private_spans(message)):
        opens = _OPENS.search(message[start:end]) is not None or (several and _NEXT.match(message[start:end]) is not None)
        filler = _FILLER.match(message, start, end)
        while filler and start < filler.end() < end:
            start = filler.end()
            filler = _FILLER.match(message, start, end)
        text = message[start:end]
        kind = Kind.ORDER if ordered else Kind.CHAT if filler and filler.end() >= end else _kind(fold(text), said)
        if paired and kind is Kind.CONTENT and _HALF.match(text):
            kind = Kind.CORRECTION
        ordered = ordered or bool(_TAKEOVER.search(text))
        if kind is Kind.CONTENT and _all_private(text):
            kind = Kind.PRIVATE
        if _LEAVE_OUT.search(text):
            kind = Kind.ORDER
            if found:
                found[-1] = replace(found[-1], kind=Kind.ORDER)
        plan = _plan(fold(text), said) or _goes_on(text, said, found)
        found.append(Utterance(0, start, end, text, said, "", kind, plan, (), opens))
    return tuple(found)


def _goes_on(text: str, said: datetime, before: Sequence[Utterance]) -> bool:
    """计划12月5日再去办一场，展出60幅: a figure without 了 or day of its own right behind a plan belongs to the plan."""
    if not before or not before[-1].plan or not _INTENT.search(before[-1].text) or len(text) > 14 or _PAST.search(text):
        return False
    return not moments(text, said) and any(True for _ in quantities(text))


_INTENT = re.compile(r"计划|打算|准备|拟|预计|明[天年]|下(?:周|个?月)|再(?=去|办|开|跑)")


def _all_private(text: str) -> bool:
    """Whether nothing is left of the utterance once its private data is taken out."""
    spans = private_spans(text)
    rest = "".join(c for i, c in enumerate(text) if not any(p.start <= i < p.end for p in spans))
    return bool(spans) and len(re.sub(r"[\s，,。:：的是]|手机|电话|联系|住|号", "", rest)) <= 2
