"""Reads a Word file that went out from here and came back: whose words stand where, with every change and comment.

Runs in the reading process. Nothing is applied or judged here, and no words are left out: what belongs to no section is
loose.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from moothall.documents.exchange.word_comments import Ranges, comments
from moothall.documents.exchange.word_parts import Parts, child, local, value
from moothall.documents.exchange.word_sections import (
    BOOKMARK,
    NAME_OF_FINGERPRINT,
    NAME_OF_TOKEN,
    TAG,
    FoundSection,
    FromWord,
    Loose,
    Place,
)
from moothall.domain.returned_words import BREAK, Edit, Piece

_IN = {"ins": False, "moveTo": True}
_OUT = {"del": False, "moveFrom": True}
_SKIPPED = {"pPr", "rPr", "sdtPr", "sdtEndPr", "instrText", "delInstrText", "Fallback", "tblPr", "tblGrid", "trPr"}
_SKIPPED |= {"tcPr", "sectPr", "fldData", "annotationRef"}
_FORMATTING = {"rPrChange": "letters", "pPrChange": "paragraphs", "numberingChange": "numbers"}
_PICTURES = {"drawing", "pict", "object"}
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}


@dataclass(slots=True)
class Line:
    """One paragraph of the file: whose it is, its pieces, and how its end was put in or taken out."""

    place: Place | None
    pieces: list[Piece] = field(default_factory=list)
    mark: Piece = field(default_factory=lambda: Piece(BREAK))

    @property
    def words(self) -> str:
        """Its words as they read once every change is accepted, and those taken out where nothing else is left."""
        left = "".join(one.text for one in self.pieces if one.deleted is None)
        return (left or "".join(one.text for one in self.pieces)).strip()

    @property
    def author(self) -> str:
        """Who changed it first, where the file says so."""
        return next((edit.author for one in self.pieces for edit in (one.inserted, one.deleted) if edit), "")


def load(data: bytes, name: str) -> FromWord:
    """What a returned Word file holds. Raises Unreadable for one with no text, lxml's error for one with broken XML."""
    parts = Parts(data, name)
    walk = _Walk(parts)
    walk.blocks(parts.body, None)
    sections, loose = _sections(walk.lines, walk.told)
    loose += [*walk.loose, *_around(parts)]
    custom = parts.custom()
    return FromWord(
        token=custom.get(NAME_OF_TOKEN, ""),
        fingerprint=custom.get(NAME_OF_FINGERPRINT, ""),
        last_author=parts.core("lastModifiedBy"),
        saved_at=parts.core("modified"),
        sections=tuple(sections),
        comments=comments(parts, walk.ranges),
        loose=tuple(loose),
    )


