"""The bot's own name, kept in the data folder once Telegram told it, so that invitations can be links."""

from contextlib import suppress
from pathlib import Path

_FILE = "bot_name"


class Doorplate:
    """Read when it is needed; hung up anew with every start of the bot."""

    def __init__(self, home: Path) -> None:
        self._path = home / _FILE

    def hang(self, name: str) -> None:
        """Remember the name. Without it invitations are codes alone, so a full disk stops nothing."""
        with suppress(OSError):
            self._path.write_text(name, encoding="utf-8")

    def link(self, code: str) -> str:
        """Where a pairing code is redeemed with one tap; empty while the name is unknown."""
        with suppress(OSError):
            name = self._path.read_text(encoding="utf-8").strip()
            return f"https://t.me/{name}?start={code.replace('-', '')}" if name else ""
        return ""
