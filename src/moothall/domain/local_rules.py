"""One rule of a council's own: for which clock and whose decisions it holds, from when to when, and where it stands.

The table of clocks says what the constitution settles, in what shape it settles it, and what holds until it does.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from moothall.domain.authorities import BodyKind
from moothall.domain.call_in_rules import CallInRule
from moothall.domain.days import Length, Unit, in_words
from moothall.domain.refusals import Refusal

FIVE_CLEAR_DAYS = Length(5, Unit.WORKING)
TWENTY_EIGHT_CLEAR_DAYS = Length(28, Unit.CALENDAR)


class RuledClock(StrEnum):
    """What a council's constitution settles for itself, or may settle more strictly than the law."""

    CALL_IN = "call-in"
    CALL_IN_HOLD = "call-in-hold"
    CALL_IN_WAIVER = "call-in-waiver"
    CALL_IN_EXCLUSIONS = "call-in-exclusions"
    MEETING_NOTICE = "meeting-notice"
    AGENDA_PUBLICATION = "agenda-publication"
    COUNCIL_SUMMONS = "council-summons"
    MEMBER_NOTICE = "member-notice"
    KEY_DECISION_NOTICE = "key-decision-notice"
    KEY_DECISION_THRESHOLD = "key-decision-threshold"
    PRIVATE_MEETING_NOTICE = "private-meeting-notice"
    PRIVATE_MEETING_SECOND_NOTICE = "private-meeting-second-notice"
    OFFICER_DECISION_RECORDS = "officer-decision-records"
    SPECIAL_URGENCY_REPORT = "special-urgency-report"
    LATE_ITEM = "late-item"
    RETENTION = "retention"


@dataclass(frozen=True, slots=True)
class NoCallIn:
    """The rule that decisions of these makers are not open to call-in. ``reason`` says why, in a sentence."""

    reason: str


@dataclass(frozen=True, slots=True)
class Hold:
    """How long a decision that was called in waits to be heard, and whether the day of the call-in is day 1."""

    length: Length
    first_day_counts: bool = False


@dataclass(frozen=True, slots=True)
class Threshold:
    """A sum in pounds from which the council treats a decision as key: ``what`` says which spending or saving."""

    what: str
    pounds: int


@dataclass(frozen=True, slots=True)
class Policy:
    """What the constitution says, in words, and the sum in pounds from which it applies where it names one."""

    words: str
    pounds: int | None = None


@dataclass(frozen=True, slots=True)
class Every:
    """How often something is owed, in months."""

    months: int


@dataclass(frozen=True, slots=True)
class Kept:
    """For how many years records of decisions and their background papers are kept."""

    records: int
    papers: int


RuleValue = CallInRule | NoCallIn | Length | Hold | tuple[Threshold, ...] | Policy | Every | Kept


class Shape(StrEnum):
    """In what shape a rule is given."""

    CALL_IN = "call_in"
    CLEAR_DAYS = "clear_days"
    HOLD = "hold"
    THRESHOLDS = "thresholds"
    POLICY = "policy"
    EVERY = "every"
    KEPT = "kept"


_MEETING = frozenset(kind for kind in BodyKind if kind.meets)
_EXECUTIVE = frozenset({BodyKind.EXECUTIVE, BodyKind.INDIVIDUAL_MEMBER, BodyKind.OFFICER})
_ANY = frozenset(BodyKind)


@dataclass(frozen=True, slots=True)
class Ruling:
    """A clock as the constitution may settle it: whose decisions it can concern, and what holds until it does.

    ``otherwise`` is what is counted by where no rule is entered, None where nothing may be assumed; ``law`` says in a
    few words what the law itself has. The usual rule of call-in depends on governance and is kept with the defaults.
    """

    title: str
    shape: Shape
    makers: frozenset[BodyKind]
    law: str
    otherwise: Length | None = None


