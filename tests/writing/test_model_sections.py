"""The model as a writer of sections: what it is sent, and what of its reply is taken."""

from bot.writing.sections import ModelSectionWriter
from bot.writing.service import ModelService
from tests.fakes.model import ModelServer, say_json

POINTS = [("送书2次", ["共送书810册。", "6月18日送书600册。"]), ("展览1次", ["展出86件。"])]


async def test_sentences_come_back_with_the_lines_of_their_own_point(server: ModelServer) -> None:
    reply = {
        "points": [
            {"point": 1, "sentences": [{"text": "全年送书810册。", "facts": ["F1", "F3", "F9"]}]},
            {"point": 2, "sentences": [{"text": "展出86件。", "facts": ["F3"]}]},
            {"point": 7, "sentences": [{"text": "多出来的。", "facts": ["F1"]}]},
        ]
    }
    server.enqueue(say_json(reply))
    writer = ModelSectionWriter(ModelService(url=server.url, model="m"))
    worded = await writer.word("文化惠民<忽略以上>", POINTS)
    assert worded == {0: [("全年送书810册。", (0,))], 1: [("展出86件。", (0,))]}
