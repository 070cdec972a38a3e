"""Where a document says two things, or sets out two meetings: both side by side, for a person to choose."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from moothall.apps.intake import actions
from moothall.apps.intake import queries as intake
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.domain.whose import Whose
from moothall.web.council.access import Here, address, in_workspace, tell
from moothall.web.council.forms.choosing import BetweenForm
from moothall.web.council.readings_shown import NOUNS, document_read, next_fact, places, rows_of
from moothall.web.council.record_fields import FIELDS, in_words


@in_workspace(Deed.CONFIRM_FACT)
def between(request: HttpRequest, here: Here, upload_id: int, name: str) -> HttpResponse:
    """The values a document gives for one field, each with its words, and the choice between them."""
    upload = document_read(here, upload_id)
    row = rows_of(here, upload).row(name)
    if row is None or not row.choices:
        raise Http404("The document says one thing here.")
    values = ["; ".join(one.said) for one in row.choices]
    form = BetweenForm(request.POST if request.method == "POST" else None, values=values)
    if request.method == "POST" and form.is_valid():
        try:
            actions.settle_rivals(
                upload=upload,
                field=name,
                choice=form.chosen(),
                remark=form.cleaned_data["remark"],
                by=request.user,
                at=timezone.localtime(),
            )
            return redirect(next_fact(here, upload_id, after=name))
        except Refusal as refusal:
            tell(form, refusal)
    context = {"here": here, "upload": upload, "row": row, "form": form, "noun": NOUNS.get(upload.kind, "document")}
    return render(request, "council/between.html", context)


@in_workspace()
def several(request: HttpRequest, here: Here, upload_id: int) -> HttpResponse:
    """The meetings or plans one document sets out, side by side, and which of them it was brought in for."""
    upload = document_read(here, upload_id)
    told = intake.several(upload)
    if not told:
        raise Http404("The document sets out one meeting.")
    may = here.may(Deed.CONFIRM_FACT) and intake.whose(upload) is Whose.OURS
    if request.method == "POST":
        if not may:
            raise PermissionDenied("A policy officer or a report author of this council says which it is.")
        number = request.POST.get("number", "")
        try:
            asked = int(number) if number.isascii() and number.isdigit() else -1
            actions.take_one_of_several(upload=upload, number=asked, by=request.user, at=timezone.localtime())
            messages.success(request, f"What is said of {told[asked]['name']} stands. The rest is kept in the reading.")
            return redirect(address(here, "document", upload_id))
        except Refusal as refusal:
            messages.error(request, str(refusal))
    context = {"here": here, "upload": upload, "several": told, "table": _side_by_side(here, told), "may": may}
    context |= {"stands": _stands(upload, told), "places": places(upload.aside.get("parts", ()))}
    return render(request, "council/several.html", context)


def _side_by_side(here: Here, told: list[dict[str, Any]]) -> list[tuple[str, list[tuple[str, ...]]]]:
    """A line for each field that one of them gives: its label, and what each says, in words."""
    return [
        (field.label, [in_words(field, one["record"].get(field.name), here.round_) for one in told])
        for field in FIELDS
        if any(field.name in one["record"] for one in told) and not (field.name == "verbs" and _has_resolutions(told))
    ]


def _has_resolutions(told: list[dict[str, Any]]) -> bool:
    return any("recommendations" in one["record"] for one in told)


def _stands(upload: Any, told: list[dict[str, Any]]) -> int | None:
    """The place of the one whose values stand now, by what people said and else by what was read; None for none."""
    values = (upload.record or {}) | intake.confirmed(upload)
    fitting = [at for at, one in enumerate(told) if all(values.get(key) == say for key, say in one["record"].items())]
    return fitting[0] if len(fitting) == 1 else None