RULINGS: dict[RuledClock, Ruling] = {
    RuledClock.CALL_IN: Ruling("Call-in", Shape.CALL_IN, _ANY, "The Act sets no period."),
    RuledClock.CALL_IN_HOLD: Ruling(
        "How long a decision that was called in waits", Shape.HOLD, _ANY, "The Act suspends nothing."
    ),
    RuledClock.CALL_IN_WAIVER: Ruling(
        "Who may agree that call-in does not apply", Shape.POLICY, _ANY, "The Act has no urgency of this kind."
    ),
    RuledClock.CALL_IN_EXCLUSIONS: Ruling(
        "Decisions that cannot be called in", Shape.POLICY, _ANY, "The Act excludes none that is not carried out."
    ),
    RuledClock.MEETING_NOTICE: Ruling(
        "Notice of a meeting", Shape.CLEAR_DAYS, _MEETING, "Five clear days at least.", FIVE_CLEAR_DAYS
    ),
    RuledClock.AGENDA_PUBLICATION: Ruling(
        "Agenda and reports", Shape.CLEAR_DAYS, _MEETING, "Five clear days at least.", FIVE_CLEAR_DAYS
    ),
    RuledClock.COUNCIL_SUMMONS: Ruling(
        "Summons to the council",
        Shape.CLEAR_DAYS,
        frozenset({BodyKind.FULL_COUNCIL}),
        "Five clear days at least.",
        FIVE_CLEAR_DAYS,
    ),
    RuledClock.MEMBER_NOTICE: Ruling(
        "Papers for a member deciding alone",
        Shape.CLEAR_DAYS,
        frozenset({BodyKind.INDIVIDUAL_MEMBER}),
        "The law asks for none before the decision.",
    ),
    RuledClock.KEY_DECISION_NOTICE: Ruling(
        "Notice of a key decision", Shape.CLEAR_DAYS, _EXECUTIVE, "28 clear days at least.", TWENTY_EIGHT_CLEAR_DAYS
    ),
    RuledClock.KEY_DECISION_THRESHOLD: Ruling(
        "Sums from which a decision is key", Shape.THRESHOLDS, _EXECUTIVE, "The law says significant, and no figure."
    ),
    RuledClock.PRIVATE_MEETING_NOTICE: Ruling(
        "First notice of a private meeting",
        Shape.CLEAR_DAYS,
        frozenset({BodyKind.EXECUTIVE}),
        "28 clear days at least.",
        TWENTY_EIGHT_CLEAR_DAYS,
    ),
    RuledClock.PRIVATE_MEETING_SECOND_NOTICE: Ruling(
        "Second notice of a private meeting",
        Shape.CLEAR_DAYS,
        frozenset({BodyKind.EXECUTIVE}),
        "Five clear days at least.",
        FIVE_CLEAR_DAYS,
    ),
    RuledClock.OFFICER_DECISION_RECORDS: Ruling(
        "Officers’ decisions that are recorded",
        Shape.POLICY,
        frozenset({BodyKind.OFFICER}),
        "The regulations name no sum for executive decisions.",
    ),
    RuledClock.SPECIAL_URGENCY_REPORT: Ruling(
        "Reports on special urgency", Shape.EVERY, _EXECUTIVE, "At least one a year, at intervals the council fixes."
    ),
    RuledClock.LATE_ITEM: Ruling(
        "Late and urgent items",
        Shape.POLICY,
        _MEETING,
        "The executive’s regulations have no door for one; for the council it is in standing orders.",
    ),
    RuledClock.RETENTION: Ruling(
        "How long records are kept", Shape.KEPT, _ANY, "Six years for records and four for papers at least."
    ),
}
_TYPES: dict[Shape, tuple[type, ...]] = {
    Shape.CALL_IN: (CallInRule, NoCallIn),
    Shape.CLEAR_DAYS: (Length,),
    Shape.HOLD: (Hold,),
    Shape.THRESHOLDS: (tuple,),
    Shape.POLICY: (Policy,),
    Shape.EVERY: (Every,),
    Shape.KEPT: (Kept,),
}
_LONGEST_INTERVAL = 12
_LEAST_KEPT = (6, 4)


