"""The page that groups the rules names every module of the domain, and no other."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_every_module_of_the_domain_is_on_the_page_of_the_rules() -> None:
    page = (ROOT / "docs" / "rules.md").read_text("utf-8")
    groups = page.split("## From notes to a report")[0]
    listed = set(re.findall(r"`(\w+)`", "\n".join(line for line in groups.splitlines() if line.startswith("`"))))
    modules = {path.stem for path in (ROOT / "bot" / "domain").glob("*.py")} - {"__init__"}
    assert listed - {"bot"} == modules
