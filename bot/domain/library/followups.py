"""Questions that lean on the one before: 那省外的呢, 第二款说什么, 原文发我.

Decided by rule; anything else stands alone.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.language.grams import plain
from bot.domain.library.clauses import DIGITS, numeral
from bot.domain.library.needs import kind_of
from bot.domain.library.questions import HOW, NOW, PAST, YEAR, Words, core, in_full
from bot.domain.library.synonyms import Synonyms
from bot.domain.library.wants import Kind, read_wants

ORIGINAL = re.compile(r"原文|全文|整条|完整(?:的)?条款|原话")
PARAGRAPH = re.compile(rf"第([{DIGITS}\d]+)[款项]")
MORE = re.compile(r"还有(?:哪[些几]?条?|别的|其他|没有)|别的(?:条款|规定)|其他(?:条款|规定)|哪条还")
OTHER_TEXT = re.compile(r"(?:哪|别的|其他|另外)[一几些]?[部个份]?(?:的?法(?!院|人)|文件|条例|办法)")
"""还有哪部法提到这个 asks for other documents, which may have been cited already."""
NEW_MATTER = re.compile(
    r"^(?:那|好|行|我)*(?:再?换个?(?:别的|另一个|其他|其它)?(?:问题|话题|事情?)|[再换]?问个?(?:别的|另一个|其他|其它)(?:问题|事情?)?"
    r"|另外再?(?:问|想问|请教)一?[下个]?)[，,：:\s]+(?=.{4})"
)
_POINTS = r"(?:上面|前面|刚才|刚刚|你?说|这|那|它|该|一|条|款|个|部|份|版|现在|目前|如今|今天|[的是里中还])*"
_TEXT = r"(?:法律?|规定|文件|条例|办法|条款?|款|依据|说法)"
_SET = r"(?:[出制]台|出|发布|颁布|公布|印发|制?定|修订|修改|施行|实施|生效|起效)"
_WHEN = r"(?:哪一?年|几几年|什么时[候间]|啥时候|何时|多会儿)"
OF_THE_TEXT = re.compile(
    rf"{_POINTS}(?:{_TEXT}?{_POINTS}(?:{_WHEN}{_SET}?[来的开始]*(?:{_TEXT}|的事)|{_WHEN}{_SET}[来的]*|哪一?年的)"
    rf"|(?:{_TEXT}|(?<=[还仍在]))(?:是不是|是否|算不算|仍然?|现在|还)*(?:管用|有效|作数|算数|适用|能用|在用|好使|现行有?效?)的?"
    rf"|{_TEXT}{_POINTS}(?:已经|是不是|有没有|被)?(?:废止|作废|废了?|过期|失效|改过?|过时|更新)"
    rf"|哪一?[个部份条]{_TEXT}?[里中上面]*(?:规定|说|写|讲|定)?的?|什么(?:法律?|文件|条例)[里中上面]*(?:规定|说|写|讲|定)?的?"
    rf"|{_TEXT}?{_POINTS}(?:谁|哪里|哪个?(?:部门|单位|机关))(?:{_SET}|[发说写])的(?:{_TEXT})?"
    rf"|{_TEXT}?{_POINTS}(?:文号(?:是?多少)?|出自哪里?|第几条))[了吗没有呢啊吧么嘛不]*"
)
"""上面那条是哪年的, 现在还管用吗: of the text that was shown, and not of its matter."""
UNDONE = re.compile(
    r"^(?:他们?|人家|单位|我们?|就是?|还|压根|根本|偏|老是?|一直|死活|始终)*"
    r"(?:[不没未](?![是在算同够止超满足对行]|有?[了吗呢]*$)|拒不?|拖着|硬[要是]?|非要|照样|偷偷|擅自|私自)+给?(?P<deed>.+)$"
)
"""那要是不存呢, 硬盖呢: what follows where a rule is not kept."""
OPENS = re.compile(r"^(?:那|那么|还有|如果|要是|假如|换成|再|又|这(?!些|次|类)|它|其|[不没未][一-龥]{1,3}的话)")
CLOSES = re.compile(r"呢$")
WHOLE = re.compile(r"^那么?(?P<noun>[一-龥]{2,6}?)(?:能|可以|得|应该|需要|怎么)[^呢]{2,}[^呢]$")
ASKS = re.compile(r"怎么|吗$|多少|几|什么|能不能|可不可以|可以|要不要|行不行|谁|哪")
HEADLESS = re.compile(r"^[^，,的]{1,6}的(?=归|由|找|向|要|能|可以|得|该|谁|多少|几|怎么|咋|哪|有没有|行不行|提前|呢)")
"""六千人的归谁批: what kind of thing it is was said before."""
STEPS = re.compile(
    r"[不没未还再]?[要给得来去用]?(?:答复|提前|报批?|批准?|审批|申请|备案|公示|公告|通知|延长?|延期|到期|过期|续|换"
    r"|补办?|退回?"
    r"|处[分罚理置]|罚款?|违反|违规|收费|收了?钱|交钱|要钱|出钱|花钱|期限|手续|材料|签字|盖章|受理|办理?|开|做|管|服"
    r"|合格|交[费税纳]?|改|登记|赔偿?|超[时期标]?|[迟晚]|会"
    r"|履行|就是|同意|期满)[了吗的下来]*|[一二三四五六七八九十\d]+[类级种等号]"
)
"""What is done with a matter is no matter of its own: 多少天给答复, 收了钱谁来罚."""
LONGEST = 16
"""A question of more characters says what it is about, unless it opens or closes like a follow-up."""
WHAT = re.compile(
    r"(?:要|得|能|可以|应)?(?:提前|最[多少长晚])?[存留管保交报批罚送办开]?(?:多久|多长|多少|几[^何乎]|什么时候"
    r"|何时|怎么|谁|哪|能不能|可不可以|要不要).*$"
)
"""From the verb before the asking word to the end."""
FINED = re.compile(r"(?:要|得|会|该)?(?:罚款?(?:多少钱?|几万|什么)|怎么(?:处?罚|处理)|咋罚|多少罚款)")
OWN_WORDS = 2
"""A term with more words about it (放小孩进来) is a deed, and takes no other term's place."""
COUNT = re.compile(rf"[{DIGITS}\d]+([一-龥])$")
COUNTED_ALIKE = rf"[{DIGITS}\d]+{{unit}}"
SLIM = 6
"""Characters of content below which a question names no subject of its own."""


