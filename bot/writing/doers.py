"""Who did it: whether the clause has a doer of its own, other than the unit that reports."""

import re

from bot.domain.language.names import SURNAMES, people, places
from bot.domain.language.word_edges import opens_with_deed, words
from bot.writing.deeds import STARTS_VERB, verb_first, with_verb
from bot.writing.rewording.attendance import PEOPLE

_CALLED = "(?:督导|调研|检查|考察|指导|督查|慰问|验收|评估|参观|座谈|巡查|暗访|观摩|采风|交流)"


def _other_subject(text: str, unit: str) -> bool:
    """县医院来馆里义诊: the doer is not the unit itself."""
    if re.match(r"^(?:下[乡村]|进村|入户|上门|到|去|在|赴|请|给|为|与|和|跟|同|陪|对(?!口)|向|组织|联合|邀请)", text):
        return False
    for name in [*places(text), *people(text)]:
        before = text[: name.start]
        near = name.start <= 2 and not STARTS_VERB.match(before or "-") and not re.search(r"^[跑走]|[了过]$", before)
        if STARTS_VERB.match(name.text) and verb_first(text):
            continue  # 看清真寺
        own = name.text in unit or (unit in name.text and not text[name.end :].startswith("来"))
        if (near or re.fullmatch(r"[^，。了]{2,8}的", before)) and not own:
            rest = text[name.end :]
            if re.match(rf"[^，。]{{0,24}}?(?:来|到)[一-龥]{{0,4}}?{_CALLED}", rest):
                return True
            return bool(
                re.match(
                    r"(?:的)?[一-龥]{0,6}?(?:\d+[名位][一-龥]{2,4}?)?(?:来|到|给|为|对|派|与|和|联合|送|向|捐|赠)",
                    rest,
                )
            )
    if re.match(
        (
            r"^[^，。]{0,16}(?:公司|集团|商会|企业|投资商|客商|代表团|考察团|摄制组|剧组|电视台|记者"
            r"|媒体)(?:的)?[^，。\d]{0,8}?来"
        ),
        text,
    ):
        return True
    if re.match(
        (
            r"^(?!.{0,3}(?:给|为|向|帮))[^，。\d]{0,16}(?:干部|老人|居民|市民|收藏家|先生|女士|教授|村民|企业家"
            r"|校友|作家|画家|战士|兵)[一-龥]{0,3}?(?:把|将|捐|赠)"
        ),
        text,
    ):
        return True
    return bool(
        re.match(
            (
                r"^[县市区]?(?:消防|公安|派出所|交警|城管|供电|医院|银行|物业|厂家|街道|社区|路灯所|自来水公司|燃气公司|电力公司|环卫所"
                r"|[县市]?[一二三四][院中小])[一-龥]{0,3}?(?:将|把|来|帮|给|派|捐|赠)"
                r"|^[县市城]?[一二三四五六七八九][中小](?:的?(?:师生|学生|老师))?(?:[到来在去]|组织)"
                r"|^(?:省|市|外县|邻县)[一-龥]{1,8}?(?:所|院|馆|中心|协会|大学|学院|集团|公司|专家|组)(?:来|到)"
                r"|^(?:上级|省|市|县)(?:局|厅|里|委|文旅局|文化和旅游局)[一-龥]{0,6}(?:来|到|检查|督查|调研)"
            ),
            text,
        )
    )


# 省厅检查组一行6人来看老旧小区
_PARTY = re.compile(
    r"[省市州]里来的\d+[名位个]?[一-龥]{0,4}(?:专家|督导|领导|记者|老师|干部|人员?)?$|[^，。\d]{2,16}一行(?:\d+人)?(?=[来到赴前])"
)
# What a meeting above the unit decided is the meeting's deed.
_DECIDED = re.compile(
    r"^[一-龥]{0,6}(?:局务会|党组会|办公会|常务会|党委会|班子会|行政会|理事会)(?:议)?(?:上)?(?:过了|通过|审议"
    r"|研究通过|审定)"
)
REPORTED = re.compile(
    r"^(?!接|收)(?P<who>(?:[一-龥]{1,6}(?:小区|社区|[村镇乡路街]))?有人|[^，。]{0,12}?(?:群众|村民|居民|网友|读者|游客|家长|商户|业主|景区|老[一-龥](?<!老[师板总乡人])头?"
    r"|[一-龥]{1,2}(?:大爷|大妈|大姐|大娘|大叔|先生|女士)))(?P<where>在[^，。]{2,10}?|[给往打]?12\d{3}[上里]?)?(?:反映|投诉|说|表示"
    r"|提出|举报|求助|来信|来电|打来?电话)"
)


