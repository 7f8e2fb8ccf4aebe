"""What people say over what lies there, in a real conversation: what it changes, and what the bot says.

`sayings.tsv` holds scene, message, what it changes (note, draft, log, item, people, or - for nothing) and a piece of
the reply. How each part of it was read at first sight stands in docs/first-sight.md.
"""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes.answers import cited
from tests.flows.bureau import Bureau, bureau
from tests.flows.conversation import START, conversation
from tests.flows.scenes import lay

ROWS = [line.split("\t") for line in (Path(__file__).parent / "sayings.tsv").read_text(encoding="utf-8").splitlines()]
OFTEN = 24
"""Every such message is tried in the fast tests too."""
_laid: dict[str, tuple[bytes, str]] = {}


async def _scene(home: Path, scene: str) -> tuple[bytes, str]:
    """The database in which all that comes before was said, and who speaks next; laid once for all messages."""
    if scene not in _laid:
        async with bureau(home) as office:
            office["小李"].answers.enqueue(cited("每日凌晨2时至上午8时不得营业。"))
            who = await lay(office, scene)
        _laid[scene] = ((home / "shibao.db").read_bytes(), who)
    return _laid[scene]


async def _state(office: Bureau, who: str) -> dict[str, object]:
    desk = await office[who].desk()
    units = [unit.id for unit in await office.records.units.all()]
    return {
        "note": [note.text for note in desk.notes],
        "draft": [(state.report.title, state.report.text) for state in desk.drafts],
        "log": [(one.id, one.standing.state) for one in await office.records.log.among(units)],
        "item": [(item.id, item.standing) for item in await office.records.ledger.among(units)],
        "people": [(one.name, one.unit.name, one.role, one.active) for one in await office.records.people.everyone()],
    }


async def said_over(home: Path, scene: str, words: str) -> tuple[str, str]:
    """What the message changes, and the reply."""
    (home / "laid").mkdir()
    database, who = await _scene(home / "laid", scene)
    (home / "shibao.db").write_bytes(database)
    async with conversation(home) as base:
        office = Bureau(base, list(await base.records.people.everyone()))
        before = await _state(office, who)
        said = await office.say(who, words, key="said", at=START + timedelta(days=22, hours=3))
        after = await _state(office, who)
    return " ".join(name for name in before if before[name] != after[name]) or "-", said


@pytest.mark.parametrize(("scene", "words", "changes", "reply"), ROWS[::OFTEN])
async def test_some_messages_do_what_they_want(tmp_path, scene, words, changes, reply):
    changed, said = await said_over(tmp_path, scene, words)
    assert (changed, reply in said) == (changes, True), said


@pytest.mark.slow
@pytest.mark.parametrize(("scene", "words", "changes", "reply"), [row for n, row in enumerate(ROWS) if n % OFTEN])
async def test_all_messages_do_what_they_want(tmp_path, scene, words, changes, reply):
    changed, said = await said_over(tmp_path, scene, words)
    assert (changed, reply in said) == (changes, True), said
