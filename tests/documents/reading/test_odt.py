"""OpenDocument texts: headings, lists with the numbers they print, tables, running heads."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from moothall.documents.reading import odt
from moothall.documents.reading.document import BlockKind, Document, Unreadable
from tests.samples import as_docx, by_programs, compared, report

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"'
    for name, urn in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("fo", "xsl-fo-compatible"),
    )
)  # fmt: skip
STYLES = """<office:automatic-styles><style:style style:name="B" style:family="text">
<style:text-properties fo:font-weight="bold"/></style:style>
<text:list-style style:name="L1"><text:list-level-style-number
 text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>
</text:list-style></office:automatic-styles>"""


def made(body: str) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f"<office:document-content {SPACES}>{STYLES}<office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
        )
    return kept.getvalue()


def said(document: Document, kind: BlockKind) -> list[str]:
    page = document.pages[0]
    return [page.text[block.start : block.end] for block in page.blocks if block.kind is kind]


def test_headings_bold_lines_and_paragraphs_are_told_apart() -> None:
    document = odt.read(
        made(
            '<text:h text:outline-level="2">1 Purpose</text:h><text:p>Some<text:s text:c="2"/>words.</text:p>'
            '<text:p><text:span text:style-name="B">Options</text:span></text:p>'
        ),
        "a.odt",
    )

    assert said(document, BlockKind.HEADING) == ["1 Purpose", "Options"]
    assert document.pages[0].blocks[0].number == "1"
    assert said(document, BlockKind.PARAGRAPH) == ["Some  words."]


def test_numbered_lists_carry_the_numbers_they_print() -> None:
    document = odt.read(
        made(
            '<text:list text:style-name="L1"><text:list-item><text:p>First</text:p><text:list><text:list-item>'
            "<text:p>Under it</text:p></text:list-item></text:list></text:list-item>"
            "<text:list-item><text:p>Second</text:p></text:list-item></text:list>"
        ),
        "a.odt",
    )

    assert said(document, BlockKind.LIST_ITEM) == ["1. First", "(a) Under it", "2. Second"]
    assert [block.number for block in document.pages[0].blocks] == ["1", "a", "2"]


def test_repeated_cells_are_written_out_and_empty_ones_at_the_end_left() -> None:
    document = odt.read(
        made(
            '<table:table><table:table-row><table:table-cell table:number-columns-repeated="2"><text:p>x</text:p>'
            '</table:table-cell><table:table-cell table:number-columns-repeated="1000"/></table:table-row>'
            "</table:table>"
        ),
        "a.odt",
    )

    assert said(document, BlockKind.TABLE_ROW) == ["x\tx"]


def test_a_file_that_is_no_opendocument_is_damaged() -> None:
    with pytest.raises(Unreadable) as refused:
        odt.read(b"PK nothing", "a.odt")

    assert refused.value.reason == "damaged"


def test_a_report_saved_by_libreoffice_keeps_everything(tmp_path: Path) -> None:
    data = by_programs.libreoffice(as_docx.make(report.MATTER), ".docx", "odt", tmp_path)
    if data is None:
        pytest.skip("LibreOffice is not installed.")

    document = odt.read(data, "report.odt")

    assert compared.compare(document, report.MATTER).missed == []
