"""Having a document read as a plan, saying of each statement whether it is right, and putting them into the bank."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction

from moothall.apps.audit import actions as audit
from moothall.apps.intake import queries as intake
from moothall.apps.intake.models import Upload
from moothall.apps.people.permissions import permit
from moothall.apps.plans import actions as plans
from moothall.apps.plans import queries as plan_queries
from moothall.apps.plans.models import Draft
from moothall.apps.statements import later, queries
from moothall.apps.statements.models import NotSaid, Origin, PlanReading, StatementRead
from moothall.apps.statements.readings import ReadAsPlan
from moothall.domain.fingerprints import plain
from moothall.domain.plan_additions import Addition, How
from moothall.domain.plans import Answer, Barrier, Commitment, Measure, Milestone
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.domain.rounds import Round
from moothall.domain.statements import Statement
from moothall.domain.whose import check_ours

_ACCEPTED, _CORRECTED, _MOVED, _REJECTED = StatementRead.Verdict.values


class StatementMoved(Refusal):
    """Someone else said something of the same statement first. ``theirs`` is how it stands now."""

    def __init__(self, theirs: StatementRead) -> None:
        super().__init__(
            f"{theirs.said_by_name} answered for this statement while you were writing.",
            next_step="Both texts are below. Choose what to keep, then save again.",
        )
        self.theirs = theirs


@transaction.atomic
def read_plan(*, upload: Upload, by: Any, at: datetime) -> PlanReading:
    """Have a document read for what it says as a plan, for the first time or anew. What people said of it stays.

    Raises a Refusal for a document in which nothing was read, and for one that is being read.
    """
    permit(by, Deed.UPLOAD_DOCUMENT, upload.workspace_id)
    if upload.record is None:
        raise Refusal(f"Nothing was read in {upload.name} yet.", next_step="Come back when it was read.")
    row = PlanReading.objects.select_for_update().filter(upload=upload).first()
    if row is not None and row.state == PlanReading.State.WAITING:
        raise Refusal(f"{upload.name} is being read already.", next_step="Wait until it was read.")
    row = row or PlanReading(upload=upload, workspace_id=upload.workspace_id)
    row.state, row.asked_at, row.pages_done, row.pages_in_all = PlanReading.State.WAITING, at, 0, None
    row.save()
    audit.record("plan_content.asked", about=row, by=by, at=at, name=upload.name)
    transaction.on_commit(partial(_ask_worker, row.pk))
    return row


def _ask_worker(reading_id: int) -> None:
    from moothall.apps.statements.tasks import read_content  # the task calls back into this module

    read_content.enqueue(reading_id)


@transaction.atomic
def stop_plan(*, reading: PlanReading, by: Any, at: datetime) -> PlanReading:
    """Stop a reading that waits or goes on. What was read before stays. Raises a Refusal for one that does not wait."""
    permit(by, Deed.UPLOAD_DOCUMENT, reading.workspace_id)
    if reading.state != PlanReading.State.WAITING:
        raise Refusal(f"{reading.upload.name} is not being read.", next_step="Open it and look at what was found.")
    reading.state = PlanReading.State.STOPPED if reading.read_at is None else PlanReading.State.READ
    reading.save(update_fields=["state"])
    audit.record("plan_content.stopped", about=reading, by=by, at=at, name=reading.upload.name)
    return reading


def note_progress(reading: PlanReading, done: int, of: int | None) -> bool:
    """Keep how many pages are read, for people who wait. Returns whether the reading is to go on."""
    waiting = PlanReading.objects.filter(pk=reading.pk, state=PlanReading.State.WAITING)
    return bool(waiting.update(pages_done=done, pages_in_all=of))


@transaction.atomic
def keep_content(*, reading: PlanReading, found: ReadAsPlan, at: datetime) -> PlanReading:
    """Keep what the reader found. What a person said of a statement stays: a machine never overwrites a person."""
    later.brought_along(reading)
    StatementRead.objects.bulk_create(later.give_way(reading, found.statements, found.pages))
    reading.state, reading.sentence, reading.read_at = PlanReading.State.READ, "", at
    reading.pages, reading.part, reading.dated_on = found.pages, found.part[:255], found.dated_on
    reading.save()
    audit.record(
        "plan_content.read", about=reading, by=None, at=at, name=reading.upload.name, statements=len(found.statements)
    )
    return reading


@transaction.atomic
def keep_unreadable(*, reading: PlanReading, sentence: str, at: datetime) -> PlanReading:
    """Keep that the document could not be read as a plan, and why. An earlier reading is no worse for it."""
    reading.state = PlanReading.State.UNREADABLE if reading.read_at is None else PlanReading.State.READ
    reading.sentence = sentence
    reading.save()
    audit.record("plan_content.unreadable", about=reading, by=None, at=at, name=reading.upload.name, sentence=sentence)
    return reading


@transaction.atomic
def accept_statements(*, statements: Sequence[StatementRead], by: Any, at: datetime) -> list[StatementRead]:
    """Say of statements that they are what the document says, as they were read. The record says how many together.

    What was rejected is taken back by it; what was corrected or moved is told as it was read again.
    """
    reading, rows = _answered(statements, _ACCEPTED, by, at)
    audit.record("statements.accepted", about=reading, by=by, at=at, name=reading.upload.name, statements=_named(rows))
    return rows


@transaction.atomic
def reject_statements(*, statements: Sequence[StatementRead], by: Any, at: datetime) -> list[StatementRead]:
    """Say of statements that the document does not say them, or that they do not matter. They stay on record."""
    reading, rows = _answered(statements, _REJECTED, by, at)
    audit.record("statements.rejected", about=reading, by=by, at=at, name=reading.upload.name, statements=_named(rows))
    return rows


def _answered(
    statements: Sequence[StatementRead], verdict: str, by: Any, at: datetime
) -> tuple[PlanReading, list[StatementRead]]:
    if not statements:
        raise Refusal("Nothing is left to answer here.", next_step="Go back to what the plan says.")
    reading = statements[0].reading
    permit(by, Deed.CONFIRM_FACT, reading.workspace_id)
    rows = list(reading.statements.select_for_update().filter(pk__in=[one.pk for one in statements]))
    for row in rows:
        _say(row, verdict, row.as_read(), by, at)
    return reading, rows


def _named(rows: Sequence[StatementRead]) -> list[dict[str, Any]]:
    return [{"id": row.pk, "kind": row.kind, "quote": row.quote} for row in rows]


@transaction.atomic
def correct_statement(
    *, statement: StatementRead, value: Statement, revision: int, by: Any, at: datetime
) -> StatementRead:
    """Put a statement right: its value, whose words it is, its theme and question. Its quotation and place stay.

    Raises StatementMoved if somebody answered for it since ``revision``.
    """
    row = _locked(statement, revision, by)
    before = row.to_value()
    _say(row, _CORRECTED, value, by, at)
    audit.record(
        "statement.corrected", about=row, by=by, at=at, workspace=row.reading.workspace, name=row.reading.upload.name,
        kind=row.kind, before=_plain(before), after=_plain(value),
    )  # fmt: skip
    return row


@transaction.atomic
def move_statement(
    *, statement: StatementRead, theme: str | None, question: str | None, revision: int, by: Any, at: datetime
) -> StatementRead:
    """Put a statement under another theme or question, which is to stand behind it. What a person corrected stays so.

    Raises StatementMoved if somebody answered for it since ``revision``.
    """
    row = _locked(statement, revision, by)
    before = row.to_value()
    verdict = _CORRECTED if row.verdict == _CORRECTED else _MOVED
    _say(row, verdict, before.under(theme, question), by, at)
    audit.record(
        "statement.moved", about=row, by=by, at=at, workspace=row.reading.workspace, name=row.reading.upload.name,
        kind=row.kind, before=list(before.place), after=[theme, question],
    )  # fmt: skip
    return row


def _locked(statement: StatementRead, revision: int, by: Any) -> StatementRead:
    permit(by, Deed.CONFIRM_FACT, statement.reading.workspace_id)
    row = StatementRead.objects.select_for_update().get(pk=statement.pk)
    if row.revision != revision:
        raise StatementMoved(row)
    return row


def _say(row: StatementRead, verdict: str, value: Statement, by: Any, at: datetime) -> None:
    row.verdict, row.said, row.said_at, row.said_by_name = verdict, _plain(value), at, getattr(by, "name", "Moothall")
    row.revision += 1
    row.save()


def _plain(value: Statement) -> dict[str, Any]:
    said: dict[str, Any] = plain(
        {"value": value.value, "voice": value.voice, "theme": value.theme, "question": value.question}
    )
    return said


@transaction.atomic
def say_not_said(*, reading: PlanReading, question: str, by: Any, at: datetime) -> NotSaid:
    """Say that the document does not answer a question. Said twice, the first word stands as it is.

    Raises a Refusal while a statement under the question is waiting or stands.
    """
    permit(by, Deed.CONFIRM_FACT, reading.workspace_id)
    if any(one.to_value().place[1] == question for one in reading.statements.exclude(verdict=_REJECTED)):
        raise Refusal(
            "Something was found under this question.", next_step="Reject or move it first, if it is no answer."
        )
    row, is_new = NotSaid.objects.get_or_create(
        reading=reading, question=question, defaults={"at": at, "by_name": getattr(by, "name", "Moothall")}
    )
    if is_new:
        audit.record(
            "plan_content.not_said", about=row, by=by, at=at, workspace=reading.workspace, name=reading.upload.name,
            question=question,
        )  # fmt: skip
    return row


@transaction.atomic
def put_into_plan(
    *, reading: PlanReading, round_: Round, shown: Iterable[str], by: Any, at: datetime
) -> tuple[Addition, ...]:
    """Put confirmed statements into the council's bank, those a person was shown (by their keys), and return them.

    Nothing there is doubled or overwritten. Raises a Refusal where the document is another council's or nobody has said
    whose it is, and where nothing shown is still to be added; raises WordsMoved where somebody answered meanwhile.
    """
    permit(by, Deed.DRAFT_FROM_FACTS, reading.workspace_id)
    reading = queries.reading(reading.upload) or reading  # as it stands now, not when the page was opened
    upload = reading.upload
    named = (intake.confirmed(upload).get("authority") or (upload.record or {}).get("authority") or {}).get("name", "")
    check_ours(intake.whose(upload), authority_name=reading.workspace.official_name, named=named)
    wanted = frozenset(shown)
    new = tuple(
        one for one in queries.additions_of(reading, round_) if one.how is How.NEW and one.key in wanted
    )  # fmt: skip
    if not new:
        raise Refusal(
            "Nothing of what was shown is still to be added.", next_step="Look at what the plan holds now, below."
        )
    draft = plans.begin_plan(workspace=reading.workspace, title=round_.title, by=by, at=at)
    rows = {(row.kind, row.where): row for row in reading.statements.all()}
    for one in new:
        for item, statements in _put(draft, one, by, at):
            _keep_origins(reading, item, [rows[each.kind.value, each.where] for each in statements], by, at)
    audit.record(
        "plan_content.put_into_plan", about=reading, by=by, at=at, name=upload.name,
        added=[{"kind": one.kind, "value": one.value} for one in new],
    )  # fmt: skip
    return new


def _put(draft: Draft, one: Addition, by: Any, at: datetime) -> Iterable[tuple[str, Sequence[Statement]]]:
    """Do the bank's own deed for one addition; the keys it got, each with the statements it came from."""
    value, who = one.value, {"by": by, "at": at}
    if isinstance(value, Answer):
        stands = draft.answers.filter(question=value.question).first()
        plans.answer_question(
            draft=draft, question=value.question, status=value.status, text=value.text, where=value.where,
            reason=value.reason, revision=stands.revision if stands else 0, by=by, at=at,
        )  # fmt: skip
        return [(value.question, one.rests_on)]
    if isinstance(value, Commitment):
        row = plans.add_commitment(
            draft=draft, theme=value.theme, title=value.title, text=value.text, status=value.status.value, **who
        )
        steps = [
            plans.add_milestone(commitment=row, title=step.title, due_on=step.due_on, **who)
            for step in value.milestones
        ]
        dated = [each for each in one.rests_on if each.kind.value == "milestone"]
        return [(row.key, one.rests_on[:1]), *((step.key, dated) for step in steps)]
    if isinstance(value, Milestone):
        commitment = plan_queries.item(_fresh(draft), one.under)
        step = plans.add_milestone(commitment=commitment, title=value.title, due_on=value.due_on, **who)
        return [(step.key, one.rests_on)]
    if isinstance(value, Measure):
        fields = {
            name: getattr(value, name)
            for name in ("theme", "title", "unit", "source", "baseline", "baseline_period", "target")
        }
        return [(plans.add_measure(draft=draft, direction=value.direction.value, **fields, **who).key, one.rests_on)]
    assert isinstance(value, Barrier)
    added = plans.add_barrier(draft=draft, title=value.title, text=value.text, ask=value.ask, code=value.code, **who)
    return [(added.key, one.rests_on)]


def _fresh(draft: Draft) -> Draft:
    found = plan_queries.draft(draft.workspace)
    assert found is not None
    return found


def _keep_origins(reading: PlanReading, item: str, rows: Sequence[StatementRead], by: Any, at: datetime) -> None:
    Origin.objects.bulk_create(
        Origin(
            workspace=reading.workspace,
            item=item,
            statement=row,
            document_name=reading.upload.name,
            page=row.page,
            quote=row.quote,
            at=at,
            by_name=getattr(by, "name", "Moothall"),
        )
        for row in rows
    )
