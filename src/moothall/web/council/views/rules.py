"""The rules the council counts by: what stands, what it does to a date, and entering the constitution's own."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from moothall.apps.people import queries as people
from moothall.apps.routes import clocks
from moothall.apps.rules import actions
from moothall.apps.rules import queries as rulebooks
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed, Role
from moothall.domain.rule_examples import next_thursday
from moothall.web.council.access import Here, in_workspace, tell
from moothall.web.council.forms.rules import CallInForm, stands
from moothall.web.council.forms.workspaces import GOVERNANCE


@in_workspace()
def rules(request: HttpRequest, here: Here) -> HttpResponse:
    """The council's call-in rule with a decision counted by it, before and after it was last changed."""
    today = timezone.localdate()
    pack = clocks.pack_of(here.workspace, today)
    context: dict[str, Any] = {
        "here": here,
        "pack": pack,
        "governance": GOVERNANCE[pack.governance],
        "published_on": next_thursday(today),
        "example": clocks.worked_example(pack, as_of=today),
        "last": None,
        "who": people.names_of(Role.DEMOCRATIC_SERVICES, here.workspace.pk),
    }
    last = rulebooks.latest(here.workspace.gss)
    if last is not None:
        before = rulebooks.pack_on(here.workspace, today, version=last.number - 1)
        context |= {"last": last, "before": before, "example_before": clocks.worked_example(before, as_of=today)}
    return render(request, "council/rules.html", context)


@in_workspace(Deed.ENTER_RULES)
def enter_rules(request: HttpRequest, here: Here) -> HttpResponse:
    """Enter the call-in rule of the constitution."""
    pack = clocks.pack_of(here.workspace, timezone.localdate())
    form = CallInForm(request.POST or None, initial=stands(pack))
    if request.method == "POST" and form.is_valid():
        try:
            actions.bring_in_rules(
                workspace=here.workspace, rules=form.rules(), by=request.user, at=timezone.localtime()
            )
            messages.success(request, "Your rules are saved. Dates are counted by them from now on.")
            return redirect("council:rules", here.round_.slug, here.workspace.slug)
        except Refusal as refusal:
            tell(form, refusal)
    context = {"here": here, "form": form, "pack": pack, "governance": GOVERNANCE[pack.governance]}
    return render(request, "council/enter_rules.html", context)
