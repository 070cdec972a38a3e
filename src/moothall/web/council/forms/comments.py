"""Commenting on words of a section, and suggesting others."""

from typing import Any

from django import forms

from moothall.domain.sections import OPENING


class CommentForm(forms.Form):
    """The words meant, what is said of them, and perhaps other words.

    ``key`` and ``before`` come from the script where words were selected: under which key they stand, and after what.
    """

    quote = forms.CharField(
        label="The words you mean",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Copy them from this page and paste them here. Leave it empty for the whole section.",
    )
    text = forms.CharField(label="Your comment", required=False, widget=forms.Textarea(attrs={"rows": 4}))
    words = forms.CharField(
        label="Other words instead",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Only to suggest a change. They stand in place of the words you mean once somebody uses them.",
    )
    key = forms.CharField(required=False, widget=forms.HiddenInput)
    before = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """Something must be said."""
        said = super().clean() or {}
        if not said.get("text") and not said.get("words"):
            self.add_error("text", "Write your comment, or suggest other words")
        if said.get("words") and not said.get("quote"):
            self.add_error("quote", "Paste the words that yours would replace")
        return said


def address_of(place: str) -> tuple[str, tuple[str, ...]]:
    """The page where the words of a place are written: its name, and what its address needs."""
    parts = place.split("/")
    if parts[0] == "report":
        return "report_field", (parts[1],)
    if parts[1] == OPENING:
        return "opening", ()
    return ("question" if parts[1] == "question" else "change_item"), (parts[2],)
