"""The form that takes a file of a round, for anyone."""

from typing import Any

from django import forms

from moothall.web.public.round_reading import LARGEST, LookedAt, look


class CheckRoundForm(forms.Form):
    """A file, or its text. ``looked_at`` is what it turned out to be; its faults are no faults of the form."""

    file = forms.FileField(
        label="A file of a round (JSON)",
        required=False,
        widget=forms.FileInput(attrs={"accept": ".json,application/json"}),
        help_text="It is looked at and not kept.",
        error_messages={"empty": "The file is empty. Choose the file of a round."},
    )
    text = forms.CharField(
        label="Or its text", required=False, widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"})
    )

    looked_at: LookedAt | None = None

    def clean(self) -> dict[str, Any]:
        """Look at what was given; a sentence where nothing was, or too much."""
        cleaned: dict[str, Any] = super().clean() or {}
        file, text = cleaned.get("file"), cleaned.get("text")
        if self.errors:
            return cleaned
        if not file and not text:
            self.add_error("file", "Choose a file, or paste its text")
        elif file and file.size > LARGEST:
            self.add_error("file", f"{file.name} is larger than {LARGEST // 1_000_000} MB, and no round is that large.")
        else:
            self.looked_at = look(file.read() if file else (text or "").encode())
        return cleaned
