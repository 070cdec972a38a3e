"""The rules the council counts by: all of them with their days and sources, and each deed that changes one."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from moothall.apps.people import queries as people
from moothall.apps.rules import actions, supposed
from moothall.apps.rules import queries as rulebooks
from moothall.domain import rulebook_plain
from moothall.domain.days import ONE_DAY, in_words
from moothall.domain.local_rules import RULINGS, LocalRule, RuledClock
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed, Role
from moothall.domain.rule_trials import Trial
from moothall.domain.rulebook import Rulebook
from moothall.web.council import rule_rows
from moothall.web.council.access import Here, address, in_workspace, tell
from moothall.web.council.forms import rule_values
from moothall.web.council.forms import rules as forms
from moothall.web.council.forms.workspaces import GOVERNANCE
from moothall.web.council.rule_words import value_in_words

PART = "X-Part"
_RECENT = 3


@in_workspace()
def rules(request: HttpRequest, here: Here) -> HttpResponse:
    """Every rule by clock and decision maker, what is a default, closed days, governance, and how it came to be."""
    today = timezone.localdate()
    pack, book = rulebooks.pack_on(here.workspace, today), rulebooks.rulebook_of(here.workspace.gss)
    shown, changes = rule_rows.groups(here.workspace, today), rule_rows.changes(rulebooks.history(here.workspace.gss))
    own, of_all = rule_rows.own_and_all(shown)
    context: dict[str, Any] = {
        "here": here,
        "pack": pack,
        "groups": shown,
        "call_in": value_in_words(pack.call_in)[0] if pack.call_in else "",
        "own": own,
        "of_all": of_all,
        "past": rule_rows.past(here.workspace, today),
        "spells": rule_rows.spells(book),
        "governance": GOVERNANCE[pack.governance],
        "closures": [(one, rule_rows.closure_words(one)) for one in book.closures],
        "changes": changes[:_RECENT],
        "more_changes": len(changes) > _RECENT,
        "trials": _last_change(here, today),
        "last": rulebooks.latest(here.workspace.gss),
        "who": people.names_of(Role.DEMOCRATIC_SERVICES, here.workspace.pk),
    }
    return render(request, "council/rules.html", context)


@in_workspace()
def rules_history(request: HttpRequest, here: Here) -> HttpResponse:
    """Every change of the rules: who, when, why, and the words before and after."""
    changes = rule_rows.changes(rulebooks.history(here.workspace.gss))
    return render(request, "council/rules_history.html", {"here": here, "changes": changes})


@in_workspace()
def rule(request: HttpRequest, here: Here, rule_id: str) -> HttpResponse:
    """One rule of the council's own: what it settles, what it gives on days anyone can check, and its changes."""
    found, today = _rule(here, rule_id), timezone.localdate()
    day = supposed.day_to_try(found.valid_from, found.valid_to, today)
    history = [one for one in rulebooks.history(here.workspace.gss) if rule_id in {**one.before, **one.after}]
    standing = "past" if found.valid_to and found.valid_to < today else "now"
    context = {
        "here": here,
        "rule": found,
        "ruling": RULINGS[found.clock],
        "row": rule_rows.row_of(found, "to come" if found.valid_from and found.valid_from > today else standing),
        "trials": supposed.tried(here.workspace, found.clock, today=day, makers=sorted(found.makers)),
        "changes": rule_rows.changes(history),
    }
    return render(request, "council/rule.html", context)


@in_workspace(Deed.ENTER_RULES)
def enter_rule(request: HttpRequest, here: Here, ruled: str) -> HttpResponse:
    """Enter a rule for a clock, or one that follows another; what it changes is shown before it is saved."""
    clock = _clock(ruled)
    follows = _followed(here, request, clock)
    initial = forms.stands(follows, with_days=False) | {"follows": follows.id} if follows else _usual(clock)
    asked = {name: request.GET[name] for name in request.GET if name in forms.form_for(clock).base_fields}
    form = forms.form_for(clock)(request.POST or None, clock=clock, initial=initial | _from_address(asked))

    def suppose() -> Rulebook:
        return supposed.with_rule(here.workspace, form.plain(), follows=form.cleaned_data["follows"])

    def save() -> None:
        said = form.cleaned_data
        actions.enter_rule(
            workspace=here.workspace, rule=form.plain(), follows=said["follows"], why=said["why"], **_by_now(request)
        )
        messages.success(
            request, f"The rule is saved: {RULINGS[clock].title.lower()}. Days it covers are counted by it."
        )

    more = {"clock": clock, "ruling": RULINGS[clock], "follows": follows, "learnt": "days" in asked}
    more["pack"] = rulebooks.pack_on(here.workspace, timezone.localdate())
    return _edited(request, here, form, suppose, save, "council/enter_rule.html", more)


