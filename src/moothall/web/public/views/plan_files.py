"""A published plan as files: JSON, PDF, Word, StratML, tables as CSV, its whole record, and the picture to share."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate

from moothall.apps.publications import pdfs
from moothall.apps.publications import queries as publications
from moothall.documents.exchange import plan_json as exchange
from moothall.documents.exchange import plan_stratml, publication_json
from moothall.documents.layouts import plan_data
from moothall.documents.writing import card, csv, docx
from moothall.domain.publication_records import record as record_of
from moothall.domain.publications import PublishedPlan
from moothall.domain.rounds import Round
from moothall.web.public.published import address_of, dated, file, kept_a_short_while, shown_at
from moothall.web.public.rounds import round_on

CSV = "text/csv; charset=utf-8"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SHEETS = {sheet.name: sheet for sheet in plan_data.SHEETS if not sheet.follows}
FOLLOWING = {sheet.name: sheet for sheet in plan_data.SHEETS if sheet.follows}


@kept_a_short_while
def plan_json(request: HttpRequest, round_slug: str, slug: str, version: int) -> HttpResponse:
    """The plan as data, as it stands inside its PDF."""
    shown = shown_at(round_slug, slug, version)
    return file(shown, lambda: exchange.to_bytes(shown.plan), "application/json", "plan.json")


@kept_a_short_while
def plan_pdf(request: HttpRequest, round_slug: str, slug: str, version: int) -> HttpResponse:
    """The plan as an accessible PDF that carries its data."""
    shown = shown_at(round_slug, slug, version)
    return file(shown, lambda: publications.pdf(slug, round_slug, version) or b"", "application/pdf", "plan.pdf")


@kept_a_short_while
def plan_docx(request: HttpRequest, round_slug: str, slug: str, version: int) -> HttpResponse:
    """The plan as a Word document."""
    shown = shown_at(round_slug, slug, version)
    return file(shown, lambda: _word(shown), WORD, "plan.docx")


@kept_a_short_while
def plan_xml(request: HttpRequest, round_slug: str, slug: str, version: int) -> HttpResponse:
    """The plan as StratML Part 2, for programs that know nothing of us."""
    shown = shown_at(round_slug, slug, version)
    return file(shown, lambda: _stratml(shown), "application/xml; charset=utf-8", "plan.xml")


@kept_a_short_while
def sheet(request: HttpRequest, round_slug: str, slug: str, version: int, name: str) -> HttpResponse:
    """One table of a version, for a spreadsheet."""
    shown = shown_at(round_slug, slug, version)
    return file(shown, lambda: _table(shown, SHEETS[name]), CSV, f"{name}.csv")


@kept_a_short_while
def following(request: HttpRequest, round_slug: str, slug: str, name: str) -> HttpResponse:
    """One table of what was told since, for a spreadsheet."""
    shown = shown_at(round_slug, slug)
    return file(shown, lambda: _table(shown, FOLLOWING[name]), CSV, f"{name}.csv")


@kept_a_short_while
def record(request: HttpRequest, round_slug: str, slug: str, version: int | None = None) -> HttpResponse:
    """The public record as JSON. It answers for a withdrawn plan too, which is then left out of it."""
    shown = shown_at(round_slug, slug, version)
    data = publication_json.to_bytes(record_of(shown, publications.versions(slug, round_slug)))
    return dated(HttpResponse(data, content_type="application/json"), shown)


@kept_a_short_while
def card_png(request: HttpRequest, round_slug: str, slug: str, version: int) -> HttpResponse:
    """The picture that is shown where somebody shares the address: the plan's title and council, in its colour."""
    shown = shown_at(round_slug, slug, version)
    said = f"Version {shown.version}. {shown.decision.sentence if shown.decision else ''}".strip()
    return file(
        shown,
        lambda: card.draw(title=shown.plan.title, owner=shown.authority_name, said=said, colour=shown.colour),
        "image/png",
        "card.png",
    )


def latest(request: HttpRequest, round_slug: str, slug: str, name: str) -> HttpResponse:
    """The file of this name of the newest version. It leads on, so that a saved copy knows its own address."""
    shown = shown_at(round_slug, slug)
    return redirect("public:plan_" + name.partition(".")[2], round_slug, slug, shown.version)


@kept_a_short_while
def dictionary(request: HttpRequest) -> HttpResponse:
    """What each column of each table means."""
    answer = HttpResponse(csv.write(plan_data.dictionary()), content_type=CSV)
    answer["Content-Disposition"] = 'inline; filename="columns.csv"'
    return answer


def _round(shown: PublishedPlan) -> Round:
    round_ = round_on(shown.round_slug, localdate(shown.published_at))
    if round_ is None:
        raise Http404
    return round_


def _word(shown: PublishedPlan) -> bytes:
    document = pdfs.plan_document(
        shown.plan,
        _round(shown),
        colour=shown.colour,
        decided=shown.decision.sentence if shown.decision else "",
        version=shown.version,
        note=shown.note,
        at=shown.published_at,
    )
    return docx.write(document, timestamp=shown.published_at)


def _stratml(shown: PublishedPlan) -> bytes:
    on = shown.published_at.date()
    return plan_stratml.to_bytes(shown.plan, _round(shown), published_on=on, source=address_of(shown))


def _table(shown: PublishedPlan, wanted: plan_data.Sheet) -> bytes:
    told = plan_data.Told(shown.plan, _round(shown), shown.readings, shown.milestone_updates)
    return csv.write(plan_data.compose(wanted, told))
