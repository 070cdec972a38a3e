"""Taking on a further obligation, saying where it is answered, sending for it, and ending it."""

from collections.abc import Mapping
from typing import Any

from django import forms

from moothall.domain.rounds import Round
from moothall.web.council.forms.choices import offer

CHANNELS = (("email", "By e-mail"), ("portal", "Through a form of theirs"), ("by hand", "By hand or by post"))


class TakeOnForm(forms.Form):
    """Which round, and for whom where it is not the council itself."""

    round_slug = forms.ChoiceField(label="Round")
    subject = forms.CharField(
        label="For whom, if not for the council itself",
        required=False,
        max_length=200,
        help_text="Such as the pension fund that the council runs. Leave it empty for the council.",
    )

    def __init__(self, data: Any = None, *, rounds: tuple[Round, ...]) -> None:
        super().__init__(data)
        offer(self, "round_slug", [("", "Choose a round"), *((one.slug, one.title) for one in rounds)])


class WhereForm(forms.Form):
    """The part of the plan that answers, or words. ``parts`` is empty for a requirement, which only has words."""

    part = forms.ChoiceField(label="Where the plan answers it", required=False)
    words = forms.CharField(label="Or why it does not", required=False, widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, data: Any = None, *, parts: Mapping[str, str], is_requirement: bool, initial: Any) -> None:
        super().__init__(data, initial=initial)
        if is_requirement:
            del self.fields["part"]
            self.fields["words"].label = "How it is met"
        else:
            named = ((key, f"{key} {title}") for key, title in parts.items())
            offer(self, "part", [("", "Nowhere yet"), *named])


class SendForm(forms.Form):
    """The certificate, how it was sent and to whom, and on which decision it rests where the plan's names nothing."""

    words = forms.CharField(label="Certificate", widget=forms.Textarea(attrs={"rows": 4}))
    rests_on = forms.CharField(
        label="On which decision it rests",
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="The body, the day and the minute that resolved to send it for this obligation.",
    )
    channel = forms.ChoiceField(label="How it is sent", choices=CHANNELS, widget=forms.RadioSelect, initial="email")
    recipient = forms.CharField(label="To whom", max_length=300)

    def __init__(self, data: Any = None, *, limb: str, initial: Any) -> None:
        super().__init__(data, initial=initial)
        if limb:
            del self.fields["rests_on"]


class EndForm(forms.Form):
    """Why the plan answers it no longer."""

    reason = forms.CharField(label="Why the plan answers it no longer", max_length=400)
