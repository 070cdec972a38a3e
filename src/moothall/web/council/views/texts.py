"""From the text members saw to the text on the page: every difference, and what it rests on."""

from collections.abc import Callable
from typing import Any

from django import forms as django_forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from markupsafe import Markup

from moothall.apps.lineage import actions
from moothall.apps.lineage import queries as lineage
from moothall.apps.plans import queries as plans
from moothall.apps.publications import lines
from moothall.apps.routes import queries as routes
from moothall.documents.layouts import change_schedule
from moothall.documents.writing import docx, html
from moothall.domain.lineage import Ground, between
from moothall.domain.lineage_checks import remarks
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.web.components.pictures.text_line import named
from moothall.web.council.access import Here, address, in_workspace, tell
from moothall.web.council.forms import texts as forms
from moothall.web.public.plan_page import in_rows

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@in_workspace()
def texts(request: HttpRequest, here: Here) -> HttpResponse:
    """The line of the plan's texts with every change between neighbours."""
    line = lines.line_of(here.workspace)
    context = {
        "here": here,
        "line": line,
        "remarks": remarks(line),
        "named": named,
        "authority": change_schedule.said_of,
        "taken_back": lineage.taken_back(here.workspace),
        "decision": routes.deciding_decision(here.workspace),
        "next_step": _next_step(here, line),
        "open_count": len(line.open),
    }
    return render(request, "council/texts.html", context)


def _next_step(here: Here, line: Any) -> str:
    """What has to come before there is anything to compare."""
    if line.texts:
        return ""
    if not plans.versions(here.workspace):
        return "No version of the plan is kept yet."
    return "No body has had the plan before it yet."


@in_workspace()
def compare(request: HttpRequest, here: Here) -> HttpResponse:
    """Any two of the texts beside each other: the first and the last, or those asked for."""
    line = lines.line_of(here.workspace)
    last = len(line.texts) - 1
    asked = [request.GET.get(name, "") for name in ("earlier", "later")]
    low, high = 0, max(last, 0)
    if all(asked):
        if not all(one.isdecimal() and int(one) <= last for one in asked):
            raise Http404("There is no such text to compare.")
        low, high = sorted(int(one) for one in asked)
    options = [(place, f"{named(one)}, {one.by}, {one.on.day} {one.on:%B %Y}") for place, one in enumerate(line.texts)]
    context = {
        "here": here, "line": line, "low": low, "high": high, "options": options,
        "change": between(line, low, high, lineage.titles(here.workspace)) if last > 0 else None,
        "authority": change_schedule.said_of,
    }  # fmt: skip
    return render(request, "council/compare_texts.html", context)


def _document(here: Here) -> Any:
    draft = plans.draft(here.workspace)
    return change_schedule.compose(
        lines.line_of(here.workspace),
        owner=here.workspace.official_name,
        title=draft.title if draft else here.round_.title,
        colour=here.workspace.colour,
    )


@in_workspace()
def schedule(request: HttpRequest, here: Here) -> HttpResponse:
    """The schedule of changes as a page of its own, to print."""
    # Every word of it was escaped by the writer, which lets no text become markup.
    words = Markup(in_rows(html.write(_document(here), level=1).decode()))  # noqa: S704
    return render(request, "council/change_schedule.html", {"here": here, "words": words})


@in_workspace()
def schedule_docx(request: HttpRequest, here: Here) -> HttpResponse:
    """The schedule of changes for Word, to report back to members with."""
    answer = HttpResponse(docx.write(_document(here)), content_type=DOCX)
    answer["Content-Disposition"] = f'attachment; filename="schedule-of-changes-{here.workspace.slug}.docx"'
    return answer


@in_workspace(Deed.RECORD_DECISION)
def resolved(request: HttpRequest, here: Here) -> HttpResponse:
    """Say which version is the text as the meeting left it."""
    decision = routes.deciding_decision(here.workspace)
    considered = decision.plan_version if decision else None
    if decision is None or considered is None:
        raise Http404("No body has decided on a text of the plan yet.")
    decision = next(one for one in routes.decisions(here.workspace) if one.pk == decision.pk)
    later = [one for one in plans.versions(here.workspace) if one.number >= considered.number]
    form = forms.ResolvedForm(request.POST or None, versions=later)
    if request.method == "POST" and form.is_valid():
        try:
            actions.name_resolved_text(decision=decision, **form.cleaned_data, by=request.user, at=timezone.localtime())
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, f"This is the text {decision.step.body} resolved on. Its changes are below.")
            return _back(here)
    context = {
        "here": here, "form": form, "title": f"Which text did {decision.step.body} resolve on?", "button": "Keep this",
        "lede": f"{decision.step.body} had version {considered.number} before it. Where it amended that "
        "text, the amended one is what members resolved on.",
    }  # fmt: skip
    return render(request, "council/account_deed.html", context)


