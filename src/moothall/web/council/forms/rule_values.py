"""What a rule of each shape settles: the fields, the value they make as plain data, and a value as fields again."""

import re
from typing import Any

from django import forms

from moothall.domain.call_in_rules import Base, CallInRule, Effective, NonworkingEnd
from moothall.domain.days import Length, Unit
from moothall.domain.local_rules import Every, Hold, Kept, NoCallIn, Policy, RuleValue

TIMES = ("%H:%M", "%H.%M", "%I%p", "%I %p", "%I.%M%p", "%I:%M%p", "%I.%M %p", "%I:%M %p")
YES_NO = (("yes", "Yes"), ("no", "No"))
_TIME_WRONG = "Enter a time of day, such as 5pm or 17:00"
_WORKING_OR_NOT = ((Unit.WORKING.value, "Working days"), (Unit.CALENDAR.value, "Every day"))
_SUM = re.compile(r"^(?P<what>.*?\S)\s*[:,]?\s*(?:from\s+|over\s+|above\s+)?£\s?(?P<pounds>\d[\d,]*)$", re.IGNORECASE)


def _whole(label: str, most: int, *, least: int = 1, such_as: int = 5, **more: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        min_value=least,
        max_value=most,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "required": f"{label.rstrip('?')}: enter a whole number, such as {such_as}",
            "invalid": f"{label.rstrip('?')}: enter a whole number, such as {such_as}",
            "min_value": f"{label.rstrip('?')}: enter {least} or more",
            "max_value": f"{label.rstrip('?')}: enter at most {most}",
        },
        **more,
    )


def _time(label: str, help_text: str) -> forms.TimeField:
    return forms.TimeField(
        label=label,
        required=False,
        input_formats=TIMES,
        help_text=help_text,
        error_messages={"invalid": _TIME_WRONG},
    )


class CallInFields(forms.Form):
    """The call-in rule with the arguments of `moothall clock call-in`, or that there is none and why."""

    has_call_in = forms.ChoiceField(
        label="Does your constitution let members call these decisions in?",
        widget=forms.RadioSelect,
        choices=YES_NO,
        error_messages={"required": "Choose whether these decisions can be called in"},
    )
    reason = forms.CharField(
        label="If not, why not",
        required=False,
        max_length=300,
        help_text="Such as: officers’ decisions that are not key are not open to call-in.",
    )
    days = _whole("How many days does call-in last?", 60, required=False)
    unit = forms.ChoiceField(
        label="Which days count?", required=False, widget=forms.RadioSelect, choices=_WORKING_OR_NOT
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
        choices=YES_NO,
    )
    closes = _time("Time at which call-in closes on its last day", "Such as 5pm. Leave empty for the end of the day.")
    effective = forms.ChoiceField(
        label="When does a decision take effect that was not called in?",
        required=False,
        widget=forms.RadioSelect,
        choices=(
            (Effective.NEXT_CALENDAR_DAY.value, "The day after call-in closes, even a Saturday"),
            (Effective.NEXT_WORKING_DAY.value, "The next working day"),
            (Effective.AT_CLOSE.value, "As soon as call-in closes"),
            (Effective.END_OF_LAST_DAY.value, "At the end of the last day"),
        ),
    )
    publish_cutoff = _time(
        "Time after which publication counts from the next working day", "Such as 5pm. Leave empty if there is none."
    )
    publish_allowance = _whole(
        "Working days allowed for publishing before the count starts",
        60,
        least=0,
        such_as=2,
        required=False,
        help_text="Only where the decision itself starts the count. Otherwise leave 0.",
    )
    starts_after = _whole(
        "Working days skipped after the first day before the count starts",
        60,
        least=0,
        such_as=1,
        required=False,
        help_text="For a rule such as: the period begins on the second working day after. Otherwise leave 0.",
    )
    on_nonworking_end = forms.ChoiceField(
        label="If every day counts and the last is no working day",
        required=False,
        widget=forms.RadioSelect,
        choices=(
            (NonworkingEnd.LEAVE.value, "It stays the last day"),
            (NonworkingEnd.NEXT_WORKING.value, "It moves to the next working day"),
        ),
    )
    key_only = forms.ChoiceField(
        label="Which decisions may be called in?",
        required=False,
        widget=forms.RadioSelect,
        choices=(
            ("usual", "Officers’ only if key, others’ always, as is usual"),
            ("yes", "Only key decisions"),
            ("no", "All, key or not"),
        ),
    )
    requesters = forms.CharField(
        label="Who may call a decision in",
        required=False,
        max_length=300,
        help_text="Such as: any three members of the council.",
    )
    grounds = forms.CharField(
        label="On what grounds",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Such as: contrary to the budget or the policy framework.",
    )
    seldom: tuple[str, ...] = (
        *("publish_cutoff", "publish_allowance", "starts_after", "on_nonworking_end"),
        *("key_only", "requesters", "grounds"),
    )

    def clean(self) -> dict[str, Any]:
        """With call-in: how long it is and how it is counted, without contradiction. Without: why not."""
        cleaned = super().clean() or {}
        if cleaned.get("has_call_in") == "no" and not cleaned.get("reason") and "reason" not in self.errors:
            self.add_error("reason", "Say why not, as the constitution has it")
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
        for name, sentence in _contradictions(cleaned):
            self.add_error(name, sentence)
        return cleaned

    def value(self) -> Any:
        """The rule, or that there is none, as plain data."""
        said = self.cleaned_data
        if said["has_call_in"] == "no":
            return {"none": said["reason"]}
        return {
            "days": said["days"],
            "unit": said["unit"],
            "base": said["base"],
            "first_day_counts": said["first_day_counts"] == "yes",
            "publish_allowance": said["publish_allowance"] or 0,
            "publish_cutoff": _iso(said["publish_cutoff"]),
            "closes": _iso(said["closes"]),
            "effective": said["effective"],
            "starts_after": said["starts_after"] or 0,
            "on_nonworking_end": said["on_nonworking_end"] or None,
            "key_only": {"yes": True, "no": False}.get(said["key_only"]),
            "requesters": said["requesters"] or None,
            "grounds": said["grounds"] or None,
        }


