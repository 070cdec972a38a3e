"""What a person certifies: the return as a value, with all that must hold before it may be one."""

from datetime import datetime
from typing import Any

from moothall.apps.people import queries as people
from moothall.apps.plans import queries as plans
from moothall.apps.publications import lines
from moothall.apps.publications import queries as published
from moothall.apps.publications.models import Publication
from moothall.apps.returns.models import Return
from moothall.apps.workspaces.models import Workspace
from moothall.documents.exchange import plan_json
from moothall.domain import returns as values
from moothall.domain.plain import build
from moothall.domain.publications import PublishedDecision
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role


def to_certify(workspace: Workspace, *, words: str, recipient: str, by: Any) -> tuple[Publication, str]:
    """The published text a person may certify now, and its fingerprint.

    Raises a Refusal while nothing is published, when the texts differ without a reason, when the certifier wrote the
    plan, when the same words were certified before, and without a certificate or an address.
    """
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
        is_accounted=publication is not None and lines.is_accounted(publication),
    )
    assert publication is not None and shown is not None  # checked above
    values.check_certifier(
        getattr(by, "name", "Moothall"),
        writers={version.kept_by_name for version in plans.versions(workspace)},
        others=people.names_of(Role.CHIEF_EXECUTIVE, workspace.pk),
    )
    mark = shown.agreement.published
    before = Return.objects.filter(workspace=workspace, plan_fingerprint=mark).first()
    if before is not None:
        raise Refusal(
            f"This text was {'sent' if before.went_at else 'certified'} already.",
            next_step=f"See receipt {before.receipt_number}.",
        )
    return publication, mark


def last(workspace: Workspace) -> Return | None:
    """The return that a new one would stand in the place of, or None."""
    return Return.objects.filter(workspace=workspace).order_by("-pk").first()


def value(
    workspace: Workspace,
    publication: Publication,
    mark: str,
    *,
    words: str,
    channel: str,
    recipient: str,
    by: Any,
    at: datetime,
) -> values.Return:
    """The return as it would be certified at a moment, under the next receipt number."""
    count = Return.objects.filter(workspace=workspace).count() + 1
    decision, before = publication.decision, last(workspace)
    return values.Return(
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
        replaces=before.receipt_number if before else "",
    )
