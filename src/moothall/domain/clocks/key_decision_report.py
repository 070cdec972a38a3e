"""A report to the council because scrutiny says that a decision should have been treated as key."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from enum import StrEnum

from moothall.domain import in_force
from moothall.domain.days import Count, CountedDay, Counting, Holidays, Length, if_known, in_words
from moothall.domain.deadlines import Deadline, OtherAnswer, Point
from moothall.domain.provisions import EXECUTIVE_REGULATIONS, Provision
from moothall.domain.refusals import Refusal

NAME = "key-decision-report"
RULE = "G-K5"
VERSION = "2012-09-10"
IN_FORCE = date(2012, 9, 10)
NOT_OWED = "not_owed"
PERIOD_NEEDED = "period_needed"
OWED = "owed"
PROVISION = Provision(
    EXECUTIVE_REGULATIONS,
    "regulation 18",
    note="It begins only when scrutiny requires the report, of a decision that was not treated as key. The committee"
    " sets a reasonable period; the regulation names none.",
)
PROVISIONS = (PROVISION,)


class Content(StrEnum):
    """What the report says."""

    DECISION = "decision"
    REASONS = "reasons"
    MAKER = "maker"
    WHY_NOT_KEY = "why_not_key"


ASKS = {
    Content.DECISION: "The decision",
    Content.REASONS: "The reasons for it",
    Content.MAKER: "Who made it",
    Content.WHY_NOT_KEY: "Where the executive is of the opinion that it was not key, the reasons for that",
}

WHAT = {
    NOT_OWED: "No report is owed",
    PERIOD_NEEDED: "A report is owed in the period the committee sets: enter it",
    OWED: "Report to the council, at the latest",
}


def deadline(
    decided_on: date,
    *,
    treated_as_key: bool,
    holidays: Holidays,
    required_on: date | None = None,
    period: Length | None = None,
    says: Collection[Content] = (),
) -> Deadline:
    """The last day for the executive's report to the council, and whether one is owed at all (``kind``).

    It is never automatic: a decision was not treated as key, scrutiny is of the opinion that it should have been, and
    requires a report. The committee sets the period, counted from the day it required it, that day left out. Raises a
    Refusal before 10 September 2012, where scrutiny asks before the decision, and beyond the table of holidays.
    """
    in_force.check(decided_on, IN_FORCE, provision=PROVISION, rule=RULE)
    if required_on is not None and required_on < decided_on:
        raise Refusal(
            f"The report was required ({in_words(required_on)}) before the decision ({in_words(decided_on)}).",
            next_step="Check both dates.",
            rule=RULE,
        )
    start = required_on or decided_on
    kind = NOT_OWED if treated_as_key or required_on is None else PERIOD_NEEDED if period is None else OWED
    count = _count(start, period, holidays) if kind == OWED and period else None
    named = "The day the report was required" if required_on else "The day of the decision"
    return Deadline(
        clock=NAME,
        rule=RULE,
        version=VERSION,
        what=WHAT[kind],
        provision=PROVISION,
        calendar=str(holidays),
        counted=count.days if count else (CountedDay(start, False, named),),
        on=count.on if count else None,
        working_on=if_known(lambda: Counting(holidays).last_working(count.on)) if count else None,
        kind=kind,
        other_convention=_other(start, period, holidays) if kind == OWED and period else None,
        points=(*_why(treated_as_key, required_on), *(_says(says) if kind != NOT_OWED else ())),
    )


def _count(start: date, period: Length, holidays: Holidays) -> Count:
    return Counting(holidays, period.unit).days_after(start, period.number, base_is="The day the report was required")


def _other(start: date, period: Length, holidays: Holidays) -> OtherAnswer | None:
    unit = period.unit.other
    on = if_known(lambda: _count(start, period, holidays).on)
    other = if_known(lambda: _count(start, Length(period.number, unit), holidays).on)
    return OtherAnswer(f"if {unit.value} days are counted", other) if other and other != on else None


def _why(treated_as_key: bool, required_on: date | None) -> tuple[Point, ...]:
    required = required_on is not None
    return (
        Point(
            "It was not treated as a key decision",
            not treated_as_key,
            "treated_as_key" if treated_as_key else "not_treated_as_key",
            "It was treated as key, and the rule is for those that were not."
            if treated_as_key
            else "It was taken without the procedure of a key decision.",
        ),
        Point(
            "Scrutiny requires a report",
            required,
            "required" if required else "not_required",
            f"It did so on {in_words(required_on)}." if required_on else "It has not. Nothing follows by itself.",
        ),
    )


def _says(says: Collection[Content]) -> tuple[Point, ...]:
    return tuple(
        Point(
            ASKS[content],
            content in says,
            content.value if content in says else f"no_{content.value}",
            "The report says it." if content in says else "The report does not say it yet.",
        )
        for content in Content
    )
