"""The form of any clock, made from the arguments of its question: no clock has a form of its own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from moothall.domain.clock_arguments import Argument, ClockQuestion, Reads
from moothall.domain.known_then import AS_KNOWN_ON
from moothall.domain.refusals import Refusal
from moothall.web.components.fields import DayField, DaysField, OwnTimeField
from moothall.web.public.question_words import in_question_words
from moothall.web.public.refused_field import refused_field

PARTS = ("day", "month", "year")
TIME = "_time"  # the box for the time of an argument that may be a day or a day and time
BESIDE = Argument("beside", "the day to set beside it", "now", label="And beside it, as known on", reads=Reads.DAY)
_TRUE, _FALSE = {"true", "yes"}, {"false", "no"}
_DAYS = (Reads.DAY, Reads.DAY_OR_MOMENT)


class ClockForm(forms.Form):
    """What a clock is asked with. Filled in from the address, in which a date may be 2024-07-03 or three boxes."""

    def __init__(self, question: ClockQuestion, data: QueryDict | None = None) -> None:
        self.question = question
        self.arguments = {argument.key: argument for argument in (*question.arguments, AS_KNOWN_ON, BESIDE)}
        super().__init__(None if data is None else self._as_boxes(data))
        for argument in self.arguments.values():
            needed = argument.key in question.needs
            self.fields[argument.key] = _field(argument, needed=needed)
            if argument.holds is Reads.DAY_OR_MOMENT:
                self.fields[argument.key + TIME] = OwnTimeField(label="At what time?", required=False)

    def clean(self) -> dict[str, Any]:
        """What was read; a time without its day is said to lack it."""
        cleaned: dict[str, Any] = super().clean() or {}
        for key in self.arguments:
            if cleaned.get(key + TIME) and not cleaned.get(key) and key not in self.errors:
                self.add_error(key, "Enter the day that this time is on, such as 3 7 2024")
        return cleaned

    def names(self) -> set[str]:
        """Every name an address may use to ask this clock."""
        parts = {f"{key}_{part}" for key, one in self.arguments.items() if one.holds in _DAYS for part in PARTS}
        return set(self.fields) | parts

    @property
    def plain(self) -> dict[str, str]:
        """The arguments as the shell and the API take them, without those left at what they ordinarily are."""
        said = self.said
        return {key: value for key, value in said.items() if key in self.question.needs or value != self.ordinary(key)}

    @property
    def said(self) -> dict[str, str]:
        """Every argument that has a value, as the shell takes it, with those left at what they ordinarily are."""
        said = {}
        for key, argument in self.arguments.items():
            value = _plain(self.cleaned_data.get(key), self.cleaned_data.get(key + TIME), argument)
            if key != BESIDE.key and value:
                said[key] = value
        return said

    def ordinary(self, key: str) -> str:
        """The value an argument has where nothing is said, as it stands in its box; empty where there is none."""
        return _ordinary(self.arguments[key])

    @property
    def beside_on(self) -> date | None:
        """The day whose holidays are to stand beside the others, None for those known now."""
        found: date | None = self.cleaned_data.get(BESIDE.key)
        return found

    def refuse(self, refusal: Refusal) -> None:
        """Show a clock's sentence beside the field that it is about."""
        key = refused_field(refusal, self.question, self.plain)
        self.add_error(key, in_question_words(str(refusal), self.arguments.values()))

    def shown(self) -> list[Any]:
        """The fields that are always seen."""
        return self._bound(a for a in self.question.arguments if not self.question.is_advanced(a))

    def folded(self) -> list[Any]:
        """The fields that are folded away: how the council counts, and what is seldom asked."""
        return self._bound(a for a in self.question.arguments if self.question.is_advanced(a))

    def when_known(self) -> list[Any]:
        """The fields that ask with which table of holidays it was computed."""
        return self._bound((AS_KNOWN_ON, BESIDE))

    @property
    def folded_open(self) -> bool:
        """Whether a folded field is wrong, so that it must be seen. What was changed in it the answer says itself."""
        return any(bound.errors for bound in self.folded())

    @property
    def when_known_open(self) -> bool:
        """Whether the day of computing that was asked for is wrong."""
        return any(bound.errors for bound in self.when_known())

    def _bound(self, arguments: Iterable[Argument]) -> list[Any]:
        found = []
        for argument in arguments:
            found.append(self[argument.key])
            if argument.holds is Reads.DAY_OR_MOMENT:
                found.append(self[argument.key + TIME])
        return found

    def _as_boxes(self, data: QueryDict) -> MultiValueDict[str, str]:
        """What the address says in the names of the boxes, with the ordinary value of what it leaves out."""
        boxes: MultiValueDict[str, str] = MultiValueDict({key: data.getlist(key) for key in data})
        for key, argument in self.arguments.items():
            written = str(data.get(key, ""))
            if argument.holds in _DAYS and key in data:
                _split_day(boxes, key, written)
            elif argument.holds is Reads.CHOICES and key in data:
                boxes.setlist(key, _parts(data.getlist(key)))
            elif argument.holds is Reads.YES_NO and key in data:
                said = written.lower()
                boxes[key] = "yes" if said in _TRUE else "no" if said in _FALSE else written
            elif key not in data and argument.holds not in _DAYS:
                boxes.setlist(key, _initial_list(argument))
        return boxes


