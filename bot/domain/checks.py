"""The fact lock: every figure, day, name, place, quotation and 《title》 of a draft must stand in the notes.

Deterministic code decides here, never a model. What does not hold is listed; callers remove it or block.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from bot.domain.attached import borrowed
from bot.domain.dates import Moment, moments
from bot.domain.kinds import HOLLOW, PRAISE
from bot.domain.names import GIVEN, SURNAMES, TITLES, WHOLE_ORG, Name, people, places, quoted
from bot.domain.notes import Note
from bot.domain.numerals import figure, fold, numerals
from bot.domain.plain_talk import Verdict, judge_sentence
from bot.domain.privacy import private_spans
from bot.domain.quantities import Quantity, quantities, same_unit, unit_class
from bot.domain.report import Checks
from bot.domain.sentences import split
from bot.domain.slots import read
from bot.domain.utterances import Kind, Utterance, utterances

PLAN_MARK = re.compile(
    r"提出|需求|建议|需(?!求)|希望|愿意|申请|计划|拟|预计|将(?!军)|打算|准备(?!好|了)|答应|承诺|约定|表示|下周"
    r"|下一步|下步|目标|限|研究|联系|待|月起|日起|起改|有意|争取|力争|届时|要求|责令|明[天年]|下个?月|初定|暂定"
    r"|安排|考虑"
)
_GAP = re.compile(r"【待[补核][^】]*】")
_BLANK = re.compile(r"[\s，。、；：！？“”‘’（）()《》〔〕,.;:!?\"'—…·-]")
# Words that may stand before a name without being part of it.
_BEFORE_NAME = re.compile(
    r"(?:在|到|去|赴|来|从|由|向|给|对|与|和|及|跟|为|于|至|往|经|将|被|让|是|有|的|了|并|等|各|该|全|共|以|按|把|同"
    r"|请|率|带|组织|走进|深入|前往|联合|会同|邀请|参观|慰问|检查|走访|接待|捐赠|捐给|送给|赠给|送至|"
    r"送到|送往|赠予|举办|开展|召开|进行|位于|设在|来自|其中|分别|全部|现场|包括|支持|协助|参加|上午|下午|晚|早上"
    r"|中午|晚上|剩余|其余|附近|周边|辖区|本|第|名|位|个|家|所|座|处|人|日|时|分|年|月|元|册|场|次|"
    r"清理|维修|修复|更换|整改|巡查|排查|抽查|督查|普查|调研|登记|采集|拍摄|征集|发放|送去|服务|帮助|利用|围绕|依托"
    r"|通过|改造|建成|新建|打造|启动|完成|覆盖|涉及|惠及|要求|责令|约谈|督促|指导|赴|抵达|返回|途经|借用|占用|使用"
    r"|取消|原|原有|向|收集|提出|增设|签订|修补|置换|座谈|安装|补充|商定|增加|购置|运送|搬运|镇区|城区|辖区|全县|结"
    r"|联系|已|解决|表示|反映|获|获得|荣获|办结|来自|据|镇上|村里|县里|城区|开展|统计|看|搬到|移至|挂在|放在|约)$"
)
_GENERIC_NAME = re.compile(
    r"^(?:活动|现场|本|该|全|各|中|工作|服务|会议|培训|教学|群众|社会|基层|一线|志愿服务|党员|公共|文化|旅游"
    r"|活动中|主办|承办|协办|相关|有关|所在|当地|该县|全县|全市|辖区|上级|其他|各个|机关|文化活动|应急|执法"
    r"|检查|督查|志愿|主题|参观|学习|日常|夜间|重点|周边|室内|户外|城区|乡镇|农村|市场|办公|施工|培训|比赛|镇区"
    r"|城区|县城|村级|社区级|全体|各类|多个|每个|年度|定点|周末|假期|国庆|五一|春节)+"
)


# One-character endings (路, 山, 科) end many words that name no place; those of _TERRAIN mostly do.
_SHORT_END = re.compile(
    r"(?<!口袋)(?<!步行)(?:[路山河湖江岭谷桥塔寺庙井洞墓窑坡湾沟滩岛乡科局厂寨屯庄巷村镇街坪峪崖泉阁]|大街|一线"
    r"|县城|老街|市场|夜市|操场|舞台|大厅|教室|码头)$"
)
_TERRAIN = frozenset("阁山河湖江岭谷桥塔寺庙坡湾沟滩岛乡寨屯庄巷村镇街坪峪崖泉")
_COMMON_PLACE = re.compile(
    r"下乡|家乡|老乡|城乡|返乡|农村|乡村|[进驻全各本该到入逐]村|行政村|自然村|古村|乡镇|城镇|[全各本该古集]镇"
    r"|[上登爬下]山|江山|[过沿大上各]河|[上沿大各]街|[架修过]桥|[上下爬]坡|山沟|水沟|泄洪沟|[全各]乡|温泉|喷泉"
)
_FULL_NAME = re.compile(rf"(?=([{SURNAMES}][{GIVEN}]{{2}})(?![一-龥]?[市县区镇乡村路局馆院校]))")
_GIVEN_WORDS = frozenset(
    [
        "文明",
        "安全",
        "方正",
        "江山",
        "平安",
        "长江",
        "黄河",
        "万元",
        "成立",
        "成功",
        "文化",
        "文学",
        "金银",
        "建成",
        "开展",
        "全国",
        "中国",
        "全民",
        "民主",
        "方圆",
        "和平",
        "高大",
        "高清",
        "安康",
        "元宵",
        "春秋",
        "大学",
        "山河",
        "江河",
        "东西",
        "南北",
        "开启",
        "正大",
        "江南",
        "华南",
        "西北",
        "东北",
        "全元",
        "广大",
        "文星",
        "光明",
        "光荣",
        "长久",
        "永久",
        "明亮",
        "万民",
        "万家",
        "东山",
        "西山",
        "南山",
        "金山",
        "石山",
        "马山",
        "山东",
        "河南",
        "河北",
        "海南",
        "云南",
        "湖南",
        "湖北",
        "江西",
        "山西",
        "陕西",
        "广东",
        "广西",
        "生长",
        "学生",
        "先生",
        "民生",
        "新生",
        "成长",
        "宁静",
        "和谐",
        "雷电",
        "冰雪",
        "水利",
        "利民",
        "便利",
        "顺利",
        "正月",
        "信义",
        "信息",
        "家庭",
        "国家",
        "大家",
        "金属",
        "武术",
        "武林",
        "华东",
        "中华",
        "主业",
        "开业",
        "学业",
        "文艺",
        "文玩",
        "经典",
        "古典",
        "方言",
        "单元",
        "全元",
        "公元",
        "车辆",
        "温泉",
        "康养",
    ]
)
# Words of recognition and effect: a draft may use them only where a note does.
_RECOGNITION = re.compile(
    r"先进典型|典型|报道|批示|表扬|肯定|好评|赞誉|推广|示范|标杆|样板|表彰|嘉奖|点赞|锦旗|热议|轰动|赢得|首创"
    r"|第一个|领先|显著|明显提升|大幅"
)


@dataclass(frozen=True, slots=True)
class Grounds:
    """Everything that a draft may rest on, read from the notes once."""

    blob: str
    figures: tuple[Quantity, ...]
    values: frozenset[float]
    bare: frozenset[float]
    days: frozenset[date]
    written: frozenset[str]
    names: tuple[str, ...]
    said: tuple[Utterance, ...]


def bare(text: str) -> str:
    """The text without white space and punctuation, half-width."""
    return _BLANK.sub("", fold(text))


def grounds_of(notes: Sequence[Note], *, unit: str, now: datetime) -> Grounds:
    """Read the notes for what they hold: figures with units, days under every reading, names and words."""
    parts = [_grounds_of_note(n.text, n.at or now) for n in notes]
    written = frozenset().union(*(p.written for p in parts))
    blob = bare("".join(n.text for n in notes) + unit + "".join(n.speaker for n in notes) + "".join(written))
    return Grounds(
        blob,
        tuple(q for p in parts for q in p.figures),
        frozenset().union(*(p.values for p in parts)),
        frozenset().union(*(p.bare for p in parts)),
        frozenset().union(*(p.days for p in parts)),
        written,
        tuple(n for p in parts for n in p.names),
        tuple(utterances(notes, now)),
    )


@lru_cache(maxsize=2048)
def _grounds_of_note(said: str, when: datetime) -> Grounds:
    """What one note holds."""
    text = fold(said)
    found = tuple(quantities(text))
    every = list(numerals(text))
    read = [
        m
        for past, plan in ((True, False), (False, True), (False, False))
        for m in moments(text, when, past=past, plan=plan)
    ]
    written = {m.written for m in read} | {f"{when.year}年"}
    written |= {
        f"{when.year + step}年"
        for word, step in (("去年", -1), ("上年", -1), ("明年", 1), ("前年", -2))
        if word in text
    }
    counted = {i for q in found if q.unit for i in range(q.start, q.end)}
    loose = {n.value for n in every if not n.percent and n.start not in counted}
    return Grounds(
        "",
        found,
        frozenset(n.value for n in every),
        frozenset(loose),
        frozenset({when.date()} | {d for m in read for d in (m.day, m.last) if d}),
        frozenset(written),
        tuple(n.text for n in people(text)),
        (),
    )


def check(title: str, text: str, notes: Sequence[Note], *, unit: str, now: datetime) -> Checks:
    """Check a draft against the notes. Passed: nothing ungrounded, nothing empty, no plan told as done."""
    grounds = grounds_of(notes, unit=unit, now=now)
    whole = f"{title}。\n{text}"
    plain = _GAP.sub(lambda m: "　" * len(m[0]), whole)
    atoms = list(_atoms(plain, grounds, now))
    wrong = [said for said, held in atoms if not held and not _straddles(said, plain, unit)]
    times = [(m.start, m.end) for m in moments(plain, now)]
    wrong += [f"与记录对不上：{s}" for s in borrowed(plain, grounds.said, [n.text for n in notes], times)]
    wrong += [f"尚未发生：{s}" for s in _told_as_done(plain, grounds)]
    wrong += list(_private(plain))
    empty = _empty(text)
    length = len(re.sub(r"\s", "", title + text))
    return Checks(
        passed=not wrong and not empty,
        length=length,
        empty=tuple(empty),
        ungrounded=tuple(dict.fromkeys(wrong)),
        grounded=sum(held for _, held in atoms),
        total=len(atoms),
    )


def _straddles(said: str, text: str, unit: str) -> bool:
    """体育中心|村BA总决赛: a name that was read over the end of the unit's own and one character of what follows."""
    return len(said) > 1 and unit.endswith(said[:-1]) and unit + said[-1] in text


