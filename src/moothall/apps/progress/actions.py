"""Recording progress, once, in the council's own words; and letting out to the public what was recorded."""

from collections.abc import Collection
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from moothall.apps.audit import actions as audit
from moothall.apps.files import actions as files
from moothall.apps.files import queries as file_queries
from moothall.apps.people import queries as people
from moothall.apps.people.models import Person
from moothall.apps.people.permissions import permit
from moothall.apps.plans import queries as plans
from moothall.apps.progress import queries
from moothall.apps.progress.models import (
    Break,
    Following,
    MilestoneUpdate,
    Pointer,
    Reading,
    Release,
    Table,
)
from moothall.apps.workspaces.models import Workspace
from moothall.documents.exchange import progress_table
from moothall.documents.exchange.progress_table import Brought
from moothall.documents.reading import gate
from moothall.domain.following import DAYS_TO_REPORT, check_days
from moothall.domain.plans import Plan
from moothall.domain.progress import (
    BreakKind,
    MilestoneState,
    check_break,
    check_known,
    check_pointer,
    check_reading,
    check_update,
    check_why,
)
from moothall.domain.refusals import Refusal
from moothall.domain.reporting import Frequency
from moothall.domain.roles import Deed


@transaction.atomic
def record_reading(
    *,
    workspace: Workspace,
    measure: str,
    period: str,
    period_ends_on: date,
    value: Decimal,
    note: str = "",
    source: str = "",
    why: str = "",
    by: Any,
    at: datetime,
) -> Reading:
    """Record one value of a measure. A later reading for the same period corrects the earlier one, which stays.

    Raises a Refusal if no kept version of the plan has the measure, if the period has not ended yet, or for a
    correction that does not say ``why``.
    """
    permit(by, Deed.RECORD_READING, workspace.pk)
    check_known(measure, plans.measure_keys(workspace), what="measure")
    check_reading(period_ends_on=period_ends_on, today=timezone.localdate(at))
    before = Reading.objects.filter(workspace=workspace, measure=measure, period_ends_on=period_ends_on).last()
    check_why(why, is_correction=before is not None)
    row = Reading.objects.create(
        workspace=workspace, measure=measure, period=period, period_ends_on=period_ends_on, value=value, note=note,
        source=source, why=why, recorded_at=at, recorded_by_name=_name(by),
    )  # fmt: skip
    audit.record(
        "reading.recorded", about=row, by=by, at=at, measure=measure, period=period, value=str(value), note=note,
        why=why, before=str(before.value.normalize()) if before else "",
    )  # fmt: skip
    return row


@transaction.atomic
def update_milestone(
    *,
    workspace: Workspace,
    milestone: str,
    state: MilestoneState,
    words: str,
    done_on: date | None = None,
    expected_on: date | None = None,
    next_step: str = "",
    by: Any,
    at: datetime,
) -> MilestoneUpdate:
    """Say where a milestone stands, and where its day was moved, to which. An earlier word stays in the record.

    Raises a Refusal without words, if the state and its days do not go together, if it was done on a day still to
    come, or if no kept version of the plan has the milestone.
    """
    permit(by, Deed.UPDATE_MILESTONE, workspace.pk)
    check_known(milestone, plans.milestone_keys(workspace), what="milestone")
    check_update(state, words=words, done_on=done_on, today=timezone.localdate(at), expected_on=expected_on)
    row = MilestoneUpdate.objects.create(
        workspace=workspace, milestone=milestone, state=state.value, words=words, done_on=done_on,
        expected_on=expected_on, next_step=next_step, recorded_at=at, recorded_by_name=_name(by),
    )  # fmt: skip
    audit.record(
        "milestone.updated", about=row, by=by, at=at, milestone=milestone, state=state, words=words,
        expected_on=expected_on, next_step=next_step,
    )  # fmt: skip
    return row


