"""A reply of the department, what we make of each recommendation, and that members were told."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms

from moothall.domain.department_replies import Response, Said, What, points_in
from moothall.web.components.fields import DayField
from moothall.web.council.forms.choices import offer
from moothall.web.council.forms.proofs import ProofField

_MOST = 20000


def _words(label: str, *, rows: int = 5, **said: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=_MOST, widget=forms.Textarea(attrs={"rows": rows}), **said)


class ReplyForm(forms.Form):
    """What was received."""

    from_whom = forms.CharField(
        label="From whom it came", max_length=200, error_messages={"required": "Name the office or the panel"}
    )
    on = DayField(label="When it came")
    receipt = forms.ChoiceField(label="Which return of ours it answers", widget=forms.RadioSelect, required=False)
    words = _words("What it says", required=False, help_text="In its own words. Leave it empty where you bring a file.")
    points = _words(
        "Its recommendations, if it makes any", rows=8, required=False,
        help_text="One to a paragraph, with an empty line between them.",
    )  # fmt: skip
    proof = ProofField(label="The reply, if it is a file", required=False)

    def __init__(self, *args: Any, receipts: Iterable[str], **said: Any) -> None:
        super().__init__(*args, **said)
        offer(self, "receipt", [*((one, f"Receipt {one}") for one in receipts), ("", "It is not tied to one return")])

    def clean_points(self) -> tuple[str, ...]:
        """The recommendations one by one."""
        return points_in(self.cleaned_data["points"])


class ResponseForm(forms.Form):
    """Our response to a recommendation."""

    response = forms.ChoiceField(
        label="What we make of it", widget=forms.RadioSelect,
        choices=[(one.value, one.words) for one in Response], error_messages={"required": "Choose the response"},
    )  # fmt: skip
    words = _words("Why", rows=4, error_messages={"required": "Say why"})
    who = forms.CharField(
        label="Which post sees to it", max_length=200, required=False, help_text="Where it is accepted, or in part."
    )
    due_on = DayField(label="By when", required=False)

    def said(self, today: date) -> Said:
        """What was entered, as the deed takes it."""
        found = dict(self.cleaned_data)
        return Said(What.ANSWERED, today, response=Response(found.pop("response")), **found)


class DoneForm(forms.Form):
    """That what was accepted is done."""

    on = DayField(label="When it was done")
    words = _words("What shows that it is done", rows=3, error_messages={"required": "Say what shows it"})

    def said(self, today: date) -> Said:
        """What was entered, as the deed takes it."""
        return Said(What.DONE, **self.cleaned_data)


class MatchForm(forms.Form):
    """The part of the plan that a recommendation speaks of."""

    part = forms.ChoiceField(label="Part of the plan", error_messages={"required": "Choose a part of the plan"})

    def __init__(self, *args: Any, parts: dict[str, tuple[str, str]], **said: Any) -> None:
        super().__init__(*args, **said)
        offer(self, "part", [("", "Choose one"), *((key, f"{key} {title}") for key, (title, _) in parts.items())])


class ReportedForm(forms.Form):
    """That members were told."""

    body = forms.CharField(label="To which body", max_length=200, error_messages={"required": "Name the body"})
    on = DayField(label="When it met")
    words = _words("In which words", error_messages={"required": "Give the words of the report or the minute"})
