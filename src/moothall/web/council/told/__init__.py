"""The record in sentences: for each event that a deed writes, what somebody did, in words a councillor understands."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from moothall.apps.plans import queries as plans
from moothall.reference import house_templates
from moothall.web.council.access import Here
from moothall.web.council.forms.reports import FIELDS
from moothall.web.council.told import (
    audit_files,
    best_value,
    decisions,
    department,
    documents,
    groups,
    hours,
    notices,
    obligations,
    progress,
    resolved,
    routes,
    texts,
    working_together,
    writing,
)
from moothall.web.council.told.phrases import Details, Names, Sentence

TOLD: dict[str, Sentence] = {
    **notices.TOLD,
    **decisions.TOLD,
    **department.TOLD,
    **routes.TOLD,
    **documents.TOLD,
    **writing.TOLD,
    **working_together.TOLD,
    **progress.TOLD,
    **resolved.TOLD,
    **obligations.TOLD,
    **texts.TOLD,
    **audit_files.TOLD,
    **best_value.TOLD,
    **groups.TOLD,
    **hours.TOLD,
}


def sentence(event: str, details: Details, names: Names) -> str:
    """What was done, to follow the name of who did it: added the measure “Agency spend”.

    Raises KeyError for an event that no deed writes.
    """
    return TOLD[event](details, names)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the record as a page shows it."""

    at: datetime
    who: str
    did: str


def lines(entries: Any, names: Names) -> list[Line]:
    """The entries of the record as sentences, in the order given."""
    return [Line(one.at, one.by_name, sentence(one.event, one.details, names)) for one in entries]


def names_here(here: Here, draft: Any) -> dict[str, str]:
    """What the keys of this workspace's record stand for: questions, what hangs on the plan, fields, templates."""
    names = {question.id: question.title for _, question in here.round_.questions()}
    names |= {name: kind.label for name, kind in FIELDS.items()}
    names |= {one.id: one.name for one in house_templates.all_templates()}
    if draft is not None:
        plan = plans.plan(draft, here.round_)
        for some in (plan.commitments, plan.measures, plan.barriers):
            names |= {one.key: one.title for one in some}
        names |= {step.key: step.title for one in plan.commitments for step in one.milestones}
    return names