@dataclass(frozen=True, slots=True)
class LocalRule:
    """A rule of the constitution. Without ``makers`` it holds for every decision maker of its clock.

    ``valid_from`` and ``valid_to`` are its first and last day, both included; None where it is open on that side.
    ``id`` is its lasting name in one council's rulebook, ``source`` the paragraph of the constitution.
    """

    id: str
    clock: RuledClock
    value: RuleValue
    makers: frozenset[BodyKind] = frozenset()
    valid_from: date | None = None
    valid_to: date | None = None
    source: str = ""

    def __post_init__(self) -> None:
        _check_days(self)
        _check_makers(self)
        _check_value(self)

    def holds_on(self, day: date) -> bool:
        """Whether the rule is valid on a day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)

    def name(self) -> str:
        """The rule as it is named in a sentence: call-in-2 (call-in, officer, from 1 May 2024)."""
        parts = (self.clock.value, *makers_in_words(self.makers), days_in_words(self.valid_from, self.valid_to))
        return f"{self.id} ({', '.join(filter(None, parts))})"


def makers_in_words(makers: frozenset[BodyKind]) -> tuple[str, ...]:
    """The kinds of decision maker in words, in their usual order; none where a rule holds for all."""
    return tuple(kind.value.replace("_", " ") for kind in BodyKind if kind in makers)


def days_in_words(first: date | None, last: date | None) -> str:
    """A spell in words: from 1 May 2024 to 30 April 2026; empty where it is open on both sides."""
    begins = f"from {_plain_day(first)}" if first else ""
    ends = f"to {_plain_day(last)}" if last else ""
    return f"{begins} {ends}".strip()


def overlap(one: tuple[date | None, date | None], other: tuple[date | None, date | None]) -> date | None:
    """The first day that two spells have in common, both ends included, or None where they have none."""
    first = max(one[0] or date.min, other[0] or date.min)
    return first if first <= min(one[1] or date.max, other[1] or date.max) else None


def _check_days(rule: LocalRule) -> None:
    if rule.valid_from and rule.valid_to and rule.valid_to < rule.valid_from:
        raise Refusal(
            f"The rule {rule.id} ({rule.clock.value}) ends ({in_words(rule.valid_to)}) before it begins"
            f" ({in_words(rule.valid_from)}).",
            next_step="Give valid_to a day on or after valid_from, or leave one of them out.",
        )


def _check_makers(rule: LocalRule) -> None:
    possible = RULINGS[rule.clock].makers
    odd = makers_in_words(rule.makers - possible)
    if odd:
        raise Refusal(
            f"The rule {rule.id} is for {' and '.join(odd)}, and {rule.clock.value} never concerns such a decision.",
            next_step=f"Leave makers out, or give some of: {', '.join(makers_in_words(possible))}.",
        )


def _check_value(rule: LocalRule) -> None:
    value, shape = rule.value, RULINGS[rule.clock].shape
    if not isinstance(value, _TYPES[shape]):
        raise Refusal(
            f"The rule {rule.id} does not have the shape of a rule for {rule.clock.value}.",
            next_step=f"Give it as {shape.value.replace('_', ' ')}.",
        )
    if isinstance(value, CallInRule) and value.closures:
        raise Refusal(
            f"The rule {rule.id} names closure days of its own.",
            next_step="Enter them among the closures of the rulebook, each with its name.",
        )
    if isinstance(value, NoCallIn) and not value.reason.strip():
        raise Refusal(
            f"The rule {rule.id} says that there is no call-in, and not why.",
            next_step="Give the reason as the constitution has it, in a sentence.",
        )
    _check_numbers(rule)


def _check_numbers(rule: LocalRule) -> None:
    value = rule.value
    if isinstance(value, Every) and not 1 <= value.months <= _LONGEST_INTERVAL:
        raise Refusal(
            f"The rule {rule.id} asks for a report every {value.months} months, and the law for one a year at least.",
            next_step="Give a whole number of months from 1 to 12.",
            rule="G-K6",
        )
    if isinstance(value, Kept) and not (
        _LEAST_KEPT[0] <= value.records <= 999 and _LEAST_KEPT[1] <= value.papers <= 999
    ):
        raise Refusal(
            f"The rule {rule.id} keeps records {value.records} years and papers {value.papers}, and the law asks for"
            " six and four at least.",
            next_step="Give at least 6 for records and 4 for papers.",
            rule="G-D8",
        )
    sums = [one.pounds for one in value] if isinstance(value, tuple) else []
    sums += [value.pounds] if isinstance(value, Policy) and value.pounds is not None else []
    if any(pounds < 0 for pounds in sums):
        raise Refusal(f"The rule {rule.id} has a sum below nothing.", next_step="Give whole pounds, such as 250000.")


def _plain_day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
