"""Where each request stands, who has it today, and what its words are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from moothall.apps.audit import queries as audit
from moothall.apps.implications.models import Absence, Event, Request
from moothall.apps.implications.writers import writers
from moothall.apps.people.models import Person, RoleHeld
from moothall.apps.plans import queries as plans
from moothall.apps.reports import queries as reports
from moothall.apps.routes import queries as routes
from moothall.apps.workspaces.models import Workspace
from moothall.domain import reminding, signoffs
from moothall.domain.reports import CommitteeReport, Implication
from moothall.domain.roles import MAY, Deed
from moothall.domain.rounds import Round
from moothall.domain.signed_texts import comment_place, plan_texts, report_texts
from moothall.domain.signoffs import Difference, Passage, State


@dataclass(frozen=True, slots=True)
class Standing:
    """A request as it stands on a day. ``holder`` has it today: the person, or whoever covers; None where vacant.

    ``answer`` is the last explicit answer, ``changed`` what of its words is not what it was; ``now`` the words covered.
    """

    request: Request
    state: State
    now: tuple[Passage, ...]
    holder: Person | None
    answer: Event | None
    changed: tuple[Difference, ...]

    @property
    def print(self) -> str:
        """The fingerprint of the covered words as they stand."""
        return signoffs.print_of(self.now)

    @property
    def is_covered(self) -> bool:
        """Whether somebody has it today for a person who is away."""
        return self.holder is not None and self.holder.pk != self.request.person_id

    @property
    def needs_somebody(self) -> bool:
        """Whether an answer is still owed and nobody has it."""
        return self.state.is_open and self.holder is None


def texts(workspace: Workspace, round_: Round) -> tuple[Passage, ...]:
    """Everything the workspace's report and plan say, as they stand."""
    report, draft = reports.report(workspace), plans.draft(workspace)
    return (report_texts(reports.value(report)) if report else ()) + (
        plan_texts(plans.plan(draft, round_), round_) if draft else ()
    )


def rows(workspace: Workspace) -> QuerySet[Request]:
    """Every request of a workspace with its events and people, the earliest due first."""
    found = Request.objects.filter(workspace=workspace).select_related("person", "deputy", "asked_by", "workspace")
    return found.prefetch_related("events__by")


def request(workspace: Workspace, pk: int) -> Request | None:
    """One request of this workspace, or None."""
    return rows(workspace).filter(pk=pk).first()


def standings(workspace: Workspace, round_: Round, *, as_of: date) -> list[Standing]:
    """Every request of a workspace as it stands, the earliest due first."""
    now, away, able = texts(workspace, round_), absences(workspace), _able(workspace)
    return [_standing(row, now, away, able, as_of) for row in rows(workspace)]


def standing(row: Request, round_: Round, *, as_of: date) -> Standing:
    """One request as it stands."""
    here = row.workspace
    return _standing(row, texts(here, round_), absences(here), _able(here), as_of)


def _standing(
    row: Request, now: Sequence[Passage], away: Sequence[Absence], able: dict[int, Person], as_of: date
) -> Standing:
    mine = signoffs.covered(row.places, now)
    events = list(row.events.all())
    happened = [value for one in events if (value := one.to_value())]
    answer = next((one for one in reversed(events) if one.what == Event.What.ANSWERED), None)
    last = signoffs.last_answer(happened)
    holder = None
    if row.person_id in able:
        cover = reminding.cover_of(row.person_id, [_away(one) for one in away], on=as_of)
        holder = able.get(cover, able[row.person_id])
    changed = signoffs.differences(last.covered, mine) if last else ()
    return Standing(row, signoffs.state(happened, mine), mine, holder, answer, changed)


def _away(row: Absence) -> reminding.Absence:
    return reminding.Absence(row.person_id, row.cover_id, row.from_on, row.to_on)


