"""What a piece of a message is: content, chat among colleagues, an order to the bot, empty talk, a correction."""

import re
from datetime import datetime
from enum import StrEnum

from bot.domain.language.dates import moments
from bot.domain.language.names import SURNAMES, places
from bot.domain.language.needed import Seldom
from bot.domain.language.quantities import quantities
from bot.domain.notes.chatter import always_chat, own_day, plain_chat
from bot.domain.notes.doubts import asks_back, wonders
from bot.domain.notes.dressing_up import refuses, suggests
from bot.domain.notes.flourishes import AMID, PRAISE
from bot.domain.notes.learnt_beside import surely_empty
from bot.domain.notes.orders import requested
from bot.domain.notes.promised import promised
from bot.domain.notes.substance import tells, tells_a_part
from bot.domain.plain.plain_talk import judge_sentence
from bot.domain.plain.slots import read
from bot.domain.plain.verdicts import Verdict


class Kind(StrEnum):
    """What an utterance is; the value is the reason shown where it is left out of a report."""

    CONTENT = "内容"
    CHAT = "闲聊"
    ORDER = "指令"
    EMPTY = "套话"
    PRIVATE = "隐私"
    CORRECTION = "更正"
    REPLACED = "被更正"
    BORROWED = "转来的"


_CHAT = Seldom(
    r"^(?:[一-龥]{1,2}[姐哥]|[老小][一-龥]|你)?(?:你)?(?:不对吧|记错了吧|说错了吧|写错了吧|搞错了吧|不是吧|弄错了吧|没有吧)$"
    r"|^(?:上面|前面|以上|上边)(?:这|那)?[条段个]?(?:是|为)(?:他们|她们|对方|人家|别人|[一-龥]{2,6})(?:发|转|报|写|给|提供)的$"
    r"|^(?:今天|今儿|这周|最近)?(?:的)?(?:事|活)儿?(?:真|太|有点|挺|比较|可)?(?:多|杂|挤)(?:了|啊)?$|^(?:这[话句条个事]|都)?(?:也|都)?记(?:下来?|着)了?$"
    r"|^(?:注意|切记|记住)(?:一下|了|啊|哈)?$|^(?:不用了?|不要|用的?|要|随便|都行|无所谓|对+|是的?|没错|没|有|没有|能|不能|中|得嘞|知道了?|明白了?|了解|好嘞|马上|稍等|等下"
    r"|来[了啦]|OK[!！]?|谢啦|收到啦)$|(?:^.{0,8}(?:行|中|成)不|^[来去看吃要拼]不|用不用|要不要|行不行|有没有|好不好|能不能|是不是|去不去|可不可以|在不在|够不够|来不来)$"
    r"|(?<![十百千万好])(?<!再[一-龥])几[个名位家](?:人|家|个|单位)?$|^(?:没变|不变|没(?:有)?变化|不出意外|没意外|顺利)的话$"
    r"|^(?:是)?在哪[里儿]?[办搞开弄演摆]的?(?:来着|呀|啊)?$"
    # 给你表, 报个喜: what the message brings
    r"|^(?:给|发)(?:你|您|你们|大家|领导)?(?:个|份|张|一[份张个])?(?:表|表格|清单|名单|明细|台账)(?:格)?(?:了|啦|啊|哈)?$"
    r"|^(?:给(?:大家|领导|各位|群里))?(?:报|道)个?(?:喜|好消息|平安)(?:了|啦|啊|哈)?$|^(?:收工|完工|搞定|完活儿?|收摊|打卡)(?:了|啦|咯|喽)*$"
    r"|^[^，。\d]{0,3}(?:差一?点|险些)(?:给)?(?:忘|漏)(?:说|报|写)?(?:了|啦)?$|^(?:有|还有)?个?(?:大|重要|要紧|关键|好)的?(?:事|消息)?(?:还)?(?:没说|没讲"
    r"|没报|忘说了?|忘了?说了?)(?:呢)?$|^(?:我|刚|刚才|又|后来)*(?:问|确认|核实|打听)过?了(?:一?下)?$|^转发$|^好[滴嘞哒呀啊的]+[~～!！]*$|^(?:真)?值得?了?[!！]*$"
    r"|^(?:大家|都|一直)*忙(?:活|乎|到)[^，。\d]{0,6}$"
    rf"|^[小老][{SURNAMES}]$|^(?:[小老]?[{SURNAMES}])(?:姐"
    r"|哥|叔|姨|总|局|处|科|馆|站|主任|老师|书记|师傅|工)$|^(?:我|那我|[一-龥]{2,6}[那这][边块])?(?:还)?再?(?:补|加|说|报)(?:充)?[一几][条点个句件](?:情况|数据?"
    r"|事)?$|^(?:明天|后天|今晚|晚上|下午|下?周[一二三四五六日]?|月底)?(?:记得|别忘了?|还得|得|要)?(?:体检|聚餐|团建|调休|放假|交党费|发工资|打疫苗|报销(?!了)|值班|加班"
    r"|交周报)(?:啊|哈|哦|了|呢)?$|^(?:这是|是)?(?:我|我们)?(?:也|又)?刚刚?(?:才|又)?(?:重新)?(?:数|核|点|查|问|对|量|算|清点|核对|确认|看)(?:过的?|了一?遍|的)$"
    r"|^(?:下班|明天|晚上|中午|大家|各位)?(?:都)?别(?:走|忘了?|迟到|急|催|闹|忘带.{1,6})(?:了|啊|哈)?$|^(?:拍个照|发个照片|发我|给我(?!们))(?:报销)?.{0,6}$"
    r"|^回复$|^(?:今天|今儿|最近|[上下]午|晚上)+(?:也|就|再)?没(?:有)?(?:啥|什么|别的|其他)*(?:大)?(?:事|活动|安排)(?:儿|了)*$"
    r"|^(?:今天|今儿|最近)?(?:也)?没(?:啥|什么)(?:大)?事|^前面(?:没|未)(?:有)?说|^(?:因为|由于)(?:腿脚|腿|身体|眼睛|耳朵|眼神)(?:不好|不便|不行|不方便)(?!的)"
    r"|^一[丝点片][云风]都?没有$|^真的?(?:挺|很|不)?(?:多|少|好|差|行|快|慢)$|^(?:收工|下班|忙完|完事|散场|撤|走)?(?:了)?(?:咱们?|大家|一起)?(?:去)?(?:吃|喝|撸|嗦"
    r"|整)(?:碗|个|口|顿)?(?:面|粉|串|火锅|烧烤|酒|米线|饺子|好的|羊汤|大餐)(?:条)?(?:去)?(?:了|啦|咯)?$|^(?:风|雨|雪|太阳|天)(?:也|又)?(?:太|真|很|特别|好"
    r"|挺)?(?:大|热|冷|晒|毒)(?:了|啊)?$|^(?:先|去|回去|抽空|才)?吃(?:口|个|点|完|过|顿|了口)?(?:饭|午饭|晚饭|早饭|东西)|^(?:集合|集合出发|就位|到位)(?:了)?$|说实话"
    r"|^好看(?:一)?点$|睡一天|[哈呵嘿]{2,}|^(?:刚|才)?(?:出发|到了?|收工|回去|回来|开始|散了|撤了|下班)(?:了|回去|回家)?$|^(?:没|还没)(?:吃|到|来|呢)呢?$|(?:了没"
    r"|(?:还有|[来到完好成开])没|[了过完好成]没有|有没有|吗|多少|[多几][少一-龥]?来着|(?<![十百千万])几个|几点|多久|谁|哪儿?|怎么[样办]|咋[样办]"
    r"|(?<![清道说问看明解楚白有没])(?:是)?(?:什么|啥)(?:情况|原因)|[怎咋]么?(?:回事|说(?=$|[?？]))|(?:几点|啥时候|什么时候|多会儿)能[一-龥]{1,3}"
    r"|(?<!着)(?<![没未][一-龥])呢)[?？]*$|^(?!.*没定).{0,6}(?:谁|哪个)(?:吃|来|去|有|在|写|拍|值).{0,6}$|各就各位|^好消息$"
    r"|^(?:明[天早儿]|回头|晚上|一?会儿?|待会儿?|咱们?|大家|都)*(?:再)?见(?:了|吧|啊|哈)*$|(?:没|真没|都没)想到$"
    r"|(?:演|唱|讲|办|搞|做|开|弄|表现|效果)得(?:还|挺|很|真|非常|特别|蛮)?(?:不错|好|精彩|可以|成功|顺利)(?!的[一-龥])"
    r"|^.{1,8}(?:很|都|特别|挺|可|非常)(?:喜欢|爱看|开心|高兴|满意|配合|支持|热情|感动|认可|欢迎)$|^.{0,6}(?:不错|挺好|很好|真好)$"
    r"|^[^\\d]{0,6}(?:能说|好笑|有趣|逗)了?$|很(?:及时|必要|有意义|有必要)|^(?:[哈呵嘿嘻]{2,}|好的?|收到|行|可以|嗯+|哦+|噢|ok|OK|在吗|在不在|你好|您好|早|早上好"
    r"|晚上好|大家好|各位(?:领导|老师|同事|同仁|同志)?们?好?|谢谢|感谢|多谢|辛苦了?|不客气|没事|没问题|再见|拜拜|加油|赞|厉害|太好了|不错|真好|挺好|棒|给力|666|笑死|累死.{0,6}"
    r"|累坏.{0,6}|忙死.{0,4}|忙了?一天|终于.{0,6}完.{0,3}|热死.{0,4}|冷死.{0,4}|今天?.{0,2}(?:好|真|太)(?:累|热|冷|忙).{0,3}|先(?:这样|这么着|说这些"
    r"|去吃饭|去忙|下了|撤了?).{0,6}|就这些.{0,4}|就这样.{0,3}|没了|完毕|以上|(?:晚点|回头)(?:我|你|再|就|都|也|先|给|跟你|把[数照名材表稿])*(?:[发补聊弄见传核问对算写]|说"
    r"|报(?![警废修名])|整理|查(?![封扣])|看看|统计|确认|[跟找和问][^，。\d]{0,6}?[核问对])[^，。\d]{0,6}|一会儿?[^，。]{0,6}发.{0,2}|吃饭(?:去|走|吃饭)*"
    r"|(?:打卡)?下班(?:走|回家|见|再说)*|这(?:鬼|破|啥|什么)天气?)[了啊吧呢哦呀啦~～!！。.\s😀-🙏👍🌹]*$|辛苦(?:大家|各位|了|啦)|(?:大家|大伙|同志们|孩子|老人|群众|同事们"
    r"|小朋友们?|家长们?|观众们?|村民们?)(?:们)?(?:都)?(?:挺|很|特别|非常|可|超|都)(?:.{0,2})?(?:开心|高兴|满意|激动|热情|喜欢|感动|兴奋|欢迎|积极|认真|精彩"
    r"|好)(?![^，。]{4})|(?:照片|图片|视频|截图|材料|[一-龥]{0,3}表|名单|文件|方案)(?:我)?(?:都|已)?(?:发|传|放|在)(?:在|到)?(?:群|你|微信|邮箱|相册|过去)"
    r"|(?:你|您)(?:看着|帮(?:忙|我)|先|给我|再)?(?:写|改|弄|整理|润色|看看|排个?版|发我)|麻烦(?:你|您|帮)|帮我(?:写|改|弄|整理|润色|出)|^帮忙(?:写|改|润色)"
    r"|(?:天气|太阳|雨)(?:真|也|挺|很|太|特别|下得|不错|可|好)[^，。]{0,2}$|^点赞$|^(?:大家|我们|咱们)[都还也]*没吃饭$|^先到这[里儿]?[吧了]?$"
    r"|^.{0,4}(?:忘了说|差点忘|对了)[，,。:： ]*$|^效果(?:还|挺|很|真|非常|特别|蛮)?(?:可以|不错|好)(?!的[一-龥])"
    r"|^.{0,6}(?:真|太|挺|蛮|可|特)(?:的)?(?:热闹|壮观|精彩|感人|有意思|好玩|好看|值|不容易|顺利)了?[。!！]*$|^人(?:真|太|挺|可|好)?多.{0,3}$"
    r"|^(?:特别|非常|很|挺|十分)(?:成功|顺利|圆满|热闹|好|不错)[。!！]*$|^(?:我)?(?:刚才)?(?:看(?:反|错)|说错|写错|打错|打快|记错|搞错|弄错|数错|听错"
    r"|发错)了?[。!！，,]*$|^不好意思|^[\W_]+$"
)
_CORRECTION = Seldom(
    r"^[哦噢啊呃哎诶]*不$|(?<![去来要得里已])更正(?!申报|登记|启事|声明|公告|通知|条|单|贴|的[一-龥]{2})|^[一-龥]{0,4}[报记算写][早多少高低大重]了$"
    r"|^就?[用按以]这个(?:数)?(?:为准|报|写|吧)?$|纠正(?![^，。]{0,12}(?:违|行为|问题|占道|乱停|不规范|不文明))|订正|说错|写错"
    r"|[写记说弄搞打看听敲按输填抄念]反了?(?!对|映|应|馈|复)|[少多](?:打|写|输|敲)?了?一?个[零0]|少说了|少算|多算|漏说|漏算|打错|看错|看反|(?:抄|填|录|输|登|报|拿|敲|按|念)错了"
    r"|(?:抄|记|写|看|填|录|数|打|听|敲|输|念|按)(?:颠倒|倒|串行?|岔|花眼?)了|手[滑抖误]|花眼了|眼花了|串行了|输入法(?!教|培训|课)"
    r"|重新(?:数|点|核|量|清点|算)(?:过|了(?:一?遍|一下|下)?)$|(?:单|表|台账|账)上?(?:又)?核了(?:下|一下|一遍)?$|^核了(?:下|一下)"
    r"|^刚(?:才|刚)?又?(?:核|数|点)[了过](?:一?[遍下])?(?:签到[簿表册]|花?名[册单]|人头)?$|记错|搞错|弄错|数错|算错|听错|少写|多写|漏写|口误"
    r"|(?<!着)不对(?!吧|吗|劲|外|等|称|口|头|付)|有误|错了|^再改|改回|应该是|应为|应是|其实是|实际是|准确(?:的)?(?:是|说)|不是.{1,12}[，,]?\s*(?:是|而是|应该是)"
    r"|是\s*约?[\d一二两三四五六七八九十百千万]+[一-龥]{0,3}不是\s*约?[\d一二两三四五六七八九十百千万]|^(?:就)?(?:听|按|照)(?!规定|要求|计划|方案|标准|惯例|规矩|程序|通知|合同"
    r"|图纸|说明|文件)[一-龥]{1,4}(?:说|报|数|给|那个|那边|这边)?的(?:来|报|写|算|数)*(?:吧)?$|(?:[也都]算(?:上|进去|进|在内)|算重|重复(?:算|计|统计|登记))了"
    r"|^[一-龥]{1,6}不是约?\d[\d.]*[万亿]?[一-龥]{0,2}(?<![吗吧么嘛呢])$|^不是约?\d[\d.]*[万亿]?[一-龥]?[^吗吧么嘛呢\W]$|是.{1,14}[，,]\s*不是"
    r"|^是[^，。]{2,14}不是[^，。]{2,14}$|^(?:还有|另外)?[看去来讲请叫用换查演放]的?(?:是|叫)[^，。]{1,12}不是[^，。]{1,12}$|少打|多打|打少|打多|打漏"
    r"|以.{1,12}为准|重新(?:数|核)|核(?:对|实)(?:了|过|后)?.{0,6}(?:是|为)|改一下|修正|也?跟着(?:变|改)|以.{1,6}为准|前面(?:说|发|写)的.{0,8}(?:改|错|是)"
    r"|^(?:[上前]面|刚才|上一?)那?条(?:时间|日期|地点|人数|数|名字|单位|金额)?(?:应该)?(?:是|改|错)"
)
# 县政府广场, typed alone, is where it was.
_WHERE = re.compile(
    r"(?:广场|公园|小区|社区|学校|小学|中学|操场|礼堂|会议室|报告厅|展厅|剧院|剧场|影院|车站|码头|门口|大厅|活动室|党校|食堂|街|路|村|镇|院|馆|楼)(?:里|上|前|外)?$"
)
_PLAIN_PLACE = re.compile(r"[一-龥]{3,10}")


