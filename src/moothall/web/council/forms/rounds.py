"""Bringing in the file of a round, and keeping what was read."""

from django import forms

from moothall.web.council.forms.files import BroughtFile
from moothall.web.public.round_reading import LARGEST


class BringRoundForm(forms.Form):
    """The file of a round."""

    file = BroughtFile(
        label="The file of a round (JSON)",
        accept=".json,application/json",
        most=LARGEST,
        help_text="You see what it says, and what it would change, before anything is kept.",
    )


class KeepRoundForm(forms.Form):
    """The text of the file that was shown, and why it differs, where it is more than an amendment."""

    document = forms.CharField(widget=forms.HiddenInput, max_length=LARGEST, strip=False)
    note = forms.CharField(
        label="What is corrected in the file, and why",
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Only for what is no amendment with a date and an authority of its own.",
    )
