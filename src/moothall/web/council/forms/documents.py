"""Bringing a document in, and saying whose it is."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from moothall.corpus.annotations import LARGEST, Marked, NoAnnotations, read
from moothall.web.council.forms.files import BroughtFile

ACCEPTED = ".pdf,.docx,.odt,.html,.htm,.mhtml,.mht,.txt,.md,.eml,.xlsx,.ods,.csv"
OURS, ANOTHERS, NOT_SURE = "ours", "anothers", "not_sure"


class UploadForm(forms.Form):
    """One file. What is too large or empty is told before its bytes are looked at."""

    file = BroughtFile(
        label="The document",
        accept=ACCEPTED,
        help_text="PDF, Word (.docx), OpenDocument, a web page, plain text, a mail (.eml) or a spreadsheet "
        "(.xlsx, .csv), up to 25 MB.",
    )


class AnnotationsForm(forms.Form):
    """A file of annotations that were made in another program."""

    annotations = forms.FileField(
        label="A file of annotations",
        allow_empty_file=True,
        max_length=255,
        widget=forms.FileInput(attrs={"accept": ".json,.jsonld,application/json,application/ld+json"}),
        help_text="W3C Web Annotations as JSON, up to 4 MB. Each needs a TextQuoteSelector: the words it marks.",
        error_messages={"required": "Choose a file first."},
    )

    def clean_annotations(self) -> tuple[tuple[Marked, ...], tuple[str, ...]]:
        """The annotations of the file, and what was left out. Refused where there are none to read."""
        file = self.cleaned_data["annotations"]
        try:
            if file.size > LARGEST:
                raise NoAnnotations(f"{file.name} has more than {LARGEST // 1024 // 1024} MB.")
            return read(file.read())
        except NoAnnotations as fault:
            raise ValidationError(str(fault)) from fault


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
