"""What concerns a person alone: the illness of somebody named, family matters, a child by name.

Such words are as private as an identity number and do not enter a report. A case without a name (1户有重病人) is no
private matter, and a child who won a prize or performed is named like anybody else.
"""

import re
from collections.abc import Sequence

from bot.domain.language.names import SURNAMES, is_name, people, places
from bot.domain.language.needed import Seldom
from bot.domain.language.numerals import fold
from bot.domain.language.privacy import private_spans
from bot.domain.language.quantities import quantities
from bot.domain.language.word_edges import splits

_ILLNESS_WORDS = (
    r"[一-龥]{0,3}癌(?!症筛查)|肿瘤|尿毒症|白血病|糖尿病|高血压|心脏病|冠心病|抑郁|精神(?:病|分裂|疾病|残疾)"
    r"|艾滋|乙肝|肝硬化|肝炎|中风|偏瘫|瘫痪|[心肾肝]衰(?!老)|脑梗|脑出血|脑瘫|透析|化疗|放疗|做(?:了)?手术|动(?:了)?手术|怀孕"
    r"|流产|二胎|聋哑(?!学校|人|[部校班生])|智力(?:残疾|障碍)|智障|自闭症?|癫痫|哮喘|老年痴呆|痴呆|卧床|截肢|红斑狼疮|先天性"
    r"|[一-龥]{1,4}(?:残疾|重度残疾)(?!人|儿|证|学生|青|老)|确诊|(?<![代朝器])晚期|病危|重病|搭桥|(?:心脏)?支架|网瘾|厌学|逃学|早恋"
    r"|出血|见红|心梗|脑梗|骨折|昏迷|抽搐|结节|囊肿|息肉|阴影|脑膜炎|肺(?:上|部|里)|[一-龥]{1,3}癌症?"
    r"|(?:眼睛?|脑子|精神)(?:都|也)?(?:看不见|瞎|不正常|有问题|不好使|失常)|后遗症|失明|失聪"
    r"|割(?:过)?(?:腕|手腕)|自残|自闭|失眠|更年期"
)
ILLNESS = Seldom(_ILLNESS_WORDS)
_FAMILY = Seldom(
    r"离(?:了)?婚|再婚|改嫁|丧偶|单亲|跟(?:着)?(?:奶奶|爷爷|姥姥|姥爷|外婆|外公|妈妈?|爸爸?)(?:过|住|生活)|(?:父母|爹[妈娘]|爸妈)(?:双亡|都?(?:没|不在|走)了)"
    r"|跟(?:着)?(?:姑姑?|叔叔?|舅舅?|大伯|伯伯|姨妈?|亲戚)(?:过|住|生活)|辍学|孤儿(?!和|院|、|保障|补贴)|坐(?:了)?牢|判(?:了)?刑|服刑|吸毒|酗酒|家暴"
    r"|欠(?:了)?(?:债|[^，。]{0,8}外债|高利贷|一屁股债)|赌博输|自杀|轻生|婆媳|两口子(?:吵|闹|打)|未婚先孕|私生|(?:男人|丈夫|老公|女婿)[^，。]{0,3}(?:动手|打(?:她|人|老婆"
    r"|媳妇))|出轨|外遇|没结婚|光棍|相亲"
)
_KIN = (
    r"(?:儿子|女儿|闺女|老伴|老婆|媳妇|丈夫|爱人|孙子|孙女|外孙女?|父亲|母亲|爸|妈|爸爸|妈妈|弟弟|哥哥|姐姐|妹妹"
    r"|爷爷|奶奶|公公|婆婆|儿媳妇?|女婿|侄子|侄女)"
)
# 电话138…，儿媳妇接; 身份证37…，之前一直躲: what stands beside the number is of its owner alone.
_OF_OWNER = re.compile(
    rf"^(?:(?:是|由)?(?:[他她其]的?)?(?:(?:娘家|婆家)?{_KIN}|家里?人|邻居|本人|房东)(?:在|帮忙?)?(?:接听?|保管|拿着)(?:电话)?的?$"
    r"|(?:人|之前|以前|先前|平时|一直|常年|老是?|总是?|脾气|性[子格]|嘴)(?![^，。]*(?:已|[了过]$|签|交|办|还清))[^，。\d]{1,7}$)"
)
_OWNED = ("手机号", "身份证号", "银行卡号", "家庭住址")
# 领轮椅的李桂芳是脑梗后遗症: a name in the middle of a clause, what ails its bearer behind it.
_CALLED = Seldom(
    rf"[的有叫个位户]?(?P<name>[{SURNAMES}][一-龥]{{1,2}}?)(?:他|她|家)?(?:是|有|得了?|患了?|查出|确诊|做过?|刚|去年|前年)+[^，。\\d]{{0,4}}(?:{_ILLNESS_WORDS})"
)
_OF_KIN = re.compile(
    rf"^(?:(?:儿子|女儿|儿女|子女|老伴|家里人)(?:都|也)?不(?:管|养|要|认)|(?:他|她|其|老[{SURNAMES}]"
    r"|(?:支书|书记|主任|[局馆站镇村校]长|领导)(?:他|她)?"
    rf"|[{SURNAMES}][一-龥]{{1,2}})(?:家)?(?:的)?{_KIN}(?!送|捐|献|参加|一起来|表演|立|参军|入伍|获))"
)
_SOMEBODY = re.compile(
    rf"(?:(?<!其)他|她|[{SURNAMES}]某|(?<![尤及极与])其(?![中他余间它实])|[有一][个位名](?:孕妇|产妇|患者|病人)|[{SURNAMES}]老?(?:局|科|主任|书记"
    rf"|老师|馆|站|县|镇|院|校)长?|老[{SURNAMES}](?!人|年|师)|[小]?[{SURNAMES}](?:大爷|大娘|大妈|大姐|大哥"
    rf"|师傅|奶奶|爷爷|阿姨|叔))"
)
CHILD = r"(?:孩子|小孩|学生|小朋友|同学|娃|女孩|男孩|小姑娘|小伙子?|小学生|初中生|留守儿童|儿童|小男孩|小女孩)"
_NAMED_CHILD = Seldom(
    rf"(?:{CHILD}|(?:[一二三四五六七八九]年级|初[一二三]|小学|初中|幼儿园|\d{{1,2}}岁"
    rf"|[一二三四五六七八九]岁)的?)(?:名字)?(?:叫|名叫|是|，叫|(?<=孩子)|(?<=学生)"
    rf"|(?<=娃))(?P<name>[{SURNAMES}][一-龥]{{1,2}})(?=$"
    r"|[，,。；、的（(\d]|[一-龥])"
)
# 有个老汉190的高压: what was measured of one person.
# 教了12个娃毛笔字: of several no one is named.
_SEVERAL = re.compile(r"[\d几多两三四五六七八九十百些][个名位]?$")
_MEASURED = Seldom(r"\d+的?(?:高压|低压|血压|血糖|体温)|(?:高压|低压|血压|血糖|体温)(?:都)?(?:到了?|有|是|高达)?\d+")
_ONE_PERSON = re.compile(
    r"(?:有|一)[个位名](?:老[汉人太师]|大[爷娘妈叔姐哥]|奶奶|爷爷|阿姨|师傅|村民|居民|群众|男|女|小伙|姑娘|学生|孩子)"
    rf"|[{SURNAMES}](?:大[爷娘妈叔姐哥]|师傅|奶奶|爷爷|阿姨|某)"
)
# 给患病女孩小雨送书，真名李雨桐: who gives a pet name does not want the real one told.
_REAL_NAME = re.compile(rf"^(?:她|他|孩子)?(?:的)?(?:真名|大名|全名)(?:是|叫|：|:)?[{SURNAMES}][一-龥]{{1,2}}$")
HONOUR = re.compile(
    r"获|奖|冠军|亚军|季军|第[一二三四五六\d]+(?![次回个天一二三四五六\d])|朗诵|演唱|唱|主持|代表|领诵|作品|演奏|弹|画|写|表演|讲|入选"
    r"|最[大小]|考上|录取|捐|救"
)
_NAME_AT_HEAD = re.compile(
    r"^(?:退休(?:职工|干部|教师|的)?|党员|老党员|低保户|五保户|困难户|困难职工|职工|村民|居民|老人"
    rf"|有一?[户个位名]|其中|还有|另外)*(?:老[{SURNAMES}])?(?P<name>[{SURNAMES}][一-龥]{{1,2}})"
)


