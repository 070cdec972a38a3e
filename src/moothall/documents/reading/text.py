"""Reads plain text, Markdown-like text included, into one page whose text is exactly the file's.

Offsets count characters of that text, with line ends as "\\n". What marks emphasis or a heading stays in the page's
text and outside the blocks; what a line means is decided elsewhere.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.reading.document import Block, BlockKind, Document, Page, Unreadable

MEDIA = "text/plain"

_MONTH = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
NUMBER = r"(?:\(?\d{1,3}(?:\.\d+)*\)|\d{1,3}(?:\.\d+)*[.)]?|\(?[a-z]\)|[a-z][.)]|\(?[ivx]{1,4}[.)])"
_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*\s*$")
_BOLD = re.compile(r"^(\*\*|__)(?=\S)(.+?)(?<=\S)\1\s*:?$")
_BULLET = re.compile(r"^(?:[-*•‣▪●○·–]|[o](?=\t))\s+")
_NUMBERED = re.compile(rf"^({NUMBER})\s+(?!(?i:{_MONTH})\w*\.?\s+\d{{4}}|(?i:{_MONTH})\w*$)(?=\S)")
_RULE = re.compile(r"^[\s|:+=_-]*[-_=]{3,}[\s|:+=_-]*$")
_STRAY = re.compile("[\udc80-\udcff]")
_LONGEST_HEADING = 120
_WRAPPED_FROM, _WRAPPED_TO = 55, 125


def read(data: bytes, name: str) -> Document:
    """A text file as a document of one page. Raises Unreadable when it is empty or is not text."""
    text = decode(data)
    if not text.strip("\ufeff \t\r\n\f"):
        raise Unreadable("empty", f"{name} has no words in it. Save it again with its text and give it once more.")
    page = Page(number=1, text=text, blocks=blocks_of(text))
    return Document(name=name, sha256=hashlib.sha256(data).hexdigest(), media=MEDIA, pages=(page,))


def decode(data: bytes) -> str:
    """The text of these bytes, with line ends as "\\n": UTF-16 by its mark or its look, else UTF-8, else Windows-1252.

    Raises Unreadable ("mislabelled") when the bytes are no text in any of them.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = data.decode("utf-16", errors="replace")
    elif (order := wide(data)) is not None:
        text = data.decode(order, errors="replace")
    else:
        text = decode_bytes(data)
    if "\x00" in text:
        raise Unreadable("mislabelled", "This is not a text file. Give it with the ending of its real format.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def decode_bytes(data: bytes, otherwise: str = "cp1252") -> str:
    """Text in letters of one or more bytes: as UTF-8, a few stray bytes of Windows-1252 in it allowed, else as named.

    Raises LookupError if there are no letters of the name ``otherwise``.
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        mixed = data.decode("utf-8", "surrogateescape")
    stray = sum("\udc80" <= letter <= "\udcff" for letter in mixed)
    if sum(letter > "\x7f" for letter in mixed) < 3 * stray:
        return data.decode(otherwise, "replace")
    return _STRAY.sub(lambda match: bytes([ord(match.group()) - 0xDC00]).decode("cp1252", "replace"), mixed)


def wide(data: bytes) -> str | None:
    """How text in two bytes a letter without a mark is ordered ("utf-16-le", "utf-16-be"); None for other bytes.

    English text so kept has a zero in nearly every second byte, and in no other.
    """
    sample = data[:2000]
    half = len(sample) // 2
    if half < 4:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd >= 0.9 * half and not even:
        return "utf-16-le"
    return "utf-16-be" if even >= 0.9 * half and not odd else None


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str  # without the white space around it
    after_blank: bool


def blocks_of(text: str) -> tuple[Block, ...]:
    """The stretches of a text in reading order: headings, list items, table rows with their cells, paragraphs."""
    blocks: list[Block] = []
    table, row, in_table = -1, -1, False
    for line in _lines(text):
        if _RULE.match(line.text):
            continue
        cells = _cells(line)
        if cells is None:
            in_table = False
            block = _block(line)
            if blocks and _wraps(text, blocks[-1], block, line):
                block = _joined(blocks.pop(), block)
            blocks.append(block)
            continue
        if not in_table or line.after_blank:
            table, row, in_table = table + 1, -1, True
        row += 1
        end = line.start + len(line.text)
        blocks.append(Block(BlockKind.TABLE_ROW, line.start, end, table=table, row=row))
        for column, (start, stop) in enumerate(cells):
            blocks.append(Block(BlockKind.TABLE_CELL, start, stop, table=table, row=row, column=column))
    return tuple(blocks)


def _lines(text: str) -> Iterator[_Line]:
    at, blank = 0, True
    for raw in text.split("\n"):
        # Tabs that end a line are empty cells of a row; tabs that open one are only an indent.
        words = raw.lstrip(" \t\f\ufeff\u00a0").rstrip(" \f\u00a0")
        if words.strip():
            yield _Line(at + raw.index(words), words, blank)
        blank = not words
        at += len(raw) + 1


def _cells(line: _Line) -> list[tuple[int, int]] | None:
    """Where the cells of a table row stand, or None when the line is no row."""
    if line.text.startswith("|") and line.text.count("|") >= 2:
        inner_start, inner, mark = line.start + 1, line.text[1:].removesuffix("|"), "|"
    elif "\t" in line.text and not _NUMBERED.match(line.text.split("\t")[0] + " x") and not _BULLET.match(line.text):
        inner_start, inner, mark = line.start, line.text, "\t"
    else:
        return None
    cells, at = [], inner_start
    for piece in inner.split(mark):
        words = piece.strip()
        start = at + (piece.index(words) if words else 0)
        cells.append((start, start + len(words)))
        at += len(piece) + 1
    return cells


def _block(line: _Line) -> Block:
    """One line that is no table row."""
    start, text = line.start, line.text
    if heading := _HEADING.match(text):
        return _heading(start + heading.start(2), heading.group(2), len(heading.group(1)))
    bold = _BOLD.match(text)
    if bold and len(text) <= _LONGEST_HEADING and "**" not in bold.group(2) and text.rstrip("*_ :")[-1:] not in ".;,":
        return _heading(start, text, None)
    if bullet := _BULLET.match(text):
        inner = text[bullet.end() :]
        numbered = _NUMBERED.match(inner)
        number = numbered.group(1).strip("().") if numbered else None
        return Block(BlockKind.LIST_ITEM, start + bullet.end(), start + len(text), number=number)
    if numbered := _NUMBERED.match(text):
        return Block(BlockKind.LIST_ITEM, start, start + len(text), number=numbered.group(1).strip("()."))
    return Block(BlockKind.PARAGRAPH, start, start + len(text), bold=bool(bold))


def _heading(start: int, words: str, level: int | None) -> Block:
    inner = words
    while marks := re.match(r"^(\*\*|__|\*|_)(.+)\1$", inner):
        start, inner = start + len(marks.group(1)), marks.group(2)
    numbered = _NUMBERED.match(inner)
    number = numbered.group(1).strip("().") if numbered else None
    return Block(BlockKind.HEADING, start, start + len(inner), level=level, number=number, bold=level is None)


def _wraps(text: str, before: Block, block: Block, line: _Line) -> bool:
    """Whether this line carries on the one before it: a hard wrap, with no blank line and no new beginning."""
    if line.after_blank or block.kind is not BlockKind.PARAGRAPH or block.bold:
        return False
    if before.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
        return False
    last = text[before.start : before.end].rsplit("\n", 1)[-1].strip()
    if line.text[:1].islower():
        return last[-1:] not in ".:"
    full = _WRAPPED_FROM <= len(last) <= _WRAPPED_TO and last[-1:] not in ".:;?"
    return full and not re.match(r"^[A-Z][\w /()'’-]{1,50}\??:", line.text)


def _joined(before: Block, block: Block) -> Block:
    return Block(before.kind, before.start, block.end, level=before.level, number=before.number, bold=before.bold)
