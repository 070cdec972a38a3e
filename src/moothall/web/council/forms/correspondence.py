"""A question asked outside the council, what came of it, and with whom its answer is shared."""

from typing import Any

from django import forms

from moothall.apps.correspondence.actions import Put
from moothall.domain.correspondence import Asked, Said, What
from moothall.domain.extensions import Channel
from moothall.domain.rounds import Round
from moothall.web.components.fields import DayField
from moothall.web.council.forms.choices import offer
from moothall.web.council.forms.proofs import ProofField

_CHANNELS = [(one.value, one.words[0].upper() + one.words[1:]) for one in Channel]
_MOST = 8000


def _words(label: str, *, rows: int = 5, **said: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=_MOST, widget=forms.Textarea(attrs={"rows": rows}), **said)


class AskForm(forms.Form):
    """A question, as it was put."""

    kind = forms.ChoiceField(
        label="Who was asked",
        widget=forms.RadioSelect,
        choices=[(one.value, one.words) for one in Asked],
        error_messages={"required": "Choose what kind of body was asked"},
    )
    whom = forms.CharField(
        label="Its name", max_length=200, help_text="The office, mailbox or group, as you know it.",
        error_messages={"required": "Name whom you asked"},
    )  # fmt: skip
    asker = forms.CharField(
        label="Who asked, as a post or a team", max_length=200,
        error_messages={"required": "Say which post or team asked"},
    )  # fmt: skip
    on = DayField(label="When it was asked", help_text="For example, 24 4 2024")
    channel = forms.ChoiceField(
        label="How it was asked", widget=forms.RadioSelect, choices=_CHANNELS,
        error_messages={"required": "Choose how it was asked"},
    )  # fmt: skip
    words = _words("The question, in your words as put", error_messages={"required": "Write the question"})
    bears_on = forms.MultipleChoiceField(
        label="What of the round it bears on, if anything", required=False, widget=forms.CheckboxSelectMultiple
    )
    proof = ProofField(label="What you sent, if it is a file", required=False)

    def __init__(self, *args: Any, round_: Round, **said: Any) -> None:
        super().__init__(*args, **said)
        offer(self, "bears_on", bearing(round_).items())

    def put(self) -> Put:
        """What was entered, as the deed takes it."""
        found = dict(self.cleaned_data)
        return Put(kind=Asked(found.pop("kind")), channel=Channel(found.pop("channel")), **found)


def bearing(round_: Round) -> dict[str, str]:
    """What a question may bear on: the questions and requirements of the round, each in words."""
    found = {one.id: f"{one.id} {one.title}" for _, one in round_.questions()}
    return found | {one.id: one.text for one in round_.requirements}


class AnswerForm(forms.Form):
    """An answer, as it was given."""

    who = forms.CharField(
        label="Who answered", max_length=200, help_text="The office or post.",
        error_messages={"required": "Say who answered"},
    )  # fmt: skip
    on = DayField(label="When they answered")
    channel = forms.ChoiceField(
        label="How they answered", widget=forms.RadioSelect, choices=_CHANNELS,
        error_messages={"required": "Choose how they answered"},
    )  # fmt: skip
    words = _words("The answer, in their words", required=False, help_text="Leave it empty where you bring the file.")
    proof = ProofField(label="The answer, if it is a file", required=False)

    def said(self) -> Said:
        """What was entered, as the deed takes it."""
        found = self.cleaned_data
        return Said(What.ANSWERED, found["on"], found["who"], Channel(found["channel"]), found["words"])


class ChaseForm(forms.Form):
    """That an answer was asked for again."""

    on = DayField(label="When it was chased")
    channel = forms.ChoiceField(
        label="How it was chased", widget=forms.RadioSelect, choices=_CHANNELS,
        error_messages={"required": "Choose how it was chased"},
    )  # fmt: skip
    words = _words("In which words, if you keep them", rows=3, required=False)

    def said(self) -> Said:
        """What was entered, as the deed takes it."""
        found = self.cleaned_data
        return Said(What.CHASED, found["on"], channel=Channel(found["channel"]), words=found["words"])


class TakeBackForm(forms.Form):
    """A question that no longer stands."""

    words = _words("Why it is taken back", rows=3, error_messages={"required": "Say why it is taken back"})


class ShareForm(forms.Form):
    """With whom an answer is shared, and whether with the council's name."""

    how = forms.ChoiceField(
        label="How it is shared", widget=forms.RadioSelect, error_messages={"required": "Choose how it is shared"}
    )

    def __init__(self, *args: Any, council: str, is_shared: bool, **said: Any) -> None:
        super().__init__(*args, **said)
        ways = [("named", f"With our name, {council}"), ("unnamed", "Without our name: “a council in this round”")]
        offer(self, "how", [*ways, ("no", "Not any more")] if is_shared else ways)
