"""One rule of the constitution, for each shape a rule can have: whom it is for, from when to when, and where it stands.

What a rule of each shape settles is asked in `rule_values`.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from moothall.documents.written_dates import written_dates
from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.closures import USUAL_CLOCKS, ClosureKind
from moothall.domain.local_rules import RULINGS, LocalRule, RuledClock, Shape
from moothall.web.components.fields import WrittenDayField
from moothall.web.components.words import first_upper, plain_day
from moothall.web.council.forms import rule_values
from moothall.web.council.forms.choices import offer
from moothall.web.council.forms.workspaces import GOVERNANCE
from moothall.web.council.rule_rows import MAKERS

_WHY_MISSING = "Say why, in a sentence. It is kept for ever"


class RuleForm(forms.Form):
    """What every rule has besides what it settles. ``is_new`` asks for no reason; ``follows`` for a first day."""

    makers = forms.MultipleChoiceField(
        label="Whose decisions is it for?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Leave all empty if it holds for everyone.",
    )
    valid_from = WrittenDayField(
        label="First day of the rule", required=False, help_text="Such as 1 May 2024. Leave empty if it always held."
    )
    valid_to = WrittenDayField(
        label="Last day of the rule", required=False, help_text="Leave empty while no end is known."
    )
    source = forms.CharField(
        label="Where it stands in your constitution",
        max_length=200,
        help_text="Such as Part 4, scrutiny procedure rule 15. It is shown beside every date.",
        error_messages={"required": "Say where the rule stands in your constitution, such as Part 4, rule 15"},
    )
    why = forms.CharField(
        label="Why it is entered",
        required=False,
        max_length=300,
        help_text="Such as: adopted by the council on 16 May 2019. It is kept for ever.",
    )
    follows = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)

    seldom: tuple[str, ...] = ()

    def __init__(self, data: Any = None, *, clock: RuledClock, is_new: bool = True, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.clock = clock
        possible = [kind for kind in BodyKind if kind in RULINGS[clock].makers]
        if len(possible) > 1:
            offer(self, "makers", [(kind.value, first_upper(MAKERS[kind])) for kind in possible])
        else:
            del self.fields["makers"]
        if not is_new:
            self.fields["why"].required = True
            self.fields["why"].label = "Why it is corrected"
            self.fields["why"].help_text = "Such as: the paragraph was misread. It is kept for ever."
            self.fields["why"].error_messages["required"] = _WHY_MISSING

    def clean(self) -> dict[str, Any]:
        """The days are in order, and a rule that follows another says from when."""
        cleaned = super().clean() or {}
        first, last = cleaned.get("valid_from"), cleaned.get("valid_to")
        if first and last and last < first:
            self.add_error("valid_to", f"The last day comes before the first, {plain_day(first)}")
        if cleaned.get("follows") and not first and "valid_from" not in self.errors:
            self.add_error("valid_from", "Enter the first day of the new rule: the one before it ends the day before")
        return cleaned

    @property
    def chosen(self) -> list[BodyKind]:
        """The decision makers that are ticked, as far as they can be read."""
        return [BodyKind(one) for one in self.cleaned_data.get("makers") or ()]

    def plain(self) -> dict[str, Any]:
        """The rule as plain data, as `rulebook_plain.local_rule` reads it. Only after validation."""
        said = self.cleaned_data
        return {
            "clock": self.clock.value,
            "makers": [kind.value for kind in self.chosen],
            "valid_from": said["valid_from"].isoformat() if said["valid_from"] else None,
            "valid_to": said["valid_to"].isoformat() if said["valid_to"] else None,
            "source": said["source"],
            "value": self.value(),
        }

    def value(self) -> Any:
        """What the rule settles, as plain data."""
        raise NotImplementedError

    @property
    def value_fields(self) -> list[Any]:
        """The fields of what it settles, in order, apart from those that few constitutions need."""
        return [self[name] for name in self.fields if name not in _OF_EVERY_RULE and name not in self.seldom]

    @property
    def seldom_fields(self) -> list[Any]:
        """The fields that few constitutions need, which are folded."""
        return [self[name] for name in self.fields if name in self.seldom]

    @property
    def is_seldom_open(self) -> bool:
        """Whether something stands in the folded fields, or is wrong there."""
        return any(bound.errors or bound.value() not in _EMPTY for bound in self.seldom_fields)


_OF_EVERY_RULE = tuple(RuleForm.base_fields)
_EMPTY: tuple[Any, ...] = (None, "", 0, "0", "usual", "leave", [])


class CallInForm(rule_values.CallInFields, RuleForm):
    """A call-in rule."""


class ClearDaysForm(rule_values.ClearDaysFields, RuleForm):
    """A length of clear days."""


class HoldForm(rule_values.HoldFields, RuleForm):
    """How long a decision that was called in waits."""


class ThresholdsForm(rule_values.ThresholdsFields, RuleForm):
    """Sums from which a decision is key."""


class PolicyForm(rule_values.PolicyFields, RuleForm):
    """A rule in words."""


class EveryForm(rule_values.EveryFields, RuleForm):
    """How often something is owed."""


class KeptForm(rule_values.KeptFields, RuleForm):
    """How long records are kept."""


FORMS: Mapping[Shape, type[RuleForm]] = {
    Shape.CALL_IN: CallInForm,
    Shape.CLEAR_DAYS: ClearDaysForm,
    Shape.HOLD: HoldForm,
    Shape.THRESHOLDS: ThresholdsForm,
    Shape.POLICY: PolicyForm,
    Shape.EVERY: EveryForm,
    Shape.KEPT: KeptForm,
}


def form_for(clock: RuledClock) -> type[RuleForm]:
    """The form of the shape this clock's rules have."""
    return FORMS[RULINGS[clock].shape]


