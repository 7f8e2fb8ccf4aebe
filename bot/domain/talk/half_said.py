"""Wishes about a draft that are told from tales of a day, and those that say only half: not sure, or not how."""

import re

from bot.domain.editing import edits
from bot.domain.editing.pointing import ANY_FIGURE, spots
from bot.domain.editing.wishes import Act, Edit
from bot.domain.language.asking import DONE, weigh
from bot.domain.language.names import SURNAMES
from bot.domain.talk.intent import Scene
from bot.domain.talk.order_words import PIECE

_BY_FIGURE = (Act.REPLACE, Act.CHANGE)
_DOUBTED = re.compile(
    r"(?:好像|应该|可能|大概|似乎|估计|我记得|记得)+(?:应该)?是(?:有)?(?P<new>\d[\d.]*[\u4e00-\u9fff]{0,2}?)(?:吧|吗|嘛|么|[？?])+(?:我?(?:也|好像|应该|大概)*记得)?$"
)
"""参演应该是40吧: somebody who is not sure."""


def doubted(words: str, draft: str) -> tuple[str, Edit] | None:
    """The change that somebody is not sure of, in words that are, and as an edit; else None."""
    if found := _FIGURE_WISHED.fullmatch(words):
        about = "人数" if found["unit"] in ("人", "人次", "名", "位") else ANY_FIGURE
        return f"{about}改成{found['new']}", Edit(Act.CHANGE, words=about, new=found["new"])
    surely = _DOUBTED.sub(r"改成\g<new>", words)
    edit = edits.read(surely, draft) if surely != words else None
    return (surely, edit) if edit and edit.act in _BY_FIGURE else None


_SLIPPED = re.compile(
    r"(?:你|稿里|里面|这里)?(?:把|将)?(?P<right>[^，,。]{2,14}?)(?:给)?(?:写|打|弄|搞|记|报)成了?(?P<wrong>[^，,。]{2,14}?)了?[吧啊呀]?"
)
_WRITE_IT = re.compile(r"[，, ]+(?:写|加|补)(?:进去|上去?)吧?$")
_TITLED = re.compile(
    rf"(?P<who>[{SURNAMES}])(?P<title>[\u4e00-\u9fff]{{0,3}}(?:长|主任|书记|老师|经理|教授|主席|师傅|医生|律师|教练|[爷奶]{{2}}|阿姨|大[爷娘妈姐哥叔]|[局科处所站馆院校镇县]))"
    rf"(?:那里)?(?:的?(?:要|改|写)*(?:全名?|名字|大名|本名)(?:写全|写上)?(?:是|叫|[，,： ]+)?|就?叫|就是)"
    rf"(?P<name>(?P=who)[\u4e00-\u9fff]{{1,2}}?)(?P=title)?"
)


def slip(words: str, draft: str) -> tuple[Edit, bool] | None:
    """What a slip pointed out asks for, and whether that is sure: 南溪镇写成南溪乡了 names the wrong words last,
    张主任全名张建国 gives a name to a title."""
    told = _TITLED.fullmatch(_WRITE_IT.sub("", words))
    if told and (short := told["who"] + told["title"]) in draft:
        chief = "长" if re.search("[局科处所站馆院校镇县]$", told["title"]) else ""  # 刘局 is 刘卫东局长 in full
        return Edit(Act.REPLACE, words=short, new=told["name"] + told["title"] + chief), True
    nick = _NICKNAMED.fullmatch(words)
    if nick and nick["short"] in draft:
        return Edit(Act.REPLACE, words=nick["short"], new=nick["name"]), True
    one = _WHICH_OF.fullmatch(words)
    if one and one["old"] in draft:
        return Edit(Act.REPLACE, words=one["old"], new=one["which"] + one["old"]), True
    found = _SLIPPED.fullmatch(words) if re.search("成了|了[吧啊呀]?$", words) else None
    if found and found["wrong"] in draft:
        return Edit(Act.REPLACE, words=found["wrong"], new=found["right"]), True
    if found and found["right"] in draft:
        return Edit(Act.REPLACE, words=found["right"], new=found["wrong"]), False
    return None


