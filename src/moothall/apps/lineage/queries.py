"""The texts of a workspace in order, and what each change between them rests on."""

from collections.abc import Sequence
from dataclasses import replace

from django.utils import timezone

from moothall.apps.lineage.models import Account, ResolvedText
from moothall.apps.plans import queries as plans
from moothall.apps.plans.models import Version
from moothall.apps.rounds import queries as rounds
from moothall.apps.routes import finishing
from moothall.apps.routes import queries as routes
from moothall.apps.routes.models import Decision, Finishing
from moothall.apps.workspaces.models import Workspace
from moothall.documents.layouts.resolutions import letter, limb_words
from moothall.documents.writing.document import plain
from moothall.domain import lineage as values
from moothall.domain.lineage import CorrectionKind, Ground, Line, Text
from moothall.domain.publications import Moment


def resolved_version(decision: Decision | None) -> Version | None:
    """The text a body resolved on: as it left it where it amended the text, else the one it had before it."""
    if decision is None:
        return None
    said = ResolvedText.objects.filter(decision=decision).select_related("version").last()
    return said.version if said else decision.plan_version


def texts(workspace: Workspace) -> tuple[Text, ...]:
    """The texts before any was published: one for each body that had it, the resolved one, and those finished since."""
    decided = routes.decisions(workspace)
    deciding = routes.deciding_decision(workspace)
    found = [_of(Moment.CONSIDERED, one.plan_version, one) for one in decided if one.plan_version]
    resolved = resolved_version(deciding)
    if deciding is not None and resolved is not None:
        found.append(_of(Moment.RESOLVED, resolved, deciding))
        found += [_finished(one) for one in finishing.finishings(workspace)]
    return tuple(found)


def _finished(row: Finishing) -> Text:
    """A text that a delegate finished, with the limb as what its changes rest on. Finishing is a deed of the route."""
    said = dict(limb_lines(row.decision))
    told = [(row.circulated_to, row.circulated_on, "Circulated"), (row.reported_to, row.reported_on, "Reported back")]
    rests_on = values.Account(
        id=-row.pk,
        ground=Ground.DELEGATION,
        marks=(),
        made_by=row.finished_by,
        made_on=row.finished_on,
        words="",
        said_by=row.recorded_by_name,
        said_at=row.recorded_at,
        body=row.decision.step.body,
        decided_on=row.decision.decided_on,
        limb=said.get(row.limb - 1, ""),
        within=row.within,
        confirmed_by=row.finished_by,
        confirmed_at=row.recorded_at,
        reported=tuple(values.Reported(to, on, how, row.recorded_by_name) for to, on, how in told if to and on),
    )
    return replace(finished(row.version), on=row.finished_on, by=row.finished_by, finished=rests_on)


def finished(version: Version) -> Text:
    """A kept version as the text that somebody finished after members had decided."""
    return Text(
        Moment.FINALISED,
        plans.frozen(version),
        version.fingerprint,
        timezone.localdate(version.kept_at),
        version.kept_by_name,
        version.number,
        version.name,
    )


def line(workspace: Workspace, later: Sequence[Text] = ()) -> Line:
    """The line of a workspace's texts. ``later`` are those that were published and sent, which this app cannot see."""
    return values.line((*texts(workspace), *later), accounts(workspace), titles(workspace))


def titles(workspace: Workspace) -> dict[str, str]:
    """The titles of the round's questions by their ids."""
    round_ = rounds.round_called(workspace.round_slug)
    return {question.id: question.title for _, question in round_.questions()} if round_ else {}


def accounts(workspace: Workspace) -> tuple[values.Account, ...]:
    """Every authority that stands in a workspace, in the order given."""
    rows = Account.objects.filter(workspace=workspace, taken_back_at=None)
    return tuple(value(row) for row in rows.select_related("decision__step").prefetch_related("reports"))


def account(workspace: Workspace, pk: int) -> Account | None:
    """One authority of this workspace that stands, for the deed about it; or None."""
    rows = Account.objects.filter(workspace=workspace, pk=pk, taken_back_at=None)
    return rows.select_related("workspace", "decision__step").first()


def taken_back(workspace: Workspace) -> list[Account]:
    """The authorities that were taken back, the latest first."""
    return list(Account.objects.filter(workspace=workspace).exclude(taken_back_at=None).order_by("-taken_back_at"))


def limb_lines(decision: Decision | None) -> list[tuple[int, str]]:
    """The limbs of a decision as a reader cites them, each with its place: (c) delegated to the Leader changes."""
    if decision is None:
        return []
    limbs = routes.limbs(decision)
    return [(place, f"{letter(place)} {plain(limb_words(one, resolved=True))}") for place, one in enumerate(limbs)]


def value(row: Account) -> values.Account:
    """One authority as the domain has it."""
    said = dict(limb_lines(row.decision))
    return values.Account(
        id=row.pk,
        ground=Ground(row.ground),
        marks=tuple(row.marks),
        made_by=row.made_by,
        made_on=row.made_on,
        words=row.words,
        said_by=row.said_by_name,
        said_at=row.said_at,
        body=row.decision.step.body if row.decision else "",
        decided_on=row.decision.decided_on if row.decision else None,
        limb=said.get(row.limb, "") if row.limb is not None else "",
        minute=row.minute,
        within=row.within,
        correction=CorrectionKind(row.correction) if row.correction else None,
        confirmed_by=row.confirmed_by_name,
        confirmed_at=row.confirmed_at,
        confirmed_words=row.confirmed_words,
        reported=tuple(values.Reported(one.to, one.on, one.words, one.said_by_name) for one in row.reports.all()),
    )


def _of(moment: Moment, version: Version, decision: Decision) -> Text:
    return Text(
        moment,
        plans.frozen(version),
        version.fingerprint,
        decision.decided_on,
        decision.step.body,
        version.number,
        version.name,
    )
