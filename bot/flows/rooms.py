"""What a part of the work is to the conversation: it takes the words and buttons that are its own.

The conversation asks its rooms in order before it reads the words itself, so a room answers None to all
that it does not know for certain to be its own.
"""

from bot.domain.talk.desk import Desk
from bot.domain.talk.door import Button, Incoming
from bot.flows.replies import Said


class Room:
    """A part of the work with words and buttons of its own: submitting, the ledger, administration."""

    async def told(self, desk: Desk, incoming: Incoming) -> Said | None:
        """Serve a command of the room's own, or words that it waits for; None leaves them to others."""
        return None

    async def pressed(self, desk: Desk, incoming: Incoming, button: Button) -> Said | None:
        """Serve a button of the room's own; None leaves it to others."""
        return None
