"""What the pages of codes show: answers and suggestions in words, the list with its filters, and the two files."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from moothall.apps.coding.queue import Asked
from moothall.documents.writing import csv
from moothall.documents.writing.document import Document, Table, cell
from moothall.domain.coding import Code, CodeKind, CodingFrame, Example
from moothall.domain.codings import CANNOT_TELL, NO_CODE, likelihood, verdict

COLUMNS = (
    "Authority", "Plan", "Paragraph", "Heading", "Passage", "Theme", "Second theme", "Practice", "Barrier", "Note",
    "Coder", "Coded at", "Frame", "Suggested theme", "Suggested probability", "Suggested by",
)  # fmt: skip

NEAR = 0.5
"""An example less like the passage than this explains nothing."""
_WHERE = {"heading": "in the heading", "before": "before it", "after": "after it"}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What is suggested for a passage, in words. ``next_likeliest`` is another theme with its probability, or empty.

    ``reasons`` are words that spoke for the theme, each with where they stand in words (empty: in the passage), and
    ``nearest`` is the example of the frame whose meaning is nearest, or empty where none is near.
    """

    theme: Code
    how_likely: str
    percent: str
    is_unsure: bool
    practice: Code | None
    barrier: Code | None
    next_likeliest: str
    reasons: tuple[tuple[str, str], ...]
    nearest: str
    is_explained: bool
    suggested_by: str


@dataclass(frozen=True, slots=True)
class Said:
    """One kind of code in a coding: what the coder answered, and what that made of the suggestion (empty: nothing)."""

    kind: str
    answer: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One coding as a page shows it. ``was_read_as`` holds the words that were coded, where they have changed since."""

    pk: int
    who: str
    at: datetime
    said: tuple[Said, ...]
    note: str
    is_mine: bool
    ended: str
    was_read_as: str


def suggestion(row: Any, frame: CodingFrame) -> Suggestion | None:
    """A suggestion in words, or None where nothing is suggested or its theme is no longer in the frame."""
    theme = frame.code(row.theme) if row is not None else None
    if row is None or theme is None:
        return None
    nearest = row.why.get("nearest", {})
    others = sorted(((share, key) for key, share in row.shares.items() if key != row.theme), reverse=True)
    other = frame.code(others[0][1]) if others and others[0][0] >= 0.1 else None
    return Suggestion(
        theme=theme,
        how_likely=likelihood(row.confidence),
        percent=percent(row.confidence),
        is_unsure=row.is_unsure,
        practice=frame.code(row.practice) if row.practice else None,
        barrier=frame.code(row.barrier) if row.barrier else None,
        next_likeliest=f"{other.title}, {percent(others[0][0])}" if other else "",
        reasons=tuple((one["words"], _WHERE.get(one["where"], "")) for one in row.why.get("reasons", ())),
        nearest=nearest.get("text", "") if nearest.get("likeness", 0) >= NEAR else "",
        is_explained=bool(row.why),
        suggested_by=row.suggested_by,
    )


def percent(share: float) -> str:
    """A share from 0 to 1 as a whole percentage, never 0% or 100% of something that is not certain."""
    return f"{min(99, max(1, round(100 * share)))}%"


def share(part: float) -> str:
    """A share from 0 to 1 that was counted, as a whole percentage."""
    return f"{round(100 * part)}%"


def shown(rows: Iterable[Any], frame: CodingFrame, *, to: Any, text: str) -> list[Shown]:
    """Codings in words, for this person; ``text`` is the passage as it is now."""
    return [
        Shown(
            pk=row.pk,
            who=row.coder.name,
            at=row.coded_at,
            said=tuple(_said(row, frame)),
            note=row.note,
            is_mine=row.coder_id == to.pk,
            ended="" if row.ended_at is None else "taken back" if row.is_taken_back else "coded anew",
            was_read_as=row.passage.text if row.passage.text != text else "",
        )
        for row in rows
    ]


def _said(row: Any, frame: CodingFrame) -> Iterable[Said]:
    for kind in CodeKind:
        given = row.codes().of(kind)
        beside = (row.suggested.get(kind.value) or NO_CODE) if row.suggested else None
        also = f"; could also be {title(row.theme_also, frame)}" if kind is CodeKind.THEME and row.theme_also else ""
        is_told = beside is not None and not (given == beside == NO_CODE)
        yield Said(
            kind.value.capitalize(),
            f"{answer(given, kind, frame)}{also}",
            verdict(given, beside).words if is_told and given != CANNOT_TELL else "",
        )


def differ(some: Sequence[Shown]) -> list[str]:
    """The kinds of code on which codings differ, as they stand in a sentence: "theme", "practice"."""
    answers: dict[str, set[str]] = {}
    for one in some:
        for said in one.said:
            answers.setdefault(said.kind.lower(), set()).add(said.answer.partition("; could also be ")[0])
    return [kind for kind, given in answers.items() if len(given) > 1]


def answer(given: str, kind: CodeKind, frame: CodingFrame) -> str:
    """A coder's answer in words."""
    if given == NO_CODE:
        return "No theme of the frame" if kind is CodeKind.THEME else f"No {kind.value}"
    return "Cannot tell from the passage" if given == CANNOT_TELL else title(given, frame)


def title(id: str, frame: CodingFrame) -> str:
    """A code by its title, with its id where that is a number; the id alone where the frame no longer holds it."""
    code = frame.code(id)
    return id if code is None else f"{id} {code.title}" if id[-1:].isdigit() else code.title


def query(asked: Asked, **more: object) -> str:
    """What was asked of the list as the end of an address, empty where nothing was."""
    usual = asdict(Asked())
    said = {key: value for key, value in asdict(asked).items() if value != usual[key]} | more
    return f"?{urlencode(said)}" if said else ""


def around(keys: Sequence[int], pk: int) -> tuple[int, int | None, int | None]:
    """A passage's place in the list (from 1; 0 where it is not in it), the one before it and the one after it."""
    if pk not in keys:
        return 0, None, keys[0] if keys else None
    at = keys.index(pk)
    return at + 1, keys[at - 1] if at else None, keys[at + 1] if at + 1 < len(keys) else None


def as_jsonl(examples: Iterable[Example]) -> bytes:
    """Confirmed passages as JSON Lines, each with the keys that `moothall code --learn` takes."""
    return "".join(json.dumps(asdict(one), ensure_ascii=False) + "\n" for one in examples).encode()


def as_csv(rows: Iterable[Any], *, frame: CodingFrame, title_: str, address: Any) -> bytes:
    """Every coding that holds, one a row, as CSV that opens safely in a spreadsheet."""
    lines = []
    for row in rows:
        council, beside = row.stands_at.publication.workspace, row.suggested or {}
        codes = (row.theme, row.theme_also, row.practice, row.barrier)
        line = (
            council.authority_name + (" (invented)" if council.is_fictional else ""),
            address(row),
            row.stands_at.place.removeprefix("p"),
            row.stands_at.heading,
            row.passage.text,
            *(title(code, frame) if code not in ("", NO_CODE, CANNOT_TELL) else code for code in codes),
            row.note,
            row.coder.name,
            row.coded_at.isoformat(timespec="seconds"),
            row.frame,
            title(beside["theme"], frame) if beside else "",
            f"{beside['confidence']:.3f}" if beside else "",
            beside.get("suggested_by", ""),
        )
        lines.append(tuple(cell(text) for text in line))
    table = Table(tuple(lines), header=COLUMNS, caption="Coded passages")
    return csv.write(Document(title=title_, blocks=(table,)))
