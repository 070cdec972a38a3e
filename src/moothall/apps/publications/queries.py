"""What the public may see, as frozen values. The only door of the apps that public pages and the API use."""

from dataclasses import replace

from django.db.models import QuerySet

from moothall.apps.closings import queries as closings
from moothall.apps.extensions import queries as extensions
from moothall.apps.files import queries as files
from moothall.apps.groups import queries as groups
from moothall.apps.progress import queries as progress
from moothall.apps.publications import lines
from moothall.apps.publications.goings import goings
from moothall.apps.publications.models import Publication
from moothall.apps.rounds import queries as rounds
from moothall.apps.routes import walking
from moothall.documents.exchange import plan_json
from moothall.domain.fingerprints import fingerprint
from moothall.domain.lineage_public import PublicChange, public_changes
from moothall.domain.plain import build
from moothall.domain.plans import Plan
from moothall.domain.publications import (
    Agreement,
    KnownText,
    ListedPlan,
    PublicReceipt,
    PublishedDecision,
    PublishedPlan,
    PublishedVersion,
    TrailPoint,
    agreement,
)
from moothall.domain.rounds import Round


def published(slug: str, round_slug: str, version: int | None = None) -> PublishedPlan | None:
    """A council's published plan for a round: the latest version, or the one asked for. None where there is none."""
    rows = list(
        Publication.objects.filter(workspace__slug=slug, workspace__round_slug=round_slug).select_related(
            "workspace", "pdf"
        )
    )
    wanted = next((row for row in rows if version is None or row.version == version), None)
    if wanted is None:
        return None
    banner, later = walking.subject_to(wanted.workspace)
    shared = groups.shares_with(wanted.workspace)
    went = goings(wanted.workspace_id, wanted.receipt_number, wanted.sent_at) if wanted.sent_at else ()
    return replace(_value(wanted, rows), subject_to=banner, decided_later=later, goings=went, shares_with=shared)


def all_published(round_slug: str | None = None) -> tuple[PublishedPlan, ...]:
    """The latest version of every published plan, by council's name."""
    rows = Publication.objects.select_related("workspace", "pdf").order_by("workspace__authority_name", "-version")
    if round_slug:
        rows = rows.filter(workspace__round_slug=round_slug)
    latest: dict[int, Publication] = {}
    for row in rows:
        latest.setdefault(row.workspace_id, row)
    return tuple(_value(row, [row]) for row in latest.values())


def listed(round_slug: str | None = None) -> tuple[ListedPlan, ...]:
    """The newest version of every published plan as rows of a list, by council's name. One query, however many."""
    rows = Publication.objects.order_by("workspace__authority_name", "workspace_id", "-version")
    if round_slug:
        rows = rows.filter(workspace__round_slug=round_slug)
    latest: dict[int, ListedPlan] = {}
    for row in rows.values(
        "workspace_id", "workspace__slug", "workspace__official_name", "workspace__round_slug", "plan__title",
        "decision", "published_at", "withdrawn_at",
    ):  # fmt: skip
        if row["workspace_id"] in latest:
            continue
        decision = row["decision"]
        latest[row["workspace_id"]] = ListedPlan(
            slug=row["workspace__slug"],
            authority_name=row["workspace__official_name"],
            round_slug=row["workspace__round_slug"],
            title=row["plan__title"],
            decided=build(PublishedDecision, decision).sentence if decision else "",
            published_at=row["published_at"],
            withdrawn_at=row["withdrawn_at"],
        )
    return tuple(latest.values())


def of_council(slug: str) -> tuple[ListedPlan, ...]:
    """A council's newest version for every round it published for, the one published last first."""
    rows = Publication.objects.filter(workspace__slug=slug).values_list("workspace__round_slug", flat=True).distinct()
    found = [one for round_slug in rows.order_by() for one in listed(round_slug) if one.slug == slug]
    return tuple(sorted(found, key=lambda one: one.published_at, reverse=True))


def round_called(slug: str) -> Round | None:
    """The round a published plan belongs to."""
    return rounds.round_called(slug)


def round_as_written(slug: str) -> Round | None:
    """The round as its file says it, before its amendments are carried out."""
    return rounds.round_as_written(slug)


def all_rounds() -> tuple[Round, ...]:
    """Every round held here, the one with the latest deadline first."""
    return rounds.rounds()


def pdf(slug: str, round_slug: str, version: int) -> bytes | None:
    """The PDF of one published version. Raises a Refusal if the kept file is damaged."""
    row = (
        Publication.objects.filter(workspace__slug=slug, workspace__round_slug=round_slug, version=version)
        .select_related("pdf")
        .first()
    )
    return files.content(row.pdf) if row else None


def latest(workspace_id: int) -> Publication | None:
    """The newest publication of a workspace, for the council's own pages."""
    return Publication.objects.filter(workspace_id=workspace_id).select_related("pdf", "workspace").first()


def with_fingerprint(mark: str) -> Publication | None:
    """A publication whose text has this fingerprint, for checking a copy."""
    return Publication.objects.filter(plan_fingerprint=mark).select_related("workspace").first()


def versions(slug: str, round_slug: str) -> tuple[PublishedVersion, ...]:
    """Every published version of a council's plan for a round with its note, newest first."""
    rows = Publication.objects.filter(workspace__slug=slug, workspace__round_slug=round_slug)
    return tuple(
        PublishedVersion(row.version, row.published_at, row.note, row.withdrawn_at, row.withdrawn_note) for row in rows
    )