def stands(rule: LocalRule, *, with_days: bool = True) -> dict[str, Any]:
    """A rule as the form opens with it; without its days where a new one is to follow it."""
    days = {"valid_from": rule.valid_from, "valid_to": rule.valid_to} if with_days else {}
    return {
        **rule_values.stands(rule.value),
        **days,
        "makers": [kind.value for kind in BodyKind if kind in rule.makers],
        "source": rule.source,
    }


class EndRuleForm(forms.Form):
    """The last day of a rule, and why."""

    valid_to = WrittenDayField(label="Its last day", help_text="Such as 30 April 2027.")
    why = forms.CharField(
        label="Why it ends",
        max_length=300,
        help_text="Such as: the council adopted new procedure rules. It is kept for ever.",
        error_messages={"required": _WHY_MISSING},
    )


class WhyForm(forms.Form):
    """Why something is taken back."""

    why = forms.CharField(
        label="Why it is taken back", max_length=300, help_text="It is kept for ever.",
        error_messages={"required": _WHY_MISSING},
    )  # fmt: skip


class DaysField(forms.CharField):
    """Days written as one would write them, parted by commas or lines. Cleans to the days in order."""

    def clean(self, value: Any) -> Any:
        """Every day that is written. Raises ValidationError, with what was typed, for a part that is no day."""
        text: str = super().clean(value)
        found: set[date] = set()
        for part in filter(None, (one.strip(" .") for one in text.replace(",", "\n").splitlines())):
            days = list(written_dates(part))
            if len(days) != 1:
                raise ValidationError(f"“{part}” is not a day with a month and a year. Write it like 29 December 2027")
            found.add(days[0].on)
        return sorted(found)


class ClosureForm(forms.Form):
    """Days on which the council is closed, in mourning or in thanksgiving, and the counts that leave them out."""

    days = DaysField(
        label="Which days?",
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Such as 29 December 2027, 30 December 2027.",
        error_messages={"required": "Enter at least one day, such as 29 December 2027"},
    )
    kind = forms.ChoiceField(
        label="Why is the council closed?",
        widget=forms.RadioSelect,
        initial=ClosureKind.CLOSURE.value,
        choices=(
            (ClosureKind.CLOSURE.value, "By its own choice"),
            (ClosureKind.MOURNING.value, "A day of mourning"),
            (ClosureKind.THANKSGIVING.value, "A day of thanksgiving"),
        ),
    )
    name = forms.CharField(
        label="What it is called",
        max_length=80,
        help_text="Such as Christmas closure. It stands beside the day in every count.",
        error_messages={"required": "Say what it is called, such as Christmas closure"},
    )
    clocks = forms.MultipleChoiceField(
        label="Which counts leave these days out?",
        widget=forms.CheckboxSelectMultiple,
        initial=sorted(USUAL_CLOCKS),
        help_text="Whether a public notice may leave them out is argued over: ask your monitoring officer first.",
        choices=[
            (clock.value, ruling.title)
            for clock, ruling in RULINGS.items()
            if ruling.shape in (Shape.CALL_IN, Shape.HOLD, Shape.CLEAR_DAYS)
        ],
        error_messages={"required": "Choose at least one count that leaves these days out"},
    )
    source = forms.CharField(label="Where it was decided", required=False, max_length=200)
    why = forms.CharField(label="Why it is entered", required=False, max_length=300)

    def plain(self) -> list[dict[str, Any]]:
        """Each day as plain data, as `rulebook_plain.closure` reads it."""
        said = self.cleaned_data
        each = {name: said[name] for name in ("name", "kind", "clocks", "source")}
        return [{"on": day.isoformat(), **each} for day in said["days"]]


class GovernanceForm(forms.Form):
    """How the council is run from a day, and where that was decided."""

    model = forms.ChoiceField(
        label="How is the council run?",
        widget=forms.RadioSelect,
        choices=[(one.value, words) for one, words in GOVERNANCE.items()],
        error_messages={"required": "Choose how the council is run"},
    )
    valid_from = WrittenDayField(label="From which day?", help_text="Such as 21 May 2026.")
    source = forms.CharField(label="Where that was decided", required=False, max_length=200)
    why = forms.CharField(label="Why it is entered", required=False, max_length=300)

    def plain(self) -> dict[str, Any]:
        """The spell as plain data, as `rulebook_plain.governance_spell` reads it."""
        said = self.cleaned_data
        model = Governance(said["model"]).value
        return {"model": model, "valid_from": said["valid_from"].isoformat(), "source": said["source"]}
