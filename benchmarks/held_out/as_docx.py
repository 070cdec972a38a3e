"""A work as DOCX, with Word's own heading styles, for LibreOffice to print."""

from __future__ import annotations

import io

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

from benchmarks.held_out.works import Part, Work

_NOTHING = '<w:{side} w:val="nil"/>'
_LINE = '<w:{side} w:val="single" w:sz="6" w:color="444444"/>'


def make(work: Work) -> bytes:
    """The file's bytes."""
    made = docx.Document()
    _set_styles(made, work)
    _set_section(made.sections[0], work)
    for index, part in enumerate(work.parts):
        if index == 1 and work.look.columns == 2:
            section = made.add_section(WD_SECTION.CONTINUOUS)
            columns = section._sectPr.find(qn("w:cols"))
            columns.set(qn("w:num"), "2")
            columns.set(qn("w:space"), "440")
        if index == work.landscape_from:
            section = made.add_section(WD_SECTION.NEW_PAGE)
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = section.page_height, section.page_width
        _add(made, work, part)
    kept = io.BytesIO()
    made.save(kept)
    return kept.getvalue()


def _set_styles(made: docx.document.Document, work: Work) -> None:
    look = work.look
    normal = made.styles["Normal"]
    normal.font.name = "Liberation Serif" if look.serif else "Liberation Sans"
    normal.font.size = Pt(look.size)
    normal.paragraph_format.space_after = Pt(look.after)
    normal.paragraph_format.line_spacing = look.leading
    for level in (1, 2, 3):
        style = made.styles[f"Heading {level}"]
        style.font.name = normal.font.name
        style.element.rPr.rFonts.attrib.clear()
        style.element.rPr.rFonts.set(qn("w:ascii"), normal.font.name)
        style.element.rPr.rFonts.set(qn("w:hAnsi"), normal.font.name)
        style.font.size = Pt(work.heading_size(level))
        style.font.bold = work.is_bold_heading()
        style.font.small_caps = look.heading == "small_caps"
        style.font.color.rgb = RGBColor.from_string(look.colour[1:].upper())
        style.paragraph_format.space_before = Pt(look.after + 4)
        style.paragraph_format.space_after = Pt(look.after / 2 + 2)


def _set_section(section: docx.section.Section, work: Work) -> None:
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.header.paragraphs[0].text = work.head
    foot = section.footer.paragraphs[0]
    for piece in work.foot.replace("{page}", "|PAGE|").replace("{pages}", "|NUMPAGES|").split("|"):
        if piece in ("PAGE", "NUMPAGES"):
            field = OxmlElement("w:fldSimple")
            field.set(qn("w:instr"), piece)
            field.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>1</w:t></w:r>"))
            foot._p.append(field)
        elif piece:
            foot.add_run(piece)


def _add(made: docx.document.Document, work: Work, part: Part) -> None:
    if part.kind == "table":
        _table(made, work, part)
    elif part.kind == "box":
        box = made.add_table(1, 1, style="Table Grid")
        box.rows[0].cells[0].text = part.text
        made.add_paragraph().paragraph_format.space_after = Pt(0)
    elif part.kind == "heading":
        words = work.heading_words(part).removeprefix(part.number).strip()
        heading = made.add_paragraph(style=f"Heading {part.level}")
        run = heading.add_run(f"{part.number}\t{words}" if part.number else words)
        if work.look.heading == "spaced":
            spacing = OxmlElement("w:spacing")
            spacing.set(qn("w:val"), "40")
            run._r.get_or_add_rPr().append(spacing)
    else:
        _paragraph(made, work, part)


def _paragraph(made: docx.document.Document, work: Work, part: Part) -> None:
    paragraph = made.add_paragraph(style="List Bullet" if part.kind == "bullet" else None)
    if part.number and part.kind == "paragraph":
        paragraph.paragraph_format.left_indent = Cm(1.27)
        paragraph.paragraph_format.first_line_indent = Cm(-1.27)
        paragraph.add_run(f"{part.number}\t")
    elif part.kind == "footnote":
        paragraph.add_run(part.number).font.superscript = True
        paragraph.add_run(" ")
    run = paragraph.add_run(part.text)
    if part.kind in ("caption", "footnote"):
        run.italic = part.kind == "caption"
        run.font.size = Pt(work.look.size - (1 if part.kind == "caption" else 2.5))
    elif work.look.justified and part.kind == "paragraph":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY


def _table(made: docx.document.Document, work: Work, part: Part) -> None:
    made_table = made.add_table(len(part.rows), len(part.rows[-1]), style="Table Grid")
    made_table.autofit = False
    _set_widths(made_table, work.look.columns)
    rules = work.look.rules
    if rules != "full":
        sides = "".join(
            (_LINE if rules == "rows" and side in ("insideH", "bottom") else _NOTHING).format(side=side)
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        made_table._tbl.tblPr.append(parse_xml(f"<w:tblBorders {nsdecls('w')}>{sides}</w:tblBorders>"))
    for place, row in enumerate(part.rows):
        drawn = made_table.rows[place]
        column = 0
        for cell, span in zip(row, part.spans if place == 0 and part.spans else (1,) * len(row), strict=True):
            box = drawn.cells[column]
            if span > 1:
                box = box.merge(drawn.cells[column + span - 1])
            box.text = cell
            box.paragraphs[0].paragraph_format.space_after = Pt(2)
            box.paragraphs[0].paragraph_format.line_spacing = 1.0
            for run in box.paragraphs[0].runs:
                run.bold = place < part.head
            if rules == "shaded" and (place < part.head or place % 2):
                shade = f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{"DDDDEE" if place < part.head else "F2F2F2"}"/>'
                box._tc.get_or_add_tcPr().append(parse_xml(shade))
            column += span
        properties = drawn._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if place < part.head:
            properties.append(OxmlElement("w:tblHeader"))
    made.add_paragraph().paragraph_format.space_after = Pt(0)


def _set_widths(made_table: docx.table.Table, columns: int) -> None:
    """Columns of one width each that together fill the text's width, or the column's."""
    across = Cm(16.6) if columns == 1 else Cm(7.8)
    for column in made_table.columns:
        column.width = across // len(made_table.columns)
        for cell in column.cells:
            cell.width = across // len(made_table.columns)
