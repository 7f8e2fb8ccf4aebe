"""What the bot says of a summary in the making: what it understood, the outline, the text, where it comes from."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from bot.domain.language.sentences import split
from bot.domain.submissions.enclosures import Article, Imprint, Paper
from bot.domain.summary.carrying import Carried
from bot.domain.summary.outline import listed
from bot.domain.summary.parts import Line, Source, Summary
from bot.domain.summary.parts import written as figure_of
from bot.domain.summary.past import PastPart
from bot.domain.summary.section_wants import span_name
from bot.domain.summary.summary_checks import bars
from bot.domain.summary.summary_text import Written, size
from bot.domain.summary.works import WORKS
from bot.domain.talk.door import Button, Reply
from bot.flows.replies import cut
from bot.flows.section import Section

HOW = "要改就说：第2条放到前面、删掉第3条、第1条改成…、加一条…、控制在800字。好了就点“成稿”。"
LAID_BY = "好，收着了。要接着写就说“看提纲”。"
NOTHING_YET = "还没有起草过总结。可以说“起草全年总结里文化惠民那一节”。"
NO_BASIS = "这个时段没有可用的记录。换个时段或单位，或先把事发给我，再点“成稿”看要补哪些。"
NO_MODEL = "没有接大模型，用的是自带写法。"
NOT_BETTER = "大模型写的没过核对（有数或名称对不上，或丢了合计），没有采用，原文不变。"
AS_IT_WAS = "原来的稿子不变。"
SHORT_AS_A_WHOLE = "一次只能整篇压短：说“短一点”。哪条不要，就说“删掉第二部分第1条”。"
SHORTEST = "已经是最短的了。还要短，可以删几条，如“删掉第三条”。"
LONGEST = "记录里能写的都写了。有新的事发给我，或说“加一条…”。"
RESIZED = "从{before}字改到{now}字："
NO_SUCH_UNIT = "没有叫“{names}”的单位，没有按它缩小范围。能用的有：{known}。"
UNRELATED = "手头的{count}条记录看不出跟“{topic}”有关，或不是这段时间、这个单位的，没有用。"
FIRST_VERSION = "这已经是第一版，没有可撤销的。"
NOT_HERE = "这份稿里没有“{figure}”。"
DOUBTED = "“{figure}”没有改，它是从记录来的（{how}）。哪一篇错了，请在那一篇上“退回更正”，采用后再成稿，合计跟着变："
COMPARED = "和{year}年总结里的同类事项并排，口径可能不同，请核对后再比："
NOTHING_TO_COMPARE = "往年总结里没有能对上的数，没法比。"
SHOWN_SOURCES = 24
SHOWN_OF_A_LINE = 3
SHOWN_QUOTE = 42
SHOWN_COPIES = 3
SHOWN_LEFT, SHOWN_LOST, SHOWN_RULES, SHOWN_REMARKS = 4, 3, 20, 3


def understood(summary: Summary, units: Sequence[str], now: datetime, *, note: str = "") -> Reply:
    """One line of what is wanted, one of what it will rest on, and buttons to change either."""
    wanted = summary.wanted
    which = units[0] if len(units) == 1 else f"{len(units)}个单位" if units else summary.unit
    limits = [f"{wanted.length}字"] if wanted.length else []
    limits += [f"{wanted.count}条"] if wanted.count else []
    named = span_name(wanted.first, wanted.last)
    when = ["" if named in wanted.title else named, wanted.until(now.date())]
    told = "，".join(part for part in (*when, which, *limits) if part)
    known = summary.basis.line()
    lines = [f"要写：{wanted.title}（{told}）。", f"可用：{known}。"]
    if not (summary.basis.reports or summary.basis.ledger or summary.basis.returns or summary.basis.notes):
        lines.append(NO_BASIS)
    lines += [note] if note else []
    go = (Button("列提纲", "section-outline"), Button("成稿", "section-write"))
    return Reply("\n".join(lines), (go, _spans(summary, now.date()), *_scopes(summary, units)))


def _spans(summary: Summary, today: date) -> tuple[Button, ...]:
    """Other times, as far as they differ from the one that is meant."""
    current = span_name(summary.wanted.first, summary.wanted.last)
    year = today.year
    named = ((f"{year}年", "今年"), (f"{year}年上半年", "上半年"), (f"{year - 1}年", "去年"))
    return tuple(Button(f"换成{label}", "section-respan", span) for span, label in named if span != current)[:3]


def _scopes(summary: Summary, units: Sequence[str]) -> tuple[tuple[Button, ...], ...]:
    wanted = summary.wanted
    if wanted.own or wanted.units:
        return ((Button("用全部单位", "section-respan", "全部单位"),),)
    return ((Button("只用本单位", "section-respan", "本单位"),),) if len(units) > 1 else ()


def outline(summary: Summary, *, note: str = "") -> Reply:
    """The headings, numbered, each with how many records it rests on."""
    lines = [note] if note else []
    lines.append(f"{summary.title} · 提纲")
    for number, part in enumerate(summary.parts, 1):
        if len(summary.parts) > 1:
            lines.append(f"第{number}部分　{part.title}")
        lines += listed(part) or ["（没有可用的记录，成稿会标【待补】）"]
    lines.append(HOW)
    return Reply("\n".join(lines), ((Button("成稿", "section-write"), Button("看出处", "section-sources")),))


def carried_over(change: Carried) -> str:
    """What became of the changes that had been made to the outline."""
    kept = f"提纲上改过的{change.kept}处照样保留。" if change.kept else ""
    lost = f"没有保留：{'；'.join(change.dropped[:SHOWN_LOST])}。" if change.dropped else ""
    return "".join((kept, lost))


def recount(section: Section, made: Written) -> Reply:
    """Every total of the text with how it was counted, and what no record holds."""
    sums = {(one.label, one.unit): one for line in made.lines for one in line.sums}
    rules = [one.rule() for one in sums.values() if len(one.parts) > 1]
    lines = [f"核过了：{section.checks.grounded}处事实都能指回记录，{len(sums)}个合计重新加过。"]
    if section.checks.ungrounded:
        faults = "、".join(section.checks.ungrounded[:5])
        lines = [f"核出{len(section.checks.ungrounded)}处对不上记录：{faults}。请改掉，或补上记录。"]
    lines += rules[:SHOWN_RULES]
    lines += [f"另有{len(rules) - SHOWN_RULES}个合计，见 Word 附表。"] if len(rules) > SHOWN_RULES else []
    return Reply("\n".join(lines), ((Button("看出处", "section-sources"), Button("导出Word", "section-word")),))


def gaps(section: Section) -> Reply:
    """What is still to be filled in, numbered."""
    if not section.gaps:
        return Reply("没有待补的了。", ((Button("成稿", "section-write"),),))
    lines = [f"{number}. {gap.strip('【】').removeprefix('待补：')}" for number, gap in enumerate(section.gaps, 1)]
    return Reply("\n".join([f"待补{len(lines)}处：", *lines, "问到了就说“加一条…”，或把记录发给我再重写。"]))


def polished(summary: Summary) -> str:
    """How many points read in the model's words now."""
    points = sum(len(part.points) for part in summary.parts)
    rest = "" if len(summary.worded) == points else f"，其余{points - len(summary.worded)}条没过核对，照原样"
    return f"大模型润色了{len(summary.worded)}条{rest}。说“撤销”可以换回来："


