"""A message of several questions is told from one question with commas in it."""

import pytest

from bot.domain.library.compound import parts
from bot.retrieval.words import cut_words


@pytest.mark.parametrize(
    ("message", "found"),
    [
        ("网吧几点关门，未成年人能进吗", ("网吧几点关门", "未成年人能进吗")),
        ("导游证有效期几年？另外，导游要买什么保险", ("导游证有效期几年", "导游要买什么保险")),
        ("网吧被吊销许可证，老板几年内不能再当负责人", ("网吧被吊销许可证，老板几年内不能再当负责人",)),
        ("来了15个客人，陪餐能去几个人", ("来了15个客人，陪餐能去几个人",)),
        ("公务接待，能上酒吗", ("公务接待，能上酒吗",)),
        ("公务接待能上酒吗", ("公务接待能上酒吗",)),
    ],
)
def test_a_message_is_cut_only_where_each_part_asks_for_something(message: str, found: tuple[str, ...]) -> None:
    assert parts(message, cut_words) == found
