"""Implications and sign-off: what was asked of whom, the one page to answer on, handing on, and being away."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from moothall.apps.implications import actions, looking, queries
from moothall.apps.implications.queries import Standing
from moothall.apps.mail import queries as mails
from moothall.apps.people import queries as people
from moothall.apps.reports import queries as reports
from moothall.domain import reminding, signoffs
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.domain.signed_texts import implication_place, places_of
from moothall.domain.signoffs import Reply, State
from moothall.reference import house_templates
from moothall.web.council import agreement_rows
from moothall.web.council.access import Here, address, in_workspace, tell
from moothall.web.council.forms import implications as forms

_ALWAYS = "report.recommendations"


def labels_of(here: Here) -> dict[str, str]:
    """What the council's house template calls each kind of implication."""
    report = reports.report(here.workspace)
    return dict(house_templates.by_id(report.house_template).implication_labels) if report else {}


def standing_at(here: Here, pk: int) -> Standing:
    """The request of this number as it stands today. Raises Http404 where there is none."""
    row = queries.request(here.workspace, pk)
    if row is None:
        raise Http404("There is no request of this number here.")
    return queries.standing(row, here.round_, as_of=timezone.localdate())


@in_workspace()
def agreements(request: HttpRequest, here: Here) -> HttpResponse:
    """Every request: what is owed and by whom, what is agreed, what lapsed, and posts with nobody in them."""
    today, labels = timezone.localdate(), labels_of(here)
    found = queries.standings(here.workspace, here.round_, as_of=today)
    rows = [agreement_rows.row(one, labels, you=request.user.pk or 0, today=today) for one in found]
    context = {
        "here": here,
        "report": reports.report(here.workspace),
        "nobody": [one for one in rows if one.standing.needs_somebody],
        "owed": [one for one in rows if one.standing.state.is_open and not one.standing.needs_somebody],
        "cannot": [one for one in rows if one.standing.state is State.CANNOT_AGREE],
        "settled": [one for one in rows if one.standing.state in {State.AGREED, State.NOT_APPLICABLE}],
        "withdrawn": [one for one in rows if one.standing.state is State.WITHDRAWN],
        "away": [one for one in queries.absences(here.workspace) if one.to_on >= today],
    }
    return render(request, "council/agreements.html", context)


@in_workspace(Deed.ASK_AGREEMENT)
def ask(request: HttpRequest, here: Here) -> HttpResponse:
    """Ask a named person for one kind of implication."""
    offered = [pair for pair in places_of(queries.texts(here.workspace, here.round_)) if pair[0] != _ALWAYS]
    form = forms.AskImplicationForm(
        request.POST or None, initial={"due_on": due_on(here)}, people=queries.able(here.workspace),
        labels=labels_of(here), places=offered,
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        places = [implication_place(said["kind"]), _ALWAYS, *said.pop("places")]
        return asked(request, here, form, {**said, "places": places}, "council/ask_implication.html")
    return render(request, "council/ask_implication.html", {"here": here, "form": form})


def due_on(here: Here) -> Any:
    """The day an answer is asked for where nobody says another, from the day the route's papers go out."""
    return reminding.default_due(queries.papers_on(here.workspace), as_of=timezone.localdate())


def asked(request: HttpRequest, here: Here, form: Any, said: dict[str, Any], template: str) -> HttpResponse:
    """Ask as a form says; the page again, with everything typed, where that is refused."""
    person, deputy = (people.person(int(said.pop(name) or 0)) for name in ("person", "deputy"))
    try:
        row = actions.ask(
            workspace=here.workspace, person=person, deputy=deputy, **said, by=request.user, at=timezone.localtime()
        )
    except Refusal as refusal:
        tell(form, refusal)
        return render(request, template, {"here": here, "form": form})
    told = f"{person.name} is asked, and has a mail." if person else "It is kept. Nobody is named for it yet."
    messages.success(request, told)
    return redirect(address(here, "agreement", row.pk))


@in_workspace(Deed.ASK_AGREEMENT)
def invite(request: HttpRequest, here: Here) -> HttpResponse:
    """Let somebody who has no role here answer requests."""
    form = forms.InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.invite(workspace=here.workspace, **form.cleaned_data, by=request.user, at=timezone.localtime())
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, f"{form.cleaned_data['name']} has an invitation, and can be asked.")
            return redirect(address(here, "agreements"))
    return render(request, "council/invite_author.html", {"here": here, "form": form})


