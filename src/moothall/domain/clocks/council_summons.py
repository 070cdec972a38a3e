"""The summons to a meeting of the council: to every member, with the business, beside the public notice."""

from __future__ import annotations

from datetime import date

from moothall.domain import in_force
from moothall.domain.days import Counting, Holidays, Length, Unit, if_known
from moothall.domain.deadlines import Deadline, OtherAnswer
from moothall.domain.provisions import ACT_1972, Provision, Read

NAME = "council-summons"
RULE = "G-N6"
VERSION = "2015-01-30"
CLEAR_DAYS = Length(5, Unit.WORKING)
IN_FORCE = date(2015, 1, 30)
PROVISION = Provision(
    ACT_1972,
    "schedule 12, paragraph 4(1A)",
    note="In these words since 30 January 2015 (SI 2015/5).",
)
OTHER_BUSINESS = Provision(
    ACT_1972,
    "schedule 12, paragraph 4(5)",
    Read.RECALLED,
    note="Business that the summons does not name is barred, save at the annual meeting and for urgency under standing"
    " orders.",
)
PROVISIONS = (PROVISION, OTHER_BUSINESS)


def deadline(
    meeting_on: date, *, holidays: Holidays, clear: Length = CLEAR_DAYS, called_by_members: bool = False
) -> Deadline:
    """The last working day to send every member of the council the summons to a meeting.

    Five clear days before the meeting, since 30 January 2015; the summons says what business is to be done. It stands
    beside the public notice of the meeting, which is another duty with its own clock. Raises a Refusal for a meeting
    before that day, and beyond the table of holidays.
    """
    in_force.check(meeting_on, IN_FORCE, provision=PROVISION, rule=RULE)
    count = Counting(holidays, clear.unit).last_days_before(meeting_on, clear.number, by_office=True)
    return Deadline(
        clock=NAME,
        rule=RULE,
        version=VERSION,
        what="Send the summons to every member of the council",
        provision=PROVISION,
        calendar=str(holidays),
        counted=count.days,
        on=count.on,
        other_convention=_other(meeting_on, clear, count.on, holidays),
        notes=_notes(called_by_members),
    )


def _other(meeting_on: date, clear: Length, on: date, holidays: Holidays) -> OtherAnswer | None:
    unit = clear.unit.other
    other = if_known(lambda: Counting(holidays, unit).last_days_before(meeting_on, clear.number, by_office=True).on)
    return OtherAnswer(f"if {unit.value} days are counted", other) if other and other != on else None


def _notes(called_by_members: bool) -> tuple[str, ...]:
    notes = [
        "The public notice of the meeting is a second document, with its own clock (meeting-notice).",
        f"What the summons does not name may not be done: {OTHER_BUSINESS.note} {OTHER_BUSINESS.in_words()}.",
    ]
    if called_by_members:
        notes.append(
            "Members called this meeting: their signatures and the business they propose go on the public notice."
        )
    return tuple(notes)