def written(summary: Summary, section: Section, *, model: bool = False, note: str = "") -> tuple[Reply, ...]:
    """The text with its line of checks, then what is to be looked at before it is used."""
    head = "\n\n".join(part for part in (note, section.title, section.text) if part)
    lines = [section.checks.line()]
    if section.checks.ungrounded:
        lines.append("记录里没有：" + "、".join(section.checks.ungrounded[:5]))
    wanted = summary.wanted.length
    length = size(section.text)
    if wanted and length > wanted * 1.15:
        lines.append(f"要{wanted}字，压到最短还有{length}字。可以删几条，或少写一个部分。")
    faults = bars(section.text).faults
    lines += [f"注意：{fault}" for fault in faults[:3]]
    if section.gaps:
        lines.append(f"有{len(section.gaps)}处【待补】，问到了就说“加一条…”，或发来记录后重写。")
    lines += [f"没写进去：“{cut(one.text, 40)}”（{one.why}）。" for one in summary.left[:SHOWN_LEFT]]
    if len(summary.left) > SHOWN_LEFT:
        lines.append(f"另有{len(summary.left) - SHOWN_LEFT}句没写进去，也是这些原因。")
    lines += [remark.line() for remark in summary.remarks[:SHOWN_REMARKS]]
    lines += [f"依据：{_named(section.sources)}。"] if section.sources else []
    buttons = (
        Button("看出处", "section-sources"), Button("导出Word", "section-word"), Button("看提纲", "section-outline"),
    )  # fmt: skip
    rows = (buttons, (Button("让大模型润色", "section-polish"),)) if model else (buttons,)
    first = Reply("\n\n".join([head, "\n".join(lines)]), rows)
    warning = copied(summary)
    return (first, warning) if warning else (first,)


