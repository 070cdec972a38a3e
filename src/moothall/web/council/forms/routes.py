"""Choosing the route, and recording meetings and decisions."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone

from moothall.domain.decisions import Limb, Outcome, Verb
from moothall.domain.meetings import Meeting, parse_text
from moothall.domain.timetable import Key
from moothall.web.components.fields import DayField
from moothall.web.components.planner.tied import TiedForm
from moothall.web.council.forms.choices import offer

AFTERWARDS = timedelta(days=120)
"""How long after the deadline our own meetings are looked at: for routes that ratify afterwards or ask for time."""
Ours = Callable[[date, date], tuple[Meeting, ...]]


def _none_kept(first: date, last: date) -> tuple[Meeting, ...]:
    return ()


KEY_WORDS = {Key.YES: "Yes", Key.NO: "No", Key.UNSURE: "Not sure yet"}
LIMBS = 10


class RouteForm(TiedForm):
    """What the planner needs. After validation ``meetings`` holds the council's own that are used, and those typed.

    ``ours`` gives the meetings the council keeps from one day to another; it is asked only where they are wanted.
    """

    as_of = DayField(label="Count from")
    ours = forms.BooleanField(required=False, initial=True)
    meetings_text = forms.CharField(
        label="Meetings you could use",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Write them as you would in an email: Cabinet 13 June, 11 July. Overview and Scrutiny 2 July.",
    )
    key = forms.ChoiceField(
        label="Is it a key decision?",
        widget=forms.RadioSelect,
        choices=[(one.value, words) for one, words in KEY_WORDS.items()],
        initial=Key.UNSURE.value,
    )

    meetings: tuple[Meeting, ...] = ()

    def __init__(self, *args: Any, deadline_on: date, ours: Ours = _none_kept, kept: int = 0, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._deadline_on, self._ours = deadline_on, ours
        if kept:
            self.fields["ours"].label = f"Use our own meetings ({kept} kept ahead)"
            self.fields["meetings_text"].label = "Other meetings you could use"
        else:
            del self.fields["ours"]

    def clean_key(self) -> Key:
        """The answer as the planner's own value."""
        return Key(self.cleaned_data["key"])

    def clean(self) -> dict[str, Any]:
        """Read the meetings, and say which words were not understood."""
        cleaned = super().clean() or {}
        if "as_of" in cleaned and "meetings_text" in cleaned:
            typed, puzzling = parse_text(cleaned["meetings_text"], cleaned["as_of"], self._deadline_on)
            own = self._ours(cleaned["as_of"], self._deadline_on + AFTERWARDS) if cleaned.get("ours") else ()
            self.meetings = (*own, *(one for one in typed if not _is_among(one, own)))
            for sentence in puzzling:
                self.add_error("meetings_text", sentence)
            if not self.meetings and not puzzling:
                self.add_error("meetings_text", "Write a body and its days, such as Cabinet 11 July")
        self.read_constraints(cleaned, cleaned.get("as_of"), self._deadline_on)
        return cleaned


def _is_among(meeting: Meeting, own: Iterable[Meeting]) -> bool:
    """Whether a typed meeting is one the council keeps, so that it is not planned twice."""
    return any((one.body.casefold(), one.on) == (meeting.body.casefold(), meeting.on) for one in own)


class MeetingForm(forms.Form):
    """The day on which a body met."""

    met_on = DayField(label="The day it met")


class LimbForm(forms.Form):
    """One limb of the resolution. A row left empty is not a limb."""

    verb = forms.ChoiceField(
        label="What it does", required=False, choices=[("", ""), *((one.value, one.value.capitalize()) for one in Verb)]
    )
    object = forms.CharField(label="What it is about", required=False, max_length=400)
    condition = forms.CharField(label="On what condition", required=False, max_length=400)
    delegates = forms.CharField(
        label="To whom, if it delegates", required=False, max_length=300, help_text="With semicolons between them."
    )

    def clean(self) -> dict[str, Any]:
        """A row with words needs its verb, and a verb its words."""
        cleaned = super().clean() or {}
        if not cleaned.get("verb") and any(cleaned.get(name) for name in ("object", "condition", "delegates")):
            self.add_error("verb", "Choose what this limb does")
        if cleaned.get("verb") and not cleaned.get("object"):
            self.add_error("object", "Say what this limb is about")
        return cleaned

    def limb(self) -> Limb | None:
        """The limb, or None for an empty row."""
        data = self.cleaned_data
        if not data.get("verb"):
            return None
        names = tuple(name.strip() for name in data["delegates"].split(";") if name.strip())
        return Limb(Verb(data["verb"]), data["object"], data["condition"], names)


LimbFormSet = forms.formset_factory(LimbForm, extra=0, min_num=1, max_num=LIMBS, absolute_max=LIMBS)


class DecisionForm(forms.Form):
    """What a body resolved, apart from its limbs."""

    decided_on = DayField(label="Date of the decision")
    minute = forms.CharField(
        label="The resolution, as it was passed", widget=forms.Textarea(attrs={"rows": 6}), help_text="Word for word."
    )
    version = forms.ChoiceField(
        label="On which text", help_text="The version of the plan that members had before them."
    )
    reasons = forms.CharField(label="Reasons", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    alternatives = forms.CharField(
        label="Alternatives considered and rejected", required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    interests = forms.CharField(label="Interests declared, and dispensations", required=False, max_length=400)
    outcome = forms.ChoiceField(
        label="What became of it",
        widget=forms.RadioSelect,
        choices=[(one.value, one.label) for one in Outcome],
        initial=Outcome.AGREED.value,
        required=False,
    )
    outcome_reason = forms.CharField(
        label="Why it was not agreed, or why no plan is sent",
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="As the body gave it. It is shown wherever the plan would be.",
    )
    is_callable = forms.ChoiceField(
        label="Can it be called in?",
        widget=forms.RadioSelect,
        choices=[("yes", "Yes"), ("no", "No")],
        initial="yes",
    )
    not_callable_reason = forms.CharField(
        label="Why not, and under which rule",
        required=False,
        max_length=300,
        help_text="Only if it cannot be called in. Where the reason is that it is urgent, it is published so only once"
        " the consent of whom your constitution names is on record.",
    )

    def __init__(self, *args: Any, versions: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._versions = {str(one.number): one for one in versions}
        kept = [(number, f"Version {number}, {one.name}") for number, one in self._versions.items()]
        offer(self, "version", [*kept, ("", "No text of the plan")])
        self.fields["version"].required = False

    def clean_version(self) -> Any:
        """The version itself, or None."""
        return self._versions.get(self.cleaned_data["version"])

    def clean_outcome(self) -> Outcome:
        """What became of it; agreed where nothing was chosen."""
        return Outcome(self.cleaned_data["outcome"] or Outcome.AGREED.value)

    def clean_is_callable(self) -> bool:
        """Yes or no as such."""
        return bool(self.cleaned_data["is_callable"] == "yes")


class PublishDecisionForm(forms.Form):
    """When the decision was published. The moment as one value is ``published_at``."""

    published_on = DayField(label="Day of publication")
    published_time = forms.TimeField(
        label="Time",
        help_text="For example, 18:30. It decides where your rules have a cut-off.",
        error_messages={"invalid": "The time must be like 18:30"},
    )

    @property
    def published_at(self) -> datetime:
        """The moment, in England's time."""
        day: date = self.cleaned_data["published_on"]
        at: time = self.cleaned_data["published_time"]
        return timezone.make_aware(datetime.combine(day, at))
