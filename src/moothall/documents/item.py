"""The part of a document to look at: one item of a whole meeting's minutes, or one of several meetings on a page."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from moothall.documents.bodies import BODY, body_kind
from moothall.documents.entries import bare
from moothall.documents.labels import slot_of
from moothall.documents.limbs import limbs
from moothall.documents.lines import Line
from moothall.documents.outline import Outline, entries_of
from moothall.documents.reading.document import BlockKind
from moothall.documents.written_dates import written_dates
from moothall.domain.authorities import BodyKind

# "5.", "Agenda Item 6:", "EX.31", "CB 24/73", "23/24-7": the way a council counts the items of its meetings.
_NUMBERED = re.compile(
    r"^(?:(?:agenda )?(?:item|minute)(?: no\.?)?\s*)?(?:(?P<letters>[A-Z]{1,6})[./ ]?)?"
    r"(?P<ref>\d{1,4}(?:[/-]\d{1,4}){0,2})\s?[.):–-]?\s+(?=[A-Z])",
    re.IGNORECASE,
)
_MEETING_ITEM = re.compile(
    r"\b(?:apolog(?:y|ies)|declarations? of interests?|disclosures? of interests?|public (?:questions|participation)|"
    r"exclusion of (?:the )?(?:press|public)|urgent business|any other business|minutes of the|"
    r"(?:date of )?(?:the )?next meeting|notices? of motions?|petitions|(?:chair\w*|mayor|"
    r"leader)['’]?s['’]? announcements)\b"
    r"|\bminutes\W*$",
    re.IGNORECASE,
)
_OF_ALL = re.compile(
    r"\bcall(?:ed)?[- ]?in\b|\b(?:come into (?:force|effect)|take effect|implemented)\b", re.IGNORECASE
)
_THEY = re.compile(r"(?:(?:the|these|all|any|above)\s+)*decisions\b", re.IGNORECASE)
_THEY_BEHIND = re.compile(
    r"(?:(?:The|These|All|Any) (?:above )?d|D)ecisions (?:[a-z]+ ){0,6}(?:may|can|will|are|shall)\b[^.;]{0,90}\bcall"
)
_OUTCOME = re.compile(
    r"\b(?:resolved|agreed|approved|noted|endorsed|decided|ordered|adopted|supported|received|delegated|deferred|"
    r"withdrawn|awarded|granted|referred)\b",
    re.IGNORECASE,
)
_LONGEST = 18
_SHORT = 8
_IN_ROW = re.compile(
    r"(?<=\S)\s+(?=(?:Decision|Minutes|Additional documents|Reasons?(?: for [\w ]{3,30})?|"
    r"REASONS?(?: FOR [A-Z ]{3,30})?|Purpose|Recommendations?|RESOLVED|Resolved)\b[\w ,()]{0,24}:)|(?<=\bRESOLVED:)\s+"
)
_MEETING = re.compile(
    r"^(?:Meeting|MEETING)(?: "
    rf"of)?:?\s+(?:the\s+)?(?:\d{{1,2}}/\d{{1,2}}/\d{{4}}\s*[-–]\s*)?(?:the\s+)?(?P<body>{BODY})\b(?=.*\d)"
)


_TOLD = re.compile(r"^Meeting:\s+\d", re.IGNORECASE)


def item_about(outline: Outline, subject: str) -> Outline | None:
    """The part of a meeting's document under the item that names the subject, or None where it has no such items."""
    if (row := _row_about(outline, subject)) is not None:
        return replace(outline, lines=row, entries=entries_of(row))
    heads = _heads(outline)
    of_a_meeting = len(heads) >= 3 and any(_MEETING_ITEM.search(outline.lines[at].text) for at, _ in heads)
    if not of_a_meeting and not _each_decided(outline, heads):
        return None
    for place, (at, number) in enumerate(heads):
        if not re.search(rf"\b{re.escape(subject)}s?\b", outline.lines[at].text, re.IGNORECASE):
            continue
        later = [start for start, following in heads[place + 1 :] if following == number + 1]
        # What a page of decisions says before its first item (the meeting, the call-in) is said of each.
        before = outline.lines[: heads[0][0]]
        if of_a_meeting:
            before = tuple(line for line in before if _OF_ALL.search(line.text))
        head = _NUMBERED.match(outline.lines[at].text)
        end = len(outline.lines[at].text.rstrip(" ."))
        title = replace(outline.lines[at].part(head.end() if head else 0, end), kind=BlockKind.HEADING, number=None)
        stop = later[0] if later else len(outline.lines)
        last = [line.part(said.start()) for line in outline.lines[stop:] if (said := _of_all(line)) is not None]
        lines = (*before, title, *outline.lines[at + 1 : stop], *last)
        return replace(outline, lines=lines, entries=entries_of(lines))
    return None


