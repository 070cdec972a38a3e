"""The members' page: what is asked of the leader, the cabinet and scrutiny, in a form that prints."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from moothall.apps.call_ins import queries as call_ins
from moothall.apps.plans import queries as plans
from moothall.apps.reports import queries as reports
from moothall.apps.routes import queries as routes
from moothall.apps.writing import reading
from moothall.domain.parts import PLAN, REPORT
from moothall.web.council import compared, member_rows, since_shown
from moothall.web.council.access import Here, in_workspace
from moothall.web.council.call_in_rows import decision_row


@in_workspace()
def members(request: HttpRequest, here: Here) -> HttpResponse:
    """What is asked of members, what changed, asks of government, risks, dates, commitments and decisions."""
    now, chosen, report = timezone.localtime(), routes.route(here.workspace), reports.report(here.workspace)
    value = reports.value(report) if report else None
    found = [call_ins.prospect(one, at=now) for one in routes.decisions(here.workspace)]
    decisions = [decision_row(one, request.user) for one in found]
    asked = member_rows.asked(chosen, value)
    context = {
        "here": here,
        "asked": asked,
        "answer": member_rows.answer(asked, decisions, today=now.date()),
        "report": value,
        "papers_on": member_rows.papers_on(chosen),
        "today": now.date(),
        "dates": routes.standing_dates(chosen),
        "decisions": decisions,
        "read": [_read(here, request.user, PLAN), _read(here, request.user, REPORT)],
        **_plan(here),
    }
    return render(request, "council/members.html", context)


def _read(here: Here, person: Any, whole: str) -> dict[str, Any]:
    """When the person looking last said that they have read the plan or the report, and what changed since."""
    begun = {PLAN: plans.draft, REPORT: reports.report}[whole](here.workspace) is not None
    mark = reading.last(here.workspace, whole, person) if begun else None
    found = since_shown.shown(here, whole, mark.entry) if mark else None
    return {"whole": whole, "is_begun": begun, "mark": mark, "found": found}


def _plan(here: Here) -> dict[str, Any]:
    """The plan as it was kept last, by theme, and what changed since the version before; the draft where none is."""
    kept, draft = plans.versions(here.workspace), plans.draft(here.workspace)
    plan = plans.frozen(kept[0]) if kept else plans.plan(draft, here.round_) if draft else None
    changed = compared.of_plans(plans.frozen(kept[1]), plan, here.round_) if plan and len(kept) > 1 else None
    return {
        "plan": plan,
        "version": kept[0] if kept else None,
        "before": kept[1] if len(kept) > 1 else None,
        "changed": changed,
        "by_theme": member_rows.by_theme(plan, here.round_) if plan else [],
    }
