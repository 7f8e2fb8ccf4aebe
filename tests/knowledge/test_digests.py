"""The starter library keeps its promises: points are sourced, none is copied, old figures are marked old."""

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml

from bot.domain.library.clauses import ARTICLE, numeral

ROOT = Path(__file__).parents[2]
KNOWLEDGE = ROOT / "knowledge"
POLICIES = sorted((KNOWLEDGE / "policies").glob("*.md"))
SUMMARIES = sorted((KNOWLEDGE / "summaries").glob("*.md"))
CORPUS = ROOT.parent / "shared" / "corpus"
FIELDS = {
    "title", "aliases", "issuer", "number", "dated", "effective", "in_force", "replaced_by",
    "kind", "source", "verified",
}  # fmt: skip
POINT = re.compile(r"^（[一二三四五六七八九十]+）(.+)$")
PROVENANCE = re.compile(
    r"（来源：[^（）；]+(?:（[^（）]*）[^（）；]*)*(?:；[^；]+)?；日期：[^；]+；"
    r"核实：(?P<level>V[123]|G) .+）$"
)
DATE = re.compile(r"^\d{4}(-\d{2}(-\d{2})?)?$")


@cache
def card(path: Path) -> dict[str, object]:
    """The front matter as written; dates stay text, so that 2013-12 and 2013-12-31 are treated alike."""
    front = path.read_text(encoding="utf-8").split("---\n", 2)[1]
    loaded = yaml.load(front, Loader=yaml.BaseLoader)
    assert isinstance(loaded, dict)
    return loaded


@cache
def body(path: Path) -> str:
    return path.read_text(encoding="utf-8").split("---\n", 2)[2]


def points(path: Path) -> list[str]:
    return [match[1] for line in body(path).splitlines() if (match := POINT.match(line))]


def named(path: Path) -> str:
    return path.stem


@cache
def corpus_text() -> str:
    files = (p for p in sorted(CORPUS.rglob("*")) if p.suffix in {".md", ".txt"})
    return "\n".join(re.sub(r"\s", "", p.read_text(encoding="utf-8")) for p in files)


@pytest.mark.parametrize("path", POLICIES + SUMMARIES, ids=named)
def test_the_card_of_a_document_is_complete_and_well_formed(path: Path) -> None:
    fields = card(path)
    assert set(fields) == FIELDS
    assert fields["title"]
    assert isinstance(fields["aliases"], list)
    assert fields["in_force"] in {"true", "false", ""}
    for name in ("dated", "effective"):
        value = str(fields[name])
        assert not value or DATE.match(value), f"{name}: {value}"
        if value.count("-") == 2:
            date.fromisoformat(value)


@pytest.mark.parametrize("path", POLICIES, ids=named)
def test_a_digest_says_that_it_is_not_the_original(path: Path) -> None:
    assert card(path)["kind"] == "要点，非原文"
    assert "（要点，非原文）" in body(path).splitlines()[1]


@pytest.mark.parametrize("path", POLICIES, ids=named)
def test_every_point_names_source_date_and_how_far_it_was_verified(path: Path) -> None:
    found = points(path)
    assert found
    assert [p for p in found if not PROVENANCE.search(p)] == []
    loose = [line for line in body(path).splitlines() if line and line[0] not in "#（"]
    assert loose == []


@pytest.mark.parametrize("path", POLICIES, ids=named)
def test_general_knowledge_is_never_told_as_certain(path: Path) -> None:
    general = [p for p in points(path) if (m := PROVENANCE.search(p)) and m["level"] == "G"]
    assert [p for p in general if "核实：G 一般知识，用前请核）" not in p] == []


@pytest.mark.parametrize("path", POLICIES, ids=named)
def test_a_point_stands_alone_and_fits_a_passage(path: Path) -> None:
    heads = [p.split("：", 1)[0] for p in points(path)]
    assert len(heads) == len(set(heads))
    assert [p for p in points(path) if len(p) > 300] == []


@pytest.mark.parametrize("path", POLICIES, ids=named)
def test_superseded_points_stand_only_in_documents_out_of_force(path: Path) -> None:
    marked = [p.startswith("【已被取代】") for p in points(path)]
    out_of_force = card(path)["in_force"] == "false"
    assert all(marked) if out_of_force else not any(marked)


