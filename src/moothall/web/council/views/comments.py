"""Comments on the words of a plan or a report: beside their words, in one list, and what becomes of each."""

from collections.abc import Callable
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from moothall.apps.comments import actions, places, queries
from moothall.apps.comments import sections as words_of
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.web.council import comment_rows
from moothall.web.council.access import Here, address, in_workspace, tell
from moothall.web.council.forms.comments import CommentForm, address_of

_WHOLES = {"plan": "In the plan", "report": "In the covering report"}


@in_workspace()
def comments(request: HttpRequest, here: Here) -> HttpResponse:
    """Every open comment of the plan and of the report, and those that were settled under their version."""
    texts: dict[str, str] = {}
    for which in _WHOLES:
        texts |= queries.texts(here.workspace, here.round_, which)
    rows = queries.stood(queries.comments(here.workspace), texts, queries.versions(here.workspace))
    still_open = [one for one in rows if not one.comment.outcome]
    context: dict[str, Any] = {
        "here": here,
        "parts": [(heading, _by_place(still_open, which)) for which, heading in _WHOLES.items()],
        "settled": _by_version([one for one in rows if one.comment.outcome]),
        "said": comment_rows.in_words(
            sum(not one.comment.is_suggestion for one in still_open),
            sum(one.comment.is_suggestion for one in still_open),
        ),
        "open": len(still_open),
        "places": [(heading, _places(here, which)) for which, heading in _WHOLES.items()],
    }
    context["called"] = {place: title for _, some in context["places"] for place, title in some}
    return render(request, "council/comments.html", context)


def _places(here: Here, which: str) -> list[tuple[str, str]]:
    """Every place of the plan or the report with what it is called, for whoever wants to comment there."""
    found: dict[str, str] = {}
    for one in words_of.sections(here.workspace, here.round_, which):
        if one.key:
            found.setdefault(words_of.place_of(one.key), one.title)
    return [(place, words_of.called(place, title)) for place, title in found.items()]


def _by_place(rows: list[queries.Stood], which: str) -> list[tuple[str, list[queries.Stood]]]:
    """The comments of the plan or the report under the page their words stand on."""
    found = sorted(
        (one for one in rows if one.comment.place.startswith(f"{which}/")),
        key=lambda one: words_of.place_of(one.comment.place),
    )
    return [(place, list(some)) for place, some in groupby(found, lambda one: words_of.place_of(one.comment.place))]


def _by_version(rows: list[queries.Stood]) -> list[tuple[int | None, list[queries.Stood]]]:
    """Settled comments under the version they were settled in: the words being written first, then the latest."""
    numbers = sorted({one.settled_in for one in rows}, key=lambda one: (one is not None, -(one or 0)))
    return [(number, [one for one in rows if one.settled_in == number]) for number in numbers]


@in_workspace()
def at_place(request: HttpRequest, here: Here, words_at: str) -> HttpResponse:
    """The words of one place with the comments beside them, and the form for another."""
    which = words_at.partition("/")[0]
    if which not in _WHOLES:
        raise Http404("There are no words of this name.")
    whole = words_of.sections(here.workspace, here.round_, which)
    some = [one for one in whole if one.key and words_of.place_of(one.key) == words_at]
    found = [one for one in queries.at_place(here.workspace, words_at) if words_of.place_of(one.place) == words_at]
    if not some and not found:
        raise Http404("There are no words of this name.")
    form = CommentForm(request.POST or None)
    if request.method == "POST" and some and form.is_valid() and _kept(request, here, some, form):
        return redirect(address(here, "comments_at", words_at))
    texts = {one.key: one.text for one in some}
    rows = queries.stood(found, texts, queries.versions(here.workspace))
    page = comment_rows.page(some, [one for one in rows if not one.comment.outcome])
    name, parts = address_of(words_at)
    writes = bool(some) and here.may(places.deed(words_at))
    context = {
        "here": here, "form": form, "place": words_at, "which": which,
        "title": words_of.called(words_at, some[0].title if some else found[0].title),
        "page": page, "ids": page.ids(),
        "settled": [one for one in rows if one.comment.outcome],
        "writes": writes, "may_comment": here.may(Deed.COMMENT), "is_there": bool(some),
        "write_at": address(here, name, *parts) if writes else "",
    }  # fmt: skip
    return render(request, "council/comments_at.html", context)


