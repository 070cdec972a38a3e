"""The notices of a workspace, which are owed and how they stand, the agendas that are public, and the forward plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch
from django.utils import timezone

from moothall.apps.files import queries as files
from moothall.apps.meetings.models import Meeting
from moothall.apps.notices.matter import Known, counted_by, kept_meeting
from moothall.apps.notices.models import Agenda, AgendaChange, AgendaPaper, Notice
from moothall.apps.rounds import queries as rounds
from moothall.apps.routes import queries as routes
from moothall.apps.routes.models import Step
from moothall.apps.workspaces.models import Workspace
from moothall.domain import notices_owed, notices_served
from moothall.domain.authorities import BodyKind
from moothall.domain.calendars import Status
from moothall.domain.forward_plans import Entry, ForwardPlan, Told, by_day, entries
from moothall.domain.notice_checks import OTHER_DAY, remarks
from moothall.domain.notice_matter import Matter
from moothall.domain.notice_timing import CountedBy, Timing, timing
from moothall.domain.notices import NoticeKind
from moothall.domain.notices_owed import Owed
from moothall.domain.notices_served import Answer, Served
from moothall.domain.remarks import Remark


@dataclass(frozen=True)
class Kept:
    """A notice with how it was in time, what it lacks or says in a doubtful way, and whether it serves a moved day."""

    row: Notice
    timing: Timing | None
    remarks: tuple[Remark, ...]
    served: Served | None = None


@dataclass(frozen=True)
class Part:
    """One body's part in the decision: what is owed for it, what was drafted and given, and its public agenda.

    ``is_called_off`` where its kept meeting is cancelled; then nothing is owed for it.
    """

    step: Step
    matter: Matter
    owed: tuple[Owed, ...]
    kept: tuple[Kept, ...]
    agenda: Agenda | None
    is_called_off: bool

    @property
    def moved(self) -> tuple[Kept, ...]:
        """The notices given for a day on which the body no longer meets."""
        return tuple(one for one in self.kept if one.served is not None)

    def of_kind(self, kind: NoticeKind) -> tuple[Kept, ...]:
        """The notices of a kind, the last one first."""
        return tuple(one for one in self.kept if one.row.kind == kind)


def notices(workspace: Workspace) -> list[Notice]:
    """Every notice of a workspace, the last one first."""
    found = Notice.objects.filter(workspace=workspace).select_related("workspace", "replaces", "file")
    return list(found.prefetch_related("replaced_by"))


def first_given(workspace: Workspace, body: str) -> date | None:
    """The day on which the public was first told of a decision to come of this body, replaced since or not; or None."""
    kinds = (NoticeKind.FORWARD_PLAN.value, NoticeKind.KEY_DECISION.value)
    given = [
        timezone.localdate(one.given_at)
        for one in notices(workspace)
        if one.given_at and one.kind in kinds and one.body.casefold() == body.casefold()
    ]
    return min(given, default=None)


def notice(workspace: Workspace, number: int) -> Notice | None:
    """One notice by its number, or None."""
    return next((one for one in notices(workspace) if one.number == number), None)


def as_it_stood(row: Notice) -> bytes | None:
    """The file that was given, byte for byte, or None for a draft. Raises a Refusal where it is gone."""
    return files.content(row.file) if row.file else None


def parts(workspace: Workspace, *, as_of: date, brief: bool = False) -> tuple[Part, ...]:
    """Every body of the route that resolves something, with its notices as they stand on a day.

    ``brief`` fetches nothing that only the words of a notice need.
    """
    route = routes.route(workspace)
    if route is None:
        return ()
    known, by, rows = Known(workspace, brief=brief), counted_by(workspace), notices(workspace)
    public: dict[tuple[str, date | None], Agenda] = {
        (one.body.casefold(), one.meets_on): one for one in agendas(workspace)
    }
    found = []
    for step in route.steps.all():
        if not step.resolves:
            continue
        kept = kept_meeting(step)
        matter = known.of(step, kept, by)
        found.append(_part(step, kept, matter, rows, by, as_of, public.get((step.body.casefold(), matter.on))))
    return tuple(found)


def part(workspace: Workspace, step_id: int, *, as_of: date) -> Part | None:
    """One body's part by its step on the route, or None."""
    return next((one for one in parts(workspace, as_of=as_of) if one.step.pk == step_id), None)


def part_of(row: Notice, *, as_of: date) -> Part | None:
    """The part on the present route that a notice belongs to, by its body; None where that body is on it no more."""
    return next((one for one in parts(row.workspace, as_of=as_of) if _is_of(row, one.step)), None)


