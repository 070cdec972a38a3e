"""Putting one field of a record right: a form for each kind of value, opened with the value as it stands."""

from typing import Any

from django import forms

from moothall.domain.authorities import BodyKind
from moothall.domain.drafting import NONE
from moothall.domain.rounds import Round
from moothall.web.components.fields import DayField
from moothall.web.council.forms.correction_rows import (
    VERBS,
    CommentRow,
    ImplicationRow,
    OfficerRow,
    RecommendationRow,
    RowForm,
    StageRow,
)
from moothall.web.council.record_fields import RecordField

MOST_ROWS = 30
BODY_WORDS = {
    BodyKind.EXECUTIVE: "Cabinet or executive",
    BodyKind.FULL_COUNCIL: "Full Council",
    BodyKind.COMMITTEE: "A committee",
    BodyKind.SCRUTINY: "A scrutiny committee",
    BodyKind.INDIVIDUAL_MEMBER: "One member",
    BodyKind.OFFICER: "An officer",
}
YES_NO = [("yes", "Yes"), ("no", "No")]


class FactForm(forms.Form):
    """A field of the record put right. Each kind of value has its own form with ``value`` in the record's shape."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if field.error_messages.get("required") == forms.Field.default_error_messages["required"]:
                field.error_messages["required"] = "Write what the document says, or go back and say that it does not."

    def value(self) -> Any:
        """The value as the record holds it."""
        return self.cleaned_data["said"]


class TextForm(FactForm):
    """A line of text."""

    said = forms.CharField(label="", max_length=500)


class LongForm(FactForm):
    """A sentence or more."""

    said = forms.CharField(label="", max_length=4000, widget=forms.Textarea(attrs={"rows": 5}))


class DayForm(FactForm):
    """A date."""

    said = DayField(label="", help_text="For example, 11 7 2024")

    def value(self) -> str:
        """The date as ISO 8601."""
        day: str = self.cleaned_data["said"].isoformat()
        return day


class YesNoForm(FactForm):
    """Yes or no."""

    said = forms.ChoiceField(label="", widget=forms.RadioSelect, choices=YES_NO)

    def value(self) -> bool:
        """The answer."""
        return bool(self.cleaned_data["said"] == "yes")


class LinesForm(FactForm):
    """A list, one a line."""

    said = forms.CharField(label="", widget=forms.Textarea(attrs={"rows": 6}), help_text="One on each line.")

    def value(self) -> list[str]:
        """The lines that have words."""
        return [line.strip() for line in self.cleaned_data["said"].splitlines() if line.strip()]


class LinesOrNoneForm(LinesForm):
    """A list, or the document's word that there is none."""

    said = forms.CharField(
        label="", required=False, widget=forms.Textarea(attrs={"rows": 6}), help_text="One on each line."
    )
    none = forms.BooleanField(label="The document says that there are none", required=False)

    def clean(self) -> dict[str, Any]:
        """One of the two, not both and not neither."""
        cleaned = super().clean() or {}
        if bool(cleaned.get("none")) == bool(cleaned.get("said", "").strip()):
            self.add_error("said", "Write what the document lists, or say that it says there are none: one of the two.")
        return cleaned

    def value(self) -> Any:
        """The list, or the word for none."""
        return NONE if self.cleaned_data["none"] else super().value()


class BodyForm(FactForm):
    """A body and what kind it is: the law that applies follows from that."""

    name = forms.CharField(label="Name of the body", max_length=200)
    kind = forms.ChoiceField(
        label="What kind of body it is",
        widget=forms.RadioSelect,
        choices=[(one.value, words) for one, words in BODY_WORDS.items()],
        help_text="The notices and the call-in that apply follow from this.",
    )

    def value(self) -> dict[str, Any]:
        """Name and kind."""
        return dict(self.cleaned_data)


class NoticeForm(FactForm):
    """The entry in the forward plan."""

    number = forms.CharField(label="Number in the forward plan", required=False, max_length=60)
    first_notified = DayField(label="First notified", required=False, help_text="For example, 28 5 2024")

    def clean(self) -> dict[str, Any]:
        """One of the two at least."""
        cleaned = super().clean() or {}
        if not self.errors and not cleaned.get("number") and not cleaned.get("first_notified"):
            self.add_error("number", "Write the number, the day of first notice, or both.")
        return cleaned

    def value(self) -> dict[str, Any]:
        """Number and day, None where not given."""
        first = self.cleaned_data["first_notified"]
        return {
            "number": self.cleaned_data["number"] or None,
            "first_notified": first.isoformat() if first else None,
        }


