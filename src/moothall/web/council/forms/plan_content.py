"""Putting a statement of a plan right: a form for each kind, with whose words it is and where it stands."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms

from moothall.domain.plans import AnswerStatus, CommitmentStatus, Direction
from moothall.domain.rounds import Round
from moothall.domain.statements import (
    AskFound,
    BarrierFound,
    Basis,
    CommitmentFound,
    FigureFound,
    MeasureFound,
    MilestoneFound,
    NonAnswerFound,
    PartnershipFound,
    Period,
    QuotationFound,
    Recurrence,
    SectionFound,
    Side,
    Statement,
    TechnologyFound,
    Value,
    Voice,
)
from moothall.web.components.fields import DayField
from moothall.web.council.forms.choices import offer
from moothall.web.council.statement_words import ANSWER, BASIS, DIRECTION, RECURRENCE, STATUS

OURS, OTHERS = "ours", "others"
_NOT_SAID = ("", "The document does not say")


def places(round_: Round) -> list[tuple[str, str]]:
    """Where a statement may stand: each theme as a whole and each of its questions, and under none."""
    found = []
    for theme in round_.themes:
        found.append((theme.key, f"{theme.title}: the theme as a whole"))
        found += [(one.id, f"{one.id} {one.title}") for one in theme.questions]
    return [*found, ("", "Under none of the themes")]


def under(place: str, round_: Round) -> tuple[str | None, str | None]:
    """The theme and the question of a chosen place."""
    theme = next((theme.key for theme, one in round_.questions() if one.id == place), None)
    return (theme, place) if theme else (place or None, None)


def place_of(one: Statement) -> str:
    """The place a statement stands in, as it is chosen."""
    theme, question = one.place
    return question or theme or ""


class MoveForm(forms.Form):
    """Another question for a statement."""

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    place = forms.ChoiceField(label="Where does it belong?", widget=forms.RadioSelect, required=False)

    def __init__(self, *args: Any, round_: Round, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "place", places(round_))


class StatementForm(forms.Form):
    """What every correction asks beside the value itself. Subclasses name the fields of their kind of value."""

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, round_: Round, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["whose"] = forms.ChoiceField(
            label="Whose words are these?",
            widget=forms.RadioSelect,
            choices=[(OURS, "The council’s own"), (OTHERS, "Somebody else’s, quoted or reported")],
        )
        self.fields["who_says"] = forms.CharField(
            label="Who says it, if not the council", required=False, max_length=200
        )
        self.fields["place"] = forms.ChoiceField(label="Where it belongs", required=False, choices=places(round_))

    def clean(self) -> dict[str, Any]:
        """Somebody else needs a name."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("whose") == OTHERS and not data.get("who_says"):
            self.add_error("who_says", "Write who says it, as the document names them.")
        return data

    @classmethod
    def stands(cls, one: Statement) -> dict[str, Any]:
        """What the boxes hold when the form is opened on a statement."""
        return {
            **cls.held(one.value),
            "whose": OURS if one.is_councils else OTHERS,
            "who_says": one.voice.name if one.voice and not one.is_councils else "",
            "place": place_of(one),
        }

    @staticmethod
    def held(value: Any) -> dict[str, Any]:
        """The boxes of the value itself."""
        raise NotImplementedError

    def value(self, before: Any) -> Value:
        """The value as the person left it. What the form has no box for stays as it was."""
        raise NotImplementedError

    def corrected(self, before: Statement, round_: Round) -> Statement:
        """The whole statement as the person left it."""
        data = self.cleaned_data
        voice = before.voice if before.is_councils else None
        if data["whose"] == OTHERS:
            is_same = before.voice is not None and before.voice.name == data["who_says"]
            voice = before.voice if is_same and not before.is_councils else Voice(data["who_says"], Side.OTHER)
        changed = replace(before, value=self.value(before.value), voice=voice)
        return changed if data["place"] == place_of(before) else changed.under(*under(data["place"], round_))


def _text(label: str, rows: int = 4) -> forms.CharField:
    return forms.CharField(
        label=label,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": "Write what the document says, or go back and reject the statement."},
    )


def _line(label: str, hint: str = "", *, required: bool = False, most: int = 300) -> forms.CharField:
    return forms.CharField(label=label, help_text=hint, required=required, max_length=most)