def _contradictions(said: dict[str, Any]) -> list[tuple[str, str]]:
    found = []
    if said.get("publish_allowance") and said.get("base") == Base.PUBLICATION.value:
        sentence = "Days for publishing have a meaning only where the decision itself starts the count. Enter 0"
        found.append(("publish_allowance", sentence))
    if said.get("starts_after") and said.get("first_day_counts") == "yes":
        sentence = (
            "The first day cannot count where days after it are skipped. Enter 0, or choose that it does not count"
        )
        found.append(("starts_after", sentence))
    moves = said.get("on_nonworking_end") == NonworkingEnd.NEXT_WORKING.value
    if moves and said.get("unit") == Unit.WORKING.value:
        sentence = "Where working days count the last day always is one. Choose that it stays the last day"
        found.append(("on_nonworking_end", sentence))
    return found


class ClearDaysFields(forms.Form):
    """So many clear days, working or calendar."""

    clear_days = _whole("How many clear days?", 366, help_text="The day of the notice and that of the event left out.")
    convention = forms.ChoiceField(
        label="Which days count?",
        widget=forms.RadioSelect,
        choices=_WORKING_OR_NOT,
        error_messages={"required": "Choose which days count"},
    )

    def value(self) -> Any:
        """The length as plain data."""
        return {name: self.cleaned_data[name] for name in ("clear_days", "convention")}


class HoldFields(forms.Form):
    """A period counted from the call-in."""

    days = _whole("Within how many days is it heard?", 366, such_as=10)
    unit = forms.ChoiceField(
        label="Which days count?",
        widget=forms.RadioSelect,
        choices=_WORKING_OR_NOT,
        error_messages={"required": "Choose which days count"},
    )
    first_day_counts = forms.ChoiceField(
        label="Does the day of the call-in count?",
        widget=forms.RadioSelect,
        choices=YES_NO,
        error_messages={"required": "Choose whether the day of the call-in counts"},
    )

    def value(self) -> Any:
        """The period as plain data."""
        said = self.cleaned_data
        first = said["first_day_counts"] == "yes"
        return {"days": said["days"], "unit": said["unit"], "first_day_counts": first}