# 收到@张三
_CALLED = re.compile(r"\s*[@＠][一-龥A-Za-z]{1,8}\s*$")


def kind_of(text: str, said: datetime) -> Kind:
    text = AMID.sub("", text)
    text = _CALLED.sub("", text) if "@" in text or "＠" in text else text
    bare = text.strip(" 。！!~")
    if requested(text) or suggests(bare):
        return Kind.ORDER
    if refuses(bare) or wonders(bare) or promised(bare):
        return Kind.CHAT
    if tells_a_part(bare):
        return Kind.CONTENT
    if _CORRECTION.holds(text):
        return Kind.CORRECTION
    if always_chat(bare):
        return Kind.CHAT
    factual = bool(list(quantities(text, [(m.start, m.end) for m in moments(text, said)])))
    if factual and asks_back(bare):
        return Kind.CONTENT
    told = tells(bare)
    if not told and (
        ((own_day(bare) or _CHAT.holds(bare)) and not (factual and not _QUESTION.search(bare)))
        or (not factual and plain_chat(bare))
    ):
        return Kind.CHAT
    if not factual and _WHERE.search(bare) and _PLAIN_PLACE.fullmatch(bare):
        return Kind.CONTENT
    if not (factual or told) and _TO_YOU.match(bare):
        return Kind.CHAT
    if (
        not (factual or told)
        and _SPEAKER.match(bare)
        and not _DEED.search(bare)
        and not list(places(bare))
        and all(_AHEAD.fullmatch(text[m.start : m.end]) for m in moments(text, said))
    ):
        return Kind.CHAT
    if (
        not factual
        and not _DEMANDED.match(bare)
        and _PAIRS_OF_FOUR.match(bare)
        and judge_sentence(text).verdict is not Verdict.SUBSTANTIVE
    ):
        return Kind.EMPTY
    if _AT_THE_TIME.search(bare) or (not factual and _FRAME.search(bare)):
        return Kind.EMPTY
    if not factual and PRAISE.search(bare) and not _DEED.search(bare):
        return Kind.EMPTY
    if (
        not factual
        and "《" not in bare
        and len(bare) >= 4
        and not _HANDWORK.search(bare)
        and not _CAME_TOGETHER.search(bare)
        and not _DEMANDED.match(bare)
        and not _DENIED.search(bare)
        and (hollow := read(plain := _PLAIN_HERE.sub("", _without_house(text))).hollow) >= HOLLOW
        and (judge_sentence(plain).verdict is Verdict.EMPTY or (hollow == 1 and len(bare) == 4))
    ):
        return Kind.EMPTY
    if not factual and not _DEMANDED.match(bare) and surely_empty(bare, dated=bool(moments(text, said))):
        return Kind.EMPTY
    return Kind.CONTENT


