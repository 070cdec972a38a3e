"""What a meeting of the council may do: business the summons names, and the two doors a late item must both pass."""

from __future__ import annotations

from datetime import date

from moothall.domain import in_force
from moothall.domain.authorities import BodyKind
from moothall.domain.clocks import council_summons, late_item
from moothall.domain.days import Holidays
from moothall.domain.deadlines import Deadline, Point
from moothall.domain.points import Test, judged

NAME = "council-business"
RULE = "G-N6, G-N2"
VERSION = "2015-01-30"
IN_FORCE = council_summons.IN_FORCE
PROVISIONS = (council_summons.OTHER_BUSINESS, late_item.LISTED, late_item.URGENT)
MAY, BARRED = "may_be_done", "barred"
WHAT = {MAY: "The council may do this business", BARRED: "The council may not do this business at this meeting"}


def deadline(
    meeting_on: date,
    *,
    listed_on: date,
    holidays: Holidays,
    in_summons: bool,
    annual_business: bool = False,
    urgency_rule: str = "",
    circumstances: str = "",
) -> Deadline:
    """Whether a meeting of the council may do a piece of business: it must pass the summons and the public agenda.

    The summons must name it, unless it is business of the annual meeting or urgent under a standing order. Apart from
    that it must have stood on the public agenda for five clear days, or the chair must be of the opinion that it is
    urgent by reason of special circumstances, which go in the minutes. One door does not open the other. Raises a
    Refusal for an item listed after the meeting, before 30 January 2015, and beyond the table of holidays.
    """
    in_force.check(meeting_on, IN_FORCE, provision=council_summons.OTHER_BUSINESS, rule="G-N6")
    item = late_item.deadline(
        meeting_on, listed_on=listed_on, body=BodyKind.FULL_COUNCIL, holidays=holidays, circumstances=circumstances
    )
    points = (_summons(in_summons, annual_business, urgency_rule.strip()), _agenda(item, circumstances.strip()))
    kind = MAY if all(point.met for point in points) else BARRED
    return judged(
        Test(NAME, RULE, VERSION, council_summons.OTHER_BUSINESS),
        kind=kind,
        what=WHAT[kind],
        points=points,
        counted=item.counted,
        calendar=item.calendar,
    )


def _summons(named: bool, annual: bool, urgency_rule: str) -> Point:
    why = "The summons names it." if named else "It is business of the annual meeting." if annual else ""
    if not why and urgency_rule:
        why = f"It is urgent under {urgency_rule}."
    return Point(
        "Named in the summons, or excused from it",
        bool(why),
        "summons",
        why or "The summons does not name it, and no standing order on urgent business is given.",
    )


def _agenda(item: Deadline, circumstances: str) -> Point:
    if item.kind == late_item.IN_TIME:
        return Point("On the public agenda in time", True, "agenda", "It was listed for five clear days.")
    return Point(
        "On the public agenda in time, or urgent for special circumstances",
        bool(circumstances),
        "agenda",
        f"Late; the minutes name the special circumstances: {circumstances}"
        if circumstances
        else "Late, and no special circumstances are given for the minutes.",
    )
