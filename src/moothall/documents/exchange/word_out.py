"""Words out to Word: each section under a content control with a lasting tag, and in a bookmark as the second way."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import docx
from docx.document import Document as Word
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph as WordParagraph

from moothall.documents.exchange import word_out_comments
from moothall.documents.exchange.word_sections import NAME_OF_FINGERPRINT, NAME_OF_TOKEN, OutComment, Section
from moothall.documents.writing import docx_styles
from moothall.documents.writing.text import clean
from moothall.domain.returned_words import paragraphs

_CUSTOM = RELATIONSHIP_TYPE.CUSTOM_PROPERTIES
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_PROPERTY_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_LONGEST_ALIAS = 60


def dump(
    sections: Sequence[Section],
    *,
    title: str,
    owner: str,
    token: str,
    fingerprint: str,
    timestamp: datetime,
    comments: Sequence[OutComment] = (),
) -> bytes:
    """The sections as a DOCX that tracks changes. ``token`` (16 hexadecimal digits) names what went out for good.

    Each section with a key must have a guide right before it: its label. An answer in ``comments`` comes right after
    the comment it answers. The same arguments give the same bytes.
    """
    word = docx.Document()
    docx_styles.prepare(word, colour="#17594a", language="en-GB")
    kept = word.core_properties
    kept.title, kept.author, kept.last_modified_by, kept.comments = clean(title)[:255], clean(owner)[:255], "", ""
    kept.created = kept.modified = timestamp.replace(tzinfo=None)
    _track(word)
    body = word.element.body
    last = body.find(qn("w:sectPr"))
    for number, section in enumerate(sections):
        lines = _bookmarked(word, section, token, number)
        if section.key:
            said = [(name, one) for name, one in enumerate(comments) if one.key == section.key]
            word_out_comments.mark(lines, clean(section.text), said)
        is_label = not section.key and number + 1 < len(sections) and bool(sections[number + 1].key)
        for line in [_control(sections[number + 1], token, number + 1, lines)] if is_label else lines:
            last.addprevious(line)
    word_out_comments.attach(word, comments)
    _properties(word, token, fingerprint)
    return _packed(word)


def _track(word: Word) -> None:
    settings = word.settings.element
    track = OxmlElement("w:trackRevisions")
    first = settings.find(qn("w:zoom"))
    if first is None:
        settings.insert(0, track)
    else:
        first.addnext(track)


def _control(section: Section, token: str, number: int, lines: Sequence[Any]) -> Any:
    """A label in a locked control whose tag names the words after it.

    The words themselves stand outside: LibreOffice 7 loses words that are changed inside a control.
    """
    alias = quoteattr(clean(section.title)[:_LONGEST_ALIAS] or "Words")
    tag = quoteattr(f"mh:{token}:{number}:after")
    control: Any = parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtPr><w:alias w:val={alias}/><w:tag w:val={tag}/>"
        f'<w:id w:val="{100_000 + number}"/><w:lock w:val="sdtContentLocked"/></w:sdtPr><w:sdtContent/></w:sdt>'
    )
    for line in lines:
        control.find(qn("w:sdtContent")).append(line)
    return control


def _bookmarked(word: Word, section: Section, token: str, number: int) -> list[Any]:
    """The paragraphs of a section, with its bookmark from the first to the last."""
    lines = [line._p for line in _lines(word, section)]
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(number + 1))
    start.set(qn("w:name"), f"mh_{token}_{number}")
    lines[0].insert(1 if lines[0].pPr is not None else 0, start)
    lines[-1].append(end)
    return lines


def _lines(word: Word, section: Section) -> Iterator[WordParagraph]:
    style = "Normal" if section.key else f"Heading {min(section.level, 9)}" if section.level else docx_styles.FACT
    for text in paragraphs(clean(section.text)) or ("",):
        line = word.add_paragraph(style=style)
        line.add_run(text)  # line ends and tabs become Word's own
        if section.key:
            line.paragraph_format.left_indent = Mm(4)
        yield line


def _properties(word: Word, token: str, fingerprint: str) -> None:
    held = "".join(
        f'<property fmtid="{_PROPERTY_SET}" pid="{pid}" name="{name}"><vt:lpwstr>{escape(value)}</vt:lpwstr></property>'
        for pid, (name, value) in enumerate(((NAME_OF_TOKEN, token), (NAME_OF_FINGERPRINT, fingerprint)), start=2)
    )
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">' + held + "</Properties>"
    )
    package = word.part.package
    package.relate_to(Part(PackURI("/docProps/custom.xml"), _CUSTOM_TYPE, xml.encode(), package), _CUSTOM)


def _packed(word: Word) -> bytes:
    """The file packed without the time of packing, so that the same words give the same bytes."""
    kept, packed = io.BytesIO(), io.BytesIO()
    word.save(kept)
    with zipfile.ZipFile(kept) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0)), old.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
