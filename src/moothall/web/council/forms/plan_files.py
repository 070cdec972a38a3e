"""Bringing a plan in as a file that went out from here."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from moothall.documents.exchange.checked import NotLoaded
from moothall.documents.reading.plan_file import plan_in
from moothall.web.council.forms.files import BroughtFile


class PlanFileForm(forms.Form):
    """One file. ``plan`` is what it holds."""

    file = BroughtFile(
        label="The file of a plan",
        accept=".json,.xml,.pdf",
        help_text="The data (JSON), the StratML (XML) or the PDF of a plan written with Moothall, up to 10 MB.",
        most=10 * 1024 * 1024,
    )

    def clean_file(self) -> dict[str, Any]:
        """The plan in the file and the file's name. ValidationError with what is wrong and where."""
        file = self.cleaned_data["file"]
        try:
            return {"plan": plan_in(file.read(), file.name), "name": file.name}
        except NotLoaded as problem:
            raise ValidationError(f"{file.name} is not the data of a whole plan. {problem}") from problem
