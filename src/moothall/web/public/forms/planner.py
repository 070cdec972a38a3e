"""The planner's form: what must be answered by when, the meetings one has, and the council's own rules."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from moothall.domain import meetings
from moothall.domain.authorities import Governance
from moothall.domain.days import in_short
from moothall.domain.rounds import Round
from moothall.domain.rule_packs import Base, CallInRule, Effective, RulePack, rule_pack
from moothall.domain.timetable import Key
from moothall.reference import rule_packs as shipped_packs
from moothall.web.components.fields import WrittenDayField
from moothall.web.components.planner.tied import TiedForm

OWN_DEADLINE = "own"
RULES = ("days", "unit", "base", "first_day_counts", "publish_allowance", "closes", "effective")
_USUAL = CallInRule()
_YES_NO = (("yes", "Yes"), ("no", "No"))
_GOVERNANCE = {
    Governance.EXECUTIVE: "Leader and cabinet",
    Governance.MAYOR: "Elected mayor and cabinet",
    Governance.COMMITTEE: "Committee system",
}
_KEY = {
    Key.YES: "A key decision",
    Key.NO: "Not a key decision",
    Key.UNSURE: "Not known whether a key decision",
}
_TIMES = ("%H:%M", "%H.%M", "%I%p", "%I %p", "%I.%M%p", "%I:%M%p", "%I.%M %p")


class RouteForm(TiedForm):
    """Filled in from the address, so that a result can be linked. Whatever is left out has its ordinary value."""

    round = forms.ChoiceField(label="What you must answer", required=False)
    council = forms.CharField(
        label="Your council", required=False, max_length=120, widget=forms.TextInput(attrs={"list": "councils"})
    )
    as_of = WrittenDayField(label="Count from", required=False)
    deadline = WrittenDayField(label="A deadline of your own", required=False, help_text="Such as 19 July 2024.")
    meetings = forms.CharField(
        label="Meetings you could use",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Write them as you would in an email: Cabinet 13 June, 11 July. Council 18 July.",
    )
    governance = forms.ChoiceField(
        label="How the council is run",
        required=False,
        initial=Governance.EXECUTIVE.value,
        choices=[(one.value, words) for one, words in _GOVERNANCE.items()],
    )
    key = forms.ChoiceField(
        label="Is it a key decision?",
        required=False,
        initial=Key.UNSURE.value,
        widget=forms.RadioSelect,
        choices=((Key.YES.value, "Yes"), (Key.NO.value, "No"), (Key.UNSURE.value, "Not sure")),
    )
    callable = forms.ChoiceField(
        label="Can it be called in?", required=False, initial="yes", widget=forms.RadioSelect, choices=_YES_NO
    )
    days = forms.IntegerField(
        label="Call-in lasts",
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        min_value=1,
        max_value=60,
        initial=_USUAL.length.number,
        error_messages={"invalid": "Enter the length of call-in as a whole number of days, such as 5"},
    )
    unit = forms.ChoiceField(
        label="Days that count",
        required=False,
        initial=_USUAL.length.unit.value,
        choices=(("working", "Working days"), ("calendar", "Every day")),
    )
    base = forms.ChoiceField(
        label="Counted from",
        required=False,
        initial=_USUAL.base.value,
        choices=((Base.PUBLICATION.value, "Publication"), (Base.DECISION.value, "The decision")),
    )
    publish_allowance = forms.IntegerField(
        label="Working days for publishing",
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        min_value=0,
        max_value=60,
        initial=0,
        help_text="Only where the count is from the decision.",
        error_messages={"invalid": "Enter the working days for publishing as a whole number, such as 2"},
    )
    first_day_counts = forms.ChoiceField(
        label="Does the first day count?", required=False, initial="no", widget=forms.RadioSelect, choices=_YES_NO
    )
    closes = forms.TimeField(
        label="Closes at",
        required=False,
        input_formats=_TIMES,
        help_text="Such as 5pm. Leave empty for the end of the day.",
        error_messages={"invalid": "Enter a time of day, such as 5pm or 17:00"},
    )
    effective = forms.ChoiceField(
        label="In force",
        required=False,
        initial=_USUAL.effective.value,
        choices=(
            (Effective.NEXT_CALENDAR_DAY.value, "The next day, even a Saturday"),
            (Effective.NEXT_WORKING_DAY.value, "The next working day"),
            (Effective.AT_CLOSE.value, "When call-in closes"),
        ),
    )
    checked = forms.BooleanField(label="We looked these up in our constitution", required=False)

    def __init__(self, data: Any = None, *, today: date, rounds: Sequence[Round]) -> None:
        self.today, self.rounds = today, {one.slug: one for one in rounds}
        start = _first_choice(rounds, today)
        asked = _with_ordinary(data, self.base_fields, today) if data else None
        super().__init__(asked, initial=_initial(start, today))
        field = self.fields["round"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(one.slug, _label(one)) for one in rounds] + [(OWN_DEADLINE, "A deadline of your own")]

    def clean(self) -> dict[str, Any]:
        """The deadline in force, the meetings that could be read, and a sentence for each thing that could not."""
        cleaned: dict[str, Any] = super().clean() or {}
        for name, field in self.fields.items():
            if field.initial is not None and cleaned.get(name, field.initial) in (None, ""):
                cleaned[name] = field.initial
        if "as_of" in cleaned:
            cleaned["as_of"] = cleaned["as_of"] or self.today
        cleaned["round_"] = self.rounds.get(cleaned.get("round") or "")
        if cleaned["round_"]:
            cleaned["deadline"] = cleaned["round_"].deadline_on
        elif "deadline" in cleaned and not cleaned["deadline"]:
            self.add_error("deadline", "Enter the deadline, such as 19 July 2024, or choose a round above")
        self._read_meetings(cleaned)
        self.read_constraints(cleaned, cleaned.get("as_of"), cleaned.get("deadline"))
        if cleaned.get("publish_allowance") and cleaned.get("base") != Base.DECISION.value:
            self.add_error(
                "publish_allowance", "Days for publishing have a meaning only where the count is from the decision"
            )
        return cleaned

    def _read_meetings(self, cleaned: dict[str, Any]) -> None:
        as_of, deadline = cleaned.get("as_of"), cleaned.get("deadline")
        cleaned["found"] = ()
        if as_of and deadline:
            cleaned["found"], not_understood = meetings.parse_text(cleaned.get("meetings") or "", as_of, deadline)
            for sentence in not_understood:
                self.add_error("meetings", sentence)

    @property
    def can_be_answered(self) -> bool:
        """Nothing is wrong, or nothing but some of the meetings, so that the others can still be used."""
        only_meetings = set(self.errors) <= {"meetings"} and bool(self.cleaned_data.get("found"))
        return self.is_bound and (self.is_valid() or only_meetings)

    @property
    def has_own_rules(self) -> bool:
        """Somebody changed a rule, or says that the ones shown were looked up."""
        changed = any(self.cleaned_data.get(name) != self.fields[name].initial for name in RULES)
        return changed or bool(self.cleaned_data.get("checked"))

    @property
    def own_deadline_open(self) -> bool:
        """The part with a deadline of one's own is in use, so it stands open."""
        return bool(self["round"].value() == OWN_DEADLINE or "deadline" in self.errors)

    @property
    def rules_open(self) -> bool:
        """The rules differ from the ordinary ones or hold a mistake, so they stand open."""
        if not self.is_bound:
            return False
        folded = (*RULES, "governance", "key", "callable", "checked")
        return any(name in self.errors for name in folded) or (not self.errors and self.has_own_rules)

    @property
    def rules_in_words(self) -> tuple[str, ...]:
        """The rules that will be counted by, each in a few words."""
        said = self.cleaned_data if self.is_bound and self.is_valid() else {}
        governance = Governance(said.get("governance") or Governance.EXECUTIVE.value)
        rule = (self.pack() if said else shipped_packs.default(governance)).call_in
        lasts = f"Call-in: {rule.length} from {rule.base.value}" if rule else "No call-in"
        return (
            _GOVERNANCE[governance],
            lasts if said.get("callable") != "no" else "No call-in",
            _KEY[Key(said.get("key") or Key.UNSURE)],
        )

    def pack(self) -> RulePack:
        """The rules to count by: the governance's defaults, or the call-in rule that was entered."""
        governance = Governance(self.cleaned_data["governance"])
        default = shipped_packs.default(governance)
        if not self.has_own_rules:
            return default
        call_in = {name: self.cleaned_data[name] for name in RULES if name != "closes"}
        call_in["first_day_counts"] = self.cleaned_data["first_day_counts"] == "yes"
        closes = self.cleaned_data["closes"]
        call_in["closes"] = closes.isoformat("minutes") if closes else None
        return rule_pack({"governance": governance.value, "call_in": call_in}, default=default)


