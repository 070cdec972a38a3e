"""A page as a picture, and the boxes in which the words of a span stand on it."""

from __future__ import annotations

import io

import pypdfium2 as pdfium
import pytest
from PIL import Image

from moothall.documents.reading.document import Unreadable
from moothall.documents.reading.pictures import boxes, page_png
from moothall.documents.reading.read import Readers, read_file
from tests.samples import as_reportlab_pdf, as_typst_pdf, hostile, report

MAKERS = {
    "tagged": lambda: as_typst_pdf.make(report.MATTER, header=report.HEAD),
    "untagged": lambda: as_reportlab_pdf.make(report.MATTER, header=report.HEAD),
    "on its side": lambda: hostile.sideways(as_reportlab_pdf.make(report.MATTER), 90),
}


def test_a_page_is_drawn_as_wide_as_asked() -> None:
    png = page_png(MAKERS["untagged"](), 1, width=640)

    drawn = Image.open(io.BytesIO(png))
    assert drawn.format == "PNG"
    assert abs(drawn.width - 640) <= 1
    assert abs(drawn.height / drawn.width - 842 / 595) < 0.01


@pytest.mark.parametrize("maker", MAKERS)
@pytest.mark.parametrize("words", ["runs to four pages", "8.4", "Recommendations", "None arise from the plan"])
def test_the_words_of_a_span_stand_inside_its_boxes_and_no_others_do(maker: str, words: str) -> None:
    data = MAKERS[maker]()
    document = read_file(data, "report.pdf")
    page = next(page for page in document.pages if words in page.text)
    start = page.text.index(words)

    found = boxes(data, page.number, start, start + len(words))

    picture = Image.open(io.BytesIO(page_png(data, page.number, width=1400))).convert("L")
    assert len(found) == 1
    left, top, right, bottom = found[0]
    assert 0 <= left < right <= 1
    assert 0 <= top < bottom <= 1
    assert darkest(picture, left, top, right, bottom) < 100
    if maker != "on its side":
        assert inside(data, page.number, found[0]) == words


def test_a_span_over_two_lines_has_a_box_for_each() -> None:
    data = MAKERS["untagged"]()
    document = read_file(data, "report.pdf")
    page = document.pages[0]
    block = next(block for block in page.blocks if block.number == "1.1")

    found = boxes(data, 1, block.start, block.end)

    assert len(found) in (2, 3)
    assert [box[1] for box in found] == sorted(box[1] for box in found)


def test_several_spans_are_answered_together() -> None:
    data = MAKERS["tagged"]()

    with Readers() as readers:
        found = readers.boxes(data, 1, [(0, 5), (3, 3)])

    assert len(found) == 2
    assert len(found[0]) == 1
    assert found[1] == []


def test_a_page_that_is_not_there_is_refused() -> None:
    with pytest.raises(Unreadable) as refused:
        page_png(MAKERS["untagged"](), 99, width=300)

    assert refused.value.reason == "no_such_page"


def test_a_text_file_has_no_pages_to_draw() -> None:
    with pytest.raises(Unreadable) as refused:
        page_png(b"plain words", 1, width=300)

    assert "only a PDF has" in refused.value.sentence


def inside(data: bytes, number: int, box: tuple[float, float, float, float]) -> str:
    """The words that PDFium by itself finds in a box given in fractions of an upright page."""
    page = pdfium.PdfDocument(data)[number - 1]
    width, height = page.get_size()
    left, top, right, bottom = box
    found = page.get_textpage().get_text_bounded(left * width, height * (1 - bottom), right * width, height * (1 - top))
    return " ".join(found.split())


def darkest(picture: Image.Image, left: float, top: float, right: float, bottom: float) -> int:
    """The darkest grey in a part of a picture given in fractions of it."""
    box = (
        int(left * picture.width),
        int(top * picture.height),
        max(1, int(right * picture.width)),
        max(1, int(bottom * picture.height)),
    )
    part = picture.crop((box[0], box[1], max(box[2], box[0] + 1), max(box[3], box[1] + 1)))
    return int(part.getextrema()[0])  # type: ignore[arg-type]
