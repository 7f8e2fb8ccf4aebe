"""Word files to PDF through LibreOffice, where the machine has it. The layout is the Word file's."""

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.errors import InputError

PATIENCE_S = 90


def from_word(data: bytes) -> bytes:
    """The same pages as PDF. Raises InputError where LibreOffice is absent or fails."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise InputError("这台机器没有 LibreOffice，出不了 PDF：请装上它，或改存 .docx。")
    with TemporaryDirectory(prefix="shibao-") as folder:
        word = Path(folder, "report.docx")
        word.write_bytes(data)
        # A profile of its own: LibreOffice refuses to run twice over one.
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(word)]
        try:
            subprocess.run(command, capture_output=True, timeout=PATIENCE_S, check=True, stdin=subprocess.DEVNULL)
            return word.with_suffix(".pdf").read_bytes()
        except (subprocess.SubprocessError, OSError):
            raise InputError("LibreOffice 没能转成 PDF：请改存 .docx，再用它打开看看。") from None
