"""An item that comes late to an agenda: the door the chair may open, and the meetings that have no such door."""

from __future__ import annotations

from datetime import date

from moothall.domain.authorities import BodyKind
from moothall.domain.clocks import council_summons, meeting_notice
from moothall.domain.days import Count, CountedDay, Counting, Holidays, in_words
from moothall.domain.deadlines import Deadline
from moothall.domain.provisions import ACT_1972, EXECUTIVE_REGULATIONS, Provision
from moothall.domain.refusals import Refusal

NAME = "late-item"
RULE = "G-N2, G-N7"
VERSION = "2012-09-10"
IN_TIME = "in_time"
SPECIAL_CIRCUMSTANCES = "special_circumstances"
NO_DOOR = "no_door"
LISTED = Provision(ACT_1972, "section 100B(4)(a)")
URGENT = Provision(ACT_1972, "section 100B(4)(b)")
EXECUTIVE = Provision(
    EXECUTIVE_REGULATIONS,
    "regulation 6(2)",
    note="How an item added under regulation 7, which was not read, squares with this is an open question.",
)
PROVISIONS = (LISTED, URGENT, EXECUTIVE, council_summons.OTHER_BUSINESS)
RULES = {True: "G-N7", False: "G-N2"}


def deadline(
    meeting_on: date,
    *,
    listed_on: date,
    body: BodyKind,
    holidays: Holidays,
    convened_on: date | None = None,
    circumstances: str = "",
) -> Deadline:
    """The last working day to list an item in the ordinary way, and whether a later one may still be taken (``kind``).

    An item may be taken if it stood on the public agenda for five clear days (three before 1 October 2002), or since
    the meeting was convened at shorter notice: `in_time`. The council and its committees may take a later one if the
    chair is of the opinion, by reason of special circumstances that go in the minutes, that it is urgent:
    `special_circumstances`. An executive meeting has no such door: `no_door`, which is a warning and no block. Raises a
    Refusal for an item listed after the meeting, somebody who holds no meetings, and beyond the table of holidays.
    """
    meeting_notice.check_body(body, meeting_on, rule=RULE)
    if listed_on > meeting_on:
        raise Refusal(
            f"The item was listed ({in_words(listed_on)}) after the meeting ({in_words(meeting_on)}).",
            next_step="Check both dates: an item raised at the meeting itself has the day of the meeting.",
            rule=RULE,
        )
    executive = body is BodyKind.EXECUTIVE
    clear = meeting_notice.length_on(meeting_on)
    counting = Counting(holidays, clear.unit)
    ordinary = counting.last_days_before(meeting_on, clear.number, by_office=True)
    short = convened_on is not None and meeting_notice.is_short(convened_on, meeting_on, ordinary, rule=RULE)
    since_convened = short and convened_on is not None and listed_on <= convened_on
    in_time = since_convened or counting.clear_days(listed_on, meeting_on) >= clear.number
    kind = IN_TIME if in_time else NO_DOOR if executive else SPECIAL_CIRCUMSTANCES
    last = convened_on if short and convened_on is not None else ordinary.on
    return Deadline(
        clock=NAME,
        rule=RULES[executive],
        version=VERSION,
        what="List the item, so that it may be taken without a reason for urgency",
        provision=EXECUTIVE if executive else LISTED if in_time else URGENT,
        calendar=str(holidays),
        counted=_counted(last if in_time else listed_on, meeting_on, ordinary, counting),
        on=last,
        kind=kind,
        notes=_notes(kind, body, circumstances.strip()),
    )


def _counted(first: date, meeting_on: date, ordinary: Count, counting: Counting) -> tuple[CountedDay, ...]:
    return ordinary.days if first == ordinary.on else counting.between(first, meeting_on).days


def _notes(kind: str, body: BodyKind, circumstances: str) -> tuple[str, ...]:
    if kind == IN_TIME:
        return ()
    if kind == NO_DOOR:
        return (
            "Warning: regulation 6(2) lets an executive meeting take only what was listed for five clear days or since"
            " the meeting was convened. It has no door for an urgent item, and the chair cannot open one.",
            "Move the item to a later meeting, or convene the whole meeting at shorter notice. An urgent item of the"
            " executive rests on local rules alone: name the rule, and ask your monitoring officer.",
            "Local rules may ask for more, such as whose agreement is needed and what is minuted, and may say how a"
            " meeting is convened at shorter notice. They cannot take an item out of the regulation.",
        )
    said = (
        f"The minutes name the special circumstances: {circumstances}"
        if circumstances
        else "No special circumstances are given yet. Without them in the minutes the item may not be taken."
    )
    notes = [f"The chair must be of the opinion that the item is urgent by reason of special circumstances. {said}"]
    if body is BodyKind.FULL_COUNCIL:
        notes.append(
            "At a meeting of the council the item must also get past the summons. "
            f"{council_summons.OTHER_BUSINESS.note} {council_summons.OTHER_BUSINESS.in_words()}."
        )
    return tuple(notes)
