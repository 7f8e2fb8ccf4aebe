"""A library that answers what it was told to; the real one is slow to start and has tests of its own."""

from collections import deque
from datetime import datetime

from bot.domain.library.passages import Answer, Citation
from bot.domain.library.rephrasing import Near, OtherWays
from bot.domain.submissions.people import Person

REFUSAL = Answer("资料库里没有。", True, "offline")


def cited(text: str, *, clause: str = "第一条", passage_id: str = "p1") -> Answer:
    """An answer with one citation."""
    citation = Citation("某条例(2020-01-01)", "某条例", clause, text, True, passage_id=passage_id)
    return Answer(text, False, "offline", (citation,))


class ScriptedAnswers:
    """Stands in for Answering: gives the enqueued answers, then refusals, and keeps the questions."""

    def __init__(self) -> None:
        self._answers: deque[Answer] = deque()
        self.history: list[tuple[str, str]] = []

    def enqueue(self, *answers: Answer) -> None:
        self._answers.extend(answers)

    def formal(self, words: str, draft: str) -> list[str]:
        """Knows no word of the rules."""
        return []

    async def ask(
        self,
        question: str,
        *,
        now: datetime,
        engine: str = "auto",
        person: Person | None = None,
        previous: str = "",
        shown: Answer | None = None,
    ) -> Answer:
        self.history.append((question, previous))
        return self._answers.popleft() if self._answers else REFUSAL

    async def original(self, citation: Citation, *, now: datetime, person: Person | None = None) -> str:
        return f"{citation.passage_id} 的全文"

    async def clause(self, passage_id: str, *, now: datetime, person: Person | None = None) -> str:
        return f"{passage_id} 的全文"

    async def other_ways(self, question: str, *, now: datetime, person: Person | None = None) -> OtherWays:
        return OtherWays((f"{question}有什么规定",), (Near("《某条例》第九条", "不得上酒……", "p9"),))
