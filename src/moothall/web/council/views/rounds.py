"""The rounds of this installation: bringing a file in, seeing what it changes and for whom, and keeping it."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from moothall.apps.people import queries as people
from moothall.apps.rounds import actions
from moothall.apps.rounds import queries as rounds
from moothall.documents.exchange import round_json
from moothall.domain.amendments import in_force
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed, may
from moothall.domain.rounds import Round
from moothall.web.council import round_rows
from moothall.web.council.access import tell
from moothall.web.council.forms.rounds import BringRoundForm, KeepRoundForm
from moothall.web.public import round_reading

View = Callable[..., HttpResponse]


def _for_the_operator(view: View) -> View:
    """Open to whoever may amend a round; anyone else reads whom to ask."""

    @wraps(view)
    @login_required
    def opened(request: HttpRequest, **rest: Any) -> HttpResponse:
        if not may(Deed.AMEND_ROUND, people.roles(request.user)):  # type: ignore[arg-type]
            raise PermissionDenied("Only an operator brings rounds in. Ask whoever runs Moothall here.")
        return view(request, **rest)

    return opened


@_for_the_operator
def kept_rounds(request: HttpRequest) -> HttpResponse:
    """Every round held here with who works on it, and the form to bring another in or a later edition of one."""
    form = BringRoundForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        return _reviewed(request, form.cleaned_data["file"].read())
    return render(request, "council/rounds.html", {"form": form, "rows": round_rows.held()})


@_for_the_operator
def keep_round(request: HttpRequest) -> HttpResponse:
    """Keep the round that was shown: open it, or put it in the place of its earlier edition."""
    form = KeepRoundForm(request.POST or None)
    if not form.is_valid():
        return redirect("council:rounds")
    content = form.cleaned_data["document"].encode()
    found = round_reading.look(content).round_
    if found is None:
        return _reviewed(request, content)
    try:
        said = _keep(request, found, form.cleaned_data["note"])
    except Refusal as refusal:
        tell(form, refusal)
        return _reviewed(request, content, form)
    messages.success(request, said)
    return redirect("council:round_kept", slug=found.slug)


@_for_the_operator
def round_kept(request: HttpRequest, slug: str) -> HttpResponse:
    """One round held here: how it stands, what each edition changed, who works on it, and its file."""
    written = rounds.round_as_written(slug)
    if written is None:
        raise Http404("No such round is kept here.")
    context = {
        "round_": in_force(written),
        "editions": round_rows.editions(slug, written),
        "councils": round_rows.councils(slug),
    }
    return render(request, "council/round_kept.html", context)


@_for_the_operator
def edition_json(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The file of an earlier edition."""
    found = rounds.edition(slug, number)
    if found is None:
        raise Http404("There is no such edition.")
    answer = HttpResponse(round_json.to_bytes(found), content_type="application/json")
    answer["Content-Disposition"] = f'attachment; filename="{slug}-edition-{number}.json"'
    return answer


def _reviewed(request: HttpRequest, content: bytes, form: KeepRoundForm | None = None) -> HttpResponse:
    """The page that shows what a file says, what is wrong or odd in it, and what keeping it would change."""
    found = round_reading.look(content)
    context: dict[str, Any] = {"found": found, "form": form}
    if found.round_:
        context |= round_reading.shown(found.round_)
        context["change"] = round_rows.change(found.round_)
        document = round_json.to_bytes(found.round_).decode()
        context["form"] = form or KeepRoundForm(initial={"document": document})
    return render(request, "council/round_review.html", context)


def _keep(request: HttpRequest, found: Round, note: str) -> str:
    by, at = request.user, timezone.localtime()
    if rounds.round_as_written(found.slug) is None:
        actions.open_round(round_=found, by=by, at=at)
        return f"{found.title} is open. Councils can be given workspaces for it."
    actions.amend_round(round_=found, note=note, by=by, at=at)
    return f"This edition of {found.title} is kept, and the one before it stays readable."