# 市群艺馆孙老师讲…, 李书记、王县长接待来访群众: who teaches here or stands above the unit is no part of its name.
_OFFICE = r"(?:[县市区省厅部处镇乡]长|书记|主席|教授|研究员|讲师|工程师|高工|专家|律师|(?<!本馆)老师)"
_NAMED = rf"(?<=[长记席])[{SURNAMES}][一-龥]{{1,2}}?"
_BY_OFFICE = re.compile(
    rf"^(?!请|邀|由|陪|慰|看|走|接|组|联|和|跟|与|同|向|给|为|对|到|去|在|听|迎|参|把|将)(?P<who>[^，。\d了]{{0,14}}?{_OFFICE}"
    rf"(?:(?:、|和|与)[^，。\d了]{{1,10}}?{_OFFICE})*(?:{_NAMED})?)(?=[来到在去接主讲看检调教作做带参出走见会听为给对上授宣领])(?!会议?|的|到位|作业|主任|家)"
)


# 县里召开…调度会, 市里组织的培训班去了深圳, 县里摄影展开幕
_ABOVE = re.compile(
    r"[省市县]里的?[^，。了\d]{2,14}?[会展赛节演班](?:开[幕展赛演班]|闭幕|启动|落幕|结业)|"
    r"(?:[省市县]里|上[级面])(?:的领导)?(?:通知|来电|召开|开了?|组织|举办|来|下|派)"
    r"|[省市县](?:政协|人大|委|政府|纪委|[一-龥]{0,4}组)(?:调研|视察|检查|督查|督导|回头看|验收|评估|暗访)"
)


def _by_office(text: str, unit: str) -> bool:
    found = _BY_OFFICE.match(text)
    return found is not None and not (found["who"][-2:-1] in tuple("镇乡") and found["who"][-2] in unit)


def told_of_others(text: str, unit: str) -> bool:
    """Whether somebody else did it, reported it or decided it, so that the unit is no subject of the clause."""
    return (
        _other_subject(text, unit)
        or _is_of_others(_CAME_HERE.match(text), unit)
        or _by_office(text, unit)
        or _ABOVE.match(text) is not None
        or REPORTED.match(text) is not None
        or re.match(r"本[县市区省镇乡村]", text) is not None
        or _DECIDED.match(text) is not None
    )


