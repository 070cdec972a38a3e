"""Bringing a document in, and saying whose it is."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from moothall.apps.intake.actions import check_size
from moothall.domain.refusals import Refusal

ACCEPTED = ".pdf,.docx,.odt,.html,.htm,.mhtml,.mht,.txt,.md,.eml,.xlsx,.ods,.csv"
OURS, ANOTHERS, NOT_SURE = "ours", "anothers", "not_sure"


class UploadForm(forms.Form):
    """One file. What is too large or empty is told before its bytes are looked at."""

    file = forms.FileField(
        label="The document",
        allow_empty_file=True,
        max_length=255,
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        help_text="PDF, Word (.docx), OpenDocument, a web page, plain text, a mail (.eml) or a spreadsheet "
        "(.xlsx, .csv), up to 25 MB.",
        error_messages={
            "required": "Choose a file first.",
            "max_length": "The name of the file is longer than 255 characters. Give it a shorter one.",
        },
    )

    def clean_file(self) -> Any:
        """Refuse by size alone, so that a huge file is never read into memory."""
        file = self.cleaned_data["file"]
        try:
            check_size(file.name, file.size)
        except Refusal as refusal:
            raise ValidationError(str(refusal)) from refusal
        return file


class WhoseForm(forms.Form):
    """Which council the document is of."""

    whose = forms.ChoiceField(
        label="Which council’s report is this?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one of the three answers."},
    )

    def __init__(self, *args: Any, official_name: str, noun: str | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["whose"].label = f"Which council’s {noun or 'document'} is this?"
        self.fields["whose"].choices = [  # type: ignore[attr-defined]
            (OURS, f"It is {official_name}’s"),
            (ANOTHERS, "It is another council’s"),
            (NOT_SURE, "I am not sure"),
        ]

    def is_ours(self) -> bool | None:
        """The answer; None for not sure."""
        return {OURS: True, ANOTHERS: False}.get(self.cleaned_data["whose"])
