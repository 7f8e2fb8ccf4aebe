"""Commands whose whole form is known: what the tables of commands.py read, the narrowest first."""

import re

from bot.domain.language.asking import FIGURE
from bot.domain.summary import section_requests
from bot.domain.talk import commands, pleasantries
from bot.domain.talk.intent import Intent, Kind, Scene


def on_material(whole: str) -> Intent | None:
    """A command with the text that it is about behind it; such messages may be long."""
    for pattern, kind in (
        (commands.CHECK, Kind.CHECK),
        (commands.JUDGE, Kind.CHECK),
        (commands.SEEK, Kind.SOURCE),
        (commands.DRAFT_OF, Kind.DRAFT),
    ):
        found = pattern.match(whole)
        if found:
            rest = next(part for name, part in found.groupdict().items() if name != "mark" and part)
            return Intent(kind, words=rest.strip())
    return Intent(Kind.CHECK) if commands.CHECK_WHAT.fullmatch(whole) else None


def short(words: str, gist: str, scene: Scene) -> Intent | None:
    """A few words to the bot itself, however they are turned; questions too."""
    if len(gist) > 16 or FIGURE.search(gist):
        return None
    tables = (*(commands.ABOUT_THE_DRAFT if scene.draft else ()), *commands.ASKED_OF_THE_BOT)
    for pattern, name in tables:
        if pattern.search(words) or pattern.search(gist):
            return Intent(Kind(name), words="" if name == Kind.SOURCE else words)
    return None


def about_the_desk(words: str, scene: Scene) -> Intent | None:
    """A command whose whole form is known."""
    for found, kind in (
        (commands.HELP.search, Kind.HELP),
        (commands.TIMED.search, Kind.TIMED),
        (pleasantries.GREETING.search, Kind.GREETING),
        (commands.SKIP.search, Kind.SKIP if scene.asked else Kind.CHAT),
        (commands.CLEAR.search, Kind.CLEAR),
        (commands.SHOW.search, Kind.SHOW),
        (commands.FINAL.search, Kind.FINAL if scene.draft else Kind.DRAFT),
        (commands.SOURCE.search, Kind.SOURCE),
        (section_requests.asks, Kind.SECTION),
        (commands.DRAFT.search, Kind.DRAFT),
        (commands.DRAFT_SHORT.search, Kind.DRAFT),
        (pleasantries.CHAT.search, Kind.CHAT),
        (pleasantries.THANKS.search, Kind.THANKS),
    ):
        if (len(words) <= 24 or kind is Kind.SECTION) and found(words):
            return Intent(kind, words="" if kind in (Kind.SOURCE, Kind.DRAFT) else words)
    return None


def settled(words: str, disputed: tuple[str, ...]) -> str:
    """The disputed value that 用36人, 36 or 36的对 decides for; an empty string where none is named alone."""
    found = re.match(
        r"(?:就|应该|还是)?(?:用|按|以|选|是|算)?(?P<n>\d[\d.]*)[\u4e00-\u9fff]{0,2}?"
        r"(?:的|那个|为准|对|吧|准)*(?:$|[，, ][^\d]{1,14}$)",
        words,
    )
    named = [value for value in disputed if found and re.search(rf"(?<![\d.]){re.escape(found['n'])}(?![\d.])", value)]
    return named[0] if len(named) == 1 else ""