@in_workspace(Deed.ENTER_RULES)
def correct_rule(request: HttpRequest, here: Here, rule_id: str) -> HttpResponse:
    """Let a rule read as it always should have, with a reason."""
    found = _rule(here, rule_id)
    form = forms.form_for(found.clock)(
        request.POST or None, clock=found.clock, is_new=False, initial=forms.stands(found)
    )

    def suppose() -> Rulebook:
        return supposed.with_rule(here.workspace, form.plain(), corrects=rule_id)

    def save() -> None:
        actions.correct_rule(
            workspace=here.workspace, rule=rule_id, to=form.plain(), why=form.cleaned_data["why"], **_by_now(request)
        )
        messages.success(request, "The rule is corrected. What it said before stays in the record.")

    more = {"clock": found.clock, "ruling": RULINGS[found.clock], "rule": found}
    return _edited(request, here, form, suppose, save, "council/enter_rule.html", more)


@in_workspace(Deed.ENTER_RULES)
def end_rule(request: HttpRequest, here: Here, rule_id: str) -> HttpResponse:
    """Give a rule its last day."""
    found = _rule(here, rule_id)
    form = forms.EndRuleForm(request.POST or None)

    def save() -> None:
        actions.end_rule(workspace=here.workspace, rule=rule_id, **form.cleaned_data, **_by_now(request))
        messages.success(request, f"The rule ends on {in_words(form.cleaned_data['valid_to'])}.")

    return _done(request, here, form, save, "council/end_rule.html", {"row": rule_rows.row_of(found), "rule": found})


@in_workspace(Deed.ENTER_RULES)
def take_back_rule(request: HttpRequest, here: Here, rule_id: str) -> HttpResponse:
    """Take out a rule that was entered by mistake."""
    found = _rule(here, rule_id)
    form = forms.WhyForm(request.POST or None)

    def save() -> None:
        actions.take_back_rule(workspace=here.workspace, rule=rule_id, **form.cleaned_data, **_by_now(request))
        messages.success(request, "The rule is taken back. It stays in the record.")

    return _done(
        request, here, form, save, "council/take_back_rule.html", {"row": rule_rows.row_of(found), "rule": found}
    )


@in_workspace(Deed.ENTER_RULES)
def enter_closure(request: HttpRequest, here: Here) -> HttpResponse:
    """Enter days on which the council is closed, in mourning or in thanksgiving."""
    form = forms.ClosureForm(request.POST or None)

    def suppose() -> Rulebook:
        return supposed.with_closures(here.workspace, form.plain())

    def save() -> None:
        actions.enter_closure(
            workspace=here.workspace, closures=form.plain(), why=form.cleaned_data["why"], **_by_now(request)
        )
        messages.success(request, "The days are entered. The counts you chose leave them out from now on.")

    more = {"clock": RuledClock.CALL_IN, "ruling": RULINGS[RuledClock.CALL_IN]}
    return _edited(request, here, form, suppose, save, "council/enter_closure.html", more)


@in_workspace(Deed.ENTER_RULES)
def take_back_closure(request: HttpRequest, here: Here, day: str) -> HttpResponse:
    """Take back the closure of one day."""
    book = rulebooks.rulebook_of(here.workspace.gss)
    found = next((one for one in book.closures if one.on.isoformat() == day), None)
    if found is None:
        raise Http404("No closure is entered for that day.")
    form = forms.WhyForm(request.POST or None)

    def save() -> None:
        actions.take_back_closure(workspace=here.workspace, on=found.on, **form.cleaned_data, **_by_now(request))
        messages.success(request, f"{in_words(found.on)} is a day like any other again.")

    return _done(request, here, form, save, "council/take_back_closure.html", {"closure": found})


@in_workspace(Deed.ENTER_RULES)
def enter_governance(request: HttpRequest, here: Here) -> HttpResponse:
    """Enter how the council is run from a day."""
    form = forms.GovernanceForm(request.POST or None)

    def save() -> None:
        why = form.cleaned_data["why"]
        actions.enter_governance(workspace=here.workspace, spell=form.plain(), why=why, **_by_now(request))
        messages.success(request, "It is entered how the council is run. Days from then on are counted by it.")

    pack = rulebooks.pack_on(here.workspace, timezone.localdate())
    return _done(
        request, here, form, save, "council/enter_governance.html", {"governance": GOVERNANCE[pack.governance]}
    )


def _edited(
    request: HttpRequest,
    here: Here,
    form: Any,
    suppose: Callable[[], Rulebook],
    save: Callable[[], None],
    template: str,
    more: dict[str, Any],
) -> HttpResponse:
    """A form beside what it changes: shown again while nothing is saved, kept where the saving button was pressed.

    A script asks for the part that shows the change alone; everybody else gets the whole page.
    """
    to, wrong = None, ""
    if request.method == "POST":
        try:
            to = suppose() if form.is_valid() else None
            if to is not None and not _is_looking(request):
                save()
                return redirect(address(here, "rules"))
        except Refusal as refusal:
            tell(form, refusal)
            to = None
        wrong = next((str(sentence) for errors in form.errors.values() for sentence in errors), "")
    context = {"here": here, "form": form, "wrong": wrong, "is_looking": _is_looking(request), **more}
    context["trials"] = _tried(here, form, more["clock"], to)
    context["words"] = () if context["trials"] else _in_words(here, form, more["clock"], to)
    part = "council/rule_shown.html" if request.headers.get(PART) else template
    return render(request, part, context)


