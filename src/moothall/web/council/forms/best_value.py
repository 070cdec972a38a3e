"""Evidence of one's own for a best-value theme, and taking something away."""

from django import forms

from moothall.web.components.fields import DayField


class AddForm(forms.Form):
    """Something that stands elsewhere."""

    title = forms.CharField(
        label="What it is", max_length=300, error_messages={"required": "Say what it is"},
        help_text="For example, the annual governance statement",
    )  # fmt: skip
    words = forms.CharField(
        label="What it shows", max_length=4000, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say what it shows"},
    )  # fmt: skip
    address = forms.CharField(
        label="Its address", max_length=1000, help_text="It begins with https://",
        error_messages={"required": "Give its address"},
    )  # fmt: skip
    on = DayField(label="The day it bears")


class AwayForm(forms.Form):
    """Why it is no evidence for the theme."""

    why = forms.CharField(
        label="Why it is taken away", max_length=4000, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why it is taken away"},
    )  # fmt: skip