def _atoms(text: str, grounds: Grounds, now: datetime) -> Iterator[tuple[str, bool]]:
    """(atom, whether the notes hold it) for everything checkable in the draft."""
    times = moments(text, now)
    for m in times:
        if m.kind != "vague" and m.written:
            yield text[m.start : m.end], _holds_moment(m, text, grounds)
    for q in quantities(text, [(m.start, m.end) for m in times]):
        yield text[q.start : q.end], _holds_figure(q, text, grounds)
    for name in quoted(text):
        yield name.text, bare(name.text) in grounds.blob
    for name in people(text):
        yield name.text, bare(name.text) in grounds.blob
    for word in {m[0] for m in _RECOGNITION.finditer(text)}:
        if word not in grounds.blob:
            yield word, False
    for wrong in _unknown_names(text, grounds):
        yield wrong, False
    for name in places(text):
        held = _holds_place(name, grounds)
        if held is not None:
            yield name.text, held


def _holds_figure(q: Quantity, text: str, grounds: Grounds) -> bool:
    if any(f.value == q.value and same_unit(f.unit, q.unit) and f.percent == q.percent for f in grounds.figures):
        return True
    if q.value in grounds.values and (not q.unit or q.han) and not q.percent:
        return True
    if q.value in grounds.bare and not q.percent and (q.value >= 10 or q.value == 1):
        return True
    if re.search(r"合计|共|总计|累计", text[max(0, q.start - 12) : q.start]):
        return _shown_sum(q, grounds)
    if re.search(r"剩余|其余|尚有|剩|余", text[max(0, q.start - 6) : q.start]) and _shown_rest(q, grounds):
        return True
    return q.ordinal and q.value in grounds.values


