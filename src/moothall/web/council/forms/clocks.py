"""The form of any clock filled in by the council's own rules. What a person changes in it goes before the rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from moothall.domain import own_rules
from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.clock_arguments import ClockQuestion, Reads
from moothall.domain.own_arguments import fillings_of, makers_of
from moothall.domain.own_rules import OwnRules
from moothall.domain.refusals import Refusal
from moothall.domain.rulebook import Rulebook
from moothall.domain.rulebook_packs import MAIN_MAKER
from moothall.web.components.words import first_upper
from moothall.web.council.rule_rows import MAKERS
from moothall.web.public.forms.clocks import BESIDE, PARTS, ClockForm

MAKER, FILLED_ON, FILLED_FOR = "maker", "filled_on", "filled_for"
FURTHER = (MAKER, FILLED_ON, FILLED_FOR)


@dataclass(frozen=True)
class Counted:
    """By what a council counts: its rulebook, how it is run where that does not say, and the day looked from."""

    book: Rulebook
    governance: Governance
    today: date

    def model(self) -> Governance:
        """How the council is run on the day looked from."""
        return self.book.governance_on(self.today) or self.governance


class OwnClockForm(ClockForm):
    """A clock's form whose boxes hold what the council's rules of a day say; it asks who decides, where that matters.

    ``filled_on`` and ``filled_for`` go with it, so that a box left as it was filled in is no answer of the person's.
    """

    def __init__(self, question: ClockQuestion, by: Counted, data: QueryDict | None = None) -> None:
        super().__init__(question, data)
        self.by = by
        self.sent = frozenset(data or ())  # the names in the address itself, before the boxes it leaves out are filled
        self.filled: OwnRules | None = None if data is None else _filled_before(question, by, data)
        for row in fillings_of(question.name):
            for key in row.keys:
                self.fields[key].required = False  # where the box is empty the rule says it, or the clock asks for it
        if asks_maker(question):
            possible = makers_of(question.name)
            main = MAIN_MAKER[by.model()]
            self.fields[MAKER] = forms.ChoiceField(
                label="Whose decision or meeting is it?",
                choices=[(kind.value, first_upper(MAKERS[kind])) for kind in possible],
                initial=(main if main in possible else possible[0]).value,
                required=False,
                widget=forms.RadioSelect,
                error_messages={"invalid_choice": "Choose one of those who decide"},
            )

    def names(self) -> set[str]:
        """Every name an address may use to ask this clock."""
        return super().names() | set(FURTHER)

    @property
    def maker(self) -> BodyKind | None:
        """Who decides, where the form asks for it and it was said."""
        said = self.cleaned_data.get(MAKER)
        return BodyKind(said) if said else None

    def own_words(self) -> dict[str, str]:
        """The arguments that a person gave: in the address, and other than the rules had filled in."""
        filled = self.filled.arguments if self.filled else None
        return {key: value for key, value in self.said.items() if self._is_given(key, value, filled)}

    def fill(self, own: OwnRules) -> None:
        """Let boxes that say nothing hold what the rules say, before anything is asked."""
        self.filled = own
        for key, value in own.arguments.items():
            self.initial[key] = _in_a_box(value)

    def asked_first(self) -> list[Any]:
        """The field that asks who decides."""
        return [self[MAKER]] if MAKER in self.fields else []

    def _is_given(self, key: str, value: str, filled: Mapping[str, Any] | None) -> bool:
        parts = [f"{key}_{part}" for part in PARTS]
        if not self.sent & {key, *parts}:
            return False
        if filled is None or (key in self.question.needs and key not in filled):
            return True
        return not own_rules.is_same(filled[key], value) if key in filled else value != self.ordinary(key)

    def _as_boxes(self, data: QueryDict) -> Any:
        boxes = super()._as_boxes(data)
        if MAKER not in data and asks_maker(self.question):
            boxes.setlist(MAKER, [])
        return boxes


def asks_maker(question: ClockQuestion) -> bool:
    """Whether a page must ask who decides: the rules may differ by it, and no argument of the clock says it."""
    keys = {argument.key for argument in question.arguments}
    return len(makers_of(question.name)) > 1 and not keys & {"taker", "body"}


def opened(question: ClockQuestion, by: Counted) -> OwnClockForm:
    """The form before anything is asked, filled in by the rules of the day looked from."""
    form = OwnClockForm(question, by)
    maker = form.fields[MAKER].initial if MAKER in form.fields else None
    form.fill(_filling(question, by, by.today, BodyKind(maker) if maker else None))
    return form


def shown_again(form: OwnClockForm, given: Mapping[str, str], own: OwnRules) -> OwnClockForm:
    """The form beside its answer: what was given, and in the other boxes what the rules of the day asked about say."""
    data = QueryDict(mutable=True)
    day = own.day or form.by.today
    filled = _filling(form.question, form.by, day, own.maker)
    arguments = {argument.key: argument for argument in form.question.arguments}
    for key, value in {**{key: _in_a_box(value) for key, value in filled.arguments.items()}, **given}.items():
        many = key in arguments and arguments[key].holds is Reads.CHOICES
        data.setlist(key, value.split(",") if many else [value])
    if MAKER in form.fields:
        data[MAKER] = own.maker.value if own.maker else ""
    for part in (BESIDE.key, *(f"{BESIDE.key}_{name}" for name in PARTS)):
        if form.data.get(part):
            data[part] = form.data[part]
    again = OwnClockForm(form.question, form.by, data)
    again.filled = filled
    again.is_valid()
    return again


def rules_today(question: ClockQuestion, by: Counted) -> OwnRules:
    """What the rules of the day looked from say to a clock of which nothing is asked yet."""
    return _filling(question, by, by.today, None, form=False)


def _filling(question: ClockQuestion, by: Counted, day: date, maker: BodyKind | None, *, form: bool = True) -> OwnRules:
    """What the rules fill in before anything is said, for a maker or for the one that decides most."""
    possible = makers_of(question.name)
    main = MAIN_MAKER[by.book.governance_on(day) or by.governance]
    who = maker or (main if main in possible or not possible else possible[0])
    return own_rules.own_arguments(question.name, by.book, day, who, form=form)


def _filled_before(question: ClockQuestion, by: Counted, data: Mapping[str, Any]) -> OwnRules | None:
    """What the boxes held when the form was sent out, as it says itself; None for an address written by hand."""
    try:
        day, kind = date.fromisoformat(str(data.get(FILLED_ON))), BodyKind(str(data.get(FILLED_FOR)))
        return _filling(question, by, day, kind)
    except (ValueError, Refusal):
        return None


def _in_a_box(value: Any) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
