"""Sending the return, and its receipt."""

from datetime import datetime
from typing import Any

from django.db import transaction

from moothall.apps.audit import actions as audit
from moothall.apps.people import queries as people
from moothall.apps.people.permissions import permit
from moothall.apps.plans import queries as plans
from moothall.apps.publications import actions as publications
from moothall.apps.publications import queries as published
from moothall.apps.publications.models import Publication
from moothall.apps.returns.models import Return
from moothall.apps.workspaces.models import Workspace
from moothall.documents.exchange import plan_json, return_json
from moothall.domain import returns as values
from moothall.domain.fingerprints import fingerprint
from moothall.domain.plain import build
from moothall.domain.publications import PublishedDecision
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed, Role


@transaction.atomic
def submit_return(*, workspace: Workspace, words: str, channel: str, recipient: str, by: Any, at: datetime) -> Return:
    """Certify and send the published plan. ``words`` is the certificate; ``recipient`` is entered by the council.

    Raises a Refusal while nothing is published, when the texts differ without a reason, when the certifier wrote the
    plan, or when the same text was sent already.
    """
    permit(by, Deed.SUBMIT_RETURN, workspace.pk)
    if not words.strip() or not recipient.strip():
        raise Refusal(
            "The certificate and the address it goes to are both needed.", next_step="Fill in the one that is empty."
        )
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
    if publication.sent_fingerprint == shown.agreement.published:
        raise Refusal("This text was sent already.", next_step=f"See receipt {publication.receipt_number}.")
    row = _sent(workspace, publication, shown.agreement.published, words, channel, recipient, by, at)
    publications.mark_sent(
        publication,
        sent_at=at,
        fingerprint=row.plan_fingerprint,
        receipt_number=row.receipt_number,
        certified_by=(row.certified_by_name, row.certified_by_post),
    )
    audit.record(
        "return.submitted", about=row, by=by, at=at, receipt=row.receipt_number, recipient=recipient,
        fingerprint=row.plan_fingerprint, pack=row.pack_fingerprint,
    )  # fmt: skip
    return row


def _sent(
    workspace: Workspace,
    publication: Publication,
    mark: str,
    words: str,
    channel: str,
    recipient: str,
    by: Any,
    at: datetime,
) -> Return:
    count = Return.objects.filter(workspace=workspace).count() + 1
    decision = publication.decision
    value = values.Return(
        receipt_number=values.receipt_number(gss=workspace.gss, sent_at=at, count=count, fingerprint=mark),
        authority=workspace.gss,
        authority_name=workspace.official_name,
        round=workspace.round_slug,
        publication_version=publication.version,
        plan=plan_json.load(publication.plan),
        plan_fingerprint=mark,
        resolved_fingerprint=publication.resolved_fingerprint,
        pdf_sha256=publication.pdf.sha256,
        decision=build(PublishedDecision, decision) if decision else None,
        certified_by=values.Certifier(getattr(by, "name", "Moothall"), getattr(by, "post", "")),
        certificate=words,
        channel=channel,
        recipient=recipient,
        sent_at=at,
    )
    pack = return_json.dump(value)
    return Return.objects.create(
        workspace=workspace,
        publication=publication,
        receipt_number=value.receipt_number,
        certified_by_name=value.certified_by.name,
        certified_by_post=value.certified_by.post,
        certified_by_id=getattr(by, "pk", 0) or 0,
        words=words,
        channel=channel,
        recipient=recipient,
        sent_at=at,
        plan_fingerprint=mark,
        pdf_sha256=publication.pdf.sha256,
        pack=pack,
        pack_fingerprint=fingerprint(pack),
    )
