"""Learning a call-in rule from past decisions, for anyone. Nothing that is entered is kept."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from moothall.domain.rule_examples import next_thursday
from moothall.reference import bank_holidays
from moothall.web.public.forms.learning import PastDecisionsForm
from moothall.web.public.learning import Answer, answer


@require_http_methods(["GET", "HEAD", "POST"])
def learn(request: HttpRequest) -> HttpResponse:
    """The form and, after it was sent, the proposed rule with what it explains and what it does not."""
    form = past_decisions_form(request)
    found = answered(form)
    context = {"form": form, "answer": found, "count_query": _count_query(found), "section": "clocks"}
    return render(request, "public/learn.html", context)


def past_decisions_form(request: HttpRequest) -> PastDecisionsForm:
    """The form with what was sent, or empty."""
    sent = request.method == "POST"
    return PastDecisionsForm(
        request.POST if sent else None, request.FILES if sent else None, holidays=bank_holidays.england()
    )


def answered(form: PastDecisionsForm) -> Answer | None:
    """What the past decisions of a form show, or None where none were sent or they could not be read."""
    return answer(form.found, holidays=bank_holidays.england()) if form.is_bound and form.is_valid() else None


def _count_query(found: Answer | None) -> str:
    """The address of a date counted by the proposed rule: a decision taken and published next Thursday."""
    if found is None or found.learnt is None:
        return ""
    day = next_thursday(timezone.localdate()).isoformat()
    return f"{urlencode({'published': day, 'decided': day})}&{found.query(with_days=False)}"
