"""What makes a sentence checkable: figures, dates, names, deeds, results, quoted words, owners and deadlines.

Reads one sentence and says what it holds. What the sentence is worth is decided in plain_talk.py; facts with their
exact place and value for the reports are the work of facts.py.
"""

import re
from dataclasses import dataclass, field

from bot.domain import frames, phrases
from bot.domain.lexicon import Hit, Lexicon

_WIDTH = {0xFF10 + n: str(n) for n in range(10)} | {ord(
    "＊"): "*", ord("％"): "%", ord("．"): ".", ord("×"): "*"}
_WIDTH |= {ord(half): full for half, full in zip(",;:!?", "，；：！？", strict=True)}

_ABSTRACT = (
    "方面|意见|措施|篇章|环节|要求|原则|板块|层面|维度|坚持|过硬|自觉|统一|结合|到位|问题|重点|关键|任务|"
    "目标|转变|强化|"
    "确保|提升|突破|行动|工程|文明|大局|务必|全面|主题|字|能力|作用|字诀|机制|统筹|效益|建设|转化|明确|"
    "严格|聚焦|抓手"
)
_UNITS = (
    f"人次|人|名|位|个(?!{_ABSTRACT})|件|场|次(?!全会|会议|全体|代表大会)|册|本|份|处|家|户|套|台|辆|张|元|"
    f"亩|平方米|平方公里|米|公里|千米|千克|公斤|斤|吨|天|小时|"
    "分钟|分|秒|期|项(?!{_ABSTRACT})|条|篇|节|级|支|只|棵|株|幅|岁|%|百分点|倍|成|座|间|盏|桌|堂|课时|学时|"
    "站|批|封|例|起|宗|部|首|"
    "所|周|折|枚|尊|块|瓶|箱|车|趟|班|桶|笔|字|万|亿|公顷|栋|层|门|把|种|队|届|类|对|组|款|面|盘|盆|袋|顶|"
    "床|头|号"
)
_FIGURE = re.compile(
    rf"(?:\d[\d,.]*|[*xX]+(?:\.[*xX]+)?)[多余来几]?(?:[万亿千百]{{1,2}})?[多余]?(?:{_UNITS})(?![年月日])|"
    rf"百分之[\d零一二三四五六七八九十百]+"
)
_SPELLED = re.compile(
    r"(?<![第十百千万一二三四五六七八九星期周月几数])[两二三四五六七八九十百][十百千万亿零一二三四五六七八九]*[多余]?"
    r"(?:人次|名|位|件|场|次(?!全会|会议|全体|代表大会)|册|份|处|家|户|套|台|辆|元|亩|天|小时|分钟|期|条|"
    r"篇|支|棵|幅|座|间|堂|趟|成|倍|所|"
    rf"(?:个|项|种|点)(?!{_ABSTRACT})|人(?!成))"
)
_NUMBER_CHARS = re.compile(r"[\d*xX两二三四五六七八九十百]")
_DAY = re.compile(
    r"(?:[\dxX*]{1,2}|[一二三四五六七八九十]{1,2})月(?:[\dxX*]{1,2}|[一二三四五六七八九十]{1,3})[日号]?|"
    r"\d{1,2}[日号](?!线)|[*xX]{1,2}日"
)
_MONTH = re.compile(r"(?:[\dxX*]{1,2})月|[上中下]旬|第[一二三四]季度|[\dxX*]{4}年")
_SPAN = re.compile(
    r"上半年|下半年|全年|今年|去年|本年|当天|当日|当晚|昨日|节前|期间|学期|暑期|寒假|当年|截至|目前|近期|"
    r"近日|日前"
)
_DEADLINE = re.compile(
    r"(?:[\dxX*一二三四五六七八九十]月底?|[月年]底|[\d*][日号]|节|周[一二三四五六日]|\d[点时])之?前|"
    r"[\d*三五十两](?:个)?(?:工作日|小时|天|日)内"
    r"|(?:本|下|当)(?:月|周|季度)(?:内|底)|(?:年|月)内|[从自][\dxX*]{1,2}月|[\dxX*]月(?:\d{1,2}日)?起"
)
_RECURRENCE = re.compile(
    r"每(?:周|月|季度|半年|年|天|日|学期|旬)(?:至少|不少于)?(?:第?[一二两三四五六七八九十\d*]|组织|召开|"
    r"通报|调度|开展)|每[周月季度年天日]{1,2}[^，。；]{0,5}[一二两三四]次|周[一二三四五六日]至周[一二三四五六日]"
)
_OWNER = re.compile(
    r"由[^，。；、]{2,16}?(?:负责|牵头|带队|汇总|签字|更新|退回|拿出|承办|实施|审核|承担|主讲|协调)"
    r"|[科股室办馆站队]负责(?!人|同志|任)|责任人[:：为是]|[科股室办馆站队局]牵头"
)
_DELIVERY = re.compile(
    r"(?:向|对接|报到?|报送)(?:县|区|市|局)?(?:党建办|办公室|机关党委|组织科|[\u4e00-\u9fff]{1,3}科(?!学|"
    r"技)|[\u4e00-\u9fff]{1,2}办(?!法|理|公))"
)
_SAID = re.compile(r"(?:反映|说|提出|坦言|建议|议论|感慨|告诉|称|问|听到|写道)")
_WITNESS = re.compile(
    r"(?:有|听到)(?:的|些|个|某些)?(?:群众|企业|游客|村民|居民|读者|家长|商户|党员干部|人).{0,14}(?:反映|"
    r"说|提出|议论)")
