"""Shapes of sentences that claim, promise or praise and say nothing; plain words are in phrases.py.

A frame blinds the clause it stands in: the concrete words inside prove nothing (激发了学生的热情 says nothing of
the students). A frame that rules the whole sentence (`whole`) makes it empty unless a hard fact stands in it.
"""

from dataclasses import dataclass

from bot.domain.language.needed import Seldom


@dataclass(frozen=True, slots=True)
class Frame:
    """A shape and what is wrong with it; `whole` ones make the sentence empty."""

    kind: str
    pattern: Seldom
    whole: bool = False


def _frame(kind: str, source: str, *, whole: bool = False) -> Frame:
    return Frame(kind, Seldom(source), whole)


_IN = r"[^，,。；;！!？?：:]"  # stays within a clause

_EFFECT_VERBS = (
    "加深|增强|增进|提升|提高|激发|弘扬|丰富|培养|厚植|拓宽|开阔|拉近|促进|推动|营造|凝聚|坚定|感受|领略|普及|传承|"
    "点燃|引导|树立|搭建|提供|传递|传播|助推|助力|净化|改善|激励|鼓舞|唤起|引发|汇聚|维护|维持|形成|展示|展现|彰显|"
    "检验|推进|深化|打造|夯实|筑牢|满足|优化|带动|改变|注入|体现|诠释|实现|带去|带来|送去|送上|掀起|享受|书写|谱写|"
    "打通|解锁|守护|保障|确保|巩固|绘就"
)
_EFFECT_NOUNS = (
    "热情|兴趣|热爱|意识|责任感|使命感|荣誉感|自豪感|归属感|获得感|幸福感|安全感|凝聚力|战斗力|向心力|影响力|吸引力|"
    "竞争力|组织力|创造力|号召力|精神|氛围|了解|认识|理解|水平|素养|素质|情怀|文化生活|自信|信念|传承|发展|繁荣|活力|"
    "魅力|内涵|眼界|视野|关系|距离|机会|平台|舞台|记忆|积极性|主动性|创造性|稳定|风貌|面貌|温暖|关怀|保障|支撑|秩序|"
    "环境|热潮|正能量|力量|基础|实效|成效|效果|效能|能力|动力|动能|合力|共识|格局|局面|贡献|融合|转变|提升|质量|生态|"
    "情感|热度|盛宴|大餐|风尚|安全|健康|有序|平稳|爱心|真情|篇章|新风|魅力|自觉|常态|滋养|现状|希望|梦想|气象|作为|"
    "担当|本色|作用|台阶|步伐|需求|需要|后顾之忧|最后一公里"
)

