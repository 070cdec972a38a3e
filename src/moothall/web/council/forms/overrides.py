"""Putting a date in place of a computed one, and taking it back."""

from django import forms

from moothall.web.components.fields import DayField


class OverrideForm(forms.Form):
    """The date that stands instead, and why. ``warned`` holds what must be read before it is put."""

    on = DayField(label="The date that stands")
    time = forms.TimeField(
        label="Time, where there is one",
        required=False,
        help_text="For example, 17:15.",
        error_messages={"invalid": "The time must be like 17:15"},
    )
    reason = forms.CharField(
        label="Why",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        help_text="It is shown beside the date for as long as the date is, in public where the date is public.",
        error_messages={"required": "Say why this date stands in place of the computed one"},
    )
    accepted = forms.BooleanField(label="I have read the warning, and put the date all the same", required=False)

    warned: tuple[str, ...] = ()

    def warn(self, sentences: tuple[str, ...]) -> None:
        """Show the box that says a warning was read."""
        self.warned = sentences


class TakeBackForm(forms.Form):
    """Why the computed date stands again."""

    reason = forms.CharField(
        label="Why",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        error_messages={"required": "Say why the computed date stands again"},
    )
