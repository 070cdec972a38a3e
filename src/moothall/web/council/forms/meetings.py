"""Bringing a council's meetings in, checking what was understood, adding, moving and cancelling one."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from moothall.documents.reading import meetings as reading
from moothall.documents.reading.document import Unreadable
from moothall.documents.reading.meetings import MeetingList
from moothall.domain.authorities import BodyKind
from moothall.domain.calendars import Comparison, Gone, KeptMeeting, is_moved_apart
from moothall.domain.days import in_words
from moothall.web.components.fields import WrittenDayField
from moothall.web.council.forms.choices import offer

KIND_WORDS = {
    BodyKind.EXECUTIVE: "The executive (Cabinet)",
    BodyKind.FULL_COUNCIL: "Full Council",
    BodyKind.COMMITTEE: "A committee",
    BodyKind.SCRUTINY: "Scrutiny",
    BodyKind.INDIVIDUAL_MEMBER: "One member, who decides alone",
    BodyKind.OFFICER: "An officer, who decides alone",
}
KINDS = [(kind.value, words) for kind, words in KIND_WORDS.items()]
TIMES = ("%H:%M", "%H.%M", "%I%p", "%I %p", "%I.%M%p", "%I:%M%p", "%I.%M %p", "%I:%M %p")
STANDS, CANCELLED = "stands", "cancelled"
_TIME_WRONG = "Enter a time of day, such as 6pm or 18:00"
_WHY = "Say why, such as: moved because of the election"


class BringInForm(forms.Form):
    """A file or a paste. After validation ``found`` holds each line, and ``source`` says where it came from."""

    file = forms.FileField(
        label="A file",
        required=False,
        allow_empty_file=True,
        max_length=150,
        widget=forms.FileInput(attrs={"accept": ".ics,.csv,.txt,.tsv"}),
        help_text="A calendar (.ics) or a table (.csv), up to 5 MB.",
        error_messages={"max_length": "The name of the file is longer than 150 characters. Give it a shorter one."},
    )
    pasted = forms.CharField(
        label="Or paste the meetings",
        required=False,
        max_length=200_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="A line for each, as in: Cabinet - Tuesday, 13th July, 2027 6.00 pm. A table from Word will do.",
        error_messages={"max_length": "That is more than can be pasted. Bring in a file instead"},
    )
    found: MeetingList
    source = ""

    def __init__(self, *args: Any, as_of: date, until: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._as_of, self._until = as_of, until

    def clean(self) -> dict[str, Any]:
        """Read the one that was given. What cannot be read at all is said in its own sentence."""
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        file, pasted = cleaned.get("file"), cleaned.get("pasted", "").strip()
        if bool(file is not None and file is not False) == bool(pasted):
            raise ValidationError("Choose a file or paste the meetings: one of the two.")
        try:
            if file:
                if file.size > reading.LARGEST:
                    raise Unreadable("oversized", f"{file.name} is larger than 5 MB. Give only this year's meetings.")
                self.source = file.name
                self.found = reading.read_list(file.read(), name=file.name, as_of=self._as_of, until=self._until)
            else:
                self.source = f"a paste of {self._as_of.day} {self._as_of:%B %Y}"
                self.found = reading.read_pasted(pasted, as_of=self._as_of, until=self._until)
        except Unreadable as problem:
            self.add_error("file" if file else "pasted", problem.sentence)
            return cleaned
        if not self.found.lines:
            self.add_error(
                "file" if file else "pasted", "There is no meeting in it. Write a body and its day on a line"
            )
        return cleaned


class CheckForm(forms.Form):
    """What kind each new body is, and what became of meetings a newer list leaves out."""

    def __init__(self, *args: Any, found: Comparison, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._found = found
        self.bodies = dict(_new_bodies(found))
        for index, (body, kind) in enumerate(self.bodies.items()):
            self.fields[f"kind_{index}"] = forms.ChoiceField(label=body, choices=KINDS, initial=kind.value)
        for gone in found.vanished:
            field = forms.ChoiceField(label=_label(gone), widget=forms.RadioSelect, initial=STANDS)
            self.fields[f"gone_{gone.key}"] = field
            offer(self, f"gone_{gone.key}", _fates(gone, found))

    @property
    def kind_fields(self) -> list[Any]:
        """The fields that ask what kind of body it is."""
        return [self[name] for name in self.fields if name.startswith("kind_")]

    @property
    def gone_fields(self) -> list[Any]:
        """The fields that ask what became of a meeting."""
        return [self[name] for name in self.fields if name.startswith("gone_")]

    def kinds(self) -> dict[str, BodyKind]:
        """The kind of each new body by its name."""
        return {body: BodyKind(self.cleaned_data[f"kind_{index}"]) for index, body in enumerate(self.bodies)}

    def gone(self) -> list[Gone]:
        """What was answered of each meeting that the list leaves out and that does not simply stand."""
        found = []
        for one in self._found.vanished:
            said = self.cleaned_data[f"gone_{one.key}"]
            if said == CANCELLED:
                found.append(Gone(one.key, is_cancelled=True))
            elif said != STANDS:
                found.append(Gone(one.key, arrival=int(said)))
        return found

    def clean(self) -> dict[str, Any]:
        """One new line can be the new day of one meeting only."""
        cleaned = super().clean() or {}
        taken = [said for name, said in cleaned.items() if name.startswith("gone_") and said.isdigit()]
        if len(taken) != len(set(taken)):
            raise ValidationError("Two meetings cannot both have moved to the same day. Change one of the answers.")
        return cleaned


def _new_bodies(found: Comparison) -> Iterable[tuple[str, BodyKind]]:
    for one in found.changes:
        if one.kept is None and one.line.meeting is not None and not one.line.is_kind_said:
            yield one.line.meeting.body, one.line.meeting.kind


def _label(gone: KeptMeeting) -> str:
    return f"{gone.meeting.body}, {in_words(gone.meeting.on)}"


def _fates(gone: KeptMeeting, found: Comparison) -> list[tuple[str, str]]:
    moved = [
        (str(index), f"It is now on {in_words(one.line.meeting.on)}")
        for index, one in enumerate(found.arrivals)
        if one.line.meeting is not None and is_moved_apart(one, gone)
    ]
    return [(STANDS, "It still stands"), *moved, (CANCELLED, "It is cancelled")]


class MeetingDayForm(forms.Form):
    """The new day and time of a meeting, and why."""

    on = WrittenDayField(label="The new day", help_text="For example, 16 July 2024.")
    starts_at = forms.TimeField(
        label="Time",
        required=False,
        input_formats=TIMES,
        help_text="Such as 6pm.",
        error_messages={"invalid": _TIME_WRONG},
    )
    reason = forms.CharField(label="Why", max_length=300, error_messages={"required": _WHY})


class AddMeetingForm(forms.Form):
    """One meeting, typed."""

    body = forms.CharField(label="Body", max_length=200, error_messages={"required": "Name the body, such as Cabinet"})
    kind = forms.ChoiceField(
        label="What kind of body is it?",
        choices=[("", "Choose"), *KINDS],
        error_messages={"required": "Choose what kind of body it is"},
    )
    on = WrittenDayField(label="Day", help_text="For example, 16 July 2024.")
    starts_at = forms.TimeField(
        label="Time",
        required=False,
        input_formats=TIMES,
        help_text="Such as 6pm. Leave empty if it is not known.",
        error_messages={"invalid": _TIME_WRONG},
    )
    place = forms.CharField(label="Place", required=False, max_length=200)

    def clean_kind(self) -> BodyKind:
        """The kind as such."""
        return BodyKind(self.cleaned_data["kind"])


class ReasonForm(forms.Form):
    """Why something is done."""

    reason = forms.CharField(
        label="Why", max_length=300, error_messages={"required": "Say why"}, widget=forms.Textarea(attrs={"rows": 2})
    )
