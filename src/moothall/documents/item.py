"""The part of a document to look at: one item of a whole meeting's minutes, or one of several meetings on a page."""

from __future__ import annotations

import re
from dataclasses import replace

from moothall.documents.bodies import BODY, body_kind
from moothall.documents.labels import slot_of
from moothall.documents.limbs import limbs
from moothall.documents.lines import Line
from moothall.documents.outline import Outline, bare, entries_of
from moothall.domain.authorities import BodyKind

_NUMBERED = re.compile(
    r"^(?:(?:item|minute|agenda item|[A-Z]{1,4}/?)\s*)?(?P<number>\d{1,3})[.):/]?(?:\d{2,4})?\s+(?=[A-Z])"
)
_MEETING_ITEM = re.compile(
    r"\b(?:apolog(?:y|ies)|declarations? of interests?|disclosures? of interests?|public (?:questions|participation)|"
    r"exclusion of (?:the )?(?:press|public)|urgent business|any other business|minutes of the)\b",
    re.IGNORECASE,
)
_OUTCOME = re.compile(r"\b(?:resolved|agreed|approved|noted|endorsed|decided|ordered)\b", re.IGNORECASE)
_LONGEST = 18
_MEETING = re.compile(
    r"^(?:Meeting|MEETING)(?: "
    rf"of)?:?\s+(?:the\s+)?(?:\d{{1,2}}/\d{{1,2}}/\d{{4}}\s*[-–]\s*)?(?:the\s+)?(?P<body>{BODY})\b(?=.*\d)"
)


def item_about(outline: Outline, subject: str) -> Outline | None:
    """The part of a meeting's document under the item that names the subject, or None where it has no such items."""
    heads = [(at, number) for at, line in enumerate(outline.lines) if (number := _number(line)) is not None]
    of_a_meeting = len(heads) >= 3 and any(_MEETING_ITEM.search(outline.lines[at].text) for at, _ in heads)
    if not of_a_meeting and not _each_decided(outline, heads):
        return None
    for place, (at, number) in enumerate(heads):
        if not re.search(rf"\b{re.escape(subject)}s?\b", outline.lines[at].text, re.IGNORECASE):
            continue
        later = [start for start, following in heads[place + 1 :] if following == number + 1]
        # What a page of decisions says before its first item (the meeting, the call-in) is said of each.
        before = () if of_a_meeting else outline.lines[: heads[0][0]]
        lines = (*before, *outline.lines[at : later[0] if later else len(outline.lines)])
        return replace(outline, lines=lines, entries=entries_of(lines))
    return None


def meeting_that_decides(outline: Outline) -> Outline | None:
    """The part under the first meeting that can decide, on a page that sets out several; None on any other page.

    An item's history lists each meeting it went to. Scrutiny's part is left aside where another body's is there.
    """
    heads = [(at, match.group("body")) for at, line in enumerate(outline.lines) if (match := _MEETING.match(line.text))]
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


def _number(line: Line) -> int | None:
    match = _NUMBERED.match(line.text)
    if match is None or len(line.text.split()) > _LONGEST or line.text[-1:] in ".;,":
        return None
    return int(match.group("number"))