_NICKNAMED = re.compile(
    rf"(?P<short>[老小](?P<family>[{SURNAMES}]))(?:那里)?的?(?:也|要|得|就|改|用|写)*(?:写全名?|全名|名字|本名|大名)(?:写全|写上)?"
    r"(?:是|叫)?[，,： ]*"
    r"(?P<name>(?P=family)[\u4e00-\u9fff]{1,2})[吧了]?"
)
"""老周也写全名 周德顺."""

_WHICH_OF = re.compile(
    r"(?P<old>[\u4e00-\u9fff]{2,8}?)一?共?有[两二三几]个?[^，,]{0,3}[，, ]+(?:我们?)?(?:说|指|去)?的?(?:是|在)"
    r"(?P<which>[\u4e00-\u9fff]{1,6}?)的?(?:那个|那边|那里)的?[啊吧]?"
)
"""文化广场有两个呢，是滨河那个"""
_TO_BE_CHANGED = re.compile(
    r"(?:就|只|先|把|那|再|帮我|给我)*(?P<which>第.{1,2}[句段]|最后一?[句段]|倒数第.[句段])话?(?:给我|还)?(?:要|得|想)?"
    r"(?:改|调整?|动)(?:一?下|改|一改|动|调)*(?:吧|呗)?(?:[，, ].{1,10})?"
    r"|(?P<bad>第.{1,2}[句段]|最后一?[句段]|这[句段篇]|整篇|全文|)话?(?:有点|太|不太|[读念看听](?:着|起来)|写得|还是)*"
    r"(?:不通顺?|通顺?|不顺|别扭|拗口|绕口?)[吧呗了啊]*"
)
_ABOUT_ONE = re.compile(
    r"(?:把|那个?|嗯|就是|还有|[，, ])+(?P<which>人数|时间|日期|地点|标题|题目|开头|结尾|数字|单位|名字)"
    r"(?:那|这)?(?:一?[块条个句处]|里)?"
    r"|(?:把)?(?P<exact>人数|时间|日期|地点|数字?|单位|名字|金额)(?:能不能|可以|要|得)?(?:写|报|说|弄|改)得?再?"
    r"(?:准确?|精确|具体|细致?|清楚?|明白|详细)(?:一?[点些])?(?:行不行?|行吗|好不好?|吧|呗|可以吗)*"
)
_FIGURE_WISHED = re.compile(
    r"(?:就|给我|直接|帮我|你)*(?:写成?|改成?|说成?|报成?|算)(?:是|来了|有|参加的?有?)*"
    r"(?P<new>\d[\d.]*[万千百]?(?P<unit>人次|[人名位个册场元份家]))(?:吧|呗|嘛|左右)*[，, ]+[^\d，,]{1,8}"
)
"""写成来了500人 好看: a figure is wished, and no place named."""
_LONGEST = 40
_APART = re.compile(
    r"(?:拆|分)(?:开|回[去来]|成[两二2][篇条])|单独(?:写|出|成|列|弄|报|发)(?:成|出)?一?[篇条份]|(?:写|分|拆)成[两二2]篇|(?:别|不要)混(?:在?一|到一|着写|写)"
)


def unsaid(words: str) -> str:
    """What to ask for where a change is wished and not said which, or cannot be made; else empty."""
    if found := _TO_BE_CHANGED.fullmatch(words):
        which = found["which"] or found["bad"]
        if not re.search("第|最后", which):
            return "哪一句？发“第几句要改”，或直接说“把…改成…”。"
        return f"{which}要改成什么？可以说“{which}里把…改成…”“{which}短一点”“{which}删掉”。"
    if found := _ABOUT_ONE.fullmatch(words):
        which = found["which"] or found["exact"]
        return f"{which}要怎么改？可以说“{which}改成…”；不要了就说“{which}那句删掉”。"
    return ""


def apart(words: str) -> bool:
    """Whether what stands in one report is wished in two."""
    return len(words) <= _LONGEST and _APART.search(words) is not None and not re.search(r"[句段]", words)