# 钱没落实, 责任没压实, 风向标断了一截: no slogan says what was not done, or broke.
_DENIED = re.compile(r"没(?!有?[最一])|未(?!来|雨)|不到位|[断坏裂掉漏塌堵]了")


def _without_house(text: str) -> str:
    """执法大队坚持人民至上: whose slogan it is makes it no deed."""
    house = next((p for p in places(text) if p.start == 0), None)
    return text[house.end :] if house and len(text) - house.end >= _SLOGAN else text


_SLOGAN = 4
# A short plain clause (在凤凰岭) holds no slot and yet is no empty talk: that needs empty words.
HOLLOW = 0.25
# 教大家用灭火器, 悬挂光荣牌: empty words of speeches that mean a thing here.
_PLAIN_HERE = re.compile(
    r"手把手地?(?=[教带])|^下一?步要(?!做好|抓好|搞好|加|继|持|进|不断|努|坚|把|推)|(?<=[教给带帮让问跟请领])大家|大家(?=[都全]?[挤跑走坐挪退散涌绕][^，。])|送温暖$|(?<=[菜油粮肉蛋价格])都?(?:平稳|稳定)$"
    r"|光荣(?=牌|院|榜|册|之家|退[休伍役]|入伍)"
)
# 下午跟县法院、检察院开联席会, 我局和各乡镇都参加了, 疾控中心表示今天就整改: who met or answered is told.
_CAME_TOGETHER = re.compile(
    r"开(?:了|个|了个)?[一-龥]{0,10}会(?:议)?(?:了|的)?$|[都也全](?:参加|到|来|到场)了$|调研[一-龥]{2,10}$|(?:表示|答应)[^，。]{0,6}(?:整改|改正|配合)$"
)
# 不辞辛劳、连续作战: phrases of four in a row tell no deed.
_PAIRS_OF_FOUR = re.compile(
    r"^(?![一-龥]{0,4}(?:[检抽]查|查看|核[查对]|清理|测试|检测)了?(?!到位|认真|细致|彻底|严格)[一-龥]{2})"
    r"(?!(?:[讲学走看查教分买做写画选评演唱发送来去问谈说]|演练|培训|检查|演示|测试|讲解|介绍|采购|准备|清理|展出)了)"
    r"(?![^，。]*(?:理发|义诊|血压|[修磨洗擦补配][一-龥]{2,3}(?:$|、)))(?:[一-龥]{2,6})?[一-龥]{4}(?:、[一-龥]{4})+$"
)
# 9个吗, 早饭谁帮我带俩包子: what is asked of a colleague may hold a figure.
_QUESTION = re.compile(r"谁|吗|回事$|(?:什么|啥)(?:情况|原因)$|(?:多少|几[个点]|[吃去来]不|没)[?？]*$")
# What a speaker says of himself or another chatter, without figure, place or deed, is chat.
_SPEAKER = re.compile(
    r"^(?:明[年天]|下[次回]|以后|不是|真不是|其实|反正|连|[^，。“”《》]{1,4}(?=[你您](?![们好])))?(?:我(?![和跟同])|你|您|咱|俺|谁)"
    r"(?![们馆局站县市镇乡科单国省区州军方党院校队社厂司办委我])"
)
# 电梯里碰见你了: who says 你 outside a quotation or a title speaks to a colleague.
_TO_YOU = re.compile(r"[^“”《》：:说问]*[你您](?!们)[^：:]*$")
_AHEAD = re.compile(r"明[年天]")
# Frames that announce a saying or close a deed: empty themselves, they go where nothing follows.
_FRAME = re.compile(
    r"^(?:此次|本次|这次)(?:活动|会议|培训|演练|比赛|检查|学习|整治|慰问|走访)$|^通过(?:此次|本次|这次)?(?:活动|会议|培训|学习|检查|演练)$"
    r"|^在.{2,36}(?:领导|重视|支持|关心|关怀|指导|帮助|努力|配合|部署)下$|^(?:此次|本次|这次|通过|通过此次|通过本次|随着)?(?:活动|检查|培训|演练|比赛|整治|排查|慰问|走访"
    r"|讲座)(?:中|过程中|期间|现场|当天)$|^(?:此次|本次|这次)?(?:活动|会议|培训|演练|比赛|检查|学习)的?(?:成功"
    r"|顺利|圆满)?(?:开展|举办|召开|举行)$|^(?:会议|领导|会上|与会人员|大家|参会人员|同志们)?(?:一致|纷纷|还|强调)?(?:强调|指出|认为|表示|要求|号召|强调指出)$"
    r"|^(?:根据|按照|依据|遵照)[^《\d]{2,24}(?:部署|要求|安排|精神)$|^为了?(?:进一步|切实|不断|更好地?|扎实|持续|全面|深入)[^，。《\d]{2,24}$"
)
# 在第42个教师节来临之际: a date in festive dress, beside the day itself.
_AT_THE_TIME = Seldom(
    r"^(?:在|值此|正值)?[^，。]{2,36}(?:来临|到来|开展)?(?:之际|前夕|的重要时刻)$"
    r"|^(?:今年的?|又是一年)?[一-龥]{2,8}[日节](?:又|就|也|马上|眼看|眼瞅着|快)*(?:要)?(?:到|来)了$"
)
# 要求给骑手交保险: what somebody was told to do with his hands or his purse.
_DEMANDED = re.compile(
    r"要求(?:其|对方|他们|店主|业主)?(?:给|补|换|装|交(?!出|上)|办理|清|停|拆|搬|退|公示|张贴|持证|登记)"
)
# 西山墙立了支撑: what hands did is a deed, whatever the thing is called.
_HANDWORK = Seldom(
    # 下午查桥梁护栏
    r"^(?:[今昨前]天|[上下]午|早上|晚上|中午)*(?:去|又|再)?(?:看(?=了)|查(?!漏补缺|找)|修(?!身)|换|测|量|拆(?!墙)|浇|焊|巡|试(?![点行]))(?:了|完)?[一-龥]{2,8}$"
    # 上午到村里看高标准农田
    r"|^(?:[今昨前]天|[上下]午|早上|晚上|中午)*[到去在][^，。]{1,8}?(?:看|查|修|测|量|换|巡)了?[一-龥]{2,10}$"
    r"|(?<![激触启引焕迸抒])(?:[发拨领]完?|发放|补发|拨付)了(?!挥|展|扬|力|自)|[铺修建装堆砌挖换拆搬焊架埋刷印](?:好|完|成|上)了?$|[一-龥]完了$|开[业张]$"
    r"|(?<![得发造升到强进高富展化定动开固成明实增补加])[立装砌搭拉铺刷盖钉焊垒换拆挖填围贴挂埋接打抹修栽架撑]了(?=[一-龥])|(?:撤离|疏散|离场|转移|开通|启用|[改修装建搭铺补换]好"
    r"|发到[一-龥]{0,3}[户手家]|赔付|补偿|退[款费票])了?$"
)
_DEED = re.compile(r"《|“|活动圆满(?:结束|落幕)|举办|召开|检查|培训|发放|参加|完成|负责|讲|捐|送|(?<!收)获")
