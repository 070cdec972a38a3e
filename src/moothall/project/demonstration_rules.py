"""The demonstration's own rules, closures and calendars of meetings, entered by the deeds that officers use."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from moothall.apps.meetings import actions as meetings
from moothall.apps.meetings import queries as kept_meetings
from moothall.apps.overrides import actions as overrides
from moothall.apps.people.models import Person
from moothall.apps.routes import queries as routes
from moothall.apps.rules import actions as rules
from moothall.apps.workspaces.models import Workspace
from moothall.domain.meeting_lines import MeetingLine
from moothall.domain.roles import Role
from moothall.reference.demonstration_calendars import Calendar, Changed, OwnRules, PutDate

_ENGLAND = ZoneInfo("Europe/London")
Who = Callable[[Role], Person]


def _at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), _ENGLAND)


def enter_rules(workspace: Workspace, own: OwnRules, who: Who) -> None:
    """Enter what the constitution says, rule by rule, the closures, and the next day what was read wrongly."""
    by, at = who(Role.DEMOCRATIC_SERVICES), _at(own.entered_on, 10)
    for one in own.entered:
        rules.enter_rule(workspace=workspace, rule=one.rule, follows=one.follows, why=one.why, by=by, at=at)
    if own.closures:
        rules.enter_closure(workspace=workspace, closures=own.closures, by=by, at=at)
    for wrong in own.corrected:
        rules.correct_rule(
            workspace=workspace,
            rule=wrong.rule,
            to=wrong.to,
            why=wrong.why,
            by=who(Role.MONITORING_OFFICER),
            at=_at(own.corrected_on, 9),
        )


def bring_in(workspace: Workspace, calendar: Calendar, by: Person) -> None:
    """Keep the meetings of a calendar as it was brought in."""
    lines = [
        MeetingLine(number, "", meeting, place=place, is_kind_said=True)
        for number, (meeting, place) in enumerate(calendar.meetings, start=1)
    ]
    meetings.bring_in_meetings(
        workspace=workspace,
        lines=lines,
        source=calendar.source,
        by=by,
        at=_at(calendar.brought_in_on, 11),
    )


def change_meetings(workspace: Workspace, calendar: Calendar, by: Person) -> None:
    """Move and call off what was moved and called off since, each with its reason."""
    for one in calendar.changes:
        _change(workspace, one, by)


def put_date(workspace: Workspace, put: PutDate, by: Person) -> None:
    """Put the proper officer's own date in place of the computed one."""
    dates = routes.standing_dates(routes.route(workspace))
    overrides.override_date(
        workspace=workspace,
        date_=next(one for one in dates if one.key == put.key),
        dates=dates,
        on=put.on,
        reason=put.reason,
        by=by,
        at=_at(put.put_on, 15),
    )


def _change(workspace: Workspace, one: Changed, by: Person) -> None:
    meeting = kept_meetings.held_on(workspace, one.body, one.on)
    assert meeting is not None
    at = _at(one.changed_on, 16)
    if one.to is None:
        meetings.cancel_meeting(workspace=workspace, meeting=meeting, reason=one.reason, by=by, at=at)
    else:
        meetings.move_meeting(
            workspace=workspace,
            meeting=meeting,
            on=one.to,
            starts_at=meeting.starts_at,
            reason=one.reason,
            by=by,
            at=at,
        )
