"""The terminal's side of the conversation: lines, numbered buttons, errors, farewells; the brain is scripted."""

import io
import sys
from contextlib import asynccontextmanager

import pytest

from bot.domain.submissions.people import Person, Role, Unit
from bot.domain.talk.desk import Outgoing
from bot.errors import HomeInUse, InputError
from bot.terminal.chat import chat

PERSON = Person("terminal", "本机", Unit("u", "县文化馆"), Role.ADMIN)


class ScriptedBrain:
    """Answers with what was enqueued and keeps what it heard."""

    def __init__(self) -> None:
        self.queue: list[tuple[Outgoing, ...] | Exception] = []
        self.heard: list[tuple[str, str]] = []
        self.shown: list[int] = []
        self.left: tuple[Outgoing, ...] = ()
        self.prepared = 0

    async def person(self):
        return PERSON

    async def hear(self, person, incoming):
        self.heard.append((incoming.text, incoming.action))
        said = self.queue.pop(0) if self.queue else (Outgoing(9, "好。"),)
        if isinstance(said, Exception):
            raise said
        return said

    async def unseen(self, person):
        left, self.left = self.left, ()
        return left

    async def seen(self, outgoing):
        self.shown.append(outgoing.id)

    async def prepare(self, progress):
        self.prepared += 1
        progress(1, 1, "一份资料")

    async def warm(self):
        raise AssertionError("nothing is warmed for a pipe")


@pytest.fixture
def brain():
    return ScriptedBrain()


@pytest.fixture
def talk(brain, monkeypatch, capsys):
    """Type lines into a pipe and give what was shown."""

    @asynccontextmanager
    async def opened():
        yield brain

    def run(text: str, opener=opened) -> str:
        monkeypatch.setattr(sys, "stdin", io.StringIO(text))
        chat(opener, first_run=False, progress=lambda done, total, name: None)
        return capsys.readouterr().out

    return run


def test_lines_are_heard_one_by_one_and_the_end_of_input_says_goodbye(talk, brain):
    shown = talk("今天办了书展\n\n谢谢\n")
    assert [text for text, _ in brain.heard] == ["今天办了书展", "谢谢"]
    assert "› 今天办了书展" in shown
    assert shown.rstrip().endswith("下次接着用。")
    assert brain.prepared == 1


@pytest.mark.parametrize("word", ["退出", " exit "])
def test_whoever_says_that_he_leaves_is_let_go(talk, brain, word):
    shown = talk(f"今天办了书展\n{word}\n还有一条\n")
    assert [text for text, _ in brain.heard] == ["今天办了书展"]
    assert shown.rstrip().endswith("下次接着用。")


def test_buttons_are_numbered_through_and_pressed_by_number(talk, brain):
    buttons = ((("改短", "b:1"), ("换标题", "b:2")),)
    brain.queue = [(Outgoing(1, "稿子", buttons), Outgoing(2, "冲突", ((("用40人", "b:3"),),)))]
    shown = talk("出稿\n3\n")
    assert "[1] 改短  [2] 换标题" in shown
    assert "[3] 用40人" in shown
    assert brain.heard[1] == ("", "b:3")
    assert brain.shown == [1, 2, 9]


def test_a_pressed_number_that_brings_no_list_leaves_the_one_it_was_in(talk, brain):
    brain.queue = [(Outgoing(1, "稿", ((("出终稿", "b:1"), ("提交", "b:2")),)),), (Outgoing(2, "终稿"),)]
    talk("出稿\n1\n2\n2\n好\n1\n")
    assert [heard for heard in brain.heard if heard[1]] == [("", "b:1"), ("", "b:2"), ("", "b:2")]
    assert brain.heard[-1] == ("1", "")


def test_a_number_that_is_no_button_is_heard_as_words(talk, brain):
    talk("120\n")
    assert brain.heard == [("120", "")]


def test_replies_that_never_reached_the_screen_come_first(talk, brain):
    brain.left = (Outgoing(5, "上次的回复"),)
    shown = talk("你好\n")
    assert shown.index("上次的回复") < shown.index("好。")
    assert brain.shown == [5, 9]


def test_an_error_is_one_line_and_the_conversation_goes_on(talk, brain):
    brain.queue = [InputError("磁盘满了。"), (Outgoing(2, "已记第1条。"),)]
    shown = talk("一\n二\n")
    assert "磁盘满了。" in shown
    assert "已记第1条。" in shown


def test_what_prevents_the_opening_ends_the_command(talk):
    @asynccontextmanager
    async def refused():
        raise HomeInUse("数据目录正被使用。")
        yield

    with pytest.raises(HomeInUse):
        talk("你好\n", refused)
