"""The answers that councils of a round share with everyone in it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from moothall.apps.correspondence import queries
from moothall.domain.rounds import Round
from moothall.web.panel.access import for_the_round


@for_the_round
def shared(request: HttpRequest, round_: Round) -> HttpResponse:
    """Each answer shared in this round, with the question, and the council where it gave its name."""
    return render(request, "panel/answers.html", {"round_": round_, "rows": queries.shared_in(round_.slug)})
