"""The two indexes and how they are joined: what is found, by whom, and what happens when a folder breaks."""

import shutil
from pathlib import Path

import pytest

from bot.errors import IndexUnavailable
from bot.retrieval.keyword import KeywordIndex
from bot.retrieval.search import fuse
from bot.retrieval.vector import VectorIndex
from tests.fakes.embedder import HashedVectors

EVERYONE = frozenset({""})
TEXTS = {
    "p1": ("d1", "", "文化场馆每周开放时间不得少于五十六小时"),
    "p2": ("d1", "", "单位借用文化场馆场地的应当提前五个工作日申请"),
    "p3": ("d2", "museum", "博物馆库房每日巡查两次"),
}


@pytest.fixture
def keyword(tmp_path: Path) -> KeywordIndex:
    index = KeywordIndex(tmp_path)
    index.write([(key, document, unit, text) for key, (document, unit, text) in TEXTS.items()], [])
    return index


@pytest.fixture
def vectors(tmp_path: Path) -> VectorIndex:
    index = VectorIndex(tmp_path, "hashed-1")
    embed = HashedVectors().query
    index.write([(key, document, unit, embed(text)) for key, (document, unit, text) in TEXTS.items()], [])
    return index


def found(hits: list[tuple[str, float]]) -> list[str]:
    return [key for key, _ in hits]


def test_words_of_one_and_two_characters_are_found(keyword: KeywordIndex) -> None:
    assert found(keyword.search([("借", 1.0)], EVERYONE, 5)) == ["p2"]
    assert found(keyword.search([("开放", 1.0)], EVERYONE, 5))[0] == "p1"


def test_a_unit_sees_its_own_and_what_is_for_all(keyword: KeywordIndex, vectors: VectorIndex) -> None:
    both = frozenset({"", "museum"})
    query = HashedVectors().query("博物馆库房巡查")
    assert "p3" in found(keyword.search([("博物馆", 1.0)], both, 5))
    assert found(vectors.search(query, both, 5))[0] == "p3"
    assert "p3" not in found(keyword.search([("博物馆", 1.0)], EVERYONE, 5))
    assert "p3" not in found(vectors.search(query, EVERYONE, 5))
    assert keyword.search([("博物馆", 1.0)], frozenset(), 5) == []
    assert vectors.search(query, frozenset(), 5) == []


def test_the_first_passage_of_a_unit_is_hidden_from_others_at_once(tmp_path: Path) -> None:
    index = KeywordIndex(tmp_path)
    index.write([("p1", "d1", "", "文化场馆每周开放")], [])
    assert found(index.search([("开放", 1.0)], EVERYONE, 5)) == ["p1"]
    assert index.search([("开放", 1.0)], frozenset({"museum"}), 5) == []
    index.write([("p2", "d2", "museum", "库房不开放")], [])
    assert found(index.search([("开放", 1.0)], EVERYONE, 5)) == ["p1"]
    assert found(index.search([("开放", 1.0)], frozenset({"museum"}), 5)) == ["p2"]


def test_a_rewritten_document_leaves_nothing_behind(keyword: KeywordIndex, vectors: VectorIndex) -> None:
    new = "场馆实行预约制"
    keyword.write([("p9", "d1", "", new)], [])
    vectors.write([], ["d1"])
    vectors.write([("p9", "d1", "", HashedVectors().query(new))], [])
    assert found(keyword.search([("开放时间", 1.0), ("场馆", 1.0)], EVERYONE, 5)) == ["p9"]
    assert found(vectors.search(HashedVectors().query("开放时间"), EVERYONE, 5)) == ["p9"]


def test_rarity_is_nothing_for_what_the_library_does_not_hold(keyword: KeywordIndex) -> None:
    rarity = keyword.rarity(["场馆", "开放", "彩票"])
    assert rarity["彩票"] == 0
    assert rarity["开放"] > rarity["场馆"] > 0


def test_a_broken_keyword_folder_is_made_anew(tmp_path: Path) -> None:
    index = KeywordIndex(tmp_path)
    index.write([("p1", "d1", "", "借书")], [])
    index.progress.write({"d1": 1})
    for file in tmp_path.glob("keyword-*/*"):
        file.write_bytes(b"broken")
    again = KeywordIndex(tmp_path)
    assert again.search([("借书", 1.0)], EVERYONE, 5) == []
    assert again.progress.read() == {}


def killed_in_a_commit(folder: Path) -> None:
    """Leave the folder as it was before the next write, but for the file of deletions that the write made.

    The next write of as many steps wants the name of that file.
    """
    before, after = folder.with_name("before"), folder.with_name("after")
    shutil.copytree(folder, before)
    KeywordIndex(folder.parent).write([("p4", "d4", "", "还书")], ["d1"])
    shutil.move(folder, after)
    shutil.move(before, folder)
    (left,) = after.glob("*.del")
    shutil.copy(left, folder)


def test_a_killed_commit_says_so_and_the_cleared_index_works(tmp_path: Path) -> None:
    index = KeywordIndex(tmp_path)
    index.write([("p1", "d1", "", "借书"), ("p2", "d2", "", "办证")], [])
    (folder,) = (path for path in tmp_path.iterdir() if path.is_dir())
    killed_in_a_commit(folder)
    again = KeywordIndex(tmp_path)
    assert found(again.search([("借书", 1.0)], EVERYONE, 5)) == ["p1"]
    with pytest.raises(IndexUnavailable):
        again.write([("p4", "d4", "", "还书")], ["d1"])
    again.clear()
    again.write([("p2", "d2", "", "办证")], [])
    assert found(again.search([("办证", 1.0)], EVERYONE, 5)) == ["p2"]
    assert again.progress.read() == {}


def test_a_broken_vector_folder_says_so_and_a_new_generation_works(tmp_path: Path) -> None:
    index = VectorIndex(tmp_path, "hashed-1")
    database = tmp_path / "vector-hashed-1" / "1" / "chroma" / "chroma.sqlite3"
    database.parent.mkdir(parents=True)
    database.write_bytes(b"this is no database" * 500)
    with pytest.raises(IndexUnavailable):
        index.probe()
    index.start_anew()
    index.write([("p1", "d1", "", HashedVectors().query("借书"))], [])
    assert found(index.search(HashedVectors().query("借书"), EVERYONE, 5)) == ["p1"]


def test_fusion_takes_both_lists_by_score_and_the_keywords_alone_without_vectors() -> None:
    keyword = [("a", 9.0), ("b", 5.0), ("c", 1.0)]
    vector = [("b", 0.9), ("c", 0.89), ("a", 0.5)]
    assert found(fuse(keyword, vector, 3)) == ["b", "c", "a"]
    assert fuse(keyword, [], 3) == [("a", 1.0), ("b", 0.5), ("c", 0.0)]
