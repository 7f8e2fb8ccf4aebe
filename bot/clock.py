"""The wall clock of the bureau: naive local time in Asia/Shanghai, whatever the machine's zone is."""

from datetime import datetime
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")


def wall_now() -> datetime:
    """Now, on the wall."""
    return datetime.now(SHANGHAI).replace(tzinfo=None)


def to_wall(moment: datetime) -> datetime:
    """An aware moment as the wall shows it."""
    return moment.astimezone(SHANGHAI).replace(tzinfo=None)
