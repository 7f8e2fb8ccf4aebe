"""Where a message is cut: at punctuation, at spaces between words, and in voice input before a new clause."""

import re
from collections.abc import Sequence

from bot.domain.numerals import fold
from bot.domain.privacy import Private

_SEPARATOR = re.compile(
    r"[，,。；！？!?;\n\r…~～]+|(?<=[一-龥）)”》0-9a-zA-Z%])[ \t　]+(?=[一-龥（(“《0-9])|(?<=[一-龥])\.(?=[一-龥]|$)"
)
_PAIRS = {"“": "”", "《": "》", "（": "）", "(": ")", "「": "」"}
_N = r"[\d一两二三四五六七八九十百千万零]"
_MEASURE = "[个名位人支家户处件册本张条项份幅场次台辆把块座间组队节天年元岁斤亩米袋盒套棵盏具号]"
# Words that open a clause wherever they stand behind one that tells something.
_OPENERS = re.compile(
    rf"最后(?!一)|其次|其中|其余|其他(?!人)|另外|后来|随后|接着|然后|同时|并且|期间|结束后|会后|截至|目前|已经|一共|总共|当场|责令|准备(?!好|了|工作)|(?<![出作习训度量年期展动程读学查])计划|打算|收入(?={_N})|让(?=他们|我们|店主|老板|对方|业主|商户)|(?<![完把将])剩下的?(?={_N}|明天|下)"
    rf"|(?<!也)都是|没人|没有人|全部(?=送|给|捐)|都给|主要(?=是|讲|查)|大概(?=有|来|\d)|请的是|讲的是|看的人|来看的|来听的|(?<![上出过回起下进送])来的(?=有|一共|大概|是)|参加的|参与的"
    rf"|还有(?=[一两\d]|{_N}+个|[一-龥]{{2,4}}{_N})|还(?=给|发|做|讲|查|拍|送|请|现场|组织)|又(?=给|发|做|讲|查|拍|送)|最(?:小|大|多|少|高|低|远|长|短|老|年轻|集中|受欢迎|火)的(?!一)"
    rf"|(?:一|{_N}+)(?:处|家|条|个)(?=有|没)|中间(?=下|有|休|停|断|换|出)|装(?=国家|了)|大家(?=提|说|都|反映)"
)
_AHEAD = re.compile(rf"(?:上午|中午|下午|晚上|傍晚){_N}{{1,3}}点(?!建议|要求|意见)|发现(?!了|的|者|人)|下一步|下(?:个)?(?:月|周|礼拜|星期)(?!的)|明天(?!的)|有(?={_N}{{1,4}}{_MEASURE})")
# Verbs open one where what stands before them is told to its end.
_VERBS = re.compile(
    rf"(?<![抽检巡排普调审复自督暗更购采征回验接培补宣参观租粘编书撰新组搭访慰邀申表召公搬录制帮登领悬汇移办教播开投设绘改撤运护赠寄报配转推聘挑加颁印分下派批核赶])(?:(?:演|评|发|送|收|请|讲|去|看|修|换|装|拍|捐|提|查|教|画|写|摆|借)了(?!解|以后|之后|的|个?半天)|[一-龥]了(?={_N}+[多来]?{_MEASURE}))"
    rf"|(?:登记|整理|邀请|发现|征求|征集)了(?!以后|之后|的)|展出(?!的)|发放(?!的)|查出(?!的|来的)|收到(?!的)|(?<![出过回起下上到进送])来了(?!的|以后|之后)"
)
_FIGURED = rf"(?:一共|总共|估计|大概|大约|有|约|差不多)*{_N}+[多来]?{_MEASURE}|[请来拍录画交收]了{_N}"
# Somebody or something new of whom a figure or a name is told.
_SUBJECTS = re.compile(
    rf"(?:演员|观众|学员|选手|老师|评委|裁判|志愿者|孩子|家长|作品|展品|图书|手册|门票|奖金|群众|村民|老人|游客|读者|票房|年龄|照片|视频|材料)(?={_FIGURED})"
    rf"|(?:奖品|主题|内容|题目|地点|时间|主办|带队的?|老师|评委|教练|领队|票价|门票|奖金)(?=[是叫]|免费)|[一-龥]{{2}}队(?=把)|派出所的?人(?=[一-龥]{{0,2}}点)"
)
_SPEAKERS = re.compile(
    r"(?:(?:看护|管理|讲解|网格)员[一-龥]{0,3}|负责人|店主|老板|校长|馆长|局长|镇里|村里|学校|中心|家长|村民|居民|老师|领导|对方)(?=说|答应|表示|反映|提出|要求)"
)
_TOLD = re.compile(rf"了|{_N}+[多来]?{_MEASURE}")
_DONE = re.compile(rf"了|是|的{_N}|参加|来的|放电影|的人.{{0,4}}{_N}")
# How a clause ends that tells something: 演完了, 发得晚, 四十六个孩子, 都是业余的.
_ENDED = re.compile(rf"(?:[了着过晚早好完多少高低差够齐坏满]|现场|{_N}+[多来]?{_MEASURE}(?:[一-龥]{{2}})?)$|^(?:都是|有|还有)[^，]*的$")
_COUNTED = re.compile(rf"(?:演员|学员|选手|作品|展品|志愿者|老师|孩子|学生|家长)(?:一共|有|约|共)?{_N}+[多来]?{_MEASURE}$")
_COUNTING = re.compile(rf"{_N}[多来]?{_MEASURE}$")
# 断电了|观音桥桥面…: a deed that takes no object is over where 了 stands.
_OVER = re.compile(
    rf"(?:报警|断电|停电|停水|结束|完工|竣工|开工|收工|落幕|闭幕|开幕|开班|结业|到位|解决|整改|下班|关门|开门|散场|受伤|住院|恢复|开业|[一-龥]完|[修办做弄查换装清拆测][好])了(?=[一-龥]{{4}})(?!以后|之后|没有|多少|还|又|就|的|吧|{_N})"
)
_JOINING = "的、和与及跟在由把将被给对向从到"
# A typed clause is shorter; a message without any stop was spoken.
_TYPED = 40
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


