"""Recording readings and milestone updates."""

from django import forms

from moothall.domain.progress import MilestoneState
from moothall.web.components.fields import DayField
from moothall.web.council.progress_rows import STATE_WORDS


class ReadingForm(forms.Form):
    """One value of a measure for one period."""

    period = forms.CharField(
        label="Period, in words", max_length=60, help_text="For example: July to September, with the year"
    )
    period_ends_on = DayField(label="The period ended on")
    value = forms.DecimalField(
        label="Reading",
        max_digits=18,
        decimal_places=4,
        help_text="The figure alone, such as 3.3",
        error_messages={"invalid": "The reading must be a figure, such as 3.3"},
    )
    note = forms.CharField(
        label="In your own words",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Why it moved, and what comes next. Residents read this.",
    )
    source = forms.CharField(
        label="Where it is already reported", required=False, max_length=300, help_text="Report, date and page."
    )


class MilestoneForm(forms.Form):
    """Where a milestone stands."""

    state = forms.ChoiceField(
        label="Where it stands",
        widget=forms.RadioSelect,
        choices=[(one.value, words) for one, words in STATE_WORDS.items()],
    )
    words = forms.CharField(
        label="In a sentence",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="For example: The supplier failed its security test in July. Residents read this.",
    )
    done_on = DayField(label="If it is done, on which day", required=False)

    def clean_state(self) -> MilestoneState:
        """The state as the domain's own value."""
        return MilestoneState(self.cleaned_data["state"])
