"""Recording readings and milestone updates, pointing at items, breaks, who follows what, tables, and letting out."""

from collections.abc import Iterable
from typing import Any

from django import forms

from moothall.domain.following import DAYS_TO_REPORT
from moothall.domain.progress import BreakKind, MilestoneState
from moothall.domain.reporting import Frequency, frequency_called
from moothall.web.components.fields import DayField
from moothall.web.council.forms.choices import offer
from moothall.web.council.progress_rows import BREAK_WORDS, FREQUENCY_WORDS, STATE_WORDS


class ReadingForm(forms.Form):
    """One value of a measure for one period."""

    period = forms.CharField(
        label="Period, in words",
        max_length=60,
        help_text="For example: July to September, with the year",
        error_messages={"required": "Say the period in words, such as July to September, with the year"},
    )
    period_ends_on = DayField(label="The period ended on")
    value = forms.DecimalField(
        label="Reading",
        max_digits=18,
        decimal_places=4,
        help_text="The figure alone, such as 3.3",
        error_messages={
            "required": "Enter the reading as a figure, such as 3.3",
            "invalid": "The reading must be a figure, such as 3.3",
        },
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
    why = forms.CharField(
        label="If it corrects an earlier reading, why",
        required=False,
        max_length=1_000,
        help_text="Residents see what was told before, and why it was wrong.",
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
    expected_on = DayField(
        label="If its day has moved, the day it is now expected",
        required=False,
        help_text="The day in the plan stays beside it.",
    )
    next_step = forms.CharField(label="What comes next", required=False, max_length=300)

    def clean_state(self) -> MilestoneState:
        """The state as the domain's own value."""
        return MilestoneState(self.cleaned_data["state"])


class PointForm(forms.Form):
    """An item of a committee that tells already how it is going."""

    meeting = forms.CharField(label="Which body met", max_length=200, help_text="For example: Cabinet")
    meeting_on = DayField(label="The meeting was on")
    paragraph = forms.CharField(label="Paragraph", max_length=40, required=False, help_text="For example: 3.2")
    address = forms.URLField(
        label="Address of the item",
        max_length=500,
        required=False,
        assume_scheme="https",
        help_text="As your website of meetings has it. Residents can open it.",
        error_messages={"invalid": "Give the address in full, beginning with https://"},
    )
    says = forms.CharField(
        label="What it says",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="In a sentence or two. Residents read this in place of a reading.",
    )
    period = forms.CharField(label="The period it tells of, in words", max_length=60, required=False)
    period_ends_on = DayField(label="The period ended on", required=False)
    why = forms.CharField(label="If it corrects another item, why", max_length=1_000, required=False)

    def __init__(self, *args: Any, has_period: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_period:
            for name in ("period", "period_ends_on", "why"):
                del self.fields[name]


class BreakForm(forms.Form):
    """From when and why a measure cannot be compared with before."""

    from_on = DayField(
        label="The first period that cannot be compared ends on",
        help_text="Readings of periods that end on that day or later stand apart from those before.",
    )
    kind = forms.ChoiceField(
        label="What changed",
        widget=forms.RadioSelect,
        choices=[(one.value, words) for one, words in BREAK_WORDS.items()],
    )
    words = forms.CharField(
        label="In a sentence",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="For example: From April agency staff of the trading company are counted too. Residents read this.",
    )

    def clean_kind(self) -> BreakKind:
        """The kind as the domain's own value."""
        return BreakKind(self.cleaned_data["kind"])


class WhyForm(forms.Form):
    """A reason."""

    why = forms.CharField(label="Why", widget=forms.Textarea(attrs={"rows": 3}))


class FollowForm(forms.Form):
    """Who follows a measure or milestone, and how often a measure is told."""

    person = forms.ChoiceField(
        label="Whose word it is", required=False, help_text="People with a role in this workspace."
    )
    post = forms.CharField(
        label="The post it belongs to",
        max_length=200,
        required=False,
        help_text="So that it is known whose it is when somebody leaves. A post without a person is shown as vacant.",
    )
    frequency = forms.ChoiceField(
        label="How often it is measured",
        required=False,
        choices=[("", "Not said"), *((one.value, words) for one, words in FREQUENCY_WORDS.items())],
    )
    days = forms.IntegerField(
        label="Days from the end of a period until its reading is due",
        initial=DAYS_TO_REPORT,
        error_messages={"invalid": "Give a number of days, such as 30"},
    )

    def __init__(self, *args: Any, people: Iterable[tuple[str, str]], is_measure: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "person", [("", "Nobody by name"), *people])
        if not is_measure:
            del self.fields["frequency"], self.fields["days"]

    def clean_frequency(self) -> Frequency | None:
        """The frequency as the domain's own value; None where it is not said."""
        return frequency_called(self.cleaned_data["frequency"])


class TableForm(forms.Form):
    """A filled table."""

    file = forms.FileField(
        label="The filled table",
        max_length=150,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
        help_text="A workbook (.xlsx) or CSV, up to 2 MB.",
        error_messages={
            "required": "Choose a file",
            "max_length": "The name of the file is longer than 150 characters. Give it a shorter one.",
        },
    )


class TakeForm(forms.Form):
    """Whether rows without a fault are taken where others have one."""

    leaving_faults = forms.BooleanField(label="Take the rows without a fault, and leave the others", required=False)


class ReleaseForm(forms.Form):
    """What is let out to the public page, and a word with it."""

    items = forms.MultipleChoiceField(
        label="What is let out",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="What is left waits for another time.",
    )
    words = forms.CharField(
        label="How it is going, in a few sentences",
        required=False,
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Residents read this first.",
    )
    next_step = forms.CharField(label="What comes next", required=False, max_length=300)

    def __init__(self, *args: Any, waiting: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = list(waiting)
        if choices:
            offer(self, "items", choices)
            self.fields["items"].initial = [key for key, _ in choices]
        else:
            del self.fields["items"]


class SectionForm(forms.Form):
    """What the section for the performance report holds."""

    since = DayField(label="From", required=False)
    until = DayField(label="To", required=False)
    items = forms.MultipleChoiceField(
        label="Measures and commitments",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="With none chosen, all stand in the section.",
    )

    def __init__(self, *args: Any, items: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "items", items)
