"""Bringing a document in, keeping what was read, and what people say of it."""

from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone

from moothall.apps.audit import actions as audit
from moothall.apps.files import actions as files
from moothall.apps.intake import answers, evidence
from moothall.apps.intake.drafts import FirstDraft, first_draft
from moothall.apps.intake.models import Confirmation, FactRead, Upload
from moothall.apps.people.permissions import permit
from moothall.apps.plans import actions as plans
from moothall.apps.reports import actions as reports
from moothall.apps.workspaces.models import Workspace
from moothall.domain.facts import Fact
from moothall.domain.fingerprints import plain
from moothall.domain.refusals import Refusal
from moothall.domain.remarks import Remark
from moothall.domain.roles import Deed
from moothall.domain.rounds import Round
from moothall.domain.whose import check_ours

MEGABYTE = 1024 * 1024
LARGEST = 25 * MEGABYTE


def check_size(name: str, size: int, most: int = LARGEST) -> None:
    """Raise a Refusal for a file that is empty or larger than ``most`` bytes, before they are looked at."""
    if not size:
        raise Refusal(f"{name} is empty: it holds no bytes at all.", next_step="Save it again and bring it in anew.")
    if size > most:
        raise Refusal(
            f"{name} has {size / MEGABYTE:.1f} MB; the most is {most // MEGABYTE} MB.",
            next_step="Save it without pictures, or leave out its appendices.",
        )


@transaction.atomic
def upload_document(*, workspace: Workspace, name: str, data: bytes, by: Any, at: datetime) -> Upload:
    """Keep a document and have it read by the worker.

    Raises a Refusal for a file that is empty or larger than 25 MB; every other fault is told after reading.
    """
    permit(by, Deed.UPLOAD_DOCUMENT, workspace.pk)
    row = _kept(workspace, name, data, by=by, at=at)
    audit.record("document.uploaded", about=row, by=by, at=at, name=row.name, sha256=row.file.sha256, size=len(data))
    transaction.on_commit(partial(_ask_worker, row.pk))
    return row


def _kept(workspace: Workspace, name: str, data: bytes, *, by: Any, at: datetime) -> Upload:
    check_size(name, len(data))
    return Upload.objects.create(
        workspace=workspace,
        file=files.keep(data, media_type="application/octet-stream", at=at),
        name=name.replace("\0", "")[:255],
        uploaded_at=at,
        uploaded_by_name=getattr(by, "name", "Moothall"),
    )


@transaction.atomic
def replace_document(*, upload: Upload, name: str, data: bytes, by: Any, at: datetime) -> Upload:
    """Bring in a corrected version of a document. What people confirmed goes with it, and its evidence is looked for.

    The earlier version stays as it is. Raises a Refusal for the same file, and where it was replaced before.
    """
    permit(by, Deed.RE_ANCHOR, upload.workspace_id)
    check_replaceable(upload)
    row = _kept(upload.workspace, name, data, by=by, at=at)
    if row.file_id == upload.file_id:
        raise Refusal(f"{name} is the very file that is here already.", next_step="Choose the corrected one.")
    row.replaces = upload
    row.save(update_fields=["replaces"])
    audit.record(
        "document.replaced", about=row, by=by, at=at, workspace=upload.workspace, name=row.name,
        sha256=row.file.sha256, earlier=upload.pk, earlier_sha256=upload.file.sha256,
    )  # fmt: skip
    transaction.on_commit(partial(_ask_worker, row.pk))
    return row


def check_replaceable(upload: Upload) -> None:
    """Raise a Refusal for a document that was never read, or that another version has replaced."""
    if upload.record is None:
        raise Refusal(f"Nothing was read in {upload.name} yet.", next_step="Bring the other file in by itself.")
    later = Upload.objects.filter(replaces=upload).first()
    if later is not None:
        raise Refusal(f"{upload.name} was replaced by {later.name} before.", next_step="Replace that one.")


@transaction.atomic
def read_anew(*, upload: Upload, by: Any, at: datetime) -> Upload:
    """Have a document that was read before read by the reader of today. What people confirmed stays as it is.

    Raises a Refusal for one that waits to be read, or that another version has replaced.
    """
    permit(by, Deed.RE_ANCHOR, upload.workspace_id)
    if upload.state == Upload.State.WAITING:
        raise Refusal(f"{upload.name} waits to be read as it is.", next_step="Come back when it was read.")
    check_replaceable(upload)
    upload.state = Upload.State.WAITING
    upload.save(update_fields=["state"])
    audit.record("document.asked_anew", about=upload, by=by, at=at, name=upload.name)
    transaction.on_commit(partial(_ask_worker, upload.pk))
    return upload