def receipt(number: str) -> PublicReceipt | None:
    """What a public receipt shows of the return with this number, or None. The texts are compared anew."""
    row = (
        Publication.objects.filter(receipt_number=number, sent_at__isnull=False)
        .select_related("workspace", "pdf")
        .first()
    )
    if row is None or row.sent_at is None:
        return None
    plan, round_ = plan_json.load(row.plan), rounds.round_called(row.workspace.round_slug)
    banner, later = walking.subject_to(row.workspace)
    return PublicReceipt(
        number=row.receipt_number,
        sent_at=row.sent_at,
        certified_by=row.certified_by_name,
        post=row.certified_by_post,
        authority_name=row.workspace.official_name,
        slug=row.workspace.slug,
        round_slug=row.workspace.round_slug,
        version=row.version,
        title=plan.title,
        is_latest=not _later(row),
        is_fictional=row.workspace.is_fictional,
        withdrawn_at=row.withdrawn_at,
        sent_fingerprint=row.sent_fingerprint,
        pdf_sha256=row.pdf.sha256,
        agreement=_agreement(row, plan),
        subject_to=banner,
        decided_later=later,
        not_sent="" if banner else walking.not_sent_said(row.workspace),
        due=extensions.deadline_on(row.workspace, round_) if round_ else None,
        goings=goings(row.workspace_id, row.receipt_number, row.sent_at),
        continued=closings.continued(row.workspace_id),
        files=files.listed(f"return/{row.receipt_number}"),
    )


def known_text(mark: str) -> KnownText | None:
    """The newest publication whose text has this fingerprint, or None."""
    return _known(Publication.objects.filter(plan_fingerprint=mark))


def known_file(sha256: str) -> KnownText | None:
    """The newest publication whose PDF is this very file, or None."""
    return _known(Publication.objects.filter(pdf__sha256=sha256))


def _known(rows: QuerySet[Publication]) -> KnownText | None:
    row = rows.select_related("workspace", "pdf").order_by("-published_at").first()
    return known(row) if row is not None else None


def known(row: Publication) -> KnownText:
    """What is known of a published text: whose it is, which version, and what came after it."""
    later = Publication.objects.filter(workspace_id=row.workspace_id, version__gt=row.version)
    return KnownText(
        authority_name=row.workspace.official_name,
        slug=row.workspace.slug,
        round_slug=row.workspace.round_slug,
        version=row.version,
        title=str(row.plan["title"]),
        is_latest=not later,
        published_at=row.published_at,
        withdrawn_at=row.withdrawn_at,
        resolved_fingerprint=row.resolved_fingerprint,
        sent_fingerprint=row.sent_fingerprint,
        fingerprint=row.plan_fingerprint,
        pdf_sha256=row.pdf.sha256,
        is_endorsed=row.is_endorsed,
        withdrawn_note=row.withdrawn_note,
        later=tuple(
            PublishedVersion(one.version, one.published_at, one.note, one.withdrawn_at, one.withdrawn_note)
            for one in later
        ),
    )


def _later(row: Publication) -> bool:
    return Publication.objects.filter(workspace_id=row.workspace_id, version__gt=row.version).exists()


def changes_since_resolved(shown: PublishedPlan) -> tuple[PublicChange, ...]:
    """Each change from what members resolved to a published version, with what it rests on; none once withdrawn."""
    if shown.withdrawn_at is not None or "agreed" not in shown.agreement.differs:
        return ()
    row = Publication.objects.select_related("workspace").get(
        workspace__slug=shown.slug, workspace__round_slug=shown.round_slug, version=shown.version
    )
    return public_changes(lines.line_of(row.workspace, upto=row))


def _agreement(row: Publication, plan: Plan) -> Agreement:
    """Whether the texts agree; where the published one is not the agreed one, in how many places and on what basis."""
    mark = fingerprint(plan)
    differs = bool(row.resolved_fingerprint) and row.resolved_fingerprint != mark
    return agreement(
        resolved=row.resolved_fingerprint, published=mark, sent=row.sent_fingerprint,
        because=lines.difference_said(row) if differs else "",
    )  # fmt: skip


def _value(row: Publication, rows: list[Publication]) -> PublishedPlan:
    workspace, plan = row.workspace, plan_json.load(row.plan)
    decision = row.decision
    return PublishedPlan(
        slug=workspace.slug,
        gss=workspace.gss,
        authority_name=workspace.official_name,
        short_name=workspace.authority_name,
        colour=workspace.colour,
        is_fictional=workspace.is_fictional,
        round_slug=workspace.round_slug,
        version=row.version,
        is_latest=row.version == max(one.version for one in rows),
        versions=tuple(sorted((one.version for one in rows), reverse=True)),
        plan=plan,
        decision=build(PublishedDecision, decision) if decision else None,
        trail=build(tuple[TrailPoint, ...], row.trail),
        agreement=_agreement(row, plan),
        is_endorsed=row.is_endorsed,
        published_at=row.published_at,
        note=row.note,
        withdrawn_at=row.withdrawn_at,
        withdrawn_note=row.withdrawn_note,
        sent_at=row.sent_at,
        receipt_number=row.receipt_number,
        pdf_size=row.pdf.size,
        readings=progress.readings(workspace.pk, released=True),
        milestone_updates=progress.milestone_updates(workspace.pk, released=True),
        pointers=progress.pointers(workspace.pk, released=True),
        breaks=progress.breaks(workspace.pk, released=True),
        said=progress.last_word(workspace.pk),
        continued=closings.continued(workspace.pk),
    )
