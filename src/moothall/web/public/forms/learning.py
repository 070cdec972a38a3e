"""Past decisions of one council, from a file or a paste. Nothing of it is kept."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from moothall.documents.reading import past_decisions
from moothall.documents.reading.past_decisions import PastList
from moothall.domain.days import Holidays
from moothall.domain.refusals import Refusal


class PastDecisionsForm(forms.Form):
    """A file or a paste. After validation ``found`` holds each line; the text of a file stands in the box from then."""

    pasted = forms.CharField(
        label="Past decisions, one on a line",
        required=False,
        max_length=200_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="The day of decision, of publication, and the day your page lists as in effect."
        " Such as: 20 August 2019, 21 August 2019, 29 August 2019.",
        error_messages={"max_length": "That is more than can be pasted. Give at most 300 decisions"},
    )
    file = forms.FileField(
        label="Or a file",
        required=False,
        allow_empty_file=True,
        max_length=150,
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,.jsonl,.json"}),
        help_text="A table saved as CSV, or JSON Lines. Up to 1 MB.",
        error_messages={"max_length": "The name of the file is longer than 150 characters. Give it a shorter one"},
    )
    found: PastList

    def __init__(self, *args: Any, holidays: Holidays, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._holidays = holidays

    def clean(self) -> dict[str, Any]:
        """Read the one that was given. A file is put before what still stands in the box from the time before."""
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        file, pasted = cleaned.get("file"), cleaned.get("pasted", "").strip()
        if file is None and not pasted:
            raise ValidationError("Paste some past decisions, or choose a file with them.")
        try:
            if file is not None:
                self.found = past_decisions.read(_within_limit(file), holidays=self._holidays)
                self._show_in_the_box()
            else:
                self.found = past_decisions.read_text(pasted, holidays=self._holidays)
        except Refusal as refusal:
            self.add_error("file" if file is not None else "pasted", str(refusal))
        return cleaned

    def _show_in_the_box(self) -> None:
        """A file is not sent twice: its lines stand in the box, where a slip can be put right."""
        shown = QueryDict(mutable=True)
        shown["pasted"] = self.found.text
        self.data = shown


def _within_limit(file: Any) -> bytes:
    data: bytes = file.read(past_decisions.LARGEST + 1)
    return data