# 小李全天在县委党校培训: one person's doing is not the house's.
_ONE_OF_US = re.compile(rf"[小老][{SURNAMES}](?:全天|一天|今天|一个人)*(?=[在去到])")
# What happens by itself or is done by those above needs no doer: 望江镇文化站改造完工, 第六批名录公布, 台风来袭.
_ITSELF = re.compile(
    r"^(?:[麦秋夏]收(?:到|进入|开始|过半)|(?!在)[一-龥]{1,6}(?:线|路|桥|渠|[河江]?坝|[沟岭村镇乡]|水库)(?:[上里下边口段]|\d+公里处?)*(?:突然|又|也)?(?:塌|垮|裂|陷)(?!方)|(?:那|这)?一?(?:场|阵)[大暴小冰]?[雨雪风雹]$|(?:(?:五一|国庆|清明|端午|中秋|春节|元旦)[^，。]{0,4})?全[县市区省镇]|第[一二三四五六七八九十\d]+(?:批|届)[^，。]{2,20}(?:公布|公示|揭晓|发布|下达)"
    r"|(?:[一-龥]{2,6}?(?:突)?)?(?:下|降)(?:的|了)?(?:\d|[大暴小中阵]?[雨雪]|冰?雹)"
    r"|(?![到去在来对给为向我])(?![^，。]*[报说称])[一-龥A-Za-z\d]{2,12}?(?:受灾|遭灾|出险|下(?:起|了)?冰雹|跳闸|塌方|滑坡)(?!后|点|的|现场|群众|户|村|地区|面积)"
    r"|[一-龥]{0,8}(?:水位|气温|[雨流]量|墒情)(?![监观检]测|表|计|站)|刮(?:起|了)?[大狂]?风|(?![到去在来对给向我查清])[一-龥\d]{2,8}?(?:掉|落|滚)(?:了|下)?(?:来)?(?:大|巨)?石头?(?!头)|(?:[^，。]{1,10}[上里口处]的)?(?:车祸|火灾|事故)$|(?:台风|暴雨|大雨|大雪|冰雹)(?!后|天|过后)|[我本][县市区])"
)
_HAPPENED = re.compile(
    r"完成(?:[一-龥]{0,6}(?:改造|升级|修缮|建设|搬迁|扩建|装修|布展)|搬迁)|建成|投入使用|揭牌|完工|竣工|封顶|开工|交付|投用|烧[坏毁断]|停电|停水|停气|停暖|进水|漏|爆(?!破|竹|满)|断(?!面)|裂|塌|垮|坏|倒塌|脱落"
    r"|^申[报请]|着(?:山)?火|(?<!办)[装修建砌铺换搭]好|跳闸|起火|失火(?!.{0,4}演练)"
    r"|(?<!有)关了|停运|受损|被淹|淹|溃|决口|中断|堵塞"
)


# 倒了两棵柳树: nobody did it
FELL = re.compile(r"(?:倒|塌|垮|裂|断|掉|涨|漂走|冲[走毁垮倒断]|[刮吹]倒)了?(?=[\d一两几])")
# 云台山景区一个游客崴了脚, 街道办开了会, 少年宫的孩子来当讲解员
_SOMEBODY = re.compile(
    r"^(?:(?![到去在来给向为请带送])[一-龥]){0,10}?(?:有个|有?[一两2-9](?:个|名|位|户))[^，。\d]{0,6}?"
    r"(?:游客|小?孩子?|女孩|男孩|老人|村民|市民|居民|读者|乘客|司机|驴友|大[爷妈娘姐哥])(?=[一-龥]{2,})(?!参加|到场)"
)
_ONE_OF_ANY = re.compile(
    r"有(?:一?辆)?[大小]?(?:货|客|轿|挂|卡|面包|三轮)车|有人(?=[落溺被受跌摔晕走掉])|有(?:一)?个(?!别)[一-龥]{2,4}(?:队|员|工|人|家)"
)
_ANOTHER = re.compile(
    rf"^(?P<body>(?:(?![到去在来给向为请带送陪跟和与同迎接看对进])[一-龥]){{0,8}}?(?:街道办|居委会|村委会|派出所|交警队?|消防队"
    r"|(?:(?![到去在来给向为请带送与和跟同对进的])[一-龥]){2,3}局(?![长里])|[一-龥]{2,5}厂(?!家)|畜牧站|农技站|农机站|气象站"
    r"|市监所|供电所|计生协|社区(?=组织|调解|召开|给|为)|(?:卫生|[县市]医|中医)院|[小中]学(?!生)|[一二三四]中(?!学生)|幼儿园|公司"
    r"|银行|电视台|教体局|公安局|少年宫|环卫处|殡仪馆|妇联|工会|团县?委|残联|学校|商会|[市省]里|(?<!全)县里|[镇乡村街]里"
    rf"|小区里|食堂))(?:的(?:{PEOPLE}))?(?P<rest>(?!的)[^，。]{{3,}})$"
)


