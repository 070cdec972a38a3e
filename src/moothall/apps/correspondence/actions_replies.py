"""Filing what the department said of the plan, and recording what we make of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from moothall.apps.audit import actions as audit
from moothall.apps.correspondence import replies
from moothall.apps.correspondence.models import Point, Reply, Reported, SaidOfPoint
from moothall.apps.files import actions as files
from moothall.apps.files.proofs import Proof
from moothall.apps.people.permissions import permit
from moothall.apps.returns.models import Return
from moothall.apps.workspaces.models import Workspace
from moothall.domain import department_replies as domain
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.domain.rounds import Round


@transaction.atomic
def file_reply(
    *, workspace: Workspace, from_whom: str, on: date, words: str, points: Sequence[str], receipt: str = "",
    proof: Proof | None = None, by: Any, at: datetime,
) -> Reply:  # fmt: skip
    """Record a reply with its recommendations, and which return of ours it answers. Numbers follow the last.

    Raises a Refusal as the domain does, and for a receipt that is not of this workspace.
    """
    permit(by, Deed.RECORD_CORRESPONDENCE, workspace.pk)
    texts = tuple(domain.Point(number, text) for number, text in enumerate(points, 1))
    name = proof.name if proof else ""
    new = domain.Reply(0, from_whom, on, words, texts, file_name=name)
    domain.check_reply(new, today=timezone.localdate(at))
    if receipt and not Return.objects.filter(workspace=workspace, receipt_number=receipt).exists():
        raise Refusal("No return of ours has that receipt.", next_step="Choose among our receipts, or none.")
    Workspace.objects.select_for_update().get(pk=workspace.pk)  # numbers are given one at a time
    last = Reply.objects.filter(workspace=workspace).aggregate(last=Max("number"))["last"] or 0
    before = Point.objects.filter(reply__workspace=workspace).aggregate(last=Max("number"))["last"] or 0
    row = Reply.objects.create(
        workspace=workspace, number=last + 1, from_whom=from_whom.strip(), received_on=on, words=words.strip(),
        receipt=receipt, file=files.keep(proof.data, media_type=proof.media_type, at=at) if proof else None,
        file_name=name, by_name=getattr(by, "name", "Moothall"), recorded_at=at,
    )  # fmt: skip
    for number, text in enumerate(points, before + 1):
        Point.objects.create(reply=row, number=number, text=text)
    audit.record(
        "reply.filed", about=row, by=by, at=at, workspace=workspace, number=row.number, from_whom=row.from_whom, on=on,
        words=row.words, points=list(points), receipt=receipt, file=row.file.sha256 if row.file else "",
    )  # fmt: skip
    return row


@transaction.atomic
def say_of_point(*, point: Point, round_: Round, said: domain.Said, by: Any, at: datetime) -> SaidOfPoint:
    """Record what somebody confirms of a recommendation: a passage it speaks of, our response, or that it is done.

    Everything said before stays to be read. Raises a Refusal as the domain does, and for a part the plan has not.
    """
    workspace = point.reply.workspace
    permit(by, Deed.ANSWER_REPLY, workspace.pk)
    Workspace.objects.select_for_update().get(pk=workspace.pk)
    before = replies.point_value(Point.objects.get(pk=point.pk))
    if said.what is domain.What.MATCHED:
        title, _ = replies.parts(workspace, round_).get(said.part, ("", ""))
        if not title:
            raise Refusal("The plan has no such part.", next_step="Choose among the parts it has.")
        said = replace(said, title=title)
    domain.check_said(before, said, received_on=point.reply.received_on, today=timezone.localdate(at))
    row = SaidOfPoint.objects.create(
        point=point, what=said.what.value, on=said.on, part=said.part, title=said.title[:300],
        response=said.response.value if said.response else "", words=said.words.strip(), who=said.who.strip(),
        due_on=said.due_on, by_name=getattr(by, "name", "Moothall"), recorded_at=at,
    )  # fmt: skip
    audit.record(
        "reply.point", about=row, by=by, at=at, workspace=workspace, number=point.number, what=row.what, on=row.on,
        part=row.part, title=row.title, response=row.response, words=row.words, who=row.who, due_on=row.due_on,
        before=before.answer.response.value if before.answer and before.answer.response else "",
    )  # fmt: skip
    return row


@transaction.atomic
def report_reply(*, reply: Reply, body: str, on: date, words: str, by: Any, at: datetime) -> Reported:
    """Record that a reply and what we did was reported to members: to which meeting, in which words.

    Raises a Refusal as the domain does.
    """
    permit(by, Deed.ANSWER_REPLY, reply.workspace_id)
    new = domain.Reported(body.strip(), on, words.strip())
    domain.check_reported(replies.value(reply), new, today=timezone.localdate(at))
    row = Reported.objects.create(
        reply=reply, body=new.body, met_on=on, words=new.words, by_name=getattr(by, "name", "Moothall"), recorded_at=at
    )
    audit.record(
        "reply.reported", about=row, by=by, at=at, workspace=reply.workspace, number=reply.number, body=new.body, on=on,
        words=new.words,
    )  # fmt: skip
    return row
