"""Reads what was written: Word's XML, rendered pages. The texts are of the tests' own making."""

import shutil
import subprocess
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from bot.domain.submissions.enclosures import Article, Imprint

BODY = """一、办展情况
（一）现场
10月31日上午9时，县文化馆在文化广场办展，展出作品124幅，观众370多人。
1.布展用时2天，志愿者18人参加。
（1）展板36块。
二、下一步
11月15日前把作品编成册子。"""
ARTICLE = Article("县文化馆在文化广场举办老年书画展", BODY)
IMPRINT = Imprint("云溪县文化和旅游局", date(2026, 11, 5), "陈建", "李萍")


def opened(data: bytes):
    return Document(BytesIO(data))


def attribute(element, path: str, name: str) -> str | None:
    """The w: attribute at a path of w: names under an element, as written on it: styles are not asked."""
    for step in path.split("/"):
        element = element.find(qn(f"w:{step}")) if element is not None else None
    return None if element is None else element.get(qn(f"w:{name}"))


def fonts(run) -> set[str | None]:
    return {attribute(run._r, "rPr/rFonts", slot) for slot in ("ascii", "hAnsi", "eastAsia")}


def paragraph(document, text: str):
    return next(each for each in document.paragraphs if each.text.startswith(text))


@pytest.fixture(scope="session")
def rendered(tmp_path_factory):
    """PDF bytes of a Word file, by LibreOffice; skips where it is not installed."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("pages")

    def render(data: bytes) -> bytes:
        word = Path(folder, "report.docx")
        word.write_bytes(data)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(word)]
        subprocess.run(command, capture_output=True, timeout=90, check=True)
        return word.with_suffix(".pdf").read_bytes()

    return render
