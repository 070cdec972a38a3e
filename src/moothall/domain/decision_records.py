"""The record of a decision as councils' pages show it: every field, what it says, and where that was taken from.

Nothing is made up: a field that nobody knows is None, and an empty list says that there are none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from moothall.domain.days import in_words as day_in_words
from moothall.domain.decisions import Limb
from moothall.domain.refusals import Refusal

UNKNOWN = "Not known"
NONE = "None"


class Kind(StrEnum):
    """In what shape a field is said."""

    LINE = "line"
    TEXT = "text"
    DAY = "day"
    YES_NO = "yes_no"
    NAMES = "names"
    DISPENSATIONS = "dispensations"
    LIMBS = "limbs"


@dataclass(frozen=True, slots=True)
class Dispensation:
    """Leave to take part in spite of an interest: who had it, who granted it, and a note on it."""

    who: str
    granted_by: str
    note: str = ""

    @property
    def in_words(self) -> str:
        """The dispensation in a line."""
        granted = f", granted by {self.granted_by}" if self.granted_by else ""
        return f"{self.who}{granted}{f' ({self.note})' if self.note else ''}"


Value = str | date | bool | tuple[str, ...] | tuple[Dispensation, ...] | tuple[Limb, ...] | None


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name in a file, its label on a page, its shape, and whether a person may enter it.

    What is not entered follows from what was recorded at the meeting and at publication, and is put right there.
    """

    name: str
    label: str
    kind: Kind
    is_entered: bool = True
    hint: str = ""


FIELDS = (
    Field("title", "Title", Kind.LINE),
    Field("decision_maker", "Decision maker", Kind.LINE, is_entered=False),
    Field("status", "Decision status", Kind.LINE, is_entered=False),
    Field("key_decision", "Is it a key decision?", Kind.YES_NO),
    Field("key_decision_reason", "Why it is, or is not, a key decision", Kind.TEXT),
    Field("subject_to_call_in", "Is it subject to call-in?", Kind.YES_NO, is_entered=False),
    Field("not_callable_reason", "Why it cannot be called in", Kind.TEXT, is_entered=False),
    Field("urgent", "Is it urgent?", Kind.YES_NO),
    Field("urgent_reason", "Why it is urgent", Kind.TEXT),
    Field("purpose", "Purpose", Kind.TEXT),
    Field("decision", "Decision", Kind.TEXT, is_entered=False),
    Field("limbs", "The decision, limb by limb", Kind.LIMBS, is_entered=False),
    Field(
        "vote",
        "How members voted",
        Kind.TEXT,
        hint="Only where the minutes record it: the count, a recorded vote, or that somebody asked for their dissent"
        " to be noted.",
    ),
    Field("reasons", "Reasons for the decision", Kind.TEXT),
    Field("alternatives", "Alternative options considered and rejected", Kind.TEXT),
    Field("interests", "Interests declared", Kind.TEXT),
    Field("dispensations", "Dispensations", Kind.DISPENSATIONS),
    Field("published_on", "Publication date", Kind.DAY, is_entered=False),
    Field("decided_on", "Date of decision", Kind.DAY, is_entered=False),
    Field("decided_at_meeting", "Decided at meeting", Kind.LINE, is_entered=False),
    Field("effective_from", "Effective from", Kind.DAY, is_entered=False),
    Field("report_author", "Report author", Kind.LINE),
    Field("documents", "Accompanying documents", Kind.NAMES),
    Field("notice_first_published", "Notice of the decision first published", Kind.DAY),
    Field("decision_due", "Decision due", Kind.DAY),
    Field("lead_member", "Lead member", Kind.LINE),
    Field("lead_director", "Lead director", Kind.LINE),
    Field("consultees", "Consultees", Kind.TEXT),
    Field("representations", "How representations could be made", Kind.TEXT),
    Field("representations_by", "Representations by", Kind.DAY),
    Field("wards", "Wards or divisions affected", Kind.LINE),
)
BY_NAME = {one.name: one for one in FIELDS}


