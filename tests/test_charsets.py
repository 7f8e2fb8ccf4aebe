"""Patterns compiled with remembered sets are, code for code, those that `re` makes by itself."""

import importlib
import pkgutil
import re

import pytest

import bot

compiler = re._compiler  # type: ignore[attr-defined]


def patterns() -> dict[str, re.Pattern[str]]:
    """Every compiled pattern that stands by itself in a module of the rules."""
    found = {}
    for room in ("domain", "writing"):
        package = importlib.import_module(f"bot.{room}")
        for module in pkgutil.walk_packages(package.__path__, f"bot.{room}."):
            for name, value in vars(importlib.import_module(module.name)).items():
                if isinstance(value, re.Pattern):
                    found[f"{module.name}.{name}"] = value
    return found


def code_of(pattern: re.Pattern[str]) -> list[int]:
    parsed = compiler._parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)
    return list(compiler._code(parsed, pattern.flags & ~re.UNICODE))


@pytest.mark.parametrize("every", [16, pytest.param(1, marks=pytest.mark.slow)])
def test_the_code_of_the_patterns_is_the_same(monkeypatch: pytest.MonkeyPatch, every: int) -> None:
    assert bot.charsets
    if not hasattr(compiler._optimize_charset, "forgets"):
        pytest.skip("this Python works sets out by other means")
    among = patterns()
    assert len(among) > 300
    among = dict(list(among.items())[::every])
    remembered = {name: code_of(pattern) for name, pattern in among.items()}
    monkeypatch.setattr(compiler, "_optimize_charset", compiler._optimize_charset.forgets)
    assert {name: code_of(pattern) for name, pattern in among.items()} == remembered
