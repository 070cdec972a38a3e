"""Asking for implications and sign-off, answering, handing on, and being away."""

from collections.abc import Iterable
from typing import Any

from django import forms

from moothall.documents.layouts.implications import LABELS
from moothall.web.components.fields import DayField
from moothall.web.council.forms.choices import offer

CAPACITIES = ("Head of Paid Service", "Section 151 officer", "Monitoring Officer")
OTHER = "other"
NOBODY = ("", "Nobody yet: the post is vacant")


def _people(people: Iterable[Any]) -> list[tuple[str, str]]:
    return [(str(one.pk), str(one)) for one in people]


class AskForm(forms.Form):
    """What both kinds of request ask for: of whom, by when, and a word to them."""

    person = forms.ChoiceField(label="Who is asked", required=False)
    due_on = DayField(label="Answer by")
    deputy = forms.ChoiceField(
        label="Who is told when there is no answer",
        required=False,
        help_text="A deputy or the head of service. Left empty, it is you.",
    )
    note = forms.CharField(
        label="A word to them, if you like", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, people: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = _people(people)
        offer(self, "person", [NOBODY, *named])
        offer(self, "deputy", [("", "You"), *named])


class AskImplicationForm(AskForm):
    """A request for one kind of implication."""

    kind = forms.ChoiceField(label="Which implications")
    places = forms.MultipleChoiceField(
        label="What else their answer covers",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="It always covers their own words and the recommendations.",
    )
    field_order = ("kind", "person", "due_on", "deputy", "places", "note")

    def __init__(self, *args: Any, labels: dict[str, str], places: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "kind", [(kind, labels.get(kind) or label) for kind, label in LABELS.items()])
        offer(self, "places", places)


class AskSignOffForm(AskForm):
    """A request to sign exact words off in a capacity."""

    capacity = forms.ChoiceField(
        label="In what capacity",
        widget=forms.RadioSelect,
        choices=[*((one, one) for one in CAPACITIES), (OTHER, "Another, named below")],
        error_messages={"required": "Choose the capacity"},
    )
    other = forms.CharField(label="Another capacity", required=False, max_length=120)
    places = forms.MultipleChoiceField(
        label="What is signed off",
        widget=forms.CheckboxSelectMultiple,
        help_text="A change anywhere in it lapses the sign-off; a change elsewhere does not.",
        error_messages={"required": "Choose what is signed off"},
    )
    field_order = ("capacity", "other", "person", "places", "due_on", "deputy", "note")

    def __init__(self, *args: Any, places: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "places", places)

    def clean(self) -> dict[str, Any]:
        """The capacity in one word: that chosen, or the other as it was named."""
        found = super().clean() or {}
        other = str(found.pop("other", "")).strip()
        if found.get("capacity") == OTHER:
            if not other:
                self.add_error("other", "Name the capacity")
            found["capacity"] = other
        return found


class AnswerForm(forms.Form):
    """The one box. ``seen`` is the fingerprint of the words that were shown."""

    words = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 6}))
    seen = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, label: str, help_text: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label, self.fields["words"].help_text = label, help_text


class ReasonForm(forms.Form):
    """One reason, on a screen of its own."""

    reason = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 6}), max_length=4000, error_messages={"required": "Give the reason"}
    )

    def __init__(self, *args: Any, label: str, help_text: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].label, self.fields["reason"].help_text = label, help_text


class AnswerReasonForm(ReasonForm):
    """A reason for an answer, with the fingerprint of the words that were shown."""

    seen = forms.CharField(widget=forms.HiddenInput)


class HandOnForm(forms.Form):
    """Who has it now, and why."""

    to = forms.ChoiceField(label="To whom", error_messages={"required": "Choose a person"})
    reason = forms.CharField(
        label="Why, if it helps them", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, people: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "to", [("", "Choose a person"), *_people(people)])


class InviteForm(forms.Form):
    """Somebody who is to answer requests here."""

    name = forms.CharField(label="Name", max_length=200, error_messages={"required": "Enter the name"})
    post = forms.CharField(label="Post, as it is printed under their words", required=False, max_length=200)
    email = forms.EmailField(
        label="E-mail address", error_messages={"required": "Enter the address", "invalid": "Enter a whole address"}
    )


class AwayForm(forms.Form):
    """From when to when one is away, and who covers."""

    from_on = DayField(label="First day away")
    to_on = DayField(label="Last day away")
    cover = forms.ChoiceField(label="Who covers for you", error_messages={"required": "Choose who covers"})

    def __init__(self, *args: Any, people: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "cover", [("", "Choose a person"), *_people(people)])
