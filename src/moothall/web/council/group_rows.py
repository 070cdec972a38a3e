"""Working groups as their pages show them: where each council stands as far as it says, and the dates of them all."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse

from moothall.apps.groups import queries
from moothall.apps.meetings import queries as meetings
from moothall.apps.publications import queries as publications
from moothall.apps.routes import queries as routes
from moothall.apps.rules import queries as rules
from moothall.domain.groups import Place
from moothall.domain.joint_routes import Council, plan_together
from moothall.domain.planned_routes import PlannedRoute
from moothall.domain.refusals import Refusal
from moothall.reference import bank_holidays
from moothall.web.council.access import Here


@dataclass(frozen=True, slots=True)
class Row:
    """One council of a group with what it tells; None where it does not tell, empty where there is nothing yet."""

    name: str
    is_editor: bool
    edition: str | None
    meets: str | None
    meets_on: date | None
    decided_on: date | None
    decided: str | None
    published: str | None


def place(here: Here, slug: str) -> Any:
    """The place of this council in a group. Raises Http404 where it is neither in it nor asked."""
    found = queries.membership(here.workspace, slug)
    if found is None:
        raise Http404("Your council is in no working group at this address.")
    return found


def joined(here: Here, slug: str) -> Any:
    """The same, for pages that only members of the group see."""
    found = place(here, slug)
    if found.place != Place.MEMBER.value:
        raise PermissionDenied("Your council has not joined this group. Its policy officer answers for it.")
    return found


def rows(group: Any) -> list[Row]:
    """The councils of a group in order of the alphabet, each with what it chose to tell."""
    stood_on = queries.editions_stood_on(group)
    addresses = {
        one.slug: reverse("public:plan", args=(one.round_slug, one.slug))
        for one in publications.listed(group.round_slug)
        if one.withdrawn_at is None
    }
    return [
        _row(one, stood_on.get(one.workspace_id, "Nothing taken yet"), addresses)
        for one in queries.members(group)
        if one.place == Place.MEMBER.value
    ]


def _row(one: Any, edition: str, addresses: dict[str, str]) -> Row:
    told, workspace = one.telling, one.workspace
    route = routes.route(workspace) if told.meetings else None
    step = next((each for each in route.steps.all() if each.is_deciding), None) if route else None
    decision = routes.deciding_decision(workspace) if told.decision else None
    return Row(
        name=workspace.official_name,
        is_editor=one.is_editor,
        edition=edition if told.edition else None,
        meets=(step.body if step else "") if told.meetings else None,
        meets_on=step.meets_on if step else None,
        decided_on=decision.decided_on if decision else None,
        decided=(decision.step.body if decision else "") if told.decision else None,
        published=addresses.get(workspace.slug, "") if told.publication else None,
    )


def pace(here: Here, group: Any, *, today: date) -> tuple[PlannedRoute | None, str]:
    """The earliest day by which every council that tells its meetings can have agreed one text, or why there is none.

    Only the meetings a council chose to tell are looked at, each by its own rules; the slowest sets the pace (R17).
    """
    those = [one for one in queries.members(group) if one.place == Place.MEMBER.value and one.tells_meetings]
    if len(those) < 2:
        return None, "Dates are drawn once two councils tell when their bodies meet."
    until = here.due.on
    if until <= today:
        return None, "The day the plans are due is past, so there is no date left to plan together."
    councils = [
        Council(
            one.workspace.official_name,
            meetings.ahead(one.workspace, today, until + timedelta(days=28)),
            rules.pack_on(one.workspace, today),
        )
        for one in those
    ]
    try:
        found = plan_together(as_of=today, deadline_on=until, councils=councils, holidays=bank_holidays.england())
    except Refusal as refusal:
        return None, str(refusal)
    first = next((one for one in found if one.fits), None)
    if first is None:
        short = sorted({one.name.partition(":")[0] for one in found if one.why_not and "has no meeting" in one.why_not})
        return None, f"No day suits them all: {', '.join(short) or 'a council'} has no meeting in time."
    return first, first.trades[0]
