"""What stands open, what is set apart and what is left out, each with its reason. Part 2 never stands open."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from moothall.apps.audit_files.catalogue import Told
from moothall.apps.audit_files.rows import Row
from moothall.apps.handoff.appendices import words_of
from moothall.apps.handoff.matter import exempt_in
from moothall.apps.handoff.models import AppendixFile
from moothall.apps.people.models import RoleHeld
from moothall.apps.reports.models import ExemptText
from moothall.apps.workspaces.models import Workspace
from moothall.documents.writing.document import Document, Item, Paragraph, Span, plain
from moothall.domain.audit_files import UNFINISHED, Purpose
from moothall.domain.placed_remarks import sentences
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role
from moothall.domain.safety.exempt_sentences import LEAST

SENIOR = frozenset({Role.CHIEF_EXECUTIVE, Role.MONITORING_OFFICER, Role.MEMBER, Role.EXECUTIVE_MEMBER})
_PUBLIC = frozenset({"publications.Publication", "notices.AgendaPaper"})


class Place(StrEnum):
    """Where something goes."""

    OPEN = "open"
    APART = "apart"
    OUT = "out"


@dataclass
class Sorting:
    """How a file is sorted. ``exempt`` are the words of Part 2, ``names`` people's names with what stands for each.

    ``reasons`` counts, by reason, what was set apart; ``out`` what was left out.
    """

    purpose: Purpose
    has_part_2: bool
    as_of: date
    exempt: tuple[str, ...] = ()
    names: dict[str, str] = field(default_factory=dict)
    reasons: dict[tuple[str, str], int] = field(default_factory=dict)
    out: dict[tuple[str, str], int] = field(default_factory=dict)

    def place(self, told: Told, row: Row) -> Place:
        """Where a row goes. What holds a sentence of Part 2 goes where Part 2 goes."""
        if row.is_exempt or self.is_exempt(strings_in(row.values)):
            return self._closed(told.title, PART_2)
        if told.chapter in UNFINISHED and self.purpose is Purpose.BEST_VALUE:
            return self._say(self.out, told.title, NOT_FINISHED, Place.OUT)
        if told.chapter in UNFINISHED and self.purpose is Purpose.INFORMATION:
            return self._say(self.reasons, told.title, NOT_FINISHED, Place.APART)
        return Place.OPEN

    def place_file(self, told: Told, row_place: Place, file: Any, name: str) -> Place:
        """Where a kept file goes: with its row, unless its words say otherwise or nobody made it public."""
        if row_place is not Place.OPEN:
            return row_place
        if self.exempt and self.is_exempt([words_of(file, name)]):
            return self._closed(f"File {name}", PART_2)
        if self.purpose is Purpose.INFORMATION and told.label not in _PUBLIC:
            return self._say(self.reasons, f"File {name}", NOT_PUBLIC, Place.APART)
        return Place.OPEN

    def is_exempt(self, words: Iterable[str]) -> bool:
        """Whether a sentence of Part 2 stands in the words, whatever its case or spacing."""
        return bool(self.exempt) and any(exempt_in(self.exempt, [("row", "\n\n".join(words))], self.as_of))

    def place_document(self, name: str, document: Document) -> Place:
        """Where a whole document goes: where Part 2 goes, when a sentence of it stands there."""
        return self._closed(name, PART_2) if self.is_exempt(texts(document.blocks)) else Place.OPEN

    def check_bytes(self, name: str, data: bytes) -> None:
        """Raise a Refusal where a sentence of Part 2 stands in the bytes of an open file, plain or as JSON has it."""
        for said in self._sentences():
            if said.encode() in data or json.dumps(said)[1:-1].encode() in data:
                raise Refusal(
                    f"A sentence of Part 2 would stand in the open file {name}, so no file was made.",
                    next_step="Take it out of the open text, or out of Part 2 if the public may read it.",
                )

    def _sentences(self) -> Iterator[str]:
        for text in self.exempt:
            for start, end in sentences(text):
                said = text[start:end].strip()
                if len(said.split()) >= LEAST:
                    yield said

    def hidden(self, value: Any) -> Any:
        """A plain value with what stands for each name in its place; the same where no names are set apart."""
        if not self.names:
            return value
        if isinstance(value, str):
            return self._pattern.sub(lambda found: self.names[found[0].casefold()], value)
        if isinstance(value, list):
            return [self.hidden(one) for one in value]
        if isinstance(value, dict):
            return {key: self.hidden(one) for key, one in value.items()}
        return value

    @property
    def _pattern(self) -> re.Pattern[str]:
        longest = sorted(self.names, key=len, reverse=True)
        return re.compile("|".join(rf"\b{re.escape(one)}\b" for one in longest), re.IGNORECASE)

    def hidden_in(self, document: Document) -> Document:
        """The document with what stands for each name in its place."""
        return _mapped(document, self.hidden) if self.names else document

    def _closed(self, what: str, why: str) -> Place:
        if self.has_part_2:
            return self._say(self.reasons, what, why, Place.APART)
        return self._say(self.out, "Something that is exempt", why, Place.OUT)

    def _say(self, where: dict[tuple[str, str], int], what: str, why: str, place: Place) -> Place:
        where[what, why] = where.get((what, why), 0) + 1
        return place


PART_2 = (
    "It is part of Part 2, or says what Part 2 says: exempt under schedule 12A of the Local Government Act 1972. That "
    "alone does not settle a request for information, which has its own exemptions."
)
NOT_FINISHED = "It was still being worked on, and nobody decided on it or published it."
NOT_PUBLIC = "The file was not made public by the council, and nobody has looked through it for this request."
NAMES = (
    "It names officers other than the chief executive, the monitoring officer and members, or their addresses. In the "
    "open folder “officer 1” and so on stand for them (Freedom of Information Act 2000, section 40: check with your "
    "monitoring officer)."
)


def sorting(workspace: Workspace, purpose: Purpose, *, has_part_2: bool, as_of: date) -> Sorting:
    """How a file for this purpose is sorted, with the words and names it is held against."""
    parts = ExemptText.objects.filter(report__workspace=workspace)
    appendices = AppendixFile.objects.filter(workspace=workspace, is_exempt=True)
    words = [str((one.value or {}).get("text", "")) for one in parts] + [one.words for one in appendices]
    names = _junior(workspace) if purpose is Purpose.INFORMATION else {}
    return Sorting(purpose, has_part_2, as_of, tuple(one for one in words if one.strip()), names)


def _junior(workspace: Workspace) -> dict[str, str]:
    held: dict[Any, set[str]] = {}
    for one in RoleHeld.objects.filter(workspace=workspace).select_related("person").order_by("person_id"):
        held.setdefault(one.person, set()).add(one.role)
    junior = [person for person, roles in held.items() if not roles & SENIOR]
    return {
        said.casefold(): words
        for number, person in enumerate(junior, start=1)
        for said, words in ((person.name, f"officer {number}"), (person.email, f"address of officer {number}"))
        if said
    }


def strings_in(value: Any) -> Iterator[str]:
    """Every text in a plain value, whatever it lies in."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from strings_in(one)


def texts(value: Any) -> Iterator[str]:
    """The words of a part of a document, those of a paragraph or an item in one."""
    if isinstance(value, Paragraph | Item):
        yield plain(value.words)
    elif isinstance(value, tuple):
        for one in value:
            yield from texts(one)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from texts(getattr(value, name))
    elif isinstance(value, str):
        yield value


def _mapped(value: Any, change: Any) -> Any:
    """A document, or a part of one, with each of its words changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_mapped(one, change) for one in value)
    if isinstance(value, Span):
        return replace(value, text=change(value.text))
    if hasattr(value, "__dataclass_fields__"):
        kept = {"colour", "language", "anchor", "svg", "setting"}
        names = [one for one in value.__dataclass_fields__ if one not in kept]
        return replace(value, **{one: _mapped(getattr(value, one), change) for one in names})
    return value