def _shown_rest(q: Quantity, grounds: Grounds) -> bool:
    """剩余1件 is allowed where the notes give the whole and the part, 17件 and 16件."""
    like = [f.value for f in grounds.figures if same_unit(f.unit, q.unit)]
    return any(abs(a - b - q.value) < 1e-6 for a in like for b in like)


def _shown_sum(q: Quantity, grounds: Grounds) -> bool:
    """合计150人 is allowed where the notes show the arithmetic: a list of like figures, or 5个班 × 每班30人."""
    by_message: dict[int, list[Quantity]] = {}
    for one in grounds.said:
        by_message.setdefault(one.message, []).extend(one.quantities())
    for figures in by_message.values():
        like = [f.value for f in figures if f.unit and unit_class(f.unit) == unit_class(q.unit)]
        if len(like) >= 2 and abs(sum(like) - q.value) < 1e-6:
            return True
    each = [f.value for u in grounds.said for f in u.quantities() if "每" in u.text[max(0, f.start - 6) : f.start]]
    return any(abs(a * f.value - q.value) < 1e-6 for a in each for f in grounds.figures)


def _holds_moment(m: Moment, text: str, grounds: Grounds) -> bool:
    if m.written in grounds.written:
        return True
    if m.kind == "day":
        if m.day is None:
            return False
        known = {(d.month, d.day) for d in grounds.days}
        last_ok = m.last is None or (m.last.month, m.last.day) in known
        return (m.day.month, m.day.day) in known and last_ok
    if m.kind == "clock":
        known = {hour for w in grounds.written for hour in _hours(w)}
        return all(hour in known for hour in _hours(m.written))
    if m.kind == "part":
        return any(
            m.written[:2] in w or _part_class(m.written) == _part_class(w) or re.match(r"\d{1,2}时", w)
            for w in grounds.written
        )
    if m.kind == "month":
        months = {d.month for d in grounds.days} | {
            int(x) for w in grounds.written for x in re.findall(r"(\d{1,2})月", w)
        }
        number = re.search(r"(\d{1,2})月", m.written)
        return number is not None and int(number[1]) in months
    return bare(m.written) in grounds.blob or bool(re.match(r"今年|本年", m.written))