@transaction.atomic
def point_to_item(
    *,
    workspace: Workspace,
    item: str,
    meeting: str,
    meeting_on: date,
    says: str,
    period: str = "",
    period_ends_on: date | None = None,
    paragraph: str = "",
    address: str = "",
    why: str = "",
    by: Any,
    at: datetime,
) -> Pointer:
    """Point at the item of a committee that tells already how a measure or milestone is going, in place of a reading.

    Raises a Refusal if no kept version of the plan has the item, if nothing is said of what it says, if its address is
    none, if the meeting or the period is still to come, or if it corrects another for the same without saying ``why``.
    """
    permit(by, Deed.RECORD_READING, workspace.pk)
    measures, today = plans.measure_keys(workspace), timezone.localdate(at)
    check_known(item, measures | plans.milestone_keys(workspace), what="measure or milestone")
    check_pointer(says=says, address=address, meeting_on=meeting_on, today=today)
    if item in measures and period_ends_on is None:
        raise Refusal("The period the item tells of has no end.", next_step="Give the day on which it ended.")
    if period_ends_on is not None:
        check_reading(period_ends_on=period_ends_on, today=today)
    same = Pointer.objects.filter(workspace=workspace, item=item, period_ends_on=period_ends_on)
    check_why(why, is_correction=period_ends_on is not None and same.exists())
    row = Pointer.objects.create(
        workspace=workspace, item=item, period=period, period_ends_on=period_ends_on, meeting=meeting,
        meeting_on=meeting_on, paragraph=paragraph, address=address, says=says, why=why, recorded_at=at,
        recorded_by_name=_name(by),
    )  # fmt: skip
    audit.record(
        "progress.pointed", about=row, by=by, at=at, item=item, period=period, meeting=meeting, meeting_on=meeting_on,
        paragraph=paragraph, address=address, says=says, why=why,
    )  # fmt: skip
    return row


@transaction.atomic
def record_break(
    *, workspace: Workspace, measure: str, from_on: date, kind: BreakKind, words: str, by: Any, at: datetime
) -> Break:
    """Say that from the period ending on a day a measure cannot be compared with what was told before, and why.

    Raises a Refusal without words, if no kept version of the plan has the measure, or if a break stands there already.
    """
    permit(by, Deed.RECORD_READING, workspace.pk)
    check_known(measure, plans.measure_keys(workspace), what="measure")
    check_break(words)
    if Break.objects.filter(workspace=workspace, measure=measure, from_on=from_on, ended_at=None).exists():
        raise Refusal("A break stands at this period.", next_step="Take that one back, and record it anew.")
    row = Break.objects.create(
        workspace=workspace, measure=measure, from_on=from_on, kind=kind.value, words=words, recorded_at=at,
        recorded_by_name=_name(by),
    )  # fmt: skip
    audit.record("break.recorded", about=row, by=by, at=at, measure=measure, from_on=from_on, kind=kind, words=words)
    return row


@transaction.atomic
def take_break_back(*, row: Break, why: str, by: Any, at: datetime) -> Break:
    """Say that the figures can be compared across a break after all. It stays in the record.

    Raises a Refusal without a reason, or if it was taken back before.
    """
    permit(by, Deed.RECORD_READING, row.workspace_id)
    if not why.strip():
        raise Refusal("No reason is given.", next_step="Say why the figures can be compared after all.")
    if row.ended_at is not None:
        raise Refusal("This break was taken back before.", next_step="Record it anew where it stands after all.")
    row.ended_at, row.ended_by_name, row.ended_because = at, _name(by), why
    row.save(update_fields=["ended_at", "ended_by_name", "ended_because"])
    audit.record("break.taken_back", about=row, by=by, at=at, measure=row.measure, from_on=row.from_on, reason=why)
    return row


@transaction.atomic
def arrange(
    *,
    workspace: Workspace,
    item: str,
    frequency: Frequency | None = None,
    days: int = DAYS_TO_REPORT,
    person: Person | None = None,
    post: str = "",
    by: Any,
    at: datetime,
) -> Following:
    """Say who follows a measure or milestone, by person or by a post that is empty, and how often it is measured.

    Raises a Refusal if no kept version of the plan has it, for a number of days that serves nobody, or for a person
    without a role here, who could not say a word.
    """
    permit(by, Deed.ARRANGE_FOLLOWING, workspace.pk)
    check_known(item, plans.measure_keys(workspace) | plans.milestone_keys(workspace), what="measure or milestone")
    check_days(days)
    if person is not None and not people.roles(person, workspace_id=workspace.pk):
        raise Refusal(f"{person.name} has no role here.", next_step="Bring them in on the page of people first.")
    row = Following.objects.create(
        workspace=workspace, item=item, frequency=frequency.value if frequency else "", days=days, person=person,
        post=post or (person.post if person else ""), recorded_at=at, recorded_by_name=_name(by),
    )  # fmt: skip
    audit.record(
        "progress.arranged", about=row, by=by, at=at, item=item, frequency=row.frequency, days=days,
        person=person.name if person else "", post=row.post,
    )  # fmt: skip
    return row