def _ask_worker(upload_id: int) -> None:
    from moothall.apps.intake.tasks import read_upload  # the task calls back into this module

    read_upload.enqueue(upload_id)


@transaction.atomic
def read_again(*, upload: Upload, by: Any, at: datetime) -> Upload:
    """Have a document read after all that still waits, or whose reading was stopped. Raises a Refusal otherwise."""
    permit(by, Deed.UPLOAD_DOCUMENT, upload.workspace_id)
    if upload.state not in (Upload.State.WAITING, Upload.State.STOPPED):
        raise Refusal(f"{upload.name} does not wait to be read.", next_step="Open it and look at what was found.")
    upload.state = Upload.State.WAITING
    upload.save(update_fields=["state"])
    audit.record("document.asked_for_again", about=upload, by=by, at=at, name=upload.name)
    transaction.on_commit(partial(_ask_worker, upload.pk))
    return upload


@transaction.atomic
def stop_reading(*, upload: Upload, by: Any, at: datetime) -> Upload:
    """Stop the reading of a document that waits or is being read. What was read of it before stays as it is.

    Raises a Refusal for a document that is not waiting.
    """
    permit(by, Deed.UPLOAD_DOCUMENT, upload.workspace_id)
    if upload.state != Upload.State.WAITING:
        raise Refusal(f"{upload.name} is not being read.", next_step="Open it and look at what was found.")
    upload.state = Upload.State.STOPPED if upload.record is None else Upload.State.READ
    upload.save(update_fields=["state"])
    audit.record("document.reading_stopped", about=upload, by=by, at=at, name=upload.name, pages=upload.pages_done)
    return upload


def note_progress(upload: Upload, done: int, of: int | None) -> bool:
    """Keep how many pages are read, for people who wait. Returns whether the reading is to go on."""
    waiting = Upload.objects.filter(pk=upload.pk, state=Upload.State.WAITING)
    return bool(waiting.update(pages_done=done, pages_in_all=of))


@transaction.atomic
def keep_reading(
    *,
    upload: Upload,
    kind: str,
    pages: list[dict[str, Any]],
    record: dict[str, Any] | None,
    facts: tuple[Fact, ...],
    remarks: tuple[Remark, ...],
    aside: dict[str, Any] | None = None,
    at: datetime,
) -> Upload:
    """Keep what the reader found. Confirmations made earlier stay: a machine never overwrites a person.

    ``aside`` is what stands beside the record (see ``readings.Reading``). What an earlier reading or an earlier version
    found becomes evidence, whose words are looked for in this one.
    """
    earlier = evidence.before(upload)
    former = upload if upload.record is not None else upload.replaces
    upload.record_before = former.record if former is not None else None
    upload.aside = aside or {}
    upload.facts.all().delete()
    FactRead.objects.bulk_create(
        FactRead(
            upload=upload,
            position=position,
            kind=fact.kind,
            value=plain(fact.value),
            page=fact.where.page,
            start=fact.where.start,
            end=fact.where.end,
            quote=fact.quote,
            found_by=fact.found_by,
        )
        for position, fact in enumerate(facts)
    )
    upload.state, upload.kind, upload.pages, upload.record = Upload.State.READ, kind, pages, record
    upload.remarks, upload.read_at, upload.sentence = plain(list(remarks)), at, ""
    upload.save()
    audit.record("document.read", about=upload, by=None, at=at, kind=kind, facts=len(facts), remarks=len(remarks))
    evidence.go_with(upload, earlier, at)
    return upload


@transaction.atomic
def keep_unreadable(*, upload: Upload, reason: str, sentence: str, at: datetime) -> Upload:
    """Keep that the document could not be read, and the sentence that says why."""
    # A reading that was there already is no worse because another one failed.
    upload.state = Upload.State.UNREADABLE if upload.record is None else Upload.State.READ
    upload.sentence, upload.read_at = sentence, at
    upload.save()
    audit.record("document.unreadable", about=upload, by=None, at=at, reason=reason, sentence=sentence)
    return upload


@transaction.atomic
def confirm_fact(
    *,
    upload: Upload,
    field: str,
    verdict: str,
    value: Any = None,
    is_one_of_many: bool = False,
    by: Any,
    at: datetime,
) -> Confirmation:
    """Say of one field of the record that it is right, what it should be, that it is wrong, or that it is not said.

    ``verdict`` is right, corrected, rejected or not_said; or kept, where another reading found something else and the
    person stands by what was confirmed. ``is_one_of_many`` where a person confirmed everything shown with one answer;
    the record says so. Raises a Refusal for a field that was not read and is called right or wrong, for a correction
    that is empty or has not the field's shape, and for standing by an answer that nobody gave.
    """
    permit(by, Deed.CONFIRM_FACT, upload.workspace_id)
    answers.check_field(upload, field)
    row = answers.answered(upload, field, verdict, value, by=by, at=at)
    audit.record(
        "fact.confirmed", about=row, by=by, at=at, workspace=upload.workspace, field=field, verdict=verdict,
        read=answers.read(upload, field), value=value, one_of_many=is_one_of_many,
    )  # fmt: skip
    return row


