"""Comments as a page shows them: the words of a section with those commented on marked and numbered, and the notes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from moothall.apps.comments.queries import Stood
from moothall.documents.exchange.word_sections import Section
from moothall.domain.returned_words import BREAK


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one paragraph. They are marked where comments are about them; ``ends`` are those that end here."""

    text: str
    is_marked: bool
    ends: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A comment with its number on the page, and the words it was about where they read otherwise today."""

    number: int
    stood: Stood
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph and the notes whose words begin in it."""

    stretches: tuple[Stretch, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The words under one key."""

    key: str
    title: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(slots=True)
class Page:
    """All that stands at a place: its words with their notes, notes on the whole, those whose words are gone."""

    words: list[Words] = field(default_factory=list)
    whole: list[Note] = field(default_factory=list)
    gone: list[Note] = field(default_factory=list)

    def ids(self) -> dict[int, int]:
        """The comment that each number on the page stands for."""
        marked = [note for one in self.words for part in one.paragraphs for note in part.notes]
        return {note.number: note.stood.comment.pk for note in (*marked, *self.whole, *self.gone)}


def page(some: Sequence[Section], rows: Sequence[Stood]) -> Page:
    """The page of a place. ``rows`` are its open comments; they are numbered in the order their words stand."""
    found = Page()
    number = 0
    for section in some:
        here = [one for one in rows if one.comment.place == section.key and one.found is not None]
        here.sort(key=lambda one: (one.found.start, one.found.end) if one.found else (0, 0))
        notes = [Note(number + at, one, changed=not one.found.is_same) for at, one in enumerate(here, 1) if one.found]
        number += len(notes)
        found.words.append(Words(section.key, section.title, tuple(_paragraphs(section.text, notes))))
    elsewhere = sorted((one for one in rows if one.found is None), key=lambda one: one.is_gone)
    for at, one in enumerate(elsewhere, number + 1):
        (found.gone if one.is_gone else found.whole).append(Note(at, one))
    return found


def _paragraphs(text: str, notes: Sequence[Note]) -> Iterator[Paragraph]:
    """Every note stands by one paragraph: that in which its words begin."""
    spans = [(one.stood.found.start, one.stood.found.end, one) for one in notes if one.stood.found]
    at = 0
    parts = text.split(BREAK) if text else []
    for part in parts:
        end = at + len(part)
        until = end + len(BREAK)
        begin = tuple(note for start, _, note in spans if at <= start < until)
        yield Paragraph(tuple(_stretches(text, at, end, spans)), begin)
        at = until


def _stretches(text: str, low: int, high: int, spans: Sequence[tuple[int, int, Note]]) -> Iterator[Stretch]:
    """A paragraph cut wherever the words of a comment begin or end."""
    cuts = {low, high} | {cut for start, end, _ in spans for cut in (start, end) if low < cut < high}
    for start, end in pairwise(sorted(cuts)):
        ends = tuple(note.number for _, last, note in spans if start < last <= end)
        yield Stretch(text[start:end], any(begin < end and start < last for begin, last, _ in spans), ends)


def in_words(comments: int, suggestions: int) -> str:
    """How many comments and suggestions are open, as a sentence without its full stop."""
    said = [
        f"{count} {noun}{'' if count == 1 else 's'}"
        for count, noun in ((comments, "comment"), (suggestions, "suggestion"))
        if count
    ]
    if not said:
        return "No comment is open"
    return f"{' and '.join(said)} {'is' if comments + suggestions == 1 else 'are'} open"