def test_a_document_out_of_force_names_the_one_that_replaced_it() -> None:
    titles = {str(card(p)["title"]) for p in POLICIES}
    for path in POLICIES:
        fields = card(path)
        if fields["in_force"] == "false":
            assert fields["replaced_by"] in titles, path.stem
        else:
            assert not fields["replaced_by"], path.stem


@pytest.mark.parametrize(
    ("old", "subject"),
    [
        ("20平方米", "县级"),
        ("不得提供高档酒水", "酒"),
        ("10页", "文件"),
        ("30%到50%", "会议"),
        ("50、80分", "市级"),
    ],
)
def test_an_old_figure_stands_only_in_a_document_out_of_force(old: str, subject: str) -> None:
    holders = [p for p in POLICIES if any(old in point and subject in point for point in points(p))]
    assert holders
    assert [p.stem for p in holders if card(p)["in_force"] != "false"] == []


@pytest.mark.parametrize("path", SUMMARIES, ids=named)
def test_a_sample_summary_is_marked_as_invented_and_full_of_figures(path: Path) -> None:
    text = body(path)
    assert card(path)["kind"] == "总结样例（虚构单位）"
    assert "虚构单位" in text.splitlines()[1]
    for heading in ("作风转变", "文化惠民", "存在的问题", "下一步"):
        assert heading in text
    assert 1200 <= len(re.sub(r"\s", "", text)) <= 1800
    assert [p for p in points(path) if not re.search(r"\d", p)] == []


@pytest.mark.skipif(not CORPUS.exists(), reason="the shared corpus is not beside the project")
@pytest.mark.parametrize("path", POLICIES + SUMMARIES, ids=named)
def test_no_sentence_is_copied_from_a_published_text(path: Path) -> None:
    text = re.sub(r"\s", "", body(path))
    windows = {text[i : i + 25] for i in range(len(text) - 24)}
    assert sorted(w for w in windows if w in corpus_text()) == []


CITED = re.compile(r"(?:来源：|、)(?P<law>[一-龥]{2,}?(?:法|条例|办法))(?=(?P<articles>(?:、?第[一-龥]+条)+))")
FIGURE = re.compile(r"\d+(?=万?[元日天年倍人名个小周平米岁]|[%％]|月\d+日)")


@cache
def articles(law: str, version: str) -> dict[int, str]:
    """Number → words of the articles of a published law, in one version or in all; empty where there is none."""
    found: dict[int, str] = {}
    for path in (CORPUS / "policies").glob(f"{law}({version or '*'}).md"):
        number = 0
        for line in (line.strip(" \u3000") for line in path.read_text(encoding="utf-8").splitlines()):
            number = numeral(match[1]) if (match := ARTICLE.match(line)) else number
            found[number] = found.get(number, "") + line
    return found


def cited(point: str, version: str) -> str:
    """The words of the articles that a point names as its source, of another law than its own in any version."""
    words, source = "", point[point.rindex("（来源：") :]
    for match in CITED.finditer(source.split("；日期")[0]):
        of_law = articles(match["law"], version) or articles(match["law"], "")
        for article in re.findall(r"第[一-龥]+?条", match["articles"]):
            assert not of_law or numeral(article[1:-1]) in of_law, f"{match['law']} has no {article}"
            words += of_law.get(numeral(article[1:-1]), "")
    return words


@pytest.mark.skipif(not CORPUS.exists(), reason="the shared corpus is not beside the project")
@pytest.mark.parametrize("path", POLICIES, ids=named)
def test_every_figure_of_a_point_stands_in_the_article_that_it_names(path: Path) -> None:
    version = str(card(path)["dated"]) if card(path)["in_force"] == "true" else ""
    for point in points(path):
        if words := cited(point, version):
            told = point[: point.rindex("（来源：")]
            known = {numeral(run) for run in re.findall(r"\d+|[一二三四五六七八九十百千]+", words.replace("两", "二"))}
            figures = [int(run) for run in FIGURE.findall(re.sub(r"(?:19|20)\d\d年", "", told))]
            assert [figure for figure in figures if figure not in known] == [], point