FRAMES = (
    _frame(
        "口号",
        rf"宁可{_IN}{{2,8}}[，,]?不可|(?:责任|生命|安全){_IN}{{0,4}}(?:大于天|重于泰山|高于一切)|"
        rf"是{_IN}{{1,10}}之[途梯基要本魂源根策举]|只有{_IN}{{2,30}}[，,]?才能|没有{_IN}{{2,14}}[，,]就没有|"
        rf"既是{_IN}{{2,16}}[，,](?:更|也|又)是|不减{_IN}{{1,6}}[、，]不减|"
        rf"(?:只有|没有|永远在)(?:起点|终点|路上|进行时|完成时)",
        whole=True,
    ),
    _frame(
        "口号",
        rf"(?:以|拿出|发扬|保持|鼓足|展现){_IN}{{2,24}}的?(?:勇气|决心|姿态|标准|劲头|[干韧闯狠]劲|心态|担当|定力|情怀|责任感|使命感|精神|"
        rf"热情|作风|状态|毅力|魄力|自觉|实效|行动)",
    ),
    # 阅读点亮人生, 文化润泽童心: two nouns and a verb that no hand can do.
    _frame(
        "口号",
        r"(?:^|[，,；;。])[一-龥]{2,6}?(?:点亮|浸润|润泽|照亮|温暖|滋养|滋润|守护|护航|共筑|共绘|共享|"
        r"筑牢|筑梦|传递|放飞|点燃|凝聚|绽放)[一-龥]{0,2}(?:人生|心灵|心田|人心|童心|童年|未来|梦想|平安|"
        r"希望|生活|青春|初心|家园|乡村|城乡|校园|乡土|成长|文明|万家|明天|时光|岁月|力量|爱心|真情|光彩|"
        r"和谐|书香|振兴|底线|防线)(?=[，,；;。！!]|$)",
        whole=True,
    ),
    # 既有理论高度又有实践深度: what is weighed on both sides has no scale.
    _frame(
        "比喻渲染",
        rf"(?:既|不仅)(?:有|要|能|是|讲|富)?{_IN}{{1,8}}(?:[高深厚广力温精]度|内涵|思想|意义|情怀|价值|味道?|"
        rf"特色|性)[，,]?(?:又|更|而且|也)(?:有|要|能|是|富)?{_IN}{{1,10}}"
        rf"(?:[高深厚广力温精]度|内涵|思想|意义|情怀|价值|味道?|特色|性)",
        whole=True,
    ),
    # 这真是我县美术事业的里程碑
    _frame(
        "意义",
        rf"(?:^|[，,；;。])(?:这|此|可以说|可谓|堪称|无疑){_IN}{{0,32}}"
        rf"(?:里程碑|一大步|新起点|大事|喜事|骄傲|光荣|荣耀|转折点|新开端|见证|创举|奇迹)(?=[，,；;。！!]|$)",
        whole=True,
    ),
    _frame(
        "空泛成效",
        rf"(?:{_EFFECT_VERBS})(?:起|了|着|到)?{_IN}{{0,30}}?(?:{_EFFECT_NOUNS})(?![\d*]|为|于|"
        rf"{_IN}{{0,4}}[\d*])",
    ),
    _frame("空头打算", r"将(?:继续|持续|进一步|不断|以此|始终|以更|一如既往|一以贯之|全力)", whole=True),
    _frame(
        "空泛表态",
        rf"(?:纷纷|一致|大家|们|激动地|与会{_IN}{{0,6}})(?:都|也)?{_IN}{{0,6}}(?:表示|认为|感到|"
        rf"感受到)|(?:心灵|思想|党性|灵魂|精神|境界|作风|灵魂上?){_IN}{{0,4}}(?:洗礼|锤炼|淬炼|升华|熏陶)|深刻感受到|深受(?:教育|鼓舞|启发|触动)|受益(?:匪浅|良多)|倍感",
        whole=True,
    ),
    _frame(
        "口号",
        rf"让{_IN}{{2,20}}(?:活|火|亮|热|动|强|美|浸润|成为|走进){_IN}{{0,12}}(?:起来|风尚|常态|自觉|"
        rf"现实|人心|城市|生活)|离不开|挺在前面|让{_IN}{{2,8}}(?:发力|生威|长牙|带电)|既{_IN}{{0,4}}要?{_IN}{{2,20}}[，,]又{_IN}{{0,4}}要?",
    ),
    _frame(
        "口号",
        rf"(?:以|把|将){_IN}{{1,24}}?(?:为|作为){_IN}{{0,6}}(?:抓手|契机|统领|引领|主线|己任|载体|"
        rf"保障|支撑|动力|目标|媒|引擎|落脚点|任务|重点|根本|首位|遵循|核心|导向|基础|中心|起点|标[尺准]|准绳|追求)",
    ),
    # 用真心换取信任, 把民生工程办成民心工程, 让法治之光照亮每个角落
    _frame(
        "口号",
        r"用(?:真心|真情|行动|脚步|双脚|坚守|辛苦|汗水|爱心?|青春|心|实干|担当|热情|责任|奉献|初心|微笑)"
        rf"{_IN}{{0,8}}(?:换取|换来|丈量|诠释|书写|谱写|点亮)"
        rf"|之光{_IN}{{0,3}}照|把{_IN}{{2,8}}[办建做变]成(?:民心|惠民|放心|暖心|精品|幸福)工程|"
        r"^坚持“[^”]+”，(?:扎实|深入|全面|大力|持续|稳步)(?:推进|推动|开展)"
        rf"{_IN}{{2,10}}(?:行动|建设|战略)(?=[，。；]|$)",
        whole=True,
    ),
    # 让好山好水生出“金疙瘩”, 让非遗“走”出深闺: a picture in marks.
    _frame(
        "口号",
        rf"让{_IN}{{1,12}}“[一-龥]{{1,4}}”|“(?![甲乙丙丁东西南北红黄蓝绿黑白])[一-龥]”(?!字){_IN}{{0,12}}“[一-龥]”(?!字)|由“[一-龥]{{1,2}}”[向变到]"
        rf"|[把将]{_IN}{{0,6}}“[^“”]{{2,8}}”(?:变成|变为|转化为|化作)|(?:[念打下唱算种练答画]好|点燃|激活|跑出|按下|吹响|拧紧|织密|筑牢|建强){_IN}{{0,6}}“",
    ),
    _frame("口号", rf"在{_IN}{{2,24}}的?(?:领导|指导|努力|支持|关心|帮助|指引|关怀)下"),
    _frame(
        "比喻渲染",
        rf"(?:画卷|蓝图|乐章|华章|大幕){_IN}{{0,14}}(?:展开|铺展|奏响|拉开|变为现实)|比{_IN}{{1,6}}更{_IN}{{1,4}}的|"
        rf"(?:^|[，。；])[^，。；灯]{{0,10}}点亮了[^，。；灯]+(?=[，。；]|$)|[藏写盛淌涌跳闪]着{_IN}{{0,14}}(?:温度|"
        rf"深情|初心|希望|幸福|故事)|气氛{_IN}{{0,6}}(?:热烈|浓厚|活跃|庄重|融洽)|掌声|欢声笑语|合不拢嘴|笑逐颜开|"
        rf"喜笑颜开|风景线|喝彩|叫好|连连[称夸]赞|溢于言表|高潮迭起|精彩纷呈|(?:文化|视听|精神)盛宴|幸福的笑容|"
        rf"照亮{_IN}{{1,12}}之路|流连忘返|意犹未尽|(?:热情|兴致|情绪){_IN}{{0,4}}高涨|踊跃(?:参与|发言|报名)|津津有味|"
        rf"(?:一致|广泛|群众|社会|高度){_IN}{{0,4}}(?:好评|赞誉|认可)"
        r"|(?:热烈|积极|广泛|强烈|良好)的?(?:响应|反响)|感谢党和政府|[深备]受[^，。；]{1,12}(?:喜爱|欢迎|青睐)"
        rf"|(?:产生|带来|形成)了?{_IN}{{0,6}}(?:积极|广泛|深远|良好|重大)的?影响",
        whole=True,
    ),
)


@dataclass(frozen=True, slots=True)
class Match:
    """A frame with the whole clause or clauses that it blinds."""

    start: int
    end: int
    frame: Frame


_BREAKS = "，,。；;！!？?：:"


def find(text: str) -> tuple[Match, ...]:
    """All frames of a sentence, each widened to the borders of its clauses."""
    found: list[Match] = []
    for frame in FRAMES:
        spans = (_widened(text, match.start(), match.end()) for match in frame.pattern.finditer(text))
        found.extend(Match(start, end, frame) for start, end in spans)
    return tuple(found)


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    # No clause is longer than this; without a limit a line of megabytes would be walked again for each frame.
    lowest, highest = max(0, start - 60), min(len(text), end + 60)
    while start > lowest and text[start - 1] not in _BREAKS:
        start -= 1
    while end < highest and text[end] not in _BREAKS:
        end += 1
    return start, end
