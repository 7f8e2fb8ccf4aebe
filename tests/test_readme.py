"""README.md keeps up with the product: every setting, command, make target and room stands in it."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from bot import cli, settings

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = sorted(command.callback.__name__ for command in cli.app.registered_commands if command.callback)
GROUPS = {"admin": cli.admin, "library": cli.library}
IN_GROUPS = sorted(
    f"{group} {name}"
    for group, app in GROUPS.items()
    for name in [
        *(command.name or command.callback.__name__ for command in app.registered_commands if command.callback),
        *(str(inner.name) for inner in app.registered_groups),
    ]
)
PHONY = re.search(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
TARGETS = sorted(set(PHONY[1].split())) if PHONY else []
ROOMS = sorted(p.parent.name for p in (ROOT / "bot").glob("*/__init__.py"))


@pytest.mark.parametrize("variable", [settings.variable(item.name) for item in fields(settings.Settings)])
def test_every_setting_has_a_row_in_the_table(variable: str) -> None:
    assert re.search(rf"^\| `{variable}` \| [^|]+ \| [^|]+ \|$", README, re.MULTILINE)


def test_the_table_names_no_setting_that_is_gone() -> None:
    known = {settings.variable(item.name) for item in fields(settings.Settings)}
    assert set(re.findall(r"SHIBAO_[A-Z_]+", README)) - known == set()


@pytest.mark.parametrize("command", [*COMMANDS, *IN_GROUPS])
def test_every_command_is_explained(command: str) -> None:
    assert re.search(rf"^\| `shibao {command}\b[^`]*` \| [^|]+ \|$", README, re.MULTILINE)


def test_no_command_is_explained_that_is_gone() -> None:
    explained = re.findall(rf"^\| `shibao ((?:{'|'.join(GROUPS)}) \w+|\w+)", README, re.MULTILINE)
    assert sorted(explained) == sorted([*COMMANDS, *IN_GROUPS])


@pytest.mark.parametrize("target", TARGETS)
def test_every_make_target_is_named(target: str) -> None:
    assert f"`make {target}`" in README


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_is_on_the_map(room: str) -> None:
    assert re.search(rf"^bot/{room}/ ", README, re.MULTILINE)


def test_every_file_that_the_readme_links_to_exists() -> None:
    linked = re.findall(r"\]\(([^)#:]+)\)", README)
    assert [path for path in linked if not (ROOT / path).exists()] == []