def _done(
    request: HttpRequest, here: Here, form: Form, save: Callable[[], None], template: str, more: dict[str, Any]
) -> HttpResponse:
    """A form whose only button does the deed."""
    if request.method == "POST" and form.is_valid():
        try:
            save()
            return redirect(address(here, "rules"))
        except Refusal as refusal:
            tell(form, refusal)
    return render(request, template, {"here": here, "form": form, **more})


def _is_looking(request: HttpRequest) -> bool:
    return request.method == "POST" and ("look" in request.POST or PART in request.headers)


def _tried(here: Here, form: Any, clock: RuledClock, to: Rulebook | None) -> tuple[Trial, ...]:
    """The worked example: as the rules stand, and beside it as they would be where the boxes make a rule."""
    said = getattr(form, "cleaned_data", {}) if form.is_bound else {}
    first, last = said.get("valid_from"), said.get("valid_to")
    days = said.get("days")
    if isinstance(days, list) and days:  # of closures: the days themselves, tried from a week before the first
        first, last = days[0] - 7 * ONE_DAY, None
    day = supposed.day_to_try(first, last, timezone.localdate())
    makers = form.chosen if isinstance(form, forms.RuleForm) and form.is_bound and said else ()
    return supposed.tried(here.workspace, clock, today=day, to=to, makers=makers)


def _in_words(here: Here, form: Any, clock: RuledClock, to: Rulebook | None) -> tuple[tuple[str, ...], ...]:
    """A rule that gives no dates: its words as they stand, and those it would have, empty while the boxes make none."""
    today = timezone.localdate()
    makers = form.chosen if form.is_bound and form.is_valid() else ()
    kind = supposed.maker_tried(here.workspace, clock, today=today, makers=makers)
    standing = rulebooks.pack_on(here.workspace, today).rule(clock, kind)
    before = value_in_words(standing.value) if standing else rule_rows.NOTHING
    told = rulebook_plain.local_rule({**form.plain(), "id": "new"}) if to is not None else None
    return before, value_in_words(told.value) if told else ()


def _last_change(here: Here, today: date) -> tuple[Trial, ...]:
    """Call-in on days anyone can check: before the last change of the rules beside now, or now alone."""
    last = rulebooks.latest(here.workspace.gss)
    now = rulebooks.rulebook_of(here.workspace.gss)
    if last is None:
        return supposed.tried(here.workspace, RuledClock.CALL_IN, today=today)
    before = rulebooks.rulebook_as_of(here.workspace.gss, last.number - 1)
    found = supposed.tried(here.workspace, RuledClock.CALL_IN, today=today, since=before, to=now)
    if any(one.is_changed for one in found):
        return found
    return supposed.tried(here.workspace, RuledClock.CALL_IN, today=today)


def _rule(here: Here, rule_id: str) -> LocalRule:
    found = supposed.rule_called(here.workspace, rule_id)
    if found is None:
        raise Http404("The council has no such rule.")
    return found


def _clock(ruled: str) -> RuledClock:
    try:
        return RuledClock(ruled)
    except ValueError:
        raise Http404("There is no such rule to enter.") from None


def _followed(here: Here, request: HttpRequest, clock: RuledClock) -> LocalRule | None:
    """The rule that the new one follows, as the address or the form names it."""
    named = request.POST.get("follows") or request.GET.get("follows") or ""
    found = supposed.rule_called(here.workspace, named)
    return found if found is not None and found.clock is clock else None


def _usual(clock: RuledClock) -> dict[str, Any]:
    """What the form opens with where nobody has entered a rule: the commonest call-in, or the law's own length."""
    if clock is RuledClock.CALL_IN:
        return rule_values.usual_call_in()
    otherwise = RULINGS[clock].otherwise
    return rule_values.stands(otherwise) if otherwise else {}


def _from_address(asked: dict[str, str]) -> dict[str, Any]:
    """A rule handed over in the address, as the page of learning does: true and false as the form's yes and no."""
    said = {name: {"true": "yes", "false": "no"}.get(value, value) for name, value in asked.items()}
    if "days" in said:
        said.setdefault("has_call_in", "yes")
    try:
        return said | ({"valid_from": date.fromisoformat(said["valid_from"])} if "valid_from" in said else {})
    except ValueError:
        return said


def _by_now(request: HttpRequest) -> dict[str, Any]:
    return {"by": request.user, "at": timezone.localtime()}
