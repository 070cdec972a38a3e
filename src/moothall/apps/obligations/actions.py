"""Taking on a further obligation, saying where it is answered, sending for it, and ending it."""

from datetime import datetime
from typing import Any

from django.db import transaction

from moothall.apps.audit import actions as audit
from moothall.apps.obligations import queries
from moothall.apps.obligations.models import FurtherReceipt, Obligation, ServedBy
from moothall.apps.people import queries as people
from moothall.apps.people.permissions import permit
from moothall.apps.plans import queries as plans
from moothall.apps.publications import queries as published
from moothall.apps.publications.models import Publication
from moothall.apps.rounds import queries as rounds
from moothall.apps.workspaces.models import Workspace
from moothall.domain import returns as values
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed, Role


@transaction.atomic
def take_on(*, workspace: Workspace, round_slug: str, subject: str = "", by: Any, at: datetime) -> Obligation:
    """Let the plan of a workspace answer a further round, or its own for a further subject.

    Raises a Refusal if no such round is held, it is the workspace's own without a subject, or it is taken on already.
    """
    permit(by, Deed.LINK_OBLIGATION, workspace.pk)
    subject = subject.strip()
    round_ = rounds.round_called(round_slug)
    if round_ is None:
        raise Refusal("That round is not held here.", next_step="Ask an operator to bring it in.")
    if round_slug == workspace.round_slug and not subject:
        raise Refusal(
            "The plan answers this round already.", next_step="Name the other subject, such as the pension fund."
        )
    standing = Obligation.objects.filter(workspace=workspace)
    if standing.filter(round_slug=round_slug, subject__iexact=subject, ended_at=None).exists():
        raise Refusal("The plan answers that already.", next_step="Open it from the list.")
    row = Obligation.objects.create(
        workspace=workspace, number=standing.count() + 1, round_slug=round_slug, subject=subject, linked_at=at
    )
    audit.record("obligation.taken_on", about=row, by=by, at=at, round=round_.title, subject=subject)
    return row


@transaction.atomic
def say_where(
    *, obligation: Obligation, asked: str, part: str = "", words: str = "", by: Any, at: datetime
) -> ServedBy:
    """Say where the plan answers a question of the obligation, or how it meets a requirement. No answer is typed anew.

    Raises a Refusal if neither a part nor words are given, the plan holds no such part, or nothing of that id is asked.
    """
    permit(by, Deed.LINK_OBLIGATION, obligation.workspace_id)
    _check_stands(obligation)
    value = queries.value(obligation)
    known = {one.id for _, one in value.round.questions()} | {one.id for one in value.round.requirements}
    if asked not in known:
        raise Refusal("The round does not ask that.", next_step="Choose one of its questions or requirements.")
    part, words = part.strip(), words.strip()
    if not part and not words:
        raise Refusal(
            "Neither a place nor words are given.", next_step="Choose where the plan answers it, or say why not."
        )
    if part and part not in queries.parts(obligation.workspace):
        raise Refusal("The plan holds nothing of that kind that answers.", next_step="Choose another part of the plan.")
    before = ServedBy.objects.filter(obligation=obligation, asked=asked).values("part", "words").first()
    row, _ = ServedBy.objects.update_or_create(
        obligation=obligation, asked=asked, defaults={"part": part, "words": words}
    )
    audit.record(
        "obligation.answered", about=row, by=by, at=at, workspace=obligation.workspace, asked=asked,
        obligation=value.label, before=before or {}, after={"part": part, "words": words},
    )  # fmt: skip
    return row


