"""Composing a route, bringing one in, and giving its steps their days."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from moothall.domain.authorities import BodyKind
from moothall.domain.own_routes import DEED_WORDS, TERM_WORDS, OwnRoute, OwnStep
from moothall.domain.routes import ROUTES, Deed, Term
from moothall.web.components.fields import DayField
from moothall.web.council.forms.files import BroughtFile

MOST, SPARE = 12, 2
"""How many steps a route may have on the page, and how many empty ones stand under those it has."""

KIND_WORDS = {
    BodyKind.EXECUTIVE: "the executive",
    BodyKind.FULL_COUNCIL: "full Council",
    BodyKind.COMMITTEE: "a committee",
    BodyKind.SCRUTINY: "scrutiny",
    BodyKind.INDIVIDUAL_MEMBER: "a member, or members without a meeting",
    BodyKind.OFFICER: "an officer",
}


class NameForm(forms.Form):
    """The name of the route."""

    name = forms.CharField(label="Name of the route", max_length=200, help_text="By which you find it again.")


class StepForm(forms.Form):
    """One step. One without a name of who acts is no step; ``number`` says where it stands."""

    number = forms.IntegerField(label="Place", min_value=1, max_value=99, required=False)
    body = forms.CharField(label="Who", max_length=200, required=False)
    kind = forms.ChoiceField(label="That is", choices=[(one.value, words) for one, words in KIND_WORDS.items()])
    deed = forms.ChoiceField(label="What it does", choices=[(one.value, DEED_WORDS[one]) for one in Deed])
    who = forms.CharField(label="Who acts for it or with it", max_length=300, required=False)
    terms = forms.MultipleChoiceField(
        label="It rests on",
        choices=[(one.value, words) for one, words in TERM_WORDS.items()],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def has_changed(self) -> bool:
        """Always: a step left as the shape had it is a step all the same."""
        return True

    @property
    def step(self) -> OwnStep | None:
        """The step, or None where nobody is named."""
        data = self.cleaned_data
        if not data.get("body", "").strip():
            return None
        terms = tuple(Term(one) for one in data["terms"])
        return OwnStep(data["body"].strip(), BodyKind(data["kind"]), Deed(data["deed"]), data["who"].strip(), terms)


StepFormSet = forms.formset_factory(StepForm, extra=0, max_num=MOST, absolute_max=MOST)


def rows_of(own: OwnRoute | None) -> list[dict[str, Any]]:
    """What the form starts from: the steps of a route with their places, and empty ones after them."""
    steps = own.steps if own else ()
    rows: list[dict[str, Any]] = [
        {
            "number": number, "body": one.body, "kind": one.kind.value, "deed": one.deed.value, "who": one.who,
            "terms": [term.value for term in one.terms],
        }
        for number, one in enumerate(steps, start=1)
    ]  # fmt: skip
    spare = min(MOST - len(rows), SPARE if rows else 3)
    return rows + [
        {"number": len(rows) + one, "kind": BodyKind.EXECUTIVE.value, "deed": Deed.DECIDE.value}
        for one in range(1, spare + 1)
    ]


def steps_in(formset: Any) -> tuple[OwnStep, ...]:
    """The steps that were typed, in the order of their places; those of one place as they stand on the page."""
    found = [(one.cleaned_data.get("number") or MOST, one.step) for one in formset if one.step]
    return tuple(step for _, step in sorted(found, key=lambda pair: pair[0]))


class StartForm(forms.Form):
    """From which shape to start."""

    start = forms.ChoiceField(
        label="Start from",
        required=False,
        choices=[("", "An empty route"), *((one.id, f"{one.id}. {one.name}") for one in ROUTES)],
    )


class BringForm(forms.Form):
    """A file with a route in it."""

    file = BroughtFile(label="The file of the route (JSON)", accept=".json,application/json", most=200_000)


class DaysForm(forms.Form):
    """A day for each step. Those of meetings are needed for the planner to count; every other may stay empty."""

    def __init__(self, *args: Any, steps: Sequence[OwnStep], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, one in enumerate(steps):
            self.fields[f"day_{number}"] = DayField(
                label=f"{number + 1}. {one.sentence}", required=one.deed.resolves and one.deed.decides
            )

    @property
    def days(self) -> dict[int, date]:
        """The days that were given, by the number of the step from 0."""
        return {
            int(name.removeprefix("day_")): value
            for name, value in self.cleaned_data.items()
            if name.startswith("day_") and value
        }
