"""Public notice of the time and place of a meeting."""

from __future__ import annotations

from datetime import date

from moothall.domain import in_force
from moothall.domain.authorities import BodyKind
from moothall.domain.days import Count, Counting, Holidays, Length, Unit, if_known, in_words
from moothall.domain.deadlines import Deadline, OtherAnswer
from moothall.domain.provisions import ACT_1972, EXECUTIVE_REGULATIONS, Provision
from moothall.domain.refusals import Refusal

NAME = "meeting-notice"
RULE = "G-N1"
VERSION = "2012-09-10"
CLEAR_DAYS = Length(5, Unit.WORKING)
CLEAR_DAYS_BEFORE = Length(3, Unit.WORKING)
FIVE_DAYS_SINCE = date(2002, 10, 1)
EXECUTIVE_RULES_SINCE = date(2012, 9, 10)
COUNCIL = Provision(
    ACT_1972,
    "section 100A(6)(a)",
    note="Three clear days until 30 September 2002, five since 1 October 2002 (SI 2002/715). The notice goes up at the"
    " council's offices; the Act does not ask for the website.",
)
EXECUTIVE = Provision(
    EXECUTIVE_REGULATIONS,
    "regulation 6(1)",
    note="In force since 10 September 2012. The notice goes up at the offices and on the website.",
)
EITHER = Provision(
    f"{ACT_1972}, section 100A(6)(a)",
    "for the council and its committees; for the executive, SI 2012/2089, regulation 6(1)",
)
PROVISIONS: dict[BodyKind | None, Provision] = {
    BodyKind.EXECUTIVE: EXECUTIVE,
    BodyKind.FULL_COUNCIL: COUNCIL,
    BodyKind.COMMITTEE: COUNCIL,
    BodyKind.SCRUTINY: COUNCIL,
    None: EITHER,
}


def deadline(
    meeting_on: date,
    *,
    holidays: Holidays,
    body: BodyKind | None = None,
    clear: Length | None = None,
    convened_on: date | None = None,
) -> Deadline:
    """The last working day on which the public notice of a meeting may go up.

    Five clear days before the meeting, three for a meeting before 1 October 2002; or, where the meeting was convened at
    shorter notice, when it was convened. Working days are taken, as for the agenda. Raises a Refusal for somebody who
    decides alone, for an executive before its regulations, for a meeting convened after it was held, or beyond the
    table of holidays.
    """
    check_body(body, meeting_on)
    clear = clear or length_on(meeting_on)
    counting = Counting(holidays, clear.unit)
    count = counting.last_days_before(meeting_on, clear.number, by_office=True)
    short = convened_on is not None and is_short(convened_on, meeting_on, count)
    if convened_on is not None and short:
        count = Count(convened_on, counting.between(convened_on, meeting_on).days)
    return Deadline(
        clock=NAME,
        rule=RULE,
        version=VERSION,
        what="Put up the notice of the meeting" + (", at the moment it is convened" if short else ""),
        provision=PROVISIONS[body],
        calendar=str(holidays),
        counted=count.days,
        on=count.on,
        other_convention=None if short else _other(meeting_on, clear, count.on, holidays),
        notes=_notes(meeting_on, counting, body, clear if short else None),
    )


def length_on(meeting_on: date) -> Length:
    """The clear days the law asks for before a meeting on a day: five, or three before 1 October 2002."""
    return CLEAR_DAYS if meeting_on >= FIVE_DAYS_SINCE else CLEAR_DAYS_BEFORE


def check_body(body: BodyKind | None, meeting_on: date, *, rule: str = RULE) -> None:
    """Raise a Refusal for somebody who holds no meetings, and for an executive before its regulations were in force."""
    if body is not None and not body.meets:
        raise Refusal(
            f"{body.value} is one person, who decides without a meeting.",
            next_step="Give a body that meets: full_council, committee, scrutiny or executive.",
            rule=rule,
        )
    if body is BodyKind.EXECUTIVE:
        in_force.check(meeting_on, EXECUTIVE_RULES_SINCE, provision=EXECUTIVE, rule=rule)


def is_short(convened_on: date, meeting_on: date, ordinary: Count, *, rule: str = RULE) -> bool:
    """Whether a meeting was convened too late for the ordinary notice. Refuses one convened after it was held."""
    if convened_on > meeting_on:
        raise Refusal(
            f"The meeting was convened ({in_words(convened_on)}) after it was held ({in_words(meeting_on)}).",
            next_step="Check both dates.",
            rule=rule,
        )
    return convened_on > ordinary.on


def _other(meeting_on: date, clear: Length, on: date, holidays: Holidays) -> OtherAnswer | None:
    unit = clear.unit.other
    other = if_known(lambda: Counting(holidays, unit).last_days_before(meeting_on, clear.number, by_office=True).on)
    return OtherAnswer(f"if {unit.value} days are counted", other) if other and other != on else None


def _notes(meeting_on: date, counting: Counting, body: BodyKind | None, missed: Length | None) -> tuple[str, ...]:
    notes = []
    if missed:
        notes.append(
            f"The meeting was convened too late for {missed.clear()}, so its notice goes up when it is convened. The"
            " whole meeting is at shorter notice: say why it could not wait."
        )
    if body is BodyKind.EXECUTIVE:
        notes.append("Regulation 6(1) asks for the notice at the offices and on the website.")
    if meeting_on < FIVE_DAYS_SINCE:
        notes.append("Before 1 October 2002 the Act asked for three clear days.")
    reason = counting.why_not_working(meeting_on)
    if reason:
        notes.append(f"The meeting is on a day that is no working day ({reason}).")
    return tuple(notes)
