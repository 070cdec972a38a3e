"""A decision's record, the round's requirements and a judgement, in the shape of their pages."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from moothall.apps.decision_records import queries as records
from moothall.apps.notices import queries as notices
from moothall.apps.publications import queries as publications
from moothall.apps.returns import queries as returns
from moothall.domain.days import in_words
from moothall.domain.decision_records import FIELDS, UNKNOWN, DecisionRecord, Field, in_plain_words, unknown
from moothall.domain.limb_changes import Change, LimbChange
from moothall.domain.requirement_reports import Answer, Asks, Done, RequirementShown, judgements, line
from moothall.web.components.words import listed
from moothall.web.council.access import Here, address

SHAPES = {
    Answer.YES: ("tick", "Yes"),
    Answer.NOT_EVIDENT: ("ring", "Not evident"),
    Answer.NOT_YET: ("ring", "Not yet"),
    Answer.A_PERSON_SAYS: ("half", "A person says"),
}
CHANGES = {
    Change.AS_RECOMMENDED: ("tick", "As recommended"),
    Change.CHANGED: ("half", "Changed at the meeting"),
    Change.ADDED: ("half", "Added at the meeting"),
    Change.LEFT_OUT: ("square", "Left out"),
}


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field of a record on its page: what it says in plain text, where from, and whether it is still to be said."""

    field: Field
    text: str
    source: str
    is_asked: bool

    @property
    def shown(self) -> str:
        """What it says, or that nobody knows."""
        return self.text or UNKNOWN


def field_rows(record: DecisionRecord) -> list[FieldRow]:
    """Every field that says something or should, in the order of councils' pages."""
    asked = {one.name for one in unknown(record)}
    rows = [
        FieldRow(one, in_plain_words(record.value(one.name)), record.sources.get(one.name, ""), one.name in asked)
        for one in FIELDS
    ]
    return [one for one in rows if one.text or one.field.is_entered]


@dataclass(frozen=True, slots=True)
class LimbRow:
    """A limb as resolved beside the one recommended, with what became of it in words."""

    change: LimbChange
    shape: str
    word: str
    what: str


def limb_rows(changes: Iterable[LimbChange] | None) -> list[LimbRow]:
    """The limbs beside those recommended; none where no report recommended anything to this body."""
    return [LimbRow(one, *CHANGES[one.change], listed(one.what)) for one in changes or ()]


def done(here: Here) -> tuple[Done, ...]:
    """What publication and the return show of the round's requirements."""
    found: list[Done] = []
    shown = publications.latest(here.workspace.pk)
    if shown is not None and shown.withdrawn_at is None:
        on = timezone.localdate(shown.published_at)
        page = address(here, "publication")
        found.append(Done(Asks.PUBLICATION, f"Published on {in_words(on)}, version {shown.version}.", on, page))
        count = len((shown.plan or {}).get("measures") or ())
        if count:
            measures = f"{count} measure{'' if count == 1 else 's'} in the published plan."
            found.append(Done(Asks.MEASURES, measures, on, page))
    for sent in [one for one in returns.returns(here.workspace) if one.went_at][:1]:
        on = timezone.localdate(sent.went_at)
        said = f"Sent on {in_words(on)}, receipt {sent.receipt_number}."
        found.append(Done(Asks.RETURN, said, on, address(here, "publication")))
    return tuple(found)


def requirements(here: Here) -> tuple[RequirementShown, ...]:
    """Each requirement of the round with what shows it, publication and return among it."""
    return records.requirements(here.workspace, here.round_, done=done(here))


def one_line(here: Here) -> dict[str, Any]:
    """Oversight and endorsement in one line for another page, and the judgements that stand beside it."""
    found = records.requirements(here.workspace, here.round_)
    return {"requirement_line": line(found), "judged": judgements(found)}


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """A decision in the list of them: its record and how many fields are still to be said."""

    decision: Any
    record: DecisionRecord
    open_: int


def known(here: Here, decision: Any) -> tuple[records.Said, ...]:
    """When notice of the decision was first given, where one is on record, replaced since or not."""
    given = notices.first_given(here.workspace, decision.step.body)
    return (("notice_first_published", given, "The notice that was given"),) if given else ()


def record(here: Here, decision: Any, *, at: datetime) -> DecisionRecord:
    """The record of a decision with all that is on record of it anywhere."""
    return records.record(decision, at=at, known=known(here, decision))


def lines(here: Here, decisions: Iterable[Any], *, at: datetime) -> list[DecisionLine]:
    """Every decision with its record, in the order of the route."""
    found = [(one, record(here, one, at=at)) for one in decisions]
    return [DecisionLine(one, record, len(list(unknown(record)))) for one, record in found]
