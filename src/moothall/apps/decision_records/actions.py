"""Entering a field of a decision's record, bringing a record in, and judging what members meant."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from moothall.apps.audit import actions as audit
from moothall.apps.decision_records import queries
from moothall.apps.decision_records.models import Entry, Judgement
from moothall.apps.people.permissions import permit
from moothall.apps.routes import queries as routes
from moothall.apps.routes.models import Decision
from moothall.apps.workspaces.models import Workspace
from moothall.domain.decision_records import DecisionRecord, Value, check_entry, in_plain_words
from moothall.domain.fingerprints import plain
from moothall.domain.refusals import Refusal
from moothall.domain.requirement_reports import Asks, check_judgement
from moothall.domain.roles import Deed
from moothall.domain.rounds import Round


@transaction.atomic
def enter(*, decision: Decision, name: str, value: Value, source: str, by: Any, at: datetime) -> Entry | None:
    """Say in one field of a decision's record what it says, and where that is from. What stood there stays on record.

    ``value`` None takes back what was entered. Raises a Refusal for a field that is not entered, without a source, and
    where nothing was entered that could be taken back.
    """
    workspace = decision.step.route.workspace
    permit(by, Deed.KEEP_DECISION_RECORD, workspace.pk)
    field = check_entry(name, value, source)
    before = queries.entries(decision).get(name)
    if value is None and before is None:
        raise Refusal("Nothing is entered in this field.", next_step="There is nothing to take back.")
    row = _put(decision, name, value, source, before=before, by=by, at=at)
    audit.record(
        "decision_record.entered", about=decision, by=by, at=at, workspace=workspace, body=decision.step.body,
        field=field.label, before=before.value if before else None, after=plain(value), source=source.strip(),
    )  # fmt: skip
    return row


@transaction.atomic
def bring_in(
    *, decision: Decision, record: DecisionRecord, file_name: str, known: Sequence[queries.Said] = (), by: Any,
    at: datetime,
) -> tuple[str, ...]:  # fmt: skip
    """Enter what a record that was brought in says otherwise, field by field, and give the names of these fields.

    ``known`` is what else is on record, as for `queries.record`: what says the same is not entered again.

    Raises a Refusal where it is of another decision, and where it says nothing that is not on record already.
    """
    workspace = decision.step.route.workspace
    permit(by, Deed.KEEP_DECISION_RECORD, workspace.pk)
    stands = queries.record(decision, at=at, known=known)
    for name, about in (("decision_maker", "decided by"), ("decided_on", "of")):
        wanted = record.value(name)
        if wanted is not None and wanted != stands.value(name):
            raise Refusal(
                f"The file is of another decision: it is one {about} {in_plain_words(wanted)}.",
                next_step="Choose the file of this decision, or put the record of the meeting right.",
            )
    entered = queries.entries(decision)
    changed = {
        name: (value, source)
        for name, value, source in queries.enterable(record)
        if value != stands.value(name)
    }  # fmt: skip
    if not changed:
        raise Refusal("The file says nothing that is not on record already.", next_step="There is nothing to bring in.")
    for name, (value, source) in changed.items():
        kept = f"{file_name}{f', which gives: {source}' if source else ''}"[:300]
        _put(decision, name, value, kept, before=entered.get(name), by=by, at=at)
    audit.record(
        "decision_record.brought_in", about=decision, by=by, at=at, workspace=workspace, body=decision.step.body,
        file=file_name, before={name: plain(stands.value(name)) for name in changed},
        after={name: plain(value) for name, (value, _) in changed.items()},
    )  # fmt: skip
    return tuple(changed)


@transaction.atomic
def judge(
    *, workspace: Workspace, round_: Round, requirement: str, asks: Asks, decision: Decision, limb: int, reason: str,
    by: Any, at: datetime,
) -> Judgement:  # fmt: skip
    """Judge that a limb, counted from 0, was meant as what the round asks for, with the reason, in one's own name.

    The answer stays "not evident" and the judgement stands beside it. Raises a Refusal where it is evident, nothing is
    decided, there is no reason or no such limb, or a judgement stands already.
    """
    permit(by, Deed.JUDGE_REQUIREMENT, workspace.pk)
    found = queries.requirements(workspace, round_)
    check_judgement(found, requirement=requirement, what=asks, reason=reason)
    if decision.step.route.workspace_id != workspace.pk or not 0 <= limb < len(routes.limbs(decision)):
        raise Refusal("The decision has no such limb.", next_step="Choose one of its limbs.")
    if Judgement.objects.filter(workspace=workspace, requirement=requirement, asks=asks.value, ended_at=None).exists():
        raise Refusal("A judgement on this stands already.", next_step="Take it back first.")
    row = Judgement.objects.create(
        workspace=workspace, requirement=requirement, asks=asks.value, decision=decision, limb=limb,
        reason=reason.strip(), by_name=getattr(by, "name", "Moothall"), by_post=getattr(by, "post", ""), judged_at=at,
    )  # fmt: skip
    audit.record(
        "requirement.judged", about=row, by=by, at=at, workspace=workspace, requirement=requirement, asks=asks.value,
        body=decision.step.body, limb=limb, reason=row.reason,
    )  # fmt: skip
    return row


@transaction.atomic
def take_back_judgement(*, judgement: Judgement, reason: str, by: Any, at: datetime) -> Judgement:
    """Take a judgement back, with the reason. It stays on record and is not shown as standing any more.

    Raises a Refusal without a reason, or where it was taken back before.
    """
    permit(by, Deed.JUDGE_REQUIREMENT, judgement.workspace_id)
    if not reason.strip():
        raise Refusal("There is no reason.", next_step="Say why the judgement does not stand.")
    if judgement.ended_at is not None:
        raise Refusal("This judgement does not stand any more.", next_step="Look at the requirements again.")
    judgement.ended_at, judgement.ended_reason = at, reason.strip()
    judgement.ended_by_name = getattr(by, "name", "Moothall")
    judgement.save(update_fields=["ended_at", "ended_reason", "ended_by_name"])
    audit.record(
        "requirement.judgement_taken_back", about=judgement, by=by, at=at, workspace=judgement.workspace,
        asks=judgement.asks, requirement=judgement.requirement, reason=judgement.ended_reason,
    )  # fmt: skip
    return judgement


def _put(
    decision: Decision, name: str, value: Value, source: str, *, before: Entry | None, by: Any, at: datetime
) -> Entry | None:
    who = getattr(by, "name", "Moothall")
    if before is not None:
        before.ended_at, before.ended_by_name = at, who
        before.save(update_fields=["ended_at", "ended_by_name"])
    if value is None:
        return None
    return Entry.objects.create(
        decision=decision, name=name, value=plain(value), source=source.strip(), by_name=who, entered_at=at
    )