class _Walk:
    """Goes through the body once and keeps its lines, what is loose, what is told, and where comments begin and end."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.lines: list[Line] = []
        self.loose: list[Loose] = []
        self.told: dict[Place, list[str]] = {}
        self.ranges = Ranges()
        self._after: Place | None = None
        self._open: dict[str, Place] = {}
        self._notes: dict[str, dict[str, str]] = {}

    def blocks(self, parent: Any, place: Place | None) -> None:
        """Everything of a body or of a control's content."""
        for one in parent:
            match local(one):
                case "p":
                    self._paragraph(one, place)
                case "tbl":
                    self._table(one, place)
                case "sdt":
                    self._control(one, place)
                case "bookmarkStart" | "bookmarkEnd":
                    self._bookmark(one)
                case "commentRangeStart" | "commentRangeEnd":
                    self._range(one)
                case "altChunk":
                    self._chunk(one, place)
                case "" | "sectPr" | "sdtPr":
                    continue
                case _:
                    self.blocks(one, place)

    def _control(self, element: Any, place: Place | None) -> None:
        """A control of ours holds a section, or the label of the section after it. Others only wrap words."""
        inside, tag = child(element, "sdtContent"), child(element, "sdtPr", "tag")
        found = TAG.match(value(tag, "val")) if tag is not None else None
        if inside is None:
            return
        if found is None:
            self.blocks(inside, place)
        elif found[3]:
            self.blocks(inside, Place(found[1], int(found[2]) - 1))
            self._after = Place(found[1], int(found[2]))
        else:
            self.blocks(inside, Place(found[1], int(found[2])))
            self._after = None

    def _bookmark(self, mark: Any) -> None:
        if local(mark) == "bookmarkEnd":
            self._open.pop(value(mark, "id"), None)
        elif found := BOOKMARK.match(value(mark, "name")):
            self._open[value(mark, "id")] = Place(found[1], int(found[2]))

    def _range(self, mark: Any) -> None:
        if local(mark) == "commentRangeStart":
            self.ranges.begin(value(mark, "id"))
        else:
            self.ranges.end(value(mark, "id"))

    def _paragraph(self, element: Any, place: Place | None) -> None:
        own = self._bookmarked(element) or place or self._after
        self._after = own
        line = Line(own)
        self.lines.append(line)
        properties = child(element, "pPr")
        inserted, deleted = _mark_of(properties)
        line.mark = Piece(BREAK, inserted, deleted)
        self._tell_formatting(properties, own)
        if child(element, "pPr", "numPr") is not None:
            self._tell(own, "A list of Word’s own was set; its words are kept, its numbers are not.")
        self._runs(element, line, None, None)

    def _bookmarked(self, element: Any) -> Place | None:
        for mark in element.iter():
            if local(mark) == "bookmarkStart" and (found := BOOKMARK.match(value(mark, "name"))):
                return Place(found[1], int(found[2]))
        return next(reversed(self._open.values()), None)

    def _runs(self, parent: Any, line: Line, inserted: Edit | None, deleted: Edit | None) -> None:
        for one in parent:
            name = local(one)
            if name in _IN:
                self._runs(one, line, _edit(one, _IN[name]), deleted)
            elif name in _OUT:
                self._runs(one, line, inserted, _edit(one, _OUT[name]))
            elif name in ("bookmarkStart", "bookmarkEnd"):
                self._bookmark(one)
            elif name in ("commentRangeStart", "commentRangeEnd"):
                self._range(one)
            elif name == "commentReference":
                self.ranges.mention(value(one, "id"), line)
            elif name == "txbxContent":
                self._box(one, line)
            elif name in _NOTES:
                self._note(_NOTES[name], value(one, "id"), line)
            elif name == "altChunk":
                self._chunk(one, line.place)
            elif (text := _text(one)) is not None:
                self._say(line, Piece(text, inserted, deleted))
            elif name == "rPr":
                self._tell_formatting(one, line.place)
            elif name and name not in _SKIPPED:
                if name in _PICTURES and not any(local(part) == "txbxContent" for part in one.iter()):
                    self._loose("picture", _described(one), line, inserted or deleted)
                self._runs(one, line, inserted, deleted)

    def _say(self, line: Line, piece: Piece) -> None:
        if piece.text:
            line.pieces.append(piece)
            self.ranges.say(line, piece)

    def _loose(self, kind: str, words: str, line: Line, edit: Edit | None = None) -> None:
        self.loose.append(Loose(kind, words, edit.author if edit else "", line.place))

    def _box(self, element: Any, line: Line) -> None:
        words = _words_below(element)
        if words:
            self._loose("box", words, line)

    def _note(self, kind: str, name: str, line: Line) -> None:
        if kind not in self._notes:
            roots = [self.parts.xml(part) for part in self.parts.of_kind(kind)]
            self._notes[kind] = {
                value(one, "id"): _words_below(one) for root in roots if root is not None for one in root
            }
        if words := self._notes[kind].get(name, ""):
            self._loose("note", words, line)

    def _table(self, element: Any, place: Place | None) -> None:
        own = self._bookmarked(element) or place or self._after
        rows = [one for one in element.iter() if local(one) == "tr"]
        lines = [" | ".join(_words_below(cell) for cell in row if local(cell) in ("tc", "sdt")) for row in rows]
        self.loose.append(
            Loose("table", "\n".join(line for line in lines if line.strip(" |")), _author_in(element), own)
        )
        for mark in element.iter():
            if local(mark) in ("bookmarkStart", "bookmarkEnd"):
                self._bookmark(mark)
            elif local(mark) in ("commentRangeStart", "commentRangeEnd"):
                self._range(mark)

    def _chunk(self, element: Any, place: Place | None) -> None:
        name, words = self.parts.piece(value(element, "id"))
        self.loose.append(Loose("chunk", words or name, "", place))

    def _tell_formatting(self, properties: Any, place: Place | None) -> None:
        for one in properties.iter() if properties is not None else ():
            if (what := _FORMATTING.get(local(one))) is not None:
                who = value(one, "author") or "Somebody"
                self._tell(place, f"{who} changed how {what} are set. Words are kept here, not how they are set.")

    def _tell(self, place: Place | None, sentence: str) -> None:
        if place is not None and sentence not in self.told.setdefault(place, []):
            self.told[place].append(sentence)


