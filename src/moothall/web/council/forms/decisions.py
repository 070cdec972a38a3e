"""Fields of a decision's record, a record brought in, judgements, waivers, and what follows a call-in."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from moothall.domain.called_in import Happening, Way, What
from moothall.domain.decision_records import NONE, Dispensation, Field, Kind, Value
from moothall.domain.waivers import Waiver
from moothall.web.components.fields import DayField
from moothall.web.council.forms.files import BroughtFile

_LONG = {"rows": 5}
_MOST = 20_000
LARGEST = 2_000_000
"""The most bytes of a record that is brought in: one decision, in words."""
_NONE_HINT = "One a line. Write None where there are none."


class EntryForm(forms.Form):
    """What one field of a record says, and where that is from. ``said`` is its value in the domain's shape."""

    def __init__(self, *args: Any, field: Field, stands: Value = None, **kwargs: Any) -> None:
        kwargs["initial"] = {"value": _typed(field, stands)}
        super().__init__(*args, **kwargs)
        self._field = field
        self.fields["value"] = _box(field)
        self.fields["source"] = forms.CharField(
            label="Where is this from?",
            max_length=200,
            help_text="The minutes, the declaration form, a person: it stands beside the field.",
            error_messages={"required": "Say where this is from"},
        )

    @property
    def is_taken_back(self) -> bool:
        """Whether what was entered is taken back rather than replaced."""
        return "take_back" in self.data

    def clean(self) -> dict[str, Any]:
        """Nothing need be written in a field that is taken back."""
        cleaned = super().clean() or {}
        if self.is_taken_back and "value" in self.errors:
            del self.errors["value"]
        return cleaned

    def clean_value(self) -> Value:
        """What was written, in the shape of the field."""
        typed = self.cleaned_data["value"]
        if self._field.kind is Kind.YES_NO:
            return bool(typed == "yes")
        if self._field.kind is Kind.NAMES:
            return _lines(typed)
        if self._field.kind is Kind.DISPENSATIONS:
            return tuple(_dispensation(line) for line in _lines(typed))
        found: Value = typed
        return found

    @property
    def said(self) -> Value:
        """The value to keep; None where it is taken back."""
        value: Value = None if self.is_taken_back else self.cleaned_data["value"]
        return value


def _lines(typed: str) -> tuple[str, ...]:
    lines = tuple(line.strip() for line in typed.splitlines() if line.strip())
    return () if [one.casefold().rstrip(".") for one in lines] == [NONE.casefold()] else lines


def _dispensation(line: str) -> Dispensation:
    parts = [part.strip() for part in line.split(";")]
    if len(parts) < 2 or not parts[0] or not parts[1]:
        raise ValidationError(f"“{line}” does not say who granted it. Write who; granted by whom; a note")
    return Dispensation(parts[0], parts[1], "; ".join(parts[2:]))


def _typed(field: Field, value: Value) -> Any:
    if value is None:
        return None
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        lines = (
            "; ".join(filter(None, (one.who, one.granted_by, one.note))) if isinstance(one, Dispensation) else str(one)
            for one in value
        )
        return "\n".join(lines) or NONE
    return value


def _box(field: Field) -> forms.Field:
    wrong = {"required": "Write what the field is to say, or take it back"}
    if field.kind is Kind.DAY:
        return DayField(label=field.label, help_text=field.hint)
    if field.kind is Kind.YES_NO:
        return forms.ChoiceField(
            label=field.label, widget=forms.RadioSelect, choices=[("yes", "Yes"), ("no", "No")],
            error_messages={"required": "Choose yes or no"},
        )  # fmt: skip
    if field.kind is Kind.LINE:
        return forms.CharField(label=field.label, max_length=400, help_text=field.hint, error_messages=wrong)
    hint = field.hint
    if field.kind is Kind.NAMES:
        hint = _NONE_HINT
    elif field.kind is Kind.DISPENSATIONS:
        hint = "One a line: who; granted by whom; a note. Write None where there are none."
    return forms.CharField(
        label=field.label, max_length=_MOST, widget=forms.Textarea(attrs=_LONG), help_text=hint, error_messages=wrong
    )


class BringInForm(forms.Form):
    """A record of a decision as a file."""

    file = BroughtFile(label="The record as JSON", accept=".json,application/json", most=LARGEST)