# 讲了中风后怎么锻炼: what a talk was about is nobody's illness.
_TAUGHT = re.compile(
    r"(?:讲|讲解|讲授|介绍|教|演示|宣传|普及|科普)了?[^，。]{1,8}(?:怎么|如何|怎样|预防|防治|护理|知识|急救|锻炼|康复)"
)


# 母羊快下羔了怕流产: a beast's
_BEAST = re.compile(r"[母公种奶幼仔小][羊牛猪马驴兔犬狗]|[羊猪羔犊畜禽]")
# 儿子打电话回来劝: what kin do about the matter is no private thing
_HELPS = re.compile(r"劝|[也还]?想[要办学参领]|申请|答应|同意|作证|代[签领办缴]|[陪搀扶背推]着")


_TITLE = re.compile(r"《[^》]*》")
"""小品《婆媳之间》: what a title names is nobody's family."""


def personal(clauses: Sequence[str]) -> set[int]:
    """Which clauses of one message tell what concerns a person alone.

    Words of illness or family are private where they stand with a name or with words for somebody named before.
    """
    found: set[int] = set()
    clauses = [_TITLE.sub("《》", text) for text in clauses]
    hidden = _cases(clauses)  # told without the name, the case is nobody's
    known = running = False
    for at, text in enumerate(clauses):
        if _REAL_NAME.match(text):
            found.add(at)
            continue
        if at and _OF_OWNER.match(text) and any(p.kind in _OWNED for p in private_spans(clauses[at - 1])):
            found.add(at)
            continue
        if _TAUGHT.search(text) or _BEAST.search(text):
            continue
        if (case := _CALLED.search(text)) and is_name(case["name"]) and _told_of_one(text, clauses):
            found.add(at)
            known = running = True
            continue
        if _MEASURED.search(text) and _ONE_PERSON.search(text):
            found.add(at)
            continue
        if hidden and (at in hidden or not _FAMILY.search(text)):
            continue
        named = _names_somebody(text)
        matter = _FAMILY.search(text) is not None or (ILLNESS.holds(text) and _told_of_one(text, clauses))
        if running and _goes_on(text):
            found.add(at)
            continue
        running = False
        if (matter and (named or (known and at and _nobody_else(text)) or _SOMEBODY.search(text) is not None)) or (
            _OF_KIN.match(text) and not _HELPS.search(text)
        ):
            found.add(at)
            running = True
        child = _NAMED_CHILD.search(text)
        if (
            child
            and not _SEVERAL.search(text[: child.start()])
            and is_name(child["name"])
            and not splits(text, *child.span("name"))
            and (_FAMILY.search("".join(clauses)) or ILLNESS.holds("".join(clauses)))
        ):
            found.add(at)
            running = True
        known = known or named or child is not None or _ONE_CHILD.search(text) is not None
    return found


