"""Where speech without punctuation goes from one clause to the next: 演完了|一共十一个节目|演员七十二个.

A clause is over where it has told something; another opens at a word of time, a verb with its 了, a new thing of
which a figure is told, a speaker. pieces.py asks here for what was spoken.
"""

import re

from bot.domain.language.quantities import UNIT

_N = r"[\d一两二三四五六七八九十百千万零]"
_MEASURE = (
    "[个名位人支家户处件册本张条项份幅场次台辆把块座间组队节天年元岁斤亩米袋盒套棵盏具号首篇段部只头箱桶"
    "瓶副片面班起宗单票桌根门卷枚字页遍趟回吨栋所包车种圈]"
)
# Words that open a clause wherever they stand behind one that tells something.
_OPENERS = re.compile(
    r"最后(?!一)|其次|其中|其余|其他(?!人)|另外|后来|随后|(?<![明后]天)接着|然后|同时|并且|期间|结束后|会后|截至"
    rf"|目前|已经|一共|总共|名单(?=我|回头|晚点|明天|还没|没定)|当场|责令|(?<!的)准备(?!好|了|工作|情况)|(?<![出作习训度量年期展动程读学查])计划|打算|收入(?={_N})"
    rf"|让(?=他们|我们|店主|老板|对方|业主|商户)|(?<![完把将])剩下的?(?={_N}|明天|下)"
    r"|(?<!也)都是|没人|没有人|全部(?=送|给|捐)|都给|主要(?=是|讲|查|看)|大概(?=有|来|[要需]\d|[要需得][一二两三四五六七八九十花]|\d)|请的是|讲的是|看的人"
    r"|来看的|来听的|(?<![上出过回起下进送])来的(?=有|一共|大概|是)|参加的|参与的"
    rf"|还有(?={_N}|[一-龥]{{2,4}}{_N})|还(?=给|发|做|讲|查|拍|送|请|现场|组织)"
    r"|又(?=给|发|做|讲|查|拍|送)|(?:年[纪龄]|岁数|个头)?最(?:小|大|多|少|高|低|远|长|短|老|快|慢|早|晚|深|重|贵|好"
    r"|年轻|集中|受欢迎|火|抢手|热门|严重|突出)的(?!一(?![个家村]))"
    rf"|(?:一|{_N}+)(?:处|家|条|个)(?=有|没)|中间(?=下|有|休|停|断|换|出)|装(?=国家|了)|大家(?=提|说|都|反映)"
)
_AHEAD = re.compile(
    rf"(?:上午|中午|下午|晚上|傍晚){_N}{{1,3}}点(?!建议|要求|意见)|发现(?!了|的|者|人)|下一步"
    rf"|下(?:个)?(?:月|周|礼拜|星期)(?!的)|明天(?!的)|有(?={_N}{{1,4}}{_MEASURE})"
)
# Verbs open one where what stands before them is told to its end.
_VERBS = re.compile(
    r"(?<!"
    r"[抽检巡排普调审复自督暗更购采征回验接培补宣参观租粘编书撰新组搭访慰邀申表召公搬录制帮登领悬汇移办教播开投设绘改撤运护赠寄报配转推聘挑加颁印分下派批核赶]"
    r")(?:(?:演|评|发|送|收|请|讲|去|看|修|换|装|拍|捐|提|查|教|画|写|摆|借)了(?!解|以后|之后|的|个?半天)"
    rf"|[一-龥]了(?={_N}+[多来]?{_MEASURE}|[一二两三四五六七八九][百千万]))"
    r"|(?:登记|整理|邀请|发现|征求|征集)了(?!以后|之后|的)|展出(?!的)|发放(?!的)|查出(?!的|来的)|收到(?!的)"
    r"|(?<![出过回起下上到进送])来了(?!的|以后|之后)"
)
_FIGURED = rf"(?:一共|总共|估计|大概|大约|有|约|差不多)*{_N}+[多来]?{_MEASURE}|[请来拍录画交收]了{_N}"
# Somebody or something new of whom a figure or a name is told.
_SUBJECTS = re.compile(
    r"(?:演员|观众|学员|选手|老师|评委|裁判|教练|志愿者|孩子|家长|作品|展品|图书|手册|门票|奖金|群众|村民|老人|游客"
    rf"|读者|票房|年龄|照片|视频|材料)(?={_FIGURED})"
    r"|(?:奖品|主题|内容|题目|地点|时间|主办|带队的?|老师|评委|教练|领队|票价|门票|奖金)(?=[是叫]|免费)"
    r"|[一-龥]{2}队(?=把)|派出所的?人(?=[一-龥]{0,2}点)"
)
_SPEAKERS = re.compile(
    r"(?:(?:看护|管理|讲解|网格)员[一-龥]{0,3}|负责人|店主|老板|校长|院长|馆长|局长|书记|主任|镇长|站长|队长"
    r"|镇里|村里|学校|中心|家长|村民|居民|老师|领导|对方|人家[一-龥]{0,2}|[修管讲办]的人|施工[队方]|专家|师傅|大夫|医生)(?=说|答应"
    r"|表示|反映|提出|要求|建议|约)"
)
_TOLD = re.compile(rf"了|{_N}+(?:公分|厘米|米|毫米)|{_N}+[多来]?{_MEASURE}")
_DONE = re.compile(rf"了|是|^一共|^总共|结束|开始|有[一-龥]{{2}}$|的{_N}|参加|来的|放电影|的人.{{0,4}}{_N}")
# How a clause ends that tells something: 演完了, 发得晚, 四十六个孩子, 都是业余的.
_ENDED = re.compile(
    rf"(?:[了着过晚早好完多少高低差够齐坏满]|现场|{_N}+[多来]?{_MEASURE}(?:[一-龥]{{2}})?)$|^(?:都是|有|还有)[^，]*的$"
)
_COUNTED = re.compile(
    rf"(?:演员|学员|选手|作品|展品|志愿者|老师|孩子|学生|家长)(?:一共|有|约|共)?{_N}+[多来]?{_MEASURE}$"
)
# A time or a sum counts nothing that could follow: 教了十五天|学员八十二个.
_WHOLE = re.compile(rf"{_N}[多来]?(?:天|年|岁|元|次|遍|场|点|小时|分钟|公里|秒{_N}?)$")
_COUNTING = re.compile(rf"{_N}[多来]?{_MEASURE}$")
# 断电了|观音桥桥面…: a deed that takes no object is over where 了 stands.
_OVER = re.compile(
    r"(?:报警|断电|停电|停水|结束|完工|竣工|开工|收工|落幕|闭幕|开幕|开班|开课|结业|到位|解决|整改|下班|关门"
    r"|开门|散场|受伤|住院|恢复|开业|[一-龥]完|[修办做弄查换装清拆测][好]|[都全]来"
    rf"|坐满|[一-龥]住|[挪拉掀揭推移搬]开)了(?=[一-龥]{{4}})(?![一-龥]{{4,6}}$|以后|之后|没有|多少|还|又|就|的|吧|{_N})"
)
# 一点十五把电送上的|换了一根电杆
_CLEFT = re.compile(r"[把将][^，的]{2,10}的$")
# 二十号出结果|出了结果再发: what was named is taken up again.
_AGAIN = re.compile(r"(?P<did>[一-龥])(?P<what>[一-龥]{1,4})(?=(?P=did)了(?P=what)|(?P=did)(?P=what)了再)")
# 大赛在体育馆办的|十八支队伍参加
_HELD = re.compile(r"在[一-龥]{2,10}(?:办|开|演|搞|做)的(?=[一-龥\d]{4})(?!人|时候|那|是)")
_JOINING = "的、和与及跟在由把将被给对向从到"