_SLOGAN = re.compile(r"^[^，、,]{1,5}(?:[、，,][^，、,]{1,5}){1,}$")
_NAMED_KIND = re.compile(
    r"^(?:[\u4e00-\u9fff]{0,4})(?:活动|制度|行动|品牌|项目|培训|展览|展演|联展|特展|比赛|大赛|晚会|机制|"
    r"台账|讲堂|课堂|奖|称号|平台|小程序|"
    r"基地|线路|系统|协会|工作室|服务队|直播|演练|讲座|宣讲|消费季|文化节|音乐节|候选县|专线|专区|民宿|"
    r"网咖|话题|金奖|银奖)"
)
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱郭何林罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋杜魏薛叶阎潘汪夏姜邹熊孟秦邱侯尹龙段雷钱汤黎崔康毛邵赖武贺"
)
_PERSON = re.compile(
    r"(?:局长|书记|主任|馆长|科长|组长|队长|站长|所长|县长|区长|市长|镇长|院长|校长|主席|部长|村民|居民|"
    r"传承人|教师|老师|读者|歌手|选手|"
    rf"讲解员|队员|志愿者|党员|干部|游客|演员|导游|医生)[{_SURNAMES}](?!度|于)[\u4e00-\u9fff]{{1,2}}"
)
_PLACE = re.compile(
    r"([\u4e00-\u9fff]{2}|\*+)(?:镇(?!级)|乡(?!镇|村|下|土)|村(?!镇|民|级|史|口|里|委|庄)|街道|社区|景区|"
    r"公园|广场(?!舞)|中学(?!生)|小学(?!生)|学校|"
    r"书院|大剧院|博物馆|陵园|大院|路口|县(?!级|城|域|乡|里)|[州旗](?!级))"
)
_COMMON_PLACE = re.compile(
    r"[进到在赴入向和各每全的本该我们个家座级所省市县区乡镇新老旧名]|^[为对由与从以把将给让当一两三]|旅游|"
    r"文化|重点|星级|美丽|所有|部分|其他|基层|人民|生态|红色|部门|智慧|"
    r"特色|传统|困难|农|贫困|国家|下属|公共|数字|有关|相关|辖|周边|校园|红旗|行政|自然|城中|中心|试点|示范|"
    r"幸福|和谐|平安|主题"
)
_GOING = re.compile(r"(?:走进|前往|赶赴|深入到?|来到|赴|到|在|与|向|给|为|至|于|对)[^，。；、]{0,6}$")
_HONOUR = re.compile(
    r"获(?:评|得|颁)?[^，。；]{0,24}(?:奖(?!励)|称号|荣誉|第[一二三四五六\d*]名)|荣登|"
    r"登上[^，。；]{0,10}榜|被[^，。；]{1,12}(?:评为|授予|命名|确定为|列为|收藏|采用)")
_ANYBODY = re.compile(
    r"各(?:基层|级|党|科室|单位|部门|乡镇|支部|村|地|景区|有关)|广大|有的|有些|某些|全体党员|每[一个名]")
_ZERO = re.compile(
    r"(?<![\d.,])0(?:人|起|件|例|台|次|处|个|家|投诉)|无一(?:人|例|起)|(?<!确保)无(?:一[起例]|重大|重特大|较大|任何|安全|责任|群体)[^，。；]{0,18}(?:事故|投诉|发生|案件|事件)|没有(?:一|收|动工|公开|登记)")
