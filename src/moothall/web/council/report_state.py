"""How far the covering report is: what to mend before the agenda, by which day, what it promised, its papers."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from moothall.apps.routes import queries as routes
from moothall.documents.layouts import committee_report
from moothall.domain import background_papers
from moothall.domain.deadlines import Deadline
from moothall.domain.house_templates import HouseTemplate
from moothall.domain.report_completeness import Lacking, completeness
from moothall.domain.reports import CommitteeReport
from moothall.domain.standing_dates import StandingDate
from moothall.web.council.access import Here
from moothall.web.council.forms.report_fields import FIELDS, SLOT_FIELDS

_CUT_OFFS = frozenset({"agenda_publication", "member_papers", "summons"})


@dataclass(frozen=True, slots=True)
class Mend:
    """One thing to mend: the remark, the field it is written in and what that field is called."""

    lacking: Lacking
    field: str
    label: str


def to_mend(value: CommitteeReport, template: HouseTemplate) -> list[Mend]:
    """Every remark of the check for the agenda, each with the field in which it is mended."""
    missing = committee_report.missing_fields(value, template)
    found = []
    for one in completeness(value, missing):
        covers = [name for name in (one.field, *SLOT_FIELDS.get(one.field, ())) if name in FIELDS]
        name = covers[0] if covers else "title"
        found.append(Mend(one, name, FIELDS[name].label))
    return found


def cut_off(here: Here, value: CommitteeReport) -> tuple[int, StandingDate] | None:
    """The agenda's cut-off for this meeting in the chosen route, with its number among the dates; None without one."""
    dates = list(enumerate(routes.standing_dates(routes.route(here.workspace)), start=1))
    papers = [(number, one) for number, one in dates if one.step.step in _CUT_OFFS]
    same_body = [pair for pair in papers if pair[1].step.body == value.body]
    return next(iter(same_body or papers), None)


def kept_until(value: CommitteeReport, *, is_executive: bool) -> Deadline | None:
    """The last day on which the background papers must be open to inspection; None without papers or a meeting."""
    if not value.background_papers or value.meeting_on is None:
        return None
    return background_papers.kept_until(value.meeting_on, is_executive=is_executive)


def is_executive(here: Here, body: str) -> bool:
    """Whether this body of the route is the executive; where the route does not know it, it is taken not to be."""
    route: Any = routes.route(here.workspace)
    steps = route.steps.all() if route else ()
    return any(step.body == body and step.body_kind == "executive" for step in steps)


def is_held(value: CommitteeReport, today: date) -> bool:
    """Whether the report's meeting was held by today."""
    return value.meeting_on is not None and value.meeting_on <= today
