"""Reads Excel workbooks: every visible sheet as a page, its cells as they are shown, with what was left out said.

Formulas are never worked out: the value kept with them is read. Nothing the workbook refers to is fetched.
"""

from __future__ import annotations

import hashlib
import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from lxml import etree

from moothall.documents.reading.cell_formats import BUILT_IN, is_date
from moothall.documents.reading.document import Document, Page, Unreadable
from moothall.documents.reading.limits import DEFAULT, Limits
from moothall.documents.reading.sheets import Budget, page_of
from moothall.documents.reading.xlsx_rows import Book, Sheet, ends, forget, local

MEDIA = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_BROKEN = (zipfile.BadZipFile, KeyError, ValueError, etree.XMLSyntaxError, EOFError, OSError, NotImplementedError)
_MOST_STRINGS = 200_000
_MOST_LETTERS = 20_000_000


def read(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    """A workbook as a document of one page a visible sheet with words in it. Raises Unreadable."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            pages, notes = _pages(_Workbook.opened(archive, name), Budget(limits, name))
    except _BROKEN as error:
        raise Unreadable(
            "damaged",
            f"{name} could not be opened as a workbook. Open it in Excel or LibreOffice, save it again, "
            "and upload the new copy.",
        ) from error
    if not pages:
        left = f" {notes[0]}" if notes else ""
        raise Unreadable(
            "empty", f"{name} has no words on any sheet that is shown.{left} Check that it is the right file."
        )
    return Document(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media=MEDIA,
        pages=tuple(pages),
        metadata={"not_read": notes} if notes else {},
    )


def cells(data: bytes, name: str, limits: Limits = DEFAULT) -> tuple[dict[int, dict[int, str]], list[str]]:
    """The words of the first sheet that is shown, by row and column counted from 1, and what of it was not read.

    Days are as their format shows them; other numbers are whole, however few places their format shows. Raises
    Unreadable.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            workbook = _Workbook.opened(archive, name)
            part, title = next((part, title) for title, part, is_hidden in workbook.sheets if not is_hidden)
            with archive.open(part) as stream:
                sheet = Sheet(
                    stream, replace(workbook.book, formats=_whole(workbook.book.formats)), Budget(limits, name)
                )
                return sheet.cells(), sheet.notes(title)
    except (*_BROKEN, StopIteration) as error:
        raise Unreadable(
            "damaged",
            f"{name} could not be opened as a workbook. Open it in Excel or LibreOffice, save it again, "
            "and upload the new copy.",
        ) from error


def _whole(formats: list[str]) -> list[str]:
    """The formats with those of numbers made so that no figure is rounded away."""
    return [code if is_date(code) else "0.00000000%" if "%" in code else "General" for code in formats]


def _pages(workbook: _Workbook, budget: Budget) -> tuple[list[Page], list[str]]:
    pages: list[Page] = []
    notes: list[str] = []
    tables = 0
    for title, part, is_hidden in workbook.sheets:
        if is_hidden:
            notes.append(f"The sheet “{title}” is hidden and was not read.")
            continue
        with workbook.archive.open(part) as stream:
            sheet = Sheet(stream, workbook.book, budget)
            page, after = page_of(sheet.rows(), title=title, number=len(pages) + 1, tables=tables)
        notes += sheet.notes(title)
        if sheet.has_words:
            pages.append(page)
            tables = after
    return pages, notes


@dataclass(slots=True)
class _Workbook:
    """The parts of a workbook that all of its sheets need. ``sheets`` are (title, part, whether it is hidden)."""

    archive: zipfile.ZipFile
    book: Book
    sheets: list[tuple[str, str, bool]] = field(default_factory=list)

    @classmethod
    def opened(cls, archive: zipfile.ZipFile, name: str) -> _Workbook:
        names = set(archive.namelist())
        main = _main_part(archive, names)
        root = _parsed(archive, main)
        beside = posixpath.dirname(main)
        targets = dict(_relations(archive, names, main))
        properties = next((each for each in root.iter() if local(each) == "workbookPr"), None)
        from_1904 = properties is not None and properties.get("date1904") in ("1", "true")
        strings = _strings(archive, _beside(names, beside, "sharedStrings.xml"), name)
        book = Book(strings, _formats(archive, _beside(names, beside, "styles.xml")), from_1904)
        found = cls(archive, book)
        for each in root.iter():
            if local(each) != "sheet":
                continue
            asked = next((value for key, value in each.attrib.items() if etree.QName(key).localname == "id"), "")
            part = targets.get(asked)
            if part in names:
                is_hidden = each.get("state", "visible") != "visible"
                found.sheets.append((" ".join(each.get("name", "").split()), str(part), is_hidden))
        return found


def _main_part(archive: zipfile.ZipFile, names: set[str]) -> str:
    if "xl/workbook.xml" in names:
        return "xl/workbook.xml"
    return next(target for _, target in _relations(archive, names, "") if target.endswith("workbook.xml"))


def _relations(archive: zipfile.ZipFile, names: set[str], part: str) -> Iterator[tuple[str, str]]:
    folder, file = posixpath.split(part)
    kept = posixpath.join(folder, "_rels", f"{file}.rels")
    if kept not in names:
        return
    for each in _parsed(archive, kept):
        if local(each) == "Relationship" and each.get("TargetMode", "").lower() != "external":
            target = each.get("Target", "")
            whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            yield each.get("Id", ""), whole


def _beside(names: set[str], folder: str, file: str) -> str | None:
    whole = posixpath.join(folder, file)
    return whole if whole in names else None


def _strings(archive: zipfile.ZipFile, part: str | None, name: str) -> list[str]:
    """The words that cells refer to by number, readings in other scripts left out."""
    found: list[str] = []
    letters = 0
    if part is None:
        return found
    with archive.open(part) as stream:
        for element in ends(stream):
            if local(element) == "si":
                words = words_of(element)
                found.append(words)
                letters += len(words)
                if len(found) > _MOST_STRINGS or letters > _MOST_LETTERS:
                    raise Unreadable(
                        "oversized",
                        f"{name} holds more words than a report of measures needs. "
                        "Copy the sheet that matters into a workbook of its own and upload that.",
                    )
                forget(element)
    return found


def words_of(element: Any) -> str:
    """The words of a string item: its own and those of its runs."""
    return "".join(
        each.text or "" for each in element.iter() if local(each) == "t" and local(each.getparent()) != "rPh"
    )


def _formats(archive: zipfile.ZipFile, part: str | None) -> list[str]:
    """The format code of every cell style, by its number."""
    if part is None:
        return []
    root = _parsed(archive, part)
    own = {
        int(each.get("numFmtId", "0")): each.get("formatCode", "") for each in root.iter() if local(each) == "numFmt"
    }
    styles = next((each for each in root.iter() if local(each) == "cellXfs"), ())
    numbers = [int(each.get("numFmtId", "0")) for each in styles]
    return [own.get(number, BUILT_IN.get(number, "General")) for number in numbers]


def _parsed(archive: zipfile.ZipFile, part: str) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True)
    return etree.fromstring(archive.read(part), parser)
