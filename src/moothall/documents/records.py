"""A document's record: its facts gathered under the fixed names and in the fixed order of ``moothall read``.

None means the document does not say. A list field may instead be "none", where the document says there is none.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any, Literal, TypeAlias

from moothall.domain.facts import Fact

Listed: TypeAlias = tuple[str, ...] | Literal["none"] | None
Plain: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Record:
    """What one document says. Dates are ISO 8601 words; nested values are plain JSON with the keys of the contract."""

    authority: Plain | None = None
    title: str | None = None
    body: Plain | None = None
    meeting_date: str | None = None
    verbs: tuple[str, ...] | None = None
    recommendations: tuple[Plain, ...] | None = None
    delegation: tuple[str, ...] | None = None
    amendments: tuple[str, ...] | None = None
    department: str | None = None
    deadline: str | None = None
    deadline_text: str | None = None
    letter_date: str | None = None
    themes: tuple[str, ...] | None = None
    key_decision: bool | None = None
    key_decision_judgement: str | None = None
    call_in: bool | None = None
    call_in_deadline: str | None = None
    effective_from: str | None = None
    forward_plan: Plain | None = None
    portfolio_holder: str | None = None
    officers: tuple[Plain, ...] | None = None
    scrutiny: tuple[str, ...] | None = None
    earlier_stages: tuple[Plain, ...] | None = None
    power: str | None = None
    wards: str | None = None
    objectives: tuple[str, ...] | None = None
    corporate_risks: tuple[str, ...] | None = None
    linked_documents: tuple[str, ...] | None = None
    implications: tuple[Plain, ...] | None = None
    officer_comments: tuple[Plain, ...] | None = None
    options: Listed = None
    consultees: Listed = None
    background_papers: Listed = None
    appendices: Listed = None
    exempt: Plain | None = None
    length_guidance: tuple[int, int] | None = None
    unanswered_questions: tuple[str, ...] | None = None
    publish_on_website: bool | None = None
    monitoring: tuple[str, ...] | None = None
    headings: tuple[str, ...] | None = None

    def plain(self) -> Plain:
        """The record as JSON: exactly the contract's keys, in its order."""
        out: Plain = {}
        for each in fields(self):
            value = getattr(self, each.name)
            out[each.name] = list(value) if isinstance(value, tuple) else value
        return out


FIELDS: tuple[str, ...] = tuple(each.name for each in fields(Record))
GATHERED = frozenset(
    [
        "verbs",
        "recommendations",
        "delegation",
        "amendments",
        "themes",
        "officers",
        "scrutiny",
        "earlier_stages",
        "objectives",
        "corporate_risks",
        "linked_documents",
        "implications",
        "officer_comments",
        "options",
        "consultees",
        "background_papers",
        "appendices",
        "unanswered_questions",
        "monitoring",
        "headings",
    ]
)
"""The fields that hold what several facts say, each value once; the other fields hold what the first fact says."""


def record(facts: Iterable[Fact]) -> Record:
    """The record these facts make. Raises KeyError for a fact whose kind is no field of a record."""
    found: dict[str, list[Any]] = {}
    for fact in facts:
        if fact.kind not in FIELDS:
            raise KeyError(f"{fact.found_by} gave a fact of kind {fact.kind!r}, which is no field of a record.")
        held = found.setdefault(fact.kind, [])
        if fact.value not in held or fact.kind in ("headings", "recommendations"):
            held.append(fact.value)
    return Record(**{kind: _gathered(kind, values) for kind, values in found.items()})


def _gathered(kind: str, values: list[Any]) -> Any:
    if kind == "forward_plan":
        together: Plain = {"number": None, "first_notified": None}
        for value in values:
            together |= value
        return together
    if kind in GATHERED:
        kept = [value for value in values if value != "none"]
        return tuple(kept) if kept else "none"
    return tuple(values[0]) if isinstance(values[0], list) else values[0]