# 环卫处文艺汇演: an event at or with another house may be ours.
# Who can act: houses, persons, and wind and weather; never a house or thing that something is done to or at.
_NOT_FIRST = "[到去在来给为向请带送陪跟和与同迎接看对进组开举召由被让把将又还再也都]"
_HOUSE = (
    r"(?:局|委|办|厅|所|站|队|馆|院|台|中心|公司|集团|银行|协会|商会|合作社|学校|幼儿园|社区|街道|派出所|消防|公安|交警|城管|市监"
    r"|卫健|住建|应急|供电|物业|厂家|商家|网吧|店|妇联|残联|文联|工会|基金会|剧团|[省市][图博美群]馆?|[小中大]学|[一二三四五六七八九]中)"
)
_PERSON = (
    r"(?:老板|店主|业主|商户|群众|村民|居民|家长|游客|观众|读者|老师|师傅|专家|传承人|司机|老人|学生|志愿者|家属|研究生|记者|学者|教授|客人|画家|作家|医生"
    rf"|老[{SURNAMES}]家?|[{SURNAMES}]家(?=[把将]))"
)
_NAME = "(?:(?![请带让叫到被把将给])[一-龥]){0,8}?"
_HOW = (
    r"(?:人员|那边|这边|里)?(?:一行)?(?:的?\d+[人名位个](?:同志|人员|专家|老师|学生)?)?"
    r"(?:今天|上午|下午|刚|专门|主动|自己|也|都|又)*"
)
_ACTS = (
    r"(?:打(?:来)?电话|来[电函信人]|派[了人车员来]|来借|借(?:[走了用给我]|场地)|反映|答应|同意|要求|投诉|举报|捐(?!款箱|赠仪式)|赠(?!仪式|会|活动|书)"
    r"|给(?:我|咱|县|馆)|送(?:来|了|给|我)|反馈|通报|批复|下来|到岗|收徒|拜师|写(?:来|了封)|夸|表扬|拿来|拉来|寄来|交(?:来|了罚款)|缴)"
)
_AGENT = re.compile(
    rf"(?!{_NOT_FIRST})(?P<body>(?:那家|一[个名位家])?{_NAME}(?:{_HOUSE}|{_PERSON})){_HOW}{_ACTS}"
    rf"|(?!{_NOT_FIRST})(?P<giver>{_NAME}{_PERSON}){_HOW}[把将](?=[一-龥\d]{{2}})"
)
# 市馆那边5人来看分馆, 电视台来拍花鼓戏, 江口县来了一车人: they came to the house that reports.
_CAME_HERE = re.compile(
    rf"(?!{_NOT_FIRST})(?P<body>(?:那家|一[个名位家])?{_NAME}(?:{_HOUSE}|(?:[\d一两几]+[个名位])?{_PERSON})){_HOW}来(?![访源信电宾往自回着年了])(?=[一-龥])"
    rf"|(?!{_NOT_FIRST})(?P<party>{_NAME}{_HOUSE})(?:那边)?来了?[\d一两几]+个?人(?=[看学查问参检调考]|$)"
    r"|(?P<above>[省市](?![民场区直容价值内外])[一-龥]{2,6}?)来(?![访源信电宾往自回着年了])(?=[一-龥]{2})"
    rf"|(?!{_NOT_FIRST})(?P<county>[一-龥]{{2,3}}[县市区])来了?(?=[\d一两])"
)
_WEATHER = re.compile(
    r"(?:昨[天晚夜]|夜里|夜间|凌晨|今[天早])?(?:(?:大风|狂风|暴雨|大雨|洪水|冰雹|大雪|雷电|泥石流|台风|山洪|塌方|(?:山体)?滑坡|落石)"
    r"(?!后|天|预警|期间|过后|点|演练|监测)(?:(?:[把将][^，。]*|[一-龥]{1,3})(?:了|断|倒|塌|坏|开|走|\d)|[冲堵淹砸压毁埋掀])"
    r"|(?:有?[一几两\d]+棵)[一-龥]{0,2}树[枝干]?[倒断折压砸])"
)
# 西街那家酸梅汤被人拍了视频, 工地上挖出个墓, 民宿评定的结果下来了: what befell a thing, turned up or came down.
_BEFELL = re.compile(
    rf"(?!{_NOT_FIRST})[^，。]{{2,14}}?被(?!评|授|认定|确定|列|命名|选|推|聘|省|市|国)(?=[一-龥]{{2}})"
    rf"|(?!{_NOT_FIRST})[一-龥]{{2,8}}[上里边旁下](?:又|还)?(?:挖出|挖到|挖着|发现了?|冒出|捡到|有人(?=[一-龥]{{2}}))"
    rf"|(?!{_NOT_FIRST})[^，。\d]{{2,16}}?(?:结果|批复)已?(?:下来|出来|出炉|公布|到)"
)
_OPEN_DAY = re.compile(r"(?:开放|体验|活动|接待|参观|服务)日$")
_EVENT_NAME = re.compile(r"(?:活动|[赛展会演班课]|讲座|演练|培训)(?:结束|开始|启动|开幕|闭幕|开班|结业)?$")