@in_workspace(Deed.ACCOUNT_FOR_CHANGE)
def account_for(request: HttpRequest, here: Here) -> HttpResponse:
    """Say what the differences that were ticked rest on."""
    line = lines.line_of(here.workspace)
    marks = (request.POST or request.GET).getlist("mark")
    chosen = [one for one in map(line.flagged, marks) if one is not None]
    if not chosen:
        messages.error(request, "No difference is chosen. Tick those that one authority is for.")
        return _back(here)
    decided = [(one, lineage.limb_lines(one)) for one in routes.decisions(here.workspace)]
    form = forms.AccountForm(request.POST or None, decisions=decided)
    if request.method == "POST" and form.is_valid():
        try:
            actions.account_for(
                workspace=here.workspace, later=lines.later_texts(here.workspace), marks=marks, **form.said(),
                by=request.user, at=timezone.localtime(),
            )  # fmt: skip
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, "It is on record. It counts once somebody else confirms it.")
            return _back(here)
    return render(request, "council/account_for.html", {"here": here, "form": form, "chosen": chosen, "marks": marks})


def _about(here: Here, pk: int) -> Any:
    row = lineage.account(here.workspace, pk)
    if row is None:
        raise Http404("There is no such authority, or it was taken back.")
    return row


def _deed(
    request: HttpRequest,
    here: Here,
    form: django_forms.Form,
    *,
    do: Callable[..., Any],
    row: Any,
    said: str,
    words: dict[str, str],
) -> HttpResponse:
    """One deed about an authority: its form, and back to the line once it is done."""
    if request.method == "POST" and form.is_valid():
        try:
            do(account=row, **form.cleaned_data, by=request.user, at=timezone.localtime())
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, said)
            return _back(here)
    account = lineage.value(row)
    line = lines.line_of(here.workspace)
    placed = [one for change in line.changes for one in change.placed if account in one.accounts]
    context = {
        "here": here, "form": form, "account": account, "placed": placed, "authority": change_schedule.said_of, **words,
    }  # fmt: skip
    return render(request, "council/account_deed.html", context)


@in_workspace(Deed.CONFIRM_ACCOUNT)
def confirm(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """Confirm the authority that somebody else gave."""
    words = {
        "title": "Is this the authority for the change?", "button": "Confirm it",
        "lede": "Once it is confirmed, the text can go out with this change. Where it does not hold, take it back.",
    }  # fmt: skip
    form = forms.ConfirmForm(request.POST or None)
    return _deed(
        request, here, form, do=actions.confirm_account, row=_about(here, pk), said="It is confirmed, and counts.",
        words=words,
    )  # fmt: skip


@in_workspace(Deed.ACCOUNT_FOR_CHANGE)
def take_back(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """Take an authority back."""
    words = {
        "title": "Why does this authority not hold?", "button": "Take it back",
        "lede": "The differences it was given for have none again. What was said stays on record.",
    }  # fmt: skip
    form = forms.TakeBackForm(request.POST or None)
    return _deed(
        request, here, form, do=actions.take_back_account, row=_about(here, pk),
        said="The authority is taken back. Its differences need another.", words=words,
    )  # fmt: skip


@in_workspace(Deed.ACCOUNT_FOR_CHANGE)
def report_back(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """Record that members were told what a delegate changed."""
    row = _about(here, pk)
    if row.ground != Ground.DELEGATION.value:
        raise Http404("Only what a delegate changed is reported back.")
    words = {
        "title": "Who was told of this change?", "button": "Record it",
        "lede": "Send members the schedule of changes, then say here whom, when and how.",
    }  # fmt: skip
    form = forms.ReportForm(request.POST or None)
    return _deed(
        request, here, form, do=actions.report_back, row=row, said="That members were told is on record.", words=words
    )


def _back(here: Here) -> HttpResponse:
    return redirect(address(here, "texts"))