class Ask(StrEnum):
    """What a follow-up wants of the answer before it."""

    ORIGINAL = "原文"
    PARAGRAPH = "款"
    MORE = "还有"
    ANEW = "再问"
    TEXT = "出处"


@dataclass(frozen=True, slots=True)
class FollowUp:
    """How to take a follow-up: `question` is searched, `own` is what it says itself; `number` is the paragraph.

    `breach` is what is told not to be kept of the rule that was shown; `other` wants other documents alone.
    """

    ask: Ask
    question: str
    number: int = 0
    own: str = ""
    breach: str = ""
    other: bool = False


def new_matter(question: str) -> tuple[str, bool]:
    """The question without 换个问题, and whether it said so; what leans all the same stays with the talk."""
    rest = NEW_MATTER.sub("", question.strip())
    return rest, rest != question.strip() and not OPENS.search(rest)


def follow(question: str, previous: str, synonyms: Synonyms, words: Words, *, anyhow: bool = False) -> FollowUp | None:
    """The follow-up that the question is; None where it stands alone or nothing went before.

    `anyhow` takes for one what has a subject of its own, where nothing answers it alone (那外出能带着吗).
    """
    asked = re.sub(r"[？?！!。\s]+$", "", plain(question.strip()))
    if not previous or not asked:
        return None
    content = "".join(core(asked, words))
    if OF_THE_TEXT.fullmatch(re.split(r"[，,]", asked)[-1]) and len(content) <= SLIM:
        return FollowUp(Ask.TEXT, previous)
    if len(asked) <= LONGEST:
        if (found := PARAGRAPH.search(asked)) and len(content) <= SLIM:
            return FollowUp(Ask.PARAGRAPH, previous, numeral(found[1]))
        if ORIGINAL.search(asked):
            return FollowUp(Ask.ORIGINAL, previous)
        if (more := MORE.search(asked)) and (len(content) <= SLIM or "条" in more[0]):
            # 还有哪条讲借用文物的 says itself what the other clauses are to speak of.
            own = re.sub(r"^(?:提|讲|说|涉及|管|规定)[到了过]*", "", asked[more.end() :])
            own = own if core(own, words) else ""
            return FollowUp(Ask.MORE, previous, own=own, other=bool(OTHER_TEXT.search(asked)))
    if not anyhow and _whole(asked, previous, words):
        return None
    leans = leans_on(asked)
    # 罚多少 and 谁批 say what is asked for, not what about.
    named = [term for term, _ in synonyms.spoken(asked) if not _no_matter(term)]
    slim = len(content) <= SLIM and not named and len(asked) <= LONGEST
    if leans or slim:
        if FINED.fullmatch(_said(asked)):
            # It names no deed, and what follows the deed before may be no sum: a warning, a closure.
            return FollowUp(Ask.ANEW, f"{plain(previous)}，怎么罚", own=plain(previous))
        own = " ".join(core(_said(asked), words))
        return FollowUp(Ask.ANEW, merge(asked, previous, synonyms, words), own=own, breach=_breach(asked))
    return None


def leans_on(asked: str) -> bool:
    """Whether the question says by its own form that something went before."""
    return bool(OPENS.search(asked) or CLOSES.search(asked) or HEADLESS.search(asked))