# What opens a clause behind one that holds a deed, whether or not the deed has its 了 (教广场舞|来了六十二个人).
_TAIL = r"(?:出去|回来|出来|下来|进去|上来|回去)"
_COUNT = rf"{_N}+[多来]?{_MEASURE}"
_SOME = r"(?:大概|大约|差不多|约|是|有|共)*"
_TIMES = re.compile(
    rf"(?:上午|中午|下午|晚上|傍晚|凌晨|早上)(?=[到在去从]|[一-龥]{{1,2}}了|{_N}{{1,3}}点|[一-龥]{{2,6}}(?:小学|中学|村|社区|镇))"
    rf"|(?<![到至点午上晨]){_N}{{1,3}}点(?:半|[一三]刻|{_N}{{1,3}}分?)?(?:开始|结束|出发|收摊|散场)|现在(?!的)"
    r"|今年(?!的)"
)
# 老师是, 工期二十天, 票价三十: something new of which a name or a figure is told.
_ROLES = re.compile(
    r"(?:(?:指导|带队|授课)?老师|指挥|主持人?|评委|裁判|领队|主播|导演|作者|书名|片名|题目|主题|内容"
    r"|(?:上课|开放|活动|营业|服务)?时间|地点|奖品|教练|讲课的|主讲人?|带队的?)(?:是|名?叫)"
    rf"|(?:考核|测试|比赛|形式|方式|项目|缺)(?:的)?是|[一-龥]{{1,2}}的有(?={_N})|名额(?=还|剩)"
    r"|(?:[县市省局镇]?领导|专家|[一-龥]局长)(?=[看问说讲听][一-龥]?了)|[一-龥]{2}(?=最好[卖看])|去年同期"
    r"|(?:留下来|拿来)?[教讲演唱放学看听用送借画做吃换剩]的(?:是|有)|观众[里中]有|有个(?!半)|(?<![请让叫给跟和帮带对向找约教为])我们(?=[一-龥]{2})(?!的)"
    r"|会上(?=[一-龥])"
)
_MEASURED = re.compile(
    r"(?:工期|造价|投资|票价|票房|平均年龄|年龄|全程|全长|面积|团员|座位|费用|时长|预算|床位|户均|人均|水(?=最)"
    rf"|实际)(?=[一-龥]{{0,2}}{_SOME}{_N}|[一-龥]{{1,3}}了{_N})"
    rf"|报名(?=(?:大概|大约|约|的|有|人数|共)*{_N})|共(?={_N}+[周天场次节])|每人(?=[一-龥]了|{_N})|座位?全[一-龥]满"
    r"|(?:家长|观众|群众|村民|居民|孩子们?|老人们?)(?=[坐挤站围排][一-龥]?了)"
    r"|(?:停车场|现场|场[内外]|门口|路上)(?=[一-龥]{1,3}了)"
    rf"|[一-龥]{{2,3}}最[多少高低](?={_N})|[一-龥]{{2,4}}率(?={_N}|百分|达|是)"
    r"|比(?=去年|上年|前年|昨天|往年|上[周月])|出土(?!的)"
)
# 十四个村的文保员都来了: a figure with its thing does something.
_COUNTED_DO = re.compile(
    rf"(?!{_N}+号){_COUNT}人?(?=(?P<noun>(?:(?![了下就再还给把被对向为让{_MEASURE[1:-1]}])[一-龥]){{0,7}}?)(?:[一-龥]了"
    r"|报名|参加|到场|上岗|正常|锁着|没开|合格|达标))"
)
_DOES = re.compile(
    r"[学看演讲吃查听做练]完(?=还|又|再|就|大家|一起|[一-龥]了)"
    r"|(?:还|又)(?=[录画唱演教开办拿捐买换修清带学看请送发给做讲查拍])"
    rf"|[一-龥]{_TAIL}了?(?={_COUNT})|(?<![来去给请])(?P<v>[一-龥])[一-龥](?P=v)了(?={_N})|[做录拍]了个(?=[一-龥])"
    r"|(?:新|另)[办建增添买装]了|[带清拔练考捐买铺种挂装领](?=了[一-龥]{2,6})|给(?=[一-龥]{2,6}[演讲送发办做教剪理]了)"
    rf"|[来去](?={_N}+[多来]?个?人(?!次))"
    rf"|跟(?=[一-龥]{{1,6}}[要借谈说][一-龥]?了)|(?:擦|拉走|清运|铲|扫(?!除)|捡|洗|搬)(?=[一-龥]{{2,5}}{_N})"
    rf"|出动(?={_N})|(?:交警队|[一-龥]{{2}}[局所馆站])让(?=[一-龥]{{2}})|还[差剩](?=[一-龥]{{0,2}}{_N})|就[差剩](?=[一-龥]{{2}})|等(?=[一-龥]{{1,4}}了再)|再没有?(?=[一-龥]{{2}})"
    r"|一天(?=[一-龥]了)|是一[辆个位名家](?=[一-龥])"
    rf"|第{_N}{{1,2}}[期批轮](?={_N}|[一-龥]{{2}})|得分(?={_N})|(?<![了出获得评设到])(?:[一二三]等奖|优秀奖)(?={_N})"
    rf"|因为(?=[一-龥]{{2}})|(?<!年){_N}{{1,2}}月(?:底|初)?前(?=[一-龥])|[发领]完[一-龥]{{0,2}}(?=[开讲说还])"
    r"|从(?=[一-龥]{1,4}[请借调][一-龥]?了)|[一-龥]{2}的事(?=[一-龥]{3})|要求(?=[一-龥])(?!的)|答应(?!的)"
    r"|没有(?=人员|人[受伤亡]|发生|出现)"
)
# 掏空了两处|一处四米二: one of those that were counted.
_ONE = re.compile(rf"一(?P<m>[处家个间段])(?=[一-龥]{{0,4}}{_N}|[一-龥]{{1,3}}了|是|叫|在)")
_DEED = re.compile(
    rf"[了是没]|有[一-龥]|{_N}+[多来]?(?:{_MEASURE}|(?!点|号|年|月|时){UNIT})"
    r"|[教搞办演放唱讲送查修练开](?!的|$)|组织|参加|看望|展出|开始|结束|出发|到达|最[一-龥]|都有$|[说得要缺]"
    rf"|{_N}{{2,}}$"
)
_ONE_OF = re.compile(r"(?:[二两三四五六七八九十]|\d+)(?P<m>[处家个间段])")
# 下了九十三毫米雨河滨文化长廊|淹了…: behind a figure and its noun stands the subject of what follows.
# 一共查了六家啊|红树林那家: a breath is drawn.
_BREATH = re.compile(r"(?:啊|嘛|呗|嘞|呢(?![绒子料喃])|(?<![网酒书水氧话茶陶影])吧(?![台唧]))(?=[一-龥\d]{3})")


