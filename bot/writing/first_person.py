"""The first person of talk (我, 我们, 咱, 俺) as a report tells it: by the unit's name, the speaker's, or not at all.

What decides is where it stands. Behind a verb, behind 给 or 是, it is the unit (给我们送锦旗, 是咱们立的案); beside
another person it is whoever speaks (我和小苗); as the doer it goes without saying, unless somebody else did something
before or could be taken for the doer (投诉的那位我回了电话).
"""

import re
from dataclasses import dataclass

from bot.domain.language.names import SURNAMES
from bot.domain.language.needed import Seldom
from bot.domain.language.word_edges import word_over, words
from bot.writing.literal import KEPT
from bot.writing.rewording.attendance import PEOPLE

_FIRST = Seldom(r"(?<![自忘敌])(?<!我和)(?:我们|咱们|俺们|[我咱俺])(?![国军党]|和我的)")
_PLACE = re.compile(r"[县市区省州镇乡村](?![长委])|街道|社区")
_HOUSE = re.compile(
    r"(?P<body>科室|中心|大队|支队|单位|公司|学校|支部|[馆局科队所室社院园处股厂团]|[站办校](?![了着过得好完出成起来]))(?![长员务藏友])(?:里|上)?"
)
_HERE = re.compile(r"这(?:边|里|儿|$|(?=是\d|[开办]))")
_GROUP = re.compile("组(?![织长员成建])")
_COUNT = re.compile(r"(?:[两三2-5]个?人|几个人?)(?!组|月|小时)")
_OFFICE = re.compile(rf"[{SURNAMES}]?[一-龥]{{0,2}}(?:[局馆站科队院校所社镇乡县庭]长|主任|书记|经理|主席|团长|园长)")
_CALLED = re.compile(r"[一-龥]{2,4}")
_PERSON = rf"(?:[老小][一-龥]|[{SURNAMES}][一-龥]{{0,2}}|[他她]|[一-龥]{{1,6}}的?\d*[名个位]?(?:同志|人员|师傅|老师))"
_AND_SOMEBODY = re.compile(rf"(?:[和跟与、]|还有){_PERSON}(?![^，。]{{0,2}}[说讲])")
_SOMEBODY_AND = re.compile(rf"{_PERSON}(?:[和跟与、]|还有)$")
_MY_PART = re.compile(r"[这那][组路片摊块批队排]")
# 给我们, 比咱, 归不归我们: what takes somebody behind it
_TAKES = tuple("给帮跟和与向请让对陪比替为被由叫教问使归是在到")
_THEN = re.compile(
    r"(?:\d[月日时分号]|[上下中]午|[早晚]上?|时候?|[之以]?[前后]|完|期间|[那当][天晚]|因为|由于|所以|[然随]后|后来|接着|开始|回来|下来)$"
)
# 4起|当场处理: the dictionary takes some measures for verbs
_SO_MANY = re.compile(r"\d[一-龥]$")
_SAID = re.compile(r"(?:说|表示|称|讲|反映|觉得)$")
# Who could be taken for the doer
_SOMEBODY = re.compile(
    rf"(?:{PEOPLE}|[那这][几两\d]?[个位些户家]|[位户家]|用户|[人者员客友长师生民兵]|[他她]们?|公司|单位|学校|中心|[队局馆站院厂所社])$"
)
_ANSWERS = re.compile(r"(?:还|也|就|都|又|当场|当时)*(?:答应|答复|回复|同意|承诺)")
# 我跟厂家说了, 我看了下是功放烧了: told without the doer whoever did something before
_TELLS = re.compile(r"[跟和与向对给][^，。]{1,8}[说讲]|[看查问]了一?下[^，。]{0,8}是")
_NO_DEED = re.compile(
    r"$|第[一二三四五六七八九十\d]|[一二三]级|\d[\d.]*(?![\d.年月日号时点分])|[才仅]|只有?\d|来[一-龥]|没有?$"
)
# 树的事|联系了园林所, 尺寸那2件|重新量了: the deed that a topic waits for, where no word before it says when or how
_DONE = re.compile(r"(?![去来要想会能让叫先再又也还都全刚当现马立随已])[^，。没未不]*了")
# 摊位我这边数了是68个: who counted is nobody in a report
_COUNTED = Seldom(
    r"(?:我|我们|咱们?)(?:这边|这里|这儿)?(?:掐|数|记|算|统计|量|测)(?:(?:了|到|出来)?的?(?:是|有)|的)(?=\d|约)"
)
# 另外2处我看没错: whose opinion it is goes without saying
_OPINION = Seldom(r"我看(?=没错|不像|不是|是|像|差不多)")


