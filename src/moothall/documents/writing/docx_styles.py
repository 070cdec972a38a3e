"""The look of a DOCX: named styles, fonts with their stand-ins, borders, and what assistive software needs to know."""

from __future__ import annotations

import re
from typing import Any, Protocol

from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import BaseStyle
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

from moothall.documents.writing.document import Setting

HYPERLINK = RELATIONSHIP_TYPE.HYPERLINK
GUTTER, LABEL = Mm(12), Mm(8)
INK, SOFT, HAIRLINE = "1B1F1D", "4C5551", "C9D2CD"
SERIF, SANS = "Source Serif 4", "Source Sans 3"
STAND_INS = {SERIF: ("Georgia", "roman"), SANS: ("Arial", "swiss")}
OWNER, PANEL, NOTE, LEDE, QUIET = "Council", "Recommendation", "Note", "Opening", "Quiet"
TABLE, CELL, FACT, AFTER_TABLE = "Council table", "Table text", "Table fact", "After table"
# Word takes a paragraph's properties in one order only (ISO 29500-1, 17.3.1.26), and these come after its shading.
AFTER_SHADING = ("w:tabs", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl", "w:rPr")
SETTINGS = {Setting.BODY: "Normal", Setting.NOTE: NOTE, Setting.LEDE: LEDE}


class Adder(Protocol):
    """Something that adds a paragraph with this text and style: a document or a cell."""

    def __call__(self, text: str, style: str, /) -> Paragraph:
        """The paragraph added."""
        ...


def prepare(word: Word, *, colour: str, language: str) -> None:
    """Give an empty document its page, its styles and its language."""
    page = word.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin, page.right_margin, page.top_margin, page.bottom_margin = Mm(25), Mm(22), Mm(25), Mm(24)
    _language(word, language)
    _stand_ins(word)
    _text_styles(word)
    _title_styles(word, colour.removeprefix("#").upper())
    _small_styles(word)
    _panel_style(word, colour)
    _table_style(word)


def _text_styles(word: Word) -> None:
    normal = word.styles["Normal"]
    _set(normal, SERIF, 11, after=6, line=1.15)
    normal.paragraph_format.widow_control = True
    for level in range(1, 10):
        heading = word.styles[f"Heading {level}"]
        _set(heading, SANS, 13 if level == 1 else 11.5, bold=True, before=16 if level == 1 else 10, after=4)
        heading.font.italic = False
        heading.paragraph_format.keep_with_next = True


def _title_styles(word: Word, colour: str) -> None:
    title, subtitle, foot = word.styles["Title"], word.styles["Subtitle"], word.styles["Footer"]
    _set(title, SERIF, 24, bold=True, after=6, line=1.05)
    _plain_title(title)
    _set(subtitle, SANS, 11, after=3)
    subtitle.font.italic = False
    for spacing in subtitle.element.rPr.findall(qn("w:spacing")) + title.element.rPr.findall(qn("w:spacing")):
        spacing.getparent().remove(spacing)
    owner = _add(word, OWNER)
    _set(owner, SANS, 11, colour=colour, after=36)
    owner.paragraph_format.tab_stops.add_tab_stop(Mm(163), WD_TAB_ALIGNMENT.RIGHT)
    _border(owner, "bottom", colour, 18, space=4)
    _set(foot, SANS, 8.5, colour=SOFT)
    for stop in list(foot.paragraph_format.tab_stops):
        stop._tab.getparent().remove(stop._tab)
    foot.paragraph_format.tab_stops.add_tab_stop(Mm(163), WD_TAB_ALIGNMENT.RIGHT)
    _border(foot, "top", HAIRLINE, 4, space=6)


def _small_styles(word: Word) -> None:
    _set(_add(word, NOTE), SANS, 9, colour=SOFT, after=6)
    _set(_add(word, LEDE), SERIF, 12.5, after=8, line=1.2)
    _set(_add(word, CELL), SERIF, 9.5, before=2, after=2, line=1.1)
    _set(_add(word, FACT), SANS, 9.5, before=2, after=2, line=1.1)
    _set(_add(word, AFTER_TABLE), SANS, 4, after=4)
    quiet = word.styles.add_style(QUIET, WD_STYLE_TYPE.CHARACTER)
    _font(quiet, SANS)
    quiet.font.size, quiet.font.color.rgb = Pt(9), RGBColor.from_string(SOFT)


def _panel_style(word: Word, colour: str) -> None:
    panel = _add(word, PANEL)
    _set(panel, SERIF, 11, after=4, line=1.15)
    panel.paragraph_format.left_indent = LABEL
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", tint(colour))):
        shading.set(qn(f"w:{name}"), value)
    panel.element.get_or_add_pPr().insert_element_before(shading, *AFTER_SHADING)
    panel.paragraph_format.keep_together = True


def tint(colour: str, share: float = 0.08) -> str:
    """The colour laid thinly on white, as RRGGBB."""
    parts = (int(colour.removeprefix("#")[place : place + 2], 16) for place in (0, 2, 4))
    return "".join(f"{round(255 + (part - 255) * share):02X}" for part in parts)


def _table_style(word: Word) -> None:
    style = word.styles.add_style(TABLE, WD_STYLE_TYPE.TABLE)
    edge = f'w:val="single" w:sz="8" w:space="0" w:color="{INK}"'
    inner = f'w:val="single" w:sz="4" w:space="0" w:color="{HAIRLINE}"'
    style.element.append(
        parse_xml(
            f"<w:tblPr {nsdecls('w')}>"
            f"<w:tblBorders><w:top {edge}/><w:bottom {edge}/><w:insideH {inner}/></w:tblBorders>"
            '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="160" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        )
    )
    style.element.append(
        parse_xml(
            f'<w:tblStylePr w:type="firstRow" {nsdecls("w")}><w:tcPr><w:tcBorders>'
            f"<w:bottom {edge}/></w:tcBorders></w:tcPr></w:tblStylePr>"
        )
    )


def describe(table: Table, caption: str, *, header: bool) -> None:
    """Say which cells are headings, and what the table is of, for those who do not see it."""
    properties = table._tbl.tblPr
    look = properties.find(qn("w:tblLook"))
    if look is None:
        look = OxmlElement("w:tblLook")
        properties.append(look)
    flags = {"firstRow": header, "firstColumn": not header, "lastRow": False, "lastColumn": False}
    look.attrib.clear()
    look.set(qn("w:val"), "0620" if header else "0680")
    for name, on in (flags | {"noHBand": True, "noVBand": True}).items():
        look.set(qn(f"w:{name}"), "1" if on else "0")
    if caption:
        said = OxmlElement("w:tblCaption")
        said.set(qn("w:val"), caption)
        properties.append(said)


def keep_row(row: _Row, *, repeat: bool) -> None:
    """Keep a row in one piece, and repeat it at the head of each page where it names the columns."""
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if repeat:
        properties.append(OxmlElement("w:tblHeader"))


def _add(word: Word, name: str) -> Any:
    style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = word.styles["Normal"]
    return style


def _set(
    style: Any,
    font: str,
    size: float,
    *,
    bold: bool = False,
    colour: str = INK,
    before: float = 0,
    after: float = 0,
    line: float = 1.0,
) -> None:
    _font(style, font)
    style.font.size, style.font.bold, style.font.color.rgb = Pt(size), bold, RGBColor.from_string(colour)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.line_spacing = line


def _font(style: BaseStyle, name: str) -> None:
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{script}"), name)


def _border(style: Any, side: str, colour: str, size: int, *, space: int) -> None:
    line = f'w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"'
    borders = parse_xml(f"<w:pBdr {nsdecls('w')}><w:{side} {line}/></w:pBdr>")
    properties = style.element.get_or_add_pPr()
    for old in properties.findall(qn("w:pBdr")):
        properties.remove(old)
    properties.insert_element_before(borders, "w:shd", *AFTER_SHADING)


def _plain_title(title: Any) -> None:
    for border in title.element.get_or_add_pPr().findall(qn("w:pBdr")):
        border.getparent().remove(border)


def _language(word: Word, language: str) -> None:
    for said in word.styles.element.iter(qn("w:lang")):
        said.set(qn("w:val"), language)


def _stand_ins(word: Word) -> None:
    """Name a font every office has for each of ours, in the document's own font table."""
    for part in word.part.package.iter_parts():
        if str(part.partname) == "/word/fontTable.xml":
            entries = "".join(
                f'<w:font w:name="{font}"><w:altName w:val="{other}"/><w:family w:val="{family}"/></w:font>'
                for font, (other, family) in STAND_INS.items()
            )
            part._blob = re.sub(rb"</w:fonts>\s*$", entries.encode() + b"</w:fonts>", part.blob)
