"""Finding passages of the published plans by their words."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from moothall.apps.panel import search as passages
from moothall.domain.rounds import Round
from moothall.web.panel.access import for_the_panel
from moothall.web.panel.forms.passages import MOST_PAGES, SearchBox

A_PAGE = 20


@for_the_panel
def search(request: HttpRequest, round_: Round) -> HttpResponse:
    """The box, and what was found: the nearest passages first, twenty to a page, each in the council's words."""
    form = SearchBox(request.GET)
    words, page = "", 1
    if form.is_valid():
        words, page = form.cleaned_data["words"].strip(), form.cleaned_data["page"]
    found = passages.find(words, round_.slug, limit=A_PAGE, offset=(page - 1) * A_PAGE)
    context = {
        "round_": round_,
        "section": "search",
        "form": form,
        "words": words,
        "found": found,
        "page": page,
        "first": (page - 1) * A_PAGE + 1,
        "has_more": found.total > page * A_PAGE and page < MOST_PAGES,
        "themes": {theme.key: theme.title for theme in round_.themes},
    }
    return render(request, "panel/search.html", context)
