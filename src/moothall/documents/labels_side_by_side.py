"""Labels that stand side by side in one line, each with its words: "Ward(s): All    Key decision: Yes"."""

from __future__ import annotations

import re

from moothall.documents.labels import slot_of

# Labels of a line's worth; those of sections and of ways to reach a person stay where they are.
_APART = frozenset(
    [
        "title",
        "decided_at",
        "decision_due",
        "decision_date",
        "publication_date",
        "effective_from",
        "call_in_deadline",
        "not_call_in",
        "call_in",
        "key_decision",
        "report_type",
        "first_notified",
        "forward_plan",
        "portfolio_holder",
        "wards",
        "officers",
        "exempt",
        "body",
        "date",
        "status",
        "file_ref",
    ]
)
# One word may end another label ("Job Title", "Start Date"), so it opens one only behind a gap.
_ALONE = re.compile(r"(?:wards?(?:\(s\))?|call-in)$", re.IGNORECASE)
_CONTACT = re.compile(r"\d|\b(?:tel|telephone|phone|mobile|e-?mail)\b", re.IGNORECASE)
_GAP = re.compile(r"\s{3,}|\t\s*|\s+\|\s+|\u2003\s*")
_COLON = re.compile(r":(?=\s|$)|\?(?=\s+(?:yes|no|n/?a)\b)", re.IGNORECASE)
_SENTENCE_LABEL = re.compile(r"(?:^|(?<=[.;]\s))(?P<label>[A-Z][\w/& ]{2,40}):(?=\s)")
_KINDS = frozenset({"implication", "implication?"})
_LONGEST = 60
_MOST_WORDS = 7


def side_by_side(words: str) -> list[int]:
    """Where in a line each label after the first begins; empty where it opens with none we know, save before a gap.

    A label counts behind a wide gap, or behind a single space where all its words have a label's look.
    """
    if among := _implications(words):
        return among
    colons = [match.start() for match in _COLON.finditer(words)]
    if not colons:
        return []
    found: list[int] = []
    if colons[0] > _LONGEST or slot_of(words[: colons[0]]) not in _APART:
        at = _behind_a_gap(words, 0, colons[0])
        if at is None or not 0 < len(words[:at].split()) <= _MOST_WORDS:
            return []
        found.append(at)
    last = colons[0] + 1
    for colon in colons[1:]:
        at = _behind_a_gap(words, last, colon)
        if at is None:
            at = _behind_a_space(words, last, colon)
        if at is not None and re.search(r"\w", words[last:at]):
            found.append(at)
        last = colon + 1
    return found


def _implications(words: str) -> list[int]:
    """Where each further kind begins in "Financial: none. Legal: none. Equalities: see below."."""
    labels = [match for match in _SENTENCE_LABEL.finditer(words) if slot_of(match.group("label")) in _KINDS]
    return [match.start("label") for match in labels[1:]] if len(labels) > 1 and not labels[0].start("label") else []


def _behind_a_gap(words: str, start: int, colon: int) -> int | None:
    gaps = list(_GAP.finditer(words, start, colon))
    if not gaps:
        return None
    at = gaps[-1].end()
    return at if colon - at <= _LONGEST and slot_of(words[at:colon]) in _APART else None


def _behind_a_space(words: str, start: int, colon: int) -> int | None:
    starts = [match.start() for match in re.finditer(r"(?<=\s)[A-Z(]", words[start:colon])][-_MOST_WORDS:]
    for each in starts:
        label = words[start + each : colon]
        if not _CONTACT.search(label) and slot_of(label) in _APART and (" " in label.strip() or _ALONE.match(label)):
            return start + each
    return None
