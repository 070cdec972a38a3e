"""Bringing files in for the covering report: the council's own Word template, and copies of background papers."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from moothall.documents.own_templates import package
from moothall.documents.reading.limits import DEFAULT, MEGABYTE, Limits


def _check_size(file: Any, limits: Limits) -> Any:
    """Refuse by size alone, so that a huge file is never read into memory."""
    if not file.size:
        raise ValidationError(f"{file.name} is empty: it holds no bytes at all. Save it again and bring that.")
    if file.size > limits.bytes:
        raise ValidationError(
            f"{file.name} has {file.size / MEGABYTE:.1f} MB; the most is {limits.bytes // MEGABYTE} MB. "
            "Take out large pictures, and bring that copy."
        )
    return file


_FILE_ERRORS = {
    "required": "Choose a file first.",
    "max_length": "The name of the file is longer than 255 characters. Give it a shorter one.",
}


class TemplateForm(forms.Form):
    """One Word file that is to be the form of the report."""

    file = forms.FileField(
        label="Your council’s report in Word",
        allow_empty_file=True,
        max_length=255,
        widget=forms.FileInput(attrs={"accept": ".docx"}),
        help_text=f"A .docx file with names in double braces. Up to {package.LIMITS.bytes // MEGABYTE} MB.",
        error_messages=_FILE_ERRORS,
    )

    def clean_file(self) -> Any:
        """Refuse a file by its size before its bytes are looked at."""
        return _check_size(self.cleaned_data["file"], package.LIMITS)


class PaperForm(forms.Form):
    """A file that is the public copy of one of the report's background papers."""

    paper = forms.ChoiceField(
        label="Background paper",
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose the paper of the copy."),
    )
    file = forms.FileField(
        label="Its public copy",
        allow_empty_file=True,
        max_length=255,
        widget=forms.FileInput(),
        help_text=f"PDF, Word, OpenDocument, Excel or text, fit to be read by anyone. "
        f"Up to {DEFAULT.bytes // MEGABYTE} MB.",
        error_messages=_FILE_ERRORS,
    )

    def __init__(self, *args: Any, papers: Sequence[str], **kwargs: Any) -> None:
        """Offer the papers that the report lists."""
        super().__init__(*args, **kwargs)
        self.fields["paper"].choices = [("", ""), *((one, one) for one in papers)]  # type: ignore[attr-defined]

    def clean_file(self) -> Any:
        """Refuse a file by its size before its bytes are looked at."""
        return _check_size(self.cleaned_data["file"], DEFAULT)
