"""Bringing a Word file back, choosing words by hand, and answering for words that could not be placed."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from moothall.apps.intake.actions import check_size
from moothall.domain.refusals import Refusal


class BringBackForm(forms.Form):
    """One Word file. What is too large or empty is told before its bytes are looked at."""

    file = forms.FileField(
        label="The Word file",
        allow_empty_file=True,
        max_length=255,
        widget=forms.FileInput(attrs={"accept": ".docx"}),
        help_text="The file that was taken out here, changed and saved as .docx. Up to 25 MB.",
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


class TextForm(forms.Form):
    """The words that shall stand, with the revision they were written over."""

    text = forms.CharField(
        label="What shall stand",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text="Leave an empty line between paragraphs.",
    )
    revision = forms.IntegerField(widget=forms.HiddenInput)
    numbers = forms.CharField(required=False, widget=forms.HiddenInput)


class AsideForm(forms.Form):
    """Why words go nowhere."""

    reason = forms.CharField(
        label="Why they go nowhere", max_length=400, error_messages={"required": "Say in a sentence why."}
    )
