"""Sign-off of exact words: asking for it, allowing somebody's own words, and the printed list of who signed what."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from moothall.apps.implications import actions, queries
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.domain.signed_texts import places_of
from moothall.web.council import agreement_rows
from moothall.web.council.access import Here, address, in_workspace, tell
from moothall.web.council.forms import implications as forms
from moothall.web.council.views.implications import asked, due_on, labels_of, standing_at


@in_workspace(Deed.ASK_AGREEMENT)
def ask(request: HttpRequest, here: Here) -> HttpResponse:
    """Ask a named officer to sign off the report, the plan or parts of them."""
    form = forms.AskSignOffForm(
        request.POST or None, initial={"due_on": due_on(here), "places": ["report"]},
        people=queries.able(here.workspace), places=places_of(queries.texts(here.workspace, here.round_)),
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        return asked(request, here, form, dict(form.cleaned_data), "council/ask_sign_off.html")
    return render(request, "council/ask_sign_off.html", {"here": here, "form": form})


@in_workspace(Deed.ALLOW_OWN_WORDS)
def allow(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """Let whoever has a sign-off certify words that they wrote, for a reason."""
    standing = standing_at(here, pk)
    form = forms.ReasonForm(
        request.POST or None, label="Why may they sign off words that they wrote?",
        help_text="It is kept in the record with your name, and printed with the sign-off.",
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            actions.allow_own_words(
                request=standing.request, reason=form.cleaned_data["reason"], by=request.user, at=timezone.localtime()
            )
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, "It is allowed, and kept with your reason.")
            return redirect(address(here, "agreement", pk))
    title = agreement_rows.title(standing, labels_of(here))
    context = {"here": here, "form": form, "standing": standing, "title": title, "deed": "Allow it"}
    return render(request, "council/agreement_reason.html", context)


@in_workspace()
def signed(request: HttpRequest, here: Here) -> HttpResponse:
    """Who answered for which words, when, and whether these are still the words; for printing."""
    labels = labels_of(here)
    now = {one.request.pk: one for one in queries.standings(here.workspace, here.round_, as_of=timezone.localdate())}
    rows = [
        (event, agreement_rows.title(now[event.request_id], labels), now[event.request_id].print == event.print)
        for event in queries.signed(here.workspace)
    ]
    allowed = queries.allowed(here.workspace)
    return render(request, "council/signed.html", {"here": here, "rows": rows, "allowed": allowed})