def line(workspace: Workspace, *, as_of: date) -> str:
    """Which notices are given, late, missed and due, in one line for any page; empty where no route is chosen."""
    found = [one for one in parts(workspace, as_of=as_of, brief=True) if not one.is_called_off]
    return notices_owed.in_a_line([row for one in found for row in one.owed]) if found else ""


def _is_of(row: Notice, step: Step) -> bool:
    return row.body.casefold() == step.body.casefold() and row.body_kind == step.body_kind


def _part(
    step: Step, kept: Meeting | None, matter: Matter, rows: Sequence[Notice], by: CountedBy, as_of: date,
    agenda: Agenda | None,
) -> Part:  # fmt: skip
    is_off = kept is not None and kept.status == Status.CANCELLED.value and step.met_at is None
    own = [row for row in rows if _is_of(row, step)]
    convened_on = agenda.convened_on if agenda else None
    found = tuple(_kept(row, matter, by, as_of, is_off, convened_on) for row in own)
    standing: dict[NoticeKind, Timing] = {}
    for one in found:
        if one.row.stands and one.timing is not None and not _is_owed_again(one):
            standing.setdefault(NoticeKind(one.row.kind), one.timing)
    if agenda is not None and NoticeKind.AGENDA not in standing:
        standing[NoticeKind.AGENDA] = timing(
            NoticeKind.AGENDA, given_on=timezone.localdate(agenda.published_at), on=matter.on,
            maker=matter.body_kind, by=by, as_of=as_of, convened_on=convened_on,
        )  # fmt: skip
    owed = () if is_off else notices_owed.owed(matter, standing, by, as_of=as_of)
    return Part(step, matter, owed, found, agenda, is_off)


def _is_owed_again(one: Kept) -> bool:
    """Whether a notice that was given serves no more, since the body meets or decides on another day."""
    return one.served is not None and one.served.answer in (Answer.ANEW, Answer.NOTHING)


def _kept(row: Notice, matter: Matter, by: CountedBy, as_of: date, is_off: bool, convened_on: date | None) -> Kept:
    value, kind, maker = row.to_value(), NoticeKind(row.kind), BodyKind(row.body_kind)
    checked = remarks(value, matter) if row.is_draft or row.stands else ()
    if row.given_at is None:
        return Kept(row, None, checked)
    given_on = timezone.localdate(row.given_at)
    of_record = matter.decision.decided_on if matter.decision and "record" in kind.value else None
    counted_to = of_record or (None if is_off else matter.on) or row.on
    stood = timing(kind, given_on=given_on, on=counted_to, maker=maker, by=by, as_of=as_of, convened_on=convened_on)
    served = None
    if row.stands and row.on is not None and (is_off or (matter.on and matter.on != row.on)):
        served = notices_served.served(
            kind, given_on=given_on, was_on=row.on, now_on=None if is_off else matter.on, maker=maker, by=by,
            as_of=as_of,
        )  # fmt: skip
    if served is not None:  # it says what the remark on the other day would say
        checked = tuple(one for one in checked if one.check != OTHER_DAY)
    return Kept(row, stood, checked, served)


def agendas(workspace: Workspace) -> list[Agenda]:
    """Every agenda that is public, the last meeting first, with its papers and what was changed."""
    found = Agenda.objects.filter(workspace=workspace).select_related("workspace")
    papers = Prefetch("papers", queryset=AgendaPaper.objects.select_related("file"))
    changes = Prefetch("changes", queryset=AgendaChange.objects.select_related("file"))
    return list(found.prefetch_related(papers, changes))


def agenda(workspace: Workspace, pk: int) -> Agenda | None:
    """One public agenda of a workspace, or None."""
    return next((one for one in agendas(workspace) if one.pk == pk), None)


def agenda_change(workspace: Workspace, pk: int) -> AgendaChange | None:
    """One change of a public agenda of this workspace, or None."""
    found = AgendaChange.objects.filter(pk=pk, agenda__workspace=workspace)
    return found.select_related("agenda__workspace", "file").first()


def forward_plan(workspace: Workspace, *, as_of: date) -> ForwardPlan:
    """The forward plan of the council over all its workspaces: what was given is public, drafts are not in it."""
    rows = Notice.objects.filter(workspace__gss=workspace.gss, given_at__isnull=False)
    told: dict[int, list[Notice]] = {}
    for row in rows.select_related("workspace", "replaces"):
        told.setdefault(row.workspace_id, []).append(row)
    found: list[Entry] = []
    for some in told.values():
        round_ = rounds.round_called(some[0].workspace.round_slug)
        title = round_.title if round_ else some[0].workspace.round_slug
        found += entries(title, [_told(row) for row in some])
    return by_day(workspace.official_name, as_of, found)


def _told(row: Notice) -> Told:
    gone = timezone.localtime(row.withdrawn_at) if row.withdrawn_at else None
    return Told(row.to_value(), gone, row.withdrawn_why)