def _parts(written: list[str]) -> list[str]:
    return [part.strip() for value in written for part in value.split(",") if part.strip()]


def _split_day(boxes: MultiValueDict[str, str], key: str, written: str) -> None:
    """Put a day, or a day and time, written as 2024-07-03T17:15 into its boxes; anything else stays to be refused."""
    day, _, at = written.strip().partition("T")
    parts = day.split("-")
    in_boxes = reversed(parts) if len(parts) == len(PARTS) else (day, "", "")
    for name, part in zip(PARTS, in_boxes, strict=True):
        boxes[f"{key}_{name}"] = part.lstrip("0") or part
    if at:
        boxes[key + TIME] = at[:5]


def _field(argument: Argument, *, needed: bool) -> forms.Field:
    said: dict[str, Any] = {"label": argument.asked, "required": needed, "help_text": _hint(argument)}
    missing = f"Enter {argument.meaning}"
    match argument.holds:
        case Reads.DAY | Reads.DAY_OR_MOMENT:
            return DayField(**said, error_messages={"required": f"{missing}, such as 3 7 2024"})
        case Reads.DAYS:
            return DaysField(**said)
        case Reads.TIME:
            return OwnTimeField(**said)
        case Reads.YES_NO:
            return _radios(argument, (("yes", "Yes"), ("no", "No")), said)
        case Reads.CHOICE:
            return _radios(argument, argument.choices, said)
        case Reads.CHOICES:
            widget = forms.CheckboxSelectMultiple
            return forms.MultipleChoiceField(
                **said, choices=argument.choices, widget=widget, initial=_initial_list(argument)
            )
        case Reads.NUMBER:
            return forms.CharField(
                **said,
                max_length=40,
                initial=_ordinary(argument),
                validators=[
                    RegexValidator(r"^\d+$", f"{argument.asked} Enter a whole number, such as {_such_as(argument)}")
                ],
                widget=forms.TextInput(attrs={"inputmode": "numeric"}),
                error_messages={"required": f"{missing}, such as {_such_as(argument)}"},
            )
        case _:
            wrong = {"required": missing}
            return forms.CharField(**said, max_length=2000, initial=_ordinary(argument), error_messages=wrong)


def _such_as(argument: Argument) -> str:
    return argument.example or _ordinary(argument) or "5"


def _radios(argument: Argument, choices: tuple[tuple[str, str], ...], said: dict[str, Any]) -> forms.Field:
    ordinary = _ordinary(argument)
    if not said["required"] and not ordinary:
        words = argument.default or "none"
        choices = (*choices, ("", "Not said" if words == "none" else words[:1].upper() + words[1:]))
    wrong = "Choose one of these: " + ", ".join(text for _, text in choices)
    return forms.ChoiceField(
        **said,
        choices=choices,
        initial=ordinary,
        widget=forms.RadioSelect,
        error_messages={"required": wrong, "invalid_choice": wrong},
    )


def _hint(argument: Argument) -> str:
    """The hint, with what it ordinarily is where no box can show that."""
    default = argument.default or ""
    needs_words = argument.holds is Reads.NUMBER and default[:1].isdigit() and not default.isdigit()
    return f"{argument.hint} Ordinarily {default}.".strip() if needs_words else argument.hint


def _ordinary(argument: Argument) -> str:
    """The value an argument has where nothing is said, as it stands in a box; empty where there is none."""
    default = argument.default or ""
    match argument.holds:
        case Reads.YES_NO:
            return {"true": "yes", "false": "no"}.get(default, "")
        case Reads.CHOICE | Reads.CHOICES:
            known = {value for value, _ in argument.choices}
            return default if set(default.split(",")) <= known else ""
        case Reads.NUMBER:
            return default if default.isdigit() else ""
        case _:
            return ""


def _initial_list(argument: Argument) -> list[str]:
    ordinary = _ordinary(argument)
    return [ordinary] if argument.holds is not Reads.CHOICES else ordinary.split(",") if ordinary else []


def _plain(value: Any, at: Any, argument: Argument) -> str:
    """A value as the shell takes it: a date as 2024-07-03, several with commas."""
    if isinstance(value, date):
        return f"{value.isoformat()}T{at}" if at else value.isoformat()
    if isinstance(value, list | tuple):
        return ",".join(value)
    if argument.holds is Reads.YES_NO and value:
        return value if value == _ordinary(argument) else "true" if value == "yes" else "false"
    return str(value or "").strip()
