"""Reads OpenDocument spreadsheets: every visible sheet as a page, its cells as they are shown."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from moothall.documents.reading.document import Document, Page, Unreadable
from moothall.documents.reading.limits import DEFAULT, Limits
from moothall.documents.reading.odt import attribute, number_of, rows_of, words_of
from moothall.documents.reading.odt_styles import local
from moothall.documents.reading.sheets import Budget, page_of

MEDIA = "application/vnd.oasis.opendocument.spreadsheet"

_HIDDEN = ("collapse", "filter")
_MOST_REPEATED = 50


def read(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    """A spreadsheet as a document of one page a visible sheet with words in it. Raises Unreadable."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            content = etree.fromstring(archive.read("content.xml"), parser)
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, EOFError, OSError, ValueError) as error:
        raise Unreadable(
            "damaged",
            f"{name} could not be opened as an OpenDocument spreadsheet. "
            "Open it in LibreOffice, save it again, and upload the new copy.",
        ) from error
    unseen = _unseen_styles(content)
    budget, pages, notes, tables = Budget(limits, name), list[Page](), list[str](), 0
    for sheet in (element for element in content.iter() if local(element) == "table"):
        title = attribute(sheet, "name")
        if attribute(sheet, "style-name") in unseen:
            notes.append(f"The sheet “{title}” is hidden and was not read.")
            continue
        rows = list(_rows(sheet, budget))
        if any(any(row) for row in rows):
            page, tables = page_of(rows, title=title, number=len(pages) + 1, tables=tables)
            pages.append(page)
    if not pages:
        raise Unreadable("empty", f"{name} has no words on any sheet that is shown. Check that it is the right file.")
    return Document(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media=MEDIA,
        pages=tuple(pages),
        metadata={"not_read": notes} if notes else {},
    )


def _unseen_styles(content: Any) -> set[str]:
    return {
        attribute(style, "name")
        for style in content.iter()
        if local(style) == "style" and any(attribute(part, "display") == "false" for part in style)
    }


def _rows(sheet: Any, budget: Budget) -> Iterator[list[str]]:
    """The rows shown. What is repeated to fill the sheet is not, and a run of empty rows is one."""
    before = False
    for row in rows_of(sheet):
        if attribute(row, "visibility") in _HIDDEN:
            continue
        cells = _cells(row)
        if not cells:
            if before:
                yield []
            before = False
            continue
        times = min(number_of(row, "number-rows-repeated"), _MOST_REPEATED)
        for _ in range(times):
            budget.take(len(cells))
            yield cells
        before = True


def _cells(row: Any) -> list[str]:
    found: list[str] = []
    for cell in row:
        if local(cell) not in ("table-cell", "covered-table-cell"):
            continue
        words = " ".join(words_of(each).strip() for each in cell if local(each) == "p")
        times = min(number_of(cell, "number-columns-repeated"), _MOST_REPEATED)
        found += [words] * times
    while found and not found[-1].strip():
        found.pop()
    return found
