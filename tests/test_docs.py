"""The page that groups the rules names every module of the domain under its package, and no other."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_every_module_of_the_domain_is_on_the_page_of_the_rules() -> None:
    page = (ROOT / "docs" / "rules.md").read_text("utf-8")
    listed = {
        package: set(re.findall(r"`(\w+)`", modules))
        for package, modules in re.findall(r"^`(\w+)/`: (.*)$", page, re.MULTILINE)
    }
    packages = [path.parent for path in (ROOT / "bot" / "domain").glob("*/__init__.py")]
    assert listed == {p.name: {path.stem for path in p.glob("*.py")} - {"__init__"} for p in packages}