def _choice(label: str, words: dict[Any, str], *, required: bool = True) -> forms.ChoiceField:
    choices = [(one.value, said) for one, said in words.items()]
    return forms.ChoiceField(
        label=label,
        widget=forms.RadioSelect,
        required=required,
        choices=choices if required else [*choices, _NOT_SAID],
    )


class SectionForm(StatementForm):
    """The words under a heading, which would be the answer."""

    text = _text("The words", 12)

    @staticmethod
    def held(value: SectionFound) -> dict[str, Any]:
        """The words."""
        return {"text": value.text}

    def value(self, before: SectionFound) -> SectionFound:
        """The section with the words as they were left."""
        return replace(before, text=self.cleaned_data["text"].replace("\r\n", "\n"))


class CommitmentForm(StatementForm):
    """A commitment."""

    text = _text("What the council did, does or will do")
    status = _choice("How far it is", STATUS)
    who = _line("Who answers for it")

    @staticmethod
    def held(value: CommitmentFound) -> dict[str, Any]:
        """Its words, how far it is, and who."""
        return {"text": value.text, "status": value.status.value, "who": value.who or ""}

    def value(self, before: CommitmentFound) -> CommitmentFound:
        """The commitment as it was left."""
        data = self.cleaned_data
        return replace(
            before, text=data["text"], status=CommitmentStatus(data["status"]), who=data["who"] or None
        )  # fmt: skip


class MilestoneForm(StatementForm):
    """A milestone."""

    text = _text("The step")
    due_on = DayField(
        label="The day it is due",
        help_text="The last day it can mean: for “by March” it is the 31st",
        required=False,
    )

    @staticmethod
    def held(value: MilestoneFound) -> dict[str, Any]:
        """Its words and its day."""
        return {"text": value.text, "due_on": value.due.last_on or value.due.first_on}

    def value(self, before: MilestoneFound) -> MilestoneFound:
        """The milestone as it was left; its day as written stays beside the day a person gave."""
        day = self.cleaned_data["due_on"]
        due = before.due
        if day != (due.last_on or due.first_on):
            due = Period(due.written, day, day)
        return MilestoneFound(self.cleaned_data["text"], due)


class MeasureForm(StatementForm):
    """A measure."""

    title = _line("Measure", required=True)
    unit = _line("Unit", "In words: % of the pay bill, days, £.", most=120)
    direction = _choice("Which way is better", DIRECTION, required=False)
    baseline = _line("Where it started", most=60)
    baseline_period = _line("When that was", most=60)
    target = _line("What the council aims at", most=120)
    source = _line("Where it is already reported")

    @staticmethod
    def held(value: MeasureFound) -> dict[str, Any]:
        """Its fields."""
        names = ("title", "unit", "baseline", "baseline_period", "target", "source")
        return {name: getattr(value, name) or "" for name in names} | {
            "direction": value.direction.value if value.direction else ""
        }

    def value(self, before: MeasureFound) -> MeasureFound:
        """The measure as it was left."""
        names = ("unit", "baseline", "baseline_period", "target", "source")
        given = {name: self.cleaned_data[name] or None for name in names}
        direction = self.cleaned_data["direction"]
        return replace(
            before, title=self.cleaned_data["title"], direction=Direction(direction) if direction else None, **given
        )


class FigureForm(StatementForm):
    """A figure."""

    amount = forms.DecimalField(label="Number", help_text="In whole units: 1200000 for £1.2m.", max_digits=24)
    unit = _line("Unit", "£, %, FTE, days.", required=True, most=120)
    per = _line("Counted by", "For example: year, household.", most=60)
    period = _line("For which time", "As the document writes it.", most=120)
    basis = _choice("What it is", BASIS, required=False)
    recurrence = _choice("Does it come once or every year?", RECURRENCE, required=False)
    source = _line("Whose figure it is, if the document says")

    @staticmethod
    def held(value: FigureFound) -> dict[str, Any]:
        """Its number and what is said of it."""
        return {
            "amount": value.value,
            "unit": value.unit,
            "per": value.per or "",
            "period": value.period.written if value.period else "",
            "basis": value.basis.value if value.basis else "",
            "recurrence": value.recurrence.value if value.recurrence else "",
            "source": value.source or "",
        }

    def value(self, before: FigureFound) -> FigureFound:
        """The figure as it was left; a time in other words is no longer worked out to days."""
        data = self.cleaned_data
        period = before.period
        if data["period"] != (period.written if period else ""):
            period = Period(data["period"]) if data["period"] else None
        return replace(
            before,
            value=data["amount"],
            unit=data["unit"],
            per=data["per"] or None,
            period=period,
            basis=Basis(data["basis"]) if data["basis"] else None,
            recurrence=Recurrence(data["recurrence"]) if data["recurrence"] else None,
            source=data["source"] or None,
        )