@dataclass(frozen=True, slots=True)
class DecisionRecord:
    """One decision, field by field. None is not known; an empty tuple says that there are none.

    ``sources`` say by the name of a field where what it says was taken from.
    """

    authority_name: str
    title: str | None = None
    decision_maker: str | None = None
    status: str | None = None
    key_decision: bool | None = None
    key_decision_reason: str | None = None
    subject_to_call_in: bool | None = None
    not_callable_reason: str | None = None
    urgent: bool | None = None
    urgent_reason: str | None = None
    purpose: str | None = None
    decision: str | None = None
    limbs: tuple[Limb, ...] | None = None
    vote: str | None = None
    reasons: str | None = None
    alternatives: str | None = None
    interests: str | None = None
    dispensations: tuple[Dispensation, ...] | None = None
    published_on: date | None = None
    decided_on: date | None = None
    decided_at_meeting: str | None = None
    effective_from: date | None = None
    report_author: str | None = None
    documents: tuple[str, ...] | None = None
    notice_first_published: date | None = None
    decision_due: date | None = None
    lead_member: str | None = None
    lead_director: str | None = None
    consultees: str | None = None
    representations: str | None = None
    representations_by: date | None = None
    wards: str | None = None
    sources: dict[str, str] = field(default_factory=dict)

    def value(self, name: str) -> Value:
        """What a field says. Raises KeyError for a name that is no field's."""
        value: Value = getattr(self, BY_NAME[name].name)
        return value


def in_plain_words(value: Value) -> str:
    """What a field says as plain text to paste; empty where it is not known, "None" where there are none."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, date):
        return day_in_words(value)
    if isinstance(value, str):
        return value.strip()
    return "\n".join(_line(one) for one in value) or NONE


def _line(one: str | Dispensation | Limb) -> str:
    if isinstance(one, Dispensation):
        return one.in_words
    if isinstance(one, Limb):
        to = f" to {', '.join(one.delegates)}" if one.delegates else ""
        about = f" {one.object.strip()}" if one.object.strip() else ""
        return (
            f"{one.verb.value.capitalize()}{to}{about}{f', {one.condition.strip()}' if one.condition.strip() else ''}"
        )
    return one


def as_text(record: DecisionRecord) -> str:
    """The whole record as plain text: each label on a line of its own, what it says under it, a blank line between.

    What is not known is left out, as a page of decisions leaves out an empty field.
    """
    said = ((one.label, in_plain_words(record.value(one.name))) for one in FIELDS)
    return "\n\n".join(f"{label}\n{text}" for label, text in said if text) + "\n"


def unknown(record: DecisionRecord) -> Iterator[Field]:
    """The fields that a person may enter and nobody has, in order. A reason is asked only where there is one to give.

    Nobody has to say how members voted: a page of decisions has that only where the minutes record it.
    """
    for one in FIELDS:
        if one.is_entered and one.name != "vote" and record.value(one.name) is None and _is_asked(record, one.name):
            yield one


def _is_asked(record: DecisionRecord, name: str) -> bool:
    if name == "urgent_reason":
        return record.urgent is True
    if name == "representations_by":
        return record.representations not in (None, NONE)
    return True


def check_entry(name: str, value: Value, source: str) -> Field:
    """The field, if a person may enter this there. Raises a Refusal for one that is not entered, or without a source.

    ``value`` None takes back what was entered, so that the record says again what follows from elsewhere.
    """
    found = BY_NAME.get(name)
    if found is None or not found.is_entered:
        raise Refusal(
            f"{found.label if found else name} is not entered here.",
            next_step="It follows from the meeting, the decision and its publication: put it right there.",
        )
    if not source.strip():
        raise Refusal("There is no source.", next_step="Say where this is from: the minutes, a form, a person.")
    if isinstance(value, str) and not value.strip():
        raise Refusal("The field is empty.", next_step="Write what it is to say, or take back what was entered.")
    return found


def said_in(record: DecisionRecord | None) -> Iterator[tuple[str, str]]:
    """What a record says, field by field, as its label and its words; nothing of what is not known."""
    for one in FIELDS:
        value = record.value(one.name) if record else None
        if value is not None:
            yield one.label, in_plain_words(value)
