"""The words of a notice, giving it, whose agreement it rests on, and withdrawing it."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils import timezone

from moothall.domain.consents import Chair, Chairs, Consent, Rung
from moothall.domain.notice_checks import asked_of
from moothall.domain.notices import Given, Notice, Said
from moothall.web.components.fields import DayField
from moothall.web.council.forms.meetings import TIMES

LONGEST = 20_000
_TIME_WRONG = "Enter a time of day, such as 6pm or 18:00"


class MomentForm(forms.Form):
    """A day and a time that together say when something went up. The moment as one value is ``moment``."""

    on_day = DayField(label="The day it went up")
    at_time = forms.TimeField(
        label="The time",
        input_formats=TIMES,
        help_text="As exactly as is known, such as 4.55pm.",
        error_messages={"invalid": _TIME_WRONG, "required": _TIME_WRONG},
    )

    @property
    def moment(self) -> datetime:
        """The moment, in England's time."""
        day: date = self.cleaned_data["on_day"]
        at: time = self.cleaned_data["at_time"]
        return timezone.make_aware(datetime.combine(day, at))


class NoticeWordsForm(forms.Form):
    """A field for each particular of a notice, holding what it says now; and why, where it replaces another."""

    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, value: Notice, is_replacing: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._value = value
        says = {one.code: one for one in value.particulars}
        for asked in asked_of(value):
            said = says.get(asked.code)
            needed = "May be left out." if asked.optional else ""
            none = f"Where there was nothing: {asked.none}" if asked.none else ""
            source = f"From: {said.source}." if said and said.source else ""
            hint = " ".join(one for one in (f"{asked.asks[:1].upper()}{asked.asks[1:]}.", needed, none, source) if one)
            self.fields[asked.code] = forms.CharField(
                label=asked.label,
                required=False,
                max_length=LONGEST if asked.long else 600,
                initial=said.words if said else "",
                help_text=hint,
                widget=forms.Textarea(attrs={"rows": 4}) if asked.long else forms.TextInput(),
            )
        if is_replacing:
            self.fields["why"] = forms.CharField(
                label="Why does it take the place of the one before?",
                max_length=400,
                help_text="Such as: the meeting moved to 18 July.",
                error_messages={"required": "Say why the notice is replaced"},
            )

    def particulars(self) -> Sequence[Said]:
        """What was entered, each with where it came from as long as nobody changed it."""
        before = {one.code: one for one in self._value.particulars}
        found = []
        for asked in asked_of(self._value):
            words = str(self.cleaned_data.get(asked.code) or "").replace("\r\n", "\n").strip()
            old = before.get(asked.code)
            source = old.source if old is not None and old.words.strip() == words else ""
            found.append(Said(asked.code, asked.label, words, source))
        return found


class GiveForm(MomentForm):
    """When, where and by whom a notice was given."""

    given_by = forms.CharField(
        label="Who put it up", max_length=200, error_messages={"required": "Name the officer who put it up"}
    )
    office = forms.CharField(
        label="At which office", required=False, max_length=200, help_text="Such as the Town Hall, notice board."
    )
    address = forms.CharField(
        label="Address of the page on the council's website",
        required=False,
        max_length=500,
        help_text="It begins with https://",
    )
    ending = forms.ChoiceField(
        label="Keep it as it stood, as",
        choices=[("html", "A web page to print"), ("docx", "A Word document")],
        widget=forms.RadioSelect,
        initial="html",
    )

    def __init__(self, *args: Any, lacks: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if lacks:
            self.fields["lacking_why"] = forms.CharField(
                label="Why did it go up all the same?",
                required=False,
                max_length=400,
                help_text="It lacks something the law asks for. Your reason stays on record.",
            )

    def given(self) -> Given:
        """What was entered, as the domain has it."""
        said = self.cleaned_data
        return Given(self.moment, said["given_by"], said["office"], said["address"])


_CHAIRS = [
    (Chair.ABLE.value, "There is one, able to act"),
    (Chair.UNABLE.value, "There is one, unable to act"),
    (Chair.NONE.value, "There is none"),
]


class AgreementForm(forms.Form):
    """Whose agreement opened a shorter way, as regulations 5(6) and 11(1) have it."""

    scrutiny = forms.ChoiceField(label="The chair of the relevant scrutiny committee", choices=_CHAIRS)
    council = forms.ChoiceField(label="The chair of the council", choices=_CHAIRS)
    rung = forms.ChoiceField(
        label="Whose agreement is it?",
        choices=[(one.value, one.in_words[:1].upper() + one.in_words[1:]) for one in Rung],
        widget=forms.RadioSelect,
        initial=Rung.SCRUTINY_CHAIR.value,
    )
    by = forms.CharField(label="Their name", max_length=200, error_messages={"required": "Name who agreed"})
    obtained_by = forms.CharField(
        label="Who obtained it",
        max_length=200,
        help_text="The decision maker, by the name on the route. Nobody else may.",
        error_messages={"required": "Name who obtained it"},
    )
    given_on = DayField(label="The day it was given")
    because = forms.CharField(
        label="Why is it urgent, and cannot reasonably be deferred?",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Say why it is urgent"},
    )

    def chairs(self) -> Chairs:
        """How it stands with the two chairs."""
        return Chairs(Chair(self.cleaned_data["scrutiny"]), Chair(self.cleaned_data["council"]))

    def consent(self) -> Consent:
        """The agreement as the rules take it."""
        said = self.cleaned_data
        return Consent(Rung(said["rung"]), said["by"], said["obtained_by"], said["given_on"], said["because"])