def unnamed(clauses: Sequence[str]) -> dict[int, list[tuple[int, int]]]:
    """Spans to leave out so that the case may be told: a name beside an illness, what a bracket tells."""
    found = {at: [span] for at, span in _cases(clauses).items()}
    for at, text in enumerate(clauses):
        spans = [m.span() for m in _ASIDE.finditer(text) if _PRIVATE_ASIDE.search(m[0])]
        if spans:
            found[at] = [*found.get(at, []), *spans]
    return found


def _cases(clauses: Sequence[str]) -> dict[int, tuple[int, int]]:
    """有一户王秀兰，尿毒症，每周透析3次 → 有一户，尿毒症…"""
    for at, text in enumerate(clauses):
        case = _CASE.search(text)
        ill = next((c for c in clauses[at + 1 : at + 4] if ILLNESS.holds(c) and _told_of_one(c, clauses)), None)
        if case and is_name(case["name"]) and ill and not _names_somebody(ill):
            return {at: case.span("name")}
    return {}


# 请假的有赵蕾（孩子支气管炎）
_ASIDE = Seldom(r"[（(][^（）()]{2,30}[）)]")
_PRIVATE_ASIDE = re.compile(
    r"[一-龥]{1,5}炎(?!热|黄|症防)|看病|生病|住院|手术|发烧|骨折|怀孕|产检|流产|离婚|家里[有出]|老人病|孩子病|癌"
    r"|肿瘤|抑郁|复查身体"
)


