"""Rounds: what government asked, as data."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from moothall.apps.publications import queries as publications
from moothall.documents.exchange import round_json as exchange
from moothall.domain.rounds import LegalBasis, Round
from moothall.web.public.rounds import known_round, known_rounds

LEGAL_BASES = {
    LegalBasis.STATUTORY: "A duty in law",
    LegalBasis.RETURNS_POWER: "A general power to ask for returns",
    LegalBasis.POLICY_REQUEST: "A request of policy, without a duty in law",
    LegalBasis.GRANT_CONDITION: "A condition of grant",
}
CONFIDENCE = {
    "A": "Seen in an answer that was set out question by question",
    "B": "Described or answered in a source",
    "C": "Recalled only",
}


@require_safe
def rounds(request: HttpRequest) -> HttpResponse:
    """Every round, the one with the latest deadline first."""
    return render(request, "public/rounds.html", {"rounds": known_rounds(), "section": "rounds"})


@require_safe
def round_(request: HttpRequest, slug: str) -> HttpResponse:
    """One round: letter, dates, themes and questions, requirements, promises, amendments."""
    found = _round(slug)
    marks = {question.confidence for _, question in found.questions() if question.confidence}
    context: dict[str, Any] = {
        "round_": found,
        "address": settings.MOOTHALL.address + reverse("public:round", args=(slug,)),
        "legal_basis": LEGAL_BASES[found.legal_basis],
        "confidence": [(mark, words) for mark, words in CONFIDENCE.items() if mark in marks],
        "question_count": sum(1 for _ in found.questions()),
        "published": publications.listed(slug),
        "section": "rounds",
    }
    return render(request, "public/round.html", context)


@require_safe
def round_json(request: HttpRequest, slug: str) -> HttpResponse:
    """The round in its published format."""
    answer = JsonResponse(exchange.dump(_round(slug)), json_dumps_params={"ensure_ascii": False, "indent": 2})
    answer["Content-Disposition"] = f'inline; filename="{slug}.json"'
    return answer


def _round(slug: str) -> Round:
    found = known_round(slug)
    if found is None:
        raise Http404
    return found