def _part_class(written: str) -> str:
    if re.match(r"早|上午|清晨|凌晨", written):
        return "早"
    if re.match(r"中午|下午|傍晚", written):
        return "午"
    return "晚" if re.search(r"晚|夜", written) else written


def _hours(written: str) -> list[tuple[int, int]]:
    """(hour of twelve, minute) of every clock time: 下午2时 and 14时 are one."""
    return [(int(h) % 12, int(n or 0)) for h, n in re.findall(r"(\d{1,2})时(?:(\d{1,2})分)?", written)]


@lru_cache(maxsize=1024)
def _one_other(name: str) -> re.Pattern[str]:
    """Finds the name with any one character in the place of one of its own."""
    ways = (f"{name[:i]}[一-龥]{name[i + 1 :]}" for i in range(len(name)))
    return re.compile(f"(?=({'|'.join(ways)}))")


def _unknown_names(text: str, grounds: Grounds) -> Iterator[str]:
    """Persons whom no note names: a known name with another character in it, or a name-like word nobody said."""
    for known in dict.fromkeys(grounds.names):
        if not re.fullmatch(rf"[{SURNAMES}][一-龥]{{2}}", known) or known.endswith(tuple(TITLES)):
            continue
        for m in _one_other(known).finditer(text):
            window = m[1]
            if (
                window != known
                and not (window[:2] == known[:2] and window[-1] not in GIVEN)
                and window not in grounds.blob
            ):
                yield window
    for m in _FULL_NAME.finditer(text):
        if m[1][:2] not in grounds.blob and m[1][1:] not in grounds.blob and not any(w in m[1] for w in _GIVEN_WORDS):
            yield m[1]