# 根据补贴标准; 该遗址位于…; 29岁的村民…; 其小酒坊…: the frame of what is told, or a subject of its own.
_TOLD_OF = re.compile(
    rf"(?![到去在给请])[一-龥]{{1,6}}(?:[店厂行队社]|协会|公司)的[^，。]{{0,4}}(?:{PEOPLE}|师傅)均?(?:到场|前来)"
    r"|(?:据(?!点|此)[^，。]{1,16}|根据[^，。]{2,24}|[一-龥]{0,6}(?:数据|统计|资料|结果|监测)显示|受[^，。]{2,16}影响"
    r"|由于[^，。]{2,}|[与同和][^，。]{2,24}相比)$"
    r"|(?:该(?![把要去来有不是做办交给])|这(?!次|里|边|儿|段|天|几|两|一)|此(?!次|外|前|后))[一-龥\d]{2}|(?:[他她]|其(?![余中实他]))[一-龥]{2}"
    r"|(?:这次|此次|本次)[一-龥]{2,8}?(?:共|由|为|是|将|于|吸引|展出|收到)"
    r"|\d+岁的?[一-龥]{2}|\d+[名位]来自[^，。]{4,}(?<!参加)$|[^，。]{2,16}(?:法|条例|规定|办法|细则)第\d+条"
    r"|(?:农作物|受灾|灾害|事故|强?降雨|疫情|农田|房屋)[一-龥]{0,6}(?:\d|造成|导致|受)"
)


# 柳林镇文化站站长刘敏获评…, 老城区居民王大爷给文物所送来…: somebody with a name and a place, and what is his.
_SOMEBODYS = re.compile(
    r"[^，。\d]{2,20}?(?:传承人|[站馆村校院队团]长|居民|村民|作家|画家|选手|运动员|演员|老师|学生|队员|职工|干部)"
    rf"[{SURNAMES}][一-龥]{{1,2}}(?:的[^，。]{{2,16}})?(?:入选|获|荣获|被评|当选|捐|送来|把|将|给[^，。]{{2,10}}(?:送|捐))"
)


# 瑞丰建材给山区学校捐了物资: who gives is named in front; one's own people give for the house.
_DONOR = re.compile(
    r"(?![到去在来给向为请带送我咱俺本组])(?!.{0,6}(?:干部|党员|职工|员工|大家|全体|同志|会员))[一-龥]{2,10}?[给向][^，。\d]{2,14}?(?:捐|赠)(?!.{0,4}仪式)"
)


def _is_of_others(agent: re.Match[str] | None, unit: str) -> bool:
    who = next(filter(None, agent.groups()), "") if agent else ""
    return who != "" and who not in unit and unit not in who


