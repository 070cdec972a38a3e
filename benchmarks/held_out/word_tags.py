"""Writes a structure tree into a PDF whose stretches are marked already."""

from __future__ import annotations

import io
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name


@dataclass(slots=True)
class Tag:
    """One element: its type, the marks in it as (page from 0, id on that page), and the elements in it."""

    kind: str
    marks: list[tuple[int, int]] = field(default_factory=list)
    inner: list[Tag] = field(default_factory=list)


def write(data: bytes, tags: list[Tag]) -> bytes:
    """The PDF with these tags under one Document element, list items gathered in lists."""
    with pikepdf.open(io.BytesIO(data)) as opened:
        parents: dict[int, dict[int, Any]] = defaultdict(dict)
        root = opened.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        body = opened.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root, K=Array([])))
        root.K = body
        pages = [page.obj for page in opened.pages]
        for tag in _in_lists(tags):
            body.K.append(_element(opened, tag, body, pages, parents))
        numbers = Array([])
        for place, page in enumerate(pages):
            page.StructParents = place
            marks = parents[place]
            numbers.append(place)
            numbers.append(opened.make_indirect(Array([marks[mark] for mark in sorted(marks)])))
        root.ParentTree = opened.make_indirect(Dictionary(Nums=numbers))
        opened.Root.StructTreeRoot = root
        opened.Root.MarkInfo = Dictionary(Marked=True)
        kept = io.BytesIO()
        opened.save(kept, deterministic_id=True)
        return kept.getvalue()


def _in_lists(tags: list[Tag]) -> list[Tag]:
    gathered: list[Tag] = []
    for tag in tags:
        if tag.kind != "LI":
            gathered.append(tag)
            continue
        if not gathered or gathered[-1].kind != "L":
            gathered.append(Tag("L"))
        gathered[-1].inner.append(Tag("LI", inner=[Tag("LBody", marks=tag.marks)]))
    return gathered


def _element(opened: pikepdf.Pdf, tag: Tag, above: Any, pages: list[Any], parents: dict[int, dict[int, Any]]) -> Any:
    made = opened.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{tag.kind}"), P=above, K=Array([])))
    for page, mark in tag.marks:
        made.K.append(Dictionary(Type=Name.MCR, Pg=pages[page], MCID=mark))
        parents[page][mark] = made
    for inner in tag.inner:
        made.K.append(_element(opened, inner, made, pages, parents))
    return made
