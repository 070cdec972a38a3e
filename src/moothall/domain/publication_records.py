"""The whole public record of one published version as one value: what a file of it holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from moothall.domain.goings import Going
from moothall.domain.plans import Plan
from moothall.domain.progress import Break, MilestoneUpdate, Pointer, Reading, ReleasedWord
from moothall.domain.publications import PublishedDecision, PublishedPlan, PublishedVersion, TrailPoint


@dataclass(frozen=True, slots=True)
class PublicationRecord:
    """A published version with its decision, its corrections and its progress. ``plan`` is None once withdrawn.

    ``subject_to`` is what it is still subject to where it went out before members decided, ``decided_later`` what they
    made of it then.
    The three fingerprints are of the text members decided on, of this version and of the text that was sent; empty
    where there is none. What was told of progress is as it stood when the record was written.
    """

    authority: str
    authority_name: str
    is_invented: bool
    round: str
    slug: str
    title: str
    publication_version: int
    is_latest: bool
    published_at: datetime
    note: str
    withdrawn_at: datetime | None
    withdrawn_note: str
    is_endorsed: bool
    resolved_fingerprint: str
    plan_fingerprint: str
    sent_fingerprint: str
    sent_at: datetime | None
    receipt_number: str
    decision: PublishedDecision | None
    trail: tuple[TrailPoint, ...]
    versions: tuple[PublishedVersion, ...]
    plan: Plan | None
    readings: tuple[Reading, ...]
    milestones: tuple[MilestoneUpdate, ...]
    pointers: tuple[Pointer, ...] = ()
    breaks: tuple[Break, ...] = ()
    said: ReleasedWord | None = None
    subject_to: str = ""
    decided_later: str = ""
    goings: tuple[Going, ...] = ()


def record(shown: PublishedPlan, versions: Sequence[PublishedVersion]) -> PublicationRecord:
    """The record of the version shown, with every version there is. A withdrawn one comes without its words."""
    is_withdrawn = shown.withdrawn_at is not None
    return PublicationRecord(
        authority=shown.gss,
        authority_name=shown.authority_name,
        is_invented=shown.is_fictional,
        round=shown.round_slug,
        slug=shown.slug,
        title=shown.plan.title,
        publication_version=shown.version,
        is_latest=shown.is_latest,
        published_at=shown.published_at,
        note=shown.note,
        withdrawn_at=shown.withdrawn_at,
        withdrawn_note=shown.withdrawn_note,
        is_endorsed=shown.is_endorsed,
        resolved_fingerprint=shown.agreement.resolved,
        plan_fingerprint=shown.agreement.published,
        sent_fingerprint=shown.agreement.sent,
        sent_at=shown.sent_at,
        receipt_number=shown.receipt_number,
        decision=shown.decision,
        trail=shown.trail,
        versions=tuple(versions),
        plan=None if is_withdrawn else shown.plan,
        readings=() if is_withdrawn else tuple(one for some in shown.readings.values() for one in some),
        milestones=() if is_withdrawn else tuple(shown.milestone_updates.values()),
        pointers=() if is_withdrawn else tuple(one for some in shown.pointers.values() for one in some),
        breaks=() if is_withdrawn else tuple(one for some in shown.breaks.values() for one in some),
        said=None if is_withdrawn else shown.said,
        subject_to=shown.subject_to,
        decided_later=shown.decided_later,
        goings=shown.goings,
    )