@transaction.atomic
def send_for(
    *, obligation: Obligation, words: str, channel: str, recipient: str, rests_on: str = "", by: Any, at: datetime
) -> FurtherReceipt:
    """Certify the published plan for this obligation and record it as sent, under a receipt of its own.

    ``rests_on`` is needed where no limb of the decision names the obligation. Raises a Refusal while nothing is
    published, when the texts differ without a reason, when the certifier wrote the plan, when nothing is said on what
    it rests, and when the same text was sent for it already.
    """
    permit(by, Deed.SUBMIT_RETURN, obligation.workspace_id)
    _check_stands(obligation)
    if not words.strip() or not recipient.strip():
        raise Refusal(
            "The certificate and the address it goes to are both needed.", next_step="Fill in the one that is empty."
        )
    publication, mark = _to_send(obligation.workspace, by)
    limb = queries.own_limb(obligation) or rests_on.strip()
    if not limb:
        raise Refusal(
            f"No limb of the decision names {queries.value(obligation).label}.",
            next_step="Each return rests on a resolution of its own: record it, or say on which other it rests.",
            rule="R18",
        )
    before = FurtherReceipt.objects.filter(obligation=obligation, plan_fingerprint=mark).first()
    if before:
        raise Refusal("This text was sent for it already.", next_step=f"See receipt {before.number}.")
    row = FurtherReceipt.objects.create(
        obligation=obligation,
        publication=publication,
        number=_number(obligation, mark, at),
        rests_on=limb,
        words=words.strip(),
        certified_by_name=getattr(by, "name", "Moothall"),
        certified_by_post=getattr(by, "post", ""),
        certified_by_id=getattr(by, "pk", 0) or 0,
        channel=channel,
        recipient=recipient.strip(),
        sent_at=at,
        plan_fingerprint=mark,
        pdf_sha256=publication.pdf.sha256,
    )
    audit.record(
        "obligation.sent", about=row, by=by, at=at, workspace=obligation.workspace, receipt=row.number,
        obligation=queries.value(obligation).label, recipient=row.recipient, rests_on=limb, fingerprint=mark,
    )  # fmt: skip
    return row


@transaction.atomic
def end(*, obligation: Obligation, reason: str, by: Any, at: datetime) -> Obligation:
    """Let the plan answer an obligation no longer. What was said and sent for it stays. Refused without a reason."""
    permit(by, Deed.LINK_OBLIGATION, obligation.workspace_id)
    row = Obligation.objects.select_for_update().get(pk=obligation.pk)
    _check_stands(row)
    if not reason.strip():
        raise Refusal("A reason is needed.", next_step="Say in a sentence why the plan answers it no longer.")
    row.ended_at, row.ended_reason = at, reason.strip()
    row.save(update_fields=["ended_at", "ended_reason"])
    audit.record(
        "obligation.ended", about=row, by=by, at=at, obligation=queries.value(row).label, reason=reason.strip()
    )
    return row


def _check_stands(obligation: Obligation) -> None:
    if obligation.ended_at is not None:
        raise Refusal("The plan answers this no longer.", next_step="Take it on again if that was wrong.")


def _to_send(workspace: Workspace, by: Any) -> tuple[Publication, str]:
    """The published text that may be sent, and its fingerprint: the same conditions as for the plan's own return."""
    publication = published.latest(workspace.pk)
    shown = published.published(workspace.slug, workspace.round_slug)
    values.check_may_send(
        agreement=shown.agreement if shown else None,
        is_withdrawn=bool(publication and publication.withdrawn_at),
        note=publication.note if publication else "",
    )
    assert publication is not None and shown is not None  # checked above
    values.check_certifier(
        getattr(by, "name", "Moothall"),
        writers={version.kept_by_name for version in plans.versions(workspace)},
        others=people.names_of(Role.CHIEF_EXECUTIVE, workspace.pk),
    )
    return publication, shown.agreement.published


def _number(obligation: Obligation, mark: str, at: datetime) -> str:
    """A number like a return's, with the obligation's own at its end: no return can ever bear the same."""
    count = obligation.receipts.count() + 1
    first = values.receipt_number(gss=obligation.workspace.gss, sent_at=at, count=count, fingerprint=mark)
    return f"{first}-O{obligation.number}"
