"""Samples printed by programs of others, where they are installed: Chromium and LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from tests import chromium


def chromium_pdf(page: bytes, folder: Path, *, tagged: bool = True) -> bytes | None:
    """A web page printed to PDF by Chromium, or None where there is none."""
    program = chromium.find()
    if program is None:
        return None
    source, made = folder / "sample.html", folder / "chromium.pdf"
    source.write_bytes(page)
    flags = [] if tagged else ["--disable-pdf-tagging"]
    subprocess.run(
        [str(program), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}", *flags,
         f"--print-to-pdf={made}", source.as_uri()],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return made.read_bytes()


def libreoffice(document: bytes, ending: str, to: str, folder: Path, *, options: str = "") -> bytes | None:
    """A document converted by LibreOffice ("pdf", "odt", "docx"), or None where there is none."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        return None
    source = folder / f"sample{ending}"
    source.write_bytes(document)
    subprocess.run(
        [program, f"-env:UserInstallation={(folder / 'office').as_uri()}", "--headless", "--convert-to",
         f"{to}{options}", "--outdir", str(folder / "made"), str(source)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return (folder / "made" / f"sample.{to}").read_bytes()
