"""The year's review, closing a round and opening it again, and the council that follows."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_date
from markupsafe import Markup

from moothall.apps.closings import actions, queries
from moothall.documents.layouts import year_end_review
from moothall.documents.writing import docx, html
from moothall.documents.writing.document import Document
from moothall.domain.clocks import obligation_holder
from moothall.domain.clocks.obligation_holder import Obligation
from moothall.domain.closings import Continued, Outcome
from moothall.domain.publications import PublishedPlan
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.reference import authorities, reorganisations
from moothall.web.council import progress_sections, progress_state, review_rows
from moothall.web.council.access import Here, in_workspace, tell
from moothall.web.council.forms import closings as forms
from moothall.web.council.forms.progress import WhyForm
from moothall.web.council.views.progress_sections import WORD

PASSES = {
    Obligation.RECORD: "Records",
    Obligation.ACCEPTED_RETURN: "The return that was sent",
    Obligation.OPEN_UPDATE: "Updates that are still open",
    Obligation.VOLUNTARY_PLAN: "The plan itself",
}
OUTCOME_WORDS = {one.value: one.done.capitalize() for one in Outcome}


def _published(here: Here) -> PublishedPlan:
    shown = progress_state.published(here)
    if shown is None:
        raise Http404("A plan is reviewed when it is published.")
    return shown


def _back(here: Here, name: str, *more: Any) -> HttpResponse:
    return redirect(f"council:{name}", here.round_.slug, here.workspace.slug, *more)


@in_workspace()
def reviews(request: HttpRequest, here: Here) -> HttpResponse:
    """Every review that was kept, and the time of the next."""
    form = forms.TimeForm(request.GET or None, initial=_last_year(timezone.localdate()))
    if form.is_bound and form.is_valid():
        since, until = form.cleaned_data["since"], form.cleaned_data["until"]
        return _back(here, "write_review", since.isoformat(), until.isoformat())
    context = {
        "here": here,
        "form": form,
        "reviews": queries.reviews(here.workspace.pk),
        "shown": progress_state.published(here),
    }
    return render(request, "council/reviews.html", context)


def _last_year(today: date) -> dict[str, date]:
    """The last financial year that is over."""
    year = today.year if today >= date(today.year, 4, 1) else today.year - 1
    return {"since": date(year - 1, 4, 1), "until": date(year, 3, 31)}


@in_workspace(Deed.KEEP_REVIEW)
def write_review(request: HttpRequest, here: Here, since: str, until: str) -> HttpResponse:
    """Say what became of each commitment and measure in the time, and keep it."""
    shown, first, last = _published(here), _day(since), _day(until)
    update = progress_sections.told(shown, since=first, until=last)
    items = review_rows.items(update)
    form = forms.ReviewForm(request.POST or None, items=items)
    if request.method == "POST" and form.is_valid():
        said, given = form.said, form.cleaned_data
        made = review_rows.review(
            update, round_slug=here.round_.slug, since=first, until=last, words=given["words"], said=said
        )
        try:
            row = actions.keep_review(
                workspace=here.workspace, review=made, said=said, why=given["why"], by=request.user,
                at=timezone.localtime(),
            )  # fmt: skip
            messages.success(request, "The review is kept as it stands. It is never changed.")
            return _back(here, "review", row.pk)
        except Refusal as refusal:
            tell(form, refusal)
    context = {"here": here, "form": form, "items": items, "since": first, "until": last}
    return render(request, "council/review_form.html", context)


def _day(text: str) -> date:
    try:
        found = parse_date(text)
    except ValueError:
        found = None
    if found is None:
        raise Http404("That is no day.")
    return found


def _review(here: Here, pk: int) -> Document:
    found = queries.review(here.workspace.pk, pk)
    if found is None:
        raise Http404("There is no such review.")
    row, review = found
    return year_end_review.compose(
        review,
        kept_on=timezone.localdate(row.kept_at),
        kept_by=row.kept_by_name,
        mark=row.fingerprint,
        colour=here.workspace.colour,
    )


@in_workspace()
def review(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """One review as it was kept."""
    document = _review(here, pk)
    # Every word of it was escaped by the writer, which lets no text become markup.
    words = Markup(html.write(document, level=1).decode())  # noqa: S704
    return render(request, "council/review.html", {"here": here, "words": words, "pk": pk, "title": document.title})


@in_workspace()
def review_file(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """One review as DOCX."""
    answer = HttpResponse(docx.write(_review(here, pk)), content_type=WORD)
    answer["Content-Disposition"] = f'attachment; filename="{here.workspace.slug}-review-{pk}.docx"'
    return answer


@in_workspace()
def closing(request: HttpRequest, here: Here) -> HttpResponse:
    """Whether the round is closed, what is still open, and every time it was closed and opened."""
    state = progress_state.state(here, as_of=timezone.localdate())
    context = {
        "here": here,
        "closed": queries.closed(here.workspace.pk),
        "closings": queries.closings(here.workspace.pk),
        "reviews": queries.reviews(here.workspace.pk),
        "waits": state.waits if state else (),
        "not_released": state.not_released if state else 0,
    }
    return render(request, "council/closing.html", context)


@in_workspace(Deed.CLOSE_ROUND)
def close_round(request: HttpRequest, here: Here) -> HttpResponse:
    """Close the round, with a reason."""
    return _with_reason(
        request, here, actions.close_round, "Close the round", "The round is closed. All of it stays readable."
    )


@in_workspace(Deed.REOPEN_ROUND)
def reopen_round(request: HttpRequest, here: Here) -> HttpResponse:
    """Open the round again, with a reason."""
    return _with_reason(request, here, actions.reopen_round, "Open it again", "The round is open again.")


def _with_reason(request: HttpRequest, here: Here, deed: Any, button: str, done: str) -> HttpResponse:
    form = WhyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            deed(workspace=here.workspace, why=form.cleaned_data["why"], by=request.user, at=timezone.localtime())
            messages.success(request, done)
            return _back(here, "closing")
        except Refusal as refusal:
            tell(form, refusal)
    return render(request, "council/closing_reason.html", {"here": here, "form": form, "button_words": button})


@in_workspace()
def successor(request: HttpRequest, here: Here) -> HttpResponse:
    """Who continues this council's work, what passes and what does not, and what became of each open thing."""
    row, today = queries.succession(here.workspace.pk), timezone.localdate()
    shown = progress_state.published(here)
    context: dict[str, Any] = {
        "here": here,
        "row": row,
        "known": reorganisations.of(here.workspace.gss),
        "taken_over": queries.taken_over(here.workspace),
        "labels": tuple(PASSES.values()),
        "outcomes": OUTCOME_WORDS,
    }
    if row is not None:
        context["passes"] = [
            obligation_holder.deadline(max(today, row.vesting_on), vesting_on=row.vesting_on, obligation=one)
            for one in PASSES
        ]
        continued = Continued(row.successor_gss, row.successor_name, row.vesting_on)
        context["sentence"] = continued.sentence(here.workspace.official_name)
        context["items"] = _open(row.workspace_id, shown)
    return render(request, "council/successor.html", context)


