"""Coded passages that look for their words in a corrected plan."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from moothall.apps.evidence import actions
from moothall.apps.evidence import queries as evidence
from moothall.apps.panel.reading import text_of
from moothall.apps.people import queries as people
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed, check_may
from moothall.domain.rounds import Round
from moothall.web.panel.access import for_the_panel


@for_the_panel
def looking(request: HttpRequest, round_: Round) -> HttpResponse:
    """What waits for a person, council by council."""
    context = {"round_": round_, "section": "evidence", "waiting": evidence.of_the_panel(round_.slug)}
    return render(request, "panel/evidence.html", context)


@require_POST
@login_required
def place(request: HttpRequest, round_slug: str, evidence_id: int) -> HttpResponse:
    """The words are here, or they are gone."""
    try:
        check_may(Deed.PLACE_PASSAGE, people.roles(request.user))  # type: ignore[arg-type]
    except Refusal as refusal:
        raise PermissionDenied(str(refusal)) from refusal
    row = evidence.one_of_the_panel(round_slug, evidence_id)
    text = text_of(row.workspace) if row is not None else None
    if row is None or text is None:
        raise Http404("There is no such evidence in this round.")
    candidate, now = request.POST.get("candidate", ""), timezone.localtime()
    try:
        if candidate == "gone":
            actions.say_gone(evidence=row, by=request.user, at=now)
        else:
            number = int(candidate) if candidate.isascii() and candidate.isdigit() else None
            words = request.POST.get("words", "")
            actions.choose_place(evidence=row, text=text, candidate=number, words=words, by=request.user, at=now)
        messages.success(request, "The answer is kept.")
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("panel:evidence", round_slug)