class JudgeForm(forms.Form):
    """Which limb was meant, and why."""

    limb = forms.ChoiceField(
        label="Which limb was meant so?", widget=forms.RadioSelect, error_messages={"required": "Choose a limb"}
    )
    reason = forms.CharField(
        label="What shows it?",
        max_length=4000,
        widget=forms.Textarea(attrs=_LONG),
        help_text="The debate, the report, the words of the minute. It is shown with your name wherever it is used.",
        error_messages={"required": "Give the reason"},
    )

    def __init__(self, *args: Any, limbs: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["limb"].choices = limbs  # type: ignore[attr-defined]


class TakeBackForm(forms.Form):
    """Why a judgement does not stand."""

    reason = forms.CharField(
        label="Why does it not stand?",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Give the reason"},
    )


class WaiverForm(forms.Form):
    """Whose consent it is that a decision is not called in, when it was given and why."""

    test = forms.CharField(
        label="The test of the constitution",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Quote it, with the rule’s number.",
        error_messages={"required": "Quote the test of the constitution"},
    )
    because = forms.CharField(
        label="How this decision meets it",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="What harm the wait would do.",
        error_messages={"required": "Say how this decision meets it"},
    )
    agreed_as = forms.CharField(
        label="The post that the constitution names", max_length=120, error_messages={"required": "Name the post"}
    )
    agreed_by = forms.CharField(label="Who holds it", max_length=120, error_messages={"required": "Name who agreed"})
    agreed_on = DayField(label="Day of the consent")
    council_on = DayField(
        label="Next meeting of the council, which is told", required=False, help_text="Leave it empty if not known."
    )

    @property
    def waiver(self) -> Waiver:
        """The waiver as the domain has it; keeping it puts it into the record of the decision."""
        said = self.cleaned_data
        return Waiver(
            said["test"], said["because"], said["agreed_as"], said["agreed_by"], said["agreed_on"], recorded=True
        )


class ToldForm(forms.Form):
    """The day on which the council was told."""

    on = DayField(label="Day on which the council was told")


class FollowForm(forms.Form):
    """One thing that followed a call-in, with the boxes that it has."""

    def __init__(self, *args: Any, way: Way, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._way = way
        if way.body:
            wrong = {"required": "Name the body"}
            self.fields["body"] = forms.CharField(label=way.body, max_length=150, error_messages=wrong)
        self.fields["on"] = DayField(label=way.on)
        if way.is_ahead:
            self.fields["at"] = forms.TimeField(
                label="Time", required=False, help_text="For example, 18:30. Leave it empty if not known.",
                error_messages={"invalid": "The time must be like 18:30"},
            )  # fmt: skip
        self.fields["words"] = forms.CharField(
            label=way.words, required=not way.is_ahead, max_length=_MOST, widget=forms.Textarea(attrs=_LONG),
            error_messages={"required": "Write it as it was resolved"},
        )  # fmt: skip
        if way.by_when:
            hint = "By the council’s own rule. Leave it empty where it has none."
            self.fields["by_when"] = DayField(label=way.by_when, required=False, help_text=hint)
        if way.what in _TAKES_EFFECT:
            hint = "Only where your constitution has another day than the one on which the hold ends."
            self.fields["effect_on"] = DayField(label="The decision takes effect on", required=False, help_text=hint)
            self.fields["rule"] = forms.CharField(label="By which paragraph", required=False, max_length=200)

    @property
    def happening(self) -> Happening:
        """What happened, as the domain has it."""
        said = self.cleaned_data
        on: date = said["on"]
        return Happening(
            self._way.what, on, words=said.get("words", ""), body=said.get("body", ""), at=said.get("at"),
            by_when=said.get("by_when"), effect_on=said.get("effect_on"), rule=said.get("rule", ""),
        )  # fmt: skip


def body_for(what: What, found: Any) -> str:
    """The body that is likely meant, to start from: whoever hears it, decided, or had it referred to them."""
    if what in (What.CONFIRMED, What.CHANGED):
        return str(found.row.decision.step.body)
    heard = (one.body for one in reversed(found.after.happened) if one.what is What.HEARING_SET)
    return next(heard, "") if what in (What.HEARING_SET, What.NO_ACTION, What.SENT_BACK, What.REFERRED) else ""


_TAKES_EFFECT = {What.NO_ACTION, What.CONFIRMED, What.COUNCIL_AGREED, What.WITHDRAWN, What.NOT_HEARD}
