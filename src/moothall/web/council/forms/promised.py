"""What a report promised, who sees to it, and what became of it."""

from collections.abc import Iterable
from typing import Any

from django import forms

from moothall.web.components.fields import DayField
from moothall.web.council.forms.choices import offer

_MOST = 4000


def _words(label: str, *, rows: int = 3, **said: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=_MOST, widget=forms.Textarea(attrs={"rows": rows}), **said)


class OwnerForm(forms.Form):
    """Who sees to it, and by when."""

    post = forms.CharField(
        label="Which post sees to it", max_length=200, error_messages={"required": "Name the post that sees to it"}
    )
    person = forms.ChoiceField(
        label="Who holds the post", required=False, help_text="They get mail. Leave it open where nobody holds it."
    )
    due_on = DayField(label="By when")

    def __init__(self, *args: Any, people: Iterable[tuple[str, str]], **said: Any) -> None:
        super().__init__(*args, **said)
        offer(self, "person", [("", "Nobody, or nobody with a role here"), *people])


class PromiseForm(OwnerForm):
    """Something promised for later."""

    text = _words("What was promised", error_messages={"required": "Say what was promised"})
    field_order = ("text", "post", "person", "due_on")


class ChangeForm(OwnerForm):
    """Another owner or another day."""

    words = _words("Why it changes", error_messages={"required": "Say why it changes"})


class DoneForm(forms.Form):
    """That it is done."""

    on = DayField(label="When it was done")
    words = _words("What shows that it is done", error_messages={"required": "Say what shows it"})


class DropForm(forms.Form):
    """That it is dropped."""

    words = _words("Why it is dropped", error_messages={"required": "Say why it is dropped"})
