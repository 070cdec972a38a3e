"""A remark with its place in a text, what is looked at before the public sees it, and the facts it is held against.

The words of the place are part of the remark's key: a person settles exactly these words, and no others.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache

from moothall.domain.remarks import Remark
from moothall.domain.reports import CommitteeReport

_SENTENCE_END = re.compile(r"(?<=[.?!])[”’\"')]*\s+(?=[“‘\"(]?[A-Z0-9£])|\n\s*\n|\n(?=\s*[-•*\d(])")
_NO_END = re.compile(r"\b(?:Cllr|Mr|Mrs|Ms|Dr|St|No|Nos|para|paras|e\.g|i\.e|etc|approx|reg|s|ss|vs|Co|Rev|Hon)\.\s*$")


class Whole(StrEnum):
    """What a section belongs to."""

    PLAN = "plan"
    REPORT = "report"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Section:
    """One stretch of text somebody can open and change. ``key`` is lasting; ``label`` is what people call it."""

    whole: Whole
    key: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """What a file carries that its pages do not show: who made it, changes, comments, pictures without words."""

    key: str
    name: str
    people: tuple[str, ...] = ()
    changes: int = 0
    comments: int = 0
    pictures: int = 0
    pictures_without_words: int = 0


@dataclass(frozen=True, slots=True)
class DepartmentName:
    """A way of writing a department's name, and the times it was right. ``meant`` is the name where it is a slip."""

    written: str
    held: tuple[tuple[date, date | None], ...]
    meant: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the world outside the texts, handed in as data."""

    acronyms: frozenset[str] = frozenset()
    given_names: frozenset[str] = frozenset()
    private_mail_hosts: frozenset[str] = frozenset()
    shared_mailboxes: frozenset[str] = frozenset()
    closed_hosts: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    departments: tuple[DepartmentName, ...] = ()
    council_names: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that is looked at together. ``poll`` is the first and last day of the local poll's own window.

    ``as_of`` is the day looked from, ``exempt`` the texts that are not for the public, and ``named`` the people whose
    names the texts give in a role.
    """

    sections: tuple[Section, ...]
    as_of: date
    official_name: str = ""
    own_names: tuple[str, ...] = ()
    letter_on: date | None = None
    deadline_on: date | None = None
    department_now: str = ""
    report: CommitteeReport | None = None
    exempt: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    poll: tuple[date, date] | None = None
    attachments: tuple[Attachment, ...] = ()
    known: Known = field(default_factory=Known)

    def of(self, whole: Whole) -> tuple[Section, ...]:
        """The sections of the plan or of the report."""
        return tuple(one for one in self.sections if one.whole is whole)

    def section(self, key: str) -> Section | None:
        """The section with this key, or None."""
        return next((one for one in self.sections if one.key == key), None)

    def day_of(self, whole: Whole) -> date:
        """The day for which a text is written: the report's meeting where it is set, else the day looked from."""
        meeting_on = self.report.meeting_on if self.report and whole is Whole.REPORT else None
        return meeting_on or self.as_of


@dataclass(frozen=True, slots=True)
class PlacedRemark:
    """A remark, and the words it is about: ``quote`` is ``text[start:end]`` of the section, ``around`` its sentence.

    ``is_hint`` marks what is only worth a thought, as a reading age. ``also`` are further quotations to show.
    """

    remark: Remark
    whole: Whole
    place: str
    label: str
    start: int
    end: int
    quote: str
    around: str
    is_hint: bool = False
    also: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """40 hexadecimal digits of the check, the place and the words: another key once the words change."""
        words = "\x1f".join((self.remark.check, self.place, self.quote, " ".join(self.around.split())))
        return hashlib.sha256(words.encode()).hexdigest()[:40]


def at(section: Section, start: int, end: int, remark: Remark, *, is_hint: bool = False) -> PlacedRemark:
    """The remark at these characters of a section."""
    begin, stop = sentence_at(section.text, start)
    around = section.text[begin : max(stop, end)].strip()
    quote = section.text[start:end]
    return PlacedRemark(remark, section.whole, section.key, section.label, start, end, quote, around, is_hint)


def of_file(attachment: Attachment, remark: Remark, words: str) -> PlacedRemark:
    """A remark on a whole file. ``words`` say what was seen, so that it comes back when that changes."""
    return PlacedRemark(remark, Whole.FILE, attachment.key, attachment.name, 0, 0, "", words)


@lru_cache(maxsize=4096)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Where each sentence of a text starts and ends. Lists and paragraphs end sentences too."""
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _SENTENCE_END.finditer(text):
        if "\n" not in found[0] and _NO_END.search(text[start : found.end()]):
            continue
        if text[start : found.start()].strip():
            yield _trimmed(text, start, found.start())
        start = found.end()
    if text[start:].strip():
        yield _trimmed(text, start, len(text))


def sentence_at(text: str, place: int) -> tuple[int, int]:
    """Where the sentence that holds this character starts and ends."""
    return next(((start, end) for start, end in sentences(text) if place < end), (0, len(text)))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
