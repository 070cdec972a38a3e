"""Writing a field of the covering report, perhaps while somebody else writes it too, and words not saved yet."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from moothall.apps.comments import sections as words_of
from moothall.apps.freezes import queries as freezes
from moothall.apps.reports import queries as reports
from moothall.apps.writing import field_keeping, field_saving, fields
from moothall.domain.parts import REPORT, part
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.web.council import compared, fields_met, kept_fields, offered_words
from moothall.web.council.access import Here, address, in_workspace
from moothall.web.council.forms import reports as forms
from moothall.web.council.views.histories import two


def _found(here: Here, name: str) -> Any:
    if name not in forms.FIELDS:
        raise Http404("The report has no such field.")
    row = reports.report(here.workspace)
    if row is None:
        raise Http404("Nobody has begun the report.")
    return row


@in_workspace(Deed.WRITE_REPORT)
def field(request: HttpRequest, here: Here, name: str) -> HttpResponse:
    """Write one field of the report: its form, its words saved, or the page that asks which of two people's stay."""
    row = _found(here, name)
    if request.method == "POST":
        return _saved(request, here, row, name)
    taken, keeps = kept_fields.context(request, row, name)
    stands = fields.stands(row, name)
    used = _used(request, here, name)
    value, revision, form = stands.value, stands.revision, None
    if taken is not None:
        base = fields.at_revision(row, name, taken.revision) or stands
        revision, form = base.revision, forms.bound(name, kept_fields.typed(taken), base.value)
        value = forms.value(name, form) if form.is_valid() else base.value
    if form is None or (used is not None and form.is_valid()):
        form = forms.bound(name, None, offered_words.in_field(used, name, value))
    more = {"used": used.name if used else "", "again": f"&kept={taken.pk}" if taken else ""}
    return _shown(request, here, name, form, revision, keeps | more)


def _used(request: HttpRequest, here: Here, name: str) -> Any:
    """The offered words that the address asks for, or None."""
    if "use" not in request.GET:
        return None
    offers = offered_words.for_field(here, name, forms.IMPLICATION_KINDS, timezone.localdate())
    return offered_words.chosen(offers, request.GET["use"])


def _shown(
    request: HttpRequest, here: Here, name: str, form: Any, revision: int, more: dict[str, Any], fault: str = ""
) -> HttpResponse:
    if not forms.is_rows(name):
        form.fields["value"].label = forms.FIELDS[name].label
    frozen = freezes.of_part(here.workspace.pk, part(REPORT, name), as_of=timezone.localdate())
    context = {
        "here": here,
        "name": name,
        "kind": forms.FIELDS[name],
        "field_form": form,
        "is_rows": forms.is_rows(name),
        "row_word": forms.ROW_WORDS.get(name, ""),
        "revision": revision,
        "faults": [fault] if fault else [],
        "frozen": [frozen] if frozen else [],
        "offers": offered_words.for_field(here, name, forms.IMPLICATION_KINDS, timezone.localdate()),
        "has_words": words_of.has_words(here.workspace, name),
    }
    return render(request, "council/report_field.html", context | more)


def _saved(request: HttpRequest, here: Here, row: Any, name: str) -> HttpResponse:
    typed = QueryDict(request.POST["typed"]) if "typed" in request.POST else request.POST
    revision = _number(request.POST.get("revision", ""), fields.stands(row, name).revision)
    base = fields.at_revision(row, name, revision)
    form = forms.bound(name, typed, base.value if base else None)
    keeps: dict[str, Any] = {"sitting": request.POST.get("sitting", ""), "others": []}
    if not form.is_valid():
        _keep(request, row, name, typed)
        return _shown(request, here, name, form, revision, keeps)
    value, over = forms.value(name, form), revision
    try:
        if "theirs" in request.POST:
            theirs = fields.at_revision(row, name, _number(request.POST["theirs"], -1))
            if theirs is None:
                raise Http404("The field never had this revision.")
            made = field_saving.met(row, name, value, revision=revision, theirs=theirs)
            found = fields_met.chosen(made, request.POST.dict())
            if found is None:
                unchosen = field_saving.FieldsMeet(made, theirs, revision=revision)
                return ask(request, here, name, typed, unchosen, "Choose what stays in every place.")
            (value,), over = found, theirs.revision
            if "look" in request.POST:
                return _shown(request, here, name, forms.bound(name, None, value), over, keeps)
        saved = field_saving.save_field(
            report=row, name=name, value=value, revision=over, sitting=keeps["sitting"], by=request.user,
            at=timezone.localtime(),
        )  # fmt: skip
    except field_saving.FieldsMeet as meeting:
        _keep(request, row, name, typed)
        if over != revision:  # a third person saved while one chose: both texts are put beside each other anew
            made = field_saving.met(row, name, forms.value(name, form), revision=revision, theirs=meeting.theirs)
            meeting = field_saving.FieldsMeet(made, meeting.theirs, revision=revision)
        return ask(request, here, name, typed, meeting)
    except Refusal as refusal:
        _keep(request, row, name, typed)
        return _shown(request, here, name, form, revision, keeps, str(refusal))
    also = f" What {saved.beside.by_name} saved meanwhile stands beside it." if saved.beside else ""
    messages.success(request, f"{forms.FIELDS[name].label} is saved.{also}")
    return redirect(address(here, "report"))