class ExemptForm(FactForm):
    """Whether anything in it is exempt, and on what basis."""

    is_exempt = forms.ChoiceField(
        label="Is any of it exempt?",
        widget=forms.RadioSelect,
        choices=[("no", "No, it is open"), ("yes", "Yes, some or all of it is exempt")],
    )
    basis = forms.CharField(label="On what basis", required=False, max_length=300)

    def value(self) -> dict[str, Any]:
        """The answer and its basis."""
        return {"value": self.cleaned_data["is_exempt"] == "yes", "basis": self.cleaned_data["basis"] or None}


class PagesForm(FactForm):
    """A length from so many to so many pages."""

    least = forms.IntegerField(label="From, in pages", min_value=1, max_value=500)
    most = forms.IntegerField(label="To, in pages", min_value=1, max_value=500)

    def value(self) -> list[int]:
        """Both ends."""
        return sorted((self.cleaned_data["least"], self.cleaned_data["most"]))


class VerbsForm(FactForm):
    """What members are asked to do."""

    said = forms.MultipleChoiceField(label="", widget=forms.CheckboxSelectMultiple, choices=VERBS)


class ThemesForm(FactForm):
    """Which of the round's themes the document sets out. ``choices`` are given when the form is made."""

    said = forms.MultipleChoiceField(label="", widget=forms.CheckboxSelectMultiple)


_ONE: dict[str, type[FactForm]] = {
    "text": TextForm,
    "long": LongForm,
    "day": DayForm,
    "yes_no": YesNoForm,
    "lines": LinesForm,
    "lines_or_none": LinesOrNoneForm,
    "body": BodyForm,
    "notice": NoticeForm,
    "exempt": ExemptForm,
    "pages": PagesForm,
    "verbs": VerbsForm,
    "themes": ThemesForm,
}
_ROWS: dict[str, type[RowForm]] = {
    "recommendations": RecommendationRow,
    "officers": OfficerRow,
    "implications": ImplicationRow,
    "comments": CommentRow,
    "stages": StageRow,
}


class Correction:
    """The form or the rows with which one field is put right, opened with the value as it now stands."""

    def __init__(self, field: RecordField, stands: Any, data: Any = None, *, round_: Round) -> None:
        self.field, self._stands = field, stands
        self.is_rows = field.kind in _ROWS
        if self.is_rows:
            rows = forms.formset_factory(_ROWS[field.kind], extra=1, max_num=MOST_ROWS, absolute_max=MOST_ROWS)
            self.rows = rows(data, initial=[_as_row(field.kind, one) for one in stands or ()], prefix="rows")
            self.forms: list[Any] = list(self.rows.forms)
        else:
            form = _ONE[field.kind](data, initial=_as_initial(field.kind, stands))
            if "said" in form.fields:
                form.fields["said"].label = field.label
            if field.kind == "themes":
                form.fields["said"].choices = [(one.key, one.title) for one in round_.themes]  # type: ignore[attr-defined]
            self.forms = [form]

    def is_valid(self) -> bool:
        """Whether everything written can be understood."""
        return bool(self.rows.is_valid() if self.is_rows else self.forms[0].is_valid())

    def value(self) -> Any:
        """The value as the record would hold it."""
        if not self.is_rows:
            return self.forms[0].value()
        read = [*(self._stands or ()), *({} for _ in self.forms)]
        return [form.row(read[at]) for at, form in enumerate(self.forms) if form.cleaned_data and not form.is_blank()]


def _as_initial(kind: str, value: Any) -> dict[str, Any]:
    if value is None:
        return {}
    if kind in ("body", "notice"):
        return dict(value)
    if kind == "exempt":
        return {"is_exempt": "yes" if value.get("value") else "no", "basis": value.get("basis") or ""}
    if kind == "pages":
        return {"least": value[0], "most": value[1]}
    if kind == "yes_no":
        return {"said": "yes" if value else "no"}
    if value == NONE:
        return {"none": True}
    if kind in ("lines", "lines_or_none"):
        return {"said": "\n".join([value] if isinstance(value, str) else [str(one) for one in value])}
    return {"said": value}


def _as_row(kind: str, one: dict[str, Any]) -> dict[str, Any]:
    if kind == "recommendations":
        return {
            "number": one.get("number") or "",
            "text": one["text"],
            "verbs": [limb["verb"] for limb in one.get("limbs") or ()],
        }
    if kind == "implications":
        text = "" if one.get("text") in (None, "none_stated") else one["text"]
        return {"kind": one["kind"], "text": text, "author": one.get("author") or ""}
    return {name: value or "" for name, value in one.items()}
