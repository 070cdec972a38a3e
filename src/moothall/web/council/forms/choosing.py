"""Which of the things a document says holds."""

from typing import Any

from django import forms

BOTH = "both"


class BetweenForm(forms.Form):
    """One of the values a document gives for a field, or all of them with a remark."""

    choice = forms.ChoiceField(
        label="Which of them holds?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one of them, or keep them all."},
    )
    remark = forms.CharField(
        label="A remark, for whoever reads the record",
        help_text="Needed where you keep them all.",
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, values: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        all_of_them = "Both stand: keep both" if len(values) == 2 else "All stand: keep them all"
        choices = [(str(at), words) for at, words in enumerate(values)]
        self.fields["choice"].choices = [*choices, (BOTH, all_of_them)]  # type: ignore[attr-defined]

    def chosen(self) -> int | None:
        """The place of the value that was chosen, from 0; None where all of them are kept."""
        choice = self.cleaned_data["choice"]
        return None if choice == BOTH else int(choice)
