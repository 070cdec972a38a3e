"""What a template asks for that no report has, with where it stands and which name is near, and what it leaves out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from moothall.documents.own_templates import package as packages
from moothall.documents.own_templates.names import NAMES, ROWS
from moothall.documents.own_templates.placeholders import Kind, Placeholder, alone, closing, placeholders
from moothall.documents.own_templates.xml import below, child, local, parsed, said, text_of
from moothall.documents.reading import gate
from moothall.documents.reading.document import Unreadable
from moothall.documents.reading.limits import Limits
from moothall.documents.reading.reader import damaged
from moothall.documents.reading.worker import Worker
from moothall.domain.fingerprints import plain
from moothall.domain.plain import build

MOST = 500
_OTHER_SIGNS = re.compile(r"\{%.*?%\}|\{#.*?#\}|«[^»]{1,40}»")
_COLUMNS = {f"{row.name}.{column}" for row in ROWS.values() for column in row.columns}


@dataclass(frozen=True, slots=True)
class Fault:
    """Something the template cannot be used with: a sentence, where it stands, and the name that was meant, if any."""

    sentence: str
    where: str
    near: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """The names and kinds of row a template uses, and its faults; one without faults may be adopted."""

    names: tuple[str, ...]
    rows: tuple[str, ...]
    faults: tuple[Fault, ...]


def check(data: bytes, name: str, *, limits: Limits = packages.LIMITS) -> Checked:
    """What a template uses and what is wrong with it, read in a process of its own.

    Raises Unreadable with its sentence: whatever the gates refuse, and a file that takes too long or too much memory.
    """
    gate.check_size(data, name, limits)
    with Worker(limits) as worker:
        answer = worker.ask("template", data, name)
    try:
        return build(Checked, json.loads(answer))
    except ValueError as error:
        raise Unreadable("damaged", damaged(name)) from error


def inside(data: bytes, name: str, limits: Limits) -> bytes:
    """The same as JSON, for the reading process alone. Raises Unreadable, and what a parser raises on a broken file."""
    package = packages.opened(data, name, limits)
    return json.dumps(plain(checked(package))).encode()


def checked(package: packages.Package) -> Checked:
    """The names, rows and faults of an opened template, in the order in which they stand."""
    placed = [
        (paragraph, list(placeholders(text_of(paragraph))), where)
        for root in (parsed(package.parts[part]) for part in package.texts)
        for paragraph, where in _placed(root, local(root))
    ]
    found = [one for _, here, _ in placed for one in here]
    if len(found) > MOST:
        return Checked((), (), (Fault(f"There are {len(found)} placeholders; the most is {MOST}.", "In the file"),))
    faults = [fault for one in placed for fault in _faults(*one)]
    if not found:
        faults.append(Fault("The template has no placeholder, so every report would be the same.", "In the file"))
    names = dict.fromkeys(one.name for one in found if one.kind is Kind.NAME and one.name in NAMES)
    rows = dict.fromkeys(
        one.row or one.name for one in found if one.name in _COLUMNS or (one.kind is Kind.EACH and one.name in ROWS)
    )
    return Checked(tuple(names), tuple(rows), tuple(faults))


def _placed(root: Any, part: str) -> Iterator[tuple[Any, str]]:
    """Each paragraph with where it stands in words."""
    heading = ""
    for paragraph in below(root, "p"):
        text = text_of(paragraph).strip()
        if part in ("hdr", "ftr"):
            where = "In the header" if part == "hdr" else "In the footer"
        else:
            where = f"Under “{heading}”" if heading else "At the top"
            where += ", in a table" if _up(paragraph, "tr") is not None else ""
        yield paragraph, f"{where}: “{text[:80]}{'…' if len(text) > 80 else ''}”"
        if text and _is_heading(paragraph):
            heading = text[:60]


def _is_heading(paragraph: Any) -> bool:
    properties = child(paragraph, "pPr")
    style = child(properties, "pStyle") if properties is not None else None
    return style is not None and said(style, "val").casefold().startswith("heading")


def _faults(paragraph: Any, here: list[Placeholder], where: str) -> Iterator[Fault]:
    text = text_of(paragraph)
    for other in _OTHER_SIGNS.findall(text):
        yield Fault(f"{other[:60]} is another program’s sign, which means nothing here.", where)
    bare = _without(text, here)
    if "{{" in bare or "}}" in bare:
        yield Fault("Two braces are opened or closed without their partners on the same line.", where)
    for one in here:
        if fault := _fault(paragraph, one, where):
            yield fault
    if len({one.row for one in here if one.row}) > 1:
        yield Fault("One line takes columns of two kinds of row, and a row repeats for one kind.", where)


def _without(text: str, here: list[Placeholder]) -> str:
    for one in here:
        text = text.replace(one.written, "", 1)
    return text


def _fault(paragraph: Any, one: Placeholder, where: str) -> Fault | None:
    if one.kind is not Kind.NAME and (fault := _unpaired(paragraph, one, where)):
        return fault
    if one.kind is Kind.END:
        return None
    if one.kind is Kind.EACH:
        known = set(ROWS)
    elif one.kind is Kind.NAME:
        known = set(NAMES) | _COLUMNS
    else:
        known = set(NAMES) | set(ROWS)
    if one.name not in known or not one.is_plain:
        near = next(iter(get_close_matches(one.name, sorted(known), 1, 0.6)), "")
        return Fault(f"{one.written[:80]} is no name that a report has.", where, near)
    if one.row and not _repeats(paragraph, one.row):
        return Fault(
            f"{one.written} stands outside a row of a table and outside {{{{ each {one.row} }}}}, so nothing repeats.",
            where,
        )
    return None


def _unpaired(paragraph: Any, one: Placeholder, where: str) -> Fault | None:
    if alone(paragraph) != one:
        return Fault(f"{one.written} needs a line of its own.", where)
    siblings = list(paragraph.getparent())
    at = siblings.index(paragraph)
    if one.kind is Kind.END:
        opened = any(closing(siblings, place) == at for place in range(at) if _opens(siblings[place]))
        return None if opened else Fault(f"{one.written} closes nothing that was opened beside it.", where)
    if closing(siblings, at) is None:
        return Fault(f"{one.written} is not closed by {{{{ end }}}} further down at the same level.", where)
    if one.kind is Kind.EACH and any(name.startswith("each ") for name in _enclosing(paragraph)):
        return Fault(f"{one.written} stands within another part that repeats.", where)
    return None


def _opens(element: Any) -> bool:
    mark = alone(element) if local(element) == "p" else None
    return mark is not None and mark.kind in (Kind.IF, Kind.UNLESS, Kind.EACH)


def _repeats(paragraph: Any, row: str) -> bool:
    return _up(paragraph, "tr") is not None or f"each {row}" in set(_enclosing(paragraph))


def _enclosing(paragraph: Any) -> Iterator[str]:
    """The parts between marks in which a paragraph stands, as "each option"."""
    at = paragraph
    while (parent := at.getparent()) is not None:
        siblings = list(parent)
        place = siblings.index(at)
        for before in range(place):
            mark = alone(siblings[before]) if local(siblings[before]) == "p" else None
            if mark is not None and mark.kind is Kind.EACH and (closing(siblings, before) or -1) > place:
                yield f"each {mark.name}"
        at = parent


def _up(element: Any, name: str) -> Any:
    """The nearest element of this name around another, or None."""
    return next((one for one in element.iterancestors() if local(one) == name), None)
