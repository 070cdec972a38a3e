"""Every text of a plan in order, to the published and the sent one: what was published is seen from here first."""

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone

from moothall.apps.lineage import queries as lineage
from moothall.apps.plans import queries as plans
from moothall.apps.plans.models import Version
from moothall.apps.publications.models import Publication
from moothall.apps.workspaces.models import Workspace
from moothall.documents.exchange import plan_json
from moothall.domain.fingerprints import fingerprint
from moothall.domain.lineage import Line, Text
from moothall.domain.lineage_checks import said_of
from moothall.domain.publications import Moment


def line_of(workspace: Workspace, *, upto: Publication | None = None) -> Line:
    """The line of a workspace's texts. With ``upto`` it ends with that publication, and with its sending."""
    return lineage.line(workspace, later_texts(workspace, upto=upto))


def line_with(workspace: Workspace, version: Version, *, at: datetime, by_name: str) -> Line:
    """The line as it would be if this version were published now: what is looked at before it goes out."""
    going_out = Text(Moment.PUBLISHED, plans.frozen(version), version.fingerprint, timezone.localdate(at), by_name)
    return lineage.line(workspace, (*later_texts(workspace), going_out))


def later_texts(workspace: Workspace, *, upto: Publication | None = None) -> tuple[Text, ...]:
    """The finished, the published and the sent texts of a workspace, as they came."""
    rows = Publication.objects.filter(workspace=workspace).order_by("version")
    if upto is not None:
        rows = rows.filter(version__lte=upto.version)
    found = sorted((one for row in rows for one in _texts(row)), key=lambda one: one[0])
    texts = tuple(text for _, text in found)
    return (*_finished(workspace, texts[:1]), *texts)


def difference_said(publication: Publication) -> str:
    """How a published text differs from what members resolved, and on what that rests; empty where it does not."""
    return said_of(line_of(publication.workspace, upto=publication), Moment.PUBLISHED)


def is_accounted(publication: Publication) -> bool:
    """Whether every change on the way to a published text has a confirmed authority."""
    return not line_of(publication.workspace, upto=publication).open


def _texts(row: Publication) -> Iterable[tuple[datetime, Text]]:
    plan = plan_json.load(row.plan)
    mark, name = fingerprint(plan), f"published version {row.version}"
    on = timezone.localdate(row.published_at)
    yield row.published_at, Text(Moment.PUBLISHED, plan, mark, on, row.published_by_name, name=name)
    if row.sent_at is not None:
        sent_on = timezone.localdate(row.sent_at)
        yield row.sent_at, Text(Moment.SENT, plan, mark, sent_on, row.certified_by_name, name=name)


def _finished(workspace: Workspace, published: tuple[Text, ...]) -> tuple[Text, ...]:
    """The kept version that was published first, where it is neither the resolved one nor finished by a delegate."""
    if not published:
        return ()
    before = [one.fingerprint for one in lineage.texts(workspace) if one.moment is not Moment.CONSIDERED]
    if not before or published[0].fingerprint in before:
        return ()
    kept = Version.objects.filter(workspace=workspace, fingerprint=published[0].fingerprint).last()
    return (lineage.finished(kept),) if kept else ()
