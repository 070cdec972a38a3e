"""Comments out to Word: marks around the words each is about, and the parts that hold them and their threads."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.document import Document as Word
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from moothall.documents.exchange.word_sections import OutComment
from moothall.documents.writing.text import clean
from moothall.domain.returned_words import BREAK, paragraphs

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PARAGRAPH_IDS = "http://schemas.microsoft.com/office/word/2010/wordml"
_THREADS = "http://schemas.microsoft.com/office/word/2012/wordml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_THREADS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml"
_THREADS_RELATION = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
_FIRST_ID = 0x10000000

Named = Sequence[tuple[int, OutComment]]


def mark(lines: Sequence[Any], text: str, said: Named) -> None:
    """Put the range of each comment around its words in the paragraphs of one section, which hold this text."""
    begins, at = [], 0
    for line in paragraphs(text):
        at = text.index(line, at)
        begins.append(at)
        at += len(line)
    begins = begins or [0]
    for name, one in said:
        start, end = (one.start, one.end) if one.end > one.start else (0, len(text))
        first = max(index for index, begin in enumerate(begins) if begin <= start or not index)
        last = max(index for index, begin in enumerate(begins) if begin < end or not index)
        _put(lines[first], start - begins[first], _element("commentRangeStart", name), is_end=False)
        closing, run = _element("commentRangeEnd", name), OxmlElement("w:r")
        _put(lines[last], end - begins[last], closing, is_end=True)
        run.append(_element("commentReference", name))
        closing.addnext(run)


def _element(kind: str, name: int) -> Any:
    found = OxmlElement(f"w:{kind}")
    found.set(qn("w:id"), str(name))
    return found


def _put(line: Any, offset: int, found: Any, *, is_end: bool) -> None:
    """Put a mark so many letters into a paragraph, parting the run it falls into."""
    gone = 0
    for run in line.findall(qn("w:r")):
        length = sum(_length(piece) for piece in run)
        if gone + length > offset or (is_end and gone + length == offset and length):
            if offset > gone and not (is_end and gone + length == offset):
                _part(run, offset - gone)
                run.addnext(found)
            elif is_end:
                run.addnext(found)
            else:
                run.addprevious(found)
            return
        gone += length
    line.append(found)


def _length(piece: Any) -> int:
    if piece.tag == qn("w:t"):
        return len(piece.text or "")
    return 1 if piece.tag in (qn("w:tab"), qn("w:br"), qn("w:cr"), qn("w:noBreakHyphen")) else 0


def _part(run: Any, offset: int) -> None:
    """Cut a run in two after so many letters; what is after stands in a new run right behind it."""
    after = deepcopy(run)
    _cut(run, 0, offset)
    _cut(after, offset, sum(_length(piece) for piece in after))
    run.addnext(after)


def _cut(run: Any, low: int, high: int) -> None:
    """Leave only the letters from ``low`` to ``high`` in a run."""
    gone = 0
    for piece in list(run):
        length = _length(piece)
        if not length:
            continue
        if piece.tag == qn("w:t"):
            piece.text = (piece.text or "")[max(0, low - gone) : max(0, high - gone)]
            piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        if not piece.text if piece.tag == qn("w:t") else not low <= gone < high:
            run.remove(piece)
        gone += length


def attach(word: Word, comments: Sequence[OutComment]) -> None:
    """Give the file the parts that hold the comments; an answer is threaded under the comment before it."""
    if not comments:
        return
    held, threads, root, number = [], [], "", 0
    for name, one in enumerate(comments):
        lines = [line for line in clean(one.text).replace(BREAK, "\n").split("\n") if line.strip()] or [""]
        said = ""
        for line in lines:
            last, number = f"{_FIRST_ID + number:08X}", number + 1
            said += f'<w:p w14:paraId="{last}"><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>'
        author, initials = quoteattr(clean(one.author)), quoteattr("".join(part[0] for part in one.author.split())[:4])
        held.append(
            f'<w:comment w:id="{name}" w:author={author} w:initials={initials} w:date={quoteattr(one.written)}>'
            f"{said}</w:comment>"
        )
        parent = f' w15:paraIdParent="{root}"' if one.known is None and root else ""
        root = last if one.known is not None else root
        threads.append(f'<w15:commentEx w15:paraId="{last}"{parent} w15:done="0"/>')
    _part_of(word, "comments", _TYPE, RELATIONSHIP_TYPE.COMMENTS, "w:comments", held)
    _part_of(word, "commentsExtended", _THREADS_TYPE, _THREADS_RELATION, "w15:commentsEx", threads)


def _part_of(word: Word, name: str, kind: str, relation: str, root: str, held: Sequence[str]) -> None:
    spaces = f'xmlns:w="{_MAIN}" xmlns:w14="{_PARAGRAPH_IDS}" xmlns:w15="{_THREADS}"'
    ignorable = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14 w15"'
    declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    xml = f"{declared}<{root} {spaces} {ignorable}>{''.join(held)}</{root}>"
    part = Part(PackURI(f"/word/{name}.xml"), kind, xml.encode(), word.part.package)
    word.part.relate_to(part, relation)
