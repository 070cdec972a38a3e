"""Officer time: whether it is recorded, an entry, its correction, and why one is taken back."""

from typing import Any

from django import forms

from moothall.domain.hours import Post, Span, Stage, Time, first_of, quarters_in
from moothall.web.components.fields import DayField


def _words(label: str, needed: str) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=2000, widget=forms.Textarea(attrs={"rows": 3}), error_messages={"required": needed}
    )


class SwitchOnForm(forms.Form):
    """That time is recorded from now on."""

    words = _words("What the time is recorded for", "Say what the time is recorded for")


class SwitchOffForm(forms.Form):
    """That time is recorded no longer."""

    words = _words("Why it is recorded no longer", "Say why it is recorded no longer")


class TimeForm(forms.Form):
    """Time of one kind of post at one stage, for one week or month."""

    post = forms.ChoiceField(label="Kind of post", choices=[("", "Choose one"), *((one, one.label) for one in Post)])
    stage = forms.ChoiceField(
        label="Stage of the work", choices=[("", "Choose one"), *((one, one.label) for one in Stage)]
    )
    hours = forms.DecimalField(
        label="Hours", help_text="In quarter hours: 1.5 is an hour and a half.", max_digits=8, decimal_places=3,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        error_messages={"required": "Give the hours", "invalid": "Give the hours in figures, such as 1.5"},
    )  # fmt: skip
    span = forms.ChoiceField(
        label="For a week or a month", widget=forms.RadioSelect,
        choices=[(Span.WEEK, "A week, Monday to Sunday"), (Span.MONTH, "A month")], initial=Span.WEEK,
    )  # fmt: skip
    on = DayField(label="A day in that week or month")
    words = forms.CharField(
        label="What was done", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="You may leave it open. Name no person.",
    )  # fmt: skip

    @property
    def time(self) -> Time:
        """What is entered. Raises a Refusal as the domain does."""
        said: dict[str, Any] = self.cleaned_data
        span = Span(said["span"])
        return Time(
            Post(said["post"]), Stage(said["stage"]), quarters_in(said["hours"]), span, first_of(span, said["on"]),
            said["words"].strip(),
        )  # fmt: skip


class CorrectForm(TimeForm):
    """An entry in place of an earlier one."""

    why = _words("Why it is corrected", "Say why it is corrected")


class TakeBackForm(forms.Form):
    """That an entry does not count."""

    why = _words("Why it is taken back", "Say why it is taken back")