class ThresholdsFields(forms.Form):
    """Sums in pounds, each with what it is a sum of."""

    sums = forms.CharField(
        label="From which sums is a decision key?",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        help_text="One on a line, such as: capital spending £250,000.",
        error_messages={"required": "Enter at least one sum, such as: capital spending £250,000"},
    )

    def clean_sums(self) -> list[dict[str, Any]]:
        """Each line as what it is a sum of, and the pounds."""
        found = []
        for line in filter(None, (one.strip() for one in self.cleaned_data["sums"].splitlines())):
            read = _SUM.match(line)
            if read is None or len(read["pounds"].replace(",", "")) > 13:
                raise forms.ValidationError(
                    f"“{line[:80]}” has no sum in pounds at its end. Write it like: capital spending £250,000"
                )
            found.append({"what": read["what"], "pounds": int(read["pounds"].replace(",", ""))})
        return found

    def value(self) -> Any:
        """The sums as plain data."""
        return self.cleaned_data["sums"]


class PolicyFields(forms.Form):
    """What the constitution says, in its words, with a sum where it names one."""

    words = forms.CharField(
        label="What does your constitution say?",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Enter what your constitution says, in its words"},
    )
    pounds = forms.CharField(
        label="From which sum in pounds",
        required=False,
        max_length=20,
        help_text="Only where it names one, such as 25,000.",
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )

    def clean_pounds(self) -> int | None:
        """The sum in whole pounds, or None."""
        said = self.cleaned_data["pounds"].replace(",", "").removeprefix("£").strip()
        if said and not (said.isascii() and said.isdigit() and len(said) <= 13):
            raise forms.ValidationError("Enter the sum in whole pounds, such as 25,000")
        return int(said) if said else None

    def value(self) -> Any:
        """The words and the sum as plain data."""
        return {"words": self.cleaned_data["words"], "pounds": self.cleaned_data["pounds"]}


class EveryFields(forms.Form):
    """How many months lie between two reports."""

    months = _whole("Every how many months?", 12, such_as=3)

    def value(self) -> Any:
        """The months as plain data."""
        return {"months": self.cleaned_data["months"]}


class KeptFields(forms.Form):
    """For how many years records and papers are kept."""

    records = _whole("How many years are records kept?", 999, least=6, such_as=6)
    papers = _whole("How many years are background papers kept?", 999, least=4, such_as=4)

    def value(self) -> Any:
        """The years as plain data."""
        return {name: self.cleaned_data[name] for name in ("records", "papers")}


def stands(value: RuleValue) -> dict[str, Any]:
    """A value as the form opens with it."""
    match value:
        case CallInRule():
            return {"has_call_in": "yes", **_call_in(value)}
        case NoCallIn():
            return {**_call_in(CallInRule()), "has_call_in": "no", "reason": value.reason}
        case Length():
            return {"clear_days": value.number, "convention": value.unit.value}
        case Hold():
            first = "yes" if value.first_day_counts else "no"
            return {"days": value.length.number, "unit": value.length.unit.value, "first_day_counts": first}
        case Policy():
            return {"words": value.words, "pounds": f"{value.pounds:,}" if value.pounds is not None else ""}
        case Every():
            return {"months": value.months}
        case Kept():
            return {"records": value.records, "papers": value.papers}
        case _:
            return {"sums": "\n".join(f"{one.what} £{one.pounds:,}" for one in value)}


def _call_in(rule: CallInRule) -> dict[str, Any]:
    return {
        "days": rule.length.number,
        "unit": rule.length.unit.value,
        "base": rule.base.value,
        "first_day_counts": "yes" if rule.first_day_counts else "no",
        "publish_allowance": rule.publish_allowance,
        "publish_cutoff": _iso(rule.publish_cutoff) or "",
        "closes": _iso(rule.closes) or "",
        "effective": rule.effective.value,
        "starts_after": rule.starts_after,
        "on_nonworking_end": rule.on_nonworking_end.value,
        "key_only": {True: "yes", False: "no", None: "usual"}[rule.key_only],
        "requesters": rule.requesters,
        "grounds": rule.grounds,
    }


def usual_call_in() -> dict[str, Any]:
    """The commonest call-in rule as the form opens with it, before anybody has said that there is one."""
    return {"has_call_in": "", **_call_in(CallInRule())}


def _iso(at: Any) -> str | None:
    return at.isoformat("minutes") if at else None