def _holds_place(name: Name, grounds: Grounds) -> bool | None:
    """Whether the notes hold a place or organisation; None where the words are no proper name."""
    text = bare(name.text)
    if text in grounds.blob or _plain(text) in _plain(grounds.blob):
        return True
    if text in WHOLE_ORG:
        return False
    if _SHORT_END.search(text):
        return _near_place(text, grounds)
    for cut in range(1, len(text) - 1):
        rest = text[cut:]
        if len(rest) >= 2 and rest in grounds.blob:
            return _may_precede(text[:cut], grounds)
    stripped = _GENERIC_NAME.sub("", text)
    return None if len(stripped) <= 2 or stripped != text else False


@lru_cache(maxsize=256)
def _plain(words: str) -> str:
    """Without the particles that a report drops: 走了图书馆 → 走图书馆, 已经报警 → 已报警."""
    return re.sub(r"[了过着]|(?<=已)经", "", words)


def _near_place(text: str, grounds: Grounds) -> bool | None:
    """A name with a one-character ending is unknown where the notes hold no pair of its last characters."""
    tail = text[-3:]
    if (
        len(tail) == 3
        and text[-1] in "村镇乡"
        and not _COMMON_PLACE.search(tail)
        and not _BEFORE_NAME.search(text[:-1])
    ):
        whole = tail in grounds.blob or (text[-2:] in grounds.blob and _BEFORE_NAME.search(text[:-2]) is not None)
        return None if whole else False
    if (
        len(tail) < 3
        or _BEFORE_NAME.search(text[:-1])
        or _COMMON_PLACE.search(tail)
        or tail[:2] in grounds.blob
        or tail[1:] in grounds.blob
    ):
        return None
    return False if text[-1] in _TERRAIN else None


def _may_precede(words: str, grounds: Grounds) -> bool:
    """Whether the words in front of a known name are words of the notes or such as may stand there."""
    if words in "村乡镇县市省区校馆局" or _BEFORE_NAME.search(words) or not re.search(r"[一-龥]", words):
        return True
    for cut in range(1, len(words) - 1):  # 统计|五一 before 全县景区: a verb, then words that stand in the notes
        if words[cut:] in grounds.blob and _BEFORE_NAME.fullmatch(words[:cut]):
            return True
    return len(words) >= 2 and all(words[i : i + 2] in grounds.blob for i in range(len(words) - 1))


def _told_as_done(text: str, grounds: Grounds) -> Iterator[str]:
    """Clauses that tell what a note only plans, without a word that says so."""
    done = bare("".join(u.text for u in grounds.said if not u.plan))
    plans = [keys for u in grounds.said if u.plan and u.kind is Kind.CONTENT and (keys := _keys(u, done))]
    last = max((u.said for u in grounds.said), default=None)
    for span in split(text):
        marked = False
        for clause in re.split(r"[，。；\n]", span.text):
            marked = marked or PLAN_MARK.search(clause) is not None or _IF.match(clause) is not None
            finished = re.search(r"已(?!知)|完成|了$", clause) is not None
            if _only_planned(clause, grounds) or _NOT_YET.search(clause):
                yield clause.strip()
            elif (
                last
                and finished
                and "已" in clause
                and not re.search(r"计划|拟|预计|将|承诺|答应|表示", clause)
                and _ahead(clause, last)
            ):
                yield clause
            elif not marked or (
                finished and "已" in clause and not re.search(r"计划|拟|预计|将|承诺|答应|表示", clause)
            ):
                flat = bare(clause)
                need = 0.34 if "已" in clause else 0.6
                if (
                    any(sum(key in flat for key in keys) >= max(1, round(len(keys) * need)) for keys in plans)
                    and clause.strip()
                ):
                    yield clause.strip()


