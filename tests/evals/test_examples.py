"""docs/examples.md is what the product says today."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.evals.examples import transcripts
from tests.evals.scripts import SCRIPTS, Say

DOCUMENT = Path(__file__).parents[2] / "docs" / "examples.md"


def test_every_conversation_stands_in_the_document() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    assert len(SCRIPTS) == 13
    for number, script in enumerate(SCRIPTS, 1):
        assert f"## {number}. {script.title}\n" in text
        for turn in script.turns:
            assert not isinstance(turn, Say) or f"：{turn.text}\n" in text


@pytest.mark.slow
async def test_the_document_is_what_make_examples_prints(tmp_path: Path, lend_model: Callable[[Path], None]) -> None:
    lend_model(tmp_path)
    assert await transcripts(tmp_path) == DOCUMENT.read_text(encoding="utf-8"), "运行 make examples"
