"""Rows of a field with several parts: recommendations, officers, implications, comments and earlier stages."""

from typing import Any

from django import forms

from moothall.documents.layouts.implications import LABELS
from moothall.domain.decisions import Verb
from moothall.domain.drafting import corrected_recommendation
from moothall.web.components.fields import DayField

VERBS = [(verb.value, verb.value.capitalize()) for verb in Verb]


class RowForm(forms.Form):
    """One row of a list of several parts. A row left empty is left out."""

    def is_blank(self) -> bool:
        """Whether nothing was written in it."""
        return not any(value for name, value in self.cleaned_data.items() if name != "kind")

    def row(self, read: dict[str, Any]) -> dict[str, Any]:
        """The row as the record holds it; what the form does not ask stays as it was ``read``."""
        return {**read, **{name: value or None for name, value in self.cleaned_data.items()}}


class RecommendationRow(RowForm):
    """One recommendation: its text, and what it asks members to do."""

    number = forms.CharField(label="Number", required=False, max_length=20, widget=forms.TextInput())
    text = forms.CharField(label="Text", required=False, widget=forms.Textarea(attrs={"rows": 5}))
    verbs = forms.MultipleChoiceField(
        label="What members are asked to do", required=False, widget=forms.CheckboxSelectMultiple, choices=VERBS
    )

    def clean(self) -> dict[str, Any]:
        """A recommendation has words, and does something."""
        cleaned = super().clean() or {}
        if any(cleaned.values()) and not cleaned.get("text"):
            self.add_error("text", "Write the recommendation.")
        elif cleaned.get("text") and not cleaned.get("verbs"):
            self.add_error("verbs", "Choose what members are asked to do.")
        return cleaned

    def row(self, read: dict[str, Any]) -> dict[str, Any]:
        """The recommendation with its limbs."""
        data = self.cleaned_data
        return corrected_recommendation(read, number=data["number"], text=data["text"], verbs=data["verbs"])


class OfficerRow(RowForm):
    """Someone named in the document."""

    name = forms.CharField(label="Name", required=False, max_length=200)
    role = forms.CharField(label="Post", required=False, max_length=200)
    email = forms.CharField(label="E-mail", required=False, max_length=200)
    phone = forms.CharField(label="Telephone", required=False, max_length=60)

    def clean(self) -> dict[str, Any]:
        """An officer has a name."""
        cleaned = super().clean() or {}
        if any(cleaned.values()) and not cleaned.get("name"):
            self.add_error("name", "Write the name.")
        return cleaned


class ImplicationRow(RowForm):
    """One implication. Without a text it is none."""

    kind = forms.ChoiceField(label="Kind", required=False, choices=[("", "Choose"), *LABELS.items()])
    text = forms.CharField(
        label="What it says",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Leave this empty where the document says there is none.",
    )
    author = forms.CharField(label="Author", required=False, max_length=200)

    def is_blank(self) -> bool:
        """Whether no kind was chosen and nothing written."""
        return not any(self.cleaned_data.values())

    def clean(self) -> dict[str, Any]:
        """An implication has a kind."""
        cleaned = super().clean() or {}
        if any(cleaned.values()) and not cleaned.get("kind"):
            self.add_error("kind", "Choose the kind of implication.")
        return cleaned

    def row(self, read: dict[str, Any]) -> dict[str, Any]:
        """The implication with its label: the document's own while the kind stays."""
        data = self.cleaned_data
        label = read.get("label") if read.get("kind") == data["kind"] else None
        return {
            "kind": data["kind"],
            "label": label or LABELS[data["kind"]],
            "text": data["text"] or "none_stated",
            "author": data["author"] or None,
        }


class CommentRow(RowForm):
    """What a statutory officer says."""

    officer = forms.CharField(label="Officer", required=False, max_length=200)
    text = forms.CharField(label="Comment", required=False, widget=forms.Textarea(attrs={"rows": 4}))

    def clean(self) -> dict[str, Any]:
        """A comment has both."""
        cleaned = super().clean() or {}
        if bool(cleaned.get("officer")) != bool(cleaned.get("text")):
            self.add_error("officer" if cleaned.get("text") else "text", "Write both the officer and the comment.")
        return cleaned


class StageRow(RowForm):
    """A body that saw it before."""

    body = forms.CharField(label="Body", required=False, max_length=200)
    date = DayField(label="When", required=False)
    outcome = forms.CharField(label="What came of it", required=False, max_length=400)

    def clean(self) -> dict[str, Any]:
        """A stage has a body."""
        cleaned = super().clean() or {}
        if any(cleaned.values()) and not cleaned.get("body"):
            self.add_error("body", "Write the body.")
        return cleaned

    def row(self, read: dict[str, Any]) -> dict[str, Any]:
        """The stage with its day as ISO 8601."""
        data = self.cleaned_data
        return {
            "body": data["body"],
            "date": data["date"].isoformat() if data["date"] else None,
            "outcome": data["outcome"] or None,
        }
