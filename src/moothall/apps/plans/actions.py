"""Writing the plan. Each deed says which revision it was written over, so nobody's words vanish."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from moothall.apps.audit import actions as audit
from moothall.apps.freezes import queries as freezes
from moothall.apps.people.permissions import permit
from moothall.apps.plans import queries
from moothall.apps.plans.filling import fill
from moothall.apps.plans.models import Answer, Barrier, Commitment, Draft, Listed, Measure, Milestone, Version
from moothall.apps.rounds import queries as rounds
from moothall.apps.workspaces.models import Workspace
from moothall.documents.exchange import plan_json
from moothall.domain.fingerprints import fingerprint
from moothall.domain.parts import PLAN, part
from moothall.domain.plan_files import check_may_start_from
from moothall.domain.plan_items import check_item
from moothall.domain.plans import AnswerStatus, Layout, Plan
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.domain.rounds import Round
from moothall.domain.sections import LAYOUT, NEW, OPENING


class WordsMoved(Refusal):
    """Someone else saved the same words first. ``theirs`` is what stands now; the caller still holds its own."""

    def __init__(self, theirs: Any) -> None:
        super().__init__(
            "Someone else changed this while you were writing.",
            next_step="Both texts are below. Choose what to keep, then save again.",
        )
        self.theirs = theirs


def _may_write(draft: Draft, section: str, by: Any, at: datetime) -> None:
    """Raise a Refusal unless the person may write the plan and nobody else has frozen this section of it."""
    permit(by, Deed.WRITE_PLAN, draft.workspace_id)
    freezes.check_open(draft.workspace_id, part(PLAN, section), by=by, at=at)


def _check_revision(row: Any, revision: int) -> None:
    if row.revision != revision:
        raise WordsMoved(row)


@transaction.atomic
def begin_plan(*, workspace: Workspace, title: str, by: Any, at: datetime) -> Draft:
    """Begin the plan of a workspace, set out as its round asks. One that was begun already stays as it is."""
    permit(by, Deed.WRITE_PLAN, workspace.pk)
    round_ = rounds.round_called(workspace.round_slug)
    layout = (round_.layout if round_ else None) or Layout.NARRATIVE
    draft, is_new = Draft.objects.get_or_create(workspace=workspace, defaults={"title": title, "layout": layout.value})
    if is_new:
        audit.record("plan.begun", about=draft, by=by, at=at, workspace=workspace, title=title)
    return draft


@transaction.atomic
def start_from_file(*, workspace: Workspace, round_: Round, plan: Plan, name: str, by: Any, at: datetime) -> Draft:
    """Begin the plan of a workspace with all that a file of it says. ``name`` is the file's.

    Raises a Refusal where a plan is begun, and for a plan of another council or round.
    """
    permit(by, Deed.WRITE_PLAN, workspace.pk)
    check_may_start_from(
        plan, round_, gss=workspace.gss, authority_name=workspace.official_name,
        is_begun=Draft.objects.filter(workspace=workspace).exists(),
    )  # fmt: skip
    draft = fill(workspace, plan)
    audit.record(
        "plan.started_from_file", about=draft, by=by, at=at, workspace=workspace, name=name,
        fingerprint=fingerprint(plan), title=plan.title,
    )  # fmt: skip
    return draft


@transaction.atomic
def write_opening(*, draft: Draft, title: str, introduction: str, revision: int, by: Any, at: datetime) -> Draft:
    """Save title and introduction. Raises WordsMoved if they changed since ``revision``."""
    _may_write(draft, OPENING, by, at)
    row = Draft.objects.select_for_update().get(pk=draft.pk)
    _check_revision(row, revision)
    before = {"title": row.title, "introduction": row.introduction}
    row.title, row.introduction, row.revision = title, introduction, row.revision + 1
    row.save()
    audit.record("plan.opening_written", about=row, by=by, at=at, before=before, title=title, introduction=introduction)
    return row


@transaction.atomic
def answer_question(
    *,
    draft: Draft,
    question: str,
    status: AnswerStatus,
    text: str = "",
    where: str = "",
    reason: str = "",
    revision: int,
    by: Any,
    at: datetime,
) -> Answer:
    """Save the answer to a question. ``revision`` is 0 where nobody had answered when the page was opened.

    Raises WordsMoved if the answer changed since, and a Refusal if an answer is empty, "elsewhere" has no place or
    "not answered" no reason.
    """
    _may_write(draft, question, by, at)
    _check_settles(status, text=text, where=where, reason=reason)
    row = Answer.objects.select_for_update().filter(draft=draft, question=question).first()
    if row is None:
        row = Answer(draft=draft, question=question, revision=0)
    _check_revision(row, revision)
    before = {"status": row.status, "text": row.text, "where": row.where, "reason": row.reason}
    row.status, row.text, row.where, row.reason, row.revision = status.value, text, where, reason, row.revision + 1
    row.save()
    audit.record(
        "question.answered", about=row, by=by, at=at, workspace=draft.workspace, question=question,
        before=before, after={"status": status, "text": text, "where": where, "reason": reason},
    )  # fmt: skip
    return row


def _check_settles(status: AnswerStatus, *, text: str, where: str, reason: str) -> None:
    needs = {
        AnswerStatus.ANSWERED: (text, "The answer is empty.", "Write the answer, or leave the question open."),
        AnswerStatus.ELSEWHERE: (where, "Nobody can tell where it is answered.", "Name the document and the page."),
        AnswerStatus.NOT_ANSWERED: (reason, "There is no reason.", "Say in a sentence why it is not answered."),
    }
    if status in needs and not needs[status][0].strip():
        raise Refusal(needs[status][1], next_step=needs[status][2])


def _next(kind: type[Listed], draft: Draft, letter: str) -> tuple[str, int]:
    last = kind.objects.filter(draft=draft).aggregate(last=Max("position"))["last"] or 0  # type: ignore[attr-defined]
    return f"{letter}{last + 1}", last + 1


@transaction.atomic
def add_commitment(
    *, draft: Draft, theme: str, title: str, text: str, status: str, objective: str = "", by: Any, at: datetime
) -> Commitment:
    """Add something done, under way or planned. ``objective`` is the key of the one it serves, or empty."""
    _may_write(draft, NEW, by, at)
    key, position = _next(Commitment, draft, "C")
    row = Commitment.objects.create(
        draft=draft, key=key, position=position, theme=theme, title=title, text=text, status=status, objective=objective
    )
    audit.record("commitment.added", about=row, by=by, at=at, workspace=draft.workspace, value=row.to_value())
    return row


@transaction.atomic
def add_milestone(*, commitment: Commitment, title: str, due_on: date, by: Any, at: datetime) -> Milestone:
    """Add a dated step to a commitment."""
    _may_write(commitment.draft, commitment.key, by, at)
    # Counted in the table, not in a list fetched without those removed: a key is never used again.
    given = Milestone.objects.filter(commitment=commitment).values_list("key", flat=True)
    numbers = [int(one.rpartition(".")[2]) for one in given if one.rpartition(".")[2].isdecimal()]
    key = f"{commitment.key}.{max([len(given), *numbers]) + 1}"
    row = Milestone.objects.create(commitment=commitment, key=key, title=title, due_on=due_on)
    audit.record(
        "milestone.added", about=row, by=by, at=at, workspace=commitment.draft.workspace, key=key, title=title,
        due_on=due_on,
    )  # fmt: skip
    return row


@transaction.atomic
def add_measure(*, draft: Draft, by: Any, at: datetime, **fields: str) -> Measure:
    """Add a measure: theme, title, unit, direction, source, and baseline, baseline_period, target, library_id."""
    _may_write(draft, NEW, by, at)
    key, position = _next(Measure, draft, "M")
    row = Measure.objects.create(draft=draft, key=key, position=position, **fields)
    audit.record("measure.added", about=row, by=by, at=at, workspace=draft.workspace, value=row.to_value())
    return row


@transaction.atomic
def add_barrier(*, draft: Draft, title: str, text: str, ask: str, code: str = "", by: Any, at: datetime) -> Barrier:
    """Add a barrier with what is asked of government."""
    _may_write(draft, NEW, by, at)
    key, position = _next(Barrier, draft, "B")
    row = Barrier.objects.create(draft=draft, key=key, position=position, title=title, text=text, ask=ask, code=code)
    audit.record("barrier.added", about=row, by=by, at=at, workspace=draft.workspace, value=row.to_value())
    return row


# The letter that keys of each further kind begin with.
_LETTERS = {
    "documents": "D", "objectives": "O", "own-points": "P", "partnerships": "W", "figures": "F", "sections": "S",
}  # fmt: skip


@transaction.atomic
def add_item(*, draft: Draft, into: str, by: Any, at: datetime, **fields: Any) -> Listed:
    """Add what hangs on the plan beside commitments, measures and barriers; ``into`` is a name of queries.FURTHER.

    Raises a Refusal where a field names what is not in the plan, or a day that cannot be right.
    """
    _may_write(draft, NEW, by, at)
    model = queries.FURTHER[into]
    check_item(fields, keys=queries.keys(draft), as_of=at.date())
    key, position = _next(model, draft, _LETTERS[into])
    row = model.objects.create(draft=draft, key=key, position=position, **fields)  # type: ignore[attr-defined]
    audit.record(
        f"{row._meta.model_name}.added", about=row, by=by, at=at, workspace=draft.workspace, value=row.to_value()
    )
    return row


@transaction.atomic
def set_out(*, draft: Draft, layout: Layout, length_reason: str, revision: int, by: Any, at: datetime) -> Draft:
    """Say how the plan is laid out, and why it is longer than asked where it is. The content stays as it is written.

    Raises WordsMoved if either changed since ``revision`` (the draft's ``setting_revision``).
    """
    _may_write(draft, LAYOUT, by, at)
    row = Draft.objects.select_for_update().get(pk=draft.pk)
    if row.setting_revision != revision:
        raise WordsMoved(row)
    before = {"layout": row.layout, "length_reason": row.length_reason}
    row.layout, row.length_reason, row.setting_revision = layout.value, length_reason, row.setting_revision + 1
    row.save()
    after = {"layout": row.layout, "length_reason": row.length_reason}
    audit.record("plan.set_out", about=row, by=by, at=at, before=before, after=after)
    return row


@transaction.atomic
def change_item(*, item: Listed, revision: int, by: Any, at: datetime, **fields: Any) -> Listed:
    """Change what hangs on the plan. Raises WordsMoved if it changed since ``revision``.

    Raises a Refusal as ``add_item`` does, and where somebody took it out of the plan meanwhile.
    """
    _may_write(item.draft, item.key, by, at)
    row = type(item).objects.select_for_update().get(pk=item.pk)  # type: ignore[attr-defined]
    if row.removed_at is not None:
        raise Refusal(f"“{row.title}” was taken out of the plan.", next_step="Copy your words, and add it anew.")
    _check_revision(row, revision)
    check_item(fields, keys=queries.keys(item.draft), as_of=at.date())
    before = row.to_value()
    for name, value in fields.items():
        setattr(row, name, value)
    row.revision += 1
    row.save()
    audit.record(
        f"{row._meta.model_name}.changed", about=row, by=by, at=at, workspace=row.draft.workspace, before=before,
        after=row.to_value(),
    )  # fmt: skip
    return row


@transaction.atomic
def remove_item(*, item: Listed | Milestone, by: Any, at: datetime) -> None:
    """Take what hangs on the plan, or a milestone, out of it. The row stays, so it can be found again."""
    listed = item.commitment if isinstance(item, Milestone) else item
    draft = listed.draft
    _may_write(draft, listed.key, by, at)
    item.removed_at = at
    item.save(update_fields=["removed_at"])
    audit.record(
        f"{item._meta.model_name}.removed", about=item, by=by, at=at, workspace=draft.workspace, title=item.title
    )


@transaction.atomic
def keep_version(*, workspace: Workspace, round_: Round, name: str, by: Any, at: datetime) -> Version:
    """Freeze the plan as it stands under a name. Raises a Refusal where nothing was begun."""
    permit(by, Deed.WRITE_PLAN, workspace.pk)
    draft = queries.draft(workspace)
    if draft is None:
        raise Refusal("There is no plan yet.", next_step="Begin the plan first.")
    plan = queries.plan(draft, round_)
    mark = fingerprint(plan)
    last = queries.latest_version(workspace)
    row = Version.objects.create(
        workspace=workspace,
        number=(last.number if last else 0) + 1,
        name=name,
        plan=plan_json.dump(plan),
        fingerprint=mark,
        kept_at=at,
        kept_by_name=getattr(by, "name", "Moothall"),
    )
    audit.record("plan.version_kept", about=row, by=by, at=at, number=row.number, name=name, fingerprint=mark)
    return row