def ask(
    request: HttpRequest, here: Here, name: str, typed: QueryDict, meeting: field_saving.FieldsMeet, wrong: str = ""
) -> HttpResponse:
    """The page that asks what stays of a field, or of Part 2, that two people changed."""
    carried = typed.copy()
    for box in [*carried]:
        if box in kept_fields.NO_WORDS or box.startswith("piece-"):
            del carried[box]
    context = {
        "here": here, "title": fields_met.title(name), "meeting": meeting, "theirs": meeting.theirs, "wrong": wrong,
        "typed": carried.urlencode(),
        "sitting": request.POST.get("sitting", ""),
        "pieces": fields_met.asked(meeting.merge, request.POST.dict() if wrong else {}),
    }  # fmt: skip
    return render(request, "council/field_met.html", context)


def _keep(request: HttpRequest, row: Any, name: str, typed: QueryDict) -> None:
    kept_fields.keep(request, row, name, at=timezone.localtime(), data=typed)


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isdecimal() else otherwise


@require_POST
@in_workspace(Deed.WRITE_REPORT)
def keep_field(request: HttpRequest, here: Here, name: str) -> HttpResponse:
    """Keep what was typed of a field without saving it: every few seconds by the script, or by the button."""
    return kept(request, here, _found(here, name), name)


def kept(request: HttpRequest, here: Here, row: Any, name: str) -> HttpResponse:
    """What is answered to words that are kept."""
    is_kept = kept_fields.keep(request, row, name, at=timezone.localtime())
    if request.headers.get("X-Part") == "keep":
        return HttpResponse(status=204 if is_kept else 400)
    if is_kept:
        messages.success(request, "Your words are kept for later. Only you see them, and the report is as it was.")
    else:
        messages.error(request, "Your words could not be kept. Go back, copy them, and open the page again.")
    return redirect(address(here, "report"))


@require_POST
@in_workspace(Deed.WRITE_REPORT)
def let_field_go(request: HttpRequest, here: Here, name: str) -> HttpResponse:
    """Forget kept words that the person wants no longer."""
    row = _found(here, name)
    field_keeping.let_go(report=row, section=name, sitting=request.POST.get("sitting", ""), by=request.user)
    messages.success(request, "The kept words are let go.")
    return redirect(address(here, "report_field", name))


@in_workspace()
def field_history(request: HttpRequest, here: Here, name: str) -> HttpResponse:
    """Every revision of a field, and any two of them beside each other."""
    return history(request, here, _found(here, name), name)


def history(request: HttpRequest, here: Here, row: Any, name: str) -> HttpResponse:
    """The page of what a field, or Part 2, said earlier and who wrote it."""
    revisions = {one.revision: one for one in fields.history(row, name)}
    earlier, later = two(request, list(revisions))
    texts = {number: kept_fields.in_words(name, revisions[number].value) for number in {earlier, later} & {*revisions}}
    context: dict[str, Any] = {
        "here": here, "name": name, "title": fields_met.title(name), "text": texts.get(later, ""),
        "revisions": list(reversed(revisions.values())), "earlier": revisions.get(earlier),
        "later": revisions.get(later),
    }  # fmt: skip
    if earlier != later:
        context["parts"] = compared.of_texts(fields_met.title(name), texts[earlier], texts[later])
    return render(request, "council/field_history.html", context)
