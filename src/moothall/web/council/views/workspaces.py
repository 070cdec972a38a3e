"""My work, one workspace at a glance, the record of it, and opening a new one."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from moothall.apps.audit import queries as audit
from moothall.apps.call_ins import queries as call_ins
from moothall.apps.extensions import queries as extensions
from moothall.apps.groups import queries as groups
from moothall.apps.implications import queries as implications
from moothall.apps.intake import queries as intake
from moothall.apps.people import queries as people
from moothall.apps.plans import queries as plans
from moothall.apps.promised import queries as promised
from moothall.apps.publications import queries as publications
from moothall.apps.reports import queries as reports
from moothall.apps.returns import queries as returns
from moothall.apps.returns import trails
from moothall.apps.rounds import queries as all_rounds
from moothall.apps.routes import queries as routes
from moothall.apps.routes import walking
from moothall.apps.workspaces import actions
from moothall.apps.workspaces import queries as workspaces
from moothall.apps.writing import assignments
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed, Role, may
from moothall.domain.trail import current
from moothall.domain.waiting import due
from moothall.web.council import (
    agreement_rows,
    call_in_rows,
    needs,
    report_where_rows,
    told,
    unsaved_rows,
    walk_rows,
    where,
)
from moothall.web.council.access import Here, in_workspace, tell
from moothall.web.council.forms.workspaces import OpenWorkspaceForm

LATEST = 6


@login_required
def my_work(request: HttpRequest) -> HttpResponse:
    """The workspaces of the person looking, each with what it waits for; the panel's and operator's doors beside it."""
    today = timezone.localdate()
    roles = people.roles(request.user)  # type: ignore[arg-type]
    rows = [
        (row, current(trails.trail_of(row, as_of=today)), people.roles(request.user, workspace_id=row.pk))  # type: ignore[arg-type]
        for row in workspaces.workspaces_of(request.user)  # type: ignore[arg-type]
    ]
    found = implications.asked_of(request.user, [row for row, _, _ in rows], all_rounds.round_called, as_of=today)  # type: ignore[arg-type]
    every = {one.slug: one for one in publications.all_rounds()}
    mine = [row for row, _, held in rows if may(Deed.SETTLE_CALL_IN, held)]
    context = {
        "rows": rows,
        "to_settle": call_ins.to_settle(mine, at=timezone.localtime()) if mine else [],
        "to_follow": call_ins.to_follow(mine, at=timezone.localtime()) if mine else [],
        "asked": [
            (one.request.workspace, agreement_rows.row(one, {}, you=request.user.pk or 0, today=today)) for one in found
        ],
        "to_write": assignments.of_person(request.user),  # type: ignore[arg-type]
        "shared": groups.waiting([row for row, _, held in rows if may(Deed.TAKE_BASE_WORDS, held)]),
        "promised": promised.of_person(request.user),  # type: ignore[arg-type]
        "today": today,
        "unsaved": unsaved_rows.rows(request.user),
        "due_on": extensions.due_days((row, every[row.round_slug]) for row, _, _ in rows if row.round_slug in every),
        "unsent": {row.pk for row, _, _ in rows if walking.not_sent(row) is not None},
        "rounds": every,
        "lists_reports": any(Role.DEMOCRATIC_SERVICES in held for _, _, held in rows),
        "is_operator": may(Deed.OPEN_WORKSPACE, roles),
        "is_panel": may(Deed.READ_REGISTER, roles),
    }
    return render(request, "council/my_work.html", context)


@in_workspace()
def workspace(request: HttpRequest, here: Here) -> HttpResponse:
    """Where the plan is: who has it, what is missing, and every date it is bound by."""
    today = timezone.localdate()
    steps = trails.trail_of(here.workspace, as_of=today)
    waiting, decision = current(steps), routes.deciding_decision(here.workspace)
    route, draft, report = routes.route(here.workspace), plans.draft(here.workspace), reports.report(here.workspace)
    planned = routes.planned(route) if route else None
    dates = routes.standing_dates(route)
    by_when = due(
        waiting.stage.key if waiting else "",
        [one.step for one in dates] if planned else (),
        deadline_on=here.due.on,
        as_of=today,
    )
    known = needs.Known(
        documents=intake.uploads(here.workspace),
        draft=draft,
        version=plans.latest_version(here.workspace),
        report=report,
        route=route,
        decision=decision,
        publication=publications.latest(here.workspace.pk),
        returns=returns.returns(here.workspace),
    )
    context = {
        "here": here,
        "trail": steps,
        "waiting": waiting,
        "answer": call_in_rows.held(decision)
        or walk_rows.unsent(decision)
        or where.answer(here, waiting, by_when, names=where.names_for(here, waiting)),
        "due": by_when,
        "days_left": (by_when.on - today).days,
        "missing": where.missing(here, draft, report, today=today, is_decided=decision is not None),
        "report_line": report_where_rows.line(here, today=today),
        "draft": draft,
        "planned": planned,
        "dates": where.clock_rows(dates) if planned else [],
        "decision": decision,
        "is_endorsed": bool(decision and routes.is_endorsed(decision)),
        "is_overseen": bool(decision and routes.is_overseen(decision)),
        "stages": needs.stages(here, known, today=today),
        "latest": told.lines(audit.of_workspace(here.workspace.pk)[:LATEST], told.names_here(here, draft)),
    }
    return render(request, "council/workspace.html", context)


@in_workspace()
def record(request: HttpRequest, here: Here) -> HttpResponse:
    """Everything that happened in this workspace, newest first, fifty lines to a page."""
    page = Paginator(audit.of_workspace(here.workspace.pk), 50).get_page(request.GET.get("page"))
    names = told.names_here(here, plans.draft(here.workspace))
    context = {"here": here, "page": page, "lines": told.lines(page, names)}
    return render(request, "council/record.html", context)


@login_required
def open_workspace(request: HttpRequest) -> HttpResponse:
    """Open a council's workspace for a round and give its first policy officer the role. For the operator."""
    if not may(Deed.OPEN_WORKSPACE, people.roles(request.user)):  # type: ignore[arg-type]
        raise PermissionDenied("Only an operator opens workspaces. Ask whoever runs Moothall here.")
    form = OpenWorkspaceForm(request.POST or None, rounds=publications.all_rounds(), people=people.everyone())
    if request.method == "POST" and form.is_valid():
        try:
            opened = actions.open_workspace(
                authority=form.authority,
                round_=form.round_,
                governance=form.cleaned_data["governance"],
                first_person=form.person,
                roles=[Role(role) for role in form.cleaned_data["roles"]],
                by=request.user,
                at=timezone.localtime(),
            )
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, f"{opened.official_name} has a workspace. {form.person.name} can begin.")
            return redirect("council:my_work")
    context = {
        "form": form,
        "opened": workspaces.all_workspaces(),
        "rounds": {one.slug: one.title for one in publications.all_rounds()},
    }
    return render(request, "council/open_workspace.html", context)
