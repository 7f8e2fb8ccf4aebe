"""The intents of what people really type: utterances.tsv, half of it never looked at while the rules were tuned."""

import zlib
from pathlib import Path

import pytest

from bot.domain.intents import Intent, Kind, Scene, read

DRAFT = "县文化馆举办老年书画展\n10月31日，县文化馆在文化广场举办老年书画展，展出作品86幅，观众370多人。义卖筹得4860元。"
SCENES = {
    "-": Scene(),
    "n": Scene(notes=4),
    "d": Scene(notes=4, draft=DRAFT),
    "g": Scene(notes=4, draft=DRAFT, asked=("地点", "人数")),
    "a": Scene(answered=True),
}


def utterances(part: str) -> list[tuple[str, str, str]]:
    """Rows (kind, scene, text) of one half: "tuned" or "unseen", told apart by a hash of the text."""
    lines = (Path(__file__).parent / "utterances.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    wanted = 0 if part == "tuned" else 1
    return [(kind, scene, text) for kind, scene, text in rows if zlib.crc32(text.encode()) % 2 == wanted]


def misread(part: str) -> list[str]:
    heard = [(kind, scene, text, read(text, SCENES[scene]).kind) for kind, scene, text in utterances(part)]
    return [f"{kind} {scene} {text} -> {got}" for kind, scene, text, got in heard if got != kind]
