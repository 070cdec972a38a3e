"""Giving parts of the plan and of the report to people to write, and taking them back."""

from collections.abc import Iterable
from typing import Any

from django import forms

from moothall.web.components.fields import DayField
from moothall.web.council.forms.choices import offer

_REASON = {"required": "Say in a few words why"}


class AssignForm(forms.Form):
    """Who writes a part, by when, and a word to them."""

    person = forms.ChoiceField(label="Who writes it", error_messages={"required": "Choose who writes it"})
    due_on = DayField(label="By when")
    note = forms.CharField(
        label="A word to them, if you like", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, people: Iterable[Any], because: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "person", [("", "Choose a person"), *((str(one.pk), str(one)) for one in people)])
        self.fields["due_on"].help_text = because


class ChangeAssignmentForm(AssignForm):
    """Somebody else, or another day, and why."""

    note = None  # type: ignore[assignment]  # a change is told by its reason
    reason = forms.CharField(label="Why it changes", max_length=1000, error_messages=_REASON)


class TakeBackForm(forms.Form):
    """Why nobody needs to write it any more."""

    reason = forms.CharField(label="Why you take it back", max_length=1000, error_messages=_REASON)
