"""A template filled with one report: names replaced, rows repeated, parts kept or left out. No expression is run."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from moothall.documents.own_templates import blocks
from moothall.documents.own_templates import package as packages
from moothall.documents.own_templates.blocks import TooLong
from moothall.documents.own_templates.checking import MOST
from moothall.documents.own_templates.contents import Contents, RowWords, contents
from moothall.documents.own_templates.names import ROWS
from moothall.documents.own_templates.placeholders import Kind, Placeholder, alone, closing, placeholders
from moothall.documents.own_templates.xml import TEXT_BOX, below, child, drop, local, make, own_texts, parsed, text_of
from moothall.documents.own_templates.xml import written as as_part
from moothall.documents.writing.document import Block
from moothall.domain.house_templates import HouseTemplate
from moothall.domain.reports import CommitteeReport

MOST_ELEMENTS = 200_000
_NEEDS_PARAGRAPH = frozenset({"tc", TEXT_BOX, "hdr", "ftr"})
_HELD = frozenset({"drawing", "pict", "object"})


def fill(data: bytes, name: str, report: CommitteeReport, house: HouseTemplate, *, timestamp: datetime) -> bytes:
    """The template filled with the open report, as DOCX. What it does not know stays as it stands.

    ``house`` gives the council's words for the kinds of implication. The same template, report and ``timestamp`` give
    the same bytes. Raises Unreadable as the gates do, and TooLong where the template would repeat without end.
    """
    package = packages.opened(data, name)
    roots = {part: parsed(package.parts[part]) for part in package.texts}
    marks = [one for root in roots.values() for line in below(root, "p") for one in placeholders(text_of(line))]
    if len(marks) > MOST:
        raise TooLong
    used = {one.name for one in marks if one.kind is Kind.NAME}
    numbered = blocks.numbered_styles(parsed(package.parts["word/styles.xml"])) if _has_styles(package) else frozenset()
    filler = _Filler(contents(report, house, used), numbered)
    changed = {}
    for part, root in roots.items():
        try:
            filler.children(root, {}, "")
        except RecursionError as error:
            raise TooLong from error
        for one in list(below(root, "dataBinding")):
            one.getparent().remove(one)
        changed[part] = as_part(root)
    title = report.title.strip() or "Untitled report"
    return packages.packed(package, changed, title=title, owner=report.authority_name, timestamp=timestamp)


def _has_styles(package: packages.Package) -> bool:
    return "word/styles.xml" in package.parts


class _Filler:
    """Fills one file, and stops where it would grow past what any report needs."""

    def __init__(self, said: Contents, numbered: frozenset[str]) -> None:
        self._said = said
        self._numbered = numbered
        self._made = 0

    def children(self, parent: Any, row: RowWords, kind: str) -> None:
        """Fill everything in an element. ``row`` are the words of the row one is in, ``kind`` what kind it is of."""
        waiting = list(parent)
        place = 0
        while place < len(waiting):
            one = waiting[place]
            mark = alone(one) if local(one) == "p" else None
            end = closing(waiting, place) if mark is not None and mark.kind not in (Kind.NAME, Kind.END) else None
            if mark is not None and end is not None and self._knows(mark):
                self._part(mark, waiting[place : end + 1], row, kind)
                place = end + 1
                continue
            self._one(one, row, kind)
            place += 1
        if local(parent) in _NEEDS_PARAGRAPH and (not len(parent) or local(parent[-1]) != "p"):
            parent.append(make(parent, "p"))

    def _knows(self, mark: Placeholder) -> bool:
        return mark.name in self._said.rows if mark.kind is Kind.EACH else self._condition(mark) is not None

    def _condition(self, mark: Placeholder) -> bool | None:
        known = mark.name in self._said.words or mark.name in self._said.rows
        return self._said.says(mark.name) is (mark.kind is Kind.IF) if known else None

    def _part(self, mark: Placeholder, marked: list[Any], row: RowWords, kind: str) -> None:
        """A part between two marks: kept or left out, or repeated for each row."""
        first, *body, last = marked
        parent = first.getparent()
        if mark.kind is Kind.EACH:
            for words in self._said.rows[mark.name]:
                copied = [self._copy(one) for one in body]
                for one in copied:
                    first.addprevious(one)
                self._within(parent, copied, words, mark.name)
        elif self._condition(mark):
            self._within(parent, body, row, kind)
            body = []
        for one in (first, *body, last):
            _take_out(one)

    def _within(self, parent: Any, some: list[Any], row: RowWords, kind: str) -> None:
        """Fill these neighbours as if they stood alone, so that marks among them pair with each other."""
        shelf = make(parent, "shelf")
        before = some[0].getprevious() if some else None
        for one in some:
            shelf.append(one)
        self.children(shelf, row, kind)
        at = 0 if before is None else list(parent).index(before) + 1
        for offset, one in enumerate(list(shelf)):
            parent.insert(at + offset, one)

    def _copy(self, one: Any) -> Any:
        self._made += sum(1 for _ in one.iter())
        if self._made > MOST_ELEMENTS:
            raise TooLong
        copied = copy.deepcopy(one)
        for each in [each for each in copied.iter() if local(each) in ("bookmarkStart", "bookmarkEnd")]:
            each.getparent().remove(each)
        return copied

    def _one(self, one: Any, row: RowWords, kind: str) -> None:
        if local(one) == "p":
            self._paragraph(one, row, kind)
        elif local(one) == "tbl":
            self._table(one, row, kind)
        elif len(one):
            self.children(one, row, kind)

    def _table(self, table: Any, row: RowWords, kind: str) -> None:
        rows = [one for one in below(table, "tr") if _nearest(one, "tbl") is table]
        is_fixed_otherwise = True
        emptied = False
        for line in rows:
            repeating = next((name for name in _rows_in(line) if name in ROWS and name != kind), "")
            if not repeating and self._says_nothing(line):
                line.getparent().remove(line)
                continue
            if not repeating:
                is_fixed_otherwise &= "{{" not in "".join(text_of(one) for one in below(line, "p"))
                self.children(line, row, kind)
                continue
            for words in self._said.rows[repeating]:
                copied = self._copy(line)
                line.addprevious(copied)
                self.children(copied, words, repeating)
            emptied |= not self._said.rows[repeating]
            line.getparent().remove(line)
        if (emptied and is_fixed_otherwise) or next(below(table, "tr"), None) is None:
            table.getparent().remove(table)

    def _says_nothing(self, line: Any) -> bool:
        """Whether a row of a table is there for names alone, none of which says anything: it leaves no label behind."""
        marks = [one for each in below(line, "p") for one in placeholders(text_of(each))]
        return bool(marks) and all(one.name in self._said.words and not self._said.words[one.name] for one in marks)

    def _paragraph(self, paragraph: Any, row: RowWords, kind: str) -> None:
        for box in [one for one in below(paragraph, TEXT_BOX) if _nearest(one, "p") is paragraph]:
            self.children(box, row, kind)
        if "{{" not in text_of(paragraph):
            return
        known = {**self._said.words, **{f"{kind}.{column}": words for column, words in row.items()}}
        here = [one for one in placeholders(text_of(paragraph)) if one.kind is Kind.NAME and one.name in known]
        if not here:
            return
        if alone(paragraph) == here[0] and not any(local(one) in _HELD for one in paragraph.iter()):
            self._replace(paragraph, known[here[0].name])
            return
        for one in reversed(here):
            blocks.put_text(own_texts(paragraph), one.start, one.end, blocks.in_line(known[one.name]))
        for text in own_texts(paragraph):
            blocks.break_lines(text)

    def _replace(self, paragraph: Any, words: tuple[Block, ...]) -> None:
        made = blocks.elements(words, paragraph, self._numbered)
        self._made += sum(1 for one in made for _ in one.iter())
        if self._made > MOST_ELEMENTS:
            raise TooLong
        for one in made:
            paragraph.addprevious(one)
        _take_out(paragraph)


def _take_out(paragraph: Any) -> None:
    """Take a paragraph out, unless it ends a section of the file: then only its words go."""
    properties = child(paragraph, "pPr") if local(paragraph) == "p" else None
    if properties is not None and child(properties, "sectPr") is not None:
        drop(paragraph, *{local(one) for one in paragraph if one is not properties})
    elif paragraph.getparent() is not None:
        paragraph.getparent().remove(paragraph)


def _rows_in(line: Any) -> Mapping[str, None]:
    return dict.fromkeys(one.row for each in below(line, "p") for one in placeholders(text_of(each)) if one.row)


def _nearest(element: Any, name: str) -> Any:
    return next((one for one in element.iterancestors() if local(one) == name), None)
