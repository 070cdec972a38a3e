"""Long texts as people type them into paragraphs and lists: blank lines part paragraphs, dashes make bullets."""

from __future__ import annotations

import re

from moothall.documents.writing.document import Item, Items, Paragraph, words

_BLANK = re.compile(r"\n[^\S\n]*\n\s*")
_BULLET = re.compile(r"^\s*[-–•*]\s+")


def paragraphs(text: str) -> tuple[Paragraph | Items, ...]:
    """The text's paragraphs and bulleted lists, in order. Line ends within a paragraph become spaces."""
    found: list[Paragraph | Items] = []
    for part in _BLANK.split(text.replace("\r\n", "\n").strip()):
        lines = [line for line in part.split("\n") if line.strip()]
        opening: list[str] = []
        while lines and not _BULLET.match(lines[0]):
            opening.append(lines.pop(0).strip())
        if opening:
            found.append(Paragraph(words(" ".join(opening))))
        if lines:
            found.append(_bullets(lines))
    return tuple(found)


def _bullets(lines: list[str]) -> Items:
    items: list[str] = []
    for line in lines:
        if _BULLET.match(line):
            items.append(_BULLET.sub("", line).strip())
        else:
            items[-1] = f"{items[-1]} {line.strip()}"
    return Items(tuple(Item(words(item)) for item in items))
