"""The council's own call-in rule, as its constitution has it."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from moothall.documents.written_dates import written_dates
from moothall.domain.rule_packs import Base, CallInRule, Effective, RulePack

_TIMES = ("%H:%M", "%H.%M", "%I%p", "%I %p", "%I.%M%p", "%I:%M%p", "%I.%M %p")
_YES_NO = (("yes", "Yes"), ("no", "No"))
_TIME_WRONG = "Enter a time of day, such as 5pm or 17:00"


class ClosuresField(forms.CharField):
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


class CallInForm(forms.Form):
    """The call-in rule with the arguments of `moothall clock call-in`, and where in the constitution it stands."""

    has_call_in = forms.ChoiceField(
        label="Does your constitution let members call a decision in?", widget=forms.RadioSelect, choices=_YES_NO
    )
    days = forms.IntegerField(
        label="How many days does call-in last?",
        required=False,
        min_value=1,
        max_value=60,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "invalid": "Enter the length of call-in as a whole number of days, such as 5",
            "min_value": "Call-in lasts at least 1 day",
            "max_value": "Enter a length of at most 60 days",
        },
    )
    unit = forms.ChoiceField(
        label="Which days count?",
        required=False,
        widget=forms.RadioSelect,
        choices=(("working", "Working days"), ("calendar", "Every day")),
    )
    base = forms.ChoiceField(
        label="What starts the count?",
        required=False,
        widget=forms.RadioSelect,
        choices=((Base.PUBLICATION.value, "Publication of the decision"), (Base.DECISION.value, "The decision itself")),
    )
    first_day_counts = forms.ChoiceField(
        label="Does the day that starts the count count itself?",
        required=False,
        widget=forms.RadioSelect,
        choices=_YES_NO,
    )
    publish_allowance = forms.IntegerField(
        label="Working days allowed for publishing before the count starts",
        required=False,
        min_value=0,
        max_value=60,
        help_text="Only where the decision itself starts the count. Otherwise leave 0.",
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "invalid": "Enter the working days for publishing as a whole number, such as 2",
            "min_value": "Enter 0 or more working days for publishing",
            "max_value": "Enter at most 60 working days for publishing",
        },
    )
    publish_cutoff = forms.TimeField(
        label="Time after which publication counts from the next working day",
        required=False,
        input_formats=_TIMES,
        help_text="Such as 5pm. Leave empty if there is none.",
        error_messages={"invalid": _TIME_WRONG},
    )
    closes = forms.TimeField(
        label="Time at which call-in closes on its last day",
        required=False,
        input_formats=_TIMES,
        help_text="Such as 5pm. Leave empty for the end of the day.",
        error_messages={"invalid": _TIME_WRONG},
    )
    effective = forms.ChoiceField(
        label="When does a decision take effect that was not called in?",
        required=False,
        widget=forms.RadioSelect,
        choices=(
            (Effective.NEXT_CALENDAR_DAY.value, "The day after call-in closes, even a Saturday"),
            (Effective.NEXT_WORKING_DAY.value, "The next working day"),
            (Effective.AT_CLOSE.value, "As soon as call-in closes"),
        ),
    )
    closures = ClosuresField(
        label="Days on which the council’s offices are closed, besides bank holidays",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Such as 29 December 2027, 30 December 2027.",
    )
    source = forms.CharField(
        label="Where it stands in your constitution",
        max_length=200,
        help_text="Such as Part 4, scrutiny procedure rule 15. It is shown beside every date.",
        error_messages={"required": "Say where the rule stands in your constitution, such as Part 4, rule 15"},
    )

    def clean(self) -> dict[str, Any]:
        """A council with call-in says how long it is and how it is counted."""
        cleaned = super().clean() or {}
        if cleaned.get("has_call_in") != "yes":
            return cleaned
        needed = {
            "days": "Enter how many days call-in lasts, such as 5",
            "unit": "Choose which days count",
            "base": "Choose what starts the count",
            "first_day_counts": "Choose whether the first day counts",
            "effective": "Choose when a decision takes effect",
        }
        for name, sentence in needed.items():
            if name not in self.errors and cleaned.get(name) in (None, ""):
                self.add_error(name, sentence)
        if cleaned.get("publish_allowance") and cleaned.get("base") == Base.PUBLICATION.value:
            self.add_error(
                "publish_allowance",
                "Days for publishing have a meaning only where the decision itself starts the count. Enter 0",
            )
        return cleaned

    def rules(self) -> dict[str, Any]:
        """The rule as plain data, as `rule_packs.rule_pack` reads it."""
        said = self.cleaned_data
        if said["has_call_in"] == "no":
            return {"call_in": None, "source": said["source"]}
        call_in = {
            "days": said["days"],
            "unit": said["unit"],
            "base": said["base"],
            "first_day_counts": said["first_day_counts"] == "yes",
            "publish_allowance": said["publish_allowance"] or 0,
            "publish_cutoff": _iso(said["publish_cutoff"]),
            "closes": _iso(said["closes"]),
            "effective": said["effective"],
            "closures": [day.isoformat() for day in said["closures"]],
        }
        return {"call_in": call_in, "source": said["source"]}


def stands(pack: RulePack) -> dict[str, Any]:
    """What the form opens with: the rule entered, or the usual one where nobody has entered any."""
    rule = pack.call_in or CallInRule()
    is_own = "call_in" not in pack.defaults
    return {
        "has_call_in": ("yes" if pack.call_in else "no") if is_own else "",
        "days": rule.length.number,
        "unit": rule.length.unit.value,
        "base": rule.base.value,
        "first_day_counts": "yes" if rule.first_day_counts else "no",
        "publish_allowance": rule.publish_allowance,
        "publish_cutoff": _iso(rule.publish_cutoff) or "",
        "closes": _iso(rule.closes) or "",
        "effective": rule.effective.value,
        "closures": ", ".join(f"{day.day} {day:%B %Y}" for day in sorted(rule.closures)),
        "source": pack.source if is_own else "",
    }


def _iso(at: Any) -> str | None:
    return at.isoformat("minutes") if at else None