_ONE_CHILD = re.compile(rf"有一?[个名位](?:{CHILD[3:-1]})")
_CASE = re.compile(rf"(?:有|其中)(?:一|1)?[户个位名](?:叫|是)?(?P<name>[{SURNAMES}][一-龥]{{1,2}})$")


def _goes_on(text: str) -> bool:
    """说话要小心, 家属代签的, right behind a private matter: still about the same person."""
    return (
        _nobody_else(text)
        and not HONOUR.search(text)
        and not any(True for _ in quantities(text))
        and not any(True for _ in places(text))
        and re.search(r"已|转|限|慰问|送|(?<!家属代)[签办交退]好?了$|答应|同意", text) is None
    )


def _told_of_one(text: str, clauses: Sequence[str]) -> bool:
    """筛查高血压86人 and 讲糖尿病预防 speak of no single person."""
    return (
        re.search(r"筛查|检查|义诊|讲座|预防|宣传|知识|科普|普及|防治|\d+[名人位例]|培训|[一-龥]专家|医生讲", text)
        is None
    )


def _nobody_else(text: str) -> bool:
    """A clause without a subject of its own goes on about the person before it."""
    return re.match(r"(?:我|咱|馆|局|社区|镇|村|学校|医院|活动|现场|送|给|帮|发)", text) is None


def _names_somebody(text: str) -> bool:
    head = _NAME_AT_HEAD.match(text)
    return any(len(n.text) >= 2 and not ILLNESS.search(n.text) for n in people(text)) or (
        head is not None and is_name(head["name"]) and re.match(r"[送发给帮看]", text) is None
    )


def all_private(text: str) -> bool:
    """Whether nothing that tells of the day is left of the utterance once its private data is taken out."""
    spans = private_spans(text)
    if not spans:
        return _SPEAKS_OF_DATA.search(text) is not None
    rest = "".join("　" if any(p.start <= i < p.end for p in spans) else c for i, c in enumerate(text))
    if re.search(r"明细|账户|账号|户名|开户", rest):
        return True
    bare_rest = re.sub(r"[\s，,。:：的是]|手机|电话|联系|住|号", "", rest)
    if _DANGLES.search(rest) and len(bare_rest) <= _WORDY:
        return True
    housed = len(text) - spans[-1].end > _HOUSED and all(p.kind == "家庭住址" for p in spans)
    tells = (
        housed
        or _LABEL_TOLD.search(rest)
        or _TELLS.search(rest)
        or len(bare_rest) > _WORDY
        or any(q.unit != "次" for q in quantities(fold(rest)))
    )
    return len(bare_rest) <= 2 or not tells


# 报名问题发邮箱…, 家长留了电话…: without what is private it says nothing.
_DANGLES = re.compile(r"(?:发[到至给]?|[打拨加]|留了?|联系|咨询|电话|邮箱|微信|[号在住])　+$")
_LABEL_TOLD = re.compile(r"(?:卡号|身份证号?码?|电话|手机号?|车牌号?|账号)　+[^　，。]")
_HOUSED = 4
_WORDY = 12
"""So many characters beside private data tell more than whose they are."""


_TELLS = re.compile(
    r"反映|投诉|来电|求助|咨询|报名|举报|预约|反馈|报警|报案|退|丢|捡|送|发|给|慰问|看望|走访|来了|去了|叫|岁|参加"
    r"|负责|获|捐|修|办|“|《"
)


_SPEAKS_OF_DATA = Seldom(
    r"^(?:账户|账号|卡号|收款|打款|汇款)(?:明细|信息)?(?:是|为)?[：:]"
    r"|(?:学籍号|身份证号?码?|银行?卡号|账号|手机号|电话号码|联系方式)[^，。]{0,8}(?:在表[里上]|发你|发群|写错"
    r"|登记过|都有|附后|见表)"
)


# 信访人家住88号，天天来: what is said of somebody whose address or number goes.
OF_PERSON = re.compile(r"(?:天天|老是|总是|经常|隔三差五)[一-龥]{1,3}")
