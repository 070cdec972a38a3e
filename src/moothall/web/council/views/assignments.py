"""Who writes which part of the plan and of the report, and by when."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from moothall.apps.people import queries as people
from moothall.apps.plans import queries as plans
from moothall.apps.reports import queries as reports
from moothall.apps.writing import actions, assignments
from moothall.domain.parts import PLAN, REPORT, WHOLES
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.domain.sections import OPENING
from moothall.reference import house_templates
from moothall.web.council import parts_shown, report_parts
from moothall.web.council.access import Here, address, in_workspace, tell
from moothall.web.council.forms import assignments as forms

Row = tuple[str, str, Any, bool]


@in_workspace()
def who_writes(request: HttpRequest, here: Here) -> HttpResponse:
    """Every part of the plan and of the report: who writes it, by when, and which nobody has."""
    draft, report = plans.draft(here.workspace), reports.report(here.workspace)
    groups: list[tuple[str, str, list[Row], list[Row], int]] = []
    if draft is not None:
        rows = _rows(here, draft, PLAN, _settled(here, draft))
        groups.append(("The plan", PLAN, rows, [], sum(one is None and not written for *_, one, written in rows)))
    if report is not None:
        filled = {one.name for one in report.fields.all() if one.value not in (None, "", [])}
        rows = [row for row in _rows(here, draft, REPORT, filled) if not row[3] or row[2]]
        lacking = _lacking(report)
        asked = {name for part in lacking for name in part.fields}
        given = {name for name, _, one, _ in rows if one}
        free = sum(len(part.lacks) for part in lacking if given.isdisjoint(part.fields))
        first = [row for row in rows if row[2] or row[0] in asked]
        groups.append(("The covering report", REPORT, first, [row for row in rows if row not in first], free))
    context = {"here": here, "groups": groups, "today": timezone.localdate()}
    return render(request, "council/who_writes.html", context)


def _lacking(report: Any) -> list[report_parts.Part]:
    """The parts of the report that its house template asks for and that are not written."""
    template, value = house_templates.by_id(report.house_template), reports.value(report)
    return [one for one in report_parts.parts(report, value, template) if one.lacks]


def _settled(here: Here, draft: Any) -> set[str]:
    """The sections of the plan that say something: settled questions and requirements, and all that is listed."""
    plan = plans.plan(draft, here.round_)
    found = {one.question for one in (*plan.answers, *plan.requirements) if one.is_settled}
    for listed in (plan.sections, plan.own_points, plan.commitments, plan.measures, plan.barriers):
        found |= {one.key for one in listed}
    return found | ({OPENING} if plan.introduction else set())


def _rows(here: Here, draft: Any, whole: str, written: set[str]) -> list[Row]:
    """(section, title, assignment or None, whether anything is written) of each part, in its order."""
    found = assignments.by_section(here.workspace, whole)
    titles = parts_shown.titles(here, draft, whole)
    return [(name, title, found.get(name), name in written) for name, title in titles.items()]


@in_workspace(Deed.ASSIGN_PART)
def assign(request: HttpRequest, here: Here, whole: str, section: str) -> HttpResponse:
    """Give a part to somebody to write; where somebody has it, give it to another or ask for it by another day."""
    part, title = _part(here, whole, section)
    row = assignments.of_part(here.workspace, part)
    today = timezone.localdate()
    default = assignments.default_day(here.workspace, as_of=today)
    initial = {"person": row.person_id, "due_on": row.due_on} if row else {"due_on": default.on}
    kind = forms.ChangeAssignmentForm if row else forms.AssignForm
    because = f"Proposed: {default.because}" if row is None else (row.due_because or "")
    form = kind(
        request.POST or None, initial=initial, people=assignments.able(here.workspace, part), because=because
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        said = {
            **form.cleaned_data,
            "due_because": default.because if form.cleaned_data["due_on"] == default.on else "",
        }
        if _assigned(request, here, form, part, title, row, said):
            return redirect(address(here, "who_writes"))
    context = {"here": here, "form": form, "title": title, "row": row, "whole": whole, "section_name": section}
    return render(request, "council/assign.html", context)


def _assigned(
    request: HttpRequest, here: Here, form: Any, part: str, title: str, row: Any, said: dict[str, Any]
) -> bool:
    """Do as the form says; False, with the refusal in the form, where that is refused."""
    person: Any = people.person(int(said.pop("person") or 0))
    done: dict[str, Any] = {"person": person, "by": request.user, "at": timezone.localtime(), **said}
    try:
        if row is None:
            actions.assign(workspace=here.workspace, part=part, title=title, **done)
        else:
            actions.change_assignment(assignment=row, **done)
    except Refusal as refusal:
        tell(form, refusal)
        return False
    messages.success(request, f"{person.name} has “{title}” to write, and has a mail.")
    return True


@in_workspace(Deed.ASSIGN_PART)
def take_back(request: HttpRequest, here: Here, whole: str, section: str) -> HttpResponse:
    """Take a part back from whoever has it, with a word why."""
    part, title = _part(here, whole, section)
    row = assignments.of_part(here.workspace, part)
    if row is None:
        raise Http404("Nobody has this part to write.")
    form = forms.TakeBackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.take_back_assignment(assignment=row, **form.cleaned_data, by=request.user, at=timezone.localtime())
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, f"“{title}” is taken back. Nobody has it now.")
            return redirect(address(here, "who_writes"))
    return render(
        request, "council/take_back_assignment.html", {"here": here, "form": form, "title": title, "row": row}
    )


def _part(here: Here, whole: str, section: str) -> tuple[str, str]:
    """The key and the title of a part. Raises Http404 where there is none."""
    if whole not in WHOLES:
        raise Http404("Only the plan and the covering report have parts.")
    key = parts_shown.key_of(whole, section)
    title = parts_shown.title_of(here, plans.draft(here.workspace), key)
    if title is None or not section:
        raise Http404("There is no such part.")
    return key, title


@in_workspace()
def write_part(request: HttpRequest, here: Here, whole: str, section: str) -> HttpResponse:
    """The page on which a part is written, whatever it is."""
    key, _ = _part(here, whole, section)
    return redirect(parts_shown.where(here, key))
