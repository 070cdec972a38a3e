"""The plan's data out of a PDF that carries it, and out of no other."""

from __future__ import annotations

import io
import zlib

import pikepdf
import pytest

from moothall.documents.reading import attachments
from moothall.documents.writing import pdf
from moothall.documents.writing.document import Document
from tests.documents.invented import MOMENT


def carrying(name: str, data: bytes) -> bytes:
    return pdf.write(Document("T", ()), attachments=(pdf.Attachment(name=name, data=data),), timestamp=MOMENT)


def test_the_attached_plan_comes_out_byte_for_byte() -> None:
    assert attachments.plan_inside(carrying("plan.json", b'{"a": 1}')) == b'{"a": 1}'


def test_a_pdf_without_one_or_with_another_file_has_none() -> None:
    assert attachments.plan_inside(pdf.write(Document("T", ()), timestamp=MOMENT)) is None
    assert attachments.plan_inside(carrying("other.json", b"{}")) is None


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 nonsense", b"PK\x03\x04", b"{}"])
def test_what_is_no_pdf_has_none(data: bytes) -> None:
    assert attachments.plan_inside(data) is None


def test_an_attachment_that_unpacks_to_too_much_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attachments, "MOST_BYTES", 1000)
    with pikepdf.open(io.BytesIO(carrying("plan.json", b"{}"))) as opened:
        stream = opened.attachments["plan.json"].get_file().obj
        stream.write(zlib.compress(b" " * 1_000_000), filter=pikepdf.Name.FlateDecode)
        kept = io.BytesIO()
        opened.save(kept, compress_streams=False)

    assert attachments.plan_inside(kept.getvalue()) is None
