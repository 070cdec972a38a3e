"""Agendas and reports go on public view before a meeting."""

from __future__ import annotations

from datetime import date

from moothall.domain.authorities import BodyKind
from moothall.domain.days import Counting, Holidays, Length, Unit, if_known, in_words
from moothall.domain.deadlines import Deadline, OtherAnswer
from moothall.domain.provisions import ACT_1972, EXECUTIVE_REGULATIONS, Provision, Read

NAME = "agenda-publication"
RULE = "G-N2"
VERSION = "2015-01-30"
CLEAR_DAYS = Length(5, Unit.WORKING)
CLEAR_DAYS_BEFORE = Length(3, Unit.WORKING)
FIVE_DAYS_SINCE = date(2002, 10, 1)
EXECUTIVE_RULES_SINCE = date(2012, 9, 10)
COUNCIL = Provision(
    ACT_1972,
    "section 100B(3)",
    note="Three clear days until 30 September 2002, five since 1 October 2002 (SI 2002/715).",
)
EXECUTIVE = Provision(
    EXECUTIVE_REGULATIONS,
    "regulations 6(2) and 7",
    Read.RECALLED,
    note="Regulation 6(2) was read; regulation 7, on the papers themselves, was not.",
)
EITHER = Provision(
    f"{ACT_1972}, section 100B(3)",
    "for the council and its committees; for the executive, SI 2012/2089, regulations 6(2) and 7",
    Read.RECALLED,
    note=EXECUTIVE.note,
)
PROVISIONS: dict[BodyKind | None, Provision] = {
    BodyKind.EXECUTIVE: EXECUTIVE,
    BodyKind.FULL_COUNCIL: COUNCIL,
    BodyKind.COMMITTEE: COUNCIL,
    BodyKind.SCRUTINY: COUNCIL,
    None: EITHER,
}


def deadline(
    meeting_on: date, *, holidays: Holidays, clear: Length | None = None, body: BodyKind | None = None
) -> Deadline:
    """The last working day on which the agenda and reports for a meeting may go on public view.

    The papers must be open to the public for five clear days before the meeting (three before 1 October 2002), both end
    days left out. Statute does not say whether weekends count: a Court of Appeal case of 1993 and practice take working
    days, so that is the default. The day given is always one on which an office can act, even where a weekend day
    before it would leave as many clear days. Raises a Refusal beyond the table of holidays.
    """
    clear = clear or length_on(meeting_on)
    counting = Counting(holidays, clear.unit)
    count = counting.last_days_before(meeting_on, clear.number, by_office=True)
    return Deadline(
        clock=NAME,
        rule=RULE,
        version=VERSION,
        what="Put the agenda and reports on public view",
        provision=PROVISIONS.get(body, EITHER),
        calendar=str(holidays),
        counted=count.days,
        on=count.on,
        other_convention=_other(meeting_on, clear, count.on, holidays),
        notes=_notes(meeting_on, clear, count.on, counting, body),
    )


def length_on(meeting_on: date) -> Length:
    """The clear days the law asks for before a meeting on a day: five, or three before 1 October 2002."""
    return CLEAR_DAYS if meeting_on >= FIVE_DAYS_SINCE else CLEAR_DAYS_BEFORE


def _other(meeting_on: date, clear: Length, on: date, holidays: Holidays) -> OtherAnswer | None:
    unit = clear.unit.other
    other = if_known(lambda: Counting(holidays, unit).last_days_before(meeting_on, clear.number, by_office=True).on)
    return OtherAnswer(f"if {unit.value} days are counted", other) if other and other != on else None


def _notes(meeting_on: date, clear: Length, on: date, counting: Counting, body: BodyKind | None) -> tuple[str, ...]:
    notes = []
    if meeting_on < FIVE_DAYS_SINCE:
        notes.append("Before 1 October 2002 the Act asked for three clear days, not five.")
    if body is BodyKind.EXECUTIVE and meeting_on < EXECUTIVE_RULES_SINCE:
        notes.append("Before 10 September 2012 executives came under earlier regulations.")
    reason = counting.why_not_working(meeting_on)
    if reason:
        notes.append(f"The meeting is on a day that is no working day ({reason}).")
    in_law = counting.last_days_before(meeting_on, clear.number).on
    if in_law != on:
        notes.append(
            f"{in_words(in_law)} would leave {clear.clear()} too, but no office is open to publish that day; the last"
            " day is the working day before."
        )
    return tuple(notes)
