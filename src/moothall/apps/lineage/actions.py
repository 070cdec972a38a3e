"""Saying under what authority the text was changed, confirming it, taking it back, and that members were told."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from moothall.apps.audit import actions as audit
from moothall.apps.lineage import queries
from moothall.apps.lineage.models import Account, ReportedBack, ResolvedText
from moothall.apps.people.permissions import permit
from moothall.apps.plans.models import Version
from moothall.apps.routes.models import Decision
from moothall.apps.workspaces.models import Workspace
from moothall.domain.lineage import CorrectionKind, Ground, Text
from moothall.domain.lineage_checks import check_account
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed


@transaction.atomic
def name_resolved_text(*, decision: Decision, version: Version, by: Any, at: datetime) -> ResolvedText:
    """Say which version is the text as the meeting left it, where it amended what it had before it.

    Raises a Refusal for a version of another workspace, one kept before the body had its own text, and for the one
    that stands.
    """
    workspace_id = decision.step.route.workspace_id
    permit(by, Deed.RECORD_DECISION, workspace_id)
    if version.workspace_id != workspace_id:
        raise Refusal("This version is of another plan.", next_step="Choose one of this plan.")
    considered = decision.plan_version
    if considered is None or version.number < considered.number:
        raise Refusal(
            f"{decision.step.body} had no earlier text before it that could have become this one.",
            next_step="Choose a version kept after the one the meeting had.",
        )
    before = queries.resolved_version(decision)
    if before == version:
        raise Refusal("This version stands as the resolved text already.", next_step="There is nothing to change.")
    row = ResolvedText.objects.create(
        decision=decision, version=version, said_by_name=getattr(by, "name", "Moothall"), said_at=at
    )
    audit.record(
        "text.resolved_named", about=row, by=by, at=at, workspace=version.workspace, body=decision.step.body,
        before=before.number if before else None, after=version.number, fingerprint=version.fingerprint,
    )  # fmt: skip
    return row


@transaction.atomic
def account_for(
    *,
    workspace: Workspace,
    later: Sequence[Text],
    marks: Sequence[str],
    ground: Ground,
    made_by: str,
    made_on: date,
    decision: Decision | None = None,
    limb: int | None = None,
    minute: str = "",
    within: str = "",
    correction: CorrectionKind | None = None,
    words: str = "",
    by: Any,
    at: datetime,
) -> Account:
    """Say what one or more differences between the texts rest on. ``limb`` is its place in the decision, from 0.

    ``later`` are the texts that were published and sent.

    Raises a Refusal where a difference is no longer there or has its authority, where the words do not say what such
    an authority must say, and for a day to come. It counts once somebody else confirms it.
    """
    permit(by, Deed.ACCOUNT_FOR_CHANGE, workspace.pk)
    Workspace.objects.select_for_update().get(pk=workspace.pk)
    if not marks:
        raise Refusal("No difference is chosen.", next_step="Tick those that this authority is for.")
    line = queries.line(workspace, later)
    found = [line.flagged(mark) for mark in dict.fromkeys(marks)]
    if not all(found):
        raise Refusal(
            "One of these differences has its authority by now, or is no longer there.",
            next_step="Look at the page again.",
        )
    rests_on = None if ground is Ground.CORRECTION else decision
    limbs = dict(queries.limb_lines(rests_on))
    if ground is not Ground.CORRECTION and rests_on is None:
        raise Refusal("It does not say which decision.", next_step="Choose the decision it rests on.")
    check_account(
        ground, limb=limbs.get(limb, "") if limb is not None else "", minute=minute, within=within, made_by=made_by,
        words=words, correction=correction,
    )  # fmt: skip
    _check_day(made_on, rests_on, ground, today=timezone.localdate(at))
    row = Account.objects.create(
        workspace=workspace,
        ground=ground.value,
        marks=list(dict.fromkeys(marks)),
        decision=rests_on,
        limb=limb if rests_on else None,
        minute=minute.strip(),
        made_by=made_by.strip(),
        made_on=made_on,
        within=within.strip() if ground is Ground.DELEGATION else "",
        correction=correction.value if correction and ground is Ground.CORRECTION else "",
        words=words.strip(),
        said_by_id=getattr(by, "pk", 0) or 0,
        said_by_name=getattr(by, "name", "Moothall"),
        said_at=at,
    )
    audit.record(
        "change.accounted", about=row, by=by, at=at, ground=ground, places=[one.place for one in found if one],
        changes=[{"before": one.before, "after": one.after} for one in found if one], made_by=row.made_by,
        made_on=made_on, limb=limbs.get(limb, "") if limb is not None else "", minute=row.minute, within=row.within,
        correction=row.correction, words=row.words,
    )  # fmt: skip
    return row


def _check_day(made_on: date, decision: Decision | None, ground: Ground, *, today: date) -> None:
    if made_on > today:
        raise Refusal("The day of the change is still to come.", next_step="Give the day on which it was made.")
    if decision is None:
        return
    on = f"{decision.decided_on.day} {decision.decided_on:%B %Y}"
    if ground is Ground.MEETING and made_on != decision.decided_on:
        raise Refusal(f"{decision.step.body} decided on {on}.", next_step="A meeting amends on the day it decides.")
    if made_on < decision.decided_on:
        raise Refusal(f"The delegation was given on {on}.", next_step="Give a day from then on, or another ground.")


@transaction.atomic
def confirm_account(*, account: Account, words: str = "", by: Any, at: datetime) -> Account:
    """Confirm that the authority given for a change is one. ``words`` may say why, as to a doubt about a delegation.

    Raises a Refusal to whoever gave it, and where it is confirmed or taken back already.
    """
    permit(by, Deed.CONFIRM_ACCOUNT, account.workspace_id)
    _check_stands(account)
    if account.confirmed_at is not None:
        raise Refusal("It is confirmed already.", next_step="Nothing more is needed.")
    if account.said_by_id == (getattr(by, "pk", 0) or 0) and by is not None:
        raise Refusal(
            "You said this yourself, and somebody else confirms it.",
            next_step="Ask another of democratic services, or the monitoring officer.",
        )
    account.confirmed_by_name, account.confirmed_words = getattr(by, "name", "Moothall"), words.strip()
    account.confirmed_at = at
    account.save(update_fields=["confirmed_by_name", "confirmed_words", "confirmed_at"])
    audit.record(
        "change.confirmed", about=account, by=by, at=at, said_by=account.said_by_name, made_by=account.made_by,
        words=account.confirmed_words,
    )  # fmt: skip
    return account


@transaction.atomic
def take_back_account(*, account: Account, reason: str, by: Any, at: datetime) -> Account:
    """Take an authority back, with the reason: the differences it was given for have none again.

    Raises a Refusal without a reason, where it was taken back before, and for one that is confirmed to whoever may
    not confirm.
    """
    permit(by, Deed.ACCOUNT_FOR_CHANGE, account.workspace_id)
    _check_stands(account)
    if account.confirmed_at is not None:
        permit(by, Deed.CONFIRM_ACCOUNT, account.workspace_id)
    if not reason.strip():
        raise Refusal("There is no reason.", next_step="Say why this authority does not hold.")
    account.taken_back_by_name, account.taken_back_reason = getattr(by, "name", "Moothall"), reason.strip()
    account.taken_back_at = at
    account.save(update_fields=["taken_back_by_name", "taken_back_reason", "taken_back_at"])
    audit.record(
        "change.account_taken_back", about=account, by=by, at=at, made_by=account.made_by,
        was_confirmed=account.confirmed_at is not None, reason=account.taken_back_reason,
    )  # fmt: skip
    return account


@transaction.atomic
def report_back(*, account: Account, to: str, on: date, words: str = "", by: Any, at: datetime) -> ReportedBack:
    """Record that members were told of a change made under a delegation: whom, on which day, and how.

    Raises a Refusal for another kind of change, without naming anybody, and for a day to come or before the change.
    """
    permit(by, Deed.ACCOUNT_FOR_CHANGE, account.workspace_id)
    _check_stands(account)
    if account.ground != Ground.DELEGATION.value:
        raise Refusal("Members made or need no report of this change.", next_step="Report what a delegate changed.")
    if not to.strip():
        raise Refusal("Nobody is named who was told.", next_step="Name the members or the body.")
    if not account.made_on <= on <= timezone.localdate(at):
        raise Refusal(
            "The day is not between the change and today.", next_step="Give the day on which members were told."
        )
    row = ReportedBack.objects.create(
        account=account, to=to.strip(), on=on, words=words.strip(), said_by_name=getattr(by, "name", "Moothall"),
        said_at=at,
    )  # fmt: skip
    audit.record(
        "change.reported_back", about=row, by=by, at=at, workspace=account.workspace, to=row.to, on=on,
        made_by=account.made_by, words=row.words,
    )  # fmt: skip
    return row


def _check_stands(account: Account) -> None:
    account.refresh_from_db()
    if account.taken_back_at is not None:
        raise Refusal("This authority was taken back.", next_step="Give another for the change.")
