"""Scrutiny's recommendations and the answers to them."""

from typing import Any

from django import forms

from moothall.domain.scrutiny_recommendations import Answer
from moothall.web.components.fields import DayField

_LONG = {"rows": 5}
_MOST = 8000


class RecommendForm(forms.Form):
    """One recommendation as scrutiny made it."""

    text = forms.CharField(
        label="What did scrutiny recommend?",
        max_length=_MOST,
        widget=forms.Textarea(attrs=_LONG),
        help_text="In its own words, one recommendation at a time.",
        error_messages={"required": "Write the recommendation as scrutiny made it"},
    )
    to_whom = forms.CharField(
        label="To whom", max_length=200, error_messages={"required": "Say to whom it was recommended"}
    )
    made_on = DayField(label="Day on which it was made")
    noticed_on = DayField(
        label="Day on which a notice in writing required an answer",
        required=False,
        help_text="Only where scrutiny gave one: the day the executive had the recommendation and the notice. The Act"
        " then gives two months.",
    )
    due_on = DayField(
        label="Answer due by the council’s own rule",
        required=False,
        help_text="Only where your constitution has a day.",
    )
    due_rule = forms.CharField(label="Which paragraph gives that day", required=False, max_length=300)


class RespondForm(forms.Form):
    """The answer to a recommendation, and what it changed."""

    answer = forms.ChoiceField(
        label="What was answered?",
        widget=forms.RadioSelect,
        choices=[(one.value, one.words) for one in Answer],
        error_messages={"required": "Choose the answer"},
    )
    why = forms.CharField(
        label="Why",
        max_length=_MOST,
        widget=forms.Textarea(attrs=_LONG),
        help_text="Scrutiny and the public read it.",
        error_messages={"required": "Give the reason"},
    )
    by_whom = forms.CharField(label="Who answered", max_length=200, error_messages={"required": "Say who answered"})
    on = DayField(label="Day of the answer")
    decision = forms.ChoiceField(label="By which decision", required=False)
    before = forms.ChoiceField(
        label="The plan before it was changed", required=False, help_text="Only where it changed words of the plan."
    )
    after = forms.ChoiceField(label="The plan with the change", required=False)

    def __init__(self, *args: Any, decisions: list[Any], versions: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._decisions = {str(one.pk): one for one in decisions}
        self._versions = {str(one.number): one for one in versions}
        bodies = [(key, f"{one.step.body}, {one.decided_on:%-d %B %Y}") for key, one in self._decisions.items()]
        kept = [(number, f"Version {number}, {one.name}") for number, one in self._versions.items()]
        self._offer("decision", [("", "No decision on this route"), *bodies])
        self._offer("before", [("", "It changed no words"), *kept])
        self._offer("after", [("", "It changed no words"), *kept])

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean_answer(self) -> Answer:
        """The answer as such."""
        return Answer(self.cleaned_data["answer"])

    def clean_decision(self) -> Any:
        """The decision itself, or None."""
        return self._decisions.get(self.cleaned_data["decision"])

    def clean_before(self) -> Any:
        """The version itself, or None."""
        return self._versions.get(self.cleaned_data["before"])

    def clean_after(self) -> Any:
        """The version itself, or None."""
        return self._versions.get(self.cleaned_data["after"])
