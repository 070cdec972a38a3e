"""What a change of the text rests on: saying it, confirming it, taking it back, and that members were told."""

from typing import Any

from django import forms

from moothall.domain.lineage import CorrectionKind, Ground
from moothall.web.components.fields import DayField
from moothall.web.council.forms.choices import offer

_NOBODY = ("", "It does not rest on a decision")


class AccountForm(forms.Form):
    """The authority for the differences that were ticked. ``rests_on`` is a decision, or one limb of it."""

    ground = forms.ChoiceField(
        label="What does the change rest on?",
        widget=forms.RadioSelect,
        choices=[
            (Ground.MEETING.value, "Members amended it at the meeting"),
            (Ground.DELEGATION.value, "Somebody changed it under a delegation"),
            (Ground.CORRECTION.value, "A correction, which changes nothing the council says it will do"),
        ],
        error_messages={"required": "Choose what the change rests on"},
    )
    rests_on = forms.ChoiceField(label="Decision, and limb where it names one", required=False)
    minute = forms.CharField(
        label="Words of the minute",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="For an amendment at the meeting: as the minute has them, where no limb says it.",
    )
    made_by = forms.CharField(
        label="Who made the change",
        max_length=200,
        help_text="The body, the delegate or the officer, by name or post.",
        error_messages={"required": "Name who made the change"},
    )
    made_on = DayField(label="When")
    within = forms.CharField(
        label="Why it is within the delegation",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="For a change under a delegation: how it keeps to the condition of the limb.",
    )
    correction = forms.ChoiceField(
        label="What kind of correction",
        required=False,
        choices=[("", "It is no correction"), *((one.value, one.label.capitalize()) for one in CorrectionKind)],
    )
    words = forms.CharField(
        label="Why it was changed",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Needed for a correction: what was wrong. The public page shows it.",
    )

    def __init__(self, *args: Any, decisions: list[tuple[Any, list[tuple[int, str]]]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._rests_on: dict[str, tuple[Any, int | None]] = {"": (None, None)}
        choices = [_NOBODY]
        for decision, limbs in decisions:
            told = f"{decision.step.body}, {decision.decided_on.day} {decision.decided_on:%B %Y}"
            for value, limb, words in (
                (f"{decision.pk}", None, told),
                *((f"{decision.pk}.{place}", place, f"{told}: {words}") for place, words in limbs),
            ):
                self._rests_on[value] = (decision, limb)
                choices.append((value, words if len(words) <= 110 else f"{words[:107].rstrip()}..."))
        offer(self, "rests_on", choices)

    def said(self) -> dict[str, Any]:
        """The answers as the deed takes them."""
        data = dict(self.cleaned_data)
        decision, limb = self._rests_on[data.pop("rests_on")]
        correction = data.pop("correction")
        return {
            **data,
            "ground": Ground(data["ground"]),
            "decision": decision,
            "limb": limb,
            "correction": CorrectionKind(correction) if correction else None,
        }


class ConfirmForm(forms.Form):
    """That it is an authority, and why where that may be asked."""

    words = forms.CharField(
        label="Your note, if one is needed",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="For example, why a change is within the delegation. It is shown beside the change.",
    )


class TakeBackForm(forms.Form):
    """Why an authority does not hold."""

    reason = forms.CharField(
        label="Why it does not hold",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why this authority does not hold"},
    )


class ReportForm(forms.Form):
    """Whom members' change was reported to, when and how."""

    to = forms.CharField(
        label="Who was told", max_length=300, help_text="All members, a body at its meeting, or group leaders."
    )
    on = DayField(label="When")
    words = forms.CharField(
        label="How", required=False, widget=forms.Textarea(attrs={"rows": 2}), help_text="By mail, or as an item."
    )


class ResolvedForm(forms.Form):
    """Which version is the text as the meeting left it."""

    version = forms.ChoiceField(
        label="The text as members amended it",
        error_messages={"required": "Choose a version"},
        help_text="Keep the amended plan as a version first, on the page of the plan.",
    )

    def __init__(self, *args: Any, versions: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._versions = {str(one.number): one for one in versions}
        offer(self, "version", [(number, f"Version {number}, {one.name}") for number, one in self._versions.items()])

    def clean_version(self) -> Any:
        """The version itself."""
        return self._versions[self.cleaned_data["version"]]
