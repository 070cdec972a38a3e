"""The record of a decision field by field, as a file, and read back in; and the waiver of its call-in."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from moothall.apps.call_ins import actions as call_ins
from moothall.apps.call_ins import waivers
from moothall.apps.decision_records import actions, queries
from moothall.apps.routes import queries as routes
from moothall.documents.exchange import decision_record_json
from moothall.documents.exchange.checked import NotLoaded
from moothall.documents.layouts import decision_record as layout
from moothall.documents.writing import docx
from moothall.domain.decision_records import BY_NAME, as_text
from moothall.domain.refusals import Refusal
from moothall.domain.requirement_reports import judgements, line
from moothall.domain.roles import Deed
from moothall.web.components.words import plural
from moothall.web.council import decision_rows
from moothall.web.council.access import Here, address, in_workspace, tell
from moothall.web.council.forms import decisions as forms

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _decision(here: Here, step_id: int) -> Any:
    step = routes.step(here.workspace, step_id)
    found = routes.decision_at(step) if step else None
    if found is None:
        raise Http404("Nothing is decided at this step yet.")
    return found


def _back(here: Here, decision: Any) -> HttpResponse:
    return redirect(address(here, "decision", decision.step_id))


@in_workspace()
def decisions(request: HttpRequest, here: Here) -> HttpResponse:
    """Every decision on the route with its status, and what the round's requirements are shown by."""
    found = decision_rows.requirements(here)
    context = {
        "here": here,
        "rows": decision_rows.lines(here, routes.decisions(here.workspace), at=timezone.localtime()),
        "line": line(found),
        "judged": judgements(found),
    }
    return render(request, "council/decisions.html", context)


@in_workspace()
def decision(request: HttpRequest, here: Here, step_id: int) -> HttpResponse:
    """One decision as councils' pages show it, each field to be selected and pasted."""
    row, now = _decision(here, step_id), timezone.localtime()
    record = decision_rows.record(here, row, at=now)
    rows = decision_rows.field_rows(record)
    context = {
        "here": here,
        "decision": row,
        "record": record,
        "rows": rows,
        "open": [one for one in rows if one.is_asked],
        "limbs": decision_rows.limb_rows(queries.changes(row)),
        "entered": queries.entries(row),
        "waiver": waivers.standing(row, as_of=now.date()),
    }
    return render(request, "council/decision.html", context)


@in_workspace()
def decision_file(request: HttpRequest, here: Here, step_id: int, ending: str) -> HttpResponse:
    """The whole record as text, JSON or DOCX."""
    row, now = _decision(here, step_id), timezone.localtime()
    record = decision_rows.record(here, row, at=now)
    made = {
        "txt": ("text/plain; charset=utf-8", lambda: as_text(record).encode()),
        "json": ("application/json", lambda: decision_record_json.to_bytes(record)),
        "docx": (WORD, lambda: docx.write(layout.compose(record, colour=here.workspace.colour), timestamp=now)),
    }.get(ending)
    if made is None:
        raise Http404("The record comes as txt, json or docx.")
    answer = HttpResponse(made[1](), content_type=made[0])
    name = f"decision-{here.workspace.slug}-{row.decided_on.isoformat()}.{ending}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@in_workspace(Deed.KEEP_DECISION_RECORD)
def enter_field(request: HttpRequest, here: Here, step_id: int, field: str) -> HttpResponse:
    """Say what one field of the record says and where that is from, or take back what was entered."""
    row, found = _decision(here, step_id), BY_NAME.get(field)
    if found is None or not found.is_entered:
        raise Http404("This field is not entered here.")
    record = decision_rows.record(here, row, at=timezone.localtime())
    form = forms.EntryForm(request.POST or None, field=found, stands=record.value(field))
    if request.method == "POST" and form.is_valid():
        try:
            actions.enter(
                decision=row, name=field, value=form.said, source=form.cleaned_data["source"], by=request.user,
                at=timezone.localtime(),
            )  # fmt: skip
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, "It is taken back." if form.is_taken_back else "It is kept, with its source.")
            return _back(here, row)
    context = {
        "here": here, "decision": row, "field": found, "form": form, "source": record.sources.get(field),
        "is_entered": field in queries.entries(row), "past": queries.past_entries(row, field),
    }  # fmt: skip
    return render(request, "council/decision_field.html", context)


@in_workspace(Deed.KEEP_DECISION_RECORD)
def bring_in_decision(request: HttpRequest, here: Here, step_id: int) -> HttpResponse:
    """Read a record of this decision back in from a file."""
    row, form = _decision(here, step_id), forms.BringInForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            record = decision_record_json.load(file.read())
            changed = actions.bring_in(
                decision=row,
                record=record,
                file_name=file.name,
                known=decision_rows.known(here, row),
                by=request.user,
                at=timezone.localtime(),
            )
        except NotLoaded as error:
            form.add_error("file", str(error))
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, f"{plural(len(changed), 'field')} brought in, each with its source.")
            return _back(here, row)
    return render(request, "council/decision_bring_in.html", {"here": here, "decision": row, "form": form})


@in_workspace(Deed.WAIVE_CALL_IN)
def waive_call_in(request: HttpRequest, here: Here, step_id: int) -> HttpResponse:
    """Record whose consent it is that this decision is not called in because it is urgent."""
    row, form = _decision(here, step_id), forms.WaiverForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            call_ins.waive(
                decision=row, waiver=form.waiver, council_on=form.cleaned_data["council_on"], by=request.user,
                at=timezone.localtime(),
            )  # fmt: skip
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, "The waiver is on record. Report it to the council, and record that you did.")
            return _back(here, row)
    context = {"here": here, "decision": row, "form": form, "rule": waivers.own_rule(row)}
    return render(request, "council/waive_call_in.html", context)


@in_workspace(Deed.WAIVE_CALL_IN)
def tell_council(request: HttpRequest, here: Here, step_id: int) -> HttpResponse:
    """Record that the waiver was reported to the council."""
    row, form = _decision(here, step_id), forms.ToldForm(request.POST or None)
    waiver = waivers.of_decision(row)
    if waiver is None:
        raise Http404("No waiver of this decision is recorded.")
    if request.method == "POST" and form.is_valid():
        try:
            call_ins.tell_council(waiver=waiver, **form.cleaned_data, by=request.user, at=timezone.localtime())
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, "It is on record that the council was told.")
            return _back(here, row)
    return render(request, "council/tell_council.html", {"here": here, "decision": row, "form": form})
