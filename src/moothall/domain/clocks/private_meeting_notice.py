"""Two notices before the executive meets, or takes part of a meeting, in private."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from enum import StrEnum

from moothall.domain import consents, in_force
from moothall.domain.consents import VICE_CHAIR_DOUBT, Chairs, Consent, Rung
from moothall.domain.days import Count, Counting, Holidays, Length, Unit, if_known, in_words
from moothall.domain.deadlines import Deadline, OtherAnswer
from moothall.domain.provisions import EXECUTIVE_REGULATIONS, Provision, Read
from moothall.domain.refusals import Refusal

NAME = "private-meeting-notice"
RULE = "G-N5"
SHORT_RULE = "G-K7"
VERSION = "2012-09-10"
IN_FORCE = date(2012, 9, 10)
IN_TIME = "in_time"
AGREEMENT_NEEDED = "agreement_needed"
AGREED = "agreed"


class Openness(StrEnum):
    """How a part of an item stands to the public: a report, an appendix, a paper."""

    OPEN = "open"
    EXEMPT = "exempt"
    CONFIDENTIAL = "confidential"


class Notice(StrEnum):
    """Which of the two notices."""

    FIRST = "first"
    SECOND = "second"


CLEAR_DAYS = {Notice.FIRST: Length(28, Unit.CALENDAR), Notice.SECOND: Length(5, Unit.WORKING)}
FIRST = Provision(EXECUTIVE_REGULATIONS, "regulation 5(2) and (3)")
SECOND = Provision(EXECUTIVE_REGULATIONS, "regulation 5(4) and (5)")
SHORT = Provision(EXECUTIVE_REGULATIONS, "regulation 5(6)")
SHORT_REASONS = Provision(EXECUTIVE_REGULATIONS, "regulation 5(7)", Read.RECALLED)
PART_OF_A_MEETING = Provision(
    EXECUTIVE_REGULATIONS,
    "regulation 2",
    Read.RECALLED,
    note="That part of a meeting counts as a private meeting is how councils treat it; the words were not read.",
)
PROVISIONS: dict[str, Provision] = {
    Notice.FIRST: FIRST,
    Notice.SECOND: SECOND,
    SHORT_RULE: SHORT,
    "reasons": SHORT_REASONS,
    "part": PART_OF_A_MEETING,
}
SAYS = {
    Notice.FIRST: "The notice gives the reasons for meeting in private. It goes up at the offices and on the website.",
    Notice.SECOND: "The second notice repeats the reasons and gives the representations received and the answer to"
    " them; where there were none it says so. It goes up at the offices and on the website.",
}


def deadline(
    meeting_on: date,
    *,
    holidays: Holidays,
    notice: Notice = Notice.FIRST,
    parts: Collection[Openness] = (Openness.EXEMPT,),
    key: bool | None = None,
    given_on: date | None = None,
    chairs: Chairs | None = None,
    clear: Length | None = None,
    consent: Consent | None = None,
    decision_maker: str = "",
) -> Deadline:
    """The last day in law for a notice that the executive will meet in private, and the last day an office can act.

    The first notice stands 28 clear days before the meeting, counted in calendar days as practice has it; the second
    five clear working days. One exempt or confidential part, an appendix say, is enough to owe both, whether or not
    the decision is key. ``clear`` is another period, where the council's own rules ask for one. Where ``given_on``
    says when a notice was given, ``kind`` says whether that was in time or whether an agreement is needed that the
    meeting is urgent; an agreement handed in is checked. Raises a Refusal where nothing is closed, before 10 September
    2012, for a notice after the meeting, where nobody may agree, for an agreement that is none, and beyond the table.
    """
    in_force.check(meeting_on, IN_FORCE, provision=PROVISIONS[notice], rule=RULE)
    _check(meeting_on, given_on, parts)
    length = clear or CLEAR_DAYS[notice]
    count = _last(meeting_on, notice, length, holidays)
    late = given_on is not None and not _stands(given_on, meeting_on, notice, holidays)
    rung = (chairs or Chairs()).rung(rule=SHORT_RULE) if late else None
    agreed = rung is not None and consent is not None
    if rung is not None and consent is not None:
        consents.check(consent, rung, decision_maker=decision_maker, act_on=meeting_on, rule=SHORT_RULE)
    return Deadline(
        clock=NAME,
        rule=SHORT_RULE if late else RULE,
        version=VERSION,
        what=f"Give the {notice.value} notice of the private meeting",
        provision=SHORT if late else PROVISIONS[notice],
        calendar=str(holidays),
        counted=count.days,
        on=count.on,
        working_on=if_known(lambda: Counting(holidays).last_working(count.on)),
        kind=None if given_on is None else IN_TIME if not late else AGREED if agreed else AGREEMENT_NEEDED,
        other_convention=_other(meeting_on, notice, length, count.on, holidays),
        notes=(SAYS[notice], *_why(parts, key), *_short(rung, consent)),
    )


def is_owed(parts: Collection[Openness]) -> bool:
    """Whether any part of an item is closed to the public, so that both notices are owed whatever the decision is."""
    return any(part is not Openness.OPEN for part in parts)


def _check(meeting_on: date, given_on: date | None, parts: Collection[Openness]) -> None:
    if not is_owed(parts):
        raise Refusal(
            "No part of this item is exempt or confidential, so no notice of a private meeting is owed.",
            next_step="Name the parts that are closed, or take the item in public.",
            rule=RULE,
        )
    if given_on is not None and given_on > meeting_on:
        raise Refusal(
            f"The notice ({in_words(given_on)}) comes after the meeting ({in_words(meeting_on)}).",
            next_step="Check both dates.",
            rule=RULE,
        )


def _last(meeting_on: date, notice: Notice, clear: Length, holidays: Holidays) -> Count:
    counting = Counting(holidays, clear.unit)
    return counting.last_days_before(meeting_on, clear.number, by_office=notice is Notice.SECOND)


def _stands(given_on: date, meeting_on: date, notice: Notice, holidays: Holidays) -> bool:
    clear = CLEAR_DAYS[notice]
    return Counting(holidays, clear.unit).clear_days(given_on, meeting_on) >= clear.number


def _other(meeting_on: date, notice: Notice, clear: Length, on: date, holidays: Holidays) -> OtherAnswer | None:
    unit = clear.unit.other
    other = if_known(lambda: _last(meeting_on, notice, Length(clear.number, unit), holidays).on)
    return OtherAnswer(f"if {unit.value} days are counted", other) if other and other != on else None


def _why(parts: Collection[Openness], key: bool | None) -> tuple[str, ...]:
    closed = sum(part is not Openness.OPEN for part in parts)
    what = "One part of the item is closed" if closed == 1 else f"{closed} parts of the item are closed"
    not_key = " That the decision is not key makes no difference." if key is False else ""
    return (f"{what}, and that is enough for both notices.{not_key} {PART_OF_A_MEETING.note}",)


def _short(rung: Rung | None, consent: Consent | None) -> tuple[str, ...]:
    if rung is None:
        return ()
    needed = (
        f"That notice came too late. The decision maker needs the agreement of {rung.in_words} that the meeting is"
        " urgent and cannot reasonably be deferred."
    )
    if consent is not None:
        needed = (
            f"That notice came too late. {rung.in_words[0].upper()}{rung.in_words[1:]} agreed on"
            f" {in_words(consent.given_on)} that the meeting is urgent and cannot reasonably be deferred."
        )
    doubt = (VICE_CHAIR_DOUBT,) if rung is Rung.COUNCIL_VICE_CHAIR else ()
    return (
        needed,
        "A notice of the reasons follows as soon as reasonably practicable, at the offices and on the website:"
        f" {SHORT_REASONS.in_words()}.",
        *doubt,
    )
