"""Standard wordings: the words with their approval, and taking them back."""

from typing import Any

from django import forms

from moothall.domain.rounds import Round
from moothall.domain.wordings import Place, Serves
from moothall.web.components.fields import DayField
from moothall.web.council.forms.choices import offer
from moothall.web.council.forms.report_fields import FIELDS
from moothall.web.council.forms.report_rows import IMPLICATION_KINDS, TextForm


def places(round_: Round) -> dict[str, str]:
    """Every place of a plan of this round and of its report that a wording may be for, each in words."""
    said = {str(Place(Serves.OPENING)): "The introduction of the plan"}
    for theme in round_.themes:
        said[str(Place(Serves.THEME, theme.key))] = f"Any question under {theme.title}"
        said |= {str(Place(Serves.QUESTION, one.id)): f"{one.id} {one.title}" for one in theme.questions}
    for name, kind in FIELDS.items():
        if kind.form is TextForm:
            said[str(Place(Serves.FIELD, name))] = f"{kind.label}, in the covering report"
    for one in IMPLICATION_KINDS:
        said[str(Place(Serves.FIELD, f"implications.{one}"))] = (
            f"{one.replace('_', ' ').capitalize()} implications, in the covering report"
        )
    return said


class WordingForm(forms.Form):
    """The words, what they are for, and who approved them."""

    title = forms.CharField(label="A short name", max_length=200, help_text="So that people find it in a list.")
    serves = forms.ChoiceField(label="What it is for", help_text="It is offered there, in every round.")
    text = forms.CharField(
        label="The words",
        widget=forms.Textarea(attrs={"rows": 10}),
        max_length=20_000,
        help_text="Leave an empty line between paragraphs.",
    )
    approved_by = forms.CharField(
        label="Who approved it", max_length=200, help_text="Name and post, or the body: Monitoring Officer, Cabinet."
    )
    approved_on = DayField(label="Approved on", help_text="For example, 21 2 2024")
    review_on = DayField(
        label="To be looked at again on", required=False, help_text="From that day the list says so. It may stay empty."
    )

    def __init__(self, *args: Any, round_: Round, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known, stands = places(round_), self.initial.get("serves")
        if stands and stands not in known:  # of another round: it may stay what it is
            known[stands] = elsewhere(stands)
        offer(self, "serves", [("", "Choose"), *known.items()])


def elsewhere(place: str) -> str:
    """A place that this round does not have, in words."""
    return f"{place.partition(':')[2] or place}, of another round"


class TakeBackForm(forms.Form):
    """Why a wording is offered no longer."""

    why = forms.CharField(
        label="Why",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        error_messages={"required": "Say why nobody shall use these words any more"},
    )
