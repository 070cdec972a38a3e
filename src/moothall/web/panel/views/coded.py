"""What was confirmed: the frame, the passages under each code, how far coders agree, and both files."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from moothall.apps.coding import anchors, queries
from moothall.domain.agreement import ENOUGH
from moothall.domain.coding import CodeKind
from moothall.domain.rounds import Round
from moothall.reference import coding_frame
from moothall.web.panel import code_pages
from moothall.web.panel.access import for_the_panel


@for_the_panel
def frame(request: HttpRequest, round_: Round) -> HttpResponse:
    """Every code with what it means, where it begins and ends, and examples."""
    held = coding_frame.frame()
    kinds = [(kind, held.codes(kind)) for kind in CodeKind]
    return render(
        request, "panel/coding_frame.html", {"round_": round_, "section": "codes", "frame": held, "kinds": kinds}
    )


@for_the_panel
def confirmed(request: HttpRequest, round_: Round) -> HttpResponse:
    """Every code with how many of the plans read hold it, and how far the coders agree."""
    anchors.follow()
    rows = queries.under_codes(round_.slug, is_invented=round_.fictional)
    context = {
        "round_": round_,
        "section": "codes",
        "read": queries.read(round_.slug, is_invented=round_.fictional),
        "kinds": [(kind, [row for row in rows if row.kind is kind]) for kind in CodeKind],
        "agreements": queries.agreements(round_.slug),
        "standing": queries.standing(round_.slug),
        "share": code_pages.share,
        "enough": ENOUGH,
    }
    return render(request, "panel/codes_confirmed.html", context)


@for_the_panel
def under(request: HttpRequest, round_: Round, code: str) -> HttpResponse:
    """The passages confirmed under one code, in the councils' words and in order of their names."""
    held = coding_frame.frame()
    found = next(((kind, one) for kind, one in held.every() if one.id == code), None)
    if found is None:
        raise Http404("The coding frame has no such code.")
    anchors.follow()
    rows = queries.under(round_.slug, code)
    counted = next(row for row in queries.under_codes(round_.slug, is_invented=round_.fictional) if row.code.id == code)
    context = {
        "round_": round_,
        "section": "codes",
        "kind": found[0],
        "code": found[1],
        "counted": counted,
        "read": queries.read(round_.slug, is_invented=round_.fictional),
        "rows": [(row, code_pages.shown(some, held, to=request.user, text=row.text)) for row, some in rows],
        "says": code,
        "raw": {row.pk: some for row, some in rows},
    }
    return render(request, "panel/codes_under.html", context)


@for_the_panel
def confirmed_jsonl(request: HttpRequest, round_: Round) -> HttpResponse:
    """The passages with a confirmed theme as JSON Lines, fit to learn from."""
    anchors.follow()
    content = code_pages.as_jsonl(queries.confirmed(round_.slug))
    return _file(content, "application/x-ndjson; charset=utf-8", f"{round_.slug}-confirmed.jsonl")


@for_the_panel
def confirmed_csv(request: HttpRequest, round_: Round) -> HttpResponse:
    """Every coding that holds as CSV, council by council in order of name."""
    anchors.follow()

    def address(row: queries.Coding) -> str:
        here = row.stands_at.publication.workspace
        page = reverse("public:plan", args=(round_.slug, here.slug))
        return f"{settings.MOOTHALL.address}{page}{'#' + row.stands_at.place if row.stands_at.place else ''}"

    content = code_pages.as_csv(
        queries.holding(round_.slug), frame=coding_frame.frame(), title_=round_.title, address=address
    )
    return _file(content, "text/csv; charset=utf-8", f"{round_.slug}-coded.csv")


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
    return HttpResponse(content, content_type=kind, headers=headers)