@transaction.atomic
def settle_rivals(
    *, upload: Upload, field: str, choice: int | None, remark: str = "", by: Any, at: datetime
) -> Confirmation:
    """Say which of the values a document gives for one field holds; ``choice`` None keeps them all, with a remark.

    Values are counted from 0, the one in the record first, then its rivals as ``queries.between`` gives them. All stay
    in the record of the reading, with their places. Choosing a status line against a resolution rejects the resolution.
    Raises a Refusal where there are no rivals, no such value, and where all are kept and nothing is said of why.
    """
    permit(by, Deed.CONFIRM_FACT, upload.workspace_id)
    answers.check_field(upload, field)
    row = answers.settled(upload, field, choice, remark, by=by, at=at)
    audit.record(
        "rivals.settled", about=row, by=by, at=at, workspace=upload.workspace, field=field, verdict=row.verdict,
        value=row.value, between=row.between, remark=row.remark,
    )  # fmt: skip
    return row


@transaction.atomic
def take_one_of_several(*, upload: Upload, number: int, by: Any, at: datetime) -> list[Confirmation]:
    """Say which of several meetings or plans in one document it was brought in for; ``number`` counts from 0.

    What is said of that one alone is what the person stands behind from then on. The reading stays, with all of them.
    Raises a Refusal where the document does not set out that many.
    """
    permit(by, Deed.CONFIRM_FACT, upload.workspace_id)
    taken = answers.taken(upload, number, by=by, at=at)
    audit.record(
        "document.one_taken", about=upload, by=by, at=at, number=number, name=upload.aside["several"][number]["name"],
        fields=[one.field for one in taken],
    )  # fmt: skip
    return taken


@transaction.atomic
def say_whose(*, upload: Upload, is_ours: bool | None, by: Any, at: datetime) -> Confirmation:
    """Say whether the document is this council's own; ``is_ours`` None for someone who is not sure.

    What the reader found stays beside it: a person's word decides, and the record keeps both.
    """
    permit(by, Deed.CONFIRM_FACT, upload.workspace_id)
    if upload.record is None:
        raise Refusal("Nothing was read in this document.", next_step="Bring in one that can be read.")
    workspace, read = upload.workspace, upload.record.get("authority") or {}
    said: dict[str, Any] | None = None
    if is_ours:
        said = {"gss": workspace.gss, "name": workspace.official_name, "basis": "person"}
    elif is_ours is False:
        is_other = read.get("gss") not in (None, workspace.gss)
        said = {"gss": read["gss"] if is_other else None, "name": read["name"] if is_other else "", "basis": "person"}
    row = Confirmation.objects.create(
        upload=upload,
        field="authority",
        verdict=Confirmation.Verdict.NOT_SAID if said is None else Confirmation.Verdict.CORRECTED,
        value=said,
        read={"value": upload.record.get("authority")},
        at=at,
        by_name=getattr(by, "name", "Moothall"),
    )
    audit.record(
        "document.whose_said", about=row, by=by, at=at, workspace=workspace, is_ours=is_ours, read=read or None
    )
    return row


@transaction.atomic
def draft_from_facts(*, upload: Upload, round_: Round, by: Any, at: datetime) -> FirstDraft:
    """Begin the plan and the report with what was confirmed, and say what is missing by name.

    Words that stand in them already are left as they are. Raises a Refusal where nothing was confirmed, where the
    document names another council, and where nobody has said whose it is.
    """
    permit(by, Deed.DRAFT_FROM_FACTS, upload.workspace_id)
    first = first_draft(upload, round_, today=timezone.localdate(at))
    check_ours(first.whose, authority_name=upload.workspace.official_name, named=first.named)
    if not first.confirmed.keys() - {"authority"}:
        raise Refusal("Nothing is confirmed yet.", next_step="Say of one fact at least that it is right.")
    plans.begin_plan(workspace=upload.workspace, title=first.plan_title, by=by, at=at)
    report = reports.begin_report(workspace=upload.workspace, house_template=first.house_template.id, by=by, at=at)
    for name, value in first.fill.items():
        reports.write_field(report=report, name=name, value=value, revision=0, by=by, at=at)
    upload.drafted_at = at
    upload.save(update_fields=["drafted_at"])
    audit.record(
        "draft.made", about=upload, by=by, at=at, filled=sorted(first.fill), left_as_it_was=list(first.left),
        missing=[*first.gaps, *first.missing],
    )  # fmt: skip
    return first
