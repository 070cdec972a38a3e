"""Letting out to the public page what was recorded, by a named person."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from moothall.apps.progress import actions, queries
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.web.council import progress_rows, progress_state
from moothall.web.council.access import Here, in_workspace, tell
from moothall.web.council.forms import progress as forms


@in_workspace(Deed.RELEASE_PROGRESS)
def release(request: HttpRequest, here: Here) -> HttpResponse:
    """Choose what is let out, say how it is going, and let it out."""
    state = progress_state.state(here, as_of=timezone.localdate())
    if state is None:
        raise Http404("Progress begins when the plan is published.")
    waiting = queries.not_released(here.workspace.pk)
    said = [(queries.item_of(row), progress_rows.recorded_words(row)) for row in waiting]
    titles = {key: state.titles.get(key, key) for key, _ in said}
    form = forms.ReleaseForm(request.POST if request.method == "POST" else None, waiting=titles.items())
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            actions.release(
                workspace=here.workspace,
                words=given["words"],
                next_step=given["next_step"],
                items=given.get("items", ()),
                by=request.user,
                at=timezone.localtime(),
            )
            messages.success(request, "It is released, in your name. The public page shows it.")
            return redirect("council:progress", here.round_.slug, here.workspace.slug)
        except Refusal as refusal:
            tell(form, refusal)
    rows = [(titles[key], words) for key, words in said]
    context = {"here": here, "form": form, "rows": rows, "releases": queries.releases(here.workspace.pk)}
    return render(request, "council/progress_release.html", context)