class PartnershipForm(StatementForm):
    """Work with others."""

    name = _line("The partnership’s own name")
    partners = forms.CharField(
        label="Partners, one on a line", required=False, widget=forms.Textarea(attrs={"rows": 4})
    )

    @staticmethod
    def held(value: PartnershipFound) -> dict[str, Any]:
        """Its name and its partners."""
        return {"name": value.name or "", "partners": "\n".join(value.partners)}

    def clean(self) -> dict[str, Any]:
        """It needs one of the two."""
        data = super().clean()
        if not data.get("name") and not data.get("partners"):
            self.add_error("partners", "Name the partnership or its partners.")
        return data

    def value(self, before: PartnershipFound) -> PartnershipFound:
        """The partnership as it was left."""
        partners = tuple(line.strip() for line in self.cleaned_data["partners"].splitlines() if line.strip())
        return PartnershipFound(partners, self.cleaned_data["name"] or None)


class TechnologyForm(StatementForm):
    """A technology."""

    name = _line("Technology", required=True, most=120)

    @staticmethod
    def held(value: TechnologyFound) -> dict[str, Any]:
        """Its usual name."""
        return {"name": value.name}

    def value(self, before: TechnologyFound) -> TechnologyFound:
        """The technology under the name given."""
        return replace(before, name=self.cleaned_data["name"])


class _TextForm(StatementForm):
    text = _text("The words")

    @staticmethod
    def held(value: Any) -> dict[str, Any]:
        """The words."""
        return {"text": value.text}

    def value(self, before: Any) -> Value:
        """The value with the words as they were left."""
        changed: Value = replace(before, text=self.cleaned_data["text"])
        return changed


class AskForm(_TextForm):
    """What is asked, and of whom."""

    of = _line("Asked of")

    @staticmethod
    def held(value: AskFound) -> dict[str, Any]:
        """The words and who is asked."""
        return {"text": value.text, "of": value.of or ""}

    def value(self, before: AskFound) -> AskFound:
        """The ask as it was left."""
        return AskFound(self.cleaned_data["text"], self.cleaned_data["of"] or None)


class NonAnswerForm(StatementForm):
    """A question declined or pointed elsewhere."""

    status = _choice("What the plan does with the question", ANSWER)
    where = _line("Where it is answered", most=400)
    reason = forms.CharField(label="Why it is not answered", required=False, widget=forms.Textarea(attrs={"rows": 3}))

    @staticmethod
    def held(value: NonAnswerFound) -> dict[str, Any]:
        """How it is declined, the place and the reason."""
        return {"status": value.status.value, "where": value.where or "", "reason": value.reason or ""}

    def value(self, before: NonAnswerFound) -> NonAnswerFound:
        """The non-answer as it was left."""
        data = self.cleaned_data
        return NonAnswerFound(
            AnswerStatus(data["status"]), before.about, data["where"] or None, data["reason"] or None
        )  # fmt: skip


_FORMS: dict[type, type[StatementForm]] = {
    SectionFound: SectionForm,
    CommitmentFound: CommitmentForm,
    MilestoneFound: MilestoneForm,
    MeasureFound: MeasureForm,
    FigureFound: FigureForm,
    PartnershipFound: PartnershipForm,
    TechnologyFound: TechnologyForm,
    BarrierFound: _TextForm,
    AskFound: AskForm,
    NonAnswerFound: NonAnswerForm,
    QuotationFound: _TextForm,
}


def form_for(one: Statement, data: Any, *, round_: Round, revision: int) -> StatementForm:
    """The form that corrects a statement, opened on it as it stands."""
    kind = _FORMS[type(one.value)]
    return kind(data, round_=round_, initial={**kind.stands(one), "revision": revision})
