"""A button that nobody offered, pressed all the same: what the bot answers."""

from datetime import datetime
from itertools import count

from bot.domain.talk.desk import Turn
from bot.domain.talk.door import Button, Reply
from tests.flows.bureau import Bureau

_numbers = count()


async def forged(office: Bureau, name: str, verb: str, argument: str) -> str:
    """The answer to the colleague who presses it."""
    reply = Reply("伪造", ((Button("按", verb, argument),),))
    key = f"forged:{next(_numbers)}:{verb}"
    turn = Turn(key, office.person(name).id, datetime(2026, 11, 22), (), (reply,))
    (sent,) = await office.records.desks.commit(turn)
    return await office.say(name, "", action=sent.buttons[0][0][1])
