"""What the bot says about documents of the library: cards, lists, what became of a file. Nothing is decided here."""

from collections.abc import Sequence
from datetime import date

from bot.domain.library.passages import Document
from bot.domain.library.wording import since
from bot.domain.submissions.people import Unit
from bot.domain.talk.door import Button, Reply
from bot.flows.sources import Taken

SCANNED = "扫描件，文字由机器识别，引用前请核对。"
SHOWN = 30
HOW = "哪里不对直接说，例如：\n文号是云文旅发〔2025〕18号\n施行日期改成2025年7月1日\n已废止\n被《…》取代\n只给本单位看"
CONFIRMED = "好，就按这张卡片。以后要改，说“《标题》已废止”“《标题》的文号是…”就行。"
NOT_YOURS = "这份文件不归你管，改不了。给所有单位看的文件由审核员或管理员改。"
SEND_IT = "请把文件或照片发给我，发的时候写上“收进资料库”；已经发过的再发一次。"
SEND_THE_FILE = (
    "只有名字收不了。请把文件本身发来，写上“收进资料库”；文件在装实报的电脑上，就在命令行运行：shibao index 文件路径"
)
NOT_HELD = "资料库里没有《{title}》。"
FOR_ALL = "给所有单位看的文件由审核员或管理员收。"


def name_of(document: Document) -> str:
    """《标题》; marks inside it are the inner ones, as print has it."""
    return f"《{document.title.replace('《', '〈').replace('》', '〉')}》"


def card(document: Document, unit: Unit, *, note: str = "", mine: bool = True) -> Reply:
    """The card with what is known and what is missing, and two buttons for those who may change it."""
    buttons = (Button("没问题", "card-good", document.id), Button("改", "card-change", document.id))
    text = "\n".join(line for line in (note, *lines_of(document, unit)) if line)
    return Reply(text, (buttons,) if mine else ())


def lines_of(document: Document, unit: Unit) -> list[str]:
    """A card, line by line."""
    missing = [
        name
        for name, value in (("发文机关", document.issuer), ("文号", document.number), ("成文日期", document.dated))
        if not value
    ]
    told = [
        name_of(document),
        f"发文机关：{document.issuer}" if document.issuer else "",
        f"文号：{document.number}" if document.number else "",
        _dates(document),
        f"效力：{standing(document)}",
        f"谁能看：{'所有单位' if not document.unit else f'只有{unit.name}'}",
        f"没看出：{'、'.join(missing)}" if missing else "",
        SCANNED if document.scanned else "",
    ]
    return [line for line in told if line]


def _dates(document: Document) -> str:
    named = (("成文", "dated"), ("施行", "effective"), ("失效", "expires"))
    return "　".join(f"{name}：{document.day(date)}" for name, date in named if document.day(date))


def standing(document: Document) -> str:
    """In force or not, and why not."""
    if document.draft:
        return "征求意见稿，草案，未生效"
    if document.pending:
        return f"尚未施行（{since(document)}）" if document.effective != date.max else "尚未施行"
    if document.in_force is False:
        return "已失效" + f"，{document.fate}" * bool(document.replaced_by or document.expires)
    unknown = "不是规定，不说有效失效" if document.dated else "没有日期，看不出是否有效"
    return "现行有效" if document.in_force else unknown


def listing(documents: Sequence[Document]) -> str:
    """The documents by title, each with its year and what must be known of it."""
    if not documents:
        return "资料库里还没有文件。把文件发给我，写一句“收进资料库”。"
    lines = []
    for number, one in enumerate(sorted(documents, key=lambda one: (one.digest, one.title, str(one.dated))), 1):
        marks = [
            f"{one.dated.year}年" if one.dated else "",
            "草案" if one.draft else "已失效" if one.old else "尚未施行" if one.pending else "",
            "只有本单位能看" if one.unit else "",
            "扫描识别" if one.scanned else "",
        ]
        told = "，".join(mark for mark in marks if mark)
        name = name_of(one).replace("（要点，非原文）", "（要点）")
        lines.append(f"{number}. {name}{f'（{told}）' if told else ''}")
    more = [f"……其余 {len(lines) - SHOWN} 份用 shibao library list 看。"] if len(lines) > SHOWN else []
    head = f"资料库里有 {len(lines)} 份文件："
    return "\n".join([head, *lines[:SHOWN], *more, "要看一份的登记，说“看《标题》的卡片”。"])


def which(documents: Sequence[Document]) -> str:
    """Several versions go by the name."""
    years = [one.dated.year if one.dated else "无日期" for one in documents]
    lines = [f"{n}. {name_of(one)}（{year}）" for n, (one, year) in enumerate(zip(documents, years, strict=True), 1)]
    return "资料库里有几份叫这个名字，请在书名号后面写上年份，如《…》（2025）：\n" + "\n".join(lines[:10])


def failures(taken: Taken) -> list[str]:
    """Why files were not taken."""
    return [f"《{name}》没收进：{reason}" for name, reason in taken.counts.failed]


def received(documents: Sequence[Document], taken: Taken) -> str:
    """Several documents at once: a line each."""
    lines = [f"{n}. {name_of(one)}{one.number}" for n, one in enumerate(documents[:SHOWN], 1)]
    return "\n".join(
        [f"收进资料库 {len(documents)} 份：", *lines, "要核对哪一份，说“看《标题》的卡片”。", *failures(taken)]
    )
