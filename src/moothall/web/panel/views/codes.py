"""Going through the passages of a round: the list, one passage a page, and the deeds of a coder."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from moothall.apps.coding import actions, anchors, queries
from moothall.apps.coding.queue import ORDERS, Asked
from moothall.apps.coding.queue import queue as passages_asked
from moothall.apps.people import queries as people
from moothall.domain.coding import CodeKind
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed, may
from moothall.domain.rounds import Round
from moothall.reference import coding_frame
from moothall.web.panel import code_pages
from moothall.web.panel.access import for_the_panel, to_do
from moothall.web.panel.forms.codes import CodingForm, QueueFilter

A_PAGE = 25


@for_the_panel
def queue(request: HttpRequest, round_: Round) -> HttpResponse:
    """How far the coding is, the deeds of suggesting, and the passages asked for."""
    anchors.follow()
    frame = coding_frame.frame()
    form = QueueFilter(request.GET or {"state": "open", "order": "unsure"}, frame=frame)
    asked, page = form.asked(), form.page_asked()
    found = passages_asked(round_.slug, asked, request.user)  # type: ignore[arg-type]
    total = found.count()
    rows = queries.with_all(found)[(page - 1) * A_PAGE : page * A_PAGE]
    context = {
        "round_": round_,
        "section": "codes",
        "form": form,
        "standing": queries.standing(round_.slug),
        "rows": [(row, code_pages.suggestion(queries.suggested(row), frame)) for row in rows],
        "total": total,
        "page": page,
        "first": (page - 1) * A_PAGE + 1,
        "has_more": total > page * A_PAGE,
        "order": ORDERS[asked.order],
        "asked": asked,
        "query": code_pages.query,
        "may_code": may(Deed.CODE_PASSAGE, people.roles(request.user)),  # type: ignore[arg-type]
    }
    return render(request, "panel/codes.html", context)


@for_the_panel
def passage(request: HttpRequest, round_: Round, passage_id: int) -> HttpResponse:
    """One passage with what stands around it, its suggestion, and the choice."""
    anchors.follow()
    row = _passage(round_, passage_id)
    return render(request, "panel/codes_passage.html", _context(request, round_, row, _asked(request.GET)))


@to_do(Deed.CODE_PASSAGE)
def keep(request: HttpRequest, round_: Round, passage_id: int) -> HttpResponse:
    """Keep one coder's answers, and go on to the next passage of the list."""
    row, asked = _passage(round_, passage_id), _asked(request.GET)
    form = _form(row, request.user, request.POST)
    following = _following(request, round_, row, asked)
    if form.is_valid():
        try:
            actions.code_passage(
                passage=row, codes=form.codes(), note=form.cleaned_data["note"], beside=form.cleaned_data["beside"],
                by=request.user, at=timezone.localtime(),
            )  # fmt: skip
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Kept. Here is the next passage." if following else "Kept. It was the last.")
            where = "panel:code_passage" if following else "panel:codes"
            there = [round_.slug, *([following] if following else [])]
            return redirect(reverse(where, args=there) + code_pages.query(asked))
    context = _context(request, round_, row, asked, form)
    return render(request, "panel/codes_passage.html", context)


@to_do(Deed.CODE_PASSAGE)
def take_back(request: HttpRequest, round_: Round, coding_id: int) -> HttpResponse:
    """Take one's own coding back."""
    row = queries.coding(round_.slug, coding_id)
    if row is None:
        raise Http404("There is no such coding in this round.")
    try:
        actions.take_back(coding=row, by=request.user, at=timezone.localtime())
        messages.success(request, "Your coding is taken back. It stays in the history of the passage.")
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("panel:code_passage", round_.slug, row.stands_at_id)


@to_do(Deed.SUGGEST_CODES)
def suggest(request: HttpRequest, round_: Round) -> HttpResponse:
    """Have suggestions made for the undecided passages."""
    return _asked_of_the_worker(
        request,
        round_,
        lambda **who: actions.suggest_for_round(round_slug=round_.slug, **who),
        "Suggestions are asked for.",
    )


