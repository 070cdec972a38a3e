"""The officers named on it: who wrote it, who leads, whom to ask."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from moothall.documents.clues import Clues, DocumentKind
from moothall.documents.entries import Entry
from moothall.documents.lines import Line
from moothall.documents.outline import Outline
from moothall.documents.people import EMAIL, PHONE, is_name, people
from moothall.documents.reading.document import BlockKind
from moothall.domain.facts import Fact

_PRESENTED = re.compile(
    r"\b(?:[Tt]he )(?P<role>(?:[A-Z][\w&/-]*(?:,? (?:and |of |for |& |the "
    r")?)?){1,10}?)[,(]\s*(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?(?P<name>[A-Z][\w'’.-]* (?:[A-Z][\w'’.-]* "
    r"?){1,2})[,)]\s*(?:presented|introduced|outlined|submitted|explained|advised|reported)"
)
_ASK = re.compile(
    r"\b(?:please (?:ask for|contact|speak to|call|e-?mail)|(?:further|more) information\b[^.:]{0,40}?\b(?:contact|"
    r"ask for|from)|"
    r"enquiries(?: to| should be addressed to)?|contact(?: officers?| person)?)\s*:?\s+(?=(?:the |(?:Mr|Mrs|Ms|Miss|"
    r"Dr)\.? )?[A-Z])",
    re.IGNORECASE,
)
_POST = re.compile(
    r"(?:(?:Interim|Acting|Joint|Deputy|Assistant|Corporate|Strategic|Executive|Group|Senior|Principal|Service|"
    r"Managing|"
    r"County|Borough|City|Town|Associate) )*(?:Director|Head|Chief|Manager|Solicitor|Treasurer|Secretary|Officer|Clerk|"
    r"Lead|Leader of|Monitoring Officer|Section 151)\b(?! Committee)",
    re.IGNORECASE,
)
_MOST = 12


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """One fact an officer, in document order, each person once."""
    found: dict[str, Fact] = {}
    for entry in outline.all("officers"):
        for fact in _of_entry(entry):
            first = found.setdefault(str(fact.value["name"]).lower(), fact)
            for key in ("role", "email", "phone"):
                first.value[key] = first.value[key] or fact.value[key]
    yield from list(found.values())[:_MOST]
    seen = set(found)
    for fact in (*_presented(outline), *_named_in_passing(outline, clues)):
        if fact.value["name"].lower() not in seen:
            seen.add(fact.value["name"].lower())
            yield fact


def _presented(outline: Outline) -> Iterator[Fact]:
    """Who presented the report, where a minute says so by post and name."""
    for line in outline.lines:
        match = _PRESENTED.search(line.text)
        if match and is_name(match.group("name")):
            value = {
                "name": match.group("name").strip(),
                "role": match.group("role").strip(" ,"),
                "email": None,
                "phone": None,
            }
            yield line.fact("officers", value, "officers.presented", match.start("name"), match.end("name"))


def _named_in_passing(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """Whom to ask, in a sentence; who signs the report; who stands by name and post alone at its head."""
    if clues.kind not in (DocumentKind.COMMITTEE_REPORT, DocumentKind.AGENDA):
        return
    lines = [line for line in outline.lines if line.kind is not BlockKind.TABLE_CELL]
    for at, line in enumerate(lines):
        after = lines[at + 1] if at + 1 < len(lines) else None
        if match := _ASK.search(line.text):
            yield from _people(line, match.end(), min(len(line.text), match.end() + 160), "officers.ask")
        elif clues.kind is DocumentKind.AGENDA:
            continue
        elif (
            at < 15
            and not lines[at - 1].text.endswith(":")
            and (comma := line.text.find(", ")) > 0
            and is_name(line.text[:comma])
        ):
            if _POST.match(line.text[comma + 2 :]) and len(line.text.split()) <= 14:
                yield from _people(line, 0, len(line.text), "officers.head")
        elif after is not None and is_name(line.text) and _POST.match(after.text) and len(after.text.split()) <= 12:
            yield _officer(line, line.text.strip(), after.text.strip(" .,"), 0, len(line.text), "officers.signed")


def _people(line: Line, start: int, end: int, found_by: str) -> Iterator[Fact]:
    for person in people(line.text[start:end]):
        value = {
            "name": person.name,
            "role": person.role or None,
            "email": person.email or None,
            "phone": person.phone or None,
        }
        yield line.fact("officers", value, found_by, start + person.start, start + person.end)


def _officer(line: Line, name: str, role: str, start: int, end: int, found_by: str) -> Fact:
    return line.fact("officers", {"name": name, "role": role, "email": None, "phone": None}, found_by, start, end)


def _of_entry(entry: Entry) -> Iterator[Fact]:
    lines = [line for line in entry.values if len(line.text) < 900]
    for at, line in enumerate(lines):
        for person in people(line.text):
            email, phone = person.email, person.phone
            if not (email and phone):
                more = _contact(lines[at + 1 : at + 4])
                email, phone = email or more[0], phone or more[1]
            value = {"name": person.name, "role": person.role or None, "email": email or None, "phone": phone or None}
            yield line.fact("officers", value, "officers.label", person.start, person.end)


def _contact(lines: Sequence[Line]) -> tuple[str, str]:
    """The address and telephone on the lines under a name, up to the next name."""
    email = phone = ""
    for line in lines:
        if any(True for _ in people(line.text)):
            break
        if not email and (match := EMAIL.search(line.text)):
            email = match.group().strip(".'")
        if not phone and (match := PHONE.search(EMAIL.sub(" ", line.text))):
            phone = " ".join(match.group().split())
    return email, phone