def _open(workspace_id: int, shown: PublishedPlan | None) -> list[tuple[str, str, Any]]:
    """Each open thing with what became of it, or None."""
    done = queries.adoptions(workspace_id)
    found = queries.open_items(shown.plan, shown.milestone_updates) if shown else []
    return [(key, title, done.get(key)) for key, title in found]


@in_workspace(Deed.HAND_TO_SUCCESSOR)
def hand_to_successor(request: HttpRequest, here: Here) -> HttpResponse:
    """Record the council that continues the work."""
    today = timezone.localdate()
    known_now = (one for one in authorities.all_authorities() if one.exists_on(today))
    councils = {one.gss: one.official_name for one in known_now if one.gss != here.workspace.gss}
    known = reorganisations.of(here.workspace.gss)
    form = forms.SuccessorForm(
        request.POST or None,
        councils=councils.items(),
        initial={"vesting_on": known.vesting_on} if known else {},
    )
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        gss, name = given.pop("successor"), given.pop("name")
        name = councils.get(gss, name)
        try:
            actions.hand_to_successor(
                workspace=here.workspace, successor_gss=gss, successor_name=name, **given, by=request.user,
                at=timezone.localtime(),
            )  # fmt: skip
            messages.success(request, f"It is recorded that {name} continues the work.")
            return _back(here, "successor")
        except Refusal as refusal:
            tell(form, refusal)
    return render(request, "council/successor_form.html", {"here": here, "form": form, "known": known})


@in_workspace(Deed.ADOPT_ITEM)
def adopt_item(request: HttpRequest, here: Here, predecessor: str, item_key: str) -> HttpResponse:
    """Record what the new council resolved of one open thing, from the old council's pages or from its own."""
    row = next((one for one in _successions(here) if one.workspace.slug == predecessor), None)
    titles = _titles(row)
    if row is None or item_key not in titles:
        raise Http404("There is nothing of that name to take over.")
    form = forms.AdoptForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.adopt_item(
                succession=row, item=item_key, **form.cleaned_data, by=request.user, at=timezone.localtime()
            )
            messages.success(request, f"What was resolved of {titles[item_key]} is recorded, with its minute.")
            return _back(here, "successor" if row.workspace == here.workspace else "taken_over")
        except Refusal as refusal:
            tell(form, refusal)
    context = {"here": here, "form": form, "row": row, "title": titles[item_key]}
    return render(request, "council/adopt_item.html", context)


@in_workspace()
def taken_over(request: HttpRequest, here: Here) -> HttpResponse:
    """What this council continues from those before it: each open thing, to adopt, to merge or to end."""
    found = []
    for row in queries.taken_over(here.workspace):
        shown = progress_state.published_of(row.workspace)
        found.append((row, _open(row.workspace_id, shown)))
    return render(request, "council/taken_over.html", {"here": here, "found": found, "outcomes": OUTCOME_WORDS})


def _successions(here: Here) -> list[Any]:
    own = queries.succession(here.workspace.pk)
    return [*([own] if own else []), *queries.taken_over(here.workspace)]


def _titles(row: Any) -> dict[str, str]:
    shown = progress_state.published_of(row.workspace) if row else None
    return {key: title for key, title, _ in _open(row.workspace_id, shown)} if shown else {}
