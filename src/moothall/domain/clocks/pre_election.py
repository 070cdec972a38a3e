"""The time before a poll in which a council takes heightened care with publicity: advice, and never a block."""

from __future__ import annotations

from datetime import date

from moothall.domain import in_force
from moothall.domain.days import CountedDay, days_between, in_words
from moothall.domain.deadlines import Deadline
from moothall.domain.provisions import ACT_1986, Provision, Read
from moothall.domain.refusals import Refusal

NAME = "pre-election"
RULE = "G-P2"
VERSION = "2011-03-31"
IN_FORCE = date(2011, 3, 31)
BEFORE, INSIDE, AFTER = "before_window", "in_window", "after_window"
NO_CALENDAR = "No table of bank holidays is needed: every day of the window counts"
PROVISION = Provision(
    ACT_1986,
    "section 4, and the code of recommended practice on local authority publicity of 31 March 2011",
    Read.ACCOUNT,
)
PROVISIONS = (PROVISION,)
LONGEST = 366
NOTES = {
    BEFORE: (),
    INSIDE: (
        "Ordinary business goes on, and nothing is blocked. Publish with care: nothing that could be seen to support a"
        " party or a candidate, no quotation from a candidate. Ask your monitoring officer about a foreword.",
    ),
    AFTER: (),
}


def deadline(day: date, *, notice_on: date, poll_on: date, civil_service: tuple[date, date] | None = None) -> Deadline:
    """The polling day that ends a poll's own window of care, and how a day stands to that window (``kind``).

    The window of one poll runs from the day its notice of election is published to polling day, both included, and
    each poll of an area has its own. It is advice: ordinary business goes on. The civil service's window before a
    general election is another one, with other dates, and does not bind councils; handed in as its first and last day
    it is told apart. Raises a Refusal for a notice after the poll, a window longer than a year, and a poll before the
    code of 31 March 2011.
    """
    in_force.check(notice_on, IN_FORCE, provision=PROVISION, rule=RULE)
    if notice_on > poll_on:
        raise Refusal(
            f"The notice of election ({in_words(notice_on)}) comes after the poll ({in_words(poll_on)}).",
            next_step="Check both dates.",
            rule=RULE,
        )
    if (poll_on - notice_on).days >= LONGEST:
        raise Refusal(
            f"From {in_words(notice_on)} to {in_words(poll_on)} is more than a year, which is no election timetable.",
            next_step="Check both dates.",
            rule=RULE,
        )
    kind = BEFORE if day < notice_on else AFTER if day > poll_on else INSIDE
    return Deadline(
        clock=NAME,
        rule=RULE,
        version=VERSION,
        what="Take care with publicity to the close of poll on this day",
        provision=PROVISION,
        calendar=NO_CALENDAR,
        counted=_window(notice_on, poll_on),
        on=poll_on,
        kind=kind,
        notes=(
            *NOTES[kind],
            "The window of the civil service before a general election is another, and does not bind councils.",
            *_apart(day, civil_service),
        ),
    )


def _apart(day: date, civil_service: tuple[date, date] | None) -> tuple[str, ...]:
    """How a day stands to the civil service's own window, so that nobody takes the one for the other."""
    if civil_service is None:
        return ()
    first, last = civil_service
    inside = "inside" if first <= day <= last else "outside"
    return (
        f"The civil service's runs from {in_words(first)} to {in_words(last)}, and this day is {inside} it."
        " A department may be slow to answer in it.",
    )


def _window(notice_on: date, poll_on: date) -> tuple[CountedDay, ...]:
    named = {notice_on: "Notice of election", poll_on: "Polling day"}
    days = list(days_between(notice_on, poll_on))
    return tuple(
        CountedDay(day, True, f"{named.get(day, 'In the window')}: day {number} of {len(days)}")
        for number, day in enumerate(days, 1)
    )
