"""Asking for a later day, what was answered, correcting either, and taking a request back."""

from django import forms

from moothall.apps.extensions.actions import Said
from moothall.domain.extensions import Channel, Reply
from moothall.web.components.fields import DayField
from moothall.web.council.forms.proofs import ProofField

_CHANNELS = [(one.value, one.words[0].upper() + one.words[1:]) for one in Channel]
_MOST = 8000


def _words(label: str, *, rows: int = 4, **said: object) -> forms.CharField:
    return forms.CharField(label=label, max_length=_MOST, widget=forms.Textarea(attrs={"rows": rows}), **said)  # type: ignore[arg-type]


class AskedForm(forms.Form):
    """A request for a later day, as it was made."""

    who = forms.CharField(
        label="Whom you asked",
        max_length=200,
        help_text="The office or mailbox, as the letter of the round names it.",
        error_messages={"required": "Say whom you asked"},
    )
    on = DayField(label="When you asked", help_text="For example, 24 6 2024")
    channel = forms.ChoiceField(
        label="How you asked",
        widget=forms.RadioSelect,
        choices=_CHANNELS,
        error_messages={"required": "Choose how you asked"},
    )
    until_on = DayField(
        label="Which day you asked for, if you named one", required=False, help_text="Leave it empty if you named none."
    )
    why = _words("Why a later day is needed", rows=3, error_messages={"required": "Say why a later day is needed"})
    words = _words("In which words you asked", error_messages={"required": "Give the words you asked in"})
    proof = ProofField(label="What you sent, if it is a file", required=False)

    def said(self) -> Said:
        """What was entered, as the deed takes it."""
        found = self.cleaned_data
        return Said(
            on=found["on"],
            who=found["who"],
            channel=Channel(found["channel"]),
            words=found["words"],
            why=found["why"],
            until_on=found["until_on"],
            proof=found["proof"],
        )


class AnsweredForm(forms.Form):
    """What came of a request."""

    reply = forms.ChoiceField(
        label="What came of it",
        widget=forms.RadioSelect,
        choices=[
            (Reply.GRANTED.value, "Granted, to a later day"),
            (Reply.REFUSED.value, "Refused"),
            (Reply.NO_ANSWER.value, "No answer"),
        ],
        error_messages={"required": "Choose what came of it"},
    )
    until_on = DayField(label="Granted to which day", required=False, help_text="Only where it was granted.")
    who = forms.CharField(
        label="Who answered",
        max_length=200,
        required=False,
        help_text="The office, and the name on the answer. Leave it empty where nobody answered.",
    )
    on = DayField(label="When they answered", help_text="Where nobody answered: the day up to which you waited.")
    channel = forms.ChoiceField(
        label="How they answered", widget=forms.RadioSelect, required=False, choices=[*_CHANNELS, ("", "Not at all")]
    )
    words = _words("In which words", required=False)
    proof = ProofField(label="The answer, if it is a file", required=False)

    def said(self) -> Said:
        """What was entered, as the deed takes it."""
        found = self.cleaned_data
        return Said(
            on=found["on"],
            who=found["who"],
            channel=Channel(found["channel"]) if found["channel"] else None,
            words=found["words"],
            until_on=found["until_on"],
            reply=Reply(found["reply"]),
            proof=found["proof"],
        )


class WithdrawForm(forms.Form):
    """A request taken back."""

    reason = _words("Why it is taken back", rows=3, error_messages={"required": "Say why it is taken back"})


class CorrectAskedForm(AskedForm):
    """A request, put right."""

    reason = _words("Why this is corrected", rows=2, error_messages={"required": "Say why it is corrected"})


class CorrectAnsweredForm(AnsweredForm):
    """An answer, put right."""

    reason = _words("Why this is corrected", rows=2, error_messages={"required": "Say why it is corrected"})