def _edit(element: Any, is_move: bool) -> Edit:
    return Edit(value(element, "author"), value(element, "date"), is_move)


def _mark_of(properties: Any) -> tuple[Edit | None, Edit | None]:
    inserted = deleted = None
    for one in child(properties, "rPr") if properties is not None and child(properties, "rPr") is not None else ():
        if local(one) in _IN:
            inserted = _edit(one, _IN[local(one)])
        elif local(one) in _OUT:
            deleted = _edit(one, _OUT[local(one)])
    return inserted, deleted


def _text(element: Any) -> str | None:
    """The letters one element of a run stands for, or None where it stands for none by itself."""
    match local(element):
        case "t" | "delText":
            return (element.text or "").replace("\n", " ").replace("\r", "")
        case "tab" | "ptab":
            return "\t" if local(element.getparent()) != "tabs" else ""
        case "br":
            return "" if value(element, "type") in ("page", "column") else "\n"
        case "cr":
            return "\n"
        case "noBreakHyphen":
            return "\u2011"
        case "softHyphen":
            return "\u00ad"
        case "sym":
            code = int(value(element, "char", "25A1"), 16)
            return "\u25a1" if 0xE000 <= code <= 0xF8FF else chr(code)
    return None


def _words_below(element: Any) -> str:
    """All words under an element, changes accepted, paragraphs parted by spaces."""
    found: list[str] = []
    stack: list[Any] = [element]
    while stack:
        one = stack.pop()
        if isinstance(one, str):
            found.append(one)
        elif (text := _text(one)) is not None:
            found.append(text)
        elif local(one) in _OUT or local(one) in _SKIPPED:
            continue
        else:
            if local(one) == "p":
                stack.append(" ")
            stack.extend(reversed(one))
    return " ".join("".join(found).split())


def _described(element: Any) -> str:
    """What a picture says of itself."""
    said = [value(one, "descr") or value(one, "title") for one in element.iter() if local(one) in ("docPr", "shape")]
    return next((text for text in said if text), "A picture without a description")


def _author_in(element: Any) -> str:
    return next((value(one, "author") for one in element.iter() if local(one) in _IN), "")


def _sections(lines: list[Line], told: dict[Place, list[str]]) -> tuple[list[FoundSection], list[Loose]]:
    """Lines put together by section. Words outside, and a section that begins a second time, are loose."""
    stretches: list[tuple[Place | None, list[Line]]] = []
    for line in lines:
        if stretches and stretches[-1][0] == line.place:
            stretches[-1][1].append(line)
        elif line.place is not None or line.words:
            stretches.append((line.place, [line]))
    found: dict[Place, FoundSection] = {}
    loose: list[Loose] = []
    for place, some in stretches:
        if place is not None and place not in found:
            found[place] = FoundSection(place, tuple(_pieces(some)), tuple(told.get(place, ())))
        else:
            loose += _left_over(place, some)
    return list(found.values()), loose


def _left_over(place: Place | None, lines: Iterable[Line]) -> Iterator[Loose]:
    for line in lines:
        if line.words:
            yield Loose("twice" if place else "outside", line.words, line.author, place)


def _pieces(lines: list[Line]) -> Iterator[Piece]:
    breaks = _breaks(lines)
    for line, mark in zip(lines, [*breaks, None], strict=True):
        yield from line.pieces
        if mark is not None:
            yield mark


def _breaks(lines: list[Line]) -> list[Piece]:
    """The ends between lines. A last line that is wholly new or gone carries that to the end before it."""
    found = [line.mark for line in lines[:-1]]
    for at in range(len(lines) - 1, 0, -1):
        mark, before = lines[at].mark, found[at - 1]
        is_new = mark.inserted is not None and all(one.inserted for one in lines[at].pieces)
        is_gone = mark.deleted is not None and all(one.deleted for one in lines[at].pieces)
        if not (is_new or is_gone) or before.inserted or before.deleted:
            break
        found[at - 1] = replace(mark)
    return found


def _around(parts: Parts) -> Iterator[Loose]:
    """Words of headers and feet, which none had when they went out."""
    for kind in ("header", "footer"):
        seen = set()
        for name in parts.of_kind(kind):
            root = parts.xml(name)
            words = _words_below(root) if root is not None else ""
            if words and words not in seen:
                seen.add(words)
                yield Loose(kind, words)