@in_workspace()
def request_page(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """One request: for whoever has it one box and three answers, for the others where it stands."""
    standing, today = standing_at(here, pk), timezone.localdate()
    person: Any = request.user
    may_answer = _may_answer(standing, person)
    form, since = _answer_form(request, standing), None
    if request.method == "POST" and may_answer and form.is_valid():
        done = _answered(request, here, standing, form)
        if done:
            return done
        standing = standing_at(here, pk)
        since = looking.Since(today, signoffs.differences(looking.seen(standing, person), standing.now))
        form.data = {"words": form.cleaned_data["words"], "seen": standing.print}
    elif may_answer:
        since = looking.look(standing, person, day=today)
    return render(request, "council/agreement.html", _shown(here, standing, person, form, since, may_answer))


def _may_answer(standing: Standing, person: Any) -> bool:
    holders = {standing.request.person_id, standing.holder.pk if standing.holder else None}
    return standing.state is not State.WITHDRAWN and standing.holder is not None and person.pk in holders


def _shown(here: Here, standing: Standing, person: Any, form: Any, since: Any, may_answer: bool) -> dict[str, Any]:
    """What the page of a request shows."""
    report, today = reports.report(here.workspace), timezone.localdate()
    holds = standing.state is not State.LAPSED
    return {
        "here": here,
        "standing": standing,
        "row": agreement_rows.row(standing, labels_of(here), you=person.pk, today=today),
        "asking": agreement_rows.question(standing, person.name) if may_answer else "",
        "form": form,
        "may_answer": may_answer,
        "days_left": (standing.request.due_on - today).days,
        "value": reports.value(report) if report else None,
        "passages": agreement_rows.words_shown(standing),
        "in_box": in_box(standing),
        "lapsed": [] if holds else agreement_rows.changed(standing.changed),
        "since": since.on if since else None,
        "since_changed": agreement_rows.changed(since.changed) if since and holds else [],
        "may_hand_on": here.may("ask_agreement") or may_answer,
    }


def in_box(standing: Standing) -> str:
    """What stands in the box: the words of the implication, or the officer's comment, as the report has them."""
    row = standing.request
    return queries.comment(row) if row.is_sign_off else queries.implication(row).text


def _answer_form(request: HttpRequest, standing: Standing) -> forms.AnswerForm:
    words = in_box(standing)
    return forms.AnswerForm(
        request.POST or None,
        initial={"words": words, "seen": standing.print},
        **agreement_rows.box(standing, words),
    )


def _answered(request: HttpRequest, here: Here, standing: Standing, form: Any) -> HttpResponse | None:
    """Keep the answer a button stands for, or go to the screen where a no gets its reason. None where it is refused."""
    said, pk = form.cleaned_data, standing.request.pk
    reply = request.POST.get("answer", "")
    if reply == Reply.CANNOT_AGREE:
        return redirect(f"{address(here, 'cannot_agree', pk)}?seen={said['seen']}")
    try:
        if reply not in {Reply.AGREE, Reply.AGREE_WITH_WORDS}:
            raise Refusal("No answer was chosen.", next_step="Choose one of the three.")
        actions.answer(
            request=standing.request, reply=Reply(reply), seen=said["seen"], words=said["words"], by=request.user,
            at=timezone.localtime(),
        )  # fmt: skip
    except Refusal as refusal:
        tell(form, refusal)
        return None
    messages.success(request, "Your answer is kept with these exact words. If they change, you are asked again.")
    return redirect(address(here, "agreement", pk))


@in_workspace(Deed.ANSWER_REQUEST)
def cannot(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """One focused screen: why somebody cannot agree."""
    said = {
        "label": "Why can you not agree?",
        "help_text": "Whoever asked sees it at once, and it is kept in the record. No words of the report change.",
    }
    return _with_reason(request, here, pk, Reply.CANNOT_AGREE, "Cannot agree", said)


@in_workspace(Deed.ANSWER_REQUEST)
def not_applicable(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """One focused screen: why an implication is not applicable. It is printed with the name (rule G-Q1)."""
    said = {
        "label": "Why is it not applicable?",
        "help_text": f"It is printed in the report as your words, with your name: {request.user}.",
    }
    return _with_reason(request, here, pk, Reply.NOT_APPLICABLE, "Say not applicable", said)


def _with_reason(
    request: HttpRequest, here: Here, pk: int, reply: Reply, deed: str, said: dict[str, str]
) -> HttpResponse:
    standing = standing_at(here, pk)
    seen = request.GET.get("seen") or standing.print
    form = forms.AnswerReasonForm(request.POST or None, initial={"seen": seen}, **said)
    if request.method == "POST" and form.is_valid():
        try:
            actions.answer(
                request=standing.request, reply=reply, **form.cleaned_data, by=request.user, at=timezone.localtime()
            )
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, "Your answer is kept, with its reason and your name.")
            return redirect(address(here, "agreement", pk))
    context = {"here": here, "form": form, "standing": standing, "title": _title(here, standing), "deed": deed}
    return render(request, "council/agreement_reason.html", context)


def _title(here: Here, standing: Standing) -> str:
    return agreement_rows.title(standing, labels_of(here))


@in_workspace(Deed.ANSWER_REQUEST)
def hand_on(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """Give a request to somebody else by name."""
    standing = standing_at(here, pk)
    others = [one for one in queries.able(here.workspace) if one.pk != standing.request.person_id]
    form = forms.HandOnForm(request.POST or None, people=others)
    if request.method == "POST" and form.is_valid():
        to = next(one for one in others if str(one.pk) == form.cleaned_data["to"])
        try:
            actions.hand_on(
                request=standing.request, to=to, reason=form.cleaned_data["reason"], by=request.user,
                at=timezone.localtime(),
            )  # fmt: skip
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, f"{to.name} has it now, and has a mail.")
            return redirect(address(here, "agreement", pk))
    context = {"here": here, "form": form, "standing": standing, "title": _title(here, standing), "deed": "Hand it on"}
    return render(request, "council/agreement_reason.html", context)


@require_POST
@in_workspace(Deed.ASK_AGREEMENT)
def withdraw(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """Say that no answer is needed any more."""
    try:
        actions.withdraw(request=standing_at(here, pk).request, by=request.user, at=timezone.localtime())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "The request is withdrawn. What was answered stays on record.")
    return redirect(address(here, "agreement", pk))


@in_workspace(Deed.SAY_AWAY)
def away(request: HttpRequest, here: Here) -> HttpResponse:
    """Say from when to when one is away and who covers."""
    others = [one for one in queries.able(here.workspace) if one.pk != request.user.pk]
    form = forms.AwayForm(request.POST or None, people=others)
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        key = said.pop("cover")
        cover = next(one for one in others if str(one.pk) == key)
        person: Any = request.user
        try:
            actions.say_away(workspace=here.workspace, cover=cover, **said, by=person, at=timezone.localtime())
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, f"{cover.name} covers for you, and has a mail.")
            return redirect(address(here, "agreements"))
    return render(request, "council/say_away.html", {"here": here, "form": form})


@require_POST
@in_workspace(Deed.SAY_AWAY)
def end_away(request: HttpRequest, here: Here, pk: int) -> HttpResponse:
    """Say that one is back, or not away after all."""
    row, person = queries.absence(here.workspace, pk), request.user
    if row is None:
        raise Http404("There is no absence of this number here.")
    try:
        actions.end_absence(absence=row, by=person, at=timezone.localtime())  # type: ignore[arg-type]
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "What is asked of you comes to you again.")
    return redirect(address(here, "agreements"))


@in_workspace(Deed.ASK_AGREEMENT)
def mail(request: HttpRequest, here: Here) -> HttpResponse:
    """Every mail about this workspace, to whom, and what became of it."""
    return render(request, "council/mail_sent.html", {"here": here, "mails": mails.of_workspace(here.workspace)[:200]})