_ALSO_TOLD = (Act.SHORTEN, Act.RESTORE, Act.MERGE)
"""Wishes whose verbs (精简、恢复、合并) also tell what was done in a day."""
_OF_SOME_DRAFT = re.compile(
    r"(?:把[^，,。]{1,14}|第.[句段]|标题|题目)[^，,。了]{0,4}(?:改|换|删|去掉|压|缩)[^，,。了]{0,14}$"
)
"""A wish about a part of a draft; nothing is told by it."""
_OF_ALL_OF_IT = re.compile(
    rf"(?:请|把|再|能不能|可以|帮我|写|这|{PIECE}|字数|篇幅|它|得|的)*"
    r"(?:太[长多]|(?:精简|压缩|缩短|简短|短|简洁)一?[点些下]|(?:标题|题目)换一?个"
    r"|(?:换|想|起|取|拟)一?个?(?:标题|题目)(?:[，, ].*)?)[了吧呗嘛]*"
)

_NOT_TO_WRITE = re.compile(
    r"^(?:[^，,。]{1,10}那[条个句]|(?:写|出稿?|成稿)的?(?:时候|时)|稿子?里(?:面|头)?)[，, ]*"
    r"(?:就|都|先)?(?:别|不要|不用|甭|莫)(?:写|提|出现|放)"
    r"|^(?:写|出稿?|成稿)的?(?:时候|时)把[^，,]{2,12}放|^(?:写吧|出稿|可以写了)[，, ]+标题(?:就)?(?:用|叫|写)"
)
"""写的时候别提救生衣: said before there is a draft."""
_PUT = r"(?:[里上要得就先再都也]|最好|一定)*(?:写|点|带|提|说|放|用|有|加|别|不要|太|突出|体现|改|换|短|长|简|控制)"
OF_ITS_WRITING = re.compile(
    r"(?:请|给我|帮我|把|将|[两二三几]?[场件次个](?:活动|事情?)?|[都就先再要也])*"
    rf"(?:(?:标题|题目|开[头篇]|结尾|末尾|[首末]句|(?:第.|最后一)[句段]){_PUT}[^，。了]{{0,10}}"
    r"|(?:全文|正文|字数|篇幅|语气|口气|措辞)[^，。了]{1,10}|(?:全文|都)?(?:[分拆合并](?:成|为)?一?|写成?(?!一))[一两二三四]段(?:来?写)?"
    r"|(?:分开|先|别|不要|不用|甭)(?:写|提|点名)[^，。了]{0,10}|[^，。了]{1,8}写(?:全称?|明白|清楚|具体)"
    r"|[^，。了]{0,4}(?:人数|总[数量额]|合计数?|数字|日期|时间|地点|名字|单位|金额|职务)(?:都|也|算(?:出来|一下))*"
    r"(?:写|放|加|补)(?:进去|上去?|进稿里)|[^，。了]{1,8}?(?:写|放)[在到]?最?[前后][头面边])[吧呗哈]?"
)
"""标题点出人数, 两场分两段, 把总数写进去: how the piece shall be written; a kind of fact is named, and no fact."""


def of_some_draft(words: str, scene: Scene) -> bool:
    """A wish about a draft where none lies here; beside notes only what could tell nothing of the day."""
    wish = not scene.notes and _OF_SOME_DRAFT.match(words) and edits.read(words)
    beside = _NOT_TO_WRITE.match(words) or (scene.notes and OF_ITS_WRITING.fullmatch(words))
    return bool(wish or beside) or _OF_ALL_OF_IT.fullmatch(words) is not None


_BY_MATTER = (Act.REPLACE, Act.DELETE_ABOUT, Act.DELETE_WORD)


def told_of(edit: Edit, words: str, scene: Scene) -> bool:
    """Whether the words rather tell of something done (把旧书架换成新的了), of which the draft says nothing."""
    if edit.act is Act.CHANGE and edit.near and not spots(edit.near, scene.draft):
        return True
    if edit.act in _ALSO_TOLD and weigh(words).note >= 1.8:
        return True
    if edit.act not in _BY_MATTER or not DONE.search(words) or edit.report:
        return False
    return edit.words not in scene.draft and not spots(edit.words, scene.draft)