def _kept(request: HttpRequest, here: Here, some: list[Any], form: CommentForm) -> bool:
    """Keep the comment or suggestion of the form; a refusal goes into the form."""
    data = form.cleaned_data
    try:
        section = _meant(some, data)
        said = {"workspace": here.workspace, "place": section.key, "title": section.title, "text": data["text"]}
        said |= {"quote": data["quote"], "before": data["before"], "by": request.user, "at": timezone.localtime()}
        if data["words"]:
            actions.suggest(words=data["words"], **said)
        else:
            actions.comment(**said)
    except Refusal as refusal:
        tell(form, refusal)
        return False
    messages.success(request, f"Your {'suggestion' if data['words'] else 'comment'} stands beside the words.")
    return True


def _meant(some: list[Any], data: dict[str, Any]) -> Any:
    """Which of the sections of a place is meant: the one selected in, else the only one that holds the words."""
    selected = next((one for one in some if one.key == data["key"]), None)
    if selected is not None or not data["quote"]:
        return selected or some[0]
    return next((one for one in some if queries.holds(one.text, data["quote"])), some[0])


Done = Callable[[Any, HttpRequest], str]


def _answered(request: HttpRequest, here: Here, comment_id: int, deed: Done) -> HttpResponse:
    """Do one thing to a comment and go back to where it stands; say what was done or why not."""
    row = queries.comment(here.workspace, comment_id)
    if row is None:
        raise Http404("There is no such comment.")
    try:
        messages.success(request, deed(row, request))
    except places.WordsTouch:
        messages.error(request, "Somebody saved these words just now. Look at them, then use the suggestion again.")
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect(f"{address(here, 'comments_at', words_of.place_of(row.place))}#comment-{row.pk}")


@require_POST
@in_workspace(Deed.COMMENT)
def reply(request: HttpRequest, here: Here, comment_id: int) -> HttpResponse:
    """Answer a comment."""

    def deed(row: Any, request: HttpRequest) -> str:
        actions.reply(comment=row, text=request.POST.get("text", ""), by=request.user, at=timezone.localtime())
        return f"Your answer to {row.by_name} is kept."

    return _answered(request, here, comment_id, deed)


@require_POST
@in_workspace(Deed.COMMENT)
def resolve(request: HttpRequest, here: Here, comment_id: int) -> HttpResponse:
    """Say that nothing is left to do about a comment."""

    def deed(row: Any, request: HttpRequest) -> str:
        actions.resolve(comment=row, by=request.user, at=timezone.localtime())
        return f"The comment by {row.by_name} is resolved."

    return _answered(request, here, comment_id, deed)


@require_POST
@in_workspace(Deed.COMMENT)
def reopen(request: HttpRequest, here: Here, comment_id: int) -> HttpResponse:
    """Open a comment again."""

    def deed(row: Any, request: HttpRequest) -> str:
        actions.reopen(comment=row, by=request.user, at=timezone.localtime())
        return f"The comment by {row.by_name} is open again."

    return _answered(request, here, comment_id, deed)


@require_POST
@in_workspace()
def use_words(request: HttpRequest, here: Here, comment_id: int) -> HttpResponse:
    """Put suggested words in, as a save by whoever presses the button."""

    def deed(row: Any, request: HttpRequest) -> str:
        actions.use_words(comment=row, by=request.user, at=timezone.localtime())
        return f"The words that {row.by_name} suggested are in {row.title}, saved by you."

    return _answered(request, here, comment_id, deed)


@require_POST
@in_workspace()
def refuse_words(request: HttpRequest, here: Here, comment_id: int) -> HttpResponse:
    """Say why suggested words are not used."""

    def deed(row: Any, request: HttpRequest) -> str:
        reason = request.POST.get("reason", "")
        actions.refuse_words(comment=row, reason=reason, by=request.user, at=timezone.localtime())
        return f"The suggestion by {row.by_name} is refused, and your reason is kept."

    return _answered(request, here, comment_id, deed)
