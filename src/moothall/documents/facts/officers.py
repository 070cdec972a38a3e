"""The officers named on it: who wrote it, who leads, whom to ask."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from moothall.documents.clues import Clues
from moothall.documents.lines import Line
from moothall.documents.outline import Entry, Outline
from moothall.documents.people import EMAIL, PHONE, is_name, people
from moothall.domain.facts import Fact

_PRESENTED = re.compile(
    r"\b(?:[Tt]he )(?P<role>(?:[A-Z][\w&/-]*(?:,? (?:and |of |for |& |the "
    r")?)?){1,10}?)[,(]\s*(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?(?P<name>[A-Z][\w'’.-]* (?:[A-Z][\w'’.-]* "
    r"?){1,2})[,)]\s*(?:presented|introduced|outlined|submitted|explained|advised|reported)"
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
    for line in outline.lines:
        match = _PRESENTED.search(line.text)
        if match and is_name(match.group("name")) and match.group("name").strip().lower() not in seen:
            seen.add(match.group("name").strip().lower())
            value = {
                "name": match.group("name").strip(),
                "role": match.group("role").strip(" ,"),
                "email": None,
                "phone": None,
            }
            yield line.fact("officers", value, "officers.presented", match.start("name"), match.end("name"))


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