def cuts(text: str, a: int, b: int) -> list[int]:
    """Where the run [a, b) of the text is cut: the first position of each clause but the first."""
    found: list[int] = []
    start = a
    known = {m.start() for p in (_OPENERS, _AHEAD, _VERBS, _SUBJECTS, _SPEAKERS) for m in p.finditer(text, a, b)}
    known |= {m.end() for p in (_OVER, _HELD, _BREATH, _AGAIN) for m in p.finditer(text, a, b)} | {
        a + i for i in _repeated(text[a:b])
    }
    anew = {m.start(): m for p in (_TIMES, _ROLES, _MEASURED, _COUNTED_DO, _DOES, _ONE) for m in p.finditer(text, a, b)}
    for at in sorted(known | anew.keys()):
        if b - at < 3 or at <= start:
            continue
        here = _word_start(text, start, at)
        opens = (at in known and _opens(text, start, at)) or (at in anew and _opens_anew(text, start, here, anew[at]))
        if opens and here > start:
            found.append(here)
            start = here
    return found


def _word_start(text: str, start: int, at: int) -> int:
    """Where the verb found at `at` begins with all that belongs to it: 拿走了, 给孩子们演了."""
    if at - start < 3 or not re.match(rf"[一-龥](?:了|{_TAIL})", text[at:]) or text[at - 1] in _JOINING:
        return at
    if whom := re.search(r"(?:给|为|帮|被)(?:(?!了)[一-龥]){1,6}$", text[start:at]):
        return start + whom.start() if whom.start() >= 4 else at
    return at - 1 if _is_verb(text[at - 1 : at + 1]) else at


