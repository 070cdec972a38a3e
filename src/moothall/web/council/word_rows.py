"""What came back from Word as a page shows it: paragraphs with their changes, and why words could not be placed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from moothall.apps.comments.sections import place_of
from moothall.domain.returned_words import BREAK

WHY = {
    "outside": "They stand outside every section, as happens when text is pasted or the sections’ marks are lost.",
    "twice": "The file holds this section twice, and these words are in the second.",
    "unknown": "The file names a section that did not go out with it.",
    "other": "The file names words that did not go out from this workspace: they may be another plan’s.",
    "guide": "They were written into a heading or a hint, which nobody can save.",
    "guide_cut": "They were taken out of a heading or a hint. Nothing was changed here.",
    "table": "A table was put in. Sections hold words only.",
    "picture": "A picture was put in. Sections hold words only; this is what it says of itself.",
    "box": "They stand in a text box.",
    "note": "They stand in a footnote or an endnote.",
    "chunk": "They are an embedded file that Word unfolds only when it opens the document.",
    "header": "They stand in the header of the pages.",
    "footer": "They stand in the foot of the pages.",
    "comment": "It is a comment on words that stand in no section.",
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one paragraph: ``kind`` is ins, del, both or same; the numbers are those of their changes."""

    text: str
    kind: str
    number: int | None = None
    other: int | None = None


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A returned section: its paragraphs, changes with their author and time in words, comments in threads."""

    row: Any
    paragraphs: list[list[Stretch]]
    changes: list[tuple[Any, str, datetime | None]]
    comments: list[tuple[Any, list[Any]]]
    open: list[int]
    place: str


def section_row(row: Any) -> SectionRow:
    """One returned section for its page. ``row`` has its changes and comments at hand."""
    changes = list(row.changes.all())
    refused = {one.number for one in changes if one.verdict == "refused"}
    threads = list(row.comments.all())
    names = {one.name for one in threads}
    return SectionRow(
        row=row,
        paragraphs=list(_paragraphs(row.pieces(), refused)),
        changes=[(one, _what(one), when(one.written)) for one in changes],
        comments=[
            (one, [each for each in threads if each.answers == one.name]) for one in threads if one.answers not in names
        ],
        open=[one.number for one in changes if not one.verdict],
        place=place_of(row.key),
    )


def _paragraphs(pieces: Iterable[Any], refused: set[int]) -> Iterable[list[Stretch]]:
    line: list[Stretch] = []
    for piece in pieces:
        texts = piece.text.split(BREAK)
        for at, text in enumerate(texts):
            if at:
                if piece.inserted or piece.deleted:
                    line.append(_stretch("¶", piece, refused))
                yield line
                line = []
            if text:
                line.append(_stretch(text, piece, refused))
    yield line


def _stretch(text: str, piece: Any, refused: set[int]) -> Stretch:
    inserted, deleted = piece.inserted, piece.deleted
    if inserted and deleted:
        return Stretch(text, "both", inserted, deleted)
    if inserted:
        return Stretch(text, "ins", inserted)
    return Stretch(text, "del", deleted) if deleted else Stretch(text, "same")


def _what(change: Any) -> str:
    """What a change is, in words."""
    deed = {"ins": "Put in", "del": "Taken out"}[change.kind]
    if change.is_move:
        deed = {"ins": "Moved to here", "del": "Moved from here"}[change.kind]
    return deed if change.is_tracked else f"{deed}, without tracking"


def when(written: str) -> datetime | None:
    """When something was written, as the file says it; None where it does not."""
    try:
        return datetime.fromisoformat(written.replace("Z", "+00:00")) if written else None
    except ValueError:
        return None
