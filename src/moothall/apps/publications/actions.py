"""Publishing a plan: the page, the PDF with the plan inside it, and the data, all or none."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from moothall.apps.audit import actions as audit
from moothall.apps.decision_records import trails
from moothall.apps.files import actions as files
from moothall.apps.lineage import queries as lineage
from moothall.apps.people.permissions import permit
from moothall.apps.plans import queries as plans
from moothall.apps.plans.models import Version
from moothall.apps.publications import lines
from moothall.apps.publications.models import Publication
from moothall.apps.publications.pdfs import plan_pdf
from moothall.apps.routes import queries as routes
from moothall.apps.routes import walking
from moothall.apps.routes.models import Decision
from moothall.apps.workspaces.models import Workspace
from moothall.domain.fingerprints import plain
from moothall.domain.lineage import Line, Text
from moothall.domain.lineage_checks import check_may_go_out
from moothall.domain.publications import Moment, PublishedDecision, PutDate, TrailPoint
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.domain.rounds import Round

PUBLIC_DATES = frozenset({"call_in", "in_force"})
"""The dates of a decision that the public is told of beside its own day."""
BEFORE_PUBLISHING = frozenset({Moment.CONSIDERED, Moment.RESOLVED, Moment.FINALISED})


@transaction.atomic
def publish_plan(
    *, workspace: Workspace, version: Version, round_: Round, note: str = "", by: Any, at: datetime
) -> Publication:
    """Publish one kept version. A further publication is a correction and needs a note; the older one stays reachable.

    Only on a route that sends first may it go out before members have decided, and then it says what it is subject to.
    Raises a Refusal while the decision is missing or not in force, when the text is not the one members decided on and
    no note says why, or for a correction without a note.
    """
    permit(by, Deed.PUBLISH_PLAN, workspace.pk)
    decision = routes.deciding_decision(workspace)
    walking.check_may_go_out(workspace, at)
    told = _published_decision(decision) if decision else None
    before = Publication.objects.filter(workspace=workspace).first()
    agreed = lineage.resolved_version(decision)
    resolved = agreed.fingerprint if agreed else ""
    line = lines.line_with(workspace, version, at=at, by_name=getattr(by, "name", "Moothall"))
    _check_note(note, before=before, differs=decision is not None and resolved != version.fingerprint, line=line)
    number = (before.version if before else 0) + 1
    printed = plan_pdf(
        plans.frozen(version), round_, workspace=workspace, decided=_decided(workspace, told), version=number,
        note=note, at=at,
    )  # fmt: skip
    pdf = files.keep(printed, media_type="application/pdf", at=at)
    row = Publication.objects.create(
        workspace=workspace,
        version=number,
        plan=version.plan,
        plan_fingerprint=version.fingerprint,
        decision=plain(told),
        trail=plain(_trail(workspace, told, version, at, line)),
        resolved_fingerprint=resolved,
        is_endorsed=bool(decision and routes.is_endorsed(decision)),
        pdf=pdf,
        published_at=at,
        published_by_name=getattr(by, "name", "Moothall"),
        note=note,
    )
    audit.record(
        "plan.published", about=row, by=by, at=at, version=row.version, fingerprint=version.fingerprint,
        pdf=pdf.sha256, note=note,
    )  # fmt: skip
    return row


@transaction.atomic
def withdraw(*, publication: Publication, note: str, by: Any, at: datetime) -> Publication:
    """Withdraw a publication. Its address keeps answering and says when and why.

    Raises a Refusal without a note, or if it was withdrawn before: the first day and note stand.
    """
    permit(by, Deed.PUBLISH_PLAN, publication.workspace_id)
    if not note.strip():
        raise Refusal("A withdrawal needs a note.", next_step="Say in a sentence why the plan is withdrawn.")
    if publication.withdrawn_at is not None:
        raise Refusal("This publication is withdrawn already.", next_step="Publish a correction instead.")
    publication.withdrawn_at, publication.withdrawn_note = at, note
    publication.save(update_fields=["withdrawn_at", "withdrawn_note"])
    audit.record("plan.withdrawn", about=publication, by=by, at=at, note=note)
    return publication


def mark_sent(
    publication: Publication,
    *,
    sent_at: datetime,
    fingerprint: str,
    receipt_number: str,
    certified_by: tuple[str, str] = ("", ""),
) -> None:
    """Show on the public page that this text was sent, and by whose name and post it was certified.

    Part of submitting a return, which writes the line.
    """
    publication.sent_at, publication.sent_fingerprint, publication.receipt_number = sent_at, fingerprint, receipt_number
    publication.certified_by_name, publication.certified_by_post = certified_by
    publication.save(
        update_fields=["sent_at", "sent_fingerprint", "receipt_number", "certified_by_name", "certified_by_post"]
    )


def _check_note(note: str, *, before: Publication | None, differs: bool, line: Line) -> None:
    """Raise a Refusal for a correction without a note, and where the text differs without authority and note."""
    if note.strip():
        return
    if before is not None:
        raise Refusal("The plan is published already.", next_step="Say what the correction is, then publish again.")
    check_may_go_out(line, note=note)
    if differs and line.at(Moment.RESOLVED) is None:
        raise Refusal(
            "This version is not the text members decided on.",
            next_step="Publish that version, or say who changed it and under what authority.",
        )


def _decided(workspace: Workspace, told: PublishedDecision | None) -> str:
    """Who agreed it and when, and what it is still subject to, as it stands under its title."""
    return " ".join(one for one in (told.sentence if told else "", walking.subject_to(workspace)[0]) if one)


def _published_decision(decision: Decision) -> PublishedDecision:
    return PublishedDecision(
        body=decision.step.body,
        decided_on=decision.decided_on,
        limbs=routes.limbs(decision),
        minute=decision.minute,
        published_on=timezone.localdate(decision.published_at) if decision.published_at else None,
        in_force_on=routes.in_force_on(decision),
        put=tuple(
            PutDate(one.override.what, one.override.on, one.override.sentence, one.override.working)
            for one in routes.standing_dates(routes.route(decision.step.route.workspace))
            if one.override and one.step.body == decision.step.body and one.step.step in PUBLIC_DATES
        ),
        further=trails.further(decision),
    )


def _trail(
    workspace: Workspace, told: PublishedDecision | None, version: Version, at: datetime, line: Line
) -> list[TrailPoint]:
    """The line of the texts as the public is told of it. ``line`` ends with this version, as if it were published."""
    points = [_point(workspace, one, told) for one in line.texts[:-1] if one.moment in BEFORE_PUBLISHING]
    marks = {one.fingerprint for one in points if one.moment is not Moment.CONSIDERED}
    if told is not None and marks and version.fingerprint not in marks:
        kept_on = timezone.localdate(version.kept_at)
        said = f"Version {version.number}, {version.name}"
        points.append(TrailPoint(Moment.FINALISED, kept_on, said, version.fingerprint))
    if told is not None and not any(one.moment is Moment.RESOLVED for one in points):
        points.append(TrailPoint(Moment.RESOLVED, told.decided_on, f"{told.body} {told.deeds} it"))
    points.append(TrailPoint(Moment.PUBLISHED, timezone.localdate(at), "Published on this page", version.fingerprint))
    return points


def _point(workspace: Workspace, text: Text, told: PublishedDecision | None) -> TrailPoint:
    """One text before it was published: when it was kept and to whom it went, what was resolved, or who finished it."""
    if text.moment is Moment.RESOLVED and told is not None:
        return TrailPoint(text.moment, text.on, f"{told.body} {told.deeds} it", text.fingerprint)
    if text.moment is Moment.FINALISED:
        how = f"{text.by} finished it under the delegation" if text.finished else f"Version {text.version}, {text.name}"
        return TrailPoint(text.moment, text.on, how, text.fingerprint)
    assert text.version is not None  # what a body had before it is a kept version
    kept = Version.objects.get(workspace=workspace, number=text.version)
    said = f"Version {text.version} went to {text.by}"
    return TrailPoint(text.moment, timezone.localdate(kept.kept_at), said, text.fingerprint)
