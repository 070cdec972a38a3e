"""Asking for a later day and recording what was answered. Each thing said is a row; none is ever changed."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from moothall.apps.audit import actions as audit
from moothall.apps.extensions import queries
from moothall.apps.extensions.models import Entry
from moothall.apps.files import actions as files
from moothall.apps.files.proofs import Proof
from moothall.apps.people.permissions import permit
from moothall.apps.workspaces.models import Workspace
from moothall.domain import extensions as values
from moothall.domain.extensions import Channel, Extension, Kind, Reply
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.domain.rounds import Round


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody enters of a request or an answer. ``on`` is the day it happened, ``until_on`` the day it names."""

    on: date
    who: str = ""
    channel: Channel | None = None
    words: str = ""
    why: str = ""
    until_on: date | None = None
    reply: Reply | None = None
    proof: Proof | None = None


@transaction.atomic
def ask_extension(*, workspace: Workspace, round_: Round, said: Said, by: Any, at: datetime) -> Entry:
    """Record that a later day was asked for: of whom, when, why, in which words, and by which way.

    Raises a Refusal without a name or words, for a day still to come, and for a day that is not later.
    """
    permit(by, Deed.RECORD_EXTENSION, workspace.pk)
    values.check_asked(
        on=said.on, who=said.who, words=said.words, until_on=said.until_on, called_on=round_.deadline_on,
        today=timezone.localdate(at),
    )  # fmt: skip
    row = _kept(workspace, Kind.ASKED, said, by, at)
    audit.record("extension.asked", about=row, by=by, at=at, **_details(row))
    return row


@transaction.atomic
def answer_extension(*, workspace: Workspace, round_: Round, asked: int, said: Said, by: Any, at: datetime) -> Entry:
    """Record what came of a request: granted to a day, refused, or no answer. A later answer stands before an earlier.

    Raises a Refusal for an answer of a withdrawn request, before the question, or whose reply and day do not agree.
    """
    permit(by, Deed.RECORD_EXTENSION, workspace.pk)
    one = _asked(workspace, asked)
    before = queries.deadline_on(workspace, round_)
    _check_answer(one, said, round_, at)
    row = _kept(workspace, Kind.ANSWERED, said, by, at, about_id=one.asked.pk)
    after = queries.deadline_on(workspace, round_)
    audit.record("extension.answered", about=row, by=by, at=at, before=before.on, after=after.on, **_details(row))
    return row


@transaction.atomic
def correct_extension(
    *, workspace: Workspace, round_: Round, entry: Entry, said: Said, reason: str, by: Any, at: datetime
) -> Entry:
    """Put another entry in the place of one that was wrong, with the reason. The earlier one stays to be read.

    Raises a Refusal without a reason, for an entry that was corrected before, and for what the entry itself would be
    refused.
    """
    permit(by, Deed.RECORD_EXTENSION, workspace.pk)
    Workspace.objects.select_for_update().get(pk=workspace.pk)
    values.check_reason(reason)
    if Entry.objects.filter(corrects=entry).exists():
        raise Refusal("This entry was corrected before.", next_step="Correct the one that stands now.")
    if entry.kind == Kind.ASKED:
        values.check_asked(
            on=said.on, who=said.who, words=said.words, until_on=said.until_on, called_on=round_.deadline_on,
            today=timezone.localdate(at),
        )  # fmt: skip
    elif entry.kind == Kind.ANSWERED:
        _check_answer(_request_of(workspace, entry), said, round_, at)
    else:
        raise Refusal("A withdrawal is not corrected.", next_step="Record a new request where it was asked again.")
    row = _kept(
        workspace, Kind(entry.kind), said, by, at, about_id=entry.about_id, corrects=entry, reason=reason.strip(),
        file=entry.file, file_name=entry.file_name,
    )  # fmt: skip
    audit.record(
        "extension.corrected", about=row, by=by, at=at, reason=row.reason, before=_details(entry), after=_details(row)
    )
    return row


@transaction.atomic
def withdraw_extension(*, workspace: Workspace, asked: int, reason: str, by: Any, at: datetime) -> Entry:
    """Take a request for a later day back, with the reason; what was granted under it holds no more.

    Raises a Refusal without a reason, or where it was withdrawn before.
    """
    permit(by, Deed.RECORD_EXTENSION, workspace.pk)
    one = _asked(workspace, asked)
    values.check_withdrawn(one, reason=reason)
    said = Said(on=timezone.localdate(at))
    row = _kept(workspace, Kind.WITHDRAWN, said, by, at, about_id=one.asked.pk, reason=reason.strip())
    audit.record(
        "extension.withdrawn", about=row, by=by, at=at, reason=row.reason, who=one.asked.who, asked_on=one.asked.on
    )
    return row


def _asked(workspace: Workspace, pk: int) -> Extension:
    found = queries.extension(workspace, pk)
    if found is None:
        raise Refusal("There is no such request for a later day here.", next_step="Look at the list of requests again.")
    return found


def _request_of(workspace: Workspace, entry: Entry) -> Extension:
    """The request that an answer belongs to, as it stands now."""
    those = queries.of_workspace(workspace)
    found = next((one for one in those if entry.pk in {answer.pk for answer in one.answers}), None)
    if found is None:
        raise Refusal("This answer does not stand any more.", next_step="Correct the one that stands now.")
    return found


def _check_answer(asked: Extension, said: Said, round_: Round, at: datetime) -> None:
    if said.reply is None:
        raise Refusal("What came of it is needed.", next_step="Choose granted, refused or no answer.")
    values.check_answered(
        reply=said.reply, on=said.on, until_on=said.until_on, asked=asked, called_on=round_.deadline_on,
        today=timezone.localdate(at),
    )  # fmt: skip


def _kept(workspace: Workspace, kind: Kind, said: Said, by: Any, at: datetime, **more: Any) -> Entry:
    if said.proof:
        more["file"] = files.keep(said.proof.data, media_type=said.proof.media_type, at=at)
        more["file_name"] = said.proof.name
    return Entry.objects.create(
        workspace=workspace,
        kind=kind.value,
        on=said.on,
        who=said.who.strip(),
        channel=said.channel.value if said.channel else "",
        words=said.words.strip(),
        why=said.why.strip(),
        until_on=said.until_on,
        reply=said.reply.value if said.reply else "",
        recorded_at=at,
        recorded_by_name=getattr(by, "name", "Moothall"),
        **more,
    )


def _details(row: Entry) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "on": row.on,
        "who": row.who,
        "channel": row.channel,
        "until_on": row.until_on,
        "reply": row.reply,
        "words": row.words,
        "why": row.why,
        "file": row.file.sha256 if row.file else "",
    }
