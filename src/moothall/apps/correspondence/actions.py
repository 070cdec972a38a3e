"""Recording what was asked outside the council, what came of it, and with whom an answer is shared."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from moothall.apps.audit import actions as audit
from moothall.apps.correspondence import queries
from moothall.apps.correspondence.models import Question, Said
from moothall.apps.files import actions as files
from moothall.apps.files.proofs import Proof
from moothall.apps.people.permissions import permit
from moothall.apps.workspaces.models import Workspace
from moothall.domain import correspondence as domain
from moothall.domain.correspondence import Asked, What
from moothall.domain.extensions import Channel
from moothall.domain.roles import Deed
from moothall.domain.rounds import Round


@dataclass(frozen=True, slots=True)
class Put:
    """A question as somebody enters it: of whom, by which post or team, when, by which way, in which words."""

    kind: Asked
    whom: str
    asker: str
    on: date
    channel: Channel
    words: str
    bears_on: Sequence[str] = ()
    proof: Proof | None = None


@transaction.atomic
def ask(*, workspace: Workspace, round_: Round, put: Put, by: Any, at: datetime) -> Question:
    """Record a question that was asked. Its number follows the last. Raises a Refusal as the domain does."""
    permit(by, Deed.RECORD_CORRESPONDENCE, workspace.pk)
    known = [one.id for _, one in round_.questions()] + [one.id for one in round_.requirements]
    name = getattr(by, "name", "Moothall")
    new = domain.Question(
        0, put.kind, put.whom.strip(), put.asker.strip(), put.on, put.channel, put.words.strip(), tuple(put.bears_on)
    )
    domain.check_question(new, known=known, today=timezone.localdate(at))
    Workspace.objects.select_for_update().get(pk=workspace.pk)  # numbers are given one at a time
    last = Question.objects.filter(workspace=workspace).aggregate(last=Max("number"))["last"]
    row = Question.objects.create(
        workspace=workspace, number=(last or 0) + 1, kind=new.kind.value, whom=new.whom, asker=new.asker,
        asked_on=new.on, channel=new.channel.value, words=new.words, bears_on=list(new.bears_on), by_name=name,
        recorded_at=at, **_file(put.proof, at),
    )  # fmt: skip
    audit.record(
        "correspondence.asked", about=row, by=by, at=at, workspace=workspace, number=row.number, whom=row.whom,
        asker=row.asker, on=row.asked_on, words=row.words, bears_on=row.bears_on,
        file=row.file.sha256 if row.file else "",
    )  # fmt: skip
    return row


@transaction.atomic
def follow(*, question: Question, said: domain.Said, proof: Proof | None = None, by: Any, at: datetime) -> Said:
    """Record what came of a question: an answer, that it was chased, or that it is taken back with the reason.

    A later answer stands in place of an earlier one, which stays to be read. Raises a Refusal as the domain does.
    """
    permit(by, Deed.RECORD_CORRESPONDENCE, question.workspace_id)
    if said.what not in (What.ANSWERED, What.CHASED, What.TAKEN_BACK):
        raise ValueError("Sharing has a deed of its own.")
    before = _locked(question)
    new = replace(said, file_name=proof.name if proof else "")
    domain.check_said(before, new, today=timezone.localdate(at))
    row = _kept(question, new, proof, by, at)
    audit.record(
        "correspondence.followed", about=row, by=by, at=at, workspace=question.workspace, number=question.number,
        what=row.what, whom=question.whom, who=row.who, on=row.on, words=row.words, before=before.state.value,
        file=row.file.sha256 if row.file else "",
    )  # fmt: skip
    return row


@transaction.atomic
def share(*, question: Question, is_shared: bool, is_named: bool, by: Any, at: datetime) -> Said:
    """Share the answer with everyone in the round on this installation, with the council's name or without, or end it.

    Raises a Refusal where there is no answer in words, or nothing shared to end.
    """
    permit(by, Deed.SHARE_ANSWER, question.workspace_id)
    before = _locked(question)
    what = What.SHARED if is_shared else What.UNSHARED
    new = domain.Said(what, timezone.localdate(at), is_named=is_named)
    domain.check_sharing(before, new)
    row = _kept(question, new, None, by, at)
    audit.record(
        "correspondence.shared", about=row, by=by, at=at, workspace=question.workspace, number=question.number,
        is_named=is_named, before=before.shared is not None, after=is_shared,
    )  # fmt: skip
    return row


def _locked(question: Question) -> domain.Question:
    Workspace.objects.select_for_update().get(pk=question.workspace_id)
    return queries.value(queries.rows(question.workspace).get(pk=question.pk))


def _kept(question: Question, said: domain.Said, proof: Proof | None, by: Any, at: datetime) -> Said:
    return Said.objects.create(
        question=question, what=said.what.value, on=said.on, who=said.who.strip(),
        channel=said.channel.value if said.channel else "", words=said.words.strip(), is_named=said.is_named,
        by_name=getattr(by, "name", "Moothall"), recorded_at=at, **_file(proof, at),
    )  # fmt: skip


def _file(proof: Proof | None, at: datetime) -> dict[str, Any]:
    if proof is None:
        return {}
    return {"file": files.keep(proof.data, media_type=proof.media_type, at=at), "file_name": proof.name}
