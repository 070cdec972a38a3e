"""Measures found in the tables of a document, each to be looked at and taken into the plan or recorded by a person."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from moothall.apps.intake import queries as intake
from moothall.apps.plans import queries as plans
from moothall.apps.publications import queries as publications
from moothall.documents.measure_tables import measures_in
from moothall.domain.measured import MeasureRead, ValueRead
from moothall.web.council.access import Here, address, in_workspace

_LONGEST = {"title": 300, "unit": 120, "source": 300, "baseline": 60, "baseline_period": 60, "target": 120}


@dataclass(frozen=True, slots=True)
class Row:
    """A measure found, and the plan's measure of the same name as its key; ``to_take`` and ``to_record`` are links.

    ``to_record`` are (value, link) for every value that is a figure of a period whose last day is known.
    """

    measure: MeasureRead
    key: str
    to_take: str
    to_record: tuple[tuple[ValueRead, str], ...]


@in_workspace()
def found_measures(request: HttpRequest, here: Here, upload_id: int) -> HttpResponse:
    """Every measure the document's tables give. Nothing is kept before a person saves it on the page that follows."""
    upload = intake.upload(here.workspace, upload_id)
    if upload is None or upload.record is None:
        raise Http404("Nothing was read in this document.")
    draft = plans.draft(here.workspace)
    known = {one.title.casefold(): one.key for one in draft.measure_set.all()} if draft else {}
    shown = publications.published(here.workspace.slug, here.workspace.round_slug)
    followed = frozenset(one.key for one in shown.plan.measures) if shown else frozenset()
    found = measures_in(intake.text(upload))
    rows = [_row(here, upload.name, one, known.get(one.title.casefold(), ""), followed) for one in found]
    context = {"here": here, "upload": upload, "rows": rows, "is_begun": draft is not None}
    return render(request, "council/found_measures.html", context)


def _row(here: Here, name: str, found: MeasureRead, key: str, followed: frozenset[str]) -> Row:
    source = f"{name}, page {found.where.page}"
    latest = found.latest
    given = {
        "title": found.title,
        "unit": found.unit or "",
        "source": source,
        "baseline": latest.written if latest else "",
        "baseline_period": latest.period if latest else "",
        "target": found.target or "",
    }
    take = urlencode({field: words[: _LONGEST[field]] for field, words in given.items() if words})
    record = tuple(
        (one, f"{address(here, 'record_reading', key)}?{_reading(one, source)}")
        for one in found.values
        if key in followed and one.number is not None and one.ends_on is not None
    )
    return Row(found, key, f"{address(here, 'add_measure')}?{take}", record)


def _reading(one: ValueRead, source: str) -> str:
    given = {"words": one.period[:60], "ended": str(one.ends_on), "value": str(one.number), "source": source[:300]}
    return urlencode(given)