def _is_verb(word: str) -> bool:
    import rjieba  # loads its dictionary, which most notes never need

    tagged = rjieba.tag(word, False)
    return len(tagged) == 1 and tagged[0][1].startswith("v")


def _opens_anew(text: str, start: int, at: int, found: re.Match[str]) -> bool:
    """Whether the clause since `start` holds a deed and is over where a word of _TIMES, _ROLES … stands."""
    piece = text[start:at]
    cleft = re.search(r"在.+[办开演搞做讲拍]的$", piece) is not None
    if (
        len(piece) < 4
        or piece.endswith(("大概", "大约", "差不多", "将近", "一共", "总共"))
        or (piece[-1] in _JOINING + "有是就才最来去一不" and not piece.endswith("都有") and not cleft)
        or not (cleft or _DEED.search(piece))
    ):
        return False
    if found.re is _TIMES and _DAY_BEFORE.search(piece):
        return False
    if found.re is _COUNTED_DO:
        # 发了责任书|十四份讲了: without a noun the figure counts what stands before it.
        alone = not found["noun"] and not found[0].endswith("人") and not _FIGURE_LAST.search(piece)
        return piece[-1] not in _AWAITS and not alone
    if found.re is _ONE:
        return any(m["m"] == found["m"] for m in _ONE_OF.finditer(text, max(0, start - 20), at))
    return (
        not re.search(rf"{_N}$", piece)
        or re.search(rf"{UNIT}{_N}$|左右$", piece) is not None
        or _N_BEHIND.search(piece) is not None
    )