def _named(sources: Sequence[Source]) -> str:
    """A few sources by name, many by their number."""
    records = {(source.kind, source.id): source.label or source.id for source in sources}
    return "、".join(records.values()) if len(records) <= 3 else f"{len(records)}处记录，点“看出处”逐句看"


def copied(summary: Summary) -> Reply | None:
    """Sentences close to an earlier summary, both side by side."""
    if not summary.copies:
        return None
    lines = [f"有{len(summary.copies)}句和往年总结很像，核对是不是今年的事："]
    shown = summary.copies[:SHOWN_COPIES]
    lines += [f"这次：{copy.now}\n往年（{copy.document}）：{copy.then}" for copy in shown]
    if len(summary.copies) > SHOWN_COPIES:
        lines.append(f"另有{len(summary.copies) - SHOWN_COPIES}句，见 Word 附表。")
    return Reply("\n".join(lines))


def telling(lines: Sequence[Line], figure: str) -> tuple[Line, ...]:
    """The lines with the figure, of their totals those that it is; where its words stand (演出2场), those lines."""
    digits = re.sub(r"[^\d.]", "", figure)
    whole = any(figure in line.text for line in lines)
    said = re.compile(rf"(?<![\d.]){re.escape(figure if whole else digits)}(?![\d.])")
    return tuple(
        replace(line, sums=own, rule="；".join(one.rule() for one in own) if own else line.rule)
        for line in lines
        if said.search(line.text)
        for own in [tuple(one for one in line.sums if figure_of(one.value) == digits)]
    )


def doubted(figure: str, lines: Sequence[Line]) -> Reply:
    """A figure of the text is what records say: it is put right where it was told."""
    rules = [line.rule for line in lines if line.sums]
    held = dict.fromkeys(source.label or source.id for line in lines for source in line.sources)
    told = [DOUBTED.format(figure=figure, how="；".join(rules) or "出自原文"), *list(held)[:SHOWN_SOURCES]]
    return Reply("\n".join(told), ((Button("看出处", "section-sources"),),))


def compared(summary: Summary, past: Sequence[PastPart], about: str) -> Reply:
    """This year's totals, each with the sentences of the last earlier summary about such work; nothing is reckoned."""
    year = max((part.year for part in past if part.year < str(summary.wanted.first.year)), default="")
    earlier = [(part, span.text) for part in past if year and part.year == year for span in split(part.text)]
    topic = re.sub(r"^(?:今年|我们|咱们?)+", "", about)
    sums = {one.label: one for part in summary.parts for point in part.points for one in point.counts}
    told = []
    for work in (work for work in WORKS if work.name in sums):
        then = [
            f"“{text.strip()}”（{part.document}）"
            for part, text in earlier
            if work.signs.search(text) and re.search(r"\d", text)
        ]
        if then and (not topic or work.signs.search(topic) or topic in work.name):
            now = [one.rule() for label, one in sums.items() if label.startswith(work.name)]
            told.append(f"今年{'；'.join(now)}\n　{year}年：{''.join(then[:2])}")
    return Reply("\n".join([COMPARED.format(year=year), *told]) if told else NOTHING_TO_COMPARE)


