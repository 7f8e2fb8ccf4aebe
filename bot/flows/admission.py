"""Letting people in: pairing codes, and the one line a day for whoever was not let in."""

import re
import unicodedata
from datetime import datetime

from bot.domain.submissions.people import Person
from bot.domain.talk.desk import Outgoing, Turn
from bot.domain.talk.door import Reply
from bot.ports import Desks, People

TRIES_A_DAY = 5

INTRODUCTION = (
    "我是实报，帮你把当天的活动写成信息稿，也能查政策条款。\n活动随手发来，如“今天上午在城东社区送书320册”。\n"
    "发“写成信息”出稿；不对就直说，如“把320改成302”。\n有规定要查就直接问，如“公务接待能上酒吗”。"
)
STRANGER = "你好，这里是单位内部的信息助手。请向管理员要一个配对码，发到这里就能使用。"
SUSPENDED = "你的使用权限已停用。如有需要，请联系管理员。"
WRONG_CODE = "配对码不对，或已用过、已过期。请核对后再发，或向管理员重新要一个。"

_CODE = re.compile(r"(?:/START\b)?\s*(?:配对码|邀请码)?[\s:：]*([2-9A-Z]{4})[-\s‐–—]*([2-9A-Z]{4})\s*")


def code_in(text: str) -> str:
    """The pairing code that a message consists of, as it was made; empty where it is none."""
    found = _CODE.fullmatch(unicodedata.normalize("NFKC", text).strip().upper())
    return found[1] + found[2] if found else ""


class Admission:
    """Decides who comes in. It never looks at anything but the code and the account it came from."""

    def __init__(self, people: People, desks: Desks) -> None:
        self._people = people
        self._desks = desks

    async def pair(self, code: str, *, key: str, telegram_id: int, name: str, at: datetime) -> tuple[Outgoing, ...]:
        """Welcome the account, if the code lets it in; the same delivery twice is welcomed once."""
        person = await self._people.redeem(code, telegram_id, name)
        if person is None:
            return ()
        words = f"{person.name}，你好！你已加入“{person.unit.name}”。\n{INTRODUCTION}"
        return await self._desks.commit(Turn(key, person.id, at, replies=(Reply(words),)))

    async def may_try(self, telegram_id: int, at: datetime) -> bool:
        """Whether a stranger may try one more code today."""
        return await self._people.count_try(telegram_id, at.date()) <= TRIES_A_DAY

    async def turn_away(self, person: Person | None, telegram_id: int, at: datetime) -> str:
        """The line for someone who may not use the bot; empty where today's was given."""
        if not await self._people.first_answer(telegram_id, at.date()):
            return ""
        return STRANGER if person is None else SUSPENDED
