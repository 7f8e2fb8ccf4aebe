"""The drafting flow: the offline reports always, a model's where it is asked for and better."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import pytest

from bot.domain.house.house_style import HouseRule
from bot.domain.notes.note import Note
from bot.domain.notes.report import Checks, Report
from bot.errors import ModelError, ModelUnavailable, SettingsError
from bot.flows.draft import Drafting
from bot.writing.offline import OfflineWriter

NOW = datetime(2026, 11, 18, 18, 0)
UNIT = "县文化馆"
NOTES = (Note("今天上午九点在滨河公园办了书画展，展出124幅", NOW), Note("来了370多人", NOW))
EMPTY = (Note("哈哈", NOW),)


class ScriptedModel:
    """Words the offline reports as it is told to, or fails; remembers what it was asked."""

    name = "model"

    def __init__(self, *, failure: ModelError | None = None, invents: str = "") -> None:
        self.history: list[tuple[str, int]] = []
        self._failure = failure
        self._invents = invents

    async def write(
        self, notes: Sequence[Note], *, unit: str, now: datetime, limit: int, house: Sequence[HouseRule] = ()
    ) -> tuple[Report, ...]:
        self.history.append((unit, limit))
        if self._failure:
            raise self._failure
        reports = await OfflineWriter().write(notes, unit=unit, now=now, limit=limit)
        if not self._invents:
            return tuple(self._shorter(r) for r in reports)
        bad = Checks(passed=False, length=100, ungrounded=(self._invents,), grounded=3, total=4)
        return tuple(replace(r, text=r.text + self._invents, checks=bad) for r in reports)

    @staticmethod
    def _shorter(report: Report) -> Report:
        text = report.text.replace("展出", "展")
        return replace(report, text=text, checks=replace(report.checks, length=len(report.title + text)))


def drafting(model: ScriptedModel | None = None, limit: int = 400) -> Drafting:
    return Drafting(OfflineWriter(), model, limit=limit)


async def test_without_a_model_the_rules_write() -> None:
    result = await drafting().draft(NOTES, unit=UNIT, now=NOW)
    assert result.engine == "offline"
    assert [r.title for r in result.reports] == ["县文化馆在滨河公园举办书画展"]


async def test_asking_for_a_model_that_nobody_set_names_the_settings() -> None:
    with pytest.raises(SettingsError) as raised:
        await drafting().draft(NOTES, unit=UNIT, now=NOW, engine="model")
    assert "SHIBAO_MODEL_URL" in raised.value.user_message


async def test_offline_never_asks_the_model() -> None:
    model = ScriptedModel()
    result = await drafting(model).draft(NOTES, unit=UNIT, now=NOW, engine="offline")
    assert (result.engine, model.history) == ("offline", [])


async def test_a_sound_wording_of_the_model_is_taken() -> None:
    model = ScriptedModel()
    result = await drafting(model, limit=300).draft(NOTES, unit=UNIT, now=NOW)
    assert result.engine == "model"
    assert "，展124幅" in result.reports[0].text
    assert model.history == [(UNIT, 300)]


async def test_a_wording_that_does_not_hold_gives_way_to_the_rules() -> None:
    result = await drafting(ScriptedModel(invents="获省级表彰。")).draft(NOTES, unit=UNIT, now=NOW)
    assert result.engine == "offline"
    assert "表彰" not in result.reports[0].text


async def test_a_failing_model_is_passed_over_or_told() -> None:
    model = ScriptedModel(failure=ModelUnavailable("模型服务连不上。"))
    result = await drafting(model).draft(NOTES, unit=UNIT, now=NOW)
    assert (result.engine, len(result.reports)) == ("offline", 1)
    with pytest.raises(ModelUnavailable):
        await drafting(model).draft(NOTES, unit=UNIT, now=NOW, engine="model")


async def test_notes_without_content_cost_no_call() -> None:
    model = ScriptedModel()
    assert (await drafting(model).draft(EMPTY, unit=UNIT, now=NOW)).reports == ()
    assert model.history == []


async def test_the_limit_reaches_the_writer() -> None:
    many = [Note(f"在东关{n}村走访{n + 20}户，发手册{n + 40}份", NOW) for n in range(1, 30)]
    short = await drafting(limit=150).draft(many, unit=UNIT, now=NOW)
    assert all(len(r.text) <= 150 for r in short.reports)


HOLLOW = (
    "近日，我局在上级党委的坚强领导下，精心组织、周密部署，扎实推进各项文化工作，取得了显著成效，"
    "得到了广大群众的一致好评。"
    "下一步，我局将再接再厉，奋力谱写文化事业高质量发展新篇章。"
)
SANDWICH = (
    "为进一步丰富群众精神文化生活，营造浓厚的节日氛围，10月25日晚，县文化馆在文化广场隆重举办文艺晚会，演出节目16个，"
    "观众1100余人。"
    "此次晚会充分展现了昂扬向上的精神风貌，受到群众一致好评。"
)


async def test_a_pasted_report_comes_back_plain_with_what_was_removed_and_why(talk):
    said = await talk.say(SANDWICH)
    assert "县文化馆在文化广场举办文艺晚会" in said
    assert "去掉了这些" in said
    assert "讲目的、讲意义" in said
    assert "一致好评" not in (await talk.desk()).drafts[0].report.text
    assert "昂扬" not in (await talk.desk()).drafts[0].report.text


async def test_a_pasted_report_without_a_fact_is_no_draft_and_says_what_is_needed(talk):
    said = await talk.say(HOLLOW)
    assert "写不成信息" in said
    assert "哪天、在哪里" in said
    assert await talk.notes() == []


async def test_mend_this_takes_the_words_behind_it_only(talk):
    said = await talk.say("帮我改改这个：" + SANDWICH)
    assert "改成这样" in said
    assert (await talk.notes())[0].startswith("为进一步")