def sources(summary: Summary, lines: Sequence[Line]) -> Reply:
    """Each line with its rule and the words that it rests on; what is too long stands whole in the Word table."""
    told: list[str] = []
    for line in lines:
        if len(told) >= SHOWN_SOURCES:
            told.append("其余见 Word 附表。")
            break
        told.append(f"“{cut(line.text.rstrip('。'), 30)}”")
        told += [f"　怎么算：{line.rule}"] if line.sums else []
        shown = line.sources[:SHOWN_OF_A_LINE] if not line.sums else line.sources[:2]
        told += [f"　{source.label or source.id}：{cut(source.quote, SHOWN_QUOTE)}" for source in shown]
        more = len(line.sources) - len(shown)
        told += [f"　还有{more}处"] if more > 0 else []
    required = [f"　{source.label}：{cut(source.quote, SHOWN_QUOTE)}" for source in summary.policies]
    told += ["有关要求（不是做过的事）：", *required] if required else []
    whole = Button("导出Word附表", "section-word")
    return Reply("\n".join(["出处：", *told]) if told else "这一节还没有可用的记录。", ((whole,),))


def word(summary: Summary, section: Section, made: Written, now: datetime) -> Reply:
    """The Word file with the table of sources."""
    faults = ["还有【待补】没填"] if section.gaps else []
    faults += ["有数字或名称在记录里找不到"] if section.checks.ungrounded else []
    faults += [f"有{len(summary.copies)}句和往年总结很像"] if summary.copies else []
    told = f"《{section.title}》的 Word 稿，后面附出处表。" + (f"注意：{'，'.join(faults)}。" if faults else "")
    article = Article(section.title, section.text, appendix=appendix(summary, made))
    return Reply(told, enclosure=Paper(article, Imprint(summary.unit, now.date())))


def appendix(summary: Summary, made: Written) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """A row a sentence with the numbers of its sources; then the sources by number, in their own words."""
    numbered: dict[tuple[str, str], int] = {}
    quotes: dict[tuple[str, str], dict[str, Source]] = {}
    for source in (source for line in made.lines for source in line.sources):
        numbered.setdefault((source.kind, source.id), len(numbered) + 1)
        quotes.setdefault((source.kind, source.id), {})[source.quote] = source
    rows: list[tuple[str, ...]] = [("序号", "文中的话", "怎么算的", "来源编号")]
    for number, line in enumerate(made.lines, 1):
        own = sorted({numbered[source.kind, source.id] for source in line.sources})
        rows.append((str(number), line.text, line.rule or "原文", ranges(own)))
    rows += [("", copy.now, f"和{copy.document}相近：“{copy.then}”", "") for copy in summary.copies]
    listed: list[tuple[str, ...]] = [("编号", "来源", "原文")]
    for key, number in numbered.items():
        told = list(quotes[key].values())
        listed.append((str(number), told[0].label or told[0].id, _quoted([source.quote for source in told])))
    listed += [("", f"有关要求：{source.label}", source.quote) for source in summary.policies]
    return tuple(rows), tuple(listed)


def _quoted(quotes: Sequence[str]) -> str:
    """Each piece of a source once; what stands inside a longer piece is not said again."""
    whole = [one for one in quotes if not any(one != other and one in other for other in quotes)]
    return "".join(one if one.endswith(("。", "！", "？", "；")) else f"{one}；" for one in whole).rstrip("；")


def ranges(numbers: Sequence[int]) -> str:
    """Sorted numbers with runs drawn together: 1—3、7."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return "、".join(str(run[0]) if len(run) == 1 else f"{run[0]}—{run[-1]}" for run in runs)