_DEFECT = re.compile(
    r"不够|不强|不足|不到位|不及时|不规范|不健全|不明显|不好|不深|不透|不高|不实|不清|不全|不畅|不一|"
    r"没有落实|没有根本|欠缺|缺少|缺乏|滞后|薄弱|"
    r"偏低|偏少|偏大|较少|较慢|更新慢|敷衍|生硬|照抄|脱节|割裂|被[^，]{1,6}堵|反弹|抽调|不注重|不理想|"
    r"留不住|没产品|没线路|未经|两张皮|两层皮|以干代学|等靠要|流于形式|走过场"
)
_ABSTRACT_SUBJECT = re.compile(
    r"自觉性|敏锐|站位|功底|理论体系|原则性|差距|责任压|措施落|勇气|思想|认识|作风|意识|劲头|本领|锐气|勇气|境界|担当|精神|高标准|拖拉|形势")
_INTENT = re.compile(
    r"(?<![重主需只首紧纪摘简提不概扼])要(?!求|素|点|闻|件|道|么|是|闻)|将(?!军|近|来|士)|必须|务必|应当|"
    r"希望|下一步|下步|今后|新的一年|拟于|计划(?!生育)"
)
VAGUE_COUNT = re.compile(
    r"数[十百千万]{1,2}余?(?:人|名|场|次|件|家|册|份|户)?|一大批|一批(?!次)|一系列|许多|不少(?!于)|若干|大量|众多|"
    r"(?<![\d十百千万几])多(?:个|次|家|场|项|名|位)(?!小时)|百余|千余|上百|上千"
)
_SOME = re.compile(r"一些|部分(?!地)|个别|有的|有些")
# Who does it stands in the first words of a sentence.
_SUBJECT = 16
_HAN = re.compile(r"[\u4e00-\u9fff\d*]")


def _tagged() -> dict[str, str]:
    words: dict[str, str] = {}
    for group in phrases.EMPTY:
        words |= dict.fromkeys(group.words.split(), group.kind)
    for tag, listed in (
        ("formula", phrases.FORMULAS), ("neutral", phrases.NEUTRAL), ("thing", phrases.THINGS), (
            "mechanism", phrases.MECHANISMS),
        ("act", phrases.ACTS), ("result", phrases.RESULTS),
    ):
        words |= {word: tag for word in listed.split() if len(word) > 1}
    return words


LEXICON: Lexicon[str] = Lexicon(_tagged())
CONCRETE = frozenset({"thing", "mechanism", "act", "result"})


@dataclass(slots=True)
class Slots:
    """What one sentence holds. Counts unless said otherwise; `hollow` is the share of empty characters."""

    figures: int = 0
    day: bool = False
    month: bool = False
    period: bool = False
    deadline: bool = False
    recurrence: bool = False
    owner: bool = False
    delivery: bool = False
    title: bool = False
    named: bool = False
    person: bool = False
    place: bool = False
    going: bool = False
    anybody: bool = False
    speech: bool = False
    zero: bool = False
    defect: bool = False
    intent: bool = False
    loose_figure: str = ""
    some: bool = False
    framed: str = ""
    hollow: float = 0.0
    density: float = 0.0
    length: int = 0
    deeds: int = 0
    words: dict[str, list[str]] = field(default_factory=dict)

    def count(self, tag: str) -> int:
        return len(self.words.get(tag, ()))


def normalise(text: str) -> str:
    """Half-width digits and full-width punctuation, character by character: offsets stay true."""
    return text.translate(_WIDTH)


def read(sentence: str) -> Slots:
    """All that a sentence holds."""
    text = normalise(sentence)
    slots = Slots(length=len(_HAN.findall(text)))
    quoted = _quotes(text, slots)
    hits = LEXICON.find(text)
    _words(text, hits, quoted, frames.find(text), slots)
    _figures(text, hits, quoted, slots)
    _times(text, slots)
    _people(text, hits, slots)
    _faults(text, slots)
    return slots


def _quotes(text: str, slots: Slots) -> list[tuple[int, int]]:
    """Spans of quotes and titles; notes on the way whether one is a title, a proper name or somebody's words."""
    spans = []
    at = 0
    while (found := _next_quote(text, at)) is not None:
        start, end = found
        spans.append(found)
        at = end
        inner = text[start + 1 : end - 1]
        if text[start] == "《":
            slots.title = True
        elif _is_statement(inner, text[max(0, start - 8) : start] + text[end : end + 12]):
            slots.speech = True
        elif inner not in phrases.COMMON_NAMES and len(inner) > 1 and _NAMED_KIND.match(text[end : end + 12]):
            slots.named = True
    return spans


def _is_statement(words: str, around: str) -> bool:
    """Somebody's words, if they say something."""
    if len(words) < 8 or _SLOGAN.match(words) or not _SAID.search(around):
        return False
    return not _is_hollow(words)


