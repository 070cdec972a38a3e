"""A key decision without its full notice: scrutiny is told, and five clear days pass."""

from __future__ import annotations

from datetime import date

from moothall.domain.consents import Chair
from moothall.domain.days import ONE_DAY, Count, CountedDay, Counting, Holidays, Length, Unit, if_known, in_words
from moothall.domain.deadlines import Deadline, OtherAnswer, Point
from moothall.domain.provisions import EXECUTIVE_REGULATIONS, Provision

NAME = "general-exception"
RULE = "G-K3"
VERSION = "2012-09-10"
CLEAR_DAYS = Length(5, Unit.WORKING)
IN_FORCE = date(2012, 9, 10)
BEFORE = "Before 10 September 2012 earlier regulations held: check what they asked for."
PROVISION = Provision(EXECUTIVE_REGULATIONS, "regulation 10(1)")
REASONS = Provision(EXECUTIVE_REGULATIONS, "regulation 10(3)")
PROVISIONS = (PROVISION, REASONS)
TOLD: dict[Chair | None, str] = {
    None: "The chair of the relevant scrutiny committee is told in writing; without one, each of its members is.",
    Chair.ABLE: "The chair of the relevant scrutiny committee is told in writing.",
    Chair.UNABLE: "The chair of the relevant scrutiny committee is told in writing, though unable to act: regulation 10"
    " asks for no agreement, and has no step for that.",
    Chair.NONE: "There is no chair, so each member of the relevant scrutiny committee is told in writing.",
}


def deadline(
    notice_on: date,
    *,
    holidays: Holidays,
    scrutiny_chair: Chair | None = None,
    reasons_on: date | None = None,
) -> Deadline:
    """The first day on which a key decision may be taken under the general exception.

    The chair of scrutiny is told in writing (each member of the committee where there is no chair), the notice is made
    available, and five clear days go by after the day it was made available. The decision may follow on the next day;
    where that is a Saturday or a holiday ``working_on`` is the first working day. ``reasons_on`` is the day of the
    second notice, which says why 28 days were impracticable. Raises a Refusal beyond the table.
    """
    count = _first_day(notice_on, Counting(holidays, CLEAR_DAYS.unit))
    other = _first_day(notice_on, Counting(holidays, CLEAR_DAYS.unit.other))
    return Deadline(
        clock=NAME,
        rule=RULE,
        version=VERSION,
        what="Take the key decision, under the general exception, on this day or later",
        provision=PROVISION,
        calendar=str(holidays),
        counted=count.days,
        on=count.on,
        working_on=if_known(lambda: Counting(holidays).first_working(count.on)),
        other_convention=OtherAnswer("if calendar days are counted", other.on) if other.on != count.on else None,
        notes=(
            "A second notice, saying why 28 clear days could not be given, follows as soon as reasonably practicable.",
            TOLD[scrutiny_chair],
            *((BEFORE,) if notice_on < IN_FORCE else ()),
        ),
        points=_second_notice(notice_on, reasons_on, count.on),
    )


def _second_notice(notice_on: date, reasons_on: date | None, decision_on: date) -> tuple[Point, ...]:
    """How the second notice stands to the first, where its day is given. The law names no day for it."""
    if reasons_on is None:
        return ()
    asks = "The second notice, of why 28 clear days were impracticable"
    when = f"It went up on {in_words(reasons_on)}"
    if reasons_on < notice_on:
        says = f"{when}, before the notice of the exception: it follows that one, so check both days."
        return (Point(asks, False, "before_the_first", says),)
    if reasons_on > decision_on:
        says = f"{when}, after the first day the decision could be taken: be able to say why it could not be sooner."
        return (Point(asks, None, "late", says),)
    return (Point(asks, True, "given", f"{when}. The law names no day: as soon as reasonably practicable."),)


def last_notice(decision_on: date, *, holidays: Holidays) -> date:
    """The last working day on which the notice may be made available for a decision on a given day."""
    return Counting(holidays).last_days_before(decision_on, CLEAR_DAYS.number, by_office=True).on


def _first_day(notice_on: date, counting: Counting) -> Count:
    elapsed = counting.days_after(notice_on, CLEAR_DAYS.number, base_is="The day the notice was made available")
    on = elapsed.on + ONE_DAY
    return Count(on, (*elapsed.days, CountedDay(on, False, "The first day the decision may be taken")))
