"""The department's replies as values, and the plan's parts that a recommendation may speak of."""

from django.db.models import QuerySet

from moothall.apps.correspondence import models
from moothall.apps.plans import queries as plans
from moothall.apps.workspaces.models import Workspace
from moothall.domain.department_replies import Point, Reply, Reported, Response, Said, What
from moothall.domain.round_timeline import Lane, Moment
from moothall.domain.rounds import Round


def rows(workspace: Workspace) -> QuerySet[models.Reply]:
    """Every reply of a workspace with its recommendations, by number."""
    return models.Reply.objects.filter(workspace=workspace).prefetch_related("points__said", "reported")


def replies(workspace: Workspace) -> tuple[Reply, ...]:
    """Every reply as it stands, by number."""
    return tuple(value(one) for one in rows(workspace))


def reply(workspace: Workspace, number: int) -> models.Reply | None:
    """The row of this number, or None."""
    return rows(workspace).filter(number=number).first()


def point(workspace: Workspace, number: int) -> models.Point | None:
    """The recommendation of this number with its reply, or None."""
    found = models.Point.objects.filter(reply__workspace=workspace, number=number).select_related("reply__workspace")
    return found.prefetch_related("said").first()


def value(row: models.Reply) -> Reply:
    """A reply as a value."""
    return Reply(
        number=row.number, from_whom=row.from_whom, on=row.received_on, words=row.words,
        points=tuple(point_value(one) for one in row.points.all()), receipt=row.receipt, file_name=row.file_name,
        reported=tuple(Reported(one.body, one.met_on, one.words) for one in row.reported.all()), by=row.by_name,
    )  # fmt: skip


def point_value(row: models.Point) -> Point:
    """A recommendation as a value, with everything said of it."""
    return Point(row.number, row.text, tuple(_said(one) for one in row.said.all()))


def _said(row: models.SaidOfPoint) -> Said:
    return Said(
        What(row.what), row.on, part=row.part, title=row.title,
        response=Response(row.response) if row.response else None, words=row.words, who=row.who, due_on=row.due_on,
        by=row.by_name,
    )  # fmt: skip


def parts(workspace: Workspace, round_: Round) -> dict[str, tuple[str, str]]:
    """The parts of our plan in order, by id or key: (title, text). As last kept, or as it is being written."""
    version, draft = plans.latest_version(workspace), plans.draft(workspace)
    if version is not None:
        plan = plans.frozen(version)
    elif draft is not None:
        plan = plans.plan(draft, round_)
    else:
        return {}
    titles = {one.id: one.title for _, one in round_.questions()}
    found = {one.question: (titles.get(one.question, one.question), one.text) for one in plan.answers if one.text}
    for one in plan.commitments:
        found[one.key] = (one.title, one.text)
    for measure in plan.measures:
        found[measure.key] = (measure.title, f"{measure.title}, from {measure.source}")
    for barrier in plan.barriers:
        found[barrier.key] = (barrier.title, "\n\n".join(filter(None, (barrier.text, barrier.ask))))
    return found


def moments(workspace: Workspace) -> list[Moment]:
    """What the department said, and when it was reported to members, for the timeline."""
    found = []
    for one in replies(workspace):
        part = str(one.number)
        found.append(Moment(one.on, Lane.ISSUER, f"{one.from_whom} on our plan", one.words, "reply", part))
        for told in one.reported:
            found.append(Moment(told.on, Lane.MEMBERS, f"Reported to {told.body}", told.words, "reply", part))
    return found
