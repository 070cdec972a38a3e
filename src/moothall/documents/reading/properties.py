"""What a Word document or a PDF carries that its pages do not show: people, changes, comments, pictures' words."""

from __future__ import annotations

import ctypes
import io
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

import docx
import pypdfium2 as pdfium
import pypdfium2.raw as raw
from docx.oxml.ns import qn

from moothall.documents.reading import gate, media
from moothall.documents.reading.limits import DEFAULT, Limits
from moothall.documents.reading.pdf_letters import plainly
from moothall.documents.reading.worker import Worker

_DEEPEST = 60
_MOST = 20_000
_alt = plainly(raw.FPDF_StructElement_GetAltText, ctypes.c_ulong, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)
_type = plainly(raw.FPDF_StructElement_GetType, ctypes.c_ulong, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)
_count = plainly(raw.FPDF_StructElement_CountChildren, ctypes.c_int, ctypes.c_void_p)
_child = plainly(raw.FPDF_StructElement_GetChildAtIndex, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)


@dataclass(frozen=True, slots=True)
class Properties:
    """People named in the properties, and how many changes, comments, pictures and pictures without words there are."""

    people: tuple[str, ...] = ()
    changes: int = 0
    comments: int = 0
    pictures: int = 0
    pictures_without_words: int = 0


def properties(data: bytes, name: str, *, limits: Limits = DEFAULT) -> Properties:
    """What a Word document or PDF carries, read in a process of its own. Nothing for files of other kinds.

    The figures of a PDF are those its tags name; an untagged one says nothing of its pictures. Raises Unreadable.
    """
    with Worker(limits) as worker:
        told = json.loads(worker.ask("properties", data, name))
    return Properties(**(told | {"people": tuple(told["people"])}))


def inside(data: bytes, name: str, limits: Limits) -> bytes:
    """The properties of a file as JSON, for the process that opens strangers' files. Raises Unreadable."""
    kind = gate.examine(data, name, limits).media
    found = _of_word(data) if kind is media.DOCX else _of_pdf(data) if kind is media.PDF else Properties()
    return json.dumps(asdict(found)).encode()


def _of_word(data: bytes) -> Properties:
    package = docx.Document(io.BytesIO(data))
    body, told = package.element.body, package.core_properties
    pictures = [one for one in body.iter(qn("wp:docPr")) if _is_picture(one)]
    silent = [one for one in pictures if not (one.get("descr") or one.get("title") or _is_decorative(one))]
    return Properties(
        people=_people(told.author, told.last_modified_by),
        changes=sum(1 for tag in ("w:ins", "w:del", "w:moveTo") for _ in body.iter(qn(tag))),
        comments=len({mark.get(qn("w:id")) for mark in body.iter(qn("w:commentReference"))}),
        pictures=len(pictures),
        pictures_without_words=len(silent),
    )


def _is_picture(mark: Any) -> bool:
    """Whether the drawing is a picture or a chart, and not a text box or a line."""
    parent = mark.getparent()
    names = {element.tag.rpartition("}")[2] for element in parent.iter() if isinstance(element.tag, str)}
    return bool(names & {"pic", "chart"})


def _is_decorative(mark: Any) -> bool:
    return any(one.get("val") in {"1", "true"} for one in mark.iter() if str(one.tag).endswith("}decorative"))


def _of_pdf(data: bytes) -> Properties:
    document = pdfium.PdfDocument(data)
    try:
        told = document.get_metadata_dict()
        figures = [has_words for page in document for has_words in _figures(page)]
    finally:
        document.close()
    return Properties(_people(told.get("Author")), 0, 0, len(figures), figures.count(False))


def _figures(page: pdfium.PdfPage) -> Iterator[bool]:
    """For each figure in the tags of a page, whether it has words."""
    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return
    try:
        waiting = [
            (raw.FPDF_StructTree_GetChildAtIndex(tree, number), 0)
            for number in range(raw.FPDF_StructTree_CountChildren(tree))
        ]
        looked_at = 0
        while waiting and looked_at < _MOST:
            element, depth = waiting.pop()
            looked_at += 1
            if not element or depth > _DEEPEST:
                continue
            if _words(_type, element) == "Figure":
                yield bool(_words(_alt, element).strip())
            waiting += [(_child(element, number), depth + 1) for number in range(_count(element))]
    finally:
        raw.FPDF_StructTree_Close(tree)


def _words(ask: Any, element: Any) -> str:
    size = ask(element, None, 0)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    ask(element, buffer, size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")


def _people(*names: str | None) -> tuple[str, ...]:
    """The names that are those of people: programs and departments put their own names there too."""
    programs = ("python-docx", "microsoft", "adobe", "libreoffice", "administrator", "user", "acrobat")
    return tuple(
        dict.fromkeys(
            name.strip()
            for name in names
            if name
            and len(name.split()) > 1
            and not any(word in name.casefold() for word in (*programs, "council", "team"))
        )
    )
