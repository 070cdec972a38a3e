"""Which lines are headings, and which bare headings, such as "Equality and Diversity", are of implications."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from moothall.documents.entries import Entry, bare
from moothall.documents.implication_labels import implication_kinds
from moothall.documents.labels import slot_of
from moothall.documents.lines import Line
from moothall.documents.reading.document import BlockKind

_AUTHORS = re.compile(r"(?:report )?authors?(?:\(s\))?|contact (?:officers?|details)(?:\(s\))?", re.IGNORECASE)
_DECIDED = re.compile(r"(?:The )?Decisions?(?: made| taken)?")
_FEWEST = 3
_FEWEST_WORDS = 4
_CLOSES_LETTER = re.compile(r"(?:dear|yours|kind regards|signed|present|apologies|in attendance)\b", re.IGNORECASE)
_LONGEST = 9
# What a recommendation opens with, which is no heading.
_TELLS = re.compile(
    r"(?:That|To|Approves?|Notes?|Agrees?|Endorses?|Delegates?|Adopts?|Authorises?|Recommends?|Submits?|Publish|"
    r"Councillors?|Cllrs?|Mrs?|Ms|Dr)\b"
)
_END = ".,;!?"
# Questions of a report's front that stand over their answer.
_ASKED_ALONE = frozenset({"key_decision", "call_in", "exempt", "wards"})


# Kinds that a bare heading names beyond doubt, where other headings of the same sort are for implications.
_PLAIN_KINDS = frozenset(
    [
        "equalities",
        "risk",
        "legal",
        "financial",
        "human_rights",
        "health_and_safety",
        "data_protection",
        "safeguarding",
        "social_value",
        "climate_environment",
        "sustainability",
    ]
)


def is_heading(line: Line, following: Line | None, *, inside: bool, marked: bool) -> bool:
    """Whether a line is a heading: ``inside`` among implications, ``marked`` where the file marks its headings."""
    text = line.text
    words = len(text.split())
    if line.kind is BlockKind.HEADING:
        return words <= 24 and (text[-1:] not in ".;," or words <= 6)
    if text[-1:] == "?" and line.kind is BlockKind.PARAGRAPH and line.number is None:
        return slot_of(text) in _ASKED_ALONE
    if words > 14 or text[-1:] in _END or not re.match(r"[A-Z(\d]", text) or "@" in text:
        return False
    slot = slot_of(bare(text))
    if line.number is not None:
        return _numbered_heading(line, slot, following, inside=inside)
    if slot == "implication?":
        return words <= 6 and inside
    if slot == "officers" and line.kind is BlockKind.PARAGRAPH and _AUTHORS.fullmatch(bare(text)):
        return True
    if slot == "decision" and line.kind is BlockKind.PARAGRAPH and _DECIDED.fullmatch(text):
        return True
    if slot is not None and slot not in (
        "body",
        "resolved",
        "author",
        "extension",
        "decision",
        "officers",
        "officer_comment",
        "portfolio_holder",
    ):
        return words <= 10 and line.kind is BlockKind.PARAGRAPH
    if line.kind is not BlockKind.PARAGRAPH:
        return False
    if text.isupper() and ":" not in text and sum(letter.isalpha() for letter in text) > 4:
        return words <= 10
    return not marked and _stands_alone(line, following)


def _numbered_heading(line: Line, slot: str | None, following: Line | None, *, inside: bool) -> bool:
    number = line.number or ""
    if re.fullmatch(r"\d{1,2}\.[1-9]\d?", number) and slot in ("implication", "implication?"):
        return inside and len(line.text.split()) <= 13
    if not re.fullmatch(r"\d{1,2}(?:\.0)?", number):
        return False
    rest = bare(line.text)
    if not rest[:1].isupper() or re.match(r"(?:That|To|Approve|Note|Agree|Endorse|Delegate|Adopt)\b", rest):
        return False
    under = following is not None and (following.number or "").startswith(number.removesuffix("0").rstrip(".") + ".")
    return slot is not None or under or rest.isupper()


def _stands_alone(line: Line, following: Line | None) -> bool:
    """A short line before a long one, in a text where nothing marks its headings."""
    text = line.text
    if following is None or len(text) > 70 or len(text.split()) > 9 or re.search(r"[:,;|@]|\d{4,}", text):
        return False
    return len(following.text) >= 90 and following.text[-1:] in ".:" and not text[:1].isdigit()


def heads_in_series(lines: Sequence[Line]) -> frozenset[int]:
    """The places among the lines of short numbered lines that count up from 1, each over words of its own.

    They head the sections of a text that marks its headings by nothing else: "1. Transformation", "2. Technology".
    """
    numbered = [
        (at, int(line.number.rstrip(".)")))
        for at, line in enumerate(lines)
        if line.number and re.fullmatch(r"\d{1,2}[.)]?", line.number) and line.kind is not BlockKind.TABLE_CELL
    ]
    starts = [place for place, (_, number) in enumerate(numbered) if number == 1]
    found: set[int] = set()
    for start, end in pairwise([*starts, len(numbered)]):
        run = numbered[start:end]
        if len(run) < _FEWEST or [number for _, number in run] != list(range(1, len(run) + 1)):
            continue
        if all(_heads_words(lines, at) for at, _ in run):
            found.update(at for at, _ in run)
    return frozenset(found)


def heads_between(lines: Sequence[Line]) -> frozenset[int]:
    """The places of short bare lines, each between paragraphs, in a text that marks no heading at all.

    There must be three of them, or it may be any short line. A line of a menu or a label is none.
    """
    if any(line.kind is BlockKind.HEADING for line in lines):
        return frozenset()
    found = frozenset(at for at in range(1, len(lines) - 1) if _parts_paragraphs(lines, at))
    return found if len(found) >= _FEWEST else frozenset()


def _parts_paragraphs(lines: Sequence[Line], at: int) -> bool:
    line, before, after = lines[at], lines[at - 1], lines[at + 1]
    if not all(each.kind is BlockKind.PARAGRAPH and each.number is None for each in (line, before, after)):
        return False
    words = line.text
    if len(words.split()) > _LONGEST or not words[:1].isupper() or re.search(r"[:;,|/>@\d]|[.!?]$", words):
        return False
    stands_alone = before.text[-1:] in ".:?" or len(before.text.split()) <= _LONGEST
    return (
        stands_alone
        and after.text[-1:] in ".:"
        and len(after.text.split()) >= _FEWEST_WORDS
        and after.text[:1].isupper()
        and not _TELLS.match(words)
        and not _CLOSES_LETTER.match(words)
    )


def _heads_words(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is short and without a stop, and the next one is neither numbered nor a heading."""
    words = bare(lines[at].text)
    if len(words.split()) > _LONGEST or words[-1:] in ".,;:!" or not words[:1].isupper() or _TELLS.match(words):
        return False
    after = lines[at + 1] if at + 1 < len(lines) else None
    return after is not None and after.number is None and after.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)


def join_implications(entries: list[Entry]) -> None:
    """Take a bare heading such as "Equality and Diversity" for an implication where it stands beside one, or where
    two others of its level are for implications and its words name a kind beyond doubt."""
    heads = [entry for entry in entries if entry.via == "heading"]
    for order in (heads, heads[::-1]):
        for before, entry in pairwise(order):
            if before.slot == "implication" and entry.slot is None and _could_be(entry):
                entry.slot = "implication"
    known = [_sort(entry) for entry in heads if entry.slot == "implication"]
    for entry in heads:
        kinds = implication_kinds(entry.label.text)
        if entry.slot is None and known.count(_sort(entry)) >= 2 and _could_be(entry) and set(kinds) <= _PLAIN_KINDS:
            entry.slot = "implication"


def _could_be(entry: Entry) -> bool:
    return slot_of(bare(entry.label.text)) == "implication?"


def _sort(entry: Entry) -> tuple[int | None, str]:
    """The level of a heading and the shape of its number."""
    return entry.label.level, re.sub(r"\d+", "0", (entry.label.number or "").removesuffix(".0").rstrip("."))