def asks_itself(asked: str) -> bool:
    """Whether a follow-up says what it wants to know or what was not kept, and names no other thing alone."""
    return bool(read_wants(asked) or HOW.search(asked) or UNDONE.match(_said(asked)))


def _breach(asked: str) -> str:
    """不存 in 那要是不存呢; empty where no rule is told to be broken."""
    said = _said(asked)
    told = re.split(r"的?呢?[，,]|的话|会?怎么|的?罚", said)[0]
    fined = any(want.kind is Kind.PENALTY for want in read_wants(said))
    if not UNDONE.match(told) or "的" in told:
        return ""
    return told if fined or (told == said and CLOSES.search(asked) and not asked.endswith("的呢")) else ""


def _whole(asked: str, previous: str, words: Words) -> bool:
    """会议费超了怎么办, 那陪餐能去几个人: names a subject of its own and asks something of it."""
    if (own := WHOLE.match(asked)) and not own["noun"].endswith("的"):
        return own["noun"] not in plain(previous)
    if leans_on(asked) or not (read_wants(asked) or ASKS.search(asked)):
        return False
    subject = own_subject(asked, previous, words)
    return bool(subject) and asked.startswith(subject) and len(asked) > SLIM


def _no_matter(word: str) -> bool:
    """Whether a word says what is asked or done, not what about."""
    return bool(read_wants(word) or STEPS.fullmatch(word))


def own_subject(asked: str, previous: str, words: Words) -> str:
    """The first words of content that the question before did not have: 营业日志 in 那营业日志呢."""
    text, before, found = plain(asked), plain(previous), ""
    for word in core(text, words):
        new = word not in before and not STEPS.fullmatch(word)
        if found and not (new and found + word in text):
            break
        if new and (found or len(word) > 1):
            found += word
    return found


def own_words(asked: str, previous: str, words: Words) -> list[str]:
    """The words of content that are new and say what about, and neither what is done nor how many."""
    before, counts = plain(previous), re.compile(rf"[{DIGITS}\d]+.?")
    told = core(_said(asked), words)
    return [
        w
        for w in told
        if (len(w) > 1 or kind_of(w).startswith("n"))
        and w[-1] not in "外内里"
        and w not in before
        and not (STEPS.fullmatch(w) or counts.fullmatch(w))
    ]


def instead(asked: str, previous: str) -> str:
    """The later question's matter with what the earlier one asks: 营业日志 + 监控要存多久 = 营业日志要存多久."""
    said = _said(asked)
    if read_wants(said):
        return said
    asking = WHAT.search(plain(previous))
    return said + asking[0] if asking else said


def _said(asked: str) -> str:
    return re.sub(r"^(?:那么?|还有|如果|要是|假如|换成|再|又)+|(?:的?呢)[？?]?$", "", plain(in_full(asked.strip())))


def merge(asked: str, previous: str, synonyms: Synonyms, words: Words) -> str:
    """The earlier question with the later one's words in the place of those that they replace."""
    said = _said(asked)
    before = plain(previous)
    if NOW.search(said):  # 那现在呢 asks the same of today
        before = PAST.sub("", re.sub(rf"{YEAR.pattern}(?:的?时候?|那会儿?)?", "", before))
    if read_wants(said) or HOW.search(said):
        # 几点关门 says what the fine is for, though it asks as well: what is asked now stands last. What was only
        # asked before that (能不能延长, 由谁来批, 收不收钱) is of no account.
        first, *later = before.split(";")
        matter = WHAT.sub("", first) if later else first
        return "；".join([matter, *(one for one in later[:-1] if own_subject(one, first, words)), *later[-1:], said])
    old, new = ([t for t, _ in synonyms.spoken(text) if not _no_matter(t)] for text in (before, said))
    if old and new and len(said) <= len(new[0]) + OWN_WORDS:
        return re.sub(rf"[{DIGITS}\d]*{re.escape(plain(old[0]))}", said, before, count=1)
    if (count := COUNT.search(said)) and (told := re.search(COUNTED_ALIKE.format(unit=re.escape(count[1])), before)):
        return before[: told.start()] + said + before[told.end() :]  # 800人 takes the place of 3000人
    # 那国庆呢 behind 那端午呢 asks of it alone; 没通知 takes the place of no 通知家属.
    before = before if asks_itself(asked) else before.split(" ")[0]
    return f"{before if UNDONE.match(said) else _swap_tail(before, said)} {said}"


def _swap_tail(before: str, said: str) -> str:
    """国内游 … + 出境游 → the words that share the later one's last character are taken out."""
    if len(said) < 2 or len(said) > 6:
        return before
    for size in range(min(3, len(said) - 1), 0, -1):
        at = before.find(said[-size:])
        head = len(said) - size
        if at >= head and said[:head] != before[at - head : at]:
            return before[: at - head] + " " + before[at + size :] if size > 1 or head == 2 else before
    return before