def _first_choice(rounds: Sequence[Round], today: date) -> Round | None:
    """The round still open with the nearest deadline; where none is open, a real one to try."""
    still_open = [one for one in rounds if one.deadline_on >= today]
    if still_open:
        return min(still_open, key=lambda one: one.deadline_on)
    return next((one for one in rounds if not one.fictional), None)


def _initial(start: Round | None, today: date) -> dict[str, Any]:
    """Count from today; for a round that is over, from the day of its letter, as its councils did."""
    if start is None:
        return {"round": OWN_DEADLINE, "as_of": today}
    return {"round": start.slug, "as_of": today if start.deadline_on >= today else start.letter_on}


def _label(one: Round) -> str:
    example = " (an example)" if one.fictional and "example" not in one.title.lower() else ""
    return f"{one.title}, due {in_short(one.deadline_on, year=True)}{example}"


def _with_ordinary(data: Any, fields: dict[str, forms.Field], today: date) -> dict[str, Any]:
    """What was asked, with the ordinary value of each choice that the address leaves out."""
    asked = {name: data.get(name) for name in fields if data.get(name) is not None}
    left_out = {name: field.initial for name, field in fields.items() if field.initial is not None}
    left_out["as_of"] = f"{today.day} {today:%B %Y}"
    if "round" not in asked:
        left_out["round"] = OWN_DEADLINE
    return {**left_out, **asked}
