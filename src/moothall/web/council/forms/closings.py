"""A year's review, closing and opening a round, the council that follows, and what it does with what is open."""

from collections.abc import Iterable
from typing import Any

from django import forms

from moothall.domain.closings import Outcome
from moothall.domain.reviews import Reviewed, Said
from moothall.web.components.fields import DayField
from moothall.web.council.forms.choices import offer

OUTCOMES = {
    Outcome.ADOPT: "It is adopted as it stands",
    Outcome.MERGE: "It is merged into something of the new council",
    Outcome.END: "It is ended",
}


class TimeForm(forms.Form):
    """The time of a review."""

    since = DayField(label="From")
    until = DayField(label="To")


class ReviewForm(forms.Form):
    """What became of each commitment and measure. ``said`` holds it by key after validation."""

    words = forms.CharField(
        label="The time in a few sentences",
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    why = forms.CharField(
        label="If another review of this time is kept already, why there is one more", required=False, max_length=1_000
    )

    def __init__(self, *args: Any, items: Iterable[Reviewed], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items = tuple(items)
        for one in self.items:
            self.fields[f"became_{one.key}"] = forms.CharField(
                label=f"What became of it: {one.title}",
                required=False,
                max_length=5_000,
                widget=forms.Textarea(attrs={"rows": 2}),
            )
            self.fields[f"carried_{one.key}"] = forms.CharField(
                label=f"What is carried over, and how: {one.title}",
                required=False,
                max_length=1_000,
                help_text="Leave it empty where nothing is.",
            )

    @property
    def said(self) -> dict[str, Said]:
        """What was said of each, by its key."""
        given = self.cleaned_data
        return {one.key: Said(given[f"became_{one.key}"], given[f"carried_{one.key}"]) for one in self.items}


class SuccessorForm(forms.Form):
    """The council that follows."""

    successor = forms.ChoiceField(label="The council that continues the work", required=False)
    name = forms.CharField(
        label="Its name, where it is not in the register yet",
        required=False,
        max_length=200,
        help_text="A council that an order makes has no code until its shadow council is there.",
    )
    vesting_on = DayField(label="It takes over on", help_text="The vesting day of the order.")
    order = forms.CharField(
        label="The order", max_length=300, help_text="Its title or number, so that anybody can look at it."
    )
    custody = forms.CharField(
        label="Who holds the records from that day",
        max_length=1_000,
        help_text="The office and where it can be reached.",
    )
    why = forms.CharField(label="If this corrects what was recorded before, why", required=False, max_length=1_000)

    def __init__(self, *args: Any, councils: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "successor", [("", "Choose a council"), *councils])


class AdoptForm(forms.Form):
    """What the new council resolved of one thing it found open."""

    outcome = forms.ChoiceField(
        label="What was resolved",
        widget=forms.RadioSelect,
        choices=[(one.value, words) for one, words in OUTCOMES.items()],
    )
    into = forms.CharField(label="If it is merged, into what", required=False, max_length=300)
    body = forms.CharField(label="Which body", max_length=200, help_text="For example: Shadow Executive")
    decided_on = DayField(label="It was resolved on")
    minute = forms.CharField(
        label="The minute", widget=forms.Textarea(attrs={"rows": 3}), help_text="Number and words."
    )

    def clean_outcome(self) -> Outcome:
        """The outcome as the domain's own value."""
        return Outcome(self.cleaned_data["outcome"])