# 八月八号|晚上 is one time; 请了|二十个人来了 one clause.
_DAY_BEFORE = re.compile(r"(?:[号日天]|周[一二三四五六日天末])$")
_FIGURE_LAST = re.compile(rf"{_N}(?:{_MEASURE}|{UNIT})$")
_AWAITS = "了过着来去有是到请给带让教讲演放唱送发收查修看的第共约多之每近超达前剩"
# 造价大概十一万六, 平均年龄六十五: a figure at the end that needs no unit to be whole.
_N_BEHIND = re.compile(rf"(?:价|年龄|年纪|房|资|用|入|万{_N}|千{_N}+)(?:大概|大约|约|是|有)?{_N}*$")


def _opens(text: str, start: int, at: int) -> bool:
    """Whether the clause since `start` is told to its end and another one opens at `at`."""
    piece = text[start:at]
    if _BREATH.match(text, at - 1):
        return len(piece) >= 4
    joined = piece[-1:] in tuple(_JOINING) and _CLEFT.search(piece) is None
    told, ended = _TOLD.search(piece) is not None, _ENDED.search(piece) is not None
    if _OPENERS.match(text, at):
        return (
            (len(piece) >= 4 or piece.startswith("没人"))
            and (not joined or piece[-1] == "的")
            and (told or len(piece) >= 6 or piece[0] == "没")
        )
    if _AHEAD.match(text, at):
        return (
            len(piece) >= 4
            and not joined
            and not (text[at] in "上中下晚傍" and _DAY_BEFORE.search(piece))
            and (told or len(piece) >= 6)
        )
    if _SPEAKERS.match(text, at):
        return len(piece) >= 4 and not joined and (ended or (told and text[at : at + 2] not in ("中心", "学校")))
    if _SUBJECTS.match(text, at):
        thing = text[at : at + 2] in ("奖品", "主题", "内容", "题目", "地点", "时间", "票价", "门票")
        return (
            len(piece) >= 4
            and ended
            and (
                thing
                or _WHOLE.search(piece) is not None
                or not _COUNTING.search(piece)
                or _COUNTED.match(piece) is not None
            )
        )
    if _VERBS.match(text, at):
        return (
            len(piece) >= 5
            and not joined
            and piece[-1] not in "都全也还又就再才均已"
            and (_DONE.search(piece) is not None or _BARE_DEED.search(piece) is not None)
        )
    return len(piece) >= 4 and not joined and told and not _COUNTING.search(piece)


# 在广场教广场舞|来了六十二个人, 搞专场|唱了十四首歌: a deed told without its 了.
_BARE_DEED = re.compile(
    r"(?:在|到|去)[^，]{2,16}(?:教|搞|办|演|放|唱|讲|修|练|开|清理|看望|慰问|检查|宣传|培训)[一-龥]{2,8}$"
    r"|^[^，]{2,10}(?:组织|开展|举办|看望|慰问)[一-龥]{2,8}$"
)


def _repeated(run: str) -> list[int]:
    """Where a word of three characters or more is said again: 查了祠堂和观音桥…观音桥桥面缺了石板."""
    found, at = [], 4
    while at < len(run) - 2:
        word = run[at : at + 3]
        first = run.find(word)
        if (
            0 <= first < at - 3
            and re.fullmatch(r"[一-龥]{3}", word)
            and not re.search(rf"{_N}|[了着过的是有在]", word)
            and run[first - 1 : first] != run[at - 1 : at]
        ):
            found.append(at)
            at += 3
        else:
            at += 1
    return found