def _able(workspace: Workspace) -> dict[int, Person]:
    """Those who may answer a request here now: an open account, and a role that reaches it."""
    roles = [role.value for role in MAY[Deed.ANSWER_REQUEST]]
    held = RoleHeld.objects.filter(
        workspace=workspace, role__in=roles, ended_at=None, person__is_active=True
    ).select_related("person")
    return {one.person_id: one.person for one in held}


def able(workspace: Workspace) -> list[Person]:
    """Those who may be asked here, by name."""
    return sorted(_able(workspace).values(), key=lambda one: one.name)


def absences(workspace: Workspace) -> list[Absence]:
    """Who said they are away, and was not back early, by day."""
    return list(Absence.objects.filter(workspace=workspace, ended_at=None).select_related("person", "cover"))


def absence(workspace: Workspace, pk: int) -> Absence | None:
    """One absence of this workspace that was not ended, or None."""
    return Absence.objects.filter(workspace=workspace, pk=pk, ended_at=None).first()


def of_person(person: Person, found: Iterable[Standing]) -> list[Standing]:
    """Those requests that a person has today or was asked, still open."""
    return [
        one
        for one in found
        if one.state.is_open and (one.request.person_id == person.pk or (one.holder and one.holder.pk == person.pk))
    ]


def implication(row: Request) -> Implication:
    """What the report says of the request's kind as it stands; empty words where it says nothing."""
    found = [one for one in _report(row).implications if one.kind == row.kind]
    return found[0] if found else Implication(row.kind, "")


def comment(row: Request) -> str:
    """What the report has of the officer in whose capacity a sign-off is given; empty where nothing."""
    found = [one.text for one in _report(row).officer_comments if one.officer == row.capacity]
    return found[0] if found else ""


def _report(row: Request) -> CommitteeReport:
    kept = reports.report(row.workspace)
    return reports.value(kept) if kept else CommitteeReport("", "", "", None)


def own_words(row: Request, now: Sequence[Passage]) -> dict[str, str]:
    """Who wrote each covered passage as it stands (the key of the person, as text), by the passage's label.

    An officer's own comment is what they sign, so it is left out.
    """
    wrote = writers(audit.of_workspace(row.workspace_id).order_by("id"))
    own = comment_place(row.capacity)
    return {one.label: wrote[one.place] for one in now if one.place in wrote and one.place != own}


def is_allowed(row: Request) -> bool:
    """Whether somebody allowed whoever has it now to sign off their own words, after they were last given it."""
    for event in reversed(list(row.events.all())):
        if event.what == Event.What.ALLOWED:
            return True
        if event.what in {Event.What.ASKED, Event.What.HANDED_ON}:
            return False
    return False


def papers_on(workspace: Workspace) -> date | None:
    """The day by which the papers of the chosen route go out, or None where no route is chosen."""
    dates = routes.standing_dates(routes.route(workspace))
    return next((one.step.on for one in dates if one.step.step == "agenda_publication"), None)


def signed(workspace: Workspace) -> list[Any]:
    """Every explicit answer ever given here, in order, with its request: who said what of which words, and when."""
    found = Event.objects.filter(request__workspace=workspace, what=Event.What.ANSWERED)
    return list(found.select_related("request", "by").order_by("at", "pk"))


def allowed(workspace: Workspace) -> list[Event]:
    """Every time somebody was let sign off their own words: who allowed it, to whom, why and when."""
    found = Event.objects.filter(request__workspace=workspace, what=Event.What.ALLOWED)
    return list(found.select_related("request").order_by("at", "pk"))


def asked_of(person: Person, workspaces: Iterable[Workspace], round_of: Any, *, as_of: date) -> list[Standing]:
    """What a person has to answer, in every workspace they see. ``round_of`` gives a workspace's round, or None."""
    found: list[Standing] = []
    for here in workspaces:
        round_ = round_of(here.round_slug)
        if round_ is not None and Request.objects.filter(workspace=here).exists():
            found += of_person(person, standings(here, round_, as_of=as_of))
    return found
