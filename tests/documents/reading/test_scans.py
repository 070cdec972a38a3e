"""Scans are recognised where Tesseract is installed and marked as such; elsewhere they are called what they are."""

from __future__ import annotations

import shutil

import pytest

from moothall.documents.reading import ocr
from moothall.documents.reading.document import Unreadable
from moothall.documents.reading.limits import Limits
from moothall.documents.reading.read import read_file
from tests.samples import hostile


def test_without_tesseract_a_scan_says_that_it_is_one_and_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "is_available", lambda: False)

    with pytest.raises(Unreadable) as refused:
        read_file(hostile.scanned_pdf(), "scan.pdf")

    assert refused.value.reason == "scanned"
    assert "Ask its author for the original" in refused.value.sentence


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed.")
def test_with_tesseract_a_scan_is_read_and_every_reader_is_told_to_check_it() -> None:
    document = read_file(hostile.scanned_pdf("RECOMMENDED that Cabinet approves the plan"), "scan.pdf")

    assert len(document.pages) == 2
    assert "Cabinet approves the plan" in document.pages[0].text
    assert document.metadata["text_by"] == "ocr"
    assert "may be wrong" in document.metadata["notes"][0]


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed.")
def test_a_scan_of_too_many_pages_is_refused() -> None:
    with pytest.raises(Unreadable) as refused:
        read_file(hostile.scanned_pdf(), "scan.pdf", limits=Limits(ocr_pages=1))

    assert refused.value.reason == "scanned"
    assert "more than is recognised here" in refused.value.sentence