@dataclass(frozen=True, slots=True)
class Teller:
    """Who speaks, for which unit; `named` where another's deed stands before, so that ours needs our name."""

    unit: str
    speaker: str
    named: bool = False
    told: bool = False
    plan: bool = False

    def person(self) -> str:
        """The speaker by name, where the messenger gives one: 信息员 and 阳光 are none."""
        named = _CALLED.fullmatch(self.speaker) and (
            self.speaker[0] in SURNAMES + "老小" or len(words(self.speaker)) > 1 or words(self.speaker)[0].kind == "nr"
        )
        return self.speaker if named or _OFFICE.fullmatch(self.speaker) else "工作人员"


# 她说六十年没人教过我唱歌: whoever speaks means herself.
_SPEAKS = re.compile(r"(?P<who>[她他])(?:自己|也|就|还)*(?:说|讲|回忆|表示|告诉[^，]{1,4})")


def in_third_person(text: str, teller: Teller) -> str:
    """The clause without its first person; quoted words and titles keep theirs."""
    text, out, at = _OPINION.sub("", _COUNTED.sub("", text)), "", 0
    kept = [m.span() for m in KEPT.finditer(text)] if _FIRST.search(text) else []
    for m in _FIRST.finditer(text):
        if m.start() < at or any(start <= m.start() < end for start, end in kept):
            continue
        end, who = _told(text, m, teller)
        if m[0] in "我俺" and (speaker := _SPEAKS.search(text[: m.start()])):
            end, who = m.end(), speaker["who"]
        out += text[at : m.start()] + who
        at = end
    return out + text[at:]


def _told(text: str, m: re.Match[str], teller: Teller) -> tuple[int, str]:
    """Where the first person with its house and number ends, and what stands for it."""
    end, unit = m.end(), teller.unit
    if text.startswith("组", end) and (who := teller.person()) == teller.speaker:
        return end, who
    if place := _PLACE.match(text, end):
        return end, "" if unit.endswith(place[0]) and _OFFICE.match(text, end) else "本"
    if (house := _HOUSE.match(text, end)) and (unit.endswith(house["body"]) or not word_over(text, house.end("body"))):
        if house["body"] not in unit:
            return end, "该" if house["body"] == "队" else "本"
        end = house.end()
    if _GROUP.match(text, end) and "组" not in unit:
        return end, teller.person() if teller.person() == teller.speaker else "本"
    if _OFFICE.match(text, end) or re.match(rf"[老小][{SURNAMES}]", text[end:]):
        return end, ""  # 我们馆长, 我小郝
    if here := _HERE.match(text, end):
        end = here.end()
    many = _COUNT.match(text, end)
    single = m[0] in "我俺" and end == m.end()
    end = many.end() if many else end
    who = _placed(text, m.start(), end, single, teller)
    count = "" if not many or "几" in many[0] else many[0]
    if not who and text.startswith("的", end) and not m.start():
        end += 1
    return end, who + count


def _placed(text: str, start: int, end: int, single: bool, teller: Teller) -> str:
    """The name that stands for the first person at [start, end), or nothing."""
    before, after = text[:start], text[end:]
    last = words(before)[-1] if before else None
    if single and (_AND_SOMEBODY.match(after) or _SOMEBODY_AND.search(before) or _MY_PART.match(after)):
        return teller.person()
    if single and (before.endswith(("由", "是", "被", "比")) or after.startswith("自己")):
        return teller.person()
    if single and last and last.kind == "n" and after and len(found := words(after)) == 1 and found[0].kind[0] == "v":
        return f"由{teller.person()}"  # 名单|我收
    if _SAID.search(before) and after:
        return ""
    chief = single and not teller.told and _OFFICE.fullmatch(teller.speaker) is not None
    takes = before.endswith(_TAKES)
    if last is None or (not takes and (last.kind[0] in "tdc" or _THEN.search(before))):
        named = teller.named and not (teller.plan and before)  # 后天我再去看 is ours by itself
        ours = (named or chief or _ANSWERS.match(after) or _NO_DEED.match(after)) and not _TELLS.match(after)
    elif (
        takes
        or (last.kind == "v" and not _SO_MANY.search(before))
        or before.endswith(("了", "着", "过"))
        or after[:1] in ("", "的")
    ):
        ours, chief = True, False
    else:
        if after.startswith("来"):  # 案子我来立
            return f"由{teller.unit}"
        ours = chief or bool(_NO_DEED.match(after) or _SOMEBODY.search(before))
        if not ours and not teller.told and _DONE.match(after) and words(after)[0].kind[0] not in "tmrpfs":
            return "已"
    return (teller.speaker if chief else teller.unit) if ours else ""