def _of_all(line: Line) -> re.Match[str] | None:
    """The words of a line that are said of every decision of the meeting, whatever stands before them in it."""
    return (_THEY.match(line.text) or _THEY_BEHIND.search(line.text)) if _OF_ALL.search(line.text) else None


def _row_about(outline: Outline, subject: str) -> tuple[Line, ...] | None:
    """One item, cut at its labels, where a page sets a whole meeting out as a table of numbers and items."""
    cells = [line for line in outline.lines if line.kind is BlockKind.TABLE_CELL]
    numbered = [(one, two) for one, two in pairwise(cells) if _is_row(one, two)]
    if len(numbered) < 3 or not any(_MEETING_ITEM.search(item.text[:90]) for _, item in numbered):
        return None
    about = re.compile(rf"\b{re.escape(subject)}s?\b", re.IGNORECASE)
    item = next((item for _, item in numbered if about.search(item.text[:120])), None)
    if item is None:
        return None
    cuts = [0, *(match.start() for match in _IN_ROW.finditer(item.text)), len(item.text)]
    parts = [item.part(start, end) for start, end in pairwise(cuts) if item.text[start:end].strip()]
    lines = [replace(part, kind=BlockKind.PARAGRAPH, table=None, row=None, column=None) for part in parts]
    title = about.search(lines[0].text)
    capitals = re.match(r"(?:[A-Z\d][A-Z\d,&'’/()-]*\s+)+(?=[A-Z][a-z]|REPORT\b|$)", f"{lines[0].text} ")
    end = max(title.end() if title else 0, capitals.end() if capitals else 0)
    if " REPORT " in lines[0].text[:end]:
        end = lines[0].text.index(" REPORT ")
    head = replace(lines[0].part(0, min(end, len(lines[0].text))), kind=BlockKind.HEADING)
    rest = lines[0].part(min(end, len(lines[0].text)))
    return (head, *([rest] if rest.text else []), *lines[1:])


def _is_row(number: Line, item: Line) -> bool:
    same = number.table == item.table and number.row == item.row and number.page == item.page
    return same and number.column == 0 and re.fullmatch(r"[A-Z]{0,4}\d{1,4}[a-z]?\.?", number.text) is not None


def meeting_that_decides(outline: Outline) -> Outline | None:
    """The part under the first meeting that can decide, on a page that sets out several; None on any other page.

    An item's history lists each meeting it went to. Scrutiny's part is left aside where another body's is there.
    """
    heads = [(at, match.group("body")) for at, line in enumerate(outline.lines) if (match := _MEETING.match(line.text))]
    told = [(at, body) for at, body in heads if _TOLD.match(outline.lines[at].text)]
    heads = told or heads  # the list of meetings at the top of a page tells nothing of them
    if len({body for _, body in heads}) < 2:
        return None
    deciding = [place for place, (_, body) in enumerate(heads) if body_kind(body) is not BodyKind.SCRUTINY]
    place = deciding[0] if deciding else 0
    end = heads[place + 1][0] if place + 1 < len(heads) else len(outline.lines)
    lines = outline.lines[heads[place][0] : end]
    return replace(outline, lines=lines, entries=entries_of(lines))


def _each_decided(outline: Outline, heads: list[tuple[int, int]]) -> bool:
    """Whether the numbered heads are items that each end in an outcome, as on a page of a meeting's decisions."""
    if len(heads) < 2 or [number for _, number in heads] != list(range(heads[0][1], heads[0][1] + len(heads))):
        return False
    ends = [*(at for at, _ in heads[1:]), len(outline.lines)]
    for (at, _), end in zip(heads, ends, strict=True):
        words = bare(outline.lines[at].text)
        if slot_of(words) is not None or re.match(r"(?:that|to)\b", words, re.IGNORECASE) or any(limbs(words)):
            return False
        if not any(_OUTCOME.search(line.text) for line in outline.lines[at + 1 : end]):
            return False
    return True


def _heads(outline: Outline) -> list[tuple[int, int]]:
    """The lines that open an item, each with the number that counts it: of "24/73" the part that goes up."""
    found: list[tuple[int, tuple[int, ...]]] = []
    for at, line in enumerate(outline.lines):
        match = _NUMBERED.match(line.text)
        if match is None or len(line.text.split()) > _LONGEST or line.text[-1:] in ";,":
            continue
        if any(day.start == 0 for day in written_dates(line.text)):
            continue  # "18 July 2024"
        if line.text[-1:] == "." and len(line.text.split()) > _SHORT:
            continue
        if re.match(r"(?:that|to)\b", line.text[match.end() :], re.IGNORECASE) or any(limbs(line.text[match.end() :])):
            continue  # a part of what is resolved, and no item
        found.append((at, tuple(int(part) for part in re.split(r"[/-]", match.group("ref")))))
    rising = -1 if len({numbers[-1] for _, numbers in found}) > 1 or len(found) < 2 else 0
    return [(at, numbers[rising]) for at, numbers in found]
