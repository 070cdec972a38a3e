"""Word documents: order, tables, headings, printed numbers, links, headers, and tracked changes."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from moothall.documents.reading import docx as reader
from moothall.documents.reading.document import BlockKind, Document, Unreadable


def read(document: Any) -> Document:
    out = io.BytesIO()
    document.save(out)
    return reader.read(out.getvalue(), "report.docx")


def blocks(document: Document, kind: BlockKind) -> list[str]:
    page = document.pages[0]
    return [page.text[b.start : b.end] for b in page.blocks if b.kind is kind]


def test_paragraphs_and_tables_come_in_the_order_they_stand() -> None:
    source = docx.Document()
    source.add_paragraph("Before")
    table = source.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Key decision", "No"
    source.add_paragraph("After")

    words = read(source).pages[0].text

    assert words.split() == ["Before", "Key", "decision", "No", "After"]


def test_heading_styles_make_headings_with_levels() -> None:
    source = docx.Document()
    source.add_heading("Legal Implications", 2)

    page = read(source).pages[0]

    assert [(b.kind, b.level) for b in page.blocks] == [(BlockKind.HEADING, 2)]


def test_cells_keep_their_places_and_their_lines() -> None:
    source = docx.Document()
    table = source.add_table(rows=2, cols=2)
    table.cell(1, 0).text, table.cell(1, 1).text = "Contacts", "First\nSecond"

    found = read(source)

    cells = [b for b in found.pages[0].blocks if b.kind is BlockKind.TABLE_CELL]
    assert [(b.table, b.row, b.column) for b in cells] == [(0, 0, 0), (0, 0, 1), (0, 1, 0), (0, 1, 1)]
    assert blocks(found, BlockKind.TABLE_CELL)[3] == "First\nSecond"


def test_numbers_that_word_prints_are_written_before_the_words() -> None:
    source = docx.Document()
    source.add_paragraph("approve the plan", style="List Number")
    source.add_paragraph("publish it", style="List Number")

    found = read(source)

    assert blocks(found, BlockKind.LIST_ITEM) == ["1. approve the plan", "2. publish it"]
    assert [b.number for b in found.pages[0].blocks] == ["1", "2"]


def test_the_header_of_the_page_is_read_once_and_first() -> None:
    source = docx.Document()
    source.sections[0].header.paragraphs[0].text = "Marlbridge Borough Council"
    source.add_paragraph("Cabinet")

    assert read(source).pages[0].text.split("\n\n")[:2] == ["Marlbridge Borough Council", "Cabinet"]


def test_links_keep_their_words_and_address() -> None:
    source = docx.Document()
    paragraph = source.add_paragraph("Write to ")
    target = source.part.relate_to(
        "mailto:policy@marlbridge.example", docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK, True
    )
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), target)
    link.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>policy</w:t></w:r>"))
    paragraph._p.append(link)

    found = read(source)

    assert found.pages[0].text.strip() == "Write to policy"
    assert found.links == (("policy", "mailto:policy@marlbridge.example"),)


def test_tracked_changes_are_read_as_accepted() -> None:
    source = docx.Document()
    paragraph = source.add_paragraph("That Cabinet ")
    for tag, text in (("del", "<w:delText>notes</w:delText>"), ("ins", "<w:t>approves</w:t>")):
        paragraph._p.append(parse_xml(f'<w:{tag} {nsdecls("w")} w:id="1"><w:r>{text}</w:r></w:{tag}>'))

    assert read(source).pages[0].text.strip() == "That Cabinet approves"


def test_words_in_a_content_control_are_not_lost() -> None:
    source = docx.Document()
    control = parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>Cabinet, 9 July "
        "2024</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    source.element.body.insert(0, control)

    assert "Cabinet, 9 July 2024" in read(source).pages[0].text


@pytest.mark.parametrize(("data", "reason"), [(b"not a zip", "damaged")])
def test_a_file_that_is_no_document_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as refused:
        reader.read(data, "report.docx")

    assert refused.value.reason == reason


def test_a_document_without_words_is_empty() -> None:
    with pytest.raises(Unreadable) as refused:
        read(docx.Document())

    assert refused.value.reason == "empty"
