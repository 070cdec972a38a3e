"""The form that takes a copy of a plan, or its fingerprint."""

from typing import Any

from django import forms

from moothall.domain.refusals import Refusal
from moothall.web.public.checking import LARGEST, MEGABYTE, Checked, check_file, check_fingerprint


class CheckForm(forms.Form):
    """A file or a fingerprint, one of them. ``checked`` is what it turned out to be."""

    file = forms.FileField(
        label="A PDF, Word document or data file of a plan",
        required=False,
        help_text="It is looked at and not kept.",
        error_messages={"empty": "The file is empty. Choose the PDF or the data file of a plan."},
    )
    fingerprint = forms.CharField(
        label="Or its fingerprint", required=False, max_length=200, help_text="64 characters, 0 to 9 and a to f."
    )

    checked: Checked | None = None

    def clean(self) -> dict[str, Any]:
        """What the file or the fingerprint turned out to be; a sentence beside the one that is none of ours."""
        cleaned: dict[str, Any] = super().clean() or {}
        file, typed = cleaned.get("file"), cleaned.get("fingerprint")
        if self.errors:
            return cleaned
        if not file and not typed:
            self.add_error("file", "Choose a file, or enter a fingerprint")
            return cleaned
        if file and file.size > LARGEST:
            self.add_error("file", f"{file.name} is larger than {LARGEST // MEGABYTE} MB, and no plan is that large.")
            return cleaned
        try:
            self.checked = check_file(file.read(), file.name) if file else check_fingerprint(typed or "")
        except Refusal as refusal:
            self.add_error("file" if file else "fingerprint", str(refusal))
        return cleaned