@to_do(Deed.SUGGEST_CODES)
def learn(request: HttpRequest, round_: Round) -> HttpResponse:
    """Have what was confirmed learnt, and suggestions made anew for the undecided passages."""
    return _asked_of_the_worker(
        request, round_, lambda **who: actions.learn(round_slug=round_.slug, **who),
        "Learning is asked for. It takes some seconds, and nothing that was confirmed changes.",
    )  # fmt: skip


@to_do(Deed.SUGGEST_CODES)
def stop(request: HttpRequest, round_: Round, run_id: int) -> HttpResponse:
    """Stop a run of suggestions."""
    row = _run(round_, run_id)
    return _asked_of_the_worker(
        request, round_, lambda **who: actions.stop_suggesting(suggesting=row, **who),
        "Stopped. What was suggested stays, and the rest can be taken up again.",
    )  # fmt: skip


@to_do(Deed.SUGGEST_CODES)
def go_on(request: HttpRequest, round_: Round, run_id: int) -> HttpResponse:
    """Take a run up again where it was stopped."""
    row = _run(round_, run_id)
    return _asked_of_the_worker(
        request, round_, lambda **who: actions.go_on_suggesting(suggesting=row, **who), "Taken up where it was."
    )


def _asked_of_the_worker(request: HttpRequest, round_: Round, do: Any, done: str) -> HttpResponse:
    try:
        do(by=request.user, at=timezone.localtime())
        messages.success(request, done)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("panel:codes", round_.slug)


def _run(round_: Round, pk: int) -> Any:
    row = queries.run(round_.slug, pk)
    if row is None:
        raise Http404("There is no such run in this round.")
    return row


def _passage(round_: Round, pk: int) -> Any:
    row = queries.passage(round_.slug, pk)
    if row is None:
        raise Http404("There is no such passage in this round.")
    return row


def _asked(given: Any) -> Asked:
    return QueueFilter(given, frame=coding_frame.frame()).asked()


def _following(request: HttpRequest, round_: Round, row: Any, asked: Asked) -> int | None:
    keys = list(passages_asked(round_.slug, asked, request.user).values_list("pk", flat=True))  # type: ignore[arg-type]
    return code_pages.around(keys, row.pk)[2]


def _form(row: Any, person: Any, data: Any = None) -> CodingForm:
    beside = queries.suggested(row)
    held = [one for one in queries.codings_at(row) if one.coder_id == person.pk and one.ended_at is None]
    codes = {kind.value: getattr(beside, kind.value) for kind in CodeKind} if beside else {}
    return CodingForm(
        data, frame=coding_frame.frame(), suggested=codes, mine=held[-1].codes() if held else None,
        note=held[-1].note if held else "", initial={"beside": beside.pk if beside else None},
    )  # fmt: skip


def _context(
    request: HttpRequest, round_: Round, row: Any, asked: Asked, form: CodingForm | None = None
) -> dict[str, Any]:
    frame, person = coding_frame.frame(), request.user
    is_coder = may(Deed.CODE_PASSAGE, people.roles(person))  # type: ignore[arg-type]
    keys = list(passages_asked(round_.slug, asked, person).values_list("pk", flat=True))  # type: ignore[arg-type]
    sees_others = queries.may_see_others(row, person, is_coder=is_coder)  # type: ignore[arg-type]
    held = queries.codings_at(row)
    visible = [one for one in held if sees_others or one.coder_id == person.pk]
    told = code_pages.shown(visible, frame, to=person, text=row.text)
    place, earlier, later = code_pages.around(keys, row.pk)
    return {
        "round_": round_,
        "section": "codes",
        "passage": row,
        "plan": row.publication,
        "opens_its_heading": queries.opens_its_heading(row),
        "beside": queries.neighbours([row])[row.pk],
        "suggestion": code_pages.suggestion(queries.suggested(row), frame),
        "frame": frame,
        "form": form or (_form(row, person) if is_coder and row.publication.split.is_searched else None),
        "holding": [one for one in told if not one.ended],
        "ended": [one for one in told if one.ended],
        "differ": code_pages.differ([one for one in told if not one.ended]),
        "kept_from_view": len({one.coder_id for one in held if one.ended_at is None}) if not sees_others else 0,
        "asked": code_pages.query(asked),
        "place": place,
        "in_list": len(keys),
        "earlier": earlier,
        "later": later,
    }
