"""Follow-ups as they stand: of a workspace, of a person, and those the report promises that nobody took up."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from moothall.apps.people.models import Person, RoleHeld
from moothall.apps.promised import models
from moothall.apps.reports import queries as reports
from moothall.apps.workspaces.models import Workspace
from moothall.domain import follow_ups as domain
from moothall.domain.follow_ups import Candidate, FollowUp, Owner, Said, What


@dataclass(frozen=True, slots=True)
class Standing:
    """A follow-up as a value with the workspace it is of and whoever holds the post now, if anybody does."""

    workspace: Workspace
    value: FollowUp
    person_id: int | None


def rows() -> QuerySet[models.FollowUp]:
    """Every follow-up with what was said of it."""
    return models.FollowUp.objects.select_related("workspace", "person").prefetch_related("said__person")


def of_workspace(workspace: Workspace) -> tuple[Standing, ...]:
    """The follow-ups of a workspace as they stand, by number."""
    return _standing(rows().filter(workspace=workspace))


def of_person(person: Person) -> tuple[Standing, ...]:
    """The open follow-ups that somebody sees to, in every workspace, those due first first."""
    held = RoleHeld.objects.filter(person=person, ended_at=None).values("workspace_id")
    found = _standing(rows().filter(workspace__in=held))
    mine = (one for one in found if one.person_id == person.pk and one.value.end is None)
    return tuple(sorted(mine, key=lambda one: one.value.due_on))


def follow_up(workspace: Workspace, number: int) -> models.FollowUp | None:
    """The row of this number, or None."""
    return rows().filter(workspace=workspace, number=number).first()


def value(row: models.FollowUp) -> FollowUp:
    """One follow-up as it stands."""
    return _standing([row])[0].value


def candidates(workspace: Workspace) -> tuple[Candidate, ...]:
    """What the covering report promises that nobody took up yet."""
    report = reports.report(workspace)
    if report is None:
        return ()
    taken = models.FollowUp.objects.filter(workspace=workspace).values_list("source", flat=True)
    return domain.candidates(reports.value(report), taken)


def owners_to_choose(workspace: Workspace) -> list[tuple[str, str]]:
    """The people with a role here, by name: key, and name with post."""
    held = RoleHeld.objects.filter(workspace=workspace, ended_at=None, person__is_active=True)
    found = {row.person_id: row.person for row in held.select_related("person").order_by("person__name")}
    return [(str(pk), f"{one.name}, {one.post}" if one.post else one.name) for pk, one in found.items()]


def person_here(workspace: Workspace, pk: int) -> Person | None:
    """Somebody with a role here, or None."""
    held = RoleHeld.objects.filter(workspace=workspace, person_id=pk, ended_at=None, person__is_active=True)
    row = held.select_related("person").first()
    return row.person if row else None


def _standing(found: Iterable[models.FollowUp]) -> tuple[Standing, ...]:
    those = list(found)
    held = RoleHeld.objects.filter(
        workspace__in={one.workspace_id for one in those}, ended_at=None, person__is_active=True
    )
    here: set[tuple[int | None, int]] = set(held.values_list("workspace_id", "person_id"))
    return tuple(_one(row, here) for row in those)


def _one(row: models.FollowUp, here: set[tuple[int | None, int]]) -> Standing:
    def owner(post: str, person: Person | None) -> Owner:
        is_here = person is not None and (row.workspace_id, person.pk) in here
        return Owner(post, person.name if is_here and person else "")

    said = tuple(
        Said(
            What(one.what), one.on, one.words, owner(one.post, one.person) if one.post else None, one.due_on,
            one.by_name,
        )
        for one in row.said.all()
    )  # fmt: skip
    value_ = FollowUp(row.number, row.text, row.place, owner(row.post, row.person), row.due_on, said)
    last = next((one.person_id for one in reversed(list(row.said.all())) if one.post), row.person_id)
    return Standing(row.workspace, value_, last if last and (row.workspace_id, last) in here else None)
