"""Handing the report over to the committee system: what is not ready, the folder, and the addresses that come back."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from moothall.apps.handoff import actions, appendices, folder, queries
from moothall.apps.handoff.matter import Matter, matter
from moothall.documents.writing import folder as zipped
from moothall.documents.writing import pdf
from moothall.domain.agenda_links import LinkKind
from moothall.domain.handing_over import System
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.web.council import handoff_rows
from moothall.web.council.access import Here, address, in_workspace, tell
from moothall.web.council.forms.handoff import AppendixForm, HandOverForm, LinkForm


@in_workspace()
def hand_off(request: HttpRequest, here: Here) -> HttpResponse:
    """What is not ready, what goes into the folder, and making it; what was handed over before."""
    now = timezone.localtime()
    found = matter(here.workspace, here.round_, as_of=now.date())
    last = queries.latest(here.workspace)
    system = last.system if last else System.MODERN_GOV.value
    form = HandOverForm(
        request.POST or None, initial={"system": system}, is_ready=found is not None and not found.not_ready
    )
    if request.method == "POST":
        if not here.may(Deed.HAND_OVER):
            raise PermissionDenied("Only democratic services or a report author hand the report over. Ask one.")
        if found is not None and form.is_valid():
            row = _made(request, found, form)
            if row is not None:
                messages.success(request, "The folder is made, and kept as it was handed over.")
                return redirect(address(here, "hand_off_made", row.number))
    context: dict[str, Any] = {"here": here, "form": form, "found": found, "made": queries.hand_offs(here.workspace)}
    if found is not None:
        context |= {
            "files": folder.for_the_agenda(found, at=now),
            "kinds": handoff_rows.KINDS,
            "groups": handoff_rows.grouped(here, found.not_ready),
            "days_left": (found.cut_off[1].step.on - now.date()).days if found.cut_off else None,
        }
    context |= {"links": _links(here), "past_links": queries.past_links(here.workspace)}
    return render(request, "council/hand_off.html", context)


def _made(request: HttpRequest, found: Matter, form: HandOverForm) -> Any:
    """The folder made and handed over; None where that is refused, with the sentence in the form."""
    now, said = timezone.localtime(), form.cleaned_data
    last = queries.latest(found.workspace)
    before = [*queries.files_of(last, 1), *queries.files_of(last, 2)] if last else []
    try:
        made = folder.make(found, system=System(said["system"]), reason=said.get("reason", ""), at=now, before=before)
        return actions.hand_over(folder=made, by=request.user, at=now)
    except Refusal as refusal:
        tell(form, refusal)
    except pdf.NotWritten as fault:
        form.add_error(None, str(fault))
    return None


def _links(here: Here) -> list[tuple[LinkKind, Any]]:
    stands = {one.kind: one for one in queries.links(here.workspace)}
    return [(kind, stands.get(kind.value)) for kind in LinkKind]


def _row(here: Here, number: int) -> Any:
    row = queries.hand_off(here.workspace, number)
    if row is None:
        raise Http404("There is no hand-off of this number.")
    return row


@in_workspace()
def hand_off_made(request: HttpRequest, here: Here, number: int) -> HttpResponse:
    """One folder as it was handed over: its files, what differs from the one before, what was not ready and why."""
    row = _row(here, number)
    changed = queries.changed(row)
    reads = bool(row.part_2_sha256) and here.may(Deed.READ_EXEMPT)
    context = {
        "here": here,
        "row": row,
        "system": System(row.system).label,
        "files": queries.files_of(row),
        "part_2": queries.files_of(row, 2) if reads else [],
        "how": {one.name: one for one in changed},
        "gone": [one for one in changed if one.how.value == "taken_out"],
        "words": handoff_rows.HOW,
        "kinds": {kind.value: words for kind, words in handoff_rows.KINDS.items()},
        "against": handoff_rows.told(changed, number - 1) if changed else "",
        "waits": handoff_rows.as_kept(row.not_ready),
        "is_latest": queries.latest(here.workspace) == row,
    }
    return render(request, "council/hand_off_made.html", context)


@in_workspace()
def hand_off_folder(request: HttpRequest, here: Here, number: int) -> HttpResponse:
    """The open folder, byte for byte as it was handed over."""
    return _zip(request, here, _row(here, number), 1)


@never_cache
@in_workspace(Deed.READ_EXEMPT)
def hand_off_part_2(request: HttpRequest, here: Here, number: int) -> HttpResponse:
    """The folder of Part 2, for those who may read it."""
    row = _row(here, number)
    if not row.part_2_sha256:
        raise Http404("There was no Part 2.")
    return _zip(request, here, row, 2)


def _zip(request: HttpRequest, here: Here, row: Any, part: int) -> HttpResponse:
    try:
        data = queries.content(row, part)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect(address(here, "hand_off_made", row.number))
    answer = HttpResponse(data, content_type=zipped.MEDIA_TYPE)
    answer["Content-Disposition"] = f'attachment; filename="{row.name if part == 1 else row.part_2_name}"'
    return answer


@in_workspace(Deed.HAND_OVER)
def hand_off_appendix(request: HttpRequest, here: Here, place: int) -> HttpResponse:
    """Give the file of an appendix, or say that it is the plan."""
    found = matter(here.workspace, here.round_, as_of=timezone.localdate())
    one = next((each for each in found.appendices if each.place == place), None) if found else None
    if one is None:
        raise Http404("The report has no appendix in this place.")
    form = AppendixForm(request.POST or None, request.FILES or None, may_be_exempt=here.may(Deed.WRITE_EXEMPT))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            file, is_exempt = (said["file"] if said["what"] != "plan" else None), said["what"] == "exempt"
            opened = appendices.opened(file.read(), file.name) if file else None
            actions.give_appendix(
                workspace=here.workspace, appendix=one.label, opened=opened, is_exempt=is_exempt, by=request.user,
                at=timezone.localtime(),
            )  # fmt: skip
        except Refusal as refusal:
            tell(form, refusal)
        else:
            where = " It goes with Part 2, and not into the open folder." if is_exempt else ""
            messages.success(request, f"“{one.label}” is {'the file you gave' if file else 'the plan'}.{where}")
            return redirect(address(here, "hand_off"))
    return render(request, "council/hand_off_appendix.html", {"here": here, "form": form, "one": one})


@in_workspace(Deed.HAND_OVER)
def agenda_link(request: HttpRequest, here: Here, leads_to: str) -> HttpResponse:
    """Enter an address on the council's own pages, or correct the one that stands."""
    if leads_to not in {kind.value for kind in LinkKind}:
        raise Http404("There is no address of this kind.")
    kind = LinkKind(leads_to)
    stands = queries.standing_link(here.workspace, kind)
    form = LinkForm(
        request.POST or None, initial={"address": stands.address if stands else ""}, is_correction=stands is not None
    )
    if request.method == "POST" and form.is_valid():
        told: dict[str, Any] = {**form.cleaned_data, "by": request.user, "at": timezone.localtime()}
        try:
            if stands is None:
                actions.enter_link(workspace=here.workspace, kind=kind, **told)
            else:
                actions.correct_link(link=stands, **told)
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, f"The address of {kind.label} is kept.")
            return redirect(address(here, "hand_off"))
    return render(request, "council/agenda_link.html", {"here": here, "form": form, "kind": kind, "stands": stands})
