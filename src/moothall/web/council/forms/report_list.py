"""What the list of every report is narrowed to: four questions that work as a plain form."""

from typing import Any

from django import forms


class ReportListForm(forms.Form):
    """Which reports to list. ``meetings`` are (value, words) pairs, ``holders`` names."""

    meeting = forms.ChoiceField(label="Meeting", required=False)
    holder = forms.ChoiceField(label="Who has it", required=False)
    missing = forms.ChoiceField(
        label="Something missing",
        required=False,
        choices=[("", "Every report"), ("yes", "Only with something missing")],
    )
    due = forms.ChoiceField(
        label="Due", required=False, choices=[("", "At any time"), ("7", "Within 7 days, or already past")]
    )

    def __init__(self, *args: Any, meetings: list[tuple[str, str]], holders: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].choices = [("", "Every meeting"), *meetings]  # type: ignore[attr-defined]
        self.fields["holder"].choices = [("", "Anyone"), *((name, name) for name in holders)]  # type: ignore[attr-defined]
