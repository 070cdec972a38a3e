"""The chosen route counted again with the meetings, rules and holidays of today. Reads alone; accepting is a deed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time

from moothall.apps.extensions import queries as extensions
from moothall.apps.meetings import queries as meetings
from moothall.apps.meetings.models import Meeting as MeetingRow
from moothall.apps.rounds import queries as rounds
from moothall.apps.routes.clocks import call_in_of, pack_of
from moothall.apps.routes.models import Decision, Route, Step
from moothall.domain.authorities import BodyKind
from moothall.domain.calendars import Arrival, Outcome, Status
from moothall.domain.called_in import HEARD_KIND
from moothall.domain.deadlines import Deadline
from moothall.domain.fingerprints import fingerprint
from moothall.domain.meetings import Meeting
from moothall.domain.plain import build
from moothall.domain.planned_routes import PlannedRoute
from moothall.domain.recounting import MEETS, CallInAgain, Recount, Standing, call_in_again, recount
from moothall.domain.refusals import Refusal
from moothall.domain.timetable import Key, Situation
from moothall.reference import bank_holidays


@dataclass(frozen=True, slots=True)
class Supposed:
    """A meeting as it would stand if something were saved that is not saved yet."""

    on: date
    starts_at: time | None = None
    is_cancelled: bool = False
    reason: str = ""


def recounted(row: Route | None, *, as_of: date, supposing: Mapping[int, Supposed] | None = None) -> Recount | None:
    """The chosen route counted again, looked at on a day; None without dates, or once the decision is published.

    ``supposing`` says of kept meetings, by their key, how they would stand: for showing old and new before it is saved.
    None too where today's table of holidays does not reach the new days.
    """
    if row is None or not row.planned or _is_published(row):
        return None
    planned = build(PlannedRoute, row.planned)
    round_ = rounds.round_called(row.workspace.round_slug)
    if round_ is None:
        return None
    pack = pack_of(row.workspace, as_of)
    situation = Situation(
        as_of=planned.as_of,
        deadline_on=extensions.deadline_on(row.workspace, round_).on,
        pack=pack,
        governance=pack.governance,
        key=Key.UNSURE,
        callable_=True,
        holidays=bank_holidays.england(),
    )
    try:
        return recount(planned, tuple(_standing(row, planned, supposing or {})), situation, as_of=as_of)
    except Refusal:
        return None


def seen(found: Recount) -> str:
    """What stands for these very dates, so that what somebody accepts is what was shown."""
    return fingerprint(found.now)


def supposed_by(arrivals: Iterable[Arrival]) -> dict[int, Supposed]:
    """How kept meetings would stand once a checked list is brought in, by their key."""
    found: dict[int, Supposed] = {}
    for one in arrivals:
        if one.kept is None or one.line.meeting is None:
            continue
        if one.outcome in (Outcome.MOVED, Outcome.BACK):
            found[one.kept.key] = Supposed(one.line.meeting.on, one.line.meeting.starts_at)
        elif one.outcome is Outcome.CANCELLED:
            found[one.kept.key] = Supposed(one.kept.meeting.on, one.kept.meeting.starts_at, is_cancelled=True)
    return found


def kept_at(row: Step) -> MeetingRow | None:
    """The council's kept meeting that a step stands for, by its own link or by body and day; None where none is."""
    if row.meeting_id is not None:
        return row.meeting
    return meetings.standing_at(row.route.workspace, row.body, row.meets_on) if row.meets_on else None


def rests_on(row: Route | None, meeting: MeetingRow) -> bool:
    """Whether a chosen route rests on this meeting, which has not been held."""
    return row is not None and any(
        step.resolves and step.met_at is None and (kept := kept_at(step)) is not None and kept.pk == meeting.pk
        for step in row.steps.all()
    )


def published_call_in(row: Decision | None) -> Deadline | None:
    """The call-in of a decision as it was published or corrected, with its working; None where there is none."""
    return build(Deadline, row.call_in) if row is not None and row.call_in else None


def call_in_today(row: Decision | None) -> CallInAgain | None:
    """The published call-in of a decision beside the same counted by today's rules and holidays; None before it is."""
    if row is None or row.published_at is None:
        return None
    stands = published_call_in(row)
    if stands is not None and stands.kind == HEARD_KIND:
        return None  # its day of effect follows from what became of the call-in
    try:
        today = call_in_of(row, published_at=row.published_at)
    except Refusal:
        return None
    if stands is None and today is None:
        return None
    pack = pack_of(row.step.route.workspace, row.decided_on)
    situation = Situation(
        row.decided_on, date.max, pack, pack.governance, Key.UNSURE, row.is_callable, bank_holidays.england()
    )
    return call_in_again(stands, today, situation)


def _is_published(row: Route) -> bool:
    decisions = (getattr(step, "decision", None) for step in row.steps.all() if step.is_deciding)
    return any(one is not None and one.published_at is not None for one in decisions)


def _standing(row: Route, planned: PlannedRoute, supposing: Mapping[int, Supposed]) -> Iterable[Standing]:
    """How the meetings on the route stand. The steps kept and the steps planned are in one order."""
    bodies = [step for step in planned.steps if step.step in MEETS]
    for was, step in zip(bodies, (one for one in row.steps.all() if one.resolves), strict=False):
        if step.body != was.body:
            continue
        yield _stands(was.on, step, supposing)


def _stands(was_on: date, step: Step, supposing: Mapping[int, Supposed]) -> Standing:
    kept, kind = kept_at(step) if step.met_at is None else None, BodyKind(step.body_kind)
    if kept is None:
        day = step.meets_on or was_on
        return Standing(was_on, Meeting(step.body, kind, day, step.meets_at), has_met=step.met_at is not None)
    if kept.pk in supposing:
        wanted = supposing[kept.pk]
        meeting = Meeting(step.body, kind, wanted.on, wanted.starts_at or step.meets_at)
        return Standing(was_on, meeting, is_cancelled=wanted.is_cancelled, reason=wanted.reason)
    last = list(kept.changes.all())[-1:]
    is_cancelled = kept.status == Status.CANCELLED.value
    meeting = Meeting(step.body, kind, kept.on, kept.starts_at or step.meets_at)
    reason = last[0].reason if last and (is_cancelled or kept.on != was_on) else ""
    return Standing(was_on, meeting, is_cancelled=is_cancelled, reason=reason)
