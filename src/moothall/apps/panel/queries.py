"""The register of returns and the passages, for the people who asked to read the plans together."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from moothall.apps.extensions import queries as extensions
from moothall.apps.obligations import queries as obligations
from moothall.apps.obligations.models import FurtherReceipt
from moothall.apps.panel.models import Passage, SplitPublication
from moothall.apps.publications.models import Publication
from moothall.apps.returns import queries as returns
from moothall.apps.returns.models import Return
from moothall.apps.rounds import queries as rounds
from moothall.apps.routes import walking
from moothall.apps.routes.models import Decision
from moothall.apps.workspaces.models import Workspace
from moothall.domain.authorities import Authority
from moothall.domain.register import Known, RegisterRow
from moothall.reference import authorities


def register(round_slug: str) -> tuple[RegisterRow, ...]:
    """Every principal authority that the round asks, as of its deadline, with what is known here, in order of name.

    Invented councils come after them, marked as such, and belong in no count. In an invented round the real ones stand
    all the same, though they owe it nothing. Empty where the round is not held here.
    """
    round_ = rounds.round_called(round_slug)
    if round_ is None:
        return ()
    held = {workspace.gss: workspace for workspace in Workspace.objects.filter(round_slug=round_slug)}
    latest = _latest(round_slug)
    sent = _sent(round_slug)
    later = {pk: due.on for pk, due in extensions.later_days(round_).items()}
    # Of a day before the register begins, the first day it knows is the nearest truth.
    day = max(round_.deadline_on, authorities.COMPLETE_FROM)
    rows = [
        _row(one, held.get(one.gss), latest, sent, later)
        for one in authorities.principal(day)
        if one.gss in held or round_.asked.includes(one.gss, one.kind)
    ]
    invented = [_row(_invented(one), one, latest, sent, later) for one in held.values() if one.is_fictional]
    elsewhere = obligations.sent_elsewhere(round_slug)
    strangers = (one.obligation.workspace for gss, one in elsewhere.items() if gss not in held)
    invented += [_row(_invented(one), None, latest, sent, later) for one in strangers if one.is_fictional]
    found = (*rows, *sorted(invented, key=lambda row: (row.name.casefold(), row.gss)))
    refused = walking.not_sent_in(round_slug)
    return tuple(_with_refusal(_with_receipt(row, elsewhere.get(row.gss)), refused.get(row.gss)) for row in found)


def _with_refusal(row: RegisterRow, decision: Decision | None) -> RegisterRow:
    """The row of a council whose members resolved that no plan is sent: nothing is owed, and it says why."""
    if decision is None or row.known in (Known.RETURNED, Known.PUBLISHED):
        return row
    return replace(row, known=Known.RESOLVED_NOT_TO, not_sent_because=decision.outcome_reason)


def _with_receipt(row: RegisterRow, receipt: FurtherReceipt | None) -> RegisterRow:
    """The row of a council that answered by the plan of another round: its receipt counts as any other."""
    if receipt is None or row.known is Known.RETURNED:
        return row
    return replace(row, known=Known.RETURNED, sent_at=receipt.sent_at, receipt_number=receipt.number)


def passages(keys: Iterable[int]) -> dict[int, Passage]:
    """Passages by key, each with its publication and workspace fetched."""
    rows = Passage.objects.select_related("publication__workspace")
    return rows.in_bulk(list(keys))


def searched(round_slug: str) -> tuple[int, int]:
    """How many passages search looks in for a round, and of how many plans."""
    plans = SplitPublication.objects.filter(is_searched=True, publication__workspace__round_slug=round_slug)
    found = Passage.objects.filter(publication__split__in=plans)
    return found.count(), plans.count()


def in_doubt() -> tuple[set[int], set[int], set[int]]:
    """Publications not split yet, those search should find and does not, and those it finds and should not."""
    rows = Publication.objects.order_by("workspace_id", "-version").values_list("pk", "workspace_id", "withdrawn_at")
    split = dict(SplitPublication.objects.values_list("pk", "is_searched"))
    unsplit, missing, stale = set(), set(), set()
    before = None
    for pk, workspace_id, withdrawn_at in rows:
        is_current = workspace_id != before and withdrawn_at is None
        before = workspace_id
        if pk not in split:
            unsplit.add(pk)
        if is_current and not split.get(pk):
            missing.add(pk)
        if split.get(pk) and not is_current:
            stale.add(pk)
    return unsplit, missing, stale


def _latest(round_slug: str) -> dict[int, Publication]:
    """The newest publication of each workspace, where it was not withdrawn."""
    rows = Publication.objects.filter(workspace__round_slug=round_slug).order_by("version")
    newest = {row.workspace_id: row for row in rows.defer("plan", "decision", "trail")}
    return {pk: row for pk, row in newest.items() if row.withdrawn_at is None}


def _sent(round_slug: str) -> dict[int, Return]:
    rows = returns.sent_in(round_slug).defer("pack")
    return {row.workspace_id: row for row in rows}


def _row(
    authority: Authority,
    workspace: Workspace | None,
    latest: dict[int, Publication],
    sent: dict[int, Return],
    later: dict[int, date],
) -> RegisterRow:
    published = latest.get(workspace.pk) if workspace else None
    returned = sent.get(workspace.pk) if workspace else None
    later_on = later.get(workspace.pk) if workspace else None
    known = Known.PUBLISHED if published else Known.LATER if later_on else Known.NOTHING
    return RegisterRow(
        gss=authority.gss,
        name=authority.name,
        kind=authority.kind,
        region=authority.region,
        known=Known.RETURNED if returned else known,
        slug=workspace.slug if workspace and published else "",
        sent_at=returned.went_at if returned else None,
        receipt_number=returned.receipt_number if returned else "",
        is_fictional=authority.fictional,
        later_on=later_on,
    )


def _invented(workspace: Workspace) -> Authority:
    return Authority(
        gss=workspace.gss,
        register_code="",
        name=workspace.authority_name,
        official_name=workspace.official_name,
        kind="",
        region="",
        fictional=True,
    )
