"""A statement of a plan in words: what it is, what it says, and what else was read of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from moothall.domain.plans import AnswerStatus, CommitmentStatus, Direction
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
    Terms,
)

STATUS = {CommitmentStatus.DONE: "Done", CommitmentStatus.UNDER_WAY: "Under way", CommitmentStatus.PLANNED: "Planned"}
DIRECTION = {
    Direction.UP: "Higher is better",
    Direction.DOWN: "Lower is better",
    Direction.CONTEXT: "Neither way is better: it gives context",
}
BASIS = {
    Basis.ACTUAL: "What happened",
    Basis.EXPECTED: "What is expected",
    Basis.TARGET: "What is aimed at",
}
RECURRENCE = {Recurrence.ONE_OFF: "Once", Recurrence.RECURRING: "Every year"}
ANSWER = {AnswerStatus.ELSEWHERE: "Answered elsewhere", AnswerStatus.NOT_ANSWERED: "Declined, with a reason or without"}
SIDE = {
    Side.COUNCIL: "of the council",
    Side.GOVERNMENT: "of government",
    Side.AUDITOR: "an auditor",
    Side.REVIEWER: "a reviewer",
    Side.SECTOR: "of the sector",
    Side.PARTNER: "a partner",
    Side.PRESS: "the press",
    Side.RESIDENT: "a resident",
    Side.OTHER: "not known on whose side",
}


@dataclass(frozen=True, slots=True)
class Words:
    """What a page shows of a statement. ``is_quoted`` where ``text`` is the document's own words and not ours.

    ``about`` is the sentence a figure stands in, else empty.
    """

    label: str
    text: str
    notes: tuple[str, ...] = ()
    is_quoted: bool = True
    about: str = ""


def words(one: Statement) -> Words:
    """A statement in words."""
    label, text, notes = _TOLD[type(one.value)](one.value)
    whose = f"Words of {_inside(one.voice.name) or 'somebody not named'}, {SIDE[one.voice.side]}" if one.voice else ""
    is_ours_to_say = isinstance(one.value, FigureFound | PartnershipFound | TechnologyFound)
    about = one.value.about if isinstance(one.value, FigureFound) else ""
    return Words(label, text, tuple(part for part in (whose, *notes) if part), not is_ours_to_say, about)


_Told = tuple[str, str, list[str]]


def _section(value: SectionFound) -> _Told:
    more = [f"It answers {', '.join(value.questions)} together"] if len(value.questions) > 1 else []
    return f"Words under “{value.heading}”", value.text, more


def _commitment(value: CommitmentFound) -> _Told:
    return f"Commitment, {STATUS[value.status].lower()}", value.text, [*_part("Who", value.who), *_period(value.when)]


def _milestone(value: MilestoneFound) -> _Told:
    return "Milestone", value.text, [f"Due {_inside(value.due.written)}", *_days(value.due)]


def _measure(value: MeasureFound) -> _Told:
    notes = [
        *_part("Unit", value.unit),
        *([DIRECTION[value.direction]] if value.direction else []),
        *_part("Started at", _with(value.baseline, value.baseline_period)),
        *_part("Aims at", _with(value.target, value.target_period)),
        *_part("Source", value.source),
    ]
    return "Measure", value.title, notes


def _with(value: str | None, period: str | None) -> str | None:
    return f"{value} ({period})" if value and period else value


def _figure(value: FigureFound) -> _Told:
    notes = [
        *([BASIS[value.basis]] if value.basis else []),
        *([RECURRENCE[value.recurrence]] if value.recurrence else []),
        *({Terms.CASH: ["In cash"], Terms.REAL: ["In real terms"]}[value.terms] if value.terms else []),
        *_period(value.period),
        *([value.since.written[:1].upper() + value.since.written[1:]] if value.since else []),
        *_part("Whose figure", value.source),
    ]
    return "Figure", figure_in_words(value), notes


def figure_in_words(value: FigureFound) -> str:
    """A figure as one says it: "more than £1,200,000 a year, up"."""
    bound = {"lower": "more than ", "upper": "up to "}.get(value.bound or "", "")
    about = "about " if value.approximate else ""
    amount = _amount(value.value, value.unit)
    if value.upper is not None:
        amount = f"{amount} to {_amount(value.upper, value.unit)}"
    if value.before is not None:
        amount = f"from {_amount(value.before, value.unit)} to {amount}"
    per = f" a {value.per}" if value.per else ""
    change = {"up": ", a rise", "down": ", a fall"}.get(value.change or "", "") if value.before is None else ""
    return f"{bound}{about}{amount}{per}{change}"


def _amount(value: Decimal, unit: str) -> str:
    number = f"{value:,f}"
    if "." in number:
        number = number.rstrip("0").rstrip(".")
    if unit == "£":
        return f"£{number}" if value >= 0 else f"-£{number[1:]}"
    return f"{number}{unit}" if unit.startswith("%") else f"{number} {unit}".strip()


def _partnership(value: PartnershipFound) -> _Told:
    partners = ", ".join(value.partners)
    return "Partnership", value.name or partners, _part("With", partners) if value.name and partners else []


def _technology(value: TechnologyFound) -> _Told:
    return "Technology", value.name, [value.sort.replace("_", " ").capitalize()]


def _non_answer(value: NonAnswerFound) -> _Told:
    notes = [*_part("Where", value.where), *_part("Why", value.reason)]
    if not notes:
        notes = ["It gives neither a place nor a reason"]
    about = value.about or "A question"
    verb = "is answered elsewhere" if value.status is AnswerStatus.ELSEWHERE else "is not answered"
    return "Not answered on purpose", f"{about[:1].upper()}{about[1:]} {verb}", notes


def _period(value: Period | None) -> list[str]:
    return [f"When: {_inside(value.written)}", *_days(value)] if value else []


def _inside(written: str) -> str:
    """A time or a speaker as it stands in the middle of a sentence: "by March 2025", "the Minister"."""
    first, _, rest = written.partition(" ")
    is_small = first in (
        "By",
        "In",
        "From",
        "Over",
        "During",
        "Within",
        "Before",
        "After",
        "Until",
        "The",
        "This",
        "Next",
    )
    return f"{first.lower()} {rest}" if is_small else written


def _days(value: Period) -> list[str]:
    if value.first_on is None and value.last_on is None:
        return ["It gives no day"]
    return []


def _part(name: str, value: str | None) -> list[str]:
    return [f"{name}: {value}"] if value else []


_TOLD: dict[type, Callable[[Any], _Told]] = {
    SectionFound: _section,
    CommitmentFound: _commitment,
    MilestoneFound: _milestone,
    MeasureFound: _measure,
    FigureFound: _figure,
    PartnershipFound: _partnership,
    TechnologyFound: _technology,
    BarrierFound: lambda value: ("Barrier", value.text, []),
    AskFound: lambda value: ("Ask of government", value.text, _part("Asked of", value.of)),
    NonAnswerFound: _non_answer,
    QuotationFound: lambda value: ("Somebody else’s words", value.text, []),
}
