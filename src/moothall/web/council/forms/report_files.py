"""Bringing files in for the covering report: the council's own Word template, and copies of background papers."""

from collections.abc import Sequence
from typing import Any

from django import forms

from moothall.documents.own_templates import package
from moothall.documents.reading.limits import DEFAULT, MEGABYTE
from moothall.web.council.forms.files import BroughtFile


class TemplateForm(forms.Form):
    """One Word file that is to be the form of the report."""

    file = BroughtFile(
        label="Your council’s report in Word",
        accept=".docx",
        most=package.LIMITS.bytes,
        help_text=f"A .docx file with names in double braces. Up to {package.LIMITS.bytes // MEGABYTE} MB.",
    )


class PaperForm(forms.Form):
    """A file that is the public copy of one of the report's background papers."""

    paper = forms.ChoiceField(
        label="Background paper",
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose the paper of the copy."),
    )
    file = BroughtFile(
        label="Its public copy",
        most=DEFAULT.bytes,
        help_text=f"PDF, Word, OpenDocument, Excel or text, fit to be read by anyone. "
        f"Up to {DEFAULT.bytes // MEGABYTE} MB.",
    )

    def __init__(self, *args: Any, papers: Sequence[str], **kwargs: Any) -> None:
        """Offer the papers that the report lists."""
        super().__init__(*args, **kwargs)
        self.fields["paper"].choices = [("", ""), *((one, one) for one in papers)]  # type: ignore[attr-defined]