@transaction.atomic
def bring_table(*, workspace: Workspace, data: bytes, name: str, by: Any, at: datetime) -> Table:
    """Keep a filled table of readings and updates. Nothing of it is recorded until somebody takes it.

    Raises Unreadable if it is no workbook or CSV of a size that is read.
    """
    permit(by, Deed.RECORD_READING, workspace.pk)
    kind = gate.examine(data, name, progress_table.LIMITS).media
    kept = files.keep(data, media_type=kind.mime, at=at)
    row = Table.objects.create(
        workspace=workspace, name=name[:150], file=kept, brought_at=at, brought_by_name=_name(by)
    )
    audit.record("progress.table_brought", about=row, by=by, at=at, name=row.name, sha256=kept.sha256)
    return row


@transaction.atomic
def take_table(*, table: Table, plan: Plan, leaving_faults: bool = False, by: Any, at: datetime) -> Table:
    """Record every reading and update of a table at once. Rows with a fault are left only where ``leaving_faults``.

    The rows are read anew, against what is recorded by now. Raises a Refusal if it was taken before, holds nothing to
    take, or holds faults that nobody agreed to leave; Unreadable if it is no table.
    """
    permit(by, Deed.RECORD_READING, table.workspace_id)
    if table.taken_at is not None:
        raise Refusal("This table was taken already.", next_step="Bring in another for what is new.")
    found = read_table(table, plan=plan, today=timezone.localdate(at))
    if found.faults and not leaving_faults:
        raise Refusal(
            "Some cells are wrong, and nothing was taken.",
            next_step="Correct them and bring the table in again, or say that the rows without faults are to be taken.",
        )
    if not found.count:
        raise Refusal("Nothing in this table is new.", next_step="Fill in a value, and bring it in again.")
    _keep_rows(table.workspace, found, by, at)
    table.taken_at, table.taken_by_name = at, _name(by)
    table.taken = {
        "readings": len(found.readings),
        "updates": len(found.updates),
        "left": [str(one) for one in found.faults],
    }
    table.save(update_fields=["taken_at", "taken_by_name", "taken"])
    audit.record(
        "progress.table_taken", about=table, by=by, at=at, name=table.name, sha256=table.file.sha256,
        readings=[[one.measure, one.period, str(one.value), one.why] for one in found.readings],
        updates=[[one.milestone, one.state, one.words] for one in found.updates],
        left=table.taken["left"],
    )  # fmt: skip
    return table


def read_table(table: Table, *, plan: Plan, today: date) -> Brought:
    """What a table that was brought in holds now. Raises Unreadable, or a Refusal if the kept file is damaged."""
    told = {
        (key, one.period_ends_on): one for key, some in queries.readings(table.workspace_id).items() for one in some
    }
    return progress_table.load(file_queries.content(table.file), table.name, plan=plan, told=told, today=today)


def _keep_rows(workspace: Workspace, found: Brought, by: Any, at: datetime) -> None:
    Reading.objects.bulk_create(
        Reading(
            workspace=workspace, measure=one.measure, period=one.period, period_ends_on=one.period_ends_on,
            value=one.value, note=one.note, source=one.source, why=one.why, recorded_at=at, recorded_by_name=_name(by),
        )
        for one in found.readings
    )  # fmt: skip
    MilestoneUpdate.objects.bulk_create(
        MilestoneUpdate(
            workspace=workspace, milestone=one.milestone, state=one.state.value, words=one.words, done_on=one.done_on,
            expected_on=one.expected_on, recorded_at=at, recorded_by_name=_name(by),
        )
        for one in found.updates
    )  # fmt: skip


@transaction.atomic
def release(
    *,
    workspace: Workspace,
    words: str = "",
    next_step: str = "",
    items: Collection[str] | None = None,
    by: Any,
    at: datetime,
) -> Release:
    """Let out to the public page what was recorded and not let out yet: all of it, or that of some ``items`` by key.

    Raises a Refusal where nothing waits and no word is given.
    """
    permit(by, Deed.RELEASE_PROGRESS, workspace.pk)
    waiting = queries.not_released(workspace.pk)
    chosen = [row for row in waiting if items is None or queries.item_of(row) in items]
    if not chosen and not words.strip():
        raise Refusal(
            "Nothing new is recorded, and no word is given.", next_step="Record a reading or an update first."
        )
    row = Release.objects.create(
        workspace=workspace, words=words, next_step=next_step, released_at=at, released_by_name=_name(by)
    )
    for kind in (Reading, MilestoneUpdate, Pointer, Break):
        keys = [one.pk for one in chosen if isinstance(one, kind)]
        if keys:
            kind.objects.filter(pk__in=keys).update(release=row)
    audit.record(
        "progress.released", about=row, by=by, at=at, words=words, next_step=next_step, rows=len(chosen),
        items=sorted({queries.item_of(one) for one in chosen}),
    )  # fmt: skip
    return row


def _name(by: Any) -> str:
    return getattr(by, "name", "Moothall")