# 如馆里同意 tells of nothing done; 已下周 and 已愿意 tell nothing that can be.
_IF = re.compile(r"\s*(?:如果?(?![期实约下常数上愿何此今同])|若(?!干)|一旦)")
_NOT_YET = re.compile(
    r"已(?:于)?(?:[一-龥]{0,2})(?:下[回次周月]|明[天年]|后天|愿意|有意|得先|想要|打算|年后|节前|国庆节?前"
    r"|春节前|[五十]一前)"
)
_BY_NOW = re.compile(r"已(?!知|经?有|达|是)(?:经|全部|均|统一|进一步|当场|现场|陆续|基本|正式)*(?P<deed>[一-龥]{2,4})")


def _only_planned(clause: str, grounds: Grounds) -> bool:
    """已统一销毁, where the notes speak of 销毁 in a plan and nowhere else."""
    found = _BY_NOW.search(clause)
    if found is None or re.search(r"计划|拟|预计|将|承诺|答应|表示", clause):
        return False
    deed = found["deed"][:2]
    told = "".join(u.text for u in grounds.said if not u.plan)
    planned = "".join(u.text for u in grounds.said if u.plan and u.kind in (Kind.CONTENT, Kind.CHAT))
    return deed not in told and (deed in planned or (deed[0] in planned and deed[0] not in told))


def _ahead(clause: str, said: datetime) -> bool:
    """Whether the clause names a day that had not come when the notes were written."""
    return any(
        m.day
        and (
            (m.kind in ("day", "month") and m.day > said.date())
            or (m.due and (m.day.year, m.day.month) >= (said.year, said.month) and m.kind == "month")
        )
        for m in moments(clause, said)
    )


def _keys(plan: Utterance, done: str) -> list[str]:
    """Figures and words by which a planned matter is known again; words that the done part has too tell nothing."""
    keys = [bare(plan.text[q.start : q.end]) if not q.han else figure(q.value) + q.unit for q in plan.quantities()]
    keys = [k for k in keys if k not in done]
    if keys:
        return keys
    taken = [(m.start, m.end) for m in plan.moments()]
    words = "".join(" " if any(a <= i < b for a, b in taken) else c for i, c in enumerate(plan.text))
    words = re.sub(
        r"计划|打算|准备|争取|力争|预计|还要|想要|要|想|将|拟|再|还|了|的|我们|大家|尽快|下一步|接下来", " ", words
    )
    grams = [w[i : i + 2] for w in re.findall(r"[一-龥]{2,}", words) for i in range(len(w) - 1)]
    grams = [g for g in grams if g not in done]
    return grams if len(grams) >= 2 else []


def _private(text: str) -> Iterator[str]:
    for p in private_spans(text):
        yield f"{p.kind}不应写入"


def _empty(text: str) -> list[str]:
    """Sentences, and clauses of praise, that would stay true of any unit in any year."""
    found = []
    for span in split(_GAP.sub("", text)):
        body = span.text.strip()
        if read(body).hollow > HOLLOW and judge_sentence(body).verdict is Verdict.EMPTY:
            found.append(body)
            continue
        found += [
            c.strip("，。；")
            for c in re.split(r"(?<=[，；。])", body)
            if PRAISE.search(c.strip("，。；")) and not re.search(r"\d", c)
        ]
    return found
