"""The DOCX: real styles, numbers that survive, tables that can be followed by ear."""

from __future__ import annotations

import io
import zipfile

import docx as word
import pytest
from docx.oxml.ns import qn

from moothall.documents.layouts import committee_report, plan_narrative
from moothall.documents.reading.read import read_file
from moothall.documents.writing import docx
from moothall.reference import house_templates
from tests.documents.invented import MOMENT, PLAN, REPORT, ROUND


def report(template_id: str = "plain") -> bytes:
    return docx.write(committee_report.compose(REPORT, house_templates.by_id(template_id)), timestamp=MOMENT)


def opened(data: bytes) -> word.document.Document:
    return word.Document(io.BytesIO(data))


def test_the_title_and_headings_have_the_styles_that_navigation_goes_by() -> None:
    found = opened(report())

    titles = [line.text for line in found.paragraphs if line.style.name == "Title"]
    headings = [line.text for line in found.paragraphs if line.style.name == "Heading 1"]
    assert titles == ["Productivity Plan 2024"]
    assert headings[:3] == ["1\tPurpose", "2\tSummary", "3\tRecommendations"]


def test_paragraph_numbers_are_text_so_that_they_survive_copying() -> None:
    lines = [line.text for line in opened(report()).paragraphs]

    assert "2.1\tThe government asked for a plan." in lines
    assert "2.2\tIt is at Appendix A." in lines


def test_a_table_says_which_cells_are_headings_and_keeps_its_rows_whole() -> None:
    found = opened(report())

    facts, options = found.tables[0], found.tables[1]
    assert facts._tbl.tblPr.find(qn("w:tblLook")).get(qn("w:firstColumn")) == "1"
    assert options._tbl.tblPr.find(qn("w:tblLook")).get(qn("w:firstRow")) == "1"
    assert options.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for table in found.tables for row in table.rows)
    assert options._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "Options considered"


def test_the_file_says_its_language_title_and_moment() -> None:
    found = opened(report())

    languages = {said.get(qn("w:val")) for said in found.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}
    assert found.core_properties.title == "Productivity Plan 2024"
    assert found.core_properties.created == MOMENT


def test_an_office_without_our_fonts_is_told_which_of_its_own_to_use() -> None:
    with zipfile.ZipFile(io.BytesIO(report())) as packed:
        table = packed.read("word/fontTable.xml").decode()

    assert '<w:font w:name="Source Serif 4"><w:altName w:val="Georgia"/>' in table
    assert '<w:font w:name="Source Sans 3"><w:altName w:val="Arial"/>' in table


def test_the_same_report_gives_the_same_bytes() -> None:
    assert report() == report()


@pytest.mark.parametrize("template_id", house_templates.TEMPLATES)
def test_what_was_written_can_be_read_back(template_id: str) -> None:
    said = "\n".join(page.text for page in read_file(report(template_id), "report.docx").pages)

    assert "Productivity Plan 2024" in said
    assert "approves the plan at Appendix A for submission" in said
    assert "Joan Whitcombe, principal solicitor" in said


def test_a_plan_reads_back_with_its_paragraph_numbers() -> None:
    data = docx.write(plan_narrative.compose(PLAN, ROUND), timestamp=MOMENT)

    blocks = [block for page in read_file(data, "plan.docx").pages for block in page.blocks]

    assert {"1", "2", "3"} <= {block.number for block in blocks}
