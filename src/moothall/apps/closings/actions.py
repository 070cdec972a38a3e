"""Keeping a year's review, closing a round and opening it again, and handing over to a successor council."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from moothall.apps.audit import actions as audit
from moothall.apps.closings import queries
from moothall.apps.closings.models import Adoption, Closing, Review, Succession
from moothall.apps.people import queries as people
from moothall.apps.people.permissions import permit
from moothall.apps.workspaces.models import Workspace
from moothall.domain import reviews as domain
from moothall.domain.closings import Outcome, check_adoption, check_reason, check_succession
from moothall.domain.fingerprints import fingerprint, plain
from moothall.domain.refusals import Refusal
from moothall.domain.reviews import Said, check_replaces, check_review
from moothall.domain.roles import Deed, may


@transaction.atomic
def keep_review(
    *, workspace: Workspace, review: domain.Review, said: Mapping[str, Said], why: str = "", by: Any, at: datetime
) -> Review:
    """Keep a year's review as it stands. It is never changed; another of the same time stands beside it.

    ``review`` holds what was promised and told, ``said`` what became of each commitment and measure. Raises a Refusal
    if one of them is passed over, if the time is not over, or for a second review of a time that does not say ``why``.
    """
    permit(by, Deed.KEEP_REVIEW, workspace.pk)
    titles = {one.key: one.title for one in review.items}
    check_review(since=review.since, until=review.until, today=timezone.localdate(at), titles=titles, said=said)
    check_replaces(is_there=Review.objects.filter(workspace=workspace, until=review.until).exists(), why=why)
    mark = fingerprint(review)
    row = Review.objects.create(
        workspace=workspace, since=review.since, until=review.until, content=plain(review), fingerprint=mark, why=why,
        kept_at=at, kept_by_name=_name(by),
    )  # fmt: skip
    audit.record(
        "review.kept", about=row, by=by, at=at, since=review.since, until=review.until, fingerprint=mark, why=why
    )
    return row


@transaction.atomic
def close_round(*, workspace: Workspace, why: str, by: Any, at: datetime) -> Closing:
    """Close the round for this council: everything stays readable and can be taken, and nothing more is written.

    Raises a Refusal without a reason; where it is closed before, the first closing says so.
    """
    permit(by, Deed.CLOSE_ROUND, workspace.pk)
    check_reason(why)
    row = Closing.objects.create(workspace=workspace, why=why, closed_at=at, closed_by_name=_name(by))
    audit.record("round.closed", about=row, by=by, at=at, reason=why)
    return row


@transaction.atomic
def reopen_round(*, workspace: Workspace, why: str, by: Any, at: datetime) -> Closing:
    """Open a closed round again. That it was closed stays in the record.

    Raises a Refusal without a reason, or if it is not closed.
    """
    permit(by, Deed.REOPEN_ROUND, workspace.pk)
    check_reason(why)
    row = Closing.objects.filter(workspace=workspace, reopened_at=None).first()
    if row is None:
        raise Refusal("This round is not closed.", next_step="Nothing needs to be opened.")
    row.reopened_at, row.reopened_by_name, row.reopened_because = at, _name(by), why
    row.save(update_fields=["reopened_at", "reopened_by_name", "reopened_because"])
    audit.record("round.reopened", about=row, by=by, at=at, reason=why)
    return row


@transaction.atomic
def hand_to_successor(
    *,
    workspace: Workspace,
    successor_gss: str,
    successor_name: str,
    vesting_on: date,
    order: str,
    custody: str,
    why: str = "",
    by: Any,
    at: datetime,
) -> Succession:
    """Record who continues this council's work from which day, under which order, and who holds its records.

    Nothing that was published or sent changes its name. Raises a Refusal if one of these is not given, or for a
    correction that does not say ``why``.
    """
    permit(by, Deed.HAND_TO_SUCCESSOR, workspace.pk)
    check_succession(gss=successor_gss, own_gss=workspace.gss, name=successor_name, order=order, custody=custody)
    before = queries.succession(workspace.pk)
    if before is not None:
        check_reason(why)
    row = Succession.objects.create(
        workspace=workspace, successor_gss=successor_gss, successor_name=successor_name, vesting_on=vesting_on,
        order=order, custody=custody, why=why, recorded_at=at, recorded_by_name=_name(by),
    )  # fmt: skip
    audit.record(
        "succession.recorded", about=row, by=by, at=at, successor=successor_name, gss=successor_gss,
        vesting_on=vesting_on, order=order, custody=custody, reason=why,
        before=before.successor_name if before else "",
    )  # fmt: skip
    return row


@transaction.atomic
def adopt_item(
    *,
    succession: Succession,
    item: str,
    outcome: Outcome,
    body: str,
    decided_on: date,
    minute: str,
    into: str = "",
    by: Any,
    at: datetime,
) -> Adoption:
    """Record what the successor resolved of one open commitment or measure: adopted, merged or ended, with its minute.

    Whoever may do it at the predecessor or in a workspace of the successor may. Raises a Refusal without a minute, if
    the meeting is still to come, or if it is not said what it is merged into.
    """
    _permit_either(by, succession)
    check_adoption(outcome=outcome, minute=minute, into=into, decided_on=decided_on, today=timezone.localdate(at))
    before = queries.adoptions(succession.workspace_id).get(item)
    row = Adoption.objects.create(
        workspace=succession.workspace, succession=succession, item=item, outcome=outcome.value, into=into, body=body,
        decided_on=decided_on, minute=minute, recorded_at=at, recorded_by_name=_name(by),
    )  # fmt: skip
    audit.record(
        "item.taken_over", about=row, by=by, at=at, item=item, outcome=outcome, into=into, body=body,
        decided_on=decided_on, minute=minute, before=before.outcome if before else "",
    )  # fmt: skip
    return row


def _permit_either(by: Any, succession: Succession) -> None:
    """Permit somebody of the successor, where it works here, as one of the predecessor."""
    there = Workspace.objects.filter(gss=succession.successor_gss)
    if by is not None and any(may(Deed.ADOPT_ITEM, people.roles(by, workspace_id=one.pk)) for one in there):
        return
    permit(by, Deed.ADOPT_ITEM, succession.workspace_id)


def _name(by: Any) -> str:
    return getattr(by, "name", "Moothall")
