"""Certifying the return, saying how it went and what came back, and the settings of what follows."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone

from moothall.apps.returns.packs import Asked
from moothall.domain.packs import Channel, check_recipient
from moothall.domain.refusals import Refusal
from moothall.web.components.fields import DayField, OwnTimeField
from moothall.web.council.forms.proofs import ProofField

_MOST = 8000
_BY_HAND = [
    (Channel.MAILBOX.value, "By e-mail, from our own mailbox"),
    (Channel.PORTAL.value, "Through the recipient’s own form"),
    (Channel.HAND.value, "By hand or post"),
]
_WITH_ADDRESS = (Channel.MAIL.value, Channel.MAILBOX.value)


def _words(label: str, *, rows: int = 4, **said: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=_MOST, widget=forms.Textarea(attrs={"rows": rows}), **said)


class CertifyForm(forms.Form):
    """The certificate, where it goes, and the message it goes with."""

    words = _words(
        "Your certificate",
        help_text="It is printed on the certificate and the receipt with your name and post.",
        error_messages={"required": "Write what you certify"},
    )
    channel = forms.ChoiceField(
        label="How it goes", widget=forms.RadioSelect, error_messages={"required": "Choose how it goes"}
    )
    recipient = forms.CharField(
        label="To whom",
        max_length=254,
        help_text="The address the letter gives. Moothall ships none, because we could not confirm it.",
        error_messages={"required": "Give the address, the form or the office it goes to"},
    )
    again = forms.CharField(
        label="The same address again",
        max_length=254,
        required=False,
        help_text="Only where it goes by e-mail: a slip here would send the plan to a stranger.",
    )
    subject = forms.CharField(
        label="Subject of the message", max_length=200, error_messages={"required": "Give the message a subject"}
    )
    covering = _words("The message", rows=9, error_messages={"required": "Write the message the plan goes with"})
    with_report = forms.BooleanField(label="Send the public part of the covering report too", required=False)

    def __init__(self, *args: Any, mail_goes_out: bool, has_report: bool, **kwargs: Any) -> None:
        """Offer what is there: mail from here where a server is set, the report where there is one."""
        super().__init__(*args, **kwargs)
        own = [(Channel.MAIL.value, "By e-mail, sent by Moothall")] if mail_goes_out else []
        self.fields["channel"].choices = [*own, *_BY_HAND]  # type: ignore[attr-defined]
        if not has_report:
            del self.fields["with_report"]

    def clean(self) -> dict[str, Any]:
        """Hold the two addresses against each other where it goes by e-mail."""
        found: dict[str, Any] = super().clean() or {}
        if found.get("channel") in _WITH_ADDRESS and found.get("recipient"):
            try:
                found["recipient"] = check_recipient(found["recipient"], found.get("again", ""))
            except Refusal as refusal:
                self.add_error("again" if "same" in refusal.sentence else "recipient", str(refusal))
        return found

    def asked(self) -> Asked:
        """What was entered, as the pack is made of."""
        found = self.cleaned_data
        return Asked(
            words=found["words"],
            channel=Channel(found["channel"]),
            recipient=found["recipient"],
            subject=found["subject"],
            covering=found["covering"],
            with_report=found.get("with_report", False),
        )


class SentForm(forms.Form):
    """That somebody sent it themselves."""

    channel = forms.ChoiceField(
        label="How it was sent",
        widget=forms.RadioSelect,
        choices=_BY_HAND,
        error_messages={"required": "Choose how it was sent"},
    )
    recipient = forms.CharField(label="To whom", max_length=300, error_messages={"required": "Say to whom it was sent"})
    on = DayField(label="On which day", help_text="For example, 19 7 2024")
    time = OwnTimeField(label="At what time", help_text="For example, 10.42am")
    reference = forms.CharField(
        label="Their reference, if they gave one",
        max_length=200,
        required=False,
        help_text="The number a form shows when it is done, or of a parcel.",
    )
    proof = ProofField(label="What proves it: the mail as sent, or a picture of the screen", required=False)
    reason = _words("Why it was sent again", rows=3, required=False)

    def __init__(self, *args: Any, is_again: bool, **kwargs: Any) -> None:
        """Ask why only where it went before."""
        super().__init__(*args, **kwargs)
        if not is_again:
            del self.fields["reason"]

    def said(self) -> dict[str, Any]:
        """What was entered, as the deed takes it."""
        found = {name: value for name, value in self.cleaned_data.items() if name not in ("on", "time")}
        moment = datetime.fromisoformat(f"{self.cleaned_data['on']}T{self.cleaned_data['time']}")
        return {**found, "went_at": timezone.make_aware(moment)}


class AgainForm(forms.Form):
    """Sending it once more by mail."""

    recipient = forms.CharField(label="To which address", max_length=254)
    again = forms.CharField(label="The same address again", max_length=254)
    reason = _words("Why it goes again", rows=3, error_messages={"required": "Say why it goes again"})


class AskForm(forms.Form):
    """A question whether it has come."""

    recipient = forms.CharField(label="To which address", max_length=254)
    again = forms.CharField(label="The same address again", max_length=254)
    subject = forms.CharField(label="Subject of the message", max_length=200)
    words = _words("The message", rows=8, error_messages={"required": "Write what you ask"})


class AcknowledgedForm(forms.Form):
    """That it was received, as the recipient says."""

    on = DayField(label="When they acknowledged it", help_text="For example, 22 7 2024")
    who = forms.CharField(
        label="Who acknowledged it", max_length=200, error_messages={"required": "Say who acknowledged it"}
    )
    words = _words("In which words", required=False)
    reference = forms.CharField(label="Their reference, if they gave one", max_length=200, required=False)
    proof = ProofField(label="The acknowledgement, if it is a file", required=False)


class BouncedForm(forms.Form):
    """That it came back."""

    on = DayField(label="When it came back", help_text="For example, 19 7 2024")
    words = _words("What the mail said", error_messages={"required": "Copy what the mail said"})
    proof = ProofField(label="The mail that came back, if you have it", required=False)


class SettingsForm(forms.Form):
    """What follows the return."""

    page_address = forms.CharField(
        label="The plan’s page on our own website",
        max_length=400,
        required=False,
        help_text="The page, or the PDF itself. Leave it empty where the plan stands on Moothall alone.",
    )
    acknowledgement_days = forms.IntegerField(
        label="After how many days without an acknowledgement to say so",
        min_value=1,
        max_value=365,
        help_text="Our own number, 10, until you give another. No rule asks for one.",
    )
