"""Learning the council's call-in rule from its own past decisions. Nothing is saved here: a person saves the rule."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from moothall.domain.local_rules import RuledClock
from moothall.web.council.access import Here, address, in_workspace
from moothall.web.public.views.learning import answered, past_decisions_form


@in_workspace()
def learn_rule(request: HttpRequest, here: Here) -> HttpResponse:
    """The form and, after it was sent, the proposed rule, with the way to enter it for those who may."""
    form = past_decisions_form(request)
    found = answered(form)
    context: dict[str, Any] = {"here": here, "form": form, "answer": found, "use": ""}
    if found is not None and found.is_explained and here.may("enter_rules"):
        context["use"] = f"{address(here, 'enter_rule', RuledClock.CALL_IN.value)}?{found.query()}"
    return render(request, "council/learn_rule.html", context)
