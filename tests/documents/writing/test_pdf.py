"""The PDF: tagged, lasting, the same each time, carrying the plan it shows."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import timedelta

import pikepdf
import pypdfium2
import pytest

from moothall.documents.exchange import plan_json
from moothall.documents.layouts import committee_report, plan_narrative, plan_questions, plan_table, receipt
from moothall.documents.reading.attachments import plan_inside
from moothall.documents.writing import pdf
from moothall.documents.writing.document import Document, Heading, Paragraph, Table, cell, words
from moothall.reference import house_templates
from tests.documents.checker import faults
from tests.documents.invented import MOMENT, PLAN, REPORT, ROUND, SENT


def plan_pdf() -> bytes:
    inside = pdf.Attachment(name=plan_json.FILE_NAME, data=plan_json.to_bytes(PLAN), description="The plan as data")
    return pdf.write(plan_narrative.compose(PLAN, ROUND), attachments=(inside,), timestamp=MOMENT)


def text_of(data: bytes) -> str:
    return "\n".join(sheet.get_textpage().get_text_range() for sheet in pypdfium2.PdfDocument(data))


@pytest.mark.parametrize("template_id", house_templates.TEMPLATES)
def test_a_covering_report_in_every_house_passes_an_open_checker_for_access_and_keeping(template_id: str) -> None:
    document = committee_report.compose(REPORT, house_templates.by_id(template_id))

    written = pdf.write(document, timestamp=MOMENT)

    assert faults(written) == []


@pytest.mark.parametrize("layout", [plan_narrative, plan_questions, plan_table])
def test_a_plan_in_every_layout_passes_the_same_checker_with_its_data_inside(layout: object) -> None:
    document = layout.compose(PLAN, ROUND)  # type: ignore[attr-defined]
    inside = pdf.Attachment(name=plan_json.FILE_NAME, data=plan_json.to_bytes(PLAN))

    written = pdf.write(document, attachments=(inside,), timestamp=MOMENT)

    assert faults(written) == []


def test_the_checker_would_see_an_untagged_file() -> None:
    with pikepdf.open(io.BytesIO(plan_pdf())) as opened:
        del opened.Root.StructTreeRoot
        del opened.Root.MarkInfo
        kept = io.BytesIO()
        opened.save(kept)

    assert any(rule.startswith("UA1") or "UA" in rule for rule in faults(kept.getvalue()))


def test_a_plan_says_of_itself_what_it_is_and_lists_its_data_as_data() -> None:
    with pikepdf.open(io.BytesIO(plan_pdf())) as opened:
        root = opened.Root

        assert bool(root.MarkInfo.Marked)
        assert str(root.Lang) == "en-GB"
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        assert str(opened.docinfo.Title) == "Productivity Plan 2024"
        assert [str(file.AFRelationship) for file in root.AF] == ["/Data"]
        assert opened.attachments["plan.json"].get_file().mime_type == "application/json"


def test_the_plan_inside_the_pdf_is_the_plan() -> None:
    found = plan_inside(plan_pdf())

    assert found is not None
    assert plan_json.load(found) == PLAN


def test_the_same_plan_gives_the_same_bytes_and_another_moment_gives_others() -> None:
    document = committee_report.compose(REPORT, house_templates.plain())

    first, again = (pdf.write(document, timestamp=MOMENT) for _ in range(2))
    later = pdf.write(document, timestamp=MOMENT + timedelta(days=1))

    assert first == again
    assert first != later
    assert plan_pdf() == plan_pdf()


def test_headings_tables_lists_and_row_headings_are_tagged_as_such() -> None:
    written = pdf.write(committee_report.compose(REPORT, house_templates.plain()), timestamp=MOMENT)

    with pikepdf.open(io.BytesIO(written)) as opened:
        elements = [item for item in opened.objects if isinstance(item, pikepdf.Dictionary) and "/P" in item]
        tags = {str(item.S) for item in elements if "/S" in item}
        scopes = [str(item.A[0].get("/Scope")) for item in elements if item.get("/S") == "/TH" and "/A" in item]

    assert {"/Title", "/H1", "/P", "/L", "/LI", "/Table", "/THead", "/TH", "/TR", "/TD"} <= tags
    assert {"/Row", "/Column"} <= set(scopes)


def test_what_looks_like_typesetting_stands_on_the_page_as_typed() -> None:
    typed = '#panic("x") *bold* $sum$ @ref <label> #include "page.typ" \\u{41} // not a comment'

    written = pdf.write(Document("#panic()", (Heading(typed), Paragraph(words(typed)))), timestamp=MOMENT)

    assert text_of(written).replace("\r\n", "\n").count(typed) == 2


def test_a_plan_with_an_emoji_and_a_bengali_word_is_still_printed_and_says_what_is_not_shown() -> None:
    document = Document("Plan", (Paragraph(words("Opened 🎉 for বাংলা speakers, العربية too")),))

    said = text_of(pdf.write(document, timestamp=MOMENT))

    assert "Opened [party popper] for [Bengali text] speakers" in said
    assert "العربية" in said or "ةيبرعلا" in said


def test_a_table_that_fits_on_a_page_is_not_parted_and_one_that_does_not_fit_repeats_its_head() -> None:
    filling = tuple(Paragraph(words("A line of the page.")) for _ in range(25))
    short = Table(tuple((cell(f"row {place}"), cell("x")) for place in range(20)), header=("Name", "Value"))
    long = Table(tuple((cell(f"row {place}"), cell("x")) for place in range(90)), header=("Name", "Value"))

    fits = pypdfium2.PdfDocument(pdf.write(Document("T", (*filling, short)), timestamp=MOMENT))
    does_not = pypdfium2.PdfDocument(pdf.write(Document("T", (*filling, long)), timestamp=MOMENT))

    pages = [sheet.get_textpage().get_text_range() for sheet in fits]
    assert ["row 0" in text for text in pages] == ["row 19" in text for text in pages] == [False, True]
    assert sum("Name" in sheet.get_textpage().get_text_range() for sheet in does_not) > 1
    assert "row 89" in does_not[len(does_not) - 1].get_textpage().get_text_range()


def test_every_page_says_what_it_is_of_and_which_page_it_is() -> None:
    document = committee_report.compose(REPORT, house_templates.plain())

    written = pypdfium2.PdfDocument(pdf.write(document, timestamp=MOMENT))

    for place, sheet in enumerate(written, start=1):
        said = sheet.get_textpage().get_text_range()
        assert "Productivity Plan 2024. Cabinet, 11 July 2024. Item 7" in said
        assert f"Page {place} of {len(written)}" in said


def test_a_receipt_is_one_page() -> None:
    assert len(pypdfium2.PdfDocument(pdf.write(receipt.compose(SENT), timestamp=MOMENT))) == 1


def test_missing_fonts_are_a_refusal_to_print_and_not_another_look(monkeypatch: pytest.MonkeyPatch) -> None:
    source = pdf.TEMPLATE.read_bytes().replace(b'"Source Serif 4"', b'"A font nobody has"')
    folder = pdf.TEMPLATE.with_name("no-such-folder")

    class Changed:
        def read_bytes(self) -> bytes:
            return source

    monkeypatch.setattr(pdf, "TEMPLATE", Changed())
    with pytest.raises(pdf.NotWritten, match="would not look as it should"):
        pdf.write(Document("T", ()), timestamp=MOMENT)

    pdf.fonts.cache_clear()
    monkeypatch.setattr(pdf, "FONTS", folder)
    with pytest.raises(pdf.NotWritten, match="Run the set-up again"):
        pdf.write(Document("T", ()), timestamp=MOMENT)
    pdf.fonts.cache_clear()


def test_any_file_may_be_carried_not_only_text() -> None:
    picture = bytes(range(256))
    carried = pdf.Attachment(name="plan.bin", data=picture, media_type="application/octet-stream")

    written = pdf.write(Document("T", ()), attachments=(carried,), timestamp=MOMENT)

    with pikepdf.open(io.BytesIO(written)) as opened:
        assert opened.attachments["plan.bin"].get_file().read_bytes() == picture


def test_headings_that_skip_a_level_are_drawn_in_so_that_the_outline_holds() -> None:
    document = Document("T", (Heading("First", 4), Heading("Second", 2), Heading("Third", 6)))

    assert faults(pdf.write(document, timestamp=MOMENT)) == []


def test_a_colour_that_is_no_colour_is_refused_before_it_can_be_code() -> None:
    with pytest.raises(ValueError, match="#rrggbb"):
        replace(Document("T", ()), colour="red;} body {display: none")