def _is_hollow(words: str) -> bool:
    empty = sum(hit.end - hit.start for hit in LEXICON.find(words) if hit.tag not in CONCRETE)
    return empty * 3 > len(words) or bool(frames.find(words))


def _next_quote(text: str, at: int) -> tuple[int, int] | None:
    starts = [p for p in (text.find("“", at), text.find("《", at)) if p >= 0]
    if not starts:
        return None
    start = min(starts)
    end = text.find("”" if text[start] == "“" else "》", start, start + 400)
    return (start, end + 1) if end >= 0 else (start, start + 1)


def _inside(position: int, spans: list[tuple[int, int]]) -> bool:
    return any(start < position < end for start, end in spans)


def _words(
    text: str,
    hits: tuple[Hit[str], ...],
    quoted: list[tuple[int, int]],
    shapes: tuple[frames.Match, ...],
    slots: Slots,
) -> None:
    """Count the listed words; those inside a title, and the concrete ones inside a frame, prove nothing."""
    blind = [(shape.start, shape.end) for shape in shapes]
    hollow = list(blind)
    for shape in shapes:
        if shape.frame.whole:
            slots.framed = shape.frame.kind
    for hit in hits:
        if hit.tag == "neutral":
            continue
        inside = _inside(hit.start, quoted)
        slots.deeds += not inside and hit.tag in ("act", "result")
        if hit.tag not in CONCRETE:
            slots.words.setdefault(hit.tag, []).append(hit.word)
            hollow.append((hit.start, hit.end))
        elif hit.tag == "result" or not (any(a <= hit.start < b for a, b in blind) or (inside and hit.tag !=
            "mechanism")):
            slots.words.setdefault(hit.tag, []).append(hit.word)
    if _HONOUR.search(text):
        slots.words.setdefault("result", []).append("获")
    slots.density = 1 - min(1.0, _covered(hollow[len(blind) :]) / max(slots.length, 1))
    if is_couplet(text):
        slots.framed = slots.framed or "口号"
    slots.hollow = min(1.0, _covered(hollow) / max(slots.length, 1))


def is_couplet(text: str) -> bool:
    """Two or more short pieces of the same length and nothing else: a slogan by its shape."""
    pieces = [len(piece) for piece in re.split(r"[，、；。：！\s]", text) if piece] if len(text) <= 40 else []
    return len(pieces) >= 2 and min(pieces) >= 4 and max(pieces) <= 11 and max(pieces) - min(pieces) <= 1


def _covered(spans: list[tuple[int, int]]) -> int:
    """Characters in the union of the spans."""
    total = reached = 0
    for start, end in sorted(spans):
        if end > reached:
            total += end - max(start, reached)
            reached = end
    return total


def _figures(text: str, hits: tuple[Hit[str], ...], quoted: list[tuple[int, int]], slots: Slots) -> None:
    if not _NUMBER_CHARS.search(text):
        return
    taken = [(h.start - 1, h.end) for h in hits if h.tag != "thing"]
    for pattern in (_FIGURE, _SPELLED):
        for found in pattern.finditer(text):
            if not _inside(found.start(), quoted) and not _inside(found.start(), taken):
                slots.figures += 1
    slots.zero = _ZERO.search(text) is not None


def _times(text: str, slots: Slots) -> None:
    if "月" in text or "日" in text or "号" in text:
        slots.day = _DAY.search(text) is not None
    slots.month = _MONTH.search(text) is not None
    slots.period = _SPAN.search(text) is not None
    slots.deadline = _DEADLINE.search(text) is not None
    slots.recurrence = "每" in text and _RECURRENCE.search(text) is not None
    slots.intent = _INTENT.search(text) is not None


def _people(text: str, hits: tuple[Hit[str], ...], slots: Slots) -> None:
    slots.owner = _OWNER.search(text) is not None
    slots.delivery = _DELIVERY.search(text) is not None
    slots.person = _PERSON.search(text) is not None
    for found in _PLACE.finditer(text):
        name = found.group(1)
        if not _COMMON_PLACE.search(name) and name not in LEXICON:
            slots.place = True
            slots.going = slots.going or _GOING.search(text, max(0, found.start() - 9), found.start()) is not None
    slots.anybody = _ANYBODY.search(text, 0, _SUBJECT) is not None
    slots.speech = slots.speech or _WITNESS.search(text) is not None


def _faults(text: str, slots: Slots) -> None:
    loose = VAGUE_COUNT.search(text)
    slots.loose_figure = loose.group() if loose else ""
    slots.some = _SOME.search(text) is not None
    for clause in re.split(r"[，；、。]", text):
        if _DEFECT.search(clause) and not _ABSTRACT_SUBJECT.search(clause):
            slots.defect = True
