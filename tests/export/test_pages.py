"""Pages as LibreOffice sets them, and the judgement of an independent checker; each skips where its tool is absent."""

import importlib.util
import re
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from bot.domain.submissions.enclosures import Article, Imprint
from bot.export import docx, pdf
from tests.export.conftest import ARTICLE, IMPRINT

CHECKER = Path(__file__).resolve().parents[3] / "shared" / "examples" / "docx_check"


def page_lines(data: bytes) -> list[list[str]]:
    """The lines of every page, page numbers left out."""
    pages = [page.extract_text(extraction_mode="plain").splitlines() for page in PdfReader(BytesIO(data)).pages]
    return [[line.strip() for line in page if line.strip() and "—" not in line] for page in pages]


@pytest.mark.slow
def test_a_full_page_holds_22_lines_of_28_characters(rendered):
    pages = page_lines(rendered(docx.write([Article("满页", "国" * 28 * 60)], Imprint())))
    full = pages[1]
    assert len(full) == 22
    assert {len(line) for line in full} == {28}


@pytest.mark.slow
def test_a_report_of_the_usual_length_fits_one_a4_page_and_is_numbered(rendered):
    reader = PdfReader(BytesIO(rendered(docx.write([ARTICLE], IMPRINT))))
    assert len(reader.pages) == 1
    box = reader.pages[0].mediabox
    assert (round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4)) == (210, 297)
    assert re.search(r"— ?1 ?—", reader.pages[0].extract_text())


@pytest.mark.slow
def test_the_command_makes_a_pdf_of_the_same_pages(rendered):
    data = docx.write([ARTICLE], IMPRINT)
    assert page_lines(pdf.from_word(data)) == page_lines(rendered(data))


@pytest.mark.slow
@pytest.mark.skipif(importlib.util.find_spec("gongwen") is None, reason="gongwen-skill is not installed")
@pytest.mark.skipif(not CHECKER.exists(), reason="the checker's rules are not here")
def test_the_independent_checker_finds_nothing(tmp_path):
    shutil.copytree(CHECKER, tmp_path / "check")
    word = tmp_path / "report.docx"
    word.write_bytes(docx.write([ARTICLE], IMPRINT))
    script = tmp_path / "check" / "check_docx.py"
    found = subprocess.run([sys.executable, script, word], capture_output=True, text=True, timeout=60)
    assert found.stdout.strip() == "0 format issues"
