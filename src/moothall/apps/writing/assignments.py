"""Who is to write what by when, and what each of them is told by mail."""

from datetime import date, datetime

from django.conf import settings
from django.db.models import Case, Exists, OuterRef, QuerySet, When

from moothall.apps.mail import outbox
from moothall.apps.people.models import Person, RoleHeld
from moothall.apps.routes import queries as routes
from moothall.apps.workspaces.models import Workspace
from moothall.apps.writing.models import Assignment
from moothall.domain import assigning
from moothall.domain.days import in_words
from moothall.domain.parts import PLAN, REPORT, section_of, whole_of, writing_deed
from moothall.domain.roles import MAY


def standing(workspace: Workspace) -> QuerySet[Assignment]:
    """What is assigned here now, the earliest due first, with its people fetched.

    What somebody has whose role or account ended nobody has, so it is not among it.
    """
    found = _held().filter(workspace=workspace)
    return found.select_related("person", "asked_by")


def _held() -> QuerySet[Assignment]:
    """What was given and not taken back, to somebody whose role still lets them write it."""
    held = RoleHeld.objects.filter(
        workspace=OuterRef("workspace"), person=OuterRef("person"), ended_at=None, person__is_active=True
    )
    able = {
        whole: Exists(held.filter(role__in=[role.value for role in MAY[writing_deed(whole)]]))
        for whole in (PLAN, REPORT)
    }
    is_held = Case(When(part__startswith=REPORT, then=able[REPORT]), default=able[PLAN])
    return Assignment.objects.filter(ended_at=None).alias(is_held=is_held).filter(is_held=True)


def by_section(workspace: Workspace, whole: str) -> dict[str, Assignment]:
    """What is assigned of the plan or of the report, by its section."""
    return {section_of(one.part): one for one in standing(workspace) if whole_of(one.part) == whole}


def of_part(workspace: Workspace, part: str) -> Assignment | None:
    """The assignment of a part that stands, or None where nobody has it."""
    return standing(workspace).filter(part=part).first()


def of_person(person: Person) -> list[Assignment]:
    """What a person is to write anywhere, the earliest due first, with each workspace fetched."""
    return list(_held().filter(person=person).select_related("workspace", "asked_by"))


def able(workspace: Workspace, part: str) -> list[Person]:
    """Those whose role lets them write a part here, by name."""
    roles = [role.value for role in MAY[writing_deed(part)]]
    held = RoleHeld.objects.filter(workspace=workspace, role__in=roles, ended_at=None, person__is_active=True)
    return sorted({one.person for one in held.select_related("person")}, key=lambda one: one.name)


def default_day(workspace: Workspace, *, as_of: date) -> assigning.DefaultDay:
    """The day to propose, from the dates of the chosen route as they stand."""
    dates = routes.standing_dates(routes.route(workspace))
    return assigning.default_day([one.step for one in dates if not one.is_done], as_of=as_of)


def tell(row: Assignment, words: str, *, key: str, person: Person | None = None, at: datetime, is_prompt: bool) -> None:
    """Put a mail about an assignment out. It holds no words of the plan, and its link asks who one is."""
    outbox.put(
        person=person or row.person,
        subject=words.split("\n")[0].rstrip("."),
        words=f"{words}\n{settings.MOOTHALL.address}/council/",
        key=f"assignment:{row.pk}:{key}",
        at=at,
        about=f"assignment:{row.pk}",
        workspace=row.workspace,
        is_prompt=is_prompt,
    )


def asks(row: Assignment) -> str:
    """What the person who is to write is told: what, for whom, by when, and where the day comes from."""
    who = row.asked_by.name if row.asked_by else "Moothall"
    what = f"the {whole_of(row.part)} of {row.workspace.official_name}"
    because = f" {row.due_because}" if row.due_because else ""
    note = f"\n\n{who} writes: {row.note}" if row.note else ""
    return (
        f"You are asked to write “{row.title}”\n{who} asks you to write “{row.title}” in {what}, by"
        f" {in_words(row.due_on)}.{because}{note}\n"
    )
