"""What our own writer sets out in a council's house style is read back: every field it wrote, from every format."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from moothall.documents.layouts import committee_report
from moothall.documents.reading import docx as docx_reader
from moothall.documents.reading import html as html_reader
from moothall.documents.reading import pdf as pdf_reader
from moothall.documents.reading.document import Document
from moothall.documents.records import Record
from moothall.documents.review import review
from moothall.documents.writing import docx, html, pdf
from moothall.domain.house_templates import HouseTemplate, Shape
from moothall.reference import house_templates
from tests.documents.invented import REPORT

MOMENT = datetime(2024, 7, 1, tzinfo=UTC)
TEMPLATES = house_templates.all_templates()
FORMATS = ("docx", "pdf", "html")


def as_read(template: HouseTemplate, written_as: str) -> Document:
    composed = committee_report.compose(REPORT, template)
    if written_as == "docx":
        return docx_reader.read(docx.write(composed), "report.docx")
    if written_as == "pdf":
        return pdf_reader.read(pdf.write(composed, timestamp=MOMENT), "report.pdf")
    return html_reader.read(html.write(composed, standalone=True), "report.html")


def record_of(template: HouseTemplate, written_as: str) -> Record:
    return review(as_read(template, written_as)).record


def asks_for(template: HouseTemplate, field: str) -> bool:
    return any(slot.field == field for slot in template.slots)


@pytest.fixture(
    scope="module",
    params=[(one, how) for one in TEMPLATES for how in FORMATS],
    ids=lambda pair: f"{pair[0].id}-{pair[1]}",
)
def pair(request: pytest.FixtureRequest) -> tuple[HouseTemplate, Record]:
    template, written_as = request.param
    return template, record_of(template, written_as)


def test_the_title_the_meeting_and_the_verbs_are_read_back(pair: tuple[HouseTemplate, Record]) -> None:
    _, record = pair

    assert record.title == REPORT.title
    assert (record.body or {})["name"] == REPORT.body
    assert record.meeting_date == "2024-07-11"
    assert record.verbs == ("approve", "delegate")


def test_every_implication_is_read_back_with_its_author(pair: tuple[HouseTemplate, Record]) -> None:
    _, record = pair

    found = {each["kind"]: each for each in record.implications or ()}

    assert {one.kind for one in REPORT.implications} <= set(found)
    assert found["financial"]["author"] == "Marion Bexley"
    assert found["legal"]["author"] == "Joan Whitcombe"
    assert found["financial"]["text"] == "No new spending."


def test_those_named_under_an_implication_are_no_contacts(pair: tuple[HouseTemplate, Record]) -> None:
    _, record = pair

    names = {officer["name"] for officer in record.officers or ()}

    assert names <= {"Daniel Ferris", "Priya Nair"}


def test_papers_appendices_wards_and_comments_are_read_back_where_the_house_has_them(
    pair: tuple[HouseTemplate, Record],
) -> None:
    template, record = pair

    if asks_for(template, "background_papers"):
        assert record.background_papers == "none"
    if asks_for(template, "appendices"):
        assert record.appendices == REPORT.appendices
    if asks_for(template, "wards"):
        assert record.wards == "All"
    if asks_for(template, "officer_comments"):
        said = [comment["officer"] for comment in record.officer_comments or ()]
        assert said == [comment.officer for comment in REPORT.officer_comments]
    if asks_for(template, "corporate_objectives"):
        assert record.objectives == (REPORT.corporate_objectives,)


def test_the_options_are_read_back_where_they_stand_in_paragraphs_of_their_own(
    pair: tuple[HouseTemplate, Record],
) -> None:
    template, record = pair
    rows = [slot for slot in template.slots if slot.field == "options" and slot.shape is Shape.ROW]

    if asks_for(template, "options") and not rows:
        assert record.options is not None
        assert [option.title in found for option, found in zip(REPORT.options, record.options, strict=True)] == [
            True,
            True,
        ]
