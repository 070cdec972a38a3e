"""The links of a PDF page: the words that may be clicked, and the address they lead to."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as raw

_MOST_LINKS = 2_000
_LONGEST_ADDRESS = 4_096


def links(opened: pdfium.PdfDocument, page: pdfium.PdfPage) -> Iterator[tuple[str, str]]:
    """(words, address) for each link to an address outside the file on a page."""
    at, link, rect = ctypes.c_int(0), raw.FPDF_LINK(), raw.FS_RECTF()
    letters = None
    for _ in range(_MOST_LINKS):
        if not raw.FPDFLink_Enumerate(page.raw, at, link):
            return
        address = _address(opened, link)
        if address and raw.FPDFLink_GetAnnotRect(link, rect):
            letters = letters or page.get_textpage()
            words = " ".join(letters.get_text_bounded(rect.left, rect.bottom, rect.right, rect.top).split())
            yield words or address, address


def _address(opened: pdfium.PdfDocument, link: object) -> str:
    action = raw.FPDFLink_GetAction(link)
    if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
        return ""
    size = raw.FPDFAction_GetURIPath(opened.raw, action, None, 0)
    if not 1 < size <= _LONGEST_ADDRESS:
        return ""
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFAction_GetURIPath(opened.raw, action, buffer, size)
    return buffer.value.decode("utf-8", "replace")
