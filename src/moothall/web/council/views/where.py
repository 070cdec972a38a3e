"""Where is my report: the page of one report, and the list of every report for democratic services."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from moothall.apps.audit import queries as audit
from moothall.apps.handoff import queries as handoff
from moothall.apps.notices import queries as notices
from moothall.apps.people import queries as people
from moothall.apps.plans import queries as plans
from moothall.apps.reports import queries as reports
from moothall.apps.rounds import queries as rounds
from moothall.apps.workspaces import queries as workspaces
from moothall.domain.roles import Deed, Role
from moothall.web.council import report_list, report_where, told
from moothall.web.council import report_where_rows as shown
from moothall.web.council.access import Here, in_workspace
from moothall.web.council.forms.report_list import ReportListForm

LATEST = 4


@in_workspace()
def where_is_my_report(request: HttpRequest, here: Here) -> HttpResponse:
    """Where the covering report is: who has it, how long there is, what is missing, and every clock."""
    found = report_where.look(here.workspace, here.round_, as_of=timezone.localdate())
    draft, row = plans.draft(here.workspace), reports.report(here.workspace)
    context = {
        "here": here,
        "found": found,
        "answer": shown.answer(found),
        "others": shown.others(found),
        "first": found.where.holdings[0],
        "steps": shown.step_rows(found),
        "missing": shown.missing_rows(here, found),
        "clocks": shown.clock_rows(found.clocks),
        "agreements": shown.agreement_list(found),
        "version": plans.latest_version(here.workspace),
        "agenda_links": handoff.links(here.workspace),
        "notices_line": notices.line(here.workspace, as_of=timezone.localdate()),
        "draft": draft,
        "part_2": reports.exempt_text(row) if row and here.may(Deed.READ_EXEMPT) else None,
        "latest": told.lines(audit.of_workspace(here.workspace.pk)[:LATEST], told.names_here(here, draft)),
    }
    return render(request, "council/where.html", context)


def _listed(request: HttpRequest) -> tuple[list[report_list.ReportRow], report_list.Asked]:
    """Every report of the workspaces in which the person is democratic services, and what was asked for."""
    mine = people.workspace_ids_as(request.user, Role.DEMOCRATIC_SERVICES)  # type: ignore[arg-type]
    if not mine:
        raise PermissionDenied("This list is for democratic services. Open the page of one report from its workspace.")
    today, known = timezone.localdate(), {one.slug: one for one in rounds.rounds()}
    found = [
        report_where.look(one, known[one.round_slug], as_of=today)
        for one in workspaces.all_workspaces().filter(pk__in=mine)
        if one.round_slug in known
    ]
    return report_list.rows(found), report_list.asked_in(request.GET.dict())


@login_required
def every_report(request: HttpRequest) -> HttpResponse:
    """Where every report of one's council is, by meeting and then by name, narrowed without a script."""
    rows, asked = _listed(request)
    context = {
        "rows": report_list.narrowed(rows, asked),
        "of": len(rows),
        "form": ReportListForm(
            request.GET or None, meetings=report_list.meetings(rows), holders=report_list.holders(rows)
        ),
        "is_narrowed": asked != report_list.Asked(),
        "has_councils": len({one.found.workspace.gss for one in rows}) > 1,
        "query": request.GET.urlencode(),
    }
    return render(request, "council/every_report.html", context)


@login_required
def every_report_csv(request: HttpRequest) -> HttpResponse:
    """The same rows as CSV."""
    rows, asked = _listed(request)
    answer = HttpResponse(report_list.as_csv(report_list.narrowed(rows, asked)), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="where-is-every-report.csv"'
    return answer
