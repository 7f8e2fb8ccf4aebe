"""The clause behind a citation among its neighbours."""

from bot.domain.library.originals import with_neighbours
from bot.domain.library.passages import Document, Passage


def test_a_neighbour_says_its_heading_once() -> None:
    texts = (("一、", "（一）几个人：不超过3人。", "（一）几个人"), ("二、", "（二）几顿饭：1次。", "（二）几顿饭"))
    whole = [Passage(f"p{n}", "d", n, clause, (path,), text) for n, (clause, text, path) in enumerate(texts)]
    whole.append(Passage("p2", "d", 2, "三、", ("第二章 附则",), "自发布之日起施行。"))
    shown = with_neighbours(Document("d", "办法", "办法", "0"), whole[1], whole)
    assert shown.split("\n\n")[1:] == [
        "（一）几个人：不超过3人。",
        "▶ （二）几顿饭：1次。",
        "第二章 附则\n自发布之日起施行。",
    ]
