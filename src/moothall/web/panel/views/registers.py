"""The register of returns, as a page and as a file. In order of name, whatever is asked."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from moothall.apps.panel import queries as panel
from moothall.domain.rounds import Round
from moothall.web.panel import register_pages
from moothall.web.panel.access import for_the_panel
from moothall.web.panel.forms.registers import RegisterFilter


@for_the_panel
def register(request: HttpRequest, round_: Round) -> HttpResponse:
    """Who has returned, as far as is known here; filtered by name, state and region, ordered by name alone."""
    rows = panel.register(round_.slug)
    real = [row for row in rows if not row.is_fictional]
    invented = [row for row in rows if row.is_fictional]
    form = RegisterFilter(request.GET, rows=real)
    chosen = form.chosen()
    context = {
        "round_": round_,
        "section": "register",
        "form": form,
        "answer": register_pages.answer(real, invented, is_invented=round_.fictional),
        # No real council owes an invented round anything, so nothing of theirs is counted there.
        "counts": register_pages.counts([] if round_.fictional else real),
        "regions": register_pages.by_region([] if round_.fictional else real),
        "letters": register_pages.by_letter(chosen),
        "shown": len(chosen),
        "total": len(real),
        "invented": invented,
        "is_filtered": len(chosen) < len(real),
    }
    return render(request, "panel/register.html", context)


@for_the_panel
def register_csv(request: HttpRequest, round_: Round) -> HttpResponse:
    """The whole register as CSV, in order of name. Invented councils stand last and say that they are."""
    rows = panel.register(round_.slug)
    plans = {
        row.slug: settings.MOOTHALL.address + reverse("public:plan", args=(round_.slug, row.slug))
        for row in rows
        if row.slug
    }
    content = register_pages.as_csv(rows, title=round_.title, plans=plans)
    name = f"{round_.slug}-register.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
    return HttpResponse(content, content_type="text/csv; charset=utf-8", headers=headers)