def own_subject(deed: str, unit: str) -> bool:
    """Whether the clause has a subject other than the unit that reports, so that the unit cannot stand before it."""
    if _OPEN_DAY.search(deed):
        return False
    if _ITSELF.match(deed) and with_verb(deed) == deed:
        return True  # 全县合唱比赛 alone is held by somebody
    if any(told.match(deed) for told in (_TOLD_OF, _PARTY, _SOMEBODYS)):
        return True
    if (deed.startswith("有") and _HAPPENED.search(deed)) or FELL.match(deed):  # 有一段堤塌了
        return True
    if _ONE_OF_US.match(deed) or _is_anothers(deed, unit) or _serves_elsewhere(deed, unit):
        return True
    if _DONOR.match(deed) and not STARTS_VERB.match(deed) and not deed.startswith(unit):
        return True
    if _is_of_others(_AGENT.match(deed), unit) or _WEATHER.match(deed) or _BEFELL.match(deed):
        return True
    another = None if re.match(r"[到去在赴]", deed) else _ANOTHER.match(deed)
    own = STARTS_VERB.match(deed) and not deed.startswith("学校")
    if another and not own and another["body"] not in unit and unit not in another["body"]:
        return STARTS_VERB.match(another["rest"]) is not None or not _EVENT_NAME.search(deed)
    if not STARTS_VERB.match(deed) and (_SOMEBODY.match(deed) or _ONE_OF_ANY.match(deed)):
        return True
    name = next((n for n in places(deed) if n.start == 0 or deed[: n.start].endswith("的")), None)
    rest = deed[name.end :] if name else re.sub(r"^(?:图书馆|文化馆|博物馆|美术馆|体育馆)", "", deed)
    elsewhere = (name is not None and name.text not in unit and unit not in name.text) or (
        rest != deed and deed[:3] not in unit
    )
    return elsewhere and not STARTS_VERB.match(rest) and _HAPPENED.search(rest) is not None


# 移交的地籍图数完了, 修魁星楼的施工队进场了: behind the house this would say that the house handed it over.
_THAT_DID = re.compile(
    r"[^，。了]{2,9}的[^，。了的]{2,10}(?:[数装运搬拉拆修点查清补铺建印收送](?:完|好|齐|到)|[进到]场|开工|出发|来了[^，]{0,3}|[一-龥]的)了?"
)


def _is_anothers(deed: str, unit: str) -> bool:
    """Whether the clause is of somebody told of by his house or his work, or of a thing told of by who brought it."""
    if deed[:1] in "请陪带邀和跟与联接送给向为在":
        return False
    who = next(iter(people(deed)), None)
    if who and 2 < who.start < _NEAR and deed[who.start - 1] == "的" and deed[:1] not in "到去":
        return True
    return opens_with_deed(deed) and _THAT_DID.fullmatch(deed) is not None


_CHIEF = re.compile(rf"[{SURNAMES}][一-龥]?(?P<house>[站馆所局院队校厂社])长")
_POST = re.compile(rf"[一-龥、]{{0,9}}?(?:[长员师]|书记|主任|干部|职工)[{SURNAMES}][一-龥]")


def _serves_elsewhere(deed: str, unit: str) -> bool:
    """Whether the clause opens with a person of another house, told by its name or its kind (王站长)."""
    chief = _CHIEF.match(deed)
    house = next((n for n in places(deed) if n.start == 0 and n.text not in unit and unit not in n.text), None)
    by_name = house is not None and _POST.match(deed, house.end) is not None
    return by_name or (chief is not None and chief["house"] not in unit)


_NEAR = 10
_VILLAGE = re.compile("[一-龥]{1,3}[村庄镇乡寨屯](?=的)")
# 西街的线缆入地完工: who reports it had it built
_BUILT = re.compile("(?:[开完竣]工|启用|验收|投用)$")


def of_others(deed: str, unit: str) -> bool:
    """Whether others came (7个镇的秧歌队都来县里), or it is of another place's matter (云台湖的3A复核).

    Asked where no verb could be put in front, so that the unit would stand before it like its owner.
    """
    came = next((w for w in words(deed) if w.kind[0] in "vp" or w.text == "来看"), None)
    if came and came.start and came.text[0] == "来" and deed[came.end :][:1] not in ("的", "了"):
        return True
    at = next((w.start for w in words(deed) if w.kind != "ns"), 0)
    at = at or (village.end() if (village := _VILLAGE.match(deed)) else 0)
    if not at or not deed.startswith("的", at) or _BUILT.search(deed) or verb_first(deed):
        return False
    return deed[:at] not in unit and with_verb(deed) == deed