def pieces(text: str, hidden: Sequence[Private] = ()) -> list[tuple[int, int]]:
    """Spans between separators; long runs without any (voice input) are cut before words that open a clause."""
    cuts, start = [], 0
    for m in _SEPARATOR.finditer(text):
        inside = any(p.start < m.start() < p.end for p in hidden)
        if not inside and not _digit_group(text, m) and _outside(text, m.start()):
            cuts.append((start, m.start()))
            start = m.end()
    cuts.append((start, len(text)))
    cuts = _with_start(text, cuts)
    spans = []
    spoken = _VOICE if len(cuts) == 1 else _TYPED
    for a, b in cuts:
        while a < b and text[a] in " \t　、，:：-—·*•":
            a += 1
        while a < b and text[b - 1] in " \t　、，":
            b -= 1
        for at in range(a, b, _LONGEST):
            end = min(b, at + _LONGEST)
            spans.extend(_voice(text, at, end) if end - at > spoken else [(at, end)])
    return spans


_BEGINS = re.compile(r"(?:从)?(?:(?:明年)?[\d一二三四五六七八九十]{1,2}月(?:份|[\d一二三四五六七八九十]{1,3}[日号])?|下(?:周|个?月|学期|半年)|明年|年后)(?:开始|起)(?:执行|实行|算)?")


def _with_start(text: str, cuts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """每月送书50册 12月开始: when a thing begins belongs to the thing, where only a space parts them."""
    joined: list[tuple[int, int]] = []
    for a, b in cuts:
        alone = _BEGINS.fullmatch(text[a:b].strip()) is not None
        if alone and joined and not text[joined[-1][1] : a].strip(" \t　") and joined[-1][1] > joined[-1][0]:
            joined[-1] = (joined[-1][0], b)
        else:
            joined.append((a, b))
    return joined


def _digit_group(text: str, m: re.Match[str]) -> bool:
    """Whether the separator only groups digits: 4 812, １，２６０."""
    before, after = fold(text[max(0, m.start() - 1) : m.start()]), fold(text[m.end() : m.end() + 4])
    return m[0] in "，, 　" and before.isdigit() and bool(re.match(r"\d{3}(?!\d)", after))


def _voice(text: str, a: int, b: int) -> list[tuple[int, int]]:
    """A run of speech cut where a clause is told to its end and another begins."""
    spans, start = [], a
    found = {m.start() for p in (_OPENERS, _AHEAD, _VERBS, _SUBJECTS, _SPEAKERS) for m in p.finditer(text, a, b)}
    found |= {m.end() for m in _OVER.finditer(text, a, b)} | {a + i for i in _repeated(text[a:b])}
    for at in sorted(found):
        if b - at >= 3 and _outside(text, at) and _opens(text, start, at):
            spans.append((start, at))
            start = at
    spans.append((start, b))
    return spans


def _opens(text: str, start: int, at: int) -> bool:
    """Whether the clause since `start` is told to its end and another one opens at `at`."""
    piece = text[start:at]
    joined = piece[-1:] in tuple(_JOINING)
    told, ended = _TOLD.search(piece) is not None, _ENDED.search(piece) is not None
    if _OPENERS.match(text, at):
        return (len(piece) >= 4 or piece.startswith("没人")) and (not joined or piece[-1] == "的") and (told or len(piece) >= 6 or piece[0] == "没")
    if _AHEAD.match(text, at):
        return len(piece) >= 4 and not joined and (told or len(piece) >= 6)
    if _SPEAKERS.match(text, at):
        return len(piece) >= 4 and not joined and (ended or (told and text[at : at + 2] not in ("中心", "学校")))
    if _SUBJECTS.match(text, at):
        thing = text[at : at + 2] in ("奖品", "主题", "内容", "题目", "地点", "时间", "票价", "门票")
        return len(piece) >= 4 and ended and (thing or not _COUNTING.search(piece) or _COUNTED.match(piece) is not None)
    if _VERBS.match(text, at):
        return len(piece) >= 5 and not joined and _DONE.search(piece) is not None
    return len(piece) >= 4 and not joined and told and not _COUNTING.search(piece)


def _repeated(run: str) -> list[int]:
    """Where a word of three characters or more is said again: 查了祠堂和观音桥…观音桥桥面缺了石板."""
    found, at = [], 4
    while at < len(run) - 2:
        word = run[at : at + 3]
        first = run.find(word)
        if 0 <= first < at - 3 and re.fullmatch(r"[一-龥]{3}", word) and not re.search(rf"{_N}|[了着过的是有在]", word) and run[first - 1 : first] != run[at - 1 : at]:
            found.append(at)
            at += 3
        else:
            at += 1
    return found
